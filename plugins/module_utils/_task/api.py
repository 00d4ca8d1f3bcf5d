# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The task of the module that calls any API."""

from __future__ import annotations

import re

from .._api.catalog import api_named, apis_at
from .._api.declaration import Api, DeclarationError, P
from .._api.secrets import HIDDEN, secret_texts
from .._engine.errors import Refused
from .._engine.render import plain, without_secrets
from .tasks import Task

_PATH = re.compile(r"(?:/(?!\.{1,2}(?:/|$))(?:[\w.~:@-]|{\w+})+)+/?", re.ASCII)


class ApiTask(Task):
    """Any API by its name, validated before it is sent."""

    rules = {"required_together": [["method", "path"]]}
    logged = False  # any API may have parameters that are secrets

    def options(self):
        return {
            "name": {"type": "str", "required": True},
            "params": {"type": "dict", "default": {}},
            "secret_params": {"type": "dict", "default": {}, "no_log": True},
            "raw": {"type": "bool", "default": False},
            "method": {"type": "str", "choices": ["GET", "POST", "PUT", "DELETE"]},
            "path": {"type": "str"},
        }

    def misplaced_secrets(self, params):
        """Also those in ``params``."""
        given = params.get("params")
        try:
            found = api_named(params["name"]).secrets(given)
        except (DeclarationError, AttributeError, KeyError, TypeError):
            # Nobody knows yet what it is: what sounds secret, and all of what is no dictionary.
            found = secret_texts(given, secret=not isinstance(given, dict))
        return [super().misplaced_secrets(params), *found]

    def act(self, client, params, context):
        given, secret = params["params"], params["secret_params"]
        api = api_named(params["name"]) if not params["path"] else _undeclared(client, params)
        shown = [name for name, value in given.items() if api.secrets({name: value})]
        if shown:
            raise Refused(f"params: {', '.join(shown)} would show a secret, give it under secret_params")
        values = {**given, **secret}
        request = api.request(client.generation, values)
        changes = not api.reads(values)
        reply = {} if changes and context.check_mode else _reply(client, api, values)
        return {
            "changed": changes,
            "request": {
                "method": request.method,
                "path": request.path,
                "params": {**given, **dict.fromkeys(secret, HIDDEN)},
            },
            # What only tells a typed client which classes there are is no part of the reply.
            "reply": without_secrets(reply)
            if params["raw"]
            else plain({k: v for k, v in reply.items() if k != "schema"}),
        }


def _undeclared(client, params):
    """The API that ``method`` and ``path`` describe; any parameters will do."""
    method, path = params["method"], params["path"]
    if not _PATH.fullmatch(path) or re.match("/(?:zstack|v1)(?:/|$)", path):
        raise Refused(f"path: {path!r} is none that follows /zstack/v1, as in /zones/{{uuid}}/actions")
    there = apis_at(path, client.generation)
    verbs = sorted({api.route(client.generation)[0] for api in there})
    if there and method not in verbs:
        # Where one API alone has a path, the node does not look at the verb: a GET would delete.
        raise Refused(
            f"method: {method} at {path} might be carried out as another verb: the node has {' and '.join(verbs)} "
            f"there, for {', '.join(api.name for api in there)}"
        )
    in_path = re.findall(r"{(\w+)}", path)
    free = [name for name in (*params["params"], *params["secret_params"]) if name not in in_path]
    parameters = [*(P(name) for name in in_path), *(P(name, "any") for name in free)]
    return Api(params["name"], method, path, *parameters, returns=())


def _reply(client, api, values):
    query = api.name.startswith("Query") and api.method == "GET" and "{" not in api.path
    if not query or {"limit", "replyWithCount"} & set(values):
        return client.call(api, values)
    fields = [name.strip() for name in values.get("fields", "").split(",") if name.strip()]
    paging = {name: values.get(name) for name in ("sort", "start")}
    return {"inventories": client.query(api, values.get("q", ()), fields=fields or None, **paging)}
