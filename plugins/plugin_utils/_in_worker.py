# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a module of the collection inside the worker process, where starting a Python for it would be waste.

PRIVATE to zstack.cloud. Each module has an action plugin of its name, which is a subclass of ``InWorker``; the strategy
loads it once in the parent process, and with it everything imported here: the forked workers inherit it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module

from ansible import constants as C
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.module_utils.errors import UnsupportedError
from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.action import ActionBase
from ansible.utils.display import Display

from ansible_collections.zstack.cloud.plugins.module_utils._task.masking import given_secrets, masked, texts
from ansible_collections.zstack.cloud.plugins.module_utils._task.misspelt import hinted
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import Context
from ansible_collections.zstack.cloud.plugins.plugin_utils._display import tracer

#: Found out in the parent process: workers are cut off from its output.
_TERMINAL = sys.stdout.isatty()
MODULES = "ansible_collections.zstack.cloud.plugins.modules."


class InWorker(ActionBase):
    """Calls the module's task here, or runs the ordinary module where the user or the play wants it elsewhere."""

    _supports_check_mode = True
    _supports_diff = True
    _supports_async = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        # The module of the plugin's name; imported here, in the process from which the workers are forked.
        cls.module_task = import_module(MODULES + cls.__module__.rpartition(".")[2]).task

    def run(self, tmp=None, task_vars=None):
        task_vars = task_vars or {}
        result = super().run(tmp, task_vars)
        if self._elsewhere(task_vars):
            return self._execute_module(
                module_name=self.ansible_name, task_vars=task_vars, wrap_async=self._task.async_val
            )
        with self._environment():
            result.update(self._call(self.module_task))
        if not _shows_arguments(task_vars):
            del result["invocation"]
        return result

    def _elsewhere(self, task_vars):
        in_process = boolean(self._templar.template(task_vars.get("zstack_in_process", True)), strict=False)
        away = self._task.async_val or self._play_context.become or self._connection.transport != "local"
        return away or not in_process

    def _call(self, task):
        spec = task.argument_spec()
        arguments = native(self._task.args)
        validated = ArgumentSpecValidator(spec, **task.rules).validate(arguments)
        params = validated.validated_parameters
        secrets = given_secrets(spec, params) | texts(task.misplaced_secrets(params))
        if validated.error_messages:
            secrets |= task.misspelt_secrets(params)
            complaints = "; ".join(map(self._complaint, validated.errors.errors))
            result = {"failed": True, "msg": hinted(complaints, spec, params)}
        else:
            display = Display()
            trace = tracer(display, self._play_context.remote_addr)
            context = Context(self._task.check_mode, display.display, trace, _TERMINAL)
            result = task.run(params, context)
        shown = {
            name: "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER" if spec.get(name, {}).get("no_log") and value else value
            for name, value in params.items()
        }
        return masked(dict(result, invocation={"module_args": shown}), secrets, spec)

    def _complaint(self, error):
        """What is wrong with the arguments, as an ordinary module says it."""
        unsupported = isinstance(error, UnsupportedError)
        return f"Unsupported parameters for ({self.ansible_name}) module: {error}" if unsupported else str(error)

    @contextmanager
    def _environment(self):
        """The task's ``environment:``, which Ansible hands to module processes only."""
        wanted = {}
        self._compute_environment_string(wanted)
        if not wanted:
            yield
            return
        before = dict(os.environ)
        os.environ.update({k: str(v) for k, v in wanted.items()})
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def _shows_arguments(task_vars):
    """Whether results shall hold the arguments: before ansible-core 2.21 always, since then where the user says so."""
    settings = C.config.get_configuration_definitions()
    return "INJECT_INVOCATION" not in settings or C.config.get_config_value("INJECT_INVOCATION", variables=task_vars)


def native(value):
    """``value`` of builtin types only: arguments come as tagged or lazy ones, according to the version of Ansible."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return int(value) if isinstance(value, int) else float(value)
    if isinstance(value, Mapping):
        return {_key(k): native(v) for k, v in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        # A vaulted value of older versions is a sequence of characters that is no str.
        return [native(item) for item in value] if isinstance(value, (list, tuple)) else str(value)
    return value


def _key(value):
    """The key of a dictionary as an ordinary module gets it, which is sent JSON."""
    key = native(value)
    return json.dumps(key) if key is None or isinstance(key, (int, float)) else str(key)
