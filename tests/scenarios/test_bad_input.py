# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is wrong with an option of any module is refused before anything is sent, in words that name the option.

What no machine can think of, as wrong combinations and wrong states, is in the scenarios themselves.
"""

from __future__ import annotations

import pytest
from bad_input import KINDS, Mistake, places, twin
from scenarios import load_all

SCENARIOS = {key: scenario for key, scenario in load_all().items() if scenario.supported}
WRITING = [key for key, scenario in SCENARIOS.items() if scenario.kind != "info"]


class Tried:
    """A task that works, tried with mistakes on a cloud that is as it was afterwards; ``broken`` as of a Proof."""

    def __init__(self, stage, module):
        self.stage, self.module = stage, module
        self.broken = []

    def mistake(self, where, place, args, mistake):
        """Tries the task with this mistake in check mode and really."""
        for check_mode in (True, False):
            run = self.stage.run(self.module, place.edited(args, mistake.value), check_mode)
            told = f"{where}: {place}: {str(mistake.value)[:40]!r}{' in check mode' if check_mode else ''}"
            if run.writes:
                self.broken.append(f"{told} sent {', '.join(call.api for call in run.writes)}")
            if check_mode and not mistake.sure:
                continue
            missing = [text for text in (place.name, *mistake.says) if text not in run.says()]
            if missing or not run.failed:
                self.broken.append(f"{told}: {run.says()}, without {missing}")

    def broken_is_nothing(self):
        if self.broken:
            pytest.fail("\n".join(self.broken), pytrace=False)

    def find(self, query, conditions):
        run = self.stage.run("zstack_api", {"name": query, "params": {"q": conditions}, "raw": True})
        return run.result["reply"]["inventories"]


@pytest.fixture
def tried(stages, module, generation):
    return Tried(stages[generation], module)


@pytest.mark.parametrize(("module", "generation"), list(SCENARIOS))
def test_bad_values(tried, module, generation):
    left = places(module, generation)
    for case, args in tried.stage.each_case(SCENARIOS[module, generation]):
        for place in [place for place in left if place.value(args) is not None]:
            left.remove(place)
            for mistake in [mistake for kind in KINDS for mistake in kind(place)]:
                tried.mistake(case.name, place, args, mistake)
    tried.broken_is_nothing()


@pytest.mark.parametrize(("module", "generation"), list(SCENARIOS))
def test_names_of_several(tried, module, generation):
    left = [place for place in places(module, generation) if place.names]
    for case, args in tried.stage.each_case(SCENARIOS[module, generation]):
        for place in [place for place in left if place.value(args) is not None]:
            if found := twin(place, args, tried.find):
                left.remove(place)
                seed, mistake = found
                with tried.stage.beside(seed):
                    tried.mistake(case.name, place, args, mistake)
    tried.broken_is_nothing()


@pytest.mark.parametrize(("module", "generation"), WRITING)
def test_without_permission(tried, module, generation):
    """Nothing is half done: what an account may do succeeds, and all else is refused at once, with the remedy."""
    _case, args = next(tried.stage.each_case(SCENARIOS[module, generation]))
    with tried.stage.beside({"accounts": [{"name": "guest"}]}):
        run = tried.stage.run(module, {**args, "zstack_account": "guest"})
    done = [call.api for call in run.writes if call.outcome == 200 and not call.of_session]
    if run.failed:
        assert "ID.1002" in run.says() and "need an administrator" in run.says() and not done


def _foreign():
    """(module, generation, option, a value that works) of what the other generation alone has."""
    for module, generation in SCENARIOS:
        for place in places(module, generation):
            theirs = SCENARIOS.get((module, place.only)) if place.only != generation else None
            values = [place.value(case.args) for case in theirs.cases if theirs.plays(case)] if theirs else []
            if value := next((value for value in values if value is not None and "{{" not in str(value)), None):
                yield pytest.param(module, generation, place, value, id=f"{module}-{generation}-{place}")


@pytest.mark.parametrize(("module", "generation", "place", "value"), list(_foreign()))
def test_an_option_of_the_other_generation(tried, module, generation, place, value):
    for case, args in tried.stage.each_case(SCENARIOS[module, generation]):
        if len(place.path) == 1 or place.above.value(args):
            tried.mistake(case.name, place, args, Mistake(value, (generation, place.only)))
            break
    else:
        pytest.skip("no case gives what it is part of")
    tried.broken_is_nothing()
