# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Offerings of virtual routers: instance offerings of a type of their own, which no VM of a user can have."""

from __future__ import annotations

from ...errors import invalid
from ...family import Family, Typed
from ..compute.offering import ROUTER, instance_offering
from ..compute.zone import zone
from ..networks.network import l3
from ..storage.image import image

FIDELITY = {
    "CreateVirtualRouterOffering": ("approximated", "no router is made of it; the image may be of any kind"),
    "QueryVirtualRouterOffering": ("inferred", None),
    "UpdateVirtualRouterOffering": ("inferred", None),
}

TYPE = "VirtualRouter"
# The names under which clients of either generation ask for the type.
TYPES = (TYPE, "VirtualRouterOffering")

offering = instance_offering.subview(
    "org.zstack.network.service.virtualrouter.VirtualRouterOfferingInventory", where=instance_offering.c.type == TYPE
)

family = Family()
family.query("QueryVirtualRouterOffering", offering)


def _only_default(node, uuid, msg):
    """An offering that becomes the default one of its zone takes the flag from the others."""
    if msg.get("isDefault"):
        mine = instance_offering.get(node, uuid)
        for other in instance_offering.find(node, instance_offering.c.uuid != uuid, type=TYPE,
                                            zoneUuid=mine["zoneUuid"], isDefault=True):  # fmt: skip
            instance_offering.update(node, other["uuid"], isDefault=False)


PARTS = {"zoneUuid": zone, "managementNetworkUuid": l3, "publicNetworkUuid": l3, "imageUuid": image}


@family.api("CreateVirtualRouterOffering", refs=PARTS, creates=instance_offering)
def create(node, msg):
    if msg.get("type", TYPE) not in TYPES:
        raise invalid(f"type[{msg['type']}] is not {TYPE}")
    row = {
        "allocatorStrategy": "LastHostPreferredAllocatorStrategy", "cpuSpeed": 0, "isDefault": False,
        "publicNetworkUuid": msg["managementNetworkUuid"],
        **msg.picked("name", "description", "cpuNum", "memorySize", "reservedMemorySize", "allocatorStrategy",
                     "sortKey", "isDefault", *ROUTER),
        "type": TYPE, "state": "Enabled",
    }  # fmt: skip
    uuid = instance_offering.create(node, row, msg.get("resourceUuid"))
    _only_default(node, uuid, msg)
    return {"inventory": instance_offering.inventory(node, uuid, offering)}


@family.api("UpdateVirtualRouterOffering", refs={"uuid": Typed(instance_offering, TYPE, "VirtualRouterOfferingVO")})
def update(node, msg):
    changes = msg.picked("name", "description", "isDefault", "imageUuid", "allocatorStrategy")
    if "imageUuid" in changes:
        image.require(node, changes["imageUuid"])
    instance_offering.update(node, msg["uuid"], **changes)
    _only_default(node, msg["uuid"], msg)
    return {"inventory": instance_offering.inventory(node, msg["uuid"], offering)}
