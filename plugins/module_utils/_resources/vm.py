# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""VM instances, as far as other resources refer to them."""

from __future__ import annotations

from .._api.queries import QUERY_VM_INSTANCE
from .cluster import CLUSTER
from .host import HOST
from .resource import Resource
from .zone import ZONE

VM = Resource(
    name="vm",
    query=QUERY_VM_INSTANCE,
    inventory=("uuid", "name", "description", "state", "type", "platform", "hypervisorType")
    + ("zoneUuid", "clusterUuid", "hostUuid", "lastHostUuid", "imageUuid", "instanceOfferingUuid", "rootVolumeUuid")
    + ("defaultL3NetworkUuid", "cpuNum", "cpuSpeed", "memorySize", "allocatorStrategy", "vmNics", "allVolumes")
    + ("createDate", "lastOpDate"),
    gone={"state": ("Destroyed", "Expunging")},  # what is in the recycle bin keeps its name
    inventory_by={"5.2": ("architecture", "reservedMemorySize", "vmCdRoms", "guestOsType")},
    names={"zoneUuid": ZONE, "clusterUuid": CLUSTER, "hostUuid": HOST},
)
