# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a module returned what its RETURN block says: keys, types at every depth, and the values that a field has."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

import yaml
from scenarios import PACKAGE

#: What Ansible documents for every module.
COMMON = {"changed", "diff", "failed", "msg", "warnings"}

_TYPES = {"str": str, "int": int, "float": (int, float), "bool": bool, "list": list, "dict": dict, "raw": object}
_ONLY = re.compile(r"ZStack (\S+) only\.")
_CONDITION = re.compile(r"\b(?:when|where) O\(")


@cache
def documented(module):
    return yaml.safe_load(import_module(PACKAGE + module).RETURN)


def values(description):
    """The values that a description lists in a sentence of their own, as the generator writes it; else none."""
    sentences = re.split(r"(?<=\.) ", description)
    listing = [s for s in sentences if re.match(r"(?:In ZStack \S+ )?V\((?!null)", s)]
    return re.findall(r"V\((\w+)\)", " ".join(listing))


def complaints(module, result, generation, complete=True):
    """Where ``result`` is not as documented, as texts. Without ``complete`` rows may lack fields."""
    spec = documented(module)
    for key in result.keys() - spec.keys() - COMMON:
        yield f"RETURN says nothing of {key}"
    for key, entry in spec.items():
        if key in result:
            yield from _misfits(key, result[key], entry, generation, complete)
        elif not result.get("failed") and entry["returned"] == "success":
            yield f"{key} is not returned"


def _misfits(where, value, entry, generation, complete):
    if value is None:
        return
    if not isinstance(value, _TYPES[entry["type"]]) or (isinstance(value, bool) and entry["type"] in ("int", "float")):
        yield f"{where} is {value!r}, documented as {entry['type']}"
        return
    if entry["type"] == "list" and "elements" in entry:
        inner = {**entry, "type": entry["elements"], "elements": None}
        for index, item in enumerate(value):
            yield from _misfits(f"{where}[{index}]", item, inner, generation, complete)
    elif entry["type"] == "dict" and "contains" in entry:
        yield from contents(where, value, entry["contains"], generation, complete)
    elif isinstance(value, str) and value not in (values(entry["description"]) or [value]):
        yield f"{where} is {value!r}, documented are {', '.join(values(entry['description']))}"


def contents(where, value, contains, generation, complete):
    for key in value.keys() - contains.keys():
        yield f"RETURN says nothing of {where}.{key}"
    for key, entry in contains.items():
        only = _ONLY.search(entry["description"])
        if key in value:
            if only and only[1] != generation:
                yield f"{where}.{key} is there, documented as ZStack {only[1]} only"
            yield from _misfits(f"{where}.{key}", value[key], entry, generation, complete)
        elif complete and not (only and only[1] != generation) and not _CONDITION.search(entry["description"]):
            yield f"{where}.{key} is not returned"
