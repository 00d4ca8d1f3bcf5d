# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""USB devices, that a VM instance has one, and the redirection of those that its users plug in."""

from __future__ import annotations

from .._api import usb as api
from .host import HOST
from .resource import Resource
from .vm import VM
from .words import Action, Event, Field, Listing, Member, Tags

USB_DEVICE = Resource(
    name="usb_device",
    query=api.QUERY_USB_DEVICE,
    # Where it is plugged in, which changes when it is plugged in anew; or what it is.
    identity=(
        ("bus_num", "dev_num", "host"),
        ("id_vendor", "id_product", "i_serial", "host"),
        ("id_vendor", "id_product", "host"),
    ),
    inventory=(
        *("uuid", "name", "description", "hostUuid", "vmInstanceUuid", "state", "busNum", "devNum", "idVendor"),
        *("idProduct", "iManufacturer", "iProduct", "iSerial", "usbVersion", "createDate", "lastOpDate"),
    ),
    inventory_by={"5.2": ("attachType",)},
    names={"vmInstanceUuid": VM},
    words=(
        Field("host", api="hostUuid", ref=HOST),
        Field("bus_num"),
        Field("dev_num"),
        Field("id_vendor"),
        Field("id_product"),
        Field("i_serial"),
        Field("name", update=(api.UPDATE_USB_DEVICE,)),
        Field("description", update=(api.UPDATE_USB_DEVICE,)),
        Event("enabled", api.UPDATE_USB_DEVICE, {"state": "Enabled"}, {"state": ("Enabled",)}),
        Event(
            "disabled",
            api.UPDATE_USB_DEVICE,
            {"state": "Disabled"},
            {"state": ("Disabled",)},
            needs={"vmInstanceUuid": (None,)},
        ),
        Tags("UsbDeviceVO"),
    ),
)

_ATTACH_TYPE = Field("attach_type", only="5.2", choices=("PassThrough", "Redirect"))


def _asking(draft):
    given = draft.fields.get("attach_type")
    return {"vmInstanceUuid": draft.holder, **({"attachType": given} if given else {})}


USB_ATTACHMENT = Member(
    name="usb_attachment",
    holder="vm",
    to=VM,
    member="usb_device",
    of=USB_DEVICE,
    row="vmInstanceUuid",
    add=api.ATTACH_USB_DEVICE_TO_VM,
    remove=api.DETACH_USB_DEVICE_FROM_VM,
    this="vmInstanceUuid",
    other="usbDeviceUuid",
    criteria=(
        Field("host", api="hostUuid", ref=HOST),
        Field("id_vendor", spelling=str.lower),
        Field("id_product", spelling=str.lower),
        Field("i_manufacturer"),
        Field("i_product"),
        Field("i_serial"),
        Field("usb_version"),
    ),
    sends=(_ATTACH_TYPE,),
    candidates=api.GET_USB_DEVICE_CANDIDATES_FOR_ATTACHING_VM,
    asking=_asking,
    needs={"state": ("Enabled",)},
    place="hostUuid",
    becomes={"attachType": ("PassThrough",)},
    label=("name", "iSerial"),
)

USB_CANDIDATES = Listing(
    "usb_devices",
    api.GET_USB_DEVICE_CANDIDATES_FOR_ATTACHING_VM,
    fields=(Field("vm", api="vmInstanceUuid", ref=VM, required=True), _ATTACH_TYPE),
    resource=USB_DEVICE,
)

USB_REDIRECT = Action(
    name="vm_usb_redirect",
    api=api.SET_VM_USB_REDIRECT,
    fields=(Field("vm", api="uuid", ref=VM, required=True), Field("enabled", api="enable", type="bool", required=True)),
    subject="vm",
    asks=api.GET_VM_USB_REDIRECT,
    asking=lambda draft: {"uuid": draft.uuid},
    measure=lambda draft: {"enabled": draft.asked and draft.asked["enable"]},
    wanted=lambda draft: {"enabled": draft.fields["enabled"]},
)
