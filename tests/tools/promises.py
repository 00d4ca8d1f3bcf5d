# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carrying out scenarios, and proving what every module promises, with the node's request log as the witness.

The tasks run in this process, as they do in a worker, so that a case costs milliseconds. Nothing here knows how a
module comes to its result: a task has an argument spec, rules, and a run.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from urllib.parse import parse_qs

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from returned import complaints
from scenarios import (
    CONTROLS,
    GENERATED,
    GENERATIONS,
    PACKAGE,
    ROOT,
    ScenarioError,
    changed_names,
    differences,
    misfits,
    rendered,
)

from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import Context

_SESSIONS = re.compile("LogIn|LogOut$|ValidateSession$|GetVersion$|RenewSession$")
_READS = re.compile("Get|Query|Check|PowerStatus")
#: A job that never ends fails a test within a minute.
_WAIT_TIMEOUT = 60


@dataclass
class Call:
    """A request that the node got."""

    api: str
    method: str
    params: dict
    outcome: int

    @property
    def of_session(self):
        return bool(_SESSIONS.match(self.api or ""))

    @property
    def writes(self):
        """Whether it could change anything: some reads are no GET."""
        return self.method != "GET" and not _READS.match(self.api or "") and not self.params.get("dryRun")


@dataclass
class Run:
    """What a task returned, and what it asked of the node."""

    result: dict
    calls: list
    secrets: set

    @property
    def failed(self):
        return bool(self.result.get("failed"))

    @property
    def writes(self):
        return [call for call in self.calls if call.writes]

    def says(self):
        return str(self.result.get("msg")) if self.failed else "it worked"


def snake(name):
    return re.sub("(?<=[a-z0-9])([A-Z])|(?<!^)([A-Z])(?=[a-z])", r"_\1\2", name).lower()


@cache
def _paths(generation):
    """For each API of a generation the pattern of its path, which names the parameters there."""
    file = ROOT / "roles" / "simulator" / "files" / "zstack_simulator" / "data" / f"{generation}.json"
    return {
        api["name"]: re.compile(".*/v1" + re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", api["path"]))
        for api in json.loads(file.read_text("utf-8"))
    }


def call_of(entry, generation):
    """The Call of an entry of the simulator's log."""
    body = entry["body"] if isinstance(entry["body"], dict) else {}
    params = {}
    if entry["method"] in ("GET", "DELETE"):
        params.update({key: values if key == "q" else values[-1] for key, values in parse_qs(entry["query"]).items()})
    for key, value in body.items():
        # {"params": {...}, "systemTags": [...]}; {"updateZone": {...}}
        params.update(value if isinstance(value, dict) else {key: value})
    pattern = _paths(generation).get(entry["api"])
    if pattern and (found := pattern.fullmatch(entry["path"])):
        params.update(found.groupdict())
    return Call(entry["api"], entry["method"], params, entry["outcome"])


class Stage:
    """One node on which scenarios are played, and what has been played of the one that is on."""

    def __init__(self, node, folder):
        self.node = node
        self.generation = node.name
        self.folder = folder
        self.seen = {}  # module: names of the APIs that it called with success
        self.created = {}  # module: options, and "state: value", with which it made what was not there
        self._scene = None
        self._seq = 0

    def log(self):
        """What came in since the last look."""
        answer = self.node.control("GET", f"requests?since={self._seq}")
        self._seq = answer["last"]
        return [call_of(e, self.generation) for e in answer["requests"] if "/api-jobs/" not in e["path"]]

    def run(self, module, args, check_mode=False):
        """Runs a module's task after Ansible's own validation of its arguments; a Run."""
        task = import_module(PACKAGE + module).task
        spec = task.argument_spec()
        given = {
            "zstack_url": self.node.url,
            "zstack_password": "password",
            "zstack_session_dir": str(self.folder),
            "zstack_wait_timeout": _WAIT_TIMEOUT,
            **deepcopy(args),
        }
        validated = ArgumentSpecValidator(spec, **task.rules).validate(given)
        self.log()
        if validated.error_messages:
            result = {"failed": True, "msg": "; ".join(validated.error_messages)}
        else:
            result = task.run(validated.validated_parameters, Context(check_mode=check_mode))
        return Run(result, self.log(), secrets_of(spec, args))

    # scenarios

    def begin(self, scenario):
        """A fresh cloud as the scenario wants it, with a session."""
        self._scene = None
        self.node.control("POST", "reset")
        self._seq = 0
        self.variables = {"url": self.node.url, "generation": self.generation}
        opened = self.run("zstack_session", {})
        assert not opened.failed, opened.says()
        if scenario.seed:
            self.node.control("POST", "seed", scenario.seed)
        self.steps(scenario.setup)
        self._scene, self._played = (scenario.module, id(scenario)), 0

    def reach(self, scenario, index):
        """Brings the cloud to where the case of this index begins; earlier ones are only played, not proved."""
        if self._scene != (scenario.module, id(scenario)) or self._played != index:
            self.begin(scenario)
            for case in scenario.cases[:index]:
                if scenario.runs(case):
                    self.steps(case.setup)
                    # What fails on the node may have come half-way.
                    if scenario.plays(case) or case.fails_really is not None:
                        self._keep(case, self.run(scenario.module, self.render(case.args)))
        # Played again from the start should the proof stop half-way.
        self._scene = None
        self.steps(scenario.cases[index].setup)

    def leave(self):
        """To be called before anything else uses the node."""
        self._scene = None

    def finish(self, scenario, index):
        self._scene, self._played = (scenario.module, id(scenario)), index + 1

    def _keep(self, case, run):
        if case.register:
            self.variables[case.register] = run.result

    def render(self, value):
        return rendered(value, self.variables)

    def steps(self, steps):
        """Carries out setup or verification; fails where a step does."""
        for step in steps:
            step = self.render(step)
            names = [key for key in step if key not in ("register", "result")]
            if len(names) != 1:
                raise ScenarioError(f"a step names one module or one of {', '.join(CONTROLS)}: {step}")
            [name] = names
            if name in CONTROLS:
                self.node.control(CONTROLS[name], name, step[name])
                continue
            run = self.run(name, step[name] or {})
            assert not run.failed, f"{name} {step[name]}: {run.says()}"
            if "register" in step:
                self.variables[step["register"]] = run.result
            wrong = list(misfits(step.get("result", {}), run.result))
            assert not wrong, f"{name} {step[name]}: {'; '.join(wrong)}"

    def prove(self, scenario, index):
        """Plays one case; what it breaks of the promises, as texts."""
        case = scenario.cases[index]
        self.reach(scenario, index)
        proof = Proof(self, scenario, case)
        if case.only not in (None, self.generation):
            proof.refused_for_the_generation()
        elif case.fails is not None:
            proof.fails()
        elif case.fails_really is not None:
            proof.fails_really()
        else:
            getattr(proof, scenario.kind)()
            self._keep(case, proof.real)
            if not proof.broken:
                self.steps(case.verify)
        proof.as_documented()
        self.finish(scenario, index)
        return proof.broken

    def each_case(self, scenario):
        """(case, its arguments) of all that work and leave something there, each on the cloud that it is for."""
        self.begin(scenario)
        for case in filter(scenario.runs, scenario.cases):
            self.steps(case.setup)
            if scenario.plays(case) and case.args.get("state") != "absent":
                yield case, self.render(case.args)
            if scenario.plays(case) or case.fails_really is not None:
                self._keep(case, self.run(scenario.module, self.render(case.args)))

    @contextmanager
    def beside(self, seed=None):
        """A cloud that has what the seed says as well, and is as it was afterwards."""
        self.node.control("POST", "snapshot", {"save": "before"})
        if seed:
            self.node.control("POST", "seed", seed)
        yield
        self.node.control("POST", "snapshot", {"restore": "before"})

    def record(self, module, runs):
        found = self.seen.setdefault(module, set())
        found.update(call.api for run in runs for call in run.calls if call.outcome == 200 and not call.of_session)

    def record_creation(self, module, args):
        self.created.setdefault(module, set()).update(args, {f"state: {args.get('state', 'present')}"})


def secrets_of(spec, params):
    """The values of no_log options at any depth, as texts."""
    found = set()
    for name, option in spec.items():
        value = params.get(name) if isinstance(params, dict) else None
        if value is None:
            continue
        if option.get("no_log"):
            found |= _texts(value)
        elif option.get("options"):
            for item in value if isinstance(value, list) else [value]:
                found |= secrets_of(option["options"], item)
    return found


def _texts(value):
    if isinstance(value, dict):
        return set().union(*map(_texts, value.values()))
    if isinstance(value, list):
        return set().union(*map(_texts, value))
    return {str(value)} if value not in (None, "") and not isinstance(value, bool) else set()


def leaks(secrets, text):
    """Those of the secrets that a text shows."""
    for secret in secrets:
        if secret in "zstack_password update_password ssh_password":
            raise ScenarioError(f"{secret!r} is no secret that could be found in a text: choose another one")
    return sorted(secret for secret in secrets if secret in text)


class Proof:
    """What one case must show; ``broken`` collects what it does not."""

    def __init__(self, stage, scenario, case):
        self.stage, self.scenario, self.case = stage, scenario, case
        self.broken = []
        self.runs = []
        self.args = stage.render(case.args)
        self.generated = (*GENERATED, *scenario.generated, *case.generated)

    def run(self, check_mode=False):
        run = self.stage.run(self.scenario.module, self.args, check_mode)
        if not self.scenario.counts_sessions:
            run.calls = [call for call in run.calls if not call.of_session]
        self.runs.append(run)
        for secret in leaks(run.secrets | set(self.scenario.secrets), repr(run.result)):
            self.broken.append(f"the secret {secret!r} is in the result: {run.result}")
        self.stage.record(self.scenario.module, [run])
        return run

    def want(self, condition, text):
        if not condition:
            self.broken.append(text)
        return condition

    def silent(self, run, when):
        if run.writes:
            self.broken.append(f"{when} sent {', '.join(call.api for call in run.writes)}")

    # how a case ends

    def state(self):
        """Prediction, the real run and the second one tell the same, and each request was needed."""
        changed = self.case.changed is not False
        predicted = self.run(check_mode=True)
        self.silent(predicted, "check mode")
        self.real = self.run()
        again = self.run()
        if self.fail_of(predicted, "check mode") or self.fail_of(self.real, "the real run"):
            return
        self.same(predicted, self.real)
        self.expectations(predicted, changed)
        self.want("diff" in self.real.result, "there is no diff")
        diff = self.real.result.get("diff", {})
        if self.case.idempotent:  # what is done at each run, as a reconnect, leaves no trace in the state
            self.want((diff.get("before") != diff.get("after")) == changed, f"changed is {changed}, the diff is {diff}")
        if not changed:
            self.silent(self.real, "the unchanged run")
        self.only_changes(diff)
        if changed and diff.get("before") == {} and self.args.get("state") != "absent":
            self.stage.record_creation(self.scenario.module, self.args)
        if not self.fail_of(again, "the second run"):
            self.second(again)

    def info(self):
        """Reading changes nothing and is the same in check mode."""
        predicted = self.run(check_mode=True)
        self.real = self.run()
        if self.fail_of(predicted, "check mode") or self.fail_of(self.real, "the real run"):
            return
        self.same(predicted, self.real, generated=())
        self.expectations(predicted, changed=bool(self.case.changed))
        self.silent(predicted, "check mode")
        self.silent(self.real, "an info module")
        self.few(self.real)
        rows = self.rows()
        if self.case.rows is not None:
            self.fitting_rows(rows)
        if self.args.get("fields"):
            keys = {tuple(sorted(row.keys() - set(self.args.get("gather", ())))) for row in rows}
            self.want(
                keys <= {tuple(sorted(self.args["fields"]))}, f"fields: {self.args['fields']}, the rows have {keys}"
            )

    def act(self):
        """Check mode tells whether something would change, and sends nothing."""
        predicted = self.run(check_mode=True)
        self.silent(predicted, "check mode")
        self.real = self.run()
        if self.fail_of(predicted, "check mode") or self.fail_of(self.real, "the real run"):
            return
        self.expectations(predicted, changed=self.case.changed is not False)

    def fails(self):
        """Refused with every text, in check mode too, before anything was sent."""
        for check_mode in (True, False):
            run = self.run(check_mode)
            when = "check mode" if check_mode else "the real run"
            if self.want(run.failed, f"{when} did not fail: {run.result}"):
                self.texts(run, self.case.fails, when)
            self.silent(run, f"{when}, which fails,")

    def fails_really(self):
        """What check mode cannot know, as an object that an earlier task would make, or the node's own reasons."""
        predicted = self.run(check_mode=True)
        self.silent(predicted, "check mode")
        if not self.fail_of(predicted, "check mode"):
            self.broken.extend(f"check mode: {text}" for text in misfits(self.case.check, predicted.result))
        self.real = self.run()
        if self.want(self.real.failed, f"the real run did not fail: {self.real.result}"):
            self.texts(self.real, self.case.fails_really, "the real run")
            result = self.real.result
            left = result.get("not_done") or result.get("unknown")
            self.want(left or not result.get("done"), f"all was done, and yet it failed: {result}")
        self.sent(self.case.sends, self.case.never)

    def refused_for_the_generation(self):
        """Options of the other generation are refused by its name."""
        for check_mode in (True, False):
            run = self.run(check_mode)
            if self.want(run.failed, f"{self.stage.generation} does not refuse it: {run.result}"):
                named = any(generation in run.says() for generation in GENERATIONS)
                self.want(named, f"the message names no generation: {run.says()}")
            self.silent(run, "a run that this generation refuses")

    # parts of it

    def as_documented(self):
        """Results have what RETURN says, each once however many runs show it."""
        whole = not self.args.get("fields")
        for run in self.runs:
            found = complaints(self.scenario.module, run.result, self.stage.generation, complete=whole)
            self.broken.extend(text for text in found if text not in self.broken)

    def fail_of(self, run, when):
        if run.failed:
            self.broken.append(f"{when} failed: {run.says()}")
        return run.failed

    def texts(self, run, wanted, when):
        for text in self.stage.render(wanted):
            self.want(str(text) in run.says(), f"{when} says {run.says()!r}, without {str(text)!r}")

    def same(self, predicted, real, generated=None):
        generated = self.generated if generated is None else generated
        pair = [{k: v for k, v in run.result.items() if k != "warnings"} for run in (predicted, real)]
        self.broken.extend(f"prediction: {text}" for text in differences(*pair, generated))

    def expectations(self, predicted, changed):
        case, result, render = self.case, self.real.result, self.stage.render
        variables = dict(self.stage.variables)
        if case.register:
            self.stage.variables = dict(variables, **{case.register: result})
        # What only the act itself can find out is predicted as a change, which the case says.
        foreseen = case.check.get("changed", changed)
        self.want(bool(predicted.result.get("changed")) == foreseen, f"predicted changed is not {foreseen}")
        self.want(bool(result.get("changed")) == changed, f"changed is not {changed}: {result}")
        self.broken.extend(f"result: {text}" for text in misfits(render(case.result), result))
        self.broken.extend(f"diff: {text}" for text in misfits(render(case.diff), result.get("diff", {})))
        self.broken.extend(f"check mode: {text}" for text in misfits(render(case.check), predicted.result))
        self.sent(render(case.sends), render(case.never))
        said = list(result.get("warnings", []))
        for text in case.warns:
            fitting = [warning for warning in said if text in warning]
            if self.want(fitting, f"no warning has {text!r}: {result.get('warnings', [])}"):
                said.remove(fitting[0])
        self.want(not said, f"unexpected warnings: {said}")
        self.stage.variables = variables

    def sent(self, wanted, never):
        writes = self.real.writes
        if wanted is not None:
            named = [item if isinstance(item, str) else next(iter(item)) for item in wanted]
            if self.want([call.api for call in writes] == named, f"sent {[c.api for c in writes]}, wanted {named}"):
                for call, item in zip(writes, wanted, strict=True):
                    params = {} if isinstance(item, str) else item[call.api]
                    self.broken.extend(f"{call.api}: {text}" for text in misfits(params, call.params))
        for api in never:
            self.want(api not in [call.api for call in self.real.calls], f"sent {api}")

    def only_changes(self, diff):
        """An update sends what the diff shows as changed, and secrets that were given; nothing else."""
        changed = changed_names(diff.get("before"), diff.get("after"))
        secret = secret_names(import_module(PACKAGE + self.scenario.module).task.argument_spec())
        for call in self.real.writes:
            if not call.api.startswith("Update"):
                continue
            pattern = _paths(self.stage.generation)[call.api]
            for name in sorted(call.params.keys() - pattern.groupindex.keys()):
                field = self.scenario.wire.get(snake(name), snake(name))
                self.want(field in changed | secret, f"{call.api} sent {name}, which the diff does not show as changed")

    def second(self, again):
        diff = again.result.get("diff", {})
        if not self.case.idempotent:
            self.want(again.result.get("changed"), "idempotent is false, and the second run changed nothing")
            return
        self.want(not again.result.get("changed"), f"the second run changed something: {again.result}")
        self.want(diff.get("before") == diff.get("after"), f"the second run has a diff: {diff}")
        self.silent(again, "the second run")
        self.few(again)
        told = [{k: v for k, v in run.result.items() if k not in ("changed", "diff", "warnings")}
                for run in (self.real, again)]  # fmt: skip
        told[0] = {k: v for k, v in told[0].items() if k in told[1]}
        passing = [name for name in self.generated if not name.endswith("uuid")]
        self.broken.extend(f"second run: {text}" for text in differences(*told, passing))

    def few(self, run):
        allowed = self.scenario.queries if self.case.queries is None else self.case.queries
        called = [call.api for call in run.calls]
        self.want(len(called) <= allowed, f"an unchanged run sent {len(called)} requests, at most {allowed}: {called}")

    def rows(self):
        lists = [value for key, value in self.real.result.items() if key not in ("result", "warnings")]
        lists = [value for value in lists if isinstance(value, list)]
        return lists[0] if len(lists) == 1 else []

    def fitting_rows(self, rows):
        """The rows are those wanted; in that order where the task sorts. A text is a row's name."""
        wanted = [{"name": row} if isinstance(row, str) else row for row in self.stage.render(self.case.rows)]
        if not self.want(len(rows) == len(wanted), f"{len(rows)} rows, wanted {len(wanted)}: {rows}"):
            return
        left = list(rows)
        for position, row in enumerate(wanted):
            candidates = [rows[position]] if self.args.get("sort") else left
            fitting = [each for each in candidates if not list(misfits(row, each))]
            if self.want(fitting, f"no row is {row}: {candidates}"):
                left.remove(fitting[0])


def secret_names(spec):
    """Names of the no_log options at any depth."""
    found = {name for name, option in spec.items() if option.get("no_log")}
    return found.union(*(secret_names(option["options"]) for option in spec.values() if option.get("options")))
