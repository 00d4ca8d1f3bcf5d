# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""KVM hosts: adding, life cycle, shell."""

from __future__ import annotations

import re

from sqlalchemy import func, select

from ...errors import ApiError, internal, invalid, refused
from ...family import STATES, Family
from ...hardware import is_address
from ...store import Inventory, Resource, error_of, number, ref, text
from ..system import long_jobs
from .cluster import cluster, state_hooks
from .zone import zone

FIDELITY = {
    "AddKVMHost": ("read", "every address is a server that takes any credentials, unless `machines` says otherwise"),
    "DeleteHost": ("read", None),
    "QueryHost": ("read", None),
    "UpdateHost": ("read", None),
    "UpdateKVMHost": ("read", None),
    "ChangeHostState": ("read", "no ping: a host gets Disconnected only when something is asked of it"),
    "ReconnectHost": ("read", None),
    "KvmRunShell": ("approximated", "`echo` and `exit` run, other scripts print what `machines` says, or nothing"),
    "UpdateClusterOS": (
        "approximated",
        "the long job upgrades nothing, it takes one step a host and fails where the machine does; filters are ignored",
    ),
    "GetHypervisorTypes": ("approximated", "the types that clusters take, without Simulator"),
    "GetHostAllocatorStrategies": ("approximated", "names as in the manual"),
}

IN_MAINTENANCE = ("PreMaintenance", "Maintenance")
CPU_OVERPROVISIONING = 10  # what one core counts for in CPU capacities

host = Resource(
    "host", "HostVO", "org.zstack.kvm.KVMHostInventory",
    ref("zoneUuid", "zone"), ref("clusterUuid", "cluster"), text("name", index=True), text("description"),
    text("managementIp", unique=True), text("hypervisorType"),
    text("state", values=("Enabled", "Disabled", *IN_MAINTENANCE)),
    text("status", values=("Connecting", "Connected", "Disconnected")),
    number("totalCpuCapacity"), number("availableCpuCapacity"), number("cpuSockets"), number("cpuNum"),
    number("totalMemoryCapacity"), number("availableMemoryCapacity"), text("architecture", since="5.2"),
    text("ipmiAddress", since="5.2"), text("ipmiUsername", since="5.2"), number("ipmiPort", since="5.2"),
    text("ipmiPowerStatus", since="5.2"), text("username"), text("password", secret=True), number("sshPort"),
    text("osDistribution", since="5.2"), text("osRelease", since="5.2"), text("osVersion", since="5.2"),
)  # fmt: skip
# State changes answer with the generic class.
generic = host.subview("org.zstack.header.host.HostInventory",
                       hide=("username", "sshPort", "osDistribution", "osRelease", "osVersion"))  # fmt: skip
host.relates("zone", "zone", own="zoneUuid")
host.relates("cluster", "cluster", own="clusterUuid")
zone.relates("host", "host", theirs="zoneUuid")
cluster.relates("host", "host", theirs="clusterUuid")
host.system_tags += ["reservedCpu::*", "reservedMemory::*", "hostCpuModelName::*", "iommu::*"]

# What a family wants to happen to a host, in order of registration; raise ApiError to hinder it:
# maintenance(node, row) before a host is in maintenance (evacuate VMs; may be a generator of steps),
# connected(node, row, machine) after a connect or reconnect (scan devices, attach storages).
maintenance_hooks = []
connected_hooks = []

family = Family()
family.query("QueryHost", host)


def _check_address(node, address):
    if not is_address(address):
        raise invalid(f"managementIp[{address}] is neither an IPv4 address nor a valid hostname")
    if host.find(node, managementIp=address):
        raise invalid(f"there has been a host having managementIp[{address}]")


def facts_of(machine):
    """What a connect learns from a machine, as columns."""
    cpu = machine.cpu_num * CPU_OVERPROVISIONING
    return {
        "cpuSockets": machine.cpu_sockets, "cpuNum": machine.cpu_num, "totalCpuCapacity": cpu,
        "totalMemoryCapacity": machine.memory, "architecture": machine.architecture,
        "ipmiPort": 623, "ipmiPowerStatus": "UN_CONFIGURED",
        "osDistribution": machine.os_distribution, "osRelease": machine.os_release, "osVersion": machine.os_version,
    }  # fmt: skip


def _connect(node, uuid):
    """Connects a host and takes over what is learnt about it; raises what hinders it."""
    row = host.require(node, uuid)
    machine = node.hardware.connect(row["managementIp"], row["username"], row["password"], row["sshPort"])
    facts = facts_of(machine)
    home = cluster.get(node, row["clusterUuid"])
    others = host.find(node, host.c.uuid != uuid, host.c.osDistribution.is_not(None), clusterUuid=home["uuid"])
    if not node.old:
        if home["architecture"] is None:
            cluster.update(node, home["uuid"], architecture=machine.architecture)
        elif home["architecture"] != machine.architecture:
            raise refused(f"the host is {machine.architecture}, its cluster {home['architecture']}")
    elif any((other[name] != facts[name]) for other in others for name in ("osDistribution", "osVersion")):
        raise refused("the host's operating system differs from that of the other hosts in its cluster")
    for total in ("CpuCapacity", "MemoryCapacity"):
        used = (row[f"total{total}"] or 0) - (row[f"available{total}"] or 0)
        facts[f"available{total}"] = facts[f"total{total}"] - used
    host.update(node, uuid, status="Connected", **facts)
    for hook in connected_hooks:
        hook(node, host.get(node, uuid), machine)


@family.api("AddKVMHost", refs={"clusterUuid": cluster}, creates=host)
def add(node, msg):
    _check_address(node, msg["managementIp"])
    home = cluster.get(node, msg["clusterUuid"])
    if home["hypervisorType"] != "KVM":
        raise refused(f"a KVM host cannot be added to a cluster of hypervisorType {home['hypervisorType']}")
    row = {
        **msg.picked("name", "description", "managementIp", "clusterUuid", "username", "password", "sshPort"),
        "zoneUuid": home["zoneUuid"], "hypervisorType": "KVM", "state": "Enabled", "status": "Connecting",
    }  # fmt: skip
    uuid = host.create(node, row, msg.get("resourceUuid"))
    yield
    try:
        _connect(node, uuid)
    except ApiError as error:
        host.destroy(node, uuid, force=True)
        yield
        raise ApiError("HOST.1000", f"failed to add the host[{msg['managementIp']}]", error) from error
    return {"inventory": host.inventory(node, uuid)}


@family.api("UpdateHost", "UpdateKVMHost", refs={"uuid": host})
def update(node, msg):
    if node.old and host.get(node, msg["uuid"])["status"] == "Connecting":
        raise refused("the host is Connecting and cannot be updated")
    if "managementIp" in msg:  # the host's own address counts as taken
        _check_address(node, msg["managementIp"])
    host.update(node, msg["uuid"],
                **msg.picked("name", "description", "managementIp", "username", "password", "sshPort"))  # fmt: skip
    return {"inventory": host.inventory(node, msg["uuid"])}


@family.api("ChangeHostState", refs={"uuid": host})
def change_state(node, msg):
    uuid, event = msg["uuid"], msg["stateEvent"]
    if event == "maintain":
        yield from _enter_maintenance(node, uuid)
    else:
        leaving = host.get(node, uuid)["state"] == "Maintenance"
        host.update(node, uuid, state=STATES[event])
        if leaving and not node.old:
            host.update(node, uuid, status="Connecting")
            node.background(_come_back(node, uuid))
        yield
    return {"inventory": host.inventory(node, uuid, generic)}


def _enter_maintenance(node, uuid):
    row = host.get(node, uuid)
    if row["state"] == "Maintenance":
        raise internal(f"no state transition from Maintenance by maintain for host[uuid:{uuid}]")
    if row["status"] != "Connected":
        raise refused(f"host[uuid:{uuid}] is {row['status']}: only a Connected host can enter maintenance")
    before = row["state"] if row["state"] not in IN_MAINTENANCE else "Enabled"
    host.update(node, uuid, state="PreMaintenance")
    yield
    try:
        for hook in maintenance_hooks:
            yield from hook(node, row) or ()
    except ApiError as error:
        host.update(node, uuid, state=before)
        yield
        raise ApiError("HOST.1001", f"host[uuid:{uuid}] cannot enter maintenance", error) from error
    host.update(node, uuid, state="Maintenance")


def _come_back(node, uuid):
    """After maintenance a 5.2 host reconnects by itself, when the API has long answered."""
    yield
    if host.get(node, uuid) is not None:
        try:
            _connect(node, uuid)
        except ApiError:
            host.update(node, uuid, status="Disconnected")


@family.api("ReconnectHost", refs={"uuid": host})
def reconnect(node, msg):
    uuid = msg["uuid"]
    row = host.get(node, uuid)
    if row["state"] in IN_MAINTENANCE:
        why = refused(f"host[uuid:{uuid}] is in state {row['state']} and cannot be reconnected")
        raise ApiError("HOST.1002", f"failed to reconnect host[uuid:{uuid}]", why)
    host.update(node, uuid, status="Connecting")
    yield
    try:
        _connect(node, uuid)
    except ApiError as error:
        host.update(node, uuid, status="Disconnected")
        yield
        raise ApiError("HOST.1002", f"failed to reconnect host[uuid:{uuid}]", error) from error
    return {"inventory": host.inventory(node, uuid)}


@family.api("DeleteHost")
def delete(node, msg):
    if host.get(node, msg["uuid"]) is None:
        return
    if not node.old:
        host.update(node, msg["uuid"], state="Disabled")
    yield
    host.destroy(node, msg["uuid"], msg.force)


def _cluster_changes(node, cluster_uuid, event):
    """Hosts follow their cluster's state, except those in maintenance."""
    for row in host.find(node, host.c.state.not_in(IN_MAINTENANCE), clusterUuid=cluster_uuid):
        host.update(node, row["uuid"], state=STATES[event])


state_hooks.append(_cluster_changes)


@cluster.on_delete(order=10)
def cluster_goes(node, row, force):
    for child in host.find(node, clusterUuid=row["uuid"]):
        host.destroy(node, child["uuid"], force)


@family.api("UpdateClusterOS", refs={"uuid": cluster})
def update_os(node, msg):
    row = cluster.get(node, msg["uuid"])
    hosts = host.find(node, clusterUuid=row["uuid"])
    if row["hypervisorType"] != "KVM":
        raise invalid("only the OS of KVM hosts can be updated")
    if any(each["state"] == "PreMaintenance" for each in hosts):
        raise invalid("a host of the cluster is entering maintenance")
    if any(each["status"] != "Connected" for each in hosts):
        raise invalid("all hosts of the cluster must be Connected")

    def upgrade():
        for each in hosts:
            yield
            machine = node.hardware.at(each["managementIp"])
            if not machine.reachable or machine.fails:
                why = machine.fails or "its agent does not answer"
                raise refused(f"the system of host[uuid:{each['uuid']}] could not be updated: {why}")

    return {"inventory": long_jobs.start(node, msg, "APIUpdateClusterOSMsg", row["uuid"], upgrade())}


SHELL_RESULT = "org.zstack.kvm.APIKvmRunShellEvent$ShellResult"


@family.api("KvmRunShell", refs={"hostUuids": host})
def run_shell(node, msg):
    done = {uuid: _run_on(node, host.get(node, uuid), msg["script"]) for uuid in msg["hostUuids"]}
    return {"inventory": {uuid: Inventory(SHELL_RESULT, result) for uuid, result in done.items()}}


def _run_on(node, row, script):
    """One host's outcome; a host that cannot be asked does not fail the others."""
    problem = node.hardware.probe(row["managementIp"])
    if problem is None and row["status"] != "Connected":
        problem = refused(f"host[uuid:{row['uuid']}] is {row['status']}")
    if problem is not None:
        return {"returnCode": -1, "errorCode": error_of(problem, node)}
    canned = node.hardware.at(row["managementIp"]).shell.get(script.strip())
    if canned is None:
        words = re.fullmatch(r"(echo|exit)(?: +(.*))?", script.strip())
        if words and words[1] == "echo":
            canned = {"stdout": (words[2] or "").strip("'\"") + "\n"}
        elif words:
            canned = {"returnCode": int(words[2] or 0) if (words[2] or "0").isdigit() else 2}
    return {"returnCode": 0, "stdout": "", "stderr": "", **(canned or {})}


@family.api("GetHypervisorTypes")
def hypervisor_types(node, _msg):
    """Simulator is a type, too, and not told."""
    return {"hypervisorTypes": ["KVM"] if node.old else ["KVM", "baremetal", "baremetal2", "xdragon"]}


@family.api("GetHostAllocatorStrategies")
def allocator_strategies(_node, _msg):
    return {"strategies": ["DefaultHostAllocatorStrategy", "DesignatedHostAllocatorStrategy",
                           "LastHostPreferredAllocatorStrategy", "LeastVmPreferredHostAllocatorStrategy"]}  # fmt: skip


@family.seed("hosts", host, within=["clusters"], named_by=["clusterUuid"], bulk=True)
def seed(node, places):
    """A host without an address gets the next free one of 10.0.0.0/8; its machine is what the hardware says."""
    count = node.execute(select(func.count()).select_from(host.table)).scalar_one()
    rows, machines = [], []
    for index, (fields, parents) in enumerate(places, count + 1):
        home = parents.get("clusters") or cluster.require(node, fields.get("clusterUuid"))
        address = fields.get("managementIp", f"10.{index >> 16 & 255}.{index >> 8 & 255}.{index & 255}")
        machine = node.hardware.at(address)
        row = {
            "name": address, "managementIp": address, "clusterUuid": home["uuid"], "zoneUuid": home["zoneUuid"],
            "hypervisorType": "KVM", "state": "Enabled", "status": "Connected", "username": "root",
            "password": "password", "sshPort": 22, **facts_of(machine), **fields,
        }  # fmt: skip
        for total in ("CpuCapacity", "MemoryCapacity"):
            row.setdefault(f"available{total}", row[f"total{total}"])
        rows.append(row)
        machines.append(machine)
    rows = host.create_many(node, rows)
    for row, machine in zip(rows, machines, strict=True):
        for hook in connected_hooks if row["status"] == "Connected" else ():
            hook(node, row, machine)
    return rows
