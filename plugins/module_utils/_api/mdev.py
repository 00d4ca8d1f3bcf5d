# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mediated devices and their specifications."""

from __future__ import annotations

from .declaration import DELETE_MODE, DESCRIPTION, NAME, UUID, Api, P, query

_STATE = P("state", choices=("Enabled", "Disabled"))
_DEVICE = P("mdevDeviceUuid", required=True)
_VM = P("vmInstanceUuid", required=True)
# The node takes one of them only.
_FOR = (P("clusterUuids", "list"), P("hostUuid"), P("vmInstanceUuid"))
_ATTACHMENT = "/mdev-devices/{mdevDeviceUuid}/vm-instances/{vmInstanceUuid}"

QUERY_MDEV_DEVICE = query("MdevDevice", "/mdev-devices", only="5.2")
QUERY_MDEV_DEVICE_SPEC = query("MdevDeviceSpec", "/mdev-device-specs", only="5.2")
UPDATE_MDEV_DEVICE = Api(
    "UpdateMdevDevice", "PUT", "/mdev-devices/{uuid}/actions", UUID, NAME, DESCRIPTION, _STATE, only="5.2"
)
UPDATE_MDEV_DEVICE_SPEC = Api(
    "UpdateMdevDeviceSpec", "PUT", "/mdev-device-specs/{uuid}/actions", UUID, NAME, DESCRIPTION, _STATE, only="5.2"
)
DELETE_MDEV_DEVICE = Api(
    "DeleteMdevDevice", "DELETE", "/mdev-devices/{mdevDeviceUuid}", _DEVICE, DELETE_MODE, only="5.2"
)
ATTACH_MDEV_DEVICE_TO_VM = Api("AttachMdevDeviceToVm", "POST", _ATTACHMENT, _DEVICE, _VM, only="5.2")
DETACH_MDEV_DEVICE_FROM_VM = Api(
    "DetachMdevDeviceFromVm", "DELETE", _ATTACHMENT, _DEVICE, _VM, only="5.2", returns=("inventory",)
)
GET_MDEV_DEVICE_CANDIDATES = Api(
    "GetMdevDeviceCandidates", "GET", "/mdev-devices/candidates", *_FOR, P("types", "list"), only="5.2"
)
GET_MDEV_DEVICE_SPEC_CANDIDATES = Api(
    "GetMdevDeviceSpecCandidates",
    "GET",
    "/mdev-device-specs/candidates",
    *_FOR,
    P("vmInstanceUuids", "list"),
    P("types", "list"),
    only="5.2",
)
GENERATE_MDEV_DEVICES = Api(
    "GenerateMdevDevices",
    "PUT",
    "/pci-devices/{pciDeviceUuid}/actions",
    P("pciDeviceUuid", required=True),
    P("mdevSpecUuid", required=True),
    only="5.2",
    returns=(),
)
UNGENERATE_MDEV_DEVICES = Api(
    "UngenerateMdevDevices",
    "PUT",
    "/pci-devices/{pciDeviceUuid}/actions",
    P("pciDeviceUuid", required=True),
    only="5.2",
    returns=(),
)
