# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input and trouble as a user meets them: real plays full of failing tasks.

Each task must say what is wrong by the names that the user knows, fail with the right data, show neither a traceback
nor a secret at -vvv, and leave nothing behind on the node.
"""

from __future__ import annotations

import hashlib
import json
import re
import socket
import ssl
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

PASSWORD = "Ironwood-7741"
SECRETS = {
    "password": PASSWORD,
    "wrong_password": "Elderberry-31",
    "ssh_password": "Swordfish-22",
    "key_secret": "Quicksilver-8",
    "proxy_password": "Marzipan-55",
}
UNKNOWN_UUID = "ab" * 16
#: What the plays find: a name that two zones have, and one that two clusters have.
SEED = {
    "zones": [
        {"name": "twin"},
        {"name": "twin"},
        {
            "name": "lab",
            "clusters": [
                {"name": "compute", "hosts": [{"name": "h1", "managementIp": "192.0.2.1"}]},
                {"name": "shared"},
            ],
        },
        {"name": "annex", "clusters": [{"name": "shared"}]},
    ],
    "machines": {"192.0.2.66": {"reachable": False}},
}


def digest(text):
    return hashlib.sha512(text.encode()).hexdigest()


@dataclass
class Case:
    """One task that fails: what its message must say, and what its result must show (values, or tests of them)."""

    module: str
    options: dict
    says: tuple
    shows: dict = field(default_factory=dict)

    def play_task(self, name):
        module = {f"zstack.cloud.{self.module}": self.options}
        return {"name": name, **module, "register": f"result_{name}", "ignore_errors": True}


class Cloud:
    """The node as seen without the collection."""

    def __init__(self, node):
        self.node = node
        node.control("POST", "reset")
        admin = self._log_in("password")
        path = f"/accounts/{admin['accountUuid']}"
        self._put(path, admin["uuid"], {"updateAccount": {"uuid": admin["accountUuid"], "password": digest(PASSWORD)}})
        node.control("POST", "seed", SEED | {"accounts": [{"name": "guest", "password": digest(PASSWORD)}]})
        node.control("POST", "expire-session", {})
        self.renew()
        node.control("DELETE", "requests")

    def _put(self, path, session, body):
        headers = {"Authorization": f"OAuth {session}"}
        answer = requests.put(f"{self.node.url}/zstack/v1{path}", json=body, headers=headers, timeout=30)
        assert answer.status_code in (200, 202), answer.text
        return answer.json()

    def _log_in(self, password, account="admin"):
        body = {"logInByAccount": {"accountName": account, "password": digest(password)}}
        return self._put("/accounts/login", "", body)["inventory"]

    def renew(self):
        """A session for this class again, after the end of all."""
        self._session = self._log_in(PASSWORD)["uuid"]

    def log_in(self, account):
        return self._log_in(PASSWORD, account)["uuid"]

    def get(self, path):
        headers = {"Authorization": f"OAuth {self._session}"}
        answer = requests.get(f"{self.node.url}/zstack/v1{path}", headers=headers, timeout=30)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def names(self, kind):
        return sorted(row["name"] for row in self.get(f"/{kind}")["inventories"])

    def everything(self):
        return {kind: self.get(f"/{kind}")["inventories"] for kind in ("zones", "clusters", "hosts")}

    def is_live(self, session):
        return self.get(f"/accounts/sessions/{session}/valid")["validSession"]

    def sent(self, *apis):
        """How often each API that is not a read was called by the plays."""
        log = [entry["api"] for entry in self.node.requests() if entry["method"] != "GET"]
        return {api: log.count(api) for api in apis or log}

    def assert_discreet(self, text):
        for name, secret in SECRETS.items():
            assert secret not in text, f"{name} is shown"
            assert digest(secret) not in text, f"the digest of {name} is shown"
        live = [word for word in set(re.findall(r"\b[0-9a-f]{32}\b", text)) if self.is_live(word)]
        assert not live, "a session is shown"


@pytest.fixture
def cloud(fresh):
    return Cloud(fresh)


@pytest.fixture
def suffer(cloud, play, tmp_path):
    """Runs the tasks of all cases in one play and checks what holds for every failure; returns (results, output)."""

    def suffer(cases, **variables):
        kept = tmp_path / "results.json"
        names = ", ".join(f"'{name}': result_{name}" for name in cases)
        keep = {"dest": str(kept), "content": "{{ {%s} | to_json }}" % names, "mode": "0600"}
        tasks = [case.play_task(name) for name, case in cases.items()]
        connection = {"zstack_url": cloud.node.url, "zstack_password": "{{ password }}"}
        plays = [
            {
                "hosts": "localhost",
                "gather_facts": False,
                "module_defaults": {"group/zstack.cloud.zstack": connection},
                "tasks": [*tasks, {"name": "Keep the results", "ansible.builtin.copy": keep}],
            }
        ]
        done = play(plays, SECRETS | variables, ["-vvv"])
        assert done.code == 0, done.text
        results = json.loads(kept.read_text())
        cloud.assert_discreet(done.text + kept.read_text())
        assert "Traceback" not in done.text, done.text
        wrong = {name: problem for name, case in cases.items() for problem in _problems(case, results[name])}
        assert not wrong, "\n".join(f"{name}: {problem}" for name, problem in wrong.items())
        return results, done.text

    return suffer


def _problems(case, result):
    if result.get("failed", False) != case.shows.get("failed", True):
        yield f"failed is not as expected: {result}"
        return
    if not result.get("failed"):
        return
    message = result["msg"]
    yield from (f"does not say {part!r}: {message}" for part in case.says if part not in message)
    for name, value in {"changed": False, **case.shows}.items():
        shown = result.get(name)
        if not (value(shown) if callable(value) else shown == value):
            yield f"{name} is {shown!r}: {message}"


def only(fresh, profile, why):
    if fresh.name != profile:
        pytest.skip(why)


# -- the way to the node ------------------------------------------------------------------------------------------


class Stranger(BaseHTTPRequestHandler):
    """What is not a management node, but answers."""

    def do_PUT(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        page = b"<html><head><title>Sign in</title></head><body>Welcome</body></html>"
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(page)))
        if self.server.status == 302:
            self.send_header("Location", "https://portal.example.org/login?from=node")
        self.end_headers()
        self.wfile.write(page)

    do_GET = do_PUT

    def log_message(self, *args):
        pass


@contextmanager
def stranger(status, certificate=None):
    """The address of a server that answers everything with an HTML page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    server.status = status
    server.handle_error = lambda *args: None  # handshakes shall fail
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield "127.0.0.1:%d" % server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture
def certificate(tmp_path):
    """A file with a self-signed certificate and its key."""
    path = tmp_path / "node.pem"
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=node"
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "-", "-out", "-"]
    made = subprocess.run(command.split() + names, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    path.write_bytes(made.stdout)
    return path


@contextmanager
def silence():
    """The address of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield "127.0.0.1:%d" % server.getsockname()[1]


@contextmanager
def refusal():
    """An address that nothing listens on."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield "127.0.0.1:%d" % bound.getsockname()[1]


def test_the_way_to_the_node(fresh, suffer, certificate):
    only(fresh, "5.2", "no node is reached, so its generation makes no difference")

    def case(*says, shows=None, **options):
        return Case("zstack_zone_info", {f"zstack_{name}": value for name, value in options.items()}, says, shows or {})

    form = "Give it as http://<management node>:8080"
    page = ("HTML page", 'title "Sign in"', "proxy", "http://<node>:8080")
    login = "me:{{ proxy_password }}@"
    with (
        stranger(200) as welcome,
        stranger(404) as missing,
        stranger(502) as gateway,
        stranger(407) as guarded,
        stranger(302) as portal,
        stranger(200, certificate) as tls,
        silence() as silent,
        refusal() as nowhere,
    ):
        suffer(
            {
                "no_scheme": case("zstack_url 192.0.2.1:8080 has no scheme", form, url="192.0.2.1:8080"),
                "no_port": case("zstack_url http://192.0.2.1:99999 is malformed", form, url="http://192.0.2.1:99999"),
                "no_host": case("zstack_url http:// is not", form, url="http://"),
                "web_interface": case("goes beyond the node's address", form, url="http://192.0.2.1:5000/#/login"),
                "credentials_in_url": case(
                    "zstack_url must not contain credentials: give zstack_account and zstack_password instead",
                    url="http://admin:{{ password }}@192.0.2.1:8080",
                ),
                "empty_url": case("zstack_url", "is missing", form, url=""),
                "unknown_host": case("The host node.invalid is unknown", "Check zstack_url", url="http://node.invalid"),
                "refused": case(
                    f"http://{nowhere} refuses connections", "Is the management node running", url=f"http://{nowhere}"
                ),
                "silent": case(
                    "did not answer GetVersion within 0.3 s (zstack_timeout)",
                    shows={"api": "GetVersion"},
                    url=f"http://{silent}",
                    timeout=0.3,
                    retries=1,
                ),
                "self_signed": case(
                    "No TLS connection", "self-signed certificate", "zstack_ca_path", "zstack_validate_certs to false",
                    url=f"https://{tls}",
                ),
                "not_tls": case("The port does not speak TLS", "http://", url=f"https://{welcome}"),
                "trusted": case(*page, url=f"https://{tls}", ca_path=str(certificate)),
                "unchecked": case(*page, url=f"https://{tls}", validate_certs=False),
                "no_ca": case("zstack_ca_path /nowhere/ca.pem does not exist", ca_path="/nowhere/ca.pem"),
                "page": case(*page, url=f"http://{welcome}", shows={"http_status": 200}),
                "missing_page": case(*page, url=f"http://{missing}", shows={"http_status": 404}),
                "proxy_page": case(*page, proxy=f"http://{login}{welcome}"),
                "gateway": case(
                    "HTTP 502", "is the node behind the proxy running?", shows={"http_status": 502},
                    url=f"http://{gateway}", retries=0,
                ),
                "redirected": case(
                    "redirects to https://portal.example.org/login: give that as zstack_url if it is the node",
                    url=f"http://{portal}",
                ),
                "proxy_wants_login": case(
                    "demands a login: give zstack_proxy as http://user:password@host:port", proxy=f"http://{guarded}"
                ),
                "proxy_refused": case("Connection refused", "Check zstack_proxy", proxy=f"http://{login}{nowhere}"),
                "proxy_unknown": case("Check zstack_proxy", proxy=f"http://{login}proxy.invalid:3128"),
                "proxy_form": case("zstack_proxy must be a URL such as", proxy="proxy:3128"),
                "no_time": case("zstack_timeout is 0", timeout=0),
                "no_retries": case("zstack_retries is -1", retries=-1),
                "no_wait": case("zstack_wait_timeout is -1", wait_timeout=-1),
            }
        )  # fmt: skip
    assert {entry["api"] for entry in fresh.requests()} <= {"ValidateSession"}  # which this test asks


# -- who asks -----------------------------------------------------------------------------------------------------


def test_who_asks(fresh, cloud, suffer):
    old = fresh.name == "2.3.1"
    denied = {"error": lambda error: error["code"] == "ID.1000", "http_status": 503}
    dead = {"error": lambda error: error["code"] == "ID.1001"}
    check = "Check zstack_account (or zstack_user) and zstack_password"
    key = {"zstack_access_key_id": "key-1", "zstack_access_key_secret": "{{ key_secret }}"}
    cases = {
        "password": Case("zstack_zone_info", {"zstack_password": "{{ wrong_password }}"}, ("ID.1000", check), denied),
        "account": Case("zstack_zone_info", {"zstack_account": "nobody"}, ("ID.1000", check), denied),
        "user": Case("zstack_zone_info", {"zstack_user": "nobody"}, ("LogInByUser", "ID.1000", check), denied),
        "login": Case("zstack_session", {"zstack_password": "{{ wrong_password }}"}, ("ID.1000", check), denied),
        "no_password": Case(
            "zstack_zone_info",
            {"zstack_password": ""},
            ("Missing zstack_password: give zstack_account and zstack_password", "zstack_session_uuid"),
        ),
        "dead_session": Case(
            "zstack_zone_info",
            {"zstack_session_uuid": UNKNOWN_UUID},
            ("ID.1001", "zstack_session_uuid has ended or was never valid", "zstack_password"),
            dead,
        ),
        "dead_session_login": Case(
            "zstack_session", {"zstack_session_uuid": UNKNOWN_UUID}, ("zstack_session_uuid has ended",), dead
        ),
        "guest": Case(
            "zstack_zone",
            {"zstack_account": "guest", "name": "guests"},
            ("ID.1002", "hardware APIs need an administrator"),
            {"error": lambda error: error["code"] == "ID.1002"},
        ),
        "half_a_key": Case(
            "zstack_zone_info",
            {"zstack_access_key_id": "key-1"},
            ("zstack_access_key_id and zstack_access_key_secret must be given together",),
        ),
        "key": Case(
            "zstack_zone_info",
            key,
            ("ZStack 2.3.1", "knows no access keys: give zstack_account and zstack_password")
            if old
            else ("ID.1001", "Check zstack_access_key_id and zstack_access_key_secret"),
            {} if old else dead,
        ),
        "not_ready": Case(
            "zstack_query_info",
            {"resource": "primary_storage"},
            ("SYS.1010", "still starting: wait until it is ready and run again"),
            {"error": lambda error: error["code"] == "SYS.1010"},
        ),
        "too_many_sessions": Case(
            "zstack_zone_info",
            {"zstack_account": "crowd"},
            ("SYS.1000", "sessions") if old else ("ID.1006", "too many open sessions: log out of some or wait"),
            {"api": "LogInByAccount"},
        ),
    }
    fresh.control("POST", "seed", {"accounts": [{"name": "crowd", "password": digest(PASSWORD)}]})
    for _unused in range(500):
        cloud.log_in("crowd")
    fresh.control("DELETE", "requests")
    fresh.control(
        "POST", "faults", {"do": "fail", "api": "QueryPrimaryStorage", "code": "SYS.1010", "details": "not ready"}
    )
    before = cloud.everything()
    suffer(cases)
    assert cloud.everything() == before


# -- what is asked for --------------------------------------------------------------------------------------------


def wrong_input(old):
    """Tasks that ask for what cannot be."""
    here = "2.3.1" if old else "5.2"
    bad_query = "SYS.1007" if old else "SYS.1000"
    host = {"name": "h66", "cluster": "compute", "username": "root", "password": "{{ ssh_password }}", "zone": "lab"}
    cases = {
        "unknown_option": Case(
            "zstack_zone",
            {"name": "x", "descripton": 1},
            ("Unsupported parameters", "module: descripton.", "is_default", "Did you mean description?"),
        ),
        "nothing_named": Case("zstack_zone", {"state": "enabled"}, ("give uuid or name",)),
        "empty_name": Case("zstack_zone", {"name": " "}, ("name", "empty")),
        "no_such_state": Case(
            "zstack_zone", {"name": "x", "state": "off"}, ("state must be one of", "disabled", "off")
        ),
        "not_a_number": Case("zstack_kvm_host", {"management_ip": "192.0.2.1", "ssh_port": "ssh"}, ("ssh_port", "int")),
        "both": Case("zstack_zone_info", {"name": "x", "uuid": "y"}, ("mutually exclusive: uuid|name",)),
        "out_of_range": Case(
            "zstack_kvm_host",
            {"management_ip": "192.0.2.1", "ssh_port": 70000},
            ("ssh_port is 70000, expected 1 to 65535",),
        ),
        "long_name": Case("zstack_zone", {"name": "x" * 256}, ("name has 256 characters, at most 255",)),
        "long_text": Case("zstack_zone", {"name": "lab", "description": "x" * 2049}, ("description has 2049", "2048")),
        "unknown_uuid": Case(
            "zstack_zone",
            {"uuid": UNKNOWN_UUID, "name": "x"},
            ("uuid: there is no zone", UNKNOWN_UUID, "leave uuid out"),
        ),
        "unknown_reference": Case(
            "zstack_cluster",
            {"name": "x", "zone": "nowhere", "hypervisor_type": "KVM"},
            ("zone: there is no zone with name or uuid 'nowhere'",),
        ),
        "other_case": Case(
            "zstack_cluster",
            {"name": "x", "zone": "LAB", "hypervisor_type": "KVM"},
            ("there is no zone with name or uuid 'LAB'", "upper and lower case"),
        ),
        "ambiguous": Case(
            "zstack_zone", {"name": "twin", "description": "x"}, ("2 zones are named 'twin'. Give the uuid",)
        ),
        "ambiguous_reference": Case(
            "zstack_cluster",
            {"name": "x", "zone": "twin", "hypervisor_type": "KVM"},
            ("zone: 2 zones are named 'twin'. Give the uuid",),
        ),
        "ambiguous_cluster": Case("zstack_cluster", {"name": "shared", "description": "x"}, ("2 clusters", "'shared'")),
        "create_only": Case(
            "zstack_cluster",
            {"name": "compute", "zone": "lab", "hypervisor_type": "Simulator"},
            ("hypervisor_type of cluster 'compute'", "is 'KVM', the task asks for 'Simulator'", "at creation only"),
        ),
        "incomplete": Case(
            "zstack_kvm_host",
            {"management_ip": "192.0.2.9", "name": "h9"},
            (
                "there is no host with management_ip '192.0.2.9'",
                "cluster, username and password are needed to create it",
            ),
        ),
        "other_address": Case(
            "zstack_kvm_host",
            {"management_ip": "192.0.2.9", "name": "h1", "cluster": "compute", "zone": "lab"},
            ("one with name 'h1' exists with management_ip '192.0.2.1'", "give its uuid"),
        ),
        "cascade": Case(
            "zstack_zone",
            {"name": "lab", "state": "absent"},
            ("take along", "compute", "hosts (h1)", "Set cascade: true"),
            {"dependents": {"clusters": 2, "hosts": 1}},
        ),
        "no_address": Case(
            "zstack_kvm_host", host | {"management_ip": "not an address"}, ("AddKVMHost", "SYS.1007", "managementIp")
        ),
        "unknown_field": Case("zstack_zone_info", {"filters": ["colour=red"]}, ("QueryZone", bad_query, "colour")),
        "no_operator": Case("zstack_zone_info", {"filters": ["name"]}, ("filters:", "'name' has no operator", "~=")),
        "blank": Case(
            "zstack_zone_info", {"filters": ["name = lab"]}, ("filters:", "the blank after =", "leave it out")
        ),
        "misread": Case(
            "zstack_zone_info", {"filters": ["description=a>=b"]}, ("filters:", "would not read", "Ask with")
        ),
        "jmespath": Case("zstack_zone_info", {"query": "[?name=="}, ("query: '[?name=='", "not a JMESPath expression")),
        "jmespath_type": Case("zstack_zone_info", {"query": "sum([].name)"}, ("query:", "sum()")),
        "fields": Case("zstack_zone_info", {"fields": ["colour"]}, ("QueryZone", "colour")),
        "sort": Case("zstack_query_info", {"resource": "zone", "sort": "colour"}, ("QueryZone", "colour")),
        "limit": Case("zstack_query_info", {"resource": "zone", "limit": -1}, ("limit", "must not be negative")),
        "resource": Case("zstack_query_info", {"resource": "zoen"}, ("unknown resource 'zoen'", "Zone?")),
        "api": Case("zstack_api", {"name": "CreatZone"}, ("unknown API 'CreatZone'", "did you mean CreateZone")),
        "parameter": Case(
            "zstack_api", {"name": "CreateZone", "params": {"nam": "x"}}, ("no parameter 'nam'", "it takes name, ")
        ),
        "no_parameter": Case("zstack_api", {"name": "CreateZone"}, (f"CreateZone needs name in ZStack {here}",)),
        "secret_parameter": Case(
            "zstack_api", {"name": "AddKVMHost", "params": {"password": "{{ ssh_password }}"}}, ("under secret_params",)
        ),
    }
    if old:
        cases["only_52"] = Case("zstack_zone", {"name": "x", "is_default": True}, ("is_default", "2.3.1", "5.2"))
        cases["api_only_52"] = Case("zstack_api", {"name": "LogIn"}, ("LogIn",))
    else:
        cases["name_refused"] = Case("zstack_zone", {"name": "rack#1"}, ("name is 'rack#1', expected letters", "5.2"))
        cases["api_only_231"] = Case(
            "zstack_api", {"name": "CreateBaremetalHostCfg"}, ("ZStack 5.2 has no CreateBaremetalHostCfg", "2.3.1")
        )
    return cases


def test_wrong_input(fresh, cloud, suffer):
    old = fresh.name == "2.3.1"
    before = cloud.everything()
    cases = wrong_input(old)
    results, _text = suffer(cases)
    assert cloud.everything() == before
    # All is refused before anything is sent, but for what only the node can know.
    assert cloud.sent() == {"GetVersion": 1, "LogInByAccount": 1, "AddKVMHost": 1}
    twins = [row for row in before["zones"] if row["name"] == "twin"]
    for name in ("ambiguous", "ambiguous_reference"):
        candidates = results[name]["candidates"]
        assert {c["uuid"] for c in candidates} == {row["uuid"] for row in twins}
        assert all(c["uuid"] in results[name]["msg"] and c["created"] in results[name]["msg"] for c in candidates)
    clusters = results["ambiguous_cluster"]
    assert sorted(c["references"]["zone"] for c in clusters["candidates"]) == ["annex", "lab"]
    assert "zone annex" in clusters["msg"] and "zone lab" in clusters["msg"]


#: Cases that differ in where the refusal comes from.
DIFFERENT = ("unknown_option", "nothing_named", "not_a_number", "both", "out_of_range", "ambiguous", "create_only")
DIFFERENT += ("cascade", "no_address", "unknown_field", "jmespath", "secret_parameter")


def test_failures_are_the_same_in_the_worker_and_as_ordinary_modules(fresh, cloud, suffer):
    only(fresh, "5.2", "the generations differ in what is sent, not in how a module is run")
    cases = {name: case for name, case in wrong_input(False).items() if name in DIFFERENT}
    before = cloud.everything()
    in_worker, _text = suffer(cases)
    ordinary, text = suffer(cases, zstack_in_process=False)
    assert text.count("Using module file") == len(cases) + text.count("modules/copy.py") + text.count("modules/stat.py")
    assert {name: _lasting(result) for name, result in ordinary.items()} == {
        name: _lasting(result) for name, result in in_worker.items()
    }
    assert cloud.everything() == before


def _lasting(result):
    """A result without what differs from run to run."""
    lasting = {name: value for name, value in result.items() if name not in ("job_uuid", "waited", "exception")}
    lasting["msg"] = lasting["msg"].replace(result.get("job_uuid", "job"), "job")
    return lasting, sorted(result.keys() - {"exception"})


# -- jobs ---------------------------------------------------------------------------------------------------------


def test_jobs_and_broken_connections(fresh, cloud, suffer):
    # The calls of CreateZone come in the order of the tasks below, one each, and one more after a lost connection.
    cause = {"code": "SYS.1006", "details": "the rack burns", "cause": {"code": "SYS.1015", "details": "agent gone"}}
    create = [
        {"nth": 1, "do": "fail", "code": "SYS.1002", "details": "no zone today", "cause": cause},
        {"nth": 2, "do": "stuck"},
        {"nth": 3, "do": "forget"},
        {"nth": 4, "do": "drop"},
        {"nth": 6, "do": "drop-after"},
        {"nth": 7, "do": "expire-session"},
    ]
    faults = [
        *(dict(rule, api="CreateZone") for rule in create),
        {"api": "UpdateZone", "do": "forget"},
        {"api": "CreateCluster", "do": "drop"},
        {"api": "ReconnectHost", "do": "refuse", "status": 502, "text": "<html><title>Bad gateway</title></html>"},
    ]
    fresh.control("POST", "faults", faults)
    host = {"name": "h66", "cluster": "compute", "zone": "lab", "management_ip": "192.0.2.66", "username": "root"}
    uuid = re.compile("[0-9a-f]{32}").fullmatch
    before = cloud.everything()
    works = {"failed": False}
    cases = {
        "fails": Case(
            "zstack_zone",
            {"name": "failing"},
            (
                "CreateZone",
                "SYS.1002",
                "no zone today; caused by SYS.1006",
                "the rack burns; caused by SYS.1015",
                "gone",
            ),
            {
                "error": lambda error: [cause["code"] for cause in error["causes"]] == ["SYS.1006", "SYS.1015"],
                "api": "CreateZone",
                "job_uuid": uuid,
                "done": [],
                "not_done": ["CreateZone"],
            },
        ),
        "never_ends": Case(
            "zstack_zone",
            {"name": "endless", "zstack_wait_timeout": 1},
            ("CreateZone (job ", "did not end within 1 s", "may still be running", "a longer zstack_wait_timeout"),
            {
                "api": "CreateZone",
                "job_uuid": uuid,
                "waited": lambda waited: 1 <= waited < 3,
                "unknown": ["CreateZone"],
            },
        ),
        "forgotten_create": Case("zstack_zone", {"name": "forgotten"}, (), works),
        "dropped_before": Case("zstack_zone", {"name": "dropped"}, (), works),
        "dropped_after": Case("zstack_zone", {"name": "done"}, (), works),
        "session_killed": Case("zstack_zone", {"name": "renewed"}, (), works),
        # What the job was to bring about is there: it was carried out before it was forgotten.
        "forgotten": Case("zstack_zone", {"name": "lab", "description": "x"}, (), works),
        "dropped_for_ever": Case(
            "zstack_cluster",
            {"name": "lost", "zone": "lab", "hypervisor_type": "KVM", "zstack_retries": 1},
            (
                "CreateCluster (job ",
                "was sent 2 times",
                "knows no such job",
                "not carried out, unless it is still on its way",
            ),
            {"api": "CreateCluster", "job_uuid": uuid, "unknown": ["CreateCluster"]},
        ),
        "gateway": Case(
            "zstack_kvm_host",
            {"management_ip": "192.0.2.1", "reconnect": "always", "zstack_retries": 0},
            ("ReconnectHost (job ", "not carried out", 'HTTP 502 (title "Bad gateway")', "behind the proxy running?"),
            {"api": "ReconnectHost"},
        ),
        "unreachable_host": Case(
            "zstack_kvm_host",
            host | {"password": "{{ ssh_password }}"},
            ("AddKVMHost", "HOST.1000", "; caused by ", "192.0.2.66"),
            {"api": "AddKVMHost", "job_uuid": uuid, "done": [], "not_done": ["AddKVMHost"]},
        ),
    }
    results, _text = suffer(cases)
    for name in ("forgotten_create", "dropped_before", "dropped_after", "session_killed"):
        assert results[name]["changed"], name
    after = cloud.everything()
    known = {row["uuid"] for row in before["zones"]}
    made = {row["uuid"]: row["name"] for row in after["zones"] if row["uuid"] not in known}
    assert sorted(made.values()) == ["done", "dropped", "forgotten", "renewed"]
    assert made.keys() == {result["zone"]["uuid"] for result in results.values() if "zone" in result} - known
    assert len(after["zones"]) == len(known) + len(made)
    # This job was carried out, and only then forgotten.
    assert [row["name"] for row in after["zones"] if row.get("description")] == ["lab"]
    assert (after["clusters"], after["hosts"]) == (before["clusters"], before["hosts"])
    assert cloud.sent("LogInByAccount", "CreateZone") == {"LogInByAccount": 2, "CreateZone": 8}


# -- sessions -----------------------------------------------------------------------------------------------------


def test_forks_find_a_dead_session_at_once(fresh, cloud, play):
    # In the worker on one generation and as ordinary modules on the other: they share sessions in the same way.
    in_process = fresh.name == "5.2"
    kill = {
        "name": "All sessions end",
        "ansible.builtin.uri": {"url": f"{fresh.url}/simulator/expire-session", "method": "POST", "body": {}},
        "run_once": True,
    }
    kill["ansible.builtin.uri"]["body_format"] = "json"
    look = {"name": "Look", "zstack.cloud.zstack_zone_info": {}}
    make = {"name": "Make", "zstack.cloud.zstack_zone": {"name": "zone of {{ inventory_hostname }}"}}
    plays = [
        {
            "hosts": "all",
            "gather_facts": False,
            "connection": "local",
            "module_defaults": {
                "group/zstack.cloud.zstack": {"zstack_url": fresh.url, "zstack_password": "{{ password }}"}
            },
            "tasks": [look, kill, look, kill, make],
        }
    ]
    hosts = [f"fork{number}" for number in range(5)]
    variables = SECRETS | {
        "zstack_in_process": in_process,
        "ansible_python_interpreter": "{{ ansible_playbook_python }}",
    }
    done = play(plays, variables, ["-i", ",".join(hosts), "--forks", "5", "-vvv"])
    assert done.code == 0, done.text
    # One login at first, and one after each time the session was killed.
    assert cloud.sent("LogInByAccount") == {"LogInByAccount": 3}
    cloud.renew()
    cloud.assert_discreet(done.text)
    assert cloud.names("zones") == sorted(["twin", "twin", "lab", "annex", *(f"zone of {host}" for host in hosts)])


# -- waiting and ways to run --------------------------------------------------------------------------------------


def test_a_long_wait_tells_what_is_waited_for(fresh, cloud, suffer):
    only(fresh, "5.2", "waiting is the same in both generations, and 2.3.1 does not connect anew after maintenance")
    fresh.control("PUT", "latency", {"mode": "seconds", "value": 7, "api": "AddKVMHost"})
    broken = {"name": "broken", "managementIp": "192.0.2.66", "state": "Maintenance"}
    fresh.control("POST", "seed", {"zones": [{"name": "far", "clusters": [{"name": "far", "hosts": [broken]}]}]})
    host = {"name": "h2", "management_ip": "192.0.2.2", "cluster": "compute", "zone": "lab", "username": "root"}
    cases = {
        "slow": Case("zstack_kvm_host", host | {"password": "{{ ssh_password }}"}, (), {"failed": False}),
        "never_connected": Case(
            "zstack_kvm_host",
            {"management_ip": "192.0.2.66", "state": "enabled", "zstack_wait_timeout": 2},
            ("in vain for host", "status Connected", "last seen: status Disconnected", "a longer zstack_wait_timeout")
            + ("Before that, ChangeHostState had succeeded",),
            {"changed": True, "done": ["ChangeHostState"], "waited": lambda waited: 1 < waited < 4},
        ),
    }
    results, text = suffer(cases)
    assert results["slow"]["host"]["status"] == "Connected"
    told = re.findall(r"^waiting for .*$", text, re.MULTILINE)
    assert len(told) == 1, told
    assert re.fullmatch("waiting for host 'h2': AddKVMHost \\(job [0-9a-f]{32}\\) for [56] s", told[0])


def test_ways_to_run(fresh, cloud, play, tmp_path):
    only(fresh, "5.2", "the generations differ in what is sent, not in how a module is run")
    kept = tmp_path / "results.json"
    defaults = {"group/zstack.cloud.zstack": {"zstack_url": fresh.url, "zstack_password": "{{ password }}"}}
    ways = {
        "plain": {},
        "unbecoming": {"become": False},
        "delegated": {"delegate_to": "other"},
        "spelled_out": {"vars": {"ansible_connection": "ansible.builtin.local"}},
        "environment": {
            "environment": {"ZSTACK_URL": fresh.url, "ZSTACK_PASSWORD": "{{ password }}"},
            "module_defaults": {},
        },
        "templated": {"vars": {"zstack_in_process": "{{ 'no' if inventory_hostname == 'one' else 'yes' }}"}},
        "ordinary": {"vars": {"zstack_in_process": False}},
        "delegated_ordinary": {"delegate_to": "other", "vars": {"zstack_in_process": False}},
        "async": {"async": 30, "poll": 1},
    }
    in_worker = ("plain", "unbecoming", "delegated", "spelled_out", "environment")
    task = {"zstack.cloud.zstack_zone_info": {"name": "lab"}, "module_defaults": defaults}
    tasks = [{"name": name} | task | keywords | {"register": f"result_{name}"} for name, keywords in ways.items()]
    names = ", ".join(f"'{name}': result_{name}" for name in ways)
    tasks.append({"ansible.builtin.copy": {"dest": str(kept), "content": "{{ {%s} | to_json }}" % names}})
    plays = [{"hosts": "one", "gather_facts": False, "tasks": tasks}]
    variables = {"ansible_connection": "local", "ansible_python_interpreter": "{{ ansible_playbook_python }}"}
    inventory = tmp_path / "inventory.json"
    hosts = {"one": variables, "other": variables}
    inventory.write_text(json.dumps({"all": {"hosts": hosts}}))
    done = play(plays, SECRETS, ["-i", str(inventory), "-vvv"])
    assert done.code == 0, done.text
    cloud.assert_discreet(done.text)
    results = json.loads(kept.read_text())
    zone = {row["name"]: row["uuid"] for row in cloud.get("/zones")["inventories"]}["lab"]
    ran = dict(zip(ways, re.split(r"^TASK \[", done.text, flags=re.MULTILINE)[1:], strict=False))
    for name, result in results.items():
        assert [row["uuid"] for row in result["zones"]] == [zone], name
        assert ("zstack_zone_info.py" not in ran[name]) == (name in in_worker), name
        # Each request is told; of ordinary modules nothing but the result gets here.
        traced = re.search(
            r"^<.+> QueryZone: GET /zstack/v1/zones\?q=name%3Dlab&\S+: 200, \d+ ms$", ran[name], re.MULTILINE
        )
        assert bool(traced) == (name in in_worker), name
        extra = {"ansible_job_id", "finished", "started", "results_file", "stderr", "stderr_lines", "stdout"}
        assert result.keys() - extra - {"stdout_lines"} == results["plain"].keys(), name


# -- secrets that are ordinary words ------------------------------------------------------------------------------


def test_our_wording_stays_readable_where_a_secret_is_an_ordinary_word(fresh, play, tmp_path):
    """The node's texts and all values are masked; what the collection says itself is not. Both ways of running."""
    only(fresh, "5.2", "the generations differ in what is sent, not in how a module is run")
    kept = tmp_path / "results.json"
    fresh.control("POST", "seed", {"zones": [{"name": "lab", "clusters": [{"name": "compute"}]}]})
    host = {"management_ip": "192.0.2.9", "name": "h9", "cluster": "compute", "username": "root"}
    says = {
        "unsupported": (host | {"nmae": "h9"}, "Supported parameters include: cascade, cluster"),
        "unknown": (host | {"cluster": "nowhere"}, "there is no cluster with name or uuid 'nowhere'"),
        "incomplete": ({"management_ip": "192.0.2.9", "name": "h9"}, "cluster and username are needed to create it"),
        "no_password": (host | {"password": None}, "password is needed to create it"),
        "value": (host | {"cluster": "{{ word }}"}, "there is no cluster with name or uuid '********'"),
        "node": (host, "failed: HOST.1000: Unable to add a host: root cannot log in with ******** here"),
    }
    keep = ", ".join(f"'{name}': result_{name}" for name in says)
    tasks = [
        {"zstack.cloud.zstack_kvm_host": {"password": "{{ word }}"} | options, "register": f"result_{name}"}
        | {"ignore_errors": True}
        for name, (options, _part) in says.items()
    ]
    tasks.append({"ansible.builtin.copy": {"dest": str(kept), "content": "{{ {%s} | to_json }}" % keep}})
    connection = {"zstack_url": fresh.url, "zstack_password": "password"}
    module_defaults = {"group/zstack.cloud.zstack": connection}
    plays = [{"hosts": "localhost", "gather_facts": False, "module_defaults": module_defaults, "tasks": tasks}]
    for word in ("password", "name"):
        told = {
            "do": "fail",
            "api": "AddKVMHost",
            "code": "HOST.1000",
            "details": f"root cannot log in with {word} here",
        }
        fresh.control("POST", "faults", told)
        for in_process in (True, False):
            done = play(plays, {"word": word, "zstack_in_process": in_process})
            assert done.code == 0, done.text
            for name, result in json.loads(kept.read_text()).items():
                expected = says[name][1]
                assert expected in result["msg"], (word, in_process, result["msg"])
                assert result["msg"].count("********") == expected.count("********"), result["msg"]
        fresh.control("DELETE", "faults")
