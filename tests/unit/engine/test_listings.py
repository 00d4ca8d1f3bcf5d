# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Listings, and what info modules gather beside their rows."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P, query
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError
from ansible_collections.zstack.cloud.plugins.module_utils._engine import gathering, listing
from ansible_collections.zstack.cloud.plugins.module_utils._engine.listing import Asking
from ansible_collections.zstack.cloud.plugins.module_utils._engine.observe import Observer
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Field, Listing, Reading, Related

from ..conftest import Node, refusal
from .invented import BASIN, UUID, A, B, C, refused, valve_of

VALVE = valve_of(Field("basin", api="basinUuid", ref=BASIN), Field("size", type="int"))
GET = Api("GetHoses", "GET", "/valves/{valveUuid}/hoses", P("valveUuid"), P("length", "int", range=(1, 9)))
OF_VALVE = Field("valve", api="valveUuid", ref=VALVE, required=True)
LISTING = Listing("fitting_valves", GET, fields=(OF_VALVE, Field("length", type="int")), resource=VALVE)


def told(node, word, predict=False, beside=None, **values):
    return Asking(word, values, Observer(node, predict=predict), beside).rows_told()


def node():
    there = Node(
        Valve=[{"uuid": C, "name": "v1"}, {"uuid": A, "name": "v0", "basinUuid": C}], Basin=[{"uuid": C, "name": "b"}]
    )
    there.answers["GetHoses"] = {"inventories": [{"uuid": B, "name": "z", "size": "3"}, {"uuid": A, "name": "a"}]}
    return there


def test_rows_are_told_as_everywhere_in_the_order_of_names():
    assert listing.options(LISTING) == {"valve": {"type": "str", "required": True}, "length": {"type": "int"}}
    there = node()
    rows = told(there, LISTING, valve="v1", length=3)
    assert there.read == [("GetHoses", {"valveUuid": C, "length": 3})]
    assert [row["name"] for row in rows] == ["a", "z"]
    assert (rows[1]["size"], rows[1]["basin_uuid"], rows[1]["basin_name"]) == (3, None, None)


def test_plain_values_and_rows_of_no_resource():
    word = Listing("levels", GET, key="levels", fields=(OF_VALVE,))
    there = node()
    there.answers["GetHoses"] = {"levels": [3, {"waterLevel": 1, "password": "s3cret"}]}
    assert told(there, word, valve="v1") == [3, {"water_level": 1}]
    there.answers["GetHoses"] = {}
    assert told(there, word, valve="v1") == []


def test_rows_of_a_query():
    word = Listing("valves", query=VALVE.query, resource=VALVE, fields=(Field("basin", api="basinUuid", ref=BASIN),))
    assert [row["name"] for row in told(node(), word, basin="b")] == ["v0"]


def test_it_is_asked_only_where_it_makes_sense():
    looks = {"drops": (query("Drop", "/drops"), lambda draft: [("valveUuid", "=", draft.fields["valve"])])}
    word = Listing("fitting", GET, fields=(OF_VALVE,), looks=looks, apt=lambda draft: draft.found["drops"])
    there = node()
    assert told(there, word, valve="v1") == [] and there.read == []
    there.rows("Drop").append({"uuid": B, "valveUuid": C})
    assert len(told(there, word, valve="v1")) == 2


def test_of_what_an_earlier_task_would_have_made_there_is_nothing_yet():
    there = node()
    assert told(there, LISTING, predict=True, valve="v9") == [] and there.read == []


def test_listings_of_one_task_share_what_they_look_up():
    there = node()
    first = Asking(LISTING, {"valve": "v1"}, Observer(there))
    first.rows_told()
    Asking(LISTING, {"valve": "v1"}, first.observer, first).rows_told()
    assert [name for name, _conditions in there.asked] == ["QueryValve"]


def test_what_the_node_would_refuse_is_refused():
    there = node()
    with refused("length is 10, expected 1 to 9"):
        told(there, LISTING, valve="v1", length=10)
    newer = Listing("fitting", GET, fields=(OF_VALVE, Field("length", type="int", only="2.3.1")))
    with refused("length: ZStack 5.2 does not know it, ZStack 2.3.1 does"):
        told(there, newer, valve="v1", length=1)
    with refused("ZStack 5.2 has no fitting valves, ZStack 2.3.1 has"):
        told(there, Listing("fitting_valves", GET, fields=(OF_VALVE,), only="2.3.1"), valve="v1")
    assert there.read == []


# -- what is gathered --------------------------------------------------------------------------------------------------

FLOW = Reading("flow", Api("GetFlow", "GET", "/valves/{uuid}/flow", UUID, returns=("flow",)), "flow")
DROPS = Related("drops", query("Drop", "/drops", only="5.2"), "valveUuid", "drops", lambda row: row["size"])
ROWS = [{"uuid": A, "name": "v0", "drops": [{"size": 9}]}, {"uuid": C, "name": "v1"}]


def gathered(there, *words):
    observer = Observer(there)
    return gathering.gathered(words, ROWS, observer), observer.warnings


def test_readings_are_asked_of_each_row_and_one_that_fails_is_a_warning():
    there = node()
    there.answers["GetFlow"] = lambda params: {"flow": "much"} if params["uuid"] == A else refusal(api="GetFlow")
    found, warnings = gathered(there, FLOW)
    assert found == [{"flow": "much"}, {"flow": None}]
    assert len(warnings) == 1 and warnings[0].startswith("flow of v1: GetFlow failed")


def test_a_thousand_equal_warnings_are_one():
    there = node()
    there.answers["GetFlow"] = refusal(api="GetFlow")
    observer = Observer(there)
    rows = [{"uuid": f"{n:032x}", "name": f"v{n}"} for n in range(1000)]
    assert gathering.gathered([FLOW], rows, observer) == [{"flow": None}] * 1000
    [warning] = observer.warnings
    assert warning.startswith("flow of v0, v1, ") and "v9 and 990 more: GetFlow failed: SYS.1007" in warning


def test_a_node_that_is_starting_tells_of_none():
    there = node()
    there.answers["GetFlow"] = refusal("SYS.1010", api="GetFlow")
    with pytest.raises(ApiError):
        gathered(there, FLOW)


def test_rows_of_others_are_passed_over():
    there = node()
    there.answers["QueryDrop"] = lambda conditions: [{"valveUuid": "?", "size": 1}, {"valveUuid": C, "size": 2}]
    assert gathered(there, DROPS)[0] == [{"drops": []}, {"drops": [2]}]


def test_a_reading_may_have_several_fields_and_its_own_way_of_asking():
    both = Reading("flow", FLOW.read, ("lowFlow", "highFlow"), asking=lambda uuid: {"uuid": uuid[::-1]})
    there = node()
    there.answers["GetFlow"] = {"lowFlow": 1, "other": 3}
    assert gathered(there, both)[0][0] == {"flow": {"low_flow": 1, "high_flow": None}}
    assert there.read[0] == ("GetFlow", {"uuid": A[::-1]})


def test_what_is_related_is_asked_for_by_one_query():
    there = node()
    there.rows("Drop").extend({"uuid": str(size), "valveUuid": C, "size": size} for size in (3, 1, 2))
    assert gathered(there, DROPS)[0] == [{"drops": []}, {"drops": [1, 2, 3]}]
    assert [name for name, _conditions in there.asked] == ["QueryDrop"]


def test_a_generation_without_the_query_has_it_in_the_row():
    there = Node("2.3.1")
    assert gathered(there, DROPS)[0] == [{"drops": [9]}, {"drops": []}]
    assert there.asked == []
    assert gathering.fields([DROPS, FLOW], "2.3.1") == ["uuid", "drops"]
    assert gathering.fields([DROPS, FLOW], "5.2") == ["uuid"]


@pytest.mark.parametrize(("number", "queries"), [(100, 1), (101, 2)])
def test_of_many_rows_it_is_asked_in_portions(number, queries):
    there = node()
    rows = [{"uuid": f"{n:032x}"} for n in range(number)]
    gathering.gathered([DROPS], rows, Observer(there))
    assert len(there.asked) == queries
