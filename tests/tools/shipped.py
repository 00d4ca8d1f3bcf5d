# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The playbooks that the collection ships, run as a user runs them, and what they say."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys

import pytest
from nodes import ROOT

PLAYBOOKS = ROOT / "playbooks"
# Where no node is: whoever asks it anything fails for another reason than the one expected.
NOBODY = {"ZSTACK_URL": "http://127.0.0.1:9"}


@pytest.fixture
def own_simulator(play, tmp_path):
    """Variables that keep the role's simulator below tmp_path; it is stopped at the end."""
    variables = {"simulator_dir": str(tmp_path / "simulator"), "simulator_python": sys.executable}
    yield variables
    stopped = play(PLAYBOOKS / "simulator.yml", dict(variables, simulator_state="stopped"))
    assert stopped.code == 0, stopped.text


def said(text):
    """The message of the failure that ended a play."""
    return json.loads(re.search(r"^fatal: \[localhost\]: FAILED! => (\{.*)$", text, re.MULTILINE)[1])["msg"]


def summary(text):
    """The lines of the last task's name, which stand in the output as they are."""
    return text[text.rindex("TASK [ZStack") :].splitlines()


def advice(text):
    """The commands that the summary prints."""
    lines = summary(text)[:-1]
    return [line.strip() for line in lines[lines.index("Next:") + 1 :] if line.startswith("  ")]


def followed(printed, variables, folder):
    """The output of each command that was printed, pasted into a shell after the exports above it.

    The playbooks are told by ``variables`` where the test keeps its simulator.
    """
    own = " ".join(f"-e {name}={shlex.quote(value)}" for name, value in variables.items())
    exports = [line for line in printed if line.startswith("export")]
    for line in printed[len(exports) :]:
        script = "\n".join([*exports, f"{line} {own}" if line.startswith("ansible-playbook") else line])
        ran = subprocess.run(["sh", "-ec", script], cwd=folder, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, (script, ran.stdout, ran.stderr)
        yield ran.stdout
