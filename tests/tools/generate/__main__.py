# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what is generated and tells which files were not as they must be."""

from __future__ import annotations

import sys

from . import ROOT, Differs, write

try:
    for path in write():
        print(path.relative_to(ROOT))
except Differs as error:
    sys.exit(f"make generate: {error}")
