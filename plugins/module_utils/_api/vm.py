# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the hardware side needs of VM instances."""

from __future__ import annotations

from .declaration import DELETE_MODE, DESCRIPTION, NAME, NEW_NAME, RESOURCE_UUID, UUID, Api, P, query

_LONG = 9223372036854775807

FLATTEN_VM_INSTANCE = Api(
    "FlattenVmInstance",
    "PUT",
    "/vm-instances/{uuid}/actions",
    UUID,
    P("full", "bool"),
    P("dryRun", "bool"),
    only="5.2",
    reads="dryRun",
)
CREATE_FAULT_TOLERANCE_VM_INSTANCE = Api(
    "CreateFaultToleranceVmInstance",
    "POST",
    "/vm-instances/fault-tolerance",
    NEW_NAME,
    P("instanceOfferingUuid"),
    P("cpuNum", "int"),
    P("memorySize", "int"),
    P("reservedMemorySize", "int", range=(0, _LONG)),
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
    returns=("primaryVmInventory", "faultToleranceVmGroupInventory"),
)
GET_CANDIDATE_VM_FOR_ATTACHING_ISO = Api(
    "GetCandidateVmForAttachingIso", "GET", "/images/iso/{isoUuid}/vm-candidates", P("isoUuid", required=True)
)
QUERY_FAULT_TOLERANCE_VM = query("FaultToleranceVm", "/vm-instances/fault-tolerance", only="5.2")
GET_FAULT_TOLERANCE_VMS = Api(
    "GetFaultToleranceVms",
    "GET",
    "/vm-instances/fault-tolerance/sub-vms",
    P("faultToleranceVmUuid", required=True),
    only="5.2",
    returns=("primaryVmInventory",),
)
UPDATE_VM_INSTANCE = Api(
    "UpdateVmInstance",
    "PUT",
    "/vm-instances/{uuid}/actions",
    UUID,
    NAME,
    DESCRIPTION,
    P("state", choices=("Stopped", "Running")),
    P("defaultL3NetworkUuid"),
    P("platform", choices=("Linux", "Windows", "Other", "Paravirtualization", "WindowsVirtio")),
    P("cpuNum", "int", range=(1, 1024)),
    P("memorySize", "int", range=(1, _LONG)),
    P("reservedMemorySize", "int", only="5.2", range=(0, _LONG)),
    P("guestOsType", only="5.2", most=255),
)
START_VM_INSTANCE = Api("StartVmInstance", "PUT", "/vm-instances/{uuid}/actions", UUID, P("clusterUuid"), P("hostUuid"))
STOP_VM_INSTANCE = Api(
    "StopVmInstance",
    "PUT",
    "/vm-instances/{uuid}/actions",
    UUID,
    P("type", choices=("grace", "cold")),
    P("stopHA", choices=("true",)),
)
DESTROY_VM_INSTANCE = Api("DestroyVmInstance", "DELETE", "/vm-instances/{uuid}", UUID, DELETE_MODE)
RECOVER_VM_INSTANCE = Api("RecoverVmInstance", "PUT", "/vm-instances/{uuid}/actions", UUID)
EXPUNGE_VM_INSTANCE = Api("ExpungeVmInstance", "PUT", "/vm-instances/{uuid}/actions", UUID, returns=())
GET_VM_MIGRATION_CANDIDATE_HOSTS = Api(
    "GetVmMigrationCandidateHosts",
    "GET",
    "/vm-instances/{vmInstanceUuid}/migration-target-hosts",
    P("vmInstanceUuid", required=True),
)
GET_CANDIDATE_ISO_FOR_ATTACHING_VM = Api(
    "GetCandidateIsoForAttachingVm",
    "GET",
    "/vm-instances/{vmInstanceUuid}/iso-candidates",
    P("vmInstanceUuid", required=True),
)
