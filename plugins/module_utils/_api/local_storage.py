# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Local primary storage: resource references, capacities by host, migration."""

from __future__ import annotations

import re

from .declaration import DESCRIPTION, NEW_NAME, RESOURCE_UUID, TAG_UUIDS, Api, P, query
from .primary_storage import NO_SYSTEM_FOLDER, NOT_THERE

ADD_LOCAL_PRIMARY_STORAGE = Api(
    "AddLocalPrimaryStorage",
    "POST",
    "/primary-storage/local-storage",
    P(
        "url",
        required=True,
        most=2048,
        pattern=(re.compile(NO_SYSTEM_FOLDER + "/"), "an absolute path " + NOT_THERE),
    ),
    NEW_NAME,
    DESCRIPTION,
    P("type"),
    P("zoneUuid", required=True),
    RESOURCE_UUID,
    TAG_UUIDS,
)
QUERY_LOCAL_STORAGE_RESOURCE_REF = query(
    "LocalStorageResourceRef", "/primary-storage/local-storage/resource-refs", keyed=False
)
LOCAL_STORAGE_MIGRATE_VOLUME = Api(
    "LocalStorageMigrateVolume",
    "PUT",
    "/primary-storage/local-storage/volumes/{volumeUuid}/actions",
    P("volumeUuid", required=True),
    P("destHostUuid", required=True),
)
GET_LOCAL_STORAGE_HOST_DISK_CAPACITY = Api(
    "GetLocalStorageHostDiskCapacity",
    "GET",
    "/primary-storage/local-storage/{primaryStorageUuid}/capacities",
    P("hostUuid"),
    P("primaryStorageUuid", required=True),
)
LOCAL_STORAGE_GET_VOLUME_MIGRATABLE_HOSTS = Api(
    "LocalStorageGetVolumeMigratableHosts",
    "GET",
    "/volumes/{volumeUuid}/migration-target-hosts",
    P("volumeUuid", required=True),
)
