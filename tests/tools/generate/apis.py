# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``docs/apis.md``: every API of both generations with its parameters, every query with the fields of its rows."""

from __future__ import annotations

import re

from .declarations import GENERATIONS
from .house import PACKAGE, ROOT, import_module

PAGE = ROOT / "docs" / "apis.md"
catalog = import_module(f"{PACKAGE}.module_utils._api.catalog")

_RESULT = re.compile(r"(\w+)(!?)(?:@(\S+))?")

HEAD = """\
# All APIs

`zstack_api` calls any API of this page by its name, `zstack_query_info` queries any resource of it. What is said here
is also what they check before they send anything. `make generate` writes this page from the collection's catalogue of
ZStack 2.3.1 and 5.2.

Parameters in **bold** are required. Behind a parameter stands what it takes where that is not any text, `secret` where
it belongs under `secret_params`, and a generation where only that one has it so; behind an API a generation where the
other lacks it, and behind a result `?` where a reply may lack it. `systemTags` and `userTags`, both lists, are taken
beside the parameters of every POST and PUT.
"""
QUERIES = """\
## Queries

The fields of a row are spelt here as ZStack does; modules show and take them in snake_case. Conditions may also go
through resources that belong to a row, as in `zone.name=lab`. `zstack_api` passes `q` (a list of conditions), `sort`,
`fields`, `limit` and `start` to a query and, without `limit`, reads all its rows.

| resource | path | fields |
|---|---|---|
"""


def files():
    apis = [catalog.api_named(name) for name in catalog.names()]
    queries = [api for api in apis if api.name.startswith("Query") and api.method == "GET"]
    lines, subjects = [HEAD], {}
    for api in apis:
        if api not in queries:
            subjects.setdefault(api.path.split("/")[1], []).append(api)
    for subject in sorted(subjects, key=str.lower):
        lines += [f"## {subject}", "", "| API | call | parameters | result |", "|---|---|---|---|"]
        lines += [_row(api) for api in subjects[subject]] + [""]
    lines += [QUERIES + "\n".join(map(_query, queries))]
    return {PAGE: "\n".join(lines) + "\n"}


def _row(api):
    calls = {api.route(generation) for generation in GENERATIONS if api.only in (None, generation)}
    call = " ".join(api.route(api.only or GENERATIONS[-1]))
    if len(calls) > 1:
        call += f"; {GENERATIONS[0]}: " + " ".join(api.route(GENERATIONS[0]))
    parameters = ", ".join(map(_parameter, api.params)).replace("|", "\\|")
    return f"| {_named(api.name, api)} | {call} | {parameters} | {', '.join(_results(api))} |"


def _parameter(p):
    said = [{"String": "", "bool": "true or false", "map": "dictionary", "int": "integer"}.get(p.type, p.type)]
    said[0] = "{} to {}".format(*p.range) if p.range else ", ".join(p.choices) if p.choices else said[0]
    said += ["secret" if p.secret else "", p.only]
    said = "; ".join(filter(None, said))
    return (f"**{p.name}**" if p.required else p.name) + (f" ({said})" if said else "")


def _results(api):
    """The keys of its result: of a registered API all, of a declared one those that a reply must have."""
    if api.name not in catalog.APIS:
        return [_result(*_RESULT.fullmatch(text).groups()) for text in catalog.entry_of(api.name)[2].split()]
    returns = {generation: api.returns(generation) for generation in GENERATIONS if api.only in (None, generation)}
    return [
        key + ("" if all(key in keys for keys in returns.values()) else f" ({generation})")
        for generation, keys in returns.items()
        for key in keys
        if generation == next(reversed(returns)) or key not in returns[next(reversed(returns))]
    ]


def _result(name, sure, only):
    return name + ("" if sure else "?") + (f" ({only})" if only else "")


def _query(api):
    fields = {generation: catalog.fields_of(api, generation) for generation in GENERATIONS}
    said = [
        name + ("" if api.only or all(name in of for of in fields.values()) else f" ({generation})")
        for generation in reversed(GENERATIONS)
        for name in fields[generation]
        if generation == GENERATIONS[-1] or name not in fields[GENERATIONS[-1]]
    ]
    path = api.route(api.only or GENERATIONS[-1])[1]
    if api.moved:
        path += f"; {GENERATIONS[0]}: " + api.route(GENERATIONS[0])[1]
    return f"| {_named(api.name[len('Query') :], api)} | {path} | {', '.join(said)} |"


def _named(name, api):
    return f"`{name}`" + (f" ({api.only})" if api.only else "")
