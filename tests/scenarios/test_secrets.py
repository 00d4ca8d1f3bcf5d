# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each secret of a state module, which nothing can be compared with, is sent with a new object and when asked only."""

from __future__ import annotations

import pytest
from bad_input import places
from scenarios import load_all

SCENARIOS = {key: scenario for key, scenario in load_all().items() if scenario.supported and scenario.kind == "state"}


def _secrets():
    for module, generation in SCENARIOS:
        for place in places(module, generation):
            secret = place.spec.get("no_log") and place.spec["type"] == "str"
            if secret and place.only in (None, generation):
                yield pytest.param(module, generation, place, id=f"{module}-{generation}-{place}")


@pytest.mark.parametrize(("module", "generation", "place"), list(_secrets()))
def test_another_secret(stages, module, generation, place):
    stage = stages[generation]
    for _case, args in stage.each_case(SCENARIOS[module, generation]):
        if place.value(args) is not None and "update_password" not in args:
            break
    with stage.beside():
        assert not stage.run(module, args).failed
        other = place.edited(args, "marlinspike-2")
        again = stage.run(module, other)
        assert not again.failed and not again.result["changed"] and not again.writes, again.says()
        if any(str(option) == "update_password" for option in places(module, generation)):
            asked = stage.run(module, {**other, "update_password": "always"})
            sent = {name for call in asked.writes for name in call.params}
            assert asked.result["changed"] and sent & {p.name for p in place.parameters if p.secret}, asked
            assert "marlinspike-2" not in str(asked.result)
