# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inventory plugins as ``ansible-inventory`` loads them, on a simulated cloud of each generation."""

from __future__ import annotations

import math
import shutil
import threading

import pytest

SMALL = {
    "zones": [
        {
            "name": "lab",
            "clusters": [
                {"name": "compute", "hosts": [{"n": 3, "name": "kvm-{i}", "managementIp": "192.0.2.{i}"}]},
                {"name": "gpu nodes", "hosts": [{"name": "gpu", "managementIp": "192.0.2.9", "state": "Disabled"}]},
            ],
        }
    ]
}


def large(number):
    hosts = [{"n": number // 2, "name": f"{side}-{{i}}"} for side in ("left", "right")]
    return {"zones": [{"name": "z", "clusters": [{"name": "c", "hosts": hosts}]}]}


def sent(node, since):
    """The APIs that were called."""
    return [entry["api"] for entry in node.requests(since)]


def now(node):
    return node.control("GET", "requests")["last"]


@pytest.mark.smoke
def test_hosts(fresh, listing):
    fresh.control("POST", "seed", SMALL)
    found = listing(
        "hosts",
        fresh.url,
        compose={"ansible_port": "zstack_ssh_port", "short": "zstack_name | replace('kvm-', '')"},
        keyed_groups=[{"key": "zstack_username", "prefix": "user"}],
        groups={"first": "zstack_name.endswith('1')"},
    )
    assert sorted(found.hosts) == ["gpu", "kvm-1", "kvm-2", "kvm-3"]
    first = found.hosts["kvm-1"]
    assert (first["ansible_host"], first["ansible_port"], first["short"]) == ("192.0.2.1", 22, "1")
    assert first["zstack_zone_name"] == "lab" and "zstack_password" not in first
    assert found.groups["cluster_gpu_nodes"] == found.groups["state_Disabled"] == ["gpu"]
    assert (
        found.groups["zone_lab"] == found.groups["hypervisor_KVM"] == found.groups["user_root"] == sorted(found.hosts)
    )
    assert found.groups["first"] == ["kvm-1"]
    assert "WARNING" not in found.said


def test_a_small_cloud_costs_a_login_and_three_reads(fresh, listing):
    fresh.control("POST", "seed", SMALL)
    since = now(fresh)
    listing("hosts", fresh.url)
    assert sorted(sent(fresh, since)) == ["LogInByAccount", "QueryCluster", "QueryHost", "QueryZone"]


def test_filters(fresh, listing):
    fresh.control("POST", "seed", SMALL)
    found = listing("hosts", fresh.url, filters=["cluster.name=compute", "management_ip!=192.0.2.2"])
    assert sorted(found.hosts) == ["kvm-1", "kvm-3"]
    assert list(listing("hosts", fresh.url, include_filters=["zstack_cluster_name == 'gpu nodes'"]).hosts) == ["gpu"]


def test_vms(fresh, listing, call):
    fresh.control(
        "POST",
        "seed",
        {
            "zones": [
                {
                    "name": "lab",
                    "clusters": [
                        {
                            "name": "compute",
                            "l2Networks": [
                                {
                                    "name": "l2",
                                    "l3Networks": [{"name": "office", "ipRanges": [{"networkCidr": "192.0.2.0/24"}]}],
                                }
                            ],
                            "hosts": [{"name": "kvm", "vms": [{"n": 3, "name": "web-{i}"}]}],
                        }
                    ],
                }
            ]
        },
    )
    found = listing("vms", fresh.url, ansible_host=["ipv4:office"])
    addresses = {host["ansible_host"] for host in found.hosts.values()}
    assert sorted(found.hosts) == ["web-1", "web-2", "web-3"]
    assert len(addresses) == 3 and all(address.startswith("192.0.2.") for address in addresses)
    assert found.groups["state_Running"] == found.groups["cluster_compute"] == sorted(found.hosts)
    facts = found.hosts["web-1"]
    assert (facts["zstack_host_name"], facts["zstack_default_l3_network_name"]) == ("kvm", "office")
    for named in ("image", "instance_offering", "zone", "cluster", "last_host"):
        assert bool(facts[f"zstack_{named}_name"]) == bool(facts[f"zstack_{named}_uuid"]), named
    for name, text in (("web-1", "app::web::v2"), ("web-2", "app::web")):
        tag = {"resourceType": "VmInstanceVO", "resourceUuid": found.hosts[name]["zstack_uuid"], "tag": text}
        call(fresh, "POST", "/user-tags", {"params": tag})
    found = listing("vms", fresh.url, gather=["tags", "storages", "devices"])
    assert found.groups["tag_app_web"] == ["web-1", "web-2"] and found.groups["tag_app_web_v2"] == ["web-1"]
    assert found.hosts["web-1"]["zstack_tags"] == {"app": "web::v2"}
    assert found.hosts["web-1"]["zstack_pci_devices"] == []


CHASSIS = [{"n": 2, "name": "bm-{i}", "inspected": True}, {"name": "bm-new"}]


def test_baremetal(fresh, listing):
    old = fresh.name == "2.3.1"
    cluster = {"name": "metal", "hypervisorType": "baremetal", "type": "baremetal", "baremetalChassis": CHASSIS}
    fresh.control("POST", "seed", {"baremetalChassis": CHASSIS} if old else {"zones": [{"clusters": [cluster]}]})
    found = listing("baremetal", fresh.url, gather=["devices", "configuration"])
    assert sorted(found.hosts) == ["bm-1", "bm-2", "bm-new"]
    assert found.hosts["bm-1"]["ansible_host"] == found.hosts["bm-1"]["zstack_ipmi_address"]
    assert found.hosts["bm-1"]["zstack_hardware"] and not found.hosts["bm-new"]["zstack_hardware"]
    assert sorted(host for name in found.groups if name.startswith("status_") for host in found.groups[name]) == sorted(
        found.hosts
    )
    assert not any("password" in name for host in found.hosts.values() for name in host)


# -- at scale


def test_large(fresh, listing):
    fresh.control("POST", "seed", large(4100))
    begin = now(fresh)
    found = listing("hosts", fresh.url, gather=["devices", "storages", "tags"])
    assert len(found.hosts) == 4100 == len({host["zstack_uuid"] for host in found.hosts.values()})
    apis = sent(fresh, begin)
    gathered = (
        "Query" + name for name in ("PciDevice", "UsbDevice", "MdevDevice", "PrimaryStorage", "UserTag", "SystemTag")
    )
    assert len(apis) - sum(apis.count(api) for api in gathered) <= math.ceil(4100 / 1000) + 3
    assert len(apis) < 20


def test_nothing_is_lost_while_the_cloud_changes(fresh, listing, call):
    fresh.control("POST", "seed", large(4100))
    uuids = [row["uuid"] for row in call(fresh, "GET", "/hosts?fields=uuid&limit=9999&sort=%2Buuid")["inventories"]]
    gone, stop = [], threading.Event()

    def change():
        for uuid in uuids[::100]:
            if stop.is_set():
                return
            call(fresh, "DELETE", f"/hosts/{uuid}")
            gone.append(uuid)

    thread = threading.Thread(target=change)
    thread.start()
    try:
        found = listing("hosts", fresh.url, builtin_groups=[])
    finally:
        stop.set()
        thread.join()
    got = [host["zstack_uuid"] for host in found.hosts.values()]
    assert gone and len(got) == len(set(got))
    assert set(uuids) - set(gone) <= set(got) <= set(uuids)


# -- cache


def test_cache(fresh, listing, tmp_path):
    fresh.control("POST", "seed", SMALL)
    cache = {"cache": True, "cache_plugin": "jsonfile", "cache_connection": str(tmp_path / "cache"), "gather": ["tags"]}
    listing("hosts", fresh.url, **cache)
    begin = now(fresh)
    hit = listing("hosts", None, **cache, compose={"label": "zstack_name"}, hostnames=["zstack_management_ip"])
    assert sent(fresh, begin) == []
    assert hit.hosts["192.0.2.1"]["label"] == "kvm-1" and hit.groups["cluster_compute"] != []
    fresh.control("POST", "reset")
    assert len(listing("hosts", fresh.url, **cache).hosts) == 4
    shutil.rmtree(tmp_path / "cache")
    assert listing("hosts", fresh.url, **cache).hosts == {}


# -- what goes wrong


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"filters": ["color=red"]}, "QueryHost failed: SYS.100"),
        ({"filters": ["managment_ip=192.0.2.1"]}, "there is no field 'managment_ip', did you mean management_ip?"),
        ({"filters": ["clutser.name=compute"]}, "there is no field 'clutser', did you mean cluster?"),
        ({"filters": ["name"]}, "filters: The condition 'name' has no operator"),
        ({"filter": ["state=Enabled"]}, "unknown option 'filter': did you mean filters?"),
        ({"hostvars_prefix": "a b"}, "hostvars_prefix: 'a b' cannot begin the name of a variable"),
        ({"ansible_host": ["nowhere"]}, "ansible_host"),
        ({"zstack_password": "wrong"}, "LogInByAccount failed: ID.1000"),
        ({"zstack_session_uuid": "0" * 32}, "ID.1001"),
        ({"strict": True, "compose": {"x": "zstack_nmae"}}, "Could not set x for host"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_bad_input_is_told(fresh, listing, options, message):
    fresh.control("POST", "seed", SMALL)
    found = listing("hosts", fresh.url, **options)
    assert found.hosts == {} and message in found.said


def test_a_file_of_another_name_is_not_read(fresh, listing, tmp_path):
    path = tmp_path / "hosts.yml"
    path.write_text("plugin: zstack.cloud.zstack_hosts\n")
    found = listing(path, fresh.url)
    assert found.hosts == {} and "could not be verified by inventory plugin 'zstack.cloud.zstack_hosts'" in found.said


def test_a_node_that_dies_in_the_middle(fresh, listing, tmp_path):
    fresh.control("POST", "seed", SMALL)
    (tmp_path / "static").write_text("other.example.org\n")
    fresh.control("POST", "faults", {"api": "QueryUsbDevice", "do": "drop"})
    found = listing("hosts", fresh.url, "-i", tmp_path / "static", gather=["devices"])
    assert found.hosts == {} and "The connection with" in found.said and "was lost" in found.said
    assert found.groups["ungrouped"] == ["other.example.org"]
    fresh.control("DELETE", "faults")
    assert len(listing("hosts", fresh.url, gather=["devices"]).hosts) == 4


def test_an_expired_session_is_renewed(fresh, listing):
    fresh.control("POST", "seed", SMALL)
    listing("hosts", fresh.url)
    fresh.control("POST", "expire-session")
    assert len(listing("hosts", fresh.url).hosts) == 4
    fresh.control("POST", "faults", {"api": "QueryHost", "do": "expire-session", "nth": 1})
    assert len(listing("hosts", fresh.url).hosts) == 4


@pytest.fixture
def lonely(fresh):
    """A node that bears one session at a time: a leaked one refuses the next login."""
    fresh.control("POST", "expire-session")
    fresh.control("PUT", "limits", {"sessions": 1})
    return fresh


def test_sessions_that_cannot_be_shared_are_closed(lonely, listing, tmp_path):
    lonely.control("POST", "seed", SMALL)
    alone = {"zstack_session_dir": str(tmp_path / "zstack_hosts.yml")}
    for _run in range(2):
        assert len(listing("hosts", lonely.url, **alone).hosts) == 4
    lonely.control("POST", "faults", {"api": "QueryHost", "do": "fail", "code": "SYS.1006", "nth": 1})
    assert listing("hosts", lonely.url, **alone).hosts == {}
    assert len(listing("hosts", lonely.url, **alone).hosts) == 4
