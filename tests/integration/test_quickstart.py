# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quickstart as a newcomer runs it, on a simulator it starts and on a node that is there."""

from __future__ import annotations

import sys

import pytest
from nodes import PROFILES, ROOT

PLAYBOOKS = ROOT / "playbooks"
WANTED = (
    "The first run changed 7 objects, the second none.",
    "The third run repaired the drift",
    '-    "description": "Do not touch",',
    '+    "description": "General purpose",',
    '-    "state": "Disabled",',
)


@pytest.fixture
def own_simulator(play, tmp_path):
    """Variables that keep the role's simulator below tmp_path; it is stopped at the end."""
    variables = {"simulator_dir": str(tmp_path / "simulator"), "simulator_python": sys.executable}
    yield variables
    stopped = play(PLAYBOOKS / "simulator.yml", dict(variables, simulator_state="stopped"))
    assert stopped.code == 0, stopped.text


@pytest.mark.parametrize("profile", PROFILES)
def test_on_the_simulator(play, own_simulator, profile):
    done = play(PLAYBOOKS / "quickstart.yml", dict(own_simulator, simulator_profile=profile))
    assert done.code == 0, done.text
    for text in (*WANTED, f"ZStack {profile}", "(simulated)", "kvm-01", "Connected"):
        assert text in done.text
    assert "WARNING" not in done.text, done.text


def test_again_on_the_same_simulator(play, own_simulator):
    assert play(PLAYBOOKS / "quickstart.yml", own_simulator).code == 0
    done = play(PLAYBOOKS / "quickstart.yml", own_simulator)
    assert done.code == 0, done.text
    assert "The first run changed 0 objects, the second none." in done.text


def test_on_a_node_that_is_there(fresh, play):
    done = play(PLAYBOOKS / "quickstart.yml", environment={"ZSTACK_URL": fresh.url, "ZSTACK_PASSWORD": "password"})
    assert done.code == 0, done.text
    for text in (*WANTED, f"ZStack {fresh.name}"):
        assert text in done.text
    assert "(simulated)" not in done.text


def test_check_mode_before_anything_exists(fresh, play):
    """The whole of the desired state can be checked against an empty cloud, and nothing is sent."""
    plays = [
        {
            "hosts": "localhost",
            "gather_facts": False,
            "vars_files": [str(PLAYBOOKS / "vars" / "lab.yml")],
            "tasks": [{"ansible.builtin.include_tasks": str(PLAYBOOKS / "tasks" / "converge.yml")}],
        }
    ]
    environment = {"ZSTACK_URL": fresh.url, "ZSTACK_PASSWORD": "password"}
    done = play(plays, arguments=["--check", "--diff"], environment=environment)
    assert done.code == 0, done.text
    assert '+    "management_ip": "192.0.2.11",' in done.text
    changes = [entry for entry in fresh.requests() if entry["method"] != "GET" and entry["api"] not in ("GetVersion",)]
    assert [entry["api"] for entry in changes] == ["LogInByAccount"]
