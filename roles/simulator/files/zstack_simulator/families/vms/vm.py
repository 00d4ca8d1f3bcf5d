# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""VM instances: what they are made of, and their life.

How a VM is made and started is in ``creation``, which host it gets and when it leaves in ``placement``.
"""

from __future__ import annotations

from sqlalchemy import bindparam, select, update

from ...errors import ApiError, invalid, refused
from ...family import Family, Shaped
from ...store import Resource, document, number, ref, text
from ..compute.cluster import cluster
from ..compute.host import host
from ..compute.zone import zone
from ..networks.network import l3, used_ip
from ..storage.image import image
from ..storage.volume import release as release_volume
from ..storage.volume import volume

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
    text("guestOsType", since="5.2"), ref("ftPrimaryUuid", "vm", "SET NULL", secret=True),
    ref("ftSecondaryUuid", "vm", "SET NULL", secret=True), document("spec", secret=True),
)  # fmt: skip
# A fault-tolerant VM is a row of its own type, with the two VMs that are it.
FT_GROUP = "FaultToleranceVmGroup"
FT_FIELDS = ("primaryVmInstanceUuid", "secondaryVmInstanceUuid", "status")
ft_group = vm.subview("org.zstack.faulttolerance.entity.FaultToleranceVmGroupInventory", where=vm.c.type == FT_GROUP)
vm.view = vm.subview(vm.view.schema, hide=FT_FIELDS)

nic = Resource(
    "vm_nic", "VmNicVO", "org.zstack.header.vm.VmNicInventory",
    ref("vmInstanceUuid", "vm"), ref("l3NetworkUuid", "l3_network"), text("ip", index=True), text("mac", index=True),
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
vm.system_tags += [
    "staticIp::*", "hostname::*", "cdroms::*", "vmConsoleMode::*", "vmPriority::*", "ha::*", "userdata::*",
    "sshkey::*", "consolePassword::*", "iso::*", "bootMode::*", "bootOrder::*", "cleanTraffic::*", "rdpEnable::*",
    "resourceBindings::*", "virtio::*", "driver::*", "additionalQmp", "vmMachineType::*", "createWithoutCdRom::*",
]  # fmt: skip

OPERABLE = ("Running", "Stopped")
# A VM that runs has these; a host is theirs, and its capacity.
ALIVE = ("Running", "Paused", "Unknown")
DESTROYABLE = ("Created", "Running", "Stopped", "Paused", "Unknown", "NoState", "Error", "Crashed")

# What other families do when a VM is destroyed, in order of registration: hook(node, row); and which devices a VM has:
# hook(node, VM's uuid) -> [(resource, row, whether it holds the VM on its host), ...].
destroyed_hooks = []
device_hooks = []

family = Family()
family.query("QueryVmInstance", vm, everyone=True)
family.query("QueryVmNic", nic, everyone=True)
family.query("QueryVmCdRom", cd_rom, everyone=True)

FIDELITY = {
    "QueryVmInstance": ("inferred", "accounts do not own VMs: every account sees and may operate "
                        "them; VMs of a Disconnected host stay Running"),
    "UpdateVmInstance": ("inferred", "state is ignored; CPU and memory change only while Stopped"),
    "StopVmInstance": ("inferred", "stopping a Stopped VM succeeds; stopHA and type make no difference"),
    "DestroyVmInstance": ("inferred", "the deletion policy is Delay: Destroyed until expunged, without a timer"),
    "FlattenVmInstance": ("read", "a volume's actual size grows by that of its image, once"),
    **dict.fromkeys(("RebootVmInstance", "PauseVmInstance", "ResumeVmInstance", "RecoverVmInstance",
                     "ExpungeVmInstance", "QueryVmNic", "QueryVmCdRom"), ("inferred", None)),
}  # fmt: skip


@vm.computes("internalId", hidden=True)
def _internal_id(node, rows):
    found = vm.serials(node, [row["uuid"] for row in rows])
    return [{"internalId": found[row["uuid"]]} for row in rows]


@nic.computes("usedIpUuid", hidden=True)
def _used_ip(node, rows):
    mine = select(used_ip.c.vmNicUuid, used_ip.c.uuid).where(used_ip.c.vmNicUuid.in_([row["uuid"] for row in rows]))
    found = dict(tuple(pair) for pair in node.execute(mine))
    return [{"usedIpUuid": found.get(row["uuid"])} for row in rows]


@vm.computes(*FT_FIELDS)
def _ft_fields(_node, rows):
    return [{"primaryVmInstanceUuid": row["ftPrimaryUuid"], "secondaryVmInstanceUuid": row["ftSecondaryUuid"],
             "status": "Protected" if row["state"] == "Running" else "Unprotected"} for row in rows]  # fmt: skip


def check_state(row, api, allowed):
    """Refuses (VM.1010) an operation that a VM's state does not allow."""
    if row["state"] not in allowed:
        raise ApiError("VM.1010", f"vm[uuid:{row['uuid']}] is {row['state']}, {api} needs it {' or '.join(allowed)}")


def operable(node, uuid):
    """The row of a VM that a user may touch: not the secondary of a fault-tolerant one."""
    if vm.find(node, ftSecondaryUuid=uuid):
        raise refused(f"vm[uuid:{uuid}] is the secondary of a fault-tolerant VM and cannot be operated by itself")
    return vm.get(node, uuid)


def members(node, row):
    """The VMs that an operation on `row` is about: itself, or the two of a fault-tolerant one."""
    if row["type"] != FT_GROUP:
        return [row]
    found = (vm.get(node, row[name]) for name in ("ftPrimaryUuid", "ftSecondaryUuid"))
    return [each for each in found if each is not None]


def whole(node, row):
    """The uuids of a VM and of those that it consists of."""
    return list(dict.fromkeys([row["uuid"], *(each["uuid"] for each in members(node, row))]))


_count = (
    update(host.table).where(host.c.uuid == bindparam("key"))
    .values(availableCpuCapacity=host.c.availableCpuCapacity - bindparam("cpu"),
            availableMemoryCapacity=host.c.availableMemoryCapacity - bindparam("memory"))
)  # fmt: skip


def occupy(node, loads):
    """Takes (or, negative, gives back) CPUs and bytes of memory on hosts: a list of (host's uuid, CPUs, bytes)."""
    node.execute(_count, [{"key": uuid, "cpu": cpu, "memory": memory} for uuid, cpu, memory in loads])


def settle(node, uuid, home, state):
    """Puts a VM on a host: what it needs is taken there."""
    row = vm.require(node, uuid)
    leave(node, row)
    occupy(node, [(home["uuid"], row["cpuNum"], row["memorySize"])])
    vm.update(node, uuid, hostUuid=home["uuid"], lastHostUuid=home["uuid"], clusterUuid=home["clusterUuid"],
              zoneUuid=home["zoneUuid"], state=state)  # fmt: skip


def leave(node, row, **changes):
    """Takes a VM off its host, if it is on one."""
    if row["hostUuid"] is not None:
        occupy(node, [(row["hostUuid"], -row["cpuNum"], -row["memorySize"])])
    vm.update(node, row["uuid"], hostUuid=None, **changes)


def volumes_of(node, uuid):
    return volume.find(node, vmInstanceUuid=uuid)


def devices_of(node, uuid):
    return [each for hook in device_hooks for each in hook(node, uuid)]


# -- life -------------------------------------------------------------------------------------------------------


@family.api("UpdateVmInstance", refs={"uuid": vm}, everyone=True)
def change(node, msg):
    row = operable(node, msg["uuid"])
    size = msg.picked("cpuNum", "memorySize", "reservedMemorySize")
    if size and row["state"] != "Stopped":
        raise refused(f"vm[uuid:{row['uuid']}] is {row['state']}, CPU and memory can be changed when it is Stopped")
    default = msg.get("defaultL3NetworkUuid")
    if default is not None and not nic.find(node, vmInstanceUuid=row["uuid"], l3NetworkUuid=default):
        raise invalid(f"defaultL3NetworkUuid[{default}] is no network of vm[uuid:{row['uuid']}]")
    vm.update(node, row["uuid"], **msg.picked("name", "description", "platform", "defaultL3NetworkUuid",
                                              "guestOsType"), **size)  # fmt: skip
    return {"inventory": vm.inventory(node, row["uuid"])}


def _passing(name, through, to, allowed, act=None):
    """An operation that takes a VM from some states through another to a third; `act` runs in between."""

    @family.api(name, refs={"uuid": vm}, everyone=True)
    def run(node, msg):
        group = operable(node, msg["uuid"])
        if group["state"] == to == "Stopped":
            return {"inventory": vm.inventory(node, group["uuid"])}
        check_state(group, name, allowed)
        uuids = whole(node, group)
        for uuid in uuids:
            vm.update(node, uuid, state=through)
        yield
        for uuid in uuids:
            row = vm.require(node, uuid)
            if row["state"] != to:  # else it lost its host meanwhile, and with it all that there was to do
                check_state(row, name, (through,))
                if act is not None:
                    act(node, row)
                vm.update(node, uuid, state=to)
        return {"inventory": vm.inventory(node, group["uuid"])}


_passing("StopVmInstance", "Stopping", "Stopped", ALIVE, leave)
_passing("RebootVmInstance", "Rebooting", "Running", ("Running",))
_passing("PauseVmInstance", "Pausing", "Paused", ("Running",))
_passing("ResumeVmInstance", "Resuming", "Running", ("Paused",))


@family.api("DestroyVmInstance", refs={"uuid": Shaped(vm)}, everyone=True)
def destroy(node, msg):
    if vm.get(node, msg["uuid"]) is None:
        return
    group = operable(node, msg["uuid"])
    if group["state"] == "Destroyed":
        return
    if group["state"] == "Created":
        vm.destroy(node, group["uuid"], msg.force)
        return
    check_state(group, "DestroyVmInstance", DESTROYABLE)
    uuids = whole(node, group)
    for uuid in uuids:
        vm.update(node, uuid, state="Destroying")
    yield
    for uuid in uuids:
        _bury(node, vm.require(node, uuid))


def _bury(node, row):
    """Destroys a VM so that it can be recovered."""
    leave(node, row, state="Destroyed")
    for hook in destroyed_hooks:
        hook(node, row)
    for each in volumes_of(node, row["uuid"]):
        if each["type"] == "Data":
            release_volume(node, each)
        else:
            volume.update(node, each["uuid"], status="Deleted")


@family.api("RecoverVmInstance", refs={"uuid": vm}, everyone=True)
def recover(node, msg):
    group = operable(node, msg["uuid"])
    check_state(group, "RecoverVmInstance", ("Destroyed",))
    for uuid in whole(node, group):
        for each in volumes_of(node, uuid):
            volume.update(node, each["uuid"], status="Ready")
        vm.update(node, uuid, state="Stopped")
    return {"inventory": vm.inventory(node, group["uuid"])}


@family.api("ExpungeVmInstance", refs={"uuid": vm}, everyone=True)
def expunge(node, msg):
    row = operable(node, msg["uuid"])
    check_state(row, "ExpungeVmInstance", ("Destroyed",))
    vm.update(node, row["uuid"], state="Expunging")
    yield
    vm.destroy(node, row["uuid"], force=True)


@vm.on_delete(order=10)
def vm_goes(node, row, force):
    leave(node, row)
    for each in members(node, row) if row["type"] == FT_GROUP else ():
        vm.destroy(node, each["uuid"], force)
    for each in volumes_of(node, row["uuid"]):
        if each["type"] == "Data":
            release_volume(node, each)
        else:
            volume.update(node, each["uuid"], vmInstanceUuid=None)
            volume.destroy(node, each["uuid"], force)
    for resource in (nic, cd_rom):
        for each in resource.find(node, vmInstanceUuid=row["uuid"]):
            resource.destroy(node, each["uuid"], force)


@volume.on_delete(order=20)
def volume_goes(node, row, force):
    """Without its root volume a VM is nothing."""
    if row["type"] == "Root" and row["vmInstanceUuid"] is not None:
        vm.destroy(node, row["vmInstanceUuid"], force)


@family.api("FlattenVmInstance", refs={"uuid": vm}, everyone=True)
def flatten(node, msg):
    row = operable(node, msg["uuid"])
    check_state(row, "FlattenVmInstance", (*OPERABLE, "Paused"))
    grown = {}
    for each in volumes_of(node, row["uuid"]):
        base = image.get(node, each["rootImageUuid"])
        if (msg["full"] or each["type"] == "Root") and base is not None and not each["flattened"]:
            grown[each["uuid"]] = min(each["size"], (each["actualSize"] or 0) + (base["actualSize"] or 0))
    if not msg["dryRun"]:
        yield
        for uuid, size in grown.items():
            volume.update(node, uuid, actualSize=size, flattened=True)
    shown = vm.inventory(node, row["uuid"])
    for each in shown["allVolumes"]:
        each["actualSize"] = grown.get(each["uuid"], each["actualSize"])
    return {"inventory": shown}
