# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Instance offerings and disk offerings: the sizes that VMs and volumes come in."""

from __future__ import annotations

from ...family import STATES, Family, Shaped
from ...store import Resource, flag, number, text

# What offerings of virtual routers have beside.
ROUTER = ("zoneUuid", "managementNetworkUuid", "publicNetworkUuid", "imageUuid")

instance_offering = Resource(
    "instance_offering", "InstanceOfferingVO", "org.zstack.header.configuration.InstanceOfferingInventory",
    text("name", index=True), text("description"), number("cpuNum"), number("cpuSpeed"), number("memorySize"),
    number("reservedMemorySize", since="5.2"), text("type"), text("allocatorStrategy"), number("sortKey"),
    text("state", values=STATES.values()), *map(text, ROUTER), flag("isDefault"), buried=True,
)  # fmt: skip
instance_offering.view = instance_offering.subview(instance_offering.view.schema, hide=(*ROUTER, "isDefault"))
disk_offering = Resource(
    "disk_offering", "DiskOfferingVO", "org.zstack.header.configuration.DiskOfferingInventory",
    text("name", index=True), text("description"), number("diskSize"), number("sortKey"),
    text("state", values=STATES.values()), text("type"), text("allocatorStrategy"), buried=True,
)  # fmt: skip

family = Family()
family.query("QueryInstanceOffering", instance_offering, everyone=True)
family.query("QueryDiskOffering", disk_offering, everyone=True)

FIDELITY = {
    "CreateInstanceOffering": ("inferred", "allocator strategies are stored, not obeyed"),
    "CreateDiskOffering": ("inferred", None),
    "DeleteInstanceOffering": ("inferred", "VMs lose the reference; a real node keeps a deleted row behind it"),
    "DeleteDiskOffering": ("inferred", "volumes lose the reference; a real node keeps a deleted row behind it"),
    **dict.fromkeys(("QueryInstanceOffering", "UpdateInstanceOffering", "ChangeInstanceOfferingState",
                     "QueryDiskOffering", "UpdateDiskOffering", "ChangeDiskOfferingState"), ("inferred", None)),
}  # fmt: skip


@family.api("CreateInstanceOffering", creates=instance_offering)
def create_instance_offering(node, msg):
    row = {
        "type": "UserVm", "allocatorStrategy": "LastHostPreferredAllocatorStrategy", "cpuSpeed": 0,
        **msg.picked("name", "description", "cpuNum", "memorySize", "reservedMemorySize", "allocatorStrategy",
                     "sortKey", "type"),
        "state": "Enabled",
    }  # fmt: skip
    uuid = instance_offering.create(node, row, msg.get("resourceUuid"))
    return {"inventory": instance_offering.inventory(node, uuid)}


@family.api("CreateDiskOffering", creates=disk_offering)
def create_disk_offering(node, msg):
    row = {
        "type": "zstack", "allocatorStrategy": msg.get("allocationStrategy", "DefaultPrimaryStorageAllocationStrategy"),
        **msg.picked("name", "description", "diskSize", "sortKey", "type"), "state": "Enabled",
    }  # fmt: skip
    return {"inventory": disk_offering.inventory(node, disk_offering.create(node, row, msg.get("resourceUuid")))}


def _manage(resource, kind, *mutable):
    """Update, state change and deletion, alike for both kinds."""

    @family.api(f"Update{kind}", refs={"uuid": resource})
    def update(node, msg):
        resource.update(node, msg["uuid"], **msg.picked("name", "description", *mutable))
        return {"inventory": resource.inventory(node, msg["uuid"])}

    @family.api(f"Change{kind}State", refs={"uuid": resource})
    def change_state(node, msg):
        resource.update(node, msg["uuid"], state=STATES[msg["stateEvent"]])
        return {"inventory": resource.inventory(node, msg["uuid"])}

    @family.api(f"Delete{kind}", refs={"uuid": Shaped(resource)})
    def delete(node, msg):
        resource.destroy(node, msg["uuid"], msg.force)


_manage(instance_offering, "InstanceOffering", "allocatorStrategy")
_manage(disk_offering, "DiskOffering")


@family.seed("instanceOfferings", instance_offering)
def seed_instance_offering(node, fields, _parents):
    row = {
        "name": "offering", "cpuNum": 1, "cpuSpeed": 0, "memorySize": 1 << 30, "reservedMemorySize": 0, "sortKey": 0,
        "type": "UserVm", "allocatorStrategy": "LastHostPreferredAllocatorStrategy", "state": "Enabled", **fields,
    }  # fmt: skip
    return instance_offering.get(node, instance_offering.create(node, row, fields.get("uuid")))


@family.seed("diskOfferings", disk_offering)
def seed_disk_offering(node, fields, _parents):
    row = {
        "name": "disk", "diskSize": 10 << 30, "sortKey": 0, "type": "zstack", "state": "Enabled",
        "allocatorStrategy": "DefaultPrimaryStorageAllocationStrategy", **fields,
    }  # fmt: skip
    return disk_offering.get(node, disk_offering.create(node, row, fields.get("uuid")))
