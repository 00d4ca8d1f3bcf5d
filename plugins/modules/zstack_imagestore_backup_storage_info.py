#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_imagestore_backup_storage_info
short_description: List ImageStore backup storages
version_added: 0.2.0
description:
  - Lists backup storages that are ImageStore servers, all of them or those that the options leave.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the storage with this uuid.
    type: str
  name:
    description: Only storages with exactly this name.
    type: str
  zone:
    description: Only storages attached to the zone with this name or uuid.
    type: str
  gather:
    description:
      - What else to tell of each storage.
      - V(capacity) is what ZStack sums up of it when asked, at one request for each storage.
    type: list
    elements: str
    choices: [capacity]
    default: []
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_imagestore_backup_storage
  - module: zstack.cloud.zstack_backup_storage_info
"""

EXAMPLES = r"""
- name: Servers that do not answer
  zstack.cloud.zstack_imagestore_backup_storage_info:
    filters: [status!=Connected]
    query: "[].hostname"
  register: found
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
backup_storages:
  description: The backup storages, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
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
    capacity:
      description: What ZStack sums up of it when it is asked. Only where O(gather) has V(capacity).
      type: dict
      contains:
        total_capacity:
          description: Capacity in bytes.
          type: int
          sample: 1099511627776
        available_capacity:
          description: Capacity left for new allocations, in bytes.
          type: int
          sample: 824633720832
result:
  description: What O(query) made of RV(backup_storages).
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
  sample: UpdateImageStoreBackupStorage
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources import backup_storage as declared
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(declared.IMAGESTORE_BACKUP_STORAGE, scopes=declared.SCOPES, gather=(declared.CAPACITY,))


def main():
    task.main()


if __name__ == "__main__":
    main()
