# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a resource is: a name, a query, how it is told from others, and the words that say the rest.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as attribute
from functools import cached_property
from typing import Any, Callable

from .._api.declaration import GENERATIONS, RESOURCE_UUID
from .words import Event, Field, addresses, mark_secrets, narrowed, sense, takes, told

# English plurals that an added s would get wrong.
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_ITSELF = "uuid"

#: The field of inventories that says when it was made.
CREATED = "createDate"


@dataclass(frozen=True, eq=False)
class Resource:
    """A resource: see the attributes' comments, and ``zone.py`` for the simplest example.

    ``identity`` holds the ways to tell an object from others, in order, each a tuple of options: those that are no
    references must all be given, references narrow down where to look. The empty tuple means the only one there is.
    A reference whose row is ``uuid`` is the object itself, which another module makes: its only states are the Events.
    """

    name: str  # the key of the result, and the word in messages
    query: Any
    words: tuple = ()  # see words.py
    identity: tuple = (("name",),)  # or {generation: such a tuple}
    inventory: tuple = ()  # fields of the inventory in both generations
    inventory_by: dict = attribute(default_factory=dict)  # and those of one generation only
    create: Any = None
    delete: Any = None
    either: tuple = ()  # ways to say the same, each a tuple of options: a creation needs exactly one
    forced: dict = attribute(default_factory=dict)  # what a deletion is sent that goes on whatever fails
    constant: dict = attribute(default_factory=dict)  # what every creation is sent beside the fields
    created: dict = attribute(default_factory=dict)  # inventory of a new object, where the node decides
    created_by: dict = attribute(default_factory=dict)  # and where that is so in one generation only
    narrow: tuple = ()  # (field, value) pairs that every lookup carries
    deletable: dict = attribute(default_factory=dict)  # {field: values} without which the node does not delete it
    inborn: Callable | None = None  # (row, generation): whether it was made by the node, with what it is in
    gone: dict = attribute(default_factory=dict)  # {field: values} of what is deleted and still listed
    settled: dict = attribute(default_factory=dict)  # {field: values} when nothing is under way with it
    ready: dict = attribute(default_factory=dict)  # {field: values} that a new object is waited for to show
    names: dict = attribute(default_factory=dict)  # {field with a uuid: the resource whose name stands beside it}
    # {field with rows of another kind: what results show of each of them, or {generation: that}}
    nests: dict = attribute(default_factory=dict)
    kind: str = ""  # the name under which references find it, where it is one kind of another resource
    plural: str = ""
    follows: tuple = ()  # resources without which none of it is made, though nothing refers to them
    only: str | None = None  # the generation that has it

    def __post_init__(self):
        for name, value in (("kind", self.name), ("plural", self.name + "s")):
            object.__setattr__(self, name, getattr(self, name) or value)
        sense(self.plural != self.name + "s" or not self.name.endswith(_SIBILANTS), self, f"{self.plural}: no plural")
        if not isinstance(self.identity, dict):
            object.__setattr__(self, "identity", dict.fromkeys(GENERATIONS, self.identity))
        mark_secrets(self.fields, (self.create,))
        refs = {f.row: f.ref for f in self.fields if f.ref and f.row not in (None, _ITSELF) and f.type != "list"}
        names = {field: other for field, other in {**refs, **self.names}.items() if other}
        object.__setattr__(self, "names", names)
        self._check()

    def _check(self):
        for word in self.words:
            word.check(self)
        narrowed(self.fields, self)
        for generation in GENERATIONS:
            options = [
                word.option for word in self.words if hasattr(word, "option") and word.only in (None, generation)
            ]
            options += ["uuid", "state"]
            sense(len(options) == len(set(options)), self, f"an option twice in {options}")
        for ways in self.identity.values():
            for option in {option for way in ways for option in way}:
                sense(not self.words or self.field(option), self, f"identity: there is no option {option}")
        for generation in GENERATIONS if self.create else ():
            if self.create.only in (None, generation) and self.only in (None, generation):
                given = {f.api.partition(".")[0] for f in self.available(generation) if f.sent}
                given |= set(self.constant) | {word.adds for word in self.words if hasattr(word, "adds")}
                needed = {name for name, p in self.create.parameters(generation).items() if p.required}
                sense(needed <= given, self, f"{self.create.name} needs {sorted(needed - given)} in {generation}")
            told(self.created_by.get(generation, ()), self.inventory_of(generation), self, f"in {generation} ")
        conditions = (self.deletable, self.gone, self.settled, self.ready, self.created, dict(self.narrow))
        told([field for fields in (*conditions, self.names, self.nests) for field in fields], self.told, self)
        if self.delete:
            addresses(self.delete, self)
        for way in self.either:
            for option in way:
                sense(self.field(option), self, f"either: there is no option {option}")
        for name, value in self.forced.items():
            sense(self.delete and takes(self.delete, name), self, f"no deletion that takes {name}={value}")

    def __repr__(self):
        return f"Resource({self.name})"

    @property
    def title(self):
        return self.name.replace("_", " ")

    @property
    def titles(self):
        return self.plural.replace("_", " ")

    @cached_property
    def fields(self):
        return self.of(Field)

    @cached_property
    def _by_option(self):
        return {f.option: f for f in self.fields}

    @cached_property
    def telling(self):
        """The options that tell an object from others."""
        return {option for ways in self.identity.values() for way in ways for option in way}

    @cached_property
    def refers(self):
        """Whether an option refers to the object, so that neither uuid nor presence are the task's to say."""
        return any(f.row == _ITSELF for f in self.fields)

    @cached_property
    def told(self):
        """The fields of the inventory in either generation."""
        return {field for generation in GENERATIONS for field in self.inventory_of(generation)}

    @property
    def forms(self):
        """The Fields that say in what form rows are told: also those of the resource whose object it is."""
        if not self.refers:
            return self.fields
        return self.fields + tuple(f for own in self.fields if own.row == _ITSELF for f in own.ref.fields)

    def chooses_uuid(self, generation):
        """Whether the creation takes a uuid of ours."""
        return self.create.parameter(RESOURCE_UUID.name, generation) is not None

    @property
    def states(self):
        """The values of the option ``state``, in the order in which they are declared."""
        always = ("present", "absent") if self.delete else () if self.refers else ("present",)
        return always + tuple(dict.fromkeys(event.value for event in self.of(Event)))

    @cached_property
    def _by_kind(self):
        kinds = dict.fromkeys(word.__class__ for word in self.words)
        return {kind: tuple(word for word in self.words if word.__class__ is kind) for kind in kinds}

    def there(self, rows):
        """Those of the rows that are not deleted."""
        gone = self.gone.items()
        return [row for row in rows if not (gone and all(row.get(field) in values for field, values in gone))]

    def of(self, kind):
        """The words of this kind."""
        return self._by_kind.get(kind, ())

    def field(self, option):
        return self._by_option.get(option)

    @cached_property
    def _available(self):
        return {g: tuple(f for f in self.fields if f.only in (None, g)) for g in GENERATIONS}

    def available(self, generation):
        """The fields that exist in ``generation``."""
        return self._available[generation]

    def created_in(self, generation):
        """The inventory of a new object, as far as the node decides it."""
        return {**self.created, **self.created_by.get(generation, {})}

    def inventory_of(self, generation):
        return self.inventory + tuple(self.inventory_by.get(generation, ()))

    def ways(self, generation):
        """The ways to tell an object from others in ``generation``."""
        return self.identity.get(generation, ())
