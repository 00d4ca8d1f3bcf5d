# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the hardware side needs of VM instances."""

from __future__ import annotations

from .declaration import DESCRIPTION, NEW_NAME, RESOURCE_UUID, UUID, Api, P

FLATTEN_VM_INSTANCE = Api(
    "FlattenVmInstance", "PUT", "/vm-instances/{uuid}/actions", UUID, P("full", "bool"), P("dryRun", "bool"), only="5.2"
)
CREATE_FAULT_TOLERANCE_VM_INSTANCE = Api(
    "CreateFaultToleranceVmInstance",
    "POST",
    "/vm-instances/fault-tolerance",
    NEW_NAME,
    P("instanceOfferingUuid"),
    P("cpuNum", "int"),
    P("memorySize", "int"),
    P("reservedMemorySize", "int", range=(0, 9223372036854775807)),
    P("imageUuid", required=True),
    P("l3NetworkUuids", "list", required=True, blank=False),
    P("dataDiskOfferingUuids", "list"),
    P("zoneUuid"),
    P("clusterUuid"),
    P("hostUuid"),
    P("primaryStorageUuidForRootVolume"),
    DESCRIPTION,
    P("defaultL3NetworkUuid"),
    P("rootVolumeSystemTags", "list"),
    P("dataVolumeSystemTags", "list"),
    P("strategy"),
    P("type"),
    RESOURCE_UUID,
    P("tagUuids", "list"),
    only="5.2",
)
GET_CANDIDATE_VM_FOR_ATTACHING_ISO = Api(
    "GetCandidateVmForAttachingIso", "GET", "/images/iso/{isoUuid}/vm-candidates", P("isoUuid", required=True)
)
