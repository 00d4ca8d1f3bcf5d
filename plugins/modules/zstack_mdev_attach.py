#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_mdev_attach
short_description: Give a VM instance a mediated device
version_added: 0.2.0
description:
  - Attaches a mediated device, such as a virtual GPU, to a VM instance, or detaches it. ZStack 5.2 only.
  - Without O(mdev_device) the other options say what the device must be. A VM instance that has one that fits is left
    as it is. Otherwise the first one that fits, in the order of names, out of those that ZStack can attach to the VM
    instance, is attached.
  - Its host must hand devices over, see O(zstack.cloud.zstack_kvm_host#module:iommu).
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  vm:
    description: Name or uuid of the VM instance.
    type: str
    required: true
  mdev_device:
    description: Name or uuid of the mediated device.
    type: str
  mdev_spec:
    description: Name or uuid of the specification by which the device must be made, such as V(T4-4Q).
    type: str
  pci_device:
    description: Name or uuid of the PCI device that it must be a part of.
    type: str
  type:
    description: Type that it must have, such as V(GPU_3D_Controller).
    type: str
  vendor:
    description: Vendor that it must be of.
    type: str
  state:
    description:
      - V(present) attaches a device, V(absent) detaches O(mdev_device), or all that fit.
    type: str
    choices: [present, absent]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_mdev_device_info
  - module: zstack.cloud.zstack_mdev_candidates_info
  - module: zstack.cloud.zstack_pci_attach
"""

EXAMPLES = r"""
- name: The VM instance has a virtual GPU of this specification
  zstack.cloud.zstack_mdev_attach:
    vm: desktop
    mdev_spec: T4-4Q

- name: The VM instance has none of these any more
  zstack.cloud.zstack_mdev_attach:
    vm: desktop
    mdev_spec: T4-2Q
    state: absent
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
mdev_device:
  description: The MDEV device that is attached after the task, or would be in check mode. V(null) after
    O(state=absent).
  returned: success
  type: dict
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
  sample: AttachMdevDeviceToVm
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
  sample: [AttachMdevDeviceToVm]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [DetachMdevDeviceFromVm]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [DetachMdevDeviceFromVm]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.mdev import MDEV_ATTACHMENT
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import AttachTask

task = AttachTask(MDEV_ATTACHMENT)


def main():
    task.main()


if __name__ == "__main__":
    main()
