# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ceph: monitors (of primary and of backup storages), primary storages and their pools.

What a monitor's machine says of its cluster stands in its hardware description, all of it optional:
``{"devices": {"ceph": {"fsid": "...", "pools": ["names", "that", "exist"]}}}``. Without a fsid a monitor belongs to
whatever cluster it is added to, without pools every pool exists.
"""

from __future__ import annotations

import re
import uuid as uuids

from sqlalchemy import bindparam, delete, func, select, update

from ..errors import ApiError, internal, invalid, refused
from ..store import RESOURCES, Resource, number, ref, text
from . import Family, Shaped
from .host import HOSTNAME, IPV4
from .primary_storage import KINDS, Kind, Typed, add, primary_storage
from .zone import zone

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

MASKED = "*****"
REPLICAS = 3


# -- monitors ---------------------------------------------------------------------------------------------------


def is_address(name):
    """Whether a string is an IPv4 address or a hostname."""
    return bool(IPV4.fullmatch(name) if re.fullmatch(r"[\d.]+", name) else HOSTNAME.fullmatch(name))


def mon_table(name, vo, schema, key, owner):
    """A table of monitors. Inventories get their password from the storage that shows them."""
    resource = Resource(
        name, vo, schema, text("monUuid"), ref(key, owner, "CASCADE"), text("hostname", index=True), number("monPort"),
        text("monAddr"), text("sshUsername"), text("sshPassword", secret=True), number("sshPort"),
        text("status", values=("Connecting", "Connected", "Disconnected")), registered=False,
    )  # fmt: skip
    resource.view = resource.subview(schema, hide=("uuid",))
    return resource


def parse_mon_url(url, default_port):
    """``user:password@host[:sshPort]/?monPort=N`` as a mon's columns, with the node's own ways of splitting it."""
    if not isinstance(url, str):
        raise internal("a monUrl must be a string")
    credentials, at, place = url.rpartition("@")
    pieces = credentials.split(":")
    if not at or len(pieces) < 2:
        raise invalid("invalid monUrl, the sshUsername:sshPassword part is invalid; the form is "
                      "sshUsername:sshPassword@hostname:sshPort/?monPort=")  # fmt: skip
    if not pieces[1]:
        raise internal("index out of bounds: the sshPassword of a monUrl is empty")
    if re.search(r'[\s<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})', place):
        raise internal("illegal character in the authority of a monUrl")
    authority, query = re.fullmatch(r"([^/?#]*)[^?#]*(?:\?([^#]*))?.*", place).groups()
    mon_port = default_port
    for pair in filter(None, (query or "").split("&")):
        name, _equals, value = pair.partition("=")
        if name != "monPort" or not re.fullmatch(r"[+-]?\d{1,9}", value):
            raise internal(f"a monUrl knows monPort=<number> only, not {name}")
        mon_port = int(value)
    hostname, colon, port = authority.partition(":")
    if not is_address(hostname) or (colon and not re.fullmatch(r"\d{0,9}", port)):
        raise invalid("invalid monUrl, its hostname cannot be read")
    ssh_port = int(port or 22)
    if not 1 <= ssh_port <= 65535:
        raise invalid(f"invalid monUrl, the ssh port must be within 1 and 65535, not {ssh_port}")
    return {"hostname": hostname, "sshUsername": pieces[0], "sshPassword": pieces[1], "sshPort": ssh_port,
            "monPort": mon_port, "monAddr": hostname, "status": "Connecting"}  # fmt: skip


class Mons:
    """The monitors of all storages of one type: `mon` holds them, `owner` the storages, `key` points from one to the
    other."""

    def __init__(self, mon: Resource, owner: Resource, key: str, type: str, default_port: int) -> None:
        self.mon, self.owner, self.key, self.type, self.default_port = mon, owner, key, type, default_port

    def _all(self):
        """A criterion: monitors of storages of this type."""
        return self.mon.c[self.key].in_(select(self.owner.c.uuid).where(self.owner.c.type == self.type))

    def require(self, node, uuid) -> None:
        """As a reference: a monitor of this type."""
        if not self.mon.find(node, self._all(), uuid=uuid):
            raise ApiError("SYS.1003", f"invalid value: {self.mon.vo} [uuid:{uuid}] does not exist")

    def parse(self, node, urls):
        rows = [parse_mon_url(url, self.default_port) for url in urls]
        names = [row["hostname"].lower() for row in rows]
        if len(set(names)) < len(names):
            raise invalid("the same monitor is given more than once")
        taken = self.mon.find(node, self._all(), self.mon.c.hostname.in_(names))
        if taken:
            raise invalid(f"there has been a {self.type} monitor at {taken[0]['hostname']}")
        return rows

    def create(self, node, storage_uuid, rows):
        """Makes the monitors, Connecting; returns their uuids."""
        made = [node.uuid() for _row in rows]
        for uuid, row in zip(made, rows, strict=True):
            self.mon.create(node, {**row, "monUuid": uuid, self.key: storage_uuid}, uuid)
        return made

    def of(self, node, storage_uuid):
        return self.mon.find(node, **{self.key: storage_uuid})

    def _connect(self, node, row):
        """Connects one monitor: None, or what hindered it."""
        try:
            node.hardware.connect(row["hostname"], row["sshUsername"], row["sshPassword"], row["sshPort"])
        except ApiError as error:
            self.mon.update(node, row["uuid"], status="Disconnected")
            return error
        self.mon.update(node, row["uuid"], status="Connected")
        return None

    def add(self, node, storage_uuid, urls):
        """Steps: monitors join a storage, all or none."""
        rows = self.parse(node, urls)
        made = self.create(node, storage_uuid, rows)
        yield
        try:
            for uuid in made:
                problem = self._connect(node, self.mon.require(node, uuid))
                if problem is not None:
                    raise problem
            fsid = self.owner.require(node, storage_uuid)["fsid"]
            for row in rows:
                theirs = self.facts(node, row["hostname"]).get("fsid", fsid)
                if theirs != fsid:
                    raise refused(f"the monitor at {row['hostname']} is of another cluster: {theirs}, not {fsid}")
        except ApiError:
            for uuid in made:
                self.mon.delete(node, uuid)
            yield
            raise

    @staticmethod
    def facts(node, hostname):
        return node.hardware.at(hostname).devices.get("ceph", {})

    def check_pool(self, node, storage_uuid, name):
        """Refuses a pool that must exist and does not."""
        for each in self.of(node, storage_uuid):
            existing = self.facts(node, each["hostname"]).get("pools")
            if existing is not None and name not in existing:
                raise refused(f"cannot find the pool[{name}] in the ceph cluster, you must create it manually")

    def connect(self, node, storage):
        """Connects all monitors of a storage and learns its cluster: (fsid, capacity). One that answers is enough."""
        up, problems = [], []
        for row in self.of(node, storage["uuid"]):
            problem = self._connect(node, row)
            up, problems = (up, [*problems, problem]) if problem else ([*up, row], problems)
        if not up:
            why = f"unable to connect to the {self.type} storage[uuid:{storage['uuid']}]: no monitor can be reached"
            raise ApiError("SYS.1006", why, problems[0] if problems else None)
        known = {fsid for row in up if (fsid := self.facts(node, row["hostname"]).get("fsid"))}
        if len(known) > 1:
            raise refused("the monitors belong to different clusters, their fsids differ")
        fsid = known.pop() if known else storage["fsid"] or self._guess(node, up)
        others = self.owner.find(node, self.owner.c.uuid != storage["uuid"], type=self.type, fsid=fsid)
        if others:
            raise refused(f"the cluster with fsid {fsid} is registered already, as [uuid:{others[0]['uuid']}]")
        return fsid, max(node.hardware.at(row["hostname"]).disk for row in up)

    @staticmethod
    def _guess(node, up):
        """The fsid of a cluster nobody described: that of a storage with the same monitor, else one made up."""
        for name, key in (("ceph_primary_storage_mon", "primaryStorageUuid"),
                          ("ceph_backup_storage_mon", "backupStorageUuid")):  # fmt: skip
            mon = RESOURCES[name]
            for row in mon.find(node, mon.c.hostname.in_([row["hostname"] for row in up])):
                storage = RESOURCES[name.removeprefix("ceph_").removesuffix("_mon")].get(node, row[key])
                if storage["fsid"]:
                    return storage["fsid"]
        return str(uuids.uuid5(uuids.NAMESPACE_DNS, up[0]["hostname"].lower()))

    def remove(self, node, hostnames):
        """By hostname alone, of whatever storage."""
        gone = self._all() & self.mon.c.hostname.in_(hostnames)
        node.execute(delete(self.mon.table).where(gone))

    def update(self, node, msg):
        """Changes a monitor's row, connects nothing; returns the uuid of its storage."""
        if "hostname" in msg and not is_address(msg["hostname"]):
            raise invalid(f"invalid hostname[{msg['hostname']}]")
        self.mon.update(node, msg["monUuid"],
                        **msg.picked("hostname", "sshUsername", "sshPassword", "sshPort", "monPort"))  # fmt: skip
        return self.mon.get(node, msg["monUuid"])[self.key]

    def inventories(self, node, storage_uuids, masked):
        """Monitors by storage, with or without a mask over the password."""
        found = {uuid: [] for uuid in storage_uuids}
        rows = self.mon.find(node, self.mon.c[self.key].in_(storage_uuids))
        for row, shown in zip(rows, self.mon.inventories(node, rows), strict=True):
            found[row[self.key]].append({**shown, "sshPassword": MASKED if masked else row["sshPassword"]})
        return found


# -- primary storages -------------------------------------------------------------------------------------------

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
        return "ceph"

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
