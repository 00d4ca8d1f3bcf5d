# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every declared API by name, for the modules that take an API or a resource by its name."""

from __future__ import annotations

import difflib
import re

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
from .declaration import Api, DeclarationError

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
)

#: The APIs that the modules use, by name.
MANAGED = {value.name: value for family in _FAMILIES for value in vars(family).values() if isinstance(value, Api)}

#: Those and every query of both generations.
APIS = dict(MANAGED, **{api.name: api for api in queries.QUERIES})


def api_named(name):
    """The declaration of the API ``name``; an unknown one is refused with the names that look like it."""
    if name in APIS:
        return APIS[name]
    raise DeclarationError(_unknown("API", name, APIS), parameter="name")


def query_of(resource):
    """The query of ``resource``, written as the node does (``VmInstance``) or in snake_case (``vm_instance``)."""
    by_plain_name = {_plain(name[5:]): name for name in APIS if name.startswith("Query")}
    name = by_plain_name.get(_plain(resource))
    if name:
        return APIS[name]
    raise DeclarationError(
        _unknown("resource", resource, [n[5:] for n in by_plain_name.values()]), parameter="resource"
    )


def _plain(name):
    return re.sub("[^a-z0-9]", "", name.lower())


def _unknown(what, name, known):
    plain = {_plain(n): n for n in known}
    near = [plain[n] for n in difflib.get_close_matches(_plain(name), plain, n=5, cutoff=0.6)]
    hint = (
        "did you mean {0}?".format(" or ".join(near))
        if near
        else "none is like it; docs/simulator.md of the collection lists the APIs"
    )
    return f"unknown {what} {name!r}: {hint}"
