# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input, broken and slow clients, many clients: the answers of the status table, and a node that lives on."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
import uvicorn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from zstack_simulator.faults import Rule
from zstack_simulator.node import Node
from zstack_simulator.protocol import BODY_LIMIT, Shell
from zstack_simulator.server import Protocol

STATUSES = {200, 202, 400, 403, 404, 405, 500, 501, 503}
UUID = "0123456789ab4def8123456789abcdef"


@pytest.fixture(autouse=True)
def lives_on(cloud):
    """After every test the node answers as before, and quickly."""
    yield
    begun = time.monotonic()
    assert cloud.http.get(f"{cloud.base}/simulator/status").json()["profile"] == cloud.profile
    assert time.monotonic() - begun < 5


def connect(cloud, timeout=10):
    parts = urlsplit(cloud.base)
    return socket.create_connection((parts.hostname, parts.port), timeout)


def send(cloud, data):
    """Raw bytes to the node: its answer's status and body, or None when it closes unanswered."""
    with connect(cloud) as wire:
        answer = b""
        try:
            wire.sendall(data)
            wire.shutdown(socket.SHUT_WR)
            while chunk := wire.recv(65536):
                answer += chunk
        except TimeoutError:
            raise
        except OSError:  # cut in the midst of it
            pass
    head, blank, body = answer.partition(b"\r\n\r\n")
    return (int(head.split()[1]), body) if blank else None


def request(cloud, method, target, body=b"", *headers):
    lines = [b"%s %s HTTP/1.1" % (method, target), b"Host: x", b"Connection: close",
             b"Authorization: OAuth " + cloud.session.encode(), *headers]  # fmt: skip
    if body:
        lines.append(b"Content-Length: %d" % len(body))
    return send(cloud, b"\r\n".join(lines) + b"\r\n\r\n" + body)


def proper(answer):
    """Whether an answer is one of the status table: no trace, an error object where it must be one."""
    if answer is None:
        return True
    status, body = answer
    text = body.decode("utf-8", "replace")
    fine = status in STATUSES and "Traceback" not in text and 'File "' not in text and "[SQL" not in text
    return fine and (status != 503 or "code" in json.loads(text)["error"])


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("not JSON", b"{", 500),
        ("a list", b"[]", 500),
        ("a number", b"1", 500),
        ("not UTF-8", b'{"params": {"name": "\xff\xfe"}}', 202),
        ("half a surrogate pair", rb'{"params": {"name": "a\ud800b", "description": "\udfff"}}', 202),
        ("NUL", rb'{"params": {"name": "a\u0000b"}}', 202),
        ("very deep", b'{"params": ' * 5000 + b"1" + b"}" * 5000, 500),
        ("deep", b'{"params": {"name": "z", "x": ' + b"[" * 500 + b"]" * 500 + b"}}", 202),
        ("a huge number", b'{"params": {"name": ' + b"9" * 5000 + b"}}", 500),
        ("not a number", b'{"params": {"name": NaN, "description": Infinity}}', 202),
        ("a list of params", b'{"params": []}', 500),
        ("a text of params", b'{"params": "x"}', 500),
        ("tags as a text", b'{"params": {"name": "z"}, "systemTags": "x"}', 500),
        ("tags as an object", b'{"params": {"name": "z"}, "userTags": {}}', 500),
        ("a name that is a list", b'{"params": {"name": []}}', 500),
        ("a name that is a number", b'{"params": {"name": 1}}', 202),
        ("a byte order mark", b'\xef\xbb\xbf{"params": {"name": "z"}}', 500),
        ("blanks", b"  \r\n ", 202),
    ],
)
def test_bodies(cloud, name, body, status):
    """manners 1.2, 1.3 and 1.11: what is no JSON object is 500; what the API class can hold is taken."""
    answer = request(cloud, b"POST", b"/zstack/v1/zones", body)
    assert proper(answer) and answer[0] == status
    if status == 202:
        cloud_says = cloud.poll(json.loads(answer[1])["location"].rsplit("/", 1)[1])
        assert cloud_says.status_code in (200, 503)
        assert proper((cloud_says.status_code, cloud_says.content))


def test_wrong_types_in_lists(cloud, fails):
    """manners 1.3: a list of something else than texts is the conversion's 500; numbers become texts."""
    for hosts in ([{}], [[]], [None], "x", {}):
        answer = cloud.raw("PUT", "/hosts/kvm/actions", {"kvmRunShell": {"hostUuids": hosts, "script": "x"}})
        assert answer.status_code == 500
    fails("SYS.1003", cloud.job, "PUT", "/hosts/kvm/actions", {"kvmRunShell": {"hostUuids": [1], "script": "x"}})


@pytest.mark.parametrize("path", ["/zones", "/zones?x=1"])
def test_oversized_bodies(cloud, path):
    """manners 1.8: a request that does not fit the job table's column is 500, in 2.3.1 from 64 KiB on."""
    fits = json.dumps({"params": {"name": "z"}, "padding": "x" * 60_000})
    assert cloud.raw("POST", path, data=fits).status_code == 202
    longer = json.dumps({"params": {"name": "z"}, "padding": "x" * 70_000})
    assert cloud.raw("POST", path, data=longer).status_code == (500 if cloud.old else 202)
    huge = b'{"params": {"name": "' + b"x" * BODY_LIMIT + b'"}}'
    assert cloud.raw("POST", path, data=huge).status_code == 500
    logged = cloud.control("GET", "requests")["requests"][-1]
    assert (logged["status"], logged["body"]) == (500, "too long to be kept")


@pytest.mark.parametrize(
    ("target", "status"),
    [
        (b"/zstack/v1/zones/%ff%fe", 200),
        (b"/zstack/v1/zones?q=name%3D%ff", 200),
        (b"/zstack/v1/zones?q=%00%3D%00", 503),
        (b"/zstack/v1/zones?%ff%fe=1&&&==", 200),
        (b"/zstack/v1/zones?limit=" + b"9" * 5000, 400),
        (b"/zstack/v1/zones?limit=1.5", 400),
        (b"/zstack/v1/zones?start=-1", 503),
        (b"/zstack/v1/zones?q=name", 400),
        (b"/zstack/v1/zones?q=" + b"cluster.zone." * 400 + b"name%3Dx", 503),
        (b"/zstack/v1/zones?" + b"&".join([b"q=name%3Dx"] * 3000), 503),
        (b"/zstack/v1/zones?q=name%7E%3D" + b"%25" * 10000, 200),
        (b"/zstack/v1/zones?sort=;drop", 503),
        (b"/zstack/v1/zones?fields=uuid);--", 503),
        (b"/zstack/v1/zones%2f" + UUID.encode(), 200),
        (b"/zstack/v1/../v1/zones", 404),
        (b"/zstack/v1//zones", 404),
        (b"/zstack/v1", 404),
        (b"/", 404),
        (b"*", 404),
        (b"http://other:1/zstack/v1/zones", 200),
        (b"/zstack/v1/zones#x", 200),
        (b"/simulator/nothing%ff?%ff", 404),
    ],
)
def test_targets(cloud, target, status):
    """manners 1.1, 3.1 and 3.2: odd paths, encodings and queries."""
    answer = request(cloud, b"GET", target)
    assert proper(answer) and answer[0] == status


@pytest.mark.parametrize("method", [b"OPTIONS", b"PATCH", b"TRACE", b"PROPFIND", b"CONNECT", b"BREW", b"get"])
def test_verbs(cloud, method):
    """manners 1.1 and 1.3: verbs that nobody maps; what is no HTTP at all is refused by the container."""
    answer = request(cloud, method, b"/zstack/v1/zones", b"{}")
    assert answer is None or answer[0] in (200, 400, 404, 405, 500)
    if method == b"PATCH":
        assert answer[0] == 405


@pytest.mark.parametrize("data", [
    b"\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # the start of a TLS handshake
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nbad header\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    b"POST /zstack/v1/zones HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"X-Header: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n" * 5000 + b"\r\n",
])  # fmt: skip
def test_what_is_no_http(cloud, data):
    """manners 1.11: refused with 400 or cut, never a trace, never the end of the node."""
    answer = send(cloud, data)
    assert answer is None or (answer[0] in (400, 404) and b"Traceback" not in answer[1])


@pytest.mark.parametrize(
    "part",
    [
        b"POST /zstack/v1/zones HTTP/1.1\r\nHost: x\r\nContent-Le",
        b'POST /zstack/v1/zones HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"params": ',
        b'POST /zstack/v1/zones HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"par\r\n',
        b"GET /zstack/v1/zones HTTP/1.1\r\nHost: x\r\n",
    ],
    ids=["head", "body", "chunk", "headers"],
)
def test_disconnects_in_mid_request(cloud, part):
    """manners 1.2: half a request is no request: nothing is executed, nobody else notices."""
    wires = [connect(cloud) for _unused in range(20)]
    for number, wire in enumerate(wires):
        wire.sendall(part)
        if number % 2:  # with a reset instead of an end
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        wire.close()
    assert cloud.names("/zones") == []


def test_disconnect_before_the_answer(cloud):
    """manners 1.8: who leaves before the 202 has his job run to its end."""
    cloud.control("POST", "faults", {"api": "CreateZone", "do": "delay", "seconds": 0.05})
    body = b'{"params": {"name": "left"}}'
    with connect(cloud) as wire:
        head = b"POST /zstack/v1/zones HTTP/1.1\r\nHost: x\r\nAuthorization: OAuth %s\r\n" % cloud.session.encode()
        wire.sendall(head + b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    deadline = time.monotonic() + 5
    while not cloud.names("/zones", "name=left"):
        assert time.monotonic() < deadline


def test_slow_clients_hinder_nobody(cloud):
    """manners 1.11: a hundred clients that drip their requests; others are served meanwhile, and they too at last."""
    body = b'{"params": {"name": "slow"}}'
    whole = b"POST /zstack/v1/zones HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: OAuth %s\r\n" % (
        cloud.session.encode()
    ) + b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    wires = [connect(cloud) for _unused in range(100)]
    for step in range(0, len(whole), 20):
        for wire in wires:
            wire.sendall(whole[step : step + 20])
        assert cloud.rows("/zones", "name!=slow") == []
    assert all(b" 202 " in wire.recv(4096) for wire in wires)
    for wire in wires:
        wire.close()
    assert len(cloud.rows("/zones")) == 100


def test_answers_that_nobody_reads(cloud):
    """manners 3.1: clients that ask for much and read nothing of it."""
    cloud.control("POST", "seed", {"zones": [{"name": "z{i}", "n": 3000, "description": "x" * 1000}]})
    wires = [connect(cloud) for _unused in range(5)]
    for wire in wires:
        wire.sendall(b"GET /zstack/v1/zones?limit=3000 HTTP/1.1\r\nHost: x\r\nAuthorization: OAuth %s\r\n\r\n"
                     % cloud.session.encode())  # fmt: skip
    assert cloud.query("/zones", count="true")["total"] == 3000
    for wire in wires:
        wire.close()


def test_pipelined_requests(cloud):
    """manners 1.2: requests in one packet are answered in their order."""
    one = b"GET /zstack/v1/api-jobs/%032d HTTP/1.1\r\nHost: x\r\n\r\n"
    last = b"GET /simulator/status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    with connect(cloud) as wire:
        wire.sendall(b"".join(one % number for number in range(20)) + last)
        answer = b""
        while chunk := wire.recv(65536):
            answer += chunk
    asked = [int(number) for number in re.findall(rb"uuid:(\d{32})", answer)]
    assert asked == list(range(20)) and answer.count(b"HTTP/1.1 404") == 20 and cloud.profile.encode() in answer


@pytest.mark.profile("5.2")
def test_silent_clients_are_cut():
    """A request that stands still is cut after a while; one that is being worked on is not."""

    class Impatient(Protocol):
        STALL = 0.2

    node = Node("5.2")
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(Shell(node), http=Impatient, ws="none", log_level="error"))
    server.capture_signals = contextlib.nullcontext
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        with socket.create_connection(listener.getsockname(), 5) as silent:
            silent.sendall(b"POST /simulator/faults HTTP/1.1\r\n")
            with contextlib.suppress(ConnectionResetError):
                assert silent.recv(1) == b""
        node.faults.add([Rule("delay", seconds=0.6)])
        with socket.create_connection(listener.getsockname(), 5) as patient:
            patient.sendall(
                b'PUT /zstack/v1/management-nodes/actions HTTP/1.1\r\nContent-Length: 17\r\n\r\n{"getVersion":{}}'
            )
            answer = http.client.HTTPResponse(patient)
            answer.begin()
            assert b"5.2" in answer.read()
    finally:
        server.should_exit = True
        thread.join(10)


def test_32_clients(cloud):
    """manners 1.8 and 3: 32 clients at once, each with jobs and queries of its own, none with an error."""

    def client(number):
        mine = type(cloud)(cloud.base, cloud.profile)
        mine.session = mine.login()
        for step in range(10):
            zone = mine.zone(f"z-{number}-{step}")
            home = mine.cluster(zone, f"c-{number}-{step}")
            assert mine.names("/clusters", f"zone.uuid={zone['uuid']}") == [home["name"]]
            mine.act(f"/zones/{zone['uuid']}", "changeZoneState", stateEvent="disable")
            mine.job("DELETE", f"/clusters/{home['uuid']}")
        return mine.query("/zones", f"name~=z-{number}-%", "state=Disabled", count="true")["total"]

    with ThreadPoolExecutor(32) as pool:
        assert list(pool.map(client, range(32))) == [10] * 32
    assert not [e for e in cloud.control("GET", "requests")["requests"] if e["status"] not in (200, 202)]


# -- fuzz: bounded, the same in every run --------------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from([UUID, "enable"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)
FUZZ = settings(max_examples=100, deadline=None, derandomize=True, database=None,
                suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip


def calls(profile):
    """Any served API of a profile, with parameters of any kind under their right names."""
    node = Node(profile)
    apis = sorted(name for name, api in node.catalog.apis.items() if node.serves(api) and not api.is_query)

    def params(name):
        api = node.catalog.apis[name]
        return st.tuples(st.just(api), st.fixed_dictionaries({}, optional=dict.fromkeys(api.params, JSON)))

    return st.sampled_from(apis).flatmap(params)


CALLS = {profile: calls(profile) for profile in ("2.3.1", "5.2")}


@settings(FUZZ)
@given(data=st.data())
def test_parameters_of_any_type(cloud, data):
    """manners 1.11: whatever the parameters hold, the answer is one of the table, of the job too."""
    api, params = data.draw(CALLS[cloud.profile])
    if api.name == "LogOut":
        return
    path = re.sub(r"{\w+}", UUID, api.path)
    if api.method in ("GET", "DELETE"):
        answer = cloud.http.request(
            api.method,
            f"{cloud.base}/zstack/v1{path}",
            params={key: json.dumps(value) for key, value in params.items()},
            headers={"Authorization": f"OAuth {cloud.session}"},
        )
    else:
        answer = cloud.raw(api.method, path, data=json.dumps({api.key or "params": params}))
    assert proper((answer.status_code, answer.content)), answer.text
    if answer.status_code == 202:
        outcome = cloud.poll(answer.json()["location"].rsplit("/", 1)[1])
        assert proper((outcome.status_code, outcome.content)), outcome.text
        assert not re.search(r"(Attribute|Key|Type|Index|Unicode)Error", outcome.text), (api.name, params, outcome.text)


TARGET = st.sampled_from([b"/zstack/v1/zones", b"/zstack/v1/hosts/kvm", b"/zstack/v1/api-jobs/", b"/zstack/v1/zql",
                          b"/zstack/v1/accounts/login", b"/simulator/seed", b"/simulator/faults", b"/"])  # fmt: skip
HEADERS = st.lists(st.tuples(st.sampled_from([b"Authorization", b"Date", b"X-Job-UUID", b"X-API-Timeout", b"Cookie",
                                              b"Content-Type", b"Expect", b"Upgrade", b"Transfer-Encoding"]),
                             st.binary(max_size=40) | st.sampled_from([b"OAuth x", b"ZStack a:b", b"chunked"])),
                   max_size=4)  # fmt: skip


@settings(FUZZ)
@given(
    method=st.sampled_from([b"GET", b"HEAD", b"POST", b"PUT", b"DELETE", b"PATCH"]) | st.binary(max_size=6),
    target=TARGET,
    tail=st.binary(max_size=40),
    headers=HEADERS,
    body=st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()),
)
@example(b"POST", b"/zstack/v1/zones", b"", [(b"Authorization", b"OAuth \xff")], b"{}")
def test_raw_requests(cloud, method, target, tail, headers, body):
    """manners 1.11: any bytes as a request get an answer of the table, or the connection is closed."""
    lines = [method + b" " + target + tail + b" HTTP/1.1", b"Host: x", b"Connection: close",
             *(name + b": " + value for name, value in headers), b"Content-Length: %d" % len(body)]  # fmt: skip
    answer = send(cloud, b"\r\n".join(lines) + b"\r\n\r\n" + body)
    assert answer is None or answer[0] == 100 or method == b"HEAD" or proper(answer), answer
