# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables, resources and their inventories.

A :class:`Resource` is one kind of thing the node manages: a table whose columns are named as in the API, the
:class:`View` that turns a row into an inventory, relations for nested queries, and hooks for what goes with it
when it is deleted. Columns are made by :func:`text`, :func:`number`, :func:`flag`, :func:`moment`, :func:`ref`
and :func:`document`.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Select,
    String,
    Table,
    bindparam,
    create_engine,
    delete,
    event,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.pool import StaticPool

from .errors import ApiError, not_found

if TYPE_CHECKING:
    from .node import Node

Row = dict[str, Any]
DATE = "%Y-%m-%d %H:%M:%S"

metadata = MetaData()
RESOURCES: dict[str, Resource] = {}


# -- columns ----------------------------------------------------------------------------------------------------


def _column(name: str, kind: str, sql: Any, *args: Any, since: str | None = None, until: str | None = None,
            secret: bool = False, hidden: Iterable[str] = (), values: Iterable[str] = (),
            **options: Any) -> Column:  # fmt: skip
    profiles = {"5.2"} if since else {"2.3.1"} if until else {"2.3.1", "5.2"}
    sent = set() if secret else set(hidden) or profiles
    info = {"kind": kind, "profiles": profiles, "sent": sent, "hidden": bool(secret or hidden),
            "values": frozenset(values)}  # fmt: skip
    return Column(name, sql, *args, info=info, **options)


def text(name: str, **options: Any) -> Column:
    """A string, compared without regard to case. `values` makes it an enum.

    Options of every column: `since="5.2"` or `until="2.3.1"` for a field of one generation, `secret` for one
    that no inventory shows, `hidden=("2.3.1",)` for one that no documentation shows and these generations send all
    the same (5.2 not in the rows that a query asks for), and `index`, `unique`, `default` as in SQLAlchemy.
    """
    return _column(name, "text", String(collation="NOCASE"), **options)


def number(name: str, **options: Any) -> Column:
    return _column(name, "number", Integer, **options)


def decimal(name: str, **options: Any) -> Column:
    return _column(name, "number", Float, **options)


def flag(name: str, **options: Any) -> Column:
    return _column(name, "flag", Boolean, **options)


def moment(name: str, **options: Any) -> Column:
    """A time, kept as local `yyyy-MM-dd HH:mm:ss` (as conditions write it), shown as the node shows it."""
    return _column(name, "date", String, **options)


def document(name: str, **options: Any) -> Column:
    """A list or an object shown as it is; not queryable."""
    return _column(name, "json", JSON(none_as_null=True), **options)


def ref(name: str, target: str, on_delete: str | None = None, **options: Any) -> Column:
    """The uuid of a row of the resource `target`. `on_delete`: None (a cascade hook must see to it), "CASCADE" or
    "SET NULL"."""
    return _column(name, "text", String(collation="NOCASE"), ForeignKey(f"{target}.uuid", ondelete=on_delete),
                   index=True, **options)  # fmt: skip


def link_table(name: str, *columns: Column) -> Table:
    """A table of pairs, such as the clusters a primary storage is attached to; pairs vanish with either side."""
    return Table(name, metadata, *columns)


# One table of all resources: uuids are unique across all kinds.
resource_table = Table("resource", metadata, Column("uuid", String, primary_key=True), Column("type", String))
_register = insert(resource_table)

tag_table = Table(
    "tag", metadata,
    text("uuid", primary_key=True), text("resourceUuid", index=True), text("resourceType"), text("tag", index=True),
    text("type", values=("System", "User")), flag("inherent"), text("tagPatternUuid", since="5.2"),
    moment("createDate"), moment("lastOpDate"),
)  # fmt: skip


@lru_cache(maxsize=8192)
def java_date(value: str) -> str:
    """`2017-11-04 01:02:03` as the node prints it: `Nov 4, 2017 1:02:03 AM`."""
    at = datetime.strptime(value, DATE)
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[at.month - 1]
    return f"{month} {at.day}, {at.year} {at.hour % 12 or 12}:{at:%M:%S} {'AM' if at.hour < 12 else 'PM'}"


class Inventory(dict):
    """An object of a reply that knows its class name on the wire, `schema`."""

    __slots__ = ("schema",)

    def __init__(self, schema: str, fields: Row | None = None) -> None:
        super().__init__(fields or {})
        self.schema = schema


def error_of(problem: ApiError, node: Node) -> Inventory:
    """An error as an object within a result."""
    cause = {} if problem.cause is None else {"cause": error_of(problem.cause, node)}
    return Inventory("org.zstack.header.errorcode.ErrorCode", problem.as_dict(not node.old) | cause)


def schema_of(reply: Row | None) -> dict[str, str]:
    """The classes of all objects in a reply, by where they are: ``{"inventories[0].mons[1]": "org..."}``."""
    found: dict[str, str] = {}
    for name, value in (reply or {}).items():
        _walk(value, name, found)
    return found


def _walk(value: Any, path: str, found: dict[str, str]) -> None:
    if isinstance(value, dict):
        if isinstance(value, Inventory):
            found[path] = value.schema
        for name, item in value.items():
            if isinstance(item, (dict, list)):
                _walk(item, f"{path}.{name}", found)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, (dict, list)):
                _walk(item, f"{path}[{index}]", found)


# -- resources --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Relation:
    """How a row reaches rows of another resource: ``own IN (SELECT theirs ...)``, maybe through a link table."""

    target: str
    own: str = "uuid"
    theirs: str = "uuid"
    through: tuple[Table, str, str] | None = None


@dataclass(frozen=True)
class Members:
    """A list field: the uuids at the other side of a link table."""

    table: Table
    own: str
    member: str
    since: str | None = None


@dataclass(frozen=True)
class Children:
    """A list field: the inventories of another resource's rows that point here."""

    view: Callable[[], View]
    foreign_key: str
    since: str | None = None


class View:
    """A projection of a resource: its class name on the wire (`old_schema` where 2.3.1 has another) and which columns
    it shows.

    `where` narrows queries to a sub-type's rows, `hide` leaves fields out.
    """

    def __init__(self, resource: Resource, schema: str, hide: Iterable[str] = (), where: Any = None,
                 old_schema: str | None = None) -> None:  # fmt: skip
        self.resource, self.schema, self.hide, self.where = resource, schema, frozenset(hide), where
        self.old_schema = old_schema or schema

    def columns(self, profile: str, hidden: bool = False) -> list[Column]:
        """The columns that are shown, with `hidden` also those that no documentation shows."""
        return [c for c in self.resource.table.columns if profile in c.info["profiles"] and profile in c.info["sent"]
                and (hidden or not c.info["hidden"]) and c.name not in self.hide]  # fmt: skip

    def list_fields(self, profile: str, hidden: bool = False) -> set[str]:
        own = self.resource
        kept = {**own.members, **own.childlists}
        kept = {name for name, field in kept.items() if field.since in (None, profile)}
        made = {name for _fn, names, is_hidden in own.computed if hidden or not is_hidden for name in names}
        return (kept | made) - self.hide

    def render(self, node: Node, rows: Iterable[Row], fields: frozenset[str] | None = None,
               top: bool = False) -> list[Row]:  # fmt: skip
        """Inventories of full rows; `fields` keeps only those keys; `top` says that a query asked for them, for which
        5.2 leaves out what is hidden."""
        own, out, hidden = self.resource, [], node.old or not top
        columns = [c for c in self.columns(node.profile, hidden) if not fields or c.name in fields]
        names = [(c.name, c.info["kind"] == "date") for c in columns]
        schema, rows = self.old_schema if node.old else self.schema, list(rows)
        for row in rows:
            shown = Inventory(schema)
            for name, is_date in names:
                value = row[name]
                if value is not None:
                    shown[name] = java_date(value) if is_date else value
            out.append(shown)
        wanted = self.list_fields(node.profile, hidden)
        wanted = wanted if fields is None else wanted & fields
        if wanted and rows:
            keys = [row["uuid"] for row in rows]
            for name in wanted & own.members.keys():
                found = own.members_of(node, name, keys)
                for row, shown in zip(rows, out, strict=True):
                    shown[name] = found[row["uuid"]]
            for name in wanted & own.childlists.keys():
                found = own.children_of(node, name, keys)
                for row, shown in zip(rows, out, strict=True):
                    shown[name] = found[row["uuid"]]
            for function, made, _hidden in own.computed:
                if wanted & set(made):
                    for shown, extra in zip(out, function(node, rows), strict=True):
                        shown |= {k: v for k, v in extra.items() if k in wanted and v is not None}
        return out


class Resource:
    """One kind of managed thing.

    name       of the table and of the resource in relations ("zone")
    vo         the node's name of it in tags and errors ("ZoneVO")
    schema     the inventory's class name on the wire
    columns    besides `uuid`, `createDate` and `lastOpDate`, which every resource has
    old_schema that of 2.3.1 where it differs
    registered whether its uuid is unique across all kinds (sub-objects as Ceph mons are not)
    buried     whether a deletion leaves a dead row, which keeps the uuid
    table      a table of one's own making instead; without `uuid` (references) its rows are found and shown only
    """

    def __init__(self, name: str, vo: str, schema: str, *columns: Column, old_schema: str | None = None,
                 registered: bool = True, buried: bool = False, table: Table | None = None,
                 indexes: Iterable[tuple[str, ...]] = ()) -> None:  # fmt: skip
        self.name, self.vo, self.registered, self.buried = name, vo, registered, buried
        self.table = table if table is not None else Table(
            name, metadata, text("uuid", primary_key=True), *columns,
            moment("createDate", index=True), moment("lastOpDate"),
            *(Index(f"ix_{name}_{'_'.join(group)}", *group) for group in indexes),
        )  # fmt: skip
        self.relations: dict[str, Relation] = {}
        self.members: dict[str, Members] = {}
        self.childlists: dict[str, Children] = {}
        self.computed: list[tuple[Callable[[Node, list[Row]], list[Row]], tuple[str, ...], bool]] = []
        self.delete_hooks: list[tuple[int, Callable[[Node, Row, bool], None]]] = []
        self.system_tags: list[str] = []
        self.view = View(self, schema, old_schema=old_schema)
        self._insert = insert(self.table)
        self._finders: dict[tuple[tuple[str, bool], ...], Select] = {}
        if "uuid" in self.table.c:
            self._by_uuid = select(self.table).where(self.table.c.uuid == bindparam("key"))
        RESOURCES[name] = self

    # Declarations

    def subview(self, schema: str, hide: Iterable[str] = (), where: Any = None, old_schema: str | None = None) -> View:
        return View(self, schema, hide, where, old_schema)

    def relates(self, name: str, target: str, own: str = "uuid", theirs: str = "uuid",
                through: tuple[Table, str, str] | None = None) -> None:  # fmt: skip
        """Nested queries under `name`: to one (`own="zoneUuid"`), to many (`theirs="zoneUuid"`), or `through` a link
        table given as (table, its column for us, its column for them)."""
        self.relations[name] = Relation(target, own, theirs, through)

    def lists(self, name: str, table: Table, own: str, member: str, since: str | None = None) -> None:
        """A list field of uuids out of a link table, shown and queryable (a condition tests membership); `since` as
        in :meth:`nests`."""
        self.members[name] = Members(table, own, member, since)

    def nests(self, name: str, view: Callable[[], View], foreign_key: str, since: str | None = None) -> None:
        """A list field of inventories, also a relation for nested queries; `since="5.2"` for one of that generation."""
        self.childlists[name] = Children(view, foreign_key, since)

    def computes(self, *names: str, hidden: bool = False) -> Callable:
        """Decorates ``function(node, rows) -> [{name: value}, ...]``: fields worked out for a page of rows; `hidden`
        as of a column, in both generations."""

        def register(function: Callable) -> Callable:
            self.computed.append((function, names, hidden))
            return function

        return register

    def on_delete(self, order: int) -> Callable:
        """Decorates ``hook(node, row, force)``, run in the deletion's transaction, lower orders first, before the
        row itself goes. Raise ApiError to refuse; with `force` (deleteMode=Enforcing) refusals are ignored."""

        def register(hook: Callable) -> Callable:
            self.delete_hooks.append((order, hook))
            self.delete_hooks.sort(key=lambda pair: pair[0])
            return hook

        return register

    # Rows

    def create(self, node: Node, values: Row, uuid: str | None = None) -> str:
        """Inserts a row and returns its uuid; a uuid that exists anywhere is SYS.1000, as any broken constraint."""
        uuid, now = uuid or node.uuid(), node.now()
        if self.registered:
            node.execute(_register, {"uuid": uuid, "type": self.vo})
        node.execute(self._insert, {"uuid": uuid, "createDate": now, "lastOpDate": now, **values})
        return uuid

    def create_many(self, node: Node, rows: Iterable[Row]) -> list[Row]:
        """Inserts rows as :meth:`create` does; returns them with all their columns."""
        now, blank = node.now(), dict.fromkeys(self.table.c.keys())
        made = [{**blank, "uuid": row.get("uuid") or node.uuid(), "createDate": now, "lastOpDate": now, **row}
                for row in rows]  # fmt: skip
        if made and self.registered:
            node.execute(_register, [{"uuid": row["uuid"], "type": self.vo} for row in made])
        if made:
            node.execute(self._insert, made)
        return made

    def get(self, node: Node, uuid: str | None) -> Row | None:
        row = node.execute(self._by_uuid, {"key": uuid}).mappings().first()
        return None if row is None else dict(row)

    def require(self, node: Node, uuid: str | None) -> Row:
        """The row, or SYS.1003."""
        row = self.get(node, uuid)
        if row is None:
            raise not_found(self.vo, uuid)
        return row

    def find(self, node: Node, *criteria: Any, **equals: Any) -> list[Row]:
        """Rows in order of creation; `criteria` are SQLAlchemy expressions over ``resource.c``."""
        shape = tuple((name, value is None) for name, value in equals.items())
        query = self._finders.get(shape)
        if query is None:
            wanted = (self.table.c[name] == (None if null else bindparam(f"by_{name}")) for name, null in shape)
            query = self._finders[shape] = select(self.table).where(*wanted).order_by(
                self.table.c.get("createDate", self.table.c[0]))  # fmt: skip
        values = {f"by_{name}": value for name, value in equals.items() if value is not None}
        query = query.where(*criteria) if criteria else query
        return [dict(row) for row in node.execute(query, values).mappings()]

    @property
    def c(self) -> Any:
        return self.table.c

    def update(self, node: Node, uuid: str, **changes: Any) -> bool:
        """Writes what differs; `lastOpDate` moves only then. Returns whether anything did."""
        row = self.require(node, uuid)
        changes = {name: value for name, value in changes.items() if row[name] != value}
        if changes:
            changes["lastOpDate"] = node.now()
            node.execute(update(self.table).where(self.table.c.uuid == bindparam("key")), {"key": uuid, **changes})
        return bool(changes)

    def delete(self, node: Node, uuid: str) -> None:
        """Removes the row, its tags and its uuid; no hook runs."""
        node.execute(delete(tag_table).where(tag_table.c.resourceUuid == uuid))
        node.execute(delete(self.table).where(self.table.c.uuid == uuid))
        if self.buried:
            node.execute(update(resource_table).where(resource_table.c.uuid == uuid).values(type=None))
        elif self.registered:
            node.execute(delete(resource_table).where(resource_table.c.uuid == uuid))

    def destroy(self, node: Node, uuid: str, force: bool = False) -> None:
        """Deletes with everything that goes along. A hook's refusal becomes SYS.1004, or nothing with `force`."""
        row = self.get(node, uuid)
        if row is None:
            return
        for _order, hook in self.delete_hooks:
            try:
                hook(node, row, force)
            except ApiError as error:
                if not force:
                    raise error if error.code == "SYS.1004" else ApiError(
                        "SYS.1004", f"unable to delete {self.vo} [uuid:{uuid}]", error) from error  # fmt: skip
        self.delete(node, uuid)

    # Inventories

    def inventory(self, node: Node, uuid: str, view: View | None = None) -> Row:
        return (view or self.view).render(node, [self.require(node, uuid)])[0]

    def inventories(self, node: Node, rows: Iterable[Row], view: View | None = None) -> list[Row]:
        return (view or self.view).render(node, rows)

    def serials(self, node: Node, uuids: Iterable[str]) -> dict[str, int]:
        """The numbers that the database gave to rows, by uuid."""
        numbered = select(self.table.c.uuid, literal_column("rowid")).where(self.table.c.uuid.in_(uuids))
        return dict(tuple(pair) for pair in node.execute(numbered))

    def members_of(self, node: Node, name: str, keys: list[str]) -> dict[str, list[str]]:
        link = self.members[name]
        own, member = link.table.c[link.own], link.table.c[link.member]
        found = defaultdict(list)
        for key, value in node.execute(select(own, member).where(own.in_(keys)).order_by(own, member)):
            found[key].append(value)
        return found

    def children_of(self, node: Node, name: str, keys: list[str]) -> dict[str, list[Row]]:
        child = self.childlists[name]
        view, found = child.view(), defaultdict(list)
        rows = view.resource.find(node, view.resource.c[child.foreign_key].in_(keys))
        for row, shown in zip(rows, view.render(node, rows), strict=True):
            found[row[child.foreign_key]].append(shown)
        return found


tag = Resource("tag", "TagVO", "org.zstack.header.tag.TagInventory", table=tag_table, registered=False)


def resource_of(node: Node, uuid: str) -> Resource | None:
    """The kind of whatever has this uuid."""
    vo = node.execute(select(resource_table.c.type).where(resource_table.c.uuid == uuid)).scalar()
    return None if vo is None else kind_named(vo)


def kind_named(vo: str) -> Resource | None:
    """The kind that the node calls by this name ("ZoneVO")."""
    return next((each for each in RESOURCES.values() if each.vo == vo), None)


# A named tag of 5.2 that many resources can carry; `withToken` ones have blanks to fill in, as in `rack::{row}`.
tag_pattern = Resource(
    "tag_pattern", "TagPatternVO", "org.zstack.header.tag.TagPatternInventory",
    text("name"), text("value"), text("description"), text("color"), text("type", values=("simple", "withToken")),
)  # fmt: skip


def layout() -> str:
    """A mark of all tables and columns: a data file of another one is of another version."""
    tables = {table.name: sorted(column.name for column in table.columns) for table in metadata.sorted_tables}
    return hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()[:16]


# -- the connection ---------------------------------------------------------------------------------------------


class Store:
    """The one SQLite connection, to a file or to memory."""

    def __init__(self, path: str | None = None) -> None:
        self.engine = create_engine(
            f"sqlite:///{path}" if path else "sqlite://", poolclass=StaticPool, json_serializer=json.dumps,
            connect_args={"check_same_thread": False},
        )  # fmt: skip

        @event.listens_for(self.engine, "connect")
        def configure(connection: Any, _record: Any) -> None:
            for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=OFF"):
                connection.execute(f"PRAGMA {pragma}")

        metadata.create_all(self.engine)
        self.connection = self.engine.connect()
        self.execute = self.connection.execute

    @property
    def raw(self) -> Any:
        """The driver's own connection."""
        return self.connection.connection.driver_connection

    def clear(self) -> None:
        """Empties every table."""
        for table in reversed(metadata.sorted_tables):
            self.execute(delete(table))
        self.connection.commit()

    def close(self) -> None:
        self.connection.close()
        self.engine.dispose()
