# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Images that move between backup storages, or are exported from them."""

from __future__ import annotations

import hashlib

from ...errors import ApiError, invalid, refused
from ...family import Family
from .backup_storage import CEPH, IMAGE_STORE, backup_storage
from .backup_storage import mon as backup_mon
from .image import image, image_ref, install_path, occupy

FIDELITY = {
    "BackupStorageMigrateImage": ("inferred", "the image stays Ready meanwhile"),
    "DeleteExportedImageFromBackupStorage": ("inferred", "succeeds where nothing is exported"),
    "ExportImageFromBackupStorage": ("inferred", "from image stores and Ceph; an exported image takes no room"),
    "GetBackupStorageCandidatesForImageMigration": ("inferred", None),
}

family = Family()


def _ready_ref(node, image_uuid, storage_uuid):
    """The ref of an image that is Ready on a backup storage."""
    found = image_ref.find(node, imageUuid=image_uuid, backupStorageUuid=storage_uuid, status="Ready")
    if not found or image.get(node, image_uuid)["status"] != "Ready":
        raise refused(f"image[uuid:{image_uuid}] is not Ready on backup storage[uuid:{storage_uuid}]")
    return found[0]


def _check_ceph(node, row):
    """Refuses a backup storage that cannot take part in a migration."""
    if row["state"] == "Disabled":
        raise refused(f"backup storage[uuid:{row['uuid']}] is Disabled")
    if row["type"] != CEPH:
        raise refused(f"images move between Ceph backup storages only, not a {row['type']}")
    if not backup_mon.find(node, backupStorageUuid=row["uuid"], status="Connected"):
        raise refused(f"no monitor of backup storage[uuid:{row['uuid']}] is Connected")


@family.api("BackupStorageMigrateImage", refs={"imageUuid": image, "srcBackupStorageUuid": backup_storage,
                                               "dstBackupStorageUuid": backup_storage})  # fmt: skip
def migrate_image(node, msg):
    uuid, source, target = msg["imageUuid"], msg["srcBackupStorageUuid"], msg["dstBackupStorageUuid"]
    if source == target:
        raise invalid("the source and the destination are the same backup storage")
    for each in (source, target):
        _check_ceph(node, backup_storage.get(node, each))
    _ready_ref(node, uuid, source)
    if image_ref.find(node, imageUuid=uuid, backupStorageUuid=target):
        raise refused(f"image[uuid:{uuid}] is on backup storage[uuid:{target}] already")
    yield
    row, home = image.require(node, uuid), backup_storage.require(node, target)
    occupy(node, target, row["actualSize"])
    occupy(node, source, -row["actualSize"])
    image_ref.update(node, _ready_ref(node, uuid, source)["uuid"], backupStorageUuid=target,
                     installPath=install_path(home, row))  # fmt: skip
    return {"inventory": image.inventory(node, uuid)}


def _takes_part(node, row):
    try:
        _check_ceph(node, row)
    except ApiError:
        return False
    return True


@family.api("GetBackupStorageCandidatesForImageMigration", refs={"srcBackupStorageUuid": backup_storage})
def image_candidates(node, msg):
    source = backup_storage.get(node, msg["srcBackupStorageUuid"])
    rows = [each for each in backup_storage.find(node, backup_storage.c.uuid != source["uuid"], type=source["type"])
            if _takes_part(node, each)]  # fmt: skip
    return {"inventories": backup_storage.inventories(node, rows)}


def _export(node, ref_row, url, checksum):
    """Where an image is exported to stands at the image in 2.3.1, at its ref in 5.2."""
    resource, uuid = (image, ref_row["imageUuid"]) if node.old else (image_ref, ref_row["uuid"])
    resource.update(node, uuid, exportUrl=url, exportMd5Sum=checksum)


@family.api("ExportImageFromBackupStorage", refs={"backupStorageUuid": backup_storage, "imageUuid": image})
def export(node, msg):
    storage, row = backup_storage.get(node, msg["backupStorageUuid"]), image.get(node, msg["imageUuid"])
    if storage["type"] not in (IMAGE_STORE, CEPH):
        raise refused(f"images cannot be exported from a {storage['type']}")
    found = _ready_ref(node, row["uuid"], storage["uuid"])
    yield
    where = storage["hostname"] or next(
        (each["hostname"] for each in backup_mon.find(node, backupStorageUuid=storage["uuid"])), None)  # fmt: skip
    if where is None:
        raise refused(f"backup storage[uuid:{storage['uuid']}] has no monitor that could export an image")
    name = f"image-{row['uuid']}.{msg.get('exportFormat') or row['format']}"
    url = f"http://{where}:8000/zstore/export/{name}"
    checksum = hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()
    _export(node, found, url, checksum)
    return {"imageUrl": url} if node.old else {"imageUrl": url, "exportMd5Sum": checksum}


@family.api("DeleteExportedImageFromBackupStorage", refs={"backupStorageUuid": backup_storage, "imageUuid": image})
def delete_exported(node, msg):
    for each in image_ref.find(node, imageUuid=msg["imageUuid"], backupStorageUuid=msg["backupStorageUuid"]):
        _export(node, each, None, None)
