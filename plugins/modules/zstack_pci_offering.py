#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_pci_offering
short_description: Manage PCI offerings
version_added: 0.2.0
description:
  - Creates and deletes offerings of PCI devices. An offering names a kind of device, so that a VM instance can be given
    any one of them, see M(zstack.cloud.zstack_pci_attach).
  - ZStack finds out by itself which devices match. It has no API that changes an offering.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  name:
    description:
      - Name of the offering.
      - ZStack allows several offerings of one name. A name that fits several is refused and the message lists them.
      - Cannot be changed.
    type: str
  description:
    description: Description of the offering. Cannot be changed.
    type: str
  type:
    description:
      - Kind of the devices. ZStack takes that of the matching ones without it. Cannot be changed.
      - ZStack 2.3.1 only.
    type: str
    choices: [GPU_Video, GPU_Audio, Generic]
  vendor_id:
    description:
      - Vendor of the devices, one to four hexadecimal digits. Put them in quotes, YAML reads some as numbers.
      - Needed to create an offering. Cannot be changed.
    type: str
  device_id:
    description:
      - Kind of device, one to four hexadecimal digits. Needed to create an offering. Cannot be changed.
    type: str
  subvendor_id:
    description: Vendor of the board, one to four hexadecimal digits. Without it any fits. Cannot be changed.
    type: str
  subdevice_id:
    description: Kind of board, one to four hexadecimal digits. Without it any fits. Cannot be changed.
    type: str
  ram_size:
    description:
      - Memory of the devices. Without it any fits. Cannot be changed.
      - ZStack 5.2 only.
    type: str
  state:
    description:
      - V(absent) deletes the offering. Devices that VM instances have already stay theirs.
    type: str
    choices: [present, absent]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.tags
seealso:
  - module: zstack.cloud.zstack_pci_offering_info
  - module: zstack.cloud.zstack_pci_attach
"""

EXAMPLES = r"""
- name: An offering of Tesla T4
  zstack.cloud.zstack_pci_offering:
    name: t4
    vendor_id: "10de"
    device_id: "1eb8"

- name: There is no such offering any more
  zstack.cloud.zstack_pci_offering:
    name: k80
    state: absent
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
pci_offering:
  description: The PCI offering as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the PCI offering. All zeros in check mode for a PCI offering that does not exist yet.
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
  sample: CreatePciDeviceOffering
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
  sample: [CreatePciDeviceOffering]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [DeletePciDeviceOffering]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [DeletePciDeviceOffering]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.pci import PCI_OFFERING
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(PCI_OFFERING)


def main():
    task.main()


if __name__ == "__main__":
    main()
