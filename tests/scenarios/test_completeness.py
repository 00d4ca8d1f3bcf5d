# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scenarios have to try: every module, all its options, each API; by what ran, not by what is written."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from functools import cache
from importlib import import_module

import pytest
import yaml
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from generate import coverage, house
from generate.declarations import named
from scenarios import GENERATIONS, MODULES, PACKAGE, ROOT, load_all

SCENARIOS = load_all()
SUPPORTED = [key for key, scenario in SCENARIOS.items() if scenario.supported]
STATE = sorted({module for (module, _generation), scenario in SCENARIOS.items() if scenario.kind == "state"})
WRITING = sorted({module for (module, _generation), scenario in SCENARIOS.items() if scenario.kind != "info"})
#: What reaches any API at all reaches none of them as a module for it would.
GENERIC = {"zstack_api", "zstack_query_info"}
#: Options that mean nothing for a new object.
OF_WHAT_IS_THERE = {"uuid", "cascade", "force", "reconnect", "update_password", "stop_vms", "state"}
#: What a new object cannot have: something else must be there first that needs it to be there.
NOT_AT_ONCE = {"zstack_baremetal_chassis": {"state: provisioned"}}
APIS = json.loads((ROOT / "tests" / "unit" / "api" / "data" / "apis.json").read_text("utf-8"))


def _in(generation):
    """Those of the APIs that modules use that a generation has."""
    return {name for name, forms in APIS.items() if forms.keys() & {generation, "both"}}


@cache
def _task(module):
    return import_module(PACKAGE + module).task


def _cases(module):
    """The cases of a module in all generations."""
    for generation in GENERATIONS:
        if (module, generation) in SCENARIOS:
            yield from ((SCENARIOS[module, generation], case) for case in SCENARIOS[module, generation].cases)


def _options(spec, value):
    """(path, value) of all options that were given, at any depth: "mons.hostname"."""
    for name, option in spec.items():
        if isinstance(value, dict) and value.get(name) is not None:
            yield name, value[name]
            for item in value[name] if isinstance(value[name], list) else [value[name]]:
                yield from ((f"{name}.{inner}", v) for inner, v in _options(option.get("options") or {}, item))


def _paths(spec):
    for name, option in spec.items():
        yield name
        yield from (f"{name}.{inner}" for inner in _paths(option.get("options") or {}))


def _of_another(module, path):
    """Whether the option stands for another module: what can stand in a tree is tried by the module it is made from."""
    tree = import_module(PACKAGE.replace("modules.", "module_utils._engine.tree"))
    return module == "zstack_topology" and path.partition(".")[0] in tree.KEYS


def _none(found, text):
    if found:
        pytest.fail(text, pytrace=False)


def test_every_module_has_a_scenario():
    lacking = [module for module in MODULES if not any((module, g) in SCENARIOS for g in GENERATIONS)]
    _none(lacking, f"no tests/scenarios/<module>.yml: {', '.join(lacking)}")


def test_every_scenario_has_a_module():
    assert {path.stem for path in (ROOT / "tests" / "scenarios").glob("*.yml")} <= set(MODULES)


@pytest.mark.parametrize("module", sorted({module for module, _generation in SCENARIOS}))
def test_every_option_is_given_in_a_case_that_works(module):
    """At any depth; the common options of the connection have tests of their own."""
    spec = {name: option for name, option in _task(module).argument_spec().items() if not name.startswith("zstack_")}
    given = {}
    for scenario, case in _cases(module):
        if scenario.plays(case):
            for path, value in _options(spec, case.args):
                given.setdefault(path, []).append(value)
    missing = [path for path in _paths(spec) if path not in given and not _of_another(module, path)]
    _none(missing, f"no case gives {', '.join(missing)}")
    states = set(spec.get("state", {}).get("choices", ())) - {"present"}
    untried = states - set(given.get("state", ()))
    _none(untried, f"no case has state: {', '.join(sorted(untried))}")


@pytest.mark.parametrize("module", STATE)
def test_what_cannot_be_changed_is_refused(module):
    """For each option that the documentation says this of: a case that fails, with the option's name in its message."""
    refused = {
        option
        for _scenario, case in _cases(module)
        for option in case.args
        if case.fails is not None and option in case.fails
    }
    fixed = [name for name, text in _documented(module).items() if "Cannot be changed" in str(text["description"])]
    missing = sorted(set(fixed) - refused)
    _none(missing, f"no case with `fails` changes {', '.join(missing)}")


@pytest.mark.parametrize("module", WRITING)
def test_every_option_has_its_error(module):
    """Each option of the module's own: a case that fails, with the option or its value in the message.

    Not those whose values are all listed, and those that many modules share: what can be wrong with them is the same.
    """
    spec = _task(module).argument_spec()
    wanted = {
        name
        for name in _documented(module)
        if not spec[name].get("choices") and spec[name].get("type") != "bool" and not _of_another(module, name)
    }
    named = set()
    for _scenario, case in _cases(module):
        texts = [str(text) for text in [*(case.fails or ()), *(case.fails_really or ())]]
        named |= {option for option in wanted if option in re.findall(r"\w+", " ".join(texts))}
        named |= {name for name, value in case.args.items() if str(value) in texts}
    missing = sorted(wanted - named)
    _none(missing, f"no case that fails names {', '.join(missing)}")


def _refused(module):
    """(generation, validated arguments, what the message must have) of the cases that fail."""
    task = _task(module)
    for scenario, case in _cases(module):
        texts = [str(text) for text in [*(case.fails or ()), *(case.fails_really or ())]]
        if texts:
            given = dict(deepcopy(case.args), zstack_url="http://192.0.2.1")
            validated = ArgumentSpecValidator(task.argument_spec(), **task.rules).validate(given)
            yield scenario.generation, validated.validated_parameters, texts


def _whole(parts, args):
    """Those of the parts that say all that a new one needs."""
    return [part for part in args.get(parts.option) or () if all(part.get(option) for option in parts.needs)]


@pytest.mark.parametrize("module", WRITING)
def test_what_is_wrong_together_or_in_a_state_is_refused(module):
    """A case that fails for each Check, parts that cannot be, states that need something, what stops and goes along."""
    lacking, refused = [], list(_refused(module))
    for declared in house.modules()[module].declared:
        tries = {
            "Check": lambda word, args, _texts: list(word.refuses(args)),
            "Parts": lambda word, args, _texts: any(map(word.refuses, _whole(word, args))),
            "Event": lambda word, args, _texts: not word.needs or args.get("state") == word.value,
            "Stops": lambda _word, _args, texts: "stop_vms" in texts,
            "Dependents": lambda _word, _args, texts: "cascade" in texts,
        }
        for kind, tried in tries.items():
            for word in named(declared, kind):
                tells = [case[1:] for case in refused if getattr(word, "only", None) in (None, case[0])]
                needed = kind != "Parts" or word.refuses
                if needed and not any(tried(word, *case) for case in tells):
                    lacking.append(f"{kind} {getattr(word, 'option', getattr(word, 'value', ''))}".strip())
    _none(lacking, f"no case that fails for {', '.join(lacking)}")


def _documented(module):
    return yaml.safe_load(import_module(PACKAGE + module).DOCUMENTATION)["options"]


def _all_ran(request, *keys):
    """Skips the test where not all cases of these (module, generation) are among those that run now."""
    running = {
        (item.callspec.params["module"], item.callspec.params["generation"], item.callspec.params["index"])
        for item in request.session.items
        if item.originalname == "test_case"
    }
    for key in keys:
        scenario = SCENARIOS[key]
        wanted = {(*key, index) for index, case in enumerate(scenario.cases) if scenario.runs(case)}
        if not wanted <= running:
            pytest.skip(f"needs all cases of {key[0]} in {key[1]}")


@pytest.mark.last
@pytest.mark.parametrize(("module", "generation"), SUPPORTED)
def test_a_module_calls_every_api_that_it_is_about(request, stages, module, generation):
    """With success, in each generation that has it: a declaration, or a file that is there, proves nothing."""
    _all_ran(request, (module, generation))
    assert module in stages[generation].seen
    wanted = coverage.used_by(house.modules()[module]) & _in(generation)
    missing = sorted(wanted - stages[generation].seen[module])
    _none(missing, f"no case of {module} in {generation} calls {', '.join(missing)}")


@pytest.mark.last
@pytest.mark.parametrize(("module", "generation"), [key for key in SUPPORTED if key[0] in STATE])
def test_an_object_is_made_with_each_option_and_in_each_state(request, stages, module, generation):
    """What can be had of an object that is there can be had of a new one in the same task."""
    _all_ran(request, (module, generation))
    made = stages[generation].created.get(module)
    if made is None:
        pytest.skip("makes nothing")
    spec = _task(module).argument_spec()
    played = [
        case.args for scenario, case in _cases(module) if scenario.generation == generation and scenario.plays(case)
    ]
    wanted = {option for args in played for option in args} & spec.keys() - OF_WHAT_IS_THERE
    wanted |= {f"state: {args.get('state', 'present')}" for args in played} - {"state: absent"}
    missing = sorted(wanted - made - NOT_AT_ONCE.get(module, set()))
    _none(missing, f"no case of {module} in {generation} makes one with {', '.join(missing)}")


@pytest.mark.last
@pytest.mark.parametrize("generation", GENERATIONS)
def test_every_api_is_called_by_a_module_of_its_own(request, stages, generation):
    _all_ran(request, *(key for key in SUPPORTED if key[1] == generation))
    seen = stages[generation].seen
    wanted = _in(generation) & {api for names in coverage.chapters().values() for api in names}
    missing = sorted(wanted - set().union(*(apis for module, apis in seen.items() if module not in GENERIC)))
    _none(missing, f"{len(missing)} of {len(wanted)}: {', '.join(missing)}")
