# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attachments: objects joined to this one, as a set."""

from __future__ import annotations

from ..._client.queries import where
from ..errors import NotFound
from . import connects, stops
from .behaviour import Behaviour
from .dependents import CASCADE


class Joined(Behaviour):
    def options(self, words, resource):
        spec = {word.option: {"type": "list", "elements": "str"} for word in words}
        for word in words:
            spec.update(CASCADE if word.bars and resource.delete else {})
            spec.update(stops.options(word.stops) if word.stops else {})
        return spec

    def observe(self, words, draft):
        for word in words:
            if draft.state != "absent" and draft.given(word.option):
                wanted = self._wanted(word, draft)
                now = {} if draft.new else joined(word, draft, draft.row)
                draft.known[word] = now, {row["uuid"]: row.get("name") for row in wanted}
            elif draft.state == "absent" and word.bars and not draft.new:
                draft.known[word] = joined(word, draft, draft.row), {}

    def plan(self, words, draft):
        for word, now, wanted in _known(words, draft):
            gone, added = [u for u in now if u not in wanted], [u for u in wanted if u not in now]
            self._part(word, draft, gone)
            for uuid in added:
                self._step("attach", word.add, word, draft, uuid, joins=True)
            until = connects.until(word.connects, draft, draft.inventory, added) if added else {}
            if until:
                draft.step("connect", until=until)
                draft.will_show(until)
            draft.extra[word.option] = sorted(map(str, wanted.values()))
            draft.note(word.option, sorted(map(str, now.values())), draft.extra[word.option])
            if word.own:
                draft.inventory[word.own] = sorted(wanted)

    def hinders(self, words, draft):
        for word, now, _wanted in _known(words, draft):
            if now:
                names = ", ".join(sorted(map(str, now.values())))
                yield f"detach it from {word.of.titles} ({names}) first", {word.option: len(now)}

    def plan_absent(self, words, draft):
        for word, now, _wanted in _known(words, draft):
            self._part(word, draft, now)
            if now:
                draft.top["detached"] = dict(draft.top.get("detached", {}), **{word.option: sorted(now.values())})

    def told(self, words, draft):
        now = {word: joined(word, draft, draft.row) for word in words if draft.given(word.option)}
        return {word.option: sorted(map(str, names.values())) for word, names in now.items()}

    def _wanted(self, word, draft):
        """The rows that the option names: of the same zone, or whatever both must have in common."""
        new = {f.row: draft.fields.get(f.option) for f in draft.resource.fields}
        place = word.within and (draft.inventory.get(word.within) or new.get(word.within))
        among = [r for r in draft.observer.all(word.of) if not place or r.get(word.within) in (place, None)]
        try:
            return draft.observer.resolve_all(word.of, draft.values[word.option], word.option, among=among)
        except NotFound as error:
            if not place:
                raise
            raise NotFound(
                f"{error.message} It must be in the {word.of.names[word.within].title} of this {draft.resource.title}."
            ) from None

    def _part(self, word, draft, uuids):
        for uuid in uuids:
            if word.stops:
                there = [where(word.stops_there, "=", uuid)] if word.stops_there else ()
                found = stops.observe(word.stops, draft, there)
                stops.plan(word.stops, draft, found, word.option)
            self._step("detach", word.remove, word, draft, uuid, joins=False)

    def _step(self, verb, api, word, draft, uuid, joins):
        def proves(row):
            return row is not None and ((member in (row.get(word.own or word.theirs) or ())) is joins)

        witness, member = (draft.uuid, uuid) if word.own else (uuid, draft.uuid)
        proof = (draft.resource if word.own else word.of, witness, proves)
        draft.step(f"{verb}:{uuid}", api, {word.this: draft.uuid, word.other: uuid}, proof=proof)


def _known(words, draft):
    return [(word, *draft.known[word]) for word in words if word in draft.known]


def joined(word, draft, row):
    """{uuid: name} of what is joined to the object now."""
    if word.own:
        uuids = set(row.get(word.own) or ())
        found = [other for other in draft.observer.all(word.of) if other["uuid"] in uuids]
    else:
        found = [other for other in draft.observer.all(word.of) if row["uuid"] in (other.get(word.theirs) or ())]
    return {other["uuid"]: other.get("name") for other in found}
