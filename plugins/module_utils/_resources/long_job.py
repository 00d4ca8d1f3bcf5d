# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long jobs, which some acts begin."""

from __future__ import annotations

import json

from .._api.long_job import QUERY_LONG_JOB
from .words import LongJob


def _told(row):
    """What it says of its end: an error as JSON, or a text."""
    result = row.get("jobResult")
    try:
        error = json.loads(result or "")
    except ValueError:
        return result or "no reason is given"
    return error.get("details") or error.get("description") or result if isinstance(error, dict) else result


LONG_JOB = LongJob(QUERY_LONG_JOB, "state", "Succeeded", ("Succeeded", "Failed", "Canceled", "Suspended"), _told)
