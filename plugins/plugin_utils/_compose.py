"""Ansible's Constructable without the template engine where an expression only names a variable. PRIVATE.

Most of what ``compose`` and ``keyed_groups`` hold is a variable's name or a dotted path, and a run of the template
engine for each host and expression is nearly all that a large inventory costs. Two things avoid it:

- Such a path is followed in Python, wherever it is certain that the engine would come to the same value. Everything
  else is Constructable's as ever: real expressions, values that hold templates, attributes that are methods, names
  that only the engine knows.
- The groups of a keyed group depend on nothing but the value of its key. Constructable makes them for the first host
  that has the value, and other hosts with the same value join the same groups.

Of Constructable nothing is overridden. The four helpers that it has for plugins are called, as every inventory plugin
does; their names begin with an underscore, but Ansible has no others, and its guide for developers names them.
"""

from __future__ import annotations

import math
import re
from functools import cache

from ansible import constants as C
from ansible.errors import AnsibleUndefinedVariable
from ansible.plugins.inventory import Constructable

try:
    from ansible.template import is_trusted_as_template
except ImportError:  # ansible-core before 2.19, which templates every string that is not marked as unsafe
    is_trusted_as_template = None

_PATH = re.compile(r"\s*([A-Za-z_]\w*(?:\.(?:[A-Za-z]\w*|0|[1-9][0-9]*))*)\s*", re.ASCII)
#: First names that Jinja2 does not look up among the variables.
_RESERVED = {"true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if", "else", "self"}
#: What Ansible itself says of a host, whatever its variables are.
_MAGIC = {"inventory_hostname", "inventory_hostname_short", "group_names"}
#: What following a path gives beside values: the engine would find it undefined; only the engine can tell.
_ABSENT, _UNSURE = object(), object()
#: How Constructable begins to say that a key is empty. Only where strict it is an error, without a class of its own.
_EMPTY_KEY = "No key or key resulted empty"


class Unsure(Exception):
    """Only the template engine can tell the value."""


class Absent(Exception):
    """The engine would find the value undefined."""


class Composer(Constructable):
    """Variables and groups of hosts by expressions, with Constructable's results.

    ``_prepare()`` is called once the configuration has been read. What fails for a host ends the inventory where the
    option ``strict`` is set, and is told to ``_fails(what, host name, error)`` otherwise.
    """

    def _prepare(self):
        self._strict = self.get_option("strict")
        self._extra = (self._vars or {}) if self.get_option("use_extra_vars") else {}
        self._undefined = set()  # first names that are neither a variable nor the engine's own
        self._keyed = [_Keyed(entry) for entry in self.get_option("keyed_groups")]

    def _fails(self, what, host, error):
        raise NotImplementedError

    def evaluate(self, expression, variables):
        """The value of an expression over these variables; raises what the engine raises."""
        path = parse(expression)
        value = self._follow(path, variables)
        if value is _ABSENT:
            raise AnsibleUndefinedVariable(f"{expression} is undefined")
        if value is not _UNSURE:
            return value
        try:
            return self._compose(expression, variables)
        except Exception as error:
            self._learn(path, variables, error)
            raise

    def compose_variables(self, compose, host):
        """Set the variables {name: expression}; all are composed of what the host has before."""
        variables = host.get_vars() if compose else {}
        for name, expression in compose.items():
            path = parse(expression)
            value = self._follow(path, variables)
            if value is _ABSENT:
                self._fails(f"no value of {expression}", host.name, AnsibleUndefinedVariable("it is undefined"))
            elif value is not _UNSURE:
                self.inventory.set_variable(host.name, name, value)
            else:
                try:
                    self._set_composite_vars({name: expression}, variables, host.name, True)
                except Exception as error:
                    self._tell(f"no value of {expression}", host, error, path, variables)

    def join_groups(self, groups, host):
        """Add the host to those of the groups {name: condition} whose condition holds."""
        variables = host.get_vars() if groups else {}
        for group, condition in groups.items():
            try:
                self._add_host_to_composed_groups({group: condition}, variables, host.name, True, False)
            except Exception as error:
                self._tell(f"groups: no group by {condition}", host, error)

    def join_keyed_groups(self, host):
        """Add the host to the groups that the keyed groups make of its variables."""
        for keyed in self._keyed:
            own = not keyed.path or (keyed.path[0] in host.vars and keyed.path[0] not in _MAGIC)
            variables = host.vars if own else host.get_vars()
            value = self._follow(keyed.path, variables)
            if value is _ABSENT:
                self._fails(keyed.failure, host.name, AnsibleUndefinedVariable("it is undefined"))
                continue
            try:
                if value is _UNSURE:
                    # Strict, since nothing is heard otherwise of a key that fails.
                    self._add_host_to_keyed_groups([keyed.entry], {}, host.name, True)
                else:
                    self._join_by_value(keyed, value, host)
            except Exception as error:
                if self._strict or not str(error).startswith(_EMPTY_KEY):
                    self._tell(keyed.failure, host, error, keyed.path, variables)

    def _join_by_value(self, keyed, value, host):
        case = value if value is None or isinstance(value, str) else (type(value), repr(value))
        if case in keyed.groups:
            for group in keyed.groups[case]:
                self.inventory.add_host(host.name, group)
            return
        inventory, self.inventory = self.inventory, _Witness(self.inventory)
        try:
            self._add_host_to_keyed_groups([keyed.entry], {}, host.name, self._strict)
            keyed.groups[case] = self.inventory.joined
        finally:
            self.inventory = inventory

    def _follow(self, path, variables):
        """The value that a path leads to, _ABSENT or _UNSURE."""
        try:
            if path and path[0] not in self._extra:
                if path[0] in variables:
                    return follow(variables[path[0]], path[1:])
                if path[0] in self._undefined:
                    raise Absent
        except Absent:
            # The engine says the same at length, which only a strict inventory shows.
            if not self._strict:
                return _ABSENT
        except Unsure:
            pass
        return _UNSURE

    def _tell(self, what, host, error, path=None, variables=()):
        """Raise where strict, otherwise tell what is behind the error, and learn of names that nobody knows."""
        if self._strict:
            raise error
        reason = error.__context__ or error
        self._learn(path, variables, reason)
        self._fails(what, host.name, reason)

    def _learn(self, path, variables, error):
        if isinstance(error, AnsibleUndefinedVariable) and path and path[0] not in variables:
            self._undefined.add(path[0])


class _Keyed:
    """An entry of keyed_groups, and the groups that hosts join by the value of its key."""

    def __init__(self, entry):
        self.entry = entry
        self.groups = {}
        key = entry.get("key") if isinstance(entry, dict) else None
        self.failure = f"keyed_groups: no group by {key or entry}"
        # Without a parent that depends on the host, the value decides.
        self.path = parse(key) if key and not looks_like_template(str(entry.get("parent_group"))) else None


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
