# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Conditions are read by the node as they are meant, or refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ConditionError
from ansible_collections.zstack.cloud.plugins.module_utils._client.queries import (
    Condition,
    exactly,
    parse_condition,
    where,
)

# As the semantics of the node list them.
PRIORITY = ["!=", ">=", "<=", "!?=", "!~=", "~=", "?=", "=", ">", "<", "is null", "not null"]


def as_the_node(text):
    """(name, operator, value) as the node splits a condition: written down a second time, on purpose."""
    present = [op for op in PRIORITY if op in text]
    if not present:
        return None
    at = text.index(present[0])
    return text[:at].strip(), present[0], text[at + len(present[0]) :]


@pytest.mark.parametrize(
    ("field", "op", "value", "text"),
    [
        ("name", "=", "web", "name=web"),
        ("name", "!=", "web", "name!=web"),
        ("cpuNum", ">", 8, "cpuNum>8"),
        ("cpuNum", ">=", 8, "cpuNum>=8"),
        ("cpuNum", "<", 8, "cpuNum<8"),
        ("cpuNum", "<=", 8.5, "cpuNum<=8.5"),
        ("uuid", "?=", ["a", "b"], "uuid?=a,b"),
        ("uuid", "?=", "a,b", "uuid?=a,b"),
        ("uuid", "!?=", ("a",), "uuid!?=a"),
        ("name", "~=", "web%", "name~=web%"),
        ("name", "!~=", "web_", "name!~=web_"),
        ("zone.name", "is null", None, "zone.name is null"),
        ("__systemTag__", "not null", None, "__systemTag__ not null"),
        ("isDefault", "=", True, "isDefault=true"),
        ("n", "?=", [1, False], "n?=1,false"),
        ("description", "=", "a=b", "description=a=b"),
        ("description", "=", "a>b is null", "description=a>b is null"),
        ("name", "=", " two  blanks ", "name= two  blanks "),
        ("name", "=", "", "name="),
        ("name", "=", "机房", "name=机房"),
    ],
)
def test_every_operator(field, op, value, text):
    condition = where(field, op, value)
    assert condition.text == text
    assert as_the_node(text) == tuple(condition)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("name~=web%", ("name", "~=", "web%")),
        ("name=a=b", ("name", "=", "a=b")),
        ("mons.hostname!?=a,b", ("mons.hostname", "!?=", "a,b")),
        ("description is null", ("description", "is null", "")),
        (" description not null ", ("description", "not null", "")),
        ("createDate>=2026-01-01 00:00:00", ("createDate", ">=", "2026-01-01 00:00:00")),
    ],
)
def test_parse_condition(text, condition):
    assert parse_condition(text) == Condition(*condition)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name", "has no operator"),
        ("", "has no operator"),
        ("description=a>=b", "decides"),
        ("description~=a!=b", "decides"),
        ("=web", "decides"),
        ("two words=x", "decides"),
        ("name = web", "blank after ="),
        ("name is null or so", "says something after"),
    ],
)
def test_what_the_node_would_misread_is_refused(text, complaint):
    with pytest.raises(ConditionError, match=complaint):
        parse_condition(text)


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (("name", "==", "x"), "Unknown operator"),
        (("name", "LIKE", "x"), "Unknown operator"),
        (("name", "=", None), "needs a value.*is null"),
        (("name", "is null", "x"), "takes no value"),
        (("uuid", "?=", []), "at least one"),
        (("name", "?=", ["a,b"]), "comma"),
        (("name", "=", "a!=b"), "decides"),
        (("name", ">", "a=b"), "decides"),
    ],
)
def test_what_cannot_be_asked_is_refused(args, complaint):
    with pytest.raises(ConditionError, match=complaint):
        where(*args)


VALUES = st.text(st.sampled_from("ab1 ,._%\\'!?~=<>机") | st.characters(), max_size=12)


@given(st.sampled_from(PRIORITY[:10]), VALUES)
def test_no_condition_leaves_that_the_node_reads_otherwise(op, value):
    try:
        condition = where("name", op, value)
    except ConditionError:
        assert as_the_node("name" + op + value) != ("name", op, value)
    else:
        assert as_the_node(condition.text) == ("name", op, value)


def like(pattern, value):
    """Whether a LIKE pattern with % and _ (and backslash as its escape) matches."""
    parts = re.findall(r"\\.|.", pattern, re.DOTALL)
    regex = {"%": ".*", "_": "."}
    return re.fullmatch("".join(regex.get(p) or re.escape(p[-1]) for p in parts), value, re.DOTALL) is not None


@given(VALUES)
@example("50% >= a")
@example("a!=b")
@example("it's\\n")
def test_exactly_holds_for_the_value_and_is_read_as_meant(value):
    condition = exactly("name", value)
    assert as_the_node(condition.text) == tuple(condition)
    if condition.op == "=":
        assert condition.value == value.strip()
    else:
        assert condition.op == "~=" and like(condition.value, value.strip())


def test_exactly_prefers_equality():
    assert exactly("name", "web-1 (new)").text == "name=web-1 (new)"
    assert exactly("name", "under_score").text == "name=under_score"
    assert exactly("name", " 50% >=b ").text == "name~=50_ __b"
    assert exactly("name", "it's").text == "name~=it_s"
    assert exactly("name", "a\\b").text == "name~=a_b"
    assert exactly("port", 623).text == "port=623"
