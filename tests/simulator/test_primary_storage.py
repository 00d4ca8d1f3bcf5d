# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Primary storages: what all types share, NFS and shared mount points."""

from __future__ import annotations

import pytest

GIB = 1 << 30
DISK = 4096 * GIB  # of a machine nobody describes


def row_of(cloud, uuid):
    return cloud.rows("/primary-storage", f"uuid={uuid}")[0]


def path(storage):
    return f"/primary-storage/{storage['uuid']}"


def link(cluster, storage):
    return f"/clusters/{cluster['uuid']}/primary-storage/{storage['uuid']}"


def attach(cloud, cluster, storage):
    return cloud.job("POST", link(cluster, storage))["inventory"]


def detach(cloud, cluster, storage):
    return cloud.job("DELETE", link(cluster, storage))["inventory"]


def nfs(cloud, zone, url="192.0.2.20:/share", **params):
    return cloud.create("/primary-storage/nfs", name="nfs", url=url, zoneUuid=zone["uuid"], **params)


def smp(cloud, zone, url="/mnt/shared", **params):
    return cloud.create("/primary-storage/smp", name="smp", url=url, zoneUuid=zone["uuid"], **params)


@pytest.fixture
def home(cloud):
    """A zone, its cluster and a connected host."""
    zone = cloud.zone()
    cluster = cloud.cluster(zone)
    return zone, cluster, cloud.host(cluster)


# -- adding -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("add", "type", "mount"), [
    (nfs, "NFS", "/opt/zstack/nfsprimarystorage/prim-{}"), (smp, "SharedMountPoint", "/mnt/shared"),
])  # fmt: skip
def test_waits_for_a_host(cloud, home, add, type, mount):
    """manners 5.4: added before any host can reach it a shared file system is Disconnected; Connected on attach."""
    zone, cluster, _host = home
    storage = add(cloud, zone)
    assert (storage["type"], storage["state"], storage["status"]) == (type, "Enabled", "Disconnected")
    assert storage["mountPath"] == mount.format(storage["uuid"])
    assert (storage["totalCapacity"], storage["attachedClusterUuids"]) == (0, [])
    there = attach(cloud, cluster, storage)
    assert (there["status"], there["attachedClusterUuids"]) == ("Connected", [cluster["uuid"]])
    assert (there["totalCapacity"], there["availableCapacity"], there["systemUsedCapacity"]) == (DISK, DISK, 0)
    assert row_of(cloud, storage["uuid"]) == there


def test_connects_with_the_first_host(cloud):
    """manners 5.4: attached to a cluster without hosts it stays Disconnected until one connects."""
    zone = cloud.zone()
    cluster, storage = cloud.cluster(zone), smp(cloud, zone)
    assert attach(cloud, cluster, storage)["status"] == "Disconnected"
    cloud.host(cluster)
    assert row_of(cloud, storage["uuid"])["status"] == "Connected"


def test_connecting_is_visible(cloud):
    """manners 5.4: the storage is there as Connecting while the job runs."""
    zone = cloud.zone()
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    params = {"params": {"name": "slow", "url": "192.0.2.20:/x", "zoneUuid": zone["uuid"]}}
    job = cloud.submit("POST", "/primary-storage/nfs", params)
    assert cloud.rows("/primary-storage")[0]["status"] == "Connecting"
    assert cloud.wait(job)["inventory"]["status"] == "Disconnected"


@pytest.mark.parametrize("folder", ["/dev", "/proc/x", "/sys/fs"])
def test_forbidden_folders(cloud, fails, folder):
    """manners 5.4: NFS, shared mount point. /dev, /proc and /sys are SYS.1007; others that begin alike are not."""
    zone = cloud.zone()
    fails("SYS.1007", nfs, cloud, zone, f"192.0.2.20:{folder}")
    fails("SYS.1007", smp, cloud, zone, folder)
    assert cloud.rows("/primary-storage") == []
    assert smp(cloud, zone, "/device")["mountPath"] == "/device"


def test_nfs_urls_are_unique_in_a_zone(cloud, fails):
    """manners 5.4: NFS. The same url in the same zone is SYS.1007."""
    zone = cloud.zone()
    nfs(cloud, zone)
    fails("SYS.1007", nfs, cloud, zone)
    nfs(cloud, cloud.zone("other"))
    smp(cloud, zone)
    smp(cloud, zone)


def test_unknown_zone(cloud, fails, new_uuid):
    """manners 4: an unknown zone is SYS.1003."""
    fails("SYS.1003", nfs, cloud, {"uuid": new_uuid()})
    fails("SYS.1003", smp, cloud, {"uuid": new_uuid()})


# -- attachments ------------------------------------------------------------------------------------------------


def test_attach_refusals(cloud, home, fails):
    """manners 5.4: attached already SYS.1006, another zone SYS.1007, the same url in the cluster SYS.1007."""
    zone, cluster, _host = home
    storage, twin = smp(cloud, zone), smp(cloud, zone)
    attach(cloud, cluster, storage)
    fails("SYS.1006", attach, cloud, cluster, storage)
    fails("SYS.1007", attach, cloud, cluster, twin)
    fails("SYS.1007", attach, cloud, cloud.cluster(cloud.zone("other")), twin)
    assert row_of(cloud, twin["uuid"])["attachedClusterUuids"] == []
    attach(cloud, cloud.cluster(zone, "second"), twin)


@pytest.mark.parametrize("body", [{"params": {}}, {"": {}}, {"null": {}}, {}, None])
def test_attach_bodies(cloud, home, body):
    """manners D: clients send all kinds of empty bodies to attach APIs."""
    zone, cluster, _host = home
    storage = smp(cloud, zone)
    there = cloud.job("POST", link(cluster, storage), body)["inventory"]
    assert there["attachedClusterUuids"] == [cluster["uuid"]]


def test_a_host_that_does_not_answer(cloud, home, fails):
    """manners 5.4: an agent's failure on attach is PS.1001, and no attachment remains; on detach it is PS.1002."""
    zone, cluster, host = home
    storage = smp(cloud, zone)
    cloud.control("POST", "seed", {"machines": {host["managementIp"]: {"reachable": False}}})
    fails(["PS.1001", "SYS.1006"], attach, cloud, cluster, storage)
    assert row_of(cloud, storage["uuid"])["attachedClusterUuids"] == []
    cloud.control("POST", "seed", {"machines": {host["managementIp"]: {"reachable": True}}})
    attach(cloud, cluster, storage)
    cloud.control("POST", "seed", {"machines": {host["managementIp"]: {"reachable": False}}})
    fails(["PS.1002", "SYS.1006"], detach, cloud, cluster, storage)
    assert row_of(cloud, storage["uuid"])["attachedClusterUuids"] == [cluster["uuid"]]


def test_a_server_that_does_not_answer(cloud, home, fails):
    """manners 5.4: an export that cannot be mounted is PS.1001."""
    zone, cluster, _host = home
    cloud.control("POST", "seed", {"machines": {"192.0.2.99": {"reachable": False}}})
    fails(["PS.1001", "SYS.1006"], attach, cloud, cluster, nfs(cloud, zone, "192.0.2.99:/share"))


def test_concurrent_attach(cloud, home, fails):
    """manners 5.4: a second attach while the first runs is SYS.1006."""
    zone, cluster, _host = home
    storage = smp(cloud, zone)
    cloud.control("PUT", "latency", {"mode": "polls", "value": 2})
    first = cloud.submit("POST", link(cluster, storage))
    fails("SYS.1006", attach, cloud, cluster, storage)
    assert cloud.wait(first)["inventory"]["status"] == "Connected"


def test_detach(cloud, home, fails):
    """manners 5.4: detach returns the inventory; not attached is SYS.1007."""
    zone, cluster, _host = home
    storage = smp(cloud, zone)
    fails("SYS.1007", detach, cloud, cluster, storage)
    attach(cloud, cluster, storage)
    assert detach(cloud, cluster, storage)["attachedClusterUuids"] == []
    fails("SYS.1007", detach, cloud, cluster, storage)


def test_unknown_sides(cloud, home, fails, new_uuid):
    """manners 4: an unknown cluster or storage is SYS.1003."""
    zone, cluster, _host = home
    gone = {"uuid": new_uuid()}
    for call in (attach, detach):
        fails("SYS.1003", call, cloud, cluster, gone)
        fails("SYS.1003", call, cloud, gone, smp(cloud, zone))


# -- life -------------------------------------------------------------------------------------------------------


def test_states(cloud):
    """manners 5.4: every transition is allowed, also again; other events are SYS.1007."""
    storage = smp(cloud, cloud.zone())
    wanted = {"disable": "Disabled", "maintain": "Maintenance", "enable": "Enabled", "deleting": "Deleting"}
    for event, state in [*wanted.items(), *wanted.items(), ("deleting", "Deleting"), ("enable", "Enabled")]:
        shown = cloud.act(path(storage), "changePrimaryStorageState", stateEvent=event)
        assert shown["state"] == state


def test_unknown_event(cloud, fails):
    """manners 4: a value outside its choices is SYS.1007."""
    storage = smp(cloud, cloud.zone())
    fails("SYS.1007", cloud.act, path(storage), "changePrimaryStorageState", stateEvent="preMaintain")


def test_update(cloud):
    """manners 5.4: name and description; the url in 5.2, or of an NFS storage."""
    zone = cloud.zone()
    storage = nfs(cloud, zone)
    shown = cloud.act(path(storage), "updatePrimaryStorage", name="n", description="d", url="192.0.2.21:/new")
    assert (shown["name"], shown["description"], shown["url"]) == ("n", "d", "192.0.2.21:/new")
    other = cloud.act(path(smp(cloud, zone)), "updatePrimaryStorage", url="/other", name="m")
    assert other["url"] == ("/mnt/shared" if cloud.old else "/other")


@pytest.mark.profile("2.3.1")
def test_empty_update(cloud):
    """manners 5.4: in 2.3.1 an update without a field returns the inventory."""
    storage = smp(cloud, cloud.zone())
    assert cloud.act(path(storage), "updatePrimaryStorage") == row_of(cloud, storage["uuid"])


@pytest.mark.profile("5.2")
def test_empty_update_never_ends(cloud):
    """manners 5.4: in 5.2 the job of an update without a field stays in progress for ever."""
    storage = smp(cloud, cloud.zone())
    job = cloud.submit("PUT", f"{path(storage)}/actions", {"updatePrimaryStorage": {}})
    for _unused in range(5):
        assert (cloud.poll(job).status_code, cloud.poll(job).text) == (202, "{}")


def test_nfs_url_changes(cloud, fails):
    """manners 5.4: NFS. A new url is checked as on adding."""
    zone = cloud.zone()
    nfs(cloud, zone)
    storage = nfs(cloud, zone, "192.0.2.20:/other")
    for url in ("192.0.2.20:/share", "192.0.2.20:/proc"):
        fails("SYS.1007", cloud.act, path(storage), "updatePrimaryStorage", url=url)


def test_nfs_url_with_running_vms(cloud, fails):
    """manners 5.4: NFS. The url does not change under running VMs: SYS.1006."""
    cloud.control("POST", "seed", {"zones": [{"clusters": [{
        "hosts": [{}], "primaryStorages": [{"type": "NFS", "uuid": "a" * 12 + "4aaa8" + "a" * 15}]}]}],
    })  # fmt: skip
    uuid = cloud.rows("/primary-storage")[0]["uuid"]
    host = cloud.rows("/hosts")[0]
    cloud.control("POST", "seed", {"vms": [{"hostUuid": host["uuid"], "state": "Running"}]})
    assert cloud.rows("/volumes", f"primaryStorageUuid={uuid}")
    fails("SYS.1006", cloud.act, f"/primary-storage/{uuid}", "updatePrimaryStorage", url="192.0.2.21:/new")
    assert cloud.act(f"/primary-storage/{uuid}", "updatePrimaryStorage", name="n")["name"] == "n"


def test_reconnect(cloud, home, fails):
    """manners 5.4: reconnect returns the inventory or an error; without a host it cannot (PS.1003)."""
    zone, cluster, _host = home
    storage = smp(cloud, zone)
    fails("PS.1003", cloud.act, path(storage), "reconnectPrimaryStorage")
    assert row_of(cloud, storage["uuid"])["status"] == "Disconnected"
    attach(cloud, cluster, storage)
    assert cloud.act(path(storage), "reconnectPrimaryStorage")["status"] == "Connected"


def test_reconnecting_is_visible(cloud, home):
    """manners 5.4: the status is Connecting while a reconnect runs."""
    zone, cluster, _host = home
    storage = smp(cloud, zone)
    attach(cloud, cluster, storage)
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    job = cloud.submit("PUT", f"{path(storage)}/actions", {"reconnectPrimaryStorage": {}})
    assert row_of(cloud, storage["uuid"])["status"] == "Connecting"
    assert cloud.wait(job)["inventory"]["status"] == "Connected"


# -- capacities -------------------------------------------------------------------------------------------------


def test_sync_capacity(cloud, home):
    """manners 5.4: a sync reads the sizes again and returns the inventory."""
    zone, cluster, _host = home
    storage = nfs(cloud, zone)
    attach(cloud, cluster, storage)
    cloud.control("POST", "seed", {"machines": {"192.0.2.20": {"disk": 100 * GIB}}})
    assert row_of(cloud, storage["uuid"])["totalCapacity"] == DISK
    shown = cloud.act(path(storage), "syncPrimaryStorageCapacity")
    assert (shown["totalCapacity"], shown["availablePhysicalCapacity"]) == (100 * GIB, 100 * GIB)


def test_capacity(cloud, home, fails, new_uuid):
    """manners 5.4: sums by zones, clusters or storages; none of them and not all is SYS.1007, unknown ones SYS.1003."""
    zone, cluster, _host = home
    one, two = smp(cloud, zone), smp(cloud, zone, "/mnt/two")
    for storage in (one, two):
        attach(cloud, cluster, storage)
    attach(cloud, cloud.cluster(zone, "second"), one)
    query = "/primary-storage/capacities?"

    def total(condition):
        shown = cloud.sync("GET", query + condition)
        assert sorted(shown) == ["availableCapacity", "availablePhysicalCapacity", "totalCapacity",
                                 "totalPhysicalCapacity"]  # fmt: skip
        return shown["totalCapacity"]

    assert total("all=true") == total(f"zoneUuids={zone['uuid']}") == 2 * DISK
    assert total(f"clusterUuids={cluster['uuid']}") == 2 * DISK
    assert total(f"primaryStorageUuids={one['uuid']}") == DISK
    assert total(f"primaryStorageUuids={one['uuid']}&primaryStorageUuids={two['uuid']}") == 2 * DISK
    assert total(f"zoneUuids={cloud.zone('empty')['uuid']}") == 0
    fails("SYS.1007", cloud.sync, "GET", query)
    fails("SYS.1007", cloud.sync, "GET", query + "all=false")
    fails("SYS.1003", cloud.sync, "GET", query + f"zoneUuids={new_uuid()}")


def test_capacities_add_up(cloud, home):
    """manners 5.4: what is available is the total less what volumes and images use."""
    zone, cluster, host = home
    storage = nfs(cloud, zone)
    attach(cloud, cluster, storage)
    cloud.control("POST", "seed", {"vms": [{"hostUuid": host["uuid"]}]})
    used = sum(volume["size"] for volume in cloud.rows("/volumes", f"primaryStorageUuid={storage['uuid']}"))
    shown = row_of(cloud, storage["uuid"])
    assert used and shown["totalCapacity"] - shown["availableCapacity"] >= used
    assert cloud.act(path(storage), "syncPrimaryStorageCapacity") == shown


# -- deletion ---------------------------------------------------------------------------------------------------


def test_delete(cloud, home, fails, new_uuid):
    """manners 5.4: refused while attached (SYS.1006); what is gone is success, what is no uuid SYS.1003."""
    zone, cluster, _host = home
    storage = smp(cloud, zone)
    attach(cloud, cluster, storage)
    error = fails("SYS.1006", cloud.job, "DELETE", path(storage))
    assert cluster["uuid"] in error["details"]
    fails("SYS.1006", cloud.job, "DELETE", f"{path(storage)}?deleteMode=Enforcing")
    detach(cloud, cluster, storage)
    cloud.job("DELETE", path(storage))
    assert cloud.rows("/primary-storage") == []
    cloud.job("DELETE", path(storage))
    cloud.job("DELETE", f"/primary-storage/{new_uuid()}")
    fails("SYS.1003", cloud.job, "DELETE", "/primary-storage/nonsense")


def test_deleting_is_visible(cloud):
    """manners 5.4: the state is Deleting while a deletion runs."""
    storage = smp(cloud, cloud.zone())
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    job = cloud.submit("DELETE", path(storage))
    assert row_of(cloud, storage["uuid"])["state"] == "Deleting"
    cloud.wait(job)
    assert cloud.rows("/primary-storage") == []


def test_zone_and_cluster_deletion(cloud, home):
    """manners 5.1 and 5.2: a zone takes its storages along, attached or not; a cluster only the attachment."""
    zone, cluster, _host = home
    storage = smp(cloud, zone)
    attach(cloud, cluster, storage)
    cloud.job("DELETE", f"/clusters/{cluster['uuid']}")
    assert row_of(cloud, storage["uuid"])["attachedClusterUuids"] == []
    attach(cloud, cloud.cluster(zone), storage)
    cloud.job("DELETE", f"/zones/{zone['uuid']}")
    assert cloud.rows("/primary-storage") == []


def test_volumes_go_along(cloud):
    """manners 5.4: deleting a storage takes its volumes along."""
    zone = cloud.zone()
    storage = nfs(cloud, zone)
    cluster = cloud.cluster(zone)
    cloud.host(cluster)
    attach(cloud, cluster, storage)
    offering = cloud.create("/disk-offerings", name="disk", diskSize=GIB)
    cloud.create("/volumes/data", name="data", diskOfferingUuid=offering["uuid"], primaryStorageUuid=storage["uuid"])
    assert row_of(cloud, storage["uuid"])["availableCapacity"] == DISK - GIB
    detach(cloud, cluster, storage)
    cloud.job("DELETE", path(storage))
    assert cloud.rows("/volumes") == []


def test_the_path_that_only_deletes(cloud):
    """manners 0.5: GET /primary-storage/{uuid} is no query: it deletes."""
    storage = smp(cloud, cloud.zone())
    cloud.job("GET", path(storage))
    assert cloud.rows("/primary-storage") == []


# -- the rest ---------------------------------------------------------------------------------------------------


def test_query(cloud, home):
    """manners 3.2: nested conditions, list columns, capacity columns; rows are of the generic type."""
    zone, cluster, _host = home
    storage = smp(cloud, zone)
    nfs(cloud, zone)
    attach(cloud, cluster, storage)
    for condition in (f"attachedClusterUuids={cluster['uuid']}", "cluster.name=cluster", "totalCapacity>0",
                      "type=SharedMountPoint", f"attachedClusterUuids?={cluster['uuid']}"):  # fmt: skip
        assert cloud.names("/primary-storage", condition) == ["smp"], condition
    assert len(cloud.rows("/primary-storage", "zone.name=zone")) == 2
    assert cloud.names("/zones", "primaryStorage.name=smp") == ["zone"]
    assert cloud.names("/clusters", "primaryStorage.type=SharedMountPoint") == ["cluster"]
    shown = cloud.rows("/primary-storage")[0]
    assert not shown.keys() & {"fsid", "mons", "pools"}


def test_allocator_strategies(cloud):
    """manners A: GetPrimaryStorageAllocatorStrategies lists names under `strategies`."""
    strategies = cloud.sync("GET", "/primary-storage/allocators/strategies")["strategies"]
    assert "DefaultPrimaryStorageAllocationStrategy" in strategies


def test_types(cloud):
    """manners A: GetPrimaryStorageTypes lists names under `types`."""
    assert {"LocalStorage", "NFS", "SharedMountPoint", "Ceph"} <= set(
        cloud.sync("GET", "/primary-storage/types")["types"]
    )


@pytest.fixture
def guest(cloud):
    """A VM made of an image, on an NFS storage: (vm, storage, image)."""
    cloud.control("POST", "seed", {"zones": [{
        "backupStorages": [{"images": [{"size": 10 * GIB, "actualSize": GIB}]}],
        "clusters": [{"hosts": [{}], "primaryStorages": [{"type": "NFS", "name": "nfs"}]}],
    }], "instanceOfferings": [{}]})  # fmt: skip
    (image,), (offering,) = cloud.rows("/images"), cloud.rows("/instance-offerings")
    (home,) = cloud.rows("/clusters")
    l2 = cloud.create("/l2-networks/no-vlan", name="l2", zoneUuid=home["zoneUuid"], physicalInterface="eth0")
    cloud.job("POST", f"/l2-networks/{l2['uuid']}/clusters/{home['uuid']}")
    l3 = cloud.create("/l3-networks", name="l3", l2NetworkUuid=l2["uuid"], category="Private")
    cloud.create(f"/l3-networks/{l3['uuid']}/ip-ranges", name="r", startIp="10.3.0.2", endIp="10.3.0.9",
                 netmask="255.255.255.0", gateway="10.3.0.1")  # fmt: skip
    made = cloud.create("/vm-instances", name="vm", imageUuid=image["uuid"], l3NetworkUuids=[l3["uuid"]],
                        instanceOfferingUuid=offering["uuid"])  # fmt: skip
    return made, cloud.rows("/primary-storage")[0], image


def test_image_cache(cloud, guest):
    """manners 5.4: cleaning the cache returns nothing; caches go when neither a volume nor an image needs them."""
    machine, storage, image = guest

    def clean(**params):
        assert cloud.act(path(storage), "cleanUpImageCacheOnPrimaryStorage", **params) is None
        return row_of(cloud, storage["uuid"])["availableCapacity"]

    assert clean() == DISK - 11 * GIB
    cloud.job("DELETE", f"/images/{image['uuid']}")
    cloud.act(f"/images/{image['uuid']}", "expungeImage")
    assert clean() == DISK - 11 * GIB
    cloud.job("DELETE", f"/vm-instances/{machine['uuid']}")
    cloud.act(f"/vm-instances/{machine['uuid']}", "expungeVmInstance")
    assert row_of(cloud, storage["uuid"])["availableCapacity"] == DISK - GIB
    assert clean() == DISK


@pytest.mark.profile("5.2")
def test_image_cache_by_force(cloud, guest):
    """manners 7: force drops the cache of an image that is still there; the cache can be queried."""
    machine, storage, image = guest
    (cached,) = cloud.rows("/primary-storage/imagecache", f"imageUuid={image['uuid']}")
    assert (cached["primaryStorageUuid"], cached["size"]) == (storage["uuid"], GIB) and "uuid" not in cached
    cloud.job("DELETE", f"/vm-instances/{machine['uuid']}")
    cloud.act(f"/vm-instances/{machine['uuid']}", "expungeVmInstance")
    cloud.act(path(storage), "cleanUpImageCacheOnPrimaryStorage")
    assert cloud.rows("/primary-storage/imagecache") == [cached]
    cloud.act(path(storage), "cleanUpImageCacheOnPrimaryStorage", force=True)
    assert cloud.rows("/primary-storage/imagecache") == []


def test_vms_stop(cloud, guest):
    """manners 5.4: VMs stop when their storage is detached from their cluster, and when it enters maintenance."""
    machine, storage, _image = guest
    vm = f"/vm-instances/{machine['uuid']}"

    def state():
        return cloud.rows(vm)[0]["state"]

    home = {"uuid": storage["attachedClusterUuids"][0]}
    assert state() == "Running"
    detach(cloud, home, storage)
    assert state() == "Stopped"
    attach(cloud, home, storage)
    cloud.act(vm, "startVmInstance")
    cloud.act(path(storage), "changePrimaryStorageState", stateEvent="maintain")
    assert state() == "Stopped"


def test_system_tags(cloud, fails):
    """manners 6: system tags of a known form are taken on adding, others are SYS.1007."""
    zone = cloud.zone()
    tag = "primaryStorage::gateway::cidr::192.0.2.0/24"
    params = {"name": "tagged", "url": "192.0.2.20:/t", "zoneUuid": zone["uuid"]}
    cloud.job("POST", "/primary-storage/nfs", {"params": params, "systemTags": [tag]})
    assert cloud.names("/primary-storage", f"__systemTag__={tag}") == ["tagged"]
    params["url"] = "192.0.2.20:/u"
    fails("SYS.1007", cloud.job, "POST", "/primary-storage/nfs", {"params": params, "systemTags": ["nonsense::1"]})
