# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of all APIs: what is declared, and the register of what is not.

The simulator has a table of its own of what the nodes offer. It shares none with the collection, so that the two prove
each other: a slip in either shows here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api import register
from ansible_collections.zstack.cloud.plugins.module_utils._api.catalog import (
    APIS,
    api_named,
    fields_of,
    names,
    query_of,
)
from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import GENERATIONS, DeclarationError

ROOT = Path(__file__).resolve().parents[3]
SIMULATED = {
    generation: {
        facts["name"]: facts
        for facts in json.loads(
            (ROOT / "roles/simulator/files/zstack_simulator/data" / f"{generation}.json").read_text(encoding="utf-8")
        )
    }
    for generation in GENERATIONS
}
EVERY = [(name, generation) for generation in GENERATIONS for name in SIMULATED[generation]]
TYPES = {
    "String": "String", "List": "list", "Set": "list", "Map": "map", "boolean": "bool", "Boolean": "bool",
    "int": "int", "Integer": "int", "long": "int", "Long": "int", "double": "float", "Double": "float",
}  # fmt: skip
OF_QUERIES = {"q", "limit", "start", "sort", "fields", "replyWithCount"}

# Where the two differ, and both are right.
DIFFERENT = {
    "local": "an object, whose kind the simulator does not look at",
    "peer": "the same",
    "accountSystemContext": "any value",
    "deleteMode": "the node complains about other values without having declared any",
}


def test_all_that_a_node_offers_is_in_the_catalogue_and_nothing_else():
    assert names() == sorted(set(names())) == sorted({name for name, _generation in EVERY})
    for name in names():
        have = [generation for generation in GENERATIONS if name in SIMULATED[generation]]
        assert (api_named(name).only,) == tuple(have) or (api_named(name).only is None and len(have) == 2)
    assert len(names()) == 1920


@pytest.mark.parametrize("generation", GENERATIONS)
def test_routes_agree_with_the_simulators(generation):
    for name, facts in SIMULATED[generation].items():
        api = api_named(name)
        assert api.route(generation) == (facts["method"], facts["path"]), name
        assert api.session == facts["session"], name
        if (name, generation) != ("UpdateLicense", "2.3.1"):  # waiting for a job takes an answer at once as well
            assert (api.method != "GET" if api.sync is None else not api.sync) == facts["async"], name


@pytest.mark.parametrize("generation", GENERATIONS)
def test_parameters_agree_with_the_simulators(generation):
    differences = []
    for name, facts in SIMULATED[generation].items():
        mine, theirs = api_named(name).parameters(generation), facts["params"]
        extra = set(mine) - set(theirs) - set(re.findall(r"{(\w+)}", facts["path"]))
        assert extra == (OF_QUERIES if facts["method"] == "GET" and name.startswith("Query") else set()), name
        for parameter, fact in theirs.items():
            if parameter in DIFFERENT:
                continue
            p = mine[parameter]
            told = (p.type, p.required, p.least, p.most, p.range, p.blank)
            filled = fact.get("nonempty", False) or not fact.get("emptyString", True)
            given = tuple(fact["range"]) if "range" in fact else None
            known = (TYPES[fact["type"]], fact.get("required", False), fact.get("min"), fact.get("max"), given)
            if told != (*known, not filled) or not set(fact.get("values", ())) <= set(p.choices):
                differences.append((name, parameter, p, fact))
    assert differences == []


def test_every_parameter_that_sounds_secret_is_marked():
    sounds = re.compile("passw|secrete?$|token$|privkey|monurls|sessionuuid|psk$|authkey", re.IGNORECASE)
    wrong = {
        (name, p.name) for name in names() for p in api_named(name).params if bool(sounds.search(p.name)) > p.secret
    }
    assert wrong == set()
    marked = {p.name for name in names() for p in api_named(name).params if p.secret}
    assert marked - {name for name in marked if sounds.search(name)} == {
        "appKey", "certificate", "sm3Key", "sm4Key", "verifyCode",
    }  # fmt: skip


def test_what_reads_although_it_is_no_get_and_the_other_way_round():
    apis = [api_named(name) for name in names()]
    changing = {api.name for api in apis if api.method == "GET" and not api.reads()}
    assert changing == {"RefreshSearchIndexes", "SyncDataCenterFromRemote", "SyncIdentityFromRemote", "UnlockIdentity"}
    reading = {api.name for api in apis if api.method != "GET" and api.reads()}
    assert {"GetVersion", "CheckApiPermission", "PowerStatusBaremetalHost", "PreviewResourceStack"} <= reading
    verbs = "Calculate|Check|Decode|Get|List|Parse|PowerStatus|Preview|Validate|TokenIntrospection"
    assert {name for name in reading if not re.match(verbs, name)} == set()
    # They open a console or recompute what is stored, whatever their names say.
    writing = {api.name for api in apis if re.match(verbs, api.name) and not api.reads()}
    assert writing == {"CalculateImageHash", "GetHostWebSshUrl"}


def test_a_registered_api_is_as_good_as_a_declared_one():
    api = api_named("AddIpRange")
    values = {"l3NetworkUuid": "u", "name": "n", "startIp": "a", "endIp": "b", "netmask": "c", "gateway": "d"}
    call = api.request("5.2", values)
    assert (call.method, call.path) == ("POST", "/l3-networks/u/ip-ranges")
    assert call.body == {"params": {k: v for k, v in values.items() if k != "l3NetworkUuid"}}
    assert (call.is_async, call.needs_session, call.returns) == (True, True, ("inventory",))
    with pytest.raises(DeclarationError) as caught:
        api.request("2.3.1", {"name": "x" * 256, "tagUuids": ["a"], "prefixLen": "8"})
    message = str(caught.value)
    assert "AddIpRange needs l3NetworkUuid, startIp, endIp, netmask and gateway in ZStack 2.3.1" in message
    assert "255" in message and "no parameter 'tagUuids'" in message and "no parameter 'prefixLen'" in message


def test_registered_apis_of_every_manner():
    assert api_named("LogInByAccount").request("5.2", {"accountName": "a", "password": "b"})[5:7] == (False, False)
    assert api_named("SyncIdentityFromRemote").request("5.2", {"uuid": "u"}).is_async
    assert api_named("BatchSyncVolumeSize").request("5.2", {"clusterUuid": "u"}).body == {"": {"clusterUuid": "u"}}
    binding = {"ldapUid": "a", "accountUuid": "b"}
    assert api_named("CreateLdapBinding").request("2.3.1", binding).body == {"": binding}
    assert api_named("CreateLdapBinding").request("5.2", binding).body == {"params": binding}
    detach = api_named("DetachVRouterRouteTableFromVRouter")
    assert detach.request("2.3.1", {"routeTableUuid": "u", "virtualRouterVmUuid": "v"})[1:3] == (
        "POST", "/vrouter-route-tables/u/detach",
    )  # fmt: skip
    assert detach.returns("2.3.1") == detach.returns("5.2") == (), "a reply may lack what it does not always hold"
    assert not detach.alike
    services = {"l3NetworkUuid": "u", "networkServices": {"p1": ["DHCP", "DNS"], "p2": ["SNAT"]}}
    assert api_named("DetachNetworkServiceFromL3Network").request("5.2", services).query == [
        ("networkServices.p1", "DHCP"), ("networkServices.p1", "DNS"), ("networkServices.p2", "SNAT"),
    ]  # fmt: skip
    assert (
        api_named("QueryVmInstanceMdevDeviceSpecRef").request("5.2", {"vmInstanceUuid": "u"}).path
        == "/vm-instances/u/mdev-device-specs"
    )


def test_every_query_is_found_under_both_spellings():
    queries = [name for name in names() if name.startswith("Query")]
    assert [query_of(name[len("Query") :]).name for name in queries] == queries
    assert query_of("vm_instance") is query_of("VmInstance") is query_of("vmInstance") is APIS["QueryVmInstance"]
    assert query_of("l3_network").request("5.2", {}).path == "/l3-networks"


def test_fields_of_rows():
    assert fields_of(APIS["QueryZone"], "2.3.1") == (
        "uuid", "name", "description", "state", "type", "createDate", "lastOpDate",
    )  # fmt: skip
    assert "isDefault" in fields_of(APIS["QueryZone"], "5.2")
    assert "allVolumes" in fields_of(APIS["QueryVmInstance"], "5.2")
    assert "username" in fields_of(APIS["QueryImageStoreBackupStorage"], "2.3.1")
    known = {name for name in names() if name.startswith("Query") and "uuid" in fields_of(api_named(name), "5.2")}
    assert len(known) > 250


def test_every_line_of_the_register_is_read():
    for text in (register.APIS, register.FIELDS):
        heads = re.findall(r"^(\w+).*$", text, re.MULTILINE)
        assert len(heads) == len(set(heads)) and heads == sorted(heads)
        assert len(heads) == len([line for line in text.splitlines() if line and line[0] != " "])
    assert not set(APIS) & set(re.findall(r"^\w+", register.APIS, re.MULTILINE)), "declared and registered"


@pytest.mark.parametrize(
    ("call", "wrong", "right"),
    [
        (api_named, "CreateZones", "CreateZone"),
        (api_named, "addkvmhost", "AddKVMHost"),
        (api_named, "create_vm_instance", "CreateVmInstance"),
        (api_named, "UpdateHostlommuState", "UpdateHostIommuState"),
        (query_of, "vm_instances", "VmInstance"),
        (query_of, "QueryZone", "Zone"),
    ],
)
def test_an_unknown_name_is_refused_with_those_like_it(call, wrong, right):
    with pytest.raises(DeclarationError) as caught:
        call(wrong)
    assert repr(wrong) in str(caught.value)
    assert right in str(caught.value).split("did you mean ")[1]


@pytest.mark.parametrize("wrong", ["qqqqqq", "", " ", "(", "a" * 10000, "QueryZone\nQueryZone", "APIS = "])
def test_a_name_like_no_other_is_refused_plainly(wrong):
    with pytest.raises(DeclarationError, match="unknown API") as caught:
        api_named(wrong)
    assert "docs/apis.md" in str(caught.value) or "did you mean" in str(caught.value)
    with pytest.raises(DeclarationError, match="unknown resource"):
        query_of(wrong)


def test_an_ordinary_task_does_not_load_the_register():
    package = "ansible_collections.zstack.cloud.plugins"
    loaded = (
        f"import sys, {package}.modules.zstack_zone, {package}.modules.zstack_api, {package}.modules.zstack_query_info;"
        "print([name for name in sys.modules if name.endswith('_api.register')])"
    )
    environment = {"PYTHONPATH": str(ROOT / ".venv/collections")}
    shown = subprocess.run([sys.executable, "-c", loaded], env=environment, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
