# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deciding what must change: pure functions from what is wanted and what is there to a graph of steps.

Nothing here reads or writes: the same plan serves check mode, the diff and the real run, and the plans of many
resources join into one (``Plan.joined``), since a step names the steps it comes after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from graphlib import TopologicalSorter
from typing import Any

from .errors import Refused

#: Stands for the uuid that a new object will get: check mode cannot know it.
PREDICTED_UUID = "0" * 32


@dataclass(frozen=True)
class Step:
    """One call of an API, and what the object's inventory must show afterwards; without ``api`` only the waiting.

    ``until`` maps inventory fields to the tuple of values that end the wait. ``after`` holds the ids of earlier steps.
    """

    id: str
    resource: Any
    uuid: str
    api: Any = None
    params: dict = attribute(default_factory=dict)
    until: dict = attribute(default_factory=dict)
    after: tuple = ()

    @property
    def goal(self):
        """What is waited for, in words."""
        return f"{self.resource.title} {self.uuid} to have {_spoken(self.until)}"

    @property
    def waiting(self):
        return "waiting for " + _spoken(self.until)

    @property
    def label(self):
        return self.api.name if self.api else self.waiting

    def renamed(self, uuids):
        """The step with these uuids (planned: real) in the place of planned ones."""
        params = {k: uuids.get(v, v) if isinstance(v, str) else v for k, v in self.params.items()}
        return replace(self, uuid=uuids.get(self.uuid, self.uuid), params=params)


@dataclass(frozen=True)
class Plan:
    """Steps and what they change.

    ``before`` and ``after`` hold managed fields only, ``inventory`` the predicted whole.
    """

    steps: tuple = ()
    before: dict = attribute(default_factory=dict)
    after: dict = attribute(default_factory=dict)
    inventory: dict | None = None
    warnings: tuple = ()

    @property
    def changed(self):
        return any(step.api for step in self.steps)

    def ordered(self):
        """The steps so that each comes after those it depends on, otherwise as planned."""
        by_id = {step.id: step for step in self.steps}
        graph = {step.id: [i for i in step.after if i in by_id] for step in self.steps}
        return [by_id[i] for i in TopologicalSorter(graph).static_order()]

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


@dataclass(frozen=True)
class Desired:
    """What is wanted.

    ``fields`` maps options to values (references to uuids), ``shown`` to what the diff prints instead. ``state`` is the
    module's; ``attachments`` maps options to {uuid: name}; ``after`` holds ids of steps of other plans.
    """

    state: str = "present"
    fields: dict = attribute(default_factory=dict)
    shown: dict = attribute(default_factory=dict)
    attachments: dict = attribute(default_factory=dict)
    reconnect: str = "never"
    update_secrets: bool = False
    force: bool = False
    after: tuple = ()


def plan_absent(resource, desired, current):
    """The plan that deletes ``current``, an inventory or None."""
    if current is None:
        return Plan()
    params = {"uuid": current["uuid"]}
    if desired.force:
        params["deleteMode"] = "Enforcing"
    delete = Step(
        _id(resource, current["uuid"], "delete"),
        resource,
        current["uuid"],
        resource.delete,
        params,
        after=desired.after,
    )
    before = {f.option: current.get(f.api) for f in resource.fields if f.sent and not f.secret and f.api in current}
    return Plan(steps=(delete,), before=dict(before, uuid=current["uuid"]), after={}, inventory=None)


def plan_present(resource, desired, current, generation, attached=None, new_uuid=PREDICTED_UUID):
    """The plan that makes ``current`` (an inventory, or None) what is ``desired``.

    ``attached`` maps attachment options to {uuid: name} of what is attached now; ``new_uuid`` is given to a new object.
    """
    return _Planner(resource, desired, current, generation, attached or {}, new_uuid).plan()


class _Planner:
    def __init__(self, resource, desired, current, generation, attached, new_uuid):
        self.resource = resource
        self.desired = desired
        self.current = current
        self.generation = generation
        self.attached = attached
        self.uuid = current["uuid"] if current else new_uuid
        self.steps = []
        self.warnings = []
        self.before = {}
        self.after = {}
        self.inventory = dict(current or {})

    def plan(self):
        if self.current is None:
            self._create()
            self._reach_state()
        else:
            stale = self._update()
            if self._leaves():
                # Before that the node refuses to reconnect, and after it some generations do so by themselves.
                self._reach_state()
                if self.generation not in self.resource.reconnects:
                    self._reconnect(stale)
            else:
                self._reconnect(stale)
                self._reach_state()
        self._attach()
        if self.current is None:
            self.before = {}
        return Plan(tuple(self.steps), self.before, self.after, self.inventory, tuple(self.warnings))

    def _step(self, what, api=None, params=None, until=None):
        # Steps on one object follow each other; the node refuses most of them side by side.
        after = (self.steps[-1].id,) if self.steps else self.desired.after
        step = Step(
            _id(self.resource, self.uuid, what), self.resource, self.uuid, api, params or {}, until or {}, after
        )
        self.steps.append(step)

    def _note(self, option, before, after):
        self.before[option] = before
        self.after[option] = after

    def _wanted(self):
        """(field, wanted value) of every field that the task gives and that shows."""
        return [
            (f, self.desired.fields[f.option])
            for f in self.resource.available(self.generation)
            if f.option in self.desired.fields and not f.secret
        ]

    def _create(self):
        r = self.resource
        sent = {
            f.api: self.desired.fields[f.option]
            for f in r.available(self.generation)
            if f.sent and f.option in self.desired.fields
        }
        missing = [f.option for f in r.available(self.generation) if self._needed(f) and f.api not in sent]
        if missing:
            raise Refused(
                "{0} needed to create this {1}, which does not exist yet".format(
                    " and ".join(missing) + (" is" if len(missing) == 1 else " are"), r.title
                )
            )
        if r.create.parameter("resourceUuid", self.generation) and self.uuid != PREDICTED_UUID:
            sent["resourceUuid"] = self.uuid
        self._step("create", r.create, sent)
        self.inventory = {k: r.created.get(k) for k in r.inventory_of(self.generation)}
        self.inventory["uuid"] = self.uuid
        for f, value in self._wanted():
            self.inventory[f.api] = value
            if f.sent:
                self._note(f.option, None, self._shown(f, value))

    def _needed(self, f):
        parameter = self.resource.create.parameter(f.api, self.generation)
        return f.sent and parameter is not None and parameter.required

    def _update(self):
        changes = {}
        for f, wanted in self._wanted():
            now = self.current.get(f.api)
            if equal(now, wanted):
                self._note(f.option, self._shown(f, wanted), self._shown(f, wanted))
                continue
            if not f.update:
                raise Refused(
                    "{0} of {1} {2!r} ({3}) is {4!r}, the task asks for {5!r}: ZStack sets it at creation only. "
                    "Ask for {4!r}, or delete the {1} and create it anew.".format(
                        f.option, self.resource.title, self.current.get("name"), self.uuid, now, self._shown(f, wanted)
                    )
                )
            changes[f] = wanted
            self._note(f.option, now, wanted)
            self.inventory[f.api] = wanted
        if self.desired.update_secrets:
            secrets = (f for f in self.resource.available(self.generation) if f.secret and f.update)
            changes.update({f: self.desired.fields[f.option] for f in secrets if f.option in self.desired.fields})
        if changes:
            self._settle()
            for api, fields in _grouped(changes).items():
                params = {f.api: changes[f] for f in fields}
                self._step(api.name, api, dict(params, uuid=self.uuid))
        return [f.option for f in changes if f.stale]

    def _settle(self):
        """Wait first where the node refuses changes for now."""
        for field, values in self.resource.busy.items():
            if self.inventory.get(field) in values:
                self._step("settle", until={field: ("Connected", "Disconnected")})
                self.inventory[field] = "Connected"

    def _reconnect(self, stale):
        mode, status = self.desired.reconnect, self.current.get("status")
        if not self.resource.reconnect:
            return
        if mode == "never":
            if stale:
                self.warnings.append(
                    "{0}: saved, and in use after the next reconnection, see reconnect".format(", ".join(stale))
                )
            return
        if mode == "if_disconnected" and status != "Disconnected" and not stale:
            return
        if self.inventory.get("state") in self.resource.leaving:
            if mode == "always" or stale:
                self.warnings.append(
                    "the {0} is in {1}: ZStack does not reconnect it before it leaves that state".format(
                        self.resource.title, self.inventory["state"]
                    )
                )
            return
        self._step("reconnect", self.resource.reconnect, {"uuid": self.uuid}, {"status": ("Connected",)})
        self._note("status", status, "Connected")
        self.inventory["status"] = "Connected"

    def _leaves(self):
        """Whether the task brings the object out of a state in which it is not reconnected."""
        event, leaving = self.resource.states.get(self.desired.state), self.resource.leaving
        return event is not None and self.current.get("state") in leaving and event.state not in leaving

    def _reach_state(self):
        event = self.resource.states.get(self.desired.state)
        if event is None:
            return
        now = self.inventory.get("state")
        if now != event.state:
            self._settle()
            for field, needed in event.needs.items():
                if self.inventory.get(field) != needed:
                    raise Refused(
                        "state: {0} needs a {1} with {2} {3}; {4!r} ({5}) is {6}".format(
                            self.desired.state,
                            self.resource.title,
                            field,
                            needed,
                            self.inventory.get("name"),
                            self.uuid,
                            self.inventory.get(field),
                        )
                        + ("; reconnect: if_disconnected tries to connect it first" if self.resource.reconnect else "")
                    )
            settled = self.resource.leaving.get(now, {}) if self.current and self._leaves() else {}
            self._step(
                event.event,
                self.resource.change_state,
                {"uuid": self.uuid, "stateEvent": event.event},
                dict({k: (v,) for k, v in settled.items()}, state=(event.state,)),
            )
            self.inventory.update(settled, state=event.state)
        self._note("state", now, event.state)

    def _attach(self):
        for attachments in self.resource.attachments:
            if attachments.option not in self.desired.attachments:
                continue
            wanted = self.desired.attachments[attachments.option]
            now = self.attached.get(attachments.option, {})
            for verb, api, uuids in (
                ("detach", attachments.remove, [u for u in now if u not in wanted]),
                ("attach", attachments.add, [u for u in wanted if u not in now]),
            ):
                for uuid in uuids:
                    self._step(f"{verb}:{uuid}", api, {attachments.own: self.uuid, attachments.other: uuid})
            self._note(attachments.option, sorted(map(str, now.values())), sorted(map(str, wanted.values())))

    def _shown(self, f, value):
        return self.desired.shown.get(f.option, value)


def _grouped(changes):
    """{API: its fields}, with as few APIs as serve: a field that one API alone can change decides for the others."""
    fields = {}
    for f in sorted(changes, key=lambda f: len(f.update)):
        api = next((a for a in f.update if a in fields), f.update[0])
        fields.setdefault(api, []).append(f)
    return fields


def equal(now, wanted):
    """Equal as the node sees it: it strips blanks, and an empty text and none are the same to it."""
    if isinstance(wanted, str):
        return ("" if now is None else str(now)).strip() == wanted.strip()
    if isinstance(wanted, bool):
        return bool(now) == wanted
    return now == wanted


def _id(resource, uuid, what):
    return f"{resource.name}:{uuid}:{what}"


def _spoken(until):
    return " and ".join(
        "{0} {1}".format(re.sub("([A-Z])", r" \1", k).lower(), " or ".join(map(str, v))) for k, v in until.items()
    )
