# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From what is wanted to the result: what every module that changes something runs.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.
"""

from __future__ import annotations

import time

from .._api.declaration import DeclarationError
from .._client.errors import ApiError, ZStackError
from .apply import apply
from .errors import EngineError, Refused, StepFailed
from .observe import Observer
from .render import at_the_edge

#: So often a task looks again when somebody else is at the same object.
_ROUNDS = 8
#: So many uuids of the series are tried that are held by nothing one can see: something in a recycle bin.
_HIDDEN = 3


def reconcile(client, kind, declared, values, check_mode, wait_timeout):
    """Make it so (or in check mode: say what would be done). Returns the module's result as a plain dict.

    ``kind`` is the Sketch that plans what is ``declared``; ``values`` maps the module's options to what the task gives.
    """
    deadline = time.monotonic() + wait_timeout
    sketch = _sketched(client, kind, declared, values, check_mode)
    if check_mode:
        sketch.observer.unreal.update({sketch.uuid} if sketch.new else ())
        return at_the_edge(sketch.result(sketch.plan.after), sketch.observer.unreal)
    done, hidden = [], 0
    for _round in range(_ROUNDS):
        if not sketch.plan.steps:
            return sketch.result(sketch.plan.after, any(step.api for step in done))
        outcome = apply(client, sketch.plan, max(0, deadline - time.monotonic()))
        outcome.done[:0] = done  # what earlier rounds did is told with what this one does
        done = outcome.done + outcome.late
        if outcome.ok:
            result = _after(outcome, sketch.read_again, outcome)
            if not sketch.surplus:
                return result
            sketch = _after(outcome, _sketched, client, kind, declared, values, False, sketch.number)
            continue
        step, error = next(iter(outcome.failed.items()))
        if not isinstance(error, ApiError):
            raise outcome.failure()
        again = _look_again(sketch, outcome, sketch.number)
        if any(step.same(other) for other in again.plan.steps):
            # Nobody else has done it. A uuid that something holds leads to the next one in the series.
            hidden += 1
            if not (step.makes and error.is_duplicate) or hidden > _HIDDEN:
                raise outcome.failure()
            again = _look_again(sketch, outcome, sketch.number + 1)
        sketch = again
    if outcome.ok:
        return result  # somebody else keeps making what it takes away
    raise outcome.failure()


def _sketched(client, kind, declared, values, check_mode, number=0):
    sketch = kind(declared, values, Observer(client, predict=check_mode), number)
    sketch.observe()
    sketch.make_plan()
    return sketch


def _look_again(sketch, outcome, number):
    """What is left to do after a failure; the failure itself where that cannot be said."""
    try:
        return _sketched(sketch.observer.client, type(sketch), sketch.resource, sketch.values, False, number)
    except (ZStackError, DeclarationError, EngineError):
        raise outcome.failure() from None


def _after(outcome, look, *arguments):
    """What is seen after all that was to be done."""
    try:
        return look(*arguments)
    except (ZStackError, DeclarationError, Refused) as error:
        raise StepFailed(error, [step.label for step in outcome.done if step.api], []) from error
