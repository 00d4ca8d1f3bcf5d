# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The management node itself."""

from __future__ import annotations

from sqlalchemy import Table, insert

from ...family import Family
from ...hardware import MANAGEMENT_IP
from ...store import Resource, metadata, moment, text

FIDELITY = {
    "GetVersion": ("read", None),
    "GetCurrentTime": ("read", None),
    "IsReadyToGo": ("read", "always ready"),
    "QueryManagementNode": ("approximated", "one node, its heartbeat does not move"),
}

management_node = Resource(
    "management_node", "ManagementNodeVO", "org.zstack.header.managementnode.ManagementNodeInventory",
    registered=False,
    table=Table(
        "management_node", metadata,
        text("uuid", primary_key=True), text("hostName"), moment("joinDate"), moment("heartBeat"),
    ),
)  # fmt: skip

family = Family()
family.query("QueryManagementNode", management_node)


@family.boot
def boot(node):
    row = {"uuid": node.uuid(), "hostName": MANAGEMENT_IP, "joinDate": node.now(), "heartBeat": node.now()}
    node.execute(insert(management_node.table), row)


def node_uuid(node):
    return management_node.find(node)[0]["uuid"]


@family.api("GetVersion")
def get_version(node, _msg):
    return {"version": node.version}


@family.api("GetCurrentTime")
def get_current_time(node, _msg):
    now = node.time()
    return {"currentTime": {"MillionSeconds": int(now * 1000), "Seconds": int(now)}}


@family.api("IsReadyToGo")
def is_ready_to_go(_node, _msg):
    return None
