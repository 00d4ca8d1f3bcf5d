# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the families of PCI, MDEV and USB devices share: what a machine has plugged in, and which VM a device is with.

What a machine has comes from its description (``devices`` of ``machines``, see ``hardware``) and from seeds, by
kind::

    {"machines": {"10.0.0.7": {"devices": {"pci": [{...}], "usb": [{...}], "iommu": "Inactive"}}}}

A seed's devices are kept in the store with the machine's address, so that a later scan finds them again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import JSON, Column, Integer, String, Table, bindparam, insert, select

from ...errors import refused
from ...store import Resource, Row, metadata
from ..compute.host import host, maintenance_hooks
from ..vms.placement import hosts_for
from ..vms.vm import destroyed_hooks, device_hooks, vm

plugged_table = Table(
    "plugged", metadata, Column("id", Integer, primary_key=True), Column("address", String, index=True),
    Column("kind", String), Column("facts", JSON),
)  # fmt: skip

_plug = insert(plugged_table)
_seeded = (
    select(plugged_table.c.facts).order_by(plugged_table.c.id)
    .where(plugged_table.c.address == bindparam("address"), plugged_table.c.kind == bindparam("kind"))
)  # fmt: skip

# Kinds of devices that can be with a VM: what frees one, and what is true of those that hold it on their host.
_kinds: list[tuple[Resource, Row, Any]] = []


def plugged(node: Any, address: str, machine: Any, kind: str) -> list[Row]:
    """The devices of one kind in the machine at `address`, in a stable order."""
    return [*machine.devices.get(kind, ()), *node.execute(_seeded, {"address": address, "kind": kind}).scalars()]


def plug(node: Any, home: Row, kind: str, items: list[Row], complete: Callable[[Row, int], Row]) -> list[Row]:
    """Puts devices into a host's machine; returns their facts, which ``complete(facts, position)`` makes whole."""
    address = home["managementIp"]
    position = len(plugged(node, address, node.hardware.at(address), kind))
    found = [complete(facts, position + index) for index, facts in enumerate(items)]
    node.execute(_plug, [{"address": address, "kind": kind, "facts": facts} for facts in found])
    return found


def known_facts(kind: str, facts: Row, known: Iterable[str]) -> None:
    unknown = facts.keys() - set(known)
    if unknown:
        raise ValueError(f"{kind} device: unknown facts {sorted(unknown)}, known: {sorted(known)}")


def seat(node: Any, parents: Row, fields: Row) -> tuple[Row, Row | None]:
    """The host of a seeded device and the VM it is with, if it stands below one (or names one)."""
    guest, home = parents.get("vms"), parents.get("hosts")
    if "vmInstanceUuid" in fields:
        guest = vm.require(node, fields["vmInstanceUuid"])
    if "hostUuid" in fields:
        home = host.require(node, fields["hostUuid"])
    if home is None and guest is not None:
        home = host.get(node, guest["hostUuid"] or guest["lastHostUuid"])
    if home is None:
        raise ValueError("a device belongs below a host or a VM that has one")
    return home, guest


# -- with a VM --------------------------------------------------------------------------------------------------


def attachable(resource: Resource, relation: str, free: Row, holding: Any = None) -> None:
    """Declares a kind of device, which hosts and VMs reach as `relation` in queries: the columns of one that is with
    no VM; `holding` narrows which hold a VM in place."""
    _kinds.append((resource, free, holding))
    for name, target in (("host", host), ("vmInstance", vm)):
        resource.relates(name, target.name, own=f"{name}Uuid")
        target.relates(relation, resource.name, theirs=f"{name}Uuid")


def _devices_of(node: Any, guest_uuid: str) -> list[tuple[Resource, Row, bool]]:
    found = []
    for resource, _free, holding in _kinds:
        rows = resource.find(node, vmInstanceUuid=guest_uuid)
        held = rows if holding is None else resource.find(node, holding, vmInstanceUuid=guest_uuid) if rows else []
        found += [(resource, row, row in held) for row in rows]
    return found


device_hooks.append(_devices_of)


def _release(node: Any, guest: Row) -> None:
    """Takes every device from a VM."""
    for resource, free, _holding in _kinds:
        for row in resource.find(node, vmInstanceUuid=guest["uuid"]):
            resource.update(node, row["uuid"], **free)


destroyed_hooks.append(_release)


def require_vm_state(guest: Row) -> None:
    if guest["state"] not in ("Running", "Stopped"):
        raise refused(f"vm[uuid:{guest['uuid']}] is {guest['state']}, a device needs it Running or Stopped")


def usable(home: Row) -> bool:
    return home["state"] == "Enabled" and home["status"] == "Connected"


def require_usable(home: Row) -> None:
    if not usable(home):
        raise refused(f"host[uuid:{home['uuid']}] is {home['state']} and {home['status']}, not Enabled and Connected")


def place(node: Any, guest: Row, home: Row) -> None:
    """Refuses when a VM is not, and can not be, on a device's host."""
    if guest["hostUuid"] is None:
        fits = bool(hosts_for(node, guest, host.c.uuid == home["uuid"]))
    else:
        fits = guest["hostUuid"] == home["uuid"]
    if not fits:
        raise refused(f"vm[uuid:{guest['uuid']}] cannot be on host[uuid:{home['uuid']}], where the device is")


def reachable_hosts(node: Any, guest: Row, resource: Resource) -> list[str]:
    """The hosts with free devices of a kind that a VM could take."""
    if guest["hostUuid"] is not None:
        return [guest["hostUuid"]] if usable(host.get(node, guest["hostUuid"])) else []
    having = select(resource.c.hostUuid).where(resource.c.vmInstanceUuid.is_(None))
    return [row["uuid"] for row in hosts_for(node, guest, host.c.uuid.in_(having))]


def _hinder_maintenance(node: Any, row: Row) -> None:
    for resource, _free, holding in _kinds:
        narrowed = [] if holding is None else [holding]
        guests = select(vm.c.uuid).where(vm.c.hostUuid == row["uuid"])
        held = resource.find(node, resource.c.vmInstanceUuid.in_(guests), *narrowed)
        if held:
            guest = held[0]["vmInstanceUuid"]
            raise refused(f"{resource.vo}[uuid:{held[0]['uuid']}] holds vm[uuid:{guest}] on the host")


# Before VMs are moved away: one that cannot go must not cost the others a migration.
maintenance_hooks.insert(0, _hinder_maintenance)


@vm.on_delete(order=5)
def vm_goes(node: Any, row: Row, _force: bool) -> None:
    _release(node, row)


@host.on_delete(order=20)
def host_goes(node: Any, row: Row, _force: bool) -> None:
    for resource, _free, _holding in reversed(_kinds):
        for device in resource.find(node, hostUuid=row["uuid"]):
            resource.destroy(node, device["uuid"], force=True)
