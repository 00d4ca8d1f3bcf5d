# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inventories of a cloud that exists in memory only."""

from __future__ import annotations

from importlib import import_module

import pytest
import yaml
from ansible.inventory.data import InventoryData
from ansible.parsing.dataloader import DataLoader

from ansible_collections.zstack.cloud.plugins.doc_fragments.connection import ModuleDocFragment as Connection
from ansible_collections.zstack.cloud.plugins.doc_fragments.inventory import ModuleDocFragment as Inventory
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import SettingsError
from ansible_collections.zstack.cloud.plugins.plugin_utils import _inventory as base

try:
    from ansible.template import trust_as_template
except ImportError:
    trust_as_template = str

PLUGINS = "ansible_collections.zstack.cloud.plugins.inventory.zstack_"
URL = "http://node.example.org:8080"
#: Those of Ansible's own fragments.
DEFAULTS = {
    "compose": {},
    "groups": {},
    "keyed_groups": [],
    "use_extra_vars": False,
    "leading_separator": True,
    "cache": False,
}


def trusted(value):
    """The value as out of a configuration file."""
    if isinstance(value, dict):
        return {trusted(k): trusted(v) for k, v in value.items()}
    if isinstance(value, list):
        return [trusted(item) for item in value]
    return trust_as_template(value) if isinstance(value, str) else value


def uuid(number):
    return f"{number:032x}"


class Cloud:
    """Rows by query, as a client reads them. ``asked`` holds the queries; ``fail[api]`` is raised by one."""

    def __init__(self, generation="5.2", **tables):
        self.generation = generation
        self.tables = {"Query" + name: rows for name, rows in tables.items()}
        self.asked, self.fail = [], {}
        self.released = 0
        self.limits = []

    def limit(self, seconds):
        self.limits.append(seconds)

    def release(self):
        self.released += 1

    def query_pages(self, api, conditions=(), fields=None, page_size=1000, workers=4):
        api.request(self.generation, {})
        self.asked.append((api.name, [c.text for c in conditions]))
        if api.name in self.fail:
            raise self.fail[api.name]
        rows = self.tables.get(api.name, [])
        return iter([dict(row) for row in rows if all(holds(row, condition) for condition in conditions)])


def holds(row, condition):
    value = row.get(condition.field)
    if condition.op == "not null":
        return value is not None
    return str(value) in (condition.value.split(",") if condition.op == "?=" else [condition.value])


class Screen:
    """What was said, by urgency."""

    def __init__(self):
        self.warnings, self.details, self.verbosity = [], [], 0
        self.warning, self.v, self.vv = self.warnings.append, self.details.append, self.details.append


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def load(monkeypatch, screen):
    """load(kind, cloud, **options): the inventory that the plugin zstack_<kind> makes."""
    kept = {}

    def make(kind, cloud, cached=True, caches=None, inventory=None, **options):
        module = import_module(PLUGINS + kind)
        documented = {}
        for text in (Connection.PLUGIN, Inventory.DOCUMENTATION, module.DOCUMENTATION):
            documented.update(yaml.safe_load(text)["options"])
        values = {name: option.get("default") for name, option in documented.items()}
        values.update(DEFAULTS, zstack_url=URL, zstack_password="password")
        assert options.keys() <= values.keys()
        values.update(trusted(options))

        def client_for(params, notify, trace):
            if not params["zstack_url"]:
                raise SettingsError("No url of the management node is given.")
            cloud.trace = trace
            return cloud

        monkeypatch.setattr(base, "client_for", client_for)
        plugin = module.InventoryModule()
        plugin.display = screen
        plugin._load_name = plugin._original_path = plugin.NAME
        plugin._redirected_names, plugin._cache = [], kept if caches is None else caches
        plugin._defs = documented
        monkeypatch.setattr(plugin, "get_option", lambda name, hostvars=None: values[name])
        monkeypatch.setattr(plugin, "get_cache_key", lambda path: path)
        monkeypatch.setattr(plugin, "_read_config_data", lambda path: options)
        inventory = inventory or InventoryData()
        plugin.parse(inventory, DataLoader(), "source", cached)
        return inventory

    return make


def host(number, **fields):
    row = {
        "uuid": uuid(number),
        "name": f"kvm-{number}",
        "managementIp": f"192.0.2.{number}",
        "hypervisorType": "KVM",
        "state": "Enabled",
        "status": "Connected",
        "zoneUuid": uuid(0xA),
        "clusterUuid": uuid(0xC),
        "createDate": "Nov 4, 2017 1:02:03 PM",
    }
    return {k: v for k, v in {**row, **fields}.items() if v is not None}


PLACES = {
    "Zone": [{"uuid": uuid(0xA), "name": "lab"}],
    "Cluster": [{"uuid": uuid(0xC), "name": "compute nodes"}, {"uuid": uuid(0xD), "name": "gpu"}],
}


def cloud_of(*hosts, generation="5.2", **tables):
    """A cloud with these hosts, in a zone with two clusters."""
    return Cloud(generation, Host=list(hosts), **{**PLACES, **tables})
