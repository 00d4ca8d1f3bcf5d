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

import difflib
import inspect
import ipaddress
import json
import math
import os
import re
import socket
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from itertools import count
from typing import Annotated, Any, Literal, TypedDict, get_args, get_type_hints
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from .checks import Range, insist, unknown
from .faults import Rule
from .jobs import Latency
from .node import Limits, Node, Seconds, Snapshot

END_OF_TIME = 253370764800  # the first second of the year 9999
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


class Timing(TypedDict, total=False):
    mode: Literal["immediate", "polls", "seconds"]
    value: Annotated[float, Range(0)]
    api: str
    webhook: Seconds


class Kept(TypedDict, total=False):
    save: str
    restore: str


class Advance(TypedDict):
    advance: float


class Ended(TypedDict, total=False):
    uuid: str


class Control:
    """Answers what comes under /simulator/. `names` are those that a request may call this host by."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.log = Log()
        self.snapshots: dict[str, Snapshot] = {}
        self.names = {"localhost", socket.gethostname().lower()}

    def respond(self, request: Request, body: bytes) -> Response:
        path, query_string = request.scope["path"], request.scope["query_string"].decode("latin-1")
        name = f"{request.method.lower()}_{path.removeprefix('/simulator/').replace('-', '_')}"
        action = getattr(self, name, None) if re.fullmatch(r"(get|post|put|delete)_[a-z_]+", name) else None
        if action is None:
            return _json({"error": f"no such control: {request.method} {path}"}, 404)
        try:
            self._refuse_strangers(request)
            return _json(action(*_arguments(action, body, query_string)) or {})
        except PermissionError as problem:
            return _json({"error": str(problem)}, 403)
        except Exception as problem:
            return _json({"error": _reason(problem)}, 400)

    def _refuse_strangers(self, request: Request) -> None:
        """PermissionError for what a page of somebody else's lets a browser send. Its name may lead here (DNS
        rebinding), but it stands in Host; an address in Host is no name, so only whoever knows where we are writes it.
        """
        host, origin = request.headers.get("host", ""), request.headers.get("origin")
        name = _host_name(host)
        if name not in self.names and not _is_address(name):
            raise PermissionError(f"Host {host!r} is not this simulator: call it by its address or as localhost")
        if origin is not None and origin.lower() != f"http://{host}".lower():
            raise PermissionError(f"pages of {origin!r} do not control this simulator")

    def get_status(self) -> dict[str, Any]:
        return {"profile": self.node.profile, "version": self.node.version, "pid": os.getpid()}

    def get_requests(self, since: int = 0, api: str | None = None) -> dict[str, Any]:
        entries, shown = self.log.entries, self.log.read(since, api)
        outcomes = self.node.jobs.outcomes([entry["job"] for entry in shown if entry["job"]])
        for entry in shown:
            entry["outcome"] = outcomes.get(entry["job"]) if entry["status"] == 202 else entry["status"]
        return {"requests": shown, "last": entries[-1]["seq"] if entries else since}

    def delete_requests(self) -> None:
        self.log.entries.clear()

    def post_reset(self) -> None:
        self.log.entries.clear()
        self.node.reset()

    def post_seed(self, given: dict[str, Any]) -> dict[str, int]:
        return self.node.seed(given)

    def get_faults(self) -> dict[str, Any]:
        return {"faults": [asdict(rule) for rule in self.node.faults.rules]}

    def post_faults(self, given: Any) -> dict[str, Any]:
        insist(given, list[Rule] if isinstance(given, list) else Rule)
        rules = [Rule(**facts) for facts in (given if isinstance(given, list) else [given])]
        for rule in rules:
            self._know_api(rule.api, "*", "api-jobs")
        self.node.faults.add(rules)
        return self.get_faults()

    def delete_faults(self, id: int | None = None) -> None:
        if id is None:
            self.node.faults.rules.clear()
        else:
            self.node.faults.remove(id)

    def get_latency(self) -> dict[str, Any]:
        apis = {api: asdict(latency) for api, latency in self.node.latencies.items()}
        return asdict(self.node.latency) | {"webhook": self.node.jobs.webhook_interval, "apis": apis}

    def put_latency(self, given: Timing) -> dict[str, Any]:
        if "mode" in given:
            latency = Latency.make(given["mode"], given.get("value", 0))
            if "api" in given:
                self._know_api(given["api"])
                self.node.latencies[given["api"]] = latency
            else:
                self.node.latency = latency
        elif given.keys() - {"webhook"}:
            raise ValueError("mode is missing")
        if "webhook" in given:
            self.node.jobs.webhook_interval = float(given["webhook"])
        return self.get_latency()

    def _know_api(self, api: str, *more: str) -> None:
        known = {*self.node.catalog.apis, *more}
        if api not in known:
            near = difflib.get_close_matches(api, known, 1)
            raise ValueError(f"no API of {self.node.profile} is called {api}" + (f": {near[0]}?" if near else ""))

    def get_limits(self) -> dict[str, Any]:
        return asdict(self.node.limits)

    def put_limits(self, given: Limits) -> dict[str, Any]:
        self.node.limits = replace(self.node.limits, **given)
        self.node.jobs.next_scan = min(self.node.jobs.next_scan, self.node.time() + self.node.limits.jobScan)
        return self.get_limits()

    def get_snapshot(self) -> dict[str, Any]:
        return {"snapshots": sorted(self.snapshots)}

    def post_snapshot(self, given: Kept) -> None:
        if len(given) != 1:
            raise ValueError('a snapshot wants {"save": "name"} or {"restore": "name"}')
        if "save" in given:
            self.snapshots[given["save"]] = self.node.save()
        else:
            self.node.restore(self._snapshot(given["restore"]))

    def delete_snapshot(self, name: str | None = None) -> None:
        if name is None:
            self.snapshots.clear()
        else:
            self._snapshot(name)
            del self.snapshots[name]

    def _snapshot(self, name: str) -> Snapshot:
        if name not in self.snapshots:
            raise LookupError(f"no snapshot is called {name!r}, there are: {sorted(self.snapshots)}")
        return self.snapshots[name]

    def post_restart(self) -> None:
        self.node.jobs.restart()
        self.node.identity.load()

    def post_clock(self, given: Advance) -> dict[str, float]:
        if not 0 < self.node.time() + given["advance"] < END_OF_TIME:
            raise ValueError(f"{given['advance']} seconds lead out of the years 1970 to 9999")
        self.node.clock_offset += float(given["advance"])
        return {"offset": self.node.clock_offset}

    def post_expire_session(self, given: Ended) -> None:
        with self.node.transaction():
            if "uuid" in given:
                self.node.identity.close(given["uuid"])
            else:
                self.node.identity.close_all()


def _arguments(action: Callable, body: bytes, query_string: str) -> Iterator[Any]:
    """What an action takes, in its order: `given` is the body, checked against its type, anything else an option."""
    hints = get_type_hints(action, include_extras=True)
    options = {name: values[-1] for name, values in parse_qs(query_string).items()}
    parameters = inspect.signature(action).parameters
    for name in options.keys() - parameters.keys() | options.keys() & {"given"}:
        raise ValueError(f"?{name} is unknown, {unknown(name, parameters.keys() - {'given'})}")
    for name, parameter in parameters.items():
        if name == "given":
            try:
                given = json.loads(body) if body.strip() else {}
            except ValueError as problem:
                raise ValueError(f"the body is no JSON: {problem}") from None
            insist(given, hints[name])
            yield given
        elif name not in options:
            yield parameter.default
        elif hints[name] is str or str in get_args(hints[name]):
            yield options[name]
        elif options[name].isdecimal():
            yield int(options[name])
        else:
            raise ValueError(f"?{name}={options[name]} must be a whole number")


def _reason(problem: Exception) -> str:
    """One line, with the kind of what nobody foresaw."""
    said = str(problem).partition("\n")[0]
    return said if type(problem) in (ValueError, LookupError) else f"{type(problem).__name__}: {said}"


def _host_name(host: str) -> str:
    """The name, or the address, in a Host header; empty where it is neither."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        return bool(ipaddress.ip_address(name))
    except ValueError:
        return False
