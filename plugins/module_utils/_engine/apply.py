# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a plan through the client, and reading what came of it."""

from __future__ import annotations

import time

from .._api.declaration import DeclarationError
from .._client.errors import JobForgotten, WaitTimeout, ZStackError
from .._client.queries import where
from .errors import StepFailed


def apply(client, plan, wait_timeout):
    """Run the steps in order, all of them within ``wait_timeout`` seconds, and begin nothing after that.

    Returns {planned uuid: real uuid} of new objects whose uuid the node chose. Raises StepFailed at the first failure.
    """
    deadline = time.monotonic() + wait_timeout
    steps = plan.ordered()
    done, chosen = [], {}
    for position, planned in enumerate(steps):
        step = planned.renamed(chosen)
        failing = step.label
        try:
            if position and time.monotonic() >= deadline:
                raise WaitTimeout(f"The {wait_timeout:g} s of zstack_wait_timeout were over before {failing}")
            if step.api:
                reply = _call(client, step, max(0, deadline - time.monotonic()))
                if step.api is step.resource.create and "uuid" in reply.get("inventory", {}):
                    chosen[step.uuid] = reply["inventory"]["uuid"]
                done.append(step.label)
                failing = step.waiting
            if step.until:
                _wait(client, step, max(0, deadline - time.monotonic()))
        except (ZStackError, DeclarationError) as error:
            raise StepFailed(error, done, [failing] + [s.label for s in steps[position + 1 :]]) from error
    return chosen


def read(client, resource, uuid):
    """The inventory of the object ``uuid``, None when there is none."""
    conditions = [where(field, "=", value) for field, value in (("uuid", uuid),) + resource.narrow]
    found = client.query(resource.query, conditions)
    return found[0] if found else None


def _call(client, step, wait_timeout):
    try:
        return client.call(step.api, step.params, wait_timeout=wait_timeout)
    except JobForgotten:
        # The node no longer knows how the job ended: what it was to bring about tells.
        if not _came_about(client, step, wait_timeout):
            raise
        return {}


def _came_about(client, step, wait_timeout):
    resource = step.resource
    if step.api is resource.create:
        # The new object has a uuid of ours; the node removes it again if it cannot finish it.
        def finished(row):
            return row is None or not any(row.get(field) in values for field, values in resource.busy.items())

        what = f"{resource.title} {step.uuid} to be created"
        return client.wait_until(lambda: read(client, resource, step.uuid), finished, what, wait_timeout) is not None
    if step.api is resource.delete:
        return read(client, resource, step.uuid) is None
    return bool(step.until)  # which is waited for next


def _wait(client, step, wait_timeout):
    def awaited():
        inventory = read(client, step.resource, step.uuid)
        return inventory and {field: inventory.get(field) for field in step.until}

    def reached(now):
        return now is not None and all(now[field] in values for field, values in step.until.items())

    client.wait_until(awaited, reached, step.goal, wait_timeout)
