# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup storage, zones attached, ImageStore."""

from __future__ import annotations

import re

from .declaration import (
    DELETE_MODE,
    DESCRIPTION,
    HOSTNAME,
    NAME,
    NEW_NAME,
    RESOURCE_UUID,
    SSH_PORT,
    TAG_UUIDS,
    UUID,
    Api,
    P,
    query,
)
from .primary_storage import NO_SYSTEM_FOLDER, NOT_THERE

_FOLDER = (re.compile(NO_SYSTEM_FOLDER + r"/\S*$"), "an absolute path without blanks, " + NOT_THERE)

DELETE_BACKUP_STORAGE = Api("DeleteBackupStorage", "DELETE", "/backup-storage/{uuid}", UUID, DELETE_MODE)
QUERY_BACKUP_STORAGE = query("BackupStorage", "/backup-storage")
RECONNECT_BACKUP_STORAGE = Api("ReconnectBackupStorage", "PUT", "/backup-storage/{uuid}/actions", UUID)
CHANGE_BACKUP_STORAGE_STATE = Api(
    "ChangeBackupStorageState",
    "PUT",
    "/backup-storage/{uuid}/actions",
    UUID,
    P("stateEvent", required=True, choices=("enable", "disable")),
)
GET_BACKUP_STORAGE_CAPACITY = Api(
    "GetBackupStorageCapacity",
    "GET",
    "/backup-storage/capacities",
    P("zoneUuids", "list"),
    P("backupStorageUuids", "list"),
    P("all", "bool"),
    returns=("totalCapacity", "availableCapacity"),
)
GET_BACKUP_STORAGE_TYPES = Api("GetBackupStorageTypes", "GET", "/backup-storage/types", returns=("types",))
UPDATE_BACKUP_STORAGE = Api("UpdateBackupStorage", "PUT", "/backup-storage/{uuid}/actions", UUID, NAME, DESCRIPTION)
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
    returns=("inventory",),
)
ADD_IMAGE_STORE_BACKUP_STORAGE = Api(
    "AddImageStoreBackupStorage",
    "POST",
    "/backup-storage/image-store",
    P("hostname", required=True, most=255, blank=False, pattern=HOSTNAME),
    P("username", required=True, most=255),
    P("password", required=True, most=255, secret=True),
    SSH_PORT,
    P("url", required=True, most=2048, blank=False, pattern=_FOLDER),
    NEW_NAME,
    DESCRIPTION,
    P("type"),
    P("importImages", "bool"),
    RESOURCE_UUID,
    TAG_UUIDS,
)
QUERY_IMAGE_STORE_BACKUP_STORAGE = query("ImageStoreBackupStorage", "/backup-storage/image-store")
RECONNECT_IMAGE_STORE_BACKUP_STORAGE = Api(
    "ReconnectImageStoreBackupStorage", "PUT", "/backup-storage/image-store/{uuid}/actions", UUID
)
UPDATE_IMAGE_STORE_BACKUP_STORAGE = Api(
    "UpdateImageStoreBackupStorage",
    "PUT",
    "/backup-storage/image-store/{uuid}/actions",
    P("username", most=255),
    P("password", most=255, secret=True),
    P("hostname", most=255, pattern=HOSTNAME),
    SSH_PORT,
    UUID,
    NAME,
    DESCRIPTION,
)
RECLAIM_SPACE_FROM_IMAGE_STORE = Api(
    "ReclaimSpaceFromImageStore", "PUT", "/backup-storage/image-store/{uuid}/actions", UUID, returns=()
)
ADD_SFTP_BACKUP_STORAGE = Api(
    "AddSftpBackupStorage",
    "POST",
    "/backup-storage/sftp",
    P("hostname", required=True, most=255, blank=False),
    P("username", required=True, most=255),
    P("password", required=True, most=255, secret=True),
    SSH_PORT,
    P("url", required=True, most=2048, blank=False),
    NEW_NAME,
    DESCRIPTION,
    P("type"),
    P("importImages", "bool"),
    RESOURCE_UUID,
    TAG_UUIDS,
)
QUERY_SFTP_BACKUP_STORAGE = query("SftpBackupStorage", "/backup-storage/sftp")
# 2.3.1 reconnects it as it does any backup storage.
RECONNECT_SFTP_BACKUP_STORAGE = Api(
    "ReconnectSftpBackupStorage", "PUT", "/backup-storage/sftp/{uuid}/actions", UUID, only="5.2"
)
UPDATE_SFTP_BACKUP_STORAGE = Api(
    "UpdateSftpBackupStorage",
    "PUT",
    "/backup-storage/sftp/{uuid}/actions",
    P("username", most=255),
    P("password", most=255, secret=True),
    P("hostname", most=255),
    SSH_PORT,
    UUID,
    NAME,
    DESCRIPTION,
)
