# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The task of the module that logs in and out."""

from __future__ import annotations

from .tasks import Task


class SessionTask(Task):
    """That there is a session, or none."""

    def options(self):
        return {"state": {"type": "str", "default": "present", "choices": ["present", "absent"]}}

    def act(self, client, params, context):
        present = wanted = params["state"] == "present"
        was_open = client.has_session()
        if client.settings.identity == "access_key":
            wanted = was_open  # each request is signed, there is no session to open or end
        if was_open != wanted and not context.check_mode:
            client.login() if wanted else client.logout()
        session = {
            "url": client.settings.url,
            "identity": client.settings.identity,
            "open": wanted,
            "version": client.version if present else None,
            "generation": client.generation if present else None,
        }
        return {
            "changed": was_open != wanted,
            "session": session,
            "diff": {"before": {"open": was_open}, "after": {"open": wanted}},
        }
