# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan is a graph in earnest: its edges follow from the data, and what cannot be is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import DeclarationError
from ansible_collections.zstack.cloud.plugins.module_utils._engine.graph import Plan, Step, spoken, uuids_in
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Event, Field

from ..conftest import Node
from .invented import BASIN, CREATE_VALVE, TURN_VALVE, A, B, C, D, planned, valve_of

VALVE = valve_of()


def step(id, uuid=A, **more):
    return Step(id, VALVE, uuid, **more)


def order(*steps):
    return [s.id for s in Plan(steps).ordered()]


@pytest.mark.parametrize("value", [A, [A], {"a": {"b": [["x", (A,)]]}}, [{"a": 1}, {"b": A}]])
def test_what_one_makes_is_found_in_the_parameters_of_another_at_any_depth(value):
    assert uuids_in(value) == {A}
    assert order(step("use", B, params={"of": value}), step("make", makes=A)) == ["make", "use"]


def test_what_has_to_do_with_an_object_comes_before_it_goes_and_after_it_is_there():
    assert order(step("end", ends=A), step("last", B, refers=(A,))) == ["last", "end"]
    assert order(step("change"), step("make", makes=A)) == ["make", "change"]
    assert order(step("end", ends=A), step("change")) == ["change", "end"]


def test_parents_go_after_their_children():
    child, parent = step("child", B, ends=B, refers=(A,)), step("parent", ends=A)
    assert order(parent, child) == ["child", "parent"]


def test_a_state_may_need_another_object_first():
    later = step("make", B, makes=B, precedes=((A, "open"),))
    assert order(step("turn", reaches="open"), later) == ["make", "turn"]
    assert order(step("turn", reaches="shut"), later) == ["turn", "make"]
    opened = valve_of(Event("open", TURN_VALVE, shows={"state": ("Open",)}))
    precedes = Field("hose", api="type", ref=opened, precedes=("open",))
    there = Node(Valve=[{"uuid": C, "name": "v1"}])
    assert planned(there, valve_of(precedes), name="v2", hose="v1").plan.steps[0].precedes == ((C, "open"),)


def test_otherwise_they_stay_as_planned():
    assert order(*(step(id, B) for id in "cab")) == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((step("a"), step("a")), r"planned twice: \['a', 'a'\]"),
        ((step("a", after=("b",)),), r"to come first are not planned: \['b'\]"),
        ((step("a", after=("b",)), step("b", after=("a",))), "wait for each other: [ab] -> [ab] -> [ab]"),
        ((step("a", makes=A, params={"x": B}), step("b", B, makes=B, params={"x": A})), "wait for each other"),
    ],
)
def test_what_cannot_be_is_refused(steps, told):
    with pytest.raises(ValueError, match=told):
        Plan(steps).ordered()


@given(st.permutations(range(6)), st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5))))
def test_any_plan_without_a_circle_is_ordered(places, pairs):
    edges = {(a, b) for a, b in pairs if places[a] < places[b]}  # a comes before b
    steps = [step(str(n), B, after=[str(a) for a, b in edges if b == n]) for n in range(6)]
    found = list(map(int, order(*steps)))
    assert sorted(found) == list(range(6))
    assert all(found.index(a) < found.index(b) for a, b in edges)


def test_plans_are_joined_and_keep_their_order():
    plans = [Plan((step(id, uuid),), {"b": id}, {"a": id}, warnings=(id,)) for id, uuid in (("x", A), ("y", B))]
    joined = Plan.joined(iter(plans))
    assert [s.id for s in joined.steps] == ["x", "y"] and joined.warnings == ("x", "y")
    assert joined.before == {"objects": [{"b": "x"}, {"b": "y"}]} and joined.after["objects"][1] == {"a": "y"}
    assert not joined.changed and Plan((step("z", api=TURN_VALVE),)).changed


def test_every_request_is_built_before_anything_is_sent():
    Plan((step("a", api=CREATE_VALVE, params={"name": "x"}), step("b", until={"state": ("x",)}))).validate("5.2")
    with pytest.raises(DeclarationError, match="CreateValve needs name"):
        Plan((step("a", api=CREATE_VALVE),)).validate("5.2")


def test_real_uuids_take_the_place_of_planned_ones():
    renamed = step("a", A, params={"one": A, "more": [{"x": A}, B], "n": 1}).renamed({A: C})
    assert (renamed.uuid, renamed.params) == (C, {"one": C, "more": [{"x": C}, B], "n": 1})
    untouched = step("a")
    assert untouched.renamed({}) is untouched


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"status": ("Wet", "Dry")}, "status Wet or Dry"),
        ({"vmInstanceUuid": (None,), "state": ("on",)}, "no vm instance and state on"),
        ({"hoseUuids": ([],)}, "no hose"),
        ({"basinUuid": (D,)}, "basin 'upper'"),
        ({"basinUuid": (C,)}, f"basin uuid {C}"),
    ],
)
def test_conditions_in_words(condition, words):
    assert spoken(condition, {D: "upper"}) == words


def test_steps_in_words():
    waiting = Step("a", BASIN, A, "upper", until={"state": ("Full",)})
    assert (waiting.label, waiting.goal) == ("waiting for state Full", "basin 'upper' to have state Full")
    assert Step("a", BASIN, A, api=TURN_VALVE).label == "TurnValve" and Step("a", BASIN, A).what == f"basin {A}"
