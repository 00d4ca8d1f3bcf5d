# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api import queries
from ansible_collections.zstack.cloud.plugins.module_utils._api.catalog import APIS, MANAGED, api_named, query_of
from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import DeclarationError


def test_each_name_is_declared_once():
    others = [api.name for api in queries.QUERIES]
    assert len(others) == len(set(others))
    assert not set(others) & set(MANAGED)
    assert all(APIS[name].name == name for name in APIS)


def test_every_query_is_found_under_both_spellings():
    found = [query_of(name[len("Query") :]).name for name in APIS if name.startswith("Query")]
    assert found == [name for name in APIS if name.startswith("Query")]
    assert query_of("vm_instance") is query_of("VmInstance") is query_of("vmInstance") is APIS["QueryVmInstance"]
    assert query_of("l3_network").request("5.2", {}).path == "/l3-networks"


def test_api_by_name():
    assert api_named("KvmRunShell") is MANAGED["KvmRunShell"]


@pytest.mark.parametrize(
    ("call", "wrong", "right"),
    [
        (api_named, "CreateZones", "CreateZone"),
        (api_named, "addkvmhost", "AddKVMHost"),
        (api_named, "UpdateHostlommuState", "UpdateHostIommuState"),
        (query_of, "vm_instances", "VmInstance"),
        (query_of, "QueryZone", "Zone"),
    ],
)
def test_an_unknown_name_is_refused_with_those_like_it(call, wrong, right):
    with pytest.raises(DeclarationError) as caught:
        call(wrong)
    assert repr(wrong) in str(caught.value)
    assert right in str(caught.value).split("did you mean ")[1]


def test_a_name_like_no_other_is_refused_plainly():
    with pytest.raises(DeclarationError, match="unknown API 'qqqqqq'"):
        api_named("qqqqqq")
