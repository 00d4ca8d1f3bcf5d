# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes each task's result as a line of JSON to the file named by KEEP_RESULTS."""

from __future__ import annotations

import json
import os

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: keep_results
type: notification
short_description: Keep the results of tasks
description: Writes each task's result as a line of JSON to the file named by E(KEEP_RESULTS).
"""


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "notification"
    CALLBACK_NAME = "keep_results"
    CALLBACK_NEEDS_ENABLED = True

    def v2_runner_on_ok(self, result):
        self._keep(result, failed=False)

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._keep(result, failed=True)

    def _keep(self, result, failed):
        shown = json.loads(self._dump_results(result._result, keep_invocation=True))
        with open(os.environ["KEEP_RESULTS"], "a", encoding="utf-8") as file:
            file.write(json.dumps({"task": result.task_name, "failed": failed, "result": shown}) + "\n")
