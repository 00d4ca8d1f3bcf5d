#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_usb_attach
short_description: Give a VM instance a USB device
version_added: 0.2.0
description:
  - Attaches a USB device to a VM instance, or detaches it.
  - Without O(usb_device) the other options say what the device must be. A VM instance that has one that fits is left
    as it is. Otherwise the first one that fits, in the order of names and serial numbers, out of those that ZStack can
    attach to the VM instance, is attached.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  vm:
    description: Name or uuid of the VM instance.
    type: str
    required: true
  usb_device:
    description: Name or uuid of the USB device.
    type: str
  host:
    description: Name or uuid of the host that the device must be plugged into.
    type: str
  id_vendor:
    description:
      - Vendor that the device must be of, four hexadecimal digits. Put them in quotes, YAML reads some as numbers.
    type: str
  id_product:
    description: Product that it must be, four hexadecimal digits.
    type: str
  i_manufacturer:
    description: Manufacturer that it must name.
    type: str
  i_product:
    description: Product that it must call itself.
    type: str
  i_serial:
    description: Serial number that it must have.
    type: str
  usb_version:
    description: Version of USB that it must speak, such as V(3.0).
    type: str
  attach_type:
    description:
      - V(PassThrough), which ZStack takes without it, needs the VM instance on the host of the device. V(Redirect)
        reaches it over the network.
      - It is set with the attachment. To change it, detach the device first.
      - ZStack 5.2 only.
    type: str
    choices: [PassThrough, Redirect]
  state:
    description:
      - V(present) attaches a device, V(absent) detaches O(usb_device), or all that fit.
    type: str
    choices: [present, absent]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_usb_device
  - module: zstack.cloud.zstack_usb_candidates_info
  - module: zstack.cloud.zstack_vm_usb_redirect
"""

EXAMPLES = r"""
- name: The VM instance has a licence dongle
  zstack.cloud.zstack_usb_attach:
    vm: licences
    id_vendor: "0529"
    id_product: "0001"

- name: The VM instance has no USB stick of this vendor
  zstack.cloud.zstack_usb_attach:
    vm: licences
    id_vendor: "0781"
    state: absent
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
usb_device:
  description: The USB device that is attached after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the USB device.
      type: str
      sample: a0e8083ab5f45f15b158e15855dc0530
    name:
      description: Name of the device, by default what it says of itself.
      type: str
      sample: Flash drive
    description:
      description: Description of the USB device. V(null) without one.
      type: str
      sample: Rack 4
    host_uuid:
      description: Uuid of the host that it is plugged into.
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
    state:
      description: Whether it may be attached. V(Enabled) or V(Disabled).
      type: str
      sample: Enabled
    bus_num:
      description: Number of its bus on the host.
      type: str
      sample: '001'
    dev_num:
      description: Number of the device on its bus, another one after it was plugged in anew.
      type: str
      sample: '004'
    id_vendor:
      description: Vendor, four hexadecimal digits.
      type: str
      sample: 0781
    id_product:
      description: Product, four hexadecimal digits.
      type: str
      sample: '5581'
    i_manufacturer:
      description: Manufacturer, as the device says. V(null) when it does not.
      type: str
      sample: SanDisk
    i_product:
      description: Product, as the device says. V(null) when it does not.
      type: str
      sample: Ultra
    i_serial:
      description: Serial number, as the device says. V(null) when it does not.
      type: str
      sample: 4C530001
    usb_version:
      description: Version of USB that it speaks.
      type: str
      sample: '3.0'
    attach_type:
      description: How it is attached, by its host or over the network. V(PassThrough) or V(Redirect). V(null) when it
        is attached to none. ZStack 5.2 only.
      type: str
      sample: PassThrough
    create_date:
      description: When it was found, in the node's time zone.
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
  sample: AttachUsbDeviceToVm
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
  sample: [AttachUsbDeviceToVm]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [DetachUsbDeviceFromVm]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [DetachUsbDeviceFromVm]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.usb import USB_ATTACHMENT
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import AttachTask

task = AttachTask(USB_ATTACHMENT)


def main():
    task.main()


if __name__ == "__main__":
    main()
