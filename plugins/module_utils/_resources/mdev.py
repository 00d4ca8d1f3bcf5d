# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mediated devices, which parts of PCI devices are, and that a VM instance has one. ZStack 5.2 only."""

from __future__ import annotations

from .._api import mdev as api
from .cluster import CLUSTER
from .host import HOST
from .pci import PCI_DEVICE
from .places import PLACES
from .resource import Resource
from .vm import VM
from .words import Field, Listing, Member

MDEV_SPEC = Resource(
    name="mdev_spec",
    query=api.QUERY_MDEV_DEVICE_SPEC,
    inventory=("uuid", "name", "description", "specification", "type", "state", "vendor", "createDate", "lastOpDate"),
    only="5.2",
)

MDEV_DEVICE = Resource(
    name="mdev_device",
    query=api.QUERY_MDEV_DEVICE,
    inventory=(
        *("uuid", "name", "description", "parentUuid", "mttyUuid", "hostUuid", "vmInstanceUuid", "mdevSpecUuid"),
        *("type", "state", "status", "chooser", "vendor", "createDate", "lastOpDate"),
    ),
    names={"hostUuid": HOST, "vmInstanceUuid": VM, "mdevSpecUuid": MDEV_SPEC},
    only="5.2",
)

#: By what info modules narrow down mediated devices.
MDEV_SCOPES = {**PLACES, "pci_device": (PCI_DEVICE, "parentUuid"), "mdev_spec": (MDEV_SPEC, "mdevSpecUuid")}

MDEV_ATTACHMENT = Member(
    name="mdev_attachment",
    holder="vm",
    to=VM,
    member="mdev_device",
    of=MDEV_DEVICE,
    row="vmInstanceUuid",
    add=api.ATTACH_MDEV_DEVICE_TO_VM,
    remove=api.DETACH_MDEV_DEVICE_FROM_VM,
    this="vmInstanceUuid",
    other="mdevDeviceUuid",
    criteria=(
        Field("mdev_spec", api="mdevSpecUuid", ref=MDEV_SPEC),
        Field("pci_device", api="parentUuid", ref=PCI_DEVICE),
        Field("type"),
        Field("vendor"),
    ),
    candidates=api.GET_MDEV_DEVICE_CANDIDATES,
    asking=lambda draft: {"vmInstanceUuid": draft.holder},
    needs={"state": ("Enabled",), "status": ("Active",)},
    place="hostUuid",
    hint="is the IOMMU of its host on, see the option iommu of zstack_kvm_host?",
    becomes={"status": ("Attached",), "chooser": ("Device",)},
    label=("name", "uuid"),
    only="5.2",
)

MDEV_CANDIDATES = Listing(
    "mdev_devices",
    api.GET_MDEV_DEVICE_CANDIDATES,
    fields=(
        Field("vm", api="vmInstanceUuid", ref=VM),
        Field("host", api="hostUuid", ref=HOST),
        Field("clusters", api="clusterUuids", type="list", ref=CLUSTER),
        Field("types", type="list"),
    ),
    resource=MDEV_DEVICE,
    exclusive=("vm", "host", "clusters"),
    only="5.2",
)
