# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which object the options mean: the ways to tell it from others that its resource declares, in their order."""

from __future__ import annotations

from . import candidates
from .errors import NotFound, Refused
from .values import equal, sent, spelt


def check(draft):
    """Refuse a task that does not say which object it means."""
    if not draft.given("uuid") and not _ways(draft):
        told = [" with ".join(_needed(draft, way)) for way in draft.resource.ways(draft.generation)]
        # In a tree there are no uuids.
        told = told if draft.observer.whole else ["uuid", *told]
        raise Refused("give {0}, and not empty".format(" or ".join(told)))


def find(draft):
    """The inventory of the object that the options tell, or None."""
    first = _ways(draft)[0]
    absent = draft.state == "absent"
    draft.fields.update(_usual(draft, first))
    try:
        resolve(draft, first if absent else None)
    except NotFound:
        if absent:
            return None  # what would hold it is gone itself
        raise
    return _one(draft, first)


def resolve(draft, way=None):
    """Fill draft.fields: references become uuids, what narrows before what is narrowed; ``way``: only its options."""
    fields = draft.resource.fields
    wanted = way and {*way, *(f.within for f in fields if f.option in way)}
    for f in fields:
        if not draft.given(f.option) or f.option in draft.fields or (way and f.option not in wanted):
            continue
        value = draft.values[f.option]
        if f.ref:
            scope = [(draft.resource.field(f.within).row, draft.fields[f.within])] if f.within in draft.fields else []
            several = f.type == "list"
            rows = draft.observer.resolve_all(f.ref, value if several else [value], f.option, scope)
            draft.rows[f.option] = rows
            value = [row["uuid"] for row in rows] if several else rows[0]["uuid"]
        elif isinstance(value, str) and not f.secret:
            value = value.strip()
        draft.fields[f.option] = spelt(f, value)


def told(draft):
    """The (field, value) pairs that tell a new object from all others: its uuid is computed from them."""
    ways = _ways(draft)
    derived = {f.row for f in draft.resource.fields if not f.sent}
    return [pair for pair in _pairs(draft, ways[0]) if pair[0] not in derived] if ways else []


def nothing(draft):
    """In words, that there is no such object."""
    way = next(iter(_ways(draft)), ())
    told = " and ".join(f"{option} {draft.values[option]!r}" for option in way if draft.given(option))
    return f"there is no {draft.resource.title}" + (f" with {told}" if told else "")


def meant(draft):
    """Which names are like the one that nothing has, as the end of a message."""
    pairs = [pair for way in _ways(draft) for pair in _pairs(draft, way)]
    value = dict(pairs).get("name")
    if value is None or draft.observer.whole:
        return ""
    refs = {f.row for f in draft.resource.fields if f.ref}
    scope = [pair for pair in dict(pairs).items() if pair[0] in refs and pair[1] not in draft.observer.unreal]
    return candidates.meant(draft.observer.client, draft.resource, value, scope)


def refuse_a_second(draft):
    """Refuse to make the object what another one is already: one typing error would make two of a name."""
    if draft.given("uuid") or not (draft.row or draft.resource.create):
        return
    first, *others = _ways(draft)
    for way in others:
        if draft.row and _is(draft, draft.row, way):
            continue
        other = _one(draft, way, draft.uuid)
        if other is not None:
            if not draft.row:
                if _is(draft, other, first):
                    return  # made since it was looked for: the creation will meet it
                raise _another_key(draft, first, way, other)
            raise Refused(
                f"{way[0]} {draft.fields[way[0]]!r} and {first[0]} {draft.fields[first[0]]!r} are two "
                f"{draft.resource.titles}: {_named(other)} has the first, {_named(draft.row)} the second. To change "
                f"one of them, give its uuid, or another {way[0]}."
            )


def _needed(draft, way):
    """The options of this way that must be given: all that are no references, or all where there is nothing else.

    Not those whose usual value goes without saying.
    """
    fields = [draft.resource.field(option) for option in way]
    return [f.option for f in fields if not f.ref and f.usual is None] or list(way)


def _usual(draft, way):
    """{option: value} of what goes without saying in this way."""
    fields = [draft.resource.field(option) for option in way]
    return {f.option: f.usual for f in fields if f.usual is not None and not draft.given(f.option)}


def _ways(draft):
    """The ways that the task gives enough for."""
    return [way for way in draft.resource.ways(draft.generation) if all(map(draft.given, _needed(draft, way)))]


def _pairs(draft, way):
    fields = [draft.resource.field(option) for option in way if option in draft.fields]
    pairs = [(f.row, draft.fields[f.option] if f.ref else str(sent(f, draft.fields[f.option]))) for f in fields]
    return sorted(pairs, key=lambda pair: pair[0] in {f.row for f in fields if f.ref})


def _is(draft, row, way):
    """Whether it is the object that the options of this way tell."""
    return all(equal(row.get(field), value) for field, value in _pairs(draft, way))


def _one(draft, way, less=""):
    """The only row that the way leads to, that with the uuid ``less`` aside."""
    pairs = _pairs(draft, way)
    found = [row for row in draft.observer.rows(draft.resource, pairs) if row["uuid"] != less]
    return draft.observer.only(draft.resource, found, pairs, way[0] if way else "uuid")


def _named(row):
    return f"{row.get('name')!r} ({row['uuid']})" if row.get("name") else row["uuid"]


def _another_key(draft, first, way, twin):
    key, title = draft.resource.field(first[0]), draft.resource.title
    value, name = draft.fields[key.option], draft.fields[way[0]]
    return Refused(
        f"{key.option}: no {title} has {value!r}, but one with {way[0]} {name!r} exists with {key.option} "
        f"{twin.get(key.row)!r}. To move that one to {value!r}, give its uuid {twin['uuid']}; to create another, give "
        f"it another {way[0]}."
    )
