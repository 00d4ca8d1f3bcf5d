# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosts, of KVM and of any hypervisor."""

from __future__ import annotations

from dataclasses import replace

from .._api import host as api
from .._api import mdev as mdev_api
from .._api import pci as pci_api
from .._api import usb as usb_api
from .._api.queries import QUERY_VM_INSTANCE, QUERY_VOLUME
from .cluster import CLUSTER
from .common import FORCED, RUNNING, SETTLED, enabling
from .resource import Resource
from .words import Dependents, Event, Field, Reading, Reconnect, Stops, Tags
from .zone import ZONE

_EITHER = (api.UPDATE_HOST, api.UPDATE_KVM_HOST)
_KVM = (api.UPDATE_KVM_HOST,)

_INVENTORY = (
    *("uuid", "name", "description", "managementIp", "hypervisorType", "state", "status", "zoneUuid", "clusterUuid"),
    *("totalCpuCapacity", "availableCpuCapacity", "cpuSockets", "cpuNum"),
    *("totalMemoryCapacity", "availableMemoryCapacity", "username", "sshPort", "createDate", "lastOpDate"),
)
_INVENTORY_52 = (
    *("architecture", "osDistribution", "osRelease", "osVersion"),
    *("ipmiAddress", "ipmiUsername", "ipmiPort", "ipmiPowerStatus"),
    *("cpuStatus", "memoryStatus", "diskStatus", "nicStatus", "gpuStatus", "powerSupplyStatus", "fanStatus"),
    *("raidStatus", "temperatureStatus"),
)

#: A host of any hypervisor, to be read.
HOST = Resource(
    name="host",
    query=api.QUERY_HOST,
    inventory=_INVENTORY,
    inventory_by={"5.2": _INVENTORY_52},
    names={"zoneUuid": ZONE, "clusterUuid": CLUSTER},
)

_MAINTAINED = {"state": ("PreMaintenance", "Maintenance")}
_CONNECTED = {"status": ("Connected",)}

#: Whether the host is to hand devices over to VM instances.
IOMMU = Reading(
    "iommu",
    read=pci_api.GET_HOST_IOMMU_STATE,
    reply="state",
    values={"enabled": "Enabled", "disabled": "Disabled"},
)
#: What the kernel makes of it.
IOMMU_STATUS = Reading("iommu_status", read=pci_api.GET_HOST_IOMMU_STATUS, reply="status")

KVM_HOST = Resource(
    name="host",
    query=api.QUERY_HOST,
    create=api.ADD_KVM_HOST,
    delete=api.DELETE_HOST,
    forced=FORCED,
    # Without it the node answers with rows of the parent type, which lack username and sshPort.
    narrow=(("hypervisorType", "KVM"),),
    identity=(("management_ip",), ("name", "cluster", "zone")),
    inventory=_INVENTORY,
    inventory_by={"5.2": _INVENTORY_52},
    created={"state": "Enabled", "status": "Connected", "hypervisorType": "KVM", "sshPort": 22},
    settled=SETTLED,
    words=(
        Field("name", update=_EITHER),
        Field("description", update=_EITHER),
        Field("management_ip", update=_EITHER, stale=True),
        Field("zone", api="zoneUuid", ref=ZONE, sent=False, derived="cluster"),
        Field("cluster", api="clusterUuid", ref=CLUSTER, within="zone"),
        Field("username", update=_KVM, stale=True),
        Field("password", update=_KVM, stale=True),
        Field("ssh_port", type="int", update=_KVM, stale=True),
        Reconnect(
            api.RECONNECT_HOST,
            due={"status": ("Disconnected",)},
            until=_CONNECTED,
            refused=_MAINTAINED,
            by_itself=("5.2",),
        ),
        *enabling(api.CHANGE_HOST_STATE, leaving=_MAINTAINED, settles=_CONNECTED),
        Event(
            "maintenance",
            api.CHANGE_HOST_STATE,
            {"stateEvent": "maintain"},
            {"state": ("Maintenance",)},
            needs=_CONNECTED,
            stops=Stops(
                QUERY_VM_INSTANCE,
                "hostUuid",
                RUNNING,
                ties=(
                    (QUERY_VOLUME, "vmInstanceUuid", ("primaryStorage.type=LocalStorage",), "on local storage"),
                    (pci_api.QUERY_PCI_DEVICE, "vmInstanceUuid", (), "has a PCI device"),
                    (usb_api.QUERY_USB_DEVICE, "vmInstanceUuid", (), "has a USB device"),
                    (mdev_api.QUERY_MDEV_DEVICE, "vmInstanceUuid", (), "has a mediated device"),
                ),
                elsewhere=(api.QUERY_HOST, "clusterUuid", ("state=Enabled", "status=Connected")),
            ),
        ),
        replace(IOMMU, update=pci_api.UPDATE_HOST_IOMMU_STATE, api="state"),
        Tags("HostVO"),
        Dependents("VM instances", QUERY_VM_INSTANCE, "hostUuid"),
    ),
)

#: By what info modules narrow down their hosts.
SCOPES = {"zone": (ZONE, "zoneUuid"), "cluster": (CLUSTER, "clusterUuid")}
