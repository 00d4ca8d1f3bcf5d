# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clusters."""

from __future__ import annotations

from ...errors import invalid
from ...family import STATES, Family, Shaped
from ...store import Resource, ref, text
from .zone import state_hooks as zone_state_hooks
from .zone import zone

FIDELITY = {
    "CreateCluster": ("read", None),
    "DeleteCluster": ("read", "a refusal within the cascade leaves everything as it was"),
    "QueryCluster": ("read", None),
    "UpdateCluster": ("read", None),
    "ChangeClusterState": ("read", None),
}

# Which type a cluster of each hypervisor must have.
TYPES = dict.fromkeys(("KVM", "Simulator", "xdragon"), "zstack") | {name: name for name in ("baremetal", "baremetal2")}

cluster = Resource(
    "cluster", "ClusterVO", "org.zstack.header.cluster.ClusterInventory",
    ref("zoneUuid", "zone"), text("name", index=True), text("description"), text("state", values=STATES.values()),
    text("hypervisorType"), text("type"), text("architecture", since="5.2"),
)  # fmt: skip
cluster.relates("zone", "zone", own="zoneUuid")
zone.relates("cluster", "cluster", theirs="zoneUuid")
cluster.system_tags += ["host::reservedMemory::*", "cluster::migrate::network::cidr::*", "display::network::cidr::*"]

# What happens within a cluster when its state changes: hook(node, cluster's uuid, stateEvent).
state_hooks = []

family = Family()
family.query("QueryCluster", cluster)


@family.api("CreateCluster", refs={"zoneUuid": zone}, creates=cluster)
def create(node, msg):
    kind = msg.get("type", "zstack")
    if kind != TYPES[msg["hypervisorType"]]:
        raise invalid(f"a cluster of hypervisorType {msg['hypervisorType']} cannot be of type {kind}")
    row = msg.picked("zoneUuid", "name", "description", "hypervisorType", "architecture")
    row |= {"type": kind, "state": "Enabled"}
    return {"inventory": cluster.inventory(node, cluster.create(node, row, msg.get("resourceUuid")))}


@family.api("UpdateCluster", refs={"uuid": cluster})
def update(node, msg):
    cluster.update(node, msg["uuid"], **msg.picked("name", "description"))
    return {"inventory": cluster.inventory(node, msg["uuid"])}


def _set_state(node, uuid, event):
    cluster.update(node, uuid, state=STATES[event])
    for hook in state_hooks:
        hook(node, uuid, event)


@family.api("ChangeClusterState", refs={"uuid": cluster})
def change_state(node, msg):
    _set_state(node, msg["uuid"], msg["stateEvent"])
    return {"inventory": cluster.inventory(node, msg["uuid"])}


def _zone_changes(node, zone_uuid, event):
    for row in cluster.find(node, zoneUuid=zone_uuid):
        _set_state(node, row["uuid"], event)


zone_state_hooks.append(_zone_changes)


@family.api("DeleteCluster", refs={"uuid": Shaped(cluster)})
def delete(node, msg):
    cluster.destroy(node, msg["uuid"], msg.force)


@zone.on_delete(order=10)
def zone_goes(node, row, force):
    for child in cluster.find(node, zoneUuid=row["uuid"]):
        cluster.destroy(node, child["uuid"], force)


@family.seed("clusters", cluster, within=["zones"], named_by=["zoneUuid"])
def seed(node, fields, parents):
    row = {"name": "cluster", "hypervisorType": "KVM", "type": "zstack", "state": "Enabled", **fields}
    row.setdefault("zoneUuid", parents.get("zones", {}).get("uuid"))
    return cluster.get(node, cluster.create(node, row, fields.get("uuid")))
