# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backup storages: image stores, Sftp servers, Ceph, and Fusionstor of 2.3.1."""

from __future__ import annotations

import pytest

GIB = 1 << 30
DISK = 4096 * GIB  # of a machine nobody describes
URL = "root:secret@10.9.0.1"


def server(kind):
    """A function that adds a storage of one host."""

    def add(cloud, hostname="10.8.0.1", **params):
        params = {"name": kind, "username": "root", "password": "secret", "url": "/data/bs", **params}
        return cloud.create(f"/backup-storage/{kind}", hostname=hostname, **params)

    return add


image_store, sftp = server("image-store"), server("sftp")


def mon_storage(kind):
    """A function that adds a storage behind monitors."""

    def add(cloud, *urls, **params):
        return cloud.create(f"/backup-storage/{kind}", name=kind, monUrls=list(urls or (URL,)), **params)

    return add


ceph, fusionstor = mon_storage("ceph"), mon_storage("fusionstor")
EVERY = pytest.mark.parametrize(("add", "kind", "type"), [
    (image_store, "image-store", "ImageStoreBackupStorage"),
    (sftp, "sftp", "SftpBackupStorage"),
    (ceph, "ceph", "Ceph"),
])  # fmt: skip


def path(storage):
    return f"/backup-storage/{storage['uuid']}"


def machines(cloud, **facts):
    """Describes machines: by the last part of their address, a10_8_0_1 for 10.8.0.1."""
    named = {name[1:].replace("_", "."): what for name, what in facts.items()}
    cloud.control("POST", "seed", {"machines": named})


def link(zone, storage):
    return f"/zones/{zone['uuid']}/backup-storage/{storage['uuid']}"


# -- adding -----------------------------------------------------------------------------------------------------


@EVERY
def test_add(cloud, add, kind, type):
    """manners 5.6: Enabled and Connected, with a capacity; attached to no zone; no password of a server."""
    storage = add(cloud)
    assert (storage["type"], storage["state"], storage["status"]) == (type, "Enabled", "Connected")
    assert (storage["totalCapacity"], storage["availableCapacity"]) == (DISK, DISK)
    assert storage["attachedZoneUuids"] == [] and "password" not in storage
    if kind != "ceph":
        assert (storage["hostname"], storage["username"], storage["sshPort"]) == ("10.8.0.1", "root", 22)
    assert cloud.rows(f"/backup-storage/{kind}") == [storage]
    (generic,) = cloud.rows("/backup-storage")
    assert not generic.keys() & {"hostname", "username", "sshPort", "mons", "fsid", "poolName"}
    assert {name: storage[name] for name in generic} == generic


@pytest.mark.parametrize("add", [image_store, sftp])
def test_failed_add(cloud, fails, add):
    """manners 5.6: a failure to connect removes the row: SYS.1002 with the cause."""
    machines(cloud, a10_8_0_1={"reachable": False}, a10_8_0_2={"password": "other"}, a10_8_0_3={"fails": "no space"})
    fails(["SYS.1002", "SYS.1006"], add, cloud)
    fails(["SYS.1002", "SYS.1006"], add, cloud, "10.8.0.2")
    fails(["SYS.1002", "SYS.1000"], add, cloud, "10.8.0.3")
    assert cloud.rows("/backup-storage") == []


def test_connecting_is_visible(cloud):
    """manners 5.6: the storage is there as Connecting while the job runs."""
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    params = {"name": "slow", "hostname": "10.8.0.1", "username": "u", "password": "p", "url": "/bs"}
    job = cloud.submit("POST", "/backup-storage/image-store", {"params": params})
    assert cloud.rows("/backup-storage")[0]["status"] == "Connecting"
    assert cloud.wait(job)["inventory"]["status"] == "Connected"


@pytest.mark.parametrize("add", [image_store, sftp])
@pytest.mark.parametrize("wrong", [
    {"hostname": "no_host"}, {"hostname": "10.0.0.256"}, {"hostname": ""}, {"url": "relative"}, {"url": "/dev/bs"},
    {"url": "/proc"}, {"url": "/sys/bs"}, {"url": "/with blank"}, {"url": ""}, {"sshPort": 0}, {"sshPort": 65536},
])  # fmt: skip
def test_bad_arguments(cloud, fails, add, wrong):
    """manners 5.6: hostname, url and port are checked: SYS.1007."""
    fails("SYS.1007", add, cloud, **wrong)
    assert cloud.rows("/backup-storage") == []


@pytest.mark.parametrize("name", ["hostname", "username", "password", "url", "name"])
def test_mandatory(cloud, fails, name):
    """manners 5.6: ImageStore. What must be given."""
    params = {"name": "n", "hostname": "10.8.0.1", "username": "u", "password": "p", "url": "/bs"}
    params.pop(name)
    fails("SYS.1007", cloud.create, "/backup-storage/image-store", **params)


def test_duplicate_hostnames(cloud, fails):
    """manners 5.6: the same host again is SYS.1006 for Sftp, SYS.1007 for an image store; one of each is fine."""
    sftp(cloud)
    image_store(cloud)
    fails("SYS.1006", sftp, cloud)
    fails("SYS.1007", image_store, cloud)


def test_resource_uuid(cloud, new_uuid):
    """manners 6: a uuid chosen by the client, and system tags beside params."""
    uuid = new_uuid()
    assert image_store(cloud, resourceUuid=uuid)["uuid"] == uuid
    assert ceph(cloud, resourceUuid=(other := new_uuid()))["poolName"] == f"bak-t-{other}"


# -- life -------------------------------------------------------------------------------------------------------


@EVERY
def test_update(cloud, add, kind, type):
    """manners 5.6: name and description."""
    storage = add(cloud)
    shown = cloud.act(path(storage), "updateBackupStorage", name="n", description="d")
    assert (shown["name"], shown["description"]) == ("n", "d")


@EVERY
def test_states(cloud, fails, add, kind, type):
    """manners 5.6: enable and disable, idempotent; other events are SYS.1007."""
    storage = add(cloud)
    for event, state in (
        ("disable", "Disabled"),
        ("disable", "Disabled"),
        ("enable", "Enabled"),
        ("enable", "Enabled"),
    ):
        assert cloud.act(path(storage), "changeBackupStorageState", stateEvent=event)["state"] == state
    fails("SYS.1007", cloud.act, path(storage), "changeBackupStorageState", stateEvent="maintain")


@pytest.mark.parametrize(("kind", "add", "action"), [
    ("image-store", image_store, "updateImageStoreBackupStorage"), ("sftp", sftp, "updateSftpBackupStorage"),
])  # fmt: skip
def test_update_server(cloud, fails, new_uuid, kind, add, action):
    """manners 5.6: the server's data change without a reconnect; another storage's host is refused, the own is not."""
    storage = add(cloud)
    add(cloud, "10.8.0.9")
    act = f"/backup-storage/{kind}/{storage['uuid']}"
    machines(cloud, a10_8_0_2={"reachable": False})
    changes = {"hostname": "10.8.0.2", "username": "u", "sshPort": 23, "name": "n", "description": "d"}
    shown = cloud.act(act, action, password="new", **changes)
    assert {name: shown[name] for name in changes} == changes
    assert shown["status"] == "Connected" and "password" not in shown
    assert cloud.act(act, action, hostname="10.8.0.2")["hostname"] == "10.8.0.2"
    fails("SYS.1006" if kind == "sftp" else "SYS.1007", cloud.act, act, action, hostname="10.8.0.9")
    fails("SYS.1007", cloud.act, act, action, hostname="a_b")
    fails("SYS.1003", cloud.act, f"/backup-storage/{kind}/{new_uuid()}", action, name="n")
    fails("SYS.1003", cloud.act, f"/backup-storage/{kind}/{ceph(cloud)['uuid']}", action, name="n")


def test_reconnect(cloud, fails):
    """manners 5.6: reconnect returns the inventory, or fails and leaves the storage Disconnected."""
    storage = image_store(cloud)
    calls = [(path(storage), "reconnectBackupStorage"),
             (f"/backup-storage/image-store/{storage['uuid']}", "reconnectImageStoreBackupStorage")]  # fmt: skip
    for call in calls:
        machines(cloud, a10_8_0_1={"reachable": False})
        fails("SYS.1006", cloud.act, *call)
        assert cloud.rows("/backup-storage")[0]["status"] == "Disconnected"
        machines(cloud, a10_8_0_1={"disk": 10 * GIB})
        shown = cloud.act(*call)
        assert (shown["status"], shown["totalCapacity"], shown["hostname"]) == ("Connected", 10 * GIB, "10.8.0.1")


@pytest.mark.profile("5.2")
def test_reconnect_sftp(cloud, fails):
    """manners A: ReconnectSftpBackupStorage exists in 5.2."""
    storage = sftp(cloud)
    act = "/backup-storage/sftp/{}"
    assert cloud.act(act.format(storage["uuid"]), "reconnectSftpBackupStorage")["hostname"] == "10.8.0.1"
    other = image_store(cloud)["uuid"]
    fails("SYS.1003", cloud.act, act.format(other), "reconnectSftpBackupStorage")


def test_reconnecting_is_visible(cloud):
    """manners 5.6: the status is Connecting while a reconnect runs."""
    storage = sftp(cloud)
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    job = cloud.submit("PUT", f"{path(storage)}/actions", {"reconnectBackupStorage": {}})
    assert cloud.rows("/backup-storage")[0]["status"] == "Connecting"
    assert cloud.wait(job)["inventory"]["status"] == "Connected"


def test_reclaim(cloud, fails):
    """manners 5.6: ImageStore. Reclaiming space answers nothing in 2.3.1, what it freed in 5.2; others are SYS.1003."""
    storage = image_store(cloud)
    act = f"/backup-storage/image-store/{storage['uuid']}/actions"
    result = cloud.job("PUT", act, {"reclaimSpaceFromImageStore": {}})
    assert result == ({} if cloud.old else {"gcResult": {"freedSpaceInBytes": 0}})
    used = {"name": "used", "totalCapacity": 1 << 40, "garbage": 1 << 30, "images": [{"actualSize": 1 << 20}]}
    cloud.control("POST", "seed", {"backupStorages": [used]})
    [used] = cloud.rows("/backup-storage", "name=used")
    result = cloud.job("PUT", f"/backup-storage/image-store/{used['uuid']}/actions", {"reclaimSpaceFromImageStore": {}})
    assert result == ({} if cloud.old else {"gcResult": {"freedSpaceInBytes": 1 << 30}})
    [row] = cloud.rows("/backup-storage", "name=used")
    assert (row["availableCapacity"], row.get("garbage")) == ((1 << 40) - (1 << 20), None)
    other = f"/backup-storage/image-store/{ceph(cloud)['uuid']}"
    fails("SYS.1003", cloud.act, other, "reclaimSpaceFromImageStore")
    machines(cloud, a10_8_0_1={"reachable": False})
    fails("SYS.1006", cloud.act, path(storage), "reconnectBackupStorage")
    fails("SYS.1006", cloud.job, "PUT", act, {"reclaimSpaceFromImageStore": {}})


# -- deletion ---------------------------------------------------------------------------------------------------


@EVERY
def test_delete(cloud, fails, new_uuid, add, kind, type):
    """manners 5.6: no check for attachments; what is gone is success, what is no uuid SYS.1003."""
    zone, storage = cloud.zone(), add(cloud)
    cloud.job("POST", link(zone, storage))
    for _unused in range(2):
        cloud.job("DELETE", path(storage))
    assert cloud.rows("/backup-storage") == []
    cloud.job("DELETE", f"/backup-storage/{new_uuid()}")
    fails("SYS.1003", cloud.job, "DELETE", "/backup-storage/nonsense")
    assert add(cloud)["status"] == "Connected"


def test_images_go_along(cloud):
    """manners 5.6: images lose the storage; those that live nowhere else go."""
    one, two = image_store(cloud), image_store(cloud, "10.8.0.2")
    both, single = {"backupStorageUuids": [one["uuid"], two["uuid"]]}, {"backupStorageUuids": [one["uuid"]]}
    cloud.control("POST", "seed", {"images": [{"name": "both", **both}, {"name": "single", **single}]})
    cloud.job("DELETE", path(one))
    (image,) = cloud.rows("/images")
    assert image["name"] == "both"
    assert [each["backupStorageUuid"] for each in image["backupStorageRefs"]] == [two["uuid"]]


# -- zones ------------------------------------------------------------------------------------------------------


def test_zones(cloud, fails, new_uuid):
    """manners 5.6: many zones allowed; attached twice and detached twice are SYS.1006, unknown sides SYS.1003."""
    one, two, storage = cloud.zone("one"), cloud.zone("two"), image_store(cloud)
    shown = cloud.job("POST", link(one, storage))["inventory"]
    assert shown["attachedZoneUuids"] == [one["uuid"]]
    fails("SYS.1006", cloud.job, "POST", link(one, storage), {"params": {}})
    assert len(cloud.job("POST", link(two, storage))["inventory"]["attachedZoneUuids"]) == 2
    assert cloud.job("DELETE", link(one, storage))["inventory"]["attachedZoneUuids"] == [two["uuid"]]
    fails("SYS.1006", cloud.job, "DELETE", link(one, storage))
    for verb in ("POST", "DELETE"):
        fails("SYS.1003", cloud.job, verb, link({"uuid": new_uuid()}, storage))
        fails("SYS.1003", cloud.job, verb, link(one, {"uuid": new_uuid()}))


def test_zone_deletion(cloud):
    """manners 5.1: a backup storage only loses the attachment."""
    zone, storage = cloud.zone(), image_store(cloud)
    cloud.job("POST", link(zone, storage))
    cloud.job("DELETE", f"/zones/{zone['uuid']}")
    assert cloud.rows("/backup-storage")[0]["attachedZoneUuids"] == []


def test_query(cloud):
    """manners 3.2: nested conditions and list columns."""
    zone, storage = cloud.zone(), image_store(cloud)
    sftp(cloud)
    cloud.job("POST", link(zone, storage))
    cloud.control("POST", "seed", {"images": [{"name": "i", "backupStorageUuids": [storage["uuid"]]}]})
    for condition in (
        "zone.name=zone",
        f"attachedZoneUuids={zone['uuid']}",
        "image.name=i",
        "type=ImageStoreBackupStorage",
    ):
        assert cloud.names("/backup-storage", condition) == ["image-store"], condition
    assert cloud.names("/backup-storage/image-store", "hostname=10.8.0.1") == ["image-store"]
    assert cloud.names("/zones", "backupStorage.name=image-store") == ["zone"]
    assert cloud.names("/images", "backupStorage.name=image-store") == ["i"]


# -- readings ---------------------------------------------------------------------------------------------------


def test_capacity(cloud, fails, new_uuid):
    """manners 5.6: sums by zones or storages; none of them and not all is SYS.1007, unknown ones SYS.1003."""
    zone, one, two = cloud.zone(), image_store(cloud), sftp(cloud)
    cloud.job("POST", link(zone, one))
    cloud.control("POST", "seed", {"images": [{"actualSize": GIB, "backupStorageUuids": [one["uuid"]]}]})
    query = "/backup-storage/capacities?"
    whole = {"totalCapacity": 2 * DISK, "availableCapacity": 2 * DISK - GIB}
    half = {"totalCapacity": DISK, "availableCapacity": DISK - GIB}
    assert cloud.sync("GET", query + "all=true") == whole
    assert cloud.sync("GET", f"{query}zoneUuids={zone['uuid']}") == half
    assert cloud.sync("GET", f"{query}backupStorageUuids={one['uuid']}") == half
    assert cloud.sync("GET", f"{query}backupStorageUuids={one['uuid']}&backupStorageUuids={two['uuid']}") == whole
    fails("SYS.1007", cloud.sync, "GET", query)
    fails("SYS.1003", cloud.sync, "GET", f"{query}backupStorageUuids={new_uuid()}")


def test_capacity_after_reconnect(cloud):
    """manners 5.6: what images use is still in use after a reconnect."""
    storage = image_store(cloud)
    cloud.control("POST", "seed", {"images": [{"n": 3, "actualSize": GIB, "backupStorageUuids": [storage["uuid"]]}]})
    assert cloud.rows("/backup-storage")[0]["availableCapacity"] == DISK - 3 * GIB
    assert cloud.act(path(storage), "reconnectBackupStorage")["availableCapacity"] == DISK - 3 * GIB


def test_types(cloud):
    """manners A: GetBackupStorageTypes lists names under `types`; Fusionstor is of 2.x."""
    types = cloud.sync("GET", "/backup-storage/types")["types"]
    assert {"ImageStoreBackupStorage", "SftpBackupStorage", "Ceph"} <= set(types)
    assert ("Fusionstor" in types) is cloud.old


# -- monitors ---------------------------------------------------------------------------------------------------


def mon_kinds(cloud):
    return [("ceph", "Ceph", ceph, 6789), *([("fusionstor", "Fusionstor", fusionstor, 7777)] if cloud.old else [])]


def test_add_behind_monitors(cloud):
    """manners 5.6: Ceph; Fusionstor in 2.3.1. Monitors, fsid and a pool of its own; passwords are never masked."""
    for kind, type, add, port in mon_kinds(cloud):
        storage = add(cloud)
        assert (storage["type"], storage["poolName"]) == (type, f"bak-t-{storage['uuid']}")
        (mon,) = storage["mons"]
        assert (mon["monPort"], mon["sshPassword"], mon["status"]) == (port, "secret", "Connected")
        assert mon["backupStorageUuid"] == storage["uuid"] and storage["fsid"]
        assert cloud.rows(f"/backup-storage/{kind}") == [storage]
        assert cloud.names(f"/backup-storage/{kind}", "mons.hostname=10.9.0.1") == [kind]
        if not cloud.old:
            assert (storage["poolAvailableCapacity"], storage["poolUsedCapacity"]) == (DISK, 0)


def test_pools(cloud, fails):
    """manners 5.6: Ceph. Images are imported from a named pool only; a pool that is named must exist."""
    fails("SYS.1007", ceph, cloud, importImages=True)
    fails("SYS.1007", ceph, cloud, poolName="")
    machines(cloud, a10_9_0_1={"devices": {"ceph": {"pools": ["there"]}}})
    fails(["SYS.1002", "SYS.1006"], ceph, cloud, poolName="absent")
    assert ceph(cloud, poolName="there", importImages=True)["poolName"] == "there"


def test_monitor_rules(cloud, fails):
    """manners 5.6: Ceph. Monitors are checked as for a primary storage."""
    machines(
        cloud,
        a10_9_0_4={"reachable": False},
        a10_9_0_5={"devices": {"ceph": {"fsid": "f" * 8}}},
        a10_9_0_6={"devices": {"ceph": {"fsid": "f" * 8}}},
    )
    fails("SYS.1007", ceph, cloud, "10.9.0.1")
    fails("SYS.1000", ceph, cloud, "root:@10.9.0.1")
    fails("SYS.1007", ceph, cloud, URL, URL)
    fails(["SYS.1002", "SYS.1006", "SYS.1006"], ceph, cloud, "root:x@10.9.0.4")
    ceph(cloud, "root:x@10.9.0.5")
    fails(["SYS.1002", "SYS.1006"], ceph, cloud, "root:x@10.9.0.6")
    fails("SYS.1007", ceph, cloud, "root:x@10.9.0.5")
    assert len(cloud.rows("/backup-storage")) == 1


def test_monitors(cloud, fails, new_uuid):
    """manners 5.6: adding, changing and removing monitors; the unmasked password in every reply."""
    for kind, type, add, _port in mon_kinds(cloud):
        storage = add(cloud)
        base = f"/backup-storage/{kind}"
        mons = f"{base}/{storage['uuid']}/mons"
        shown = cloud.create(mons, monUrls=["root:other@10.9.0.2"])
        assert {mon["hostname"]: mon["sshPassword"] for mon in shown["mons"]} == {
            "10.9.0.1": "secret", "10.9.0.2": "other"}  # fmt: skip
        fails("SYS.1007", cloud.create, mons, monUrls=["root:x@10.9.0.2"])
        mon, action = f"{base}/mons/{shown['mons'][0]['monUuid']}", f"update{type}BackupStorageMon"
        changes = {"sshUsername": "u", "sshPassword": "p", "sshPort": 23, "monPort": 7000}
        changed = cloud.act(mon, action, **changes)["mons"]
        assert changes in [{name: each[name] for name in changes} for each in changed]
        fails("SYS.1007", cloud.act, mon, action, monPort=70000)
        fails("SYS.1003", cloud.act, f"{base}/mons/{new_uuid()}", action, sshPort=1)
        left = cloud.job("DELETE", f"{mons}?monHostnames=10.9.0.2&monHostnames=unknown")["inventory"]
        assert [each["hostname"] for each in left["mons"]] == ["10.9.0.1"]
        fails("SYS.1003", cloud.create, f"{base}/{new_uuid()}/mons", monUrls=[URL])


@pytest.mark.profile("2.3.1")
def test_kinds_of_monitors(cloud, fails):
    """manners 5.6: a Fusionstor monitor is no Ceph monitor, and both may run on one host."""
    theirs, ours = fusionstor(cloud)["mons"][0], ceph(cloud)["mons"][0]
    fails(
        "SYS.1003", cloud.act, f"/backup-storage/ceph/mons/{theirs['monUuid']}", "updateCephBackupStorageMon", sshPort=1
    )
    cloud.job("DELETE", f"/backup-storage/ceph/{ours['backupStorageUuid']}/mons?monHostnames=10.9.0.1")
    assert cloud.rows("/backup-storage/fusionstor")[0]["mons"] == [theirs]


@pytest.mark.profile("5.2")
def test_fusionstor_is_gone(cloud):
    """manners 7: the Fusionstor APIs are unknown to 5.2; what is left of their paths belongs to others."""
    calls = {("POST", ""): 500, ("PUT", "/mons/x/actions"): 404, ("POST", "/x/mons"): 404, ("DELETE", "/x/mons"): 404}
    for (verb, where), status in calls.items():
        answer = cloud.raw(verb, f"/backup-storage/fusionstor{where}", {"params": {}})
        assert answer.status_code == status, (verb, where, answer.text)
    assert cloud.rows("/backup-storage/fusionstor") == []  # a query by uuid
