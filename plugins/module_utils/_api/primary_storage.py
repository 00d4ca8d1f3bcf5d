# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Primary storage of all types, clusters attached, volume migration."""

from __future__ import annotations

import re

from .declaration import DELETE_MODE, DESCRIPTION, NAME, NEW_NAME, RESOURCE_UUID, TAG_UUIDS, UUID, Api, P, query

# ZStack puts nothing into these folders of the hosts.
_SYSTEM = "/(dev|proc|sys)(/|$)"
NO_SYSTEM_FOLDER = f"(?!{_SYSTEM})"
NOT_THERE = "not in /dev, /proc or /sys"

DELETE_PRIMARY_STORAGE = Api("DeletePrimaryStorage", "DELETE", "/primary-storage/{uuid}", UUID, DELETE_MODE)
QUERY_PRIMARY_STORAGE = query("PrimaryStorage", "/primary-storage")
ATTACH_PRIMARY_STORAGE_TO_CLUSTER = Api(
    "AttachPrimaryStorageToCluster",
    "POST",
    "/clusters/{clusterUuid}/primary-storage/{primaryStorageUuid}",
    P("clusterUuid", required=True),
    P("primaryStorageUuid", required=True),
)
DETACH_PRIMARY_STORAGE_FROM_CLUSTER = Api(
    "DetachPrimaryStorageFromCluster",
    "DELETE",
    "/clusters/{clusterUuid}/primary-storage/{primaryStorageUuid}",
    P("primaryStorageUuid", required=True),
    P("clusterUuid", required=True),
    returns=("inventory",),
)
RECONNECT_PRIMARY_STORAGE = Api("ReconnectPrimaryStorage", "PUT", "/primary-storage/{uuid}/actions", UUID)
GET_PRIMARY_STORAGE_CAPACITY = Api(
    "GetPrimaryStorageCapacity",
    "GET",
    "/primary-storage/capacities",
    P("zoneUuids", "list"),
    P("clusterUuids", "list"),
    P("primaryStorageUuids", "list"),
    P("all", "bool"),
    returns=("totalCapacity", "availableCapacity", "totalPhysicalCapacity", "availablePhysicalCapacity"),
)
SYNC_PRIMARY_STORAGE_CAPACITY = Api(
    "SyncPrimaryStorageCapacity",
    "PUT",
    "/primary-storage/{primaryStorageUuid}/actions",
    P("primaryStorageUuid", required=True),
)
CHANGE_PRIMARY_STORAGE_STATE = Api(
    "ChangePrimaryStorageState",
    "PUT",
    "/primary-storage/{uuid}/actions",
    UUID,
    P("stateEvent", required=True, choices=("enable", "disable", "maintain", "deleting")),
)
UPDATE_PRIMARY_STORAGE = Api(
    "UpdatePrimaryStorage", "PUT", "/primary-storage/{uuid}/actions", UUID, NAME, DESCRIPTION, P("url", most=2048)
)
CLEAN_UP_IMAGE_CACHE_ON_PRIMARY_STORAGE = Api(
    "CleanUpImageCacheOnPrimaryStorage",
    "PUT",
    "/primary-storage/{uuid}/actions",
    UUID,
    P("force", "bool", only="5.2"),
    returns=(),
)
GET_PRIMARY_STORAGE_ALLOCATOR_STRATEGIES = Api(
    "GetPrimaryStorageAllocatorStrategies", "GET", "/primary-storage/allocators/strategies", returns=("strategies",)
)
GET_PRIMARY_STORAGE_TYPES = Api("GetPrimaryStorageTypes", "GET", "/primary-storage/types", returns=("types",))
GET_PRIMARY_STORAGE_CANDIDATES_FOR_VOLUME_MIGRATION = Api(
    "GetPrimaryStorageCandidatesForVolumeMigration",
    "GET",
    "/primary-storage/volumes/{volumeUuid}/migration-candidates",
    P("volumeUuid", required=True),
)
PRIMARY_STORAGE_MIGRATE_VOLUME = Api(
    "PrimaryStorageMigrateVolume",
    "PUT",
    "/primary-storage/volumes/{volumeUuid}/actions",
    P("volumeUuid", required=True),
    P("dstPrimaryStorageUuid", required=True),
)
ADD_NFS_PRIMARY_STORAGE = Api(
    "AddNfsPrimaryStorage",
    "POST",
    "/primary-storage/nfs",
    P(
        "url",
        required=True,
        most=2048,
        pattern=(re.compile(f"(?!([^:]*:)?{_SYSTEM})"), "the export of a folder " + NOT_THERE),
    ),
    NEW_NAME,
    DESCRIPTION,
    P("type"),
    P("zoneUuid", required=True),
    RESOURCE_UUID,
    TAG_UUIDS,
)
ADD_SHARED_MOUNT_POINT_PRIMARY_STORAGE = Api(
    "AddSharedMountPointPrimaryStorage",
    "POST",
    "/primary-storage/smp",
    P("url", required=True, most=2048, pattern=(re.compile(NO_SYSTEM_FOLDER), "a folder " + NOT_THERE)),
    NEW_NAME,
    DESCRIPTION,
    P("type"),
    P("zoneUuid", required=True),
    RESOURCE_UUID,
    TAG_UUIDS,
)
