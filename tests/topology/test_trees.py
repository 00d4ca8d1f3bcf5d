# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a topology does that its objects one by one could not: it knows what becomes of the others."""

from __future__ import annotations

import json
import re

import pytest
from clouds import differences, states, worked
from trees import SECRET

from ansible_collections.zstack.cloud.plugins.module_utils._engine.tree import KEYS
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import Event


def host(name, ip, **options):
    return {"name": name, "management_ip": f"192.0.2.{ip}", "username": "root", "password": SECRET, **options}


def lab(*hosts, zone=(), cluster=(), **more):
    inner = {"name": "c", "hypervisor_type": "KVM", "hosts": list(hosts), **dict(cluster)}
    return {"zones": [{"name": "z", "clusters": [inner], **dict(zone), **more}]}


@pytest.fixture(autouse=True)
def empty(cloud):
    cloud.reset()


def values(cloud, place, field):
    return {row["name"]: row.get(field) for row in cloud.rows()[place]}


@pytest.mark.parametrize("latency", [{"mode": "immediate"}, {"mode": "polls", "value": 2}], ids=["at once", "slow"])
def test_a_state_that_reaches_what_is_within_comes_first(cloud, latency):
    """The node disables clusters and hosts with their zone: those that are to be enabled are so at the end."""
    cloud.reset(latency=latency)
    hosts = host("h1", 1, state="enabled"), host("h2", 2, state="disabled"), host("h3", 3, state="maintenance")
    tree = lab(*hosts, zone={"state": "disabled"}, cluster={"state": "enabled"})
    wanted = {"h1": "Enabled", "h2": "Disabled", "h3": "Maintenance"}
    cloud.make(tree)
    assert values(cloud, "hosts", "state") == wanted
    for zone, cluster in (("enabled", "enabled"), ("enabled", "disabled"), ("disabled", "enabled")):
        tree["zones"][0]["state"], tree["zones"][0]["clusters"][0]["state"] = zone, cluster
        cloud.make(tree)
        assert values(cloud, "hosts", "state") == wanted


def test_states_reach_kinds_that_there_are():
    kinds = {resource.kind for resource in KEYS.values()}
    reached = {kind for r in KEYS.values() for event in r.of(Event) for kind in event.spreads}
    assert reached == {"cluster", "host"} and reached <= kinds


def test_a_name_is_free_when_its_object_goes_or_gets_another(cloud):
    cloud.make(lab(host("a", 1), host("b", 2)))
    cloud.make(lab(host("b", 1), host("a", 2)))
    assert values(cloud, "hosts", "managementIp") == {"b": "192.0.2.1", "a": "192.0.2.2"}
    cloud.make(lab(host("a", 1), host("b", 3)), prune="managed")
    assert values(cloud, "hosts", "managementIp") == {"a": "192.0.2.1", "b": "192.0.2.3"}


def test_a_name_that_stays_is_not_given_twice(cloud):
    cloud.make(lab(host("a", 1), host("b", 2)))
    for tree in (lab(host("b", 1)), lab(host("b", 3)), lab(host("b", 3), host("b", 4))):
        refused = cloud.apply(tree)
        assert refused["failed"] and "zones[0].clusters[0].hosts[" in refused["msg"] and "'b'" in refused["msg"]


def test_what_goes_cannot_be_referred_to(cloud):
    storage = {"name": "s", "url": "/s", "clusters": ["c"]}
    cloud.make(lab(smp_primary_storages=[storage]))
    left = {"zones": [{"name": "z", "smp_primary_storages": [storage]}]}
    refused = cloud.apply(left, prune="managed")
    assert refused["failed"] and "zones[0].smp_primary_storages[0] (s): clusters" in refused["msg"]


def test_what_goes_is_told_by_its_place(cloud):
    tree = lab(host("h", 1))
    tree["zones"].append({**lab(host("h", 2))["zones"][0], "name": "y"})
    cloud.make(tree)
    gone = worked(cloud.apply({}, state="absent"))
    assert states(gone) == dict.fromkeys(
        [f"zones[{z}]{rest}" for z in "yz" for rest in ("", ".clusters[c]", ".clusters[c].hosts[h]")], "deleted"
    )
    assert not cloud.rows()["zones"]


def test_devices_below_a_host_that_is_not_there_yet(cloud):
    """They are found with the host: what is to become of them is not known before, and done in the same run."""
    devices = [{"vendorId": "10de", "deviceId": "1eb8"}]
    cloud.reset({"machines": {"192.0.2.1": {"devices": {"pci": devices}}}})
    device = {"pci_device_address": "0000:01:00.0", "state": "disabled"}
    tree = lab(host("h", 1, pci_devices=[device]))
    predicted = worked(cloud.apply(tree, check=True))
    assert states(predicted)["zones[0].clusters[0].hosts[0].pci_devices[0]"] == "unknown"
    result = cloud.make(tree)
    assert states(result)["zones[0].clusters[0].hosts[0].pci_devices[0]"] == "changed"


def test_a_device_that_a_new_host_does_not_have(cloud):
    tree = lab(host("h", 1, pci_devices=[{"pci_device_address": "0000:99:00.0"}]))
    result = cloud.apply(tree)
    assert result["failed"] and "hosts[0].pci_devices[0]" in result["msg"] and "0000:99:00.0" in result["msg"]
    assert states(result)["zones[0].clusters[0].hosts[0]"] == "created"
    assert states(result)["zones[0].clusters[0].hosts[0].pci_devices[0]"] == "failed"


def test_two_runs_make_what_one_makes(cloud):
    """A cloud that is half there is completed to the same as one from nothing."""
    cloud.make(lab(host("h1", 1)))
    cloud.make(lab(host("h1", 1), host("h2", 2)))
    grown = cloud.rows()
    cloud.reset()
    cloud.make(lab(host("h1", 1), host("h2", 2)))
    assert differences(grown, cloud.rows()) == ""


def test_what_is_below_a_host_that_fails_waits_for_it(cloud):
    cloud.reset({"machines": {"192.0.2.1": {"reachable": False}}})
    result = cloud.apply(lab(host("h", 1, pci_devices=[{"pci_device_address": "0000:01:00.0"}])))
    assert result["failed"] and "zones[0].clusters[0].hosts[0] (" in result["msg"]
    assert states(result)["zones[0].clusters[0].hosts[0]"] == "failed"
    assert states(result)["zones[0].clusters[0].hosts[0].pci_devices[0]"] == "blocked"


def test_what_needs_what_is_refused_is_not_tried(cloud):
    """Such as a race leaves behind: looked at once more, a part of the tree is refused, and the rest is done."""
    storages = [{"name": "bad"}, {"name": "good", "url": "/s"}]
    seen = cloud.looked_at(lab(host("h", 1), cluster={"primary_storages": ["bad"]}, smp_primary_storages=storages))
    errors = {node.path: node.error.message for node in seen.nodes if node.error}
    assert "url" in errors.pop("zones[0].smp_primary_storages[0]")
    assert errors == dict.fromkeys(
        ["zones[0].clusters[0]", "zones[0].clusters[0].hosts[0]"], "what it needs is refused"
    )
    assert {step.name for step in seen.plan.steps} == {"z", "good"}


def test_a_name_that_is_a_number_is_no_place(cloud):
    cloud.make({"zones": [{"name": "1"}, {"name": "a"}]})
    result = worked(cloud.apply({"zones": [{"name": "a"}, {"name": "b"}]}, prune="managed"))
    assert result["topology"]["counts"] == {"created": 1, "deleted": 1, "unchanged": 1}


def test_a_storage_waits_for_no_host_that_goes(cloud):
    """Nobody mounts it, and nobody waits for that: the deletion of the only host runs beside the attachment."""
    cloud.make(lab(host("h", 1)))
    cloud.take({"mode": "seconds", "value": 0.05})
    storage = {"name": "s", "url": "/s", "clusters": ["c"]}
    cloud.make(lab(smp_primary_storages=[storage]), prune="managed", zstack_wait_timeout=5)
    assert values(cloud, "primary-storage", "status") == {"s": "Disconnected"}


def test_what_does_not_come_to_show_what_it_should_has_failed(cloud):
    """Though nothing is left to be done: a host of ZStack 5 connects again by itself, or does not."""
    cloud.make(lab(host("h", 1, state="maintenance")))
    cloud.node.control("POST", "seed", {"machines": {"192.0.2.1": {"reachable": False}}})
    result = cloud.apply(lab(host("h", 1, state="enabled")), zstack_wait_timeout=1)
    assert result["changed"] and values(cloud, "hosts", "state") == {"h": "Enabled"}
    if cloud.generation == "5.2":
        assert result["failed"] and "in vain" in result["msg"]
        assert states(result) == {"zones[0].clusters[0].hosts[0]": "failed"}


def test_the_plan_as_a_file_can_be_carried_out_in_its_order_and_has_no_secret(cloud, tmp_path):
    path = tmp_path / "plan.json"
    worked(cloud.apply(lab(host("h", 1)), check=True, plan_file=str(path)))
    text = path.read_text()
    assert SECRET not in text
    plan = json.loads(text)
    seen = set()
    for step in plan:
        assert seen.issuperset(step["after"])
        seen.add(step["id"])
    told = [(step["path"], step["name"], step["api"]) for step in plan]
    assert told == [
        ("zones[0]", "z", "CreateZone"),
        ("zones[0].clusters[0]", "c", "CreateCluster"),
        ("zones[0].clusters[0].hosts[0]", "h", "AddKVMHost"),
    ]
    assert plan[2]["params"]["managementIp"] == "192.0.2.1" and plan[2]["after"] == [plan[1]["id"]]


def test_nothing_goes_that_may_be_named(cloud):
    """Where a part of the tree could not be looked for, such as in a second round, nobody knows what is not in it."""
    cloud.make({"zones": [{"name": "y"}, {"name": "z"}]})
    cloud.node.control("POST", "faults", [{"api": "QueryZone", "do": "fail", "nth": 1}])
    seen = cloud.looked_at({"zones": [{"name": "y"}, {"name": "z"}]}, prune="managed")
    assert [bool(node.error) for node in seen.nodes] == [True, False]
    assert not seen.going and not seen.plan.steps


def test_the_drawing_hangs_what_goes_where_it_stood(cloud):
    cloud.make(lab(host("a", 1), host("b.c[1].d", 2)))
    graph = cloud.apply(lab(host("a", 1)), check=True, prune="managed", graph=True)["graph"]
    ids = {name: id for id, name in re.findall(r'(n\d+)\["\w+ (.*?)"\]', graph)}
    assert set(re.findall(r"n\d+ --> n\d+", graph)) == {
        f"{ids[outer]} --> {ids[inner]}" for outer, inner in [("z", "c"), ("c", "a"), ("c", "b.c[1].d")]
    }


def test_what_would_stop_is_asked_for_by_its_place(cloud):
    here = {
        "name": "c",
        "primaryStorages": [{"name": "disks", "type": "LocalStorage"}],
        "hosts": [{"name": "h", "managementIp": "192.0.2.1", "vms": [{"name": "tied"}]}],
    }
    cloud.reset({"zones": [{"name": "z", "clusters": [here]}]})
    refused = cloud.apply(lab(host("h", 1, state="maintenance")))
    assert refused["failed"] and "zones[0].clusters[0].hosts[0]" in refused["msg"] and "stop_vms" in refused["msg"]
    cloud.make(lab(host("h", 1, state="maintenance", stop_vms=True)))


def test_all_that_is_not_named_goes_from_the_zones_that_are(cloud):
    """Whoever made it; what ZStack takes along goes only if told so, and other zones are nobody's business."""
    within = {
        "clusters": [{"name": "x", "hosts": [{"name": "h", "managementIp": "192.0.2.9", "vms": [{"name": "vm"}]}]}],
        "primaryStorages": [{"name": "s", "type": "NFS", "url": "192.0.2.8:/s"}],
    }
    cloud.reset({"zones": [{"name": "z", **within}, {"name": "y", "clusters": [{"name": "x"}]}]})
    tree = lab(host("a", 1))
    refused = cloud.apply(tree, prune="all", check=True)
    assert refused["failed"] and "zones[z].clusters[x]" in refused["msg"] and "vm" in refused["msg"]
    gone = states(cloud.make(tree, prune="all", cascade=True))
    assert {place for place, state in gone.items() if state == "deleted"} == {
        "zones[z].clusters[x]",
        "zones[z].clusters[x].hosts[h]",
        "zones[z].nfs_primary_storages[s]",
    }
    assert (*values(cloud, "clusters", "state"), *values(cloud, "zones", "state")) == ("c", "x", "y", "z")
