# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of a node that exists in memory only: for tests of what sits above the client."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError, WaitTimeout

_TESTS = {
    "=": lambda value, wanted: value == wanted,
    "!=": lambda value, wanted: value != wanted,
    "?=": lambda value, wanted: value in wanted.split(","),
    "~=": lambda value, wanted: re.fullmatch(
        "".join({"%": ".*", "_": "."}.get(c, re.escape(c)) for c in wanted), value
    ),
}


def holds(row, condition):
    """Compares as carelessly as the node does: neither case nor blanks at the end count."""
    value = row.get(condition.field)
    if condition.op == "is null":
        return value is None
    test = _TESTS[condition.op]
    values = [str(v).rstrip().lower() for v in (value if isinstance(value, list) else [value]) if v is not None]
    return any(test(v, condition.value.rstrip().lower()) for v in values)


class Node:
    """It knows no resource: it holds rows by query, and answers each API as the test says.

    ``Node(Valve=[row, ...])`` has these rows under ``QueryValve``. ``answers[name]`` is what an API answers: a reply,
    an error to raise, a function of its parameters that makes either, or an iterator of these, one a call; that of a
    query is all rows, whatever is asked for. ``takes[name]`` is how often a job of it is looked at before it ends.
    ``sent`` holds what changes something, (name, parameters), in the order in which it began, ``asked`` the queries,
    (name, [conditions]), ``read`` other reads, ``told`` the notices, ``most`` how many jobs ran side by side.
    ``away``: its jobs find that it does not answer.
    """

    def __init__(self, generation="5.2", **rows):
        self.generation = generation
        self.tables = {f"Query{kind}": [dict(row) for row in found] for kind, found in rows.items()}
        self.answers, self.takes = {}, {}
        self.sent, self.asked, self.read, self.told = [], [], [], []
        self.running, self.most, self.away = 0, 0, False

    def rows(self, kind):
        return self.tables.setdefault(f"Query{kind}", [])

    def writes(self):
        """The names of what was sent."""
        return [name for name, _params in self.sent]

    # -- what is used of a client -----------------------------------------------------------------------------------

    def notify(self, text):
        self.told.append(text)

    def hide(self, text):
        return text

    def release(self):
        pass

    def query(self, api, conditions=(), *, fields=None, sort=None, limit=None, start=None):
        api.route(self.generation)
        self.asked.append((api.name, [c.text for c in conditions]))
        if api.name in self.answers:
            found = self._answer(api.name, conditions)
        else:
            found = [row for row in self.tables.get(api.name, ()) if all(holds(row, c) for c in conditions)]
        if sort:
            found = sorted(found, key=lambda row: str(row.get(sort.lstrip("+-"))), reverse=sort[0] == "-")
        found = found[start or 0 :][:limit]
        return [{k: v for k, v in row.items() if v is not None and (not fields or k in fields)} for row in found]

    def count(self, api, conditions=()):
        return len(self.query(api, conditions))

    def call(self, api, params, *, wait_timeout=None, what=None):
        call = api.request(self.generation, params)
        (self.sent if call.is_async else self.read).append((api.name, dict(params)))
        return self._answer(api.name, params)

    def start(self, api, params, *, wait_timeout=None, what=None):
        api.request(self.generation, params)
        self.sent.append((api.name, dict(params)))
        self.running += 1
        self.most = max(self.most, self.running)
        return Job(self, api.name, params, what)

    def wait_until(self, read, accept, what, wait_timeout=None):
        value, deadline = read(), time.monotonic() + wait_timeout
        while not accept(value):
            if time.monotonic() > deadline:
                raise WaitTimeout(f"Waiting in vain for {what}.", waited=wait_timeout)
            value = read()
        return value

    def _answer(self, name, params):
        answer = self.answers.get(name, {})
        answer = next(answer) if isinstance(answer, Iterator) else answer
        answer = answer(params) if callable(answer) else answer
        if isinstance(answer, Exception):
            raise answer
        return {} if answer is None else answer


class Job:
    away = property(lambda self: self.node.away)

    def __init__(self, node, name, params, what):
        self.node, self.name, self.params, self.what = node, name, params, what
        self.looks = node.takes.get(name, 1)
        self.due = 0.0

    def look(self):
        self.looks -= 1
        self.due = time.monotonic() + 0.001
        if self.looks <= 0:
            self.node.running -= 1
        return self.looks <= 0

    def result(self):
        return self.node._answer(self.name, self.params)


def refusal(code="SYS.1007", details="refused", **facts):
    """The node's refusal of an API."""
    return ApiError({"code": code, "description": "an error", "details": details}, **facts)


@pytest.fixture
def node_class():
    return Node


@pytest.fixture(params=["2.3.1", "5.2"])
def generation(request):
    return request.param
