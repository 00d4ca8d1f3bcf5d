# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every declared API against a table of facts that was drawn up without looking at the declarations.

``data/apis.json`` says for each API and generation the verb and path, the key of the body, whether it is a job, and
what it takes: the type, ``!`` where mandatory, ``<=n`` characters, ``a|b`` the values, ``n..m`` the range, ``filled``
where empty is refused, ``secret``; and ``gives``, the keys of its result (which a reply may lack where they are null).
"""

from __future__ import annotations

import datetime
import functools
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.catalog import APIS
from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import GENERATIONS, DeclarationError
from ansible_collections.zstack.cloud.plugins.module_utils._api.secrets import is_secret

FACTS = json.loads((Path(__file__).parent / "data" / "apis.json").read_text(encoding="utf-8"))

SAMPLES = {"String": "a b/c?d", "int": 7, "bool": True, "list": ["x", "y"], "map": {"k": {"n": [1, None]}}}
#: Where the node takes texts of one form only.
ACCEPTED = {
    "CreateZone": {"name": "lab 1"},
    "UpdateZone": {"name": "lab 1"},
    "AddLocalPrimaryStorage": {"url": "/a b/c?d"},
    "AddImageStoreBackupStorage": {"hostname": "images-1", "url": "/a/c?d"},
    "UpdateImageStoreBackupStorage": {"hostname": "images-1"},
    **{
        f"Update{storage}StorageMon": {"hostname": "mon-1"}
        for storage in ("CephPrimary", "CephBackup", "FusionstorBackup")
    },
}
WRONG = {"String": 7, "int": "7", "bool": "true", "list": "x", "map": ["x"]}


def fact(name, generation):
    return FACTS[name].get("both") or FACTS[name].get(generation)


class Parameter:
    def __init__(self, text):
        head, *limits = text.split(" ")
        self.type, self.required = head.rstrip("!"), head.endswith("!")
        self.most = next((int(x[2:]) for x in limits if x.startswith("<=")), None)
        self.range = next((tuple(map(int, x.split(".."))) for x in limits if ".." in x), None)
        self.filled = "filled" in limits
        self.secret = "secret" in limits
        values = [x for x in limits if x[0].isalpha() and x not in ("filled", "secret")]
        self.values = values[0].split("|") if values else None

    @property
    def sample(self):
        if self.values:
            return self.values[-1]
        if self.range:
            return self.range[0]
        return SAMPLES[self.type][: self.most] if self.most else SAMPLES[self.type]


def takes(name, generation):
    return {k: Parameter(v) for k, v in fact(name, generation)["takes"].items()}


def samples(name, generation):
    values = {k: p.sample for k, p in takes(name, generation).items()}
    return {**values, **ACCEPTED.get(name, {})}


HAVE = [(name, generation) for name in FACTS for generation in GENERATIONS if fact(name, generation)]
LACK = [(name, generation) for name in FACTS for generation in GENERATIONS if not fact(name, generation)]
PARAMETERS = [(name, generation, parameter) for name, generation in HAVE for parameter in takes(name, generation)]


def refused(name, generation, params):
    with pytest.raises(DeclarationError) as caught:
        APIS[name].request(generation, params)
    assert caught.value.api == name
    assert caught.value.as_result() == {"msg": str(caught.value), "api": name}
    return caught.value


def test_the_table_and_the_declarations_name_the_same_apis():
    assert set(APIS) == set(FACTS)


@pytest.mark.parametrize(("name", "generation"), HAVE)
def test_request_carries_every_parameter_to_its_place(name, generation):
    expected = fact(name, generation)
    method, template = expected["call"].split(" ")
    values = samples(name, generation)
    call = APIS[name].request(generation, values)

    in_path = set(re.findall(r"{(\w+)}", template))
    path = re.sub(r"{(\w+)}", lambda match: quote(values[match.group(1)], safe=""), template)
    rest = {k: v for k, v in values.items() if k not in in_path}
    assert (call.api, call.method, call.path) == (name, method, path)
    assert (call.is_async, call.needs_session) == (expected["async"], True)
    assert call.path.count("/") == template.count("/"), "a value must not add to the path"
    if method in ("GET", "DELETE"):
        assert expected["key"] is None
        assert call.body is None
        pairs = []
        for k, v in rest.items():
            pairs += [(k, item) for item in v] if isinstance(v, list) else [(k, "true" if v is True else str(v))]
        assert sorted(call.query) == sorted(pairs)
    else:
        # Where the facts know no key, the path says everything and the node ignores the body.
        assert expected["key"] or not rest
        assert call.body == {expected["key"] or "params": rest}
        assert call.query == []


@pytest.mark.parametrize(("name", "generation"), HAVE)
def test_request_needs_only_what_is_mandatory(name, generation):
    parameters = takes(name, generation)
    values = samples(name, generation)
    mandatory = {k: values[k] for k, p in parameters.items() if p.required}
    everything_else = dict.fromkeys(set(parameters) - set(mandatory))
    assert APIS[name].request(generation, mandatory) == APIS[name].request(
        generation, dict(mandatory, **everything_else)
    ), "None means not given"
    for missing in mandatory:
        error = refused(name, generation, {k: v for k, v in mandatory.items() if k != missing})
        assert error.parameter == missing
        assert missing in str(error)


@pytest.mark.parametrize(("name", "generation"), HAVE)
def test_request_refuses_what_the_generation_does_not_know(name, generation):
    other = {"2.3.1": "5.2", "5.2": "2.3.1"}[generation]
    known = takes(name, generation)
    foreign = set(takes(name, other)) - set(known) if fact(name, other) else set()
    for unknown in foreign | {"uuiD", "sessionUuid"}:
        error = refused(name, generation, dict(samples(name, generation), **{unknown: "x"}))
        assert error.parameter == unknown
        assert generation in str(error)
        assert all(k in str(error) for k in known), "the refusal says what would be right"


@pytest.mark.parametrize(("name", "generation", "parameter"), PARAMETERS)
def test_request_checks_values_as_the_node_does(name, generation, parameter):
    limits = takes(name, generation)[parameter]
    values = samples(name, generation)
    api = APIS[name]

    def takes_value(value):
        return api.request(generation, dict(values, **{parameter: value}))

    def refuses(value):
        error = refused(name, generation, dict(values, **{parameter: value}))
        assert error.parameter == parameter
        assert parameter in str(error)
        return str(error)

    refuses(WRONG[limits.type])
    if limits.type == "int":
        refuses(True)
    if limits.most:
        longest = values[parameter].ljust(limits.most, "x")
        takes_value(longest)
        assert str(limits.most) in refuses(longest + "x")
    if limits.values:
        for value in limits.values:
            takes_value(value)
        message = refuses("something else")
        assert all(value in message for value in limits.values)
    if limits.range:
        least, most = limits.range
        takes_value(least), takes_value(most)
        assert str(least) in refuses(least - 1)
        assert str(most) in refuses(most + 1)
    if limits.filled:
        refuses(type(limits.sample)())


@pytest.mark.parametrize(("name", "generation"), LACK)
def test_request_refuses_an_api_that_the_generation_lacks(name, generation):
    other = {"2.3.1": "5.2", "5.2": "2.3.1"}[generation]
    message = str(refused(name, generation, samples(name, other)))
    assert name in message and generation in message and other in message


@pytest.mark.parametrize(("name", "generation"), [pair for pair in HAVE if "{" in fact(*pair)["call"]])
@pytest.mark.parametrize("value", ["", " ", ".", ".."])
def test_request_refuses_path_variables_that_would_address_another_path(name, generation, value):
    for variable in re.findall(r"{(\w+)}", fact(name, generation)["call"]):
        error = refused(name, generation, dict(samples(name, generation), **{variable: value}))
        assert error.parameter == variable


@pytest.mark.parametrize("value", ["a/b", "a?b=c", "a#b", "a%2Fb", "{uuid}", "區", "a;b", "a b"])
def test_path_variables_are_quoted(value):
    call = APIS["AttachPrimaryStorageToCluster"].request("5.2", {"clusterUuid": value, "primaryStorageUuid": "p"})
    assert call.path == "/clusters/%s/primary-storage/p" % quote(value, safe="")


def test_names_of_zones_follow_the_rule_of_5_2_only():
    create = APIS["CreateZone"]
    for name in ("lab", "实验室 1", 'a-_.():+"b', " lab "):
        create.request("5.2", {"name": name})
    for name in ("a/b", "lab!", "a\nb"):
        assert "letters" in str(refused("CreateZone", "5.2", {"name": name}))
        create.request("2.3.1", {"name": name})


def test_blanks_do_not_fill_what_must_be_filled():
    assert "empty" in str(refused("UpdateHost", "5.2", {"uuid": "u", "managementIp": "  "}))


def test_booleans_and_lists_in_the_query_string():
    call = APIS["GetPrimaryStorageCapacity"].request("5.2", {"all": False, "zoneUuids": ["a", "b"]})
    assert call.query == [("all", "false"), ("zoneUuids", "a"), ("zoneUuids", "b")]


def test_tags_travel_beside_the_action_key():
    tags = {"systemTags": ["a::b"], "userTags": []}
    call = APIS["CreateZone"].request("5.2", dict(tags, name="lab"))
    assert call.body == {"params": {"name": "lab"}, "systemTags": ["a::b"]}
    call = APIS["UpdateZone"].request("5.2", dict(tags, uuid="u"))
    assert call.body == {"updateZone": {}, "systemTags": ["a::b"]}


def test_tags_that_are_no_list_are_refused():
    error = refused("CreateZone", "5.2", {"name": "lab", "systemTags": "a::b"})
    assert error.parameter == "systemTags"


@pytest.mark.parametrize(("name", "params"), [("DeleteZone", {"uuid": "u"}), ("QueryZone", {})])
def test_tags_are_refused_where_the_node_would_not_read_them(name, params):
    assert refused(name, "5.2", dict(params, systemTags=["a::b"])).parameter == "systemTags"


SECRETS = [(name, generation, p) for name, generation, p in PARAMETERS if takes(name, generation)[p].secret]


def test_what_sounds_secret_is_secret():
    for name, generation, parameter in PARAMETERS:
        marked = APIS[name].parameter(parameter, generation).secret
        assert marked == takes(name, generation)[parameter].secret == is_secret(parameter) or parameter == "monUrls"
        assert marked == (re.search("passw|secret|token|monurls|credential", parameter, re.IGNORECASE) is not None)
    assert len(SECRETS) > 20


@pytest.mark.parametrize("value", [31337, "31337" * 600, ["31337"], {"31337": "31337"}, float("nan"), "31337\0"])
@pytest.mark.parametrize(("name", "generation", "parameter"), SECRETS)
def test_complaints_about_secrets_do_not_show_them(name, generation, parameter, value):
    try:
        APIS[name].request(generation, dict(samples(name, generation), **{parameter: value}))
    except DeclarationError as error:
        assert error.parameter == parameter
        assert parameter in str(error)
        assert "31337" not in str(error)
    else:
        assert isinstance(value, list) and parameter == "monUrls"


@pytest.mark.parametrize(("name", "generation", "parameter"), SECRETS)
def test_secrets_of_a_request_at_any_depth(name, generation, parameter):
    value = {"list": ["root:pa@ss@mon:22/?monPort=6789"]}.get(takes(name, generation)[parameter].type, "pa ss")
    found = APIS[name].secrets(dict(samples(name, generation), **{parameter: value}))
    assert found == ({"pa ss"} if value == "pa ss" else {value[0], "pa@ss"})
    assert APIS[name].secrets({parameter: {"a": [{"b": 12345}, None, True, ""]}}) == {"12345"}


def test_secrets_in_parameters_that_are_none():
    configuration = {"password": "one", "cfgItems": {"nicCfgs": [{"ip": "192.0.2.1", "ipmiPassword": "two"}]}}
    assert APIS["CreateBaremetalHostCfg"].secrets(configuration) == {"one", "two"}
    tags = {"name": "x", "systemTags": ["consolePassword::three", "hostname::web"]}
    assert APIS["CreateZone"].secrets(tags) == {"three"}
    assert APIS["UpdatePrimaryStorage"].secrets({"url": "http://me:four@host/x"}) == {"four"}
    assert APIS["QueryZone"].secrets({}) == set()


@pytest.mark.parametrize(("name", "generation"), HAVE)
def test_replies_hold_what_the_result_is_made_of(name, generation):
    gives = fact(name, generation)["gives"]
    returns = APIS[name].returns(generation)
    assert APIS[name].request(generation, samples(name, generation)).returns == returns
    assert set(returns) <= set(gives)
    if {"inventory", "inventories"} & set(gives):
        assert set(returns) == set(gives) - {"total"}
    else:
        # The one result of which nobody knows whether it may be null.
        assert returns or not gives or name == "ReclaimSpaceFromImageStore"


def test_what_reads_whatever_its_verb():
    reading = {name for name, api in APIS.items() if api.reads()}
    assert reading == {name for name, api in APIS.items() if api.method == "GET"} | {"PowerStatusBaremetalHost"}
    flatten = APIS["FlattenVmInstance"]
    assert flatten.reads({"uuid": "u", "dryRun": True})
    assert not flatten.reads({"uuid": "u", "dryRun": False}) and not flatten.reads({"uuid": "u"})


def test_all_complaints_come_at_once():
    values = {"sshPort": 70000, "managementIP": "192.0.2.1", "password": 5}
    error = refused("AddKVMHost", "5.2", values)
    assert error.parameter == "username"
    assert "AddKVMHost needs username, name, managementIp and clusterUuid in ZStack 5.2" in str(error)
    assert "no parameter 'managementIP' in ZStack 5.2 (did you mean managementIp?)" in str(error)
    assert "sshPort is 70000, expected 1 to 65535" in str(error)
    assert "password is of type int, expected a string" in str(error)


def test_complaints_where_all_generations_agree_name_none():
    with pytest.raises(DeclarationError) as caught:
        APIS["DeleteZone"].request(None, {"name": "x"})
    assert "None" not in str(caught.value) and "ZStack" not in str(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        {1: "x"},
        {"a": float("nan")},
        {"a": [float("inf")]},
        {"a": datetime.date(2026, 1, 1)},
        {"a": b"x"},
        {"a": "x\0"},
        {"\ud800": "x"},
        {"a": 2**63},
        {"a": {1, 2}},
        functools.reduce(lambda inner, _: {"a": inner}, range(5000), "x"),
    ],
)
def test_values_that_json_cannot_carry_are_refused(value):
    error = refused("CreateBaremetalHostCfg", "2.3.1", {"chassisUuid": "u", "cfgItems": value})
    assert error.parameter == "cfgItems"


@pytest.mark.parametrize("value", ["a\0b", "\ud800"])
def test_texts_that_no_path_can_carry_are_refused(value):
    assert refused("DeleteZone", "5.2", {"uuid": value}).parameter == "uuid"


def test_queries_take_what_their_grammar_knows():
    call = APIS["QueryZone"].request(None, {"q": ["name=a", "state=Enabled"], "limit": 2, "replyWithCount": True})
    assert call.query == [("q", "name=a"), ("q", "state=Enabled"), ("limit", "2"), ("replyWithCount", "true")]
    assert (call.method, call.body, call.is_async, call.returns) == ("GET", None, False, ("inventories",))
    assert refused("QueryZone", "5.2", {"limit": -1}).parameter == "limit"


@pytest.mark.parametrize("name", sorted(APIS))
def test_an_api_alike_in_all_generations_needs_none(name):
    api = APIS[name]
    if not api.alike:
        assert api.only or api.moved or any(p.only for p in api.params)
        return
    given = {p.name: {"int": 1, "bool": True, "list": ["a"], "map": {"a": 1}}.get(p.type, "a") for p in api.params}
    given.update({p.name: p.choices[0] for p in api.params if p.choices})
    assert api.request(None, given) == api.request("2.3.1", given) == api.request("5.2", given)
