# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Storages, as far as other resources refer to them."""

from __future__ import annotations

from .._api import backup_storage, primary_storage
from .resource import Resource

_COMMON = ("uuid", "name", "url", "description", "totalCapacity", "availableCapacity", "type", "state", "status")
_DATES = ("createDate", "lastOpDate")

PRIMARY_STORAGE = Resource(
    name="primary_storage",
    query=primary_storage.QUERY_PRIMARY_STORAGE,
    inventory=(
        *_COMMON,
        *("zoneUuid", "totalPhysicalCapacity", "availablePhysicalCapacity", "systemUsedCapacity", "mountPath"),
        "attachedClusterUuids",
        *_DATES,
    ),
)

BACKUP_STORAGE = Resource(
    name="backup_storage",
    query=backup_storage.QUERY_BACKUP_STORAGE,
    inventory=_COMMON + ("attachedZoneUuids",) + _DATES,
)
