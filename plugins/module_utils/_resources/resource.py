# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words in which a resource is declared.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.

A declaration is data: it says how an object is found, which API changes which field, which states it has, what is
attached to it and what a deletion takes along. The engine does the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import cache
from typing import Any

_HUMP = re.compile("([a-z0-9])([A-Z])")
_ACRONYM = re.compile("([A-Z]+)([A-Z][a-z])")


@cache
def camel(name):
    """``zone_uuid`` -> ``zoneUuid``; leaves a name without underscores, and the node's own ``__systemTag__``, alone."""
    if name.startswith("__"):
        return name
    head, *tail = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in tail)


@cache
def snake(name):
    """``zoneUuid`` -> ``zone_uuid``; ``totalCPUCapacity`` -> ``total_cpu_capacity``."""
    return _ACRONYM.sub(r"\1_\2", _HUMP.sub(r"\1_\2", name)).lower()


@dataclass(frozen=True, eq=False)
class Field:
    """An option of the module and the field of the API behind it.

    ``update`` lists the APIs that can change it, the preferred one first; without any it is create-only. ``ref`` is the
    resource that the option names (by name or uuid) and ``within`` the option that narrows down where that name is
    looked for. ``sent=False`` marks what the node derives: it only tells where to look. A ``secret`` is never compared,
    shown or returned. ``stale=True``: a change takes effect with the next reconnection.
    """

    option: str
    api: str = ""
    type: str = "str"
    update: tuple = ()
    ref: Any = None
    within: str = ""
    sent: bool = True
    secret: bool = False
    stale: bool = False
    only: str | None = None
    choices: tuple = ()

    def __post_init__(self):
        object.__setattr__(self, "api", self.api or camel(self.option))


@dataclass(frozen=True, eq=False)
class Event:
    """A value of ``state``:
    the event that leads there, the inventory's ``state`` then, and what it ``needs`` before.
    """

    event: str
    state: str
    needs: dict = attribute(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Attachments:
    """Objects that are attached to this one, as a set: given means exactly these.

    ``of`` is the resource attached; its inventory lists the uuids of what it is attached to in ``field``. ``own`` and
    ``other`` are the parameters of ``add`` and ``remove`` that carry this object's uuid and the attached one's.
    """

    option: str
    of: Any
    field: str
    add: Any
    remove: Any
    own: str
    other: str


@dataclass(frozen=True, eq=False)
class Dependents:
    """What a deletion takes along: the objects that ``query`` finds with ``field`` equal to the uuid."""

    label: str
    query: Any
    field: str


@dataclass(frozen=True, eq=False)
class Resource:
    """A resource: see the attributes' comments, and ``zone.py`` for the simplest example."""

    name: str  # the key of the result, and the word in messages
    query: Any
    fields: tuple = ()
    inventory: tuple = ()  # fields of the inventory in both generations
    inventory_by: dict = attribute(default_factory=dict)  # and those of one generation only
    create: Any = None
    delete: Any = None
    change_state: Any = None
    reconnect: Any = None
    narrow: tuple = ()  # (field, value) pairs that every lookup carries
    key: str = ""  # the option that is a natural key, unique in the cloud
    states: dict = attribute(default_factory=dict)  # module state -> Event
    created: dict = attribute(default_factory=dict)  # inventory of a new object, where the node decides
    busy: dict = attribute(default_factory=dict)  # field -> values in which the node refuses changes
    leaving: dict = attribute(default_factory=dict)  # inventory state -> what to wait for after leaving it
    reconnects: tuple = ()  # generations that reconnect by themselves when it leaves such a state
    attachments: tuple = ()
    cascade: tuple = ()
    secret_inventory: tuple = ()  # inventory fields that are never shown

    @property
    def title(self):
        return self.name.replace("_", " ")

    @property
    def plural(self):
        return self.name + "s"

    def available(self, generation):
        """The fields that exist in ``generation``."""
        return tuple(f for f in self.fields if f.only in (None, generation))

    def field(self, option):
        return next((f for f in self.fields if f.option == option), None)

    def inventory_of(self, generation):
        return self.inventory + tuple(self.inventory_by.get(generation, ()))
