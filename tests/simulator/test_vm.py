# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""VM instances: creation, life, hosts, NICs, ISOs, flattening and fault tolerance."""

from __future__ import annotations

import pytest

GIB = 1 << 30


class Lab:
    """A zone with a cluster of two hosts, an NFS storage, an image store with an image and an ISO, and a network."""

    def __init__(self, cloud, storage="NFS", hosts=2):
        self.cloud = cloud
        cloud.control("POST", "seed", {
            "instanceOfferings": [{"cpuNum": 2, "memorySize": 4 * GIB}], "diskOfferings": [{"diskSize": 20 * GIB}],
            "zones": [{
                "backupStorages": [{"images": [{"name": "image"}, {"name": "iso", "mediaType": "ISO"}]}],
                "clusters": [{
                    "l2Networks": [{"l3Networks": [{"name": "l3", "ipRanges": [{"networkCidr": "10.0.0.0/24"}]}]}],
                    "hosts": [{"n": hosts}], "primaryStorages": [{"type": storage}],
                }],
            }],
        })  # fmt: skip
        for name, path in (("zone", "/zones"), ("cluster", "/clusters"), ("l3", "/l3-networks"),
                           ("storage", "/primary-storage"), ("offering", "/instance-offerings"),
                           ("disk", "/disk-offerings"), ("l2", "/l2-networks")):  # fmt: skip
            setattr(self, name, cloud.rows(path)[0])
        self.image, self.iso = (cloud.rows("/images", f"name={name}")[0] for name in ("image", "iso"))
        self.params = {"name": "vm", "instanceOfferingUuid": self.offering["uuid"], "imageUuid": self.image["uuid"],
                       "l3NetworkUuids": [self.l3["uuid"]]}  # fmt: skip

    def request(self, **params):
        return {"params": {name: value for name, value in {**self.params, **params}.items() if value is not None}}

    def vm(self, **params):
        return self.cloud.job("POST", "/vm-instances", self.request(**params))["inventory"]

    def act(self, vm, action, **params):
        return self.cloud.act(f"/vm-instances/{vm['uuid']}", action, **params)

    def read(self, vm):
        return self.cloud.rows(f"/vm-instances/{vm['uuid']}")[0]

    def hosts(self):
        return self.cloud.rows("/hosts", sort="+managementIp")

    def host(self, uuid):
        return self.cloud.rows(f"/hosts/{uuid}")[0]

    def destroy(self, vm):
        return self.cloud.job("DELETE", f"/vm-instances/{vm['uuid']}")

    def slowly(self, method, path, body=None):
        """Submits a call whose steps wait for a poll each; returns the job."""
        self.cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
        job = self.cloud.submit(method, path, body)
        self.cloud.control("PUT", "latency", {"mode": "immediate"})
        return job

    def used(self):
        """CPU and memory in use on each host."""
        return [(row["totalCpuCapacity"] - row["availableCpuCapacity"],
                 row["totalMemoryCapacity"] - row["availableMemoryCapacity"]) for row in self.hosts()]  # fmt: skip


@pytest.fixture
def lab(cloud):
    return Lab(cloud)


# -- creation ---------------------------------------------------------------------------------------------------


def test_new_vm(cloud, lab):
    """manners B, VmInstanceInventory: a new VM runs, with its root volume, NIC and (5.2) CD-ROM."""
    vm = lab.vm(description="d")
    host = lab.host(vm["hostUuid"])
    wanted = {
        "name": "vm", "description": "d", "state": "Running", "type": "UserVm", "hypervisorType": "KVM", "cpuNum": 2,
        "memorySize": 4 * GIB, "platform": "Linux", "zoneUuid": lab.zone["uuid"], "clusterUuid": lab.cluster["uuid"],
        "imageUuid": lab.image["uuid"], "instanceOfferingUuid": lab.offering["uuid"], "lastHostUuid": host["uuid"],
        "defaultL3NetworkUuid": lab.l3["uuid"], "allocatorStrategy": "LastHostPreferredAllocatorStrategy",
    }  # fmt: skip
    assert wanted.items() <= vm.items()
    assert not vm.keys() & {"spec", "ftPrimaryUuid", "status", "primaryVmInstanceUuid"}
    (root,), (nic,) = vm["allVolumes"], vm["vmNics"]
    assert (root["uuid"], root["type"], root["deviceId"], root["status"]) == (vm["rootVolumeUuid"], "Root", 0, "Ready")
    assert (root["size"], root["rootImageUuid"]) == (lab.image["size"], lab.image["uuid"])
    assert root["primaryStorageUuid"] == lab.storage["uuid"] and "internalName" not in nic if cloud.old else True
    assert (nic["ip"], nic["netmask"], nic["gateway"]) == ("10.0.0.2", "255.255.255.0", "10.0.0.1")
    assert ("vmCdRoms" in vm, "usedIps" in nic) == (not cloud.old, not cloud.old)
    if not cloud.old:
        assert [used["ip"] for used in nic["usedIps"]] == ["10.0.0.2"] and "isoUuid" not in vm["vmCdRoms"][0]
    assert host["totalCpuCapacity"] - host["availableCpuCapacity"] == 2
    assert host["totalMemoryCapacity"] - host["availableMemoryCapacity"] == 4 * GIB


def test_what_a_vm_takes_on_its_storage(cloud, lab):
    """manners 5.4: the root volume, data volumes and the image's cache take room on the primary storage."""
    lab.vm(dataDiskOfferingUuids=[lab.disk["uuid"]])
    left = cloud.rows("/primary-storage")[0]["availableCapacity"]
    assert lab.storage["availableCapacity"] - left == (10 + 1 + 20) * GIB
    lab.vm(name="second")
    assert left - cloud.rows("/primary-storage")[0]["availableCapacity"] == 10 * GIB
    assert [row["deviceId"] for row in cloud.rows("/volumes", "vmInstance.name=vm", sort="+deviceId")] == [0, 1]


def test_vm_while_it_is_made(cloud, lab):
    """manners 5.11: a VM is visible, Starting, while the job runs."""
    job = lab.slowly("POST", "/vm-instances", lab.request())
    assert [row["state"] for row in cloud.rows("/vm-instances")] == ["Starting"]
    assert cloud.wait(job)["inventory"]["state"] == "Running"


@pytest.mark.parametrize("wrong", [
    {"imageUuid": None}, {"name": None}, {"strategy": "Later"}, {"name": "x" * 256}, {"type": "Pet"},
    {"instanceOfferingUuid": None},
])  # fmt: skip
def test_missing_and_bad_fields(lab, fails, wrong):
    """manners 4: missing mandatory fields and bad choices are SYS.1007."""
    fails("SYS.1007", lab.vm, **wrong)


@pytest.mark.parametrize("name", ["instanceOfferingUuid", "imageUuid", "zoneUuid", "clusterUuid", "hostUuid",
                                  "rootDiskOfferingUuid", "primaryStorageUuidForRootVolume"])  # fmt: skip
def test_unknown_references(lab, fails, new_uuid, name):
    """manners 4: uuids of what does not exist are SYS.1003."""
    fails("SYS.1003", lab.vm, **{name: new_uuid()})


def test_unfit_parts(cloud, lab, fails):
    """manners 5.11: disabled offerings, images and networks are SYS.1006; networks that do not go together SYS.1007."""
    for path, action in ((f"/instance-offerings/{lab.offering['uuid']}", "changeInstanceOfferingState"),
                         (f"/images/{lab.image['uuid']}", "changeImageState"),
                         (f"/l3-networks/{lab.l3['uuid']}", "changeL3NetworkState"),
                         (f"/zones/{lab.zone['uuid']}", "changeZoneState")):  # fmt: skip
        cloud.act(path, action, stateEvent="disable")
        fails("SYS.1006", lab.vm, zoneUuid=lab.zone["uuid"])
        cloud.act(path, action, stateEvent="enable")
    cloud.job("DELETE", f"/images/{lab.image['uuid']}")
    fails("SYS.1006", lab.vm)
    cloud.act(f"/images/{lab.image['uuid']}", "recoverImage")
    other = cloud.create("/l3-networks", name="other", l2NetworkUuid=lab.l2["uuid"])
    fails("SYS.1006", lab.vm, l3NetworkUuids=[other["uuid"]])
    cloud.create(f"/l3-networks/{other['uuid']}/ip-ranges/by-cidr", name="r", networkCidr="10.0.1.0/24")
    fails("SYS.1007", lab.vm, l3NetworkUuids=[lab.l3["uuid"]] * 2)
    fails("SYS.1007", lab.vm, l3NetworkUuids=[lab.l3["uuid"], other["uuid"]])
    fails("SYS.1007", lab.vm, defaultL3NetworkUuid=other["uuid"])
    fails("SYS.1007", lab.vm, imageUuid=lab.iso["uuid"])
    vm = lab.vm(l3NetworkUuids=[lab.l3["uuid"], other["uuid"]], defaultL3NetworkUuid=other["uuid"])
    assert sorted(nic["deviceId"] for nic in vm["vmNics"]) == [0, 1]


@pytest.mark.parametrize("hinder", ["disabled", "unreachable", "full", "network", "backup storage", "storage"])
def test_no_host(cloud, lab, fails, hinder):
    """manners 5.11: without a host that is Enabled, Connected, large enough and within reach nothing is left behind."""
    codes, params = ["SYS.1006", "HOST_ALLOCATION.1001"], {}
    there = f"clusters/{lab.cluster['uuid']}"
    if hinder == "disabled":
        cloud.act(f"/{there}", "changeClusterState", stateEvent="disable")
    elif hinder == "unreachable":
        for row in lab.hosts():
            cloud.control("POST", "seed", {"machines": {row["managementIp"]: {"reachable": False}}})
            fails(["HOST.1002", "SYS.1006"], cloud.act, f"/hosts/{row['uuid']}", "reconnectHost")
    elif hinder == "full":
        big = cloud.create("/instance-offerings", name="big", cpuNum=1, memorySize=1 << 50)
        params = {"instanceOfferingUuid": big["uuid"]}
    elif hinder == "network":
        cloud.job("DELETE", f"/l2-networks/{lab.l2['uuid']}/{there}")
    elif hinder == "backup storage":
        store = lab.image["backupStorageRefs"][0]["backupStorageUuid"]
        cloud.job("DELETE", f"/zones/{lab.zone['uuid']}/backup-storage/{store}")
    else:
        cloud.job("DELETE", f"/{there}/primary-storage/{lab.storage['uuid']}")
        codes = ["SYS.1006", "PS.1000"]
    fails(codes, lab.vm, **params)
    for path in ("/vm-instances", "/volumes", "/vm-instances/nics"):
        assert cloud.rows(path) == []
    assert lab.used() == [(0, 0), (0, 0)]


def test_chosen_host(cloud, lab, fails):
    """manners 5.11: a VM goes to the host that is asked for, else where most memory is free."""
    first, second = lab.hosts()
    assert lab.vm(hostUuid=second["uuid"])["hostUuid"] == second["uuid"]
    assert lab.vm()["hostUuid"] == first["uuid"]
    assert lab.vm(clusterUuid=lab.cluster["uuid"])["clusterUuid"] == lab.cluster["uuid"]
    cloud.act(f"/hosts/{first['uuid']}", "changeHostState", stateEvent="disable")
    fails("SYS.1006", lab.vm, hostUuid=first["uuid"])
    assert lab.vm()["hostUuid"] == second["uuid"]


def test_static_ip(cloud, lab, fails):
    """manners 5.11: the system tag staticIp::<l3>::<ip> asks for an address."""
    tags = {"systemTags": [f"staticIp::{lab.l3['uuid']}::10.0.0.77"]}
    vm = cloud.job("POST", "/vm-instances", {**lab.request(), **tags})["inventory"]
    assert vm["vmNics"][0]["ip"] == "10.0.0.77"
    assert cloud.names("/vm-instances", "__systemTag__~=staticIp::%") == ["vm"]
    fails(["SYS.1006", "SYS.1006"], cloud.job, "POST", "/vm-instances", {**lab.request(), **tags})
    fails("SYS.1007", cloud.job, "POST", "/vm-instances", {**lab.request(), "systemTags": ["nonsense"]})


def test_created_only(lab):
    """manners 5.11: strategy JustCreate leaves a VM Created, without volumes and NICs until it is started."""
    vm = lab.vm(strategy="JustCreate")
    assert vm["state"] == "Created" and vm["allVolumes"] == vm["vmNics"] == []
    started = lab.act(vm, "startVmInstance")
    assert started["state"] == "Running" and len(started["allVolumes"]) == len(started["vmNics"]) == 1


def test_a_created_vm_goes_at_once(cloud, lab):
    """manners 5.11: a VM that was never started has nothing to recover."""
    lab.destroy(lab.vm(strategy="JustCreate"))
    assert cloud.rows("/vm-instances") == []


def test_vm_from_an_iso(cloud, lab):
    """manners 5.11: from an ISO a VM gets an empty root volume of the offering's size, and the ISO in its drive."""
    vm = lab.vm(imageUuid=lab.iso["uuid"], rootDiskOfferingUuid=lab.disk["uuid"])
    assert (vm["allVolumes"][0]["size"], vm["allVolumes"][0]["actualSize"]) == (20 * GIB, 0)
    if cloud.old:
        assert cloud.names("/vm-instances", f"__systemTag__=iso::{lab.iso['uuid']}::0") == ["vm"]
    else:
        assert [drive["isoUuid"] for drive in vm["vmCdRoms"]] == [lab.iso["uuid"]]


@pytest.mark.profile("5.2")
def test_sizes_without_offerings(lab, fails):
    """manners 7: 5.2 takes cpuNum and memorySize, and sizes of disks, in place of offerings; networks are optional."""
    fails("SYS.1007", lab.vm, instanceOfferingUuid=None, cpuNum=1)
    vm = lab.vm(instanceOfferingUuid=None, cpuNum=1, memorySize=GIB, rootDiskSize=30 * GIB, dataDiskSizes=[GIB],
                l3NetworkUuids=None, strategy="CreateStopped")  # fmt: skip
    assert (vm["state"], vm["cpuNum"], vm["memorySize"], vm["vmNics"]) == ("Stopped", 1, GIB, [])
    assert sorted(row["size"] for row in vm["allVolumes"]) == [GIB, 30 * GIB]
    assert "hostUuid" not in vm and vm["lastHostUuid"]


# -- life -------------------------------------------------------------------------------------------------------


LIFE = [("stopVmInstance", "Stopping", "Stopped"), ("startVmInstance", "Starting", "Running"),
        ("rebootVmInstance", "Rebooting", "Running"), ("pauseVmInstance", "Pausing", "Paused"),
        ("resumeVmInstance", "Resuming", "Running")]  # fmt: skip


def test_life(cloud, lab):
    """manners 5.11: the states, and those in between while a job runs; a stopped VM takes nothing of a host."""
    vm = lab.vm()
    for action, through, to in LIFE:
        job = lab.slowly("PUT", f"/vm-instances/{vm['uuid']}/actions", {action: {}})
        assert lab.read(vm)["state"] == through
        assert cloud.wait(job)["inventory"]["state"] == to
        assert sum(cpu for cpu, _memory in lab.used()) == (0 if to == "Stopped" else 2)
        assert ("hostUuid" in lab.read(vm)) == (to != "Stopped")


def test_start_where_it_was(lab):
    """manners 5.11: a VM prefers its last host; another one can be asked for."""
    first, second = lab.hosts()
    vm = lab.vm(hostUuid=second["uuid"])
    lab.act(vm, "stopVmInstance")
    lab.vm(hostUuid=second["uuid"])
    assert lab.act(vm, "startVmInstance")["hostUuid"] == second["uuid"]
    lab.act(vm, "stopVmInstance")
    assert lab.act(vm, "startVmInstance", hostUuid=first["uuid"])["hostUuid"] == first["uuid"]


def test_wrong_states(lab, fails):
    """manners 4: what a VM's state does not allow is VM.1010; only stopping can be repeated."""
    vm = lab.vm()
    for action in ("startVmInstance", "resumeVmInstance", "recoverVmInstance", "expungeVmInstance"):
        fails("VM.1010", lab.act, vm, action)
    for _again in range(2):
        assert lab.act(vm, "stopVmInstance")["state"] == "Stopped"
    for action in ("rebootVmInstance", "pauseVmInstance", "resumeVmInstance"):
        fails("VM.1010", lab.act, vm, action)
    assert lab.read(vm)["state"] == "Stopped"


def test_failed_start(cloud, lab, fails):
    """manners 5.11: a VM that finds no host is Stopped as before."""
    vm = lab.vm()
    lab.act(vm, "stopVmInstance")
    cloud.act(f"/clusters/{lab.cluster['uuid']}", "changeClusterState", stateEvent="disable")
    fails(["SYS.1006", "HOST_ALLOCATION.1001"], lab.act, vm, "startVmInstance")
    assert lab.read(vm)["state"] == "Stopped"


def test_jobs_that_overtake_each_other(cloud, lab, fails):
    """manners 5.11: a VM that lost its host while it was rebooted is Stopped, not Running nowhere."""
    vm = lab.vm()
    reboot = lab.slowly("PUT", f"/vm-instances/{vm['uuid']}/actions", {"rebootVmInstance": {}})
    cloud.job("DELETE", f"/hosts/{vm['hostUuid']}")
    fails("VM.1010", cloud.wait, reboot)
    assert lab.read(vm)["state"] == "Stopped"
    start = lab.slowly("PUT", f"/vm-instances/{vm['uuid']}/actions", {"startVmInstance": {}})
    cloud.job("DELETE", f"/zones/{lab.zone['uuid']}")
    fails(["SYS.1006", "SYS.1003"], cloud.wait, start)
    assert cloud.rows("/vm-instances") == []


def test_destruction(cloud, lab, new_uuid, fails):
    """manners 5.11: a destroyed VM keeps its root volume and NICs, loses data volumes and host; it can come back."""
    vm = lab.vm(dataDiskOfferingUuids=[lab.disk["uuid"]])
    job = lab.slowly("DELETE", f"/vm-instances/{vm['uuid']}")
    assert lab.read(vm)["state"] == "Destroying"
    cloud.wait(job)
    gone = lab.read(vm)
    assert gone["state"] == "Destroyed" and "hostUuid" not in gone and len(gone["vmNics"]) == 1
    assert [row["status"] for row in gone["allVolumes"]] == ["Deleted"]
    assert "vmInstanceUuid" not in cloud.rows("/volumes", "type=Data")[0]
    fails("VM.1010", lab.act, vm, "startVmInstance")
    recovered = lab.act(vm, "recoverVmInstance")
    assert (recovered["state"], recovered["allVolumes"][0]["status"]) == ("Stopped", "Ready")
    assert lab.act(vm, "startVmInstance")["state"] == "Running"
    lab.destroy(vm)
    lab.destroy(vm)
    lab.destroy({"uuid": new_uuid()})


def test_expunging(cloud, lab):
    """manners 5.11: an expunged VM gives back its address and its room; data volumes stay."""
    before = cloud.rows("/primary-storage")[0]["availableCapacity"]
    vm = lab.vm(dataDiskOfferingUuids=[lab.disk["uuid"]])
    lab.destroy(vm)
    job = lab.slowly("PUT", f"/vm-instances/{vm['uuid']}/actions", {"expungeVmInstance": {}})
    assert lab.read(vm)["state"] == "Expunging"
    cloud.wait(job)
    assert cloud.rows("/vm-instances") == cloud.rows("/vm-instances/nics") == []
    assert [row["type"] for row in cloud.rows("/volumes")] == ["Data"]
    assert before - cloud.rows("/primary-storage")[0]["availableCapacity"] == (1 + 20) * GIB
    assert cloud.sync("GET", f"/l3-networks/{lab.l3['uuid']}/ip/free?limit=1")["inventories"][0]["ip"] == "10.0.0.2"


def test_update(lab, fails, new_uuid):
    """manners 5, common: what can change; CPU and memory of a stopped VM only."""
    vm = lab.vm()
    changed = lab.act(vm, "updateVmInstance", name="n", description="d", platform="Windows")
    assert (changed["name"], changed["description"], changed["platform"]) == ("n", "d", "Windows")
    fails("SYS.1006", lab.act, vm, "updateVmInstance", cpuNum=8)
    fails("SYS.1007", lab.act, vm, "updateVmInstance", defaultL3NetworkUuid=new_uuid())
    fails("SYS.1003", lab.act, {"uuid": new_uuid()}, "updateVmInstance", name="n")
    lab.act(vm, "stopVmInstance")
    assert lab.act(vm, "updateVmInstance", cpuNum=8, memorySize=GIB)["cpuNum"] == 8
    lab.act(vm, "startVmInstance")
    assert sorted(lab.used()) == [(0, 0), (8, GIB)]


def test_nested_queries(cloud, lab):
    """manners 3.2: VMs by what belongs to them, and what belongs to them by VMs."""
    vm = lab.vm()
    ip, mac = vm["vmNics"][0]["ip"], vm["vmNics"][0]["mac"]
    for condition in (f"vmNics.ip={ip}", f"vmNics.mac={mac}", "vmNics.l3Network.name=l3", "allVolumes.type=Root",
                      "rootVolume.primaryStorage.type=NFS", "host.cluster.name=cluster", "image.name=image",
                      "instanceOffering.cpuNum=2", "zone.name=zone", "state=Running"):  # fmt: skip
        assert cloud.names("/vm-instances", condition) == ["vm"], condition
    assert len(cloud.rows("/hosts", "vmInstance.name=vm")) == len(cloud.rows("/vm-instances/nics", f"ip={ip}")) == 1
    assert cloud.names("/clusters", f"vmInstance.vmNics.ip={ip}") == ["cluster"]
    assert cloud.names("/l3-networks", "vmNic.vmInstance.name=vm") == ["l3"]


# -- hosts ------------------------------------------------------------------------------------------------------


def test_migration(cloud, lab, fails):
    """manners 5.11: a running VM moves, Migrating meanwhile; not to where it is, nor while it is stopped."""
    first, second = lab.hosts()
    vm = lab.vm(hostUuid=first["uuid"])
    there = cloud.sync("GET", f"/vm-instances/{vm['uuid']}/migration-target-hosts")["inventories"]
    assert [row["uuid"] for row in there] == [second["uuid"]]
    fails("SYS.1007", lab.act, vm, "migrateVm", hostUuid=first["uuid"])
    job = lab.slowly("PUT", f"/vm-instances/{vm['uuid']}/actions", {"migrateVm": {"hostUuid": second["uuid"]}})
    assert lab.read(vm)["state"] == "Migrating"
    assert cloud.wait(job)["inventory"]["hostUuid"] == second["uuid"]
    assert lab.used() == [(0, 0), (2, 4 * GIB)]
    cloud.act(f"/hosts/{first['uuid']}", "changeHostState", stateEvent="disable")
    fails(["SYS.1006", "HOST_ALLOCATION.1001"], lab.act, vm, "migrateVm")
    assert lab.read(vm)["state"] == "Running"
    lab.act(vm, "stopVmInstance")
    fails("VM.1010", lab.act, vm, "migrateVm")


def test_maintenance_moves_vms(cloud, lab):
    """manners 5.3: before maintenance VMs are migrated; they are Migrating, the host PreMaintenance meanwhile."""
    first, second = lab.hosts()
    vm = lab.vm(hostUuid=first["uuid"])
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    path = f"/hosts/{first['uuid']}/actions"
    job = cloud.submit("PUT", path, {"changeHostState": {"stateEvent": "maintain"}})
    cloud.poll(job)
    assert (lab.host(first["uuid"])["state"], lab.read(vm)["state"]) == ("PreMaintenance", "Migrating")
    assert cloud.wait(job)["inventory"]["state"] == "Maintenance"
    moved = lab.read(vm)
    assert (moved["state"], moved["hostUuid"]) == ("Running", second["uuid"])
    assert lab.used() == [(0, 0), (2, 4 * GIB)]


def test_maintenance_stops_vms(cloud, lab):
    """manners 5.3: VMs that find no other host are stopped."""
    first, second = lab.hosts()
    cloud.act(f"/hosts/{second['uuid']}", "changeHostState", stateEvent="disable")
    vm = lab.vm()
    cloud.act(f"/hosts/{first['uuid']}", "changeHostState", stateEvent="maintain")
    assert lab.read(vm)["state"] == "Stopped" and lab.used() == [(0, 0), (0, 0)]


def test_maintenance_and_local_storage(cloud):
    """manners 5.3: VMs whose volumes lie on the host cannot migrate, so they are stopped, and start there only."""
    lab = Lab(cloud, storage="LocalStorage")
    vm = lab.vm()
    home = {"uuid": vm["hostUuid"]}
    assert cloud.sync("GET", f"/vm-instances/{vm['uuid']}/migration-target-hosts")["inventories"] == []
    cloud.act(f"/hosts/{home['uuid']}", "changeHostState", stateEvent="maintain")
    assert lab.read(vm)["state"] == "Stopped"
    with pytest.raises(Exception, match="HOST_ALLOCATION"):
        lab.act(vm, "startVmInstance")


def test_deleted_host(cloud, lab):
    """manners 5.3: a host's VMs are stopped and taken off it when it is deleted."""
    vm = lab.vm()
    cloud.job("DELETE", f"/hosts/{vm['hostUuid']}")
    left = lab.read(vm)
    assert left["state"] == "Stopped" and not left.keys() & {"hostUuid", "lastHostUuid"}
    assert lab.act(vm, "startVmInstance")["state"] == "Running"


def test_deleted_host_with_local_storage(cloud):
    """manners 5.3: what lies on a deleted host's disks is lost: root volumes with their VMs, and snapshots."""
    lab = Lab(cloud, storage="LocalStorage")
    vm = lab.vm(dataDiskOfferingUuids=[lab.disk["uuid"]])
    cloud.create(f"/volumes/{vm['rootVolumeUuid']}/volume-snapshots", name="s")
    cloud.job("DELETE", f"/hosts/{vm['hostUuid']}")
    for path in ("/vm-instances", "/volumes", "/volume-snapshots", "/vm-instances/nics"):
        assert cloud.rows(path) == []


def test_deleted_cluster(cloud, lab):
    """manners 5.2: a cluster takes its hosts along, whose VMs are stopped."""
    vm = lab.vm()
    cloud.job("DELETE", f"/clusters/{lab.cluster['uuid']}")
    left = lab.read(vm)
    assert left["state"] == "Stopped" and "clusterUuid" not in left


def test_deleted_zone(cloud, lab):
    """manners 5.1: a zone takes VMs along, with all they have."""
    lab.vm(dataDiskOfferingUuids=[lab.disk["uuid"]])
    lab.destroy(lab.vm())
    cloud.job("DELETE", f"/zones/{lab.zone['uuid']}")
    for path in ("/vm-instances", "/volumes", "/vm-instances/nics", "/hosts", "/primary-storage"):
        assert cloud.rows(path) == []


def test_storage_in_maintenance(cloud, lab):
    """manners 5.4: the VMs of a storage in maintenance are stopped after the API has answered."""
    vm = lab.vm()
    path = f"/primary-storage/{lab.storage['uuid']}"
    assert cloud.act(path, "changePrimaryStorageState", stateEvent="maintain")["state"] == "Maintenance"
    cloud.query("/zones")
    assert lab.read(vm)["state"] == "Stopped" and lab.used() == [(0, 0), (0, 0)]


def test_detached_storage_and_network(cloud, lab):
    """manners 5.4: running VMs are stopped when their storage, or their L2 network, leaves the cluster."""
    vm, home = lab.vm(), lab.cluster["uuid"]
    cloud.job("DELETE", f"/l2-networks/{lab.l2['uuid']}/clusters/{home}")
    assert lab.read(vm)["state"] == "Stopped"
    cloud.job("POST", f"/l2-networks/{lab.l2['uuid']}/clusters/{home}")
    lab.act(vm, "startVmInstance")
    cloud.job("DELETE", f"/clusters/{home}/primary-storage/{lab.storage['uuid']}")
    assert lab.read(vm)["state"] == "Stopped"


# -- NICs -------------------------------------------------------------------------------------------------------


def test_nics(cloud, lab, fails):
    """manners 5.11: a network is attached once; without its default network a VM takes the next one."""
    vm = lab.vm()
    other = cloud.create("/l3-networks", name="other", l2NetworkUuid=lab.l2["uuid"])
    cloud.create(f"/l3-networks/{other['uuid']}/ip-ranges/by-cidr", name="r", networkCidr="10.0.1.0/24")
    there = f"/vm-instances/{vm['uuid']}/l3-networks/{other['uuid']}"
    attached = cloud.job("POST", there, {"params": {"staticIp": "10.0.1.9"}})["inventory"]
    assert sorted(nic["ip"] for nic in attached["vmNics"]) == ["10.0.0.2", "10.0.1.9"]
    fails("SYS.1006", cloud.job, "POST", there)
    left = cloud.job("DELETE", f"/vm-instances/nics/{vm['vmNics'][0]['uuid']}")["inventory"]
    assert [nic["ip"] for nic in left["vmNics"]] == ["10.0.1.9"] and left["defaultL3NetworkUuid"] == other["uuid"]
    cloud.act(f"/l3-networks/{lab.l3['uuid']}", "changeL3NetworkState", stateEvent="disable")
    fails("SYS.1006", cloud.job, "POST", f"/vm-instances/{vm['uuid']}/l3-networks/{lab.l3['uuid']}")
    cloud.job("DELETE", f"/l3-networks/{other['uuid']}")
    assert lab.read(vm)["vmNics"] == [] and "defaultL3NetworkUuid" not in lab.read(vm)


def test_unreachable_network(cloud, lab, fails):
    """manners 5.11: a network whose L2 network is not in the VM's cluster cannot be attached."""
    vm = lab.vm()
    l2 = cloud.create("/l2-networks/vlan", name="v", vlan=7, zoneUuid=lab.zone["uuid"], physicalInterface="eth0")
    far = cloud.create("/l3-networks", name="far", l2NetworkUuid=l2["uuid"])
    fails("SYS.1006", cloud.job, "POST", f"/vm-instances/{vm['uuid']}/l3-networks/{far['uuid']}")


def test_deleted_range(cloud, lab):
    """manners 5, common: an IP range takes the NICs with its addresses along."""
    vm = lab.vm()
    cloud.job("DELETE", f"/l3-networks/ip-ranges/{lab.l3['ipRanges'][0]['uuid']}")
    assert lab.read(vm)["vmNics"] == []


# -- ISOs -------------------------------------------------------------------------------------------------------


def test_iso(cloud, lab, fails):
    """manners 5.11: an ISO is attached once, and detached as often as one likes."""
    vm = lab.vm()
    there = f"/vm-instances/{vm['uuid']}/iso"
    fails("SYS.1007", cloud.job, "POST", f"{there}/{lab.image['uuid']}")
    attached = cloud.job("POST", f"{there}/{lab.iso['uuid']}", {"params": {}})["inventory"]
    if cloud.old:
        assert cloud.names("/vm-instances", f"__systemTag__=iso::{lab.iso['uuid']}::0") == ["vm"]
    else:
        assert attached["vmCdRoms"][0]["isoUuid"] == lab.iso["uuid"]
        assert cloud.rows("/vm-instances/cdroms") == attached["vmCdRoms"]
    fails("SYS.1006", cloud.job, "POST", f"{there}/{lab.iso['uuid']}")
    for _again in range(2):
        cloud.job("DELETE", f"{there}?isoUuid={lab.iso['uuid']}")
    assert cloud.rows("/vm-instances", "__systemTag__~=iso::%") == []
    cloud.act(f"/images/{lab.iso['uuid']}", "changeImageState", stateEvent="disable")
    fails("SYS.1006", cloud.job, "POST", f"{there}/{lab.iso['uuid']}")


def iso_candidates(cloud, iso):
    return [row["name"] for row in cloud.sync("GET", f"/images/iso/{iso['uuid']}/vm-candidates")["inventories"]]


def test_iso_candidates(cloud, lab, fails, new_uuid):
    """manners 5.11: running and stopped VMs whose storage can reach the ISO's backup storage."""
    lab.vm(name="running")
    lab.act(lab.vm(name="stopped"), "stopVmInstance")
    lab.act(lab.vm(name="paused"), "pauseVmInstance")
    lab.destroy(lab.vm(name="destroyed"))
    assert sorted(iso_candidates(cloud, lab.iso)) == ["running", "stopped"]
    vm = cloud.rows("/vm-instances", "name=running")[0]
    isos = cloud.sync("GET", f"/vm-instances/{vm['uuid']}/iso-candidates")["inventories"]
    assert [row["name"] for row in isos] == ["iso"]
    fails("SYS.1003", iso_candidates, cloud, {"uuid": new_uuid()})
    store = lab.iso["backupStorageRefs"][0]["backupStorageUuid"]
    cloud.job("DELETE", f"/zones/{lab.zone['uuid']}/backup-storage/{store}")
    assert iso_candidates(cloud, lab.iso) == []


def test_iso_without_a_backup_storage(cloud, lab):
    """manners 5.11: an ISO that is on no backup storage (any more) has no candidates."""
    lab.vm()
    cloud.job("DELETE", f"/images/{lab.iso['uuid']}")
    assert iso_candidates(cloud, lab.iso) == []


# -- flattening and fault tolerance -----------------------------------------------------------------------------


@pytest.mark.profile("5.2")
def test_flattening(cloud, lab, fails):
    """manners 5.11: a dry run foretells what flattening does, and does not do it."""
    vm = lab.vm(dataDiskOfferingUuids=[lab.disk["uuid"]])

    def size(row):
        return {each["type"]: each["actualSize"] for each in row["allVolumes"]}

    before = size(vm)
    foretold = lab.act(vm, "flattenVmInstance", dryRun=True)
    assert size(foretold) == {"Root": before["Root"] + lab.image["actualSize"], "Data": before["Data"]}
    assert size(lab.read(vm)) == before
    for _again in range(2):
        assert size(lab.act(vm, "flattenVmInstance", full=False)) == size(lab.read(vm)) == size(foretold)
    lab.destroy(vm)
    fails("VM.1010", lab.act, vm, "flattenVmInstance")


@pytest.mark.profile("5.2")
def test_fault_tolerant_vm(cloud, lab, fails):
    """manners 5.11: a group of a primary and a secondary VM on different hosts; the secondary is never operated."""
    body = lab.request(name="ft", resourceUuid="6ba7b8109dad41d180b400c04fd430c8")
    made = cloud.job("POST", "/vm-instances/fault-tolerance", {**body, "userTags": ["precious"]})
    primary, secondary = made["primaryVmInventory"], made["secondaryVmInventory"]
    group = made["faultToleranceVmGroupInventory"]
    assert group["uuid"] == body["params"]["resourceUuid"] and group["type"] == "FaultToleranceVmGroup"
    assert (group["primaryVmInstanceUuid"], group["secondaryVmInstanceUuid"]) == (primary["uuid"], secondary["uuid"])
    assert {group["state"], primary["state"], secondary["state"]} == {"Running"}
    assert primary["hostUuid"] != secondary["hostUuid"] and lab.used() == [(2, 4 * GIB)] * 2
    found = cloud.rows("/vm-instances/fault-tolerance", "__userTag__=precious")
    assert found == [{name: value for name, value in group.items() if name != "internalId"}]
    parts = cloud.sync("GET", f"/vm-instances/fault-tolerance/sub-vms?faultToleranceVmUuid={group['uuid']}")
    assert parts == {"primaryVmInventory": primary, "secondaryVmInventory": secondary}
    fails("SYS.1006", lab.act, secondary, "stopVmInstance")
    assert lab.act(group, "stopVmInstance")["state"] == "Stopped"
    assert {lab.read(primary)["state"], lab.read(secondary)["state"]} == {"Stopped"} and lab.used() == [(0, 0)] * 2
    lab.act(group, "startVmInstance")
    assert lab.read(primary)["hostUuid"] != lab.read(secondary)["hostUuid"]
    fails(["HOST.1001", "SYS.1006"], cloud.act, f"/hosts/{lab.read(primary)['hostUuid']}", "changeHostState",
          stateEvent="maintain")  # fmt: skip
    lab.destroy(group)
    lab.act(group, "expungeVmInstance")
    assert cloud.rows("/vm-instances") == cloud.rows("/volumes") == []


@pytest.mark.profile("5.2")
def test_impossible_fault_tolerance(cloud, lab, fails):
    """manners 5.11: sizes or an offering, not both; a root volume template; two hosts, else nothing is left behind."""

    def make(**params):
        return cloud.job("POST", "/vm-instances/fault-tolerance", lab.request(**params))

    fails("SYS.1007", make, cpuNum=1, memorySize=GIB)
    fails("SYS.1007", make, instanceOfferingUuid=None, cpuNum=1)
    fails("SYS.1007", make, imageUuid=lab.iso["uuid"])
    fails("SYS.1007", make, l3NetworkUuids=None)
    cloud.act(f"/hosts/{lab.hosts()[0]['uuid']}", "changeHostState", stateEvent="disable")
    fails(["SYS.1006", "HOST_ALLOCATION.1001"], make)
    assert cloud.rows("/vm-instances") == cloud.rows("/volumes") == [] and lab.used() == [(0, 0), (0, 0)]


@pytest.mark.profile("2.3.1")
def test_what_2_3_1_lacks(cloud, lab):
    """manners 1.3: 2.3.1 knows neither flattening nor fault tolerance."""
    answer = cloud.raw("PUT", f"/vm-instances/{lab.vm()['uuid']}/actions", {"flattenVmInstance": {}})
    assert answer.status_code == 400
    assert cloud.raw("POST", "/vm-instances/fault-tolerance", lab.request()).status_code in (404, 500)


# -- seeds ------------------------------------------------------------------------------------------------------


def test_seeded_vms(cloud):
    """Seeded VMs are as made ones: on their host, with a root volume on its storage and an address each."""
    cloud.control("POST", "seed", {"zones": [{"clusters": [{
        "l2Networks": [{"l3Networks": [{"ipRanges": [{"networkCidr": "10.0.0.0/24"}]}]}],
        "primaryStorages": [{"type": "NFS", "totalCapacity": 100 * GIB}],
        "hosts": [{"n": 2, "vms": [{"n": 3, "name": "vm{i}", "volumes": [{"size": GIB}]}]}],
        "vms": [{"name": "idle", "state": "Stopped"}],
    }]}]})  # fmt: skip
    rows = cloud.rows("/vm-instances", "state=Running")
    assert len(rows) == 6 and len({row["vmNics"][0]["ip"] for row in rows}) == 6
    assert all(len(row["allVolumes"]) == 2 and row["allVolumes"][0]["primaryStorageUuid"] for row in rows)
    assert {row["totalCpuCapacity"] - row["availableCpuCapacity"] for row in cloud.rows("/hosts")} == {3}
    idle = cloud.rows("/vm-instances", "name=idle")[0]
    assert "hostUuid" not in idle and cloud.act(f"/vm-instances/{idle['uuid']}", "startVmInstance")["hostUuid"]
