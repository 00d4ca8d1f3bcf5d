# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clusters."""

from __future__ import annotations

from .declaration import Api, P, query

CREATE_CLUSTER = Api(
    "CreateCluster",
    "POST",
    "/clusters",
    P("zoneUuid", required=True),
    P("name", required=True, most=255),
    P("description", most=2048),
    P("hypervisorType", required=True, only="2.3.1", choices=("KVM", "Simulator")),
    P("hypervisorType", required=True, only="5.2", choices=("KVM", "Simulator", "baremetal", "baremetal2", "xdragon")),
    P("type", only="2.3.1", choices=("zstack",)),
    P("type", only="5.2", choices=("zstack", "baremetal", "baremetal2")),
    P("resourceUuid"),
    P("architecture", only="5.2", choices=("x86_64", "aarch64", "mips64el", "loongarch64")),
    P("tagUuids", "list", only="5.2"),
)
DELETE_CLUSTER = Api(
    "DeleteCluster",
    "DELETE",
    "/clusters/{uuid}",
    P("uuid", required=True),
    P("deleteMode", choices=("Permissive", "Enforcing")),
)
QUERY_CLUSTER = query("Cluster", "/clusters")
UPDATE_CLUSTER = Api(
    "UpdateCluster",
    "PUT",
    "/clusters/{uuid}/actions",
    P("uuid", required=True),
    P("name", most=255),
    P("description", most=2048),
)
CHANGE_CLUSTER_STATE = Api(
    "ChangeClusterState",
    "PUT",
    "/clusters/{uuid}/actions",
    P("uuid", required=True),
    P("stateEvent", required=True, choices=("enable", "disable")),
)
UPDATE_CLUSTER_OS = Api(
    "UpdateClusterOS",
    "PUT",
    "/clusters/{uuid}/actions",
    P("uuid", required=True),
    P("resourceUuid"),
    P("hostUuid", only="5.2"),
    P("excludePackages", "list", only="5.2", blank=False),
    P("updatePackages", "list", only="5.2", blank=False),
    P("releaseVersion", only="5.2", blank=False),
    P("force", "bool", only="5.2"),
    P("tagUuids", "list", only="5.2"),
)
