# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from ansible.errors import AnsibleLookupError
from ansible.parsing.dataloader import DataLoader
from ansible.template import Templar

from ansible_collections.zstack.cloud.plugins.lookup import zstack_query

A, B = "a" * 32, "b" * 32


@pytest.fixture
def look(monkeypatch, client_class):
    """look(resource, ..., **options): what the lookup gives, in a cloud of two zones and a host."""
    tables = {
        "Zone": [{"uuid": A, "name": "lab", "state": "Enabled"}, {"uuid": B, "name": "dmz", "state": "Disabled"}],
        "Host": [{"uuid": "c" * 32, "name": "kvm", "zoneUuid": A, "password": "secret"}],
    }
    client = client_class(**tables)
    client.released = []
    client.release = lambda: client.released.append(True)
    monkeypatch.setattr(zstack_query, "client_for", lambda params, notify: client)

    def run(*terms, **options):
        plugin = zstack_query.LookupModule(loader=DataLoader(), templar=Templar(DataLoader()))
        values = {**dict.fromkeys(zstack_query.OPTIONS), "filters": [], **options}
        monkeypatch.setattr(plugin, "set_options", lambda **given: None)
        monkeypatch.setattr(plugin, "get_option", lambda name: values[name])
        return plugin.run(list(terms), {})

    run.client = client
    return run


def test_rows_are_those_of_the_modules(look):
    assert look("host") == [{"uuid": "c" * 32, "name": "kvm", "zone_uuid": A}]
    assert [row["name"] for row in look("Zone", "host")] == ["lab", "dmz", "kvm"]


def test_conditions_fields_and_order(look):
    assert look("zone", filters=["state=Disabled"], fields=["name"]) == [{"name": "dmz"}]
    assert look("host", filters=[f"zone_uuid={A}"], fields=["zone_uuid"]) == [{"zone_uuid": A}]
    assert [row["name"] for row in look("zone", limit=1)] == ["lab"]


def test_projection(look):
    assert look("zone", query="[].name") == ["lab", "dmz"]
    assert look("zone", query="length(@)") == [2]


def test_the_session_is_given_back_in_any_case(look):
    look("zone", "host")
    assert look.client.released == [True]
    with pytest.raises(AnsibleLookupError):
        look("zone", filters=["name"])
    assert look.client.released == [True, True]


@pytest.mark.parametrize(
    ("term", "options", "message"),
    [
        ("zonne", {}, "unknown resource 'zonne': did you mean Zone"),
        ("zone", {"filters": ["name"]}, "filters: The condition 'name' has no operator"),
        ("zone", {"query": "[?"}, "query: '\\[\\?' is not a JMESPath expression"),
        ("notification", {}, "QueryNotification"),
    ],
)
def test_what_is_wrong_is_told(look, term, options, message):
    with pytest.raises(AnsibleLookupError, match=message):
        look(term, **options)
