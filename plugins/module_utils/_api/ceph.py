# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ceph primary and backup storage, Fusionstor backup storage: storages, mons, pools."""

from __future__ import annotations

from .declaration import DESCRIPTION, HOSTNAME, NEW_NAME, RESOURCE_UUID, SSH_PORT, TAG_UUIDS, UUID, Api, P, query

MON_URLS = P("monUrls", "list", required=True, blank=False, secret=True)


def _storage(name, path, only=None):
    """(query, add mons, remove mons, update a mon) of a storage that is made of mons."""
    return (
        query(name, path, only=only),
        Api("AddMonTo" + name, "POST", path + "/{uuid}/mons", UUID, MON_URLS, only=only),
        Api(
            "RemoveMonFrom" + name,
            "DELETE",
            path + "/{uuid}/mons",
            UUID,
            P("monHostnames", "list", required=True, blank=False),
            only=only,
            returns=("inventory",),
        ),
        Api(
            "Update" + name + "Mon",
            "PUT",
            path + "/mons/{monUuid}/actions",
            P("monUuid", required=True, blank=False),
            P("hostname", most=255, pattern=HOSTNAME),
            P("sshUsername", most=255),
            P("sshPassword", most=255, secret=True),
            SSH_PORT,
            P("monPort", "int", range=(1, 65535)),
            only=only,
        ),
    )


def _add_backup_storage(name, path, only=None):
    return Api(
        "Add" + name,
        "POST",
        path,
        MON_URLS,
        P("poolName", most=255),
        P("url", most=2048),
        NEW_NAME,
        DESCRIPTION,
        P("type"),
        P("importImages", "bool"),
        RESOURCE_UUID,
        TAG_UUIDS,
        only=only,
    )


(
    QUERY_CEPH_PRIMARY_STORAGE,
    ADD_MON_TO_CEPH_PRIMARY_STORAGE,
    REMOVE_MON_FROM_CEPH_PRIMARY_STORAGE,
    UPDATE_CEPH_PRIMARY_STORAGE_MON,
) = _storage("CephPrimaryStorage", "/primary-storage/ceph")
(
    QUERY_CEPH_BACKUP_STORAGE,
    ADD_MON_TO_CEPH_BACKUP_STORAGE,
    REMOVE_MON_FROM_CEPH_BACKUP_STORAGE,
    UPDATE_CEPH_BACKUP_STORAGE_MON,
) = _storage("CephBackupStorage", "/backup-storage/ceph")
(
    QUERY_FUSIONSTOR_BACKUP_STORAGE,
    ADD_MON_TO_FUSIONSTOR_BACKUP_STORAGE,
    REMOVE_MON_FROM_FUSIONSTOR_BACKUP_STORAGE,
    UPDATE_FUSIONSTOR_BACKUP_STORAGE_MON,
) = _storage("FusionstorBackupStorage", "/backup-storage/fusionstor", only="2.3.1")

ADD_CEPH_BACKUP_STORAGE = _add_backup_storage("CephBackupStorage", "/backup-storage/ceph")
ADD_FUSIONSTOR_BACKUP_STORAGE = _add_backup_storage(
    "FusionstorBackupStorage", "/backup-storage/fusionstor", only="2.3.1"
)
ADD_CEPH_PRIMARY_STORAGE = Api(
    "AddCephPrimaryStorage",
    "POST",
    "/primary-storage/ceph",
    MON_URLS,
    P("rootVolumePoolName", most=255),
    P("dataVolumePoolName", most=255),
    P("imageCachePoolName", most=255),
    P("url", most=2048),
    NEW_NAME,
    DESCRIPTION,
    P("type"),
    P("zoneUuid", required=True),
    RESOURCE_UUID,
    TAG_UUIDS,
)
ADD_CEPH_PRIMARY_STORAGE_POOL = Api(
    "AddCephPrimaryStoragePool",
    "POST",
    "/primary-storage/ceph/{primaryStorageUuid}/pools",
    P("primaryStorageUuid", required=True),
    P("poolName", required=True, most=255),
    P("aliasName", most=255),
    DESCRIPTION,
    P("isCreate", "bool"),
    RESOURCE_UUID,
    P("type", required=True, only="5.2", choices=("Root", "Data")),
    TAG_UUIDS,
)
DELETE_CEPH_PRIMARY_STORAGE_POOL = Api(
    "DeleteCephPrimaryStoragePool", "DELETE", "/primary-storage/ceph/pools/{uuid}", UUID
)
QUERY_CEPH_PRIMARY_STORAGE_POOL = query("CephPrimaryStoragePool", "/primary-storage/ceph/pools")
UPDATE_CEPH_PRIMARY_STORAGE_POOL = Api(
    "UpdateCephPrimaryStoragePool",
    "PUT",
    "/primary-storage/ceph/pools/{uuid}/actions",
    UUID,
    P("aliasName", most=255),
    DESCRIPTION,
)
