# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Primary storages: of any type, of those that ZStack can be told to add, and what is done with them."""

from __future__ import annotations

from dataclasses import replace

from .._api import local_storage as local_api
from .._api import primary_storage as api
from .._api.host import QUERY_HOST
from .._api.queries import QUERY_VOLUME, QUERY_VOLUME_SNAPSHOT
from .cluster import CLUSTER
from .common import FORCED, SETTLED, STORAGE_USERS, enabling
from .primary import PRIMARY_STORAGE
from .resource import Resource
from .vm import VM
from .words import Action, Attachments, Connects, Dependents, Event, Field, Member, Reading, Reconnect, Tags
from .zone import ZONE

_UPDATE = (api.UPDATE_PRIMARY_STORAGE,)
_CONNECTED = {"status": ("Connected",)}
CAPACITIES = ("totalCapacity", "availableCapacity", "totalPhysicalCapacity", "availablePhysicalCapacity")

# Nobody can reach a shared file system before a host has mounted it: it connects by being attached to a cluster.
_MOUNTED = {"type": ("NFS", "SharedMountPoint")}
_CONNECTS = Connects(_CONNECTED, apt=_MOUNTED, through=(QUERY_HOST, "clusterUuid", ("status=Connected",)))

_MANAGED = (
    Field("name", update=_UPDATE),
    Field("description", update=_UPDATE),
    Field("zone", api="zoneUuid", ref=ZONE),
    Reconnect(
        api.RECONNECT_PRIMARY_STORAGE,
        due={"status": ("Disconnected",)},
        until=_CONNECTED,
        refused={**_MOUNTED, "attachedClusterUuids": ([],)},
    ),
    *enabling(api.CHANGE_PRIMARY_STORAGE_STATE),
    Event(
        "maintenance",
        api.CHANGE_PRIMARY_STORAGE_STATE,
        {"stateEvent": "maintain"},
        {"state": ("Maintenance",)},
        # The node stops them only after it has answered.
        stops=replace(STORAGE_USERS, of=VM, until={"state": ("Stopped",)}),
    ),
    Attachments(
        "clusters",
        of=CLUSTER,
        own="attachedClusterUuids",
        within="zoneUuid",
        add=api.ATTACH_PRIMARY_STORAGE_TO_CLUSTER,
        remove=api.DETACH_PRIMARY_STORAGE_FROM_CLUSTER,
        this="primaryStorageUuid",
        other="clusterUuid",
        bars=True,
        connects=_CONNECTS,
        stops=STORAGE_USERS,
        stops_there="clusterUuid",
    ),
    Tags("PrimaryStorageVO"),
    Dependents("volumes", QUERY_VOLUME, "primaryStorageUuid"),
    Dependents("volume snapshots", QUERY_VOLUME_SNAPSHOT, "primaryStorageUuid"),
)

_NAMED = (("name", "zone"),)

#: A primary storage of whatever type, added by whomever.
ANY_PRIMARY_STORAGE = Resource(
    name="primary_storage",
    query=api.QUERY_PRIMARY_STORAGE,
    delete=api.DELETE_PRIMARY_STORAGE,
    forced=FORCED,
    identity=_NAMED,
    inventory=PRIMARY_STORAGE.inventory,
    words=_MANAGED,
)


def of_type(type, status, create, *words, query=api.QUERY_PRIMARY_STORAGE, inventory=(), nests=(), identity=_NAMED):
    """The storages of one type, as ``create`` makes them; they have ``status`` then."""
    return Resource(
        name="primary_storage",
        query=query,
        create=create,
        delete=api.DELETE_PRIMARY_STORAGE,
        forced=FORCED,
        narrow=(("type", type),),
        identity=identity,
        inventory=PRIMARY_STORAGE.inventory + inventory,
        nests=dict(nests),
        created={"type": type, "state": "Enabled", "status": status, "attachedClusterUuids": []},
        settled=SETTLED,
        words=(*words, *_MANAGED),
    )


LOCAL_PRIMARY_STORAGE = of_type("LocalStorage", "Connected", local_api.ADD_LOCAL_PRIMARY_STORAGE, Field("url"))
NFS_PRIMARY_STORAGE = of_type(
    "NFS",
    "Disconnected",
    api.ADD_NFS_PRIMARY_STORAGE,
    Field("url", update=_UPDATE),
    # ZStack has an export once in a zone.
    identity=(*_NAMED, ("url", "zone")),
)
SMP_PRIMARY_STORAGE = of_type(
    "SharedMountPoint",
    "Disconnected",
    api.ADD_SHARED_MOUNT_POINT_PRIMARY_STORAGE,
    Field("url"),
)

# -- what is done with any of them -------------------------------------------------------------------------------------

#: Where names are looked for.
ZONE_OF_NAMES = Field("zone", api="zoneUuid", ref=ZONE, sent=False)

#: That a cluster has a primary storage.
PRIMARY_STORAGE_ATTACHMENT = Member(
    name="primary_storage_attachment",
    holder="cluster",
    to=CLUSTER,
    member="primary_storage",
    of=PRIMARY_STORAGE,
    row="attachedClusterUuids",
    add=api.ATTACH_PRIMARY_STORAGE_TO_CLUSTER,
    remove=api.DETACH_PRIMARY_STORAGE_FROM_CLUSTER,
    this="clusterUuid",
    other="primaryStorageUuid",
    connects=_CONNECTS,
    stops=STORAGE_USERS,
    stops_there="clusterUuid",
    within=ZONE_OF_NAMES,
)

CAPACITY_SYNC = Action(
    name="primary_storage_capacity_sync",
    api=api.SYNC_PRIMARY_STORAGE_CAPACITY,
    fields=(
        ZONE_OF_NAMES,
        Field("primary_storage", api="primaryStorageUuid", ref=PRIMARY_STORAGE, within="zone", required=True),
    ),
    subject="primary_storage",
    moves=(*CAPACITIES, "systemUsedCapacity"),
    measured=True,
)

IMAGE_CACHE_CLEANUP = Action(
    name="image_cache_cleanup",
    api=api.CLEAN_UP_IMAGE_CACHE_ON_PRIMARY_STORAGE,
    fields=(
        ZONE_OF_NAMES,
        Field("primary_storage", api="uuid", ref=PRIMARY_STORAGE, within="zone", required=True),
        Field("force", type="bool", only="5.2"),
    ),
    subject="primary_storage",
    moves=("availableCapacity", "availablePhysicalCapacity"),
    measured=True,
)

#: What the storage has as ZStack counts it, and in fact.
CAPACITY = Reading(
    "capacity",
    read=api.GET_PRIMARY_STORAGE_CAPACITY,
    reply=CAPACITIES,
    asking=lambda uuid: {"primaryStorageUuids": [uuid]},
)

#: By what info modules narrow down their storages.
SCOPES = {"zone": (ZONE, "zoneUuid"), "cluster": (CLUSTER, "attachedClusterUuids")}
