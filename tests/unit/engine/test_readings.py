# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the inventory does not show, and another API tells, is waited for like anything else."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P, query
from ansible_collections.zstack.cloud.plugins.module_utils._engine.draft import Draft
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import StepFailed
from ansible_collections.zstack.cloud.plugins.module_utils._engine.reconcile import reconcile
from ansible_collections.zstack.cloud.plugins.module_utils._engine.spec import options
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Event, Field, Reading

from .. import conftest
from . import invented

SWITCH = Api("SwitchValve", "PUT", "/valves/{uuid}/switch", P("uuid", required=True), P("event"))
UUID = "8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e"
OPEN = Api("OpenValve", "PUT", "/valves/{uuid}/actions", P("uuid", required=True), returns=())
FLOW = Api("GetFlow", "GET", "/valves/{uuid}/flow", P("uuid", required=True), returns=("flow",))
VALVE = Resource(name="valve", query=query("Valve", "/valves"), inventory=("uuid", "name", "seconds"),
                 words=(Field("name"), Field("seconds", type="int")), create=Api(
                     "CreateValve", "POST", "/valves", P("name"), P("seconds", "int")))  # fmt: skip
FLOWING = Resource(
    name="valve",
    query=VALVE.query,
    identity=(("valve",),),
    inventory=(*VALVE.inventory, "flow"),
    words=(
        Field("valve", api="uuid", ref=VALVE, required=True),
        Reading("flow", FLOW, "flow", values={"much": "much", "none": "none"}),
        Event("open", OPEN, shows={"flow": ("much",)}),
        Event("flush", OPEN, shows={"flow": ("much",)}, always=True),
    ),
)


class Job:
    what, due, away = "valve", 0.0, False

    def look(self):
        return True

    def result(self):
        return {}


class Node:
    """One valve; ``flows`` is what GetFlow tells, one a call, the last one for good."""

    generation = "5.2"

    def __init__(self, *flows):
        self.flows = list(flows)
        self.sent = []

    def notify(self, text):
        pass

    def query(self, api, conditions=(), **how):
        return [{"uuid": UUID, "name": "v1", "seconds": "7"}]

    def call(self, api, params):
        assert (api, params) == (FLOW, {"uuid": UUID})
        return {"flow": self.flows.pop(0) if len(self.flows) > 1 else self.flows[0]}

    def start(self, api, params, **how):
        self.sent.append(api.name)
        return Job()


def made(node, state, check_mode=False, wait=60):
    return reconcile(node, Draft, FLOWING, {"valve": "v1", "state": state}, check_mode, wait)


def test_the_options_of_what_an_option_refers_to():
    assert options(FLOWING) == {
        "valve": {"type": "str", "required": True},
        "state": {"type": "str", "required": True, "choices": ["open", "flush"]},
    }


def test_it_is_waited_for():
    node = Node("none", "none", "none", "MUCH")
    result = made(node, "open")
    assert (node.sent, result["changed"], result["diff"]) == (
        ["OpenValve"],
        True,
        {"before": {"valve": "v1", "flow": "none"}, "after": {"valve": "v1", "flow": "much"}},
    )
    assert result["valve"]["flow"] == "much"


def test_it_is_compared_in_whatever_case_and_told_in_the_words_of_the_declaration():
    node = Node("MUCH")
    result = made(node, "open")
    assert (node.sent, result["changed"], result["valve"]["flow"]) == ([], False, "much")


def test_what_has_no_word_is_told_as_it_is():
    assert made(Node("a trickle"), "open", check_mode=True)["diff"]["before"]["flow"] == "a trickle"


def test_in_vain():
    with pytest.raises(StepFailed, match="in vain for valve 'v1' to have flow much; last seen: flow none"):
        made(Node("none"), "open", wait=0.2)


def test_what_is_always_done_is_done_where_it_is_so_already():
    node = Node("much")
    assert made(node, "flush")["changed"]
    assert node.sent == ["OpenValve"]


def test_the_object_is_told_in_the_forms_of_the_module_that_makes_it():
    assert made(Node("much"), "open")["valve"] == {"uuid": UUID, "name": "v1", "seconds": 7, "flow": "much"}


POWER = Reading("power", FLOW, "flow", update=SWITCH, api="event", values={"on": "PowerOn", "off": "PowerOff"})


def test_an_option_that_another_api_tells_and_changes():
    resource = invented.valve_of(POWER)
    assert options(resource)["power"] == {"type": "str", "choices": ["on", "off"]}
    there = conftest.Node(Valve=[{"uuid": UUID, "name": "v1"}])
    there.answers["GetFlow"] = iter([{"flow": "poweroff"}] * 2 + [{"flow": "PowerOn"}] * 2)
    predicted = invented.made(there, resource, check_mode=True, name="v1", power="on")
    result = invented.made(there, resource, name="v1", power="on")
    assert there.sent == [("SwitchValve", {"uuid": UUID, "event": "PowerOn"})]
    assert predicted["diff"] == result["diff"]
    assert result["diff"] == {"before": {"name": "v1", "power": "off"}, "after": {"name": "v1", "power": "on"}}
    assert not invented.made(there, resource, name="v1", power="on")["changed"]


def test_what_is_not_there_yet_is_not_asked():
    there = conftest.Node()
    draft = invented.planned(there, invented.valve_of(POWER), name="v1", power="on")
    assert [name for name, _params in invented.steps(draft)] == ["CreateValve", "SwitchValve"]
    assert there.read == []


def test_what_cannot_be_asked_while_it_is_waited_for_ends_the_wait():
    node = Node("none")
    asked = iter([{"flow": "none"}, conftest.refusal(), {"flow": "none"}])

    def call(api, params):
        answer = next(asked)
        if isinstance(answer, Exception):
            raise answer
        return answer

    node.call = call
    with pytest.raises(StepFailed, match=r"SYS\.1007") as caught:
        made(node, "open")
    assert caught.value.as_result()["done"] == ["OpenValve"]
