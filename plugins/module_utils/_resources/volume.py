# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Volumes, and that one lies where it is wanted."""

from __future__ import annotations

from .._api import local_storage, primary_storage
from .._api.queries import QUERY_VM_INSTANCE, QUERY_VOLUME
from .common import not_among
from .host import HOST
from .primary import PRIMARY_STORAGE
from .resource import Resource
from .vm import VM
from .words import Action, Field, Listing

VOLUME = Resource(
    name="volume",
    query=QUERY_VOLUME,
    inventory=(
        *("uuid", "name", "description", "type", "state", "status", "size", "actualSize", "format", "installPath"),
        *("primaryStorageUuid", "vmInstanceUuid", "diskOfferingUuid", "rootImageUuid", "deviceId", "isShareable"),
        *("createDate", "lastOpDate"),
    ),
    inventory_by={"5.2": ("volumeQos", "lastDetachDate", "lastVmInstanceUuid", "lastAttachDate", "protocol")},
    names={"primaryStorageUuid": PRIMARY_STORAGE, "vmInstanceUuid": VM},
)

_VOLUME = Field("volume", api="volumeUuid", ref=VOLUME, required=True)
# A volume on a local storage is found there, on the disk of a host; all others move between storages.
_LOCAL = local_storage.QUERY_LOCAL_STORAGE_RESOURCE_REF, lambda draft: [("resourceUuid", "=", draft.fields["volume"])]


def _user(draft):
    """What finds the VM instance that has the volume."""
    uuid = draft.row.get("vmInstanceUuid")
    return [("uuid", "=", uuid)] if uuid else None


def _busy(draft):
    """Why the volume cannot move for now: it is in use, or its VM instance is tied to where it is."""
    volume = draft.row
    if volume.get("status") != "Ready":
        return f"{draft.title} is {volume.get('status')}; only a volume that is Ready moves"
    for vm in draft.found["vm"]:
        name = f"VM instance {vm.get('name')!r}"
        if volume.get("type") == "Data":
            return f"{draft.title} is attached to {name}; detach it first"
        root = f"{draft.title} is the root volume of {name}, which"
        if vm.get("state") != "Stopped":
            return f"{root} is {vm.get('state')}; stop it first"
        data = sorted(str(v.get("name")) for v in vm.get("allVolumes") or () if v.get("type") == "Data")
        if data:
            return f"{root} has data volumes ({', '.join(data)}); detach them first"
        if draft.found["places"] and any(drive.get("isoUuid") for drive in vm.get("vmCdRoms") or ()):
            return f"{root} has an ISO in its drive; detach that first"
    return None


def _no_storage(draft):
    if draft.found["places"]:
        return (
            f"{draft.title} is on a local primary storage, which it cannot leave; give host to move it to another host"
        )
    return _busy(draft) or not_among(draft, "primary_storage")


def _no_host(draft):
    if not draft.found["places"]:
        return f"{draft.title} is not on a local primary storage; give primary_storage to move it to another one"
    return _busy(draft) or not_among(draft, "host")


#: That a volume lies on a certain primary storage.
VOLUME_ON_STORAGE = Action(
    name="volume_migrate",
    api=primary_storage.PRIMARY_STORAGE_MIGRATE_VOLUME,
    fields=(_VOLUME, Field("primary_storage", api="dstPrimaryStorageUuid", ref=PRIMARY_STORAGE)),
    subject="volume",
    aim="primary_storage",
    now=lambda draft: draft.row.get("primaryStorageUuid"),
    looks={"places": _LOCAL, "vm": (QUERY_VM_INSTANCE, _user)},
    asks=primary_storage.GET_PRIMARY_STORAGE_CANDIDATES_FOR_VOLUME_MIGRATION,
    asking=lambda draft: None if draft.found["places"] or _busy(draft) else {"volumeUuid": draft.uuid},
    refuses=_no_storage,
    became=lambda draft: {"primaryStorageUuid": (draft.fields["primary_storage"],)},
)

#: That a volume of a local primary storage lies on the disk of a certain host.
VOLUME_ON_HOST = Action(
    name="volume_migrate",
    api=local_storage.LOCAL_STORAGE_MIGRATE_VOLUME,
    fields=(_VOLUME, Field("host", api="destHostUuid", ref=HOST)),
    subject="volume",
    aim="host",
    now=lambda draft: next((place["hostUuid"] for place in draft.found["places"]), None),
    looks={"places": _LOCAL, "vm": (QUERY_VM_INSTANCE, _user)},
    asks=local_storage.LOCAL_STORAGE_GET_VOLUME_MIGRATABLE_HOSTS,
    asking=lambda draft: {"volumeUuid": draft.uuid} if draft.found["places"] and not _busy(draft) else None,
    refuses=_no_host,
)

VOLUME_CANDIDATES = (
    Listing(
        "primary_storages",
        primary_storage.GET_PRIMARY_STORAGE_CANDIDATES_FOR_VOLUME_MIGRATION,
        fields=(_VOLUME,),
        resource=PRIMARY_STORAGE,
        looks={"places": _LOCAL},
        apt=lambda asking: not asking.found["places"],
    ),
    Listing(
        "hosts",
        local_storage.LOCAL_STORAGE_GET_VOLUME_MIGRATABLE_HOSTS,
        fields=(_VOLUME,),
        resource=HOST,
        looks={"places": _LOCAL},
        apt=lambda asking: bool(asking.found["places"]),
    ),
)
