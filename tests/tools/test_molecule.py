# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Molecule scenarios that the collection ships, on both generations of the simulator."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
SCENARIOS = sorted(path.parent.name for path in ROOT.glob("extensions/molecule/*/molecule.yml"))


@pytest.mark.parametrize("profile", ["5.2", "2.3.1"])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_scenario(scenario: str, profile: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(TOOLS), os.environ.get("PATH", os.defpath)]),
        "ANSIBLE_COLLECTIONS_PATH": str(ROOT / ".venv" / "collections"),
        "ANSIBLE_HOME": str(tmp_path),
        "MOLECULE_EPHEMERAL_DIRECTORY": str(tmp_path / scenario),
        "NO_COLOR": "1",
        "ZSTACK_PROFILE": profile,
    }
    done = subprocess.run(
        [TOOLS / "molecule", "test", "--scenario-name", scenario],
        cwd=ROOT / "extensions",
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        pytest.fail(done.stdout, pytrace=False)
