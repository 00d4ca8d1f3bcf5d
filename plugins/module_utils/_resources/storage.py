# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup storages, as far as other resources refer to them, and what all storages have in common."""

from __future__ import annotations

from .._api.backup_storage import QUERY_BACKUP_STORAGE
from .resource import Resource

COMMON = ("uuid", "name", "url", "description", "totalCapacity", "availableCapacity", "type", "state", "status")
DATES = ("createDate", "lastOpDate")

BACKUP_STORAGE = Resource(
    name="backup_storage",
    query=QUERY_BACKUP_STORAGE,
    inventory=COMMON + ("attachedZoneUuids",) + DATES,
)
