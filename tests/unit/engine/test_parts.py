# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts: what an object owns, given as a set of dictionaries."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import JobForgotten
from ansible_collections.zstack.cloud.plugins.module_utils._engine.spec import options
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Field, Parts, Reconnect

from ..conftest import Node
from .invented import CREATE_VALVE, INVENTORY, UUID, C, made, planned, refused, steps, valve_of

CREATE = Api("CreateValve", "POST", "/valves", *CREATE_VALVE.params, P("sealUrls", "list"))
ADD = Api("AddSeals", "POST", "/valves/{uuid}/seals", UUID, P("sealUrls", "list", required=True))
REMOVE = Api("RemoveSeals", "DELETE", "/valves/{uuid}/seals", UUID, P("names", "list"))
UPDATE = Api("UpdateSeal", "PUT", "/seals/{sealUuid}", P("sealUuid"), P("width", "int", range=(1, 9)),
             P("grease", secret=True), P("maker"))  # fmt: skip
PRIME = Api("PrimeValve", "PUT", "/valves/{uuid}/prime", UUID)

SEALS = Parts(
    "seals",
    "seal",
    row="seals",
    key="name",
    key_row="sealName",
    fields=(
        Field("name", row="sealName"),
        Field("width", type="int"),
        Field("grease"),
        Field("maker", stale=True),
    ),
    needs=("width", "grease"),
    created={"status": "Tight"},
    sent=lambda part: f"{part['name']}:{part['grease']}/{part['width']}",
    adds="sealUrls",
    add=ADD,
    remove=REMOVE,
    removes="names",
    update=UPDATE,
    id="sealUuid",
    refuses=lambda part: "13 is unlucky" if part["name"] == "13" else None,
)
VALVE = valve_of(
    SEALS,
    Reconnect(PRIME, due={"status": ("Dry",)}, until={"status": ("Wet",)}),
    create=CREATE,
    inventory=(*INVENTORY, "seals"),
)


def part(name, **more):
    return {**dict.fromkeys(("width", "grease", "maker")), "name": name, **more}


def seal(name, **more):
    return {"sealName": name, "sealUuid": name * 32, "width": 1, "status": "Tight", "secretNote": "x", **more}


def node(*seals):
    return Node(Valve=[{"uuid": C, "name": "v1", "status": "Wet", "seals": list(seals)}])


def sent(*seals, wanted, **more):
    return steps(planned(node(*seals), VALVE, name="v1", seals=wanted, **more))


def test_the_options():
    assert options(VALVE)["seals"] == {
        "type": "list",
        "elements": "dict",
        "options": {
            "name": {"type": "str", "required": True},
            "width": {"type": "int"},
            "grease": {"type": "str", "no_log": True},
            "maker": {"type": "str"},
        },
    }
    assert "update_password" in options(VALVE)


def test_a_creation_carries_them_and_the_result_shows_them_without_secrets():
    there = Node()
    wanted = [part("b", width=2, grease="s3cret"), part("a", width=3, grease="s3cret")]
    result = made(there, VALVE, check_mode=True, name="v2", seals=wanted)
    assert result["diff"]["after"] == {
        "name": "v2",
        "seals": [{"name": "a", "width": 3, "maker": None}, {"name": "b", "width": 2, "maker": None}],
    }
    shown = {"maker": None, "status": "Tight", "seal_uuid": None}
    assert result["valve"]["seals"] == [
        {"seal_name": "a", "width": 3, **shown},
        {"seal_name": "b", "width": 2, **shown},
    ]
    draft = planned(there, VALVE, name="v2", seals=wanted)
    assert steps(draft)[0][1]["sealUrls"] == ["b:s3cret/2", "a:s3cret/3"]


def test_given_means_exactly_these():
    assert sent(seal("a"), seal("b"), wanted=[part(" a "), part(" c ", width=2, grease="g")]) == [
        ("AddSeals", {"uuid": C, "sealUrls": ["c:g/2"]}),
        ("RemoveSeals", {"uuid": C, "names": ["b"]}),
    ]
    assert sent(seal("a"), wanted=[part("a", width=1, grease="g")]) == []
    assert sent(seal("a", width="1"), wanted=[part("a", width=1)]) == []


def test_a_part_is_changed_by_itself():
    assert sent(seal("a"), wanted=[part("a", width=5)]) == [("UpdateSeal", {"sealUuid": "a" * 32, "width": 5})]
    assert sent(seal("a"), wanted=[part("a", grease="new")], update_password="always") == [
        ("UpdateSeal", {"sealUuid": "a" * 32, "grease": "new"})
    ]


def test_what_changes_with_the_next_reconnection_only_is_a_reason_for_one():
    wanted = [part("a", maker="acme"), part("b", maker="acme")]
    draft = planned(node(seal("a"), seal("b")), VALVE, name="v1", seals=wanted, reconnect="if_disconnected")
    assert [name for name, _params in steps(draft)] == ["UpdateSeal", "UpdateSeal", "PrimeValve"]
    draft = planned(node(seal("a"), seal("b")), VALVE, name="v1", seals=wanted)
    assert draft.plan.warnings == ("seals: saved, and in use after the next reconnection, see reconnect",)


def test_what_is_done_is_told_by_the_node():
    there = node(seal("b"), seal("a"))
    there.answers["RemoveSeals"] = lambda params: there.rows("Valve")[0].update(seals=[seal("a", width=7)])
    result = made(there, VALVE, name="v1", seals=[part("a")])
    assert result["diff"]["before"]["seals"][1] == {"name": "b", "width": 1, "maker": None}
    assert result["diff"]["after"]["seals"] == [{"name": "a", "width": 7, "maker": None}]
    assert result["valve"]["seals"][0]["width"] == 7 and "secret_note" not in result["valve"]["seals"][0]


@pytest.mark.parametrize(("api", "seals"), [("AddSeals", ["a", "b"]), ("RemoveSeals", ["a"])])
def test_what_nobody_knows_of_is_proved_by_the_inventory(api, seals):
    was, wanted = (["a"], ["a", "b"]) if api == "AddSeals" else (["a", "b"], ["a"])
    for proved in (True, False):
        there = node(*map(seal, was))

        def forget(params, there=there, proved=proved):
            if proved:
                there.rows("Valve")[0].update(seals=list(map(seal, seals)))
            return JobForgotten("forgotten", outcome="unknown")

        there.answers[api] = forget
        task = {"name": "v1", "seals": [part(name, width=1, grease="g") for name in wanted]}
        if proved:
            assert made(there, VALVE, **task)["changed"]
        else:
            with pytest.raises(Exception, match="forgotten"):
                made(there, VALVE, **task)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ([], "seals is empty: the last seal is never removed; leave the option out"),
        ([part("a"), part("a ")], "seals: a is given twice"),
        ([part("a", width=10)], "seals[0].width is 10, expected 1 to 9"),
        (
            [part("a"), part("c")],
            "width and grease are needed to add seal 'c', which the valve does not have yet",
        ),
        ([part("c", width=1)], "seals: grease is needed to add seal 'c'"),
        ([part("13", width=1, grease="g")], "seals: seal '13' cannot be added: 13 is unlucky"),
    ],
)
def test_what_cannot_be_is_refused(wanted, told):
    there = node(seal("a"))
    with refused(told):
        planned(there, VALVE, name="v1", seals=wanted)
    planned(there, VALVE, name="v1", seals=wanted, state="absent")


def test_a_new_object_is_refused_what_it_could_not_be_made_with():
    with refused("seals: grease is needed to add seal 'c'"):
        planned(Node(), VALVE, name="v2", seals=[part("c", width=1)])
    with refused("there is no valve with name 'v2'; seals is needed to create it"):
        planned(Node(), VALVE, name="v2")
