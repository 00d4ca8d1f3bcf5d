# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rows an information module gives, and in what form."""

from __future__ import annotations

import difflib
from contextlib import contextmanager

from ansible.module_utils.basic import missing_required_lib

from .._client.errors import ApiError, ConditionError
from .._client.queries import exactly, parse_condition, where
from .._engine.errors import Refused
from .._resources.words import camel, snake

try:
    import jmespath
except ImportError:
    jmespath = None

#: The options by which info modules select and shape rows.
SELECTION = {
    "filters": {"type": "list", "elements": "str", "default": []},
    "fields": {"type": "list", "elements": "str"},
    "sort": {"type": "str"},
    "limit": {"type": "int"},
    "query": {"type": "str"},
}


def select(client, api, equal, params, exact=(), known=(), start=None):
    """The rows that the task's ``filters`` leave, in the order of names unless it gives ``sort``.

    With its ``fields`` only these, null where the node has none. ``equal`` and ``exact`` are (field, value) pairs; the
    latter are texts, whose case the node ignores. ``known`` are the fields that there are, for advice.
    """
    for option, value in (("limit", params["limit"]), ("start", start)):
        if value is not None and value < 0:
            raise Refused(f"{option} is {value}, it must not be negative")
    fields = [_spelt(name.strip(), known) for name in params["fields"]] if params["fields"] else None
    sort = _sort(params["sort"], known) if params["sort"] else None
    named = "name" in known
    by_name = not sort and not start and params["limit"] is None
    needed = [field for field, _value in exact] + (["name"] if by_name and named else [])
    asked = fields and list(dict.fromkeys(fields + needed))
    if not sort and not by_name and named:
        sort = "name"
    conditions = [exactly(*pair) for pair in exact]
    conditions += [where(field, "?=" if isinstance(value, list) else "=", value) for field, value in equal]
    written = conditions_of(params, known)
    with advice([c.field for c in written] + (fields or []) + [sort or ""], known):
        found = client.query(api, conditions + written, fields=asked, sort=sort, limit=params["limit"], start=start)
    found = [row for row in found if all(row.get(field) == value for field, value in exact)]
    if by_name and named:
        found.sort(key=lambda row: (str(row.get("name") or ""), str(row.get("uuid") or "")))
    return [{field: row.get(field) for field in fields} for row in found] if fields else found


def count(client, api, params, known=()):
    """How many rows the task's ``filters`` leave."""
    written = conditions_of(params, known)
    with advice([c.field for c in written], known):
        return client.count(api, written)


def _sort(sort, known):
    sign, name = (sort[0], sort[1:]) if sort[:1] in "+-" else ("", sort)
    return sign + _spelt(name.strip(), known)


def _spelt(name, known):
    """A field as the node spells it, which snake_case does not always tell: ``AccessKeyID``, ``CPULimit``."""
    return {snake(field): field for field in known}.get(name, camel(name))


@contextmanager
def advice(named, known):
    """Add to the node's complaint about a query which fields may be meant."""
    try:
        yield
    except ApiError as error:
        hints = []
        related = [name[: -len("Uuid")] for name in known if name.endswith("Uuid")]
        for name in named if known else ():
            field, dot, _rest = name.lstrip("+-").partition(".")
            there = related if dot else known
            if field and not field.startswith("__") and field not in there:
                near = [snake(name) for name in difflib.get_close_matches(field, there, n=2)]
                meant = f", did you mean {' or '.join(near)}?" if near else ""
                # Of what is related not all has its uuid among the fields: what is like none of it may be there.
                if near or not dot:
                    hints.append(f"there is no field {snake(field)!r}{meant}")
        if not hints:
            # Not "from error": a failure that is its own cause sends Ansible round in circles for ever.
            raise
        raise Refused(f"{error.message} ({'; '.join(hints)})", **error.facts) from error


def answer(key, found, params):
    """The result of an info module: the rows under ``key``, and what the JMESPath ``query`` makes of them."""
    result = {"changed": False, key: found}
    if params["query"]:
        result["result"] = project(params["query"], found)
    return result


def project(expression, found):
    if jmespath is None:
        raise Refused(missing_required_lib("jmespath"))
    try:
        return jmespath.search(expression, found)
    except jmespath.exceptions.JMESPathError as error:
        raise Refused(
            f"query: {expression!r} is not a JMESPath expression that works on these rows: {error}"
        ) from error


def conditions_of(params, known=()):
    """The conditions as the user writes them; field names may be given in snake_case as the results have them."""
    conditions = []
    for text in params["filters"]:
        try:
            condition = parse_condition(text)
        except ConditionError as error:
            raise Refused(f"filters: {error.message}") from error
        conditions.append(
            condition._replace(field=".".join(_spelt(part, known) for part in condition.field.split(".")))
        )
    return conditions
