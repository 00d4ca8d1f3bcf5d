# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a task's arguments hold of secrets, and its result without them.

A secret may be an ordinary word: with the password ``name``, or ``x``, a message that is masked through and through
can be read no more, and its gaps tell the secret. So the collection's own wording is left as it is: a word that stands
in its code tells nobody anything. What the node says in a message has been masked by the client, which knows it apart.
"""

from __future__ import annotations

import difflib
import sys
from functools import cache

from ansible.module_utils.common.parameters import remove_values

from .._api.secrets import HIDDEN, secret_texts
from .misspelt import misspelt

#: Keys of results that hold wording, beside values in quotes.
_WORDING = (
    "msg",
    "warnings",
    "api",
    "done",
    "not_done",
    "unknown",
    "blocked",
    "outcome",
    "ran",
    "refused",
    "missing_secrets",
)
#: Whose code says it.
_SPEAKERS = (__name__.rpartition("._task.")[0] + ".", "ansible.module_utils.common.")


def texts(value):
    """All values in ``value``, at any depth, as texts; without what is empty or a boolean."""
    found, waiting = set(), [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple)):
            waiting.extend(item)
        elif item and not isinstance(item, bool):
            found.add(str(item))
    return found


def given_secrets(spec, params):
    """The values of all no_log options, those of suboptions too."""
    found = set()
    for name, option in spec.items():
        value = params.get(name)
        if option.get("no_log"):
            found |= texts(value)
        for inner in (value if isinstance(value, list) else [value]) if option.get("options") else ():
            found |= given_secrets(option["options"], inner) if isinstance(inner, dict) else set()
    return found


def misspelt_secrets(spec, params):
    """Secrets in options that do not exist but look as if a secret one was meant, at any depth."""
    found = set()
    for name, value, inner in misspelt(spec, params):
        secret = [option for option in inner if inner[option].get("no_log")]
        found |= texts(value) if difflib.get_close_matches(name, secret) else secret_texts({name: value})
    return found


def masked(result, secrets, spec):
    """The result of a task with the argument ``spec``, without the secrets in whatever it shows of values."""
    wording = {key: result[key] for key in _WORDING if key in result}
    shown = remove_values({key: value for key, value in result.items() if key not in wording}, secrets)
    said = texts(wording)
    there = {secret for secret in secrets if any(secret in text for text in said)}
    ours = {secret for secret in there if secret in _vocabulary() or secret in "\n".join(_options(spec))}
    shown.update(remove_values(_unquoted(wording, ours), there - ours))
    # Of several objects, each may have failed in words.
    for each, told in zip(shown.get("objects") or (), result.get("objects") or ()):
        if isinstance(told, dict) and told.get("error"):
            each["error"] = masked(told["error"], secrets, spec)
    return {key: shown[key] for key in result}


def _unquoted(value, secrets):
    """Wording without the values in quotes that are secrets."""
    if isinstance(value, dict):
        return {key: _unquoted(item, secrets) for key, item in value.items()}
    if isinstance(value, list):
        return [_unquoted(item, secrets) for item in value]
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(repr(secret), repr(HIDDEN))
    return value


def _options(spec):
    for name, option in spec.items():
        yield name
        yield from _options(option.get("options") or {})


@cache
def _vocabulary():
    """All texts in the code that makes messages, in one; names of modules included."""
    found = {"Unsupported parameters for () module: Supported parameters include: "}
    for name, module in list(sys.modules.items()):
        if not name.startswith(_SPEAKERS):
            continue
        found.add(name)
        loader = getattr(module.__spec__, "loader", None)
        waiting = [loader.get_code(name)] if hasattr(loader, "get_code") else []
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                found.add(item)
            elif hasattr(item, "co_consts"):
                waiting += item.co_consts
            elif isinstance(item, (tuple, frozenset)):
                waiting += item
    return "\n".join(found)
