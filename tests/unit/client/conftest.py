# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A small scripted node for the client's tests: real sockets, and answers that a test can replace one by one."""

from __future__ import annotations

import contextlib
import hashlib
import json
import socket
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from urllib.parse import parse_qsl, urlsplit

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._client.client import Client
from ansible_collections.zstack.cloud.plugins.module_utils._client.settings import Settings

PASSWORD = "pass-phrase"
DIGEST = hashlib.sha512(PASSWORD.encode()).hexdigest()
#: An answer: end the connection instead of answering.
DROP = object()


class Api:
    """A declared API as the client sees it."""

    def __init__(self, name, method, path, is_async=False, needs_session=True, query=(), returns=()):
        self.name = name
        self._call = SimpleNamespace(
            api=name,
            method=method,
            path=path,
            query=list(query),
            is_async=is_async,
            needs_session=needs_session,
            returns=returns,
        )

    def request(self, generation, params):
        body = None if self._call.method in ("GET", "DELETE") else {"params": dict(params), "generation": generation}
        return SimpleNamespace(**vars(self._call), body=body)

    def secrets(self, params):
        return {value for name, value in params.items() if "assword" in name}


QUERY = Api("QueryThing", "GET", "/things", returns=("inventories",))
GET = Api("GetThing", "GET", "/things/one")
POKE = Api("PokeThing", "PUT", "/things/poke")
CREATE = Api("CreateThing", "POST", "/things", is_async=True, returns=("inventory",))
DELETE = Api("DeleteThing", "DELETE", "/things", is_async=True)


def error(code, description="said shortly", details="said at length", **more):
    return 503, {"error": dict(code=code, description=description, details=details, **more)}


DEAD = error("ID.1001", "invalid session", "the session is over")


class Node:
    """Answers logins, getVersion, jobs and /things; `script[(method, path)]` is a list of answers to give first.

    An answer is (status, body), (status, body, headers), DROP, an iterable of bytes that are sent as they are before
    the connection ends, or a function of the request that makes one.
    """

    def __init__(self, scheme="http"):
        self.version = "5.2.0"
        self.log = []
        self.script = {}
        self.sessions = set()
        self.jobs = {}
        self.executed = []
        self.connections = 0
        self.lock = threading.Lock()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.url = "%s://127.0.0.1:%d" % (scheme, self.port)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def seen(self, method, path=None):
        return [r for r in self.log if r.method == method and path in (None, r.path)]

    def asked(self):
        """The requests without logins and getVersion, as "METHOD path"."""
        lines = ["%s %s" % (r.method, r.path) for r in self.log]
        return [line for line in lines if "login" not in line and "management-nodes" not in line]

    @property
    def logins(self):
        return len(self.seen("PUT", "/accounts/login")) + len(self.seen("PUT", "/accounts/users/login"))

    def answer(self, request):
        queue = self.script.get((request.method, request.path))
        if queue:
            found = queue.pop(0)
            return found(request) if callable(found) else found
        path = request.path
        if path == "/management-nodes/actions":
            return 200, {"version": self.version}
        if path in ("/accounts/login", "/accounts/users/login"):
            return self.log_in(request)
        if path.startswith("/accounts/sessions/"):
            session = path.split("/")[3]
            if request.method == "DELETE":
                self.sessions.discard(session)
                return 200, {}
            return 200, {"validSession": session in self.sessions}
        if path.startswith("/api-jobs/"):
            return self.jobs.get(path.split("/")[2], (404, "no such job"))
        if request.headers.get("Authorization", "")[len("OAuth ") :] not in self.sessions:
            if request.method != "POST":
                return DEAD
            self.jobs[request.headers["X-Job-UUID"]] = DEAD
            return 202, {"location": "http://elsewhere:8080/zstack/v1/api-jobs/x"}
        if request.method == "POST":
            return self.submit(request)
        return 200, {"inventories": [], "total": 0, "path": path}

    def log_in(self, request):
        params = next(iter(request.body.values()))
        if params["password"] != DIGEST:
            return error("ID.1000", "wrong account or password", "no account with " + params["password"])
        session = "%032x" % (len(self.sessions) + len(self.log))
        self.sessions.add(session)
        return 200, {"inventory": {"uuid": session}}

    def submit(self, request, outcome=(200, {"inventory": {"uuid": "made"}})):
        """Accept a job as both generations do: a uuid that is known already is refused."""
        job = request.headers["X-Job-UUID"]
        if job in self.jobs:
            return (400, "duplicate job uuid") if self.version[0] == "5" else (500, "")
        self.jobs[job] = outcome
        self.executed.append(job)
        return 202, {"location": "http://elsewhere:8080/zstack/v1/api-jobs/" + job}

    def _handler(self):
        node = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # One packet for an answer, not one for its head and a delayed one for its body.
            wbufsize = -1

            def setup(self):
                super().setup()
                with node.lock:
                    node.connections += 1

            def handle_any(self):
                parts = urlsplit(self.path)
                content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                request = SimpleNamespace(
                    method=self.command,
                    target=self.path,
                    path=parts.path[len("/zstack/v1") :],
                    query=parse_qsl(parts.query),
                    body=json.loads(content) if content else None,
                    headers=self.headers,
                    time=time.monotonic(),
                    connection=self.connection,
                )
                with node.lock:
                    node.log.append(request)
                answer = node.answer(request)
                if answer is DROP:
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                if not isinstance(answer, tuple):
                    self.close_connection = True
                    with contextlib.suppress(OSError):
                        for piece in answer:
                            self.connection.sendall(piece)
                        self.connection.shutdown(socket.SHUT_RDWR)
                    return
                status, body, headers = (*answer, {})[:3]
                data = (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(status)
                for name, value in {"Content-Length": str(len(data)), **headers}.items():
                    self.send_header(name, value)
                self.close_connection = "Connection" in headers
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PUT = do_DELETE = handle_any

            def log_message(self, *args):
                pass

        return Handler


@pytest.fixture
def node():
    node = Node()
    yield node
    node.stop()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    path = tmp_path_factory.mktemp("tls") / "node.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=node"
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(path) + ".key", "-out", str(path)]
    subprocess.run(command.split() + names, check=True, capture_output=True)
    return path


@pytest.fixture
def tls_node(certificate):
    node = Node("https")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, str(certificate) + ".key")
    # The handshake in the thread of the connection, so that one that fails does not stop the server.
    node.server.socket = context.wrap_socket(node.server.socket, server_side=True, do_handshake_on_connect=False)
    yield node
    node.stop()


@pytest.fixture
def make(node, tmp_path):
    """Makes clients of the node that share sessions under tmp_path."""
    clients = []

    def make(notify=None, trace=None, **settings):
        given = {"url": node.url, "account": "admin", "password": PASSWORD, "timeout": 5}
        given["session_dir"] = str(tmp_path / "sessions")
        if "session_uuid" in settings or "access_key_id" in settings:
            given.update(account=None, password=None)
        clients.append(Client(Settings(**dict(given, **settings)), notify, trace))
        return clients[-1]

    yield make
    for client in clients:
        client._parts().transport.close()


@pytest.fixture
def client(make):
    return make()


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The pauses before a question is repeated, shortened."""
    package = "ansible_collections.zstack.cloud.plugins.module_utils._client."
    monkeypatch.setattr(package + "jobs._GRACE", (0.01, 0.02))
    monkeypatch.setattr(package + "transport._FIRST_PAUSE", 0.01)
