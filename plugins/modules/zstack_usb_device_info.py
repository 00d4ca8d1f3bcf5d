#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_usb_device_info
short_description: List USB devices
version_added: 0.2.0
description:
  - Lists the USB devices of hosts, all of them or those that the options leave.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the device with this uuid.
    type: str
  name:
    description: Only devices with exactly this name.
    type: str
  zone:
    description: Only devices of hosts in the zone with this name or uuid.
    type: str
  cluster:
    description: Only devices of hosts in the cluster with this name or uuid.
    type: str
  host:
    description: Only devices of the host with this name or uuid.
    type: str
  vm:
    description: Only devices that the VM instance with this name or uuid has.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_usb_device
  - module: zstack.cloud.zstack_usb_candidates_info
"""

EXAMPLES = r"""
- name: USB devices of a host
  zstack.cloud.zstack_usb_device_info:
    host: kvm-01

- name: Who has a licence dongle
  zstack.cloud.zstack_usb_device_info:
    filters:
      - id_vendor=0529
    query: "[?vm_instance_name].vm_instance_name"
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
usb_devices:
  description: The USB devices, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
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
result:
  description: What O(query) made of RV(usb_devices).
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
  sample: UpdateUsbDevice
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.places import PLACES
from ansible_collections.zstack.cloud.plugins.module_utils._resources.usb import USB_DEVICE
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(USB_DEVICE, PLACES)


def main():
    task.main()


if __name__ == "__main__":
    main()
