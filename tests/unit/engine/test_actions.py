# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Action: an act that is no state, whether there is anything to do, and what came of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P, query
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import JobForgotten
from ansible_collections.zstack.cloud.plugins.module_utils._engine import acting
from ansible_collections.zstack.cloud.plugins.module_utils._engine.acting import Acting
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import Failed, NotFound, StepFailed
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Action, Field, LongJob

from ..conftest import Node
from .invented import BASIN, UUID, A, B, C, made, refused, valve_of

VALVE = valve_of(Field("basin", api="basinUuid", ref=BASIN))
FLUSH = Api("FlushValve", "PUT", "/valves/{uuid}/flush", UUID, P("litres", "int", range=(1, 9)), P("into"), P("seal"))
GET = Api("GetFlow", "GET", "/valves/{uuid}/flow", UUID, returns=("flow",))
JOBS = query("LongJob", "/longjobs")
ACT = Action(
    name="valve_flush",
    api=FLUSH,
    fields=(Field("valve", api="uuid", ref=VALVE, required=True), Field("litres", type="int")),
    subject="valve",
)


def node(**row):
    rows = [{"uuid": C, "name": "v1", "basinUuid": A, "size": 1, **row}]
    return Node(Valve=rows, Basin=[{"uuid": A, "name": "upper"}, {"uuid": B, "name": "lower"}])


def act(there, word=ACT, check_mode=False, **values):
    return made(there, word, check_mode=check_mode, by=Acting, **{"valve": "v1", **values})


def both(there, word, **values):
    """(predicted, real) result."""
    return act(there, word, True, **values), act(there, word, **values)


def test_it_is_done_and_its_subject_shown():
    assert acting.options(ACT)["litres"] == {"type": "int"}
    there = node()
    predicted, result = both(there, ACT, litres=3)
    assert there.sent == [("FlushValve", {"uuid": C, "litres": 3})]
    assert predicted == result
    assert (result["changed"], result["ran"], result["valve"]["name"]) == (True, ["FlushValve"], "v1")


def test_an_act_without_a_subject():
    everything = Api("FlushAll", "POST", "/flush", P("litres", "int"), returns=())
    word = Action(name="flush", api=everything, fields=(Field("litres", type="int"),))
    there = node()
    nothing = {"before": {}, "after": {}}
    assert made(there, word, by=Acting, litres=3) == {"changed": True, "diff": nothing, "ran": ["FlushAll"]}


def test_what_moved_is_told():
    there = node()
    there.answers["FlushValve"] = lambda params: there.rows("Valve")[0].update(size=5)
    assert act(there, replace(ACT, moves=("size", "state")))["diff"] == {"before": {"size": 1}, "after": {"size": 5}}


@pytest.mark.parametrize("size", [1, 5])
def test_whether_something_changed_may_be_measured(size):
    there = node()
    there.answers["FlushValve"] = lambda params: there.rows("Valve")[0].update(size=size)
    assert act(there, replace(ACT, moves=("size",), measured=True))["changed"] is (size != 1)


def test_what_its_subject_becomes_is_predicted():
    word = replace(
        ACT,
        became=lambda draft: {"state": ("Clean",)},
        foresees=lambda draft: {"size": 0},
    )
    there = node()
    there.answers["FlushValve"] = lambda params: there.rows("Valve")[0].update(size=0, state="Clean")
    predicted, result = both(there, word)
    assert predicted == result
    assert result["diff"] == {"before": {"state": None}, "after": {"state": "Clean"}}


@pytest.mark.parametrize(
    "proof", [{"became": lambda draft: {"state": ("Clean",)}}, {"proves": lambda draft, row: row["state"] == "Clean"}]
)
@pytest.mark.parametrize("state", ["Clean", "Dirty"])
def test_one_whose_job_is_forgotten_is_looked_for(proof, state):
    there = node()

    def forget(params):
        there.rows("Valve")[0]["state"] = state
        return JobForgotten("forgotten", outcome="unknown")

    there.answers["FlushValve"] = forget
    # It may name a long job that nobody tells of then.
    word = replace(ACT, follows=LONG, tells=lambda reply, draft: reply, result="flush", **proof)
    if state == "Clean":
        assert act(there, word)["changed"]
    else:
        with pytest.raises(StepFailed, match="forgotten"):
            act(there, word)


# -- whether there is anything to do -----------------------------------------------------------------------------------


def test_what_is_so_already_is_not_done():
    word = replace(
        ACT, asks=GET, asking=lambda draft: {"uuid": draft.uuid}, already=lambda draft: draft.asked["flow"] == "none"
    )
    there = node()
    there.answers["GetFlow"] = {"flow": "none"}
    predicted, result = both(there, word)
    assert predicted == result
    assert (result["changed"], result["ran"], there.sent) == (False, [], [])
    there.answers["GetFlow"] = {"flow": "much"}
    assert act(there, word)["changed"]


def test_what_it_looks_at_is_read_once():
    word = replace(
        ACT,
        looks={"drops": (query("Drop", "/drops"), lambda draft: [("valveUuid", "=", draft.uuid)]),
               "never": (JOBS, lambda draft: None),
               "elsewhere": (query("Fish", "/fish", only="2.3.1"), lambda draft: [])},
        already=lambda draft: [len(draft.found[name]) for name in ("drops", "never", "elsewhere")] == [1, 0, 0],
    )  # fmt: skip
    there = node()
    there.rows("Drop").append({"uuid": B, "valveUuid": C})
    assert not act(there, word, check_mode=True)["changed"]
    assert [name for name, _conditions in there.asked] == ["QueryValve", "QueryDrop", "QueryBasin"]


def test_what_is_measured_and_wanted():
    word = replace(ACT, measure=lambda draft: {"level": there.level}, wanted=lambda draft: {"level": 0})
    there = node()
    there.level = 0
    assert not act(there, word)["changed"]
    there.level = 7
    there.answers["FlushValve"] = lambda params: setattr(there, "level", 1)
    predicted, result = both(there, word)
    assert (predicted["level"], predicted["diff"]) == (0, {"before": {"level": 7}, "after": {"level": 0}})
    assert (result["level"], result["diff"]) == (1, {"before": {"level": 7}, "after": {"level": 1}})


def test_where_it_is_to_be():
    word = replace(
        ACT,
        fields=(ACT.fields[0], Field("basin", api="into", ref=BASIN)),
        aim="basin",
        now=lambda draft: draft.row["basinUuid"],
        asks=GET,
        asking=lambda draft: {"uuid": draft.uuid},
    )
    there = node()
    result = act(there, word, basin="upper")
    assert (result["changed"], result["diff"]) == (False, {"before": {"basin": "upper"}, "after": {"basin": "upper"}})
    assert there.read == []
    result = act(there, word, basin="lower")
    assert result["diff"] == {"before": {"basin": "upper"}, "after": {"basin": "lower"}}
    assert there.sent == [("FlushValve", {"uuid": C, "into": B})]


# -- refusing ----------------------------------------------------------------------------------------------------------


def test_what_the_node_would_refuse_is_refused_before_it_is_asked():
    there = node()
    with refused("litres is 10, expected 1 to 9"):
        act(there, litres=10)
    newer = replace(ACT, fields=(*ACT.fields, Field("into", only="2.3.1")))
    with refused("into: ZStack 5.2 does not know it, ZStack 2.3.1 does"):
        act(there, newer, into="x")
    assert there.asked == []
    with refused("it is rusty"):
        act(there, replace(ACT, refuses=lambda draft: "it is rusty"))
    with refused("there is no valve with name or uuid 'v2'", by=NotFound):
        act(there, valve="v2")
    with refused("ZStack 5.2 has no valve flush, ZStack 2.3.1 has"):
        act(there, replace(ACT, only="2.3.1"))
    assert there.sent == []


def test_in_check_mode_an_earlier_task_would_have_made_its_subject():
    word = replace(ACT, refuses=lambda draft: "never said", already=lambda draft: True, sends={"seal": lambda draft: A})
    result = act(node(), word, True, valve="v9")
    assert result["changed"] and "there is no valve with name or uuid 'v9'" in result["warnings"][0]


def test_of_what_is_not_there_nothing_is_left_to_undo():
    word = replace(ACT, state="absent")
    there = node()
    result = act(there, word, valve="v9", state="absent")
    assert (result["changed"], result["valve"], there.sent) == (False, None, [])
    assert act(there, word, state="absent")["changed"]


# -- what it tells -----------------------------------------------------------------------------------------------------

TELLS = replace(
    ACT,
    result="flush",
    tells=lambda reply, draft: reply["inventory"],
    failed=lambda told: f"only {told['litres']} l went" if told["litres"] < 3 else None,
)


def test_the_reply_is_told_and_may_be_a_failure():
    there = node()
    there.answers["FlushValve"] = {"inventory": {"litres": 5}}
    assert act(there, TELLS)["flush"] == {"litres": 5}
    assert act(there, TELLS, check_mode=True)["flush"] is None
    there.answers["FlushValve"] = {"inventory": {"litres": 1}}
    with pytest.raises(Failed) as caught:
        act(there, TELLS)
    told = caught.value.as_result()
    assert (told["msg"], told["changed"], told["flush"]) == ("only 1 l went", True, {"litres": 1})


LONG = LongJob(JOBS, "state", "Well", ("Well", "Ill"), lambda row: row["reason"])
FOLLOWS = replace(ACT, follows=LONG)


def following(*states):
    there = node()
    there.answers["FlushValve"] = {"inventory": {"uuid": B}}
    there.answers["QueryLongJob"] = iter([[{"uuid": B, "state": s, "reason": "rust"}] if s else [] for s in states])
    return there


def test_a_long_job_is_waited_for():
    there = following("Runs", "Runs", "Well")
    assert act(there, FOLLOWS)["changed"]
    assert there.asked.count(("QueryLongJob", [f"uuid={B}"])) == 3


@pytest.mark.parametrize(("states", "end"), [(("Runs", "Ill"), "ended as Ill: rust"), (("Runs", ""), "is forgotten")])
def test_a_long_job_that_ends_badly(states, end):
    with pytest.raises(Failed) as caught:
        act(following(*states), FOLLOWS)
    told = caught.value.as_result()
    assert f"the long job {B} of FlushValve {end}" in told["msg"]
    assert (told["long_job_uuid"], told["changed"]) == (B, True)
