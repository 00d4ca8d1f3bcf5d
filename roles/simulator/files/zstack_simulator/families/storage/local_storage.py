# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Local primary storages: the hosts' own disks, and what lies on which."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, func, insert, select, update

from ...errors import invalid
from ...family import Family
from ...store import Inventory, kind_named, link_table, number, ref
from ..compute.host import host
from ..compute.zone import zone
from .primary_storage import (
    KINDS,
    Kind,
    add,
    in_forbidden_folder,
    primary_storage,
    release,
    set_capacity,
    usage,
)

FIDELITY = {
    "AddLocalPrimaryStorage": ("read", None),
    "GetLocalStorageHostDiskCapacity": ("read", "physical and virtual capacities are counted alike"),
    "QueryLocalStorageResourceRef": ("read", None),
}

# The hosts of a local storage, each with its disk.
disk = link_table(
    "local_storage_host", ref("primaryStorageUuid", "primary_storage", "CASCADE", primary_key=True),
    ref("hostUuid", "host", "CASCADE", primary_key=True), number("totalCapacity"), number("availableCapacity"),
)  # fmt: skip

refs = usage.subview(usage.view.schema, hide=("uuid", "poolUuid"), where=usage.c.hostUuid.is_not(None))
usage.relates("primaryStorage", "primary_storage", own="primaryStorageUuid")
usage.relates("host", "host", own="hostUuid")
usage.relates("volume", "volume", own="resourceUuid")

family = Family()
family.query("QueryLocalStorageResourceRef", refs)

_here = (disk.c.primaryStorageUuid == bindparam("storage")) & (disk.c.hostUuid == bindparam("on"))
_one = select(disk).where(_here)
_count = update(disk).where(_here).values(availableCapacity=disk.c.availableCapacity - bindparam("amount"))
_measured = update(disk).where(_here).values(totalCapacity=bindparam("total"), availableCapacity=bindparam("free"))
_used = select(func.coalesce(func.sum(usage.c.size), 0)).where(
    usage.c.primaryStorageUuid == bindparam("storage"), usage.c.hostUuid == bindparam("on"))  # fmt: skip
_ps = primary_storage.c
_more = update(primary_storage.table).where(_ps.uuid == bindparam("key")).values(
    totalCapacity=_ps.totalCapacity + bindparam("total"),
    totalPhysicalCapacity=_ps.totalPhysicalCapacity + bindparam("total"),
    availableCapacity=_ps.availableCapacity + bindparam("free"),
    availablePhysicalCapacity=_ps.availablePhysicalCapacity + bindparam("free"),
)  # fmt: skip


def disk_of(node, storage_uuid, host_uuid):
    """The capacities of one host within a storage, None where it has none."""
    return node.execute(_one, {"storage": storage_uuid, "on": host_uuid}).mappings().first()


class LocalStorage(Kind):
    type = "LocalStorage"

    def check(self, _node, msg):
        if not msg["url"].startswith("/"):
            raise invalid(f"the url[{msg['url']}] is not an absolute path")
        if in_forbidden_folder(msg["url"]):
            raise invalid(f"the url[{msg['url']}] is an invalid folder[/dev, /proc or /sys]")

    def refresh(self, node, row):
        """Reads every disk again; no host needs to be connected."""
        for each in host.find(node, host.c.uuid.in_(select(disk.c.hostUuid).where(self._mine(row)))):
            self._measure(node, row, each)
        self._sum_up(node, row)

    @staticmethod
    def _mine(row):
        return disk.c.primaryStorageUuid == row["uuid"]

    @staticmethod
    def _measure(node, row, each):
        """Reads a host's disk; returns its total and what is free of it."""
        key, total = {"storage": row["uuid"], "on": each["uuid"]}, node.hardware.at(each["managementIp"]).disk
        free = total - node.execute(_used, key).scalar_one()
        node.execute(_measured, {**key, "total": total, "free": free})
        return total, free

    def _sum_up(self, node, row):
        """What lies on a host that was detached does not count."""
        sums = [func.coalesce(func.sum(disk.c[name]), 0) for name in ("totalCapacity", "availableCapacity")]
        set_capacity(node, row["uuid"], *node.execute(select(*sums).where(self._mine(row))).one())

    def _join(self, node, row, each):
        node.execute(insert(disk), {"primaryStorageUuid": row["uuid"], "hostUuid": each["uuid"]})

    def attach(self, node, row, hosts):
        for each in hosts:
            if disk_of(node, row["uuid"], each["uuid"]) is None:  # one that connected meanwhile has joined already
                self._join(node, row, each)
            self._measure(node, row, each)
        self._sum_up(node, row)

    def host_joins(self, node, row, machine_host, _machine):
        before = disk_of(node, row["uuid"], machine_host["uuid"])
        if before is None:
            self._join(node, row, machine_host)
            before = {"totalCapacity": 0, "availableCapacity": 0}
        total, free = self._measure(node, row, machine_host)
        more = {"total": total - before["totalCapacity"], "free": free - before["availableCapacity"]}
        node.execute(_more, {"key": row["uuid"], **more})

    def detach(self, node, row, hosts):
        gone = disk.c.hostUuid.in_([each["uuid"] for each in hosts])
        node.execute(delete(disk).where(self._mine(row), gone))
        self._sum_up(node, row)

    def fits(self, node, row, size, host_uuid):
        """On the host; without one, on any."""
        if host_uuid is not None:
            there = disk_of(node, row["uuid"], host_uuid)
            return there is not None and there["availableCapacity"] >= size
        room = select(disk).where(self._mine(row), disk.c.availableCapacity >= size)
        return node.execute(room.limit(1)).first() is not None

    def place(self, _node, row, host_uuid, _purpose):
        if host_uuid is None:
            raise invalid(f"on the local primary storage[uuid:{row['uuid']}] a host must be chosen")
        return {"hostUuid": host_uuid}

    def book(self, node, used, amount):
        where = {"storage": used["primaryStorageUuid"], "on": used["hostUuid"]}
        return node.execute(_count, {**where, "amount": amount}).rowcount > 0


local = KINDS[LocalStorage.type] = LocalStorage()


@host.on_delete(order=90)
def host_goes(node, row, force):
    """The data of a host go with it."""
    for used in usage.find(node, hostUuid=row["uuid"]):
        kind_named(used["resourceType"]).destroy(node, used["uuid"], force)
        release(node, used["uuid"])
    for uuid, total, free in node.execute(
        select(disk.c.primaryStorageUuid, disk.c.totalCapacity, disk.c.availableCapacity)
        .where(disk.c.hostUuid == row["uuid"])
    ).all():  # fmt: skip
        node.execute(_more, {"key": uuid, "total": -total, "free": -free})


@family.api("AddLocalPrimaryStorage", refs={"zoneUuid": zone}, creates=primary_storage)
def add_local(node, msg):
    return (yield from add(node, msg, LocalStorage.type))


CAPACITY = "org.zstack.storage.primary.local.APIGetLocalStorageHostDiskCapacityReply$HostDiskCapacity"


@family.api("GetLocalStorageHostDiskCapacity", refs={"primaryStorageUuid": primary_storage, "hostUuid": host})
def disk_capacity(node, msg):
    uuid = msg["primaryStorageUuid"]
    if primary_storage.get(node, uuid)["type"] != LocalStorage.type:
        raise invalid(f"primary storage[uuid:{uuid}] is not a local storage")
    query = select(disk).where(disk.c.primaryStorageUuid == uuid).order_by(disk.c.hostUuid)
    if "hostUuid" in msg:
        query = query.where(disk.c.hostUuid == msg["hostUuid"])
        if disk_of(node, uuid, msg["hostUuid"]) is None:
            raise invalid(f"local primary storage[uuid:{uuid}] does not have the host[uuid:{msg['hostUuid']}]")
    return {"inventories": [Inventory(CAPACITY, {
        "hostUuid": row["hostUuid"], "totalCapacity": row["totalCapacity"],
        "availableCapacity": row["availableCapacity"], "totalPhysicalCapacity": row["totalCapacity"],
        "availablePhysicalCapacity": row["availableCapacity"],
    }) for row in node.execute(query).mappings()]}  # fmt: skip
