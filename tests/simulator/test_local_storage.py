# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Local primary storages: the disks of hosts, what lies on which, and volumes that move between them."""

from __future__ import annotations

import pytest

GIB = 1 << 30
DISK = 4096 * GIB  # of a machine nobody describes


def local(cloud, zone, url="/zstack_ps", **params):
    return cloud.create("/primary-storage/local-storage", name="local", url=url, zoneUuid=zone["uuid"], **params)


def attach(cloud, cluster, storage):
    return cloud.job("POST", f"/clusters/{cluster['uuid']}/primary-storage/{storage['uuid']}")["inventory"]


def detach(cloud, cluster, storage):
    return cloud.job("DELETE", f"/clusters/{cluster['uuid']}/primary-storage/{storage['uuid']}")["inventory"]


def disks(cloud, storage, query=""):
    path = f"/primary-storage/local-storage/{storage['uuid']}/capacities{query}"
    return {row["hostUuid"]: row for row in cloud.sync("GET", path)["inventories"]}


def row_of(cloud, storage):
    return cloud.rows("/primary-storage", f"uuid={storage['uuid']}")[0]


def free(cloud, storage):
    """What is available in all and by host, after making sure that they agree."""
    by_host = {uuid: row["availableCapacity"] for uuid, row in disks(cloud, storage).items()}
    assert row_of(cloud, storage)["availableCapacity"] == sum(by_host.values())
    return by_host


def volume(cloud, storage, host, size=10 * GIB):
    """A data volume on a host."""
    offering = cloud.create("/disk-offerings", name="disk", diskSize=size)
    tags = {"systemTags": [f"localStorage::hostUuid::{host['uuid']}"]}
    return cloud.create("/volumes/data", tags, name="data", diskOfferingUuid=offering["uuid"],
                        primaryStorageUuid=storage["uuid"])  # fmt: skip


def migrate(cloud, volume, host):
    path = f"/primary-storage/local-storage/volumes/{volume['uuid']}"
    return cloud.act(path, "localStorageMigrateVolume", destHostUuid=host["uuid"])


def targets(cloud, volume):
    rows = cloud.sync("GET", f"/volumes/{volume['uuid']}/migration-target-hosts")["inventories"]
    return {row["uuid"] for row in rows}


@pytest.fixture
def home(cloud):
    """A local storage, its cluster and three hosts."""
    zone = cloud.zone()
    cluster = cloud.cluster(zone)
    hosts = [cloud.host(cluster, f"10.1.0.{number}") for number in (1, 2, 3)]
    storage = local(cloud, zone)
    attach(cloud, cluster, storage)
    return storage, cluster, hosts


# -- adding -----------------------------------------------------------------------------------------------------


def test_add(cloud):
    """manners 5.4: local; D: it connects at once and has no capacity until it is attached."""
    storage = local(cloud, cloud.zone())
    assert (storage["type"], storage["state"], storage["status"]) == ("LocalStorage", "Enabled", "Connected")
    assert (storage["mountPath"], storage["attachedClusterUuids"]) == ("/zstack_ps", [])
    assert (storage["totalCapacity"], storage["availableCapacity"]) == (0, 0)


@pytest.mark.parametrize("url", ["zstack_ps", "/dev/sda", "/proc", "/sys/x", ""])
def test_urls(cloud, fails, url):
    """manners 5.4: local. An url must be an absolute path, and not under /dev, /proc or /sys: SYS.1007."""
    fails("SYS.1007", local, cloud, cloud.zone(), url)


def test_same_url(cloud, fails):
    """manners 5.4: local. The same url can be added twice; one cluster takes it once."""
    zone = cloud.zone()
    cluster, one, two = cloud.cluster(zone), local(cloud, zone), local(cloud, zone)
    attach(cloud, cluster, one)
    fails("SYS.1007", attach, cloud, cluster, two)


# -- capacities -------------------------------------------------------------------------------------------------


def test_disks(cloud, home, fails, new_uuid):
    """manners 5.4: local. Capacities by host add up to those of the storage."""
    storage, cluster, hosts = home
    assert row_of(cloud, storage)["totalCapacity"] == 3 * DISK
    shown = disks(cloud, storage)
    assert shown.keys() == {host["uuid"] for host in hosts}
    assert shown[hosts[0]["uuid"]] == {
        "hostUuid": hosts[0]["uuid"], "totalCapacity": DISK, "availableCapacity": DISK,
        "totalPhysicalCapacity": DISK, "availablePhysicalCapacity": DISK,
    }  # fmt: skip
    assert disks(cloud, storage, f"?hostUuid={hosts[1]['uuid']}").keys() == {hosts[1]["uuid"]}
    fails("SYS.1003", disks, cloud, storage, f"?hostUuid={new_uuid()}")
    other = cloud.host(cloud.cluster({"uuid": cluster["zoneUuid"]}, "other"), "10.2.0.1")
    fails("SYS.1007", disks, cloud, storage, f"?hostUuid={other['uuid']}")


def test_hosts_come_and_go(cloud, home):
    """manners 5.3 and 5.4: a host that joins brings its disk, one that leaves takes it along."""
    storage, cluster, hosts = home
    cloud.control("POST", "seed", {"machines": {"10.1.0.9": {"disk": 100 * GIB}}})
    late = cloud.host(cluster, "10.1.0.9")
    assert free(cloud, storage)[late["uuid"]] == 100 * GIB
    cloud.job("DELETE", f"/hosts/{hosts[0]['uuid']}")
    assert row_of(cloud, storage)["totalCapacity"] == 2 * DISK + 100 * GIB
    assert hosts[0]["uuid"] not in free(cloud, storage)


def test_a_host_that_comes_while_the_storage_is_attached(cloud):
    """manners 5.4: the attachment is visible while the job runs; whoever connects meanwhile is in it once."""
    zone = cloud.zone()
    cluster, storage = cloud.cluster(zone), local(cloud, zone)
    api = "AttachPrimaryStorageToCluster"
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1, "api": api})
    job = cloud.submit("POST", f"/clusters/{cluster['uuid']}/primary-storage/{storage['uuid']}")
    cloud.host(cluster)
    assert cloud.wait(job)["inventory"]["totalCapacity"] == DISK
    assert list(free(cloud, storage).values()) == [DISK]


def test_reconnected_host(cloud, home):
    """manners 5.4: a reconnect reads a disk again, and does not count it twice."""
    storage, _cluster, hosts = home
    volume(cloud, storage, hosts[0])
    cloud.act(f"/hosts/{hosts[0]['uuid']}", "reconnectHost")
    assert free(cloud, storage)[hosts[0]["uuid"]] == DISK - 10 * GIB
    cloud.control("POST", "seed", {"machines": {"10.1.0.1": {"disk": 50 * GIB}}})
    cloud.act(f"/hosts/{hosts[0]['uuid']}", "reconnectHost")
    assert free(cloud, storage)[hosts[0]["uuid"]] == 40 * GIB
    assert row_of(cloud, storage)["totalCapacity"] == 2 * DISK + 50 * GIB


def test_detach(cloud, home):
    """manners 5.4: a detached cluster's disks do not count; attached again, what lay on them is in use as before."""
    storage, cluster, hosts = home
    gone, _stays = volume(cloud, storage, hosts[0], GIB), volume(cloud, storage, hosts[0])
    shown = detach(cloud, cluster, storage)
    assert (shown["totalCapacity"], shown["availableCapacity"]) == (0, 0) and disks(cloud, storage) == {}
    cloud.job("DELETE", f"/volumes/{gone['uuid']}")
    cloud.act(f"/volumes/{gone['uuid']}", "expungeDataVolume")
    assert row_of(cloud, storage)["availableCapacity"] == 0
    attach(cloud, cluster, storage)
    assert free(cloud, storage)[hosts[0]["uuid"]] == DISK - 10 * GIB


def test_sync(cloud, home):
    """manners 5.4: a sync reads every disk again."""
    storage, _cluster, hosts = home
    volume(cloud, storage, hosts[0])
    cloud.control("POST", "seed", {"machines": {"10.1.0.*": {"disk": 100 * GIB}}})
    shown = cloud.act(f"/primary-storage/{storage['uuid']}", "syncPrimaryStorageCapacity")
    assert (shown["totalCapacity"], shown["availableCapacity"]) == (300 * GIB, 290 * GIB)
    assert free(cloud, storage)[hosts[0]["uuid"]] == 90 * GIB


def test_capacity_of_other_storages(cloud, fails):
    """manners 5.4: only a local storage has capacities by host."""
    zone = cloud.zone()
    storage = cloud.create("/primary-storage/smp", name="s", url="/s", zoneUuid=zone["uuid"])
    fails("SYS.1007", disks, cloud, storage)


# -- what lies where --------------------------------------------------------------------------------------------


def test_resource_refs(cloud, home):
    """manners 5.4: local. A volume's ref says where it lies; it goes with the volume."""
    storage, _cluster, hosts = home
    made = volume(cloud, storage, hosts[1])
    path = "/primary-storage/local-storage/resource-refs"
    (shown,) = cloud.rows(path)
    assert {name: value for name, value in shown.items() if not name.endswith("Date")} == {
        "resourceUuid": made["uuid"], "primaryStorageUuid": storage["uuid"], "hostUuid": hosts[1]["uuid"],
        "size": 10 * GIB, "resourceType": "VolumeVO",
    }  # fmt: skip
    for condition in (f"hostUuid={hosts[1]['uuid']}", "resourceType=VolumeVO", "host.managementIp=10.1.0.2",
                      "volume.name=data"):  # fmt: skip
        assert len(cloud.rows(path, condition)) == 1, condition
    assert cloud.rows(path, f"hostUuid={hosts[0]['uuid']}") == []
    cloud.job("DELETE", f"/volumes/{made['uuid']}")
    cloud.act(f"/volumes/{made['uuid']}", "expungeDataVolume")
    assert cloud.rows(path) == [] and free(cloud, storage)[hosts[1]["uuid"]] == DISK


def test_a_host_takes_its_data_along(cloud, home):
    """manners 5.3 and 5.4: removing a host deletes what lay on it."""
    storage, _cluster, hosts = home
    gone, stays = volume(cloud, storage, hosts[0]), volume(cloud, storage, hosts[1])
    cloud.job("DELETE", f"/hosts/{hosts[0]['uuid']}")
    assert [row["uuid"] for row in cloud.rows("/volumes")] == [stays["uuid"]] != [gone["uuid"]]
    assert free(cloud, storage)[hosts[1]["uuid"]] == DISK - 10 * GIB


def test_no_room(cloud, home, fails):
    """manners 4: what does not fit on the host is PS.1000, and takes nothing."""
    storage, _cluster, hosts = home
    fails("PS.1000", volume, cloud, storage, hosts[0], 2 * DISK)
    assert free(cloud, storage)[hosts[0]["uuid"]] == DISK


# -- moving -----------------------------------------------------------------------------------------------------


def test_migrate(cloud, home):
    """manners 5.4: local. A volume moves to another host; the reply is its ref, capacities follow."""
    storage, _cluster, hosts = home
    made = volume(cloud, storage, hosts[0])
    assert targets(cloud, made) == {hosts[1]["uuid"], hosts[2]["uuid"]}
    moved = migrate(cloud, made, hosts[1])
    assert (moved["resourceUuid"], moved["hostUuid"]) == (made["uuid"], hosts[1]["uuid"])
    assert list(free(cloud, storage).values()).count(DISK) == 2
    assert free(cloud, storage)[hosts[1]["uuid"]] == DISK - 10 * GIB
    assert cloud.rows(f"/volumes/{made['uuid']}")[0]["status"] == "Ready"


def test_migrating_is_visible(cloud, home):
    """manners 5.4: the volume is Migrating while the job runs, and cannot be moved meanwhile."""
    storage, _cluster, hosts = home
    made = volume(cloud, storage, hosts[0])
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1, "api": "LocalStorageMigrateVolume"})
    path = f"/primary-storage/local-storage/volumes/{made['uuid']}/actions"
    job = cloud.submit("PUT", path, {"localStorageMigrateVolume": {"destHostUuid": hosts[1]["uuid"]}})
    assert cloud.rows(f"/volumes/{made['uuid']}")[0]["status"] == "Migrating"
    cloud.wait(job)
    assert cloud.rows(f"/volumes/{made['uuid']}")[0]["status"] == "Ready"


def test_migrate_refusals(cloud, home, fails, new_uuid):
    """manners 5.4: local. The same host, a host without the storage, one that is full, a storage that is not Enabled,
    a volume elsewhere: SYS.1007; unknown ones SYS.1003."""
    storage, cluster, hosts = home
    zone = {"uuid": cluster["zoneUuid"]}
    made = volume(cloud, storage, hosts[0])
    fails("SYS.1007", migrate, cloud, made, hosts[0])
    fails("SYS.1007", migrate, cloud, made, cloud.host(cloud.cluster(zone, "other"), "10.2.0.1"))
    fails("SYS.1003", migrate, cloud, made, {"uuid": new_uuid()})
    fails("SYS.1003", migrate, cloud, {"uuid": new_uuid()}, hosts[1])
    cloud.control("POST", "seed", {"machines": {"10.1.0.2": {"disk": 10 * GIB}}})
    cloud.act(f"/hosts/{hosts[1]['uuid']}", "reconnectHost")
    fails("SYS.1007", migrate, cloud, made, hosts[1])
    assert targets(cloud, made) == {hosts[2]["uuid"]}
    for event in ("disable", "maintain"):
        cloud.act(f"/primary-storage/{storage['uuid']}", "changePrimaryStorageState", stateEvent=event)
        fails("SYS.1007", migrate, cloud, made, hosts[2])


def test_volumes_elsewhere(cloud, fails):
    """manners 5.4: local. A volume on a shared storage has no host to move to: SYS.1007."""
    cloud.control("POST", "seed", {"zones": [{"clusters": [{"hosts": [{}], "primaryStorages": [
        {"type": "NFS", "volumes": [{}]}]}]}]})  # fmt: skip
    (made,), (host,) = cloud.rows("/volumes"), cloud.rows("/hosts")
    fails("SYS.1007", migrate, cloud, made, host)
    fails("SYS.1007", targets, cloud, made)


def test_volumes_in_use(cloud, fails):
    """manners 5.4: local. A data volume must be detached (SYS.1007); a root volume moves while its VM is Stopped and
    has no data volumes (SYS.1006)."""
    cloud.control("POST", "seed", {"zones": [{"clusters": [{
        "primaryStorages": [{}],
        "hosts": [{"vms": [{"state": "Running", "volumes": [{}]}]}, {}],
    }]}]})  # fmt: skip
    (machine,) = cloud.rows("/vm-instances")
    (root,), (data,) = cloud.rows("/volumes", "type=Root"), cloud.rows("/volumes", "type=Data")
    (target,) = cloud.rows("/hosts", f"uuid!={machine['hostUuid']}")
    fails("SYS.1007", migrate, cloud, data, target)
    fails("SYS.1006", migrate, cloud, root, target)
    cloud.act(f"/vm-instances/{machine['uuid']}", "stopVmInstance")
    fails("SYS.1006", migrate, cloud, root, target)
    cloud.job("DELETE", f"/volumes/{data['uuid']}/vm-instances")
    assert migrate(cloud, root, target)["hostUuid"] == target["uuid"]
    assert migrate(cloud, data, target)["hostUuid"] == target["uuid"]


@pytest.mark.parametrize("loaded", [False, True])
def test_isos(cloud, fails, loaded):
    """manners 5.4: local. In 5.2 a root volume does not move while an ISO is attached to its VM: SYS.1006."""
    cloud.control("POST", "seed", {"instanceOfferings": [{}], "zones": [{
        "backupStorages": [{"images": [{"name": "template"}, {"name": "iso", "mediaType": "ISO"}]}],
        "clusters": [{"primaryStorages": [{}], "hosts": [{}, {}]}],
        "l2Networks": [{"l3Networks": [{"ipRanges": [{}]}]}],
    }]})  # fmt: skip
    (l2,), (l3,), (home,) = cloud.rows("/l2-networks"), cloud.rows("/l3-networks"), cloud.rows("/clusters")
    if home["uuid"] not in l2["attachedClusterUuids"]:
        cloud.job("POST", f"/l2-networks/{l2['uuid']}/clusters/{home['uuid']}")
    (template,), (iso,) = cloud.rows("/images", "name=template"), cloud.rows("/images", "name=iso")
    machine = cloud.create("/vm-instances", name="vm", imageUuid=template["uuid"], l3NetworkUuids=[l3["uuid"]],
                           instanceOfferingUuid=cloud.rows("/instance-offerings")[0]["uuid"])  # fmt: skip
    (root,), (target,) = cloud.rows("/volumes"), cloud.rows("/hosts", f"uuid!={machine['hostUuid']}")
    if loaded:
        cloud.job("POST", f"/vm-instances/{machine['uuid']}/iso/{iso['uuid']}")
    cloud.act(f"/vm-instances/{machine['uuid']}", "stopVmInstance")
    if loaded and not cloud.old:
        fails("SYS.1006", migrate, cloud, root, target)
    else:
        assert migrate(cloud, root, target)["hostUuid"] == target["uuid"]
