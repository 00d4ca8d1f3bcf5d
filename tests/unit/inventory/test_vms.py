# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is peculiar to the inventory of VM instances: their addresses, and what belongs to them."""

from __future__ import annotations

import pytest
from ansible.errors import AnsibleParserError

from .conftest import PLACES, Cloud, uuid

OFFICE, STORE = uuid(0x10), uuid(0x11)
NETWORKS = [{"uuid": OFFICE, "name": "office"}, {"uuid": STORE, "name": "storage net"}]


def nic(number, network, ip, *used, device=0):
    return {
        "uuid": uuid(number),
        "l3NetworkUuid": network,
        "ip": ip,
        "deviceId": device,
        "usedIps": [{"ip": address} for address in used],
    }


def vm(number, *nics, **fields):
    return {
        "uuid": uuid(number),
        "name": f"vm-{number}",
        "state": "Running",
        "type": "UserVm",
        "hypervisorType": "KVM",
        "zoneUuid": uuid(0xA),
        "clusterUuid": uuid(0xC),
        "defaultL3NetworkUuid": OFFICE,
        "vmNics": list(nics),
        "allVolumes": [{"uuid": uuid(0x400), "primaryStorageUuid": uuid(0x300)}],
        **fields,
    }


def cloud_of(*vms, generation="5.2", **tables):
    return Cloud(generation, VmInstance=list(vms), L3Network=NETWORKS, **PLACES, **tables)


BOTH = vm(
    1,
    nic(0x21, STORE, "10.0.0.1", device=0),
    nic(0x22, OFFICE, "192.0.2.1", "192.0.2.1", "2001:db8::1", device=1),
)
EIPS = [{"uuid": uuid(0x30), "vmNicUuid": uuid(0x21), "vipIp": "203.0.113.1"}]


@pytest.mark.parametrize(
    ("preferences", "address"),
    [
        (["ipv4", "ipv6"], "192.0.2.1"),
        (["ipv6", "ipv4"], "2001:db8::1"),
        (["ipv4:storage net"], "10.0.0.1"),
        ([f"ipv4:{STORE}"], "10.0.0.1"),
        (["ipv6:storage net", "ipv6:office"], "2001:db8::1"),
        (["eip"], "203.0.113.1"),
        (["eip:office", "ipv4"], "192.0.2.1"),
        (["eip:storage net"], "203.0.113.1"),
        (["ipv4:nowhere"], None),
        ([], None),
    ],
)
def test_the_first_address_that_there_is(load, preferences, address):
    found = load("vms", cloud_of(BOTH, Eip=EIPS), ansible_host=preferences).hosts["vm-1"].vars
    assert found.get("ansible_host") == address


def test_an_older_node_has_one_address_a_nic(load):
    old = vm(1, {"uuid": uuid(0x21), "l3NetworkUuid": OFFICE, "ip": "192.0.2.1", "deviceId": 0})
    assert load("vms", cloud_of(old, generation="2.3.1")).hosts["vm-1"].vars["ansible_host"] == "192.0.2.1"


def test_a_vm_without_a_nic(load, screen):
    bare = {key: value for key, value in vm(1).items() if key != "vmNics"}
    assert "ansible_host" not in load("vms", cloud_of(bare)).hosts["vm-1"].vars
    assert screen.warnings == ["hosts without ansible_host: vm-1 (no ipv4 or ipv6)"]


def test_an_unknown_kind_of_address_is_refused_before_anything_is_sent(load):
    cloud = cloud_of(BOTH)
    with pytest.raises(AnsibleParserError, match="ansible_host: 'ipv5' is none of eip, ipv4, ipv6"):
        load("vms", cloud, ansible_host=["ipv5:office"])
    assert cloud.asked == []


def test_eips_and_networks_are_read_only_when_they_count(load):
    cloud = cloud_of(BOTH, Eip=EIPS)
    load("vms", cloud, names=[])
    assert {"QueryEip", "QueryL3Network"}.isdisjoint(api for api, _conditions in cloud.asked)


NAMES = {
    "Host": [{"uuid": uuid(0x50), "name": "kvm-1"}, {"uuid": uuid(0x51), "name": "kvm-2"}],
    "Image": [{"uuid": uuid(0x60), "name": "centos"}],
    "InstanceOffering": [{"uuid": uuid(0x70), "name": "small"}],
    "PrimaryStorage": [{"uuid": uuid(0x300), "name": "nfs"}],
}


def test_names_beside_uuids(load):
    places = {"hostUuid": uuid(0x50), "lastHostUuid": uuid(0x51), "imageUuid": uuid(0x60)}
    offered = vm(1, nic(0x21, STORE, "10.0.0.1"), **places, instanceOfferingUuid=uuid(0x70))
    cloud = cloud_of(offered, vm(2, state="Stopped"), **NAMES)
    hosts = load("vms", cloud).hosts
    found = hosts["vm-1"].vars
    assert (found["zstack_host_name"], found["zstack_last_host_name"]) == ("kvm-1", "kvm-2")
    assert (found["zstack_image_name"], found["zstack_instance_offering_name"]) == ("centos", "small")
    assert found["zstack_default_l3_network_name"] == "office"
    assert found["zstack_vm_nics"][0]["l3_network_name"] == "storage net"
    assert found["zstack_all_volumes"][0]["primary_storage_name"] == "nfs"
    assert hosts["vm-2"].vars["zstack_host_name"] is None
    # A request a kind, whatever it is asked for.
    asked = [api for api, _conditions in cloud.asked]
    assert sorted(asked) == sorted({*asked}) and len(asked) == 8


def test_names_can_be_chosen(load):
    cloud = cloud_of(vm(1, hostUuid=uuid(0x50)), **NAMES)
    found = load("vms", cloud, names=["host"], builtin_groups=[]).hosts["vm-1"].vars
    assert found["zstack_host_name"] == "kvm-1" and "zstack_cluster_name" not in found
    assert [api for api, _conditions in cloud.asked] == ["QueryVmInstance", "QueryHost"]


def test_variables_and_groups(load):
    inventory = load("vms", cloud_of(BOTH, vm(2, state="Stopped")))
    found = inventory.hosts["vm-1"].vars
    assert found["zstack_vm_nics"][1]["ip"] == "192.0.2.1" and found["zstack_host_uuid"] is None
    assert [h.name for h in inventory.groups["state_Stopped"].get_hosts()] == ["vm-2"]
    assert not any(name.startswith("status_") for name in inventory.groups)


def test_devices_and_storages(load):
    cloud = cloud_of(
        BOTH,
        PciDevice=[{"uuid": uuid(0x200), "hostUuid": uuid(5), "vmInstanceUuid": uuid(1)}, {"uuid": uuid(0x201)}],
        PrimaryStorage=[{"uuid": uuid(0x300), "name": "nfs"}, {"uuid": uuid(0x301), "name": "other"}],
    )
    found = load("vms", cloud, gather=["devices", "storages"]).hosts["vm-1"].vars
    assert [device["uuid"] for device in found["zstack_pci_devices"]] == [uuid(0x200)]
    assert [storage["name"] for storage in found["zstack_primary_storages"]] == ["nfs"]
