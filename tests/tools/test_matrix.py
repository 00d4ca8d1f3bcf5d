# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Units and a smoke of the integration tests on every ansible-core that a Python of this machine runs; sanity on some.

An environment a core is kept under build/matrix and renewed when its requirements change.
"""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from interpreters import interpreters

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "matrix"
REQUIREMENTS = ROOT / "tests" / "requirements.txt"
INCLUDED = [ROOT / "requirements.txt", ROOT / "roles" / "simulator" / "files" / "requirements.txt"]

# The Pythons each core runs on, the preferred one first: the oldest with the oldest core, the newest with all others.
CORES = {
    "2.16": ("3.10", "3.11", "3.12"),
    "2.17": ("3.12", "3.11", "3.10"),
    "2.18": ("3.13", "3.12", "3.11"),
    "2.19": ("3.13", "3.12", "3.11"),
    "2.20": ("3.14", "3.13", "3.12"),
    "2.21": ("3.14", "3.13", "3.12"),
}
STAGES = {
    "unit": ["tests/unit"],
    "smoke": ["tests/integration", "-m", "smoke"],
    "sanity": ["tests/tools/test_sanity.py"],
}
# Sanity's rules change slowly: the oldest and the newest, beside the core that `make sanity` runs on.
CASES = [
    pytest.param(core, stage, id=f"{core}-{stage}")
    for core in CORES
    for stage in STAGES
    if stage != "sanity" or core in (min(CORES), max(CORES))
]


def _run(*command: str | Path, **environment: str) -> None:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        pytest.fail(done.stdout, pytrace=False)


@functools.cache
def _environment(core: str) -> Path:
    """The virtual environment with this ansible-core and what the tests need."""
    python = next((interpreters()[version] for version in CORES[core] if version in interpreters()), None)
    if python is None:
        pytest.skip(f"ansible-core {core} needs one of Python {', '.join(CORES[core])}")
    venv = BUILD / core
    stamp = venv / "requirements.stamp"
    wanted = "\n".join([str(python), *(path.read_text() for path in (REQUIREMENTS, *INCLUDED))])
    if not stamp.exists() or stamp.read_text() != wanted:
        _run(python, "-m", "venv", "--clear", venv)
        pip = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        _run(*pip, f"ansible-core~={core}.0", "-r", REQUIREMENTS)
        stamp.write_text(wanted)
    return venv


@pytest.mark.parametrize(("core", "stage"), CASES)
def test_core(core: str, stage: str) -> None:
    binaries = _environment(core) / "bin"
    # Sanity starts ansible-test itself, so its own tests need no more than they have here.
    python = sys.executable if stage == "sanity" else binaries / "python"
    _run(
        *[python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *STAGES[stage]],
        PATH=os.pathsep.join([str(binaries), os.environ.get("PATH", os.defpath)]),
        ANSIBLE_TEST=str(binaries / "ansible-test"),
        ANSIBLE_COLLECTIONS_PATH=str(ROOT / ".venv" / "collections"),
    )
