# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reading every row of a query, no row twice and none lost, while the cloud changes.

The node pages by offset and promises no order, so a row that vanishes between two pages would shift another one out of
sight. Rows are therefore read in the order of uuid, the only field that is unique and never changes:

- One page after the other (`Reader.rows`): the next begins after the last uuid of the one before (`uuid>...`).
- Side by side (`Reader.pages`): by offset, each page beginning with the last row of the page before. Where that row is
  not found again something has shifted, and what lies between the two pages is read by its uuids. A last page with room
  to spare proves the end. So every row that was there throughout is found. Where the totals that came with the pages
  differ from the number of rows, the pages read under another total than the present one are read again, until the node
  counts as many rows as were found (three rounds at most: then the cloud changes faster than it can be read).

n rows cost ceil(n / page size) requests, and about three more when a row appears or vanishes meanwhile. Resources
without a uuid, and rows in an order of the user's, can only be paged by offset: repeated until all totals agree.
"""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor

from .errors import ApiError, UnexpectedAnswer
from .queries import Condition, parse_condition, where

PAGE = 1000
_ROUNDS = 3
_BY_UUID = "+uuid"
# The answer to sorting by a field that the resource lacks (and to much else that is wrong in a query).
_UNKNOWN_FIELD = ("SYS.1000", "SYS.1007")
# Conditions travel in the request line, for which servers commonly allow 8 kB together with all headers.
_LONGEST_LIST = 100


class _Stretch:
    """The rows with after < uuid <= until (None: no bound), read when the whole query had `total` rows."""

    def __init__(self, after, until, rows, total):
        self.after, self.until, self.rows, self.total = after, until, rows, total


class Reader:
    """Reads rows through ask(api, pairs): the pairs of a query string in, the reply's body out."""

    def __init__(self, ask):
        self._ask = ask

    def count(self, api, conditions=()):
        """How many rows fulfil all conditions."""
        return self._page(api, _pairs(conditions), ("count", "true"))[1]

    def rows(self, api, conditions=(), fields=None, sort=None, limit=None, start=None, extra=()):
        """All rows, or those that start and limit select, as Client.query says."""
        conditions = list(conditions)
        if sort:
            sort = sort if sort[0] in "+-" else "+" + sort
            return self._rows_by(sort, api, conditions, fields, limit, start, extra)
        try:
            return self._rows_by(_BY_UUID, api, conditions, fields, limit, start, extra)
        except ApiError as error:
            if error.code not in _UNKNOWN_FIELD:
                raise
        return self._rows_by(None, api, conditions, fields, limit, start, extra)

    def _rows_by(self, order, api, conditions, fields, limit, start, extra):
        if order == _BY_UUID and limit is None and not start:
            found = {}
            for part in _divided(conditions):
                found.update((row["uuid"], row) for row in self._between(api, part, fields, extra=extra))
            return _only(fields, found.values())
        pairs = [*_pairs(conditions), *_fields(fields), *extra]
        if order:
            pairs.append(("sort", order))
        if limit is None:
            return self._by_offset(api, pairs, start or 0)
        return self._page(api, pairs, ("start", start or 0), ("limit", limit))[0]

    def pages(self, api, conditions=(), fields=None, page_size=PAGE, workers=4):
        """All rows in the order of uuid, read by `workers` threads, as Client.query_pages says."""
        conditions = list(conditions)
        pairs = [*_pairs(conditions), *_fields(fields, "uuid"), ("sort", _BY_UUID), ("replyWithCount", "true")]

        def page(start, size):
            return (*self._page(api, pairs, ("start", start), ("limit", size)), size)

        def between(after, until):
            return list(self._between(api, conditions, fields, after, until))

        try:
            first = page(0, page_size)
        except ApiError as error:
            if error.code not in _UNKNOWN_FIELD:
                raise
            return self._by_offset(api, [*_pairs(conditions), *_fields(fields)], 0)
        rows, total, _size = first
        if len(rows) == total:
            return _only(fields, rows)
        number = max(2, math.ceil(total / page_size))
        with ThreadPoolExecutor(workers) as pool:
            starts = [n * page_size - 1 for n in range(1, number)]
            sizes = [page_size + 1] * (number - 2) + [2 * page_size]
            stretches = _joined([first, *pool.map(page, starts, sizes)], between)
        for _round in range(_ROUNDS):
            found = sum(len(stretch.rows) for stretch in stretches)
            if all(stretch.total == found for stretch in stretches):
                break
            total = self.count(api, conditions)
            if total == found:
                break
            for stretch in [stretch for stretch in stretches if stretch.total != total] or stretches:
                stretch.rows, stretch.total = between(stretch.after, stretch.until), total
        return _only(fields, (row for stretch in stretches for row in stretch.rows))

    def _between(self, api, conditions, fields, after=None, until=None, extra=()):
        """The rows with after < uuid <= until, in this order and with their uuid."""
        pairs = [*_pairs(conditions), *_fields(fields, "uuid"), *extra]
        if until is not None:
            pairs += _pairs([where("uuid", "<=", until)])
        while True:
            begin = _pairs([where("uuid", ">", after)]) if after is not None else []
            rows, _total = self._page(api, pairs + begin, ("sort", _BY_UUID), ("limit", PAGE))
            yield from rows
            if len(rows) < PAGE or rows[-1]["uuid"] == until:
                return
            after = rows[-1]["uuid"]

    def _by_offset(self, api, pairs, start):
        """All rows from a start on in the order that the pairs ask for, read until nothing has moved meanwhile."""
        for _round in range(_ROUNDS):
            rows, totals = [], set()
            while True:
                at = start + len(rows)
                page, total = self._page(api, pairs, ("start", at), ("limit", PAGE), ("replyWithCount", "true"))
                rows += page
                totals.add(total)
                if len(page) < PAGE:
                    break
            uuids = [row["uuid"] for row in rows if "uuid" in row]
            if len(rows) < PAGE or (totals == {start + len(rows)} and len(set(uuids)) == len(uuids)):
                return rows
        raise UnexpectedAnswer(
            "The rows of %s kept changing while they were read page by page: run again, or leave out sort and start, "
            "which allows a way of reading that bears changes." % api.name,
            api=api.name,
        )

    def _page(self, api, pairs, *more):
        """The rows of one reply, and its total where one was asked for."""
        body = self._ask(api, [*pairs, *more])
        return body.get("inventories") or [], body.get("total")


def _joined(pages, between):
    """The pages, (rows, total, limit) in order, as stretches that meet; between(after, until) reads what is missing."""
    stretches, last = [], None
    for rows, total, _limit in pages:
        if not rows:
            continue
        first, end = rows[0]["uuid"], rows[-1]["uuid"]
        if last is not None and _key(first) > _key(last):
            stretches.append(_Stretch(last, first, between(last, first), total))
            last = first
        if last is None or _key(end) > _key(last):
            rows = [row for row in rows if last is None or _key(row["uuid"]) > _key(last)]
            stretches.append(_Stretch(last, end, rows, total))
            last = end
    rows, total, limit = pages[-1]
    if stretches and 0 < len(rows) < limit:
        stretches[-1].until = None
    else:
        stretches.append(_Stretch(last, None, between(last, None), total))
    return stretches


def _key(uuid):
    return uuid.lower()  # as the node compares


def _pairs(conditions):
    """Conditions, given as such or as texts, as pairs of a query string."""
    return [("q", (c if isinstance(c, Condition) else parse_condition(c)).text) for c in conditions]


def _divided(conditions):
    """The conditions, once for each manageable part of a long list of values in one of them."""
    conditions = [c if isinstance(c, Condition) else parse_condition(c) for c in conditions]
    for at, condition in enumerate(conditions):
        values = condition.value.split(",")
        if condition.op == "?=" and len(values) > _LONGEST_LIST:
            for begin in range(0, len(values), _LONGEST_LIST):
                part = where(condition.field, "?=", values[begin : begin + _LONGEST_LIST])
                yield conditions[:at] + [part] + conditions[at + 1 :]
            return
    yield conditions


def _fields(fields, *needed):
    """The pair that asks for some fields only (one comma list: the node reads no second one)."""
    return [("fields", ",".join(dict.fromkeys([*fields, *needed])))] if fields else []


def _only(fields, rows):
    """The rows without the uuid that only the reading needed."""
    if not fields or "uuid" in fields:
        return list(rows)
    return [{name: value for name, value in row.items() if name != "uuid"} for row in rows]
