# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The monitors in front of Ceph and Fusionstor storages.

What a monitor's machine says of its cluster stands in its hardware description, all of it optional:
``{"devices": {"ceph": {"fsid": "...", "pools": ["names", "that", "exist"]}}}``. Without a fsid a monitor belongs to
whatever cluster it is added to, without pools every pool exists.
"""

from __future__ import annotations

import re
import uuid as uuids

from sqlalchemy import delete, select

from ...errors import ApiError, internal, invalid, refused
from ...hardware import is_address
from ...store import Resource, number, ref, text

MASKED = "*****"
REPLICAS = 3


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


KNOWN: list[Mons] = []


class Mons:
    """The monitors of all storages of one type: `mon` holds them, `owner` the storages, `key` points from one to the
    other."""

    def __init__(self, mon: Resource, owner: Resource, key: str, type: str, default_port: int) -> None:
        self.mon, self.owner, self.key, self.type, self.default_port = mon, owner, key, type, default_port
        KNOWN.append(self)

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
        for other in KNOWN:
            for row in other.mon.find(node, other.mon.c.hostname.in_([row["hostname"] for row in up])):
                storage = other.owner.get(node, row[other.key])
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
            shown["sshPassword"] = MASKED if masked else row["sshPassword"]
            found[row[self.key]].append(shown)
        return found
