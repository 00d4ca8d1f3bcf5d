# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one generation of the node offers, and which API a path and a body mean."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROFILES = ("2.3.1", "5.2")
DEFAULT_TIMEOUT = 1800

# Queries that cannot be narrowed by a uuid in the path: that path is another API's alone, or rows have no uuid.
NO_UUID_PATH = {"QueryPrimaryStorage", "QueryTag"}


@dataclass(frozen=True)
class Param:
    """One parameter's facts; `kind` is the type name of the node's own API class."""

    name: str
    kind: str = "String"
    required: bool = False
    max: int | None = None
    min: int | None = None
    range: tuple[int, int] | None = None
    values: tuple[str, ...] | None = None
    regex: re.Pattern | None = None
    nonempty: bool = False
    empty_string: bool = True
    default: Any = None
    objects: bool = False  # a list of objects, not of strings

    @classmethod
    def load(cls, name: str, facts: dict[str, Any]) -> Param:
        return cls(
            name,
            facts["type"],
            facts.get("required", False),
            facts.get("max"),
            facts.get("min"),
            tuple(facts["range"]) if "range" in facts else None,
            tuple(facts["values"]) if "values" in facts else None,
            re.compile(facts["regex"]) if "regex" in facts else None,
            facts.get("nonempty", False),
            facts.get("emptyString", True),
            facts.get("default"),
            facts.get("objects", False),
        )


@dataclass(frozen=True)
class Api:
    """One API of a generation. `timeout` is the seconds a job of it may take on the real node."""

    name: str
    method: str
    path: str
    key: str
    is_async: bool
    needs_session: bool
    timeout: int
    params: dict[str, Param] = field(hash=False, compare=False)

    @property
    def is_query(self) -> bool:
        return self.name.startswith("Query") and self.method == "GET"

    @classmethod
    def load(cls, facts: dict[str, Any]) -> Api:
        params = {name: Param.load(name, param) for name, param in facts["params"].items()}
        return cls(
            facts["name"],
            facts["method"],
            facts["path"],
            facts.get("key", ""),
            facts["async"],
            facts["session"],
            facts.get("timeout", DEFAULT_TIMEOUT),
            params,
        )


@dataclass(frozen=True)
class Route:
    """An API at one of its paths, with the names of the path's variables in order."""

    api: Api
    variables: tuple[str, ...]


class Catalog:
    """All APIs of a profile, found by name or by path."""

    def __init__(self, profile: str) -> None:
        facts = json.loads((Path(__file__).parent / "data" / f"{profile}.json").read_text("utf-8"))
        self.profile = profile
        self.apis = {api.name: api for api in map(Api.load, facts)}
        self._exact: dict[str, list[Route]] = defaultdict(list)
        self._templates: dict[int, dict[tuple[str | None, ...], list[Route]]] = defaultdict(lambda: defaultdict(list))
        for api in self.apis.values():
            self._add(api, api.path)
            if api.is_query and "Ref" not in api.name and api.name not in NO_UUID_PATH:
                self._add(api, api.path + "/{uuid}")

    def _add(self, api: Api, path: str) -> None:
        variables = tuple(re.findall(r"{(\w+)}", path))
        if not variables:
            self._exact[path].append(Route(api, ()))
            return
        key = tuple(None if part.startswith("{") else part for part in path.split("/")[1:])
        routes = self._templates[len(key)][key]
        # A query's uuid path never hides an API that is declared there with the same verb.
        if not (path != api.path and any(route.api.method == "GET" for route in routes)):
            routes.append(Route(api, variables))

    def find(self, path: str) -> tuple[list[Route], tuple[str, ...]]:
        """All APIs at a decoded path (below /v1) and the values of its variables; no API: an empty list."""
        if path in self._exact:
            return self._exact[path], ()
        parts = tuple(path.split("/")[1:])
        best: tuple[str | None, ...] | None = None
        for key in self._templates.get(len(parts), ()):
            fits = all(want == have or (want is None and have) for want, have in zip(key, parts, strict=True))
            # Several templates may fit; the one with the earliest literal segments is the most specific.
            if fits and (best is None or [part is None for part in key] < [part is None for part in best]):
                best = key
        if best is None:
            return [], ()
        values = tuple(have for want, have in zip(best, parts, strict=True) if want is None)
        return self._templates[len(parts)][best], values
