# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Units and a smoke of the integration tests on every ansible-core that a Python of this machine runs."""

from __future__ import annotations

import os

import pytest
from environments import CORES, ROOT, environment, run

STAGES = {
    "unit": ["tests/unit"],
    "smoke": ["tests/integration", "-m", "smoke"],
}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("core", CORES)
def test_core(core: str, stage: str) -> None:
    binaries = environment("matrix", core) / "bin"
    path = os.pathsep.join([str(binaries), os.environ.get("PATH", os.defpath)])
    collections = str(ROOT / ".venv" / "collections")
    run(
        *[binaries / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", *STAGES[stage]],
        env={**os.environ, "PATH": path, "ANSIBLE_COLLECTIONS_PATH": collections},
    )
