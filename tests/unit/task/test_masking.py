# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api import host
from ansible_collections.zstack.cloud.plugins.module_utils._task.masking import (
    given_secrets,
    masked,
    misspelt_secrets,
    texts,
)

SPEC = {
    "name": {"type": "str"},
    "password": {"type": "str", "no_log": True},
    "mons": {"type": "list", "elements": "dict", "options": {"ssh_password": {"no_log": True}, "hostname": {}}},
    "gizmo_quux": {"type": "str"},
}


def hidden(secret, **result):
    return masked(result, {secret}, SPEC)


def test_texts_at_any_depth():
    assert texts({"a": ["one", {"b": 2, "c": (3.5, None, "", True)}]}) == {"one", "2", "3.5"}


def test_secrets_of_every_no_log_option_at_any_depth():
    params = {
        "name": "shown",
        "password": {"x": ["first", {"y": "second"}], "z": 31337, "flag": True, "none": None, "empty": ""},
        "mons": [{"ssh_password": "third", "hostname": "shown"}, "no dictionary"],
    }
    assert given_secrets(SPEC, params) == {"first", "second", "31337", "third"}


def test_secrets_of_misspelt_options_at_any_depth():
    params = {"pasword": "first", "sshPassword": "second", "nmae": "shown", "mons": [{"ssh_pasword": "third"}, "none"]}
    assert misspelt_secrets(SPEC, params) == {"first", "second", "third"}


def test_a_secret_is_hidden_wherever_it_turns_up():
    result = hidden("31337", msg="31337 is wrong", warnings=["31337"], rows=[{"pin": 31337, "text": "is 31337"}])
    assert "31337" not in repr(result)
    assert result["msg"] == "******** is wrong"


@pytest.mark.parametrize(
    ("secret", "message"),
    [
        ("password", "cluster and password are needed to create it"),
        ("x", "there is no zone with name or uuid 'lab'. To create one, leave uuid out; one exists"),
        (
            "name",
            "Unsupported parameters for (zstack.cloud.zstack_zone) module: nam. Supported parameters include: name",
        ),
        ("Unsupported", "Unsupported parameters for (zstack_zone) module: nam"),
        ("include", "nam. Supported parameters include: name"),
        ("gizmo_quux", "missing required arguments: gizmo_quux"),
        (host.ADD_KVM_HOST.name, "AddKVMHost failed: HOST.1000"),
    ],
)
def test_our_own_wording_stays_readable(secret, message):
    kept = hidden(secret, msg=message, warnings=[message], not_done=["AddKVMHost"])
    assert kept == {"msg": message, "warnings": [message], "not_done": ["AddKVMHost"]}


@pytest.mark.parametrize("secret", ["password", "x", "name"])
def test_values_are_hidden_even_where_they_are_ordinary_words(secret):
    result = hidden(secret, msg=f"there is no zone with name or uuid '{secret}'", zone={"name": secret}, text=secret)
    assert result["msg"] == "there is no zone with name or uuid '********'"
    assert secret not in [result["zone"]["name"], result["text"]]


def test_keys_booleans_and_their_order_are_left_alone():
    result = hidden("changed", changed=True, failed=False, msg="changed", zone=None)
    assert result == {"changed": True, "failed": False, "msg": "changed", "zone": None}
    assert list(result) == ["changed", "failed", "msg", "zone"]


def test_what_is_said_of_many_objects_stays_readable_too():
    said, place = "password is needed to create it", "zones[lab].hosts[h1].password"
    result = hidden(
        "password",
        refused=[{"path": "zones[0]", "msg": said}],
        missing_secrets=[place],
        objects=[
            {"name": "password", "error": None},
            {"name": "h1", "error": {"msg": said, "details": "it is password"}},
        ],
    )
    assert result["refused"][0]["msg"] == result["objects"][1]["error"]["msg"] == said
    assert result["missing_secrets"] == [place]
    assert result["objects"][0]["name"] != "password"
    assert result["objects"][1]["error"]["details"] == "it is ********"
