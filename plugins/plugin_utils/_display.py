# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What plugins tell on the screen beside their results. PRIVATE to zstack.cloud."""

from __future__ import annotations

from functools import partial


def tracer(display, host=None):
    """What shows each request at -vvv; None where nobody wants to see them, which spares making the lines."""
    return partial(display.vvv, host=host) if display.verbosity > 2 else None
