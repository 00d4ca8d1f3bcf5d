# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Action: an act that is no state, and what came of it."""

from __future__ import annotations

from .._client.queries import where
from .._resources.words import snake
from . import identity
from .errors import Failed, NotFound, Refused
from .render import rows_out
from .sketch import Sketch
from .uuids import PREDICTED_UUID
from .values import equal, show
from .words.fields import option


def options(action):
    """The argument spec."""
    return {f.option: option(f) for f in action.fields}


class Acting(Sketch):
    """``row`` is the subject's, before and then after the act."""

    asked = None
    lost = False

    @property
    def name(self):
        return str(self.row.get("name") or self.row["uuid"]) if self.row else ""

    @property
    def title(self):
        return f"{self.subject.title} {self.name!r} ({self.uuid})" if self.row else self.resource.title

    @property
    def subject(self):
        return self.resource.field(self.resource.subject).ref if self.resource.subject else None

    def observe(self):
        word = self.resource
        self.refuse_wrong(word.fields, word.api)
        undoes = self.state == "absent"
        self.observer.predict = self.observer.predict and not undoes
        try:
            identity.resolve(self)
        except NotFound:
            if not undoes:
                raise
            self.lost = True  # of what is not there nothing is left to undo
        [self.row] = self.rows.get(word.subject, [None])
        self.uuid = self.row["uuid"] if self.row else ""
        if not self.assumed and not self.lost:
            self.look_at(word.looks)
            self._ask()
        self.inventory = dict(self.row or {})

    def _ask(self):
        word = self.resource
        there = word.aim and word.now(self) == self.fields[word.aim]
        asking = word.asking(self) if word.asks and not there else None
        if asking is not None:
            self.asked = self.observer.client.call(word.asks, asking)

    def make_plan(self):
        word = self.resource
        real = not self.assumed
        if word.measure:
            self._tell(word.measure(self), word.wanted(self))
        now = self._aim() if real and word.aim else None
        same = (word.measure and self.before == self.after) or (word.aim and now == self.fields[word.aim])
        if self.lost or (real and (same or (word.already and word.already(self)))):
            self.top["ran"] = []
            return self.planned(self.before, self.after, self.inventory)
        why = word.refuses(self) if real and word.refuses else None
        if why:
            raise Refused(why)
        params = self.params(word.fields, word.api)
        params.update({name: told(self) if real else PREDICTED_UUID for name, told in word.sends.items()})
        became = word.became(self) if word.became else {}
        proves = word.proves or (became and (lambda _sketch, row: self.shows(became, row)))
        proof = (self.subject, self.uuid, lambda row: row is not None and proves(self, row)) if proves else ()
        self.step(word.name, word.api, params, of=self.subject or word, proof=proof)
        self.top["ran"] = [word.api.name]
        for field, values in became.items():
            self.note(snake(field), self.inventory.get(field), values[0], field)
            self.inventory[field] = values[0]
        self.inventory.update(word.foresees(self) if word.foresees and real else {})
        return self.planned(self.before, self.after, self.inventory)

    def _aim(self):
        """The uuid of where the subject is."""
        aim, now = self.resource.field(self.resource.aim), self.resource.now(self)
        self.note(aim.option, show(self, aim, now), show(self, aim, self.fields[aim.option]))
        return now

    def _tell(self, before, after):
        self.before.update(before)
        self.after.update(after)
        self.top.update(after)

    # -- the result -------------------------------------------------------------------------------------------------

    def shown(self):
        word, told = self.resource, {}
        if word.subject:
            fields = self.subject.inventory_of(self.generation)
            rows = [self.inventory] if self.row else []
            told[self.subject.name] = next(iter(rows_out(self.subject, rows, fields, self.observer)), None)
        if word.result:
            told[word.result] = self.extra.get(word.result)
        return told

    def read_again(self, outcome):
        word, before = self.resource, self.row
        # Of an act that can only be proved there is none.
        reply = outcome.replies[-1] if outcome.replies else {}
        if word.follows and reply:
            self._follow(reply["inventory"]["uuid"], outcome)
        after, changed = dict(self.plan.after), True
        if word.subject:
            self.observer = self.observer.anew()
            self.row = self.inventory = self.observer.read(self.subject, self.uuid) or before
            moved = {
                f: (before.get(f), self.row.get(f)) for f in word.moves if not equal(before.get(f), self.row.get(f))
            }
            for field, (was, now) in moved.items():
                self.before[snake(field)], after[snake(field)] = was, now
            changed = bool(moved) if word.measured else True
        if word.measure:
            self._ask()
            self._tell(self.before, word.measure(self))
            after = self.after
        if word.tells:
            self.extra[word.result] = word.tells(reply, self)
        result = dict(self.result(after), changed=changed)
        why = word.failed and word.failed(self.extra.get(word.result))
        if why:
            raise Failed(self.observer.client.hide(why), **result)
        return result

    def _follow(self, uuid, outcome):
        """Wait for the long job to its end."""
        client, word = self.observer.client, self.resource.follows
        job = client.wait_until(
            lambda: next(iter(client.query(word.query, [where("uuid", "=", uuid)])), None),
            lambda job: job is None or job.get(word.field) in word.ended,
            f"{self.title}: {self.resource.api.name} (long job {uuid})",
            outcome.left(),
        )
        if job is None or job.get(word.field) != word.well:
            end = "is forgotten"
            if job is not None:
                end = f"ended as {job.get(word.field)}: {client.hide(word.told(job))}"
            # Part of it may be done.
            message = f"{self.title}: the long job {uuid} of {self.resource.api.name} {end}"
            raise Failed(message, changed=True, long_job_uuid=uuid)
