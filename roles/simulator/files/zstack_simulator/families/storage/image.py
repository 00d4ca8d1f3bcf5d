# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Images and ISOs, and the backup storages they live on."""

from __future__ import annotations

from sqlalchemy import func, select

from ...errors import ApiError, invalid, refused
from ...family import STATES, Family, Shaped
from ...identity import ADMIN_UUID
from ...store import Resource, flag, number, ref, tag, text
from .backup_storage import backup_storage, usage_hooks

GIB = 1 << 30
SCHEMES = ("http://", "https://", "ftp://", "sftp://", "file:///", "upload://", "zstore://", "ceph://")

image = Resource(
    "image", "ImageVO", "org.zstack.header.image.ImageInventory",
    text("name", index=True), text("description"), text("exportUrl", until="2.3.1"),
    text("exportMd5Sum", until="2.3.1"), text("state", values=STATES.values()),
    text("status", values=("Creating", "Downloading", "Ready", "Deleted")), number("size"), number("actualSize"),
    text("md5Sum"), text("url"), text("mediaType", values=("RootVolumeTemplate", "DataVolumeTemplate", "ISO")),
    text("guestOsType"), text("type"), text("platform"), text("architecture", since="5.2"), text("format"),
    flag("system"), flag("virtio", since="5.2"),
)  # fmt: skip
image.system_tags += ["bootMode::*", "qemuga", "deviceAddress::*", "packer", "applianceType::*", "upgrading::*"]

# An image on a backup storage; the wire shows no uuid of it.
image_ref = Resource(
    "image_backup_storage_ref", "ImageBackupStorageRefVO", "org.zstack.header.image.ImageBackupStorageRefInventory",
    ref("imageUuid", "image", "CASCADE"), text("backupStorageUuid", index=True), text("installPath"),
    text("status", values=("Creating", "Downloading", "Ready", "Deleted")),
    text("exportMd5Sum", since="5.2"), text("exportUrl", since="5.2"), registered=False,
)  # fmt: skip
image_ref.view = image_ref.subview(image_ref.view.schema, hide=("uuid",))
image.nests("backupStorageRefs", lambda: image_ref.view, "imageUuid")
image.relates("backupStorageRef", "image_backup_storage_ref", theirs="imageUuid")
image.relates("backupStorage", "backup_storage", through=(image_ref.table, "imageUuid", "backupStorageUuid"))
backup_storage.relates("image", "image", through=(image_ref.table, "backupStorageUuid", "imageUuid"))


@image_ref.computes("id", hidden=True)
def _serial(node, rows):
    found = image_ref.serials(node, [row["uuid"] for row in rows])
    return [{"id": found[row["uuid"]]} for row in rows]


family = Family()
family.query("QueryImage", image, everyone=True)

FIDELITY = {
    "AddImage": ("inferred", "nothing is downloaded: a template is 10 GiB with 1 GiB in use, an ISO 1 GiB"),
    "DeleteImage": ("inferred", "the deletion policy is Delay: status Deleted until expunged, without a timer"),
    **dict.fromkeys(("QueryImage", "UpdateImage", "ChangeImageState", "ExpungeImage", "RecoverImage"),
                    ("inferred", None)),
}  # fmt: skip


@image.computes("systemTags")
def _system_tags(node, rows):
    if node.old:
        return [{} for _row in rows]
    tagged = select(tag.c.resourceUuid, tag.c.tag).where(
        tag.c.type == "System", tag.c.resourceUuid.in_([row["uuid"] for row in rows]))  # fmt: skip
    found = [tuple(pair) for pair in node.execute(tagged)]
    return [{"systemTags": [value for owner, value in found if owner == row["uuid"]] or None} for row in rows]


def install_path(storage, row):
    """Where an image lies on a backup storage, as the agents name it."""
    if storage["type"] == "ImageStoreBackupStorage":
        return f"zstore://{row['uuid']}/{row['uuid'] + row['uuid'][:8]}"
    if storage["type"] in ("Ceph", "Fusionstor"):
        return f"{storage['type'].lower()}://{storage['poolName']}/{row['uuid']}"
    folder = {"ISO": "iso", "RootVolumeTemplate": "rootVolumeTemplates"}.get(row["mediaType"], "dataVolumeTemplates")
    return f"{storage['url']}/{folder}/acct-{ADMIN_UUID}/{row['uuid']}/{row['uuid']}.{row['format']}"


@family.api("AddImage", refs={"backupStorageUuids": backup_storage}, creates=image, everyone=True)
def add(node, msg):
    storages = [backup_storage.get(node, uuid) for uuid in dict.fromkeys(msg["backupStorageUuids"])]
    url = f"file://{msg['url']}" if msg["url"].startswith("/") else msg["url"]
    if not url.startswith(SCHEMES):
        raise invalid(f"url[{url}] must begin with one of {', '.join(SCHEMES)}, or be an absolute path")
    media = msg.get("mediaType", "RootVolumeTemplate")
    form = "iso" if media == "ISO" else msg.get("format", "qcow2")
    if form not in ("qcow2", "raw", "iso", "vmtx"):
        raise invalid(f"unknown image format[{form}]")
    for storage in storages:
        if storage["state"] != "Enabled" or storage["status"] != "Connected":
            raise refused(f"backup storage[uuid:{storage['uuid']}] is {storage['state']} and {storage['status']}")
    row = {
        "architecture": "x86_64", "type": "zstack",
        **msg.picked("name", "description", "guestOsType", "architecture", "system", "platform", "type", "virtio"),
        "url": url, "mediaType": media, "format": form, "state": "Enabled", "status": "Downloading",
    }  # fmt: skip
    uuid = image.create(node, row, msg.get("resourceUuid"))
    for storage in storages:
        image_ref.create(node, {"imageUuid": uuid, "backupStorageUuid": storage["uuid"], "status": "Downloading"})
    yield
    size = {"actualSize": GIB, "size": GIB if media == "ISO" else 10 * GIB}
    image.update(node, uuid, status="Ready", md5Sum="not calculated", **size)
    try:
        for each in image_ref.find(node, imageUuid=uuid):
            _settle(node, each)
    except ApiError as error:
        image.destroy(node, uuid, force=True)
        yield
        raise ApiError("SYS.1006", f"failed to add image[name:{msg['name']}]", error) from error
    return {"inventory": image.inventory(node, uuid)}


def _settle(node, each):
    """Takes room for an image on the backup storage of one of its refs; BS.1003 where there is none."""
    row, storage = image.get(node, each["imageUuid"]), backup_storage.get(node, each["backupStorageUuid"])
    occupy(node, storage["uuid"], row["actualSize"])
    image_ref.update(node, each["uuid"], status="Ready", installPath=install_path(storage, row))


def occupy(node, storage_uuid, size):
    """Takes `size` bytes on a backup storage, or gives them back when negative."""
    free = backup_storage.get(node, storage_uuid)["availableCapacity"] or 0
    if free < size:
        raise ApiError("BS.1003", f"backup storage[uuid:{storage_uuid}] has no room for {size} bytes")
    backup_storage.update(node, storage_uuid, availableCapacity=free - size)


@family.api("UpdateImage", refs={"uuid": image}, everyone=True)
def update(node, msg):
    image.update(node, msg["uuid"], **msg.picked("name", "description", "guestOsType", "mediaType", "format", "system",
                                                 "platform", "architecture", "virtio"))  # fmt: skip
    return {"inventory": image.inventory(node, msg["uuid"])}


@family.api("ChangeImageState", refs={"uuid": image}, everyone=True)
def change_state(node, msg):
    image.update(node, msg["uuid"], state=STATES[msg["stateEvent"]])
    return {"inventory": image.inventory(node, msg["uuid"])}


def _chosen(node, msg, uuid, *statuses):
    """The refs of an image in one of the statuses, of the backup storages that are given or of all."""
    given = msg.get("backupStorageUuids")
    return [each for each in image_ref.find(node, image_ref.c.status.in_(statuses), imageUuid=uuid)
            if not given or each["backupStorageUuid"] in given]  # fmt: skip


@family.api("DeleteImage", refs={"uuid": Shaped(image)}, everyone=True)
def delete(node, msg):
    if image.get(node, msg["uuid"]) is None:
        return
    for each in _chosen(node, msg, msg["uuid"], "Ready"):
        image_ref.update(node, each["uuid"], status="Deleted")
    refs = image_ref.find(node, imageUuid=msg["uuid"])
    if not refs:
        image.destroy(node, msg["uuid"], msg.force)
    elif all(each["status"] == "Deleted" for each in refs):
        image.update(node, msg["uuid"], status="Deleted")


@family.api("ExpungeImage", refs={"imageUuid": image}, everyone=True)
def expunge(node, msg):
    chosen = _chosen(node, msg, msg["imageUuid"], "Deleted")
    if not chosen:
        raise refused(f"image[uuid:{msg['imageUuid']}] is not Deleted on the backup storages, it cannot be expunged")
    for each in chosen:
        drop(node, each)


@family.api("RecoverImage", refs={"imageUuid": image}, everyone=True)
def recover(node, msg):
    chosen = _chosen(node, msg, msg["imageUuid"], "Deleted")
    if not chosen:
        raise refused(f"image[uuid:{msg['imageUuid']}] is not Deleted on the backup storages, it cannot be recovered")
    for each in chosen:
        image_ref.update(node, each["uuid"], status="Ready")
    image.update(node, msg["imageUuid"], status="Ready")
    return {"inventory": image.inventory(node, msg["imageUuid"])}


def drop(node, each, force=False):
    """Takes an image off a backup storage, given as a row of `image_ref`; the last one takes the image along."""
    size = image.get(node, each["imageUuid"])["actualSize"] or 0
    if each["installPath"] is not None:
        occupy(node, each["backupStorageUuid"], -size)
    image_ref.delete(node, each["uuid"])
    if not image_ref.find(node, imageUuid=each["imageUuid"]):
        image.destroy(node, each["imageUuid"], force)


def _used_on(node, storage_uuid):
    query = select(func.coalesce(func.sum(image.c.actualSize), 0)).where(
        image_ref.c.imageUuid == image.c.uuid, image_ref.c.backupStorageUuid == storage_uuid,
        image_ref.c.installPath.is_not(None))  # fmt: skip
    return node.execute(query).scalar_one()


usage_hooks.append(_used_on)


@backup_storage.on_delete(order=10)
def storage_goes(node, row, force):
    """Images lose the storage; those that live nowhere else go with it."""
    for each in image_ref.find(node, backupStorageUuid=row["uuid"]):
        drop(node, each, force)


@image.on_delete(order=10)
def image_goes(node, row, _force):
    for each in image_ref.find(node, imageUuid=row["uuid"]):
        if each["installPath"] is not None:
            occupy(node, each["backupStorageUuid"], -(row["actualSize"] or 0))
        image_ref.delete(node, each["uuid"])


@family.seed("images", image, within=["backupStorages"], named_by=["backupStorageUuids"], backupStorageUuids=list[str])
def seed(node, fields, parents):
    """An image on the backup storage it is nested in, or on `backupStorageUuids`."""
    fields = dict(fields)
    homes = fields.pop("backupStorageUuids", None) or [parents["backupStorages"]["uuid"]]
    media = fields.get("mediaType", "RootVolumeTemplate")
    row = {
        "name": "image", "url": "http://images.example.com/image", "mediaType": media, "platform": "Linux",
        "format": "iso" if media == "ISO" else "qcow2", "state": "Enabled", "status": "Ready", "type": "zstack",
        "system": False, "virtio": True, "architecture": "x86_64", "md5Sum": "not calculated", "actualSize": GIB,
        "size": GIB if media == "ISO" else 10 * GIB, **fields,
    }  # fmt: skip
    uuid = image.create(node, row, fields.get("uuid"))
    for home in homes:
        ref_uuid = image_ref.create(node, {"imageUuid": uuid, "backupStorageUuid": home, "status": "Creating"})
        _settle(node, image_ref.get(node, ref_uuid))
    return image.get(node, uuid)
