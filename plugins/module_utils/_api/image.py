# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Image export and migration."""

from __future__ import annotations

from .declaration import Api, P

EXPORT_IMAGE_FROM_BACKUP_STORAGE = Api(
    "ExportImageFromBackupStorage",
    "PUT",
    "/backup-storage/{backupStorageUuid}/actions",
    P("backupStorageUuid", required=True),
    P("imageUuid", required=True),
    P("exportFormat", only="5.2", choices=("raw", "qcow2")),
    returns=("imageUrl",),
)
DELETE_EXPORTED_IMAGE_FROM_BACKUP_STORAGE = Api(
    "DeleteExportedImageFromBackupStorage",
    "DELETE",
    "/backup-storage/{backupStorageUuid}/exported-images/{imageUuid}",
    P("backupStorageUuid", required=True),
    P("imageUuid", required=True),
)
BACKUP_STORAGE_MIGRATE_IMAGE = Api(
    "BackupStorageMigrateImage",
    "PUT",
    "/backup-storage/images/{imageUuid}/actions",
    P("imageUuid", required=True),
    P("srcBackupStorageUuid", required=True),
    P("dstBackupStorageUuid", required=True),
)
GET_BACKUP_STORAGE_CANDIDATES_FOR_IMAGE_MIGRATION = Api(
    "GetBackupStorageCandidatesForImageMigration",
    "GET",
    "/backup-storage/{srcBackupStorageUuid}/migration-candidates",
    P("srcBackupStorageUuid", required=True),
)
