#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_ceph_primary_storage_info
short_description: List Ceph primary storages
version_added: 0.2.0
description:
  - Lists primary storages on Ceph with their monitors and pools, all of them or those that the options leave.
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
  - module: zstack.cloud.zstack_ceph_primary_storage
  - module: zstack.cloud.zstack_primary_storage_info
"""

EXAMPLES = r"""
- name: Monitors that do not answer
  zstack.cloud.zstack_ceph_primary_storage_info:
    query: "[].mons[] | [?status!='Connected'].hostname"
  register: found
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
      sample: ceph-1
    url:
      description: Text that was given when it was added, of no meaning to Ceph. V(null) without one.
      type: str
      sample: ceph
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
      sample: Ceph
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
      description: Always C(Ceph).
      type: str
      sample: Ceph
    attached_cluster_uuids:
      description: Uuids of the clusters that it is attached to.
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
    pools:
      description: Its pools, one dictionary each.
      type: list
      elements: dict
      contains:
        pool_name:
          description: Name of the pool in Ceph.
          type: str
          sample: vms
        type:
          description: What lies in it, root volumes, data volumes or cached images. V(Root), V(Data) or V(ImageCache).
          type: str
          sample: Root
        alias_name:
          description: Name of the pool for people. V(null) without one.
          type: str
          sample: Fast disks
        description:
          description: Description of the pool. V(null) without one.
          type: str
          sample: On NVMe
        uuid:
          description: Uuid of the pool.
          type: str
          sample: aa4f28e2365754a08f5ba1d8a499c38d
        primary_storage_uuid:
          description: Uuid of its primary storage.
          type: str
          sample: ad6f1933791e562a9f5673f8babfe7e7
        create_date:
          description: When it was added, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
        last_op_date:
          description: When it was last changed, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
        total_capacity:
          description: Size of the pool in bytes. ZStack 5.2 only.
          type: int
          sample: 1099511627776
        available_capacity:
          description: Space left in the pool, in bytes. ZStack 5.2 only.
          type: int
          sample: 824633720832
        used_capacity:
          description: Space in use in the pool, in bytes. ZStack 5.2 only.
          type: int
          sample: 274877906944
        replicated_size:
          description: How many copies Ceph keeps. V(null) when it is not known. ZStack 5.2 only.
          type: int
          sample: 3
        disk_utilization:
          description: Share of the raw space that data can use, such as a third with three copies. V(null) when it is
            not known. ZStack 5.2 only.
          type: float
          sample: 0.333
        security_policy:
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
  sample: UpdateCephPrimaryStorageMon
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.ceph import CEPH_PRIMARY_STORAGE
from ansible_collections.zstack.cloud.plugins.module_utils._resources.primary_storage import CAPACITY, SCOPES
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(CEPH_PRIMARY_STORAGE, scopes=SCOPES, gather=(CAPACITY,))


def main():
    task.main()


if __name__ == "__main__":
    main()
