# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""One request and its answer, whatever stands in between."""

from __future__ import annotations

import re
import socket
import ssl
import time

import pytest
import requests

from ansible_collections.zstack.cloud.plugins.module_utils._client import transport, wire
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import (
    ApiError,
    ConnectionFailed,
    ConnectionLost,
    DependencyMissing,
    HttpError,
    TlsFailed,
    UnexpectedAnswer,
    ZStackError,
)
from ansible_collections.zstack.cloud.plugins.module_utils._client.settings import Settings

from .conftest import CREATE, DROP, GET, POKE, Api, error

PAGE = "<!DOCTYPE html><html><head><title>Log\n in</title></head></html>"
ONE = ("GET", "/things/one")


def test_reply_of_a_synchronous_api(client, node):
    node.script[ONE] = [(200, {"inventory": {"uuid": "u1"}})]
    assert client.call(GET, {}) == {"inventory": {"uuid": "u1"}}
    request = node.seen(*ONE)[0]
    assert request.headers["Authorization"].startswith("OAuth ")
    assert "Content-Type" not in request.headers


def test_empty_body_is_an_empty_reply(client, node):
    node.script[ONE] = [(200, ""), (200, {})]
    assert client.call(GET, {}) == {}
    assert client.call(GET, {}) == {}


def test_numbers_are_integers_where_they_are_integral(client, node):
    node.script[ONE] = [(200, '{"size": 8.589934592E9, "n": 1.0, "big": 9.223372036854775807E18, "half": 0.5, "i": 7}')]
    reply = client.call(GET, {})
    assert reply == {"size": 8589934592, "n": 1, "big": 9223372036854775807, "half": 0.5, "i": 7}
    assert [type(value) for value in reply.values()] == [int, int, int, float, int]


def test_query_string_is_percent_encoded_and_a_delete_has_no_body(client, node):
    delete = Api(
        "DeleteThing", "DELETE", "/things/one", query=[("deleteMode", "Permissive"), ("x", "a&b+c %"), ("x", "é")]
    )
    client.call(delete, {})
    request = node.seen("DELETE")[0]
    assert request.target.endswith("?deleteMode=Permissive&x=a%26b%2Bc%20%25&x=%C3%A9")
    assert request.query == [("deleteMode", "Permissive"), ("x", "a&b+c %"), ("x", "é")]
    assert request.body is None


def test_functional_error(client, node):
    node.script[ONE] = [
        error("SYS.1007", "wrong", "参数错误 root:hush@mon", cause={"code": "SYS.1006", "details": "deep"})
    ]
    with pytest.raises(ApiError) as caught:
        client.call(GET, {})
    result = caught.value.as_result()
    assert result["msg"] == ("GetThing failed: SYS.1007: wrong: 参数错误 root:********@mon; caused by SYS.1006: deep")
    assert (result["http_status"], result["api"]) == (503, "GetThing")
    assert len(node.seen(*ONE)) == 1


@pytest.mark.parametrize("status", [400, 403, 404, 405, 500])
def test_text_errors_of_the_shell(client, node, status):
    node.script[ONE] = [(status, "no api mapping to /v1/things/one")]
    with pytest.raises(HttpError) as caught:
        client.call(GET, {})
    assert "HTTP %d: no api mapping to /v1/things/one" % status in caught.value.message
    assert caught.value.as_result()["http_status"] == status
    assert ("clock" in caught.value.message) == (status == 403)


def test_empty_internal_error(client, node):
    node.script[ONE] = [(500, "")]
    with pytest.raises(HttpError, match="HTTP 500: without a reason"):
        client.call(GET, {})


@pytest.mark.parametrize("status", [200, 404])
def test_html_page_instead_of_the_api(client, node, status):
    node.script[ONE] = [(status, PAGE)] * 4
    with pytest.raises(UnexpectedAnswer) as caught:
        client.call(GET, {})
    assert 'answered with an HTML page (title "Log in"), not with the ZStack API' in caught.value.message
    assert "http://<node>:8080" in caught.value.message


def test_redirect_is_reported_and_not_followed(client, node):
    node.script[ONE] = [(302, "", {"Location": "https://elsewhere/zstack/v1/things/one"})] * 4
    with pytest.raises(UnexpectedAnswer, match="redirects to https://elsewhere: give that as zstack_url"):
        client.call(GET, {})


@pytest.mark.parametrize("trouble", [DROP, (502, PAGE), (503, PAGE), (504, "upstream timed out")])
def test_read_is_repeated_after_trouble_on_the_way(client, node, trouble):
    node.script[ONE] = [trouble] * 3
    assert client.call(GET, {})["path"] == "/things/one"
    assert len(node.seen(*ONE)) == 4


def test_a_node_that_is_starting_has_looked_at_nothing_and_is_asked_again(client, node):
    node.script[ONE] = node.script["PUT", "/things/poke"] = [error("SYS.1010", "not ready")] * 3
    assert client.call(GET, {})["path"] == "/things/one"
    node.script["PUT", "/things/poke"] = [error("SYS.1010", "not ready")] * 3
    assert client.call(POKE, {})["path"] == "/things/poke"
    node.script[ONE] = [error("SYS.1010", "not ready")] * 4
    with pytest.raises(ApiError, match="still starting: wait until it is ready"):
        client.call(GET, {})


@pytest.mark.parametrize("trouble", [DROP, (502, PAGE)])
def test_change_is_never_repeated_blindly(client, node, trouble):
    node.script["PUT", "/things/poke"] = [trouble] * 3
    with pytest.raises(ConnectionLost, match="not known whether it was carried out"):
        client.call(POKE, {})
    assert len(node.seen("PUT", "/things/poke")) == 1


def test_retries_end(make, node):
    node.script[ONE] = [DROP] * 3
    with pytest.raises(ConnectionLost):
        make(retries=2).call(GET, {})
    assert len(node.seen(*ONE)) == 3


def test_answer_that_breaks_off(client, node):
    node.script[ONE] = [(200, '{"inventory"', {"Content-Length": "500", "Connection": "close"})] * 4
    with pytest.raises(ConnectionLost, match="before the answer to GetThing was complete"):
        client.call(GET, {})


def test_timeout(make, node):
    def slow(request):
        time.sleep(0.6)
        return 200, {}

    client = make(timeout=0.2, retries=0)
    client.login()
    node.script[ONE] = [slow]
    with pytest.raises(ConnectionLost, match=r"did not answer GetThing within 0\.2 s"):
        client.call(GET, {})


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_refused_connection(make):
    url = "http://127.0.0.1:%d" % free_port()
    with pytest.raises(ConnectionFailed) as caught:
        make(url=url).call(GET, {})
    assert caught.value.message.startswith(url + " refuses connections")
    assert "8080" in caught.value.message


def test_request_that_never_arrived_is_repeated_even_if_it_changes_something(make, node, monkeypatch):
    client = make()
    client.login()
    from urllib3.util import connection

    real, refusals = connection.create_connection, []

    def refuse_twice(*args, **kwargs):
        if len(refusals) < 2:
            refusals.append(args)
            raise ConnectionRefusedError(111, "Connection refused")
        return real(*args, **kwargs)

    client._parts().transport.close()
    monkeypatch.setattr(connection, "create_connection", refuse_twice)
    client.call(POKE, {})
    assert len(refusals) == 2
    assert len(node.seen("PUT", "/things/poke")) == 1


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        (requests.exceptions.SSLError(ssl.SSLEOFError(8, "EOF occurred in violation of protocol")), ConnectionLost),
        (requests.exceptions.SSLError(ssl.SSLCertVerificationError(1, "self-signed certificate")), TlsFailed),
        (requests.exceptions.ProxyError(ConnectionResetError(104, "Connection reset by peer")), ConnectionLost),
        (requests.exceptions.ProxyError(ConnectionRefusedError(111, "Connection refused")), ConnectionFailed),
    ],
)
def test_whether_the_request_can_have_arrived(client, monkeypatch, trouble, kind):
    def fail(*args, **kwargs):
        raise trouble

    client.login()
    monkeypatch.setattr(wire.Adapter, "send", fail)
    with pytest.raises(kind) as caught:
        client.call(POKE, {})
    assert caught.type is kind


def test_trouble_that_is_being_handled_is_not_taken_for_the_present_one(make, node):
    client = make()
    client.login()
    node.script["PUT", "/things/poke"] = [DROP]
    try:
        make(url="http://127.0.0.1:%d" % free_port(), retries=0).login()
    except ConnectionFailed:
        with pytest.raises(ConnectionLost):
            client.call(POKE, {})
    assert len(node.seen("PUT", "/things/poke")) == 1


def test_unknown_host(make, monkeypatch):
    def unknown(*args, **kwargs):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    with pytest.raises(ConnectionFailed, match=r"The host node\.invalid is unknown: .*Check zstack_url"):
        make(url="http://node.invalid:8080").call(GET, {})


def test_tls(make, tls_node, certificate):
    with pytest.raises(TlsFailed) as caught:
        make(url=tls_node.url).version  # noqa: B018
    assert "zstack_ca_path" in caught.value.message and "zstack_validate_certs" in caught.value.message
    assert make(url=tls_node.url, ca_path=str(certificate)).version == "5.2.0"
    assert make(url=tls_node.url, validate_certs=False).call(GET, {})


def test_connection_lost_under_tls(make, tls_node, certificate):
    client = make(url=tls_node.url, ca_path=str(certificate))

    def accept_and_lose(request):
        tls_node.submit(request)
        return DROP

    tls_node.script["POST", "/things"] = [DROP, accept_and_lose]
    assert client.call(CREATE, {}) == {"inventory": {"uuid": "made"}}
    assert len(tls_node.executed) == 1
    tls_node.script["PUT", "/things/poke"] = [DROP]
    with pytest.raises(ConnectionLost):
        client.call(POKE, {})


def test_tls_with_a_port_that_does_not_speak_it(make, node):
    with pytest.raises(TlsFailed, match=r"does not speak TLS.*http://"):
        make(url=node.url.replace("http:", "https:")).version  # noqa: B018


def test_proxy_that_wants_a_login(make, node):
    node.script["PUT", "/management-nodes/actions"] = [(407, "<html></html>")]
    with pytest.raises(ConnectionFailed, match="demands a login: give zstack_proxy"):
        make(url="http://node.invalid:8080", proxy=node.url).version  # noqa: B018


def test_proxy_is_used_and_only_the_one_of_the_settings(make, node, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:%d" % free_port())
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:%d" % free_port())
    assert make().version == "5.2.0"
    assert make(url="http://node.invalid:8080", proxy=node.url).version == "5.2.0"
    assert node.log[-1].target == "http://node.invalid:8080/zstack/v1/management-nodes/actions"


def test_proxy_that_is_not_there(make):
    with pytest.raises(ConnectionFailed) as caught:
        make(proxy="http://someone:hush@127.0.0.1:%d" % free_port()).version  # noqa: B018
    assert "zstack_proxy" in caught.value.message and "hush" not in caught.value.message


def test_netrc_does_not_replace_the_session(client, node, tmp_path, monkeypatch):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login a password b\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    client.call(GET, {})
    assert node.seen(*ONE)[0].headers["Authorization"].startswith("OAuth ")


def test_connections_are_kept(client, node):
    for _unused in range(5):
        client.call(GET, {})
    assert node.connections == 1


def test_get_that_would_delete_is_never_sent(client, node):
    with pytest.raises(ValueError, match="would delete"):
        client.call(Api("GetStorage", "GET", "/primary-storage/" + "a" * 32), {})
    assert not node.seen("GET")


def test_missing_library_is_said(make, monkeypatch):
    monkeypatch.setattr(transport, "requests", None)
    with pytest.raises(DependencyMissing, match="requests is missing on"):
        make()


def test_every_request_is_traced_without_secrets(make, node):
    told = []
    client = make(trace=told.append)
    client.query(Api("QueryThing", "GET", "/things"), ["name=pass-phrase"])
    client.query(Api("QueryTag", "GET", "/tags"), ["tag=consolePassword::ab", "mon.sshPassword?=a,b"])
    client.call(CREATE, {"password": "hush-hush"})
    client.logout()
    with pytest.raises(ConnectionFailed):
        make(trace=told.append, url="http://127.0.0.1:%d" % free_port(), retries=0).login()
    job = node.executed[0]
    version, *lines = [re.sub(r"\d+ ms", "0 ms", line) for line in told]
    assert version == "GetVersion: PUT /zstack/v1/management-nodes/actions: 200, 0 ms"
    assert lines[0] == "LogInByAccount: PUT /zstack/v1/accounts/login: 200, 0 ms"
    assert lines[1:5] == [
        "QueryThing: GET /zstack/v1/things?q=name%3D********&sort=%2Buuid&limit=1000: 200, 0 ms",
        "QueryTag: GET /zstack/v1/tags?q=tag%3D********&q=mon.sshPassword%3F%3D********&sort=%2Buuid&limit=1000: "
        "200, 0 ms",
        "CreateThing: POST /zstack/v1/things: 202, 0 ms, job " + job,
        "CreateThing (job %s): GET /zstack/v1/api-jobs/%s: 200, 0 ms" % (job, job),
    ]
    assert lines[-2] == "LogOut: DELETE /zstack/v1/accounts/sessions/********: 200, 0 ms"
    assert lines[-1] == "LogInByAccount: PUT /zstack/v1/accounts/login: no answer, 0 ms"


def test_settings_without_a_node_make_no_requests():
    with pytest.raises(ZStackError):
        Settings("http://127.0.0.1:8080")
