# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Jobs: never doubled, never lost, never waited for without end; and waits."""

from __future__ import annotations

import re
import time

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._client import jobs
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import (
    ApiError,
    ConnectionLost,
    HttpError,
    JobForgotten,
    JobTimeout,
    WaitTimeout,
)

from .conftest import CREATE, DROP, GET, POKE, error

SUBMIT = ("POST", "/things")
MADE = {"inventory": {"uuid": "made"}}


def pending(node, times, outcome, empty):
    """A submit handler whose job is pending for some polls and then has the outcome."""

    def submit(request):
        job = request.headers["X-Job-UUID"]
        node.script["GET", "/api-jobs/" + job] = [(202, empty)] * times + [outcome]
        return 202, {"location": "http://elsewhere:8080/zstack/v1/api-jobs/" + job, "apiTimeout": 1800000}

    return submit


@pytest.mark.parametrize(("empty", "outcome"), [({}, (200, MADE)), ("", (200, MADE))])
def test_job_is_followed_to_its_end_on_our_own_base_url(client, node, empty, outcome):
    node.script[SUBMIT] = [pending(node, 4, outcome, empty)]
    assert client.call(CREATE, {"name": "t"}) == MADE
    submit, *polls = [r for r in node.log if r.path.startswith(("/things", "/api-jobs"))]
    assert re.fullmatch("[0-9a-f]{32}", submit.headers["X-Job-UUID"])
    assert submit.body["params"] == {"name": "t"}
    assert len(polls) == 5
    assert "Authorization" not in polls[0].headers
    assert polls[-1].time - submit.time < 0.5


@pytest.mark.parametrize("empty", ["", {}])
def test_success_without_payload(client, node, empty):
    node.script[SUBMIT] = [pending(node, 0, (200, empty), empty)]
    assert client.call(CREATE, {}) == {}


def test_failed_job(client, node):
    node.script[SUBMIT] = [
        pending(node, 1, error("HOST.1000", cause={"code": "SYS.1006", "details": "ssh said no"}), {})
    ]
    with pytest.raises(ApiError, match="ssh said no") as caught:
        client.call(CREATE, {})
    result = caught.value.as_result()
    assert result["api"] == "CreateThing"
    assert result["job_uuid"] == node.seen(*SUBMIT)[0].headers["X-Job-UUID"]
    assert result["error"]["causes"][0]["code"] == "SYS.1006"


def test_secrets_that_were_sent_are_not_in_the_failure(client, node):
    node.script[SUBMIT] = [pending(node, 0, error("HOST.1000", details="login as root with hush-hush failed"), {})]
    with pytest.raises(ApiError) as caught:
        client.call(CREATE, {"name": "t", "password": "hush-hush"})
    assert "hush-hush" not in str(caught.value.as_result())


def test_job_that_never_ends(client, node):
    node.script[SUBMIT] = [pending(node, 1000, (200, {}), {})]
    begin = time.monotonic()
    with pytest.raises(JobTimeout) as caught:
        client.call(CREATE, {}, wait_timeout=0.3)
    assert 0.3 <= time.monotonic() - begin < 0.8
    result = caught.value.as_result()
    assert result["api"] == "CreateThing" and result["waited"] >= 0.3
    assert "CreateThing (job %s) did not end within 0.3 s" % result["job_uuid"] in result["msg"]


def test_job_that_is_forgotten(client, node):
    node.script[SUBMIT] = [pending(node, 1, (404, "no such job"), {})]
    with pytest.raises(JobForgotten, match=r"CreateThing \(job .*outcome is unknown.*Look at the resource") as caught:
        client.call(CREATE, {})
    assert len(node.seen(*SUBMIT)) == 1
    assert caught.value.as_result()["job_uuid"]


@pytest.mark.parametrize("version", ["5.2.0", "2.3.1"])
@pytest.mark.parametrize("losses", [1, 3])
def test_connection_lost_before_the_node_has_the_job(client, node, version, losses):
    node.version = version
    node.script[SUBMIT] = [DROP] * losses
    assert client.call(CREATE, {}) == MADE
    sent = node.seen(*SUBMIT)
    assert len(sent) == losses + 1
    assert len({request.headers["X-Job-UUID"] for request in sent}) == 1
    assert len(node.executed) == 1


@pytest.mark.parametrize("trouble", [DROP, (502, "<html></html>"), (503, "<html></html>"), (504, "")])
def test_answer_lost_after_the_node_has_the_job(client, node, trouble):
    def accept_and_lose(request):
        node.submit(request)
        return trouble

    node.script[SUBMIT] = [accept_and_lose]
    assert client.call(CREATE, {}) == MADE
    assert len(node.seen(*SUBMIT)) == 1
    assert len(node.executed) == 1


@pytest.mark.parametrize("version", ["5.2.0", "2.3.1"])
def test_request_that_arrives_only_after_it_was_asked_about(client, node, version):
    """The node carries the first sending out when the second one is already on its way, and refuses the second."""
    node.version = version

    def late(request):
        node.submit(request)
        return node.submit(request)

    node.script[SUBMIT] = [DROP, late]
    assert client.call(CREATE, {}) == MADE
    assert len(node.seen(*SUBMIT)) == 2
    assert len(node.executed) == 1


def test_refusal_of_a_repeated_request_that_is_no_duplicate(client, node):
    node.script[SUBMIT] = [DROP, (400, "malformed")]
    with pytest.raises(HttpError, match="malformed"):
        client.call(CREATE, {})


def test_refusal_of_the_first_request_is_final(client, node):
    node.script[SUBMIT] = [(400, "malformed")]
    with pytest.raises(HttpError, match="malformed"):
        client.call(CREATE, {})
    assert node.asked() == ["POST /things"]


def test_connection_that_is_always_lost(make, node):
    node.script[SUBMIT] = [DROP] * 3
    with pytest.raises(ConnectionLost, match=r"sent 3 times .* knows no such job, so it was not carried out"):
        make(retries=2).call(CREATE, {})


def test_polling_bears_a_node_that_restarts(client, node):
    def submit(request):
        job = request.headers["X-Job-UUID"]
        node.script["GET", "/api-jobs/" + job] = [(202, {}), DROP, (502, ""), (500, "database is away"), (200, MADE)]
        return 202, {}

    node.script[SUBMIT] = [submit]
    assert client.call(CREATE, {}) == MADE


def test_node_that_stays_away(client, node, monkeypatch):
    monkeypatch.setattr(jobs, "_OUTAGE", 0.2)

    def submit(request):
        node.script["GET", "/api-jobs/" + request.headers["X-Job-UUID"]] = [DROP] * 100
        return 202, {}

    node.script[SUBMIT] = [submit]
    with pytest.raises(ConnectionLost, match=r"CreateThing \(job .*outcome is unknown") as caught:
        client.call(CREATE, {})
    assert caught.value.as_result()["waited"] >= 0.2


def test_synchronous_apis_have_no_job(client, node):
    client.call(POKE, {})
    assert "X-Job-UUID" not in node.seen("PUT", "/things/poke")[0].headers


class Clock:
    """Stands in for the module time: sleeping moves it on."""

    def __init__(self):
        self.now = 0.0
        self.slept = []

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


def test_pauses_grow_and_notices_are_sparse(monkeypatch):
    clock, told = Clock(), []
    monkeypatch.setattr(jobs, "time", clock)
    wait = jobs.Wait("AddKVMHost (job x)", 400, told.append)
    while wait.pause():
        pass
    assert clock.now == pytest.approx(400)
    assert clock.slept[0] == 0.01
    assert max(s for s in clock.slept[: len(clock.slept) // 4]) <= 2
    assert max(clock.slept) == 5
    assert len(clock.slept) < 130
    seconds = [int(re.fullmatch(r"waiting for AddKVMHost \(job x\) for (\d+) s", line).group(1)) for line in told]
    due = [5, 15, 30, 60, 120, 180, 240, 300, 360]
    assert len(seconds) == len(due)
    assert all(0 <= said - when <= 5 for said, when in zip(seconds, due, strict=True))


def test_short_waits_are_not_told(make, node):
    told = []
    node.script[SUBMIT] = [pending(node, 3, (200, MADE), {})]
    make(told.append).call(CREATE, {})
    assert told == []


def test_wait_until(client, node):
    states = iter(["Connecting", "Connecting", "Connected"])
    assert client.wait_until(lambda: next(states), "Connected".__eq__, "host h1 to be Connected") == "Connected"


def test_wait_until_renews_a_dead_session(client, node):
    client.login()

    def read():
        node.sessions.clear()
        return client.call(GET, {})

    assert client.wait_until(read, lambda reply: reply["path"] == "/things/one", "it")
    assert node.logins == 2


def test_wait_until_its_deadline(client):
    row = {"status": "Connecting", "sshPassword": "hush"}
    with pytest.raises(WaitTimeout) as caught:
        client.wait_until(lambda: row, lambda value: False, "host h1 to be Connected", 0.1)
    result = caught.value.as_result()
    assert "0.1 s in vain for host h1 to be Connected" in result["msg"] and "Connecting" in result["msg"]
    assert "hush" not in result["msg"]
    assert result["waited"] >= 0.1
