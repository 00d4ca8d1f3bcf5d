# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Event: the values of ``state`` beside present and absent, and the APIs that lead there."""

from __future__ import annotations

from ..._resources.words import Event, Reading, Reconnect, snake
from ..errors import Refused
from ..values import addressed
from . import stops
from .behaviour import Behaviour


class Events(Behaviour):
    def options(self, words, resource):
        return {option: spec for event in words if event.stops for option, spec in stops.options(event.stops).items()}

    def check(self, words, draft):
        same = [event for event in words if event.value == draft.state]
        if same and not any(map(draft.knows, same)):
            raise draft.unknown_here(f"state: {draft.state}", same[0].only)

    def observe(self, words, draft):
        event = _wanted(words, draft)
        if event and event.stops and not draft.new and not draft.shows(event.shows):
            draft.known[event] = stops.observe(event.stops, draft)

    def plan(self, words, draft):
        event = _wanted(words, draft)
        if event is None:
            return
        now = dict(draft.inventory)
        if event.always or not draft.shows(event.shows):
            if event.through and draft.shows(event.through):
                draft.step("wait", until=event.shows)
            else:
                self._send(event, draft)
            draft.will_show(event.shows)
        for field in event.shows:
            draft.note(snake(field), now.get(field), draft.inventory[field], field)

    def _send(self, event, draft):
        if not draft.shows(event.needs):
            raise _needs(event, draft)
        if event in draft.known:
            stops.plan(event.stops, draft, draft.known[event], f"state: {draft.state}")
        leaves = event.leaving and not draft.new and draft.shows(event.leaving)
        until = dict(event.settles, **event.shows) if leaves else event.shows
        reads = tuple(word for word in draft.resource.of(Reading) if word.option in until and draft.knows(word))
        params = dict(event.params, **addressed(event.api, draft.uuid))
        draft.step(draft.state, event.api, params, until, reads=reads, reaches=draft.state)
        if event in draft.known:
            stops.wait(event.stops, draft, draft.known[event])
        if event.spreads:
            draft.spread = event, draft.steps[-1].id
        if leaves:
            draft.will_show(event.settles)


def spread(draft, outer):
    """The object is within that of the draft ``outer``: it comes after a change of state there, or changes with it."""
    if not outer.spread:
        return
    event, id = outer.spread
    draft.follow([id])
    own = next((e for e in draft.resource.of(Event) if e.value == event.value and draft.knows(e)), None)
    spared = own is None or draft.resource.kind not in event.spreads or (own.leaving and draft.shows(own.leaving))
    if not draft.new and not spared:
        draft.will_show(own.shows)
        draft.spread = own, id


def _wanted(words, draft):
    return next((event for event in words if event.value == draft.state), None)


def _needs(event, draft):
    hint = "; reconnect: if_disconnected tries to connect it first" if draft.resource.of(Reconnect) else ""
    return Refused(draft.needing(event.needs) + hint)
