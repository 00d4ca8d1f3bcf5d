# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: zstack_vms
short_description: The VM instances of a ZStack cloud as an inventory
version_added: 0.1.0
description:
  - Makes an inventory of the VM instances of a ZStack cloud, with what ZStack says of each as variables.
  - The inventory's file ends in C(zstack_vms.yml) or C(zstack_vms.yaml).
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  plugin:
    description: Marks the file as one for this plugin.
    type: str
    required: true
    choices: [zstack.cloud.zstack_vms]
  gather:
    description:
      - What to read beside the VM instances themselves. It adds pages of rows, never a request a VM instance.
      - V(devices) makes the variables C(pci_devices), C(usb_devices) and C(mdev_devices), V(storages)
        C(primary_storages) (those that hold volumes of the VM instance), and V(tags) C(user_tags), C(system_tags) and
        C(tags), each with the prefix. C(tags) is a dictionary in which a user tag C(app::web) has the key C(app) and
        the value C(web).
    type: list
    elements: str
    choices: [devices, storages, tags]
    default: []
  ansible_host:
    description:
      - Where to look for the address that becomes the variable C(ansible_host). The first that there is counts.
      - V(ipv4) and V(ipv6) are addresses of the NICs, that of the default network first, and V(eip) is an elastic
        address of one of them.
      - With a colon and the name or uuid of an L3 network, only NICs in this network count, for instance
        V(ipv4:management).
      - V(eip) and names of networks add pages of rows. With an empty list the variable is not set.
    type: list
    elements: str
    default: [ipv4, ipv6]
extends_documentation_fragment:
  - zstack.cloud.inventory
  - zstack.cloud.connection.plugin
  - constructed
  - inventory_cache
"""

EXAMPLES = r"""
# The first line alone gives everything, with ZSTACK_URL, ZSTACK_ACCOUNT and ZSTACK_PASSWORD in the environment.
# This gives running VM instances of users, reached by an elastic address or in the management network, in groups by
# application.
plugin: zstack.cloud.zstack_vms
zstack_url: http://zstack.example.org:8080
filters:
  - state=Running
  - type=UserVm
gather: [tags]
ansible_host: [eip, "ipv4:management"]
exclude_filters:
  - zstack_tags.ansible | default('') == 'ignore'
keyed_groups:
  - key: zstack_tags.app
    prefix: app
    parent_group: applications
"""

from ansible.errors import AnsibleParserError

from ansible_collections.zstack.cloud.plugins.plugin_utils._inventory import ZStackInventory

KINDS = ("eip", "ipv4", "ipv6")


class InventoryModule(ZStackInventory):
    NAME = "zstack.cloud.zstack_vms"
    resource = "vm_instance"
    tagged_as = "VmInstanceVO"

    def wanted(self):
        preferences = [preference.partition(":") for preference in self.get_option("ansible_host")]
        for kind, _colon, _network in preferences:
            if kind not in KINDS:
                raise AnsibleParserError(f"ansible_host: {kind!r} is none of {', '.join(KINDS)}")
        eips = {"eips"} if any(kind == "eip" for kind, _colon, _network in preferences) else set()
        networks = {"l3_network"} if any(network for _kind, _colon, network in preferences) else set()
        return super().wanted() | eips | networks

    def enrich(self, cloud, rows, wanted):
        nics = [nic for row in rows for nic in row["vm_nics"] or ()]
        if "devices" in wanted:
            cloud.add_devices(rows, "vmInstanceUuid")
        if "storages" in wanted:
            storages = cloud.storages()
            for row in rows:
                used = {volume.get("primary_storage_uuid") for volume in row["all_volumes"] or ()}
                row["primary_storages"] = [storage for storage in storages if storage["uuid"] in used]
        if "eips" in wanted:
            eips = cloud.related("eip", "vmNicUuid", (nic["uuid"] for nic in nics))
            for nic in nics:
                nic["eips"] = [eip["vip_ip"] for eip in eips.get(nic["uuid"], ())]

    def address(self, row, preference):
        kind, _colon, network = preference.partition(":")
        nics = [
            nic
            for nic in row["vm_nics"] or ()
            if network in ("", nic.get("l3_network_uuid"), nic.get("l3_network_name"))
        ]
        nics.sort(
            key=lambda nic: (nic.get("l3_network_uuid") != row["default_l3_network_uuid"], nic.get("device_id") or 0)
        )
        return next((address for nic in nics for address in _addresses(nic, kind)), None)


def _addresses(nic, kind):
    """The addresses of this kind that the NIC has."""
    if kind == "eip":
        return nic["eips"]
    addresses = [nic.get("ip"), *(used.get("ip") for used in nic.get("used_ips") or ())]
    return [address for address in addresses if address and (":" in address) == (kind == "ipv6")]
