# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenario files as data: what ``tests/scenarios/<module>.yml`` says for one generation, and whether a result fits it.

docs/development.md tells how a scenario is written. Any mapping whose keys are all generations stands for the value of
the generation at hand; where that has none, the whole entry is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from importlib import import_module
from pathlib import Path

import jinja2
import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tests" / "scenarios"
MODULES = sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("zstack_*.py"))
PACKAGE = "ansible_collections.zstack.cloud.plugins.modules."
GENERATIONS = ("5.2", "2.3.1")
KINDS = ("state", "info", "act")

#: Steps of a setup that speak to the simulator itself: the method of its control API.
CONTROLS = {"seed": "POST", "faults": "POST", "clock": "POST", "latency": "PUT", "limits": "PUT"}
#: Fields that the node makes up for any object: a prediction cannot have them.
GENERATED = ("uuid", "create_date", "last_op_date")
#: Requests of an unchanged run, see the numbers of docs/development.md.
QUERIES = 3

_LEFT_OUT = object()


class ScenarioError(Exception):
    """A scenario file that is wrong in itself; the text names the file, the place and what is right."""


@dataclass
class Case:
    """One task and what must come of it."""

    name: str
    args: dict = field(default_factory=dict)
    setup: list = field(default_factory=list)
    verify: list = field(default_factory=list)
    register: str = None
    generations: list = None
    only: str = None
    changed: bool = None
    idempotent: bool = True
    fails: list = None
    fails_really: list = None
    result: dict = field(default_factory=dict)
    diff: dict = field(default_factory=dict)
    check: dict = field(default_factory=dict)
    rows: list = None
    sends: list = None
    never: list = field(default_factory=list)
    queries: int = None
    warns: list = field(default_factory=list)
    generated: list = field(default_factory=list)
    xfail: str = None

    def works_in(self, generation):
        """Whether it is a task that is to work, and not one that is to fail."""
        return self.fails is None and self.fails_really is None and self.only in (None, generation)


@dataclass
class Example:
    """How an example of the documentation runs; ``tasks`` holds what differs for single ones, by their names."""

    seed: dict = field(default_factory=dict)
    setup: list = field(default_factory=list)
    vars: dict = field(default_factory=dict)
    generations: list = None
    idempotent: bool = True
    xfail: str = None
    tasks: dict = field(default_factory=dict)


@dataclass
class Scenario:
    """A module's scenario in one generation."""

    module: str
    generation: str
    cases: list
    kind: str = None
    generations: list = field(default_factory=lambda: list(GENERATIONS))
    queries: int = QUERIES
    seed: dict = field(default_factory=dict)
    setup: list = field(default_factory=list)
    generated: list = field(default_factory=list)
    secrets: list = field(default_factory=list)
    wire: dict = field(default_factory=dict)
    counts_sessions: bool = False
    examples: Example = field(default_factory=Example)

    @property
    def supported(self):
        return self.generation in self.generations

    def runs(self, case):
        """Whether the case is tried in this generation."""
        return self.generation in (case.generations or GENERATIONS)

    def plays(self, case):
        """Whether the case is tried and to work in this generation."""
        return self.runs(case) and case.works_in(self.generation)


def load(module, generation):
    """The Scenario of a module's file; None where it has none."""
    path = FOLDER / f"{module}.yml"
    if not path.exists():
        return None
    return parse(module, generation, yaml.safe_load(path.read_text("utf-8")), path.name)


def load_all():
    """{(module, generation): Scenario} of all modules that have a file."""
    found = {(module, generation): load(module, generation) for module in MODULES for generation in GENERATIONS}
    return {key: scenario for key, scenario in found.items() if scenario}


def parse(module, generation, document, name="scenario"):
    document = at(generation, document)
    cases = [_made(Case, case, f"{name}: case {case.get('name')!r}") for case in document.pop("cases", [])]
    names = [case.name for case in cases]
    if twice := {each for each in names if names.count(each) > 1}:
        raise ScenarioError(f"{name}: several cases are named {twice}")
    examples = _made(Example, document.pop("examples", {}), f"{name}: examples")
    scenario = _made(Scenario, dict(document, module=module, generation=generation, cases=cases), name)
    scenario.examples = examples
    scenario.kind = scenario.kind or kind_of(module)
    if scenario.kind not in KINDS:
        raise ScenarioError(f"{name}: kind is {scenario.kind!r} and must be one of {', '.join(KINDS)}")
    return scenario


def _made(cls, given, where):
    known = [each.name for each in fields(cls)]
    for key in given:
        if key not in known:
            raise ScenarioError(f"{where}: unknown key {key!r}, known: {', '.join(known)}")
    for key in ("generations", "only"):
        said = given.get(key)
        for each in [said] if isinstance(said, (str, float)) else said or ():
            if str(each) not in GENERATIONS:
                raise ScenarioError(f"{where}: {key}: {each!r} is none of {', '.join(GENERATIONS)}")
    given = {k: str(v) if k == "only" else v for k, v in given.items()}
    if given.get("generations"):
        given["generations"] = [str(each) for each in given["generations"]]
    return cls(**given)


def kind_of(module):
    """What a module promises, where its scenario does not say: by its name, else by its options."""
    if module.endswith("_info"):
        return "info"
    return "state" if "state" in import_module(PACKAGE + module).task.argument_spec() else "act"


def at(generation, value):
    """``value`` as it is in one generation."""
    found = _at(generation, value)
    return None if found is _LEFT_OUT else found


def _at(generation, value):
    if isinstance(value, dict):
        if value and all(str(key) in GENERATIONS for key in value):
            chosen = [each for key, each in value.items() if str(key) == generation]
            return _at(generation, chosen[0]) if chosen else _LEFT_OUT
        parts = {key: _at(generation, each) for key, each in value.items()}
        return {key: each for key, each in parts.items() if each is not _LEFT_OUT}
    if isinstance(value, list):
        parts = [_at(generation, each) for each in value]
        return [each for each in parts if each is not _LEFT_OUT]
    return value


class _Something:
    """Equals whatever is there at all."""

    def __eq__(self, other):
        return other is not None

    def __repr__(self):
        return "something"

    __hash__ = None


_JINJA = jinja2.Environment(undefined=jinja2.StrictUndefined)
_WHOLE = re.compile(r"\{\{([^{}]+)\}\}")


def rendered(value, variables):
    """A copy with its Jinja expressions worked out; one that is the whole text keeps its type."""
    if isinstance(value, dict):
        return {key: rendered(each, variables) for key, each in value.items()}
    if isinstance(value, list):
        return [rendered(each, variables) for each in value]
    if not isinstance(value, str) or "{{" not in value:
        return value
    variables = dict(variables, something=_Something())
    if whole := _WHOLE.fullmatch(value.strip()):
        return _JINJA.compile_expression(whole[1].strip(), undefined_to_none=False)(**variables)
    return _JINJA.from_string(value).render(**variables)


def misfits(expected, actual, where=""):
    """Where ``actual`` lacks what is expected, as texts: dictionaries may have more keys, lists no more items."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            if key not in actual and value is not None:
                yield f"{where}.{key}".lstrip(".") + f" is missing, wanted {value!r}"
            else:
                yield from misfits(value, actual.get(key), f"{where}.{key}".lstrip("."))
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for index, (wanted, item) in enumerate(zip(expected, actual, strict=True)):
            yield from misfits(wanted, item, f"{where}[{index}]")
    elif expected != actual:
        yield f"{where} is {actual!r}, wanted {expected!r}"


def differences(predicted, real, generated, where=""):
    """Where two values differ, as texts; fields named in ``generated`` may, but uuids only where none was predicted."""
    if isinstance(predicted, dict) and isinstance(real, dict):
        for key in [*predicted, *(key for key in real if key not in predicted)]:
            path = f"{where}.{key}".lstrip(".")
            if key not in predicted or key not in real:
                there = "predicted only" if key in predicted else "real only"
                yield f"{path} is {there}: {predicted.get(key, real.get(key))!r}"
            elif key not in generated or not _made_up(key, predicted[key]):
                yield from differences(predicted[key], real[key], generated, path)
    elif isinstance(predicted, list) and isinstance(real, list) and len(predicted) == len(real):
        for index, pair in enumerate(zip(predicted, real, strict=True)):
            yield from differences(*pair, generated, f"{where}[{index}]")
    elif predicted != real:
        yield f"{where} is predicted as {predicted!r} and really {real!r}"


def _made_up(key, predicted):
    return not key.endswith("uuid") or predicted is None or not str(predicted).strip("0")


def changed_names(before, after):
    """Names of the fields in which two values differ, at any depth; of list items, against those most like them."""
    if isinstance(before, dict) and isinstance(after, dict):
        found = set()
        for key in before.keys() | after.keys():
            if before.get(key) != after.get(key):
                found |= {key} | changed_names(before.get(key), after.get(key))
        return found
    if isinstance(before, list) and isinstance(after, list):
        found = set()
        for item in (each for each in after if each not in before and isinstance(each, dict)):
            found |= min((changed_names(other, item) for other in before), key=len, default=set(item))
        return found
    return set(after) if isinstance(after, dict) else set()
