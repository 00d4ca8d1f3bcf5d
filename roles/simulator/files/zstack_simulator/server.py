# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What listens: the options checked, the socket, the data file, and the process that serves until a signal."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import json
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from . import datafile, families, seeds
from .jobs import Latency
from .node import Node
from .protocol import Shell


class Protocol(HttpToolsProtocol):
    """Lets a fault drop the connection, and bounds what a broken client can hold: a head without end is refused, a
    connection on which a request stands still is cut."""

    HEAD_LIMIT = 65536  # bytes of request line and headers
    STALL = 60.0  # seconds without a byte

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        self._heard, self._head = self.loop.time(), 0
        self._watch = self.loop.call_later(self.STALL, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        self._watch.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._heard = self.loop.time()
        super().data_received(data)

    def _look(self) -> None:
        working = self.cycle is not None and not self.cycle.more_body and not self.cycle.response_complete
        waited = 0.0 if working else self.loop.time() - self._heard
        if waited >= self.STALL:
            self.transport.abort()
        else:
            self._watch = self.loop.call_later(self.STALL - waited, self._look)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head = 0
        self.scope["extensions"] = {"zstack_simulator.abort": self.transport.abort}

    def on_url(self, url: bytes) -> None:
        self._count(url)
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._count(name, value)
        super().on_header(name, value)

    def _count(self, *parts: bytes) -> None:
        self._head += sum(map(len, parts))
        if self._head > self.HEAD_LIMIT:
            raise ValueError("the request's head is too long")  # answered 400 by the base class


class Server(uvicorn.Server):
    """Prints the ready line once it listens, and ends cleanly on a signal."""

    ready: dict[str, Any] = {}

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(json.dumps(self.ready), flush=True)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, setattr, self, "should_exit", True)
        yield


def check(args: argparse.Namespace) -> tuple[Latency, Any]:
    """The latency and the seed of the command line; ValueError, in one line, when these or the data file are wrong."""
    latency, seed = Latency.parse(args.latency), None
    kinds = families.load().seeds  # which also makes the tables known
    if args.seed:
        try:
            seed = json.loads(Path(args.seed).read_text("utf-8"))
            seeds.check(seed, kinds, args.profile)
        except OSError as problem:
            raise ValueError(f"{args.seed}: {problem.strerror}") from None
        except ValueError as problem:
            raise ValueError(f"{args.seed}: {problem}") from None
    if args.data:
        datafile.examine(args.data, args.profile, seed)
    return latency, seed


def serve(args: argparse.Namespace) -> None:
    """Serves until a signal comes. ValueError, in one line, when something hinders the start: nothing is made then."""
    latency, seed = check(args)
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(_listen(args))
        if args.data:
            stack.enter_context(datafile.claimed(args.data))
        try:
            node = Node(args.profile, args.data, args.uuid_seed, seed, latency)
        except ValueError as problem:
            raise ValueError(f"{args.seed}: {problem}") from problem
        stack.callback(node.store.close)
        host, port = args.listen[0], listener.getsockname()[1]
        shell = Shell(node, args.location_host)
        shell.control.names.add(host.lower())
        config = uvicorn.Config(shell, http=Protocol, ws="none", log_level="warning", access_log=False,
                                server_header=False, timeout_graceful_shutdown=2)  # fmt: skip
        server = Server(config)
        address = f"[{host}]" if ":" in host else host
        server.ready = {"url": f"http://{address}:{port}", "profile": args.profile, "pid": os.getpid()}
        server.run([listener])


def _listen(args: argparse.Namespace) -> socket.socket:
    host, port = args.listen
    try:
        listener = socket.create_server((host, port), backlog=512,
                                        family=socket.AF_INET6 if ":" in host else socket.AF_INET)  # fmt: skip
    except OSError as problem:
        reason = problem.strerror
        if problem.errno == errno.EADDRINUSE:
            reason = "another program listens there; --listen names another port, 0 any free one"
        raise ValueError(f"{host}:{port}: {reason}") from None
    # Connections inherit it. asyncio sets it only where the socket names its protocol, which create_server leaves out;
    # an answer in two packets would then wait 40 ms for the acknowledgement of the first.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
