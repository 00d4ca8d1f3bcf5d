# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Primary storage of all types, clusters attached, volume migration."""

from __future__ import annotations

from .declaration import Api, P, query

DELETE_PRIMARY_STORAGE = Api(
    "DeletePrimaryStorage",
    "DELETE",
    "/primary-storage/{uuid}",
    P("uuid", required=True),
    P("deleteMode", choices=("Permissive", "Enforcing")),
)
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
)
RECONNECT_PRIMARY_STORAGE = Api(
    "ReconnectPrimaryStorage",
    "PUT",
    "/primary-storage/{uuid}/actions",
    P("uuid", required=True),
)
GET_PRIMARY_STORAGE_CAPACITY = Api(
    "GetPrimaryStorageCapacity",
    "GET",
    "/primary-storage/capacities",
    P("zoneUuids", "list"),
    P("clusterUuids", "list"),
    P("primaryStorageUuids", "list"),
    P("all", "bool"),
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
    P("uuid", required=True),
    P("stateEvent", required=True, choices=("enable", "disable", "maintain", "deleting")),
)
UPDATE_PRIMARY_STORAGE = Api(
    "UpdatePrimaryStorage",
    "PUT",
    "/primary-storage/{uuid}/actions",
    P("uuid", required=True),
    P("name", most=255),
    P("description", most=2048),
    P("url", most=2048),
)
CLEAN_UP_IMAGE_CACHE_ON_PRIMARY_STORAGE = Api(
    "CleanUpImageCacheOnPrimaryStorage",
    "PUT",
    "/primary-storage/{uuid}/actions",
    P("uuid", required=True),
    P("force", "bool", only="5.2"),
)
GET_PRIMARY_STORAGE_ALLOCATOR_STRATEGIES = Api(
    "GetPrimaryStorageAllocatorStrategies",
    "GET",
    "/primary-storage/allocators/strategies",
)
GET_PRIMARY_STORAGE_TYPES = Api(
    "GetPrimaryStorageTypes",
    "GET",
    "/primary-storage/types",
)
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
    P("url", required=True, most=2048),
    P("name", required=True, most=255),
    P("description", most=2048),
    P("type"),
    P("zoneUuid", required=True),
    P("resourceUuid"),
    P("tagUuids", "list", only="5.2"),
)
ADD_SHARED_MOUNT_POINT_PRIMARY_STORAGE = Api(
    "AddSharedMountPointPrimaryStorage",
    "POST",
    "/primary-storage/smp",
    P("url", required=True, most=2048),
    P("name", required=True, most=255),
    P("description", most=2048),
    P("type"),
    P("zoneUuid", required=True),
    P("resourceUuid"),
    P("tagUuids", "list", only="5.2"),
)
