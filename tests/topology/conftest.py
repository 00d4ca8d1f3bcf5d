# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cloud of each generation."""

from __future__ import annotations

from collections import Counter

import pytest
from clouds import Cloud
from nodes import PROFILES, start_node


@pytest.fixture(scope="session", params=PROFILES, ids=lambda name: f"zstack-{name}")
def cloud(request, tmp_path_factory):
    node = start_node(request.param)
    yield Cloud(node, tmp_path_factory.mktemp("sessions"))
    node.stop()


_TALLY = Counter()


@pytest.fixture(scope="session")
def tally():
    """Counts what happened, to be told at the end."""
    return _TALLY


def pytest_terminal_summary(terminalreporter):
    terminalreporter.section("what happened")
    for what, number in sorted(_TALLY.items()):
        terminalreporter.write_line(f"{number:6} {what}")
