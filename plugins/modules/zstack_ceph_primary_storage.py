#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_ceph_primary_storage
short_description: Manage Ceph primary storages
version_added: 0.2.0
description:
  - Adds, changes, attaches, enables, disables, reconnects and deletes primary storages on Ceph with their monitors, and
    brings them into maintenance and out of it.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  name:
    description:
      - Name of the primary storage. Together with O(uuid) it is the new name.
      - ZStack allows several of one name. A name that fits several is refused and the message lists them.
    type: str
  zone:
    description:
      - Name or uuid of the zone. Needed to add a storage, and narrows down where O(name) is looked for.
      - Cannot be changed.
    type: str
  mons:
    description:
      - The monitors by which ZStack reaches Ceph. Exactly these will be, the others are removed.
        Needed to add a storage.
      - A monitor is told from others by its O(mons[].hostname), and belongs to one storage only.
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
  root_volume_pool_name:
    description:
      - The pool for root volumes, which must exist in Ceph. Without it ZStack creates one.
      - Set when the storage is added. More pools are for M(zstack.cloud.zstack_ceph_pool).
    type: str
  data_volume_pool_name:
    description: The pool for data volumes, as O(root_volume_pool_name).
    type: str
  image_cache_pool_name:
    description: The pool for cached images, as O(root_volume_pool_name).
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.primary_storage
  - zstack.cloud.state
  - zstack.cloud.state.cascade
  - zstack.cloud.state.force
  - zstack.cloud.state.tags
  - zstack.cloud.state.stops
  - zstack.cloud.state.secrets
  - zstack.cloud.state.reconnect
seealso:
  - module: zstack.cloud.zstack_ceph_primary_storage_info
  - module: zstack.cloud.zstack_ceph_pool
"""

EXAMPLES = r"""
- name: Ceph for a cluster
  zstack.cloud.zstack_ceph_primary_storage:
    name: fast
    zone: lab
    mons:
      - {hostname: 192.0.2.41, ssh_username: root, ssh_password: "{{ vault_ceph_password }}"}
      - {hostname: 192.0.2.42, ssh_username: root, ssh_password: "{{ vault_ceph_password }}"}
      - {hostname: 192.0.2.43, ssh_username: root, ssh_password: "{{ vault_ceph_password }}"}
    root_volume_pool_name: vms
    clusters: [compute]

- name: One monitor less
  zstack.cloud.zstack_ceph_primary_storage:
    name: fast
    zone: lab
    mons:
      - hostname: 192.0.2.41
      - hostname: 192.0.2.42

- name: Another password, used at once
  zstack.cloud.zstack_ceph_primary_storage:
    name: fast
    zone: lab
    mons:
      - {hostname: 192.0.2.41, ssh_password: "{{ vault_ceph_password }}"}
      - {hostname: 192.0.2.42, ssh_password: "{{ vault_ceph_password }}"}
      - {hostname: 192.0.2.43, ssh_password: "{{ vault_ceph_password }}"}
    update_password: always
    reconnect: if_disconnected
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
primary_storage:
  description: The primary storage as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the primary storage. All zeros in check mode for a primary storage that does not exist yet.
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
    clusters:
      description: Names of the clusters attached to it. Only where O(clusters) is given.
      type: list
      elements: str
      sample: [compute]
    user_tags:
      description: The tags that users gave it. Only where O(user_tags) is given.
      type: list
      elements: str
      sample: ['rack::7']
deleted_with_it:
  description: How many dependent objects a deletion took along, or would in check mode, by kind.
  returned: when O(state=absent) and O(cascade=true) and there were any
  type: dict
  sample: {volumes: 2, volume snapshots: 3}
detached:
  description: Names of what was detached before the deletion, or would be in check mode, by kind.
  returned: when O(state=absent) and O(cascade=true) and it was attached to any
  type: dict
  sample: {clusters: [compute]}
dependents:
  description: How many objects stand in the way of a deletion, by kind.
  returned: when a deletion was refused without O(cascade=true)
  type: dict
  sample: {volumes: 2, volume snapshots: 3, clusters: 4}
vms_moved:
  description: Names of the running VM instances that move elsewhere, or would in check mode.
  returned: when there are any
  type: list
  elements: str
  sample: [web-1]
vms_stopped:
  description: Names of the running VM instances that stop, or would in check mode or without O(stop_vms=true).
  returned: when there are any
  type: list
  elements: str
  sample: [web-2]
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
  sample: [UpdateCephPrimaryStorageMon]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [ChangePrimaryStorageState]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [ChangePrimaryStorageState]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.ceph import CEPH_PRIMARY_STORAGE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(CEPH_PRIMARY_STORAGE)


def main():
    task.main()


if __name__ == "__main__":
    main()
