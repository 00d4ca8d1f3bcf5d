# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things lie, and the modules with what they declare."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = "ansible_collections.zstack.cloud.plugins"


class Differs(Exception):
    """What cannot be generated: the message says where, what is missing, and how to mend it."""


@dataclass(frozen=True)
class Module:
    """A module of the collection: its file and what it declares."""

    name: str
    path: Path
    python: ModuleType

    @property
    def task(self):
        return self.python.task

    @property
    def declared(self):
        """What its task is made of, a Resource or Member, or Actions or Listings; () where it is of its own."""
        resource = getattr(self.task, "resource", None)
        several = getattr(self.task, "actions", None) or getattr(self.task, "listings", ())
        return (resource,) if resource else tuple(several)

    @cached_property
    def options(self):
        return self.task.argument_spec()

    @property
    def kind(self):
        """What it does: ``info`` tells of objects, ``state`` makes one so, ``action`` is anything else."""
        if self.name.endswith("_info"):
            return "info"
        acts = hasattr(self.task, "actions")  # with a state or without one
        return "state" if self.declared and "state" in self.options and not acts else "action"


def modules():
    """The collection's modules by name."""
    found = {}
    for path in sorted((ROOT / "plugins" / "modules").glob("*.py")):
        try:
            python = import_module(f"{PACKAGE}.modules.{path.stem}")
        except Exception as error:
            raise Differs(f"{path.relative_to(ROOT)} cannot be imported: {error!r}") from error
        if not hasattr(python, "task"):
            raise Differs(f"{path.relative_to(ROOT)} has no `task`: see docs/development.md")
        found[path.stem] = Module(path.stem, path, python)
    return found


if str(ROOT / ".venv" / "collections") not in sys.path:
    sys.path.insert(0, str(ROOT / ".venv" / "collections"))
