# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data volumes of VMs: attached, detached, and what could be."""

from __future__ import annotations

from ...errors import ApiError, refused
from ...family import Family
from ..storage import primary_storage as storages
from ..storage.volume import data_volume, guest_hooks, home_of, pick_storage, place, release, volume
from .vm import OPERABLE, check_state, vm

DATA_VOLUMES = 24  # what a VM can have attached

family = Family()

FIDELITY = {
    "AttachDataVolumeToVm": ("inferred", "hot plugging never fails"),
    **dict.fromkeys(("DetachDataVolumeFromVm", "GetDataVolumeAttachableVm", "GetVmAttachableDataVolume"),
                    ("inferred", None)),
}  # fmt: skip


def _guest_allows(node, row, api, states):
    if row["vmInstanceUuid"] is not None:
        check_state(vm.get(node, row["vmInstanceUuid"]), api, states)


guest_hooks.append(_guest_allows)


def _attachable(node, row, machine):
    """Raises what hinders a data volume from being attached to a VM."""
    check_state(machine, "AttachDataVolumeToVm", OPERABLE)
    if row["vmInstanceUuid"] is not None and not row["isShareable"]:
        raise refused(f"volume[uuid:{row['uuid']}] is attached to vm[uuid:{row['vmInstanceUuid']}] already")
    if row["state"] == "Disabled":
        raise refused(f"volume[uuid:{row['uuid']}] is Disabled")
    if row["status"] not in ("Ready", "NotInstantiated"):
        raise refused(f"volume[uuid:{row['uuid']}] is {row['status']}")
    if len(volume.find(node, vmInstanceUuid=machine["uuid"], type="Data")) >= DATA_VOLUMES:
        raise refused(f"vm[uuid:{machine['uuid']}] has {DATA_VOLUMES} data volumes, no more can be attached")
    reach = row["primaryStorageUuid"]
    if reach is not None and not storages.attached(node, reach, machine["clusterUuid"]):
        raise refused(f"the volume's primary storage is not attached to the cluster of vm[uuid:{machine['uuid']}]")


@family.api("AttachDataVolumeToVm", everyone=True)
def attach(node, msg):
    row, machine = volume.require(node, msg["volumeUuid"]), vm.require(node, msg["vmInstanceUuid"])
    row = data_volume(node, row["uuid"])
    _attachable(node, row, machine)
    yield
    row, machine = volume.require(node, row["uuid"]), vm.require(node, machine["uuid"])
    _attachable(node, row, machine)
    if row["primaryStorageUuid"] is None:
        home = home_of(node, machine)
        place(node, row["uuid"], pick_storage(node, machine["clusterUuid"], row["size"], home), home)
    used = {each["deviceId"] for each in volume.find(node, vmInstanceUuid=machine["uuid"])}
    free = min(set(range(len(used) + 1)) - used)
    volume.update(node, row["uuid"], vmInstanceUuid=machine["uuid"], lastAttachDate=node.now(), deviceId=free)
    return {"inventory": volume.inventory(node, row["uuid"])}


@family.api("DetachDataVolumeFromVm", refs={"uuid": volume}, everyone=True)
def detach(node, msg):
    row = data_volume(node, msg["uuid"])
    if row["vmInstanceUuid"] is None:
        raise refused(f"volume[uuid:{row['uuid']}] is not attached to any VM")
    if msg.get("vmUuid", row["vmInstanceUuid"]) != row["vmInstanceUuid"]:
        raise refused(f"volume[uuid:{row['uuid']}] is not attached to vm[uuid:{msg['vmUuid']}]")
    check_state(vm.get(node, row["vmInstanceUuid"]), "DetachDataVolumeFromVm", (*OPERABLE, "Paused", "Destroyed"))
    yield
    release(node, row)
    return {"inventory": volume.inventory(node, row["uuid"])}


@family.api("GetDataVolumeAttachableVm", refs={"volumeUuid": volume}, everyone=True)
def attachable_vms(node, msg):
    row = data_volume(node, msg["volumeUuid"])
    rows = [each for each in vm.find(node, vm.c.state.in_(OPERABLE)) if _fits(node, row, each)]
    return {"inventories": vm.inventories(node, rows)}


@family.api("GetVmAttachableDataVolume", everyone=True)
def attachable_volumes(node, msg):
    machine = vm.require(node, msg["vmInstanceUuid"])
    rows = [each for each in volume.find(node, type="Data") if _fits(node, each, machine)]
    return {"inventories": volume.inventories(node, rows)}


def _fits(node, row, machine):
    try:
        _attachable(node, row, machine)
    except ApiError:
        return False
    return True
