# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control API under ``/simulator/``, which no real node has.

==================  ======  ======================================================================================
path                method  what
==================  ======  ======================================================================================
status              GET     ``{"profile", "version", "pid"}``
requests            GET     the request log: ``{"requests": [...], "last": N}``; ``?since=N``, ``?api=Name``; `outcome`
                            is the status in the end, the job's where there is one (null while it runs)
requests            DELETE  clears it
reset               POST    everything as at the start (the seed file is applied again)
seed                POST    a seed document; replies how many things were made
faults              GET     the rules, each with its id and how often it was seen and has fired
faults              POST    a rule, or a list of rules, to add (see ``faults.Rule``)
faults              DELETE  removes all, or the one of ``?id=N``
latency             GET     the latency in force
latency             PUT     ``{"mode": "immediate|polls|seconds", "value": 3, "api": "AddKVMHost", "webhook": 2}``
limits              GET     what the node forgets and refuses (see ``node.Limits``)
limits              PUT     any of them: ``{"jobRetention": 60, "sessions": 3}``
snapshot            GET     the names of all snapshots
snapshot            POST    ``{"save": "name"}`` or ``{"restore": "name"}``: the cloud's whole content
snapshot            DELETE  forgets all, or the one of ``?name=...``
restart             POST    the node restarts: jobs in progress stay so for ever
clock               POST    ``{"advance": seconds}``
expire-session      POST    ends all sessions, or ``{"uuid": ...}``
==================  ======  ======================================================================================
"""

from __future__ import annotations

import json
import math
import os
import re
import time
from collections import deque
from dataclasses import asdict, replace
from itertools import count
from typing import Any
from urllib.parse import parse_qs

from starlette.responses import Response

from .faults import Rule
from .jobs import Latency
from .node import Node, Snapshot

LOG_LENGTH = 100_000
LOGGED_BODY = 65536  # longer bodies are not kept
SECRET = re.compile(r"password|secret|digest|session", re.IGNORECASE)


def scrub(value: Any, name: str = "") -> Any:
    """A copy without secrets, also without those inside mon URLs."""
    if isinstance(value, dict):
        return {key: scrub(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [scrub(item, name) for item in value]
    if isinstance(value, str) and name == "monUrls":
        return re.sub(r":.*@", ":***@", value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # the log may show what is no JSON
    return "***" if SECRET.search(name) and value is not None and not isinstance(value, bool) else value


def _json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value), status, media_type="application/json")


class Log:
    """The calls that came in, without secrets."""

    def __init__(self) -> None:
        self.entries: deque[dict[str, Any]] = deque(maxlen=LOG_LENGTH)
        self._numbers = count(1)

    def begin(self, method: str, path: str, query_string: str, body: bytes | None) -> dict[str, Any]:
        """Opens an entry: seq, time, method, path, query, body; status, api and job follow."""
        kept = body if body is not None and len(body) <= LOGGED_BODY else None
        entry = {"seq": next(self._numbers), "time": time.time(), "method": method, "path": path, "query": query_string,
                 "raw": kept, "api": None, "job": None, "status": None}  # fmt: skip
        self.entries.append(entry)
        return entry

    def read(self, since: int, api: str | None) -> list[dict[str, Any]]:
        return [self._show(e) for e in self.entries if e["seq"] > since and api in (None, e["api"])]

    @staticmethod
    def _show(entry: dict[str, Any]) -> dict[str, Any]:
        shown = {name: value for name, value in entry.items() if name != "raw"}
        shown["path"] = re.sub(r"(/sessions/)[^/]+", r"\1***", shown["path"])
        if entry["raw"] is None:
            shown["body"] = "too long to be kept"
            return shown
        try:
            shown["body"] = scrub(json.loads(entry["raw"])) if entry["raw"] else None
        except (ValueError, RecursionError):
            shown["body"] = "not JSON"
        return shown


class Control:
    """Answers what comes under /simulator/."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.log = Log()
        self.snapshots: dict[str, Snapshot] = {}

    def respond(self, method: str, path: str, query_string: str, body: bytes) -> Response:
        name = f"{method.lower()}_{path.removeprefix('/simulator/').replace('-', '_')}"
        action = getattr(self, name, None) if re.fullmatch(r"(get|post|put|delete)_[a-z_]+", name) else None
        if action is None:
            return _json({"error": f"no such control: {method} {path}"}, 404)
        try:
            given = json.loads(body) if body.strip() else {}
            options = {key: values[-1] for key, values in parse_qs(query_string).items()}
            return _json(action(given, **options) or {})
        except Exception as problem:
            return _json({"error": f"{type(problem).__name__}: {problem}"}, 400)

    def get_status(self, _given: Any) -> dict[str, Any]:
        return {"profile": self.node.profile, "version": self.node.version, "pid": os.getpid()}

    def get_requests(self, _given: Any, since: str = "0", api: str | None = None) -> dict[str, Any]:
        entries, shown = self.log.entries, self.log.read(int(since), api)
        outcomes = self.node.jobs.outcomes([entry["job"] for entry in shown if entry["job"]])
        for entry in shown:
            entry["outcome"] = outcomes.get(entry["job"]) if entry["status"] == 202 else entry["status"]
        return {"requests": shown, "last": entries[-1]["seq"] if entries else int(since)}

    def delete_requests(self, _given: Any) -> None:
        self.log.entries.clear()

    def post_reset(self, _given: Any) -> None:
        self.log.entries.clear()
        self.node.reset()

    def post_seed(self, given: dict[str, Any]) -> dict[str, int]:
        return self.node.seed(given)

    def get_faults(self, _given: Any) -> dict[str, Any]:
        return {"faults": [asdict(rule) for rule in self.node.faults.rules]}

    def post_faults(self, given: Any) -> dict[str, Any]:
        self.node.faults.add([Rule.load(facts) for facts in (given if isinstance(given, list) else [given])])
        return self.get_faults(None)

    def delete_faults(self, _given: Any, id: str | None = None) -> None:
        if id is None:
            self.node.faults.rules.clear()
        else:
            self.node.faults.remove(int(id))

    def get_latency(self, _given: Any) -> dict[str, Any]:
        apis = {api: asdict(latency) for api, latency in self.node.latencies.items()}
        return asdict(self.node.latency) | {"webhook": self.node.jobs.webhook_interval, "apis": apis}

    def put_latency(self, given: dict[str, Any]) -> dict[str, Any]:
        if "mode" in given:
            latency = Latency.make(given["mode"], given.get("value", 0))
            if "api" in given:
                self.node.latencies[given["api"]] = latency
            else:
                self.node.latency = latency
        if "webhook" in given:
            self.node.jobs.webhook_interval = float(given["webhook"])
        return self.get_latency(None)

    def get_limits(self, _given: Any) -> dict[str, Any]:
        return asdict(self.node.limits)

    def put_limits(self, given: dict[str, float]) -> dict[str, Any]:
        if any(isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0 for value in given.values()):
            raise ValueError("limits are numbers, 0 or more")
        self.node.limits = replace(self.node.limits, **given)
        self.node.jobs.next_scan = min(self.node.jobs.next_scan, self.node.time() + self.node.limits.jobScan)
        return self.get_limits(None)

    def get_snapshot(self, _given: Any) -> dict[str, Any]:
        return {"snapshots": sorted(self.snapshots)}

    def post_snapshot(self, given: dict[str, str]) -> None:
        if "save" in given:
            self.snapshots[given["save"]] = self.node.save()
        else:
            self.node.restore(self.snapshots[given["restore"]])

    def delete_snapshot(self, _given: Any, name: str | None = None) -> None:
        if name is None:
            self.snapshots.clear()
        else:
            del self.snapshots[name]

    def post_restart(self, _given: Any) -> None:
        self.node.jobs.restart()
        self.node.identity.load()

    def post_clock(self, given: dict[str, float]) -> dict[str, float]:
        self.node.clock_offset += float(given["advance"])
        return {"offset": self.node.clock_offset}

    def post_expire_session(self, given: dict[str, str]) -> None:
        with self.node.transaction():
            if "uuid" in given:
                self.node.identity.close(given["uuid"])
            else:
                self.node.identity.close_all()
