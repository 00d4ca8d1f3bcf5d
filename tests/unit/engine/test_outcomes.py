# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of a plan that ended half-way: what the node has done is done, whatever came after it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, repeat

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P, query
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import (
    ApiError,
    ConnectionFailed,
    ConnectionLost,
)
from ansible_collections.zstack.cloud.plugins.module_utils._engine.apply import apply
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import StepFailed
from ansible_collections.zstack.cloud.plugins.module_utils._engine.graph import Plan, Step
from ansible_collections.zstack.cloud.plugins.module_utils._engine.reconcile import reconcile
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Field

from ..conftest import Node
from .invented import made, makes, valve_of

UUID = "8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e"
OPEN = Api("OpenValve", "PUT", "/valves/{uuid}/actions", P("uuid", required=True), returns=())
PAINT = Api("PaintValve", "PUT", "/valves/{uuid}/paint", P("uuid", required=True), returns=())
CREATE = Api("CreateValve", "POST", "/valves", P("name"), P("resourceUuid"))
VALVE = Resource(
    name="valve",
    query=query("Valve", "/valves"),
    inventory=("uuid", "name", "status"),
    words=(Field("name"),),
    create=CREATE,
)


def answering(*answers, **ends):
    """A Node whose query answers so in turn and then as the last time, and whose APIs end so."""
    node = Node()
    node.answers.update(ends, QueryValve=chain(answers, repeat(answers[-1])))
    return node


def open_valve(**more):
    return Step("open", VALVE, UUID, "v1", OPEN, {"uuid": UUID}, {"status": ("open",)}, **more)


def paint_valve(**more):
    return Step("paint", VALVE, UUID, "v1", PAINT, {"uuid": UUID}, **more)


@pytest.mark.parametrize("away", [ConnectionFailed("away"), ConnectionLost("away")])
def test_a_node_that_is_away_while_an_object_is_waited_for_is_borne(away):
    node = answering(away, [{"uuid": UUID, "status": "shut"}], away, [{"uuid": UUID, "status": "open"}])
    outcome = apply(node, Plan((open_valve(),)), 10)
    assert outcome.ok and node.writes() == ["OpenValve"]


def test_a_node_that_stays_away_is_not_waited_for_longer_than_the_task_may():
    outcome = apply(answering(ConnectionLost("away")), Plan((open_valve(),)), 0.3)
    told = outcome.failure().as_result()
    assert (told["msg"].partition(".")[0], told["changed"]) == ("away", True)


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [([{"uuid": UUID, "status": "shut"}], 0.05), ([], 10), (ApiError({"code": "SYS.1000"}), 10)],
    ids=["it does not come", "it is gone", "it cannot be read"],
)
def test_what_was_carried_out_and_awaited_in_vain_is_done(answer, seconds):
    plan = Plan((open_valve(), paint_valve(after=("open",))))
    told = apply(answering(answer), plan, seconds).failure().as_result()
    assert told["changed"] is True
    assert told["done"] == ["OpenValve"]
    assert told["not_done"] == ["waiting for status open", "PaintValve"]


def test_what_was_made_under_another_uuid_is_done():
    node = answering([], CreateValve={"inventory": {"uuid": UUID[::-1]}})
    step = Step("make", VALVE, UUID, "v1", CREATE, {"name": "v1", "resourceUuid": UUID}, makes=UUID)
    told = apply(node, Plan((step,)), 10).failure().as_result()
    assert (told["changed"], told["done"], told["not_done"]) == (True, ["CreateValve"], [])


def test_where_it_cannot_be_read_again_nobody_is_said_to_have_deleted_it():
    there = Node()
    makes(there, "Valve")
    there.answers["QueryValve"] = lambda conditions: ConnectionLost("away") if there.rows("Valve") else []
    with pytest.raises(StepFailed) as caught:
        made(there, valve_of(), name="v1")
    told = caught.value.as_result()
    assert told["msg"].startswith("away") and "deleted" not in told["msg"]
    assert (told["changed"], told["done"]) == (True, ["CreateValve"])


class Sketch:
    """Plans to open and to paint the valve; once it is open, another one is to be painted."""

    number = 0

    def __init__(self, declared, values, observer, number):
        self.resource, self.values, self.observer, self.number = declared, values, observer, number

    def observe(self):
        [row] = self.observer.client.query(VALVE.query)
        opened = row["status"] == "open"
        painting = replace(paint_valve(), params={"uuid": UUID[::-1] if opened else UUID})
        self.plan = Plan((painting,) if opened else (open_valve(), replace(painting, after=("open",))))

    def make_plan(self):
        pass


def test_what_an_earlier_round_did_is_told_by_the_last():
    failure = ApiError({"code": "SYS.1007", "details": "wet"})
    shut, opened = [{"uuid": UUID, "status": "shut"}], [{"uuid": UUID, "status": "open"}]
    node = answering(shut, opened, PaintValve=failure)
    with pytest.raises(StepFailed) as caught:
        reconcile(node, Sketch, VALVE, {}, False, 10)
    told = caught.value.as_result()
    assert (told["changed"], told["done"], told["not_done"]) == (True, ["OpenValve"], ["PaintValve"])
