# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stops: what runs on an object moves away or stops, and none stops unless the task allows it."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import query
from ansible_collections.zstack.cloud.plugins.module_utils._engine.spec import options
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Attachments, Event, Stops

from ..conftest import Node
from .invented import HOSE, JOIN, PART, QUERY_VALVE, TURN_VALVE, A, B, C, D, made, planned, refused, steps, valve_of

MILL = Resource("mill", query("Mill", "/mills"), inventory=("uuid", "name", "state"))
ROPES = query("Rope", "/ropes")
STOPS = Stops(
    MILL.query,
    "valveUuid",
    ("state=On",),
    option="stop_mills",
    ties=((ROPES, "millUuid", ("kind=steel",), "is tied down"),),
    elsewhere=(QUERY_VALVE, "basinUuid", ("state=Open",)),
)
SHUT = {"api": TURN_VALVE, "params": {"event": "shut"}, "shows": {"state": ("Shut",)}}
VALVE = valve_of(Event("shut", **SHUT, stops=STOPS))


def node(*mills, tied=(), other="Open"):
    return Node(
        Valve=[
            {"uuid": C, "name": "v1", "state": "Open", "basinUuid": A},
            {"uuid": D, "name": "v2", "state": other, "basinUuid": A},
        ],
        Mill=[{"uuid": f"{name}", "name": name, "valveUuid": C, "state": "On"} for name in mills],
        Rope=[{"uuid": f"r{name}", "millUuid": name, "kind": "steel"} for name in tied],
    )


def test_what_can_move_does():
    result = made(node("m1", "m2"), VALVE, check_mode=True, name="v1", state="shut")
    assert result["vms_moved"] == ["m1", "m2"] and "vms_stopped" not in result
    assert (result["diff"]["before"]["vms_moved"], result["diff"]["after"]["vms_moved"]) == ([], ["m1", "m2"])


def test_what_is_tied_would_stop_and_that_must_be_allowed():
    assert options(VALVE)["stop_mills"] == {"type": "bool", "default": False}
    told = ("state: shut of valve 'v1'", "m2 (is tied down)", "Move or stop them first, or set stop_mills: true")
    with refused(*told) as caught:
        planned(node("m1", "m2", tied=["m2"]), VALVE, name="v1", state="shut")
    assert (caught.value.details["vms_stopped"], caught.value.details["vms_moved"]) == (["m2"], ["m1"])
    result = made(node("m1", "m2", tied=["m2"]), VALVE, check_mode=True, name="v1", state="shut", stop_mills=True)
    assert (result["vms_moved"], result["vms_stopped"]) == (["m1"], ["m2"])


@pytest.mark.parametrize("stops", [STOPS, Stops(MILL.query, "valveUuid", ("state=On",), option="stop_mills")])
def test_where_nothing_else_can_run_it_everything_stops(stops):
    resource = valve_of(Event("shut", **SHUT, stops=stops))
    with refused("m1 (nothing else can run it)"):
        planned(node("m1", other="Shut"), resource, name="v1", state="shut")


def test_of_many_the_first_are_named():
    mills = [f"m{n:02}" for n in range(12)]
    with refused("m09 (is tied down), ... 12 in all. They would stay stopped") as caught:
        planned(node(*mills, tied=mills), VALVE, name="v1", state="shut")
    assert "m10" not in caught.value.message and caught.value.details["vms_stopped"] == mills


def test_where_nothing_runs_or_it_is_so_already_nothing_is_asked():
    there = node()
    assert len(steps(planned(there, VALVE, name="v1", state="shut"))) == 1
    assert [name for name, _conditions in there.asked] == ["QueryValve", "QueryMill"]
    there = node("m1")
    there.rows("Valve")[0]["state"] = "Shut"
    planned(there, VALVE, name="v1", state="shut")
    assert [name for name, _conditions in there.asked] == ["QueryValve"]


def test_what_stops_only_after_the_answer_is_waited_for():
    stops = Stops(MILL.query, "valveUuid", ("state=On",), of=MILL, until={"state": ("Off",)})
    draft = planned(node("m1"), valve_of(Event("shut", **SHUT, stops=stops)), name="v1", state="shut", stop_vms=True)
    waiting = draft.plan.steps[1]
    assert (waiting.resource, waiting.uuid, waiting.what) == (MILL, "m1", "mill 'm1'")
    assert waiting.until == {"state": ("Off",)}


def test_what_parting_would_stop():
    stops = Stops(MILL.query, "valveUuid", ("state=On",))
    word = Attachments("hoses", HOSE, JOIN, PART, "valveUuid", "hoseUuid", own="hoseUuids", stops=stops,
                       stops_there="hoseUuid")  # fmt: skip
    there = node("m1", "m2")
    there.rows("Hose").extend({"uuid": uuid, "name": uuid[0]} for uuid in (A, B))
    there.rows("Valve")[0]["hoseUuids"] = [A, B]
    there.rows("Mill")[0]["hoseUuid"], there.rows("Mill")[1]["hoseUuid"] = A, B
    with refused("hoses of valve 'v1'", "m1 (nothing else can run it)") as caught:
        planned(there, valve_of(word), name="v1", hoses=["b"])
    assert caught.value.details["vms_stopped"] == ["m1"]
    assert made(there, valve_of(word), check_mode=True, name="v1", hoses=[], stop_vms=True)["vms_stopped"] == [
        "m1",
        "m2",
    ]
