# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a VM is made: what is asked for, what it is built of, its first and every later start."""

from __future__ import annotations

import ipaddress
from collections import defaultdict

from sqlalchemy import literal_column, select

from ...errors import ApiError, invalid, refused
from ...family import Family
from ..compute.cluster import cluster
from ..compute.host import host
from ..compute.offering import disk_offering, instance_offering
from ..compute.zone import zone
from ..networks.network import address_row, find_address, free_addresses, ip_range, l2_cluster, l3, used_ip
from ..storage import primary_storage as storages
from ..storage.backup_storage import attachment as backup_attachment
from ..storage.backup_storage import backup_storage
from ..storage.image import image, image_ref
from ..storage.primary_storage import primary_storage
from ..storage.volume import pick_storage, place, volume
from .placement import find_hosts, hosts_for, no_host, refused_by
from .vm import ALIVE, cd_rom, check_state, leave, members, nic, occupy, operable, settle, vm, whole

# Which primary storages can take an image from a backup storage of a type.
REACH = {
    "ImageStoreBackupStorage": ("LocalStorage", "NFS", "SharedMountPoint", "Ceph"),
    "SftpBackupStorage": ("LocalStorage", "NFS", "SharedMountPoint"), "Ceph": ("Ceph",), "Fusionstor": ("Fusionstor",),
}  # fmt: skip


family = Family()

FIDELITY = {
    "CreateVmInstance": ("inferred", "any allocator strategy prefers the last host, then the host with most free "
                         "memory; the time to boot is the node's latency"),
    "StartVmInstance": ("inferred", None),
}  # fmt: skip


# -- what a VM is made of ---------------------------------------------------------------------------------------


def add_nic(node, uuid, l3_uuid, wanted=None):
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


def _left(node, uuid):
    """The uuid of a disk offering, unless it was deleted since it was asked for."""
    return uuid if disk_offering.get(node, uuid) else None


def images_within(node, image_uuid, zone_uuid):
    """The types of primary storages that can take an image from the backup storages of a zone."""
    homes = select(backup_attachment.c.backupStorageUuid).where(backup_attachment.c.zoneUuid == zone_uuid)
    kept = select(image_ref.c.backupStorageUuid).where(image_ref.c.imageUuid == image_uuid,
                                                       image_ref.c.status == "Ready")  # fmt: skip
    found = backup_storage.find(node, backup_storage.c.uuid.in_(homes), backup_storage.c.uuid.in_(kept),
                                status="Connected")  # fmt: skip
    return {kind for each in found for kind in REACH[each["type"]]}


def build(node, uuid, spec, *criteria):
    """Makes what a new VM consists of and puts it on a host; raises what hinders it, and then nothing was made.
    `spec` says what was asked for."""
    with node.store.connection.begin_nested():
        _assemble(node, uuid, spec, *criteria)


def _assemble(node, uuid, spec, *criteria):
    row = vm.require(node, uuid)
    check_state(row, "an allocation", ("Starting",))
    wanted = {"clusterUuid": "clusterUuid", "hostUuid": "uuid"}
    criteria = (*criteria, *(host.c[column] == spec[name] for name, column in wanted.items() if spec.get(name)))
    original = image.require(node, row["imageUuid"])
    problem = no_host("none is Enabled and Connected with the capacity and the networks it needs")
    for home in find_hosts(node, row, spec["l3NetworkUuids"], *criteria):
        kinds = images_within(node, original["uuid"], home["zoneUuid"])
        if not kinds:
            problem = no_host("its image is on no backup storage of their zone")
            continue
        try:
            storage = pick_storage(node, home["clusterUuid"], spec["rootSize"], home["uuid"], kinds,
                                   spec.get("storage"))  # fmt: skip
            break
        except ApiError as error:
            problem = error
    else:
        raise problem
    root = volume.create(node, {
        "name": f"ROOT-for-{row['name']}", "description": f"Root volume for VM[uuid:{uuid}]", "type": "Root",
        "vmInstanceUuid": uuid, "deviceId": 0, "state": "Enabled",
        "rootImageUuid": original["uuid"], "diskOfferingUuid": _left(node, spec.get("rootDiskOfferingUuid")),
        "status": "Creating",
        "size": spec["rootSize"], "actualSize": 0 if original["mediaType"] == "ISO" else original["actualSize"],
        "isShareable": False, "lastAttachDate": node.now(),
    })  # fmt: skip
    place(node, root, storage, home["uuid"])
    storages.cache_image(node, storage["uuid"], original, home["uuid"])
    for index, (offering_uuid, size) in enumerate(spec["dataDisks"], 1):
        data = volume.create(node, {
            "name": f"DATA-for-{row['name']}", "type": "Data", "vmInstanceUuid": uuid, "deviceId": index, "size": size,
            "diskOfferingUuid": _left(node, offering_uuid), "state": "Enabled", "status": "Creating", "actualSize": 0,
            "isShareable": False, "lastAttachDate": node.now(),
        })  # fmt: skip
        place(node, data, pick_storage(node, home["clusterUuid"], size, home["uuid"]), home["uuid"])
    for l3_uuid in spec["l3NetworkUuids"]:
        add_nic(node, uuid, l3_uuid, spec["staticIps"].get(l3_uuid))
    if not node.old or original["mediaType"] == "ISO":
        slot = add_cd_rom(node, uuid)
        if original["mediaType"] == "ISO":
            load(node, cd_rom.get(node, slot), original)
    vm.update(node, uuid, rootVolumeUuid=root, defaultL3NetworkUuid=spec.get("defaultL3NetworkUuid"))
    settle(node, uuid, home, "Running")


def add_cd_rom(node, uuid):
    device = len(cd_rom.find(node, vmInstanceUuid=uuid))
    return cd_rom.create(node, {"vmInstanceUuid": uuid, "deviceId": device, "name": f"vm-{uuid}-cdRom"})


def load(node, slot, iso):
    """Puts an ISO into a CD-ROM; 2.3.1 tells by a system tag."""
    path = image_ref.find(node, imageUuid=iso["uuid"], status="Ready")[0]["installPath"]
    cd_rom.update(node, slot["uuid"], isoUuid=iso["uuid"], isoInstallPath=path)
    if node.old:
        node.add_tag(vm, slot["vmInstanceUuid"], f"iso::{iso['uuid']}::{slot['deviceId']}", "System")


# -- creation ---------------------------------------------------------------------------------------------------

CREATION_REFS = {
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


def check_image(node, msg):
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


def plan(node, msg, **more):
    """Checks a request for a VM: its row, and what is to be built with it."""
    size = _offering(node, msg.get("instanceOfferingUuid"), instance_offering)
    if size is not None and size["type"] != "UserVm":
        raise invalid(f"instance offering[uuid:{size['uuid']}] is of type {size['type']}, not UserVm")
    if size is None:
        if not (msg.get("cpuNum") or 0) > 0 or not (msg.get("memorySize") or 0) > 0:
            raise invalid("instanceOfferingUuid, or cpuNum and memorySize, must be given")
        size = {"cpuSpeed": 0, "allocatorStrategy": "LeastVmPreferredHostAllocatorStrategy",
                **msg.picked("cpuNum", "memorySize", "reservedMemorySize")}  # fmt: skip
    original = check_image(node, msg)
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


@family.api("CreateVmInstance", refs=CREATION_REFS, creates=vm, everyone=True)
def create(node, msg):
    row, spec = plan(node, msg)
    uuid = vm.create(node, {**row, "spec": spec}, msg.get("resourceUuid"))
    if msg["strategy"] != "JustCreate":
        vm.update(node, uuid, state="Starting")
        yield
        try:
            build(node, uuid, spec)
        except ApiError as error:
            vm.destroy(node, uuid, force=True)
            yield
            raise refused_by("create", msg["name"], error) from error
        if msg["strategy"] == "CreateStopped":
            leave(node, vm.get(node, uuid), state="Stopped")
    return {"inventory": vm.inventory(node, uuid)}


@family.api("StartVmInstance", refs={"uuid": vm, "clusterUuid": cluster, "hostUuid": host}, everyone=True)
def start(node, msg):
    group = operable(node, msg["uuid"])
    wanted = {"clusterUuid": "clusterUuid", "hostUuid": "uuid"}
    criteria = [host.c[column] == msg[name] for name, column in wanted.items() if msg.get(name)]
    before = group["state"]
    check_state(group, "StartVmInstance", ("Stopped", "Created"))
    for uuid in whole(node, group):
        vm.update(node, uuid, state="Starting")
    yield
    try:
        started = []
        for row in members(node, vm.require(node, group["uuid"])):
            check_state(row, "StartVmInstance", ("Starting",))
            apart = [host.c.uuid.not_in(started)] if started else []
            if before == "Created":
                build(node, row["uuid"], row["spec"], *criteria, *apart)
            else:
                homes = hosts_for(node, row, *criteria, *apart)
                if not homes:
                    raise no_host("none is Enabled and Connected with the capacity, networks, storages and devices")
                settle(node, row["uuid"], homes[0], "Running")
            started.append(vm.get(node, row["uuid"])["hostUuid"])
    except ApiError as error:
        for row in vm.find(node, vm.c.uuid.in_(whole(node, group)), vm.c.state.in_(("Starting", "Running"))):
            leave(node, row, state=before)
        yield
        raise refused_by("start", group["uuid"], error) from error
    vm.update(node, group["uuid"], state="Running")
    return {"inventory": vm.inventory(node, group["uuid"])}


# -- seeds ------------------------------------------------------------------------------------------------------


@family.seed("vms", vm, within=["hosts", "clusters", "zones"], named_by=["hostUuid", "clusterUuid", "zoneUuid"],
             bulk=True, l3NetworkUuid=str)  # fmt: skip
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
            "uuid": root, "name": f"ROOT-for-{row['name']}", "description": f"Root volume for VM[uuid:{uuid}]",
            "type": "Root", "vmInstanceUuid": uuid, "deviceId": 0,
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
        occupy(node, [(uuid, cpu, memory) for uuid, (cpu, memory) in load.items()])
    stored = {uuid for uuid in networks if uuid and storages.in_cluster(node, uuid)}
    for row in guests:
        if row["clusterUuid"] in stored:
            _seed_place(node, row)
    return guests


def _seed_place(node, row):
    """Puts the root volume of a seeded VM where there is room for it, if there is; of one that never had a host on any
    host of its cluster, where the storage is a local one."""
    home_uuid = row["hostUuid"] or row["lastHostUuid"]
    if home_uuid is None:
        home_uuid = next((each["uuid"] for each in host.find(node, clusterUuid=row["clusterUuid"])), None)
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
