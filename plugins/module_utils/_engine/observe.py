# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading what is there, and what the plans before this one will have made: each thing once."""

from __future__ import annotations

import re

from .._client.errors import ApiError
from .._client.queries import exactly, parse_condition, where
from .._resources.words import Tags
from .candidates import ambiguous, meant
from .errors import NotFound
from .uuids import PREDICTED_UUID, assumed_uuid, checked_reference, is_uuid

_EXACTLY = "Names are compared exactly, upper and lower case included."
# What a comma-separated list of values cannot hold, see _client/queries.py.
_LISTABLE = re.compile(r"[^!<>=?~%\\'\",]+")


class Observer:
    """Looks things up through ``client``.

    ``predict=True`` (check mode): a name that nothing has yet stands for an object that an earlier task would have
    made; it is told in ``warnings``.
    """

    #: Whether all that there is of a kind is read at once, see whole.py.
    whole = False

    def __init__(self, client, predict=False):
        self.client = client
        self.predict = predict
        self.warnings = []
        self.unreal = {PREDICTED_UUID}  # uuids of what is planned or assumed: the node does not know them
        self._names = {}
        self._planned = {}  # kind -> rows
        self._all = {}  # (name of the query, narrow) -> rows
        self._index = {}  # kind or key of _all -> {field: {value: rows}}

    def anew(self):
        """An observer that has read nothing yet, but knows the names."""
        other = Observer(self.client)
        other._names, other.warnings = self._names, self.warnings
        return other

    # -- what will be there -------------------------------------------------------------------------------------------

    def add_planned(self, resource, row):
        """From now on ``row`` is found like a real one."""
        self.unreal.add(row["uuid"])
        self._planned.setdefault(resource.kind, []).append(row)
        for field, index in self._index.get(resource.kind, {}).items():
            index.setdefault(_plain(row.get(field)), []).append(row)
        self._remember(row)

    def assume(self, resource, value, message):
        """In check mode: a row that an earlier task would have made."""
        self.warnings.append(message + "; check mode assumes that an earlier task would have made it.")
        row = {"uuid": value if value == PREDICTED_UUID else assumed_uuid(resource.kind, value)}
        row.update({"name": value} if self._named(resource) else {})
        self.add_planned(resource, row)
        return row

    # -- what is there ------------------------------------------------------------------------------------------------

    def rows(self, resource, pairs):
        """The inventories in which every (field, value) of ``pairs`` holds exactly; a list of values: one of them."""
        planned = self._among(resource.kind, self._planned.get(resource.kind, ()), pairs)
        if any(value in self.unreal for field, value in pairs if isinstance(value, str)):
            return planned
        if self.whole or key_of(resource) in self._all:
            found = self._among(key_of(resource), self.all(resource, planned=False), pairs)
        else:
            # The node compares without regard to case and to blanks at the end.
            found = [row for row in self._query(resource, pairs) if _fits(row, pairs)]
        return planned + found

    def all(self, resource, planned=True):
        """All rows of a kind that is never numerous: what can be attached to something."""
        key = key_of(resource)
        if key not in self._all:
            self._all[key] = self._query(resource, ())
        found, more = self._all[key], self._planned.get(resource.kind) if planned else None
        return more + found if more else found

    def one(self, resource, pairs, option):
        """The only row in which ``pairs`` hold, or None; several are refused with the candidates."""
        return self.only(resource, self.rows(resource, pairs), pairs, option)

    def only(self, resource, found, pairs, option):
        if len(found) > 1:
            raise ambiguous(self, resource, found, pairs, option, self._within(resource, pairs[1:]))
        return found[0] if found else None

    def read(self, resource, uuid):
        """The inventory of the object ``uuid`` as it is now, None when there is none."""
        if uuid in self.unreal:
            return None
        found = self._query(resource, [("uuid", uuid)])
        return found[0] if found else None

    def related(self, query, conditions, **paging):
        """Rows of another query; none where this generation lacks it."""
        return (
            [] if query.only not in (None, self.client.generation) else self.client.query(query, conditions, **paging)
        )

    def any_of(self, query, field, texts, uuids):
        """Whether one of the uuids is the ``field`` of a row of the query in which the conditions ``texts`` hold."""
        return self.client.count(query, [where(field, "?=", uuids), *map(parse_condition, texts)]) > 0

    def _among(self, where, rows, pairs):
        """Those of the known ``rows`` in which the pairs hold, by an index of the first one's field."""
        if not rows or not pairs:
            return list(rows)
        (field, value), *_others = pairs
        index = self._index.setdefault(where, {}).get(field)
        if index is None:
            index = self._index[where][field] = {}
            for row in rows:
                index.setdefault(_plain(row.get(field)), []).append(row)
        values = value if isinstance(value, list) else [value]
        return [row for v in values for row in index.get(_plain(v), ()) if _fits(row, pairs)]

    def tags(self, uuid):
        """The rows of the user tags of an object."""
        return [] if uuid in self.unreal else self.client.query(Tags.query, [where(Tags.tagged, "=", uuid)])

    # -- references ---------------------------------------------------------------------------------------------------

    def resolve(self, resource, value, option, scope=()):
        """The row of the ``resource`` that ``value``, a name or a uuid, refers to."""
        return self.resolve_all(resource, [value], option, scope)[0]

    def resolve_all(self, resource, values, option, scope=(), among=None):
        """The rows that ``values`` refer to, in their order; ``among`` these if they are known, by one query if not."""
        # In check mode, too, which would assume that there is such a thing.
        values = [checked_reference(value, option) for value in values]
        if among is None:
            # One may be given by its name and by its uuid.
            among = {row["uuid"]: row for row in self._candidates(resource, values, scope)}.values()
        found = []
        for value in values:
            by_uuid = [row for row in among if row["uuid"] == value]
            rows = by_uuid or [row for row in among if _same(row.get("name"), value)]
            row = self.only(resource, rows, [("name", value), *scope], option)
            found.append(row or self._missing(resource, value, option, scope))
        return found

    def _candidates(self, resource, values, scope):
        names, uuids = [v for v in values if v not in self.unreal], [v for v in values if is_uuid(v)]
        names = names if self._named(resource) else []
        found = self.rows(resource, [("uuid", _one_or_list(uuids)), *scope]) if uuids else []
        names = [name for name in names if name not in {row["uuid"] for row in found}]
        listed = [name for name in names if _LISTABLE.fullmatch(name)]
        asked = [listed] if len(listed) > 1 else [[name] for name in listed]
        for group in asked + [[name] for name in names if name not in listed]:
            found += self.rows(resource, [("name", _one_or_list(group)), *scope])
        return found

    def _missing(self, resource, value, option, scope):
        named = self._named(resource)
        known = "name or uuid" if named else "uuid"
        message = f"{option}: there is no {resource.title} with {known} {value!r}{self._within(resource, scope)}"
        if self.predict:
            return self.assume(resource, value, message)
        if not named:
            message += f". ZStack {self.client.generation} has no names of {resource.titles}"
        raise NotFound(f"{message}. {_EXACTLY}{meant(self.client, resource, value, scope)}" if named else message)

    def _named(self, resource):
        """Whether such objects have names in this generation."""
        return "name" in resource.inventory_of(self.client.generation)

    # -- names --------------------------------------------------------------------------------------------------------

    def names(self, resource, uuids):
        """{uuid: name} of these objects; None for those that are gone, or that the identity may not see."""
        missing = sorted({u for u in uuids if u and u not in self._names and u not in self.unreal})
        if missing:
            try:
                rows = self.client.query(resource.query, [where("uuid", "?=", missing)], fields=("uuid", "name"))
            except ApiError as error:
                if not error.is_denied:
                    raise
                rows = [{"uuid": uuid} for uuid in missing]
            for row in rows:
                self._remember(row)
        return {uuid: self._names.get(uuid) for uuid in uuids if uuid}

    def _remember(self, row):
        self._names[row["uuid"]] = row.get("name")

    # -- the node -----------------------------------------------------------------------------------------------------

    def _query(self, resource, pairs):
        conditions = [
            where(field, "?=", value) if isinstance(value, list) else exactly(field, value)
            for field, value in (*pairs, *resource.narrow)
        ]
        found = resource.there(self.client.query(resource.query, conditions))
        for row in found:
            self._remember(row)
        return found

    def _within(self, resource, scope):
        known = [(resource.names.get(field), self._names.get(value)) for field, value in scope]
        known = [f"{other.title} {name!r}" for other, name in known if other and name]
        return " in " + " and ".join(known) if known else ""


def key_of(resource):
    return resource.query.name, resource.narrow


def _one_or_list(values):
    return values[0] if len(values) == 1 else values


def _fits(row, pairs):
    return all(
        any(_same(row.get(field), v) for v in value) if isinstance(value, list) else _same(row.get(field), value)
        for field, value in pairs
    )


def _plain(value):
    return value.strip() if isinstance(value, str) else str(value)


def _same(actual, wanted):
    # A number is asked for as a text.
    return actual == wanted or (actual is not None and str(actual).strip() == str(wanted))
