# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inventories as users see them: snake_case keys, one date format, every field present, no secret."""

from __future__ import annotations

import re

from .._api.secrets import shown_items, shown_text
from .._resources.words import Parts, snake
from .uuids import PREDICTED_UUID
from .values import read

# Not strptime, whose names of months are those of the controller's locale. Newer Java puts a comma behind the year and
# a narrow blank before AM and PM.
_DATE = re.compile(r"\s*([A-Z][a-z]{2})\s+(\d+),\s*(\d{4}),?\s+(\d+):(\d\d):(\d\d)\s*([AP])M\s*")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date(value):
    """The node's ``Nov 4, 2017 1:02:03 AM`` as ``2017-11-04 01:02:03``, the form its queries take; others unchanged."""
    match = _DATE.fullmatch(value)
    if not match or match.group(1) not in _MONTHS:
        return value
    month, day, year, hour, minute, second, half = match.groups()
    hour = int(hour) % 12 + (12 if half == "P" else 0)
    return f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02} {hour:02}:{minute}:{second}"


def plain(inventory, fields=()):
    """``inventory`` in snake_case; ``fields`` are the keys that are there even when the node left them out as null."""
    complete = dict.fromkeys(fields)
    complete.update(inventory)
    return {snake(key): _value(key, value) for key, value in shown_items(complete)}


def rows(inventories, fields=()):
    return [plain(inventory, fields) for inventory in inventories]


def without_secrets(value, key=""):
    """Any reply of the node, its keys as they are, less the secrets."""
    if isinstance(value, dict):
        return {k: without_secrets(v, k) for k, v in shown_items(value)}
    if isinstance(value, list):
        return [without_secrets(item, key) for item in value]
    return shown_text(key, value) if isinstance(value, str) else value


def rows_out(resource, inventories, fields, observer, named=None):
    """Inventories of ``resource`` as results have them: names beside uuids, values as the options have them.

    ``fields`` are there even when the node left them out as null. ``named``: the only {field: resource} whose names
    are told, where others are not worth a request.
    """
    names = {}
    for row, other in (resource.names if named is None else named).items():
        uuids = {inventory.get(row) for inventory in inventories if row in inventory or row in fields}
        names[row] = observer.names(other, uuids)
    generation = observer.client.generation
    return [_row_out(resource, inventory, fields, names, generation) for inventory in inventories]


def _row_out(resource, inventory, fields, names, generation):
    told = plain(inventory, fields)
    for f in resource.forms:
        if f.row in inventory and (f.form or f.type == "int"):
            told[snake(f.row)] = read(f, inventory[f.row])
        elif f.row in inventory and f.options and f.type == "list":
            told[snake(f.row)] = _items_out(f, inventory[f.row] or ())
    for word in resource.of(Parts):
        if inventory.get(word.row):
            shown = [*(f.row for f in word.fields if f.row), *word.created, word.id]
            parts = sorted(inventory[word.row], key=lambda part: str(part.get(word.key_row)))
            told[snake(word.row)] = [plain({field: part.get(field) for field in shown}) for part in parts]
    for row, fields in resource.nests.items():
        if inventory.get(row):
            fields = fields[generation] if isinstance(fields, dict) else fields
            nested = [plain({field: item.get(field) for field in fields}) for item in inventory[row]]
            told[snake(row)] = sorted(nested, key=lambda item: str(list(item.values())))  # the node has no order
    for row, known in names.items():
        if snake(row) in told:
            told[name_of(row)] = known.get(inventory.get(row))
    return told


def _items_out(f, items):
    """The dictionaries of a list with what the option has of them, in the order of its first field."""
    told = [{snake(s.row): read(s, item.get(s.row)) for s in f.options} for item in items]
    return sorted(told, key=lambda item: str(item[snake(f.options[0].row)]))


def name_of(row):
    """``zoneUuid`` -> ``zone_name``: what stands beside it in results."""
    return snake(row).rpartition("_uuid")[0] + "_name"


def at_the_edge(value, unreal):
    """A predicted result with zeros for every uuid that the node does not know yet."""
    if isinstance(value, dict):
        return {key: at_the_edge(item, unreal) for key, item in value.items()}
    if isinstance(value, list):
        return [at_the_edge(item, unreal) for item in value]
    return PREDICTED_UUID if isinstance(value, str) and value in unreal else value


def _value(key, value):
    if isinstance(value, dict):
        return plain(value)
    if isinstance(value, list):
        return [_value(key, item) for item in value]
    if not isinstance(value, str):
        return value
    return date(value) if key.endswith("Date") else shown_text(key, value)
