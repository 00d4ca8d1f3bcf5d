# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One simulator a generation for all scenarios, and the record of what really ran on it."""

from __future__ import annotations

import json
import os

import pytest
from nodes import start_node
from plays import play
from promises import Stage
from scenarios import GENERATIONS, ROOT

#: {module: {generation: [APIs that the module called with success]}}
COVERAGE = ROOT / "tests" / "output" / "coverage.json"


@pytest.fixture(scope="session")
def stages(tmp_path_factory):
    """stages[generation] -> Stage; the node starts when it is first asked for."""
    with pytest.MonkeyPatch.context() as patch:
        # What the machine's user may have set for a node of theirs must not reach the tasks.
        for name in [name for name in os.environ if name.startswith("ZSTACK_")]:
            patch.delenv(name)
        started = _Stages(tmp_path_factory)
        yield started
        started.stop()
    keep(started)


class _Stages(dict):
    def __init__(self, folders):
        super().__init__()
        self._folders = folders
        self._nodes = []

    def __missing__(self, generation):
        self._nodes.append(start_node(generation))
        self[generation] = Stage(self._nodes[-1], self._folders.mktemp("sessions"))
        return self[generation]

    def stop(self):
        for node in self._nodes:
            node.stop()


def keep(stages):
    """Writes what ran now over what earlier runs of other modules have left."""
    known = json.loads(COVERAGE.read_text("utf-8")) if COVERAGE.exists() else {}
    for generation, stage in stages.items():
        for module, apis in stage.seen.items():
            known.setdefault(module, {})[generation] = sorted(apis)
    COVERAGE.parent.mkdir(exist_ok=True)
    COVERAGE.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", "utf-8")


@pytest.fixture(params=GENERATIONS)
def generation(request):
    return request.param


def pytest_configure(config):
    config.addinivalue_line("markers", "last: a test that looks back on what the others did")


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.fixture(scope="session")
def played(request, stages, tmp_path_factory):
    """played(make, module, generation, ...) -> the Scene that ``make`` makes of a test's parameters, played.

    The scenes of all selected tests of the file go into one ``ansible-playbook`` for each generation.
    """
    done = {}

    def of(make, *parameters):
        if (make, parameters) not in done:
            wanted = [each for each in _selected(request.session, make) if each[1] == parameters[1]]
            scenes = {(make, each): make(*each) for each in wanted}
            stage = stages[parameters[1]]
            stage.leave()
            play(stage.node, tmp_path_factory.mktemp("play"), list(scenes.values()))
            done.update(scenes)
        return done[make, parameters]

    return of


def _selected(session, make):
    """The parameters of the selected tests in the file of ``make``, as tuples."""
    items = [item for item in session.items if item.module.__name__ == make.__module__]
    return [tuple(item.callspec.params.values()) for item in items if "played" in item.fixturenames]
