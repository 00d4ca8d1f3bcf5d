# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags: the user tags of an object, exact as a set; with a creation they travel in the same call."""

from __future__ import annotations

from ..._resources.words import Tags
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
        if draft.state != "absent" and not draft.new:
            draft.known.update({w: _read(draft) for w in words if draft.given(w.option) or draft.owner})

    def plan(self, words, draft):
        for word in words:
            if draft.owner:
                self._own(word, draft)
            if not draft.given(word.option):
                continue
            wanted = draft.extra[word.option] = sorted({tag.strip() for tag in draft.values[word.option]})
            if draft.new:
                draft.creation.setdefault(word.beside, []).extend(wanted)
                draft.note(word.option, None, wanted)
                continue
            now = {tag: uuids for tag, uuids in draft.known[word].items() if not tag.startswith(OWN)}
            for tag in sorted(now):
                self._untag(word, draft, tag, now[tag][1:] if tag in wanted else now[tag])
            for tag in sorted(set(wanted) - set(now)):
                draft.step(f"tag:{tag}", word.add, _joining(word, draft, tag))
            draft.note(word.option, sorted(tag for tag, uuids in now.items() for _uuid in uuids), wanted)

    def _untag(self, word, draft, tag, uuids):
        for uuid in uuids:
            draft.step(f"untag:{tag}:{uuid}", word.remove, addressed(word.remove, uuid))

    def told(self, words, draft):
        found = {word.option: _read(draft) for word in words if draft.given(word.option)}
        draft.surplus = any(len(tags[tag]) > 1 for tags in found.values() for tag in _shown(tags))
        return {option: _shown(tags) for option, tags in found.items()}

    def _own(self, word, draft):
        """Mark the object as the topology's; of one that is there, which others may think theirs, it is told."""
        if draft.new:
            draft.creation.setdefault(word.beside, []).append(draft.owner)
            return
        now = draft.known[word].get(draft.owner, [])
        if not now:
            draft.step("own", word.add, _joining(word, draft, draft.owner))
        self._untag(word, draft, draft.owner, now[1:])
        if len(now) != 1:
            kind, _colons, name = draft.owner.rpartition("::")
            others = [tag.rpartition("::")[2] for tag in draft.known[word] if tag.startswith(f"{kind}::")]
            others = [other for other in others if other != name]
            draft.note("topologies", sorted([*others, *[name] * len(now)]), sorted([*others, name]))


def _joining(word, draft, tag):
    return {word.tagged_kind: word.kind, word.tagged: draft.uuid, word.tag: tag}


def _shown(tags):
    return sorted(tag for tag in tags if not tag.startswith(OWN))


def _read(draft):
    """{tag: its uuids} of the object; two who tag at once make two of a tag, of which all keep the same one."""
    found = {}
    for row in sorted(draft.observer.tags(draft.uuid), key=lambda row: row["uuid"]):
        found.setdefault(row[Tags.tag], []).append(row["uuid"])
    return found
