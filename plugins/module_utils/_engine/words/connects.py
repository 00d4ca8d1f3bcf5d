# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Connects: what an object is waited for to show once it is joined to others."""

from __future__ import annotations


def until(connects, sketch, row, others):
    """What ``row`` will show once it is joined to the objects with the uuids ``others``; {} where that does nothing."""
    if not connects or not sketch.shows(connects.apt, row) or sketch.shows(connects.shows, row):
        return {}
    real = [uuid for uuid in others if uuid not in sketch.observer.unreal]
    if connects.through and not (real and sketch.observer.any_of(*connects.through, sorted(real))):
        return {}
    return connects.shows
