# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""VM instances: their life on hosts, NICs, CD-ROMs, and the fault-tolerant ones."""

from __future__ import annotations

import ipaddress
from collections import defaultdict

from sqlalchemy import bindparam, literal_column, select, update

from ..errors import ApiError, invalid, refused
from ..store import Resource, document, number, ref, tag, text
from . import Family, Shaped
from . import primary_storage as storages
from .backup_storage import attachment as backup_attachment
from .backup_storage import backup_storage
from .cluster import cluster
from .host import generic as generic_host
from .host import host, maintenance_hooks
from .image import image, image_ref
from .network import (
    address_row,
    detach_hooks,
    find_address,
    free_addresses,
    ip_range,
    l2_cluster,
    l3,
    used_ip,
)
from .offering import disk_offering, instance_offering
from .primary_storage import primary_storage
from .volume import pick_storage, place, volume
from .volume import release as release_volume
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
CD_ROMS = 3  # what a VM of 2.3.1 can have
# Which primary storages can take an image from a backup storage of a type.
REACH = {
    "ImageStoreBackupStorage": ("LocalStorage", "NFS", "SharedMountPoint", "Ceph"),
    "SftpBackupStorage": ("LocalStorage", "NFS", "SharedMountPoint"), "Ceph": ("Ceph",), "Fusionstor": ("Fusionstor",),
}  # fmt: skip

# What other families do when a VM is destroyed, in order of registration: hook(node, row).
destroyed_hooks = []

family = Family()
family.query("QueryVmInstance", vm, everyone=True)
family.query("QueryVmNic", nic, everyone=True)
family.query("QueryVmCdRom", cd_rom, everyone=True)
family.query("QueryFaultToleranceVm", ft_group, everyone=True)

_UNOWNED = "accounts do not own VMs: every account may do it"
FIDELITY = {
    "CreateVmInstance": ("inferred", "any allocator strategy prefers the last host, then the host with most free "
                         "memory; the time to boot is the node's latency"),
    "QueryVmInstance": ("inferred", _UNOWNED),
    "UpdateVmInstance": ("inferred", "state is ignored; CPU and memory change only while Stopped"),
    "StopVmInstance": ("inferred", "stopping a Stopped VM succeeds; stopHA and type make no difference"),
    "DestroyVmInstance": ("inferred", "the deletion policy is Delay: Destroyed until expunged, without a timer"),
    "MigrateVm": ("inferred", "VMs with volumes on local storage do not migrate"),
    "AttachIsoToVmInstance": ("inferred", "2.3.1 shows it as the system tag iso::<uuid>::<deviceId> only"),
    "FlattenVmInstance": ("read", "a volume's actual size grows by that of its image, once"),
    "CreateFaultToleranceVmInstance": ("approximated", "fault tolerance is always switched on; the group and the "
                                       "secondary VM have no volumes and NICs of their own"),
    "GetCandidateVmForAttachingIso": ("read", None),
    **dict.fromkeys(
        ("StartVmInstance", "RebootVmInstance", "PauseVmInstance", "ResumeVmInstance", "RecoverVmInstance",
         "ExpungeVmInstance", "QueryVmNic", "QueryVmCdRom", "AttachL3NetworkToVm", "DetachL3NetworkFromVm",
         "DetachIsoFromVmInstance", "GetCandidateIsoForAttachingVm", "GetVmMigrationCandidateHosts",
         "QueryFaultToleranceVm", "GetFaultToleranceVms"), ("inferred", None)),
}  # fmt: skip


@vm.computes(*FT_FIELDS)
def _ft_fields(_node, rows):
    return [{"primaryVmInstanceUuid": row["ftPrimaryUuid"], "secondaryVmInstanceUuid": row["ftSecondaryUuid"],
             "status": "Protected" if row["state"] == "Running" else "Unprotected"} for row in rows]  # fmt: skip


def check_state(row, api, allowed):
    """Refuses (VM.1010) an operation that a VM's state does not allow."""
    if row["state"] not in allowed:
        raise ApiError("VM.1010", f"vm[uuid:{row['uuid']}] is {row['state']}, {api} needs it {' or '.join(allowed)}")


def _operable(node, uuid):
    """The row of a VM that a user may touch: not the secondary of a fault-tolerant one."""
    if vm.find(node, ftSecondaryUuid=uuid):
        raise refused(f"vm[uuid:{uuid}] is the secondary of a fault-tolerant VM and cannot be operated by itself")
    return vm.get(node, uuid)


def _members(node, row):
    """The VMs that an operation on `row` is about: itself, or the two of a fault-tolerant one."""
    if row["type"] != FT_GROUP:
        return [row]
    found = (vm.get(node, row[name]) for name in ("ftPrimaryUuid", "ftSecondaryUuid"))
    return [each for each in found if each is not None]


def _all(node, row):
    """The uuids of a VM and of those that it consists of."""
    return list(dict.fromkeys([row["uuid"], *(each["uuid"] for each in _members(node, row))]))


# -- hosts ------------------------------------------------------------------------------------------------------

_count = (
    update(host.table).where(host.c.uuid == bindparam("key"))
    .values(availableCpuCapacity=host.c.availableCpuCapacity - bindparam("cpu"),
            availableMemoryCapacity=host.c.availableMemoryCapacity - bindparam("memory"))
)  # fmt: skip


def settle(node, uuid, home, state):
    """Puts a VM on a host: what it needs is taken there."""
    leave(node, vm.get(node, uuid))
    row = vm.get(node, uuid)
    node.execute(_count, {"key": home["uuid"], "cpu": row["cpuNum"], "memory": row["memorySize"]})
    vm.update(node, uuid, hostUuid=home["uuid"], lastHostUuid=home["uuid"], clusterUuid=home["clusterUuid"],
              zoneUuid=home["zoneUuid"], state=state)  # fmt: skip


def leave(node, row, **changes):
    """Takes a VM off its host, if it is on one."""
    if row["hostUuid"] is not None:
        node.execute(_count, {"key": row["hostUuid"], "cpu": -row["cpuNum"], "memory": -row["memorySize"]})
    vm.update(node, row["uuid"], hostUuid=None, **changes)


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
        l2_uuid = l3.get(node, uuid)["l2NetworkUuid"]
        query = query.where(own.clusterUuid.in_(select(l2_cluster.c.clusterUuid)
                                                .where(l2_cluster.c.l2NetworkUuid == l2_uuid)))  # fmt: skip
    last = own.uuid == row.get("lastHostUuid")
    query = query.order_by(last.desc(), own.availableMemoryCapacity.desc(), own.uuid).limit(100)
    return [dict(each) for each in node.execute(query).mappings()]


def _no_host(why):
    return ApiError("HOST_ALLOCATION.1001", f"no host can take the VM: {why}")


def _volumes(node, uuid):
    return volume.find(node, vmInstanceUuid=uuid)


def hosts_for(node, row, *criteria):
    """Hosts on which a VM that has its volumes and NICs can run: where its storages and its devices are, too."""
    from .devices import holders

    places = {}
    for each in _volumes(node, row["uuid"]):
        places[each["primaryStorageUuid"]] = storages.host_of(node, each["uuid"])
    bound = {uuid for uuid in places.values() if uuid} | {each["hostUuid"] for each in holders(node, row["uuid"])}
    if bound:
        criteria = (*criteria, host.c.uuid.in_(bound))
    for storage_uuid in places.keys() - {None}:
        homes = select(storages.attachment.c.clusterUuid).where(
            storages.attachment.c.primaryStorageUuid == storage_uuid)  # fmt: skip
        criteria = (*criteria, host.c.clusterUuid.in_(homes))
    l3s = {each["l3NetworkUuid"] for each in nic.find(node, vmInstanceUuid=row["uuid"])}
    return find_hosts(node, row, l3s, *criteria) if len(bound) < 2 else []


# -- what a VM is made of ---------------------------------------------------------------------------------------


def _add_nic(node, uuid, l3_uuid, wanted=None):
    """A NIC with an address of an L3 network."""
    found, address = find_address(node, l3_uuid, wanted)
    used = {each["deviceId"] for each in nic.find(node, vmInstanceUuid=uuid)}
    device = next(value for value in range(len(used) + 1) if value not in used)
    nic_uuid = nic.create(node, nic_row(node.uuid(), uuid, found, address, device))
    used_ip.create(node, address_row(found, address, nic_uuid))
    return nic_uuid


def nic_row(mac, uuid, found, address, device):
    """The columns of a NIC with an address of the range `found`; its mac is made of the hex digits given."""
    return {
        "vmInstanceUuid": uuid, "l3NetworkUuid": found["l3NetworkUuid"], "ip": address, "netmask": found["netmask"],
        "gateway": found["gateway"], "mac": "fa:" + ":".join(mac[at:at + 2] for at in range(0, 10, 2)),
        "hypervisorType": "KVM", "ipVersion": 4, "driverType": "virtio", "deviceId": device, "type": "VNIC",
        "internalName": f"vnic{int(uuid[:6], 16)}.{device}", "state": "enable",
    }  # fmt: skip


def images_within(node, image_uuid, zone_uuid):
    """The types of primary storages that can take an image from the backup storages of a zone."""
    homes = select(backup_attachment.c.backupStorageUuid).where(backup_attachment.c.zoneUuid == zone_uuid)
    kept = select(image_ref.c.backupStorageUuid).where(image_ref.c.imageUuid == image_uuid,
                                                       image_ref.c.status == "Ready")  # fmt: skip
    found = backup_storage.find(node, backup_storage.c.uuid.in_(homes), backup_storage.c.uuid.in_(kept),
                                status="Connected")  # fmt: skip
    return {kind for each in found for kind in REACH[each["type"]]}


def _build(node, uuid, spec, *criteria):
    """Makes what a new VM consists of and puts it on a host; raises what hinders it, and then nothing was made.
    `spec` says what was asked for."""
    with node.store.connection.begin_nested():
        _assemble(node, uuid, spec, *criteria)


def _assemble(node, uuid, spec, *criteria):
    row = vm.get(node, uuid)
    wanted = {"clusterUuid": "clusterUuid", "hostUuid": "uuid"}
    criteria = (*criteria, *(host.c[column] == spec[name] for name, column in wanted.items() if spec.get(name)))
    original = image.get(node, row["imageUuid"])
    problem = _no_host("none is Enabled and Connected with the capacity and the networks it needs")
    for home in find_hosts(node, row, spec["l3NetworkUuids"], *criteria):
        kinds = images_within(node, original["uuid"], home["zoneUuid"])
        try:
            storage = pick_storage(node, home["clusterUuid"], spec["rootSize"], home["uuid"], spec.get("storage"))
        except ApiError as error:
            problem = error
            continue
        if storage["type"] in kinds:
            break
        problem = _no_host("its image is on no backup storage that the primary storages of its zone can reach")
    else:
        raise problem
    root = volume.create(node, {
        "name": f"ROOT-for-{row['name']}", "type": "Root", "vmInstanceUuid": uuid, "deviceId": 0, "state": "Enabled",
        "rootImageUuid": original["uuid"], "diskOfferingUuid": spec.get("rootDiskOfferingUuid"), "status": "Creating",
        "size": spec["rootSize"], "actualSize": 0 if original["mediaType"] == "ISO" else original["actualSize"],
        "isShareable": False, "lastAttachDate": node.now(),
    })  # fmt: skip
    place(node, root, storage, home["uuid"])
    storages.cache_image(node, storage["uuid"], original, home["uuid"])
    for index, (offering_uuid, size) in enumerate(spec["dataDisks"], 1):
        data = volume.create(node, {
            "name": f"DATA-for-{row['name']}", "type": "Data", "vmInstanceUuid": uuid, "deviceId": index, "size": size,
            "diskOfferingUuid": offering_uuid, "state": "Enabled", "status": "Creating", "actualSize": 0,
            "isShareable": False, "lastAttachDate": node.now(),
        })  # fmt: skip
        place(node, data, pick_storage(node, home["clusterUuid"], size, home["uuid"]), home["uuid"])
    for l3_uuid in spec["l3NetworkUuids"]:
        _add_nic(node, uuid, l3_uuid, spec["staticIps"].get(l3_uuid))
    if not node.old or original["mediaType"] == "ISO":
        slot = _add_cd_rom(node, uuid)
        if original["mediaType"] == "ISO":
            _load(node, cd_rom.get(node, slot), original)
    vm.update(node, uuid, rootVolumeUuid=root, defaultL3NetworkUuid=spec.get("defaultL3NetworkUuid"))
    settle(node, uuid, home, "Running")


# -- creation ---------------------------------------------------------------------------------------------------

_CREATION_REFS = {
    "instanceOfferingUuid": instance_offering, "imageUuid": image, "l3NetworkUuids": l3,
    "rootDiskOfferingUuid": disk_offering, "dataDiskOfferingUuids": disk_offering, "zoneUuid": zone,
    "clusterUuid": cluster, "hostUuid": host, "primaryStorageUuidForRootVolume": primary_storage,
    "defaultL3NetworkUuid": l3,
}  # fmt: skip


def _check_place(node, msg):
    """Where a VM is wanted must be ready for it."""
    for name, resource in (("zoneUuid", zone), ("clusterUuid", cluster), ("hostUuid", host)):
        row = resource.get(node, msg.get(name))
        if row is not None and (row["state"] != "Enabled" or row.get("status", "Connected") != "Connected"):
            raise refused(f"{resource.name}[uuid:{row['uuid']}] is not ready for a VM: {row['state']}")


def _check_networks(node, msg):
    """Checks the L3 networks a VM asks for; returns the default one."""
    uuids = msg.get("l3NetworkUuids") or []
    if len(set(uuids)) < len(uuids):
        raise invalid("l3NetworkUuids holds the same network twice")
    default = msg.get("defaultL3NetworkUuid") or (uuids[0] if len(uuids) == 1 else None)
    if default is None and uuids:
        raise invalid("there are several L3 networks, defaultL3NetworkUuid must tell which is the default one")
    if default is not None and default not in uuids:
        raise invalid(f"defaultL3NetworkUuid[{default}] is not in l3NetworkUuids")
    for uuid in uuids:
        row = l3.get(node, uuid)
        if row["state"] == "Disabled":
            raise refused(f"L3 network[uuid:{uuid}] is Disabled")
        if row["system"]:
            raise invalid(f"L3 network[uuid:{uuid}] is a system network, VMs cannot be on it")
        if not ip_range.find(node, l3NetworkUuid=uuid):
            raise refused(f"L3 network[uuid:{uuid}] has no IP range")
    return default


def _check_image(node, msg):
    row = image.get(node, msg.get("imageUuid"))
    if row is None:
        raise invalid("imageUuid must be given")
    if row["state"] == "Disabled":
        raise refused(f"image[uuid:{row['uuid']}] is Disabled")
    if row["status"] != "Ready":
        raise refused(f"image[uuid:{row['uuid']}] is {row['status']}, not Ready")
    if row["mediaType"] == "DataVolumeTemplate":
        raise invalid(f"image[uuid:{row['uuid']}] is a DataVolumeTemplate, no VM can be made from it")
    return row


def _offering(node, uuid, resource):
    row = resource.get(node, uuid)
    if row is not None and row["state"] == "Disabled":
        raise refused(f"{resource.vo}[uuid:{uuid}] is Disabled")
    return row


def _plan(node, msg, **more):
    """Checks a request for a VM: its row, and what is to be built with it."""
    size = _offering(node, msg.get("instanceOfferingUuid"), instance_offering)
    if size is not None and size["type"] != "UserVm":
        raise invalid(f"instance offering[uuid:{size['uuid']}] is of type {size['type']}, not UserVm")
    if size is None:
        if not (msg.get("cpuNum") or 0) > 0 or not (msg.get("memorySize") or 0) > 0:
            raise invalid("instanceOfferingUuid, or cpuNum and memorySize, must be given")
        size = {"cpuSpeed": 0, "allocatorStrategy": "LeastVmPreferredHostAllocatorStrategy",
                **msg.picked("cpuNum", "memorySize", "reservedMemorySize")}  # fmt: skip
    original = _check_image(node, msg)
    root = _offering(node, msg.get("rootDiskOfferingUuid"), disk_offering)
    root_size = root["diskSize"] if root else msg.get("rootDiskSize")
    if original["mediaType"] == "ISO" and not root_size:
        raise invalid("rootDiskOfferingUuid is needed when the image is an ISO")
    disks = [(uuid, _offering(node, uuid, disk_offering)["diskSize"]) for uuid in msg.get("dataDiskOfferingUuids", ())]
    disks += [(None, int(value)) for value in msg.get("dataDiskSizes", ())]
    default = _check_networks(node, msg)
    _check_place(node, msg)
    l3_zones = {l3.get(node, uuid)["zoneUuid"] for uuid in msg.get("l3NetworkUuids", ())}
    if len(l3_zones) > 1:
        raise invalid("the L3 networks are in different zones")
    row = {
        **msg.picked("name", "description", "imageUuid", "instanceOfferingUuid"), "type": "UserVm",
        "zoneUuid": msg.get("zoneUuid") or next(iter(l3_zones), None) or _zone_of(node, msg),
        "platform": msg.get("platform") or original["platform"] or "Other", "hypervisorType": "KVM",
        "architecture": msg.get("architecture") or original["architecture"],
        "guestOsType": msg.get("guestOsType") or original["guestOsType"],
        **{name: size.get(name) for name in ("cpuNum", "cpuSpeed", "memorySize", "allocatorStrategy")},
        "reservedMemorySize": size.get("reservedMemorySize") or 0, "state": "Created", **more,
    }  # fmt: skip
    static = (tag.split("::") for tag in msg.get("systemTags", ()) if tag.startswith("staticIp::"))
    spec = {
        **msg.picked("clusterUuid", "hostUuid", "rootDiskOfferingUuid"), "defaultL3NetworkUuid": default,
        "storage": msg.get("primaryStorageUuidForRootVolume"), "rootSize": max(root_size or 0, original["size"] or 0),
        "dataDisks": disks, "l3NetworkUuids": msg.get("l3NetworkUuids") or [],
        "staticIps": {parts[1]: parts[2] for parts in static if len(parts) == 3},
    }  # fmt: skip
    return row, spec


def _zone_of(node, msg):
    """The zone of the cluster or host that is asked for; None where any will do."""
    row = host.get(node, msg.get("hostUuid")) or cluster.get(node, msg.get("clusterUuid"))
    return row and row["zoneUuid"]


@family.api("CreateVmInstance", refs=_CREATION_REFS, creates=vm, everyone=True)
def create(node, msg):
    row, spec = _plan(node, msg)
    uuid = vm.create(node, {**row, "spec": spec}, msg.get("resourceUuid"))
    if msg["strategy"] != "JustCreate":
        vm.update(node, uuid, state="Starting")
        yield
        try:
            _build(node, uuid, spec)
        except ApiError as error:
            vm.destroy(node, uuid, force=True)
            yield
            raise refused_by("create", msg["name"], error) from error
        if msg["strategy"] == "CreateStopped":
            leave(node, vm.get(node, uuid), state="Stopped")
    return {"inventory": vm.inventory(node, uuid)}


def refused_by(what, which, error):
    """How the node reports that a VM could not be started or made: the reason is the cause."""
    return ApiError("SYS.1006", f"failed to {what} vm[{which}]", error)


@family.api("UpdateVmInstance", refs={"uuid": vm}, everyone=True)
def change(node, msg):
    row = _operable(node, msg["uuid"])
    size = msg.picked("cpuNum", "memorySize", "reservedMemorySize")
    if size and row["state"] != "Stopped":
        raise refused(f"vm[uuid:{row['uuid']}] is {row['state']}, CPU and memory can be changed when it is Stopped")
    default = msg.get("defaultL3NetworkUuid")
    if default is not None and not nic.find(node, vmInstanceUuid=row["uuid"], l3NetworkUuid=default):
        raise invalid(f"defaultL3NetworkUuid[{default}] is no network of vm[uuid:{row['uuid']}]")
    vm.update(node, row["uuid"], **msg.picked("name", "description", "platform", "defaultL3NetworkUuid",
                                              "guestOsType"), **size)  # fmt: skip
    return {"inventory": vm.inventory(node, row["uuid"])}


# -- life -------------------------------------------------------------------------------------------------------


@family.api("StartVmInstance", refs={"uuid": vm, "clusterUuid": cluster, "hostUuid": host}, everyone=True)
def start(node, msg):
    group = _operable(node, msg["uuid"])
    wanted = {"clusterUuid": "clusterUuid", "hostUuid": "uuid"}
    criteria = [host.c[column] == msg[name] for name, column in wanted.items() if msg.get(name)]
    before = group["state"]
    check_state(group, "StartVmInstance", ("Stopped", "Created"))
    for uuid in _all(node, group):
        vm.update(node, uuid, state="Starting")
    yield
    try:
        started = []
        for row in _members(node, group):
            apart = [host.c.uuid.not_in(started)] if started else []
            if before == "Created":
                _build(node, row["uuid"], row["spec"], *criteria, *apart)
            else:
                homes = hosts_for(node, row, *criteria, *apart)
                if not homes:
                    raise _no_host("none is Enabled and Connected with the capacity, networks, storages and devices")
                settle(node, row["uuid"], homes[0], "Running")
            started.append(vm.get(node, row["uuid"])["hostUuid"])
    except ApiError as error:
        for uuid in _all(node, group):
            leave(node, vm.get(node, uuid), state=before)
        yield
        raise refused_by("start", group["uuid"], error) from error
    vm.update(node, group["uuid"], state="Running")
    return {"inventory": vm.inventory(node, group["uuid"])}


def _passing(name, through, to, allowed, act=None):
    """An operation that takes a VM from some states through another to a third; `act` runs in between."""

    @family.api(name, refs={"uuid": vm}, everyone=True)
    def run(node, msg):
        group = _operable(node, msg["uuid"])
        if group["state"] == to == "Stopped":
            return {"inventory": vm.inventory(node, group["uuid"])}
        check_state(group, name, allowed)
        uuids = _all(node, group)
        for uuid in uuids:
            vm.update(node, uuid, state=through)
        yield
        for uuid in uuids:
            if act is not None:
                act(node, vm.get(node, uuid))
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
    group = _operable(node, msg["uuid"])
    if group["state"] == "Destroyed":
        return
    if group["state"] == "Created":
        vm.destroy(node, group["uuid"], msg.force)
        return
    check_state(group, "DestroyVmInstance", DESTROYABLE)
    uuids = _all(node, group)
    for uuid in uuids:
        vm.update(node, uuid, state="Destroying")
    yield
    for uuid in uuids:
        _bury(node, vm.get(node, uuid))


def _bury(node, row):
    """Destroys a VM so that it can be recovered."""
    from .devices import release as release_devices

    leave(node, row, state="Destroyed")
    release_devices(node, row["uuid"])
    for hook in destroyed_hooks:
        hook(node, row)
    for each in _volumes(node, row["uuid"]):
        if each["type"] == "Data":
            release_volume(node, each)
        else:
            volume.update(node, each["uuid"], status="Deleted")


@family.api("RecoverVmInstance", refs={"uuid": vm}, everyone=True)
def recover(node, msg):
    group = _operable(node, msg["uuid"])
    check_state(group, "RecoverVmInstance", ("Destroyed",))
    for uuid in _all(node, group):
        for each in _volumes(node, uuid):
            volume.update(node, each["uuid"], status="Ready")
        vm.update(node, uuid, state="Stopped")
    return {"inventory": vm.inventory(node, group["uuid"])}


@family.api("ExpungeVmInstance", refs={"uuid": vm}, everyone=True)
def expunge(node, msg):
    row = _operable(node, msg["uuid"])
    check_state(row, "ExpungeVmInstance", ("Destroyed",))
    vm.update(node, row["uuid"], state="Expunging")
    yield
    vm.destroy(node, row["uuid"], force=True)


@vm.on_delete(order=10)
def vm_goes(node, row, force):
    leave(node, row)
    for each in _members(node, row) if row["type"] == FT_GROUP else ():
        vm.destroy(node, each["uuid"], force)
    for each in _volumes(node, row["uuid"]):
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


# -- migration, maintenance, and what stops VMs -----------------------------------------------------------------


def targets(node, row):
    """The hosts a running VM could move to; none for one whose volumes lie on its host."""
    if any(storages.host_of(node, each["uuid"]) for each in _volumes(node, row["uuid"])):
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
    row = _operable(node, msg["vmInstanceUuid"])
    check_state(row, "MigrateVm", ("Running", "Paused"))
    if msg.get("hostUuid") == row["hostUuid"]:
        raise invalid(f"vm[uuid:{row['uuid']}] is on host[uuid:{row['hostUuid']}] already")
    vm.update(node, row["uuid"], state="Migrating")
    yield
    fitting = [each for each in targets(node, row) if msg.get("hostUuid") in (None, each["uuid"])]
    if not fitting:
        vm.update(node, row["uuid"], state=row["state"])
        yield
        raise refused_by("migrate", row["uuid"], _no_host("none that was asked for can take it"))
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
    for row in guests:
        vm.update(node, row["uuid"], state="Migrating" if targets(node, row) else "Stopping")
    yield
    for row in guests:
        now = vm.get(node, row["uuid"])
        if now is None or now["hostUuid"] != home["uuid"]:
            continue
        there = targets(node, now) if now["state"] == "Migrating" else []
        if there:
            settle(node, row["uuid"], there[0], row["state"])
        else:
            leave(node, now, state="Stopped")


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


detach_hooks.append(_network_leaves)
storages.detach_hooks.append(_storage_leaves)
storages.maintenance_hooks.append(_storage_rests)


# -- NICs -------------------------------------------------------------------------------------------------------


@family.api("AttachL3NetworkToVm", refs={"vmInstanceUuid": vm, "l3NetworkUuid": l3}, everyone=True)
def attach_l3(node, msg):
    row, network = _operable(node, msg["vmInstanceUuid"]), l3.get(node, msg["l3NetworkUuid"])
    check_state(row, "AttachL3NetworkToVm", OPERABLE)
    if nic.find(node, vmInstanceUuid=row["uuid"], l3NetworkUuid=network["uuid"]):
        raise refused(f"L3 network[uuid:{network['uuid']}] is attached to vm[uuid:{row['uuid']}] already")
    if network["state"] == "Disabled":
        raise refused(f"L3 network[uuid:{network['uuid']}] is Disabled")
    reach = select(l2_cluster.c.clusterUuid).where(l2_cluster.c.l2NetworkUuid == network["l2NetworkUuid"])
    if row["clusterUuid"] not in node.execute(reach).scalars().all():
        raise refused(f"L3 network[uuid:{network['uuid']}] does not reach the cluster of vm[uuid:{row['uuid']}]")
    _add_nic(node, row["uuid"], network["uuid"], msg.get("staticIp"))
    if row["defaultL3NetworkUuid"] is None:
        vm.update(node, row["uuid"], defaultL3NetworkUuid=network["uuid"])
    return {"inventory": vm.inventory(node, row["uuid"])}


@family.api("DetachL3NetworkFromVm", refs={"vmNicUuid": nic}, everyone=True)
def detach_l3(node, msg):
    row = _operable(node, nic.get(node, msg["vmNicUuid"])["vmInstanceUuid"])
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


def _add_cd_rom(node, uuid):
    device = len(cd_rom.find(node, vmInstanceUuid=uuid))
    return cd_rom.create(node, {"vmInstanceUuid": uuid, "deviceId": device, "name": f"vm-{uuid}-cdRom"})


def _load(node, slot, iso):
    """Puts an ISO into a CD-ROM; 2.3.1 tells by a system tag."""
    path = image_ref.find(node, imageUuid=iso["uuid"], status="Ready")[0]["installPath"]
    cd_rom.update(node, slot["uuid"], isoUuid=iso["uuid"], isoInstallPath=path)
    if node.old:
        node.add_tag(vm, slot["vmInstanceUuid"], f"iso::{iso['uuid']}::{slot['deviceId']}", "System")


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
    row, iso = _operable(node, msg["vmInstanceUuid"]), image.get(node, msg["isoUuid"])
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
    slot = free[0] if free else cd_rom.get(node, _add_cd_rom(node, row["uuid"]))
    yield
    _load(node, slot, iso)
    return {"inventory": vm.inventory(node, row["uuid"])}


@family.api("DetachIsoFromVmInstance", refs={"vmInstanceUuid": vm, "isoUuid": image}, everyone=True)
def detach_iso(node, msg):
    row = _operable(node, msg["vmInstanceUuid"])
    check_state(row, "DetachIsoFromVmInstance", OPERABLE)
    for slot in cd_rom.find(node, cd_rom.c.isoUuid.is_not(None), vmInstanceUuid=row["uuid"]):
        if msg.get("isoUuid") in (None, slot["isoUuid"]):
            for each in tag.find(node, resourceUuid=row["uuid"], tag=f"iso::{slot['isoUuid']}::{slot['deviceId']}"):
                tag.delete(node, each["uuid"])
            cd_rom.update(node, slot["uuid"], isoUuid=None, isoInstallPath=None)
    return {"inventory": vm.inventory(node, row["uuid"])}


# -- 5.2: flattening, fault tolerance ---------------------------------------------------------------------------


@family.api("FlattenVmInstance", refs={"uuid": vm}, everyone=True)
def flatten(node, msg):
    row = _operable(node, msg["uuid"])
    check_state(row, "FlattenVmInstance", (*OPERABLE, "Paused"))
    grown = {}
    for each in _volumes(node, row["uuid"]):
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


@family.api("CreateFaultToleranceVmInstance", refs=_CREATION_REFS, everyone=True)
def create_ft(node, msg):
    if (msg.get("instanceOfferingUuid") is None) == (msg.get("cpuNum") is None or msg.get("memorySize") is None):
        raise invalid("either instanceOfferingUuid or cpuNum and memorySize must be given")
    if _check_image(node, msg)["mediaType"] != "RootVolumeTemplate":
        raise invalid(f"image[uuid:{msg['imageUuid']}] is not a RootVolumeTemplate")
    node.check_tags(vm, msg.get("systemTags", ()))
    row, spec = _plan(node, msg)
    name = row["name"]
    primary = vm.create(node, {**row, "name": f"{name}-primary", "state": "Starting", "spec": spec})
    shadow = {**spec, "rootDiskOfferingUuid": None, "dataDisks": [], "l3NetworkUuids": [], "defaultL3NetworkUuid": None,
              "hostUuid": None}  # fmt: skip
    secondary = vm.create(node, {**row, "name": f"{name}-secondary", "type": "ShadowVmInstance", "spec": shadow,
                                 "state": "Starting"})  # fmt: skip
    group = vm.create(node, {**row, "type": FT_GROUP, "state": "Starting", "ftPrimaryUuid": primary,
                             "ftSecondaryUuid": secondary}, msg.get("resourceUuid"))  # fmt: skip
    yield
    try:
        _build(node, primary, spec)
        built = vm.get(node, primary)
        homes = hosts_for(node, {**built, "lastHostUuid": None}, host.c.uuid != built["hostUuid"])
        if not homes:
            raise _no_host("the secondary needs another host than the primary")
        settle(node, secondary, homes[0], "Running")
        vm.update(node, secondary, rootVolumeUuid=built["rootVolumeUuid"])
    except ApiError as error:
        vm.destroy(node, group, force=True)
        yield
        raise refused_by("create", name, error) from error
    vm.update(node, group, state="Running", rootVolumeUuid=built["rootVolumeUuid"], clusterUuid=built["clusterUuid"],
              defaultL3NetworkUuid=built["defaultL3NetworkUuid"])  # fmt: skip
    for key, kind in (("systemTags", "System"), ("userTags", "User")):
        for value in dict.fromkeys(msg.get(key, ())):
            node.add_tag(vm, group, value, kind)
    return {
        "primaryVmInventory": vm.inventory(node, primary), "secondaryVmInventory": vm.inventory(node, secondary),
        "faultToleranceVmGroupInventory": vm.inventory(node, group, ft_group),
    }  # fmt: skip


@family.api("GetFaultToleranceVms", everyone=True)
def ft_members(node, msg):
    group = vm.require(node, msg["faultToleranceVmUuid"])
    if group["type"] != FT_GROUP:
        raise invalid(f"vm[uuid:{group['uuid']}] is not fault-tolerant")
    primary, secondary = vm.inventories(node, _members(node, group))
    return {"primaryVmInventory": primary, "secondaryVmInventory": secondary}


# -- seeds ------------------------------------------------------------------------------------------------------


@family.seed("vms", bulk=True)
def seed(node, places):
    """VMs, Running on the host they are nested in or name, else Stopped in their cluster or zone.

    Each gets a root volume, which lies on a storage of its cluster if there is one, and a NIC in `l3NetworkUuid` or
    in the first network that reaches its cluster, if any. Capacity is taken, whether there is any or not.
    """
    addresses, networks, load = {}, {}, defaultdict(lambda: [0, 0])
    guests, roots, nics, used = [], [], [], []
    for fields, parents in places:
        fields = dict(fields)
        home = parents.get("hosts") or host.get(node, fields.get("hostUuid"))
        group = parents.get("clusters") or cluster.get(node, home["clusterUuid"] if home else fields.get("clusterUuid"))
        group_uuid = group and group["uuid"]
        if group_uuid not in networks:
            networks[group_uuid] = _first_network(node, group_uuid)
        l3_uuid = fields.pop("l3NetworkUuid", networks[group_uuid])
        uuid, root = fields.get("uuid") or node.uuid(), node.uuid()
        row = {
            "name": "vm", "zoneUuid": group["zoneUuid"] if group else parents.get("zones", {}).get("uuid"),
            "clusterUuid": group_uuid, "state": "Running" if home else "Stopped", "type": "UserVm", "cpuNum": 1,
            "memorySize": 1 << 30, "reservedMemorySize": 0, "cpuSpeed": 0, "platform": "Linux", "hypervisorType": "KVM",
            "architecture": "x86_64", "allocatorStrategy": "LastHostPreferredAllocatorStrategy",
            "lastHostUuid": home and home["uuid"], **fields, "uuid": uuid, "rootVolumeUuid": root,
            "defaultL3NetworkUuid": l3_uuid,
        }  # fmt: skip
        row["hostUuid"] = home["uuid"] if home and row["state"] in ALIVE else None
        if row["hostUuid"]:
            load[home["uuid"]][0] += row["cpuNum"]
            load[home["uuid"]][1] += row["memorySize"]
        guests.append(row)
        roots.append({
            "uuid": root, "name": f"ROOT-for-{row['name']}", "type": "Root", "vmInstanceUuid": uuid, "deviceId": 0,
            "state": "Enabled", "status": "Ready", "size": 10 << 30, "actualSize": 1 << 30, "isShareable": False,
            "rootImageUuid": fields.get("imageUuid"), "format": "qcow2",
        })  # fmt: skip
        if l3_uuid is not None:
            if l3_uuid not in addresses:
                addresses[l3_uuid] = _addresses(node, l3_uuid)
            found, address = next(addresses[l3_uuid])
            nics.append({"uuid": node.uuid(), **nic_row(uuid, uuid, found, address, 0)})
            used.append(address_row(found, address, nics[-1]["uuid"]))
    guests = vm.create_many(node, guests)
    for resource, rows in ((volume, roots), (nic, nics), (used_ip, used)):
        resource.create_many(node, rows)
    if load:
        node.execute(_count, [{"key": uuid, "cpu": cpu, "memory": memory} for uuid, (cpu, memory) in load.items()])
    stored = {uuid for uuid in networks if uuid and storages.in_cluster(node, uuid)}
    for row in guests:
        if row["clusterUuid"] in stored:
            _seed_place(node, row)
    return guests


def _seed_place(node, row):
    """Puts the root volume of a seeded VM where there is room for it, if there is."""
    home_uuid = row["hostUuid"] or row["lastHostUuid"]
    for storage in storages.candidates(node, row["clusterUuid"], 10 << 30, home_uuid)[:1]:
        place(node, row["rootVolumeUuid"], storage, home_uuid)


def _first_network(node, cluster_uuid):
    """The first L3 network with addresses that was made within reach of a cluster."""
    query = (
        select(ip_range.c.l3NetworkUuid).join(l3.table, l3.c.uuid == ip_range.c.l3NetworkUuid)
        .join(l2_cluster, l2_cluster.c.l2NetworkUuid == l3.c.l2NetworkUuid)
        .where(l2_cluster.c.clusterUuid == cluster_uuid).order_by(literal_column("ip_range.rowid")).limit(1)
    )  # fmt: skip
    return node.execute(query).scalar()


def _addresses(node, l3_uuid):
    for found in ip_range.find(node, l3NetworkUuid=l3_uuid):
        for value in free_addresses(node, found):
            yield found, str(ipaddress.IPv4Address(value))
