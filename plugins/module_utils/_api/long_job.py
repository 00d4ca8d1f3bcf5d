# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long jobs, which outlive the API that started them."""

from __future__ import annotations

from .declaration import DESCRIPTION, NAME, RESOURCE_UUID, TAG_UUIDS, UUID, Api, P, query

QUERY_LONG_JOB = query("LongJob", "/longjobs")
SUBMIT_LONG_JOB = Api(
    "SubmitLongJob",
    "POST",
    "/longjobs",
    NAME,
    DESCRIPTION,
    P("jobName", required=True, most=255),
    P("jobData", required=True),
    P("targetResourceUuid", most=32),
    RESOURCE_UUID,
    TAG_UUIDS,
)
CANCEL_LONG_JOB = Api("CancelLongJob", "PUT", "/longjobs/{uuid}/actions", UUID, returns=())
DELETE_LONG_JOB = Api("DeleteLongJob", "DELETE", "/longjobs/{uuid}", UUID)
RERUN_LONG_JOB = Api("RerunLongJob", "PUT", "/longjobs/{uuid}/actions", UUID, only="5.2")
RESUME_LONG_JOB = Api("ResumeLongJob", "PUT", "/longjobs/{uuid}/actions", UUID, only="5.2")
