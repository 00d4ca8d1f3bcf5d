#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_cluster
short_description: Manage clusters
version_added: 0.1.0
description:
  - Creates, changes, enables, disables and deletes clusters.
  - A cluster holds hosts of one hypervisor, and the storages and networks attached to it serve them all.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  name:
    description:
      - Name of the cluster. Together with O(uuid) it is the new name.
      - ZStack allows several clusters of one name. A name that fits several is refused and the message lists them.
    type: str
  zone:
    description:
      - Name or uuid of the zone. Needed to create a cluster, and narrows down where O(name) is looked for.
      - Cannot be changed.
    type: str
  description:
    description: Description of the cluster. An empty text clears it.
    type: str
  hypervisor_type:
    description:
      - Hypervisor of the hosts. Needed to create a cluster. Cannot be changed.
      - V(baremetal), V(baremetal2) and V(xdragon) need ZStack 5.2.
    type: str
    choices: [KVM, Simulator, baremetal, baremetal2, xdragon]
  type:
    description:
      - Type of the cluster. ZStack chooses V(zstack) without it. Cannot be changed.
      - V(baremetal) and V(baremetal2) need ZStack 5.2 and the O(hypervisor_type) of that name.
    type: str
    choices: [zstack, baremetal, baremetal2]
  architecture:
    description:
      - CPU architecture of the hosts. Without it ZStack learns it from the first host. Cannot be changed.
      - ZStack 5.2 only.
    type: str
    choices: [x86_64, aarch64, mips64el, loongarch64]
  primary_storages:
    description:
      - Names or uuids of the primary storages attached to the cluster. Exactly these will be, the others are detached.
      - Detaching stops the VM instances of the cluster that run from a storage, which is refused unless
        O(stop_vms=true).
      - An empty list detaches all. Without the option nothing is attached or detached.
    type: list
    elements: str
  state:
    description:
      - V(present) leaves an existing cluster enabled or disabled as it is, and a new one is enabled.
      - V(disabled) and V(enabled) reach the hosts of the cluster too, except those in maintenance.
      - V(absent) deletes the cluster. ZStack deletes its hosts and their VM instances with it, which is refused
        unless O(cascade=true).
    type: str
    choices: [present, absent, enabled, disabled]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.cascade
  - zstack.cloud.state.force
  - zstack.cloud.state.tags
  - zstack.cloud.state.stops
seealso:
  - module: zstack.cloud.zstack_cluster_info
"""

EXAMPLES = r"""
- name: A cluster of KVM hosts
  zstack.cloud.zstack_cluster:
    name: compute
    zone: lab
    hypervisor_type: KVM

- name: A cluster with exactly these primary storages
  zstack.cloud.zstack_cluster:
    name: compute
    zone: lab
    primary_storages:
      - nfs-1
      - ceph-1

- name: No new VM instance on its hosts
  zstack.cloud.zstack_cluster:
    name: compute
    zone: lab
    state: disabled
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
cluster:
  description: The cluster as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the cluster. All zeros in check mode for a cluster that does not exist yet.
      type: str
      sample: da90bc87c2ae5f84a3d3157c24f037be
    name:
      description: Name of the cluster.
      type: str
      sample: compute
    description:
      description: Description of the cluster. V(null) without one.
      type: str
      sample: General purpose hosts
    state:
      description: Whether new VM instances may be put into it. V(Enabled) or V(Disabled).
      type: str
      sample: Enabled
    hypervisor_type:
      description: Hypervisor of its hosts. V(KVM) or V(Simulator), in ZStack 5.2 also V(baremetal), V(baremetal2) or
        V(xdragon).
      type: str
      sample: KVM
    type:
      description: Type of the cluster. V(zstack), in ZStack 5.2 also V(baremetal) or V(baremetal2).
      type: str
      sample: zstack
    zone_uuid:
      description: Uuid of its zone.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    zone_name:
      description: Name of its zone.
      type: str
      sample: lab
    architecture:
      description: CPU architecture of its hosts. V(null) before the first one unless it was given. ZStack 5.2 only.
      type: str
      sample: x86_64
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    primary_storages:
      description: Names of the primary storages attached to it. Only where O(primary_storages) is given.
      type: list
      elements: str
      sample: [nfs-1]
    user_tags:
      description: The tags that users gave it. Only where O(user_tags) is given.
      type: list
      elements: str
      sample: ['rack::7']
deleted_with_it:
  description: How many dependent objects a deletion took along, or would in check mode, by kind.
  returned: when O(state=absent) and O(cascade=true) and there were any
  type: dict
  sample: {hosts: 2, VM instances: 3, chassis: 4}
dependents:
  description: How many objects stand in the way of a deletion, by kind.
  returned: when a deletion was refused without O(cascade=true)
  type: dict
  sample: {hosts: 2, VM instances: 3, chassis: 4}
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
  sample: UpdateCluster
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
  sample: [UpdateCluster]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [ChangeClusterState]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [ChangeClusterState]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(CLUSTER)


def main():
    task.main()


if __name__ == "__main__":
    main()
