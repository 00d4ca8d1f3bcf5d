# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Molecule scenarios that the collection ships, on both generations of the simulator.

They run as users run them: beside an Ansible that has not what the simulator needs.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from environments import ROOT, ends, environment, foreign, run

SCENARIOS = sorted(path.parent.name for path in ROOT.glob("extensions/molecule/*/molecule.yml"))


@pytest.mark.parametrize("profile", ["5.2", "2.3.1"])
@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("core", ends()[-1:])
def test_scenario(core: str, scenario: str, profile: str, tmp_path: Path) -> None:
    venv = environment("user", core)
    variables = foreign(
        venv,
        tmp_path,
        ANSIBLE_COLLECTIONS_PATH=str(ROOT / ".venv" / "collections"),
        MOLECULE_EPHEMERAL_DIRECTORY=str(tmp_path / scenario),
        ZSTACK_PROFILE=profile,
    )
    told = run(venv / "bin" / "molecule", "test", "--scenario-name", scenario, cwd=ROOT / "extensions", env=variables)
    assert "Traceback" not in told, told
