# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: ``python -m zstack_simulator --listen 127.0.0.1:8080 --profile 5.2``."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from .catalog import PROFILES
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


def serve(args: argparse.Namespace) -> None:
    host, _colon, port = args.listen.rpartition(":")
    listener = socket.create_server((host.strip("[]") or "127.0.0.1", int(port)), backlog=512,
                                    family=socket.AF_INET6 if ":" in host else socket.AF_INET)  # fmt: skip
    # Connections inherit it. asyncio sets it only where the socket names its protocol, which create_server leaves out;
    # an answer in two packets would then wait 40 ms for the acknowledgement of the first.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    seed = json.loads(Path(args.seed).read_text("utf-8")) if args.seed else None
    node = Node(args.profile, args.data, args.uuid_seed, seed, Latency.parse(args.latency))
    shell = Shell(node, args.location_host)
    config = uvicorn.Config(shell, http=Protocol, ws="none", log_level="warning", access_log=False,
                            server_header=False, timeout_graceful_shutdown=2)  # fmt: skip
    server = Server(config)
    address = f"[{host.strip('[]')}]" if ":" in host else host or "127.0.0.1"
    server.ready = {"url": f"http://{address}:{listener.getsockname()[1]}", "profile": args.profile, "pid": os.getpid()}
    try:
        server.run([listener])
    finally:
        node.store.close()


def detach(args: argparse.Namespace, argv: list[str]) -> int:
    """Starts a child that outlives us, hands its ready line on, and leaves its pid behind."""
    command = [sys.executable, "-m", __package__, *(arg for arg in argv if arg != "--detach")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [
        str(Path(__file__).resolve().parent.parent), os.environ.get("PYTHONPATH")]))}  # fmt: skip
    with open(args.log_file or os.devnull, "ab") as log:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
                                 start_new_session=True, env=environment)  # fmt: skip
    line = child.stdout.readline().decode()
    if not line:
        print(f"the simulator did not start (exit status {child.wait()}), see {args.log_file}", file=sys.stderr)
        return 1
    if args.pid_file:
        Path(args.pid_file).write_text(f"{child.pid}\n", "utf-8")
    print(line, end="", flush=True)
    return 0


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="zstack_simulator", description="A simulated ZStack management node.")
    parser.add_argument("--listen", default="127.0.0.1:8080", metavar="HOST:PORT", help="port 0 picks a free one")
    parser.add_argument("--profile", choices=PROFILES, default="5.2", help="the generation to be")
    parser.add_argument("--data", metavar="FILE", help="keep the store in this file (default: in memory)")
    parser.add_argument("--seed", metavar="FILE", help="a seed document (JSON) to start with")
    parser.add_argument("--latency", default="immediate", help="immediate, polls:N or seconds:S for each step of a job")
    parser.add_argument("--location-host", metavar="HOST[:PORT]", help="what the location of a job names (default: us)")
    parser.add_argument("--uuid-seed", type=int, metavar="N", help="make the same uuids in every run")
    parser.add_argument("--detach", action="store_true", help="return when ready, leave the simulator running")
    parser.add_argument("--pid-file", metavar="FILE", help="with --detach: where to write its process id")
    parser.add_argument("--log-file", metavar="FILE", help="with --detach: where its messages go")
    args = parser.parse_args(argv)
    if args.detach:
        return detach(args, argv)
    try:
        serve(args)
    except (OSError, ValueError) as problem:
        print(f"zstack_simulator: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
