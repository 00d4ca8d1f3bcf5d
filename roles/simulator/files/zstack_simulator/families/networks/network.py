# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""L2 and L3 networks, IP ranges, and the addresses taken from them."""

from __future__ import annotations

import ipaddress

from sqlalchemy import delete as sql_delete
from sqlalchemy import func, insert, select

from ...errors import invalid, refused
from ...family import STATES, Family, Shaped
from ...store import Inventory, Resource, flag, link_table, number, ref, text
from ..compute.cluster import cluster
from ..compute.zone import zone

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


@used_ip.computes("ipInBinary", hidden=True)
def _binary(node, rows):
    """An array of Java's bytes, which have signs."""
    return [{} if node.old else {"ipInBinary": [(byte ^ 128) - 128 for byte in row["ipInLong"].to_bytes(4, "big")]}
            for row in rows]  # fmt: skip


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

# What a family does when an L2 network leaves a cluster: hook(node, l2_row, cluster_uuid), in order of registration.
detach_hooks = []

family = Family()
family.query("QueryL2Network", l2)
family.query("QueryL2VlanNetwork", l2_vlan)
family.query("QueryL3Network", l3, everyone=True)
family.query("QueryIpRange", ip_range, everyone=True)

FIDELITY = {
    "CreateL2NoVlanNetwork": ("inferred", "physicalInterface is not looked for on hosts"),
    "CreateL2VlanNetwork": ("inferred", "physicalInterface is not looked for on hosts"),
    "AttachL2NetworkToCluster": ("inferred", "no bridge is made, so no host can hinder it"),
    "DetachL2NetworkFromCluster": ("inferred", "running VMs on it in that cluster are stopped"),
    "QueryL2Network": ("inferred", "rows are of the generic class, without vlan"),
    "CreateL3Network": ("inferred", "IPv4 only"),
    "AddIpRange": ("inferred", "IPv4 only"),
    "AddIpRangeByNetworkCidr": ("inferred", "IPv4 only"),
    **dict.fromkeys(
        ("UpdateL2Network", "DeleteL2Network", "QueryL2VlanNetwork", "GetL2NetworkTypes", "UpdateL3Network",
         "ChangeL3NetworkState", "DeleteL3Network", "QueryL3Network", "GetL3NetworkTypes", "AddDnsToL3Network",
         "RemoveDnsFromL3Network", "UpdateIpRange", "DeleteIpRange", "QueryIpRange", "GetFreeIpOfL3Network",
         "GetFreeIpOfIpRange"), ("inferred", None)),
}  # fmt: skip


@l3.computes("hostRoute", "reservedIpRanges")
def _modern_lists(node, rows):
    return [{} if node.old else {"hostRoute": [], "reservedIpRanges": []} for _row in rows]


# -- L2 ---------------------------------------------------------------------------------------------------------


def _create_l2(node, msg, kind, view):
    row = {
        **msg.picked("name", "description", "zoneUuid", "physicalInterface", "vlan", "vSwitchType", "isolated",
                     "pvlan"),
        "type": kind, "virtualNetworkId": msg.get("vlan", 0),
    }  # fmt: skip
    return {"inventory": l2.inventory(node, l2.create(node, row, msg.get("resourceUuid")), view)}


@family.api("CreateL2NoVlanNetwork", refs={"zoneUuid": zone}, creates=l2)
def create_no_vlan(node, msg):
    return _create_l2(node, msg, "L2NoVlanNetwork", l2.view)


@family.api("CreateL2VlanNetwork", refs={"zoneUuid": zone}, creates=l2)
def create_vlan(node, msg):
    return _create_l2(node, msg, "L2VlanNetwork", l2_vlan)


@family.api("UpdateL2Network", refs={"uuid": l2})
def update_l2(node, msg):
    l2.update(node, msg["uuid"], **msg.picked("name", "description"))
    return {"inventory": l2.inventory(node, msg["uuid"])}


def clusters_of(node, l2_uuid):
    """The uuids of the clusters that an L2 network is attached to."""
    return set(l2.members_of(node, "attachedClusterUuids", [l2_uuid])[l2_uuid])


@family.api("AttachL2NetworkToCluster", refs={"l2NetworkUuid": l2, "clusterUuid": cluster})
def attach_l2(node, msg):
    row, home = l2.get(node, msg["l2NetworkUuid"]), cluster.get(node, msg["clusterUuid"])
    if home["uuid"] in clusters_of(node, row["uuid"]):
        raise refused(f"L2 network[uuid:{row['uuid']}] is attached to cluster[uuid:{home['uuid']}] already")
    if row["zoneUuid"] != home["zoneUuid"]:
        raise invalid("the L2 network and the cluster are in different zones")
    there = select(l2_cluster.c.l2NetworkUuid).where(l2_cluster.c.clusterUuid == home["uuid"])
    same = {name: row[name] for name in ("physicalInterface", "type", "vlan")}
    for other in l2.find(node, l2.c.uuid.in_(there), physicalInterface=row["physicalInterface"]):
        if same == {name: other[name] for name in same}:
            raise refused(f"the cluster has an L2 network of the same kind on {row['physicalInterface']} already")
    node.execute(insert(l2_cluster), {"l2NetworkUuid": row["uuid"], "clusterUuid": home["uuid"]})
    return {"inventory": l2.inventory(node, row["uuid"])}


@family.api("DetachL2NetworkFromCluster", refs={"l2NetworkUuid": l2, "clusterUuid": cluster})
def detach_l2(node, msg):
    row = l2.get(node, msg["l2NetworkUuid"])
    if msg["clusterUuid"] not in clusters_of(node, row["uuid"]):
        raise refused(f"L2 network[uuid:{row['uuid']}] is not attached to cluster[uuid:{msg['clusterUuid']}]")
    for hook in detach_hooks:
        hook(node, row, msg["clusterUuid"])
    pair = (l2_cluster.c.l2NetworkUuid == row["uuid"]) & (l2_cluster.c.clusterUuid == msg["clusterUuid"])
    node.execute(sql_delete(l2_cluster).where(pair))
    return {"inventory": l2.inventory(node, row["uuid"])}


@family.api("DeleteL2Network", refs={"uuid": Shaped(l2)})
def delete_l2(node, msg):
    l2.destroy(node, msg["uuid"], msg.force)


@family.api("GetL2NetworkTypes")
def l2_types(node, _msg):
    types = ["L2NoVlanNetwork", "L2VlanNetwork", "VxlanNetwork", "VxlanNetworkPool"]
    return {"types": types if node.old else [*types, "HardwareVxlanNetwork", "HardwareVxlanNetworkPool"]}


@zone.on_delete(order=20)
def zone_goes(node, row, force):
    for child in l2.find(node, zoneUuid=row["uuid"]):
        l2.destroy(node, child["uuid"], force)


@l2.on_delete(order=10)
def l2_goes(node, row, force):
    for child in l3.find(node, l2NetworkUuid=row["uuid"]):
        l3.destroy(node, child["uuid"], force)


# -- L3 ---------------------------------------------------------------------------------------------------------

L3_TYPES = ("L3BasicNetwork", "L3VpcNetwork")


@family.api("CreateL3Network", refs={"l2NetworkUuid": l2}, creates=l3, everyone=True)
def create_l3(node, msg):
    if msg["type"] not in L3_TYPES:
        raise invalid(f"unsupported L3 network type {msg['type']}, supported: {list(L3_TYPES)}")
    row = {
        "ipVersion": 4,
        **msg.picked("name", "description", "type", "l2NetworkUuid", "category", "system", "dnsDomain", "ipVersion",
                     "enableIPAM"),
        "zoneUuid": l2.get(node, msg["l2NetworkUuid"])["zoneUuid"], "state": "Enabled", "isolated": False,
    }  # fmt: skip
    return {"inventory": l3.inventory(node, l3.create(node, row, msg.get("resourceUuid")))}


@family.api("UpdateL3Network", refs={"uuid": l3}, everyone=True)
def update_l3(node, msg):
    l3.update(node, msg["uuid"], **msg.picked("name", "description", "category", "system", "dnsDomain"))
    return {"inventory": l3.inventory(node, msg["uuid"])}


@family.api("ChangeL3NetworkState", refs={"uuid": l3}, everyone=True)
def change_l3_state(node, msg):
    l3.update(node, msg["uuid"], state=STATES[msg["stateEvent"]])
    return {"inventory": l3.inventory(node, msg["uuid"])}


@family.api("DeleteL3Network", refs={"uuid": Shaped(l3)}, everyone=True)
def delete_l3(node, msg):
    l3.destroy(node, msg["uuid"], msg.force)


@family.api("GetL3NetworkTypes", everyone=True)
def l3_types(_node, _msg):
    return {"types": list(L3_TYPES)}


@family.api("AddDnsToL3Network", refs={"l3NetworkUuid": l3}, everyone=True)
def add_dns(node, msg):
    _address("dns", msg["dns"])
    if msg["dns"] in l3.members_of(node, "dns", [msg["l3NetworkUuid"]])[msg["l3NetworkUuid"]]:
        raise invalid(f"the L3 network has dns[{msg['dns']}] already")
    node.execute(insert(l3_dns), {"l3NetworkUuid": msg["l3NetworkUuid"], "dns": msg["dns"]})
    return {"inventory": l3.inventory(node, msg["l3NetworkUuid"])}


@family.api("RemoveDnsFromL3Network", refs={"l3NetworkUuid": l3}, everyone=True)
def remove_dns(node, msg):
    pair = (l3_dns.c.l3NetworkUuid == msg["l3NetworkUuid"]) & (l3_dns.c.dns == msg["dns"])
    node.execute(sql_delete(l3_dns).where(pair))
    return {"inventory": l3.inventory(node, msg["l3NetworkUuid"])}


@l3.on_delete(order=20)
def l3_goes(node, row, force):
    for child in ip_range.find(node, l3NetworkUuid=row["uuid"]):
        ip_range.destroy(node, child["uuid"], force)


# -- IP ranges --------------------------------------------------------------------------------------------------


def _address(name, value):
    try:
        return ipaddress.IPv4Address(value)
    except ValueError:
        raise invalid(f"{name}[{value}] is not an IPv4 address") from None


def _network(address, netmask):
    try:
        network = ipaddress.IPv4Network(f"{address}/{netmask}", strict=False)
    except ValueError:
        network = None
    if network is None or str(network.netmask) != netmask:
        raise invalid(f"netmask[{netmask}] is not a netmask")
    return network


def _add_range(node, msg, start, end, gateway, network):
    """Checks a range against its network and its siblings, and makes it."""
    home = l3.get(node, msg["l3NetworkUuid"])
    if start not in network or end not in network or gateway not in network:
        raise invalid(f"startIp, endIp and gateway are not all in {network}")
    if start > end:
        raise invalid(f"startIp[{start}] is greater than endIp[{end}]")
    if start <= gateway <= end:
        raise invalid(f"gateway[{gateway}] is among the addresses of the range")
    siblings = select(l3.c.uuid).where(l3.c.l2NetworkUuid == home["l2NetworkUuid"])
    for other in ip_range.find(node, ip_range.c.l3NetworkUuid.in_(siblings)):
        if start <= ipaddress.IPv4Address(other["endIp"]) and ipaddress.IPv4Address(other["startIp"]) <= end:
            raise invalid(f"the range overlaps with range[uuid:{other['uuid']}] of the same L2 network")
        if other["l3NetworkUuid"] == home["uuid"] and other["gateway"] != str(gateway):
            raise invalid(f"gateway[{gateway}] differs from that of the network's other ranges, {other['gateway']}")
    row = {
        **msg.picked("l3NetworkUuid", "name", "description"), **_range_facts(start, end, gateway, network),
        "ipRangeType": msg.get("ipRangeType", "Normal"),
    }  # fmt: skip
    return ip_range.create(node, row, msg.get("resourceUuid"))


def _range_facts(start, end, gateway, network):
    return {
        "startIp": str(start), "endIp": str(end), "gateway": str(gateway), "netmask": str(network.netmask),
        "networkCidr": str(network), "ipVersion": 4, "prefixLen": network.prefixlen, "ipRangeType": "Normal",
    }  # fmt: skip


def _cidr_facts(source, gateway=None):
    """(start, end, gateway, network) of a range that fills a network: the gateway is its first address."""
    try:
        network = ipaddress.IPv4Network(source, strict=False)
    except ValueError:
        raise invalid(f"networkCidr[{source}] is not an IPv4 network") from None
    if network.prefixlen > 29:
        raise invalid(f"networkCidr[{source}] holds too few addresses")
    first, last = network.network_address + 1, network.broadcast_address - 1
    if gateway is None or gateway == str(first):
        return first + 1, last, first, network
    if gateway == str(last):
        return first, last - 1, last, network
    raise invalid(f"gateway[{gateway}] is neither the first nor the last address of {network}")


@family.api("AddIpRange", refs={"l3NetworkUuid": l3}, creates=ip_range, everyone=True)
def add_range(node, msg):
    start, end = _address("startIp", msg["startIp"]), _address("endIp", msg["endIp"])
    network = _network(start, msg["netmask"])
    gateway = _address("gateway", msg["gateway"]) if msg.get("gateway") else network.network_address + 1
    return {"inventory": ip_range.inventory(node, _add_range(node, msg, start, end, gateway, network))}


@family.api("AddIpRangeByNetworkCidr", refs={"l3NetworkUuid": l3}, creates=ip_range, everyone=True)
def add_range_by_cidr(node, msg):
    made = ip_range.inventory(node, _add_range(node, msg, *_cidr_facts(msg["networkCidr"], msg.get("gateway"))))
    return {"inventory": made} if node.old else {"inventory": made, "inventories": [made]}


@family.api("UpdateIpRange", refs={"uuid": ip_range}, everyone=True)
def update_range(node, msg):
    ip_range.update(node, msg["uuid"], **msg.picked("name", "description"))
    return {"inventory": ip_range.inventory(node, msg["uuid"])}


@family.api("DeleteIpRange", refs={"uuid": Shaped(ip_range)}, everyone=True)
def delete_range(node, msg):
    ip_range.destroy(node, msg["uuid"], msg.force)


# -- addresses --------------------------------------------------------------------------------------------------


def _bounds(row):
    return int(ipaddress.IPv4Address(row["startIp"])), int(ipaddress.IPv4Address(row["endIp"]))


def free_addresses(node, row):
    """The free addresses of a range, as numbers: those after the highest used one first, then the gaps."""
    first, last = _bounds(row)
    top = node.execute(select(func.max(used_ip.c.ipInLong)).where(used_ip.c.ipRangeUuid == row["uuid"])).scalar()
    yield from range(first if top is None else top + 1, last + 1)
    if top is not None:
        taken = set(node.execute(select(used_ip.c.ipInLong).where(used_ip.c.ipRangeUuid == row["uuid"])).scalars())
        yield from (value for value in range(first, top) if value not in taken)


def find_address(node, l3_uuid, wanted=None):
    """(range row, address) of a free address of an L3 network, `wanted` or any."""
    ranges = ip_range.find(node, l3NetworkUuid=l3_uuid)
    if wanted is not None:
        value = int(_address("the requested IP", wanted))
        for row in ranges:
            first, last = _bounds(row)
            if first <= value <= last:
                if used_ip.find(node, l3NetworkUuid=l3_uuid, ipInLong=value):
                    raise refused(f"IP[{wanted}] of L3 network[uuid:{l3_uuid}] is in use")
                return row, wanted
        raise refused(f"IP[{wanted}] is in no range of L3 network[uuid:{l3_uuid}]")
    for row in ranges:
        for value in free_addresses(node, row):
            return row, str(ipaddress.IPv4Address(value))
    raise refused(f"L3 network[uuid:{l3_uuid}] has no free IP")


def address_row(row, address, nic_uuid=None, used_for=None):
    """What to put into `used_ip` for an address of a range."""
    return {
        "ipRangeUuid": row["uuid"], "l3NetworkUuid": row["l3NetworkUuid"], "ipVersion": 4, "ip": address,
        "netmask": row["netmask"], "gateway": row["gateway"], "usedFor": used_for, "vmNicUuid": nic_uuid,
        "ipInLong": int(ipaddress.IPv4Address(address)),
    }  # fmt: skip


def _free_of(node, msg, ranges):
    found = []
    for row in ranges:
        for value in free_addresses(node, row):
            if len(found) == msg["limit"]:
                break
            free = {"ipRangeUuid": row["uuid"], "ip": str(ipaddress.IPv4Address(value)), "netmask": row["netmask"],
                    "gateway": row["gateway"]}  # fmt: skip
            found.append(Inventory("org.zstack.header.network.l3.FreeIpInventory", free))
    return {"inventories": found}


@family.api("GetFreeIpOfL3Network", refs={"l3NetworkUuid": l3}, everyone=True)
def free_of_l3(node, msg):
    return _free_of(node, msg, ip_range.find(node, l3NetworkUuid=msg["l3NetworkUuid"]))


@family.api("GetFreeIpOfIpRange", refs={"ipRangeUuid": ip_range}, everyone=True)
def free_of_range(node, msg):
    return _free_of(node, msg, [ip_range.get(node, msg["ipRangeUuid"])])


# -- seeds ------------------------------------------------------------------------------------------------------


@family.seed("l2Networks", l2, within=["zones", "clusters"], named_by=["zoneUuid"], attachedClusterUuids=list[str])
def seed_l2(node, fields, parents):
    """Attached to the clusters it is nested in or names, else to all that its zone has so far."""
    fields = dict(fields)
    given = fields.pop("attachedClusterUuids", None)
    inside = parents.get("clusters")
    zone_uuid = fields.setdefault("zoneUuid", inside["zoneUuid"] if inside else parents.get("zones", {}).get("uuid"))
    if given is None:
        given = [inside["uuid"]] if inside else [row["uuid"] for row in cluster.find(node, zoneUuid=zone_uuid)]
    row = {
        "name": "l2", "physicalInterface": "eth0", "vSwitchType": "LinuxBridge", "isolated": False,
        "type": "L2VlanNetwork" if "vlan" in fields else "L2NoVlanNetwork",
        "virtualNetworkId": fields.get("vlan", 0), **fields,
    }  # fmt: skip
    uuid = l2.create(node, row, fields.get("uuid"))
    for each in given:
        node.execute(insert(l2_cluster), {"l2NetworkUuid": uuid, "clusterUuid": each})
    return l2.get(node, uuid)


@family.seed("l3Networks", l3, within=["l2Networks"], named_by=["l2NetworkUuid"])
def seed_l3(node, fields, parents):
    home = parents.get("l2Networks") or l2.require(node, fields.get("l2NetworkUuid"))
    row = {
        "name": "l3", "type": "L3BasicNetwork", "l2NetworkUuid": home["uuid"], "zoneUuid": home["zoneUuid"],
        "state": "Enabled", "category": "Private", "system": False, "ipVersion": 4, "enableIPAM": True,
        "isolated": False, **fields,
    }  # fmt: skip
    return l3.get(node, l3.create(node, row, fields.get("uuid")))


@family.seed("ipRanges", ip_range, within=["l3Networks"], named_by=["l3NetworkUuid"])
def seed_range(node, fields, parents):
    """A range that fills its `networkCidr`, or goes from `startIp` to `endIp` with `gateway` and `netmask`."""
    facts = _range_facts(*_cidr_facts(fields.get("networkCidr", "192.168.0.0/16")))
    row = {"name": "range", **facts, "l3NetworkUuid": parents.get("l3Networks", {}).get("uuid"), **fields}
    return ip_range.get(node, ip_range.create(node, row, fields.get("uuid")))
