# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a module is: an argument spec and a run, as an ordinary module or inside the worker. PRIVATE to zstack.cloud.

A module file makes one ``task`` of these classes and calls ``task.main()``; the action plugin of the same name
imports the file and calls ``task.run()`` in the worker process. Neither decides anything.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Callable

from ansible.module_utils.basic import AnsibleModule, env_fallback, missing_required_lib

from ._api.declaration import DeclarationError
from ._client.client import Client
from ._client.errors import ConditionError, ZStackError
from ._client.queries import exactly, parse_condition, where
from ._client.settings import Settings
from ._engine.errors import EngineError, Refused
from ._engine.observe import Observer
from ._engine.reconcile import Wish, reconcile
from ._engine.render import rows
from ._resources.resource import camel

try:
    import jmespath
except ImportError:
    jmespath = None

#: Every failure that is told to the user as it is; anything else is a defect and shows its traceback.
FAILURES = (ZStackError, DeclarationError, EngineError)


def _option(name, type="str", **spec):
    """A connection option: zstack_url and ZSTACK_URL, and so on."""
    return {"zstack_" + name: dict(spec, type=type, fallback=(env_fallback, ["ZSTACK_" + name.upper()]))}


CONNECTION = {
    **_option("url", required=True),
    **_option("account", default="admin"),
    **_option("password", no_log=True),
    **_option("user"),
    **_option("access_key_id", no_log=False),
    **_option("access_key_secret", no_log=True),
    **_option("session_uuid", no_log=True),
    **_option("validate_certs", "bool", default=True),
    **_option("ca_path", "path"),
    **_option("proxy", no_log=True),  # it may carry a password
    **_option("timeout", "float", default=30),
    **_option("retries", "int", default=3),
    **_option("session_dir", "path"),
    **_option("wait_timeout", "float", default=3600),
}


@dataclass(frozen=True)
class Context:
    """How a task runs: in check mode or not, and where the progress of a long wait is told."""

    check_mode: bool = False
    notify: Callable = None


def texts(value):
    """All values in ``value``, at any depth, as texts; without what is empty or a boolean."""
    found, waiting = set(), [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple)):
            waiting.extend(item)
        elif item and not isinstance(item, bool):
            found.add(str(item))
    return found


_clients = {}


def client_for(params, notify=None):
    """The client for these connection options, one a process: the items of a loop share its connections."""
    values = {name[len("zstack_") :]: params[name] for name in CONNECTION}
    key = (os.getpid(),) + tuple(sorted((k, v) for k, v in values.items() if v is not None))
    if key not in _clients:
        _clients.clear()
        _clients[key] = Client(Settings(**values), notify=notify)
    return _clients[key]


class Task:
    """An argument spec, the rules among its options, and what is done with them."""

    #: Rules among the options, in AnsibleModule's own words.
    rules = {}

    def argument_spec(self):
        return dict(self.options(), **CONNECTION)

    def options(self):
        """The options beside the connection's."""
        raise NotImplementedError

    def act(self, client, params, context):
        """The result as a plain dict; raises one of FAILURES."""
        raise NotImplementedError

    def misplaced_secrets(self, params):
        """Secrets in options that are no secrets: refused there, but shown with the other arguments at -vvv."""
        return re.findall(r"//[^:/]*:(.+)@", params.get("zstack_url") or "")

    def run(self, params, context):
        """The result of the validated ``params``: a plain dict, with ``failed`` and ``msg`` when it did not work."""
        try:
            client = client_for(params, context.notify)
            try:
                return self.act(client, params, context)
            finally:
                client.release()
        except FAILURES as error:
            return dict(error.as_result(), failed=True)

    def main(self):
        module = AnsibleModule(self.argument_spec(), supports_check_mode=True, **self.rules)
        module.no_log_values.update(texts(self.misplaced_secrets(module.params)))
        result = self.run(module.params, Context(check_mode=module.check_mode))
        for warning in result.pop("warnings", []):
            module.warn(warning)
        if result.pop("failed", False):
            module.fail_json(**result)
        module.exit_json(**result)


class StateTask(Task):
    """A state module: everything follows from the resource's declaration."""

    def __init__(self, resource):
        self.resource = resource
        identifying = ["uuid"] + ([resource.key] if resource.key else []) + ["name"]
        self.rules = {"required_one_of": [identifying]}

    def options(self):
        r = self.resource
        spec = {
            "uuid": {"type": "str"},
            "state": {"type": "str", "default": "present", "choices": ["present", "absent"] + list(r.states)},
            "cascade": {"type": "bool", "default": False},
            "force": {"type": "bool", "default": False},
        }
        for f in r.fields:
            spec[f.option] = {"type": f.type}
            if f.choices:
                spec[f.option]["choices"] = list(f.choices)
            if f.secret:
                spec[f.option]["no_log"] = True
                spec["update_password"] = {
                    "type": "str",
                    "default": "on_create",
                    "choices": ["always", "on_create"],
                    "no_log": False,
                }
        if r.reconnect:
            spec["reconnect"] = {"type": "str", "default": "never", "choices": ["never", "if_disconnected", "always"]}
        for a in r.attachments:
            spec[a.option] = {"type": "list", "elements": "str"}
        return spec

    def act(self, client, params, context):
        r = self.resource
        wish = Wish(
            resource=r,
            values={f.option: params[f.option] for f in r.fields if params[f.option] is not None},
            state=params["state"],
            uuid=(params["uuid"] or "").strip(),
            attachments={a.option: params[a.option] for a in r.attachments if params[a.option] is not None},
            reconnect=params.get("reconnect", "never"),
            update_password=params.get("update_password", "on_create"),
            cascade=params["cascade"],
            force=params["force"],
        )
        return reconcile(client, wish, context.check_mode, params["zstack_wait_timeout"])


class InfoTask(Task):
    """An info module: the rows of a resource, narrowed down by the node, shaped by JMESPath.

    ``scopes`` maps options (zone, cluster ...) to the (resource, inventory field) they stand for.
    """

    def __init__(self, resource, scopes=()):
        self.resource = resource
        self.scopes = dict(scopes)
        self.rules = {"mutually_exclusive": [["uuid", "name"]]}

    def options(self):
        spec = {"uuid": {"type": "str"}, "name": {"type": "str"}}
        spec.update({option: {"type": "str"} for option in self.scopes})
        spec.update(SELECTION)
        return spec

    def act(self, client, params, context):
        # In check mode an earlier task would have made the zone or cluster: nothing is in it yet.
        observer = Observer(client, predict=context.check_mode)
        exact = [(option, params[option].strip()) for option in ("uuid", "name") if params[option]]
        within = []
        for option, (resource, field) in self.scopes.items():
            if params[option]:
                scope = [pair for pair in within if pair[0] in resource.inventory]
                within.append((field, observer.resolve(resource, params[option], option, scope)[0]))
        found = select(client, self.resource.query, within, params, exact + list(self.resource.narrow))
        fields = () if params["fields"] else self.resource.inventory_of(client.generation)
        result = answer(self.resource.plural, rows(found, fields, self.resource.secret_inventory), params)
        return dict(result, warnings=observer.warnings) if observer.warnings else result


#: The options by which info modules select and shape rows.
SELECTION = {
    "filters": {"type": "list", "elements": "str", "default": []},
    "fields": {"type": "list", "elements": "str"},
    "query": {"type": "str"},
}


def select(client, api, equal, params, exact=(), **paging):
    """The rows that the task's ``filters`` leave, with the task's ``fields`` only.

    ``equal`` and ``exact`` are (field, value) pairs; the latter are texts, whose case the node ignores.
    """
    if min(paging.get("limit") or 0, paging.get("start") or 0) < 0:
        raise Refused("limit and start must not be negative")
    fields = [camel(name) for name in params["fields"]] if params["fields"] else None
    asked = fields and fields + [field for field, value in exact if field not in fields]
    if paging.get("sort"):
        paging["sort"] = camel(paging["sort"])
    conditions = [exactly(*pair) for pair in exact] + [where(field, "=", value) for field, value in equal]
    found = client.query(api, conditions + conditions_of(params), fields=asked, **paging)
    found = [row for row in found if all(row.get(field) == value for field, value in exact)]
    return found if asked == fields else [{k: v for k, v in row.items() if k in fields} for row in found]


def count(client, api, params):
    """How many rows the task's ``filters`` leave."""
    return client.count(api, conditions_of(params))


def answer(key, found, params):
    """The result of an info module: the rows under ``key``, and what the JMESPath ``query`` makes of them."""
    result = {"changed": False, key: found}
    if params["query"]:
        result["result"] = project(params["query"], found)
    return result


def project(expression, found):
    if jmespath is None:
        raise Refused(missing_required_lib("jmespath"))
    try:
        return jmespath.search(expression, found)
    except jmespath.exceptions.JMESPathError as error:
        raise Refused(
            f"query: {expression!r} is not a JMESPath expression that works on these rows: {error}"
        ) from error


def conditions_of(params):
    """The conditions as the user writes them; field names may be given in snake_case as the results have them."""
    conditions = []
    for text in params["filters"]:
        try:
            condition = parse_condition(text)
        except ConditionError as error:
            raise Refused(f"filters: {error.message}") from error
        conditions.append(condition._replace(field=".".join(camel(part) for part in condition.field.split("."))))
    return conditions
