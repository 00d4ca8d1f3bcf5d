# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts: what the object owns, as a set of dictionaries: given means exactly these."""

from __future__ import annotations

from ..._api.declaration import in_words
from ..._resources.words import subject
from ..errors import Refused
from ..values import addressed, equal, read, sent
from .behaviour import Behaviour
from .fields import UPDATE_PASSWORD, option


class OwnedParts(Behaviour):
    def options(self, words, resource):
        spec = {}
        for word in words:
            options = {f.option: option(f) for f in word.fields}
            options[word.key]["required"] = True
            spec[word.option] = {"type": "list", "elements": "dict", "options": options}
            if any(f.secret for f in word.fields):
                spec.update(UPDATE_PASSWORD)
        return spec

    def check(self, words, draft):
        for word in words:
            parts = draft.values.get(word.option)
            if parts is None or draft.state == "absent":
                continue
            if not parts:
                raise Refused(f"{word.option} is empty: the last {word.title} is never removed; leave the option out")
            keys = [part[word.key].strip() for part in parts]
            twice = sorted({key for key in keys if keys.count(key) > 1})
            if twice:
                raise Refused(f"{word.option}: {', '.join(twice)} is given twice")
            for at, part in enumerate(parts):
                for f in word.fields:
                    parameter = word.update.parameter(f.api, draft.generation)
                    complaint = part[f.option] is not None and parameter and parameter.complaint(part[f.option])
                    if complaint:
                        raise Refused(f"{word.option}[{at}].{f.option} {complaint}")

    def observe(self, words, draft):
        for word in words:
            if draft.new and draft.resource.create and draft.given(word.option):
                self._complete(word, draft, draft.values[word.option])

    def plan(self, words, draft):
        for word in words:
            parts = draft.values.get(word.option)
            if parts is None:
                continue
            keys = [part[word.key].strip() for part in parts]
            parts = {key: dict(part, **{word.key: key}) for key, part in zip(keys, parts)}
            now = {row[word.key_row]: row for row in draft.inventory.get(word.row) or ()}
            added = [part for key, part in parts.items() if key not in now]
            rows = {key: dict(now.get(key) or word.created, **_row(word, part)) for key, part in parts.items()}
            if draft.new:
                draft.creation[word.adds] = [word.sent(part) for part in added]
                draft.note(word.option, None, _shown(word, rows.values()))
            else:
                self._change(word, draft, parts, now, added)
                draft.note(word.option, _shown(word, now.values()), _shown(word, rows.values()))
            draft.inventory[word.row] = list(rows.values())

    def told(self, words, draft):
        return {word.option: _shown(word, draft.row.get(word.row) or ()) for word in words if draft.given(word.option)}

    def _change(self, word, draft, parts, now, added):
        self._complete(word, draft, added)
        own = addressed(word.add, draft.uuid)
        if added:
            keys = {part[word.key] for part in added}
            proof = (draft.resource, draft.uuid, lambda row: row and keys <= _keys(word, row))
            params = {word.adds: [word.sent(part) for part in added]}
            draft.step(word.add.name, word.add, dict(own, **params), proof=proof)
        for key, part in parts.items():
            if key in now:
                self._update(word, draft, part, now[key])
        gone = [key for key in now if key not in parts]
        if gone:
            proof = (draft.resource, draft.uuid, lambda row: row and _keys(word, row).isdisjoint(gone))
            draft.step(word.remove.name, word.remove, dict(own, **{word.removes: gone}), proof=proof)

    def _update(self, word, draft, part, row):
        given = [f for f in word.fields if part[f.option] is not None]
        changed = [f for f in given if f.row and not equal(read(f, row.get(f.row)), part[f.option])]
        if draft.values.get("update_password") == "always":
            changed += [f for f in given if f.secret]
        if changed:
            params = {f.api: sent(f, part[f.option], word.update, draft.generation) for f in changed}
            draft.step(
                f"{word.option}:{part[word.key]}", word.update, dict(params, **{subject(word.update): row[word.id]})
            )
        if any(f.stale for f in changed):
            draft.known["stale"] = list(dict.fromkeys([*draft.known.get("stale", ()), word.option]))

    def _complete(self, word, draft, added):
        for part in added:
            missing = [option for option in word.needs if not part.get(option)]
            if missing:
                verb = "is" if len(missing) == 1 else "are"
                raise Refused(
                    f"{word.option}: {in_words(missing)} {verb} needed to add {word.title} {part[word.key]!r}, "
                    f"which the {draft.resource.title} does not have yet"
                )
            wrong = word.refuses(part) if word.refuses else None
            if wrong:
                raise Refused(f"{word.option}: {word.title} {part[word.key]!r} cannot be added: {wrong}")


def _keys(word, row):
    return {part[word.key_row] for part in row.get(word.row) or ()}


def _row(word, part):
    return {f.row: sent(f, part[f.option]) for f in word.fields if f.row and part[f.option] is not None}


def _shown(word, rows):
    """Parts as the diff shows them, in the order of their keys."""
    told = [{f.option: read(f, row.get(f.row)) for f in word.fields if f.row} for row in rows]
    return sorted(told, key=lambda part: str(part[word.key]))
