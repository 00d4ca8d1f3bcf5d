# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""MDEV devices: parts of virtualized PCI devices, and their specifications. Only 5.2 has them."""

from __future__ import annotations

from sqlalchemy import insert, update

from ...errors import internal, invalid, refused
from ...family import Family, Shaped
from ...store import Resource, flag, link_table, moment, number, ref, text
from ..compute.cluster import cluster
from ..compute.host import host
from ..vms.vm import vm
from . import device as devices
from .pci import PCI, STATES, found_hooks, iommu_of, pci, require_iommu

NAME_LENGTH = 32  # the column's, which the API does not know

FIDELITY = {
    "QueryMdevDevice": ("inferred", None),
    "UpdateMdevDevice": ("inferred", "a name over 32 characters is SYS.1000, as the column is no longer"),
    "DeleteMdevDevice": ("inferred", None),
    "AttachMdevDeviceToVm": ("inferred", "a VM may be Running or Stopped"),
    "DetachMdevDeviceFromVm": ("inferred", None),
    "GetMdevDeviceCandidates": ("inferred", None),
    "QueryMdevDeviceSpec": ("inferred", "made by the scan of hosts, out of the mdevSpecs of a PCI device's facts"),
    "UpdateMdevDeviceSpec": ("inferred", None),
    "GetMdevDeviceSpecCandidates": ("approximated", "the specifications of the candidates"),
    "GenerateMdevDevices": ("inferred", "four devices unless the facts say how many (maxInstances)"),
    "UngenerateMdevDevices": ("inferred", None),
}

TYPES = ("GPU_Video_Controller", "GPU_Processing_Accelerators", "GPU_3D_Controller", "SE_Controller")

mdev = Resource(
    "mdev_device", "MdevDeviceVO", f"{PCI}.virtual.vfio_mdev.MdevDeviceInventory",
    text("name", index=True), text("description"), ref("parentUuid", "pci_device"), text("mttyUuid"),
    ref("hostUuid", "host"), ref("vmInstanceUuid", "vm", "SET NULL"), ref("mdevSpecUuid", "mdev_spec", "SET NULL"),
    text("type", values=TYPES), text("state", values=STATES), text("status", values=("Active", "Attached", "Reserved")),
    text("chooser"), text("vendor"),
)  # fmt: skip
spec = Resource(
    "mdev_spec", "MdevDeviceSpecVO", f"{PCI}.specification.mdev.MdevDeviceSpecInventory",
    text("name", index=True), text("description"), text("specification"), text("type", values=TYPES),
    text("state", values=STATES), text("vendor"),
)  # fmt: skip
# What a PCI device can be cut into; `effective` is how it is cut now.
offered = Resource(
    "pci_mdev_spec", "PciDeviceMdevSpecRefVO", f"{PCI}.specification.mdev.PciDeviceMdevSpecRefInventory",
    registered=False,
    table=link_table(
        "pci_mdev_spec", ref("pciDeviceUuid", "pci_device", "CASCADE"), ref("mdevSpecUuid", "mdev_spec", "CASCADE"),
        flag("effective"), number("instances", secret=True), moment("createDate"), moment("lastOpDate"),
    ),
)  # fmt: skip

pci.nests("mdevSpecRefs", lambda: offered.view, "pciDeviceUuid", since="5.2")
pci.relates("mdevDevice", "mdev_device", theirs="parentUuid")
mdev.relates("parent", "pci_device", own="parentUuid")
mdev.relates("mdevSpec", "mdev_spec", own="mdevSpecUuid")
spec.relates("mdevDevice", "mdev_device", theirs="mdevSpecUuid")
devices.attachable(mdev, "mdevDevice", {"vmInstanceUuid": None, "status": "Active", "chooser": "None"})

family = Family()
family.query("QueryMdevDevice", mdev)
family.query("QueryMdevDeviceSpec", spec)


def found(node, row, facts):
    """The specifications a new PCI device brings: ``{"name", "specification", "maxInstances", "type"}`` each."""
    for each in () if node.old else facts.get("mdevSpecs") or ():
        devices.known_facts("mdevSpecs", each, ("name", "specification", "maxInstances", "type", "description"))
        kind = _kind(row, each)
        same = spec.find(node, name=each["name"], type=kind)
        uuid = same[0]["uuid"] if same else spec.create(node, {
            "name": each["name"], "description": each.get("description"), "specification": each.get("specification"),
            "type": kind, "state": "Enabled", "vendor": row["vendor"],
        })  # fmt: skip
        node.execute(insert(offered.table), {
            "pciDeviceUuid": row["uuid"], "mdevSpecUuid": uuid, "effective": False, "createDate": node.now(),
            "instances": each.get("maxInstances", 4), "lastOpDate": node.now(),
        })  # fmt: skip


def _kind(parent, facts):
    """The type of what a PCI device can be cut into: its own, where that is one of these."""
    kind = facts.get("type") or (parent["type"] if parent["type"] in TYPES else TYPES[0])
    if kind not in TYPES:
        raise ValueError(f"mdevSpecs: type {kind!r} is none of {', '.join(TYPES)}")
    return kind


found_hooks.append(found)


@pci.on_delete(order=10)
def parent_goes(node, row, force):
    children = mdev.find(node, parentUuid=row["uuid"])
    for child in () if force else children:
        _require_free(child)
    for child in children:
        mdev.destroy(node, child["uuid"], force)


# -- generation -------------------------------------------------------------------------------------------------


def _cut(node, parent, spec_uuid, effective, virt_status):
    pci.update(node, parent["uuid"], virtStatus=virt_status)
    ours = (offered.c.pciDeviceUuid == parent["uuid"]) & (offered.c.mdevSpecUuid == spec_uuid)
    node.execute(update(offered.table).where(ours).values(effective=effective, lastOpDate=node.now()))


def _make(node, parent, kind, name, **more):
    row = {"name": name[:NAME_LENGTH], "parentUuid": parent["uuid"], "hostUuid": parent["hostUuid"],
           "mdevSpecUuid": kind["uuid"], "type": kind["type"], "state": "Enabled", "status": "Active",
           "chooser": "None", "vendor": kind["vendor"], **more}  # fmt: skip
    return mdev.create(node, row, more.pop("uuid", None))


@family.api("GenerateMdevDevices", refs={"pciDeviceUuid": pci, "mdevSpecUuid": spec})
def generate(node, msg):
    parent, kind = pci.require(node, msg["pciDeviceUuid"]), spec.require(node, msg["mdevSpecUuid"])
    if parent["state"] != "Enabled" or parent["status"] != "Active":
        raise refused(f"pci device[uuid:{parent['uuid']}] is {parent['state']} and {parent['status']}")
    if parent["virtStatus"] != "VFIO_MDEV_VIRTUALIZABLE":
        raise refused(f"pci device[uuid:{parent['uuid']}] is {parent['virtStatus']}")
    cuts = offered.find(node, pciDeviceUuid=parent["uuid"], mdevSpecUuid=kind["uuid"])
    if not cuts or kind["state"] != "Enabled":
        raise refused(f"mdev spec[uuid:{kind['uuid']}] is not one of the device's, or Disabled")
    require_iommu(node, parent["hostUuid"])
    devices.require_usable(host.get(node, parent["hostUuid"]))
    _cut(node, parent, kind["uuid"], True, "VFIO_MDEV_VIRTUALIZED")
    for _number in range(cuts[0]["instances"]):
        _make(node, parent, kind, kind["name"])


@family.api("UngenerateMdevDevices", refs={"pciDeviceUuid": pci})
def ungenerate(node, msg):
    parent = pci.require(node, msg["pciDeviceUuid"])
    children = mdev.find(node, parentUuid=parent["uuid"])
    if parent["virtStatus"] != "VFIO_MDEV_VIRTUALIZED":
        raise refused(f"pci device[uuid:{parent['uuid']}] is {parent['virtStatus']}")
    if any(child["vmInstanceUuid"] for child in children):
        raise refused(f"mdev devices of pci device[uuid:{parent['uuid']}] are attached to VMs")
    for child in children:
        mdev.destroy(node, child["uuid"])
    for cut in offered.find(node, pciDeviceUuid=parent["uuid"], effective=True):
        _cut(node, parent, cut["mdevSpecUuid"], False, "VFIO_MDEV_VIRTUALIZABLE")


# -- life -------------------------------------------------------------------------------------------------------


def _require_free(row):
    if row["vmInstanceUuid"]:
        raise refused(f"mdev device[uuid:{row['uuid']}] is attached to vm[uuid:{row['vmInstanceUuid']}]")


@family.api("UpdateMdevDevice", refs={"uuid": mdev})
def update_device(node, msg):
    row = mdev.require(node, msg["uuid"])
    if msg.get("state", row["state"]) != row["state"]:
        _require_free(row)
    if len(msg.get("name", "")) > NAME_LENGTH:
        raise internal("data too long for column 'name' at row 1")
    mdev.update(node, row["uuid"], **msg.picked("name", "description", "state"))
    return {"inventory": mdev.inventory(node, row["uuid"])}


@family.api("DeleteMdevDevice", refs={"mdevDeviceUuid": Shaped(mdev)})
def delete(node, msg):
    row = mdev.get(node, msg["mdevDeviceUuid"])
    if row is not None:
        _require_free(row)
        mdev.destroy(node, row["uuid"], msg.force)


@family.api("AttachMdevDeviceToVm", refs={"mdevDeviceUuid": mdev, "vmInstanceUuid": vm})
def attach(node, msg):
    row, guest = mdev.require(node, msg["mdevDeviceUuid"]), vm.require(node, msg["vmInstanceUuid"])
    _require_free(row)
    if row["state"] != "Enabled" or row["status"] != "Active":
        raise refused(f"mdev device[uuid:{row['uuid']}] is {row['state']} and {row['status']}")
    devices.require_vm_state(guest)
    home = host.get(node, row["hostUuid"])
    devices.require_usable(home)
    require_iommu(node, home["uuid"])
    devices.place(node, guest, home)
    mdev.update(node, row["uuid"], vmInstanceUuid=guest["uuid"], status="Attached", chooser="Device")
    return {"inventory": mdev.inventory(node, row["uuid"])}


@family.api("DetachMdevDeviceFromVm", refs={"mdevDeviceUuid": mdev, "vmInstanceUuid": vm})
def detach(node, msg):
    row, guest = mdev.require(node, msg["mdevDeviceUuid"]), vm.require(node, msg["vmInstanceUuid"])
    if row["vmInstanceUuid"] != guest["uuid"]:
        raise refused(f"mdev device[uuid:{row['uuid']}] is not attached to vm[uuid:{guest['uuid']}]")
    devices.require_vm_state(guest)
    mdev.update(node, row["uuid"], vmInstanceUuid=None, status="Active", chooser="None")
    return {"inventory": mdev.inventory(node, row["uuid"])}


# -- specifications and candidates ------------------------------------------------------------------------------


@family.api("UpdateMdevDeviceSpec", refs={"uuid": spec})
def update_spec(node, msg):
    spec.update(node, msg["uuid"], **msg.picked("name", "description", "state"))
    return {"inventory": spec.inventory(node, msg["uuid"])}


PLACES = {"clusterUuids": cluster, "hostUuid": host, "vmInstanceUuid": vm}


def _candidates(node, msg):
    """The rows of devices that could be attached in the one place that is named, or anywhere."""
    named = [name for name in PLACES if msg.get(name)]
    if len(named) > 1:
        raise invalid(f"only one of {', '.join(PLACES)} can be given")
    if "vmInstanceUuid" in named:
        uuids = devices.reachable_hosts(node, vm.require(node, msg["vmInstanceUuid"]), mdev)
        homes = host.find(node, host.c.uuid.in_(uuids))
    elif "hostUuid" in named:
        homes = [host.require(node, msg["hostUuid"])]
    else:
        homes = host.find(node, *([host.c.clusterUuid.in_(msg["clusterUuids"])] if named else ()))
    good = [row["uuid"] for row in homes
            if devices.usable(row) and iommu_of(node, row["uuid"]) == ("Enabled", "Active")]  # fmt: skip
    kinds = [mdev.c.type.in_(msg["types"])] if msg.get("types") else []
    return mdev.find(node, mdev.c.hostUuid.in_(good), *kinds, state="Enabled", status="Active")


@family.api("GetMdevDeviceCandidates", refs=PLACES)
def candidates(node, msg):
    return {"inventories": mdev.inventories(node, _candidates(node, msg))}


@family.api("GetMdevDeviceSpecCandidates", refs=PLACES)
def spec_candidates(node, msg):
    kinds = {row["mdevSpecUuid"] for row in _candidates(node, msg)}
    return {"inventories": spec.inventories(node, spec.find(node, spec.c.uuid.in_(kinds), state="Enabled"))}


@family.seed("mdevDevices", mdev, within=["pciDevices"], spec=str)
def seed(node, fields, parents):
    """Below a PCI device, which it makes a virtualized one; ``{"spec": "GRID M60-2A"}`` names the specification, and
    ``vmInstanceUuid`` the VM that has it."""
    parent = parents["pciDevices"]
    name = fields.get("spec", "GRID M60-2A")
    own = {key: value for key, value in fields.items() if key != "spec"}
    ours = [ref["mdevSpecUuid"] for ref in offered.find(node, pciDeviceUuid=parent["uuid"])]
    if not spec.find(node, spec.c.uuid.in_(ours), name=name):
        found(node, parent, {"mdevSpecs": [{"name": name}]})
    kind = spec.find(node, spec.c.uuid.in_([ref["mdevSpecUuid"] for ref in offered.find(
        node, pciDeviceUuid=parent["uuid"])]), name=name)[0]  # fmt: skip
    _cut(node, parent, kind["uuid"], True, "VFIO_MDEV_VIRTUALIZED")
    if "type" in own:
        _kind(parent, own)
    if "vmInstanceUuid" in own:
        own |= {"status": "Attached", "chooser": "Device"}
    return mdev.get(node, _make(node, parent, kind, own.pop("name", name), **own))
