# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Answers that are cut, late, huge or not what the API returns are lost answers, never empty ones; and the clock."""

from __future__ import annotations

import gzip
import json
import os
import time
import zlib

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._client import wire
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import (
    ApiError,
    ConnectionFailed,
    ConnectionLost,
    UnexpectedAnswer,
    ZStackError,
)

from .conftest import CREATE, DELETE, GET, PASSWORD, POKE, QUERY

THINGS = ("GET", "/things")
ROWS = [{"uuid": "a" * 32, "name": "thing é"}]
BODY = json.dumps({"inventories": ROWS}).encode()
HEAD = b"HTTP/1.1 200 \r\nServer: node\r\n"
WHOLE = {
    "with its length": HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY,
    "to the end of the connection": HEAD + b"Connection: close\r\n\r\n" + BODY,
    "in chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY),
}


@pytest.fixture
def patient(make):
    """A client of one session that repeats what was lost once, at once."""
    return impatient(make(retries=1))


def impatient(client):
    client.login()
    client._parts().transport.pause_before = lambda repetition: 0
    return client


@pytest.mark.parametrize("form", WHOLE)
def test_an_answer_that_is_cut_anywhere_is_asked_for_again(make, node, form):
    # The end of a connection may also be noticed by the next request only.
    client, whole = impatient(make(retries=3)), WHOLE[form]
    node.script[THINGS] = [[whole]]
    assert client.query(QUERY) == ROWS
    # The last bytes of the last chunk say nothing more.
    for size in range(len(whole) - (4 if form == "in chunks" else 0)):
        node.script[THINGS] = [[whole[:size]], [whole]]
        assert client.query(QUERY) == ROWS, whole[:size]
        assert not node.script[THINGS], whole[:size]


@pytest.mark.parametrize("form", WHOLE)
def test_a_deletion_whose_answer_is_cut_is_asked_about(patient, node, form):
    """Where nothing is returned, an empty body is a good one: but not one of a head that was cut."""
    whole = WHOLE[form].replace(b"200 ", b"202 ").replace(BODY, b"{}" + b" " * (len(BODY) - 2))
    for size in range(0, len(whole), 3):
        node.jobs.clear()
        node.executed.clear()
        node.log.clear()

        def cut(request, size=size):
            node.submit(request, (200, {}))
            return [whole[:size]]

        node.script["DELETE", "/things"] = [cut]
        assert patient.call(DELETE, {}) == {}
        assert len(node.executed) == 1 and len(node.seen("DELETE")) == 1


def reply(body, **headers):
    return 200, body, {name.replace("_", "-"): value for name, value in headers.items()}


def compressed(body, kind):
    data = {"gzip": gzip.compress, "deflate": zlib.compress}[kind](body)
    head = b"HTTP/1.1 200 \r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n" % (kind.encode(), len(data))
    return head, data


DAMAGED = {
    "empty": reply(""),
    "no answer in it": reply("{}"),
    "null": reply('{"inventories": null}'),
    "one instead of many": reply('{"inventory": {"uuid": "a"}}'),
    "object": reply('{"inventories": {"uuid": "a"}}'),
    "text": reply('{"inventories": "none"}'),
    "rows that are none": reply('{"inventories": [1, 2]}'),
    "rows with lists": reply('{"inventories": [[]]}'),
    "uuid of a wrong type": reply('{"inventories": [{"uuid": 5}]}'),
    "text where a list is": reply('{"inventories": [{"uuid": "a", "mons": "none"}]}'),
    "list of wrong things": reply('{"inventories": [{"uuid": "a", "attachedZoneUuids": [["x"]]}]}'),
    "list of other things": reply('{"inventories": [{"uuid": "a", "pools": [{}, 1.5]}]}'),
    "reference of a wrong type": reply('{"inventories": [{"uuid": "a"}, {"uuid": "b", "zoneUuid": ["x"]}]}'),
    "wrong type further inside": reply('{"inventories": [{"uuid": "a", "vmNics": [{"vmInstanceUuid": {}}]}]}'),
    "name that is a number": reply('{"inventories": [{"uuid": "a", "name": 5}]}'),
    "error in a success": reply('{"inventories": [], "error": {"code": "SYS.1000"}}'),
    "list": reply("[]"),
    "number": reply("0"),
    "JSON cut": reply('{"inventories": ['),
    "JSON and more": reply('{"inventories": []}}'),
    "not a number": reply('{"inventories": [{"n": NaN}]}'),
    "infinite": reply('{"inventories": [{"n": 1e999}]}'),
    "nested": reply('{"inventories": ' + "[" * 60 + "]" * 60 + "}"),
    "nested deeply": reply('{"inventories": ' + "[" * 100000 + "]" * 100000 + "}"),
    "nested objects": reply('{"inventories": [' + '{"a":' * 900 + "1" + "}" * 900 + "]}"),
    "HTML": reply("<html><title>Log in</title></html>"),
    "redirect": (302, "", {"Location": "http://[bad"}),
    "redirect to nowhere": (302, ""),
    "no content": (204, ""),
    "created": (201, '{"inventories": []}'),
    "another encoding": [HEAD + b'Content-Length: 42\r\n\r\n{"inventories": [{"name": "caf\xe9 \xff\xfe"}]}'],
    "UTF-16": [HEAD + b"Content-Length: 40\r\n\r\n" + '{"inventories": []}'.encode("utf-16")],
    "encoding of its own": reply(BODY.decode(), Content_Encoding="br"),
    "not compressed at all": reply(BODY.decode(), Content_Encoding="gzip"),
    "gzip that is cut": [compressed(BODY, "gzip")[0].replace(b"8", b"2"), compressed(BODY, "gzip")[1][:20]],
    "no body and no length": [b"HTTP/1.1 200 OK\r\n\r\n"],
    "head of nonsense": [b"\0\1\2\3" * 100],
    "another protocol": [b"SSH-2.0-OpenSSH_9.2\r\n"],
    "head of many lines": [b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * 1000 + b"\r\n{}"],
    "head of one long line": [b"HTTP/1.1 200 OK\r\nX-Y: " + b"z" * 100000 + b"\r\n\r\n{}"],
    "length that is none": [HEAD + b"Content-Length: -5\r\n\r\n{}"],
    "length that is short": [HEAD + b"Content-Length: 9\r\n\r\n" + BODY],
    "length that is none at all": [HEAD + b"Content-Length: many\r\n\r\n"],
    "chunk that is none": [HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"],
}


@pytest.mark.parametrize("answer", DAMAGED.values(), ids=DAMAGED)
def test_damaged_answers_are_asked_for_again_and_never_taken_for_no_rows(patient, node, answer):
    good = (200, {"inventories": ROWS})
    node.script[THINGS] = [answer, good]
    assert patient.query(QUERY) == ROWS
    node.script[THINGS] = [answer, answer]
    with pytest.raises(ConnectionLost) as caught:
        patient.query(QUERY)
    assert caught.value.as_result()["api"] == "QueryThing"


def test_a_connection_that_delivered_a_damaged_answer_is_not_used_again(patient, node):
    # The answer is complete, so that nothing in HTTP says that the connection is of no use.
    before = node.connections
    node.script[THINGS] = [(200, {"inventories": None}), (200, {"inventories": ROWS})]
    assert patient.query(QUERY) == ROWS
    assert node.connections == before + 1


@pytest.mark.parametrize("answer", [v for k, v in DAMAGED.items() if k not in ("empty", "no answer in it")])
@pytest.mark.parametrize("executed", [True, False])
def test_damaged_answers_to_a_submission(patient, node, answer, executed):
    def damaged(request):
        if executed:
            node.submit(request)
        return answer

    node.script["POST", "/things"] = [damaged]
    assert patient.call(CREATE, {}) == {"inventory": {"uuid": "made"}}
    assert len(node.executed) == 1


@pytest.mark.parametrize("answer", [v for k, v in DAMAGED.items() if k != "one instead of many"])
def test_damaged_answers_to_the_question_for_a_job(patient, node, answer):
    def submit(request):
        node.submit(request)
        node.script["GET", "/api-jobs/" + request.headers["X-Job-UUID"]] = [answer]
        return 202, {}

    node.script["POST", "/things"] = [submit]
    assert patient.call(CREATE, {}) == {"inventory": {"uuid": "made"}}
    assert len(node.executed) == 1


def test_what_a_name_does_not_tell_may_be_anything_and_null_is_nothing_wrong(patient, node):
    """Of lists of uuids some are called jobsUuid."""
    row = {"uuid": "a", "name": None, "mons": None, "jobsUuid": ["b"], "size": {"a": [1]}, "state": False, "vmNics": []}
    node.script[THINGS] = [(200, {"inventories": [row], "types": ["x"], "schema": {"uuid": "x"}})]
    assert patient.query(QUERY) == [row]


@pytest.mark.parametrize(("fields", "damaged"), [(None, True), (["uuid", "name"], True), (["name"], False)])
def test_rows_that_have_a_uuid_must_show_it_where_it_is_asked_for(patient, node, monkeypatch, fields, damaged):
    monkeypatch.setattr(QUERY, "keyed", True, raising=False)
    node.script[THINGS] = [(200, {"inventories": [{"uuid": "a"}, {"name": "b"}]})] * 4
    how = {"fields": fields, "limit": 5, "sort": "name"}
    if damaged:
        with pytest.raises(UnexpectedAnswer, match="an object without a uuid"):
            patient.query(QUERY, **how)
    else:
        assert len(patient.query(QUERY, **how)) == 2


@pytest.mark.parametrize("total", [None, "5", -1, True, 1.5, {}])
def test_totals_of_wrong_types(patient, node, total):
    for ask in (patient.count, lambda api: list(patient.query_pages(api))):
        node.script[THINGS] = [(200, {"inventories": [], "total": total})] * 2
        with pytest.raises(UnexpectedAnswer):
            ask(QUERY)
        node.script[THINGS] = [(200, {"inventories": [], "total": total}), (200, {"inventories": [], "total": 0})]
        assert not ask(QUERY)


def test_outcome_of_a_change_that_is_no_job(patient, node):
    for answer in (DAMAGED["redirect"], DAMAGED["HTML"], DAMAGED["JSON cut"], DAMAGED["created"]):
        node.script["PUT", "/things/poke"] = [answer]
        with pytest.raises(ConnectionLost, match="not known whether it was carried out") as caught:
            patient.call(POKE, {})
        assert caught.value.as_result()["outcome"] == "unknown"


def test_gateways_have_errors_of_their_own(patient, node):
    for error in ("unavailable", {"message": "upstream"}, {"code": 503}, None):
        node.script[THINGS] = [(503, {"error": error}), (200, {"inventories": ROWS})]
        assert patient.query(QUERY) == ROWS


def test_text_that_no_terminal_can_show(patient, node):
    half, whole = "\\ud800", "\\ud83d\\ude00"
    text = r'{"inventories": [{"name": "a%sb%sc", "path": "C:\\\\ud800"}]}' % (half, whole)
    node.script[THINGS] = [(200, text)]
    (row,) = patient.call(QUERY, {})["inventories"]
    assert row == {"name": "a\ufffdb\U0001f600c", "path": "C:\\\\ud800"}
    row["name"].encode()
    node.script[THINGS] = [(503, r'{"error": {"code": "SYS.1000", "details": "bad %s"}}' % half)]
    with pytest.raises(ApiError) as caught:
        patient.call(QUERY, {})
    caught.value.message.encode()
    node.script[THINGS] = [(500, "a\0b\x1b[31mc\rd")]
    with pytest.raises(Exception, match=r"a b \[31mc d") as caught:
        patient.call(QUERY, {})


@pytest.mark.parametrize("kind", ["gzip", "deflate"])
def test_compressed_answers_are_read(patient, node, kind):
    long = [{"uuid": "%06d" % n} for n in range(50_000)]
    for rows in (ROWS, long):
        node.script[THINGS] = [list(compressed(json.dumps({"inventories": rows}).encode(), kind))]
        assert patient.query(QUERY, limit=len(rows)) == rows
    node.script["GET", "/things/one"] = [list(compressed(b"", kind))]
    assert patient.call(GET, {}) == {}


def test_decompressing_ends_with_the_time_of_the_answer(make, node):
    make().login()
    node.script[THINGS] = [list(compressed(b" " * 60_000_000, "gzip"))]
    with pytest.raises(ConnectionLost, match=r"within 0\.05 s"):
        make(timeout=0.05, retries=0).query(QUERY)


def test_answers_have_a_limit_however_small_they_come(patient, node, monkeypatch):
    monkeypatch.setattr(wire, "LARGEST", 100_000)
    large = b'{"inventories": ["%s"]}' % (b"x" * 5_000_000)

    def endless():
        yield HEAD + b"\r\n"
        while True:
            yield b" " * 10_000

    for answer in (lambda: list(compressed(large, "gzip")), lambda: [HEAD + b"\r\n", large], endless):
        node.script[THINGS] = [answer(), answer()]
        begin = time.monotonic()
        with pytest.raises(UnexpectedAnswer, match="more than 0 MB"):
            patient.query(QUERY)
        assert time.monotonic() - begin < 2


def drip(data, pause=0.05):
    for at in range(len(data)):
        yield data[at : at + 1]
        time.sleep(pause)


def silence(seconds=20):
    for _unused in range(int(seconds / 0.05)):
        time.sleep(0.05)
        yield b""


SLOW = {
    "silence": silence,
    "dripping head": lambda: drip(WHOLE["with its length"]),
    "dripping body": lambda: drip(HEAD + b"Content-Length: 5000\r\n\r\n" + b" " * 5000),
    "blanks for ever": lambda: drip(HEAD + b"\r\n" + b" " * 5000),
    "chunks for ever": lambda: drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * 5000, 0.02),
    "not yet, and not yet": lambda: drip(b"HTTP/1.1 100 Continue\r\n\r\n" * 500, 0.02),
}


@pytest.mark.parametrize("slow", SLOW.values(), ids=SLOW)
def test_no_answer_outlasts_its_time_however_it_drips(make, node, slow):
    client = make(timeout=0.2, retries=1)
    client.login()
    node.script[THINGS] = [slow(), slow()]
    begin = time.monotonic()
    with pytest.raises(ConnectionLost, match=r"within 0\.2 s \(zstack_timeout\)"):
        client.query(QUERY)
    assert time.monotonic() - begin < 2 * 0.2 + 0.3
    node.script[THINGS] = [slow(), (200, {"inventories": ROWS})]
    assert client.query(QUERY) == ROWS


@pytest.mark.parametrize("slow", SLOW.values(), ids=SLOW)
def test_everything_ends_within_the_limit_and_one_timeout(make, node, slow):
    client = make(timeout=0.2, retries=50)
    client.login()
    node.script[THINGS] = [slow() for _unused in range(50)]
    node.script["POST", "/things"] = [slow() for _unused in range(50)]
    for ask in (lambda: client.query(QUERY), lambda: client.call(CREATE, {}, wait_timeout=0.3)):
        client.limit(0.3)
        begin = time.monotonic()
        with pytest.raises(ConnectionLost):
            ask()
        assert time.monotonic() - begin < 0.3 + 0.2 + 0.2
    # What comes after that is not even sent.
    client._parts().transport.end = time.monotonic()
    asked = len(node.log)
    with pytest.raises(ConnectionFailed, match=r"time of the task .* was over before GetThing was sent"):
        client.call(GET, {})
    assert len(node.log) == asked
    client.limit(1)
    assert client.call(GET, {})["path"] == "/things/one"


@pytest.mark.parametrize("form", ["with its length", "in chunks"])
def test_answer_that_comes_twice_is_not_the_next_one(patient, node, form):
    def twice(request):
        request.connection.sendall(WHOLE[form] * 2)
        return 200, {}

    node.script[THINGS] = [twice]
    assert patient.query(QUERY) == ROWS
    assert patient.call(GET, {})["path"] == "/things/one"


def test_connection_that_breaks_under_tls_after_the_request(make, tls_node, certificate):
    client = make(url=tls_node.url, ca_path=str(certificate), retries=1)
    client.login()

    def broken(request):
        tls_node.submit(request)
        os.write(request.connection.fileno(), b"\x17\x03\x03\x00\x20" + b"no record of this connection....")
        time.sleep(0.1)
        return []

    tls_node.script["POST", "/things"] = [broken]
    assert client.call(CREATE, {}) == {"inventory": {"uuid": "made"}}
    assert len(tls_node.executed) == 1
    tls_node.script["PUT", "/things/poke"] = [broken]
    with pytest.raises(ConnectionLost) as caught:
        client.call(POKE, {})
    assert caught.value.as_result()["outcome"] == "unknown"


def test_certificates_that_are_none(make, tls_node, tmp_path):
    (tmp_path / "ca.pem").write_text("none")
    with pytest.raises(ConnectionFailed, match="zstack_ca_path"):
        make(url=tls_node.url, ca_path=str(tmp_path / "ca.pem")).login()


@pytest.mark.parametrize(
    "answer", [[b'{"inventory": {"uuid": "%s"}}'], (500, '{"inventory": {"uuid": "%s"}}')], ids=str
)
def test_a_session_that_is_not_known_yet_is_not_quoted(make, node, answer):
    """What answers a login wrongly may hold the new session, which nobody has learnt to be a secret."""
    uuid = "0123456789abcdef" * 2

    def quoting(request):
        return [answer[0] % uuid.encode()] if isinstance(answer, list) else (answer[0], answer[1] % uuid)

    node.script["PUT", "/accounts/login"] = [quoting]
    with pytest.raises(ZStackError) as caught:
        make(retries=0).login()
    assert uuid not in str(caught.value.as_result())


@pytest.mark.parametrize(
    "page", [(500, "%s"), (404, "<!DOCTYPE html><html><title>%s</title></html>")], ids=["text", "title"]
)
@pytest.mark.parametrize("at", [90, 495, 1995])
def test_a_secret_is_hidden_before_the_text_is_cut(make, node, page, at):
    """Of one on which the cut falls nothing is shown."""
    client = make(retries=0)
    client.login()
    node.script["GET", "/things/one"] = [(page[0], page[1] % ("." * at + PASSWORD))]
    with pytest.raises(ZStackError) as caught:
        client.call(GET, {})
    assert PASSWORD[:4] not in caught.value.message


@pytest.mark.parametrize("slow", [SLOW["silence"], SLOW["dripping body"]], ids=["silence", "drip"])
def test_there_is_time_to_log_out_when_the_time_is_over(make, node, tmp_path, slow):
    (tmp_path / "sessions").write_text("")  # nobody can share a session there
    client = make(timeout=0.8, retries=9)
    client.limit(0.2)
    node.script[THINGS] = [slow() for _unused in range(9)]
    begin = time.monotonic()
    with pytest.raises(ConnectionLost):
        client.query(QUERY)
    assert len(node.sessions) == 1
    client.release()
    assert node.sessions == set()
    assert time.monotonic() - begin < 0.2 + 0.8


def test_waiting_for_the_turn_to_log_in_ends_with_the_time_of_the_task(make, node, tmp_path):
    client = make(timeout=30)
    with client._parts().session._facts.locked(1):
        other = make(timeout=0.3)
        other.limit(0.2)
        begin = time.monotonic()
        with pytest.raises(ConnectionFailed, match="time of the task"):
            other.login()
    assert time.monotonic() - begin < 0.2 + 0.3 + 0.2
