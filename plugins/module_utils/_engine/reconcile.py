# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One object from what is wanted to the result: what every state module runs.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.
"""

from __future__ import annotations

import time

from .._api.declaration import DeclarationError
from .._client.errors import ApiError, ZStackError
from .apply import apply
from .draft import Draft
from .errors import EngineError, Refused, StepFailed
from .observe import Observer
from .render import at_the_edge, rows_out
from .values import equal, read, show

#: So often a task looks again when somebody else is at the same object.
_ROUNDS = 8
#: So many uuids of the series are tried that are held by nothing one can see: something in a recycle bin.
_HIDDEN = 3


def reconcile(client, resource, values, check_mode, wait_timeout):
    """Make it so (or in check mode: say what would be done). Returns the module's result as a plain dict.

    ``values`` maps the module's options to what the task gives, those left out being absent or None.
    """
    if resource.only not in (None, client.generation):
        raise Refused(f"ZStack {client.generation} has no {resource.titles}, ZStack {resource.only} has")
    deadline = time.monotonic() + wait_timeout
    draft = _drafted(client, resource, values, check_mode)
    if check_mode:
        draft.observer.unreal.update({draft.uuid} if draft.new else ())
        return at_the_edge(_result(draft, draft.plan.after), draft.observer.unreal)
    changed, hidden = False, 0
    for _round in range(_ROUNDS):
        if not draft.plan.steps:
            break
        outcome = apply(client, draft.plan, max(0, deadline - time.monotonic()))
        changed = changed or any(step.api for step in outcome.done)
        if outcome.ok:
            return _read_again(draft, outcome)
        step, error = next(iter(outcome.failed.items()))
        if not isinstance(error, ApiError):
            raise outcome.failure()
        again = _look_again(draft, outcome)
        if any(step.same(other) for other in again.plan.steps):
            # Nobody else has done it. A uuid that something holds leads to the next one in the series.
            held = step.makes and error.is_duplicate
            hidden += 1
            if not held or hidden > _HIDDEN:
                raise outcome.failure()
            again = _drafted(client, resource, values, False, draft.number + 1)
        draft = again
    return _result(draft, draft.plan.after, changed)


def _drafted(client, resource, values, check_mode, number=0):
    draft = Draft(resource, values, Observer(client, predict=check_mode), number).observe()
    draft.make_plan()
    return draft


def _look_again(draft, outcome):
    """What is left to do after a failure; the failure itself where that cannot be said."""
    try:
        return _drafted(draft.observer.client, draft.resource, draft.values, False, draft.number)
    except (ZStackError, DeclarationError, EngineError):
        raise outcome.failure() from None


def _read_again(draft, outcome):
    """The result with what the node now tells."""
    if draft.state == "absent":
        return _result(draft, {})
    uuid, draft.observer = outcome.chosen.get(draft.uuid, draft.uuid), draft.observer.anew()
    try:
        draft.row = draft.inventory = draft.observer.read(draft.resource, uuid)
        if draft.row is None:
            raise Refused(
                f"the {draft.resource.title} {uuid} was gone when it was read again: it was deleted meanwhile"
            )
        draft.uuid = uuid
        told = draft.told()
        draft.extra.update(told)
        return _result(draft, _after(draft, told))
    except (ZStackError, DeclarationError, Refused) as error:
        raise StepFailed(error, [step.label for step in outcome.done if step.api], []) from error


def _after(draft, told):
    """The diff's after as the node now tells it, for the same keys as the plan's."""
    after = dict(draft.plan.after)
    for option in after:
        f = draft.resource.field(option)
        if option in told:
            after[option] = told[option]
        elif f is not None and f.row:
            now = read(f, draft.row.get(f.row))
            after[option] = after[option] if equal(now, draft.fields[option]) else show(draft, f, now)
        elif option in draft.shown_fields:
            after[option] = draft.row.get(draft.shown_fields[option])
    return after


def _result(draft, after, changed=False):
    resource, observer, plan = draft.resource, draft.observer, draft.plan
    absent = draft.state == "absent"
    told = None
    if not absent:
        fields = resource.inventory_of(draft.generation)
        [told] = rows_out(resource, [draft.inventory], fields, observer)
        told.update(draft.extra)
    before = draft.managed_before() if absent and plan.steps else plan.before
    result = {"changed": plan.changed or changed, resource.name: told, "diff": {"before": before, "after": after}}
    result.update(draft.top)
    warnings = list(dict.fromkeys([*observer.warnings, *plan.warnings]))
    if warnings:
        result["warnings"] = warnings
    return result
