#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_imagestore_reclaim
short_description: Reclaim space on an ImageStore
version_added: 0.2.0
description:
  - Has an ImageStore free the space that deleted images have left on its disk.
  - The task reports a change where the storage's capacities differ by the time ZStack answered. In check mode it cannot
    know, and reports one.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  backup_storage:
    description: Name or uuid of the ImageStore, which must be connected.
    type: str
    required: true
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_imagestore_backup_storage
"""

EXAMPLES = r"""
- name: Free what deleted images have left
  zstack.cloud.zstack_imagestore_reclaim:
    backup_storage: images
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
backup_storage:
  description: The backup storage as it is after the act, or would be in check mode.
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the backup storage.
      type: str
      sample: 4522d13472e25c848ce73c91092652a3
    name:
      description: Name of the backup storage.
      type: str
      sample: images
    url:
      description: Where images lie on it, such as a folder. V(null) when its type needs none.
      type: str
      sample: /images
    description:
      description: Description of the backup storage. V(null) without one.
      type: str
      sample: Images of the laboratory
    total_capacity:
      description: Size in bytes.
      type: int
      sample: 1099511627776
    available_capacity:
      description: Space left for images, in bytes.
      type: int
      sample: 824633720832
    type:
      description: Type of the storage.
      type: str
      sample: ImageStoreBackupStorage
    state:
      description: Whether images may be put on it. V(Enabled) or V(Disabled).
      type: str
      sample: Enabled
    status:
      description: Whether the management node reaches it. V(Connecting), V(Connected) or V(Disconnected).
      type: str
      sample: Connected
    attached_zone_uuids:
      description: Uuids of the zones that it is attached to.
      type: list
      elements: str
      sample: []
    hostname:
      description: Address or host name by which the management node reaches it.
      type: str
      sample: 192.0.2.21
    username:
      description: User of the SSH connection.
      type: str
      sample: root
    ssh_port:
      description: Port of the SSH connection.
      type: int
      sample: 22
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
  sample: ReclaimSpaceFromImageStore
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
  sample: [ReclaimSpaceFromImageStore]
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
  sample: [ReclaimSpaceFromImageStore]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [ReclaimSpaceFromImageStore]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [ReclaimSpaceFromImageStore]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.backup_storage import IMAGESTORE_RECLAIM
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ActTask

task = ActTask(IMAGESTORE_RECLAIM)


def main():
    task.main()


if __name__ == "__main__":
    main()
