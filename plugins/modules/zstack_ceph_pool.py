#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_ceph_pool
short_description: Manage pools of Ceph primary storages
version_added: 0.2.0
description:
  - Registers pools of Ceph with a primary storage, changes their alias and description, and takes them away again.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  primary_storage:
    description:
      - Name or uuid of the Ceph primary storage. Narrows down where O(pool_name) is looked for.
      - Needed to register a pool. Cannot be changed.
    type: str
  pool_name:
    description:
      - Name of the pool in Ceph. Together with O(primary_storage) and O(type) it tells a pool from others.
      - Needed to register a pool. Cannot be changed.
    type: str
  type:
    description:
      - What is put into the pool, root volumes or data volumes. A pool of Ceph can be registered once for each.
      - ZStack 2.3.1 registers pools for V(Data) only, V(Root) needs ZStack 5.2.
      - Needed to register a pool. Cannot be changed.
    type: str
    choices: [Root, Data]
  alias_name:
    description: Another name for people. An empty text clears it.
    type: str
  description:
    description: Description of the pool. An empty text clears it.
    type: str
  is_create:
    description:
      - Whether ZStack creates the pool in Ceph. Otherwise it must be there already.
      - Used when the pool is registered, and not looked at later.
    type: bool
  state:
    description:
      - Whether the pool is registered with the primary storage.
      - V(absent) leaves the pool in Ceph. ZStack does not look whether volumes lie in it, so the task does, and refuses
        unless O(cascade=true).
    type: str
    choices: [present, absent]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.cascade
  - zstack.cloud.state.tags
seealso:
  - module: zstack.cloud.zstack_ceph_pool_info
  - module: zstack.cloud.zstack_ceph_primary_storage
"""

EXAMPLES = r"""
- name: A pool on fast disks for data volumes
  zstack.cloud.zstack_ceph_pool:
    primary_storage: fast
    pool_name: nvme
    type: Data
    alias_name: NVMe
    is_create: true

- name: Not used any more
  zstack.cloud.zstack_ceph_pool:
    primary_storage: fast
    pool_name: old
    type: Data
    state: absent
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
ceph_pool:
  description: The ceph pool as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    pool_name:
      description: Name of the pool in Ceph.
      type: str
      sample: vms
    type:
      description: What lies in it, root volumes, data volumes or cached images. V(Root), V(Data) or V(ImageCache).
      type: str
      sample: Root
    alias_name:
      description: Name of the pool for people. V(null) without one.
      type: str
      sample: Fast disks
    description:
      description: Description of the ceph pool. V(null) without one.
      type: str
      sample: On NVMe
    uuid:
      description: Uuid of the ceph pool. All zeros in check mode for a ceph pool that does not exist yet.
      type: str
      sample: 1751c292c41758cb80df7c7ed1fa8d91
    primary_storage_uuid:
      description: Uuid of its primary storage.
      type: str
      sample: ad6f1933791e562a9f5673f8babfe7e7
    primary_storage_name:
      description: Name of its primary storage.
      type: str
      sample: ceph-1
    total_capacity:
      description: Size of the pool in bytes. ZStack 5.2 only.
      type: int
      sample: 1099511627776
    available_capacity:
      description: Space left in the pool, in bytes. ZStack 5.2 only.
      type: int
      sample: 824633720832
    used_capacity:
      description: Space in use in the pool, in bytes. ZStack 5.2 only.
      type: int
      sample: 274877906944
    replicated_size:
      description: How many copies Ceph keeps. V(null) when it is not known. ZStack 5.2 only.
      type: int
      sample: 3
    disk_utilization:
      description: Share of the raw space that data can use, such as a third with three copies. V(null) when it is not
        known. ZStack 5.2 only.
      type: float
      sample: 0.333
    security_policy:
      description: How Ceph protects the data. V(null) when it is not known. ZStack 5.2 only.
      type: str
      sample: Copy
    create_date:
      description: When it was added, in the node's time zone.
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
deleted_with_it:
  description: How many dependent objects a deletion took along, or would in check mode, by kind.
  returned: when O(state=absent) and O(cascade=true) and there were any
  type: dict
  sample: {volumes: 2}
dependents:
  description: How many objects stand in the way of a deletion, by kind.
  returned: when a deletion was refused without O(cascade=true)
  type: dict
  sample: {volumes: 2}
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
  sample: UpdateCephPrimaryStoragePool
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
  sample: [UpdateCephPrimaryStoragePool]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [UpdateCephPrimaryStoragePool]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [UpdateCephPrimaryStoragePool]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.ceph import CEPH_POOL
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(CEPH_POOL)


def main():
    task.main()


if __name__ == "__main__":
    main()
