# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""L2 and L3 networks, IP ranges, and the addresses taken from them."""

from __future__ import annotations

from ..store import Resource, flag, link_table, number, ref, text
from . import Family
from .cluster import cluster
from .zone import STATES, zone

l2 = Resource(
    "l2_network", "L2NetworkVO", "org.zstack.header.network.l2.L2NetworkInventory",
    text("name", index=True), text("description"), ref("zoneUuid", "zone"), text("physicalInterface"), text("type"),
    number("vlan"), text("vSwitchType", since="5.2"), number("virtualNetworkId", since="5.2"),
    flag("isolated", since="5.2"), text("pvlan", since="5.2"),
)  # fmt: skip
l2_cluster = link_table("l2_cluster", ref("l2NetworkUuid", "l2_network", "CASCADE"),
                        ref("clusterUuid", "cluster", "CASCADE"))  # fmt: skip
l2.lists("attachedClusterUuids", l2_cluster, "l2NetworkUuid", "clusterUuid")
l2_vlan = l2.subview("org.zstack.header.network.l2.L2VlanNetworkInventory", where=l2.c.type == "L2VlanNetwork")
l2.view = l2.subview(l2.view.schema, hide=("vlan",))

l3 = Resource(
    "l3_network", "L3NetworkVO", "org.zstack.header.network.l3.L3NetworkInventory",
    text("name", index=True), text("description"), text("type"), ref("zoneUuid", "zone"),
    ref("l2NetworkUuid", "l2_network"), text("state", values=STATES.values()), text("dnsDomain"), flag("system"),
    text("category"), number("ipVersion", since="5.2"), flag("enableIPAM", since="5.2"),
    flag("isolated", since="5.2"),
)  # fmt: skip
l3_dns = link_table("l3_dns", ref("l3NetworkUuid", "l3_network", "CASCADE"), text("dns"))
l3.lists("dns", l3_dns, "l3NetworkUuid", "dns")

ip_range = Resource(
    "ip_range", "IpRangeVO", "org.zstack.header.network.l3.IpRangeInventory",
    ref("l3NetworkUuid", "l3_network"), text("name", index=True), text("description"), text("startIp"),
    text("endIp"), text("netmask"), text("gateway"), text("networkCidr"), number("ipVersion", since="5.2"),
    text("addressMode", since="5.2"), number("prefixLen", since="5.2"), text("ipRangeType", since="5.2"),
)  # fmt: skip
# An address in use: by a VM's NIC, or by a VIP (then vmNicUuid is null).
used_ip = Resource(
    "used_ip", "UsedIpVO", "org.zstack.header.network.l3.UsedIpInventory",
    ref("ipRangeUuid", "ip_range"), ref("l3NetworkUuid", "l3_network"), number("ipVersion"), text("ip"),
    text("netmask"), text("gateway"), text("usedFor"), number("ipInLong"), ref("vmNicUuid", "vm_nic", "CASCADE"),
    registered=False, indexes=[("l3NetworkUuid", "ipInLong")],
)  # fmt: skip

l2.relates("zone", "zone", own="zoneUuid")
l2.relates("cluster", "cluster", through=(l2_cluster, "l2NetworkUuid", "clusterUuid"))
l2.relates("l3Network", "l3_network", theirs="l2NetworkUuid")
l3.relates("zone", "zone", own="zoneUuid")
l3.relates("l2Network", "l2_network", own="l2NetworkUuid")
l3.relates("vmNic", "vm_nic", theirs="l3NetworkUuid")
l3.nests("ipRanges", lambda: ip_range.view, "l3NetworkUuid")
ip_range.relates("l3Network", "l3_network", own="l3NetworkUuid")
zone.relates("l2Network", "l2_network", theirs="zoneUuid")
for name in ("l2Network", "l2VlanNetwork"):
    cluster.relates(name, "l2_network", through=(l2_cluster, "clusterUuid", "l2NetworkUuid"))

family = Family()
