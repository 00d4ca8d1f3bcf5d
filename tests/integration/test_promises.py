# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every state module promises, for each of them in both generations, with the node's request log as the witness.

The tasks run in this process, by the way the worker takes them, so that a scenario costs milliseconds.
"""

from __future__ import annotations

from importlib import import_module

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.zstack.cloud.plugins.module_utils._task import Context

MODULES = "ansible_collections.zstack.cloud.plugins.modules."
HOST = {"name": "h1", "management_ip": "192.0.2.1", "cluster": "c1", "username": "root", "password": "swordfish"}

# Each scenario is a list of steps on one cloud; every step must change something the first time and nothing the second.
SCENARIOS = {
    "zstack_zone": [
        {"name": "z1", "description": "a"},
        {"name": "z1", "description": "b", "state": "disabled"},
        {"name": "z1", "description": "", "state": "enabled"},
        {"name": "z1", "state": "absent"},
        ("zstack_zone", {"name": "z2"}),
        ("zstack_cluster", {"name": "c1", "zone": "z2", "hypervisor_type": "KVM"}),
        ("zstack_kvm_host", HOST),
        {"name": "z2", "state": "absent", "cascade": True},
    ],
    "zstack_cluster": [
        ("zstack_zone", {"name": "z1"}),
        {"name": "c1", "zone": "z1", "hypervisor_type": "KVM", "state": "disabled"},
        {"name": "c1", "zone": "z1", "description": "b", "state": "enabled"},
        {"name": "c1", "state": "absent", "force": True},
    ],
    "zstack_kvm_host": [
        ("zstack_zone", {"name": "z1"}),
        ("zstack_cluster", {"name": "c1", "zone": "z1", "hypervisor_type": "KVM"}),
        dict(HOST, description="a", ssh_port=2222),
        {"management_ip": "192.0.2.1", "name": "h2", "ssh_port": 22, "reconnect": "if_disconnected"},
        {"management_ip": "192.0.2.1", "state": "maintenance"},
        {"management_ip": "192.0.2.1", "state": "disabled"},
        {"management_ip": "192.0.2.1", "state": "enabled", "description": ""},
        {"name": "h2", "cluster": "c1", "state": "maintenance"},
        {"name": "h2", "zone": "z1", "state": "absent"},
    ],
}
# Storages to attach, as an operator or an earlier task would have added them.
SEED = {
    "zones": [
        {
            "name": "z1",
            "clusters": [
                {"name": "c1", "hypervisorType": "KVM", "hosts": [{"name": "h1", "managementIp": "192.0.2.1"}]}
            ],
            "primaryStorages": [{"name": "nfs", "type": "NFS"}, {"name": "smp", "type": "SharedMountPoint"}],
        }
    ],
    "backupStorages": [{"name": "b1"}, {"name": "b2"}],
}
ATTACHING = {
    "zstack_zone": [
        {"name": "z1", "backup_storages": ["b1", "b2"]},
        {"name": "z1", "backup_storages": ["b2"]},
        {"name": "z1", "backup_storages": []},
    ],
    "zstack_cluster": [
        {"name": "c1", "primary_storages": ["nfs"]},
        {"name": "c1", "primary_storages": ["smp"], "description": "moved"},
        {"name": "c1", "primary_storages": []},
    ],
}
ONLY_52 = {
    "zstack_zone": [
        {"name": "z1", "is_default": True},
        {"name": "z1", "is_default": False},
    ],
    "zstack_cluster": [
        ("zstack_zone", {"name": "z1"}),
        {"name": "c1", "zone": "z1", "hypervisor_type": "baremetal", "type": "baremetal", "architecture": "x86_64"},
    ],
}


@pytest.fixture
def run(fresh, tmp_path):
    """Runs a module's task: run(name, options, check_mode=False) -> result."""

    def run(name, options, check_mode=False):
        task = import_module(MODULES + name).task
        connection = {"zstack_url": fresh.url, "zstack_password": "password", "zstack_session_dir": str(tmp_path)}
        validated = ArgumentSpecValidator(task.argument_spec(), **task.rules).validate(dict(options, **connection))
        assert not validated.error_messages
        return task.run(validated.validated_parameters, Context(check_mode=check_mode))

    return run


def _steps(scenario, module):
    return [step if isinstance(step, tuple) else (module, step) for step in scenario]


def _keep_promises(fresh, run, module, scenario):
    assert not run("zstack_session", {}).get("failed")
    for name, options in _steps(scenario, module):
        log = fresh.control("GET", "requests")["last"]
        predicted = run(name, options, check_mode=True)
        sent = [entry for entry in fresh.requests(log) if entry["method"] != "GET"]
        real = run(name, options)
        log = fresh.control("GET", "requests")["last"]
        again = run(name, options)
        unsent = [entry for entry in fresh.requests(log) if entry["method"] != "GET"]

        assert not real.get("failed"), real
        assert sent == [], "check mode sent a change"
        assert predicted["diff"] == real["diff"]
        assert predicted["changed"] and real["changed"]
        assert predicted["diff"]["before"] != predicted["diff"]["after"]
        resource = next(key for key in real if key in ("zone", "cluster", "host"))
        _same_shape(predicted[resource], real[resource])
        assert not again["changed"] and unsent == [], "the second run sent a change"
        assert again["diff"]["before"] == again["diff"]["after"]
        assert "swordfish" not in repr((predicted, real, again))


def _same_shape(predicted, real):
    assert (predicted is None) == (real is None)
    if real is not None:
        assert sorted(predicted) == sorted(real)


@pytest.mark.parametrize("module", SCENARIOS)
def test_promises(fresh, run, module):
    _keep_promises(fresh, run, module, SCENARIOS[module])


@pytest.mark.parametrize("module", ATTACHING)
def test_promises_of_attachments(fresh, run, module):
    fresh.control("POST", "seed", SEED)
    _keep_promises(fresh, run, module, ATTACHING[module])
    row = run(module + "_info", {})[module[7:] + "s"][0]
    untouched = run(module, {"uuid": row["uuid"], "state": "enabled"})
    assert not untouched["changed"], "what is not given is left alone"


@pytest.mark.parametrize("module", ONLY_52)
def test_promises_of_5_2(fresh, run, module):
    if fresh.name == "2.3.1":
        name, options = _steps(ONLY_52[module], module)[-1]
        run("zstack_zone", {"name": "z1"})
        refused = run(name, options)
        assert refused["failed"] and "2.3.1" in refused["msg"], refused
        return
    _keep_promises(fresh, run, module, ONLY_52[module])


def test_an_unchanged_zone_costs_one_request(fresh, run):
    run("zstack_zone", {"name": "z1", "description": "a", "state": "enabled"})
    log = fresh.control("GET", "requests")["last"]
    assert not run("zstack_zone", {"name": "z1", "description": "a", "state": "enabled"})["changed"]
    assert [entry["api"] for entry in fresh.requests(log)] == ["QueryZone"]


def test_only_changed_fields_are_sent(fresh, run):
    run("zstack_zone", {"name": "z1"})
    run("zstack_cluster", {"name": "c1", "zone": "z1", "hypervisor_type": "KVM"})
    run("zstack_kvm_host", HOST)
    log = fresh.control("GET", "requests")["last"]
    # Sending the address again, although it is the same, would be refused by the node.
    run("zstack_kvm_host", dict(HOST, description="new"))
    changes = [entry for entry in fresh.requests(log) if entry["method"] != "GET"]
    assert [set(entry["body"]["updateHost"]) for entry in changes] == [{"description"}]
