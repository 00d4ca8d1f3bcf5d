# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Virtual environments with an ansible-core each, kept under build and renewed when their requirements change."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from interpreters import interpreters

ROOT = Path(__file__).resolve().parents[2]

# The Pythons each core runs on, the preferred one first: the oldest with the oldest core, the newest with all others.
CORES = {
    "2.16": ("3.10", "3.11", "3.12"),
    "2.17": ("3.12", "3.11", "3.10"),
    "2.18": ("3.13", "3.12", "3.11"),
    "2.19": ("3.13", "3.12", "3.11"),
    "2.20": ("3.14", "3.13", "3.12"),
    "2.21": ("3.14", "3.13", "3.12"),
}
REQUIREMENTS = {
    "matrix": ROOT / "tests" / "requirements.txt",  # what our tests need
    "user": ROOT / "tests" / "requirements-user.txt",  # what users and reviewers have, who do not need our tests
}


def version_for(core: str) -> str | None:
    """The version of the Python that this core runs on here; None where there is none."""
    return next((version for version in CORES[core] if version in interpreters()), None)


def ends() -> list[str]:
    """The oldest and the newest core that a Python of this machine runs."""
    cores = [core for core in CORES if version_for(core)]
    return [cores[0], *cores[1:][-1:]]


def pythons(core: str) -> list[str]:
    """The oldest and the newest Python of this machine that modules run on with this core."""
    newest = max(_minor(version) for version in CORES[core])
    found = [version for version in interpreters() if _minor(version) <= newest]
    return [found[0], *found[1:][-1:]]


def _minor(version: str) -> int:
    return int(version.partition(".")[2])


@functools.cache
def environment(name: str, core: str) -> Path:
    """build/<name>/<core>: this ansible-core and the requirements of that name."""
    version = version_for(core)
    if version is None:
        pytest.skip(f"ansible-core {core} needs one of Python {', '.join(CORES[core])}")
    python = interpreters()[version]
    requirements = REQUIREMENTS[name]
    venv = ROOT / "build" / name / core
    stamp = venv / "requirements.stamp"
    wanted = f"{python}\n{_text(requirements)}"
    if not stamp.exists() or stamp.read_text() != wanted:
        run(python, "-m", "venv", "--clear", venv)
        pip = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run(*pip, f"ansible-core~={core}.0", "-r", requirements)
        stamp.write_text(wanted)
    return venv


def _text(requirements: Path) -> str:
    """A file of requirements with those that it includes."""
    text = requirements.read_text()
    included = re.findall(r"^-r (.*)$", text, re.M)
    return "".join([text, *(_text((requirements.parent / path).resolve()) for path in included)])


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """What a command said on both channels; a failure of the test, with that, if it failed."""
    done = subprocess.run(
        command, cwd=cwd, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        pytest.fail(done.stdout, pytrace=False)
    return done.stdout


def foreign(venv: Path, home: Path, **variables: str) -> dict[str, str]:
    """The environment variables of somebody who knows this virtual environment and this home, but not this checkout."""
    ours = ("ANSIBLE_", "ZSTACK_", "PYTHON")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    path = os.pathsep.join([str(venv / "bin"), os.environ.get("PATH", os.defpath)])
    _settle(home)
    return {**clean, "HOME": str(home), "PATH": path, "NO_COLOR": "1", "ANSIBLE_NOCOLOR": "1", **variables}


def _settle(home: Path) -> None:
    """Give the pip of this home the settings of ours: where packages come from is the machine's affair."""
    config = home / ".config" / "pip" / "pip.conf"
    if config.exists():
        return
    settings = {}
    for line in run(sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "list").splitlines():
        name, _equals, value = line.partition("=")
        settings[name.rpartition(".")[2]] = value.strip("'\"")
    settings["disable-pip-version-check"] = "true"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.touch(mode=0o600)
    config.write_text("[global]\n" + "".join(f"{name} = {value}\n" for name, value in settings.items()))
