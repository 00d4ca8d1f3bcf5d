# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""VM instances, as far as other resources refer to them, and that one stands by itself."""

from __future__ import annotations

from .._api.queries import QUERY_VM_INSTANCE
from .._api.vm import FLATTEN_VM_INSTANCE
from .cluster import CLUSTER
from .host import HOST
from .resource import Resource
from .words import Action, Field
from .zone import ZONE

VM = Resource(
    name="vm",
    query=QUERY_VM_INSTANCE,
    inventory=(
        *("uuid", "name", "description", "state", "type", "platform", "hypervisorType"),
        *("zoneUuid", "clusterUuid", "hostUuid", "lastHostUuid", "imageUuid", "instanceOfferingUuid", "rootVolumeUuid"),
        *("defaultL3NetworkUuid", "cpuNum", "cpuSpeed", "memorySize", "allocatorStrategy", "vmNics", "allVolumes"),
        *("internalId", "createDate", "lastOpDate"),
    ),
    gone={"state": ("Destroyed", "Expunging")},  # what is in the recycle bin keeps its name
    nests={
        "vmNics": ("uuid", "l3NetworkUuid", "ip", "mac", "netmask", "gateway", "deviceId"),
        "allVolumes": (
            *("uuid", "name", "type", "size", "actualSize", "format", "primaryStorageUuid", "installPath"),
            *("diskOfferingUuid", "rootImageUuid", "deviceId", "state", "status", "isShareable"),
        ),
        "vmCdRoms": ("uuid", "name", "deviceId", "isoUuid"),
    },
    inventory_by={"5.2": ("architecture", "reservedMemorySize", "vmCdRoms", "guestOsType")},
    names={"zoneUuid": ZONE, "clusterUuid": CLUSTER, "hostUuid": HOST},
)


def _sizes(vm):
    """Of each volume what it takes on its storage: with a backing image that is what differs from the image."""
    volumes = sorted(vm.get("allVolumes") or (), key=lambda volume: (str(volume.get("name")), volume["uuid"]))
    return [{"name": v.get("name"), "uuid": v["uuid"], "actual_size": v.get("actualSize")} for v in volumes]


def _asking(draft):
    full = draft.fields.get("full")
    return {"uuid": draft.uuid, "dryRun": True, **({} if full is None else {"full": full})}


VM_FLATTEN = Action(
    name="vm_flatten",
    api=FLATTEN_VM_INSTANCE,
    fields=(Field("vm", api="uuid", ref=VM, required=True), Field("full", type="bool")),
    subject="vm",
    asks=FLATTEN_VM_INSTANCE,
    asking=_asking,
    # The dry run tells the VM instance as it would be.
    measure=lambda draft: {"volumes": _sizes(draft.row)},
    wanted=lambda draft: {"volumes": draft.asked and _sizes(draft.asked["inventory"])},
    only="5.2",
)
