# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ceph: primary storages and their pools."""

from __future__ import annotations

from .._api import ceph as api
from .._api.queries import QUERY_VOLUME
from .mons import mons
from .primary_storage import of_type
from .resource import Resource
from .words import Dependents, Field, Tags

_POOL = ("poolName", "type", "aliasName", "description", "uuid", "primaryStorageUuid", "createDate", "lastOpDate")
_POOL_52 = ("totalCapacity", "availableCapacity", "usedCapacity", "replicatedSize", "diskUtilization", "securityPolicy")


#: The types of pools that can be registered by themselves.
_TYPES = {"2.3.1": ("Data",), "5.2": ("Root", "Data")}


def _unnamed(pool):
    """Whether ZStack has made the pool and its name."""
    return pool["poolName"].endswith(pool["primaryStorageUuid"])


def _pool_of_type(option, type):
    """The option that names the first pool of the type."""

    def held(row):
        return [pool["poolName"] for pool in row.get("pools") or () if pool["type"] == type]

    def given(row, generation):
        named = [pool for pool in row.get("pools") or () if pool["type"] == type and not _unnamed(pool)]
        return named[0]["poolName"] if named and type not in _TYPES[generation] else None

    return Field(option, row=None, held=held, given=given)


CEPH_PRIMARY_STORAGE = of_type(
    "Ceph",
    "Connected",
    api.ADD_CEPH_PRIMARY_STORAGE,
    mons(
        api.ADD_MON_TO_CEPH_PRIMARY_STORAGE,
        api.REMOVE_MON_FROM_CEPH_PRIMARY_STORAGE,
        api.UPDATE_CEPH_PRIMARY_STORAGE_MON,
        mon_port=6789,
    ),
    _pool_of_type("root_volume_pool_name", "Root"),
    _pool_of_type("data_volume_pool_name", "Data"),
    _pool_of_type("image_cache_pool_name", "ImageCache"),
    query=api.QUERY_CEPH_PRIMARY_STORAGE,
    inventory=("fsid", "mons", "pools"),
    nests={"pools": {"2.3.1": _POOL, "5.2": _POOL + _POOL_52}},
)


def _in_pool(row):
    """What finds the volumes that lie in a pool: they are named by it."""
    path = "".join("_" if c in "!<>=?~%\\'\"" else c for c in f"ceph://{row['poolName']}/")
    return [
        ("primaryStorageUuid", "=", row["primaryStorageUuid"]),
        ("installPath", "~=", f"{path}%"),
        ("type", "=", row["type"]),
    ]


_UPDATE_POOL = (api.UPDATE_CEPH_PRIMARY_STORAGE_POOL,)

CEPH_POOL = Resource(
    name="ceph_pool",
    query=api.QUERY_CEPH_PRIMARY_STORAGE_POOL,
    create=api.ADD_CEPH_PRIMARY_STORAGE_POOL,
    delete=api.DELETE_CEPH_PRIMARY_STORAGE_POOL,
    identity=(("primary_storage", "pool_name", "type"),),
    inborn=lambda row, generation: _unnamed(row) or row["type"] not in _TYPES[generation],
    inventory=_POOL,
    inventory_by={"5.2": _POOL_52},
    words=(
        Field("primary_storage", api="primaryStorageUuid", ref=CEPH_PRIMARY_STORAGE),
        Field("pool_name"),
        # ZStack 2.3.1 adds pools for data volumes, and does not ask.
        Field("type", choices=("Root", "Data"), implied={"2.3.1": "Data"}),
        Field("alias_name", update=_UPDATE_POOL),
        Field("description", update=_UPDATE_POOL),
        Field("is_create", type="bool", row=None),
        Tags("CephPrimaryStoragePoolVO"),
        Dependents("volumes", QUERY_VOLUME, finds=_in_pool, fate="take their pool from"),
    ),
)
