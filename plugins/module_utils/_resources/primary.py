# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Primary storages, as far as other resources refer to them."""

from __future__ import annotations

from .._api.primary_storage import QUERY_PRIMARY_STORAGE
from .resource import Resource
from .storage import COMMON, DATES
from .zone import ZONE

PRIMARY_STORAGE = Resource(
    name="primary_storage",
    query=QUERY_PRIMARY_STORAGE,
    inventory=(
        *COMMON,
        *("zoneUuid", "totalPhysicalCapacity", "availablePhysicalCapacity", "systemUsedCapacity", "mountPath"),
        "attachedClusterUuids",
        *DATES,
    ),
    names={"zoneUuid": ZONE},
)
