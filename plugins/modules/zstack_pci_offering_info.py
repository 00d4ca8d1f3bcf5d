#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_pci_offering_info
short_description: List PCI offerings
version_added: 0.2.0
description:
  - Lists offerings of PCI devices, all of them or those that the options leave, with the devices that match.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the offering with this uuid.
    type: str
  name:
    description: Only offerings with exactly this name.
    type: str
  pci_device:
    description: Only offerings that the PCI device with this uuid matches. In ZStack 5.2 its name serves as well.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_pci_offering
  - module: zstack.cloud.zstack_pci_device_info
"""

EXAMPLES = r"""
- name: All offerings
  zstack.cloud.zstack_pci_offering_info:

- name: How many devices match each offering
  zstack.cloud.zstack_pci_offering_info:
    query: "[].{name: name, devices: length(matched_pci_devices)}"
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
pci_offerings:
  description: The PCI offerings, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the PCI offering.
      type: str
      sample: f6bf50b930235a1e94deffa6db423c99
    name:
      description: Name of the PCI offering.
      type: str
      sample: tesla-t4
    description:
      description: Description of the PCI offering. V(null) without one.
      type: str
      sample: Tesla T4 of 16 GiB
    type:
      description: Kind of the devices. V(GPU_Video), V(GPU_Audio) or V(Generic). V(null) when none was given.
      type: str
      sample: GPU_Video
    vendor_id:
      description: Vendor, four hexadecimal digits.
      type: str
      sample: 10de
    device_id:
      description: Device, four hexadecimal digits.
      type: str
      sample: 1eb8
    subvendor_id:
      description: Vendor of the subsystem, four hexadecimal digits. V(null) when any fits.
      type: str
      sample: 10de
    subdevice_id:
      description: Device of the subsystem, four hexadecimal digits. V(null) when any fits.
      type: str
      sample: 12a2
    attached_instance_offerings:
      description: The instance offerings that include such devices, one dictionary each.
      type: list
      elements: dict
      contains:
        id:
          description: Number of the entry.
          type: int
          sample: 1
        instance_offering_uuid:
          description: Uuid of the instance offering.
          type: str
          sample: 1eebc62cd1b05d9b8514a338305824a6
        pci_device_offering_uuid:
          description: Uuid of the PCI offering.
          type: str
          sample: 0db2255edde450a691a7e6f8d2f5b793
        metadata:
          description: Conditions on the machine that gets the device. V(null) without any.
          type: dict
          contains:
            meta_data:
              description: The conditions as ZStack stores them.
              type: str
              sample: bios:Equal:uefi
            meta_data_entries:
              description: The conditions, one dictionary each.
              type: list
              elements: dict
              contains:
                key:
                  description: Name of the property.
                  type: str
                  sample: bios
                op:
                  description: How it is compared. V(Equal) or V(Unequal).
                  type: str
                  sample: Equal
                value:
                  description: Value of the property.
                  type: str
                  sample: uefi
        pci_device_count:
          description: How many devices.
          type: int
          sample: 1
    matched_pci_devices:
      description: The devices that fit, one dictionary each.
      type: list
      elements: dict
      contains:
        pci_device_uuid:
          description: Uuid of the PCI device.
          type: str
          sample: 32954522c6215b6cb0785e6291d7f92a
        pci_device_offering_uuid:
          description: Uuid of the PCI offering.
          type: str
          sample: 0db2255edde450a691a7e6f8d2f5b793
    ram_size:
      description: Memory of the devices. V(null) when any fits. ZStack 5.2 only.
      type: str
      sample: 16G
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
result:
  description: What O(query) made of RV(pci_offerings).
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
  sample: CreatePciDeviceOffering
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.pci import PCI_OFFERING, PCI_OFFERING_SCOPES
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(PCI_OFFERING, PCI_OFFERING_SCOPES)


def main():
    task.main()


if __name__ == "__main__":
    main()
