# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words for fields are true of a cloud that has some of everything, for resources without a module too."""

from __future__ import annotations

import pytest
from generate import returns
from generate.declarations import snake
from returned import contents
from scenarios import GENERATIONS

from ansible_collections.zstack.cloud.plugins.module_utils._api.catalog import APIS
from ansible_collections.zstack.cloud.plugins.module_utils._client.client import Client
from ansible_collections.zstack.cloud.plugins.module_utils._client.settings import Settings
from ansible_collections.zstack.cloud.plugins.module_utils._engine.render import plain

HOST = {
    "name": "h",
    "managementIp": "192.0.2.11",
    "pciDevices": [{"vendorId": "10de", "deviceId": "1eb8"}],
    "usbDevices": [{"idVendor": "0951", "idProduct": "1666"}],
    "vms": [{"name": "vm", "volumes": [{"name": "data"}], "usbDevices": [{"idVendor": "0951", "idProduct": "1666"}]}],
}
CLUSTER = {
    "name": "c",
    "primaryStorages": [{"name": "local", "type": "LocalStorage"}, {"name": "ceph", "type": "Ceph"}],
    "hosts": [HOST],
    "l2Networks": [{"name": "l2", "l3Networks": [{"name": "l3", "ipRanges": [{"networkCidr": "198.51.100.0/24"}]}]}],
}
ZONE = {
    "name": "z",
    "clusters": [CLUSTER],
    "backupStorages": [
        {"name": "images", "type": "ImageStoreBackupStorage", "images": [{"name": "centos"}]},
        {"name": "objects", "type": "Ceph"},
        {"name": "files", "type": "SftpBackupStorage"},
    ],
}
OFFERINGS = {"pciDeviceOfferings": [{"name": "t4", "vendorId": "10de", "deviceId": "1eb8"}]}
CHASSIS = [{"name": "bare", "ipmiAddress": "192.0.2.207"}]
BARE = {
    "name": "b",
    "hypervisorType": "baremetal",
    "baremetalPxeServers": [{"name": "pxe"}],
    "baremetalChassis": CHASSIS,
}
MDEV = {
    "pciDevices": [
        {"vendorId": "10de", "deviceId": "1eb8", "type": "GPU_3D_Controller", "mdevDevices": [{"name": "m"}]}
    ]
}
CLOUDS = {
    "2.3.1": {
        "zones": [ZONE],
        "baremetalPxeServers": [{"name": "pxe"}],
        "baremetalChassis": [{**CHASSIS[0], "baremetalHostCfgs": [{}]}],
        **OFFERINGS,
    },
    "5.2": {"zones": [{**ZONE, "clusters": [{**CLUSTER, "hosts": [{**HOST, **MDEV}]}, BARE]}], **OFFERINGS},
}
QUERIES = {snake(name[len("Query") :]): api for name, api in APIS.items() if name.startswith("Query")}


#: What the cloud has none of: scenarios make some, where modules are about them.
ABSENT = {"baremetal_hardware_info", "fault_tolerance_vm", "fusionstor_backup_storage", "long_job"}


@pytest.mark.parametrize("generation", GENERATIONS)
def test_the_table_is_true_of_what_a_node_tells(stages, generation, tmp_path):
    node = stages[generation].node
    node.control("POST", "reset")
    node.control("POST", "seed", CLOUDS[generation])
    client = Client(Settings(url=node.url, account="admin", password="password", session_dir=str(tmp_path)))
    wrong, told = [], set()
    for section in returns.FIELDS.keys() & QUERIES.keys():
        if QUERIES[section].only in (None, generation):
            for row in client.query(QUERIES[section]):
                told.add(section)
                wrong += _misfits(section, plain(row), generation)
    assert not wrong
    assert told == {s for s in returns.FIELDS.keys() & QUERIES.keys() if QUERIES[s].only in (None, generation)} - ABSENT


def _misfits(section, row, generation):
    if section == "baremetal_chassis":
        row["ipmi_port"] = int(row["ipmi_port"])  # 2.3.1 tells a text, the declaration makes a number of it
    words = returns.FIELDS[section]
    known = {name for name in row if name in words or name in returns.FIELDS["any"]}
    spec = {name: returns.field(name, words.get(name), section, section, section) for name in known}
    return list(contents(section, row, spec, generation, complete=False))
