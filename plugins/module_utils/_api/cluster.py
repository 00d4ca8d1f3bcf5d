# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clusters."""

from __future__ import annotations

from .declaration import DELETE_MODE, DESCRIPTION, NAME, NEW_NAME, RESOURCE_UUID, TAG_UUIDS, UUID, Api, P, query

CREATE_CLUSTER = Api(
    "CreateCluster",
    "POST",
    "/clusters",
    P("zoneUuid", required=True),
    NEW_NAME,
    DESCRIPTION,
    P("hypervisorType", required=True, only="2.3.1", choices=("KVM", "Simulator")),
    P("hypervisorType", required=True, only="5.2", choices=("KVM", "Simulator", "baremetal", "baremetal2", "xdragon")),
    P("type", only="2.3.1", choices=("zstack",)),
    P("type", only="5.2", choices=("zstack", "baremetal", "baremetal2")),
    RESOURCE_UUID,
    P("architecture", only="5.2", choices=("x86_64", "aarch64", "mips64el", "loongarch64")),
    TAG_UUIDS,
)
DELETE_CLUSTER = Api("DeleteCluster", "DELETE", "/clusters/{uuid}", UUID, DELETE_MODE)
QUERY_CLUSTER = query("Cluster", "/clusters")
UPDATE_CLUSTER = Api("UpdateCluster", "PUT", "/clusters/{uuid}/actions", UUID, NAME, DESCRIPTION)
CHANGE_CLUSTER_STATE = Api(
    "ChangeClusterState",
    "PUT",
    "/clusters/{uuid}/actions",
    UUID,
    P("stateEvent", required=True, choices=("enable", "disable")),
)
UPDATE_CLUSTER_OS = Api(
    "UpdateClusterOS",
    "PUT",
    "/clusters/{uuid}/actions",
    UUID,
    RESOURCE_UUID,
    P("hostUuid", only="5.2"),
    P("excludePackages", "list", only="5.2", blank=False),
    P("updatePackages", "list", only="5.2", blank=False),
    P("releaseVersion", only="5.2", blank=False),
    P("force", "bool", only="5.2"),
    TAG_UUIDS,
)
