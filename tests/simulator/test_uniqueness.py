# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One uuid, one object: chosen uuids that exist, that are free again, and that several ask for at once."""

from __future__ import annotations

import threading
import time
import uuid

import pytest

NAMESPACE = uuid.UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
LAB = {
    "instanceOfferings": [{"name": "small"}], "diskOfferings": [{"name": "disk"}], "zones": [{
        "name": "lab", "backupStorages": [{"name": "images", "images": [{"name": "centos"}]}],
        "clusters": [{"name": "compute", "primaryStorages": [{"name": "local"}], "hosts": [{"name": "kvm"}],
                      "l2Networks": [{"name": "l2", "l3Networks": [{"name": "l3", "ipRanges": [{}]}]}]}],
    }],
}  # fmt: skip


@pytest.fixture
def lab(cloud):
    """A cloud with one of everything; ``lab.creation(kind, ...)`` is the path and the parameters to make another."""
    cloud.control("POST", "seed", LAB)
    if cloud.old:
        cloud.control("POST", "seed", {"baremetalPxeServers": [{}]})
    else:
        metal = {"name": "metal", "hypervisorType": "baremetal", "type": "baremetal", "baremetalPxeServers": [{}]}
        cloud.control("POST", "seed", {"zones": [{"name": "metal", "clusters": [metal]}]})

    def one(path, *conditions):
        return cloud.rows(path, *conditions)[0]["uuid"]

    def creation(kind):
        zone = one("/zones", "name=lab")
        return {
            "zone": lambda: ("/zones", {}),
            "cluster": lambda: ("/clusters", {"zoneUuid": zone, "hypervisorType": "KVM"}),
            "host": lambda: ("/hosts/kvm", {"clusterUuid": one("/clusters", "name=compute"), "username": "root",
                                            "password": "x", "managementIp": f"10.7.0.{next(cloud.counter)}"}),
            "local": lambda: ("/primary-storage/local-storage", {"zoneUuid": zone, "url": "/ps"}),
            "nfs": lambda: ("/primary-storage/nfs", {"zoneUuid": zone, "url": f"10.7.1.1:/{next(cloud.counter)}"}),
            "ceph": lambda: ("/primary-storage/ceph", {"zoneUuid": zone,
                                                       "monUrls": [f"root:pw@10.7.2.{next(cloud.counter)}"]}),
            "imagestore": lambda: ("/backup-storage/image-store", {
                "hostname": f"10.7.3.{next(cloud.counter)}", "username": "root", "password": "x", "url": "/bs"}),
            "ceph bs": lambda: ("/backup-storage/ceph", {"monUrls": [f"root:pw@10.7.4.{next(cloud.counter)}"]}),
            "image": lambda: ("/images", {"url": "http://x/y", "format": "qcow2",
                                          "backupStorageUuids": [one("/backup-storage")]}),
            "volume": lambda: ("/volumes/data", {"diskOfferingUuid": one("/disk-offerings")}),
            "vm": lambda: ("/vm-instances", {
                "instanceOfferingUuid": one("/instance-offerings"), "imageUuid": one("/images", "name=centos"),
                "l3NetworkUuids": [one("/l3-networks", "name=l3")]}),
            "l2": lambda: ("/l2-networks/no-vlan", {"zoneUuid": zone, "physicalInterface": "eth9"}),
            "offering": lambda: ("/instance-offerings", {"cpuNum": 1, "memorySize": 1 << 30}),
            "pci offering": lambda: ("/pci-device/pci-device-offerings", {"vendorId": "10de", "deviceId": "1eb8"}),
            "chassis": lambda: ("/baremetal/chassis", {
                "ipmiAddress": f"10.7.5.{next(cloud.counter)}", "ipmiUsername": "root", "ipmiPassword": "x",
                **({} if cloud.old else {"clusterUuid": one("/clusters", "name=metal")})}),
        }[kind]()  # fmt: skip

    cloud.counter = iter(range(1, 250))
    cloud.creation = creation
    return cloud


HARD = ("zone", "cluster", "host", "local", "nfs", "ceph", "imagestore", "ceph bs", "l2", "pci offering", "chassis")
KINDS = (*HARD, "image", "volume", "vm", "offering")


def make(cloud, kind, **more):
    path, params = cloud.creation(kind)
    return cloud.create(path, **{"name": kind, **params, **more})


def store(cloud):
    """All that can be queried of the kinds here, with their tags."""
    paths = ("/zones", "/clusters", "/hosts", "/primary-storage", "/primary-storage/ceph", "/backup-storage",
             "/backup-storage/ceph", "/images", "/volumes", "/vm-instances", "/vm-instances/nics", "/l2-networks",
             "/instance-offerings", "/pci-device/pci-device-offerings", "/baremetal/chassis", "/user-tags",
             "/system-tags", "/primary-storage/ceph/pools", "/primary-storage/local-storage/resource-refs")  # fmt: skip
    return {path: sorted(cloud.rows(path), key=str) for path in paths}


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_one_fails_and_touches_nothing(lab, fails, kind):
    """manners E18: a creation under a uuid that exists is SYS.1000 where the row is written, and leaves no trace."""
    chosen = uuid.uuid5(NAMESPACE, kind).hex
    assert make(lab, kind, resourceUuid=chosen)["uuid"] == chosen
    before = store(lab)
    path, params = lab.creation(kind)
    body = {"params": {**params, "name": "thief", "resourceUuid": chosen}, "userTags": ["stolen"]}
    fails("SYS.1000", lab.job, "POST", path, body)
    # Nor does one of another kind.
    fails("SYS.1000", make, lab, "zone" if kind != "zone" else "cluster", resourceUuid=chosen)
    assert store(lab) == before


@pytest.mark.parametrize("kind", ["host", "ceph", "imagestore", "ceph bs", "vm"])
def test_a_failed_flow_frees_the_uuid(lab, kind):
    """manners E18 and 5.3 to 5.6: the row of what failed to connect or to start is gone, and with it the uuid."""
    chosen, path_and_params = uuid.uuid5(NAMESPACE, kind).hex, lab.creation(kind)
    lab.control("POST", "seed", {"machines": {"10.7.*": {"reachable": False}}})
    home = f"/hosts/{lab.rows('/hosts')[0]['uuid']}"
    lab.act(home, "changeHostState", stateEvent="disable")
    job = lab.submit(
        "POST", path_and_params[0], {"params": {"name": kind, **path_and_params[1], "resourceUuid": chosen}}
    )
    with pytest.raises(Exception, match="SYS"):
        lab.wait(job)
    lab.control("POST", "seed", {"machines": {"10.7.*": {}}})
    lab.act(home, "changeHostState", stateEvent="enable")
    assert make(lab, kind, resourceUuid=chosen)["uuid"] == chosen


DELETIONS = {
    "zone": "/zones/{}", "cluster": "/clusters/{}", "host": "/hosts/{}", "local": "/primary-storage/{}",
    "nfs": "/primary-storage/{}", "ceph": "/primary-storage/{}", "imagestore": "/backup-storage/{}",
    "ceph bs": "/backup-storage/{}", "l2": "/l2-networks/{}", "pci offering": "/pci-device/pci-device-offerings/{}",
    "chassis": "/baremetal/chassis/{}", "image": "/images/{}", "volume": "/volumes/{}", "vm": "/vm-instances/{}",
    "offering": "/instance-offerings/{}",
}  # fmt: skip


def delete(cloud, kind, chosen):
    method = "POST" if cloud.old and kind == "pci offering" else "DELETE"
    cloud.job(method, DELETIONS[kind].format(chosen))


@pytest.mark.parametrize("kind", HARD)
def test_a_deletion_frees_the_uuid(lab, kind):
    """manners E18: a hard deletion ends with the row, so the uuid is free."""
    chosen = uuid.uuid5(NAMESPACE, kind).hex
    for _again in range(2):
        make(lab, kind, resourceUuid=chosen)
        delete(lab, kind, chosen)
    assert make(lab, kind, resourceUuid=chosen)["uuid"] == chosen


@pytest.mark.parametrize(("kind", "path", "action"), [
    ("vm", "/vm-instances/{}", "expungeVmInstance"), ("image", "/images/{}", "expungeImage"),
    ("volume", "/volumes/{}", "expungeDataVolume"),
])  # fmt: skip
def test_the_recycle_bin_keeps_the_uuid(lab, fails, new_uuid, kind, path, action):
    """manners E18: VMs, volumes and images keep their uuid until they are expunged."""
    chosen, more = new_uuid(), {}
    if kind == "volume":
        host, ps = lab.rows("/hosts")[0]["uuid"], lab.rows("/primary-storage")[0]["uuid"]
        more = {"primaryStorageUuid": ps, "systemTags": [f"localStorage::hostUuid::{host}"]}
    make(lab, kind, resourceUuid=chosen, **more)
    delete(lab, kind, chosen)
    fails("SYS.1000", make, lab, kind, resourceUuid=chosen, **more)
    lab.act(path.format(chosen), action)
    assert make(lab, kind, resourceUuid=chosen, **more)["uuid"] == chosen


def test_deleted_offerings_keep_their_uuid(lab, fails, new_uuid):
    """manners E18: a dead row stays behind an offering; nothing else shows it."""
    chosen = new_uuid()
    make(lab, "offering", resourceUuid=chosen)
    delete(lab, "offering", chosen)
    assert lab.rows("/instance-offerings", f"uuid={chosen}") == []
    fails("SYS.1000", make, lab, "offering", resourceUuid=chosen)
    fails("SYS.1003", lab.create, "/user-tags", resourceType="InstanceOfferingVO", resourceUuid=chosen, tag="x")


@pytest.mark.parametrize("version", [1, 3, 4, 5])
def test_computed_uuids(cloud, version):
    """manners 6 and E18: every version of a uuid is as good as another, as long as it is one, in lower case."""
    chosen = {1: uuid.uuid1, 3: lambda: uuid.uuid3(NAMESPACE, "x"), 4: uuid.uuid4,
              5: lambda: uuid.uuid5(NAMESPACE, "x")}[version]().hex  # fmt: skip
    assert cloud.zone(resourceUuid=chosen)["uuid"] == chosen


@pytest.mark.parametrize(
    "bad",
    [
        "6BA7B8109DAD41D180B400C04FD430C8",
        "6ba7b8109dad61d180b400c04fd430c8",
        "6ba7b8109dad41d1c0b400c04fd430c8",
        "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
        "x",
    ],
)
def test_what_is_no_uuid(cloud, fails, bad):
    """manners 6 and E18: another version, variant, case or form is refused before anything is written."""
    fails("SYS.1007", cloud.zone, resourceUuid=bad)


# -- at once ----------------------------------------------------------------------------------------------------------


def together(count, function):
    """What `count` threads got or raised, all let go at the same moment."""
    gate, got = threading.Barrier(count), [None] * count

    def run(index):
        gate.wait(10)
        try:
            got[index] = function(index)
        except Exception as problem:
            got[index] = problem

    threads = [threading.Thread(target=run, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return got


def hands(cloud, count):
    """Several clients of the same node, each with connections of its own."""
    made = []
    for _index in range(count):
        hand = type(cloud)(cloud.base, cloud.profile)
        hand.session = cloud.session
        made.append(hand)
    return made


@pytest.mark.parametrize("latency", [0, 0.1])
@pytest.mark.parametrize("kind", KINDS)
def test_one_uuid_at_once(lab, kind, latency):
    """manners E18: of creations under one uuid that run at the same time one succeeds, the others are SYS.1000."""
    chosen, count = uuid.uuid5(NAMESPACE, kind).hex, 4
    requests = [lab.creation(kind) for _each in range(count)]
    lab.control("PUT", "latency", {"mode": "seconds", "value": latency})
    clients = hands(lab, count)

    def run(index):
        path, params = requests[index]
        return clients[index].create(path, **{"name": f"{kind}-{index}", **params, "resourceUuid": chosen})

    got = together(count, run)
    made = [each for each in got if isinstance(each, dict)]
    assert [each["uuid"] for each in made] == [chosen], got
    assert [each.codes for each in got if not isinstance(each, dict)] == [["SYS.1000"]] * (count - 1)
    path = DELETIONS[kind].removesuffix("/{}")
    [shown] = lab.rows(path, f"uuid={chosen}")
    assert shown["name"] == made[0]["name"]


@pytest.mark.parametrize("same_uuid", [False, True])
@pytest.mark.parametrize("latency", [0, 0.1])
def test_one_address_at_once(lab, latency, same_uuid, new_uuid):
    """manners E18: a host's address is looked at first: SYS.1007, also when the uuid is taken too."""
    home, uuids = lab.rows("/clusters", "name=compute")[0], [new_uuid() for _each in range(4)]
    lab.control("PUT", "latency", {"mode": "seconds", "value": latency})
    clients = hands(lab, 4)
    got = together(4, lambda index: clients[index].host(
        home, "10.5.0.1", resourceUuid=uuids[0 if same_uuid else index]))  # fmt: skip
    [made] = [each for each in got if isinstance(each, dict)]
    assert [each.codes for each in got if not isinstance(each, dict)] == [["SYS.1007"]] * 3
    assert [row["uuid"] for row in lab.rows("/hosts", "managementIp=10.5.0.1")] == [made["uuid"]]
    assert made["status"] == "Connected"


def test_jobs_run_side_by_side(lab):
    """manners 1.8 and 5: jobs do not wait for one another; a zone's row comes when it is made, a host's at once."""
    lab.control("PUT", "latency", {"mode": "seconds", "value": 0.5})
    home, began = lab.rows("/clusters", "name=compute")[0]["uuid"], time.monotonic()
    zones = [lab.submit("POST", "/zones", {"params": {"name": f"z{index}"}}) for index in range(2)]
    host = {"name": "h", "managementIp": "10.5.0.1", "username": "root", "password": "x", "clusterUuid": home}
    store = {"name": "s", "url": "/s", "zoneUuid": lab.rows("/zones", "name=lab")[0]["uuid"]}
    jobs = [*zones, lab.submit("POST", "/hosts/kvm", {"params": host}),
            lab.submit("POST", "/primary-storage/local-storage", {"params": store})]  # fmt: skip
    assert [lab.poll(job).status_code for job in jobs] == [202] * 4
    assert lab.rows("/zones", "name~=z_") == []
    assert [row["status"] for row in lab.rows("/hosts", "name=h")] == ["Connecting"]
    assert [row["status"] for row in lab.rows("/primary-storage", "name=s")] == ["Connecting"]
    for job in jobs:
        lab.wait(job)
    assert 0.5 <= time.monotonic() - began < 1.5, "one after the other they would take four times as long"
    assert len(lab.rows("/zones", "name~=z_")) == 2
