# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Field: what is sent with a creation, compared, changed, refused and shown."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import JobForgotten
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import NotFound, Refused
from ansible_collections.zstack.cloud.plugins.module_utils._engine.spec import options
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Check, Field, Form

from ..conftest import Node
from .invented import (
    BASIN,
    UPDATE_LOCK,
    UPDATE_VALVE,
    A,
    B,
    C,
    D,
    made,
    makes,
    planned,
    steps,
    valve_of,
)

BASINS = [{"uuid": A, "name": "upper"}, {"uuid": B, "name": "lower"}]
IN_BASIN = Field("basin", api="basinUuid", ref=BASIN)
SIZE = Field("size", type="int", update=(UPDATE_VALVE, UPDATE_LOCK))
CODE = Field("code", update=(UPDATE_LOCK,))


def valve(**more):
    return {"uuid": C, "name": "v1", **more}


# -- the options -------------------------------------------------------------------------------------------------------


def test_options_follow_from_the_fields():
    many = Field(
        "hoses", api="hoseUuids", type="list", options=(Field("name", required=True), Field("length", type="int"))
    )
    spec = options(
        valve_of(SIZE, CODE, many, Field("port", type="int", choices=(1, 2), default=1), Field("type", type="list"))
    )
    assert spec["size"] == {"type": "int"}
    assert spec["code"] == {"type": "str", "no_log": True}
    assert spec["update_password"]["choices"] == ["always", "on_create"]
    assert spec["port"] == {"type": "int", "choices": [1, 2], "default": 1}
    assert spec["type"] == {"type": "list", "elements": "str"}
    inner = {"name": {"type": "str", "required": True}, "length": {"type": "int"}}
    assert spec["hoses"] == {"type": "list", "elements": "dict", "options": inner}


def test_what_only_sounds_secret_is_not_hidden():
    assert options(valve_of(Field("keys", update=(UPDATE_LOCK,))))["keys"]["no_log"] is False
    assert "update_password" not in options(valve_of(Field("code")))


# -- creating ----------------------------------------------------------------------------------------------------------


def test_a_creation_carries_what_is_given_as_the_node_takes_it(generation):
    node = Node(generation, Basin=BASINS)
    loud = Form(sent=str.upper, read=lambda value: value and value.lower())
    resource = valve_of(
        IN_BASIN,
        SIZE,
        CODE,
        Field("port", type="int"),
        Field("colour", api="paint.colour", row="colour"),
        Field("sheen", api="paint.sheen", row=None),
        Field("hoses", api="hoseUuids", row="hoseUuids", ref=BASIN, type="list"),
        Field("kind", api="type", form=loud),
        constant={"type": "X"},
    )
    values = {"name": " v1 ", "basin": "upper", "size": 3, "code": " s ", "port": 22, "colour": "red", "sheen": "mat"}
    draft = planned(node, resource, **values, hoses=["lower", A], kind="quick")
    [(_name, sent)] = steps(draft)
    assert sent == {
        "name": "v1",
        "basinUuid": A,
        "size": 3,
        "code": " s ",
        "port": "22" if generation == "2.3.1" else 22,
        "paint": {"colour": "red", "sheen": "mat"},
        "hoseUuids": [B, A],
        "type": "QUICK",
        "resourceUuid": draft.uuid,
    }
    assert draft.plan.before == {}
    assert draft.plan.after == {
        "name": "v1",
        "basin": "upper",
        "size": 3,
        "port": 22,
        "colour": "red",
        "hoses": ["lower", "upper"],
        "kind": "quick",
    }
    shown = made(node, resource, check_mode=True, **values)["valve"]
    assert {k: v for k, v in shown.items() if v is not None} == {
        "uuid": "0" * 32,
        "name": "v1",
        "basin_uuid": A,
        "basin_name": "upper",
        "size": 3,
        "port": 22,
        "colour": "red",
        "state": "Shut",
        "status": "Dry",
    }


def test_what_is_made_is_told_as_the_node_has_it():
    node = Node(Basin=BASINS)
    makes(node, "Valve", state="Shut", status="Wet")
    result = made(node, valve_of(IN_BASIN, SIZE, CODE), name="v1", basin="lower", code="s3cret")
    assert (result["changed"], result["valve"]["status"]) == (True, "Wet")
    assert result["valve"]["basin_name"] == "lower"
    assert result["diff"] == {"before": {}, "after": {"name": "v1", "basin": "lower"}}
    assert "s3cret" not in str(result)


def test_what_the_node_derives_is_predicted_from_what_tells_it():
    derived = Field("basin", api="basinUuid", row="basinUuid", ref=BASIN, sent=False, derived="from")
    resource = valve_of(Field("from", api="type", row=None, ref=valve_of()), derived)
    node = Node(Basin=BASINS, Valve=[valve(basinUuid=B)])
    assert made(node, resource, check_mode=True, name="v2", **{"from": "v1"})["valve"]["basin_uuid"] == B


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "there is no valve with name 'v2'; basin, size and code are needed to create it."),
        ({"basin": "upper", "size": 1}, "there is no valve with name 'v2'; code is needed to create it."),
    ],
)
def test_what_a_creation_needs_is_told_before_anything_is_sent(values, told):
    fields = [Field(f.option, api=f.api, ref=f.ref, type=f.type, needed=True) for f in (IN_BASIN, SIZE, CODE)]
    node = Node(Basin=BASINS, Valve=[])
    with pytest.raises(NotFound, match=told):
        planned(node, valve_of(*fields), name="v2", **values)
    assert node.sent == []


def test_the_name_that_may_be_meant_is_told_where_nothing_is_there_to_change():
    with pytest.raises(NotFound, match=r"no valve with name 'v-north1'.*does not create one.*Did you mean 'v-north'"):
        adopted = valve_of(Field("size", update=(UPDATE_VALVE,), type="int"), create=None)
        planned(Node(Valve=[valve(name="v-north")]), adopted, name="v-north1")


@pytest.mark.parametrize(
    ("values", "sound"),
    [({"size": 1}, True), ({"kind": "a", "port": 2}, True), ({}, False), ({"kind": "a"}, False),
     ({"size": 1, "kind": "a", "port": 2}, False)],
)  # fmt: skip
def test_one_of_several_ways_to_say_the_same(values, sound):
    resource = valve_of(
        SIZE, Field("kind", api="type"), Field("port", type="int"), either=(("size",), ("kind", "port"))
    )
    if sound:
        planned(Node(), resource, name="v2", **values)
    else:
        with pytest.raises(NotFound, match=r"give size or kind and port, exactly one of these"):
            planned(Node(), resource, name="v2", **values)


# -- comparing and changing --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "now", "wanted"),
    [
        (SIZE, 3, 3),
        (SIZE, "3", 3),
        (Field("kind", api="type", update=()), "a", " a "),
        (Field("kind", api="type"), None, ""),
        (Field("kind", api="type", spelling=str.lower), "QUICK", "quick"),
        (Field("kind", api="type", form=Form(sent=str.upper, read=str.lower)), "QUICK", "quick"),
        (Field("hoses", api="hoseUuids", type="list"), ["a", "b"], ["b", "a"]),
    ],
)
def test_what_is_the_same_to_the_node_is_no_change(field, now, wanted):
    node = Node(Valve=[valve(**{field.row: now})])
    draft = planned(node, valve_of(field), name="v1", **{field.option: wanted})
    assert steps(draft) == []
    assert draft.plan.before == draft.plan.after


NESTED = Field(
    "rings",
    api="hoseUuids",
    row="hoseUuids",
    type="list",
    options=(Field("name"), Field("size", type="int", row="width")),
)


@pytest.mark.parametrize(
    ("now", "wanted", "same"),
    [
        ([{"name": "a", "width": "1"}, {"name": "b"}], [{"name": "b"}, {"name": "a", "size": 1}], True),
        ([{"name": "a", "width": 1}], [{"name": "a", "size": None}], True),
        ([{"name": "a", "width": 1}], [{"name": "a", "size": 2}], False),
        ([{"name": "a"}], [{"name": "a"}, {"name": "a"}], False),
        ([], [{"name": "a"}], False),
    ],
)
def test_lists_of_dictionaries_are_compared_in_what_the_task_gives(now, wanted, same):
    node = Node(Valve=[valve(hoseUuids=now)])
    if same:
        assert steps(planned(node, valve_of(NESTED), name="v1", rings=wanted)) == []
    else:
        with pytest.raises(Refused, match=r"rings of valve 'v1'.*sets it at creation only"):
            planned(node, valve_of(NESTED), name="v1", rings=wanted)


def test_a_list_of_dictionaries_is_predicted_as_it_is_told():
    node, wanted = Node(), [{"name": "b", "size": 2}, {"name": "a", "size": None}]
    resource = valve_of(NESTED)

    def make(params):
        assert params["hoseUuids"] == [{"name": "b", "size": 2}, {"name": "a"}]
        rings = [{"name": "b", "width": "2", "more": 1}, {"name": "a"}]
        node.rows("Valve").append({"uuid": params["resourceUuid"], "name": "v1", "hoseUuids": rings})

    node.answers["CreateValve"] = make
    predicted = made(node, resource, check_mode=True, name="v1", rings=wanted)
    result = made(node, resource, name="v1", rings=wanted)
    assert predicted["valve"]["hose_uuids"] == [{"name": "a", "width": None}, {"name": "b", "width": 2}]
    assert result["valve"]["hose_uuids"] == predicted["valve"]["hose_uuids"]
    assert result["diff"] == predicted["diff"]
    assert result["diff"]["after"]["rings"] == [{"name": "b", "size": 2}, {"name": "a"}]


@pytest.mark.parametrize(
    ("type", "now", "wanted", "same"),
    [
        ("bool", None, False, True),
        ("bool", True, True, True),
        ("bool", None, True, False),
        ("dict", {"hue": "red", "sheen": "mat"}, {"colour": "red"}, True),
        ("dict", {"hue": "red"}, {"colour": "blue"}, False),
        ("dict", None, {"colour": "red"}, False),
    ],
)
def test_truths_and_dictionaries_are_compared_as_the_node_means_them(type, now, wanted, same):
    inner = (Field("colour", api="hue", row="hue"),) if type == "dict" else ()
    field = Field("paint", api="paint" if inner else "lit", row="colour", type=type, options=inner)
    node = Node(Valve=[valve(colour=now)])
    if same:
        assert steps(planned(node, valve_of(field), name="v1", paint=wanted)) == []
    else:
        with pytest.raises(Refused, match="paint of valve 'v1'"):
            planned(node, valve_of(field), name="v1", paint=wanted)


def test_rows_of_another_kind_show_what_is_said_of_them():
    nested = [{"uuid": "z", "size": 1, "note": "x"}, {"uuid": "a", "size": 2}]
    node = Node(Valve=[valve(hoseUuids=nested)])
    shown = made(node, valve_of(nests={"hoseUuids": ("uuid", "size")}), name="v1")["valve"]["hose_uuids"]
    assert shown == [{"uuid": "a", "size": 2}, {"uuid": "z", "size": 1}]
    shown = made(node, valve_of(nests={"hoseUuids": {"5.2": ("uuid",), "2.3.1": ()}}), name="v1")["valve"]
    assert shown["hose_uuids"] == [{"uuid": "a"}, {"uuid": "z"}]


def test_a_dictionary_travels_and_shows_in_the_words_of_its_fields():
    inner = (Field("colour", api="hue", row="hue", spelling=str.lower), Field("sheen"))
    resource = valve_of(Field("paint", row="colour", type="dict", options=inner))
    node = Node()
    draft = planned(node, resource, name="v1", paint={"colour": "RED", "sheen": None})
    assert steps(draft)[0][1]["paint"] == {"hue": "red"}
    assert draft.inventory["colour"] == {"hue": "red"}


def test_only_what_differs_is_sent_by_as_few_apis_as_serve():
    node = Node(Valve=[valve(size=1)])
    resource = valve_of(SIZE, CODE)
    [(api, params)] = steps(planned(node, resource, name="v1", size=2, code="new"))
    assert (api, params) == ("UpdateValve", {"size": 2, "uuid": C})
    sent = steps(planned(node, resource, name="v1", size=2, code="new", update_password="always"))
    assert sent == [("UpdateLock", {"size": 2, "code": "new", "uuid": C})]


def test_a_secret_is_sent_when_it_is_told_to_and_never_shown():
    node = Node(Valve=[valve()])
    assert not made(node, valve_of(CODE), name="v1", code="s3cret")["changed"]
    result = made(node, valve_of(CODE), name="v1", code="s3cret", update_password="always")
    assert result["changed"] and node.writes() == ["UpdateLock"]
    assert result["diff"] == {"before": {"name": "v1"}, "after": {"name": "v1"}}
    assert "s3cret" not in str(result)


def test_some_fields_are_updated_with_others_only():
    resource = valve_of(SIZE, Field("keys", update=(UPDATE_LOCK,), beside=("size",)))
    node = Node(Valve=[valve(size=4, keys="a")])
    assert steps(planned(node, resource, name="v1", keys="b")) == [("UpdateLock", {"size": 4, "keys": "b", "uuid": C})]
    sent = steps(planned(node, resource, name="v1", keys="b", size=5))
    assert sent == [("UpdateLock", {"size": 5, "keys": "b", "uuid": C})]


def test_an_update_is_told_by_the_node():
    node = Node(Valve=[valve(size=1)])
    node.answers["UpdateValve"] = lambda params: node.rows("Valve")[0].update(size=9)
    result = made(node, valve_of(SIZE), name="v1", size=2)
    assert result["diff"] == {"before": {"name": "v1", "size": 1}, "after": {"name": "v1", "size": 9}}
    assert result["valve"]["size"] == 9


def test_an_update_whose_end_is_unknown_is_proved_by_the_inventory():
    node = Node(Valve=[valve(size=1)])

    def forget(params):
        node.rows("Valve")[0].update(size=2)
        return JobForgotten("forgotten", outcome="unknown")

    node.answers["UpdateValve"] = forget
    assert made(node, valve_of(SIZE), name="v1", size=2)["changed"]


def test_what_is_in_use_after_the_next_reconnection_only_is_remembered():
    resource = valve_of(Field("size", type="int", update=(UPDATE_VALVE,), stale=True))
    assert planned(Node(Valve=[valve(size=1)]), resource, name="v1", size=2).known["stale"] == ["size"]


# -- refusing ----------------------------------------------------------------------------------------------------------


def test_what_is_set_at_creation_only_is_refused_in_names():
    node = Node(Basin=BASINS, Valve=[valve(basinUuid=A)])
    told = r"basin of valve 'v1' .* is 'upper', the task asks for 'lower': ZStack sets it at creation only. Ask for"
    with pytest.raises(Refused, match=told + " 'upper', or delete the valve and create it anew"):
        planned(node, valve_of(IN_BASIN), name="v1", basin="lower")
    adopted = valve_of(IN_BASIN, create=None, identity=(("name", "basin"),))
    with pytest.raises(Refused, match=r"the task asks for 'lower': ZStack cannot change it. Ask for 'upper'"):
        planned(node, adopted, uuid=C, basin="lower")


def test_what_was_one_of_several_at_creation_is_among_what_it_has():
    resource = valve_of(Field("hose", api="type", row=None, held=lambda row: row["hoseUuids"]))
    node = Node(Valve=[valve(hoseUuids=["h1", "h2"])])
    draft = planned(node, resource, name="v1", hose="h2")
    assert steps(draft) == [] and draft.plan.after["hose"] == "h2"
    with pytest.raises(Refused, match=r"hose of valve .* is 'h1, h2', the task asks for 'h3'"):
        planned(node, resource, name="v1", hose="h3")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"name": " "}, "name is empty, give a value or leave it out"),
        ({"name": "v1", "size": 101}, r"size is 101, expected 1 to 100 \(ZStack"),
        ({"name": "v1" * 9}, r"name has 18 characters, at most 10 are allowed"),
        ({"name": "v1", "kind": "b"}, "kind is 'b': ZStack 2.3.1 knows 'a' only"),
        ({"name": "v1", "level": 3}, "level: ZStack 2.3.1 does not know it, ZStack 5.2 does"),
        ({"name": "v1", "size": 7}, "7 brings bad luck; and worse"),
        ({}, "give uuid or name, and not empty"),
    ],
)
def test_what_the_node_would_refuse_is_refused_before_it_is_asked(values, told):
    node = Node("2.3.1")
    resource = valve_of(
        SIZE,
        Field("kind", api="type", implied={"2.3.1": "a"}),
        Field("level", api="port", type="int", only="5.2"),
        Check(lambda values: ["7 brings bad luck", "and worse"] if values.get("size") == 7 else []),
        Check(lambda values: ["never said"], only="5.2"),
    )
    with pytest.raises(Refused, match=told):
        planned(node, resource, **values)
    assert node.asked == []


def test_a_secret_that_is_refused_is_not_shown():
    with pytest.raises(Refused) as caught:
        planned(Node(), valve_of(Field("code", type="raw")), name="v1", code=["s3cret"])
    assert "code is of type list" in caught.value.message and "s3cret" not in caught.value.message


def test_values_that_do_not_matter_for_a_deletion_are_not_looked_at(generation):
    node = Node(generation, Valve=[valve()])
    resource = valve_of(SIZE, IN_BASIN, Field("level", api="port", only="5.2"), Check(lambda values: ["never said"]))
    draft = planned(node, resource, state="absent", name="v1", size=1000, basin="nowhere", level=1)
    assert steps(draft) == [("DeleteValve", {"uuid": C})]


def test_a_reference_is_looked_for_within_another():
    tap = valve_of(Field("basin", api="basinUuid", ref=BASIN), name="tap")
    resource = valve_of(
        Field("basin", api="basinUuid", ref=BASIN), Field("tap", api="type", row="type", ref=tap, within="basin")
    )
    node = Node(Basin=BASINS, Valve=[valve(name="t", basinUuid=A), {"uuid": D, "name": "t", "basinUuid": B}])
    assert planned(node, resource, name="v9", tap="t", basin="lower").fields["tap"] == D
    with pytest.raises(Refused, match=r"tap: 2 taps are named 't'"):
        planned(node, resource, name="v9", tap="t")
