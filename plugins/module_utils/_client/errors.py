# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What can go wrong between the client and a node, each with one message for the user; and the keeping of secrets."""

from __future__ import annotations

import base64
import html
import json
from functools import lru_cache
from urllib.parse import quote, quote_plus

from .._api.secrets import HIDDEN, is_secret, mask

# What to do about codes whose meaning the node does not explain.
_ADVICE = {
    "ID.1000": "Check zstack_account (or zstack_user) and zstack_password.",
    "ID.1001": "The session has ended or was never valid.",
    "ID.1002": "This identity may not use the API: the hardware APIs need an administrator.",
    "ID.1005": "The password must be changed first, in the web interface.",
    "ID.1006": "The account has too many open sessions: log out of some or wait until they expire.",
    "ID.2001": "The account demands a second factor: give zstack_access_key_id, or use an account without it.",
    "LOGIN_CONTROL.1002": "The account is locked after too many failed logins: wait or have it unlocked.",
    "LOGIN_CONTROL.1005": "The login demands a captcha after failed attempts: log in once in the web interface.",
    "SYS.1001": "The node ran into its own timeout: the operation may still be running.",
    "SYS.1010": "The management node is still starting: wait until it is ready and run again.",
    "ORG_ZSTACK_IDENTITY_10020": "The session has ended or was never valid.",
}
# More causes than any node gives, but an answer may hold anything.
_LONGEST_CHAIN = 50
_DEAD_SESSION = ("ID.1001", "ORG_ZSTACK_IDENTITY_10020")


class Secrets:
    """The secret strings of one client."""

    def __init__(self, *values):
        self._known = set()
        self.add(*values)

    def __repr__(self):
        return "Secrets(...)"

    def add(self, *values):
        """Remember strings that must never be shown; None, empty and one-character ones are passed over."""
        self._known.update(value for value in map(str, filter(None, values)) if len(value) > 1)

    def hide(self, value):
        """The same value (text, list, dict or plain) without its secrets and without any user:password@host."""
        if isinstance(value, str):
            spellings = set().union(*map(_spellings, self._known))
            for secret in sorted(spellings, key=len, reverse=True):
                value = value.replace(secret, HIDDEN)
            return mask(value)
        if isinstance(value, dict):
            return {k: HIDDEN if v and is_secret(str(k)) else self.hide(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.hide(item) for item in value]
        return value


@lru_cache(maxsize=100)
def _spellings(secret):
    """The secret as it may come back: as it is, and as JSON, Java, Python, HTML and URLs write it."""
    plain = json.dumps(secret, ensure_ascii=False)[1:-1]
    escaped = json.dumps(secret)[1:-1]
    # The node's JSON library writes these as numbers, also within texts that hold JSON themselves.
    gson = "".join("\\u%04x" % ord(c) if c in "=<>&'" else c for c in plain)
    twice = json.dumps(plain, ensure_ascii=False)[1:-1]
    bytes_ = repr(secret.encode("utf-8", "replace"))[2:-1]
    percent = [quoted(secret, errors="replace") for quoted in (quote, quote_plus)]
    percent.append(quote(secret, safe="", errors="replace"))
    spelt = {secret, plain, escaped, gson, twice, repr(secret)[1:-1], bytes_, html.escape(secret), *percent}
    return spelt.union(_in_base64(secret.encode("utf-8", "replace")))


def _in_base64(secret):
    """What stands of it in base64 whatever comes before and after it; of short ones that may be anything."""
    for skipped in range(3):
        told = base64.b64encode(b" " * skipped + secret).decode("ascii")
        begin, end = (skipped * 8 + 5) // 6, (skipped + len(secret)) * 8 // 6
        piece = told[begin:end]
        if len(piece) > 5:
            yield piece


class ZStackError(Exception):
    """Base of everything the client raises. `message` is for the user; `facts` are plain data without secrets."""

    def __init__(self, message, **facts):
        super().__init__(message)
        self.message = message
        self.facts = {name: fact for name, fact in facts.items() if fact is not None}

    def as_result(self):
        """The failure as a module returns it: msg and, where known, error, api, job_uuid, http_status, waited (s)."""
        return dict(self.facts, msg=self.message)


class DependencyMissing(ZStackError):
    """A Python library that the client needs is not installed."""


class SettingsError(ZStackError):
    """The connection settings are wrong or incomplete; nothing was sent."""


class ConditionError(ZStackError):
    """A query condition is malformed, or the node would read it otherwise than it is meant; nothing was sent."""


class ConnectionFailed(ZStackError):
    """No connection: nothing reached the node. `transient` says whether trying again can help."""

    def __init__(self, message, transient=True, **facts):
        super().__init__(message, **facts)
        self.transient = transient


class TlsFailed(ConnectionFailed):
    """The TLS handshake failed; nothing was sent."""

    def __init__(self, message, **facts):
        super().__init__(message, transient=False, **facts)


class ConnectionLost(ZStackError):
    """The connection (or a proxy's) ended without an answer: the request may or may not have been carried out."""


class UnexpectedAnswer(ConnectionLost):
    """Something answered, but not as the ZStack API does: that is as good as no answer."""


class HttpError(ZStackError):
    """The node's REST shell refused the request with a plain text (400, 403, 404, 405, 500)."""

    @property
    def status(self):
        return self.facts.get("http_status")


class ApiError(ZStackError):
    """The node carried the request out, or tried to, and reports an error object. `code` is the outermost code.

    hide: takes the secrets out of a text.
    """

    def __init__(self, error, advice=None, hide=str, **facts):
        chain = [{name: hide(text) for name, text in link.items()} for link in _chain(error)]
        self.code = chain[0].get("code", "")
        self.codes = [link["code"] for link in chain if "code" in link]
        message = "%s failed: %s" % (facts.get("api") or "The request", "; caused by ".join(_sentences(chain)))
        advice = advice or _ADVICE.get(self.code)
        if advice:
            message = "%s. %s" % (message.rstrip(". "), advice)
        super().__init__(message, error=dict(chain[0], causes=chain[1:]), **facts)

    @property
    def is_duplicate(self):
        """Whether it may mean that the database has such a row already: the node has no code of its own for that."""
        return self.code == "SYS.1000"

    @property
    def is_denied(self):
        """Whether the identity may not use the API."""
        return self.code == "ID.1002"

    @property
    def is_starting(self):
        """Whether the node is not ready yet, and has looked at nothing."""
        return self.code == "SYS.1010"

    @property
    def dead_session(self):
        """Whether the node refused the session before doing anything."""
        return self.code in _DEAD_SESSION


class AuthenticationFailed(ApiError):
    """The login was refused, or a session that cannot be renewed has ended."""


class JobTimeout(ZStackError):
    """A job did not end within the wait."""


class JobForgotten(ZStackError):
    """The node accepted a job and no longer knows it: the outcome is unknown."""


class WaitTimeout(ZStackError):
    """A state that was waited for did not come."""


def _chain(error):
    """The error and all its causes, outermost first, each once, as {code, description, details}."""
    if not isinstance(error, dict):
        error = {"details": str(error)}
    chain, waiting = [], [error]
    for _link in range(_LONGEST_CHAIN):
        if not waiting:
            break
        link = waiting.pop(0)
        plain = {
            name: str(link[name])
            for name in ("code", "description", "details", "elaboration")
            if link.get(name) and isinstance(link[name], (str, int, float))
        }
        if plain and plain not in chain:
            chain.append(plain)
        causes = link.get("causes")
        causes = [link.get("cause"), *(causes if isinstance(causes, list) else ())]
        waiting = [cause for cause in causes if isinstance(cause, dict)] + waiting[:_LONGEST_CHAIN]
    return chain or [{"details": "no reason is given"}]


def _sentences(chain):
    """One sentence a link; a text that an earlier link has said already is not said again."""
    said = set()
    for link in chain:
        texts = [link["code"]] if "code" in link else []
        for name in ("description", "details", "elaboration"):
            text = link.get(name, "").strip()
            if text and text not in said:
                said.add(text)
                texts.append(text)
        if texts:
            yield ": ".join(texts)
