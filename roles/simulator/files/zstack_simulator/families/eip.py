# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Virtual and elastic IPs, as far as VMs and inventories need them."""

from __future__ import annotations

from ..store import Resource, flag, number, ref, text
from . import Family
from .zone import STATES

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

family = Family()
