# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The node: everything a handler can reach."""

from __future__ import annotations

import inspect
import itertools
import json
import random
import sqlite3
import time
import uuid
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Annotated, Any

from sqlalchemy import Column, String, Table, insert, select, update

from . import families, query, seeds, validation
from .catalog import Api, Catalog
from .checks import Range
from .errors import ApiError, ShellError, internal, invalid
from .family import Handler
from .faults import Faults
from .hardware import Hardware
from .identity import Identity, Session
from .jobs import Jobs, Latency, as_api_error
from .store import DATE, Resource, Row, Store, View, layout, metadata, schema_of, tag, tag_pattern

FULL_VERSION = {"2.3.1": "2.3.1", "5.2": "5.2.0"}

meta_table = Table("meta", metadata, Column("name", String, primary_key=True), Column("value", String))


class Message(dict):
    """The parameters of one call, by name.

    api, session (None for calls that need none), job (the job's uuid, None when synchronous)
    """

    def __init__(self, api: Api, fields: Row) -> None:
        super().__init__(fields)
        self.api = api
        self.authorization: str | Session | None = None
        self.session: Session | None = None
        self.job: str | None = None
        self.query: query.Query | None = None
        self.fault: ApiError | None = None

    def picked(self, *names: str) -> Row:
        """Those of the parameters that are given."""
        return {name: self[name] for name in names if self.get(name) is not None}

    @property
    def force(self) -> bool:
        """Whether deleteMode asks to delete in spite of failures."""
        mode = self.get("deleteMode", "Permissive")
        if mode not in ("Permissive", "Enforcing"):
            raise internal(f"no enum constant of deletion mode: {mode}")
        return mode == "Enforcing"


Seconds = Annotated[float, Range(0)]


@dataclass
class Limits:
    """What a node forgets and refuses; times in seconds.

    jobRetention from a job's creation to its purge when it is done, jobScan between two purges, jobCache how many
    results outlive the purge; sessionSeconds a session's life, sessions how many one user may have.
    """

    jobRetention: Seconds = 10800
    jobScan: Seconds = 3600
    jobCache: Annotated[int, Range(0)] = 2000
    sessionSeconds: Seconds = 7200
    sessions: Annotated[int, Range(0)] = 500


@dataclass(frozen=True)
class Snapshot:
    content: sqlite3.Connection
    machines: Row
    uuids: tuple | None


class Node:
    """A management node of one generation; `data` is a file that was examined and `seed` a document that was checked.

    `old` is true for 2.3.1. Time is the real clock plus `clock_offset` seconds.
    """

    def __init__(self, profile: str, data: str | None = None, uuid_seed: int | None = None, seed: Row | None = None,
                 latency: Latency | None = None) -> None:  # fmt: skip
        self.profile, self.old = profile, profile == "2.3.1"
        self.version = FULL_VERSION[profile]
        self.empty_body = b"" if self.old else b"{}"
        self.catalog = Catalog(profile)
        self.family = families.load()
        self.clock_offset, self.limits = 0.0, Limits()
        self.store = Store(data)
        self.execute = self.store.execute
        self.hardware, self.identity, self.jobs, self.faults = Hardware(), Identity(self), Jobs(self), Faults(uuid_seed)
        self._uuid_seed, self._seed = uuid_seed, seed
        self.default_latency = self.latency = latency or Latency()
        self.latencies: dict[str, Latency] = {}
        self._queued: list[Generator] = []
        self._cookies = itertools.count(1)
        self._boot()

    def _boot(self) -> None:
        meta = {row.name: row.value for row in self.execute(select(meta_table))}
        starts = int(meta.get("starts", 0)) + 1
        self._random = random.Random(f"{self._uuid_seed}/{starts}") if self._uuid_seed is not None else None
        self.identity.load()
        with self.transaction():
            if meta:
                self.execute(update(meta_table).where(meta_table.c.name == "starts").values(value=str(starts)))
                return
            born = {"profile": self.profile, "starts": "1", "layout": layout()}
            if self._seed is not None:
                born["seed"] = seeds.mark(self._seed)
            self.execute(insert(meta_table), [{"name": name, "value": value} for name, value in born.items()])
            for boot in self.family.boots:
                boot(self)
            if self._seed is not None:
                seeds.plant(self, self._seed)

    def seed(self, document: Row) -> dict[str, int]:
        """Builds what a document describes, all of it or nothing; returns how many of each kind."""
        seeds.check(document, self.family.seeds, self.profile)
        machines = dict(self.hardware.patterns)
        try:
            with self.transaction():
                return seeds.plant(self, document)
        except BaseException:
            self.hardware.patterns = machines
            raise

    def reset(self) -> None:
        """Back to how the node started: built-in rows, the seed it was started with, no faults, its first latency."""
        self.jobs.restart()
        self.jobs.next_scan = 0.0
        self.store.clear()
        self.hardware.patterns.clear()
        self.faults.rules.clear()
        self.latency, self.latencies, self.clock_offset = self.default_latency, {}, 0.0
        self.limits = Limits()
        self._boot()

    def save(self) -> Snapshot:
        """The cloud's whole content: rows, machines, and where the series of uuids stands."""
        content = sqlite3.connect(":memory:", check_same_thread=False)
        self.store.raw.backup(content)
        return Snapshot(content, dict(self.hardware.patterns), self._random and self._random.getstate())

    def restore(self, snapshot: Snapshot) -> None:
        """Back to a snapshot; running jobs are lost, the log, faults, latency, limits and the clock stay."""
        self.jobs.restart()
        snapshot.content.backup(self.store.raw)
        self.hardware.patterns = dict(snapshot.machines)
        if self._random is not None:
            self._random.setstate(snapshot.uuids)
        self.identity.load()

    # What handlers use

    def time(self) -> float:
        return time.time() + self.clock_offset

    def now(self) -> str:
        """The time as rows keep it: local, whole seconds."""
        return datetime.fromtimestamp(self.time()).strftime(DATE)

    def uuid(self) -> str:
        if self._random is None:
            return uuid.uuid4().hex
        return uuid.UUID(int=self._random.getrandbits(128), version=4).hex

    def cookie(self) -> str:
        """A servlet session id, which nobody needs."""
        return f"node0{next(self._cookies)}"

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """A step: committed as a whole or not at all. Background work asked for meanwhile starts after it."""
        try:
            yield
        except BaseException:
            self.store.connection.rollback()
            self._queued.clear()
            raise
        self.store.connection.commit()
        while self._queued:
            self.jobs.spawn(self._queued.pop(0))

    def background(self, steps: Generator) -> None:
        """Runs a generator in steps on the node's own behalf."""
        self._queued.append(steps)

    def latency_of(self, api: str) -> Latency:
        return self.latencies.get(api, self.latency)

    def view_of(self, api: str) -> View:
        """The view behind a query, by API name."""
        return self.family.queries[api][0]

    # Calls

    def serves(self, api: Api) -> bool:
        return api.name in (self.family.queries if api.is_query else self.family.handlers)

    def answer(self, message: Message, schema: bool = False) -> tuple[int, bytes]:
        """Runs a synchronous call: its status and body, with `schema` also the classes of what a result holds."""
        try:
            with self.transaction():
                if message.query is not None:
                    view, everyone = self.family.queries[message.api.name]
                    self._authenticate(message, everyone)
                    return 200, self.result_body(query.run(self, view, message.query))
                handler = self.family.handlers[message.api.name]
                self._admit(message, handler)
                result = handler.run(self, message)
                if schema and (classes := schema_of(result)):
                    result = {**result, "schema": classes}
                return 200, self.result_body(result)
        except ShellError:
            raise
        except Exception as problem:
            return 503, self.error_body(as_api_error(problem))

    def steps(self, message: Message) -> Generator[None, None, Row | None]:
        """The steps of an asynchronous call; returns the job's result."""
        handler = self.family.handlers[message.api.name]
        self._admit(message, handler)
        if inspect.isgeneratorfunction(handler.run):
            result = yield from handler.run(self, message)
        else:
            yield
            self._require(message, handler)  # another job may have deleted it meanwhile
            result = handler.run(self, message)
        if handler.creates is not None:
            self._attach_tags(message, handler.creates, result["inventory"]["uuid"])
        return result

    def _admit(self, message: Message, handler: Handler) -> None:
        """The checks in the node's order: fields, existence, session and permission, tags."""
        validation.check(message.api, message)
        self._require(message, handler)
        self._authenticate(message, handler.everyone)
        _known_mode = message.force  # a mode that is none is refused before anything happens
        if handler.creates is not None:
            self.check_tags(handler.creates, message.get("systemTags", ()))
            for pattern in message.get("tagUuids", ()):
                tag_pattern.require(self, pattern)

    def _require(self, message: Message, handler: Handler) -> None:
        for name, resource in handler.refs.items():
            given = message.get(name) or ()
            for key in [given] if isinstance(given, str) else given:
                resource.require(self, key)

    def _authenticate(self, message: Message, everyone: bool) -> None:
        if message.api.needs_session:
            given = message.authorization
            message.session = given if isinstance(given, Session) else self.identity.check(given)
            if not everyone and not message.session.is_admin:
                raise ApiError("ID.1002", f"permission denied: {message.api.name} is for the admin account only")
        if message.fault is not None:
            raise message.fault

    # Tags

    def check_tags(self, resource: Resource, tags: Iterable[str]) -> None:
        for value in tags:
            if not any(fnmatchcase(value, pattern) for pattern in resource.system_tags):
                raise invalid(f"no system tag matches [{value}] for resource type {resource.vo}")

    def add_tag(self, resource: Resource, uuid: str, value: str, kind: str, **more: Any) -> str:
        """Puts a System or User tag on a resource; returns the tag's uuid."""
        row = {"resourceUuid": uuid, "resourceType": resource.vo, "tag": value, "type": kind, **more}
        return tag.create(self, {"inherent": False if kind == "System" else None, **row})

    def _attach_tags(self, message: Message, resource: Resource, uuid: str) -> None:
        for key, kind in seeds.TAGS.items():
            for value in dict.fromkeys(message.get(key, ())):
                self.add_tag(resource, uuid, value, kind)
        for key in dict.fromkeys(message.get("tagUuids", ())):
            self.add_tag(resource, uuid, tag_pattern.require(self, key)["value"], "User", tagPatternUuid=key)

    # Bodies

    def result_body(self, result: Row | None) -> bytes:
        if not result:
            return self.empty_body
        out = dumps(result)
        for char, escaped in HTML_ESCAPES:
            out = out.replace(char, escaped)
        return out.encode()

    def error_body(self, error: ApiError, escape: bool = False) -> bytes:
        body = {"error": error.as_dict(modern=not self.old)}
        return self.result_body(body) if escape else dumps(body).encode()


HTML_ESCAPES = (("=", "\\u003d"), ("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("'", "\\u0027"))


def dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
