# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""VM instances: their life on hosts, NICs, CD-ROMs, and the fault-tolerant ones."""

from __future__ import annotations

from ..store import Resource, number, ref, text
from . import Family
from .cluster import cluster
from .host import host
from .image import image
from .network import l3, used_ip
from .volume import volume
from .zone import zone

VM_STATES = ("Created", "Starting", "Running", "Stopping", "Stopped", "Rebooting", "Destroying", "Destroyed",
             "Migrating", "Expunging", "Pausing", "Paused", "Resuming", "VolumeMigrating", "VolumeRecovering",
             "Error", "NoState", "Unknown", "Crashed")  # fmt: skip

vm = Resource(
    "vm", "VmInstanceVO", "org.zstack.header.vm.VmInstanceInventory",
    text("name", index=True), text("description"), ref("zoneUuid", "zone"), ref("clusterUuid", "cluster", "SET NULL"),
    ref("imageUuid", "image", "SET NULL"), ref("hostUuid", "host"), ref("lastHostUuid", "host", "SET NULL"),
    ref("instanceOfferingUuid", "instance_offering", "SET NULL"), text("rootVolumeUuid", index=True),
    text("platform"), text("architecture", since="5.2"), ref("defaultL3NetworkUuid", "l3_network", "SET NULL"),
    text("type"), text("hypervisorType"), number("memorySize"), number("reservedMemorySize", since="5.2"),
    number("cpuNum"), number("cpuSpeed"), text("allocatorStrategy"), text("state", index=True, values=VM_STATES),
    text("guestOsType", since="5.2"),
)  # fmt: skip
nic = Resource(
    "vm_nic", "VmNicVO", "org.zstack.header.vm.VmNicInventory",
    ref("vmInstanceUuid", "vm"), ref("l3NetworkUuid", "l3_network"), text("ip", index=True), text("mac", unique=True),
    text("hypervisorType", since="5.2"), text("netmask"), text("gateway"), text("metaData"),
    number("ipVersion", since="5.2"), text("driverType", since="5.2"), text("internalName", since="5.2"),
    number("deviceId"), text("type", since="5.2"), text("state", since="5.2"),
)  # fmt: skip
cd_rom = Resource(
    "vm_cd_rom", "VmCdRomVO", "org.zstack.header.vm.cdrom.VmCdRomInventory",
    ref("vmInstanceUuid", "vm"), number("deviceId"), ref("isoUuid", "image", "SET NULL"), text("isoInstallPath"),
    text("name"), text("description"), text("protocol", since="5.2"),
)  # fmt: skip

vm.nests("vmNics", lambda: nic.view, "vmInstanceUuid")
vm.nests("allVolumes", lambda: volume.view, "vmInstanceUuid")
vm.nests("vmCdRoms", lambda: cd_rom.view, "vmInstanceUuid", since="5.2")
nic.nests("usedIps", lambda: used_ip.view, "vmNicUuid", since="5.2")
for name, target in (("zone", "zone"), ("cluster", "cluster"), ("host", "host"), ("image", "image"),
                     ("instanceOffering", "instance_offering")):  # fmt: skip
    vm.relates(name, target, own=f"{name}Uuid")
vm.relates("rootVolume", "volume", own="rootVolumeUuid")
for each in (zone, cluster, host, image):
    each.relates("vmInstance", "vm", theirs=f"{each.name}Uuid")
nic.relates("vmInstance", "vm", own="vmInstanceUuid")
nic.relates("l3Network", "l3_network", own="l3NetworkUuid")
nic.relates("eip", "eip", theirs="vmNicUuid")
cd_rom.relates("vmInstance", "vm", own="vmInstanceUuid")
l3.relates("vmInstance", "vm", through=(nic.table, "l3NetworkUuid", "vmInstanceUuid"))

family = Family()
