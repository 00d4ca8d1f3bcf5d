# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all inventory plugins have in common, shown with that of the hosts."""

from __future__ import annotations

import json

import pytest
from ansible.errors import AnsibleError, AnsibleParserError
from ansible.inventory import manager
from ansible.inventory.data import InventoryData
from ansible.parsing.dataloader import DataLoader
from ansible.plugins.inventory import BaseInventoryPlugin
from ansible.template import Templar

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError
from ansible_collections.zstack.cloud.plugins.plugin_utils import _compose as compose

from .conftest import URL, cloud_of, host, trusted, uuid


def members(inventory):
    """{group: names of its hosts} without Ansible's own groups."""
    return {
        name: sorted(h.name for h in group.get_hosts())
        for name, group in inventory.groups.items()
        if name not in ("all", "ungrouped")
    }


def error(api, code="SYS.1000"):
    return ApiError({"code": code, "details": "it was refused"}, api=api)


# -- variables


def test_variables_are_what_modules_return_with_a_prefix(load):
    inventory = load("hosts", cloud_of(host(1, password="secret", description=None)))
    found = inventory.hosts["kvm-1"].vars
    assert found["zstack_management_ip"] == "192.0.2.1"
    assert found["zstack_create_date"] == "2017-11-04 13:02:03"
    assert found["zstack_description"] is None and found["zstack_architecture"] is None
    assert found["zstack_zone_name"] == "lab" and found["zstack_cluster_name"] == "compute nodes"
    assert "secret" not in found.values()
    assert {name for name in found if not name.startswith("zstack_")} == {
        "ansible_host",
        "inventory_dir",
        "inventory_file",
    }


def test_prefix(load):
    found = load("hosts", cloud_of(host(1)), hostvars_prefix="cloud_").hosts["kvm-1"].vars
    assert found["cloud_state"] == "Enabled" and "zstack_state" not in found
    assert load("hosts", cloud_of(host(1)), hostvars_prefix="").hosts["kvm-1"].vars["state"] == "Enabled"
    with pytest.raises(AnsibleParserError, match="hostvars_prefix: '1-' cannot begin the name of a variable"):
        load("hosts", cloud_of(host(1)), hostvars_prefix="1-")


def test_what_the_cloud_says_is_no_template(load):
    cloud = cloud_of(host(1, description="{{ 6 * 7 }}", name="{{ 6 * 7 }}"))
    inventory = load("hosts", cloud, compose={"copy": "zstack_description", "loud": "zstack_description | upper"})
    ((name, found),) = inventory.hosts.items()
    assert name == "{{ 6 * 7 }}"
    assert (found.vars["copy"], found.vars["loud"]) == ("{{ 6 * 7 }}", "{{ 6 * 7 }}")
    for value in (found.vars["zstack_description"], found.vars["copy"]):
        # Whatever reads it later takes it for data: this is how the installed core says so.
        assert compose.copied(value) == "{{ 6 * 7 }}"


def as_the_manager_hands_it(plugin=None):
    """An inventory as Ansible's manager hands it to a plugin, from 2.19 on in a wrapper that marks values."""
    if not hasattr(manager, "_InventoryDataWrapper"):
        return InventoryData()
    origin = manager.Origin(description="the file")
    return manager._InventoryDataWrapper(InventoryData(), target_plugin=plugin or BaseInventoryPlugin, origin=origin)


def printed(variables):
    return json.dumps(variables, sort_keys=True)


def test_variables_are_set_as_the_manager_would(load):
    """They go past what it does to each value: the outcome must be the same for whoever reads it."""
    texts = {"description": "{{ 6 * 7 }}", "osVersion": "#jinja2: x", "architecture": "{% broken"}
    tables = {**DEVICES, "PciDevice": [{"uuid": uuid(2), "hostUuid": uuid(1), "metaData": {"a": ["{{ 6 * 7 }}", 1.5]}}]}
    inventory = as_the_manager_hands_it()
    load("hosts", cloud_of(host(1, **texts), **tables), gather=["devices"], inventory=inventory)
    found = inventory.hosts["kvm-1"].vars
    reference = as_the_manager_hands_it()
    reference.add_host("kvm-1")
    for name, value in found.items():
        reference.set_variable("kvm-1", name, value)
    assert printed(found) == printed(reference.hosts["kvm-1"].vars)
    for variables in (found, reference.hosts["kvm-1"].vars):
        templar = Templar(DataLoader(), variables=variables)
        assert templar.template(trusted("{{ zstack_description }}")) == "{{ 6 * 7 }}"
        assert templar.template(trusted("{{ zstack_pci_devices[0].meta_data.a[0] }}")) == "{{ 6 * 7 }}"
        assert templar.template(trusted("{{ zstack_architecture ~ zstack_os_version }}")) == "{% broken#jinja2: x"


def test_what_the_file_composes_says_where_it_comes_from(load):
    tags = pytest.importorskip("ansible._internal._datatag._tags", reason="ansible-core before 2.19 marks nothing")
    inventory = as_the_manager_hands_it()
    compose = {"by_path": "zstack_name", "by_expression": "zstack_name | upper"}
    load("hosts", cloud_of(host(1)), compose=compose, inventory=inventory)
    found = inventory.hosts["kvm-1"].vars
    assert [tags.Origin.get_tag(found[name]).description for name in compose] == ["the file"] * 2
    assert not any(tags.TrustedAsTemplate.is_tagged_on(value) for value in found.values())


def test_a_host_with_the_name_of_a_group_keeps_its_variables(load):
    inventory = load(
        "hosts", cloud_of(host(1), host(2, name="taken")), keyed_groups=[{"key": "'taken'", "separator": ""}]
    )
    assert inventory.hosts["taken"].vars["ansible_host"] == "192.0.2.2"
    assert inventory.hosts["taken"].vars["zstack_uuid"] == uuid(2)
    assert "ansible_host" not in inventory.groups["taken"].vars


# -- names


def test_the_first_of_hostnames_with_a_value_counts(load):
    cloud = cloud_of(host(1), host(2, description="second"), host(3, description=""))
    names = ["zstack_tags.fqdn", "zstack_description", "{{ zstack_name }}.example.org"]
    assert sorted(load("hosts", cloud, hostnames=names).hosts) == ["kvm-1.example.org", "kvm-3.example.org", "second"]


def test_a_host_without_a_name(load, screen):
    cloud = cloud_of(host(1), host(2, description="second"))
    assert list(load("hosts", cloud, hostnames=["zstack_description"]).hosts) == ["second"]
    (warning,) = screen.warnings
    assert "left out" in warning and uuid(1) in warning
    with pytest.raises(AnsibleParserError, match="none of hostnames gives them a name: " + uuid(1)):
        load("hosts", cloud, hostnames=["zstack_description"], strict=True)


def test_the_uuid_stands_in_for_an_empty_name(load):
    assert list(load("hosts", cloud_of(host(1, name=""))).hosts) == [uuid(1)]


OLD = host(0xB0, name="web", createDate="Nov 4, 2017 1:02:03 AM")
NEW = host(0xA0, name="web", createDate="Dec 4, 2017 1:02:03 AM")


def test_duplicates_get_their_uuids(load, screen):
    old, new = dict(OLD, uuid="b" * 32), dict(NEW, uuid="a" * 32)
    taken, alike = host(3, name="web_aaaaaaaa"), dict(NEW, uuid="b" * 31 + "c")
    inventory = load("hosts", cloud_of(old, new, taken, alike))
    assert set(inventory.hosts) == {"web_" + "a" * 32, "web_aaaaaaaa", "web_bbbbbbbb", "web_" + "b" * 31 + "c"}
    assert inventory.hosts["web_aaaaaaaa"].vars["zstack_uuid"] == uuid(3)
    (warning,) = screen.warnings
    assert warning.startswith("hosts of one name, to which their uuids were added: web_bbbbbbbb, web_aaaa")
    # The names decide about the order, those that were added to as well.
    assert list(inventory.hosts) == sorted(inventory.hosts)


def test_duplicates_first_is_the_oldest(load, screen):
    inventory = load("hosts", cloud_of(NEW, OLD, host(1)), duplicates="first")
    assert sorted(inventory.hosts) == ["kvm-1", "web"]
    assert inventory.hosts["web"].vars["zstack_uuid"] == OLD["uuid"]
    assert screen.warnings == [f"hosts left out, as an older one has their name: web {NEW['uuid']} (duplicates=first)"]


@pytest.mark.parametrize("duplicates", ["suffix", "first"])
def test_a_thousand_duplicates_are_one_warning(load, screen, duplicates):
    load("hosts", cloud_of(*(host(n, name=f"web-{n % 1000}") for n in range(2000))), duplicates=duplicates)
    assert len(screen.warnings) == 1 and "and 995 more" in screen.warnings[0].replace("1995", "995")


def test_duplicates_fail(load):
    with pytest.raises(AnsibleParserError) as failure:
        load("hosts", cloud_of(NEW, OLD), duplicates="fail")
    for told in ("2 hosts are named 'web'", OLD["uuid"], NEW["uuid"], "hostnames"):
        assert told in str(failure.value)


def test_hosts_are_in_the_order_of_their_names(load):
    cloud = cloud_of(*(host(n, name=name) for n, name in enumerate(["c", "a", "B", "a1"])))
    inventory = load("hosts", cloud)
    assert list(inventory.hosts) == ["B", "a", "a1", "c"]
    assert [h.name for h in inventory.groups["zone_lab"].get_hosts()] == ["B", "a", "a1", "c"]


# -- filters


def test_filters_are_the_nodes(load):
    cloud = cloud_of(host(1), host(2, status="Disconnected"))
    assert list(load("hosts", cloud, filters=["status=Connected"]).hosts) == ["kvm-1"]
    assert cloud.asked[0] == ("QueryHost", ["status=Connected"])
    load("hosts", cloud, filters=["management_ip=192.0.2.1"])
    assert ("QueryHost", ["managementIp=192.0.2.1"]) in cloud.asked


@pytest.mark.parametrize("wrong", ["status", "status = Connected", "a-b=c"])
def test_a_wrong_filter_is_refused_before_anything_is_sent(load, wrong):
    cloud = cloud_of(host(1))
    with pytest.raises(AnsibleParserError, match="filters: "):
        load("hosts", cloud, filters=[wrong])
    assert cloud.asked == []


@pytest.mark.parametrize(
    ("condition", "hint"),
    [
        ("managment_ip=192.0.2.1", " (there is no field 'managment_ip', did you mean management_ip?)"),
        ("osVersio=7", " (there is no field 'os_versio', did you mean os_version?)"),
        ("clutser.name=compute", " (there is no field 'clutser', did you mean cluster?)"),
        ("flavour=x", " (there is no field 'flavour')"),
        # What may well be there.
        ("vmInstance.name=web", ""),
        ("cluster.nmae=compute", ""),
        ("__userTag__=x", ""),
    ],
)
def test_an_unknown_field_is_the_nodes_to_refuse_and_ours_to_explain(load, condition, hint):
    cloud = cloud_of(host(1))
    cloud.fail["QueryHost"] = error("QueryHost")
    with pytest.raises(AnsibleParserError) as failure:
        load("hosts", cloud, filters=[condition])
    assert str(failure.value).partition("it was refused")[2].startswith(hint)
    assert hint or "there is no field" not in str(failure.value)


def test_include_and_exclude(load):
    cloud = cloud_of(*(host(n, cpuNum=n) for n in range(1, 7)))
    chosen = load("hosts", cloud, include_filters=["zstack_cpu_num > 4", "inventory_hostname == 'kvm-1'"]).hosts
    assert sorted(chosen) == ["kvm-1", "kvm-5", "kvm-6"]
    chosen = load("hosts", cloud, include_filters=["zstack_cpu_num > 4"], exclude_filters=["zstack_cpu_num == 6"]).hosts
    assert list(chosen) == ["kvm-5"]
    assert members(load("hosts", cloud, exclude_filters=["zstack_state == 'Enabled'"])) == {}


def test_hosts_whose_filters_fail_are_left_out(load, screen):
    cloud = cloud_of(host(1, cpuNum=1), host(2))
    assert list(load("hosts", cloud, exclude_filters=["zstack_cpu_num > 4"]).hosts) == ["kvm-1"]
    assert "left out" in screen.warnings[0] and "kvm-2" in screen.warnings[0]
    with pytest.raises(AnsibleParserError, match="exclude_filters fail: kvm-2"):
        load("hosts", cloud, exclude_filters=["zstack_cpu_num > 4"], strict=True)


# -- addresses


def test_ansible_host(load):
    cloud = cloud_of(host(1, ipmiAddress="198.51.100.1"), host(2))
    assert load("hosts", cloud).hosts["kvm-1"].vars["ansible_host"] == "192.0.2.1"
    preferred = load("hosts", cloud, ansible_host=["ipmi_address", "management_ip"]).hosts
    assert [preferred[name].vars["ansible_host"] for name in ("kvm-1", "kvm-2")] == ["198.51.100.1", "192.0.2.2"]
    assert "ansible_host" not in load("hosts", cloud, ansible_host=[]).hosts["kvm-1"].vars


def test_a_host_without_an_address_stays_and_is_told(load, screen):
    cloud = cloud_of(host(1, managementIp=None), host(2))
    inventory = load("hosts", cloud)
    assert sorted(inventory.hosts) == ["kvm-1", "kvm-2"] and "ansible_host" not in inventory.hosts["kvm-1"].vars
    assert screen.warnings == ["hosts without ansible_host: kvm-1 (no management_ip)"]
    with pytest.raises(AnsibleParserError, match=r"hosts without ansible_host: kvm-1 \(no management_ip\)"):
        load("hosts", cloud, strict=True)


# -- groups


def test_builtin_groups(load):
    cloud = cloud_of(host(1), host(2, clusterUuid=uuid(0xD), status="Disconnected", state="Maintenance"))
    assert members(load("hosts", cloud)) == {
        "zone_lab": ["kvm-1", "kvm-2"],
        "cluster_compute_nodes": ["kvm-1"],
        "cluster_gpu": ["kvm-2"],
        "state_Enabled": ["kvm-1"],
        "state_Maintenance": ["kvm-2"],
        "status_Connected": ["kvm-1"],
        "status_Disconnected": ["kvm-2"],
        "hypervisor_KVM": ["kvm-1", "kvm-2"],
    }


def test_builtin_groups_can_be_switched_off(load):
    cloud = cloud_of(host(1))
    inventory = load("hosts", cloud, builtin_groups=["state"], names=[])
    assert members(inventory) == {"state_Enabled": ["kvm-1"]}
    assert "zstack_zone_name" not in inventory.hosts["kvm-1"].vars
    assert [api for api, _conditions in cloud.asked] == ["QueryHost"]


def tag(number, text, **fields):
    return {"uuid": uuid(0x100), "resourceUuid": uuid(number), "resourceType": "HostVO", "tag": text, **fields}


TAGS = {
    "UserTag": [tag(1, "app::web::v2"), tag(1, "on-call"), tag(2, "app::db"), tag(9, "app::of another")],
    "SystemTag": [tag(1, "reservedMemory::1G"), tag(1, "consolePassword::swordfish"), tag(2, "userdata::c2VjcmV0")],
}


def test_groups_by_tag(load):
    inventory = load("hosts", cloud_of(host(1), host(2), **TAGS), gather=["tags"], builtin_groups=["user_tag"])
    assert members(inventory) == {
        "tag_app": ["kvm-1", "kvm-2"],
        "tag_app_web": ["kvm-1"],
        "tag_app_web_v2": ["kvm-1"],
        "tag_app_db": ["kvm-2"],
        "tag_on_call": ["kvm-1"],
    }
    assert [group.name for group in inventory.groups["tag_app"].child_groups] == ["tag_app_web", "tag_app_db"]
    inventory = load("hosts", cloud_of(host(1), host(2), **TAGS), gather=["tags"], builtin_groups=["system_tag"])
    assert set(members(inventory)) == {"system_tag_reservedMemory", "system_tag_reservedMemory_1G"}


def test_variables_by_tag(load):
    inventory = load("hosts", cloud_of(host(1), host(2), **TAGS), gather=["tags"])
    found = inventory.hosts["kvm-1"].vars
    assert found["zstack_user_tags"] == ["app::web::v2", "on-call"]
    assert found["zstack_tags"] == {"app": "web::v2", "on-call": ""}
    assert found["zstack_system_tags"] == ["reservedMemory::1G"]
    assert inventory.hosts["kvm-2"].vars["zstack_system_tags"] == []


def test_composed_variables_and_groups(load):
    inventory = load(
        "hosts",
        cloud_of(host(1), host(2, status="Disconnected")),
        compose={"ansible_user": "'root'", "where": "zstack_cluster_name"},
        groups={"lost": "zstack_status != 'Connected'"},
        keyed_groups=[{"key": "where", "prefix": "in"}],
        builtin_groups=[],
        names=[],
    )
    assert inventory.hosts["kvm-1"].vars["ansible_user"] == "root"
    assert members(inventory) == {"lost": ["kvm-2"]}
    cluster = load("hosts", cloud_of(host(1)), keyed_groups=[{"key": "zstack_cluster_name", "prefix": "in"}])
    assert members(cluster)["in_compute_nodes"] == ["kvm-1"]


# -- what fails


def test_a_template_that_fails_leaves_the_rest(load, screen):
    cloud = cloud_of(host(1, cpuNum=0), host(2, cpuNum=4))
    options = {
        "compose": {"share": "8 / zstack_cpu_num", "kept": "zstack_name"},
        "groups": {"half": "8 / zstack_cpu_num == 2"},
        "keyed_groups": [{"key": "zstack_cpu_num + 1"}, {"key": "zstack_name"}],
    }
    inventory = load("hosts", cloud, **options)
    assert inventory.hosts["kvm-2"].vars["share"] in (2.0, "2.0") and "share" not in inventory.hosts["kvm-1"].vars
    assert members(inventory)["half"] == ["kvm-2"] and members(inventory)["_kvm_1"] == ["kvm-1"]
    assert len(screen.warnings) >= 2
    assert any("no value of 8 / zstack_cpu_num for: kvm-1 (" in warning for warning in screen.warnings)
    assert any("no group by 8 / zstack_cpu_num == 2 for: kvm-1 (" in warning for warning in screen.warnings)
    with pytest.raises(AnsibleError, match="Could not set share for host kvm-1"):
        load("hosts", cloud, strict=True, **options)


def test_half_a_cloud_is_no_inventory(load):
    inventory = InventoryData()
    inventory.add_host("other")
    cloud = cloud_of(host(1, cpuNum=4), host(2, cpuNum=0))
    with pytest.raises(AnsibleError, match="Could not set share for host kvm-2"):
        load("hosts", cloud, strict=True, compose={"share": "8 / zstack_cpu_num"}, inventory=inventory)
    assert list(inventory.hosts) == ["other"]
    assert inventory.groups["zone_lab"].get_hosts() == []


def test_the_session_is_given_back_in_any_case_and_in_time(load):
    cloud = cloud_of(host(1))
    load("hosts", cloud, zstack_wait_timeout=7)
    assert cloud.released == 1 and cloud.limits == [7]
    cloud.fail["QueryHost"] = error("QueryHost")
    with pytest.raises(AnsibleParserError):
        load("hosts", cloud)
    assert cloud.released == 2


def test_a_misspelt_variable_is_told_and_a_missing_one_is_no_news(load, screen):
    cloud = cloud_of(host(1), host(2), **TAGS)
    load("hosts", cloud, gather=["tags"], keyed_groups=[{"key": "zstack_tags.app"}, {"key": "zstack_nmae"}])
    assert [warning for warning in screen.warnings if "zstack_nmae for: kvm-1, kvm-2" in warning]
    screen.warnings.clear()
    load("hosts", cloud, gather=["tags"], compose={"tag": "zstack_tags['on-call']"})
    load("hosts", cloud, gather=["tags"], compose={"app": "zstack_tags.app"})
    assert screen.warnings == []
    assert any("zstack_tags['on-call'] for: kvm-2" in detail for detail in screen.details)


def test_many_hosts_are_not_all_named(load, screen):
    load("hosts", cloud_of(*(host(n, managementIp=None) for n in range(1, 10))))
    assert screen.warnings == [
        "hosts without ansible_host: kvm-1, kvm-2, kvm-3, kvm-4, kvm-5 and 4 more (no management_ip)"
    ]


# -- gathering

DEVICES = {
    "PciDevice": [{"uuid": uuid(0x200), "hostUuid": uuid(1), "type": "Generic", "metaData": {"a": "b"}}],
    "UsbDevice": [{"uuid": uuid(0x201), "hostUuid": uuid(9)}],
    "MdevDevice": [{"uuid": uuid(0x202), "hostUuid": uuid(1)}],
    "PrimaryStorage": [
        {"uuid": uuid(0x300), "name": "nfs", "attachedClusterUuids": [uuid(0xC)], "url": "nfs://192.0.2.9/a"},
        {"uuid": uuid(0x301), "name": "other", "attachedClusterUuids": [uuid(0xD)]},
    ],
}


def test_devices_and_storages(load):
    found = load("hosts", cloud_of(host(1), **DEVICES), gather=["devices", "storages"]).hosts["kvm-1"].vars
    assert [device["uuid"] for device in found["zstack_pci_devices"]] == [uuid(0x200)]
    assert [device["uuid"] for device in found["zstack_mdev_devices"]] == [uuid(0x202)]
    assert found["zstack_usb_devices"] == []
    assert [storage["name"] for storage in found["zstack_primary_storages"]] == ["nfs"]


def test_what_a_generation_lacks_is_not_asked_for(load):
    cloud = cloud_of(host(1), generation="2.3.1", **DEVICES)
    assert load("hosts", cloud, gather=["devices"]).hosts["kvm-1"].vars["zstack_mdev_devices"] == []
    assert "QueryMdevDevice" not in [api for api, _conditions in cloud.asked]


def test_gathering_costs_no_request_a_host(load):
    cloud = cloud_of(*(host(n) for n in range(1, 1001)), **DEVICES, **TAGS)
    load("hosts", cloud, gather=["devices", "storages", "tags"])
    assert len(cloud.asked) == 9
    conditions = dict(cloud.asked)
    assert conditions["QueryPciDevice"] == ["hostUuid not null"]
    assert conditions["QueryUserTag"] == ["resourceType=HostVO", "resourceUuid not null"]


def test_few_hosts_do_not_make_the_whole_cloud_be_read(load):
    cloud = cloud_of(host(1), host(2), **DEVICES)
    load("hosts", cloud, gather=["devices"])
    assert dict(cloud.asked)["QueryPciDevice"] == [f"hostUuid?={uuid(1)},{uuid(2)}"]


def test_what_cannot_be_gathered_is_told(load, screen):
    cloud = cloud_of(host(1), **DEVICES)
    cloud.fail["QueryUsbDevice"] = error("QueryUsbDevice", "ID.1002")
    found = load("hosts", cloud, gather=["devices"]).hosts["kvm-1"].vars
    assert len(found["zstack_pci_devices"]) == 1 and found["zstack_usb_devices"] == []
    assert "usb_device could not be read" in screen.warnings[0] and "ID.1002" in screen.warnings[0]
    with pytest.raises(AnsibleParserError, match=r"QueryUsbDevice failed: ID\.1002"):
        load("hosts", cloud, gather=["devices"], strict=True)


def test_names_stand_beside_uuids_at_any_depth(load):
    devices = {
        **DEVICES,
        "PciDevice": [{"uuid": uuid(0x200), "hostUuid": uuid(1), "vmInstanceUuid": uuid(0x500)}],
        "VmInstance": [{"uuid": uuid(0x500), "name": "web"}],
    }
    cloud = cloud_of(host(1, clusterUuid=uuid(0xEE)), **devices)
    found = load("hosts", cloud, gather=["devices"]).hosts["kvm-1"].vars
    assert (found["zstack_zone_name"], found["zstack_cluster_name"]) == ("lab", None)
    (device,) = found["zstack_pci_devices"]
    assert (device["host_name"], device["vm_instance_name"]) == ("kvm-1", "web")
    asked = [api for api, _conditions in cloud.asked]
    assert len(asked) == len(set(asked)) and asked.count("QueryHost") == 1


# -- cache


def test_a_hit_asks_nothing_and_needs_no_address(load):
    cloud = cloud_of(host(1), host(2))
    load("hosts", cloud, cache=True)
    cloud.asked.clear()
    again = load("hosts", cloud, cache=True, zstack_url=None, zstack_password=None, compose={"a": "zstack_name"})
    assert cloud.asked == []
    assert sorted(again.hosts) == ["kvm-1", "kvm-2"] and again.hosts["kvm-1"].vars["a"] == "kvm-1"
    assert members(again)["cluster_compute_nodes"] == ["kvm-1", "kvm-2"]
    # What the first inventory took out of the rows must not be missing in the third.
    assert sorted(load("hosts", cloud, cache=True, hostvars_prefix="x_").hosts) == ["kvm-1", "kvm-2"]


@pytest.mark.parametrize(
    "change",
    [
        {"filters": ["state=Enabled"]},
        {"gather": ["tags"]},
        {"names": ["zone"]},
        {"zstack_url": "http://other.example.org:8080"},
        {"cached": False},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_changes_the_question_is_read_anew(load, change):
    cloud = cloud_of(host(1))
    load("hosts", cloud, cache=True)
    cloud.asked.clear()
    load("hosts", cloud, cache=True, **change)
    assert cloud.asked
    cloud.asked.clear()
    load("hosts", cloud, cache=True, **{**change, "cached": True})
    assert cloud.asked == []


def test_a_missing_address_is_told_when_it_is_needed(load):
    with pytest.raises(AnsibleParserError, match="No url of the management node is given"):
        load("hosts", cloud_of(host(1)), cache=True, zstack_url=None)


def test_the_cache_holds_plain_data(load):
    kept = {}
    cloud = cloud_of(host(1), **DEVICES, **TAGS)
    inventory = load("hosts", cloud, cache=True, gather=["devices", "tags"], caches=kept)
    entry = kept["source"]
    assert json.loads(json.dumps(entry)) == entry and entry["url"] == URL
    assert {type(value) for row in entry["rows"] for value in row.values()} <= {str, int, bool, list, dict, type(None)}
    assert inventory.hosts["kvm-1"].vars["zstack_name"] == "kvm-1"


def test_the_cache_does_not_hold_the_question(load):
    kept = {}
    load("hosts", cloud_of(host(1)), cache=True, caches=kept, filters=["__systemTag__=consolePassword::swordfish"])
    assert kept["source"]["rows"] == [] and "swordfish" not in json.dumps(kept)


@pytest.mark.parametrize(("verbosity", "traced"), [(2, False), (3, True)])
def test_requests_are_told_at_full_verbosity(load, screen, monkeypatch, verbosity, traced):
    cloud, listening = cloud_of(host(1)), []
    screen.verbosity, screen.vvv = verbosity, lambda message, host=None: screen.details.append(message)
    cloud.release = lambda: listening.append(cloud.trace)
    load("hosts", cloud)
    for trace in filter(None, listening):
        trace("QueryHost: GET")
    assert ("QueryHost: GET" in screen.details) is traced
