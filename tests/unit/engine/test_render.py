# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.zstack.cloud.plugins.module_utils._engine.render import date, plain, without_secrets
from ansible_collections.zstack.cloud.plugins.module_utils._resources.words import camel, snake


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Nov 4, 2017 1:02:03 AM", "2017-11-04 01:02:03"),
        ("Nov 14, 2017 12:02:03 AM", "2017-11-14 00:02:03"),
        ("Jun 7, 2017 12:20:28 PM", "2017-06-07 12:20:28"),
        ("Jun 7, 2017 9:20:28 PM", "2017-06-07 21:20:28"),
        ("Nov 4, 2017, 1:02:03\u202fAM", "2017-11-04 01:02:03"),
        ("Nov 4, 2017, 1:02:03\u00a0PM", "2017-11-04 13:02:03"),
        ("Dec  4,  2017  1:02:03  PM ", "2017-12-04 13:02:03"),
        ("2017-11-04 01:02:03", "2017-11-04 01:02:03"),
        ("4. Nov. 2017 01:02:03", "4. Nov. 2017 01:02:03"),
        ("Foo 4, 2017 1:02:03 AM", "Foo 4, 2017 1:02:03 AM"),
        ("", ""),
    ],
)
def test_dates_are_read_leniently(shown, expected):
    assert date(shown) == expected


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2199, 1, 1)))
def test_dates_keep_their_second(moment):
    shown = "{0:%b} {0.day}, {0.year} {1}:{0:%M:%S} {2}".format(
        moment, moment.hour % 12 or 12, "PM" if moment.hour >= 12 else "AM"
    )
    assert date(shown) == moment.strftime("%Y-%m-%d %H:%M:%S")


def test_dates_do_not_depend_on_the_locale(monkeypatch):
    # The controller's locale is not known here; what matters is that its names of months are not asked for.
    monkeypatch.setattr("_strptime._strptime_datetime", None)
    assert date("Oct 4, 2017 1:02:03 PM") == "2017-10-04 13:02:03"


@pytest.mark.parametrize(
    ("api", "option"),
    [
        ("uuid", "uuid"),
        ("zoneUuid", "zone_uuid"),
        ("managementIp", "management_ip"),
        ("l3NetworkUuids", "l3_network_uuids"),
        ("availableCpuCapacity", "available_cpu_capacity"),
        ("lastOpDate", "last_op_date"),
        ("isDefault", "is_default"),
    ],
)
def test_names_go_both_ways(api, option):
    assert snake(api) == option
    assert camel(option) == api


def test_names_of_acronyms_and_of_the_node_itself():
    assert snake("totalCPUCapacity") == "total_cpu_capacity"
    assert snake("AccessKeyID") == "access_key_id"
    assert camel("totalCPUCapacity") == "totalCPUCapacity"
    assert camel("__systemTag__") == "__systemTag__"


def test_plain_fills_in_what_the_node_left_out_and_keeps_what_it_added():
    shown = plain({"uuid": "u", "lastOpDate": "Nov 4, 2017 1:02:03 AM", "newField": 1}, ("uuid", "description"))
    assert shown == {"uuid": "u", "description": None, "last_op_date": "2017-11-04 01:02:03", "new_field": 1}


def test_plain_goes_into_nested_rows():
    inventory = {
        "mons": [{"monUuid": "m", "sshPassword": "s3cret", "createDate": "Nov 4, 2017 1:02:03 AM"}],
        "x": {"aB": [1]},
    }
    assert plain(inventory) == {
        "mons": [{"mon_uuid": "m", "create_date": "2017-11-04 01:02:03"}],
        "x": {"a_b": [1]},
    }


SECRETS = {
    "password": "s3cret",
    "sshPassword": "s3cret",
    "ipmiPassword": "s3cret",
    "chapUserPassword": "s3cret",
    "secret": "s3cret",
    "clientSecrete": "s3cret",
    "AccessKeySecret": "s3cret",
    "privateKey": "s3cret",
    "sessionUuid": "s3cret",
    "accessToken": "s3cret",
}


def test_no_secret_is_shown_at_any_depth():
    harmless = {"uuid": "u", "token": "console", "secretResourcePoolUuid": "p"}
    for shape in (
        lambda inner: inner,
        lambda inner: {"rows": [inner]},
        lambda inner: {"a": {"b": [[inner]]}},
    ):
        value = shape(dict(SECRETS, **harmless))
        assert without_secrets(value) == shape(harmless)
        assert "s3cret" not in repr(plain(value))
    assert set(plain(dict(SECRETS, **harmless))) == {snake(k) for k in harmless}


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("root:s3cret@172.20.0.1", "172.20.0.1"),
        ("root:s3@cr,et@mon-1/?monPort=6789", "mon-1/?monPort=6789"),
        ("https://admin:s3cret@[fe80::1]:443/x", "https://[fe80::1]:443/x"),
        ("http://node:8080/zstack", "http://node:8080/zstack"),
        ("172.20.0.1:/export/nfs", "172.20.0.1:/export/nfs"),
        ("172.20.0.1:/volume1/@nfs", "172.20.0.1:/volume1/@nfs"),
        ("/zstack_ps", "/zstack_ps"),
    ],
)
def test_urls_are_shown_without_credentials(url, shown):
    for key in ("url", "monUrl"):
        assert plain({key: url}) == {snake(key): shown}
        assert without_secrets({key: url}) == {key: shown}
    assert plain({"monUrls": [url]}) == {"mon_urls": [shown]}
    assert without_secrets({"inventory": {"monUrls": [url]}}) == {"inventory": {"monUrls": [shown]}}
