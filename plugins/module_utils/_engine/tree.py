# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cloud as a tree: what can stand where follows from the declarations, and so does the argument spec."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from .._resources.every import RESOURCES
from .spec import options

#: Options of the modules that say how one object is found or deleted: in a tree its place says it.
_NOT_HERE = ("uuid", "cascade", "force")


@dataclass(eq=False)
class Node:
    """An object of the tree: ``path`` is its place in words of the task, ``told`` the same by names."""

    path: str
    told: str
    key: str
    resource: Any
    values: dict
    parent: Any = None
    option: str = ""  # of the reference to the parent
    label: str = ""  # the name of what is deleted
    draft: Any = None
    error: Any = None
    later: bool = False  # whether nothing of it can be known before what it is within is there

    @property
    def place(self):
        """What tells the Node from others, those that are deleted included."""
        return self.path, self.told

    @property
    def name(self):
        return self.label or called(self.resource, self.values) or (self.parent.name if self.parent else self.key)

    @property
    def said(self):
        """The place in messages, which nobody has to count to."""
        name = called(self.resource, self.values)
        return f"{self.path} ({name})" if name and not self.label else self.path


def called(resource, values):
    """What the object is called in a tree and in the secrets of it: "" for one that only its place tells."""
    fields = [f for f in resource.fields if f.option in resource.telling and not f.ref]
    given = [values[f.option] for f in fields if values.get(f.option) is not None]
    return str(values.get("name") or (given[0] if given else ""))


def labelled(resource, row):
    """The same of an inventory, its uuid in the end."""
    fields = [f.row for f in resource.fields if f.option in resource.telling and f.row and not f.ref]
    return str(next((row[field] for field in ("name", *fields) if row.get(field)), row["uuid"]))


def _keys():
    """{key in the tree: resource}: its plural, or the module's where several resources have one plural."""
    plurals = Counter(resource.plural for resource in RESOURCES.values())
    return {r.plural if plurals[r.plural] == 1 else f"{name}s": r for name, r in RESOURCES.items()}


def _within(resource):
    """{kind of the parent: the option that refers to it}."""
    return {f.ref.kind: f.option for f in resource.fields if f.ref and f.sent and f.type != "list"}


KEYS = _keys()
#: What stands within nothing, in one generation at least.
TOP = [key for key, r in KEYS.items() if all(f.only for f in r.fields if f.option in _within(r).values())]
#: {kind: [(key, option)] of what can stand within it}
CHILDREN = {}
for _key, _resource in KEYS.items():
    for _kind, _option in _within(_resource).items():
        CHILDREN.setdefault(_kind, []).append((_key, _option))
_FIRST = {r.kind: {o.kind for o in (*r.follows, *(f.ref for f in r.fields if f.ref))} for r in KEYS.values()}
_ORDER = TopologicalSorter({kind: sorted(first - {kind}) for kind, first in _FIRST.items()})
#: Kinds in the order in which they can be looked for: what is referred to, or followed, first.
RANK = {kind: rank for rank, kind in enumerate(_ORDER.static_order())}


def within(resource):
    """(Field that refers to it, its key) of what the resource can stand in."""
    for key, outer in KEYS.items():
        options = {option for own, option in children(outer) if KEYS[own] is resource}
        yield from ((resource.field(option), key) for option in options)


def children(resource):
    """[(key, option)] of what can stand within the resource: what refers to all of its kind, or to what it is."""
    pairs = CHILDREN.get(resource.kind, ())
    return [(key, option) for key, option in pairs if set(KEYS[key].field(option).ref.narrow) <= set(resource.narrow)]


def spec():
    """The argument spec of everything that a tree can hold."""
    return {key: _list_of(KEYS[key]) for key in TOP}


def _list_of(resource, given=""):
    """A list of objects of the resource; ``given`` is the option that their place in the tree says."""
    found = {name: dict(option) for name, option in options(resource).items() if name not in (*_NOT_HERE, given)}
    found["state"]["choices"] = [state for state in found["state"]["choices"] if state != "absent"]
    for key, option in children(resource):
        found[key] = _list_of(KEYS[key], option)
    return {"type": "list", "elements": "dict", "options": found}


def nodes(params):
    """All objects of the tree, parents before their children."""
    found = []
    _collect(params, [(key, "") for key in TOP], "", "", None, found)
    return found


def _collect(values, keys, path, told, parent, found):
    for key, option in keys:
        for at, item in enumerate(values.get(key) or ()):
            inner = children(KEYS[key])
            own = {k: v for k, v in item.items() if v is not None and k not in {child for child, _option in inner}}
            node = Node(f"{path}{key}[{at}]", "", key, KEYS[key], own, parent, option)
            node.told = f"{told}{key}[{node.name}]"
            found.append(node)
            _collect(item, inner, node.path + ".", node.told + ".", node, found)
