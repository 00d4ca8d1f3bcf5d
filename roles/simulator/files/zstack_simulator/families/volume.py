# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Volumes of VMs."""

from __future__ import annotations

from ..store import Resource, flag, moment, number, ref, text
from . import Family
from .zone import STATES

volume = Resource(
    "volume", "VolumeVO", "org.zstack.header.volume.VolumeInventory",
    text("name", index=True), text("description"), text("primaryStorageUuid", index=True),
    ref("vmInstanceUuid", "vm"), ref("diskOfferingUuid", "disk_offering", "SET NULL"),
    ref("rootImageUuid", "image", "SET NULL"), text("installPath"), text("type", values=("Root", "Data")),
    text("format"), number("size"), number("actualSize"), number("deviceId"), text("state", values=STATES.values()),
    text("status", values=("Creating", "NotInstantiated", "Ready", "Deleted", "Migrating")), flag("isShareable"),
    text("volumeQos", since="5.2"), moment("lastDetachDate", since="5.2"), text("lastVmInstanceUuid", since="5.2"),
    moment("lastAttachDate", since="5.2"), text("protocol", since="5.2"),
)  # fmt: skip
volume.relates("vmInstance", "vm", own="vmInstanceUuid")
volume.relates("diskOffering", "disk_offering", own="diskOfferingUuid")
volume.relates("image", "image", own="rootImageUuid")
volume.relates("primaryStorage", "primary_storage", own="primaryStorageUuid")
volume.relates("snapshot", "volume_snapshot", theirs="volumeUuid")

family = Family()
