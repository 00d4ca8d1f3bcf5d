# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Logging in, sessions, access keys, permissions."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime, timedelta, timezone

import pytest
import requests

HOUR = 3600


def test_login(cloud, fails):
    """manners 2: login by account. The digest is the credential; wrong name and wrong password are alike."""
    assert len(cloud.session) == 32
    fails("ID.1000", cloud.login, "admin", "wrong")
    fails("ID.1000", cloud.login, "nobody", "password")
    body = {"logInByAccount": {"accountName": "admin", "password": "password"}}
    fails("ID.1000", cloud.sync, "PUT", "/accounts/login", body)


def test_login_by_user(cloud, fails):
    """manners 2: login by user. An account is needed; an unknown one is SYS.1007 in 2.3.1."""
    digest = hashlib.sha512(b"x").hexdigest()
    user = cloud.create("/accounts/users", name="ops", password=digest)

    def login(**params):
        body = {"logInByUser": {"userName": "ops", "password": digest, **params}}
        return cloud.sync("PUT", "/accounts/users/login", body)

    session = login(accountName="admin")["inventory"]
    assert session["userUuid"] == user["uuid"]
    fails("SYS.1007", login)
    fails("ID.1000", login, accountName="admin", password="wrong")
    fails("SYS.1007" if cloud.old else "ID.1000", login, accountName="nobody")


def test_logout(cloud, fails):
    """manners 2: logout. Always a success, without Authorization, also for an unknown session."""
    other = cloud.login()
    for _unused in range(2):
        assert cloud.raw("DELETE", f"/accounts/sessions/{other}", headers={"Authorization": None}).status_code == 200
    fails("ID.1001", cloud.sync, "GET", "/zones", headers={"Authorization": f"OAuth {other}"})


def test_validate(cloud):
    """manners 2: validate. Needs no Authorization."""
    for session, valid in ((cloud.session, True), ("0" * 32, False)):
        answer = cloud.raw("GET", f"/accounts/sessions/{session}/valid", headers={"Authorization": None})
        assert answer.json()["validSession"] is valid


def test_session_life(cloud, fails):
    """manners 2: two hours, fixed in 2.3.1 and sliding in 5.2."""
    for _unused in range(3):
        cloud.control("POST", "clock", {"advance": 0.6 * HOUR})
        cloud.rows("/zones")
    cloud.control("POST", "clock", {"advance": 0.6 * HOUR})
    if cloud.old:
        fails("ID.1001", cloud.rows, "/zones")
    else:
        assert cloud.rows("/zones") == []
        cloud.control("POST", "clock", {"advance": 2 * HOUR + 1})
        fails("ID.1001", cloud.rows, "/zones")


def test_session_limit(cloud, fails):
    """manners 2: 500 sessions a user; the next login is refused until one is closed."""
    for _unused in range(499):
        last = cloud.login()
    fails("SYS.1000" if cloud.old else "ID.1006", cloud.login)
    cloud.sync("DELETE", f"/accounts/sessions/{last}")
    cloud.login()


@pytest.mark.profile("5.2")
def test_renew(cloud, fails):
    """manners 2: renew. Asynchronous in 5.2, its duration within limits."""
    path = f"/accounts/sessions/{cloud.session}/renew"
    renewed = cloud.job("PUT", path, {"renewSession": {"duration": 86400}})["inventory"]
    assert renewed["uuid"] == cloud.session
    cloud.control("POST", "clock", {"advance": 20 * HOUR})
    assert cloud.rows("/zones") == []
    fails("SYS.1007", cloud.job, "PUT", path, {"renewSession": {"duration": 59}})


def test_admin_only(cloud, fails):
    """manners 2: hardware APIs are for the admin account; others get ID.1002, asynchronously too."""
    cloud.create("/accounts", name="tenant", password=hashlib.sha512(b"t").hexdigest())
    cloud.session = cloud.login("tenant", "t")
    fails("ID.1002", cloud.rows, "/hosts")
    fails("ID.1002", cloud.zone)


def test_deleting_an_account_ends_its_sessions(cloud, fails):
    """manners 2: deleting an account kills its sessions."""
    account = cloud.create("/accounts", name="tenant", password=hashlib.sha512(b"t").hexdigest())
    session = cloud.login("tenant", "t")
    cloud.job("DELETE", f"/accounts/{account['uuid']}")
    fails("ID.1001", cloud.sync, "GET", "/accounts", headers={"Authorization": f"OAuth {session}"})


class Signed:
    def __init__(self, cloud):
        key = cloud.create("/accesskeys", accountUuid=(uuid := cloud.rows("/accounts")[0]["uuid"]), userUuid=uuid)
        self.cloud, self.id, self.secret = cloud, key["AccessKeyID"], key["AccessKeySecret"]

    def get(self, path, at=None, secret=None):
        date = (at or datetime.now(timezone.utc)).strftime("%a, %d %b %Y %H:%M:%S UTC")
        text = f"GET\n{date}\n/v1{path}".encode()
        signature = base64.b64encode(hmac.new((secret or self.secret).encode(), text, hashlib.sha1).digest()).decode()
        headers = {"Authorization": f"ZStack {self.id}:{signature}", "Date": date}
        return requests.get(f"{self.cloud.base}/zstack/v1{path}", headers=headers, params={"limit": 1})


@pytest.mark.profile("5.2")
def test_access_key(cloud):
    """manners 1.5: access keys sign METHOD, Date and path without the query; a drift beyond 15 minutes is 403."""
    signed = Signed(cloud)
    assert signed.get("/zones").status_code == 200
    assert signed.get("/zones", secret="other").json()["error"]["code"] == "ID.1001"
    now = datetime.now(timezone.utc)
    assert signed.get("/zones", at=now - timedelta(minutes=20)).status_code == 403
    assert signed.get("/zones", at=now - timedelta(minutes=14)).status_code == 200
    for headers in ({"Authorization": "ZStack id:sig"}, {"Authorization": "ZStack id:sig", "Date": "today"},
                    {"Authorization": "ZStack id"}):  # fmt: skip
        assert cloud.raw("GET", "/zones", headers=headers).status_code == 400


@pytest.mark.profile("2.3.1")
def test_no_access_keys_in_the_old_generation(cloud):
    """manners 1.5: 2.3.1 knows no access keys: the scheme is refused."""
    assert cloud.raw("GET", "/zones", headers={"Authorization": "ZStack id:sig"}).status_code == 400


def test_version_needs_no_session(cloud):
    """manners 1.5 and 1.7: PUT /management-nodes/actions is synchronous and open."""
    answer = cloud.raw("PUT", "/management-nodes/actions", {"getVersion": {}}, headers={"Authorization": None})
    assert answer.json() == {"version": "2.3.1" if cloud.old else "5.2.0"}
    assert cloud.raw("GET", "/management-nodes/ready", headers={"Authorization": None}).status_code == 200
