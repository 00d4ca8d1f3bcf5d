# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from the declarations is generated, not typed: RETURN blocks, action plugins, action group, coverage.

``make generate`` writes; ``test_generated.py`` fails when a file differs.
"""

from __future__ import annotations

from . import apis, coverage, plugins, returns, topology
from .house import ROOT, Differs, modules

__all__ = ["ROOT", "Differs", "expected", "modules", "write"]


def expected():
    """{path: the text that it must have, or None for a file that must go}, in all that is generated."""
    found = modules()
    texts = {**returns.files(found), **plugins.files(found), **coverage.files(found), **apis.files()}
    return {**texts, **topology.files(found)}


def write():
    """Write what differs, and return the paths of these files."""
    changed = []
    for path, text in expected().items():
        if text == (path.read_text(encoding="utf-8") if path.exists() else None):
            continue
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")
        changed.append(path)
    return changed
