# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags: the user tags of an object, exact as a set; with a creation they travel in the same call."""

from __future__ import annotations

from ..._api.declaration import TAGS
from ..._api.tag import CREATE_USER_TAG, DELETE_TAG, QUERY_USER_TAG
from ..._client.queries import where
from ..errors import Refused
from ..values import addressed
from .behaviour import Behaviour

#: Tags that begin so are this collection's own and no user's.
OWN = "ansible::"


class UserTags(Behaviour):
    def options(self, words, resource):
        return {word.option: {"type": "list", "elements": "str"} for word in words}

    def check(self, words, draft):
        for word in words:
            wrong = [tag for tag in draft.values.get(word.option) or () if not tag.strip() or tag.startswith(OWN)]
            if wrong:
                raise Refused(f"{word.option}: {wrong[0]!r} is no tag of a user: it is empty or begins with {OWN}")

    def observe(self, words, draft):
        if draft.state != "absent":
            draft.known.update({word: _read(draft) for word in words if draft.given(word.option) and not draft.new})

    def plan(self, words, draft):
        for word in words:
            if not draft.given(word.option):
                continue
            wanted = draft.extra[word.option] = sorted({tag.strip() for tag in draft.values[word.option]})
            if draft.new:
                draft.creation[TAGS[1].name] = wanted
                draft.note(word.option, None, wanted)
                continue
            now = draft.known[word]
            for tag in sorted(set(now) - set(wanted)):
                draft.step(f"untag:{tag}", DELETE_TAG, addressed(DELETE_TAG, now[tag]))
            for tag in sorted(set(wanted) - set(now)):
                params = {"resourceType": word.kind, "resourceUuid": draft.uuid, "tag": tag}
                draft.step(f"tag:{tag}", CREATE_USER_TAG, params)
            draft.note(word.option, sorted(now), wanted)

    def told(self, words, draft):
        return {word.option: sorted(_read(draft)) for word in words if draft.given(word.option)}


def _read(draft):
    """{tag: its uuid} of the object's user tags, less our own."""
    if draft.uuid in draft.observer.unreal:
        return {}
    rows = draft.observer.client.query(QUERY_USER_TAG, [where("resourceUuid", "=", draft.uuid)], fields=("uuid", "tag"))
    return {row["tag"]: row["uuid"] for row in rows if not row["tag"].startswith(OWN)}
