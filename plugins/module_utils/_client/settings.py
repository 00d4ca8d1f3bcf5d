# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where the node is, who asks and how patiently: the client's settings, checked before anything is sent."""

from __future__ import annotations

import hashlib
import math
import os
import re
from dataclasses import dataclass, field, fields
from urllib.parse import urlsplit

from .errors import SettingsError

# Beyond a year sockets do not follow.
_LONGEST = 366 * 86400
_SESSION = re.compile(r"[\w.-]{8,128}", re.ASCII)
_UNSPEAKABLE = re.compile("[\0\ud800-\udfff]")
# What travels in a header.
_IN_HEADERS = ("access_key_id", "session_uuid")
_RIGHT_FORM = "Give it as http://<management node>:8080 (or https://... where TLS is set up)."


@dataclass(frozen=True)
class Settings:
    """Connection settings. Times are in seconds. Messages call them by the options' names, zstack_url and so on.

    Who asks, in order of precedence: session_uuid (a session opened elsewhere, never renewed), access_key_id with
    access_key_secret (5.x), user with account and password, account with password. `url` is normalised to end with
    /zstack/v1. Proxy and CA variables and .netrc of the environment are not read: a management node is seldom behind
    the proxy of the Internet, and .netrc would replace our Authorization header; `proxy` and `ca_path` say it openly.
    Raises SettingsError.
    """

    url: str
    account: str | None = None
    password: str | None = field(default=None, repr=False)
    user: str | None = None
    access_key_id: str | None = field(default=None, repr=False)
    access_key_secret: str | None = field(default=None, repr=False)
    session_uuid: str | None = field(default=None, repr=False)
    validate_certs: bool = True
    ca_path: str | None = None
    proxy: str | None = field(default=None, repr=False)
    timeout: float = 30
    wait_timeout: float = 3600
    retries: int = 3
    session_dir: str | None = None

    def __post_init__(self):
        for name in (each.name for each in fields(self)):
            value = getattr(self, name)
            if isinstance(value, str) and _UNSPEAKABLE.search(value):
                raise SettingsError("zstack_%s holds NUL or half a surrogate pair: nothing can carry that." % name)
            if value and name in _IN_HEADERS and not re.fullmatch("[!-~]+", value):
                raise SettingsError("zstack_%s holds blanks, line feeds or letters beyond ASCII." % name)
        object.__setattr__(self, "url", _endpoint(self.url))
        directory = self.session_dir or os.path.join("~", ".ansible", "zstack")
        object.__setattr__(self, "session_dir", os.path.abspath(os.path.expanduser(directory)))
        self._check_identity()
        for name, least in (("timeout", 0.001), ("wait_timeout", 0), ("retries", 0)):
            value = getattr(self, name)
            if not (math.isfinite(value) and least <= value <= _LONGEST):
                raise SettingsError(
                    "zstack_%s is %g: it must be a number from %g to %d." % (name, value, least, _LONGEST)
                )
        if self.ca_path and not os.path.exists(os.path.expanduser(self.ca_path)):
            raise SettingsError("zstack_ca_path %s does not exist." % self.ca_path)
        if self.proxy and not _is_proxy(self.proxy):
            raise SettingsError("zstack_proxy must be a URL such as http://proxy.example.org:3128.")

    def _check_identity(self):
        if self.session_uuid:
            return
        if bool(self.access_key_id) != bool(self.access_key_secret):
            raise SettingsError("zstack_access_key_id and zstack_access_key_secret must be given together.")
        if self.access_key_id:
            return
        if not self.account or not self.password:
            missing = " and ".join("zstack_" + name for name in ("account", "password") if not getattr(self, name))
            raise SettingsError(
                "Missing %s: give zstack_account and zstack_password (with zstack_user, where a user of the account "
                "logs in), or zstack_access_key_id and zstack_access_key_secret, or zstack_session_uuid." % missing
            )

    @property
    def identity(self):
        """How the client proves who asks: session, access_key, user or account."""
        if self.session_uuid:
            return "session"
        if self.access_key_id:
            return "access_key"
        return "user" if self.user else "account"

    @property
    def password_digest(self):
        """What the node takes for the password: its lower-case hexadecimal SHA-512."""
        return hashlib.sha512(self.password.encode("utf-8")).hexdigest()

    @property
    def secrets(self):
        """All strings in here that must never be shown."""
        known = [self.password, self.access_key_id, self.access_key_secret, self.session_uuid]
        if self.password:
            known.append(self.password_digest)
        if self.proxy:
            known.append(urlsplit(self.proxy).password)
        return known


def is_session(value):
    """Whether it can be the uuid of a session."""
    return isinstance(value, str) and bool(_SESSION.fullmatch(value))


def _is_proxy(url):
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https", "socks5", "socks5h") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _endpoint(url):
    """The URL as http(s)://host[:port]/zstack/v1; refuses everything that is not the address of a node."""
    url = (url or "").strip()
    if not url:
        raise SettingsError("zstack_url, the address of the management node, is missing. %s" % _RIGHT_FORM)
    if "@" in url:
        raise SettingsError(
            "zstack_url must not contain credentials: give zstack_account and zstack_password instead. %s" % _RIGHT_FORM
        )
    if "://" not in url:
        raise SettingsError("zstack_url %s has no scheme. %s" % (url, _RIGHT_FORM))
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        (host or "").encode("idna")
    except ValueError as error:
        raise SettingsError("zstack_url %s is malformed (%s). %s" % (url, error, _RIGHT_FORM)) from None
    if parts.scheme.lower() not in ("http", "https") or not host or port == 0 or any(c.isspace() for c in url):
        raise SettingsError("zstack_url %s is not the http or https address of a node. %s" % (url, _RIGHT_FORM))
    if parts.path.rstrip("/") not in ("", "/zstack", "/zstack/v1") or parts.query or parts.fragment:
        raise SettingsError("zstack_url %s goes beyond the node's address. %s" % (url, _RIGHT_FORM))
    return "%s://%s/zstack/v1" % (parts.scheme.lower(), parts.netloc)
