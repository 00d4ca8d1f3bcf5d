# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tasks of the modules that are about a whole cloud."""

from __future__ import annotations

import json
import os
import time
from functools import partial
from itertools import islice

from .._engine.apart import check
from .._engine.converge import converge
from .._engine.errors import Refused
from .._engine.export import export
from .._engine.observe import Observer
from .._engine.telling import as_data
from .._engine.topology import Topology
from .._engine.tree import spec
from .._resources.every import RESOURCES
from .tasks import Task

#: Seconds before the first word about a long run, and at most between two.
_ON_A_TERMINAL, _ELSEWHERE = (3, 15), (10, 60)


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
        check(params["secrets"])
        topology = Topology(client, params).sketch()
        if params["plan_file"]:
            self._write(params["plan_file"], as_data(topology))
        progress = partial(_Progress, context.notify, context.terminal) if context.notify else None
        return converge(topology, context.check_mode, progress)

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
    """Tells how far the run of a plan has come, on a terminal more often, and of every failure when it happens."""

    def __init__(self, notify, terminal, plan):
        self._notify = notify
        self._pause, self._longest_pause = _ON_A_TERMINAL if terminal else _ELSEWHERE
        self._begin = time.monotonic()
        self._next = self._begin + self._pause
        self._failed = 0
        self._objects = {}  # plural of their kind -> {uuid: ids of the steps}
        for step in plan.steps:
            self._objects.setdefault(step.resource.titles, {}).setdefault(step.uuid, set()).add(step.id)

    def __call__(self, outcome, running, away):
        for step, error in islice(outcome.failed.items(), self._failed, None):
            self._notify(error.message if step.what in error.message else f"{step.what}: {error.message}")
        self._failed = len(outcome.failed)
        now = time.monotonic()
        if now < self._next:
            return
        self._pause = min(self._pause * 1.5, self._longest_pause)
        self._next = now + self._pause
        done = {step.id for step in outcome.done}
        told = [
            f"{titles} {sum(ids <= done for ids in objects.values())}/{len(objects)}"
            for titles, objects in self._objects.items()
        ]
        told += [f"{self._failed} failed"] if self._failed else []
        text = f"{now - self._begin:.0f} s: {', '.join(told)}"
        if running:
            longest = min(running, key=lambda item: item.since)
            step, waited = longest.step, now - longest.since
            text += f"; {len(running)} under way, longest {step.what}, {step.label}, for {waited:.0f} s"
        self._notify(text + ("; the node does not answer at present" if away else ""))
