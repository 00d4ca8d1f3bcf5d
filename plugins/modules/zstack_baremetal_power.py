#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_baremetal_power
short_description: Turn bare metal chassis on and off
version_added: 0.2.0
description:
  - Turns a chassis on or off through its IPMI, or resets it, and ends when its power is what was asked for.
  - A chassis whose power is so already is left alone. What runs on it is not shut down before.
  - ZStack 2.3.1 does this only while the PXE server is started, and inspects a chassis that boots unprovisioned.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  chassis:
    description: Name or uuid of the chassis.
    type: str
    required: true
  state:
    description: V(reset) restarts the chassis at once, and reports a change each time.
    type: str
    choices: ["on", "off", reset]
    required: true
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_baremetal_chassis
  - module: zstack.cloud.zstack_baremetal_chassis_info
"""

EXAMPLES = r"""
- name: Turn it on
  zstack.cloud.zstack_baremetal_power:
    chassis: rack4-node7
    state: "on"

- name: Start it anew
  zstack.cloud.zstack_baremetal_power:
    chassis: rack4-node7
    state: reset
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
chassis:
  description: The chassis as it is after the task, or would be in check mode.
  returned: success
  type: dict
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
    power:
      description: Its power, as its IPMI tells it. V(on) or V(off). V(null) when that is not known.
      type: str
      sample: 'on'
    zone_uuid:
      description: Uuid of its zone. ZStack 5.2 only.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    cluster_uuid:
      description: Uuid of its bare metal cluster. ZStack 5.2 only.
      type: str
      sample: da90bc87c2ae5f84a3d3157c24f037be
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
  sample: PowerOnBaremetalHost
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
  sample: [PowerOnBaremetalHost]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [PowerResetBaremetalChassis]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [PowerResetBaremetalChassis]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.baremetal import POWER
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(POWER)


def main():
    task.main()


if __name__ == "__main__":
    main()
