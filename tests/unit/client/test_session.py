# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""One session an identity and controller: shared, renewed, never leaked."""

from __future__ import annotations

import base64
import fcntl
import hashlib
import hmac
import json
import multiprocessing
import os
import stat
import time
from email.utils import parsedate_to_datetime

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import (
    ApiError,
    AuthenticationFailed,
    ConnectionLost,
    HttpError,
    SettingsError,
    UnexpectedAnswer,
)

from .conftest import CREATE, DEAD, DIGEST, DROP, GET, PASSWORD, POKE, error

LOGIN = ("PUT", "/accounts/login")
fork = multiprocessing.get_context("fork")


def files(tmp_path):
    return sorted((tmp_path / "sessions").iterdir())


def test_login_by_account_sends_the_digest(client, node):
    client.call(GET, {})
    assert node.seen(*LOGIN)[0].body == {"logInByAccount": {"accountName": "admin", "password": DIGEST}}
    (session,) = node.sessions
    assert node.seen("GET")[0].headers["Authorization"] == "OAuth " + session


def test_login_by_user(make, node):
    make(user="operator").call(GET, {})
    body = {"logInByUser": {"accountName": "admin", "userName": "operator", "password": DIGEST}}
    assert node.seen("PUT", "/accounts/users/login")[0].body == body


def test_session_and_version_are_shared(make, node):
    for _unused in range(5):
        client = make()
        client.call(GET, {})
        assert (client.version, client.generation) == ("5.2.0", "5.2")
    assert node.logins == 1
    assert len(node.seen("PUT", "/management-nodes/actions")) == 1


@pytest.mark.parametrize(
    ("version", "generation"),
    [("2.3.1", "2.3.1"), ("2.3.1.12", "2.3.1"), ("3.0.0", "5.2"), ("4.8.24", "5.2"), ("10.1", "5.2")],
)
def test_generation_follows_the_version(client, node, version, generation):
    node.version = version
    assert (client.version, client.generation) == (version, generation)
    assert not node.logins


@pytest.mark.parametrize(("version", "complaint"), [(None, "it has no version"), ("", "does not tell the version")])
def test_something_without_a_version_is_not_a_node(client, node, version, complaint):
    node.version = version
    with pytest.raises(UnexpectedAnswer, match=complaint):
        client.call(GET, {})


def test_version_is_asked_again_after_an_hour(make, node, monkeypatch):
    assert make().version == "5.2.0"
    node.version = "5.3.1"
    assert make().version == "5.2.0"
    later = time.time() + 3601
    monkeypatch.setattr(time, "time", lambda: later)
    assert make().version == "5.3.1"


def test_files_are_private(client, tmp_path):
    client.call(GET, {})
    assert stat.S_IMODE((tmp_path / "sessions").stat().st_mode) == 0o700
    assert [path.suffix for path in files(tmp_path)] == [".json", ".lock"]
    for path in files(tmp_path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert PASSWORD not in path.read_text() and DIGEST not in path.read_text()


def test_another_password_identity_or_node_never_finds_the_session(make, node):
    make().call(GET, {})
    with pytest.raises(AuthenticationFailed):
        make(password="guessed").call(GET, {})
    make(account="other").call(GET, {})
    make(user="admin").call(GET, {})
    make(url=node.url.replace("127.0.0.1", "localhost")).call(GET, {})
    assert node.logins == 5


def test_file_that_others_may_read_or_that_is_broken_is_not_believed(make, node, tmp_path):
    make().call(GET, {})
    path = files(tmp_path)[0]
    path.chmod(0o644)
    make().call(GET, {})
    assert node.logins == 2
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text('{"session": ')
    make().call(GET, {})
    path.write_text("[]")
    make().call(GET, {})
    assert node.logins == 4


def test_session_file_behind_a_link_is_not_followed(make, node, tmp_path):
    make().call(GET, {})
    path = files(tmp_path)[0]
    foreign = tmp_path / "foreign"
    path.rename(foreign)
    path.symlink_to(foreign)
    make().call(GET, {})
    assert node.logins == 2
    assert not path.is_symlink()


@pytest.mark.parametrize("spoil", ["not a directory", "others may write", "lock is a directory"])
def test_without_a_safe_directory_every_client_logs_in_for_itself_and_out(make, node, tmp_path, spoil):
    place = tmp_path / "sessions"
    if spoil == "not a directory":
        place.write_text("")
    else:
        place.mkdir()
        if spoil == "others may write":
            place.chmod(0o777)
        else:
            make().call(GET, {})
            lock = files(tmp_path)[1]
            make().logout()
            lock.unlink()
            lock.mkdir()
            node.log.clear()
    told = []
    for _unused in range(2):
        client = make(told.append)
        client.call(GET, {})
        client.call(GET, {})
        client.close()
    assert node.logins == 2
    assert node.sessions == set()
    assert told == ["sessions are not shared between tasks: zstack_session_dir %s cannot be used" % place] * 2
    assert "json" not in str(list(place.iterdir()) if place.is_dir() else "")


def test_shared_session_survives_close(make, node):
    client = make()
    client.call(GET, {})
    client.close()
    client.call(GET, {})
    assert node.logins == 1 and len(node.sessions) == 1


def test_dead_session_is_renewed_and_the_version_asked_again(make, node):
    client = make()
    client.call(GET, {})
    node.sessions.clear()
    node.version = "2.3.1"
    assert client.call(GET, {})["path"] == "/things/one"
    assert node.logins == 2
    assert client.generation == "2.3.1"
    make().call(GET, {})
    assert node.logins == 2


def test_dead_session_with_a_later_nodes_code(client, node):
    client.call(GET, {})
    node.script["GET", "/things/one"] = [error("ORG_ZSTACK_IDENTITY_10020")]
    assert client.call(GET, {})["path"] == "/things/one"
    assert node.logins == 2


def test_dead_session_of_a_change_that_is_a_job(client, node):
    client.login()
    node.sessions.clear()
    assert client.call(CREATE, {"name": "t"}) == {"inventory": {"uuid": "made"}}
    first, second = node.seen("POST", "/things")
    assert first.headers["X-Job-UUID"] != second.headers["X-Job-UUID"]
    assert node.executed == [second.headers["X-Job-UUID"]]
    assert node.logins == 2


def test_dead_session_that_another_process_has_replaced_by_one_that_is_dead_too(make, node):
    sleeper = make()
    sleeper.call(GET, {})
    node.sessions.clear()
    make().call(GET, {})
    node.sessions.clear()
    assert sleeper.call(GET, {})["path"] == "/things/one"
    assert node.logins == 3


def test_session_that_dies_at_once_is_reported_and_not_fought_for(client, node):
    node.script["GET", "/things/one"] = [DEAD] * 10
    with pytest.raises(AuthenticationFailed, match=r"GetThing failed: ID\.1001.*session has ended"):
        client.call(GET, {})
    assert node.logins == 3


def test_error_that_only_has_a_dead_session_as_its_cause_is_not_repeated(client, node):
    node.script["PUT", "/things/poke"] = [error("SYS.1006", cause={"code": "ID.1001"})]
    with pytest.raises(ApiError):
        client.call(POKE, {})
    assert len(node.seen("PUT", "/things/poke")) == 1


def test_wrong_password(make, node):
    with pytest.raises(AuthenticationFailed) as caught:
        make(password="guessed").call(GET, {})
    result = caught.value.as_result()
    assert "LogInByAccount failed: ID.1000" in result["msg"] and "password" in result["msg"]
    assert result["error"]["code"] == "ID.1000"
    assert "guessed" not in str(result)
    assert hashlib.sha512(b"guessed").hexdigest() not in str(result)
    assert node.logins == 1


def test_node_that_is_not_ready_is_no_wrong_password(client, node):
    node.script[LOGIN] = [error("SYS.1010", "not ready")] * 4
    with pytest.raises(ApiError, match="still starting") as caught:
        client.call(GET, {})
    assert not isinstance(caught.value, AuthenticationFailed)


def test_login_whose_answer_is_lost_is_repeated(make, node):
    node.script[LOGIN] = [DROP, (502, ""), (200, '{"inventory": {"uu')]
    assert make().login() is True
    assert node.logins == 4
    node.script[LOGIN] = [DROP] * 3
    with pytest.raises(ConnectionLost):
        make(user=None, account="other", retries=2).login()


BAD_SESSIONS = ["", 5, None, [], {"a": 1}, "x", "f" * 32 + "\n", "é" * 32, "f" * 1000, "a b" * 10]


@pytest.mark.parametrize("session", BAD_SESSIONS, ids=repr)
def test_login_without_a_session_in_its_answer_poisons_nothing(make, node, session):
    node.script[LOGIN] = [(200, {"inventory": {"uuid": session}})]
    with pytest.raises(UnexpectedAnswer, match=r"damaged|without a session"):
        make(retries=0).login()
    assert make().call(GET, {})["path"] == "/things/one"
    assert node.logins == 2


@pytest.mark.parametrize(
    "facts",
    [
        *({"session": session} for session in BAD_SESSIONS),
        {"version": 5, "checked": 1e12},
        {"checked": "now"},
        5,
        "x" * 99,
    ],
    ids=repr,
)
def test_facts_that_cannot_be_are_not_believed(make, node, tmp_path, facts):
    make().login()
    if isinstance(facts, dict):
        facts = dict({"version": "5.2.0", "checked": time.time()}, **facts)
    files(tmp_path)[0].write_text(json.dumps(facts))
    client = make()
    assert client.call(GET, {})["path"] == "/things/one"
    assert client.version == "5.2.0"


def test_facts_that_are_a_pipe_are_not_waited_for(make, node, tmp_path):
    make().login()
    path = files(tmp_path)[0]
    path.unlink()
    os.mkfifo(path, 0o600)
    begin = time.monotonic()
    assert make().call(GET, {})["path"] == "/things/one"
    assert time.monotonic() - begin < 2
    assert path.is_file()


def test_nothing_is_open_to_others_whatever_the_umask(make, tmp_path):
    before = os.umask(0)
    try:
        make(session_dir=str(tmp_path / "a" / "b" / "c")).login()
    finally:
        os.umask(before)
    for path in (tmp_path / "a").glob("**"):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077
    assert (tmp_path / "a" / "b" / "c").is_dir()


def test_given_session(make, node):
    node.sessions.add("f" * 32)
    client = make(session_uuid="f" * 32)
    assert client.call(GET, {})["path"] == "/things/one"
    assert client.login() is False
    node.sessions.clear()
    with pytest.raises(AuthenticationFailed, match="session of zstack_session_uuid has ended") as caught:
        client.call(GET, {})
    assert "f" * 32 not in str(caught.value.as_result())
    with pytest.raises(AuthenticationFailed):
        client.login()
    assert node.logins == 0


def test_session_is_never_told(make, node):
    client = make()
    client.login()
    (session,) = node.sessions
    node.script["GET", "/things/one"] = [error("SYS.1000", details="session %s is odd" % session)]
    with pytest.raises(ApiError, match=r"session \*+ is odd"):
        client.call(GET, {})
    node.script["GET", "/accounts/sessions/%s/valid" % session] = [(404, "no api mapping to /%s/valid" % session)]
    with pytest.raises(HttpError, match=r"no api mapping to /\*+/valid"):
        make().login()


def test_login_and_logout_say_what_they_did(make, node, tmp_path):
    client = make()
    assert client.has_session() is False
    assert client.login() is True
    assert make().has_session() is True
    assert make().login() is False
    assert make().logout() is True
    assert node.sessions == set()
    assert [path.suffix for path in files(tmp_path)] == [".lock"]
    assert make().logout() is False
    # The first client still believes in the session.
    assert client.has_session() is False
    assert client.login() is True
    assert node.logins == 2
    assert len(node.seen("DELETE")) == 1


def test_access_key_signs_every_request(make, node):
    client = make(access_key_id="key-id", access_key_secret="key-secret")
    node.script["PUT", "/things/poke"] = [(200, {})]
    client.call(POKE, {})
    request = node.seen("PUT", "/things/poke")[0]
    date = request.headers["Date"]
    assert abs(parsedate_to_datetime(date).timestamp() - time.time()) < 5
    mac = hmac.new(b"key-secret", ("PUT\n%s\n/v1/things/poke" % date).encode(), hashlib.sha1)
    assert request.headers["Authorization"] == "ZStack key-id:" + base64.b64encode(mac.digest()).decode()
    assert client.login() is False and client.logout() is False
    assert node.logins == 0


def test_access_key_is_refused_where_the_node_knows_none(make, node):
    node.version = "2.3.1"
    with pytest.raises(SettingsError, match=r"2\.3\.1 knows no access keys"):
        make(access_key_id="key-id", access_key_secret="key-secret").call(GET, {})


def call_in_child(client, barrier, results):
    try:
        barrier.wait(10)
        results.put(client.call(GET, {})["path"])
    except BaseException as failure:
        results.put(repr(failure))


def call_from_processes(clients):
    barrier, results = fork.Barrier(len(clients)), fork.Queue()
    children = [fork.Process(target=call_in_child, args=(client, barrier, results)) for client in clients]
    for child in children:
        child.start()
    answers = [results.get(timeout=20) for _unused in children]
    for child in children:
        child.join(10)
    return answers


def test_processes_that_start_together_log_in_once(make, node):
    def slow(request):
        time.sleep(0.2)
        return node.log_in(request)

    node.script[LOGIN] = [slow]
    assert call_from_processes([make() for _unused in range(6)]) == ["/things/one"] * 6
    assert node.logins == 1
    assert len(node.seen("PUT", "/management-nodes/actions")) == 1


def test_processes_that_find_the_session_dead_together_log_in_once(make, node):
    client = make()
    client.call(GET, {})
    node.sessions.clear()
    # One client object carried into all of them: each makes its own connections.
    assert call_from_processes([client] * 6) == ["/things/one"] * 6
    assert node.logins == 2
    assert node.connections == 1 + 6
    assert client.call(GET, {})["path"] == "/things/one"
    assert node.logins == 2


def test_lock_that_is_never_given_back_delays_one_task_and_no_further_one(make, node, tmp_path, monkeypatch):
    make().login()
    node.sessions.clear()
    monkeypatch.setattr(type(make()._parts().session), "_patience", 0.3)
    with open(files(tmp_path)[1], "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        began = time.monotonic()
        assert make().call(GET, {})["path"] == "/things/one"
        waited = time.monotonic() - began
        for _unused in range(3):
            client = make()
            assert client.call(GET, {})["path"] == "/things/one"
            client.close()
    assert 0.3 <= waited < 1.5
    assert time.monotonic() - began < waited + 0.3
    assert node.logins == 2 and len(node.sessions) == 1


def test_default_place_is_in_the_home_directory(make, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    make(session_dir=None).login()
    assert os.listdir(tmp_path / ".ansible" / "zstack")
