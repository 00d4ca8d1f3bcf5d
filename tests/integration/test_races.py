# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several at once, and one again while its first job still runs: nothing is made twice, and nobody fails.

The tasks run in processes of their own, as the forks of one controller, which share a session, and as controllers that
know nothing of each other.
"""

from __future__ import annotations

import multiprocessing
import time
from importlib import import_module

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import Context

MODULES = "ansible_collections.zstack.cloud.plugins.modules."
#: Processes with what the tests have imported already.
FORKS = multiprocessing.get_context("fork")
MANY = 6
ZONE = {"name": "lab"}
CLUSTER = {"name": "compute", "zone": "lab", "hypervisor_type": "KVM"}
HOST = {"name": "kvm-1", "management_ip": "192.0.2.1", "cluster": "compute", "username": "root", "password": "secret"}
QUERIES = {"zstack_zone": "zones", "zstack_cluster": "clusters", "zstack_kvm_host": "hosts"}


def work(module, options, ready, results):
    task = import_module(MODULES + module).task
    validated = ArgumentSpecValidator(task.argument_spec(), **task.rules).validate(options)
    assert not validated.error_messages
    ready.wait(30)
    results.put(task.run(validated.validated_parameters, Context()))


class Cloud:
    """A node whose jobs take a while, and those who work on it."""

    def __init__(self, node, folder):
        self.node = node
        self.folder = folder

    def options(self, given, controller=0):
        connection = {"zstack_url": self.node.url, "zstack_password": "password"}
        return {**connection, "zstack_session_dir": str(self.folder / f"controller{controller}"), **given}

    def begin(self, module, given, ready, results, controller=0):
        process = FORKS.Process(target=work, args=(module, self.options(given, controller), ready, results))
        process.start()
        return process

    def run(self, module, **given):
        """The result of one task, in a process of its own."""
        [result] = self.at_once(module, given, 1)
        return result

    def at_once(self, module, given, number=MANY):
        """The results of as many processes that all begin at once: every other one is a controller of its own."""
        ready, results = FORKS.Barrier(number), FORKS.Queue()
        controllers = [0 if n % 2 else n for n in range(number)]
        started = [self.begin(module, given, ready, results, controller) for controller in controllers]
        found = [results.get(timeout=120) for _process in started]
        for process in started:
            process.join(30)
        assert [result["msg"] for result in found if result.get("failed")] == []
        return found

    def kill_during(self, module, api, **given):
        """Begin the task and kill its process once the node has its call of the API."""
        ready, results = FORKS.Barrier(1), FORKS.Queue()
        seen = len(self.sent(api))
        process = self.begin(module, given, ready, results)
        deadline = time.monotonic() + 30
        while len(self.sent(api)) == seen and time.monotonic() < deadline:
            time.sleep(0.02)
        process.kill()
        process.join(30)
        assert results.empty() and len(self.sent(api)) == seen + 1

    def sent(self, api):
        return [entry for entry in self.node.requests() if entry["api"] == api]

    def rows(self, module):
        info = {"zstack_kvm_host": "zstack_host_info"}.get(module, module + "_info")
        return self.run(info)[QUERIES[module]]


@pytest.fixture
def cloud(fresh, tmp_path):
    return Cloud(fresh, tmp_path)


def slow(cloud, seconds):
    cloud.node.control("PUT", "latency", {"mode": "seconds", "value": seconds})


def changed(results):
    return sum(result["changed"] for result in results)


def test_many_at_once_make_one(cloud):
    slow(cloud, 0.1)
    for module, options in (("zstack_zone", ZONE), ("zstack_cluster", CLUSTER), ("zstack_kvm_host", HOST)):
        results = cloud.at_once(module, options)
        [row] = cloud.rows(module)
        [key] = results[0].keys() & {"zone", "cluster", "host"}
        assert {result[key]["uuid"] for result in results} == {row["uuid"]}, module
        assert changed(results) == 1, module
    # What is there is changed by many to the same end.
    results = cloud.at_once("zstack_zone", {**ZONE, "description": "new", "state": "disabled"})
    assert changed(results) >= 1
    assert {(r["zone"]["description"], r["zone"]["state"]) for r in results} == {("new", "Disabled")}
    results = cloud.at_once("zstack_zone", {**ZONE, "user_tags": ["a", "b"]})
    assert changed(results) >= 1
    assert all(result["zone"]["user_tags"] == ["a", "b"] for result in results)
    results = cloud.at_once("zstack_kvm_host", {"management_ip": HOST["management_ip"], "state": "maintenance"})
    assert changed(results) >= 1
    assert {result["host"]["state"] for result in results} == {"Maintenance"}
    # It goes once, and comes back once.
    assert changed(cloud.at_once("zstack_zone", {**ZONE, "state": "absent", "cascade": True})) >= 1
    assert [cloud.rows(module) for module in QUERIES] == [[], [], []]
    assert changed(cloud.at_once("zstack_zone", ZONE)) == 1
    assert len(cloud.rows("zstack_zone")) == 1


CREATIONS = {
    "zstack_zone": ("CreateZone", ZONE),
    "zstack_cluster": ("CreateCluster", CLUSTER),
    "zstack_kvm_host": ("AddKVMHost", HOST),
}


def within(cloud, module):
    """What the object of the module needs."""
    for other, (_api, options) in CREATIONS.items():
        if other == module:
            return
        cloud.run(other, **options)


@pytest.mark.parametrize("module", CREATIONS)
def test_killed_and_run_again_while_the_job_runs(cloud, module):
    api, options = CREATIONS[module]
    within(cloud, module)
    slow(cloud, 0.8)
    cloud.kill_during(module, api, **options)
    cloud.run(module, **options)
    [row] = cloud.rows(module)
    assert not cloud.run(module, **options)["changed"]
    # And the same for its end.
    delete = "DeleteHost" if module == "zstack_kvm_host" else "Delete" + module.rpartition("_")[2].capitalize()
    cloud.kill_during(module, delete, uuid=row["uuid"], state="absent")
    cloud.run(module, uuid=row["uuid"], state="absent")
    assert cloud.rows(module) == []


@pytest.mark.parametrize("module", CREATIONS)
def test_over_time_and_run_again_while_the_job_runs(cloud, module):
    api, options = CREATIONS[module]
    within(cloud, module)
    slow(cloud, 1.5)
    ready, results = FORKS.Barrier(1), FORKS.Queue()
    process = cloud.begin(module, {**options, "zstack_wait_timeout": 0.5}, ready, results)
    late = results.get(timeout=60)
    process.join(30)
    assert late["failed"] and late["unknown"] == [api] and late["done"] == [], late
    cloud.run(module, **options)
    assert len(cloud.rows(module)) == 1
    assert not cloud.run(module, **options)["changed"]
