# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator with a cloud of 10,000 hosts, 20,000 PCI devices and 50,000 VMs."""

from __future__ import annotations

import hashlib
import os
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import requests
from nodes import start_simulator

ZONES, CLUSTERS, HOSTS = 2, 10, 500  # of a zone, of a cluster
SEED = {
    "zones": [
        {
            "name": "z{i}", "n": ZONES,
            "clusters": [
                {
                    "name": "c{i}", "n": CLUSTERS, "primaryStorages": [{"type": "NFS", "totalCapacity": 1 << 55}],
                    "hosts": [
                        {
                            "name": "host-{i}", "n": HOSTS,
                            "pciDevices": [{"vendorId": "10de", "deviceId": "1eb8", "n": 2}],
                            "vms": [{"name": "vm-{i}", "n": 5}],
                        },
                    ],
                },
            ],
        },
    ],
}  # fmt: skip
TRIES = 5


class Big:
    """The running simulator: a connection, its process, and what seeding it took."""

    def __init__(self, process, url):
        self.process, self.url = process, url
        self.http = requests.Session()
        self.http.trust_env = False
        digest = hashlib.sha512(b"password").hexdigest()
        body = {"logInByAccount": {"accountName": "admin", "password": digest}}
        session = self.http.put(f"{url}/zstack/v1/accounts/login", json=body).json()["inventory"]["uuid"]
        self.http.headers["Authorization"] = self.authorization = f"OAuth {session}"

    def get(self, path):
        answer = self.http.get(f"{self.url}/zstack/v1{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def best(self, path):
        """Milliseconds of a query, the best of some tries, and its reply."""
        times = []
        for _unused in range(TRIES):
            begun = time.perf_counter()
            reply = self.get(path)
            times.append((time.perf_counter() - begun) * 1000)
        return min(times), reply

    def memory(self):
        """MiB that the process holds."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

    def cpu(self):
        """Seconds of processor time it has used."""
        times = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")


@pytest.fixture(scope="module")
def big():
    process, url = start_simulator("5.2")
    try:
        yield Big(process, url)
    finally:
        process.terminate()
        process.wait(timeout=10)


def bench_seed(big, report):
    begun = time.perf_counter()
    made = requests.post(f"{big.url}/simulator/seed", json=SEED, timeout=600).json()
    report("seeding 10,000 hosts, 20,000 PCI devices, 50,000 VMs", time.perf_counter() - begun, "s", "under 60")
    assert (made["hosts"], made["pciDevices"], made["vms"]) == (10_000, 20_000, 50_000)
    report("memory of the simulator then", big.memory(), "MiB", "under 1,536")


def bench_pages(big, report):
    took, reply = big.best("/vm-instances?limit=1000&start=25000&sort=%2BcreateDate")
    assert len(reply["inventories"]) == 1000
    report("a page of 1,000 of 50,000 VMs, all fields", took, "ms", "under 300")
    took, reply = big.best("/hosts?limit=1000&start=5000&sort=%2Bname")
    assert len(reply["inventories"]) == 1000
    report("a page of 1,000 of 10,000 hosts, all fields", took, "ms")


def bench_queries(big, report):
    host = big.get("/hosts?limit=1&start=4321")["inventories"][0]
    for what, condition, path in (
        (
            "a VM by uuid",
            f"uuid={big.get('/vm-instances?limit=1&start=40000')['inventories'][0]['uuid']}",
            "/vm-instances",
        ),
        ("a host by managementIp", f"managementIp={host['managementIp']}", "/hosts"),
        ("hosts by name", "name=host-77", "/hosts"),
        ("VMs by host", f"hostUuid={host['uuid']}", "/vm-instances"),
        ("VMs by a host's address", f"host.managementIp={host['managementIp']}", "/vm-instances"),
        ("PCI devices by host", f"hostUuid={host['uuid']}", "/pci-device/pci-devices"),
        ("volumes by VM's host", f"vmInstance.hostUuid={host['uuid']}", "/volumes"),
    ):
        took, reply = big.best(f"{path}?q={quote(condition)}")
        assert 0 < len(reply["inventories"]) <= 20, what
        report(f"query of {what}", took, "ms", "under 20")
    took, reply = big.best("/vm-instances?count=true&q=zone.name%3Dz1&q=state%3DRunning")
    assert reply["total"] == 25_000
    report("count of 25,000 VMs of a zone", took, "ms")


def bench_rate(big, report):
    """Pipelined, so that the processor time is the simulator's and not that of a client that shares the machine."""
    number, parts = 3000, urlsplit(big.url)
    ask = f"GET /zstack/v1/zones?q=name%3Dz1 HTTP/1.1\r\nHost: x\r\nAuthorization: {big.authorization}\r\n\r\n".encode()
    answers, before, begun = 0, big.cpu(), time.perf_counter()
    with socket.create_connection((parts.hostname, parts.port), 30) as wire:
        for _unused in range(number // 100):
            wire.sendall(ask * 100)
            wanted, seen = answers + 100, b""
            while answers + seen.count(b"HTTP/1.1 200") < wanted or not seen.endswith(b"}"):
                seen += wire.recv(1 << 20)
            answers += seen.count(b"HTTP/1.1 200")
    passed, used = time.perf_counter() - begun, big.cpu() - before
    assert answers == number
    report("simple queries a second", number / passed)
    report("simple queries a second of processor time, one core", number / max(used, 0.01), "", "1,000")


def bench_clients(big, report):
    """32 clients at once, each with jobs and queries."""

    def client(number):
        http, calls = requests.Session(), 0
        http.trust_env, http.headers["Authorization"] = False, big.authorization
        for step in range(10):
            body = {"params": {"name": f"client-{number}-{step}"}}
            job = http.post(f"{big.url}/zstack/v1/zones", json=body).json()["location"].rpartition("/")[2]
            done = http.get(f"{big.url}/zstack/v1/api-jobs/{job}")
            found = http.get(f"{big.url}/zstack/v1/zones?q=uuid%3D{done.json()['inventory']['uuid']}").json()
            assert done.status_code == 200 and found["inventories"][0]["name"] == body["params"]["name"]
            calls += 3
        return calls

    begun = time.perf_counter()
    with ThreadPoolExecutor(32) as pool:
        calls = sum(pool.map(client, range(32)))
    report("32 clients at once, calls a second, none failed", calls / (time.perf_counter() - begun))
