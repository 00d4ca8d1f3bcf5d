#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_cluster_info
short_description: List clusters
version_added: 0.1.0
description:
  - Lists clusters, all of them or those that the options leave. Large answers are read page by page to the end.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the cluster with this uuid.
    type: str
  name:
    description: Only clusters with exactly this name.
    type: str
  zone:
    description: Only clusters of the zone with this name or uuid.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_cluster
"""

EXAMPLES = r"""
- name: All clusters of a zone
  zstack.cloud.zstack_cluster_info:
    zone: lab

- name: Clusters of enabled zones that have a host in maintenance
  zstack.cloud.zstack_cluster_info:
    filters:
      - zone.state=Enabled
      - host.state=Maintenance
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
clusters:
  description: The clusters, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
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
result:
  description: What O(query) made of RV(clusters).
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
  sample: UpdateCluster
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(CLUSTER, scopes={"zone": (ZONE, "zoneUuid")})


def main():
    task.main()


if __name__ == "__main__":
    main()
