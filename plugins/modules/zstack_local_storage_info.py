#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_local_storage_info
short_description: Tell what lies on the hosts of a local primary storage
version_added: 0.2.0
description:
  - Tells how much space the hosts of a local primary storage have, and what takes it up on which host.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  zone:
    description: Name or uuid of the zone in which O(primary_storage) and O(host) are looked for.
    type: str
  primary_storage:
    description: Name or uuid of the local primary storage.
    type: str
    required: true
  host:
    description: Only the disk of the host with this name or uuid.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_local_primary_storage
  - module: zstack.cloud.zstack_volume_migrate
"""

EXAMPLES = r"""
- name: Free space by host, and the volumes there
  zstack.cloud.zstack_local_storage_info:
    primary_storage: disks
  register: found

- name: What lies on one host
  zstack.cloud.zstack_local_storage_info:
    primary_storage: disks
    host: kvm-01
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
capacities:
  description: The local storage host disk capacities, one dictionary each.
  returned: success
  type: list
  elements: dict
  contains:
    host_uuid:
      description: Uuid of the host.
      type: str
      sample: 598a08e7d21c52dfad5ee709be4ed296
    host_name:
      description: Name of the host.
      type: str
      sample: kvm-01
    total_capacity:
      description: Capacity in bytes.
      type: int
      sample: 1099511627776
    available_capacity:
      description: Capacity left for new allocations, in bytes.
      type: int
      sample: 824633720832
    total_physical_capacity:
      description: Size on the hardware, without over-provisioning, in bytes.
      type: int
      sample: 1099511627776
    available_physical_capacity:
      description: Space free on the hardware, in bytes.
      type: int
      sample: 879609302220
resources:
  description: The local storage resource refs, one dictionary each.
  returned: success
  type: list
  elements: dict
  contains:
    resource_uuid:
      description: Uuid of what takes up the space.
      type: str
      sample: ddecd34ede9f595c82ab41d94f4f0dc4
    resource_type:
      description: Kind of what takes up the space, such as a volume or an image in the cache.
      type: str
      sample: VolumeVO
    size:
      description: Bytes that are reserved for it.
      type: int
      sample: 42949672960
    host_uuid:
      description: Uuid of the host on whose disk it lies.
      type: str
      sample: 598a08e7d21c52dfad5ee709be4ed296
    host_name:
      description: Name of the host on whose disk it lies.
      type: str
      sample: kvm-01
    primary_storage_uuid:
      description: Uuid of the local primary storage.
      type: str
      sample: ad6f1933791e562a9f5673f8babfe7e7
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
  sample: QueryZone
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.local_storage import LOCAL_STORAGE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ListTask

task = ListTask(*LOCAL_STORAGE)


def main():
    task.main()


if __name__ == "__main__":
    main()
