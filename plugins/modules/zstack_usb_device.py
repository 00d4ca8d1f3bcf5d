#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_usb_device
short_description: Manage the USB devices of hosts
version_added: 0.2.0
description:
  - Names, describes, enables and disables USB devices.
  - Devices are found by ZStack when it connects to their host. This module does not create any.
  - Say by O(bus_num) and O(dev_num) where the device is plugged in, or by O(id_vendor) and O(id_product) what it is.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  host:
    description: Name or uuid of the host that it is plugged into.
    type: str
  bus_num:
    description: Number of its bus on the host, three digits in quotes.
    type: str
  dev_num:
    description: Number of the device on its bus, three digits in quotes. It changes when it is plugged in anew.
    type: str
  id_vendor:
    description: Vendor, four hexadecimal digits. Put them in quotes, YAML reads some as numbers.
    type: str
  id_product:
    description: Product, four hexadecimal digits.
    type: str
  i_serial:
    description: Serial number, for one of several devices of a kind.
    type: str
  name:
    description: Name of the device.
    type: str
  description:
    description: Description of the device. An empty text clears it.
    type: str
  state:
    description:
      - V(present) leaves the device enabled or disabled as it is.
      - V(disabled) keeps it from being given to a VM instance. ZStack refuses that while one has it.
    type: str
    choices: [present, enabled, disabled]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.tags
seealso:
  - module: zstack.cloud.zstack_usb_device_info
  - module: zstack.cloud.zstack_usb_attach
"""

EXAMPLES = r"""
- name: The dongle has a name
  zstack.cloud.zstack_usb_device:
    host: kvm-01
    id_vendor: "0529"
    id_product: "0001"
    name: licence dongle

- name: Nobody gets this stick
  zstack.cloud.zstack_usb_device:
    host: kvm-01
    bus_num: "001"
    dev_num: "004"
    state: disabled
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
usb_device:
  description: The USB device as it is after the task, or would be in check mode.
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
    host_name:
      description: Name of the host that it is plugged into.
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
    user_tags:
      description: The tags that users gave it. Only where O(user_tags) is given.
      type: list
      elements: str
      sample: ['rack::7']
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
  sample: UpdateUsbDevice
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
  sample: [UpdateUsbDevice]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [UpdateUsbDevice]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [UpdateUsbDevice]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.usb import USB_DEVICE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(USB_DEVICE)


def main():
    task.main()


if __name__ == "__main__":
    main()
