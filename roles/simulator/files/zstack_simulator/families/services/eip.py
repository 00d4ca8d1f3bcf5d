# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Virtual and elastic IPs, as far as VMs and inventories need them."""

from __future__ import annotations

from sqlalchemy import select

from ...errors import ApiError, invalid, refused
from ...family import STATES, Family, Shaped
from ...store import Resource, flag, number, ref, text
from ..networks.network import address_row, find_address, ip_range, l3, used_ip
from ..vms.vm import destroyed_hooks, nic, vm

vip = Resource(
    "vip", "VipVO", "org.zstack.network.service.vip.VipInventory",
    text("name", index=True), text("description"), ref("l3NetworkUuid", "l3_network"), text("ip", index=True),
    text("state", values=STATES.values()), text("gateway"), text("netmask"), number("prefixLen", since="5.2"),
    text("serviceProvider"), text("useFor"), flag("system", since="5.2"), ref("usedIpUuid", "used_ip", secret=True),
)  # fmt: skip
eip = Resource(
    "eip", "EipVO", "org.zstack.network.service.eip.EipInventory",
    text("name", index=True), text("description"), ref("vmNicUuid", "vm_nic", "SET NULL"), ref("vipUuid", "vip"),
    text("state", values=STATES.values()), text("vipIp", index=True), text("guestIp"),
)  # fmt: skip
vip.relates("l3Network", "l3_network", own="l3NetworkUuid")
vip.relates("eip", "eip", theirs="vipUuid")
eip.relates("vmNic", "vm_nic", own="vmNicUuid")
eip.relates("vip", "vip", own="vipUuid")

USED_FOR = "Eip"

family = Family()
family.query("QueryVip", vip, everyone=True)
family.query("QueryEip", eip, everyone=True)

FIDELITY = {
    "CreateVip": ("inferred", "allocator strategies are not obeyed"),
    "CreateEip": ("inferred", "no virtual router or network service provider is needed"),
    "AttachEip": ("inferred", "no virtual router or network service provider is needed"),
    **dict.fromkeys(("QueryVip", "UpdateVip", "ChangeVipState", "DeleteVip", "QueryEip", "UpdateEip", "ChangeEipState",
                     "DeleteEip", "DetachEip", "GetEipAttachableVmNics"), ("inferred", None)),
}  # fmt: skip


@vip.computes("peerL3NetworkUuids", "servicesRefs")
def _lists(node, rows):
    """A VIP's peers are the networks of the NICs that its EIPs are with."""
    peers = select(eip.c.vipUuid, nic.c.l3NetworkUuid).join(nic.table, nic.c.uuid == eip.c.vmNicUuid)
    found = dict(tuple(pair) for pair in node.execute(peers.where(eip.c.vipUuid.in_([row["uuid"] for row in rows]))))
    shown = [{"peerL3NetworkUuids": [found[row["uuid"]]] if row["uuid"] in found else []} for row in rows]
    return shown if node.old else [each | {"servicesRefs": []} for each in shown]


@family.api("CreateVip", refs={"l3NetworkUuid": l3, "ipRangeUuid": ip_range}, creates=vip, everyone=True)
def create_vip(node, msg):
    if l3.get(node, msg["l3NetworkUuid"])["state"] == "Disabled":
        raise refused(f"L3 network[uuid:{msg['l3NetworkUuid']}] is Disabled")
    found, address = find_address(node, msg["l3NetworkUuid"], msg.get("requiredIp"))
    used = used_ip.create(node, address_row(found, address, used_for="Vip"))
    row = {
        **msg.picked("name", "description", "l3NetworkUuid"), "ip": address, "state": "Enabled", "usedIpUuid": used,
        "gateway": found["gateway"], "netmask": found["netmask"], "prefixLen": found["prefixLen"], "system": False,
    }  # fmt: skip
    return {"inventory": vip.inventory(node, vip.create(node, row, msg.get("resourceUuid")))}


@family.api("DeleteVip", refs={"uuid": Shaped(vip)}, everyone=True)
def delete_vip(node, msg):
    vip.destroy(node, msg["uuid"], msg.force)


@vip.on_delete(order=10)
def vip_goes(node, row, force):
    for each in eip.find(node, vipUuid=row["uuid"]):
        eip.destroy(node, each["uuid"], force)
    vip.update(node, row["uuid"], usedIpUuid=None)
    used_ip.delete(node, row["usedIpUuid"])


@ip_range.on_delete(order=20)
def range_goes(node, row, force):
    mine = select(used_ip.c.uuid).where(used_ip.c.ipRangeUuid == row["uuid"])
    for each in vip.find(node, vip.c.usedIpUuid.in_(mine)):
        vip.destroy(node, each["uuid"], force)


@family.api("CreateEip", refs={"vipUuid": vip, "vmNicUuid": nic}, creates=eip, everyone=True)
def create_eip(node, msg):
    row = vip.get(node, msg["vipUuid"])
    if row["useFor"] is not None:
        raise refused(f"vip[uuid:{row['uuid']}] is used for {row['useFor']} already")
    if row["state"] == "Disabled":
        raise refused(f"vip[uuid:{row['uuid']}] is Disabled")
    made = {**msg.picked("name", "description", "vipUuid"), "state": "Enabled", "vipIp": row["ip"]}
    uuid = eip.create(node, made, msg.get("resourceUuid"))
    vip.update(node, row["uuid"], useFor=USED_FOR)
    if msg.get("vmNicUuid"):
        _attach(node, uuid, nic.get(node, msg["vmNicUuid"]))
    return {"inventory": eip.inventory(node, uuid)}


def _attachable(node, row, card):
    """Raises what hinders an EIP from being attached to a NIC."""
    guest = vm.get(node, card["vmInstanceUuid"])
    if guest["state"] not in ("Running", "Stopped"):
        raise refused(f"vm[uuid:{guest['uuid']}] is {guest['state']}, an EIP needs it Running or Stopped")
    if card["l3NetworkUuid"] == vip.get(node, row["vipUuid"])["l3NetworkUuid"]:
        raise invalid("the VIP and the NIC are in the same L3 network")
    if eip.find(node, vmNicUuid=card["uuid"]):
        raise refused(f"nic[uuid:{card['uuid']}] has an EIP already")


def _attach(node, uuid, card):
    _attachable(node, eip.get(node, uuid), card)
    eip.update(node, uuid, vmNicUuid=card["uuid"], guestIp=card["ip"])


@family.api("AttachEip", refs={"eipUuid": eip, "vmNicUuid": nic}, everyone=True)
def attach(node, msg):
    row = eip.get(node, msg["eipUuid"])
    if row["vmNicUuid"] is not None:
        raise refused(f"eip[uuid:{row['uuid']}] is attached to nic[uuid:{row['vmNicUuid']}] already")
    if row["state"] == "Disabled":
        raise refused(f"eip[uuid:{row['uuid']}] is Disabled")
    _attach(node, row["uuid"], nic.get(node, msg["vmNicUuid"]))
    return {"inventory": eip.inventory(node, row["uuid"])}


@family.api("DetachEip", refs={"uuid": eip}, everyone=True)
def detach(node, msg):
    if eip.get(node, msg["uuid"])["vmNicUuid"] is None:
        raise refused(f"eip[uuid:{msg['uuid']}] is not attached to any NIC")
    eip.update(node, msg["uuid"], vmNicUuid=None, guestIp=None)
    return {"inventory": eip.inventory(node, msg["uuid"])}


@nic.on_delete(order=10)
def nic_goes(node, row, _force):
    for each in eip.find(node, vmNicUuid=row["uuid"]):
        eip.update(node, each["uuid"], vmNicUuid=None, guestIp=None)


def _vm_destroyed(node, row):
    for card in nic.find(node, vmInstanceUuid=row["uuid"]):
        nic_goes(node, card, False)


destroyed_hooks.append(_vm_destroyed)


@family.api("DeleteEip", refs={"uuid": Shaped(eip)}, everyone=True)
def delete_eip(node, msg):
    eip.destroy(node, msg["uuid"], msg.force)


@eip.on_delete(order=10)
def eip_goes(node, row, _force):
    vip.update(node, row["vipUuid"], useFor=None)


@family.api("GetEipAttachableVmNics", everyone=True)
def attachable_nics(node, msg):
    """NICs that could have the EIP, or an EIP of the VIP, that is given."""
    row = eip.get(node, msg.get("eipUuid")) or {"vipUuid": msg.get("vipUuid")}
    if vip.get(node, row["vipUuid"]) is None:
        raise invalid("eipUuid or vipUuid must be given")
    return {"inventories": nic.inventories(node, [card for card in nic.find(node) if _fits(node, row, card)])}


def _fits(node, row, card):
    try:
        _attachable(node, row, card)
    except ApiError:
        return False
    return True


def _manage(resource, kind):
    """Update and state change, alike for both kinds."""

    @family.api(f"Update{kind}", refs={"uuid": resource}, everyone=True)
    def update(node, msg):
        resource.update(node, msg["uuid"], **msg.picked("name", "description"))
        return {"inventory": resource.inventory(node, msg["uuid"])}

    @family.api(f"Change{kind}State", refs={"uuid": resource}, everyone=True)
    def change_state(node, msg):
        resource.update(node, msg["uuid"], state=STATES[msg["stateEvent"]])
        return {"inventory": resource.inventory(node, msg["uuid"])}


_manage(vip, "Vip")
_manage(eip, "Eip")


@family.seed("eips", eip, within=["l3Networks"], named_by=["l3NetworkUuid"], l3NetworkUuid=str)
def seed(node, fields, parents):
    """An EIP with a VIP in `l3NetworkUuid` or the network it is nested in, at `vmNicUuid` if given."""
    fields = dict(fields)
    network = fields.pop("l3NetworkUuid", None) or parents["l3Networks"]["uuid"]
    card = nic.get(node, fields.pop("vmNicUuid", None))
    found, address = find_address(node, network, fields.pop("vipIp", None))
    used = used_ip.create(node, address_row(found, address, used_for="Vip"))
    row = {"name": "eip", "state": "Enabled", **fields, "vipIp": address, "vmNicUuid": card and card["uuid"],
           "guestIp": card and card["ip"]}  # fmt: skip
    row["vipUuid"] = vip.create(node, {
        "name": f"vip of {row['name']}", "l3NetworkUuid": network, "ip": address, "state": "Enabled",
        "usedIpUuid": used, "gateway": found["gateway"], "netmask": found["netmask"], "useFor": USED_FOR,
        "prefixLen": found["prefixLen"], "system": False,
    })  # fmt: skip
    return eip.get(node, eip.create(node, row, fields.get("uuid")))
