#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_ceph_backup_storage
short_description: Manage Ceph backup storages
version_added: 0.2.0
description:
  - Adds, changes, attaches, enables, disables, reconnects and deletes backup storages on Ceph
    with their monitors.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  name:
    description:
      - Name of the backup storage. Together with O(uuid) it is the new name.
      - ZStack allows several of one name. A name that fits several is refused and the message lists them.
    type: str
  mons:
    description:
      - The monitors by which ZStack reaches Ceph. Exactly these will be, the others are removed.
        Needed to add a storage.
      - A monitor is told from others by its O(mons[].hostname), and belongs to one backup storage only.
        It may serve a primary storage beside.
    type: list
    elements: dict
    suboptions:
      hostname:
        description: IPv4 address or host name.
        type: str
        required: true
      ssh_username:
        description: User of the SSH connection. Needed for a new monitor. It cannot hold a C(:) then.
        type: str
      ssh_password:
        description:
          - Password of the SSH connection. Needed for a new monitor.
          - ZStack would cut off the password of a new monitor at the first C(:), so such a password is refused.
          - It cannot be compared; see O(update_password).
        type: str
      ssh_port:
        description: Port of the SSH connection, 1 to 65535. ZStack takes 22 without it.
        type: int
      mon_port:
        description: Port of the monitor, 1 to 65535. ZStack takes 6789 without it.
        type: int
  pool_name:
    description:
      - The pool for images, which must exist in Ceph. Without it ZStack creates one.
      - Cannot be changed.
    type: str
  import_images:
    description:
      - Whether ZStack takes over the images that the pool has when the storage is added. Needs O(pool_name).
      - Not compared.
    type: bool
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.backup_storage
  - zstack.cloud.state
  - zstack.cloud.state.cascade
  - zstack.cloud.state.force
  - zstack.cloud.state.tags
  - zstack.cloud.state.secrets
  - zstack.cloud.state.reconnect
seealso:
  - module: zstack.cloud.zstack_ceph_backup_storage_info
"""

EXAMPLES = r"""
- name: Ceph for the images of a zone
  zstack.cloud.zstack_ceph_backup_storage:
    name: ceph-images
    mons:
      - {hostname: 192.0.2.41, ssh_username: root, ssh_password: "{{ vault_ceph_password }}"}
      - {hostname: 192.0.2.42, ssh_username: root, ssh_password: "{{ vault_ceph_password }}"}
    pool_name: images
    zones: [lab]

- name: One monitor less
  zstack.cloud.zstack_ceph_backup_storage:
    name: ceph-images
    mons:
      - hostname: 192.0.2.41

- name: Another password, used at once
  zstack.cloud.zstack_ceph_backup_storage:
    name: ceph-images
    mons:
      - {hostname: 192.0.2.41, ssh_password: "{{ vault_ceph_password }}"}
      - {hostname: 192.0.2.42, ssh_password: "{{ vault_ceph_password }}"}
    update_password: always
    reconnect: if_disconnected
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
backup_storage:
  description: The backup storage as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the backup storage. All zeros in check mode for a backup storage that does not exist yet.
      type: str
      sample: 4522d13472e25c848ce73c91092652a3
    name:
      description: Name of the backup storage.
      type: str
      sample: ceph-images
    url:
      description: Text that was given when it was added, of no meaning to Ceph. V(null) without one.
      type: str
      sample: ceph
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
      sample: Ceph
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
    fsid:
      description: Id of the Ceph cluster, as it tells itself. V(null) before the first connection.
      type: str
      sample: 7ff218d9-f525-435f-8a40-3618d1772a64
    mons:
      description: The monitors by which it is reached, one dictionary each.
      type: list
      elements: dict
      contains:
        hostname:
          description: Address or host name by which the management node reaches it.
          type: str
          sample: 192.0.2.21
        ssh_username:
          description: User of the SSH connection.
          type: str
          sample: root
        ssh_port:
          description: Port of the SSH connection.
          type: int
          sample: 22
        mon_port:
          description: Port of the monitor.
          type: int
          sample: 6789
        status:
          description: Whether the management node reaches it. V(Connecting), V(Connected) or V(Disconnected).
          type: str
          sample: Connected
        mon_uuid:
          description: Uuid of the monitor.
          type: str
          sample: fb3701009a3359ba89a608f2709b36cc
    pool_name:
      description: Pool in which images lie.
      type: str
      sample: images
    pool_available_capacity:
      description: Space left in the pool, in bytes. V(null) when it is not known. ZStack 5.2 only.
      type: int
      sample: 824633720832
    pool_used_capacity:
      description: Space in use in the pool, in bytes. V(null) when it is not known. ZStack 5.2 only.
      type: int
      sample: 274877906944
    pool_replicated_size:
      description: How many copies Ceph keeps. V(null) when it is not known. ZStack 5.2 only.
      type: int
      sample: 3
    pool_disk_utilization:
      description: Share of the raw space that data can use, such as a third with three copies. V(null) when it is not
        known. ZStack 5.2 only.
      type: float
      sample: 0.333
    pool_security_policy:
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
    zones:
      description: Names of the zones attached to it. Only where O(zones) is given.
      type: list
      elements: str
      sample: [lab]
    user_tags:
      description: The tags that users gave it. Only where O(user_tags) is given.
      type: list
      elements: str
      sample: ['rack::7']
deleted_with_it:
  description: How many dependent objects a deletion took along, or would in check mode, by kind.
  returned: when O(state=absent) and O(cascade=true) and there were any
  type: dict
  sample: {images: 2}
dependents:
  description: How many objects stand in the way of a deletion, by kind.
  returned: when a deletion was refused without O(cascade=true)
  type: dict
  sample: {images: 2}
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
  sample: UpdateBackupStorage
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
  sample: [UpdateBackupStorage]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [ChangeBackupStorageState]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [ChangeBackupStorageState]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.backup_storage import CEPH_BACKUP_STORAGE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(CEPH_BACKUP_STORAGE)


def main():
    task.main()


if __name__ == "__main__":
    main()
