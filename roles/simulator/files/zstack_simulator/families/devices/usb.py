# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""USB devices of hosts, and the USB redirect of VMs."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import func, or_, select

from ...errors import refused
from ...family import Family
from ...store import Resource, ref, tag, text
from ..compute.host import connected_hooks, host
from ..vms.vm import vm
from . import device as devices

STATES = ("Enabled", "Disabled")
# How many devices of each USB generation a VM can have, and how many redirected ones a host can serve.
VM_LIMITS = {"1": 1, "2": 6, "3": 4}
REDIRECT_PORTS = 64
REDIRECT_TAG = "usbRedirect::"

FIDELITY = {
    "QueryUsbDevice": ("inferred", None),
    "UpdateUsbDevice": ("inferred", None),
    "AttachUsbDeviceToVm": ("inferred", "a VM takes one USB 1, six USB 2 and four USB 3 devices"),
    "DetachUsbDeviceFromVm": ("inferred", None),
    "GetUsbDeviceCandidatesForAttachingVm": ("inferred", None),
    "GetVmUsbRedirect": ("inferred", "kept as the VM's system tag usbRedirect::true"),
    "SetVmUsbRedirect": ("inferred", "allowed in every state of the VM"),
}

usb = Resource(
    "usb_device", "UsbDeviceVO", "org.zstack.usbDevice.UsbDeviceInventory",
    text("name", index=True), text("description"), ref("hostUuid", "host"), ref("vmInstanceUuid", "vm", "SET NULL"),
    text("state", values=STATES), text("busNum"), text("devNum"), text("idVendor"), text("idProduct"),
    text("iManufacturer"), text("iProduct"), text("iSerial"), text("usbVersion"), text("attachType", since="5.2"),
)  # fmt: skip
# A redirected device reaches its VM over the network, wherever that goes.
PASSED_THROUGH = or_(usb.c.attachType.is_(None), usb.c.attachType != "Redirect")
devices.attachable(usb, "usbDevice", {"vmInstanceUuid": None, "attachType": None}, PASSED_THROUGH)
vm.system_tags.append(f"{REDIRECT_TAG}*")

family = Family()
family.query("QueryUsbDevice", usb)

FACTS = ("busNum", "devNum", "idVendor", "idProduct", "iManufacturer", "iProduct", "iSerial", "usbVersion", "name",
         "description")  # fmt: skip
ROW_ONLY = ("uuid", "hostUuid", "vmInstanceUuid", "state", "attachType")


def _complete(facts, position):
    """A device's facts with what is not said: a USB stick on the next number of the bus."""
    devices.known_facts("usb", facts, FACTS)
    default = {"busNum": "001", "devNum": f"{position + 2:03}", "usbVersion": "3.0"}
    if "idVendor" not in facts:
        default |= {"idVendor": "0781", "idProduct": "5591", "iManufacturer": "SanDisk", "iProduct": "Ultra USB 3.0",
                    "iSerial": f"{position + 1:012}"}  # fmt: skip
    facts = {**default, **facts}
    name = " ".join(filter(None, (facts.get("iManufacturer"), facts.get("iProduct"))))
    return {"name": name or f"{facts['idVendor']}:{facts['idProduct']}", **facts}


def _identity(device):
    return tuple(device.get(name) for name in ("busNum", "devNum", "idVendor", "idProduct", "iSerial"))


def scan(node, row, machine):
    """What a connect does: rows for new devices, none for those that are gone."""
    known = {_identity(device): device for device in usb.find(node, hostUuid=row["uuid"])}
    for position, facts in enumerate(devices.plugged(node, row["managementIp"], machine, "usb")):
        facts = _complete(facts, position)
        if known.pop(_identity(facts), None) is None:
            usb.create(node, {**facts, "hostUuid": row["uuid"], "state": "Enabled"})
    for gone in known.values():
        usb.destroy(node, gone["uuid"], force=True)


connected_hooks.append(scan)


@family.api("UpdateUsbDevice", refs={"uuid": usb})
def update(node, msg):
    row = usb.require(node, msg["uuid"])
    if msg.get("state") == "Disabled" and row["vmInstanceUuid"]:
        raise refused(f"usb device[uuid:{row['uuid']}] is attached to vm[uuid:{row['vmInstanceUuid']}]")
    usb.update(node, row["uuid"], **msg.picked("name", "description", "state"))
    return {"inventory": usb.inventory(node, row["uuid"])}


@family.api("AttachUsbDeviceToVm", refs={"usbDeviceUuid": usb, "vmInstanceUuid": vm})
def attach(node, msg):
    row, guest = usb.require(node, msg["usbDeviceUuid"]), vm.require(node, msg["vmInstanceUuid"])
    if row["vmInstanceUuid"]:
        raise refused(f"usb device[uuid:{row['uuid']}] is attached to vm[uuid:{row['vmInstanceUuid']}] already")
    if row["state"] != "Enabled":
        raise refused(f"usb device[uuid:{row['uuid']}] is {row['state']}")
    devices.require_vm_state(guest)
    home = host.get(node, row["hostUuid"])
    devices.require_usable(home)
    how = None if node.old else msg["attachType"]
    if how == "Redirect":
        served = select(func.count()).where(usb.c.hostUuid == home["uuid"], usb.c.attachType == "Redirect")
        if node.execute(served).scalar_one() >= REDIRECT_PORTS:
            raise refused(f"host[uuid:{home['uuid']}] has no USB redirect port left, all {REDIRECT_PORTS} are taken")
    else:
        devices.place(node, guest, home)
    had = Counter(other["usbVersion"][:1] for other in usb.find(node, vmInstanceUuid=guest["uuid"]))
    generation = row["usbVersion"][:1]
    if had[generation] >= VM_LIMITS.get(generation, REDIRECT_PORTS):
        raise refused(f"vm[uuid:{guest['uuid']}] has {had[generation]} USB {generation} devices, it can have no more")
    usb.update(node, row["uuid"], vmInstanceUuid=guest["uuid"], attachType=how)
    return {"inventory": usb.inventory(node, row["uuid"])}


@family.api("DetachUsbDeviceFromVm", refs={"usbDeviceUuid": usb})
def detach(node, msg):
    row = usb.require(node, msg["usbDeviceUuid"])
    if not row["vmInstanceUuid"]:
        raise refused(f"usb device[uuid:{row['uuid']}] is not attached to any vm")
    devices.require_vm_state(vm.get(node, row["vmInstanceUuid"]))
    usb.update(node, row["uuid"], vmInstanceUuid=None, attachType=None)
    return {"inventory": usb.inventory(node, row["uuid"])}


@family.api("GetUsbDeviceCandidatesForAttachingVm", refs={"vmInstanceUuid": vm})
def candidates(node, msg):
    guest = vm.require(node, msg["vmInstanceUuid"])
    if msg.get("attachType") == "Redirect":
        homes = [row["uuid"] for row in host.find(node, zoneUuid=guest["zoneUuid"]) if devices.usable(row)]
    else:
        homes = devices.reachable_hosts(node, guest, usb)
    free = usb.find(node, usb.c.hostUuid.in_(homes), usb.c.vmInstanceUuid.is_(None), state="Enabled")
    return {"inventories": usb.inventories(node, free)}


# -- redirect ---------------------------------------------------------------------------------------------------


def _redirect_tags(node, guest_uuid):
    return tag.find(node, tag.c.tag.like(f"{REDIRECT_TAG}%"), resourceUuid=guest_uuid, type="System")


@family.api("GetVmUsbRedirect", refs={"uuid": vm})
def get_redirect(node, msg):
    return {"enable": any(row["tag"] == f"{REDIRECT_TAG}true" for row in _redirect_tags(node, msg["uuid"]))}


@family.api("SetVmUsbRedirect", refs={"uuid": vm})
def set_redirect(node, msg):
    for row in _redirect_tags(node, msg["uuid"]):
        tag.delete(node, row["uuid"])
    node.add_tag(vm, msg["uuid"], f"{REDIRECT_TAG}{'true' if msg['enable'] else 'false'}", "System")


@family.seed(
    "usbDevices", usb, only=[*FACTS, *ROW_ONLY], within=["hosts", "vms"], named_by=["hostUuid", "vmInstanceUuid"]
)
def seed(node, fields, parents):
    """Below a host, or below a VM, which then has it."""
    home, guest = devices.seat(node, parents, fields)
    own = {name: fields[name] for name in ("state", "attachType") if name in fields}
    facts = {name: value for name, value in fields.items() if name not in ROW_ONLY}
    (facts,) = devices.plug(node, home, "usb", [facts], _complete)
    if guest is not None:
        own = {"vmInstanceUuid": guest["uuid"], "attachType": None if node.old else "PassThrough", **own}
    row = {**facts, "hostUuid": home["uuid"], "state": "Enabled", **own}
    return usb.get(node, usb.create(node, row, fields.get("uuid")))
