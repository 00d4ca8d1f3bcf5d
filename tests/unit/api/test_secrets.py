# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.zstack.cloud.plugins.module_utils._api.secrets import (
    HIDDEN,
    is_secret,
    is_secret_tag,
    mask,
    secret_texts,
    shown_items,
    shown_text,
)


@pytest.mark.parametrize(
    "name",
    [
        "password",
        "sshPassword",
        "ipmiPassword",
        "ssh_password",
        "oldPassword",
        "chapUserPassword",
        "Psk",
        "psk",
        "secret",
        "clientSecret",
        "clientSecrete",
        "AccessKeySecret",
        "access_key_secret",
        "smsAccessKeySecret",
        "privateKey",
        "private_key",
        "sshPrivKey",
        "authKey",
        "sessionUuid",
        "session_uuid",
        "accessToken",
        "refreshToken",
        "hmacToken",
        "certificate",
        "appKey",
        "passphrase",
    ],
)
def test_names_of_secrets(name):
    assert is_secret(name)


@pytest.mark.parametrize(
    "name",
    [
        "uuid",
        "name",
        "token",
        "publicKey",
        "sshKey",
        "secretResourcePoolUuid",
        "sortKey",
        "key",
        "certificateUuid",
        "url",
        "sessions",
        "tokenUrl",
    ],
)
def test_names_of_what_may_be_shown(name):
    assert not is_secret(name)


def test_tags():
    for tag in ("consolePassword::x", "userdata::x", "sshPrivateKey::x", "access_token::x", "password=x", "token: x"):
        assert is_secret_tag(tag)
    for tag in ("hostname::web", "consolePassword", "", "cdroms::password::x"):
        assert not is_secret_tag(tag)


def test_the_uuid_of_a_session_is_not_shown_and_other_uuids_are():
    session = {"uuid": "u", "accountUuid": "a", "userUuid": "b", "expiredDate": "Nov 4, 2017 1:02:03 AM"}
    assert [key for key, _value in shown_items(session)] == ["accountUuid", "userUuid", "expiredDate"]
    assert shown_items({"uuid": "u", "userUuid": "b", "password": "x"}) == [("uuid", "u"), ("userUuid", "b")]


@pytest.mark.parametrize(
    ("key", "text", "shown"),
    [
        ("url", "http://me:pw@host/path", "http://host/path"),
        ("monUrls", "root:p@s/s@mon-1:22/?monPort=6789", "mon-1:22/?monPort=6789"),
        ("url", "host:/export@x", "host:/export@x"),
        ("url", "http://host/path@x", "http://host/path@x"),
        ("description", "me:pw@host", "me:pw@host"),
        ("tag", "consolePassword::pw", "consolePassword::" + HIDDEN),
        ("tag", "hostname::web", "hostname::web"),
        ("installPath", "ceph://pool/image@snap", "ceph://pool/image@snap"),
    ],
)
def test_values_of_fields(key, text, shown):
    assert shown_text(key, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cannot reach root:pw@mon-1 now", "cannot reach root:********@mon-1 now"),
        ("a root:p@w:x@mon b root:q@n", "a root:********@mon b root:********@n"),
        ("at http://:pw@host/", "at http://:********@host/"),
        ("see http://me:pw@[::1]:8080/x", "see http://me:********@[::1]:8080/x"),
        ("http://host/a@b", "http://host/a@b"),
        ("mail me@example.org", "mail me@example.org"),
        ("nothing", "nothing"),
        ("me:@host", "me:@host"),
        ("x:y@ z", "x:y@ z"),
    ],
)
def test_messages(text, shown):
    assert mask(text) == shown


def test_secret_texts_at_any_depth():
    reply = {
        "inventory": {
            "mons": [{"hostname": "m", "sshPassword": "one"}],
            "systemTags": ["consolePassword::two", "hostname::web"],
            "url": "root:three@m",
            "options": {"secret": {"deep": ["four", 5, None, True, ""]}},
        }
    }
    assert secret_texts(reply) == {"one", "two", "three", "four", "5"}
    assert secret_texts("x", secret=True) == {"x"}


@given(st.text(), st.text(alphabet=st.characters(exclude_categories=["Z", "C"]), min_size=1), st.text())
def test_no_password_of_a_url_survives(before, password, after):
    credentials = f"user:{password}@host"
    assert credentials not in mask(f"{before} http://{credentials}/ {after}") or password == HIDDEN


@pytest.mark.parametrize("text", [" ", "a", ":", "@", "a:", "a@", "a:@", "::", "a::", "a:a@ ", "/", "://", "a\t"])
def test_time_grows_with_the_text_only(text):
    for function in (mask, is_secret, is_secret_tag, secret_texts, lambda text: shown_text("url", text)):
        # A megabyte; a quadratic search of it would take hours.
        begin = time.process_time()
        function(text * (2**20 // len(text)) + "!")
        assert time.process_time() - begin < 5


def test_nobody_else_says_what_a_secret_is():
    plugins = Path(__file__).resolve().parents[3] / "plugins"
    rule = re.compile(r"""re\.compile\(\s*r?"[^"]*(?:passw|secret|token)""", re.IGNORECASE)
    found = {str(path.relative_to(plugins)) for path in plugins.rglob("*.py") if rule.search(path.read_text("utf-8"))}
    # The client's own rule goes with its rewriting.
    assert found - {"module_utils/_client/errors.py"} == {"module_utils/_api/secrets.py"}
