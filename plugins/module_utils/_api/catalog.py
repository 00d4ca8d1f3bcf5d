# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every API of both generations by name, for the modules that take an API or a resource by its name."""

from __future__ import annotations

import difflib
import re
from functools import cache

from . import (
    backup_storage,
    baremetal,
    ceph,
    cluster,
    host,
    image,
    local_storage,
    long_job,
    mdev,
    pci,
    primary_storage,
    queries,
    tag,
    usb,
    vm,
    zone,
)
from .declaration import GENERATIONS, Api, DeclarationError, P, query

_FAMILIES = (
    zone,
    cluster,
    host,
    pci,
    mdev,
    usb,
    baremetal,
    primary_storage,
    local_storage,
    ceph,
    backup_storage,
    image,
    vm,
    tag,
    long_job,
    queries,
)

#: The APIs that the modules use, by name.
APIS = {value.name: value for family in _FAMILIES for value in vars(family).values() if isinstance(value, Api)}

# The register's notations, which it explains itself.
_ENTRY = re.compile(r"(.+?)(?: < (.+?))?(?: > (.+))?")
_PARAMETER = re.compile(
    r"(\w+)(!?)(?::(\w+))?(?:\((.+)\))?(?:\[(-?\d+)\.\.(-?\d+)\])?(?:>=(\d+))?(?:<=(\d+))?(\+?)(\*?)(?:@(\S+))?"
)
_NAME = re.compile(r"(\w+)(!?)(?:@(\S+))?")
_FLAGS = {
    "reads": {"reads": True},
    "writes": {"reads": False},
    "sync": {"sync": True},
    "job": {"sync": False},
    "public": {"session": False},
}


def api_named(name):
    """The API ``name``, declared or registered; an unknown one is refused with the names that look like it."""
    api = APIS.get(name) or _registered(name)
    if api:
        return api
    raise DeclarationError(
        _unknown("API", name, names(), "docs/apis.md of the collection lists all; give method and path for any other"),
        parameter="name",
    )


def query_of(resource):
    """The query of ``resource``, written as the node does (``VmInstance``) or in snake_case (``vm_instance``)."""
    name = _queries().get(_plain(resource))
    if name:
        return api_named(name)
    raise DeclarationError(
        _unknown(
            "resource", resource, [n[5:] for n in _queries().values()], "docs/apis.md of the collection lists all"
        ),
        parameter="resource",
    )


def fields_of(api, generation):
    """The fields of the rows of a query in ``generation``, as the node spells them; () where nobody knows them."""
    from .register import FIELDS

    fields = _entries(FIELDS).get(api.name.removeprefix("Query"), "").partition(" ")[2]
    return tuple(name for name, _must, only in _NAME.findall(fields) if only in ("", generation))


def entry_of(name):
    """What the register says about an API, in its notation: (route, parameters, results), "" where it is silent."""
    from .register import APIS as REGISTER

    entry = _entries(REGISTER).get(name)
    return _ENTRY.fullmatch(entry).groups(default="") if entry else ("", "", "")


def apis_at(path, generation):
    """The APIs of ``generation`` that the node finds at ``path``, whatever stands for its variables."""
    found = []
    for api in map(api_named, names()):
        if api.only in (None, generation):
            template = re.split(r"{\w+}", api.route(generation)[1])
            if re.fullmatch("[^/]+".join(map(re.escape, template)), path):
                found.append(api)
    return found


def names():
    """The names of all APIs, in alphabetical order."""
    from .register import APIS as REGISTER

    return sorted({*APIS, *_entries(REGISTER)})


def near(name, known, most=5):
    """Those of the ``known`` names that look like ``name``, the likeliest first, however it is capitalised."""
    plain = {_plain(n): n for n in known}
    return [plain[n] for n in difflib.get_close_matches(_plain(name), plain, n=most, cutoff=0.6)]


@cache
def _queries():
    return {_plain(name[5:]): name for name in names() if name.startswith("Query")}


@cache
def _registered(name):
    """The API that the register describes under ``name``, if it does."""
    head, takes, gives = entry_of(name)
    if not head:
        return None
    words = iter(head.split(" "))
    only = next(words).partition("@")[2]
    method, path = next(words), next(words)
    extra = {"only": only or None, "moved": {}, "key": {}}
    for word in words:
        mark, _at, generation = word.partition("@")
        if mark == "key":
            generation, _is, extra["key"][generation] = generation.partition("=")
        elif mark:
            extra.update(_FLAGS[mark])
        else:
            extra["moved"][generation] = next(words), next(words)
    parameters = [_parameter(text) for text in takes.split()]
    if name.startswith("Query") and method == "GET":
        return query(name.removeprefix("Query"), path, *parameters, keyed=False, **extra)
    never_null = {
        generation: tuple(key for key, must, only in _NAME.findall(gives) if must and only in ("", generation))
        for generation in GENERATIONS
    }
    alike = len(set(never_null.values())) == 1
    extra["returns"] = never_null[GENERATIONS[0]] if alike else never_null
    return Api(name, method, path, *parameters, **extra)


def _parameter(text):
    name, required, type, choices, low, high, least, most, filled, secret, only = _PARAMETER.fullmatch(text).groups()
    return P(
        name,
        type or "String",
        required=bool(required),
        only=only,
        choices=tuple(choices.split("|")) if choices else (),
        range=(int(low), int(high)) if low else None,
        least=int(least) if least else None,
        most=int(most) if most else None,
        blank=not filled,
        secret=bool(secret),
    )


@cache
def _entries(register):
    """{name: what ``register`` says about it, in one line}."""
    entries = re.findall(r"^\w.*(?:\n .*)*", register, re.MULTILINE)
    lines = (" ".join(entry.split()).replace("| ", "|") for entry in entries)
    return {re.match(r"\w+", line).group(): line for line in lines}


def _plain(name):
    return re.sub("[^a-z0-9]", "", name.lower())


def _unknown(what, name, known, otherwise):
    hint = " or ".join(near(name, known))
    return f"unknown {what} {name[:100]!r}: " + (f"did you mean {hint}?" if hint else f"none is like it; {otherwise}")
