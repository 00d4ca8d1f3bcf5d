# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which object a task means, what it refers to, and the uuids of what is not there yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import Ambiguous, NotFound
from ansible_collections.zstack.cloud.plugins.module_utils._engine.observe import Observer
from ansible_collections.zstack.cloud.plugins.module_utils._engine.uuids import PREDICTED_UUID, is_uuid, planned_uuid
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Field

from ..conftest import Node, refusal
from .invented import BASIN, UPDATE_VALVE, A, B, C, D, made, planned, refused, steps, valve_of

IN_BASIN = Field("basin", api="basinUuid", ref=BASIN)
SIZE = Field("size", type="int", update=(UPDATE_VALVE,))
BASINS = [{"uuid": A, "name": "upper"}, {"uuid": B, "name": "lower"}]


def node(*valves, generation="5.2"):
    return Node(generation, Basin=BASINS, Valve=list(valves))


def valve(uuid, name, **more):
    return {"uuid": uuid, "name": name, **more}


def found(there, resource, **values):
    """The uuid of the object that is meant, None if there is none."""
    row = planned(there, resource, **values).row
    return row and row["uuid"]


# -- ways to tell it ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "uuid"),
    [({"name": "v1"}, C), ({"name": " v1 "}, C), ({"name": "V1"}, D), ({"name": "v 1"}, None), ({"uuid": C}, C)],
)
def test_names_are_compared_exactly_though_the_node_does_not(values, uuid):
    assert found(node(valve(C, "v1"), valve(D, "V1")), valve_of(), **values) == uuid


def test_references_narrow_down_where_it_is_looked_for():
    there = node(valve(C, "v1", basinUuid=A), valve(D, "v1", basinUuid=B))
    resource = valve_of(IN_BASIN, identity=(("name", "basin"),))
    assert found(there, resource, name="v1", basin="lower") == D
    with refused("name: 2 valves are named 'v1'. Give the uuid of the one you mean", by=Ambiguous):
        planned(there, resource, name="v1")


def test_the_first_way_that_the_task_gives_decides():
    resource = valve_of(SIZE, identity=(("size",), ("name",)))
    there = node(valve(C, "v1", size=1), valve(D, "v2", size=2))
    assert found(there, resource, size=2) == D
    assert found(there, resource, name="v2") == D


def test_each_generation_has_its_own():
    resource = valve_of(SIZE, identity={"2.3.1": (("size",),), "5.2": (("name",),)})
    assert found(node(valve(C, "v1", size=1), generation="2.3.1"), resource, size=1) == C
    with refused("give uuid or size, and not empty"):
        planned(node(generation="2.3.1"), resource, name="v1")
    with refused("give uuid or name, and not empty"):
        planned(node(), resource, size=1)


def test_what_there_is_one_of_only_needs_no_name():
    resource = valve_of(identity=((),))
    assert found(node(valve(C, "v1")), resource) == C
    with refused("uuid: 2 valves exist", by=Ambiguous):
        planned(node(valve(C, "v1"), valve(D, "v2")), resource)


def test_references_alone_tell_it_where_there_is_nothing_else():
    resource = valve_of(IN_BASIN, Field("hose", api="type", ref=BASIN), identity=(("basin", "hose"),))
    there = node(valve(C, "v1", basinUuid=A, type=B), valve(D, "v2", basinUuid=B, type=B))
    assert found(there, resource, basin="upper", hose="lower") == C
    with refused("give uuid or basin with hose, and not empty"):
        planned(there, resource, basin="upper")


def test_a_usual_value_goes_without_saying():
    resource = valve_of(Field("size", type="int", usual=7), identity=(("name", "size"),))
    there = node(valve(C, "v1", size=7), valve(D, "v1", size=8))
    assert found(there, resource, name="v1") == C
    assert found(there, resource, name="v1", size=8) == D


def test_a_number_is_told_in_whatever_form_the_node_has_it():
    assert found(node(valve(C, "v1", size="7")), valve_of(SIZE, identity=(("size",),)), size=7) == C


# -- two that are meant ------------------------------------------------------------------------------------------------

TWO_WAYS = valve_of(SIZE, IN_BASIN, identity=(("size",), ("name", "basin")))


def test_one_typing_error_does_not_make_two_of_a_name():
    there = node(valve(C, "v1", size=1), valve(D, "v2", size=2))
    with refused("name 'v1' and size 2 are two valves", f"'v1' ({C}) has the first, 'v2' ({D}) the second"):
        planned(there, TWO_WAYS, size=2, name="v1")
    assert steps(planned(there, TWO_WAYS, size=2, name="v3")) == [("UpdateValve", {"name": "v3", "uuid": D})]
    assert steps(planned(there, TWO_WAYS, uuid=D, size=2, name="v1")) == [("UpdateValve", {"name": "v1", "uuid": D})]


def test_what_is_there_by_another_way_is_not_made_again():
    there = node(valve(C, "v1", size=1))
    told = ("size: no valve has 2, but one with name 'v1' exists with size 1", f"give its uuid {C}")
    with refused(*told):
        planned(there, TWO_WAYS, size=2, name="v1")
    assert steps(planned(there, TWO_WAYS, size=2, name="v1", state="absent")) == []


def test_what_somebody_makes_between_two_questions_is_no_namesake():
    there = node()
    there.answers["QueryValve"] = iter([[], [valve(C, "v1", size=2)]])
    assert steps(planned(there, TWO_WAYS, size=2, name="v1"))[0][0] == "CreateValve"


# -- by uuid -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("uuid", ["x", C.upper(), C[:-1], f"{C}0"])
@pytest.mark.parametrize("state", ["present", "absent"])
def test_what_is_no_uuid_is_refused(uuid, state):
    there = node()
    with refused(f"uuid: {uuid!r} is no uuid; give its 32 lower-case hexadecimal digits"):
        planned(there, valve_of(), uuid=uuid, state=state)
    assert there.asked == []


def test_a_uuid_that_nothing_has():
    told = f"uuid: there is no valve '{C}'. To create one, leave uuid out"
    with refused(told, by=NotFound):
        planned(node(), valve_of(), uuid=C)
    with refused(f"uuid: there is no valve '{C}'", by=NotFound) as caught:
        planned(node(), valve_of(create=None), uuid=C)
    assert "To create" not in caught.value.message
    assert steps(planned(node(), valve_of(), uuid=C, state="absent")) == []


def test_check_mode_understands_the_uuid_that_it_showed():
    there = node()
    result = made(there, valve_of(SIZE), check_mode=True, uuid=PREDICTED_UUID, size=3)
    assert result["valve"]["uuid"] == PREDICTED_UUID and result["valve"]["size"] == 3
    assert not result["changed"] and "check mode assumes that an earlier task" in result["warnings"][0]
    with refused("there is no valve", by=NotFound):
        planned(there, valve_of(SIZE), uuid=PREDICTED_UUID, size=3)


# -- references --------------------------------------------------------------------------------------------------------


def resolve(there, *values, resource=BASIN, predict=False, scope=()):
    return [row["uuid"] for row in Observer(there, predict=predict).resolve_all(resource, values, "basins", scope)]


def test_a_reference_is_a_name_or_a_uuid():
    assert resolve(node(), "lower", f" {A} ", "upper") == [B, A, A]


def test_several_take_one_query_unless_a_list_cannot_hold_them():
    there = node()
    assert resolve(there, "upper", "lower") == [A, B]
    assert there.asked == [("QueryBasin", ["name?=upper,lower"])]
    there.rows("Basin").append({"uuid": C, "name": "a,b"})
    there.asked.clear()
    assert resolve(there, "a,b", "upper") == [C, A]
    assert len(there.asked) == 2


def test_a_name_that_looks_like_a_uuid():
    there = node()
    there.rows("Basin").append({"uuid": C, "name": D})
    assert resolve(there, D) == [C]


def test_a_reference_to_nothing_names_what_may_be_meant():
    told = (
        "basins: there is no basin with name or uuid 'uper'. Names are compared exactly, upper and lower case included"
    )
    with refused(told, ". Did you mean 'upper'?", by=NotFound):
        resolve(node(), "uper")
    valves = valve_of(IN_BASIN)
    there = node(valve(C, "v1", basinUuid=A))
    observer = Observer(there)
    observer.resolve(BASIN, "upper", "basin")
    with refused("valves: there is no valve with name or uuid 'v2' in basin 'upper'", by=NotFound):
        observer.resolve(valves, "v2", "valves", [("basinUuid", A)])


def test_what_has_no_names_is_told_by_its_uuid():
    nameless = Resource("drop", BASIN.query, inventory=("uuid",), inventory_by={"2.3.1": ("name",)})
    with refused("there is no drop with uuid 'upper'. ZStack 5.2 has no names of drops", by=NotFound):
        resolve(node(), "upper", resource=nameless)
    assert resolve(node(generation="2.3.1"), "upper", resource=nameless) == [A]


def test_an_empty_reference_is_refused_in_check_mode_too():
    with refused("basins is empty"):
        resolve(node(), " ", predict=True)


def test_check_mode_assumes_what_an_earlier_task_would_have_made():
    there = node()
    observer = Observer(there, predict=True)
    first, again = (observer.resolve(BASIN, "new", "basin") for _time in range(2))
    assert first == again and first["name"] == "new"
    assert len(observer.warnings) == 1 and first["uuid"] in observer.unreal
    # In it there is nothing yet, and the node is not asked about it.
    there.asked.clear()
    assert observer.rows(valve_of(IN_BASIN), [("basinUuid", first["uuid"])]) == []
    assert observer.read(BASIN, first["uuid"]) is None and observer.tags(first["uuid"]) == []
    assert there.asked == []


def test_what_is_planned_is_found_like_what_is_there():
    there = node()
    observer = Observer(there)
    observer.add_planned(BASIN, {"uuid": C, "name": "new"})
    assert observer.resolve(BASIN, "new", "basin")["uuid"] == C
    assert [row["uuid"] for row in observer.all(BASIN)] == [C, A, B]
    observer.add_planned(BASIN, {"uuid": D, "name": "new"})
    with refused("2 basins are named 'new'", by=Ambiguous):
        observer.resolve(BASIN, "new", "basin")


def test_namesakes_are_listed_with_what_they_refer_to():
    rows = [valve(f"{n:032x}", "v1", basinUuid=(A, B)[n % 2], createDate="Nov 4, 2017 1:02:03 AM") for n in range(12)]
    with refused(f"{0:032x} (basin upper, created 2017-11-04 01:02:03); ", "... 12 in all", by=Ambiguous) as caught:
        planned(node(*rows), valve_of(IN_BASIN), name="v1")
    assert caught.value.details["candidates"][1] == {
        "uuid": f"{1:032x}",
        "name": "v1",
        "references": {"basin": "lower"},
        "created": "2017-11-04 01:02:03",
    }
    with refused("size: 2 valves have size '3'", f"({'v1, basin upper'}", by=Ambiguous):
        there = node(*(dict(row, size=3) for row in rows[:2]))
        planned(there, valve_of(IN_BASIN, SIZE, identity=(("size",),)), size=3)


def test_names_that_may_not_be_seen_are_left_out():
    there = node(valve(C, "v1", basinUuid=A))
    there.answers["QueryBasin"] = refusal("ID.1002")
    observer = Observer(there)
    assert observer.names(BASIN, [A]) == {A: None}
    observer.names(BASIN, [A])
    assert len(there.asked) == 1
    there.answers["QueryBasin"] = refusal("SYS.1000")
    with pytest.raises(Exception, match=r"SYS\.1000"):
        Observer(there).names(BASIN, [A])


# -- uuids of what is not there yet ------------------------------------------------------------------------------------

PAIRS = st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=4, unique_by=lambda pair: pair[0])


@given(st.text(min_size=1), PAIRS, st.integers(0, 9))
def test_whoever_makes_the_same_asks_for_the_same_uuid(kind, pairs, number):
    uuid = planned_uuid(kind, pairs, number)
    assert is_uuid(uuid) and uuid == planned_uuid(kind, pairs[::-1], number)
    assert uuid != planned_uuid(kind, pairs, number + 1) and uuid != planned_uuid(kind + "s", pairs, number)
    assert uuid != planned_uuid(kind, [*pairs, ("another field", "x")], number)


def test_what_tells_an_object_from_others_makes_its_uuid():
    resource = valve_of(IN_BASIN, SIZE, identity=(("name", "basin"),))
    one = planned(node(), resource, name="v1", basin="upper", size=1).uuid
    assert one == planned(node(), resource, name=" v1 ", basin=A, size=2).uuid
    assert one != planned(node(), resource, name="v1", basin="lower", size=1).uuid
    assert one != planned(node(), resource, name="v2", basin="upper", size=1).uuid
    # What the node derives is not known to all who make it.
    derived = valve_of(Field("basin", api="basinUuid", ref=BASIN, sent=False), identity=(("name", "basin"),))
    assert planned(node(), derived, name="v1", basin="upper").uuid == planned(node(), derived, name="v1").uuid
