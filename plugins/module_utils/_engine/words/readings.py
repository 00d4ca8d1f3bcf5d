# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading: a field of the object that another API tells, asked for only where the task gives the option."""

from __future__ import annotations

from ..values import addressed
from .behaviour import Behaviour


class Readings(Behaviour):
    def options(self, words, resource):
        return {word.option: {"type": "str", "choices": list(word.values)} for word in words}

    def observe(self, words, draft):
        if draft.state != "absent":
            given = [word for word in words if draft.given(word.option)]
            draft.extra.update({word.option: None if draft.new else ask(word, draft) for word in given})

    def plan(self, words, draft):
        for word in words:
            if not draft.given(word.option):
                continue
            now, wanted = draft.extra[word.option], draft.values[word.option]
            if now != wanted:
                params = dict(addressed(word.update, draft.uuid), **{word.api: word.values[wanted]})
                draft.step(word.option, word.update, params)
            draft.note(word.option, now, wanted)
            draft.extra[word.option] = wanted

    def told(self, words, draft):
        return {word.option: ask(word, draft) for word in words if draft.given(word.option)}


def ask(word, draft):
    """The reading in the option's words; what has no word as the node says it."""
    if draft.uuid in draft.observer.unreal:
        return None
    reply = draft.observer.client.call(word.read, addressed(word.read, draft.uuid)).get(word.reply)
    return next((option for option, value in word.values.items() if value == reply), reply)
