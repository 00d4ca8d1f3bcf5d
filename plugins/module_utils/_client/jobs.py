# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Jobs that are started and looked at, none of which blocks or is ever carried out twice; and plain waits.

A job goes through these steps, each one request: it is *sent* under a job uuid of our own; where the node's answer to
that is anything but 202, the job is *asked about*, for what was answered need not be what was done; the node knows it:
it is *followed* to its end; the node does not: it is sent again under the same uuid, which the node accepts only once.
"""

from __future__ import annotations

import time
import uuid

from .errors import (
    ApiError,
    ConnectionFailed,
    ConnectionLost,
    HttpError,
    JobForgotten,
    JobTimeout,
    UnexpectedAnswer,
    ZStackError,
)
from .transport import Call

# Most jobs of a management node take milliseconds or minutes.
_FIRST_PAUSE = 0.0015
# A node that restarts is away for a minute or two; one that stays away for longer is reported.
_OUTAGE = 120
# How long a request may still be on its way to the node after its connection has died: pauses before each question.
_GRACE = (0.1, 0.4, 1.0)
# So many answers in a row that nobody can read are no accident.
_UNREADABLE = 10
# First by the session that another process has opened meanwhile and, should that be dead too, by a new login.
RENEWALS = 2


def pause_after(elapsed):
    """Seconds until the next look at what has been waited for for `elapsed` seconds."""
    if elapsed < 0.03:
        return max(_FIRST_PAUSE, min(elapsed, 0.01))
    return min(0.3 * elapsed, 2 if elapsed < 60 else 5)


class Notices:
    """Tells of one long wait after 5, 15, 30 and 60 s and then every minute."""

    def __init__(self, notify):
        self._notify = notify
        self._next = 5

    def tell(self, what, elapsed, away=False):
        if elapsed < self._next:
            return
        while self._next <= elapsed:
            self._next = {5: 15, 15: 30, 30: 60}.get(self._next, self._next + 60)
        if self._notify:
            state = ": the node does not answer at present" if away else ""
            self._notify("waiting for %s for %d s%s" % (what, elapsed, state))


class Wait:
    """One wait of `seconds`: pauses that grow with it, and notices now and then."""

    def __init__(self, what, seconds, notify=None):
        self._what = what
        self._seconds = seconds
        self._notices = Notices(notify)
        self._begin = time.monotonic()

    @property
    def elapsed(self):
        """Seconds since the wait began."""
        return time.monotonic() - self._begin

    def pause(self):
        """Sleep until it is time to look again; at once False when the deadline has passed."""
        elapsed = self.elapsed
        if elapsed >= self._seconds:
            return False
        self._notices.tell(self._what, elapsed)
        time.sleep(min(pause_after(elapsed), self._seconds - elapsed))
        return True


class Outage:
    """What all jobs of a client know about a node that is away: while it is, one of them asks for all.

    since: when it was found away, None while it is there. ask_at: when to ask again. given_up: when the last outage
    was found too long: nobody who has borne it need ask again. All in monotonic seconds.
    """

    def __init__(self):
        self.given_up = 0
        self.over()

    def over(self):
        self.since, self.ask_at = None, 0

    def goes_on(self):
        """Whether to bear it."""
        now = time.monotonic()
        if self.since is None:
            self.since = now
        if now - self.since >= _OUTAGE:
            self.given_up = now
            self.over()
            return False
        self.ask_at = now + min(max(0.1, 0.3 * (now - self.since)), 2)
        return True


class Job:
    """One call of an API, sent when this is made, and then `look`ed at until it has `ended` and has a `result`.

    api: its name. uuid: the job's, ours; None for an API that is answered at once, which has ended when it is made.
    started, due, deadline: monotonic seconds; `look` does nothing before it is due. ended: whether there is a result.
    Nothing but `result` raises.

    line: what all jobs of a client share, an object with transport, session, settings and outage. prepare(): the
    request to send, as (call, session, function that makes its headers). at_once(prepare, prepared): the body of the
    reply to a request that makes no job. what: what is waited for, for messages. seconds: to the deadline.
    """

    def __init__(self, line, api, prepare, at_once, what, seconds):
        self.api = api
        self.uuid = None
        self.started = self.due = time.monotonic()
        self.deadline = self.started + seconds
        self.ended = False
        self._line = line
        self._what = what
        self._prepare = prepare
        self._at_once = at_once
        self._prepared = self._trouble = self._body = self._error = None
        self._sent = self._failed = self._asked = self._unreadable = self._renewals = 0
        self._last = False
        self._step = self._begin
        self.look()

    @property
    def what(self):
        """What is waited for, with API and job."""
        name = "%s (job %s)" % (self.api, self.uuid) if self.uuid else self.api
        return "%s: %s" % (self._what, name) if self._what else name

    @property
    def elapsed(self):
        """Seconds since the job was started."""
        return time.monotonic() - self.started

    @property
    def away(self):
        """Whether the node does not answer at present."""
        return not self.ended and self._line.outage.since is not None

    def look(self):
        """Do what is due: one request at most, and a login where the session has died. Whether the job has ended."""
        if not self.ended and time.monotonic() >= self.due:
            try:
                self._step()
            except Exception as error:
                self._end(error=error)
        return self.ended

    def result(self):
        """The reply's body, {} when it is empty. Raises what went wrong; the facts of a job's ZStackError have api,

        job_uuid, waited (s) and, where nobody can say whether it was carried out, outcome: "unknown".
        """
        if self._error:
            raise self._error
        return self._body

    def _end(self, body=None, error=None):
        if self.uuid and isinstance(error, ZStackError):
            error.facts.update(api=self.api, job_uuid=self.uuid, waited=round(self.elapsed, 1))
            # What was sent and not answered for may have been carried out, or may yet be.
            if self._sent and not isinstance(error, (ApiError, HttpError)):
                error.facts["outcome"] = "unknown"
        self._body, self._error = body, error
        self.ended = True

    def _begin(self):
        self._prepared = self._prepare()
        if not self._prepared[0].is_async:
            return self._end(self._at_once(self._prepare, self._prepared))
        self.uuid = uuid.uuid4().hex
        self._send()

    def _next(self, step, pause, too_late):
        """Go on with a step after a pause: a last time at the deadline, where nothing more is sent but questions.

        Raises what too_late() makes when the deadline has passed.
        """
        now = time.monotonic()
        if self._last or (now + pause >= self.deadline and step == self._send):
            raise too_late()
        self._last = now + pause >= self.deadline
        self.due = min(now + pause, max(now, self.deadline))
        self._step = step

    def _timeout(self):
        """Seconds for one request: all end within one zstack_timeout of the deadline."""
        timeout = self._line.settings.timeout
        return min(timeout, max(0.05, self.deadline + timeout - time.monotonic()))

    def _send(self):
        self._prepared = self._prepared or self._prepare()
        call, _session, authorization = self._prepared
        self._sent += 1
        self._asked = 0
        try:
            headers = {"X-Job-UUID": self.uuid}
            reply = self._line.transport.send(
                call, lambda: dict(authorization(), **headers), retries=0, timeout=self._timeout()
            )
            if reply.status == 202:
                return self._next(self._follow, pause_after(0), self._overdue)
            self._trouble = UnexpectedAnswer("%s was answered with HTTP %d, not as a job." % (self.api, reply.status))
        except ConnectionFailed as error:
            # It did not leave here.
            self._sent -= 1
            self._failed += 1
            if not error.transient or self._failed > self._line.settings.retries:
                raise
            return self._next(self._send, self._line.transport.pause_before(self._failed), lambda error=error: error)
        except ZStackError as error:
            self._trouble = error
        self._next(self._ask, 0 if self._refused() else _GRACE[0], self._lost)

    def _refused(self):
        """Whether the first sending was answered by a refusal: then one question tells whether that is all."""
        return self._sent == 1 and _is_refusal(self._trouble)

    def _ask(self):
        answered, reply = self._poll(self._ask)
        if not answered:
            return
        if reply is not None:
            return self._take(reply)
        trouble, self._asked = self._trouble, self._asked + 1
        if self._asked < (1 if self._refused() else len(_GRACE)):
            return self._next(self._ask, _GRACE[self._asked], self._lost)
        if _is_refusal(trouble):
            if isinstance(trouble, ApiError) and trouble.dead_session:
                return self._renew(trouble)
            raise trouble
        if self._sent > self._line.settings.retries:
            raise self._lost()
        self._next(self._send, 0, self._lost)

    def _follow(self):
        answered, reply = self._poll(self._follow)
        if not answered:
            return
        if reply is None:
            raise JobForgotten(
                "The node accepted %s and no longer knows it: its outcome is unknown. Look at the resource before you "
                "repeat it." % self.what
            )
        self._take(reply)

    def _take(self, reply):
        if reply.status == 202:
            return self._next(self._follow, pause_after(self.elapsed), self._overdue)
        self._end(reply.body)

    def _poll(self, again):
        """(whether there was an answer, the job's Reply or None if the node does not know it).

        Without an answer, `again` is the next step. Raises the job's failure.
        """
        outage = self._line.outage
        if self.started <= outage.given_up:
            raise self._unanswered()
        if time.monotonic() < outage.ask_at:
            self._next(again, outage.ask_at - time.monotonic(), self._unanswered)
            return False, None
        try:
            call = Call(self.what, "GET", "/api-jobs/" + self.uuid, returns=self._prepared[0].returns)
            reply = self._line.transport.send(call, retries=0, timeout=self._timeout())
            outage.over()
            self._unreadable = 0
            return True, reply
        except ApiError as error:
            if not error.is_starting:
                outage.over()
                if not error.dead_session:
                    raise
                self._renew(error)
                return False, None
            self._trouble = error
        except HttpError as error:
            if error.status == 404:
                outage.over()
                return True, None
            self._trouble = error
        except UnexpectedAnswer as error:
            self._trouble = error
            self._unreadable += 1
            if self._unreadable >= _UNREADABLE:
                raise self._unanswered() from error
        except (ConnectionFailed, ConnectionLost) as error:
            self._trouble = error
        if not outage.goes_on():
            raise self._unanswered()
        self._next(again, outage.ask_at - time.monotonic(), self._unanswered)
        return False, None

    def _renew(self, error):
        """Begin again in a new session: the node has refused the old one before it did anything."""
        session = self._prepared[1]
        if self._renewals == RENEWALS or not self._line.session.renew(session):
            raise self._line.session.refused(error.facts)
        self._renewals += 1
        self.uuid = uuid.uuid4().hex
        self._sent = self._failed = 0
        self._prepared = None  # the node may be of another generation by now
        self._next(self._send, 0, lambda: error)

    def _overdue(self):
        return JobTimeout(
            "%s did not end within %g s; it may still be running on the node. Look at the resource before you repeat "
            "it, or give a longer zstack_wait_timeout." % (self.what, round(self.elapsed, 1))
        )

    def _lost(self):
        return ConnectionLost(
            "%s was sent %d times and never accepted as a job; the node knows no such job, so that it was not carried "
            "out, unless it is still on its way. The last time: %s" % (self.what, self._sent, self._trouble.message)
        )

    def _unanswered(self):
        return ConnectionLost(
            "The node cannot be asked about %s: its outcome is unknown. Look at the resource before you repeat it. %s"
            % (self.what, self._trouble.message if self._trouble else "It does not answer.")
        )


def _is_refusal(error):
    return isinstance(error, HttpError) or (isinstance(error, ApiError) and not error.is_starting)


def follow(job, notify):
    """Look at one job until it has ended, telling of long waits; its result."""
    notices = Notices(notify)
    while not job.look():
        notices.tell(job.what, job.elapsed, job.away)
        time.sleep(max(0, job.due - time.monotonic()))
    return job.result()
