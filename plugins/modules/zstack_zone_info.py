#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_zone_info
short_description: List zones
version_added: 0.1.0
description:
  - Lists zones, all of them or those that the options leave. Large answers are read page by page to the end.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the zone with this uuid.
    type: str
  name:
    description: Only zones with exactly this name.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_zone
"""

EXAMPLES = r"""
- name: All zones
  zstack.cloud.zstack_zone_info:
  register: found

- name: Names of the enabled zones
  zstack.cloud.zstack_zone_info:
    filters:
      - state=Enabled
    fields: [name]
    query: "[].name"
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
zones:
  description: The zones, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the zone.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    name:
      description: Name of the zone.
      type: str
      sample: lab
    description:
      description: Description of the zone. V(null) without one.
      type: str
      sample: Laboratory
    state:
      description: Whether new VM instances may be put into it. V(Enabled) or V(Disabled).
      type: str
      sample: Enabled
    type:
      description: Type of the zone.
      type: str
      sample: zstack
    is_default:
      description: Whether it is the default zone. ZStack 5.2 only.
      type: bool
      sample: false
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
result:
  description: What O(query) made of RV(zones).
  returned: when O(query) is given
  type: raw
  sample: []
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
  sample: UpdateZone
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(ZONE)


def main():
    task.main()


if __name__ == "__main__":
    main()
