# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every module promises, case by case of its scenario file, in both generations."""

from __future__ import annotations

import json

import pytest
from scenarios import GENERATIONS, MODULES, ROOT, load

SCENARIOS = {(module, g): load(module, g) for module in MODULES for g in GENERATIONS}
SCENARIOS = {key: scenario for key, scenario in SCENARIOS.items() if scenario}
#: What reaches any API at all reaches none of them as a module for it would.
GENERIC = {"zstack_api", "zstack_query_info"}


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


@pytest.mark.last
def test_every_module_ran_in_every_generation_it_supports(stages):
    """A module counts as tried only where it ran, by a file of its own."""
    lacking = [module for module in MODULES if (module, GENERATIONS[0]) not in SCENARIOS]
    assert not lacking, f"no tests/scenarios/<module>.yml: {', '.join(lacking)}"
    wanted = {key for key, scenario in SCENARIOS.items() if scenario.supported}
    ran = {(module, generation) for generation, stage in stages.items() for module in stage.seen}
    if not ran or len(ran) < len(wanted) / 2:
        pytest.skip("needs the whole of test_scenarios.py")
    assert ran == wanted


@pytest.mark.last
@pytest.mark.parametrize("generation", GENERATIONS)
@pytest.mark.xfail(reason="the modules of the table are being written", strict=True)
def test_every_api_is_reached_by_a_module_of_its_own(stages, generation):
    """Each of the 123 that the generation has was called with success by a scenario."""
    apis = json.loads((ROOT / "tests" / "unit" / "api" / "data" / "apis.json").read_text("utf-8"))
    wanted = {name for name, forms in apis.items() if forms.keys() & {generation, "both"}}
    seen = stages[generation].seen
    reached = set().union(*(found for module, found in seen.items() if module not in GENERIC))
    missing = sorted(wanted - reached)
    assert not missing, f"{len(missing)} of {len(wanted)}: {', '.join(missing)}"
