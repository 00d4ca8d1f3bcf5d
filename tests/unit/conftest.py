# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of a node that exists in memory only: for tests of what sits above the client."""

from __future__ import annotations

import re

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError, WaitTimeout

EVENTS = {"enable": "Enabled", "disable": "Disabled", "maintain": "Maintenance"}
TABLES = {"Zone": "QueryZone", "Cluster": "QueryCluster", "Host": "QueryHost", "KVMHost": "QueryHost"}
HOLDERS = {"PrimaryStorage": "attachedClusterUuids", "BackupStorage": "attachedZoneUuids"}


def refusal(api, code="SYS.1007", details="refused"):
    return ApiError({"code": code, "description": "an error", "details": details}, api=api)


class FakeClient:
    """Zones, clusters, hosts and storages as rows by query; it compares as carelessly as the node does.

    ``calls`` holds what was changed, ``asked`` what was queried. ``fail[api]`` is raised instead of carrying it out,
    ``fail_after[api]`` after it was. ``later`` is what happens while something is waited for, one a poll.
    """

    def __init__(self, generation="5.2", **tables):
        self.generation = generation
        self.tables = {"Query" + name: [dict(row) for row in rows] for name, rows in tables.items()}
        self.calls, self.asked, self.waits, self.later = [], [], [], []
        self.fail, self.fail_after = {}, {}

    def rows(self, resource):
        return self.tables.setdefault("Query" + resource, [])

    def row(self, uuid):
        return next((row for rows in self.tables.values() for row in rows if row["uuid"] == uuid), None)

    # what the engine uses

    def query(self, api, conditions=(), *, fields=None, sort=None, limit=None, start=None, extra=()):
        api.request(self.generation, {})
        self.asked.append((api.name, [c.text for c in conditions]))
        found = [row for row in self.rows(api.name[5:]) if all(matches(row, c) for c in conditions)]
        found = sorted(found, key=lambda row: row["uuid"])[start or 0 :][:limit]
        return [{k: v for k, v in row.items() if v is not None and (not fields or k in fields)} for row in found]

    def count(self, api, conditions=()):
        return len(self.query(api, conditions))

    def call(self, api, params, *, wait_timeout=None):
        request = api.request(self.generation, params)
        assert request.is_async
        self.calls.append((api.name, dict(params)))
        self.waits.append((api.name, wait_timeout))
        if api.name in self.fail:
            raise self.fail[api.name]
        self.carry_out(api.name, dict(params))
        if api.name in self.fail_after:
            raise self.fail_after[api.name]
        return {}

    def wait_until(self, read, accept, what, wait_timeout=None):
        self.waits.append((what, wait_timeout))
        value = read()
        while not accept(value):
            if not self.later:
                raise WaitTimeout(f"Waiting in vain for {what}.", waited=wait_timeout)
            self.later.pop(0)()
            value = read()
        return value

    # what the node does

    def carry_out(self, name, params):
        verb, what = re.match(
            "(Create|Add|Update|Delete|Change|Reconnect|Attach|Detach)(.*?)(?:State)?$", name
        ).groups()
        if verb in ("Attach", "Detach"):
            storage, holder = re.match("(.*Storage)(?:To|From)(.*)", what).groups()
            row = self.row(params[storage[0].lower() + storage[1:] + "Uuid"])
            held = row.setdefault(HOLDERS[storage], [])
            uuid = params[holder.lower() + "Uuid"]
            if (uuid in held) == (verb == "Attach"):
                raise refusal(name, "SYS.1006")
            (held.append if verb == "Attach" else held.remove)(uuid)
            return
        rows = self.rows(TABLES[what][5:])
        if verb in ("Create", "Add"):
            rows.append(self.created(what, params))
            return
        row = self.row(params.pop("uuid"))
        if verb == "Delete":
            if row:
                rows.remove(row)
            return
        if verb == "Update":
            if "managementIp" in params and any(r.get("managementIp") == params["managementIp"] for r in rows):
                raise refusal(name)
            params.pop("password", None)
            row.update({k: v.strip() if isinstance(v, str) else v for k, v in params.items()})
        elif verb == "Reconnect":
            if row["state"] in ("PreMaintenance", "Maintenance"):
                raise refusal(name, "HOST.1002")
            row["status"] = "Connected"
        else:
            self.change_state(name, row, params["stateEvent"])

    def change_state(self, name, row, event):
        if event == "maintain" and (row["state"] == "Maintenance" or row["status"] != "Connected"):
            raise refusal(name, "SYS.1000")
        if row["state"] in ("PreMaintenance", "Maintenance") and event != "maintain":
            row["status"] = "Connecting"
            self.later.append(lambda: row.update(status="Connected"))
        row["state"] = EVENTS[event]

    def created(self, what, params):
        row = {k: v.strip() if isinstance(v, str) else v for k, v in params.items()}
        row["uuid"] = row.pop("resourceUuid")
        assert self.row(row["uuid"]) is None
        row.update(state="Enabled", createDate="Nov 4, 2017 1:02:03 AM", lastOpDate="Nov 4, 2017 1:02:03 AM")
        if what == "KVMHost":
            del row["password"]
            row.update(status="Connected", hypervisorType="KVM", zoneUuid=self.row(row["clusterUuid"])["zoneUuid"])
            row.setdefault("sshPort", 22)
        else:
            row.setdefault("type", "zstack")
        if what == "Zone" and self.generation == "5.2":
            row.setdefault("isDefault", False)
        return row


def matches(row, condition):
    """As careless as the node: neither case nor blanks at the end count."""
    actual = row.get(condition.field)
    values = actual if isinstance(actual, list) else [actual]
    wanted = condition.value.rstrip().lower()
    if condition.op == "=":
        return any(value is not None and str(value).rstrip().lower() == wanted for value in values)
    if condition.op == "?=":
        return any(value in condition.value.split(",") for value in values)
    assert condition.op == "~=", condition
    pattern = "".join({"%": ".*", "_": "."}.get(c, re.escape(c)) for c in wanted)
    return any(value is not None and re.fullmatch(pattern, str(value).rstrip().lower()) for value in values)


@pytest.fixture(scope="session")
def client_class():
    return FakeClient


@pytest.fixture(scope="session")
def refused_by_node():
    return refusal


@pytest.fixture(params=["2.3.1", "5.2"])
def generation(request):
    return request.param


#: A small cloud: two zones with a cluster of the same name each, storages, and two hosts.
CLOUD = {
    "Zone": [
        {"uuid": "a" * 32, "name": "lab", "state": "Enabled", "type": "zstack"},
        {"uuid": "b" * 32, "name": "Lab", "state": "Enabled", "type": "zstack", "description": "upper case"},
    ],
    "Cluster": [
        {
            "uuid": c * 32,
            "name": "compute",
            "zoneUuid": zone * 32,
            "hypervisorType": "KVM",
            "type": "zstack",
            "state": "Enabled",
            "createDate": "Nov 4, 2017 1:02:03 AM",
        }
        for c, zone in (("c", "a"), ("d", "b"))
    ],
    "PrimaryStorage": [
        {"uuid": c * 32, "name": name, "zoneUuid": "a" * 32, "attachedClusterUuids": attached}
        for c, name, attached in (("1", "nfs", ["c" * 32]), ("2", "smp", []), ("3", "ceph", ["c" * 32, "d" * 32]))
    ],
    "BackupStorage": [{"uuid": "4" * 32, "name": "images", "attachedZoneUuids": []}],
    "Host": [
        {
            "uuid": c * 32,
            "name": name,
            "managementIp": ip,
            "clusterUuid": "c" * 32,
            "zoneUuid": "a" * 32,
            "hypervisorType": "KVM",
            "state": "Enabled",
            "status": "Connected",
            "username": "root",
            "sshPort": 22,
        }
        for c, name, ip in (("e", "kvm-1", "10.0.0.1"), ("f", "kvm-2", "10.0.0.2"))
    ],
}


@pytest.fixture
def cloud(generation):
    """The small cloud behind a client, in both generations."""
    client = FakeClient(generation, **CLOUD)
    for rows in client.tables.values():
        for row in rows:
            row.update({k: list(v) for k, v in row.items() if isinstance(v, list)})
    return client


@pytest.fixture
def cloud_52():
    client = FakeClient("5.2", **CLOUD)
    for rows in client.tables.values():
        for row in rows:
            row.update({k: list(v) for k, v in row.items() if isinstance(v, list)})
    return client
