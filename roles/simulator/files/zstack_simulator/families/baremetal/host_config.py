# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bare metal of 2.3.1: host configurations, provisioning and consoles."""

from __future__ import annotations

import re
from typing import Any

from ...errors import invalid, refused
from ...family import Family, Shaped
from ...store import Inventory, Resource, flag, ref, text
from .chassis import BAREMETAL, address_hooks, chassis, switch
from .pxe import address, network_of, running

MAC = re.compile(r"([0-9a-f]{2}:){5}[0-9a-f]{2}", re.IGNORECASE)
MODES = tuple("0123456")
VNC_PORT = 5901

FIDELITY = {
    "CreateBaremetalHostCfg": ("inferred", "all refusals are SYS.1007; the word null stands for nothing"),
    "DeleteBaremetalHostCfg": ("inferred", None),
    "QueryBaremetalHostCfg": ("inferred", "shows the password, as the manual's samples do"),
    "ProvisionBaremetalHost": ("inferred", "needs a host configuration; ends Provisioned without a real boot"),
    "RequestBaremetalConsoleAccess": ("approximated", "needs vnc in the host configuration; nothing listens there"),
}

cfg = Resource(
    "host_cfg", "BaremetalHostCfgVO", f"{BAREMETAL}.host.BaremetalHostCfgInventory",
    ref("chassisUuid", "chassis"), text("password", hidden=("2.3.1",)), flag("vnc"), flag("unattended"),
    flag("cloneIso"),
)  # fmt: skip
nic = Resource(
    "host_cfg_nic", "BaremetalHostNicCfgVO", f"{BAREMETAL}.host.niccfg.BaremetalHostNicCfgInventory",
    ref("hostCfgUuid", "host_cfg"), text("mac", unique=True), text("ip", index=True), text("netmask"), text("gateway"),
    text("dns"), flag("pxe"), registered=False,
)  # fmt: skip
bonding = Resource(
    "host_cfg_bonding", "BaremetalHostBondingVO", f"{BAREMETAL}.host.bonding.BaremetalHostBondingInventory",
    ref("hostCfgUuid", "host_cfg"), text("name"), text("slaves"), text("mode"), text("ip", index=True), text("netmask"),
    text("gateway"), text("dns"), registered=False,
)  # fmt: skip
cfg.nests("nicCfgs", lambda: nic.view, "hostCfgUuid")
cfg.nests("bondings", lambda: bonding.view, "hostCfgUuid")
cfg.relates("chassis", "chassis", own="chassisUuid")
chassis.relates("hostCfg", "host_cfg", theirs="chassisUuid")

family = Family()
family.query("QueryBaremetalHostCfg", cfg)


# -- host configurations ----------------------------------------------------------------------------------------


def _taken(node, ip):
    """What of a host configuration has an address, or None."""
    if nic.find(node, ip=ip) or bonding.find(node, ip=ip):
        return "a baremetal host configuration"
    return None


address_hooks.append(_taken)


def _items(items, name):
    """The objects of one list of the configuration; null, an empty text and the word null are nothing."""
    given = items.get(name) or []
    if not isinstance(given, list) or not all(isinstance(item, dict) for item in given):
        raise invalid(f"cfgItems.{name} is not a list of objects")
    return [{key: str(value).strip() for key, value in item.items()
             if value is not None and str(value).strip() not in ("", "null")} for item in given]  # fmt: skip


def _check_network(node, what, item, seen):
    """The IP settings of a NIC or a bonding: netmask and address go together, and the address is nobody's yet."""
    ip, netmask, gateway = (item.get(name) for name in ("ip", "netmask", "gateway"))
    if (ip is None) != (netmask is None):
        raise invalid(f"{what}: ip and netmask go together")
    if ip is None:
        return
    network = network_of(f"{what}: netmask", address(f"{what}: ip", ip), netmask)
    if ip in seen or _taken(node, ip):
        raise invalid(f"{what}: ip[{ip}] is in use by a host configuration")
    if chassis.find(node, ipmiAddress=ip):
        raise invalid(f"{what}: ip[{ip}] is an IPMI address")
    if gateway is not None and address(f"{what}: gateway", gateway) not in network:
        raise invalid(f"{what}: gateway[{gateway}] is not in the subnet of ip[{ip}]")
    seen.add(ip)


def _check_mac(what, mac):
    if mac is None or not MAC.fullmatch(mac):
        raise invalid(f"{what}: mac[{mac}] is not a MAC address")
    return mac.lower()


def _check_items(node, items):
    """The NICs and bondings of a configuration as rows."""
    nics, bondings, seen = _items(items, "nicCfgs"), _items(items, "bondings"), set()
    macs = set()
    for item in nics:
        mac = _check_mac("nicCfgs", item.get("mac"))
        if mac in macs or nic.find(node, mac=mac):
            raise invalid(f"nicCfgs: mac[{mac}] is configured already")
        macs.add(mac)
        item["pxe"] = item.get("pxe", "").lower() == "true"
        _check_network(node, f"nicCfgs[{mac}]", item, seen)
    if sum(item["pxe"] for item in nics) != 1:
        raise invalid("nicCfgs: exactly one NIC must have pxe true")
    names, slaves = set(), set()
    for item in bondings:
        name = item.get("name", "")
        if not name or len(name) > 255 or name in names:
            raise invalid(f"bondings: name[{name}] is missing, longer than 255 characters or not unique")
        names.add(name)
        own = [_check_mac(f"bondings[{name}]", mac.strip()) for mac in item.get("slaves", "").split(",") if mac.strip()]
        if not own:
            raise invalid(f"bondings[{name}]: there are no slaves")
        for mac in own:
            if mac in slaves or mac in macs:
                raise invalid(f"bondings[{name}]: slave[{mac}] is configured already")
            slaves.add(mac)
        if item.setdefault("mode", "4") not in MODES:
            raise invalid(f"bondings[{name}]: mode[{item['mode']}] is none of 0 to 6")
        _check_network(node, f"bondings[{name}]", item, seen)
    return nics, bondings


def make(node, fields, uuid=None):
    if cfg.find(node, chassisUuid=fields["chassisUuid"]):
        raise invalid(f"baremetal chassis[uuid:{fields['chassisUuid']}] has a host configuration already")
    nics, bondings = _check_items(node, fields["cfgItems"])
    row = {name: value for name, value in fields.items() if name in cfg.c}
    uuid = cfg.create(node, row, uuid)
    for resource, items in ((nic, nics), (bonding, bondings)):
        for item in items:
            known = {name: value for name, value in item.items() if name in resource.c and name != "uuid"}
            resource.create(node, {**known, "hostCfgUuid": uuid})
    return uuid


@family.api("CreateBaremetalHostCfg", refs={"chassisUuid": chassis}, creates=cfg)
def create(node, msg):
    running(node)
    fields = msg.picked("chassisUuid", "password", "vnc", "unattended", "cloneIso", "cfgItems")
    return {"inventory": cfg.inventory(node, make(node, fields, msg.get("resourceUuid")))}


@family.api("DeleteBaremetalHostCfg", refs={"uuid": Shaped(cfg)})
def remove(node, msg):
    cfg.destroy(node, msg["uuid"], msg.force)


@cfg.on_delete(order=10)
def parts_go(node, row, _force):
    for resource in (nic, bonding):
        for part in resource.find(node, hostCfgUuid=row["uuid"]):
            resource.delete(node, part["uuid"])


@chassis.on_delete(order=10)
def chassis_goes(node, row, force):
    for child in cfg.find(node, chassisUuid=row["uuid"]):
        cfg.destroy(node, child["uuid"], force)


# -- provisioning and consoles ----------------------------------------------------------------------------------


def _cfg_of(node, uuid):
    found = cfg.find(node, chassisUuid=uuid)
    if not found:
        raise refused(f"baremetal chassis[uuid:{uuid}] has no host configuration")
    return found[0]


def _install(node, uuid):
    """The installation, in the background; someone may reset the status meanwhile."""
    yield
    row = chassis.get(node, uuid)
    if row is not None and row["status"] == "Provisioning":
        chassis.update(node, uuid, status="Provisioned")


@family.api("ProvisionBaremetalHost", refs={"chassisUuid": chassis})
def provision(node, msg):
    row = chassis.require(node, msg["chassisUuid"])
    running(node)
    if row["status"] == "Provisioned":
        raise refused(f"baremetal chassis[uuid:{row['uuid']}] is Provisioned; set it Unprovisioned first")
    _cfg_of(node, row["uuid"])
    chassis.update(node, row["uuid"], status="Provisioning")
    switch(node, chassis.get(node, row["uuid"]), "on")
    node.background(_install(node, row["uuid"]))
    return {"inventory": chassis.inventory(node, row["uuid"])}


@family.api("RequestBaremetalConsoleAccess", refs={"chassisUuid": chassis})
def console(node, msg):
    uuid = msg["chassisUuid"]
    running(node)
    configured = _cfg_of(node, uuid)
    if not configured["vnc"]:
        raise refused(f"vnc is off in the host configuration of baremetal chassis[uuid:{uuid}]")
    boots = nic.find(node, hostCfgUuid=configured["uuid"], pxe=True)[0]
    where = boots["ip"] or chassis.get(node, uuid)["ipmiAddress"]
    proxy = {"uuid": node.uuid(), "chassisUuid": uuid, "token": f"{uuid}: {where}:{VNC_PORT}"}
    return {"inventory": Inventory(f"{BAREMETAL}.console.BaremetalConsoleProxyInventory", proxy)}


@family.seed("baremetalHostCfgs", cfg, within=["baremetalChassis"], cfgItems=dict[str, Any])
def seed(node, fields, parents):
    """Below a chassis of 2.3.1; without cfgItems it boots from a NIC of its own."""
    home = parents["baremetalChassis"]
    tail = int(home["uuid"][:6], 16)
    mac = f"52:54:00:{tail >> 16:02x}:{tail >> 8 & 255:02x}:{tail & 255:02x}"
    row = {"vnc": True, "unattended": True, "cloneIso": False, "cfgItems": {"nicCfgs": [{"mac": mac, "pxe": True}]},
           **fields, "chassisUuid": home["uuid"]}  # fmt: skip
    return cfg.get(node, make(node, row, fields.get("uuid")))
