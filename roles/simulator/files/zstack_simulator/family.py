# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a family is made of: the families are what the node manages, see ``families``. Writing one takes three things.

**Resources** (see ``store.Resource``) declare a table, its inventory and its relations::

    zone = Resource(
        "zone", "ZoneVO", "org.zstack.header.zone.ZoneInventory",
        text("name"), text("description"), text("state", values=("Enabled", "Disabled")),
        flag("isDefault", since="5.2"),
    )
    zone.relates("cluster", "cluster", theirs="zoneUuid")     # nested conditions: cluster.name=...

``uuid``, ``createDate`` and ``lastOpDate`` come by themselves. A sub-type or a poorer form of the same rows is
``resource.subview(schema, hide=..., where=...)``; list fields are ``lists`` (uuids out of a link table), ``nests``
(inventories of children) and ``computes`` (anything worked out for a page of rows).

**Handlers** are registered by API name; whether an API is synchronous, and how its parameters look, is known from
the catalog, so one handler serves both profiles (``node.old`` tells them apart; an API the profile lacks is simply
never called)::

    family = Family()
    family.query("QueryZone", zone)

    @family.api("CreateZone", creates=zone)
    def create(node, msg):
        uuid = zone.create(node, {"name": msg["name"], ...}, msg.get("resourceUuid"))
        return {"inventory": zone.inventory(node, uuid)}

    @family.api("AddKVMHost", creates=host, refs={"clusterUuid": cluster})
    def add(node, msg):
        uuid = host.create(...)          # first step: visible as Connecting while the job runs
        try:
            yield                        # the step is committed, the job waits (latency), others run
            connect(...)
        except ApiError as error:
            host.destroy(node, uuid)     # what a step did before it raised is rolled back; earlier steps stay:
            yield                        # so clean up, commit, and fail
            raise ApiError("HOST.1000", "...", error) from error
        return {"inventory": host.inventory(node, uuid)}

* ``msg`` is a dict of validated parameters (absent ones are absent), with ``.api``, ``.session``, ``.force``
  (deleteMode), ``.picked("name", "description")`` (those given) and ``msg.job`` for the job's uuid.
* The return value is the reply's body: None for an API that answers with nothing. A handler that yields runs in
  steps, each in its own transaction; one that does not yield waits once before it runs. Synchronous APIs never yield.
* Order of checks, as on the node: fields (from the catalog) -> ``refs`` exist (SYS.1003; lists too; ``Shaped``
  for APIs that succeed on what is gone, provided it looks like a uuid) -> session and
  permission -> system tags -> the handler. ``everyone=True`` opens an API to accounts other than admin.
* ``creates=resource`` attaches the given systemTags, userTags and tagUuids to the returned inventory's uuid.
* Refuse with ``refused`` (SYS.1006), ``invalid`` (SYS.1007), ``not_found`` (SYS.1003), ``internal`` (SYS.1000) or
  ``ApiError(code, details, cause)``. A broken constraint and an uncaught exception are SYS.1000 by themselves.
* ``node.background(generator)`` runs steps on nobody's behalf (a reconnect after maintenance, a long job).
* What goes along when a parent is deleted: ``@zone.on_delete(order=10)`` on the parent's resource.
* ``resource.system_tags += ["reservedMemory::*"]`` makes a tag's format known.

**Seeds** let ``/simulator/seed`` and ``--seed`` build the family's things without jobs::

    @family.seed("snapshots", snapshot, within=["volumes"], named_by=["volumeUuid"])
    def seed(node, fields, parents):      # fields: of one item; parents: {"zones": row, ...} of the enclosing items
        return snapshot.get(node, snapshot.create(node, {...}))    # the row; nested items are seeded after it

An item lies ``within`` an item of another kind, or says by a field of ``named_by`` where it belongs, unless it may
stand ``alone`` (always, or in these profiles). It may say what the resource's columns hold (``only`` some of them), and
``more``, given by type.

Things that come in tens of thousands are seeded together: ``@family.seed("vms", ..., bulk=True)`` decorates a
``function(node, places)`` of all (fields, parents) pairs, which returns their rows in that order;
``Resource.create_many`` inserts at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from . import seeds
from .catalog import PROFILES
from .errors import ApiError, not_found
from .store import Resource, View

# What the events of most state changes lead to.
STATES = {"enable": "Enabled", "disable": "Disabled"}

NO_REFS: Mapping[str, Any] = MappingProxyType({})


class Shaped:
    """A reference that may be gone, but must look like a uuid: ``refs={"uuid": Shaped(zone)}``."""

    def __init__(self, resource: Resource) -> None:
        self.resource = resource

    def require(self, _node: Any, uuid: str) -> None:
        if not re.fullmatch(r"[0-9a-fA-F]{32}", uuid):
            raise not_found(self.resource.vo, uuid)


class Typed:
    """A reference to a resource of one type, others of the same table do not count."""

    def __init__(self, resource: Resource, type: str, vo: str) -> None:
        self.resource, self.type, self.vo = resource, type, vo

    def require(self, node: Any, uuid: str) -> None:
        row = self.resource.get(node, uuid)
        if row is None or row["type"] != self.type:
            raise ApiError("SYS.1003", f"invalid value: {self.vo} [uuid:{uuid}] does not exist")


@dataclass(frozen=True)
class Handler:
    run: Callable
    refs: Mapping[str, Any]
    creates: Resource | None
    everyone: bool


class Family:
    """The handlers, queries and seeders of one file. Use as described above."""

    def __init__(self) -> None:
        self.handlers: dict[str, Handler] = {}
        self.queries: dict[str, tuple[View, bool]] = {}
        self.seeds: dict[str, seeds.Kind] = {}
        self.boots: list[Callable] = []

    def api(self, *names: str, refs: Mapping[str, Any] = NO_REFS, creates: Resource | None = None,
            everyone: bool = False) -> Callable:  # fmt: skip
        def register(function: Callable) -> Callable:
            for name in names:
                self.handlers[name] = Handler(function, refs, creates, everyone)
            return function

        return register

    def query(self, name: str, what: Resource | View, everyone: bool = False) -> None:
        self.queries[name] = (what.view if isinstance(what, Resource) else what, everyone)

    def seed(self, key: str, resource: Resource | None, only: Iterable[str] = (), within: Iterable[str] = (),
             named_by: Iterable[str] = (), alone: bool | Iterable[str] = False, bulk: bool = False,
             **more: Any) -> Callable:  # fmt: skip
        columns = seeds.fields_of(resource) if resource else {}
        fields = {name: hint for name, hint in columns.items() if not only or name in only} | more
        profiles = PROFILES if alone is True or not within else alone or ()

        def register(function: Callable) -> Callable:
            self.seeds[key] = seeds.Kind(function, fields, tuple(within), tuple(named_by), tuple(profiles), bulk)
            return function

        return register

    def boot(self, function: Callable) -> Callable:
        """Decorates ``function(node)``: makes the rows a fresh node is born with."""
        self.boots.append(function)
        return function
