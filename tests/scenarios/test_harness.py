# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness finds each lie that a module could tell."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
import yaml
from promises import Call, Proof, Run, Stage
from scenarios import GENERATED, ROOT, Scenario, ScenarioError, at, changed_names, differences, misfits, parse, rendered

UUID, ZEROS, OTHER = "a" * 32, "0" * 32, "b" * 32
BEFORE, AFTER = {"name": "z", "description": None}, {"name": "z", "description": "new"}
ZONE = {"uuid": UUID, "name": "z", "description": "new", "last_op_date": "later"}
CHANGED = {"changed": True, "zone": ZONE, "diff": {"before": BEFORE, "after": AFTER}}
UNCHANGED = {"changed": False, "zone": ZONE, "diff": {"before": AFTER, "after": AFTER}}
ASK, SEND = Call("QueryZone", "GET", {}, 200), Call("UpdateZone", "PUT", {"uuid": UUID, "description": "new"}, 200)


class Told:
    """A stage on which the runs of one case are told beforehand."""

    generation = "5.2"
    variables = {}

    def __init__(self, *runs):
        self.runs = list(runs)

    def run(self, _module, _args, _check_mode):
        return self.runs.pop(0)

    def record(self, _module, _runs):
        pass

    def render(self, value):
        return value


def broken(kind, runs, **case):
    scenario = parse("zstack_zone", "5.2", {"kind": kind, "cases": [{"name": "case", "args": {"name": "z"}, **case}]})
    proof = Proof(Told(*runs), scenario, scenario.cases[0])
    getattr(proof, kind)()
    return proof.broken


def runs(predicted=None, real=None, again=None, calls=((ASK,), (ASK, SEND), (ASK,)), secrets=()):
    predicted, real, again = predicted or CHANGED, real or CHANGED, again or UNCHANGED
    return [Run(deepcopy(r), list(c), set(secrets)) for r, c in zip((predicted, real, again), calls, strict=True)]


def edited(result, **zone):
    return dict(result, zone={**result["zone"], **zone})


def test_a_module_that_keeps_its_promises():
    assert broken("state", runs(), sends=[{"UpdateZone": {"description": "new"}}]) == []


@pytest.mark.parametrize(
    ("lie", "complaint"),
    [
        (runs(predicted=edited(CHANGED, description="old")), "prediction: zone.description is predicted as 'old'"),
        (runs(predicted=edited(CHANGED, uuid=OTHER)), "prediction: zone.uuid"),
        (runs(predicted=dict(CHANGED, zone={"uuid": UUID})), "prediction: zone.name is real only"),
        (runs(predicted=dict(CHANGED, diff={"before": BEFORE, "after": {}})), "prediction: diff.after"),
        (runs(predicted=UNCHANGED), "predicted changed"),
        (runs(real=dict(CHANGED, diff={})), "the diff is {}"),
        (runs(calls=([ASK, SEND], [ASK, SEND], [ASK])), "check mode sent UpdateZone"),
        (runs(calls=([ASK], [ASK, SEND], [ASK, SEND])), "the second run sent UpdateZone"),
        (runs(calls=([ASK], [ASK, SEND], [ASK] * 4)), "sent 4 requests, at most 3"),
        (runs(again=CHANGED), "the second run changed something"),
        (runs(again=dict(UNCHANGED, diff={"before": BEFORE, "after": AFTER})), "the second run has a diff"),
        (runs(again=edited(UNCHANGED, description="else")), "second run: zone.description"),
        (runs(again=edited(UNCHANGED, uuid=OTHER)), "second run: zone.uuid"),
        (
            runs(calls=([ASK], [Call("UpdateZone", "PUT", {"uuid": UUID, "name": "z"}, 200)], [ASK])),
            "UpdateZone sent name, which the diff does not show",
        ),
        (
            runs(real=edited(CHANGED, note="hush-hush"), secrets=["hush-hush"]),
            "the secret 'hush-hush' is in the result",
        ),
        (runs(real={"failed": True, "msg": "no"}), "the real run failed: no"),
        (runs(real=dict(CHANGED, warnings=["beware"])), "unexpected warnings"),
    ],
)
def test_a_lie_is_found(lie, complaint):
    assert any(complaint in text for text in broken("state", lie)), broken("state", lie)


def test_acts_send_nothing_in_check_mode():
    act = dict(CHANGED)
    assert broken("act", runs(act, act)) == []
    assert broken("act", runs(act, act, calls=([SEND], [SEND], []))) == ["check mode sent UpdateZone"]


def test_reading_changes_nothing():
    found = {"changed": False, "zones": [ZONE]}
    asked = ([ASK], [ASK], [])
    assert broken("info", runs(found, found, calls=asked), rows=["z"]) == []
    assert broken("info", runs(found, found, calls=([ASK], [SEND], []))) == ["an info module sent UpdateZone"]
    assert "2 rows" in broken("info", runs(found, dict(found, zones=[ZONE, ZONE]), calls=asked), rows=["z"])[-1]


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        ({"failed": True, "msg": "no such"}, None),
        ({"failed": True, "msg": "what?"}, "says 'what?', without 'no'"),
        (CHANGED, "did not fail"),
    ],
)
def test_bad_input_is_refused_with_the_right_words(told, complaint):
    scenario = parse("zstack_zone", "5.2", {"kind": "state", "cases": [{"name": "case", "fails": ["no"]}]})
    proof = Proof(Told(*runs(told, told, calls=([ASK], [ASK], []))), scenario, scenario.cases[0])
    proof.fails()
    assert all(complaint in text for text in proof.broken) if complaint else proof.broken == []
    assert len(proof.broken) == (2 if complaint else 0)


def test_some_reads_are_no_get():
    assert not Call("PowerStatusBaremetalHost", "PUT", {}, 200).writes
    assert not Call("FlattenVmInstance", "PUT", {"dryRun": True}, 200).writes
    assert Call("FlattenVmInstance", "PUT", {}, 200).writes and Call("PowerOnBaremetalHost", "PUT", {}, 200).writes


def test_what_differs_by_name():
    assert not list(differences({"uuid": ZEROS, "create_date": None}, {"uuid": UUID, "create_date": "now"}, GENERATED))
    assert list(differences({"uuid": OTHER}, {"uuid": UUID}, GENERATED))
    assert list(differences([1], [1, 2], GENERATED)) and list(differences({"a": [{"b": 1}]}, {"a": [{"b": 2}]}, ()))


def test_parts_of_a_result():
    assert not list(misfits({"a": {"b": 1}, "gone": None}, {"a": {"b": 1, "c": 2}}))
    assert list(misfits({"a": [1]}, {"a": [1, 2]})) == ["a is [1, 2], wanted [1]"]
    assert not list(misfits(rendered({"a": "{{ something }}"}, {}), {"a": 0}))
    assert list(misfits(rendered({"a": "{{ something }}"}, {}), {"a": None}))


def test_changed_names_at_any_depth():
    before = {"name": "a", "mons": [{"hostname": "m1", "ssh_port": 22}, {"hostname": "m2", "ssh_port": 22}]}
    after = {"name": "a", "mons": [{"hostname": "m1", "ssh_port": 22}, {"hostname": "m2", "ssh_port": 23}]}
    assert changed_names(before, after) == {"mons", "ssh_port"}


def test_generations():
    assert at("5.2", {"a": {"5.2": 1, "2.3.1": 2}, "b": [{"2.3.1": 3}, 4]}) == {"a": 1, "b": [4]}
    assert at("2.3.1", {"a": {5.2: 1}, "b": [{"2.3.1": 3}, 4]}) == {"b": [3, 4]}


def test_expressions_keep_their_type():
    assert rendered(["{{ a.b }}", "x{{ a.b }}"], {"a": {"b": 1}}) == [1, "x1"]


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ({"case": []}, "unknown key 'case'"),
        ({"cases": [{"name": "a", "arg": {}}]}, "case 'a': unknown key 'arg', known: name, args"),
        ({"cases": [{"name": "a", "only": "5.3"}]}, "only: '5.3' is none of 5.2, 2.3.1"),
        ({"cases": [{"name": "a"}, {"name": "a"}]}, "several cases are named {'a'}"),
        ({"kind": "thing"}, "must be one of state, info, act"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(document, says):
    with pytest.raises(ScenarioError) as caught:
        parse("zstack_zone", "5.2", document)
    assert says in str(caught.value)


def test_the_scenario_in_the_guide_holds(stages, generation, tmp_path):
    guide = (ROOT / "docs" / "development.md").read_text("utf-8")
    document = yaml.safe_load(re.search(r"```yaml\n(---\nqueries.*?)```", guide, re.DOTALL)[1])
    scenario = parse("zstack_zone", generation, document)
    stages[generation].leave()
    stage = Stage(stages[generation].node, tmp_path)  # one of its own: what it sees proves nothing of the module
    told = {case.name: stage.prove(scenario, index) for index, case in enumerate(scenario.cases)}
    assert len(told) > 4 and not any(told.values()), told


def test_one_generation():
    assert not parse("zstack_zone", "5.2", {"generations": ["2.3.1"]}).supported
    assert isinstance(parse("zstack_zone", "2.3.1", {"generations": ["2.3.1"]}), Scenario)
