# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real ``ansible-inventory`` runs on the simulator."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
import yaml

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Listing:
    """What ``ansible-inventory --list`` printed: variables by host, hosts by group, and what it said beside that."""

    hosts: dict
    groups: dict
    said: str


def bare(value):
    """The value without the marks of strings that are no templates."""
    if isinstance(value, dict):
        return (
            bare(value["__ansible_unsafe"]) if "__ansible_unsafe" in value else {k: bare(v) for k, v in value.items()}
        )
    return [bare(item) for item in value] if isinstance(value, list) else value


@pytest.fixture
def environment(tmp_path):
    """environment(url): the environment of a user of the node there, or of one who has no address (None)."""

    def of(url):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("ZSTACK_", "ANSIBLE_"))}
        own = {"ZSTACK_URL": url, "ZSTACK_PASSWORD": "password"} if url else {}
        return {
            **clean,
            **own,
            "ZSTACK_SESSION_DIR": str(tmp_path / "sessions"),
            "ANSIBLE_COLLECTIONS_PATH": str(ROOT / ".venv" / "collections"),
            "ANSIBLE_NOCOLOR": "1",
            "COLUMNS": "1000",
            "HOME": str(tmp_path),
        }

    return of


@pytest.fixture
def listing(tmp_path, environment):
    """listing(kind or path, url, **options): the inventory zstack_<kind>.yml with these options, as Ansible sees it."""

    def run(kind, url, *arguments, **options):
        path = kind
        if not isinstance(kind, Path):
            path = tmp_path / f"zstack_{kind}.yml"
            path.write_text(yaml.safe_dump({"plugin": f"zstack.cloud.zstack_{kind}", **options}))
        done = subprocess.run(
            [Path(sys.executable).parent / "ansible-inventory", "--list", "-i", path, *arguments],
            env=environment(url),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found = bare(json.loads(done.stdout))
        groups = {name: members(found, name) for name in found if name not in ("_meta", "all")}
        return Listing(found["_meta"]["hostvars"], groups, " ".join(done.stderr.split()))

    return run


def members(found, group):
    """The hosts of a group and of the groups in it."""
    own = found.get(group, {})
    below = {host for child in own.get("children", []) for host in members(found, child)}
    return sorted({*own.get("hosts", []), *below})


@pytest.fixture
def call(environment):
    """call(node, method, path, body): a bare request of the node's API, as admin; the reply of the finished job."""

    def send(node, method, path, body=None):
        api = f"{node.url}/zstack/v1"
        secret = "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86"  # noqa: E501
        login = {"logInByAccount": {"accountName": "admin", "password": secret}}
        session = requests.put(f"{api}/accounts/login", json=login, timeout=30).json()["inventory"]["uuid"]
        answer = requests.request(
            method, api + path, json=body, headers={"Authorization": f"OAuth {session}"}, timeout=30
        )
        assert answer.status_code in (200, 202), answer.text
        while answer.status_code == 202:
            job = answer.json().get("location", answer.url).rpartition("/")[2]
            answer = requests.get(f"{api}/api-jobs/{job}", timeout=30)
        assert answer.status_code == 200, answer.text
        return answer.json() if answer.text else {}

    return send
