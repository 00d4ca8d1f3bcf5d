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
    AuthenticationFailed,
    ConnectionLost,
    HttpError,
    JobForgotten,
    JobTimeout,
    WaitTimeout,
    ZStackError,
)

from .conftest import CREATE, DELETE, DROP, GET, POKE, error

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
    node.script["DELETE", "/things"] = [pending(node, 1, (200, empty), empty)]
    assert client.call(DELETE, {}) == {}


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
    assert "CreateThing (job %s) did not end within %g s" % (result["job_uuid"], result["waited"]) in result["msg"]


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
    # One question, for a proxy that delivers twice hands on the refusal of the second.
    assert [line.partition(" /")[::2][0] for line in node.asked()] == ["POST", "GET"]


def test_connection_that_is_always_lost(make, node):
    node.script[SUBMIT] = [DROP] * 3
    with pytest.raises(ConnectionLost, match=r"sent 3 times .* knows no such job") as caught:
        make(retries=2).call(CREATE, {})
    # Something in between may still hold it back.
    assert caught.value.as_result()["outcome"] == "unknown"


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


REDIRECT = (302, "", {"Location": "https://portal.example.org/"})
CUT = (200, '{"inventory"', {"Content-Length": "500", "Connection": "close"})
UNREADABLE = [REDIRECT, CUT, (200, "<html>log in</html>"), (202, '{"loc'), (200, "[]"), (202, "\u0000"), (200, {})]


@pytest.mark.parametrize("answer", UNREADABLE, ids=repr)
@pytest.mark.parametrize("executed", [True, False])
def test_job_is_asked_about_where_the_answer_to_its_submission_cannot_be_read(client, node, answer, executed):
    def spoilt(request):
        if executed:
            node.submit(request)
        return answer

    node.script[SUBMIT] = [spoilt]
    assert client.call(CREATE, {}) == MADE
    assert len(node.executed) == 1
    assert len(node.seen(*SUBMIT)) == (1 if executed else 2)


@pytest.mark.parametrize("version", ["5.2.0", "2.3.1"])
@pytest.mark.parametrize("outcome", [(200, MADE), error("SYS.1006")])
def test_submission_that_a_proxy_delivers_twice_is_known(client, node, version, outcome):
    node.version = version

    def twice(request):
        node.submit(request, outcome)
        return node.submit(request)

    node.script[SUBMIT] = [twice]
    if outcome[0] == 200:
        assert client.call(CREATE, {}) == MADE
    else:
        with pytest.raises(ApiError, match=r"SYS\.1006"):
            client.call(CREATE, {})
    assert len(node.seen(*SUBMIT)) == 1


@pytest.mark.parametrize("answer", [*UNREADABLE[:-1], error("SYS.1010", "starting")], ids=repr)
def test_one_answer_that_cannot_be_read_does_not_end_the_wait(client, node, answer):
    def submit(request):
        job = request.headers["X-Job-UUID"]
        node.script["GET", "/api-jobs/" + job] = [answer, (202, {}), answer, (200, MADE)]
        return 202, {}

    node.script[SUBMIT] = [submit]
    assert client.call(CREATE, {}) == MADE
    assert len(node.seen(*SUBMIT)) == 1


def test_answers_that_nobody_can_read_end_in_an_unknown_outcome(client, node, monkeypatch):
    monkeypatch.setattr(jobs, "_UNREADABLE", 3)

    def submit(request):
        node.script["GET", "/api-jobs/" + request.headers["X-Job-UUID"]] = [REDIRECT] * 100
        return 202, {}

    node.script[SUBMIT] = [submit]
    with pytest.raises(ConnectionLost, match=r"outcome is unknown.*portal\.example\.org") as caught:
        client.call(CREATE, {})
    assert caught.value.as_result()["outcome"] == "unknown"


@pytest.mark.parametrize("seconds", [0, 0.05])
def test_a_job_is_asked_at_its_deadline_once_more(client, node, seconds):
    client.login()
    node.script[SUBMIT] = [node.submit]
    assert client.call(CREATE, {}, wait_timeout=seconds) == MADE


def test_submission_that_finds_a_node_that_is_starting(client, node):
    node.script[SUBMIT] = [error("SYS.1010", "starting")]
    assert client.call(CREATE, {}) == MADE
    assert len(node.executed) == 1


def finished(client, started):
    """The results of the jobs, looked at in one thread: bodies and errors."""
    limit = time.monotonic() + 20
    while [job for job in started if not job.look()]:
        assert time.monotonic() < limit
        time.sleep(0.001)
    results = []
    for job in started:
        try:
            results.append(job.result())
        except ZStackError as failure:
            results.append(failure)
    return results


def test_hundreds_of_jobs_side_by_side_in_one_thread(client, node):
    """Some fail, some are lost on the way before or after they arrive; nothing waits for anything else."""
    slow, count, dropped = 0.3, 200, set()
    client.login()

    def submit(request):
        kind, job = request.body["params"]["n"] % 10, request.headers["X-Job-UUID"]
        if kind == 6 and job not in dropped:
            dropped.add(job)
            return DROP
        answer = node.submit(request, error("SYS.1006") if kind == 5 else (200, MADE))
        done = time.monotonic() + slow
        node.script["GET", "/api-jobs/" + job] = [
            lambda request: (202, {}) if time.monotonic() < done else node.jobs[job]
        ] * 1000
        return DROP if kind == 7 else answer

    node.script[SUBMIT] = [submit] * 2 * count
    begin = time.monotonic()
    started = [client.start(CREATE, {"n": n}) for n in range(count)]
    results = finished(client, started)
    assert time.monotonic() - begin < count * slow / 10
    for n, result in enumerate(results):
        if n % 10 == 5:
            assert isinstance(result, ApiError) and result.facts["job_uuid"] == started[n].uuid
        else:
            assert result == MADE
    assert len(set(node.executed)) == len(node.executed) == count


def test_a_look_before_its_time_asks_nothing(client, node):
    node.script[SUBMIT] = [pending(node, 1000, (200, MADE), {})]
    job = client.start(CREATE, {}, wait_timeout=5)
    while job.due - time.monotonic() < 0.005:
        job.look()
    asked = len(node.log)
    assert [job.look() for _unused in range(100)] == [False] * 100
    assert len(node.log) == asked


def test_sessions_that_die_under_many_jobs_are_renewed_once(client, node):
    client.login()
    node.sessions.clear()
    started = [client.start(CREATE, {}) for _unused in range(20)]
    assert finished(client, started) == [MADE] * 20
    assert node.logins == 2
    assert len(node.executed) == 20


def test_one_job_asks_for_all_while_the_node_is_away(client, node, monkeypatch):
    monkeypatch.setattr(jobs, "_OUTAGE", 0.5)

    def submit(request):
        node.script["GET", "/api-jobs/" + request.headers["X-Job-UUID"]] = [(502, "")] * 1000
        return 202, {}

    node.script[SUBMIT] = [submit] * 50
    started = [client.start(CREATE, {}) for _unused in range(50)]
    assert not started[-1].away
    started[0].look() or time.sleep(0.01) or started[0].look()
    assert started[-1].away
    results = finished(client, started)
    assert {result.facts["outcome"] for result in results} == {"unknown"}
    assert len([r for r in node.log if r.path.startswith("/api-jobs/")]) < 50 + 10


def test_start_of_what_is_answered_at_once(client, node):
    job = client.start(POKE, {})
    assert job.ended and job.look() and job.uuid is None
    assert job.result()["path"] == "/things/poke"
    node.script["PUT", "/things/poke"] = [error("SYS.1006")]
    failed = client.start(POKE, {})
    with pytest.raises(ApiError, match=r"SYS\.1006"):
        failed.result()


def test_start_raises_nothing_and_its_result_does(make, node):
    job = make(password="guessed").start(CREATE, {})
    with pytest.raises(AuthenticationFailed):
        job.result()

    class Wrong:
        name = "WrongThing"

        def request(self, generation, params):
            raise KeyError("no such parameter")

    with pytest.raises(KeyError):
        make().start(Wrong(), {}).result()


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
    assert clock.slept[0] <= 0.002
    assert max(s for s in clock.slept[: len(clock.slept) // 4]) <= 2
    assert max(clock.slept) == 5
    assert sum(seconds <= 0.01 for seconds in clock.slept) < 8
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


def test_notices_name_what_is_waited_for_and_an_outage(make, node, monkeypatch):
    """After 5 s; here the notices' clock runs fast."""
    told, begin = [], time.monotonic()
    tell = jobs.Notices.tell
    monkeypatch.setattr(jobs.Notices, "tell", lambda self, what, elapsed, away: tell(self, what, 50 * elapsed, away))

    def submit(request):
        job = request.headers["X-Job-UUID"]
        node.script["GET", "/api-jobs/" + job] = [
            lambda request: (202, {}) if time.monotonic() < begin + 0.4 else (502, "")
        ] * 100 + [(200, MADE)]
        return 202, {}

    node.script[SUBMIT] = [submit]
    with pytest.raises(ConnectionLost):
        make(told.append).call(CREATE, {}, wait_timeout=1.5, what="host kvm-01")
    assert re.fullmatch(r"waiting for host kvm-01: CreateThing \(job [0-9a-f]{32}\) for \d+ s", told[0])
    assert told[-1].endswith("s: the node does not answer at present")


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
