# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a module is: an argument spec and a run, as an ordinary module or inside the worker. PRIVATE to zstack.cloud.

A module file makes one ``task`` of these classes and calls ``task.main()``; the action plugin of the same name
imports the file and calls ``task.run()`` in the worker process. Neither decides anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.common.parameters import remove_values

from .._api.declaration import GENERATIONS
from .._api.secrets import secret_texts
from .._client.queries import where
from .._engine import acting, gathering, joining, listing
from .._engine.draft import Draft
from .._engine.errors import lacking, unknown
from .._engine.observe import Observer
from .._engine.reconcile import reconcile
from .._engine.render import rows_out
from .._engine.spec import options
from .._engine.uuids import checked_reference
from .._resources.words import snake
from .connection import CONNECTION, FAILURES, client_for
from .masking import masked, misspelt_secrets, texts
from .misspelt import hinted
from .selection import SELECTION, answer, select


@dataclass(frozen=True)
class Context:
    """How a task runs: in check mode or not, and where the progress of a long wait and every request are told.

    ``terminal``: whether somebody may be watching.
    """

    check_mode: bool = False
    notify: Callable = None
    trace: Callable = None
    terminal: bool = False


class _Module(AnsibleModule):
    """An ordinary module that masks its result as the worker does, also where it refuses its arguments."""

    def __init__(self, task):
        self._task = task
        super().__init__(task.argument_spec(), supports_check_mode=True, no_log=not task.logged, **task.rules)

    def fail_json(self, msg, **kwargs):
        # Of its arguments there are no wrong ones left once it runs.
        msg = hinted(msg, self.argument_spec, self.params)
        self.no_log_values.update(self._task.misspelt_secrets(self.params))
        super().fail_json(**self.masked(dict(kwargs, msg=msg)))

    def masked(self, result):
        """The result without secrets; the arguments, which Ansible adds, lose theirs too."""
        secrets, self.no_log_values = self.no_log_values, set()
        self.params = remove_values(self.params, secrets)
        return masked(result, secrets, self.argument_spec)


class Task:
    """An argument spec, the rules among its options, and what is done with them."""

    #: Rules among the options, in AnsibleModule's own words.
    rules = {}
    #: Whether the system's log may have the arguments, less those of ``no_log`` options, when it runs as a module.
    logged = True

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
        return list(secret_texts(params.get("zstack_url")))

    def misspelt_secrets(self, params):
        """Secrets in options that do not exist but look as if a secret one was meant, at any depth."""
        return misspelt_secrets(self.argument_spec(), params)

    def run(self, params, context):
        """The result of the validated ``params``: a plain dict, with ``failed`` and ``msg`` when it did not work."""
        try:
            client = client_for(params, context.notify, context.trace)
            client.limit(params["zstack_wait_timeout"])
            try:
                return self.act(client, params, context)
            finally:
                client.release()
        except FAILURES as error:
            return dict(error.as_result(), failed=True)

    def main(self):
        module = _Module(self)
        module.no_log_values.update(texts(self.misplaced_secrets(module.params)))
        result = module.masked(self.run(module.params, Context(check_mode=module.check_mode)))
        for warning in result.pop("warnings", []):
            module.warn(warning)
        if result.pop("failed", False):
            module.fail_json(**result)
        module.exit_json(**result)


class ReconcilingTask(Task):
    """A module that changes something: all follows from what is declared, and ``kind`` plans it."""

    kind = None

    def __init__(self, resource):
        self.resource = resource

    def act(self, client, params, context):
        return self.reconciled(self.resource, client, params, context)

    def reconciled(self, declared, client, params, context):
        values = {name: params[name] for name in self.options() if params[name] is not None}
        return reconcile(client, self.kind, declared, values, context.check_mode, params["zstack_wait_timeout"])


class StateTask(ReconcilingTask):
    """A state module: of a Resource."""

    kind = Draft

    def options(self):
        return options(self.resource)


class AttachTask(ReconcilingTask):
    """That one object has another: of a Member."""

    kind = joining.Joining

    def options(self):
        return joining.options(self.resource)


class ActTask(ReconcilingTask):
    """An act that is no state: of an Action, or of that one of several whose aim or state the task gives."""

    kind = acting.Acting

    def __init__(self, *actions):
        self.actions = actions
        self.states = [action.state for action in actions if action.state]
        aims = [action.aim for action in actions]
        several = len(actions) > 1 and not self.states
        self.rules = {"mutually_exclusive": [aims], "required_one_of": [aims]} if several else {}

    def options(self):
        spec = {name: option for action in self.actions for name, option in acting.options(action).items()}
        if self.states:
            spec["state"] = {"type": "str", "default": self.states[0], "choices": self.states}
        return spec

    def act(self, client, params, context):
        given = self.actions
        if self.states:
            given = [action for action in given if action.state == params["state"]]
        elif len(given) > 1:
            given = [action for action in given if params[action.aim] is not None]
        return self.reconciled(given[0], client, params, context)


class InfoTask(Task):
    """An info module: the rows of a resource, narrowed down by the node, shaped by JMESPath.

    ``scopes`` maps options (zone, cluster ...) to the (resource, inventory field) they stand for; the field may be one
    of a related object (``host.clusterUuid``). Where another query relates the two, it stands third: (query, its field
    with the scope's uuid), and the inventory field is what it has of the rows' uuids. ``gather`` are the Readings, each
    of which costs a request a row, and Related words that can be asked for.
    """

    def __init__(self, resource, scopes=(), gather=()):
        self.resource = resource
        self.scopes = dict(scopes)
        self.gather = gather
        self.rules = {"mutually_exclusive": [["uuid", "name"]]} if "name" in self._telling() else {}

    def _telling(self):
        named = any("name" in self.resource.inventory_of(generation) for generation in GENERATIONS)
        return ("uuid", "name") if named else ("uuid",)

    def options(self):
        spec = {option: {"type": "str"} for option in (*self._telling(), *self.scopes)}
        spec.update(SELECTION)
        if self.gather:
            choices = list(dict.fromkeys(word.option for word in self.gather))
            spec["gather"] = {"type": "list", "elements": "str", "default": [], "choices": choices}
        return spec

    def act(self, client, params, context):
        # In check mode an earlier task would have made the zone or cluster: nothing is in it yet.
        resource, observer = self.resource, Observer(client, predict=context.check_mode)
        known = resource.inventory_of(client.generation)
        self._refuse_what_is_not_here(params, client.generation, known)
        telling = [option for option in self._telling() if params[option] is not None]
        exact = [(option, checked_reference(params[option], option)) for option in telling]
        within = self._within(observer, params)
        gather = [word for word in self.gather if word.option in params["gather"]] if self.gather else []
        gather = [word for word in gather if getattr(word, "only", None) in (None, client.generation)]
        asked, beside = params["fields"], []
        if asked and gather:
            given = [snake(name.strip()) for name in asked]
            beside = [name for name in map(snake, gathering.fields(gather, client.generation)) if name not in given]
            asked = [*asked, *beside]
        found = []
        if all(value != [] for _field, value in within):
            narrow = exact + list(resource.narrow)
            found = select(client, resource.query, within, dict(params, fields=asked), narrow, known)
        told = rows_out(resource, found, () if asked else known, observer)
        for row, more in zip(told, gathering.gathered(gather, found, observer)):
            row.update(more)
            for name in beside:
                del row[name]
        result = answer(resource.plural, told, params)
        return dict(result, warnings=observer.warnings) if observer.warnings else result

    def _refuse_what_is_not_here(self, params, generation, known):
        if self.resource.only not in (None, generation):
            raise lacking(generation, self.resource)
        self.resource.query.route(generation)
        fields = {option: option for option in self._telling()}
        fields.update((option, field) for option, (_other, field, *_through) in self.scopes.items())
        for option, field in fields.items():
            has = [g for g in GENERATIONS if field in self.resource.inventory_of(g)]
            if params[option] is not None and has and field not in known:
                raise unknown(generation, option, has[0])

    def _within(self, observer, params):
        """(field, value) pairs of the scopes that the task gives; a list of values: one of them."""
        pairs = []
        for option, (other, field, *through) in self.scopes.items():
            if params[option] is not None:
                # A scope narrows down those after it, as a zone does its clusters.
                scope = [(f.rpartition(".")[2], value) for f, value in pairs if isinstance(value, str)]
                scope = [pair for pair in scope if pair[0] in other.inventory]
                uuid = observer.resolve(other, params[option], option, scope)["uuid"]
                pairs.append(self._through(observer, uuid, field, *through) if through else (field, uuid))
        return pairs

    @staticmethod
    def _through(observer, uuid, field, related):
        query, theirs = related
        rows = [] if uuid in observer.unreal else observer.related(query, [where(theirs, "=", uuid)], sort=field)
        return "uuid", sorted({row[field] for row in rows})


class ListTask(Task):
    """An info module for what is no query: of one or several Listings, each under its name in the result."""

    def __init__(self, *listings):
        self.listings = listings
        self.rules = {"mutually_exclusive": [list(word.exclusive) for word in listings if word.exclusive]}

    def options(self):
        spec = {name: option for word in self.listings for name, option in listing.options(word).items()}
        return dict(spec, query={"type": "str"}) if len(self.listings) == 1 else spec

    def act(self, client, params, context):
        observer = Observer(client, predict=context.check_mode)
        values = {name: params[name] for name in self.options() if params[name] is not None}
        told, asking = {}, None
        for word in self.listings:
            asking = listing.Asking(word, values, observer, asking)
            told[word.name] = asking.rows_told()
        result = dict(told, changed=False)
        if len(self.listings) == 1:
            result = answer(self.listings[0].name, told[self.listings[0].name], params)
        return dict(result, warnings=observer.warnings) if observer.warnings else result
