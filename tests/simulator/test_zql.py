# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""ZQL of 5.2."""

from __future__ import annotations

from urllib.parse import quote

import pytest

pytestmark = pytest.mark.profile("5.2")


@pytest.fixture
def ask(cloud):
    """``ask("query zone ...")``: the results; the cloud has three zones and a cluster."""
    for name in ("alpha", "Beta", "gamma"):
        zone = cloud.zone(name, description=f"{name}'s" if name != "Beta" else None)
    cloud.cluster(zone, "home")
    return lambda zql: cloud.raw("GET", f"/zql?zql={quote(zql)}")


@pytest.mark.parametrize(
    ("zql", "names"),
    [
        ("query zone", "alpha Beta gamma"),
        ("QUERY Zone WHERE name = 'ALPHA'", "alpha"),
        ('query zone where name="beta"', "Beta"),
        (r"query zone where description = 'gamma\'s'", "gamma"),
        ("query zone where name != 'alpha' and state = 'Enabled'", "Beta gamma"),
        ("query zone where name in ('alpha', 'beta')", "alpha Beta"),
        ("query zone where name not in ('alpha', 'beta')", "gamma"),
        ("query zone where name like '_eta'", "Beta"),
        ("query zone where name not like '%eta'", "alpha gamma"),
        ("query zone where description is null", "Beta"),
        ("query zone where description is not null", "alpha gamma"),
        ("query zone where isDefault = false and cluster.name = 'home'", "gamma"),
        ("query zone order by name desc limit 2 offset 1", "Beta alpha"),
        ("query zone order by name limit 1", "alpha"),
    ],
)
def test_queries(ask, zql, names):
    """manners 3.3: ZQL. One result for each query, without schema."""
    answer = ask(zql)
    assert answer.status_code == 200, answer.text
    (result,) = answer.json()["results"]
    assert "schema" not in result
    found = [row["name"] for row in result["inventories"]]
    assert (found if "order" in zql else sorted(found, key=str.lower)) == names.split()


def test_totals_names_and_several(ask):
    """manners 3.3: ZQL. `count`, `return with (total)`, `named as`, and several queries in one text."""
    answer = ask("count zone; query zone limit 1 return with (total) named as 'z'; query cluster.name,state;")
    zones, page, clusters = answer.json()["results"]
    assert zones == {"total": 3}
    assert (page["total"], page["name"], len(page["inventories"])) == (3, "z", 1)
    assert clusters["inventories"] == [{"name": "home", "state": "Enabled"}]


@pytest.mark.parametrize(
    "zql",
    [
        "",
        "query",
        "query nothing",
        "query zone where",
        "query zone where colour = 1",
        "query zone limit x",
        "query zone where name 'x'",
        "drop table zone",
        "query zone {",
    ],
)
def test_what_is_no_zql(ask, zql):
    """manners 3.3 and 4: what cannot be read or found is an internal error, as unknown fields are in 5.2."""
    answer = ask(zql)
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "SYS.1000")


@pytest.mark.parametrize(
    "zql",
    [
        "query zone where name = 'a' or name = 'b'",
        "query zone where (name = 'a')",
        "query zone where uuid in (query cluster.zoneUuid)",
        "query zone group by name",
        "query zone where uuid = (query cluster.zoneUuid)",
        "sum host.cpuNum by uuid",
    ],
)
def test_what_is_not_simulated_says_so(ask, zql):
    """Never a wrong answer: what the simulator does not understand of ZQL is 501."""
    answer = ask(zql)
    assert answer.status_code == 501 and "not simulated" in answer.text


def test_admin_only(cloud, ask):
    """manners 2: what is admin-only by its own query is so by ZQL."""
    digest = "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86"  # noqa: E501
    cloud.create("/accounts", name="alice", password=digest)
    cloud.session = cloud.login("alice")
    assert ask("query zone").json()["error"]["code"] == "ID.1002"
    assert ask("query account where name = 'alice'").status_code == 200
