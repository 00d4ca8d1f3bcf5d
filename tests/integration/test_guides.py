# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plays of the guides as they stand, one after the other on a simulated cloud of each generation."""

from __future__ import annotations

import re
import shlex
from itertools import groupby

import pytest
from guides import shown, typed
from nodes import ROOT

from ansible_collections.zstack.cloud.plugins.module_utils._engine.tree import KEYS, TOP, children
from ansible_collections.zstack.cloud.plugins.module_utils._resources.every import RESOURCES

#: Hosts that have no storage yet, and Ceph storages that have seen better days.
STORAGES = {
    "backupStorages": [{"name": "old-images", "type": "Ceph", "images": [{"name": "centos-7"}, {"name": "debian-12"}]}],
    "zones": [
        {
            "name": "lab",
            "clusters": [
                {
                    "name": "compute",
                    "primaryStorages": [{"name": "old", "type": "Ceph", "volumes": [{"name": "a"}, {"name": "b"}]}],
                    "hosts": [{"name": "kvm-01"}, {"name": "kvm-02"}],
                },
                {"name": "gpu", "hosts": [{"name": "kvm-03"}]},
            ],
        }
    ],
}
T4 = {"vendorId": "10de", "deviceId": "1eb8", "type": "GPU_3D_Controller"}
A10 = {"vendorId": "10de", "deviceId": "2236", "type": "GPU_3D_Controller", "mdevSpecs": [{"name": "A10-4Q"}]}
DONGLE = {"idVendor": "0529", "idProduct": "0001"}


def devices(*others):
    """Two hosts with a GPU each, and VM instances on them."""
    on_first = ["trainer-1", "desktop-1", "desktop-2"]
    first = [{**T4, "pciDeviceAddress": "0000:3b:00.0"}, *others]
    second = [{**T4, "pciDeviceAddress": "0000:5e:00.0"}]
    hosts = [
        {"name": "gpu-1", "pciDevices": first, "vms": [{"name": name} for name in on_first]},
        {
            "name": "gpu-2",
            "pciDevices": second,
            "usbDevices": [DONGLE],
            "vms": [{"name": "trainer-2"}, {"name": "licences"}],
        },
    ]
    return {"zones": [{"name": "lab", "clusters": [{"name": "compute", "hosts": hosts}]}]}


#: {guide: {generation: the cloud that it begins with}}
GUIDES = {
    "../README.md": {"2.3.1": {}, "5.2": {}},
    "baremetal.md": {"2.3.1": {}, "5.2": {}},
    "storage.md": dict.fromkeys(["2.3.1", "5.2"], STORAGES),
    "devices.md": {"2.3.1": devices(), "5.2": devices(A10)},
    "topology.md": {"2.3.1": {}, "5.2": {}},
}
#: What is to be in no output, whatever the verbosity.
SECRETS = {
    "vault_kvm_password": "swordfish-kvm",
    "vault_ipmi_password": "swordfish-ipmi",
    "vault_root_password": "swordfish-root",
    "vault_pxe_password": "swordfish-pxe",
    "vault_ceph_password": "swordfish-ceph",
    "vault_imagestore_password": "swordfish-imagestore",
    "vault_store_password": "swordfish-store",
}
#: The rows of the table of keys, with what they stand in, and with their module.
ROW, MODULE = r"^\| `(\w+)` \| (.*?) \| `zstack_\w+` \|$", r"^\| `(\w+)` \| .*? \| `(zstack_\w+)` \|$"
RECAP = re.compile(r"ok=(\d+) +changed=(\d+)")


def changed(text):
    return sum(int(found[2]) for found in RECAP.finditer(text))


@pytest.fixture
def files(fresh, tmp_path):
    """files(guide): what it shows for the node's generation, written down, on the cloud that it begins with."""

    def write(guide):
        if GUIDES[guide][fresh.name]:
            fresh.control("POST", "seed", GUIDES[guide][fresh.name])
        found = shown(guide, fresh.name)
        for file in found:
            (tmp_path / file.name).write_text(file.text, encoding="utf-8")
        return found

    return write


@pytest.fixture
def run(fresh, play, tmp_path):
    """run(name, *arguments): the output of a playbook that must succeed, at full verbosity."""
    environment = {"ZSTACK_URL": fresh.url, "ZSTACK_PASSWORD": "password", "HOME": str(tmp_path)}

    def playbook(name, *arguments, verbosity="-vvv"):
        inventories = [part for path in sorted(tmp_path.glob("zstack_*.yml")) for part in ("-i", str(path))]
        verbose = [verbosity] if verbosity else []
        done = play(tmp_path / name, SECRETS, [*verbose, *inventories, *arguments], environment)
        assert done.code == 0, done.text
        assert not [secret for secret in SECRETS.values() if secret in done.text]
        return done.text

    return playbook


def writes(node):
    log = node.requests()
    return [e["api"] for e in log if e["method"] != "GET" and not re.match("LogIn|PowerStatus|GetVersion", e["api"])]


@pytest.mark.parametrize("guide", GUIDES)
def test_the_plays_of_a_guide(fresh, files, run, guide):
    """On an empty cloud the first one is predicted without a write; each runs, and again without a change."""
    playbooks = [file for file in files(guide) if file.is_playbook]
    assert changed(run(playbooks[0].name, "--check"))
    assert not writes(fresh)
    for file in playbooks:
        assert changed(run(file.name)), file.name
        assert bool(changed(run(file.name))) == file.changes, file.name


def test_what_the_bare_metal_guide_makes(fresh, files, run):
    """2.3.1 from nothing to installed servers; 5.2 from nothing to chassis of a cluster that are looked into."""
    by_name = {file.name: file for file in files("baremetal.md")}
    first = "provision.yml" if fresh.name == "2.3.1" else "metal.yml"
    assert first in by_name
    run(first)
    sent = writes(fresh)
    if fresh.name == "2.3.1":
        assert sent == [
            "CreateBaremetalPxeServer",
            *["CreateBaremetalChassis"] * 2,
            *["CreateBaremetalHostCfg"] * 2,
            *["ProvisionBaremetalHost"] * 2,
        ]
    else:
        assert sent[2:5] == [
            "CreateBaremetalPxeServer",
            "AttachBaremetalPxeServerToCluster",
            "CreateBaremetalChassis",
        ]
        assert sent[5:] == ["CreateBaremetalChassis", "ChangeBaremetalChassisState", "InspectBaremetalChassis"]


def stands_in(expected, text):
    """Whether the lines stand in the text, in their order; those between two ``...`` one right after the other."""
    found = [line.rstrip() for line in text.splitlines()]
    parts = [list(lines) for others, lines in groupby(expected, lambda line: line == "...") if not others]
    at = 0
    for part in parts:
        here = [n for n in range(at, len(found)) if found[n : n + len(part)] == part]
        if not here:
            return False
        at = here[0] + len(part)
    return True


@pytest.mark.parametrize("simulator", ["5.2"], indirect=True)
def test_what_is_typed(files, run, tmp_path):
    """What the guide to topologies shows as printed was printed, by the commands that it shows above it."""
    files("topology.md")
    for command, expected in typed("topology.md"):
        program, name, *arguments = shlex.split(command)
        if program == "cat":
            text = (tmp_path / name).read_text(encoding="utf-8")
        else:
            assert program == "ansible-playbook"
            text = run(name, *arguments, verbosity="")
        assert stands_in(expected, text), f"{command} printed\n{text}"


def test_the_table_of_what_stands_where():
    """The guide to topologies has every key of a tree, what it can stand in, and the module that tells its options."""
    text = (ROOT / "docs" / "topology.md").read_text(encoding="utf-8")
    table = {key: set(re.findall(r"`(\w+)`|(the top)", places)) for key, places in re.findall(ROW, text, re.M)}
    places = {key: {(outer, "") for outer, r in KEYS.items() if key in dict(children(r))} for key in KEYS}
    for key in TOP:
        places[key].add(("", "the top"))
    assert table == places
    modules = dict(re.findall(MODULE, text, re.M))
    assert modules == {key: f"zstack_{name}" for name, r in RESOURCES.items() for key, own in KEYS.items() if own is r}
