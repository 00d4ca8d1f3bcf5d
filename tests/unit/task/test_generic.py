# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The modules that know no resource: any API, any query, the session."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import DeclarationError
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import Refused
from ansible_collections.zstack.cloud.plugins.module_utils._task.api import ApiTask
from ansible_collections.zstack.cloud.plugins.module_utils._task.query import QueryTask
from ansible_collections.zstack.cloud.plugins.module_utils._task.session import SessionTask
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import Context

from ..conftest import Node

A, B = "a" * 32, "b" * 32
ZONES = [{"uuid": A, "name": "lab", "createDate": "Nov 4, 2017 1:02:03 AM"}, {"uuid": B, "name": "annex"}]


def run(task, client, check_mode=False, **options):
    given = {name: option.get("default") for name, option in task.options().items()}
    return task.act(client, {**given, **options}, Context(check_mode=check_mode))


# -- any API -----------------------------------------------------------------------------------------------------------


def call(client, name, check_mode=False, **options):
    return run(ApiTask(), client, check_mode, name=name, **options)


def test_a_change_is_sent_and_in_check_mode_only_built():
    client = Node()
    client.answers["CreateZone"] = {"inventory": {"uuid": A, "createDate": "Nov 4, 2017 1:02:03 AM"}, "schema": {}}
    result = call(client, "CreateZone", params={"name": "lab"})
    assert result["changed"] and client.sent == [("CreateZone", {"name": "lab"})]
    assert result["reply"] == {"inventory": {"uuid": A, "create_date": "2017-11-04 01:02:03"}}
    assert result["request"] == {"method": "POST", "path": "/zones", "params": {"name": "lab"}}
    raw = call(client, "CreateZone", params={"name": "lab"}, raw=True)["reply"]
    assert raw == {"inventory": {"uuid": A, "createDate": "Nov 4, 2017 1:02:03 AM"}, "schema": {}}
    client.sent.clear()
    predicted = call(client, "CreateZone", True, params={"name": "lab"})
    assert predicted["changed"] and predicted["reply"] == {} and client.sent == []


def test_a_query_is_read_to_its_end_in_check_mode_too():
    client = Node(Zone=ZONES)
    result = call(client, "QueryZone", True, params={"q": [], "fields": "uuid, name", "sort": "+name"})
    assert result["changed"] is False
    assert result["reply"] == {"inventories": [{"uuid": B, "name": "annex"}, {"uuid": A, "name": "lab"}]}
    client.answers["QueryZone"] = {"inventories": [], "total": 7}
    assert call(client, "QueryZone", params={"replyWithCount": True})["reply"]["total"] == 7
    assert client.read == [("QueryZone", {"replyWithCount": True})]


def test_secrets_are_given_apart_and_shown_nowhere():
    client = Node()
    host = {"name": "h", "managementIp": "192.0.2.1", "clusterUuid": A, "username": "root"}
    with pytest.raises(Refused, match="params: password would show a secret, give it under secret_params"):
        call(client, "AddKVMHost", params={**host, "password": "s3cret"})
    result = call(client, "AddKVMHost", params=host, secret_params={"password": "s3cret"})
    assert client.sent[0][1]["password"] == "s3cret" and "s3cret" not in str(result)
    assert ApiTask.logged is False


@pytest.mark.parametrize(
    ("params", "secrets"),
    [
        ({"name": "AddKVMHost", "params": {"password": "s3cret", "name": "h"}}, {"s3cret"}),
        ({"name": "NoSuchApi", "params": {"password": "s3cret", "name": "h"}}, {"s3cret"}),
        ({"name": "AddKVMHost", "params": "password=s3cret"}, {"password=s3cret"}),
    ],
)
def test_secrets_that_stand_where_they_are_shown_are_known(params, secrets):
    assert {text for text in ApiTask().misplaced_secrets(params) if isinstance(text, str)} == secrets


def test_all_that_is_missing_is_told_at_once():
    with pytest.raises(DeclarationError, match="AddKVMHost needs username, password, name, managementIp and"):
        call(Node(), "AddKVMHost")
    with pytest.raises(DeclarationError, match="did you mean CreateZone"):
        call(Node(), "CreateZon")


def test_an_api_that_nobody_declared():
    client = Node()
    result = call(client, "FillZone", method="PUT", path="/fill/{uuid}/actions", params={"uuid": A, "how": {"far": 1}})
    assert result["request"]["path"] == f"/fill/{A}/actions"
    assert client.sent == [("FillZone", {"uuid": A, "how": {"far": 1}})]
    assert call(client, "FillZone", True, method="GET", path="/fill/{uuid}", params={"uuid": A})["changed"] is False


@pytest.mark.parametrize("path", ["zones", "/zones/..", "/zones?x=1", "/zstack/v1/zones", "/v1", "//x", "/z\u00f6nes"])
def test_what_is_no_path(path):
    with pytest.raises(Refused, match="is none that follows /zstack/v1"):
        call(Node(), "FillZone", method="GET", path=path)


def test_a_verb_that_the_node_would_not_look_at():
    told = "method: GET at /zones/{uuid}/actions might be carried out as another verb: the node has PUT there, for"
    with pytest.raises(Refused, match=told):
        call(Node("2.3.1"), "FillStorage", method="GET", path="/zones/{uuid}/actions", params={"uuid": A})


# -- any query ---------------------------------------------------------------------------------------------------------


def test_any_resource_is_queried():
    client = Node(Zone=ZONES)
    result = run(QueryTask(), client, resource="zone")
    assert [row["name"] for row in result["rows"]] == ["annex", "lab"] and result["total"] == 2
    assert result["rows"][1]["create_date"] == "2017-11-04 01:02:03" and "description" in result["rows"][0]
    assert run(QueryTask(), client, resource="Zone", fields=["name"], start=1)["rows"] == [{"name": "lab"}]
    assert run(QueryTask(), client, resource="zone", count=True, filters=["name=lab"])["total"] == 1
    with pytest.raises(Refused, match="start is -1, it must not be negative"):
        run(QueryTask(), client, resource="zone", start=-1)


# -- the session -------------------------------------------------------------------------------------------------------


class Session:
    version, generation = "5.2.1", "5.2"

    def __init__(self, identity="account", there=False):
        self.settings = SimpleNamespace(identity=identity, url="http://x")
        self.there, self.did = there, []

    def has_session(self):
        return self.there

    def login(self):
        self.did.append("login")

    def logout(self):
        self.did.append("logout")


@pytest.mark.parametrize(
    ("there", "state", "did"),
    [(False, "present", ["login"]), (True, "present", []), (True, "absent", ["logout"]), (False, "absent", [])],
)
def test_a_session_is_opened_or_ended(there, state, did):
    client = Session(there=there)
    predicted = run(SessionTask(), client, True, state=state)
    assert client.did == [] and run(SessionTask(), client, state=state) == predicted and client.did == did
    assert predicted["changed"] is bool(did)
    assert predicted["diff"] == {"before": {"open": there}, "after": {"open": state == "present"}}
    assert predicted["session"]["version"] == ("5.2.1" if state == "present" else None)


def test_with_an_access_key_there_is_none_to_open():
    client = Session("access_key")
    assert not run(SessionTask(), client)["changed"] and client.did == []
