# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks measure and print; they assert nothing about time. ``make bench`` runs them."""

from __future__ import annotations

import pytest
from nodes import play, start_simulator

__all__ = ["play"]

_LINES = []


@pytest.fixture(scope="session")
def url():
    """A simulated 5.2 node of its own."""
    process, address = start_simulator("5.2")
    yield address
    process.terminate()
    process.wait(timeout=10)


@pytest.fixture
def report():
    """report(what, value, unit, target): a line of the table at the end."""

    def line(what, value, unit="", target=""):
        shown = f"{value:,.2f}" if isinstance(value, float) else str(value)
        _LINES.append(f"{what:<75} {shown:>10} {unit:<13} {'wanted: ' + target if target else ''}".rstrip())

    return line


def pytest_terminal_summary(terminalreporter):
    terminalreporter.section("measured")
    for line in _LINES:
        terminalreporter.write_line(line)
