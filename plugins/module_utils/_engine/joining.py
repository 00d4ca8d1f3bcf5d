# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Member: one object has another, named or the first that fits; the rest of what it has is left alone."""

from __future__ import annotations

from .._client.queries import where
from . import identity, unfit
from .errors import NotFound, Refused
from .render import rows_out
from .sketch import Sketch
from .values import equal, read, spelt
from .words import connects, stops
from .words.fields import option


def options(member):
    """The argument spec."""
    spec = {f.option: option(f) for f in member.fields}
    spec["state"] = {"type": "str", "default": "present", "choices": ["present", "absent"]}
    if member.stops:
        spec.update(stops.options(member.stops))
    return spec


class Joining(Sketch):
    """``row`` is the member: the one that is joined already, or the one that will be."""

    @property
    def name(self):
        return self.label(self.row) if self.row else ""

    def observe(self):
        word = self.resource
        self.refuse_wrong(word.fields)
        if self.state != "absent":
            self.refuse_wrong(word.sends, word.add)
        if not self.given(word.member) and not any(self.given(f.option) for f in word.criteria):
            named = " or ".join([word.member, *(f.option for f in word.criteria)])
            raise Refused(f"say which {word.title}: give {named}")
        try:
            identity.resolve(self)
        except NotFound:
            if self.state != "absent":
                raise
            self.joined = []  # what is not there is not joined
            return
        self.holder = self.fields[word.holder]
        self.joined = self._joined()
        as_wanted = [row for row in self.joined if not self._sent_otherwise(row)]
        self.row = (as_wanted or self.joined or [None])[0]

    def make_plan(self):
        word = self.resource
        before, after = {}, {}
        if self.state == "absent":
            for row in self.joined:
                self._leave(row)
            before[word.member] = sorted(map(self.label, self.joined)) or None
            after[word.member] = None
        else:
            before[word.member] = self.label(self.row) if self.row else None
            if self.row is None:
                self.row = self._chosen()
            if not self.joined:
                self._refuse_another_place()
                self._join()
            elif self._sent_otherwise(self.row):
                raise self._joined_otherwise()
            after[word.member] = self.label(self.row) if self.row else None
        self.inventory = dict(self.row or {})
        if self.state != "absent" and self.row and not self.joined:
            self.inventory[word.row] = self._held(self.row)
            told = word.of.inventory_of(self.generation)
            shows = {**self.until, **word.becomes}
            self.inventory.update({field: values[0] for field, values in shows.items() if field in told})
            self.inventory.update({f.row: self.fields[f.option] for f in word.sends if f.row and self.given(f.option)})
        return self.planned(before, after, self.inventory)

    # -- finding ----------------------------------------------------------------------------------------------------

    def _joined(self):
        """The members that the holder has already and that the task means."""
        word = self.resource
        if self.given(word.member):
            [row] = self.rows[word.member]
            if not self.assumed and not self.fits(row):
                raise Refused(f"{word.member}: {word.title} {self.label(row)} has not {unfit.wanted(self)}")
            return [row] if self._has(row) else []
        if self.assumed:
            return []
        rows = self.observer.rows(word.of, [(word.row, self.holder)])
        return sorted(filter(self.fits, rows), key=self.label)

    def _has(self, row):
        held = row.get(self.resource.row)
        return self.holder in (held or ()) if self.resource.many else held == self.holder

    def fits(self, row):
        for f in self.resource.criteria:
            if self.given(f.option):
                now = f.form.read(row) if f.form else read(f, row.get(f.row))
                wanted = spelt(f, self.fields[f.option])
                if not (wanted in now if isinstance(now, list) else equal(now, wanted)):
                    return False
        return True

    def _chosen(self):
        """The member to join: the one that is named, if it can be joined, or the first candidate that fits."""
        word = self.resource
        named = self.rows[word.member][0] if self.given(word.member) else None
        if self.assumed:
            return named
        candidates = self._candidates()
        if candidates is None:
            return named
        if named is not None:
            if named["uuid"] not in {row["uuid"] for row in candidates}:
                label = f"{word.title} {self.label(named)}"
                raise Refused(f"{word.member}: {label} cannot be attached: {unfit.why(self, named)}")
            return named
        fitting = sorted(filter(self.fits, candidates), key=self.label)
        if not fitting:
            raise unfit.nothing(self, candidates)
        return fitting[0]

    def _candidates(self):
        word = self.resource
        if not word.candidates:
            return None
        reply = self.observer.client.call(word.candidates, word.asking(self))
        return reply.get("inventories") or []

    def _sent_otherwise(self, row):
        """The Fields that went otherwise with the joining than the task wants."""
        told = self.resource.of.inventory_of(self.generation)
        return [
            f
            for f in self.resource.sends
            if f.row in told and self.given(f.option) and not equal(read(f, row.get(f.row)), self.fields[f.option])
        ]

    def _joined_otherwise(self):
        [f, *_others] = self._sent_otherwise(self.row)
        return Refused(
            f"{f.option}: {self.title} is attached with {self.row.get(f.row)!r}, the task asks for "
            f"{self.fields[f.option]!r}: ZStack sets it with the attachment only. Detach it first."
        )

    def label(self, row):
        """How the member is told in the diff: by its name, or whatever it has instead."""
        told = [str(row[field]) for field in self.resource.label if row.get(field)]
        return " ".join(dict.fromkeys(told)) or row["uuid"]

    def _refuse_another_place(self):
        """Refuse to join what is in another zone, or whatever both must have in common."""
        word, [holder] = self.resource, self.rows[self.resource.holder]
        if not word.within or self.row is None or self.assumed:
            return
        if holder.get(word.within.row) != self.row.get(word.within.row):
            raise Refused(
                f"{word.member}: {word.title} {self.label(self.row)!r} is in another {word.within.option} than "
                f"{word.to.title} {holder.get('name')!r}; only what is in the same can be attached"
            )

    # -- steps ------------------------------------------------------------------------------------------------------

    def _join(self):
        word, uuid = self.resource, self.row["uuid"] if self.row else ""
        self.uuid = uuid
        params = {word.this: self.holder, word.other: uuid, **self.params(word.sends, word.add)}
        if self.row is None:
            self.warnings.append(f"which {word.title} is attached is known once there is what the task refers to")
            params[word.other] = self.holder
        self.until = connects.until(word.connects, self, self.row, [self.holder]) if self.row else {}
        proof = (word.of, uuid, lambda row: row and self._has(row))
        self.step("attach", word.add, params, self.until, of=word.of, proof=proof)

    def _leave(self, row):
        word, self.uuid = self.resource, row["uuid"]
        if word.stops:
            there = [where(word.stops_there, "=", self.holder)] if word.stops_there else []
            self.row, self.inventory = row, row
            stops.plan(word.stops, self, stops.observe(word.stops, self, there), "state: absent")
        params = {word.other: row["uuid"]}
        if word.remove.parameter(word.this, self.generation):
            params[word.this] = self.holder
        self.step(
            "detach", word.remove, params, of=word.of, proof=(word.of, row["uuid"], lambda row: not self._has(row))
        )

    def _held(self, row):
        word = self.resource
        return sorted({*(row.get(word.row) or ()), self.holder}) if word.many else self.holder

    # -- the result -------------------------------------------------------------------------------------------------

    @property
    def title(self):
        return f"{self.resource.title} {self.label(self.row)}"

    def shown(self):
        word = self.resource
        if self.state == "absent" or not self.inventory:
            return {word.member: None}
        fields = word.of.inventory_of(self.generation)
        names = {} if word.many else {word.row: word.to}
        [told] = rows_out(word.of, [self.inventory], fields, self.observer, names)
        return {word.member: told}

    def read_again(self, outcome):
        if self.state != "absent":
            self.observer = self.observer.anew()
            self.inventory = self.observer.read(self.resource.of, self.row["uuid"]) or {}
        return self.result(self.plan.after)
