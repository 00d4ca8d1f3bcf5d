# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Connects: what an object is waited for to show once it is joined to others."""

from __future__ import annotations

from ..._client.queries import parse_condition, where


def until(connects, sketch, row, others):
    """What ``row`` will show once it is joined to the objects with the uuids ``others``; {} where that does nothing."""
    if not connects or not sketch.shows(connects.apt, row) or sketch.shows(connects.shows, row):
        return {}
    real = [uuid for uuid in others if uuid not in sketch.observer.unreal]
    if connects.through and not (real and _any(connects.through, sketch, real)):
        return {}
    return connects.shows


def _any(through, sketch, uuids):
    query, field, texts = through
    conditions = [where(field, "?=", sorted(uuids)), *map(parse_condition, texts)]
    return sketch.observer.client.count(query, conditions) > 0
