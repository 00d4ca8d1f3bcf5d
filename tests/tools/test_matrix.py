# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Units and a smoke of the integration tests on every ansible-core that a Python of this machine runs."""

from __future__ import annotations

import os

import pytest
from environments import CORES, ROOT, ends, environment, run

# Below the tasks nothing knows Ansible: only the Python differs there, and the ends of the matrix have its ends.
LOWER = [f"--ignore=tests/unit/{layer}" for layer in ("api", "client", "engine", "resources")]
STAGES = {
    "unit": ["tests/unit"],
    # The generations differ in what is sent, not in how Ansible runs it.
    "smoke": ["tests/integration", "-m", "smoke", "-k", "zstack-5.2"],
}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("core", CORES)
def test_core(core: str, stage: str) -> None:
    binaries = environment("matrix", core) / "bin"
    path = os.pathsep.join([str(binaries), os.environ.get("PATH", os.defpath)])
    collections = str(ROOT / ".venv" / "collections")
    fewer = LOWER if core not in ends() else []
    run(
        *[binaries / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", *STAGES[stage], *fewer],
        env={**os.environ, "PATH": path, "ANSIBLE_COLLECTIONS_PATH": collections},
    )
