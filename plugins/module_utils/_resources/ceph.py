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


def _pools(type):
    return lambda row: [pool.get("poolName") for pool in row.get("pools") or () if pool.get("type") == type]


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
    Field("root_volume_pool_name", row=None, held=_pools("Root")),
    Field("data_volume_pool_name", row=None, held=_pools("Data")),
    Field("image_cache_pool_name", row=None, held=_pools("ImageCache")),
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
