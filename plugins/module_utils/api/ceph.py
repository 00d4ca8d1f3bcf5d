# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ceph primary and backup storage, Fusionstor backup storage: storages, mons, pools."""

from __future__ import annotations

from .declaration import Api, P, query

ADD_CEPH_PRIMARY_STORAGE = Api(
    "AddCephPrimaryStorage",
    "POST",
    "/primary-storage/ceph",
    P("monUrls", "list", required=True, blank=False),
    P("rootVolumePoolName", most=255),
    P("dataVolumePoolName", most=255),
    P("imageCachePoolName", most=255),
    P("url", most=2048),
    P("name", required=True, most=255),
    P("description", most=2048),
    P("type"),
    P("zoneUuid", required=True),
    P("resourceUuid"),
    P("tagUuids", "list", only="5.2"),
)
QUERY_CEPH_PRIMARY_STORAGE = query("CephPrimaryStorage", "/primary-storage/ceph")
ADD_MON_TO_CEPH_PRIMARY_STORAGE = Api(
    "AddMonToCephPrimaryStorage",
    "POST",
    "/primary-storage/ceph/{uuid}/mons",
    P("uuid", required=True),
    P("monUrls", "list", required=True, blank=False),
)
REMOVE_MON_FROM_CEPH_PRIMARY_STORAGE = Api(
    "RemoveMonFromCephPrimaryStorage",
    "DELETE",
    "/primary-storage/ceph/{uuid}/mons",
    P("uuid", required=True),
    P("monHostnames", "list", required=True, blank=False),
)
UPDATE_CEPH_PRIMARY_STORAGE_MON = Api(
    "UpdateCephPrimaryStorageMon",
    "PUT",
    "/primary-storage/ceph/mons/{monUuid}/actions",
    P("monUuid", required=True, blank=False),
    P("hostname", most=255),
    P("sshUsername", most=255),
    P("sshPassword", most=255),
    P("sshPort", "int", range=(1, 65535)),
    P("monPort", "int", range=(1, 65535)),
)
ADD_CEPH_PRIMARY_STORAGE_POOL = Api(
    "AddCephPrimaryStoragePool",
    "POST",
    "/primary-storage/ceph/{primaryStorageUuid}/pools",
    P("primaryStorageUuid", required=True),
    P("poolName", required=True, most=255),
    P("aliasName", most=255),
    P("description", most=2048),
    P("isCreate", "bool"),
    P("resourceUuid"),
    P("type", required=True, only="5.2", choices=("Root", "Data")),
    P("tagUuids", "list", only="5.2"),
)
DELETE_CEPH_PRIMARY_STORAGE_POOL = Api(
    "DeleteCephPrimaryStoragePool",
    "DELETE",
    "/primary-storage/ceph/pools/{uuid}",
    P("uuid", required=True),
)
QUERY_CEPH_PRIMARY_STORAGE_POOL = query("CephPrimaryStoragePool", "/primary-storage/ceph/pools")
UPDATE_CEPH_PRIMARY_STORAGE_POOL = Api(
    "UpdateCephPrimaryStoragePool",
    "PUT",
    "/primary-storage/ceph/pools/{uuid}/actions",
    P("uuid", required=True),
    P("aliasName", most=255),
    P("description", most=2048),
)
ADD_CEPH_BACKUP_STORAGE = Api(
    "AddCephBackupStorage",
    "POST",
    "/backup-storage/ceph",
    P("monUrls", "list", required=True, blank=False),
    P("poolName", most=255),
    P("url", most=2048),
    P("name", required=True, most=255),
    P("description", most=2048),
    P("type"),
    P("importImages", "bool"),
    P("resourceUuid"),
    P("tagUuids", "list", only="5.2"),
)
QUERY_CEPH_BACKUP_STORAGE = query("CephBackupStorage", "/backup-storage/ceph")
UPDATE_CEPH_BACKUP_STORAGE_MON = Api(
    "UpdateCephBackupStorageMon",
    "PUT",
    "/backup-storage/ceph/mons/{monUuid}/actions",
    P("monUuid", required=True, blank=False),
    P("hostname", most=255),
    P("sshUsername", most=255),
    P("sshPassword", most=255),
    P("sshPort", "int", range=(1, 65535)),
    P("monPort", "int", range=(1, 65535)),
)
ADD_MON_TO_CEPH_BACKUP_STORAGE = Api(
    "AddMonToCephBackupStorage",
    "POST",
    "/backup-storage/ceph/{uuid}/mons",
    P("uuid", required=True),
    P("monUrls", "list", required=True, blank=False),
)
REMOVE_MON_FROM_CEPH_BACKUP_STORAGE = Api(
    "RemoveMonFromCephBackupStorage",
    "DELETE",
    "/backup-storage/ceph/{uuid}/mons",
    P("uuid", required=True),
    P("monHostnames", "list", required=True, blank=False),
)
ADD_FUSIONSTOR_BACKUP_STORAGE = Api(
    "AddFusionstorBackupStorage",
    "POST",
    "/backup-storage/fusionstor",
    P("monUrls", "list", required=True, blank=False),
    P("poolName", most=255),
    P("url", most=2048),
    P("name", required=True, most=255),
    P("description", most=2048),
    P("type"),
    P("importImages", "bool"),
    P("resourceUuid"),
    only="2.3.1",
)
QUERY_FUSIONSTOR_BACKUP_STORAGE = query("FusionstorBackupStorage", "/backup-storage/fusionstor", only="2.3.1")
UPDATE_FUSIONSTOR_BACKUP_STORAGE_MON = Api(
    "UpdateFusionstorBackupStorageMon",
    "PUT",
    "/backup-storage/fusionstor/mons/{monUuid}/actions",
    P("monUuid", required=True, blank=False),
    P("hostname", most=255),
    P("sshUsername", most=255),
    P("sshPassword", most=255),
    P("sshPort", "int", range=(1, 65535)),
    P("monPort", "int", range=(1, 65535)),
    only="2.3.1",
)
ADD_MON_TO_FUSIONSTOR_BACKUP_STORAGE = Api(
    "AddMonToFusionstorBackupStorage",
    "POST",
    "/backup-storage/fusionstor/{uuid}/mons",
    P("uuid", required=True),
    P("monUrls", "list", required=True, blank=False),
    only="2.3.1",
)
REMOVE_MON_FROM_FUSIONSTOR_BACKUP_STORAGE = Api(
    "RemoveMonFromFusionstorBackupStorage",
    "DELETE",
    "/backup-storage/fusionstor/{uuid}/mons",
    P("uuid", required=True),
    P("monHostnames", "list", required=True, blank=False),
    only="2.3.1",
)
