# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Images and ISOs, and the backup storages they live on."""

from __future__ import annotations

from ..store import Resource, flag, number, ref, text
from . import Family
from .zone import STATES

image = Resource(
    "image", "ImageVO", "org.zstack.header.image.ImageInventory",
    text("name", index=True), text("description"), text("exportUrl", until="2.3.1"),
    text("exportMd5Sum", until="2.3.1"), text("state", values=STATES.values()),
    text("status", values=("Creating", "Downloading", "Ready", "Deleted")), number("size"), number("actualSize"),
    text("md5Sum"), text("url"), text("mediaType", values=("RootVolumeTemplate", "DataVolumeTemplate", "ISO")),
    text("guestOsType"), text("type"), text("platform"), text("architecture", since="5.2"), text("format"),
    flag("system"), flag("virtio", since="5.2"),
)  # fmt: skip

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

family = Family()
