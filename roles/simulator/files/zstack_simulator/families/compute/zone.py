# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Zones."""

from __future__ import annotations

from ...family import STATES, Family, Shaped
from ...store import Resource, flag, text

FIDELITY = {
    "CreateZone": ("read", None),
    "DeleteZone": ("read", "a refusal within the cascade leaves everything as it was"),
    "QueryZone": ("read", None),
    "UpdateZone": ("read", None),
    "ChangeZoneState": ("read", None),
}

zone = Resource(
    "zone", "ZoneVO", "org.zstack.header.zone.ZoneInventory",
    text("name", index=True), text("description"), text("state", values=STATES.values()), text("type"),
    flag("isDefault", since="5.2"),
)  # fmt: skip
zone.system_tags += ["host::reservedMemory::*"]

# What happens within a zone when its state changes: hook(node, zone's uuid, stateEvent).
state_hooks = []

family = Family()
family.query("QueryZone", zone)


def _only_default(node, uuid, msg):
    """A zone that becomes the default one takes the flag from all others."""
    if msg.get("isDefault"):
        for other in zone.find(node, zone.c.uuid != uuid, isDefault=True):
            zone.update(node, other["uuid"], isDefault=False)


@family.api("CreateZone", creates=zone)
def create(node, msg):
    row = {"isDefault": False, **msg.picked("name", "description", "isDefault"), "state": "Enabled", "type": "zstack"}
    uuid = zone.create(node, row, msg.get("resourceUuid"))
    _only_default(node, uuid, msg)
    return {"inventory": zone.inventory(node, uuid)}


@family.api("UpdateZone", refs={"uuid": zone})
def update(node, msg):
    zone.update(node, msg["uuid"], **msg.picked("name", "description", "isDefault"))
    _only_default(node, msg["uuid"], msg)
    return {"inventory": zone.inventory(node, msg["uuid"])}


@family.api("ChangeZoneState", refs={"uuid": zone})
def change_state(node, msg):
    zone.update(node, msg["uuid"], state=STATES[msg["stateEvent"]])
    for hook in state_hooks:
        hook(node, msg["uuid"], msg["stateEvent"])
    return {"inventory": zone.inventory(node, msg["uuid"])}


@family.api("DeleteZone", refs={"uuid": Shaped(zone)})
def delete(node, msg):
    zone.destroy(node, msg["uuid"], msg.force)


@family.seed("zones", zone)
def seed(node, fields, _parents):
    row = {"name": "zone", "state": "Enabled", "type": "zstack", "isDefault": False, **fields}
    return zone.get(node, zone.create(node, row, fields.get("uuid")))
