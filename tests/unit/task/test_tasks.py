# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What modules are: from validated options to the result, of invented resources."""

from __future__ import annotations

import json

import pytest
from ansible.module_utils import basic
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P, query
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import (
    Action,
    Field,
    Listing,
    Member,
    Reading,
    Related,
)
from ansible_collections.zstack.cloud.plugins.module_utils._task import tasks
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import (
    ActTask,
    AttachTask,
    Context,
    InfoTask,
    ListTask,
    StateTask,
)

from ..conftest import Node, refusal

A, B, C = (letter * 32 for letter in "abc")
UUID = P("uuid", required=True)
BASIN = Resource("basin", query("Basin", "/basins"), inventory=("uuid", "name"))
VALVE = Resource(
    "valve",
    query("Valve", "/valves"),
    inventory=("uuid", "name", "basinUuid", "size"),
    inventory_by={"5.2": ("flow",)},
    words=(Field("name"), Field("basin", api="basinUuid", ref=BASIN), Field("size", type="int")),
    create=Api("CreateValve", "POST", "/valves", P("name"), P("basinUuid"), P("size", "int"), P("resourceUuid")),
)
VALVES = [
    {"uuid": A, "name": "b", "basinUuid": C, "size": "2"},
    {"uuid": B, "name": "a", "basinUuid": C, "size": "1", "flow": "much"},
]
BASINS = [{"uuid": C, "name": "upper"}]


class Client(Node):
    limits, released = (), 0

    def limit(self, seconds):
        self.limits = [*self.limits, seconds]

    def release(self):
        self.released += 1


@pytest.fixture
def client(monkeypatch):
    there = Client(Valve=VALVES, Basin=BASINS)
    monkeypatch.setattr(tasks, "client_for", lambda *_connection: there)
    return there


def run(task, check_mode=False, **options):
    validated = ArgumentSpecValidator(task.argument_spec(), **task.rules).validate(
        {"zstack_url": "http://x", **options}
    )
    assert validated.error_messages == []
    return task.run(validated.validated_parameters, Context(check_mode=check_mode))


# -- what all have in common -------------------------------------------------------------------------------------------


def test_every_task_takes_the_connection_and_gives_the_session_back(client):
    assert {"zstack_url", "zstack_password", "name"} <= StateTask(VALVE).argument_spec().keys()
    run(InfoTask(VALVE), zstack_wait_timeout=7)
    client.answers["QueryValve"] = refusal()
    failed = run(InfoTask(VALVE))
    assert failed["failed"] and failed["msg"].startswith("The request failed: SYS.1007")
    assert (client.limits, client.released) == ([7.0, 3600.0], 2)


def test_what_nobody_foresaw_is_no_failure_but_a_traceback(client):
    client.answers["QueryValve"] = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        run(InfoTask(VALVE))


class Ended(Exception):
    pass


def as_module(monkeypatch, task, **options):
    """The result of an ordinary module, and its warnings."""
    ended = []

    def end(self, **result):
        ended.append(result)
        raise Ended

    monkeypatch.setattr(basic, "_ANSIBLE_ARGS", json.dumps({"ANSIBLE_MODULE_ARGS": options}).encode())
    monkeypatch.setattr(basic, "_ANSIBLE_PROFILE", "legacy", raising=False)
    warned = []
    monkeypatch.setattr(basic.AnsibleModule, "warn", lambda _self, text: warned.append(text))
    monkeypatch.setattr(basic.AnsibleModule, "exit_json", end)
    monkeypatch.setattr(
        basic.AnsibleModule, "fail_json", lambda self, msg, **more: end(self, msg=msg, failed=True, **more)
    )
    with pytest.raises(Ended):
        task.main()
    return ended[0], warned


def test_an_ordinary_module_tells_the_same(client, monkeypatch):
    task = StateTask(VALVE)
    options = {"zstack_url": "http://x", "name": "v9", "basin": "new", "_ansible_check_mode": True}
    result, warned = as_module(monkeypatch, task, **options)
    told = run(task, check_mode=True, name="v9", basin="new")
    assert warned == told.pop("warnings") and result == told
    result, _warned = as_module(monkeypatch, task, zstack_url="http://x", name="v9", basin="new")
    assert result["failed"] and "there is no basin" in result["msg"]


# -- tasks that change something ---------------------------------------------------------------------------------------


def test_a_state_module(client):
    client.answers["CreateValve"] = lambda params: client.rows("Valve").append(
        {"uuid": params["resourceUuid"], "name": "v9", "basinUuid": C}
    )
    assert run(StateTask(VALVE), check_mode=True, name="v9", basin="upper")["changed"] and client.sent == []
    result = run(StateTask(VALVE), name="v9", basin="upper")
    assert result["changed"] and result["valve"]["basin_name"] == "upper"
    assert not run(StateTask(VALVE), name="v9", basin="upper")["changed"]


def test_an_attaching_module(client):
    api = Api("Join", "POST", "/join", P("basinUuid"), P("valveUuid"))
    task = AttachTask(
        Member("valve_basin", "basin", BASIN, "valve", VALVE, "basinUuid", api, api, "basinUuid", "valveUuid")
    )
    assert not run(task, basin="upper", valve="a")["changed"]
    client.rows("Valve")[1].pop("basinUuid")
    assert run(task, check_mode=True, basin="upper", valve="a")["changed"]


def act(name, **more):
    api = Api(name.title().replace("_", ""), "PUT", f"/valves/{{uuid}}/{name}", UUID, P("basinUuid"), P("into"))
    return Action(
        name=name, api=api, fields=(Field("valve", api="uuid", ref=VALVE, required=True),), subject="valve", **more
    )


def test_an_acting_module(client):
    assert run(ActTask(act("flush")), valve="a")["ran"] == ["Flush"]


def test_one_act_of_several_by_what_it_aims_at(client):
    def aiming(option):
        field = Field(option, api="into" if option == "pool" else "basinUuid", ref=BASIN)
        word = act(f"to_{option}")
        return Action(
            name=word.name,
            api=word.api,
            fields=(*word.fields, field),
            subject="valve",
            aim=option,
            now=lambda draft: None,
        )

    task = ActTask(aiming("basin"), aiming("pool"))
    assert task.rules == {"mutually_exclusive": [["basin", "pool"]], "required_one_of": [["basin", "pool"]]}
    assert run(task, valve="a", pool="upper")["ran"] == ["ToPool"]
    assert run(task, valve="a", basin="upper")["ran"] == ["ToBasin"]


def test_one_act_of_several_by_the_state(client):
    task = ActTask(act("open", state="present"), act("close", state="absent"))
    assert task.options()["state"]["choices"] == ["present", "absent"]
    assert run(task, valve="a")["ran"] == ["Open"]
    assert run(task, valve="a", state="absent")["ran"] == ["Close"]


# -- tasks that read ---------------------------------------------------------------------------------------------------


def names(result):
    return [row["name"] for row in result["valves"]]


def test_an_info_module_tells_rows_in_the_order_of_names(client):
    result = run(InfoTask(VALVE))
    assert names(result) == ["a", "b"] and result["changed"] is False
    assert result["valves"][1] == {
        "uuid": A,
        "name": "b",
        "basin_uuid": C,
        "basin_name": "upper",
        "size": 2,
        "flow": None,
    }


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"name": " a "}, ["a"]),
        ({"name": "A"}, []),
        ({"uuid": A}, ["b"]),
        ({"filters": ["size=2"]}, ["b"]),
        ({"sort": "-size"}, ["b", "a"]),
        ({"sort": "+size", "limit": 1}, ["a"]),
        ({"limit": 1}, ["a"]),
    ],
)
def test_which_rows(client, options, found):
    assert names(run(InfoTask(VALVE), **options)) == found


def test_only_the_fields_that_are_asked_for_null_where_there_is_none(client):
    result = run(InfoTask(VALVE), fields=["flow", "basin_uuid"])
    assert result["valves"] == [
        {"flow": "much", "basin_uuid": C, "basin_name": "upper"},
        {"flow": None, "basin_uuid": C, "basin_name": "upper"},
    ]


def test_a_projection(client):
    assert run(InfoTask(VALVE), query="[?size > `1`].name")["result"] == ["b"]
    assert "query: '[?' is not a JMESPath expression" in run(InfoTask(VALVE), query="[?")["msg"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"limit": -1}, "limit is -1, it must not be negative"),
        ({"filters": ["size"]}, "filters: The condition 'size' has no operator"),
    ],
)
def test_what_cannot_be_asked_is_refused(client, options, told):
    assert told in run(InfoTask(VALVE), **options)["msg"]
    assert client.asked == []


def test_the_field_that_is_meant(client):
    client.answers["QueryValve"] = refusal()
    assert "there is no field 'siz', did you mean size?" in run(InfoTask(VALVE), filters=["siz=1"])["msg"]
    assert "there is no field 'basin.nme'" not in run(InfoTask(VALVE), filters=["basin.nme=1"])["msg"]
    assert "there is no field 'basn', did you mean basin?" in run(InfoTask(VALVE), filters=["basn.name=1"])["msg"]


SCOPES = {
    "basin": (BASIN, "basinUuid"),
    "flowing": (BASIN, "flow"),
    "tap": (BASIN, "valveUuid", (query("Tap", "/taps"), "basinUuid")),
}


def test_scopes_narrow_it_down(client):
    task = InfoTask(VALVE, SCOPES)
    assert names(run(task, basin="upper")) == ["a", "b"]
    assert ("QueryValve", [f"basinUuid={C}"]) in client.asked
    client.rows("Tap").append({"basinUuid": C, "valveUuid": A})
    assert names(run(task, tap="upper")) == ["b"]
    assert "basin: there is no basin with name or uuid 'lower'" in run(task, basin="lower")["msg"]


def test_in_a_scope_that_an_earlier_task_would_have_made_there_is_nothing(client):
    for option in ("basin", "tap"):
        result = run(InfoTask(VALVE, SCOPES), check_mode=True, **{option: "new"})
        assert result["valves"] == [] and len(result["warnings"]) == 1


def test_what_a_generation_lacks_is_refused_before_anything_is_asked(client):
    client.generation = "2.3.1"
    assert run(InfoTask(VALVE, SCOPES), flowing="upper")["msg"].startswith("flowing: ZStack 2.3.1 does not know it")
    newer = Resource("valve", VALVE.query, inventory=("uuid", "name"), only="5.2")
    assert run(InfoTask(newer))["msg"] == "ZStack 2.3.1 has no valves, ZStack 5.2 has"
    newer = Resource("valve", query("Valve", "/valves", only="5.2"), inventory=("uuid", "name"))
    assert "has no QueryValve" in run(InfoTask(newer))["msg"]
    assert client.asked == []


FLOW = Reading("pressure", Api("GetPressure", "GET", "/valves/{uuid}/pressure", UUID, returns=("bar",)), "bar")
DROPS = Related("drops", query("Drop", "/drops"), "valveUuid", "drops", lambda row: row["size"])


def test_what_is_gathered_beside(client):
    client.answers["GetPressure"] = {"bar": 3}
    task = InfoTask(VALVE, gather=(FLOW, DROPS))
    assert task.options()["gather"]["choices"] == ["pressure", "drops"]
    client.rows("Drop").append({"uuid": "d", "valveUuid": A, "size": 1})
    rows = run(task, gather=["pressure", "drops"])["valves"]
    assert [(row["pressure"], row["drops"]) for row in rows] == [(3, []), (3, [1])]
    assert run(task, gather=["pressure"], fields=["name"])["valves"] == [
        {"name": "a", "pressure": 3},
        {"name": "b", "pressure": 3},
    ]
    client.read.clear()
    assert "pressure" not in run(task)["valves"][0] and client.read == []


def test_what_cannot_be_gathered_is_a_warning(client):
    client.answers["GetPressure"] = refusal(api="GetPressure")
    result = run(InfoTask(VALVE, gather=(FLOW,)), gather=["pressure"], limit=1)
    assert result["valves"][0]["pressure"] is None and result["warnings"][0].startswith("pressure of a: GetPressure")


def test_a_module_of_listings(client):
    api = Api("GetTaps", "GET", "/valves/{valveUuid}/taps", P("valveUuid"))
    of_valve = Field("valve", api="valveUuid", ref=VALVE, required=True)
    client.answers["GetTaps"] = {"inventories": [{"uuid": C, "name": "upper"}]}
    one = ListTask(Listing("taps", api, fields=(of_valve,), resource=BASIN))
    assert run(one, valve="a", query="[].name") == {
        "changed": False,
        "taps": [{"uuid": C, "name": "upper"}],
        "result": ["upper"],
    }
    two = ListTask(
        Listing("taps", api, fields=(of_valve,), resource=BASIN, exclusive=("valve", "x")),
        Listing("more", api, fields=(of_valve,)),
    )
    assert two.rules == {"mutually_exclusive": [["valve", "x"]]} and "query" not in two.options()
    assert run(two, valve="a").keys() == {"changed", "taps", "more"}
    result = run(one, check_mode=True, valve="new")
    assert result["taps"] == [] and len(result["warnings"]) == 1
