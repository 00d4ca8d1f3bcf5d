# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waterworks: valves stand in basins, hoses hang on them. No real resource has to change for a test of a word."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import Api, P, query
from ansible_collections.zstack.cloud.plugins.module_utils._engine.draft import Draft
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import Refused
from ansible_collections.zstack.cloud.plugins.module_utils._engine.observe import Observer
from ansible_collections.zstack.cloud.plugins.module_utils._engine.reconcile import reconcile
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Field

UUID = P("uuid", required=True)

BASIN = Resource("basin", query("Basin", "/basins"), inventory=("uuid", "name"))
QUERY_VALVE = query("Valve", "/valves")
CREATE_VALVE = Api(
    "CreateValve",
    "POST",
    "/valves",
    P("name", required=True, most=10),
    P("basinUuid"),
    P("size", "int", range=(1, 100)),
    P("port", "String", only="2.3.1"),
    P("port", "int", only="5.2"),
    P("code", secret=True),
    P("paint", "map"),
    P("type"),
    P("hoseUuids", "list"),
    P("lit", "bool"),
    P("resourceUuid"),
)
UPDATE_VALVE = Api("UpdateValve", "PUT", "/valves/{uuid}/actions", UUID, P("name", most=10), P("size", "int"))
UPDATE_LOCK = Api("UpdateLock", "PUT", "/valves/{uuid}/lock", UUID, P("size", "int"), P("code", secret=True), P("keys"))
DELETE_VALVE = Api("DeleteValve", "DELETE", "/valves/{uuid}", UUID, P("deleteMode"))
TURN_VALVE = Api("TurnValve", "PUT", "/valves/{uuid}/turn", UUID, P("event", choices=("open", "shut")))
HOSE = Resource(
    "hose",
    query("Hose", "/hoses"),
    inventory=("uuid", "name", "basinUuid", "valveUuids", "length"),
    names={"basinUuid": BASIN},
)
JOIN = Api("JoinHose", "POST", "/valves/{valveUuid}/hoses/{hoseUuid}", P("valveUuid"), P("hoseUuid"), P("seal", "int"))
PART = Api("PartHose", "DELETE", "/valves/{valveUuid}/hoses/{hoseUuid}", P("valveUuid"), P("hoseUuid"))
INVENTORY = (
    "uuid",
    "name",
    "basinUuid",
    "size",
    "port",
    "colour",
    "type",
    "state",
    "status",
    "keys",
    "hoseUuids",
    "lit",
)

A, B, C, D = (letter * 32 for letter in "abcd")


def valve_of(*words, **more):
    """A resource of valves with a name, and with these words."""
    declared = {
        "name": "valve",
        "query": QUERY_VALVE,
        "inventory": INVENTORY,
        "create": CREATE_VALVE,
        "delete": DELETE_VALVE,
        "created": {"state": "Shut", "status": "Dry"},
        "words": (Field("name", update=(UPDATE_VALVE,)), *words),
    }
    return Resource(**{**declared, **more})


def planned(node, resource, check_mode=False, by=Draft, **values):
    """The Draft of a task with these options, its plan made."""
    draft = by(resource, values, Observer(node, predict=check_mode))
    draft.observe()
    draft.make_plan()
    return draft


def steps(draft):
    """What is sent, and what is waited for, as (name of the API, parameters) or {field: values}."""
    return [(s.api.name, s.params) if s.api else s.until for s in draft.plan.steps]


def made(node, resource, check_mode=False, by=Draft, wait=10, **values):
    """The result of a task with these options."""
    return reconcile(node, by, resource, values, check_mode, wait)


def makes(node, kind, **row):
    """From now on the node makes a ``kind`` with this in its inventory when it is asked to."""

    def make(params):
        known = {key: params[key] for key in ("name", "basinUuid", "size") if key in params}
        node.rows(kind).append({"uuid": params["resourceUuid"], **known, **row})

    node.answers[f"Create{kind}"] = make


def takes_away(node, kind):
    """From now on the node deletes a ``kind`` when it is asked to."""

    def delete(params):
        node.rows(kind)[:] = [row for row in node.rows(kind) if row["uuid"] != params["uuid"]]

    node.answers[f"Delete{kind}"] = delete


@contextmanager
def refused(*parts, by=Refused):
    """What happens within is refused, in words that have these parts."""
    with pytest.raises(by) as caught:
        yield caught
    for part in parts:
        assert part in caught.value.message
