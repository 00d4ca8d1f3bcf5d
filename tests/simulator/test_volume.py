# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data volumes and snapshots."""

from __future__ import annotations

import pytest

GIB = 1 << 30


@pytest.fixture
def lab(cloud):
    """A cluster with an NFS storage, a VM on a host, and a disk offering of 20 GiB."""
    cloud.control("POST", "seed", {
        "diskOfferings": [{"diskSize": 20 * GIB}],
        "zones": [{"clusters": [{"hosts": [{}], "primaryStorages": [{"type": "NFS", "totalCapacity": 100 * GIB}]}]}],
    })  # fmt: skip
    host = cloud.rows("/hosts")[0]
    cloud.control("POST", "seed", {"vms": [{"name": "vm", "hostUuid": host["uuid"]}]})
    return {"offering": cloud.rows("/disk-offerings")[0], "storage": cloud.rows("/primary-storage")[0],
            "vm": cloud.rows("/vm-instances")[0], "cluster": cloud.rows("/clusters")[0], "host": host}  # fmt: skip


def make(cloud, lab, name="data", **params):
    return cloud.create("/volumes/data", name=name, diskOfferingUuid=lab["offering"]["uuid"], **params)


def attach(cloud, volume, vm):
    return cloud.job("POST", f"/volumes/{volume['uuid']}/vm-instances/{vm['uuid']}", {"params": {}})["inventory"]


def detach(cloud, volume, query=""):
    return cloud.job("DELETE", f"/volumes/{volume['uuid']}/vm-instances{query}")["inventory"]


def free(cloud):
    return cloud.rows("/primary-storage")[0]["availableCapacity"]


def read(cloud, volume):
    return cloud.rows(f"/volumes/{volume['uuid']}")[0]


# -- data volumes -----------------------------------------------------------------------------------------------


def test_new_volume(cloud, lab):
    """manners B, VolumeInventory: a new data volume lies nowhere yet."""
    volume, before = make(cloud, lab), free(cloud)
    wanted = {"name": "data", "type": "Data", "state": "Enabled", "status": "NotInstantiated", "size": 20 * GIB,
              "actualSize": 0, "isShareable": False, "diskOfferingUuid": lab["offering"]["uuid"]}  # fmt: skip
    assert wanted.items() <= volume.items()
    assert not volume.keys() & {"primaryStorageUuid", "installPath", "vmInstanceUuid", "deviceId", "flattened"}
    assert free(cloud) == before and cloud.rows("/volumes", "type=Data") == [volume]


def test_volume_on_a_storage(cloud, lab, fails):
    """manners 5.4: a volume made on a primary storage takes room there; without room it is not made (PS.1000)."""
    before = free(cloud)
    volume = make(cloud, lab, primaryStorageUuid=lab["storage"]["uuid"])
    assert volume["status"] == "Ready" and volume["installPath"].startswith(lab["storage"]["mountPath"])
    assert free(cloud) == before - 20 * GIB
    for _each in range(3):
        make(cloud, lab, primaryStorageUuid=lab["storage"]["uuid"])
    fails("PS.1000", make, cloud, lab, primaryStorageUuid=lab["storage"]["uuid"])
    assert len(cloud.rows("/volumes", "type=Data")) == 4


def test_volume_on_a_local_storage(cloud, lab, fails):
    """manners 5.4, local: the host must be told by a system tag."""
    home = lab["cluster"]["uuid"]
    cloud.control("POST", "seed", {"primaryStorages": [{"zoneUuid": lab["cluster"]["zoneUuid"], "name": "local",
                                                        "clusterUuids": [home]}]})  # fmt: skip
    storage = cloud.rows("/primary-storage", "name=local")[0]["uuid"]
    fails("SYS.1007", make, cloud, lab, primaryStorageUuid=storage)
    tags = {"systemTags": [f"localStorage::hostUuid::{lab['host']['uuid']}"]}
    params = {"name": "l", "diskOfferingUuid": lab["offering"]["uuid"], "primaryStorageUuid": storage}
    volume = cloud.create("/volumes/data", tags, **params)
    assert cloud.rows("/primary-storage/local-storage/resource-refs", f"resourceUuid={volume['uuid']}")[0][
        "hostUuid"] == lab["host"]["uuid"]  # fmt: skip


def test_sizes(cloud, lab, fails, new_uuid):
    """manners 7: in 5.2 a size may stand in for the offering; a disabled offering is refused."""
    fails("SYS.1007", cloud.create, "/volumes/data", name="x")
    fails("SYS.1003", cloud.create, "/volumes/data", name="x", diskOfferingUuid=new_uuid())
    if not cloud.old:
        assert cloud.create("/volumes/data", name="x", diskSize=GIB)["size"] == GIB
    cloud.act(f"/disk-offerings/{lab['offering']['uuid']}", "changeDiskOfferingState", stateEvent="disable")
    fails("SYS.1006", make, cloud, lab)


def test_attachment(cloud, lab, fails):
    """manners 5, common: attach and detach cannot be repeated; the first attachment instantiates a volume."""
    volume, before = make(cloud, lab), free(cloud)
    fails("SYS.1006", detach, cloud, volume)
    attached = attach(cloud, volume, lab["vm"])
    assert (attached["vmInstanceUuid"], attached["deviceId"], attached["status"]) == (lab["vm"]["uuid"], 1, "Ready")
    assert attached["primaryStorageUuid"] == lab["storage"]["uuid"] and free(cloud) == before - 20 * GIB
    fails("SYS.1006", attach, cloud, volume, lab["vm"])
    assert len(cloud.rows("/vm-instances", f"allVolumes.uuid={volume['uuid']}")[0]["allVolumes"]) == 2
    fails("SYS.1006", detach, cloud, volume, f"?vmUuid={lab['cluster']['uuid']}")
    detached = detach(cloud, volume)
    assert not detached.keys() & {"vmInstanceUuid", "deviceId"}
    assert detached.get("lastVmInstanceUuid") == (None if cloud.old else lab["vm"]["uuid"])


def test_volumes_that_cannot_be_attached(cloud, lab, fails):
    """manners 5.11: root, disabled and deleted volumes, a VM in the wrong state (VM.1010), a storage out of reach."""
    root = {"uuid": lab["vm"]["rootVolumeUuid"]}
    fails("SYS.1006", attach, cloud, root, lab["vm"])
    fails("SYS.1006", detach, cloud, root)
    volume = make(cloud, lab)
    path = f"/volumes/{volume['uuid']}"
    assert cloud.act(path, "changeVolumeState", stateEvent="disable")["state"] == "Disabled"
    fails("SYS.1006", attach, cloud, volume, lab["vm"])
    cloud.act(path, "changeVolumeState", stateEvent="enable")
    cloud.act(f"/vm-instances/{lab['vm']['uuid']}", "pauseVmInstance")
    fails("VM.1010", attach, cloud, volume, lab["vm"])
    cloud.act(f"/vm-instances/{lab['vm']['uuid']}", "resumeVmInstance")
    far = cloud.cluster({"uuid": lab["cluster"]["zoneUuid"]}, "far")
    cloud.control("POST", "seed", {"primaryStorages": [{"zoneUuid": lab["cluster"]["zoneUuid"], "type": "NFS",
                                                        "name": "far", "totalCapacity": 100 * GIB,
                                                        "clusterUuids": [far["uuid"]]}]})  # fmt: skip
    out = make(cloud, lab, primaryStorageUuid=cloud.rows("/primary-storage", "name=far")[0]["uuid"])
    fails("SYS.1006", attach, cloud, out, lab["vm"])


def test_candidates(cloud, lab):
    """manners 5.11: candidates are what an attachment would accept."""
    volume = make(cloud, lab)
    there = f"/volumes/{volume['uuid']}/candidate-vm-instances"
    here = f"/vm-instances/{lab['vm']['uuid']}/data-volume-candidates"
    assert [vm["uuid"] for vm in cloud.sync("GET", there)["inventories"]] == [lab["vm"]["uuid"]]
    assert cloud.sync("GET", here)["inventories"] == [volume]
    attach(cloud, volume, lab["vm"])
    assert cloud.sync("GET", there)["inventories"] == cloud.sync("GET", here)["inventories"] == []


def test_deletion(cloud, lab, fails, new_uuid):
    """manners 5.4: an instantiated volume is Deleted first, recovered or expunged then; expunging frees the room."""
    volume, before = make(cloud, lab), free(cloud)
    path = f"/volumes/{volume['uuid']}"
    attach(cloud, volume, lab["vm"])
    fails("SYS.1006", cloud.act, path, "expungeDataVolume")
    fails("SYS.1006", cloud.act, path, "recoverDataVolume")
    cloud.job("DELETE", path)
    gone = read(cloud, volume)
    assert gone["status"] == "Deleted" and "vmInstanceUuid" not in gone
    fails("SYS.1006", cloud.job, "DELETE", path)
    assert cloud.act(path, "recoverDataVolume")["status"] == "Ready"
    cloud.job("DELETE", path)
    cloud.act(path, "expungeDataVolume")
    assert cloud.rows("/volumes", "type=Data") == [] and free(cloud) == before
    cloud.job("DELETE", f"/volumes/{new_uuid()}")
    fails("SYS.1006", cloud.job, "DELETE", f"/volumes/{lab['vm']['rootVolumeUuid']}")


def test_deletion_of_a_volume_that_lies_nowhere(cloud, lab):
    """manners 5.4: a volume that was never instantiated goes at once."""
    volume = make(cloud, lab)
    cloud.job("DELETE", f"/volumes/{volume['uuid']}")
    assert cloud.rows("/volumes", "type=Data") == []


def test_shareable(cloud, lab):
    """manners B, VolumeInventory: the system tag ephemeral::shareable makes a volume shareable."""
    params = {"name": "s", "diskOfferingUuid": lab["offering"]["uuid"]}
    assert cloud.create("/volumes/data", {"systemTags": ["ephemeral::shareable"]}, **params)["isShareable"] is True


def test_update(cloud, lab):
    """manners 5, common: name and description."""
    volume = make(cloud, lab)
    changed = cloud.act(f"/volumes/{volume['uuid']}", "updateVolume", name="n", description="d")
    assert (changed["name"], changed["description"]) == ("n", "d")


def test_volumes_of_a_deleted_storage(cloud, lab):
    """manners 5.4: a primary storage takes its volumes along, and VMs whose root volume lay there."""
    volume, storage = make(cloud, lab), lab["storage"]["uuid"]
    attach(cloud, volume, lab["vm"])
    cloud.job("DELETE", f"/clusters/{lab['cluster']['uuid']}/primary-storage/{storage}")
    assert cloud.rows("/vm-instances")[0]["state"] == "Stopped"
    cloud.job("DELETE", f"/primary-storage/{storage}")
    assert cloud.rows("/volumes") == cloud.rows("/vm-instances") == []


# -- snapshots --------------------------------------------------------------------------------------------------


def snap(cloud, volume, name):
    return cloud.create(f"/volumes/{volume['uuid']}/volume-snapshots", name=name)


@pytest.fixture
def chain(cloud, lab):
    """The VM's root volume with the snapshots a, b and c, each the child of the one before."""
    root = {"uuid": lab["vm"]["rootVolumeUuid"]}
    return [snap(cloud, root, name) for name in "abc"]


def test_snapshot(cloud, lab):
    """manners B, VolumeSnapshotInventory: a snapshot takes the room its volume uses, on the same storage."""
    before = free(cloud)
    row = snap(cloud, {"uuid": lab["vm"]["rootVolumeUuid"]}, "a")
    wanted = {"name": "a", "volumeUuid": lab["vm"]["rootVolumeUuid"], "volumeType": "Root", "latest": True,
              "status": "Ready", "state": "Enabled", "primaryStorageUuid": lab["storage"]["uuid"], "size": GIB,
              "format": "qcow2", "backupStorageRefs": []}  # fmt: skip
    assert wanted.items() <= row.items() and "parentUuid" not in row
    assert free(cloud) == before - GIB
    assert cloud.rows("/volume-snapshots", "volume.type=Root", "primaryStorage.type=NFS") == [row]
    assert cloud.act(f"/volume-snapshots/{row['uuid']}", "updateVolumeSnapshot", name="x")["name"] == "x"


def test_snapshot_tree(cloud, chain):
    """manners B, VolumeSnapshotTreeInventory: snapshots form a tree, the last one is the latest."""
    a, b, c = (row["uuid"] for row in chain)
    rows = {row["uuid"]: row for row in cloud.rows("/volume-snapshots")}
    assert [rows[uuid].get("parentUuid") for uuid in (a, b, c)] == [None, a, b]
    assert [rows[uuid]["latest"] for uuid in (a, b, c)] == [False, False, True]
    tree = cloud.rows("/volume-snapshots/trees")[0]
    assert tree["current"] is True and tree["tree"]["inventory"]["uuid"] == a
    assert tree["tree"]["children"][0]["children"][0] == {"inventory": rows[c], "parentUuid": b, "children": []}


def test_snapshot_deletion(cloud, lab, chain):
    """manners 5.4: a snapshot goes with its descendants; its parent is the latest then; the last takes the tree."""
    a, b, _c = (f"/volume-snapshots/{row['uuid']}" for row in chain)
    before = free(cloud)
    cloud.job("DELETE", b)
    left = cloud.rows("/volume-snapshots")
    assert [(row["name"], row["latest"]) for row in left] == [("a", True)] and free(cloud) == before + 2 * GIB
    for _again in range(2):
        cloud.job("DELETE", a)
    assert cloud.rows("/volume-snapshots") == cloud.rows("/volume-snapshots/trees") == []


def test_revert(cloud, lab, chain, fails):
    """manners 5.11: a volume is reverted while its VM is stopped; the snapshot is the latest one then."""
    path = f"/volume-snapshots/{chain[0]['uuid']}"
    fails("SYS.1006", cloud.act, path, "revertVolumeFromSnapshot")
    cloud.act(f"/vm-instances/{lab['vm']['uuid']}", "stopVmInstance")
    cloud.act(path, "revertVolumeFromSnapshot")
    assert cloud.names("/volume-snapshots", "latest=true") == ["a"]
    branch = snap(cloud, {"uuid": lab["vm"]["rootVolumeUuid"]}, "d")
    assert branch["parentUuid"] == chain[0]["uuid"]


def test_impossible_snapshots(cloud, lab, fails):
    """manners 5.4: volumes that are not Ready or Disabled have no snapshots; without room none is made."""
    volume = make(cloud, lab)
    fails("SYS.1006", snap, cloud, volume, "x")
    attach(cloud, volume, lab["vm"])
    cloud.act(f"/volumes/{volume['uuid']}", "changeVolumeState", stateEvent="disable")
    fails("SYS.1006", snap, cloud, volume, "x")
    for _each in range(3):
        make(cloud, lab, primaryStorageUuid=lab["storage"]["uuid"])
    root = {"uuid": lab["vm"]["rootVolumeUuid"]}
    while free(cloud) >= GIB:
        snap(cloud, root, "fill")
    count = len(cloud.rows("/volume-snapshots"))
    fails("PS.1000", snap, cloud, root, "x")
    assert len(cloud.rows("/volume-snapshots")) == count and len(cloud.rows("/volume-snapshots", "latest=true")) == 1


def test_snapshots_go_with_their_volume(cloud, lab):
    """manners 5.4: an expunged volume takes its snapshots along, and gives all room back."""
    volume, before = make(cloud, lab), free(cloud)
    attach(cloud, volume, lab["vm"])
    snap(cloud, volume, "a")
    cloud.job("DELETE", f"/volumes/{volume['uuid']}")
    cloud.act(f"/volumes/{volume['uuid']}", "expungeDataVolume")
    assert cloud.rows("/volume-snapshots") == cloud.rows("/volume-snapshots/trees") == [] and free(cloud) == before
