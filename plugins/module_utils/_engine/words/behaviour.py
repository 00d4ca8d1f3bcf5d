# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a word can say to the engine. Each method is given all words of its kind that the resource declares."""

from __future__ import annotations


class Behaviour:
    def options(self, words, resource):
        """What they add to the argument spec."""
        return {}

    def check(self, words, draft):
        """Refuse values that the node would refuse, before anything is asked."""

    def observe(self, words, draft):
        """Read what must be known beyond the object's row; it is kept in the draft."""

    def waits(self, words, draft):
        """Whether the others are planned first."""
        return False

    def plan(self, words, draft):
        """Add the steps, and to before, after and the predicted inventory what they change."""

    def hinders(self, words, draft):
        """What a deletion would do beside, as (the end of "would", {what: how many}): it needs the task's word."""
        return ()

    def plan_absent(self, words, draft):
        """Add the steps that come before a deletion."""

    def told(self, words, draft):
        """After the steps: {option: what the result and the diff show of it}, read anew."""
        return {}
