# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many small scenes in one ``ansible-playbook``: each has a cloud of its own, and tasks whose results come back."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from nodes import run_playbook
from scenarios import CONTROLS, FOLDER, ROOT


@dataclass
class Scene:
    """What is on the cloud, and the tasks to be tried: (label, task) pairs."""

    name: str
    seed: dict = field(default_factory=dict)
    setup: list = field(default_factory=list)
    variables: dict = field(default_factory=dict)
    tasks: list = field(default_factory=list)
    results: dict = field(default_factory=dict)  # by label, once it was played
    text: str = ""

    def as_play(self, node):
        tasks = [
            _control(node, ["POST", "reset", None], ["POST", "seed", self.seed]),
            {"zstack.cloud.zstack_session": {}},
        ]
        tasks += [_step(node, step) for step in self.setup]
        for label, task in self.tasks:
            tasks.append({**task, "name": f"{self.name}|{label}", "ignore_errors": True})
        return {"hosts": "localhost", "gather_facts": False, "vars": self.variables, "tasks": tasks}


def _control(node, *calls):
    return {"simulator_control": {"url": node.url, "calls": list(calls)}}


def _step(node, step):
    """A step of a scenario's setup as a task."""
    [name] = [key for key in step if key not in ("register", "result")]
    if name in CONTROLS:
        return _control(node, [CONTROLS[name], name, step[name]])
    register = {"register": step["register"]} if "register" in step else {}
    return {f"zstack.cloud.{name}": step[name], **register}


def play(node, folder, scenes):
    """Plays the scenes one after the other and gives each its results, and the text that the run showed."""
    kept = folder / "results.jsonl"
    run = run_playbook(
        folder,
        [scene.as_play(node) for scene in scenes],
        arguments=["-vvv"],
        environment={
            "ZSTACK_URL": node.url,
            "ZSTACK_PASSWORD": "password",
            "ANSIBLE_ACTION_PLUGINS": str(FOLDER / "plugins" / "action"),
            "ANSIBLE_CALLBACK_PLUGINS": str(FOLDER / "plugins" / "callback"),
            "ANSIBLE_CALLBACKS_ENABLED": "keep_results",
            "ANSIBLE_ROLES_PATH": str(ROOT / "roles"),
            "KEEP_RESULTS": str(kept),
        },
        timeout=1800,
    )
    named = {scene.name: scene for scene in scenes}
    for line in kept.read_text("utf-8").splitlines() if kept.exists() else ():
        entry = json.loads(line)
        name, _bar, label = entry["task"].rpartition("|")
        if name in named:
            named[name].results[label] = dict(entry["result"], failed=entry["failed"])
    for scene in scenes:
        scene.text = run.text
