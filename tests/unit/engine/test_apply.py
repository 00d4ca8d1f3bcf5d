# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans are run as far as they can be, side by side where they may, and nothing is believed that is not known."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P, query
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import (
    ConnectionLost,
    JobForgotten,
    JobTimeout,
)
from ansible_collections.zstack.cloud.plugins.module_utils._client.jobs import Notices
from ansible_collections.zstack.cloud.plugins.module_utils._engine.apply import apply
from ansible_collections.zstack.cloud.plugins.module_utils._engine.graph import Plan, Step
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Field

from ..conftest import Job, Node, refusal

CREATE = Api("CreateValve", "POST", "/valves", P("name", required=True), P("resourceUuid"))
OPEN = Api("OpenValve", "PUT", "/valves/{uuid}/actions", P("uuid", required=True))
DELETE = Api("DeleteValve", "DELETE", "/valves/{uuid}", P("uuid", required=True))
VALVE = Resource(
    name="valve",
    query=query("Valve", "/valves"),
    inventory=("uuid", "name", "status"),
    words=(Field("name"),),
    create=CREATE,
    delete=DELETE,
)
#: One that is there before it is whole.
PUMP = replace(VALVE, name="pump", kind="", plural="", query=query("Pump", "/pumps"), settled={"status": ("on", "off")})
UNKNOWN = {"outcome": "unknown"}
seen = []


def uuid(number):
    return f"{number:032x}"


def create(number, resource=VALVE, **more):
    params = {"name": f"v{number}", "resourceUuid": uuid(number)}
    return Step(f"create{number}", resource, uuid(number), f"v{number}", CREATE, params, makes=uuid(number), **more)


def opening(number, **more):
    return Step(f"open{number}", VALVE, uuid(number), f"v{number}", OPEN, {"uuid": uuid(number)}, **more)


def deletion(number):
    return Step(f"delete{number}", VALVE, uuid(number), f"v{number}", DELETE, {"uuid": uuid(number)}, ends=uuid(number))


def row(number, **more):
    return {"uuid": uuid(number), "name": f"v{number}", **more}


def ids(steps):
    return [step.id for step in steps]


def test_what_depends_on_nothing_runs_side_by_side_as_far_as_it_may():
    for allowed, most in ((1, 1), (2, 2), (8, 4)):
        node = Node()
        node.takes["CreateValve"] = 3
        outcome = apply(node, Plan(tuple(map(create, range(4)))), 10, allowed)
        assert outcome.ok and len(outcome.done) == 4
        assert node.most == most


def test_of_many_jobs_none_is_asked_about_before_the_quickest_so_far_had_ended():
    first_looks, node = [], Node()

    class Timed(Job):
        def __init__(self, *given):
            super().__init__(*given)
            self.begin = self.due = time.monotonic()
            self.first = 0

        def look(self):
            now = time.monotonic()
            if now < self.due:
                return False
            self.first = self.first or first_looks.append(now - self.begin) or now
            self.due = now + 0.001
            return now >= self.begin + 0.03

    node.start = lambda api, params, **_more: Timed(node, api.name, params, "")
    apply(node, Plan(tuple(map(create, range(4)))), 10)
    assert first_looks[0] < 0.03 <= min(first_looks[1:])


def test_a_step_begins_when_those_before_it_are_done_and_not_when_all_are():
    node = Node()
    node.takes["CreateValve"] = 3
    node.takes["OpenValve"] = 1
    plan = Plan((create(1), create(2), opening(1), opening(2, after=("open1",))))
    apply(node, plan, 10, 8)
    assert node.writes() == ["CreateValve", "CreateValve", "OpenValve", "OpenValve"]
    assert [params.get("uuid") for name, params in node.sent if name == "OpenValve"] == [uuid(1), uuid(2)]


def test_a_failure_stops_only_what_depends_on_it():
    node = Node()
    node.answers["CreateValve"] = lambda params: refusal() if params["name"] == "v1" else {}
    plan = Plan((create(1), opening(1), create(2), opening(2)))
    outcome = apply(node, plan, 10, 8)
    assert ids(outcome.done) == ["create2", "open2"]
    assert (ids(outcome.failed), ids(outcome.blocked)) == (["create1"], ["open1"])
    told = outcome.failure().as_result()
    assert told["done"] == ["CreateValve", "OpenValve"] and told["not_done"] == ["CreateValve", "OpenValve"]


def test_nothing_begins_after_the_deadline_but_the_first():
    node = Node()
    outcome = apply(node, Plan((create(1), opening(1))), 0)
    assert (ids(outcome.done), ids(outcome.failed)) == (["create1"], ["open1"])
    assert node.writes() == ["CreateValve"]
    assert "0 s of zstack_wait_timeout were over before OpenValve" in outcome.failure().message


def test_a_uuid_of_the_nodes_own_takes_the_place_of_ours():
    node = Node()
    node.answers["CreateValve"] = {"inventory": {"uuid": uuid(99)}}
    unnamed = replace(create(1), params={"name": "v1"})
    outcome = apply(node, Plan((unnamed, opening(1))), 10)
    assert node.sent[1] == ("OpenValve", {"uuid": uuid(99)})
    assert outcome.chosen == {uuid(1): uuid(99)}


def test_what_is_waited_for_is_asked_by_one_query_a_kind():
    node = Node(Valve=[row(n, status="shut") for n in range(5)])

    def opened(params):
        for valve in node.rows("Valve"):
            valve["status"] = "open" if len(node.asked) > 2 else "shut"
        return [dict(valve) for valve in node.rows("Valve")]

    node.answers["QueryValve"] = opened
    plan = Plan(tuple(opening(n, until={"status": ("open",)}) for n in range(5)))
    assert apply(node, plan, 10, 8).ok
    assert {tuple(conditions) for _name, conditions in node.asked} == {(f"uuid?={','.join(map(uuid, range(5)))}",)}


def test_what_vanishes_while_it_is_waited_for():
    node = Node(Valve=[])
    told = apply(node, Plan((opening(1, until={"status": ("open",)}),)), 10).failure()
    assert "valve 'v1' to have status open was waited for, but it is gone" in told.message
    assert told.as_result()["done"] == ["OpenValve"]


# -- what nobody knows -------------------------------------------------------------------------------------------------


def test_what_is_there_was_made_and_what_is_gone_was_deleted():
    node = Node(Valve=[row(1)])
    for name in ("CreateValve", "DeleteValve"):
        node.answers[name] = JobForgotten("forgotten", **UNKNOWN)
    outcome = apply(node, Plan((create(1), deletion(2))), 10, 2)
    assert outcome.ok and len(outcome.done) == 2


def test_what_is_not_there_is_not_known_to_be_made_nor_what_is_there_to_be_deleted():
    node = Node(Valve=[row(2)])
    for name in ("CreateValve", "DeleteValve"):
        node.answers[name] = JobForgotten("forgotten", **UNKNOWN)
    told = apply(node, Plan((create(1), deletion(2))), 10, 2).failure().as_result()
    assert (told["unknown"], told["done"], told["not_done"]) == (["CreateValve", "DeleteValve"], [], [])


def test_a_failure_that_is_known_is_not_looked_into():
    node = Node(Valve=[row(1)])
    node.answers["CreateValve"] = refusal()
    assert ids(apply(node, Plan((create(1),)), 10).failed) == ["create1"]
    assert node.asked == []


@pytest.mark.parametrize(("status", "ok"), [("open", True), ("shut", False)])
def test_a_proof_tells_of_what_the_uuid_does_not(status, ok):
    node = Node(Valve=[row(1, status=status)])
    node.answers["OpenValve"] = JobForgotten("forgotten", **UNKNOWN)
    proof = (VALVE, uuid(1), lambda found: found["status"] == "open")
    assert apply(node, Plan((opening(1, proof=proof),)), 10).ok is ok


def test_what_the_node_tells_of_a_kind_only_is_looked_for_among_that():
    node = Node(Valve=[row(1, type="ball"), row(2, type="gate")])
    balls = replace(VALVE, narrow=(("type", "ball"),), inventory=(*VALVE.inventory, "type"))
    for name in ("CreateValve", "OpenValve"):
        node.answers[name] = JobForgotten("forgotten", **UNKNOWN)
    proof = (balls, uuid(1), lambda found: found is not None)
    outcome = apply(node, Plan((opening(1, proof=proof), create(2, balls))), 10, 2)
    assert ids(outcome.done) == ["open1"] and ids(outcome.failed) == ["create2"]


def test_where_the_proof_cannot_be_read_nothing_is_known():
    node = Node()
    node.answers["OpenValve"] = JobForgotten("forgotten", **UNKNOWN)
    node.answers["QueryValve"] = refusal()
    proof = (VALVE, uuid(1), lambda found: True)
    told = apply(node, Plan((opening(1, proof=proof),)), 10).failure().as_result()
    assert told["unknown"] == ["OpenValve"] and "forgotten" in told["msg"]


def test_what_is_waited_for_proves_a_step_only_where_it_did_not_hold_before():
    until = {"status": ("open",)}
    for moves, ok in ((True, True), (False, False)):
        node = Node(Valve=[row(1, status="open")])
        node.answers["OpenValve"] = JobForgotten("forgotten", **UNKNOWN)
        assert apply(node, Plan((opening(1, until=until, moves=moves),)), 10).ok is ok


@pytest.mark.parametrize("answer", [[row(1, status="closing")], [], refusal()], ids=["there", "gone", "unread"])
def test_what_is_waited_for_in_vain_after_a_step_in_doubt_leaves_it_in_doubt(answer):
    """The host that began to go into maintenance when the node was restarted."""
    node = Node(Valve=[row(1, status="closing")])
    node.answers["OpenValve"] = JobForgotten("forgotten", **UNKNOWN)
    node.answers["QueryValve"] = iter([[row(1, status="closing")], *[answer] * 9])
    told = apply(node, Plan((opening(1, until={"status": ("open",)}),)), 0.02).failure().as_result()
    assert (told["unknown"], told["done"], told["not_done"]) == (["OpenValve"], [], [])
    assert told["changed"] is False and told["msg"].startswith("forgotten")


# -- what is there before it is whole ----------------------------------------------------------------------------------


def test_a_creation_in_doubt_is_done_when_it_is_settled():
    node = Node()
    node.answers["CreateValve"] = JobForgotten("forgotten", **UNKNOWN)
    node.answers["QueryPump"] = iter([[row(1, status=status)] for status in ("priming", "priming", "on")])
    outcome = apply(node, Plan((create(1, PUMP),)), 10)
    assert outcome.ok and len(node.asked) == 3


def test_a_creation_in_doubt_that_vanishes_was_undone():
    node = Node()
    node.answers["CreateValve"] = JobForgotten("forgotten", **UNKNOWN)
    node.answers["QueryPump"] = iter([[row(1, status="priming")], [row(1, status="priming")], []])
    told = apply(node, Plan((create(1, PUMP),)), 10).failure().as_result()
    assert (told["done"], told["not_done"], told["changed"]) == ([], ["CreateValve"], False)
    assert "it is gone: it could not be added" in told["msg"]


def test_a_creation_whose_job_outlasts_the_task_is_unknown_though_it_can_be_seen():
    node = Node(Pump=[row(1, status="priming")])
    node.answers["CreateValve"] = JobTimeout("it takes too long", **UNKNOWN)
    told = apply(node, Plan((create(1, PUMP),)), 0.1).failure().as_result()
    assert (told["unknown"], told["done"], told["not_done"]) == (["CreateValve"], [], [])
    assert told["msg"].startswith("it takes too long")


@pytest.mark.parametrize("tell", [None, lambda _outcome, running, _away: seen.append(len(running))])
def test_single_waits_are_told_where_nothing_tells_of_the_whole(monkeypatch, tell):
    seen.clear()
    monkeypatch.setattr(Notices, "tell", lambda notices, what, elapsed, away: notices._notify(what))
    node = Node()
    node.answers["QueryValve"] = iter([[row(1, status="shut")], [row(1, status="open")]])
    assert apply(node, Plan((opening(1, until={"status": ("open",)}),)), 10, progress=tell).ok
    assert bool(node.told) == (tell is None)
    assert bool(seen) == (tell is not None)


def test_notices_name_what_is_waited_for_and_that_the_node_is_away(monkeypatch):
    told = []
    monkeypatch.setattr(Notices, "tell", lambda notices, what, elapsed, away: told.append((what, away)))
    for away in (False, True):
        node, shut = Node(), [row(1, status="shut")]
        node.takes["OpenValve"], node.away = 2, away
        node.answers["QueryValve"] = iter([ConnectionLost("away") if away else shut, shut, [row(1, status="open")]])
        assert apply(node, Plan((opening(1, until={"status": ("open",)}),)), 10).ok
    job, inventory = "valve 'v1'", "valve 'v1' to have status open"
    assert told == [(job, False), *[(inventory, False)] * 2, (job, True), (inventory, True), (inventory, False)]
