# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A topology of 1,000 objects made, and one of 10,000 that is there already looked at."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import subprocess
import sys
import time
import uuid
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from nodes import ROOT, start_node

ZONES, CLUSTERS = 10, 4  # clusters of a zone
#: Of a cluster, of a zone and of the cloud, for each 1,000 objects.
HOSTS, STORAGES, OFFERINGS = 15, 10, 250
JOB = 0.05  # seconds a step of a job takes
LOOP = 60  # tasks, which are enough for a ratio
OWN = ["ansible::topology::lab"]


def numbered(letter, number):
    return [(n, f"{letter}{n}") for n in range(1, number + 1)]


def tree(size):
    """A cloud of ``size`` thousand objects, roughly, as options of a topology."""
    zones = []
    for z, zone in numbered("z", ZONES):
        clusters = [
            {"name": name, "hypervisor_type": "KVM", "hosts": [host(z, c, h) for h in range(1, HOSTS * size + 1)]}
            for c, name in numbered("c", CLUSTERS)
        ]
        storages = [
            {"name": name, "url": f"10.100.{z}.1:/{name}", "clusters": [f"c{s % CLUSTERS + 1}"]}
            for s, name in numbered("s", STORAGES * size)
        ]
        zones.append({"name": zone, "clusters": clusters, "nfs_primary_storages": storages})
    offerings = [
        {"name": name, "vendor_id": "10de", "device_id": f"{n:04x}"} for n, name in numbered("o", OFFERINGS * size)
    ]
    return {"name": "lab", "zones": zones, "pci_offerings": offerings}


def host(zone, cluster, number):
    address = f"10.{zone}.{cluster}.{number}"
    return {"name": f"h{number}", "management_ip": address, "username": "root", "password": "secret"}


def seed(options):
    """The same cloud as a seed of the simulator, made by this topology."""
    zones = []
    for zone in options["zones"]:
        clusters = {
            cluster["name"]: {
                "name": cluster["name"],
                "userTags": OWN,
                "hosts": [
                    {"name": each["name"], "managementIp": each["management_ip"], "userTags": OWN}
                    for each in cluster["hosts"]
                ],
                "primaryStorages": [],
            }
            for cluster in zone["clusters"]
        }
        for each in zone["nfs_primary_storages"]:
            storage = {"name": each["name"], "url": each["url"], "type": "NFS", "userTags": OWN}
            clusters[each["clusters"][0]]["primaryStorages"].append(storage)
        zones.append({"name": zone["name"], "userTags": OWN, "clusters": list(clusters.values())})
    offerings = [
        {"name": each["name"], "vendorId": each["vendor_id"], "deviceId": each["device_id"], "userTags": OWN}
        for each in options["pci_offerings"]
    ]
    return {"zones": zones, "pciDeviceOfferings": offerings}


class Bare:
    """A connection to the simulator that sends what was logged, and nothing else."""

    def __init__(self, url):
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc)
        self._headers = {"Content-Type": "application/json"}
        login = {"accountName": "admin", "password": hashlib.sha512(b"password").hexdigest()}
        _status, body = self._send("PUT", "/zstack/v1/accounts/login", {"logInByAccount": login})
        self._headers["Authorization"] = f"OAuth {body['inventory']['uuid']}"

    def _send(self, method, path, body=None, **headers):
        content = None if body is None else json.dumps(body)
        self._connection.request(method, path, content, {**self._headers, **headers})
        answer = self._connection.getresponse()
        content = answer.read()
        assert answer.status in (200, 202), (method, path, answer.status, content)
        return answer.status, json.loads(content or "null")

    def repeat(self, call):
        """A logged call, to the end of its job; the seconds that took."""
        started, job = time.perf_counter(), uuid.uuid4().hex
        path = f"{call['path']}?{call['query']}" if call["query"] else call["path"]
        status, _body = self._send(call["method"], path, call["body"], **({"X-Job-UUID": job} if call["job"] else {}))
        while status == 202:
            status, _body = self._send("GET", f"/zstack/v1/api-jobs/{job}")
        return time.perf_counter() - started


@pytest.fixture
def node():
    started = start_node("5.2")
    yield started
    started.stop()


@pytest.fixture
def alone(node, tmp_path):
    """A function that runs a topology in a process of its own: what it cost and the calls that it sent."""

    def run(options):
        begin = node.control("GET", "requests")["last"]
        connection = {"zstack_url": node.url, "zstack_password": "password", "zstack_session_dir": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, Path(__file__).with_name("alone.py")],
            input=json.dumps({**connection, **options}),
            env={**os.environ, "PYTHONPATH": str(ROOT / ".venv" / "collections")},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return json.loads(done.stdout), node.requests(begin)

    return run


def bench_unchanged(node, alone, report):
    used = {}
    for size in (1, 10):
        options = tree(size)
        node.control("POST", "reset")
        answer = node.http.post(f"{node.url}/simulator/seed", json=seed(options), timeout=120)
        assert answer.status_code == 200, answer.text
        runs = [alone(options) for _unused in range(3)]
        assert all(set(told["counts"]) == {"unchanged"} for told, _calls in runs), runs[0][0]
        used[size] = min(told["cpu"] for told, _calls in runs)
    told, calls = min(runs[1:], key=lambda run: run[0]["seconds"])
    pages = Counter(call["api"] for call in calls if call["api"].startswith("Query"))
    objects = told["counts"]["unchanged"]
    report(f"an unchanged cloud of {objects:,} objects", told["seconds"], "s", "under 3")
    report("of which its own processor time", used[10], "s")
    report("requests", len(calls), "", f"{sum(pages.values())} pages of {len(pages)} kinds + 3")
    report("peak memory", told["memory"], "MiB", "under 300")
    report("growth of processor time from 1,000 to 10,000 objects", used[10] / used[1], "times", "at most 12")


def bench_making(node, alone, report, tmp_path):
    options, plan = tree(1), tmp_path / "plan.json"
    node.control("PUT", "latency", {"mode": "seconds", "value": JOB})
    told, calls = alone({**options, "plan_file": str(plan)})
    assert told["counts"] == {"created": 1000}, told

    # What each job takes, from one of each; and the requests alone, one after the other, each job asked about once.
    node.control("POST", "reset")
    node.control("PUT", "latency", {"mode": "immediate"})
    bare = Bare(node.url)
    sent = sum(bare.repeat(call) for call in calls if call["api"] != "LogInByAccount")
    jobs = _jobs(node, alone, options)
    ends = {}
    for step in json.loads(plan.read_text()):
        ends[step["id"]] = jobs.get(step["api"], 0) + max((ends[id] for id in step["after"]), default=0)
    longest = max(ends.values())
    report("1,000 objects with jobs of 50 ms", told["seconds"], "s")
    report("of which its own processor time", told["cpu"], "s")
    report("the longest chain of jobs", longest, "s")
    report("the requests alone", sent, "s")
    report("1,000 objects by both of these", told["seconds"] / (longest + sent), "times", "at most 1.3")


def _jobs(node, alone, options):
    """{API: seconds its job takes}, from a zone with one cluster, host and storage."""
    zone = options["zones"][0]
    few = {"hosts": zone["clusters"][0]["hosts"][:1]}
    storage = {**zone["nfs_primary_storages"][0], "clusters": ["c1"]}
    zone = {**zone, "clusters": [{**zone["clusters"][0], **few}], "nfs_primary_storages": [storage]}
    node.control("POST", "reset")
    _told, calls = alone({"name": "lab", "zones": [zone], "pci_offerings": options["pci_offerings"][:1]})
    node.control("POST", "reset")
    node.control("PUT", "latency", {"mode": "seconds", "value": JOB})
    bare = Bare(node.url)
    return {call["api"]: bare.repeat(call) for call in calls if call["job"]}


def bench_making_by_tasks(node, play, report):
    """A play of one topology, and one of a task for each object, both less what a play of nothing takes."""
    environment = {"ZSTACK_URL": node.url, "ZSTACK_PASSWORD": "password"}
    options = tree(1)
    names = [f"10.200.0.{n}" for n in range(1, LOOP + 1)]
    task = {"name": "h-{{ item }}", "management_ip": "{{ item }}", "cluster": "c1", "zone": "z0", "username": "root"}
    loop = {"zstack.cloud.zstack_kvm_host": {**task, "password": "secret"}, "loop": names}

    def seconds(*tasks):
        run = play([{"hosts": "localhost", "gather_facts": False, "tasks": list(tasks)}], environment=environment)
        assert run.code == 0, run.text
        return run.seconds

    before = {"zstack.cloud.zstack_cluster": {"name": "c1", "zone": "z0", "hypervisor_type": "KVM"}}
    nothing = seconds({"zstack.cloud.zstack_zone": {"name": "z0"}}, before)
    node.control("PUT", "latency", {"mode": "seconds", "value": JOB})
    one = (seconds(loop) - nothing) / LOOP
    whole = seconds({"zstack.cloud.zstack_topology": options}) - nothing
    report("1,000 hosts by a loop of tasks", one * 1000, "s")
    report("1,000 objects by a play of one topology", whole, "s")
    report("the loop by the topology", one * 1000 / whole, "times", "at least 20")
