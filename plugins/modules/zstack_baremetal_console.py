#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_baremetal_console
short_description: Open the console of a bare metal chassis
version_added: 0.2.0
description:
  - Has ZStack open a way to the screen of a chassis that is being installed, and returns its address.
  - The chassis needs a host configuration in which O(zstack.cloud.zstack_baremetal_host_config#module:vnc) is on.
  - It is opened each time, and reports a change each time.
  - ZStack 2.3.1 only.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  chassis:
    description: Name or uuid of the chassis.
    type: str
    required: true
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_baremetal_host_config
"""

EXAMPLES = r"""
- name: Where to watch the installation
  zstack.cloud.zstack_baremetal_console:
    chassis: rack4-node7
  register: screen
"""

RETURN = r"""
console:
  description: The way to the screen. V(null) in check mode.
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the proxy that ZStack opened.
      type: str
      sample: 813bf251fa8b4101f1d5230596a49a0a
    chassis_uuid:
      description: Uuid of the chassis.
      type: str
      sample: 7ba2160c658847ef8a922860e3d2c0f9
    token:
      description: What the proxy asks for, as ZStack tells it, that is the uuid of the chassis and the address.
      type: str
      sample: "7ba2160c658847ef8a922860e3d2c0f9: 192.0.2.100:5901"
    address:
      description: Address and port of the VNC server on the chassis. V(null) where the token does not tell.
      type: str
      sample: 192.0.2.100:5901
# From here on generated from the declarations, by `make generate`.
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
  sample: RequestBaremetalConsoleAccess
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
ran:
  description: The APIs that were called, or would be in check mode. Empty where there was nothing to do.
  returned: success
  type: list
  elements: str
  sample: [RequestBaremetalConsoleAccess]
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
  sample: [RequestBaremetalConsoleAccess]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [RequestBaremetalConsoleAccess]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [RequestBaremetalConsoleAccess]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.baremetal import CONSOLE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ActTask

task = ActTask(CONSOLE)


def main():
    task.main()


if __name__ == "__main__":
    main()
