# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that fit several objects, and names that fit none: what the user may mean."""

from __future__ import annotations

import difflib

from .._client.queries import exactly
from .._resources.resource import CREATED
from .._resources.words import snake
from .errors import Ambiguous
from .render import date

#: So many candidates, and dependents of a kind, are listed.
LISTED = 10


def ambiguous(observer, resource, found, pairs, option, within):
    """The refusal of what several rows fit, with the candidates; ``within`` says in words where was looked."""
    places = {
        field: (other, observer.names(other, {row.get(field) for row in found}))
        for field, other in resource.names.items()
    }
    candidates = [_candidate(row, places) for row in found]
    field, value = pairs[0] if pairs else ("", "")
    lines = [_line(row, places, named=field != "name") for row in found[:LISTED]]
    if len(found) > LISTED:
        lines.append(f"... {len(found)} in all")
    which = {"name": f"are named {value!r}", "": "exist"}.get(field, f"have {snake(field)} {value!r}")
    return Ambiguous(
        f"{option}: {len(found)} {resource.titles} {which}{within}. "
        f"Give the uuid of the one you mean: {'; '.join(lines)}",
        candidates=candidates,
    )


def meant(client, resource, value, scope):
    """The end of a message about a name that nothing has: `` Did you mean 'lab'?``; empty where nothing is like it."""
    conditions = [exactly(*pair) for pair in [*scope, *resource.narrow]]
    rows = client.query(resource.query, conditions, fields=("uuid", "name"), sort="name", limit=1000)
    by_name = {str(row["name"]).lower(): str(row["name"]) for row in rows if row.get("name")}
    near = [by_name[name] for name in difflib.get_close_matches(value.lower(), by_name, n=3)]
    return " Did you mean {0}?".format(" or ".join(map(repr, near))) if near else ""


def _candidate(row, places):
    """What tells one of them from the others: also the names of what it refers to."""
    names = {other.name: names.get(row.get(field)) for field, (other, names) in places.items()}
    created = date(row.get(CREATED) or "")
    return {"uuid": row["uuid"], "name": row.get("name"), "references": names, "created": created}


def _line(row, places, named):
    told = [row["name"]] if named and row.get("name") else []
    told += [f"{other.title} {names[row[f]]}" for f, (other, names) in places.items() if names.get(row.get(f))]
    return f"{row['uuid']} ({', '.join([*told, 'created ' + date(row.get(CREATED) or '')])})"
