# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cloud, or a zone of it, as the tree that would make it: one read a kind."""

from __future__ import annotations

from .._resources.words import Attachments, Event, Parts, Tags
from .tree import CHILDREN, KEYS, RANK, called, labelled
from .values import read
from .whole import Whole
from .words.tags import OWN


def export(client, zone=None):
    """{topology, missing_secrets, warnings}; ``zone``: the uuid of the only zone wanted."""
    return _Export(client).made(zone)


class _Export:
    def __init__(self, client):
        self.generation = client.generation
        self.observer = Whole(client)
        self.missing, self.warnings = [], []

    def made(self, zone):
        tree, made = {}, {}  # made: uuid -> (its dictionary, its name, its place)
        for key, resource in sorted(KEYS.items(), key=lambda item: RANK[item[1].kind]):
            if not resource.create or {resource.only, resource.create.only} - {None, self.generation}:
                continue
            for row in self._rows(key, resource):
                option, parent = self._parent(key, resource, row, made)
                if zone and (row["uuid"] != zone if resource.kind in self._roots() else parent is None):
                    continue
                values, outer, place = made[parent] if parent else (tree, key, "")
                mine = self._object(resource, row, option)
                name = called(resource, mine) or outer
                path = f"{place}{'.' if place else ''}{key}[{name}]"
                values.setdefault(key, []).append(mine)
                made[row["uuid"]] = mine, name, path
                self._secrets(resource, row, path)
        return {"topology": tree, "missing_secrets": self.missing, "warnings": self.warnings}

    def _roots(self):
        """The kinds that stand within nothing and have something within them."""
        return {kind for kind in CHILDREN if not any(KEYS[k].kind == kind for c in CHILDREN.values() for k, _o in c)}

    def _rows(self, key, resource):
        rows = sorted(self.observer.all(resource), key=lambda row: (labelled(resource, row), row["uuid"]))
        if resource.inborn:
            rows = [row for row in rows if not resource.inborn(row, self.generation)]
        told = [f for f in resource.fields if f.option in resource.ways(self.generation)[0] and f.row]
        seen = set()
        for row in rows:
            same = tuple(str(row.get(f.row)) for f in told)
            if same in seen:
                self.warnings.append(
                    f"{key}: several have {' and '.join(f'{f.option} {row.get(f.row)}' for f in told if not f.ref)}; a "
                    "topology cannot tell them apart"
                )
            seen.add(same)
        return rows

    def _parent(self, key, resource, row, made):
        """(the option that the place in the tree says, uuid of what the row is within)."""
        for f in resource.fields:
            placed = f.ref and f.type != "list" and (key, f.option) in CHILDREN.get(f.ref.kind, ())
            if placed and row.get(f.row) in made:
                return f.option, row[f.row]
        return "", None

    def _object(self, resource, row, place):
        values, created = {}, resource.created_in(self.generation)
        for f in resource.available(self.generation):
            value = row.get(f.row) if f.row and f.sent and f.option != place else None
            value = f.given(row, self.generation) if f.given else value
            if value in (None, "", []) or value == created.get(f.row):
                continue
            values[f.option] = self._named(f, value) if f.ref else _told(f, read(f, value))
        state = self._state(resource, row)
        values.update({"state": state} if state else {})
        for word in resource.of(Parts):
            parts = [
                {f.option: read(f, part.get(f.row)) for f in word.fields if f.row} for part in row.get(word.row) or ()
            ]
            parts = [{k: v for k, v in part.items() if v is not None} for part in parts]
            values.update({word.option: sorted(parts, key=lambda part: str(part[word.key]))} if parts else {})
        for word in resource.of(Attachments):
            # A relation has two sides: the one that lists it says it.
            if word.own and row.get(word.own) and word.only in (None, self.generation):
                joined = [r for uuid in row[word.own] for r in self.observer.rows(word.of, [("uuid", uuid)])]
                values[word.option] = sorted(str(r.get("name")) for r in joined)
        for word in resource.of(Tags):
            tags = sorted({r[word.tag] for r in self.observer.tags(row["uuid"])} - {""})
            tags = [tag for tag in tags if not tag.startswith(OWN)]
            values.update({word.option: tags} if tags else {})
        return values

    def _named(self, f, value):
        uuids = value if isinstance(value, list) else [value]
        names = [str(r.get("name") or u) for u in uuids for r in self.observer.rows(f.ref, [("uuid", u)])]
        return sorted(names) if isinstance(value, list) else (names[0] if names else value)

    def _state(self, resource, row):
        """The state that differs from a new object's."""
        for event in resource.of(Event):
            holds = all(row.get(field) in values for field, values in event.shows.items())
            if holds and event.only in (None, self.generation):
                created = resource.created_in(self.generation)
                fresh = all(created.get(field) in values for field, values in event.shows.items())
                return None if fresh else event.value
        return None

    def _secrets(self, resource, row, path):
        for f in resource.available(self.generation):
            parameter = resource.create.parameter(f.api, self.generation)
            # Whether one that may be left out was given, some generations tell.
            if f.secret and ((parameter and parameter.required) or row.get(f.api)):
                self.missing.append(f"{path}.{f.option}")
        for word in resource.of(Parts):
            secret = [f.option for f in word.fields if f.secret and f.option in word.needs]
            parts = sorted(str(part.get(word.key_row)) for part in row.get(word.row) or ())
            self.missing += [f"{path}.{word.option}[{part}].{option}" for part in parts for option in secret]


def _told(f, value):
    if f.options and isinstance(value, list):
        return [{k: v for k, v in item.items() if v is not None} for item in value]
    return value
