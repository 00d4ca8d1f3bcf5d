# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""PXE servers of bare metal: one on the management node in 2.3.1, any number on machines of their own in 5.2.

What a machine's interfaces are comes from its description: ``{"devices": {"nics": {"eth0": "10.0.0.2/24"}}}``.
Without one, every interface is there with an address that suits the range asked for.
"""

from __future__ import annotations

from ipaddress import AddressValueError, IPv4Address, IPv4Interface, NetmaskValueError

from sqlalchemy import delete, insert

from ...errors import ApiError, invalid, refused
from ...family import STATES, Family, Shaped
from ...hardware import IPV4, MANAGEMENT_IP, is_address
from ...store import Resource, link_table, number, ref, text
from ..compute.cluster import cluster
from ..compute.zone import zone

FIDELITY = {
    "CreateBaremetalPxeServer": ("inferred", "2.3.1: runs at once, its status is Running"),
    "DeleteBaremetalPxeServer": ("inferred", None),
    "QueryBaremetalPxeServer": ("inferred", "5.2 shows the SSH password, as the inventory class has it"),
    "UpdateBaremetalPxeServer": ("inferred", "a part of the range is completed by what is there"),
    "StartBaremetalPxeServer": ("inferred", "2.3.1: status Running; 5.2: state Enabled"),
    "StopBaremetalPxeServer": ("inferred", "2.3.1: status Stopped; 5.2: state Disabled"),
    "ReconnectBaremetalPxeServer": ("inferred", None),
    "AttachBaremetalPxeServerToCluster": ("inferred", "a cluster takes one PXE server"),
    "DetachBaremetalPxeServerFromCluster": ("inferred", None),
}

pxe = Resource(
    "pxe_server", "BaremetalPxeServerVO", "org.zstack.header.baremetal.pxeserver.BaremetalPxeServerInventory",
    ref("zoneUuid", "zone", since="5.2"), text("name", index=True), text("description"),
    text("hostname", unique=True, since="5.2"), text("sshUsername", since="5.2"), text("sshPassword", since="5.2"),
    number("sshPort", since="5.2"), text("storagePath", since="5.2"), text("dhcpInterface"),
    text("dhcpInterfaceAddress", since="5.2"), text("dhcpRangeBegin"), text("dhcpRangeEnd"), text("dhcpRangeNetmask"),
    text("state", since="5.2"), text("status"), number("totalCapacity", since="5.2"),
    number("availableCapacity", since="5.2"),
)  # fmt: skip
attached = link_table("pxe_server_cluster", ref("pxeServerUuid", "pxe_server", "CASCADE"),
                      ref("clusterUuid", "cluster", "CASCADE"))  # fmt: skip
pxe.lists("attachedClusterUuids", attached, "pxeServerUuid", "clusterUuid", since="5.2")
pxe.relates("zone", "zone", own="zoneUuid")
pxe.relates("cluster", "cluster", through=(attached, "pxeServerUuid", "clusterUuid"))
cluster.relates("baremetalPxeServer", "pxe_server", through=(attached, "clusterUuid", "pxeServerUuid"))

family = Family()
family.query("QueryBaremetalPxeServer", pxe)


# -- interfaces and ranges --------------------------------------------------------------------------------------


def address(name, value):
    """An IPv4 address, or SYS.1007 that names the argument."""
    try:
        return IPv4Address(value)
    except (AddressValueError, TypeError):
        raise invalid(f"{name}[{value}] is not a valid IPv4 address") from None


def network_of(name, ip, netmask):
    """The network of an address under a netmask, or SYS.1007."""
    try:
        if not IPV4.fullmatch(netmask):
            raise NetmaskValueError
        return IPv4Interface(f"{ip}/{netmask}").network
    except (AddressValueError, NetmaskValueError):
        raise invalid(f"{name}: [{netmask}] is not a valid netmask") from None


def _interface(node, machine_address, name, fields):
    """The DHCP interface with its address and network."""
    nics = node.hardware.at(machine_address).devices.get("nics")
    if nics is None:
        own = IPv4Address(machine_address if IPV4.fullmatch(machine_address) else MANAGEMENT_IP)
        begin = address("dhcpRangeBegin", fields.get("dhcpRangeBegin", str(own)))
        network = network_of("dhcpRangeNetmask", begin, fields.get("dhcpRangeNetmask", "255.255.255.0"))
        return IPv4Interface(f"{own if own in network else network.broadcast_address - 1}/{network.prefixlen}")
    if not nics.get(name):
        raise invalid(f"dhcpInterface[{name}] does not exist on {machine_address}, or has no IP address")
    return IPv4Interface(nics[name])


def _range(node, machine_address, name, fields):
    """The columns of interface and range, checked; a range that is not given is the interface's whole network."""
    missing = [end for end in ("dhcpRangeBegin", "dhcpRangeEnd") if end not in fields]
    if len(missing) == 1 or (missing and "dhcpRangeNetmask" in fields):
        raise invalid("give dhcpRangeBegin and dhcpRangeEnd, or these and dhcpRangeNetmask, or none of them")
    interface = _interface(node, machine_address, name, fields)
    network = interface.network
    begin, end = network[1], network[-2]
    if not missing:
        begin, end = (address(each, fields[each]) for each in ("dhcpRangeBegin", "dhcpRangeEnd"))
        netmask = fields.get("dhcpRangeNetmask", str(network.netmask))
        wanted = network_of("dhcpRangeNetmask", begin, netmask)
        if begin > end:
            raise invalid(f"dhcpRangeBegin[{begin}] is greater than dhcpRangeEnd[{end}]")
        if end not in wanted:
            raise invalid(f"dhcpRangeBegin[{begin}] and dhcpRangeEnd[{end}] are not in the same subnet")
        if netmask != str(network.netmask):
            raise invalid(f"dhcpRangeNetmask[{netmask}] is not that of {name}, {network.netmask}")
        if begin not in network:
            raise invalid(f"dhcpRangeBegin[{begin}] is not in the network of {name}, {network}")
    return {"dhcpInterfaceAddress": str(interface.ip), "dhcpRangeBegin": str(begin), "dhcpRangeEnd": str(end),
            "dhcpRangeNetmask": str(network.netmask)}  # fmt: skip


RANGE = ("dhcpRangeBegin", "dhcpRangeEnd", "dhcpRangeNetmask")


def _home(row):
    """The address of the machine a PXE server is on."""
    return row.get("hostname") or MANAGEMENT_IP


# -- life -------------------------------------------------------------------------------------------------------


def running(node, cluster_uuid=None):
    """The PXE server that serves a chassis, or why none does: BAREMETAL.1400 or .1401 in 2.3.1, else SYS.1006."""
    if node.old:
        servers = pxe.find(node)
        if not servers:
            raise ApiError("BAREMETAL.1400", "there is no baremetal pxe server")
        if servers[0]["status"] != "Running":
            raise ApiError("BAREMETAL.1401", f"baremetal pxe server[uuid:{servers[0]['uuid']}] is not running")
        return servers[0]
    uuids = cluster_servers(node, cluster_uuid)
    server = pxe.get(node, uuids[0]) if uuids else None
    if server is None or (server["state"], server["status"]) != ("Enabled", "Connected"):
        raise refused(f"cluster[uuid:{cluster_uuid}] has no usable baremetal pxe server attached")
    return server


def cluster_servers(node, cluster_uuid):
    query = attached.select().where(attached.c.clusterUuid == cluster_uuid)
    return [row.pxeServerUuid for row in node.execute(query)]


def _connect(node, row):
    machine = node.hardware.connect(row["hostname"], row["sshUsername"], row["sshPassword"], row["sshPort"])
    changes = _range(node, row["hostname"], row["dhcpInterface"], {key: row[key] for key in RANGE if row[key]})
    used = (row["totalCapacity"] or 0) - (row["availableCapacity"] or 0)
    pxe.update(node, row["uuid"], status="Connected", totalCapacity=machine.disk, availableCapacity=machine.disk - used,
               **changes)  # fmt: skip


@family.api("CreateBaremetalPxeServer", refs={"zoneUuid": zone}, creates=pxe)
def create(node, msg):
    row = msg.picked("name", "description", "zoneUuid", "hostname", "sshUsername", "sshPassword", "sshPort",
                     "storagePath", "dhcpInterface", *RANGE)  # fmt: skip
    if node.old:
        if pxe.find(node):
            raise ApiError("BAREMETAL.1402", "there is a baremetal pxe server already, only one is possible")
        row |= _range(node, MANAGEMENT_IP, row["dhcpInterface"], row)
        uuid = pxe.create(node, {**row, "status": "Stopped"})
        yield
        pxe.update(node, uuid, status="Running")
        return {"inventory": pxe.inventory(node, uuid)}
    if not is_address(row["hostname"]):
        raise invalid(f"hostname[{row['hostname']}] is neither an IPv4 address nor a valid hostname")
    if pxe.find(node, hostname=row["hostname"]):
        raise invalid(f"there is a baremetal pxe server with hostname[{row['hostname']}] already")
    if not row["storagePath"].startswith("/"):
        raise invalid(f"storagePath[{row['storagePath']}] is not an absolute path")
    _range(node, row["hostname"], row["dhcpInterface"], row)
    uuid = pxe.create(node, {**row, "state": "Enabled", "status": "Connecting"}, msg.get("resourceUuid"))
    yield
    try:
        _connect(node, pxe.require(node, uuid))
    except ApiError:
        pxe.destroy(node, uuid, force=True)
        yield
        raise
    return {"inventory": pxe.inventory(node, uuid)}


@family.api("UpdateBaremetalPxeServer", refs={"uuid": pxe})
def update(node, msg):
    row = pxe.require(node, msg["uuid"])
    changes, given = msg.picked("name", "description"), msg.picked(*RANGE)
    if given:
        changes |= _range(node, _home(row), row["dhcpInterface"], {key: row[key] for key in RANGE} | given)
    pxe.update(node, row["uuid"], **changes)
    return {"inventory": pxe.inventory(node, row["uuid"])}


def _switch(node, msg, on):
    if node.old:
        pxe.update(node, msg["uuid"], status="Running" if on else "Stopped")
        return None
    pxe.update(node, msg["uuid"], state=STATES["enable" if on else "disable"])
    return {"inventory": pxe.inventory(node, msg["uuid"])}


@family.api("StartBaremetalPxeServer", refs={"uuid": pxe})
def start(node, msg):
    return _switch(node, msg, True)


@family.api("StopBaremetalPxeServer", refs={"uuid": pxe})
def stop(node, msg):
    return _switch(node, msg, False)


@family.api("ReconnectBaremetalPxeServer", refs={"uuid": pxe})
def reconnect(node, msg):
    pxe.update(node, msg["uuid"], status="Connecting")
    yield
    try:
        _connect(node, pxe.require(node, msg["uuid"]))
    except ApiError:
        pxe.update(node, msg["uuid"], status="Disconnected")
        yield
        raise
    return {"inventory": pxe.inventory(node, msg["uuid"])}


@family.api("DeleteBaremetalPxeServer", refs={"uuid": Shaped(pxe)})
def remove(node, msg):
    pxe.destroy(node, msg["uuid"], msg.force)


@zone.on_delete(order=30)
def zone_goes(node, row, force):
    for server in pxe.find(node, zoneUuid=row["uuid"]):
        pxe.destroy(node, server["uuid"], force)


# -- clusters (5.2) ---------------------------------------------------------------------------------------------

# What a family wants to happen when a cluster gets a PXE server, or None in its place: moved(node, cluster, server).
moved_hooks = []


def _move(node, cluster_uuid, server_uuid):
    node.execute(delete(attached).where(attached.c.clusterUuid == cluster_uuid))
    if server_uuid is not None:
        node.execute(insert(attached), {"pxeServerUuid": server_uuid, "clusterUuid": cluster_uuid})
    for hook in moved_hooks:
        hook(node, cluster_uuid, server_uuid)


@family.api("AttachBaremetalPxeServerToCluster", refs={"pxeServerUuid": pxe, "clusterUuid": cluster})
def attach(node, msg):
    server, home = pxe.require(node, msg["pxeServerUuid"]), cluster.require(node, msg["clusterUuid"])
    if home["hypervisorType"] != "baremetal":
        raise refused(f"cluster[uuid:{home['uuid']}] is of hypervisorType {home['hypervisorType']}, not baremetal")
    if home["zoneUuid"] != server["zoneUuid"]:
        raise refused(f"baremetal pxe server[uuid:{server['uuid']}] and cluster[uuid:{home['uuid']}] differ in zone")
    if cluster_servers(node, home["uuid"]):
        raise refused(f"cluster[uuid:{home['uuid']}] has a baremetal pxe server already")
    _move(node, home["uuid"], server["uuid"])
    return {"inventory": pxe.inventory(node, server["uuid"])}


@family.api("DetachBaremetalPxeServerFromCluster", refs={"pxeServerUuid": pxe, "clusterUuid": cluster})
def detach(node, msg):
    if msg["pxeServerUuid"] not in cluster_servers(node, msg["clusterUuid"]):
        raise refused(f"the baremetal pxe server is not attached to cluster[uuid:{msg['clusterUuid']}]")
    _move(node, msg["clusterUuid"], None)
    return {"inventory": pxe.inventory(node, msg["pxeServerUuid"])}


@family.seed("baremetalPxeServers", pxe, within=["zones", "clusters"], named_by=["zoneUuid"], alone=["2.3.1"])
def seed(node, fields, parents):
    """Anywhere in 2.3.1; in 5.2 below a zone, or below a baremetal cluster, to which it is then attached."""
    row = {"name": "pxe", "dhcpInterface": "eth0", "status": "Running" if node.old else "Connected", **fields}
    if not node.old:
        count = len(pxe.find(node)) + 1
        row = {"zoneUuid": parents.get("zones", {}).get("uuid"), "hostname": f"10.255.{count >> 8 & 255}.{count & 255}",
               "sshUsername": "root", "sshPassword": "password", "sshPort": 22, "storagePath": "/zstack_bm",
               "state": "Enabled", **row}  # fmt: skip
    row |= _range(node, _home(row), row["dhcpInterface"], fields)
    uuid = pxe.create(node, row, fields.get("uuid"))
    if not node.old and "clusters" in parents:
        _move(node, parents["clusters"]["uuid"], uuid)
    return pxe.get(node, uuid)
