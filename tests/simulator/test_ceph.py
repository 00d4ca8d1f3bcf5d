# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ceph primary storages: monitors, pools, and who sees which password."""

from __future__ import annotations

import pytest

GIB = 1 << 30
DISK = 4096 * GIB  # of a machine nobody describes
URL = "root:secret@10.9.0.1"
FSID = "11111111-2222-3333-4444-555555555555"


def ceph(cloud, zone=None, *urls, **params):
    zone = zone or cloud.zone()
    return cloud.create("/primary-storage/ceph", name="ceph", zoneUuid=zone["uuid"], monUrls=list(urls or (URL,)),
                        **params)  # fmt: skip


def path(storage):
    return f"/primary-storage/ceph/{storage['uuid']}"


def add_mons(cloud, storage, *urls):
    return cloud.create(f"{path(storage)}/mons", monUrls=list(urls))


def add_pool(cloud, storage, name="pool", type="Data", **params):
    if not cloud.old:
        params["type"] = type
    return cloud.create(f"{path(storage)}/pools", poolName=name, **params)


def machines(cloud, **facts):
    """Describes the machines behind monitors: by the last part of their address."""
    cloud.control("POST", "seed", {"machines": {f"10.9.0.{last}": what for last, what in facts.items()}})


def cluster(fsid, *pools):
    return {"devices": {"ceph": {"fsid": fsid, **({"pools": list(pools)} if pools else {})}}}


def hostnames(storage):
    return sorted(mon["hostname"] for mon in storage["mons"])


# -- adding -----------------------------------------------------------------------------------------------------


def test_add(cloud):
    """manners 5.4: Ceph. Connected, with fsid, capacity, monitors and three pools of its own."""
    storage = ceph(cloud)
    assert (storage["type"], storage["state"], storage["status"]) == ("Ceph", "Enabled", "Connected")
    assert (storage["totalCapacity"], storage["availableCapacity"]) == (DISK, DISK)
    assert storage["fsid"] and storage["url"] and storage["mountPath"]
    (mon,) = storage["mons"]
    assert {name: mon[name] for name in ("hostname", "monPort", "sshPort", "sshUsername", "status", "monAddr")} == {
        "hostname": "10.9.0.1", "monPort": 6789, "sshPort": 22, "sshUsername": "root", "status": "Connected",
        "monAddr": "10.9.0.1",
    }  # fmt: skip
    assert mon["primaryStorageUuid"] == storage["uuid"] and len(mon["monUuid"]) == 32 and "uuid" not in mon
    uuid = storage["uuid"]
    assert {pool["type"]: pool["poolName"] for pool in storage["pools"]} == {
        "Root": f"pri-v-r-{uuid}", "Data": f"pri-v-d-{uuid}", "ImageCache": f"pri-c-{uuid}"}  # fmt: skip


def test_given_pools(cloud, fails):
    """manners 5.4: Ceph. Names of pools that are given must exist; an empty one is SYS.1007."""
    machines(cloud, **{"1": cluster(FSID, "r", "d", "c")})
    names = {"rootVolumePoolName": "r", "dataVolumePoolName": "d", "imageCachePoolName": "c"}
    fails("SYS.1006", ceph, cloud, **(names | {"dataVolumePoolName": "absent"}))
    fails("SYS.1007", ceph, cloud, **(names | {"dataVolumePoolName": ""}))
    assert cloud.rows("/primary-storage") == []
    assert sorted(pool["poolName"] for pool in ceph(cloud, **names)["pools"]) == ["c", "d", "r"]


@pytest.mark.parametrize(("url", "expected"), [
    ("root:pass@10.9.0.1:2222/?monPort=7000", ("10.9.0.1", 2222, 7000)),
    ("root:pass@ceph-1.example.com", ("ceph-1.example.com", 22, 6789)),
    ("root:p@ss/word@10.9.0.1", ("10.9.0.1", 22, 6789)),
    ("root:pass@10.9.0.1/?monPort=99999", ("10.9.0.1", 22, 99999)),
])  # fmt: skip
def test_mon_urls(cloud, url, expected):
    """manners 5.4: Ceph. The last @ ends the password, monPort is not range-checked."""
    (mon,) = ceph(cloud, None, url)["mons"]
    assert (mon["hostname"], mon["sshPort"], mon["monPort"]) == expected


@pytest.mark.parametrize(
    ("password", "kept"), [("pa:ss", "pa"), ("p@ss", "p@ss"), ("p%40ss", "p%40ss"), ("a/b", "a/b")]
)
def test_mon_passwords(cloud, password, kept):
    """manners 5.4: Ceph. No percent-decoding; a password is cut at a colon."""
    machines(cloud, **{"1": {"password": kept}})
    assert ceph(cloud, None, f"root:{password}@10.9.0.1")["status"] == "Connected"


@pytest.mark.parametrize(("url", "code"), [
    ("10.9.0.1", "SYS.1007"),
    ("root@10.9.0.1", "SYS.1007"),
    ("root:pass@ceph_1", "SYS.1007"),
    ("root:pass@", "SYS.1007"),
    ("root:pass@10.9.0.1:99999", "SYS.1007"),
    ("root:pass@10.9.0.1:0", "SYS.1007"),
    ("root:pass@10.9.0.1:ssh", "SYS.1007"),
    ("root:pass@10.9.0.999", "SYS.1007"),
    ("root:@10.9.0.1", "SYS.1000"),
    ("root:pass@10.9.0.1/?port=1", "SYS.1000"),
    ("root:pass@10.9.0.1/?monPort=many", "SYS.1000"),
    ("root:pass@10.9 .0.1", "SYS.1000"),
])  # fmt: skip
def test_bad_mon_urls(cloud, fails, url, code):
    """manners 5.4: Ceph. What a monUrl may not be; none of it leaves anything behind."""
    error = fails(code, ceph, cloud, None, url)
    assert "pass" not in error["details"].replace("sshPassword", "")
    assert cloud.rows("/primary-storage") == []


def test_a_host_is_one_monitor(cloud, fails):
    """manners 5.4: Ceph. A host given twice, or a monitor of any Ceph primary storage already, is SYS.1007; a backup
    storage may have it."""
    fails("SYS.1007", ceph, cloud, None, URL, "root:other@10.9.0.1:23")
    ceph(cloud)
    fails("SYS.1007", ceph, cloud)
    backup = cloud.create("/backup-storage/ceph", name="b", monUrls=[URL])
    assert backup["status"] == "Connected"


def test_unreachable(cloud, fails):
    """manners 5.4: when no monitor answers the row is removed; one that answers is enough."""
    machines(cloud, **{"1": {"reachable": False}})
    fails(["SYS.1006", "SYS.1006"], ceph, cloud)
    assert cloud.rows("/primary-storage") == [] and cloud.rows("/primary-storage/ceph/pools") == []
    storage = ceph(cloud, None, URL, "root:x@10.9.0.2")
    assert {mon["hostname"]: mon["status"] for mon in storage["mons"]} == {
        "10.9.0.1": "Disconnected", "10.9.0.2": "Connected"}  # fmt: skip


def test_fsids(cloud, fails):
    """manners 5.4: Ceph. Monitors of different clusters, or a cluster that is registered already, are SYS.1006."""
    machines(cloud, **{"1": cluster(FSID), "2": cluster(FSID), "3": cluster(FSID[::-1])})
    fails("SYS.1006", ceph, cloud, None, URL, "root:x@10.9.0.3")
    storage = ceph(cloud)
    assert storage["fsid"] == FSID
    fails("SYS.1006", ceph, cloud, None, "root:x@10.9.0.2")
    assert ceph(cloud, None, "root:x@10.9.0.3")["fsid"] == FSID[::-1]


def test_connecting_is_visible(cloud):
    """manners 5.4: storage and monitors are Connecting while the job runs."""
    zone = cloud.zone()
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    params = {"params": {"name": "slow", "zoneUuid": zone["uuid"], "monUrls": [URL]}}
    job = cloud.submit("POST", "/primary-storage/ceph", params)
    (storage,) = cloud.rows("/primary-storage/ceph")
    assert (storage["status"], storage["mons"][0]["status"]) == ("Connecting", "Connecting")
    assert cloud.wait(job)["inventory"]["status"] == "Connected"


def test_query(cloud):
    """manners 3.2 and 3.3: /primary-storage/ceph adds mons, pools and fsid, and shows no other type."""
    zone = cloud.zone()
    cloud.create("/primary-storage/smp", name="smp", url="/s", zoneUuid=zone["uuid"])
    storage = ceph(cloud, zone)
    assert cloud.rows("/primary-storage/ceph") == [storage]
    for condition in (
        "mons.hostname=10.9.0.1",
        "pools.type=ImageCache",
        f"fsid={storage['fsid']}",
        "mons.monPort>6000",
    ):
        assert cloud.names("/primary-storage/ceph", condition) == ["ceph"], condition
    assert cloud.rows("/primary-storage/ceph", "mons.hostname=10.9.0.7") == []
    assert not cloud.rows("/primary-storage", "type=Ceph")[0].keys() & {"mons", "pools", "fsid"}


def test_reconnect(cloud, fails):
    """manners 5.4: Ceph. A reconnect asks every monitor; when none answers the storage is Disconnected."""
    storage = ceph(cloud)
    act = f"/primary-storage/{storage['uuid']}"
    machines(cloud, **{"1": {"reachable": False}})
    fails(["SYS.1006", "SYS.1006"], cloud.act, act, "reconnectPrimaryStorage")
    (shown,) = cloud.rows("/primary-storage/ceph")
    assert (shown["status"], shown["mons"][0]["status"]) == ("Disconnected", "Disconnected")
    machines(cloud, **{"1": {"reachable": True}})
    assert cloud.act(act, "reconnectPrimaryStorage")["mons"][0]["status"] == "Connected"


def test_delete(cloud):
    """manners 5.4: a storage takes monitors and pools along, and their uuids are free again."""
    storage = ceph(cloud)
    cloud.job("DELETE", f"/primary-storage/{storage['uuid']}")
    assert cloud.rows("/primary-storage/ceph/pools") == []
    ceph(cloud, None, URL, resourceUuid=storage["pools"][0]["uuid"])


# -- secrets ----------------------------------------------------------------------------------------------------


def test_passwords_of_monitors(cloud):
    """manners 5.4: Ceph, secrets. 2.3.1 shows them; 5.2 masks add, query, update, attach and detach, and shows those of
    changed monitors and of a reconnect."""
    zone = cloud.zone()
    home = cloud.cluster(zone)
    storage = ceph(cloud, zone)
    act = f"/primary-storage/{storage['uuid']}"
    link = f"/clusters/{home['uuid']}{act}"
    masked, clear = "secret" if cloud.old else "*****", "secret"

    def shown(inventory):
        return next(mon["sshPassword"] for mon in inventory["mons"] if mon["hostname"] == "10.9.0.1")

    assert shown(storage) == masked
    assert shown(cloud.rows("/primary-storage/ceph")[0]) == masked
    assert shown(cloud.act(act, "updatePrimaryStorage", name="n")) == masked
    assert shown(cloud.job("POST", link)["inventory"]) == masked
    assert shown(cloud.job("DELETE", link)["inventory"]) == masked
    assert shown(add_mons(cloud, storage, "root:x@10.9.0.2")) == clear
    mon = storage["mons"][0]["monUuid"]
    assert shown(cloud.act(f"/primary-storage/ceph/mons/{mon}", "updateCephPrimaryStorageMon", sshPort=23)) == clear
    assert shown(cloud.act(act, "reconnectPrimaryStorage")) == clear
    assert "mons" not in cloud.act(act, "changePrimaryStorageState", stateEvent="disable")


# -- monitors ---------------------------------------------------------------------------------------------------


def test_add_mons(cloud, fails, new_uuid):
    """manners 5.4: Ceph. A known host is SYS.1007, one of another cluster SYS.1006; all are added or none."""
    machines(cloud, **{"1": cluster(FSID), "3": cluster(FSID[::-1]), "4": {"reachable": False}})
    storage = ceph(cloud)
    assert hostnames(add_mons(cloud, storage, "root:x@10.9.0.2")) == ["10.9.0.1", "10.9.0.2"]
    fails("SYS.1007", add_mons, cloud, storage, "root:x@10.9.0.2")
    fails("SYS.1007", add_mons, cloud, storage, "10.9.0.5")
    fails("SYS.1007", add_mons, cloud, storage)
    for bad in ("3", "4"):
        fails("SYS.1006", add_mons, cloud, storage, "root:x@10.9.0.5", f"root:x@10.9.0.{bad}")
    assert hostnames(cloud.rows("/primary-storage/ceph")[0]) == ["10.9.0.1", "10.9.0.2"]
    fails("SYS.1003", add_mons, cloud, {"uuid": new_uuid()}, "root:x@10.9.0.6")


def test_remove_mons(cloud, fails):
    """manners 5.4: Ceph. By hostname in the query string, of whatever storage; unknown ones are ignored, all may go; a
    body is not read."""
    storage, other = ceph(cloud, None, URL, "root:x@10.9.0.2"), ceph(cloud, None, "root:x@10.9.0.3")
    shown = cloud.job("DELETE", f"{path(storage)}/mons?monHostnames=10.9.0.2&monHostnames=10.9.0.77")["inventory"]
    assert hostnames(shown) == ["10.9.0.1"]
    cloud.job("DELETE", f"{path(storage)}/mons?monHostnames=10.9.0.1&monHostnames=10.9.0.3")
    assert [row["mons"] for row in cloud.rows("/primary-storage/ceph")] == [[], []]
    fails("SYS.1007", cloud.job, "DELETE", f"{path(other)}/mons", {"monHostnames": ["10.9.0.3"]})


def test_update_mon(cloud, fails, new_uuid):
    """manners 5.4: Ceph. Changes the row and connects nothing; here monPort is range-checked."""
    storage = ceph(cloud)
    mon = f"/primary-storage/ceph/mons/{storage['mons'][0]['monUuid']}"
    machines(cloud, **{"1": {"reachable": False}})
    changes = {"hostname": "ceph-1", "sshUsername": "u", "sshPassword": "p", "sshPort": 23, "monPort": 7000}
    (shown,) = cloud.act(mon, "updateCephPrimaryStorageMon", **changes)["mons"]
    assert {name: shown[name] for name in changes} == changes and shown["status"] == "Connected"
    for bad in ({"monPort": 0}, {"monPort": 65536}, {"sshPort": 0}, {"hostname": "a_b"}):
        fails("SYS.1007", cloud.act, mon, "updateCephPrimaryStorageMon", **bad)
    fails("SYS.1003", cloud.act, f"/primary-storage/ceph/mons/{new_uuid()}", "updateCephPrimaryStorageMon", sshPort=1)


def test_other_types(cloud, fails):
    """manners 4: a storage of another type is no Ceph storage: SYS.1003."""
    storage = cloud.create("/primary-storage/smp", name="s", url="/s", zoneUuid=cloud.zone()["uuid"])
    fails("SYS.1003", add_mons, cloud, storage, URL)
    fails("SYS.1003", add_pool, cloud, storage)
    fails("SYS.1003", cloud.job, "DELETE", f"{path(storage)}/mons?monHostnames=x")


# -- pools ------------------------------------------------------------------------------------------------------


def test_add_pool(cloud):
    """manners 5.4: Ceph. A pool with its alias; its type is Data in 2.3.1."""
    storage = ceph(cloud)
    pool = add_pool(cloud, storage, "fast", "Root", aliasName="alias", description="d")
    assert pool["type"] == ("Data" if cloud.old else "Root")
    assert (pool["poolName"], pool["aliasName"], pool["primaryStorageUuid"]) == ("fast", "alias", storage["uuid"])
    assert cloud.rows("/primary-storage/ceph/pools", "poolName=fast") == [pool]
    assert len(cloud.rows("/primary-storage/ceph/pools", "primaryStorage.name=ceph")) == 4


@pytest.mark.profile("5.2")
def test_pool_type(cloud, fails):
    """manners 5.4 and 7: in 5.2 the type is required, Root or Data; a name with unprintable characters is refused."""
    storage = ceph(cloud)
    fails("SYS.1007", cloud.create, f"{path(storage)}/pools", poolName="p")
    fails("SYS.1007", add_pool, cloud, storage, "p", "ImageCache")
    fails("SYS.1007", add_pool, cloud, storage, "a\u0007b")
    pool = add_pool(cloud, storage)
    assert (pool["totalCapacity"], pool["availableCapacity"], pool["usedCapacity"]) == (DISK, DISK, 0)
    assert isinstance(pool["replicatedSize"], int) and 0 < pool["diskUtilization"] <= 1


def test_duplicate_pools(cloud, fails):
    """manners 5.4: Ceph. The same name and type in a storage is SYS.1007; Root and Data may share a name."""
    storage = ceph(cloud)
    add_pool(cloud, storage, "p", "Data")
    fails("SYS.1007", add_pool, cloud, storage, "p", "Data")
    if not cloud.old:
        add_pool(cloud, storage, "p", "Root")
    add_pool(cloud, ceph(cloud, None, "root:x@10.9.0.2"), "p", "Data")


def test_pools_that_do_not_exist(cloud, fails):
    """manners 5.4: Ceph. An absent pool is refused unless it is to be created, and leaves no row."""
    machines(cloud, **{"1": cluster(FSID, "there")})
    storage = ceph(cloud)
    add_pool(cloud, storage, "there")
    fails("SYS.1006", add_pool, cloud, storage, "absent")
    assert cloud.rows("/primary-storage/ceph/pools", "poolName=absent") == []
    add_pool(cloud, storage, "absent", isCreate=True)


def test_update_pool(cloud, fails, new_uuid):
    """manners 5.4: Ceph. Alias and description change, the name does not."""
    pool = add_pool(cloud, ceph(cloud))
    act = f"/primary-storage/ceph/pools/{pool['uuid']}"
    shown = cloud.act(act, "updateCephPrimaryStoragePool", aliasName="a", description="d", poolName="other")
    assert (shown["aliasName"], shown["description"], shown["poolName"]) == ("a", "d", "pool")
    fails(
        "SYS.1003",
        cloud.act,
        f"/primary-storage/ceph/pools/{new_uuid()}",
        "updateCephPrimaryStoragePool",
        aliasName="a",
    )


def test_delete_pool(cloud, new_uuid):
    """manners 5.4: Ceph. No check whether it is in use; what is gone is success."""
    storage = ceph(cloud)
    for pool in storage["pools"]:
        for _unused in range(2):
            cloud.job("DELETE", f"/primary-storage/ceph/pools/{pool['uuid']}")
    cloud.job("DELETE", f"/primary-storage/ceph/pools/{new_uuid()}")
    assert cloud.rows("/primary-storage/ceph/pools") == []


def test_volumes_in_pools(cloud):
    """manners 5.4: what a volume takes of a storage it takes of a pool of its type."""
    cloud.control("POST", "seed", {"zones": [{"clusters": [{"hosts": [{}], "primaryStorages": [
        {"type": "Ceph", "volumes": [{"size": GIB}]}]}]}]})  # fmt: skip
    (storage,), (volume,) = cloud.rows("/primary-storage/ceph"), cloud.rows("/volumes")
    pool = next(pool for pool in storage["pools"] if pool["type"] == "Data")
    assert volume["installPath"] == f"ceph://{pool['poolName']}/{volume['uuid']}"
    assert storage["availableCapacity"] == DISK - GIB
    if not cloud.old:
        assert (pool["usedCapacity"], pool["availableCapacity"], pool["totalCapacity"]) == (GIB, DISK - GIB, DISK)
        assert {each["usedCapacity"] for each in storage["pools"] if each is not pool} == {0}


def test_attach_without_monitor(cloud, fails):
    """manners 5.4: a storage none of whose monitors is Connected cannot be attached: PS.1001."""
    zone = cloud.zone()
    storage, home = ceph(cloud, zone), cloud.cluster(zone)
    cloud.job("DELETE", f"{path(storage)}/mons?monHostnames=10.9.0.1")
    fails(["PS.1001", "SYS.1006"], cloud.job, "POST", f"/clusters/{home['uuid']}/primary-storage/{storage['uuid']}")
    assert cloud.rows("/primary-storage/ceph")[0]["attachedClusterUuids"] == []
