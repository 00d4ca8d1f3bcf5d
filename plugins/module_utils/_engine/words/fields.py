# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Field: what is sent with a creation, compared and changed."""

from __future__ import annotations

from ..._api.declaration import RESOURCE_UUID, in_words
from .. import identity
from ..errors import Refused
from ..values import addressed, as_row, complaint, covers, equal, read, sent, show
from .behaviour import Behaviour


class Fields(Behaviour):
    def options(self, words, resource):
        spec = {f.option: option(f) for f in words}
        if any(f.secret and f.update for f in words):
            spec.update(UPDATE_PASSWORD)
        return spec

    def check(self, words, draft):
        if draft.state == "absent":
            words = [f for f in words if f.option in draft.resource.telling]
        identity.check(draft)
        for f in words:
            value = draft.values.get(f.option)
            if value is None:
                continue
            if f.option in draft.resource.telling and not f.ref and isinstance(value, str) and not value.strip():
                raise Refused(f"{f.option} is empty, give a value or leave it out")
            implied = f.implied.get(draft.generation, value)
            if value != implied:
                raise Refused(f"{f.option} is {value!r}: ZStack {draft.generation} knows {implied!r} only")
            for api in (draft.resource.create, *f.update):
                wrong = api and complaint(f, value, api, draft.generation)
                if wrong:
                    raise Refused(wrong)

    def observe(self, words, draft):
        if draft.state == "absent":
            return
        identity.resolve(draft)
        identity.refuse_a_second(draft)

    def plan(self, words, draft):
        if draft.new:
            return
        changes = {}
        for f in words:
            if f.held and draft.given(f.option):
                _hold(f, draft)
        for f, wanted in _wanted(draft, words):
            now = read(f, draft.row.get(f.row))
            if equal(now, wanted):
                draft.note(f.option, show(draft, f, wanted), show(draft, f, wanted))
                continue
            if not f.update:
                raise _set_at_creation(draft, f, now, wanted)
            changes[f] = wanted
            draft.note(f.option, show(draft, f, now), show(draft, f, wanted))
            draft.inventory[f.row] = as_row(f, wanted)
        if draft.values.get("update_password") == "always":
            changes.update(
                {f: draft.fields[f.option] for f in words if f.secret and f.update and f.option in draft.fields}
            )
        if changes:
            changes.update(_beside(changes, draft))
            for api, fields in _grouped(changes).items():
                params = {}
                for f in fields:
                    _put(params, f.api, sent(f, changes[f], api, draft.generation))
                wanted = {f.row: draft.inventory[f.row] for f in fields if f.row}
                proof = (draft.resource, draft.uuid, lambda row, wanted=wanted: row is not None and covers(row, wanted))
                draft.step(api.name, api, dict(params, **addressed(api, draft.uuid)), proof=proof)
        draft.known["stale"] = [f.option for f in changes if f.stale]


#: Goes with every option that is a secret and can be changed.
UPDATE_PASSWORD = {
    "update_password": {
        "type": "str",
        "default": "on_create",
        "choices": ["always", "on_create"],
        "no_log": False,
    }
}


def option(f):
    """The argument spec of a field."""
    spec = {"type": f.type}
    if f.type == "list":
        spec["elements"] = f.elements or ("dict" if f.options else "str")
    if f.options:
        spec["options"] = {sub.option: option(sub) for sub in f.options}
    if f.choices:
        spec["choices"] = list(f.choices)
    if f.required:
        spec["required"] = True
    if f.default is not None:
        spec["default"] = f.default
    if f.secret:
        spec["no_log"] = True
    elif any(word in f.option for word in ("password", "secret", "key")):
        spec["no_log"] = False
    return spec


# -- creating ----------------------------------------------------------------------------------------------------------


def begin(draft):
    """The creation; the other words add to what it is sent."""
    resource, generation = draft.resource, draft.generation
    draft.creation.update(resource.constant)
    for f in resource.available(generation):
        if f.sent and f.option in draft.fields and resource.create.parameter(f.api.partition(".")[0], generation):
            _put(draft.creation, f.api, sent(f, draft.fields[f.option], resource.create, generation))
    if resource.chooses_uuid(generation):
        draft.creation[RESOURCE_UUID.name] = draft.uuid
    draft.inventory = predicted(draft)
    for f in resource.available(generation):
        if (f.row or f.held) and f.option in draft.fields and f.sent:
            draft.note(f.option, None, show(draft, f, draft.fields[f.option]))
    later = tuple((draft.fields[f.option], s) for f in resource.fields if f.option in draft.fields for s in f.precedes)
    draft.step("create", resource.create, draft.creation, resource.ready, makes=draft.uuid, precedes=later)
    missing = [
        f.option
        for f in resource.available(generation)
        if f.sent and f.option not in draft.fields and _needed(f, draft)
    ]
    missing += [word.option for word in resource.words if getattr(word, "adds", "") and not draft.given(word.option)]
    given = [way for way in resource.either if any(option in draft.fields for option in way)]
    if resource.either and (len(given) != 1 or not all(option in draft.fields for option in given[0])):
        ways = " or ".join(" and ".join(way) for way in resource.either)
        raise draft.missing(f"; to create it give {ways}, exactly one of these.")
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        raise draft.missing(f"; {in_words(missing)} {verb} needed to create it.")


def predicted(draft):
    """The inventory of the new object, as far as its fields tell it."""
    resource = draft.resource
    created = resource.created_in(draft.generation)
    inventory = {k: created.get(k) for k in resource.inventory_of(draft.generation)}
    inventory["uuid"] = draft.uuid
    for f in resource.available(draft.generation):
        if f.row and f.option in draft.fields:
            inventory[f.row] = as_row(f, draft.fields[f.option])
        elif f.derived in draft.rows and f.row:
            inventory[f.row] = draft.rows[f.derived][0].get(f.row)
    return inventory


def told_by(draft):
    """{field: value} of what will tell the object from others by another value than now."""
    found = {}
    for f in draft.resource.fields:
        if f.option in draft.resource.telling and f.row and f.option in draft.fields:
            wanted = draft.fields[f.option]
            if not equal(read(f, draft.row.get(f.row)), wanted):
                found[f.row] = as_row(f, wanted)
    return found


def _hold(f, draft):
    """What was named at creation must still be among what the object has."""
    wanted, held = draft.fields[f.option], sorted(map(str, f.held(draft.row)))
    if wanted not in held:
        raise _set_at_creation(draft, f, ", ".join(held), wanted)
    draft.note(f.option, wanted, wanted)


def _needed(f, draft):
    parameter = draft.resource.create.parameter(f.api, draft.generation)
    return f.needed or (parameter is not None and parameter.required and f.api not in draft.creation)


def _wanted(draft, words):
    """(field, wanted value) of every field that the task gives and that shows."""
    return [(f, draft.fields[f.option]) for f in words if f.row and f.option in draft.fields]


def _beside(changes, draft):
    """{field: value} of what goes with the changes: as the task wants it, or as it is."""
    fields = {draft.resource.field(option) for f in changes for option in f.beside} - changes.keys()
    found = {f: draft.fields.get(f.option, read(f, draft.row.get(f.row))) for f in fields}
    return {f: value for f, value in found.items() if value is not None}


def _grouped(changes):
    """{API: its fields}, with as few APIs as serve: a field that one API alone can change decides for the others."""
    fields = {}
    for f in sorted(changes, key=lambda f: len(f.update)):
        api = next((a for a in f.update if a in fields), f.update[0])
        fields.setdefault(api, []).append(f)
    return fields


def _put(params, path, value):
    """Set the parameter ``a``, or the key b of the map for ``a.b``."""
    name, dot, key = path.partition(".")
    if dot:
        params.setdefault(name, {})[key] = value
    else:
        params[name] = value


def _set_at_creation(draft, f, now, wanted):
    now, wanted = show(draft, f, now), show(draft, f, wanted)
    mend = f"Leave {f.option} out" if now is None else f"Ask for {now!r}"
    advice = f"cannot change it. {mend}."
    if draft.resource.create:
        advice = f"sets it at creation only. {mend}, or delete the {draft.resource.title} and create it anew."
    return Refused(f"{f.option} of {draft.title} is {now!r}, the task asks for {wanted!r}: ZStack {advice}")
