# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attachments: what is joined to an object, given as a set; and Connects, what it comes to by that."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import query
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import JobForgotten
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import NotFound
from ansible_collections.zstack.cloud.plugins.module_utils._engine.spec import options
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Attachments, Connects, Field

from ..conftest import Node
from .invented import BASIN, HOSE, JOIN, PART, A, B, C, D, made, makes, planned, refused, steps, valve_of

OWN = Attachments("hoses", HOSE, JOIN, PART, this="valveUuid", other="hoseUuid", own="hoseUuids")
THEIRS = Attachments("hoses", HOSE, JOIN, PART, this="valveUuid", other="hoseUuid", theirs="valveUuids")
BARRING = Attachments("hoses", HOSE, JOIN, PART, this="valveUuid", other="hoseUuid", own="hoseUuids", bars=True)
HOSES = [{"uuid": A, "name": "long", "basinUuid": D}, {"uuid": B, "name": "short", "basinUuid": D}]


def node(*joined, **more):
    """A valve with these hoses, told by either side."""
    hoses = [dict(hose, valveUuids=[C] if hose["uuid"] in joined else []) for hose in HOSES]
    return Node(Hose=hoses, Valve=[{"uuid": C, "name": "v1", "hoseUuids": list(joined), "basinUuid": D, **more}])


def join(uuid):
    return ("JoinHose", {"valveUuid": C, "hoseUuid": uuid})


def part(uuid):
    return ("PartHose", {"valveUuid": C, "hoseUuid": uuid})


@pytest.mark.parametrize("word", [OWN, THEIRS], ids=["own", "theirs"])
@pytest.mark.parametrize(
    ("now", "wanted", "sent"),
    [([], ["long", B], [join(A), join(B)]), ([A], ["short"], [part(A), join(B)]), ([A, B], [], [part(A), part(B)]),
     ([B], [" short "], []), ([A], None, [])],
)  # fmt: skip
def test_given_means_exactly_these(word, now, wanted, sent):
    draft = planned(node(*now), valve_of(word), name="v1", **({} if wanted is None else {"hoses": wanted}))
    assert steps(draft) == sent
    names = {A: "long", B: "short"}
    if wanted is not None:
        assert draft.plan.before["hoses"] == sorted(names[uuid] for uuid in now)
        assert draft.plan.after["hoses"] == sorted(names.get(name, name.strip()) for name in wanted)


def test_whatever_their_number_one_query_serves():
    there = node(A, B)
    planned(there, valve_of(OWN), name="v1", hoses=["long", "short"])
    assert [name for name, _conditions in there.asked] == ["QueryValve", "QueryHose"]


@pytest.mark.parametrize("word", [OWN, THEIRS], ids=["own", "theirs"])
def test_a_new_object_is_joined_after_it_is_made_and_the_result_shows_names(word):
    there = node()
    makes(there, "Valve", hoseUuids=[])

    def join_it(params):
        there.rows("Valve")[-1]["hoseUuids"] = [params["hoseUuid"]]
        there.rows("Hose")[0]["valveUuids"] = [params["valveUuid"]]

    there.answers["JoinHose"] = join_it
    resource = valve_of(word, created={"hoseUuids": []})
    predicted = made(there, resource, check_mode=True, name="v2", hoses=["long"])
    result = made(there, resource, name="v2", hoses=["long"])
    assert there.writes() == ["CreateValve", "JoinHose"]
    assert (
        predicted["diff"]
        == result["diff"]
        == {"before": {}, "after": {"name": "v2", "hoses": ["long"]}} | {"before": {}}
    )
    assert predicted["valve"]["hoses"] == result["valve"]["hoses"] == ["long"]


@pytest.mark.parametrize("word", [OWN, THEIRS], ids=["own", "theirs"])
@pytest.mark.parametrize("came", [True, False])
def test_an_attachment_whose_job_is_forgotten_is_looked_for(word, came):
    there = node()

    def forget(params):
        if came:
            there.rows("Valve")[0]["hoseUuids"] = [A]
            there.rows("Hose")[0]["valveUuids"] = [C]
        return JobForgotten("forgotten", outcome="unknown")

    there.answers["JoinHose"] = forget
    if came:
        assert made(there, valve_of(word), name="v1", hoses=["long"])["changed"]
    else:
        with pytest.raises(Exception, match="forgotten") as caught:
            made(there, valve_of(word), name="v1", hoses=["long"])
        assert caught.value.as_result()["unknown"] == ["JoinHose"]


def test_only_what_is_in_the_same_place_can_be_joined():
    word = Attachments("hoses", HOSE, JOIN, PART, "valveUuid", "hoseUuid", own="hoseUuids", within="basinUuid")
    there = node()
    there.rows("Hose").append({"uuid": "e" * 32, "name": "far", "basinUuid": "f" * 32})
    assert steps(planned(there, valve_of(word), name="v1", hoses=["long"])) == [join(A)]
    with refused("there is no hose with name or uuid 'far'", "It must be in the basin of this valve.", by=NotFound):
        planned(there, valve_of(word), name="v1", hoses=["far"])
    # Of a new object it is the task that says where it is.
    there.rows("Basin").append({"uuid": "f" * 32, "name": "other"})
    resource = valve_of(Field("basin", api="basinUuid", ref=BASIN), word)
    assert steps(planned(there, resource, name="v2", basin="other", hoses=["far"]))[1][1]["hoseUuid"] == "e" * 32
    with refused("there is no hose with name or uuid 'gone'", by=NotFound) as caught:
        planned(there, valve_of(OWN), name="v1", hoses=["gone"])
    assert "must be in" not in caught.value.message


# -- deletion ----------------------------------------------------------------------------------------------------------


def test_what_is_joined_stands_in_the_way_of_a_deletion_unless_the_task_allows_it():
    resource = valve_of(BARRING)
    assert options(resource)["cascade"] == {"type": "bool", "default": False}
    told = "deleting valve 'v1' (cccccccccccccccccccccccccccccccc) would detach it from hoses (long, short) first. "
    with refused(told + "Set cascade: true to have that.") as caught:
        planned(node(A, B), resource, name="v1", state="absent")
    assert caught.value.details["dependents"] == {"hoses": 2}
    result = made(node(A, B), resource, check_mode=True, name="v1", state="absent", cascade=True)
    assert result["detached"] == {"hoses": ["long", "short"]}
    draft = planned(node(A, B), resource, name="v1", state="absent", cascade=True)
    assert steps(draft) == [part(A), part(B), ("DeleteValve", {"uuid": C})]
    assert steps(planned(node(), resource, name="v1", state="absent")) == [("DeleteValve", {"uuid": C})]
    assert "cascade" not in options(valve_of(OWN))


# -- connecting --------------------------------------------------------------------------------------------------------

PUMPS = query("Pump", "/pumps")
CONNECTS = Connects({"status": ("Wet",)}, apt={"type": ("pressed",)}, through=(PUMPS, "hoseUuid", ("state=On",)))


@pytest.mark.parametrize(
    ("row", "pump", "waits"),
    [
        ({"type": "pressed", "status": "Dry"}, "On", True),
        ({"type": "pressed", "status": "Dry"}, "Off", False),
        ({"type": "free", "status": "Dry"}, "On", False),
        ({"type": "pressed", "status": "Wet"}, "On", False),
    ],
)
def test_it_is_waited_for_what_joining_brings_about(row, pump, waits):
    word = Attachments("hoses", HOSE, JOIN, PART, "valveUuid", "hoseUuid", own="hoseUuids", connects=CONNECTS)
    there = node(**row)
    there.rows("Pump").append({"uuid": D, "hoseUuid": A, "state": pump})
    draft = planned(there, valve_of(word), name="v1", hoses=["long"])
    assert steps(draft) == [join(A)] + ([{"status": ("Wet",)}] if waits else [])
    assert draft.plan.inventory["status"] == ("Wet" if waits else row["status"])
