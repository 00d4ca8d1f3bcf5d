# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Volumes: the disks of VMs. Room for them is taken on primary storages."""

from __future__ import annotations

from ...errors import ApiError, invalid, refused
from ...family import STATES, Family, Shaped
from ...store import Resource, flag, moment, number, ref, text
from ..compute.offering import disk_offering
from . import primary_storage as storages
from .primary_storage import primary_storage

volume = Resource(
    "volume", "VolumeVO", "org.zstack.header.volume.VolumeInventory",
    text("name", index=True), text("description"), text("primaryStorageUuid", index=True),
    ref("vmInstanceUuid", "vm"), ref("diskOfferingUuid", "disk_offering", "SET NULL"),
    ref("rootImageUuid", "image", "SET NULL"), text("installPath"), text("type", values=("Root", "Data")),
    text("format"), number("size"), number("actualSize"), number("deviceId"), text("state", values=STATES.values()),
    text("status", values=("Creating", "NotInstantiated", "Ready", "Deleted", "Migrating")), flag("isShareable"),
    text("volumeQos", since="5.2"), moment("lastDetachDate", since="5.2"), text("lastVmInstanceUuid", since="5.2"),
    moment("lastAttachDate", since="5.2"), text("protocol", since="5.2"), flag("flattened", secret=True),
)  # fmt: skip
volume.relates("vmInstance", "vm", own="vmInstanceUuid")
volume.relates("diskOffering", "disk_offering", own="diskOfferingUuid")
volume.relates("image", "image", own="rootImageUuid")
volume.relates("primaryStorage", "primary_storage", own="primaryStorageUuid")
volume.relates("snapshot", "volume_snapshot", theirs="volumeUuid")

volume.system_tags += ["localStorage::hostUuid::*", "capability::virtio-scsi", "ephemeral::shareable"]

# What the VM that has a volume says to an API that touches it: hook(node, volume, api, states of a VM that allow it).
guest_hooks = []

family = Family()
family.query("QueryVolume", volume, everyone=True)

FIDELITY = {
    "CreateDataVolume": ("inferred", "sizes are what was asked for; formats and paths follow the storage's type"),
    "DeleteDataVolume": ("inferred", "the deletion policy is Delay: status Deleted until expunged, without a timer"),
    **dict.fromkeys(("QueryVolume", "UpdateVolume", "ChangeVolumeState", "ExpungeDataVolume", "RecoverDataVolume"),
                    ("inferred", None)),
}  # fmt: skip


# -- where volumes lie ------------------------------------------------------------------------------------------


def place(node, uuid, storage, host_uuid=None):
    """Puts a volume that lies nowhere on a primary storage; `host_uuid` counts where that is a local one."""
    row = volume.get(node, uuid)
    storages.allocate(node, storage["uuid"], row["size"], uuid, "VolumeVO", host_uuid, row["type"])
    volume.update(node, uuid, primaryStorageUuid=storage["uuid"], status="Ready",
                  installPath=storages.install_path(node, uuid, row["type"]),
                  format="raw" if storage["type"] == "Ceph" else "qcow2")  # fmt: skip


def pick_storage(node, cluster_uuid, size, host_uuid, kinds=None, wanted=None):
    """A primary storage of the cluster with room for `size` bytes (on local ones: on that host), of one of the types
    `kinds` where given: `wanted` or that with most room; else PS.1000."""
    for row in storages.candidates(node, cluster_uuid, size, host_uuid):
        if wanted in (None, row["uuid"]) and (kinds is None or row["type"] in kinds):
            return row
    raise ApiError("PS.1000", f"no primary storage attached to cluster[uuid:{cluster_uuid}] can hold {size} bytes")


@volume.on_delete(order=50)
def volume_goes(node, row, _force):
    storages.release(node, row["uuid"])


@primary_storage.on_delete(order=10)
def storage_goes(node, row, force):
    for child in volume.find(node, primaryStorageUuid=row["uuid"]):
        volume.destroy(node, child["uuid"], force)


# -- data volumes -----------------------------------------------------------------------------------------------


@family.api("CreateDataVolume", refs={"diskOfferingUuid": disk_offering, "primaryStorageUuid": primary_storage},
            creates=volume, everyone=True)  # fmt: skip
def create(node, msg):
    offering = disk_offering.get(node, msg.get("diskOfferingUuid"))
    if offering is None and not msg.get("diskSize", 0) > 0:
        raise invalid("diskSize or diskOfferingUuid must be given")
    if offering is not None and offering["state"] == "Disabled":
        raise refused(f"disk offering[uuid:{offering['uuid']}] is Disabled, no volume can be made from it")
    storage = None
    if "primaryStorageUuid" in msg:
        storage = primary_storage.get(node, msg["primaryStorageUuid"])
    host_uuid = next((tag.rpartition("::")[2] for tag in msg.get("systemTags", ())
                      if tag.startswith("localStorage::hostUuid::")), None)  # fmt: skip
    if storage is not None and storage["type"] == "LocalStorage" and host_uuid is None:
        raise invalid("a volume on a local primary storage needs the system tag localStorage::hostUuid::{hostUuid}")
    row = {
        **msg.picked("name", "description", "diskOfferingUuid"), "type": "Data", "state": "Enabled",
        "status": "NotInstantiated", "size": offering["diskSize"] if offering else msg["diskSize"], "actualSize": 0,
        "isShareable": "ephemeral::shareable" in msg.get("systemTags", ()),
    }  # fmt: skip
    uuid = volume.create(node, row, msg.get("resourceUuid"))
    if storage is not None:
        volume.update(node, uuid, status="Creating")
        yield
        try:
            if (storage["state"], storage["status"]) != ("Enabled", "Connected"):
                raise ApiError("PS.1000", f"primary storage[uuid:{storage['uuid']}] is not Enabled and Connected")
            place(node, uuid, storage, host_uuid)
        except ApiError:
            volume.delete(node, uuid)
            yield
            raise
    return {"inventory": volume.inventory(node, uuid)}


def check_guest(node, row, api, states):
    """Refuses an API that the state of a volume's VM does not allow."""
    for hook in guest_hooks:
        hook(node, row, api, states)


@family.api("UpdateVolume", refs={"uuid": volume}, everyone=True)
def update(node, msg):
    volume.update(node, msg["uuid"], **msg.picked("name", "description"))
    return {"inventory": volume.inventory(node, msg["uuid"])}


@family.api("ChangeVolumeState", refs={"uuid": volume}, everyone=True)
def change_state(node, msg):
    volume.update(node, msg["uuid"], state=STATES[msg["stateEvent"]])
    return {"inventory": volume.inventory(node, msg["uuid"])}


def data_volume(node, uuid):
    """The row of a data volume, a root volume is refused."""
    row = volume.get(node, uuid)
    if row["type"] != "Data":
        raise refused(f"volume[uuid:{uuid}] is of type {row['type']}, only a data volume can be meant")
    return row


def home_of(node, machine):
    """The uuid of the host on which new local volumes of a VM must lie."""
    on_storage = storages.host_of(node, machine["rootVolumeUuid"]) if machine["rootVolumeUuid"] else None
    return on_storage or machine["hostUuid"] or machine["lastHostUuid"]


def release(node, row):
    """Takes a data volume off its VM."""
    volume.update(node, row["uuid"], vmInstanceUuid=None, deviceId=None, lastDetachDate=node.now(),
                  lastVmInstanceUuid=row["vmInstanceUuid"])  # fmt: skip


@family.api("DeleteDataVolume", refs={"uuid": Shaped(volume)}, everyone=True)
def delete(node, msg):
    if volume.get(node, msg["uuid"]) is None:
        return
    row = data_volume(node, msg["uuid"])
    if row["status"] == "Deleted":
        raise refused(f"volume[uuid:{row['uuid']}] is Deleted already")
    if row["vmInstanceUuid"] is not None:
        release(node, row)
    if row["status"] == "NotInstantiated":
        volume.destroy(node, row["uuid"], msg.force)
    else:
        volume.update(node, row["uuid"], status="Deleted")


@family.api("ExpungeDataVolume", refs={"uuid": volume}, everyone=True)
def expunge(node, msg):
    row = data_volume(node, msg["uuid"])
    if row["status"] != "Deleted":
        raise refused(f"volume[uuid:{row['uuid']}] is {row['status']}, only a Deleted one can be expunged")
    volume.destroy(node, row["uuid"])


@family.api("RecoverDataVolume", refs={"uuid": volume}, everyone=True)
def recover(node, msg):
    row = data_volume(node, msg["uuid"])
    if row["status"] != "Deleted":
        raise refused(f"volume[uuid:{row['uuid']}] is {row['status']}, only a Deleted one can be recovered")
    volume.update(node, row["uuid"], status="Ready")
    return {"inventory": volume.inventory(node, row["uuid"])}


# -- seeds ------------------------------------------------------------------------------------------------------


@family.seed("volumes", volume, within=["vms", "primaryStorages"], alone=True)
def seed(node, fields, parents):
    """A data volume: attached to the VM it is nested in, on the storage it is nested in or names, or on none."""
    machine, storage = parents.get("vms"), parents.get("primaryStorages")
    row = {"name": "volume", "type": "Data", "state": "Enabled", "size": 10 << 30, "actualSize": 0,
           "isShareable": False, **fields}  # fmt: skip
    storage_uuid = row.pop("primaryStorageUuid", storage and storage["uuid"])
    if machine is not None:
        row = {"vmInstanceUuid": machine["uuid"], "deviceId": len(volume.find(node, vmInstanceUuid=machine["uuid"])),
               **row}  # fmt: skip
        storage_uuid = storage_uuid or volume.get(node, machine["rootVolumeUuid"])["primaryStorageUuid"]
    uuid = volume.create(node, {"status": "NotInstantiated", **row}, fields.get("uuid"))
    if storage_uuid is not None:
        place(node, uuid, primary_storage.require(node, storage_uuid), machine and home_of(node, machine))
    return volume.get(node, uuid)
