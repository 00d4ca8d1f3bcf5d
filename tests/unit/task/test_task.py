# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.zstack.cloud.plugins.module_utils import _task as tasks
from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import DeclarationError
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ZStackError
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import Refused
from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.host import HOST, KVM_HOST
from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._task import Context, InfoTask, StateTask, Task, project
from ansible_collections.zstack.cloud.plugins.modules.zstack_query_info import task as query_info

LAB, COMPUTE, OTHER_COMPUTE = "a" * 32, "c" * 32, "d" * 32
CONNECTION = {"zstack_url": "http://node:8080", "zstack_password": "s3cret"}
HOSTS = InfoTask(HOST, scopes={"zone": (ZONE, "zoneUuid"), "cluster": (CLUSTER, "clusterUuid")})
CLUSTERS = InfoTask(CLUSTER, scopes={"zone": (ZONE, "zoneUuid")})


def validated(task, arguments):
    result = ArgumentSpecValidator(task.argument_spec(), **task.rules).validate(dict(CONNECTION, **arguments))
    assert result.error_messages == []
    return result.validated_parameters


def invalid(task, arguments):
    return (
        ArgumentSpecValidator(task.argument_spec(), **task.rules).validate(dict(CONNECTION, **arguments)).error_messages
    )


def act(task, client, check_mode=False, **arguments):
    return task.act(client, validated(task, arguments), Context(check_mode=check_mode))


# The connection


class Released:
    released = 0

    def release(self):
        self.released += 1


@pytest.fixture
def made(monkeypatch):
    """The settings of each client that is made."""
    made = []
    monkeypatch.setattr(tasks, "Client", lambda settings, notify=None: made.append(settings) or Released())
    monkeypatch.setattr(tasks, "_clients", {})
    return made


def test_every_connection_option_has_its_environment_variable(monkeypatch, made):
    given = {
        "URL": "https://node:8443",
        "ACCOUNT": "ops",
        "PASSWORD": "s3cret",
        "USER": "jo",
        "ACCESS_KEY_ID": "",
        "ACCESS_KEY_SECRET": "",
        "SESSION_UUID": "0" * 32,
        "VALIDATE_CERTS": "no",
        "CA_PATH": "/",
        "PROXY": "http://proxy:3128",
        "TIMEOUT": "2.5",
        "RETRIES": "7",
        "SESSION_DIR": "/run/zstack",
        "WAIT_TIMEOUT": "60",
    }
    assert {"zstack_" + name.lower() for name in given} == set(tasks.CONNECTION)
    for name, value in given.items():
        monkeypatch.setenv("ZSTACK_" + name, value)
    result = ArgumentSpecValidator(StateTask(ZONE).argument_spec()).validate({"name": "x"})
    assert result.error_messages == []
    tasks.client_for(result.validated_parameters)
    (settings,) = made
    assert settings.url == "https://node:8443/zstack/v1"
    assert (settings.account, settings.password, settings.user, settings.session_uuid) == (
        "ops",
        "s3cret",
        "jo",
        "0" * 32,
    )
    assert (settings.validate_certs, settings.ca_path, settings.proxy) == (False, "/", "http://proxy:3128")
    assert (settings.timeout, settings.retries, settings.wait_timeout) == (2.5, 7, 60)
    assert settings.session_dir == "/run/zstack"


def test_items_of_a_loop_share_a_client_and_other_settings_do_not(made):
    params = validated(StateTask(ZONE), {"name": "a"})
    first = tasks.client_for(params)
    assert tasks.client_for(dict(params, name="b")) is first
    assert tasks.client_for(dict(params, zstack_account="ops")) is not first
    assert len(made) == 2


def test_a_forked_process_makes_its_own_client(made, monkeypatch):
    params = validated(StateTask(ZONE), {"name": "a"})
    first = tasks.client_for(params)
    monkeypatch.setattr(tasks.os, "getpid", lambda: -1)
    assert tasks.client_for(params) is not first


# Failures


class Failing(Task):
    def __init__(self, error):
        self.error = error

    def options(self):
        return {}

    def act(self, client, params, context):
        raise self.error


@pytest.mark.parametrize(
    "error", [ZStackError("no", http_status=503), DeclarationError("no", api="X"), Refused("no", candidates=[])]
)
def test_failures_become_results(made, error):
    task = Failing(error)
    result = task.run(validated(task, {}), Context())
    assert result == dict(error.as_result(), failed=True)
    assert result["msg"] == "no"
    json.dumps(result)
    released = [client.released for client in tasks._clients.values()]
    assert released == [1], "a session that cannot be shared would stay open"


def test_wrong_settings_become_results(made):
    params = dict(validated(Failing(None), {}), zstack_url="node")
    result = Failing(None).run(params, Context())
    assert result["failed"] is True and "http://" in result["msg"]


def test_defects_are_not_hidden(made):
    with pytest.raises(KeyError):
        Failing(KeyError("x")).run(validated(Failing(None), {}), Context())


# State modules


def test_options_of_a_state_module_follow_from_its_resource():
    spec = StateTask(KVM_HOST).options()
    assert spec["state"]["choices"] == ["present", "absent", "enabled", "disabled", "maintenance"]
    assert spec["password"] == {"type": "str", "no_log": True}
    assert spec["update_password"]["default"] == "on_create"
    assert spec["reconnect"]["default"] == "never"
    assert "reconnect" not in StateTask(ZONE).options() and "update_password" not in StateTask(ZONE).options()
    assert StateTask(CLUSTER).options()["primary_storages"] == {"type": "list", "elements": "str"}


def test_a_state_module_needs_to_know_which_object_is_meant():
    assert "one of the following is required: uuid, name" in invalid(StateTask(ZONE), {})[0]
    assert "uuid, management_ip, name" in invalid(StateTask(KVM_HOST), {"cluster": "c"})[0]
    assert invalid(StateTask(KVM_HOST), {"management_ip": "10.0.0.1"}) == []


def test_a_state_module_passes_on_what_was_given_and_nothing_else(cloud):
    assert act(StateTask(KVM_HOST), cloud, management_ip="10.0.0.1")["changed"] is False
    assert act(StateTask(CLUSTER), cloud, name="compute", zone="lab")["changed"] is False
    result = act(
        StateTask(KVM_HOST),
        cloud,
        uuid=" " + "e" * 32 + " ",
        description="x",
        password="s3cret",
        update_password="always",
        reconnect="if_disconnected",
        state="disabled",
    )
    assert [name for name, params in cloud.calls] == ["UpdateKVMHost", "ReconnectHost", "ChangeHostState"]
    assert "warnings" not in result


def test_a_state_module_waits_as_long_as_the_user_says(cloud):
    act(StateTask(ZONE), cloud, name="new", zstack_wait_timeout=7)
    assert cloud.waits[0][1] == pytest.approx(7, abs=0.5)


def test_a_state_module_in_check_mode(cloud):
    assert act(StateTask(ZONE), cloud, check_mode=True, name="new")["changed"] is True
    assert act(StateTask(ZONE), cloud, check_mode=True, name="lab", state="absent", cascade=True)["changed"] is True
    assert cloud.calls == []


# Info modules


def test_an_info_module_returns_rows_with_every_field(cloud):
    result = act(HOSTS, cloud)
    assert result["changed"] is False and "result" not in result
    assert [row["name"] for row in result["hosts"]] == ["kvm-1", "kvm-2"]
    for row in result["hosts"]:
        assert row["description"] is None and row["total_memory_capacity"] is None
        assert ("cpu_status" in row) == (cloud.generation == "5.2")


def test_an_info_module_compares_exactly(cloud):
    zones = InfoTask(ZONE)
    assert [row["uuid"] for row in act(zones, cloud, name=" lab ")["zones"]] == [LAB]
    assert act(zones, cloud, name="LAB")["zones"] == []
    assert [row["name"] for row in act(zones, cloud, uuid=LAB)["zones"]] == ["lab"]
    assert "mutually exclusive" in invalid(zones, {"uuid": LAB, "name": "lab"})[0]


def test_an_info_module_compares_exactly_whatever_the_fields(cloud):
    assert act(InfoTask(ZONE), cloud, name="lab", fields=["uuid", "state"])["zones"] == [
        {"uuid": LAB, "state": "Enabled"}
    ]


def test_fields_are_chosen_by_the_node_and_named_as_in_the_results(cloud):
    rows = act(HOSTS, cloud, fields=["management_ip", "managementIp", "clusterUuid", "description"])["hosts"]
    assert rows[0] == {"management_ip": "10.0.0.1", "cluster_uuid": COMPUTE}


def test_scopes_take_names_and_uuids(cloud):
    assert len(act(CLUSTERS, cloud)["clusters"]) == 2
    assert [row["uuid"] for row in act(CLUSTERS, cloud, zone="Lab")["clusters"]] == [OTHER_COMPUTE]
    assert len(act(HOSTS, cloud, cluster=COMPUTE)["hosts"]) == 2
    with pytest.raises(Refused, match="zone: there is no zone"):
        act(HOSTS, cloud, zone="gone")


def test_a_scope_narrows_down_the_next_one(cloud):
    with pytest.raises(Refused, match="cluster: 2 clusters are named 'compute'"):
        act(HOSTS, cloud, cluster="compute")
    assert len(act(HOSTS, cloud, zone="lab", cluster="compute")["hosts"]) == 2
    assert act(HOSTS, cloud, zone="Lab", cluster="compute")["hosts"] == []


def test_check_mode_finds_nothing_in_a_zone_that_an_earlier_task_would_have_made(cloud):
    result = act(HOSTS, cloud, check_mode=True, zone="gone")
    assert result["hosts"] == []
    assert "zone: there is no zone" in result["warnings"][0]


def test_a_narrowed_resource_is_narrow_in_its_info_module_too(cloud):
    cloud.row("e" * 32)["hypervisorType"] = "ESX"
    assert [row["name"] for row in act(InfoTask(KVM_HOST), cloud)["hosts"]] == ["kvm-2"]


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("management_ip=10.0.0.1", "managementIp=10.0.0.1"),
        ("managementIp=10.0.0.1", "managementIp=10.0.0.1"),
        ("zone.last_op_date>2026-01-31 00:00:00", "zone.lastOpDate>2026-01-31 00:00:00"),
        ("vm_instance.host_uuid?=a_b,c", "vmInstance.hostUuid?=a_b,c"),
        ("__systemTag__~=a_b%", "__systemTag__~=a_b%"),
        ("__userTag__=x_y", "__userTag__=x_y"),
        ("zone_uuid is null", "zoneUuid is null"),
        ("name!=snake_case_value", "name!=snake_case_value"),
    ],
)
def test_filters_take_field_names_as_in_the_results(written, sent):
    (condition,) = tasks.conditions_of({"filters": [written]})
    assert condition.text == sent


def test_a_filter_that_cannot_be_asked_is_refused(cloud):
    for text in ("name", "", "name=a>=b"):
        with pytest.raises(Refused, match=r"^filters: ") as caught:
            act(HOSTS, cloud, filters=["name=ok", text])
        assert repr(text) in caught.value.message
    assert cloud.asked == []


def test_filters_are_added_to_what_the_options_say(cloud):
    act(HOSTS, cloud, cluster=COMPUTE, name="kvm-1", filters=["management_ip=10.0.0.1"])
    assert cloud.asked[-1] == ("QueryHost", ["name=kvm-1", f"clusterUuid={COMPUTE}", "managementIp=10.0.0.1"])


# JMESPath


def test_a_projection_of_the_rows(cloud):
    result = act(HOSTS, cloud, query="[?state=='Enabled'].management_ip")
    assert result["result"] == ["10.0.0.1", "10.0.0.2"]
    assert len(result["hosts"]) == 2
    assert act(HOSTS, cloud, query="length(@)")["result"] == 2
    assert act(HOSTS, cloud, query="[0].nothing")["result"] is None


@pytest.mark.parametrize("expression", ["[", "nosuch(@)", "sum([].name)", "a b", "'x"])
def test_a_projection_that_does_not_work_is_refused(expression):
    with pytest.raises(Refused) as caught:
        project(expression, [{"name": "x"}])
    assert caught.value.message.startswith(f"query: {expression!r} is not a JMESPath expression")


def test_without_jmespath_the_library_is_named(monkeypatch):
    monkeypatch.setattr(tasks, "jmespath", None)
    with pytest.raises(Refused, match="jmespath"):
        project("[]", [])


# Any resource


def test_any_resource_is_queried_sorted_and_paged(client_class):
    client = client_class(VmInstance=[{"uuid": str(i), "hostUuid": "h"} for i in range(5)])
    asked = []
    query = client.query
    client.query = lambda *args, **paging: asked.append(paging) or query(*args, **paging)
    result = act(
        query_info, client, resource="vm_instance", sort="-create_date", limit=2, start=1, fields=["host_uuid"]
    )
    assert result == {"changed": False, "rows": [{"host_uuid": "h"}] * 2, "total": 2}
    assert asked == [{"fields": ["hostUuid"], "sort": "-createDate", "limit": 2, "start": 1}]
    counted = act(query_info, client, resource="VmInstance", count=True, filters=["host_uuid=h"])
    assert counted == {"changed": False, "rows": [], "total": 5}
