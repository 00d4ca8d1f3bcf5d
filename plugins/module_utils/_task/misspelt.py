# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options that do not exist, and those that may be meant by them."""

from __future__ import annotations

import difflib


def misspelt(spec, params):
    """(name, value, the spec it is not in) of each argument that is no option, at any depth."""
    for name, value in params.items():
        if name not in spec:
            yield str(name), value, spec
        elif spec[name].get("options"):
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict):
                    yield from misspelt(spec[name]["options"], item)


def nearest(name, known):
    """The one of the names that looks most like this one, or None."""
    if f"zstack_{name}" in known:
        return f"zstack_{name}"
    return next(iter(difflib.get_close_matches(str(name), known, n=1)), None)


def hinted(complaint, spec, params):
    """The complaint about options that do not exist, and what may be meant, where something is like them."""
    near = {name: nearest(name, inner) for name, _value, inner in misspelt(spec, params)}
    near = {name: option for name, option in near.items() if option}
    if not near:
        return complaint
    told = near.values() if len(near) == 1 else (f"{option} ({name})" for name, option in near.items())
    return f"{complaint.rstrip('.')}. Did you mean {', '.join(told)}?"
