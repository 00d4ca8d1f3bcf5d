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

- name: Free memory by host
  zstack.cloud.zstack_host_info:
    filters:
      - zone.name=lab
    fields: [name, available_memory_capacity]
"""

RETURN = r"""
hosts:
  description: The hosts, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the host.
      type: str
      sample: 0f2f4c1a6b1e4c0f9c0a4a3a2b1c0d9e
    name:
      description: Name of the host.
      type: str
      sample: kvm-01
    description:
      description: Description of the host, V(null) without one.
      type: str
      sample: Rack 4
    management_ip:
      description: Address by which the management node reaches it.
      type: str
      sample: 192.0.2.11
    state:
      description: V(Enabled), V(Disabled), V(PreMaintenance) or V(Maintenance).
      type: str
      sample: Enabled
    status:
      description: V(Connecting), V(Connected) or V(Disconnected).
      type: str
      sample: Connected
    hypervisor_type:
      description: Hypervisor of the host.
      type: str
      sample: KVM
    zone_uuid:
      description: Uuid of its zone.
      type: str
      sample: 8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e
    cluster_uuid:
      description: Uuid of its cluster.
      type: str
      sample: 5a8b1c7d2e3f4a5b8c9d0e1f2a3b4c5d
    username:
      description: User of the SSH connection.
      type: str
      sample: root
    ssh_port:
      description: Port of the SSH connection.
      type: int
      sample: 22
    total_cpu_capacity:
      description: CPU capacity with over-provisioning, in the node's unit.
      type: int
      sample: 480
    available_cpu_capacity:
      description: What is left of it.
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
      description: What is left of it, in bytes.
      type: int
      sample: 262000000000
    architecture:
      description: CPU architecture. ZStack 5.2 only, which also returns the OS release, IPMI and hardware status of
        the host.
      type: str
      sample: x86_64
    create_date:
      description: When it was added, in the node's time zone.
      type: str
      sample: "2026-01-31 09:30:00"
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: "2026-01-31 09:30:00"
result:
  description: What O(query) made of RV(hosts).
  returned: when O(query) is given
  type: raw
  sample: []
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.host import HOST
from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task import InfoTask

task = InfoTask(HOST, scopes={"zone": (ZONE, "zoneUuid"), "cluster": (CLUSTER, "clusterUuid")})


def main():
    task.main()


if __name__ == "__main__":
    main()
