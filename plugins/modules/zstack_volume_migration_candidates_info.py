#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_volume_migration_candidates_info
short_description: Tell where a volume can migrate to
version_added: 0.2.0
description:
  - Tells to which primary storages a volume can move, or, for one on a local primary storage, to the disks of which
    hosts.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  volume:
    description: Name or uuid of the volume.
    type: str
    required: true
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_volume_migrate
"""

EXAMPLES = r"""
- name: Where to
  zstack.cloud.zstack_volume_migration_candidates_info:
    volume: database
  register: found
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
primary_storages:
  description: The primary storages, one dictionary each.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the primary storage.
      type: str
      sample: ad6f1933791e562a9f5673f8babfe7e7
    name:
      description: Name of the primary storage.
      type: str
      sample: nfs-1
    url:
      description: Where it is, in the form of its type, such as an NFS export or a folder on the hosts. V(null) when
        its type needs none.
      type: str
      sample: 192.0.2.30:/export/vms
    description:
      description: Description of the primary storage. V(null) without one.
      type: str
      sample: Shared file system
    total_capacity:
      description: Size as ZStack counts it, over-provisioning aside, in bytes. 0 before hosts have reported.
      type: int
      sample: 1099511627776
    available_capacity:
      description: What is left of it for new volumes, in bytes.
      type: int
      sample: 824633720832
    type:
      description: Type of the storage.
      type: str
      sample: NFS
    state:
      description: Whether new volumes may be put on it. V(Enabled), V(Disabled), V(Maintenance) or V(Deleting).
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
    total_physical_capacity:
      description: Size on the hardware, without over-provisioning, in bytes.
      type: int
      sample: 1099511627776
    available_physical_capacity:
      description: Space free on the hardware, in bytes.
      type: int
      sample: 879609302220
    system_used_capacity:
      description: Bytes in use by anything but ZStack. V(null) when it is not known.
      type: int
      sample: 10737418240
    mount_path:
      description: Folder of the hosts on which it is mounted. V(null) when its type has none.
      type: str
      sample: /opt/zstack/nfsprimarystorage/prim-5a8b1c7d2e3f4a5b8c9d0e1f2a3b4c5d
    attached_cluster_uuids:
      description: Uuids of the clusters that it is attached to.
      type: list
      elements: str
      sample: [da90bc87c2ae5f84a3d3157c24f037be]
    create_date:
      description: When it was added, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
hosts:
  description: The hosts, one dictionary each.
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
  sample: QueryZone
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.volume import VOLUME_CANDIDATES
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ListTask

task = ListTask(*VOLUME_CANDIDATES)


def main():
    task.main()


if __name__ == "__main__":
    main()
