# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an inventory costs: processor time and memory without any API, and the requests it takes.

Each way of making one runs in a process of its own, which is this file with the name of the way and a number of hosts.
All ways add the same hosts with the same 15 variables to the inventory that Ansible hands to a plugin; those that group
make the same 3 groups a host and 2 more variables.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOSTS = 10_000
#: With an engine run for each host and expression, that many are enough for a ratio.
FEW = 2_000
OPTIONS = {
    "alone": {},
    "paths": {
        "compose": {"ansible_host": "zstack_managementip", "rack": "zstack_place.rack"},
        "keyed_groups": [
            {"key": "zstack_cluster", "prefix": "cluster"},
            {"key": "zstack_state", "prefix": "state"},
            {"key": "zstack_place.rack", "prefix": "rack"},
        ],
    },
    "expressions": {
        "compose": {"ansible_host": "zstack_managementip | default('x')", "rack": "zstack_place['rack'] ~ ''"},
        "keyed_groups": [
            {"key": "zstack_cluster | upper", "prefix": "cluster"},
            {"key": "zstack_state | lower", "prefix": "state"},
            {"key": "'r' ~ zstack_place.rack", "prefix": "rack"},
        ],
    },
}


def rows(number):
    """Hosts as they come out of JSON: no two share a string."""
    made = (
        {
            "uuid": f"{n:032x}",
            "name": f"host-{n}",
            "managementip": f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}",
            "cluster": f"cluster-{n % 20}",
            "state": ("Enabled", "Disabled")[n % 2],
            "place": {"rack": f"r-{n % 40}", "row": n % 7},
            **{f"field{i}": f"the value of field {i} of host {n}" for i in range(9)},
        }
        for n in range(number)
    )
    return json.loads(json.dumps(list(made)))


def inventory_for(plugin):
    """An inventory as InventoryManager hands it to the plugin."""
    from ansible.inventory import manager
    from ansible.inventory.data import InventoryData

    if not hasattr(manager, "_InventoryDataWrapper"):
        return InventoryData()
    origin = manager.Origin(description="a benchmark")
    return manager._InventoryDataWrapper(InventoryData(), target_plugin=plugin, origin=origin)


def added(inventory, found):
    """Add the hosts with their variables, one after the other."""
    for row in found:
        name = inventory.add_host(row["name"])
        for field, value in row.items():
            inventory.set_variable(name, "zstack_" + field, value)
        yield name, row


def alone(plugin, found, inventory, loader, path):
    for _host in added(inventory, found):
        pass


def direct(plugin, found, inventory, loader, path):
    safe = plugin._sanitize_group_name
    for name, row in added(inventory, found):
        inventory.set_variable(name, "ansible_host", row["managementip"])
        inventory.set_variable(name, "rack", row["place"]["rack"])
        for group in ("cluster_" + row["cluster"], "state_" + row["state"], "rack_" + row["place"]["rack"]):
            inventory.add_host(name, inventory.add_group(safe(group)))


def constructable(plugin, found, inventory, loader, path):
    from ansible.plugins.inventory import BaseInventoryPlugin, Constructable

    reference = type("Reference", (BaseInventoryPlugin, Constructable), {"NAME": "reference"})()
    reference.parse(inventory, loader, path)
    plugin.loader, plugin._vars = loader, {}
    plugin._read_config_data(path)
    reference.get_option = plugin.get_option
    compose, keyed_groups = plugin.get_option("compose"), plugin.get_option("keyed_groups")
    for name, _row in added(inventory, found):
        reference._set_composite_vars(compose, inventory.get_host(name).get_vars(), name)
        reference._add_host_to_keyed_groups(keyed_groups, {}, name)


def whole(plugin, found, inventory, loader, path):
    """The plugin from the client's rows to the end."""
    from ansible_collections.zstack.cloud.plugins.plugin_utils import _inventory as base

    class Client:
        generation = "2.3.1"

        def query_pages(self, api, conditions, page_size):
            return iter(found)

        def release(self):
            pass

    base.client_for = lambda *args: Client()
    plugin.fields = ()
    plugin.parse(inventory, loader, path)


def main(way, expressions, number):
    """Make the inventory and print what it took: seconds of the processor, and the most memory ever used, in MB."""
    from ansible.parsing.dataloader import DataLoader
    from ansible.plugins.loader import init_plugin_loader, inventory_loader

    init_plugin_loader()
    plugin = inventory_loader.get("zstack.cloud.zstack_hosts")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "zstack_hosts.yml"
        options = {"plugin": plugin.NAME, "ansible_host": [], "builtin_groups": [], **OPTIONS[expressions]}
        path.write_text(json.dumps(options))
        found, inventory = rows(int(number)), inventory_for(plugin)
        begin = time.process_time()
        globals()[way](plugin, found, inventory, DataLoader(), str(path))
        seconds = time.process_time() - begin
    groups = sorted(name for name in inventory.groups if name not in ("all", "ungrouped"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "hosts": len(inventory.hosts), "groups": groups}))


if __name__ == "__main__":
    main(*sys.argv[1:])


# -- what pytest runs

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "ANSIBLE_COLLECTIONS_PATH": str(ROOT / ".venv" / "collections")}


def cost(way, expressions, number):
    """The best of three."""
    command = [sys.executable, __file__, way, expressions, str(number)]
    runs = [
        json.loads(subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=True).stdout)
        for _run in range(3)
    ]
    assert {run["hosts"] for run in runs} == {number}
    return {**runs[0], **{name: min(run[name] for run in runs) for name in ("seconds", "peak")}}


def bench_composing(report):
    hosts, calls, paths = cost("alone", "alone", HOSTS), cost("direct", "alone", HOSTS), cost("whole", "paths", HOSTS)
    assert paths["groups"] == calls["groups"]
    report(f"{HOSTS} hosts with 15 variables", hosts["seconds"], "s")
    report("... with 3 groups and 2 variables each, by direct calls", calls["seconds"], "s")
    report(
        "... by keyed_groups and compose that name variables",
        paths["seconds"] / calls["seconds"],
        "times that",
        "at most 1.5",
    )
    report("... peak memory", paths["peak"] / hosts["peak"], "times alone", "at most 1.3")
    ours, reference = cost("whole", "paths", FEW), cost("constructable", "paths", FEW)
    assert ours["groups"] == reference["groups"]
    report(f"... through Constructable ({FEW} hosts)", reference["seconds"] / ours["seconds"], "times ours")
    ours, reference = cost("whole", "expressions", FEW), cost("constructable", "expressions", FEW)
    assert ours["groups"] == reference["groups"]
    report(
        f"... by real expressions ({FEW} hosts)", ours["seconds"] / reference["seconds"], "Constructable", "at most 1"
    )


def bench_requests(url, report, tmp_path):
    import requests

    hosts = [{"n": HOSTS, "name": "host-{i}", "pciDevices": [{"n": 1}]}]
    seed = {"zones": [{"name": "zone", "clusters": [{"name": "cluster", "hosts": hosts}]}]}
    requests.post(f"{url}/simulator/seed", json=seed, timeout=300).raise_for_status()
    config = tmp_path / "zstack_hosts.yml"
    environment = {**ENVIRONMENT, "ZSTACK_URL": url, "ZSTACK_PASSWORD": "password", "ZSTACK_SESSION_DIR": str(tmp_path)}
    told = "from the simulator, all imports included"
    for gather, what in (([], f"{HOSTS} hosts {told}"), (["devices"], "... with a device each")):
        config.write_text(json.dumps({"plugin": "zstack.cloud.zstack_hosts", "gather": gather}))
        last = requests.get(f"{url}/simulator/requests", timeout=30).json()["last"]
        begin = time.monotonic()
        command = [Path(sys.executable).parent / "ansible", "-i", config, "all", "--list-hosts"]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        seconds = time.monotonic() - begin
        assert f"hosts ({HOSTS})" in done.stdout
        sent = requests.get(f"{url}/simulator/requests?since={last}", timeout=30).json()["requests"]
        report(what, seconds, "s")
        wanted = f"at most {math.ceil(HOSTS / 1000) + 3}" if not gather else "pages, none a host"
        report("... requests", len(sent), "", wanted)
