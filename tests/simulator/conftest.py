# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One simulator a profile and session, reset before every test; raw HTTP, none of the collection's client.

Every test's docstring names the section of the node's manners it checks, by number and title: "manners 1.8: jobs".
"""

from __future__ import annotations

import collections
import contextlib
import hashlib
import json
import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
import requests

PROGRAM = Path(__file__).resolve().parents[2] / "roles" / "simulator" / "files"
PROFILES = ("2.3.1", "5.2")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROGRAM)}


def digest(password):
    return hashlib.sha512(password.encode()).hexdigest()


class Failed(Exception):
    """A functional error; `code` and `causes` are the codes from outer to inner."""

    def __init__(self, error):
        super().__init__(json.dumps(error))
        self.error, self.code = error, error["code"]
        self.codes = [error["code"]]
        while error.get("cause"):
            error = error["cause"]
            self.codes.append(error["code"])


class Cloud:
    """A thin hand on one simulated node."""

    def __init__(self, url, profile):
        self.base, self.profile, self.old = url, profile, profile == "2.3.1"
        self.http = requests.Session()
        self.http.trust_env = False
        self.session = None

    def control(self, method, what, body=None):
        answer = self.http.request(method, f"{self.base}/simulator/{what}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def raw(self, method, path, body=None, headers=None, data=None):
        """One request with the session's Authorization (None in `headers` leaves a header out)."""
        merged = {"Authorization": f"OAuth {self.session}", **(headers or {})}
        merged = {name: value for name, value in merged.items() if value is not None}
        return self.http.request(method, f"{self.base}/zstack/v1{path}", json=body, data=data, headers=merged)

    def sync(self, method, path, body=None, **more):
        return self._result(self.raw(method, path, body, **more))

    def submit(self, method, path, body=None, **more):
        """Sends an asynchronous call; returns the job's uuid."""
        answer = self.raw(method, path, body, **more)
        assert answer.status_code == 202, answer.text
        return answer.json()["location"].rsplit("/", 1)[1]

    def poll(self, job):
        return self.http.get(f"{self.base}/zstack/v1/api-jobs/{job}")

    def job(self, method, path, body=None, **more):
        """An asynchronous call to its end: the result, or Failed."""
        return self.wait(self.submit(method, path, body, **more))

    def wait(self, job):
        deadline = time.monotonic() + 20
        while (answer := self.poll(job)).status_code == 202:
            assert time.monotonic() < deadline, "the job does not end"
            time.sleep(0.005)
        return self._result(answer)

    @staticmethod
    def _result(answer):
        if answer.status_code == 503:
            raise Failed(answer.json()["error"])
        assert answer.status_code == 200, f"{answer.status_code} {answer.text}"
        return answer.json() if answer.content else {}

    def create(self, path, tags=None, **params):
        return self.job("POST", path, {"params": params, **(tags or {})})["inventory"]

    def act(self, path, action, **params):
        return self.job("PUT", f"{path}/actions", {action: params}).get("inventory")

    def query(self, path, *conditions, **options):
        pairs = [("q", condition) for condition in conditions] + list(options.items())
        return self.sync("GET", f"{path}?{requests.models.RequestEncodingMixin._encode_params(pairs)}")

    def rows(self, path, *conditions, **options):
        return self.query(path, *conditions, **options)["inventories"]

    def names(self, path, *conditions, **options):
        return [row["name"] for row in self.rows(path, *conditions, **options)]

    def login(self, name="admin", password="password"):
        body = {"logInByAccount": {"accountName": name, "password": digest(password)}}
        return self.sync("PUT", "/accounts/login", body, headers={"Authorization": None})["inventory"]["uuid"]

    # Things most tests need

    def zone(self, name="zone", **params):
        return self.create("/zones", name=name, **params)

    def cluster(self, zone=None, name="cluster", **params):
        zone = zone or self.zone()
        return self.create("/clusters", **{"zoneUuid": zone["uuid"], "name": name, "hypervisorType": "KVM", **params})

    def host(self, cluster=None, ip="10.1.0.1", **params):
        cluster = cluster or self.cluster()
        params = {"name": ip, "username": "root", "password": "secret", **params}
        return self.create("/hosts/kvm", managementIp=ip, clusterUuid=cluster["uuid"], **params)

    def seeded_vm(self, host, state="Running", name="vm"):
        """A VM on a host, or a stopped one that was there last; without storage or network."""
        self.control("POST", "seed", {"vms": [{"name": name, "state": state, "hostUuid": host["uuid"]}]})
        return self.rows("/vm-instances", f"name={name}")[0]


def command(*options):
    """How to start the program, on a port of its choice."""
    return [sys.executable, "-m", "zstack_simulator", "--listen", "127.0.0.1:0", *options]


@pytest.fixture
def program():
    """``program(*options)`` runs the command line to its end."""

    def run(*options):
        return subprocess.run(command(*options), env=ENVIRONMENT, capture_output=True, timeout=30, check=False)

    return run


@pytest.fixture
def started():
    """A context: a simulator with options of its own, logged in as admin, ended cleanly."""

    @contextlib.contextmanager
    def start(*options):
        child = subprocess.Popen(command(*options), stdout=subprocess.PIPE, env=ENVIRONMENT)
        try:
            ready = json.loads(child.stdout.readline())
            assert ready["pid"] == child.pid
            made = Cloud(ready["url"], ready["profile"])
            made.session = made.login()
            yield made
        finally:
            child.terminate()
            assert child.wait(10) == 0

    return start


@pytest.fixture(scope="session")
def nodes():
    """url of a running simulator by profile, started when first asked for."""
    running = {}

    def start(profile):
        if profile not in running:
            options = ("--profile", profile, "--location-host", "node.invalid:8080")
            child = subprocess.Popen(command(*options), stdout=subprocess.PIPE, env=ENVIRONMENT)
            running[profile] = child, json.loads(child.stdout.readline())["url"]
        return running[profile][1]

    yield start
    for child, _url in running.values():
        child.terminate()
        assert child.wait(10) == 0


def pytest_configure(config):
    config.addinivalue_line("markers", "last: a test that looks back on what the others did")
    config.addinivalue_line("markers", "profile(name): the generation a conformance test is about")


def pytest_generate_tests(metafunc):
    """Every test runs in both profiles; one marked `profile("5.2")` in that one only."""
    if "cloud" in metafunc.fixturenames:
        only = metafunc.definition.get_closest_marker("profile")
        metafunc.parametrize("cloud", only.args if only else PROFILES, indirect=True)


def pytest_collection_modifyitems(items):
    """What looks back on the other tests comes last."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.fixture(scope="session")
def succeeded():
    """By profile and file of tests, the names of the APIs that some test there called with success."""
    return collections.defaultdict(set)


@pytest.fixture
def cloud(request, nodes, succeeded):
    """A fresh node, logged in as admin."""
    made = Cloud(nodes(request.param), request.param)
    made.control("POST", "reset")
    made.session = made.login()
    yield made
    calls = made.control("GET", "requests")["requests"]
    succeeded[request.param, request.path.name] |= {call["api"] for call in calls if call["outcome"] == 200}


@pytest.fixture
def fails():
    """``fails("SYS.1007", function, ...)``: the call fails with that chain of codes."""

    def check(codes, function, *args, **kwargs):
        with pytest.raises(Failed) as caught:
            function(*args, **kwargs)
        wanted = [codes] if isinstance(codes, str) else codes
        assert caught.value.codes == wanted, str(caught.value)
        return caught.value.error

    return check


@pytest.fixture
def new_uuid():
    return lambda: uuid.uuid4().hex
