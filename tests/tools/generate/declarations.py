# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walking declarations without knowing their words."""

from __future__ import annotations

from types import FunctionType, ModuleType

from .house import PACKAGE, import_module

_words = import_module(f"{PACKAGE}.module_utils._resources.words")
Action, Listing, Member, Related = _words.Action, _words.Listing, _words.Member, _words.Related
snake = _words.snake
Api = import_module(f"{PACKAGE}.module_utils._api.declaration").Api
read = import_module(f"{PACKAGE}.module_utils._engine.values").read
GENERATIONS = import_module(f"{PACKAGE}.module_utils._api.declaration").GENERATIONS
Resource = import_module(f"{PACKAGE}.module_utils._resources.resource").Resource


def walk(value, into=lambda item: True, seen=None):
    """Everything that ``value`` is made of, itself first, each once; ``into(item)`` says whether to go on inside."""
    seen = {} if seen is None else seen
    if id(value) in seen:
        return
    seen[id(value)] = value  # the reference keeps the id from being used again
    yield value
    if isinstance(value, (str, bytes, int, float, type(None), type)) or not into(value):
        return
    if isinstance(value, FunctionType):
        parts = _apis_in(value.__code__, value.__globals__)
    elif isinstance(value, dict):
        parts = [*value.keys(), *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        parts = value
    else:
        parts = list(getattr(value, "__dict__", {}).values())
    for part in parts:
        yield from walk(part, into, seen)


def _apis_in(code, names):
    """The APIs that a function names, itself or by a module that holds them."""
    found = [names.get(name) for name in code.co_names]
    found += [vars(m).get(name) for m in found if isinstance(m, ModuleType) for name in code.co_names]
    inner = [api for part in code.co_consts if hasattr(part, "co_names") for api in _apis_in(part, names)]
    return [item for item in found if isinstance(item, Api)] + inner


def words(resource):
    """What a resource is declared with; resources that it refers to are told, and not looked into."""
    return walk(resource, lambda item: item is resource or not isinstance(item, (Resource, Api)))


def named(resource, name):
    """The words of the class ``name``."""
    return [word for word in words(resource) if type(word).__name__ == name]
