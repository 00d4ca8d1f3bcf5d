# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: zstack_hosts
short_description: The hosts of a ZStack cloud as an inventory
version_added: 0.1.0
description:
  - Makes an inventory of the hosts of a ZStack cloud, with what ZStack says of each as variables.
  - The inventory's file ends in C(zstack_hosts.yml) or C(zstack_hosts.yaml).
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  plugin:
    description: Marks the file as one for this plugin.
    type: str
    required: true
    choices: [zstack.cloud.zstack_hosts]
  gather:
    description:
      - What to read beside the hosts themselves. It adds pages of rows, never a request a host.
      - V(devices) makes the variables C(pci_devices), C(usb_devices) and C(mdev_devices), V(storages)
        C(primary_storages) (those attached to the host's cluster), and V(tags) C(user_tags), C(system_tags) and
        C(tags), each with the prefix. C(tags) is a dictionary in which a user tag C(app::web) has the key C(app) and
        the value C(web).
    type: list
    elements: str
    choices: [devices, storages, tags]
    default: []
  ansible_host:
    description:
      - Fields of the host, of which the first that has a value becomes the variable C(ansible_host).
      - With an empty list it is not set.
    type: list
    elements: str
    choices: [management_ip, ipmi_address]
    default: [management_ip]
extends_documentation_fragment:
  - zstack.cloud.inventory
  - zstack.cloud.connection.plugin
  - constructed
  - inventory_cache
"""

EXAMPLES = r"""
# The first line alone gives everything, with ZSTACK_URL, ZSTACK_ACCOUNT and ZSTACK_PASSWORD in the environment.
# This gives the connected hosts of two clusters, in groups by rack and by CPU architecture
plugin: zstack.cloud.zstack_hosts
zstack_url: http://zstack.example.org:8080
filters:
  - cluster.name?=compute,gpu
  - status=Connected
gather: [tags, devices]
hostnames:
  - zstack_tags.fqdn
  - zstack_name
compose:
  ansible_user: zstack_username
  ansible_port: zstack_ssh_port
  gpus: zstack_pci_devices | selectattr('type', 'search', 'GPU') | list
keyed_groups:
  - key: zstack_tags.rack
    prefix: rack
  - key: zstack_architecture
    prefix: arch
groups:
  large: zstack_total_memory_capacity > 2 ** 40
cache: true
cache_plugin: jsonfile
cache_connection: ~/.cache/zstack
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.host import HOST
from ansible_collections.zstack.cloud.plugins.plugin_utils._inventory import ZStackInventory


class InventoryModule(ZStackInventory):
    NAME = "zstack.cloud.zstack_hosts"
    resource = "host"
    tagged_as = "HostVO"
    fields = HOST.inventory_of("5.2")

    def enrich(self, cloud, rows, wanted):
        if "devices" in wanted:
            cloud.add_devices(rows, "hostUuid")
        if "storages" in wanted:
            storages = cloud.storages()
            for row in rows:
                row["primary_storages"] = [s for s in storages if row["cluster_uuid"] in s["attached_cluster_uuids"]]
