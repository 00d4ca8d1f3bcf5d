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
clusters:
  description: The clusters, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the cluster.
      type: str
      sample: 5a8b1c7d2e3f4a5b8c9d0e1f2a3b4c5d
    name:
      description: Name of the cluster.
      type: str
      sample: compute
    description:
      description: Description of the cluster, V(null) without one.
      type: str
      sample: General purpose hosts
    state:
      description: V(Enabled) or V(Disabled).
      type: str
      sample: Enabled
    hypervisor_type:
      description: Hypervisor of its hosts.
      type: str
      sample: KVM
    type:
      description: Type of the cluster.
      type: str
      sample: zstack
    zone_uuid:
      description: Uuid of its zone.
      type: str
      sample: 8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e
    architecture:
      description: CPU architecture of its hosts, V(null) before the first one. ZStack 5.2 only.
      type: str
      sample: x86_64
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: "2026-01-31 09:30:00"
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: "2026-01-31 09:30:00"
result:
  description: What O(query) made of RV(clusters).
  returned: when O(query) is given
  type: raw
  sample: []
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task import InfoTask

task = InfoTask(CLUSTER, scopes={"zone": (ZONE, "zoneUuid")})


def main():
    task.main()


if __name__ == "__main__":
    main()
