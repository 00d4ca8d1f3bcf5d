# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a plan through the client, and reading what came of it."""

from __future__ import annotations

import time

from ..client import JobForgotten, ZStackError, where
from .errors import StepFailed


def apply(client, plan, wait_timeout):
    """Run the steps in order, all of them within ``wait_timeout`` seconds; raises StepFailed at the first
    that fails.
    """
    deadline = time.monotonic() + wait_timeout
    steps = plan.ordered()
    for position, step in enumerate(steps):
        try:
            if step.api:
                _call(client, step, max(0, deadline - time.monotonic()))
            if step.until:
                _wait(client, step, max(0, deadline - time.monotonic()))
        except ZStackError as error:
            labels = [s.label for s in steps]
            raise StepFailed(error, labels[:position], labels[position:]) from error


def read(client, resource, uuid):
    """The inventory of the object ``uuid``, None when there is none."""
    conditions = [where(field, "=", value) for field, value in (("uuid", uuid),) + resource.narrow]
    found = client.query(resource.query, conditions)
    return found[0] if found else None


def _call(client, step, wait_timeout):
    try:
        client.call(step.api, step.params, wait_timeout=wait_timeout)
    except JobForgotten:
        # The node no longer knows how the job ended. A create under a uuid of ours can be told by looking; for the
        # rest the inventory that the step waits for decides.
        if step.api is step.resource.create and read(client, step.resource, step.uuid):
            return
        if not step.until:
            raise


def _wait(client, step, wait_timeout):
    def reached(inventory):
        return inventory is not None and all(inventory.get(k) in values for k, values in step.until.items())

    client.wait_until(
        lambda: read(client, step.resource, step.uuid),
        reached,
        f"{step.resource.title} {step.uuid}: {step.label}",
        wait_timeout,
    )
