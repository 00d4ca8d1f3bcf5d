# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reconnect: the node connects anew, on demand, when the object is disconnected or what it needs to log in changed."""

from __future__ import annotations

from ..._resources.words import Attachments, Event, snake
from ..graph import spoken
from ..values import addressed
from .behaviour import Behaviour

_CHOICES = ["never", "if_disconnected", "always"]


class Reconnection(Behaviour):
    def options(self, words, resource):
        return {"reconnect": {"type": "str", "default": "never", "choices": _CHOICES}}

    def check(self, words, draft):
        if draft.values.get("reconnect", "never") != "never" and not any(map(draft.knows, words)):
            raise draft.unknown_here("reconnect", words[0].only)

    def waits(self, words, draft):
        # Before it comes out of such a state the node refuses to reconnect, and afterwards some do so by themselves.
        # What connects by being joined does not before.
        joining = (a.connects for a in draft.resource.of(Attachments) if a.connects and draft.given(a.option))
        return any(draft.shows(connects.apt) for connects in joining) or any(
            _refused(word, draft) and _leaves(word, draft) for word in words
        )

    def plan(self, words, draft):
        for word in words:
            if not draft.new and not (_was_refused(word, draft) and draft.generation in word.by_itself):
                self._reconnect(word, draft)

    def _reconnect(self, word, draft):
        mode, stale = draft.values.get("reconnect", "never"), draft.known.get("stale")
        due = mode == "always" or (mode == "if_disconnected" and (stale or draft.shows(word.due)))
        if mode == "never":
            if stale:
                draft.warnings.append(
                    f"{', '.join(stale)}: saved, and in use after the next reconnection, see reconnect"
                )
        elif due and _refused(word, draft):
            draft.warnings.append(
                f"the {draft.resource.title} has {spoken({f: (draft.inventory[f],) for f in word.refused})}: ZStack "
                "does not reconnect it before that has changed"
            )
        elif due:
            before = dict(draft.inventory)
            draft.step("reconnect", word.api, addressed(word.api, draft.uuid), word.until)
            draft.will_show(word.until)
            for field in word.until:
                draft.note(snake(field), before.get(field), draft.inventory[field], field)


def _refused(word, draft):
    return bool(word.refused) and not draft.new and draft.shows(word.refused)


def _was_refused(word, draft):
    return bool(word.refused) and draft.shows(word.refused, draft.row) and not draft.shows(word.refused)


def _leaves(word, draft):
    """Whether the task brings the object out of a state in which it is not reconnected."""
    events = [event for event in draft.resource.of(Event) if event.value == draft.state and draft.knows(event)]
    return any(not draft.shows(word.refused, dict(draft.inventory, **_first(event.shows))) for event in events)


def _first(condition):
    return {field: values[0] for field, values in condition.items()}
