# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role ``simulator``: started once, left alone, restarted when its options differ, copied, stopped; mistakes."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
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

    def run(arguments=(), fails=False, **variables):
        done = play(plays, {"simulator_listen": "127.0.0.1:0"} | base | variables, arguments)
        assert (done.code != 0) == fails, done.text
        return json.loads(told.read_text()) if told.exists() else None, done.text

    yield run
    run(simulator_state="stopped")


def status(told):
    return requests.get(f"{told['url']}/simulator/status", timeout=5).json()


def profile_of(told):
    return status(told)["profile"]


def complaint(text):
    """The message of the failure that ended the play: one line."""
    said = json.loads(re.search(r"^fatal: \[localhost\]: FAILED! => (\{.*)$", text, re.MULTILINE)[1])["msg"]
    assert "\n" not in said
    return said


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


@pytest.mark.parametrize(
    ("variables", "why"),
    [
        ({"simulator_latency": "slow"}, "simulator_latency is slow, it must be immediate, polls:N or seconds:S."),
        ({"simulator_latency": "seconds:-1"}, "simulator_latency is seconds:-1, it must be"),
        ({"simulator_listen": "nowhere"}, "simulator_listen is nowhere, it must be HOST:PORT"),
        ({"simulator_seed": "/nowhere.json"}, "simulator_seed is /nowhere.json, but there is no such file"),
    ],
)
def test_mistakes(role, tmp_path, variables, why):
    """What is wrong is said in one line that names the variable, before anything is made."""
    _told, text = role(fails=True, **variables)
    assert why in complaint(text)
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("address", ["127.0.0.1:{}", "{}"])
def test_a_busy_port(role, tmp_path, address):
    """Another program's port is said before anything is made."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = address.format(other.getsockname()[1])
        _told, text = role(fails=True, simulator_listen=address)
    assert f"simulator_listen is {address}, where another program listens" in complaint(text)
    assert not (tmp_path / "home").exists()


def test_its_own_port(role):
    """A port that it has already is its own: other options restart it there."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
    first, _text = role(simulator_listen=address)
    second, _text = role(simulator_listen=address, simulator_profile="2.3.1")
    assert second["url"] == first["url"] == f"http://{address}" and profile_of(second) == "2.3.1"


def test_seeds(role, tmp_path):
    """An edited seed restarts it, and says so; a mistake in it is one line, and what runs stays."""
    seed = tmp_path / "seed.json"
    seed.write_text('{"zones": [{"name": "one"}]}')
    first, _text = role(simulator_seed=str(seed))
    again, text = role(simulator_seed=str(seed))
    assert again == first and "changed=0" in text and "has changed" not in text

    seed.write_text('{"zones": [{"name": "one"}, {"nam": "two"}]}')
    _told, text = role(simulator_seed=str(seed), fails=True)
    assert f"{seed}: zones[1].nam is unknown, did you mean name?" in complaint(text)
    assert status(first)["pid"] == first["pid"]

    seed.write_text('{"zones": [{"name": "one"}, {"name": "two"}]}')
    second, text = role(simulator_seed=str(seed))
    assert second["pid"] != first["pid"] and f"{seed} has changed: the simulator is restarted with it." in text
    _told, text = role(simulator_seed=str(seed))
    assert "changed=0" in text


def test_seeds_with_a_data_file(role, tmp_path):
    """A data file goes on with the seed it was begun with; with another one it is refused, and what runs stays."""
    seed, data = tmp_path / "seed.json", tmp_path / "data"
    seed.write_text('{"zones": [{"name": "one"}]}')
    first, _text = role(simulator_seed=str(seed), simulator_data=str(data))
    seed.write_text('{"zones": [{"name": "two"}]}')
    _told, text = role(simulator_seed=str(seed), simulator_data=str(data), fails=True)
    assert f"{data} was begun with another seed" in complaint(text)
    assert status(first)["pid"] == first["pid"]


def test_a_python_that_is_none(role):
    """What cannot even be run is named."""
    _told, text = role(simulator_python="/nowhere/python", fails=True)
    assert "/nowhere/python" in complaint(text)
