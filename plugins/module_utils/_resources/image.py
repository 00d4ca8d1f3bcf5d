# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Images, as far as other resources refer to them."""

from __future__ import annotations

from .._api import vm as vm_api
from .._api.queries import QUERY_IMAGE
from .resource import Resource
from .vm import VM
from .words import Field, Listing

IMAGE = Resource(
    name="image",
    query=QUERY_IMAGE,
    inventory=("uuid", "name", "description", "state", "status", "size", "actualSize", "md5Sum", "url", "mediaType")
    + ("guestOsType", "type", "platform", "format", "system", "backupStorageRefs", "createDate", "lastOpDate"),
    inventory_by={"2.3.1": ("exportUrl", "exportMd5Sum"), "5.2": ("architecture", "virtio", "systemTags")},
    gone={"status": ("Deleted",)},  # what is in the recycle bin keeps its name
)

ISO = Resource(
    name="iso", query=QUERY_IMAGE, narrow=(("mediaType", "ISO"),), gone=IMAGE.gone, inventory=IMAGE.inventory
)

ISO_CANDIDATES = Listing(
    "vms",
    vm_api.GET_CANDIDATE_VM_FOR_ATTACHING_ISO,
    fields=(Field("iso", api="isoUuid", ref=ISO, required=True),),
    resource=VM,
)
