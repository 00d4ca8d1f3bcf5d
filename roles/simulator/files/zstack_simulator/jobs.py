# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asynchronous work: jobs, their store and retention, latency, and webhooks.

A job is a generator. It advances a step at a time from callbacks of the event loop; between two steps the
node's latency passes: nothing (`immediate`), N polls of the job (`polls`), or real time (`seconds`).
"""

from __future__ import annotations

import asyncio
import json
import re
import ssl
import sys
import traceback
import urllib.error
import urllib.request
from collections import OrderedDict
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Integer, String, Table, Text, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from .errors import ApiError, ShellError, internal
from .store import metadata, schema_of

if TYPE_CHECKING:
    from .node import Node

WEBHOOK_RETRIES = 15
WEBHOOK_INTERVAL = 2.0
NEVER = object()  # what a job yields that the node will never finish

job_table = Table(
    "job", metadata,
    Column("uuid", String, primary_key=True), Column("api", String), Column("done", Integer, default=0),
    Column("status", Integer), Column("body", Text), Column("schema", Text),
    Column("created", Integer, index=True),
)  # fmt: skip
_lookup = select(job_table).where(job_table.c.uuid == bindparam("key"))


@dataclass
class Latency:
    """How long a step takes: `mode` immediate, polls (`value` polls) or seconds (`value` seconds)."""

    mode: str = "immediate"
    value: float = 0

    @classmethod
    def parse(cls, source: str) -> Latency:
        """From `immediate`, `polls:3` or `seconds:0.5`."""
        if not re.fullmatch(r"immediate|polls:\d+|seconds:\d+(\.\d+)?", source):
            raise ValueError(f"unknown latency {source!r}: immediate, polls:N or seconds:S")
        mode, _colon, value = source.partition(":")
        return cls.make(mode, float(value or 0))

    @classmethod
    def make(cls, mode: str, value: float = 0) -> Latency:
        """Of a known mode, and a value of 0 or more, which for `polls` is a whole number."""
        if mode == "polls" and value != int(value):
            raise ValueError(f"a latency of {value} polls: N is a whole number")
        return cls(mode if value > 0 else "immediate", float(value))


@dataclass(eq=False)
class Work:
    """Something that runs in steps; `uuid` is None for the node's own background work. `hook` is told the result, with
    `schema` also the classes of what it holds."""

    steps: Generator
    api: str = ""
    uuid: str | None = None
    hook: str | None = None
    schema: bool = False
    polls: float = 0
    stuck: bool = False
    forget: bool = False


class Jobs:
    """The job store and whatever is running."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.running: dict[str, Work] = {}
        self.background: list[Work] = []
        self.results: OrderedDict[str, tuple[int, str, str]] = OrderedDict()
        self.next_scan = 0.0
        self.webhook_interval = WEBHOOK_INTERVAL
        self._hooks: set[asyncio.Task] = set()

    # Submission

    def exists(self, uuid: str) -> bool:
        return uuid in self.results or self.node.execute(_lookup, {"key": uuid}).first() is not None

    def submit(self, work: Work) -> None:
        """Records a job and starts it. A uuid that is there already is a broken key: the shell's 500."""
        try:
            with self.node.transaction():
                row = {"uuid": work.uuid, "api": work.api, "created": int(self.node.time())}
                self.node.execute(insert(job_table), row)
        except IntegrityError:
            raise ShellError(500, f"duplicate entry '{work.uuid}' for key 'PRIMARY'") from None
        self.running[work.uuid] = work
        if not work.stuck:
            self._advance(work)

    def spawn(self, steps: Generator) -> None:
        """Starts background work."""
        work = Work(steps)
        self.background.append(work)
        self._advance(work)

    # Steps

    def _advance(self, work: Work) -> None:
        """Runs steps until one has to wait, or to the end."""
        node = self.node
        while True:
            end = None
            try:
                with node.transaction():
                    try:
                        work.stuck = next(work.steps) is NEVER
                    except StopIteration as stop:  # caught within the transaction: the last step counts
                        end = stop
                if end is not None:
                    return self._finish(work, 200, end.value)
            except Exception as problem:
                return self._finish(work, 503, problem)
            if work.stuck:
                return None
            latency = node.latency_of(work.api)
            if latency.mode == "polls":
                work.polls = latency.value
                return None
            if latency.mode == "seconds":
                asyncio.get_running_loop().call_later(latency.value, self._resume, work)
                return None

    def _resume(self, work: Work) -> None:
        if work.uuid in self.running or work in self.background:
            self._advance(work)

    def _finish(self, work: Work, status: int, outcome: Any) -> None:
        if work.uuid is None:
            self.background.remove(work)
            if status != 200:
                traceback.print_exception(outcome, file=sys.stderr)
            return
        del self.running[work.uuid]
        try:
            if status != 200:
                raise outcome
            body, classes = self.node.result_body(outcome), schema_of(outcome)
        except Exception as problem:
            status, body, classes = 503, self.node.error_body(as_api_error(problem), escape=True), {}
        kept = {"status": status, "body": body.decode(), "schema": json.dumps(classes) if classes else ""}
        with self.node.transaction():
            if work.forget:
                self.node.execute(delete(job_table).where(job_table.c.uuid == work.uuid))
            else:
                done = update(job_table).where(job_table.c.uuid == work.uuid)
                self.node.execute(done.values(done=1, **kept))
                self.results[work.uuid] = tuple(kept.values())
                while len(self.results) > self.node.limits.jobCache:
                    self.results.popitem(last=False)
        if work.hook:
            told = self._show(*kept.values(), work.schema)
            task = asyncio.get_running_loop().create_task(self._call_hook(work.hook, work.uuid, *told))
            self._hooks.add(task)
            task.add_done_callback(self._hooks.discard)

    def outcomes(self, uuids: list[str]) -> dict[str, int]:
        """How those of the jobs ended that did: the status of their polls."""
        ended = select(job_table.c.uuid, job_table.c.status).where(job_table.c.done == 1)
        return {uuid: status for start in range(0, len(uuids), 500) for uuid, status in
                self.node.execute(ended.where(job_table.c.uuid.in_(uuids[start : start + 500])))}  # fmt: skip

    # Polling

    def poll(self, uuid: str, schema: bool = False) -> tuple[int, bytes]:
        """The answer of ``GET api-jobs/<uuid>``, with `schema` also the classes of what the result holds."""
        if uuid in self.results:
            self.results.move_to_end(uuid)
            return self._show(*self.results[uuid], schema)
        work = self.running.get(uuid)
        if work is not None and not work.stuck and work.polls:
            work.polls -= 1
            if not work.polls:
                answer = 202, self.node.empty_body
                self._advance(work)
                return answer
        row = self.node.execute(_lookup, {"key": uuid}).first()
        if row is None:
            raise ShellError(404, f"the job[uuid:{uuid}] does not exist or has expired")
        return self._show(row.status, row.body, row.schema, schema) if row.done else (202, self.node.empty_body)

    @staticmethod
    def _show(status: int, body: str, classes: str, schema: bool) -> tuple[int, bytes]:
        return status, (f'{body[:-1]},"schema":{classes}}}' if schema and classes else body).encode()

    def tick(self) -> None:
        """Called with every request: background work counts them as polls; finished jobs are purged when due."""
        for work in [work for work in self.background if work.polls]:
            work.polls -= 1
            if not work.polls:
                self._advance(work)
        now = self.node.time()
        if now >= self.next_scan:
            with self.node.transaction():
                old = (job_table.c.done == 1) & (job_table.c.created < now - self.node.limits.jobRetention)
                self.node.execute(delete(job_table).where(old))
            self.next_scan = now + self.node.limits.jobScan

    def restart(self) -> None:
        """What a restart of the node does: running work is lost, its rows stay in progress for ever."""
        for work in [*self.running.values(), *self.background]:
            work.steps.close()
        self.running.clear()
        self.background.clear()
        self.results.clear()

    # Webhooks

    async def _call_hook(self, url: str, uuid: str, status: int, body: bytes) -> None:
        headers = {"X-Job-UUID": uuid, "X-Job-Success": "true" if status == 200 else "false",
                   "Content-Type": "application/json; charset=utf-8"}  # fmt: skip
        for attempt in range(1 + WEBHOOK_RETRIES):
            if attempt:
                await asyncio.sleep(self.webhook_interval)
            if await asyncio.to_thread(_post, url, body, headers):
                return


def _post(url: str, body: bytes, headers: dict[str, str]) -> bool:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    try:
        with opener.open(urllib.request.Request(url, body, headers, method="POST"), timeout=30) as answer:
            return 200 <= answer.status < 300
    except (OSError, ValueError, urllib.error.URLError):
        return False


def as_api_error(problem: BaseException) -> ApiError:
    """What the node reports for anything that went wrong in a service."""
    if isinstance(problem, ApiError):
        return problem
    if not isinstance(problem, IntegrityError):
        traceback.print_exception(problem, file=sys.stderr)
    # Of a database error what the database said, without the statement.
    said = str(getattr(problem, "orig", None) or problem).partition("\n")[0]
    return internal(f"{type(problem).__name__}: {said}")
