# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The REST shell: from an HTTP request to a message, and back.

The order of the stages decides which refusal a client sees: job polls, the path, the body, the verb or action,
the Authorization header, the parameters, the job's uuid. What lies behind (fields, references, the session's
validity) is the node's business and answers 503, or 202 and a failed job.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import traceback
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from . import query, validation
from .catalog import Route
from .control import Control
from .errors import NotSimulated, ShellError
from .faults import Rule
from .jobs import Work
from .node import Message, Node

PREFIX = "/zstack/v1"
OLD_API = "/zstack/api"
VERBS = ("GET", "HEAD", "POST", "PUT", "DELETE")
Answer = tuple[int, bytes] | None  # status and body; None drops the connection
# A job's request is kept in a column of this size.
OLD_BODY_LIMIT = (1 << 16) - 1
BODY_LIMIT = (1 << 24) - 1


class Shell:
    """The ASGI application."""

    def __init__(self, node: Node, location_host: str | None = None) -> None:
        """`location_host` is the `host[:port]` that 202 names, by default where the client has reached the node."""
        self.node, self.location_host = node, location_host
        self.control = Control(node)
        # Queries of a page are repeated with the same text: reading it once is enough.
        self._parsed: dict[str, query.Query] = {}

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            while (await receive())["type"] != "lifespan.shutdown":
                await send({"type": "lifespan.startup.complete"})
            await send({"type": "lifespan.shutdown.complete"})
            return
        request = Request(scope, receive)
        path = request.scope["path"]
        try:
            if path.startswith("/simulator/"):
                response = self.control.respond(request, await request.body())
            else:
                response = await self._respond(request, path, await _read(request))
        except ClientDisconnect:
            return
        if response is None:
            scope["extensions"]["zstack_simulator.abort"]()
            await receive()
            return
        await response(scope, receive, send)

    async def _respond(self, request: Request, path: str, body: bytes | None) -> Response | None:
        """One API call, a body None is one too long; None means that the connection is to be dropped."""
        entry = self.control.log.begin(request.method, path, request.scope["query_string"].decode("latin-1"), body)
        self.node.jobs.tick()
        try:
            answer = await self._handle(request, path, body, entry)
        except ShellError as error:
            answer = error.status, error.text.encode()
            if isinstance(error, NotSimulated):
                print(error.text, file=sys.stderr)
        except Exception as problem:
            traceback.print_exc(file=sys.stderr)
            answer = 500, f"internal error: {type(problem).__name__}".encode()
        entry["status"] = None if answer is None else answer[0]
        if answer is None:
            return None
        response = Response(answer[1], answer[0])
        if "JSESSIONID" not in request.headers.get("cookie", ""):
            response.headers["Set-Cookie"] = f"JSESSIONID={self.node.cookie()};path=/zstack;HttpOnly"
        if answer[0] == 405:
            response.headers["Allow"] = ", ".join(VERBS)
        return response

    async def _handle(self, request: Request, path: str, body: bytes | None, entry: dict[str, Any]) -> Answer:
        node, method, headers = self.node, request.method, request.headers
        if path.rstrip("/") == OLD_API or path.startswith(f"{OLD_API}/result/"):
            raise NotSimulated(f"{path}, the message API of before REST: use {PREFIX}")
        if not path.startswith(PREFIX + "/"):
            raise ShellError(404, f"no api mapping to {path}")
        path = path[len(PREFIX) :]
        if not node.old and method not in VERBS:
            if method == "OPTIONS":
                return 200, b""
            raise ShellError(405, f"method {method} is not supported")
        if path.startswith("/api-jobs/"):
            return await self._poll(method, path, headers, entry)
        routes, values = node.catalog.find(path)
        if not routes:
            raise ShellError(404, f"no api mapping to {path}")
        if body is None:
            raise ShellError(500, "data too long for column 'requestData'")
        content = _content(body)
        route = _select(routes, method, content)
        api = route.api
        entry["api"] = api.name
        if len(routes) == 1 and method != api.method:
            entry["wrongVerb"] = True  # executed nevertheless, as the node does
        if not node.serves(api):
            raise NotSimulated(f"{api.name} ({api.method} {api.path}) of {node.profile}")
        message = Message(api, {})
        if api.needs_session:
            raw_path = request.scope["raw_path"].decode("latin-1").partition("?")[0]
            message.authorization = node.identity.authorize(headers, method, raw_path[len(PREFIX) :])
        hit = node.faults.strike(api.name)
        if hit and await self._strike(hit, message):
            return None
        query_string = request.scope["query_string"].decode("latin-1")
        if api.is_query:
            message.query = self._query(query_string, values)
        else:
            self._fill(message, method, query_string, content)
            message.update(zip(route.variables, values, strict=True))
        if api.is_async:
            answer = self._start(message, method, headers, body, hit, request.scope["server"])
        else:
            answer = node.answer(message, _wants_schema(headers))
        entry["job"] = message.job
        return None if "drop-after" in hit else answer

    async def _poll(self, method: str, path: str, headers: Mapping[str, str], entry: dict[str, Any]) -> Answer:
        entry["api"] = "api-jobs"
        if method != "GET":
            raise ShellError(405, "only GET is supported for api-jobs")
        hit = self.node.faults.strike("api-jobs")
        if hit and await self._strike(hit, None):
            return None
        return self.node.jobs.poll(path.removeprefix("/api-jobs/"), _wants_schema(headers))

    async def _strike(self, hit: dict[str, Rule], message: Message | None) -> bool:
        """Applies faults that come before the call; true when the connection is to be dropped."""
        if "delay" in hit:
            await asyncio.sleep(hit["delay"].seconds)
        if "refuse" in hit:
            raise ShellError(hit["refuse"].status, hit["refuse"].text)
        if message is not None and "expire-session" in hit and isinstance(message.authorization, str):
            with self.node.transaction():
                self.node.identity.close(message.authorization)
        if message is not None and "fail" in hit:
            message.fault = hit["fail"].error()
        return "drop" in hit

    def _query(self, query_string: str, values: tuple[str, ...]) -> query.Query:
        if values:  # a uuid in the path: every parameter is ignored
            return query.Query((query.Condition("uuid", "=", values[0]),))
        known = self._parsed.get(query_string)
        if known is None:
            known = query.parse(_pairs(query_string), self.node.profile)
            if len(self._parsed) >= 1024:
                self._parsed.clear()
            self._parsed[query_string] = known
        return known

    def _fill(self, message: Message, method: str, query_string: str, content: dict[str, Any] | None) -> None:
        api, profile = message.api, self.node.profile
        if method in ("GET", "HEAD", "DELETE"):
            message.update(validation.from_query(api, _pairs(query_string), profile))
            return
        content = content or {}
        fields = content.get(api.key or "params")
        if fields is None:
            fields = {}
        if not isinstance(fields, dict):
            raise ShellError(500, f"{type(fields).__name__} cannot be cast to a map")
        beside = {name: content[name] for name in validation.COMMON_LISTS if content.get(name) is not None}
        message.update(validation.from_body(api, {**fields, **beside}, profile))

    def _host(self, server: tuple[str, int]) -> str:
        """What a location names: the host given, else the address at which this client reached the node."""
        host, port = server
        if self.location_host is None:
            return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        return self.location_host if re.search(r":\d+$", self.location_host) else f"{self.location_host}:{port}"

    def _start(self, message: Message, method: str, headers: Mapping[str, str], body: bytes,
               hit: dict[str, Rule], server: tuple[str, int]) -> tuple[int, bytes]:  # fmt: skip
        node = self.node
        job = headers.get("x-job-uuid")
        if job is None:
            job = node.uuid()
        elif len(job) != 32:
            raise ShellError(400, "header X-Job-UUID is invalid: it must be 32 characters long")
        elif not node.old and method != "GET" and node.jobs.exists(job):
            raise ShellError(400, f"header X-Job-UUID is invalid: duplicate job uuid {job}")
        timeout = message.api.timeout * 1000
        if not node.old and "x-api-timeout" in headers:
            try:
                timeout = max(int(headers["x-api-timeout"]), 300) * 1000
            except ValueError:
                raise ShellError(400, "header X-API-Timeout must be a number of seconds") from None
        if node.old and len(body) > OLD_BODY_LIMIT:
            raise ShellError(500, "data too long for column 'requestData'")
        message.job = job
        node.jobs.submit(Work(node.steps(message), message.api.name, job, headers.get("x-web-hook"),
                              _wants_schema(headers), stuck="stuck" in hit, forget="forget" in hit))  # fmt: skip
        reply: dict[str, Any] = {"location": f"http://{self._host(server)}{PREFIX}/api-jobs/{job}"}
        if not node.old:
            reply["apiTimeout"] = timeout
        return 202, json.dumps(reply, separators=(",", ":")).encode()


async def _read(request: Request) -> bytes | None:
    """The whole body; of one that is too long nothing is kept."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > BODY_LIMIT:
            chunks.clear()
        else:
            chunks.append(chunk)
    return b"".join(chunks) if size <= BODY_LIMIT else None


def _wants_schema(headers: Mapping[str, str]) -> bool:
    return "x-json-schema" in headers


def _pairs(query_string: str) -> list[tuple[str, str]]:
    return parse_qsl(query_string, keep_blank_values=True, errors="replace")


def _content(body: bytes) -> dict[str, Any] | None:
    """The JSON of a body; nothing at all is no body."""
    if not body.strip():
        return None
    try:
        content = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        raise ShellError(500, f"malformed JSON: {error}") from None
    if not isinstance(content, dict):
        raise ShellError(500, f"expected BEGIN_OBJECT but was {type(content).__name__}")
    return _encodable(content) if b"\\u" in body else content


def _encodable(value: Any) -> Any:
    """A copy in which halves of surrogate pairs, which no encoding has, are question marks."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_encodable(key): _encodable(item) for key, item in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, list) else value


def _select(routes: list[Route], method: str, content: dict[str, Any] | None) -> Route:
    """Which API of a path is meant. A path with one API takes any verb."""
    if len(routes) == 1:
        return routes[0]
    if method not in ("GET", "POST", "PUT", "DELETE"):
        raise ShellError(405, f"method {method} is not supported")
    candidates = [route for route in routes if route.api.method == method]
    if not candidates:
        raise ShellError(500, f"no {method} API found at {routes[0].api.path}")
    if method == "PUT":
        if content is None:
            raise ShellError(500)
        for route in candidates:
            if route.api.key in content:
                return route
        raise ShellError(400, f"the body does not contain an action mapping to {routes[0].api.path}")
    return candidates[0]
