# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stops: what runs on an object, which an act moves away or stops; it is refused where it would stop some."""

from __future__ import annotations

from ..._client.queries import parse_condition, where
from ..errors import Refused

#: So many are named in a message; the result has them all.
_NAMED = 10


def options(stops):
    return {stops.option: {"type": "bool", "default": False}}


def observe(stops, draft, conditions=()):
    """{"moves": names, "stops": {name: reason}, "uuids": {uuid: name} of those that stop} of what runs there."""
    client, here = draft.observer.client, where(stops.field, "=", draft.uuid)
    running = [parse_condition(text) for text in stops.running]
    found = client.query(stops.query, [here, *running, *conditions], fields=("uuid", "name"))
    names = {row["uuid"]: row.get("name") or row["uuid"] for row in found}
    if not found:
        return {"moves": [], "stops": {}, "uuids": {}}
    reasons = dict.fromkeys(names, "nothing else can run it")
    if _somewhere_else(stops, draft):
        reasons = {}
        for query, field, texts, reason in stops.ties:
            holding = [where(field, "?=", sorted(names)), *map(parse_condition, texts)]
            for row in draft.observer.related(query, holding, fields=(field,)):
                reasons.setdefault(row.get(field), reason)
    uuids = {uuid: names[uuid] for uuid in sorted(reasons) if uuid in names}
    return {
        "moves": sorted(name for uuid, name in names.items() if uuid not in uuids),
        "stops": dict(sorted((name, reasons[uuid]) for uuid, name in uuids.items())),
        "uuids": uuids,
    }


def plan(stops, draft, found, option):
    """Refuse to stop some unless the task allows it; and tell which move and which stop."""
    if found["stops"] and not draft.values.get(stops.option):
        listed = [f"{name} ({reason})" for name, reason in list(found["stops"].items())[:_NAMED]]
        if len(found["stops"]) > _NAMED:
            listed.append(f"... {len(found['stops'])} in all")
        raise Refused(
            f"{option} of {draft.title} would stop {stops.titles} that run: {', '.join(listed)}. They would stay "
            f"stopped afterwards. Move or stop them first, or set {stops.option}: true to have that.",
            **{stops.stopped: list(found["stops"]), stops.moved: found["moves"]},
        )
    for option, names in ((stops.moved, found["moves"]), (stops.stopped, list(found["stops"]))):
        if names:
            draft.top[option] = sorted({*names, *draft.top.get(option, ())})
            draft.note(option, [], draft.top[option])


def wait(stops, draft, found):
    """Wait for what the node stops only after it has answered."""
    for uuid, name in found["uuids"].items() if stops.until else ():
        draft.step(f"stop:{uuid}", until=stops.until, of=stops.of, uuid=uuid, name=name)


def _somewhere_else(stops, draft):
    if not stops.elsewhere:
        return False
    query, field, texts = stops.elsewhere
    others = [where(field, "=", draft.row[field]), where("uuid", "!=", draft.uuid), *map(parse_condition, texts)]
    return draft.observer.client.count(query, others) > 0
