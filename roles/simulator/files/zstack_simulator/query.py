# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The query language: `q` conditions, nesting, tags, sorting and paging, compiled to SQL.

A query's *shape* (everything but the values) is compiled once and kept; after that a query costs one execution
of a prepared statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, bindparam, func, not_, select

from .errors import ShellError, internal, invalid
from .store import DATE, RESOURCES, Resource, View, schema_of, tag_table

if TYPE_CHECKING:
    from .node import Node

# Searched in this order, each anywhere in the string: a value that holds an earlier one splits wrongly, as on the node.
OPERATORS = ("!=", ">=", "<=", "!?=", "!~=", "~=", "?=", "=", ">", "<", "is null", "not null")
NEGATIONS = {"!=": "=", "!~=": "~=", "!?=": "?=", "not null": "is null"}
DEFAULT_LIMIT = 1000


@dataclass(frozen=True)
class Condition:
    name: str
    op: str
    value: str


@dataclass(frozen=True)
class Query:
    """What a client asks for, as parsed from a query string."""

    conditions: tuple[Condition, ...] = ()
    limit: int | None = DEFAULT_LIMIT
    start: int = 0
    count: bool = False
    reply_with_count: bool = False
    sort: str | None = None
    fields: tuple[str, ...] = ()
    filter: str | None = None


def parse_condition(source: str, trim_value: bool) -> Condition:
    for op in OPERATORS:
        name, found, value = source.partition(op)
        if found:
            return Condition(name.strip(), op, value.strip() if trim_value else value)
    raise ShellError(400, f"invalid query condition, no operator found in [{source}]")


def parse(pairs: list[tuple[str, str]], profile: str) -> Query:
    """Reads a query string; what cannot be read at all is the shell's 400."""
    first: dict[str, str] = {}
    for name, value in pairs:
        first.setdefault(name, value)

    def integer(name: str, default: int) -> int:
        source = first.get(name)
        if source is None:
            return default
        if not re.fullmatch(r"[+-]?\d{1,9}", source):
            raise ShellError(400, f"invalid value of parameter {name}, an integer is needed")
        return int(source)

    def boolean(name: str) -> bool:
        return first.get(name, "").lower() == "true"

    return Query(
        tuple(parse_condition(value, profile == "2.3.1") for name, value in pairs if name == "q"),
        integer("limit", DEFAULT_LIMIT),
        integer("start", 0),
        boolean("count"),
        boolean("replyWithCount"),
        first.get("sort"),
        tuple(part.strip() for part in first["fields"].split(",") if part.strip()) if first.get("fields") else (),
        first.get("filterName") if profile == "5.2" else None,
    )


# -- compilation ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Plan:
    page: Select
    total: Select
    converters: tuple[Callable[[str], Any], ...]


@lru_cache(maxsize=2048)
def plan(view: View, profile: str, shape: tuple[tuple[str, str], ...], sort: str | None) -> Plan:
    """Compiles a shape; raises the generation's error for names the view does not have."""
    table, converters, criteria = view.resource.table, [], []
    for index, (name, op) in enumerate(shape):
        criterion, convert = _condition(view.resource, name, op, f"v{index}", profile)
        criteria.append(criterion)
        converters.append(convert)
    if view.where is not None:
        criteria.append(view.where)
    page = select(table).where(*criteria).limit(bindparam("limit")).offset(bindparam("start"))
    if sort:
        # A plus sign that was not encoded arrives as a blank.
        descending, name = sort.startswith("-"), sort.lstrip("+- ")
        column = _own_column(view.resource, name, profile)
        if column is None:
            raise internal(f"unable to sort by {name}: no such field")
        page = page.order_by(column.desc() if descending else column.asc())
    return Plan(page, select(func.count()).select_from(table).where(*criteria), tuple(converters))


def _own_column(resource: Resource, name: str, profile: str) -> Any:
    column = resource.table.c.get(name)
    usable = column is not None and profile in column.info["profiles"] and not column.info["hidden"]
    return column if usable and column.info["kind"] != "json" else None


def _condition(
    resource: Resource, name: str, op: str, key: str, profile: str, nested: bool = False
) -> tuple[ColumnElement, Callable]:
    table = resource.table
    if name in ("__systemTag__", "__userTag__") or (name == "__tagUuid__" and profile == "5.2"):
        return _tag(resource, name, op, key)
    column = _own_column(resource, name, profile)
    if column is not None:
        return _compare(column, op, key, profile)
    link = resource.members.get(name)
    if link is not None and link.since in (None, profile):
        attached = select(link.table.c[link.own])
        positive, convert = NEGATIONS.get(op, op), _nothing
        if positive == "is null":
            having = table.c.uuid.in_(attached)
            return (having if op == "not null" else not_(having)), convert
        criterion, convert = _compare(link.table.c[link.member], positive, key, profile)
        having = table.c.uuid.in_(attached.where(criterion))
        return (not_(having) if op in NEGATIONS else having), convert
    head, dot, rest = name.partition(".")
    if dot and head in resource.childlists:
        child = resource.childlists[head]
        target = child.view().resource
        criterion, convert = _condition(target, rest, op, key, profile, nested=True)
        return table.c.uuid.in_(select(target.table.c[child.foreign_key]).where(criterion)), convert
    if dot and head in resource.relations and resource.relations[head].target in RESOURCES:
        relation = resource.relations[head]
        target = RESOURCES[relation.target]
        criterion, convert = _condition(target, rest, op, key, profile, nested=True)
        reached = select(target.table.c[relation.theirs]).where(criterion)
        if relation.through:
            link, own, theirs = relation.through
            reached = select(link.c[own]).where(link.c[theirs].in_(reached))
        return table.c[relation.own].in_(reached), convert
    details = f"invalid query condition: {resource.name} has no field {name}"
    raise internal(details) if dot or nested or profile != "2.3.1" else invalid(details)


def _tag(resource: Resource, name: str, op: str, key: str) -> tuple[ColumnElement, Callable]:
    own = tag_table.c.tagPatternUuid if name == "__tagUuid__" else tag_table.c.tag
    kind = "System" if name == "__systemTag__" else "User"
    positive = NEGATIONS.get(op, op)
    tagged = select(tag_table.c.resourceUuid).where(tag_table.c.type == kind)
    if positive == "is null":
        having = resource.table.c.uuid.in_(tagged)
        return (having if op == "not null" else not_(having)), _nothing
    criterion, convert = _compare(own, positive, key, "5.2")
    having = resource.table.c.uuid.in_(tagged.where(criterion))
    return (not_(having) if op in NEGATIONS else having), convert


def _nothing(_value: str) -> None:
    return None


def _compare(column: Any, op: str, key: str, profile: str) -> tuple[ColumnElement, Callable]:
    if op == "is null":
        return column.is_(None), _nothing
    if op == "not null":
        return column.is_not(None), _nothing
    if op in ("~=", "!~="):
        like = column.like(bindparam(key), escape="\\")
        return (like if op == "~=" else not_(like)), str
    one = _converter(column, profile)
    if op in ("?=", "!?="):
        among = column.in_(bindparam(key, expanding=True))
        return (among if op == "?=" else not_(among)), lambda value: [one(part) for part in value.split(",")]
    if column.info["kind"] == "date" and profile == "5.2":
        # A date that cannot be read matches nothing.
        value = bindparam(key)
        return (value.is_not(None) & column.op(_SQL.get(op, op))(value)), one
    return column.op(_SQL.get(op, op))(bindparam(key)), one


_SQL = {"!=": "<>"}


def _converter(column: Any, profile: str) -> Callable[[str], Any]:
    """How a condition's text becomes a value of the column; what the node cannot convert is SYS.1000."""
    kind, values = column.info["kind"], column.info["values"]

    def number(value: str) -> float:
        try:
            return int(value) if re.fullmatch(r"\s*[+-]?\d+\s*", value) else float(value)
        except ValueError:
            raise internal(f"{column.name}: {value!r} is not a number") from None

    def flag(value: str) -> bool:
        return value.strip().lower() == "true"

    def date(value: str) -> str | None:
        try:
            return datetime.strptime(value.strip(), DATE).strftime(DATE)
        except ValueError:
            if profile == "2.3.1":
                raise internal(f"{column.name}: {value!r} is not a date of the form yyyy-MM-dd HH:mm:ss") from None
            return None

    def string(value: str) -> str:
        if profile == "2.3.1" and values and value not in values:
            raise internal(f"{column.name}: no enum constant {value}")
        return value.rstrip(" ")  # trailing blanks do not count in comparisons

    return {"number": number, "flag": flag, "date": date}.get(kind, string)


# -- execution --------------------------------------------------------------------------------------------------


def run(node: Node, view: View, query: Query) -> dict[str, Any]:
    """Answers a query: ``{"inventories": [...], "schema": {...}}``, with ``total`` where asked."""
    limit = -1 if query.limit is None else query.limit  # what SQLite takes for no limit
    if (query.limit or 0) < 0 or query.start < 0:
        raise internal("a negative limit or start makes no SQL")
    if query.filter is not None:
        kind, colon, _condition = query.filter.partition(":")
        if not colon:
            raise invalid(f"filterName[{query.filter}] must be of the form type:condition")
        raise internal(f"cannot find a filter of type {kind}")
    if query.fields:
        known = {column.name for column in view.columns(node.profile)} | view.list_fields(node.profile)
        for name in query.fields:
            if name not in known:
                details = f"field[{name}] is not a field of the inventory"
                raise invalid(details) if node.old else internal(details)
    made = plan(view, node.profile, tuple((c.name, c.op) for c in query.conditions), query.sort)
    values = {}
    for index, (convert, condition) in enumerate(zip(made.converters, query.conditions, strict=True)):
        if condition.op not in ("is null", "not null"):
            values[f"v{index}"] = convert(condition.value)
    reply: dict[str, Any] = {}
    if query.count or query.reply_with_count:
        reply["total"] = node.execute(made.total, values).scalar_one()
    if query.count:
        return reply
    rows = node.execute(made.page, {**values, "limit": limit, "start": query.start}).mappings().all()
    reply["inventories"] = view.render(node, rows, frozenset(query.fields) or None, top=True)
    reply["schema"] = schema_of(reply)
    return reply
