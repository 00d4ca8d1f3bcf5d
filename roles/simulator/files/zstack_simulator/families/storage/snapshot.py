# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Snapshots of volumes, and the trees they form."""

from __future__ import annotations

from ...errors import ApiError, refused
from ...family import STATES, Family, Shaped
from ...store import Inventory, Resource, flag, number, ref, text
from . import primary_storage as storages
from .volume import check_guest, volume

tree = Resource(
    "volume_snapshot_tree", "VolumeSnapshotTreeVO", "org.zstack.header.storage.snapshot.VolumeSnapshotTreeInventory",
    ref("volumeUuid", "volume", "CASCADE"), flag("current"), text("status", since="5.2"),
)  # fmt: skip
snapshot = Resource(
    "volume_snapshot", "VolumeSnapshotVO", "org.zstack.header.storage.snapshot.VolumeSnapshotInventory",
    text("name", index=True), text("description"), text("type"), ref("volumeUuid", "volume"),
    ref("treeUuid", "volume_snapshot_tree"), ref("parentUuid", "volume_snapshot"),
    text("primaryStorageUuid", index=True), text("primaryStorageInstallPath"), text("volumeType"), text("format"),
    flag("latest"), number("size"), number("distance", since="5.2"), text("state", values=STATES.values()),
    text("status", values=("Creating", "Ready", "Deleting", "Deleted")), text("groupUuid", since="5.2"),
)  # fmt: skip
snapshot.relates("volume", "volume", own="volumeUuid")
snapshot.relates("tree", "volume_snapshot_tree", own="treeUuid")
snapshot.relates("primaryStorage", "primary_storage", own="primaryStorageUuid")
tree.relates("volume", "volume", own="volumeUuid")
tree.relates("snapshot", "volume_snapshot", theirs="treeUuid")

LEAF = "org.zstack.header.storage.snapshot.VolumeSnapshotTree$SnapshotLeafInventory"

family = Family()
family.query("QueryVolumeSnapshot", snapshot, everyone=True)
family.query("QueryVolumeSnapshotTree", tree, everyone=True)

FIDELITY = {
    "CreateVolumeSnapshot": ("inferred", "its size is the volume's actual size"),
    "DeleteVolumeSnapshot": ("inferred", "takes its descendants along on every type of storage"),
    "RevertVolumeFromSnapshot": ("inferred", None),
    "QueryVolumeSnapshot": ("inferred", "backupStorageRefs is always empty"),
    **dict.fromkeys(("UpdateVolumeSnapshot", "QueryVolumeSnapshotTree"), ("inferred", None)),
}  # fmt: skip


@snapshot.computes("backupStorageRefs")
def _backup_storage_refs(_node, rows):
    return [{"backupStorageRefs": []} for _row in rows]


@tree.computes("tree")
def _trees(node, rows):
    return [{"tree": _leaf(snapshot.find(node, treeUuid=row["uuid"]), node, None)} for row in rows]


def _leaf(rows, node, parent):
    """The leaf whose parent is `parent`, with all that hangs on it."""
    own = next((row for row in rows if row["parentUuid"] == parent), None)
    return own and _grow(rows, node, own)


def _grow(rows, node, row):
    leaf = Inventory(LEAF, {"inventory": snapshot.inventories(node, [row])[0]})
    if row["parentUuid"]:
        leaf["parentUuid"] = row["parentUuid"]
    leaf["children"] = [_grow(rows, node, child) for child in rows if child["parentUuid"] == row["uuid"]]
    return leaf


@family.api("CreateVolumeSnapshot", refs={"volumeUuid": volume}, creates=snapshot, everyone=True)
def create(node, msg):
    row = volume.get(node, msg["volumeUuid"])
    if row["status"] != "Ready":
        raise refused(f"volume[uuid:{row['uuid']}] is {row['status']}, a snapshot needs it Ready")
    if row["state"] == "Disabled":
        raise refused(f"volume[uuid:{row['uuid']}] is Disabled")
    check_guest(node, row, "CreateVolumeSnapshot", ("Running", "Stopped", "Paused"))
    uuid = _begin(node, row, msg.picked("name", "description"), msg.get("resourceUuid"))
    yield
    try:
        _finish(node, volume.require(node, row["uuid"]), uuid)
    except ApiError:
        made = snapshot.get(node, uuid)
        if made is not None:
            _remove(node, made)
        yield
        raise
    return {"inventory": snapshot.inventory(node, uuid)}


def _begin(node, row, fields, uuid=None):
    """A snapshot that is being made of the volume `row`: the child of its latest one, the root of a tree if none."""
    current = tree.find(node, volumeUuid=row["uuid"], current=True)
    tree_uuid = current[0]["uuid"] if current else tree.create(
        node, {"volumeUuid": row["uuid"], "current": True, "status": "Completed"})  # fmt: skip
    parent = next(iter(snapshot.find(node, treeUuid=tree_uuid, latest=True)), None)
    if parent:
        snapshot.update(node, parent["uuid"], latest=False)
    return snapshot.create(node, {
        "volumeUuid": row["uuid"], "treeUuid": tree_uuid, "parentUuid": parent and parent["uuid"], "latest": True,
        "type": "Storage" if row["format"] == "raw" else "Hypervisor", "volumeType": row["type"],
        "format": row["format"], "size": row["actualSize"] or 0, "state": "Enabled", "status": "Creating",
        "distance": parent["distance"] + 1 if parent else 1, **fields,
    }, uuid)  # fmt: skip


def _finish(node, row, uuid):
    """Takes room for a snapshot beside its volume."""
    snapshot.require(node, uuid)
    storages.allocate(node, row["primaryStorageUuid"], row["actualSize"], uuid, "VolumeSnapshotVO",
                      storages.host_of(node, row["uuid"]), row["type"])  # fmt: skip
    snapshot.update(node, uuid, status="Ready", primaryStorageUuid=row["primaryStorageUuid"],
                    primaryStorageInstallPath=storages.install_path(node, uuid, "Snapshot"))  # fmt: skip


def _remove(node, row, force=False):
    """Deletes a snapshot with its descendants; its parent is the latest one then, and an empty tree goes."""
    snapshot.destroy(node, row["uuid"], force)
    if row["parentUuid"] is None:
        tree.destroy(node, row["treeUuid"])
    elif not snapshot.find(node, treeUuid=row["treeUuid"], latest=True):
        snapshot.update(node, row["parentUuid"], latest=True)


@family.api("UpdateVolumeSnapshot", refs={"uuid": snapshot}, everyone=True)
def update(node, msg):
    snapshot.update(node, msg["uuid"], **msg.picked("name", "description"))
    return {"inventory": snapshot.inventory(node, msg["uuid"])}


@family.api("RevertVolumeFromSnapshot", refs={"uuid": snapshot}, everyone=True)
def revert(node, msg):
    row = snapshot.get(node, msg["uuid"])
    try:
        check_guest(node, volume.get(node, row["volumeUuid"]), "RevertVolumeFromSnapshot", ("Stopped",))
    except ApiError as error:
        raise refused(error.details) from error
    if row["status"] != "Ready" or row["state"] == "Disabled":
        raise refused(f"snapshot[uuid:{row['uuid']}] is {row['state']} and {row['status']}")
    for other in snapshot.find(node, volumeUuid=row["volumeUuid"], latest=True):
        snapshot.update(node, other["uuid"], latest=False)
    for other in tree.find(node, volumeUuid=row["volumeUuid"]):
        tree.update(node, other["uuid"], current=other["uuid"] == row["treeUuid"])
    snapshot.update(node, row["uuid"], latest=True)


@family.api("DeleteVolumeSnapshot", refs={"uuid": Shaped(snapshot)}, everyone=True)
def delete(node, msg):
    row = snapshot.get(node, msg["uuid"])
    if row is None:
        return
    snapshot.update(node, row["uuid"], status="Deleting")
    yield
    row = snapshot.get(node, row["uuid"])
    if row is not None:
        _remove(node, row, msg.force)


@snapshot.on_delete(order=10)
def snapshot_goes(node, row, force):
    for child in snapshot.find(node, parentUuid=row["uuid"]):
        snapshot.destroy(node, child["uuid"], force)
    storages.release(node, row["uuid"])


@volume.on_delete(order=10)
def volume_goes(node, row, force):
    for child in tree.find(node, volumeUuid=row["uuid"]):
        for root in snapshot.find(node, treeUuid=child["uuid"], parentUuid=None):
            snapshot.destroy(node, root["uuid"], force)
        tree.destroy(node, child["uuid"], force)


@family.seed("snapshots", snapshot, within=["volumes"], named_by=["volumeUuid"])
def seed(node, fields, parents):
    """A snapshot of the volume it is nested in or names, the child of the volume's latest one."""
    row = parents.get("volumes") or volume.require(node, fields.get("volumeUuid"))
    uuid = _begin(node, row, {"name": "snapshot", **fields}, fields.get("uuid"))
    _finish(node, row, uuid)
    return snapshot.get(node, uuid)
