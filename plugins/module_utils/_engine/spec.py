# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options that follow from a declaration."""

from __future__ import annotations

from .words.vocabulary import WORDS


def options(resource):
    """The argument spec of a resource: what identifies it, its state, and what its words add."""
    spec = {"uuid": {"type": "str"}, "state": {"type": "str", "default": "present", "choices": list(resource.states)}}
    if resource.refers:
        spec = {"state": {"type": "str", "required": True, "choices": list(resource.states)}} if resource.states else {}
    if resource.forced:
        spec["force"] = {"type": "bool", "default": False}
    for kind, behaviour in WORDS.items():
        words = resource.of(kind)
        if words:
            spec.update(behaviour.options(words, resource))
    return spec
