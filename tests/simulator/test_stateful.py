# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A thousand random sequences of calls, jobs overtaking each other, leave a consistent cloud behind.

The calls are drawn from all that the simulator serves, with parameters that mostly make sense, and reach the program
within this process. Hypothesis shortens a sequence that breaks something to the calls that do.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from sqlalchemy import literal, select, text, union_all

from zstack_simulator import families
from zstack_simulator.families.identity.accounts import INITIAL_PASSWORD
from zstack_simulator.jobs import Latency
from zstack_simulator.node import Node
from zstack_simulator.protocol import Shell
from zstack_simulator.store import RESOURCES, metadata, resource_table

families.load()  # declares all tables

SEQUENCES = 500  # for each generation


VM = {"name": "vm", "volumes": [{"snapshots": [{}]}]}
CEPH = {"type": "Ceph", "totalCapacity": 1 << 40}
CLOUD = {
    "instanceOfferings": [{"name": "small"}, {"name": "large", "cpuNum": 40, "memorySize": 64 << 30}],
    "diskOfferings": [{"name": "disk"}],
    "pciDeviceOfferings": [{"vendorId": "10de", "deviceId": "1eb8"}],
    "zones": [
        {
            "name": "z1",
            "clusters": [
                {
                    "name": "c{i}", "n": 2,
                    "primaryStorages": [{"name": "local"}, {"name": "nfs", "type": "NFS"}],
                    "hosts": [
                        {
                            "n": 2,
                            "iommu": [{"state": "Enabled", "status": "Active"}],
                            "pciDevices": [{"vendorId": "10de", "deviceId": "1eb8"}],
                            "usbDevices": [{"idVendor": "0951", "idProduct": "1666"}],
                            "vms": [VM, {"name": "paused", "state": "Paused"}, {"name": "off", "state": "Stopped"}],
                        },
                    ],
                    "vms": [VM, {"name": "bare"}],
                },
            ],
            "backupStorages": [
                {"totalCapacity": 100 << 30, "images": [{}, {"mediaType": "ISO"}]},
                {"type": "Ceph", "totalCapacity": 1 << 40, "monUrls": ["root:pw@192.0.9.2"], "images": [{}]},
                {"type": "Ceph", "totalCapacity": 1 << 40, "monUrls": ["root:pw@192.0.9.3"]},
                {"type": "SftpBackupStorage", "totalCapacity": 1 << 40},
            ],
            "primaryStorages": [
                {**CEPH, "monUrls": ["root:pw@192.0.9.1"], "volumes": [{}]},
                {**CEPH, "monUrls": ["root:pw@192.0.9.4"]},
            ],
            "l2Networks": [{"l3Networks": [
                {"ipRanges": [{"networkCidr": "192.168.1.0/26"}], "eips": [{}, {}]},
                {"ipRanges": [{"networkCidr": "192.168.2.0/29"}]},
            ]}],
        },
        {"name": "z2", "l2Networks": [{}]},
    ],
}  # fmt: skip
MDEV = {"hosts": [{"iommu": [{"state": "Enabled", "status": "Active"}], "vms": [{"state": "Stopped"}],
                   "pciDevices": [{"type": "GPU_3D_Controller", "vendorId": "10de", "deviceId": "13f2",
                                   "mdevDevices": [{"spec": "GRID M60-2A"}, {"spec": "GRID M60-2A"}]}]}]}  # fmt: skip
EXTRA = {
    "2.3.1": {"baremetalPxeServers": [{}], "baremetalChassis": [{"n": 2}]},
    "5.2": {"zones": [{"clusters": [MDEV, {"hypervisorType": "baremetal", "type": "baremetal",
                                           "baremetalPxeServers": [{}], "baremetalChassis": [{"n": 2}]}]}]},
}  # fmt: skip

# A sequence draws from some of the APIs, so that what belongs together comes together.
THEMES = ["Vm|Volume|Snapshot|Host", "PrimaryStorage|Volume|Cluster|Ceph|Local|Vm", "Image|BackupStorage|Vm",
          "L2|L3|Ip|Nic|Vm|Eip|Vip", "Pci|Usb|Mdev|Iommu|Vm|Host", "Baremetal|Chassis", "Tag|Zone|Cluster|Host|Job",
          "Delete|Destroy|Expunge|Recover|Create", "."]  # fmt: skip
# Without these hardly a call succeeds.
NEEDED = {
    "CreateVmInstance": {"instanceOfferingUuid", "imageUuid", "l3NetworkUuids"},
    "CreateFaultToleranceVmInstance": {"instanceOfferingUuid"},
    "GetEipAttachableVmNics": {"vipUuid"},
}

# Who the caller is must not change under way.
LEFT_ALONE = re.compile("LogIn|LogOut|Session|Account|ZQL|AccessKey|.*User$")

# On 5.2 an update of nothing never ends.
ENDLESS = {"UpdatePrimaryStorage"}

# The kind of thing a parameter names.
KINDS = {
    "zone": "zone", "cluster": "cluster", "host": "host", "destHost": "host", "primaryStorage": "primary_storage",
    "dstPrimaryStorage": "primary_storage", "primaryStorageUuidForRootVolume": "primary_storage",
    "backupStorage": "backup_storage", "srcBackupStorage": "backup_storage", "dstBackupStorage": "backup_storage",
    "image": "image", "iso": "image", "vmInstance": "vm", "vm": "vm", "volume": "volume", "l2Network": "l2_network",
    "l3Network": "l3_network", "defaultL3Network": "l3_network", "ipRange": "ip_range", "vmNic": "vm_nic",
    "instanceOffering": "instance_offering", "diskOffering": "disk_offering", "rootDiskOffering": "disk_offering",
    "dataDiskOffering": "disk_offering", "pciDevice": "pci_device", "usbDevice": "usb_device", "eip": "eip",
    "vip": "vip", "mdevDevice": "mdev_device", "mdevSpec": "mdev_spec", "chassis": "chassis", "pxeServer": "pxe_server",
    "faultToleranceVm": "vm", "tag": "tag_pattern", "mon": "ceph_primary_storage_mon", "usedIp": "used_ip",
}  # fmt: skip
PATHS = {
    "/zones/": "zone", "/clusters/": "cluster", "/hosts/": "host", "/pci-device/hosts/": "host", "/images/": "image",
    "/pci-device/pci-devices/": "pci_device", "/pci-device/pci-device-offerings/": "pci_offering",
    "/usb-device/": "usb_device", "/primary-storage/ceph/pools/": "ceph_pool", "/primary-storage/": "primary_storage",
    "/backup-storage/": "backup_storage", "/vm-instances/": "vm", "/volumes/": "volume", "/volume-snapshots/":
    "volume_snapshot", "/l2-networks/": "l2_network", "/l3-networks/ip-ranges/": "ip_range", "/l3-networks/":
    "l3_network", "/instance-offerings/": "instance_offering", "/disk-offerings/": "disk_offering", "/vips/": "vip",
    "/eips/": "eip", "/baremetal/chassis/": "chassis", "/baremetal/pxeserver": "pxe_server",
    "/baremetal/hostcfg/": "host_cfg", "/mdev-devices/": "mdev_device", "/mdev-device-specs/": "mdev_spec",
    "/longjobs/": "longjob", "/tags/": "tag", "/system-tags/": "tag",
}  # fmt: skip


def values_of(rng, api, name):
    """Something that makes sense as a text of this name."""
    number = rng.randrange(1, 12)
    special = {
        "url": f"192.0.2.{number}:/nfs" if "Nfs" in api else f"/folder{number}",
        "managementIp": f"10.7.0.{number}", "hostname": f"10.8.0.{number}", "ipmiAddress": f"10.9.0.{number}",
        "startIp": f"192.168.9.{number}", "endIp": f"192.168.9.{number + 9}", "gateway": "192.168.9.1",
        "netmask": "255.255.255.0", "networkCidr": f"192.168.{number + 50}.0/29", "dns": f"192.0.2.{number}",
        "vendorId": "10de", "deviceId": rng.choice(["1eb8", "1eb9"]), "dhcpInterface": "eth0",
        "storagePath": "/zstack_bm", "resourceType": "VmInstanceVO", "hypervisorType": "KVM", "ipmiPort": "623",
        "mediaType": rng.choice(["RootVolumeTemplate", "ISO", "DataVolumeTemplate"]), "format": "qcow2",
        "allocatorStrategy": "DefaultHostAllocatorStrategy", "physicalInterface": "eth0", "script": "exit 1",
        "strategy": rng.choice(["InstantStart", "CreateStopped"]), "platform": "Linux", "architecture": "x86_64",
        "l2ProviderType": "LinuxBridge", "vSwitchType": "LinuxBridge",
        "tag": rng.choice(["blue", "hostname::vm", "nonsense"]), "dhcpRangeNetmask": "255.255.255.0",
        "metaData": "{}", "requiredIp": f"192.168.1.{number}", "staticIp": f"192.168.1.{number}",
    }  # fmt: skip
    return special.get(name, f"x{number}")


class World:
    """One simulated node within this process."""

    def __init__(self, profile):
        self.node = Node(profile, uuid_seed=1)
        self.shell = Shell(self.node)
        self.node.seed(CLOUD)
        self.node.seed(EXTRA[profile])
        self.loop = asyncio.new_event_loop()
        body = {"logInByAccount": {"accountName": "admin", "password": INITIAL_PASSWORD}}
        _status, reply = self.send("PUT", "/accounts/login", body)
        self.session = reply["inventory"]["uuid"]
        self.born = self.node.save()
        apis = self.node.catalog.apis.values()
        apis = [api for api in apis if self.node.serves(api) and not api.is_query and not LEFT_ALONE.match(api.name)]
        self.themes = [[api for api in apis if re.search(theme, api.name)] for theme in THEMES]

    def send(self, method, path, body=None, query=""):
        """One request; its status and its JSON, or text."""
        content = json.dumps(body).encode() if body is not None else b""
        scope = {
            "type": "http", "method": method, "path": f"/zstack/v1{path}", "raw_path": f"/zstack/v1{path}".encode(),
            "query_string": query.encode(), "extensions": {}, "server": ("127.0.0.1", 8080),
            "headers": [(b"authorization", b"OAuth " + getattr(self, "session", "").encode())],
        }  # fmt: skip
        sent = []

        async def receive():
            return {"type": "http.request", "body": content, "more_body": False}

        async def send(message):
            sent.append(message)

        self.loop.run_until_complete(self.shell(scope, receive, send))
        status, answer = sent[0]["status"], sent[1].get("body", b"")
        return status, json.loads(answer) if answer[:1] == b"{" else answer.decode()

    # Calls

    def pick(self, rng, kind):
        """The uuid of something that is there, now and then of nothing."""
        table = RESOURCES[kind].table
        found = self.node.execute(select(table.c.uuid)).scalars().all()
        return rng.choice(found) if found and rng.random() < 0.97 else "0123456789ab4def8123456789abcdef"

    def value(self, rng, api, param):
        name = param.name
        stem = re.sub(r"Uuids?$", "", name)
        kind = KINDS.get(stem, KINDS.get(name))
        if name == "uuid":
            kind = next((kind for path, kind in PATHS.items() if api.path.startswith(path)), "zone")
        elif name == "monUuid" and "Backup" in api.name:
            kind = "ceph_backup_storage_mon"
        elif name in ("resourceUuid", "resourceUuids"):
            kind = rng.choice(["vm", "zone", "host", "volume"])
        if kind:
            return (
                [self.pick(rng, kind) for _turn in range(rng.randrange(1, 3))]
                if name.endswith("s")
                else self.pick(rng, kind)
            )
        if param.values:
            return rng.choice(param.values)
        if param.kind in ("boolean", "Boolean"):
            return rng.random() < 0.5
        if param.kind in ("int", "Integer", "long", "Long"):
            if "size" in name.lower():
                return rng.choice([1 << 30, 8 << 30, 1 << 45])
            return rng.randrange(1, 9)
        if name == "cfgItems":
            return {"nicCfgs": [{"mac": f"52:54:00:00:00:{rng.randrange(10, 99)}", "pxe": True}]}
        if param.kind in ("List", "Set"):
            words = {"monUrls": "root:pw@192.0.9.{}", "monHostnames": "192.0.9.{}"}.get(name, "x{}")
            return [rng.choice([1 << 30])] if name == "dataDiskSizes" else [words.format(rng.randrange(1, 9))]
        return values_of(rng, api.name, name) if param.kind == "String" else None

    def call(self, rng, apis):
        """A random call: what was called, and its answer."""
        api = rng.choice(apis)
        params = {}
        for param in api.params.values():
            wanted = param.required or param.name in NEEDED.get(api.name, ()) or rng.random() < 0.2
            if param.name in ("tagUuids", "vmNicParams", "diskAOs", "romContent") or not wanted:
                continue
            if param.name == "resourceUuid" and "{resourceUuid}" not in api.path and "resourceType" not in api.params:
                continue
            value = self.value(rng, api, param)
            if value is not None:
                params[param.name] = value
        path = re.sub(r"{(\w+)}", lambda match: str(params.get(match[1], "x")), api.path)
        if api.method in ("GET", "DELETE"):
            return api.name, params, self.send(api.method, path, query=urlencode(params, doseq=True))
        return api.name, params, self.send(api.method, path, {api.key or "params": params})

    def poll(self, rng, chance):
        """Polls some of the jobs under way; every outcome must be of the status table."""
        for uuid, api in list(self.under_way.items()):
            if rng.random() < chance:
                answer = self.send("GET", f"/api-jobs/{uuid}")
                if answer[0] != 202:
                    note(f"    {api} -> {answer}")
                    proper(api, answer)
                    del self.under_way[uuid]

    def play(self, theme, moves, polls):
        """A sequence from the same beginning; every answer is of the status table."""
        self.node.restore(self.born)
        self.node.latency = Latency.make("polls", polls)
        self.under_way = {}
        for move in moves:
            rng = random.Random(move)
            name, params, answer = self.call(rng, self.themes[theme])
            note(f"{name} {params} -> {answer}")
            proper(name, answer)
            if answer[0] == 202:
                self.under_way[answer[1]["location"].rpartition("/")[2]] = name
            self.poll(rng, 0.4)
        for _turn in range(200):
            self.poll(rng, 1)
            if not self.node.jobs.background and set(self.under_way.values()) <= ENDLESS:
                break
            self.send("GET", "/zones", query="limit=0")


def proper(api, answer):
    status, body = answer
    assert status in (200, 202, 400, 503), (api, answer)
    if status == 503:
        said = json.dumps(body["error"])
        assert not re.search(r"\w+(Error|Exception|Interrupt): (?!UNIQUE)", said), (api, said)


# -- what must be true at last --------------------------------------------------------------------------------------

# These may name what is gone: what a long job was about, where a volume was, and what it or a cache was made of.
HISTORY = {
    ("longjob", "targetResourceUuid"), ("longjob", "managementNodeUuid"), ("volume", "lastVmInstanceUuid"),
    ("volume", "rootImageUuid"), ("image_cache", "imageUuid"), ("tag", "tagPatternUuid"),
}  # fmt: skip
FINAL = {
    ("host", "state"): "Enabled Disabled Maintenance",
    ("host", "status"): "Connected Disconnected",
    ("primary_storage", "status"): "Connected Disconnected",
    ("backup_storage", "status"): "Connected Disconnected",
    ("ceph_primary_storage_mon", "status"): "Connected Disconnected",
    ("ceph_backup_storage_mon", "status"): "Connected Disconnected",
    ("vm", "state"): "Running Stopped Paused Destroyed Created",
    ("volume", "status"): "Ready NotInstantiated Deleted",
    ("volume_snapshot", "status"): "Ready",
    ("image", "status"): "Ready Deleted",
    ("image_backup_storage_ref", "status"): "Ready Deleted",
    ("longjob", "state"): "Succeeded Failed Canceled",
    ("pci_device", "status"): "Active Inactive Attached System Reserved",
    ("usb_device", "state"): "Enabled Disabled",
}


# Deleted offerings keep their uuid.
ALIVE = resource_table.c.type.is_not(None)


def references():
    """One query for all fields that name something by uuid, and name nothing."""
    parts = []
    known = select(resource_table.c.uuid).where(ALIVE)
    others = [RESOURCES[name].table for name in RESOURCES if not RESOURCES[name].registered and
              "uuid" in RESOURCES[name].table.c]  # fmt: skip
    for table in metadata.sorted_tables:
        for column in table.columns:
            if not column.name.endswith("Uuid") or (table.name, column.name) in HISTORY:
                continue
            dangling = column.is_not(None) & column.not_in(known)
            for other in others:
                dangling &= column.not_in(select(other.c.uuid))
            parts.append(select(literal(f"{table.name}.{column.name}"), column).where(dangling))
    return union_all(*parts)


def registrations():
    """One query for rows that the table of all resources does not know, and the other way round."""
    parts, here = [], []
    for resource in RESOURCES.values():
        if resource.registered:
            uuids = select(resource_table.c.uuid).where(resource_table.c.type == resource.vo)
            parts.append(select(literal(resource.name), resource.c.uuid).where(resource.c.uuid.not_in(uuids)))
            here.append(select(resource.c.uuid))
    lost = select(literal("resource"), resource_table.c.uuid).where(
        ALIVE, resource_table.c.uuid.not_in(union_all(*here))
    )
    return union_all(*parts, lost)


def illegal_states():
    return union_all(*(
        select(literal(f"{name}.{field}"), RESOURCES[name].c[field]).where(
            RESOURCES[name].c[field].not_in(legal.split()) | RESOURCES[name].c[field].is_(None))
        for (name, field), legal in FINAL.items()
    ))  # fmt: skip


NOTHING_IN = [references(), registrations(), illegal_states()]

# Each finds rows whose books do not balance.
BOOKS = {
    "a host's capacity is what its VMs leave": """
        SELECT h.uuid, h.totalCpuCapacity - h.availableCpuCapacity, h.totalMemoryCapacity - h.availableMemoryCapacity,
               coalesce(sum(v.cpuNum), 0) AS cpu, coalesce(sum(v.memorySize), 0) AS memory
        FROM host h LEFT JOIN vm v ON v.hostUuid = h.uuid AND v.type != 'FaultToleranceVmGroup' GROUP BY h.uuid
        HAVING cpu != h.totalCpuCapacity - h.availableCpuCapacity
            OR memory != h.totalMemoryCapacity - h.availableMemoryCapacity OR h.availableMemoryCapacity < 0
    """,
    "a VM has a host exactly while it lives": """
        SELECT uuid, state, hostUuid FROM vm WHERE type != 'FaultToleranceVmGroup'
        AND (hostUuid IS NOT NULL) != (state IN ('Running', 'Paused', 'Unknown'))
    """,
    "a VM's host is in its cluster and zone": """
        SELECT v.uuid FROM vm v JOIN host h ON h.uuid = v.hostUuid
        WHERE v.clusterUuid IS NOT h.clusterUuid OR v.zoneUuid != h.zoneUuid
    """,
    "no VM runs on a host in maintenance": """
        SELECT v.uuid FROM vm v JOIN host h ON h.uuid = v.hostUuid WHERE h.state = 'Maintenance'
    """,
    "a shared storage's capacity is what its users leave": """
        SELECT p.uuid, p.type, p.totalCapacity, p.availableCapacity, coalesce(sum(u.size), 0) AS used
        FROM primary_storage p LEFT JOIN primary_storage_usage u ON u.primaryStorageUuid = p.uuid
        WHERE p.type != 'LocalStorage' GROUP BY p.uuid
        HAVING p.totalCapacity > 0 AND used != p.totalCapacity - p.availableCapacity
    """,
    "a local disk's capacity is what its users leave": """
        SELECT d.hostUuid, d.totalCapacity - d.availableCapacity, coalesce(sum(u.size), 0) AS used
        FROM local_storage_host d LEFT JOIN primary_storage_usage u
          ON u.primaryStorageUuid = d.primaryStorageUuid AND u.hostUuid = d.hostUuid
        GROUP BY d.primaryStorageUuid, d.hostUuid HAVING used != d.totalCapacity - d.availableCapacity
    """,
    "a local storage is the sum of its disks": """
        SELECT p.uuid, p.totalCapacity, p.availableCapacity FROM primary_storage p
        LEFT JOIN local_storage_host d ON d.primaryStorageUuid = p.uuid WHERE p.type = 'LocalStorage' GROUP BY p.uuid
        HAVING p.totalCapacity != coalesce(sum(d.totalCapacity), 0)
            OR p.availableCapacity != coalesce(sum(d.availableCapacity), 0)
    """,
    "a volume takes its size, where it says it lies": """
        SELECT v.uuid, v.status, v.size, u.size
        FROM volume v LEFT JOIN primary_storage_usage u ON u.resourceUuid = v.uuid
        WHERE (v.primaryStorageUuid IS NULL) != (u.uuid IS NULL) OR v.primaryStorageUuid IS NOT u.primaryStorageUuid
           OR (u.uuid IS NOT NULL AND u.size != v.size)
    """,
    "a backup storage's capacity is what its images leave": """
        SELECT b.uuid, b.totalCapacity, b.availableCapacity, coalesce(sum(i.actualSize), 0) AS used
        FROM backup_storage b
        LEFT JOIN image_backup_storage_ref r ON r.backupStorageUuid = b.uuid AND r.installPath IS NOT NULL
        LEFT JOIN image i ON i.uuid = r.imageUuid GROUP BY b.uuid HAVING used != b.totalCapacity - b.availableCapacity
    """,
    "devices are Attached exactly while a VM has them": """
        SELECT uuid, status, vmInstanceUuid FROM pci_device WHERE (status = 'Attached') != (vmInstanceUuid IS NOT NULL)
        UNION ALL SELECT uuid, status, vmInstanceUuid FROM mdev_device
        WHERE (status = 'Attached') != (vmInstanceUuid IS NOT NULL)
    """,
    "devices are on the host of the VM that has them": """
        SELECT d.uuid FROM pci_device d JOIN vm v ON v.uuid = d.vmInstanceUuid
        WHERE v.hostUuid IS NOT NULL AND v.hostUuid != d.hostUuid
    """,
    "an address is used once, by a NIC or a VIP that has it": """
        SELECT l3NetworkUuid, ip, count(*) FROM used_ip GROUP BY l3NetworkUuid, ip HAVING count(*) > 1
        UNION ALL SELECT n.uuid, n.ip, 0 FROM vm_nic n LEFT JOIN used_ip u ON u.vmNicUuid = n.uuid
        WHERE n.ip IS NOT NULL AND u.uuid IS NULL
    """,
    "a destroyed or expunged VM holds no device and no data volume": """
        SELECT v.uuid FROM vm v JOIN volume d ON d.vmInstanceUuid = v.uuid
        WHERE v.state = 'Destroyed' AND d.type = 'Data'
        UNION ALL SELECT v.uuid FROM vm v JOIN pci_device d ON d.vmInstanceUuid = v.uuid WHERE v.state = 'Destroyed'
        UNION ALL SELECT v.uuid FROM vm v JOIN usb_device d ON d.vmInstanceUuid = v.uuid WHERE v.state = 'Destroyed'
    """,
    "a VM has one root volume, which says so": """
        SELECT v.uuid, v.state, r.uuid FROM vm v LEFT JOIN volume r ON r.uuid = v.rootVolumeUuid
        WHERE v.type = 'UserVm' AND v.state != 'Created'
          AND (r.uuid IS NULL OR r.vmInstanceUuid IS NOT v.uuid OR r.type != 'Root')
    """,
    "one zone at most is the default": "SELECT count(*) FROM zone WHERE isDefault HAVING count(*) > 1",
    "every job has ended": "SELECT uuid, api FROM job WHERE done = 0 AND api != 'UpdatePrimaryStorage'",
}


def consistent(node):
    """Nothing dangles, everything adds up, nothing is on its way."""
    assert node.execute(text("PRAGMA foreign_key_check")).all() == []
    for query in NOTHING_IN:
        assert node.execute(query).all() == []
    for rule, query in BOOKS.items():
        assert (rule, node.execute(text(query)).all()) == (rule, [])
    assert not node.jobs.background and {work.api for work in node.jobs.running.values()} <= ENDLESS


@pytest.fixture(scope="module")
def world():
    worlds = {}
    yield lambda profile: worlds.get(profile) or worlds.setdefault(profile, World(profile))
    for each in worlds.values():
        each.loop.close()
        each.node.store.close()


@pytest.mark.parametrize("profile", ["2.3.1", "5.2"])
def test_the_seeded_cloud_is_consistent(world, profile):
    """Design 7: what seeds build obeys the same rules as what calls build."""
    consistent(world(profile).node)


@pytest.mark.parametrize("profile", ["2.3.1", "5.2"])
@settings(max_examples=SEQUENCES, deadline=None, derandomize=True, database=None,
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(
    theme=st.integers(0, len(THEMES) - 1),
    moves=st.lists(st.integers(0, 2**32), min_size=5, max_size=40),
    polls=st.sampled_from([0, 1, 2]),
)
def test_random_sequences(world, profile, theme, moves, polls):
    """manners 5: no reference dangles, capacities add up, every job ends, every visible state is legal."""
    there = world(profile)
    there.play(theme, moves, polls)
    consistent(there.node)
