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
        """What its task declares: a Resource, a Member, an Action, Listings; None for a module that decides itself."""
        listings = getattr(self.task, "listings", ())
        return getattr(self.task, "resource", None) or (listings[0] if len(listings) == 1 else listings or None)

    @property
    def resource(self):
        """The resource that it is about; None for a module that is about none."""
        declared = self.declared
        if isinstance(declared, WORDS.Member):
            return declared.of
        if isinstance(declared, WORDS.Action):
            return declared.field(declared.subject).ref if declared.subject else None
        if isinstance(declared, WORDS.Listing):
            return declared.resource
        return declared or None if not isinstance(declared, tuple) else None

    @property
    def key(self):
        """Where the result has the object, or the rows."""
        declared, resource = self.declared, self.resource
        if isinstance(declared, WORDS.Listing):
            return declared.name
        if isinstance(declared, WORDS.Member):
            return declared.member
        return resource.plural if self.kind == "info" else resource.name

    @cached_property
    def options(self):
        return self.task.argument_spec()

    @property
    def kind(self):
        """What it does: ``info`` tells of objects, ``state`` makes one so, ``attach`` has one have another, ``act`` is
        an act, ``action`` is anything else.
        """
        if self.name.endswith("_info"):
            return "info"
        if isinstance(self.declared, WORDS.Member):
            return "attach"
        if isinstance(self.declared, WORDS.Action):
            return "act"
        return "state" if self.resource else "action"


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
WORDS = import_module(f"{PACKAGE}.module_utils._resources.words")
