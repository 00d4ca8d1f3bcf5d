# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dependents: what a deletion takes along; refused with the list, unless the task allows it."""

from __future__ import annotations

from ..._client.queries import where
from ..candidates import LISTED
from .behaviour import Behaviour


class TakenAlong(Behaviour):
    def options(self, words, resource):
        return CASCADE

    def observe(self, words, draft):
        # Of a whole cloud it is the topology that knows what goes anyway.
        draft.known["going"] = {}
        if draft.state == "absent" and not draft.new and not draft.observer.whole:
            found = {word: _of(word, draft) for word in words}
            draft.known["going"] = {word: kind for word, kind in found.items() if kind}

    def hinders(self, words, draft):
        fates = {}
        for word, kind in draft.known["going"].items():
            fates.setdefault(word.fate, []).append((word.label, kind))
        for fate, kinds in fates.items():
            yield f"{fate} {', '.join(map(_listed, kinds))}", {label: kind["total"] for label, kind in kinds}

    def plan_absent(self, words, draft):
        going = draft.known["going"]
        if going:
            draft.top["deleted_with_it"] = {word.label: kind["total"] for word, kind in going.items()}


#: Goes with every deletion that takes something along.
CASCADE = {"cascade": {"type": "bool", "default": False}}


def conditions(word, row):
    """What finds the dependents of the object with this inventory."""
    return [where(*c) for c in word.finds(row)] if word.finds else [where(word.field, "=", row["uuid"])]


def _of(word, draft):
    """{total, first: names of the first}, None when there are none."""
    condition = conditions(word, draft.row)
    paging = {"fields": ("uuid", word.named), "sort": word.named, "limit": LISTED}
    first = draft.observer.related(word.query, condition, **paging)
    total = draft.observer.client.count(word.query, condition) if len(first) == LISTED else len(first)
    return {"total": total, "first": [str(row.get(word.named)) for row in first]} if first else None


def _listed(kind):
    label, found = kind
    names = ", ".join(found["first"])
    more = ", ... {0} in all".format(found["total"]) if found["total"] > len(found["first"]) else ""
    return f"{label} ({names}{more})"
