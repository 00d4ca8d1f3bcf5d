# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""PCI devices, their offerings, and that a VM instance has one."""

from __future__ import annotations

import json
import re

from .._api import pci as api
from .common import FORCED
from .host import HOST
from .places import PLACES
from .resource import Resource
from .vm import VM
from .words import Check, Event, Field, Form, Listing, Member, Tags

_IDS = ("vendor_id", "device_id", "subvendor_id", "subdevice_id")


def _no_ids(values):
    for option in _IDS:
        if values.get(option) and not re.fullmatch("[0-9a-fA-F]{1,4}", values[option].strip()):
            yield (
                f"{option} is {values[option]!r}, expected one to four hexadecimal digits, in quotes: without them "
                "YAML reads some as numbers"
            )


def _sent(entries):
    return json.dumps({"metaDataEntries": entries})


def _read(value):
    return [{k: entry.get(k) for k in ("key", "op", "value")} for entry in (value or {}).get("metaDataEntries") or ()]


PCI_OFFERING = Resource(
    name="pci_offering",
    query=api.QUERY_PCI_DEVICE_OFFERING,
    create=api.CREATE_PCI_DEVICE_OFFERING,
    delete=api.DELETE_PCI_DEVICE_OFFERING,
    inventory=(
        *("uuid", "name", "description", "type", "vendorId", "deviceId", "subvendorId", "subdeviceId"),
        *("attachedInstanceOfferings", "matchedPciDevices", "createDate", "lastOpDate"),
    ),
    inventory_by={"5.2": ("ramSize",)},
    created={"attachedInstanceOfferings": []},
    words=(
        Field("name"),
        Field("description"),
        Field("type", only="2.3.1", choices=("GPU_Video", "GPU_Audio", "Generic")),
        Field("vendor_id", spelling=str.lower),
        Field("device_id", spelling=str.lower),
        Field("subvendor_id", spelling=str.lower),
        Field("subdevice_id", spelling=str.lower),
        Field("ram_size", only="5.2"),
        Check(_no_ids),
        Tags("PciDeviceOfferingVO"),
    ),
)

PCI_DEVICE = Resource(
    name="pci_device",
    query=api.QUERY_PCI_DEVICE,
    delete=api.DELETE_PCI_DEVICE,
    forced=FORCED,
    identity=(("pci_device_address", "host"),),
    deletable={"vmInstanceUuid": (None,)},
    inventory=(
        *("uuid", "description", "hostUuid", "vmInstanceUuid", "type", "state", "status", "vendorId", "deviceId"),
        *("subvendorId", "subdeviceId", "pciDeviceAddress", "metaData", "matchedPciDeviceOfferingRef"),
        *("createDate", "lastOpDate"),
    ),
    inventory_by={
        "5.2": (
            *("name", "parentUuid", "pciSpecUuid", "virtStatus", "chooser", "vendor", "device", "iommuGroup", "rev"),
            "mdevSpecRefs",
        )
    },
    names={"vmInstanceUuid": VM},
    words=(
        Field("host", api="hostUuid", ref=HOST),
        Field("pci_device_address"),
        Field("name", update=(api.UPDATE_PCI_DEVICE,), only="5.2"),
        Field("description", update=(api.UPDATE_PCI_DEVICE,)),
        Field(
            "meta_data",
            type="list",
            options=(
                Field("key", required=True),
                Field("op", choices=("Equal", "Unequal"), required=True),
                Field("value", required=True),
            ),
            update=(api.UPDATE_PCI_DEVICE,),
            form=Form(_sent, _read, lambda entries: {"metaDataEntries": entries}),
        ),
        Event("enabled", api.UPDATE_PCI_DEVICE, {"state": "Enabled"}, {"state": ("Enabled",)}),
        Event("disabled", api.UPDATE_PCI_DEVICE, {"state": "Disabled"}, {"state": ("Disabled",)}),
        Tags("PciDeviceVO"),
    ),
)


# Which device matches which offering.
_MATCHES = api.QUERY_PCI_DEVICE_PCI_DEVICE_OFFERING

#: By what info modules narrow down PCI devices, and their offerings.
PCI_SCOPES = {**PLACES, "pci_offering": (PCI_OFFERING, "pciDeviceUuid", (_MATCHES, "pciDeviceOfferingUuid"))}
PCI_OFFERING_SCOPES = {"pci_device": (PCI_DEVICE, "pciDeviceOfferingUuid", (_MATCHES, "pciDeviceUuid"))}


def _offerings(row):
    return [ref.get("pciDeviceOfferingUuid") for ref in row.get("matchedPciDeviceOfferingRef") or ()]


PCI_ATTACHMENT = Member(
    name="pci_attachment",
    holder="vm",
    to=VM,
    member="pci_device",
    of=PCI_DEVICE,
    row="vmInstanceUuid",
    add=api.ATTACH_PCI_DEVICE_TO_VM,
    remove=api.DETACH_PCI_DEVICE_FROM_VM,
    this="vmInstanceUuid",
    other="pciDeviceUuid",
    criteria=(
        Field("pci_offering", ref=PCI_OFFERING, form=Form(str, _offerings)),
        Field("pci_device_address"),
        Field("vendor_id", spelling=str.lower),
        Field("device_id", spelling=str.lower),
        Field("subvendor_id", spelling=str.lower),
        Field("subdevice_id", spelling=str.lower),
        Field("type"),
    ),
    candidates=api.GET_PCI_DEVICE_CANDIDATES_FOR_ATTACHING_VM,
    asking=lambda draft: {"vmInstanceUuid": draft.holder},
    needs={"state": ("Enabled",), "status": ("Active",)},
    place="hostUuid",
    hint="is the IOMMU of its host on, see the option iommu of zstack_kvm_host?",
    becomes={"status": ("Attached",), "chooser": ("Device",)},
    label=("name", "pciDeviceAddress"),
)

PCI_SPEC = Resource(
    name="pci_spec",
    query=api.QUERY_PCI_DEVICE_SPEC,
    inventory=("uuid", "name"),
    only="5.2",
)

PCI_CANDIDATES = Listing(
    "pci_devices",
    api.GET_PCI_DEVICE_CANDIDATES_FOR_ATTACHING_VM,
    fields=(
        Field("vm", api="vmInstanceUuid", ref=VM, required=True),
        Field("types", type="list"),
        Field("pci_specs", api="pciSpecUuids", type="list", ref=PCI_SPEC, only="5.2"),
    ),
    resource=PCI_DEVICE,
)
