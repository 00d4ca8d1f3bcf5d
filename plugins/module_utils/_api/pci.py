# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""PCI devices, their offerings, and the IOMMU of hosts."""

from __future__ import annotations

from .declaration import DELETE_MODE, DESCRIPTION, RESOURCE_UUID, TAG_UUIDS, UUID, Api, P, query

QUERY_PCI_DEVICE = query("PciDevice", "/pci-device/pci-devices")
UPDATE_PCI_DEVICE = Api(
    "UpdatePciDevice",
    "PUT",
    "/pci-device/pci-devices/{uuid}/actions",
    UUID,
    P("state", choices=("Enabled", "Disabled")),
    DESCRIPTION,
    P("metaData", most=2048),
    P("name", only="5.2", most=255),
)
DELETE_PCI_DEVICE = Api("DeletePciDevice", "DELETE", "/pci-device/pci-devices/{uuid}", UUID, DELETE_MODE)
GET_PCI_DEVICE_CANDIDATES_FOR_ATTACHING_VM = Api(
    "GetPciDeviceCandidatesForAttachingVm",
    "GET",
    "/vm-instances/{vmInstanceUuid}/candidate-pci-devices",
    P("vmInstanceUuid", required=True),
    P("types", "list"),
    P("pciSpecUuids", "list", only="5.2"),
)
ATTACH_PCI_DEVICE_TO_VM = Api(
    "AttachPciDeviceToVm",
    "POST",
    "/pci-device/pci-devices/{pciDeviceUuid}/attach",
    P("pciDeviceUuid", required=True),
    P("vmInstanceUuid", required=True),
)
DETACH_PCI_DEVICE_FROM_VM = Api(
    "DetachPciDeviceFromVm",
    "POST",
    "/pci-device/pci-devices/{pciDeviceUuid}/detach",
    P("pciDeviceUuid", required=True),
    P("vmInstanceUuid", required=True),
)
CREATE_PCI_DEVICE_OFFERING = Api(
    "CreatePciDeviceOffering",
    "POST",
    "/pci-device/pci-device-offerings",
    P("name", required=True, only="2.3.1", most=255),
    P("name", only="5.2", most=255),
    DESCRIPTION,
    P("type", only="2.3.1"),
    P("vendorId", required=True, most=4),
    P("deviceId", required=True, most=4),
    P("subvendorId", most=4),
    P("subdeviceId", most=4),
    RESOURCE_UUID,
    P("ramSize", only="5.2"),
    TAG_UUIDS,
)
DELETE_PCI_DEVICE_OFFERING = Api(
    "DeletePciDeviceOffering",
    "POST",
    "/pci-device/pci-device-offerings/{uuid}",
    UUID,
    P("deleteMode", only="5.2", choices=("Permissive", "Enforcing")),
    moved={"5.2": ("DELETE", "/pci-device/pci-device-offerings/{uuid}")},
    returns=(),
)
QUERY_PCI_DEVICE_OFFERING = query("PciDeviceOffering", "/pci-device/pci-device-offerings")
QUERY_PCI_DEVICE_PCI_DEVICE_OFFERING = query(
    "PciDevicePciDeviceOffering", "/pci-devices/pci-devices/pci-device-offerings", keyed=False
)
QUERY_PCI_DEVICE_SPEC = query("PciDeviceSpec", "/pci-device-specs", only="5.2")
GET_HOST_IOMMU_STATUS = Api("GetHostIommuStatus", "GET", "/pci-device/hosts/{uuid}/status", UUID, returns=("status",))
UPDATE_HOST_IOMMU_STATE = Api(
    "UpdateHostIommuState",
    "PUT",
    "/pci-device/hosts/{uuid}/actions",
    UUID,
    P("state", required=True, choices=("Enabled", "Disabled")),
    returns=("state",),
)
GET_HOST_IOMMU_STATE = Api("GetHostIommuState", "GET", "/pci-device/hosts/{uuid}/state", UUID, returns=("state",))
