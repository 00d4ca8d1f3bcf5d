# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ansible's Constructable without the template engine where an expression only names a variable. PRIVATE.

Most of what ``compose`` and ``keyed_groups`` hold is a variable's name or a dotted path, and a run of the template
engine for each host and expression is nearly all that a large inventory costs. Two things avoid it:

- Such a path is followed in Python, wherever it is certain that the engine would come to the same value. Everything
  else is Constructable's as ever: real expressions, values that hold templates, attributes that are methods, names
  that only the engine knows.
- The groups of a keyed group depend on nothing but the value of its key. Constructable makes them for the first host
  that has the value, and other hosts with the same value join the same groups.
"""

from __future__ import annotations

import math
import re
from contextlib import suppress
from functools import cache

from ansible import constants as C
from ansible.errors import AnsibleUndefinedVariable
from ansible.plugins.inventory import Constructable
from ansible.utils.vars import combine_vars

try:
    from ansible.template import is_trusted_as_template
except ImportError:  # ansible-core before 2.19, which templates every string that is not marked as unsafe
    is_trusted_as_template = None

_PATH = re.compile(r"\s*([A-Za-z_]\w*(?:\.(?:[A-Za-z]\w*|0|[1-9][0-9]*))*)\s*", re.ASCII)
#: First names that Jinja2 does not look up among the variables.
_RESERVED = {"true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if", "else", "self"}
#: What Ansible itself says of a host, whatever its variables are.
_MAGIC = {"inventory_hostname", "inventory_hostname_short", "group_names"}


class Unsure(Exception):
    """Only the template engine can tell the value."""


class Absent(Exception):
    """The engine would find the value undefined."""


class Composer(Constructable):
    """Stands before the other base classes of an inventory plugin, in Constructable's place: same methods and results.

    ``_prepare()`` is called once the configuration has been read.
    """

    def _prepare(self):
        self._strict = self.get_option("strict")
        self._extra = (self._vars or {}) if self.get_option("use_extra_vars") else {}
        sanitize = type(self)._sanitize_group_name
        once = cache(sanitize)
        self._sanitize_group_name = lambda name: once(name) if isinstance(name, str) else sanitize(name)
        self._undefined = set()  # first names that are neither a variable nor the engine's own
        self._joined = {}  # id of an entry of keyed_groups -> (the entry, {value of the key: groups to join})

    def _compose(self, template, variables, *args, **kwargs):
        path = parse(template)
        # Constructable renders the parent of a keyed group with the variables that its key was composed with.
        self.templar.available_variables = combine_vars(variables, self._extra) if self._extra else variables
        try:
            return self._value(path, variables)
        except Absent:
            # The engine says the same at length, which only a strict inventory shows.
            if not self._strict:
                raise AnsibleUndefinedVariable(f"{template} is undefined") from None
        except Unsure:
            pass
        try:
            return super()._compose(template, variables, *args, **kwargs)
        except AnsibleUndefinedVariable:
            if path and path[0] not in variables:
                self._undefined.add(path[0])
            raise

    def _value(self, path, variables):
        if not path or path[0] in self._extra:
            raise Unsure
        if path[0] in variables:
            return follow(variables[path[0]], path[1:])
        raise Absent if path[0] in self._undefined else Unsure

    def _add_host_to_keyed_groups(self, keys, variables, host, strict=False, fetch_hostvars=True):
        if not (isinstance(keys, list) and fetch_hostvars):
            return super()._add_host_to_keyed_groups(keys, variables, host, strict, fetch_hostvars)
        for keyed in keys:
            if not (keyed and isinstance(keyed, dict)) or looks_like_template(str(keyed.get("parent_group"))):
                super()._add_host_to_keyed_groups([keyed], variables, host, strict)
                continue
            try:
                value = self._key(keyed.get("key"), variables, host)
            except Exception:
                if strict:
                    super()._add_host_to_keyed_groups([keyed], variables, host, strict)
                continue
            joined = self._joined.setdefault(id(keyed), (keyed, {}))[1]
            case = value if value is None or isinstance(value, str) else (type(value), repr(value))
            if case in joined:
                for group in joined[case]:
                    self.inventory.add_host(host, group)
            else:
                joined[case] = self._groups_made(keyed, value, host, strict)

    def _key(self, expression, variables, host):
        """The value of a key, on which alone the groups depend."""
        path, host = parse(expression), self.inventory.get_host(host)
        if (
            path
            and path[0] in host.vars
            and path[0] not in _MAGIC
            and not (variables and C.DEFAULT_HASH_BEHAVIOUR == "merge")
        ):
            with suppress(Absent, Unsure):
                return self._value(path, host.vars)
        return self._compose(expression, combine_vars(variables, host.get_vars()))

    def _groups_made(self, keyed, value, host, strict):
        """Let Constructable make the groups for a value of the key; the names of those that the host has joined."""
        inventory, self.inventory = self.inventory, _Witness(self.inventory)
        self._compose = lambda *args: value
        try:
            super()._add_host_to_keyed_groups([keyed], {}, host, strict)
            return self.inventory.joined
        finally:
            self.inventory = inventory
            del self._compose


class _Witness:
    """An inventory that remembers which groups hosts are added to."""

    def __init__(self, inventory):
        self._inventory = inventory
        self.joined = []

    def __getattr__(self, name):
        return getattr(self._inventory, name)

    def add_host(self, host, group=None, port=None):
        self.joined.append(group)
        return self._inventory.add_host(host, group, port)


@cache
def parse(expression):
    """``a.b.0`` as ("a", "b", 0); None for everything that is not the name of a variable or a dotted path."""
    found = _PATH.fullmatch(expression) if isinstance(expression, str) else None
    path = tuple(int(step) if step.isdigit() else step for step in found[1].split(".")) if found else None
    return path if path and path[0] not in _RESERVED else None


def _follow_lazily(value, steps):
    """Where the steps lead from a value, as the engine of ansible-core 2.19 and later has it."""
    for step in steps:
        value = _next(value, step)
    return copied(value)


def _follow_eagerly(value, steps):
    """The same before 2.19: the whole variable is templated first, and the outcome read as a Python literal."""
    if C.DEFAULT_JINJA2_NATIVE or not C.DEFAULT_UNDEFINED_VAR_BEHAVIOR:
        raise Unsure
    value = copied(value)
    for step in steps:
        value = _next(value, step)
    if isinstance(value, str):
        if value.startswith(("{", "[")) or value in ("True", "False"):
            raise Unsure
    elif value is None or (steps and not isinstance(value, (list, dict))):
        raise Unsure
    return value


follow = _follow_lazily if is_trusted_as_template else _follow_eagerly


def _next(value, step):
    if isinstance(step, int):
        if not isinstance(value, list):
            raise Unsure
        if step >= len(value):
            raise Absent
        return value[step]
    # Attributes come first: {{ tags.items }} is a method whatever the keys are.
    if hasattr(value, step):
        raise Unsure
    if isinstance(value, dict):
        if step in value:
            return value[step]
    elif not isinstance(value, list):
        copied(value)
    raise Absent


def copied(value):
    """A copy of plain data that the engine would leave as it is."""
    if isinstance(value, str):
        if looks_like_template(value):
            inert = not is_trusted_as_template(value) if is_trusted_as_template else hasattr(value, "__UNSAFE__")
            if not inert:
                raise Unsure
        return value
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, dict):
        return {copied(k): copied(v) for k, v in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    raise Unsure


def looks_like_template(text):
    """Whether the engine would do anything with a text that may be a template; the header can change the brackets."""
    return "{" in text or text.startswith("#jinja2:")
