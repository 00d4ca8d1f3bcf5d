# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a whole cloud: all rows of a kind at the first question about one of them, and what will become of them."""

from __future__ import annotations

from .._client.queries import parse_condition
from .._resources.words import Tags
from .observe import Observer


class Whole(Observer):
    """An Observer that asks once a kind, whatever the size."""

    whole = True

    def __init__(self, client):
        super().__init__(client)
        self._tags = None
        self._related = {}  # (name of the query, field) -> {its value: rows}
        self._gone, self._changed = set(), {}

    def foresee(self, gone, changed):
        """From now on what is ``gone``, uuids, is not found, and the rest as ``changed``, {uuid: {field: value}}, says.

        Names are free once their objects are gone, or have others.
        """
        self._gone, self._changed = gone, changed
        self._all = {key: self._as_they_will_be(rows) for key, rows in self._all.items()}
        self._index = {where: index for where, index in self._index.items() if where not in self._all}

    def tags(self, uuid):
        if self._tags is None:
            self._tags = _by(Tags.tagged, self.client.query(Tags.query))
        return self._tags.get(uuid, [])

    def tagged(self, tag):
        """(uuid, the node's name of its kind) of all objects with this user tag."""
        self.tags("")
        rows = (row for rows in self._tags.values() for row in rows if row[Tags.tag] == tag)
        return sorted({(row[Tags.tagged], row[Tags.tagged_kind]) for row in rows})

    def everything(self, query, field, named, texts=()):
        """{uuid: rows of the query whose ``field`` it is}, of the whole cloud, with their field ``named``."""
        key = query.name, field, texts
        if key not in self._related:
            rows = self.related(query, [*map(parse_condition, texts)], fields=sorted({"uuid", named, field}))
            self._related[key] = _by(field, rows)
        return self._related[key]

    def any_of(self, query, field, texts, uuids):
        """Of those that stay."""
        found = self.everything(query, field, field, texts)
        return any(row["uuid"] not in self._gone for uuid in uuids for row in found.get(uuid, ()))

    def _query(self, resource, pairs):
        return self._as_they_will_be(super()._query(resource, pairs))

    def _as_they_will_be(self, rows):
        if not (self._gone or self._changed):
            return rows
        return [
            {**row, **self._changed[row["uuid"]]} if row["uuid"] in self._changed else row
            for row in rows
            if row["uuid"] not in self._gone
        ]


def _by(field, rows):
    """{value of the field: its rows}."""
    found = {}
    for row in rows:
        found.setdefault(row.get(field), []).append(row)
    return found
