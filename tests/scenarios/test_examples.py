# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every example of every module runs as it stands, twice, on a cloud that the module's scenario describes."""

from __future__ import annotations

from importlib import import_module

import pytest
import yaml
from plays import Scene
from scenarios import GENERATIONS, PACKAGE, at, load_all

SCENARIOS = {key: scenario for key, scenario in load_all().items() if scenario.supported}


def _examples(module):
    """The documented tasks by their names."""
    return {task["name"]: task for task in yaml.safe_load(import_module(PACKAGE + module).EXAMPLES)}


def _setting(module, generation, name):
    """(what is said of the example, of all examples) of the module."""
    examples = SCENARIOS[module, generation].examples
    return examples.tasks.get(name, {}), examples


def _parameters():
    for module, generation in SCENARIOS:
        for name in _examples(module):
            own, common = _setting(module, generation, name)
            if generation in at(generation, own.get("generations") or common.generations or GENERATIONS):
                reason = own.get("xfail", common.xfail)
                marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
                yield pytest.param(module, generation, name, marks=marks)


def _scene(module, generation, name):
    own, common = _setting(module, generation, name)
    scene = Scene(f"{module}-{generation}-{name}", own.get("seed", common.seed), own.get("setup", common.setup))
    scene.variables = common.vars | own.get("vars", {})
    task = {"zstack.cloud." + module: None, **_examples(module)[name], "diff": True}
    scene.tasks = [("real", task), ("again", task)]
    return scene


@pytest.mark.parametrize(("module", "generation", "name"), list(_parameters()))
def test_example(played, module, generation, name):
    scene = played(_scene, module, generation, name)
    own, common = _setting(module, generation, name)
    assert scene.results.keys() == {"real", "again"}, scene.text[-3000:]
    for label, result in scene.results.items():
        assert not result["failed"], (label, result)
    kind = SCENARIOS[module, generation].kind
    if kind == "state":
        assert scene.results["real"]["changed"], "it changes nothing: give the example a seed or a setup of its own"
        assert scene.results["again"]["changed"] is not own.get("idempotent", common.idempotent)
    assert kind != "info" or not scene.results["real"]["changed"]


@pytest.mark.parametrize(("module", "generation"), SCENARIOS)
def test_the_scenario_knows_only_examples_that_there_are(module, generation):
    assert SCENARIOS[module, generation].examples.tasks.keys() <= _examples(module).keys()
