# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""KVM hosts."""

from __future__ import annotations

from .._api import host as api
from .._api.queries import QUERY_VM_INSTANCE
from .cluster import CLUSTER
from .resource import Dependents, Event, Field, Resource
from .zone import ZONE

_EITHER = (api.UPDATE_HOST, api.UPDATE_KVM_HOST)
_KVM = (api.UPDATE_KVM_HOST,)

_INVENTORY = (
    ("uuid", "name", "description", "managementIp", "hypervisorType", "state", "status", "zoneUuid", "clusterUuid")
    + ("totalCpuCapacity", "availableCpuCapacity", "cpuSockets", "cpuNum")
    + ("totalMemoryCapacity", "availableMemoryCapacity", "username", "sshPort", "createDate", "lastOpDate")
)
_INVENTORY_52 = (
    ("architecture", "osDistribution", "osRelease", "osVersion")
    + ("ipmiAddress", "ipmiUsername", "ipmiPort", "ipmiPowerStatus")
    + ("cpuStatus", "memoryStatus", "diskStatus", "nicStatus", "gpuStatus", "powerSupplyStatus", "fanStatus")
    + ("raidStatus", "temperatureStatus")
)

#: A host of any hypervisor, to be read.
HOST = Resource(name="host", query=api.QUERY_HOST, inventory=_INVENTORY, inventory_by={"5.2": _INVENTORY_52})

KVM_HOST = Resource(
    name="host",
    query=api.QUERY_HOST,
    create=api.ADD_KVM_HOST,
    delete=api.DELETE_HOST,
    change_state=api.CHANGE_HOST_STATE,
    reconnect=api.RECONNECT_HOST,
    # Without it the node answers with rows of the parent type, which lack username and sshPort.
    narrow=(("hypervisorType", "KVM"),),
    key="management_ip",
    fields=(
        Field("name", update=_EITHER),
        Field("description", update=_EITHER),
        Field("management_ip", update=_EITHER, stale=True),
        Field("zone", api="zoneUuid", ref=ZONE, sent=False),
        Field("cluster", api="clusterUuid", ref=CLUSTER, within="zone"),
        Field("username", update=_KVM, stale=True),
        Field("password", update=_KVM, secret=True, stale=True),
        Field("ssh_port", type="int", update=_KVM, stale=True),
    ),
    inventory=_INVENTORY,
    inventory_by={"5.2": _INVENTORY_52},
    created={"state": "Enabled", "status": "Connected", "hypervisorType": "KVM", "sshPort": 22},
    busy={"status": ("Connecting",)},
    states={
        "enabled": Event("enable", "Enabled"),
        "disabled": Event("disable", "Disabled"),
        "maintenance": Event("maintain", "Maintenance", needs={"status": "Connected"}),
    },
    leaving={state: {"status": "Connected"} for state in ("PreMaintenance", "Maintenance")},
    reconnects=("5.2",),
    cascade=(Dependents("VM instances", QUERY_VM_INSTANCE, "hostUuid"),),
)
