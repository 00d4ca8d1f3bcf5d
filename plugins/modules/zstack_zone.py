#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_zone
short_description: Manage zones
version_added: 0.1.0
description:
  - Creates, changes, enables, disables and deletes zones.
  - A zone is the largest scope of a ZStack cloud, a data centre or a part of one. It holds clusters, primary storages
    and networks.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  name:
    description:
      - Name of the zone. Together with O(uuid) it is the new name.
      - ZStack allows several zones of one name. A name that fits several is refused and the message lists them.
    type: str
  description:
    description: Description of the zone. An empty text clears it.
    type: str
  is_default:
    description:
      - Whether this is the default zone. ZStack takes the mark from the other zones when it is set here.
      - ZStack 5.2 only.
    type: bool
  backup_storages:
    description:
      - Names or uuids of the backup storages attached to the zone. Exactly these will be, the others are detached.
      - An empty list detaches all. Without the option nothing is attached or detached.
    type: list
    elements: str
  state:
    description:
      - V(present) leaves an existing zone enabled or disabled as it is, and a new one is enabled.
      - V(disabled) and V(enabled) reach the clusters and hosts of the zone too.
      - V(absent) deletes the zone. ZStack deletes its clusters, hosts, VM instances and primary storages with it,
        which is refused unless O(cascade=true).
    type: str
    choices: [present, absent, enabled, disabled]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.cascade
  - zstack.cloud.state.force
  - zstack.cloud.state.tags
seealso:
  - module: zstack.cloud.zstack_zone_info
"""

EXAMPLES = r"""
- name: A zone
  zstack.cloud.zstack_zone:
    name: lab
    description: Laboratory

- name: The same zone under another name
  zstack.cloud.zstack_zone:
    uuid: 8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e
    name: laboratory

- name: No new VM instance in the zone
  zstack.cloud.zstack_zone:
    name: lab
    state: disabled

- name: The zone goes with all that is in it
  zstack.cloud.zstack_zone:
    name: lab
    state: absent
    cascade: true
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
zone:
  description: The zone as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the zone. All zeros in check mode for a zone that does not exist yet.
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
    backup_storages:
      description: Names of the backup storages attached to it. Only where O(backup_storages) is given.
      type: list
      elements: str
      sample: [images]
    user_tags:
      description: The tags that users gave it. Only where O(user_tags) is given.
      type: list
      elements: str
      sample: ['rack::7']
deleted_with_it:
  description: How many dependent objects a deletion took along, or would in check mode, by kind.
  returned: when O(state=absent) and O(cascade=true) and there were any
  type: dict
  sample: {clusters: 2, hosts: 3, VM instances: 4, primary storages: 5, PXE servers: 6, chassis: 7}
dependents:
  description: How many objects stand in the way of a deletion, by kind.
  returned: when a deletion was refused without O(cascade=true)
  type: dict
  sample: {clusters: 2, hosts: 3, VM instances: 4, primary storages: 5, PXE servers: 6, chassis: 7}
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
  sample: UpdateZone
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
  sample: [UpdateZone]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [ChangeZoneState]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [ChangeZoneState]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(ZONE)


def main():
    task.main()


if __name__ == "__main__":
    main()
