# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever befalls the run of a topology, or runs beside it: the next run makes the same cloud as one alone."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import traceback
from contextlib import contextmanager

import pytest
import requests
from clouds import HISTORY, differences, worked
from hypothesis import given
from hypothesis import strategies as st
from trees import examples, trees

from ansible_collections.zstack.cloud.plugins.module_utils._client import jobs, transport


@contextmanager
def child(act):
    """Run ``act`` in a process of its own meanwhile; yields a function that waits for it.

    That returns what ``act`` did, or None if it was killed.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            os.write(writing, json.dumps(act()).encode())
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        yield lambda: json.loads(pipe.read() or "null")
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert status in (0, -signal.SIGKILL)


def in_a_child(act):
    with child(act) as result:
        return result()


def pieces(act, last=0):
    """How many pieces of requests ``act`` sends; this process is killed before it sends the ``last`` one."""
    sent = before(last, lambda: os.kill(os.getpid(), signal.SIGKILL))
    worked(act())
    return sent[0]


def before(number, act):
    """From now on in this process, ``act`` before it sends its ``number``-th piece of a request; counts in the list."""
    sent = [0]

    def hook(event, _arguments):
        if event == "http.client.send":
            sent[0] += 1
            if sent[0] == number:
                act()

    sys.addaudithook(hook)
    return sent


@given(data=st.data())
@examples(4, 50)
def test_killed_at_any_point_and_run_again(cloud, data):
    """With jobs of which some are still under way when the next run begins."""
    first, second = (data.draw(trees(cloud.generation, whole=True)) for _unused in range(2))
    chance = random.Random(data.draw(st.integers(0, 2**64)))
    cloud.reset()
    cloud.make(first)
    cloud.take({"mode": "seconds", "value": chance.choice((0.01, 0.05))})
    cloud.node.control("POST", "snapshot", {"save": "first"})
    sent = in_a_child(lambda: pieces(lambda: cloud.apply(second, prune="managed")))
    wanted, last = cloud.rows(), chance.randint(1, sent)
    while sent:
        cloud.node.control("POST", "snapshot", {"restore": "first"})
        sent = in_a_child(lambda: pieces(lambda: cloud.apply(second, prune="managed"), last))  # noqa: B023
        last = 1 + last * 4 // 5  # it asked less often for the end of a job
    cloud.make(second, prune="managed")
    assert differences(cloud.rows(), wanted, HISTORY) == ""


@given(data=st.data())
@examples(4, 50)
def test_two_at_once_make_one_cloud(cloud, tally, data):
    """Of which either may fail at what the other does, and a further run mends that."""
    first, second = (data.draw(trees(cloud.generation, whole=True)) for _unused in range(2))
    cloud.reset()
    cloud.make(first)
    cloud.take({"mode": "seconds", "value": data.draw(st.sampled_from([0.01, 0.05]))})
    cloud.node.control("POST", "snapshot", {"save": "first"})
    cloud.make(second, prune="managed")
    wanted = cloud.rows()
    cloud.node.control("POST", "snapshot", {"restore": "first"})
    with child(lambda: cloud.apply(second, prune="managed")) as one:
        other = cloud.apply(second, prune="managed")
        results = one(), other
    for result in results:
        tally["of two at once, " + ("failed: " + result["msg"][:300] if result.get("failed") else "done")] += 1
    cloud.make(second, prune="managed")
    assert differences(cloud.rows(), wanted, HISTORY) == ""


#: What can befall a call, as the simulator's faults have it, and a restart of the node.
FAULTS = ("refuse", "fail", "drop", "drop-after", "stuck", "forget", "expire-session", "restart")


@pytest.fixture
def quick(monkeypatch):
    """The pauses between repetitions, shortened; what is repeated, and how often, stays."""
    monkeypatch.setattr(transport, "_FIRST_PAUSE", 0.01)
    monkeypatch.setattr(jobs, "_GRACE", (0.01, 0.03, 0.1))


@given(data=st.data())
@examples(4, 100)
def test_whatever_fails_is_told_and_made_good(cloud, quick, tally, data):
    first, second = (data.draw(trees(cloud.generation, whole=True)) for _unused in range(2))
    cloud.reset()
    cloud.make(first)
    cloud.take({"mode": "seconds", "value": 0.01})
    cloud.node.control("POST", "snapshot", {"save": "first"})
    begin = cloud.last()
    worked(cloud.apply(second, prune="managed"))
    calls, wanted = [call["api"] for call in cloud.log(begin)], cloud.rows()
    cloud.node.control("POST", "snapshot", {"restore": "first"})

    chance, at, rules = random.Random(data.draw(st.integers(0, 2**64))), 0, []
    for kind in chance.choices(FAULTS, k=chance.randint(1, 4)):
        number = chance.randrange(len(calls))
        if kind == "restart":
            at = 2 * number
        else:
            api = chance.choice((calls[number], "api-jobs", "*"))
            nth = calls[: number + 1].count(api) if api == calls[number] else number + 1
            rules.append({"do": kind, "api": api, "nth": nth})
    cloud.node.control("POST", "faults", rules)
    begin = cloud.last()
    result = in_a_child(
        lambda: restarted(cloud, at, lambda: cloud.apply(second, prune="managed", zstack_wait_timeout=5))
    )
    cloud.node.control("DELETE", "faults")
    time.sleep(0.1)  # until what nobody was told of has come about
    tell(tally, rules, at, result)
    is_true(result, cloud, begin, cloud.apply(second, prune="managed", check=True))
    cloud.make(second, prune="managed")
    assert differences(cloud.rows(), wanted, HISTORY) == ""


def restarted(cloud, at, act):
    """What ``act`` returns while the node restarts before it gets the piece ``at`` of a request."""
    before(at, lambda: requests.post(f"{cloud.node.url}/simulator/restart", timeout=30))
    return act()


def tell(tally, rules, at, result):
    struck = sorted(rule["do"] for rule in rules) + ["restart"] * bool(at)
    tally[f"{' and '.join(struck)}: {'failed' if result.get('failed') else 'done'}"] += 1


def is_true(result, cloud, begin, left):
    """Compare what a run told with what the node has carried out since ``begin``, and what the plan is now."""
    carried_out = [call for call in cloud.log(begin) if call["job"] and call["outcome"] == 200]
    objects = result.get("objects", ())
    unknown = any((each["error"] or {}).get("outcome") == "unknown" for each in objects)
    changed = result.get("changed", False)
    assert changed == bool(carried_out) or (unknown and not changed), (result, carried_out)
    plan = {each["path"]: each["state"] for each in left["objects"]}
    there = cloud.uuids()
    for each in objects:
        if each["state"] == "deleted":
            assert each["uuid"] not in there, each
        elif each["state"] in ("created", "changed", "unchanged"):
            assert each["uuid"] in there and plan[each["path"]] == "unchanged", (each, plan[each["path"]])
