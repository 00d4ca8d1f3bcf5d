#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_primary_storage_info
short_description: List primary storages
version_added: 0.2.0
description:
  - Lists primary storages of all types, all of them or those that the options leave.
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
    description: Only storages of the zone with this name or uuid.
    type: str
  cluster:
    description: Only storages attached to the cluster with this name or uuid.
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
  - module: zstack.cloud.zstack_primary_storage
  - module: zstack.cloud.zstack_ceph_primary_storage_info
"""

EXAMPLES = r"""
- name: All storages of a cluster
  zstack.cloud.zstack_primary_storage_info:
    cluster: compute
  register: found

- name: Names of the storages that are nearly full
  zstack.cloud.zstack_primary_storage_info:
    filters: [available_capacity<107374182400]
    query: "[].name"

- name: Physical capacities of the NFS storages
  zstack.cloud.zstack_primary_storage_info:
    filters: [type=NFS]
    gather: [capacity]
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
primary_storages:
  description: The primary storages, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
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
        total_physical_capacity:
          description: Size on the hardware, without over-provisioning, in bytes.
          type: int
          sample: 1099511627776
        available_physical_capacity:
          description: Space free on the hardware, in bytes.
          type: int
          sample: 879609302220
result:
  description: What O(query) made of RV(primary_storages).
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
  sample: UpdatePrimaryStorage
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources import primary_storage as declared
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(declared.ANY_PRIMARY_STORAGE, scopes=declared.SCOPES, gather=(declared.CAPACITY,))


def main():
    task.main()


if __name__ == "__main__":
    main()
