# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ceph primary storages, their monitors and pools."""

from __future__ import annotations

from sqlalchemy import bindparam, func, update

from ...errors import ApiError, invalid, refused
from ...family import Family, Shaped, Typed
from ...store import Resource, number, ref, text
from ..compute.zone import zone
from .monitors import REPLICAS, Mons, mon_table
from .primary_storage import KINDS, Kind, add, primary_storage

FIDELITY = {
    "AddCephPrimaryStorage": ("read", "the capacity is the largest disk of its monitors' machines"),
    "AddCephPrimaryStoragePool": ("read", "every pool exists unless the monitors' machines list theirs"),
    "AddMonToCephPrimaryStorage": ("read", None),
    "DeleteCephPrimaryStoragePool": ("read", "what lies in the pool stays where it is"),
    "QueryCephPrimaryStorage": ("read", None),
    "QueryCephPrimaryStoragePool": ("read", "all pools share what is free of the storage"),
    "RemoveMonFromCephPrimaryStorage": ("read", "5.2 shows the password as after AddMonToCephPrimaryStorage"),
    "UpdateCephPrimaryStorageMon": ("read", None),
    "UpdateCephPrimaryStoragePool": ("read", None),
}

mon = mon_table(
    "ceph_primary_storage_mon",
    "CephPrimaryStorageMonVO",
    "org.zstack.storage.ceph.primary.CephPrimaryStorageMonInventory",
    "primaryStorageUuid",
    "primary_storage",
)
pool = Resource(
    "ceph_pool", "CephPrimaryStoragePoolVO", "org.zstack.storage.ceph.primary.CephPrimaryStoragePoolInventory",
    ref("primaryStorageUuid", "primary_storage", "CASCADE"), text("poolName", index=True), text("aliasName"),
    text("description"), text("type", values=("Root", "Data", "ImageCache")), number("usedCapacity", since="5.2"),
)  # fmt: skip
pool.relates("primaryStorage", "primary_storage", own="primaryStorageUuid")
mons = Mons(mon, primary_storage, "primaryStorageUuid", "Ceph", 6789)

primary_storage.nests("pools", lambda: pool.view, "primaryStorageUuid")
primary_storage.relates("mons", mon.name, theirs="primaryStorageUuid")
ceph_primary_storage = primary_storage.subview(
    "org.zstack.storage.ceph.primary.CephPrimaryStorageInventory", where=primary_storage.c.type == "Ceph"
)


@primary_storage.computes("mons")
def _shown_mons(node, rows):
    found = mons.inventories(node, [row["uuid"] for row in rows], masked=not node.old)
    return [{"mons": found[row["uuid"]]} for row in rows]


@pool.computes("availableCapacity", "totalCapacity", "securityPolicy", "replicatedSize", "diskUtilization")
def _pool_capacity(node, rows):
    """A pool can grow into all that is free of the cluster."""
    if node.old:
        return [{} for _row in rows]
    homes = primary_storage.find(node, primary_storage.c.uuid.in_({row["primaryStorageUuid"] for row in rows}))
    free = {home["uuid"]: home["availableCapacity"] for home in homes}
    return [{
        "availableCapacity": free[row["primaryStorageUuid"]],
        "totalCapacity": free[row["primaryStorageUuid"]] + row["usedCapacity"],
        "securityPolicy": "Copy", "replicatedSize": REPLICAS, "diskUtilization": round(1 / REPLICAS, 3),
    } for row in rows]  # fmt: skip


family = Family()
family.query("QueryCephPrimaryStorage", ceph_primary_storage)
family.query("QueryCephPrimaryStoragePool", pool)

_count = (
    update(pool.table).where(pool.c.uuid == bindparam("key"))
    .values(usedCapacity=pool.c.usedCapacity + bindparam("amount"))
)  # fmt: skip

POOLS = {"Root": ("rootVolumePoolName", "pri-v-r-"), "Data": ("dataVolumePoolName", "pri-v-d-"),
         "ImageCache": ("imageCachePoolName", "pri-c-")}  # fmt: skip


class Ceph(Kind):
    type = "Ceph"

    def mount_path(self, _uuid, _url):
        return "Ceph"

    def prepare(self, node, uuid, urls, names):
        """Makes the monitors and the three pools of a new storage; `names` of pools by type."""
        mons.create(node, uuid, mons.parse(node, urls))
        for type, (_param, prefix) in POOLS.items():
            pool.create(node, {"primaryStorageUuid": uuid, "poolName": names.get(type) or prefix + uuid, "type": type,
                               "usedCapacity": 0})  # fmt: skip

    def connect(self, node, row):
        fsid, capacity = mons.connect(node, row)
        for each in pool.find(node, primaryStorageUuid=row["uuid"]):
            if not each["poolName"].endswith(row["uuid"]):
                mons.check_pool(node, row["uuid"], each["poolName"])
        primary_storage.update(node, row["uuid"], fsid=fsid)
        return capacity

    def attach(self, node, row, hosts):
        if not mons.mon.find(node, primaryStorageUuid=row["uuid"], status="Connected"):
            raise refused(f"no monitor of the ceph primary storage[uuid:{row['uuid']}] is Connected")

    def place(self, node, row, _host_uuid, purpose):
        found = pool.find(node, primaryStorageUuid=row["uuid"], type=purpose)
        if not found:
            raise refused(f"ceph primary storage[uuid:{row['uuid']}] has no {purpose} pool")
        return {"poolUuid": found[0]["uuid"]}

    def book(self, node, used, amount):
        node.execute(_count, {"key": used["poolUuid"], "amount": amount})
        return True

    def path(self, node, _row, resource_uuid, _kind, used):
        home = pool.get(node, used["poolUuid"])
        return f"ceph://{home['poolName'] if home else 'deleted'}/{resource_uuid}"

    def inventory(self, node, uuid, clear=False):
        shown = primary_storage.inventory(node, uuid, ceph_primary_storage)
        if clear:
            shown["mons"] = mons.inventories(node, [uuid], masked=False)[uuid]
        return shown


ceph = KINDS[Ceph.type] = Ceph()
OF_CEPH = Typed(primary_storage, Ceph.type, "CephPrimaryStorageVO")


@primary_storage.on_delete(order=90)
def storage_goes(node, row, _force):
    for each in pool.find(node, primaryStorageUuid=row["uuid"]):
        pool.delete(node, each["uuid"])


@family.api("AddCephPrimaryStorage", refs={"zoneUuid": zone}, creates=primary_storage)
def add_ceph(node, msg):
    mons.parse(node, msg["monUrls"])
    names = {type: msg[param] for type, (param, _prefix) in POOLS.items() if param in msg}
    if not all(names.values()):
        raise invalid("the name of a pool cannot be an empty string")
    return (yield from add(node, msg, Ceph.type, prepare=lambda uuid: ceph.prepare(node, uuid, msg["monUrls"], names)))


@family.api("AddMonToCephPrimaryStorage", refs={"uuid": OF_CEPH})
def add_mon(node, msg):
    yield from mons.add(node, msg["uuid"], msg["monUrls"])
    return {"inventory": ceph.inventory(node, msg["uuid"], clear=True)}


@family.api("RemoveMonFromCephPrimaryStorage", refs={"uuid": OF_CEPH})
def remove_mon(node, msg):
    mons.remove(node, msg["monHostnames"])
    return {"inventory": ceph.inventory(node, msg["uuid"], clear=True)}


@family.api("UpdateCephPrimaryStorageMon", refs={"monUuid": mons})
def update_mon(node, msg):
    return {"inventory": ceph.inventory(node, mons.update(node, msg), clear=True)}


# -- pools ------------------------------------------------------------------------------------------------------


@family.api("AddCephPrimaryStoragePool", refs={"primaryStorageUuid": OF_CEPH}, creates=pool)
def add_pool(node, msg):
    uuid, name, type = msg["primaryStorageUuid"], msg["poolName"], msg.get("type", "Data")
    if not node.old and not name.isprintable():
        raise invalid("the poolName contains characters that cannot be printed")
    if pool.find(node, func.lower(pool.c.poolName) == name.lower(), primaryStorageUuid=uuid, type=type):
        raise invalid(f"there has been a {type} pool[{name}] in the ceph primary storage[uuid:{uuid}]")
    row = {**msg.picked("primaryStorageUuid", "aliasName", "description"), "poolName": name, "type": type,
           "usedCapacity": 0}  # fmt: skip
    made = pool.create(node, row, msg.get("resourceUuid"))
    yield
    try:
        if not msg.get("isCreate"):
            mons.check_pool(node, uuid, name)
    except ApiError:
        pool.delete(node, made)
        yield
        raise
    return {"inventory": pool.inventory(node, made)}


@family.api("UpdateCephPrimaryStoragePool", refs={"uuid": pool})
def update_pool(node, msg):
    pool.update(node, msg["uuid"], **msg.picked("aliasName", "description"))
    return {"inventory": pool.inventory(node, msg["uuid"])}


@family.api("DeleteCephPrimaryStoragePool", refs={"uuid": Shaped(pool)})
def delete_pool(node, msg):
    pool.destroy(node, msg["uuid"])
