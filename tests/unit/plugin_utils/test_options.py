# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with options of inventories and of the lookup is told in one message, before anything is sent.

Options are read as Ansible reads them, by plugins that its loader has found. That takes a process of its own, which is
this file: it reads all cases and writes their outcomes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ACCEPTED = "accepted"


def main():
    from ansible.parsing.dataloader import DataLoader
    from ansible.plugins.loader import init_plugin_loader

    init_plugin_loader()
    loader = DataLoader()
    print(json.dumps([outcome(loader, *case) for case in json.load(sys.stdin)]))


def outcome(loader, kind, given):
    """What became of options: the error's message, or where it is no error of Ansible's, its class, too."""
    from ansible.errors import AnsibleError

    try:
        (look_up if kind == "query" else read)(loader, kind, given)
    except AnsibleError as error:
        return str(error)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ACCEPTED


class Client:
    """A cloud with one host."""

    generation = "2.3.1"

    def query_pages(self, api, conditions, **how):
        return iter([{"uuid": "a" * 32, "name": "one", "managementIp": "192.0.2.1"}])

    def query(self, api, conditions, **how):
        return list(self.query_pages(api, conditions))

    def limit(self, seconds):
        pass

    def release(self):
        pass


def client_for(params, notify, trace):
    """As that of the modules, without connecting."""
    from ansible_collections.zstack.cloud.plugins.module_utils import _task

    _task.connection.client_for(params, notify, trace)
    return Client()


def read(loader, kind, text):
    from ansible.inventory.data import InventoryData
    from ansible.plugins.loader import inventory_loader

    from ansible_collections.zstack.cloud.plugins.plugin_utils import _inventory as base

    base.client_for = client_for
    plugin = inventory_loader.get(f"zstack.cloud.zstack_{kind}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"zstack_{kind}.yml"
        path.write_text(f"plugin: zstack.cloud.zstack_{kind}\n{text}\n")
        plugin.parse(InventoryData(), loader, str(path))


def look_up(loader, _kind, given):
    from ansible.plugins.loader import lookup_loader
    from ansible.template import Templar

    variables = trusted(given.get("variables", {}))
    templar = Templar(loader, variables=variables)
    plugin = lookup_loader.get("zstack.cloud.zstack_query", loader=loader, templar=templar)
    sys.modules[type(plugin).run.__module__].client_for = client_for
    plugin.run(given.get("terms", ["zone"]), variables, **given.get("arguments", {}))


def trusted(variables):
    try:
        from ansible.template import trust_as_template
    except ImportError:
        return variables
    return {k: trust_as_template(v) if isinstance(v, str) else v for k, v in variables.items()}


if __name__ == "__main__":
    main()


# -- what pytest runs


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """told(kind, options): the outcome of a case below; all are tried at once."""
    cases = [[kind, given] for kind, given, _message in CASES]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ZSTACK_")}
    environment.update(
        ANSIBLE_COLLECTIONS_PATH=str(ROOT / ".venv" / "collections"),
        ZSTACK_URL="http://node.example.org:8080",
        ZSTACK_PASSWORD="swordfish",
        ZSTACK_SESSION_DIR=str(tmp_path_factory.mktemp("sessions")),
    )
    done = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps(cases),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    outcomes = json.loads(done.stdout.splitlines()[-1])
    return dict(zip((json.dumps(case) for case in cases), outcomes, strict=True))


CASES = [
    # Names.
    *((kind, "filter: [state=Enabled]", "unknown option 'filter': did you mean filters?") for kind in ("hosts", "vms")),
    ("baremetal", "keyed_group: []", "unknown option 'keyed_group': did you mean keyed_groups?"),
    ("hosts", "url: http://a", "unknown option 'url': did you mean zstack_url?"),
    ("hosts", "filter: []\nhostname: []", "unknown option 'filter': did you mean filters?; unknown option 'hostname'"),
    ("hosts", "zzz: 1", "unknown option 'zzz': there are ansible_host, builtin_groups, cache"),
    ("hosts", "5: a", "unknown option 5: "),
    ("hosts", "null: a", "unknown option None: "),
    *(
        (kind, "keyed_groups: [{key: zstack_name, prefxi: a}]", "keyed_groups[0] has an unknown key 'prefxi': did you")
        for kind in ("hosts", "vms", "baremetal")
    ),
    ("hosts", "keyed_groups: [{prefix: a}]", "keyed_groups[0] has no key"),
    ("query", {"arguments": {"filter": ["state=Enabled"]}}, "unknown option 'filter': did you mean filters?"),
    ("query", {"arguments": {"password": "x"}}, "unknown option 'password': did you mean zstack_password?"),
    # Types within lists and dictionaries.
    ("hosts", "filters: [5]", "filters[0] is 5, expected a text"),
    ("hosts", "filters: [name=a, {name: b}]", "filters[1] is a dictionary, expected a text"),
    ("hosts", "hostnames: [null]", "hostnames[0] is empty, expected a text"),
    ("hosts", "include_filters: [[a]]", "include_filters[0] is a list, expected a text"),
    ("hosts", "compose: {ansible_port: 22}", "compose.ansible_port is 22, expected a Jinja2 expression as text"),
    ("hosts", "compose: {a: }", "compose.a is empty, expected a Jinja2 expression as text (in quotes)"),
    ("hosts", "groups: {g: [a]}", "groups.g is a list, expected a Jinja2 expression"),
    ("hosts", "groups: {everything: true}", ACCEPTED),
    ("hosts", "keyed_groups: [zstack_name]", "keyed_groups[0] is 'zstack_name', expected a dictionary with "),
    ("hosts", "keyed_groups: [{key: zstack_name, prefix: }]", "keyed_groups[0].prefix has no value"),
    ("hosts", "keyed_groups: [{key: zstack_name, prefix: [a]}]", "keyed_groups[0].prefix is a list, expected a text"),
    ("hosts", "keyed_groups: [{key: zstack_name, trailing_separator: maybe}]", "is 'maybe', expected true or false"),
    ("hosts", "keyed_groups: [{key: zstack_name, prefix: 5, trailing_separator: no}]", ACCEPTED),
    ("query", {"terms": [5]}, "the resource is 5, not a name such as vm_instance"),
    ("query", {"terms": [["zone"]]}, "the resource is ['zone'], not a name such as vm_instance"),
    ("query", {"arguments": {"fields": [5]}}, "fields[0] is 5, expected a text"),
    # What Ansible would take for false.
    ("hosts", "zstack_validate_certs: maybe", "zstack_validate_certs is 'maybe', expected true or false"),
    ("hosts", "strict: 2026-01-01", "strict is a date: put it in quotes"),
    ("hosts", "strict: []", "strict is [], expected true or false"),
    ("hosts", "strict: off", ACCEPTED),
    ("query", {"arguments": {"zstack_validate_certs": "maybe"}}, "zstack_validate_certs is 'maybe', expected true or"),
    ("query", {"variables": {"zstack_validate_certs": "maybe"}}, "zstack_validate_certs is 'maybe', expected true or"),
    ("query", {"variables": {"zstack_validate_certs": "{{ checked }}", "checked": "maybe"}}, "is 'maybe', expected"),
    # What no option can be.
    ("hosts", "zstack_password: 2026-01-01", "zstack_password is a date: put it in quotes"),
    ("hosts", "compose: {a: 2026-01-01}", "compose.a is a date: put it in quotes"),
    ("hosts", "filters: [2026-01-01 10:00:00]", "filters[0] is a date: put it in quotes"),
    ("hosts", "compose: {5: zstack_name}", "compose has the key 5, which is no text: put it in quotes"),
    ("hosts", "groups: {5: 'true'}", "groups has the key 5, which is no text: put it in quotes"),
    ("hosts", "zstack_timeout: .nan", "zstack_timeout is nan, expected a finite number"),
    ("hosts", "zstack_timeout: nan", "zstack_timeout is nan, expected a finite number"),
    ("hosts", "zstack_retries: .inf", "zstack_retries is inf, expected a finite number"),
    ("hosts", r'zstack_session_dir: "a\0b"', "zstack_session_dir contains a character that no text can hold"),
    ("hosts", r'zstack_url: "http://a\0b"', "zstack_url contains a character that no text can hold"),
    ("hosts", 'cache: true\ncache_plugin: jsonfile\ncache_connection: "a\\0b"', "cache_connection contains a char"),
    ("hosts", "gather: !!set {devices}", "gather is a set, which no option takes"),
    ("hosts", "zstack_account: !!binary aGVsbG8=", "zstack_account is binary data, which no option takes"),
    ("hosts", "zstack_url: [a]", "zstack_url is a list, expected a text"),
    ("query", {"arguments": {"filters": ["name=\ud800"]}}, "filters[0] contains a character that no text can hold"),
    ("query", {"arguments": {"zstack_password": "\ud800"}}, "zstack_password contains a character that no text can"),
    ("query", {"arguments": {"zstack_timeout": float("nan")}}, "zstack_timeout is nan, expected a finite number"),
    ("query", {"variables": {"zstack_session_dir": "\0"}}, "zstack_session_dir contains a character that no text can"),
    # Templates in the connection, whatever they give.
    ("hosts", 'zstack_url: "{{ [1] }}"', "zstack_url is a list, expected a text"),
    ("hosts", 'zstack_password: "{{ 12345 }}"', ACCEPTED),
    ("query", {"variables": {"zstack_password": "{{ 12345 }}", "zstack_validate_certs": "{{ true }}"}}, ACCEPTED),
    ("query", {"variables": {"zstack_url": "{{ {} }}"}}, "zstack_url is a dictionary, expected a text"),
]


@pytest.mark.parametrize(("kind", "given", "message"), CASES, ids=lambda value: str(value)[:60] if value else "")
def test_what_is_wrong_is_told(told, kind, given, message):
    outcome = told[json.dumps([kind, given])]
    assert message in outcome and "swordfish" not in outcome
    # The class of an error that is not Ansible's would come before the message.
    assert "Error: " not in outcome
