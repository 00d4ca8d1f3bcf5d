# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the Python interpreters of this machine that really run."""

from __future__ import annotations

import functools
import os
import subprocess
from pathlib import Path

MINORS = range(9, 16)


def _executable(candidate: Path, version: str) -> Path | None:
    """The interpreter behind `candidate`; None when it is another or does not run, as a shim of an inactive version."""
    code = "import sys; print(sys.executable, '%d.%d' % sys.version_info[:2])"
    try:
        reply = subprocess.run(
            [candidate, "-c", code], capture_output=True, text=True, check=True, timeout=30
        ).stdout.split()
    except (OSError, subprocess.SubprocessError):
        return None
    return Path(reply[0]) if reply[1] == version else None


@functools.cache
def interpreters() -> dict[str, Path]:
    """Map versions ("3.9") to interpreters, found on PATH and among pyenv's versions."""
    folders = [Path(folder) for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if folder]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    # Virtual environments are no base for others: their bin directory would leak their packages.
    folders = [folder for folder in folders if not (folder.parent / "pyvenv.cfg").exists()]
    folders += sorted(pyenv.glob("versions/3.*/bin"), reverse=True)
    found = {}
    for minor in MINORS:
        version = f"3.{minor}"
        candidates = (folder / f"python{version}" for folder in folders)
        runnable = (_executable(path, version) for path in candidates if path.exists())
        if path := next(filter(None, runnable), None):
            found[version] = path
    return found
