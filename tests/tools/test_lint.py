# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Linters, a tool an item, and the rules of this repository that no tool knows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
COLLECTIONS = ROOT / ".venv" / "collections"

COMMANDS = {
    "ruff-check": ["ruff", "check", "."],
    "ruff-format": ["ruff", "format", "--check", "."],
    # As galaxy-importer runs it. It wants no line to break beside an operator: *(...), *(...) for long tuples.
    "flake8": ["flake8", "--isolated", "--select=E,F,W", "--extend-ignore=E402", "--max-line-length=160", "plugins"],
    "yamllint": ["yamllint", "--strict", "."],
    "ansible-lint": ["ansible-lint", "--offline", "--profile", "production", "--strict"],
    "changelog-fragments": ["antsibull-changelog", "lint"],
    "changelog-data": ["antsibull-changelog", "lint-changelog-yaml", "changelogs/changelog.yaml"],
}


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(TOOLS), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": path, "ANSIBLE_COLLECTIONS_PATH": str(COLLECTIONS), "NO_COLOR": "1"}


def _run(*command: str, cwd: Path = ROOT, **environment: str) -> None:
    done = subprocess.run(
        command,
        cwd=cwd,
        env=_environment() | environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        pytest.fail(done.stdout, pytrace=False)


@pytest.mark.parametrize("command", [pytest.param(command, id=name) for name, command in COMMANDS.items()])
def test_tool(command: list[str]) -> None:
    _run(*command)


def test_readme_is_whole_and_true() -> None:
    # Every plugin and none that there is not, links that lead somewhere, and the sections that certification asks for.
    text = (ROOT / "README.md").read_text("utf-8")
    table = text.partition("\n## What there is\n")[2].partition("\n## ")[0]
    kinds = ("modules", "inventory", "lookup")
    files = [path for kind in kinds for path in (ROOT / "plugins" / kind).glob("zstack_*.py")]
    assert set(re.findall(r"`(zstack_\w+)`", table)) == {path.stem for path in files}
    assert [link for link in re.findall(r"\]\((?!https:)([^)#]+)", text) if not (ROOT / link).exists()] == []
    sections = {
        *("Description", "Use cases", "Requirements", "Installation", "Testing", "Support", "Communication"),
        *("Release notes", "Related information", "License"),
    }
    assert sections <= set(re.findall("^## (.+)$", text, re.MULTILINE))


def test_imports_point_downwards() -> None:
    # The contracts stand in pyproject.toml; the collection and the simulator must be importable for it.
    packages = os.pathsep.join([str(COLLECTIONS), str(ROOT / "roles" / "simulator" / "files")])
    _run("lint-imports", "--no-cache", "--no-logo", PYTHONPATH=packages)
