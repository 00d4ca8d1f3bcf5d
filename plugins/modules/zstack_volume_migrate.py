#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_volume_migrate
short_description: Migrate volumes to another primary storage or host
version_added: 0.2.0
description:
  - Sees to it that a volume lies on a certain primary storage, or, on a local primary storage, on the disk of a certain
    host. Where it lies there already, nothing is done.
  - A data volume moves while it is attached to no VM instance, a root volume while its VM instance is stopped and has
    no data volume. Anything else is refused with the reason.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  volume:
    description: Name or uuid of the volume.
    type: str
    required: true
  primary_storage:
    description:
      - Name or uuid of the primary storage to which it is to move.
        M(zstack.cloud.zstack_volume_migration_candidates_info) lists those that can be.
      - Exactly one of O(primary_storage) and O(host) is given.
    type: str
  host:
    description: Name or uuid of the host to whose disk a volume of a local primary storage is to move.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_volume_migration_candidates_info
"""

EXAMPLES = r"""
- name: A volume to another Ceph
  zstack.cloud.zstack_volume_migrate:
    volume: database
    primary_storage: fast-2

- name: A root volume to the disk of another host
  zstack.cloud.zstack_volume_migrate:
    volume: ROOT-for-web-1
    host: kvm-02
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
volume:
  description: The volume as it is after the act, or would be in check mode.
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the volume.
      type: str
      sample: 88004f77aa905827a5e58777beab349e
    name:
      description: Name of the volume.
      type: str
      sample: ROOT-for-web-1
    description:
      description: Description of the volume. V(null) without one.
      type: str
      sample: Rack 4
    type:
      description: Whether a VM instance boots from it. V(Root) or V(Data).
      type: str
      sample: Root
    state:
      description: Whether it may be attached. V(Enabled) or V(Disabled).
      type: str
      sample: Enabled
    status:
      description: How far it has come; C(NotInstantiated) has no space on a storage yet. V(Creating),
        V(NotInstantiated), V(Ready), V(Deleted) or V(Migrating).
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
    format:
      description: Format on the storage. V(null) before it was first attached.
      type: str
      sample: qcow2
    install_path:
      description: Where it lies, as the storage addresses it. V(null) before it was first attached.
      type: str
      sample: /zstack_ps/rootVolumes/acct-36c2/vol-5a8b/5a8b.qcow2
    primary_storage_uuid:
      description: Uuid of the primary storage that it lies on. V(null) before it was first attached.
      type: str
      sample: ad6f1933791e562a9f5673f8babfe7e7
    primary_storage_name:
      description: Name of the primary storage that it lies on. V(null) before it was first attached.
      type: str
      sample: nfs-1
    vm_instance_uuid:
      description: Uuid of the VM instance it is attached to. V(null) when it is attached to none.
      type: str
      sample: 3749a46b530a5a29bcfa3ebdd8b6c3f8
    vm_instance_name:
      description: Name of the VM instance it is attached to. V(null) when it is attached to none.
      type: str
      sample: web-1
    disk_offering_uuid:
      description: Uuid of the disk offering by which it was made. V(null) when it was made without one.
      type: str
      sample: fd9b0bec83b756fca12a5c9b9bc22af2
    root_image_uuid:
      description: Uuid of the image that it was made from. V(null) when it was made from none.
      type: str
      sample: dfcdfc27b1b85be39dfd7e16592ee447
    device_id:
      description: Place among the volumes of its VM instance, 0 for the root volume. V(null) when it is attached to
        none.
      type: int
      sample: 0
    is_shareable:
      description: Whether several VM instances may have it at once.
      type: bool
      sample: false
    volume_qos:
      description: Limits of its throughput. V(null) without any. ZStack 5.2 only.
      type: str
      sample: total=104857600
    last_detach_date:
      description: When it was last detached, in the node's time zone. V(null) when it never was. ZStack 5.2 only.
      type: str
      sample: '2026-01-31 09:30:00'
    last_vm_instance_uuid:
      description: Uuid of the VM instance that it was last detached from. V(null) when it never was. ZStack 5.2 only.
      type: str
      sample: 15a3aebb1ed45c7aa46e277c8c7be288
    last_attach_date:
      description: When it was last attached, in the node's time zone. V(null) when it never was. ZStack 5.2 only.
      type: str
      sample: '2026-01-31 09:30:00'
    protocol:
      description: Protocol by which hosts reach it. V(null) when its primary storage has only one. ZStack 5.2 only.
      type: str
      sample: vhost
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
  sample: PrimaryStorageMigrateVolume
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
  sample: [PrimaryStorageMigrateVolume]
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
  sample: [PrimaryStorageMigrateVolume]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [PrimaryStorageMigrateVolume]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [PrimaryStorageMigrateVolume]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.volume import VOLUME_ON_HOST, VOLUME_ON_STORAGE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ActTask

task = ActTask(VOLUME_ON_STORAGE, VOLUME_ON_HOST)


def main():
    task.main()


if __name__ == "__main__":
    main()
