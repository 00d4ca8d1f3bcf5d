# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ZStack refuses of addresses, ranges of them, and NICs. All yield complaints that name the option."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv4Network, NetmaskValueError

_MAC = re.compile("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}")
_LONGEST_NAME = 255


def no_address(values, *options):
    """Of those ``options`` that are given and no IPv4 address."""
    for option in options:
        if values.get(option) is not None and _address(values[option]) is None:
            yield f"{option} is {values[option]!r}, expected an IPv4 address"


def no_range(values, begin, end, netmask):
    """Of a range given by these three options."""
    first, last, mask = (values.get(option) for option in (begin, end, netmask))
    if (first is None) != (last is None) or (first is None and mask is not None):
        yield f"give {begin} and {end} together, with or without {netmask}"
        return
    wrong = list(no_address(values, begin, end))
    yield from wrong
    if wrong or first is None:
        return
    if _address(first) > _address(last):
        yield f"{begin} {first} lies behind {end} {last}"
    network = _network(first, mask) if mask is not None else None
    if mask is not None and network is None:
        yield _no_netmask(netmask, mask)
    elif network is not None and _address(last) not in network:
        yield f"{begin} {first} and {end} {last} are in two networks under {netmask} {mask}"


def no_nics(nics, bonds):
    """Of the NICs and bonds of a host, lists of dictionaries; None for those that are not given."""
    taken, seen = {}, set()
    for place, item in _placed(nics=nics, bonds=bonds):
        yield from (f"{place}.{wrong}" for wrong in _no_settings(item))
        for option in ("name", "ip"):
            value = (option, (item.get(option) or "").strip())
            if value[1] and value in seen:
                yield f"{place}.{option} {value[1]!r} is given twice"
            seen.add(value)
    for place, nic in _placed(nics=nics):
        yield from _no_mac(f"{place}.mac", nic["mac"], taken)
    for place, bond in _placed(bonds=bonds):
        if not 0 < len(bond["name"].strip()) <= _LONGEST_NAME:
            yield f"{place}.name must have 1 to {_LONGEST_NAME} characters"
        if not bond["slaves"]:
            yield f"{place}.slaves is empty, expected the MAC addresses of the NICs that it joins"
        for mac in bond["slaves"]:
            yield from _no_mac(f"{place}.slaves", mac, taken)
    booting = [nic["mac"] for nic in nics or () if nic["pxe"]]
    if nics is not None and len(booting) != 1:
        have = f"{', '.join(booting)} have" if booting else "none has"
        yield f"nics: exactly one NIC must have pxe: true, the one that the host boots from; {have} it"


def _placed(**lists):
    for what, items in lists.items():
        for at, item in enumerate(items or ()):
            yield f"{what}[{at}]", item


def _no_settings(item):
    """Of the IP settings of a NIC or a bond, beginning with the option."""
    wrong = list(no_address(item, "ip", "gateway"))
    yield from wrong
    ip, netmask = item["ip"], item["netmask"]
    if (ip is None) != (netmask is None):
        given, lacking = ("ip", "netmask") if netmask is None else ("netmask", "ip")
        yield f"{given} is given without {lacking}: both go together"
    elif ip is not None and not wrong:
        network = _network(ip, netmask)
        if network is None:
            yield _no_netmask("netmask", netmask)
        elif item["gateway"] is not None and _address(item["gateway"]) not in network:
            yield f"gateway {item['gateway']} is not in the network {network} of ip {ip}"


def _no_mac(place, mac, taken):
    """``taken`` maps the addresses so far to where they stand."""
    if not _MAC.fullmatch(mac.strip()):
        yield f"{place} is {mac!r}, expected a MAC address like 52:54:00:12:34:56"
        return
    mac = mac.strip().lower()
    if mac in taken:
        yield f"{place} {mac} stands in {taken[mac]} already: a NIC is configured by itself or in one bond"
    taken.setdefault(mac, place)


def _address(text):
    try:
        return IPv4Address(text.strip())
    except AddressValueError:
        return None


def _network(address, netmask):
    """The network of an address; None where that is no netmask, or a prefix length or a wildcard, which are none."""
    try:
        network = IPv4Network(f"{address.strip()}/{netmask.strip()}", strict=False)
    except (AddressValueError, NetmaskValueError):
        return None
    return network if str(network.netmask) == netmask.strip() else None


def _no_netmask(option, value):
    return f"{option} is {value!r}, expected a netmask like 255.255.255.0"
