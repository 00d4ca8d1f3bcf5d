# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values on their way: as the option has them, as the API takes them, as the inventory and the diff show them."""

from __future__ import annotations

from .._api.declaration import P
from .._resources.words import subject

#: What a map holds can be anything that can be sent.
_PART = P("part", "any")


def addressed(api, uuid):
    """The parameter that says which object the API is about."""
    return {subject(api): uuid}


def complaint(f, value, api, generation):
    """Why ``api`` would refuse the option's value, in words that name the option; None when it would not."""
    parameter = api.parameter(f.api.partition(".")[0], generation)
    if parameter is None or (f.ref and f.type != "list"):
        return None
    if "." in f.api:
        parameter = _PART
    wrong = parameter.complaint(value if f.ref else sent(f, value, api, generation))
    return f"{f.option} {wrong} (ZStack {generation})" if wrong else None


def sent(f, value, api=None, generation=None):
    """The option's value as the API takes it."""
    if f.form:
        return f.form.sent(value)
    if f.options:
        items = value if isinstance(value, list) else [value]
        plain = [
            {s.api: sent(s, item[s.option]) for s in f.options if item.get(s.option) is not None} for item in items
        ]
        return plain if isinstance(value, list) else plain[0]
    parameter = api and api.parameter(f.api, generation)
    if parameter and parameter.type == "String" and isinstance(value, int):
        return str(value)  # a port that an older generation takes as text
    return value.strip() if isinstance(value, str) and not f.secret else value


def read(f, value):
    """The inventory's value as the option has it."""
    if f.form:
        return spelt(f, f.form.read(value))
    if f.options and isinstance(value, list):
        return [read(f, item) for item in value]
    if f.options and isinstance(value, dict):
        known = {s.option: read(s, value.get(s.row)) for s in f.options}
        return {k: v for k, v in known.items() if v is not None}
    if f.type == "int" and isinstance(value, str) and value.strip().isdigit():
        return int(value)
    return spelt(f, value)


def spelt(f, value):
    """The value in the one spelling that it is compared in, at any depth."""
    if isinstance(value, list):
        return [spelt(f, item) for item in value]
    if f.options and isinstance(value, dict):
        spelling = {s.option: spelt(s, value[s.option]) for s in f.options if value.get(s.option) is not None}
        return {**value, **spelling}
    return f.spelling(value) if f.spelling and isinstance(value, str) else value


def as_row(f, wanted):
    """The wanted value as the inventory will show it."""
    if f.form:
        return f.form.shown(wanted) if f.form.shown else wanted
    if f.options and isinstance(wanted, list):
        return [as_row(f, item) for item in wanted]
    if f.options:
        return {s.row: as_row(s, wanted[s.option]) for s in f.options if wanted.get(s.option) is not None}
    return wanted


def show(draft, f, value):
    """What the diff shows: names instead of uuids, nothing that is secret."""
    if f.ref and value:
        names = draft.observer.names(f.ref, value if isinstance(value, list) else [value])
        shown = [names.get(uuid) or uuid for uuid in names]
        return sorted(shown) if isinstance(value, list) else shown[0]
    if f.options and isinstance(value, list):
        return [{k: v for k, v in item.items() if v is not None} for item in value]
    return value


def shown(draft):
    """{option: what the diff shows} of the object as it is."""
    fields = [f for f in draft.resource.available(draft.generation) if f.row and f.row in draft.row]
    return {f.option: show(draft, f, read(f, draft.row[f.row])) for f in fields if f.sent}


def equal(now, wanted):
    """Equal as the node sees it: it strips blanks, and an empty text and none are the same to it."""
    if isinstance(wanted, str):
        return ("" if now is None else str(now)).strip() == wanted.strip()
    if isinstance(wanted, bool):
        return bool(now) == wanted
    if isinstance(wanted, list):
        now = now or []
        if len(now) != len(wanted):
            return False
        if all(isinstance(item, dict) for item in (*now, *wanted)):
            # Order is the node's own; what the task leaves out is left alone.
            rest = list(now)
            for item in wanted:
                match = next((n for n in rest if covers(n, item)), None)
                if match is None:
                    return False
                rest.remove(match)
            return True
        return sorted(map(str, now)) == sorted(map(str, wanted))
    if isinstance(wanted, dict):
        return isinstance(now, dict) and covers(now, wanted)
    # A number that an older generation tells as text.
    return now == wanted or (isinstance(now, str) and now.strip() == str(wanted))


def covers(now, wanted):
    return all(equal(now.get(key), value) for key, value in wanted.items() if value is not None)
