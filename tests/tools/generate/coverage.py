# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``docs/coverage.md``: each API of the hardware manual with the modules that declare it, and their scenarios.

That the scenarios really call them is for ``tests/scenarios`` to find out.
"""

from __future__ import annotations

import json

from .declarations import GENERATIONS, Api, Related, Resource, walk
from .house import PACKAGE, ROOT, import_module

PAGE = ROOT / "docs" / "coverage.md"
SCENARIOS = ROOT / "tests" / "scenarios"
CHAPTERS = ROOT / "roles" / "simulator" / "files" / "zstack_simulator" / "data" / "manual.json"
APIS = import_module(f"{PACKAGE}.module_utils._api.catalog").APIS

HEAD = """\
# Coverage

Which modules use which API of ZStack's hardware manual, which scenario in `tests/scenarios` tries them, and which
generations have the API. `zstack_api` calls any of them by name, `zstack_query_info` any query; both are left out here.
`make generate` writes this page from the declarations. The tests fail for an API without a module, and for one that no
scenario called with success in every generation that has it.
"""


def chapters():
    """{chapter: names of its APIs} of the hardware manual."""
    return json.loads(CHAPTERS.read_text(encoding="utf-8"))


def generations(api):
    """The generations that have the API."""
    return [generation for generation in GENERATIONS if APIS[api].only in (None, generation)]


def used_by(module):
    """Names of the APIs that the module is about: those it declares, less lookups of what it refers to."""
    own = {declared.query for declared in module.declared if getattr(declared, "query", None)}
    own |= {word.query for word in getattr(module.task, "gather", ()) if isinstance(word, Related)}
    # Scopes may go through another query, (query, its field).
    scopes = getattr(module.task, "scopes", {}).values()
    own |= {query for _resource, _field, *through in scopes for query, _its in through}
    # An info module reads the rows of its resource, and does nothing else that the resource declares.
    inside = (module.task, *(d for d in module.declared if module.kind != "info" or not isinstance(d, Resource)))
    apis = set(own)
    for item in walk(module.task, lambda item: item in inside or not isinstance(item, (Resource, Api))):
        if isinstance(item, Api) and (not module.declared or not item.name.startswith("Query")):
            apis.add(item)
    return {api.name for api in apis}


def users(modules):
    """{API: names of the modules that are about it}."""
    found = {}
    for name, module in modules.items():
        for api in used_by(module):
            found.setdefault(api, []).append(name)
    return found


def files(modules):
    found, told = users(modules), chapters()
    apis = [api for names in told.values() for api in names]
    have = " and ".join(f"{sum(g in generations(api) for api in apis)} are in ZStack {g}" for g in GENERATIONS)
    lines = [HEAD, f"Of {len(apis)} APIs, {have}; {sum(api in found for api in apis)} have a module.", ""]
    for title, names in told.items():
        lines += [f"## {title}", "", f"| API | {' | '.join(GENERATIONS)} | modules | scenarios |"]
        lines.append(f"|---|{'---|' * len(GENERATIONS)}---|---|")
        for api in names:
            row = [api, *("yes" if generation in generations(api) else "-" for generation in GENERATIONS)]
            row.append(", ".join(found.get(api, ())) or "-")
            row.append(", ".join(n for n in found.get(api, ()) if (SCENARIOS / f"{n}.yml").exists()) or "-")
            lines.append(f"| {' | '.join(row)} |")
        lines.append("")
    return {PAGE: "\n".join(lines)}
