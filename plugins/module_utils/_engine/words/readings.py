# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading: a field of the object that another API tells, asked for where the task gives the option, if it is one."""

from __future__ import annotations

from ..._resources.words import snake
from ..values import addressed
from .behaviour import Behaviour


class Readings(Behaviour):
    def options(self, words, resource):
        return {word.option: {"type": "str", "choices": list(word.values)} for word in words if word.update}

    def observe(self, words, draft):
        if draft.state != "absent":
            for word in _wanted(words, draft):
                where = draft.extra if word.update else draft.inventory
                where[word.option] = _now(word, draft)

    def plan(self, words, draft):
        for word in _wanted(words, draft):
            if not word.update:
                continue
            now, wanted = draft.extra[word.option], draft.values[word.option]
            if now != wanted:
                params = dict(addressed(word.update, draft.uuid), **{word.api: word.values[wanted]})
                draft.step(word.option, word.update, params)
            draft.note(word.option, now, wanted)
            draft.extra[word.option] = wanted

    def told(self, words, draft):
        return {word.option: _now(word, draft) for word in _wanted(words, draft)}


def _wanted(words, draft):
    return [word for word in words if not word.update or draft.given(word.option)]


def _now(word, draft):
    there = draft.row and draft.uuid not in draft.observer.unreal
    return ask(word, draft.uuid, draft.observer.client) if there else None


def ask(word, uuid, client):
    """The reading in the option's words; what has no word as the node says it."""
    reply = client.call(word.read, word.asking(uuid) if word.asking else addressed(word.read, uuid))
    if not isinstance(word.reply, str):
        return {snake(key): reply.get(key) for key in word.reply}
    told = reply.get(word.reply)
    # The manual and nodes differ in how they spell some.
    same = (option for option, value in word.values.items() if value.lower() == str(told).lower())
    return next(same, told)
