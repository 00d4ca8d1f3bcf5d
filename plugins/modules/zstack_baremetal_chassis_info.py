#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_baremetal_chassis_info
short_description: List bare metal chassis
version_added: 0.2.0
description:
  - Lists chassis, all of them or those that the options leave, and what was found in them.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the chassis with this uuid.
    type: str
  name:
    description: Only chassis with exactly this name.
    type: str
  zone:
    description: Only chassis of the zone with this name or uuid. ZStack 5.2 only.
    type: str
  cluster:
    description: Only chassis of the cluster with this name or uuid. ZStack 5.2 only.
    type: str
  gather:
    description:
      - What else to tell of each chassis.
      - V(hardware) is what was found when it last booted from the PXE server, at no more than one request for a hundred
        chassis.
      - V(power) is what its IPMI says now, at one request for each chassis. Where one does not answer, a warning says
        so.
    type: list
    elements: str
    choices: [hardware, power]
    default: []
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_baremetal_chassis
  - plugin: zstack.cloud.zstack_baremetal
    plugin_type: inventory
"""

EXAMPLES = r"""
- name: All chassis that wait for their installation
  zstack.cloud.zstack_baremetal_chassis_info:
    filters: [status=Unprovisioned]

- name: The MAC addresses of one
  zstack.cloud.zstack_baremetal_chassis_info:
    name: rack4-node7
    gather: [hardware]
    query: "[].hardware[?type=='nic'].content.nic_mac[]"

- name: What is on
  zstack.cloud.zstack_baremetal_chassis_info:
    gather: [power]
    query: "[?power=='on'].name"
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
chassis:
  description: The chassis, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the chassis.
      type: str
      sample: 2ab9027c54d6555c901a9cce0c3d7f5e
    name:
      description: Name of the chassis.
      type: str
      sample: rack4-node7
    description:
      description: Description of the chassis. V(null) without one.
      type: str
      sample: Rack 4
    ipmi_address:
      description: Address of its IPMI.
      type: str
      sample: 192.0.2.207
    ipmi_port:
      description: Port of its IPMI.
      type: int
      sample: 623
    ipmi_username:
      description: User of its IPMI.
      type: str
      sample: ADMIN
    status:
      description: How far it has come. In ZStack 2.3.1 V(Unprovisioned), V(Provisioning) or V(Provisioned), in ZStack
        5.2 V(HWInfoUnknown), V(PxeBooting), V(PxeBootFailed), V(Available), V(Allocated) or V(Rebooting).
      type: str
      sample: Unprovisioned
    zone_uuid:
      description: Uuid of its zone. ZStack 5.2 only.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    zone_name:
      description: Name of its zone. ZStack 5.2 only.
      type: str
      sample: lab
    cluster_uuid:
      description: Uuid of its bare metal cluster. ZStack 5.2 only.
      type: str
      sample: da90bc87c2ae5f84a3d3157c24f037be
    cluster_name:
      description: Name of its bare metal cluster. ZStack 5.2 only.
      type: str
      sample: compute
    pxe_server_uuid:
      description: Uuid of the PXE server that boots it. ZStack 5.2 only.
      type: str
      sample: 71fd23d8fd095e10a3b82a04220144a4
    state:
      description: Whether an instance may be put on it. V(Enabled) or V(Disabled). ZStack 5.2 only.
      type: str
      sample: Enabled
    hardware_infos:
      description: What an inspection found, one dictionary each. ZStack 5.2 only.
      type: list
      elements: dict
      contains:
        uuid:
          description: Uuid of the entry.
          type: str
          sample: 0b021e61c5265c4e93259ae1381348ba
        chassis_uuid:
          description: Uuid of the chassis.
          type: str
          sample: 2ab9027c54d6555c901a9cce0c3d7f5e
        type:
          description: What it tells of.
          type: str
          sample: basic
        content:
          description: What was found, as JSON.
          type: str
          sample: '{"cpuNum": 48, "memorySize": 270582939648}'
        create_date:
          description: When it was created, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
        last_op_date:
          description: When it was last changed, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    hardware:
      description: What was found in it, one dictionary each. Only where O(gather) has V(hardware).
      type: list
      elements: dict
      contains:
        type:
          description: What it tells of.
          type: str
          sample: basic
        content:
          description: What was found, as data where ZStack tells it as JSON.
          type: raw
          sample: {cpu_model: Intel(R) Xeon(R) CPU L5520, cpu_core: '16', memory: 16416452 kB}
    power:
      description: Its power, as its IPMI tells it. V(on) or V(off). V(null) when that is not known. Only where
        O(gather) has V(power).
      type: str
      sample: 'on'
result:
  description: What O(query) made of RV(chassis).
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
  sample: UpdateBaremetalChassis
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""


from ansible_collections.zstack.cloud.plugins.module_utils._resources.baremetal import CHASSIS, CHASSIS_GATHER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(CHASSIS, {"zone": (ZONE, "zoneUuid"), "cluster": (CLUSTER, "clusterUuid")}, CHASSIS_GATHER)


def main():
    task.main()


if __name__ == "__main__":
    main()
