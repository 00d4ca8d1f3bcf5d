#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_mdev_candidates_info
short_description: List the mediated devices that could be attached
version_added: 0.2.0
description:
  - Lists the mediated devices that ZStack can attach now, to a VM instance, or on a host or in clusters.
    ZStack 5.2 only.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  vm:
    description: Only what the VM instance with this name or uuid could get.
    type: str
  host:
    description: Only devices of the host with this name or uuid.
    type: str
  clusters:
    description: Only devices in the clusters with these names or uuids.
    type: list
    elements: str
  types:
    description: Only devices of these types, such as V(GPU_3D_Controller).
    type: list
    elements: str
  query:
    description:
      - A JMESPath expression over the list of rows. What it gives is returned as RV(result).
      - Needs the Python library C(jmespath).
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_mdev_attach
"""

EXAMPLES = r"""
- name: Virtual GPUs that the VM instance could get
  zstack.cloud.zstack_mdev_candidates_info:
    vm: desktop
    query: "[].mdev_spec_name"
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
mdev_devices:
  description: The MDEV devices, one dictionary each.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the MDEV device.
      type: str
      sample: d6e5fbdcbb975f7787447e169978356c
    name:
      description: Name of the MDEV device.
      type: str
      sample: T4-4Q
    description:
      description: Description of the MDEV device. V(null) without one.
      type: str
      sample: Rack 4
    parent_uuid:
      description: Uuid of the PCI device that it is a part of.
      type: str
      sample: d76d9012e72b5d6d962d18eee7666b08
    mtty_uuid:
      description: Uuid of the virtual serial device that it is a part of. V(null) for one that is none.
      type: str
      sample: c01f5fe3b2535f2fbea13c43c6b16207
    host_uuid:
      description: Uuid of its host.
      type: str
      sample: 598a08e7d21c52dfad5ee709be4ed296
    host_name:
      description: Name of its host.
      type: str
      sample: kvm-01
    vm_instance_uuid:
      description: Uuid of the VM instance it is attached to. V(null) when it is attached to none.
      type: str
      sample: 3749a46b530a5a29bcfa3ebdd8b6c3f8
    vm_instance_name:
      description: Name of the VM instance it is attached to. V(null) when it is attached to none.
      type: str
      sample: web-1
    mdev_spec_uuid:
      description: Uuid of the specification by which it was made.
      type: str
      sample: 736ab2b499255f46a8af7e5b83c4442b
    mdev_spec_name:
      description: Name of the specification by which it was made.
      type: str
      sample: T4-4Q
    type:
      description: Kind of the device. V(GPU_Video_Controller), V(GPU_Processing_Accelerators), V(GPU_3D_Controller) or
        V(SE_Controller).
      type: str
      sample: GPU_Video_Controller
    state:
      description: Whether it may be attached. V(Enabled) or V(Disabled).
      type: str
      sample: Enabled
    status:
      description: Whether it is free (V(Active)), in use by a VM instance (V(Attached)) or set aside for one
        (V(Reserved)). V(Active), V(Attached) or V(Reserved).
      type: str
      sample: Active
    chooser:
      description: What a VM instance got it by, the device itself or a specification. V(None), V(Device) or V(Spec).
      type: str
      sample: None
    vendor:
      description: Name of the vendor. V(null) when it is not known.
      type: str
      sample: NVIDIA Corporation
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
result:
  description: What O(query) made of RV(mdev_devices).
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
  sample: GetMdevDeviceCandidates
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.mdev import MDEV_CANDIDATES
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ListTask

task = ListTask(MDEV_CANDIDATES)


def main():
    task.main()


if __name__ == "__main__":
    main()
