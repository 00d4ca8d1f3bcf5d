#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_capabilities_info
short_description: List what a ZStack node can do
version_added: 0.2.0
description:
  - Lists the hypervisors and types of storage that the node knows, and its strategies for placing VM instances and
    volumes.
author:
  - zstack.cloud contributors (@zstack-cloud)
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
"""

EXAMPLES = r"""
- name: What the node can do
  zstack.cloud.zstack_capabilities_info:
  register: node
"""

RETURN = r"""
hypervisor_types:
  description: Hypervisors of hosts and clusters.
  returned: success
  type: list
  elements: str
  sample: [KVM]
host_allocator_strategies:
  description: Ways to choose the host of a new VM instance.
  returned: success
  type: list
  elements: str
  sample: [LeastVmPreferredHostAllocatorStrategy]
primary_storage_types:
  description: Types of primary storage.
  returned: success
  type: list
  elements: str
  sample: [LocalStorage, NFS, Ceph]
primary_storage_allocator_strategies:
  description: Ways to choose the primary storage of a new volume.
  returned: success
  type: list
  elements: str
  sample: [DefaultPrimaryStorageAllocationStrategy]
backup_storage_types:
  description: Types of backup storage.
  returned: success
  type: list
  elements: str
  sample: [ImageStoreBackupStorage, Ceph]
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

from ansible_collections.zstack.cloud.plugins.module_utils._resources.capabilities import CAPABILITIES
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ListTask

task = ListTask(*CAPABILITIES)


def main():
    task.main()


if __name__ == "__main__":
    main()
