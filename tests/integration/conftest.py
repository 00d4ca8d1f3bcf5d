# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from nodes import any_node, fresh, node, play, simulator
from shipped import own_simulator

__all__ = ["any_node", "fresh", "node", "own_simulator", "play", "simulator"]
