# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: ``python -m zstack_simulator --listen 127.0.0.1:8080 --profile 5.2``.

Whatever hinders the start is said in one line. This file runs without the packages of requirements.txt, to be able to
say which are missing.
"""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from .catalog import PROFILES

HOME = Path(__file__).resolve().parent.parent


class Parser(argparse.ArgumentParser):
    """Says what is wrong without the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def address(source: str) -> tuple[str, int]:
    """`HOST:PORT`, `[HOST]:PORT` for IPv6, or a port on the loopback interface."""
    host, _colon, port = source.rpartition(":")
    if not port.isdecimal() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"{source!r} is not HOST:PORT with a port of 0 to 65535")
    return host.strip("[]") or "127.0.0.1", int(port)


def server() -> ModuleType:
    """The part that needs the packages; ValueError tells how to get what is missing."""
    if sys.version_info < (3, 10):  # noqa: UP036
        raise ValueError(f"needs Python 3.10 or later, {sys.executable} is {sys.version.split()[0]}")
    try:
        return importlib.import_module(".server", __package__)
    except ModuleNotFoundError as problem:
        if not problem.name or problem.name.startswith(__package__):
            raise
        remedy = f"{sys.executable} -m pip install -r {HOME / 'requirements.txt'}"
        raise ValueError(f"{sys.executable} has no {problem.name}; install it: {remedy}") from None


def detach(args: argparse.Namespace, argv: list[str]) -> int:
    """Starts a child that outlives us, hands its ready line on, and leaves its pid behind."""
    command = [sys.executable, "-m", __package__, *(arg for arg in argv if arg != "--detach")]
    path = os.pathsep.join(filter(None, [str(HOME), os.environ.get("PYTHONPATH")]))
    with open(args.log_file or os.devnull, "a+b") as log:
        begin = log.seek(0, os.SEEK_END)
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
                                 start_new_session=True, env={**os.environ, "PYTHONPATH": path})  # fmt: skip
        line = child.stdout.readline().decode()
        if not line:
            status = child.wait()
            log.seek(begin)
            said = log.read().decode(errors="replace").strip().splitlines() or [
                f"zstack_simulator: did not start (exit status {status}), --log-file tells why"
            ]
            print(said[-1], file=sys.stderr)
            return 1
    if args.pid_file:
        Path(args.pid_file).write_text(f"{child.pid}\n", "utf-8")
    print(line, end="", flush=True)
    return 0


def main(argv: list[str]) -> int:
    parser = Parser(prog="zstack_simulator", description="A simulated ZStack management node.", allow_abbrev=False)
    parser.add_argument("--listen", type=address, default="127.0.0.1:8080", metavar="HOST:PORT",
                        help="port 0 picks a free one")  # fmt: skip
    parser.add_argument("--profile", choices=PROFILES, default="5.2", help="the generation to be")
    parser.add_argument("--data", metavar="FILE", help="keep the store in this file (default: in memory)")
    parser.add_argument("--seed", metavar="FILE", help="a seed document (JSON) to start with")
    parser.add_argument("--latency", default="immediate", help="immediate, polls:N or seconds:S for each step of a job")
    parser.add_argument("--location-host", metavar="HOST[:PORT]", help="what the location of a job names (default: us)")
    parser.add_argument("--uuid-seed", type=int, metavar="N", help="make the same uuids in every run")
    parser.add_argument("--check", action="store_true", help="only say whether options, seed and data file are right")
    parser.add_argument("--detach", action="store_true", help="return when ready, leave the simulator running")
    parser.add_argument("--pid-file", metavar="FILE", help="with --detach: where to write its process id")
    parser.add_argument("--log-file", metavar="FILE", help="with --detach: where its messages go")
    args = parser.parse_args(argv)
    if args.detach and not args.check:
        return detach(args, argv)
    try:
        (server().check if args.check else server().serve)(args)
    except (OSError, ValueError) as problem:
        print(f"{parser.prog}: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
