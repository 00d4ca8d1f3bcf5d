# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of the connection, where they come from, and the clients that they make."""

from __future__ import annotations

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import SettingsError
from ansible_collections.zstack.cloud.plugins.module_utils._task import connection
from ansible_collections.zstack.cloud.plugins.module_utils._task.connection import CONNECTION, client_for


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    """No client is kept from elsewhere, and no variable of the machine's user is seen."""
    monkeypatch.setattr(connection, "_clients", {})
    for name in CONNECTION:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("ZSTACK_SESSION_DIR", str(tmp_path / "sessions"))


def params(**given):
    validated = ArgumentSpecValidator(CONNECTION).validate(given)
    assert not validated.error_messages
    return validated.validated_parameters


def cloud(name):
    return params(zstack_url=f"http://{name}.example.org:8080", zstack_password="secret")


def test_options_come_from_the_environment_where_the_task_has_none(monkeypatch):
    given = {"ZSTACK_URL": "http://a:8080", "ZSTACK_PASSWORD": "p", "ZSTACK_TIMEOUT": "2.5", "ZSTACK_RETRIES": "1"}
    given |= {"ZSTACK_VALIDATE_CERTS": "no", "ZSTACK_ACCOUNT": "theirs"}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = client_for(params(zstack_account="mine")).settings
    assert (settings.url, settings.account, settings.timeout) == ("http://a:8080/zstack/v1", "mine", 2.5)
    assert (settings.retries, settings.validate_certs) == (1, False)


def test_without_a_url_there_is_no_client():
    with pytest.raises(SettingsError, match="zstack_url"):
        client_for(params(zstack_url=""))


def test_the_items_of_a_loop_share_a_client_and_two_clouds_keep_theirs():
    a, b = client_for(cloud("a")), client_for(cloud("b"))
    assert a is not b
    for _item in range(3):
        assert client_for(cloud("a")) is a
        assert client_for(cloud("b")) is b


def test_another_identity_or_another_limit_is_another_client():
    a = client_for(cloud("a"))
    assert client_for(dict(cloud("a"), zstack_account="other")) is not a
    assert client_for(dict(cloud("a"), zstack_wait_timeout=5.0)) is not a


def test_only_the_clients_last_used_are_kept():
    first = client_for(cloud("0"))
    others = [client_for(cloud(str(number))) for number in (1, 2, 3)]
    assert client_for(cloud("0")) is first
    client_for(cloud("4"))
    assert client_for(cloud("0")) is first
    assert client_for(cloud("3")) is others[2]
    assert client_for(cloud("1")) is not others[0]


def test_who_uses_a_client_is_told_of_what_it_does():
    lookups, tasks = [], []
    client = client_for(cloud("a"), lookups.append)
    client.notify("waiting")
    assert client_for(cloud("a"), tasks.append, tasks.append) is client
    client.notify("still waiting")
    client._parts().transport.trace("asked")
    assert (lookups, tasks) == (["waiting"], ["still waiting", "asked"])
