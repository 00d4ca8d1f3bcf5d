# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bare metal chassis: servers behind IPMI, their hardware and their power, in both generations.

What answers at an IPMI address is a machine as any other (see ``hardware``); its `username` and `password` are those
of IPMI, its CPUs, memory, disk and ``nics`` what an inspection finds.
"""

from __future__ import annotations

import hashlib
import json

from sqlalchemy import func, select

from ...errors import invalid, refused
from ...family import STATES, Family, Shaped
from ...store import Resource, number, ref, text
from ..compute.cluster import cluster
from .pxe import address, cluster_servers, moved_hooks, running

OLD_STATUS = ("Unprovisioned", "Provisioning", "Provisioned")
BAREMETAL = "org.zstack.header.baremetal"

FIDELITY = {
    "CreateBaremetalChassis": ("inferred", "2.3.1: the port is 623 when it is not given"),
    "DeleteBaremetalChassis": ("inferred", None),
    "QueryBaremetalChassis": ("inferred", "2.3.1 shows the IPMI password, as the manual's samples do"),
    "UpdateBaremetalChassis": ("inferred", "IPMI is tested again only when it changes"),
    "QueryBaremetalHardwareInfo": ("approximated", "content as in the manual, found when the chassis boots from PXE"),
    "PowerStatusBaremetalHost": ("inferred", "ON or OFF, as in the manual's sample"),
    "PowerOnBaremetalHost": ("inferred", "an unprovisioned chassis boots from PXE and is inspected"),
    "PowerOffBaremetalHost": ("inferred", None),
    "PowerResetBaremetalHost": ("inferred", "as PowerOn; of a chassis that is off, too"),
    "ChangeBaremetalChassisState": ("inferred", None),
    "InspectBaremetalChassis": ("approximated", "HWInfoUnknown, PxeBooting, then Available"),
    "PowerOnBaremetalChassis": ("inferred", None),
    "PowerOffBaremetalChassis": ("inferred", None),
    "PowerResetBaremetalChassis": ("inferred", None),
    "GetBaremetalChassisPowerStatus": ("inferred", "on or off"),
}

chassis = Resource(
    "chassis", "BaremetalChassisVO", f"{BAREMETAL}.chassis.BaremetalChassisInventory",
    text("name", index=True), text("description"), ref("zoneUuid", "zone", since="5.2"),
    ref("clusterUuid", "cluster", since="5.2"), ref("pxeServerUuid", "pxe_server", "SET NULL", since="5.2"),
    text("ipmiAddress", index=True), number("ipmiPort"), text("ipmiUsername"), text("ipmiPassword", hidden=("2.3.1",)),
    text("state", since="5.2", values=STATES.values()), text("status"), text("power", secret=True),
    old_schema=f"{BAREMETAL}.power.BaremetalChassisInventory",
)  # fmt: skip
hardware = Resource(
    "chassis_hardware", "BaremetalHardwareInfoVO", f"{BAREMETAL}.chassis.BaremetalHardwareInfoInventory",
    ref("chassisUuid", "chassis"), text("type"), text("content"), registered=False,
    old_schema=f"{BAREMETAL}.hardwareinfo.BaremetalHardwareInfoInventory",
)  # fmt: skip
chassis.nests("hardwareInfos", lambda: hardware.view, "chassisUuid", since="5.2")
chassis.relates("hardwareInfo", "chassis_hardware", theirs="chassisUuid")
hardware.relates("chassis", "chassis", own="chassisUuid")
for name, target in (("zone", "zone"), ("cluster", "cluster"), ("pxeServer", "pxe_server")):
    chassis.relates(name, target, own=f"{name}Uuid")
cluster.relates("baremetalChassis", "chassis", theirs="clusterUuid")

# The addresses other things of a family have taken: taken(node, ip) -> what has it, or None.
address_hooks = []

family = Family()
family.query("QueryBaremetalChassis", chassis)
family.query("QueryBaremetalHardwareInfo", hardware)


@chassis.computes("ipmiPort")
def old_port(node, rows):
    """2.3.1 shows the port as a string."""
    return [{"ipmiPort": str(row["ipmiPort"])} if node.old else {} for row in rows]


# -- IPMI -------------------------------------------------------------------------------------------------------


def _ipmi(node, row):
    """The machine behind an IPMI login, or the refusal of one that does not answer."""
    machine = node.hardware.at(row["ipmiAddress"])
    where = f"{row['ipmiAddress']}:{row['ipmiPort']}"
    if not machine.reachable:
        raise refused(f"IPMI at {where} does not answer")
    if machine.username not in (None, row["ipmiUsername"]) or machine.password not in (None, row["ipmiPassword"]):
        raise refused(f"IPMI at {where} refuses the login, check ipmiUsername and ipmiPassword")
    return machine


def _check_address(node, row, own_uuid=None):
    """The IPMI address and port of a chassis, which must be its own alone."""
    address("ipmiAddress", row["ipmiAddress"])
    port = str(row["ipmiPort"])
    if not port.isdecimal() or not 1 <= int(port) <= 65535:
        raise invalid(f"ipmiPort[{port}] is not a port")
    row["ipmiPort"] = int(port)
    same = chassis.find(node, ipmiAddress=row["ipmiAddress"], ipmiPort=row["ipmiPort"])
    if any(other["uuid"] != own_uuid for other in same):
        raise invalid(f"there is a baremetal chassis at {row['ipmiAddress']}:{port} already")
    for taken in address_hooks:
        owner = taken(node, row["ipmiAddress"])
        if owner:
            raise invalid(f"ipmiAddress[{row['ipmiAddress']}] is in use by {owner}")


IPMI = ("ipmiAddress", "ipmiPort", "ipmiUsername", "ipmiPassword")


@family.api("CreateBaremetalChassis", refs={"clusterUuid": cluster}, creates=chassis)
def create(node, msg):
    row = {"ipmiPort": 623, **msg.picked("name", "description", *IPMI)}
    _check_address(node, row)
    if node.old:
        running(node)
        row |= {"status": "Unprovisioned"}
    else:
        home = cluster.require(node, msg["clusterUuid"])
        if home["hypervisorType"] != "baremetal":
            raise refused(f"cluster[uuid:{home['uuid']}] is of hypervisorType {home['hypervisorType']}, not baremetal")
        server = running(node, home["uuid"])
        row |= {"zoneUuid": home["zoneUuid"], "clusterUuid": home["uuid"], "pxeServerUuid": server["uuid"],
                "state": "Enabled", "status": "HWInfoUnknown"}  # fmt: skip
    _ipmi(node, row)
    uuid = chassis.create(node, {**row, "power": "off"}, msg.get("resourceUuid"))
    return {"inventory": chassis.inventory(node, uuid)}


@family.api("UpdateBaremetalChassis", refs={"uuid": chassis})
def update(node, msg):
    row, changes = chassis.require(node, msg["uuid"]), msg.picked("name", "description", "status", *IPMI)
    if any(name in changes and changes[name] != row[name] for name in IPMI):
        wanted = {name: row[name] for name in IPMI} | changes
        _check_address(node, wanted, row["uuid"])
        _ipmi(node, wanted)
        changes |= {name: wanted[name] for name in IPMI}
    chassis.update(node, row["uuid"], **changes)
    return {"inventory": chassis.inventory(node, row["uuid"])}


@family.api("DeleteBaremetalChassis", refs={"uuid": Shaped(chassis)})
def remove(node, msg):
    chassis.destroy(node, msg["uuid"], msg.force)


@chassis.on_delete(order=20)
def forget_hardware(node, row, _force):
    for info in hardware.find(node, chassisUuid=row["uuid"]):
        hardware.delete(node, info["uuid"])


@cluster.on_delete(order=20)
def cluster_goes(node, row, force):
    for child in chassis.find(node, clusterUuid=row["uuid"]):
        chassis.destroy(node, child["uuid"], force)


@family.api("ChangeBaremetalChassisState", refs={"uuid": chassis})
def change_state(node, msg):
    chassis.update(node, msg["uuid"], state=STATES[msg["stateEvent"]])
    return {"inventory": chassis.inventory(node, msg["uuid"])}


# -- hardware ---------------------------------------------------------------------------------------------------


def _mac(row, index):
    digest = hashlib.sha256(f"{row['ipmiAddress']}:{row['ipmiPort']}/{index}".encode()).hexdigest()
    return ":".join(["52", "54", *(digest[at : at + 2] for at in range(0, 8, 2))])


def inspect(node, row):
    """Writes down what a boot from PXE finds: type basic as the manual shows it, a row for each disk and NIC."""
    machine = node.hardware.at(row["ipmiAddress"])
    forget_hardware(node, row, False)
    found = [("basic", {"cpu_model": "Intel(R) Xeon(R) CPU", "cpu_core": str(machine.cpu_num),
                        "memory": f"{machine.memory >> 10} kB"}),
             ("disk", {"disk_type": "ssd", "disk_size": f"{machine.disk >> 30} GB"})]  # fmt: skip
    for index, name in enumerate(machine.devices.get("nics") or ("eth0", "eth1")):
        found.append(("nic", {"nic_name": name, "nic_mac": _mac(row, index), "nic_speed": "10000Mb/s"}))
    for kind, content in found:
        hardware.create(node, {"chassisUuid": row["uuid"], "type": kind, "content": json.dumps(content)})


def _boot_from_pxe(node, uuid, during, after):
    """Steps in the background: what the boot finds, and the status then, unless someone changed it meanwhile."""
    yield
    row = chassis.get(node, uuid)
    if row is not None and row["status"] == during:
        inspect(node, row)
        chassis.update(node, uuid, status=after)


@family.api("InspectBaremetalChassis", refs={"uuid": chassis})
def inspect_chassis(node, msg):
    row = chassis.require(node, msg["uuid"])
    if row["state"] != "Enabled":
        raise refused(f"baremetal chassis[uuid:{row['uuid']}] is {row['state']}")
    running(node, row["clusterUuid"])
    _ipmi(node, row)
    chassis.update(node, row["uuid"], status="PxeBooting", power="on")
    node.background(_boot_from_pxe(node, row["uuid"], "PxeBooting", "Available"))
    return {"inventory": chassis.inventory(node, row["uuid"])}


def pxe_server_moved(node, cluster_uuid, server_uuid):
    for row in chassis.find(node, clusterUuid=cluster_uuid):
        chassis.update(node, row["uuid"], pxeServerUuid=server_uuid)


moved_hooks.append(pxe_server_moved)


# -- power ------------------------------------------------------------------------------------------------------


def switch(node, row, power):
    """Turns a chassis on or off through IPMI; in 2.3.1 this needs the PXE server to run."""
    if node.old:
        running(node)
    _ipmi(node, row)
    chassis.update(node, row["uuid"], power=power)
    if node.old and power == "on" and row["status"] == "Unprovisioned":
        node.background(_boot_from_pxe(node, row["uuid"], "Unprovisioned", "Unprovisioned"))


@family.api("PowerOnBaremetalHost", "PowerOnBaremetalChassis", "PowerResetBaremetalHost", "PowerResetBaremetalChassis",
            refs={"chassisUuid": chassis})  # fmt: skip
def power_on(node, msg):
    switch(node, chassis.require(node, msg["chassisUuid"]), "on")


@family.api("PowerOffBaremetalHost", "PowerOffBaremetalChassis", refs={"chassisUuid": chassis})
def power_off(node, msg):
    switch(node, chassis.require(node, msg["chassisUuid"]), "off")


@family.api("PowerStatusBaremetalHost", refs={"chassisUuid": chassis})
def old_power_status(node, msg):
    return _power_status(node, chassis.require(node, msg["chassisUuid"]))


@family.api("GetBaremetalChassisPowerStatus", refs={"uuid": chassis})
def power_status(node, msg):
    return _power_status(node, chassis.require(node, msg["uuid"]))


def _power_status(node, row):
    _ipmi(node, row)
    return {"status": row["power"].upper() if node.old else row["power"]}


@family.seed("baremetalChassis", chassis, within=["clusters"], named_by=["clusterUuid"], alone=["2.3.1"],
             inspected=bool, ipmiPort=int | str)  # fmt: skip
def seed(node, fields, parents):
    """Anywhere in 2.3.1, below a baremetal cluster in 5.2; ``inspected`` tells whether its hardware is known."""
    own = {name: value for name, value in fields.items() if name != "inspected"}
    inspected = fields.get("inspected", False)
    count = node.execute(select(func.count()).select_from(chassis.table)).scalar_one() + 1
    row = {"name": "chassis", "ipmiAddress": f"10.254.{count >> 8 & 255}.{count & 255}", "ipmiUsername": "root",
           "ipmiPassword": "password", "ipmiPort": 623, "power": "off", "status": "Unprovisioned", **own}  # fmt: skip
    if not node.old:
        home = parents.get("clusters") or cluster.require(node, fields.get("clusterUuid"))
        servers = cluster_servers(node, home["uuid"])
        row |= {"clusterUuid": home["uuid"], "zoneUuid": home["zoneUuid"], "state": own.get("state", "Enabled"),
                "pxeServerUuid": servers[0] if servers else None,
                "status": own.get("status", "Available" if inspected else "HWInfoUnknown")}  # fmt: skip
    row["ipmiPort"] = int(row["ipmiPort"])
    uuid = chassis.create(node, row, fields.get("uuid"))
    if inspected:
        inspect(node, chassis.get(node, uuid))
    return chassis.get(node, uuid)
