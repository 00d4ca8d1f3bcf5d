# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fault-tolerant VM instances: one works, the other stands by on another host. ZStack 5.2 only."""

from __future__ import annotations

from .._api import vm as api
from .._api.queries import QUERY_DISK_OFFERING, QUERY_INSTANCE_OFFERING, QUERY_L3_NETWORK
from .cluster import CLUSTER
from .host import HOST
from .image import IMAGE
from .primary import PRIMARY_STORAGE
from .resource import Resource
from .vm import VM
from .words import Field, Tags
from .zone import ZONE

INSTANCE_OFFERING = Resource(name="instance_offering", query=QUERY_INSTANCE_OFFERING, inventory=("uuid", "name"))
DISK_OFFERING = Resource(name="disk_offering", query=QUERY_DISK_OFFERING, inventory=("uuid", "name"))
L3_NETWORK = Resource(
    name="l3_network", query=QUERY_L3_NETWORK, inventory=("uuid", "name", "zoneUuid"), names={"zoneUuid": ZONE}
)

_UPDATE = (api.UPDATE_VM_INSTANCE,)


def _networks(row, _generation):
    """The L3 networks that it is on; at least the one that it has its default route of."""
    nics = [nic.get("l3NetworkUuid") for nic in row.get("vmNics") or ()]
    return list(dict.fromkeys(filter(None, [*nics, row.get("defaultL3NetworkUuid")])))


def _size(field):
    """A field that says its size, unless its offering does."""
    return lambda row, _generation: None if row.get("instanceOfferingUuid") else row.get(field)


FT_VM = Resource(
    name="ft_vm",
    query=api.QUERY_FAULT_TOLERANCE_VM,
    create=api.CREATE_FAULT_TOLERANCE_VM_INSTANCE,
    delete=api.DESTROY_VM_INSTANCE,
    identity=(("name", "zone"),),
    inventory=(*VM.inventory, *VM.inventory_by["5.2"]) + ("primaryVmInstanceUuid", "secondaryVmInstanceUuid", "status"),
    gone=VM.gone,
    nests=VM.nests,
    created={
        "type": "FaultToleranceVmGroup",
        "state": "Running",
        "status": "Protected",
        "hypervisorType": "KVM",
        "reservedMemorySize": 0,
    },
    settled={"state": ("Running", "Stopped", "Paused", "Unknown", "Crashed")},
    either=(("instance_offering",), ("cpu_num", "memory_size")),
    # Each name costs a query.
    names={"hostUuid": HOST, "imageUuid": None, "instanceOfferingUuid": None, "defaultL3NetworkUuid": None},
    words=(
        Field("name", update=_UPDATE),
        Field("description", update=_UPDATE),
        Field("zone", api="zoneUuid", ref=ZONE),
        Field("cluster", api="clusterUuid", ref=CLUSTER, within="zone"),
        # Where the first of the two begins; the node may move it later.
        Field("host", api="hostUuid", row=None, ref=HOST, within="cluster"),
        Field("image", api="imageUuid", ref=IMAGE),
        Field("instance_offering", api="instanceOfferingUuid", ref=INSTANCE_OFFERING),
        Field("cpu_num", type="int", given=_size("cpuNum")),
        Field("memory_size", type="int", given=_size("memorySize")),
        Field("reserved_memory_size", type="int"),
        Field(
            "l3_networks",
            api="l3NetworkUuids",
            type="list",
            row=None,
            ref=L3_NETWORK,
            within="zone",
            given=_networks,
        ),
        Field("default_l3_network", api="defaultL3NetworkUuid", ref=L3_NETWORK, within="zone"),
        Field("data_disk_offerings", api="dataDiskOfferingUuids", type="list", row=None, ref=DISK_OFFERING),
        Field(
            "primary_storage_for_root_volume",
            api="primaryStorageUuidForRootVolume",
            row=None,
            ref=PRIMARY_STORAGE,
            within="zone",
        ),
        Field("root_volume_system_tags", type="list", row=None),
        Field("data_volume_system_tags", type="list", row=None),
        Tags("VmInstanceVO"),
    ),
    only="5.2",
)
