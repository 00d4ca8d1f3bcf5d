# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a member cannot be joined, in words; ``joining`` is the Joining that would like to."""

from __future__ import annotations

from .candidates import LISTED
from .errors import Refused
from .graph import spoken


def nothing(joining, candidates):
    """The refusal where nothing fits: what could be joined, and why what would fit cannot be."""
    word = joining.resource
    plain = [f for f in word.criteria if joining.given(f.option) and not (f.form or f.spelling)]
    rows = joining.observer.rows(word.of, [(f.row, joining.fields[f.option]) for f in plain])
    fitting = sorted(filter(joining.fits, rows), key=joining.label)
    reasons = "; ".join(f"{joining.label(row)}: {why(joining, row)}" for row in fitting[:LISTED])
    there = "; ".join(map(joining.label, sorted(candidates, key=joining.label)[:LISTED]))
    return Refused(
        f"no {word.title} with {wanted(joining)} can be attached to {word.to.title} {joining.values[word.holder]!r}. "
        f"Those that fit: {reasons or 'none'}. Those that can be attached: {there or 'none'}."
    )


def wanted(joining):
    """The criteria that the task gives."""
    given = [f.option for f in joining.resource.criteria if joining.given(f.option)]
    return ", ".join(f"{option} {joining.values[option]!r}" for option in given)


def why(joining, row):
    """Why the node does not offer this one."""
    word, [holder] = joining.resource, joining.rows[joining.resource.holder]
    held = row.get(word.row)
    if isinstance(held, str):
        return f"{word.to.title} {_name(joining, word.to, held)!r} has it"
    if not joining.shows(word.needs, row):
        return f"it has {spoken({f: (row.get(f),) for f in word.needs})}, and needs {spoken(word.needs)}"
    there, here = row.get(word.place), holder.get(word.place)
    if there and here and there != here:
        of = word.of.names[word.place]
        there, here = _name(joining, of, there), _name(joining, of, here)
        return f"it is in {of.title} {there!r}, the {word.to.title} in {of.title} {here!r}"
    return "ZStack does not offer it" + (f"; {word.hint}" if word.hint else "")


def _name(joining, of, uuid):
    return joining.observer.names(of, [uuid])[uuid] or uuid
