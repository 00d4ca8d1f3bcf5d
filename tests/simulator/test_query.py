# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The query language."""

from __future__ import annotations

import pytest
import requests


@pytest.fixture
def zones(cloud):
    """Four zones; `delta` alone has no description."""
    for name in ("alpha", "Beta", "gamma"):
        cloud.zone(name, description=f"a {name}")
    cloud.zone("delta")
    return cloud


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("name=ALPHA", "alpha"),
        ("name=alpha  ", "alpha"),
        (" name =alpha", "alpha"),
        ("name!=alpha", "Beta delta gamma"),
        ("name~=%A", "alpha Beta delta gamma"),
        ("name~=_eta", "Beta"),
        ("name!~=%eta", "alpha delta gamma"),
        ("name?=alpha,BETA", "alpha Beta"),
        ("name!?=alpha,beta", "delta gamma"),
        ("name>beta", "delta gamma"),
        ("name>=beta", "Beta delta gamma"),
        ("name<=beta", "alpha Beta"),
        ("description is null", "delta"),
        ("description not null", "alpha Beta gamma"),
        ("description!=a alpha", "Beta gamma"),
        ("description=null", ""),
        ("createDate>2000-01-01 00:00:00", "alpha Beta delta gamma"),
        ("createDate<2000-01-01 00:00:00", ""),
        ("state=Enabled", "alpha Beta delta gamma"),
    ],
)
def test_operators(zones, condition, found):
    """manners 3.2: operators. Case and trailing blanks do not count; NULL is as in SQL."""
    assert sorted(zones.names("/zones", condition), key=str.lower) == found.split()


def test_conditions_are_joined(zones):
    """manners 3.1: several q are joined by AND."""
    assert zones.names("/zones", "name~=%a", "name!=alpha", "description not null", sort="name") == ["Beta", "gamma"]


def test_operator_priority(zones, fails):
    """manners 3.2: the first operator of the list found anywhere splits, so a value may split wrongly."""
    fails("SYS.1007" if zones.old else "SYS.1000", zones.query, "/zones", "description=a>=b")
    assert zones.names("/zones", "description=a=b") == []


def test_shell_refusals(zones):
    """manners 3.1: no operator and bad integers are 400, before the session is looked at."""
    for query in ("q=name", "limit=x", "start=1.5"):
        assert zones.raw("GET", f"/zones?{query}", headers={"Authorization": "OAuth dead"}).status_code == 400


def test_unknown_fields(zones, fails):
    """manners 3.3: each generation refuses with its own code; nested and sort fields are SYS.1000 in both."""
    own = "SYS.1007" if zones.old else "SYS.1000"
    fails(own, zones.query, "/zones", "colour=red")
    fails(own, zones.query, "/zones", fields="name,colour")
    fails("SYS.1000", zones.query, "/zones", "cluster.colour=red")
    fails("SYS.1000", zones.query, "/zones", "moon.name=red")
    fails("SYS.1000", zones.query, "/zones", sort="colour")
    fails(own, zones.query, "/hosts", "password=x")


def test_values_that_cannot_be_converted(zones, fails):
    """manners 3.2: bad enum and date literals are SYS.1000 in 2.3.1 and match nothing in 5.2."""
    for condition in ("state=Odd", "createDate>yesterday"):
        if zones.old:
            fails("SYS.1000", zones.query, "/zones", condition)
        else:
            assert zones.rows("/zones", condition) == []


def test_paging(zones, fails):
    """manners 3.1: limit, start, sort by sign; a negative limit is SYS.1000."""
    assert zones.names("/zones", sort="+name", limit=2) == ["alpha", "Beta"]
    assert zones.names("/zones", sort="-name", limit=2, start=1) == ["delta", "Beta"]
    unencoded = zones.sync("GET", "/zones?sort=+name")["inventories"]
    assert [row["name"] for row in unencoded] == ["alpha", "Beta", "delta", "gamma"]
    fails("SYS.1000", zones.query, "/zones", limit=-1)


def test_count(zones):
    """manners 3.3: count gives the total only; replyWithCount both, regardless of paging."""
    assert zones.query("/zones", "name~=%a", count="true") == {"total": 4}
    reply = zones.query("/zones", limit=1, start=1, replyWithCount="True")
    assert (reply["total"], len(reply["inventories"])) == (4, 1)


def test_fields(zones):
    """manners 3.1 and 3.3: only the first `fields` counts; other keys are absent."""
    reply = zones.sync("GET", "/zones?fields=name,uuid&fields=state&q=name=alpha")
    assert reply["inventories"][0].keys() == {"name", "uuid"}


def test_reply_shape(zones):
    """manners 1.12 and 3.3: schema is always there, null fields are not."""
    reply = zones.query("/zones", "name=delta")
    assert reply["schema"] == {"inventories[0]": "org.zstack.header.zone.ZoneInventory"}
    assert "description" not in reply["inventories"][0]


def test_uuid_in_the_path(zones, new_uuid):
    """manners 3.1 and 3.3: a list of one or none; every parameter is ignored."""
    uuid = zones.rows("/zones", "name=alpha")[0]["uuid"]
    reply = zones.sync("GET", f"/zones/{uuid}?q=name=Beta&limit=x&count=true")
    assert [row["name"] for row in reply["inventories"]] == ["alpha"]
    assert zones.rows(f"/zones/{new_uuid()}") == []


def test_ignored_parameters(zones):
    """manners 3.1: unknown parameters are ignored."""
    assert len(zones.rows("/zones", condition="name=x", sortBy="colour")) == 4


def test_nested(cloud):
    """manners 3.2: nested resources, over several joins, upwards and downwards."""
    one, two = cloud.zone("one"), cloud.zone("two")
    cloud.host(cloud.cluster(one, "c1"), "10.0.0.1")
    cloud.host(cloud.cluster(two, "c2"), "10.0.0.2")
    assert cloud.names("/hosts", "cluster.name=c1") == ["10.0.0.1"]
    assert cloud.names("/hosts", "cluster.zone.name~=tw%") == ["10.0.0.2"]
    assert cloud.names("/zones", "cluster.host.managementIp=10.0.0.2") == ["two"]
    assert cloud.names("/clusters", "zone.uuid!=" + one["uuid"]) == ["c2"]


def test_tags(cloud):
    """manners 3.2: tags. Negative forms find resources that lack such a tag."""
    cloud.create("/zones", {"userTags": ["blue", "blue", "prod"]}, name="one")
    cloud.create("/zones", {"systemTags": ["host::reservedMemory::1G"]}, name="two")
    assert cloud.names("/zones", "__userTag__=blue") == ["one"]
    assert cloud.names("/zones", "__userTag__!=blue") == ["two"]
    assert cloud.names("/zones", "__userTag__?=red,prod") == ["one"]
    assert cloud.names("/zones", "__userTag__ is null") == ["two"]
    assert cloud.names("/zones", "__systemTag__~=host::%") == ["two"]
    assert sorted(row["tag"] for row in cloud.rows("/user-tags")) == ["blue", "prod"]


def test_tags_inside_params(cloud):
    """manners 1.3: tags inside params are taken as well; those beside win."""
    cloud.create("/zones", name="in", userTags=["a"])
    cloud.create("/zones", {"userTags": ["c"]}, name="both", userTags=["b"])
    assert sorted(row["tag"] for row in cloud.rows("/user-tags")) == ["a", "c"]


def test_unknown_system_tag(cloud, fails):
    """manners 6: a system tag of no known format is SYS.1007, and nothing is made."""
    fails("SYS.1007", cloud.create, "/zones", {"systemTags": ["nonsense"]}, name="z")
    assert cloud.rows("/zones") == []


def test_dates(cloud):
    """manners 6: dates as `Nov 4, 2017 1:02:03 AM`: no zero padding, local time."""
    from datetime import datetime

    shown = cloud.zone()["createDate"]
    assert abs((datetime.strptime(shown, "%b %d, %Y %I:%M:%S %p") - datetime.now()).total_seconds()) < 5
    assert not shown.split()[1].startswith("0") and not shown.split()[3].startswith("0")


def test_many_hosts(cloud):
    """10,000 hosts answer a query by management IP, and pages of 1000, without delay."""
    cloud.control("POST", "seed", {"zones": [{"name": "z", "clusters": [{"hosts": [{"n": 10000}]}]}]})
    assert len(cloud.rows("/hosts")) == 1000
    http = requests.Session()
    url = f"{cloud.base}/zstack/v1/hosts?q=managementIp=10.0.39.16"
    times = []
    for _unused in range(20):
        answer = http.get(url, headers={"Authorization": f"OAuth {cloud.session}"})
        times.append(answer.elapsed.total_seconds())
        assert len(answer.json()["inventories"]) == 1
    assert min(times) < 0.02
