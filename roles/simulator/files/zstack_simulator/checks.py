# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of what people write for the simulator: control calls, faults, seeds.

What is wanted is told by type hints: ``bool``, ``int``, ``float`` (any finite number), ``str``, ``Any``, ``Literal``,
unions with None, ``list[...]``, ``dict[str, ...]``, ``Annotated[int, Range(1)]``, dataclasses and TypedDicts (objects
with these members), and :class:`Members` where the members are known at run time only.
"""

from __future__ import annotations

import dataclasses
import difflib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

SHOWN = 5  # mistakes told at once


@dataclass(frozen=True)
class Range:
    """The numbers from `least` to `most`."""

    least: float
    most: float = math.inf

    def __str__(self) -> str:
        return f"{self.least} or more" if self.most == math.inf else f"{self.least} to {self.most}"


@dataclass(frozen=True, eq=False)
class Members:
    """An object with these members, of which some are required."""

    hints: Mapping[str, Any]
    required: frozenset[str] = frozenset()

    @classmethod
    def of(cls, kind: type) -> Members:
        """Those of a TypedDict, or those of a dataclass that its constructor takes."""
        hints = get_type_hints(kind, include_extras=True)
        if is_typeddict(kind):
            return cls(hints, kind.__required_keys__)
        taken = [field for field in dataclasses.fields(kind) if field.init]
        missing = dataclasses.MISSING
        required = {each.name for each in taken if each.default is missing and each.default_factory is missing}
        return cls({each.name: hints[each.name] for each in taken}, frozenset(required))


NAMES = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}


def insist(value: Any, wanted: Any, what: str = "") -> None:
    """ValueError, in one line, with all that is wrong with `value`; `what` names it."""
    found = mistakes(value, wanted, what)
    if found:
        raise ValueError(summary(found))


def summary(found: list[str]) -> str:
    rest = len(found) - SHOWN
    return "; ".join(found[:SHOWN]) + (f"; and {rest} more" if rest > 0 else "")


def unknown(name: str, known: Iterable[str]) -> str:
    """What to say of a name that nobody knows: the nearest one, else all."""
    known = sorted(known)
    near = difflib.get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"


def mistakes(value: Any, wanted: Any, where: str = "") -> list[str]:
    """All that is wrong with `value`, each with its place, which begins at `where`."""
    origin, args = get_origin(wanted), get_args(wanted)
    if wanted is Any:
        return []
    if origin in (Union, UnionType):
        if value is None and NoneType in args:
            return []
        found = [mistakes(value, each, where) for each in args if each is not NoneType]
        return [] if [] in found else found[0]
    if origin is Annotated:
        found = mistakes(value, args[0], where)
        inside = found or args[1].least <= value <= args[1].most
        return found if inside else [_must(where, str(args[1]), value)]
    if origin is Literal:
        return [] if value in args and isinstance(value, str) else [_must(where, f"one of {', '.join(args)}", value)]
    if origin is list:
        if not isinstance(value, list):
            return [_must(where, "a list", value)]
        return [said for index, each in enumerate(value) for said in mistakes(each, args[0], f"{where}[{index}]")]
    if origin is dict:
        if not isinstance(value, dict):
            return [_must(where, "an object", value)]
        return [said for name, each in value.items() for said in mistakes(each, args[1], _at(where, name))]
    if wanted in NAMES:
        fits = isinstance(value, (int, float) if wanted is float else wanted)
        fits = fits and (wanted is bool or not isinstance(value, bool))
        if fits and isinstance(value, float):
            fits = math.isfinite(value)
        return [] if fits else [_must(where, NAMES[wanted], value)]
    return _object(value, wanted if isinstance(wanted, Members) else Members.of(wanted), where)


def _object(value: Any, wanted: Members, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [_must(where, "an object", value)]
    found = [f"{_at(where, name)} is missing" for name in sorted(wanted.required - value.keys())]
    for name, each in value.items():
        if name in wanted.hints:
            found += mistakes(each, wanted.hints[name], _at(where, name))
        else:
            found.append(f"{_at(where, name)} is unknown, {unknown(name, wanted.hints)}")
    return found


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _must(where: str, what: str, value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return f"{where or 'the document'} must be {what}, not {shown if len(shown) <= 40 else shown[:37] + '...'}"
