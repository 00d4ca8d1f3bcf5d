# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""L2 and L3 networks, IP ranges, VIPs and EIPs."""

from __future__ import annotations

import pytest


@pytest.fixture
def zone(cloud):
    return cloud.zone()


@pytest.fixture
def l2(cloud, zone):
    return cloud.create("/l2-networks/no-vlan", name="l2", zoneUuid=zone["uuid"], physicalInterface="eth0")


@pytest.fixture
def l3(cloud, l2):
    return cloud.create("/l3-networks", name="l3", l2NetworkUuid=l2["uuid"])


def add_range(cloud, l3, start="192.168.1.10", end="192.168.1.20", gateway="192.168.1.1", netmask="255.255.255.0"):
    return cloud.create(f"/l3-networks/{l3['uuid']}/ip-ranges", name="range", startIp=start, endIp=end,
                        gateway=gateway, netmask=netmask)  # fmt: skip


# -- L2 ---------------------------------------------------------------------------------------------------------


def test_l2(cloud, zone, l2):
    """manners B, L2NetworkInventory: a new L2 network, its fields of each generation."""
    wanted = {"name": "l2", "zoneUuid": zone["uuid"], "physicalInterface": "eth0", "type": "L2NoVlanNetwork",
              "attachedClusterUuids": []}  # fmt: skip
    assert wanted.items() <= l2.items() and "vlan" not in l2
    assert l2.get("virtualNetworkId") == (None if cloud.old else 0)
    assert cloud.act(f"/l2-networks/{l2['uuid']}", "updateL2Network", name="other")["name"] == "other"
    assert "L2VlanNetwork" in cloud.sync("GET", "/l2-networks/types")["types"]


def test_vlan(cloud, zone, l2, fails):
    """manners 3.3: the vlan is a field of the sub-type, the generic query does without it; 4: range of the vlan."""
    params = {"name": "v", "zoneUuid": zone["uuid"], "physicalInterface": "eth0"}
    vlan = cloud.create("/l2-networks/vlan", vlan=100, **params)
    assert (vlan["vlan"], vlan["type"]) == (100, "L2VlanNetwork")
    assert cloud.rows("/l2-networks/vlan") == [vlan]
    assert "vlan" not in cloud.rows("/l2-networks", "name=v")[0]
    fails("SYS.1007", cloud.create, "/l2-networks/vlan", vlan=4095, **params)


def test_l2_attachment(cloud, zone, l2, fails):
    """manners 5.2: attach and detach; not twice, not across zones, not two alike on one interface."""
    home = cloud.cluster(zone)
    there = f"/l2-networks/{l2['uuid']}/clusters/{home['uuid']}"
    assert cloud.job("POST", there, {"params": {}})["inventory"]["attachedClusterUuids"] == [home["uuid"]]
    assert cloud.names("/clusters", "l2Network.name=l2") == ["cluster"]
    assert cloud.names("/l2-networks", f"attachedClusterUuids={home['uuid']}") == ["l2"]
    fails("SYS.1006", cloud.job, "POST", there)
    alike = cloud.create("/l2-networks/no-vlan", name="b", zoneUuid=zone["uuid"], physicalInterface="eth0")
    fails("SYS.1006", cloud.job, "POST", f"/l2-networks/{alike['uuid']}/clusters/{home['uuid']}")
    far = cloud.cluster(cloud.zone("far"))
    fails("SYS.1007", cloud.job, "POST", f"/l2-networks/{l2['uuid']}/clusters/{far['uuid']}")
    assert cloud.job("DELETE", there)["inventory"]["attachedClusterUuids"] == []
    fails("SYS.1006", cloud.job, "DELETE", there)


def test_l2_vanishes_from_a_deleted_cluster(cloud, zone, l2):
    """manners 5.2: L2 attachments do not hinder a cluster's deletion, they vanish."""
    home = cloud.cluster(zone)
    cloud.job("POST", f"/l2-networks/{l2['uuid']}/clusters/{home['uuid']}")
    cloud.job("DELETE", f"/clusters/{home['uuid']}")
    assert cloud.rows("/l2-networks")[0]["attachedClusterUuids"] == []


def test_networks_go_with_their_zone(cloud, zone, l3):
    """manners 5.1: deleting a zone takes its networks along."""
    add_range(cloud, l3)
    cloud.job("DELETE", f"/zones/{zone['uuid']}")
    for path in ("/l2-networks", "/l3-networks", "/l3-networks/ip-ranges"):
        assert cloud.rows(path) == []


def test_networks_go_with_their_l2(cloud, l2, l3):
    """manners 5, common: an L2 network takes its L3 networks along; what is gone can be deleted."""
    for _again in range(2):
        cloud.job("DELETE", f"/l2-networks/{l2['uuid']}")
    assert cloud.rows("/l3-networks") == []


# -- L3 ---------------------------------------------------------------------------------------------------------


def test_l3(cloud, zone, l2, l3, fails):
    """manners B, L3NetworkInventory: a new L3 network, its lists of each generation."""
    wanted = {"name": "l3", "type": "L3BasicNetwork", "zoneUuid": zone["uuid"], "l2NetworkUuid": l2["uuid"],
              "state": "Enabled", "category": "Private", "system": False, "dns": [], "ipRanges": [],
              "networkServices": []}  # fmt: skip
    assert wanted.items() <= l3.items()
    assert ("hostRoute" in l3) != cloud.old and ("enableIPAM" in l3) != cloud.old
    fails("SYS.1007", cloud.create, "/l3-networks", name="x", l2NetworkUuid=l2["uuid"], type="nonsense")
    path = f"/l3-networks/{l3['uuid']}"
    assert cloud.act(path, "updateL3Network", category="Public")["category"] == "Public"
    assert cloud.act(path, "changeL3NetworkState", stateEvent="disable")["state"] == "Disabled"
    assert "L3BasicNetwork" in cloud.sync("GET", "/l3-networks/types")["types"]
    assert cloud.names("/l3-networks", "l2Network.physicalInterface=eth0") == ["l3"]
    cloud.job("DELETE", path)
    assert cloud.rows("/l3-networks") == []


def test_dns(cloud, l3, fails):
    """manners B, L3NetworkInventory: dns is a list of addresses."""
    path = f"/l3-networks/{l3['uuid']}/dns"
    assert cloud.create(path, dns="192.0.2.1")["dns"] == ["192.0.2.1"]
    fails("SYS.1007", cloud.create, path, dns="192.0.2.1")
    fails("SYS.1007", cloud.create, path, dns="nonsense")
    assert cloud.job("DELETE", f"{path}/192.0.2.1")["inventory"]["dns"] == []


# -- IP ranges --------------------------------------------------------------------------------------------------


def test_range(cloud, l3):
    """manners B, IpRangeInventory: a new range, shown in its network too."""
    row = add_range(cloud, l3)
    wanted = {"startIp": "192.168.1.10", "endIp": "192.168.1.20", "gateway": "192.168.1.1",
              "netmask": "255.255.255.0", "networkCidr": "192.168.1.0/24", "l3NetworkUuid": l3["uuid"]}  # fmt: skip
    assert wanted.items() <= row.items()
    assert cloud.rows("/l3-networks", "ipRanges.name=range")[0]["ipRanges"] == [row]
    path = f"/l3-networks/ip-ranges/{row['uuid']}"
    assert cloud.act(path, "updateIpRange", name="other")["name"] == "other"
    cloud.job("DELETE", path)
    assert cloud.rows("/l3-networks/ip-ranges") == []


@pytest.mark.parametrize("wrong", [
    {"start": "nonsense"}, {"netmask": "255.0.255.0"}, {"start": "192.168.1.30"}, {"end": "192.168.2.20"},
    {"gateway": "192.168.1.15"}, {"gateway": "10.0.0.1"},
])  # fmt: skip
def test_impossible_ranges(cloud, l3, fails, wrong):
    """manners 4: addresses that do not go together are SYS.1007."""
    fails("SYS.1007", add_range, cloud, l3, **wrong)


def test_overlapping_ranges(cloud, l2, l3, fails):
    """manners 4: a range that overlaps within its L2 network, or has a gateway of its own, is SYS.1007."""
    add_range(cloud, l3)
    other = cloud.create("/l3-networks", name="other", l2NetworkUuid=l2["uuid"])
    fails("SYS.1007", add_range, cloud, other, "192.168.1.20", "192.168.1.30")
    fails("SYS.1007", add_range, cloud, l3, "192.168.1.30", "192.168.1.40", gateway="192.168.1.2")
    add_range(cloud, l3, "192.168.1.30", "192.168.1.40")


def test_range_by_cidr(cloud, l3, fails):
    """manners B, IpRangeInventory: of a CIDR the first address is the gateway; 5.2 answers with a list as well."""
    path = f"/l3-networks/{l3['uuid']}/ip-ranges/by-cidr"
    reply = cloud.job("POST", path, {"params": {"name": "r", "networkCidr": "10.9.8.0/28"}})
    made = reply["inventory"]
    assert (made["gateway"], made["startIp"], made["endIp"]) == ("10.9.8.1", "10.9.8.2", "10.9.8.14")
    assert reply.get("inventories") == (None if cloud.old else [made])
    fails("SYS.1007", cloud.create, path, name="r", networkCidr="10.9.9.0/31")
    free = cloud.sync("GET", f"/l3-networks/{l3['uuid']}/ip/free?limit=2")["inventories"]
    assert [row["ip"] for row in free] == ["10.9.8.2", "10.9.8.3"]
    assert len(cloud.sync("GET", f"/l3-networks/ip-ranges/{made['uuid']}/ip/free")["inventories"]) == 13


# -- VIPs and EIPs ----------------------------------------------------------------------------------------------


@pytest.fixture
def lab(cloud):
    """A VM with a NIC in network `inner`, and a network `outer`."""
    cloud.control("POST", "seed", {"zones": [{"clusters": [{
        "l2Networks": [
            {"l3Networks": [{"name": "inner", "ipRanges": [{"networkCidr": "10.0.0.0/24"}]}]},
            {"vlan": 9, "l3Networks": [{"name": "outer", "ipRanges": [{"networkCidr": "172.16.0.0/29"}]}]},
        ],
        "hosts": [{"vms": [{"name": "vm"}]}],
    }]}]})  # fmt: skip
    return {"outer": cloud.rows("/l3-networks", "name=outer")[0], "inner": cloud.rows("/l3-networks", "name=inner")[0],
            "nic": cloud.rows("/vm-instances/nics")[0], "vm": cloud.rows("/vm-instances")[0]}  # fmt: skip


def test_vip(cloud, lab, fails):
    """manners B, VipInventory: a VIP takes an address of its network, which comes back when it goes."""
    outer = lab["outer"]["uuid"]
    vip = cloud.create("/vips", name="v", l3NetworkUuid=outer, requiredIp="172.16.0.3")
    assert (vip["ip"], vip["gateway"], vip["state"], vip["peerL3NetworkUuids"]) == (
        "172.16.0.3", "172.16.0.1", "Enabled", [])  # fmt: skip
    fails("SYS.1006", cloud.create, "/vips", name="w", l3NetworkUuid=outer, requiredIp="172.16.0.3")
    fails("SYS.1006", cloud.create, "/vips", name="w", l3NetworkUuid=outer, requiredIp="192.0.2.1")
    others = [cloud.create("/vips", name="w", l3NetworkUuid=outer)["ip"] for _each in range(4)]
    assert sorted(others) == ["172.16.0.2", "172.16.0.4", "172.16.0.5", "172.16.0.6"]
    fails("SYS.1006", cloud.create, "/vips", name="full", l3NetworkUuid=outer)
    assert cloud.act(f"/vips/{vip['uuid']}", "updateVip", name="x")["name"] == "x"
    assert cloud.act(f"/vips/{vip['uuid']}", "changeVipState", stateEvent="disable")["state"] == "Disabled"
    cloud.job("DELETE", f"/vips/{vip['uuid']}")
    assert cloud.create("/vips", name="w", l3NetworkUuid=outer)["ip"] == "172.16.0.3"


def test_eip(cloud, lab, fails):
    """manners B, EipInventory: attached to a NIC it shows the guest's address; one EIP a VIP and a NIC."""
    vip = cloud.create("/vips", name="v", l3NetworkUuid=lab["outer"]["uuid"])
    eip = cloud.create("/eips", name="e", vipUuid=vip["uuid"])
    assert eip["vipIp"] == vip["ip"] and "vmNicUuid" not in eip
    fails("SYS.1006", cloud.create, "/eips", name="again", vipUuid=vip["uuid"])
    nics = cloud.sync("GET", f"/eips/{eip['uuid']}/vm-instances/candidate-nics")["inventories"]
    assert [nic["uuid"] for nic in nics] == [lab["nic"]["uuid"]]
    there = f"/eips/{eip['uuid']}/vm-instances/nics"
    attached = cloud.job("POST", f"{there}/{lab['nic']['uuid']}")["inventory"]
    assert (attached["guestIp"], attached["vmNicUuid"]) == (lab["nic"]["ip"], lab["nic"]["uuid"])
    fails("SYS.1006", cloud.job, "POST", f"{there}/{lab['nic']['uuid']}")
    assert cloud.rows("/vips")[0]["peerL3NetworkUuids"] == [lab["inner"]["uuid"]]
    assert cloud.names("/eips", f"vmNic.vmInstance.uuid={lab['vm']['uuid']}") == ["e"]
    assert "guestIp" not in cloud.job("DELETE", there)["inventory"]
    fails("SYS.1006", cloud.job, "DELETE", there)
    cloud.act(f"/eips/{eip['uuid']}", "changeEipState", stateEvent="disable")
    fails("SYS.1006", cloud.job, "POST", f"{there}/{lab['nic']['uuid']}")
    assert cloud.act(f"/eips/{eip['uuid']}", "updateEip", description="d")["description"] == "d"
    cloud.job("DELETE", f"/eips/{eip['uuid']}")
    assert "useFor" not in cloud.rows("/vips")[0]


def test_eip_of_a_vm_that_is_destroyed(cloud, lab, fails):
    """manners 5.11: a destroyed VM loses its EIPs; a VIP in the NIC's own network cannot serve it."""
    near = cloud.create("/vips", name="v", l3NetworkUuid=lab["inner"]["uuid"])
    fails("SYS.1007", cloud.create, "/eips", name="e", vipUuid=near["uuid"], vmNicUuid=lab["nic"]["uuid"])
    assert cloud.rows("/eips") == []
    vip = cloud.create("/vips", name="v", l3NetworkUuid=lab["outer"]["uuid"])
    cloud.create("/eips", name="e", vipUuid=vip["uuid"], vmNicUuid=lab["nic"]["uuid"])
    cloud.job("DELETE", f"/vm-instances/{lab['vm']['uuid']}")
    assert "vmNicUuid" not in cloud.rows("/eips")[0]
    cloud.job("DELETE", f"/l3-networks/{lab['outer']['uuid']}")
    assert cloud.rows("/eips") == cloud.rows("/vips", "name=v", "ip~=172%") == []
