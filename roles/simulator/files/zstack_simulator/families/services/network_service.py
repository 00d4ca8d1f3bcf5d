# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Network services: who provides them, and which an L3 network has."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from ...errors import invalid, refused
from ...family import Family
from ...store import Resource, Row, link_table, ref, text
from ..networks.network import l2, l3

FIDELITY = {
    "AttachNetworkServiceToL3Network": ("read", "nothing is set up: services are listed, VMs notice nothing"),
    "DetachNetworkServiceFromL3Network": ("inferred", "services the network lacks are ignored"),
    "GetNetworkServiceTypes": ("read", None),
    "QueryNetworkServiceL3NetworkRef": ("read", None),
    "QueryNetworkServiceProvider": ("approximated", "the providers of a fresh node; every L2 network has them all"),
}

SERVICE = "org.zstack.header.network.service"

# Name and services by type.
PROVIDERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "Flat": ("Flat Network Service Provider", ("DHCP", "Userdata", "Eip", "HostRoute")),
    "SecurityGroup": ("Security Group Service Provider", ("SecurityGroup",)),
    "VirtualRouter": (
        "virtual router service provider", ("DHCP", "DNS", "SNAT", "PortForwarding", "Eip", "LoadBalancer", "IPsec")),
    "vrouter": (
        "vrouter service provider",
        ("DHCP", "DNS", "SNAT", "PortForwarding", "Eip", "LoadBalancer", "IPsec", "VRouterRoute", "CentralizedDNS")),
}  # fmt: skip

provider = Resource(
    "network_service_provider", "NetworkServiceProviderVO", f"{SERVICE}.NetworkServiceProviderInventory",
    text("name", index=True), text("description"), text("type"), registered=False,
)  # fmt: skip
service = Resource(
    "network_service_ref", "NetworkServiceL3NetworkRefVO", f"{SERVICE}.NetworkServiceL3NetworkRefInventory",
    registered=False,
    table=link_table("network_service_ref", ref("l3NetworkUuid", "l3_network", "CASCADE"),
                     ref("networkServiceProviderUuid", "network_service_provider"), text("networkServiceType")),
)  # fmt: skip
l3.nests("networkServices", lambda: service.view, "l3NetworkUuid")
service.relates("l3Network", "l3_network", own="l3NetworkUuid")
service.relates("serviceProvider", "network_service_provider", own="networkServiceProviderUuid")

family = Family()
family.query("QueryNetworkServiceProvider", provider, everyone=True)
family.query("QueryNetworkServiceL3NetworkRef", service, everyone=True)


@family.boot
def boot(node):
    provider.create_many(node, [{"name": name, "description": f"provides {', '.join(services)}", "type": type}
                                for type, (name, services) in PROVIDERS.items()])  # fmt: skip


@provider.computes("networkServiceTypes", "attachedL2NetworkUuids")
def _lists(node, rows):
    networks = sorted(node.execute(select(l2.c.uuid)).scalars())
    return [{"networkServiceTypes": list(PROVIDERS[row["type"]][1]), "attachedL2NetworkUuids": networks}
            for row in rows]  # fmt: skip


def _check(node, wanted: Row) -> None:
    """Refuses services that their providers do not provide."""
    if not wanted:
        raise invalid("networkServices cannot be empty")
    for uuid, types in wanted.items():
        if not isinstance(types, list) or not types:
            raise invalid(f"services of the network service provider[uuid:{uuid}] must be given as a list")
        row = provider.get(node, uuid)
        if row is None:
            raise invalid(f"cannot find the network service provider[uuid:{uuid}]")
        lacking = [each for each in types if each not in PROVIDERS[row["type"]][1]]
        if lacking:
            raise invalid(f"network service provider[uuid:{uuid}] does not provide {lacking}")


@family.api("AttachNetworkServiceToL3Network", refs={"l3NetworkUuid": l3}, everyone=True)
def attach(node, msg):
    network, wanted = msg["l3NetworkUuid"], msg["networkServices"]
    _check(node, wanted)
    has = {row["networkServiceType"] for row in service.find(node, l3NetworkUuid=network)}
    for uuid, types in wanted.items():
        for each in types:
            if each in has:
                raise refused(f"L3 network[uuid:{network}] has a network service {each} already")
            has.add(each)
            row = {"l3NetworkUuid": network, "networkServiceProviderUuid": uuid, "networkServiceType": each}
            node.execute(insert(service.table), row)
    return {"inventory": l3.inventory(node, network)}


@family.api("DetachNetworkServiceFromL3Network", refs={"l3NetworkUuid": l3}, everyone=True)
def detach(node, msg):
    network, own = msg["l3NetworkUuid"], service.c
    gone = [own.networkServiceType == msg["service"]] if msg.get("service") else []
    for uuid, types in msg.get("networkServices", {}).items():
        gone += [(own.networkServiceProviderUuid == uuid) & (own.networkServiceType == each)
                 for each in (types if isinstance(types, list) else [types])]  # fmt: skip
    for criterion in gone:
        node.execute(delete(service.table).where(own.l3NetworkUuid == network, criterion))
    return {"inventory": l3.inventory(node, network)}


@family.api("GetNetworkServiceTypes", everyone=True)
def types_(node, _msg):
    found: dict[str, list[str]] = {}
    for row in provider.find(node):
        for each in PROVIDERS[row["type"]][1]:
            found.setdefault(each, []).append(row["uuid"])
    return {"types": found}
