# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of one object in the making: what is wanted, what is there, and the steps from one to the other."""

from __future__ import annotations

from .._resources.words import Event, snake
from . import identity
from .errors import NotFound, Refused
from .graph import Plan, Step
from .observe import checked_uuid
from .uuids import PREDICTED_UUID, planned_uuid
from .values import addressed, shown
from .words import WORDS, fields


class Draft:
    """``values`` maps the options that the task gives to what they say; ``after`` holds ids of steps of other plans."""

    def __init__(self, resource, values, observer, number=0, after=()):
        self.resource = resource
        self.values = values
        self.observer = observer
        self.generation = observer.client.generation
        self.state = values.get("state", "present")
        self.fields = {}  # option -> value, references as uuids
        self.rows = {}  # option -> the row it refers to
        self.row = None  # the inventory as it is
        self.uuid = ""
        self.inventory = {}  # the inventory as it will be
        self.creation = {}  # what the creation is sent
        self.before, self.after = {}, {}
        self.extra = {}  # what the object in the result shows beside its inventory
        self.top = {}  # what the result holds beside the object
        self.known = {}  # what the words have read for themselves
        self.shown_fields = {}
        self.steps, self.warnings = [], []
        self.plan = None
        self.number = number
        self._after = tuple(after)

    # -- what the words ask ---------------------------------------------------------------------------------------

    @property
    def new(self):
        return self.row is None

    @property
    def title(self):
        """The object in words: ``zone 'lab' (8ae8...)``."""
        name = self.name
        return f"{self.resource.title} {name!r} ({self.uuid})" if name else f"{self.resource.title} {self.uuid}"

    @property
    def name(self):
        told = [f.row for f in self.resource.fields if f.option in self.resource.telling and f.row and not f.ref]
        return next((str(self.inventory[row]) for row in ("name", *told) if self.inventory.get(row)), "")

    def given(self, option):
        return self.values.get(option) is not None

    def shows(self, condition, inventory=None):
        """Whether the inventory, by default the one that the steps so far lead to, fulfils the condition."""
        inventory = self.inventory if inventory is None else inventory
        return all(inventory.get(field) in values for field, values in condition.items())

    def knows(self, word):
        """Whether this generation has the word."""
        return word.only in (None, self.generation)

    # -- what the words say ---------------------------------------------------------------------------------------

    def step(self, what, api=None, params=None, until=None, **more):
        # Steps on one object follow each other; the node refuses most of them side by side.
        after = (self.steps[-1].id,) if self.steps else self._after
        id = f"{self.resource.name}:{self.uuid}:{len(self.steps)}:{what}"
        step = Step(id, self.resource, self.uuid, self.name, api, params or {}, until or {}, after=after, **more)
        self.steps.append(step)

    def note(self, option, before, after, field=None):
        """Tell in the diff; ``field``: the inventory's, where it is no option's."""
        self.before[option] = before
        self.after[option] = after
        if field:
            self.shown_fields[option] = field

    def will_show(self, condition):
        """The inventory fulfils the condition after the steps so far."""
        self.inventory.update(
            {field: values[0] for field, values in condition.items() if not self.shows({field: values})}
        )

    def settle(self):
        """Wait first where the node takes no changes for now."""
        if not self.new and not self.shows(self.resource.settled):
            self.step("settle", until=self.resource.settled)
            self.will_show(self.resource.settled)

    def unknown_here(self, option, only):
        return Refused(f"{option}: ZStack {self.generation} does not know it, ZStack {only} does")

    # -- the whole ------------------------------------------------------------------------------------------------

    def observe(self):
        """Find the object and all that its words must know."""
        for kind, behaviour in WORDS.items():
            words = self.resource.of(kind)
            for word in words if self.state != "absent" else ():
                if not self.knows(word) and self.given(getattr(word, "option", "")):
                    raise self.unknown_here(word.option, word.only)
            if words:
                behaviour.check(words, self)
        self._find()
        self.uuid = self.row["uuid"] if self.row else self._new_uuid()
        self.inventory = dict(self.row or {}, uuid=self.uuid)
        for words, behaviour in self._words():
            behaviour.observe(words, self)
        return self

    def make_plan(self):
        """Decide: from here on ``plan`` is what makes it so."""
        plan = self._absent() if self.state == "absent" else self._present()
        self.plan = plan.validate(self.generation)
        return self.plan

    def told(self):
        """{option: what the words show of the object as it is after the steps}."""
        return {k: v for words, behaviour in self._words() for k, v in behaviour.told(words, self).items()}

    def _present(self):
        if self.new:
            if not self.resource.create:
                raise NotFound(self._nothing())
            fields.begin(self)
        later = []
        for words, behaviour in self._words():
            if behaviour.waits(words, self):
                later.append((words, behaviour))
            else:
                behaviour.plan(words, self)
        for words, behaviour in later:
            behaviour.plan(words, self)
        before = {} if self.new else self.before
        return Plan(tuple(self.steps), before, self.after, self.inventory, tuple(self.warnings))

    def _absent(self):
        if self.new:
            return Plan()
        for words, behaviour in self._words():
            behaviour.plan_absent(words, self)
        forced = self.resource.forced if self.values.get("force") else {}
        params = dict(forced, **addressed(self.resource.delete, self.uuid))
        self.step("delete", self.resource.delete, params, ends=self.uuid)
        return Plan(tuple(self.steps), {}, {}, None, tuple(self.warnings))

    def _words(self):
        for kind, behaviour in WORDS.items():
            words = [word for word in self.resource.of(kind) if self.knows(word)]
            if words:
                yield words, behaviour

    def _find(self):
        if self.given("uuid"):
            uuid = self.values["uuid"].strip()
            if uuid != PREDICTED_UUID:
                checked_uuid(uuid)
            identity.resolve(self)
            self.row = self.observer.one(self.resource, [("uuid", uuid)], "uuid")
            if self.row is None and self.state != "absent":
                self._assumed(uuid)
        else:
            self.row = identity.find(self)

    def _assumed(self, uuid):
        missing = f"uuid: there is no {self.resource.title} {uuid!r}"
        if not self.observer.predict or uuid != PREDICTED_UUID:
            raise NotFound(
                f"{missing}. To create one, leave uuid out; the result tells the uuid that ZStack gave it."
                if self.resource.create
                else missing
            )
        fixed = {f.row: self.fields[f.option] for f in self.resource.fields if f.row and f.option in self.fields}
        row = dict(self.resource.created, **fixed, uuid=uuid)
        self.observer.warnings.append(f"{missing}; check mode assumes that an earlier task would have made it.")
        self.observer.add_planned(self.resource, row)
        self.row = row

    def _nothing(self):
        telling = self.resource.telling | {"uuid"}
        told = [
            f"{option} {value!r}" for option, value in self.values.items() if option in telling and value is not None
        ]
        return (
            f"there is no {self.resource.title} with {' and '.join(told)}. "
            "This module does not create one: it is found on the node by itself, or added by another module"
        )

    def _new_uuid(self):
        return planned_uuid(self.resource.kind, identity.told(self), self.number)

    def managed_before(self):
        """What a deletion's diff shows."""
        found = shown(self)
        events = (event for event in self.resource.of(Event) if self.knows(event))
        found.update({snake(field): self.row.get(field) for event in events for field in event.shows})
        return {option: value for option, value in found.items() if value is not None}
