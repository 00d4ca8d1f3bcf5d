# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seed documents: what they may say, checked as a whole before anything is made, and the making.

A document holds lists of items by kind, an item the fields of what it makes and lists of what lies within it. Which
kinds there are is declared by the families (see ``family``).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_type_hints

from sqlalchemy import Column, Integer

from .checks import Members, Range, insist, mistakes, summary, unknown
from .hardware import FACTS, Machine
from .store import Resource, Row, resource_of

TAGS = {"systemTags": "System", "userTags": "User"}
OF_ANY_ITEM = {"n": Annotated[int, Range(1)], **dict.fromkeys(TAGS, list[str])}
HINTS = {"text": str, "date": str, "flag": bool, "json": Any}


@dataclass(frozen=True)
class Kind:
    """A kind of thing that seeds make.

    build     ``function(node, fields, parents)`` for one, which returns its row; if `bulk`,
              ``function(node, [(fields, parents), ...])`` for many
    fields    what an item may say: type hints by name
    within    the kinds in whose items it may lie, and `named_by` the fields that name such a place instead
    alone     the profiles in which it needs neither
    """

    build: Callable
    fields: Mapping[str, Any]
    within: tuple[str, ...]
    named_by: tuple[str, ...]
    alone: tuple[str, ...]
    bulk: bool


def mark(document: Row) -> str:
    """What tells a document from others, whatever its layout."""
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


def fields_of(resource: Resource) -> dict[str, Any]:
    """Type hints of all that a row of a resource holds."""
    return {column.name: _hint(column) | None for column in resource.table.columns}


def _hint(column: Column) -> Any:
    values, kind = sorted(column.info["values"]), column.info["kind"]
    if values:
        return Literal[tuple(values)]
    return HINTS[kind] if kind in HINTS else int if isinstance(column.type, Integer) else float


# -- the check --------------------------------------------------------------------------------------------------


def check(document: Any, kinds: Mapping[str, Kind], profile: str) -> None:
    """ValueError, in one line, with what is wrong with a document."""
    insist(document, dict[str, Any])
    found = []
    for key, value in document.items():
        if key == "machines":
            found += mistakes(value, dict[str, MACHINE], key)
        elif key in kinds:
            found += _look(value, key, key, None, kinds, profile)
        else:
            found.append(f"{key} is unknown, {unknown(key, [*kinds, 'machines'])}")
    if found:
        raise ValueError(summary(found))


def _machine() -> Members:
    hints = get_type_hints(Machine)
    return Members({fact: hints[name] for fact, name in FACTS.items()})


MACHINE = _machine()


def _look(items: Any, key: str, where: str, above: str | None, kinds: Mapping[str, Kind],
          profile: str) -> Iterator[str]:  # fmt: skip
    """The mistakes in the items of a kind that lie in one of the kind `above`, or in the document itself."""
    kind = kinds[key]
    if above is not None and above not in kind.within:
        yield f"{where} does not belong there, {_home(kind)}"
        return
    wrong = mistakes(items, list[dict[str, Any]], where)
    yield from wrong
    inside = {name for name, each in kinds.items() if key in each.within}
    for index, item in enumerate(() if wrong else items):
        place = f"{where}[{index}]"
        if above is None and profile not in kind.alone and not any(item.get(name) for name in kind.named_by):
            yield f"{place} does not belong there, {_home(kind)}"
        known = {**kind.fields, **OF_ANY_ITEM}
        for name, value in item.items():
            if name in kinds:
                yield from _look(value, name, f"{place}.{name}", key, kinds, profile)
            elif name in known:
                yield from mistakes(value, known[name], f"{place}.{name}")
            else:
                yield f"{place}.{name} is unknown, {unknown(name, known.keys() | inside)}"


def _home(kind: Kind) -> str:
    ways = [f"within {' or '.join(kind.within)}"] if kind.within else ["in the document itself"]
    return " or with ".join([*ways, *([" or ".join(kind.named_by)] if kind.named_by else [])])


# -- the making -------------------------------------------------------------------------------------------------


def plant(node: Any, document: Row) -> dict[str, int]:
    """Builds what a checked document describes; returns how many of each kind. ValueError tells which items failed."""
    counts: Counter[str] = Counter()
    node.hardware.describe(document.get("machines", {}))
    _plant(node, {key: items for key, items in document.items() if key != "machines"}, [{}], "", counts)
    return dict(counts)


def _plant(node: Any, lists: Row, places: list[Row], where: str, counts: Counter[str]) -> None:
    """Builds the same things at each of several places, given as the rows of the enclosing items."""
    kinds = node.family.seeds
    for key, items in lists.items():
        kind = kinds[key]
        for index, item in enumerate(items):
            own = {name: value for name, value in item.items() if name not in kinds and name not in OF_ANY_ITEM}
            nested = {name: value for name, value in item.items() if name in kinds}
            made = [numbered(own, each) for each in range(1, item["n"] + 1)] if "n" in item else [own]
            pairs = [(fields, parents) for parents in places for fields in made]
            here = f"{where}{key}[{index}]"
            try:
                rows = kind.build(node, pairs) if kind.bulk else [kind.build(node, *pair) for pair in pairs]
                _tag(node, item, rows)
            except Exception as problem:
                # Of a database error what the database said, without the statement.
                said = str(getattr(problem, "orig", None) or problem).partition("\n")[0]
                raise ValueError(f"{here}: {said}") from problem
            counts[key] += len(rows)
            if nested:
                within = [{**parents, key: row} for (_fields, parents), row in zip(pairs, rows, strict=True)]
                _plant(node, nested, within, f"{here}.", counts)


def _tag(node: Any, item: Row, rows: list[Row]) -> None:
    for index, row in enumerate(rows if item.keys() & TAGS.keys() else (), 1):
        resource = resource_of(node, row["uuid"])
        for name, kind in TAGS.items():
            for value in numbered(item.get(name, []), index):
                node.add_tag(resource, row["uuid"], value, kind)


def numbered(value: Any, index: int) -> Any:
    """A copy of a generated item with `{i}` in every string replaced by its number."""
    if isinstance(value, str):
        return value.replace("{i}", str(index))
    if isinstance(value, dict):
        return {key: numbered(item, index) for key, item in value.items()}
    return [numbered(item, index) for item in value] if isinstance(value, list) else value
