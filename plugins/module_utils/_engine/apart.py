# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets that a task keeps apart from its tree: {key of the tree: {name, or "*" for all: {option: secret}}}.

Those of parts are such a dictionary of their own: {their option: {what tells the part, or "*": {option: secret}}}.
"""

from __future__ import annotations

import difflib

from .._resources.words import Parts
from .errors import Refused
from .tree import KEYS

_ALL = "*"


def check(secrets):
    """Refuse, all at once, what would never be looked at."""
    wrong = [complaint for key, by_name in (secrets or {}).items() for complaint in _of_a_key(str(key), by_name)]
    if wrong:
        raise Refused("; ".join(wrong))


def fill(node, secrets):
    """Give the object of the Node those that are its own or of all."""
    mine = _of_one((secrets or {}).get(node.key), node.name)
    for option in _secret(node.resource.fields):
        if mine.get(option) is not None and node.values.get(option) is None:
            node.values[option] = str(mine[option])
    for word in node.resource.of(Parts):
        for part in node.values.get(word.option) or ():
            its = _of_one(mine.get(word.option), part[word.key])
            part.update(
                {o: str(its[o]) for o in _secret(word.fields) if its.get(o) is not None and part.get(o) is None}
            )


def _of_one(by_name, name):
    by_name = by_name or {}
    return {**(by_name.get(_ALL) or {}), **(by_name.get(name) or {})}


def _secret(fields):
    return [f.option for f in fields if f.secret]


def _of_a_key(key, by_name):
    place = f"secrets.{key}"
    if key not in KEYS:
        near = difflib.get_close_matches(key, KEYS, n=1)
        yield f"{place}: a tree has no such key" + (f". Did you mean {near[0]}?" if near else "")
        return
    resource = KEYS[key]
    yield from _of_names(place, by_name, resource.titles, _secret(resource.fields), resource.of(Parts))


def _of_names(place, by_name, titles, options, parts=()):
    known = [*options, *(word.option for word in parts if _secret(word.fields))]
    if not known:
        yield f"{place}: {titles} have no secrets"
    elif not isinstance(by_name, dict):
        yield f"{place}: expected a dictionary by name, or {_ALL!r} for all"
    for name, mine in by_name.items() if known and isinstance(by_name, dict) else ():
        if not isinstance(mine, dict):
            yield f"{place}.{name}: expected a dictionary of {' and '.join(known)} for what has this name, or {_ALL!r}"
            continue
        for option, value in mine.items():
            word = next((word for word in parts if word.option == option), None)
            if option not in known:
                yield f"{place}.{name}.{option}: no secret of {titles}, which have {' and '.join(known)}"
            elif word:
                yield from _of_names(f"{place}.{name}.{option}", value, option, _secret(word.fields))
            elif isinstance(value, (dict, list)):
                yield f"{place}.{name}.{option}: expected a text"
