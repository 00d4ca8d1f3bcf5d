# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""MDEV devices and their specifications, which only 5.2 has."""

from __future__ import annotations

import pytest

DEVICES, SPECS = "/mdev-devices", "/mdev-device-specs"
GRID = {"name": "GRID M60-2A", "specification": "num_heads=1, framebuffer=2048M", "maxInstances": 3}
CARD = {"vendorId": "10de", "deviceId": "13f2", "type": "GPU_Video_Controller", "mdevSpecs": [GRID, {"name": "M60-8Q"}]}

pytestmark = pytest.mark.profile("5.2")


@pytest.fixture
def lab(cloud):
    """Two hosts with a card each, which is not cut yet; IOMMU on."""
    machines = {ip: {"devices": {"pci": [CARD]}} for ip in ("10.1.0.1", "10.1.0.2")}
    cloud.control("POST", "seed", {"machines": machines})
    cluster = cloud.cluster()
    hosts = [cloud.host(cluster, ip) for ip in machines]
    for host in hosts:
        iommu(cloud, host, "Enabled")
    return hosts


def iommu(cloud, host, state):
    cloud.job("PUT", f"/pci-device/hosts/{host['uuid']}/actions", {"updateHostIommuState": {"state": state}})


def card(cloud, host):
    return cloud.rows("/pci-device/pci-devices", f"hostUuid={host['uuid']}")[0]


def spec(cloud, name=GRID["name"]):
    return cloud.rows(SPECS, f"name={name}")[0]


def cut(cloud, host, name=GRID["name"]):
    """Cuts a host's card and returns the parts."""
    action = {"generateMdevDevices": {"mdevSpecUuid": spec(cloud, name)["uuid"]}}
    assert cloud.job("PUT", f"/pci-devices/{card(cloud, host)['uuid']}/actions", action) == {}
    return cloud.rows(DEVICES, f"hostUuid={host['uuid']}", sort="+uuid")


def join(cloud, host):
    return cloud.job("PUT", f"/pci-devices/{card(cloud, host)['uuid']}/actions", {"ungenerateMdevDevices": {}})


def attach(cloud, device, vm):
    return cloud.job("POST", f"{DEVICES}/{device['uuid']}/vm-instances/{vm['uuid']}", {"params": {}})["inventory"]


def detach(cloud, device, vm):
    return cloud.job("DELETE", f"{DEVICES}/{device['uuid']}/vm-instances/{vm['uuid']}")["inventory"]


def test_specs(cloud, lab):
    """manners 5.8: QueryMdevDeviceSpec, UpdateMdevDeviceSpec. What cards can be cut into, the same for equal cards."""
    assert sorted(cloud.names(SPECS)) == ["GRID M60-2A", "M60-8Q"]
    known = spec(cloud)
    assert (known["specification"], known["type"]) == (GRID["specification"], "GPU_Video_Controller")
    parent = card(cloud, lab[0])
    assert parent["virtStatus"] == "VFIO_MDEV_VIRTUALIZABLE"
    refs = {ref["mdevSpecUuid"]: ref["effective"] for ref in parent["mdevSpecRefs"]}
    assert refs == {known["uuid"]: False, spec(cloud, "M60-8Q")["uuid"]: False}
    changed = cloud.act(f"{SPECS}/{known['uuid']}", "updateMdevDeviceSpec", description="d", state="Disabled")
    assert (changed["description"], changed["state"]) == ("d", "Disabled")


def test_generate(cloud, lab, fails):
    """manners 5.8: GenerateMdevDevices, QueryMdevDevice. A card is cut once, and is then no longer attachable."""
    parts = cut(cloud, lab[0])
    assert len(parts) == 3
    part, parent = parts[0], card(cloud, lab[0])
    assert (part["name"], part["parentUuid"], part["mdevSpecUuid"]) == (
        GRID["name"],
        parent["uuid"],
        spec(cloud)["uuid"],
    )
    assert (part["state"], part["status"], part["type"]) == ("Enabled", "Active", "GPU_Video_Controller")
    assert parent["virtStatus"] == "VFIO_MDEV_VIRTUALIZED"
    assert [ref["mdevSpecUuid"] for ref in parent["mdevSpecRefs"] if ref["effective"]] == [spec(cloud)["uuid"]]
    assert len(cloud.rows(DEVICES, "parent.deviceId=13f2", "mdevSpec.name=GRID M60-2A", "host.name=10.1.0.1")) == 3
    fails("SYS.1006", cut, cloud, lab[0], "M60-8Q")
    vm = cloud.seeded_vm(lab[0])
    fails("SYS.1006", cloud.create, f"/pci-device/pci-devices/{parent['uuid']}/attach", vmInstanceUuid=vm["uuid"])


def test_generate_refusals(cloud, lab, fails):
    """manners 5.8: the parent enabled and unattached, IOMMU on."""
    path = f"/pci-device/pci-devices/{card(cloud, lab[0])['uuid']}"
    cloud.act(path, "updatePciDevice", state="Disabled")
    fails("SYS.1006", cut, cloud, lab[0])
    cloud.act(path, "updatePciDevice", state="Enabled")
    cloud.create(f"{path}/attach", vmInstanceUuid=cloud.seeded_vm(lab[0])["uuid"])
    fails("SYS.1006", cut, cloud, lab[0])
    iommu(cloud, lab[1], "Disabled")
    fails("SYS.1006", cut, cloud, lab[1])
    assert cloud.rows(DEVICES) == []


def test_ungenerate(cloud, lab, fails):
    """manners 5.8: UngenerateMdevDevices, refused while a part is attached."""
    fails("SYS.1006", join, cloud, lab[0])
    part, vm = cut(cloud, lab[0])[0], cloud.seeded_vm(lab[0])
    attach(cloud, part, vm)
    fails("SYS.1006", join, cloud, lab[0])
    detach(cloud, part, vm)
    assert join(cloud, lab[0]) == {}
    assert cloud.rows(DEVICES) == [] and card(cloud, lab[0])["virtStatus"] == "VFIO_MDEV_VIRTUALIZABLE"
    assert not any(ref["effective"] for ref in card(cloud, lab[0])["mdevSpecRefs"])
    cut(cloud, lab[0], "M60-8Q")


def test_update(cloud, lab, fails):
    """manners 5.8: UpdateMdevDevice. A name over 32 characters breaks the column; an attached one keeps its state."""
    part, vm = cut(cloud, lab[0])[0], cloud.seeded_vm(lab[0])
    path = f"{DEVICES}/{part['uuid']}"
    changed = cloud.act(path, "updateMdevDevice", name="n" * 32, description="d", state="Disabled")
    assert (changed["name"], changed["description"], changed["state"]) == ("n" * 32, "d", "Disabled")
    fails("SYS.1000", cloud.act, path, "updateMdevDevice", name="n" * 33)
    fails("SYS.1006", attach, cloud, part, vm)
    cloud.act(path, "updateMdevDevice", state="Enabled")
    attach(cloud, part, vm)
    cloud.act(path, "updateMdevDevice", state="Enabled", name="same state")
    fails("SYS.1006", cloud.act, path, "updateMdevDevice", state="Disabled")


def test_delete(cloud, lab, fails, new_uuid):
    """manners 5.8: DeleteMdevDevice, refused while attached; gone is gone."""
    one, two, _three = cut(cloud, lab[0])
    attach(cloud, one, cloud.seeded_vm(lab[0]))
    fails("SYS.1006", cloud.job, "DELETE", f"{DEVICES}/{one['uuid']}")
    for uuid in (two["uuid"], two["uuid"], new_uuid()):
        cloud.job("DELETE", f"{DEVICES}/{uuid}")
    assert len(cloud.rows(DEVICES)) == 2
    parent = f"/pci-device/pci-devices/{card(cloud, lab[0])['uuid']}"
    fails(["SYS.1004", "SYS.1006"], cloud.job, "DELETE", parent)
    cloud.job("DELETE", f"{parent}?deleteMode=Enforcing")
    assert cloud.rows(DEVICES) == [], "they go with their parent"
    attach(cloud, cut(cloud, lab[1])[0], cloud.seeded_vm(lab[1], name="other"))
    cloud.job("DELETE", f"/hosts/{lab[1]['uuid']}")
    assert cloud.rows(DEVICES) == [], "and that with its host"


def test_attach_and_detach(cloud, lab, fails, new_uuid):
    """manners 5.8: AttachMdevDeviceToVm, DetachMdevDeviceFromVm; a body with empty params, or none at all."""
    part, vm = cut(cloud, lab[0])[0], cloud.seeded_vm(lab[0])
    attached = attach(cloud, part, vm)
    assert (attached["status"], attached["vmInstanceUuid"], attached["chooser"]) == ("Attached", vm["uuid"], "Device")
    assert cloud.rows(DEVICES, "vmInstance.name=vm") == [attached]
    fails("SYS.1006", attach, cloud, part, vm)
    fails("SYS.1006", detach, cloud, part, cloud.seeded_vm(lab[0], name="other"))
    detached = detach(cloud, part, vm)
    assert detached["status"] == "Active" and "vmInstanceUuid" not in detached
    fails("SYS.1006", detach, cloud, part, vm)
    cloud.job("POST", f"{DEVICES}/{part['uuid']}/vm-instances/{vm['uuid']}")
    fails("SYS.1003", attach, cloud, {"uuid": new_uuid()}, vm)
    fails("SYS.1003", attach, cloud, part, {"uuid": new_uuid()})


def test_places(cloud, lab, fails):
    """manners 5.8: on the host of the VM's other devices; the host Enabled and Connected, with IOMMU on."""
    near, far = cut(cloud, lab[0]), cut(cloud, lab[1])
    running, stopped = cloud.seeded_vm(lab[0]), cloud.seeded_vm(lab[0], "Stopped", "stopped")
    fails("SYS.1006", attach, cloud, far[0], running)
    attach(cloud, far[0], stopped)
    fails("SYS.1006", attach, cloud, near[0], stopped)
    fails("SYS.1006", attach, cloud, near[0], cloud.seeded_vm(lab[0], "Paused", "paused"))
    iommu(cloud, lab[0], "Disabled")
    fails("SYS.1006", attach, cloud, near[0], running)
    iommu(cloud, lab[0], "Enabled")
    cloud.act(f"/hosts/{lab[0]['uuid']}", "changeHostState", stateEvent="disable")
    fails("SYS.1006", attach, cloud, near[0], running)


def test_attached_devices_hinder_maintenance(cloud, lab, fails):
    """manners 5.3 and 5.8: a part with a VM on the host hinders maintenance."""
    attach(cloud, cut(cloud, lab[0])[0], cloud.seeded_vm(lab[0]))
    fails(["HOST.1001", "SYS.1006"], cloud.act, f"/hosts/{lab[0]['uuid']}", "changeHostState", stateEvent="maintain")


def test_candidates(cloud, lab, fails):
    """manners 5.8: GetMdevDeviceCandidates, GetMdevDeviceSpecCandidates: by VM, host or clusters, only one of them."""
    near, far = cut(cloud, lab[0]), cut(cloud, lab[1], "M60-8Q")
    vm, cluster = cloud.seeded_vm(lab[0]), lab[0]["clusterUuid"]

    def candidates(query, path=DEVICES):
        return {row["uuid"] for row in cloud.sync("GET", f"{path}/candidates?{query}")["inventories"]}

    here, there = {row["uuid"] for row in near}, {row["uuid"] for row in far}
    assert candidates(f"vmInstanceUuid={vm['uuid']}") == here
    assert candidates(f"hostUuid={lab[1]['uuid']}") == there
    assert candidates(f"clusterUuids={cluster}") == candidates("") == here | there
    assert candidates("types=GPU_3D_Controller") == set()
    assert candidates(f"hostUuid={lab[0]['uuid']}", SPECS) == {spec(cloud)["uuid"]}
    fails("SYS.1007", candidates, f"hostUuid={lab[0]['uuid']}&clusterUuids={cluster}")
    attach(cloud, near[0], vm)
    assert candidates(f"vmInstanceUuid={vm['uuid']}") == here - {near[0]["uuid"]}


def test_seeds(cloud):
    """Seeded parts stand below their card, which is then cut."""
    parts = [{"n": 2, "name": "part-{i}", "spec": "GRID M60-2A"}]
    hosts = [{"n": 2, "pciDevices": [{"type": "GPU_Video_Controller", "mdevDevices": parts}]}]
    cloud.control("POST", "seed", {"zones": [{"clusters": [{"hosts": hosts}]}]})
    assert sorted(cloud.names(DEVICES)) == ["part-1", "part-1", "part-2", "part-2"]
    assert cloud.names(SPECS) == ["GRID M60-2A"]
    assert {row["virtStatus"] for row in cloud.rows("/pci-device/pci-devices")} == {"VFIO_MDEV_VIRTUALIZED"}


def test_types(cloud):
    """manners E6: a part is of one of the types of parts, also where its card is of none and the seed says nothing."""
    cards = [{"type": kind, "mdevDevices": [{"name": kind, "spec": kind}]} for kind in ("Generic", "GPU_3D_Controller")]
    cloud.control("POST", "seed", {"zones": [{"clusters": [{"hosts": [{"pciDevices": cards}]}]}]})
    wanted = {"Generic": "GPU_Video_Controller", "GPU_3D_Controller": "GPU_3D_Controller"}
    assert {row["name"]: row["type"] for row in cloud.rows(DEVICES)} == wanted
    assert {row["name"]: row["type"] for row in cloud.rows(SPECS)} == wanted
    wrong = [{"mdevDevices": [{"type": "Generic"}]}]
    body = {"zones": [{"clusters": [{"hosts": [{"pciDevices": wrong}]}]}]}
    answer = cloud.http.post(f"{cloud.base}/simulator/seed", json=body)
    assert answer.status_code == 400 and "Generic" in answer.text
