#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_baremetal_host_config
short_description: Manage what is installed on a bare metal chassis
version_added: 0.2.0
description:
  - Says what a chassis gets when it is provisioned, that is network interfaces, bonds and how the installation runs.
    See V(provisioned) of M(zstack.cloud.zstack_baremetal_chassis).
  - A chassis has one host configuration at most, and is found by it.
  - ZStack cannot change a host configuration. What differs is refused with both values; delete it and create it anew.
  - ZStack 2.3.1 only.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  chassis:
    description: Name or uuid of the chassis that it is for. Cannot be changed.
    type: str
  nics:
    description:
      - The network interfaces. Needed to create a host configuration. Cannot be changed.
      - Exactly one has O(nics[].pxe=true), the one that the chassis boots from.
    type: list
    elements: dict
    suboptions:
      mac:
        description: MAC address. No two host configurations share one.
        type: str
        required: true
      ip:
        description: IPv4 address. It goes together with O(nics[].netmask). No two host configurations share one, and no
          chassis may have it for its IPMI.
        type: str
      netmask:
        description: Netmask of the address.
        type: str
      gateway:
        description: Gateway, in the network of O(nics[].ip).
        type: str
      dns:
        description: Name server.
        type: str
      pxe:
        description: Whether the chassis boots from it.
        type: bool
        default: false
  bonds:
    description: The bonds of network interfaces. Cannot be changed.
    type: list
    elements: dict
    suboptions:
      name:
        description: Name of the bond, 255 characters at most.
        type: str
        required: true
      slaves:
        description: MAC addresses of the network interfaces that it joins. None of them is in O(nics) or another bond.
        type: list
        elements: str
        required: true
      mode:
        description: Mode of the bond, as Linux numbers them. V(4) is LACP.
        type: int
        choices: [0, 1, 2, 3, 4, 5, 6]
        default: 4
      ip:
        description: IPv4 address. It goes together with O(bonds[].netmask).
        type: str
      netmask:
        description: Netmask of the address.
        type: str
      gateway:
        description: Gateway, in the network of O(bonds[].ip).
        type: str
      dns:
        description: Name server.
        type: str
  password:
    description: Password of root on what is installed. It is sent with a new host configuration, never shown and never
      compared.
    type: str
  vnc:
    description: Whether the installation can be watched over VNC, see M(zstack.cloud.zstack_baremetal_console). ZStack
      says yes without it. Cannot be changed.
    type: bool
  unattended:
    description: Whether the installation asks nothing. ZStack says yes without it. Cannot be changed.
    type: bool
  clone_iso:
    description: Whether the whole installation medium is copied to the chassis. ZStack says no without it. Cannot be
      changed.
    type: bool
  state:
    description:
      - V(present) creates it where the chassis has none.
      - V(absent) deletes it. What is installed stays.
    type: str
    choices: [present, absent]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.force
  - zstack.cloud.state.tags
seealso:
  - module: zstack.cloud.zstack_baremetal_host_config_info
  - module: zstack.cloud.zstack_baremetal_chassis
"""

EXAMPLES = r"""
- name: One NIC to boot from, and two that are bonded
  zstack.cloud.zstack_baremetal_host_config:
    chassis: rack4-node7
    password: "{{ vault_root_password }}"
    nics:
      - {mac: "52:54:00:00:00:01", pxe: true, ip: 198.51.100.31, netmask: 255.255.255.0}
    bonds:
      - name: bond0
        slaves: ["52:54:00:00:00:02", "52:54:00:00:00:03"]
        ip: 203.0.113.31
        netmask: 255.255.255.0
        gateway: 203.0.113.1
        dns: 203.0.113.2

- name: None any more
  zstack.cloud.zstack_baremetal_host_config:
    chassis: rack4-node7
    state: absent
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
host_config:
  description: The host config as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the host config. All zeros in check mode for a host config that does not exist yet.
      type: str
      sample: ee922bdfe6275794bfa28ffb5d569142
    chassis_uuid:
      description: Uuid of the chassis that it is for.
      type: str
      sample: 2ab9027c54d6555c901a9cce0c3d7f5e
    chassis_name:
      description: Name of the chassis that it is for.
      type: str
      sample: rack4-node7
    vnc:
      description: Whether the console can be watched over VNC during the installation.
      type: bool
      sample: true
    unattended:
      description: Whether the installation asks nothing.
      type: bool
      sample: true
    clone_iso:
      description: Whether the whole installation medium is copied to the chassis.
      type: bool
      sample: false
    nic_cfgs:
      description: The network interfaces, one dictionary each.
      type: list
      elements: dict
      contains:
        mac:
          description: MAC address.
          type: str
          sample: '52:54:00:12:34:56'
        ip:
          description: IP address. V(null) when it has none.
          type: str
          sample: 198.51.100.31
        netmask:
          description: Netmask of the address. V(null) without an address.
          type: str
          sample: 255.255.255.0
        gateway:
          description: Gateway. V(null) without one.
          type: str
          sample: 198.51.100.1
        dns:
          description: Name server. V(null) without one.
          type: str
          sample: 198.51.100.2
        pxe:
          description: Whether the chassis boots from it.
          type: bool
          sample: true
    bondings:
      description: The bonds of network interfaces, one dictionary each.
      type: list
      elements: dict
      contains:
        name:
          description: Name of the bond.
          type: str
          sample: bond0
        slaves:
          description: Network interfaces that it joins.
          type: list
          elements: str
          sample: ['52:54:00:12:34:57', '52:54:00:12:34:58']
        mode:
          description: Mode of the bond, C(0) to C(6).
          type: int
          sample: 4
        ip:
          description: IP address. V(null) when it has none.
          type: str
          sample: 198.51.100.31
        netmask:
          description: Netmask of the address. V(null) without an address.
          type: str
          sample: 255.255.255.0
        gateway:
          description: Gateway. V(null) without one.
          type: str
          sample: 198.51.100.1
        dns:
          description: Name server. V(null) without one.
          type: str
          sample: 198.51.100.2
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    user_tags:
      description: The tags that users gave it. Only where O(user_tags) is given.
      type: list
      elements: str
      sample: ['rack::7']
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
  sample: CreateBaremetalHostCfg
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
  sample: [CreateBaremetalHostCfg]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [DeleteBaremetalHostCfg]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [DeleteBaremetalHostCfg]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.baremetal import HOST_CONFIG
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(HOST_CONFIG)


def main():
    task.main()


if __name__ == "__main__":
    main()
