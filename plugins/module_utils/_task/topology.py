# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tasks of the modules that are about a whole cloud."""

from __future__ import annotations

import json
import os
import time
from itertools import islice

from .._engine.converge import converge
from .._engine.errors import Refused
from .._engine.export import export
from .._engine.observe import Observer
from .._engine.telling import as_data
from .._engine.topology import Topology
from .._engine.tree import spec
from .._resources.every import RESOURCES
from .tasks import Task

#: Seconds between two words about a long run.
_SPARSE = 10


class TopologyTask(Task):
    """A whole cloud as one desired state."""

    def options(self):
        return dict(
            spec(),
            name={"type": "str", "required": True},
            state={"type": "str", "default": "present", "choices": ["present", "absent"]},
            prune={"type": "str", "default": "none", "choices": ["none", "managed", "all"]},
            cascade={"type": "bool", "default": False},
            parallelism={"type": "int", "default": 32},
            secrets={"type": "dict", "no_log": True},
            graph={"type": "bool", "default": False},
            plan_file={"type": "path"},
        )

    def act(self, client, params, context):
        if not params["name"].strip() or "::" in params["name"]:
            raise Refused(f"name: {params['name']!r} cannot be part of a tag; give a name without '::'")
        if params["parallelism"] < 1:
            raise Refused(f"parallelism is {params['parallelism']}, expected 1 or more")
        topology = Topology(client, params).sketch()
        if params["plan_file"]:
            self._write(params["plan_file"], as_data(topology))
        return converge(topology, context.check_mode, _Progress(context.notify) if context.notify else None)

    def _write(self, path, plan):
        try:
            with open(os.path.expanduser(path), "w", encoding="utf-8") as file:
                json.dump(plan, file, indent=2, sort_keys=True)
                file.write("\n")
        except OSError as error:
            raise Refused(f"plan_file: {path} cannot be written: {error.strerror}") from error


class ExportTask(Task):
    """A cloud as the tree that would make it."""

    def options(self):
        return {"zone": {"type": "str"}}

    def act(self, client, params, context):
        observer, zone = Observer(client, predict=context.check_mode), None
        if params["zone"]:
            zone = observer.resolve(RESOURCES["zone"], params["zone"], "zone")["uuid"]
        result = dict(export(client, zone), changed=False)
        result["warnings"] += observer.warnings
        if not result["warnings"]:
            del result["warnings"]
        return result


class _Progress:
    """Tells now and then how far a run has come, and of every failure when it happens."""

    def __init__(self, notify):
        self._notify = notify
        self._next = time.monotonic() + _SPARSE
        self._failed = 0

    def __call__(self, outcome, running, left):
        for step, error in islice(outcome.failed.items(), self._failed, None):
            self._notify(f"{step.what}: {step.label} failed: {error.message}")
        self._failed = len(outcome.failed)
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _SPARSE
        done = {}
        for step in outcome.done:
            done[step.resource.titles] = done.get(step.resource.titles, 0) + 1
        counts = ", ".join(f"{number} {titles}" for titles, number in sorted(done.items())) or "nothing"
        longest = max(running, key=lambda item: item[1], default=None)
        waited = f"; longest: {longest[0].what}, {longest[0].label} for {longest[1]:.0f} s" if longest else ""
        self._notify(f"steps done: {counts}; {len(running)} under way, {left} to go{waited}")
