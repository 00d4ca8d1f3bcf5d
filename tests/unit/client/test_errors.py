# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Settings are checked before anything is sent; errors say everything but secrets."""

from __future__ import annotations

import base64
import html
import json
import time
from urllib.parse import quote, quote_plus

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.ceph import ADD_CEPH_PRIMARY_STORAGE
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError, Secrets, SettingsError
from ansible_collections.zstack.cloud.plugins.module_utils._client.settings import Settings

from .conftest import GET


def settings(url="http://10.0.0.1:8080", **more):
    return Settings(url, **dict({"account": "admin", "password": "pass-phrase"}, **more))


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("http://10.0.0.1:8080", "http://10.0.0.1:8080/zstack/v1"),
        (" http://10.0.0.1:8080/ ", "http://10.0.0.1:8080/zstack/v1"),
        ("http://10.0.0.1:8080/zstack", "http://10.0.0.1:8080/zstack/v1"),
        ("https://cloud.example.org/zstack/v1/", "https://cloud.example.org/zstack/v1"),
        ("HTTP://[fe80::1]:8080", "http://[fe80::1]:8080/zstack/v1"),
    ],
)
def test_url_is_normalised(given, used):
    assert settings(given).url == used


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("", "zstack_url, the address of the management node, is missing"),
        (None, "is missing"),
        ("10.0.0.1:8080", "no scheme"),
        ("10.0.0.1", "no scheme"),
        ("ftp://10.0.0.1", "not the http or https address"),
        ("http://", "not the http or https address"),
        ("http://10.0.0.1:port", "malformed"),
        ("http://10.0.0.1:99999", "malformed"),
        ("http://a..b:8080", "malformed"),
        ("http://[10.0.0.1:8080", "malformed"),
        ("http://10.0.0.1 :8080", "not the http or https address"),
        ("http://10.0.0.1:5000/#/login", "goes beyond"),
        ("http://10.0.0.1:8080/zstack/v1/zones", "goes beyond"),
        ("http://10.0.0.1:8080?x=1", "goes beyond"),
        ("http://admin:hush@10.0.0.1:8080", "must not contain credentials"),
    ],
)
def test_wrong_url_is_refused_with_the_right_form(given, complaint):
    with pytest.raises(SettingsError) as caught:
        settings(given)
    assert complaint in caught.value.message
    assert "http://<management node>:8080" in caught.value.message
    assert "hush" not in caught.value.message


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"password": None}, "Missing zstack_password"),
        ({"account": None, "password": None}, "Missing zstack_account and zstack_password"),
        ({"access_key_id": "id"}, "zstack_access_key_id and zstack_access_key_secret must be given together"),
        ({"timeout": 0}, r"zstack_timeout is 0: it must be a number from 0\.001 to 31622400"),
        ({"timeout": float("nan")}, "zstack_timeout is nan: it must be a number"),
        ({"wait_timeout": float("inf")}, "zstack_wait_timeout is inf: it must be a number"),
        ({"timeout": 1e300}, r"zstack_timeout is 1e\+300: it must be a number"),
        ({"retries": -1}, "zstack_retries is -1: it must be a number from 0"),
        ({"url": "http://10.0.0.1\0"}, "zstack_url holds NUL"),
        ({"account": "adm\ud800in"}, "zstack_account holds NUL or half a surrogate pair"),
        ({"ca_path": "/tmp/\0"}, "zstack_ca_path holds NUL"),
        ({"session_uuid": "f" * 32 + "\n"}, "zstack_session_uuid holds blanks, line feeds"),
        ({"access_key_id": "id é", "access_key_secret": "k"}, "zstack_access_key_id holds blanks"),
        ({"ca_path": "/nowhere/ca.pem"}, "zstack_ca_path /nowhere/ca.pem does not exist"),
        ({"proxy": "proxy:3128"}, "zstack_proxy must be a URL"),
        ({"proxy": "http://[proxy"}, "zstack_proxy must be a URL"),
        ({"proxy": "http://"}, "zstack_proxy must be a URL"),
        ({"proxy": "http://proxy:port"}, "zstack_proxy must be a URL"),
    ],
)
def test_wrong_settings_are_refused(given, complaint):
    with pytest.raises(SettingsError, match=complaint):
        settings(**given)


def test_precedence_of_identities():
    everything = {"user": "u", "access_key_id": "id", "access_key_secret": "key", "session_uuid": "s1"}
    assert settings(**everything).identity == "session"
    del everything["session_uuid"]
    assert settings(**everything).identity == "access_key"
    assert settings(user="u").identity == "user"
    assert settings().identity == "account"


def test_repr_of_settings_has_no_secrets():
    text = repr(
        settings(access_key_id="key-id", access_key_secret="key-secret", session_uuid="s1s1", proxy="http://a:b@p")
    )
    for secret in ("pass-phrase", "key-id", "key-secret", "s1s1", "a:b"):
        assert secret not in text


CHAIN = {
    "code": "HOST.1000",
    "description": "adding the host failed",
    "details": "cannot add the host",
    "cause": {
        "code": "SYS.1006",
        "description": "an operation failed",
        "details": "cannot add the host",
        "cause": {"code": "SYS.1000", "description": "internal error", "details": "ssh: no route to host 10.0.0.9"},
        "causes": [{"code": "SYS.1016"}, {"code": "SYS.1016"}],
    },
}


def test_message_has_the_whole_chain_once_and_the_reason_last():
    failure = ApiError(CHAIN, api="AddKVMHost", job_uuid="j1")
    assert failure.message == (
        "AddKVMHost failed: HOST.1000: adding the host failed: cannot add the host; caused by SYS.1006: an operation "
        "failed; caused by SYS.1000: internal error: ssh: no route to host 10.0.0.9; caused by SYS.1016"
    )
    result = failure.as_result()
    assert result["msg"] == failure.message
    assert (result["api"], result["job_uuid"]) == ("AddKVMHost", "j1")
    assert {name: result["error"][name] for name in ("code", "description", "details")} == {
        "code": "HOST.1000",
        "description": "adding the host failed",
        "details": "cannot add the host",
    }
    assert [cause["code"] for cause in result["error"]["causes"]] == ["SYS.1006", "SYS.1000", "SYS.1016"]
    assert failure.codes == ["HOST.1000", "SYS.1006", "SYS.1000", "SYS.1016"]


@pytest.mark.parametrize("error", [{"code": "SYS.1000"}, {"code": "X.1", "causes": None, "opaque": {}}, "a text"])
def test_sparse_errors_are_understood(error):
    failure = ApiError(error, api="GetThing")
    assert failure.message.startswith("GetThing failed: ")
    assert failure.as_result()["error"]["causes"] == []


@pytest.mark.parametrize("code", ["ID.1001", "ORG_ZSTACK_IDENTITY_10020"])
def test_dead_session_has_two_codes(code):
    assert ApiError({"code": code}).dead_session
    # As a cause it says nothing about our session.
    assert not ApiError({"code": "SYS.1000", "cause": {"code": code}}).dead_session


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mon root:p@ss:w0rd@10.0.0.1:22/?monPort=6789 failed", "mon root:********@10.0.0.1:22/?monPort=6789 failed"),
        ("ssh://root:hush@mon1", "ssh://root:********@mon1"),
        ("see http://10.0.0.1:8080/x at 10:20", "see http://10.0.0.1:8080/x at 10:20"),
        ("the word is pass-phrase.", "the word is ********."),
    ],
)
def test_texts_are_scrubbed(text, shown):
    assert Secrets("pass-phrase", None, "").hide(text) == shown


def test_values_are_scrubbed_by_field_name_and_by_what_was_sent():
    secrets = Secrets("hush1")
    secrets.add("hush2")
    row = {
        "name": "h1",
        "sshPassword": "other",
        "monUrls": ["root:x@m1"],
        "note": "hush1 and hush2",
        "n": 1,
        "authToken": None,
    }
    assert secrets.hide(row) == {
        "name": "h1",
        "sshPassword": "********",
        "monUrls": ["root:********@m1"],
        "note": "******** and ********",
        "n": 1,
        "authToken": None,
    }
    assert "hush" not in repr(secrets)


@pytest.mark.parametrize("secret", ['a"b', "a\\b", "a'b\"c", "pässwörd", "密码", "p<w>&=", "a b+c/d", "a\nb", "p😀w"])
@pytest.mark.parametrize(
    "spelling",
    [
        str,
        lambda text: json.dumps(text)[1:-1],
        lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
        lambda text: json.dumps(json.dumps(text, ensure_ascii=False)[1:-1], ensure_ascii=False)[1:-1],
        lambda text: repr(text)[1:-1],
        lambda text: repr(text.encode())[2:-1],
        lambda text: quote(text, safe=""),
        quote,
        quote_plus,
        html.escape,
        # As the node's JSON library does.
        lambda text: "".join(
            "\\u%04x" % ord(c) if c in "=<>&'" else c for c in json.dumps(text, ensure_ascii=False)[1:-1]
        ),
    ],
)
def test_secrets_are_found_however_an_echo_spells_them(secret, spelling):
    echo = spelling(secret)
    assert Secrets(secret).hide("the node says: %s, that is all" % echo) == "the node says: ********, that is all"


@pytest.mark.parametrize("before", ["", "u", "us", "user:"])
@pytest.mark.parametrize("secret", ["s3cret", 'pässwörd"', "a long one, of several words"])
def test_secrets_are_found_in_base64_wherever_they_begin(secret, before):
    echo = base64.b64encode(f"{before}{secret}@host".encode()).decode()
    shown = "".join(base64.b64decode(piece + "==").decode(errors="ignore") for piece in hidden(secret, echo))
    assert secret[1:-1] not in shown and len(shown) < len(before) + len("@host") + 2


def hidden(secret, echo):
    """What is left of an echo in base64, in whole characters."""
    left = Secrets(secret).hide(echo).split("********")
    assert len(left) == 2
    return [left[0][: len(left[0]) // 4 * 4], left[1][len(left[1]) % 4 :]]


@pytest.mark.parametrize(
    "text",
    ["a" * 200_000, "a" * 100_000 + "@", "a:" * 100_000, "@" * 200_000, "a:b@" * 50_000, " " * 200_000, "a@" * 9999]
    + ["x " + "@" * 200_000, "x:" + "@" * 200_000 + " y"],
)
def test_scrubbing_takes_time_in_proportion_to_the_text(text):
    begin = time.monotonic()
    Secrets("pass-phrase").hide(text)
    assert time.monotonic() - begin < 2


@pytest.mark.parametrize("wrong", [5, None, [], {"code": 7}, {"cause": 3, "causes": 4}, {"details": {"a": ["b"]}}])
def test_errors_of_wrong_types_are_told(wrong):
    failure = ApiError(wrong, api="GetThing")
    assert failure.message.startswith("GetThing failed: ") and isinstance(failure.code, str)


def test_errors_of_any_size_are_told_in_a_moment():
    error = deepest = {"code": "SYS.1000"}
    for n in range(10_000):
        deepest["causes"] = [{"code": "SYS.%d" % n}] * 20
        deepest["cause"] = deepest = {"code": "SYS.1006", "details": str(n)}
    begin = time.monotonic()
    assert len(ApiError(error).codes) < 100
    assert time.monotonic() - begin < 1


def test_secrets_are_those_that_declarations_mark(client, node):
    """A password inside a URL, in a list, whatever its name: masked in all that comes later."""
    node.script["POST", "/primary-storage/ceph"] = [lambda request: node.submit(request, (200, {"inventory": {}}))]
    urls = ["root:p@ss-w0rd@10.0.0.1:22/?monPort=6789", "root:other-one@10.0.0.2"]
    client.call(ADD_CEPH_PRIMARY_STORAGE, {"name": "ceph", "zoneUuid": "a" * 32, "monUrls": urls})
    told = "mon 10.0.0.1: sshpass -p p@ss-w0rd: other-one was refused"
    node.script["GET", "/things/one"] = [(503, {"error": {"code": "SYS.1006", "details": told}})]
    with pytest.raises(ApiError) as caught:
        client.call(GET, {})
    assert "mon 10.0.0.1: sshpass -p ********: ******** was refused" in caught.value.message
    assert "p@ss" not in str(caught.value.as_result()) and "other-one" not in str(caught.value.as_result())
