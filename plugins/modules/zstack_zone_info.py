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
zones:
  description: The zones, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the zone.
      type: str
      sample: 8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e
    name:
      description: Name of the zone.
      type: str
      sample: lab
    description:
      description: Description of the zone, V(null) without one.
      type: str
      sample: Laboratory
    state:
      description: V(Enabled) or V(Disabled).
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
      sample: "2026-01-31 09:30:00"
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: "2026-01-31 09:30:00"
result:
  description: What O(query) made of RV(zones).
  returned: when O(query) is given
  type: raw
  sample: []
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task import InfoTask

task = InfoTask(ZONE)


def main():
    task.main()


if __name__ == "__main__":
    main()
