# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""KVM hosts."""

from __future__ import annotations

from .declaration import (
    DELETE_MODE,
    DESCRIPTION,
    NAME,
    NEW_NAME,
    RESOURCE_UUID,
    SSH_PORT,
    TAG_UUIDS,
    UUID,
    Api,
    P,
    query,
)

QUERY_HOST = query("Host", "/hosts")
DELETE_HOST = Api("DeleteHost", "DELETE", "/hosts/{uuid}", UUID, DELETE_MODE)
UPDATE_HOST = Api(
    "UpdateHost", "PUT", "/hosts/{uuid}/actions", UUID, NAME, DESCRIPTION, P("managementIp", most=255, blank=False)
)
CHANGE_HOST_STATE = Api(
    "ChangeHostState",
    "PUT",
    "/hosts/{uuid}/actions",
    UUID,
    P("stateEvent", required=True, choices=("enable", "disable", "maintain")),
)
RECONNECT_HOST = Api("ReconnectHost", "PUT", "/hosts/{uuid}/actions", UUID)
GET_HOST_ALLOCATOR_STRATEGIES = Api(
    "GetHostAllocatorStrategies", "GET", "/hosts/allocators/strategies", returns=("strategies",)
)
GET_HYPERVISOR_TYPES = Api("GetHypervisorTypes", "GET", "/hosts/hypervisor-types", returns=("hypervisorTypes",))
UPDATE_KVM_HOST = Api(
    "UpdateKVMHost",
    "PUT",
    "/hosts/kvm/{uuid}/actions",
    P("username", most=255, blank=False),
    P("password", most=255, secret=True),
    SSH_PORT,
    UUID,
    NAME,
    DESCRIPTION,
    P("managementIp", most=255, blank=False),
)
ADD_KVM_HOST = Api(
    "AddKVMHost",
    "POST",
    "/hosts/kvm",
    P("username", required=True, most=255),
    P("password", required=True, most=255, secret=True),
    SSH_PORT,
    NEW_NAME,
    DESCRIPTION,
    P("managementIp", required=True, blank=False),
    P("clusterUuid", required=True),
    RESOURCE_UUID,
    TAG_UUIDS,
)
KVM_RUN_SHELL = Api(
    "KvmRunShell",
    "PUT",
    "/hosts/kvm/actions",
    P("hostUuids", "list", required=True, blank=False),
    P("script", required=True),
)
