# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Event and Reconnect: how an object comes to the state that the task wants, and what is in its way."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import NotFound
from ansible_collections.zstack.cloud.plugins.module_utils._engine.spec import options
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import (
    Attachments,
    Connects,
    Event,
    Field,
    Reconnect,
)

from ..conftest import Node
from .invented import (
    BASIN,
    HOSE,
    JOIN,
    PART,
    TURN_VALVE,
    UPDATE_VALVE,
    UUID,
    A,
    B,
    C,
    made,
    makes,
    planned,
    refused,
    steps,
    valve_of,
)

FLUSH = Api("FlushValve", "PUT", "/valves/{uuid}/flush", UUID)
RINSE = Api("RinseValve", "PUT", "/valves/{uuid}/rinse", UUID)
PRIME = Api("PrimeValve", "PUT", "/valves/{uuid}/prime", UUID)

OPEN = Event("open", TURN_VALVE, {"event": "open"}, {"state": ("Open", "Leaking")}, needs={"status": ("Wet",)})
SHUT = Event(
    "shut",
    TURN_VALVE,
    {"event": "shut"},
    {"state": ("Shut",)},
    through={"state": ("Closing",)},
    leaving={"state": ("Frozen",)},
    settles={"status": ("Wet",)},
)
OLD = Event("flushed", RINSE, shows={"state": ("Clean",)}, only="2.3.1")
NEW = Event("flushed", FLUSH, shows={"state": ("Flushed",)}, only="5.2")
LATE = Event("late", FLUSH, shows={"state": ("Late",)}, only="5.2")
FROZEN = {"state": ("Frozen",)}


def valve(**more):
    return {"uuid": C, "name": "v1", **more}


def state(word, now, **more):
    """The Draft of a task that wants the state, where the inventory shows this now."""
    resource = more.pop("resource", None) or valve_of(OPEN, SHUT, OLD, NEW, LATE)
    return planned(Node(more.pop("generation", "5.2"), Valve=[valve(**now)]), resource, name="v1", state=word, **more)


def turn(event):
    return ("TurnValve", {"event": event, "uuid": C})


def test_states_are_those_of_the_events_each_once():
    resource = valve_of(OPEN, SHUT, OLD, NEW, LATE)
    assert options(resource)["state"]["choices"] == ["present", "absent", "open", "shut", "flushed", "late"]


def test_it_is_sent_where_it_is_not_so_yet_and_waited_for():
    draft = state("open", {"state": "Shut", "status": "Wet"})
    assert steps(draft) == [turn("open")]
    assert draft.plan.steps[0].until == OPEN.shows
    assert (draft.plan.before["state"], draft.plan.after["state"]) == ("Shut", "Open")
    assert draft.plan.inventory["state"] == "Open"


@pytest.mark.parametrize("now", ["Open", "Leaking"])
def test_what_is_so_already_is_left_alone(now):
    draft = state("open", {"state": now, "status": "Dry"})
    assert steps(draft) == [] and draft.plan.after["state"] == now


def test_what_is_on_its_way_is_waited_for_only():
    assert steps(state("shut", {"state": "Closing"})) == [SHUT.shows]


def test_coming_out_of_some_states_there_is_more_to_wait_for():
    draft = state("shut", {"state": "Frozen", "status": "Dry"})
    assert draft.plan.steps[0].until == {"state": ("Shut",), "status": ("Wet",)}
    assert draft.plan.inventory["status"] == "Wet"
    assert state("shut", {"state": "Open"}).plan.steps[0].until == SHUT.shows


def test_what_a_state_needs_is_told_in_words():
    with refused("state: open needs a valve with status Wet; valve 'v1'", "has status Dry"):
        state("open", {"state": "Shut", "status": "Dry"})
    needs = Event("open", TURN_VALVE, {"event": "open"}, {"state": ("Open",)}, needs={"basinUuid": (None,)})
    resource = valve_of(Field("basin", api="basinUuid", ref=BASIN), needs)
    node = Node(Basin=[{"uuid": A, "name": "upper"}], Valve=[valve(basinUuid=A)])
    with refused("state: open needs a valve with no basin; valve 'v1'", "has basin 'upper'"):
        planned(node, resource, name="v1", state="open")
    resource = valve_of(OPEN, Reconnect(PRIME, due={"status": ("Dry",)}, until={"status": ("Wet",)}))
    with refused("has status Dry; reconnect: if_disconnected tries to connect it first"):
        state("open", {"state": "Shut", "status": "Dry"}, resource=resource)


@pytest.mark.parametrize(("generation", "api"), [("2.3.1", "RinseValve"), ("5.2", "FlushValve")])
def test_each_generation_has_its_own_way(generation, api):
    assert steps(state("flushed", {"state": "Open"}, generation=generation)) == [(api, {"uuid": C})]


def test_a_state_of_another_generation_is_refused_before_anything_is_asked():
    node = Node("2.3.1")
    with refused("state: late: ZStack 2.3.1 does not know it, ZStack 5.2 does"):
        planned(node, valve_of(OPEN, LATE), name="v1", state="late")
    assert node.asked == []


def test_a_new_object_goes_on_to_its_state():
    node = Node()
    makes(node, "Valve", state="Shut", status="Wet")
    node.answers["TurnValve"] = lambda params: node.rows("Valve")[0].update(state="Open")
    resource = valve_of(OPEN, created={"state": "Shut", "status": "Wet"})
    predicted = made(node, resource, check_mode=True, name="v1", state="open")
    result = made(node, resource, name="v1", state="open")
    assert node.writes() == ["CreateValve", "TurnValve"]
    assert predicted["diff"] == result["diff"] == {"before": {}, "after": {"name": "v1", "state": "Open"}}
    assert dict(predicted["valve"], uuid=result["valve"]["uuid"]) == result["valve"]


def test_a_state_of_what_is_not_there_and_cannot_be_made():
    with refused("there is no valve with name 'v2'", "does not create one", by=NotFound):
        planned(Node(), valve_of(OPEN, create=None), name="v2", state="open")


# -- what is under way -------------------------------------------------------------------------------------------------

SETTLED = {"status": ("Wet", "Dry")}


def test_what_somebody_else_is_making_is_waited_for():
    resource = valve_of(settled=SETTLED)
    node = Node()
    node.answers["QueryValve"] = iter([[valve(status="Filling")]] * 3 + [[valve(status="Dry")]] * 2)
    result = made(node, resource, name="v1")
    assert (result["changed"], result["valve"]["status"], node.sent) == (False, "Dry", [])


def test_nothing_is_sent_before_it_is_settled():
    draft = state("open", {"state": "Shut", "status": "Filling"}, resource=valve_of(OPEN, settled=SETTLED))
    assert steps(draft) == [SETTLED, turn("open")]
    assert state("absent", {"status": "Filling"}, resource=valve_of(settled=SETTLED)).plan.steps[0].api


# -- reconnecting ------------------------------------------------------------------------------------------------------


def reconnecting(**more):
    word = Reconnect(PRIME, due={"status": ("Dry",)}, until={"status": ("Wet",)}, **more)
    stale = Field("size", type="int", update=(UPDATE_VALVE,), stale=True)
    return valve_of(word, stale, OPEN, SHUT)


PRIMED = ("PrimeValve", {"uuid": C})


@pytest.mark.parametrize(
    ("mode", "status", "due"),
    [("never", "Dry", False), ("if_disconnected", "Dry", True), ("if_disconnected", "Wet", False),
     ("always", "Wet", True)],
)  # fmt: skip
def test_when_it_is_reconnected(mode, status, due):
    draft = state("present", {"status": status}, resource=reconnecting(), reconnect=mode)
    assert steps(draft) == ([PRIMED] if due else [])
    if due:
        assert draft.plan.steps[0].until == {"status": ("Wet",)}
        assert (draft.plan.before["status"], draft.plan.after["status"]) == (status, "Wet")


def test_what_is_in_use_only_afterwards_is_a_reason():
    draft = state("present", {"status": "Wet", "size": 1}, resource=reconnecting(), reconnect="if_disconnected", size=2)
    assert steps(draft) == [("UpdateValve", {"size": 2, "uuid": C}), PRIMED]
    draft = state("present", {"status": "Wet", "size": 1}, resource=reconnecting(), size=2)
    assert draft.plan.warnings == ("size: saved, and in use after the next reconnection, see reconnect",)


def test_where_the_node_refuses_to_it_is_told():
    now = {"state": "Frozen", "status": "Dry"}
    draft = state("present", now, resource=reconnecting(refused=FROZEN), reconnect="always")
    assert steps(draft) == []
    assert draft.plan.warnings == ("the valve has state Frozen: ZStack does not reconnect it before that has changed",)


def test_it_is_done_after_it_has_left_the_state_in_which_it_is_refused():
    now = {"state": "Frozen", "status": "Dry"}
    resource = valve_of(
        Reconnect(PRIME, due={"status": ("Dry",)}, until={"status": ("Wet",)}, refused=FROZEN),
        Event("shut", TURN_VALVE, {"event": "shut"}, {"state": ("Shut",)}),
    )
    draft = state("shut", now, resource=resource, reconnect="if_disconnected")
    assert steps(draft) == [turn("shut"), PRIMED]


def test_where_the_node_does_so_by_itself_it_is_left_to_it():
    now = {"state": "Frozen", "status": "Wet"}
    for generation, sent in (("5.2", [turn("shut")]), ("2.3.1", [turn("shut"), PRIMED])):
        resource = reconnecting(refused=FROZEN, by_itself=("5.2",))
        draft = state("shut", now, resource=resource, reconnect="always", generation=generation)
        assert steps(draft) == sent


def test_it_is_not_done_with_what_is_new_nor_offered_where_there_is_none():
    assert steps(planned(Node(), reconnecting(), name="v2", reconnect="always"))[0][0] == "CreateValve"
    with refused("reconnect: ZStack 2.3.1 does not know it, ZStack 5.2 does"):
        planned(Node("2.3.1"), reconnecting(only="5.2"), name="v1", reconnect="always")
    assert "reconnect" not in options(valve_of())


def test_what_connects_by_being_joined_is_reconnected_after_that():
    connects = Connects(shows={"status": ("Wet",)}, apt={"status": ("Dry",), "hoseUuids": ([],)})
    joined = Attachments("hoses", HOSE, JOIN, PART, this="valveUuid", other="hoseUuid", own="hoseUuids",
                         connects=connects)  # fmt: skip
    resource = valve_of(joined, Reconnect(PRIME, due={"status": ("Dry",)}, until={"status": ("Wet",)}))
    node = Node(Hose=[{"uuid": B, "name": "h"}], Valve=[valve(status="Dry", hoseUuids=[])])
    node.rows("Valve")[0]["hoseUuids"] = []
    draft = planned(node, resource, name="v1", hoses=["h"], reconnect="if_disconnected")
    assert steps(draft) == [("JoinHose", {"valveUuid": C, "hoseUuid": B}), {"status": ("Wet",)}]
