# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every module promises, case by case of its scenario file, in both generations."""

from __future__ import annotations

import pytest
from scenarios import GENERATIONS, load_all

SCENARIOS = load_all()


def _cases():
    for (module, generation), scenario in SCENARIOS.items():
        for index, case in enumerate(scenario.cases if scenario.supported else ()):
            if scenario.runs(case):
                marks = [pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []
                yield pytest.param(module, generation, index, id=f"{module}-{generation}-{case.name}", marks=marks)


@pytest.mark.parametrize(("module", "generation", "index"), list(_cases()))
def test_case(stages, module, generation, index):
    if broken := stages[generation].prove(SCENARIOS[module, generation], index):
        pytest.fail("\n".join(broken), pytrace=False)


@pytest.mark.parametrize(
    ("module", "generation"), [key for key, scenario in SCENARIOS.items() if not scenario.supported]
)
def test_a_module_refuses_a_generation_without_its_apis(stages, module, generation):
    """Before any call, and the message says why."""
    stage = stages[generation]
    other = next(each for each in GENERATIONS if each != generation)
    scenario = SCENARIOS[module, other]
    case = next(case for case in scenario.cases if scenario.plays(case))
    for check_mode in (True, False):
        run = stage.run(module, case.args, check_mode)
        assert run.failed, run.result
        assert generation in run.says() or other in run.says()
        assert not [call for call in run.calls if not call.of_session]
