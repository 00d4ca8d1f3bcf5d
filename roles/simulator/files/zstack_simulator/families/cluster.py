# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clusters."""

from __future__ import annotations

from ..errors import invalid
from ..store import Resource, ref, text
from . import Family, Shaped, longjobs
from .zone import STATES, zone

FIDELITY = {
    "CreateCluster": ("read", None),
    "DeleteCluster": ("read", "a refusal within the cascade leaves everything as it was"),
    "QueryCluster": ("read", None),
    "UpdateCluster": ("read", None),
    "ChangeClusterState": ("read", None),
    "UpdateClusterOS": ("approximated", "the long job upgrades nothing, it takes one step a host; filters are ignored"),
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


def set_state(node, uuid, event):
    """Enables or disables a cluster and its hosts, except those in maintenance."""
    from .host import IN_MAINTENANCE, host

    cluster.update(node, uuid, state=STATES[event])
    for row in host.find(node, host.c.state.not_in(IN_MAINTENANCE), clusterUuid=uuid):
        host.update(node, row["uuid"], state=STATES[event])


@family.api("ChangeClusterState", refs={"uuid": cluster})
def change_state(node, msg):
    set_state(node, msg["uuid"], msg["stateEvent"])
    return {"inventory": cluster.inventory(node, msg["uuid"])}


@family.api("UpdateClusterOS", refs={"uuid": cluster})
def update_os(node, msg):
    from .host import host

    row = cluster.get(node, msg["uuid"])
    hosts = host.find(node, clusterUuid=row["uuid"])
    if row["hypervisorType"] != "KVM":
        raise invalid("only the OS of KVM hosts can be updated")
    if any(each["state"] == "PreMaintenance" for each in hosts):
        raise invalid("a host of the cluster is entering maintenance")
    if any(each["status"] != "Connected" for each in hosts):
        raise invalid("all hosts of the cluster must be Connected")

    def upgrade():
        for _host in hosts:
            yield

    return {"inventory": longjobs.start(node, msg, "APIUpdateClusterOSMsg", row["uuid"], upgrade())}


@family.api("DeleteCluster", refs={"uuid": Shaped(cluster)})
def delete(node, msg):
    cluster.destroy(node, msg["uuid"], msg.force)


@zone.on_delete(order=10)
def zone_goes(node, row, force):
    for child in cluster.find(node, zoneUuid=row["uuid"]):
        cluster.destroy(node, child["uuid"], force)


@family.seed("clusters")
def seed(node, fields, parents):
    row = {"name": "cluster", "hypervisorType": "KVM", "type": "zstack", "state": "Enabled", **fields}
    row.setdefault("zoneUuid", parents.get("zones", {}).get("uuid"))
    return cluster.get(node, cluster.create(node, row, fields.get("uuid")))
