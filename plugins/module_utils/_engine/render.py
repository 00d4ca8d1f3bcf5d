# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inventories as users see them: snake_case keys, one date format, every field present, no secret."""

from __future__ import annotations

import re
from functools import cache

from .._resources.resource import snake

# Fields of any inventory that carry a secret; the plain ``token`` of a console is what its reader asked for.
_SECRET = re.compile(r"passw|secrete?$|privatekey$|sessionuuid$|\wtoken$|^psk$", re.IGNORECASE)
# user:password@ as in URLs of mons; host:/path@x is an NFS export.
_CREDENTIALS = re.compile(r"(?<![\w.-])[^\s:/@,]+:(?!/)\S*@(?=[\w.\[-])")
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


def plain(inventory, fields=(), hidden=()):
    """``inventory`` in snake_case; ``fields`` are the keys that are there even when the node left them out as null."""
    complete = dict.fromkeys(fields)
    complete.update(inventory)
    return {snake(key): _value(key, value) for key, value in complete.items() if not _secret(key, hidden)}


def rows(inventories, fields=(), hidden=()):
    return [plain(inventory, fields, hidden) for inventory in inventories]


def without_secrets(value, key=""):
    """Any reply of the node, its keys as they are, less the secrets."""
    if isinstance(value, dict):
        return {k: without_secrets(v, k) for k, v in value.items() if not _secret(k)}
    if isinstance(value, list):
        return [without_secrets(item, key) for item in value]
    return _without_credentials(key, value)


def _secret(key, hidden=()):
    return key in hidden or _sounds_secret(key)


@cache
def _sounds_secret(key):
    return bool(_SECRET.search(key))


def _without_credentials(key, value):
    return _CREDENTIALS.sub("", value) if isinstance(value, str) and key.lower().endswith(("url", "urls")) else value


def _value(key, value):
    if isinstance(value, dict):
        return plain(value)
    if isinstance(value, list):
        return [_value(key, item) for item in value]
    if isinstance(value, str) and key.endswith("Date"):
        return date(value)
    return _without_credentials(key, value)
