# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""ZQL: queries as one line of text, ``query host where state = 'Enabled' order by name limit 10``.

Conditions joined by `and` are what the query language has as well; `or`, parentheses, sub-queries and functions are
not simulated, and say so.
"""

from __future__ import annotations

import re

from ...errors import ApiError, NotSimulated, internal
from ...family import Family
from ...query import Condition, Query, run
from ...store import Inventory

FIDELITY = {
    "ZQLQuery": ("approximated", "query and count; where with and, order by, limit, offset, return with (total), "
                                 "named as; `or`, parentheses and sub-queries answer 501"),
}  # fmt: skip

TOKEN = re.compile(r"""\s*(?:
    (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<op>!=|>=|<=|=|>|<)
  | (?P<mark>[(),;])
  | (?P<word>[-+]?[\w.]+)
)""", re.VERBOSE)  # fmt: skip
WORD_OPERATORS = {("in",): "?=", ("not", "in"): "!?=", ("like",): "~=", ("not", "like"): "!~=",
                  ("is", "null"): "is null", ("is", "not", "null"): "not null",
                  ("has",): "?=", ("not", "has"): "!?="}  # fmt: skip

family = Family()


class Reader:
    """The tokens of a text, read one after the other; a word is compared without regard to case."""

    def __init__(self, source):
        self.tokens, position = [], 0
        source = source.strip()
        while position < len(source):
            match = TOKEN.match(source, position)
            if match is None:
                raise internal(f"zql: cannot read [{source[position : position + 30]}]")
            self.tokens.append((match.lastgroup, match[match.lastgroup]))
            position = match.end()
        self.tokens.append(("end", ""))

    @property
    def next(self):
        return self.tokens[0][1].lower() if self.tokens[0][0] != "text" else None

    def skip(self, *words):
        """Passes these tokens if they come next."""
        found = [token.lower() for kind, token in self.tokens[: len(words)] if kind != "text"] == list(words)
        if found:
            del self.tokens[: len(words)]
        return found

    def expect(self, *words):
        if not self.skip(*words):
            raise internal(f"zql: expected [{' '.join(words)}] before [{self.tokens[0][1]}]")

    def word(self):
        kind, token = self.tokens.pop(0)
        if kind != "word":
            raise internal(f"zql: expected a name instead of [{token}]")
        return token

    def value(self):
        kind, token = self.tokens.pop(0)
        if kind == "text":
            return re.sub(r"\\(.)", r"\1", token[1:-1])
        if kind == "word":
            return token
        if token == "(":
            raise NotSimulated("ZQL sub-queries")
        raise internal(f"zql: expected a value instead of [{token}]")

    def values(self):
        self.expect("(")
        if self.next in ("query", "count"):
            raise NotSimulated("ZQL sub-queries")
        found = [self.value()]
        while self.skip(","):
            found.append(self.value())
        self.expect(")")
        if any("," in each for each in found):
            raise NotSimulated("a comma within a value of a ZQL list")
        return ",".join(found)


def _condition(reader):
    if reader.next in ("(", "not", "exists"):
        raise NotSimulated(f"[{reader.next}] in a ZQL condition")
    name = reader.word()
    if reader.tokens[0][0] == "op":
        op = reader.tokens.pop(0)[1]
        return Condition(name, op, reader.value())
    for words, op in WORD_OPERATORS.items():
        if reader.skip(*words):
            if op in ("is null", "not null"):
                return Condition(name, op, "")
            return Condition(name, op, reader.values() if op in ("?=", "!?=") else reader.value())
    raise internal(f"zql: [{reader.tokens[0][1]}] is no operator")


def _statement(reader):
    """One query: its target, what to ask, its name, and whether the total is wanted."""
    counting = reader.skip("count")
    if not counting:
        if reader.next in ("sum", "search"):
            raise NotSimulated(f"[{reader.next}] in ZQL")
        reader.expect("query")
    target, *fields = reader.word().split(".", 1)
    while fields and reader.skip(","):
        fields.append(reader.word())
    conditions, sort, name, limit, start, total = [], None, None, None, 0, counting
    if reader.skip("where"):
        conditions.append(_condition(reader))
        while reader.skip("and"):
            conditions.append(_condition(reader))
    while reader.next not in ("", ";"):
        if reader.skip("order", "by"):
            column = reader.word()
            sort = ("-" if reader.skip("desc") else "+") + column
            reader.skip("asc")
        elif reader.skip("limit"):
            limit = _number(reader)
        elif reader.skip("offset"):
            start = _number(reader)
        elif reader.skip("return", "with", "(", "total", ")"):
            total = True
        elif reader.skip("named", "as"):
            name = reader.value()
        elif reader.next in ("or", "restrict", "group", "filter", "return", "(", ","):
            raise NotSimulated(f"[{reader.next}] in ZQL")
        else:
            raise internal(f"zql: cannot read on from [{reader.tokens[0][1]}]")
    return target, Query(tuple(conditions), limit, start, counting, total, sort, tuple(fields)), name


def _number(reader):
    word = reader.word()
    if not word.isdigit() or len(word) > 9:
        raise internal(f"zql: [{word}] is not a number")
    return int(word)


def _target(node, name):
    """What is asked for: the API's or the inventory's name, in any case; the view, and whether it is for everybody."""
    for api, (view, everyone) in node.family.queries.items():
        names = api.removeprefix("Query"), view.schema.rpartition(".")[2].removesuffix("Inventory")
        if name.lower() in (each.lower() for each in names) and api in node.catalog.apis:
            return view, everyone
    raise internal(f"zql: cannot find an inventory with name {name}")


@family.api("ZQLQuery", everyone=True)
def zql(node, msg):
    reader, results = Reader(msg.get("zql", "")), []
    while True:
        target, query, name = _statement(reader)
        view, everyone = _target(node, target)
        if not everyone and not msg.session.is_admin:
            raise ApiError("ID.1002", f"permission denied: {target} is for the admin account only")
        reply = run(node, view, query)
        reply.pop("schema", None)
        results.append(Inventory("org.zstack.zql.ZQLQueryReturn", {**reply, **({"name": name} if name else {})}))
        if not reader.skip(";") or reader.next == "":
            return {"results": results}
