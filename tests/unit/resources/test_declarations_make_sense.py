# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A declaration that cannot be right fails when it is imported, and says what is wrong with it."""

from __future__ import annotations

import ast
import inspect
import sys
from contextlib import suppress
from dataclasses import replace

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P, query
from ansible_collections.zstack.cloud.plugins.module_utils._engine.spec import options
from ansible_collections.zstack.cloud.plugins.module_utils._resources import resource, words
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import (
    Action,
    Attachments,
    Check,
    Connects,
    Dependents,
    Event,
    Field,
    Listing,
    Member,
    Nonsense,
    Parts,
    Reading,
    Reconnect,
    Tags,
)

UUID = P("uuid", required=True)
QUERY = query("Valve", "/valves")
CREATE = Api("CreateValve", "POST", "/valves", P("name", required=True), P("size", "int"), P("seals", "list"))
UPDATE = Api("UpdateValve", "PUT", "/valves/{uuid}/actions", UUID, P("name"), P("size", "int"))
DELETE = Api("DeleteValve", "DELETE", "/valves/{uuid}", UUID, P("deleteMode"))
TURN = Api("TurnValve", "PUT", "/valves/{uuid}/turn", UUID, P("how", choices=("on", "off")), P("far", only="5.2"))
ALL = Api("TurnAll", "PUT", "/valves", P("how"), P("name"))
JOIN = Api("JoinValve", "POST", "/hoses/{hoseUuid}/valves", P("hoseUuid"), P("valveUuid"))
PART = Api("PartValve", "DELETE", "/hoses/{hoseUuid}/valves", P("hoseUuid"), P("valveUuid"))
SEAL = Api("AddSeals", "POST", "/valves/{uuid}/seals", UUID, P("seals", "list"))
UNSEAL = Api("RemoveSeals", "DELETE", "/valves/{uuid}/seals", UUID, P("names", "list"))
RESEAL = Api("UpdateSeal", "PUT", "/seals/{uuid}", UUID, P("size", "int"))
INVENTORY = ("uuid", "name", "size", "status", "hoseUuids", "seals", "zoneUuid")

HOSE = Resource("hose", query("Hose", "/hoses"), inventory=("uuid", "name", "zoneUuid"), words=())
ON = Event("on", TURN, shows={"status": ("on",)})
PUMP = Resource("pump", QUERY, inventory=INVENTORY, words=(Field("name"), ON), create=CREATE)
VALVE = {"name": "valve", "query": QUERY, "inventory": INVENTORY, "create": CREATE, "delete": DELETE}
NAME = Field("name", update=(UPDATE,))
PARTS = Parts("seals", "seal", row="seals", key="name", key_row="name", fields=(Field("name"), Field("size")), needs=(),
              created={}, sent=dict, adds="seals", add=SEAL, remove=UNSEAL, removes="names", update=RESEAL,
              id="uuid")  # fmt: skip
JOINED = Attachments("hoses", HOSE, JOIN, PART, this="valveUuid", other="hoseUuid", own="hoseUuids")


def valve(*words, **more):
    return Resource(**{**VALVE, "words": (NAME, *words), **more})


def event(**more):
    return valve(Event(**{"value": "on", "api": TURN, "params": {"how": "on"}, "shows": {"status": ("on",)}, **more}))


def attached(**more):
    return valve(replace(JOINED, **more))


VALVES = valve(JOINED)
MEMBER = {"name": "valve_hose", "holder": "hose", "to": HOSE, "member": "valve", "of": VALVES, "row": "hoseUuids",
          "add": JOIN, "remove": PART, "this": "hoseUuid", "other": "valveUuid"}  # fmt: skip
SUBJECT = Field("valve", api="uuid", ref=VALVES)


def member(**more):
    return Member(**{**MEMBER, **more})


def action(**more):
    return Action(**{"name": "turn", "api": TURN, "fields": (SUBJECT, Field("how")), "subject": "valve", **more})


#: What makes no sense, and what is said of it.
NONSENSE = {
    "plural": (lambda: valve(name="chassis"), "chassis: chassiss: no plural"),
    "option twice": (lambda: valve(Field("size"), Field("size")), "an option twice"),
    "option state": (lambda: valve(Field("state", api="size", row="size")), "an option twice"),
    "identity": (lambda: valve(identity=(("serial",),)), "identity: there is no option serial"),
    "needed": (lambda: Resource(**VALVE, identity=(("size",),), words=(Field("size"),)), r"needs \['name'\] in 2.3.1"),
    "created": (lambda: valve(created={"colour": 1}), "the inventory has no field colour"),
    "created in one": (lambda: valve(created_by={"5.2": {"hue": 1}}), "in 5.2 the inventory has no field hue"),
    "condition": (lambda: valve(settled={"stauts": ("on",)}), "the inventory has no field stauts"),
    "either": (lambda: valve(either=(("size",), ("colour",))), "either: there is no option size"),
    "forced": (lambda: valve(forced={"violently": True}), "no deletion that takes violently=True"),
    "forced without deletion": (lambda: valve(forced={"deleteMode": "x"}, delete=None), "no deletion that takes"),
    "deletion of all": (lambda: valve(delete=ALL), "TurnAll is about no object"),
    "generation": (lambda: valve(Field("size", only="6.0")), "option size: no generation 6.0"),
    "update": (lambda: valve(Field("size", update=(TURN,))), "option size: TurnValve has no parameter size"),
    "update of all": (lambda: valve(Field("size", api="name", update=(ALL,))), "size: TurnAll is about no object"),
    "creation": (lambda: valve(Field("status")), "option status: CreateValve has no parameter status"),
    "derived": (lambda: valve(Field("size", sent=False, update=(UPDATE,))), "derived by the node and changed by"),
    "adopted": (lambda: valve(Field("size"), create=None), "neither created, changed nor told by"),
    "field": (lambda: valve(Field("size", row="sizes")), "option size: the inventory has no field sizes"),
    "nested": (
        lambda: valve(Field("size", options=(Field("width", row=None),))),
        "option size: its dictionaries are compared in all that they hold",
    ),
    "held": (lambda: valve(Field("size", held=list)), "held, and a field of the inventory"),
    "precedes": (lambda: valve(Field("size", ref=PUMP, precedes=("off",))), "precedes off, which is no state of it"),
    "within": (
        lambda: valve(Field("size", within="status"), Field("status", sent=False)),
        "option size: there is no option status before it",
    ),
    "beside": (lambda: valve(Field("size", beside=("zone",))), "option size: there is no option zone"),
    "within of a member": (
        lambda: member(criteria=(Field("size", within="zone"),), candidates=TURN),
        "valve_hose: option size: there is no option zone before it",
    ),
    "within of an act": (lambda: action(fields=(SUBJECT, Field("how", within="x"))), "there is no option x before it"),
    "within of a listing": (
        lambda: Listing("valves", TURN, fields=(Field("how", within="x"),)),
        "there is no option x before it",
    ),
    "check": (lambda: valve(Check(refuses=None)), "a check that checks nothing"),
    "event without API": (lambda: event(api=None), "state on: needs an API and what the inventory shows then"),
    "event that shows nothing": (lambda: event(shows={}), "needs an API and what the inventory shows then"),
    "event of all": (lambda: event(api=ALL), "state on: TurnAll is about no object"),
    "parameter of an event": (lambda: event(params={"speed": 1}), "TurnValve has no parameter speed in 2.3.1"),
    "parameter of one generation": (lambda: event(params={"far": "x"}), "no parameter far in 2.3.1"),
    "value of an event": (lambda: event(params={"how": "upside down"}), "how is 'upside down', expected one of"),
    "what an event shows": (lambda: event(shows={"stauts": ("on",)}), "in 2.3.1 the inventory has no field stauts"),
    "what an event needs": (lambda: event(needs={"stauts": ("on",)}), "in 2.3.1 the inventory has no field stauts"),
    "reconnect": (lambda: valve(Reconnect(TURN, due={}, until={"status": ("on",)})), "reconnect: needs an API, when"),
    "reconnect all": (
        lambda: valve(Reconnect(ALL, due={"status": ("off",)}, until={"status": ("on",)})),
        "reconnect: TurnAll is about no object",
    ),
    "when to reconnect": (
        lambda: valve(Reconnect(TURN, due={"stauts": ("off",)}, until={"status": ("on",)})),
        "reconnect: the inventory has no field stauts",
    ),
    "reading": (lambda: valve(Reading("flow", None, "flow")), "option flow: needs what to read"),
    "reading all": (lambda: valve(Reading("flow", QUERY, "flow")), "option flow: QueryValve is about no object"),
    "values": (lambda: valve(Reading("flow", TURN, "flow", update=TURN)), "option flow: needs the values there are"),
    "writing": (
        lambda: valve(Reading("flow", TURN, "flow", update=TURN, api="flow", values={"a": "a"})),
        "option flow: cannot be updated by flow",
    ),
    "key": (lambda: valve(replace(PARTS, key="serial")), "option seals: no field is its key serial"),
    "adds": (lambda: valve(replace(PARTS, adds="rings")), "option seals: no list rings"),
    "removes": (lambda: valve(replace(PARTS, removes="rings")), "option seals: no list rings"),
    "row of parts": (lambda: valve(replace(PARTS, row="rings")), "option seals: the inventory has no field rings"),
    "field of parts": (
        lambda: valve(replace(PARTS, fields=(Field("name"), Field("colour")))),
        "option seals: colour cannot be changed",
    ),
    "both sides": (lambda: attached(theirs="zoneUuid"), "option hoses: one side must list what is joined"),
    "neither side": (lambda: attached(own=""), "option hoses: one side must list what is joined"),
    "joining": (lambda: attached(this="tapUuid"), "option hoses: JoinValve has no parameter tapUuid"),
    "own": (lambda: attached(own="taps"), "option hoses: the inventory has no field taps"),
    "theirs": (lambda: attached(own="", theirs="taps"), "option hoses: the inventory has no field taps"),
    "place": (lambda: attached(within="zoneUuid"), "option hoses: zoneUuid of hose has no name"),
    "connects": (
        lambda: attached(connects=Connects(shows={"stauts": ("on",)})),
        "option hoses: the inventory has no field stauts",
    ),
    "dependents": (lambda: valve(Dependents("drops", QUERY)), "drops: found by a field, or otherwise"),
    "dependents of what stays": (
        lambda: valve(Dependents("drops", QUERY, "uuid"), delete=None),
        "drops depend on what is never deleted",
    ),
    "tags": (lambda: valve(Tags("valve")), "tags: valve is no resource type"),
    "member added": (lambda: member(this="tapUuid"), "valve_hose: JoinValve takes no such thing"),
    "member removed": (lambda: member(remove=DELETE), "valve_hose: DeleteValve has no parameter valveUuid"),
    "criteria": (lambda: member(criteria=(Field("size"),)), "criteria without candidates choose from nothing"),
    "row of a member": (lambda: member(row="taps"), "valve_hose: the inventory has no field taps"),
    "criterion": (
        lambda: member(criteria=(Field("colour"),), candidates=TURN),
        "valve_hose: the inventory has no field colour",
    ),
    "how a member connects": (
        lambda: member(connects=Connects(shows={"stauts": ("on",)})),
        "valve_hose: the inventory has no field stauts",
    ),
    "field of an act": (lambda: action(fields=(SUBJECT, Field("colour"))), "turn: TurnValve has no parameter colour"),
    "sent by an act": (lambda: action(sends={"colour": str}), "turn: TurnValve has no parameter colour"),
    "aim": (lambda: action(aim="how"), "turn: aims at how, which nothing tells"),
    "subject": (lambda: action(subject="pump"), "turn: there is no option pump"),
    "measured": (lambda: action(measured=True), "turn: measured by nothing"),
    "measure": (lambda: action(measure=dict), "what is measured is compared with what is wanted"),
    "moves nobody": (lambda: action(subject="", moves=("size",)), "of no subject"),
    "moves": (lambda: action(moves=("colour",)), "turn: the inventory has no field colour"),
    "listing": (lambda: Listing("valves"), "valves: asks an API, or a query"),
    "field of a listing": (lambda: Listing("valves", TURN, fields=(Field("colour"),)), "there is no colour to ask for"),
    "condition of a listing": (
        lambda: Listing("valves", query=QUERY, resource=VALVES, fields=(Field("colour"),)),
        "there is no colour to ask for",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", NONSENSE)
def test_nonsense_is_refused_and_told(case):
    make, message = NONSENSE[case]
    with pytest.raises(Nonsense, match=message):
        make()


def test_the_sound_ones_are_sound():
    assert event().states == ("present", "absent", "on")
    for sound in (valve(PARTS), attached(), attached(connects=Connects(shows={"status": ("on",)})), member(), action()):
        assert sound.field("name") or sound.fields


#: What refuses for several.
HELPERS = ("told", "addresses", "narrowed")


def test_each_refusal_is_tried():
    """Whoever adds a refusal adds a case above."""
    tried = set()

    def note(frame, event, _argument):
        if event == "call" and frame.f_code.co_name == "sense" and not frame.f_locals["condition"]:
            caller = frame.f_back
            if caller.f_code.co_name in HELPERS:
                tried.add((caller.f_code.co_filename, caller.f_lineno))
                caller = caller.f_back
            tried.add((caller.f_code.co_filename, caller.f_lineno))

    sys.setprofile(note)
    try:
        for make, _message in NONSENSE.values():
            with suppress(Nonsense):
                make()
    finally:
        sys.setprofile(None)
    untried = []
    for module in (words, resource):
        source = inspect.getsource(module)
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("sense", *HELPERS):
                lines = range(node.lineno, node.end_lineno + 1)
                if not any((module.__file__, line) in tried for line in lines):
                    untried.append(f"{module.__name__.rpartition('.')[2]}:{node.lineno} {ast.unparse(node)[:80]}")
    assert untried == []


def test_what_a_resource_has_no_word_for_is_not_offered():
    lasting = valve(delete=None)
    assert options(lasting)["state"]["choices"] == ["present"]
    assert not {"force", "cascade", "reconnect", "update_password"} & options(valve()).keys()
    assert options(valve(forced={"deleteMode": "x"}))["force"] == {"type": "bool", "default": False}
