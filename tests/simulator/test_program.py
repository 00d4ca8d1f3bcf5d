# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: data file, seed, deterministic uuids, detaching."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
import venv
from pathlib import Path

import pytest
import requests

PROGRAM = Path(__file__).resolve().parents[2] / "roles" / "simulator" / "files"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROGRAM)}


def complaint(ended):
    """The one line that a program which could not start has said."""
    assert ended.returncode in (1, 2) and not ended.stdout
    (line,) = ended.stderr.decode().splitlines()
    assert line.startswith("zstack_simulator: ")
    return line


def test_data_file(started, program, tmp_path):
    """What is in the file is there again after a restart, sessions and jobs included; jobs in progress stay so."""
    options = ("--profile", "5.2", "--data", str(tmp_path / "data"))
    with started(*options, "--latency", "polls:1") as cloud:
        job = cloud.submit("POST", "/zones", {"params": {"name": "never"}})
        session, done = cloud.session, cloud.submit("POST", "/zones", {"params": {"name": "z"}})
        cloud.wait(done)
    with started(*options) as cloud:
        cloud.session = session
        assert cloud.names("/zones") == ["z"]
        assert cloud.poll(job).status_code == 202
        assert cloud.poll(done).json()["inventory"]["name"] == "z"


def test_deterministic_uuids_and_seed(started, tmp_path):
    """The same --uuid-seed gives the same uuids; --seed builds, and reset builds again."""
    seed = tmp_path / "seed.json"
    seed.write_text(json.dumps({"zones": [{"name": "lab", "clusters": [{"name": "c", "hosts": [{"n": 3}]}]}]}))
    found = []
    for _unused in range(2):
        with started("--uuid-seed", "7", "--seed", str(seed)) as cloud:
            found.append(sorted(row["uuid"] for row in cloud.rows("/hosts")))
            cloud.zone("more")
            cloud.control("POST", "reset")
            cloud.session = cloud.login()
            assert cloud.names("/zones") == ["lab"] and len(cloud.rows("/hosts")) == 3
    assert found[0] == found[1] and len(found[0]) == 3


def test_detach(program, tmp_path):
    """--detach returns with the ready line and leaves a simulator behind; a port in use fails with a reason."""
    files = ("--pid-file", str(tmp_path / "pid"), "--log-file", str(tmp_path / "log"))
    ready = json.loads(program("--detach", *files).stdout)
    try:
        assert int((tmp_path / "pid").read_text()) == ready["pid"]
        assert requests.get(ready["url"] + "/simulator/status").json()["pid"] == ready["pid"]
        again = program("--detach", *files, "--listen", ready["url"].removeprefix("http://"))
        assert "another program listens there" in complaint(again)
        assert int((tmp_path / "pid").read_text()) == ready["pid"]
    finally:
        os.kill(ready["pid"], signal.SIGTERM)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(ready["pid"], 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    pytest.fail("it does not end")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--listen", "nowhere"], "'nowhere' is not HOST:PORT with a port of 0 to 65535"),
        (["--listen", "127.0.0.1:65536"], "is not HOST:PORT"),
        (["--listen", "192.0.2.1:0"], "192.0.2.1:0: "),
        (["--profile", "4"], "invalid choice: '4'"),
        (["--latency", "slow"], "unknown latency 'slow': immediate, polls:N or seconds:S"),
        (["--latency", "polls:x"], "unknown latency 'polls:x'"),
        (["--latency", "polls"], "unknown latency 'polls'"),
        (["--latency", "seconds:-1"], "unknown latency 'seconds:-1'"),
        (["--seed", "nowhere.json"], "nowhere.json: No such file or directory"),
        (["--uuid-seed", "x"], "invalid int value: 'x'"),
        (["--colour"], "unrecognized arguments: --colour"),
        (["--data", "nowhere/data"], "nowhere/data: there is no directory"),
    ],
)
def test_mistakes(program, tmp_path, options, why):
    """What hinders the start is said in one line, and no data file is left behind."""
    data = [] if "--data" in options else ["--data", str(tmp_path / "data")]
    assert why in complaint(program(*data, *options))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("how", ["--check", "--detach"])
def test_mistakes_however_it_is_started(program, tmp_path, how):
    """--check and --detach say in the same line what is wrong; what was there already is left alone."""
    log, pid = tmp_path / "log", tmp_path / "pid"
    log.write_text("An older message\n")
    pid.write_text("4711\n")
    files = ("--data", str(tmp_path / "data"), "--log-file", str(log), "--pid-file", str(pid))
    assert "unknown latency 'slow'" in complaint(program(how, *files, "--latency", "slow"))
    assert pid.read_text() == "4711\n" and not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"zones": [}', "Expecting value"),
        ("\xff", "codec can't decode"),
        ('{"zone": []}', "zone is unknown, did you mean zones?"),
        ('{"zones": [{"clusters": [{"hots": []}]}]}', "zones[0].clusters[0].hots is unknown, did you mean hosts?"),
    ],
)
def test_a_seed_with_a_mistake(program, tmp_path, text, why):
    """A seed is checked before anything is made."""
    seed = tmp_path / "seed.json"
    seed.write_bytes(text.encode("latin-1"))
    said = complaint(program("--data", str(tmp_path / "data"), "--seed", str(seed)))
    assert why in said and str(seed) in said
    assert list(tmp_path.iterdir()) == [seed]


def test_a_seed_that_cannot_be_made(program, started, tmp_path):
    """What only the making can find leaves a data file without anything: a start with the mended seed makes all."""
    seed, data = tmp_path / "seed.json", tmp_path / "data"
    options = ("--data", str(data), "--seed", str(seed))
    seed.write_text('{"zones": [{"name": "lab"}], "hosts": [{"clusterUuid": "0"}]}')
    assert f"{seed}: hosts[0]: SYS.1003" in complaint(program(*options))
    seed.write_text('{"zones": [{"name": "lab"}]}')
    assert program(*options, "--check").returncode == 0
    with started(*options) as cloud:
        assert cloud.names("/zones") == ["lab"]


def test_whose_data_file_it_is(started, program, tmp_path):
    """A data file is refused that another process has, that is of another profile, version or seed, or none at all;
    it is not changed then."""
    path, seed = tmp_path / "data", tmp_path / "seed.json"
    options = ("--data", str(path), "--seed", str(seed))
    seed.write_text('{"zones": [{"name": "one"}]}')
    with started(*options):
        assert "is in use by another simulator" in complaint(program(*options))
    assert "belongs to profile 5.2, not 2.3.1" in complaint(program(*options, "--profile", "2.3.1"))
    seed.write_text('{"zones": [{"name": "two"}]}')
    assert "was begun with another seed" in complaint(program(*options))
    with started(*options[:2]) as cloud:
        assert cloud.names("/zones") == ["one"]
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE name = 'layout'")
    connection.close()
    assert "was made by another version" in complaint(program(*options[:2]))


@pytest.mark.parametrize("kind", ["text", "database", "directory"])
def test_a_data_file_that_is_none(program, tmp_path, kind):
    """What is no data file of a simulator is left as it was."""
    path = tmp_path / "data"
    if kind == "text":
        path.write_text("Do not touch. " * 100)
    elif kind == "directory":
        path.mkdir()
    else:
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE meta (name, value)")
            connection.execute("INSERT INTO meta VALUES ('mine', 'Do not touch')")
        connection.close()
    before = path.read_bytes() if path.is_file() else None
    said = complaint(program("--data", str(path)))
    assert str(path) in said and ("is no data file" in said or kind == "directory")
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [each.name for each in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize("how", [[], ["--check"], ["--detach"]], ids=str)
def test_a_python_without_the_packages(tmp_path, how):
    """The Python that runs it has not what it needs: one line says what to run."""
    venv.create(tmp_path / "bare")
    python = tmp_path / "bare" / "bin" / "python"
    log = ["--log-file", str(tmp_path / "log")] if how == ["--detach"] else []
    command = [python, "-m", "zstack_simulator", *how, *log]
    said = complaint(subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False, timeout=30))
    assert said.endswith(f"install it: {python} -m pip install -r {PROGRAM / 'requirements.txt'}")
