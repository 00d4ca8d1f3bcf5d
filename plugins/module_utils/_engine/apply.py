# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a plan: whatever is ready is sent, and all that runs is looked at in one sweep, in one thread.

Of one object there is never more than one step under way; of a cloud, as many as ``parallelism`` allows. A step that
fails stops only what depends on it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any

from .._api.declaration import RESOURCE_UUID, DeclarationError
from .._client.errors import ConnectionFailed, ConnectionLost, WaitTimeout, ZStackError
from .._client.jobs import Notices, Outage, pause_after
from .._client.queries import where
from .errors import EngineError, Refused
from .outcome import Outcome
from .words.readings import ask

_FAILURES = (ZStackError, DeclarationError, EngineError)
#: Seconds after which a job is asked about for the first time, at most.
_FIRST_LOOK = 1


@dataclass
class _Running:
    step: Any
    job: Any = None
    since: float = 0.0
    due: float = 0.0  # when to look at the inventory that is waited for
    over: bool = False
    carried_out: bool = False
    doubt: Any = None  # why nobody knows yet whether it came about
    error: Any = None

    def end(self, error=None):
        self.over, self.error = True, error and (self.doubt or error)


def apply(client, plan, wait_timeout, parallelism=1, progress=None):
    """Run the steps within ``wait_timeout`` seconds, and begin nothing after that. Returns the Outcome.

    ``progress(outcome, running, away)`` is told after each sweep what is under way, with ``step`` and ``since`` in
    monotonic seconds, and whether the node is away; there are no notices of single waits then.
    """
    return _Apply(client, plan, wait_timeout, parallelism, progress).run()


class _Apply:
    def __init__(self, client, plan, wait_timeout, parallelism, progress):
        self.client = client
        self.wait_timeout = wait_timeout
        self.deadline = time.monotonic() + wait_timeout
        self.parallelism = parallelism
        self.progress = progress
        self.waiting = {step.id: step for step in plan.steps}
        self.sorter = plan.sorter()
        self.ready = []
        self.outcome = Outcome(deadline=self.deadline)
        self.running = []
        self.notices = None if progress else Notices(client.notify)
        self.outage = Outage()
        self.usual = {}  # API -> seconds that its quickest job took
        self.begin = time.monotonic()

    def run(self):
        while self._start() or self.running:
            for item in self.running:
                self._look(item)
            self._look_at_inventories()
            over = [item for item in self.running if item.over]
            self.running = [item for item in self.running if not item.over]
            for item in over:
                self._settle(item)
            if self.progress:
                self.progress(self.outcome, self.running, any(map(self._away, self.running)))
            if self.running and not over:
                self._pause()
        self.outcome.blocked += self.waiting.values()
        return self.outcome

    def _start(self):
        """Send what is ready; whether there was anything."""
        self.ready += self.sorter.get_ready()
        free = self.parallelism - len(self.running)
        ready, self.ready = self.ready[:free], self.ready[free:]
        for id in ready:
            step, left = self.waiting.pop(id).renamed(self.outcome.chosen), self.deadline - time.monotonic()
            item = _Running(step, since=time.monotonic())
            self.running.append(item)
            if left <= 0 and (self.outcome.done or self.outcome.failed):
                message = f"The {self.wait_timeout:g} s of zstack_wait_timeout were over before {step.label}"
                item.end(WaitTimeout(message))
            elif step.api:
                item.job = self.client.start(step.api, step.params, wait_timeout=max(0, left), what=step.what)
                item.job.due = max(item.job.due, item.since + self.usual.get(step.api, 0))
        return bool(ready)

    def _settle(self, item):
        if item.error is not None:
            self.outcome.failed[item.step] = item.error
            if item.carried_out:
                self.outcome.late.append(item.step)
        else:
            self.sorter.done(item.step.id)
            self.outcome.done.append(item.step)

    def _look(self, item):
        if item.over or item.job is None or not item.job.look():
            return
        step, job, item.job = item.step, item.job, None
        try:
            reply = job.result()
            self._learn(step.api, time.monotonic() - item.since)
            item.carried_out = True
            self._done(step, reply)
        except _FAILURES as error:
            if not self._came_about(step, error):
                return item.end(error)
            if step.makes:
                # It is there, and until it is settled it may yet fail and vanish.
                item.step = replace(step, until={**step.resource.settled, **step.until})
            # Only what is waited for tells more than that it has begun.
            item.doubt = error if item.step.until and not step.proof and not step.ends else None
            item.carried_out = not item.doubt
        if not item.step.until:
            item.end()

    def _learn(self, api, seconds):
        """Of many jobs of an API, none is asked about before the quickest so far had ended."""
        self.usual[api] = min(seconds, self.usual.get(api, _FIRST_LOOK))

    def _done(self, step, reply):
        self.outcome.replies.append(reply)
        if step.makes:
            uuid = (reply.get("inventory") or {}).get("uuid", step.uuid)
            if uuid != step.uuid:
                self.outcome.chosen[step.uuid] = uuid
                if step.params.get(RESOURCE_UUID.name):
                    raise Refused(f"{step.api.name}: the node answered for {uuid} instead of {step.uuid}")

    def _came_about(self, step, error):
        """Whether a step of which the node does not tell how it ended came about after all."""
        if getattr(error, "facts", {}).get("outcome") != "unknown":
            return False
        try:
            if step.proof:
                resource, uuid, proves = step.proof
                return proves(self._row(resource, uuid))
            row = self._row(step.resource, step.uuid)
        except _FAILURES:
            return False
        if step.ends:
            return row is None
        # What is waited for next tells of everything else; a new object has a uuid of ours.
        return row is not None and bool((step.until and step.moves) or step.makes)

    def _row(self, resource, uuid):
        narrow = [where(field, "=", value) for field, value in resource.narrow]
        found = resource.there(self.client.query(resource.query, [where("uuid", "=", uuid), *narrow]))
        return found[0] if found else None

    # -- waiting for what an inventory shows, by one query a kind ---------------------------------------------------

    def _look_at_inventories(self):
        now, kinds = time.monotonic(), {}
        for item in self.running:
            if not item.over and item.job is None and item.due <= now:
                kinds.setdefault((item.step.resource.query, item.step.resource.narrow), []).append(item)
        for (query, narrow), items in kinds.items():
            uuids = sorted({item.step.uuid for item in items})
            try:
                found = self.client.query(query, [where("uuid", "?=", uuids), *(where(f, "=", v) for f, v in narrow)])
            except _FAILURES as error:
                for item in items:
                    self._unread(item, error)
                continue
            self.outage.over()
            rows = {row["uuid"]: row for row in found}
            for item in items:
                self._read(item, rows.get(item.step.uuid))

    def _read(self, item, row):
        """Compare the row with what other APIs tell beside it."""
        try:
            for word in item.step.reads if row else ():
                row[word.option] = ask(word, item.step.uuid, self.client)
        except _FAILURES as error:
            return self._unread(item, error)
        self._compare(item, row)

    def _unread(self, item, error):
        """A node that is away is borne for a while, as jobs bear it."""
        away = isinstance(error, (ConnectionFailed, ConnectionLost)) and time.monotonic() < self.deadline
        if not (away and self.outage.goes_on()):
            return item.end(error)
        item.due = min(self.outage.ask_at, self.deadline)

    def _compare(self, item, row):
        step, now = item.step, time.monotonic()
        if row is None:
            if step.makes:
                item.doubt = None  # it was undone
            item.end(Refused(f"{step.goal} was waited for, but it is gone: it could not be added, or was deleted"))
        elif all(row.get(field) in values for field, values in step.until.items()):
            item.end()
        elif now >= self.deadline and item.doubt:
            item.end(item.doubt)
        elif now >= self.deadline:
            seen = ", ".join(f"{field} {row.get(field)}" for field in step.until)
            message = (
                f"Waited {now - item.since:.1f} s in vain for {step.goal}; last seen: {seen}. Give a longer "
                "zstack_wait_timeout if it just takes longer."
            )
            item.end(WaitTimeout(message, waited=round(now - item.since, 1)))
        else:
            item.due = min(now + pause_after(now - item.since), max(now, self.deadline))

    def _pause(self):
        now = time.monotonic()
        due = min(item.job.due if item.job else item.due for item in self.running)
        if due > now:
            if self.notices:
                longest = min(self.running, key=lambda item: item.since)
                what = longest.job.what if longest.job else longest.step.goal
                self.notices.tell(what, now - self.begin, self._away(longest))
            time.sleep(due - now)

    def _away(self, item):
        return item.job.away if item.job else bool(self.outage.since)
