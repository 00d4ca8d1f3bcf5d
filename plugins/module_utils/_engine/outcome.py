# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What came of a plan, and how it is told where something failed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from dataclasses import field as attribute

from .errors import StepFailed


@dataclass
class Outcome:
    """What came of a plan: the steps that are done, {failed step: error}, those of them whose API was carried out and

    whose object did not come to show what it was to show, those never begun, and real uuids of ours under planned ones;
    the replies in the order in which they came, and the deadline in monotonic seconds."""

    done: list = attribute(default_factory=list)
    failed: dict = attribute(default_factory=dict)
    late: list = attribute(default_factory=list)
    blocked: list = attribute(default_factory=list)
    chosen: dict = attribute(default_factory=dict)
    replies: list = attribute(default_factory=list)
    deadline: float = 0.0

    def left(self):
        """Seconds until the deadline."""
        return max(0, self.deadline - time.monotonic())

    @property
    def ok(self):
        return not self.failed

    def failure(self):
        """The failure as it is told to the user: the first one, and how far the others came."""
        error = next(iter(self.failed.values()))
        doubtful = [step for step, e in self.failed.items() if getattr(e, "facts", {}).get("outcome") == "unknown"]
        done = [step.label for step in self.done if step.api]
        done += [step.label for step in self.late if step.api]
        left = [step.label for step in self.failed if step not in doubtful and step not in self.late]
        left += [step.waiting for step in self.late if step.until]
        unknown = [step.label for step in doubtful]
        return StepFailed(error, done, left + [step.label for step in self.blocked], unknown)
