#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_cluster_os_update
short_description: Update the operating system of a cluster's hosts
version_added: 0.2.0
description:
  - Updates the packages of the KVM hosts of a cluster, and waits until the node is done with all of them.
  - Nobody can tell beforehand what there is to update. It runs each time and reports a change each time.
  - All hosts of the cluster must be connected, and none on its way into maintenance.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  cluster:
    description: Name or uuid of the cluster.
    type: str
    required: true
  host:
    description:
      - Name or uuid of the only host of the cluster to update.
      - ZStack 5.2 only.
    type: str
  exclude_packages:
    description:
      - Packages to leave as they are.
      - ZStack 5.2 only.
    type: list
    elements: str
  update_packages:
    description:
      - The only packages to update.
      - ZStack 5.2 only.
    type: list
    elements: str
  release_version:
    description:
      - Release to update to.
      - ZStack 5.2 only.
    type: str
  force:
    description:
      - Whether ZStack goes on where it would rather not.
      - ZStack 5.2 only.
    type: bool
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_kvm_host
"""

EXAMPLES = r"""
- name: All hosts of the cluster have the newest packages, within four hours
  zstack.cloud.zstack_cluster_os_update:
    cluster: compute
    zstack_wait_timeout: 14400
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
cluster:
  description: The cluster as it is after the act, or would be in check mode.
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the cluster.
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
  sample: UpdateClusterOS
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
  sample: [UpdateClusterOS]
long_job_uuid:
  description: The long job that did not succeed.
  returned: failure of a long job
  type: str
  sample: 5fc20f33dbe25217aed6739659f36f30
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
  sample: [UpdateClusterOS]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [UpdateClusterOS]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [UpdateClusterOS]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.os_update import CLUSTER_OS_UPDATE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ActTask

task = ActTask(CLUSTER_OS_UPDATE)


def main():
    task.main()


if __name__ == "__main__":
    main()
