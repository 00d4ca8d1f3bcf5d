# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Volumes that move between storages, and between the hosts of a local storage."""

from __future__ import annotations

from sqlalchemy import select

from ...errors import ApiError, invalid, refused
from ...family import Family
from ..compute.host import generic as generic_host
from ..compute.host import host
from ..networks.network import l2_cluster, l3
from ..storage.local_storage import disk_of, refs
from ..storage.primary_storage import (
    UNUSABLE,
    allocate,
    attachment,
    attempt,
    host_of,
    hosts_of,
    primary_storage,
    release,
    usage,
)
from ..storage.primary_storage import install_path as volume_path
from ..storage.snapshot import snapshot
from ..storage.volume import volume
from .vm import cd_rom, devices_of, nic, vm

FIDELITY = {
    "GetPrimaryStorageCandidatesForVolumeMigration": ("inferred", "the storages a migration would accept"),
    "LocalStorageGetVolumeMigratableHosts": ("inferred", "Enabled and Connected hosts of the storage with room"),
    "LocalStorageMigrateVolume": ("read", "a tenth of the disk is what must stay free; snapshots move along"),
    "PrimaryStorageMigrateVolume": ("inferred", "between Ceph storages and between NFS storages; snapshots move along"),
}

PHYSICAL_RESERVE = 10  # one part in so many of a host's disk, which a migration must leave free

family = Family()


# -- volumes ----------------------------------------------------------------------------------------------------


def _check_idle(node, row):
    """A volume moves while nothing uses it: data volumes detached, root volumes of stopped VMs without any."""
    if row["status"] != "Ready":
        raise invalid(f"volume[uuid:{row['uuid']}] is {row['status']}, it must be Ready")
    if row["type"] == "Data":
        if row["vmInstanceUuid"] is not None:
            raise invalid(f"data volume[uuid:{row['uuid']}] is attached to vm[uuid:{row['vmInstanceUuid']}]")
        return
    owner = vm.get(node, row["vmInstanceUuid"])
    if owner is None:
        return
    if owner["state"] != "Stopped":
        raise refused(f"vm[uuid:{owner['uuid']}] is {owner['state']}, it must be Stopped for its root volume to move")
    if volume.find(node, vmInstanceUuid=owner["uuid"], type="Data"):
        raise refused(f"vm[uuid:{owner['uuid']}] has data volumes attached, detach them first")


def _move(node, row, storage_uuid, host_uuid=None):
    """Takes a volume and its snapshots to another place."""
    moving = [(volume, row, row["type"], {"primaryStorageUuid": storage_uuid}, "installPath")]
    moving += [(snapshot, each, "Snapshot", {"primaryStorageUuid": storage_uuid}, "primaryStorageInstallPath")
               for each in snapshot.find(node, volumeUuid=row["uuid"])]  # fmt: skip
    for resource, each, kind, changes, path in moving:
        used = usage.get(node, each["uuid"])
        if used is None:
            continue
        release(node, each["uuid"])
        allocate(node, storage_uuid, used["size"], each["uuid"], used["resourceType"], host_uuid, row["type"])
        resource.update(node, each["uuid"], **changes, **{path: volume_path(node, each["uuid"], kind)})


def _migrate(node, row, storage_uuid, host_uuid=None):
    """Steps: the volume is Migrating, and Ready again, there or where it was."""
    volume.update(node, row["uuid"], status="Migrating")
    yield
    problem = attempt(node, _move, node, row, storage_uuid, host_uuid)
    volume.update(node, row["uuid"], status="Ready")
    if problem is not None:
        yield
        raise problem


@primary_storage.on_delete(order=5)
def storage_goes(node, row, _force):
    moving = volume.find(node, primaryStorageUuid=row["uuid"], status="Migrating")
    if moving:
        raise refused(f"volume[uuid:{moving[0]['uuid']}] is being migrated from the primary storage")


def _check_target(node, row, target):
    """Refuses a primary storage to which the volume cannot go."""
    source = primary_storage.get(node, row["primaryStorageUuid"])
    if source is None:
        raise refused(f"volume[uuid:{row['uuid']}] is on no primary storage yet")
    if source["uuid"] == target["uuid"]:
        raise invalid(f"volume[uuid:{row['uuid']}] is on primary storage[uuid:{target['uuid']}] already")
    for storage in (source, target):
        if storage["state"] in UNUSABLE:
            raise refused(f"primary storage[uuid:{storage['uuid']}] is {storage['state']}")
    if source["type"] != target["type"] or source["type"] not in ("Ceph", "NFS"):
        raise refused(f"a volume cannot move from a {source['type']} to a {target['type']} primary storage")
    if target["status"] != "Connected" or (target["type"] == "NFS" and not hosts_of(node, target["uuid"])):
        raise refused(f"primary storage[uuid:{target['uuid']}] is not Connected to any host")
    homes = set(node.execute(select(attachment.c.clusterUuid)
                             .where(attachment.c.primaryStorageUuid == target["uuid"])).scalars())  # fmt: skip
    if not homes & _reach(node, row, homes):
        raise refused(f"primary storage[uuid:{target['uuid']}] is attached to no cluster with the volume's L2 networks")
    if target["availableCapacity"] < row["size"]:
        raise ApiError("PS.1000", f"primary storage[uuid:{target['uuid']}] has no room for {row['size']} bytes")


def _reach(node, row, homes):
    """Those of the clusters that have every L2 network of the VM whose root volume it is."""
    if row["type"] == "Data":
        return homes
    l3s = select(nic.c.l3NetworkUuid).where(nic.c.vmInstanceUuid == row["vmInstanceUuid"])
    for l2 in set(node.execute(select(l3.c.l2NetworkUuid).where(l3.c.uuid.in_(l3s))).scalars()):
        have = select(l2_cluster.c.clusterUuid).where(l2_cluster.c.l2NetworkUuid == l2)
        homes = homes & set(node.execute(have).scalars())
    return homes


def _check_devices(node, row):
    """The root volume of a VM with a device cannot move."""
    if row["type"] == "Root":
        for resource, _device, _holds in devices_of(node, row["vmInstanceUuid"]):
            guest = row["vmInstanceUuid"]
            raise refused(f"vm[uuid:{guest}] has a {resource.name} attached, its root volume cannot move")


@family.api("PrimaryStorageMigrateVolume", refs={"volumeUuid": volume, "dstPrimaryStorageUuid": primary_storage})
def migrate_volume(node, msg):
    row = volume.get(node, msg["volumeUuid"])
    _check_target(node, row, primary_storage.get(node, msg["dstPrimaryStorageUuid"]))
    _check_idle(node, row)
    _check_devices(node, row)
    yield from _migrate(node, row, msg["dstPrimaryStorageUuid"])
    return {"inventory": volume.inventory(node, row["uuid"])}


def _accepts(check, *args):
    try:
        check(*args)
    except ApiError:
        return False
    return True


@family.api("GetPrimaryStorageCandidatesForVolumeMigration", refs={"volumeUuid": volume})
def volume_candidates(node, msg):
    row = volume.get(node, msg["volumeUuid"])
    rows = [each for each in primary_storage.find(node) if _accepts(_check_target, node, row, each)]
    return {"inventories": primary_storage.inventories(node, rows)}


# -- hosts of a local storage -----------------------------------------------------------------------------------


def _local(node, row):
    storage = primary_storage.get(node, row["primaryStorageUuid"])
    if storage is None or storage["type"] != "LocalStorage":
        raise invalid(f"volume[uuid:{row['uuid']}] is not on a local primary storage")
    return storage


def _check_host(node, row, storage, target):
    """Refuses a host to which the volume cannot go."""
    if host_of(node, row["uuid"]) == target:
        raise invalid(f"volume[uuid:{row['uuid']}] is on host[uuid:{target}] already")
    if storage["state"] in UNUSABLE:
        raise invalid(f"primary storage[uuid:{storage['uuid']}] is {storage['state']}")
    there = disk_of(node, storage["uuid"], target)
    if there is None:
        raise invalid(f"local primary storage[uuid:{storage['uuid']}] does not have the host[uuid:{target}]")
    if there["availableCapacity"] - row["size"] < there["totalCapacity"] // PHYSICAL_RESERVE:
        raise invalid(f"host[uuid:{target}] has no room for the volume above its physical capacity threshold")


@family.api("LocalStorageMigrateVolume", refs={"volumeUuid": volume, "destHostUuid": host})
def migrate_to_host(node, msg):
    row, target = volume.get(node, msg["volumeUuid"]), msg["destHostUuid"]
    storage = _local(node, row)
    _check_host(node, row, storage, target)
    _check_idle(node, row)
    inserted = cd_rom.find(node, cd_rom.c.isoUuid.is_not(None), vmInstanceUuid=row["vmInstanceUuid"])
    if row["type"] == "Root" and inserted and not node.old:
        raise refused(f"vm[uuid:{row['vmInstanceUuid']}] has an ISO attached, detach it first")
    yield from _migrate(node, row, storage["uuid"], target)
    return {"inventory": refs.render(node, [usage.get(node, row["uuid"])])[0]}


@family.api("LocalStorageGetVolumeMigratableHosts", refs={"volumeUuid": volume})
def migratable_hosts(node, msg):
    row = volume.get(node, msg["volumeUuid"])
    storage = _local(node, row)
    rows = [each for each in hosts_of(node, storage["uuid"])
            if each["state"] == "Enabled" and _accepts(_check_host, node, row, storage, each["uuid"])]  # fmt: skip
    return {"inventories": host.inventories(node, rows, generic_host)}
