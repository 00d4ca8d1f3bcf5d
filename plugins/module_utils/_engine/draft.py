# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of one object in the making: what is there, and the steps from there to what is wanted."""

from __future__ import annotations

from .._resources.words import Event, Parts, snake
from . import identity
from .errors import NotFound, Refused
from .graph import spoken
from .render import rows_out
from .sketch import Sketch
from .uuids import PREDICTED_UUID, checked_uuid, planned_uuid
from .values import addressed, equal, read, show, shown
from .words import fields
from .words.vocabulary import WORDS


class Draft(Sketch):
    """One object: found by what tells it from others, its plan made by the words of its declaration."""

    def __init__(self, resource, values, observer, number=0, after=()):
        super().__init__(resource, values, observer, number, after)
        self.creation = {}  # what the creation is sent

    @property
    def title(self):
        """The object in words: ``zone 'lab' (8ae8...)``."""
        name = self.name
        return f"{self.resource.title} {name!r} ({self.uuid})" if name else f"{self.resource.title} {self.uuid}"

    @property
    def name(self):
        told = [f.row for f in self.resource.fields if f.option in self.resource.telling and f.row and not f.ref]
        return next((str(self.inventory[row]) for row in ("name", *told) if self.inventory.get(row)), "")

    def will_show(self, condition):
        """The inventory fulfils the condition after the steps so far."""
        self.inventory.update(
            {field: values[0] for field, values in condition.items() if not self.shows({field: values})}
        )

    def _settle(self):
        """Wait first for what is under way with the object: another task, or one that was killed, may be making it."""
        if not self.shows(self.resource.settled):
            self.step("settle", until=self.resource.settled)
            self.will_show(self.resource.settled)

    def needing(self, condition):
        """In words, what the state needs the inventory to show, and what it shows."""
        now = {field: (self.inventory.get(field),) for field in condition}
        names = {}
        for field, (value,) in now.items():
            if value and field in self.resource.names:
                names.update(self.observer.names(self.resource.names[field], [value]))
        return (
            f"state: {self.state} needs a {self.resource.title} with {spoken(condition)}; {self.title} has "
            f"{spoken(now, {uuid: name for uuid, name in names.items() if name})}"
        )

    # -- the whole ------------------------------------------------------------------------------------------------

    def observe(self):
        """Find the object and all that its words must know."""
        self.look()
        for words, behaviour in self.words():
            behaviour.observe(words, self)
        return self

    def look(self):
        """Find the object, or the uuid that it will have."""
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

    def make_plan(self):
        """Decide: from here on ``plan`` is what makes it so."""
        if self.state == "absent":
            self._absent()
            return self.planned({}, {}, None)
        self._present()
        return self.planned({} if self.new else self.before, self.after, self.inventory)

    def told(self):
        """{option: what the words show of the object as it is after the steps}."""
        return {k: v for words, behaviour in self.words() for k, v in behaviour.told(words, self).items()}

    def _present(self):
        if self.new:
            if not self.resource.create:
                raise self.missing(
                    ". This module does not create one: it is found on the node by itself, or added by another module."
                )
            fields.begin(self)
        else:
            self._settle()
        later = []
        for words, behaviour in self.words():
            if behaviour.waits(words, self):
                later.append((words, behaviour))
            else:
                behaviour.plan(words, self)
        for words, behaviour in later:
            behaviour.plan(words, self)

    def _absent(self):
        if self.new:
            return
        if not self.shows(self.resource.deletable):
            raise Refused(self.needing(self.resource.deletable))
        hindered = [told for words, behaviour in self.words() for told in behaviour.hinders(words, self)]
        if hindered and not self.values.get("cascade"):
            raise Refused(
                f"deleting {self.title} would {', and '.join(text for text, _counts in hindered)}. Set cascade: true "
                "to have that.",
                dependents={what: count for _text, counts in hindered for what, count in counts.items()},
            )
        for words, behaviour in self.words():
            behaviour.plan_absent(words, self)
        forced = self.resource.forced if self.values.get("force") else {}
        params = dict(forced, **addressed(self.resource.delete, self.uuid))
        # What it is in goes after it.
        within = tuple(value for field, value in self.row.items() if field != "uuid" and isinstance(value, str))
        self.step("delete", self.resource.delete, params, ends=self.uuid, refers=within)

    def words(self):
        """(words of a kind that this generation has, their Behaviour), in the order in which they are planned."""
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
        row = dict(self.resource.created_in(self.generation), **fixed, uuid=uuid)
        self.observer.warnings.append(f"{missing}; check mode assumes that an earlier task would have made it.")
        self.observer.add_planned(self.resource, row)
        self.row = row

    def missing(self, what):
        """The refusal for want of an object, which would be something else than ``what``."""
        return NotFound(f"{identity.nothing(self)}{what}{identity.meant(self)}")

    def _new_uuid(self):
        return planned_uuid(self.resource.kind, identity.told(self), self.number)

    # -- the result -----------------------------------------------------------------------------------------------

    def shown(self):
        if self.state == "absent":
            return {self.resource.name: None}
        fields = self.resource.inventory_of(self.generation)
        [told] = rows_out(self.resource, [self.inventory], fields, self.observer)
        parts = {snake(word.row) for word in self.resource.of(Parts)}  # of which the inventory tells more
        return {self.resource.name: dict(told, **{k: v for k, v in self.extra.items() if k not in parts})}

    def read_again(self, outcome):
        if self.state == "absent":
            return self.result({})
        uuid, self.observer = outcome.chosen.get(self.uuid, self.uuid), self.observer.anew()
        self.row = self.inventory = self.observer.read(self.resource, uuid)
        if self.row is None:
            title = self.resource.title
            raise Refused(f"the {title} {uuid} was gone when it was read again: somebody else deleted it")
        self.uuid = uuid
        told = self.told()
        self.extra.update(told)
        return self.result(self._after_all(told))

    def _after_all(self, told):
        """The diff's after as the node now tells it, for the same keys as the plan's."""
        after = dict(self.plan.after)
        for option in after:
            f = self.resource.field(option)
            if option in told:
                after[option] = told[option]
            elif f is not None and f.row:
                now = read(f, self.row.get(f.row))
                after[option] = after[option] if equal(now, self.fields[option]) else show(self, f, now)
            elif option in self.shown_fields:
                after[option] = self.row.get(self.shown_fields[option])
        return after

    def told_before(self):
        if self.state != "absent" or self.new:
            return self.plan.before
        found = shown(self)
        events = (event for event in self.resource.of(Event) if self.knows(event))
        found.update({snake(field): self.row.get(field) for event in events for field in event.shows})
        return {option: value for option, value in found.items() if value is not None}
