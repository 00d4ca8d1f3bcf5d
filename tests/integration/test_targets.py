# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each integration target: a smoke of a family of modules, that runs on a real node as well.

Details are for tests/scenarios to prove, which needs the simulator.
"""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

TARGETS = Path(__file__).parent / "targets"
NAMES = sorted(
    path.name for path in TARGETS.iterdir() if (path / "tasks").is_dir() and not path.name.startswith("setup_")
)


def _run(node, play, target, in_process):
    variables = dict(node.variables, zstack_in_process=in_process, test_id=uuid.uuid4().hex[:8])
    done = play([{"hosts": "localhost", "gather_facts": False, "roles": [target]}], variables)
    assert done.code == 0, done.text
    assert "failed=0" in done.text
    assert "[DEPRECATION WARNING]" not in done.text, done.text
    assert "Traceback" not in done.text


@pytest.mark.smoke
@pytest.mark.parametrize("target", NAMES)
def test_in_the_worker(node, play, target):
    _run(node, play, target, True)


@pytest.mark.smoke
def test_as_ordinary_modules(node, play):
    _run(node, play, "generic", False)
