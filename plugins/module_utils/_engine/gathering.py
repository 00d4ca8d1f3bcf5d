# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an info module tells of its rows beside them, where the task asks for it."""

from __future__ import annotations

from .._client.errors import ApiError
from .._client.queries import where
from .._resources.words import Related, snake
from .candidates import LISTED
from .words.readings import ask

#: So many uuids go into one condition.
_MANY = 100


def fields(words, generation):
    """The fields of the rows that must be known for it."""
    return ["uuid", *(word.row for word in words if _in_row(word, generation))]


def gathered(words, rows, observer):
    """For each of the inventories ``rows``: {option: what is told of it}; what the node refuses is a warning."""
    told = [{} for row in rows]
    for word in words:
        found = _related(word, rows, observer.client) if isinstance(word, Related) else _asked(word, rows, observer)
        for row, more in zip(rows, told):
            more[word.option] = found.get(row["uuid"])
    return told


def _in_row(word, generation):
    return isinstance(word, Related) and word.query.only not in (None, generation)


def _related(word, rows, client):
    found = {row["uuid"]: [] for row in rows}
    if _in_row(word, client.generation):
        found = {row["uuid"]: row.get(word.row) or [] for row in rows}
    else:
        uuids = sorted(found)
        for at in range(0, len(uuids), _MANY):
            end = at + _MANY
            for row in client.query(word.query, [where(word.field, "?=", uuids[at:end])]):
                found.get(row.get(word.field), []).append(row)
    return {uuid: sorted(map(word.tells, items), key=str) for uuid, items in found.items()}


def _asked(word, rows, observer):
    """One that does not answer is no reason to tell nothing of the others."""
    found, failed = {}, {}
    for row in rows:
        try:
            found[row["uuid"]] = ask(word, row["uuid"], observer.client)
        except ApiError as error:
            if error.is_starting:
                raise
            failed.setdefault(error.message, []).append(str(row.get("name") or row["uuid"]))
    for message, names in failed.items():
        more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
        observer.warnings.append(f"{snake(word.option)} of {', '.join(names[:LISTED])}{more}: {message}")
    return found
