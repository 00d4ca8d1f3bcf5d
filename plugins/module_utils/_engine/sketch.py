# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plan in the making has, whatever it is a plan of: what is wanted, and the steps and words of what changes."""

from __future__ import annotations

from .._client.queries import where
from .errors import Refused, lacking, unknown
from .graph import Plan, Step
from .values import complaint, sent


class Sketch:
    """``resource`` is what is declared, ``values`` maps the options that the task gives to what they say.

    ``after`` holds ids of steps of other plans. ``number``: how many uuids of the series for new objects are taken.
    """

    def __init__(self, resource, values, observer, number=0, after=()):
        self.resource = resource
        self.values = values
        self.observer = observer
        self.generation = observer.client.generation
        self.state = values.get("state", "present")
        self.fields = {}  # option -> value, references as uuids
        self.rows = {}  # option -> the rows it refers to
        self.row = None  # the inventory as it is
        self.uuid = ""
        self.inventory = {}  # the inventory as it will be
        self.before, self.after = {}, {}
        self.extra = {}  # what the object in the result shows beside its inventory
        self.top = {}  # what the result holds beside the object
        self.known = {}  # what the words have read for themselves
        self.found = {}  # rows of other queries, by what the declaration calls them
        self.shown_fields = {}  # what the diff tells that is no option: the field of the inventory
        self.steps, self.warnings = [], []
        self.plan = None
        self.spread = None  # (Event, id of its step) that reaches what is within the object
        self.surplus = False  # whether something is there twice, because somebody else was at it too
        self.owner = ""  # the tag of the topology that the object belongs to
        self.number = number
        self._after = tuple(after)
        if resource.only not in (None, self.generation):
            raise lacking(self.generation, resource)

    @property
    def new(self):
        return self.row is None

    def given(self, option):
        return self.values.get(option) is not None

    def shows(self, condition, inventory=None):
        """Whether the inventory, by default the one that the steps so far lead to, fulfils the condition."""
        inventory = self.inventory if inventory is None else inventory
        return all(inventory.get(field) in values for field, values in condition.items())

    def knows(self, word):
        """Whether this generation has the word."""
        return word.only in (None, self.generation)

    def unknown_here(self, option, only):
        return unknown(self.generation, option, only)

    def refuse_wrong(self, fields, api=None):
        """Refuse options that this generation lacks, and values that ``api`` would refuse, before anything is asked."""
        for f in fields:
            if self.given(f.option):
                if not self.knows(f):
                    raise self.unknown_here(f.option, f.only)
                wrong = api and complaint(f, self.values[f.option], api, self.generation)
                if wrong:
                    raise Refused(wrong)

    def params(self, fields, api=None):
        """The parameters of ``api`` that the task gives by these fields."""
        given = [f for f in fields if f.sent and f.option in self.fields]
        given = [f for f in given if not api or api.parameter(f.api, self.generation)]
        return {f.api: sent(f, self.fields[f.option], api, self.generation) for f in given}

    def look_at(self, looks):
        """Read the rows that ``looks``, {name: (query, conditions of this sketch)}, are about."""
        for name, (query, conditions) in looks.items():
            if name not in self.found:
                wanted = conditions(self)
                self.found[name] = [] if wanted is None else self.observer.related(query, [where(*c) for c in wanted])

    @property
    def assumed(self):
        """Whether it is about something that check mode only assumes."""
        return any(row["uuid"] in self.observer.unreal for rows in self.rows.values() for row in rows)

    def follow(self, ids):
        """The first step comes after these steps of other plans."""
        self._after += tuple(ids)

    def step(self, what, api=None, params=None, until=None, of=None, uuid=None, name=None, **more):
        # Steps on one object follow each other; the node refuses most of them side by side.
        after = (self.steps[-1].id,) if self.steps else self._after
        id = f"{self.resource.name}:{self.uuid}:{len(self.steps)}:{what}"
        subject = of or self.resource
        step = Step(
            id,
            subject,
            uuid or self.uuid,
            name or self.name,
            api,
            params or {},
            until or {},
            moves=not until or not self.shows(until),
            after=after,
            **more,
        )
        self.steps.append(step)

    def note(self, option, before, after, field=None):
        """Tell in the diff; ``field``: the inventory's, where it is no option's."""
        self.before[option] = before
        self.after[option] = after
        if field:
            self.shown_fields[option] = field

    def planned(self, before, after, inventory):
        """From here on ``plan`` is what makes it so: every request is built before any is sent."""
        steps, warnings = tuple(self.steps), tuple(self.warnings)
        self.plan = Plan(steps, before, after, inventory, warnings).validate(self.generation)
        return self.plan

    # -- the result -------------------------------------------------------------------------------------------------

    def result(self, after, changed=False):
        """The module's result; ``changed``: whether steps of an earlier plan were carried out."""
        result = {"changed": self.plan.changed or changed, **self.shown(), "diff": {"before": self.told_before()}}
        result["diff"]["after"] = after
        result.update(self.top)
        warnings = list(dict.fromkeys([*self.observer.warnings, *self.plan.warnings]))
        if warnings:
            result["warnings"] = warnings
        return result

    def told_before(self):
        return self.plan.before

    def shown(self):
        """{key of the result: the object}."""
        raise NotImplementedError

    def read_again(self, outcome):
        """The result after all steps, with what the node now tells."""
        raise NotImplementedError
