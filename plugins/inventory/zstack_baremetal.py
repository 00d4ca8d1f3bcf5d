# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: zstack_baremetal
short_description: The bare-metal chassis of a ZStack cloud as an inventory
version_added: 0.1.0
description:
  - Makes an inventory of the bare-metal chassis of a ZStack cloud, with what ZStack says of each as variables.
  - The inventory's file ends in C(zstack_baremetal.yml) or C(zstack_baremetal.yaml).
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  plugin:
    description: Marks the file as one for this plugin.
    type: str
    required: true
    choices: [zstack.cloud.zstack_baremetal]
  gather:
    description:
      - What to read beside the chassis themselves. It adds pages of rows, never a request a chassis.
      - V(devices) makes the variable C(hardware), a list of what was found in the chassis by type, V(configuration)
        the variable C(configuration) with the host configuration (ZStack 2.3.1) or the instance (ZStack 5.2), and
        V(tags) C(user_tags), C(system_tags) and C(tags), each with the prefix. C(tags) is a dictionary in which a
        user tag C(app::web) has the key C(app) and the value C(web).
    type: list
    elements: str
    choices: [devices, configuration, tags]
    default: []
  ansible_host:
    description:
      - Where to look for the address that becomes the variable C(ansible_host). The first that there is counts.
      - V(ipmi_address) is that of the chassis, V(configured_ip) that of the operating system, out of the
        configuration, which is then read even if O(gather) does not name it.
      - With an empty list it is not set.
    type: list
    elements: str
    choices: [configured_ip, ipmi_address]
    default: [ipmi_address]
extends_documentation_fragment:
  - zstack.cloud.inventory
  - zstack.cloud.connection.plugin
  - constructed
  - inventory_cache
"""

EXAMPLES = r"""
# The first line alone gives everything, with ZSTACK_URL, ZSTACK_ACCOUNT and ZSTACK_PASSWORD in the environment.
# This gives chassis in groups status_Unprovisioned, status_Provisioned ..., and by the CPU that was found in them
plugin: zstack.cloud.zstack_baremetal
zstack_url: http://zstack.example.org:8080
gather: [devices, configuration]
ansible_host: [configured_ip, ipmi_address]
compose:
  cpu_model: (zstack_hardware | selectattr('type', 'eq', 'basic') | first).content.cpu_model
keyed_groups:
  - key: zstack_pxe_server_uuid
    prefix: pxe
"""

import json

from ansible_collections.zstack.cloud.plugins.module_utils._engine.render import plain
from ansible_collections.zstack.cloud.plugins.plugin_utils._inventory import ZStackInventory


class InventoryModule(ZStackInventory):
    NAME = "zstack.cloud.zstack_baremetal"
    resource = "baremetal_chassis"
    tagged_as = "BaremetalChassisVO"

    def wanted(self):
        configured = "configured_ip" in self.get_option("ansible_host")
        return super().wanted() | ({"configuration"} if configured else set())

    def enrich(self, cloud, rows, wanted):
        uuids = [row["uuid"] for row in rows]
        found = cloud.related("baremetal_hardware_info", "chassisUuid", uuids) if "devices" in wanted else {}
        for row in rows:
            infos = row.pop("hardware_infos", None) or found.get(row["uuid"], ())
            if "devices" in wanted:
                row["hardware"] = [{"type": info["type"], "content": _content(info["content"])} for info in infos]
        if "configuration" in wanted:
            # One generation has the one, the other the other.
            for resource in ("baremetal_host_cfg", "baremetal_instance"):
                found = cloud.related(resource, "chassisUuid", uuids)
                for row in rows:
                    row["configuration"] = next(iter(found.get(row["uuid"], ())), row.get("configuration"))

    def address(self, row, preference):
        if preference != "configured_ip":
            return row.get(preference)
        configuration = row["configuration"] or {}
        nics = configuration.get("nic_cfgs") or configuration.get("bm_nics") or ()
        return configuration.get("management_ip") or next((nic["ip"] for nic in nics if nic.get("ip")), None)


def _content(text):
    """What was found in a chassis as data where it is JSON, as it mostly is."""
    try:
        content = json.loads(text)
    except ValueError:
        return text
    return plain(content) if isinstance(content, dict) else content
