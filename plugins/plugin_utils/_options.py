# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options of plugins, checked beyond what Ansible checks of them. PRIVATE to zstack.cloud.

Ansible passes over options that a plugin does not have, never looks into lists and dictionaries, and takes every text
that is not true for false. A misspelt filter would give all hosts, a misspelt boolean an unchecked certificate.
"""

from __future__ import annotations

import datetime
import math
import os
import re
from collections.abc import Mapping, Set

from ansible.errors import AnsibleOptionsError
from ansible.module_utils.parsing.convert_bool import boolean

from ansible_collections.zstack.cloud.plugins.module_utils._task.misspelt import nearest

# Line feeds are text, as in a block of YAML; NUL ends a path, and half of a surrogate pair cannot be sent or stored.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
#: Dictionaries of expressions by name, and what they may be beside texts.
_EXPRESSIONS = {"compose": (), "groups": (bool,)}
#: What an entry of a list cannot do without.
_NEEDED = {"keyed_groups": ("key",)}


class CheckedOptions:
    """Stands before the other base classes of a plugin. Raises AnsibleOptionsError with all that is wrong at once."""

    def set_options(self, task_keys=None, var_options=None, direct=None):
        definitions = self.option_definitions
        direct = direct or {}
        wrong = list(_unknown("unknown option", direct, _names(definitions)))
        for option, definition in definitions.items():
            for source, value in _given(option, definition, direct, var_options or {}):
                wrong += complaints(source, definition, value)
        refuse(wrong)
        super().set_options(task_keys=task_keys, var_options=var_options, direct=direct)
        # Only now is "nan" a number.
        refuse([text for option, value in self.get_options().items() for text in _impossible(option, value)])


def resolved(plugin, templar, values):
    """The values of options, which may be templates, as the plugin's options want them."""
    wrong, found = [], {}
    for option, value in values.items():
        value = templar.template(value)
        definition = plugin.option_definitions[option]
        wrong += complaints(option, definition, value)
        # What a template gives is of any type: {{ 12345 }} is a number.
        is_text = definition["type"] in ("str", "path") and value is not None
        found[option] = str(value) if is_text and not isinstance(value, str) else value
    refuse(wrong)
    return found


def refuse(wrong):
    """Raise AnsibleOptionsError if there are complaints."""
    if wrong:
        raise AnsibleOptionsError("; ".join(wrong))


def complaints(option, definition, value):
    """What is wrong with a value of the option, a sentence each; its name may be that of its source."""
    impossible = list(_impossible(option, value))
    if impossible or value is None:
        return impossible
    return list(_misfits(option, definition, value))


def _misfits(option, definition, value):
    kind = definition.get("type")
    if kind in ("bool", "boolean"):
        if not _is_boolean(value):
            yield f"{option} is {value!r}, expected true or false"
    elif kind in ("str", "string", "path"):
        if not _is_scalar(value):
            yield f"{option} is {_what(value)}, expected a text"
    elif kind == "list" and _is_list(value):
        for number, item in enumerate(value):
            yield from _item_misfits(f"{option}[{number}]", definition, item, _NEEDED.get(option, ()))
    elif kind in ("dict", "dictionary") and option in _EXPRESSIONS and isinstance(value, Mapping):
        for name, item in value.items():
            if not is_text(item) and not isinstance(item, _EXPRESSIONS[option]):
                yield f"{option}.{name} is {_what(item)}, expected a Jinja2 expression as text (in quotes)"


def _item_misfits(place, definition, item, needed):
    if definition.get("elements") == "str":
        if not is_text(item):
            yield f"{place} is {_what(item)}, expected a text"
    elif definition.get("elements") == "dict":
        if not isinstance(item, Mapping):
            yield f"{place} is {_what(item)}, expected a dictionary with {' or '.join(definition['suboptions'])}"
            return
        yield from _unknown(f"{place} has an unknown key", item, definition["suboptions"])
        for key in needed:
            if key not in item:
                yield f"{place} has no {key}"
        for key, suboption in definition["suboptions"].items():
            if key in item and item[key] is None:
                yield f"{place}.{key} has no value: give one or leave it out"
            elif key in item:
                yield from _misfits(f"{place}.{key}", suboption, item[key])


def _unknown(what, given, known):
    known = list(known)
    for name in given:
        if name not in known:
            near = nearest(name, known)
            yield f"{what} {name!r}: " + (f"did you mean {near}?" if near else f"there are {', '.join(sorted(known))}")


def _names(definitions):
    for name, definition in definitions.items():
        yield name
        yield from (alias if isinstance(alias, str) else alias["name"] for alias in definition.get("aliases") or ())


def _given(option, definition, direct, variables):
    """(name of the source, value as given) wherever the option is set; Ansible takes the first of them."""
    for name in _names({option: definition}):
        if name in direct:
            yield name, direct[name]
    for variable in definition.get("vars") or ():
        if variable["name"] in variables:
            yield variable["name"], variables[variable["name"]]
    for variable in definition.get("env") or ():
        if variable["name"] in os.environ:
            yield variable["name"], os.environ[variable["name"]]


def _impossible(place, value):
    """Complaints about what no option can be, at any depth."""
    if isinstance(value, str):
        if _NO_TEXT.search(value):
            yield f"{place} contains a character that no text can hold: NUL, or half of a surrogate pair"
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield f"{place} is {value!r}, expected a finite number"
    elif isinstance(value, (datetime.date, datetime.time)):
        yield f"{place} is a date: put it in quotes"
    elif isinstance(value, (bytes, Set)):
        yield f"{place} is {_what(value)}, which no option takes"
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                yield f"{place} has the key {key!r}, which is no text: put it in quotes"
            yield from _impossible(f"{place}.{key}", item)
    elif _is_list(value):
        for number, item in enumerate(value):
            yield from _impossible(f"{place}[{number}]", item)


def _is_boolean(value):
    try:
        boolean(value)
    except TypeError:
        return False
    return True


def _is_list(value):
    return isinstance(value, (list, tuple))


def _is_scalar(value):
    return not isinstance(value, Mapping) and not _is_list(value)


def is_text(value):
    """Whether the value is a text, or one of a vault."""
    # Not isinstance(value, str): a vaulted text of ansible-core before 2.19 is a class of its own.
    return value is not None and _is_scalar(value) and not isinstance(value, (bool, int, float))


def _what(value):
    """A value in a complaint, without showing much of it."""
    if value is None:
        return "empty"
    if isinstance(value, Mapping):
        return "a dictionary"
    if isinstance(value, Set):
        return "a set"
    if isinstance(value, bytes):
        return "binary data"
    return "a list" if _is_list(value) else repr(value)
