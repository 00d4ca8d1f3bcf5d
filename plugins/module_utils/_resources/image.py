# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Images, as far as other resources refer to them, and where they lie and are exported."""

from __future__ import annotations

from .._api import image as api
from .._api import vm as vm_api
from .._api.queries import QUERY_IMAGE
from .common import not_among
from .resource import Resource
from .storage import BACKUP_STORAGE
from .vm import VM
from .words import Action, Field, Listing

_REF = ("imageUuid", "backupStorageUuid", "installPath", "status", "createDate", "lastOpDate")
_EXPORT = ("exportUrl", "exportMd5Sum")

IMAGE = Resource(
    name="image",
    query=QUERY_IMAGE,
    inventory=(
        *("uuid", "name", "description", "state", "status", "size", "actualSize", "md5Sum", "url", "mediaType"),
        *("guestOsType", "type", "platform", "format", "system", "backupStorageRefs", "createDate", "lastOpDate"),
    ),
    inventory_by={"2.3.1": _EXPORT, "5.2": ("architecture", "virtio", "systemTags")},
    nests={"backupStorageRefs": {"2.3.1": _REF, "5.2": _REF + _EXPORT}},
    gone={"status": ("Deleted",)},  # what is in the recycle bin keeps its name
)

ISO = Resource(
    name="iso", query=QUERY_IMAGE, narrow=(("mediaType", "ISO"),), gone=IMAGE.gone, inventory=IMAGE.inventory
)

_IMAGE = Field("image", api="imageUuid", ref=IMAGE, required=True)

ISO_CANDIDATES = Listing(
    "vms",
    vm_api.GET_CANDIDATE_VM_FOR_ATTACHING_ISO,
    fields=(Field("iso", api="isoUuid", ref=ISO, required=True),),
    resource=VM,
)

# -- exports -----------------------------------------------------------------------------------------------------------

_STORAGE = Field("backup_storage", api="backupStorageUuid", ref=BACKUP_STORAGE, required=True)


def _refs(row, storage):
    """The entries of an image's inventory that say that it lies on a backup storage."""
    return [ref for ref in (row or {}).get("backupStorageRefs") or () if ref["backupStorageUuid"] == storage]


def _url(draft, row):
    """Where the image can be downloaded from the backup storage. 2.3.1 tells it of the image, not of its storages."""
    refs = _refs(row, draft.fields.get("backup_storage"))
    told = [*refs, row] if refs else []
    return next((each["exportUrl"] for each in told if each.get("exportUrl")), None)


def _export(draft):
    return {"exported": bool(_url(draft, draft.row)), "url": _url(draft, draft.row)}


def _not_exportable(draft):
    [storage] = draft.rows["backup_storage"]
    if not _refs(draft.row, storage["uuid"]):
        return f"backup_storage: {draft.title} does not lie on {storage.get('name')!r}; export it from where it lies"
    if draft.row.get("status") != "Ready":
        return f"{draft.title} is {draft.row.get('status')}; only an image that is Ready can be exported"
    return None


def _unexported(draft):
    """The inventory's fields once nothing is exported from the backup storage."""
    none = dict.fromkeys(_EXPORT)
    if "exportUrl" in IMAGE.inventory_of(draft.generation):
        return none
    ours = draft.fields["backup_storage"]
    refs = draft.row["backupStorageRefs"]
    return {"backupStorageRefs": [{**ref, **none} if ref["backupStorageUuid"] == ours else ref for ref in refs]}


IMAGE_EXPORT = (
    Action(
        name="image_export",
        state="present",
        api=api.EXPORT_IMAGE_FROM_BACKUP_STORAGE,
        fields=(_IMAGE, _STORAGE, Field("export_format", row=None, only="5.2", choices=("raw", "qcow2"))),
        subject="image",
        measure=_export,
        # Which URL it becomes the node says only then.
        wanted=lambda draft: {"exported": True, "url": _url(draft, draft.row)},
        refuses=_not_exportable,
        proves=_url,
    ),
    Action(
        name="image_export",
        state="absent",
        api=api.DELETE_EXPORTED_IMAGE_FROM_BACKUP_STORAGE,
        fields=(_IMAGE, _STORAGE),
        subject="image",
        measure=_export,
        wanted=lambda draft: {"exported": False, "url": None},
        foresees=_unexported,
        proves=lambda draft, row: not _url(draft, row),
    ),
)

# -- migration ---------------------------------------------------------------------------------------------------------

_SOURCE = Field("src_backup_storage", api="srcBackupStorageUuid", ref=BACKUP_STORAGE)


def _sources(draft):
    """Uuids of the backup storages that the image could leave."""
    told = draft.fields.get("src_backup_storage")
    lies = [ref["backupStorageUuid"] for ref in draft.row.get("backupStorageRefs") or ()]
    return [uuid for uuid in lies if told in (None, uuid)]


def _place(draft):
    """The backup storage that is wanted, where the image lies there, else the one that it would leave."""
    wanted = draft.fields["backup_storage"]
    return wanted if _refs(draft.row, wanted) else next(iter(_sources(draft)), None)


def _asking(draft):
    return {"srcBackupStorageUuid": _sources(draft)[0]} if len(_sources(draft)) == 1 else None


def _no_place(draft):
    sources = _sources(draft)
    if len(sources) > 1:
        names = ", ".join(sorted(map(str, draft.observer.names(BACKUP_STORAGE, sources).values())))
        return f"{draft.title} lies on {names}; give src_backup_storage to say which it is to leave"
    if not sources:
        [told] = draft.rows.get("src_backup_storage", [{}])
        where = f"on {told.get('name')!r}" if told else "on any backup storage"
        return f"src_backup_storage: {draft.title} does not lie {where}"
    if draft.row.get("status") != "Ready":
        return f"{draft.title} is {draft.row.get('status')}; only an image that is Ready moves"
    return not_among(draft, "backup_storage")


def _moved(draft):
    [source], there = _sources(draft), draft.fields["backup_storage"]
    refs = draft.row["backupStorageRefs"]
    return {
        "backupStorageRefs": [{**r, "backupStorageUuid": there} if r in _refs(draft.row, source) else r for r in refs]
    }


#: That an image lies on a certain backup storage.
IMAGE_ON_STORAGE = Action(
    name="image_migrate",
    api=api.BACKUP_STORAGE_MIGRATE_IMAGE,
    fields=(_IMAGE, Field("backup_storage", api="dstBackupStorageUuid", ref=BACKUP_STORAGE, required=True), _SOURCE),
    subject="image",
    aim="backup_storage",
    now=_place,
    asks=api.GET_BACKUP_STORAGE_CANDIDATES_FOR_IMAGE_MIGRATION,
    asking=_asking,
    refuses=_no_place,
    sends={"srcBackupStorageUuid": lambda draft: _sources(draft)[0]},
    foresees=_moved,
    proves=lambda draft, row: _refs(row, draft.fields["backup_storage"]),
)

IMAGE_CANDIDATES = Listing(
    "backup_storages",
    api.GET_BACKUP_STORAGE_CANDIDATES_FOR_IMAGE_MIGRATION,
    fields=(Field("src_backup_storage", api="srcBackupStorageUuid", ref=BACKUP_STORAGE, required=True),),
    resource=BACKUP_STORAGE,
)
