# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""PCI devices: discovery, offerings and their matches, attaching, and the IOMMU of hosts."""

from __future__ import annotations

import hashlib
import json

import pytest

DEVICES = "/pci-device/pci-devices"
OFFERINGS = "/pci-device/pci-device-offerings"
MATCHES = "/pci-devices/pci-devices/pci-device-offerings"
GPU = {"vendorId": "10de", "deviceId": "0e0f", "subvendorId": "10de", "subdeviceId": "118b",
       "type": "GPU_Video_Controller", "pciDeviceAddress": "0000:06:00.0"}  # fmt: skip
AUDIO = {"vendorId": "10de", "deviceId": "0fbb", "type": "GPU_Audio_Controller", "pciDeviceAddress": "0000:06:00.1"}
NEW = pytest.mark.profile("5.2")


@pytest.fixture
def lab(cloud):
    """A host at 10.1.0.1 with a GPU and its sound, and one at 10.1.0.2 with a GPU; IOMMU on."""
    return build(cloud, {"10.1.0.1": [GPU, AUDIO], "10.1.0.2": [GPU]})


def build(cloud, devices, iommu="Enabled"):
    cloud.control("POST", "seed", {"machines": {ip: {"devices": {"pci": pci}} for ip, pci in devices.items()}})
    cluster = cloud.cluster()
    hosts = [cloud.host(cluster, ip) for ip in devices]
    for host in hosts:
        cloud.job("PUT", f"/pci-device/hosts/{host['uuid']}/actions", {"updateHostIommuState": {"state": iommu}})
    return hosts


def device(cloud, host, spec=None):
    spec = spec or GPU
    return cloud.rows(DEVICES, f"hostUuid={host['uuid']}", f"deviceId={spec['deviceId']}")[0]


def attach(cloud, device, vm):
    return cloud.create(f"{DEVICES}/{device['uuid']}/attach", vmInstanceUuid=vm["uuid"])


def detach(cloud, device, vm):
    return cloud.create(f"{DEVICES}/{device['uuid']}/detach", vmInstanceUuid=vm["uuid"])


def maintain(cloud, host):
    return cloud.act(f"/hosts/{host['uuid']}", "changeHostState", stateEvent="maintain")


# -- discovery --------------------------------------------------------------------------------------------------


def test_scan_finds_devices(cloud, lab):
    """manners 5.7: QueryPciDevice. Devices appear when a host connects."""
    found = device(cloud, lab[0])
    assert {key: found[key] for key in GPU} == GPU
    assert (found["state"], found["status"]) == ("Enabled", "Active") and "vmInstanceUuid" not in found
    assert found["matchedPciDeviceOfferingRef"] == [] and "metaData" not in found
    assert ("virtStatus" in found) is ("mdevSpecRefs" in found) is ("name" in found) is not cloud.old
    assert len(cloud.rows(DEVICES)) == 3 == cloud.query(DEVICES, count="true")["total"]
    assert len(cloud.rows(DEVICES, "host.managementIp=10.1.0.1", "host.zone.name=zone")) == 2
    assert cloud.names("/hosts", f"pciDevice.deviceId={AUDIO['deviceId']}") == ["10.1.0.1"]


def test_devices_vanish_with_the_host(cloud, lab):
    """manners 5.7: a host takes its devices along."""
    cloud.job("DELETE", f"/hosts/{lab[0]['uuid']}")
    assert {row["hostUuid"] for row in cloud.rows(DEVICES)} == {lab[1]["uuid"]}


def test_reconnect_scans(cloud, lab):
    """manners 5.7: a reconnect finds what is new, forgets what is gone, and leaves the rest as it was."""
    kept = cloud.act(f"{DEVICES}/{device(cloud, lab[0])['uuid']}", "updatePciDevice", description="mine")
    new = {"vendorId": "8086", "deviceId": "1521", "pciDeviceAddress": "0000:07:00.0"}
    cloud.control("POST", "seed", {"machines": {"10.1.0.1": {"devices": {"pci": [GPU, new]}}}})
    cloud.act(f"/hosts/{lab[0]['uuid']}", "reconnectHost")
    rows = cloud.rows(DEVICES, f"hostUuid={lab[0]['uuid']}", sort="+pciDeviceAddress")
    assert [row["deviceId"] for row in rows] == ["0e0f", "1521"] and rows[0] == kept


def test_delete_is_not_for_ever(cloud, lab, fails, new_uuid):
    """manners 5.7: DeletePciDevice takes the row, the next scan finds the device again, as a new one."""
    gone = device(cloud, lab[0])
    cloud.job("DELETE", f"{DEVICES}/{gone['uuid']}")
    assert cloud.rows(f"{DEVICES}/{gone['uuid']}") == []
    cloud.act(f"/hosts/{lab[0]['uuid']}", "reconnectHost")
    assert device(cloud, lab[0])["uuid"] != gone["uuid"]
    cloud.job("DELETE", f"{DEVICES}/{new_uuid()}")
    fails("SYS.1003", cloud.job, "DELETE", f"{DEVICES}/nonsense")


# -- update -----------------------------------------------------------------------------------------------------


def test_update(cloud, lab, fails):
    """manners 5.7: UpdatePciDevice changes state, description and meta data; the name in 5.2 only."""
    path = f"{DEVICES}/{device(cloud, lab[0])['uuid']}"
    changed = cloud.act(path, "updatePciDevice", state="Disabled", description="d", name="n")
    assert (changed["state"], changed["description"], changed.get("name")) == (
        "Disabled",
        "d",
        None if cloud.old else "n",
    )
    fails("SYS.1007", cloud.act, path, "updatePciDevice", state="Attached")


ENTRIES = [{"key": "render", "op": "Equal", "value": "true"}, {"key": "anime", "op": "Unequal", "value": "yes"}]


@pytest.mark.parametrize("given", [
    "render:Equal:true;anime:Unequal:yes",
    json.dumps(ENTRIES),
    json.dumps({"metaDataEntries": [{"key": "render", "value": "true"}, ENTRIES[1]]}),
])  # fmt: skip
def test_metadata(cloud, lab, given):
    """manners 5.7: meta data is a string in the request and an object with its entries in the inventory."""
    changed = cloud.act(f"{DEVICES}/{device(cloud, lab[0])['uuid']}", "updatePciDevice", metaData=given)
    assert changed["metaData"] == {"metaData": "render:Equal:true;anime:Unequal:yes", "metaDataEntries": ENTRIES}


def test_bad_metadata(cloud, lab, fails):
    """manners 5.7: meta data without entries is refused; a pair without operator means Equal, as in the manual."""
    path = f"{DEVICES}/{device(cloud, lab[0])['uuid']}"
    for bad in ("nonsense", "5", "a:Like:b", '[{"key": "a"}]'):
        fails("SYS.1007", cloud.act, path, "updatePciDevice", metaData=bad)
    changed = cloud.act(path, "updatePciDevice", metaData="key1:value1;key2:value2")
    assert changed["metaData"]["metaData"] == "key1:Equal:value1;key2:Equal:value2"


# -- offerings --------------------------------------------------------------------------------------------------


def test_offering_matches(cloud, lab):
    """manners 5.7: CreatePciDeviceOffering, QueryPciDeviceOffering, QueryPciDevicePciDeviceOffering (odd path)."""
    made = cloud.create(OFFERINGS, name="gpu", vendorId="10DE", deviceId="0e0f")
    matched = {row["pciDeviceUuid"] for row in made["matchedPciDevices"]}
    assert matched == {device(cloud, host)["uuid"] for host in lab} and made["attachedInstanceOfferings"] == []
    assert made["type"] == "GPU_Video"
    assert cloud.rows(OFFERINGS, f"matchedPciDevices.pciDeviceUuid={device(cloud, lab[0])['uuid']}") == [made]
    assert {row["pciDeviceUuid"] for row in cloud.rows(MATCHES)} == matched
    assert len(cloud.rows(MATCHES, f"pciDevice.hostUuid={lab[0]['uuid']}", "pciDeviceOffering.name=gpu")) == 1
    found = cloud.rows(DEVICES, f"matchedPciDeviceOfferingRef.pciDeviceOfferingUuid={made['uuid']}")
    assert len(found) == 2 and {row["matchedPciDeviceOfferingRef"][0]["pciDeviceOfferingUuid"] for row in found} == {
        made["uuid"]}  # fmt: skip


def test_offering_sub_ids(cloud, lab):
    """manners 5.7: sub-ids count where the offering has them; a host that comes later is matched, too."""
    other = cloud.create(OFFERINGS, name="o", vendorId="10de", deviceId="0e0f", subvendorId="10de", subdeviceId="ffff")
    exact = cloud.create(OFFERINGS, name="e", vendorId="10de", deviceId="0e0f", subvendorId="10de", subdeviceId="118b")
    assert other["matchedPciDevices"] == [] and len(exact["matchedPciDevices"]) == 2
    cloud.control("POST", "seed", {"machines": {"10.1.0.3": {"devices": {"pci": [GPU]}}}})
    cloud.host({"uuid": lab[0]["clusterUuid"]}, "10.1.0.3")
    assert [row["pciDeviceOfferingUuid"] for row in cloud.rows(MATCHES)] == [exact["uuid"]] * 3


def test_offering_arguments(cloud, fails):
    """manners 5.7: ids of up to four hexadecimal digits; the name is optional in 5.2 only."""
    for wrong in ({"vendorId": "10dec"}, {"vendorId": "wxyz"}, {"deviceId": ""}, {"subdeviceId": "-1"}):
        fails("SYS.1007", cloud.create, OFFERINGS, **{"name": "n", "vendorId": "10de", "deviceId": "1", **wrong})
    fails("SYS.1007", cloud.create, OFFERINGS, name="n", vendorId="10de")
    if cloud.old:
        fails("SYS.1007", cloud.create, OFFERINGS, vendorId="10de", deviceId="1")
        fails("SYS.1007", cloud.create, OFFERINGS, name="n", vendorId="10de", deviceId="1", type="Nonsense")
        assert cloud.create(OFFERINGS, name="n", vendorId="1", deviceId="1", type="GPU_Audio")["type"] == "GPU_Audio"
    else:
        assert cloud.create(OFFERINGS, vendorId="10de", deviceId="1", ramSize="16G")["ramSize"] == "16G"


def test_delete_offering(cloud, lab, new_uuid):
    """manners 5.7: DeletePciDeviceOffering is a POST in 2.3.1 and a DELETE in 5.2; the matches go along."""
    verb, body = ("POST", {"params": {}}) if cloud.old else ("DELETE", None)
    for uuid in (cloud.create(OFFERINGS, name="gpu", vendorId="10de", deviceId="0e0f")["uuid"], new_uuid()):
        cloud.job(verb, f"{OFFERINGS}/{uuid}", body)
    assert cloud.rows(OFFERINGS) == cloud.rows(MATCHES) == []
    assert device(cloud, lab[0])["matchedPciDeviceOfferingRef"] == []


@NEW
def test_specs(cloud, lab):
    """manners 5.7: pciSpecUuid. One specification for all devices of the same ids."""
    spec = cloud.rows("/pci-device-specs", "deviceId=0e0f")
    assert [row["uuid"] for row in spec] == [device(cloud, lab[1])["pciSpecUuid"]]
    assert cloud.act(f"/pci-device-specs/{spec[0]['uuid']}", "updatePciDeviceSpec", name="n")["name"] == "n"


# -- IOMMU ------------------------------------------------------------------------------------------------------


def test_iommu(cloud, fails, new_uuid):
    """manners 5.7: GetHostIommuState, GetHostIommuStatus, UpdateHostIommuState. State and status are independent."""
    cloud.control("POST", "seed", {"machines": {"10.1.0.2": {"devices": {"iommu": "Inactive"}}}})
    cluster = cloud.cluster()
    for ip, status in (("10.1.0.1", "Active"), ("10.1.0.2", "Inactive")):
        path = f"/pci-device/hosts/{cloud.host(cluster, ip)['uuid']}"
        assert cloud.sync("GET", f"{path}/state") == {"state": "Disabled"}
        for state in ("Enabled", "Enabled", "Disabled"):
            assert cloud.job("PUT", f"{path}/actions", {"updateHostIommuState": {"state": state}}) == {"state": state}
            assert cloud.sync("GET", f"{path}/state") == {"state": state}
            assert cloud.sync("GET", f"{path}/status") == {"status": status}
        fails("SYS.1007", cloud.job, "PUT", f"{path}/actions", {"updateHostIommuState": {"state": "Active"}})
    for what in ("state", "status"):
        fails("SYS.1003", cloud.sync, "GET", f"/pci-device/hosts/{new_uuid()}/{what}")


def test_attach_needs_iommu(cloud, fails):
    """manners 5.7: a device can be attached only while its host's IOMMU is Enabled and Active."""
    (host,) = build(cloud, {"10.1.0.1": [GPU]}, "Disabled")
    vm = cloud.seeded_vm(host)
    fails("SYS.1006", attach, cloud, device(cloud, host), vm)
    path = f"/vm-instances/{vm['uuid']}/candidate-pci-devices"
    assert cloud.sync("GET", path)["inventories"] == []
    cloud.job("PUT", f"/pci-device/hosts/{host['uuid']}/actions", {"updateHostIommuState": {"state": "Enabled"}})
    assert len(cloud.sync("GET", path)["inventories"]) == 1
    cloud.control("POST", "seed", {"machines": {"10.1.0.1": {"devices": {"pci": [GPU], "iommu": "Inactive"}}}})
    cloud.act(f"/hosts/{host['uuid']}", "reconnectHost")
    fails("SYS.1006", attach, cloud, device(cloud, host), vm)


# -- attaching --------------------------------------------------------------------------------------------------


def test_attach_and_detach(cloud, lab, fails):
    """manners 5.7: AttachPciDeviceToVm, DetachPciDeviceFromVm. Attached, then Active again; neither is idempotent."""
    vm, gpu = cloud.seeded_vm(lab[0]), device(cloud, lab[0])
    fails("SYS.1006", detach, cloud, gpu, vm)
    attached = attach(cloud, gpu, vm)
    assert (attached["status"], attached["vmInstanceUuid"]) == ("Attached", vm["uuid"])
    assert attached.get("chooser") == (None if cloud.old else "Device")
    assert cloud.rows(DEVICES, "vmInstance.name=vm") == [attached]
    assert cloud.names("/vm-instances", f"pciDevice.uuid={gpu['uuid']}") == ["vm"]
    fails("SYS.1006", attach, cloud, gpu, vm)
    fails("SYS.1006", detach, cloud, gpu, cloud.seeded_vm(lab[0], name="other"))
    fails("SYS.1006", cloud.job, "DELETE", f"{DEVICES}/{gpu['uuid']}")
    detached = detach(cloud, gpu, vm)
    assert detached["status"] == "Active" and "vmInstanceUuid" not in detached


def test_unknown_ends(cloud, lab, fails, new_uuid):
    """manners 4: a device or a VM that is not there is SYS.1003."""
    nothing = {"uuid": new_uuid()}
    fails("SYS.1003", attach, cloud, device(cloud, lab[0]), nothing)
    fails("SYS.1003", attach, cloud, nothing, cloud.seeded_vm(lab[0]))
    fails("SYS.1003", detach, cloud, nothing, nothing)
    fails("SYS.1003", cloud.sync, "GET", f"/vm-instances/{new_uuid()}/candidate-pci-devices")


def test_only_usable_devices(cloud, lab, fails):
    """manners 5.7: only Enabled devices that nobody has; the VM must be able to be on the device's host."""
    vm = cloud.seeded_vm(lab[0])
    cloud.act(f"{DEVICES}/{device(cloud, lab[0])['uuid']}", "updatePciDevice", state="Disabled")
    fails("SYS.1006", attach, cloud, device(cloud, lab[0]), vm)
    fails("HOST_ALLOCATION.1001", attach, cloud, device(cloud, lab[1]), vm)
    cloud.act(f"/hosts/{lab[0]['uuid']}", "changeHostState", stateEvent="disable")
    fails("HOST_ALLOCATION.1001", attach, cloud, device(cloud, lab[0], AUDIO), vm)


def test_system_devices(cloud, fails):
    """manners 5.7: a device that the host itself needs (System) is shown, but is no candidate."""
    (host,) = build(cloud, {"10.1.0.1": [{**GPU, "status": "System"}]})
    vm, gpu = cloud.seeded_vm(host), device(cloud, host)
    assert gpu["status"] == "System"
    fails("SYS.1006", attach, cloud, gpu, vm)
    assert cloud.sync("GET", f"/vm-instances/{vm['uuid']}/candidate-pci-devices")["inventories"] == []


def test_admin_only(cloud, lab, fails):
    """manners 2: hardware APIs are the admin's alone, others get ID.1002."""
    gpu = device(cloud, lab[0])
    cloud.create("/accounts", name="user", password=hashlib.sha512(b"secret").hexdigest())
    cloud.session = cloud.login("user", "secret")
    fails("ID.1002", cloud.rows, DEVICES)
    fails("ID.1002", cloud.act, f"{DEVICES}/{gpu['uuid']}", "updatePciDevice", state="Disabled")
    for path in ("/usb-device/usb-devices", "/baremetal/chassis", OFFERINGS):
        fails("ID.1002", cloud.rows, path)


def test_stopped_vm_follows_its_first_device(cloud, lab, fails):
    """manners 5.7: a stopped VM can take a device of any host, and from then on only that host's."""
    vm = cloud.seeded_vm(lab[0], "Stopped")
    attach(cloud, device(cloud, lab[1]), vm)
    fails("HOST_ALLOCATION.1001", attach, cloud, device(cloud, lab[0]), vm)


def test_candidates(cloud, lab):
    """manners 5.7: GetPciDeviceCandidatesForAttachingVm. Free devices where the VM can be, of the types asked for."""
    running, stopped = cloud.seeded_vm(lab[0]), cloud.seeded_vm(lab[0], "Stopped", "stopped")

    def candidates(vm, query=""):
        found = cloud.sync("GET", f"/vm-instances/{vm['uuid']}/candidate-pci-devices{query}")["inventories"]
        return [row["uuid"] for row in found]

    gpu, audio, far = device(cloud, lab[0]), device(cloud, lab[0], AUDIO), device(cloud, lab[1])
    assert set(candidates(running)) == {gpu["uuid"], audio["uuid"]}
    assert set(candidates(stopped)) == {gpu["uuid"], audio["uuid"], far["uuid"]}
    assert candidates(running, "?types=GPU_Audio_Controller") == [audio["uuid"]]
    assert len(candidates(running, "?types=GPU_Audio_Controller&types=GPU_Video_Controller")) == 2
    if not cloud.old:
        assert candidates(running, f"?pciSpecUuids={audio['pciSpecUuid']}") == [audio["uuid"]]
    attach(cloud, gpu, running)
    assert candidates(running) == [audio["uuid"]]


@NEW
def test_iommu_group(cloud, fails):
    """manners 5.7: in 5.2 every member of the device's IOMMU group must be available."""
    (host,) = build(cloud, {"10.1.0.1": [{**GPU, "iommuGroup": "7"}, {**AUDIO, "iommuGroup": "7"}]})
    one, two = cloud.seeded_vm(host), cloud.seeded_vm(host, name="two")
    attach(cloud, device(cloud, host), one)
    fails("SYS.1006", attach, cloud, device(cloud, host, AUDIO), two)
    attach(cloud, device(cloud, host, AUDIO), one)


def test_attached_devices_hinder_maintenance(cloud, lab, fails):
    """manners 5.3 and 5.7: a device of a VM on the host hinders maintenance; the state rolls back."""
    vm = cloud.seeded_vm(lab[0])
    attach(cloud, device(cloud, lab[0]), vm)
    fails(["HOST.1001", "SYS.1006"], maintain, cloud, lab[0])
    assert cloud.rows(f"/hosts/{lab[0]['uuid']}")[0]["state"] == "Enabled"
    detach(cloud, device(cloud, lab[0]), vm)
    maintain(cloud, lab[1])


def test_attached_devices_hold_the_vm(cloud, lab, fails):
    """manners 5.7: a VM with a PCI device does not migrate, and starts where its device is."""
    vm, gpu = cloud.seeded_vm(lab[0]), device(cloud, lab[0])
    path = f"/vm-instances/{vm['uuid']}"
    attach(cloud, gpu, vm)
    fails(["SYS.1006", "HOST_ALLOCATION.1001"], cloud.act, path, "migrateVm", hostUuid=lab[1]["uuid"])
    cloud.act(path, "stopVmInstance")
    assert device(cloud, lab[0])["status"] == "Attached"
    fails(["SYS.1006", "HOST_ALLOCATION.1001"], cloud.act, path, "startVmInstance", hostUuid=lab[1]["uuid"])
    assert cloud.act(path, "startVmInstance")["hostUuid"] == lab[0]["uuid"]
    detach(cloud, gpu, vm)
    assert cloud.act(path, "migrateVm", hostUuid=lab[1]["uuid"])["hostUuid"] == lab[1]["uuid"]


def test_a_destroyed_vm_lets_go(cloud, lab):
    """manners 5.7: the devices of a VM are free again when it is gone."""
    vm = cloud.seeded_vm(lab[0])
    attach(cloud, device(cloud, lab[0]), vm)
    cloud.job("DELETE", f"/vm-instances/{vm['uuid']}")
    found = device(cloud, lab[0])
    assert found["status"] == "Active" and "vmInstanceUuid" not in found


def test_seeds(cloud):
    """Seeded devices stand below hosts or VMs, and a later scan finds them again."""
    gpus = {"n": 2, "pciDeviceAddress": "0000:8{i}:00.0"}
    vms = [{"name": "vm", "pciDevices": [{"type": "Moxa_Device", "vendorId": "1393", "deviceId": "1045"}]}]
    hosts = [{"n": 2, "pciDevices": [gpus], "iommu": [{"state": "Enabled", "status": "Inactive"}], "vms": vms}]
    cloud.control("POST", "seed", {"zones": [{"clusters": [{"hosts": hosts}]}],
                                   "pciDeviceOfferings": [{"vendorId": "10de", "deviceId": "1db6"}]})  # fmt: skip
    assert len(cloud.rows(DEVICES)) == 6 and len(cloud.rows(MATCHES)) == 4
    assert len(cloud.rows(DEVICES, "type=Moxa_Device", "status=Attached", "vmInstance.name=vm")) == 2
    before = cloud.rows(DEVICES, sort="+uuid")
    for host in cloud.rows("/hosts"):
        cloud.act(f"/hosts/{host['uuid']}", "reconnectHost")
        assert cloud.sync("GET", f"/pci-device/hosts/{host['uuid']}/status") == {"status": "Inactive"}
        assert cloud.sync("GET", f"/pci-device/hosts/{host['uuid']}/state") == {"state": "Enabled"}
    assert cloud.rows(DEVICES, sort="+uuid") == before
