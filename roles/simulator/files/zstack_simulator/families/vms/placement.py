# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which host a VM gets, and what makes it leave one: migration, maintenance, deletions."""

from __future__ import annotations

from sqlalchemy import select

from ...errors import ApiError, invalid, refused
from ...family import Family
from ..compute.cluster import cluster
from ..compute.host import generic as generic_host
from ..compute.host import host, maintenance_hooks
from ..compute.zone import zone
from ..networks.network import detach_hooks, l2_cluster, l3
from ..storage import primary_storage as storages
from ..storage.volume import volume
from .vm import ALIVE, FT_GROUP, check_state, devices_of, leave, nic, operable, settle, vm, volumes_of

family = Family()

FIDELITY = {
    "MigrateVm": ("inferred", "VMs with volumes on local storage do not migrate"),
    "GetVmMigrationCandidateHosts": ("inferred", None),
}


def find_hosts(node, row, l3_uuids, *criteria):
    """Hosts on which a VM can run: enabled and connected, with the capacity and the networks; the VM's last host
    first, then those with most memory. With nothing else wanted, at most a hundred."""
    own = host.c
    query = select(host.table).join(cluster.table, cluster.c.uuid == own.clusterUuid).where(
        own.state == "Enabled", own.status == "Connected", cluster.c.state == "Enabled",
        cluster.c.hypervisorType == "KVM", own.availableCpuCapacity >= row["cpuNum"],
        own.availableMemoryCapacity >= row["memorySize"], *criteria)  # fmt: skip
    if row.get("zoneUuid"):
        query = query.where(own.zoneUuid == row["zoneUuid"])
    if not node.old and row.get("architecture"):
        query = query.where(own.architecture == row["architecture"])
    for uuid in l3_uuids:
        l2_uuid = l3.require(node, uuid)["l2NetworkUuid"]
        query = query.where(own.clusterUuid.in_(select(l2_cluster.c.clusterUuid)
                                                .where(l2_cluster.c.l2NetworkUuid == l2_uuid)))  # fmt: skip
    last = own.uuid == row.get("lastHostUuid")
    query = query.order_by(last.desc(), own.availableMemoryCapacity.desc(), own.uuid).limit(100)
    return [dict(each) for each in node.execute(query).mappings()]


def no_host(why):
    return ApiError("HOST_ALLOCATION.1001", f"no host can take the VM: {why}")


def hosts_for(node, row, *criteria):
    """Hosts on which a VM that has its volumes and NICs can run: where its storages and its devices are, too."""
    places = {}
    for each in volumes_of(node, row["uuid"]):
        places[each["primaryStorageUuid"]] = storages.host_of(node, each["uuid"])
    bound = {uuid for uuid in places.values() if uuid} | {
        each["hostUuid"] for _resource, each, holds in devices_of(node, row["uuid"]) if holds}  # fmt: skip
    if bound:
        criteria = (*criteria, host.c.uuid.in_(bound))
    for storage_uuid in places.keys() - {None}:
        homes = select(storages.attachment.c.clusterUuid).where(
            storages.attachment.c.primaryStorageUuid == storage_uuid)  # fmt: skip
        criteria = (*criteria, host.c.clusterUuid.in_(homes))
    l3s = {each["l3NetworkUuid"] for each in nic.find(node, vmInstanceUuid=row["uuid"])}
    return find_hosts(node, row, l3s, *criteria) if len(bound) < 2 else []


def refused_by(what, which, error):
    """How the node reports that a VM could not be started or made: the reason is the cause."""
    return ApiError("SYS.1006", f"failed to {what} vm[{which}]", error)


# -- migration, maintenance, and what stops VMs -----------------------------------------------------------------


def targets(node, row):
    """The hosts a running VM could move to; none for one whose volumes lie on its host."""
    if any(storages.host_of(node, each["uuid"]) for each in volumes_of(node, row["uuid"])):
        return []
    criteria = [host.c.uuid != row["hostUuid"]]
    if vm.find(node, (vm.c.ftPrimaryUuid == row["uuid"]) | (vm.c.ftSecondaryUuid == row["uuid"])):
        return []
    return hosts_for(node, {**row, "lastHostUuid": None}, *criteria)


@family.api("GetVmMigrationCandidateHosts", everyone=True)
def migration_candidates(node, msg):
    rows = targets(node, vm.require(node, msg["vmInstanceUuid"]))
    return {"inventories": host.inventories(node, rows, generic_host)}


@family.api("MigrateVm", refs={"vmInstanceUuid": vm, "hostUuid": host}, everyone=True)
def migrate(node, msg):
    row = operable(node, msg["vmInstanceUuid"])
    check_state(row, "MigrateVm", ("Running", "Paused"))
    if msg.get("hostUuid") == row["hostUuid"]:
        raise invalid(f"vm[uuid:{row['uuid']}] is on host[uuid:{row['hostUuid']}] already")
    vm.update(node, row["uuid"], state="Migrating")
    yield
    check_state(vm.require(node, row["uuid"]), "MigrateVm", ("Migrating",))
    fitting = [each for each in targets(node, row) if msg.get("hostUuid") in (None, each["uuid"])]
    if not fitting:
        vm.update(node, row["uuid"], state=row["state"])
        yield
        raise refused_by("migrate", row["uuid"], no_host("none that was asked for can take it"))
    settle(node, row["uuid"], fitting[0], row["state"])
    return {"inventory": vm.inventory(node, row["uuid"])}


def _evacuate(node, home):
    """Before maintenance: VMs go to other hosts, those that find none are stopped."""
    guests = vm.find(node, vm.c.hostUuid == home["uuid"])
    bound = select(vm.c.ftPrimaryUuid).where(vm.c.type == FT_GROUP).union(select(vm.c.ftSecondaryUuid))
    held = set(node.execute(bound).scalars())
    for row in guests:
        if row["uuid"] in held:
            raise refused(f"vm[uuid:{row['uuid']}] is part of a fault-tolerant VM and cannot leave the host")
    going = [row for row in guests if row["state"] in ALIVE]
    for row in going:
        vm.update(node, row["uuid"], state="Migrating" if targets(node, row) else "Stopping")
    yield
    for row in going:
        now = vm.get(node, row["uuid"])
        if now is not None and now["hostUuid"] == home["uuid"] and now["state"] == "Migrating":
            for there in targets(node, now)[:1]:
                settle(node, row["uuid"], there, row["state"])
    for row in vm.find(node, hostUuid=home["uuid"]):  # also those that were in between when it began
        leave(node, row, **({} if row["state"] == "Destroying" else {"state": "Stopped"}))


maintenance_hooks.append(_evacuate)


@host.on_delete(order=10)
def host_goes(node, row, _force):
    for guest in vm.find(node, hostUuid=row["uuid"]):
        leave(node, guest, state="Stopped")


@zone.on_delete(order=5)
def zone_goes(node, row, force):
    for guest in vm.find(node, zoneUuid=row["uuid"]):
        vm.destroy(node, guest["uuid"], force)


def _running_in(node, cluster_uuid, chosen):
    return vm.find(node, vm.c.hostUuid.is_not(None), vm.c.uuid.in_(chosen), clusterUuid=cluster_uuid)


def _network_leaves(node, row, cluster_uuid):
    within = select(l3.c.uuid).where(l3.c.l2NetworkUuid == row["uuid"])
    for guest in _running_in(node, cluster_uuid, select(nic.c.vmInstanceUuid).where(nic.c.l3NetworkUuid.in_(within))):
        leave(node, guest, state="Stopped")


def _on_storage(storage):
    return select(volume.c.vmInstanceUuid).where(volume.c.primaryStorageUuid == storage["uuid"])


def _storage_leaves(node, storage, cluster_uuid):
    for guest in _running_in(node, cluster_uuid, _on_storage(storage)):
        leave(node, guest, state="Stopped")


def _storage_rests(node, storage):
    """A storage in maintenance: its VMs stop, after the API has answered."""
    running = vm.find(node, vm.c.uuid.in_(_on_storage(storage)), vm.c.state.in_(ALIVE))
    for guest in running:
        vm.update(node, guest["uuid"], state="Stopping")
    yield
    for guest in running:
        now = vm.get(node, guest["uuid"])
        if now is not None and now["state"] == "Stopping":
            leave(node, now, state="Stopped")


def _storage_moves(node, storage):
    if vm.find(node, vm.c.uuid.in_(_on_storage(storage)), state="Running"):
        raise refused(f"there are running VMs on the primary storage[uuid:{storage['uuid']}], its url cannot change")


detach_hooks.append(_network_leaves)
storages.detach_hooks.append(_storage_leaves)
storages.maintenance_hooks.append(_storage_rests)
storages.url_hooks.append(_storage_moves)
