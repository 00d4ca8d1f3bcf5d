# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run ansible-test without containers, with a home for each core that keeps its environments and caches."""

from __future__ import annotations

import functools
import os
import re
import sys
from pathlib import Path

from environments import ROOT, foreign, run
from interpreters import interpreters

HOMES = ROOT / "build" / "ansible-test"
# Where shellcheck is, which ansible-test does not bring along.
TOOLS = Path(sys.executable).parent

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


def ansible_test(venv: Path, collection: Path, command: str, *arguments: str) -> str:
    """What the ansible-test of a virtual environment said about a collection; its failure is the test's."""
    home = HOMES / venv.name
    environment = foreign(venv, home)
    # Real interpreters come first: ansible-test takes whatever is called python3.N, also a shim that does not run.
    folders = [venv / "bin", *(path.parent for path in interpreters().values())]
    environment["PATH"] = os.pathsep.join([*map(str, folders), environment["PATH"], str(TOOLS)])
    _bring_pip(venv, home)
    return run(venv / "bin" / "ansible-test", command, "--color", "no", *arguments, cwd=collection, env=environment)


@functools.cache
def _bring_pip(venv: Path, home: Path) -> None:
    """Lay the script that brings pip into ansible-test's virtual environments where it keeps such things."""
    module = "ansible_test._internal.python_requirements"
    source = run(venv / "bin" / "python", "-c", f"import {module}; print({module}.__file__)").strip()
    [version] = re.findall(r"default_packages = dict\(\s*pip='([\d.]+)'", Path(source).read_text())
    script = home / ".ansible" / "test" / "cache" / f"get_pip_{version.replace('.', '_')}.py"
    if script.exists():
        return
    wheels = home / "wheels"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run(*pip, "download", "--no-deps", "--dest", wheels, f"pip=={version}")
    [wheel] = wheels.glob(f"pip-{version}-*.whl")
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text(GET_PIP.format(wheel=str(wheel)))
