# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a topology is told: what came of every object, the diff as text, the plan as data and as a drawing."""

from __future__ import annotations

import json

from .._api.secrets import HIDDEN
from .render import at_the_edge

#: So many failures are told in the message; the result has them all.
_NAMED = 10


class Account:
    """What came of every object: its state and, where it failed, why."""

    def __init__(self, topology):
        self._first = topology
        self._nodes = [*topology.nodes, *topology.going]
        self._states = {node.path: _planned(node) for node in self._nodes}
        self._uuids = {node.path: node.draft.uuid for node in self._nodes}
        self._errors = {}
        self._unreal = topology.observer.unreal
        self._changed = topology.plan.changed
        self._ran = False

    def add(self, topology, outcome):
        """Take in what came of one run of a plan."""
        nodes = [*topology.nodes, *topology.going]
        of = {step.id: node.path for node in nodes for step in node.draft.plan.steps}
        self._changed = (self._ran and self._changed) or any(step.api for step in outcome.done + outcome.late)
        self._ran = True
        # What was tried again is told anew.
        for node in nodes:
            if self._states.get(node.path, "blocked") in ("failed", "blocked"):
                self._states[node.path] = _planned(node)
        self._errors = {}
        self._states.update({of[step.id]: "blocked" for step in outcome.blocked})
        for step, error in outcome.failed.items():
            self._states[of[step.id]] = "failed"
            self._errors[of[step.id]] = dict(error.as_result(), step=step.label)

    def read_again(self, topology):
        """Take in the uuids as they are now, and what somebody else has done meanwhile."""
        self._unreal = topology.observer.unreal
        for node in topology.nodes:
            self._uuids[node.path] = node.draft.uuid
            if not node.draft.plan.steps and self._states.get(node.path) in ("failed", "blocked"):
                self._states[node.path] = "unchanged"
                self._errors.pop(node.path, None)

    @property
    def unfinished(self):
        return bool(self._errors) or "blocked" in self._states.values()

    def message(self):
        told = [f"{path}: {error['msg']}" for path, error in self._errors.items()]
        blocked = sum(state == "blocked" for state in self._states.values())
        if len(told) > _NAMED:
            told[_NAMED:] = [f"... {len(told)} failures in all"]
        return "; ".join(told) + (f"; {blocked} objects wait for what failed" if blocked else "")

    def result(self):
        params, topology = self._first.params, self._first
        objects = [self._object(node) for node in self._nodes]
        counts = {}
        for each in objects:
            counts[each["state"]] = counts.get(each["state"], 0) + 1
        result = {
            "changed": self._changed,
            "topology": {"name": params["name"], "counts": dict(sorted(counts.items()))},
            "objects": at_the_edge(objects, self._unreal),
            "diff": _diff(self._nodes),
        }
        if params["graph"]:
            result["graph"] = mermaid(self._nodes)
        warnings = list(dict.fromkeys([*topology.observer.warnings, *topology.plan.warnings]))
        return dict(result, warnings=warnings) if warnings else result

    def _object(self, node):
        told = {"path": node.path, "kind": node.key, "name": node.name, "uuid": self._uuids[node.path]}
        told["state"] = self._states[node.path]
        told["error"] = self._errors.get(node.path)
        told["deleted_with_it"] = node.draft.top.get("deleted_with_it") or None
        return told


def _planned(node):
    plan = node.draft.plan
    if not plan.changed:
        return "unchanged"
    if node.draft.state == "absent":
        return "deleted"
    return "created" if node.draft.new else "changed"


def _diff(nodes):
    """Before and after as text: the options that change, under the objects they are of."""
    before, after = [], []
    for node in nodes:
        draft = node.draft
        if not draft.plan.changed:
            continue
        told = draft.told_before() if draft.state == "absent" else draft.plan.before
        for lines, values, other in ((before, told, draft.plan.after), (after, draft.plan.after, told)):
            if values or (lines is after and draft.new):
                lines.append(node.told)
            lines += [
                f"    {option}: {json.dumps(value, sort_keys=True, ensure_ascii=False)}"
                for option, value in sorted(values.items())
                if option not in other or other[option] != value
            ]
    return {"before": "".join(f"{line}\n" for line in before), "after": "".join(f"{line}\n" for line in after)}


def as_data(topology):
    """The plan as plain data without secrets: its steps in the order in which they can run."""
    edges = topology.plan.edges
    paths = {step.id: node.path for node in [*topology.nodes, *topology.going] for step in node.draft.plan.steps}
    return [
        {
            "id": step.id,
            "object": paths[step.id],
            "api": step.api.name if step.api else None,
            "params": _shown(step),
            "until": {field: list(values) for field, values in step.until.items()},
            "after": sorted(edges[step.id]),
        }
        for step in topology.plan.ordered()
    ]


def _shown(step):
    secret = {p.name for p in step.api.params if p.secret} if step.api else ()
    return {name: HIDDEN if name in secret else value for name, value in step.params.items()}


def mermaid(nodes):
    """The tree as a Mermaid flowchart; what changes is marked."""
    ids = {node: f"n{number}" for number, node in enumerate(nodes)}
    lines = ["flowchart LR"]
    for node, id in ids.items():
        label = f"{node.resource.title} {node.name}".replace('"', "'")
        lines.append(f'    {id}["{label}"]:::{_planned(node)}')
        if node.parent:
            lines.append(f"    {ids[node.parent]} --> {id}")
    lines += [
        "    classDef created fill:#d4edda,stroke:#28a745",
        "    classDef changed fill:#fff3cd,stroke:#ffc107",
        "    classDef deleted fill:#f8d7da,stroke:#dc3545",
        "    classDef unchanged fill:#ffffff,stroke:#6c757d",
    ]
    return "\n".join(lines) + "\n"
