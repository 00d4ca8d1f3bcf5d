# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each module through ``ansible-playbook``, inside the worker and as an ordinary module: its first case that works."""

from __future__ import annotations

from importlib import import_module

import pytest
from plays import Scene
from promises import leaks, secrets_of
from scenarios import GENERATIONS, PACKAGE, load_all, misfits, rendered

SCENARIOS = {key: scenario for key, scenario in load_all().items() if scenario.supported}


def _parameters():
    for module, generation in SCENARIOS:
        yield module, generation, "worker"
        # The generations differ in what is sent, not in how a module is run.
        if generation == GENERATIONS[0] or (module, GENERATIONS[0]) not in SCENARIOS:
            yield module, generation, "process"


def _case(module, generation):
    """(scenario, index, case) of the first that works."""
    scenario = SCENARIOS[module, generation]
    index = next(i for i, case in enumerate(scenario.cases) if scenario.plays(case) and not case.xfail)
    return scenario, index, scenario.cases[index]


def _scene(module, generation, mode):
    """The case; in the worker, where a task costs little, in check mode before and a state once more after it."""
    scenario, index, case = _case(module, generation)
    scene = Scene(f"{module}-{generation}-{mode}", scenario.seed, list(scenario.setup))
    scene.variables = {"generation": generation}
    for earlier in scenario.cases[:index]:
        if scenario.plays(earlier):
            register = {"register": earlier.register} if earlier.register else {}
            scene.setup += [*earlier.setup, {module: earlier.args, **register}]
    scene.setup += case.setup
    task = {f"zstack.cloud.{module}": case.args, "diff": True, "vars": {"zstack_in_process": mode == "worker"}}
    scene.tasks = [("real", task)]
    if mode == "worker" and scenario.kind != "info":
        scene.tasks.insert(0, ("check", {**task, "check_mode": True}))
    if mode == "worker" and scenario.kind == "state":
        scene.tasks.append(("again", task))
    return scene


@pytest.mark.parametrize(("module", "generation", "mode"), list(_parameters()))
def test_in_a_play(played, module, generation, mode):
    scene = played(_scene, module, generation, mode)
    scenario, _index, case = _case(module, generation)
    assert scene.results.keys() == {label for label, _task in scene.tasks}, scene.text[-3000:]
    changed = case.changed if case.changed is not None else scenario.kind != "info"
    for label, result in scene.results.items():
        assert not result["failed"], result
        expected = not case.idempotent if label == "again" else changed
        if label == "check":
            expected = case.check.get("changed", expected)
        assert bool(result["changed"]) == expected, (label, result)
    real = scene.results["real"]
    variables = {"generation": generation, case.register or "result": real}
    assert not list(misfits(rendered(case.result, variables), real))
    if "again" in scene.results:
        assert scene.results["check"]["diff"].keys() == real["diff"].keys()
    spec = import_module(PACKAGE + module).task.argument_spec()
    assert not leaks(secrets_of(spec, case.args) | set(scenario.secrets), scene.text)
    assert "[DEPRECATION WARNING]" not in scene.text, scene.text
    assert "Traceback" not in scene.text
