# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The price of a task: in the worker, as an ordinary module, and of ``debug``; in one run, so that ratios count."""

from __future__ import annotations

import pytest
import requests

TASKS = 100
ZONE = {"zstack.cloud.zstack_zone": {"name": "z1"}}
DEBUG = {"ansible.builtin.debug": {"msg": "hello"}}


@pytest.fixture
def measure(url, play):
    """Seconds of a play with these tasks above those of a play of one ``debug``; the best of three."""

    def seconds(tasks, variables=None):
        plays = [{"hosts": "localhost", "gather_facts": False, "tasks": tasks}]
        environment = {"ZSTACK_URL": url, "ZSTACK_PASSWORD": "password"}
        runs = [play(plays, variables, environment=environment) for _unused in range(3)]
        assert all(run.code == 0 for run in runs), runs[0].text
        return min(run.seconds for run in runs)

    seconds([ZONE])
    nothing = seconds([DEBUG])
    return lambda tasks, variables=None: seconds(tasks, variables) - nothing


def bench_tasks(measure, report):
    debug = measure([DEBUG] * TASKS)
    worker = measure([ZONE] * TASKS)
    few = TASKS // 10
    ordinary = measure([ZONE] * few, {"zstack_in_process": False}) * TASKS / few
    report(f"{TASKS} debug tasks, a task", debug / TASKS * 1000, "ms")
    report(f"{TASKS} unchanged zstack_zone tasks in the worker", worker / debug, "times debug", "at most 1.4")
    report(f"{TASKS} unchanged zstack_zone tasks as ordinary modules", ordinary / debug, "times debug")


def bench_loop(measure, report):
    items = "{{ range(100) | list }}"
    debug = measure([dict(DEBUG, loop=items)])
    worker = measure([dict(ZONE, loop=items)])
    report("a loop of 100 unchanged zones, an item above debug's", (worker - debug) * 10, "ms", "at most 10")


def bench_requests(url, play, report, tmp_path):
    environment = {"ZSTACK_URL": url, "ZSTACK_PASSWORD": "password", "ZSTACK_SESSION_DIR": str(tmp_path / "new")}
    log = requests.get(f"{url}/simulator/requests", timeout=30).json()["last"]
    run = play([{"hosts": "localhost", "gather_facts": False, "tasks": [ZONE] * TASKS}], environment=environment)
    assert run.code == 0, run.text
    sent = requests.get(f"{url}/simulator/requests?since={log}", timeout=30).json()["requests"]
    report(f"requests of {TASKS} unchanged tasks without a session before", len(sent), "", f"at most {TASKS + 2}")
