# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every API of the node that no family declares, and what rows of its queries are made of, as text.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.

Nothing imports this but the catalogue, and that only when it is asked for something that is not declared: as text two
thousand APIs cost a millisecond and no memory to speak of, as objects they would burden every task. It is Python and no
data file because Ansible sends a module's Python alone to where it runs.

An API is its name, ``@`` and the generation where only one has it, verb and path, and possibly: ``reads`` (changes
nothing although it is no GET), ``writes`` (the other way round), ``sync`` and ``job`` (against the rule that only a GET
is answered at once), ``public`` (needs no session), ``key@`` generation ``=`` (where the body carries the parameters),
``@`` generation, verb and path (where that one has it instead). Behind ``<`` come its parameters: ``!`` where required,
``:type`` where it is no string, ``(a|b)`` the values, ``[n..m]`` the range, ``>=n`` and ``<=n`` the number of
characters, ``+`` where empty is refused, ``*`` where it is a secret, ``@`` generation where only one has it so. Behind
``>`` come the keys of its result, with ``!`` where they are never null.
"""

from __future__ import annotations

APIS = """
AckAlarmData@5.2 POST /zwatch/alarm-histories/acknowledgments
 < alarmUuid!<=32 alertDataUuid!<=32 dataType!(alarm|event)<=32 resourceUuid ackPeriodSec!:int
 > inventory
AckEventData@5.2 POST /zwatch/event-histories/acknowledgments
 < eventSubscriptionUuid!<=32 alertDataUuid!<=32 dataType!(alarm|event)<=32 resourceUuid ackPeriodSec!:int
 > inventory
AddAccessControlListEntry@5.2 POST /access-control-lists/{aclUuid}/ipentries
 < aclUuid! entries!<=2048 description<=2048 resourceUuid tagUuids:list
 > inventory!
AddAccessControlListRedirectRule@5.2 POST /access-control-lists/{aclUuid}/redirectRules
 < name<=255 description<=2048 domain<=255 url<=80 aclUuid! resourceUuid tagUuids:list
 > inventory!
AddAccessControlListToLoadBalancer@5.2 POST /load-balancers/listeners/{listenerUuid}/access-control-lists
 < aclUuids!:list+ aclType!(white|black|redirect) listenerUuid! serverGroupUuids:list
 > inventory!
AddAccessControlRule@5.2 POST /login-control/access-control/rules
 < name! description rule! controlStrategy! resourceUuid tagUuids:list
 > inventory!
AddActionToAlarm POST /zwatch/alarms/{alarmUuid}/actions
 < alarmUuid! actionUuid! actionType!
 > inventory!
AddActionToEventSubscription POST /zwatch/events/subscriptions/{subscriptionUuid}/actions
 < subscriptionUuid! actionUuid! actionType!
 > inventory!
AddAliyunEbsBackupStorage@5.2 POST /backup-storage/aliyun/ebs
 < ossBucketUuid! url<=2048 name!<=255 description<=2048 type importImages:bool resourceUuid tagUuids:list
 > inventory!
AddAliyunEbsPrimaryStorage@5.2 POST /primary-storage/aliyun/ebs
 < panguPartitionUuid identityZoneUuid defaultIoType(io7|io8) tdcConfigContent! url!<=2048 name!<=255
 description<=2048 type zoneUuid! resourceUuid tagUuids:list
 > inventory!
AddAliyunKeySecret POST /hybrid/aliyun/key
 < name!+ key!+ secret!+* accountUuid description<=1024 sync:bool@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
AddAliyunNasAccessGroup@5.2 PUT /nas/aliyun/access
 < dataCenterUuid! groupName!<=255+ resourceUuid tagUuids:list
 > inventory
AddAliyunNasFileSystem@5.2 PUT /nas/aliyun
 < fileSystemId! name!<=255+ dataCenterUuid! resourceUuid tagUuids:list
 > inventory
AddAliyunNasMountTarget@5.2 PUT /nas/aliyun/mount
 < nasFSUuid! name!<=255+ mountDomain!<=255+ resourceUuid tagUuids:list
 > inventory
AddAliyunNasPrimaryStorage@5.2 POST /primary-storage/aliyun/nas
 < nasUuid! accessGroupUuid! vSwitchUuid url!<=2048 name!<=255 description<=2048 type zoneUuid! resourceUuid
 tagUuids:list
 > inventory!
AddAliyunPanguPartition@5.2 POST /aliyun/pangu
 < name!<=255 description<=2048 identityZoneUuid! appName!<=255 partitionName!<=255 resourceUuid tagUuids:list
 > inventory!
AddAppBuildSystem@5.2 POST /appcenter/buildsystem
 < url!<=1024+ name!<=255+ description<=2048 storageType(localStorage) username!<=255 password!<=255* hostname!<=255+
 sshPort:int[1..65535] resourceUuid tagUuids:list
 > inventory!
AddAttributesToIAM2Organization@5.2 POST /iam2/organizations/{uuid}/attributes
 < uuid! attributes!:list+
AddAttributesToIAM2Project@5.2 POST /iam2/projects/{uuid}/attributes
 < uuid! attributes!:list+
AddAttributesToIAM2VirtualID@5.2 POST /iam2/virtual-ids/{uuid}/attributes
 < uuid! attributes!:list+
AddAttributesToIAM2VirtualIDGroup@5.2 POST /iam2/projects/groups/{uuid}/attributes
 < uuid! attributes!:list+
AddBackendServerToServerGroup@5.2 POST /load-balancers/servergroups/{serverGroupUuid}/backendservers
 < serverGroupUuid!+ vmNics:list servers:list
 > inventory!
AddBackupStoragesToReplicationGroup@5.2 POST /image-replication-groups/{replicationGroupUuid}
 < replicationGroupUuid! backupStorageUuids!:list+ resourceUuid tagUuids:list
 > inventories
AddBareMetal2Gateway@5.2 POST /baremetal2/gateways
 < username!<=255 password!<=255* sshPort:int[1..65535] name!<=255 description<=2048 managementIp!+ clusterUuid!
 resourceUuid tagUuids:list
 > inventory!
AddBareMetal2IpmiChassis@5.2 POST /baremetal2/chassis/ipmi
 < ipmiAddress! ipmiPort:int[1..65535] ipmiUsername!<=255 ipmiPassword!<=255* name!<=255+ description<=2048
 clusterUuid! provisionType(Remote|Local|Direct) resourceUuid tagUuids:list
 > inventory!
AddBlockPrimaryStorage@5.2 POST /primary-storage/block key@5.2=param
 < vendorName! metadata! url!<=2048 name!<=255 description<=2048 type zoneUuid! resourceUuid tagUuids:list
 > inventory!
AddBuildApp@5.2 POST /appcenter/buildapp/add
 < url!<=1024 type(zstack) backupStorageUuid hostname resourceUuid tagUuids:list
 > inventory!
AddCCSCertificate@5.2 PUT /crypto/ccs-certificate/add
 < certificate!+*
 > inventory
AddCertificateToLoadBalancerListener@5.2 POST /load-balancers/listeners/{listenerUuid}/certificate
 < certificateUuid!+ listenerUuid!
 > inventory!
AddConnectionAccessPointFromRemote POST /hybrid/aliyun/access-point
 < dataCenterUuid! accessPointId!+ resourceUuid tagUuids:list@5.2
 > inventory!
AddDataCenterFromRemote POST /hybrid/data-center
 < regionId!+ type!@5.2 syncZones:bool@5.2 endpoint<=127@5.2 description<=1024 resourceUuid tagUuids:list@5.2
 type!(aliyun)@2.3.1
 > inventory!
AddDisasterImageStoreBackupStorage POST /backup-storage/image-store/disaster
 < attachPoint endPoint hostname!<=255+ username!<=255 password!<=255* sshPort:int[1..65535] url!<=2048+ name!<=255
 description<=2048 type importImages:bool resourceUuid tagUuids:list@5.2
 > inventory!
AddDnsToL3Network POST /l3-networks/{l3NetworkUuid}/dns
 < l3NetworkUuid! dns!
 > inventory!
AddDnsToVpcRouter@5.2 POST /vpc/virtual-routers/{uuid}/dns
 < uuid! dns! resourceUuid tagUuids:list
 > inventory!
AddEmailAddressToSNSEmailEndpoint@5.2 POST /sns/application-endpoints/emails/email-addresses
 < emailAddress!<=1024 endpointUuid! resourceUuid tagUuids:list
 > inventory!
AddEventRuleTemplate@5.2 POST /zwatch/monitortemplates/evenrules
 < name!<=255 monitorTemplateUuid! namespace! eventName! emergencyLevel(Emergent|Important|Normal) labels:list
 resourceUuid tagUuids:list
 > inventory!
AddExternalBackupStorage@5.2 POST /backup-storage/addon
 < identity!<=255+ url!<=2048+ name!<=255 description<=2048 type importImages:bool resourceUuid tagUuids:list
 > inventory!
AddExternalPrimaryStorage@5.2 POST /primary-storage/addon
 < identity!<=255+ defaultOutputProtocol!(Vhost|iSCSI|NVMEoF|CBD|file) config url!<=2048 name!<=255 description<=2048
 type zoneUuid! resourceUuid tagUuids:list
 > inventory!
AddFiSecSecurityMachine@5.2 POST /security-machine/fiSec
 < port!:int[1..65535] name!<=255 description<=2048 managementIp!+ model!<=255
 type!(CloudSecurityMachine|OrdinarySecurityMachine|SecureSignVerifyService) zoneUuid! secretResourcePoolUuid!
 resourceUuid tagUuids:list
 > inventory!
AddFlkSecSecurityMachine@5.2 POST /security-machine/flkSec
 < port!:int[1..65535] name!<=255 description<=2048 managementIp!+ model!<=255
 type!(CloudSecurityMachine|OrdinarySecurityMachine|SecureSignVerifyService) zoneUuid! secretResourcePoolUuid!
 resourceUuid tagUuids:list
 > inventory!
AddFusionstorPrimaryStorage@2.3.1 POST /primary-storage/fusionstor
 < monUrls!:list+* rootVolumePoolName<=255 dataVolumePoolName<=255 imageCachePoolName<=255 url<=2048 name!<=255
 description<=2048 type zoneUuid! resourceUuid
 > inventory!
AddHostRouteToL3Network@5.2 POST /l3-networks/{l3NetworkUuid}/hostroute
 < l3NetworkUuid! prefix! nexthop!
 > inventory!
AddHostToHostSchedulingRuleGroup@5.2 POST /hostSchedulingRuleGroup/{hostGroupUuid}/host/{hostUuid}
 < hostGroupUuid! hostUuid!
AddHybridKeySecret@5.2 POST /hybrid/hybrid/key
 < name!<=255+ key!+ secret!+* accountUuid description<=1024 type! sync:bool resourceUuid tagUuids:list
 > inventory!
AddIAM2TicketFlow@5.2 POST /tickets/flow
 < approverUuid! approverTitle name! description collectionUuid! parentFlowUuid resourceUuid tagUuids:list
 > inventory!
AddIAM2VirtualIDGroupToProjects@5.2 POST /iam2/projects/groups
 < structs:list
AddIAM2VirtualIDsToGroup@5.2 POST /iam2/projects/groups/{groupUuid}/virtual-ids
 < virtualIDUuids!:list+ groupUuid!
AddIAM2VirtualIDsToOrganization@5.2 POST /iam2/organizations/{organizationUuid}/virtual-ids
 < virtualIDUuids!:list+ organizationUuid!
AddIAM2VirtualIDsToProject@5.2 POST /iam2/projects/{projectUuid}/virtual-ids
 < projectUuid virtualIDUuids!:list roleUuids:list
AddIAM2VirtualIDsToProjects@5.2 POST /iam2/projects/virtual-ids
 < projectUuids!:list virtualIDUuids!:list roleUuids:list
AddIdentityZoneFromRemote POST /hybrid/identity-zone
 < dataCenterUuid! zoneId type@5.2 description<=1024 resourceUuid tagUuids:list@5.2 type!(aliyun)@2.3.1
 > inventory!
AddImage POST /images
 < name!<=255 description<=2048 url!<=1024 mediaType(RootVolumeTemplate|ISO|DataVolumeTemplate) guestOsType<=255
 architecture(x86_64|aarch64|mips64el|loongarch64)<=32@5.2 system:bool format@5.2
 platform(Linux|Windows|Other|Paravirtualization|WindowsVirtio) backupStorageUuids!:list+ type virtio:bool@5.2
 resourceUuid tagUuids:list@5.2 format!@2.3.1
 > inventory!
AddInfoSecSecurityMachine@5.2 POST /security-machine/infoSec
 < password!<=255* port!:int[1..65535] name!<=255 description<=2048 managementIp!+ model!<=255
 type!(CloudSecurityMachine|OrdinarySecurityMachine|SecureSignVerifyService) zoneUuid! secretResourcePoolUuid!
 resourceUuid tagUuids:list
 > inventory!
AddInstanceToMonitorGroup@5.2 POST /zwatch/monitorgroups/{groupUuid}/actions
 < instanceUuid!<=32 groupUuid!<=32 resourceUuid tagUuids:list
 > inventory!
AddIntegrityResource@5.2 POST /integrity/resource/actions
 < resourceType! integrityResourceDataRangeInDays:int[1..65535]
AddIpRange POST /l3-networks/{l3NetworkUuid}/ip-ranges
 < l3NetworkUuid! name!<=255 description<=2048 startIp! endIp! netmask! gateway@5.2
 ipRangeType(Normal|AddressPool)@5.2 resourceUuid tagUuids:list@5.2 gateway!@2.3.1
 > inventory!
AddIpRangeByNetworkCidr POST /l3-networks/{l3NetworkUuid}/ip-ranges/by-cidr
 < name!<=255 description<=2048 l3NetworkUuid! networkCidr! gateway<=64@5.2 ipRangeType(Normal|AddressPool)@5.2
 resourceUuid tagUuids:list@5.2
 > inventory! inventories@5.2
AddIpv6Range@5.2 POST /l3-networks/{l3NetworkUuid}/ipv6-ranges
 < l3NetworkUuid! name!<=255 description<=2048 startIp! endIp! gateway! prefixLen!:int[8..126]
 addressMode!(SLAAC|Stateful-DHCP|Stateless-DHCP) ipRangeType(Normal|AddressPool) resourceUuid tagUuids:list
 > inventory!
AddIpv6RangeByNetworkCidr@5.2 POST /l3-networks/{l3NetworkUuid}/ipv6-ranges/by-cidr
 < name!<=255 description<=2048 l3NetworkUuid! networkCidr! addressMode!(SLAAC|Stateful-DHCP|Stateless-DHCP)
 ipRangeType(Normal|AddressPool) resourceUuid tagUuids:list
 > inventory! inventories
AddIscsiServer@5.2 POST /storage-devices/iscsi/servers
 < name<=256+ ip!<=64 port:int[1..65535] chapUserName<=128 chapUserPassword<=128* resourceUuid tagUuids:list
 > inventory!
AddJitSecurityMachine@5.2 POST /security-machine/jida/auth-gateway
 < port!:int[1..65535] name!<=255 description<=2048 managementIp!+ model!<=255
 type!(CloudSecurityMachine|OrdinarySecurityMachine|SecureSignVerifyService) zoneUuid! secretResourcePoolUuid!
 resourceUuid tagUuids:list
 > inventory!
AddKVMHostFromConfigFile@5.2 POST /hosts/kvm/from-file
 < hostInfo!+ resourceUuid tagUuids:list
 > results
AddLabelToAlarm POST /zwatch/alarms/{alarmUuid}/labels
 < alarmUuid! key!<=1024 value! operator!(Regex|Equal) resourceUuid tagUuids:list@5.2
 > inventory!
AddLabelToEventSubscription POST /zwatch/events/subscriptions/{subscriptionUuid}/labels
 < subscriptionUuid! key!<=1024 value! operator!(Regex|Equal) resourceUuid tagUuids:list@5.2
 > inventory!
AddLdapServer POST /ldap/servers
 < name!<=255 description<=2048 url!<=1024 base!<=1024 username!<=1024 password!<=1024* encryption!(None|TLS)<=1024
 scope!(account|IAM2)@5.2
 > inventory!
AddLogConfiguration@5.2 POST /log/configurations
 < name! description type! level(OFF|FATAL|ERROR|WARN|INFO|DEBUG|TRACE|ALL) configuration! resourceUuid tagUuids:list
 > inventory!
AddMdevDeviceSpecToVmInstance@5.2 POST /mdev-device-specs/{mdevSpecUuid}/vm-instances/{vmInstanceUuid}
 < mdevSpecUuid! vmInstanceUuid! mdevDeviceNumber:int[1..100]
 > inventory!
AddMetricRuleTemplate@5.2 POST /zwatch/monitortemplates/{monitorTemplateUuid}/metricrules
 < name!<=255 monitorTemplateUuid! comparisonOperator!(GreaterThanOrEqualTo|GreaterThan|LessThan|LessThanOrEqualTo)
 period:int[1..2147483647] namespace! metricName! threshold!:float[0..9223372036854775807]
 repeatInterval:int[0..9223372036854775807] labels:list repeatCount:int[-1..2147483647] enableRecovery:bool
 emergencyLevel(Emergent|Important|Normal) resourceUuid tagUuids:list
 > inventory!
AddMiniStorage@5.2 POST /primary-storage/mini
 < diskIdentifier! url<=2048 name!<=255 description<=2048 type zoneUuid! resourceUuid tagUuids:list
 > inventory!
AddMonToFusionstorPrimaryStorage@2.3.1 POST /primary-storage/fusionstor/{uuid}/mons
 < uuid! monUrls!:list+*
 > inventory!
AddNvmeServer@5.2 POST /storage-devices/nvme/servers
 < name<=256+ ip!<=64 port:int[1..65535] transport!(tcp|rdma)<=32 resourceUuid tagUuids:list
 > inventory!
AddOssBucketFromRemote POST /hybrid/aliyun/oss-bucket
 < bucketName!<=128+ dataCenterUuid! description<=1024 ossDomain<=256@5.2 ossKey<=127@5.2 ossSecret<=127*@5.2
 resourceUuid tagUuids:list@5.2
 > inventory!
AddPciDeviceSpecToVmInstance@5.2 POST /pci-device-specs/{pciSpecUuid}/vm-instances/{vmInstanceUuid}
 < pciSpecUuid! vmInstanceUuid! pciDeviceNumber:int[1..100]
 > inventory!
AddPolicyStatementsToRole@5.2 POST /identities/roles/{uuid}/policy-statements
 < uuid! statements!:list+
AddPreconfigurationTemplate@5.2 POST /baremetal/preconfigurations
 < name!<=255 description<=2048 distribution!<=64 type!(kickstart|preseed|autoyast) content!<=16777215 resourceUuid
 tagUuids:list
 > inventory!
AddRemoteCidrsToIPsecConnection POST /ipsec/{uuid}/remote-cidrs
 < uuid! peerCidrs!:list+ resourceUuid tagUuids:list@5.2
 > inventory!
AddRendezvousPointToMulticastRouter@5.2 POST /multicast/virtual-routers/{uuid}/RendezvousPoint
 < uuid! rpAddress! groupAddress! resourceUuid tagUuids:list
 > inventory!
AddReservedIpRange@5.2 POST /l3-networks/{l3NetworkUuid}/reserved-ip-ranges
 < l3NetworkUuid! startIp! endIp! resourceUuid tagUuids:list
 > inventory!
AddResourceStackVmPortMonitor@5.2 POST /cloudformation/stack/monitor/addvm
 < stackUuid vmInstanceUuid! port!:int
AddResourceToIAM2Project@5.2 POST /iam2/projects/add/resource/
 < projectUuid! resourceTemplates!:list
AddResourcesToDirectory@5.2 POST /add/resources/directory
 < resourceUuids!:list+ directoryUuid!
AddRolesToIAM2VirtualID@5.2 POST /iam2/projects/virtual-ids/{virtualIDUuid}/roles
 < virtualIDUuid! roleUuids!:list+ projectUuid
AddRolesToIAM2VirtualIDGroup@5.2 POST /iam2/projects/groups/{groupUuid}/roles
 < roleUuids!:list+ groupUuid! projectUuid
AddSNSDingTalkAtPerson POST /sns/application-endpoints/ding-talk/at-persons
 < phoneNumber!<=64 endpointUuid! remark<=128@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
AddSNSFeiShuAtPerson@5.2 POST /sns/application-endpoints/feishu/at-persons
 < userId!<=64 endpointUuid! remark<=128 resourceUuid tagUuids:list
 > inventory!
AddSNSSmsReceiver@5.2 POST /sns/sms-endpoints/receivers
 < phoneNumber<=64 phoneNumberList:list endpointUuid! type!(AliyunSms|UniversalSms) description<=255 resourceUuid
 tagUuids:list
 > inventories
AddSNSWeComAtPerson@5.2 POST /sns/application-endpoints/we-com/at-persons
 < userId!<=64 endpointUuid! remark<=128 resourceUuid tagUuids:list
 > inventory!
AddSanSecSecurityMachine@5.2 POST /security-machine/sanSec
 < port!:int[1..65535] password!<=255* name!<=255 description<=2048 managementIp!+ model!<=255
 type!(CloudSecurityMachine|OrdinarySecurityMachine|SecureSignVerifyService) zoneUuid! secretResourcePoolUuid!
 resourceUuid tagUuids:list
 > inventory!
AddSchedulerJobGroupToSchedulerTrigger@5.2 POST
 /scheduler/jobgroups/{schedulerJobGroupUuid}/scheduler/triggers/{schedulerTriggerUuid}
 < schedulerJobGroupUuid! schedulerTriggerUuid! triggerNow:bool
 > inventory!
AddSchedulerJobToSchedulerTrigger POST /scheduler/jobs/{schedulerJobUuid}/scheduler/triggers/{schedulerTriggerUuid}
 < schedulerJobUuid! schedulerTriggerUuid! triggerNow:bool@5.2
 > inventory!
AddSchedulerJobsToSchedulerJobGroup@5.2 POST /scheduler/jobgroups/{schedulerJobGroupUuid}/job
 < schedulerJobGroupUuid! schedulerJobUuids!:list+
 > inventories
AddSdnController@5.2 POST /sdn-controllers
 < vendorType!<=255 name!<=255 description<=2048 ip!<=255 userName!<=255 password!<=255* resourceUuid tagUuids:list
 > inventory!
AddSecurityGroupRule POST /security-groups/{securityGroupUuid}/rules
 < securityGroupUuid!+@5.2 rules!:list+ remoteSecurityGroupUuids:list+ priority:int@5.2 securityGroupUuid!@2.3.1
 > inventory!
AddServerGroupToLoadBalancerListener@5.2 POST /load-balancers/listeners/{listenerUuid}/servergroups
 < serverGroupUuid!+ listenerUuid!
 > inventory!
AddSharedBlockGroupPrimaryStorage@5.2 POST /primary-storage/sharedblockgroup
 < diskUuids!:list url<=2048 name!<=255 description<=2048 type zoneUuid! resourceUuid tagUuids:list
 > inventory!
AddSharedBlockToSharedBlockGroup@5.2 POST /primary-storage/sharedblockgroup/{uuid}/sharedblocks
 < diskUuid! uuid!
 > inventory!
AddSimulatorBackupStorage POST /backup-storage/simulators
 < totalCapacity:int availableCapacity:int url!<=2048+ name!<=255 description<=2048 type importImages:bool
 resourceUuid tagUuids:list@5.2
 > inventory!
AddSimulatorHost POST /hosts/simulators
 < memoryCapacity!:int cpuCapacity!:int name!<=255 description<=2048 managementIp!+ clusterUuid! resourceUuid
 tagUuids:list@5.2
 > inventory!
AddSimulatorPrimaryStorage POST /primary-storage/simulators
 < totalCapacity:int availableCapacity:int availablePhysicalCapacity:int totalPhysicalCapacity:int url!<=2048
 name!<=255 description<=2048 type zoneUuid! resourceUuid tagUuids:list@5.2
 > inventory!
AddStackTemplate@5.2 POST /cloudformation/template
 < name!<=255 description<=2048 type(zstack) templateContent<=4194304 resourceUuid tagUuids:list
 > inventory!
AddStorageProtocol@5.2 POST /primary-storage/protocol
 < uuid! outputProtocol!
AddThirdpartyPlatform@5.2 POST /zwatch/third-party/platforms
 < name!<=255 type!<=255 url!<=2048 template!<=8192 description<=2048 resourceUuid tagUuids:list
 > inventory!
AddTicketTypesToTicketFlowCollection@5.2 POST /tickets/flow-collections/{ticketFlowCollectionUuid}/ticket-types
 < ticketFlowCollectionUuid! ticketTypeUuids!:list
AddUserToGroup POST /accounts/groups/{groupUuid}/users
 < userUuid! groupUuid!
AddV2VConversionHost@5.2 POST /v2v-conversion-hosts
 < name!<=255 description<=2048 type!(VMWARE|KVM) hostUuid! storagePath!<=2048 resourceUuid tagUuids:list
 > inventory!
AddVCenter POST /vcenters
 < username!<=255 password!<=255* zoneUuid! name!<=255 https:bool port:int domainName!<=256+ description<=2048
 resourceUuid tagUuids:list@5.2
 > inventory!
AddVRouterNetworksToFlowMeter@5.2 POST /flowmeters/{flowMeterUuid}/router/{vRouterUuid}/addnetworks
 < flowMeterUuid!+ vRouterUuid!+ l3NetworkUuids!:list+ resourceUuid tagUuids:list
 > inventories
AddVRouterNetworksToOspfArea@5.2 POST /routerArea/{routerAreaUuid}/router/{vRouterUuid}/addnetworks
 < routerAreaUuid!+ vRouterUuid!+ l3NetworkUuids!:list+ resourceUuid tagUuids:list
 > inventories
AddVRouterRouteEntry POST /vrouter-route-tables/{routeTableUuid}/route-entries
 < description<=2048 type<=32 routeTableUuid! destination!<=64 target<=64 distance:int[1..254] resourceUuid
 tagUuids:list@5.2
 > inventory!
AddVmNicToLoadBalancer POST /load-balancers/listeners/{listenerUuid}/vm-instances/nics
 < vmNicUuids!:list+ listenerUuid!
 > inventory!
AddVmNicToSecurityGroup POST /security-groups/{securityGroupUuid}/vm-instances/nics
 < securityGroupUuid! vmNicUuids!:list+
AddVmToAffinityGroup POST /affinity-groups/{affinityGroupUuid}/vm-instances/{uuid}
 < affinityGroupUuid! uuid!
 > inventory!
AddVmToVmSchedulingRuleGroup@5.2 POST /vmSchedulingRuleGroup/{vmGroupUuid}/vmInstance/{vmUuid}
 < vmGroupUuid! vmUuid!
AddXDragonHost@5.2 POST /hosts/xdragon
 < username!<=255 password!<=255* cpuNum:int[64..256] cpuSockets:int[1..32]
 totalPhysicalMemory:int[137438953472..9223372036854775807] sshPort:int[1..65535] name!<=255 description<=2048
 managementIp!+ clusterUuid! resourceUuid tagUuids:list
 > inventory!
AddXSkyPrimaryStorage@2.3.1 POST /primary-storage/xsky
 < monUrls!:list+* rootVolumePoolName<=255 dataVolumePoolName<=255 imageCachePoolName<=255 url<=2048 name!<=255
 description<=2048 type zoneUuid! resourceUuid
 > inventory!
AddZBox@5.2 POST /zbox
 < usbDeviceUuid! name skipFormat:bool
 > inventory!
AddZsesPrimaryStorage@2.3.1 POST /primary-storage/zses
 < url!<=2048 name!<=255 description<=2048 type zoneUuid! resourceUuid
 > inventory!
AllocateHostResource@5.2 POST /hosts/{uuid}/allocate-resource
 < uuid! strategy!(continuous) scene!(normal|performance) vcpu!:int[1..512] memSize:int[1..9223372036854775807]
 > name uuid vCPUPin
ApplyDRSAdvice@5.2 PUT /clusters/drs/advice/{adviceUuid}/actions
 < adviceUuid!
 > vmMigrationActivityUuid
ApplyMonitorTemplateToMonitorGroup@5.2 POST /zwatch/monitortemplates/{templateUuid}/monitorgroups/{groupUuid}
 < templateUuid!<=32 groupUuid!<=32
 > inventory
ApplyRuleSetChanges@5.2 PUT /vpcfirewalls/ruleSets/apply/{uuid}/actions
 < uuid!+
 > inventory
ApplyTemplateConfig@5.2 PUT /template-configurations/{templateUuid}/actions
 < templateUuid!
AttachAliyunDiskToEcs POST /hybrid/aliyun/disk/{diskUuid}/attach
 < ecsUuid! diskUuid! deleteWithInstance:bool resourceUuid tagUuids:list@5.2
 > inventory
AttachAliyunKey PUT /hybrid/aliyun/key/{uuid}/attach
 < uuid!
AttachAppBuildSystemToZone@5.2 POST /zones/{zoneUuid}/buildsystem/{buildSystemUuid}
 < zoneUuid! buildSystemUuid!
 > inventory
AttachAutoScalingTemplateToGroup@5.2 POST /autoscaling/template/{uuid}/groups/{groupUuid}
 < uuid! groupUuid!
 > inventory
AttachBareMetal2GatewayToCluster@5.2 POST /baremetal2/clusters/{clusterUuid}/gateways/{gatewayUuid}
 < clusterUuid! gatewayUuid!
 > inventory
AttachBareMetal2ProvisionNetworkToCluster@5.2 POST /baremetal2/clusters/{clusterUuid}/provision-networks/{networkUuid}
 < clusterUuid! networkUuid!
 > inventory
AttachCCSCertificateToUser@5.2 POST /crypto/ccs-certificate/attach-user/{userUuid}
 < certificateUuid userUuid!+ state(enable|disable)
 > inventory
AttachDataVolumeToHost@5.2 POST /volumes/{volumeUuid}/hosts/{hostUuid}
 < volumeUuid! hostUuid! mountPath!<=512
AttachDataVolumeToVm POST /volumes/{volumeUuid}/vm-instances/{vmInstanceUuid}
 < vmInstanceUuid! volumeUuid!
 > inventory
AttachEip POST /eips/{eipUuid}/vm-instances/nics/{vmNicUuid}
 < eipUuid! vmNicUuid! usedIpUuid@5.2
 > inventory
AttachFirewallRuleSetToL3@5.2 POST /vpcfirewalls/ruleSets/{ruleSetUuid}/l3networks/{l3Uuid}
 < vpcFirewallUuid!+ l3Uuid!+ forward!(in|out) ruleSetUuid!+
 > inventory
AttachGuestToolsIsoToVm@5.2 PUT /vm-instances/{uuid}/actions
 < uuid!
AttachHybridEipToEcs POST /hybrid/eip/{eipUuid}/attach
 < eipUuid! ecsUuid! type!(aliyun)
 > inventory
AttachHybridKey@5.2 PUT /hybrid/hybrid/key/{uuid}/attach
 < uuid!
AttachIAM2ProjectToIAM2Organization@5.2 POST /iam2/projects/{projectUuid}/iam2/organizations/{organizationUuid}
 < projectUuid! organizationUuid!
 > inventory
AttachIscsiServerToCluster@5.2 POST /clusters/{clusterUuid}/storage-devices/iscsi/servers/{uuid}
 < uuid! clusterUuid!
 > inventory
AttachIsoToVmInstance POST /vm-instances/{vmInstanceUuid}/iso/{isoUuid}
 < vmInstanceUuid! isoUuid!
 > inventory
AttachL2NetworkToCluster POST /l2-networks/{l2NetworkUuid}/clusters/{clusterUuid} key@5.2=null
 < l2NetworkUuid! clusterUuid! l2ProviderType(LinuxBridge)@5.2
 > inventory
AttachL3NetworkToVm POST /vm-instances/{vmInstanceUuid}/l3-networks/{l3NetworkUuid}
 < vmInstanceUuid! l3NetworkUuid! staticIp driverType@5.2 customMac@5.2 vmNicParams@5.2
 > inventory
AttachL3NetworkToVmNic@5.2 POST /nics/{vmNicUuid}/l3-networks/{l3NetworkUuid}
 < vmNicUuid! l3NetworkUuid! staticIp
 > inventory
AttachL3NetworksToIPsecConnection POST /ipsec/{uuid}/l3networks
 < uuid! l3NetworkUuids!:list resourceUuid tagUuids:list@5.2
 > inventory
AttachMonitorTriggerActionToTrigger POST /monitoring/triggers/{triggerUuid}/trigger-actions/{actionUuid}
 < triggerUuid! actionUuid!
AttachNetworkServiceToL3Network POST /l3-networks/{l3NetworkUuid}/network-services
 < l3NetworkUuid! networkServices!:map
 > inventory
AttachNicToBonding@5.2 PUT /hosts/bondings/{uuid}/attach
 < uuid! slaveUuids!:list type(LinuxBonding|OvsBonding)
 > inventory
AttachNvmeServerToCluster@5.2 POST /clusters/{clusterUuid}/storage-devices/nvme/servers/{uuid}
 < uuid! clusterUuid!
 > inventory
AttachOssBucketToEcsDataCenter PUT /hybrid/aliyun/oss-bucket/{ossBucketUuid}/attach
 < ossBucketUuid!
 > inventory
AttachPoliciesToUser POST /accounts/users/{userUuid}/policy-collection
 < userUuid! policyUuids!:list+
AttachPolicyRouteRuleSetToL3@5.2 POST /policy-routes/rulesets/{ruleSetUuid}/l3networks/{l3Uuid}
 < l3Uuid!+ ruleSetUuid!+
AttachPolicyToRole@5.2 POST /identities/policies/{policyUuid}/roles/{roleUuid}
 < roleUuid! policyUuid!
AttachPolicyToUser POST /accounts/users/{userUuid}/policies key@2.3.1=
 < userUuid! policyUuid!
AttachPolicyToUserGroup POST /accounts/groups/{groupUuid}/policies
 < policyUuid! groupUuid!
AttachPortForwardingRule POST /port-forwarding/{ruleUuid}/vm-instances/nics/{vmNicUuid}
 < ruleUuid! vmNicUuid!
 > inventory
AttachPriceTableToAccount@5.2 POST /billings/price-tables/{tableUuid}/accounts/{accountUuid}
 < accountUuid! tableUuid!
 > inventory
AttachProvisionNicToBonding@5.2 POST /baremetal2/bm-instances/{uuid}/bm2-bondings/{bondingUuid}
 < uuid! provisionNicUuid! bondingUuid! provisionIp customMac
 > inventory
AttachRoleToAccount@5.2 POST /identities/accounts/{accountUuid}/roles/{roleUuid}
 < roleUuid! accountUuid!
AttachScsiLunToVmInstance@5.2 POST /vm-instances/{vmInstanceUuid}/scsi-lun/{uuid}
 < uuid! vmInstanceUuid! disableMultiPathAttach:bool
 > inventory
AttachSecurityGroupToL3Network POST /security-groups/{securityGroupUuid}/l3-networks/{l3NetworkUuid}
 < securityGroupUuid! l3NetworkUuid!
 > inventory
AttachSshKeyPairToVmInstance@5.2 POST /ssh-key-pair/{sshKeyPairUuid}/vm-instance/{vmInstanceUuid}
 < vmInstanceUuid! sshKeyPairUuid!
 > inventory
AttachTagToResources@5.2 POST /tags/{tagUuid}/resources
 < tagUuid! resourceUuids!:list+ tokens:map
 > results
AttachUserDefinedXmlHookScriptToVm@5.2 POST /xmlhook/{xmlHookUuid}/vm-instances/{vmInstanceUuid}
 < vmInstanceUuid! xmlHookUuid! startupStrategy(Reboot|None)
AttachVRouterRouteTableToVRouter POST /vrouter-route-tables/{routeTableUuid}/attach
 < routeTableUuid! virtualRouterVmUuid!
 > inventory
AttachVipToLoadBalancer@5.2 POST /load-balancers/{loadBalancerUuid}/vip/{vipUuid}
 < loadBalancerUuid! vipUuid!+
 > inventory
AttachVipToVpcSharedQos@5.2 POST /vips/sharedqos/{sharedQosUuid}/vips
 < sharedQosUuid! vipLists:list+ vipUuids:list+
AttachVmNicToVm@5.2 POST /vm-instances/{vmInstanceUuid}/nices/{vmNicUuid}
 < vmNicUuid! vmInstanceUuid!
 > inventory
BackupDatabaseToPublicCloud POST /hybrid/backup-mysql
 < type!(aliyun) regionId!+ local:bool
 > local remote regionId
BatchAddBareMetal2IpmiChassis@5.2 POST /baremetal2/chassis/ipmi/from-file
 < chassisInfo!+ longJobName<=255 longJobDescription<=2048 resourceUuid tagUuids:list
 > inventory
BatchCreateBaremetalChassis@5.2 POST /baremetal/chassis/from-file
 < baremetalChassisInfo!+ longJobName<=255 longJobDescription<=2048 resourceUuid tagUuids:list
 > inventory
BatchCreateIAM2VirtualIDFromConfigFile@5.2 POST /iam2/virtual-ids/from-file
 < virtualIDInfos!+ resourceUuid tagUuids:list
 > numberOfImportedUser!
BatchDeleteVolumeSnapshot@5.2 PUT /volume-snapshots/batch-delete
 < uuids!:list+ deleteMode(Permissive|Enforcing)
 > results
BatchQuery GET /batch-queries
 < script
 > result
BatchSyncVolumeSize@5.2 POST /volumes/batch-sync-volumes sync key@5.2=
 < clusterUuid!
 > successCount! failCount!
BootstrapMiniHost@5.2 POST /mini-clusters/hosts
 < local!:map peer!:map resourceUuid tagUuids:list
 > stage
CalculateAccountBillingSpending@5.2 PUT /billings/accounts/{accountUuid}/actions reads sync
 < accountUuid! dateStart:int[0..9223372036854775807] dateEnd:int[0..9223372036854775807] resourceUuid simple:bool
 > total! spending
CalculateAccountSpending PUT /billings/accounts/{accountUuid}/actions reads sync
 < accountUuid! hypervisorType(KVM|Simulator|ESX|xdragon)@5.2 dateStart:int[0..9223372036854775807]
 dateEnd:int[0..9223372036854775807] simple:bool@5.2
 > total! spending
CalculateImageHash@5.2 PUT /images/{uuid}/actions
 < uuid! backupStorageUuid! algorithm
 > inventory
CalculateResourceSpending@5.2 PUT /billings/resources/actions reads sync
 < resourceType(VM| cpu| memory| rootVolume| dataVolume| snapShot| gpu| pubIpVipBandwidth| pubIpVipBandwidthIn|
 pubIpVipBandwidthOut| pubIpVmNicBandwidth| pubIpVmNicBandwidthIn| pubIpVmNicBandwidthOut| bareMetal2Instance| all)
 resourceUuid dateStart dateEnd start:int[0..9223372036854775807] limit:int[1..10000]
 > spending pagination
ChangeAccessControlListRedirectRule@5.2 PUT /access-control-lists/redirectRules/{uuid}/actions
 < uuid! name<=255
 > inventory
ChangeAccessControlListServerGroup@5.2 PUT /load-balancers/listener/acl/{aclUuid}/servergroup/actions
 < serverGroupUuids!:list+ listenerUuid! aclUuid!
 > inventory
ChangeAccessKeyState@5.2 PUT /accesskeys/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeAccountPriceTableBinding@5.2 PUT /billings/price-tables/{tableUuid}/accounts/{accountUuid}
 < accountUuid! tableUuid!
 > inventory
ChangeActiveAlarmState@5.2 POST /zwatch/activealarms/actions
 < namespace! stateEvent!(enable|disable)
ChangeAffinityGroupState PUT /affinity-groups/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeAlarmState PUT /zwatch/alarms/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeAppBuildSystemState@5.2 PUT /appcenter/buildsystem/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeAutoScalingGroupState@5.2 PUT /autoscaling/groups/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeBareMetal2ChassisOfferingState@5.2 PUT /baremetal2/chassis/offerings/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeBareMetal2ChassisState@5.2 PUT /baremetal2/chassis/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeBareMetal2GatewayCluster@5.2 PUT /baremetal2/gateways/{gatewayUuid}/actions
 < gatewayUuid! clusterUuid!
 > inventory
ChangeBareMetal2GatewayState@5.2 PUT /baremetal2/gateways/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeBareMetal2InstancePassword@5.2 PUT /baremetal2/bm-instances/{uuid}/action
 < uuid! username!+ password!<=32*
 > inventory
ChangeBareMetal2ProvisionNetworkState@5.2 PUT /baremetal2/provision-networks/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeDiskOfferingState PUT /disk-offerings/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeEipState PUT /eips/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeEventSubscriptionState@5.2 PUT /zwatch/change/eventSubscription/{uuid}/state
 < uuid! state!(Enabled|Disabled)
 > inventory
ChangeFirewallRuleState@5.2 PUT /vpcfirewalls/rules/{uuid}/actions
 < uuid!+ state!(enable|disable)
 > inventory
ChangeHostNetworkInterfaceLldpMode@5.2 PUT /hostNetworkInterface/lldp/actions
 < interfaceUuids!:list mode(rx_only|tx_only|rx_and_tx|disable)
 > inventories
ChangeHostPassword@5.2 PUT /hosts/kvm/{hostUuid}/actions
 < hostUuid!+ password!<=255+*
ChangeIAM2OrganizationParent@5.2 PUT /iam2/organizations/{parentUuid}/actions
 < parentUuid! childrenUuids!:list+
ChangeIAM2OrganizationState@5.2 PUT /iam2/organizations/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeIAM2ProjectState@5.2 PUT /iam2/projects/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeIAM2VirtualIDGroupState@5.2 PUT /iam2/projects/groups/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeIAM2VirtualIDState@5.2 PUT /iam2/virtual-ids/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeIAM2VirtualIDType@5.2 PUT /iam2/virtual-ids/{uuid}/actions
 < uuid! type!(ZStack)
 > inventory
ChangeIPSecConnectionState PUT /ipsec/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeIPsecConnection@5.2 PUT /ipsec/config/{uuid}
 < uuid! peerAddress!<=255 authMode(psk|certs)<=255 authKey!* idType(ip|name|fqdn)<=32 localId<=255 remoteId<=255
 ikeVersion(ike|ikev1|ikev2)<=32 ikeAuthAlgorithm(md5|sha1|sha256|sha384|sha512)<=32
 ikeEncryptionAlgorithm(3des|aes-128|aes-192|aes-256)<=32 ikeDhGroup:int ikeLifeTime:int[60..604800]
 policyAuthAlgorithm(md5|sha1|sha256|sha384|sha512)<=32 policyEncryptionAlgorithm(3des|aes-128|aes-192|aes-256)<=32
 pfs(none| dh-group2| dh-group5| dh-group14| dh-group15| dh-group16| dh-group17| dh-group18| dh-group19| dh-group20|
 dh-group21| dh-group22| dh-group23| dh-group24| dh-group25| dh-group26)<=32 policyMode(tunnel|transport)<=32
 transformProtocol(esp|ah|ah-esp)<=32 lifeTime:int[30..604800]
 > inventory
ChangeImageState PUT /images/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeInstanceOffering PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! instanceOfferingUuid!
 > inventory
ChangeInstanceOfferingState PUT /instance-offerings/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeL2NetworkVlanId@5.2 PUT /l2-networks/{uuid}/actions
 < uuid! vlan:int type
 > inventory
ChangeL3NetworkDhcpIpAddress@5.2 PUT /l3-networks/{l3NetworkUuid}/dhcp-ip
 < l3NetworkUuid! dhcpServerIp+ dhcpv6ServerIp+
 > dhcpServerIp dhcpv6ServerIp
ChangeL3NetworkState PUT /l3-networks/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeLoadBalancerBackendServer@5.2 PUT /load-balancers/servergroups/{serverGroupUuid}/backendserver/actions
 < serverGroupUuid!+ vmNics:list servers:list
 > inventory
ChangeLoadBalancerListener@5.2 PUT /load-balancers/listeners/{uuid}/actions
 < uuid! connectionIdleTimeout:int[0..2147483647] maxConnection:int[0..10000000]
 balancerAlgorithm(weightroundrobin|roundrobin|leastconn|source) healthCheckTarget healthyThreshold:int[1..2147483647]
 unhealthyThreshold:int[1..2147483647] healthCheckInterval:int[1..2147483647] healthCheckProtocol(tcp|udp|http)
 healthCheckMethod(GET|HEAD) healthCheckURI<=80 healthCheckHttpCode<=80 aclStatus(enable|disable)
 securityPolicyType(tls_cipher_policy_default| tls_cipher_policy_1_0| tls_cipher_policy_1_1| tls_cipher_policy_1_2|
 tls_cipher_policy_1_2_strict| tls_cipher_policy_1_2_strict_with_1_3) nbprocess:int[1..64]
 httpMode(http-keep-alive|http-server-close|http-tunnel|httpclose|forceclose)
 sessionPersistence(disable|iphash|insert|rewrite) sessionIdleTimeout:int[30..3600] cookieName<=20 httpVersions:list
 httpRedirectHttps(disable|enable) redirectPort:int[1..65535] statusCode:int(301|302|303|307|308) tcpProxyProtocol
 httpCompressAlgos:list
 > inventory
ChangeMediaState PUT /media/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeMonitorTriggerActionState PUT /monitoring/trigger-actions/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeMonitorTriggerState PUT /monitoring/triggers/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeMulticastRouterState@5.2 PUT /multicast/virtual-routers/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangePortForwardingRuleState PUT /port-forwarding/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangePortMirrorState@5.2 PUT /port-mirrors/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangePreconfigurationTemplateState@5.2 PUT /baremetal/preconfigurations/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeResourceOwner POST /account/{accountUuid}/resources
 < accountUuid! resourceUuid!+@5.2 resourceUuid!@2.3.1
 > inventory
ChangeRoleState@5.2 PUT /identities/roles/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeSNSApplicationEndpointState PUT /sns/application-endpoints/{uuid}/actions
 < uuid! stateEvent!(enable|disable|hide)@5.2 stateEvent!(enable|disable)@2.3.1
 > inventory
ChangeSNSApplicationPlatformState PUT /sns/application-platforms/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeSNSTopicState PUT /zwatch/topics/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeSchedulerState PUT /schedulers/{uuid}
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeSecretResourcePoolState@5.2 PUT /secret-resource-pools/{uuid}/actions
 < uuid! stateEvent!(activate|unactivate)
 > inventory
ChangeSecurityGroupRule@5.2 PUT /security-groups/rules/{uuid}/actions
 < uuid!+ description<=255 remoteSecurityGroupUuid action(DROP|ACCEPT)+ state(Enabled|Disabled)+ priority:int<=4+
 protocol(ALL|TCP|UDP|ICMP)+ srcIpRange<=1024 dstIpRange<=1024 dstPortRange<=255
 > inventory
ChangeSecurityGroupRuleState@5.2 PUT /security-groups/{securityGroupUuid}/rules/state/actions
 < securityGroupUuid!+ ruleUuids!:list+ state!(Enabled|Disabled)
 > inventory
ChangeSecurityGroupState PUT /security-groups/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeSecurityMachineState@5.2 PUT /security-machines/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeSlbGroupDeployType@5.2 PUT /load-balancers/slb/groups/{slbGroupUuid}/deployType
 < slbGroupUuid! deployType!+
 > inventory
ChangeSlbGroupMonitorIps@5.2 PUT /load-balancers/slb/groups/{slbGroupUuid}/monitorIps
 < slbGroupUuid! monitorIps!:list<=2048
 > inventory
ChangeTicketFlowCollectionState@5.2 PUT /tickets/flow-collections/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeTicketStatus@5.2 PUT /tickets/{uuid}/actions
 < uuid! statusEvent!(open|approve|cancel|reject|reopen) comment<=65535
 > inventory
ChangeV2VConversionHostState@5.2 PUT /v2v-conversion-hosts/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeVfNicHaState@5.2 PUT /vm-instances/nics/{vfNicUuid}/actions
 < vfNicUuid!+ haState!(Enabled|Disabled)<=32
 > inventory
ChangeVipState PUT /vips/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeVmImage PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! imageUuid! resourceUuid@5.2 tagUuids:list@5.2
 > inventory
ChangeVmNicNetwork@5.2 POST /vm-instances/nics/{vmNicUuid}/l3-networks/{destL3NetworkUuid}
 < vmNicUuid! destL3NetworkUuid! staticIp
 > inventory
ChangeVmNicSecurityPolicy@5.2 PUT /security-groups/nics/{vmNicUuid}/security-policy/actions
 < vmNicUuid! ingressPolicy(DENY|ALLOW) egressPolicy(DENY|ALLOW)
 > inventory
ChangeVmNicState@5.2 PUT /vm-instances/nics/{vmNicUuid}/actions
 < vmNicUuid! state!(enable|disable)
 > inventory
ChangeVmNicType@5.2 PUT /vm-instances/nics/{vmNicUuid}/actions
 < vmNicUuid! vmNicType!(VNIC)
 > inventory
ChangeVmPassword PUT /vm-instances/{uuid}/actions
 < uuid! password!<=32* account!+
ChangeVmSchedulingRuleState@5.2 PUT /vmSchedulingRule/{uuid}/actions
 < uuid! state!(enable|disable)
 > inventory
ChangeVolumeState PUT /volumes/{uuid}/actions
 < uuid! stateEvent!(enable|disable)
 > inventory
ChangeVpcHaGroupMonitorIps@5.2 PUT /vpc/hagroups/{uuid}/monitorIps
 < uuid! monitorIps:list+
 > inventory
ChangeVpcSharedQosBandwidth@5.2 POST /vips/sharedqos/{sharedQosUuid}/bandwidth/actions
 < sharedQosUuid! bandwidth!:int[131072..32212254720]
 > inventory
CheckApiPermission PUT /accounts/permissions/actions reads sync
 < userUuid apiNames!:list+
 > inventory
CheckBareMetal2IpmiChassisConfigFile@5.2 POST /baremetal2/chassis/ipmi/from-file/check reads sync
 < chassisInfo!+
CheckBaremetalChassisConfigFile@5.2 POST /baremetal/chassis/from-file/check reads sync
 < baremetalChassisInfo!+
CheckBatchDataIntegrity@5.2 GET /check/batch/data/integrity/
 < resourceUuids:list resourceType!
 > resourceMap
CheckBuildAppParameters@5.2 POST /appcenter/buildapp/check reads sync
 < type(zstack) uuid!
 > parameters
CheckElaborationContent@5.2 POST /errorcode/elaborations/check reads sync
 < elaborateFile+ elaborateContent+
 > results
CheckFirewallRuleConfigFile@5.2 POST /vpcfirewalls/rules/from-file/check reads sync
 < ruleInfo!+
CheckIAM2OrganizationAvailability@5.2 GET /iam2/organizations/availabilities
 > exists!
CheckIAM2VirtualIDConfigFile@5.2 PUT /iam2/virtual-ids/from-file reads sync
 < virtualIDInfos!+
 > results
CheckIpAvailability GET /l3-networks/{l3NetworkUuid}/ip/{ip}/availability
 < l3NetworkUuid! ip!<=255 arpCheck:bool@5.2 ipRangeCheck:bool@5.2
 > available! reason@5.2
CheckKVMHostConfigFile@5.2 POST /hosts/kvm/from-file/check reads sync
 < hostInfo!+
CheckNetworkReachable@5.2 GET /zops/check/network
 < sourceHostnames:list+ targetHostnames!:list+
 > results
CheckResourcePermission@5.2 GET /accounts/resource/api-permissions
 < resourceType!
 > apis
CheckScsiLunClusterStatus@5.2 PUT /storage-devices/scsi-lun/{uuid}/cluster/{clusterUuid} reads sync
 < uuid! clusterUuid!
 > inventory
CheckStackTemplateParameters@5.2 POST /cloudformation/stack/check reads sync
 < type(zstack) templateContent<=4194304 uuid
 > parameters preparameters
CheckStaticProvisionIp@5.2 POST /baremetal2/bm-instances/static/provision/ip/check reads sync
 < clusterUuid! provisionIp!
CheckVipPortAvailability@5.2 GET /vips/{vipUuid}/check-port-availability
 < vipUuid! port!:int[1..65535] protocolType!(TCP|UDP) limit:int start:int
 > available!
CheckVolumeSnapshotGroupAvailability@5.2 GET /volume-snapshots/groups/availabilities
 < uuids!:list
 > results
CleanInvalidLdapBinding PUT /ldap/bindings/actions
 > inventories
CleanInvalidLdapIAM2Binding@5.2 PUT /iam2/ldap/bindings/actions
 > inventories
CleanLongJob@5.2 PUT /longjobs/{uuid}/actions
 < uuid!
CleanQueue@5.2 PUT /clean/queue
 < signatureName! taskIndex:int isCleanUp:bool isRunningTask:bool managementiUuid
CleanUpBareMetal2Bonding@5.2 PUT /baremetal2/chassis/{chassisUuid}/actions
 < chassisUuid!
CleanUpBaremetalChassisBonding@5.2 PUT /baremetal/chassis/{chassisUuid}/actions
 < chassisUuid!
CleanUpStorageTrashOnPrimaryStorage@5.2 PUT /primary-storage/{uuid}/storagetrash/actions
 < uuid! force:bool
 > result total
CleanUpTrashOnBackupStorage@5.2 PUT /backup-storage/{uuid}/trash/actions
 < uuid! trashId:int
 > result results
CleanUpTrashOnPrimaryStorage@5.2 PUT /primary-storage/{uuid}/trash/actions
 < uuid! trashId:int
 > result results
CleanV2VConversionCache@5.2 PUT /v2v/conversion/host/{uuid}/actions
 < uuid!
CleanupBillingUsage@5.2 DELETE /billings/usage
 < deleteMode(Permissive|Enforcing)
CloneMonitorTemplate@5.2 POST /zwatch/monitortemplates/{uuid}/actions
 < uuid! name!<=255 description<=2048 resourceUuid tagUuids:list
 > inventory
CloneVmInstance PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! strategy(InstantStart|JustCreate|CreateStopped)@5.2 vmNicParams:list@5.2 names!:list+
 primaryStorageUuidForRootVolume@5.2 primaryStorageUuidForDataVolume@5.2 full:bool@5.2 rootVolumeSystemTags:list@5.2
 dataVolumeSystemTags:list@5.2 clusterUuid@5.2 hostUuid@5.2 strategy(InstantStart|JustCreate)@2.3.1
 > result
ConvertVmFromForeignHypervisor@5.2 POST /v2vs
 < url!<=1024 name!<=255 description<=2048 conversionHostUuid sshPrivKey* cpuNum!:int[1..1024]
 memorySize!:int[1..9223372036854775807] zoneUuid clusterUuid hostUuid primaryStorageUuid! l3NetworkUuids!:list+
 defaultL3NetworkUuid platform(Linux|Windows|WindowsVirtio|Paravirtualization|Other) type(UserVm|ApplianceVm)
 strategy(InstantStart|JustConvert) convertStrategy(CapacityOptimized|EfficiencyFirst) pauseVm:bool volumeFilters:list
 rootFileSystem longJobName<=255 longJobDescription<=2048 resourceUuid tagUuids:list
 > inventory
CreateAccessControlList@5.2 POST /access-control-lists
 < name!<=255 description<=2048 ipVersion:int(4|6) resourceUuid tagUuids:list
 > inventory!
CreateAccessKey@5.2 POST /accesskeys
 < accountUuid!<=32 userUuid!<=32 description<=2048 AccessKeyID>=10<=20 AccessKeySecret>=10<=40* resourceUuid
 tagUuids:list
 > inventory!
CreateAccount POST /accounts
 < name!<=255 password!<=255* type(SystemAdmin|Normal) description<=2048 resourceUuid tagUuids:list@5.2
 > inventory!
CreateAffinityGroup POST /affinity-groups
 < name!<=255 description<=255 policy(antiSoft|antiHard)@5.2 type(host) zoneUuid@5.2 subType@5.2 resourceUuid
 tagUuids:list@5.2 policy!(antiSoft|antiHard)@2.3.1
 > inventory!
CreateAiSiNoSecretResourcePool@5.2 POST /secret-resource-pool/aisino
 < managementIp port:int route clientID clientSecrete* appId keyNumSM2 keyNumSM4 name!<=255 description<=2048
 model<=255 type!(CloudSecurityMachine| OrdinarySecurityMachine| CloudSecurityResourceService|
 SecureSignVerifyService) heartbeatInterval!:int[6..180] zoneUuid! resourceUuid tagUuids:list
 > inventory!
CreateAlarm POST /zwatch/alarms
 < name!<=255 description<=2048 comparisonOperator!(GreaterThanOrEqualTo|GreaterThan|LessThan|LessThanOrEqualTo)
 period:int[1..2147483647]@5.2 namespace! metricName! threshold!:float[0..9223372036854775807]
 repeatInterval:int[0..9223372036854775807] labels:list actions:list repeatCount:int[-1..2147483647]@5.2 type@5.2
 enableRecovery:bool@5.2 emergencyLevel(Emergent|Important|Normal)@5.2 resourceUuid tagUuids:list@5.2
 period!:int[1..2147483647]@2.3.1
 > inventory!
CreateAliyunDiskFromRemote POST /hybrid/aliyun/disk
 < identityUuid! name!>=2<=128+ sizeWithGB:int[20..32768] description>=2<=1024
 diskCategory(cloud_efficiency|cloud_ssd) snapshotUuid resourceUuid tagUuids:list@5.2
 > inventory!
CreateAliyunNasAccessGroup@5.2 POST /nas/aliyun/access
 < dataCenterUuid! name!<=255+ description<=1024 networkType(classic|vpc) resourceUuid tagUuids:list
 > inventory!
CreateAliyunNasAccessGroupRule@5.2 POST /nas/aliyun/rule
 < accessGroupUuid! sourceCidrIp! rwAccessType(RDWR|RDONLY) priority:int[1..100] resourceUuid tagUuids:list
 > inventory!
CreateAliyunNasFileSystem@5.2 POST /nas/aliyun
 < storageType!(Performance|Capacity) dataCenterUuid! protocol(NFS|SMB) name!<=255+ description<=1024 resourceUuid
 tagUuids:list
 > inventory!
CreateAliyunNasMountTarget@5.2 POST /nas/aliyun/mount
 < nasAccessGroupUuid! vSwitchUuid nasFSUuid! name!<=255+ description<=1024 resourceUuid tagUuids:list
 > inventory!
CreateAliyunProxyVSwitch@5.2 POST /aliyun-proxy/vpcs/vswitches
 < aliyunProxyVpcUuid!<=32 vpcL3NetworkUuid!<=32 isDefault!:bool resourceUuid tagUuids:list
 > inventory!
CreateAliyunProxyVpc@5.2 POST /aliyun-proxy/vpcs
 < name!<=255 description<=255 cidrBlock!<=255 vRouterUuid!<=32 isDefault!:bool resourceUuid tagUuids:list
 > inventory!
CreateAliyunRouterInterfaceRemote@5.2 POST /hybrid/aliyun/router-interface
 < dataCenterUuid! accessPointUuid spec vRouterUuid! routerType!(VBR|VRouter) description<=1024 name!<=255+
 resourceUuid tagUuids:list
 > inventory!
CreateAliyunSmsSNSTextTemplate@5.2 POST /zwatch/alarms/sns/text-templates/aliyun-sms
 < sign! alarmTemplateCode! eventTemplateCode! eventTemplate name!<=255 description<=2048 applicationPlatformType!
 subject<=2048 recoverySubject<=2048 template! recoveryTemplate defaultTemplate:bool type(alarm|event|combined)
 resourceUuid tagUuids:list
 > inventory!
CreateAliyunSnapshotRemote POST /hybrid/aliyun/snapshot
 < diskUuid! name!>=2<=128 description>=2<=1024 resourceUuid tagUuids:list@5.2
 > inventory!
CreateAliyunVpcVirtualRouterEntryRemote POST /hybrid/aliyun/route-entry
 < vRouterUuid!+ dstCidrBlock!+ nextHopUuid!+ nextHopType!(Instance|RouterInterface|VpnGateway)
 vRouterType!(vbr|vrouter) resourceUuid tagUuids:list@5.2
 > inventory!
CreateAutoScalingGroup@5.2 POST /autoscaling/groups
 < name!<=255 description<=2048 scalingResourceType!(VmInstance) minResourceSize!:int[0..2147483647]
 maxResourceSize!:int[0..2147483647] defaultCooldown!:int[0..2147483647] removalPolicy!(OldestInstance|
 NewestInstance| OldestScalingConfiguration| MinimumCPUUsageInstance| MinimumMemoryUsageInstance) defaultEnable:bool
 resourceUuid tagUuids:list
 > inventory!
CreateAutoScalingGroupAddingNewInstanceRule@5.2 POST /autoscaling/rules/adding-new-instance
 < adjustmentType!(QuantityChangeInCapacity|PercentChangeInCapacity|TotalCapacity)
 adjustmentValue!:int[1..9223372036854775807] name!<=255 description<=2048 autoScalingGroupUuid! type
 cooldown:int[1..2147483647] resourceUuid tagUuids:list
 > inventory!
CreateAutoScalingGroupRemovalInstanceRule@5.2 POST /autoscaling/rules/removal-instance
 < adjustmentType!(QuantityChangeInCapacity|PercentChangeInCapacity|TotalCapacity)
 adjustmentValue!:int[1..9223372036854775807] removalPolicy!(OldestInstance| NewestInstance|
 OldestScalingConfiguration| MinimumCPUUsageInstance| MinimumMemoryUsageInstance) name!<=255 description<=2048
 autoScalingGroupUuid! type cooldown:int[1..2147483647] resourceUuid tagUuids:list
 > inventory!
CreateAutoScalingRuleAlarmTrigger@5.2 POST /zwatch/alarms/{alarmUuid}/autoscaling/rules/{ruleUuid}
 < alarmUuid! triggerType name!<=256 description<=2048 ruleUuid! resourceUuid tagUuids:list
 > inventory!
CreateAutoScalingRuleSchedulerJobTrigger@5.2 POST /scheduler/jobs/{schedulerJobUuid}/autoscaling/rules/{ruleUuid}
 < schedulerJobUuid! triggerType name!<=256 description<=2048 ruleUuid! resourceUuid tagUuids:list
 > inventory!
CreateAutoScalingVmTemplate@5.2 POST /autoscaling/vmtemplate
 < vmInstanceName!<=255 vmInstanceDescription<=2048 vmInstanceOfferingUuid! imageUuid! l3NetworkUuids!:list+
 vmInstanceType(UserVm|ApplianceVm) rootDiskOfferingUuid dataDiskOfferingUuids:list vmInstanceZoneUuid
 vmInstanceClusterUuid hostUuid primaryStorageUuidForRootVolume defaultL3NetworkUuid!
 strategy(InstantStart|CreateStopped) name!<=255 description<=2048 type resourceUuid tagUuids:list
 > inventory!
CreateBareMetal2Bonding@5.2 POST /baremetal2/chassis/bond
 < chassisUuid! name!<=255 mode!:int[0..6] slaves!<=2048 opts<=1024
 > inventory!
CreateBareMetal2Instance@5.2 POST /baremetal2/bm-instances
 < name!<=255+ description<=2048 zoneUuid clusterUuid gatewayUuid chassisUuid chassisOfferingUuid imageUuid
 chassisDiskUuid primaryStorageUuidForRootVolume primaryStorageUuidForDataVolume dataDiskOfferingUuids:list
 rootVolumeSystemTags:list dataVolumeSystemTags:list gatewayAllocatorStrategy resourceUuid tagUuids:list
 > inventory!
CreateBareMetal2IpmiChassisHardwareInfo@5.2 POST /baremetal2/chassis/ipmi/hardwareinfos sync public
 < ipmiAddress!+ ipmiPort!:int[1..65535] hardwareInfo!+ convertInfo
CreateBareMetal2ProvisionNetwork@5.2 POST /baremetal2/provision-networks
 < name!<=255+ description<=2048 zoneUuid! dhcpInterface!<=128 dhcpRangeStartIp! dhcpRangeEndIp! dhcpRangeNetmask!
 dhcpRangeGateway resourceUuid tagUuids:list
 > inventory!
CreateBaremetalBonding@5.2 POST /baremetal/network/bondings
 < chassisUuid! name!<=255 mode!:int[0..6] slaves!<=2048 opts<=1024 resourceUuid tagUuids:list
 > inventory!
CreateBaremetalInstance@5.2 POST /baremetal/instances
 < name!<=255 description<=2048 chassisUuid! imageUuid! templateUuid username<=255 password!<=255* nicCfgs:map
 bondingCfgs:map customConfigurations:map strategy(InstantStart|JustCreate) resourceUuid tagUuids:list
 > inventory!
CreateBlockVolume@5.2 POST /block-volumes
 < name! description size!:int primaryStorageUuid! accessPathId:int accessPathIqn burstTotalBw:int burstTotalIops:int
 maxTotalBw:int maxTotalIops:int protocol resourceUuid tagUuids:list
 > inventory!
CreateBonding@5.2 POST /hosts/bondings
 < hostUuids!:list bondingName!<=7 slaveUuids:list slaveNames:list type!(LinuxBonding|OvsBonding)
 mode!(802.3ad|active-backup) xmitHashPolicy(layer2|layer2+3|layer3+4) description<=2048 resourceUuid tagUuids:list
 > inventory!
CreateBuildApp@5.2 POST /appcenter/buildapp
 < buildSystemUuid! backupStorageUuid! dataPath!+ resourceUuid tagUuids:list
 > inventory!
CreateCSPSecretResourcePool@5.2 POST /secret-resource-pool/csp
 < managementIp! port!:int appId! appKey!* keyId! protocol(https|http) userId<=128 name!<=255 description<=2048
 model<=255 type!(CloudSecurityMachine| OrdinarySecurityMachine| CloudSecurityResourceService|
 SecureSignVerifyService) heartbeatInterval!:int[6..180] zoneUuid! resourceUuid tagUuids:list
 > inventory!
CreateCasClient@5.2 POST /create/cas/client
 < name! description casServerLoginUrl! casServerUrlPrefix! serverName! loginType! urlTemplate! resourceUuid
 tagUuids:list
 > inventory!
CreateCdpPolicy@5.2 POST /cdp-backup-storage/policy
 < name!<=255 description<=2048 retentionTimePerDay:int[1..30] hourlyRpSinceDay:int[1..30] dailyRpSinceDay:int
 expireTimeInDay:int fullBackupIntervalInDay:int[1..10] recoveryPointPerSecond!:int[1..3600] resourceUuid
 tagUuids:list
 > inventory!
CreateCdpTask@5.2 POST /cdp-backup-storage/task
 < name!<=255 description<=2048 taskType!+ policyUuid! backupStorageUuid! resourceUuids!:list+ backupBandwidth:int
 maxCapacity:int maxLatency:int resourceUuid tagUuids:list
 > inventory!
CreateCertificate@5.2 POST /certificates
 < name!<=255 certificate!<=60000* description<=2048 resourceUuid tagUuids:list
 > inventory!
CreateClusterDRS@5.2 POST /clusters/{clusterUuid}/drs
 < name!<=255 description<=2048 clusterUuid!<=32 automationLevel!(Automatic|Manual) thresholds!:list
 thresholdDuration!:int defaultEnable:bool resourceUuid tagUuids:list
 > inventory!
CreateConnectionBetweenL3NetworkAndAliyunVSwitch POST /hybrid/aliyun/connections
 < l3networkUuid! vpcUuid! vbrUuid! cpeIp!+ name!<=128+ description<=1024 direction!(in|out|both) resourceUuid
 tagUuids:list@5.2
 > inventory!
CreateDataVolume POST /volumes/data
 < name!<=255 description<=2048 diskOfferingUuid@5.2 diskSize:int@5.2 primaryStorageUuid resourceUuid
 tagUuids:list@5.2 diskOfferingUuid!@2.3.1
 > inventory!
CreateDataVolumeFromVolumeSnapshot POST /volumes/data/from/volume-snapshots/{volumeSnapshotUuid}
 < name!<=255 description<=2048 volumeSnapshotUuid! primaryStorageUuid resourceUuid tagUuids:list@5.2
 > inventory!
CreateDataVolumeFromVolumeTemplate POST /volumes/data/from/data-volume-templates/{imageUuid}
 < imageUuid! name!<=255 description<=2048 primaryStorageUuid! hostUuid resourceUuid tagUuids:list@5.2
 > inventory!
CreateDataVolumeTemplateFromVolume POST /images/data-volume-templates/from/volumes/{volumeUuid}
 < name!<=255 description<=2048 volumeUuid! backupStorageUuids:list+ resourceUuid tagUuids:list@5.2
 > inventory!
CreateDataVolumeTemplateFromVolumeSnapshot@5.2 POST /images/data-volume-templates/from/volume-snapshots/{snapshotUuid}
 < snapshotUuid! name!<=255 description<=2048 backupStorageUuids!:list+ resourceUuid tagUuids:list
 > inventory! failures
CreateDatabaseBackup@5.2 POST /database-backups
 < name!<=255+ description<=1024+ backupStorageUuid! resourceUuid tagUuids:list
 > inventory!
CreateDirectory@5.2 POST /create/directory
 < name!<=255 parentUuid zoneUuid! type! resourceUuid tagUuids:list
 > inventory!
CreateDiskOffering POST /disk-offerings
 < name!<=255 description<=2048 diskSize!:int[1..9223372036854775807] sortKey:int allocationStrategy type(zstack)
 resourceUuid tagUuids:list@5.2
 > inventory!
CreateEcsImageFromEcsSnapshot POST /hybrid/aliyun/image/snapshot
 < snapshotUuid! name!>=2<=128+ description>=2<=1024 resourceUuid tagUuids:list@5.2
 > inventory!
CreateEcsImageFromLocalImage POST /hybrid/aliyun/image
 < imageUuid! dataCenterUuid! backupStorageUuid description<=1024 name!>=2<=128+ resourceUuid tagUuids:list@5.2
 > inventory!
CreateEcsInstanceFromEcsImage POST /hybrid/aliyun/ecs
 < ecsRootVolumeType description>=2<=1024 ecsRootVolumeGBSize:int[40..500] createMode(atomic|permissive)
 privateIpAddress allocatePublicIp(true|false) ecsConsolePassword>=6<=6* name!<=128+ ecsImageUuid!
 instanceOfferingUuid instanceType ecsVSwitchUuid! ecsSecurityGroupUuid! ecsRootPassword!>=8<=30*
 ecsBandWidth:int[1..200] resourceUuid tagUuids:list@5.2
 > inventory!
CreateEcsSecurityGroupRemote POST /hybrid/aliyun/security-group/remote
 < vpcUuid! description<=256 name!<=64+ strategy(all|security|basic) resourceUuid tagUuids:list@5.2
 > inventory!
CreateEcsSecurityGroupRuleRemote POST /hybrid/aliyun/security-group-rule
 < groupUuid! direction! protocol! portRange!+ cidr!+ policy nictype priority:int[1..100] description<=256
 resourceUuid tagUuids:list@5.2
 > inventory!
CreateEcsVSwitchRemote POST /hybrid/aliyun/vswitch
 < vpcUuid! identityZoneUuid! cidrBlock!+ name!>=2<=128+ description<=1024 resourceUuid tagUuids:list@5.2
 > inventory!
CreateEcsVpcRemote POST /hybrid/aliyun/vpc
 < dataCenterUuid! cidrBlock!+ name!<=64+ description<=256 vRouterName! resourceUuid tagUuids:list@5.2
 > inventory!
CreateEip POST /eips
 < name!<=255 description<=2048 vipUuid! vmNicUuid usedIpUuid@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateEmailMedia POST /media/emails
 < smtpServer! smtpPort!:int[1..65535] username password* name!<=255 description<=2048 resourceUuid tagUuids:list@5.2
 > inventory!
CreateEmailMonitorTriggerAction POST /monitoring/trigger-actions/emails
 < email!<=512 mediaUuid! name!<=255 description<=2048 triggerUuids:list+ resourceUuid tagUuids:list@5.2
 > inventory!
CreateFiSecSecretResourcePool@5.2 POST /secret-resource-pool/fiSec
 < keyNum<=128 name!<=255 description<=2048 model<=255 type!(CloudSecurityMachine| OrdinarySecurityMachine|
 CloudSecurityResourceService| SecureSignVerifyService) heartbeatInterval!:int[6..180] zoneUuid! resourceUuid
 tagUuids:list
 > inventory!
CreateFirewallIpSetTemplate@5.2 POST /vpcfirewalls/ipset/templates
 < name!<=255+ sourceValue<=2048 destValue<=2048 type!(ip|port) resourceUuid tagUuids:list
 > inventory!
CreateFirewallRule@5.2 POST /vpcfirewalls/rules
 < ruleSetUuid!+ action!(drop|reject|accept) protocol destPort sourcePort sourceIp<=2048 destIp<=2048 allowStates
 tcpFlag icmpTypeName ruleNumber!:int[1001..2999]<=4 enableLog:bool state!(enable|disable) description<=2048
 resourceUuid tagUuids:list
 > inventory!
CreateFirewallRuleFromConfigFile@5.2 POST /vpcfirewalls/rules/from-file
 < ruleInfo!+ resourceUuid tagUuids:list
 > inventory!
CreateFirewallRuleSet@5.2 POST /vpcfirewalls/ruleSets
 < name! actionType(drop|accept|reject) description resourceUuid tagUuids:list
 > inventory!
CreateFirewallRuleTemplate@5.2 POST /vpcfirewalls/rules/template
 < action!(drop|reject|accept) protocol name!<=255 destPort sourcePort sourceIp<=2048 destIp<=2048 allowStates tcpFlag
 icmpTypeName ruleNumber!:int[1001..2999]<=4 enableLog:bool state(enable|disable) description<=2048 resourceUuid
 tagUuids:list
 > inventory!
CreateFlkSecSecretResourcePool@5.2 POST /secret-resource-pool/flkSec
 < testResult activatedToken* protectToken* hmacToken* ukeyType name!<=255 description<=2048 model<=255
 type!(CloudSecurityMachine| OrdinarySecurityMachine| CloudSecurityResourceService| SecureSignVerifyService)
 heartbeatInterval!:int[6..180] zoneUuid! resourceUuid tagUuids:list
 > inventory!
CreateFlowCollector@5.2 POST /flowmeters/{flowMeterUuid}/collectors
 < name<=32 description<=128 flowMeterUuid!+ server<=48 port:int[1025..65535] resourceUuid tagUuids:list
 > inventory!
CreateFlowMeter@5.2 POST /flowmeters
 < version(V5|V9) type!(NetFlow|sFlow) sample:int[1..2147483647] generateInterval:int[1..3600] name<=32
 description<=128 server<=48 port:int[1025..65535] resourceUuid tagUuids:list
 > inventory!
CreateGuestVmScript@5.2 POST /scripts
 < name!>=1<=128 description<=256 scriptContent!>=1<=65536 renderParams<=5120 platform!(Windows|Linux)
 scriptType!(Shell|Python|Perl|Bat|Powershell) scriptTimeout:int[1..86400] resourceUuid tagUuids:list
 > inventory!
CreateHaiTaiSecretResourcePool@5.2 POST /secret-resource-pool/haitai
 < managementIp port:int realm name!<=255 description<=2048 model<=255 type!(CloudSecurityMachine|
 OrdinarySecurityMachine| CloudSecurityResourceService| SecureSignVerifyService) heartbeatInterval!:int[6..180]
 zoneUuid! resourceUuid tagUuids:list
 > inventory!
CreateHostSchedulingRuleGroup@5.2 POST /hostSchedulingRuleGroup
 < name! description zoneUuid! resourceUuid tagUuids:list
 > inventory!
CreateHybridEip POST /hybrid/eip
 < name!<=128+ description<=2048 bandWidthMb!:int[1..200] type!(aliyun) dataCenterUuid! chargeType!(PayByTraffic)
 resourceUuid tagUuids:list@5.2
 > inventory!
CreateIAM2Organization@5.2 POST /iam2/organizations
 < name!<=255 description<=2048 type!(Company|Department|Default) parentUuid attributes:list quota:map srcType
 resourceUuid tagUuids:list
 > inventory!
CreateIAM2Project@5.2 POST /iam2/projects
 < name!<=255 description<=2048 attributes:list quota:map roleUuids:list resourceTemplates:list organizationUuid
 resourceUuid tagUuids:list
 > inventory!
CreateIAM2ProjectFromTemplate@5.2 POST /iam2/projects/from/templates/{templateUuid}
 < name!<=255 description<=2048 templateUuid! roleUuids:list organizationUuid resourceTemplates:list resourceUuid
 tagUuids:list
 > inventory!
CreateIAM2ProjectRole@5.2 POST /iam2/project-roles
 < name!<=255 description<=2048 statements:list policyUuids:list identity<=255+ resourceUuid tagUuids:list
 > inventory!
CreateIAM2ProjectTemplate@5.2 POST /iam2/projects/templates
 < name!<=255 description<=2048 attributes:list quota:map resourceUuid tagUuids:list
 > inventory!
CreateIAM2ProjectTemplateFromProject@5.2 POST /iam2/projects/templates/from/projects/{projectUuid}
 < name!<=255 description<=2048 projectUuid! resourceUuid tagUuids:list
 > inventory!
CreateIAM2TickFlowCollection@5.2 POST /tickets/flow-collections
 < flows:list projectUuid! name!<=255 description<=2048 isDefault:bool ticketTypeUuids:list resourceUuid tagUuids:list
 > inventory!
CreateIAM2VirtualID@5.2 POST /iam2/virtual-ids
 < name!<=255 password!<=2048* description<=2048 attributes:list projectUuid organizationUuid withoutDefaultRole:bool
 resourceUuid tagUuids:list
 > inventory!
CreateIAM2VirtualIDFromLdapUid@5.2 POST /iam2/virtual-id/ldap/uid
 < ldapUid! resourceUuid tagUuids:list
 > inventory!
CreateIAM2VirtualIDGroup@5.2 POST /iam2/groups
 < projectUuid name!<=255 description<=2048 attributes:list resourceUuid tagUuids:list
 > inventory!
CreateIAM2VirtualIDLdapBinding@5.2 POST /iam2/ldap/bindings
 < virtualIDUuid! ldapUid! resourceUuid tagUuids:list
 > inventory!
CreateIPsecConnection POST /ipsec
 < name!<=255 description<=2048 vipUuid! peerAddress!<=255 authMode(psk|certs)<=255 authKey!*
 idType(ip|name|fqdn)<=32@5.2 localId<=255@5.2 remoteId<=255@5.2 l3NetworkUuid peerCidrs:list+
 ikeVersion(ike|ikev1|ikev2)<=32@5.2 ikeAuthAlgorithm(md5|sha1|sha256|sha384|sha512)<=32
 ikeEncryptionAlgorithm(3des|aes-128|aes-192|aes-256)<=32 ikeDhGroup:int ikeLifeTime:int[60..604800]@5.2
 policyAuthAlgorithm(md5|sha1|sha256|sha384|sha512)<=32 policyEncryptionAlgorithm(3des|aes-128|aes-192|aes-256)<=32
 pfs(none| dh-group0| dh-group2| dh-group5| dh-group14| dh-group15| dh-group16| dh-group17| dh-group18| dh-group19|
 dh-group20| dh-group21| dh-group22| dh-group23| dh-group24| dh-group25| dh-group26)<=32@5.2
 policyMode(tunnel|transport)<=32 transformProtocol(esp|ah|ah-esp)<=32 lifeTime:int[30..604800]@5.2 resourceUuid
 tagUuids:list@5.2 pfs(dh-group2| dh-group5| dh-group14| dh-group15| dh-group16| dh-group17| dh-group18| dh-group19|
 dh-group20| dh-group21| dh-group22| dh-group23| dh-group24| dh-group25| dh-group26)<=32@2.3.1
 > inventory!
CreateImageReplicationGroup@5.2 POST /image-replication-groups
 < name!<=255 description<=2048 resourceUuid tagUuids:list
 > inventory!
CreateInfoSecSecretResourcePool@5.2 POST /secret-resource-pool/infoSec
 < connectionMode!:int[1..4] name!<=255 description<=2048 model<=255 type!(CloudSecurityMachine|
 OrdinarySecurityMachine| CloudSecurityResourceService| SecureSignVerifyService) heartbeatInterval!:int[6..180]
 zoneUuid! resourceUuid tagUuids:list
 > inventory!
CreateInstanceOffering POST /instance-offerings
 < name!<=255 description<=2048 cpuNum!:int[1..1024] memorySize!:int[1..9223372036854775807]
 reservedMemorySize:int[0..9223372036854775807]@5.2 allocatorStrategy sortKey:int type resourceUuid tagUuids:list@5.2
 > inventory!
CreateJitSecretResourcePool@5.2 POST /secret-resource-pool/jit
 < name!<=255 description<=2048 model<=255 type!(CloudSecurityMachine| OrdinarySecurityMachine|
 CloudSecurityResourceService| SecureSignVerifyService) heartbeatInterval!:int[6..180] zoneUuid! resourceUuid
 tagUuids:list
 > inventory!
CreateL2HardwareVxlanNetwork@5.2 POST /l2-networks/hardware-vxlan
 < vni:int[1..16777214] poolUuid! name!<=255 description<=2048 zoneUuid<=1024 physicalInterface<=1024 type
 vSwitchType(LinuxBridge|OvsDpdk|MacVlan)<=1024 isolated:bool pvlan+ resourceUuid tagUuids:list
 > inventory!
CreateL2HardwareVxlanNetworkPool@5.2 POST /l2-networks/hardware-vxlan-pool
 < sdnControllerUuid! name!<=255 description<=2048 zoneUuid! physicalInterface!<=1024 type
 vSwitchType(LinuxBridge|OvsDpdk|MacVlan)<=1024 isolated:bool pvlan+ resourceUuid tagUuids:list
 > inventory!
CreateL2NoVlanNetwork POST /l2-networks/no-vlan
 < name!<=255 description<=2048 zoneUuid! physicalInterface!<=1024 type
 vSwitchType(LinuxBridge|OvsDpdk|MacVlan)<=1024@5.2 isolated:bool@5.2 pvlan+@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateL2PortGroup@5.2 POST /l2-networks/port-group
 < vSwitchUuid! vlanMode(ACCESS|TRUNK|PVLAN) vlan!:int[0..4094] vlanRanges name!<=255 description<=2048 zoneUuid<=1024
 physicalInterface<=1024 type vSwitchType(LinuxBridge|OvsDpdk|MacVlan)<=1024 isolated:bool pvlan+ resourceUuid
 tagUuids:list
 > inventory!
CreateL2TfNetwork@5.2 POST /l2-networks/tf
 < ipPrefix<=255 ipPrefixLength:int[1..32] name!<=255 description<=2048 zoneUuid<=1024 physicalInterface<=1024 type
 vSwitchType(LinuxBridge|OvsDpdk|MacVlan)<=1024 isolated:bool pvlan+ resourceUuid tagUuids:list
 > inventory!
CreateL2VirtualSwitch@5.2 POST /l2-networks/virtual-switch
 < isDistributed:bool name!<=255 description<=2048 zoneUuid! physicalInterface!<=1024 type
 vSwitchType(LinuxBridge|OvsDpdk|MacVlan)<=1024 isolated:bool pvlan+ resourceUuid tagUuids:list
 > inventory!
CreateL2VlanNetwork POST /l2-networks/vlan
 < vlan!:int[1..4094] name!<=255 description<=2048 zoneUuid! physicalInterface!<=1024 type
 vSwitchType(LinuxBridge|OvsDpdk|MacVlan)<=1024@5.2 isolated:bool@5.2 pvlan+@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateL2VxlanNetwork POST /l2-networks/vxlan
 < vni:int[1..16777214] poolUuid! name!<=255 description<=2048 zoneUuid<=1024 physicalInterface<=1024 type
 vSwitchType(LinuxBridge|OvsDpdk|MacVlan)<=1024@5.2 isolated:bool@5.2 pvlan+@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateL2VxlanNetworkPool POST /l2-networks/vxlan-pool
 < name!<=255 description<=2048 zoneUuid! physicalInterface<=1024 type
 vSwitchType(LinuxBridge|OvsDpdk|MacVlan)<=1024@5.2 isolated:bool@5.2 pvlan+@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateL3Network POST /l3-networks
 < name!<=255 description<=2048 type l2NetworkUuid! category(Public|Private|System) ipVersion:int(4|6)@5.2 system:bool
 dnsDomain enableIPAM:bool@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateLdapBinding POST /ldap/bindings key@2.3.1=
 < ldapUid!<=255 accountUuid!<=32
 > inventory!
CreateLoadBalancer POST /load-balancers
 < name!<=255 description<=2048 vipUuid@5.2 ipv6VipUuid@5.2 type@5.2 resourceUuid tagUuids:list@5.2 vipUuid!@2.3.1
 > inventory!
CreateLoadBalancerListener POST /load-balancers/{loadBalancerUuid}/listeners
 < loadBalancerUuid! name!<=255 description<=2048 instancePort:int[1..65535] loadBalancerPort!:int[1..65535]
 protocol(udp|tcp|http|https)<=255@5.2 certificateUuid@5.2 healthCheckProtocol(tcp|udp|http)@5.2
 healthCheckMethod(GET|HEAD)@5.2 healthCheckURI<=80@5.2 healthCheckHttpCode<=80@5.2 aclStatus(enable|disable)@5.2
 aclUuids:list@5.2 aclType(white|black)@5.2 securityPolicyType(tls_cipher_policy_default| tls_cipher_policy_1_0|
 tls_cipher_policy_1_1| tls_cipher_policy_1_2| tls_cipher_policy_1_2_strict|
 tls_cipher_policy_1_2_strict_with_1_3)@5.2 httpVersions:list@5.2 tcpProxyProtocol@5.2 httpCompressAlgos:list@5.2
 resourceUuid tagUuids:list@5.2 protocol(tcp|http)<=255@2.3.1
 > inventory!
CreateLoadBalancerServerGroup@5.2 POST /load-balancers/{loadBalancerUuid}/servergroups
 < name!<=255 description<=2048 loadBalancerUuid! ipVersion:int resourceUuid tagUuids:list
 > inventory!
CreateMetricDataHttpReceiver@5.2 POST /zwatch/metrics/httpreceivers
 < name!<=255 url!<=255 description<=2048 defaultEnable:bool resourceUuid tagUuids:list
 > inventory!
CreateMetricTemplate@5.2 POST /zwatch/metrics/httpreceivers/templates
 < receiverUuid!<=32 template!<=4096 namespace!<=64 metricName!<=128 labelsJsonStr<=4096 description<=2048
 resourceUuid tagUuids:list
 > inventory!
CreateMiniCluster@5.2 POST /mini-clusters
 < zoneUuid! name!<=255 hostManagementIps!:list+ username<=255 password!<=255* sshPort:int[1..65535] description<=2048
 hypervisorType!(KVM|Simulator) resourceUuid tagUuids:list
 > inventory!
CreateMonitorGroup@5.2 POST /zwatch/monitorgroups
 < name!<=255 description<=2048 actions:list resourceUuid tagUuids:list
 > inventory!
CreateMonitorTemplate@5.2 POST /zwatch/monitortemplates
 < name!<=255 description<=2048 resourceUuid tagUuids:list
 > inventory!
CreateMonitorTrigger POST /monitoring/triggers
 < name!<=255 expression!<=2048 duration!:int[1..2147483647] recoveryExpression<=2048 description<=2048
 targetResourceUuid!<=32 resourceUuid tagUuids:list@5.2
 > inventory!
CreateMulticastRouter@5.2 POST /multicast/virtual-routers
 < vpcRouterVmUuid! description<=2048 resourceUuid tagUuids:list
 > inventory!
CreateOAuthClient@5.2 POST /create/oauth2/client
 < name! description clientId! clientSecret* authorizationUrl tokenUrl! userinfoUrl redirectUrl logoutUrl loginType!
 grantType! identityProvider urlTemplate! clientType! scopeList:list resourceUuid tagUuids:list
 > inventory!
CreateOssBackupBucketRemote POST /hybrid/backup-mysql/oss
 < regionId!+ ossDomain<=127@5.2 ossKey<=127@5.2 ossSecret<=127*@5.2 resourceUuid tagUuids:list@5.2
CreateOssBucketRemote POST /hybrid/aliyun/oss-bucket/remote
 < dataCenterUuid! bucketName!<=128+ description<=1024 ossDomain<=256@5.2 ossKey<=127@5.2 ossSecret<=127*@5.2
 resourceUuid tagUuids:list@5.2
 > inventory!
CreatePolicy POST /accounts/policies
 < name!<=255 description<=2048 statements!:list+ resourceUuid tagUuids:list@5.2
 > inventory!
CreatePolicyRouteRule@5.2 POST /policy-routes/rules
 < ruleSetUuid!+ tableUuid!+ ruleNumber!:int[1001..2999]<=4 destIp sourceIp destPort sourcePort protocol resourceUuid
 tagUuids:list
 > inventory!
CreatePolicyRouteRuleSet@5.2 POST /policy-routes/rulesets
 < name!<=255 description vRouterUuid!+ type(User|EgressWhereComeFrom) resourceUuid tagUuids:list
 > inventory!
CreatePolicyRouteTable@5.2 POST /policy-routes/tables
 < vRouterUuid!+ number!:int[1..179]<=3 description<=255 resourceUuid tagUuids:list
 > inventory!
CreatePolicyRouteTableRouteEntry@5.2 POST /policy-routes/routes
 < tableUuid!+ destinationCidr! nextHopIp! distance:int[1..100] resourceUuid tagUuids:list
 > inventory!
CreatePortForwardingRule POST /port-forwarding
 < vipUuid! vipPortStart!:int[1..65535] vipPortEnd:int[1..65535] privatePortStart:int[1..65535]
 privatePortEnd:int[1..65535] protocolType!(TCP|UDP) vmNicUuid allowedCidr name!<=255 description<=2048 resourceUuid
 tagUuids:list@5.2
 > inventory!
CreatePortMirror@5.2 POST /port-mirrors
 < mirrorNetworkUuid! name<=128 description<=1024 stateEvent(enable|disable) resourceUuid tagUuids:list
 > inventory!
CreatePortMirrorSession@5.2 POST /port-mirrors/sessions
 < portMirrorUuid! name!<=128 description<=1024 type!(Ingress|Egress|Bidirection) srcEndPoint! dstEndPoint!<=32+
 resourceUuid tagUuids:list
 > inventory!
CreatePriceTable@5.2 POST /billings/price-tables
 < name!<=255 description<=2048 prices!:list resourceUuid tagUuids:list
 > inventory!
CreateResourcePrice POST /billings/prices
 < resourceName!(cpu| memory| rootVolume| dataVolume| snapShot| gpu| pubIpVmNicBandwidthOut| pubIpVmNicBandwidthIn|
 pubIpVipBandwidthOut| pubIpVipBandwidthIn| bareMetal2Instance)@5.2 resourceUnit timeUnit!
 price!:float[0..9223372036854775807] accountUuid dateInLong:int[0..9223372036854775807] tableUuid@5.2
 resourceUuid@5.2 tagUuids:list@5.2 resourceName!(cpu|memory|rootVolume|dataVolume|snapShot)@2.3.1
 > inventory!
CreateResourceStack@5.2 POST /cloudformation/stack
 < name!<=255 description<=2048 type(zstack) rollback:bool templateContent<=4194304 templateUuid parameters<=524288
 resourceUuid tagUuids:list
 > inventory!
CreateResourceStackFromApp@5.2 POST /appcenter/app/stack
 < appUuid! name!<=255 description<=2048 rollback:bool parameters<=524288 withoutAppInfo:bool resourceUuid
 tagUuids:list
 > inventory!
CreateRole@5.2 POST /identities/roles
 < name!<=255 description<=2048 statements:list policyUuids:list identity<=255+ resourceUuid tagUuids:list
 > inventory!
CreateRootVolumeTemplateFromRootVolume POST /images/root-volume-templates/from/volumes/{rootVolumeUuid}
 < name!<=255 description<=2048 guestOsType backupStorageUuids:list+ rootVolumeUuid!
 platform(Linux|Windows|Other|Paravirtualization|WindowsVirtio) system:bool architecture@5.2 virtio:bool@5.2
 resourceUuid tagUuids:list@5.2
 > inventory!
CreateRootVolumeTemplateFromVolumeSnapshot POST /images/root-volume-templates/from/volume-snapshots/{snapshotUuid}
 < snapshotUuid! name!<=255 description<=2048 guestOsType backupStorageUuids!:list+
 platform(Linux|Windows|Other|Paravirtualization|WindowsVirtio) architecture@5.2 system:bool virtio:bool@5.2
 resourceUuid tagUuids:list@5.2
 > inventory! failures
CreateRouterInterfacePairRemote@2.3.1 POST /hybrid/aliyun/router-interface
 < dataCenterUuid! accessPointUuid! spec!(Small.1|Small.2|Small.5|Middle.1|Middle.2|Middle.5|Large.1|Large.2)
 vRouterUuid! vBorderRouterUuid! aDescription<=1024 aName!<=64+ bDescription<=1024 bName!<=64+ resourceUuid
 > inventory1 inventory2
CreateSNSAliyunSmsEndpoint@5.2 POST /sns/sms-endpoints/aliyunsms
 < accessKeyUuid! receivers:list+ name!<=255 description<=2048 platformUuid resourceUuid tagUuids:list
 > inventory!
CreateSNSDingTalkEndpoint POST /sns/application-endpoints/ding-talk
 < url!<=2048 atAll:bool secret<=128*@5.2 atPersonPhoneNumbers:list+ atPersonList:map+@5.2 name!<=255
 description<=2048 platformUuid resourceUuid tagUuids:list@5.2
 > inventory!
CreateSNSEmailEndpoint POST /sns/application-endpoints/emails
 < email<=1024@5.2 emails:list@5.2 name!<=255 description<=2048 platformUuid resourceUuid tagUuids:list@5.2
 email!<=1024@2.3.1
 > inventory!
CreateSNSEmailPlatform POST /sns/application-platforms/email
 < smtpServer! smtpPort!:int[1..65535] username password* encryptType(SSL|STARTTLS|NONE)@5.2 name!<=255
 description<=2048 resourceUuid tagUuids:list@5.2
 > inventory!
CreateSNSFeiShuEndpoint@5.2 POST /sns/application-endpoints/feishu
 < url!<=2048 atAll:bool atPersonUserIds:list+ secret<=128* atPersonList:map+ name!<=255 description<=2048
 platformUuid resourceUuid tagUuids:list
 > inventory!
CreateSNSHttpEndpoint POST /sns/application-endpoints/http
 < url!<=2048 username<=128 password<=512* name!<=255 description<=2048 platformUuid resourceUuid tagUuids:list@5.2
 > inventory!
CreateSNSMicrosoftTeamsEndpoint@5.2 POST /sns/application-endpoints/microsoft-teams
 < url!<=2048 name!<=255 description<=2048 platformUuid resourceUuid tagUuids:list
 > inventory!
CreateSNSSnmpEndpoint@5.2 POST /sns/application-endpoints/snmp
 < name!<=255 description<=2048 platformUuid resourceUuid tagUuids:list
 > inventory!
CreateSNSSnmpPlatform@5.2 POST /sns/application-platforms/snmp
 < snmpAddress! snmpPort!:int[1..65535] name!<=255 description<=2048 resourceUuid tagUuids:list
 > inventory!
CreateSNSTextTemplate POST /zwatch/alarms/sns/text-templates
 < name!<=255 description<=2048 applicationPlatformType! subject<=2048@5.2 recoverySubject<=2048@5.2 template!
 recoveryTemplate@5.2 defaultTemplate:bool type(alarm|event|combined)@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateSNSTopic POST /sns/topics
 < name!<=255 description<=2048 locale(zh_CN|en_US)<=32@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateSNSUniversalSmsEndpoint@5.2 POST /sns/application-endpoints/universal-sms
 < smsAccessKeyId!<=128 smsAccessKeySecret!<=128* supplier!<=32 additionParam:map name!<=255 description<=2048
 platformUuid resourceUuid tagUuids:list
 > inventory!
CreateSNSWeComEndpoint@5.2 POST /sns/application-endpoints/we-com
 < url!<=2048 atAll:bool atPersonUserIds:list+ atPersonList:map+ name!<=255 description<=2048 platformUuid
 resourceUuid tagUuids:list
 > inventory!
CreateSSORedirectTemplate@5.2 POST /create/sso/redirect/template/
 < name! description! clientUuid! redirectTemplate! resourceUuid tagUuids:list
 > inventory!
CreateSanSecSecretResourcePool@5.2 POST /secret-resource-pool/sanSec
 < keyIndex:int managementIp port:int username password* sm3Key* sm4Key* name!<=255 description<=2048 model<=255
 type!(CloudSecurityMachine| OrdinarySecurityMachine| CloudSecurityResourceService| SecureSignVerifyService)
 heartbeatInterval!:int[6..180] zoneUuid! resourceUuid tagUuids:list
 > inventory!
CreateSchedulerJob POST /scheduler/jobs
 < name!<=255 description<=2048 targetResourceUuid! type!(startVm| stopVm| rebootVm| volumeSnapshot|
 volumeSnapshotGroup| volumeBackup| rootVolumeBackup| vmBackup| databaseBackup| localRaidSelfTest|
 runAutoScalingGroup| cancelIAM2ProjectLoginExpired| takeIAM2ProjectLoginExpired)@5.2 parameters:map resourceUuid
 tagUuids:list@5.2 type!(startVm|stopVm|rebootVm|volumeSnapshot)@2.3.1
 > inventory!
CreateSchedulerJobGroup@5.2 POST /scheduler/jobgroups
 < name!<=255 description<=2048 type!(startVm| stopVm| rebootVm| volumeSnapshot| volumeSnapshotGroup| volumeBackup|
 rootVolumeBackup| vmBackup| databaseBackup| runAutoScalingGroup| cancelIAM2ProjectLoginExpired|
 takeIAM2ProjectLoginExpired) parameters:map resourceUuid tagUuids:list
 > inventory!
CreateSchedulerTrigger POST /scheduler/triggers
 < name!<=255 description<=2048 schedulerInterval:int[1..2147483647] repeatCount:int[0..2147483647] startTime:int
 schedulerType!(simple|cron) cron resourceUuid tagUuids:list@5.2
 > inventory!
CreateSecurityGroup POST /security-groups
 < name!<=255 description<=2048 ipVersion:int(4|6)@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateSlbGroup@5.2 POST /load-balancers/slb/groups
 < name!<=255 slbOfferingUuid! frontEndL3NetworkUuid!+ backendL3NetworkUuids:list+ backendType(VYOS)
 deployType(NoHA|HA) description<=2048 monitorIps:list+ resourceUuid tagUuids:list
 > inventory!
CreateSlbInstance@5.2 POST /load-balancers/slb/instances
 < name!<=255 slbGroupUuid! description<=2048 zoneUuid clusterUuid hostUuid resourceUuid tagUuids:list
 > inventory!
CreateSlbOffering@5.2 POST /instance-offerings/slb
 < zoneUuid! managementNetworkUuid! imageUuid! name!<=255 description<=2048 cpuNum!:int[1..1024]
 memorySize!:int[1..9223372036854775807] reservedMemorySize:int[0..9223372036854775807] allocatorStrategy sortKey:int
 type resourceUuid tagUuids:list
 > inventory!
CreateSnmpAgent@5.2 POST /snmp/agent
 < version!(v2c|v3) readCommunity>=1<=32 userName>=1<=32 authAlgorithm(MD5|SHA|SHA224|SHA256|SHA384|SHA512)
 authPassword* privacyAlgorithm(DES|AES128|AES192|AES256|3DES) privacyPassword* port!:int[1024..65535] resourceUuid
 tagUuids:list
 > inventory!
CreateSshKeyPair@5.2 POST /ssh-key-pair
 < name!<=255 description<=2048 publicKey!<=4096 resourceUuid tagUuids:list
 > inventory!
CreateSystemTags@5.2 POST /system-tags/{resourceUuid}/tags
 < resourceType! resourceUuid! tags!:list+
 > inventories
CreateTag@5.2 POST /tags
 < name!<=128 value!<=128 description<=2048 color type(simple|withToken) resourceUuid tagUuids:list
 > inventory!
CreateTicket@5.2 POST /tickets
 < name!<=255 description<=2048 requests!:list+ flowCollectionUuid accountSystemType! accountSystemContext!:any
 resourceUuid tagUuids:list
 > inventory!
CreateUser POST /accounts/users
 < name!<=255 password!<=255* description<=2048 resourceUuid tagUuids:list@5.2
 > inventory!
CreateUserGroup POST /accounts/groups
 < name!<=255 description<=2048 resourceUuid tagUuids:list@5.2
 > inventory!
CreateVRouterOspfArea@5.2 POST /routerArea
 < areaId!<=64 areaAuth<=16 areaType<=16 password<=16* keyId:int[1..255] resourceUuid tagUuids:list
 > inventory!
CreateVRouterRouteTable POST /vrouter-route-tables
 < name!<=255 description<=2048 resourceUuid tagUuids:list@5.2
 > inventory!
CreateVip POST /vips
 < name!<=255 description<=2048 l3NetworkUuid! allocatorStrategy ipRangeUuid@5.2 requiredIp ipVersion:int@5.2
 resourceUuid tagUuids:list@5.2
 > inventory!
CreateVirtualRouterOffering POST /instance-offerings/virtual-routers
 < zoneUuid! managementNetworkUuid! imageUuid! publicNetworkUuid isDefault:bool name!<=255 description<=2048
 cpuNum!:int[1..1024] memorySize!:int[1..9223372036854775807] reservedMemorySize:int[0..9223372036854775807]@5.2
 allocatorStrategy sortKey:int type resourceUuid tagUuids:list@5.2
 > inventory!
CreateVmCdRom@5.2 POST /vm-instances/cdroms
 < name!<=255 vmInstanceUuid! isoUuid description<=2048 resourceUuid tagUuids:list
 > inventory!
CreateVmFromCdpBackup@5.2 PUT /cdp-backups/actions
 < name!<=255 groupId!:int[1..9223372036854775807] cdpTaskUuid!>=32<=32 instanceOfferingUuid! defaultL3NetworkUuid
 l3NetworkUuids:list type(UserVm|ApplianceVm) zoneUuid clusterUuid hostUuid primaryStorageUuidForRootVolume
 primaryStorageUuidForDataVolume recoverBandwidth:int description<=2048 rootVolumeSystemTags:list
 dataVolumeSystemTags:list resourceUuid tagUuids:list
 > inventory
CreateVmInstance POST /vm-instances
 < name!<=255 instanceOfferingUuid@5.2 cpuNum:int@5.2 memorySize:int@5.2
 reservedMemorySize:int[0..9223372036854775807]@5.2 imageUuid+@5.2 l3NetworkUuids:list@5.2 vmNicParams@5.2
 type(UserVm|ApplianceVm) rootDiskOfferingUuid rootDiskSize:int@5.2 dataDiskSizes:list@5.2 dataDiskOfferingUuids:list
 zoneUuid clusterUuid hostUuid primaryStorageUuidForRootVolume description<=2048 defaultL3NetworkUuid
 strategy(InstantStart|JustCreate|CreateStopped)@5.2 rootVolumeSystemTags:list@5.2 dataVolumeSystemTags:list@5.2
 dataVolumeSystemTagsOnIndex:map@5.2 sshKeyPairUuids:list@5.2
 platform(Linux|Windows|Other|Paravirtualization|WindowsVirtio)@5.2 guestOsType<=255@5.2
 architecture(x86_64|aarch64|mips64el|loongarch64)<=32@5.2 virtio:bool@5.2 diskAOs:list@5.2 resourceUuid
 tagUuids:list@5.2 instanceOfferingUuid!@2.3.1 imageUuid!@2.3.1 l3NetworkUuids!:list+@2.3.1
 strategy(InstantStart|JustCreate)@2.3.1
 > inventory!
CreateVmInstanceFromOvf@5.2 POST /ovf/create-vm-instance
 < xmlBase64! jsonImageInfos! backupStorageUuid! jsonCreateVmParam! deleteImageAfterSuccess:bool
 deleteImageOnFail:bool resourceUuid tagUuids:list
 > inventory!
CreateVmInstanceFromVolume@5.2 POST /vm-instances/from/volume
 < name!<=255 description<=2048 instanceOfferingUuid cpuNum:int memorySize:int
 reservedMemorySize:int[0..9223372036854775807] l3NetworkUuids:list vmNicParams type(UserVm|ApplianceVm) volumeUuid!
 platform(Linux|Windows|Other|Paravirtualization|WindowsVirtio) zoneUuid clusterUuid hostUuid primaryStorageUuid
 defaultL3NetworkUuid strategy(InstantStart|CreateStopped) resourceUuid tagUuids:list
 > inventory!
CreateVmInstanceFromVolumeSnapshot@5.2 POST /vm-instances/from/volume-snapshots/{volumeSnapshotUuid}
 < name!<=255 description<=2048 instanceOfferingUuid cpuNum:int memorySize:int
 reservedMemorySize:int[0..9223372036854775807] l3NetworkUuids:list vmNicParams type(UserVm|ApplianceVm)
 volumeSnapshotUuid! platform(Linux|Windows|Other|Paravirtualization|WindowsVirtio) zoneUuid clusterUuid hostUuid
 primaryStorageUuid defaultL3NetworkUuid strategy(InstantStart|CreateStopped) rootVolumeSystemTags:list resourceUuid
 tagUuids:list
 > inventory!
CreateVmInstanceFromVolumeSnapshotGroup@5.2 POST /vm-instances/from/volume-snapshots/group/{volumeSnapshotGroupUuid}
 < name!<=255 description<=2048 instanceOfferingUuid cpuNum:int memorySize:int
 reservedMemorySize:int[0..9223372036854775807] l3NetworkUuids:list type(UserVm|ApplianceVm) volumeSnapshotGroupUuid!
 zoneUuid clusterUuid hostUuid primaryStorageUuidForRootVolume defaultL3NetworkUuid
 strategy(InstantStart|CreateStopped) rootVolumeSystemTags:list dataVolumeSystemTags:map resourceUuid tagUuids:list
 > inventory!
CreateVmNic@5.2 POST /nics
 < l3NetworkUuid! ip resourceUuid tagUuids:list
 > inventory!
CreateVmSchedulingRule@5.2 POST /vmsSchedulingRule
 < rule!(AFFINITY|ANTIAFFINITY) mode!(SOFT|HARD) vmGroupUuid! hostGroupUuid name!<=255 description<=255
 policy(antiSoft|antiHard) type(host) zoneUuid subType resourceUuid tagUuids:list
 > inventory!
CreateVmSchedulingRuleGroup@5.2 POST /vmSchedulingRuleGroup
 < zoneUuid! name! description resourceUuid tagUuids:list
 > inventory!
CreateVmUserDefinedXmlHookScript@5.2 POST /vm-instances/xml-hook-script
 < name!<=255 description<=2048 hookScript! resourceUuid tagUuids:list
 > inventory!
CreateVniRange POST /l2-networks/vxlan-pool/{l2NetworkUuid}/vni-ranges
 < name!<=255 description<=2048 startVni!:int[0..16777214] endVni!:int[0..16777214] l2NetworkUuid! resourceUuid
 tagUuids:list@5.2
 > inventory!
CreateVolumeSnapshot POST /volumes/{volumeUuid}/volume-snapshots
 < volumeUuid! name!<=255 description<=2048 resourceUuid tagUuids:list@5.2
 > inventory!
CreateVolumeSnapshotGroup@5.2 POST /volume-snapshots/group
 < rootVolumeUuid! name!<=255 description<=2048 withMemory:bool resourceUuid tagUuids:list
 > inventory!
CreateVolumesSnapshot@5.2 POST /volumes/volume-snapshots
 < volumeUuids!:list
 > inventories
CreateVpcFirewall@5.2 POST /vpcfirewalls
 < vpcUuid!+ description name!<=255 resourceUuid tagUuids:list
 > inventory!
CreateVpcHaGroup@5.2 POST /vpc/hagroups
 < name!<=255 description<=2048 monitorIps:list+ resourceUuid tagUuids:list
 > inventory!
CreateVpcSharedQos@5.2 POST /vips/sharedqos
 < name!<=255 description<=2048 vpcUuid!+ l3NetworkUuid!+ bandwidth:int[131072..32212254720] resourceUuid
 tagUuids:list
 > inventory!
CreateVpcUserVpnGatewayRemote POST /hybrid/user-vpn
 < dataCenterUuid! ip!+ name!>=2<=128+ description<=1024 resourceUuid tagUuids:list@5.2
 > inventory!
CreateVpcVRouter POST /vpc/virtual-routers
 < name!<=255 virtualRouterOfferingUuid! description<=2048 zoneUuid@5.2 clusterUuid@5.2 hostUuid@5.2
 primaryStorageUuidForRootVolume@5.2 rootVolumeSystemTags:list@5.2 resourceUuid tagUuids:list@5.2
 > inventory!
CreateVpcVpnConnectionRemote POST /hybrid/vpn-connection
 < userGatewayUuid! vpnGatewayUuid! name!<=64+ localCidr!+ remoteCidr!+ active!:bool ikeConfUuid! ipsecConfUuid!
 resourceUuid tagUuids:list@5.2
 > inventory!
CreateVpnIkeConfig POST /hybrid/vpn-connection/ike
 < name!<=64+ psk!<=32+* pfs(disabled|group1|group2|group5|group14|group24) version(ikev1|ikev2) mode(main|aggressive)
 encAlg(3des|aes-128|aes-192|aes-256|des) authAlg(md5|sha1) lifetime:int[60..86400] localIp!+ remoteIp!+
 description<=1024 resourceUuid tagUuids:list@5.2
 > inventory!
CreateVpnIpsecConfig POST /hybrid/vpn-connection/ipsec
 < name!<=64+ pfs(disabled|group1|group2|group5|group14|group24) encAlg(3des|aes-128|aes-192|aes-256|des)
 authAlg(md5|sha1) lifetime:int[60..86400] description<=1024 resourceUuid tagUuids:list@5.2
 > inventory!
CreateVxlanPoolRemoteVtep@5.2 POST /l2-networks/{l2NetworkUuid}/clusters/{clusterUuid}/remote-vtep-ip
 < l2NetworkUuid! clusterUuid! remoteVtepIp!<=15 resourceUuid tagUuids:list
 > inventory!
CreateVxlanVtep@5.2 POST /l2-networks/vxlan/vteps
 < hostUuid! poolUuid! vtepIp resourceUuid tagUuids:list
 > inventory!
CreateWebhook POST /web-hooks
 < name!<=255 description<=2048 url!<=2048 type!<=255 opaque resourceUuid tagUuids:list@5.2
 > inventory!
CreateZBoxBackup@5.2 POST /externalbackup/zbox
 < zBoxUuid! hostUuids:list backupStorageUuids:list dryRun:bool name! description resourceUuid tagUuids:list
 > inventory!
DebugSignal@5.2 POST /debug
 < signals!:list
DecodeStackTemplate@5.2 POST /cloudformation/stack/preview/resource reads sync
 < type(zstack) templateContent<=4194304 uuid parameters<=524288 preparameters<=524288
 > resources
DeleteAccessControlList@5.2 DELETE /access-control-lists/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAccessControlRule@5.2 DELETE /login-control/access-control/rules/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAccessKey@5.2 DELETE /accesskeys/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAccount DELETE /accounts/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAffinityGroup DELETE /affinity-groups/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAlarm DELETE /zwatch/alarms/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAlert DELETE /monitoring/alerts
 < uuids!:list+ deleteMode(Permissive|Enforcing)
DeleteAliyunDiskFromLocal DELETE /hybrid/aliyun/disk/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunDiskFromRemote DELETE /hybrid/aliyun/disk/{uuid}/remote
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunKeySecret DELETE /hybrid/aliyun/key/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunNasAccessGroup@5.2 DELETE /nas/access/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunNasAccessGroupRule@5.2 DELETE /nas/access/rule/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunPanguPartition@5.2 DELETE /aliyun/pangu/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunProxyVSwitch@5.2 DELETE /aliyun-proxy/vpcs/vswitches/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunProxyVpc@5.2 DELETE /aliyun-proxy/vpcs/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunRouteEntryRemote DELETE /hybrid/aliyun/route-entry/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunRouterInterfaceLocal@5.2 DELETE /hybrid/aliyun/router-interface/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunRouterInterfaceRemote@5.2 DELETE /hybrid/aliyun/router-interface/remote/{uuid}
 < uuid! vRouterType!(vrouter|vbr) deleteMode(Permissive|Enforcing)
DeleteAliyunSnapshotFromLocal DELETE /hybrid/aliyun/snapshot/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAliyunSnapshotFromRemote DELETE /hybrid/aliyun/snapshot/{uuid}/remote
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAllEcsInstancesFromDataCenter DELETE /hybrid/aliyun/dc-ecs/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAppBuildSystem@5.2 DELETE /appcenter/buildsystem/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAutoScalingGroup@5.2 DELETE /autoscaling/groups/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAutoScalingGroupInstance@5.2 DELETE /autoscaling/groups/instances/{instanceUuid}
 < instanceUuid! deleteMode(Permissive|Enforcing)
DeleteAutoScalingRule@5.2 DELETE /autoscaling/rules/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAutoScalingRuleTrigger@5.2 DELETE /autoscaling/groups/rules/triggers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteAutoScalingTemplate@5.2 DELETE /autoscaling/template/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteBackupFileInPublic DELETE /hybrid/backup-mysql
 < type!(aliyun) regionId!+ file!+ deleteMode(Permissive|Enforcing)
DeleteBareMetal2Chassis@5.2 DELETE /baremetal2/chassis/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteBareMetal2Gateway@5.2 DELETE /baremetal2/gateways/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteBareMetal2ProvisionNetwork@5.2 DELETE /baremetal2/provision-networks/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteBilling@5.2 DELETE /billings/billings
 < accountUuid startTime:int endTime:int deleteMode(Permissive|Enforcing)
DeleteBonding@5.2 DELETE /hosts/bondings/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteBuildApp@5.2 DELETE /appcenter/buildapp/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteBuildAppExportHistory@5.2 DELETE /buildapp/exports/{buildAppUuid}
 < buildAppUuid exportId buildSystemUuid deleteMode(Permissive|Enforcing)
DeleteCCSCertificate@5.2 DELETE /crypto/ccs-certificate/delete/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteCdpPolicy@5.2 DELETE /cdp-backup-storage/policy/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteCdpTask@5.2 DELETE /cdp-task/{uuid}
 < uuid! force:bool deleteMode(Permissive|Enforcing)
DeleteCdpTaskData@5.2 POST /cdp-task/{uuid}/data
 < uuid!+
DeleteCertificate@5.2 DELETE /certificates/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteClusterDRS@5.2 DELETE /clusters/drs/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteConnectionAccessPointLocal DELETE /hybrid/aliyun/access-point/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteConnectionBetweenL3NetWorkAndAliyunVSwitch DELETE /hybrid/aliyun/connections/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteDataCenterInLocal DELETE /hybrid/data-center/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteDataVolume DELETE /volumes/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteDatabaseBackup@5.2 DELETE /database-backups/{uuid}
 < uuid! backupStorageUuids:list
DeleteDirectory@5.2 DELETE /delete/directory
 < uuid! deleteMode(Permissive|Enforcing)
DeleteDiskOffering DELETE /disk-offerings/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsImageLocal DELETE /hybrid/aliyun/image/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsImageRemote DELETE /hybrid/aliyun/image/remote/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsInstance DELETE /hybrid/aliyun/ecs/{uuid}/remote
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsInstanceLocal DELETE /hybrid/aliyun/ecs/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsSecurityGroupInLocal DELETE /hybrid/aliyun/security-group/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsSecurityGroupRemote DELETE /hybrid/aliyun/security-group/remote/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsSecurityGroupRuleRemote DELETE /hybrid/aliyun/security-group-rule/remote/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsVSwitchInLocal DELETE /hybrid/aliyun/vswitch/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsVSwitchRemote DELETE /hybrid/aliyun/vswitch/remote/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsVpcInLocal DELETE /hybrid/aliyun/vpc/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEcsVpcRemote DELETE /hybrid/aliyun/vpc/remote/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEip DELETE /eips/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteEmailAddressOfSNSEmailEndpoint@5.2 DELETE
 /sns/application-endpoints/emails/{endpointUuid}/email-addresses/{emailAddressUuid}
 < emailAddressUuid! endpointUuid!
DeleteEventRuleTemplate@5.2 DELETE /zwatch/monitortemplates/evenrules/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteExportedDatabaseBackupFromBackupStorage@5.2 DELETE
 /exported-database-backup/{databaseBackupUuid}/backup-storage/{backupStorageUuid}
 < backupStorageUuid! databaseBackupUuid!
DeleteExternalBackup@5.2 DELETE /externalbackup/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteFirewall@5.2 DELETE /vpcfirewalls/{uuid}
 < uuid!+ deleteMode(Permissive|Enforcing)
DeleteFirewallIpSetTemplate@5.2 DELETE /vpcfirewalls/ipset/templates/{uuid}
 < uuid!<=32 deleteMode(Permissive|Enforcing)
DeleteFirewallRule@5.2 DELETE /vpcfirewalls/rules/{uuid}
 < uuid!<=32 deleteMode(Permissive|Enforcing)
DeleteFirewallRuleSet@5.2 DELETE /vpcfirewalls/ruleSets/{uuid}
 < uuid!+ deleteMode(Permissive|Enforcing)
DeleteFirewallRuleTemplate@5.2 DELETE /vpcfirewalls/rules/templates/{uuid}
 < uuid!<=32 deleteMode(Permissive|Enforcing)
DeleteFlowCollector@5.2 DELETE /flowmeters/collectors/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteFlowMeter@5.2 DELETE /flowmeters/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteGCJob DELETE /gc-jobs/{uuid}
 < uuid!
DeleteGuestVmScript@5.2 DELETE /scripts/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteHostSchedulingRuleGroup@5.2 DELETE /hostSchedulingRuleGroup/{uuid}
 < uuid!
DeleteHybridEipFromLocal DELETE /hybrid/eip/{uuid}
 < type!(aliyun) uuid! deleteMode(Permissive|Enforcing)
DeleteHybridEipRemote DELETE /hybrid/eip/{uuid}/remote
 < type!(aliyun) uuid! deleteMode(Permissive|Enforcing)
DeleteHybridKeySecret@5.2 DELETE /hybrid/hybrid/key/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteIAM2Organization@5.2 DELETE /iam2/organizations/{uuid}
 < uuid!
DeleteIAM2Project@5.2 DELETE /iam2/projects/{uuid}
 < uuid!
DeleteIAM2ProjectTemplate@5.2 DELETE /iam2/projects/templates/{uuid}
 < uuid!
DeleteIAM2TicketFlow@5.2 DELETE /tickets/flow/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteIAM2VirtualID@5.2 DELETE /iam2/virtual-ids/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteIAM2VirtualIDGroup@5.2 DELETE /iam2/projects/groups/{uuid}
 < uuid!
DeleteIAM2VirtualIDLdapBinding@5.2 DELETE /iam2/ldap/bindings/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteIPsecConnection DELETE /ipsec/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteIdentityZoneInLocal DELETE /hybrid/identity-zone/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteImage DELETE /images/{uuid}
 < uuid! backupStorageUuids:list+ deleteMode(Permissive|Enforcing)
DeleteImagePackage@5.2 DELETE /image-packages/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteImageReplicationGroup@5.2 DELETE /image-replication-groups/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteInstanceOffering DELETE /instance-offerings/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteIpAddress@5.2 DELETE /l3-networks/{l3NetworkUuid}/ip-address
 < l3NetworkUuid! usedIpUuids!:list deleteMode(Permissive|Enforcing)
DeleteIpRange DELETE /l3-networks/ip-ranges/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteIscsiServer@5.2 DELETE /storage-devices/iscsi/servers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteL2Network DELETE /l2-networks/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteL3Network DELETE /l3-networks/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteLdapBinding DELETE /ldap/bindings/{uuid}
 < uuid!<=32
DeleteLdapServer DELETE /ldap/servers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteLicense@5.2 DELETE /licenses/mn/{managementNodeUuid}/actions
 < uuid module managementNodeUuid!
DeleteLoadBalancer DELETE /load-balancers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteLoadBalancerListener DELETE /load-balancers/listeners/{uuid}
 < uuid!
 > inventory
DeleteLoadBalancerServerGroup@5.2 DELETE /load-balancers/servergroups/{uuid}
 < uuid!
DeleteLogConfiguration@5.2 DELETE /log/configurations/log4j2
 < configId!:int deleteMode(Permissive|Enforcing)
DeleteMedia DELETE /media/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteMetricData@5.2 DELETE /zwatch/metrics
 < namespace! metricName! labels:list
DeleteMetricDataHttpReceiver@5.2 DELETE /zwatch/metrics/httpreceivers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteMetricRuleTemplate@5.2 DELETE /zwatch/monitortemplates/metricrules/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteMetricTemplate@5.2 DELETE /zwatch/metrics/httpreceivers/templates/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteMonitorGroup@5.2 DELETE /zwatch/monitorgroups/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteMonitorTemplate@5.2 DELETE /zwatch/monitortemplates/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteMonitorTrigger DELETE /monitoring/triggers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteMonitorTriggerAction DELETE /monitoring/trigger-actions/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteMulticastRouter@5.2 DELETE /multicast/virtual-routers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteNasFileSystem@5.2 DELETE /primary-storage/nas/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteNasMountTarget@5.2 DELETE /primary-storage/nas/mount/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteNicQos DELETE /vm-instances/{uuid}/nic-qos
 < uuid! direction!(in|out)
DeleteNotifications@2.3.1 DELETE /notifications
 < uuids!:list+
DeleteNvmeServer@5.2 DELETE /storage-devices/nvme/servers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteOssBucketFileRemote DELETE /hybrid/aliyun/oss-bucket-file/remote/{uuid}
 < uuid! fileName! deleteMode(Permissive|Enforcing)
DeleteOssBucketNameLocal DELETE /hybrid/aliyun/oss-bucket/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteOssBucketRemote DELETE /hybrid/aliyun/oss-bucket/remote/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeletePolicy DELETE /accounts/policies/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeletePolicyRouteRule@5.2 DELETE /policy-routes/rules/{uuid}
 < uuid!+ deleteMode(Permissive|Enforcing)
DeletePolicyRouteRuleSet@5.2 DELETE /policy-routes/ruleSets/{uuid}
 < uuid!+ deleteMode(Permissive|Enforcing)
DeletePolicyRouteTable@5.2 DELETE /policy-routes/tables/{uuid}
 < uuid!+ deleteMode(Permissive|Enforcing)
DeletePolicyRouteTableRouteEntry@5.2 DELETE /policy-routes/routes/{uuid}
 < uuid!+ deleteMode(Permissive|Enforcing)
DeletePortForwardingRule DELETE /port-forwarding/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeletePortMirror@5.2 DELETE /port-mirrors/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeletePortMirrorSession@5.2 DELETE /port-mirrors/sessons/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeletePreconfigurationTemplate@5.2 DELETE /baremetal/preconfigurations/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeletePriceTable@5.2 DELETE /billings/price-tables/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeletePublishApp@5.2 DELETE /appcenter/app/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteReservedIpRange@5.2 DELETE /l3-networks/reserved-ip-ranges/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteResourceConfig@5.2 DELETE /resource-configurations/{category}/{name}/{resourceUuid}
 < category! name! resourceUuid! deleteMode(Permissive|Enforcing)
DeleteResourcePrice DELETE /billings/prices/{uuid}
 < uuid! cutoffPrice:bool@5.2 deleteMode(Permissive|Enforcing)
DeleteResourceStack@5.2 DELETE /cloudformation/stack/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteResourceStackVmPortMonitor@5.2 DELETE /cloudformation/stack/monitor/delvm
 < stackUuid vmInstanceUuid! port:int deleteMode(Permissive|Enforcing)
DeleteRole@5.2 DELETE /identities/roles/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteRouterInterfaceLocal@2.3.1 DELETE /hybrid/aliyun/router-interface/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteRouterInterfaceRemote@2.3.1 DELETE /hybrid/aliyun/router-interface/remote/{uuid}
 < uuid! vRouterType!(vrouter|vbr) deleteMode(Permissive|Enforcing)
DeleteSNSApplicationEndpoint DELETE /sns/application-endpoints/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSNSApplicationPlatform DELETE /sns/application-platforms/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSNSTextTemplate DELETE /zwatch/alarms/sns/text-templates/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSNSTopic DELETE /sns/topics/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSSOClient@5.2 POST /delete/sso/client
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSSORedirectTemplate@5.2 POST /delete/sso/redirect/template
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSchedulerJob DELETE /scheduler/jobs/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSchedulerJobGroup@5.2 DELETE /scheduler/jobgroups/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSchedulerTrigger DELETE /scheduler/triggers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSecretResourcePool@5.2 DELETE /secret-resource-pool/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSecurityGroup DELETE /security-groups/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSecurityGroupRule DELETE /security-groups/rules
 < ruleUuids!:list+
 > inventory
DeleteSecurityMachine@5.2 DELETE /security-machines/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSlbGroup@5.2 DELETE /load-balancers/slb/group/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteSshKeyPair@5.2 DELETE /ssh-key-pair/{uuid}
 < uuid!
DeleteStackTemplate@5.2 DELETE /cloudformation/template/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteThirdpartyPlatform@5.2 DELETE /zwatch/third-party/platforms/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteTicket@5.2 DELETE /tickets/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteTicketFlowCollection@5.2 DELETE /tickets/flow-collections/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteUser DELETE /accounts/users/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteUserGroup DELETE /accounts/groups/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteV2VConversionHost@5.2 DELETE /v2v-conversion-hosts/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVCenter DELETE /vcenters/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVRouterOspfArea@5.2 DELETE /routerArea/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVRouterRouteEntry DELETE /vrouter-route-tables/{routeTableUuid}/route-entries/{uuid}
 < uuid! routeTableUuid! deleteMode(Permissive|Enforcing)
 > inventory
DeleteVRouterRouteTable DELETE /vrouter-route-tables/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVip DELETE /vips/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVipQos DELETE /vips/{uuid}/vip-qos
 < uuid! port:int
DeleteVirtualBorderRouterLocal DELETE /hybrid/aliyun/border-router/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVirtualRouterLocal DELETE /hybrid/aliyun/vrouter/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVmBootMode@5.2 DELETE /vm-instances/{uuid}/bootmode
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVmCdRom@5.2 DELETE /vm-instances/cdroms/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVmConsolePassword DELETE /vm-instances/{uuid}/console-password
 < uuid!
DeleteVmHostname DELETE /vm-instances/{uuid}/hostnames
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVmInstanceHaLevel DELETE /vm-instances/{uuid}/ha-levels
 < uuid!
DeleteVmNic@5.2 DELETE /nics/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVmNicFromSecurityGroup DELETE /security-groups/{securityGroupUuid}/vm-instances/nics
 < securityGroupUuid! vmNicUuids!:list+
DeleteVmSchedulingRuleGroup@5.2 DELETE /vmSchedulingRuleGroup/{uuid}
 < uuid!
DeleteVmSshKey DELETE /vm-instances/{uuid}/ssh-keys
 < uuid
DeleteVmStaticIp DELETE /vm-instances/{vmInstanceUuid}/static-ips
 < vmInstanceUuid! l3NetworkUuid! staticIp@5.2 deleteMode(Permissive|Enforcing)
DeleteVmUserDefinedXml@5.2 DELETE /vm-instances/{vmInstanceUuid}/xml
 < vmInstanceUuid! deleteMode(Permissive|Enforcing)
DeleteVmUserDefinedXmlHookScript@5.2 DELETE /vm-instances/{vmInstanceUuid}/xml-hook-script
 < vmInstanceUuid! deleteMode(Permissive|Enforcing)
DeleteVniRange DELETE /l2-networks/vxlan-pool/vni-ranges/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVolumeQos DELETE /volumes/{uuid}/qos
 < uuid! mode(total|read|write|all|overwrite)@5.2
 > inventory@5.2
DeleteVolumeSnapshot DELETE /volume-snapshots/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVolumeSnapshotGroup@5.2 DELETE /volume-snapshots/group/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
 > results
DeleteVpcHaGroup@5.2 DELETE /vpc/hagroups/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVpcIkeConfigLocal DELETE /hybrid/vpn-connection/ike/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVpcIpSecConfigLocal DELETE /hybrid/vpn-connection/ipsec/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVpcSharedQos@5.2 DELETE /vips/sharedqos/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVpcUserVpnGatewayLocal DELETE /hybrid/user-gateway/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVpcUserVpnGatewayRemote DELETE /hybrid/user-gateway/{uuid}/remote
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVpcVpnConnectionLocal DELETE /hybrid/vpn-connection/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVpcVpnConnectionRemote DELETE /hybrid/vpn-connection/{uuid}/remote
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVpcVpnGatewayLocal DELETE /hybrid/vpn-gateway/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVxlanL2Network@5.2 DELETE /l2-networks/vxlan/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DeleteVxlanPoolRemoteVtep@5.2 DELETE /l2-networks/{l2NetworkUuid}/clusters/{clusterUuid}/delete/remote-vtep-ip
 < l2NetworkUuid! clusterUuid! remoteVtepIp!<=15 deleteMode(Permissive|Enforcing)
DeleteWebhook DELETE /web-hooks/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DescribeVmInstanceRecoveryPoint@5.2 GET /vm-instances/{vmInstanceUuid}/recovery-point
 < vmInstanceUuid!+ groupId!:int[1..9223372036854775807] limit:int start:int
 > realSizes virtualSizes timestamp
DestroyBaremetalInstance@5.2 DELETE /baremetal/instances/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
DetachAliyunDiskFromEcs POST /hybrid/aliyun/disk/{uuid}/detach
 < uuid! resourceUuid tagUuids:list@5.2
DetachAliyunKey PUT /hybrid/aliyun/key/{uuid}/detach
 < uuid!
DetachAppBuildSystemToZone@5.2 DELETE /zones/{zoneUuid}/buildsystem/{buildSystemUuid}
 < buildSystemUuid! zoneUuid!
DetachAutoScalingTemplateFromGroup@5.2 DELETE /autoscaling/template/{templateUuid}/groups/{groupUuid}
 < templateUuid! groupUuid!
 > inventory
DetachBareMetal2GatewayFromCluster@5.2 DELETE /baremetal2/clusters/{clusterUuid}/gateways/{gatewayUuid}
 < clusterUuid! gatewayUuid!
 > inventory
DetachBareMetal2ProvisionNetworkFromCluster@5.2 DELETE
 /baremetal2/clusters/{clusterUuid}/provision-networks/{networkUuid}
 < clusterUuid! networkUuid!
 > inventory
DetachCCSCertificateFromUser@5.2 POST /crypto/ccs-certificate/detach-user/{userUuid}
 < userUuid!+
DetachDataVolumeFromHost@5.2 DELETE /volumes/{volumeUuid}/hosts
 < volumeUuid! hostUuid
DetachDataVolumeFromVm DELETE /volumes/{uuid}/vm-instances
 < uuid! vmUuid
 > inventory
DetachEip DELETE /eips/{uuid}/vm-instances/nics
 < uuid!
 > inventory
DetachFirewallRuleSetFromL3@5.2 POST /vpcfirewalls/l3networks/{l3Uuid}/ruleSets/{ruleSetUuid}
 < vpcFirewallUuid!+ l3Uuid!+ forward!(in|out) ruleSetUuid!+
DetachHostFromHostSchedulingRuleGroup@5.2 DELETE /hostSchedulingRuleGroup/{hostGroupUuid}/host
 < hostGroupUuid! hostUuid!
DetachHybridEipFromEcs POST /hybrid/eip/{eipUuid}/detach
 < eipUuid! type!(aliyun)
DetachHybridKey@5.2 PUT /hybrid/hybrid/key/{uuid}/detach
 < uuid!
DetachIAM2ProjectFromIAM2Organization@5.2 DELETE /iam2/projects/{projectUuid}/iam2/organizations
 < projectUuid!
 > inventory
DetachIscsiServerFromCluster@5.2 DELETE /clusters/{clusterUuid}/storage-devices/iscsi/servers/{uuid}
 < uuid! clusterUuid!
 > inventory
DetachIsoFromVmInstance DELETE /vm-instances/{vmInstanceUuid}/iso
 < vmInstanceUuid! isoUuid
 > inventory
DetachL2NetworkFromCluster DELETE /l2-networks/{l2NetworkUuid}/clusters/{clusterUuid}
 < l2NetworkUuid! clusterUuid!
 > inventory
DetachL3NetworkFromVm DELETE /vm-instances/nics/{vmNicUuid}
 < vmNicUuid!
 > inventory
DetachL3NetworksFromIPsecConnection DELETE /ipsec/{uuid}/l3networks
 < uuid! l3NetworkUuids!:list
 > inventory
DetachMonitorTriggerActionFromTrigger DELETE /monitoring/triggers/{triggerUuid}/trigger-actions/{actionUuid}
 < triggerUuid! actionUuid!
DetachNetworkServiceFromL3Network DELETE /l3-networks/{l3NetworkUuid}/network-services
 < l3NetworkUuid! networkServices:map@5.2 service@5.2 networkServices!:map@2.3.1
 > inventory
DetachNicFromBonding@5.2 PUT /hosts/bondings/{uuid}/detach
 < uuid! slaveUuids!:list type(LinuxBonding|OvsBonding)
 > inventory
DetachNvmeServerFromCluster@5.2 DELETE /clusters/{clusterUuid}/storage-devices/nvme/servers/{uuid}
 < uuid! clusterUuid!
 > inventory
DetachOssBucketFromEcsDataCenter PUT /hybrid/aliyun/oss-bucket/{ossBucketUuid}/detach
 < ossBucketUuid!
 > inventory
DetachPoliciesFromUser DELETE /accounts/users/{userUuid}/policies
 < policyUuids!:list userUuid!
DetachPolicyFromRole@5.2 DELETE /identities/policies/{policyUuid}/roles/{roleUuid}
 < roleUuid! policyUuid!
DetachPolicyFromUser DELETE /accounts/users/{userUuid}/policies/{policyUuid}
 < policyUuid! userUuid!
DetachPolicyFromUserGroup DELETE /accounts/groups/{groupUuid}/policies/{policyUuid}
 < policyUuid! groupUuid!
DetachPolicyRouteRuleSetFromL3@5.2 DELETE /policy-routes/rulesets/{ruleSetUuid}/l3networks/{l3Uuid}
 < l3Uuid!+ ruleSetUuid!+
DetachPortForwardingRule DELETE /port-forwarding/{uuid}/vm-instances/nics
 < uuid!
 > inventory
DetachPriceTableFromAccount@5.2 DELETE /billings/price-tables/{tableUuid}/accounts/{accountUuid}
 < accountUuid! tableUuid!
 > inventory
DetachProvisionNicFromBonding@5.2 DELETE /baremetal2/bm-instances/bm2-bondings/{uuid}
 < uuid! provisionNicUuid!
 > inventory
DetachRoleFromAccount@5.2 DELETE /identities/accounts/{accountUuid}/roles/{roleUuid}
 < roleUuid! accountUuid! deleteMode(Permissive|Enforcing)
DetachScsiLunFromHost@5.2 PUT /storage-devices/scsi-lun/{uuid}/actions
 < uuid! hostUuid
 > inventory
DetachScsiLunFromVmInstance@5.2 DELETE /vm-instances/{vmInstanceUuid}/scsi-lun/{uuid}
 < uuid! vmInstanceUuid!
 > inventory
DetachSecurityGroupFromL3Network DELETE /security-groups/{securityGroupUuid}/l3-networks/{l3NetworkUuid}
 < securityGroupUuid! l3NetworkUuid!
 > inventory
DetachSshKeyPairFromVmInstance@5.2 DELETE /ssh-key-pair/{sshKeyPairUuid}/vm-instance/{vmInstanceUuid}
 < vmInstanceUuid! sshKeyPairUuid!
DetachTagFromResources@5.2 DELETE /tags/{tagUuid}/resources
 < tagUuid! resourceUuids!:list+
DetachUserDefinedXmlHookScriptFromVm@5.2 DELETE /xmlhook/vm-instances/{vmInstanceUuid}/detach
 < vmInstanceUuid! startupStrategy(Reboot|None) deleteMode(Permissive|Enforcing)
DetachVRouterRouteTableFromVRouter DELETE /vrouter-route-tables/{routeTableUuid}/detach/{virtualRouterVmUuid} @2.3.1
 POST /vrouter-route-tables/{routeTableUuid}/detach
 < routeTableUuid! virtualRouterVmUuid!
 > inventory
DetachVipFromVpcSharedQos@5.2 DELETE /vips/sharedqos/{sharedQosUuid}/vips
 < sharedQosUuid! vipLists:list+ vipUuids:list+
DetachVmFromVmSchedulingRuleGroup@5.2 DELETE /vmSchedulingRuleGroup/{vmGroupUuid}/vmInstance/
 < vmGroupUuid! vmUuid!
DisableCdpTask@5.2 POST /cdp-task/disable/{uuid}
 < uuid!+ force:bool
 > inventory
DiscoverExternalPrimaryStorage@5.2 POST /primary-storage/addon/discover
 < url! identity config
 > inventory
DownloadBackupFileFromPublicCloud POST /hybrid/backup-mysql/download
 < regionId!+ file!+ type!(aliyun)
 > local
EjectZBox@5.2 PUT /zbox/{uuid}/actions
 < uuid!
 > inventory
EnableCdpTask@5.2 POST /cdp-task/enable/{uuid}
 < uuid!+
 > inventory
ExecuteAutoScalingRule@5.2 PUT /autoscaling/rules/{uuid}/actions
 < uuid!
 > scalingActivityUuid
ExecuteDRSScheduling@5.2 PUT /clusters/drs/{uuid}/actions
 < uuid!
ExecuteGuestVmCommand@5.2 POST /vm-instances/commands/exec
 < vmInstanceUuid! platform!(Windows|Linux) command!<=65536 commandTimeout:int[10..86400]
 > stream vmInstance
ExecuteGuestVmScript@5.2 PUT /scripts/{uuid}/actions
 < uuid! vmInstanceUuids!:list scriptTimeout:int[10..86400] logPath
 > inventory
ExportBuildApp@5.2 PUT /appcenter/buildapp/{uuid}/actions
 < uuid!
 > inventory
ExportDatabaseBackupFromBackupStorage@5.2 PUT
 /database-backups/{databaseBackupUuid}/backup-storage/{backupStorageUuid}/actions
 < backupStorageUuid! databaseBackupUuid!
 > databaseBackupUrl
ExportVmOvaPackage@5.2 POST /ovf/ova-packages
 < name<=255 description<=2048 vmUuid! backupStorageUuid! resourceUuid tagUuids:list
 > inventory
ExpungeBaremetalInstance@5.2 PUT /baremetal/instances/{uuid}/actions
 < uuid!
ExpungeDataVolume PUT /volumes/{uuid}/actions
 < uuid!
ExpungeIAM2Project@5.2 PUT /iam2/projects/{uuid}/actions
 < uuid!
ExpungeImage PUT /images/{imageUuid}/actions
 < uuid@5.2 imageUuid! backupStorageUuids:list+
ExpungeVmUserDefinedXmlHookScript@5.2 DELETE /vm-instances/xml-hook-script
 < uuid!
FailoverFaultToleranceVm@5.2 PUT /vm-instances/fault-tolerance
 < faultToleranceVmUuid!
FlattenVolume@5.2 PUT /volumes/{uuid}/actions
 < uuid! dryRun:bool
 > inventory
FstrimVm@5.2 POST /vm-instances/{uuid}/actions
 < uuid!
GCAliyunSnapshotRemote POST /hybrid/aliyun/snapshot/{dataCenterUuid}/gc
 < dataCenterUuid! deleteMode(Permissive|Enforcing)
GenerateAccountBilling@5.2 PUT /billings/accounts/{accountUuid}/actions
 < accountUuid!
GenerateSeMdevDevices@5.2 PUT /mtty-devices/{mttyDeviceUuid}/actions
 < mttyDeviceUuid! virtPartNum!:int
GenerateSriovPciDevices@5.2 PUT /pci-devices/{pciDeviceUuid}/actions
 < pciDeviceUuid! virtPartNum!:int
GenerateSshKeyPair@5.2 POST /ssh-key-pair/generate sync
 < name!<=255 description<=2048
 > inventory
GetAccessPath@5.2 GET /block-volumes/access/path
 < primaryStorageUuid!
 > pathInfos
GetAccountPriceTableRef@5.2 GET /billings/price-tables/refs
 < tableUuid accountUuid
 > accountUuids tableUuid
GetAccountQuotaUsage GET /accounts/quota/{uuid}/usages
 < uuid!
 > usages
GetActiveAlarmStatus@5.2 GET /zwatch/activealarms/status
 < accountUuid!
 > statuses
GetAlarmData GET /zwatch/alarm-histories
 < startTime:int[0..9223372036854775807] endTime:int[0..9223372036854775807] limit:int[0..2147483647] conditions:list
 count:bool@5.2 excludeOtherAccount:bool@5.2 start:int[0..2147483647]@5.2 endpointUuid@5.2
 > histories total@5.2
GetAliyunNasAccessGroupRemote@5.2 GET /nas/aliyun/access/remote
 < dataCenterUuid! groupName+
 > inventories
GetAliyunNasFileSystemRemote@5.2 GET /nas/aliyun/remote
 < dataCenterUuid! fileSystemId+
 > inventories
GetAliyunNasMountTargetRemote@5.2 GET /nas/aliyun/mount/remote
 < nasFSUuid! mountDomain+
 > inventories
GetAllEventMetadata GET /zwatch/events/meta-data
 < name@5.2 namespace@5.2
 > events
GetAllMetricMetadata GET /zwatch/metrics/meta-data
 < name@5.2 namespace@5.2
 > metrics
GetAppBuildSystemCapacity@5.2 GET /appcenter/buildsystem/capacities
 < uuid!
 > totalCapacity! availableCapacity!
GetAttachablePublicL3ForVRouter GET /vm-instances/appliances/virtual-routers/{vmInstanceUuid}/attachable-public-l3s
 < vmInstanceUuid!
 > inventories
GetAttachableVpcL3Network POST /vpc/virtual-routers/{uuid}/attachable-vpc-l3s reads sync
 < uuid!
 > inventories
GetAuditData GET /zwatch/audits
 < startTime:int[0..9223372036854775807] endTime:int[0..9223372036854775807] limit:int[0..2147483647] conditions:list
 auditType(Login|Resource)@5.2
 > audits
GetAvailableTriggers GET /scheduler/triggers/available
 > inventories
GetBackupStorageForCreatingImageFromVolume GET /images/volumes/{volumeUuid}/candidate-backup-storage
 < volumeUuid volumeSnapshotUuid
 > inventories
GetBackupStorageForCreatingImageFromVolumeSnapshot GET
 /images/volume-snapshots/{volumeSnapshotUuid}/candidate-backup-storage
 < volumeUuid volumeSnapshotUuid
 > inventories
GetBareMetal2ChassisPowerStatus@5.2 GET /baremetal2/chassis/{uuid}/powerstatus
 < uuid!
 > status
GetBareMetal2GatewayAllocatorStrategies@5.2 GET /baremetal2/gateways/allocators/strategies
 > strategies
GetBareMetal2ProvisionNetworkIpAddressCapacity@5.2 GET /baremetal2/provision-networks/ip-capacity
 < networkUuids!:list+
 > capacityData
GetBareMetal2SupportedBootMode@5.2 GET /baremetal2/chassis/supported-boot-modes
 > supportedBootMode
GetBlockPrimaryStorageMetadata@5.2 POST /primary-storage/block/metadata reads sync key@5.2=param
 < vendorName! metadata!
 > inventories total
GetCandidateAffinityGroupForAttachingVm@5.2 GET /affinityGroup/attachingVm
 < vmUuid!
 > inventories
GetCandidateAffinityGroupForCreatingVm@5.2 GET /vm-instances/candidate-affinityGroup
 < zoneUuid! clusterUuid hostUuid
 > inventories
GetCandidateBackupStorageForCreatingImage@5.2 GET /images/candidate-backup-storage
 < volumeUuid volumeSnapshotUuid
 > inventories
GetCandidateClustersForAttachingL2Network@5.2 GET /l2-networks/{l2NetworkUuid}/cluster-candidates
 < l2NetworkUuid! clusterTypes:list limit:int start:int
 > inventories
GetCandidateInterfaceVlanIds@5.2 GET /host/network-interface-vlan-ids
 < interfaceUuids!:list limit:int start:int
 > vlanIds
GetCandidateL2NetworksForAttachingCluster@5.2 GET /cluster/{clusterUuid}/l2-candidates
 < clusterUuid! limit:int start:int
 > inventories
GetCandidateL3NetworksForChangeVmNicNetwork@5.2 GET /vm-instances/nics/{vmNicUuid}/l3-networks-candidates
 < vmNicUuid!
 > inventories
GetCandidateL3NetworksForIpSecConnection@5.2 GET /ipsec/candidatesL3Networks
 < uuid publicL3Uuid vipUuid limit:int start:int
 > inventories
GetCandidateL3NetworksForLoadBalancer@5.2 GET /load-balancers/listeners/{listenerUuid}/networks/candidates
 < listenerUuid! limit:int start:int
 > inventories
GetCandidateL3NetworksForServerGroup@5.2 GET /load-balancers/servergroups/candidate-l3network
 < serverGroupUuid loadBalancerUuid limit:int start:int
 > inventories
GetCandidateLdapEntryForBinding GET /ldap/entries/candidates
 < ldapFilter! limit:int[1..2147483647]
 > inventories
GetCandidateLdapEntryForIAM2Binding@5.2 GET /iam2/ldap/entries/candidates
 < ldapFilter! limit:int[1..2147483647]
 > inventories
GetCandidateMiniHosts@5.2 GET /mini-clusters/candidate-hosts
 < local:bool configure:bool
 > hosts
GetCandidateNetworkInterfaces@5.2 GET /cluster/hosts-network-interfaces
 < hostUuids!:list interfaceType(interface|bonding|all) limit:int start:int
 > slaveNames candidateNics
GetCandidatePrimaryStoragesForCreatingVm GET /vm-instances/candidate-storages
 < imageUuid! l3NetworkUuids!:list+ rootDiskOfferingUuid rootDiskSize:int[1..9223372036854775807]@5.2
 dataDiskOfferingUuids:list+ dataDiskSizes:list[1..9223372036854775807]@5.2 zoneUuid clusterUuid defaultL3NetworkUuid
 backupStorageUuid@2.3.1
 > rootVolumePrimaryStorages dataVolumePrimaryStorages
GetCandidateVMForAttachingAffinityGroup@5.2 GET /VM/attachingGroup
 < affinityGroupUuid!
 > inventories
GetCandidateVmNicForSecurityGroup GET /security-groups/{securityGroupUuid}/vm-instances/candidate-nics
 < securityGroupUuid!
 > inventories
GetCandidateVmNicsForLoadBalancer GET /load-balancers/listeners/{listenerUuid}/vm-instances/candidate-nics
 < listenerUuid!
 > inventories
GetCandidateVmNicsForLoadBalancerServerGroup@5.2 GET /load-balancers/servergroups/candidate-nics
 < servergroupUuid loadBalancerUuid ipVersion:int(4|6)
 > inventories
GetCandidateVmNicsForPortMirror@5.2 GET /port-mirrors/{portMirrorUuid}/vm-instances/candidate-nics/{type}
 < portMirrorUuid! type!(source|dest)
 > inventories
GetCandidateZonesClustersHostsForCreatingVm GET /vm-instances/candidate-destinations
 < instanceOfferingUuid@5.2 imageUuid! l3NetworkUuids!:list+ rootDiskOfferingUuid
 rootDiskSize:int[1..9223372036854775807]@5.2 dataDiskOfferingUuids:list+ cpuNum:int[1..1024]@5.2
 memorySize:int[1..9223372036854775807]@5.2 zoneUuid clusterUuid defaultL3NetworkUuid instanceOfferingUuid!@2.3.1
 > zones clusters hosts
GetCdpBackupStorageRequirement@5.2 GET /cdp-backup-storage/{backupStorageUuid}/requirement
 < backupStorageUuid!+ limit:int start:int
 > nextStep required current
GetChainTask@5.2 GET /core/task-details
 < syncSignatures:list
 > results
GetChronyServers@5.2 GET /zops/chrony/servers
 > servers
GetClusterDRSStatus@5.2 GET /clusters/drs/status
 < drsUuid!
 > hostLoadOverThreshold
GetClusterHostNetworkFacts@5.2 GET /cluster/hosts-network-facts/{clusterUuid}
 < clusterUuid! limit:int start:int
 > bondings nics
GetConnectionAccessPointFromRemote GET /hybrid/aliyun/access-point{dataCenterUuid}/remote
 < dataCenterUuid!
 > inventories
GetConnectionBetweenL3NetworkAndAliyunVSwitch POST /hybrid/aliyun/relationships reads sync
 < uuid! resourceType!(l3network|vroutervm|vbr|vpc)
 > inventories total
GetCpuMemoryCapacity GET /hosts/capacities/cpu-memory
 < zoneUuids:list clusterUuids:list hostUuids:list hypervisorType(KVM|ESX)@5.2 all:bool
 > totalCpu! availableCpu! totalMemory! availableMemory! managedCpuNum!@5.2 capacityData@5.2 resourceType@5.2
GetCreateEcsImageProgress GET /hybrid/aliyun/image/{dataCenterUuid}/{imageUuid}/progress
 < imageUuid! dataCenterUuid!
 > progress
GetCurrentTime PUT /management-nodes/actions reads sync public
 > currentTime
GetDataCenterFromRemote GET /hybrid/data-center/remote
 < type!@5.2 endpoint@5.2 type!(aliyun)@2.3.1
 > inventories
GetDataVolumeAttachableVm GET /volumes/{volumeUuid}/candidate-vm-instances
 < volumeUuid!
 > inventories
GetDatabaseBackupFromImageStore@5.2 GET /database-backups/image-store
 < url!+ registryPort:int[1..65535]
 > backups
GetDebugSignal@5.2 GET /debug
 > signals
GetEcsInstanceType GET /hybrid/ecs/type
 < identityZoneUuid! ecsImageUuid@5.2
 > types
GetEcsInstanceVncUrl GET /hybrid/aliyun/ecs-vnc/{uuid}
 < uuid!
 > ecsId vncUrl
GetEipAttachableVmNics GET /eips/{eipUuid}/vm-instances/candidate-nics
 < eipUuid vipUuid vmUuid@5.2 vmName@5.2 networkServiceProvider@5.2 attachedToVm:bool@5.2 limit:int@5.2 start:int@5.2
 > inventories start@5.2 more@5.2
GetElaborationCategories@5.2 GET /errorcode/elaborations/categories
 > categories
GetElaborations@5.2 GET /errorcode/elaborations
 < category code regex
 > contents
GetEncryptedField@5.2 GET /encrypted/fields
 < encryptedType
 > encryptedFields
GetEventData GET /zwatch/events
 < startTime:int[0..9223372036854775807] endTime:int[0..9223372036854775807]
 offsetAheadOfCurrentTime:int[0..9223372036854775807]@5.2 limit:int[0..2147483647] conditions:list count:bool@5.2
 start:int[0..2147483647]@5.2 conditionExpression<=256@5.2 endpointUuid@5.2
 > events total@5.2
GetExternalServices@5.2 GET /external/services
 > inventories
GetFactoryModeState@5.2 GET /management-nodes/factory-mode-state
 > factoryModeState
GetFlowMeterRouterId@5.2 GET /flowmeters/{vRouterUuid}/routerid
 < vRouterUuid!
 > routerId
GetFreeIp@5.2 GET /l3-networks/ip/free
 < l3NetworkUuid ipRangeUuid start ipRangeType(Normal|AddressPool) ipVersion:int(4|6) limit:int
 > inventories
GetFreeIpOfIpRange GET /l3-networks/ip-ranges/{ipRangeUuid}/ip/free
 < l3NetworkUuid ipRangeUuid start ipRangeType(Normal|AddressPool)@5.2 ipVersion:int(4|6)@5.2 limit:int
 > inventories
GetFreeIpOfL3Network GET /l3-networks/{l3NetworkUuid}/ip/free
 < l3NetworkUuid ipRangeUuid start ipRangeType(Normal|AddressPool)@5.2 ipVersion:int(4|6)@5.2 limit:int
 > inventories
GetGlobalConfigOptions@5.2 GET /global-configurations/{category}/{name}
 < category! name!
 > options
GetGuestOsMetadata@5.2 GET /guest-os/metadata
 > inventories
GetHostCandidatesForVmMigration@5.2 GET /primary-storage/hosts/{vmInstanceUuid}/migration-candidates
 < vmInstanceUuid! dstPrimaryStorageUuid! limit:int[1..2147483647]
 > inventories
GetHostNUMATopology@5.2 POST /hosts/{uuid}/numa reads
 < uuid!
 > name uuid topology
GetHostNetworkFacts@5.2 GET /hosts/network-facts/{hostUuid}
 < hostUuid!
 > bondings nics
GetHostNetworkInterfaceLldp@5.2 GET /hostNetworkInterface/lldp/{interfaceUuid}/info
 < interfaceUuid!
 > lldp
GetHostPhysicalMemoryFacts@5.2 GET /hosts/physical-memory-facts/{hostUuid}
 < hostUuid!
 > inventories
GetHostPowerStatus@5.2 PUT /hosts/power/{uuid}/actions reads
 < uuid!+ method(AUTO|AGENT|IPMI)
 > inventory
GetHostResourceAllocation@5.2 POST /hosts/{uuid}/resource-allocation reads
 < uuid! strategy!(continuous) scene!(normal|performance) vcpu!:int[1..512] memSize:int[1..9223372036854775807]
 > name uuid vCPUPin
GetHostTask@5.2 GET /hosts/task-details
 < hostUuids!:list+ syncSignatures:list
 > results
GetHostWebSshUrl@5.2 POST /hosts/webssh
 < uuid!+ https:bool userName!+ password!+*
 > url
GetIAM2OrganizationVirtualIDNumber@5.2 GET /iam2/organizations/{uuid}/virtualIDNumber
 < uuid!
 > virtualTotalNumber virtualDirectNumber
GetIAM2ProjectsOfVirtualID@5.2 GET /iam2/virtual-ids/projects
 > inventories
GetIAM2SystemAttributes@5.2 GET /iam2/attributes/system
 > inventories
GetIAM2VirtualIDAPIPermission@5.2 GET /iam2/virtual-ids/api-permissions
 < apisToCheck:list onlyCheckParams:bool
 > permissions noPermission!
GetIAM2VirtualIDInGroup@5.2 GET /iam2/IAM2VirtualIDGroup/IAM2VirtualID
 < groupUuid! limit:int start:int count:bool sortDirection(asc|desc) sortBy replyWithCount:bool
 > inventories total
GetIdentityZoneFromRemote GET /hybrid/identity-zone/remote
 < type@5.2 dataCenterUuid!@5.2 regionId type!(aliyun)@2.3.1 dataCenterUuid@2.3.1
 > inventories
GetImageCandidatesForVmToChange GET /vm-instances/{vmInstanceUuid}/image-candidates
 < vmInstanceUuid
 > inventories
GetImageQga GET /images/{uuid}/qga
 < uuid!
 > enable!
GetImagesFromImageStoreBackupStorage PUT /backup-storage/{uuid}/image-store reads sync
 < uuid!
 > infos
GetInterdependentL3NetworksBackupStorages@5.2 GET /backupStorage-l3networks/dependencies
 < zoneUuid! backupStorageUuid l3NetworkUuids:list+
 > inventories
GetInterdependentL3NetworksImages GET /images-l3networks/dependencies
 < zoneUuid! l3NetworkUuids:list+ imageUuid raiseException:bool@5.2
 > inventories
GetInterfaceServiceTypeStatistic@5.2 GET /hosts/hosts-network-interfaces/service-type-statistic
 < interfaceUuid vlanId:int interfaceType(All|Interface|Bonding) serviceType:list zoneUuid clusterUuid hostUuid
 sortBy(InterfaceName|VlanId|HostIp|HostName|ClusterName|CreateDate) sortDirection(asc|desc) start:int[0..2147483647]
 limit:int[0..2147483647] replyWithCount:bool
 > serviceTypeStatistics total
GetIpAddressCapacity GET /ip-capacity
 < zoneUuids:list l3NetworkUuids:list ipRangeUuids:list all:bool
 > totalCapacity! availableCapacity! usedIpAddressNumber!@5.2 ipv4TotalCapacity!@5.2 ipv4AvailableCapacity!@5.2
 ipv4UsedIpAddressNumber!@5.2 ipv6TotalCapacity!@5.2 ipv6AvailableCapacity!@5.2 ipv6UsedIpAddressNumber!@5.2
 capacityData@5.2 resourceType@5.2
GetL2NetworkTypes GET /l2-networks/types
 > types
GetL3NetworkDhcpIpAddress GET /l3-networks/{l3NetworkUuid}/dhcp-ip
 < l3NetworkUuid!
 > ip ip6@5.2
GetL3NetworkIpStatistic@5.2 GET /l3-networks/{l3NetworkUuid}/ip-statistic
 < l3NetworkUuid! resourceType(All|Vip|VM) ip sortBy(Ip|CreateDate) sortDirection(asc|desc) start:int[0..2147483647]
 limit:int[0..2147483647] replyWithCount:bool
 > ipStatistics total
GetL3NetworkMtu GET /l3-networks/{l3NetworkUuid}/mtu
 < l3NetworkUuid!
 > mtu
GetL3NetworkRouterInterfaceIp GET /l3-networks/{l3NetworkUuid}/router-interface-ip
 < l3NetworkUuid!
 > routerInterfaceIp
GetL3NetworkTypes GET /l3-networks/types
 > types
GetLatestGuestToolsForVm@5.2 GET /vm-instances/{uuid}/latest-guest-tools
 < uuid!
 > inventory
GetLdapEntry GET /ldap/entry
 < ldapFilter! limit:int[1..2147483647] ldapServerUuid@5.2
 > inventories
GetLdapServerAvailableAttributes@5.2 GET /ldap/server/attributes/{uuid}
 < uuid!
 > inventories
GetLicenseAddOns@5.2 GET /licenses/addons public
 > addons
GetLicenseCapabilities GET /licenses/capabilities
 > capabilities
GetLicenseInfo GET /licenses public
 < additionSession@5.2
 > inventory additions@5.2
GetLicenseRecords@5.2 GET /licenses/records public
 < limit:int start:int replyWithCount:bool count:bool sortBy(issuedDate|expiredDate|uploadDate)
 sortDirection(asc|desc)
 > inventories total
GetLicenseUKeyStatus@5.2 POST /licenses/actions reads
 > inventories
GetLoadBalancerListenerACLEntries@5.2 GET /load-balancers/listeners/access-control-lists/entries
 < listenerUuids:list type(RedirectRule|IpEntry)
 > inventories
GetLoadBalancerOwner@5.2 GET /load-balancers/{loadBalancerUuid}/owner
 < loadBalancerUuid!
 > type vpc vpcHa slb
GetLocalRaidPhysicalDriveSmart@5.2 GET /storage-devices/local-raid/physical-drives/{uuid}/smart
 < uuid!
 > result
GetLogConfiguration@5.2 GET /log/configurations
 > inventories
GetLoginCaptcha@5.2 GET /login/control/captcha public
 < resourceName! loginType! captchaUuid
 > captchaUuid captcha
GetLoginProcedures@5.2 GET /login/procedures public
 < username! loginType!
 > procedures
GetManagementNodeArch@5.2 PUT /management-nodes/actions reads sync public
 > architecture
GetManagementNodeDirCapacity@5.2 GET /zwatch/mn
 < managementNodeUuids:list
 > result
GetManagementNodeOS@5.2 PUT /management/actions reads sync public
 > name version
GetMemorySnapshotGroupReference@5.2 GET /memory-snapshots/group/reference
 < resourceUuid! resourceType!
 > inventories resourceUuid
GetMetricData GET /zwatch/metrics
 < namespace! metricName! startTime:int[0..9223372036854775807] endTime:int[0..9223372036854775807]
 offsetAheadOfCurrentTime:int[0..9223372036854775807]@5.2 period:int[0..2147483647] labels:list
 valueConditions:list@5.2 functions:list
 > data
GetMetricLabelValue GET /zwatch/metrics/label-values
 < namespace! metricName! startTime:int[0..253402271999]@5.2 endTime:int[0..253402271999]@5.2 labelNames!:list+
 filterLabels:list
 > labels
GetMonitorItem GET /monitoring/items
 < resourceType!
 > inventories
GetNetworkServiceTypes GET /network-services/types
 > types
GetNicQos GET /vm-instances/{uuid}/nic-qos
 < uuid! forceSync:bool@5.2
 > outboundBandwidth! inboundBandwidth! outboundBandwidthUpthreshold!@5.2 inboundBandwidthUpthreshold!@5.2
GetNoTriggerSchedulerJobs@5.2 GET /scheduler/jobs/candidates
 > inventories
GetOAuth2Token@5.2 GET /get/oauth2/token
 > inventory serverTokenInventory
GetOrganizationQuotaUsage@5.2 GET /iam2/organizations/quota/{uuid}/usages
 < uuid!
 > usages
GetOssBackupBucketFromRemote GET /hybrid/backup-mysql/oss
GetOssBucketFileFromRemote GET /hybrid/oss/file/remote
 < uuid! ossDomain<=127@5.2 ossKey<=127@5.2 ossSecret<=127*@5.2
 > files
GetOssBucketNameFromRemote GET /hybrid/oss/{dataCenterUuid}/remote
 < dataCenterUuid! ossDomain<=256@5.2 ossKey<=127@5.2 ossSecret<=127*@5.2
 > inventories
GetPciDeviceCandidatesForNewCreateVm@5.2 GET /pci-device/candidate-pci-devices-for-new-create-vm
 < hostUuid clusterUuids:list types:list
 > inventories
GetPciDeviceSpecCandidates@5.2 GET /pci-device-specs/candidates
 < clusterUuids:list hostUuid vmInstanceUuid vmInstanceUuids:list types:list
 > inventories
GetPlatformTimeZone@5.2 GET /management-nodes/platform-timezone
 > timezone offset
GetPolicyRouteRuleSetFromVirtualRouter@5.2 GET /policy-routes/rulesets/virtualrouter/{vmInstanceUuid}
 < vmInstanceUuid!
 > inventories
GetPortForwardingAttachableVmNics GET /port-forwarding/{ruleUuid}/vm-instances/candidate-nics
 < ruleUuid!
 > inventories
GetPrimaryStorageCandidatesForVmMigration@5.2 GET /vm-instances/{vmInstanceUuid}/storage-migration-candidates
 < vmInstanceUuid! withDataVolumes:bool migrateStorageOnly:bool
 > inventories
GetPrimaryStorageLicenseInfo@5.2 GET /primary-storage/{uuid}/license
 < uuid!
 > uuid name expireTime
GetPrimaryStorageUsageReport@5.2 GET /primary-storage/{primaryStorageUuid}/usage/report
 < primaryStorageUuid! uris:list
 > uriUsageForecast usageReport
GetResourceAccount GET /resources/accounts
 < resourceUuids!:list+
 > inventories
GetResourceBindableConfig@5.2 GET /resource-configurations/bindable
 < category
 > bindableConfigs
GetResourceConfig@5.2 GET /resource-configurations/{resourceUuid}/{category}/{name}
 < category! name! resourceUuid!
 > value effectiveConfigs
GetResourceConfigs@5.2 GET /resource-configurations/{resourceUuid}/{category}
 < category! names!:list+ resourceUuid!
 > configs
GetResourceFromPublishApp@5.2 GET /appcenter/app/resources
 < uuid
 > resources
GetResourceFromResourceStack@5.2 GET /cloudformation/stack/resources
 < uuid!
 > resources
GetResourceNames GET /resources/names
 < uuids!:list+
 > inventories
GetResourceStackFromResource@5.2 GET /cloudformation/resources/stack
 < resourceUuid!
 > stack
GetResourceStackVmStatus@5.2 GET /cloudformation/stack/monitor/vmstatus
 < uuid!
 > portStatus
GetRouteTableVpcVRouterCandidate@5.2 GET /vpc/virtual-routers/get-vpc-candidate
 < tableUuid limit:int start:int
 > inventories
GetSSOClient@5.2 GET /get/sso/client public
 > inventories
GetSchedulerExecutionReport@5.2 GET /scheduler/report
 < startTime!:int intervalTimeUnit!(Hour|Day|Month) range!:int[0..31] schedulerJobTypes!:list+
 > successRecords failureRecords partialSuccessRecords waitingRecords
GetScsiLunCandidatesForAttachingVm@5.2 GET /vm-instances/{vmInstanceUuid}/candidate-storage-devices
 < vmInstanceUuid!
 > inventories
GetSharedBlockCandidate@5.2 GET /primary-storage/sharedblockgroup/sharedblock-candidates
 < clusterUuid!
 > results
GetSignatureServerEncryptPublicKey@5.2 GET /secret-resource-pool-token/signature-server-encrypt-public-key public
 > publicKey
GetSpiceCertificates@5.2 GET /spice/certificates
 > certificateStr
GetSupportAPIs@5.2 PUT /management-nodes/actions reads sync public
 > supportApis
GetSupportedCloudFormationResources@5.2 GET /cloudformation/resources
 < version(v1) type(zstack)
 > resources
GetSupportedIdentityModels@5.2 GET /identity-models public
 > configs
GetTaskProgress GET /task-progresses/{apiId}
 < apiId all:bool
 > inventories
GetTextTemplateArg@5.2 GET /zwatch/textTemplateArg
 > defaultSupportedParams
GetTrashOnBackupStorage@5.2 GET /backup-storage/trash
 < uuid! resourceUuid resourceType trashType(MigrateImage)
 > inventories
GetTrashOnPrimaryStorage@5.2 GET /primary-storage/trash
 < uuid! resourceUuid resourceType trashType(MigrateVolume|MigrateVolumeSnapshot|RevertVolume|VolumeSnapshot)
 > inventories
GetTwoFactorAuthenticationSecret@5.2 GET /twofactorauthentication/secret public
 < name!+ password!+* type!(account|iam2)+ captchaUuid verifyCode*
 > inventory
GetTwoFactorAuthenticationState@5.2 GET /twofactorauthentication/state public
 > state
GetUploadImageJobDetails@5.2 GET /images/upload-job/details/{imageId}
 < imageId!
 > existingJobDetails
GetVRouterFlowCounter@5.2 GET /flowmeters/{vRouterUuid}/counter
 < vRouterUuid!
 > counters
GetVRouterOspfNeighbor@5.2 GET /routerArea/{vRouterUuid}/neighbor
 < vRouterUuid!
 > neighbors
GetVRouterRouteTable GET /vrouter-route-tables/vrouter/{virtualRouterVmUuid}
 < virtualRouterVmUuid!
 > inventories
GetVRouterRouterId@5.2 GET /routerArea/{vRouterUuid}/routerid
 < vRouterUuid!
 > routerId
GetVSwitchTypes@5.2 GET /l2-networks/vSwitchTypes
 > types
GetVersion PUT /management-nodes/actions reads sync public
 > version!
GetVipAvailablePort@5.2 GET /vips/{vipUuid}/get-port-availability
 < vipUuid! protocolType!(TCP|UDP) limit:int start:int
 > availablePort
GetVipQos GET /vip/{uuid}/vip-qos
 < uuid
 > inventories
GetVipUsedPorts GET /vips/{uuid}/usedports
 < uuid! protocol!(TCP|UDP)
 > inventories
GetVirtualRouterSoftwareVersion@5.2 GET /vpc/virtual-routers/softwareversion
 < uuid softwareName!(IPsec) needUpdate:bool
 > inventories
GetVirtualizerInfo@5.2 GET /vm-instances/virtualizer-info
 < uuids!:list+
 > inventories
GetVmAttachableDataVolume GET /vm-instances/{vmInstanceUuid}/data-volume-candidates
 < vmInstanceUuid!
 > inventories
GetVmAttachableL3Network GET /vm-instances/{vmInstanceUuid}/l3-networks-candidates
 < vmInstanceUuid!
 > inventories
GetVmBootOrder GET /vm-instances/{uuid}/boot-orders
 < uuid!
 > orders
GetVmCapabilities GET /vm-instances/{uuid}/capabilities
 < uuid!
 > capabilities
GetVmConsoleAddress GET /vm-instances/{uuid}/console-addresses
 < uuid!
 > hostIp port! path@5.2 protocol vdiPortInfo@5.2
GetVmConsolePassword GET /vm-instances/{uuid}/console-passwords
 < uuid!
 > password
GetVmDeviceAddress@5.2 GET /vm-instances/devices
 < uuid! resourceTypes!:list(VolumeVO)
 > addresses
GetVmEmulatorPinning@5.2 GET /vm-instances/{uuid}/emulator-pinning
 < uuid!
 > emulatorPinning
GetVmGuestToolsInfo@5.2 GET /vm-instances/{uuid}/guest-tools-infos
 < uuid! debug:list
 > version status features
GetVmHostname GET /vm-instances/{uuid}/hostnames
 < uuid!
 > hostname
GetVmInstanceFirstBootDevice@5.2 GET /vm-instances/{uuid}/first-boot-device
 < uuid!
 > firstBootDevice
GetVmInstanceHaLevel GET /vm-instances/{uuid}/ha-levels
 < uuid!
 > level
GetVmInstanceProtectedRecoveryPoints@5.2 GET /vm-instances/{uuid}/protected-recovery-points
 < uuid!+ limit:int start:int
 > recoveryPoints
GetVmInstanceRecoveryPoints@5.2 GET /vm-instances/{uuid}/recovery-points
 < uuid!+ startTime endTime scale(minute|hour|day) limit:int start:int
 > recoveryPoints
GetVmMonitorNumber GET /vm-instances/{uuid}/monitorNumber
 < uuid!
 > monitorNumber
GetVmNicAttachableEips@5.2 GET /vm-instances/nics/{vmNicUuid}/candidate-eips
 < vmNicUuid! ipVersion:int(4|6) limit:int start:int
 > inventories
GetVmNicAttachedNetworkService@5.2 GET /vm-instances/nics/{vmNicUuid}/attached-networkservices
 < vmNicUuid!
 > networkServices
GetVmNuma@5.2 GET /vm-instances/{uuid}/vnuma
 < uuid!
 > enable!
GetVmQga GET /vm-instances/{uuid}/qga
 < uuid!
 > enable!
GetVmRDP GET /vm-instances/{uuid}/rdp
 < uuid!
 > enable!
GetVmSchedulingRulesExecuteState@5.2 POST /get/vmSchedulingRules/conflict/state reads sync
 < uuids!:list
 > ruleMapState
GetVmSshKey GET /vm-instances/{uuid}/ssh-keys
 < uuid!
 > sshKey
GetVmStartingCandidateClustersHosts GET /vm-instances/{uuid}/starting-target-hosts
 < uuid!
 > hosts clusters
GetVmTask@5.2 GET /vm-instances/task-details
 < vmInstanceUuids!:list+ syncSignatures:list
 > results
GetVmXml@5.2 GET /vm-instances/{vmInstanceUuid}/xml
 < vmInstanceUuid!
 > match! runningXml userDefinedXml
GetVmXmlHookScript@5.2 GET /vm-instances/{vmInstanceUuid}/xml-hook-script
 < vmInstanceUuid!
 > userDefinedXmlHookScript
GetVmsCapabilities@5.2 GET /vm-instances/capabilities
 < vmUuids!:list+
 > vmsCaps
GetVmsSchedulingStateFromSchedulingRule@5.2 POST /get/vms/schedulingState/from/SchedulingRule reads sync
 < ruleUuid! vmUuids!:list
 > ruleMapState
GetVmvNUMATopology@5.2 GET /vm-instances/{uuid}/vnuma-topology
 < uuid!
 > name uuid hostUuid topology
GetVolumeCapabilities GET /volumes/{uuid}/capabilities
 < uuid!
 > capabilities
GetVolumeFormat GET /volumes/formats
 > formats
GetVolumeIoThreadPin@5.2 GET /volumes/{uuid}/io-thread-pin
 < uuid!
 > volumeUuid ioThreadId pin
GetVolumeQos GET /volumes/{uuid}/qos
 < uuid! forceSync:bool@5.2
 > volumeUuid@5.2 volumeBandwidth! volumeBandwidthRead!@5.2 volumeBandwidthWrite!@5.2 iopsTotal!@5.2 iopsRead!@5.2
 iopsWrite!@5.2 volumeBandwidthUpthreshold!@5.2 volumeBandwidthReadUpthreshold!@5.2
 volumeBandwidthWriteUpthreshold!@5.2 iopsTotalUpthreshold!@5.2 iopsReadUpthreshold!@5.2 iopsWriteUpthreshold!@5.2
GetVolumeSnapshotSize@5.2 PUT /volume-snapshots/{uuid}/actions reads
 < uuid!
 > size actualSize
GetVpcAttachedEip@5.2 POST /vpc/virtual-routers/{uuid}/attached-eip reads sync
 < uuid! limit:int start:int
 > inventories
GetVpcAttachedIpsec@5.2 POST /vpc/virtual-routers/{uuid}/attached-ipsec reads sync
 < uuid! limit:int start:int
 > inventories
GetVpcAttachedLoadBalancer@5.2 POST /vpc/virtual-routers/{uuid}/attached-lb reads sync
 < uuid! limit:int start:int
 > inventories
GetVpcAttachedNetflow@5.2 POST /vpc/virtual-routers/{uuid}/attached-netflow reads sync
 < uuid! limit:int start:int
 > inventories
GetVpcAttachedOspf@5.2 POST /vpc/virtual-routers/{uuid}/attached-ospf reads sync
 < uuid! limit:int start:int
 > inventories
GetVpcAttachedPortForwardingRules@5.2 POST /vpc/virtual-routers/{uuid}/attached-pf reads sync
 < uuid! limit:int start:int
 > inventories
GetVpcAttachedVip@5.2 POST /vpc/virtual-routers/{uuid}/attached-vip reads sync
 < uuid! limit:int start:int
 > inventories
GetVpcIPsecLog@5.2 GET /vpc/virtual-routers/ipseclog
 < uuid! lines:int
 > ipsecLog
GetVpcMulticastRoute@5.2 GET /multicast/virtual-routers/{uuid}/routes
 < uuid!
 > inventories
GetVpcVRouterDistributedRoutingConnections GET /vpc/virtual-routers/{uuid}/tracked-connections
 < uuid!
 > inventories
GetVpcVRouterDistributedRoutingEnabled GET /vpc/virtual-routers/{uuid}/distributed-routing
 < uuid!
 > enabled!
GetVpcVRouterNetworkServiceState@5.2 GET /vpc/virtual-routers/{uuid}/networkservicestate
 < uuid! networkService!(SNAT) l3NetworkUuid
 > state
GetVpcVpnConfigurationFromRemote GET /hybrid/vpn-conf/{uuid}/remote
 < uuid!
 > ikeConf ipSecConf
GetZBoxBackupDetails@5.2 GET /externalbackup/zbox/{uuid}/details
 < uuid!
GetZWatchAlertHistogram@5.2 GET /zwatch/alert-histories/histogram
 < tableName! startTime!:int[0..9223372036854775807] endTime!:int[0..9223372036854775807] intervalHours!:int[1..24]
 groupColumns:list
 > histograms
GetZone@5.2 GET /zones/{uuid}/info
 < uuid
 > inventories
IdentifyHost@5.2 PUT /hosts/kvm/{uuid}/actions
 < uuid! interval:int[0..255]
InspectBareMetal2Chassis@5.2 PUT /baremetal2/chassis/{uuid}/actions
 < uuid!
 > inventory
InspectBareMetal2ChassisByInstance@5.2 PUT /baremetal2/bm-instances/{uuid}/actions
 < uuid!
 > inventory
IsOpensourceVersion GET /meta-data/opensource public
 > opensource!
IsReadyToGo GET /management-nodes/ready public
 < managementNodeId
IsVfNicAvailableInL3Network@5.2 GET /l3-networks/{l3NetworkUuid}/hosts/{hostUuid}/vfnicavailable
 < l3NetworkUuid! hostUuid!
 > vfNicAvailable!
ListVMsFromKVMHost@5.2 POST /v2v reads
 < libvirtURI!<=1024 conversionHostUuid! sshPrivKey* v2vType
 > inventories libvirtVersion qemuVersion v2vCaps
ListVmSchedulingRulesFromExecuteState@5.2 POST /list/vmSchedulingRules/from/conflict/state reads sync
 < executeStates!:list
 > uuids
ListVmsFromSchedulingState@5.2 POST /list/vms/from/executeState reads sync
 < ruleUuid! executeStates!:list
 > uuids
LocateHostNetworkInterface@5.2 PUT /hosts/{hostUuid}/locate/network-interface
 < hostUuid! networkInterfaceName!+ interval:int[1..255]
LocateLocalRaidPhysicalDrive@5.2 PUT /storage-devices/local-raid/physical-drives/{uuid}/actions
 < uuid! locate:bool
 > inventory
LogIn@5.2 PUT /login sync public
 < username! password!* loginType! captchaUuid verifyCode* clientInfo:map properties:map
 > inventory
LogInByAccount PUT /accounts/login sync public
 < accountName! password!* accountType@5.2 captchaUuid@5.2 verifyCode*@5.2 clientInfo:map@5.2
 > inventory
LogInByLdap PUT /ldap/login sync public
 < uid! password!* verifyCode*@5.2 captchaUuid@5.2 clientInfo:map@5.2
 > inventory accountInventory
LogInByUser PUT /accounts/users/login sync public
 < accountUuid accountName userName! password!* clientInfo:map@5.2
 > inventory
LogOut DELETE /accounts/sessions/{sessionUuid} sync public
 < sessionUuid* clientInfo:map@5.2
LoginByCas@5.2 PUT /cas/login/ sync public
 < name! password!* type! clientInfo:map
 > inventory
LoginIAM2Platform@5.2 PUT /iam2/platform/login sync
 < clientInfo:map
 > inventory
LoginIAM2Project@5.2 PUT /iam2/projects/login sync
 < projectName! clientInfo:map
 > inventory
LoginIAM2VirtualID@5.2 PUT /iam2/virtual-ids/login sync public
 < name! password!* captchaUuid verifyCode* clientInfo:map
 > inventory
LoginIAM2VirtualIDWithLdap@5.2 PUT /iam2/login/virtual-ids/ldap sync public
 < uid! password!* verifyCode* captchaUuid
 > inventory
MergeDataOnBackupStorage@5.2 PUT /cdp-task/mergedata/{backupStorageUuid}/actions
 < backupStorageUuid!+
MigrateVm PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! hostUuid migrateFromDestination:bool allowUnknown:bool@5.2 strategy(auto-converge)@5.2
 downTime:int@5.2
 > inventory
MountVmInstanceRecoveryPoint@5.2 POST /cdp-backup-storage/mount-recovery-point
 < vmUuid!+ groupId!:int[1..9223372036854775807] https:bool
 > resourcePath failedVolumes
MoveDirectory@5.2 PUT /move/directory
 < targetParentUuid! directoryUuid!
MoveResourcesToDirectory@5.2 PUT /move/resources/directory
 < resourceUuids!:list+ directoryUuid!
ParseOvf@5.2 POST /ovf/parse reads sync
 < xmlBase64!
 > ovfInfo
PauseVmInstance PUT /vm-instances/{uuid}/actions
 < uuid!
 > inventory
PowerOffBareMetal2Chassis@5.2 PUT /baremetal2/chassis/{uuid}/actions
 < uuid!
 > inventory
PowerOffHost@5.2 PUT /hosts/power-off/actions
 < adminPassword!+* hostUuids!:list+ waitTaskCompleted:bool maxWaitTime:int
 > results
PowerOnBareMetal2Chassis@5.2 PUT /baremetal2/chassis/{uuid}/actions
 < uuid! bootDev(disk|ipxe)+
 > inventory
PowerOnHost@5.2 PUT /hosts/power/{uuid}/actions
 < uuid!+ returnEarly:bool
 > inventory
PowerResetBareMetal2Chassis@5.2 PUT /baremetal2/chassis/{uuid}/actions
 < uuid! bootDev(disk|ipxe)+
 > inventory
PowerResetHost@5.2 PUT /hosts/power/{uuid}/actions
 < uuid!+ returnEarly:bool method(AUTO|AGENT|IPMI)
 > inventory
PreviewResourceFromApp@5.2 POST /appcenter/app/preview reads sync
 < appUuid! parameters<=524288
 > preview
PreviewResourceStack@5.2 POST /cloudformation/stack/preview reads sync
 < type(zstack) templateContent<=4194304 uuid parameters<=524288 preParameters<=524288
 > preview
PrimaryStorageMigrateVm@5.2 PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! dstPrimaryStorageUuid! dstHostUuid withDataVolumes:bool withSnapshots:bool downTime:int
 strategy(auto-converge) bandwidth:int
 > inventory
PrometheusQueryLabelValues GET /prometheus/labels
 < labels!:list+
 > inventories
PrometheusQueryMetadata GET /prometheus/meta-data
 < matches!:list+
 > inventories
PrometheusQueryPassThrough GET /prometheus/all
 < instant:bool startTime:int[0..9223372036854775807] endTime:int[0..9223372036854775807] step expression!
 relativeTime
 > inventories
PrometheusQueryVmMonitoringData GET /prometheus/vm-instances
 < vmUuids!:list+ instant:bool startTime:int[0..9223372036854775807] endTime:int[0..9223372036854775807] step
 expression! relativeTime
 > inventories
ProtectVmInstanceRecoveryPoint@5.2 PUT /vm-instances/{vmInstanceUuid}/protect-recovery-point
 < vmInstanceUuid!+ groupId!:int[1..9223372036854775807] description
ProvisionSlbInstance@5.2 PUT /load-balancers/slb/instances/{uuid}/provision
 < uuid!
 > inventory
ProvisionVirtualRouterConfig@5.2 PUT /vm-instances/appliances/virtual-routers/{vmInstanceUuid}/provision
 < vmInstanceUuid!
 > inventory
PublishApp@5.2 POST /appcenter/app
 < buildAppUuid! name!<=255+ description<=2048 parameters<=524288 resourceUuid tagUuids:list
 > inventory
PushLicenseAddOnsUsage@5.2 PUT /licenses/addons/usage
 < addOnsUsage!
PutMetricData POST /zwatch/metrics
 < namespace!<=255 data!:list+
QueryAccessControlList@5.2 GET /access-control-lists
QueryAccessControlRule@5.2 GET /login-control/access-control/rules
QueryAccessKey@5.2 GET /accesskeys
QueryAccount GET /accounts
QueryAccountBilling@5.2 GET /billing/billings
QueryAccountPriceTableRef@5.2 GET /accounts/price-tables/refs
QueryAccountResourceRef GET /accounts/resources/refs
QueryActiveAlarm@5.2 GET /zwatch/activealarms/alarms
QueryActiveAlarmTemplate@5.2 GET /zwatch/activealarms/templates
QueryAddressPool@5.2 GET /l3-networks/address-pools
QueryAffinityGroup GET /affinity-groups
QueryAgentVersion@5.2 GET /agent-version
QueryAlarm GET /zwatch/alarms
QueryAlarmRecord@5.2 GET /zwatch/alarm-records
QueryAlert GET /monitoring/alerts
QueryAlertDataAck@5.2 GET /zwatch/alert-histories/acknowledgments
QueryAliyunDiskFromLocal GET /hybrid/aliyun/disk
QueryAliyunEbsBackupStorage@5.2 GET /backup-storage/aliyun/ebs
QueryAliyunEbsPrimaryStorage@5.2 GET /primary-storage/aliyun/ebs
QueryAliyunKeySecret@2.3.1 GET /hybrid/aliyun/key
QueryAliyunNasAccessGroup@5.2 GET /nas/aliyun/access
QueryAliyunPanguPartition@5.2 GET /aliyun/pangu
QueryAliyunProxyVSwitch@5.2 GET /aliyun-proxy/vpcs/vswitches
QueryAliyunProxyVpc@5.2 GET /aliyun-proxy/vpcs
QueryAliyunRouteEntryFromLocal GET /hybrid/aliyun/route-entry
QueryAliyunRouterInterfaceFromLocal@5.2 GET /hybrid/aliyun/router-interface
QueryAliyunSmsSNSTextTemplate@5.2 GET /zwatch/alarms/sns/text-templates/aliyun-sms
QueryAliyunSnapshotFromLocal GET /hybrid/aliyun/snapshot
QueryAliyunVirtualRouterFromLocal GET /hybrid/aliyun/vrouter
QueryAppBuildSystem@5.2 GET /appcenter/buildsystem
QueryApplianceVm GET /vm-instances/appliances
QueryArchiveTicket@5.2 GET /tickets/archives
QueryArchiveTicketHistory@5.2 GET /tickets/histories/archives
QueryAudit@5.2 GET /zwatch/audit-records
QueryAutoScalingGroup@5.2 GET /autoscaling/groups
QueryAutoScalingGroupActivity@5.2 GET /autoscaling/groups/activities
QueryAutoScalingGroupInstance@5.2 GET /autoscaling/groups/instances
QueryAutoScalingRule@5.2 GET /autoscaling/groups/rules
QueryAutoScalingRuleTrigger@5.2 GET /autoscaling/groups/rules/trigger
QueryAutoScalingVmTemplate@5.2 GET /autoscaling/vmtemplate
QueryBareMetal2Bonding@5.2 GET /baremetal2/bonding
QueryBareMetal2BondingNicRef@5.2 GET /baremetal2/bonding/nic/refs
QueryBareMetal2Chassis@5.2 GET /baremetal2/chassis
QueryBareMetal2ChassisGpuDevice@5.2 GET /baremetal2/chassis/gpu-device/gpu-devices
QueryBareMetal2ChassisOffering@5.2 GET /baremetal2/chassis/offerings
QueryBareMetal2ChassisPciDevice@5.2 GET /baremetal2/chassis/pci-device/pci-devices
QueryBareMetal2Gateway@5.2 GET /baremetal2/gateways
QueryBareMetal2Instance@5.2 GET /baremetal2/bm-instances
QueryBareMetal2ProvisionNetwork@5.2 GET /baremetal2/provision-networks
QueryBaremetalBonding@5.2 GET /baremetal/network/bondings
QueryBaremetalInstance@5.2 GET /baremetal/instances
QueryBlockPrimaryStorage@5.2 GET /primary-storage/block
QueryBlockVolume@5.2 GET /block-volumes
QueryBuildApp@5.2 GET /appcenter/buildapp
QueryBuildAppExportHistory@5.2 GET /appcenter/exportapp
QueryCCSCertificate@5.2 GET /crypto/ccs-certificate/certificates/
QueryCdpPolicy@5.2 GET /cdp-backup-storage/policy
QueryCdpTask@5.2 GET /cdp-task
QueryCephOsdGroup@5.2 GET /primary-storage/ceph/osdgroups
QueryCertificate@5.2 GET /certificates
QueryClusterDRS@5.2 GET /clusters/drs
QueryConnectionAccessPointFromLocal GET /hybrid/aliyun/access-point
QueryConnectionBetweenL3NetworkAndAliyunVSwitch GET /hybrid/aliyun/relationships
QueryConsoleProxyAgent GET /consoles/agents
QueryDRSAdvice@5.2 GET /clusters/drs/advice
QueryDRSVmMigrationActivity@5.2 GET /clusters/drs/vm-migration-activities
QueryDataCenterFromLocal GET /hybrid/data-center
QueryDatabaseBackup@5.2 GET /database-backups
QueryDirectory@5.2 GET /directories
QueryEcsImageFromLocal GET /hybrid/aliyun/image
QueryEcsInstanceFromLocal GET /hybrid/aliyun/ecs
QueryEcsSecurityGroupFromLocal GET /hybrid/aliyun/security-group
QueryEcsSecurityGroupRuleFromLocal GET /hybrid/aliyun/security-group-rule
QueryEcsVSwitchFromLocal GET /hybrid/aliyun/vswitch
QueryEcsVpcFromLocal GET /hybrid/aliyun/vpc
QueryEip GET /eips
QueryEmailMedia GET /media/emails
QueryEmailTriggerAction GET /monitoring/trigger-actions/emails
QueryEthernetVF@5.2 GET /pci-device/ethernet-vfs
QueryEventFromResourceStack@5.2 GET /cloudformation/event
QueryEventLog@5.2 GET /eventlogs
QueryEventRecord@5.2 GET /zwatch/event-records
QueryEventRuleTemplate@5.2 GET /zwatch/monitortemplates/evenrules
QueryEventSubscription GET /zwatch/events/subscriptions
QueryExponBlockVolume@5.2 GET /expon/block-volumes
QueryExternalBackup@5.2 GET /externalbackup
QueryFiberChannelLun@5.2 GET /storage-devices/fiber-channel/luns
QueryFiberChannelStorage@5.2 GET /storage-devices/fiber-channel/controllers
QueryFirewallIpSetTemplate@5.2 GET /vpcfirewalls/ipset/templates
QueryFirewallRule@5.2 GET /vpcfirewalls/rules
QueryFirewallRuleSet@5.2 GET /vpcfirewalls/ruleSets
QueryFirewallRuleSetL3Ref@5.2 GET /vpcfirewalls/l3networks/rulesets/refs
QueryFirewallRuleTemplate@5.2 GET /vpcfirewalls/rules/templates
QueryFlowCollector@5.2 GET /flowmeters/collectors
QueryFlowMeter@5.2 GET /flowmeters
QueryFusionstorPrimaryStorage@2.3.1 GET /primary-storage/fusionstor
QueryGCJob GET /gc-jobs
QueryGlobalConfig GET /global-configurations
QueryGlobalConfigTemplate@5.2 GET /template-configurations/templates
QueryGpuDevice@5.2 GET /gpu-device/gpu-devices
QueryGuestToolsState@5.2 GET /guesttools
QueryGuestVmScript@5.2 GET /scripts
QueryGuestVmScriptExecutedRecord@5.2 GET /scripts/records
QueryGuestVmScriptExecutedRecordDetail@5.2 GET /scripts/records/details
QueryHostNetworkBonding@5.2 GET /hosts/bondings
QueryHostNetworkInterface@5.2 GET /hosts/nics
QueryHostNetworkInterfaceLldp@5.2 GET /hostNetworkInterface/lldp/all
QueryHostOsCategory@5.2 GET /hosts/os/category
QueryHostPhysicalMemory@5.2 GET /hosts/physicalmemory
QueryHostSchedulingRuleGroup@5.2 GET /query/host/schedulingRule/group
QueryHybridEipFromLocal GET /hybrid/eip
QueryHybridKeySecret@5.2 GET /hybrid/hybrid/key
QueryIAM2LdapBinding@5.2 GET /iam2/ldap/bindings
QueryIAM2Organization@5.2 GET /iam2/organizations
QueryIAM2OrganizationAttribute@5.2 GET /iam2/organizations/attributes
QueryIAM2OrganizationProjectRef@5.2 GET /iam2/projects/organizations/refs
QueryIAM2Project@5.2 GET /iam2/projects
QueryIAM2ProjectAccountRef@5.2 GET /iam2/projects/account/refs
QueryIAM2ProjectAttribute@5.2 GET /iam2/projects/attributes
QueryIAM2ProjectRole@5.2 GET /iam2/project-roles
QueryIAM2ProjectTemplate@5.2 GET /iam2/projects/templates
QueryIAM2VirtualID@5.2 GET /iam2/virtual-ids
QueryIAM2VirtualIDAttribute@5.2 GET /iam2/virtual-ids/attributes
QueryIAM2VirtualIDGroup@5.2 GET /iam2/projects/groups
QueryIAM2VirtualIDGroupAttribute@5.2 GET /iam2/projects/groups/attributes/
QueryIPSecConnection GET /ipsec
QueryIdentityZoneFromLocal GET /hybrid/identity-zone
QueryImageCache@5.2 GET /primary-storage/imagecache
QueryImagePackage@5.2 GET /image-packages
QueryImageReplicationGroup@5.2 GET /image-replication-groups
QueryIpAddress@5.2 GET /l3-networks/ip-address
QueryIpRange GET /l3-networks/ip-ranges
QueryIscsiLun@5.2 GET /storage-devices/iscsi/luns
QueryIscsiServer@5.2 GET /storage-devices/iscsi/servers
QueryKvmHypervisorInfo@5.2 GET /hosts/kvm/hypervisor/info
QueryL2Network GET /l2-networks
QueryL2PortGroupNetwork@5.2 GET /l2-networks/port-group
QueryL2VirtualSwitchNetwork@5.2 GET /l2-networks/virtual-switch
QueryL2VlanNetwork GET /l2-networks/vlan
QueryL2VxlanNetwork GET /l2-networks/vxlan
QueryL2VxlanNetworkPool GET /l2-networks/vxlan-pool
QueryLdapBinding GET /ldap/bindings
QueryLdapServer GET /ldap/servers
QueryLoadBalancer GET /load-balancers
QueryLoadBalancerListener GET /load-balancers/listeners
QueryLoadBalancerServerGroup@5.2 GET /load-balancers/servergroups
QueryLocalRaidController@5.2 GET /storage-devices/local-raid/controllers
QueryLocalRaidPhysicalDrive@5.2 GET /storage-devices/local-raid/physical-drives
QueryManagementNode GET /management-nodes
QueryMedia GET /media
QueryMetricDataHttpReceiver@5.2 GET /zwatch/metrics/httpreceivers
QueryMetricRuleTemplate@5.2 GET /zwatch/monitortemplates/metricrules
QueryMetricTemplate@5.2 GET /zwatch/metrics/httpreceivers/templates
QueryMiniStorage@5.2 GET /primary-storage/mini
QueryMiniStorageHostRef@5.2 GET /primary-storage/mini/host-refs
QueryMiniStorageResourceReplication@5.2 GET /primary-storage/mini/replications
QueryMonitorGroup@5.2 GET /zwatch/monitorgroups
QueryMonitorGroupAlarm@5.2 GET /zwatch/monitorgroups/alarms
QueryMonitorGroupEventSubscription@5.2 GET /zwatch/monitorgroups/subscriptions
QueryMonitorGroupInstance@5.2 GET /zwatch/monitorgroups/instances
QueryMonitorGroupTemplateRef@5.2 GET /zwatch/monitorgroups/monitortemplates/refs
QueryMonitorTemplate@5.2 GET /zwatch/monitortemplates
QueryMonitorTrigger GET /monitoring/triggers
QueryMonitorTriggerAction GET /monitoring/trigger-actions
QueryMttyDevice@5.2 GET /mtty-devices
QueryMulticastRouter@5.2 GET /multicast/virtual-routers
QueryNasFileSystem@5.2 GET /primary-storage/nas
QueryNasMountTarget@5.2 GET /primary-storage/nas/mount
QueryNetworkServiceL3NetworkRef GET /l3-networks/network-services/refs
QueryNetworkServiceProvider GET /network-services/providers
QueryNotification@2.3.1 GET /notifications
QueryNotificationSubscription@2.3.1 GET /notifications/subscriptions
QueryNvmeLun@5.2 GET /storage-devices/nvme/luns
QueryNvmeServer@5.2 GET /storage-devices/nvme/servers
QueryNvmeTarget@5.2 GET /storage-devices/nvme/controllers
QueryOssBucketFileName GET /hybrid/aliyun/oss-bucket
QueryPhysicalDriveSelfTestHistory@5.2 GET /storage-devices/local-raid/physical-drives/self-test
QueryPolicy GET /accounts/policies
QueryPolicyRouteRule@5.2 GET /policy-routes/rules
QueryPolicyRouteRuleSet@5.2 GET /policy-routes/rulesets
QueryPolicyRouteRuleSetL3Ref@5.2 GET /policy-routes/rulesets/l3networdks/refs
QueryPolicyRouteRuleSetVRouterRef@5.2 GET /policy-routes/rulesets/vrouters/refs
QueryPolicyRouteTable@5.2 GET /policy-routes/tables
QueryPolicyRouteTableRouteEntry@5.2 GET /policy-routes/routes
QueryPolicyRouteTableVRouterRef@5.2 GET /policy-routes/tables/vrouters/refs
QueryPortForwardingRule GET /port-forwarding
QueryPortMirror@5.2 GET /port-mirrors
QueryPortMirrorNetworkUsedIp@5.2 GET /port-mirrors/networks/usedIps
QueryPortMirrorSession@5.2 GET /port-mirrors/sessions
QueryPreconfigurationTemplate@5.2 GET /baremetal/preconfigurations
QueryPriceTable@5.2 GET /billings/price-tables
QueryPublishApp@5.2 GET /appcenter/app
QueryQuota GET /accounts/quotas
QueryResourceConfig@5.2 GET /resource-configurations
QueryResourcePrice GET /billings/prices
QueryResourceStack@5.2 GET /cloudformation/stack
QueryRole@5.2 GET /identities/roles
QueryRouterInterfaceFromLocal@2.3.1 GET /hybrid/aliyun/router-interface
QuerySNSApplicationEndpoint GET /sns/application-endpoints
QuerySNSApplicationPlatform GET /sns/application-platforms
QuerySNSDingTalkAtPerson@5.2 GET /sns/application-endpoints/ding-talk/at-persons
QuerySNSDingTalkEndpoint GET /sns/application-endpoints/ding-talk
QuerySNSEmailAddress@5.2 GET /sns/application-endpoints/emails/email-addresses
QuerySNSEmailEndpoint GET /sns/application-endpoints/emails
QuerySNSEmailPlatform GET /sns/application-platforms/email
QuerySNSEndpointThirdpartyAlertHistory@5.2 GET /zwatch/third-party/alert-publish-histories
QuerySNSFeiShuAtPerson@5.2 GET /sns/application-endpoints/feishu/at-persons
QuerySNSFeiShuEndpoint@5.2 GET /sns/application-endpoints/feishu
QuerySNSHttpEndpoint GET /sns/application-endpoints/http
QuerySNSMicrosoftTeamsEndpoint@5.2 GET /sns/application-endpoints/microsoft-teams
QuerySNSSmsEndpoint@5.2 GET /sns/sms-endpoints
QuerySNSSnmpPlatform@5.2 GET /sns/application-platforms/snmp
QuerySNSTextTemplate GET /zwatch/alarms/sns/text-templates
QuerySNSTopic GET /sns/topics
QuerySNSTopicSubscriber GET /sns/topics/subscribers
QuerySNSUniversalSmsEndpoint@5.2 GET /sns/application-endpoints/universal-sms
QuerySNSWeComAtPerson@5.2 GET /sns/application-endpoints/we-com/at-persons
QuerySNSWeComEndpoint@5.2 GET /sns/application-endpoints/we-com
QuerySchedulerJob GET /scheduler/jobs
QuerySchedulerJobGroup@5.2 GET /scheduler/jobgroups
QuerySchedulerJobHistory@5.2 GET /scheduler/job/history
QuerySchedulerTrigger GET /scheduler/triggers
QueryScsiLun@5.2 GET /storage-devices/scsi-lun/luns
QuerySdnController@5.2 GET /sdn-controllers
QuerySecretResourcePool@5.2 GET /secret-resource-pools
QuerySecurityGroup GET /security-groups
QuerySecurityGroupRule GET /security-groups/rules
QuerySecurityMachine@5.2 GET /security-machines
QueryShareableVolumeVmInstanceRef GET /volumes/vm-instances/refs
QuerySharedBlock@5.2 GET /sharedblock-group/sharedblocks
QuerySharedBlockGroupPrimaryStorage@5.2 GET /primary-storage/sharedblockgroup
QuerySharedBlockGroupPrimaryStorageHostRef@5.2 GET /sharedblock-group/host-refs
QuerySharedResource GET /accounts/resources
QuerySlbGroup@5.2 GET /load-balancers/slb/groups
QuerySlbOffering@5.2 GET /instance-offerings/slb
QuerySlbVmInstance@5.2 GET /load-balancers/slb/instances
QuerySnmpAgent@5.2 GET /snmp/agent
QuerySshKeyPair@5.2 GET /ssh-key-pair
QueryStackTemplate@5.2 GET /cloudformation/template
QueryTag@5.2 GET /tags
QueryTemplateConfig@5.2 GET /template-configurations/configs
QueryThirdpartyAlert@5.2 GET /zwatch/third-party/alerts
QueryThirdpartyPlatform@5.2 GET /zwatch/third-party/platforms
QueryTicket@5.2 GET /tickets
QueryTicketFlow@5.2 GET /tickets/flow
QueryTicketFlowCollection@5.2 GET /tickets/flow-collections
QueryTicketHistory@5.2 GET /tickets/histories
QueryTicketType@5.2 GET /ticket-types
QueryTwoFactorAuthentication@5.2 GET /twofactorauthentication/secrets
QueryUser GET /accounts/users
QueryUserGroup GET /accounts/groups
QueryV2VConversionHost@5.2 GET /v2v-conversion-hosts
QueryVCenter GET /vcenters
QueryVCenterBackupStorage GET /vcenters/backup-storage
QueryVCenterCluster GET /vcenters/clusters
QueryVCenterDatacenter GET /vcenters/datacenters
QueryVCenterPrimaryStorage GET /vcenters/primary-storage
QueryVCenterResourcePool@5.2 GET /vcenters/clusters/resourcepools
QueryVRouterFlowMeterNetwork@5.2 GET /flowmeters/networks
QueryVRouterOspfArea@5.2 GET /routerArea
QueryVRouterOspfNetwork@5.2 GET /routerArea/network
QueryVRouterRouteEntry GET /vrouter-route-tables/route-entries
QueryVRouterRouteTable GET /vrouter-route-tables
QueryVip GET /vips
QueryVirtualBorderRouterFromLocal GET /hybrid/aliyun/border-router
QueryVirtualRouterOffering GET /instance-offerings/virtual-routers
QueryVirtualRouterVRouterRouteTableRef GET /vrouter-route-tables/virtual-router-refs
QueryVirtualRouterVm GET /vm-instances/appliances/virtual-routers
QueryVmCdRom@5.2 GET /vm-instances/cdroms
QueryVmInstanceDeviceAddressArchive@5.2 GET /vmInstance/device/address/archive
QueryVmInstanceDeviceAddressGroup@5.2 GET /vmInstance/device/address/group
QueryVmInstanceMdevDeviceSpecRef@5.2 GET /vm-instances/{vmInstanceUuid}/mdev-device-specs
 < vmInstanceUuid!
QueryVmInstancePciDeviceSpecRef@5.2 GET /vm-instances/{vmInstanceUuid}/pci-device-specs
 < vmInstanceUuid!
QueryVmNic GET /vm-instances/nics
QueryVmNicInSecurityGroup GET /security-groups/vm-instances/nics
QueryVmNicSecurityPolicy@5.2 GET /security-groups/nics/security-policy
QueryVmPriorityConfig@5.2 GET /vm-priority-config
QueryVmSchedHistory@5.2 GET /vm/sched-history
QueryVmSchedulingRule@5.2 GET /query/vm/schedulingRule
QueryVmSchedulingRuleGroup@5.2 GET /query/vm/schedulingRule/group
QueryVmUserDefinedXmlHookScript@5.2 GET /vm-instances/xml-hook-script
QueryVniRange GET /l2-networks/vxlan-pool/vni-range
QueryVolumeSnapshotGroup@5.2 GET /volume-snapshots/group
QueryVolumeSnapshotTree GET /volume-snapshots/trees
QueryVpcFirewall@5.2 GET /vpcfirewalls
QueryVpcFirewallVRouterRef@5.2 GET /vpcfirewalls/vrouters/refs
QueryVpcHaGroup@5.2 GET /vpc/hagroups
QueryVpcHaGroupNetworkServiceRef@5.2 GET /vpc/hagroups/networkserviceref/
QueryVpcIkeConfigFromLocal GET /hybrid/vpn-connection/ike
QueryVpcIpSecConfigFromLocal GET /hybrid/vpn-connection/ipsec
QueryVpcRouter@5.2 GET /vpc/virtual-routers
QueryVpcSharedQos@5.2 GET /vips/sharedqos
QueryVpcSnatState@5.2 GET /vpc/virtual-routers/networkservicestate/snat
QueryVpcUserVpnGatewayFromLocal GET /hybrid/user-vpn
QueryVpcVpnConnectionFromLocal GET /hybrid/vpn-connection
QueryVpcVpnGatewayFromLocal GET /hybrid/vpc-vpn
QueryVtep GET /l2-networks/vteps
QueryWebhook GET /web-hooks
QueryXskyBlockVolume@5.2 GET /xksy/block-volumes
QueryZBox@5.2 GET /zbox
QueryZBoxBackup@5.2 GET /externalbackup/zbox
RebootBaremetalInstance@5.2 PUT /baremetal/instances/{uuid}/actions
 < uuid! pxeBoot:bool
 > inventory
RebootEcsInstance PUT /hybrid/aliyun/ecs/{uuid}/actions
 < uuid!
RebootVmInstance PUT /vm-instances/{uuid}/actions
 < uuid!
 > inventory
ReconnectAppBuildSystem@5.2 PUT /appcenter/buildsystem/{uuid}/actions
 < uuid!
 > inventory
ReconnectBareMetal2Gateway@5.2 PUT /baremetal2/gateways/{uuid}/actions
 < uuid!
 > inventory
ReconnectBareMetal2Instance@5.2 PUT /baremetal2/bm-instances/{uuid}/actions
 < uuid!
 > inventory
ReconnectConsoleProxyAgent PUT /consoles/agents
 < agentUuids:list+
 > inventory
ReconnectIPsecConnection@5.2 PUT /ipsec/{uuid}/actions
 < uuid!
 > inventory
ReconnectVirtualRouter PUT /vm-instances/appliances/virtual-routers/{vmInstanceUuid}/actions
 < vmInstanceUuid!
 > inventory
RecoverBaremetalInstance@5.2 PUT /baremetal/instances/{uuid}/actions
 < uuid!
 > inventory
RecoverDataVolume PUT /volumes/{uuid}/actions
 < uuid!
 > inventory
RecoverDatabaseFromBackup@5.2 PUT /database-backups/actions
 < uuid backupStorageUrl backupInstallPath mysqlRootPassword!*
 > logListenPort!
RecoverIAM2Project@5.2 PUT /iam2/projects/{uuid}/actions
 < uuid!
 > inventory
RecoverImage PUT /images/{imageUuid}/actions
 < imageUuid! backupStorageUuids:list
 > inventory
RecoverResourceSplitBrain@5.2 PUT /primary-storage/mini/{resourceUuid}/actions
 < resourceUuid! hostUuid! primaryStorageUuid forceRecover:bool resourceType
RecoveryImageFromImageStoreBackupStorage PUT /backup-storage/{uuid}/actions
 < uuid! srcBackupStorageUuid! dstBackupStorageUuid! name!<=255+@5.2 description<=1024 name!>=2<=128+@2.3.1
 > inventory
RecoveryVirtualBorderRouterRemote PUT /hybrid/aliyun/border-router/{uuid}/actions
 < uuid!
RefreshCaptcha@5.2 GET /captcha/refresh public
 < uuid!
 > captchaUuid captcha
RefreshFiberChannelStorage@5.2 POST /storage-devices/fiber-channel/controllers
 < zoneUuid! clusterUuid scsiLunUuids:list
 > inventories
RefreshFirewall@5.2 PUT /vpcfirewalls/refresh/{uuid}/actions
 < uuid!+
 > inventory
RefreshGuestOsMetadata@5.2 PUT /guest-os/metadata/actions
RefreshIscsiServer@5.2 POST /storage-devices/iscsi/servers/{uuid}
 < uuid!
 > inventory
RefreshLoadBalancer PUT /load-balancers/{uuid}/actions
 < uuid!
 > inventory
RefreshLocalRaid@5.2 PUT /storage-devices/local-raid/actions
 < hostUuid!
 > inventories
RefreshNvmeTarget@5.2 POST /storage-devices/nvme/controllers
 < zoneUuid! nvmeLunUuids:list
 > inventories
RefreshSearchIndexes@5.2 GET /search/indexes/refresh writes
RefreshSharedblockDeviceCapacity@5.2 POST /primary-storage/sharedblockgroup/{sharedBlockGroupUuid}/sharedblocks/{uuid}
 < uuid sharedBlockGroupUuid!
 > inventory
RegisterLicenseRequestedApplication@5.2 POST /licenses/applications
 < licenseRequestCode! clientPubKey
 > appId servicePubKey
ReimageVmInstance PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid!
 > inventory
ReloadElaboration@5.2 PUT /errorcode/actions
ReloadExternalService@5.2 PUT /external/services
 < name!
ReloadLicense PUT /licenses/actions sync
 < managementNodeUuids:list+
 > inventory
RemoveAccessControlListEntry@5.2 DELETE /access-control-lists/{aclUuid}/ipentries/{uuid}
 < aclUuid! uuid! deleteMode(Permissive|Enforcing)
RemoveAccessControlListFromLoadBalancer@5.2 DELETE /load-balancers/listeners/{listenerUuid}/access-control-lists
 < aclUuids!:list+ listenerUuid! serverGroupUuids:list
 > inventory
RemoveActionFromAlarm DELETE /zwatch/alarms/{alarmUuid}/actions/{actionUuid}
 < alarmUuid! actionUuid! deleteMode(Permissive|Enforcing)
 > inventory
RemoveActionFromEventSubscription DELETE /zwatch/events/subscriptions/{subscriptionUuid}/actions/{actionUuid}
 < subscriptionUuid! actionUuid!
RemoveAttributesFromIAM2Organization@5.2 DELETE /iam2/organizations/{uuid}/attributes
 < uuid! attributeUuids!:list+
RemoveAttributesFromIAM2Project@5.2 DELETE /iam2/projects/{uuid}/attributes
 < uuid! attributeUuids!:list+
RemoveAttributesFromIAM2VirtualID@5.2 DELETE /iam2/virtual-ids/{uuid}/attributes
 < uuid! attributeUuids!:list+
RemoveAttributesFromIAM2VirtualIDGroup@5.2 DELETE /iam2/projects/groups/{uuid}/attributes
 < uuid! attributeUuids!:list+
RemoveBackendServerFromServerGroup@5.2 PUT /load-balancers/servergroups/{serverGroupUuid}/backendservers/actions
 < serverGroupUuid!+ vmNicUuids:list serverIps:list
 > inventory
RemoveCertificateFromLoadBalancerListener@5.2 DELETE /load-balancers/listeners/{listenerUuid}/certificate
 < certificateUuid!+ listenerUuid!
 > inventory
RemoveDnsFromL3Network DELETE /l3-networks/{l3NetworkUuid}/dns/{dns}
 < l3NetworkUuid! dns!
 > inventory
RemoveDnsFromVpcRouter@5.2 DELETE /vpc/virtual-routers/{uuid}/dns
 < uuid! dns!
 > inventory
RemoveHostRouteFromL3Network@5.2 DELETE /l3-networks/{l3NetworkUuid}/hostroute
 < l3NetworkUuid! prefix!
 > inventory
RemoveIAM2ProjectLoginExpired@5.2 PUT /iam2/projects/remove/login-expired/{uuid}/actions
 < uuid! attributeUuid!
RemoveIAM2VirtualIDGroupFromProjects@5.2 DELETE /iam2/projects/groups
 < projectUuids:list groupUuids:list
RemoveIAM2VirtualIDsFromGroup@5.2 DELETE /iam2/projects/groups/{groupUuid}/virtual-ids
 < virtualIDUuids!:list+ groupUuid!
RemoveIAM2VirtualIDsFromOrganization@5.2 DELETE /iam2/organizations/{organizationUuid}/virtual-ids
 < virtualIDUuids!:list+ organizationUuid!
RemoveIAM2VirtualIDsFromProject@5.2 DELETE /iam2/projects/{projectUuid}/virtual-ids
 < projectUuid virtualIDUuids!:list+
RemoveIAM2VirtualIDsFromProjects@5.2 DELETE /iam2/projects/virtual-ids
 < projectUuids!:list virtualIDUuids!:list+
RemoveInstanceFromMonitorGroup@5.2 DELETE /zwatch/monitorgroups/{groupUuid}/actions/{instanceUuid}
 < groupUuid! instanceUuid! deleteMode(Permissive|Enforcing)
RemoveLabelFromAlarm DELETE /zwatch/alarms/labels/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
 > inventory
RemoveLabelFromEventSubscription DELETE /zwatch/events/subscriptions/labels/{uuid}
 < uuid!
RemoveMdevDeviceSpecFromVmInstance@5.2 DELETE /mdev-device-specs/{mdevSpecUuid}/vm-instances/{vmInstanceUuid}
 < mdevSpecUuid! vmInstanceUuid!
RemoveMonFromFusionstorPrimaryStorage@2.3.1 DELETE /primary-storage/fusionstor/{uuid}/mons
 < uuid! monHostnames!:list+
 > inventory
RemovePciDeviceSpecFromVmInstance@5.2 DELETE /pci-device-specs/{pciSpecUuid}/vm-instances/{vmInstanceUuid}
 < pciSpecUuid! vmInstanceUuid!
RemovePolicyStatementsFromRole@5.2 DELETE /identities/roles/{uuid}/policy-statements
 < uuid! policyStatementUuids!:list
RemoveRemoteCidrsFromIPsecConnection DELETE /ipsec/{uuid}/remote-cidrs
 < uuid! peerCidrs!:list+
 > inventory
RemoveRendezvousPointFromMulticastRouter@5.2 DELETE /multicast/virtual-routers/{uuid}/RendezvousPoint
 < uuid! rpAddress! groupAddress! deleteMode(Permissive|Enforcing)
 > inventory
RemoveResourcesFromDirectory@5.2 DELETE /remove/resources/directory
 < resourceUuids!:list+ directoryUuid!
RemoveRolesFromIAM2VirtualID@5.2 DELETE /iam2/projects/virtual-ids/{virtualIDUuid}/roles
 < roleUuids!:list+ virtualIDUuid! projectUuid
RemoveRolesFromIAM2VirtualIDGroup@5.2 DELETE /iam2/projects/groups/{groupUuid}/roles
 < roleUuids!:list+ groupUuid! projectUuid
RemoveSNSDingTalkAtPerson DELETE /sns/application-endpoints/ding-talk/{endpointUuid}/at-persons/{phoneNumber}
 < endpointUuid! phoneNumber! deleteMode(Permissive|Enforcing)
RemoveSNSFeiShuAtPerson@5.2 DELETE /sns/application-endpoints/feishu/{endpointUuid}/at-persons/{userId}
 < endpointUuid! userId! deleteMode(Permissive|Enforcing)
RemoveSNSSmsReceiver@5.2 DELETE /sns/sms-endpoints/{endpointUuid}/receivers/{phoneNumber}
 < endpointUuid! phoneNumber<=64 phoneNumberList:list deleteMode(Permissive|Enforcing)
RemoveSNSWeComAtPerson@5.2 DELETE /sns/application-endpoints/we-com/{endpointUuid}/at-persons/{userId}
 < endpointUuid! userId! deleteMode(Permissive|Enforcing)
RemoveSchedulerJobFromSchedulerTrigger DELETE
 /scheduler/jobs/{schedulerJobUuid}/scheduler/triggers/{schedulerTriggerUuid}
 < schedulerJobUuid! schedulerTriggerUuid!
RemoveSchedulerJobGroupFromSchedulerTrigger@5.2 DELETE
 /scheduler/jobgroups/{schedulerJobGroupUuid}/scheduler/triggers/{schedulerTriggerUuid}
 < schedulerJobGroupUuid! schedulerTriggerUuid!
RemoveSchedulerJobsFromSchedulerJobGroup@5.2 DELETE /scheduler/jobgroups/{schedulerJobGroupUuid}/job
 < schedulerJobGroupUuid! schedulerJobUuids!:list
RemoveSdnController@5.2 DELETE /sdn-controllers/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
RemoveServerGroupFromLoadBalancerListener@5.2 DELETE /load-balancers/listeners/{listenerUuid}/servergroups
 < serverGroupUuid!+ listenerUuid!
 > inventory
RemoveTicketTypesFromTicketFlowCollection@5.2 DELETE /tickets/flow-collections/{ticketFlowCollectionUuid}/ticket-types
 < ticketFlowCollectionUuid! ticketTypeUuids!:list+
RemoveUserFromGroup DELETE /accounts/groups/{groupUuid}/users/{userUuid}
 < userUuid! groupUuid!
RemoveVRouterNetworksFromFlowMeter@5.2 DELETE /flowmeters/networks
 < uuids!:list deleteMode(Permissive|Enforcing)
RemoveVRouterNetworksFromOspfArea@5.2 DELETE /routerArea/networks
 < uuids!:list deleteMode(Permissive|Enforcing)
RemoveVmFromAffinityGroup DELETE /affinity-groups/{affinityGroupUuid}/vm-instances
 < affinityGroupUuid! uuid!
 > inventory
RemoveVmNicFromLoadBalancer DELETE /load-balancers/listeners/{listenerUuid}/vm-instances/nics
 < vmNicUuids!:list+ listenerUuid!
 > inventory
RemoveVmSchedulingRule@5.2 DELETE /vmSchedulingRule/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
RenewSession@5.2 PUT /accounts/sessions/{sessionUuid}/renew
 < sessionUuid!* duration:int[60..31536000]
 > inventory
RequestConsoleAccess POST /consoles
 < vmInstanceUuid!
 > inventory
ResetGlobalConfig@5.2 PUT /global-configurations/actions
ResetTemplateConfig@5.2 PUT /template-configurations/{templateUuid}/actions
 < templateUuid!
ResetTwoFactorAuthenticationSecret@5.2 PUT /twofactorauthentication/secrets
 < name!+ password!+* type!(account|iam2)+ captchaUuid verifyCode*
 > inventory
ResizeDataVolume PUT /volumes/data/resize/{uuid}/actions
 < uuid! size!:int
 > inventory
ResizeRootVolume PUT /volumes/resize/{uuid}/actions
 < uuid@5.2 vmInstanceUuid@5.2 size!:int uuid!@2.3.1
 > inventory
RestartResourceStack@5.2 PUT /cloudformation/stack/{uuid}/actions
 < uuid!
 > inventory
ResumeVmInstance PUT /vm-instances/{uuid}/actions
 < uuid!
 > inventory
RevertTemplateConfig@5.2 PUT /template-configurations/{templateUuid}/actions
 < templateUuid!
RevertVmFromCdpBackup@5.2 PUT /cdp-backups/{vmInstanceUuid}/actions
 < vmInstanceUuid! backupStorageUuid! groupId!:int[1..9223372036854775807] primaryStorageUuidForRootVolume
 primaryStorageUuidForDataVolume hostUuid useExistingVolume:bool recoverBandwidth:int
RevertVmFromSnapshotGroup@5.2 PUT /volume-snapshots/group/{uuid}/actions
 < uuid!
 > results
RevertVolumeFromSnapshot PUT /volume-snapshots/{uuid}/actions
 < uuid!
RevokeMonitorTemplateFromMonitorGroup@5.2 DELETE /zwatch/monitortemplates/{templateUuid}/monitorgroups/{groupUuid}
 < groupUuid! templateUuid! deleteMode(Permissive|Enforcing)
RevokeResourceSharing PUT /accounts/resources/actions
 < resourceUuids!:list+ toPublic:bool accountUuids:list all:bool
RunIAM2Script@5.2 POST /iam2/iam2-script/run
 < scriptContent! scriptExecutor scriptParams:list
 > inventory
RunSchedulerTrigger@5.2 PUT /scheduler/triggers/{uuid}/actions
 < uuid! jobUuids:list
SNSDingTalkTestConnection@5.2 POST /sns/application-endpoints/ding-talk/test-connection
 < url<=2048 atAll:bool atPersonPhoneNumbers:list secret* testMsg! endpointUuid
 > connected! webhookResp
SNSEmailTestConnection@5.2 POST /sns/application-endpoints/email/test-connection
 < emails:list platformUuid endpointUuid subject<=512 text<=8192
 > connected! webhookResp
SNSFeiShuTestConnection@5.2 POST /sns/application-endpoints/feishu/test-connection
 < url<=2048 atAll:bool atPersonUserIds:list secret* testMsg! endpointUuid
 > connected! webhookResp
SNSHttpTestConnection@5.2 POST /sns/application-endpoints/http/test-connection
 < url<=2048 username password* endpointUuid
 > connected! webhookResp
SNSMicrosoftTeamsTestConnection@5.2 POST /sns/application-endpoints/microsoft-teams/test-connection
 < url<=2048 testMsg! endpointUuid
 > connected! webhookResp
SNSSnmpTestConnection@5.2 POST /sns/application-endpoints/snmp/test-connection
 < platformUuid endpointUuid
 > connected! webhookResp
SNSWeComTestConnection@5.2 POST /sns/application-endpoints/we-com/test-connection
 < url<=2048 atAll:bool atPersonUserIds:list testMsg! endpointUuid
 > connected! webhookResp
SecurityMachineDetectSync@5.2 POST /security-machine/{uuid}/detect/sync/actions
 < uuid!
SecurityMachineEncrypt@5.2 POST /security-machine/encrypt/actions
 < text! algType!
 > text
SelfTestLocalRaid@5.2 PUT /storage-devices/local-raid/physical-drives/{uuid}/actions
 < uuid!
 > result
SetFlowMeterRouterId@5.2 POST /flowmeters/{vRouterUuid}/routerid
 < vRouterUuid! routerId!:int[1..255]
 > routerId
SetIAM2ProjectLoginExpired@5.2 PUT /iam2/projects/add/login-expired/{uuid}/actions
 < uuid! loginExpired!
SetIAM2ProjectRetirePolicy@5.2 PUT /iam2/projects/retire-policies/{uuid}/actions
 < uuid! policy!
SetImageBootMode@5.2 PUT /images/{uuid}/actions
 < uuid! bootMode!(Legacy|UEFI|UEFI_WITH_CSM)
SetImageQga PUT /images/{uuid}/actions
 < uuid! enable!:bool
SetImageSecurityLevel@5.2 PUT /images/{uuid}/actions
 < uuid! securityLevel
SetImageStoreBackupStorageQuota@5.2 PUT /backup-storage/image-store/actions
 < uuids:list maxCapacity!:int
SetIpOnHostNetworkBonding@5.2 POST /hosts/bondings/{bondingUuid}/ip
 < bondingUuid! ipAddress netmask
 > inventory
SetIpOnHostNetworkInterface@5.2 POST /hosts/nics/{interfaceUuid}/ip
 < interfaceUuid! ipAddress netmask
 > inventory
SetL3NetworkMtu POST /l3-networks/{l3NetworkUuid}/mtu
 < l3NetworkUuid! mtu!:int[68..9216]
SetL3NetworkRouterInterfaceIp POST /l3-networks/{l3NetworkUuid}/router-interface-ip
 < l3NetworkUuid! routerInterfaceIp!
SetNicQos PUT /vm-instances/{uuid}/actions
 < uuid! outboundBandwidth:int[8192..32212254720]@5.2 inboundBandwidth:int[8192..32212254720]@5.2
 outboundBandwidth:int[8192..9223372036854775807]@2.3.1 inboundBandwidth:int[8192..9223372036854775807]@2.3.1
SetOrganizationOperation@5.2 PUT /iam2/organizations/{uuid}/operation
 < uuid! virtualIDUuid!
SetOrganizationSupervisor@5.2 PUT /iam2/organizations/{uuid}/actions
 < uuid! virtualIDUuid!
SetSecurityMachineKey@5.2 POST /secret-resource-pool-token/set/{uuid}/actions
 < uuid! type! tokenName! dryRun:bool
 > inventories
SetServiceTypeOnHostNetworkBonding@5.2 POST /hosts/bondings/service-types
 < bondingUuids!:list vlanIds:list serviceTypes:list(ManagementNetwork| TenantNetwork| StorageNetwork| BackupNetwork|
 MigrationNetwork)<=128
 > inventory
SetServiceTypeOnHostNetworkInterface@5.2 POST /hosts/nics/service-types
 < interfaceUuids!:list vlanIds:list serviceTypes:list(ManagementNetwork| TenantNetwork| StorageNetwork|
 BackupNetwork| MigrationNetwork)<=128
 > inventory
SetVRouterRouterId@5.2 POST /routerArea/{vRouterUuid}/routerid
 < vRouterUuid! routerId!<=16+
 > routerId
SetVipQos PUT /vips/{uuid}/actions
 < uuid! port:int[1..65535] outboundBandwidth:int[131072..32212254720]@5.2
 inboundBandwidth:int[131072..32212254720]@5.2 outboundBandwidth:int[1048575..9223372036854775807]@2.3.1
 inboundBandwidth:int[1048575..9223372036854775807]@2.3.1
 > inventory
SetVmBootMode@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! bootMode!
SetVmBootOrder PUT /vm-instances/{uuid}/actions
 < uuid! bootOrder:list
 > inventory
SetVmBootVolume@5.2 PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! volumeUuid!
 > inventory
SetVmCleanTraffic@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! enable!:bool
SetVmClockTrack@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! track!(guest|host) syncAfterVMResume:bool intervalInSeconds:int(0|60|600|1800|3600|7200|21600|43200|86400)
 > inventory
SetVmConsoleMode@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! mode!
 > inventory
SetVmConsolePassword PUT /vm-instances/{uuid}/actions
 < uuid! consolePassword!*
 > inventory
SetVmEmulatorPinning@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! emulatorPinning!
SetVmHostname PUT /vm-instances/{uuid}/actions
 < uuid! hostname!
SetVmInstanceDefaultCdRom@5.2 PUT /vm-instances/{vmInstanceUuid}/cdroms/{uuid}/actions
 < uuid! vmInstanceUuid!
 > inventory
SetVmInstanceHaLevel POST /vm-instances/{uuid}/ha-levels
 < uuid! level!(NeverStop|OnHostFailure|FaultTolerance)@5.2 level!(NeverStop|OnHostFailure)@2.3.1
SetVmMonitorNumber PUT /vm-instances/{uuid}/actions
 < uuid! monitorNumber!:int
SetVmNicSecurityGroup@5.2 PUT /security-groups/nics/{vmNicUuid}/actions
 < vmNicUuid!+ refs!:list
 > inventory
SetVmNuma@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! enable!:bool
SetVmQga PUT /vm-instances/{uuid}/actions
 < uuid! enable!:bool
SetVmQxlMemory@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! ram:int[1024..524288] vram:int[1024..524288] vgamem:int[1024..524288]
SetVmRDP PUT /vm-instances/{uuid}/actions
 < uuid! enable!:bool
SetVmSecurityLevel@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! securityLevel
SetVmSoundType@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! soundType!(ac97|ich6)
SetVmSshKey PUT /vm-instances/{uuid}/actions
 < uuid! SshKey!
 > inventory
SetVmStaticIp PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! l3NetworkUuid! ip@5.2 ip6@5.2 netmask@5.2 gateway@5.2 ipv6Gateway@5.2 ipv6Prefix@5.2 ip!@2.3.1
SetVmUserDefinedXml@5.2 PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! xmlBase64! resourceUuid tagUuids:list
 > vmUserDefinedXml
SetVmUserDefinedXmlHookScript@5.2 PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! xmlHookScriptBase64! resourceUuid tagUuids:list
 > vmUserDefinedXmlHookScript
SetVolumeIoThreadPin@5.2 PUT /volumes/{uuid}/actions
 < uuid! vmUuid! pin! ioThreadId!:int[1..10]
 > volumeUuid ioThreadId pin
SetVolumeQos PUT /volumes/{uuid}/actions
 < uuid! mode(total|read|write)@5.2 volumeBandwidth:int[1024..9223372036854775807]@5.2
 readBandwidth:int[1024..9223372036854775807]@5.2 writeBandwidth:int[1024..9223372036854775807]@5.2
 totalBandwidth:int[1024..9223372036854775807]@5.2 readIOPS:int[1..9223372036854775807]@5.2
 writeIOPS:int[1..9223372036854775807]@5.2 totalIOPS:int[1..9223372036854775807]@5.2
 volumeBandwidth!:int[1024..9223372036854775807]@2.3.1
 > inventory@5.2
SetVpcVRouterDistributedRoutingEnabled POST /vpc/virtual-routers/{uuid}/distributed-routing
 < uuid! stateEvent!(enable|disable)
 > enabled!
SetVpcVRouterNetworkServiceState@5.2 POST /vpc/virtual-routers/{uuid}/networkservicestate
 < uuid! networkService!(SNAT) state!(enable|disable) l3NetworkUuid
 > state
ShareResource PUT /accounts/resources/actions
 < resourceUuids!:list+ accountUuids:list toPublic:bool
ShrinkVolumeSnapshot@5.2 PUT /volume-snapshots/shrink/{uuid}/actions
 < uuid!
 > shrinkResult
ShutdownHost@5.2 PUT /hosts/power/{uuid}/actions
 < uuid!+ returnEarly:bool force:bool method(AUTO|AGENT|IPMI)
 > inventory
StartBareMetal2Instance@5.2 PUT /baremetal2/bm-instances/{uuid}/action
 < uuid! clusterUuid gatewayUuid chassisUuid chassisOfferingUuid
 > inventory
StartBaremetalInstance@5.2 PUT /baremetal/instances/{uuid}/actions
 < uuid! pxeBoot:bool
 > inventory
StartConnectionBetweenAliyunRouterInterface@5.2 PUT /hybrid/aliyun/router-interface/{vbrInterfaceUuid}/actions
 < vrouterInterfaceUuid! vbrInterfaceUuid!
 > inventory
StartDataProtection@5.2 POST /start/data/protection/
 < encryptType! auditsIntegrityDate:int[1..65535]
StartEcsInstance PUT /hybrid/aliyun/ecs/{uuid}/actions
 < uuid!
StartSnmpAgent@5.2 PUT /snmp/agent/actions
 < uuid!
 > inventory
StopAllResourcesInIAM2Project@5.2 PUT /iam2/projects/{uuid}/actions
 < uuid!
StopBaremetalInstance@5.2 PUT /baremetal/instances/{uuid}/actions
 < uuid! type(grace|cold)
 > inventory
StopEcsInstance PUT /hybrid/aliyun/ecs/{uuid}/actions
 < uuid!
StopSnmpAgent@5.2 PUT /snmp/agent/actions
 < uuid!
 > inventory
SubscribeEvent POST /zwatch/events/subscriptions
 < name<=255@5.2 namespace! eventName! actions:list labels:list emergencyLevel(Emergent|Important|Normal)@5.2
 resourceUuid tagUuids:list@5.2
 > inventory
SubscribeSNSTopic POST /sns/topics/{topicUuid}/endpoints/{endpointUuid}
 < topicUuid! endpointUuid!
SyncAliyunRouteEntryFromRemote PUT /hybrid/aliyun/route-entry/{vRouterUuid}/sync
 < vRouterUuid! vRouterType!(vbr|vrouter) resourceUuid tagUuids:list@5.2
 > inventories
SyncAliyunRouterInterfaceFromRemote@5.2 PUT /hybrid/aliyun/router-interface/{dataCenterUuid}/sync
 < dataCenterUuid! resourceUuid tagUuids:list
 > inventories
SyncAliyunSnapshotRemote POST /hybrid/aliyun/snapshot/{dataCenterUuid}/sync
 < dataCenterUuid! snapshotId resourceUuid tagUuids:list@5.2
 > inventories
SyncAliyunVirtualRouterFromRemote PUT /hybrid/aliyun/vrouter/{vpcUuid}/sync
 < vpcUuid! resourceUuid tagUuids:list@5.2
 > inventories
SyncChronyServers@5.2 PUT /zops/chrony/actions
SyncConnectionAccessPointFromRemote PUT /hybrid/aliyun/access-point/{dataCenterUuid}/sync
 < dataCenterUuid! accessPointId resourceUuid tagUuids:list@5.2
 > inventories
SyncDataCenterFromRemote GET /hybrid/data-center/{uuid}/sync writes job
 < uuid! resourceUuid tagUuids:list@5.2
SyncDatabaseBackup@5.2 PUT /database-backups/imageStore/{imageStoreUuid}/actions
 < imageStoreUuid!
 > result
SyncDatabaseBackupFromImageStoreBackupStorage@5.2 PUT /database-backups/{uuid}/actions
 < uuid! srcBackupStorageUuid! dstBackupStorageUuid!
 > inventory
SyncDiskFromAliyunFromRemote POST /hybrid/aliyun/disk/{identityUuid}/sync
 < identityUuid! diskId resourceUuid tagUuids:list@5.2
 > inventories
SyncEcsImageFromRemote POST /hybrid/aliyun/image/{dataCenterUuid}/sync
 < dataCenterUuid! type(system|self) resourceUuid tagUuids:list@5.2
 > inventories
SyncEcsInstanceFromRemote POST /hybrid/aliyun/ecs/{dataCenterUuid}/sync
 < dataCenterUuid! onlyZstack:bool resourceUuid tagUuids:list@5.2
 > inventories
SyncEcsSecurityGroupFromRemote PUT /hybrid/aliyun/security-group/{ecsVpcUuid}/sync
 < ecsVpcUuid! securityGroupId resourceUuid tagUuids:list@5.2
 > inventories
SyncEcsSecurityGroupRuleFromRemote PUT /hybrid/aliyun/security-group-rule/{uuid}/sync
 < uuid! resourceUuid tagUuids:list@5.2
 > inventories
SyncEcsVSwitchFromRemote POST /hybrid/aliyun/vswitch/{dataCenterUuid}/sync
 < dataCenterUuid! vSwitchId resourceUuid tagUuids:list@5.2
 > inventories
SyncEcsVpcFromRemote POST /hybrid/aliyun/vpc/{dataCenterUuid}/sync
 < dataCenterUuid! ecsVpcId resourceUuid tagUuids:list@5.2
 > inventories
SyncHybridEipFromRemote PUT /hybrid/eip/{dataCenterUuid}/sync
 < type!(aliyun) dataCenterUuid! resourceUuid tagUuids:list@5.2
 > inventories
SyncIdentityFromRemote GET /hybrid/identity-zone/{uuid}/sync writes job
 < uuid! resourceUuid tagUuids:list@5.2
SyncImage@5.2 PUT /backup-storage/image-store/{imageStoreUuid}/actions
 < imageStoreUuid!
SyncImageFromImageStoreBackupStorage PUT /images/{uuid}/actions
 < uuid! srcBackupStorageUuid! dstBackupStorageUuid! name!<=255+@5.2 description<=1024 name!>=2<=128+@2.3.1
 > inventory
SyncImageSize PUT /images/{uuid}/actions
 < uuid!
 > inventory
SyncLdapServer@5.2 PUT /ldap/servers/{uuid}/actions
 < uuid!
 > inventory
SyncRouterInterfaceFromRemote@2.3.1 PUT /hybrid/aliyun/router-interface/{dataCenterUuid}/sync
 < dataCenterUuid! resourceUuid
 > inventories
SyncVCenter PUT /vcenters/{uuid}/actions
 < uuid!
SyncVirtualBorderRouterFromRemote PUT /hybrid/aliyun/border-router/{dataCenterUuid}/sync
 < dataCenterUuid! resourceUuid tagUuids:list@5.2
 > inventories
SyncVmClock@5.2 PUT /vm-instances/{uuid}/actions
 < uuid!
SyncVolumeSize PUT /volumes/{uuid}/actions
 < uuid!
 > inventory
SyncVpcUserVpnGatewayFromRemote PUT /hybrid/user-vpn/{dataCenterUuid}/sync
 < dataCenterUuid! resourceUuid tagUuids:list@5.2
 > inventories
SyncVpcVpnConnectionFromRemote PUT /hybrid/vpn-connection/{dataCenterUuid}/sync
 < dataCenterUuid! resourceUuid tagUuids:list@5.2
 > inventories
SyncVpcVpnGatewayFromRemote PUT /hybrid/vpc-vpn/{dataCenterUuid}/sync
 < dataCenterUuid! resourceUuid tagUuids:list@5.2
 > inventories
SyncZBoxCapacity@5.2 PUT /zbox/{uuid}/actions
 < uuid!
 > inventory
TakeVmConsoleScreenshot@5.2 PUT /vm-instances/{uuid}/actions
 < uuid!
 > imageData
TerminateVirtualBorderRouterRemote PUT /hybrid/aliyun/border-router/{uuid}/actions
 < uuid!
TokenIntrospection@5.2 POST /token/introspect reads sync public
 < token!* tokenType!
 > active!
TriggerGCJob PUT /gc-jobs/{uuid}/actions
 < uuid!
UndoSnapshotCreation@5.2 PUT /volumes/{uuid}/actions
 < uuid! snapShotUuid!
 > inventory
UngenerateSeMdevDevices@5.2 PUT /mtty-devices/{mttyDeviceUuid}/actions
 < mttyDeviceUuid!
UngenerateSriovPciDevices@5.2 PUT /pci-devices/{pciDeviceUuid}/actions
 < pciDeviceUuid!
UngroupVolumeSnapshotGroup@5.2 DELETE /volume-snapshots/ungroup/{uuid}
 < uuid!
UnlockIdentity@5.2 GET /login/control/unlock writes
 < resourceName! loginType!
UnmountVmInstanceRecoveryPoint@5.2 POST /cdp-backup-storage/unmount-recovery-point
 < vmUuid!+ groupId!:int[1..9223372036854775807]
UnprotectVmInstanceRecoveryPoint@5.2 PUT /vm-instances/{vmInstanceUuid}/unprotect-recovery-point
 < vmInstanceUuid!+ groupId!:int[1..9223372036854775807]
UnsubscribeEvent DELETE /zwatch/events/subscriptions/{uuid}
 < uuid! deleteMode(Permissive|Enforcing)
UnsubscribeSNSTopic DELETE /sns/topics/{topicUuid}/endpoints/{endpointUuid}
 < topicUuid! endpointUuid!
UpdateAccessControlRule@5.2 PUT /login-control/access-control/rules/{uuid}/actions
 < uuid! name<=255 description<=2048 rule
 > inventory
UpdateAccount PUT /accounts/{uuid}
 < uuid! password<=255* name<=255 description<=2048 oldPassword<=255*@5.2
 > inventory
UpdateActiveAlarmTemplate@5.2 PUT /zwatch/activealarms/templates/{uuid}/actions
 < uuid! alarmName<=255 comparisonOperator(GreaterThanOrEqualTo|GreaterThan|LessThan|LessThanOrEqualTo)
 period:int[1..2147483647] threshold:float[0..9223372036854775807] repeatInterval:int[0..2147483647]
 repeatCount:int[-1..2147483647] emergencyLevel(Emergent|Important|Normal) labels
 > inventory
UpdateAffinityGroup PUT /affinity-groups/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateAlarm PUT /zwatch/alarms/{uuid}/actions
 < uuid! name<=255 description<=2047 comparisonOperator(GreaterThanOrEqualTo|GreaterThan|LessThan|LessThanOrEqualTo)
 period:int[1..2147483647] threshold:float[0..9223372036854775807] repeatInterval:int[0..2147483647]@5.2
 repeatCount:int[-1..2147483647]@5.2 enableRecovery:bool@5.2 emergencyLevel(Emergent|Important|Normal)@5.2
 actions:list@5.2 repeatInterval:int[0..9223372036854775807]@2.3.1
 > inventory
UpdateAlarmData@5.2 PUT /zwatch/alarm-histories/actions
 < dataUuid dataStartTime:int dataEndTime:int updateMode!(OnlyOne|InRange|All) readStatus(Read|Unread)
UpdateAlarmLabel@5.2 PUT /zwatch/alarms/labels/{uuid}/actions
 < uuid! key!<=1024 value! operator!(Regex|Equal)
 > inventory
UpdateAlertDataAck@5.2 PUT /zwatch/alert-histories/acknowledgments/{alertDataUuid}/actions
 < alertDataUuid! resumeAlert:bool
 > inventory
UpdateAliyunDisk PUT /hybrid/aliyun/disk/{uuid}/actions
 < uuid! name>=2<=128+ description>=2<=1024 deleteWithInstance:bool deleteAutoSnapshot:bool enableAutoSnapshot:bool
 > inventory
UpdateAliyunEbsBackupStorage@5.2 PUT /backup-storage/aliyun/ebs/{uuid}/actions
 < ossBucketUuid url<=2048+ uuid! name<=255 description<=2048
 > inventory
UpdateAliyunEbsPrimaryStorage@5.2 PUT /primary-storage/aliyun/ebs/{uuid}/actions
 < panguAppName<=255 panguPartitionName<=255 uuid! name<=255 description<=2048 url<=2048
 > inventory
UpdateAliyunKeySecret POST /hybrid/aliyun/{uuid}/key
 < uuid! name description
 > inventory
UpdateAliyunMountTarget@5.2 PUT /nas/aliyun/mount
 < accessGroupUuid! uuid! name<=255+ description<=1024
 > inventory
UpdateAliyunNasAccessGroup@5.2 PUT /nas/aliyun/access
 < uuid! description<=1024
 > inventory
UpdateAliyunPanguPartition@5.2 PUT /aliyun/pangu/{uuid}/actions
 < uuid! name<=255 description<=2048 appName<=255 partitionName<=255
 > inventory
UpdateAliyunProxyVSwitch@5.2 PUT /aliyun-proxy/vswitches/{uuid}/actions
 < uuid! status(Available|Pending) isDefault:bool
 > inventory
UpdateAliyunProxyVpc@5.2 PUT /aliyun-proxy/vpcs/{uuid}/actions
 < uuid! name<=255 description<=255 isDefault:bool status(Available|Pending)
 > inventory
UpdateAliyunRouteInterfaceRemote@5.2 PUT /hybrid/aliyun/router-interface/{uuid}/actions
 < uuid! op!(active|inactive) vRouterType!(vbr|vrouter)
UpdateAliyunSmsSNSTextTemplate@5.2 PUT /zwatch/alarms/sns/text-templates/{uuid}/actions
 < alarmTemplateCode sign eventTemplateCode eventTemplate uuid! name<=255 description<=2048 subject<=2048
 recoverySubject<=2048 template recoveryTemplate defaultTemplate:bool
 > inventory
UpdateAliyunSnapshot PUT /hybrid/aliyun/snapshot/{uuid}/actions
 < uuid! name>=2<=128+ description>=2<=1024
 > inventory
UpdateAliyunVirtualRouter PUT /hybrid/aliyun/vrouter/{uuid}/actions
 < uuid! name>=2<=128+ description<=1024
 > inventory
UpdateAppBuildSystem@5.2 PUT /appcenter/buildsystem/{uuid}/actions
 < uuid! name<=255 description<=2048 username<=255+ password<=255* sshPort:int[1..65535]
 > inventory
UpdateAtPersonOfAtDingTalkEndpoint@5.2 PUT /sns/application-endpoints/ding-talk/at-persons/{uuid}/actions
 < uuid! endpointUuid! phoneNumber<=256 remark<=128
 > inventory
UpdateAtPersonOfAtFeiShuEndpoint@5.2 PUT /sns/application-endpoints/feishu/at-persons/{uuid}/actions
 < uuid! endpointUuid! userId<=256 remark<=128
 > inventory
UpdateAtPersonOfAtWeComEndpoint@5.2 PUT /sns/application-endpoints/we-com/at-persons/{uuid}/actions
 < uuid! endpointUuid! userId<=256 remark<=128
 > inventory
UpdateAutoScalingGroup@5.2 PUT /autoscaling/groups/{uuid}/actions
 < uuid! name<=255 description<=2048 minResourceSize:int[0..2147483647] maxResourceSize:int[0..2147483647]
 removalPolicy(OldestInstance| NewestInstance| OldestScalingConfiguration| MinimumCPUUsageInstance|
 MinimumMemoryUsageInstance)
 > inventory
UpdateAutoScalingGroupAddingNewInstanceRule@5.2 PUT /autoscaling/rules/adding-new-instance/{uuid}/actions
 < adjustmentType(QuantityChangeInCapacity|PercentChangeInCapacity|TotalCapacity)
 adjustmentValue:int[1..9223372036854775807] uuid! name<=255 description<=2048 cooldown:int[1..900]
 > inventory
UpdateAutoScalingGroupInstance@5.2 PUT /autoscaling/groups/instances/{instanceUuid}/actions
 < groupUuid! instanceUuid! protectionStrategy(Protected|Unprotected)<=128
 > inventory
UpdateAutoScalingGroupRemovalInstanceRule@5.2 PUT /autoscaling/rules/removal-instance/{uuid}/actions
 < adjustmentType(QuantityChangeInCapacity|PercentChangeInCapacity|TotalCapacity)
 adjustmentValue:int[1..9223372036854775807] removalPolicy(OldestInstance| NewestInstance| OldestScalingConfiguration|
 MinimumCPUUsageInstance| MinimumMemoryUsageInstance) uuid! name<=255 description<=2048 cooldown:int[1..900]
 > inventory
UpdateAutoScalingRule@5.2 PUT /autoscaling/rules/{uuid}/actions
 < uuid! name<=255 description<=2048 cooldown:int[1..900]
 > inventory
UpdateAutoScalingVmTemplate@5.2 PUT /autoscaling/vmtemplate/{uuid}/actions
 < uuid! name<=255 description<=2048 vmInstanceName<=255 vmInstanceDescription<=2048 vmInstanceOfferingUuid imageUuid
 vmInstanceClusterUuid hostUuid
 > inventory
UpdateBareMetal2Chassis@5.2 PUT /baremetal2/chassis/{uuid}/actions
 < uuid! name<=255+ description<=2048
 > inventory
UpdateBareMetal2ChassisOffering@5.2 PUT /baremetal2/chassis/offerings/{uuid}/actions
 < uuid! name<=255+ description<=2048
 > inventory
UpdateBareMetal2ChassisPciDevice@5.2 PUT /baremetal2/chassis/pci-devices/{uuid}/actions
 < uuid! chassisUuid! name<=255+ description<=2048
 > inventory
UpdateBareMetal2Gateway@5.2 PUT /baremetal2/gateways/{uuid}/actions
 < sshPort:int[1..65535] username<=255+ password<=255+* uuid! name<=255 description<=2048 managementIp<=255+
 > inventory
UpdateBareMetal2Instance@5.2 PUT /baremetal2/bm-instances/{uuid}/action
 < uuid! name<=255 description<=2048 state(Stopped|Running) chassisOfferingUuid defaultL3NetworkUuid
 autoReleaseChassisEvent(enable|disable)
 > inventory
UpdateBareMetal2IpmiChassis@5.2 PUT /baremetal2/chassis/ipmi/{uuid}/actions
 < ipmiAddress ipmiPort:int[1..65535] ipmiUsername<=255 ipmiPassword<=255* uuid! name<=255+ description<=2048
 > inventory
UpdateBareMetal2ProvisionNetwork@5.2 PUT /baremetal2/provision-networks/{uuid}/actions
 < uuid! name<=255+ description<=2048 dhcpInterface<=128 dhcpRangeStartIp dhcpRangeEndIp dhcpRangeNetmask
 dhcpRangeGateway
 > inventory
UpdateBaremetalInstance@5.2 PUT /baremetal/instances/{uuid}/actions
 < uuid! name<=255 description<=2048 password<=255* platform(Linux)
 > inventory
UpdateBlockPrimaryStorage@5.2 PUT /primary-storage/block/{uuid}/actions
 < vendorName metadata uuid!
 > inventory
UpdateBlockVolume@5.2 PUT /block-volumes/{uuid}/actions
 < uuid! name description
 > inventory
UpdateBonding@5.2 PUT /hosts/bondings/{uuid}/actions
 < uuid! slaveUuids:list slaveNames:list type(LinuxBonding|OvsBonding) mode(802.3ad|active-backup)
 xmitHashPolicy(layer2|layer2+3|layer3+4) description<=2048
 > inventory
UpdateBuildApp@5.2 PUT /appcenter/buildapp/{uuid}/actions
 < uuid! name<=255 description<=2048 version
 > inventory
UpdateCCSCertificateUserState@5.2 POST /crypto/ccs-certificate/update-state/{userUuid}
 < userUuid!+ state!(enable|disable)
 > inventory
UpdateCSPSecretResourcePool@5.2 PUT /secret-resource-pools/csp/{uuid}/actions
 < appId appKey* managementIp port:int keyId userId protocol(https|http) uuid! name<=255 description<=2048 model<=255
 heartbeatInterval:int[6..180]
 > inventory
UpdateCasClient@5.2 POST /update/cas/client
 < uuid! description name casServerLoginUrl casServerUrlPrefix serverName loginType
 > inventory
UpdateCdpPolicy@5.2 PUT /cdp-backup-storage/policy/{uuid}/actions
 < uuid! name<=255 description<=2048 retentionTimePerDay:int[1..30] hourlyRpSinceDay:int[1..30] dailyRpSinceDay:int
 expireTimeInDay:int fullBackupIntervalInDay:int[1..10] recoveryPointPerSecond:int[1..3600] resourceUuid tagUuids:list
 > inventory
UpdateCdpTask@5.2 PUT /cdp-backup-storage/task/{uuid}/actions
 < uuid!<=32 name<=255 description<=2048 backupBandwidth:int maxCapacity:int maxLatency:int resourceUuid tagUuids:list
 > inventory
UpdateCertificate@5.2 PUT /certificates/{uuid}/actions
 < uuid! name<=255 description<=2048 resourceUuid tagUuids:list
 > inventory
UpdateChronyServers@5.2 PUT /zops/chrony/actions
 < internalHostnames:list+ externalHostnames:list+
UpdateClusterDRS@5.2 PUT /clusters/drs/{uuid}/actions
 < uuid! name<=255 description<=2048 automationLevel(Automatic|Manual) thresholds:list thresholdDuration:int
 state(Enabled|Disabled)
 > inventory
UpdateConnectionBetweenL3NetWorkAndAliyunVSwitch PUT /hybrid/aliyun/connections/{uuid}
 < uuid! name<=64 description<=1024
 > inventory
UpdateConsoleProxyAgent@5.2 PUT /consoles/agents/{uuid}/actions
 < uuid! consoleProxyOverriddenIp! consoleProxyPort:int
 > inventory
UpdateDirectory@5.2 PUT /update/directory
 < uuid! name!<=255
 > inventory
UpdateDiskOffering PUT /disk-offerings/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateEcsImage PUT /hybrid/aliyun/image/{uuid}/actions
 < uuid! description<=1024+ name>=2<=128+
 > inventory
UpdateEcsInstance POST /hybrid/aliyun/{uuid}/ecs
 < uuid! name<=128+ description>=2<=1024 password>=8<=30*
 > inventory
UpdateEcsInstanceVncPassword POST /hybrid/aliyun/{uuid}/ecs-vnc
 < uuid! password!>=6<=6*
UpdateEcsSecurityGroup PUT /hybrid/aliyun/security-group/{uuid}/actions
 < uuid! description<=256 name<=64+
 > inventory
UpdateEcsVSwitch PUT /hybrid/aliyun/vswitch/{uuid}/actions
 < uuid! name>=2<=128+ description<=1024
 > inventory
UpdateEcsVpc PUT /hybrid/aliyun/vpc/{uuid}/actions
 < uuid! name<=64+ description<=256
 > inventory
UpdateEip PUT /eips/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateEmailAddressOfSNSEmailEndpoint@5.2 PUT /sns/application-endpoints/emails/email-addresses
 < emailAddressUuid! endpointUuid! emailAddress!<=1024
 > inventory
UpdateEmailMedia PUT /media/emails/{uuid}
 < uuid! name<=255 description<=2048 smtpServer smtpPort:int[1..65535] username password*
 > inventory
UpdateEmailMonitorTriggerAction PUT /monitoring/trigger-actions/emails/{uuid}
 < uuid! name<=255 email<=512 mediaUuid description<=2048
 > inventory
UpdateEventData@5.2 PUT /zwatch/events/actions
 < dataUuid dataStartTime:int dataEndTime:int updateMode!(OnlyOne|InRange|All) readStatus(Read|Unread)
UpdateEventRuleTemplate@5.2 PUT /zwatch/monitortemplates/evenrules/{uuid}/actions
 < uuid! name<=255 emergencyLevel(Emergent|Important|Normal) labels:list
 > inventory
UpdateEventSubscriptionLabel@5.2 PUT /zwatch/events/subscriptions/labels/{uuid}/actions
 < uuid! key!<=1024 value! operator!(Regex|Equal)
 > inventory
UpdateExternalPrimaryStorage@5.2 PUT /primary-storage/addon/{uuid}/actions
 < config defaultProtocol(Vhost|Scsi|Nvme|CBD|file)<=255 uuid! name<=255 description<=2048 url<=2048
 > inventory
UpdateFactoryModeState@5.2 PUT /management-nodes/actions
 < factoryModeState!:bool
UpdateFiSecSecretResourcePool@5.2 PUT /secret-resource-pools/fiSec/{uuid}/actions
 < keyNum>=4<=30 uuid! name<=255 description<=2048 model<=255 heartbeatInterval:int[6..180]
 > inventory
UpdateFiSecSecurityMachine@5.2 PUT /security-machines/fiSec/{uuid}/actions
 < port:int[1..65535] uuid! name<=255 description<=2048 managementIp<=255+ model<=255
 > inventory
UpdateFirewallIpSetTemplate@5.2 PUT /vpcfirewalls/ipset/templates/{uuid}/actions
 < uuid! name<=255+ sourceValue<=2048 destValue<=2048 type(ip|port)
 > inventory
UpdateFirewallRule@5.2 PUT /vpcfirewalls/rules/{uuid}/actions
 < ruleSetUuid!+ uuid!+ action!(drop|reject|accept) protocol destPort sourcePort sourceIp destIp allowStates tcpFlag
 icmpTypeName ruleNumber!:int[1001..2999]<=4 enableLog:bool state!(enable|disable) description<=2048
 > inventory
UpdateFirewallRuleSet@5.2 PUT /vpcfirewalls/ruleSets/{uuid}/actions
 < uuid!+ name description actionType(drop|accept|reject)
 > inventory
UpdateFirewallRuleTemplate@5.2 PUT /vpcfirewalls/rules/template/{uuid}/actions
 < uuid!+ name!<=255 action!(drop|reject|accept) protocol destPort sourcePort sourceIp<=2048 destIp<=2048 allowStates
 tcpFlag icmpTypeName ruleNumber!:int[1001..2999]<=4 enableLog:bool state(enable|disable) description<=2048
 resourceUuid tagUuids:list
 > inventory
UpdateFlkSecSecretResourcePool@5.2 PUT /secret-resource-pools/flkSec/{uuid}/actions
 < encryptResult>=4<=64 activatedToken>=4<=30* protectToken>=4<=30* hmacToken>=4<=30* uuid! name<=255
 description<=2048 model<=255 heartbeatInterval:int[6..180]
 > inventory
UpdateFlkSecSecurityMachine@5.2 PUT /security-machines/flkSec/{uuid}/actions
 < port:int[1..65535] uuid! name<=255 description<=2048 managementIp<=255+ model<=255
 > inventory
UpdateFlowCollector@5.2 PUT /flowmeters/collectors/{uuid}/actions
 < uuid! server<=48 port:int[1..65535]
 > inventory
UpdateFlowMeter@5.2 PUT /flowmeters/{uuid}/actions
 < uuid! version(V5|V9) sample:int[1..2147483647] name<=32 expireInterval:int[1..3600] description<=128
 > inventory
UpdateFusionstorPrimaryStorageMon@2.3.1 PUT /primary-storage/fusionstor/mons/{monUuid}/actions
 < monUuid!+ hostname<=255 sshUsername<=255 sshPassword<=255* sshPort:int[1..65535] monPort:int[1..65535]
 > inventory
UpdateGlobalConfig PUT /global-configurations/{category}/{name}/actions
 < category! name! value
 > inventory
UpdateGuestToolsState@5.2 PUT /vm-instances/{vmInstanceUuid}/guesttools-state sync
 < vmInstanceUuid!
 > inventory
UpdateGuestVmScript@5.2 PUT /scripts/{uuid}/actions
 < uuid! name>=1<=128 description<=256 scriptContent>=1<=65536 renderParams<=5120 platform(Windows|Linux)
 scriptType(Shell|Python|Perl|Bat|Powershell) scriptTimeout:int[0..86400]
 > inventory
UpdateHaStrategyCondition@5.2 PUT /ha-strategy-condition/{uuid}/actions
 < uuid! name<=255 state
 > inventory
UpdateHostIpmi@5.2 PUT /hosts/ipmi/{uuid}/actions
 < uuid! ipmiAddress+ ipmiUsername+ ipmiPassword+* ipmiPort:int+
 > hostIpmiInventory
UpdateHostNetworkInterface@5.2 POST /hosts/nics/{interfaceUuid}/actions
 < interfaceUuid! description!<=2048
 > inventory
UpdateHostSchedulingRuleGroup@5.2 PUT /hostSchedulingRuleGroup/{uuid}
 < uuid! name description
 > inventory
UpdateHybridEip PUT /hybrid/eip/{uuid}/actions
 < uuid! name<=128+ description<=2048 type!(aliyun)
 > inventory
UpdateHybridKeySecret@5.2 POST /hybrid/hybrid/{uuid}/key
 < uuid! name<=255 description
 > inventory
UpdateIAM2Organization@5.2 PUT /iam2/organizations/{uuid}/actions
 < uuid! name<=255 description<=2048 parentUuid type(Company|Department|Default)
 > inventory
UpdateIAM2OrganizationAttribute@5.2 PUT /iam2/organizations/attributes/{uuid}/actions
 < uuid! value!<=2048
 > inventory
UpdateIAM2Project@5.2 PUT /iam2/projects/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateIAM2ProjectAttribute@5.2 PUT /iam2/projects/attributes/{uuid}/actions
 < uuid! value!<=2048
 > inventory
UpdateIAM2ProjectTemplate@5.2 PUT /iam2/projects/templates/{uuid}/actions
 < uuid! name<=255 description<=2048 attributes:list quota:map
 > inventory
UpdateIAM2TicketFlow@5.2 PUT /tickets/flow/{uuid}/actions
 < uuid! name description approverUuid approverTitle
 > inventory
UpdateIAM2TicketFlowCollection@5.2 PUT /tickets/flow-collections/{uuid}/actions
 < flows:list uuid! name<=255 description<=2048 isDefault:bool
 > inventory
UpdateIAM2VirtualID@5.2 PUT /iam2/virtual-ids/{uuid}/actions
 < uuid! name<=255 description<=2048 password<=2048* oldPassword<=2048*
 > inventory
UpdateIAM2VirtualIDAttribute@5.2 PUT /iam2/virtual-ids/attributes/{uuid}/actions
 < uuid! value!<=2048
 > inventory
UpdateIAM2VirtualIDGroup@5.2 PUT /iam2/projects/groups/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateIAM2VirtualIDGroupAttribute@5.2 PUT /iam2/projects/groups/attributes/{uuid}/actions
 < uuid! value!<=2048
 > inventory
UpdateIPsecConnection PUT /ipsec/{uuid}
 < uuid! name<=255 description<=2048
 > inventory
UpdateImage PUT /images/{uuid}/actions
 < uuid! name<=255 description<=2048 guestOsType<=255 mediaType(RootVolumeTemplate|DataVolumeTemplate|ISO)<=255
 format(raw|qcow2|iso)<=255 system:bool platform(Linux|Windows|Other|Paravirtualization|WindowsVirtio)
 architecture(x86_64|aarch64|mips64el|loongarch64)<=32@5.2 virtio:bool@5.2
 > inventory
UpdateImagePackage@5.2 PUT /image-packages/{uuid}
 < uuid! name description
 > inventory
UpdateInfoSecSecretResourcePool@5.2 PUT /secret-resource-pools/infoSec/{uuid}/actions
 < connectionMode:int[1..4] activatedToken>=4<=30* protectToken>=4<=30* hmacToken>=4<=30* uuid! name<=255
 description<=2048 model<=255 heartbeatInterval:int[6..180]
 > inventory
UpdateInfoSecSecurityMachine@5.2 PUT /security-machines/infoSec/{uuid}/actions
 < password<=255* port:int[1..65535] uuid! name<=255 description<=2048 managementIp<=255+ model<=255
 > inventory
UpdateInstanceOffering PUT /instance-offerings/{uuid}/actions
 < uuid! name<=255 description<=2048 allocatorStrategy
 > inventory
UpdateIpRange PUT /l3-networks/ip-ranges/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateIscsiServer@5.2 PUT /storage-devices/iscsi/servers/{uuid}/actions
 < uuid! name<=256+ chapUserName<=128 chapUserPassword<=128* state(Enabled|Disabled)
 > inventory
UpdateJitSecurityMachine@5.2 PUT /security-machines/jida/auth-gateway/{uuid}/actions
 < port!:int uuid! name<=255 description<=2048 managementIp<=255+ model<=255
 > inventory
UpdateL2Network PUT /l2-networks/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateL3Network PUT /l3-networks/{uuid}/actions
 < uuid! name<=255 description<=2048 dnsDomain<=255@5.2 category(Public|Private|System) system:bool
 > inventory
UpdateLdapServer PUT /ldap/servers/{ldapServerUuid}
 < ldapServerUuid!<=32 name<=255 description<=2048 url<=1024 base<=1024 username<=1024 password<=1024*
 encryption(None|TLS)<=1024
 > inventory
UpdateLicense PUT /licenses/mn/{managementNodeUuid}/actions
 < managementNodeUuid! license! additionSession@5.2
 > inventory
UpdateLoadBalancer PUT /load-balancers/{uuid}/actions
 < uuid! name<=255 description<=2048 resourceUuid tagUuids:list@5.2
 > inventory
UpdateLoadBalancerListener PUT /load-balancers/listeners/{uuid}
 < uuid! name<=255 description<=2048
 > inventory
UpdateLoadBalancerServerGroup@5.2 PUT /load-balancers/servergroups/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateLogConfiguration@5.2 PUT /log/configurations
 < configId!:int name description
 > inventory
UpdateLongJob@5.2 PUT /longjobs/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateMetricRuleTemplate@5.2 PUT /zwatch/monitortemplates/metricrules/{uuid}/actions
 < uuid! name<=255 comparisonOperator(GreaterThanOrEqualTo|GreaterThan|LessThan|LessThanOrEqualTo)
 period:int[1..2147483647] threshold:float[0..9223372036854775807] repeatInterval:int[0..9223372036854775807]
 labels:list repeatCount:int[-1..2147483647] enableRecovery:bool emergencyLevel(Emergent|Important|Normal)
 > inventory
UpdateMonitorGroup@5.2 PUT /zwatch/monitorgroups/{uuid}/actions
 < uuid! name<=255 description<=2048 actions:list stateEvent(enable|disable)
 > inventory
UpdateMonitorTemplate@5.2 PUT /zwatch/monitortemplates/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateMonitorTrigger PUT /monitoring/triggers/{uuid}/actions
 < uuid! name<=255 description<=2048 expression<=2048 duration:int[1..2147483647]
 > inventory
UpdateNasFileSystem@5.2 PUT /primary-storage/nas/{uuid}/actions
 < uuid! name<=255+ description<=1024
 > inventory
UpdateNasMountTarget@5.2 PUT /primary-storage/nas/mount/{uuid}/actions
 < uuid! name<=255+ description<=1024
 > inventory
UpdateNotificationsStatus@2.3.1 PUT /notifications/actions
 < uuids!:list+ status!(Unread|Read)
UpdateOAuthClient@5.2 POST /update/oauth2/client
 < uuid! name description clientId clientSecret* authorizationUrl tokenUrl redirectUrl userinfoUrl identityProvider
 loginType logoutUrl scopeList:list
 > inventory
UpdateOrganizationQuota@5.2 PUT /iam2/Organization/quotas/actions
 < identityUuid! name! value!:int
 > inventory
UpdateOssBucket PUT /hybrid/aliyun/oss-bucket/{uuid}/actions
 < uuid! description<=1024 ossDomain<=256@5.2 ossKey<=127@5.2 ossSecret<=127*@5.2
 > inventory
UpdatePciDeviceSpec@5.2 PUT /pci-device-specs/{uuid}/actions
 < uuid! name<=255 description<=2048 romContent romVersion<=255 abandonSpecRom:bool state(Enabled|Disabled)
 > inventory
UpdatePolicyRouteRuleSet@5.2 PUT /policy-routes/ruleSets/{uuid}/actions
 < uuid!+ name<=16 description
 > inventory
UpdatePortForwardingRule PUT /port-forwarding/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdatePortMirror@5.2 PUT /port-mirrors/{uuid}/actions
 < uuid! name<=128 description<=1024
 > inventory
UpdatePreconfigurationTemplate@5.2 PUT /baremetal/preconfigurations/{uuid}/actions
 < uuid! name<=255 description<=2048 distribution<=64 type(kickstart|preseed|autoyast) content<=16777215
 > inventory
UpdatePriceTable@5.2 PUT /billings/price-tables/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdatePriorityConfig@5.2 PUT /vm-priority-config/{uuid}/actions
 < uuid! cpuShares:int[2..262144] oomScoreAdj:int[-1000..1000]
UpdatePublishApp@5.2 PUT /appcenter/app/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateQuota PUT /accounts/quotas/actions
 < identityUuid! name! value!:int[0..9223372036854775807]@5.2 value!:int@2.3.1
 > inventory
UpdateResourceConfig@5.2 PUT /resource-configurations/{category}/{name}/{resourceUuid}/actions
 < category! name! resourceUuid! value!
 > inventory
UpdateResourceConfigs@5.2 POST /resource-configurations/{resourceUuid}/resource-configs/actions
 < resourceUuid! resourceConfigs!:list+
 > inventories
UpdateResourcePrice@5.2 PUT /billings/prices/{uuid}/actions
 < uuid! endDateInLong:int setEndDateInLongBaseOnCurrentTime:bool
 > inventory
UpdateResourceStack@5.2 PUT /cloudformation/stack/{uuid}/actions
 < uuid! name<=255 description<=2048 rollback:bool templateContent<=4194304 parameters<=524288
 > inventory
UpdateRole@5.2 PUT /identities/roles/{uuid}/actions
 < uuid! name<=255 description<=2048 statements:list policyUuids:list
 > inventory
UpdateRouteInterfaceRemote@2.3.1 PUT /hybrid/aliyun/router-interface/{uuid}/actions
 < uuid! op!(active|inactive) vRouterType!(vbr|vrouter)
UpdateSNSApplicationEndpoint PUT /sns/application-endpoints/{uuid}/actions
 < uuid! name<=255 description<=2048 platformUuid@5.2
 > inventory
UpdateSNSApplicationPlatform PUT /sns/application-platforms/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateSNSDingTalkEndpoint@5.2 PUT /sns/application-endpoints/ding-talk/{uuid}/actions
 < url<=256 atAll:bool secret<=256* uuid! name<=255 description<=2048 platformUuid
 > inventory
UpdateSNSFeiShuEndpoint@5.2 PUT /sns/application-endpoints/feishu/{uuid}/actions
 < url<=256 atAll:bool secret<=256* uuid! name<=255 description<=2048 platformUuid
 > inventory
UpdateSNSHttpEndpoint@5.2 PUT /sns/application-endpoints/http/{uuid}/actions
 < url<=256 username<=256 password<=256* uuid! name<=255 description<=2048 platformUuid
 > inventory
UpdateSNSMicrosoftTeamsEndpoint@5.2 PUT /sns/application-endpoints/microsoft-teams/{uuid}/actions
 < url<=256 uuid! name<=255 description<=2048 platformUuid
 > inventory
UpdateSNSSnmpPlatform@5.2 PUT /sns/application-platforms/snmp/{uuid}
 < snmpAddress! snmpPort!:int[1..65535] uuid! name<=255 description<=2048
 > inventory
UpdateSNSTextTemplate PUT /zwatch/alarms/sns/text-templates/{uuid}/actions
 < uuid! name<=255 description<=2048 subject<=2048@5.2 recoverySubject<=2048@5.2 template recoveryTemplate@5.2
 defaultTemplate:bool
 > inventory
UpdateSNSTopic PUT /sns/topics/{uuid}/actions
 < uuid! name<=255 description<=2048 locale(zh_CN|en_US)<=32@5.2
 > inventory
UpdateSNSUniversalSmsEndpoint@5.2 PUT /sns/application-endpoints/universal-sms/{uuid}/actions
 < smsAccessKeyId!<=128 smsAccessKeySecret!<=128* uuid! name<=255 description<=2048 platformUuid
 > inventory
UpdateSNSWeComEndpoint@5.2 PUT /sns/application-endpoints/we-com/{uuid}/actions
 < url<=256 atAll:bool uuid! name<=255 description<=2048 platformUuid
 > inventory
UpdateSSORedirectTemplate@5.2 POST /update/sso/redirectTemplate
 < uuid! redirectTemplate!
 > inventory
UpdateSanSecSecretResourcePool@5.2 PUT /secret-resource-pools/sanSec/{uuid}/actions
 < keyIndex:int managementIp port:int username password* sm3Key* sm4Key* uuid! name<=255 description<=2048 model<=255
 heartbeatInterval:int[6..180]
 > inventory
UpdateSanSecSecurityMachine@5.2 PUT /security-machines/sanSec/{uuid}/actions
 < password<=255* port:int[1..65535] uuid! name<=255 description<=2048 managementIp<=255+ model<=255
 > inventory
UpdateSchedulerJob PUT /scheduler/jobs/{uuid}/actions
 < uuid! name<=255+ description<=2048 parameters:map@5.2
 > inventory
UpdateSchedulerJobGroup@5.2 PUT /scheduler/jobgroups/{uuid}/actions
 < uuid! name<=255+ description<=2048 state(Enabled|Disabled) parameters:map
 > inventory
UpdateSchedulerTrigger PUT /scheduler/triggers/{uuid}/actions
 < uuid! name<=255+ description<=2048 schedulerInterval:int[1..2147483647] repeatCount:int[0..2147483647]
 startTime:int cron schedulerType(cron|simple)@5.2
 > inventory
UpdateScsiLun@5.2 PUT /storage-devices/scsi-lun/{uuid}/actions
 < uuid! name<=256+ state(Enabled|Disabled)
 > inventory
UpdateSdnController@5.2 PUT /sdn-controllers/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateSecretResourcePool@5.2 PUT /secret-resource-pool/{uuid}/actions
 < uuid! name<=255 description<=2048 model<=255 heartbeatInterval:int[6..180]
 > inventory
UpdateSecurityGroup PUT /security-groups/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateSecurityGroupRulePriority@5.2 PUT /security-groups/{securityGroupUuid}/rules/priority/actions
 < securityGroupUuid!+ type!(Ingress|Egress)+ rules!:list+
 > inventory
UpdateSecurityMachine@5.2 PUT /security-machines/{uuid}/actions
 < uuid! name<=255 description<=2048 managementIp<=255+ model<=255
 > inventory
UpdateSharedBlock@5.2 PUT /primary-storage/sharedblockgroup/{sharedBlockGroupUuid}/sharedblocks/{uuid}/actions
 < uuid! sharedBlockGroupUuid! name<=255 description<=2048 diskUuid<=255
 > inventory
UpdateSlbGroup@5.2 PUT /load-balancers/slb/group/{uuid}/actions
 < uuid! name<=255 description<=2048 slbOfferingUuid
 > inventory
UpdateSnmpAgent@5.2 PUT /snmp/agent/actions
 < uuid! version!(v2c|v3) readCommunity>=1<=32 userName>=1<=32 authAlgorithm(MD5|SHA|SHA224|SHA256|SHA384|SHA512)
 authPassword* privacyAlgorithm(DES|AES128|AES192|AES256|3DES) privacyPassword* port!:int[1024..65535]
 > inventory
UpdateSshKeyPair@5.2 PUT /ssh-key-pair/{uuid}/actions
 < uuid!<=32 name<=255 description<=2048
 > inventory
UpdateStackTemplate@5.2 PUT /cloudformation/template/{uuid}/actions
 < uuid! name<=255 description<=2048 state:bool templateContent<=4194304
 > inventory
UpdateSubscribeEvent@5.2 PUT /zwatch/events/subscriptions/{uuid}/actions
 < uuid! emergencyLevel(Emergent|Important|Normal) name<=255
 > inventory
UpdateTag@5.2 PUT /tags/{uuid}/actions
 < uuid! name<=128 value<=128 description<=2048 color
 > inventory
UpdateTemplateConfig@5.2 PUT /template-configurations/{templateUuid}/actions
 < templateUuid! category! name! value!
 > inventory
UpdateThirdpartyAlerts@5.2 PUT /zwatch/third-party/alerts/actions
 < uuid startTimeMillis:int endTimeMillis:int updateReadStatus(Unread|Read)
UpdateThirdpartyPlatform@5.2 PUT /zwatch/third-party/platforms/{uuid}/actions
 < uuid! name<=255 description<=2048 template<=8192 url<=2048 stateEvent(enable|disable) lastSyncDateMills:int
 > inventory
UpdateTicketRequest@5.2 PUT /tickets/{uuid}/actions
 < uuid! requests!:list+ description<=2048
 > inventory
UpdateUser PUT /accounts/users/actions
 < uuid password<=255* name<=255 description<=2048 oldPassword<=255*@5.2
 > inventory
UpdateUserGroup PUT /accounts/groups/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateV2VConversionHost@5.2 PUT /v2v-conversion-hosts/{uuid}/actions
 < uuid! name<=255+ description<=2048 storagePath<=2048
 > inventory
UpdateVCenter@5.2 PUT /vcenters/{uuid}/actions
 < uuid! name<=255+ description<=2048 username<=255+ password<=255+* domainName<=256+ port:int state(Enabled|Disabled)
 > inventory
UpdateVRouterOspfArea@5.2 PUT /routerArea/{uuid}/actions
 < uuid! areaAuth<=16 areaType<=16 password<=16* keyId:int[1..255]
 > inventory
UpdateVRouterRouteTable PUT /vrouter-route-tables/{uuid}/actions
 < uuid! name<=255+ description<=2048
 > inventory
UpdateVip PUT /vips/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateVirtualBorderRouterRemote PUT /hybrid/aliyun/border-router/{uuid}/actions
 < uuid! localGatewayIp peerGatewayIp peeringSubnetMask name<=64 description<=1024 vlanId circuitCode
 > inventory
UpdateVirtualRouter@5.2 PUT /vm-instances/appliances/virtual-routers/{vmInstanceUuid}/actions
 < vmInstanceUuid! defaultRouteL3NetworkUuid
 > inventory
UpdateVirtualRouterOffering PUT /instance-offerings/virtual-routers/{uuid}/actions
 < isDefault:bool imageUuid uuid! name<=255 description<=2048 allocatorStrategy
 > inventory
UpdateVirtualRouterSoftwareVersion@5.2 POST /vpc/virtual-routers/{uuid}/softwareversion
 < uuid! softwareName!(IPsec) targetVersion!(4.5.2|5.9.4|5.8.4)
UpdateVmCdRom@5.2 PUT /vm-instances/cdroms/{uuid}/actions
 < uuid! description<=2048 name<=255
 > inventory
UpdateVmNetworkConfig@5.2 PUT /vm-instances/{vmInstanceUuid}/update-nic-config
 < vmInstanceUuid! vmNicUuids!:list+
UpdateVmNicDriver@5.2 PUT /vm-instances/{vmInstanceUuid}/actions
 < vmInstanceUuid! vmNicUuid!+ driverType!
 > inventory
UpdateVmNicMac PUT /vm-instances/nics/{vmNicUuid}/actions
 < vmNicUuid! mac!
 > inventory
UpdateVmPriority@5.2 PUT /vm-instances/{uuid}/actions
 < uuid! priority!
UpdateVmSchedulingRule@5.2 PUT /vmSchedulingRule/{uuid}/update
 < uuid! name<=255 description<=2048 mode
 > inventory
UpdateVmSchedulingRuleGroup@5.2 PUT /vmSchedulingRuleGroup/{uuid}/update
 < uuid! name description
 > inventory
UpdateVmUserDefinedXmlHookScript@5.2 PUT /vm-instances/xml-hook-script
 < uuid! name<=255 description<=2048 hookScript startupStrategy(Reboot|None)
 > inventory
UpdateVniRange@5.2 PUT /l2-networks/vxlan-pool/vni-ranges/{uuid}
 < uuid! name!<=255
 > inventory
UpdateVolume PUT /volumes/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateVolumeSnapshot PUT /volume-snapshots/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateVolumeSnapshotGroup@5.2 PUT /volume-snapshots/group/{uuid}/actions
 < name description uuid!
 > inventory
UpdateVpcFirewall@5.2 PUT /vpcfirewalls/{uuid}/actions
 < uuid!+ description name<=255
 > inventory
UpdateVpcHaGroup@5.2 PUT /vpc/hagroups/{uuid}/actions
 < uuid! name<=255 description<=2048
 > inventory
UpdateVpcSharedQos@5.2 PUT /vips/sharedqos/{uuid}/actions
 < uuid! name!<=255 description<=2048
 > inventory
UpdateVpcUserVpnGateway PUT /hybrid/user-vpn/{uuid}/actions
 < uuid! name>=2<=128+ description<=1024
 > inventory
UpdateVpcVpnConnectionRemote PUT /hybrid/vpn-connection/{uuid}/actions
 < uuid! name<=64+ description<=1024 localCidr remoteCidr active:bool ikeConfUuid ipsecConfUuid
 > inventory
UpdateVpcVpnGateway PUT /hybrid/vpc-vpn/{uuid}/actions
 < uuid! name<=128+ description<=1024
 > inventory
UpdateWebhook PUT /web-hooks/{uuid}
 < uuid! name<=255 description<=2048 url<=2048 type<=255 opaque
 > inventory
UpdateXskyBlockVolume@5.2 PUT /xsky/block-volumes/{uuid}/actions
 < burstTotalBw:int burstTotalIops:int maxTotalBw:int maxTotalIops:int uuid! name description
 > inventory
UpgradeBackupStorageCdpTasks@5.2 PUT /cdp-task/upgrade/{backupStorageUuid}/actions
 < backupStorageUuid!+
UploadFileToVm@5.2 POST /upload-file
 < vmInstanceUuids!:list fileContent!>=1<=262144 remotePath!
ValidateClusterSupportDRS@5.2 GET /clusters/{clusterUuid}/drs/valid
 < clusterUuid!
 > supported! reason
ValidateDiskOfferingUserConfig@5.2 PUT /billings/accounts/actions reads
 < config!+
ValidateInstanceOfferingUserConfig@5.2 PUT /billings/accounts/actions reads
 < config!+
ValidatePassword@5.2 PUT /password/verify reads sync public
 < loginName! password!* loginType!
 > available!
ValidatePriceUserConfig@5.2 PUT /billings/accounts/actions reads
 < config!
ValidateSNSAliyunSmsEndpoint@5.2 PUT /sns/sms-endpoints/{uuid}/actions reads
 < uuid! phoneNumbers!:list
ValidateSNSEmailPlatform PUT /sns/application-platforms/email/{uuid}/actions reads
 < uuid@5.2 smtpServer@5.2 smtpPort:int[1..65535]@5.2 username@5.2 password*@5.2 uuid!@2.3.1
ValidateSNSUniversalSmsEndpoint@5.2 PUT /sns/application-endpoints/universal-sms/{uuid}/validate reads
 < testMsg!<=64+ uuid! phoneNumbers!:list
ValidateSecurityGroupRule@5.2 GET /security-groups/{securityGroupUuid}/rules/validation
 < securityGroupUuid!+ type!(Ingress|Egress)+ protocol!(TCP|UDP|ICMP|ALL)+ remoteSecurityGroupUuid+ ipVersion:int(4|6)
 srcIpRange dstIpRange dstPortRange action(ACCEPT|DROP)+ startPort:int endPort:int allowedCidr
 > available! code reason
ValidateSession GET /accounts/sessions/{sessionUuid}/valid public
 < sessionUuid!*
 > valid!
ValidateVmSchedulingRule@5.2 PUT /validate/vmSchedulingRule reads sync
 < vmGroupUuid! hostGroupUuid rule!(AFFINITY|ANTIAFFINITY) mode!(SOFT|HARD) zoneUuid
ValidateVolumeSnapshotChain@5.2 PUT /volumes/{uuid}/actions reads
 < uuid!
ZQLQuery@5.2 GET /zql
 < zql
 > results
"""

#: The fields of each resource that can be queried, ``@`` and the generation behind those that only one has.
FIELDS = """
AccessControlList uuid name ipVersion description createDate lastOpDate entries
AccessControlRule uuid name description rule strategy createDate lastOpDate
AccessKey uuid description accountUuid userUuid AccessKeyID AccessKeySecret state createDate lastOpDate
Account uuid name description type createDate lastOpDate
AccountPriceTableRef accountUuid tableUuid createDate lastOpDate
AccountResourceRef accountUuid resourceUuid resourceType concreteResourceType@5.2 createDate lastOpDate
ActiveAlarm templateUuid alarmUuid namespace createDate uuid
ActiveAlarmTemplate uuid alarmName comparisonOperator period repeatInterval repeatCount namespace metricName threshold
 emergencyLevel labels createDate lastOpDate
AddressPool uuid l3NetworkUuid name description startIp endIp netmask gateway networkCidr ipVersion addressMode
 prefixLen ipRangeType createDate lastOpDate
AffinityGroup uuid name description policy version type appliance zoneUuid@5.2 state createDate lastOpDate usages
AgentVersion uuid agentType currentVersion expectVersion createDate lastOpDate
Alarm uuid name description comparisonOperator period namespace metricName threshold repeatInterval repeatCount@5.2
 status state enableRecovery@5.2 createDate lastOpDate labels actions emergencyLevel@5.2
AlarmRecord id createTime accountUuid alarmName alarmStatus alarmUuid comparisonOperator context dataUuid
 emergencyLevel labels metricName metricValue namespace period readStatus resourceUuid threshold
Alert uuid triggerUuid targetResourceUuid content createDate lastOpDate
AlertDataAck alertDataUuid alertType ackPeriod resourceUuid ackDate resumeAlert operatorAccountUuid
AliyunDiskFromLocal uuid diskId name description identityZoneUuid ecsInstanceUuid diskCategory diskType diskChargeType
 status sizeWithGB deviceInfo createDate lastOpDate
AliyunEbsBackupStorage uuid name url description totalCapacity availableCapacity type state status createDate
 lastOpDate attachedZoneUuids ossBucketUuid
AliyunEbsPrimaryStorage uuid zoneUuid name url description totalCapacity availableCapacity totalPhysicalCapacity
 availablePhysicalCapacity systemUsedCapacity type state status mountPath createDate lastOpDate attachedClusterUuids
 panguAppName panguPartitionName identityZoneUuid defaultIoType
AliyunKeySecret name uuid accountUuid userUuid type akey hybridAccountId hybridUserId hybridUserName current
 description createDate lastOpDate
AliyunNasAccessGroup uuid name description dataCenterUuid rules type createDate lastOpDate
AliyunPanguPartition accountUuid uuid identityZoneUuid name description appName partitionName createDate lastOpDate
AliyunProxyVSwitch uuid aliyunProxyVpcUuid vpcL3NetworkUuid status isDefault
AliyunProxyVpc uuid vpcName cidrBlock vRouterUuid status aliyunProxyVSwitches description createDate lastOpDate
 isDefault
AliyunRouteEntryFromLocal uuid type vRouterType status destinationCidrBlock nextHopId virtualRouterUuid nextHopType
 createDate lastOpDate
AliyunRouterInterfaceFromLocal uuid dataCenterUuid routerInterfaceId virtualRouterUuid accessPointUuid role
 vRouterType spec name description status oppositeInterfaceUuid createDate lastOpDate
AliyunSmsSNSTextTemplate uuid name description applicationPlatformType subject recoverySubject template
 recoveryTemplate defaultTemplate createDate lastOpDate type alarmTemplateCode sign eventTemplateCode eventTemplate
AliyunSnapshotFromLocal uuid snapshotId name description dataCenterUuid diskUuid status aliyunSnapshotUsage createDate
 lastOpDate
AliyunVirtualRouterFromLocal uuid vrId vpcUuid name description createDate lastOpDate
AppBuildSystem uuid name description storageType url hostname username sshPort status state totalCapacity
 availableCapacity createDate lastOpDate
ApplianceVm uuid name description zoneUuid clusterUuid imageUuid hostUuid lastHostUuid instanceOfferingUuid
 rootVolumeUuid platform architecture@5.2 defaultL3NetworkUuid type hypervisorType memorySize reservedMemorySize@5.2
 cpuNum cpuSpeed allocatorStrategy createDate lastOpDate state vmNics allVolumes vmCdRoms@5.2 guestOsType@5.2
 applianceVmType managementNetworkUuid defaultRouteL3NetworkUuid status agentPort haStatus@5.2
ArchiveTicket uuid ticketUuid name description accountUuid status request accountSystemType accountSystemContext
 currentFlowUuid flowCollectionUuid ticketTypeUuid createDate lastOpDate
ArchiveTicketHistory uuid sequence ticketUuid historyUuid fromStatus toStatus comment accountUuid operationContextType
 operationContext operatorType operatorUuid flowName createDate lastOpDate
Audit id createTime apiName clientBrowser clientIp duration error operator requestDump resourceUuid requestUuid
 operatorAccountUuid responseDump success signedText resourceType responseUuid resourceName startTime
AutoScalingGroup name uuid scalingResourceType state defaultCooldown description minResourceSize maxResourceSize
 removalPolicy createDate lastOpDate attachedTemplates systemTags
AutoScalingGroupActivity uuid name scalingGroupUuid activityAction instanceUuids scalingGroupRuleUuid cause
 description status activityActionResultMessage endDate createDate lastOpDate
AutoScalingGroupInstance uuid instanceUuid scalingGroupUuid templateUuid scalingGroupActivityUuid status healthStatus
 description createDate lastOpDate protectionStrategy
AutoScalingRule type description cooldown state status systemTags createDate lastOpDate name uuid scalingGroupUuid
 ruleTriggers
AutoScalingRuleTrigger name uuid type ruleUuid description state createDate lastOpDate
AutoScalingVmTemplate uuid name description type state systemTags createDate lastOpDate vmInstanceName vmInstanceType
 vmInstanceDescription vmInstanceOfferingUuid imageUuid l3NetworkUuids rootDiskOfferingUuid dataDiskOfferingUuids
 vmInstanceZoneUuid vmInstanceClusterUuid hostUuid primaryStorageUuidForRootVolume defaultL3NetworkUuid strategy
BackupStorage uuid name url description totalCapacity availableCapacity type state status createDate lastOpDate
 attachedZoneUuids
BareMetal2Bonding chassisUuid name slaves opts mode createDate lastOpDate accountUuid uuid
BareMetal2BondingNicRef id nicUuid instanceUuid bondingUuid provisionNicUuid createDate lastOpDate vmNic provisionNic
 bareMetal2Bonding
BareMetal2Chassis uuid name description zoneUuid clusterUuid chassisOfferingUuid type state status powerStatus
 provisionType createDate lastOpDate chassisNics chassisDisks chassisOffering
BareMetal2ChassisGpuDevice uuid chassisUuid description type pciDeviceAddress vendorId deviceId subvendorId
 subdeviceId iommuGroup name vendor device createDate lastOpDate serialNumber memory power isDriverLoaded
BareMetal2ChassisOffering uuid name description architecture cpuModelName cpuNum memorySize bootMode state
 provisionType createDate lastOpDate
BareMetal2ChassisPciDevice uuid chassisUuid description type pciDeviceAddress vendorId deviceId subvendorId
 subdeviceId iommuGroup name vendor device createDate lastOpDate
BareMetal2Gateway zoneUuid name uuid clusterUuid description managementIp hypervisorType state status totalCpuCapacity
 availableCpuCapacity cpuSockets totalMemoryCapacity availableMemoryCapacity cpuNum ipmiAddress ipmiUsername ipmiPort
 ipmiPowerStatus cpuStatus memoryStatus diskStatus nicStatus gpuStatus powerSupplyStatus fanStatus raidStatus
 temperatureStatus architecture createDate lastOpDate username sshPort osDistribution osRelease osVersion
 attachedClusterUuids provisionNic
BareMetal2Instance uuid name description zoneUuid clusterUuid imageUuid hostUuid lastHostUuid instanceOfferingUuid
 rootVolumeUuid platform architecture defaultL3NetworkUuid type hypervisorType memorySize reservedMemorySize cpuNum
 cpuSpeed allocatorStrategy createDate lastOpDate state vmNics allVolumes vmCdRoms guestOsType chassisUuid
 lastChassisUuid gatewayUuid lastGatewayUuid chassisOfferingUuid gatewayAllocatorStrategy status provisionType
 agentVersion isLatestAgent provisionNic
BareMetal2ProvisionNetwork uuid zoneUuid name description dhcpInterface dhcpRangeStartIp dhcpRangeEndIp
 dhcpRangeNetmask dhcpRangeGateway dhcpRangeNetworkCidr state createDate lastOpDate attachedClusterUuids
BaremetalBonding uuid chassisUuid name mode slaves opts createDate lastOpDate
BaremetalChassis uuid name description zoneUuid@5.2 clusterUuid@5.2 pxeServerUuid@5.2 ipmiAddress ipmiPort
 ipmiUsername state@5.2 status createDate lastOpDate hardwareInfos@5.2
BaremetalHardwareInfo uuid chassisUuid type content createDate lastOpDate
BaremetalHostCfg uuid chassisUuid vnc unattended cloneIso createDate lastOpDate nicCfgs bondings
BaremetalInstance uuid name description zoneUuid clusterUuid pxeServerUuid chassisUuid imageUuid templateUuid platform
 managementIp username port state status createDate lastOpDate bmNics
BaremetalPxeServer uuid zoneUuid@5.2 name description hostname@5.2 sshUsername@5.2 sshPassword@5.2 sshPort@5.2
 storagePath@5.2 dhcpInterface dhcpInterfaceAddress@5.2 dhcpRangeBegin dhcpRangeEnd dhcpRangeNetmask state@5.2 status
 createDate lastOpDate totalCapacity@5.2 availableCapacity@5.2 attachedClusterUuids@5.2
BlockPrimaryStorage uuid zoneUuid name url description totalCapacity availableCapacity totalPhysicalCapacity
 availablePhysicalCapacity systemUsedCapacity type state status mountPath createDate lastOpDate attachedClusterUuids
 vendorName metadata
BlockVolume uuid name description primaryStorageUuid vmInstanceUuid diskOfferingUuid rootImageUuid installPath type
 format size actualSize deviceId state status createDate lastOpDate isShareable volumeQos lastDetachDate
 lastVmInstanceUuid lastAttachDate protocol iscsiPath vendor
BuildApp uuid name description buildSystemUuid templateContent installPath appMetaData appId version status createDate
 lastOpDate
BuildAppExportHistory id buildAppUuid name path size md5Sum version status createDate lastOpDate
CCSCertificate uuid algorithm format issuerDN subjectDN serNumber effectiveTime expirationTime createDate lastOpDate
 userCertificateRefs
CdpPolicy uuid name state description retentionTimePerDay hourlyRpSinceDay dailyRpSinceDay expireTimeInDay
 fullBackupIntervalInDay recoveryPointPerSecond createDate lastOpDate
CdpTask uuid name description policyUuid backupStorageUuid status state taskType backupBandwidth maxCapacity
 usedCapacity maxLatency lastLatency createDate lastOpDate resourceRefs
CephBackupStorage uuid name url description totalCapacity availableCapacity type state status createDate lastOpDate
 attachedZoneUuids mons fsid poolName poolAvailableCapacity@5.2 poolUsedCapacity@5.2 poolReplicatedSize@5.2
 poolDiskUtilization@5.2 poolSecurityPolicy@5.2
CephOsdGroup primaryStorageUuid osds availableCapacity availablePhysicalCapacity totalPhysicalCapacity createDate
 lastOpDate uuid
CephPrimaryStorage uuid zoneUuid name url description totalCapacity availableCapacity totalPhysicalCapacity
 availablePhysicalCapacity systemUsedCapacity type state status mountPath createDate lastOpDate attachedClusterUuids
 mons pools fsid
CephPrimaryStoragePool uuid primaryStorageUuid poolName aliasName description createDate lastOpDate type
 availableCapacity@5.2 usedCapacity@5.2 totalCapacity@5.2 securityPolicy@5.2 replicatedSize@5.2 diskUtilization@5.2
Certificate name uuid certificate description listeners createDate lastOpDate
Cluster name uuid description state hypervisorType createDate lastOpDate zoneUuid type architecture@5.2
ClusterDRS clusterUuid state balancedState automationLevel thresholds thresholdDuration description createDate
 lastOpDate uuid name
ConnectionAccessPointFromLocal uuid accessPointId type name dataCenterUuid description status hostOperator createDate
 lastOpDate
ConnectionBetweenL3NetworkAndAliyunVSwitch uuid relationShips name description createDate lastOpDate
ConsoleProxyAgent uuid description managementIp consoleProxyOverriddenIp consoleProxyPort@5.2 type status state
 createDate lastOpDate
DRSAdvice uuid drsUuid adviceGroupUuid vmUuid vmSourceHostUuid vmTargetHostUuid reason createDate lastOpDate
DRSVmMigrationActivity drsUuid uuid vmUuid vmSourceHostUuid vmTargetHostUuid status result reason adviceUuid cause
 endDate createDate lastOpDate
DataCenterFromLocal uuid deleted regionName dcType regionId description endpoint@5.2 createDate lastOpDate
DatabaseBackup uuid name description state status size metadata createDate lastOpDate backupStorageRefs
Directory uuid name groupName parentUuid rootDirectoryUuid zoneUuid type createDate lastOpDate
DiskOffering uuid name description diskSize sortKey state type createDate lastOpDate allocatorStrategy
EcsImageFromLocal uuid localImageUuid ecsImageId name ecsImageSize description dataCenterUuid platform type ossMd5Sum
 format osName@5.2 createDate lastOpDate
EcsInstanceFromLocal uuid localVmInstanceUuid ecsInstanceId name ecsStatus cpuCores memorySize ecsInstanceType
 ecsBandWidth ecsRootVolumeId ecsRootVolumeCategory ecsRootVolumeSize privateIpAddress publicIpAddress ecsVSwitchUuid
 ecsImageUuid ecsSecurityGroupUuid identityZoneUuid chargeType expireDate createDate lastOpDate description
EcsSecurityGroupFromLocal uuid ecsVpcUuid securityGroupId name description createDate lastOpDate
EcsSecurityGroupRuleFromLocal uuid ecsSecurityGroupUuid protocol portRange cidrIp priority direction nicType policy
 description createDate lastOpDate
EcsVSwitchFromLocal uuid vSwitchId status cidrBlock availableIpAddressCount description name ecsVpcUuid
 identityZoneUuid createDate lastOpDate
EcsVpcFromLocal uuid ecsVpcId dataCenterUuid status deleted name cidrBlock vRouterId description createDate lastOpDate
Eip uuid name description vmNicUuid vipUuid createDate lastOpDate state vipIp guestIp
EmailMedia uuid name description type state lastOpDate createDate smtpServer smtpPort username
EmailTriggerAction uuid name description state createDate lastOpDate type triggerUuids email mediaUuid
EthernetVF uuid name description hostUuid parentUuid vmInstanceUuid pciSpecUuid type state status virtStatus chooser
 vendorId vendor deviceId device subvendorId subdeviceId pciDeviceAddress iommuGroup metaData rev createDate
 lastOpDate matchedPciDeviceOfferingRef mdevSpecRefs hostDevUuid interfaceName vmUuid l3NetworkUuid vfStatus
EventLog id content resourceUuid resourceType category trackingId type time createDate
EventRecord id createTime namespace name emergencyLevel resourceId error dataUuid accountUuid subscriptionUuid
 readStatus labels
EventRuleTemplate name monitorTemplateUuid namespace eventName emergencyLevel labels createDate lastOpDate uuid
EventSubscription uuid name@5.2 namespace eventName state actions labels lastOpDate createDate emergencyLevel@5.2
ExponBlockVolume uuid name description primaryStorageUuid vmInstanceUuid diskOfferingUuid rootImageUuid installPath
 type format size actualSize deviceId state status createDate lastOpDate isShareable volumeQos lastDetachDate
 lastVmInstanceUuid lastAttachDate protocol iscsiPath vendor exponStatus
ExternalBackup uuid name description state installPath totalSize version type createDate lastOpDate
FaultToleranceVm uuid name description zoneUuid clusterUuid imageUuid hostUuid lastHostUuid instanceOfferingUuid
 rootVolumeUuid platform architecture defaultL3NetworkUuid type hypervisorType memorySize reservedMemorySize cpuNum
 cpuSpeed allocatorStrategy createDate lastOpDate state vmNics allVolumes vmCdRoms guestOsType primaryVmInstanceUuid
 secondaryVmInstanceUuid status
FiberChannelLun name uuid wwid vendor model wwn serial type hctl path state size multipathDeviceUuid source createDate
 lastOpDate scsiLunHostRefs scsiLunVmInstanceRefs fiberChannelStorageUuid
FiberChannelStorage uuid name wwnn state fiberChannelLuns createDate lastOpDate
FirewallIpSetTemplate name sourceValue destValue type createDate lastOpDate accountUuid uuid
FirewallRule uuid ruleSetUuid action protocol destPort sourcePort sourceIp destIp ruleNumber allowStates tcpFlag
 icmpTypeName isApplied expired state isDefault description createDate lastOpDate
FirewallRuleSet uuid name actionType description isDefault isApplied createDate lastOpDate rules
FirewallRuleSetL3Ref id ruleSetUuid l3NetworkUuid vpcFirewallUuid packetsForwardType createDate lastOpDate
FirewallRuleTemplate action protocol name destPort sourcePort sourceIp destIp allowStates tcpFlag icmpTypeName
 ruleNumber enableLog state isDefault description createDate lastOpDate accountUuid uuid
FlowCollector uuid name description flowMeterUuid server port createDate lastOpDate
FlowMeter collectors networkRefs uuid name description sample expireInterval version type createDate lastOpDate
FusionstorBackupStorage uuid name url description totalCapacity availableCapacity type state status createDate
 lastOpDate attachedZoneUuids mons fsid poolName sshPort
FusionstorPrimaryStorage uuid zoneUuid name url description totalCapacity availableCapacity totalPhysicalCapacity
 availablePhysicalCapacity systemUsedCapacity type state status mountPath createDate lastOpDate attachedClusterUuids
 mons fsid rootVolumePoolName dataVolumePoolName imageCachePoolName
GCJob uuid name runnerClass context status managementNodeUuid type createDate lastOpDate
GlobalConfig id@5.2 name category description defaultValue value
GlobalConfigTemplate uuid name type description
GpuDevice uuid name description hostUuid parentUuid vmInstanceUuid pciSpecUuid type state status virtStatus chooser
 vendorId vendor deviceId device subvendorId subdeviceId pciDeviceAddress iommuGroup metaData rev createDate
 lastOpDate matchedPciDeviceOfferingRef mdevSpecRefs serialNumber memory power isDriverLoaded
GuestToolsState vmInstanceUuid qgaState zwatchState version platform osType createDate lastOpDate
GuestVmScript uuid name description scriptContent renderParams platform scriptType scriptTimeout createDate lastOpDate
GuestVmScriptExecutedRecord uuid scriptUuid recordName scriptTimeout status executor executionCount version
 scriptContent renderParams startTime endTime
GuestVmScriptExecutedRecordDetail recordUuid vmInstanceUuid vmName status exitCode stdout errCause stderr startTime
 endTime
Host zoneUuid name uuid clusterUuid description managementIp hypervisorType state status totalCpuCapacity
 availableCpuCapacity cpuSockets totalMemoryCapacity availableMemoryCapacity cpuNum ipmiAddress@5.2 ipmiUsername@5.2
 ipmiPort@5.2 ipmiPowerStatus@5.2 cpuStatus@5.2 memoryStatus@5.2 diskStatus@5.2 nicStatus@5.2 gpuStatus@5.2
 powerSupplyStatus@5.2 fanStatus@5.2 raidStatus@5.2 temperatureStatus@5.2 architecture@5.2 createDate lastOpDate
HostNetworkBonding uuid hostUuid bondingName bondingType speed mode xmitHashPolicy miiStatus mac ipAddresses gateway
 callBackIp miimon type allSlavesActive description createDate lastOpDate slaves
HostNetworkInterface uuid hostUuid bondingUuid interfaceModel vendorId deviceId subvendorId subdeviceId interfaceName
 interfaceType speed slaveActive carrierActive ipAddresses gateway mac callBackIp pciDeviceAddress offloadStatus
 virtStatus description createDate lastOpDate
HostNetworkInterfaceLldp uuid interfaceUuid mode createDate lastOpDate neighborDevice
HostOsCategory uuid architecture osReleaseVersion metadataList createDate lastOpDate
HostPhysicalMemory uuid hostUuid manufacturer size speed clockSpeed locator serialNumber rank voltage type createDate
 lastOpDate
HostSchedulingRuleGroup uuid name description zoneUuid createDate lastOpDate
HybridEipFromLocal uuid eipId bandWidth dataCenterUuid allocateResourceUuid allocateResourceType status eipAddress
 eipType name chargeType description allocateTime createDate lastOpDate
HybridKeySecret name uuid accountUuid userUuid type akey hybridAccountId hybridUserId hybridUserName current
 description createDate lastOpDate
IAM2Organization uuid name description state type srcType createDate lastOpDate parentUuid rootOrganizationUuid
 attributes
IAM2OrganizationAttribute uuid name value type createDate lastOpDate organizationUuid
IAM2OrganizationProjectRef projectUuid organizationUuid createDate lastOpDate
IAM2Project uuid name description state createDate lastOpDate attributes linkedAccountUuid
IAM2ProjectAccountRef projectUuid accountUuid createDate lastOpDate
IAM2ProjectAttribute uuid name value type createDate lastOpDate projectUuid
IAM2ProjectRole uuid name description identity type state createDate lastOpDate statements policies
 iam2ProjectRoleType
IAM2ProjectTemplate uuid name description template createDate lastOpDate
IAM2VirtualID uuid name description type state createDate lastOpDate attributes
IAM2VirtualIDAttribute uuid name value type createDate lastOpDate virtualIDUuid
IAM2VirtualIDGroup uuid projectUuid name description state createDate lastOpDate attributes
IAM2VirtualIDGroupAttribute uuid name value type createDate lastOpDate groupUuid
IPSecConnection uuid name description peerAddress authMode authKey vipUuid ikeAuthAlgorithm ikeEncryptionAlgorithm
 ikeDhGroup policyAuthAlgorithm policyEncryptionAlgorithm pfs policyMode transformProtocol ikeVersion@5.2 idType@5.2
 localId@5.2 remoteId@5.2 state status ikeLifeTime@5.2 lifeTime@5.2 createDate lastOpDate peerCidrs l3NetworkRefs
IdentityZoneFromLocal uuid closed dataCenterUuid zoneId type zoneName description createDate lastOpDate
Image uuid name description state status size actualSize md5Sum url mediaType guestOsType type platform
 architecture@5.2 format system virtio@5.2 createDate lastOpDate backupStorageRefs systemTags@5.2 exportUrl@2.3.1
 exportMd5Sum@2.3.1
ImageCache id primaryStorageUuid imageUuid installUrl mediaType size md5sum state createDate lastOpDate
ImagePackage uuid name description vmUuid backupStorageUuid state exportUrl md5Sum format size createDate lastOpDate
ImageReplicationGroup uuid name description state createDate lastOpDate backupStorageRefs
ImageStoreBackupStorage uuid name url description totalCapacity availableCapacity type state status createDate
 lastOpDate attachedZoneUuids hostname username sshPort
InstanceOffering uuid name description cpuNum cpuSpeed memorySize reservedMemorySize@5.2 type allocatorStrategy
 sortKey createDate lastOpDate state
IpRange uuid l3NetworkUuid name description startIp endIp netmask gateway networkCidr ipVersion@5.2 addressMode@5.2
 prefixLen@5.2 ipRangeType@5.2 createDate lastOpDate
IscsiLun name uuid wwid vendor model wwn serial type hctl path state size multipathDeviceUuid source createDate
 lastOpDate scsiLunHostRefs scsiLunVmInstanceRefs iscsiTargetUuid
IscsiServer uuid name ip port chapUserName chapUserPassword state iscsiTargets iscsiClusterRefs createDate lastOpDate
KvmHypervisorInfo uuid hypervisor version matchState createDate lastOpDate
L2Network uuid name description zoneUuid physicalInterface type vSwitchType@5.2 virtualNetworkId@5.2 isolated@5.2
 pvlan@5.2 createDate lastOpDate attachedClusterUuids
L2PortGroupNetwork uuid name description zoneUuid physicalInterface type vSwitchType virtualNetworkId isolated pvlan
 createDate lastOpDate attachedClusterUuids vSwitchUuid vlanMode vlanId vlanRanges
L2VirtualSwitchNetwork uuid name description zoneUuid physicalInterface type vSwitchType virtualNetworkId isolated
 pvlan createDate lastOpDate attachedClusterUuids isDistributed portGroups
L2VlanNetwork uuid name description zoneUuid physicalInterface type vSwitchType@5.2 virtualNetworkId@5.2 isolated@5.2
 pvlan@5.2 createDate lastOpDate attachedClusterUuids vlan
L2VxlanNetwork uuid name description zoneUuid physicalInterface type vSwitchType@5.2 virtualNetworkId@5.2 isolated@5.2
 pvlan@5.2 createDate lastOpDate attachedClusterUuids vni poolUuid
L2VxlanNetworkPool uuid name description zoneUuid physicalInterface type vSwitchType@5.2 virtualNetworkId@5.2
 isolated@5.2 pvlan@5.2 createDate lastOpDate attachedClusterUuids attachedVtepRefs remoteVteps@5.2
 attachedVxlanNetworkRefs attachedVniRanges attachedCidrs
L3Network uuid name description type zoneUuid l2NetworkUuid state dnsDomain system category ipVersion@5.2
 enableIPAM@5.2 isolated@5.2 createDate lastOpDate dns ipRanges networkServices hostRoute@5.2 reservedIpRanges@5.2
LdapBinding uuid ldapUid ldapServerUuid accountUuid createDate lastOpDate
LdapServer uuid name description url base username scope@5.2 encryption createDate lastOpDate
LoadBalancer name uuid description serverGroupUuid@5.2 state type@5.2 vipUuid ipv6VipUuid@5.2 createDate@5.2
 lastOpDate@5.2 listeners
LoadBalancerListener uuid name description loadBalancerUuid instancePort loadBalancerPort securityPolicyType@5.2
 protocol serverGroupUuid@5.2 createDate lastOpDate vmNicRefs aclRefs@5.2 certificateRefs@5.2 serverGroupRefs@5.2
LoadBalancerServerGroup uuid name description loadBalancerUuid ipVersion createDate lastOpDate listenerServerGroupRefs
 serverIps vmNicRefs
LocalRaidController name uuid description productName sasAddress hostUuid createDate lastOpDate adapterNumber
 raidPhysicalDrives
LocalRaidPhysicalDrive uuid name raidLevel raidControllerUuid description enclosureDeviceId slotNumber deviceId
 diskGroup wwn serialNumber deviceModel size driveState locateStatus driveType mediaType rotationRate createDate
 lastOpDate
LocalStorageResourceRef resourceUuid primaryStorageUuid hostUuid size resourceType createDate lastOpDate
LongJob uuid name description apiId jobName jobData jobResult state targetResourceUuid managementNodeUuid createDate
 lastOpDate executeTime@5.2
ManagementNode uuid hostName joinDate heartBeat
MdevDevice uuid name description parentUuid mttyUuid hostUuid vmInstanceUuid mdevSpecUuid type state status chooser
 createDate lastOpDate vendor
MdevDeviceSpec uuid name description specification type state vendor createDate lastOpDate
Media uuid name description type state lastOpDate createDate
MetricDataHttpReceiver uuid name url description createDate lastOpDate state
MetricRuleTemplate name monitorTemplateUuid comparisonOperator period repeatInterval repeatCount namespace metricName
 threshold emergencyLevel labels enableRecovery createDate lastOpDate uuid
MetricTemplate uuid receiverUuid template namespace metricName labelsJsonStr description createDate lastOpDate
MiniStorage uuid zoneUuid name url description totalCapacity availableCapacity totalPhysicalCapacity
 availablePhysicalCapacity systemUsedCapacity type state status mountPath createDate lastOpDate attachedClusterUuids
 miniStorageType diskIdentifier
MiniStorageHostRef primaryStorageUuid hostUuid totalCapacity availableCapacity totalPhysicalCapacity
 availablePhysicalCapacity status createDate lastOpDate
MiniStorageResourceReplication uuid resourceUuid hostUuid primaryStorageUuid state type role networkStatus diskStatus
 size createDate lastOpDate
MonitorGroup name state actions description createDate lastOpDate uuid monitorGroupTemplateRefs
MonitorGroupAlarm groupUuid alarmUuid metricRuleTemplateUuid createDate uuid
MonitorGroupEventSubscription groupUuid eventSubscriptionUuid eventRuleTemplateUuid createDate uuid
MonitorGroupInstance groupUuid instanceResourceType instanceUuid status createDate lastOpDate uuid
MonitorGroupTemplateRef uuid templateUuid groupUuid createDate lastOpDate isApplied
MonitorTemplate uuid name description createDate lastOpDate monitorGroupTemplateRefs
MonitorTrigger name uuid expression recoveryExpression description status state duration targetResourceUuid
 lastStatusChangeTime createDate lastOpDate
MonitorTriggerAction uuid name description state createDate lastOpDate type triggerUuids
MttyDevice uuid name description hostUuid type state virtStatus createDate lastOpDate
MulticastRouter uuid description state createDate lastOpDate rpGroups vpcVrs
NasFileSystem uuid protocol type name description fileSystemId createDate lastOpDate
NasMountTarget uuid name description mountDomain nasFileSystemUuid type createDate lastOpDate
NetworkServiceL3NetworkRef l3NetworkUuid networkServiceProviderUuid networkServiceType
NetworkServiceProvider uuid name description type createDate lastOpDate networkServiceTypes attachedL2NetworkUuids
Notification uuid name content arguments sender status resourceUuid resourceType type time opaque createDate
 lastOpDate
NotificationSubscription uuid name description notificationName filter createDate lastOpDate
NvmeLun name uuid wwid vendor model wwn serial type hctl path state size multipathDeviceUuid source createDate
 lastOpDate nvmeTargetUuid nvmeLunHostRefs
NvmeServer uuid name ip port state transport nvmeTargets nvmeClusterRefs createDate lastOpDate
NvmeTarget uuid name nqn nvmeServerUuid state nvmeLuns createDate lastOpDate
PciDevice uuid name@5.2 description hostUuid parentUuid@5.2 vmInstanceUuid pciSpecUuid@5.2 type state status
 virtStatus@5.2 chooser@5.2 vendorId vendor@5.2 deviceId device@5.2 subvendorId subdeviceId pciDeviceAddress
 iommuGroup@5.2 metaData rev@5.2 createDate lastOpDate matchedPciDeviceOfferingRef mdevSpecRefs@5.2
PciDeviceOffering uuid name description type vendorId deviceId subvendorId subdeviceId ramSize@5.2 createDate
 lastOpDate attachedInstanceOfferings matchedPciDevices
PciDevicePciDeviceOffering pciDeviceUuid pciDeviceOfferingUuid
PciDeviceSpec uuid name description vendorId vendor deviceId device subvendorId subdeviceId ramSize maxPartNum type
 state isVirtual romVersion romMd5sum createDate lastOpDate
Policy statements name uuid accountUuid
PolicyRouteRule uuid ruleNumber ruleSetUuid tableUuid destIp sourceIp destPort sourcePort protocol state createDate
 lastOpDate
PolicyRouteRuleSet uuid name description type createDate lastOpDate rules l3Refs
PolicyRouteRuleSetL3Ref id l3NetworkUuid ruleSetUuid createDate lastOpDate
PolicyRouteRuleSetVRouterRef id vRouterUuid ruleSetUuid createDate lastOpDate
PolicyRouteTable uuid tableNumber description type createDate lastOpDate routes
PolicyRouteTableRouteEntry uuid tableUuid destinationCidr nextHopIp distance createDate lastOpDate
PolicyRouteTableVRouterRef id tableUuid vRouterUuid createDate lastOpDate
PortForwardingRule uuid name description vipIp guestIp vipUuid vipPortStart vipPortEnd privatePortStart privatePortEnd
 vmNicUuid protocolType state allowedCidr createDate lastOpDate
PortMirror uuid name description state mirrorNetworkUuid createDate lastOpDate sessions
PortMirrorSession uuid name description status internalId srcEndPoint type dstEndPoint portMirrorUuid createDate
 lastOpDate
PreconfigurationTemplate uuid name description distribution type content md5sum isPredefined state createDate
 lastOpDate customParams
PriceTable uuid name description createDate lastOpDate
PrimaryStorage uuid zoneUuid name url description totalCapacity availableCapacity totalPhysicalCapacity
 availablePhysicalCapacity systemUsedCapacity type state status mountPath createDate lastOpDate attachedClusterUuids
PublishApp uuid name description templateContent appMetaData preParams vmRelationShip buildAppUuid type appId version
 status createDate lastOpDate
Quota uuid name identityUuid identityType value lastOpDate createDate
ResourceConfig uuid resourceUuid resourceType name description category value createDate lastOpDate
ResourcePrice uuid resourceName resourceUnit timeUnit price dateInLong endDateInLong@5.2 createDate lastOpDate
 tableUuid@5.2 pciDeviceOfferings@5.2 bareMetal2VmOfferings@5.2
ResourceStack uuid name description version type templateContent paramContent status reason outputs enableRollback
 createDate lastOpDate
Role uuid name description identity type state createDate lastOpDate statements policies
RouterInterfaceFromLocal uuid dataCenterUuid routerInterfaceId virtualRouterUuid accessPointUuid role vRouterType spec
 name description status oppositeInterfaceUuid createDate lastOpDate
SNSApplicationEndpoint name uuid description type state platformUuid createDate lastOpDate connectionStatus@5.2
 platform@5.2
SNSApplicationPlatform uuid name description state type createDate lastOpDate
SNSDingTalkAtPerson uuid phoneNumber endpointUuid createDate lastOpDate remark
SNSDingTalkEndpoint name uuid description type state platformUuid createDate lastOpDate connectionStatus@5.2
 platform@5.2 url atAll secret@5.2 atPersonPhoneNumbers atPersonList@5.2
SNSEmailAddress uuid emailAddress endpointUuid createDate lastOpDate
SNSEmailEndpoint name uuid description type state platformUuid createDate lastOpDate connectionStatus@5.2 platform@5.2
 email emailAddresses@5.2
SNSEmailPlatform uuid name description state type createDate lastOpDate smtpServer smtpPort username
SNSEndpointThirdpartyAlertHistory alertUuid endpointUuid subscriptionUuid createDate
SNSFeiShuAtPerson uuid userId endpointUuid createDate lastOpDate remark
SNSFeiShuEndpoint name uuid description type state platformUuid createDate lastOpDate connectionStatus platform url
 atAll atPersonUserIds atPersonList secret
SNSHttpEndpoint name uuid description type state platformUuid createDate lastOpDate connectionStatus@5.2 platform@5.2
 url username
SNSMicrosoftTeamsEndpoint name uuid description type state platformUuid createDate lastOpDate connectionStatus
 platform url
SNSSnmpPlatform uuid name description state type createDate lastOpDate snmpAddress snmpPort
SNSTextTemplate uuid name description applicationPlatformType subject@5.2 recoverySubject@5.2 template
 recoveryTemplate@5.2 defaultTemplate createDate lastOpDate type@5.2
SNSTopic uuid name description state locale@5.2 createDate lastOpDate
SNSTopicSubscriber topicUuid endpointUuid createDate lastOpDate
SNSUniversalSmsEndpoint name uuid description type state platformUuid createDate lastOpDate connectionStatus platform
 smsAccessKeyId smsAccessKeySecret supplier
SNSWeComAtPerson uuid userId endpointUuid createDate lastOpDate remark
SNSWeComEndpoint name uuid description type state platformUuid createDate lastOpDate connectionStatus platform url
 atAll atPersonUserIds atPersonList
SchedulerJob uuid targetResourceUuid name description state createDate lastOpDate jobData@5.2 jobClassName@5.2
 triggersUuid schedulerJobGroupUuids@5.2
SchedulerJobGroup uuid name description state createDate lastOpDate jobType jobData triggersUuid jobsUuid
SchedulerJobHistory id triggerUuid schedulerJobUuid schedulerJobGroupUuid jobType startTime executeTime
 targetResourceUuid requestDump resultDump success fireInstanceId
SchedulerTrigger uuid name description cron@5.2 schedulerType schedulerInterval repeatCount startTime stopTime
 createDate lastOpDate jobsUuid jobGroupsUuid@5.2
ScsiLun name uuid wwid vendor model wwn serial type hctl path state size multipathDeviceUuid source createDate
 lastOpDate scsiLunHostRefs scsiLunVmInstanceRefs
SdnController uuid vendorType name description ip username password createDate lastOpDate vniRanges vxlanPools
SecretResourcePool uuid zoneUuid name type description state status model heartbeatInterval createDate lastOpDate
 ability
SecurityGroup uuid name description state ipVersion@5.2 createDate lastOpDate rules attachedL3NetworkUuids
SecurityGroupRule uuid securityGroupUuid type ipVersion@5.2 protocol state priority@5.2 description@5.2 srcIpRange@5.2
 dstIpRange@5.2 srcPortRange@5.2 dstPortRange@5.2 action@5.2 remoteSecurityGroupUuid allowedCidr startPort endPort
 createDate lastOpDate
SecurityMachine uuid zoneUuid name secretResourcePoolUuid description managementIp type model state status createDate
 lastOpDate
SftpBackupStorage uuid name url description totalCapacity availableCapacity type state status createDate lastOpDate
 attachedZoneUuids hostname username sshPort
ShareableVolumeVmInstanceRef uuid volumeUuid vmInstanceUuid deviceId createDate lastOpDate
SharedBlock uuid sharedBlockGroupUuid type diskUuid name description state status createDate lastOpDate totalCapacity
 availableCapacity
SharedBlockGroupPrimaryStorage uuid zoneUuid name url description totalCapacity availableCapacity
 totalPhysicalCapacity availablePhysicalCapacity systemUsedCapacity type state status mountPath createDate lastOpDate
 attachedClusterUuids sharedBlocks sharedBlockGroupType
SharedBlockGroupPrimaryStorageHostRef primaryStorageUuid hostUuid hostId status createDate lastOpDate
SharedResource ownerAccountUuid receiverAccountUuid toPublic resourceType resourceUuid lastOpDate createDate
SlbGroup uuid name backendType deployType slbOfferingUuid description configVersion createDate lastOpDate slbVms lbs
 networks monitorIps
SlbOffering uuid name description cpuNum cpuSpeed memorySize reservedMemorySize type allocatorStrategy sortKey
 createDate lastOpDate state managementNetworkUuid zoneUuid imageUuid
SlbVmInstance uuid name description zoneUuid clusterUuid imageUuid hostUuid lastHostUuid instanceOfferingUuid
 rootVolumeUuid platform architecture defaultL3NetworkUuid type hypervisorType memorySize reservedMemorySize cpuNum
 cpuSpeed allocatorStrategy createDate lastOpDate state vmNics allVolumes vmCdRoms guestOsType applianceVmType
 managementNetworkUuid defaultRouteL3NetworkUuid status agentPort haStatus publicNetworkUuid virtualRouterVips
 slbGroupUuid configTasks configVersion
SnmpAgent uuid version readCommunity userName authAlgorithm authPassword privacyAlgorithm privacyPassword port status
 securityLevel createDate lastOpDate
SshKeyPair uuid name description publicKey createDate lastOpDate
StackTemplate uuid name description type version state content md5sum createDate lastOpDate
SystemTag uuid resourceUuid resourceType tag type createDate lastOpDate inherent
Tag uuid resourceUuid resourceType tag type createDate lastOpDate
TemplateConfig templateUuid category name defaultValue value
ThirdpartyPlatform uuid name type url template state description lastSyncDate lastOpDate createDate
Ticket uuid name description status request accountSystemType ticketTypeUuid accountSystemContext currentFlowUuid
 flowCollectionUuid createDate lastOpDate
TicketFlow uuid name description parentFlowUuid flowContext flowContextType createDate lastOpDate collectionUuid
TicketFlowCollection uuid name description state status createDate lastOpDate isDefault flows ticketTypeUuids
TicketHistory uuid sequence ticketUuid fromStatus toStatus comment operationContextType operationContext operatorType
 operatorUuid flowName createDate lastOpDate
TicketType uuid name description type requests adminOnly createDate lastOpDate
TwoFactorAuthentication uuid secret userUuid userType status createDate lastOpDate
UsbDevice uuid name description hostUuid vmInstanceUuid state busNum devNum idVendor idProduct iManufacturer iProduct
 iSerial usbVersion attachType@5.2 createDate lastOpDate
User uuid accountUuid name description createDate lastOpDate
UserGroup uuid accountUuid name description createDate lastOpDate
UserTag uuid resourceUuid resourceType tag type createDate lastOpDate tagPatternUuid@5.2 tagPattern@5.2
V2VConversionHost uuid name description type hostUuid storagePath state totalSize availableSize createDate lastOpDate
 hostStatus hostState
VCenter uuid name description domainName port userName zoneUuid version@5.2 https state status createDate lastOpDate
VCenterBackupStorage uuid name url description totalCapacity availableCapacity type state status createDate lastOpDate
 attachedZoneUuids vCenterUuid datastore
VCenterCluster name uuid description state hypervisorType createDate lastOpDate zoneUuid type architecture@5.2
 vCenterUuid morval dataCenterUuid@5.2
VCenterDatacenter uuid vCenterUuid name morval
VCenterPrimaryStorage uuid zoneUuid name url description totalCapacity availableCapacity totalPhysicalCapacity
 availablePhysicalCapacity systemUsedCapacity type state status mountPath createDate lastOpDate attachedClusterUuids
 vCenterUuid datastore
VCenterResourcePool uuid vCenterClusterUuid name morVal parentUuid CPULimit CPUOverheadLimit CPUReservation CPUShares
 CPULevel memoryLimit memoryOverheadLimit memoryReservation memoryShares memoryLevel createDate lastOpDate
 subResources
VRouterFlowMeterNetwork uuid vRouterUuid flowMeterUuid l3NetworkUuid createDate lastOpDate
VRouterOspfArea uuid areaId type authentication password keyId createDate lastOpDate
VRouterOspfNetwork uuid vRouterUuid applianceVmType routerAreaUuid l3NetworkUuid createDate lastOpDate
VRouterRouteEntry uuid description type routeTableUuid destination target distance createDate lastOpDate
VRouterRouteTable uuid name description createDate lastOpDate attachedRouterRefs routeEntries
Vip uuid name description l3NetworkUuid ip state gateway netmask prefixLen@5.2 serviceProvider peerL3NetworkUuids
 servicesRefs@5.2 useFor system@5.2 createDate lastOpDate
VirtualBorderRouterFromLocal uuid vbrId vlanInterfaceId status dataCenterUuid vlanId physicalConnectionStatus
 circuitCode localGatewayIp peerGatewayIp peeringSubnetMask physicalConnectionId accessPointUuid name description
 createDate lastOpDate
VirtualRouterOffering uuid name description cpuNum cpuSpeed memorySize reservedMemorySize@5.2 type allocatorStrategy
 sortKey createDate lastOpDate state managementNetworkUuid publicNetworkUuid zoneUuid isDefault imageUuid
VirtualRouterVRouterRouteTableRef virtualRouterVmUuid routeTableUuid
VirtualRouterVm uuid name description zoneUuid clusterUuid imageUuid hostUuid lastHostUuid instanceOfferingUuid
 rootVolumeUuid platform architecture@5.2 defaultL3NetworkUuid type hypervisorType memorySize reservedMemorySize@5.2
 cpuNum cpuSpeed allocatorStrategy createDate lastOpDate state vmNics allVolumes vmCdRoms@5.2 guestOsType@5.2
 applianceVmType managementNetworkUuid defaultRouteL3NetworkUuid status agentPort haStatus@5.2 publicNetworkUuid
 virtualRouterVips
VmCdRom uuid vmInstanceUuid deviceId isoUuid isoInstallPath name description protocol createDate lastOpDate
VmInstance uuid name description zoneUuid clusterUuid imageUuid hostUuid lastHostUuid instanceOfferingUuid
 rootVolumeUuid platform architecture@5.2 defaultL3NetworkUuid type hypervisorType memorySize reservedMemorySize@5.2
 cpuNum cpuSpeed allocatorStrategy createDate lastOpDate state vmNics allVolumes vmCdRoms@5.2 guestOsType@5.2
VmInstanceDeviceAddressArchive id resourceUuid vmInstanceUuid deviceAddress addressGroupUuid metadata metadataClass
 createDate lastOpDate
VmInstanceDeviceAddressGroup uuid resourceUuid vmInstanceUuid createDate lastOpDate addressList
VmInstanceMdevDeviceSpecRef vmInstanceUuid mdevSpecUuid mdevDeviceNumber createDate lastOpDate
VmInstancePciDeviceSpecRef vmInstanceUuid pciSpecUuid pciDeviceNumber createDate lastOpDate
VmNic uuid vmInstanceUuid l3NetworkUuid ip mac hypervisorType@5.2 netmask gateway metaData ipVersion@5.2
 driverType@5.2 usedIps@5.2 internalName@5.2 deviceId type@5.2 state@5.2 createDate lastOpDate
VmNicInSecurityGroup priority@5.2 vmNicUuid securityGroupUuid vmInstanceUuid createDate lastOpDate
VmNicSecurityPolicy vmNicUuid ingressPolicy egressPolicy createDate lastOpDate
VmPriorityConfig uuid accountUuid level cpuShares oomScoreAdj createDate lastOpDate
VmSchedHistory id vmInstanceUuid accountUuid schedType schedReason failReason success lastHostUuid destHostUuid
 createDate lastOpDate zoneUuid
VmSchedulingRule uuid name description policy version type appliance zoneUuid state createDate lastOpDate usages rule
 mode
VmSchedulingRuleGroup uuid name description appliance zoneUuid createDate lastOpDate
VmUserDefinedXmlHookScript uuid name description type hookScript libvirtVersion createDate lastOpDate
VniRange uuid name description startVni endVni createDate lastOpDate l2NetworkUuid
Volume uuid name description primaryStorageUuid vmInstanceUuid diskOfferingUuid rootImageUuid installPath type format
 size actualSize deviceId state status createDate lastOpDate isShareable volumeQos@5.2 lastDetachDate@5.2
 lastVmInstanceUuid@5.2 lastAttachDate@5.2 protocol@5.2
VolumeSnapshot uuid name description type volumeUuid treeUuid parentUuid primaryStorageUuid primaryStorageInstallPath
 volumeType format latest size distance@5.2 state status createDate lastOpDate backupStorageRefs groupUuid@5.2
VolumeSnapshotGroup uuid snapshotCount name description vmInstanceUuid createDate lastOpDate volumeSnapshotRefs
VolumeSnapshotTree uuid volumeUuid current status@5.2 tree createDate lastOpDate
VpcFirewall uuid name refs createDate lastOpDate description
VpcFirewallVRouterRef id vpcFirewallUuid vRouterUuid createDate lastOpDate
VpcHaGroup uuid name description monitors vrRefs services usedIps createDate lastOpDate
VpcHaGroupNetworkServiceRef id vpcHaRouterUuid networkServiceName networkServiceUuid createDate lastOpDate
VpcIkeConfigFromLocal uuid accountName name psk version mode encodeAlgorithm authAlgorithm pfs lifetime localIp
 remoteIp description createDate lastOpDate
VpcIpSecConfigFromLocal uuid accountName name encodeAlgorithm authAlgorithm pfs lifetime description createDate
 lastOpDate
VpcRouter uuid name description zoneUuid clusterUuid imageUuid hostUuid lastHostUuid instanceOfferingUuid
 rootVolumeUuid platform architecture defaultL3NetworkUuid type hypervisorType memorySize reservedMemorySize cpuNum
 cpuSpeed allocatorStrategy createDate lastOpDate state vmNics allVolumes vmCdRoms guestOsType applianceVmType
 managementNetworkUuid defaultRouteL3NetworkUuid status agentPort haStatus publicNetworkUuid virtualRouterVips dns
 haRef
VpcSharedQos uuid name description l3NetworkUuid vpcUuid bandwidth vips createDate lastOpDate
VpcSnatState uuid vpcUuid l3NetworkUuid state createDate lastOpDate
VpcUserVpnGatewayFromLocal uuid accountName dataCenterUuid type gatewayId ip name description createDate lastOpDate
VpcVpnConnectionFromLocal uuid accountName type name status description connectionId userGatewayUuid vpnGatewayUuid
 localSubnet remoteSubnet ikeConfigUuid ipsecConfigUuid createDate lastOpDate
VpcVpnGatewayFromLocal uuid accountName type gatewayId vSwitchUuid publicIp spec name description status
 businessStatus createDate endDate lastOpDate
Vtep uuid hostUuid vtepIp port type physicalInterface@5.2 createDate lastOpDate poolUuid
Webhook uuid name description url type opaque createDate lastOpDate
XskyBlockVolume uuid name description primaryStorageUuid vmInstanceUuid diskOfferingUuid rootImageUuid installPath
 type format size actualSize deviceId state status createDate lastOpDate isShareable volumeQos lastDetachDate
 lastVmInstanceUuid lastAttachDate protocol iscsiPath vendor accessPathId accessPathIqn xskyStatus xskyBlockVolumeId
 burstTotalBw burstTotalIops maxTotalBw maxTotalIops
ZBox uuid name state status locationRefs mountPath totalCapacity availableCapacity createDate lastOpDate
ZBoxBackup uuid name description state installPath totalSize version type createDate lastOpDate zBoxUuid
Zone uuid name description state type isDefault@5.2 createDate lastOpDate
"""
