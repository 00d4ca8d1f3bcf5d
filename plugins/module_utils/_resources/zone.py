# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Zones."""

from __future__ import annotations

from .._api import backup_storage as bs_api
from .._api import baremetal as baremetal_api
from .._api import cluster as cluster_api
from .._api import host as host_api
from .._api import primary_storage as ps_api
from .._api import zone as api
from .._api.queries import QUERY_VM_INSTANCE
from .common import FORCED, enabling
from .resource import Resource
from .storage import BACKUP_STORAGE
from .words import Attachments, Dependents, Field, Tags

ZONE = Resource(
    name="zone",
    query=api.QUERY_ZONE,
    create=api.CREATE_ZONE,
    delete=api.DELETE_ZONE,
    forced=FORCED,
    inventory=("uuid", "name", "description", "state", "type", "createDate", "lastOpDate"),
    inventory_by={"5.2": ("isDefault",)},
    created={"state": "Enabled", "type": "zstack", "isDefault": False},
    words=(
        Field("name", update=(api.UPDATE_ZONE,)),
        Field("description", update=(api.UPDATE_ZONE,)),
        Field("is_default", type="bool", update=(api.UPDATE_ZONE,), only="5.2"),
        *enabling(api.CHANGE_ZONE_STATE, spreads=("cluster",)),
        Attachments(
            "backup_storages",
            of=BACKUP_STORAGE,
            theirs="attachedZoneUuids",
            add=bs_api.ATTACH_BACKUP_STORAGE_TO_ZONE,
            remove=bs_api.DETACH_BACKUP_STORAGE_FROM_ZONE,
            this="zoneUuid",
            other="backupStorageUuid",
        ),
        Tags("ZoneVO"),
        Dependents("clusters", cluster_api.QUERY_CLUSTER, "zoneUuid"),
        Dependents("hosts", host_api.QUERY_HOST, "zoneUuid"),
        Dependents("VM instances", QUERY_VM_INSTANCE, "zoneUuid"),
        Dependents("primary storages", ps_api.QUERY_PRIMARY_STORAGE, "zoneUuid"),
        Dependents("PXE servers", baremetal_api.QUERY_BAREMETAL_PXE_SERVER, "zoneUuid", only="5.2"),
        Dependents("chassis", baremetal_api.QUERY_BAREMETAL_CHASSIS, "zoneUuid", only="5.2"),
    ),
)
