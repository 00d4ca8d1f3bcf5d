# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reading every row of a query, no row twice and none lost, while the cloud changes.

The node pages by offset and promises no order, so a row that vanishes between two pages would shift another one out of
sight. Rows are therefore read in the order of uuid, the only field that is unique and never changes:

- One page after the other (`Reader.rows`): the next begins after the last uuid of the one before (`uuid>...`).
- Side by side (`Reader.pages`): by offset, and then one more request lists the uuids alone, all in one reply. That list
  decides: what vanished meanwhile is not in it, and rows in it that no page had are read by their uuids. n rows cost
  ceil(n / page size) + 1 requests, and one more for every hundred rows that were missed.

Resources without a uuid, and rows in an order of the user's, can only be paged by offset: that is repeated until the
totals that come with the pages agree with each other and with the number of rows.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from .errors import ApiError, UnexpectedAnswer
from .queries import Condition, parse_condition, where

PAGE = 1000
_ROUNDS = 3
_NO_LIMIT = 10**6
_BY_UUID = "+uuid"
# The answer to sorting by a field that the resource lacks (and to much else that is wrong in a query).
_UNKNOWN_FIELD = ("SYS.1000", "SYS.1007")
# Conditions travel in the request line, for which servers commonly allow 8 kB together with all headers.
_LONGEST_LIST = 100


class _NoUuid(Exception):
    """The rows can be sorted by uuid, but do not show it."""


class Reader:
    """Reads rows through ask(api, pairs, returns).

    The pairs of a query string and the keys that the body of the reply must have in, that body out.
    """

    def __init__(self, ask):
        self._ask = ask

    def count(self, api, conditions=()):
        """How many rows fulfil all conditions."""
        return self._ask(api, [*_pairs(conditions), ("count", "true")], ("total",))["total"]

    def rows(self, api, conditions=(), fields=None, sort=None, limit=None, start=None):
        """All rows, or those that start and limit select, as Client.query says."""
        conditions = list(conditions)
        if sort:
            sort = sort if sort[0] in "+-" else "+" + sort
            return self._rows_by(sort, api, conditions, fields, limit, start)
        try:
            return self._rows_by(_BY_UUID, api, conditions, fields, limit, start)
        except (ApiError, _NoUuid) as error:
            if not _lacks_uuid(error):
                raise
        return self._rows_by(None, api, conditions, fields, limit, start)

    def _rows_by(self, order, api, conditions, fields, limit, start):
        if order == _BY_UUID and limit is None and not start:
            found = {}
            for part in _divided(conditions):
                found.update(_by_uuid(self._in_order(api, part, fields)))
            return _only(fields, [found[uuid] for uuid in sorted(found)])
        pairs = [*_pairs(conditions), *_fields(fields)]
        if order:
            pairs.append(("sort", order))
        if limit is None:
            return self._by_offset(api, pairs, start or 0)
        return self._page(api, pairs, ("start", start or 0), ("limit", limit))[0]

    def pages(self, api, conditions=(), fields=None, page_size=PAGE, workers=4):
        """All rows in the order of uuid, read by `workers` threads, as Client.query_pages says."""
        conditions = list(conditions)
        try:
            return _only(fields, self._side_by_side(api, conditions, fields, page_size, workers))
        except (ApiError, _NoUuid) as error:
            if not _lacks_uuid(error):
                raise
        return self._by_offset(api, [*_pairs(conditions), *_fields(fields)], 0)

    def _side_by_side(self, api, conditions, fields, page_size, workers):
        pairs = [*_pairs(conditions), *_fields(fields, "uuid"), ("sort", _BY_UUID), ("replyWithCount", "true")]

        def page(start):
            return self._page(api, pairs, ("start", start), ("limit", page_size))

        rows, total = page(0)
        if len(rows) < total:
            found = _by_uuid(rows)
            with ThreadPoolExecutor(workers) as pool:
                for more, _total in pool.map(page, range(page_size, total, page_size)):
                    found.update(_by_uuid(more))
            # The total proves that nothing has cut the list short.
            counted = [("replyWithCount", "true")]
            uuids = [row["uuid"] for row in self._in_order(api, conditions, ["uuid"], _NO_LIMIT, counted)]
            missed = [uuid for uuid in uuids if uuid not in found]
            for begin in range(0, len(missed), _LONGEST_LIST):
                end = begin + _LONGEST_LIST
                listed = where("uuid", "?=", missed[begin:end])
                found.update(_by_uuid(self._in_order(api, [*conditions, listed], fields)))
            rows = [found[uuid] for uuid in uuids if uuid in found]
        return rows

    def _in_order(self, api, conditions, fields, size=PAGE, extra=()):
        """The rows in the order of uuid, and with it, each page beginning after the one before."""
        pairs = [*_pairs(conditions), *_fields(fields, "uuid"), *extra, ("sort", _BY_UUID), ("limit", size)]
        begin, seen = [], set()
        while True:
            rows, total = self._page(api, pairs, *begin)
            yield from rows
            if len(rows) < size and total in (None, len(rows)):
                return
            found = _by_uuid(rows)
            if not seen.isdisjoint(found) or not found:
                raise _moving(api)
            seen.update(found)
            begin = _pairs([where("uuid", ">", rows[-1]["uuid"])])

    def _by_offset(self, api, pairs, start):
        """All rows from a start on in the order that the pairs ask for, read until nothing has moved meanwhile."""
        for _round in range(_ROUNDS):
            rows, totals = [], set()
            while True:
                at = start + len(rows)
                page, total = self._page(api, pairs, ("start", at), ("limit", PAGE), ("replyWithCount", "true"))
                rows += page
                totals.add(total)
                if len(page) < PAGE or len(rows) > total:
                    break
            uuids = [row["uuid"] for row in rows if "uuid" in row]
            if len(rows) < PAGE or (totals == {start + len(rows)} and len(set(uuids)) == len(uuids)):
                return rows
        raise _moving(api)

    def _page(self, api, pairs, *more):
        """The rows of one reply, and its total where one was asked for."""
        pairs = [*pairs, *more]
        counted = ("replyWithCount", "true") in pairs
        asked = dict(pairs).get("fields")
        keyed = getattr(api, "keyed", False) and (not asked or "uuid" in asked.split(","))
        returns = ["inventories", *(["total"] if counted else ()), *(["inventories.uuid"] if keyed else ())]
        body = self._ask(api, pairs, returns)
        return body["inventories"], body["total"] if counted else None


def _moving(api):
    return UnexpectedAnswer(
        "The rows of %s kept changing while they were read page by page: run again, or leave out sort and start, "
        "which allows a way of reading that bears changes." % api.name,
        api=api.name,
    )


def _lacks_uuid(error):
    """Whether the query may have failed for want of a uuid: then it is asked once more without."""
    return isinstance(error, _NoUuid) or error.code in _UNKNOWN_FIELD


def _by_uuid(rows):
    try:
        return {row["uuid"]: row for row in rows}
    except KeyError:
        raise _NoUuid from None


def _pairs(conditions):
    """Conditions, given as such or as texts, as pairs of a query string."""
    return [("q", (c if isinstance(c, Condition) else parse_condition(c)).text) for c in conditions]


def _divided(conditions):
    """The conditions, once for each manageable part of a long list of values in one of them."""
    conditions = [c if isinstance(c, Condition) else parse_condition(c) for c in conditions]
    for condition in conditions:
        values = condition.value.split(",")
        if condition.op == "?=" and len(values) > _LONGEST_LIST:
            for begin in range(0, len(values), _LONGEST_LIST):
                end = begin + _LONGEST_LIST
                part = where(condition.field, "?=", values[begin:end])
                yield [part if each is condition else each for each in conditions]
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
