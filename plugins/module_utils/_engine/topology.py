# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole cloud as one desired state: one read a kind, one graph of steps, whatever the size.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.
"""

from __future__ import annotations

from .._api.declaration import DeclarationError
from .._client.errors import ZStackError
from .._resources.words import Dependents, Tags
from .apart import fill
from .draft import Draft
from .errors import EngineError, Follows, Refused
from .graph import Plan, uuids_in
from .tree import KEYS, RANK, Node, labelled, nodes, within
from .whole import Whole
from .words import dependents, fields
from .words.events import spread
from .words.tags import OWN

FAILURES = (ZStackError, DeclarationError, EngineError)


class Topology:
    """The tree of one task on one cloud.

    ``params``: the module's. ``nodes`` are the objects of the tree, ``going`` the Nodes of what is deleted, none unless
    ``sure``, ``plan`` is what is left to do.
    """

    def __init__(self, client, params):
        self.client = client
        self.params = params
        self.owner = f"{OWN}topology::{params['name']}"

    def sketch(self):
        """Read the cloud, one read a kind, and decide all; everything that is refused is told at once."""
        self.look()
        refused = [n for n in [*self.nodes, *self.going] if n.error and not isinstance(n.error, Follows)]
        if refused:
            raise Refused(
                "; ".join(f"{node.said}: {node.error.message}" for node in refused),
                refused=[{"path": node.path, "name": node.name, "msg": node.error.message} for node in refused],
            )
        return self

    def look(self):
        """The same, but what is refused is left in its Node."""
        self.observer = Whole(self.client)
        self.nodes = nodes(self.params) if self.params["state"] == "present" else []
        for node in self.nodes:
            fill(node, self.params["secrets"])
        in_order = sorted(self.nodes, key=lambda node: RANK[node.resource.kind])
        for node in in_order:
            self._try(node, self._look)
        self._refuse_twins()
        # Of what could not be looked for nobody knows that it is no longer named.
        self.sure = not any(node.error for node in self.nodes)
        self.going = self._going()
        self._foresee()
        for node in in_order:
            self._try(node, self._plan)
        for node in self.going:
            self._try(node, lambda node: node.draft.make_plan())
        self.plan = Plan.joined(node.draft.plan for node in self._sound())
        self.plan.ordered()
        return self

    def _sound(self):
        """The Nodes that can be carried out: none that needs what is refused."""
        while True:
            sound = [node for node in [*self.nodes, *self.going] if node.error is None]
            if len(sound) == len(self.nodes) + len(self.going):
                return sound
            steps = {node: node.draft.plan.steps for node in sound}
            lost = self.observer.unreal - {step.makes for its in steps.values() for step in its}
            needy = [node for node in sound if any(uuids_in(step.params) & lost for step in steps[node])]
            if not needy:
                return sound
            for node in needy:
                node.error = Follows("what it needs is refused")

    @property
    def later(self):
        """Nodes of which nothing can be known before what they are within is there."""
        return [node for node in self.nodes if node.later]

    def _try(self, node, act):
        if node.error is None:
            try:
                act(node)
            except FAILURES as error:
                node.error = error

    def _look(self, node):
        values = dict(node.values)
        if node.parent:
            if node.parent.error:
                raise Follows("what it is in is refused")
            values[node.option] = node.parent.draft.uuid
        node.draft = Draft(node.resource, values, self.observer)
        node.draft.owner = self.owner if node.resource.of(Tags) else ""
        node.draft.look()
        if node.draft.new and node.resource.create:
            self.observer.add_planned(node.resource, fields.predicted(node.draft))

    def _refuse_twins(self):
        seen = {}
        for node in self.nodes:
            if node.draft and node.error is None:
                first = seen.setdefault(node.draft.uuid, node)
                if first is not node:
                    node.error = Refused(f"this is the {node.resource.title} of {first.path} again")

    def _foresee(self):
        """Names and addresses are free where their objects go, or get others."""
        gone = {node.draft.uuid for node in self.going if node.draft}
        changed = {}
        for node in self.nodes:
            if node.error is None and node.draft.row:
                told = fields.told_by(node.draft)
                changed.update({node.draft.uuid: told} if told else {})
                lost = [r for rows in node.draft.rows.values() for r in rows if r["uuid"] in gone]
                if lost:
                    name = lost[0].get("name") or lost[0]["uuid"]
                    node.error = Refused(f"it needs {name}, which the tree does not name and which is to be deleted")
        self.observer.foresee(gone, changed)

    def _plan(self, node):
        draft, first = node.draft, {other.kind for other in node.resource.follows}
        if node.parent and node.parent.error:
            raise Follows("what it is in is refused")
        node.later = draft.new and not node.resource.create and draft.assumed
        if node.later:
            draft.planned({}, {}, None)
            return
        others = (n for n in self.nodes if n.resource.kind in first) if first else ()
        draft.follow(n.draft.steps[-1].id for n in others if n.draft and n.draft.plan and n.draft.steps)
        if node.parent:
            spread(draft, node.parent.draft)
        _observe(node)
        draft.make_plan()

    # -- what goes ----------------------------------------------------------------------------------------------------

    def _going(self):
        """Nodes of what is deleted: what this topology made and no longer names, or all that is within its zones."""
        prune = "managed" if self.params["state"] == "absent" else self.params["prune"]
        if prune == "none" or not self.sure:
            return []
        named = {node.draft.uuid for node in self.nodes if node.draft}
        found = self._owned(named) if prune == "managed" else self._inside(named)
        going = {row["uuid"] for _key, _resource, row in found}
        doomed = {}
        placed = [(-RANK[item[1].kind], self._place(*item), item[2]["uuid"], item) for item in found]
        for _rank, place, uuid, (key, resource, row) in sorted(placed, key=lambda item: item[:3]):
            place = f"{place} {uuid}" if place in doomed else place
            values = {"uuid": uuid, "state": "absent", "cascade": True}
            node = doomed[place] = Node(place, place, key, resource, values, label=labelled(resource, row))
            self._try(node, self._look)
            self._try(node, lambda node, row=row: self._guard(node, row, going))
            self._try(node, _observe)
        return list(doomed.values())

    def _place(self, key, resource, row):
        """Where the object would stand in a tree, by names."""
        own = f"{key}[{labelled(resource, row)}]"
        for f, outer in within(resource):
            for holder in self.observer.rows(KEYS[outer], [("uuid", row.get(f.row))]):
                return f"{self._place(outer, KEYS[outer], holder)}.{own}"
        return own

    def _owned(self, named):
        """(key, resource, row) of what carries the topology's tag and is not named."""
        kinds = {}
        for key, resource in self._made():
            for word in resource.of(Tags):
                kinds.setdefault(word.kind, []).append((key, resource))
        found = []
        for uuid, kind in self.observer.tagged(self.owner):
            rows = [(k, r, row) for k, r in kinds.get(kind, ()) for row in self.observer.rows(r, [("uuid", uuid)])]
            found += [item for item in rows[:1] if uuid not in named and uuid not in self.observer.unreal]
        return found

    def _inside(self, named):
        """(key, resource, row) of all that is within the zones of the tree and is not named."""
        zones = {node.draft.uuid for node in self.nodes if node.draft and not node.parent and not node.draft.new}
        found, seen = [], set(named)
        inside = set(zones)
        for key, resource in sorted(self._made(), key=lambda item: RANK[item[1].kind]):
            within = [f.row for f in resource.fields if f.ref and f.row and f.type != "list"]
            for row in self.observer.all(resource, planned=False) if within else ():
                if any(row.get(field) in inside for field in within):
                    inside.add(row["uuid"])
                    if row["uuid"] not in seen:
                        seen.add(row["uuid"])
                        found.append((key, resource, row))
        return found

    def _made(self):
        """(key, resource) of what a topology can make; what is found only, as devices are, is never deleted."""
        pairs = [(key, r) for key, r in KEYS.items() if r.delete and r.create]
        return [(key, r) for key, r in pairs if r.only in (None, self.client.generation)]

    def _guard(self, node, row, going):
        """Refuse to take along what does not go by itself, unless the task says so."""
        along = {}
        for word in node.resource.of(Dependents):
            if word.only in (None, self.client.generation):
                if word.field and "." not in word.field:  # a related object's can be asked for, not read
                    others = self.observer.everything(word.query, word.field, word.named).get(row["uuid"], ())
                else:
                    others = self.observer.related(word.query, dependents.conditions(word, row))
                names = sorted(str(other.get(word.named)) for other in others if other["uuid"] not in going)
                along.update({word: names} if names else {})
        if along and not self.params["cascade"]:
            listed = "; ".join(f"{word.fate} {word.label}: {', '.join(names[:10])}" for word, names in along.items())
            raise Refused(f"its deletion would {listed}. Set cascade: true to have that")
        node.draft.top["deleted_with_it"] = {word.label: names for word, names in along.items()}


def _observe(node):
    for words, behaviour in node.draft.words():
        behaviour.observe(words, node.draft)
