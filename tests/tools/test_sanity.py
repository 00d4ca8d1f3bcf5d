# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""`ansible-test sanity` without containers and without ignore entries, a test an item.

ansible-test wants a git work tree at .../ansible_collections/zstack/cloud, so it runs on a copy of the tracked and new
files under build/sanity. It gets a home of its own there too, to keep its environments and caches out of the user's.

Environment: ANSIBLE_TEST, the ansible-test to run; the one beside this Python if unset.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from interpreters import interpreters

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "sanity"
COPY = BUILD / "ansible_collections" / "zstack" / "cloud"
HOME = BUILD / "home"
ANSIBLE_TEST = Path(os.environ.get("ANSIBLE_TEST", Path(sys.executable).parent / "ansible-test"))
PYTHONS = ("3.9", "3.10", "3.11", "3.12", "3.13", "3.14")
SEVERAL_PYTHONS = ("compile", "import")
# What -v adds, which is only wanted for telling an empty test from a passed one.
CHATTER = re.compile(r"^(Configured|Loaded|Creating|Read|Run|Stream|Execute|Initializing|Looking|Using) .*\n", re.M)

# Stands in for get-pip.py, which ansible-test would fetch from a host of its own: installs pip from a wheel that the
# ordinary package index delivered.
GET_PIP = """\
import sys

sys.path.insert(0, {wheel!r})
sys.argv[1:1] = ["install"]

from pip._internal.cli.main import main

sys.argv = [argument for argument in sys.argv if argument not in ("--no-setuptools", "--no-wheel")]
sys.exit(main())
"""


def _run(*command: str | Path, **options) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def _ask(name: str) -> str:
    """The value of a dotted name inside ansible-test, which may live in another environment than these tests."""
    module = name.rpartition(".")[0]
    return _run(ANSIBLE_TEST.parent / "python", "-c", f"import {module}; print({name})").strip()


def _copy() -> None:
    shutil.rmtree(COPY, ignore_errors=True)
    files = _run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).split("\0")
    for name in filter(None, files):
        source, target = ROOT / name, COPY / name
        if source.is_symlink() or source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target, follow_symlinks=False)
    _run("git", "init", "--quiet", COPY)
    _run("git", "add", "--all", cwd=COPY)


def _home() -> None:
    """Give ansible-test's pip the settings of ours, and the script that brings pip into its virtual environments."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    settings = {}
    for line in _run(*pip, "config", "list").splitlines():
        name, _equals, value = line.partition("=")
        settings[name.rpartition(".")[2]] = value.strip("'\"")
    settings["disable-pip-version-check"] = "true"
    config = HOME / ".config" / "pip" / "pip.conf"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.touch(mode=0o600)
    config.write_text("[global]\n" + "".join(f"{name} = {value}\n" for name, value in settings.items()))

    where = _ask("ansible_test._internal.python_requirements.__file__")
    [version] = re.findall(r"default_packages = dict\(\s*pip='([\d.]+)'", Path(where).read_text())
    script = HOME / ".ansible" / "test" / "cache" / f"get_pip_{version.replace('.', '_')}.py"
    if not script.exists():
        wheels = HOME / "wheels"
        _run(*pip, "download", "--quiet", "--no-deps", "--dest", wheels, f"pip=={version}")
        [wheel] = wheels.glob(f"pip-{version}-*.whl")
        script.parent.mkdir(parents=True, exist_ok=True)
        script.write_text(GET_PIP.format(wheel=str(wheel)))


def _environment() -> dict[str, str]:
    # Real interpreters come first: ansible-test takes whatever is called python3.N, also a shim that does not run.
    folders = [ANSIBLE_TEST.parent, *(path.parent for path in interpreters().values())]
    path = os.pathsep.join([*map(str, folders), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "HOME": str(HOME), "PATH": path}


def _ansible_test(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [ANSIBLE_TEST, "sanity", "--color", "no", *arguments]
    return subprocess.run(
        command, cwd=COPY, env=_environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )


@pytest.fixture(scope="session", autouse=True)
def _prepared() -> None:
    _copy()
    _home()
    assert not list((ROOT / "tests").glob("sanity/ignore*")), "sanity has to pass without ignore entries"


def _names() -> list[str]:
    """The tests this ansible-test has; asked in a minimal collection, since collecting must not touch the copy."""
    where = BUILD / "list" / "ansible_collections" / "zstack" / "cloud"
    if not where.exists():
        where.mkdir(parents=True)
        shutil.copy2(ROOT / "galaxy.yml", where)
        _run("git", "init", "--quiet", where)
    environment = {**os.environ, "HOME": str(HOME)}
    return _run(ANSIBLE_TEST, "sanity", "--list-tests", "--allow-disabled", cwd=where, env=environment).split()


CASES = [
    pytest.param(name, python, id=f"{name}-{python}" if python else name)
    for name in _names()
    for python in (PYTHONS if name in SEVERAL_PYTHONS else (None,))
]


@pytest.mark.parametrize(("name", "python"), CASES)
def test_sanity(name: str, python: str | None) -> None:
    if python and python not in _ask("ansible_test._internal.constants.SUPPORTED_PYTHON_VERSIONS"):
        pytest.skip(f"this ansible-core does not support Python {python}")
    if python and python not in interpreters():
        pytest.skip(f"Python {python} is not installed")
    done = _ansible_test("--test", name, "-v", *(["--target-python", python] if python else []))
    if done.returncode:
        pytest.fail(CHATTER.sub("", done.stdout), pytrace=False)
    if "No tests applicable." in done.stdout:
        pytest.skip("the collection has no such files")
    if skipped := re.search(r"^WARNING: (Skipping.*|Required program.*)$", done.stdout, re.M):
        pytest.skip(skipped[1])
