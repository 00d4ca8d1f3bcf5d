# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine refuses, and how a failure in the middle is told."""

from __future__ import annotations


class EngineError(Exception):
    """Carries ``as_result()``: the failure as plain data without secrets."""

    def __init__(self, message, **details):
        super().__init__(message)
        self.message = message
        self.details = details

    def as_result(self):
        return dict(self.details, msg=self.message)


class Refused(EngineError):
    """What was asked cannot be done or would do harm; nothing was changed."""


class Follows(Refused):
    """Nothing is wrong but with something that it needs."""


class Failed(EngineError):
    """An act was carried out, and what came of it is a failure; ``details`` are those of its result."""


class NotFound(Refused):
    """A name or uuid that nothing has."""


class Ambiguous(Refused):
    """A name that several have; ``candidates`` lists them."""


def lacking(generation, resource):
    """The refusal of what a generation has none of."""
    return Refused(f"ZStack {generation} has no {resource.titles}, ZStack {resource.only} has")


def unknown(generation, option, only):
    """The refusal of an option, or a value, of another generation."""
    return Refused(f"{option}: ZStack {generation} does not know it, ZStack {only} does")


class StepFailed(EngineError):
    """A step failed. Nothing is half-done silently.

    ``done`` holds the APIs that the node has carried out, ``not_done`` what is left, that which failed first, and
    ``unknown`` those of which nobody can tell whether they were carried out.
    """

    def __init__(self, error, done, not_done, unknown=()):
        result = error.as_result()
        message = result.pop("msg")
        if done:
            message = "{0}. Before that, {1} had succeeded.".format(message.rstrip(". "), ", ".join(done))
        if unknown:
            result["unknown"] = list(unknown)
        result.pop("changed", None)
        changed = bool(done)  # of what is unknown it cannot be said
        super().__init__(message, changed=changed, done=list(done), not_done=list(not_done), **result)
