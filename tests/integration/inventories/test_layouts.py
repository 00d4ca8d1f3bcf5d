# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layouts of the guide, file by file, on a simulated cloud of each generation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LAYOUTS = Path(__file__).resolve().parents[3] / "playbooks" / "inventory"


@pytest.fixture
def run(fresh, play, tmp_path):
    """run(layout, playbook, inventory, **variables): the output of a playbook that must succeed."""
    environment = {"ZSTACK_URL": fresh.url, "ZSTACK_PASSWORD": "password", "HOME": str(tmp_path)}

    def with_variables(layout, playbook, inventory, **variables):
        folder = LAYOUTS / layout
        done = play(folder / playbook, variables, ["-i", folder / inventory], environment)
        assert done.code == 0, done.text
        return done.text

    return with_variables


def cluster(name, *hosts, **others):
    return {"name": name, **others, "hosts": list(hosts)}


def zones(*clusters):
    return {"zones": [{"name": "lab", "clusters": list(clusters)}]}


ALONE = """
- name: Only this host is in maintenance
  ansible.builtin.assert:
    that: query('zstack.cloud.zstack_query', 'host', filters=filters, query='[].name') == [inventory_hostname]
  delegate_to: localhost
  vars:
    filters: [state=Maintenance]
"""


def test_rolling_maintenance(fresh, run, tmp_path):
    hosts = [{"n": 2, "name": "kvm-{i}"}, {"name": "kvm-lost", "status": "Disconnected"}]
    fresh.control("POST", "seed", zones(cluster("compute", *hosts), cluster("other", {"name": "kvm-9"})))
    (tmp_path / "alone.yml").write_text(ALONE)
    text = run(
        "rolling_maintenance",
        "maintain.yml",
        "zstack_hosts.yml",
        cluster="compute",
        maintenance_tasks=str(tmp_path / "alone.yml"),
    )
    assert "kvm-lost" not in text and "kvm-9" not in text
    changes = [e["body"]["changeHostState"]["stateEvent"] for e in fresh.requests() if e["api"] == "ChangeHostState"]
    assert changes == ["maintain", "enable"] * 2


def test_baremetal_fleet(fresh, run, tmp_path):
    chassis = [{"n": 2, "name": "bm-{i}", "inspected": True}, {"name": "bm-new"}]
    below = cluster("metal", hypervisorType="baremetal", type="baremetal", baremetalChassis=chassis)
    fresh.control("POST", "seed", {"baremetalChassis": chassis} if fresh.name == "2.3.1" else zones(below))
    run("baremetal_fleet", "report.yml", "zstack_baremetal.yml", report=str(tmp_path / "fleet.json"))
    fleet = json.loads((tmp_path / "fleet.json").read_text())
    assert fleet["chassis"] == 3
    assert fleet["uninspected"] == ["bm-new"]
    assert sorted(fleet["unconfigured"]) == ["bm-1", "bm-2", "bm-new"]
    assert sorted(name for names in fleet["by_status"].values() for name in names) == ["bm-1", "bm-2", "bm-new"]


def test_vms_by_application(fresh, run, call, tmp_path):
    network = {"name": "l2", "l3Networks": [{"name": "office", "ipRanges": [{"networkCidr": "192.0.2.0/24"}]}]}
    below = cluster("compute", {"name": "kvm", "vms": [{"n": 4, "name": "web-{i}"}]}, l2Networks=[network])
    fresh.control("POST", "seed", zones(below))
    vms = {row["name"]: row for row in call(fresh, "GET", "/vm-instances")["inventories"]}
    for name, text in (
        ("web-1", "app::web::v1"),
        ("web-2", "app::web::v2"),
        ("web-3", "app::web::v2"),
        ("web-3", "ansible::ignore"),
        ("web-4", "app::mail"),
    ):
        tag = {"resourceType": "VmInstanceVO", "resourceUuid": vms[name]["uuid"], "tag": text}
        call(fresh, "POST", "/user-tags", {"params": tag})
    run("vms_by_application", "balance.yml", "zstack_vms.yml", upstream=str(tmp_path / "web.conf"))
    servers = [line.split() for line in (tmp_path / "web.conf").read_text().splitlines() if "server" in line]
    addresses = {name: row["vmNics"][0]["ip"] for name, row in vms.items()}
    assert servers == [
        ["server", f"{addresses['web-1']}:8080;", "#", "web-1"],
        ["server", f"{addresses['web-2']}:8443;", "#", "web-2"],
    ]
