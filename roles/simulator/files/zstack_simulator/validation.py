# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is checked on every message, driven by the facts of its API.

:func:`from_body` and :func:`from_query` build a message's fields as the REST shell does (what it cannot read is
its own 400 or 500); :func:`check` is the node's validation behind it (SYS.1007).
"""

from __future__ import annotations

import json
import re
from typing import Any

from .catalog import Api, Param
from .errors import ShellError, invalid

INTEGERS = {"int", "Integer", "long", "Long"}
FLOATS = {"double", "Double"}
BOOLEANS = {"boolean", "Boolean"}
LISTS = {"List", "Set"}
COMMON_LISTS = ("systemTags", "userTags")

# A dashless RFC 4122 uuid of any version, in lower case; other 32 hex digits are refused as a resourceUuid.
RESOURCE_UUID = re.compile(r"[0-9a-f]{12}[1-5][0-9a-f]{3}[89ab][0-9a-f]{15}")


def _strings(name: str, value: Any) -> list[str]:
    if not isinstance(value, list):
        raise ShellError(500, f"{name}: {type(value).__name__} cannot be cast to a list")
    return [item if isinstance(item, str) else json.dumps(item) for item in value]


def _coerce(param: Param, value: Any, profile: str) -> Any:
    """A JSON value as the API class would hold it."""
    kind, name = param.kind, param.name
    if kind in BOOLEANS:
        if isinstance(value, bool):
            return value
        # 2.3.1 checks only primitive booleans before the conversion.
        raise ShellError(400 if profile == "5.2" or kind == "boolean" else 500, f"[{name}] must be a boolean")
    if kind in INTEGERS or kind in FLOATS:
        if isinstance(value, str) and profile == "5.2":
            raise ShellError(400, f"[{name}] must be a number")
        try:
            if isinstance(value, bool):
                raise ValueError
            number = float(value) if kind in FLOATS or isinstance(value, float) else int(value)
            if kind in INTEGERS:
                if number != int(number):
                    raise ValueError
                number = int(number)
        except (TypeError, ValueError, OverflowError):
            raise ShellError(500, f"[{name}]: not a number") from None
        bits = 63 if kind in ("long", "Long") else 31
        if kind in INTEGERS and not -(2**bits) <= number < 2**bits:
            raise ShellError(500, f"[{name}]: number out of range")
        return number
    if kind in LISTS:
        if not isinstance(value, list):
            raise ShellError(500, f"[{name}]: expected an array")
        if param.objects:
            if not all(isinstance(item, dict) for item in value):
                raise ShellError(500, f"[{name}]: expected an array of objects")
            return value
        if any(item is None or isinstance(item, (list, dict)) for item in value):
            raise ShellError(500, f"[{name}]: expected an array of strings")
        return [item if isinstance(item, str) else json.dumps(item) for item in value]
    if kind == "Map":
        if not isinstance(value, dict):
            raise ShellError(500, f"[{name}]: expected an object")
        return value
    if isinstance(value, (list, dict)):
        raise ShellError(500, f"[{name}]: expected a string")
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value)


def from_body(api: Api, fields: dict[str, Any], profile: str) -> dict[str, Any]:
    """The known fields of a body; unknown ones are ignored."""
    message = {name: _coerce(param, fields[name], profile) for name, param in api.params.items()
               if fields.get(name) is not None}  # fmt: skip
    for name in COMMON_LISTS:
        if fields.get(name) is not None:
            message[name] = _strings(name, fields[name])
    return message


def from_query(api: Api, pairs: list[tuple[str, str]], profile: str) -> dict[str, Any]:
    """The known fields of a query string: scalars once, lists repeated or indexed, maps by sub-key."""
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    message: dict[str, Any] = {}
    for name, param in api.params.items():
        if param.kind in LISTS:
            pattern = re.compile(re.escape(name) + r"\.(\d{1,6})")
            indexed = sorted((int(match[1]), match[0]) for match in map(pattern.fullmatch, values) if match)
            found = values.get(name, []) + [v for _index, key in indexed for v in values[key]]
            if found:
                message[name] = found
        elif param.kind == "Map":
            found = {key[len(name) + 1 :]: v[0] for key, v in values.items() if key.startswith(name + ".")}
            if found:
                message[name] = found
        elif name in values:
            if len(values[name]) > 1:
                raise ShellError(400, f"parameter [{name}] is given more than once")
            value = values[name][0]
            if param.kind in BOOLEANS:
                message[name] = value.lower() == "true"
            elif param.kind in INTEGERS | FLOATS:
                if not re.fullmatch(
                    r"[+-]?\d{1,30}" if param.kind in INTEGERS else r"[+-]?\d{1,30}(\.\d{1,30})?", value
                ):
                    raise ShellError(400, f"[{name}] must be a number")
                message[name] = _coerce(param, float(value) if param.kind in FLOATS else int(value), profile)
            else:
                message[name] = value
    return message


def check(api: Api, message: dict[str, Any]) -> None:
    """Trims strings, fills defaults, and raises SYS.1007 for the first field that is wrong."""
    for name, param in api.params.items():
        value = message.get(name)
        if isinstance(value, str):
            message[name] = value = value.strip()
        if value is None:
            if param.default is not None:
                message[name] = value = param.default
            elif param.required:
                raise invalid(f"field[{name}] of message[{api.name}] is mandatory, can not be null")
            else:
                continue
        _check_value(api, param, value)
    uuid = message.get("resourceUuid")
    if uuid is not None and not RESOURCE_UUID.fullmatch(uuid):
        raise invalid(f"field[resourceUuid] of message[{api.name}] is not a valid uuid: {uuid}")


def _check_value(api: Api, param: Param, value: Any) -> None:
    where = f"field[{param.name}] of message[{api.name}]"
    if isinstance(value, str):
        if not value and not param.empty_string:
            raise invalid(f"{where} cannot be an empty string")
        if param.max is not None and len(value) > param.max:
            raise invalid(f"{where} exceeds its max length {param.max}, its length is {len(value)}")
        if param.min is not None and len(value) < param.min:
            raise invalid(f"{where} is shorter than its min length {param.min}")
        if param.regex and not param.regex.fullmatch(value):
            raise invalid(f"{where} does not match {param.regex.pattern}")
    if isinstance(value, (list, dict)) and not value and param.nonempty:
        raise invalid(f"{where} cannot be empty")
    if param.values:
        for item in value if isinstance(value, list) else [value]:
            if str(item) not in param.values:
                raise invalid(f"{where} must be one of {list(param.values)}, but {item} given")
    if param.range and not isinstance(value, bool):
        low, high = param.range
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, (int, float)) and not low <= item <= high:
                raise invalid(f"{where} must be in the range [{low}, {high}], but {item} given")
