# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""USB devices and their redirection."""

from __future__ import annotations

from .declaration import DESCRIPTION, UUID, Api, P, query

GET_VM_USB_REDIRECT = Api("GetVmUsbRedirect", "GET", "/vm-instances/{uuid}/usbredirect", UUID, returns=("enable",))
SET_VM_USB_REDIRECT = Api(
    "SetVmUsbRedirect", "PUT", "/vm-instances/{uuid}/actions", UUID, P("enable", "bool", required=True), returns=()
)
ATTACH_USB_DEVICE_TO_VM = Api(
    "AttachUsbDeviceToVm",
    "POST",
    "/usb-device/usb-devices/{usbDeviceUuid}/attach",
    P("usbDeviceUuid", required=True),
    P("vmInstanceUuid", required=True),
    P("attachType", only="5.2", choices=("PassThrough", "Redirect")),
)
DETACH_USB_DEVICE_FROM_VM = Api(
    "DetachUsbDeviceFromVm", "POST", "/usb-device/usb-devices/{usbDeviceUuid}/detach", P("usbDeviceUuid", required=True)
)
GET_USB_DEVICE_CANDIDATES_FOR_ATTACHING_VM = Api(
    "GetUsbDeviceCandidatesForAttachingVm",
    "GET",
    "/vm-instances/{vmInstanceUuid}/candidate-usb-devices",
    P("vmInstanceUuid", required=True),
    P("attachType", only="5.2", choices=("PassThrough", "Redirect")),
)
QUERY_USB_DEVICE = query("UsbDevice", "/usb-device/usb-devices")
UPDATE_USB_DEVICE = Api(
    "UpdateUsbDevice",
    "PUT",
    "/usb-device/usb-devices/{uuid}/actions",
    UUID,
    P("name", most=2048),
    DESCRIPTION,
    P("state", choices=("Enabled", "Disabled")),
)
