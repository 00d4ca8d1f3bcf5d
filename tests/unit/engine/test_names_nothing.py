# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine names no resource, no field, no parameter and no status: what it knows of them stands in declarations."""

from __future__ import annotations

import ast
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils import _api, _engine, _resources
from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import GENERATIONS, Api
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Event

#: Words of the engine's own that some API or inventory happens to have too.
OWN = {
    "uuid": "what every object is told by",
    "name": "what an object is called, in messages and wherever users refer to it",
    "state": "the option that all state modules have",
    "force": "the option of a forced deletion",
    "type": "argument specs",
    "fields": "paging of the client's queries",
    "sort": "paging of the client's queries",
    "limit": "paging of the client's queries",
    "password": "what Ansible takes for a secret in an option's name",
}
#: Of those, what the engine reads in a row.
READ = {"uuid", "name"}
ROWS = {"row", "rows", "inventory", "other", "held", "holder", "part", "item", "job"}
#: What of _api is the mechanics of all declarations.
MECHANICS = {"declaration", "secrets"}


def _all(package, kind):
    for module in pkgutil.iter_modules(package.__path__):
        for value in vars(import_module(f"{package.__name__}.{module.name}")).values():
            if isinstance(value, kind):
                yield value


@pytest.fixture(scope="module")
def declared():
    """(words that declarations use: where, what resources are called)."""
    words, titles = {}, set()
    for api in _all(_api, Api):
        words[api.name] = "API"
        for p in api.params:
            words.update(dict.fromkeys((p.name, *(c for c in p.choices if isinstance(c, str))), f"in {api.name}"))
    for resource in _all(_resources, Resource):
        titles |= {resource.title, resource.titles, resource.kind}
        for generation in GENERATIONS:
            words.update(dict.fromkeys(resource.inventory_of(generation), f"in the inventory of {resource.name}"))
        for event in resource.of(Event):
            words.setdefault(event.value, f"state of {resource.name}")
            for condition in (event.shows, event.needs, event.through, event.leaving, event.settles):
                for values in condition.values():
                    words.update(dict.fromkeys(filter(None, values), f"shown by {resource.name}"))
    assert len(words) > 300 and len(titles) > 30
    return words, titles


def _sources():
    for path in sorted(Path(_engine.__path__[0]).rglob("*.py")):
        yield path.name, ast.parse(path.read_text(encoding="utf-8"))


def _texts(tree):
    """The texts in the code, without those that only explain it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value.value = None
    return [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_no_text_is_a_word_of_a_declaration(declared):
    words, _titles = declared
    found = [
        f"{name}:{node.lineno}: {node.value!r} ({words[node.value]})"
        for name, tree in _sources()
        for node in _texts(tree)
        if node.value in words and node.value not in OWN
    ]
    assert found == []


def test_no_message_names_a_resource(declared):
    _words, titles = declared
    named = re.compile(rf"\b({'|'.join(map(re.escape, sorted(titles)))})\b", re.IGNORECASE)
    found = [
        f"{name}:{n.lineno}: {n.value!r}" for name, tree in _sources() for n in _texts(tree) if named.search(n.value)
    ]
    assert found == []


def test_no_row_is_read_by_a_word_of_the_engines_own():
    found = []
    for name, tree in _sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
                read, key = node.func.value, node.args[0]
            elif isinstance(node, ast.Subscript):
                read, key = node.value, node.slice
            else:
                continue
            of_row = ast.unparse(read).rpartition(".")[2].partition("[")[0] in ROWS
            if of_row and isinstance(key, ast.Constant) and key.value in OWN.keys() - READ:
                found.append(f"{name}:{node.lineno}: {ast.unparse(node)}")
    assert found == []


def test_it_knows_no_api():
    found = []
    for name, tree in _sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "_api":
                module = node.module.partition(".")[2]
                found += [f"{name}: {module}"] if module not in MECHANICS else []
    assert found == []
