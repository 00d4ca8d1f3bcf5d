#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_imagestore_backup_storage
short_description: Manage ImageStore backup storages
version_added: 0.2.0
description:
  - Adds, changes, attaches, enables, disables, reconnects and deletes backup storages that are ImageStore servers.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  hostname:
    description:
      - IPv4 address or host name by which the management node reaches the server. Needed to add one.
      - The storage is found by it before it is found by O(name), since ZStack has a server only once. Together with
        O(uuid) it is the new one.
    type: str
  name:
    description:
      - Name of the backup storage. Together with O(uuid) it is the new name.
      - ZStack allows several of one name. A name that fits several is refused and the message lists them.
    type: str
  username:
    description: User of the SSH connection. Needed to add a storage.
    type: str
  password:
    description:
      - Password of the SSH connection. Needed to add a storage.
      - It cannot be compared; see O(update_password).
    type: str
  ssh_port:
    description: Port of the SSH connection, 1 to 65535. ZStack takes 22 without it.
    type: int
  url:
    description:
      - Folder of the server in which images lie, an absolute path not in V(/dev), V(/proc) or V(/sys). Needed to add a
        storage.
      - Cannot be changed.
    type: str
  import_images:
    description: Whether ZStack takes over the images that the folder has when the storage is added. Not compared.
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
  - module: zstack.cloud.zstack_imagestore_backup_storage_info
  - module: zstack.cloud.zstack_imagestore_reclaim
"""

EXAMPLES = r"""
- name: An ImageStore for a zone
  zstack.cloud.zstack_imagestore_backup_storage:
    name: images
    hostname: 192.0.2.5
    username: root
    password: "{{ vault_imagestore_password }}"
    url: /images
    zones: [lab]

- name: Another password, used at once
  zstack.cloud.zstack_imagestore_backup_storage:
    hostname: 192.0.2.5
    password: "{{ vault_imagestore_password }}"
    update_password: always
    reconnect: if_disconnected

- name: Connect again if need be
  zstack.cloud.zstack_imagestore_backup_storage:
    hostname: 192.0.2.5
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
  sample: UpdateImageStoreBackupStorage
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
  sample: [UpdateImageStoreBackupStorage]
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

from ansible_collections.zstack.cloud.plugins.module_utils._resources.backup_storage import IMAGESTORE_BACKUP_STORAGE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(IMAGESTORE_BACKUP_STORAGE)


def main():
    task.main()


if __name__ == "__main__":
    main()
