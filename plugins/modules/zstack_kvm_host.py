#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_kvm_host
short_description: Manage KVM hosts
version_added: 0.1.0
description:
  - Adds, changes, enables, disables, reconnects and deletes KVM hosts, and brings them into maintenance and out of it.
  - Adding a host takes minutes on a real node, since ZStack installs its agent there over SSH.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  management_ip:
    description:
      - Address, or host name, by which the management node reaches the host. No two hosts share one, so a host is
        found by it
        unless O(uuid) is given.
      - Together with O(uuid) it is the new address.
      - Needed to add a host.
    type: str
  name:
    description:
      - Name of the host. Finds the host where neither O(uuid) nor O(management_ip) is given, otherwise it is the new
        name.
      - Needed to add a host.
    type: str
  description:
    description: Description of the host. An empty text clears it.
    type: str
  zone:
    description: Name or uuid of the zone in which O(cluster) and O(name) are looked for. Cannot be changed.
    type: str
  cluster:
    description: Name or uuid of the cluster. Needed to add a host. Cannot be changed.
    type: str
  username:
    description: User of the SSH connection. Needed to add a host.
    type: str
  password:
    description:
      - Password of the SSH connection. Needed to add a host.
      - ZStack does not tell it, so it cannot be compared; see O(update_password).
    type: str
  ssh_port:
    description: Port of the SSH connection, 1 to 65535. A new host gets 22 without it.
    type: int
  iommu:
    description:
      - Whether the host hands devices over to VM instances (IOMMU). It must be, before PCI devices can be attached.
      - The kernel follows with the next boot of the host.
    type: str
    choices: [enabled, disabled]
  state:
    description:
      - V(present) leaves an existing host in the state it is in, and a new one is enabled.
      - V(maintenance) moves its VM instances away and ends when the host is in maintenance.
        Only a connected host can be brought there.
        VM instances that cannot move, for instance those on local storage or with a PCI device, would be stopped,
        which is refused unless O(stop_vms=true).
      - V(enabled) and V(disabled) bring a host out of maintenance too and end when it is connected again.
      - V(absent) deletes the host. VM instances on it are stopped, and those whose volumes lie on its local storage
        are lost,
        which is refused unless O(cascade=true).
    type: str
    choices: [present, absent, enabled, disabled, maintenance]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.cascade
  - zstack.cloud.state.force
  - zstack.cloud.state.tags
  - zstack.cloud.state.stops
  - zstack.cloud.state.secrets
  - zstack.cloud.state.reconnect
seealso:
  - module: zstack.cloud.zstack_host_info
"""

EXAMPLES = r"""
- name: A host
  zstack.cloud.zstack_kvm_host:
    name: kvm-01
    management_ip: 192.0.2.11
    cluster: compute
    username: root
    password: "{{ vault_kvm_password }}"

- name: A host for GPUs
  zstack.cloud.zstack_kvm_host:
    management_ip: 192.0.2.11
    iommu: enabled
    user_tags: [gpu, "rack::7"]

- name: Into maintenance, for at most half an hour
  zstack.cloud.zstack_kvm_host:
    management_ip: 192.0.2.11
    state: maintenance
    zstack_wait_timeout: 1800

- name: Back to work
  zstack.cloud.zstack_kvm_host:
    management_ip: 192.0.2.11
    state: enabled

- name: Another password, used at once
  zstack.cloud.zstack_kvm_host:
    management_ip: 192.0.2.11
    password: "{{ vault_kvm_password }}"
    update_password: always
    reconnect: if_disconnected

- name: Another address
  zstack.cloud.zstack_kvm_host:
    uuid: 0f2f4c1a6b1e4c0f9c0a4a3a2b1c0d9e
    management_ip: 192.0.2.111
    reconnect: if_disconnected
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
host:
  description: The host as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the host. All zeros in check mode for a host that does not exist yet.
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
      description: Whether its IOMMU is to be used for devices of VM instances. V(enabled) or V(disabled). Only where
        O(iommu) is given.
      type: str
      sample: enabled
    user_tags:
      description: The tags that users gave it. Only where O(user_tags) is given.
      type: list
      elements: str
      sample: ['rack::7']
deleted_with_it:
  description: How many dependent objects a deletion took along, or would in check mode, by kind.
  returned: when O(state=absent) and O(cascade=true) and there were any
  type: dict
  sample: {VM instances: 2}
dependents:
  description: How many objects stand in the way of a deletion, by kind.
  returned: when a deletion was refused without O(cascade=true)
  type: dict
  sample: {VM instances: 2}
vms_moved:
  description: Names of the running VM instances that move elsewhere, or would in check mode.
  returned: when there are any
  type: list
  elements: str
  sample: [web-1]
vms_stopped:
  description: Names of the running VM instances that stop, or would in check mode or without O(stop_vms=true).
  returned: when there are any
  type: list
  elements: str
  sample: [web-2]
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
  sample: UpdateHost
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
job_uuid:
  description: The job on the node that failed or did not end.
  returned: failure of a job
  type: str
  sample: 4b1d1a1f8d0b4f8f9f2a7d6a8c3e5f10
waited:
  description: Seconds that the task waited before it gave up.
  returned: when O(zstack_wait_timeout) was over
  type: float
  sample: 3600.0
outcome:
  description: V(unknown), where nobody can tell whether the API was carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: str
  sample: unknown
done:
  description: The APIs that had been carried out when a later step failed.
  returned: failure of a step
  type: list
  elements: str
  sample: [UpdateHost]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [UpdateHostIommuState]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [UpdateHostIommuState]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.host import KVM_HOST
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(KVM_HOST)


def main():
    task.main()


if __name__ == "__main__":
    main()
