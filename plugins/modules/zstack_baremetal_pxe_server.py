#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_baremetal_pxe_server
short_description: Manage the PXE servers of bare metal
version_added: 0.2.0
description:
  - Creates, changes, starts, stops and deletes the servers that chassis boot from.
  - ZStack 2.3.1 has at most one, on the management node; the module finds it whatever its name is. ZStack 5.2 has any
    number on machines of their own, each of which serves the bare metal clusters that it is attached to.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  name:
    description:
      - Name of the PXE server. Needed to create one.
      - In ZStack 5.2 it finds the PXE server where neither O(uuid) nor O(hostname) is given. Otherwise it is the new
        name.
    type: str
  description:
    description: Description of the PXE server. An empty text clears it.
    type: str
  zone:
    description:
      - Name or uuid of the zone. Needed to create a PXE server, and narrows down where O(name) is looked for.
        Cannot be changed.
      - ZStack 5.2 only.
    type: str
  hostname:
    description:
      - Address or host name of the machine that it runs on. No two PXE servers share one, so a PXE server is found by
        it unless O(uuid) is given.
      - Needed to create a PXE server. Cannot be changed.
      - ZStack 5.2 only.
    type: str
  ssh_username:
    description: User of the SSH connection to that machine. Needed to create a PXE server. Cannot be changed.
      ZStack 5.2 only.
    type: str
  ssh_password:
    description:
      - Password of the SSH connection. Needed to create a PXE server, and used for nothing else, since ZStack has no
        way to change it.
      - ZStack 5.2 only.
    type: str
  ssh_port:
    description: Port of the SSH connection, 1 to 65535. A new PXE server gets 22 without it. Cannot be changed.
      ZStack 5.2 only.
    type: int
  storage_path:
    description: Folder on that machine in which it keeps what chassis boot, an absolute path. Needed to create a PXE
      server. Cannot be changed. ZStack 5.2 only.
    type: str
  dhcp_interface:
    description: Network interface on which it answers DHCP, which must have an IP address. Needed to create a PXE
      server. Cannot be changed.
    type: str
  dhcp_range_begin:
    description:
      - First address that it gives out. It goes together with O(dhcp_range_end); both are in the network of
        O(dhcp_interface).
      - Without a range it gives out all addresses of that network.
    type: str
  dhcp_range_end:
    description: Last address that it gives out.
    type: str
  dhcp_range_netmask:
    description: Netmask of the range, which must be that of O(dhcp_interface).
    type: str
  clusters:
    description:
      - Names or uuids of the bare metal clusters, in the zone of the PXE server, that it serves. Exactly these will
        be, the others are detached. A cluster has one PXE server at most.
      - An empty list detaches all. Without the option nothing is attached or detached.
      - ZStack 5.2 only.
    type: list
    elements: str
  state:
    description:
      - V(present) leaves an existing PXE server as it is, and a new one is started.
      - Chassis need one that is V(started). ZStack 2.3.1 shows that in its status, ZStack 5.2 in its state.
      - V(absent) deletes it.
    type: str
    choices: [present, absent, started, stopped]
    default: present
notes:
  - O(reconnect) is for ZStack 5.2 only.
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.force
  - zstack.cloud.state.tags
  - zstack.cloud.state.reconnect
seealso:
  - module: zstack.cloud.zstack_baremetal_pxe_server_info
  - module: zstack.cloud.zstack_baremetal_chassis
"""

EXAMPLES = r"""
- name: The PXE server of ZStack 2.3.1
  zstack.cloud.zstack_baremetal_pxe_server:
    name: pxe
    dhcp_interface: eth1
    dhcp_range_begin: 198.51.100.10
    dhcp_range_end: 198.51.100.200
    dhcp_range_netmask: 255.255.255.0
    state: started

- name: A PXE server of ZStack 5.2, for one cluster
  zstack.cloud.zstack_baremetal_pxe_server:
    name: pxe-1
    zone: lab
    hostname: 192.0.2.7
    ssh_username: root
    ssh_password: "{{ vault_pxe_password }}"
    storage_path: /var/lib/zstack/pxe
    dhcp_interface: eth1
    clusters: [metal]

- name: Nothing boots for now
  zstack.cloud.zstack_baremetal_pxe_server:
    hostname: 192.0.2.7
    state: stopped
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
pxe_server:
  description: The PXE server as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the PXE server. All zeros in check mode for a PXE server that does not exist yet.
      type: str
      sample: 71fd23d8fd095e10a3b82a04220144a4
    name:
      description: Name of the PXE server.
      type: str
      sample: pxe-1
    description:
      description: Description of the PXE server. V(null) without one.
      type: str
      sample: Rack 4
    dhcp_interface:
      description: Network interface on which it answers DHCP.
      type: str
      sample: eth1
    dhcp_range_begin:
      description: First address that it gives out.
      type: str
      sample: 198.51.100.10
    dhcp_range_end:
      description: Last address that it gives out.
      type: str
      sample: 198.51.100.200
    dhcp_range_netmask:
      description: Netmask of the addresses that it gives out.
      type: str
      sample: 255.255.255.0
    status:
      description: Whether it serves, in ZStack 5.2 whether the management node reaches it. In ZStack 2.3.1 V(Running)
        or V(Stopped), in ZStack 5.2 V(Connecting), V(Connected) or V(Disconnected).
      type: str
      sample: Running
    zone_uuid:
      description: Uuid of its zone. ZStack 5.2 only.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    zone_name:
      description: Name of its zone. ZStack 5.2 only.
      type: str
      sample: lab
    hostname:
      description: Address or host name of the machine that it runs on. ZStack 5.2 only.
      type: str
      sample: 192.0.2.7
    ssh_username:
      description: User of the SSH connection. ZStack 5.2 only.
      type: str
      sample: root
    ssh_port:
      description: Port of the SSH connection. ZStack 5.2 only.
      type: int
      sample: 22
    storage_path:
      description: Folder on that machine in which it keeps what chassis boot. ZStack 5.2 only.
      type: str
      sample: /var/lib/zstack/pxe
    dhcp_interface_address:
      description: Address of that interface. ZStack 5.2 only.
      type: str
      sample: 198.51.100.1
    state:
      description: Whether it is meant to serve. V(Enabled) or V(Disabled). ZStack 5.2 only.
      type: str
      sample: Enabled
    total_capacity:
      description: Size of the file system of its folder, in bytes. ZStack 5.2 only.
      type: int
      sample: 1099511627776
    available_capacity:
      description: Space free there, in bytes. ZStack 5.2 only.
      type: int
      sample: 824633720832
    attached_cluster_uuids:
      description: Uuids of the bare metal clusters that it serves. ZStack 5.2 only.
      type: list
      elements: str
      sample: [da90bc87c2ae5f84a3d3157c24f037be]
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    clusters:
      description: Names of the clusters attached to it. ZStack 5.2 only. Only where O(clusters) is given.
      type: list
      elements: str
      sample: [compute]
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
  sample: UpdateBaremetalPxeServer
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
  sample: [UpdateBaremetalPxeServer]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [UpdateBaremetalPxeServer]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [UpdateBaremetalPxeServer]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.baremetal import PXE_SERVER
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(PXE_SERVER)


def main():
    task.main()


if __name__ == "__main__":
    main()
