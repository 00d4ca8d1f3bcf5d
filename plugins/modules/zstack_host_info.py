#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_host_info
short_description: List hosts
version_added: 0.1.0
description:
  - Lists hosts, all of them or those that the options leave. Large answers are read page by page to the end.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the host with this uuid.
    type: str
  name:
    description: Only hosts with exactly this name.
    type: str
  zone:
    description: Only hosts of the zone with this name or uuid.
    type: str
  cluster:
    description: Only hosts of the cluster with this name or uuid.
    type: str
  gather:
    description:
      - What else to tell of each host, at one request for each.
      - V(iommu) is whether it is to hand devices over to VM instances, V(iommu_status) whether its kernel does.
    type: list
    elements: str
    choices: [iommu, iommu_status]
    default: []
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_kvm_host
"""

EXAMPLES = r"""
- name: All hosts of a cluster
  zstack.cloud.zstack_host_info:
    cluster: compute
  register: found

- name: Addresses of the hosts that are not connected
  zstack.cloud.zstack_host_info:
    filters:
      - status!=Connected
    query: "[].management_ip"

- name: Hosts that need a reboot before devices can be attached
  zstack.cloud.zstack_host_info:
    gather: [iommu, iommu_status]
    query: "[?iommu=='enabled' && iommu_status!='Active'].name"

- name: Free memory by host
  zstack.cloud.zstack_host_info:
    filters:
      - zone.name=lab
    fields: [name, available_memory_capacity]
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
hosts:
  description: The hosts, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the host.
      type: str
      sample: 598a08e7d21c52dfad5ee709be4ed296
    name:
      description: Name of the host.
      type: str
      sample: kvm-01
    description:
      description: Description of the host. V(null) without one.
      type: str
      sample: Rack 4
    management_ip:
      description: Address or host name by which the management node reaches it.
      type: str
      sample: 192.0.2.11
    hypervisor_type:
      description: Hypervisor of the host.
      type: str
      sample: KVM
    state:
      description: Whether VM instances may run on it. V(Enabled), V(Disabled), V(PreMaintenance) or V(Maintenance).
      type: str
      sample: Enabled
    status:
      description: Whether the management node reaches it. V(Connecting), V(Connected) or V(Disconnected).
      type: str
      sample: Connected
    zone_uuid:
      description: Uuid of its zone.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    zone_name:
      description: Name of its zone.
      type: str
      sample: lab
    cluster_uuid:
      description: Uuid of its cluster.
      type: str
      sample: da90bc87c2ae5f84a3d3157c24f037be
    cluster_name:
      description: Name of its cluster.
      type: str
      sample: compute
    total_cpu_capacity:
      description: Virtual CPUs that it offers, over-provisioning included.
      type: int
      sample: 480
    available_cpu_capacity:
      description: Virtual CPUs left for new VM instances.
      type: int
      sample: 472
    cpu_sockets:
      description: CPU sockets.
      type: int
      sample: 2
    cpu_num:
      description: Logical CPUs.
      type: int
      sample: 48
    total_memory_capacity:
      description: Memory in bytes.
      type: int
      sample: 270582939648
    available_memory_capacity:
      description: Memory left for new VM instances, in bytes.
      type: int
      sample: 262000000000
    username:
      description: User of the SSH connection.
      type: str
      sample: root
    ssh_port:
      description: Port of the SSH connection.
      type: int
      sample: 22
    architecture:
      description: CPU architecture. ZStack 5.2 only.
      type: str
      sample: x86_64
    os_distribution:
      description: Distribution of its operating system. V(null) before the first connection. ZStack 5.2 only.
      type: str
      sample: centos
    os_release:
      description: Name of the release of its operating system. V(null) before the first connection. ZStack 5.2 only.
      type: str
      sample: Core
    os_version:
      description: Version of its operating system. V(null) before the first connection. ZStack 5.2 only.
      type: str
      sample: 7.9.2009
    ipmi_address:
      description: Address of its IPMI. V(null) until it is set. ZStack 5.2 only.
      type: str
      sample: 192.0.2.111
    ipmi_username:
      description: User of its IPMI. V(null) until it is set. ZStack 5.2 only.
      type: str
      sample: ADMIN
    ipmi_port:
      description: Port of its IPMI. ZStack 5.2 only.
      type: int
      sample: 623
    ipmi_power_status:
      description: Power according to IPMI, C(UN_CONFIGURED) until IPMI is set. ZStack 5.2 only.
      type: str
      sample: POWER_ON
    cpu_status:
      description: What the hardware monitor says of its CPUs. V(Normal), V(Error) or V(Unknown). V(null) when it is not
        monitored. ZStack 5.2 only.
      type: str
      sample: Normal
    memory_status:
      description: What the hardware monitor says of its memory. V(Normal), V(Error) or V(Unknown). V(null) when it is
        not monitored. ZStack 5.2 only.
      type: str
      sample: Normal
    disk_status:
      description: What the hardware monitor says of its disks. V(Normal), V(Error) or V(Unknown). V(null) when it is
        not monitored. ZStack 5.2 only.
      type: str
      sample: Normal
    nic_status:
      description: What the hardware monitor says of its network interfaces. V(Normal), V(Error) or V(Unknown). V(null)
        when it is not monitored. ZStack 5.2 only.
      type: str
      sample: Normal
    gpu_status:
      description: What the hardware monitor says of its GPUs. V(Normal), V(Error) or V(Unknown). V(null) when it is not
        monitored. ZStack 5.2 only.
      type: str
      sample: Normal
    power_supply_status:
      description: What the hardware monitor says of its power supplies. V(Normal), V(Error) or V(Unknown). V(null) when
        it is not monitored. ZStack 5.2 only.
      type: str
      sample: Normal
    fan_status:
      description: What the hardware monitor says of its fans. V(Normal), V(Error) or V(Unknown). V(null) when it is not
        monitored. ZStack 5.2 only.
      type: str
      sample: Normal
    raid_status:
      description: What the hardware monitor says of its RAID controllers. V(Normal), V(Error) or V(Unknown). V(null)
        when it is not monitored. ZStack 5.2 only.
      type: str
      sample: Normal
    temperature_status:
      description: What the hardware monitor says of its temperatures. V(Normal), V(Error) or V(Unknown). V(null) when
        it is not monitored. ZStack 5.2 only.
      type: str
      sample: Normal
    create_date:
      description: When it was added, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    iommu:
      description: Whether its IOMMU is to be used for devices of VM instances. Only where O(gather) has V(iommu).
      type: str
      sample: enabled
    iommu_status:
      description: Whether its IOMMU is at work. V(Active) or V(Inactive). Only where O(gather) has V(iommu_status).
      type: str
      sample: Active
result:
  description: What O(query) made of RV(hosts).
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
  sample: QueryHost
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.host import HOST, IOMMU, IOMMU_STATUS, SCOPES
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(HOST, scopes=SCOPES, gather=(IOMMU, IOMMU_STATUS))


def main():
    task.main()


if __name__ == "__main__":
    main()
