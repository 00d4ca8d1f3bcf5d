# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tasks of a campaign: those of all scenarios, each from where its case begins; the lookup and the inventories."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from promises import Stage, secrets_of
from scenarios import MODULES, PACKAGE, Case, load

from ansible_collections.zstack.cloud.plugins.module_utils._client import jobs, transport
from ansible_collections.zstack.cloud.plugins.module_utils._task import connection
from ansible_collections.zstack.cloud.plugins.module_utils._task.masking import given_secrets, masked
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import Context
from ansible_collections.zstack.cloud.plugins.plugin_utils._in_worker import native

from .faults import KINDS
from .proxy import Proxy
from .witness import DIGEST, PASSWORD, Run, Witness, difference, doubled, verdict

#: Options of a task under fault, the seconds that a loaded machine may add, a longer timeout, and what is a hang.
QUICK = {"zstack_timeout": 0.4, "zstack_wait_timeout": 1.2}
SLACK = 2.5
PATIENT = 5
HANGS = 20
#: What a step of a job takes: a moment, and long enough to be run again meanwhile.
BRIEF, LONG = 0.02, 0.3
#: Appended to secrets, so that every encoding changes them.
AWKWARD = "\"'\\ é<&%+=>"
PLUGINS = {"lookup": ("zone", "host"), "inventory": ("zstack_hosts", "zstack_vms", "zstack_baremetal")}
#: Seconds that such a process takes besides.
START = 8


#: The account whose password is the awkward one.
ADMIN = "36c27e8ff05c4780bf6d2fa65700f22e"


class Hang(BaseException):
    """A run lasts so long that nobody waits for its end."""


def prepare(folder):
    """Makes this process one of a campaign: the pauses between repetitions are short; how often, stays as it is."""
    os.chdir(folder)  # a relative path may be among the options
    transport._FIRST_PAUSE, jobs._GRACE, jobs._OUTAGE = 0.01, (0.01, 0.03, 0.1), 0.6
    signal.signal(signal.SIGALRM, _hang)


def _hang(_signal, _frame):
    raise Hang(f"no end after {HANGS} s")


@contextmanager
def _watched(run):
    begin = time.monotonic()
    signal.alarm(HANGS)
    try:
        yield
    except (Exception, Hang) as raised:
        run.error = raised
    finally:
        signal.alarm(0)
        run.seconds = time.monotonic() - begin


def run(what, args, url, folder, check_mode=False, **options):
    """A Run of a module's task, a lookup or an inventory, as in a worker that has run nothing before."""
    for client in connection._clients.values():
        client._parts().transport.close()
    connection._clients.clear()
    given = {"zstack_url": url, "zstack_password": PASSWORD, "zstack_session_dir": str(folder), **options}
    done = Run({})
    with _watched(done):
        done.result = (_plugin if what in PLUGINS else _task)(what, args, given, check_mode, done.told.append)
    return done


def _task(module, args, given, check_mode, told):
    task = import_module(PACKAGE + module).task
    spec = task.argument_spec()
    validated = ArgumentSpecValidator(spec, **task.rules).validate(native({**given, **args}))
    params = validated.validated_parameters
    if validated.error_messages:
        result = {"failed": True, "msg": "; ".join(validated.error_messages)}
        return masked(result, given_secrets(spec, params) | set(map(str, task.misspelt_secrets(params))), spec)
    return task.run(params, Context(check_mode=check_mode, notify=told, trace=told))


def _plugin(what, args, given, _check_mode, _told):
    """A process of its own, as plugins are loaded by Ansible only."""
    bin, folder = Path(sys.executable).parent, Path(given["zstack_session_dir"]).parent
    if what == "inventory":
        source = folder / f"{args['name']}.yml"
        source.write_text(json.dumps({"plugin": f"zstack.cloud.{args['name']}"}))
        command = [bin / "ansible-inventory", "--list", "-i", source]
    else:
        query = f"msg={{{{ query('zstack.cloud.zstack_query', '{args['name']}') | to_json }}}}"
        command = [bin / "ansible", "localhost", "-m", "ansible.builtin.debug", "-a", query]
    environment = {**os.environ, "ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED": "true", "ANSIBLE_NOCOLOR": "true"}
    environment.update({name.upper(): str(value) for name, value in given.items()})
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if "Traceback" in done.stderr or "Unexpected" in done.stderr:
        raise RuntimeError(done.stderr)
    return {"failed": True, "msg": done.stdout + done.stderr} if done.returncode else {"text": done.stdout}


class Ground:
    """A simulator whose jobs take a moment, a proxy before it and a witness behind it."""

    def __init__(self, node, folder):
        self.node = node
        self.folder = folder
        self.proxy = Proxy(node.url)
        self.witness = Witness(node, folder / "data")
        self.stage = Stage(node, folder / "stage")

    def new_folder(self):
        """The place of the sessions of one controller."""
        return Path(mkdtemp(dir=self.folder)) / "sessions"


def operations(generation, chosen=None):
    """(module, index of the case) pairs that can be played in a generation, and (plugin, what of it) pairs.

    chosen: {module: beginnings of the names of cases} that alone are wanted.
    """
    for module in chosen or MODULES:
        scenario = load(module, generation)
        for index, case in enumerate(scenario.cases if scenario.supported else ()):
            if scenario.plays(case) and (not chosen or case.name.startswith(chosen[module])):
                yield module, index
    for plugin, names in () if chosen else PLUGINS.items():
        yield from ((plugin, name) for name in names)


class Operation:
    """A task, and what it does where nothing goes wrong: its ``reference`` run and all ``exchanges`` of it.

    ``login`` are the exchanges of a controller without a session. ``sound`` is False where the task can be no measure.
    """

    def __init__(self, ground, what, which):
        self.ground, self.what = ground, what
        if what in PLUGINS:
            self.case, self.scenario = Case(which), load("zstack_host_info", ground.node.name)
            self.args = {"name": which}
            self.index = len(self.scenario.cases) - 1
        else:
            self.scenario = load(what, ground.node.name)
            self.case, self.index = self.scenario.cases[which], which
        self.name = f"{what}: {self.case.name}"
        #: Whether a second run finds nothing to do.
        self.settles = self.scenario.kind == "state" and self.case.idempotent

    def reach(self):
        """Brings the cloud to where the task begins, and finds out what it does there."""
        ground, control = self.ground, self.ground.node.control
        ground.proxy.begin()
        control("PUT", "latency", {"mode": "immediate"})
        ground.stage.reach(self.scenario, self.index)
        ground.stage.leave()
        new_password = {"name": "UpdateAccount", "secret_params": {"uuid": ADMIN, "password": DIGEST}}
        changed = ground.stage.run("zstack_api", new_password)
        assert not changed.failed, changed.result
        control("DELETE", "faults")
        control("PUT", "latency", {"mode": "seconds", "value": BRIEF})
        self.folder = ground.new_folder()
        # What a session through the proxy is asked for first is known then, as it mostly is.
        opened = run("zstack_session", {}, ground.proxy.url, self.folder)
        assert not opened.failed, opened
        control("POST", "snapshot", {"save": "begin"})
        self.sessions = ground.witness.sessions()
        self.before = ground.witness.store()
        patient = {"zstack_timeout": 30, "zstack_wait_timeout": 60}
        for tail in (AWKWARD, ""):  # where a machine checks its password it must be the right one
            self._spoil(tail)
            self.reference = self.play(**patient)
            self.sound = not self.reference.failed
            if self.sound:
                break
        self.exchanges = list(ground.proxy.exchanges)
        self.play(fresh=True, **patient)
        self.login = list(ground.proxy.exchanges)
        self.sound = self.sound and bool(self.exchanges and self.login)
        return self

    def _spoil(self, tail):
        """The arguments, with a tail at each secret that no other word looks like."""
        self.secrets = {DIGEST, PASSWORD}
        if self.what not in PLUGINS:
            spec = import_module(PACKAGE + self.what).task.argument_spec()
            self.args = self.ground.stage.render(self.case.args)
            secrets = {secret for secret in secrets_of(spec, self.args) if not secret.isalpha() or len(secret) > 6}
            self.args = awkward(self.args, secrets, tail)
            self.secrets |= {secret + tail for secret in secrets}

    def play(self, fault=None, fresh=False, shared=True, **options):
        """The task from the beginning; a Run with what came of it. Its sessions are then below ``self.kept``."""
        self._begin(fault, fresh, shared)
        done = run(self.what, deepcopy(self.args), self.ground.proxy.url, self.kept, **{**QUICK, **options})
        self.ground.proxy.settle()
        done.executed = self.ground.witness.executed()
        done.store = self.ground.witness.store(getattr(self, "reference", done).store)
        return done

    def _begin(self, fault, fresh, shared=True):
        ground = self.ground
        ground.proxy.begin()
        ground.node.control("POST", "snapshot", {"restore": "begin"})
        self.kept = ground.new_folder()
        if not shared:
            self.kept.touch()  # a file in its place
        elif not fresh:
            shutil.copytree(self.folder, self.kept)
        ground.witness.mark()
        ground.proxy.begin(fault)

    def prove(self, fault, fresh=False, shared=True):
        """(which of WRONGS, text) pairs: what is wrong with a run under the fault, and with the one after it."""
        lies = KINDS[fault.kind].lies
        done = self.play(fault, fresh, shared)
        bound = sum(QUICK.values()) + SLACK + (START if self.what in PLUGINS else 0)
        secrets = self.secrets | self._sessions_seen() | self.sessions
        yield from verdict(done, self.reference, self.before, secrets, bound, lies)
        struck = list(self.ground.proxy.exchanges)
        yield from self._once_more(compare=not (lies or KINDS[fault.kind].debris))
        yield from self._left_open(struck)

    def interrupt(self, seconds=None, kill_at=None):
        """As `prove`, where jobs last: the task is out of time after so many seconds, or killed as a Kill says.

        It is run again at once, while what it has begun is still going on.
        """
        self.ground.node.control("PUT", "latency", {"mode": "seconds", "value": LONG})
        self._begin(kill_at, False)
        args = (self.what, deepcopy(self.args), self.ground.proxy.url, self.kept)
        if kill_at:
            kill_at.strike(lambda: run(*args))
        else:
            done = run(*args, zstack_wait_timeout=seconds, zstack_timeout=PATIENT)
            if done.error or done.seconds > seconds + PATIENT + SLACK:
                yield "traceback" if done.error else "hang", f"{done.seconds} s: {done.error}"
        yield from self._once_more()
        yield from self._left_open([])
        self.ground.node.control("PUT", "latency", {"mode": "seconds", "value": BRIEF})

    def endure(self, args):
        """What is wrong with runs with other arguments, in check mode and really: they may only fail in order."""
        self._begin(None, False)
        for check_mode in (True, False):
            done = run(self.what, deepcopy(args), self.ground.proxy.url, self.kept, check_mode, **QUICK)
            yield from verdict(done, None, None, self.secrets, HANGS, lies=True)
            executed = self.ground.witness.executed()
            if check_mode and executed:
                yield "false changed", f"check mode carried out {executed}"

    def _once_more(self, compare=True):
        self.ground.proxy.begin()
        again = run(self.what, deepcopy(self.args), self.ground.proxy.url, self.kept, zstack_wait_timeout=10)
        self.ground.witness.executed()
        store = self.ground.witness.store(self.reference.store)
        if again.error:
            yield "hang" if isinstance(again.error, Hang) else "traceback", f"run again: {again.error!r}"
        if not compare or (store == self.reference.store and self.settles):
            return  # by its old name nothing is found that has its new one by now
        if again.failed:
            yield "lost", f"run again, it fails: {again.result}"
        elif self.settles:
            twice = list(doubled(store, self.before, self.reference.store))
            told = difference(store, self.reference.store)
            yield "doubled" if twice else "lost", f"run again, the cloud is not as it should be: {told}"

    def _sessions_seen(self):
        replies = [e.reply for e in self.ground.proxy.exchanges if e.path.endswith(b"/login") and e.reply]
        return {reply.split(b'"uuid":')[1].split(b'"')[1].decode() for reply in replies if b'"uuid":' in reply}

    def _left_open(self, exchanges):
        """Of sessions that are open but that of the file, each had its login or logout struck by the fault."""
        kept = set()
        for path in self.kept.glob("*.json") if self.kept.is_dir() else ():
            kept.add(json.loads(path.read_text()).get("session"))
        left = self.ground.witness.sessions() - self.sessions - kept
        struck = [e for e in exchanges if e.struck and (e.path.endswith(b"/login") or b"/sessions/" in e.path)]
        if len(left) > len(struck):
            yield "session", f"{len(left)} are left open"


class Kill:
    """Ends a process at its n-th exchange: before the node has the request, before the reply is sent, or after."""

    MOMENTS = ("before the request", "before the reply", "after the reply")

    def __init__(self, number, moment):
        self.number, self.moment = number, moment
        self._child = Future()

    def __str__(self):
        return f"killed {self.moment} of exchange {self.number}"

    def __call__(self, number):
        return self._act if number == self.number else None

    def _act(self, exchange):
        if self.moment != self.MOMENTS[0]:
            exchange.forward()
        if self.moment == self.MOMENTS[2]:
            exchange.send(exchange.reply)
        os.kill(self._child.result(HANGS), signal.SIGKILL)
        exchange.close()

    def strike(self, work):
        child = os.fork()
        if not child:
            with suppress(BaseException):
                work()
            os._exit(0)
        self._child.set_result(child)
        os.waitpid(child, 0)


def awkward(value, secrets, tail):
    """The value with a tail at each of the secrets in it."""
    if isinstance(value, dict):
        return {key: awkward(item, secrets, tail) for key, item in value.items()}
    if isinstance(value, list):
        return [awkward(item, secrets, tail) for item in value]
    return value + tail if value in secrets else value
