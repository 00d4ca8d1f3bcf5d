# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told while a topology is made: counts by kind, failures at once, what is waited for longest."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import EngineError
from ansible_collections.zstack.cloud.plugins.module_utils._engine.graph import Plan, Step
from ansible_collections.zstack.cloud.plugins.module_utils._engine.outcome import Outcome
from ansible_collections.zstack.cloud.plugins.module_utils._task import topology

VALVE, HOSE = (SimpleNamespace(title=kind, titles=f"{kind}s") for kind in ("valve", "hose"))
API = SimpleNamespace(name="OpenValve")


def step(kind, name, number=0):
    return Step(f"{name}:{number}", kind, name, name, API)


STEPS = [step(VALVE, "v1"), step(VALVE, "v1", 1), step(VALVE, "v2"), step(HOSE, "h1")]


@pytest.fixture
def clock(monkeypatch):
    now = SimpleNamespace(at=100.0)
    monkeypatch.setattr(topology.time, "monotonic", lambda: now.at)
    return now


@pytest.fixture
def told():
    return []


@pytest.fixture
def progress(clock, told):
    return topology._Progress(told.append, False, Plan(tuple(STEPS)))


def test_objects_are_counted_by_kind_and_the_longest_wait_is_named(progress, clock, told):
    outcome = Outcome(done=STEPS[:1] + STEPS[3:])
    running = [SimpleNamespace(step=STEPS[1], since=108.0), SimpleNamespace(step=STEPS[2], since=104.0)]
    clock.at = 112.0
    progress(outcome, running, False)
    assert told == ["12 s: valves 0/2, hoses 1/1; 2 under way, longest valve 'v2', OpenValve, for 8 s"]
    outcome.done.append(STEPS[1])
    clock.at = 130.0
    progress(outcome, [], True)
    assert told[1:] == ["30 s: valves 1/2, hoses 1/1; the node does not answer at present"]


def test_a_failure_is_told_when_it_happens_and_once(progress, told):
    outcome = Outcome(failed={STEPS[2]: EngineError("OpenValve failed: it is stuck")})
    progress(outcome, [], False)
    progress(outcome, [], False)
    outcome.failed[STEPS[3]] = EngineError("hose 'h1': it leaks")
    progress(outcome, [], False)
    assert told == ["valve 'v2': OpenValve failed: it is stuck", "hose 'h1': it leaks"]


@pytest.mark.parametrize(("terminal", "first", "at_most"), [(True, 3, 15), (False, 10, 60)])
def test_it_is_sparse_where_nobody_watches(clock, told, terminal, first, at_most):
    progress = topology._Progress(told.append, terminal, Plan(tuple(STEPS)))
    for second in range(1200):
        clock.at = 100.0 + second
        progress(Outcome(), [], False)
    seconds = [int(re.match(r"\d+", text)[0]) for text in told]
    assert seconds[0] == first
    assert seconds[-1] - seconds[-2] == at_most
