# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Life cycles of zones, clusters and hosts."""

from __future__ import annotations

import json
import time

import pytest


def state_of(cloud, path, uuid):
    return cloud.rows(f"{path}/{uuid}")[0]["state"]


# -- common -----------------------------------------------------------------------------------------------------


def test_uuids_are_unique_across_kinds(cloud, fails, new_uuid):
    """manners 6: a resourceUuid that exists, of whatever kind, is SYS.1000, and nothing is made."""
    uuid = new_uuid()
    zone = cloud.zone(resourceUuid=uuid)
    assert zone["uuid"] == uuid
    fails("SYS.1000", cloud.zone, "again", resourceUuid=uuid)
    fails("SYS.1000", cloud.cluster, zone, resourceUuid=uuid)
    assert cloud.names("/zones") == ["zone"] and cloud.rows("/clusters") == []


def test_last_operation_date(cloud):
    """manners 5: lastOpDate moves with a real change only."""
    zone = cloud.zone("z", description="d")
    cloud.control("POST", "clock", {"advance": 60})
    same = cloud.act(f"/zones/{zone['uuid']}", "updateZone", name="z", description="d")
    assert same["lastOpDate"] == zone["lastOpDate"]
    assert cloud.act(f"/zones/{zone['uuid']}", "updateZone", name="y")["lastOpDate"] != zone["lastOpDate"]


def test_unknown_resources(cloud, fails, new_uuid):
    """manners 4: a referenced resource that is not there is SYS.1003."""
    fails("SYS.1003", cloud.act, f"/zones/{new_uuid()}", "updateZone", name="x")
    fails("SYS.1003", cloud.cluster, {"uuid": new_uuid()})
    fails("SYS.1003", cloud.host, {"uuid": new_uuid()})


def test_deletes(cloud, fails, new_uuid):
    """manners 5.1-5.3: deleting what is gone succeeds; a string that is no uuid is SYS.1003, not so for hosts."""
    for path in ("/zones", "/clusters", "/hosts"):
        cloud.job("DELETE", f"{path}/{new_uuid()}")
    fails("SYS.1003", cloud.job, "DELETE", "/zones/nonsense")
    fails("SYS.1003", cloud.job, "DELETE", "/clusters/nonsense")
    cloud.job("DELETE", "/hosts/nonsense")


# -- zones ------------------------------------------------------------------------------------------------------


def test_zone(cloud):
    """manners 5.1: zone. What a new one looks like; names need not be unique."""
    zone = cloud.zone("z")
    assert (zone["state"], zone["type"]) == ("Enabled", "zstack")
    assert zone.get("isDefault") is (None if cloud.old else False)
    assert cloud.zone("z")["uuid"] != zone["uuid"]


@pytest.mark.profile("5.2")
def test_default_zone(cloud):
    """manners 5.1: zone. A new default zone takes the flag from the others, on create and on update."""
    one, two = cloud.zone("one", isDefault=True), cloud.zone("two", isDefault=True)
    assert cloud.names("/zones", "isDefault=true") == ["two"]
    cloud.act(f"/zones/{one['uuid']}", "updateZone", isDefault=True)
    assert cloud.names("/zones", "isDefault=true") == ["one"] and two["isDefault"]


def test_state_cascades(cloud):
    """manners 5.1 and 5.2: disabling goes down to the hosts, except those in maintenance; it is idempotent."""
    zone = cloud.zone()
    cluster = cloud.cluster(zone)
    busy, idle = cloud.host(cluster, "10.0.0.1"), cloud.host(cluster, "10.0.0.2")
    cloud.act(f"/hosts/{idle['uuid']}", "changeHostState", stateEvent="maintain")
    for _unused in range(2):
        assert cloud.act(f"/zones/{zone['uuid']}", "changeZoneState", stateEvent="disable")["state"] == "Disabled"
    assert state_of(cloud, "/clusters", cluster["uuid"]) == "Disabled"
    assert state_of(cloud, "/hosts", busy["uuid"]) == "Disabled"
    assert state_of(cloud, "/hosts", idle["uuid"]) == "Maintenance"
    cloud.act(f"/clusters/{cluster['uuid']}", "changeClusterState", stateEvent="enable")
    assert state_of(cloud, "/hosts", busy["uuid"]) == "Enabled"
    assert state_of(cloud, "/zones", zone["uuid"]) == "Disabled"


def test_zone_deletion_cascades(cloud):
    """manners 5.1: deleting a zone takes clusters and hosts along, and their tags; others stay."""
    gone, stays = cloud.zone("gone"), cloud.zone("stays")
    cloud.host(cloud.cluster(gone), "10.0.0.1")
    cloud.host(cloud.cluster(stays), "10.0.0.2")
    cloud.job("POST", "/user-tags", {"params": {"resourceType": "ZoneVO", "resourceUuid": gone["uuid"], "tag": "t"}})
    cloud.job("DELETE", f"/zones/{gone['uuid']}?deleteMode=Permissive")
    assert cloud.names("/zones") == ["stays"]
    assert len(cloud.rows("/clusters")) == 1 and cloud.names("/hosts") == ["10.0.0.2"]
    assert cloud.rows("/user-tags") == []


# -- clusters ---------------------------------------------------------------------------------------------------


def test_cluster(cloud, fails):
    """manners 5.2: cluster. Defaults; the hypervisors of each generation."""
    zone = cloud.zone()
    cluster = cloud.cluster(zone)
    assert (cluster["type"], cluster["state"], cluster["hypervisorType"]) == ("zstack", "Enabled", "KVM")
    fails("SYS.1007", cloud.cluster, zone, hypervisorType="VMware")
    if cloud.old:
        fails("SYS.1007", cloud.cluster, zone, hypervisorType="baremetal")
    else:
        assert cloud.cluster(zone, hypervisorType="baremetal", type="baremetal")["type"] == "baremetal"
        fails("SYS.1007", cloud.cluster, zone, hypervisorType="KVM", type="baremetal")


def test_update_cluster(cloud, fails, new_uuid):
    """manners 5.2: cluster. Name and description change; what is create-only is ignored; an unknown one is SYS.1003."""
    cluster = cloud.cluster()
    path = f"/clusters/{cluster['uuid']}"
    changed = cloud.act(path, "updateCluster", name="other", description="text", zoneUuid=new_uuid())
    assert (changed["name"], changed["description"]) == ("other", "text")
    assert changed["zoneUuid"] == cluster["zoneUuid"]
    assert cloud.act(path, "updateCluster")["name"] == "other"
    fails("SYS.1003", cloud.act, f"/clusters/{new_uuid()}", "updateCluster", name="x")


@pytest.mark.profile("5.2")
def test_architecture(cloud, fails):
    """manners 5.2 and 5.3: the first host decides a cluster's architecture; another one is refused."""
    cloud.control("POST", "seed", {"machines": {"10.0.1.*": {"architecture": "aarch64"}}})
    cluster = cloud.cluster()
    assert "architecture" not in cluster
    cloud.host(cluster, "10.0.0.1")
    assert cloud.rows("/clusters")[0]["architecture"] == "x86_64"
    fails(["HOST.1000", "SYS.1006"], cloud.host, cluster, "10.0.1.1")
    assert cloud.names("/hosts") == ["10.0.0.1"]


@pytest.mark.profile("2.3.1")
def test_operating_system(cloud, fails):
    """manners 5.3: 2.3.1 wants one operating system in a cluster."""
    cloud.control("POST", "seed", {"machines": {"10.0.1.*": {"osVersion": "7.2.1511"}}})
    cluster = cloud.cluster()
    cloud.host(cluster, "10.0.0.1")
    fails(["HOST.1000", "SYS.1006"], cloud.host, cluster, "10.0.1.1")


def test_os_update(cloud, fails):
    """manners 5.2: UpdateClusterOS answers with a long job that goes on; preconditions are SYS.1007."""
    cluster = cloud.cluster()
    host = cloud.host(cluster)
    cloud.control("PUT", "latency", {"mode": "polls", "value": 2})
    job = cloud.act(f"/clusters/{cluster['uuid']}", "updateClusterOS")
    assert job["state"] == "Running" and job["targetResourceUuid"] == cluster["uuid"]
    for _unused in range(20):
        if cloud.rows(f"/longjobs/{job['uuid']}")[0]["state"] == "Succeeded":
            break
    else:
        pytest.fail("the long job does not end")
    cloud.control("PUT", "latency", {"mode": "immediate"})
    cloud.control("POST", "seed", {"machines": {host["managementIp"]: {"fails": "no space left"}}})
    job = cloud.act(f"/clusters/{cluster['uuid']}", "updateClusterOS")
    ended = cloud.rows(f"/longjobs/{job['uuid']}")[0]
    assert ended["state"] == "Failed" and "no space left" in json.loads(ended["jobResult"])["details"]
    cloud.control("POST", "seed", {"machines": {host["managementIp"]: {"reachable": False}}})
    fails(["HOST.1002", "SYS.1006"], cloud.act, f"/hosts/{host['uuid']}", "reconnectHost")
    fails("SYS.1007", cloud.act, f"/clusters/{cluster['uuid']}", "updateClusterOS")


# -- hosts ------------------------------------------------------------------------------------------------------


def test_add_host(cloud):
    """manners 5.3: host. Defaults; the password is never shown, username and port are."""
    host = cloud.host(ip="kvm-1.example.org")
    assert (host["state"], host["status"], host["sshPort"], host["username"]) == ("Enabled", "Connected", 22, "root")
    assert host["zoneUuid"] == cloud.rows("/zones")[0]["uuid"]
    assert "password" not in host and host["totalMemoryCapacity"] > 0


@pytest.mark.parametrize("address", ["1.2.3", "1.2.3.256", "under_score", "-a", "a..b"])
def test_host_address(cloud, fails, address):
    """manners 5.3: host. managementIp must be an IPv4 address or a hostname."""
    fails("SYS.1007", cloud.host, ip=address)


def test_host_refusals(cloud, fails):
    """manners 5.3: host. A known address is SYS.1007 anywhere; a cluster that is not KVM is SYS.1006."""
    zone = cloud.zone()
    cloud.host(cloud.cluster(zone), "10.0.0.1")
    fails("SYS.1007", cloud.host, cloud.cluster(zone), "10.0.0.1")
    fails("SYS.1006", cloud.host, cloud.cluster(zone, hypervisorType="Simulator"), "10.0.0.2")


def test_host_is_visible_while_it_is_added(cloud):
    """manners 5.3: host. Connecting during the job."""
    cluster = cloud.cluster()
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1, "api": "AddKVMHost"})
    params = {"name": "h", "managementIp": "10.0.0.1", "clusterUuid": cluster["uuid"], "username": "u", "password": "p"}
    job = cloud.submit("POST", "/hosts/kvm", {"params": params})
    assert cloud.rows("/hosts")[0]["status"] == "Connecting"
    assert cloud.wait(job)["inventory"]["status"] == "Connected"


def test_failed_host_leaves_nothing(cloud, fails):
    """manners 5.3: host. A failure removes the row; the reason is in the cause."""
    troubles = ({"reachable": False}, {"password": "right"}, {"fails": "no yum repo"})
    cloud.control("POST", "seed", {"machines": {f"10.0.0.{i}": trouble for i, trouble in enumerate(troubles, 1)}})
    cluster = cloud.cluster()
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    for address, code in (("10.0.0.1", "SYS.1006"), ("10.0.0.2", "SYS.1006"), ("10.0.0.3", "SYS.1000")):
        fails(["HOST.1000", code], cloud.host, cluster, address)
    assert cloud.rows("/hosts") == []


def test_update_host(cloud, fails):
    """manners 5.3: host. Its own address is refused like any known one; new credentials do not reconnect."""
    host = cloud.host(ip="10.0.0.1")
    fails("SYS.1007", cloud.act, f"/hosts/{host['uuid']}", "updateHost", managementIp="10.0.0.1")
    moved = cloud.act(f"/hosts/{host['uuid']}", "updateHost", managementIp="10.0.0.9", name="n")
    assert (moved["managementIp"], moved["name"], moved["status"]) == ("10.0.0.9", "n", "Connected")
    cloud.control("POST", "seed", {"machines": {"10.0.0.9": {"password": "right"}}})
    updated = cloud.act(f"/hosts/kvm/{host['uuid']}", "updateKVMHost", password="x", sshPort=23)
    assert (updated["sshPort"], updated["status"]) == (23, "Connected")
    fails(["HOST.1002", "SYS.1006"], cloud.act, f"/hosts/{host['uuid']}", "reconnectHost")
    assert cloud.rows("/hosts")[0]["status"] == "Disconnected"
    cloud.act(f"/hosts/kvm/{host['uuid']}", "updateKVMHost", password="right")
    assert cloud.act(f"/hosts/{host['uuid']}", "reconnectHost")["status"] == "Connected"


@pytest.mark.profile("2.3.1")
def test_no_update_while_connecting(cloud, fails):
    """manners 5.3: host. 2.3.1 refuses updates while Connecting."""
    host = cloud.host()
    cloud.control("PUT", "latency", {"mode": "seconds", "value": 3, "api": "ReconnectHost"})
    cloud.submit("PUT", f"/hosts/{host['uuid']}/actions", {"reconnectHost": {}})
    fails("SYS.1006", cloud.act, f"/hosts/{host['uuid']}", "updateHost", name="x")


def test_maintenance(cloud, fails):
    """manners 5.3: host. PreMaintenance shows during the job; maintain is not idempotent; answers are generic rows."""
    host = cloud.host()
    path = f"/hosts/{host['uuid']}"
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    job = cloud.submit("PUT", f"{path}/actions", {"changeHostState": {"stateEvent": "maintain"}})
    assert state_of(cloud, "/hosts", host["uuid"]) == "PreMaintenance"
    done = cloud.wait(job)["inventory"]
    assert done["state"] == "Maintenance" and "username" not in done
    fails("SYS.1000", cloud.act, path, "changeHostState", stateEvent="maintain")
    fails(["HOST.1002", "SYS.1006"], cloud.act, path, "reconnectHost")
    fails("SYS.1007", cloud.act, path, "changeHostState", stateEvent="preMaintain")


def test_leaving_maintenance(cloud):
    """manners 5.3: host. By enable or disable; 5.2 reconnects after the job has ended."""
    host = cloud.host()
    path = f"/hosts/{host['uuid']}"
    for event, state in (("enable", "Enabled"), ("disable", "Disabled")):
        cloud.act(path, "changeHostState", stateEvent="maintain")
        cloud.control("PUT", "latency", {"mode": "seconds", "value": 0.3})
        cloud.control("PUT", "latency", {"mode": "immediate", "api": "ChangeHostState"})
        left = cloud.act(path, "changeHostState", stateEvent=event)
        assert (left["state"], left["status"]) == (state, "Connected" if cloud.old else "Connecting")
        deadline = time.monotonic() + 5
        while cloud.rows(path)[0]["status"] != "Connected" and time.monotonic() < deadline:
            time.sleep(0.02)
        assert cloud.rows(path)[0]["status"] == "Connected"


def test_maintenance_needs_a_connected_host(cloud, fails):
    """manners 5.3: host. maintain on a Disconnected host is SYS.1006."""
    host = cloud.host()
    cloud.control("POST", "seed", {"machines": {host["managementIp"]: {"reachable": False}}})
    fails(["HOST.1002", "SYS.1006"], cloud.act, f"/hosts/{host['uuid']}", "reconnectHost")
    fails("SYS.1006", cloud.act, f"/hosts/{host['uuid']}", "changeHostState", stateEvent="maintain")
    cloud.job("DELETE", f"/hosts/{host['uuid']}")
    assert cloud.rows("/hosts") == []


def test_run_shell(cloud, fails, new_uuid):
    """manners 5.3: host. Results by host; one that cannot be reached does not fail the API."""
    cluster = cloud.cluster()
    good, bad = cloud.host(cluster, "10.0.0.1"), cloud.host(cluster, "10.0.0.2")
    shell = {"uname": {"stdout": "Linux\n"}, "false": {"returnCode": 1, "stderr": "no"}}
    cloud.control("POST", "seed", {"machines": {"10.0.0.1": {"shell": shell}, "10.0.0.2": {"reachable": False}}})

    def run(script, *uuids):
        return cloud.act("/hosts/kvm", "kvmRunShell", hostUuids=uuids, script=script)

    result = run("uname", good["uuid"], bad["uuid"])
    assert result[good["uuid"]] == {"returnCode": 0, "stdout": "Linux\n", "stderr": ""}
    assert result[bad["uuid"]]["errorCode"]["code"] == "SYS.1006"
    assert run("false", good["uuid"])[good["uuid"]]["returnCode"] == 1
    fails("SYS.1007", run, "uname")
    fails("SYS.1003", run, "uname", new_uuid())


def test_lists(cloud):
    """manners 5.3: host. Hypervisor types and allocator strategies."""
    assert "KVM" in cloud.sync("GET", "/hosts/hypervisor-types")["hypervisorTypes"]
    assert all(isinstance(name, str) for name in cloud.sync("GET", "/hosts/allocators/strategies")["strategies"])
