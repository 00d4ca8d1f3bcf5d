#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_baremetal_host_config_info
short_description: List what is installed on bare metal chassis
version_added: 0.2.0
description:
  - Lists host configurations, all of them or those that the options leave. Their passwords are never shown.
  - ZStack 2.3.1 only.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the host configuration with this uuid.
    type: str
  chassis:
    description: Only that of the chassis with this name or uuid.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_baremetal_host_config
"""

EXAMPLES = r"""
- name: That of a chassis
  zstack.cloud.zstack_baremetal_host_config_info:
    chassis: rack4-node7

- name: Who has this address
  zstack.cloud.zstack_baremetal_host_config_info:
    filters: [nicCfgs.ip=198.51.100.31]
    query: "[].chassis_name"
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
host_configs:
  description: The host configs, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the host config.
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
result:
  description: What O(query) made of RV(host_configs).
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
  sample: CreateBaremetalHostCfg
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.baremetal import CHASSIS, HOST_CONFIG
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(HOST_CONFIG, scopes={"chassis": (CHASSIS, "chassisUuid")})


def main():
    task.main()


if __name__ == "__main__":
    main()
