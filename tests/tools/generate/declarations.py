# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walking declarations without knowing their words."""

from __future__ import annotations

from .house import PACKAGE, import_module

Api = import_module(f"{PACKAGE}.module_utils._api.declaration").Api
GENERATIONS = import_module(f"{PACKAGE}.module_utils._api.declaration").GENERATIONS
Resource = import_module(f"{PACKAGE}.module_utils._resources.resource").Resource
snake = import_module(f"{PACKAGE}.module_utils._resources.words").snake


def walk(value, into=lambda item: True, seen=None):
    """Everything that ``value`` is made of, itself first, each once; ``into(item)`` says whether to go on inside."""
    seen = {} if seen is None else seen
    if id(value) in seen:
        return
    seen[id(value)] = value  # the reference keeps the id from being used again
    yield value
    if isinstance(value, (str, bytes, int, float, type(None), type)) or callable(value) or not into(value):
        return
    if isinstance(value, dict):
        parts = [*value.keys(), *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        parts = value
    else:
        parts = list(getattr(value, "__dict__", {}).values())
    for part in parts:
        yield from walk(part, into, seen)


def words(resource):
    """What a resource is declared with; resources that it refers to are told, and not looked into."""
    return walk(resource, lambda item: item is resource or not isinstance(item, (Resource, Api)))


def named(resource, name):
    """The words of the class ``name``."""
    return [word for word in words(resource) if type(word).__name__ == name]
