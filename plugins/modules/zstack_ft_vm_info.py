#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_ft_vm_info
short_description: List fault-tolerant VM instances
version_added: 0.2.0
description:
  - Lists fault-tolerant VM instances, all of them or those that the options leave. ZStack 5.2 only.
  - Those in the recycle bin are listed with the state C(Destroyed).
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the VM instance with this uuid.
    type: str
  name:
    description: Only VM instances with exactly this name.
    type: str
  zone:
    description: Only VM instances of the zone with this name or uuid.
    type: str
  cluster:
    description: Only VM instances of the cluster with this name or uuid.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_ft_vm
"""

EXAMPLES = r"""
- name: Fault-tolerant VM instances that are not protected now
  zstack.cloud.zstack_ft_vm_info:
    filters:
      - state!=Destroyed
    query: "[?status!='Protected'].name"
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
ft_vms:
  description: The FT VMs, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the FT VM.
      type: str
      sample: 72ab84dde2705969a1235c32a046189d
    name:
      description: Name of the FT VM.
      type: str
      sample: web-1
    description:
      description: Description of the FT VM. V(null) without one.
      type: str
      sample: First web server
    state:
      description: What it is doing. V(Created), V(Starting), V(Running), V(Stopping), V(Stopped), V(Rebooting),
        V(Destroying), V(Destroyed), V(Migrating), V(Expunging), V(Pausing), V(Paused), V(Resuming), V(VolumeMigrating),
        V(VolumeRecovering), V(Error), V(NoState), V(Unknown) or V(Crashed).
      type: str
      sample: Running
    type:
      description: Type of the VM instance.
      type: str
      sample: FaultToleranceVmGroup
    platform:
      description: Family of its operating system. V(Linux), V(Windows), V(Other), V(Paravirtualization) or
        V(WindowsVirtio).
      type: str
      sample: Linux
    hypervisor_type:
      description: Hypervisor. V(null) before it was first started.
      type: str
      sample: KVM
    zone_uuid:
      description: Uuid of its zone.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    zone_name:
      description: Name of its zone.
      type: str
      sample: lab
    cluster_uuid:
      description: Uuid of its cluster. V(null) before it was first started.
      type: str
      sample: da90bc87c2ae5f84a3d3157c24f037be
    cluster_name:
      description: Name of its cluster. V(null) before it was first started.
      type: str
      sample: compute
    host_uuid:
      description: Uuid of the host that it runs on. V(null) when it runs on none.
      type: str
      sample: 598a08e7d21c52dfad5ee709be4ed296
    host_name:
      description: Name of the host that it runs on. V(null) when it runs on none.
      type: str
      sample: kvm-01
    last_host_uuid:
      description: Uuid of the host that it ran on before. V(null) before it was first started.
      type: str
      sample: c61e5f29da005f3794ea9463c6084415
    image_uuid:
      description: Uuid of the image that it was made from. V(null) when it was made from none.
      type: str
      sample: 61b81d2f879e5ad49ec900b0d1ca932b
    instance_offering_uuid:
      description: Uuid of the instance offering by which it was made. V(null) when it was made without one.
      type: str
      sample: 1eebc62cd1b05d9b8514a338305824a6
    root_volume_uuid:
      description: Uuid of the volume that it boots from.
      type: str
      sample: 23ff899def975cecb666c1513594de7b
    default_l3_network_uuid:
      description: Uuid of the L3 network of its default route. V(null) without one.
      type: str
      sample: 64b0e051107951b38ccac4333e392d6f
    cpu_num:
      description: Virtual CPUs.
      type: int
      sample: 4
    cpu_speed:
      description: Always 0. V(null) when it is not told.
      type: int
      sample: 0
    memory_size:
      description: Memory in bytes.
      type: int
      sample: 8589934592
    allocator_strategy:
      description: How its host is chosen. V(null) when it was not told.
      type: str
      sample: LeastVmPreferredHostAllocatorStrategy
    vm_nics:
      description: Its network interfaces, one dictionary each.
      type: list
      elements: dict
      contains:
        uuid:
          description: Uuid of the network interface.
          type: str
          sample: 010cbf4d1b0b505a83c454646eae6810
        l3_network_uuid:
          description: Uuid of its L3 network.
          type: str
          sample: 776f7d86360b5c40af139310ee6338ef
        ip:
          description: IP address. V(null) when it has none.
          type: str
          sample: 203.0.113.21
        mac:
          description: MAC address.
          type: str
          sample: fa:7b:3c:51:20:00
        netmask:
          description: Netmask of the address. V(null) without an address.
          type: str
          sample: 255.255.255.0
        gateway:
          description: Gateway. V(null) without one.
          type: str
          sample: 203.0.113.1
        device_id:
          description: Place among the interfaces of the VM instance.
          type: int
          sample: 0
    all_volumes:
      description: Its volumes, one dictionary each.
      type: list
      elements: dict
      contains:
        uuid:
          description: Uuid of the volume.
          type: str
          sample: 88004f77aa905827a5e58777beab349e
        name:
          description: Name of the volume.
          type: str
          sample: ROOT-for-web-1
        type:
          description: Whether a VM instance boots from it. V(Root) or V(Data).
          type: str
          sample: Root
        size:
          description: Virtual size in bytes.
          type: int
          sample: 42949672960
        actual_size:
          description: Bytes that it takes up. V(null) when it is not known.
          type: int
          sample: 2147483648
        format:
          description: Format on the storage. V(null) before it was first attached.
          type: str
          sample: qcow2
        primary_storage_uuid:
          description: Uuid of the primary storage that it lies on. V(null) before it was first attached.
          type: str
          sample: ad6f1933791e562a9f5673f8babfe7e7
        install_path:
          description: Where it lies, as the storage addresses it. V(null) before it was first attached.
          type: str
          sample: /zstack_ps/rootVolumes/acct-36c2/vol-5a8b/5a8b.qcow2
        disk_offering_uuid:
          description: Uuid of the disk offering by which it was made. V(null) when it was made without one.
          type: str
          sample: fd9b0bec83b756fca12a5c9b9bc22af2
        root_image_uuid:
          description: Uuid of the image that it was made from. V(null) when it was made from none.
          type: str
          sample: dfcdfc27b1b85be39dfd7e16592ee447
        device_id:
          description: Place among the volumes of its VM instance, 0 for the root volume. V(null) when it is attached to
            none.
          type: int
          sample: 0
        state:
          description: Whether it may be attached. V(Enabled) or V(Disabled).
          type: str
          sample: Enabled
        status:
          description: How far it has come; C(NotInstantiated) has no space on a storage yet. V(Creating),
            V(NotInstantiated), V(Ready), V(Deleted) or V(Migrating).
          type: str
          sample: Creating
        is_shareable:
          description: Whether several VM instances may have it at once.
          type: bool
          sample: false
    internal_id:
      description: Number of the VM instance that ZStack itself counts by. V(null) where ZStack does not tell it.
      type: int
      sample: 17
    architecture:
      description: CPU architecture.
      type: str
      sample: x86_64
    reserved_memory_size:
      description: Memory that it is sure to get, in bytes. V(null) when it is not told.
      type: int
      sample: 0
    vm_cd_roms:
      description: Its CD drives, one dictionary each.
      type: list
      elements: dict
      contains:
        uuid:
          description: Uuid of the CD drive.
          type: str
          sample: cc0320225b8c5892ae6fd6b827e48d9d
        name:
          description: Name of the CD drive.
          type: str
          sample: vm-cdrom-0
        device_id:
          description: Place among the drives of the VM instance.
          type: int
          sample: 0
        iso_uuid:
          description: Uuid of the image in it. V(null) when it is empty.
          type: str
          sample: 0561dac299e851d792624c8124ab15dd
    guest_os_type:
      description: Its operating system. V(null) when it was not told.
      type: str
      sample: CentOS 7
    primary_vm_instance_uuid:
      description: Uuid of the VM instance that does the work.
      type: str
      sample: 89f9d4d585e5597bba4f8ff4d37ca6b3
    secondary_vm_instance_uuid:
      description: Uuid of the VM instance that stands by. V(null) while there is none.
      type: str
      sample: b07871db490e553395b2e4c759a530f8
    status:
      description: Whether the other would take over, as C(Protected) says.
      type: str
      sample: Protected
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
result:
  description: What O(query) made of RV(ft_vms).
  returned: when O(query) is given
  type: raw
  sample: []
candidates:
  description: The objects of one name, when a name was refused because several have it.
  returned: when a name is ambiguous
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the object.
      type: str
      sample: 8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e
    name:
      description: Its name.
      type: str
      sample: compute
    references:
      description: Names of what it refers to, by its kind. V(null) where there is none.
      type: dict
      sample: {zone: lab}
    created:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
error:
  description: What the node reported.
  returned: failure reported by the node
  type: dict
  contains:
    code:
      description: Code of the error.
      type: str
      sample: HOST.1000
    description:
      description: What the code stands for.
      type: str
      sample: failed to add the host
    details:
      description: What was wrong, in the node's language.
      type: str
      sample: cannot connect to the host
    causes:
      description: The errors behind it, the innermost last, each with the same keys.
      type: list
      elements: dict
      sample: [{code: SYS.1006, details: wrong password}]
api:
  description: The API that failed.
  returned: failure of an API
  type: str
  sample: UpdateVmInstance
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.ft_vm import FT_VM
from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(FT_VM, scopes={"zone": (ZONE, "zoneUuid"), "cluster": (CLUSTER, "clusterUuid")})


def main():
    task.main()


if __name__ == "__main__":
    main()
