#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_pci_device_info
short_description: List PCI devices
version_added: 0.2.0
description:
  - Lists the PCI devices of hosts, all of them or those that the options leave.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  uuid:
    description: Only the device with this uuid.
    type: str
  name:
    description: Only devices with exactly this name. ZStack 5.2 only.
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
  pci_offering:
    description: Only devices that match the offering with this name or uuid.
    type: str
extends_documentation_fragment:
  - zstack.cloud.attributes.info_module
  - zstack.cloud.connection
  - zstack.cloud.info
seealso:
  - module: zstack.cloud.zstack_pci_device
  - module: zstack.cloud.zstack_pci_candidates_info
"""

EXAMPLES = r"""
- name: GPUs of a host
  zstack.cloud.zstack_pci_device_info:
    host: kvm-01
    filters:
      - type~=GPU%

- name: Where cards of this offering are free
  zstack.cloud.zstack_pci_device_info:
    pci_offering: t4
    filters:
      - status=Active
      - state=Enabled
    query: "[].host_name"
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
pci_devices:
  description: The PCI devices, one dictionary each. With O(fields) only these.
  returned: success
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the PCI device.
      type: str
      sample: 32954522c6215b6cb0785e6291d7f92a
    description:
      description: Description of the device, which the scan of its host fills in at first. V(null) without one.
      type: str
      sample: NVIDIA Corporation TU104GL [Tesla T4] (rev a1)
    host_uuid:
      description: Uuid of the host that it is in.
      type: str
      sample: 598a08e7d21c52dfad5ee709be4ed296
    host_name:
      description: Name of the host that it is in.
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
    type:
      description: Kind of the device. V(GPU_Video_Controller), V(GPU_Audio_Controller), V(GPU_3D_Controller),
        V(Moxa_Device) or V(Generic), in ZStack 5.2 also V(GPU_USB_Controller), V(GPU_Serial_Controller),
        V(GPU_Processing_Accelerators), V(Ethernet_Controller), V(Audio_Controller), V(USB_Controller),
        V(Serial_Controller), V(PCI_Bridge), V(Host_Bridge) or V(Custom).
      type: str
      sample: GPU_Video_Controller
    state:
      description: Whether it may be attached. V(Enabled) or V(Disabled).
      type: str
      sample: Enabled
    status:
      description: Whether it is free (V(Active)), in use by a VM instance (V(Attached)) or by its host (V(System)).
        V(Active), V(Attached) or V(System), in ZStack 2.3.1 also V(Inactive), in ZStack 5.2 also V(Reserved).
      type: str
      sample: Active
    vendor_id:
      description: Vendor, four hexadecimal digits.
      type: str
      sample: 10de
    device_id:
      description: Device, four hexadecimal digits.
      type: str
      sample: 1eb8
    subvendor_id:
      description: Vendor of the subsystem, four hexadecimal digits. V(null) without one.
      type: str
      sample: 10de
    subdevice_id:
      description: Device of the subsystem, four hexadecimal digits. V(null) without one.
      type: str
      sample: 12a2
    pci_device_address:
      description: Address on the host's bus.
      type: str
      sample: 0000:3b:00.0
    meta_data:
      description: Conditions on the machine that gets the device. V(null) without any.
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
    matched_pci_device_offering_ref:
      description: The offerings that fit, one dictionary each.
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
    name:
      description: Name of the device. ZStack 5.2 only.
      type: str
      sample: NVIDIA Corporation TU104GL
    parent_uuid:
      description: Uuid of the PCI device that it is a virtual function of. V(null) for one that is none. ZStack 5.2
        only.
      type: str
      sample: d76d9012e72b5d6d962d18eee7666b08
    pci_spec_uuid:
      description: Uuid of the specification that describes it. V(null) without one. ZStack 5.2 only.
      type: str
      sample: f67fdfe4e41554ce9ab50ddadad7b756
    virt_status:
      description: Whether the device can be, or is, divided into virtual ones. V(UNVIRTUALIZABLE),
        V(SRIOV_VIRTUALIZABLE), V(VFIO_MDEV_VIRTUALIZABLE), V(SRIOV_VIRTUALIZED), V(VFIO_MDEV_VIRTUALIZED),
        V(SRIOV_VIRTUAL), V(VIRTUALIZED_BYPASS_ZSTACK) or V(UNKNOWN). ZStack 5.2 only.
      type: str
      sample: UNVIRTUALIZABLE
    chooser:
      description: What a VM instance got it by, the device itself or a specification. V(None), V(Device) or V(Spec).
        ZStack 5.2 only.
      type: str
      sample: None
    vendor:
      description: Name of the vendor. V(null) when the host's scan does not tell. ZStack 5.2 only.
      type: str
      sample: NVIDIA Corporation
    device:
      description: Name of the device's model. V(null) when the host's scan does not tell. ZStack 5.2 only.
      type: str
      sample: TU104GL [Tesla T4]
    iommu_group:
      description: Group of devices that can only be passed through together. V(null) without one. ZStack 5.2 only.
      type: str
      sample: '27'
    rev:
      description: Revision of the hardware. V(null) when the host's scan does not tell. ZStack 5.2 only.
      type: str
      sample: a1
    mdev_spec_refs:
      description: The specifications into which it can be divided, one dictionary each. ZStack 5.2 only.
      type: list
      elements: dict
      contains:
        pci_device_uuid:
          description: Uuid of the PCI device.
          type: str
          sample: 32954522c6215b6cb0785e6291d7f92a
        mdev_spec_uuid:
          description: Uuid of the MDEV specification.
          type: str
          sample: 736ab2b499255f46a8af7e5b83c4442b
        effective:
          description: Whether it is divided so now.
          type: bool
          sample: false
        create_date:
          description: When it was created, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
        last_op_date:
          description: When it was last changed, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
    create_date:
      description: When it was found, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
result:
  description: What O(query) made of RV(pci_devices).
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
  sample: UpdatePciDevice
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.pci import PCI_DEVICE, PCI_SCOPES
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import InfoTask

task = InfoTask(PCI_DEVICE, PCI_SCOPES)


def main():
    task.main()


if __name__ == "__main__":
    main()
