# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Making a whole cloud what its topology says, and telling what came of every object."""

from __future__ import annotations

import time

from .._client.errors import ApiError
from .apply import apply
from .errors import EngineError
from .telling import Account
from .topology import FAILURES, Topology

#: So often the cloud is looked at again while somebody else is at it too.
_ROUNDS = 4


class Unfinished(EngineError):
    """Some of the topology could not be made so; the result tells of every object."""


def converge(topology, check_mode, progress=None):
    """The result of the module as a plain dict; raises Unfinished with it where something failed.

    ``topology`` is sketched. ``progress(plan)`` makes what apply tells of one run of a plan.
    """
    client, params = topology.client, topology.params
    deadline = time.monotonic() + params["zstack_wait_timeout"]
    account = Account(topology)
    if check_mode or not topology.plan.steps:
        return account.result()
    for _round in range(_ROUNDS):
        told = progress and progress(topology.plan)
        outcome = apply(client, topology.plan, max(0, deadline - time.monotonic()), params["parallelism"], told)
        account.add(topology, outcome)
        try:
            again = Topology(client, params).look()
        except FAILURES as error:
            if outcome.ok:
                raise Unfinished(
                    f"all was done, but cannot be read again: {error.message}", **account.result()
                ) from error
            break
        account.read_again(again)
        tried = {_asked(step) for step in topology.plan.steps}
        left = {_asked(step) for step in again.plan.steps}
        # What is to be done as before would fail as before, but for what waited for what somebody else has done by now.
        raced = any(_asked(step) not in left for step in outcome.failed)
        lost = not all(isinstance(error, ApiError) for error in outcome.failed.values())
        if lost or not left or not (raced or left - tried):
            break
        topology = again
    result = account.result()
    if account.unfinished:
        raise Unfinished(account.message(), **result)
    return result


def _asked(step):
    """What the step asks the node for, or waits for."""
    return step.api, step.uuid, repr(step.params), repr(step.until)
