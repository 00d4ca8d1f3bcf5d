# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One resource from wish to result: what every state module runs.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.
"""

from __future__ import annotations

import uuid as uuid_module
from dataclasses import dataclass
from dataclasses import field as attribute

from .._client.errors import ZStackError
from .apply import apply, read
from .errors import NotFound, Refused, StepFailed
from .observe import Observer
from .plan import PREDICTED_UUID, Desired, equal, plan_absent, plan_present
from .render import plain


@dataclass(frozen=True)
class Wish:
    """What the task says: ``values`` maps options to what was given (None and omitted ones left out)."""

    resource: object
    values: dict
    state: str = "present"
    uuid: str = ""
    attachments: dict = attribute(default_factory=dict)
    reconnect: str = "never"
    update_password: str = "on_create"
    cascade: bool = False
    force: bool = False


def reconcile(client, wish, check_mode, wait_timeout):
    """Make it so (or in check mode: say what would be done). Returns the module's result as a plain dict."""
    resource, generation = wish.resource, client.generation
    _check(wish, generation)
    if wish.state == "absent":
        return _absent(client, wish, check_mode, wait_timeout)

    observer = Observer(client, predict=check_mode)
    fields, shown = _resolve(observer, wish)
    current = _find(observer, wish, fields)
    attachments = _wanted_attachments(observer, wish)
    attached = {a.option: observer.attached(a, current["uuid"]) for a in _given(wish) if current}
    desired = Desired(
        state=wish.state,
        fields=fields,
        shown=shown,
        attachments=attachments,
        reconnect=wish.reconnect,
        update_secrets=wish.update_password == "always",
    )
    new_uuid = PREDICTED_UUID if check_mode else uuid_module.uuid4().hex
    plan = plan_present(resource, desired, current, generation, attached, new_uuid)
    if check_mode or not plan.steps:
        return _result(resource, generation, plan, plan.inventory, plan.after, observer)
    chosen = apply(client, plan, wait_timeout)
    uuid = current["uuid"] if current else chosen.get(new_uuid, new_uuid)
    try:
        inventory = read(client, resource, uuid)
        now_attached = {a.option: observer.attached(a, uuid) for a in _given(wish)}
    except ZStackError as error:
        raise StepFailed(error, [step.label for step in plan.steps if step.api], []) from error
    if inventory is None:
        message = f"the {resource.title} {uuid} was gone when it was read again: someone else deleted it"
        raise Refused(message, changed=True)
    return _result(
        resource, generation, plan, inventory, _observed(plan, desired, resource, inventory, now_attached), observer
    )


def _check(wish, generation):
    """Refuse, before any call, values that the node would refuse; in the words of the module's options."""
    naming = ("name", wish.resource.key)
    if not wish.uuid and not any(wish.values.get(option) for option in naming):
        raise Refused("give {0}, and not empty".format(" or ".join(["uuid"] + [o for o in naming[::-1] if o])))
    for option, value in wish.values.items():
        f = wish.resource.field(option)
        if option in naming and not value.strip():
            raise Refused(f"{option} is empty, give a value or leave it out")
        if f.only not in (None, generation):
            raise Refused(f"{option}: ZStack {generation} does not know it, ZStack {f.only} does")
        for api in (wish.resource.create,) + f.update:
            parameter = api.parameter(f.api, generation) if api and not f.ref else None
            complaint = parameter and parameter.complaint(value)
            if complaint:
                raise Refused(f"{option} {complaint} (ZStack {generation})")


def _resolve(observer, wish, references=True):
    """(fields, what the diff shows instead): references to uuids, a narrowing one before what it narrows."""
    fields, shown = {}, {}
    for f in wish.resource.fields:
        if f.option not in wish.values or (f.ref and not references):
            continue
        value = wish.values[f.option]
        if f.ref:
            scope = []
            if f.within in fields:
                scope = [(wish.resource.field(f.within).api, fields[f.within])]
            value, shown[f.option] = observer.resolve(f.ref, value, f.option, scope)
        fields[f.option] = value.strip() if isinstance(value, str) and not f.secret else value
    return fields, shown


def _find(observer, wish, fields):
    resource = wish.resource
    name, key = fields.get("name"), fields.get(resource.key)
    if wish.uuid:
        current = observer.find(resource, uuid=wish.uuid)
        if current is None and wish.state != "absent":
            if observer.predict and wish.uuid == PREDICTED_UUID:
                return _predicted(observer, resource, fields)
            raise NotFound(
                f"uuid: there is no {resource.title} {wish.uuid!r}. "
                "To create one, leave uuid out; the result tells the uuid that ZStack gave it."
            )
        return current
    scope = [(f.api, fields[f.option]) for f in resource.fields if f.ref and f.option in fields]
    if key is None:
        return observer.find(resource, name=name, scope=scope)
    current = observer.find(resource, key=key)
    if current is None and name is not None and wish.state != "absent":
        twin = observer.find(resource, name=name, scope=scope)
        if twin is not None:
            raise Refused(
                "{key}: no {title} has {value!r}, but one named {name!r} exists with {key} {now!r}. "
                "To move that one to {value!r}, give its uuid {uuid}; to create another, give it another name.".format(
                    key=resource.key,
                    title=resource.title,
                    value=key,
                    name=name,
                    now=twin.get(resource.field(resource.key).api),
                    uuid=twin["uuid"],
                )
            )
    return current


def _predicted(observer, resource, fields):
    """What an earlier task of a run in check mode would have made, as far as this task tells."""
    observer.warnings.append(
        f"uuid: this {resource.title} does not exist yet; check mode assumes that an earlier task would have made it."
    )
    fixed = {f.api: fields[f.option] for f in resource.fields if f.option in fields and not f.update and not f.secret}
    return dict(resource.created, **fixed, uuid=PREDICTED_UUID)


def _absent(client, wish, check_mode, wait_timeout):
    resource, observer = wish.resource, Observer(client)
    identified = bool(wish.uuid) or resource.key in wish.values
    try:
        current = _find(observer, wish, _resolve(observer, wish, references=not identified)[0])
    except NotFound:
        current = None  # what would hold it is gone itself
    plan = plan_absent(resource, Desired(state="absent", force=wish.force), current)
    result = {"changed": plan.changed, resource.name: None, "diff": {"before": {}, "after": {}}}
    if current is None:
        return result
    going = observer.dependents(resource, current["uuid"])
    if going and not wish.cascade:
        raise Refused(
            "deleting {0} {1!r} ({2}) would take along {3}. Set cascade: true to have that.".format(
                resource.title, current.get("name"), current["uuid"], ", ".join(map(_listed, going.items()))
            ),
            dependents={label: kind["total"] for label, kind in going.items()},
        )
    result["diff"] = {"before": _managed(resource, plan.before), "after": {}}
    if going:
        result["deleted_with_it"] = {label: kind["total"] for label, kind in going.items()}
    if not check_mode:
        apply(client, plan, wait_timeout)
    return result


def _listed(kind):
    label, found = kind
    names = ", ".join(str(row.get("name")) for row in found["first"])
    more = ", ... {0} in all".format(found["total"]) if found["total"] > len(found["first"]) else ""
    return f"{label} ({names}{more})"


def _managed(resource, before):
    return {k: v for k, v in before.items() if v is not None}


def _given(wish):
    return [a for a in wish.resource.attachments if wish.attachments.get(a.option) is not None]


def _wanted_attachments(observer, wish):
    wanted = {}
    for a in _given(wish):
        found = [observer.resolve(a.of, value, a.option) for value in wish.attachments[a.option]]
        # Several that check mode predicts are several.
        wanted[a.option] = {f"{u}:{name}" if u == PREDICTED_UUID else u: name for u, name in found}
    return wanted


def _observed(plan, desired, resource, inventory, attached):
    """The diff's after as the node now tells it, for the same keys as the plan's."""
    after = {}
    for option, planned in plan.after.items():
        f = resource.field(option)
        if option in attached:
            after[option] = sorted(map(str, attached[option].values()))
        elif f is None:
            after[option] = inventory.get(option)
        else:
            value, wanted = inventory.get(f.api), desired.fields[option]
            after[option] = planned if equal(value, wanted) else value
    return after


def _result(resource, generation, plan, inventory, after, observer):
    result = {
        "changed": plan.changed,
        resource.name: plain(inventory, resource.inventory_of(generation), resource.secret_inventory),
        "diff": {"before": plan.before, "after": after},
    }
    warnings = observer.warnings + list(plan.warnings)
    if warnings:
        result["warnings"] = warnings
    return result
