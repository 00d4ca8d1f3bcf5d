# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inventories as users see them: snake_case keys, one date format, every field present, no secret."""

from __future__ import annotations

import re
from datetime import datetime

from ..resources.resource import snake

#: Inventory fields of any resource that carry a secret.
SECRETS = frozenset(("password", "sshPassword", "ipmiPassword", "secret", "accessKeySecret"))
_CREDENTIALS = re.compile(r"(?<![\w.-])[^\s:/@,]+:[^\s,]*@(?=[\w.\[-])")


def date(value):
    """The node's ``Nov 4, 2017 1:02:03 AM`` as ``2017-11-04 01:02:03``, the form its queries take; others unchanged."""
    # Newer Java puts a comma behind the year and a narrow blank before AM and PM.
    text = re.sub(r"[\s\u202f\u00a0]+", " ", value.replace(",", " ")).strip()
    try:
        return datetime.strptime(text, "%b %d %Y %I:%M:%S %p").strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return value


def plain(inventory, fields=(), hidden=()):
    """``inventory`` in snake_case; ``fields`` are the keys that are there even when the node left them out as null."""
    complete = dict.fromkeys(fields)
    complete.update(inventory)
    return {snake(key): _value(key, value) for key, value in complete.items() if not _secret(key, hidden)}


def rows(inventories, fields=(), hidden=()):
    return [plain(inventory, fields, hidden) for inventory in inventories]


def without_secrets(value):
    """Any reply of the node, its keys as they are, less the secrets."""
    if isinstance(value, dict):
        return {k: without_secrets(v) for k, v in value.items() if not _secret(k)}
    return [without_secrets(item) for item in value] if isinstance(value, list) else value


def _secret(key, hidden=()):
    return key in SECRETS or key in hidden


def _value(key, value):
    if isinstance(value, dict):
        return plain(value)
    if isinstance(value, list):
        return [_value(key, item) for item in value]
    if isinstance(value, str):
        if key.endswith("Date"):
            return date(value)
        return _CREDENTIALS.sub("", value) if key.lower().endswith(("url", "urls")) else value
    return value
