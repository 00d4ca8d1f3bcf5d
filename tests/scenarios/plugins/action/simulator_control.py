# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks to the simulator's control API from the worker, where a process for each word would cost half a second."""

from __future__ import annotations

import requests
from ansible.plugins.action import ActionBase


class ActionModule(ActionBase):
    """``simulator_control: {url: ..., calls: [[method, path, body], ...]}``; the task fails where a call does."""

    def run(self, tmp=None, task_vars=None):
        result = super().run(tmp, task_vars)
        for method, path, body in self._task.args["calls"]:
            answer = requests.request(method, f"{self._task.args['url']}/simulator/{path}", json=body, timeout=30)
            if answer.status_code != 200:
                return dict(result, failed=True, msg=answer.text)
        return dict(result, changed=True)
