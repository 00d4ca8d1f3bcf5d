# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags: those of users, exact as a set; those of the collection's own are neither shown nor touched."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._engine.draft import Draft
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import StepFailed
from ansible_collections.zstack.cloud.plugins.module_utils._engine.observe import Observer
from ansible_collections.zstack.cloud.plugins.module_utils._engine.spec import options
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Tags

from ..conftest import Node, refusal
from .invented import C, D, made, makes, planned, refused, steps, valve_of

VALVE = valve_of(Tags("ValveVO"))
OWN = "ansible::topology::x"


def node(*tags, tagged=C):
    rows = [{"uuid": f"{n}" * 32, "tag": tag, "resourceUuid": tagged} for n, tag in enumerate(tags)]
    return Node(Valve=[{"uuid": C, "name": "v1"}], UserTag=rows)


def tag(name):
    return ("CreateUserTag", {"resourceType": "ValveVO", "resourceUuid": C, "tag": name})


def untag(number):
    return ("DeleteTag", {"uuid": f"{number}" * 32})


def test_given_means_exactly_these():
    assert options(VALVE)["user_tags"] == {"type": "list", "elements": "str"}
    there = node("a", OWN, "b", "a")
    assert steps(planned(there, VALVE, name="v1", user_tags=["b", " c "])) == [untag(0), untag(3), tag("c")]
    assert steps(planned(there, VALVE, name="v1", user_tags=["b", "a"])) == [untag(3)]
    assert steps(planned(there, VALVE, name="v1", user_tags=[])) == [untag(0), untag(3), untag(2)]
    there.asked.clear()
    assert steps(planned(there, VALVE, name="v1")) == []
    assert [name for name, _conditions in there.asked] == ["QueryValve"]


def test_they_travel_with_a_creation():
    there = Node()
    makes(there, "Valve")

    def remember(params):
        there.rows("UserTag").extend(
            {"tag": t, "resourceUuid": there.rows("Valve")[0]["uuid"], "uuid": D} for t in "ba"
        )

    make = there.answers["CreateValve"]
    there.answers["CreateValve"] = lambda params: (make(params), remember(params))[0]
    predicted = made(there, VALVE, check_mode=True, name="v1", user_tags=["b", "a"])
    result = made(there, VALVE, name="v1", user_tags=["b", "a"])
    assert there.sent[0][1]["userTags"] == ["a", "b"] and there.writes() == ["CreateValve"]
    assert predicted["diff"] == result["diff"] == {"before": {}, "after": {"name": "v1", "user_tags": ["a", "b"]}}
    assert predicted["valve"]["user_tags"] == result["valve"]["user_tags"] == ["a", "b"]


def test_the_result_tells_what_the_node_has():
    there = node(OWN)
    there.answers["CreateUserTag"] = lambda params: there.rows("UserTag").extend(
        {"tag": name, "resourceUuid": C, "uuid": D} for name in ("a", "somebody else's")
    )
    result = made(there, VALVE, name="v1", user_tags=["a"])
    assert result["diff"]["before"]["user_tags"] == []
    assert result["diff"]["after"]["user_tags"] == result["valve"]["user_tags"] == ["a", "somebody else's"]


@pytest.mark.parametrize("theirs", ["1", "f"])
def test_a_tag_that_somebody_else_makes_at_the_same_moment_is_left_once(theirs):
    there = node()

    def both(params):
        rows = [{"tag": params["tag"], "resourceUuid": C, "uuid": uuid * 32} for uuid in ("9", theirs)]
        there.rows("UserTag").extend(rows)

    def remove(params):
        there.tables["QueryUserTag"] = [row for row in there.rows("UserTag") if row["uuid"] != params["uuid"]]

    there.answers.update(CreateUserTag=both, DeleteTag=remove)
    result = made(there, VALVE, name="v1", user_tags=["a"])
    assert result["changed"] is True and result["valve"]["user_tags"] == ["a"]
    assert [row["uuid"][0] for row in there.rows("UserTag")] == [min("9", theirs)]


def test_where_it_cannot_be_left_once_it_is_told_what_was_done():
    there = node()
    there.answers["CreateUserTag"] = lambda params: there.rows("UserTag").extend(
        {"tag": "a", "resourceUuid": C, "uuid": uuid} for uuid in (D, C)
    )
    there.answers["DeleteTag"] = refusal()
    with pytest.raises(StepFailed) as caught:
        made(there, VALVE, name="v1", user_tags=["a"])
    told = caught.value.as_result()
    assert (told["done"], told["not_done"], told["changed"]) == (["CreateUserTag"], ["DeleteTag"], True)


@pytest.mark.parametrize("wrong", ["", " ", OWN])
def test_what_is_no_tag_of_a_user_is_refused(wrong):
    with refused(f"user_tags: {wrong!r} is no tag of a user: it is empty or begins with ansible::"):
        planned(node(), VALVE, name="v1", user_tags=["a", wrong])


def owned(there, name="v1"):
    draft = Draft(VALVE, {"name": name}, Observer(there))
    draft.owner = OWN
    draft.observe()
    draft.make_plan()
    return draft


def test_what_belongs_to_a_topology_is_marked_so_and_the_diff_tells_what_is_adopted():
    adopted = owned(node("a"))
    assert steps(adopted) == [tag(OWN)]
    name, other = OWN.rpartition("::")[2], "ansible::topology::other"
    assert (adopted.plan.before["topologies"], adopted.plan.after["topologies"]) == ([], [name])
    shared = owned(node("a", other)).plan
    assert (shared.before["topologies"], shared.after["topologies"]) == (["other"], sorted([name, "other"]))
    assert steps(owned(node(OWN))) == []
    assert owned(node(OWN)).plan.after == {"name": "v1"}
    assert steps(owned(node(OWN, "a", OWN))) == [untag(2)]
    assert steps(owned(node(), "v2"))[0][1]["userTags"] == [OWN]
    assert owned(node(), "v2").plan.after == {"name": "v2"}
