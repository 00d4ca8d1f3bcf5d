#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_ceph_pool_info
short_description: List pools of Ceph primary storages
version_added: 0.2.0
description:
  - Lists pools that are registered with Ceph primary storages, all of them or those that the options leave.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the pool with this uuid.
    type: str
  primary_storage:
    description: Only pools of the primary storage with this name or uuid.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_ceph_pool
"""

EXAMPLES = r"""
- name: Pools for data volumes
  zstack.cloud.zstack_ceph_pool_info:
    primary_storage: fast
    filters: [type=Data]
  register: found
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
ceph_pools:
  description: The ceph pools, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
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
      description: Uuid of the ceph pool.
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
result:
  description: What O(query) made of RV(ceph_pools).
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
  sample: UpdateCephPrimaryStoragePool
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.ceph import CEPH_POOL, CEPH_PRIMARY_STORAGE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(CEPH_POOL, scopes={"primary_storage": (CEPH_PRIMARY_STORAGE, "primaryStorageUuid")})


def main():
    task.main()


if __name__ == "__main__":
    main()
