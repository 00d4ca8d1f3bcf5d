#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_image_migrate
short_description: Migrate images to another backup storage
version_added: 0.2.0
description:
  - Sees to it that an image lies on a certain backup storage. Where it lies there already, nothing is done.
  - Images move between Ceph backup storages. Anything else is refused with the reason.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  image:
    description: Name or uuid of the image, which must be C(Ready).
    type: str
    required: true
  backup_storage:
    description:
      - Name or uuid of the backup storage to which it is to move.
        M(zstack.cloud.zstack_image_migration_candidates_info) lists those that can be.
    type: str
    required: true
  src_backup_storage:
    description: Name or uuid of the backup storage that it is to leave. Needed where it lies on several.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_image_migration_candidates_info
"""

EXAMPLES = r"""
- name: An image to another Ceph
  zstack.cloud.zstack_image_migrate:
    image: centos-7
    backup_storage: images-2
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
image:
  description: The image as it is after the act, or would be in check mode.
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the image.
      type: str
      sample: 61b81d2f879e5ad49ec900b0d1ca932b
    name:
      description: Name of the image.
      type: str
      sample: centos-7
    description:
      description: Description of the image. V(null) without one.
      type: str
      sample: Rack 4
    state:
      description: Whether VM instances may be made from it. V(Enabled) or V(Disabled).
      type: str
      sample: Enabled
    status:
      description: How far it has come. V(Creating), V(Downloading), V(Ready) or V(Deleted).
      type: str
      sample: Creating
    size:
      description: Virtual size in bytes.
      type: int
      sample: 42949672960
    actual_size:
      description: Bytes that it takes up. V(null) when it is not known.
      type: int
      sample: 2147483648
    md5_sum:
      description: MD5 of its content. V(null) when ZStack did not work it out.
      type: str
      sample: 9e107d9d372bb6826bd81d3542a419d6
    url:
      description: Where it came from. V(null) when it was made on the node.
      type: str
      sample: http://images.example.org/centos-7.qcow2
    media_type:
      description: What it is for. V(RootVolumeTemplate), V(DataVolumeTemplate) or V(ISO).
      type: str
      sample: RootVolumeTemplate
    guest_os_type:
      description: Operating system in it. V(null) when it was not told.
      type: str
      sample: CentOS 7
    type:
      description: Type of the image.
      type: str
      sample: zstack
    platform:
      description: Family of the operating system in it. V(Linux), V(Windows), V(Other), V(Paravirtualization) or
        V(WindowsVirtio).
      type: str
      sample: Linux
    format:
      description: Format of the file.
      type: str
      sample: qcow2
    system:
      description: Whether it belongs to ZStack itself.
      type: bool
      sample: false
    backup_storage_refs:
      description: The backup storages that it lies on, one dictionary each.
      type: list
      elements: dict
      contains:
        image_uuid:
          description: Uuid of the image.
          type: str
          sample: 61b81d2f879e5ad49ec900b0d1ca932b
        backup_storage_uuid:
          description: Uuid of its backup storage.
          type: str
          sample: 4522d13472e25c848ce73c91092652a3
        install_path:
          description: Where it lies, as the storage addresses it.
          type: str
          sample: zstore://centos-7/d5f1ab3
        status:
          description: How far it has come on this storage. V(Creating), V(Downloading), V(Ready) or V(Deleted).
          type: str
          sample: Creating
        create_date:
          description: When it was created, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
        last_op_date:
          description: When it was last changed, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
        export_url:
          description: Where it can be downloaded. V(null) when it is not exported. ZStack 5.2 only.
          type: str
          sample: http://192.0.2.5:8000/images/centos-7.qcow2
        export_md5_sum:
          description: MD5 of the exported file. V(null) when it is not exported. ZStack 5.2 only.
          type: str
          sample: 9e107d9d372bb6826bd81d3542a419d6
    export_url:
      description: Where it can be downloaded. V(null) when it is not exported. ZStack 2.3.1 only.
      type: str
      sample: http://192.0.2.5:8000/images/centos-7.qcow2
    export_md5_sum:
      description: MD5 of the exported file. V(null) when it is not exported. ZStack 2.3.1 only.
      type: str
      sample: 9e107d9d372bb6826bd81d3542a419d6
    architecture:
      description: CPU architecture that it is for. V(null) when it was not told. ZStack 5.2 only.
      type: str
      sample: x86_64
    virtio:
      description: Whether its operating system has the drivers for virtio. ZStack 5.2 only.
      type: bool
      sample: true
    system_tags:
      description: Tags that ZStack itself reads. V(null) without any. ZStack 5.2 only.
      type: list
      elements: str
      sample: ['bootMode::UEFI']
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
  sample: BackupStorageMigrateImage
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
  sample: [BackupStorageMigrateImage]
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
  sample: [BackupStorageMigrateImage]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [BackupStorageMigrateImage]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [BackupStorageMigrateImage]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.image import IMAGE_ON_STORAGE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ActTask

task = ActTask(IMAGE_ON_STORAGE)


def main():
    task.main()


if __name__ == "__main__":
    main()
