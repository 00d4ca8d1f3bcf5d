# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control API under /simulator/."""

from __future__ import annotations

import json
import socket

import pytest

ZONE = {"params": {"name": "z"}}


def refused(cloud, method, what, body=None):
    """The reason of a control call that is answered 400."""
    answer = cloud.http.request(
        method, f"{cloud.base}/simulator/{what}", data=None if body is None else json.dumps(body)
    )
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
    assert "no snapshot is called 's'" in refused(cloud, "POST", "snapshot", {"restore": "s"})
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
        ("POST", "faults", {}, "do is missing"),
        ("POST", "faults", 7, "the document must be an object, not 7"),
        ("POST", "faults", {"do": "nothing"}, "do must be one of refuse, fail,"),
        ("POST", "faults", {"do": "fail", "cod": "X"}, "cod is unknown, did you mean code?"),
        ("POST", "faults", {"do": "fail", "api": "CreatZone"}, "no API of {profile} is called CreatZone: CreateZone?"),
        ("POST", "faults", {"do": "fail", "api": ["CreateZone"]}, 'api must be a text, not ["CreateZone"]'),
        ("POST", "faults", {"do": "fail", "nth": "1"}, 'nth must be a whole number, not "1"'),
        ("POST", "faults", {"do": "fail", "nth": True}, "nth must be a whole number, not true"),
        ("POST", "faults", {"do": "fail", "nth": 0}, "nth must be 1 or more, not 0"),
        ("POST", "faults", {"do": "fail", "times": 1.5}, "times must be a whole number, not 1.5"),
        ("POST", "faults", {"do": "fail", "probability": 2}, "probability must be 0 to 1, not 2"),
        ("POST", "faults", {"do": "delay", "seconds": "soon"}, 'seconds must be a number, not "soon"'),
        ("POST", "faults", {"do": "delay", "seconds": -1}, "seconds must be 0 or more, not -1"),
        ("POST", "faults", {"do": "delay", "seconds": float("nan")}, "seconds must be a number, not NaN"),
        ("POST", "faults", {"do": "refuse", "status": "502"}, 'status must be a whole number, not "502"'),
        ("POST", "faults", {"do": "refuse", "status": 42}, "status must be 200 to 599, not 42"),
        ("POST", "faults", {"do": "refuse", "text": 1}, "text must be a text, not 1"),
        ("POST", "faults", {"do": "fail", "cause": "no"}, 'cause must be an object, not "no"'),
        ("POST", "faults", {"do": "fail", "cause": {"details": "x"}}, "cause.code is missing"),
        (
            "POST",
            "faults",
            {"do": "fail", "cause": {"code": "A", "cause": {"code": 1}}},
            "cause.cause.code must be a text",
        ),
        ("POST", "faults", [{"do": "fail"}, {"do": "drop", "nth": []}], "[1].nth must be a whole number, not []"),
        ("PUT", "latency", {"mode": "slow"}, "mode must be one of immediate, polls, seconds"),
        ("PUT", "latency", {"mode": "polls", "value": "3"}, 'value must be a number, not "3"'),
        ("PUT", "latency", {"mode": "polls", "value": 1.5}, "a whole number"),
        ("PUT", "latency", {"mode": "seconds", "value": -1}, "value must be 0 or more"),
        ("PUT", "latency", {"mode": "seconds", "value": float("inf")}, "value must be a number, not Infinity"),
        ("PUT", "latency", {"mode": "polls", "value": 1, "api": "Nothing"}, "no API of {profile} is called Nothing"),
        ("PUT", "latency", {"value": 3}, "mode is missing"),
        ("PUT", "latency", {"mod": "polls"}, "mod is unknown, did you mean mode?"),
        ("PUT", "latency", {"webhook": None}, "webhook must be a number, not null"),
        ("PUT", "limits", {"sessions": -1}, "sessions must be 0 or more"),
        ("PUT", "limits", {"sessions": 1.5}, "sessions must be a whole number"),
        ("PUT", "limits", {"session": 1}, "session is unknown, did you mean sessions?"),
        ("POST", "clock", {}, "advance is missing"),
        ("POST", "clock", {"advance": "60"}, 'advance must be a number, not "60"'),
        ("POST", "clock", {"advance": 1e300}, "out of the years 1970 to 9999"),
        ("POST", "clock", {"advance": -1e10}, "out of the years 1970 to 9999"),
        ("POST", "snapshot", {}, '{{"save": "name"}} or {{"restore": "name"}}'),
        ("POST", "snapshot", {"save": ["s"]}, "save must be a text"),
        ("POST", "expire-session", {"uid": "x"}, "uid is unknown, did you mean uuid?"),
        ("GET", "requests?colour=1", None, "?colour is unknown, known: api, since"),
        ("GET", "requests?since=x", None, "?since=x must be a whole number"),
        ("DELETE", "faults?id=x", None, "?id=x must be a whole number"),
    ],
)
def test_mistakes(cloud, method, what, body, why):
    """Control API: what it does not understand is 400 with the reason in a line, and changes nothing."""
    before = [cloud.control("GET", name) for name in ("faults", "latency", "limits", "snapshot")]
    said = refused(cloud, method, what, body)
    assert why.format(profile=cloud.profile) in said and "\n" not in said
    assert [cloud.control("GET", name) for name in ("faults", "latency", "limits", "snapshot")] == before
    assert cloud.control("POST", "clock", {"advance": 0}) == {"offset": 0.0}


def in_a_cluster(**more):
    return {"zones": [{"clusters": [more]}]}


@pytest.mark.parametrize(
    ("seed", "why"),
    [
        ([], "the document must be an object, not []"),
        ({"zone": []}, "zone is unknown, did you mean zones?"),
        ({"zones": {}}, "zones must be a list, not {{}}"),
        ({"zones": ["lab"]}, 'zones[0] must be an object, not "lab"'),
        ({"zones": [{"nam": "lab"}]}, "zones[0].nam is unknown, did you mean name?"),
        ({"zones": [{"name": 7}]}, "zones[0].name must be a text, not 7"),
        ({"zones": [{"state": "enabled"}]}, 'zones[0].state must be one of Disabled, Enabled, not "enabled"'),
        ({"zones": [{"n": 0}]}, "zones[0].n must be 1 or more, not 0"),
        ({"zones": [{"userTags": "x"}]}, "zones[0].userTags must be a list"),
        ({"zones": [{"isDefault": 1}]}, "zones[0].isDefault must be true or false, not 1"),
        ({"zones": [{"name": "a"}, {"cluster": []}]}, "zones[1].cluster is unknown, did you mean clusters?"),
        (in_a_cluster(host=[]), "zones[0].clusters[0].host is unknown, did you mean hosts?"),
        (
            in_a_cluster(hosts=[{"vms": [{"cpu": 1}]}]),
            "clusters[0].hosts[0].vms[0].cpu is unknown, did you mean cpuNum?",
        ),
        (
            in_a_cluster(hosts=[{"vms": [{"n": 9}, {"n": 9, "memorySiz": 1}]}]),
            "vms[1].memorySiz is unknown, did you mean",
        ),
        (in_a_cluster(hosts=[{"pciDevices": [{"vendor_id": "10de"}]}]), "did you mean vendorId?"),
        (in_a_cluster(hosts=[{"iommu": [{"stat": "Enabled"}]}]), "did you mean state?"),
        (in_a_cluster(images=[{}]), "clusters[0].images does not belong there, within backupStorages or with"),
        ({"hosts": [{}]}, "hosts[0] does not belong there, within clusters or with clusterUuid"),
        ({"zones": [{"accounts": [{}]}]}, "zones[0].accounts does not belong there, in the document itself"),
        ({"machines": {"10.0.0.1": {"cpuNumber": 1}}}, "machines.10.0.0.1.cpuNumber is unknown, did you mean cpuNum?"),
        ({"machines": {"10.0.0.1": {"reachable": "no"}}}, "machines.10.0.0.1.reachable must be true or false"),
        ({"machines": []}, "machines must be an object"),
        ({"zone": [], "zones": [{"nam": "a"}]}, "zones[0].nam is unknown, did you mean name?; zone is unknown"),
        ({"zones": [{"nam": "a"}] * 7}, "zones[4].nam is unknown, did you mean name?; and 2 more"),
        # What only the making can find, with the place of the item.
        (in_a_cluster(hosts=[{"managementIp": "10.0.0.1"}] * 2), "zones[0].clusters[0].hosts[1]: UNIQUE"),
        ({"hosts": [{"clusterUuid": "0" * 32}]}, "hosts[0]: SYS.1003"),
    ],
)
def test_seeds_with_a_mistake(cloud, seed, why):
    """Seeds: a document is checked as a whole, all that is wrong said in one line with the nearest known key, and
    nothing of it is made."""
    said = refused(cloud, "POST", "seed", {"machines": {"*": {"reachable": False}}, "zones": [{}], **seed}
                   if isinstance(seed, dict) else seed)  # fmt: skip
    assert why.format() in said and "\n" not in said
    assert cloud.rows("/zones") == [] and cloud.rows("/hosts") == []
    assert cloud.host()["status"] == "Connected"  # the machine was not described either


OWN = "http://{own}"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:1"}, 200),
        ({"Host": "LOCALHOST"}, 200),
        ({"Host": "[::1]:80"}, 200),
        ({"Origin": OWN}, 200),
        ({"Host": "localhost:81", "Origin": "http://localhost:81"}, 200),
        ({"Host": "attacker.example"}, 403),
        ({"Host": "127.0.0.1.attacker.example:8080"}, 403),
        ({"Host": "localhost.attacker.example"}, 403),
        ({"Host": ""}, 403),
        ({"Host": "attacker.example", "Origin": "http://attacker.example"}, 403),
        ({"Origin": "http://attacker.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "https://{own}"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_whose_calls_it_takes(cloud, headers, status):
    """Control API: what a web page can make a browser send, its own name leading here by DNS rebinding or not, is
    refused, whatever the control; the API itself takes any, as a node does."""
    cloud.zone()
    own = cloud.base.removeprefix("http://")
    headers = {name: value.format(own=own) for name, value in headers.items()}
    for method, what in (("GET", "requests"), ("POST", "reset")):
        answer = cloud.http.request(method, f"{cloud.base}/simulator/{what}", headers=headers)
        assert answer.status_code == status and ("error" in answer.json()) == (status != 200)
    assert cloud.http.get(f"{cloud.base}/zstack/v1/zones", headers=headers).status_code != 403
    cloud.session = cloud.login()
    assert len(cloud.rows("/zones")) == (0 if status == 200 else 1)


def test_the_name_it_listens_at_is_its_own(started):
    """Control API: the name of --listen is taken as the host, as the machine's own is."""
    with started("--listen", "localhost:0") as cloud:
        for name in ("localhost", socket.gethostname()):
            headers = {"Host": f"{name}:80"}
            assert cloud.http.get(f"{cloud.base}/simulator/status", headers=headers).status_code == 200


def test_what_is_no_control(cloud):
    """Control API: unknown names are 404; what is no JSON is 400."""
    for method, what in (("GET", "nothing"), ("POST", "status"), ("GET", "__init__"), ("GET", "")):
        assert cloud.http.request(method, f"{cloud.base}/simulator/{what}").status_code == 404
    assert cloud.http.post(f"{cloud.base}/simulator/seed", data=b"\xff{").status_code == 400
