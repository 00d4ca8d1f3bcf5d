#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_baremetal_pxe_server_info
short_description: List the PXE servers of bare metal
version_added: 0.2.0
description:
  - Lists PXE servers, all of them or those that the options leave. ZStack 2.3.1 has at most one.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the PXE server with this uuid.
    type: str
  name:
    description: Only PXE servers with exactly this name.
    type: str
  zone:
    description: Only PXE servers of the zone with this name or uuid. ZStack 5.2 only.
    type: str
  cluster:
    description: Only PXE servers that serve the cluster with this name or uuid. ZStack 5.2 only.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_baremetal_pxe_server
"""

EXAMPLES = r"""
- name: All PXE servers
  zstack.cloud.zstack_baremetal_pxe_server_info:

- name: The one that serves a cluster
  zstack.cloud.zstack_baremetal_pxe_server_info:
    zone: lab
    cluster: metal
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
pxe_servers:
  description: The PXE servers, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the PXE server.
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
result:
  description: What O(query) made of RV(pxe_servers).
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
  sample: UpdateBaremetalPxeServer
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.baremetal import PXE_SERVER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(PXE_SERVER, scopes={"zone": (ZONE, "zoneUuid"), "cluster": (CLUSTER, "attachedClusterUuids")})


def main():
    task.main()


if __name__ == "__main__":
    main()
