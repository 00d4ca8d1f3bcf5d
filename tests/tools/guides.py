# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The playbooks and inventories that a guide shows: YAML blocks whose first line names their file.

``# provision.yml, for ZStack 2.3.1, changes each time``: for one generation only, and no run of it is unchanged.
What they print is shown in blocks of ``console``, a command after ``$`` with its output below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml
from nodes import PROFILES, ROOT

_BLOCK = re.compile(r"^```yaml\n(# (\S+\.ya?ml)(?:, for ZStack (\S+?))?(, changes each time)?\n.*?)^```$", re.M | re.S)


@dataclass
class Shown:
    """A file that a guide shows."""

    name: str
    text: str
    changes: bool = False

    @property
    def is_playbook(self):
        return isinstance(yaml.safe_load(self.text), list)


def shown(guide, generation):
    """The files of ``docs/<guide>`` that are for the generation, in their order."""
    found = []
    for text, name, only, changes in _BLOCK.findall((ROOT / "docs" / guide).read_text(encoding="utf-8")):
        assert only in ("", *PROFILES), f"{guide}: {name} is for ZStack {only}, which there is not"
        if only in ("", generation):
            found.append(Shown(name, text, bool(changes)))
    return found


def typed(guide):
    """What ``docs/<guide>`` shows as typed: [(command, lines of its output)]; ``...`` stands for others in between."""
    found = []
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    for kind, block in re.findall(r"^```(console|mermaid)\n(.*?)^```$", text, re.M | re.S):
        for line in block.splitlines():
            if kind == "console" and line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found
