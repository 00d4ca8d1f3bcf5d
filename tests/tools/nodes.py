# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixtures: real ``ansible-playbook`` runs against the simulator, or against the node of ``integration_config.yml``.

The targets know no simulator: they get the node, and what may be done with it, from a configuration, which for the
simulator is ``simulator_config.yml``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from requests import Session

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "integration"
REAL = HERE / "integration_config.yml"
PROFILES = ("5.2", "2.3.1")


@dataclass
class Node:
    """A node to test against: where it is, what it is, and the variables that the targets get."""

    url: str
    name: str
    variables: dict = field(default_factory=dict)
    simulated: bool = True
    process: subprocess.Popen = None
    http: Session = field(default_factory=Session)

    def control(self, method, path, body=None):
        """The simulator's control API; its reply."""
        answer = self.http.request(method, f"{self.url}/simulator/{path}", json=body, timeout=30)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def requests(self, since=0):
        """What came in after the entry ``since``, without the polling of jobs."""
        log = self.control("GET", f"requests?since={since}")["requests"]
        return [entry for entry in log if "/api-jobs/" not in entry["path"]]

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=10)


def start_simulator(profile, *options):
    """(process, url) of a simulator that this process started."""
    command = [sys.executable, "-m", "zstack_simulator", "--listen", "127.0.0.1:0", "--profile", profile]
    process = subprocess.Popen(
        # Locations name a host that nobody reaches: who follows one as given fails.
        [*command, "--location-host", "node.invalid:8080", *options],
        cwd=ROOT / "roles" / "simulator" / "files",
        stdout=subprocess.PIPE,
        text=True,
    )
    return process, json.loads(process.stdout.readline())["url"]


def _nodes():
    return ["real"] if REAL.exists() else list(PROFILES)


@pytest.fixture(scope="session", params=_nodes(), ids=lambda name: name if name == "real" else f"zstack-{name}")
def any_node(request):
    """The node of ``integration_config.yml``, else a simulator of each profile."""
    if request.param == "real":
        variables = yaml.safe_load(REAL.read_text())
        yield Node(variables["test_connection"]["zstack_url"], "real", variables, simulated=False)
        return
    yield from _simulated(request.param)


@pytest.fixture(scope="session", params=PROFILES, ids=lambda name: f"zstack-{name}")
def simulator(request):
    """A simulator of each profile, for what only a simulator can show."""
    yield from _simulated(request.param)


def start_node(profile, *options):
    """A Node: a simulator that this process started, to be stopped by it."""
    process, url = start_simulator(profile, *options)
    variables = yaml.safe_load((HERE / "simulator_config.yml").read_text())
    variables["test_connection"]["zstack_url"] = url
    return Node(url, profile, variables, process=process)


def _simulated(profile):
    node = start_node(profile)
    try:
        yield node
    finally:
        node.stop()


@pytest.fixture
def node(any_node):
    if any_node.simulated:
        any_node.control("POST", "reset")
    return any_node


@pytest.fixture
def fresh(simulator):
    """The simulator of each profile as at its start."""
    simulator.control("POST", "reset")
    return simulator


@dataclass
class Run:
    """A finished ``ansible-playbook``: what it printed, how it ended, and how long it took."""

    text: str
    code: int
    seconds: float


@pytest.fixture
def play(tmp_path):
    """Runs a list of plays (or a playbook's path) with variables; returns a Run. Sessions are kept below tmp_path."""

    def run(plays, variables=None, arguments=(), environment=None):
        return run_playbook(tmp_path, plays, variables, arguments, environment)

    return run


def run_playbook(folder, plays, variables=None, arguments=(), environment=None, timeout=300):
    """One ``ansible-playbook`` of a list of plays, or of a playbook's path; a Run. What it leaves is in ``folder``."""
    path = plays
    if not isinstance(plays, Path):
        path = folder / "play.yml"
        path.write_text(yaml.safe_dump(plays, sort_keys=False))
    extra = folder / "variables.yml"
    extra.write_text(yaml.safe_dump(variables or {}))
    # What the machine's user may have set for a node of theirs must not reach the tests.
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("ZSTACK_", "ANSIBLE_"))}
    started = time.monotonic()
    done = subprocess.run(
        [Path(sys.executable).parent / "ansible-playbook", path, "-e", f"@{extra}", *arguments],
        cwd=HERE,
        env={
            **clean,
            "ANSIBLE_COLLECTIONS_PATH": str(ROOT / ".venv" / "collections"),
            "ANSIBLE_ROLES_PATH": str(HERE / "targets"),
            "ANSIBLE_LOCALHOST_WARNING": "false",
            "ANSIBLE_INVENTORY_UNPARSED_WARNING": "false",
            "ANSIBLE_NOCOLOR": "1",
            # Arguments out of a variable, as the targets use them, are warned of while facts may come in between.
            "ANSIBLE_INJECT_FACT_VARS": "false",
            # A home that is not the one of the password database, as CI may have it. Of async jobs Ansible itself would
            # then write to the one and look in the other.
            "HOME": str(folder),
            "ANSIBLE_ASYNC_DIR": str(folder / "async"),
            "ZSTACK_SESSION_DIR": str(folder / "sessions"),
            **(environment or {}),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=timeout,
        check=False,
    )
    return Run(done.stdout, done.returncode, time.monotonic() - started)
