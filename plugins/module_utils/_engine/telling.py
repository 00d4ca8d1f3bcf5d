# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a topology is told: what came of every object, the diff as text, the plan as data and as a drawing."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

from .._api.secrets import HIDDEN
from .errors import Follows
from .render import at_the_edge

#: So many failures are told in the message; the result has them all.
_NAMED = 10


@dataclass
class _Fate:
    """What comes of the object of a Node."""

    node: Any
    state: str
    uuid: str
    error: Any = None
    became: str = ""  # what this run has made of it so far
    awaited: dict = attribute(default_factory=dict)  # what it was to show and did not

    def settle(self, draft=None):
        """Nothing is left to do: what this run has not done is done by somebody else."""
        if self.state in ("failed", "blocked") and (draft is None or draft.shows(self.awaited)):
            self.state, self.error = self.became or "unchanged", None


class Account:
    """What came of every object: its state and, where it failed, why."""

    def __init__(self, topology):
        self._first = topology
        self._fates = {}
        self._unreal = topology.observer.unreal
        self._changed = topology.plan.changed
        self._ran = False
        self._unread = []  # why the last look did not see all
        self._meet([*topology.nodes, *topology.going])

    def _meet(self, nodes):
        for node in nodes:
            self._fates.setdefault(node.place, _Fate(node, _planned(node), node.draft.uuid))

    def add(self, topology, outcome):
        """Take in what came of one run of a plan."""
        nodes = [node for node in [*topology.nodes, *topology.going] if node.error is None]
        self._meet(nodes)
        of = {step.id: node for node in nodes for step in node.draft.plan.steps}
        done = [step for step in outcome.done + outcome.late if step.api]
        self._changed = (self._ran and self._changed) or bool(done)
        self._ran = True
        for step in done:
            fate = self._fates[of[step.id].place]
            fate.became = fate.became or _planned(of[step.id])
        # What was tried again is told anew.
        for node in nodes:
            fate = self._fates[node.place]
            fate.error, fate.awaited = None, {}
            if fate.state in ("failed", "blocked"):
                fate.state = fate.became or _planned(node)
        for step in outcome.blocked:
            self._fates[of[step.id].place].state = "blocked"
        for step, error in outcome.failed.items():
            fate = self._fates[of[step.id].place]
            fate.state, fate.error = "failed", dict(error.as_result(), step=step.label)
            fate.awaited = step.until if step in outcome.late or not step.api else {}

    def read_again(self, topology):
        """Take in the uuids as they are now, and what somebody else has done meanwhile."""
        self._unreal = topology.observer.unreal
        unread = [node for node in topology.nodes if node.error and not isinstance(node.error, Follows)]
        self._unread = [f"{node.said}: {node.error.message}" for node in unread]
        for node in topology.nodes:
            fate = self._fates[node.place]
            if node.draft and node.draft.uuid:
                fate.uuid = node.draft.uuid
            if fate.state == "unknown":
                fate.state, fate.error = _learnt(node)
            elif not (node.error or node.later or node.draft.plan.steps):
                fate.settle(node.draft)
        there = {node.place for node in [*topology.nodes, *topology.going]}
        for place in self._fates.keys() - there if topology.sure else ():
            self._fates[place].settle()  # it is gone

    @property
    def unfinished(self):
        return any(fate.state in ("failed", "blocked") for fate in self._fates.values())

    def message(self):
        told = [f"{fate.node.said}: {fate.error['msg']}" for fate in self._fates.values() if fate.error]
        told = told or list(self._unread)
        blocked = sum(fate.state == "blocked" for fate in self._fates.values())
        if len(told) > _NAMED:
            told[_NAMED:] = [f"... {len(told)} failures in all"]
        return "; ".join(told) + (f"; {blocked} objects wait for what failed" if blocked else "")

    def result(self):
        params, topology = self._first.params, self._first
        nodes = [fate.node for fate in self._fates.values()]
        counts = Counter(fate.state for fate in self._fates.values())
        result = {
            "changed": self._changed,
            "topology": {"name": params["name"], "counts": dict(sorted(counts.items()))},
            "objects": at_the_edge([_object(fate) for fate in self._fates.values()], self._unreal),
            "diff": _diff(nodes),
        }
        if params["graph"]:
            result["graph"] = mermaid(nodes)
        warnings = list(dict.fromkeys([*topology.observer.warnings, *topology.plan.warnings]))
        return dict(result, warnings=warnings) if warnings else result


def _object(fate):
    node = fate.node
    told = {"path": node.path, "kind": node.key, "name": node.name, "uuid": fate.uuid}
    told.update({"state": fate.state, "error": fate.error})
    told["deleted_with_it"] = node.draft.top.get("deleted_with_it") or None
    return told


def _learnt(node):
    """(state, error) of what could not be known before."""
    if node.later or isinstance(node.error, Follows):
        return "blocked", None
    return ("failed", node.error.as_result()) if node.error else (_planned(node), None)


def _planned(node):
    plan = node.draft.plan
    if node.later:
        return "unknown"
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
        # Its place says the name of a new object, and what it is in.
        said = ("name", node.option) if draft.new else ()
        for lines, values, other in ((before, told, draft.plan.after), (after, draft.plan.after, told)):
            if values or (lines is after and draft.new):
                lines.append(node.told)
            lines += [
                f"    {option}: {json.dumps(value, sort_keys=True, ensure_ascii=False)}"
                for option, value in sorted(values.items())
                if option not in said and (option not in other or other[option] != value)
            ]
    return {"before": "".join(f"{line}\n" for line in before), "after": "".join(f"{line}\n" for line in after)}


def as_data(topology):
    """The plan as plain data without secrets: its steps in the order in which they can run."""
    edges = topology.plan.edges
    of = {step.id: node for node in [*topology.nodes, *topology.going] for step in node.draft.plan.steps}
    return [
        {
            "id": step.id,
            "path": of[step.id].path,
            "name": of[step.id].name,
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
    by_place = {node.told: id for node, id in ids.items()}
    lines = ["flowchart LR"]
    for node, id in ids.items():
        label = f"{node.resource.title} {node.name}".replace('"', "'")
        lines.append(f'    {id}["{label}"]:::{_planned(node)}')
        outer = _outer(node.told, by_place)
        if outer:
            lines.append(f"    {outer} --> {id}")
    lines += [
        "    classDef created fill:#d4edda,stroke:#28a745",
        "    classDef changed fill:#fff3cd,stroke:#ffc107",
        "    classDef deleted fill:#f8d7da,stroke:#dc3545",
        "    classDef unchanged fill:#ffffff,stroke:#6c757d",
        "    classDef unknown fill:#ffffff,stroke:#6c757d,stroke-dasharray: 4",
    ]
    return "\n".join(lines) + "\n"


def _outer(place, by_place):
    """What stands next to the place on the way out; names may have brackets and full stops, too."""
    cuts = [found.start() + 1 for found in re.finditer(r"\]\.", place)]
    return next((by_place[place[:cut]] for cut in reversed(cuts) if place[:cut] in by_place), None)
