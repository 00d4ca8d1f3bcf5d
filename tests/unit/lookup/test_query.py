# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from ansible.errors import AnsibleLookupError
from ansible.parsing.dataloader import DataLoader
from ansible.template import Templar
from ansible.utils.display import Display

from ansible_collections.zstack.cloud.plugins.lookup import zstack_query
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError

A, B = "a" * 32, "b" * 32


@pytest.fixture
def look(monkeypatch, node_class):
    """look(resource, ..., **options): what the lookup gives, in a cloud of two zones and a host."""
    tables = {
        "Zone": [{"uuid": A, "name": "lab", "state": "Enabled"}, {"uuid": B, "name": "dmz", "state": "Disabled"}],
        "Host": [{"uuid": "c" * 32, "name": "kvm", "zoneUuid": A, "password": "secret"}],
    }
    client = node_class(**tables)
    client.released, client.limits = [], []
    client.limit = client.limits.append
    client.release = lambda: client.released.append(True)
    monkeypatch.setattr(zstack_query, "client_for", lambda *args: client)

    def run(*terms, **options):
        plugin = zstack_query.LookupModule(loader=DataLoader(), templar=Templar(DataLoader()))
        values = {**dict.fromkeys(zstack_query.OPTIONS), "filters": [], **options}
        monkeypatch.setattr(plugin, "set_options", lambda **given: None)
        monkeypatch.setattr(plugin, "get_option", lambda name: values[name])
        return plugin.run(list(terms), {})

    run.client = client
    return run


def test_rows_are_those_of_the_modules(look):
    (host,) = look("host")
    assert (host["uuid"], host["name"], host["zone_uuid"], host["cluster_uuid"]) == ("c" * 32, "kvm", A, None)
    assert "password" not in host
    assert [row["name"] for row in look("Zone", "host")] == ["dmz", "lab", "kvm"]


def test_conditions_fields_and_order(look):
    assert look("zone", filters=["state=Disabled"], fields=["name"]) == [{"name": "dmz"}]
    assert look("host", filters=[f"zone_uuid={A}"], fields=["zone_uuid"]) == [{"zone_uuid": A}]
    assert [row["name"] for row in look("zone", limit=1)] == ["dmz"]
    assert [row["name"] for row in look("zone", limit=1, sort="-name")] == ["lab"]


def test_projection(look):
    assert look("zone", query="[].name") == ["dmz", "lab"]
    assert look("zone", query="length(@)") == [2]


@pytest.mark.parametrize(
    ("options", "field"),
    [({"filters": ["stat=Enabled"]}, "stat"), ({"fields": ["nmae"]}, "nmae"), ({"sort": "-nmae"}, "nmae")],
)
def test_the_field_that_was_meant_is_told(look, options, field):
    def refuse(*_query, **_paging):
        raise ApiError({"code": "SYS.1000", "details": "it was refused"}, api="QueryZone")

    look.client.query = refuse
    meant = "state" if field == "stat" else "name"
    with pytest.raises(AnsibleLookupError, match=f"was refused.*there is no field '{field}', did you mean {meant}"):
        look("zone", **options)


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


@pytest.mark.parametrize(("verbosity", "traced"), [(2, False), (3, True)])
def test_requests_are_told_at_full_verbosity(look, monkeypatch, verbosity, traced):
    told, listening = [], []
    display = Display()
    monkeypatch.setattr(display, "verbosity", verbosity)
    monkeypatch.setattr(display, "vvv", lambda message, host=None: told.append(message))
    monkeypatch.setattr(zstack_query, "client_for", lambda *args: listening.append(args[2]) or look.client)
    look("zone")
    for trace in filter(None, listening):
        trace("QueryZone: GET")
    assert bool(told) is traced
