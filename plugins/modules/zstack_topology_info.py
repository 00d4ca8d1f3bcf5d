#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_topology_info
short_description: A cloud as the tree that would make it
version_added: 0.2.0
description:
  - Returns what there is in the form that M(zstack.cloud.zstack_topology) takes, by one read a kind.
  - Applied to the same cloud it changes nothing; applied to an empty one it makes the same cloud. Secrets are not in
    it, RV(missing_secrets) names them; nor is what ZStack does not tell, or object by object only, as C(iommu) of
    hosts.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  zone:
    description: Name or uuid of a zone. Only it and what is in it.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_topology
"""

EXAMPLES = r"""
- name: The cloud as a tree
  zstack.cloud.zstack_topology_info:
  register: cloud

- name: One zone
  zstack.cloud.zstack_topology_info:
    zone: lab
"""

RETURN = r"""
topology:
  description: The tree, options of M(zstack.cloud.zstack_topology).
  returned: success
  type: dict
  sample: {zones: [{name: lab, clusters: [{name: compute, hypervisor_type: KVM}]}]}
missing_secrets:
  description: The places of secrets that a creation from the tree would need.
  returned: success
  type: list
  elements: str
  sample: ["zones[lab].clusters[compute].hosts[kvm-01].password"]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._task.topology import ExportTask

task = ExportTask()


def main():
    task.main()


if __name__ == "__main__":
    main()
