# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is plugged into VMs: NICs and ISOs."""

from __future__ import annotations

from sqlalchemy import select

from ...errors import invalid, refused
from ...family import Family
from ...store import tag
from ..networks.network import ip_range, l2_cluster, l3, used_ip
from ..storage.image import image, image_ref
from ..storage.primary_storage import primary_storage
from ..storage.volume import volume
from .creation import add_cd_rom, add_nic, images_within, load
from .vm import OPERABLE, cd_rom, check_state, nic, operable, vm

CD_ROMS = 3  # what a VM of 2.3.1 can have

family = Family()

FIDELITY = {
    "AttachIsoToVmInstance": ("inferred", "2.3.1 shows it as the system tag iso::<uuid>::<deviceId> only"),
    "GetCandidateVmForAttachingIso": ("read", None),
    **dict.fromkeys(("AttachL3NetworkToVm", "DetachL3NetworkFromVm", "DetachIsoFromVmInstance",
                     "GetCandidateIsoForAttachingVm"), ("inferred", None)),
}  # fmt: skip


# -- NICs -------------------------------------------------------------------------------------------------------


@family.api("AttachL3NetworkToVm", refs={"vmInstanceUuid": vm, "l3NetworkUuid": l3}, everyone=True)
def attach_l3(node, msg):
    row, network = operable(node, msg["vmInstanceUuid"]), l3.get(node, msg["l3NetworkUuid"])
    check_state(row, "AttachL3NetworkToVm", OPERABLE)
    if nic.find(node, vmInstanceUuid=row["uuid"], l3NetworkUuid=network["uuid"]):
        raise refused(f"L3 network[uuid:{network['uuid']}] is attached to vm[uuid:{row['uuid']}] already")
    if network["state"] == "Disabled":
        raise refused(f"L3 network[uuid:{network['uuid']}] is Disabled")
    reach = select(l2_cluster.c.clusterUuid).where(l2_cluster.c.l2NetworkUuid == network["l2NetworkUuid"])
    if row["clusterUuid"] not in node.execute(reach).scalars().all():
        raise refused(f"L3 network[uuid:{network['uuid']}] does not reach the cluster of vm[uuid:{row['uuid']}]")
    add_nic(node, row["uuid"], network["uuid"], msg.get("staticIp"))
    if row["defaultL3NetworkUuid"] is None:
        vm.update(node, row["uuid"], defaultL3NetworkUuid=network["uuid"])
    return {"inventory": vm.inventory(node, row["uuid"])}


@family.api("DetachL3NetworkFromVm", refs={"vmNicUuid": nic}, everyone=True)
def detach_l3(node, msg):
    row = operable(node, nic.get(node, msg["vmNicUuid"])["vmInstanceUuid"])
    check_state(row, "DetachL3NetworkFromVm", OPERABLE)
    nic.destroy(node, msg["vmNicUuid"])
    return {"inventory": vm.inventory(node, row["uuid"])}


@nic.on_delete(order=50)
def nic_goes(node, row, _force):
    """A VM that loses its default network takes the next one."""
    guest = vm.get(node, row["vmInstanceUuid"])
    if guest["defaultL3NetworkUuid"] == row["l3NetworkUuid"]:
        left = nic.find(node, nic.c.uuid != row["uuid"], vmInstanceUuid=guest["uuid"])
        vm.update(node, guest["uuid"], defaultL3NetworkUuid=left[0]["l3NetworkUuid"] if left else None)


@l3.on_delete(order=10)
def l3_goes(node, row, force):
    for each in nic.find(node, l3NetworkUuid=row["uuid"]):
        nic.destroy(node, each["uuid"], force)


@ip_range.on_delete(order=10)
def range_goes(node, row, force):
    for each in used_ip.find(node, used_ip.c.vmNicUuid.is_not(None), ipRangeUuid=row["uuid"]):
        nic.destroy(node, each["vmNicUuid"], force)


# -- ISOs -------------------------------------------------------------------------------------------------------


def reaches(node, row, iso_uuid):
    """Whether the storage of a VM's root volume can take an ISO from a backup storage."""
    root = volume.get(node, row["rootVolumeUuid"])
    storage = root and primary_storage.get(node, root["primaryStorageUuid"])
    return storage is not None and storage["type"] in images_within(node, iso_uuid, row["zoneUuid"])


@family.api("GetCandidateVmForAttachingIso", refs={"isoUuid": image}, everyone=True)
def iso_candidates(node, msg):
    if not image_ref.find(node, imageUuid=msg["isoUuid"], status="Ready"):
        return {"inventories": []}
    rows = vm.find(node, vm.c.state.in_(OPERABLE))
    return {"inventories": vm.inventories(node, [row for row in rows if reaches(node, row, msg["isoUuid"])])}


@family.api("GetCandidateIsoForAttachingVm", refs={"vmInstanceUuid": vm}, everyone=True)
def isos_for(node, msg):
    row = vm.get(node, msg["vmInstanceUuid"])
    if row["state"] not in OPERABLE:
        return {"inventories": []}
    loaded = {each["isoUuid"] for each in cd_rom.find(node, vmInstanceUuid=row["uuid"])}
    rows = image.find(node, mediaType="ISO", state="Enabled", status="Ready")
    rows = [each for each in rows if each["uuid"] not in loaded and reaches(node, row, each["uuid"])]
    return {"inventories": image.inventories(node, rows)}


@family.api("AttachIsoToVmInstance", refs={"vmInstanceUuid": vm, "isoUuid": image}, everyone=True)
def attach_iso(node, msg):
    row, iso = operable(node, msg["vmInstanceUuid"]), image.get(node, msg["isoUuid"])
    check_state(row, "AttachIsoToVmInstance", OPERABLE)
    if iso["mediaType"] != "ISO":
        raise invalid(f"image[uuid:{iso['uuid']}] is no ISO")
    if iso["state"] == "Disabled" or iso["status"] != "Ready":
        raise refused(f"ISO[uuid:{iso['uuid']}] is {iso['state']} and {iso['status']}")
    slots = cd_rom.find(node, vmInstanceUuid=row["uuid"])
    if any(each["isoUuid"] == iso["uuid"] for each in slots):
        raise refused(f"ISO[uuid:{iso['uuid']}] is attached to vm[uuid:{row['uuid']}] already")
    if not reaches(node, row, iso["uuid"]):
        raise refused(f"ISO[uuid:{iso['uuid']}] is on no backup storage that vm[uuid:{row['uuid']}] can reach")
    free = [each for each in slots if each["isoUuid"] is None]
    if not free and (not node.old or len(slots) >= CD_ROMS):
        raise refused(f"all CD-ROMs of vm[uuid:{row['uuid']}] are in use")
    slot = free[0] if free else cd_rom.get(node, add_cd_rom(node, row["uuid"]))
    yield
    load(node, slot, iso)
    return {"inventory": vm.inventory(node, row["uuid"])}


@family.api("DetachIsoFromVmInstance", refs={"vmInstanceUuid": vm, "isoUuid": image}, everyone=True)
def detach_iso(node, msg):
    row = operable(node, msg["vmInstanceUuid"])
    check_state(row, "DetachIsoFromVmInstance", OPERABLE)
    for slot in cd_rom.find(node, cd_rom.c.isoUuid.is_not(None), vmInstanceUuid=row["uuid"]):
        if msg.get("isoUuid") in (None, slot["isoUuid"]):
            for each in tag.find(node, resourceUuid=row["uuid"], tag=f"iso::{slot['isoUuid']}::{slot['deviceId']}"):
                tag.delete(node, each["uuid"])
            cd_rom.update(node, slot["uuid"], isoUuid=None, isoInstallPath=None)
    return {"inventory": vm.inventory(node, row["uuid"])}
