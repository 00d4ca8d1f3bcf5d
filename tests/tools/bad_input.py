# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with any option, made of a task that works by changing one of its options.

A Mistake is what the option is changed to, and what the message must say beside the name of the option.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from importlib import import_module

from scenarios import PACKAGE

_WORDS = import_module(PACKAGE.replace("modules.", "module_utils._resources.words"))
UNKNOWN = "nothing-of-that-name"

#: How to make another object of a name, by the query that finds it: the seed, and what it has in common.
TWINS = {
    "QueryBackupStorage": ("backupStorages", ("type",)),
    "QueryBaremetalChassis": ("baremetalChassis", ("clusterUuid",)),
    "QueryBaremetalPxeServer": ("baremetalPxeServers", ("zoneUuid",)),
    "QueryCephBackupStorage": ("backupStorages", ("type",)),
    "QueryCephPrimaryStorage": ("primaryStorages", ("type", "zoneUuid")),
    "QueryCluster": ("clusters", ("zoneUuid", "hypervisorType", "type")),
    "QueryDiskOffering": ("diskOfferings", ()),
    "QueryFusionstorBackupStorage": ("backupStorages", ("type",)),
    "QueryHost": ("hosts", ("clusterUuid",)),
    "QueryImage": ("images", ("mediaType", "backupStorageUuids")),
    "QueryImageStoreBackupStorage": ("backupStorages", ("type",)),
    "QueryInstanceOffering": ("instanceOfferings", ()),
    "QueryL3Network": ("l3Networks", ("l2NetworkUuid",)),
    "QueryPciDeviceOffering": ("pciDeviceOfferings", ("vendorId", "deviceId")),
    "QueryPrimaryStorage": ("primaryStorages", ("type", "zoneUuid")),
    "QueryVmInstance": ("vms", ("zoneUuid",)),
    "QueryVolume": ("volumes", ("type",)),
    "QueryZone": ("zones", ()),
}


@dataclass
class Place:
    """An option at any depth: its spec, the parameters that it is sent as, and what it refers to.

    ``names`` is the resource of which it names one, be that another or what the module is about; ``only`` the
    generation that alone has it.
    """

    path: tuple
    spec: dict
    refers: object = None
    names: object = None
    only: str = None
    parameters: list = field(default_factory=list)

    def __str__(self):
        return ".".join(self.path)

    @property
    def name(self):
        return self.path[-1]

    @property
    def above(self):
        return Place(self.path[:-1], {})

    @property
    def listed(self):
        return self.spec["type"] == "list"

    def value(self, args):
        """Its value in these arguments, in the first item of each list on the way; None where it is not given."""
        for key in self.path:
            args = args[0] if isinstance(args, list) and args else args
            args = args.get(key) if isinstance(args, dict) else None
        return args

    def edited(self, args, value):
        """A copy of the arguments with another value."""
        args = inner = deepcopy(args)
        for key in self.path[:-1]:
            inner = inner[key]
            inner = inner[0] if isinstance(inner, list) else inner
        inner[self.name] = value
        return args


@dataclass
class Mistake:
    """``sure``: check mode sees it too, as it needs to know nothing of what an earlier task would make."""

    value: object
    says: tuple = ()
    sure: bool = True


def places(module, generation):
    """The Places of a module's options, less those of the connection."""
    task = import_module(PACKAGE + module).task
    spec = {name: option for name, option in task.argument_spec().items() if not name.startswith("zstack_")}
    found = list(_places(spec, (), _declared(task), generation))
    resource = getattr(task, "resource", None)
    for place in found:
        named = hasattr(resource, "ways") and not hasattr(task, "scopes") and resource.ways(generation)
        own = named and place.path == ("name",) and "name" in named[0]
        place.names = resource if own else place.refers
    return found


def _places(spec, above, declared, generation):
    for name, option in spec.items():
        words = declared.get(name, [])
        refers = [getattr(w, "ref", None) or getattr(w, "of", None) for w, _apis in words]
        plain = [(w, apis) for w, apis in words if isinstance(w, _WORDS.Field) and not w.form and not w.ref]
        sent = [api.parameter(w.api, generation) for w, apis in plain for api in apis if api]
        place = Place((*above, name), option, next(filter(None, refers), None), parameters=list(filter(None, sent)))
        only = {w.only for w, _apis in words}
        place.only = only.pop() if len(only) == 1 else None
        yield place
        if option.get("options"):
            inner = {}
            for word, apis in words:
                for f in (*(getattr(word, "options", None) or ()), *(getattr(word, "fields", None) or ())):
                    inner.setdefault(f.option, []).append((f, apis))
            yield from _places(option["options"], (*above, name), inner, generation)


def _declared(task):
    """{option: [(word, APIs that take it)]}; of what only reads, its scopes."""
    if hasattr(task, "scopes"):
        return {name: [(_WORDS.Field(name, ref=other), [])] for name, (other, *_rest) in task.scopes.items()}
    found = {}
    resource = getattr(task, "resource", None)
    for declared in [resource] if resource else getattr(task, "actions", ()) or getattr(task, "listings", ()):
        apis = [getattr(declared, name, None) for name in ("create", "api", "add")]
        for word in (*getattr(declared, "fields", ()), *getattr(declared, "words", ())):
            update = getattr(word, "update", None) or ()
            if getattr(word, "option", None):
                found.setdefault(word.option, []).append((word, [*apis, *_tuple(update)]))
    return found


def _tuple(value):
    return value if isinstance(value, tuple) else (value,)


# -- the mistakes ---------------------------------------------------------------------------------------------------


def wrong_types(place):
    dictionaries = place.spec.get("options") or place.spec.get("elements") == "dict" or place.spec["type"] == "dict"
    wrong = {"int": ["many", [1]], "float": ["many"], "bool": ["perhaps", 7]}.get(place.spec["type"], [])
    if dictionaries:
        wrong = [["text"], {"no such": "option"} if place.spec.get("options") else "text"]
    for value in wrong:
        yield Mistake(value)
    if place.spec.get("choices"):
        yield Mistake(["gone"] if place.listed else "gone", ("gone",))


def out_of_range(place):
    for p in () if place.listed else place.parameters:
        if p.range:
            yield Mistake(p.range[0] - 1, (str(p.range[0]),))
            yield Mistake(p.range[1] + 1, (str(p.range[1]),))
        if p.type == "int":
            yield Mistake(2**70)
        if p.most:
            yield Mistake("x" * (p.most + 1))
        if p.least:
            yield Mistake("x" * (p.least - 1))
        if p.choices and not place.spec.get("choices"):
            yield Mistake("gone", ("gone", p.choices[0]))
        if p.pattern:
            wrong, *_more = (text for text in ("?!", "/dev/x", "a:/dev/x") if not p.pattern[0].match(text))
            yield Mistake(wrong, (p.pattern[1],))


def unspeakable(place):
    sent = place.refers or place.parameters
    if (
        sent
        and place.spec["type"] in ("str", "list")
        and not place.spec.get("choices")
        and not place.spec.get("options")
    ):
        yield Mistake(["nul\0"] if place.listed else "nul\0")


def unknown(place):
    if place.refers:
        yield Mistake([UNKNOWN] if place.listed else UNKNOWN, (UNKNOWN,), sure=False)


def empty(place):
    for value in ("", "  ") if place.refers else ():
        yield Mistake([value] if place.listed else value, ("empty",))


KINDS = (wrong_types, out_of_range, unspeakable, unknown, empty)


def twin(place, args, find):
    """(a seed that makes another object of the name that the option gives, the Mistake to give that name still).

    None where that cannot be. ``find(query, conditions)`` are the rows of a query.
    """
    value = place.value(args)
    value = value[0] if place.listed and value else value
    # What another option names, too, that one refuses.
    if not place.names or place.names.query.name not in TWINS or str(args).count(repr(value)) > 1:
        return None
    key, alike = TWINS[place.names.query.name]
    conditions = [("uuid=" if re.fullmatch("[0-9a-f]{32}", str(value)) else "name=") + str(value)]
    if "zoneUuid" in alike and args.get("zone"):
        conditions.append(f"zone.name={args['zone']}")
    rows = find(place.names.query.name, conditions)
    if len(rows) != 1:
        return None
    [row] = rows
    row = {**row, "backupStorageUuids": [ref["backupStorageUuid"] for ref in row.get("backupStorageRefs", ())]}
    seed = {key: [{"name": row["name"], **{name: row[name] for name in alike if name in row}}]}
    return seed, Mistake([row["name"]] if place.listed else row["name"], (row["name"], row["uuid"]))
