# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""PXE servers, chassis and hosts of bare metal: one world in 2.3.1, another in 5.2."""

from __future__ import annotations

import json

import pytest

OLD, NEW = pytest.mark.profile("2.3.1"), pytest.mark.profile("5.2")
MANAGEMENT_NODE = "192.0.2.10"
RANGE = {"dhcpRangeBegin": "10.0.0.10", "dhcpRangeEnd": "10.0.0.200", "dhcpRangeNetmask": "255.255.255.0"}


@pytest.fixture
def machines(cloud):
    """Describes machines by address."""
    return lambda described: cloud.control("POST", "seed", {"machines": described})


@pytest.fixture
def servers(cloud):
    return "/baremetal/pxeserver" if cloud.old else "/baremetal/pxeservers"


@pytest.fixture
def make_pxe(cloud, servers):
    """A PXE server; in 5.2 in the zone given, on a machine of its own."""

    def make(zone=None, **params):
        if not cloud.old:
            machine = {"hostname": "10.0.0.2", "sshUsername": "root", "sshPassword": "secret", "storagePath": "/bm"}
            params = {"zoneUuid": (zone or cloud.zone())["uuid"], **machine, **params}
        return cloud.create(servers, **{"name": "pxe", "dhcpInterface": "eth0", **params})

    return make


@pytest.fixture
def home(cloud, make_pxe):
    """Where chassis can be made: parameters of CreateBaremetalChassis beside name and IPMI."""
    if cloud.old:
        make_pxe()
        return {}
    zone = cloud.zone()
    cluster = cloud.cluster(zone, hypervisorType="baremetal", type="baremetal")
    cloud.create(f"/clusters/{cluster['uuid']}/pxeservers/{make_pxe(zone)['uuid']}")
    return {"clusterUuid": cluster["uuid"]}


@pytest.fixture
def make_chassis(cloud, home):
    def make(address="10.9.0.1", **params):
        ipmi = {"ipmiAddress": address, "ipmiUsername": "root", "ipmiPassword": "secret"}
        return cloud.create("/baremetal/chassis", **{"name": "box", **ipmi, **home, **params})

    return make


def do(cloud, chassis, action, **params):
    """An action on a chassis: the job's whole result."""
    return cloud.job("PUT", f"/baremetal/chassis/{chassis['uuid']}/actions", {action: params})


def row_of(cloud, path, uuid):
    return cloud.rows(path, f"uuid={uuid}")[0]


# -- PXE servers ------------------------------------------------------------------------------------------------


def test_pxe_server(cloud, make_pxe, servers):
    """manners 5.10: CreateBaremetalPxeServer, QueryBaremetalPxeServer. What a new one looks like."""
    made = make_pxe(**RANGE)
    assert {key: made[key] for key in RANGE} == RANGE and made["dhcpInterface"] == "eth0"
    if cloud.old:
        assert made["status"] == "Running" and "state" not in made and "attachedClusterUuids" not in made
    else:
        assert (made["state"], made["status"], made["sshPort"]) == ("Enabled", "Connected", 22)
        assert made["attachedClusterUuids"] == [] and made["totalCapacity"] == made["availableCapacity"] > 0
        assert made["sshPassword"] == "secret", "the inventory class has it"
    assert cloud.rows(servers) == [made] and cloud.rows(f"{servers}/{made['uuid']}") == [made]


@OLD
def test_one_pxe_server(make_pxe, fails):
    """manners 5.10: only one PXE server may exist, else BAREMETAL.1402."""
    make_pxe()
    fails("BAREMETAL.1402", make_pxe, name="another", dhcpInterface="eth1")


def test_pxe_interface(cloud, make_pxe, machines, fails):
    """manners 5.10: the interface must exist with an IP; without a range its whole network is served."""
    address = MANAGEMENT_NODE if cloud.old else "10.0.0.2"
    machines({address: {"devices": {"nics": {"eth0": "10.0.0.2/24", "eth1": None}}}})
    fails("SYS.1007", make_pxe, dhcpInterface="eth7")
    fails("SYS.1007", make_pxe, dhcpInterface="eth1")
    made = make_pxe()
    assert (made["dhcpRangeBegin"], made["dhcpRangeEnd"]) == ("10.0.0.1", "10.0.0.254")
    assert made["dhcpRangeNetmask"] == "255.255.255.0"


@pytest.mark.parametrize("wrong", [
    {"dhcpRangeBegin": "10.0.0.10"},
    {"dhcpRangeEnd": "10.0.0.10"},
    {"dhcpRangeNetmask": "255.255.255.0"},
    {**RANGE, "dhcpRangeBegin": "10.0.0.300"},
    {**RANGE, "dhcpRangeBegin": "10.0.0.201"},
    {**RANGE, "dhcpRangeEnd": "10.0.1.200"},
    {**RANGE, "dhcpRangeNetmask": "255.255.0.255"},
    {**RANGE, "dhcpRangeNetmask": "255.255.0.0"},
    {"dhcpRangeBegin": "10.7.0.1", "dhcpRangeEnd": "10.7.0.9"},
])  # fmt: skip
def test_pxe_ranges(cloud, make_pxe, machines, servers, fails, wrong):
    """manners 5.10: begin and end or all three, valid, in order, in the interface's subnet, with its netmask."""
    machines({MANAGEMENT_NODE if cloud.old else "10.0.0.2": {"devices": {"nics": {"eth0": "10.0.0.2/24"}}}})
    fails("SYS.1007", make_pxe, **wrong)
    assert cloud.rows(servers) == []
    made = make_pxe(dhcpRangeBegin="10.0.0.10", dhcpRangeEnd="10.0.0.20")
    assert made["dhcpRangeNetmask"] == "255.255.255.0"


def test_update_pxe_server(cloud, make_pxe, servers, fails):
    """manners 5.10: UpdateBaremetalPxeServer changes name, description and range, not the interface."""
    path = f"{servers}/{make_pxe(**RANGE)['uuid']}"
    changed = cloud.act(path, "updateBaremetalPxeServer", name="n", dhcpRangeBegin="10.0.0.50", dhcpInterface="eth9")
    assert (changed["name"], changed["dhcpRangeBegin"]) == ("n", "10.0.0.50")
    assert (changed["dhcpRangeEnd"], changed["dhcpInterface"]) == (RANGE["dhcpRangeEnd"], "eth0")
    fails("SYS.1007", cloud.act, path, "updateBaremetalPxeServer", dhcpRangeBegin="10.0.0.201")


def test_start_and_stop_pxe_server(cloud, make_pxe, servers):
    """manners 5.10: StartBaremetalPxeServer, StopBaremetalPxeServer; twice is no error."""
    uuid = make_pxe()["uuid"]
    field, off, on = ("status", "Stopped", "Running") if cloud.old else ("state", "Disabled", "Enabled")
    for action, wanted in (("stop", off), ("stop", off), ("start", on), ("start", on)):
        cloud.job("PUT", f"{servers}/{uuid}/actions", {f"{action}BaremetalPxeServer": {}})
        assert row_of(cloud, servers, uuid)[field] == wanted


def test_delete_pxe_server(cloud, make_pxe, servers, fails, new_uuid):
    """manners 5.10, C: DeleteBaremetalPxeServer, which succeeds for what is gone."""
    cloud.job("DELETE", f"{servers}/{make_pxe()['uuid']}")
    assert cloud.rows(servers) == []
    cloud.job("DELETE", f"{servers}/{new_uuid()}")
    fails("SYS.1003", cloud.job, "DELETE", f"{servers}/nonsense")


@NEW
def test_pxe_server_connects(cloud, make_pxe, machines, servers, fails):
    """manners 5.10: hostname unique, storagePath absolute; visible as Connecting, gone when it cannot connect."""
    fails("SYS.1007", make_pxe, storagePath="bm")
    machines({"10.0.0.3": {"password": "right"}})
    fails("SYS.1006", make_pxe, hostname="10.0.0.3", sshPassword="wrong")
    assert cloud.rows(servers) == []
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    zone = cloud.zone()
    params = {"zoneUuid": zone["uuid"], "name": "p", "hostname": "10.0.0.3", "sshUsername": "root",
              "sshPassword": "right", "storagePath": "/bm", "dhcpInterface": "eth0"}  # fmt: skip
    job = cloud.submit("POST", servers, {"params": params})
    assert [row["status"] for row in cloud.rows(servers)] == ["Connecting"]
    made = cloud.wait(job)["inventory"]
    assert made["status"] == "Connected"
    fails("SYS.1007", cloud.create, servers, **params)
    machines({"10.0.0.3": {"reachable": False}})
    fails("SYS.1006", cloud.act, f"{servers}/{made['uuid']}", "reconnectBaremetalPxeServer")
    assert row_of(cloud, servers, made["uuid"])["status"] == "Disconnected"
    machines({"10.0.0.3": {"reachable": True}})
    assert cloud.act(f"{servers}/{made['uuid']}", "reconnectBaremetalPxeServer")["status"] == "Connected"


@NEW
def test_pxe_server_and_clusters(cloud, make_pxe, servers, fails):
    """manners 5.10: attached to baremetal clusters of its zone, to each once."""
    zone = cloud.zone()
    pxe = make_pxe(zone)
    bare, plain = cloud.cluster(zone, hypervisorType="baremetal", type="baremetal"), cloud.cluster(zone)
    foreign = cloud.cluster(cloud.zone(), hypervisorType="baremetal", type="baremetal")

    def path(cluster):
        return f"/clusters/{cluster['uuid']}/pxeservers/{pxe['uuid']}"

    fails("SYS.1006", cloud.job, "POST", path(plain))
    fails("SYS.1006", cloud.job, "POST", path(foreign))
    fails("SYS.1006", cloud.job, "DELETE", path(bare))
    assert cloud.job("POST", path(bare))["inventory"]["attachedClusterUuids"] == [bare["uuid"]]
    fails("SYS.1006", cloud.job, "POST", path(bare))
    assert cloud.names(servers, f"attachedClusterUuids={bare['uuid']}") == ["pxe"]
    assert cloud.names(servers, "cluster.name=cluster") == ["pxe"] == cloud.names(servers, f"zone.uuid={zone['uuid']}")
    assert cloud.job("DELETE", path(bare))["inventory"]["attachedClusterUuids"] == []
    cloud.job("DELETE", f"/zones/{zone['uuid']}")
    assert cloud.rows(servers) == [], "they go with their zone"


# -- chassis ----------------------------------------------------------------------------------------------------


def test_chassis(cloud, make_chassis):
    """manners 5.10, E9: CreateBaremetalChassis, QueryBaremetalChassis. 5.2 hides the IPMI password, 2.3.1 does not."""
    made = make_chassis()
    assert made["ipmiPort"] == ("623" if cloud.old else 623)
    assert made["ipmiUsername"] == "root" and made.get("ipmiPassword") == ("secret" if cloud.old else None)
    if cloud.old:
        assert made["status"] == "Unprovisioned" and "state" not in made and "hardwareInfos" not in made
    else:
        assert (made["state"], made["status"], made["hardwareInfos"]) == ("Enabled", "HWInfoUnknown", [])
        assert made["zoneUuid"] and made["pxeServerUuid"]
    assert cloud.rows("/baremetal/chassis", "ipmiAddress=10.9.0.1", "ipmiPort=623") == [made]


def test_chassis_addresses(cloud, make_chassis, fails):
    """manners 5.10: an IPv4 address; address and port are unique, on create and on update."""
    first, port = make_chassis(), "1623" if cloud.old else 1623
    fails("SYS.1007", make_chassis, "no.address")
    fails("SYS.1007", make_chassis, "10.9.0.2", ipmiPort="99999" if cloud.old else 99999)
    fails("SYS.1007", make_chassis)
    second = make_chassis(ipmiPort=port)
    path = f"/baremetal/chassis/{second['uuid']}"
    fails("SYS.1007", cloud.act, path, "updateBaremetalChassis", ipmiPort=first["ipmiPort"])
    changed = cloud.act(path, "updateBaremetalChassis", name="n", ipmiAddress="10.9.0.2", ipmiPort=port)
    assert (changed["name"], changed["ipmiAddress"], changed["ipmiPort"]) == ("n", "10.9.0.2", port)


def test_ipmi_is_tested(cloud, make_chassis, machines, fails):
    """manners 5.10: the IPMI login is tried at create and at update."""
    machines({"10.9.0.7": {"reachable": False}, "10.9.0.8": {"password": "other"}})
    fails("SYS.1006", make_chassis, "10.9.0.7")
    fails("SYS.1006", make_chassis, "10.9.0.8")
    assert cloud.rows("/baremetal/chassis") == []
    path = f"/baremetal/chassis/{make_chassis()['uuid']}"
    fails("SYS.1006", cloud.act, path, "updateBaremetalChassis", ipmiAddress="10.9.0.8")
    cloud.act(path, "updateBaremetalChassis", ipmiAddress="10.9.0.8", ipmiPassword="other")


def test_chassis_needs_pxe(cloud, make_chassis, servers, fails):
    """manners 5.10: chassis need a PXE server that runs: BAREMETAL.1401 and .1400; in 5.2 the cluster's, usable."""
    uuid = cloud.rows(servers)[0]["uuid"]
    cloud.job("PUT", f"{servers}/{uuid}/actions", {"stopBaremetalPxeServer": {}})
    fails("BAREMETAL.1401" if cloud.old else "SYS.1006", make_chassis)
    cloud.job("DELETE", f"{servers}/{uuid}")
    fails("BAREMETAL.1400" if cloud.old else "SYS.1006", make_chassis)


@NEW
def test_chassis_cluster(cloud, make_chassis, fails):
    """manners 5.10: a chassis lives in a cluster of hypervisorType baremetal, and goes with it."""
    fails("SYS.1006", make_chassis, clusterUuid=cloud.cluster()["uuid"])
    made = make_chassis()
    assert cloud.names("/baremetal/chassis", "cluster.hypervisorType=baremetal", "pxeServer.name=pxe") == ["box"]
    cloud.job("DELETE", f"/clusters/{made['clusterUuid']}")
    assert cloud.rows("/baremetal/chassis") == []


def test_delete_chassis(cloud, make_chassis, new_uuid):
    """manners 5.10: DeleteBaremetalChassis takes hardware info and host configuration along."""
    made = make_chassis()
    if cloud.old:
        do(cloud, made, "powerOnBaremetalHost")
        configure(cloud, made)
    cloud.job("DELETE", f"/baremetal/chassis/{made['uuid']}?deleteMode=Permissive")
    assert cloud.rows("/baremetal/chassis") == []
    if cloud.old:
        assert cloud.rows("/baremetal/hardwareinfo") == cloud.rows("/baremetal/hostcfg") == []
    cloud.job("DELETE", f"/baremetal/chassis/{new_uuid()}")


@NEW
def test_inspect_chassis(cloud, make_chassis, machines, fails):
    """manners 5.10: an inspection boots from PXE (PxeBooting) and finds the hardware (Available)."""
    machines({"10.9.0.1": {"cpuNum": 48, "devices": {"nics": {"p1p1": None}}}})
    made = make_chassis()
    cloud.control("PUT", "latency", {"mode": "polls", "value": 2})
    assert do(cloud, made, "inspectBaremetalChassis")["inventory"]["status"] == "PxeBooting"
    cloud.control("PUT", "latency", {"mode": "immediate"})
    while (now := cloud.rows("/baremetal/chassis")[0])["status"] == "PxeBooting":
        pass
    infos = {info["type"]: json.loads(info["content"]) for info in now["hardwareInfos"]}
    assert now["status"] == "Available" and infos["basic"]["cpu_core"] == "48" and infos["nic"]["nic_name"] == "p1p1"
    disabled = do(cloud, made, "changeBaremetalChassisState", stateEvent="disable")["inventory"]
    assert disabled["state"] == "Disabled"
    fails("SYS.1006", do, cloud, made, "inspectBaremetalChassis")
    assert do(cloud, made, "changeBaremetalChassisState", stateEvent="enable")["inventory"]["state"] == "Enabled"


# -- power ------------------------------------------------------------------------------------------------------


def test_power(cloud, make_chassis, machines, fails):
    """manners 5.10: power on, off, reset and status through IPMI."""
    made, kind = make_chassis(), "Host" if cloud.old else "Chassis"

    def status():
        if cloud.old:
            return do(cloud, made, "powerStatusBaremetalHost")["status"].swapcase()
        return cloud.sync("GET", f"/baremetal/chassis/{made['uuid']}/powerstatus")["status"]

    assert status() == "off"
    for action, wanted in (("On", "on"), ("Off", "off"), ("Reset", "on")):
        assert do(cloud, made, f"power{action}Baremetal{kind}") == {}
        assert status() == wanted
    machines({"10.9.0.1": {"reachable": False}})
    fails("SYS.1006", do, cloud, made, f"powerOffBaremetal{kind}")
    fails("SYS.1006", status)


@OLD
def test_power_needs_pxe(cloud, make_chassis, servers, fails):
    """manners 5.10: in 2.3.1 power, provisioning and consoles need the PXE server to run."""
    made = make_chassis()
    cloud.job("PUT", f"{servers}/{cloud.rows(servers)[0]['uuid']}/actions", {"stopBaremetalPxeServer": {}})
    for action in (
        "powerOnBaremetalHost",
        "powerOffBaremetalHost",
        "powerResetBaremetalHost",
        "provisionBaremetalHost",
    ):
        fails("BAREMETAL.1401", do, cloud, made, action)
    fails("BAREMETAL.1401", cloud.create, "/baremetal/consoles", chassisUuid=made["uuid"])
    fails("BAREMETAL.1401", configure, cloud, made)


@OLD
def test_hardware_info(cloud, make_chassis, machines):
    """manners 5.10: QueryBaremetalHardwareInfo. Found when the chassis has booted from PXE, not before."""
    machines({"10.9.0.1": {"cpuNum": 16, "memory": 16 << 30}})
    made = make_chassis()
    assert cloud.rows("/baremetal/hardwareinfo") == []
    do(cloud, made, "powerOnBaremetalHost")
    (basic,) = cloud.rows("/baremetal/hardwareinfo", "type=basic", f"chassisUuid={made['uuid']}")
    content = json.loads(basic["content"])
    assert content["cpu_core"] == "16" and content["memory"] == "16777216 kB" and content["cpu_model"]
    macs = [json.loads(row["content"])["nic_mac"] for row in cloud.rows("/baremetal/hardwareinfo", "type=nic")]
    assert len(set(macs)) == 2
    assert len(cloud.rows("/baremetal/hardwareinfo", "chassis.name=box")) == 4


# -- host configurations (2.3.1) --------------------------------------------------------------------------------

NIC = {"mac": "11:11:11:11:11:11", "ip": "10.0.0.1", "netmask": "255.255.255.0", "gateway": "null", "dns": "null",
       "pxe": "TRUE"}  # fmt: skip
BOND = {"name": "bond0", "slaves": "22:22:22:22:22:22,33:33:33:33:33:33", "mode": "4", "ip": "192.168.0.200",
        "netmask": "255.255.255.0", "gateway": "192.168.0.1", "dns": "8.8.8.8"}  # fmt: skip


def configure(cloud, chassis, nics=(NIC,), bondings=(), **params):
    items = {"nicCfgs": list(nics), "bondings": list(bondings)}
    return cloud.create("/baremetal/hostcfg", chassisUuid=chassis["uuid"], cfgItems=items, **params)


@OLD
def test_host_configuration(cloud, make_chassis):
    """manners 5.10 and E9: CreateBaremetalHostCfg, QueryBaremetalHostCfg. Defaults; the manual's own sample."""
    chassis = make_chassis()
    made = configure(cloud, chassis, bondings=[BOND], password="password")
    assert (made["vnc"], made["unattended"], made["cloneIso"], made["password"]) == (True, True, False, "password")
    (nic,), (bond,) = made["nicCfgs"], made["bondings"]
    assert (nic["mac"], nic["ip"], nic["pxe"]) == (NIC["mac"], NIC["ip"], True) and "gateway" not in nic
    assert {key: bond[key] for key in BOND} == BOND and bond["hostCfgUuid"] == made["uuid"]
    assert cloud.rows("/baremetal/hostcfg", "nicCfgs.ip=10.0.0.1", "chassis.name=box") == [made]


@OLD
def test_host_configuration_once(cloud, make_chassis, fails, new_uuid):
    """manners 5.10: one a chassis; DeleteBaremetalHostCfg makes room, and succeeds for what is gone."""
    chassis = make_chassis()
    made = configure(cloud, chassis)
    fails("SYS.1007", configure, cloud, chassis, [{"mac": "44:44:44:44:44:44", "pxe": True}])
    cloud.job("DELETE", f"/baremetal/hostcfg/{made['uuid']}")
    configure(cloud, chassis)
    cloud.job("DELETE", f"/baremetal/hostcfg/{new_uuid()}")


@OLD
@pytest.mark.parametrize(("nics", "bondings"), [
    ([], []),
    ([{**NIC, "pxe": False}], []),
    ([NIC, {"mac": "12:11:11:11:11:11", "pxe": True}], []),
    ([NIC, {"mac": "11:11:11:11:11:11"}], []),
    ([{**NIC, "mac": "nonsense"}], []),
    ([{"pxe": True}], []),
    ([{**NIC, "netmask": None}], []),
    ([{**NIC, "ip": None}], []),
    ([{**NIC, "ip": "10.0.0.777"}], []),
    ([{**NIC, "netmask": "1.2.3.4"}], []),
    ([{**NIC, "ip": "10.9.0.1"}], []),
    ([{**NIC, "gateway": "10.0.9.1"}], []),
    ([NIC, {**NIC, "mac": "12:11:11:11:11:11", "pxe": False}], []),
    ([NIC], [{**BOND, "name": ""}]),
    ([NIC], [{**BOND, "name": "b" * 256}]),
    ([NIC], [{**BOND, "slaves": ""}]),
    ([NIC], [{**BOND, "slaves": NIC["mac"]}]),
    ([NIC], [{**BOND, "slaves": "22:22:22:22:22:22,22:22:22:22:22:22"}]),
    ([NIC], [BOND, {**BOND, "slaves": "55:55:55:55:55:55", "ip": None, "netmask": None}]),
    ([NIC], [{**BOND, "mode": "7"}]),
    ([NIC], [{**BOND, "ip": NIC["ip"], "gateway": None}]),
    (["nonsense"], []),
])  # fmt: skip
def test_host_configuration_rules(cloud, make_chassis, fails, nics, bondings):
    """manners 5.10: the rules of NICs and bondings; nothing is left of a configuration that is refused."""
    fails("SYS.1007", configure, cloud, make_chassis(), nics, bondings)
    assert cloud.rows("/baremetal/hostcfg") == []


@OLD
def test_addresses_of_others(cloud, make_chassis, fails):
    """manners 5.10: MACs and IPs are unique over all configurations; an IPMI address must not be one of them."""
    configure(cloud, make_chassis())
    second = make_chassis("10.9.0.2")
    fails("SYS.1007", configure, cloud, second, [{**NIC, "ip": None, "netmask": None}])
    fails("SYS.1007", configure, cloud, second, [{**NIC, "mac": "12:11:11:11:11:11"}])
    fails("SYS.1007", make_chassis, NIC["ip"])


# -- provisioning and consoles (2.3.1) --------------------------------------------------------------------------


@OLD
def test_provision(cloud, make_chassis, fails):
    """manners 5.10: ProvisionBaremetalHost. Provisioning, then Provisioned; not again until the status is reset."""
    chassis = make_chassis()
    fails("SYS.1006", do, cloud, chassis, "provisionBaremetalHost")
    configure(cloud, chassis)
    assert do(cloud, chassis, "provisionBaremetalHost")["inventory"]["status"] == "Provisioning"
    assert row_of(cloud, "/baremetal/chassis", chassis["uuid"])["status"] == "Provisioned"
    assert do(cloud, chassis, "powerStatusBaremetalHost") == {"status": "ON"}
    fails("SYS.1006", do, cloud, chassis, "provisionBaremetalHost")
    fails("SYS.1007", do, cloud, chassis, "updateBaremetalChassis", status="Nonsense")
    do(cloud, chassis, "updateBaremetalChassis", status="Unprovisioned")
    do(cloud, chassis, "provisionBaremetalHost")


@OLD
def test_console(cloud, make_chassis, fails):
    """manners 5.10: RequestBaremetalConsoleAccess. A token of chassis, address and port, if VNC is configured."""
    chassis, silent = make_chassis(), make_chassis("10.9.0.2")
    configure(cloud, chassis)
    made = cloud.create("/baremetal/consoles", chassisUuid=chassis["uuid"])
    assert made["chassisUuid"] == chassis["uuid"] and made["token"] == f"{chassis['uuid']}: 10.0.0.1:5901"
    fails("SYS.1006", cloud.create, "/baremetal/consoles", chassisUuid=silent["uuid"])
    configure(cloud, silent, [{"mac": "44:44:44:44:44:44", "pxe": True}], vnc=False)
    fails("SYS.1006", cloud.create, "/baremetal/consoles", chassisUuid=silent["uuid"])


# -- seeds ------------------------------------------------------------------------------------------------------


def test_seeds(cloud, servers):
    """Seeded bare metal stands as if it had been made by calls."""
    chassis = {"baremetalChassis": [{"n": 3, "name": "box-{i}", "inspected": True}]}
    if cloud.old:
        chassis["baremetalChassis"][0]["baremetalHostCfgs"] = [{}]
        cloud.control("POST", "seed", {"baremetalPxeServers": [{}], **chassis})
        assert len(cloud.rows("/baremetal/hostcfg")) == 3 and len(cloud.rows("/baremetal/hardwareinfo")) == 12
    else:
        cluster = {
            "hypervisorType": "baremetal",
            "type": "baremetal",
            "baremetalPxeServers": [{"name": "pxe"}],
            **chassis,
        }
        cloud.control("POST", "seed", {"zones": [{"clusters": [cluster]}]})
        assert {row["status"] for row in cloud.rows("/baremetal/chassis", "pxeServer.name=pxe")} == {"Available"}
    assert cloud.names("/baremetal/chassis", sort="+name") == ["box-1", "box-2", "box-3"]
    assert len({row["ipmiAddress"] for row in cloud.rows("/baremetal/chassis")}) == 3
    uuid = cloud.rows("/baremetal/chassis")[0]["uuid"]
    do(cloud, {"uuid": uuid}, "powerOnBaremetalHost" if cloud.old else "powerOnBaremetalChassis")
