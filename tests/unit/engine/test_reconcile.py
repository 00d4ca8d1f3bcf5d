# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exactly once: who loses a race looks again, and what cannot be known or done is told as it is."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import DeclarationError
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError, ConnectionLost, JobForgotten
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import StepFailed
from ansible_collections.zstack.cloud.plugins.module_utils._engine.uuids import planned_uuid
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Field

from ..conftest import Node, refusal
from .invented import UPDATE_LOCK, UPDATE_VALVE, A, B, C, made, makes, takes_away, valve_of

VALVE = valve_of(Field("size", type="int", update=(UPDATE_VALVE,)), Field("keys", update=(UPDATE_LOCK,)))
TAKEN = refusal("SYS.1000")


def series(number):
    return planned_uuid("valve", [("name", "v1")], number)


def failure(there, **task):
    with pytest.raises(StepFailed) as caught:
        made(there, VALVE, **task)
    return caught.value.as_result()


# -- races -------------------------------------------------------------------------------------------------------------


def test_who_loses_the_race_finds_what_the_other_made():
    there = Node()

    def another_is_faster(params):
        there.rows("Valve").append({"uuid": params["resourceUuid"], "name": "v1", "size": 1})
        return TAKEN

    there.answers["CreateValve"] = another_is_faster
    result = made(there, VALVE, name="v1", size=1)
    assert (result["changed"], result["valve"]["size"], there.writes()) == (False, 1, ["CreateValve"])


def test_who_loses_goes_on_with_what_is_left_to_do():
    there = Node()

    def another_is_faster(params):
        there.rows("Valve").append({"uuid": params["resourceUuid"], "name": "v1", "size": 9})
        return TAKEN

    there.answers["CreateValve"] = another_is_faster
    there.answers["UpdateValve"] = lambda params: there.rows("Valve")[0].update(size=1)
    result = made(there, VALVE, name="v1", size=1)
    assert result["changed"] and there.writes() == ["CreateValve", "UpdateValve"]


def test_what_is_gone_meanwhile_was_deleted_by_another():
    there = Node(Valve=[{"uuid": C, "name": "v1"}])

    def gone(params):
        there.rows("Valve").clear()
        return refusal("SYS.1006")

    there.answers["DeleteValve"] = gone
    result = made(there, VALVE, name="v1", state="absent")
    assert (result["changed"], result["valve"]) == (False, None)


def test_a_uuid_that_something_unseen_holds_leads_to_the_next():
    there = Node()
    makes(there, "Valve")
    make, held = there.answers["CreateValve"], [series(0), series(1)]
    there.answers["CreateValve"] = lambda params: TAKEN if params["resourceUuid"] in held else make(params)
    result = made(there, VALVE, name="v1")
    assert result["changed"] and result["valve"]["uuid"] == series(2)
    assert [params["resourceUuid"] for _name, params in there.sent] == [series(n) for n in range(3)]


def test_the_series_has_an_end():
    there = Node()
    there.answers["CreateValve"] = TAKEN
    told = failure(there, name="v1")
    assert len(there.sent) == 4 and "SYS.1000" in told["msg"]
    assert (told["changed"], told["done"], told["not_done"]) == (False, [], ["CreateValve"])


def test_what_nobody_else_has_done_fails():
    there = Node(Valve=[{"uuid": C, "name": "v1", "size": 1}])
    there.answers["UpdateValve"] = refusal()
    assert "SYS.1007" in failure(there, name="v1", size=2)["msg"]
    assert there.writes() == ["UpdateValve"]


def test_where_it_never_comes_to_an_end_that_is_a_failure():
    there = Node(Valve=[{"uuid": C, "name": "v1", "size": 1, "keys": "a"}])

    def another_turns_it(params):
        size = 2 if params.get("size") == 2 else 1
        there.rows("Valve")[0].update(size=size, keys="b" if size == 1 else "a")
        return refusal()

    there.answers["UpdateValve"] = there.answers["UpdateLock"] = another_turns_it
    told = failure(there, name="v1", size=2, keys="b")
    assert "SYS.1007" in told["msg"] and told["changed"] is False


# -- what is not known -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [JobForgotten("f", outcome="unknown"), ConnectionLost("f", outcome="unknown")])
def test_what_is_not_known_is_told_so_and_not_tried_again(error):
    there = Node()
    there.answers["CreateValve"] = error
    told = failure(there, name="v1")
    assert (told["unknown"], told["done"], told["not_done"]) == (["CreateValve"], [], [])
    assert there.writes() == ["CreateValve"]


def test_where_the_node_cannot_be_asked_again_the_first_failure_is_told():
    there = Node()

    def refuse(params):
        there.answers["QueryValve"] = ConnectionLost("it is away")
        return refusal()

    there.answers["CreateValve"] = refuse
    assert "SYS.1007" in failure(there, name="v1")["msg"]


def test_what_was_done_is_told_where_it_cannot_be_read():
    there = Node()

    def vanish(params):
        there.answers["QueryValve"] = ConnectionLost("it is away")

    there.answers["CreateValve"] = vanish
    told = failure(there, name="v1")
    assert (told["msg"], told["done"], told["changed"]) == (
        "it is away. Before that, CreateValve had succeeded.",
        ["CreateValve"],
        True,
    )


def test_what_was_made_and_is_gone_again():
    there = Node()
    told = failure(there, name="v1")
    assert "was gone when it was read again: somebody else deleted it" in told["msg"]
    assert told["done"] == ["CreateValve"]


# -- check mode --------------------------------------------------------------------------------------------------------


def test_check_mode_sends_nothing_and_shows_zeros_for_what_is_not_there():
    there = Node()
    result = made(there, VALVE, check_mode=True, name="v1", size=3)
    assert result["changed"] and result["valve"]["uuid"] == "0" * 32 and there.sent == []
    there = Node(Valve=[{"uuid": C, "name": "v1", "size": 1}])
    result = made(there, VALVE, check_mode=True, name="v1", size=3)
    assert (result["changed"], result["valve"]["uuid"], result["valve"]["size"]) == (True, C, 3)
    takes_away(there, "Valve")
    assert made(there, VALVE, check_mode=True, name="v1", state="absent")["changed"] and there.rows("Valve")


def test_check_mode_promises_nothing_that_the_node_would_refuse():
    with pytest.raises(DeclarationError, match="CreateValve: paint is 'red', expected a dictionary"):
        made(Node(), valve_of(constant={"paint": "red"}), check_mode=True, name="v1")


def test_warnings_are_told_once():
    resource = valve_of(Field("a", api="basinUuid", ref=VALVE), Field("b", api="type", row="type", ref=VALVE))
    result = made(Node(), resource, check_mode=True, name="v1", a="v9", b="v9")
    assert len(result["warnings"]) == 1


def test_an_api_error_is_what_a_race_looks_like():
    assert isinstance(TAKEN, ApiError) and TAKEN.is_duplicate and not refusal().is_duplicate
    assert series(0) != series(1) and A != B
