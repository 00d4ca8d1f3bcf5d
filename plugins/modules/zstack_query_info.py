#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_query_info
short_description: Query any resource
version_added: 0.1.0
description:
  - Queries any resource that ZStack can query, with the node's own query language, page by page to the end.
  - The page C(docs/apis.md) of the collection lists the resources of both generations of ZStack and their fields.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  resource:
    description:
      - The resource, for instance V(vm_instance) or V(VmInstance). The node's API is C(Query) followed by this name.
    type: str
    required: true
  start:
    description: So many rows are left out at the beginning.
    type: int
    default: 0
  count:
    description: Only count, and return RV(total) without rows.
    type: bool
    default: false
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
"""

EXAMPLES = r"""
- name: Running VM instances of a zone, the newest first
  zstack.cloud.zstack_query_info:
    resource: vm_instance
    filters:
      - zone.name=lab
      - state=Running
    fields: [uuid, name, host_uuid]
    sort: -create_date
    limit: 20

- name: How many volumes there are
  zstack.cloud.zstack_query_info:
    resource: volume
    count: true
"""

RETURN = r"""
rows:
  description: The rows, one dictionary each with all fields of the resource in snake_case, V(null) where it has none,
    and without secrets. Empty with O(count=true).
  returned: success
  type: list
  elements: dict
  sample: [{"uuid": "8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e", "name": "lab"}]
total:
  description: How many rows were found; those that O(start) and O(limit) leave out are counted with O(count=true) only.
  returned: success
  type: int
  sample: 1
result:
  description: What O(query) made of RV(rows).
  returned: when O(query) is given
  type: raw
  sample: []
# From here on generated from the declarations, by `make generate`.
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
  sample: QueryZone
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._task.query import QueryTask

task = QueryTask()


def main():
    task.main()


if __name__ == "__main__":
    main()
