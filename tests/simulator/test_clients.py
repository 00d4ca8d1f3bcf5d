# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The habits of every client known: what they send is accepted, as the node does."""

from __future__ import annotations

import base64
import hashlib
import hmac
import uuid
from email.utils import formatdate
from urllib.parse import quote

import pytest


@pytest.fixture
def home(cloud):
    """A zone with a cluster, and a local primary storage and an ImageStore that are attached nowhere."""
    zone = cloud.zone("home")
    cluster = cloud.cluster(zone)
    ps = cloud.create("/primary-storage/local-storage", name="ps", url="/zstack_ps", zoneUuid=zone["uuid"])
    bs = cloud.create("/backup-storage/image-store", name="bs", hostname="10.9.0.1", username="root", password="x",
                      url="/zstack_bs")  # fmt: skip
    return zone["uuid"], cluster["uuid"], ps["uuid"], bs["uuid"]


TAGS = {"systemTags": ["host::reservedMemory::1G"], "userTags": ["blue"]}


@pytest.mark.parametrize(
    "body",
    [
        {"params": {"name": "z", **TAGS}},
        {"params": {"name": "z"}, **TAGS},
        {"params": {"name": "z", "systemTags": [], "userTags": ["other"]}, **TAGS},
        {"params": {"name": "z", "systemTags": TAGS["systemTags"], "userTags": None}, "userTags": ["blue"]},
    ],
    ids=["inside", "beside", "beside wins", "mixed"],
)
def test_tags_inside_or_beside_params(cloud, body):
    """manners 1.3 and D: the official clients put tags inside `params`, others beside it."""
    cloud.job("POST", "/zones", body)
    assert cloud.names("/zones", "__systemTag__=host::reservedMemory::1G", "__userTag__=blue") == ["z"]
    assert cloud.rows("/user-tags", "tag=other") == []


@pytest.mark.parametrize(
    "body",
    [{"params": {}}, {"": {}}, {"null": {}}, {}, None, {"params": None}],
    ids=["params", "empty key", "null key", "empty", "none", "null"],
)
def test_attach_bodies(cloud, home, body):
    """manners 1.3 and D: attach APIs take any of the bodies that clients send, and none at all."""
    zone, cluster, ps, bs = home
    attached = cloud.job("POST", f"/clusters/{cluster}/primary-storage/{ps}", body)["inventory"]
    assert attached["attachedClusterUuids"] == [cluster]
    attached = cloud.job("POST", f"/zones/{zone}/backup-storage/{bs}", body)["inventory"]
    assert attached["attachedZoneUuids"] == [zone]


@pytest.mark.parametrize("form", ["monHostnames={}&monHostnames={}", "monHostnames.0={}&monHostnames.1={}"])
def test_lists_of_delete(cloud, home, form):
    """manners 1.4 and D: list arguments of DELETE are repeated or numbered in the query string; a body is ignored."""
    mons = [f"root:pw@10.8.0.{n}" for n in (1, 2, 3)]
    ceph = cloud.create("/primary-storage/ceph", name="c", zoneUuid=home[0], monUrls=mons)["uuid"]
    query = form.format("10.8.0.2", "10.8.0.3")
    left = cloud.job("DELETE", f"/primary-storage/ceph/{ceph}/mons?{query}", {"monHostnames": ["10.8.0.1"]})
    assert [mon["hostname"] for mon in left["inventory"]["mons"]] == ["10.8.0.1"]


@pytest.mark.parametrize("mode", ["deleteMode=Permissive", "deleteMode=Enforcing", ""])
def test_delete_modes(cloud, mode):
    """manners 1.4 and D: clients send deleteMode with every delete, or not at all."""
    zone = cloud.zone()
    assert cloud.job("DELETE", f"/zones/{zone['uuid']}?{mode}") == {}
    assert cloud.rows("/zones") == []


@pytest.mark.parametrize("encode", [True, False], ids=["encoded", "plain"])
@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("name=z a", ["z a"]),
        ("name~=%z%", ["z a", "z-b"]),
        ("name?=z a,z-b", ["z a", "z-b"]),
        ("name!=z a", ["z-b"]),
        ("name is null", []),
        ("description not null", ["z-b"]),
    ],
)
def test_conditions_encoded_or_plain(cloud, condition, found, encode):
    """manners 3.2 and D: everything percent-encoded, or only what no URL can hold."""
    cloud.zone("z a")
    cloud.zone("z-b", description="x")
    q = quote(condition, safe="") if encode else condition.replace("%", "%25").replace(" ", "+")
    answer = cloud.raw("GET", f"/zones?q={q}&sort=%2Bname&replyWithCount=True")
    assert [row["name"] for row in answer.json()["inventories"]] == found
    assert answer.json()["total"] == len(found)


@pytest.mark.parametrize("sort", ["sort=name", "sort=%2Bname", "sort=+name", "sort=-name"])
def test_sort_and_fields(cloud, sort):
    """manners 3.1 and D: an unencoded plus sign is a blank, and still ascending; an encoded comma separates."""
    for name in "bac":
        cloud.zone(name)
    rows = cloud.raw("GET", f"/zones?{sort}&fields=uuid%2Cname").json()["inventories"]
    assert [row["name"] for row in rows] == (["c", "b", "a"] if "-" in sort else ["a", "b", "c"])
    assert all(set(row) == {"uuid", "name"} for row in rows)


def test_headers_of_the_official_clients(cloud):
    """manners 1.6 and D: X-Job-UUID and X-JSON-Schema with every call, queries too, and the poll by the chosen uuid."""
    job = uuid.uuid4().hex
    headers = {"X-Job-UUID": job, "X-JSON-Schema": "true", "Content-Type": "application/json; charset=utf-8"}
    assert cloud.submit("POST", "/zones", {"params": {"name": "z"}}, headers=headers) == job
    assert cloud.wait(job)["inventory"]["name"] == "z"
    reply = cloud.sync("GET", "/zones", headers=headers | {"X-Job-UUID": uuid.uuid4().hex})
    assert reply["schema"] == {"inventories[0]": "org.zstack.header.zone.ZoneInventory"}
    assert cloud.raw("PUT", "/management-nodes/actions", {"getVersion": {}}, headers=headers).status_code == 200


def test_schema_is_sent_when_asked_for(cloud):
    """manners 1.6: X-JSON-Schema asks for the classes of what a result holds, of a job with the poll."""
    wanted = {"X-JSON-Schema": "true"}
    job = cloud.submit("POST", "/zones", {"params": {"name": "z"}})
    assert "schema" not in cloud.wait(job)
    reply = cloud.sync("GET", f"/api-jobs/{job}", headers=wanted)
    assert (
        reply["schema"] == {"inventory": "org.zstack.header.zone.ZoneInventory"} and reply["inventory"]["name"] == "z"
    )
    assert "schema" not in cloud.sync("PUT", "/management-nodes/actions", {"getVersion": {}}, headers=wanted)
    gone = cloud.submit("DELETE", f"/zones/{reply['inventory']['uuid']}")
    assert cloud.raw("GET", f"/api-jobs/{gone}", headers=wanted).content == (b"" if cloud.old else b"{}")


@pytest.mark.parametrize("authorization", [None, "OAuth stale", "OAuth", "Basic YTpi", "nonsense"])
def test_polling_with_any_authorization(cloud, authorization):
    """manners 1.8 and D: polls go without Authorization, or with a stale or meaningless one."""
    job = cloud.submit("POST", "/zones", {"params": {"name": "z"}})
    assert cloud.raw("GET", f"/api-jobs/{job}", headers={"Authorization": authorization}).status_code == 200


def test_polling_after_the_session_has_gone(cloud):
    """manners 1.8: a job outlives the session that started it."""
    cloud.control("PUT", "latency", {"mode": "polls", "value": 2})
    job = cloud.submit("POST", "/zones", {"params": {"name": "z"}})
    cloud.control("POST", "expire-session")
    assert cloud.wait(job)["inventory"]["name"] == "z"


@pytest.mark.parametrize("session", ["OAuth {}", "OAuth  {}", "OAuth {} "])
def test_oauth(cloud, session):
    """manners 1.5: OAuth and the session's uuid; blanks around it do not count."""
    header = {"Authorization": session.format(cloud.session)}
    assert cloud.raw("GET", "/zones", headers=header).status_code == 200


@pytest.mark.parametrize("scheme", ["oauth {}", "Bearer {}", "{}", "OAuth{}", "ZStack {}"])
def test_what_is_not_oauth(cloud, scheme):
    """manners 1.5: the scheme is case-sensitive and needed; what follows `ZStack` needs a colon."""
    header = {"Authorization": scheme.format(cloud.session)}
    assert cloud.raw("GET", "/zones", headers=header).status_code == 400


@pytest.mark.profile("5.2")
@pytest.mark.parametrize("zone", ["GMT", "Etc/UTC", "UTC", "CST", "+0000"])
@pytest.mark.parametrize("header", ["Date", "date"])
def test_access_keys_of_clients(cloud, zone, header):
    """manners 1.5 and D: whatever zone the date names, in `Date` or `date`; the query is not signed."""
    admin = cloud.rows("/accounts", "name=admin")[0]["uuid"]
    key = cloud.create("/accesskeys", accountUuid=admin, userUuid=admin)
    date = formatdate(usegmt=True).replace("GMT", zone)

    def sign(method, path):
        signed = hmac.new(key["AccessKeySecret"].encode(), f"{method}\n{date}\n/v1{path}".encode(), hashlib.sha1)
        signature = base64.b64encode(signed.digest()).decode()
        return {"Authorization": f"ZStack {key['AccessKeyID']}:{signature}", header: date}

    assert cloud.raw("GET", "/zones?q=name%3Dx", headers=sign("GET", "/zones")).json()["inventories"] == []
    job = cloud.submit("POST", "/zones", {"params": {"name": "x"}}, headers=sign("POST", "/zones"))
    assert cloud.wait(job)["inventory"]["name"] == "x"
    assert cloud.raw("GET", "/zones", headers=sign("GET", "/hosts")).json()["error"]["code"] == "ID.1001"


def test_unknown_things_are_ignored(cloud):
    """manners 1.3, 1.4 and 1.6: session objects in the body, unknown keys, parameters and headers do no harm."""
    body = {"params": {"name": "z", "session": {"uuid": "x"}, "timeout": 5}, "apiId": "x", "session": {"uuid": "x"}}
    headers = {"X-Request-Ip": "10.0.0.9", "X-API-Timeout": "600", "Accept-Language": "zh-CN", "Cookie": "a=b"}
    assert cloud.job("POST", "/zones?foo=bar", body, headers=headers)["inventory"]["name"] == "z"


def test_a_client_that_retries_under_its_job_uuid(cloud):
    """manners 1.9: after a lost answer a client polls its own job uuid; unknown means to send again under the same."""
    job = uuid.uuid4().hex
    request = ("POST", "/zones", {"params": {"name": "z"}})
    cloud.control("POST", "faults", [{"api": "CreateZone", "do": "drop", "nth": 1},
                                     {"api": "CreateZone", "do": "drop-after", "nth": 2}])  # fmt: skip
    with pytest.raises(OSError):
        cloud.raw(*request, headers={"X-Job-UUID": job})
    assert cloud.poll(job).status_code == 404
    with pytest.raises(OSError):
        cloud.raw(*request, headers={"X-Job-UUID": job})
    assert cloud.wait(job)["inventory"]["name"] == "z"
    assert cloud.raw(*request, headers={"X-Job-UUID": job}).status_code == (500 if cloud.old else 400)
    assert cloud.names("/zones") == ["z"]
