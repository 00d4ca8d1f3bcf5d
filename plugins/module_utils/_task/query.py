# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The task of the module that queries any resource."""

from __future__ import annotations

from .._api.catalog import fields_of, query_of
from .._engine.render import rows
from .selection import SELECTION, answer, count, select
from .tasks import Task


class QueryTask(Task):
    """The rows of any resource that can be queried."""

    def options(self):
        return dict(
            SELECTION,
            resource={"type": "str", "required": True},
            start={"type": "int", "default": 0},
            count={"type": "bool", "default": False},
        )

    def act(self, client, params, context):
        api = query_of(params["resource"])
        known = fields_of(api, client.generation)
        if params["count"]:
            return dict(answer("rows", [], params), total=count(client, api, params, known))
        found = select(client, api, [], params, known=known, start=params["start"])
        shown = rows(found, () if params["fields"] else known)
        return dict(answer("rows", shown, params), total=len(shown))
