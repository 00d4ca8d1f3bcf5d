# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the layers above use: calls, queries and waits, with sessions, jobs and retries taken care of.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.
"""

from __future__ import annotations

import os
import time
from types import SimpleNamespace

from .errors import ApiError, ConnectionLost, Secrets, SettingsError, WaitTimeout
from .jobs import RENEWALS, Job, Outage, Wait, follow
from .pages import PAGE, Reader
from .session import Session
from .transport import Transport


class Client:
    """One node as one identity sees it.

    settings: Settings. notify(message): told now and then about a wait that lasts more than a few seconds.
    trace(message): told of every request. Every method raises ZStackError, and what an API's own declaration raises for
    wrong parameters. A client carried into a forked process makes its own connections there; one client serves one
    thread, and divides query_pages among threads itself.
    """

    def __init__(self, settings, notify=None, trace=None):
        self.settings = settings
        self._pid = None
        self.listen(notify, trace)

    def listen(self, notify=None, trace=None):
        """From now on these are told."""
        self.notify, self._trace = notify, trace
        parts = self._parts()
        parts.transport.trace, parts.session.notify = trace, notify

    def _parts(self):
        """session, transport and the rest of what this process has of its own."""
        if self._pid != os.getpid():
            self._secrets = Secrets(*self.settings.secrets)
            transport = Transport(self.settings, self._secrets, self._trace)
            session = Session(self.settings, transport, self._secrets, self.notify)
            self._made = SimpleNamespace(transport=transport, session=session, settings=self.settings, outage=Outage())
            self._pid = os.getpid()
            self._end = None
            self._limited = False
        return self._made

    def limit(self, seconds):
        """From now on until this is called again, everything together ends within so many seconds and a zstack_timeout.

        Without it, each call has the settings' wait_timeout and a zstack_timeout.
        """
        self._parts()
        self._end_in(seconds)
        self._limited = True

    def _begun(self):
        """The parts for one more call."""
        parts = self._parts()
        if not self._limited:
            self._end_in(self.settings.wait_timeout)
        return parts

    def _end_in(self, seconds):
        self._end = time.monotonic() + seconds + self.settings.timeout
        self._made.transport.end = self._end - self._made.session.parting

    @property
    def version(self):
        """The version of the node, such as "5.2.0"."""
        return self._parts().session.version()

    @property
    def generation(self):
        """The generation of the node's API: "2.3.1" for nodes below version 3, else "5.2"."""
        generation = "2.3.1" if int(self.version.split(".")[0]) < 3 else "5.2"
        if generation == "2.3.1" and self.settings.identity == "access_key":
            raise SettingsError(
                "ZStack %s knows no access keys: give zstack_account and zstack_password." % self.version
            )
        return generation

    def call(self, api, params, *, wait_timeout=None, what=None):
        """Carry out the declared API with these parameters.

        Returns the reply's body, for an asynchronous API that of the finished job; {} when it is empty.
        wait_timeout: seconds for the job, default the settings'. what: what is waited for, as in "host web1".
        """
        return follow(self.start(api, params, wait_timeout=wait_timeout, what=what), self.notify)

    def start(self, api, params, *, wait_timeout=None, what=None):
        """Send what `call` would and return its Job, so that many run side by side in one thread.

        Look at it until it has ended; its result() returns and raises what `call` would.
        """
        seconds = self.settings.wait_timeout if wait_timeout is None else wait_timeout
        return Job(self._begun(), api.name, lambda: self._prepare(api, params), self._at_once, what, seconds)

    def query(self, api, conditions=(), *, fields=None, sort=None, limit=None, start=None):
        """The rows of a declared query that fulfil all conditions (Condition, or text as parse_condition takes it).

        All of them in the order of uuid, unless sort ("name", "-createDate"), limit (number of rows) or start (rows to
        skip) say otherwise. fields: names of the only fields wanted.
        """
        return self._reader().rows(api, conditions, fields, sort, limit, start)

    def query_pages(self, api, conditions=(), fields=None, page_size=PAGE, workers=4):
        """Iterator over all rows in the order of uuid, as many as the node counts; pages are read side by side."""
        return iter(self._reader().pages(api, conditions, fields, page_size, workers))

    def count(self, api, conditions=()):
        """How many rows fulfil all conditions."""
        return self._reader().count(api, conditions)

    def wait_until(self, read, accept, what, wait_timeout=None):
        """Call read() with growing pauses until accept(its value) is true and return that value.

        what: what is waited for, as in "host web1 to be Connected". Raises WaitTimeout after wait_timeout seconds
        (default: the settings').
        """
        seconds = self.settings.wait_timeout if wait_timeout is None else wait_timeout
        wait = Wait(what, seconds, self.notify)
        while True:
            value = read()
            if accept(value):
                return value
            if not wait.pause():
                last = self._secrets.hide(value)
                if isinstance(last, dict):
                    last = ", ".join("%s %s" % pair for pair in last.items())
                raise WaitTimeout(
                    "Waited %g s in vain for %s; last seen: %.500s. Give a longer zstack_wait_timeout if it just takes "
                    "longer." % (round(seconds, 1), what, "nothing" if last is None else last),
                    waited=round(wait.elapsed, 1),
                )

    def hide(self, text):
        """A text of the node's without this client's secrets."""
        return self._secrets.hide(text)

    def login(self):
        """Make sure that the shared session is alive; whether that took a login."""
        return self._parts().session.open()

    def has_session(self):
        """Whether there is a live session, without logging in."""
        return self._parts().session.is_open()

    def logout(self):
        """End the shared session and remove its file; whether there was one."""
        return self._parts().session.close()

    def release(self):
        """Log out of a session that could not be shared: nobody else would ever end it."""
        parts = self._parts()
        parts.transport.end = self._end
        parts.session.release()

    def close(self):
        """Give the connections back, and the session where it could not be shared. The client may be used again."""
        self.release()
        self._parts().transport.close()

    def _generation_for(self, api):
        """None where the API is the same in all: that spares asking the node for its version."""
        if self.settings.identity != "access_key" and getattr(api, "alike", False):
            return None
        return self.generation

    def _reader(self):
        self._begun()

        def ask(api, pairs, returns):
            return self._at_once(lambda: self._prepare(api, {}), pairs=pairs, returns=returns)

        return Reader(ask)

    def _prepare(self, api, params):
        """(call, the session it belongs to, function that makes its headers); logs in where needed."""
        session = self._parts().session
        call = api.request(self._generation_for(api), params)
        self._secrets.add(*api.secrets(params))
        if not call.needs_session:
            return call, None, dict
        current = session.current()
        return call, current, lambda: session.headers(current, call.method, call.path)

    def _at_once(self, prepare, prepared=None, pairs=(), returns=None):
        """The body of the reply to a request that makes no job."""
        session, transport = self._parts().session, self._parts().transport
        renewals = 0
        while True:
            call, current, headers = prepared or prepare()
            prepared = None  # made anew after a renewal: the node may be of another generation by then
            try:
                return transport.send(call, headers, pairs, repeatable=call.method == "GET", returns=returns).body
            except ApiError as error:
                if not error.dead_session:
                    raise
                if renewals == RENEWALS or not session.renew(current):
                    raise session.refused(error.facts) from None
                renewals += 1
            except ConnectionLost as error:
                if call.method == "GET":
                    raise
                doubt = "It is not known whether it was carried out: look before you repeat it."
                raise ConnectionLost("%s %s" % (error.message, doubt), outcome="unknown", **error.facts) from error
