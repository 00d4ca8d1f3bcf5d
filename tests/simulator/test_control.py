# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control API under /simulator/."""

from __future__ import annotations

import json
import sqlite3

import pytest

ZONE = {"params": {"name": "z"}}


def refused(cloud, method, what, body=None):
    """The reason of a control call that is answered 400."""
    answer = cloud.http.request(method, f"{cloud.base}/simulator/{what}", json=body)
    assert answer.status_code == 400 and "Traceback" not in answer.text
    return answer.json()["error"]


def test_a_single_fault_is_removed(cloud, fails):
    """Control API: each fault has an id, by which it is removed; the others stay."""
    rules = cloud.control("POST", "faults", [{"api": "QueryZone", "do": "fail"}, {"api": "QueryHost", "do": "fail"}])
    first, second = (rule["id"] for rule in rules["faults"])
    cloud.control("DELETE", f"faults?id={first}")
    assert cloud.rows("/zones") == []
    fails("SYS.1006", cloud.rows, "/hosts")
    assert [(rule["id"], rule["fired"]) for rule in cloud.control("GET", "faults")["faults"]] == [(second, 1)]
    assert "no fault" in refused(cloud, "DELETE", f"faults?id={first}")
    cloud.control("DELETE", "faults")
    assert cloud.rows("/hosts") == []


def test_limits_of_the_job_store(cloud):
    """manners 1.8: what the job store forgets, and when, can be set to what a test has time for."""
    cloud.control("PUT", "limits", {"jobRetention": 10, "jobScan": 10, "jobCache": 1})
    first, second = (cloud.submit("POST", "/zones", ZONE) for _unused in range(2))
    assert [cloud.poll(job).status_code for job in (first, second)] == [200, 200]
    cloud.control("POST", "clock", {"advance": 21})
    assert [cloud.poll(job).status_code for job in (first, second)] == [404, 200]
    cloud.control("PUT", "limits", {"jobCache": 0})
    third = cloud.submit("POST", "/zones", ZONE)
    cloud.control("POST", "clock", {"advance": 21})
    assert [cloud.poll(job).status_code for job in (first, second, third)] == [404] * 3


def test_limits_of_sessions(cloud, fails):
    """manners 2: the number of sessions and their life can be set; reset brings the node's own back."""
    cloud.control("PUT", "limits", {"sessions": 2, "sessionSeconds": 60})
    cloud.login()
    fails("SYS.1000" if cloud.old else "ID.1006", cloud.login)
    cloud.control("POST", "clock", {"advance": 61})
    cloud.session = cloud.login()
    cloud.control("POST", "reset")
    assert cloud.control("GET", "limits") == {
        "jobRetention": 10800, "jobScan": 3600, "jobCache": 2000, "sessionSeconds": 7200, "sessions": 500,
    }  # fmt: skip


def test_snapshots(cloud):
    """Control API: a snapshot brings back everything: rows, sessions, jobs, machines; several are kept by name."""
    cloud.control("POST", "seed", {"machines": {"10.0.0.*": {"cpuNum": 7}}, "zones": [{"name": "one"}]})
    job = cloud.submit("POST", "/zones", {"params": {"name": "two"}})
    cloud.control("POST", "snapshot", {"save": "s"})
    cloud.zone("three")
    cloud.control("POST", "snapshot", {"save": "t"})
    session = cloud.session
    cloud.control("POST", "reset")
    cloud.control("POST", "snapshot", {"restore": "s"})
    assert cloud.session == session and sorted(cloud.names("/zones")) == ["one", "two"]
    assert cloud.poll(job).json()["inventory"]["name"] == "two"
    assert cloud.host(ip="10.0.0.1")["cpuNum"] == 7
    cloud.control("POST", "snapshot", {"restore": "t"})
    assert sorted(cloud.names("/zones")) == ["one", "three", "two"]
    assert cloud.control("GET", "snapshot") == {"snapshots": ["s", "t"]}
    cloud.control("DELETE", "snapshot?name=s")
    assert "KeyError" in refused(cloud, "POST", "snapshot", {"restore": "s"})
    cloud.control("DELETE", "snapshot")
    assert cloud.control("GET", "snapshot") == {"snapshots": []}


def test_snapshots_repeat_the_uuids(started):
    """Control API: with --uuid-seed the same calls after a restore give the same uuids."""
    with started("--uuid-seed", "1") as cloud:
        cloud.control("POST", "snapshot", {"save": "s"})
        found = []
        for _unused in range(2):
            cloud.control("POST", "snapshot", {"restore": "s"})
            found.append([cloud.zone()["uuid"], cloud.cluster()["uuid"], cloud.submit("POST", "/zones", ZONE)])
        assert found[0] == found[1]


@pytest.mark.parametrize(
    ("method", "what", "body", "why"),
    [
        ("POST", "faults", {"do": "nothing"}, "a fault needs 'do'"),
        ("POST", "faults", {"do": "fail", "colour": 1}, "a fault needs 'do'"),
        ("POST", "seed", {"nothing": []}, "unknown seed key 'nothing'"),
        ("POST", "seed", {"machines": {"x": {"colour": 1}}}, "unknown facts"),
        ("POST", "seed", [], "AttributeError"),
        ("PUT", "latency", {"mode": "slow"}, "unknown latency"),
        ("PUT", "limits", {"sessions": -1}, "0 or more"),
        ("PUT", "limits", {"colour": 1}, "colour"),
        ("POST", "clock", {}, "KeyError"),
        ("GET", "requests?colour=1", None, "colour"),
    ],
)
def test_mistakes(cloud, method, what, body, why):
    """Control API: what it does not understand is 400 with the reason, and changes nothing."""
    assert why in refused(cloud, method, what, body)
    assert cloud.rows("/zones") == []


def test_what_is_no_control(cloud):
    """Control API: unknown names are 404; what is no JSON is 400."""
    for method, what in (("GET", "nothing"), ("POST", "status"), ("GET", "__init__"), ("GET", "")):
        assert cloud.http.request(method, f"{cloud.base}/simulator/{what}").status_code == 404
    assert cloud.http.post(f"{cloud.base}/simulator/seed", data=b"\xff{").status_code == 400


def test_a_data_file_of_another_version(started, program, tmp_path):
    """A data file whose tables differ is refused in one line, not half understood."""
    path = tmp_path / "data"
    with started("--data", str(path)):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE name = 'layout'")
    connection.close()
    end = program("--data", str(path))
    assert end.returncode == 1 and end.stderr.count(b"\n") == 1 and b"another version" in end.stderr


def test_seed_that_is_no_json(program, tmp_path):
    """A broken seed file is said in one line."""
    path = tmp_path / "seed.json"
    path.write_text(json.dumps({"zones": []})[:-1])
    end = program("--seed", str(path))
    assert end.returncode == 1 and end.stderr.count(b"\n") == 1
