# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests side by side, ``pytest -n 2 --dist loadgroup``: what shares something stays in one process, in order."""

from __future__ import annotations

import re

import pytest

#: Folders with a test that looks back on what those of the other files did.
TOGETHER = ("tests/scenarios/", "tests/simulator/")
#: An ansible-core among the parameters: its environments are made once, and used one after the other.
CORE = re.compile(r"\[(?:.*-)?(2\.\d\d)\b")


def group(nodeid):
    """What a test shares something with: its core, its folder or, as modules' fixtures are, its file."""
    if core := CORE.search(nodeid):
        return core[1]
    return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid.partition("::")[0])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    from xdist.scheduler import LoadScopeScheduling

    if config.getoption("dist") != "loadgroup":
        return None
    scheduling = LoadScopeScheduling(config, log)
    scheduling._split_scope = group
    return scheduling
