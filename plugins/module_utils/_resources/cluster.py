# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clusters."""

from __future__ import annotations

from .._api import baremetal as baremetal_api
from .._api import cluster as api
from .._api import host as host_api
from .._api import primary_storage as ps_api
from .._api.queries import QUERY_VM_INSTANCE
from .common import FORCED, RUNNING, enabling
from .primary import PRIMARY_STORAGE
from .resource import Resource
from .words import Attachments, Dependents, Field, Stops, Tags
from .zone import ZONE

CLUSTER = Resource(
    name="cluster",
    query=api.QUERY_CLUSTER,
    create=api.CREATE_CLUSTER,
    delete=api.DELETE_CLUSTER,
    forced=FORCED,
    identity=(("name", "zone"),),
    inventory=(
        "uuid",
        "name",
        "description",
        "state",
        "hypervisorType",
        "type",
        "zoneUuid",
        "createDate",
        "lastOpDate",
    ),
    inventory_by={"5.2": ("architecture",)},
    created={"state": "Enabled", "type": "zstack"},
    words=(
        Field("name", update=(api.UPDATE_CLUSTER,)),
        Field("description", update=(api.UPDATE_CLUSTER,)),
        Field("zone", api="zoneUuid", ref=ZONE),
        Field("hypervisor_type", choices=("KVM", "Simulator", "baremetal", "baremetal2", "xdragon")),
        Field("type", choices=("zstack", "baremetal", "baremetal2")),
        Field("architecture", only="5.2", choices=("x86_64", "aarch64", "mips64el", "loongarch64")),
        *enabling(api.CHANGE_CLUSTER_STATE, spreads=("host",)),
        Attachments(
            "primary_storages",
            of=PRIMARY_STORAGE,
            theirs="attachedClusterUuids",
            within="zoneUuid",
            add=ps_api.ATTACH_PRIMARY_STORAGE_TO_CLUSTER,
            remove=ps_api.DETACH_PRIMARY_STORAGE_FROM_CLUSTER,
            this="clusterUuid",
            other="primaryStorageUuid",
            stops=Stops(QUERY_VM_INSTANCE, "clusterUuid", RUNNING),
            stops_there="allVolumes.primaryStorageUuid",
        ),
        Tags("ClusterVO"),
        Dependents("hosts", host_api.QUERY_HOST, "clusterUuid"),
        Dependents("VM instances", QUERY_VM_INSTANCE, "clusterUuid"),
        Dependents("chassis", baremetal_api.QUERY_BAREMETAL_CHASSIS, "clusterUuid", only="5.2"),
    ),
)
