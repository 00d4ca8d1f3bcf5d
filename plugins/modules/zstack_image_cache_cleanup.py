#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_image_cache_cleanup
short_description: Clean up the image cache of a primary storage
version_added: 0.2.0
description:
  - Has ZStack delete cached images from a primary storage that nothing needs any more, those whose image is gone and on
    which no volume builds.
  - The task reports a change where space was freed by the time ZStack answered. In check mode it cannot know, and
    reports one.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  zone:
    description: Name or uuid of the zone in which O(primary_storage) is looked for.
    type: str
  primary_storage:
    description: Name or uuid of the primary storage.
    type: str
    required: true
  force:
    description:
      - Whether images that still exist are deleted from the cache too, where no volume builds on them. ZStack fetches
        them again when they are needed.
      - ZStack 5.2 only.
    type: bool
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_primary_storage
"""

EXAMPLES = r"""
- name: Free what deleted images have left
  zstack.cloud.zstack_image_cache_cleanup:
    primary_storage: nfs-1
    zone: lab
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
primary_storage:
  description: The primary storage as it is after the act, or would be in check mode.
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the primary storage.
      type: str
      sample: ad6f1933791e562a9f5673f8babfe7e7
    name:
      description: Name of the primary storage.
      type: str
      sample: nfs-1
    url:
      description: Where it is, in the form of its type, such as an NFS export or a folder on the hosts. V(null) when
        its type needs none.
      type: str
      sample: 192.0.2.30:/export/vms
    description:
      description: Description of the primary storage. V(null) without one.
      type: str
      sample: Shared file system
    total_capacity:
      description: Size as ZStack counts it, over-provisioning aside, in bytes. 0 before hosts have reported.
      type: int
      sample: 1099511627776
    available_capacity:
      description: What is left of it for new volumes, in bytes.
      type: int
      sample: 824633720832
    type:
      description: Type of the storage.
      type: str
      sample: NFS
    state:
      description: Whether new volumes may be put on it. V(Enabled), V(Disabled), V(Maintenance) or V(Deleting).
      type: str
      sample: Enabled
    status:
      description: Whether the management node reaches it. V(Connecting), V(Connected) or V(Disconnected).
      type: str
      sample: Connected
    zone_uuid:
      description: Uuid of its zone.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    zone_name:
      description: Name of its zone.
      type: str
      sample: lab
    total_physical_capacity:
      description: Size on the hardware, without over-provisioning, in bytes.
      type: int
      sample: 1099511627776
    available_physical_capacity:
      description: Space free on the hardware, in bytes.
      type: int
      sample: 879609302220
    system_used_capacity:
      description: Bytes in use by anything but ZStack. V(null) when it is not known.
      type: int
      sample: 10737418240
    mount_path:
      description: Folder of the hosts on which it is mounted. V(null) when its type has none.
      type: str
      sample: /opt/zstack/nfsprimarystorage/prim-5a8b1c7d2e3f4a5b8c9d0e1f2a3b4c5d
    attached_cluster_uuids:
      description: Uuids of the clusters that it is attached to.
      type: list
      elements: str
      sample: [da90bc87c2ae5f84a3d3157c24f037be]
    create_date:
      description: When it was added, in the node's time zone.
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
  sample: CleanUpImageCacheOnPrimaryStorage
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
  sample: [CleanUpImageCacheOnPrimaryStorage]
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
  sample: [CleanUpImageCacheOnPrimaryStorage]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [CleanUpImageCacheOnPrimaryStorage]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [CleanUpImageCacheOnPrimaryStorage]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.primary_storage import IMAGE_CACHE_CLEANUP
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ActTask

task = ActTask(IMAGE_CACHE_CLEANUP)


def main():
    task.main()


if __name__ == "__main__":
    main()
