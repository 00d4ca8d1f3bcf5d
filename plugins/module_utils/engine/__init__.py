# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The only code that decides: observe -> plan -> apply. PRIVATE to zstack.cloud.

``observe`` reads what is there (one query where one suffices), ``plan`` is a pure function from desired and current
to a graph of steps with before and after, ``apply`` runs the steps through the client. Check mode is a plan that is not
applied.
"""

from __future__ import annotations

from .apply import apply
from .errors import Ambiguous, NotFound, Refused, StepFailed
from .observe import Observer
from .plan import PREDICTED_UUID, Desired, Plan, Step, plan_absent, plan_present
from .reconcile import Wish, reconcile
from .render import plain, rows

__all__ = [
    "PREDICTED_UUID",
    "Ambiguous",
    "Desired",
    "NotFound",
    "Observer",
    "Plan",
    "Refused",
    "Step",
    "StepFailed",
    "Wish",
    "apply",
    "plain",
    "plan_absent",
    "plan_present",
    "reconcile",
    "rows",
]
