# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup storages: of any type, of those that ZStack can be told to add, and what is done with them."""

from __future__ import annotations

from .._api import backup_storage as api
from .._api import ceph as mon_api
from .._api.queries import QUERY_IMAGE
from .common import FORCED, SETTLED, enabling
from .mons import mons
from .resource import Resource
from .storage import BACKUP_STORAGE
from .words import Action, Attachments, Check, Dependents, Field, Member, Reading, Reconnect, Tags
from .zone import ZONE

_UPDATE = (api.UPDATE_BACKUP_STORAGE,)


def _described(update):
    return Field("name", update=update), Field("description", update=update)


def _connecting(reconnect):
    return Reconnect(reconnect, due={"status": ("Disconnected",)}, until={"status": ("Connected",)})


_MANAGED = (
    *enabling(api.CHANGE_BACKUP_STORAGE_STATE),
    Attachments(
        "zones",
        of=ZONE,
        own="attachedZoneUuids",
        add=api.ATTACH_BACKUP_STORAGE_TO_ZONE,
        remove=api.DETACH_BACKUP_STORAGE_FROM_ZONE,
        this="backupStorageUuid",
        other="zoneUuid",
    ),
    Tags("BackupStorageVO"),
    # Those that lie nowhere else are lost.
    Dependents("images", QUERY_IMAGE, "backupStorage.uuid", fate="take away its copies of"),
)

#: A backup storage of whatever type, added by whomever.
ANY_BACKUP_STORAGE = Resource(
    name="backup_storage",
    query=api.QUERY_BACKUP_STORAGE,
    delete=api.DELETE_BACKUP_STORAGE,
    forced=FORCED,
    inventory=BACKUP_STORAGE.inventory,
    words=(*_described(_UPDATE), _connecting(api.RECONNECT_BACKUP_STORAGE), *_MANAGED),
)


def _of_type(type, query, create, *words, inventory=(), created=(), **more):
    """The storages of one type, as ``create`` makes them."""
    return Resource(
        name="backup_storage",
        query=query,
        create=create,
        delete=api.DELETE_BACKUP_STORAGE,
        forced=FORCED,
        inventory=BACKUP_STORAGE.inventory + inventory,
        created={"type": type, "state": "Enabled", "status": "Connected", "attachedZoneUuids": [], **dict(created)},
        settled=SETTLED,
        words=(*words, *_MANAGED),
        **more,
    )


_UPDATE_SERVER = (api.UPDATE_IMAGE_STORE_BACKUP_STORAGE,)

IMAGESTORE_BACKUP_STORAGE = _of_type(
    "ImageStoreBackupStorage",
    api.QUERY_IMAGE_STORE_BACKUP_STORAGE,
    api.ADD_IMAGE_STORE_BACKUP_STORAGE,
    *_described(_UPDATE_SERVER),
    Field("hostname", update=_UPDATE_SERVER, stale=True),
    Field("username", update=_UPDATE_SERVER, stale=True),
    Field("password", update=_UPDATE_SERVER, stale=True),
    Field("ssh_port", type="int", update=_UPDATE_SERVER, stale=True),
    Field("url"),
    Field("import_images", type="bool", row=None),
    _connecting(api.RECONNECT_IMAGE_STORE_BACKUP_STORAGE),
    # ZStack has a server once.
    identity=(("hostname",), ("name",)),
    inventory=("hostname", "username", "sshPort"),
    created={"sshPort": 22},
)


def _no_pool(values):
    if values.get("import_images") and not values.get("pool_name"):
        yield "import_images needs pool_name, the pool whose images are to be imported"


def _named_pool(row, generation):
    """The pool, unless ZStack has made it and its name."""
    return None if row["poolName"].endswith(row["uuid"]) else row["poolName"]


def _of_mons(type, query, create, mon_port, *apis, **more):
    """The storages that are made of monitors in front of a pool."""
    return _of_type(
        type,
        query,
        create,
        *_described(_UPDATE),
        mons(*apis, mon_port=mon_port),
        Field("pool_name", given=_named_pool),
        Field("import_images", type="bool", row=None),
        Check(_no_pool),
        _connecting(api.RECONNECT_BACKUP_STORAGE),
        inventory=("fsid", "mons", "poolName"),
        **more,
    )


CEPH_BACKUP_STORAGE = _of_mons(
    "Ceph",
    mon_api.QUERY_CEPH_BACKUP_STORAGE,
    mon_api.ADD_CEPH_BACKUP_STORAGE,
    6789,
    mon_api.ADD_MON_TO_CEPH_BACKUP_STORAGE,
    mon_api.REMOVE_MON_FROM_CEPH_BACKUP_STORAGE,
    mon_api.UPDATE_CEPH_BACKUP_STORAGE_MON,
    inventory_by={
        "5.2": (
            *("poolAvailableCapacity", "poolUsedCapacity", "poolReplicatedSize", "poolDiskUtilization"),
            "poolSecurityPolicy",
        )
    },
)
FUSIONSTOR_BACKUP_STORAGE = _of_mons(
    "Fusionstor",
    mon_api.QUERY_FUSIONSTOR_BACKUP_STORAGE,
    mon_api.ADD_FUSIONSTOR_BACKUP_STORAGE,
    7777,
    mon_api.ADD_MON_TO_FUSIONSTOR_BACKUP_STORAGE,
    mon_api.REMOVE_MON_FROM_FUSIONSTOR_BACKUP_STORAGE,
    mon_api.UPDATE_FUSIONSTOR_BACKUP_STORAGE_MON,
    inventory_by={"2.3.1": ("sshPort",)},
    created={"sshPort": 22},
    only="2.3.1",
)

# -- what is done with any of them -------------------------------------------------------------------------------------

#: That a zone has a backup storage.
BACKUP_STORAGE_ATTACHMENT = Member(
    name="backup_storage_attachment",
    holder="zone",
    to=ZONE,
    member="backup_storage",
    of=BACKUP_STORAGE,
    row="attachedZoneUuids",
    add=api.ATTACH_BACKUP_STORAGE_TO_ZONE,
    remove=api.DETACH_BACKUP_STORAGE_FROM_ZONE,
    this="zoneUuid",
    other="backupStorageUuid",
)

IMAGESTORE_RECLAIM = Action(
    name="imagestore_reclaim",
    api=api.RECLAIM_SPACE_FROM_IMAGE_STORE,
    fields=(Field("backup_storage", api="uuid", ref=IMAGESTORE_BACKUP_STORAGE, required=True),),
    subject="backup_storage",
    moves=("totalCapacity", "availableCapacity"),
    measured=True,
)

#: What is left of it, as ZStack counts it.
CAPACITY = Reading(
    "capacity",
    read=api.GET_BACKUP_STORAGE_CAPACITY,
    reply=("totalCapacity", "availableCapacity"),
    asking=lambda uuid: {"backupStorageUuids": [uuid]},
)

#: By what info modules narrow down their storages.
SCOPES = {"zone": (ZONE, "attachedZoneUuids")}
