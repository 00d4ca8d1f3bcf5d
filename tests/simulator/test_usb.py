# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""USB devices of hosts and the USB redirect of VMs."""

from __future__ import annotations

import pytest

DEVICES = "/usb-device/usb-devices"
STICK = {"busNum": "001", "devNum": "002", "idVendor": "0781", "idProduct": "5591", "iManufacturer": "SanDisk",
         "iProduct": "Ultra USB 3.0", "iSerial": "000000000001", "usbVersion": "3.0"}  # fmt: skip
NEW = pytest.mark.profile("5.2")


def sticks(count, version="3.0"):
    return [{**STICK, "devNum": f"{number:03}", "usbVersion": version} for number in range(1, count + 1)]


def build(cloud, *plugged):
    """Hosts at 10.1.0.1 and on, with these devices plugged in."""
    machines = {f"10.1.0.{index}": {"devices": {"usb": each}} for index, each in enumerate(plugged, 1)}
    cloud.control("POST", "seed", {"machines": machines})
    cluster = cloud.cluster()
    return [cloud.host(cluster, ip) for ip in machines]


def devices(cloud, host):
    return cloud.rows(DEVICES, f"hostUuid={host['uuid']}", sort="+devNum")


def attach(cloud, device, vm, **params):
    return cloud.create(f"{DEVICES}/{device['uuid']}/attach", vmInstanceUuid=vm["uuid"], **params)


def detach(cloud, device):
    return cloud.create(f"{DEVICES}/{device['uuid']}/detach")


def update(cloud, device, **params):
    return cloud.act(f"{DEVICES}/{device['uuid']}", "updateUsbDevice", **params)


def candidates(cloud, vm, query=""):
    found = cloud.sync("GET", f"/vm-instances/{vm['uuid']}/candidate-usb-devices{query}")["inventories"]
    return {row["uuid"] for row in found}


def test_scan(cloud):
    """manners 5.9: QueryUsbDevice. Discovered by the host, kept over a reconnect, gone with the host."""
    (host,) = build(cloud, sticks(2))
    found = devices(cloud, host)
    assert {key: found[0][key] for key in STICK} == {**STICK, "devNum": "001"} and found[0]["state"] == "Enabled"
    assert "vmInstanceUuid" not in found[0] and "attachType" not in found[0]
    assert len(cloud.rows(DEVICES, "host.managementIp=10.1.0.1", "usbVersion=3.0")) == 2
    cloud.control("POST", "seed", {"machines": {"10.1.0.1": {"devices": {"usb": sticks(1)}}}})
    cloud.act(f"/hosts/{host['uuid']}", "reconnectHost")
    assert devices(cloud, host) == found[:1]
    cloud.job("DELETE", f"/hosts/{host['uuid']}")
    assert cloud.rows(DEVICES) == []


def test_update(cloud, fails):
    """manners 5.9: UpdateUsbDevice. Name (up to 2048 characters), description and state; an attached one stays on."""
    (host,) = build(cloud, sticks(1))
    (device,) = devices(cloud, host)
    changed = update(cloud, device, name="n" * 2048, description="d", state="Disabled")
    assert (len(changed["name"]), changed["description"], changed["state"]) == (2048, "d", "Disabled")
    fails("SYS.1007", update, cloud, device, name="n" * 2049)
    fails("SYS.1006", attach, cloud, device, cloud.seeded_vm(host))
    update(cloud, device, state="Enabled")
    attach(cloud, device, cloud.rows("/vm-instances")[0])
    fails("SYS.1006", update, cloud, device, state="Disabled")


def test_attach_and_detach(cloud, fails):
    """manners 5.9: AttachUsbDeviceToVm, DetachUsbDeviceFromVm; attaching twice and detaching twice are refused."""
    (host,) = build(cloud, sticks(1))
    (device,), vm = devices(cloud, host), cloud.seeded_vm(host)
    attached = attach(cloud, device, vm)
    assert attached["vmInstanceUuid"] == vm["uuid"]
    assert attached.get("attachType") == (None if cloud.old else "PassThrough")
    assert cloud.rows(DEVICES, "vmInstance.name=vm") == [attached]
    fails("SYS.1006", attach, cloud, device, vm)
    fails("SYS.1006", attach, cloud, device, cloud.seeded_vm(host, name="other"))
    detached = detach(cloud, device)
    assert "vmInstanceUuid" not in detached and "attachType" not in detached
    fails("SYS.1006", detach, cloud, device)


def test_unknown_ends(cloud, fails, new_uuid):
    """manners 4: a device or a VM that is not there is SYS.1003."""
    (host,) = build(cloud, sticks(1))
    nothing = {"uuid": new_uuid()}
    fails("SYS.1003", attach, cloud, devices(cloud, host)[0], nothing)
    fails("SYS.1003", attach, cloud, nothing, cloud.seeded_vm(host))
    fails("SYS.1003", detach, cloud, nothing)
    fails("SYS.1003", candidates, cloud, nothing)


def test_places(cloud, fails):
    """manners 5.9: the host Enabled and Connected, the VM on it, or stopped and not held by another host's device."""
    one, two = build(cloud, sticks(2), sticks(1))
    running, stopped = cloud.seeded_vm(one), cloud.seeded_vm(one, "Stopped", "stopped")
    (first, second), (far,) = devices(cloud, one), devices(cloud, two)
    fails("SYS.1006", attach, cloud, far, running)
    assert candidates(cloud, running) == {first["uuid"], second["uuid"]}
    assert candidates(cloud, stopped) == {first["uuid"], second["uuid"], far["uuid"]}
    attach(cloud, far, stopped)
    fails("SYS.1006", attach, cloud, first, stopped)
    assert candidates(cloud, stopped) == set()
    cloud.act(f"/hosts/{one['uuid']}", "changeHostState", stateEvent="disable")
    fails("SYS.1006", attach, cloud, first, running)
    assert candidates(cloud, running) == set()


def test_vm_states(cloud, fails):
    """manners 5.9: attached and detached only while the VM is Running or Stopped."""
    (host,) = build(cloud, sticks(1))
    fails("SYS.1006", attach, cloud, devices(cloud, host)[0], cloud.seeded_vm(host, "Paused"))


@pytest.mark.parametrize(("version", "limit"), [("1.1", 1), ("2.00", 6), ("3.0", 4)])
def test_limits(cloud, fails, version, limit):
    """manners 5.9: a VM has room for so many devices of each USB generation."""
    (host,) = build(cloud, sticks(limit + 1, version))
    vm = cloud.seeded_vm(host)
    *fitting, last = devices(cloud, host)
    for device in fitting:
        attach(cloud, device, vm)
    fails("SYS.1006", attach, cloud, last, vm)
    detach(cloud, fitting[0])
    attach(cloud, last, vm)


@NEW
def test_redirected_devices(cloud, fails):
    """manners 5.9: with attachType Redirect the VM may be anywhere; a host redirects up to 64 devices."""
    one, two = build(cloud, [], sticks(65))
    (*most, last) = devices(cloud, two)
    for number in range(16):
        vm = cloud.seeded_vm(one, name=f"vm-{number}")
        for device in most[number * 4 : number * 4 + 4]:
            assert attach(cloud, device, vm, attachType="Redirect")["attachType"] == "Redirect"
    vm = cloud.seeded_vm(one, name="another")
    fails("SYS.1006", attach, cloud, last, vm, attachType="Redirect")
    detach(cloud, most[0])
    assert candidates(cloud, vm, "?attachType=Redirect") == {most[0]["uuid"], last["uuid"]}
    attach(cloud, last, vm, attachType="Redirect")
    fails("SYS.1007", attach, cloud, most[0], vm, attachType="Wireless")


@NEW
def test_redirected_devices_hold_nothing(cloud, fails):
    """manners 5.9: a passed-through device keeps its VM from migrating, a redirected one goes with it."""
    one, two = build(cloud, sticks(1), sticks(1))
    vm = cloud.seeded_vm(one)
    path = f"/vm-instances/{vm['uuid']}"
    attach(cloud, devices(cloud, two)[0], vm, attachType="Redirect")
    assert cloud.act(path, "migrateVm", hostUuid=two["uuid"])["hostUuid"] == two["uuid"]
    cloud.act(path, "migrateVm", hostUuid=one["uuid"])
    attach(cloud, devices(cloud, one)[0], vm)
    fails(["SYS.1006", "HOST_ALLOCATION.1001"], cloud.act, path, "migrateVm", hostUuid=two["uuid"])


def test_attached_devices_hinder_maintenance(cloud, fails):
    """manners 5.3 and 5.9: a passed-through device of a VM on the host hinders maintenance."""
    (host,) = build(cloud, sticks(1))
    attach(cloud, devices(cloud, host)[0], cloud.seeded_vm(host))
    fails(["HOST.1001", "SYS.1006"], cloud.act, f"/hosts/{host['uuid']}", "changeHostState", stateEvent="maintain")


def test_redirect_of_a_vm(cloud, fails, new_uuid):
    """manners 5.9: GetVmUsbRedirect, SetVmUsbRedirect: a switch of the VM, off at first."""
    (host,) = build(cloud, [])
    path = f"/vm-instances/{cloud.seeded_vm(host)['uuid']}"
    assert cloud.sync("GET", f"{path}/usbredirect") == {"enable": False}
    for enable in (True, True, False):
        assert cloud.job("PUT", f"{path}/actions", {"setVmUsbRedirect": {"enable": enable}}) == {}
        assert cloud.sync("GET", f"{path}/usbredirect") == {"enable": enable}
    fails("SYS.1003", cloud.sync, "GET", f"/vm-instances/{new_uuid()}/usbredirect")
    fails("SYS.1003", cloud.act, f"/vm-instances/{new_uuid()}", "setVmUsbRedirect", enable=True)


def test_seeds(cloud):
    """Seeded devices stand below hosts or VMs, and a later scan finds them again."""
    vms = [{"name": "vm", "usbDevices": [{"usbVersion": "2.0"}]}]
    cloud.control("POST", "seed", {"zones": [{"clusters": [{"hosts": [{"usbDevices": [{"n": 3}], "vms": vms}]}]}]})
    before = cloud.rows(DEVICES, sort="+uuid")
    assert len(before) == 4 and len(cloud.rows(DEVICES, "vmInstance.name=vm", "usbVersion=2.0")) == 1
    cloud.act(f"/hosts/{cloud.rows('/hosts')[0]['uuid']}", "reconnectHost")
    assert cloud.rows(DEVICES, sort="+uuid") == before
