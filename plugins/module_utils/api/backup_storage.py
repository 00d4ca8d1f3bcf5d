# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup storage, zones attached, ImageStore."""

from __future__ import annotations

from .declaration import Api, P, query

DELETE_BACKUP_STORAGE = Api(
    "DeleteBackupStorage",
    "DELETE",
    "/backup-storage/{uuid}",
    P("uuid", required=True),
    P("deleteMode", choices=("Permissive", "Enforcing")),
)
QUERY_BACKUP_STORAGE = query("BackupStorage", "/backup-storage")
RECONNECT_BACKUP_STORAGE = Api(
    "ReconnectBackupStorage",
    "PUT",
    "/backup-storage/{uuid}/actions",
    P("uuid", required=True),
)
CHANGE_BACKUP_STORAGE_STATE = Api(
    "ChangeBackupStorageState",
    "PUT",
    "/backup-storage/{uuid}/actions",
    P("uuid", required=True),
    P("stateEvent", required=True, choices=("enable", "disable")),
)
GET_BACKUP_STORAGE_CAPACITY = Api(
    "GetBackupStorageCapacity",
    "GET",
    "/backup-storage/capacities",
    P("zoneUuids", "list"),
    P("backupStorageUuids", "list"),
    P("all", "bool"),
)
GET_BACKUP_STORAGE_TYPES = Api(
    "GetBackupStorageTypes",
    "GET",
    "/backup-storage/types",
)
UPDATE_BACKUP_STORAGE = Api(
    "UpdateBackupStorage",
    "PUT",
    "/backup-storage/{uuid}/actions",
    P("uuid", required=True),
    P("name", most=255),
    P("description", most=2048),
)
ATTACH_BACKUP_STORAGE_TO_ZONE = Api(
    "AttachBackupStorageToZone",
    "POST",
    "/zones/{zoneUuid}/backup-storage/{backupStorageUuid}",
    P("zoneUuid", required=True),
    P("backupStorageUuid", required=True),
)
DETACH_BACKUP_STORAGE_FROM_ZONE = Api(
    "DetachBackupStorageFromZone",
    "DELETE",
    "/zones/{zoneUuid}/backup-storage/{backupStorageUuid}",
    P("backupStorageUuid", required=True),
    P("zoneUuid", required=True),
)
ADD_IMAGE_STORE_BACKUP_STORAGE = Api(
    "AddImageStoreBackupStorage",
    "POST",
    "/backup-storage/image-store",
    P("hostname", required=True, most=255, blank=False),
    P("username", required=True, most=255),
    P("password", required=True, most=255),
    P("sshPort", "int", range=(1, 65535)),
    P("url", required=True, most=2048, blank=False),
    P("name", required=True, most=255),
    P("description", most=2048),
    P("type"),
    P("importImages", "bool"),
    P("resourceUuid"),
    P("tagUuids", "list", only="5.2"),
)
QUERY_IMAGE_STORE_BACKUP_STORAGE = query("ImageStoreBackupStorage", "/backup-storage/image-store")
RECONNECT_IMAGE_STORE_BACKUP_STORAGE = Api(
    "ReconnectImageStoreBackupStorage",
    "PUT",
    "/backup-storage/image-store/{uuid}/actions",
    P("uuid", required=True),
)
UPDATE_IMAGE_STORE_BACKUP_STORAGE = Api(
    "UpdateImageStoreBackupStorage",
    "PUT",
    "/backup-storage/image-store/{uuid}/actions",
    P("username", most=255),
    P("password", most=255),
    P("hostname", most=255),
    P("sshPort", "int", range=(1, 65535)),
    P("uuid", required=True),
    P("name", most=255),
    P("description", most=2048),
)
RECLAIM_SPACE_FROM_IMAGE_STORE = Api(
    "ReclaimSpaceFromImageStore",
    "PUT",
    "/backup-storage/image-store/{uuid}/actions",
    P("uuid", required=True),
)
