# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What answers at a host's address.

By default every address is a reachable server that takes any credentials. `/simulator/seed` and `--seed` describe
others under `machines`: ``{"10.0.0.7": {"reachable": false}}`` or ``{"10.0.0.*": {"cpuNum": 128}}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatchcase
from typing import Any

from .errors import ApiError, internal, refused

GIB = 1 << 30
MANAGEMENT_IP = "192.0.2.10"  # the node's own

LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
HOSTNAME = re.compile(rf"(?=.{{1,253}}$){LABEL}(\.{LABEL})*")
IPV4 = re.compile(r"((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}")


def is_address(name: str) -> bool:
    """Whether a string is an IPv4 address or a hostname."""
    return bool(IPV4.fullmatch(name) if re.fullmatch(r"[\d.]+", name) else HOSTNAME.fullmatch(name))


@dataclass(frozen=True)
class Machine:
    """One server. Memory and disk are bytes; `username` and `password` None take anything; `shell` maps a script to
    what it prints and returns: ``{"uptime": {"returnCode": 0, "stdout": "..."}}``."""

    reachable: bool = True
    username: str | None = None
    password: str | None = None
    ssh_port: int | None = None
    fails: str | None = None
    cpu_sockets: int = 2
    cpu_num: int = 32
    memory: int = 128 * GIB
    disk: int = 4096 * GIB
    architecture: str = "x86_64"
    os_distribution: str = "centos"
    os_release: str = "Core"
    os_version: str = "7.6.1810"
    devices: dict[str, Any] = field(default_factory=dict)
    shell: dict[str, Any] = field(default_factory=dict)


def _described(name):
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


# What descriptions call them.
FACTS = {_described(f.name): f.name for f in fields(Machine)}


class Hardware:
    """The machines of the data centre, by address."""

    def __init__(self) -> None:
        self.patterns: dict[str, dict[str, Any]] = {}

    def describe(self, machines: dict[str, dict[str, Any]]) -> None:
        """Adds checked descriptions by address or pattern (`*`, `?`), keys in camel case; later ones win."""
        for address, facts in machines.items():
            self.patterns[address] = {FACTS[name]: value for name, value in facts.items()}

    def at(self, address: str) -> Machine:
        machine = Machine()
        for pattern, facts in self.patterns.items():
            if fnmatchcase(address, pattern):
                machine = replace(machine, **facts)
        return machine

    def connect(self, address: str, username: str, password: str, ssh_port: int) -> Machine:
        """The machine behind a login over ssh, or the error that hinders it."""
        machine = self.at(address)
        if not machine.reachable or machine.ssh_port not in (None, ssh_port):
            raise refused(f"the management node cannot reach {address}:{ssh_port} over ssh: connection timed out")
        if machine.username not in (None, username) or machine.password not in (None, password):
            raise refused(f"failed to ssh to {address}:{ssh_port}: authentication failed, check username and password")
        if machine.fails:
            raise internal(f"failed to deploy the agent on {address}: {machine.fails}")
        return machine

    def probe(self, address: str) -> ApiError | None:
        """Why an agent that is installed there would not answer; None when it does."""
        machine = self.at(address)
        return None if machine.reachable else refused(f"the agent on {address} does not answer")
