# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulated cloud and topologies on it. Tasks run in this process, as in a worker; rows are read by raw HTTP."""

from __future__ import annotations

import hashlib
import re
from copy import deepcopy
from functools import cache
from uuid import UUID

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from trees import SECRET

from ansible_collections.zstack.cloud.plugins.module_utils._engine.topology import Topology
from ansible_collections.zstack.cloud.plugins.module_utils._engine.tree import KEYS
from ansible_collections.zstack.cloud.plugins.module_utils._task.connection import client_for
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import Context
from ansible_collections.zstack.cloud.plugins.module_utils._task.topology import ExportTask, TopologyTask

#: Where the rows of a cloud are that a topology can hold, by generation.
PLACES = ("zones", "clusters", "hosts", "primary-storage", "primary-storage/ceph", "backup-storage")
PLACES += ("primary-storage/ceph/pools", "pci-device/pci-device-offerings", "user-tags", "baremetal/chassis")
PLACES_BY = {
    "2.3.1": (*PLACES, "baremetal/pxeserver", "baremetal/hostcfg"),
    "5.2": (*PLACES, "baremetal/pxeservers"),
}
#: What two clouds with the same objects may differ in.
_OWN = ("createDate", "lastOpDate", "fsid")
#: What depends on what was there before: what a cluster learnt of its first host, whether one mounted a storage.
HISTORY = (
    "status",
    "architecture",
    *(f"{kind}{of}Capacity" for kind in ("total", "available") for of in ("", "Physical")),
)
_USUAL = {"name": "lab", "zstack_wait_timeout": 120}


@cache
def validator(kind):
    return ArgumentSpecValidator(kind().argument_spec())


class Cloud:
    """``node``: a Node of the simulator; sessions are kept in ``folder``."""

    def __init__(self, node, folder):
        self.node = node
        self.generation = node.name
        self.folder = folder

    def reset(self, seed=None, latency=None):
        """As at the start, with a seed document, and steps of jobs that take so long."""
        self.node.control("POST", "reset")
        self.take(latency or {"mode": "immediate"})
        if seed:
            self.node.control("POST", "seed", seed)

    def take(self, latency):
        """How long each step of a job takes from now on."""
        self.node.control("PUT", "latency", latency)

    def last(self):
        """Where the log of the node ends."""
        return self.node.control("GET", "requests")["last"]

    def log(self, since):
        """What came in after that, less the polls of jobs."""
        return self.node.requests(since)

    # -- tasks --------------------------------------------------------------------------------------------------------

    def task(self, kind, options, check=False, notify=None):
        return kind().run(self.params(kind, options), Context(check_mode=check, notify=notify))

    def params(self, kind, options):
        given = {
            "zstack_url": self.node.url,
            "zstack_password": "password",
            "zstack_session_dir": str(self.folder),
            **deepcopy(options),
        }
        validated = validator(kind).validate(given)
        assert not validated.error_messages, validated.error_messages
        return validated.validated_parameters

    def looked_at(self, tree, **options):
        """The Topology, with what is refused left in its nodes."""
        params = self.params(TopologyTask, {**_USUAL, **tree, **options})
        return Topology(client_for(params), params).look()

    def apply(self, tree, check=False, notify=None, **options):
        """The result of a topology, whatever it is."""
        return self.task(TopologyTask, {**_USUAL, **tree, **options}, check, notify)

    def make(self, tree, **options):
        """The result of a topology that must succeed, and leaves nothing to be done."""
        result = worked(self.apply(tree, **options))
        again = worked(self.apply(tree, check=True, **options))
        assert not again["changed"], ("a second run would change", again["diff"], states(again))
        return result

    def export(self, **options):
        return worked(self.task(ExportTask, options))

    # -- rows ---------------------------------------------------------------------------------------------------------

    def rows(self):
        """{place: rows of it}, less dates and uuids of the node's choice, in an order of their own."""
        found = self._read()
        chosen = {
            row["uuid"]: f"{place}: {row.get('name')}"
            for place, rows in found.items()
            for row in rows
            if UUID(row["uuid"]).version != 5
        }
        return {place: sorted((_plain(row, chosen) for row in rows), key=str) for place, rows in found.items()}

    def uuids(self):
        return {row["uuid"] for rows in self._read().values() for row in rows}

    def _read(self):
        header, found = {"Authorization": f"OAuth {self._session()}"}, {}
        for place in PLACES_BY[self.generation]:
            url = f"{self.node.url}/zstack/v1/{place}"
            answer = self.node.http.get(url, params={"limit": 100000}, headers=header, timeout=60)
            assert answer.status_code == 200, (place, answer.text)
            found[place] = answer.json()["inventories"]
        return found

    def _session(self):
        password = hashlib.sha512(b"password").hexdigest()
        body = {"logInByAccount": {"accountName": "admin", "password": password}}
        answer = self.node.http.put(f"{self.node.url}/zstack/v1/accounts/login", json=body, timeout=60)
        return answer.json()["inventory"]["uuid"]


def worked(result):
    assert not result.get("failed"), result["msg"]
    return result


def states(result):
    """{path: state} of the objects that are not as they were."""
    return {each["path"]: each["state"] for each in result["objects"] if each["state"] != "unchanged"}


def secrets_for(missing):
    """The mapping of secrets of the places that an export names: of objects, or of parts of them."""
    found = {}
    for place in missing:
        *_outer, holder, last = [("", ""), *re.findall(r"(\w+)\[(.*?)\](?=\.)", place)]
        inner = found
        for key, name in [last] if last[0] in KEYS else [holder, last]:
            inner = inner.setdefault(key, {}).setdefault(name, {})
        inner[place.rpartition(".")[2]] = SECRET
    return found


def differences(one, other, less=()):
    """Fields in which the rows of two clouds differ, and rows that only one of them has; ``less`` these fields."""
    found = []
    one, other = (
        {place: [{k: v for k, v in row.items() if k not in less} for row in rows] for place, rows in cloud.items()}
        for cloud in (one, other)
    )
    for place in one:
        mine = [row for row in one[place] if row not in other[place]]
        theirs = [row for row in other[place] if row not in one[place]]
        if len(mine) != len(theirs) or len(one[place]) != len(other[place]):
            found.append((place, mine, theirs))
            continue
        for a, b in zip(mine, theirs, strict=True):
            fields = {key: (a.get(key), b.get(key)) for key in {*a, *b} if a.get(key) != b.get(key)}
            found.append((place, a.get("name"), fields))
    return "\n".join(map(str, found))


def _plain(value, chosen, nested=False):
    if isinstance(value, dict):
        # Tags, and what lies in a row, have uuids of the node's choice, to which nothing refers.
        own = ("uuid", "monUuid") if nested or "tag" in value or "poolName" in value else ()
        found = {key: _plain(item, chosen, True) for key, item in sorted(value.items()) if key not in (*_OWN, *own)}
        return {key: item for key, item in found.items() if item is not None}
    if isinstance(value, list):
        return sorted((_plain(item, chosen, nested) for item in value), key=str)
    # An empty text is none.
    return (chosen.get(value, value) or None) if isinstance(value, str) else value
