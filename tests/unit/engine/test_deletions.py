# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deletions: what they take along, what is in their way, and what they tell."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import query
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import JobForgotten
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import StepFailed
from ansible_collections.zstack.cloud.plugins.module_utils._engine.spec import options
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Dependents, Event, Field, Reading

from ..conftest import Node, refusal
from .invented import (
    BASIN,
    TURN_VALVE,
    UPDATE_VALVE,
    A,
    B,
    C,
    made,
    planned,
    refused,
    steps,
    takes_away,
    valve_of,
)

DROPS = query("Drop", "/drops")
FISH = query("Fish", "/fish", only="5.2")
SIZE = Field("size", type="int", update=(UPDATE_VALVE,))
VALVE = valve_of(
    SIZE,
    Field("basin", api="basinUuid", ref=BASIN),
    Event("open", TURN_VALVE, {"event": "open"}, {"state": ("Open",)}),
    Dependents("drops", DROPS, "valveUuid"),
    Dependents(
        "fish", FISH, named="kind", fate="scare", finds=lambda row: [("valveUuid", "=", row["uuid"]), ("age", "=", "1")]
    ),
    forced={"deleteMode": "Enforcing"},
)
DELETE = ("DeleteValve", {"uuid": C})


def node(drops=0, fish=0, generation="5.2", **more):
    return Node(
        generation,
        Basin=[{"uuid": A, "name": "upper"}],
        Valve=[{"uuid": C, "name": "v1", "size": 1, "basinUuid": A, "state": "Open", **more}],
        Drop=[{"uuid": f"d{n}", "name": f"d{n:02}", "valveUuid": C} for n in range(drops)],
        Fish=[{"uuid": f"f{n}", "kind": f"carp{n}", "valveUuid": C, "age": 1} for n in range(fish)],
    )


def test_what_is_gone_is_gone():
    there = node()
    takes_away(there, "Valve")
    result = made(there, VALVE, name="v1", state="absent")
    assert (result["changed"], result["valve"], there.sent) == (True, None, [DELETE])
    again = made(there, VALVE, name="v1", state="absent")
    assert (again["changed"], again["diff"]) == (False, {"before": {}, "after": {}})


def test_the_diff_shows_names_and_states():
    before = {"name": "v1", "size": 1, "basin": "upper", "state": "Open"}
    diff = made(node(), VALVE, check_mode=True, name="v1", state="absent")["diff"]
    assert diff == {"before": before, "after": {}}


def test_what_goes_with_it_is_told_and_must_be_allowed():
    told = "deleting valve 'v1' (cccccccccccccccccccccccccccccccc) would take along drops (d00, d01), and scare fish "
    with refused(told + "(carp0). Set cascade: true to have that.") as caught:
        planned(node(2, 1), VALVE, name="v1", state="absent")
    assert caught.value.details["dependents"] == {"drops": 2, "fish": 1}
    result = made(node(2, 1), VALVE, check_mode=True, name="v1", state="absent", cascade=True)
    assert result["changed"] and result["deleted_with_it"] == {"drops": 2, "fish": 1}


def test_of_many_the_first_are_named_and_all_are_counted():
    with refused("d09, ... 12 in all)") as caught:
        planned(node(12), VALVE, name="v1", state="absent")
    assert "d10" not in caught.value.message and caught.value.details["dependents"] == {"drops": 12}


def test_a_generation_without_them_is_not_asked_for_them():
    there = node(0, 1, "2.3.1")
    assert steps(planned(there, VALVE, name="v1", state="absent")) == [DELETE]
    assert "QueryFish" not in [name for name, _conditions in there.asked]


def test_force_is_the_nodes_own():
    assert options(VALVE)["force"]
    draft = planned(node(), VALVE, name="v1", state="absent", force=True)
    assert steps(draft) == [("DeleteValve", {"uuid": C, "deleteMode": "Enforcing"})]


def test_what_cannot_be_deleted_as_it_is():
    resource = valve_of(deletable={"state": ("Shut",)})
    with refused("state: absent needs a valve with state Shut; valve 'v1'", "has state Open"):
        planned(node(), resource, name="v1", state="absent")
    assert steps(planned(node(state="Shut"), resource, name="v1", state="absent")) == [DELETE]


@pytest.mark.parametrize("values", [{"name": "v1", "basin": "gone"}, {"uuid": B}, {"name": "v2", "basin": "upper"}])
def test_of_what_is_not_there_nothing_is_to_do(values):
    resource = valve_of(Field("basin", api="basinUuid", ref=BASIN), identity=(("name", "basin"),))
    assert steps(planned(node(), resource, state="absent", **values)) == []


@pytest.mark.parametrize("wrong", ["gone", C.upper(), C[:-1], "cccccccc-cccc-cccc-cccc-cccccccccccc", " "])
def test_what_is_no_uuid_is_not_taken_for_one_that_nothing_has(wrong):
    with refused("uuid: "):
        planned(node(), valve_of(), state="absent", uuid=wrong)


@pytest.mark.parametrize("outcome", [JobForgotten("forgotten", outcome="unknown"), refusal("SYS.1003")], ids=repr)
def test_a_deletion_that_fails_looks_whether_it_is_gone(outcome):
    """Somebody else, or the lost job itself, may have deleted it."""
    there = node()
    takes_away(there, "Valve")
    delete = there.answers["DeleteValve"]
    there.answers["DeleteValve"] = lambda params: (delete(params), outcome)[1]
    assert made(there, valve_of(), name="v1", state="absent")["valve"] is None
    there = node()
    there.answers["DeleteValve"] = outcome
    with pytest.raises(StepFailed):
        made(there, valve_of(), name="v1", state="absent")


def test_what_is_in_the_recycle_bin_is_gone():
    resource = valve_of(gone={"status": ("Deleted",)})
    assert steps(planned(node(status="Deleted"), resource, name="v1", state="absent")) == []
    assert steps(planned(node(status="Deleted"), resource, name="v1"))[0][0] == "CreateValve"


def test_what_it_is_in_goes_after_it():
    assert A in planned(node(), VALVE, name="v1", state="absent").plan.steps[0].refers


def test_nothing_is_read_for_it_that_does_not_matter():
    reading = Reading("flow", TURN_VALVE, "flow", update=TURN_VALVE, api="event", values={"a": "open"})
    there = node()
    planned(there, valve_of(reading, SIZE), name="v1", size=7, flow="a", state="absent")
    assert (there.read, [name for name, _conditions in there.asked]) == ([], ["QueryValve"])
