# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Member: that one object has another, named or the first that fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P, query
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import JobForgotten
from ansible_collections.zstack.cloud.plugins.module_utils._engine import joining
from ansible_collections.zstack.cloud.plugins.module_utils._engine.joining import Joining
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Connects, Field, Form, Member, Stops

from ..conftest import Node
from .invented import BASIN, JOIN, PART, A, B, C, D, made, planned, refused, steps, valve_of

VALVE = valve_of(Field("basin", api="basinUuid", ref=BASIN))
HOSE = Resource(
    "hose",
    query("Hose", "/hoses"),
    inventory=("uuid", "name", "maker", "length", "state", "basinUuid", "valveUuid", "valveUuids", "seal", "tone"),
    words=(),
    names={"basinUuid": BASIN, "valveUuid": VALVE},
)
CANDIDATES = Api("GetHoses", "GET", "/valves/{valveUuid}/hoses", P("valveUuid"))
MEMBER = Member(
    name="valve_hose",
    holder="valve",
    to=VALVE,
    member="hose",
    of=HOSE,
    row="valveUuid",
    add=JOIN,
    remove=PART,
    this="valveUuid",
    other="hoseUuid",
    criteria=(Field("maker"), Field("length", type="int")),
    sends=(Field("seal", type="int"),),
    candidates=CANDIDATES,
    asking=lambda draft: {"valveUuid": draft.holder},
    needs={"state": ("whole",)},
    place="basinUuid",
    hint="it may be frozen",
    becomes={"tone": ("wet",)},
    label=("name", "maker"),
)
HOSES = [
    {"uuid": A, "name": "a", "maker": "acme", "length": 3, "state": "whole"},
    {"uuid": B, "name": "b", "maker": "acme", "length": 5, "state": "whole"},
    {"uuid": D, "maker": "bond", "length": "5", "state": "torn"},
]


def node(*candidates, generation="5.2", **held):
    """Three hoses, of which the ``candidates`` can be joined; ``held`` maps a name to what else its inventory shows."""
    rows = [dict(row, **held.get(row.get("name", "d"), {})) for row in HOSES]
    there = Node(generation, Valve=[{"uuid": C, "name": "v1", "basinUuid": "e" * 32}], Hose=rows,
                 Basin=[{"uuid": "e" * 32, "name": "upper"}, {"uuid": "f" * 32, "name": "lower"}])  # fmt: skip
    there.answers["GetHoses"] = {"inventories": [row for row in rows if row.get("name", "d") in candidates]}
    return there


def join(uuid, **more):
    return ("JoinHose", {"valveUuid": C, "hoseUuid": uuid, **more})


def part(uuid):
    return ("PartHose", {"valveUuid": C, "hoseUuid": uuid})


def task(there, member=MEMBER, **values):
    return planned(there, member, by=Joining, valve="v1", **values)


def test_the_options():
    spec = joining.options(MEMBER)
    assert spec["valve"] == {"type": "str", "required": True} and spec["hose"] == {"type": "str"}
    assert spec["state"] == {"type": "str", "default": "present", "choices": ["present", "absent"]}
    named = replace(MEMBER, criteria=(), candidates=None, stops=Stops(VALVE.query, "x", (), option="stop_mills"))
    assert joining.options(named)["hose"]["required"] and "stop_mills" in joining.options(named)


# -- joining -----------------------------------------------------------------------------------------------------------


def test_the_one_that_is_named_is_joined():
    assert steps(task(node("a", "b"), hose="b", seal=2)) == [join(B, seal=2)]
    assert steps(task(node(b={"valveUuid": C}), hose="b")) == []


def test_the_first_that_fits_is_joined_unless_one_is_already():
    assert steps(task(node("b", "a"), maker="acme")) == [join(A)]
    assert steps(task(node("a", "b", "d"), length=5)) == [join(B)]
    assert steps(task(node("a", b={"valveUuid": C}), maker="acme")) == []


def test_the_result_tells_of_it():
    there = node("a")
    there.answers["JoinHose"] = lambda params: there.rows("Hose")[0].update(valveUuid=C, tone="wet", seal=2)
    predicted = made(there, MEMBER, check_mode=True, by=Joining, valve="v1", maker="acme", seal=2)
    result = made(there, MEMBER, by=Joining, valve="v1", maker="acme", seal=2)
    assert predicted == result
    assert result["diff"] == {"before": {"hose": None}, "after": {"hose": "a acme"}}
    assert (result["hose"]["valve_uuid"], result["hose"]["valve_name"], result["hose"]["seal"]) == (C, "v1", 2)


def test_several_may_have_it_where_it_lists_them():
    shared = replace(MEMBER, row="valveUuids")
    there = node("a", a={"valveUuids": [D]})
    draft = task(there, shared, hose="a")
    assert steps(draft) == [join(A)]
    assert draft.inventory["valveUuids"] == [C, D]
    assert "valve_name" not in made(there, shared, check_mode=True, by=Joining, valve="v1", hose="a")["hose"]
    assert steps(task(node(a={"valveUuids": [C]}), shared, hose="a")) == []


def test_values_in_another_form_are_compared_in_that():
    tones = Form(sent=str, read=lambda row: row.get("tone", "").split("/"))
    member = replace(MEMBER, criteria=(Field("tone", form=tones), Field("maker", spelling=str.lower)))
    assert steps(task(node("a", "b", b={"tone": "deep/high"}), member, tone="high", maker="ACME")) == [join(B)]


@pytest.mark.parametrize("came", [True, False])
def test_a_job_that_is_forgotten_is_looked_for(came):
    for state, api, held in (("present", "JoinHose", C), ("absent", "PartHose", None)):
        there = node("a", a={} if held else {"valveUuid": C})

        def forget(params, there=there, held=held):
            if came:
                there.rows("Hose")[0]["valveUuid"] = held
            return JobForgotten("forgotten", outcome="unknown")

        there.answers[api] = forget
        if came:
            assert made(there, MEMBER, by=Joining, valve="v1", hose="a", state=state)["changed"]
        else:
            with pytest.raises(Exception, match="forgotten"):
                made(there, MEMBER, by=Joining, valve="v1", hose="a", state=state)


def test_what_comes_of_joining_is_waited_for():
    member = replace(MEMBER, connects=Connects({"state": ("tight",)}, apt={"state": ("whole",)}))
    draft = task(node("a"), member, hose="a")
    assert draft.plan.steps[0].until == {"state": ("tight",)}
    assert draft.inventory["state"] == "tight"


# -- parting -----------------------------------------------------------------------------------------------------------


def test_all_that_fit_are_parted_and_the_rest_is_left_alone():
    held = {"a": {"valveUuid": C}, "b": {"valveUuid": C}, "d": {"valveUuid": C}}
    assert steps(task(node(**held), maker="acme", state="absent")) == [part(A), part(B)]
    assert steps(task(node(**held), hose="b", state="absent")) == [part(B)]
    result = made(node(**held), MEMBER, check_mode=True, by=Joining, valve="v1", maker="acme", state="absent")
    assert result["diff"] == {"before": {"hose": ["a acme", "b acme"]}, "after": {"hose": None}}
    assert result["hose"] is None


@pytest.mark.parametrize("values", [{"hose": "a"}, {"hose": "gone"}, {"maker": "bond"}])
def test_what_is_not_joined_is_not_parted(values):
    assert steps(task(node(), state="absent", **values)) == []


def test_where_the_api_does_not_ask_whose_it_is_it_is_not_told():
    alone = Api("FreeHose", "DELETE", "/hoses/{hoseUuid}/valve", P("hoseUuid"))
    member = replace(MEMBER, remove=alone)
    assert steps(task(node(a={"valveUuid": C}), member, hose="a", state="absent")) == [("FreeHose", {"hoseUuid": A})]


def test_what_parting_would_stop_must_be_allowed():
    member = replace(MEMBER, stops=Stops(query("Mill", "/mills"), "hoseUuid", (), "stop_mills", titles="mills"),
                     stops_there="valveUuid")  # fmt: skip
    there = node(a={"valveUuid": C})
    there.rows("Mill").append({"uuid": D, "name": "m1", "hoseUuid": A, "valveUuid": C})
    with refused("state: absent of hose a acme would stop mills that run: m1 (nothing else can run it)"):
        task(there, member, hose="a", state="absent")
    assert steps(task(there, member, hose="a", state="absent", stop_mills=True)) == [part(A)]


# -- refusing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("there", "values", "told"),
    [
        (node(), {}, ["say which hose: give hose or maker or length"]),
        (node(), {"hose": "gone"}, ["hose: there is no hose with name or uuid 'gone'"]),
        (node("a"), {"hose": "a", "maker": "bond"}, ["hose: hose a acme has not maker 'bond'"]),
        (node(), {"hose": "a"}, ["hose: hose a acme cannot be attached: ZStack does not offer it; it may be frozen"]),
        (node(a={"valveUuid": B}), {"hose": "a"}, [f"cannot be attached: valve '{B}' has it"]),
        (node(), {"hose": D}, ["hose bond cannot be attached: it has state torn, and needs state whole"]),
        (
            node(a={"basinUuid": "f" * 32}),
            {"hose": "a"},
            ["it is in basin 'lower', the valve in basin 'upper'"],
        ),
        (
            node("d"),
            {"maker": "acme", "length": 5},
            [
                "no hose with maker 'acme', length 5 can be attached to valve 'v1'. ",
                "Those that fit: b acme: ZStack does not offer it",
                "Those that can be attached: bond.",
            ],
        ),
        (node(), {"maker": "nobody"}, ["Those that fit: none. Those that can be attached: none."]),
        (
            node(a={"valveUuid": C, "seal": 1}),
            {"hose": "a", "seal": 2},
            ["seal: hose a acme is attached with 1", "asks for 2"],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_refused_and_told_why(there, values, told):
    with refused(*told):
        task(there, **values)
    assert there.sent == []


def test_what_was_joined_as_it_is_wanted_comes_first():
    held = {"a": {"valveUuid": C, "seal": 1}, "b": {"valveUuid": C, "seal": 2}}
    assert steps(task(node(**held), maker="acme", seal=2)) == []


def test_only_what_is_in_the_same_place_can_be_joined():
    member = replace(MEMBER, candidates=None, criteria=(), within=Field("basin", api="basinUuid", ref=BASIN))
    with refused("hose: hose 'a acme' is in another basin than valve 'v1'; only what is in the same can be attached"):
        task(node(a={"basinUuid": "f" * 32}), member, hose="a")
    assert steps(task(node(a={"basinUuid": "e" * 32}), member, hose="a", basin="upper")) == [join(A)]


def test_what_the_node_would_refuse_is_refused_before_it_is_asked():
    member = replace(MEMBER, sends=(Field("seal", type="int", only="5.2"),), criteria=(Field("maker", only="2.3.1"),))
    there = node()
    with refused("maker: ZStack 5.2 does not know it, ZStack 2.3.1 does"):
        task(there, member, maker="acme")
    with refused("seal is 'x', expected an integer"):
        task(there, member, hose="a", seal="x")
    assert there.asked == []
    assert steps(task(there, member, hose="a", seal="x", state="absent")) == []
    there.asked.clear()
    assert there.asked == []


# -- check mode --------------------------------------------------------------------------------------------------------


def test_what_an_earlier_task_would_have_made_is_joined_in_check_mode():
    there = node()
    result = made(there, MEMBER, check_mode=True, by=Joining, valve="v9", hose="h9")
    assert result["changed"] and result["diff"]["after"] == {"hose": "h9"}
    assert len(result["warnings"]) == 2
    # Which one fits is known once the valve is there.
    result = made(there, MEMBER, check_mode=True, by=Joining, valve="v9", maker="acme")
    assert result["changed"] and result["hose"] is None
    assert "which hose is attached is known once there is what the task refers to" in result["warnings"]
    assert there.read == []
