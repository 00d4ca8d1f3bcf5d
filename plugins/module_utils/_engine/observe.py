# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading what is there: references, the object itself, what is attached to it, what depends on it."""

from __future__ import annotations

import re

from .._api.zone import QUERY_ZONE
from .._client.queries import exactly, where
from .errors import Ambiguous, NotFound
from .plan import PREDICTED_UUID
from .render import date

_UUID = re.compile("^[0-9a-f]{32}$")

#: So many dependents of a kind are listed by name.
LISTED = 10


def is_uuid(value):
    return bool(_UUID.match(value))


class Observer:
    """Looks things up through ``client``, each of them once.

    ``predict=True`` (check mode): a name that nothing has yet stands for an object that an earlier task would have
    made; it is told in ``warnings`` and gets the predicted uuid.
    """

    def __init__(self, client, predict=False):
        self.client = client
        self.predict = predict
        self.warnings = []
        self.names = {}  # uuid -> the name by which the user and the diff know a referenced object

    def find(self, resource, uuid=None, key=None, name=None, scope=()):
        """The inventory that ``uuid``, else the natural ``key``, else ``name`` within ``scope`` tells, or None.

        ``scope`` is a list of (inventory field, value). Several matches are refused with the candidates.
        """
        if uuid:
            return self._one(resource, [("uuid", uuid)])
        if key is not None:
            return self._one(resource, [(resource.field(resource.key).api, key)])
        return self._one(resource, [("name", name)] + list(scope))

    def resolve(self, resource, value, option, scope=()):
        """(uuid, name) of the ``resource`` that ``value``, a name or a uuid, refers to."""
        value = value.strip()
        if value == PREDICTED_UUID:
            return value, value
        found = None
        if is_uuid(value):
            found = self._one(resource, [("uuid", value)] + list(scope))
        if found is None:
            found = self._one(resource, [("name", value)] + list(scope), option)
        if found is None:
            message = f"{option}: there is no {resource.title} with name or uuid {value!r}{self._within(scope)}"
            if not self.predict:
                raise NotFound(message + ". Names are compared exactly, upper and lower case included.")
            self.warnings.append(message + "; check mode assumes that an earlier task would have made it.")
            return PREDICTED_UUID, value
        self.names[found["uuid"]] = found.get("name")
        return found["uuid"], found.get("name")

    def attached(self, attachments, uuid):
        """{uuid: name} of what is attached to the object ``uuid``."""
        if uuid == PREDICTED_UUID:
            return {}
        found = self.client.query(attachments.of.query, [where(attachments.field, "=", uuid)])
        return {row["uuid"]: row.get("name") for row in found}

    def dependents(self, resource, uuid):
        """{label: {total, first: [{uuid, name}]}} of what a deletion of the object ``uuid`` would take along."""
        going = {}
        for kind in resource.cascade:
            condition = [where(kind.field, "=", uuid)]
            first = self.client.query(kind.query, condition, fields=("uuid", "name"), sort="name", limit=LISTED)
            if first:
                total = self.client.count(kind.query, condition) if len(first) == LISTED else len(first)
                going[kind.label] = {"total": total, "first": first}
        return going

    def _one(self, resource, pairs, option=None):
        if any(value == PREDICTED_UUID for field, value in pairs):
            return None
        conditions = [exactly(field, value) for field, value in tuple(pairs) + resource.narrow]
        found = self.client.query(resource.query, conditions)
        # The node compares without regard to case and to blanks at the end.
        found = [row for row in found if all(_same(row.get(field), value) for field, value in pairs)]
        if len(found) > 1:
            raise self._ambiguous(resource, pairs, found, option)
        return found[0] if found else None

    def _ambiguous(self, resource, pairs, found, option):
        zones = self._zones(found)
        candidates = [
            {
                "uuid": row["uuid"],
                "name": row.get("name"),
                "zone": zones.get(row.get("zoneUuid")),
                "zone_uuid": row.get("zoneUuid"),
                "created": date(row.get("createDate") or ""),
            }
            for row in found
        ]
        lines = "; ".join(
            "{0} ({1}created {2})".format(c["uuid"], "zone {0}, ".format(c["zone"]) if c["zone"] else "", c["created"])
            for c in candidates
        )
        return Ambiguous(
            "{0}: {1} {2}s are named {3!r}{4}. Give the uuid of the one you mean: {5}".format(
                option or "name", len(found), resource.title, pairs[0][1], self._within(pairs[1:]), lines
            ),
            candidates=candidates,
        )

    def _zones(self, found):
        """{uuid: name} of the zones that the rows are in."""
        uuids = sorted({row["zoneUuid"] for row in found if row.get("zoneUuid")})
        rows = self.client.query(QUERY_ZONE, [where("uuid", "?=", uuids)], fields=("uuid", "name")) if uuids else []
        return {row["uuid"]: row.get("name") for row in rows}

    def _within(self, scope):
        known = [f"{field[:-4]} {self.names[value]!r}" for field, value in scope if self.names.get(value)]
        return " in " + " and ".join(known) if known else ""


def _same(actual, wanted):
    return actual == wanted or (isinstance(actual, str) and actual.strip() == wanted)
