# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""PCI devices, their offerings and specifications, and the IOMMU of hosts."""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import Column, ForeignKey, String, Table, bindparam, insert, select, update

from ...errors import ApiError, invalid, refused
from ...family import Family, Shaped
from ...store import Inventory, Resource, flag, link_table, metadata, number, ref, text
from ..compute.host import connected_hooks, host
from ..vms.vm import vm
from . import device as devices

PCI = "org.zstack.pciDevice"
STATES = ("Enabled", "Disabled")
OLD_TYPES = ("GPU_Video_Controller", "GPU_Audio_Controller", "GPU_3D_Controller", "Moxa_Device", "Generic")
TYPES = (
    *OLD_TYPES, "GPU_USB_Controller", "GPU_Serial_Controller", "GPU_Processing_Accelerators", "Ethernet_Controller",
    "Audio_Controller", "USB_Controller", "Serial_Controller", "PCI_Bridge", "Host_Bridge", "Custom",
)  # fmt: skip
OFFERING_TYPES = {"GPU_Video_Controller": "GPU_Video", "GPU_3D_Controller": "GPU_Video",
                  "GPU_Audio_Controller": "GPU_Audio"}  # fmt: skip
OPERATORS = ("Equal", "Unequal")

FIDELITY = {
    "QueryPciDevice": ("inferred", "a host's scan removes the rows of devices that are no longer there"),
    "UpdatePciDevice": ("inferred", "metaData is taken as JSON or as key:operator:value;..., kept as the latter"),
    "DeletePciDevice": ("inferred", "refused while attached; found again by the host's next scan"),
    "GetPciDeviceCandidatesForAttachingVm": ("inferred", None),
    "AttachPciDeviceToVm": ("inferred", "refused for a wrong place as HOST_ALLOCATION.1001 in both generations"),
    "DetachPciDeviceFromVm": ("inferred", None),
    "CreatePciDeviceOffering": ("inferred", "a type that is not given follows the matched devices"),
    "DeletePciDeviceOffering": ("inferred", "succeeds when the offering is gone"),
    "QueryPciDeviceOffering": ("inferred", "attachedInstanceOfferings is always empty"),
    "QueryPciDevicePciDeviceOffering": ("inferred", None),
    "GetHostIommuStatus": ("inferred", "Active unless the machine's description or a seed says otherwise"),
    "GetHostIommuState": ("inferred", "a new host is Disabled"),
    "UpdateHostIommuState": ("inferred", "the state never moves the status"),
    "QueryPciDeviceSpec": ("approximated", "one for each combination of ids, without ROMs"),
    "UpdatePciDeviceSpec": ("approximated", "name, description and state only"),
}

pci = Resource(
    "pci_device", "PciDeviceVO", f"{PCI}.PciDeviceInventory",
    text("name", index=True, since="5.2"), text("description"), ref("hostUuid", "host"),
    text("parentUuid", since="5.2"), ref("vmInstanceUuid", "vm", "SET NULL"),
    ref("pciSpecUuid", "pci_spec", "SET NULL", since="5.2"),
    text("type", values=TYPES), text("state", values=STATES),
    text("status", values=("Active", "Inactive", "Attached", "System", "Reserved")), text("virtStatus", since="5.2"),
    text("chooser", since="5.2"), text("vendorId"), text("vendor", since="5.2"), text("deviceId"),
    text("device", since="5.2"), text("subvendorId"), text("subdeviceId"), text("pciDeviceAddress"),
    text("iommuGroup", since="5.2"), text("metaData"), text("rev", since="5.2"),
    indexes=[("vendorId", "deviceId")],
)  # fmt: skip
offering = Resource(
    "pci_offering", "PciDeviceOfferingVO", f"{PCI}.PciDeviceOfferingInventory",
    text("name", index=True), text("description"), text("type"), text("vendorId", index=True), text("deviceId"),
    text("subvendorId"), text("subdeviceId"), text("ramSize", since="5.2"),
)  # fmt: skip
match = Resource(
    "pci_match", "PciDevicePciDeviceOfferingRefVO", f"{PCI}.PciDevicePciDeviceOfferingRefInventory", registered=False,
    table=link_table("pci_match", ref("pciDeviceUuid", "pci_device", "CASCADE"),
                     ref("pciDeviceOfferingUuid", "pci_offering", "CASCADE")),
)  # fmt: skip
spec = Resource(
    "pci_spec", "PciDeviceSpecVO", f"{PCI}.specification.pci.PciDeviceSpecInventory",
    text("name", index=True), text("description"), text("vendorId"), text("vendor"), text("deviceId"), text("device"),
    text("subvendorId"), text("subdeviceId"), text("ramSize"), number("maxPartNum"), text("type"), text("state"),
    flag("isVirtual"), text("romVersion"), text("romMd5sum"), indexes=[("vendorId", "deviceId")],
)  # fmt: skip
# A row where something differs from how every host begins: what was asked for, and what the kernel says.
iommu_table = Table(
    "host_iommu", metadata, Column("hostUuid", String, ForeignKey("host.uuid", ondelete="CASCADE"), primary_key=True),
    Column("state", String, default="Disabled"), Column("status", String, default="Active"),
)  # fmt: skip

pci.nests("matchedPciDeviceOfferingRef", lambda: match.view, "pciDeviceUuid")
offering.nests("matchedPciDevices", lambda: match.view, "pciDeviceOfferingUuid")
match.relates("pciDevice", "pci_device", own="pciDeviceUuid")
match.relates("pciDeviceOffering", "pci_offering", own="pciDeviceOfferingUuid")
pci.relates("pciSpec", "pci_spec", own="pciSpecUuid")
spec.relates("pciDevice", "pci_device", theirs="pciSpecUuid")
devices.attachable(pci, "pciDevice", {"vmInstanceUuid": None, "status": "Active", "chooser": "None"})

# What a family wants to happen when a device is found: found(node, row, facts).
found_hooks = []

family = Family()
family.query("QueryPciDevice", pci)
family.query("QueryPciDeviceOffering", offering)
family.query("QueryPciDevicePciDeviceOffering", match)
family.query("QueryPciDeviceSpec", spec)


@offering.computes("attachedInstanceOfferings")
def attached_offerings(_node, rows):
    return [{"attachedInstanceOfferings": []} for _row in rows]


# -- meta data --------------------------------------------------------------------------------------------------


def _entry(part):
    """`key:operator:value` (or `key:value`, which means Equal), or the object of the same."""
    if isinstance(part, str):
        words = part.split(":", 2)
        part = dict(zip(("key", "value") if len(words) == 2 else ("key", "op", "value"), words, strict=False))
    entry = {"op": "Equal", **part} if isinstance(part, dict) else {}
    if entry.keys() != {"key", "op", "value"} or entry["op"] not in OPERATORS or not entry["key"]:
        raise invalid(f"metaData: {part} is not of the form key:operator:value, operator one of {OPERATORS}")
    return entry


def parse_metadata(source):
    """The entries of meta data, given as JSON (entries, or an object that holds them) or as `k:op:v;k:op:v`."""
    try:
        given = json.loads(source)
    except ValueError:
        given = [part.strip() for part in source.split(";") if part.strip()]
    if isinstance(given, dict):
        given = given.get("metaDataEntries", given)
    if isinstance(given, dict):
        given = [{"key": key, "value": value} for key, value in given.items()]
    if not isinstance(given, list):
        raise invalid(f"metaData: {source} has no entries")
    return [_entry(part) for part in given]


@pci.computes("metaData")
def show_metadata(_node, rows):
    kept = [row["metaData"] for row in rows]
    return [{"metaData": source and Inventory(f"{PCI}.PciDeviceMetaData", {
        "metaData": source,
        "metaDataEntries": [Inventory(f"{PCI}.PciDeviceMetaDataEntry", entry) for entry in parse_metadata(source)],
    })} for source in kept]  # fmt: skip


# -- offerings --------------------------------------------------------------------------------------------------


_match = insert(match.table)


def _fits(offered, device):
    """Whether a device is one of an offering: equal ids, sub-ids only where the offering has them."""
    sub = ("subvendorId", "subdeviceId")
    return all((device[name] or "").lower() == offered[name].lower()
               for name in ("vendorId", "deviceId", *(name for name in sub if offered[name])))  # fmt: skip


def _matched(node, device_uuid, offering_uuid):
    node.execute(_match, {"pciDeviceUuid": device_uuid, "pciDeviceOfferingUuid": offering_uuid})


def make_offering(node, fields, uuid=None):
    row = {"subvendorId": None, "subdeviceId": None, **fields}
    fitting = [device for device in pci.find(node, vendorId=row["vendorId"], deviceId=row["deviceId"])
               if _fits(row, device)]  # fmt: skip
    row.setdefault("type", OFFERING_TYPES.get(fitting[0]["type"], "Generic") if fitting else "Generic")
    uuid = offering.create(node, row, uuid)
    for device in fitting:
        _matched(node, device["uuid"], uuid)
    return uuid


@family.api("CreatePciDeviceOffering", creates=offering)
def create_offering(node, msg):
    ids = msg.picked("vendorId", "deviceId", "subvendorId", "subdeviceId")
    for name, value in ids.items():
        if not re.fullmatch(r"[0-9a-fA-F]{1,4}", value):
            raise invalid(f"{name}[{value}] is not of one to four hexadecimal digits")
    kinds = {*OFFERING_TYPES.values(), "Generic"}
    if msg.get("type", "Generic") not in kinds:
        raise invalid(f"type[{msg['type']}] is none of {sorted(kinds)}")
    row = {**ids, **msg.picked("name", "description", "type", "ramSize")}
    return {"inventory": offering.inventory(node, make_offering(node, row, msg.get("resourceUuid")))}


@family.api("DeletePciDeviceOffering", refs={"uuid": Shaped(offering)})
def delete_offering(node, msg):
    offering.destroy(node, msg["uuid"])


# -- discovery --------------------------------------------------------------------------------------------------

FACTS = ("pciDeviceAddress", "vendorId", "deviceId", "subvendorId", "subdeviceId", "type", "status", "description",
         "name", "vendor", "device", "iommuGroup", "rev", "virtStatus", "ramSize", "mdevSpecs")  # fmt: skip


def _complete(facts, position):
    """A device's facts with what is not said: a GPU in the slot of its position on the bus."""
    devices.known_facts("pci", facts, FACTS)
    slot = position + 32
    default = {"pciDeviceAddress": f"0000:{slot >> 5:02x}:{slot & 31:02x}.0", "type": "Generic", "status": "Active",
               "subvendorId": None, "subdeviceId": None}  # fmt: skip
    if "vendorId" not in facts:
        default |= {"vendorId": "10de", "deviceId": "1db6", "vendor": "NVIDIA Corporation", "type": "GPU_3D_Controller",
                    "device": "GV100GL [Tesla V100 PCIe 32GB]"}  # fmt: skip
    return {**default, **facts}


def _identity(device):
    return device["pciDeviceAddress"], device["vendorId"].lower(), device["deviceId"].lower()


def _spec_of(node, facts):
    """The specification of devices with these ids; made when there is none."""
    ids = {name: facts[name] for name in ("vendorId", "deviceId", "subvendorId", "subdeviceId")}
    known = spec.find(node, **ids)
    if known:
        return known[0]["uuid"]
    named = {name: facts.get(name) for name in ("vendor", "device", "ramSize", "type")}
    name = "_".join(filter(None, (facts.get("vendor"), facts.get("device")))) or f"{ids['vendorId']}:{ids['deviceId']}"
    return spec.create(node, {**ids, **named, "name": name[:255], "state": "Enabled", "isVirtual": False})


COLUMNS = [column.name for column in pci.c if column.name not in ("createDate", "lastOpDate")]


def _appear(node, host_uuid, found):
    """Makes the rows of devices that were found: pairs of their facts and of columns that a seed sets."""
    offerings, rows = offering.find(node), []
    for facts, more in found:
        words = " ".join(filter(None, (facts.get("vendor"), facts.get("device")))) or None
        row = {"uuid": node.uuid(), "description": words, **facts, "hostUuid": host_uuid, "state": "Enabled"}
        if node.old:
            row["type"] = row["type"] if row["type"] in OLD_TYPES else "Generic"
        else:
            virtualizable = "VFIO_MDEV_VIRTUALIZABLE" if facts.get("mdevSpecs") else "UNVIRTUALIZABLE"
            row = {"name": words or row["pciDeviceAddress"], "virtStatus": virtualizable, "chooser": "None",
                   "pciSpecUuid": _spec_of(node, facts), **row}  # fmt: skip
        row |= more
        rows.append({name: row.get(name) for name in COLUMNS})
    pci.create_many(node, rows)
    for (facts, _more), row in zip(found, rows, strict=True):
        for offered in offerings:
            if _fits(offered, facts):
                _matched(node, row["uuid"], offered["uuid"])
        for hook in found_hooks:
            hook(node, row, facts)
    return rows


def scan(node, row, machine):
    """What a connect does: rows for new devices, none for those that are gone, the kernel's word on the IOMMU."""
    known = {_identity(device): device for device in pci.find(node, hostUuid=row["uuid"])}
    found = [_complete(facts, position) for position, facts in
             enumerate(devices.plugged(node, row["managementIp"], machine, "pci"))]  # fmt: skip
    new = [(facts, {}) for facts in found if known.pop(_identity(facts), None) is None]
    for gone in known.values():
        pci.destroy(node, gone["uuid"], force=True)
    if new:
        _appear(node, row["uuid"], new)
    seeded = devices.plugged(node, row["managementIp"], machine, "iommuStatus")
    set_iommu(node, row["uuid"], status=seeded[-1]["status"] if seeded else machine.devices.get("iommu", "Active"))


connected_hooks.append(scan)


# -- life -------------------------------------------------------------------------------------------------------


@family.api("UpdatePciDevice", refs={"uuid": pci})
def update_device(node, msg):
    changes = msg.picked("name", "description", "state")
    if "metaData" in msg:
        entries = parse_metadata(msg["metaData"])
        changes["metaData"] = ";".join(f"{entry['key']}:{entry['op']}:{entry['value']}" for entry in entries)
    pci.update(node, msg["uuid"], **changes)
    return {"inventory": pci.inventory(node, msg["uuid"])}


@family.api("DeletePciDevice", refs={"uuid": Shaped(pci)})
def delete_device(node, msg):
    row = pci.get(node, msg["uuid"])
    if row and row["vmInstanceUuid"]:
        raise refused(f"pci device[uuid:{row['uuid']}] is attached to vm[uuid:{row['vmInstanceUuid']}]")
    pci.destroy(node, msg["uuid"], msg.force)


def require_iommu(node, host_uuid):
    state, status = iommu_of(node, host_uuid)
    if (state, status) != ("Enabled", "Active"):
        raise refused(f"the IOMMU of host[uuid:{host_uuid}] is {state} and {status}, not Enabled and Active")


def _available(row):
    return row["state"] == "Enabled" and row["status"] == "Active" and row["virtStatus"] != "VFIO_MDEV_VIRTUALIZED"


@family.api("AttachPciDeviceToVm", refs={"pciDeviceUuid": pci, "vmInstanceUuid": vm})
def attach(node, msg):
    row, guest = pci.require(node, msg["pciDeviceUuid"]), vm.require(node, msg["vmInstanceUuid"])
    if not _available(row):
        raise refused(f"pci device[uuid:{row['uuid']}] is {row['state']} and {row['status']}, it cannot be attached")
    devices.require_vm_state(guest)
    require_iommu(node, row["hostUuid"])
    home = host.get(node, row["hostUuid"])
    try:
        devices.require_usable(home)
        devices.place(node, guest, home)
    except ApiError as error:
        raise ApiError("HOST_ALLOCATION.1001", error.details) from error
    if not node.old and row["iommuGroup"]:
        for other in pci.find(node, pci.c.uuid != row["uuid"], hostUuid=home["uuid"], iommuGroup=row["iommuGroup"]):
            if other["vmInstanceUuid"] != guest["uuid"] and not _available(other):
                raise refused(f"pci device[uuid:{other['uuid']}] of the same IOMMU group is {other['status']}")
    pci.update(node, row["uuid"], vmInstanceUuid=guest["uuid"], status="Attached", chooser="Device")
    return {"inventory": pci.inventory(node, row["uuid"])}


@family.api("DetachPciDeviceFromVm", refs={"pciDeviceUuid": pci, "vmInstanceUuid": vm})
def detach(node, msg):
    row, guest = pci.require(node, msg["pciDeviceUuid"]), vm.require(node, msg["vmInstanceUuid"])
    if row["vmInstanceUuid"] != guest["uuid"]:
        raise refused(f"pci device[uuid:{row['uuid']}] is not attached to vm[uuid:{guest['uuid']}]")
    devices.require_vm_state(guest)
    pci.update(node, row["uuid"], vmInstanceUuid=None, status="Active", chooser="None")
    return {"inventory": pci.inventory(node, row["uuid"])}


@family.api("GetPciDeviceCandidatesForAttachingVm", refs={"vmInstanceUuid": vm})
def candidates(node, msg):
    homes = [uuid for uuid in devices.reachable_hosts(node, vm.require(node, msg["vmInstanceUuid"]), pci)
             if iommu_of(node, uuid) == ("Enabled", "Active")]  # fmt: skip
    criteria = [pci.c.hostUuid.in_(homes)]
    if msg.get("types"):
        criteria.append(pci.c.type.in_(msg["types"]))
    if msg.get("pciSpecUuids"):
        criteria.append(pci.c.pciSpecUuid.in_(msg["pciSpecUuids"]))
    return {"inventories": pci.inventories(node, filter(_available, pci.find(node, *criteria)))}


@family.api("UpdatePciDeviceSpec", refs={"uuid": spec})
def update_spec(node, msg):
    spec.update(node, msg["uuid"], **msg.picked("name", "description", "state"))
    return {"inventory": spec.inventory(node, msg["uuid"])}


# -- IOMMU ------------------------------------------------------------------------------------------------------


_iommu = select(iommu_table).where(iommu_table.c.hostUuid == bindparam("key"))


def iommu_of(node, host_uuid):
    """State and status of a host's IOMMU."""
    row = node.execute(_iommu, {"key": host_uuid}).first()
    return (row.state, row.status) if row else ("Disabled", "Active")


def set_iommu(node, host_uuid, **changes):
    now = dict(zip(("state", "status"), iommu_of(node, host_uuid), strict=True))
    if now == now | changes:
        return
    if not node.execute(update(iommu_table).where(iommu_table.c.hostUuid == host_uuid).values(**changes)).rowcount:
        node.execute(insert(iommu_table), {"hostUuid": host_uuid, **now, **changes})


@family.api("GetHostIommuStatus", refs={"uuid": host})
def iommu_status(node, msg):
    return {"status": iommu_of(node, msg["uuid"])[1]}


@family.api("GetHostIommuState", refs={"uuid": host})
def iommu_state(node, msg):
    return {"state": iommu_of(node, msg["uuid"])[0]}


@family.api("UpdateHostIommuState", refs={"uuid": host})
def update_iommu_state(node, msg):
    set_iommu(node, msg["uuid"], state=msg["state"])
    return {"state": msg["state"]}


# -- seeds ------------------------------------------------------------------------------------------------------


ROW_ONLY = ("uuid", "hostUuid", "vmInstanceUuid", "state", "metaData")


@family.seed("pciDevices", pci, only=[*FACTS, *ROW_ONLY], within=["hosts", "vms"],
             named_by=["hostUuid", "vmInstanceUuid"], bulk=True, mdevSpecs=list[dict[str, Any]])  # fmt: skip
def seed_devices(node, places):
    """Below a host, or below a VM, which then has it."""
    made = []
    for _place, group in groupby(places, key=lambda pair: id(pair[1])):
        group = list(group)
        made += _seed_below(node, [fields for fields, _parents in group], group[0][1])
    return made


def _seed_below(node, items, parents):
    home, guest = devices.seat(node, parents, items[0])
    taken = {"vmInstanceUuid": guest["uuid"], "status": "Attached", "chooser": "Device"} if guest else {}
    facts = [{name: value for name, value in fields.items() if name not in ROW_ONLY} for fields in items]
    own = [{name: value for name, value in fields.items() if name in ROW_ONLY} | taken for fields in items]
    facts = devices.plug(node, home, "pci", facts, _complete)
    return _appear(node, home["uuid"], list(zip(facts, own, strict=True)))


@family.seed("pciDeviceOfferings", offering)
def seed_offering(node, fields, _parents):
    own = {name: value for name, value in fields.items() if name != "uuid"}
    return offering.get(node, make_offering(node, {"name": "pci", **own}, fields.get("uuid")))


@family.seed(
    "iommu", None, within=["hosts"], state=Literal["Enabled", "Disabled"], status=Literal["Active", "Inactive"]
)
def seed_iommu(node, fields, parents):
    """Below a host: ``{"state": "Enabled", "status": "Active"}``."""
    home = parents["hosts"]
    if "status" in fields:
        devices.plug(node, home, "iommuStatus", [{"status": fields["status"]}], lambda facts, _position: facts)
    set_iommu(node, home["uuid"], **fields)
    return home
