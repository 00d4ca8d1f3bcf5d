# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan: steps, what they change, and which must come after which. Nothing here reads, writes or decides.

The plan of one object and that of a whole cloud are the same thing: plans join, and what one makes is found in the
parameters of another, at any depth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from graphlib import CycleError, TopologicalSorter
from typing import Any


@dataclass(frozen=True, eq=False)
class Step:
    """One call of an API, and what the object's inventory must show afterwards; without ``api`` only the waiting.

    ``until`` maps inventory fields to the values that end the wait; the Readings ``reads`` tell those that are theirs.
    ``makes`` is the uuid that exists after the step,
    ``ends`` the one that does not. ``refers``: uuids that the object has to do with beside those in the parameters.
    ``proof``, a resource, a uuid and a test of that object's inventory, tells whether the step came about. ``after``
    holds the ids of steps that come first for reasons that are not in the parameters. ``reaches`` is the state to which
    the step leads, ``precedes`` holds (uuid, state) pairs: what leads another object to that state comes later.
    """

    id: str
    resource: Any
    uuid: str
    name: str = ""
    api: Any = None
    params: dict = attribute(default_factory=dict)
    until: dict = attribute(default_factory=dict)
    reads: tuple = ()
    moves: bool = True  # whether ``until`` did not hold before: only then does it prove anything
    makes: str = ""
    ends: str = ""
    refers: tuple = ()
    proof: tuple = ()
    after: tuple = ()
    reaches: str = ""
    precedes: tuple = ()

    @property
    def what(self):
        """The object in words: ``zone 'lab'``; an act without one in its own."""
        return f"{self.resource.title} {self.name!r}" if self.name else f"{self.resource.title} {self.uuid}".strip()

    @property
    def goal(self):
        """What is waited for, in words."""
        return f"{self.what} to have {spoken(self.until)}"

    @property
    def waiting(self):
        return "waiting for " + spoken(self.until)

    @property
    def label(self):
        return self.api.name if self.api else self.waiting

    def same(self, other):
        """Whether both ask the node for the same."""
        return (self.api, self.params) == (other.api, other.params)

    def renamed(self, uuids):
        """The step with these uuids (planned: real) in the place of planned ones."""
        if not uuids:
            return self
        return replace(self, uuid=uuids.get(self.uuid, self.uuid), params=_renamed(self.params, uuids))


@dataclass(frozen=True)
class Plan:
    """Steps and what they change.

    ``before`` and ``after`` hold managed fields only, ``inventory`` the predicted whole.
    """

    steps: tuple = ()
    before: Any = attribute(default_factory=dict)
    after: Any = attribute(default_factory=dict)
    inventory: dict | None = None
    warnings: tuple = ()

    @property
    def changed(self):
        return any(step.api for step in self.steps)

    @property
    def edges(self):
        """{id: ids of the steps that come first}; refuses a step twice, an edge to nothing and a circle."""
        by_id = {step.id: step for step in self.steps}
        if len(by_id) != len(self.steps):
            raise ValueError(f"a step is planned twice: {sorted(s.id for s in self.steps)}")
        makers = {step.makes: step.id for step in self.steps if step.makes}
        enders = {step.ends: step.id for step in self.steps if step.ends}
        reachers = {(step.uuid, step.reaches): step.id for step in self.steps if step.reaches}
        edges = {step.id: set(step.after) for step in self.steps}
        for step in self.steps:
            for uuid in uuids_in(step.params) | uuids_in(step.refers) | {step.uuid}:
                if makers.get(uuid, step.id) != step.id:
                    edges[step.id].add(makers[uuid])
                # What refers to an object is done with before the object goes.
                if enders.get(uuid, step.id) != step.id:
                    edges[enders[uuid]].add(step.id)
            for state in step.precedes:
                if state in reachers:
                    edges[reachers[state]].add(step.id)
        unknown = set().union(*edges.values()) - set(by_id) if edges else ()
        if unknown:
            raise ValueError(f"steps that are to come first are not planned: {sorted(unknown)}")
        return edges

    def sorter(self):
        """A TopologicalSorter of the steps' ids, prepared; refuses circles."""
        sorter = TopologicalSorter(self.edges)
        try:
            sorter.prepare()
        except CycleError as error:
            raise ValueError("steps wait for each other: {0}".format(" -> ".join(error.args[1]))) from None
        return sorter

    def ordered(self):
        """The steps so that each comes after those it depends on, otherwise as planned."""
        by_id, sorter, found = {step.id: step for step in self.steps}, self.sorter(), []
        while sorter.is_active():
            ready = sorter.get_ready()
            found += [by_id[id] for id in ready]
            sorter.done(*ready)
        return found

    def validate(self, generation):
        """Build every request: what a declaration refuses is refused before anything is sent."""
        for step in self.steps:
            if step.api:
                step.api.request(generation, step.params)
        return self

    @staticmethod
    def joined(plans):
        """One plan of several; before and after become lists, in the order given."""
        plans = list(plans)
        return Plan(
            steps=tuple(step for plan in plans for step in plan.steps),
            before={"objects": [plan.before for plan in plans]},
            after={"objects": [plan.after for plan in plans]},
            warnings=tuple(warning for plan in plans for warning in plan.warnings),
        )


def uuids_in(value):
    """All texts in ``value``, at any depth, that may be uuids."""
    found, waiting = set(), [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple)):
            waiting.extend(item)
        elif isinstance(item, str) and len(item) == 32:
            found.add(item)
    return found


def _renamed(value, uuids):
    if isinstance(value, dict):
        return {key: _renamed(item, uuids) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_renamed(item, uuids) for item in value]
    return uuids.get(value, value) if isinstance(value, str) else value


def spoken(condition, names=()):
    """A condition on an inventory in words: ``status Connected or Disconnected``, ``no vm instance``.

    ``names`` maps uuids among the values to the names of what they are.
    """
    return " and ".join(_spoken(re.sub("([A-Z])", r" \1", k).lower(), v, dict(names)) for k, v in condition.items())


def _spoken(words, values, names):
    if values in ((None,), ([],)):
        return f"no {re.sub(' uuids?$', '', words)}"
    if any(value in names for value in values):
        words = words.removesuffix(" uuid")
    return f"{words} {' or '.join(repr(names[v]) if v in names else str(v) for v in values)}"
