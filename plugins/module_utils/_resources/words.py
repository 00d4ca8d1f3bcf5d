# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words in which a resource is declared: data that makes sense, or fails when it is imported.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.

Each word says what is so; what follows from it is in the file of ``_engine/words/`` that bears its name. Conditions on
an inventory are written ``{field: values}``: the field has one of these values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import cache
from typing import Any, Callable, ClassVar

from .._api.declaration import GENERATIONS, TAGS
from .._api.tag import CREATE_USER_TAG, DELETE_TAG, QUERY_USER_TAG

_HUMP = re.compile("([a-z0-9])([A-Z])")
_ACRONYM = re.compile("([A-Z])([A-Z][a-z])")


class Nonsense(Exception):
    """A declaration that cannot be right: a mistake in the collection, found when it is imported."""


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


def subject(api):
    """The parameter of ``api`` that says which object it is about: the last variable of its path."""
    return re.findall(r"{(\w+)}", api.path)[-1]


def takes(api, name, generation=None):
    """Whether ``api`` has the parameter ``name``, in ``generation`` or in any; for ``a.b`` the map ``a`` counts."""
    name = name.partition(".")[0]
    generations = (generation,) if generation else GENERATIONS
    return any(g for g in generations if api.only in (None, g) and api.parameter(name, g))


def sense(condition, resource, message):
    if not condition:
        raise Nonsense(f"{resource.name}: {message}")


def addresses(api, resource, say=""):
    """Check that the path of ``api`` says which object is meant."""
    sense("{" in api.path, resource, f"{say}{api.name} is about no object")


def narrowed(fields, resource):
    """Check that what narrows down where a reference is looked for is declared before it."""
    before = set()
    for f in fields:
        here = not f.within or f.within in before
        sense(here, resource, f"option {f.option}: there is no option {f.within} before it")
        before.add(f.option)


def told(fields, inventory, resource, say=""):
    """Check that the inventory has these fields."""
    for field in fields:
        sense(field in inventory, resource, f"{say}the inventory has no field {field}")


@dataclass(frozen=True, eq=False)
class Form:
    """Another form on the wire.

    ``sent`` makes it from the option's value, ``read`` the value from the inventory's, None where that has none.
    ``shown`` makes what the inventory shows then, where that is neither what is sent nor the option's value.
    """

    sent: Callable
    read: Callable
    shown: Callable | None = None


@dataclass(frozen=True, eq=False)
class Field:
    """An option of the module, the parameter of the API and the field of the inventory behind it.

    ``api`` is the parameter (``a.b``: the key b of the map a) and ``row`` the field of the inventory; None when the
    inventory does not have it: then it is written and never compared. ``update`` lists the APIs that can change it, the
    preferred one first; without any it is create-only. ``ref`` is the resource that the option names (by name or uuid,
    with ``type="list"`` several) and ``within`` the option that narrows down where that name is looked for.
    ``sent=False`` marks what the node derives, from the object that the option ``derived`` refers to if that tells it;
    it only says where to look. What its parameters mark as a secret is never compared, shown or returned.
    ``stale=True``: a change takes effect with the next reconnection. ``only`` is the generation that has it.
    ``options`` are the Fields of a dictionary, or of each dictionary of a list. ``needed``: nothing is created without
    it, though no parameter says so. ``usual`` is what a task means that leaves it out, where the object is told by it.
    ``beside`` lists the options that an update takes with this one only. ``spelling`` makes one of the several ways to
    write a value. ``implied`` maps a generation without the parameter to the only value that it knows.
    ``held(inventory)`` lists what the object has of a kind of which the option, set at creation, names one.
    ``given(inventory, generation)`` is what would make such an object again, where that is not the inventory's field:
    of what is held the one that nothing else can make, for instance.
    ``precedes`` lists states of what the option refers to that need this object: it is made before they are reached.
    """

    option: str
    api: str = ""
    row: str | None = ""
    type: str = "str"
    elements: str | None = None
    options: tuple = ()
    update: tuple = ()
    ref: Any = None
    within: str = ""
    sent: bool = True
    derived: str = ""
    secret: bool = attribute(default=False, init=False)
    stale: bool = False
    only: str | None = None
    choices: tuple = ()
    default: Any = None
    required: bool = False
    form: Form | None = None
    needed: bool = False
    usual: Any = None
    beside: tuple = ()
    spelling: Callable | None = None
    implied: dict = attribute(default_factory=dict)
    held: Callable | None = None
    given: Callable | None = None
    precedes: tuple = ()

    def __post_init__(self):
        object.__setattr__(self, "api", self.api or camel(self.option))
        if self.row == "":
            object.__setattr__(self, "row", self.api)

    def check(self, resource):
        say = f"option {self.option}: "
        sense(self.only in (None, *GENERATIONS), resource, f"{say}no generation {self.only}")
        for api in self.update:
            sense(takes(api, self.api, self.only), resource, f"{say}{api.name} has no parameter {self.api}")
            addresses(api, resource, say)
        if self.sent and resource.create:
            known = takes(resource.create, self.api, self.only) or self.update
            sense(known, resource, f"{say}{resource.create.name} has no parameter {self.api}")
        if not self.sent:
            sense(not self.update, resource, f"{say}derived by the node and changed by {self.update}")
        if not resource.create and self.sent:
            sense(
                self.update or self.option in resource.telling, resource, f"{say}neither created, changed nor told by"
            )
        told((self.row,) if self.row else (), resource.told, resource, say)
        sense(all(f.row for f in self.options), resource, f"{say}its dictionaries are compared in all that they hold")
        sense(not self.held or not (self.row or self.update), resource, f"{say}held, and a field of the inventory")
        for state in self.precedes:
            sense(self.ref and state in self.ref.states, resource, f"{say}precedes {state}, which is no state of it")
        for option in (self.derived, *self.beside):
            sense(not option or resource.field(option), resource, f"{say}there is no option {option}")


def mark_secrets(fields, apis):
    """Secrets are marked once, at the parameter: the fields that one of the APIs takes as such are never read."""
    for f in fields:
        if any(p.secret for api in (*apis, *f.update) if api for p in api.params if p.name == f.api):
            object.__setattr__(f, "secret", True)
            object.__setattr__(f, "row", None)


@dataclass(frozen=True, eq=False)
class Check:
    """What the node would refuse of options that are right each by itself.

    ``refuses(values)``, {option: value}, yields why, each time in words that name the option and what would be right.
    """

    refuses: Callable
    only: str | None = None

    def check(self, resource):
        sense(callable(self.refuses), resource, "a check that checks nothing")


@dataclass(frozen=True, eq=False)
class Event:
    """A value of the option ``state``: the API that leads there and what it is sent, and what the inventory shows then.

    ``needs`` is what the inventory must show before; ``through`` what it shows on the way there, when nothing more is
    sent. Coming out of ``leaving`` there is more to wait for: ``settles``. ``stops`` tells which VM instances would
    stop. ``always``: it is sent even where the inventory shows that already. ``spreads`` are kinds within the object
    that the node brings there too, less those that their own Event of that value would find ``leaving``. Where the
    generations differ each has an Event of its own, with ``only``.
    """

    value: str
    api: Any
    params: dict = attribute(default_factory=dict)
    shows: dict = attribute(default_factory=dict)
    needs: dict = attribute(default_factory=dict)
    through: dict = attribute(default_factory=dict)
    leaving: dict = attribute(default_factory=dict)
    settles: dict = attribute(default_factory=dict)
    stops: Any = None
    always: bool = False
    spreads: tuple = ()
    only: str | None = None

    def check(self, resource):
        say = f"state {self.value}: "
        sense(self.api and self.shows, resource, f"{say}needs an API and what the inventory shows then")
        addresses(self.api, resource, say)
        for generation in GENERATIONS:
            if not {self.only, self.api.only, resource.only} <= {None, generation}:
                continue
            for name, value in self.params.items():
                parameter = self.api.parameter(name, generation)
                sense(parameter, resource, f"{say}{self.api.name} has no parameter {name} in {generation}")
                wrong = parameter.complaint(value)
                sense(not wrong, resource, f"{say}{name} {wrong}")
            for condition in (self.shows, self.needs, self.through, self.leaving, self.settles):
                told(condition, resource.inventory_of(generation), resource, f"{say}in {generation} ")


@dataclass(frozen=True, eq=False)
class Reconnect:
    """The API that makes the node connect anew, when that is ``due``, and what it is ``until``.

    In ``refused`` the node does not; the generations in ``by_itself`` do so unasked when the object comes out of it.
    """

    api: Any
    due: dict
    until: dict
    refused: dict = attribute(default_factory=dict)
    by_itself: tuple = ()
    only: str | None = None

    def check(self, resource):
        say = "reconnect: "
        sense(self.api and self.due and self.until, resource, f"{say}needs an API, when it is due and until when")
        addresses(self.api, resource, say)
        told((*self.due, *self.until, *self.refused), resource.told, resource, say)


@dataclass(frozen=True, eq=False)
class Reading:
    """A field of the object that another API tells under ``reply``; asked for only where the task wants it.

    ``update`` and its parameter ``api`` change it; without one it is no option of a state module: there it is asked for
    in each task, and stands in the inventory, where Events lead to it. ``values`` maps its words to the node's, in
    whatever case. Several keys in ``reply`` make a dictionary. ``asking(uuid)`` are the parameters of ``read``, where
    its path does not say which object is meant.
    """

    option: str
    read: Any
    reply: str | tuple
    asking: Callable | None = None
    update: Any = None
    api: str = ""
    values: dict = attribute(default_factory=dict)
    only: str | None = None

    def check(self, resource):
        say = f"option {self.option}: "
        sense(self.read and self.reply, resource, f"{say}needs what to read")
        for api in (*(() if self.asking else (self.read,)), *((self.update,) if self.update else ())):
            addresses(api, resource, say)
        sense(not self.update or self.values, resource, f"{say}needs the values there are")
        sense(not self.update or takes(self.update, self.api), resource, f"{say}cannot be updated by {self.api}")


@dataclass(frozen=True, eq=False)
class Related:
    """What an info module tells beside an object: the rows of ``query`` whose ``field`` is its uuid.

    A generation that lacks the query has them in the list ``row`` of the inventory. ``tells(row)`` is what is told of
    one.
    """

    option: str
    query: Any
    field: str
    row: str
    tells: Callable


@dataclass(frozen=True, eq=False)
class Parts:
    """Sub-objects that the object owns, in the list ``row`` of its inventory; ``key`` tells one from another.

    ``fields`` are the options of one part. ``add`` and ``create`` (the creation of the whole) take a list ``adds`` of
    what ``sent(part)`` makes of each; ``refuses(part)`` says why that cannot be, if so. ``remove`` takes the list
    ``removes`` of keys; ``update`` changes the fields of the part that is ``id`` in the inventory. The last one is
    never removed.
    """

    option: str
    title: str
    row: str
    key: str
    key_row: str
    fields: tuple
    needs: tuple
    created: dict
    sent: Callable
    adds: str
    add: Any
    remove: Any
    removes: str
    update: Any
    id: str
    refuses: Callable | None = None
    only: str | None = None

    def __post_init__(self):
        mark_secrets(self.fields, (self.update,))

    def check(self, resource):
        say = f"option {self.option}: "
        sense(any(f.option == self.key for f in self.fields), resource, f"{say}no field is its key {self.key}")
        sense(takes(self.add, self.adds) and takes(resource.create, self.adds), resource, f"{say}no list {self.adds}")
        sense(takes(self.remove, self.removes), resource, f"{say}no list {self.removes}")
        told((self.row,), resource.told, resource, say)
        for f in self.fields:
            sense(f.option == self.key or takes(self.update, f.api), resource, f"{say}{f.option} cannot be changed")


@dataclass(frozen=True, eq=False)
class Connects:
    """Joining makes an object show ``shows``, if it is ``apt`` to, and the other one has what connects them.

    That is a row of ``through`` (query, the field with the other's uuid, conditions).
    """

    shows: dict
    apt: dict = attribute(default_factory=dict)
    through: tuple = ()

    def check(self, resource, inventory, say=""):
        told((*self.shows, *self.apt), inventory, resource, say)


@dataclass(frozen=True, eq=False)
class Attachments:
    """Objects joined to this one, as a set: given means exactly these.

    ``of`` is the resource joined. ``own`` is the field of this object's inventory that lists their uuids, or ``theirs``
    the field of theirs that lists ours. ``add`` and ``remove`` join and part; ``this`` and ``other`` are their
    parameters. Only what has the same ``within`` can be joined. ``bars``: what is joined stands in the way of a
    deletion. ``connects``: whether this object connects by being joined. ``stops``: what parting would stop, of those
    VM instances whose field ``stops_there`` is the other object's uuid.
    """

    option: str
    of: Any
    add: Any
    remove: Any
    this: str
    other: str
    own: str = ""
    theirs: str = ""
    within: str = ""
    bars: bool = False
    connects: Connects | None = None
    stops: Any = None
    stops_there: str = ""
    only: str | None = None

    def check(self, resource):
        say = f"option {self.option}: "
        sense(bool(self.own) != bool(self.theirs), resource, f"{say}one side must list what is joined")
        for api in (self.add, self.remove):
            for name in (self.this, self.other):
                sense(takes(api, name), resource, f"{say}{api.name} has no parameter {name}")
        told(filter(None, (self.own, self.within)), resource.told, resource, say)
        told(filter(None, (self.theirs, self.within)), self.of.told, resource, say)
        sense(
            not self.within or self.within in self.of.names,
            resource,
            f"{say}{self.within} of {self.of.name} has no name",
        )
        if self.connects:
            self.connects.check(resource, resource.told, say)


@dataclass(frozen=True, eq=False)
class Stops:
    """The running VM instances that an act would move or stop, and the ``option`` that allows it to stop some.

    They are those whose ``field`` is the object's uuid. One stays where it is, and is stopped, when a row of one of
    ``ties`` (query, the field with the VM's uuid, conditions, the reason in words) holds it; or when nothing is
    ``elsewhere`` (query, the inventory field in common, conditions). Without ``elsewhere`` none can move. Where the
    node answers before they have stopped, each, a row ``of`` that resource, is waited for to show ``until``.
    ``moved`` and ``stopped`` are the keys under which results have their names.
    """

    query: Any
    field: str
    running: tuple
    option: str = "stop_vms"
    titles: str = "VM instances"
    moved: str = "vms_moved"
    stopped: str = "vms_stopped"
    ties: tuple = ()
    elsewhere: tuple = ()
    of: Any = None
    until: dict = attribute(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Dependents:
    """What a deletion takes along: the objects that ``query`` finds with ``field`` equal to the uuid.

    ``named`` is the field by which they are listed. ``finds(row)`` are the conditions instead, as (field, operator,
    value), where more than the uuid tells; ``fate`` says what becomes of them otherwise.
    """

    label: str
    query: Any
    field: str = ""
    named: str = "name"
    finds: Callable | None = None
    fate: str = "take along"
    only: str | None = None

    def check(self, resource):
        sense(bool(self.field) != bool(self.finds), resource, f"{self.label}: found by a field, or otherwise")
        sense(resource.delete, resource, f"{self.label} depend on what is never deleted")


@dataclass(frozen=True, eq=False)
class Tags:
    """The tags that users give, exact as a set; ``kind`` is the node's name of the resource.

    Of all resources: ``query`` finds tags in their field ``tag``, with the uuid of their object in ``tagged`` and its
    kind in ``tagged_kind``; ``add`` takes these, ``remove`` a tag's uuid; a creation takes them in the list ``beside``.
    """

    kind: str
    option: str = "user_tags"
    only: str | None = None

    query: ClassVar = QUERY_USER_TAG
    add: ClassVar = CREATE_USER_TAG
    remove: ClassVar = DELETE_TAG
    tag: ClassVar = "tag"
    tagged: ClassVar = "resourceUuid"
    tagged_kind: ClassVar = "resourceType"
    beside: ClassVar = TAGS[1].name

    def check(self, resource):
        sense(self.kind.endswith("VO"), resource, f"tags: {self.kind} is no resource type")


@dataclass(frozen=True, eq=False)
class Member:
    """That one object has another: a VM instance a device, a cluster a storage; the rest of what it has is left alone.

    ``holder`` and ``member`` are the options that name them, ``to`` and ``of`` their resources. ``row`` of the member's
    inventory is the holder's uuid, or a list of those. ``add`` and ``remove`` join and part; ``this`` is their
    parameter with the holder's uuid (left out where ``remove`` has none), ``other`` that with the member's. Without
    ``member`` the ``criteria`` tell what it must be: Fields of the member, compared; the first that fits among what the
    API ``candidates`` tells (asked with ``asking(draft)``) is taken. ``sends`` are Fields that go with ``add``, and are
    compared where the inventory has them. Both must be in the same ``within``, a Field whose option narrows down where
    they are looked for.

    Why a member is no candidate: it does not show what it ``needs``, or the field ``place``, which both have where
    they are anywhere, differs; what else it may be, ``hint`` says. ``becomes`` is what its inventory shows once joined,
    ``connects`` whether it connects by being joined, ``stops`` what parting would stop, of those VM instances whose
    field ``stops_there`` is the holder's uuid. ``label``: the fields that tell a member in words, in whose order the
    first that fits is taken.
    """

    name: str
    holder: str
    to: Any
    member: str
    of: Any
    row: str
    add: Any
    remove: Any
    this: str
    other: str
    criteria: tuple = ()
    sends: tuple = ()
    candidates: Any = None
    asking: Callable | None = None
    needs: dict = attribute(default_factory=dict)
    place: str = ""
    hint: str = ""
    becomes: dict = attribute(default_factory=dict)
    connects: Connects | None = None
    stops: Any = None
    stops_there: str = ""
    within: Field | None = None
    label: tuple = ("name",)
    only: str | None = None

    def __post_init__(self):
        sense(takes(self.add, self.this) and takes(self.add, self.other), self, f"{self.add.name} takes no such thing")
        sense(takes(self.remove, self.other), self, f"{self.remove.name} has no parameter {self.other}")
        sense(not self.criteria or self.candidates, self, "criteria without candidates choose from nothing")
        place = (self.place,) if self.place else ()
        label = set(self.label) - {"name"}  # not all have one
        told((self.row, *place, *label, *self.needs, *self.becomes), self.of.told, self)
        told([f.row for f in self.criteria if not f.form], self.of.told, self)
        if self.connects:
            self.connects.check(self, self.of.told)

        within = self.within.option if self.within else ""
        holder = Field(self.holder, ref=self.to, row=None, within=within, required=True)
        # Without criteria nothing else says which one is meant.
        member = Field(self.member, ref=self.of, row=None, within=within, required=not self.criteria)
        narrows = (self.within,) if self.within else ()
        object.__setattr__(self, "fields", (*narrows, holder, member, *self.criteria, *self.sends))
        narrowed(self.fields, self)

    @property
    def many(self):
        """Whether a member has several holders at once: then its ``row`` lists them."""
        return self.row.endswith("s")

    @property
    def title(self):
        return self.of.title

    @property
    def titles(self):
        return self.of.titles

    def field(self, option):
        return next((f for f in self.fields if f.option == option), None)


@dataclass(frozen=True, eq=False)
class LongJob:
    """A job that outlasts the API's: ``query`` finds it, ``field`` tells how it goes, ``well`` is the good end.

    ``ended`` are all ends. ``told(row)`` is what it says of a bad one.
    """

    query: Any
    field: str
    well: str
    ended: tuple
    told: Callable


@dataclass(frozen=True, eq=False)
class Action:
    """An act that is no state: ``api``, sent the ``fields``; check mode never calls it.

    ``subject`` is the option that names the object it is about, if there is one: the result shows its row afterwards,
    and the diff those fields of ``moves`` that changed. ``asks`` is an API that must be read before, with the
    parameters ``asking(draft)``, and ``already(draft)``, with its reply in ``draft.asked`` and rows in ``draft.rows``,
    says whether there is nothing to do. ``measure(draft)`` is what the act is about as it is, a dictionary that result
    and diff show, and ``wanted(draft)`` what that is to be: there is nothing to do where both are the same.
    ``refuses(draft)`` returns why the node would not do it, if so.
    ``became(draft)`` is what the subject's inventory shows afterwards. ``tells(reply, draft)`` makes what the result
    shows under ``result``; ``failed(told)`` the message if that is a failure. ``follows``: its reply names such a
    LongJob, which is waited for. ``measured``: it changed something only where one of ``moves`` did.

    ``looks`` are rows of other queries that are read before, {name: (query, conditions(draft))}, and stand in
    ``draft.found``; conditions are (field, operator, value), None where there is nothing to look for. ``aim`` is the
    option that says where the subject is to be, ``now(draft)`` the uuid of where it is: there is nothing to do where
    both are the same, and the diff shows them.

    ``sends`` are uuids sent beside the fields, {parameter: what tells it of the draft}. ``foresees(draft)`` is what
    the subject's inventory shows afterwards beside ``became``, and ``proves(draft, row)`` says whether an inventory
    shows that it was done, where ``became`` does not. ``state``: of several acts of a module it is the one for this
    value of the option ``state``.
    """

    name: str
    api: Any
    fields: tuple = ()
    subject: str = ""
    moves: tuple = ()
    asks: Any = None
    asking: Callable | None = None
    already: Callable | None = None
    measure: Callable | None = None
    wanted: Callable | None = None
    refuses: Callable | None = None
    became: Callable | None = None
    result: str = ""
    tells: Callable | None = None
    failed: Callable | None = None
    follows: LongJob | None = None
    measured: bool = False
    looks: dict = attribute(default_factory=dict)
    aim: str = ""
    now: Callable | None = None
    sends: dict = attribute(default_factory=dict)
    foresees: Callable | None = None
    proves: Callable | None = None
    state: str = ""
    only: str | None = None

    def __post_init__(self):
        for f in self.fields:
            known = not f.sent or f.row is None or takes(self.api, f.api)
            sense(known, self, f"{self.api.name} has no parameter {f.api}")
        for name in self.sends:
            sense(takes(self.api, name), self, f"{self.api.name} has no parameter {name}")
        narrowed(self.fields, self)
        sense(not self.aim or (self.field(self.aim) and self.now), self, f"aims at {self.aim}, which nothing tells")
        sense(not self.subject or self.field(self.subject), self, f"there is no option {self.subject}")
        sense(not self.measured or self.moves, self, "measured by nothing")
        sense(self.subject or not self.moves, self, f"{self.moves} of no subject")
        told(self.moves, self.field(self.subject).ref.told if self.subject else (), self)
        sense(bool(self.measure) == bool(self.wanted), self, "what is measured is compared with what is wanted")

    @property
    def title(self):
        return self.name.replace("_", " ")

    @property
    def titles(self):
        return self.title

    def field(self, option):
        return next((f for f in self.fields if f.option == option), None)


@dataclass(frozen=True, eq=False)
class Listing:
    """What an API lists: ``api``, asked with the ``fields``; its reply's ``key`` holds the rows.

    ``resource`` is what the rows are, None for plain values. The result shows them under ``name``. Of the options in
    ``exclusive`` only one can be given. ``query`` in the place of ``api``: the rows in which the ``fields`` hold, to
    the last page. ``looks`` as of an Action; ``apt(draft)`` says whether it is asked at all.
    """

    name: str
    api: Any = None
    key: str = "inventories"
    fields: tuple = ()
    resource: Any = None
    exclusive: tuple = ()
    query: Any = None
    looks: dict = attribute(default_factory=dict)
    apt: Callable | None = None
    only: str | None = None

    def __post_init__(self):
        sense(bool(self.api) != bool(self.query), self, "asks an API, or a query")
        narrowed(self.fields, self)
        for f in self.fields:
            known = takes(self.api, f.api) if self.api else f.row in self.resource.inventory
            sense(known or not f.sent, self, f"there is no {f.api} to ask for")

    @property
    def titles(self):
        return self.name.replace("_", " ")

    def field(self, option):
        return next((f for f in self.fields if f.option == option), None)
