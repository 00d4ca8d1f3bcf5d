# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way to prove who asks, through a real play that changes something."""

from __future__ import annotations

import hashlib

import pytest
import requests

DIGEST = hashlib.sha512(b"marzipan").hexdigest()


class Admin:
    """The built-in account by raw HTTP, without the collection's client."""

    def __init__(self, node):
        self.api = f"{node.url}/zstack/v1"
        digest = hashlib.sha512(b"password").hexdigest()
        login = {"logInByAccount": {"accountName": "admin", "password": digest}}
        self.session = requests.put(f"{self.api}/accounts/login", json=login, timeout=30).json()["inventory"]

    def create(self, path, **params):
        headers = {"Authorization": f"OAuth {self.session['uuid']}"}
        job = requests.post(self.api + path, json={"params": params}, headers=headers, timeout=30).json()["location"]
        for _poll in range(100):
            reply = requests.get(f"{self.api}/api-jobs/{job.rpartition('/')[2]}", timeout=30)
            if reply.status_code != 202:
                break
        assert reply.status_code == 200, reply.text
        return reply.json()["inventory"]


@pytest.fixture
def admin(fresh):
    return Admin(fresh)


@pytest.fixture
def as_(fresh, play):
    """Makes a zone with these connection options, twice; the APIs that were called and what the play printed."""

    def run(**options):
        since = fresh.control("GET", "requests")["last"]
        task = {"zstack.cloud.zstack_zone": {"name": "made", "zstack_url": fresh.url, **options}}
        done = play([{"hosts": "localhost", "gather_facts": False, "tasks": [task, task]}], arguments=["-vvv"])
        assert done.code == 0, done.text
        assert "ok=2    changed=1" in done.text
        return [entry["api"] for entry in fresh.requests(since)], done.text

    return run


def test_a_user_of_an_account(admin, as_):
    admin.create("/accounts/users", name="operator", password=DIGEST)
    called, said = as_(zstack_user="operator", zstack_password="marzipan")
    assert called.count("LogInByUser") == 1 and "LogInByAccount" not in called
    assert "marzipan" not in said and DIGEST not in said


def test_a_session_opened_elsewhere(admin, as_):
    called, said = as_(zstack_session_uuid=admin.session["uuid"])
    assert not [api for api in called if api.startswith("LogIn")]
    assert admin.session["uuid"] not in said


def test_an_access_key(fresh, admin, as_):
    if fresh.name == "2.3.1":
        pytest.skip("2.3.1 has no access keys; test_trouble.py shows what is said then")
    account = admin.session["accountUuid"]
    key = admin.create("/accesskeys", accountUuid=account, userUuid=account)
    called, said = as_(zstack_access_key_id=key["AccessKeyID"], zstack_access_key_secret=key["AccessKeySecret"])
    assert not [api for api in called if api.startswith("LogIn")]
    assert key["AccessKeySecret"] not in said
