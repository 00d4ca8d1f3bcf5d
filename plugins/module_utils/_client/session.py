# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Proving who asks: one session an identity and controller, shared between processes.

The shared facts, under a digest of endpoint, identity and password digest (another password never finds the session):
{"session": its uuid, "version": the node's, "checked": when that was asked, in seconds since the epoch}. Logins are
serialised by the lock, and whoever gets it looks first whether another process has logged in meanwhile.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import re
import threading
import time
from email.utils import formatdate

from .errors import ApiError, AuthenticationFailed, UnexpectedAnswer, ZStackError
from .settings import is_session
from .shared import SharedFacts
from .transport import Call

# An upgrade of the node is noticed with the next login, and after this many seconds at the latest.
_VERSION_LIFE = 3600
_VERSION = re.compile(r"\d{1,4}\.\d[\w.-]{0,50}", re.ASCII)
# What the shared facts may hold: others may have written them.
_SOUND = {
    "session": is_session,
    "version": lambda value: isinstance(value, str) and _VERSION.fullmatch(value),
    "checked": lambda value: isinstance(value, (int, float)),
}
# What to do where the identity is refused and cannot log in.
_ADVICE = {
    "session": "The session of zstack_session_uuid has ended or was never valid: open another one, or give "
    "zstack_password and leave it out.",
    "access_key": "Check zstack_access_key_id and zstack_access_key_secret.",
}


class Session:
    """The identity of one client: its authorization headers, its login, and the version of the node."""

    def __init__(self, settings, transport, secrets, notify=None):
        self._settings = settings
        self._transport = transport
        self._secrets = secrets
        self.notify = notify
        self._threads = threading.RLock()
        self._logs_in = settings.identity in ("account", "user")
        key = [settings.url]
        if self._logs_in:
            key += [settings.identity, settings.account, settings.user or "", settings.password_digest]
        # Identities without a login share the node's version only.
        self._facts = SharedFacts(settings.session_dir, hashlib.sha256("\0".join(key).encode("utf-8")).hexdigest())
        self._uuid = settings.session_uuid
        self._version = None

    def current(self):
        """The session's uuid, after a login where there is none yet; None with an access key."""
        if self._uuid is None and self._logs_in:
            with self._threads:
                self._use(self._known() or self._log_in())
        return self._uuid

    def headers(self, session, method, path):
        """The authorization headers of one request in a session, or signed with the access key."""
        if session:
            return {"Authorization": "OAuth " + session}
        date = formatdate(usegmt=True)
        text = "%s\n%s\n/v1%s" % (method, date, path)
        digest = hmac.new(self._settings.access_key_secret.encode("utf-8"), text.encode("utf-8"), hashlib.sha1).digest()
        signature = base64.b64encode(digest).decode("ascii")
        return {"Authorization": "ZStack %s:%s" % (self._settings.access_key_id, signature), "Date": date}

    def renew(self, dead):
        """Replace a session that the node refuses; False where the identity has no login."""
        if not self._logs_in:
            return False
        with self._threads:
            self._use(self._log_in(dead))
            self._version = None
        return True

    def refused(self, facts):
        """The error for a refusal that no login can mend, out of the facts of the ApiError (error, api ...)."""
        return AuthenticationFailed(advice=_ADVICE.get(self._settings.identity), **facts)

    def open(self):
        """Make sure that the session is alive; whether that took a login."""
        if self._settings.identity == "access_key":
            return False
        known = self._known()
        if known and self._is_valid(known):
            self._use(known)
            return False
        if not self._logs_in:
            raise self.refused({"error": {"code": "ID.1001"}, "api": "ValidateSession"})
        with self._threads:
            self._use(self._log_in(known))
        return True

    def is_open(self):
        """Whether there is a live session, without making one."""
        known = self._known()
        return bool(known) and self._is_valid(known)

    def close(self):
        """Log out and forget the session, for all processes; whether there was one."""
        with self._threads, self._facts.locked(self._patience):
            known = self._read().get("session") or self._uuid
            if known:
                self._transport.send(Call("LogOut", "DELETE", "/accounts/sessions/" + known), repeatable=True)
            if self._logs_in:
                self._facts.remove()
            self._uuid = None
        return bool(known)

    @property
    def parting(self):
        """Seconds that `release` needs, of the time that everything together has."""
        return 0 if self._facts.shared or not self._logs_in else min(1, self._settings.timeout / 4)

    def release(self):
        """Log out of a session that no other process can use."""
        if self._logs_in and not self._facts.shared and self._uuid:
            with contextlib.suppress(ZStackError):
                self.close()

    def version(self):
        """The version of the node, such as "5.2.0"."""
        if self._version is None:
            self._version = self._known_version() or self._ask_version()
        return self._version

    @property
    def _patience(self):
        return max(0, min(self._settings.timeout + 5, self._transport.left()))

    def _read(self):
        return {name: value for name, value in self._facts.read().items() if name in _SOUND and _SOUND[name](value)}

    def _known(self):
        session = self._uuid or self._read().get("session")
        self._secrets.add(session)
        return session

    def _use(self, session):
        self._secrets.add(session)
        self._uuid = session

    def _log_in(self, dead=None):
        with self._facts.locked(self._patience):
            facts = self._read()
            if facts.get("session", dead) != dead:
                return facts["session"]
            session = self._request_session()
            # A session mostly dies of age, but a restart or an upgrade kills it, too: then ask for the version again.
            self._facts.write(dict(facts if dead is None else {}, session=session))
            return session

    def _request_session(self):
        settings = self._settings
        params = {"accountName": settings.account, "password": settings.password_digest}
        api, key, path = "LogInByAccount", "logInByAccount", "/accounts/login"
        if settings.user:
            params["userName"] = settings.user
            api, key, path = "LogInByUser", "logInByUser", "/accounts/users/login"
        if not self._facts.shared and self.notify:
            self.notify(
                "sessions are not shared between tasks: zstack_session_dir %s cannot be used" % settings.session_dir
            )
        try:
            # A login may be repeated: at worst there is a session that nobody uses.
            call = Call(api, "PUT", path, body={key: params}, returns=("inventory",))
            reply = self._transport.send(call, repeatable=True)
        except ApiError as error:
            if error.code.startswith(("ID.", "LOGIN_CONTROL.", "ORG_ZSTACK_IDENTITY")):
                raise AuthenticationFailed(**error.facts) from None
            raise
        session = reply.body["inventory"].get("uuid")
        if not is_session(session):
            raise UnexpectedAnswer("%s was answered without a session." % api, api=api)
        return session

    def _is_valid(self, session):
        path = "/accounts/sessions/%s/valid" % session
        reply = self._transport.send(Call("ValidateSession", "GET", path, returns=("validSession",)), repeatable=True)
        return reply.body["validSession"] is True

    def _known_version(self):
        facts = self._read()
        return facts.get("version") if abs(time.time() - facts.get("checked", 0)) < _VERSION_LIFE else None

    def _ask_version(self):
        with self._threads, self._facts.locked(self._patience):
            version = self._known_version()
            if version:
                return version
            call = Call("GetVersion", "PUT", "/management-nodes/actions", body={"getVersion": {}}, returns=("version",))
            version = self._transport.send(call, repeatable=True).body["version"]
            if not _SOUND["version"](version):
                raise UnexpectedAnswer(
                    "%s does not tell the version of a ZStack node." % self._settings.url, api="GetVersion"
                )
            self._facts.write(dict(self._read(), version=version, checked=time.time()))
            return version
