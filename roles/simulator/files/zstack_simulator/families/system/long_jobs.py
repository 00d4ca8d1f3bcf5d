# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long jobs: work that outlives the API call that started it."""

from __future__ import annotations

import json

from ...errors import ApiError, refused
from ...family import Family
from ...store import Resource, number, text
from .management import node_uuid

FIDELITY = {
    "QueryLongJob": ("read", None),
    "UpdateLongJob": ("read", None),
    "CancelLongJob": ("approximated", "the work itself goes on; Canceling is never seen"),
    "DeleteLongJob": ("read", None),
}

STATES = ("Waiting", "Suspended", "Running", "Succeeded", "Canceling", "Canceled", "Failed")
ENDED = ("Succeeded", "Canceled", "Failed")

long_job = Resource(
    "longjob", "LongJobVO", "org.zstack.header.longjob.LongJobInventory",
    text("name"), text("description"), text("apiId"), text("jobName"), text("jobData"), text("jobResult"),
    text("state", values=STATES), text("targetResourceUuid", index=True), text("managementNodeUuid"),
    number("executeTime", since="5.2"),
)  # fmt: skip

family = Family()
family.query("QueryLongJob", long_job, everyone=True)


def start(node, msg, job_name, target, steps):
    """Makes a long job of `steps` (a generator; its return value is the job's result) and runs it in the background.

    Returns the long job's inventory, which is what the API that starts it answers with.
    """
    begun = node.time()
    row = {
        "name": job_name, "apiId": msg.job, "jobName": job_name, "state": "Running", "targetResourceUuid": target,
        "jobData": json.dumps({name: value for name, value in msg.items() if name != "password"}),
        "managementNodeUuid": node_uuid(node),
    }  # fmt: skip
    uuid = long_job.create(node, row, msg.get("resourceUuid"))

    def run():
        yield
        try:
            result = yield from steps
        except ApiError as error:
            outcome = {"state": "Failed", "jobResult": json.dumps(error.as_dict(not node.old))}
        else:
            outcome = {"state": "Succeeded", "jobResult": json.dumps(result or {"success": True})}
        if long_job.get(node, uuid) and long_job.get(node, uuid)["state"] == "Running":
            long_job.update(node, uuid, executeTime=int(node.time() - begun), **outcome)

    node.background(run())
    return long_job.inventory(node, uuid)


@family.api("UpdateLongJob", refs={"uuid": long_job}, everyone=True)
def update(node, msg):
    long_job.update(node, msg["uuid"], **msg.picked("name", "description"))
    return {"inventory": long_job.inventory(node, msg["uuid"])}


@family.api("CancelLongJob", refs={"uuid": long_job}, everyone=True)
def cancel(node, msg):
    if long_job.get(node, msg["uuid"])["state"] in ENDED:
        raise refused("the long job has ended already")
    long_job.update(node, msg["uuid"], state="Canceled")
    return {"inventory": long_job.inventory(node, msg["uuid"])}


@family.api("DeleteLongJob", everyone=True)
def delete(node, msg):
    row = long_job.get(node, msg["uuid"])
    if row and row["state"] not in ENDED:
        raise refused("the long job has not ended yet")
    long_job.destroy(node, msg["uuid"])
