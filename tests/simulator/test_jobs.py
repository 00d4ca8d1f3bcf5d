# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""202, the job store, duplicates, retention, restart, webhooks."""

from __future__ import annotations

import http.server
import json
import threading
import time

import pytest
import requests

HOUR = 3600
ZONE = {"params": {"name": "z"}}


def test_location(cloud):
    """manners 1.8 and E3: the location names the node as it knows itself; 5.2 adds the timeout in milliseconds."""
    reply = cloud.raw("POST", "/zones", ZONE).json()
    assert reply["location"].startswith("http://node.invalid:8080/zstack/v1/api-jobs/")
    assert reply.get("apiTimeout") == (None if cloud.old else 1800000)


@pytest.mark.parametrize("given", [None, "box.example.org", "10.0.0.9:9090", "[2001:db8::1]", "[2001:db8::1]:80"])
def test_host_of_the_location(started, given):
    """manners E3: where the client has reached the node, or the host that was given, with the node's own port."""
    with started(*(("--location-host", given) if given else ())) as cloud:
        location = cloud.raw("POST", "/zones", ZONE).json()["location"]
        port = cloud.base.rpartition(":")[2]
        host = {None: f"127.0.0.1:{port}", "box.example.org": f"box.example.org:{port}",
                "[2001:db8::1]": f"[2001:db8::1]:{port}"}.get(given, given)  # fmt: skip
        assert location.startswith(f"http://{host}/zstack/v1/api-jobs/")
        if given is None:
            assert requests.get(location).json()["inventory"]["name"] == "z"


@pytest.mark.profile("5.2")
def test_timeouts(cloud):
    """manners 1.8: AddKVMHost three hours; X-API-Timeout in seconds, at least five minutes."""
    assert cloud.raw("POST", "/hosts/kvm", {}).json()["apiTimeout"] == 10_800_000
    for asked, granted in (("7200", 7_200_000), ("1", 300_000)):
        assert cloud.raw("POST", "/zones", ZONE, headers={"X-API-Timeout": asked}).json()["apiTimeout"] == granted


def test_polling(cloud):
    """manners 1.8: processing is 202 and empty, then the result; no Authorization is looked at."""
    cloud.control("PUT", "latency", {"mode": "polls", "value": 2})
    job = cloud.submit("POST", "/zones", ZONE)
    answers = [
        requests.get(f"{cloud.base}/zstack/v1/api-jobs/{job}", headers={"Authorization": "x"}) for _poll in range(4)
    ]
    assert [answer.status_code for answer in answers] == [202, 202, 200, 200]
    assert answers[0].content == (b"" if cloud.old else b"{}")
    assert answers[3].json()["inventory"]["name"] == "z"


def test_unknown_job(cloud, new_uuid):
    """manners 1.8: an unknown job is 404 text; another verb 405."""
    assert cloud.poll(new_uuid()).status_code == 404
    assert requests.delete(f"{cloud.base}/zstack/v1/api-jobs/{new_uuid()}").status_code == 405


def test_chosen_job_uuid(cloud, new_uuid):
    """manners 1.9: X-Job-UUID is the job's; a duplicate is not executed, 400 in 5.2, 500 in 2.3.1."""
    job = new_uuid()
    assert cloud.submit("POST", "/zones", ZONE, headers={"X-Job-UUID": job}) == job
    again = cloud.raw("POST", "/zones", ZONE, headers={"X-Job-UUID": job})
    assert again.status_code == (500 if cloud.old else 400)
    assert len(cloud.rows("/zones")) == 1
    assert cloud.raw("POST", "/zones", ZONE, headers={"X-Job-UUID": "short"}).status_code == 400


def test_retention(cloud):
    """manners 1.8: a finished job is purged three hours after its creation, at the next hourly scan."""
    cloud.control("PUT", "latency", {"mode": "immediate"})
    job = cloud.submit("POST", "/zones", ZONE)
    cloud.control("POST", "clock", {"advance": 2.5 * HOUR})
    cloud.control("POST", "restart")  # forgets the results kept in memory
    assert cloud.poll(job).status_code == 200
    cloud.control("POST", "clock", {"advance": 2 * HOUR})
    cloud.poll(job)
    assert cloud.poll(job).status_code == 404


def test_recent_results_outlive_the_purge(cloud):
    """manners 1.8: the cache of 2000 results may answer after the purge."""
    job = cloud.submit("POST", "/zones", ZONE)
    cloud.control("POST", "clock", {"advance": 5 * HOUR})
    assert cloud.poll(job).status_code == 200


def test_restart(cloud):
    """manners 1.8: a job in progress stays 202 for ever when the node restarts, also after its retention."""
    cloud.control("PUT", "latency", {"mode": "polls", "value": 1})
    job = cloud.submit("POST", "/zones", ZONE)
    cloud.control("POST", "restart")
    cloud.control("POST", "clock", {"advance": 9 * HOUR})
    assert [cloud.poll(job).status_code for _unused in range(5)] == [202] * 5
    cloud.session = cloud.login()
    assert cloud.rows("/zones") == []


@pytest.mark.profile("2.3.1")
def test_large_request(cloud):
    """manners 1.8: what does not fit the old job table is 500."""
    body = {"params": {"name": "z", "description": "x" * 70000}}
    assert cloud.raw("POST", "/zones", body).status_code == 500


class Hook:
    """A receiver that refuses the first `refusals` calls."""

    def __init__(self, refusals=0):
        calls = self.calls = []

        class Receiver(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                calls.append((dict(self.headers), body))
                self.send_response(200 if len(calls) > refusals else 500)
                self.end_headers()

            def log_message(self, *_args):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Receiver)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/"

    def wait(self, count):
        deadline = time.monotonic() + 10
        while len(self.calls) < count and time.monotonic() < deadline:
            time.sleep(0.01)
        return self.calls


def test_webhook(cloud):
    """manners 1.10 and E2: the result is posted as polls would give it, and the job stays pollable."""
    hook = Hook()
    job = cloud.submit("POST", "/zones", ZONE, headers={"X-Web-Hook": hook.url})
    headers, body = hook.wait(1)[0]
    assert (headers["X-Job-Uuid"], headers["X-Job-Success"]) == (job, "true")
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert body == cloud.poll(job).content and b"schema" not in body


@pytest.mark.parametrize("params", [{"name": "z"}, {}], ids=["success", "failure"])
def test_webhook_with_schema(cloud, params):
    """manners E2: a webhook's body has the classes when the request asked for them; an error has none."""
    hook, wanted = Hook(), {"X-JSON-Schema": "true"}
    job = cloud.submit("POST", "/zones", {"params": params}, headers={"X-Web-Hook": hook.url, **wanted})
    body = json.loads(hook.wait(1)[0][1])
    assert body == cloud.raw("GET", f"/api-jobs/{job}", headers=wanted).json()
    assert body.get("schema") == ({"inventory": "org.zstack.header.zone.ZoneInventory"} if params else None)


def test_webhook_retries(cloud):
    """manners 1.10: refused, it is tried again, 15 times at most."""
    cloud.control("PUT", "latency", {"webhook": 0.01})
    hook = Hook(refusals=100)
    cloud.submit("POST", "/zones", {}, headers={"X-Web-Hook": hook.url})
    assert len(hook.wait(16)) == 16
    time.sleep(0.2)
    assert len(hook.calls) == 16
    assert hook.calls[0][0]["X-Job-Success"] == "false"
    cloud.control("PUT", "latency", {"webhook": 2})


def test_faults(cloud, fails):
    """Control API: faults by API and call number."""
    cloud.control("POST", "faults", [
        {"api": "CreateZone", "do": "fail", "nth": 1, "code": "SYS.1006", "cause": {"code": "SYS.1016"}},
        {"api": "CreateZone", "do": "drop-after", "nth": 2},
        {"api": "CreateZone", "do": "forget", "nth": 3},
        {"api": "CreateZone", "do": "stuck", "nth": 4},
        {"api": "QueryZone", "do": "expire-session", "nth": 2},
    ])  # fmt: skip
    fails(["SYS.1006", "SYS.1016"], cloud.zone)
    with pytest.raises(requests.ConnectionError):
        cloud.raw("POST", "/zones", ZONE)
    assert cloud.poll(cloud.submit("POST", "/zones", ZONE)).status_code == 404
    assert cloud.poll(cloud.submit("POST", "/zones", ZONE)).status_code == 202
    assert len(cloud.rows("/zones")) == 2
    fails("ID.1001", cloud.rows, "/zones")


def test_log_has_no_secrets(cloud):
    """Control API: the request log shows what came, without secrets."""
    cloud.host(password="very-secret")
    text = str(cloud.control("GET", "requests"))
    assert "AddKVMHost" in text and "very-secret" not in text and "b109f3bb" not in text and cloud.session not in text


def test_snapshot(cloud):
    """Control API: a snapshot restores everything."""
    cloud.zone("one")
    cloud.control("POST", "snapshot", {"save": "s"})
    cloud.zone("two")
    cloud.control("POST", "snapshot", {"restore": "s"})
    assert cloud.names("/zones") == ["one"]
