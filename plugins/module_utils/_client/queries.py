# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The query language of the node: conditions that are read as they are meant, and every row to the last page.

A condition travels as one string, `field` `operator` `value`, and the node splits it at the first occurrence of the
first of OPERATORS that occurs anywhere in it. A value that contains an operator of higher priority is therefore split
in the wrong place; such conditions are refused here. Comparison ignores case and trailing blanks, so what must be exact
is compared again by the caller.
"""

from __future__ import annotations

import re
from collections import namedtuple

from .errors import ConditionError

# In the order in which the node looks for them.
OPERATORS = ("!=", ">=", "<=", "!?=", "!~=", "~=", "?=", "=", ">", "<", "is null", "not null")
_FIELD = re.compile(r"[A-Za-z_][\w.]*", re.ASCII)
# What `=` or LIKE could misread: parts of operators, the wildcard, the escape character and quotes.
_UNSPEAKABLE = re.compile(r"[!<>=?~%\\'\"]")


class Condition(namedtuple("Condition", "field op value")):
    """One condition of a query, all strings; `text` is what is sent."""

    __slots__ = ()

    @property
    def text(self):
        return "%s %s" % self[:2] if self.op.endswith("null") else "".join(self)


def where(field, op, value=None):
    """The Condition; value may be a string, number, boolean or, for ?= and !?=, a list of these.

    Raises ConditionError for what the node cannot be asked.
    """
    if op not in OPERATORS:
        raise ConditionError("Unknown operator %r: the operators are %s." % (op, ", ".join(OPERATORS)))
    if op.endswith("null"):
        if value is not None:
            raise ConditionError("%s %s takes no value." % (field, op))
        value = ""
    elif value is None:
        raise ConditionError("%s%s needs a value: for fields without one ask %s is null." % (field, op, field))
    elif op in ("?=", "!?="):
        value = _list(field, op, value)
    else:
        value = _word(value)
    condition = Condition(field, op, value)
    if not _FIELD.fullmatch(field) or split(condition.text) != condition:
        raise ConditionError(
            "The node would not read the condition %r as field %r, operator %r and value %r: the first of %s in it "
            "decides. Ask with ~= and with _ for the characters of operators."
            % (condition.text, field, op, value, " ".join(OPERATORS))
        )
    return condition


def exactly(field, value):
    """A condition that holds for every row whose field is this string, and perhaps for a few more.

    Values that `=` cannot express are asked for with ~= and `_` (any character) for what could be misread. The caller
    compares the rows again: the node also ignores case.
    """
    value = str(value).strip()
    if _UNSPEAKABLE.search(value):
        return where(field, "~=", _UNSPEAKABLE.sub("_", value))
    return where(field, "=", value)


def parse_condition(text):
    """The Condition in a text such as "name~=web%", split as the node does; raises ConditionError."""
    condition = split(text)
    if condition is None:
        raise ConditionError("The condition %r has no operator: use one of %s." % (text, " ".join(OPERATORS)))
    if condition.op.endswith("null"):
        if condition.value.strip():
            raise ConditionError("The condition %r says something after %r." % (text, condition.op))
        return where(condition.field, condition.op)
    if condition.value[:1].isspace():
        raise ConditionError("In %r the blank after %s would belong to the value: leave it out." % (text, condition.op))
    return where(*condition)


def split(text):
    """The text as the node splits it, or None without an operator. The value is left as it is."""
    for op in OPERATORS:
        field, found, value = text.partition(op)
        if found:
            return Condition(field.strip(), op, value)
    return None


def _word(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def _list(field, op, value):
    words = value.split(",") if isinstance(value, str) else [_word(item) for item in value]
    if not words:
        raise ConditionError("%s%s needs at least one value." % (field, op))
    if any("," in word for word in words):
        raise ConditionError("A value in the list of %s%s contains a comma, which would divide it." % (field, op))
    return ",".join(words)
