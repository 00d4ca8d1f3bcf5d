# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is peculiar to the inventory of bare-metal chassis: their hardware and configuration in both generations."""

from __future__ import annotations

from .conftest import PLACES, Cloud, uuid

CONTENT = '{"cpu_model": "Xeon", "memory": "16416452 kB", "password": "secret"}'
INFO = {"uuid": uuid(0x50), "chassisUuid": uuid(1), "type": "basic", "content": CONTENT}


def chassis(number, **fields):
    return {
        "uuid": uuid(number),
        "name": f"bm-{number}",
        "ipmiAddress": f"198.51.100.{number}",
        "ipmiUsername": "admin",
        "status": "Provisioned",
        **fields,
    }


OLD = Cloud(
    "2.3.1",
    BaremetalChassis=[chassis(1, ipmiPort="623"), chassis(2, status="Unprovisioned")],
    BaremetalHardwareInfo=[INFO, dict(INFO, uuid=uuid(0x51), type="note", content="not JSON")],
    BaremetalHostCfg=[
        {
            "uuid": uuid(0x60),
            "chassisUuid": uuid(1),
            "password": "swordfish",
            "nicCfgs": [{"mac": "00:00:5e:00:53:01", "pxe": True}, {"mac": "00:00:5e:00:53:02", "ip": "192.0.2.1"}],
        }
    ],
)
NEW = Cloud(
    "5.2",
    BaremetalChassis=[
        chassis(1, ipmiPort=623, state="Enabled", zoneUuid=uuid(0xA), clusterUuid=uuid(0xC), hardwareInfos=[INFO]),
        chassis(2, state="Enabled"),
    ],
    BaremetalInstance=[{"uuid": uuid(0x70), "chassisUuid": uuid(1), "managementIp": "192.0.2.7", "bmNics": []}],
    **PLACES,
)


def names(inventory, group):
    return [host.name for host in inventory.groups[group].get_hosts()]


def test_rows_and_groups(load):
    inventory = load("baremetal", OLD)
    found = inventory.hosts["bm-1"].vars
    assert found["ansible_host"] == found["zstack_ipmi_address"] == "198.51.100.1"
    assert "zstack_hardware" not in found and "zstack_configuration" not in found
    assert names(inventory, "status_Provisioned") == ["bm-1"] and names(inventory, "status_Unprovisioned") == ["bm-2"]
    inventory = load("baremetal", NEW)
    assert names(inventory, "zone_lab") == names(inventory, "cluster_compute_nodes") == ["bm-1"]
    assert inventory.hosts["bm-1"].vars["zstack_ipmi_port"] == 623
    assert "zstack_hardware_infos" not in inventory.hosts["bm-1"].vars


def test_hardware(load):
    facts = {"type": "basic", "content": {"cpu_model": "Xeon", "memory": "16416452 kB"}}
    hosts = load("baremetal", OLD, gather=["devices"]).hosts
    assert hosts["bm-1"].vars["zstack_hardware"] == [facts, {"type": "note", "content": "not JSON"}]
    assert hosts["bm-2"].vars["zstack_hardware"] == []
    assert load("baremetal", NEW, gather=["devices"]).hosts["bm-1"].vars["zstack_hardware"] == [facts]


def test_configuration(load):
    hosts = load("baremetal", OLD, gather=["configuration"]).hosts
    assert hosts["bm-1"].vars["zstack_configuration"]["nic_cfgs"][1]["ip"] == "192.0.2.1"
    assert "password" not in hosts["bm-1"].vars["zstack_configuration"]
    assert hosts["bm-2"].vars["zstack_configuration"] is None
    hosts = load("baremetal", NEW, gather=["configuration"]).hosts
    assert hosts["bm-1"].vars["zstack_configuration"]["management_ip"] == "192.0.2.7"


def test_the_configured_address(load):
    for cloud, address in ((OLD, "192.0.2.1"), (NEW, "192.0.2.7")):
        hosts = load("baremetal", cloud, ansible_host=["configured_ip", "ipmi_address"]).hosts
        assert hosts["bm-1"].vars["ansible_host"] == address
        assert hosts["bm-2"].vars["ansible_host"] == "198.51.100.2"
