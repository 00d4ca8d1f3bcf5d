# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Instance offerings and disk offerings: the sizes that VMs and volumes come in."""

from __future__ import annotations

from ..store import Resource, number, text
from . import Family
from .zone import STATES

instance_offering = Resource(
    "instance_offering", "InstanceOfferingVO", "org.zstack.header.configuration.InstanceOfferingInventory",
    text("name", index=True), text("description"), number("cpuNum"), number("cpuSpeed"), number("memorySize"),
    number("reservedMemorySize", since="5.2"), text("type"), text("allocatorStrategy"), number("sortKey"),
    text("state", values=STATES.values()),
)  # fmt: skip
disk_offering = Resource(
    "disk_offering", "DiskOfferingVO", "org.zstack.header.configuration.DiskOfferingInventory",
    text("name", index=True), text("description"), number("diskSize"), number("sortKey"),
    text("state", values=STATES.values()), text("type"), text("allocatorStrategy"),
)  # fmt: skip

family = Family()
