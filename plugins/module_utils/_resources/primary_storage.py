# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Primary storages: of any type, of those that ZStack can be told to add, and what is done with them."""

from __future__ import annotations

from .._api import ceph as ceph_api
from .._api import local_storage as local_api
from .._api import primary_storage as api
from .._api.host import QUERY_HOST
from .._api.queries import QUERY_VOLUME, QUERY_VOLUME_SNAPSHOT
from .cluster import CLUSTER
from .common import FORCED, STORAGE_USERS, enabling
from .host import HOST
from .mons import mons
from .resource import Resource
from .storage import PRIMARY_STORAGE
from .words import Action, Attachments, Connects, Dependents, Event, Field, Listing, Member, Reading, Reconnect, Tags
from .zone import ZONE

_UPDATE = (api.UPDATE_PRIMARY_STORAGE,)
_CONNECTED = {"status": ("Connected",)}
_CAPACITIES = ("totalCapacity", "availableCapacity", "totalPhysicalCapacity", "availablePhysicalCapacity")

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
        stops=STORAGE_USERS,
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

#: A primary storage of whatever type, added by whomever.
ANY_PRIMARY_STORAGE = Resource(
    name="primary_storage",
    query=api.QUERY_PRIMARY_STORAGE,
    delete=api.DELETE_PRIMARY_STORAGE,
    forced=FORCED,
    identity=(("name", "zone"),),
    inventory=PRIMARY_STORAGE.inventory,
    words=_MANAGED,
)


def _of_type(type, status, create, *words, query=api.QUERY_PRIMARY_STORAGE, inventory=(), **more):
    """The storages of one type, as ``create`` makes them; they have ``status`` then."""
    return Resource(
        name="primary_storage",
        query=query,
        create=create,
        delete=api.DELETE_PRIMARY_STORAGE,
        forced=FORCED,
        narrow=(("type", type),),
        inventory=PRIMARY_STORAGE.inventory + inventory,
        created={"type": type, "state": "Enabled", "status": status, "attachedClusterUuids": []},
        words=(*words, *_MANAGED),
        **more,
    )


_NAMED = (("name", "zone"),)

LOCAL_PRIMARY_STORAGE = _of_type(
    "LocalStorage", "Connected", local_api.ADD_LOCAL_PRIMARY_STORAGE, Field("url"), identity=_NAMED
)
NFS_PRIMARY_STORAGE = _of_type(
    "NFS",
    "Disconnected",
    api.ADD_NFS_PRIMARY_STORAGE,
    Field("url", update=_UPDATE),
    # ZStack has an export once in a zone.
    identity=(*_NAMED, ("url", "zone")),
)
SMP_PRIMARY_STORAGE = _of_type(
    "SharedMountPoint",
    "Disconnected",
    api.ADD_SHARED_MOUNT_POINT_PRIMARY_STORAGE,
    Field("url"),
    identity=_NAMED,
)


def _pools(type):
    return lambda row: [pool.get("poolName") for pool in row.get("pools") or () if pool.get("type") == type]


CEPH_PRIMARY_STORAGE = _of_type(
    "Ceph",
    "Connected",
    ceph_api.ADD_CEPH_PRIMARY_STORAGE,
    mons(
        ceph_api.ADD_MON_TO_CEPH_PRIMARY_STORAGE,
        ceph_api.REMOVE_MON_FROM_CEPH_PRIMARY_STORAGE,
        ceph_api.UPDATE_CEPH_PRIMARY_STORAGE_MON,
        mon_port=6789,
    ),
    Field("root_volume_pool_name", row=None, held=_pools("Root")),
    Field("data_volume_pool_name", row=None, held=_pools("Data")),
    Field("image_cache_pool_name", row=None, held=_pools("ImageCache")),
    query=ceph_api.QUERY_CEPH_PRIMARY_STORAGE,
    inventory=("fsid", "mons", "pools"),
    identity=_NAMED,
)


def _in_pool(row):
    """What finds the volumes that lie in a pool: they are named by it."""
    path = "".join("_" if c in "!<>=?~%\\'\"" else c for c in f"ceph://{row['poolName']}/")
    return [
        ("primaryStorageUuid", "=", row["primaryStorageUuid"]),
        ("installPath", "~=", f"{path}%"),
        ("type", "=", row["type"]),
    ]


_UPDATE_POOL = (ceph_api.UPDATE_CEPH_PRIMARY_STORAGE_POOL,)

CEPH_POOL = Resource(
    name="ceph_pool",
    query=ceph_api.QUERY_CEPH_PRIMARY_STORAGE_POOL,
    create=ceph_api.ADD_CEPH_PRIMARY_STORAGE_POOL,
    delete=ceph_api.DELETE_CEPH_PRIMARY_STORAGE_POOL,
    identity=(("primary_storage", "pool_name", "type"),),
    inventory=(
        "uuid",
        "poolName",
        "aliasName",
        "description",
        "type",
        "primaryStorageUuid",
        "createDate",
        "lastOpDate",
    ),
    inventory_by={
        "5.2": ("totalCapacity", "availableCapacity", "usedCapacity", "replicatedSize", "diskUtilization")
        + ("securityPolicy",)
    },
    words=(
        Field("primary_storage", api="primaryStorageUuid", ref=CEPH_PRIMARY_STORAGE),
        Field("pool_name"),
        # ZStack 2.3.1 adds pools for data volumes, and does not ask.
        Field("type", choices=("Root", "Data"), implied={"2.3.1": "Data"}),
        Field("alias_name", update=_UPDATE_POOL),
        Field("description", update=_UPDATE_POOL),
        Field("is_create", type="bool", row=None),
        Tags("CephPrimaryStoragePoolVO"),
        Dependents("volumes", QUERY_VOLUME, finds=_in_pool, fate="take their pool from"),
    ),
)

# -- what is done with any of them -------------------------------------------------------------------------------------

_ZONE = Field("zone", api="zoneUuid", ref=ZONE, sent=False)

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
    within=_ZONE,
)

CAPACITY_SYNC = Action(
    name="primary_storage_capacity_sync",
    api=api.SYNC_PRIMARY_STORAGE_CAPACITY,
    fields=(
        _ZONE,
        Field("primary_storage", api="primaryStorageUuid", ref=PRIMARY_STORAGE, within="zone", required=True),
    ),
    subject="primary_storage",
    moves=(*_CAPACITIES, "systemUsedCapacity"),
    measured=True,
)

IMAGE_CACHE_CLEANUP = Action(
    name="image_cache_cleanup",
    api=api.CLEAN_UP_IMAGE_CACHE_ON_PRIMARY_STORAGE,
    fields=(
        _ZONE,
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
    reply=_CAPACITIES,
    asking=lambda uuid: {"primaryStorageUuids": [uuid]},
)

# -- what lies on the disks of hosts -----------------------------------------------------------------------------------

_LOCAL = Field("primary_storage", api="primaryStorageUuid", ref=LOCAL_PRIMARY_STORAGE, within="zone", required=True)
_HOST = Field("host", api="hostUuid", ref=HOST, within="zone")

LOCAL_STORAGE = (
    Listing(
        "capacities",
        local_api.GET_LOCAL_STORAGE_HOST_DISK_CAPACITY,
        fields=(_ZONE, _LOCAL, _HOST),
        resource=Resource(
            name="local_storage_host_disk_capacity",
            query=None,
            plural="local_storage_host_disk_capacities",
            inventory=("hostUuid", *_CAPACITIES),
            names={"hostUuid": HOST},
        ),
    ),
    Listing(
        "resources",
        query=local_api.QUERY_LOCAL_STORAGE_RESOURCE_REF,
        fields=(_ZONE, _LOCAL, _HOST),
        resource=Resource(
            name="local_storage_resource_ref",
            query=local_api.QUERY_LOCAL_STORAGE_RESOURCE_REF,
            inventory=(
                "resourceUuid",
                "resourceType",
                "size",
                "hostUuid",
                "primaryStorageUuid",
                "createDate",
                "lastOpDate",
            ),
            names={"hostUuid": HOST},
        ),
    ),
)
