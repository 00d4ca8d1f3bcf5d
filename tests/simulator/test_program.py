# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line: data file, seed, deterministic uuids, detaching."""

from __future__ import annotations

import json
import os
import signal
import time

import pytest
import requests


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
    wrong = program("--profile", "2.3.1", *options[2:])
    assert wrong.returncode != 0 and b"belongs to profile 5.2" in wrong.stderr


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
        assert again.returncode == 1 and b"did not start" in again.stderr
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
