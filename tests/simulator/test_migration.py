# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What moves between storages: volumes, images, exported images."""

from __future__ import annotations

import pytest

GIB = 1 << 30
DISK = 4096 * GIB  # of a machine nobody describes


def storage(cloud, name):
    return cloud.rows("/primary-storage", f"name={name}")[0]


def backup(cloud, name):
    return cloud.rows("/backup-storage", f"name={name}")[0]


def migrate(cloud, volume, target):
    path = f"/primary-storage/volumes/{volume['uuid']}"
    return cloud.act(path, "primaryStorageMigrateVolume", dstPrimaryStorageUuid=target["uuid"])


def candidates(cloud, volume):
    rows = cloud.sync("GET", f"/primary-storage/volumes/{volume['uuid']}/migration-candidates")["inventories"]
    return sorted(row["name"] for row in rows)


def set_state(cloud, target, event):
    cloud.act(f"/primary-storage/{target['uuid']}", "changePrimaryStorageState", stateEvent=event)


@pytest.fixture
def places(cloud):
    """A cluster with two Ceph and two NFS storages, a local and a shared one; a detached volume of 10 GiB on ceph-1 and
    one on nfs-1."""
    kinds = {"ceph-1": "Ceph", "ceph-2": "Ceph", "nfs-1": "NFS", "nfs-2": "NFS", "local": "LocalStorage",
             "smp": "SharedMountPoint"}  # fmt: skip
    cloud.control("POST", "seed", {"zones": [{"clusters": [{"hosts": [{}], "primaryStorages": [
        {"type": type, "name": name, **({"volumes": [{"name": f"on {name}"}]} if name in ("ceph-1", "nfs-1") else {})}
        for name, type in kinds.items()]}]}]})  # fmt: skip
    return {row["name"].removeprefix("on "): row for row in cloud.rows("/volumes")}


# -- volumes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("source", "target"), [("ceph-1", "ceph-2"), ("nfs-1", "nfs-2")])
def test_migrate_volume(cloud, places, source, target):
    """manners 5.5: a volume moves to a storage of its type; path and capacities follow."""
    volume, there = places[source], storage(cloud, target)
    assert candidates(cloud, volume) == [target]
    moved = migrate(cloud, volume, there)
    assert (moved["primaryStorageUuid"], moved["status"]) == (there["uuid"], "Ready")
    assert moved["installPath"] != volume["installPath"]
    assert storage(cloud, source)["availableCapacity"] == DISK
    assert storage(cloud, target)["availableCapacity"] == DISK - 10 * GIB
    assert candidates(cloud, volume) == [source]


def test_snapshots_move_along(cloud, places):
    """manners 5.5: a volume's snapshots go where it goes."""
    volume, there = places["nfs-1"], storage(cloud, "nfs-2")
    snapshot = cloud.create(f"/volumes/{volume['uuid']}/volume-snapshots", name="s")
    migrate(cloud, volume, there)
    (moved,) = cloud.rows("/volume-snapshots")
    assert moved["primaryStorageUuid"] == there["uuid"]
    assert moved["primaryStorageInstallPath"] != snapshot["primaryStorageInstallPath"]
    assert storage(cloud, "nfs-1")["availableCapacity"] == DISK


def test_migrating_is_visible(cloud, places, fails):
    """manners 5.5: the volume is Migrating while the job runs, and cannot be moved meanwhile."""
    volume, there = places["ceph-1"], storage(cloud, "ceph-2")
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    body = {"primaryStorageMigrateVolume": {"dstPrimaryStorageUuid": there["uuid"]}}
    job = cloud.submit("PUT", f"/primary-storage/volumes/{volume['uuid']}/actions", body)
    assert cloud.rows(f"/volumes/{volume['uuid']}")[0]["status"] == "Migrating"
    fails("SYS.1007", migrate, cloud, volume, there)
    assert cloud.wait(job)["inventory"]["status"] == "Ready"


@pytest.mark.parametrize("target", ["nfs-1", "local", "smp"])
def test_pairs_of_types(cloud, places, fails, target):
    """manners 5.5: other pairs of types are refused."""
    fails("SYS.1006", migrate, cloud, places["ceph-1"], storage(cloud, target))


def test_migration_targets(cloud, places, fails, new_uuid):
    """manners 5.5: not where it is (SYS.1007), not what is unknown (SYS.1003), not from or to a storage that is
    Disabled or in Maintenance."""
    volume, there = places["ceph-1"], storage(cloud, "ceph-2")
    fails("SYS.1007", migrate, cloud, volume, storage(cloud, "ceph-1"))
    fails("SYS.1003", migrate, cloud, volume, {"uuid": new_uuid()})
    fails("SYS.1003", migrate, cloud, {"uuid": new_uuid()}, there)
    fails("SYS.1003", candidates, cloud, {"uuid": new_uuid()})
    for event in ("disable", "maintain"):
        for name in ("ceph-1", "ceph-2"):
            set_state(cloud, storage(cloud, name), event)
            fails("SYS.1006", migrate, cloud, volume, there)
            assert candidates(cloud, volume) == []
            set_state(cloud, storage(cloud, name), "enable")
    migrate(cloud, volume, there)


def test_unattached_target(cloud, places, fails):
    """manners 5.5: a storage that no cluster has is no target; an NFS storage needs a Connected host."""
    for source, target in (("ceph-1", "ceph-2"), ("nfs-1", "nfs-2")):
        there = storage(cloud, target)
        cloud.job("DELETE", f"/clusters/{there['attachedClusterUuids'][0]}/primary-storage/{there['uuid']}")
        fails("SYS.1006", migrate, cloud, places[source], there)
        assert candidates(cloud, places[source]) == []


def test_full_target(cloud, places, fails):
    """manners 4: no room on the target is PS.1000, and the volume stays as it is."""
    cloud.control("POST", "seed", {"machines": {"192.0.2.20": {"disk": 5 * GIB}}})
    there = storage(cloud, "nfs-2")
    cloud.act(f"/primary-storage/{there['uuid']}", "syncPrimaryStorageCapacity")
    fails("PS.1000", migrate, cloud, places["nfs-1"], there)
    assert cloud.rows(f"/volumes/{places['nfs-1']['uuid']}")[0] == places["nfs-1"]


def test_deletion_meanwhile(cloud, places, fails):
    """manners 5.4: a deletion that fails is SYS.1004, and leaves the state Deleting in 5.2; by force it succeeds."""
    source, there = storage(cloud, "ceph-1"), storage(cloud, "ceph-2")
    cloud.control("PUT", "latency", {"mode": "polls", "value": 9, "api": "PrimaryStorageMigrateVolume"})
    body = {"primaryStorageMigrateVolume": {"dstPrimaryStorageUuid": there["uuid"]}}
    job = cloud.submit("PUT", f"/primary-storage/volumes/{places['ceph-1']['uuid']}/actions", body)
    cloud.job("DELETE", f"/clusters/{source['attachedClusterUuids'][0]}/primary-storage/{source['uuid']}")
    fails(["SYS.1004", "SYS.1006"], cloud.job, "DELETE", f"/primary-storage/{source['uuid']}")
    assert storage(cloud, "ceph-1")["state"] == ("Enabled" if cloud.old else "Deleting")
    cloud.job("DELETE", f"/primary-storage/{source['uuid']}?deleteMode=Enforcing")
    assert cloud.rows("/primary-storage", "name=ceph-1") == []
    fails("SYS.1003", cloud.wait, job)
    assert storage(cloud, "ceph-2")["availableCapacity"] == DISK


@pytest.fixture
def machine(cloud):
    """A running VM with a root and a data volume on one of two NFS storages, in one of two clusters with a network."""
    cloud.control("POST", "seed", {"zones": [{
        "clusters": [{"name": "c1"}, {"name": "c2"}], "l2Networks": [{"l3Networks": [{"ipRanges": [{}]}]}],
    }]})  # fmt: skip
    (l2,), (first, second) = cloud.rows("/l2-networks"), cloud.rows("/clusters", sort="+name")
    for name in (first, second):
        if name["uuid"] not in l2["attachedClusterUuids"]:
            cloud.job("POST", f"/l2-networks/{l2['uuid']}/clusters/{name['uuid']}")
    hosts = [cloud.host(first, "10.1.0.1"), cloud.host(second, "10.1.0.2")]
    zone = {"zoneUuid": first["zoneUuid"]}
    for name, home in (("here", first), ("there", second)):
        cloud.create("/primary-storage/nfs", name=name, url=f"10.7.0.1:/{name}", **zone)
        cloud.job("POST", f"/clusters/{home['uuid']}/primary-storage/{storage(cloud, name)['uuid']}")
    cloud.control("POST", "seed", {"vms": [{"hostUuid": hosts[0]["uuid"], "volumes": [{}]}]})
    (made,) = cloud.rows("/vm-instances")
    return made, second, l2


def test_root_volumes(cloud, machine, fails):
    """manners 5.5: data volumes are detached before they move (SYS.1007); a root volume moves when its VM is Stopped
    and has no data volumes (SYS.1006)."""
    made, *_rest = machine
    (root,), (data,) = cloud.rows("/volumes", "type=Root"), cloud.rows("/volumes", "type=Data")
    there = storage(cloud, "there")
    fails("SYS.1007", migrate, cloud, data, there)
    fails("SYS.1006", migrate, cloud, root, there)
    cloud.act(f"/vm-instances/{made['uuid']}", "stopVmInstance")
    fails("SYS.1006", migrate, cloud, root, there)
    cloud.job("DELETE", f"/volumes/{data['uuid']}/vm-instances")
    assert candidates(cloud, root) == ["there"]
    assert migrate(cloud, root, there)["primaryStorageUuid"] == there["uuid"]
    assert migrate(cloud, data, there)["primaryStorageUuid"] == there["uuid"]


def test_networks_of_a_root_volume(cloud, machine, fails):
    """manners 5.5: the target is attached to a cluster with the L2 networks of the VM."""
    made, second, l2 = machine
    (root,), (data,) = cloud.rows("/volumes", "type=Root"), cloud.rows("/volumes", "type=Data")
    cloud.act(f"/vm-instances/{made['uuid']}", "stopVmInstance")
    cloud.job("DELETE", f"/volumes/{data['uuid']}/vm-instances")
    cloud.job("DELETE", f"/l2-networks/{l2['uuid']}/clusters/{second['uuid']}")
    assert candidates(cloud, root) == []
    fails("SYS.1006", migrate, cloud, root, storage(cloud, "there"))
    assert candidates(cloud, data) == ["there"]


def test_devices_of_a_root_volume(cloud, machine, fails):
    """manners 5.5: a root volume does not move while a device is attached to its VM."""
    made, *_rest = machine
    (root,), (data,) = cloud.rows("/volumes", "type=Root"), cloud.rows("/volumes", "type=Data")
    cloud.control("POST", "seed", {"usbDevices": [{"hostUuid": made["hostUuid"], "vmInstanceUuid": made["uuid"]}]})
    assert cloud.rows("/usb-device/usb-devices", f"vmInstanceUuid={made['uuid']}")
    cloud.act(f"/vm-instances/{made['uuid']}", "stopVmInstance")
    cloud.job("DELETE", f"/volumes/{data['uuid']}/vm-instances")
    fails("SYS.1006", migrate, cloud, root, storage(cloud, "there"))
    assert migrate(cloud, data, storage(cloud, "there"))["status"] == "Ready"


# -- images -----------------------------------------------------------------------------------------------------


@pytest.fixture
def stores(cloud):
    """Two Ceph backup storages, an image store and an Sftp server, each with an image."""
    kinds = {"ceph-1": "Ceph", "ceph-2": "Ceph", "store": "ImageStoreBackupStorage", "sftp": "SftpBackupStorage"}
    cloud.control("POST", "seed", {"backupStorages": [
        {"name": name, "type": type, "images": [{"name": f"on {name}", "actualSize": GIB}]}
        for name, type in kinds.items()]})  # fmt: skip
    return {row["name"].removeprefix("on "): row for row in cloud.rows("/images")}


def move(cloud, image, source, target):
    return cloud.act(f"/backup-storage/images/{image['uuid']}", "backupStorageMigrateImage",
                     srcBackupStorageUuid=source["uuid"], dstBackupStorageUuid=target["uuid"])  # fmt: skip


def image_candidates(cloud, source):
    rows = cloud.sync("GET", f"/backup-storage/{source['uuid']}/migration-candidates")["inventories"]
    return [row["name"] for row in rows]


def test_migrate_image(cloud, stores):
    """manners 5.6: an image moves from Ceph to Ceph; its ref, path and the capacities follow."""
    source, target = backup(cloud, "ceph-1"), backup(cloud, "ceph-2")
    moved = move(cloud, stores["ceph-1"], source, target)
    (ref,) = moved["backupStorageRefs"]
    assert (ref["backupStorageUuid"], ref["status"], moved["status"]) == (target["uuid"], "Ready", "Ready")
    assert ref["installPath"] != stores["ceph-1"]["backupStorageRefs"][0]["installPath"]
    assert backup(cloud, "ceph-1")["availableCapacity"] == DISK
    assert backup(cloud, "ceph-2")["availableCapacity"] == DISK - 2 * GIB


def test_image_candidates(cloud, stores, fails, new_uuid):
    """manners 5.6: the other Ceph storages that are Enabled and have a monitor that is Connected."""
    source, target = backup(cloud, "ceph-1"), backup(cloud, "ceph-2")
    assert image_candidates(cloud, source) == ["ceph-2"]
    assert image_candidates(cloud, backup(cloud, "store")) == []
    fails("SYS.1003", image_candidates, cloud, {"uuid": new_uuid()})
    cloud.act(f"/backup-storage/{target['uuid']}", "changeBackupStorageState", stateEvent="disable")
    assert image_candidates(cloud, source) == []


def test_image_refusals(cloud, stores, fails, new_uuid):
    """manners 5.6: between different Ceph storages, both Enabled and with a monitor, and an image that is Ready."""
    source, target, image = backup(cloud, "ceph-1"), backup(cloud, "ceph-2"), stores["ceph-1"]
    fails("SYS.1007", move, cloud, image, source, source)
    fails("SYS.1006", move, cloud, image, source, backup(cloud, "store"))
    fails("SYS.1006", move, cloud, stores["sftp"], backup(cloud, "sftp"), target)
    fails("SYS.1006", move, cloud, stores["ceph-2"], source, target)
    fails("SYS.1003", move, cloud, {"uuid": new_uuid()}, source, target)
    fails("SYS.1003", move, cloud, image, {"uuid": new_uuid()}, target)
    fails("SYS.1003", move, cloud, image, source, {"uuid": new_uuid()})
    for side in (source, target):
        act = f"/backup-storage/{side['uuid']}"
        cloud.act(act, "changeBackupStorageState", stateEvent="disable")
        fails("SYS.1006", move, cloud, image, source, target)
        cloud.act(act, "changeBackupStorageState", stateEvent="enable")
    cloud.job("DELETE", f"/images/{image['uuid']}")
    fails("SYS.1006", move, cloud, image, source, target)
    cloud.act(f"/images/{image['uuid']}", "recoverImage")
    mon = cloud.rows("/backup-storage/ceph", f"uuid={target['uuid']}")[0]["mons"][0]["hostname"]
    cloud.job("DELETE", f"/backup-storage/ceph/{target['uuid']}/mons?monHostnames={mon}")
    fails("SYS.1006", move, cloud, image, source, target)
    assert cloud.rows(f"/images/{image['uuid']}")[0]["backupStorageRefs"][0]["backupStorageUuid"] == source["uuid"]


# -- exports ----------------------------------------------------------------------------------------------------


def export(cloud, store, image, **params):
    body = {"exportImageFromBackupStorage": {"imageUuid": image["uuid"], **params}}
    return cloud.job("PUT", f"/backup-storage/{store['uuid']}/actions", body)


def exported(cloud, image):
    """Where the image is exported to, as its inventory says it: itself in 2.3.1, its ref in 5.2."""
    (row,) = cloud.rows(f"/images/{image['uuid']}")
    return (row if cloud.old else row["backupStorageRefs"][0]).get("exportUrl")


@pytest.mark.parametrize("name", ["store", "ceph-1"])
def test_export(cloud, stores, name):
    """manners 5.6: export answers with the url and, in 5.2, a checksum; deleting it takes that back."""
    store, image = backup(cloud, name), stores[name]
    assert exported(cloud, image) is None
    answer = export(cloud, store, image)
    assert answer.keys() == ({"imageUrl"} if cloud.old else {"imageUrl", "exportMd5Sum"})
    assert answer["imageUrl"].startswith("http://") and image["uuid"] in answer["imageUrl"]
    assert exported(cloud, image) == answer["imageUrl"]
    path = f"/backup-storage/{store['uuid']}/exported-images/{image['uuid']}"
    for _unused in range(2):
        assert cloud.job("DELETE", path) == {}
        assert exported(cloud, image) is None


@pytest.mark.profile("5.2")
def test_export_format(cloud, stores, fails):
    """manners 7: 5.2 takes an exportFormat, raw or qcow2."""
    store, image = backup(cloud, "store"), stores["store"]
    assert export(cloud, store, image, exportFormat="raw")["imageUrl"].endswith(".raw")
    fails("SYS.1007", export, cloud, store, image, exportFormat="vmdk")


def test_export_refusals(cloud, stores, fails, new_uuid):
    """manners 5.6: from an image store or Ceph, an image that is there and Ready; unknown ones are SYS.1003."""
    store = backup(cloud, "store")
    fails("SYS.1006", export, cloud, backup(cloud, "sftp"), stores["sftp"])
    fails("SYS.1006", export, cloud, store, stores["sftp"])
    fails("SYS.1003", export, cloud, {"uuid": new_uuid()}, stores["store"])
    fails("SYS.1003", export, cloud, store, {"uuid": new_uuid()})
    fails("SYS.1003", cloud.job, "DELETE", f"/backup-storage/{store['uuid']}/exported-images/{new_uuid()}")
    cloud.job("DELETE", f"/images/{stores['store']['uuid']}")
    fails("SYS.1006", export, cloud, store, stores["store"])
