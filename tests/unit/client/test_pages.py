# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every row, once, and as many as the node counts, while rows appear and vanish between the pages."""

from __future__ import annotations

import random
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError, UnexpectedAnswer
from ansible_collections.zstack.cloud.plugins.module_utils._client.pages import Reader
from ansible_collections.zstack.cloud.plugins.module_utils._client.queries import where

from .conftest import GET, QUERY


class Table:
    """The rows of /things and the node's way of answering a query; `between[n]` changes them before request n."""

    def __init__(self, number, has_uuid=True):
        self.random = random.Random(number)
        self.has_uuid = has_uuid
        self.rows = {}
        self.asked = []
        self.between = {}
        self.lock = threading.Lock()
        for n in range(number):
            self.add("name%d" % (n % 7))

    def add(self, name="new"):
        uuid = "%032x" % self.random.getrandbits(128)
        self.rows[uuid] = {"uuid": uuid, "name": name} if self.has_uuid else {"name": name, "value": uuid}

    def remove(self, where=0.0):
        uuids = sorted(self.rows)
        if uuids:
            del self.rows[uuids[int(where * len(uuids)) % len(uuids)]]

    def ask(self, api, pairs, returns):
        with self.lock:
            for change in self.between.get(len(self.asked), ()):
                change()
            self.asked.append(pairs)
            answer = self.answer(pairs)
            assert not set(returns) - set(answer)
            return answer

    def answer(self, pairs):
        given = dict(pairs)
        names = given["fields"].split(",") if "fields" in given else None
        sort = given.get("sort", "")
        if not self.has_uuid and ("uuid" in sort or (names and "uuid" in names)):
            raise ApiError({"code": "SYS.1000"})
        rows = [row for row in self.rows.values() if all(fits(row, text) for key, text in pairs if key == "q")]
        if given.get("count") == "true":
            return {"total": len(rows)}
        if sort:
            rows.sort(key=lambda row: row[sort[1:]], reverse=sort[0] == "-")
        else:
            self.random.shuffle(rows)
        start, limit = int(given.get("start", 0)), int(given.get("limit", 1000))
        page = [{name: row[name] for name in names} if names else row for row in rows[start : start + limit]]
        return dict({"inventories": page, "schema": {}}, **{"total": len(rows)} if "replyWithCount" in given else {})


def fits(row, text):
    for op, holds in (
        ("<=", lambda value, given: value <= given),
        ("?=", lambda value, given: value in given.split(",")),
        ("=", lambda value, given: value == given),
        (">", lambda value, given: value > given),
    ):
        field, found, given = text.partition(op)
        if found:
            return holds(row[field], given)
    raise AssertionError(text)


def read_one_after_the_other(table, **options):
    return Reader(table.ask).rows(QUERY, **options)


def read_side_by_side(table, **options):
    return Reader(table.ask).pages(QUERY, **options)


@pytest.mark.parametrize("number", [0, 1, 999, 1000, 1001, 1999, 2000, 2001, 3500])
@pytest.mark.parametrize("read", [read_one_after_the_other, read_side_by_side])
def test_quiet_cloud(read, number):
    table = Table(number)
    assert read(table) == [table.rows[uuid] for uuid in sorted(table.rows)]
    assert len(table.asked) <= -(-number // 1000) + 1
    assert all(("sort", "+uuid") in pairs for pairs in table.asked)


@pytest.mark.parametrize("where_to", [0.0, 0.3, 0.6, 0.99])
@pytest.mark.parametrize("when", [1, 2, 3])
@pytest.mark.parametrize("change", ["add", "remove"])
@pytest.mark.parametrize("read", [read_one_after_the_other, read_side_by_side])
def test_one_change_between_the_pages(read, change, when, where_to):
    table = Table(3500)
    before = set(table.rows)
    if change == "remove":
        table.between[when] = [lambda: table.remove(where_to)]
    else:
        new = "%032x" % int(where_to * 2**128)
        table.between[when] = [lambda: table.rows.update({new: {"uuid": new, "name": "new"}})]
    uuids = [row["uuid"] for row in read(table)]
    assert uuids == sorted(set(uuids))
    assert before & set(table.rows) <= set(uuids) <= before | set(table.rows)
    assert len(table.asked) <= 4 + 3
    if read is read_side_by_side:
        assert uuids == sorted(table.rows)


CHANGES = st.lists(st.tuples(st.integers(0, 12), st.booleans(), st.floats(0, 1, exclude_max=True)), max_size=30)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 60), CHANGES)
def test_many_changes_between_the_pages(number, changes):
    """With pages of 10 rows. What was there throughout is found, nothing is found twice, nothing is made up."""
    table = Table(number)
    throughout, ever = set(table.rows), set(table.rows)

    def note(change):
        change()
        throughout.intersection_update(table.rows)
        ever.update(table.rows)

    for when, adds, where_to in changes:
        change = table.add if adds else (lambda where_to=where_to: table.remove(where_to))
        table.between.setdefault(when, []).append(lambda change=change: note(change))
    uuids = [row["uuid"] for row in read_side_by_side(table, page_size=10, workers=3)]
    assert len(uuids) == len(set(uuids))
    assert throughout <= set(uuids) <= ever
    listed = [n for n, pairs in enumerate(table.asked) if ("fields", "uuid") in pairs]
    if not any(when > min(listed, default=0) for when, _unused, _unused in changes):
        assert set(uuids) == set(table.rows)


def test_list_of_uuids_that_something_cuts_short_is_read_on():
    table = Table(3500)

    def ask(api, pairs, returns):
        if ("fields", "uuid") in pairs:
            pairs = [pair for pair in pairs if pair[0] != "limit"] + [("limit", 1500)]
        return table.ask(api, pairs, returns)

    assert len(Reader(ask).pages(QUERY)) == 3500


def test_pages_are_read_side_by_side():
    table = Table(4000)
    meeting = threading.Barrier(3, timeout=10)

    def ask(api, pairs, returns):
        if dict(pairs).get("start", 0) != 0:
            meeting.wait()
        return table.ask(api, pairs, returns)

    assert len(Reader(ask).pages(QUERY)) == 4000


@pytest.mark.parametrize("read", [read_one_after_the_other, read_side_by_side])
def test_fields_are_only_the_ones_asked_for(read):
    table = Table(2500)
    rows = read(table, fields=["name"])
    assert len(rows) == 2500 and all(set(row) == {"name"} for row in rows)
    assert {dict(pairs)["fields"] for pairs in table.asked} <= {"name,uuid", "uuid"}
    assert read(Table(3), fields=["uuid"])[0].keys() == {"uuid"}


@pytest.mark.parametrize("read", [read_one_after_the_other, read_side_by_side])
@pytest.mark.parametrize("number", [5, 2300])
def test_rows_without_uuid(read, number):
    table = Table(number, has_uuid=False)
    rows = read(table, fields=["value"])
    assert sorted(row["value"] for row in rows) != [] and len(rows) == number


@pytest.mark.parametrize("read", [read_one_after_the_other, read_side_by_side])
def test_rows_that_hide_their_uuid(read):
    table = Table(2300)
    answer = table.answer

    def hiding(pairs):
        body = answer(pairs)
        hidden = [{name: row[name] for name in row if name != "uuid"} for row in body["inventories"]]
        return dict(body, inventories=hidden)

    table.answer = hiding
    assert len(read(table)) == 2300


def test_rows_without_uuid_are_read_again_when_they_change():
    table = Table(2300, has_uuid=False)
    table.between[2] = [table.remove]
    table.between[3] = [table.add]
    assert len(read_one_after_the_other(table)) == 2300


def test_row_that_comes_while_another_one_goes_is_noticed():
    """The totals stay the same, but the pages have shifted."""
    table = Table(2300)
    table.between[1] = [lambda: table.remove(0.0), lambda: table.rows.update({"f" * 32: {"uuid": "f" * 32}})]
    uuids = [row["uuid"] for row in read_one_after_the_other(table, sort="-uuid")]
    assert uuids == sorted(table.rows, reverse=True)


def test_rows_that_never_stand_still_are_not_passed_off_as_complete():
    table = Table(2300)
    table.between = {n: [table.add] for n in range(100)}
    with pytest.raises(UnexpectedAnswer, match="kept changing"):
        read_one_after_the_other(table, sort="name")


def test_order_of_the_users():
    table = Table(2500)
    names = [row["name"] for row in read_one_after_the_other(table, sort="-name")]
    assert names == sorted(names, reverse=True) and len(names) == 2500
    assert {dict(pairs)["sort"] for pairs in table.asked} == {"-name"}
    assert [row["name"] for row in read_one_after_the_other(table, sort="name", limit=2)] == ["name0", "name0"]
    assert dict(table.asked[-1])["sort"] == "+name"


def test_limit_and_start():
    table = Table(2500)
    in_order = [table.rows[uuid] for uuid in sorted(table.rows)]
    assert read_one_after_the_other(table, limit=3) == in_order[:3]
    assert len(table.asked) == 1
    assert read_one_after_the_other(table, limit=3, start=10) == in_order[10:13]
    assert read_one_after_the_other(table, limit=0) == []
    assert read_one_after_the_other(table, start=1200) == in_order[1200:]
    assert read_one_after_the_other(table, start=2600) == []


def test_conditions_are_anded_and_may_be_texts():
    table = Table(50)
    uuids = sorted(table.rows)
    found = read_one_after_the_other(table, conditions=[where("uuid", "<=", uuids[20]), "name=name3"])
    assert found == [table.rows[uuid] for uuid in uuids[:21] if table.rows[uuid]["name"] == "name3"]
    assert Reader(table.ask).count(QUERY, ["name=name3"]) == 7


def test_long_list_is_asked_for_in_parts():
    table = Table(450)
    wanted = sorted(table.rows)[:350]
    found = read_one_after_the_other(
        table, conditions=[where("uuid", "?=", wanted + wanted[:5])], fields=["name", "uuid"]
    )
    assert sorted(row["uuid"] for row in found) == wanted
    assert len(table.asked) == 4
    assert all(len(text) < 4000 for pairs in table.asked for key, text in pairs if key == "q")


@pytest.mark.parametrize("has_uuid", [True, False])
def test_pages_without_end_are_noticed(has_uuid):
    """Something answers every request with the first full page."""
    table = Table(3000, has_uuid)
    first = {}

    def again(api, pairs, returns):
        key = tuple(pair for pair in pairs if pair[0] in ("fields", "sort", "replyWithCount"))
        table.asked.append(pairs)
        assert len(table.asked) < 50
        if key not in first:
            first[key] = table.answer(pairs)
        return first[key]

    for read in (Reader(again).rows, Reader(again).pages):
        with pytest.raises(UnexpectedAnswer, match="kept changing"):
            read(QUERY)


def test_errors_of_the_query_are_reported():
    def ask(api, pairs, returns):
        raise ApiError({"code": "SYS.1007", "details": "no field nam"})

    for read in (Reader(ask).rows, Reader(ask).pages):
        with pytest.raises(ApiError, match="no field nam"):
            read(QUERY, ["nam=x"])


def test_through_the_client(client, node):
    table = Table(2500)
    node.script["GET", "/things"] = [lambda request: (200, table.ask(None, request.query, ()))] * 100
    uuids = sorted(table.rows)
    assert [row["uuid"] for row in client.query(QUERY)] == uuids
    assert [row["uuid"] for row in client.query_pages(QUERY)] == uuids
    assert client.count(QUERY, ["name=name3"]) == 357
    assert client.query(QUERY, [where("name", "=", "50% & +")], limit=1) == []
    target = node.log[-1].target
    assert "q=name%3D50%25%20%26%20%2B" in target and "sort=%2Buuid" in target


def test_dead_session_while_pages_are_read_side_by_side(client, node):
    table = Table(6000)
    client.call(GET, {})

    def answer(request):
        if request.headers["Authorization"][len("OAuth ") :] not in node.sessions:
            return 503, {"error": {"code": "ID.1001"}}
        body = table.ask(None, request.query, ())
        if dict(request.query).get("start") == "0":
            node.sessions.clear()
        return 200, body

    node.script["GET", "/things"] = [answer] * 100
    assert len(list(client.query_pages(QUERY))) == 6000
    assert node.logins == 2
