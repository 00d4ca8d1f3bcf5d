# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What zstack_api shows of its arguments at -vvv, and how it reads; what it sends is for its scenario to prove."""

from __future__ import annotations

import datetime
import json
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from ansible.module_utils import basic
from ansible.module_utils.common.parameters import PASS_VARS

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import DeclarationError
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import Context, Task
from ansible_collections.zstack.cloud.plugins.modules import zstack_api, zstack_kvm_host
from ansible_collections.zstack.cloud.plugins.plugin_utils._in_worker import InWorker

try:
    from ansible.module_utils.testing import patch_module_args
except ImportError:  # before ansible-core 2.18

    def patch_module_args(arguments):
        return patch.object(basic, "_ANSIBLE_ARGS", json.dumps({"ANSIBLE_MODULE_ARGS": arguments}).encode())


SECRET = "marlinspike"
NOBODY = "http://127.0.0.1:9"  # the discard port: nothing answers, and nothing needs to


def shown(arguments, task=zstack_api.task):
    """The result of a task with these arguments, as callbacks get it with all that -vvv shows."""
    worker = SimpleNamespace(
        _task=SimpleNamespace(args=dict(arguments, zstack_url=NOBODY, zstack_retries=0), check_mode=True),
        _play_context=SimpleNamespace(remote_addr="localhost"),
        ansible_name="zstack.cloud.zstack_api",
        _complaint=str,
    )
    return InWorker._call(worker, task)


@pytest.mark.parametrize(
    "arguments",
    [
        {"name": "AddKVMHost", "params": {"password": SECRET}},
        {"name": "AddKVMHost", "params": {"password": [{"x": SECRET}]}},
        {"name": "AddKVMHost", "params": {"pasword": SECRET}},
        {"name": "AddKVMHost", "params": {"ssh_password": SECRET}},
        {"name": "CreateBaremetalHostCfg", "params": {"cfgItems": {"nicCfgs": [{"ipmiPassword": SECRET}]}}},
        {"name": "AddCephPrimaryStorage", "params": {"monUrls": [f"root:{SECRET}@mon"]}},
        {"name": "AddCephPrimaryStorage", "params": {"monUrls": f"root:{SECRET}@mon"}},
        {"name": "AddNfsPrimaryStorage", "params": {"url": f"http://me:{SECRET}@host"}},
        {"name": "SetVmConsolePassword", "params": {"uuid": "u", "consolePassword": SECRET}},
        {"name": "CreateIPsecConnection", "params": {"authKey": SECRET}},
        {"name": "CreateVmInstance", "params": {"systemTags": [f"consolePassword::{SECRET}"]}},
        {"name": "NoSuchApi", "params": {"password": SECRET}},
        {"name": "NoSuchApi", "params": f"{{password: {SECRET}"},
        {"name": "AddKVMHost", "params": [SECRET]},
        {"name": "AddKVMHost", "secret_parms": {"password": SECRET}},
        {"name": "AddKVMHost", "secrets_param": SECRET},
        {"name": "AddKVMHost", "password": SECRET},
        {"name": "AddKVMHost", "parameters": {"password": SECRET}},
        {"name": "AddKVMHost", "secret_params": {"password": SECRET, "what": {"ever": [SECRET]}}},
        {"name": "AddKVMHost", "secret_params": [SECRET]},
        {"name": "X", "method": "POST", "path": "/x", "params": {"password": SECRET}},
        {"params": {"password": SECRET}},
        {"name": ["AddKVMHost"], "params": {"password": SECRET}},
    ],
)
def test_no_secret_is_shown_wherever_it_was_put(arguments):
    result = shown(arguments)
    assert result["failed"]
    assert "module_args" in result["invocation"]
    assert SECRET not in repr(result)


class Nested(Task):
    def options(self):
        part = {"ssh_password": {"type": "str", "no_log": True}, "hostname": {"type": "str"}}
        return {"mons": {"type": "list", "elements": "dict", "options": part}}


@pytest.mark.parametrize(
    ("task", "arguments"),
    [
        (zstack_kvm_host.task, {"name": "h1", "pasword": SECRET}),
        (zstack_kvm_host.task, {"name": "h1", "zstack_pasword": SECRET}),
        (Nested(), {"mons": [{"hostname": "h1", "sshpassword": SECRET}]}),
        (Nested(), {"mons": [{"hostname": "h1", "ssh_pasword": [SECRET]}]}),
    ],
)
def test_misspelt_options_of_any_module_show_no_secret(task, arguments):
    result = shown(arguments, task)
    assert result["failed"] and "h1" in repr(result["invocation"])
    assert SECRET not in repr(result)


@pytest.mark.parametrize(
    "arguments",
    [
        {"name": "AddKVMHost", "params": {"password": SECRET}},
        {"name": "AddKVMHost", "secret_parms": {"whatever": SECRET}},
    ],
)
def test_an_ordinary_module_shows_none_either(arguments, monkeypatch, capsys):
    logged = []
    monkeypatch.setattr(basic.AnsibleModule, "log", lambda self, msg, **more: logged.append((msg, more)))
    given = dict(arguments, zstack_url=NOBODY, zstack_retries=0, _ansible_check_mode=True)
    if "inject_invocation" in PASS_VARS:
        given["_ansible_inject_invocation"] = True  # core 2.21 returns arguments where asked to only
    with patch_module_args(given), pytest.raises(SystemExit):
        zstack_api.main()
    shown = capsys.readouterr().out
    assert '"module_args"' in shown and '"failed": true' in shown
    assert SECRET not in shown
    assert SECRET not in repr(logged)


def test_what_is_no_secret_is_shown():
    result = shown({"name": "AddKVMHost", "params": {"name": "h1", "managementIp": "192.0.2.1"}})
    assert result["invocation"]["module_args"]["params"] == {"name": "h1", "managementIp": "192.0.2.1"}


class Reading:
    """A client that answers by how it was asked."""

    generation = "5.2"

    def query(self, api, conditions=(), **paging):
        return [{"asked": [list(conditions), paging], "createDate": "Nov 4, 2017 1:02:03 AM", "password": SECRET}]

    def call(self, api, params):
        return {"inventories": [{"called": params}], "total": 1, "schema": {}}


def reply(**arguments):
    defaults = {"params": {}, "secret_params": {}, "raw": False, "method": None, "path": None}
    result = zstack_api.task.act(Reading(), {**defaults, **arguments}, Context())
    assert not result["changed"]
    return result["reply"]


def test_queries_are_read_to_their_end_unless_limited():
    paging = {"fields": None, "sort": None, "start": None}
    row = {"asked": [[], paging], "create_date": "2017-11-04 01:02:03"}
    assert reply(name="QueryZone") == {"inventories": [row]}
    asked = {"q": ["state=Enabled"], "fields": "uuid, name", "sort": "-name", "start": 2}
    paging = {"fields": ["uuid", "name"], "sort": "-name", "start": 2}
    assert reply(name="QueryZone", params=asked)["inventories"][0]["asked"] == [["state=Enabled"], paging]
    assert reply(name="QueryZone", params={"limit": 3}) == {"inventories": [{"called": {"limit": 3}}], "total": 1}
    assert reply(name="QueryVmInstancePciDeviceSpecRef", params={"vmInstanceUuid": "u"})["total"] == 1


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), datetime.date(2026, 1, 31), b"x", {1: 2}, [None], "\ud800", "a\0b", 2**70, True],
)
def test_values_that_no_api_can_take_are_refused(value):
    for arguments in ({"name": "QueryZone", "params": {"limit": value}}, {"name": "UpdateZone", "params": {1: value}}):
        with pytest.raises(DeclarationError):
            reply(**arguments)
    undeclared = {"name": "X", "method": "POST", "path": "/x", "params": {"value": {"within": [value]}}}
    if value not in (True, [None]):
        with pytest.raises(DeclarationError):
            reply(**undeclared)


def test_raw_replies_are_those_of_the_node_less_the_secrets():
    assert reply(name="QueryZone", raw=True)["inventories"][0]["createDate"] == "Nov 4, 2017 1:02:03 AM"
    assert "password" not in reply(name="QueryZone", raw=True)["inventories"][0]
    assert reply(name="QueryZone", raw=True, params={"limit": 3})["schema"] == {}
