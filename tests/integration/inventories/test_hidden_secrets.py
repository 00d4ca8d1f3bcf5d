# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets that the node sends: none reaches a result, a variable, a cache, a file or a log of ours.

A node answers with passwords that it documents nowhere: of IPMI and of bare-metal host configurations (2.3.1), of PXE
servers (5.2), of monitors, of access keys, in system tags. All of them are seeded here with a word of their own, and
whatever shows replies runs over them, as loud as it can.
"""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from nodes import ROOT

# The word in a secret is looked for, since encodings change the rest.
WORD = "s3cr3t"
SECRETS = {name: f'{name}-{WORD}-"\\ü' for name in ("ipmi", "config", "pxe", "host", "console", "key")}
MON = f"root:mon-{WORD}-@@"
INFO_MODULES = sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("*_info.py"))


def seed(old):
    """A cloud that knows all the secrets, as a seed document."""
    chassis = {"name": "box", "ipmiAddress": "10.9.0.1", "ipmiPassword": SECRETS["ipmi"]}
    zone = {
        "name": "lab",
        "backupStorages": [{"name": "pool", "type": "Ceph", "monUrls": [MON + "10.8.1.1"]}],
        "clusters": [
            {
                "name": "compute",
                "primaryStorages": [{"name": "fast", "type": "Ceph", "monUrls": [MON + "10.8.0.1"]}],
                "hosts": [
                    {
                        "name": "kvm",
                        "password": SECRETS["host"],
                        "vms": [{"name": "vm", "systemTags": [f"consolePassword::{SECRETS['console']}"]}],
                    }
                ],
            }
        ],
    }
    if old:
        configuration = {
            "password": SECRETS["config"],
            "cfgItems": {"nicCfgs": [{"mac": "52:54:00:00:00:01", "pxe": True}]},
        }
        return {
            "zones": [zone],
            "baremetalPxeServers": [{"name": "pxe"}],
            "baremetalChassis": [{**chassis, "baremetalHostCfgs": [configuration]}],
        }
    metal = {
        "name": "metal",
        "hypervisorType": "baremetal",
        "type": "baremetal",
        "baremetalPxeServers": [{"name": "pxe", "sshPassword": SECRETS["pxe"]}],
        "baremetalChassis": [chassis],
    }
    return {"zones": [{**zone, "clusters": [*zone["clusters"], metal]}]}


SHOWN = {  # what the node sends in clear, by the path of a query
    "2.3.1": {
        "/baremetal/chassis": "ipmi",
        "/baremetal/hostcfg": "config",
        "/primary-storage/ceph": "mon",
        "/backup-storage/ceph": "mon",
        "/system-tags": "console",
    },
    "5.2": {
        "/baremetal/pxeservers": "pxe",
        "/backup-storage/ceph": "mon",
        "/system-tags": "console",
        "/accesskeys": "key",
    },
}


@pytest.fixture
def leaky(fresh, call):
    """A node that sends all of these secrets, which is looked after first."""
    fresh.control("POST", "seed", seed(fresh.name == "2.3.1"))
    if fresh.name == "5.2":
        admin = call(fresh, "GET", "/accounts?q=name=admin")["inventories"][0]["uuid"]
        key = {"accountUuid": admin, "userUuid": admin, "AccessKeySecret": SECRETS["key"]}
        call(fresh, "POST", "/accesskeys", {"params": key})
    for path, name in SHOWN[fresh.name].items():
        assert f"{name}-{WORD}" in str(call(fresh, "GET", path)), f"the node no longer sends what is looked for: {path}"
    return fresh


QUERIES = ("baremetal_chassis", "baremetal_pxe_server", "ceph_primary_storage", "ceph_backup_storage", "system_tag",
           "host", "vm_instance", "primary_storage", "backup_storage")  # fmt: skip


def queries(node):
    return (*QUERIES, "baremetal_host_cfg" if node.name == "2.3.1" else "access_key")


def lists_all(module, generation):
    """Whether the module lists what there is when nothing is asked for, in this generation."""
    task = import_module(f"ansible_collections.zstack.cloud.plugins.modules.{module}").task
    asks = [name for name, option in task.argument_spec().items() if option.get("required") and name != "zstack_url"]
    declared = [getattr(task, "resource", None), *(word.api for word in getattr(task, "listings", ()) if word)]
    here = all(each.only in (None, generation) for each in declared if each)
    return here and not asks and not task.rules.get("required_one_of")


def tasks(node):
    """Tasks of everything that shows a reply: (label, task)."""
    old = node.name == "2.3.1"
    yield from ((module, {f"zstack.cloud.{module}": {}}) for module in INFO_MODULES if lists_all(module, node.name))
    for name in queries(node):
        api = "Query" + "".join(word.capitalize() for word in name.split("_"))
        yield name, {"zstack.cloud.zstack_query_info": {"resource": name}}
        for raw in (False, True):
            yield f"{api} raw={raw}", {"zstack.cloud.zstack_api": {"name": api, "raw": raw}}
        yield (
            f"lookup {name}",
            {"ansible.builtin.debug": {"msg": "{{ query('zstack.cloud.zstack_query', '%s') }}" % name}},
        )
    ceph = "{{ query('zstack.cloud.zstack_query', 'ceph_primary_storage')[0].uuid }}"
    chassis = "{{ query('zstack.cloud.zstack_query', 'baremetal_chassis')[0].uuid }}"
    again = "{{ lookup('env', 'AGAIN') }}"
    for raw in (False, True):
        monitor = "{{ lookup('env', 'MON') }}10.8.%d.1" % (7 + raw)
        for name, params, secret in (
            ("ReconnectPrimaryStorage", {"uuid": ceph}, {}),
            ("AddMonToCephPrimaryStorage", {"uuid": ceph}, {"monUrls": [monitor]}),
            ("UpdateBaremetalChassis", {"uuid": chassis, "description": "d"}, {}),
            ("UpdateBaremetalChassis", {"uuid": chassis}, {"ipmiPassword": again}),
        ):
            task = {"name": name, "params": params, "secret_params": secret, "raw": raw}
            yield f"{name} raw={raw} {sorted(secret)}", {"zstack.cloud.zstack_api": task}
    if old:
        nics = {"nicCfgs": [{"mac": "52:54:00:00:00:02", "pxe": True}]}
        gone = "{{ query('zstack.cloud.zstack_query', 'baremetal_host_cfg')[0].uuid }}"
        yield "delete", {"zstack.cloud.zstack_api": {"name": "DeleteBaremetalHostCfg", "params": {"uuid": gone}}}
        made = {"name": "CreateBaremetalHostCfg", "params": {"chassisUuid": chassis, "cfgItems": nics},
                "secret_params": {"password": again}, "raw": True}  # fmt: skip
        yield "create", {"zstack.cloud.zstack_api": made}


def leaks(folder):
    """The files below a folder that hold a secret, with what stands around it."""
    found = {}
    for path in sorted(folder.rglob("*")):
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        if WORD in text:
            at = text.index(WORD)
            found[str(path.relative_to(folder))] = text[max(0, at - 200) : at + 60]
    return found


def test_plays(leaky, play, tmp_path):
    """Every info module, query, call and lookup, at -vvvv with a log: results, output, log, sessions and caches."""
    steps = [
        {**task, "name": label, "register": "shown", "ignore_errors": True, "failed_when": shows(task, leaky)}
        for label, task in tasks(leaky)
    ]
    run = play(
        [{"hosts": "localhost", "gather_facts": False, "tasks": steps}],
        arguments=["-vvvv", "--diff"],
        environment={
            "ZSTACK_URL": leaky.url,
            "ZSTACK_PASSWORD": "password",
            "ANSIBLE_LOG_PATH": str(tmp_path / "ansible.log"),
            "ANSIBLE_CACHE_PLUGIN": "jsonfile",
            "ANSIBLE_CACHE_PLUGIN_CONNECTION": str(tmp_path / "facts"),
            "HOME": str(tmp_path),
            "AGAIN": SECRETS["ipmi"],
            "MON": MON,
        },
    )
    assert run.code == 0, run.text[-3000:]
    assert "ignored=0" in run.text, [line for line in run.text.splitlines() if line.startswith(("TASK", "fatal"))]
    where = run.text.find(WORD)
    assert where < 0, run.text[max(0, where - 400) : where + 60]
    assert (tmp_path / "ansible.log").stat().st_size > 100_000
    assert leaks(tmp_path) == {}


def shows(task, node):
    """A condition that fails the task where it shows nothing, so that the silence of the others means something."""
    if "zstack.cloud.zstack_query_info" in task:
        return "shown.rows | length == 0"
    if "ansible.builtin.debug" in task:
        return "shown.msg | length == 0"
    return "shown is failed"


def test_unknown_apis(leaky, play, tmp_path):
    """An API that the collection does not know, called by verb and path, shows no more than one that it knows."""
    paths = SHOWN[leaky.name]
    steps = [
        {"name": path, "zstack.cloud.zstack_api": {"name": "QueryAnything", "method": "GET", "path": path, "raw": raw}}
        for path in paths
        for raw in (False, True)
    ]
    run = play([{"hosts": "localhost", "gather_facts": False, "tasks": steps}], arguments=["-vvvv"],
               environment={"ZSTACK_URL": leaky.url, "ZSTACK_PASSWORD": "password", "HOME": str(tmp_path)})  # fmt: skip
    assert run.code == 0, run.text[-3000:]
    assert run.text.count("inventories") >= len(steps) and WORD not in run.text
    assert leaks(tmp_path) == {}


@pytest.mark.parametrize(("kind", "host"), [("baremetal", "box"), ("hosts", "kvm"), ("vms", "vm")])
def test_inventories(leaky, environment, tmp_path, kind, host):
    """The inventories with all that they gather, and with their caches: neither variables nor files have a secret."""
    gather = {"baremetal": ["devices", "tags"], "hosts": ["tags", "devices"], "vms": ["tags"]}[kind]
    options = {"gather": gather, "cache": True, "cache_plugin": "jsonfile", "cache_connection": str(tmp_path / "cache")}
    if kind == "baremetal":
        options["ansible_host"] = ["configured_ip", "ipmi_address"]
    source = tmp_path / f"zstack_{kind}.yml"
    source.write_text(yaml.safe_dump({"plugin": f"zstack.cloud.zstack_{kind}", **options}))
    for _cold_then_warm in range(2):
        run = subprocess.run(
            [Path(sys.executable).parent / "ansible-inventory", "--list", "-vvvv", "-i", source],
            env=environment(leaky.url) | {"ANSIBLE_LOG_PATH": str(tmp_path / "ansible.log")},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        assert f'"{host}"' in run.stdout and WORD not in run.stdout + run.stderr
    assert list((tmp_path / "cache").iterdir())
    assert leaks(tmp_path) == {}
