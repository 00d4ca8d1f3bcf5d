# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Waiting: one deadline by the wall clock, growing pauses, sparse notices; and following a job to its end."""

from __future__ import annotations

import time
import uuid

from .errors import ConnectionFailed, ConnectionLost, HttpError, JobForgotten, JobTimeout, ZStackError

_FIRST_PAUSE = 0.01
# A node that restarts is away for a minute or two; one that stays away for longer is reported.
_OUTAGE = 120
# How long a request may still be on its way to the node after its connection has died: pauses before each question.
_GRACE = (0.1, 0.4, 1.0)


class Wait:
    """One wait of `seconds`: pauses that grow with it up to 2 s (5 s after a minute), and notices now and then."""

    def __init__(self, what, seconds, notify=None):
        self.what = what
        self.seconds = seconds
        self._notify = notify
        self._begin = time.monotonic()
        self._next_notice = 5
        self._away_since = None

    @property
    def elapsed(self):
        """Seconds since the wait began."""
        return time.monotonic() - self._begin

    def pause(self):
        """Sleep until it is time to look again; at once False when the deadline has passed."""
        elapsed = self.elapsed
        if elapsed >= self.seconds:
            return False
        if elapsed >= self._next_notice:
            if self._notify:
                self._notify("waiting for %s for %d s" % (self.what, elapsed))
            while self._next_notice <= elapsed:
                self._next_notice = {5: 15, 15: 30, 30: 60}.get(self._next_notice, self._next_notice + 60)
        longest = 2 if elapsed < 60 else 5
        time.sleep(min(max(_FIRST_PAUSE, 0.3 * elapsed), longest, self.seconds - elapsed))
        return True

    def outlives(self, away):
        """Whether to wait on although the node is away, or is back (away=False)."""
        if not away:
            self._away_since = None
        elif self._away_since is None:
            self._away_since = time.monotonic()
        return not away or (time.monotonic() - self._away_since < _OUTAGE and self.pause())


class Jobs:
    """Sends asynchronous calls and follows their jobs; none is ever carried out twice."""

    def __init__(self, transport, settings, notify=None):
        self._transport = transport
        self._settings = settings
        self._notify = notify

    def run(self, call, headers, seconds):
        """Send the call under a job uuid of our own and return the body of the finished job.

        headers: a function that makes the authorization headers. Raises what Transport.send raises, JobTimeout after
        `seconds` and JobForgotten, each with api and job_uuid.
        """
        job = uuid.uuid4().hex
        wait = Wait("%s (job %s)" % (call.api, job), seconds, self._notify)
        try:
            reply = self._submit(call, headers, job, wait)
            while reply.status == 202:
                if not wait.pause():
                    raise JobTimeout(
                        "%s did not end within %g s; it may still be running on the node. Look at the resource before "
                        "you repeat it, or give a longer zstack_wait_timeout." % (wait.what, round(seconds, 1))
                    )
                reply = self._poll(job, wait)
                if reply is None:
                    raise JobForgotten(
                        "The node accepted %s and no longer knows it: its outcome is unknown. Look at the resource "
                        "before you repeat it." % wait.what
                    )
            return reply.body
        except ZStackError as error:
            error.facts.update(api=call.api, job_uuid=job, waited=round(wait.elapsed, 1))
            raise

    def _submit(self, call, headers, job, wait):
        """The node's first answer: 202, or the outcome itself where the connection died on the way."""
        sent = 0
        while True:
            sent += 1
            try:
                return self._transport.send(
                    call.api,
                    call.method,
                    call.path,
                    call.query,
                    call.body,
                    lambda: dict(headers(), **{"X-Job-UUID": job}),
                )
            except ConnectionLost as error:
                lost = error
            except HttpError as error:
                # The node refuses a job uuid that it knows: the sending before has arrived after all.
                if sent == 1 or error.status not in (400, 500):
                    raise
                lost = error
            for pause in _GRACE:
                time.sleep(pause)
                reply = self._poll(job, wait)
                if reply is not None:
                    return reply
            if isinstance(lost, HttpError):
                raise lost
            if sent > self._settings.retries:
                raise ConnectionLost(
                    "%s was sent %d times and each time the connection was lost; the node knows no such job, so it was "
                    "not carried out. The last time: %s" % (wait.what, sent, lost.message)
                )

    def _poll(self, job, wait):
        """The job's Reply, None if the node does not know the job; bears a node that is away for a while."""
        while True:
            timeout = min(self._settings.timeout, max(1, wait.seconds - wait.elapsed))
            try:
                reply = self._transport.send(wait.what, "GET", "/api-jobs/" + job, retries=0, timeout=timeout)
                wait.outlives(away=False)
                return reply
            except HttpError as error:
                if error.status == 404:
                    wait.outlives(away=False)
                    return None
                trouble = error
            except (ConnectionFailed, ConnectionLost) as error:
                trouble = error
            if not wait.outlives(away=True):
                raise ConnectionLost(
                    "The node is away while %s is waited for: its outcome is unknown. Look at the resource before you "
                    "repeat it. %s" % (wait.what, trouble.message)
                )
