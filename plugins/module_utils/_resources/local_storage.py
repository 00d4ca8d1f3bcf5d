# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies on the disks of the hosts of a local primary storage."""

from __future__ import annotations

from .._api import local_storage as api
from .host import HOST
from .primary_storage import CAPACITIES, LOCAL_PRIMARY_STORAGE, ZONE_OF_NAMES
from .resource import Resource
from .words import Field, Listing

_LOCAL = Field("primary_storage", api="primaryStorageUuid", ref=LOCAL_PRIMARY_STORAGE, within="zone", required=True)
_HOST = Field("host", api="hostUuid", ref=HOST, within="zone")

LOCAL_STORAGE = (
    Listing(
        "capacities",
        api.GET_LOCAL_STORAGE_HOST_DISK_CAPACITY,
        fields=(ZONE_OF_NAMES, _LOCAL, _HOST),
        resource=Resource(
            name="local_storage_host_disk_capacity",
            query=None,
            plural="local_storage_host_disk_capacities",
            inventory=("hostUuid", *CAPACITIES),
            names={"hostUuid": HOST},
        ),
    ),
    Listing(
        "resources",
        query=api.QUERY_LOCAL_STORAGE_RESOURCE_REF,
        fields=(ZONE_OF_NAMES, _LOCAL, _HOST),
        resource=Resource(
            name="local_storage_resource_ref",
            query=api.QUERY_LOCAL_STORAGE_RESOURCE_REF,
            inventory=(
                *("resourceUuid", "resourceType", "size", "hostUuid", "primaryStorageUuid"),
                *("createDate", "lastOpDate"),
            ),
            names={"hostUuid": HOST},
        ),
    ),
)
