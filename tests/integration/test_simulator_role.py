# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role ``simulator``: started once, left alone, restarted when its options differ, copied, stopped."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest
import requests


@pytest.fixture
def role(play, tmp_path):
    """``role(**variables)``: runs the role on localhost; what it tells and what the play printed. Stopped at last."""
    base = {"simulator_dir": str(tmp_path / "home"), "simulator_python": sys.executable}
    told = tmp_path / "told.json"
    plays = [{"hosts": "localhost", "gather_facts": False, "tasks": [
        {"ansible.builtin.include_role": {"name": "zstack.cloud.simulator"}},
        {"ansible.builtin.copy": {"dest": str(told), "content": "{{ {'url': simulator_url, 'pid': simulator_pid} }}"},
         "when": "simulator_url is defined", "changed_when": False},
    ]}]  # fmt: skip

    def run(arguments=(), **variables):
        done = play(plays, {"simulator_listen": "127.0.0.1:0"} | base | variables, arguments)
        assert done.code == 0, done.text
        return json.loads(told.read_text()) if told.exists() else None, done.text

    yield run
    run(simulator_state="stopped")


def profile_of(told):
    return requests.get(f"{told['url']}/simulator/status", timeout=5).json()["profile"]


def test_life(role):
    """A free port is kept, so that a second run changes nothing; other options restart it; stopped stays stopped."""
    first, text = role()
    assert profile_of(first) == "5.2" and "changed=0" not in text
    again, text = role()
    assert again == first and "changed=0" in text
    other, _text = role(simulator_profile="2.3.1", simulator_uuid_seed=7)
    assert other["pid"] != first["pid"] and profile_of(other) == "2.3.1"
    _told, text = role(simulator_state="stopped")
    assert "changed=0" not in text
    for gone in (first, other):
        with pytest.raises(requests.ConnectionError):
            profile_of(gone)
    _told, text = role(simulator_state="stopped")
    assert "changed=0" in text


def test_one_that_died(role):
    """A start that is only remembered is not believed."""
    first, _text = role()
    os.kill(first["pid"], signal.SIGKILL)
    second, _text = role()
    assert second["pid"] != first["pid"] and profile_of(second) == "5.2"


def test_check_mode(role, tmp_path):
    """Check mode starts nothing and does not fail."""
    told, text = role(arguments=["--check"])
    assert told is None and "changed=0" not in text
    assert not (tmp_path / "home").exists()


def test_program_is_copied_elsewhere(role, tmp_path):
    """On another machine the program runs out of a copy; a connection of another name stands for one."""
    told, _text = role(ansible_connection="ansible.builtin.local")
    assert profile_of(told) == "5.2"
    copied = tmp_path / "home" / "program" / "zstack_simulator" / "__main__.py"
    assert copied.exists()
    command = Path(f"/proc/{told['pid']}/environ").read_bytes()
    assert str(tmp_path / "home" / "program").encode() in command
