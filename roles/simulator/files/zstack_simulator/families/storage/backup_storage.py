# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup storages: image stores, Sftp servers, Ceph and (2.3.1) Fusionstor.

A storage's ``availableCapacity`` is its total less what images take on it; images book that themselves.
"""

from __future__ import annotations

import re

from sqlalchemy import delete, func, insert, select

from ...errors import ApiError, invalid, refused
from ...family import STATES, Family, Shaped, Typed
from ...hardware import is_address
from ...store import Inventory, Resource, link_table, number, ref, text
from ..compute.zone import zone
from .monitors import REPLICAS, Mons, mon_table
from .primary_storage import in_forbidden_folder

FIDELITY = {
    "AddCephBackupStorage": ("read", "the capacity is the largest disk of its monitors' machines; nothing is imported"),
    "AddFusionstorBackupStorage": ("inferred", "as Ceph; nothing is imported"),
    "AddImageStoreBackupStorage": ("inferred", "no licence is asked for; nothing is imported"),
    "AddSftpBackupStorage": ("read", "nothing is imported"),
    "AttachBackupStorageToZone": ("read", None),
    "ChangeBackupStorageState": ("read", None),
    "DeleteBackupStorage": ("read", "images that live nowhere else go at once"),
    "DetachBackupStorageFromZone": ("read", None),
    "GetBackupStorageCapacity": ("read", "of several filters the narrowest counts"),
    "GetBackupStorageTypes": ("approximated", "the types that are simulated"),
    "QueryBackupStorage": ("read", "conditions on fields of sub-types are accepted"),
    "ReclaimSpaceFromImageStore": ("approximated", "deleted images give their room back at once; this frees `garbage`"),
    **dict.fromkeys(("QueryCephBackupStorage", "QuerySftpBackupStorage", "UpdateBackupStorage",
                     "ReconnectBackupStorage", "UpdateSftpBackupStorage", "ReconnectSftpBackupStorage",
                     "AddMonToCephBackupStorage", "RemoveMonFromCephBackupStorage", "UpdateCephBackupStorageMon"),
                    ("read", None)),
    **dict.fromkeys(("QueryImageStoreBackupStorage", "UpdateImageStoreBackupStorage",
                     "ReconnectImageStoreBackupStorage", "QueryFusionstorBackupStorage",
                     "AddMonToFusionstorBackupStorage", "RemoveMonFromFusionstorBackupStorage",
                     "UpdateFusionstorBackupStorageMon"), ("inferred", None)),
}  # fmt: skip

IMAGE_STORE, SFTP, CEPH, FUSIONSTOR = "ImageStoreBackupStorage", "SftpBackupStorage", "Ceph", "Fusionstor"

backup_storage = Resource(
    "backup_storage", "BackupStorageVO", "org.zstack.header.storage.backup.BackupStorageInventory",
    text("name", index=True), text("url"), text("description"), number("totalCapacity"), number("availableCapacity"),
    text("type", index=True), text("state", values=STATES.values()),
    text("status", values=("Connecting", "Connected", "Disconnected")),
    text("hostname"), text("username"), text("password", secret=True), number("sshPort"), text("fsid"),
    text("poolName"), number("garbage", secret=True, default=0),
)  # fmt: skip
attachment = link_table(
    "backup_storage_zone", ref("backupStorageUuid", "backup_storage", "CASCADE", primary_key=True),
    ref("zoneUuid", "zone", "CASCADE", primary_key=True),
)  # fmt: skip
backup_storage.lists("attachedZoneUuids", attachment, "backupStorageUuid", "zoneUuid")
backup_storage.relates("zone", "zone", through=(attachment, "backupStorageUuid", "zoneUuid"))
zone.relates("backupStorage", "backup_storage", through=(attachment, "zoneUuid", "backupStorageUuid"))

mon = mon_table("ceph_backup_storage_mon", "CephBackupStorageMonVO",
                "org.zstack.storage.ceph.backup.CephBackupStorageMonInventory",
                "backupStorageUuid", "backup_storage")  # fmt: skip
backup_storage.relates("mons", mon.name, theirs="backupStorageUuid")
MONS = {
    CEPH: Mons(mon, backup_storage, "backupStorageUuid", CEPH, 6789),
    FUSIONSTOR: Mons(mon, backup_storage, "backupStorageUuid", FUSIONSTOR, 7777),
}

SERVER = ("hostname", "username", "sshPort")
POOL = ("poolAvailableCapacity", "poolUsedCapacity", "poolReplicatedSize", "poolDiskUtilization", "poolSecurityPolicy")
CLUSTER = ("fsid", "poolName", "mons")


def _view(type, schema, hide):
    return backup_storage.subview(f"org.zstack.storage.{schema}Inventory", hide, backup_storage.c.type == type)


VIEWS = {
    IMAGE_STORE: _view(IMAGE_STORE, "backup.imagestore.ImageStoreBackupStorage", (*CLUSTER, *POOL)),
    SFTP: _view(SFTP, "backup.sftp.SftpBackupStorage", (*CLUSTER, *POOL)),
    CEPH: _view(CEPH, "ceph.backup.CephBackupStorage", SERVER),
    FUSIONSTOR: _view(FUSIONSTOR, "fusionstor.backup.FusionstorBackupStorage", ("hostname", "username", *POOL)),
}
backup_storage.view = backup_storage.subview(backup_storage.view.schema, hide=(*SERVER, *CLUSTER, *POOL))


@backup_storage.computes("mons")
def _mons(node, rows):
    """Passwords of monitors are never masked here."""
    found = MONS[CEPH].inventories(node, [row["uuid"] for row in rows], masked=False)
    return [{"mons": found[row["uuid"]]} for row in rows]


@backup_storage.computes(*POOL)
def _pool(node, rows):
    if node.old:
        return [{} for _row in rows]
    return [{
        "poolAvailableCapacity": row["availableCapacity"], "poolReplicatedSize": REPLICAS,
        "poolUsedCapacity": row["totalCapacity"] - row["availableCapacity"],
        "poolDiskUtilization": round(1 / REPLICAS, 3), "poolSecurityPolicy": "Copy",
    } for row in rows]  # fmt: skip


# How many bytes of a storage something takes: hook(node, storage's uuid).
usage_hooks = []

family = Family()
family.query("QueryBackupStorage", backup_storage)
for name, view in VIEWS.items():
    family.query(f"Query{name.removesuffix('BackupStorage')}BackupStorage", view)


def inventory(node, uuid):
    """A storage as the replies of its type show it."""
    return backup_storage.inventory(node, uuid, VIEWS[backup_storage.require(node, uuid)["type"]])


def general(node, uuid):
    """A storage as the replies of all types show it: image stores and Sftp servers with what is their own."""
    view = VIEWS[backup_storage.require(node, uuid)["type"]]
    return backup_storage.inventory(node, uuid, view if view in (VIEWS[IMAGE_STORE], VIEWS[SFTP]) else None)


def used_on(node, uuid):
    """The bytes that are in use on a storage."""
    return backup_storage.require(node, uuid)["garbage"] + sum(hook(node, uuid) for hook in usage_hooks)


# -- adding and connecting --------------------------------------------------------------------------------------


def _connect(node, uuid):
    """Reaches the storage and counts its room, or raises what hinders it."""
    row = backup_storage.require(node, uuid)
    facts = {}
    if row["type"] in MONS:
        facts["fsid"], total = MONS[row["type"]].connect(node, row)
        if not row["poolName"].endswith(uuid):
            MONS[row["type"]].check_pool(node, uuid, row["poolName"])
    else:
        total = node.hardware.connect(row["hostname"], row["username"], row["password"], row["sshPort"]).disk
    backup_storage.update(node, uuid, status="Connected", totalCapacity=total,
                          availableCapacity=total - used_on(node, uuid), **facts)  # fmt: skip


def _add(node, msg, type, row, urls=None):
    uuid = msg.get("resourceUuid") or node.uuid()
    row = {**msg.picked("name", "description"), **row, "type": type, "state": "Enabled", "status": "Connecting",
           "totalCapacity": 0, "availableCapacity": 0}  # fmt: skip
    if urls is not None:
        row["poolName"] = row["poolName"] or f"bak-t-{uuid}"
    backup_storage.create(node, row, uuid)
    if urls is not None:
        MONS[type].create(node, uuid, MONS[type].parse(node, urls))
    yield
    try:
        _connect(node, uuid)
    except ApiError as error:
        backup_storage.destroy(node, uuid, force=True)
        yield
        raise ApiError("SYS.1002", f"failed to add backup storage[name:{msg['name']}]", error) from error
    return {"inventory": inventory(node, uuid)}


def _check_url(url):
    if not url.startswith("/") or re.search(r"[\s?*\"'<>|&;`$]", url):
        raise invalid(f"the url[{url}] must be an absolute path without illegal characters")
    if in_forbidden_folder(url):
        raise invalid(f"the url[{url}] is an invalid folder[/dev, /proc or /sys]")


def _check_hostname(node, type, hostname, but=None):
    if not is_address(hostname):
        raise invalid(f"hostname[{hostname}] is neither an IPv4 address nor a valid hostname")
    if backup_storage.find(node, backup_storage.c.uuid.is_not(but), type=type, hostname=hostname):
        problem = f"there has been a backup storage of type {type} at hostname[{hostname}]"
        raise refused(problem) if type == SFTP else invalid(problem)


def _server(type):
    """Image stores and Sftp servers: one host each."""

    @family.api(f"Add{type.removesuffix('BackupStorage')}BackupStorage", creates=backup_storage)
    def add(node, msg):
        _check_hostname(node, type, msg["hostname"])
        _check_url(msg["url"])
        return (yield from _add(node, msg, type, msg.picked(*SERVER, "password", "url")))

    @family.api(f"Update{type.removesuffix('BackupStorage')}BackupStorage", refs={"uuid": _of(type)})
    def change(node, msg):
        if "hostname" in msg:
            _check_hostname(node, type, msg["hostname"], msg["uuid"])
        backup_storage.update(node, msg["uuid"], **msg.picked("name", "description", *SERVER, "password"))
        return {"inventory": inventory(node, msg["uuid"])}

    family.api(f"Reconnect{type.removesuffix('BackupStorage')}BackupStorage", refs={"uuid": _of(type)})(reconnect)


def _cluster(type):
    """Ceph and Fusionstor: monitors in front of a pool."""

    @family.api(f"Add{type}BackupStorage", creates=backup_storage)
    def add(node, msg):
        MONS[type].parse(node, msg["monUrls"])
        if msg.get("poolName") == "":
            raise invalid("the poolName cannot be an empty string")
        if msg.get("importImages") and not msg.get("poolName"):
            raise invalid("importImages needs a poolName")
        row = {"poolName": msg.get("poolName"), "url": msg.get("url") or "not used", "sshPort": 22}
        return (yield from _add(node, msg, type, row, msg["monUrls"]))

    @family.api(f"AddMonTo{type}BackupStorage", refs={"uuid": _of(type)})
    def add_mon(node, msg):
        yield from MONS[type].add(node, msg["uuid"], msg["monUrls"])
        return {"inventory": inventory(node, msg["uuid"])}

    @family.api(f"RemoveMonFrom{type}BackupStorage", refs={"uuid": _of(type)})
    def remove_mon(node, msg):
        MONS[type].remove(node, msg["monHostnames"])
        return {"inventory": inventory(node, msg["uuid"])}

    @family.api(f"Update{type}BackupStorageMon", refs={"monUuid": MONS[type]})
    def update_mon(node, msg):
        return {"inventory": inventory(node, MONS[type].update(node, msg))}


def _of(type):
    return Typed(backup_storage, type, f"{type.removesuffix('BackupStorage')}BackupStorageVO")


@family.api("ReconnectBackupStorage", refs={"uuid": backup_storage})
def reconnect(node, msg):
    uuid = msg["uuid"]
    backup_storage.update(node, uuid, status="Connecting")
    yield
    try:
        _connect(node, uuid)
    except ApiError:
        backup_storage.update(node, uuid, status="Disconnected")
        yield
        raise
    return {"inventory": general(node, uuid)}


for server in (IMAGE_STORE, SFTP):
    _server(server)
for each in MONS:
    _cluster(each)


# -- life -------------------------------------------------------------------------------------------------------


@family.api("UpdateBackupStorage", refs={"uuid": backup_storage})
def update(node, msg):
    backup_storage.update(node, msg["uuid"], **msg.picked("name", "description"))
    return {"inventory": general(node, msg["uuid"])}


@family.api("ChangeBackupStorageState", refs={"uuid": backup_storage})
def change_state(node, msg):
    backup_storage.update(node, msg["uuid"], state=STATES[msg["stateEvent"]])
    return {"inventory": general(node, msg["uuid"])}


@family.api("DeleteBackupStorage", refs={"uuid": Shaped(backup_storage)})
def remove(node, msg):
    backup_storage.destroy(node, msg["uuid"], msg.force)


@family.api("ReclaimSpaceFromImageStore", refs={"uuid": _of(IMAGE_STORE)})
def reclaim(node, msg):
    row = backup_storage.get(node, msg["uuid"])
    if row["status"] != "Connected":
        raise refused(f"image store[uuid:{row['uuid']}] is {row['status']}")
    freed = row["garbage"]
    backup_storage.update(node, row["uuid"], garbage=0, availableCapacity=row["availableCapacity"] + freed)
    if node.old:
        return None
    result = "org.zstack.storage.backup.imagestore.ImageStoreGcResult"
    return {"gcResult": Inventory(result, {"freedSpaceInBytes": freed})}


# -- zones ------------------------------------------------------------------------------------------------------


def _here(msg):
    return ((attachment.c.backupStorageUuid == msg["backupStorageUuid"])
            & (attachment.c.zoneUuid == msg["zoneUuid"]))  # fmt: skip


def _attached(node, msg):
    return node.execute(select(attachment).where(_here(msg))).first() is not None


@family.api("AttachBackupStorageToZone", refs={"zoneUuid": zone, "backupStorageUuid": backup_storage})
def attach(node, msg):
    uuid = msg["backupStorageUuid"]
    if _attached(node, msg):
        raise refused(f"backup storage[uuid:{uuid}] is attached to zone[uuid:{msg['zoneUuid']}] already")
    node.execute(insert(attachment), {"backupStorageUuid": uuid, "zoneUuid": msg["zoneUuid"]})
    return {"inventory": general(node, uuid)}


@family.api("DetachBackupStorageFromZone", refs={"zoneUuid": zone, "backupStorageUuid": backup_storage})
def detach(node, msg):
    uuid = msg["backupStorageUuid"]
    if not _attached(node, msg):
        raise refused(f"backup storage[uuid:{uuid}] is not attached to zone[uuid:{msg['zoneUuid']}]")
    node.execute(delete(attachment).where(_here(msg)))
    return {"inventory": general(node, uuid)}


# -- readings ---------------------------------------------------------------------------------------------------


@family.api("GetBackupStorageCapacity", refs={"zoneUuids": zone, "backupStorageUuids": backup_storage})
def capacity(node, msg):
    own = backup_storage.c
    if msg.get("backupStorageUuids"):
        chosen = own.uuid.in_(msg["backupStorageUuids"])
    elif msg.get("zoneUuids"):
        here = select(attachment.c.backupStorageUuid).where(attachment.c.zoneUuid.in_(msg["zoneUuids"]))
        chosen = own.uuid.in_(here)
    elif msg.get("all"):
        chosen = True
    else:
        raise invalid("zoneUuids or backupStorageUuids must have at least one value, or all be true")
    sums = select(*(func.coalesce(func.sum(own[name]), 0).label(name)
                    for name in ("totalCapacity", "availableCapacity"))).where(chosen)  # fmt: skip
    return dict(node.execute(sums).mappings().one())


@family.api("GetBackupStorageTypes")
def types(node, _msg):
    return {"types": [IMAGE_STORE, SFTP, CEPH, *([FUSIONSTOR] if node.old else ())]}


# -- seeds ------------------------------------------------------------------------------------------------------


@family.seed("backupStorages", backup_storage, within=["zones"], alone=True, zoneUuids=list[str], monUrls=list[str])
def seed(node, fields, parents):
    """A storage of `type` (ImageStoreBackupStorage), attached to the zone it is nested in or to `zoneUuids`; for Ceph
    and Fusionstor with `monUrls`; on an image store `garbage` bytes are in use that it can reclaim."""
    fields = dict(fields)
    homes = fields.pop("zoneUuids", [parents["zones"]["uuid"]] if "zones" in parents else [])
    type, uuid = fields.setdefault("type", IMAGE_STORE), fields.get("uuid") or node.uuid()
    count = node.execute(select(func.count()).select_from(backup_storage.table)).scalar_one() + 1
    urls = fields.pop("monUrls", [f"root:password@192.0.5.{count & 255}"])
    row = {"name": "backup storage", "state": "Enabled", "status": "Connected", "totalCapacity": 0}
    if type in MONS:
        row |= {"url": "not used", "sshPort": 22, "poolName": f"bak-t-{uuid}"}
    else:
        row |= {"url": "/zstack_bs", "hostname": f"192.0.3.{count & 255}", "username": "root", "password": "password",
                "sshPort": 22}  # fmt: skip
    row |= fields
    row.setdefault("availableCapacity", row["totalCapacity"])
    backup_storage.create(node, row, uuid)
    if type in MONS:
        MONS[type].create(node, uuid, MONS[type].parse(node, urls))
    if row["status"] == "Connected":
        _connect(node, uuid)
    if "totalCapacity" in fields:
        free = fields["totalCapacity"] - used_on(node, uuid)
        backup_storage.update(node, uuid, totalCapacity=fields["totalCapacity"], availableCapacity=free)
    for home in homes:
        node.execute(insert(attachment), {"backupStorageUuid": uuid, "zoneUuid": home})
    return backup_storage.get(node, uuid)
