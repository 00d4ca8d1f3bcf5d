# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""One HTTP request to the node and the reading of its answer, whatever stands in between."""

from __future__ import annotations

import json
import os
import platform
import random
import re
import socket
import ssl
import sys
import time
from collections import namedtuple
from decimal import Decimal
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import quote, urlencode, urlsplit

from .errors import (
    ApiError,
    ConnectionFailed,
    ConnectionLost,
    DependencyMissing,
    HttpError,
    TlsFailed,
    UnexpectedAnswer,
)

try:
    import requests
    import urllib3
    from requests import exceptions as trouble
    from requests.adapters import HTTPAdapter
except ImportError:
    requests = None

# status: 200 or 202. body: the reply's JSON object, {} for an empty one.
Reply = namedtuple("Reply", "status body")

_POOL_SIZE = 16
_FIRST_PAUSE = 0.2  # seconds before the first repetition; doubled for each further one
# A single-API path does not look at the verb: this GET would delete the storage.
_DELETES_ON_GET = re.compile(r"/primary-storage/[0-9a-fA-F]{32}")


class Transport:
    """A pool of connections to one node; may be used by several threads of one process."""

    def __init__(self, settings, secrets):
        if requests is None:
            raise DependencyMissing(
                "The Python library requests is missing on %s for %s. Install it there "
                "(python -m pip install requests), or run the task on a host and with an interpreter that has it "
                "(see ansible_python_interpreter)." % (platform.node(), sys.executable)
            )
        self._settings = settings
        self._secrets = secrets
        self._node = settings.url[: -len("/zstack/v1")]
        self._http = requests.Session()
        # Neither the environment's proxies nor .netrc, see Settings.
        self._http.trust_env = False
        self._http.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._http.mount(self._node, HTTPAdapter(pool_connections=1, pool_maxsize=_POOL_SIZE))
        if settings.proxy:
            self._http.proxies = {"http": settings.proxy, "https": settings.proxy}
        self._http.verify = settings.validate_certs
        if not settings.validate_certs:
            # The user has asked for it; a warning on standard error with each request would not help.
            urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        elif settings.ca_path:
            self._http.verify = os.path.expanduser(settings.ca_path)

    def close(self):
        self._http.close()

    def send(self, api, method, path, query=(), body=None, headers=None, repeatable=False, retries=None, timeout=None):
        """Send one request of the named API and return its Reply.

        A request that did not reach the node is sent again, up to `retries` times (default: the settings') with growing
        pauses; one whose answer is missing only if it is `repeatable`. headers: a dict, or a function that makes one
        for each sending. timeout: seconds for connecting and for each wait for data. Raises ConnectionFailed,
        ConnectionLost, UnexpectedAnswer, HttpError, ApiError.
        """
        retries = self._settings.retries if retries is None else retries
        tried = 0
        while True:
            try:
                return self._send_once(api, method, path, query, body, headers, timeout or self._settings.timeout)
            except (ConnectionFailed, ConnectionLost) as error:
                again = error.transient if isinstance(error, ConnectionFailed) else repeatable
                if tried >= retries or not again:
                    raise
            tried += 1
            time.sleep(self.pause_before(tried))

    @staticmethod
    def pause_before(repetition):
        """Seconds before the first, second ... repetition of a request that did not arrive."""
        return _FIRST_PAUSE * 2 ** (repetition - 1) * random.uniform(0.75, 1.25)

    def _send_once(self, api, method, path, query, body, headers, timeout):
        if method == "GET" and _DELETES_ON_GET.fullmatch(path):
            raise ValueError("GET %s would delete the primary storage: query with a condition on uuid" % path)
        url = self._settings.url + path
        if query:
            url += "?" + urlencode(query, quote_via=quote, safe="")
        content = None if body is None else json.dumps(body).encode("utf-8")
        headers = dict(headers() if callable(headers) else headers or {})
        if content is not None:
            headers["Content-Type"] = "application/json"
        try:
            answer = self._http.request(
                method, url, data=content, headers=headers, timeout=timeout, allow_redirects=False
            )
        except (trouble.RequestException, urllib3.exceptions.HTTPError) as error:
            raise self._explain(error, api, timeout) from error
        length = answer.headers.get("Content-Length", "")
        if length.isdigit() and len(answer.content) < int(length) and "Content-Encoding" not in answer.headers:
            # Before 2.32 requests takes the half for the whole.
            raise self._explain(EOFError("%d of %s bytes" % (len(answer.content), length)), api, timeout)
        return self._decode(answer, api)

    def _explain(self, error, api, timeout):
        """The error of ours for what requests says; decides whether the request can have reached the node."""
        chain = _causes(error)
        reason = self._secrets.hide(str(chain[-1]))
        node = self._node

        def caused_by(*types):
            return any(isinstance(link, types) for link in chain)

        # These may also end a connection on which the request has been sent already, whatever they come wrapped in.
        cut = caused_by(ConnectionResetError, BrokenPipeError, ssl.SSLEOFError, ssl.SSLZeroReturnError)
        if isinstance(error, trouble.ProxyError) and not cut:
            return ConnectionFailed(
                "The proxy for %s cannot be used: %s. Check zstack_proxy." % (node, reason), api=api
            )
        if isinstance(error, trouble.SSLError) and not cut:
            if "WRONG_VERSION_NUMBER" in str(error):
                advice = "The port does not speak TLS: a management node by itself listens on http://<node>:8080."
            else:
                advice = (
                    "Give the certificate of its authority as zstack_ca_path, or set zstack_validate_certs to false to "
                    "accept any."
                )
            return TlsFailed("No TLS connection with %s: %s. %s" % (node, reason, advice), api=api)
        if isinstance(error, (trouble.InvalidURL, trouble.InvalidSchema, trouble.InvalidProxyURL)):
            return ConnectionFailed("No connection with %s: %s." % (node, reason), transient=False, api=api)
        if caused_by(socket.gaierror):
            option = "zstack_proxy" if self._settings.proxy else "zstack_url"
            host = urlsplit(self._settings.proxy or node).hostname
            return ConnectionFailed(
                "The host %s is unknown: %s. Check %s." % (host, reason, option), transient=False, api=api
            )
        if isinstance(error, trouble.ConnectTimeout):
            return ConnectionFailed(
                "%s did not accept a connection within %g s (zstack_timeout). Check zstack_url, the network and "
                "firewalls." % (node, timeout),
                api=api,
            )
        if caused_by(urllib3.exceptions.NewConnectionError):
            return ConnectionFailed(
                "%s refuses connections or cannot be reached (%s). Is the management node running, and is this the "
                "port of its API (8080)?" % (node, reason),
                api=api,
            )
        if isinstance(error, trouble.ReadTimeout) or caused_by(socket.timeout, urllib3.exceptions.ReadTimeoutError):
            return ConnectionLost("%s did not answer %s within %g s (zstack_timeout)." % (node, api, timeout), api=api)
        return ConnectionLost(
            "The connection with %s was lost before the answer to %s was complete (%s)." % (node, api, reason), api=api
        )

    def _decode(self, answer, api):
        status = answer.status_code
        text = answer.content.decode("utf-8", "replace").strip()
        body = _json_object(text)
        error = body.get("error") if body else None
        if error and status not in (200, 202):
            raise ApiError(self._secrets.hide(error), api=api, http_status=status)
        if status in (200, 202) and body is not None:
            return Reply(status, body)
        if status == 407:
            raise ConnectionFailed(
                "The proxy for %s demands a login: give zstack_proxy as http://user:password@host:port." % self._node,
                transient=False,
                api=api,
                http_status=status,
            )
        if status in (502, 503, 504):
            raise ConnectionLost(
                "Something before the management node answered %s with HTTP %d%s: is the node behind the proxy running?"
                % (api, status, _titled(text)),
                api=api,
                http_status=status,
            )
        facts = {"api": api, "http_status": status}
        if 300 <= status < 400:
            target = self._secrets.hide(answer.headers.get("Location", "elsewhere"))
            target = target.partition("?")[0].partition("/zstack/")[0]
            raise UnexpectedAnswer(
                "%s redirects to %s: give that as zstack_url if it is the node, else look for a proxy in between."
                % (self._node, target),
                **facts,
            )
        if re.match(r"<(!doctype|html|\?xml)", text, re.IGNORECASE):
            raise UnexpectedAnswer(
                "%s answered with an HTML page%s, not with the ZStack API: is a proxy or the port of the web interface "
                "in between? The API listens on http://<node>:8080." % (self._node, _titled(text)),
                **facts,
            )
        if status in (200, 202):
            raise UnexpectedAnswer("%s answered %s with something that is not JSON." % (self._node, api), **facts)
        said = self._secrets.hide(text[:500]) or "without a reason"
        advice = " Check this machine's clock: access keys allow 15 minutes of difference." if status == 403 else ""
        raise HttpError("The management node refused %s with HTTP %d: %s.%s" % (api, status, said, advice), **facts)


def _causes(error):
    """The exception and everything it wraps, outermost first; not what happened to be handled when it was raised."""
    chain, waiting = [], [error]
    while waiting:
        link = waiting.pop(0)
        if isinstance(link, BaseException) and link not in chain:
            chain.append(link)
            waiting += [getattr(link, "reason", None), link.__cause__, *link.args]
            if isinstance(link, urllib3.exceptions.NewConnectionError):
                waiting.append(link.__context__)  # urllib3 1.x names no cause
    return chain


def _json_object(text):
    """The JSON object in a text, {} for an empty text, None for anything else."""
    if not text:
        return {}
    try:
        value = json.loads(text, parse_float=_number)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _number(text):
    """A JSON number with a point or exponent: an int where it is integral, as the node writes 1.0 and 8.589934592E9."""
    value = float(text)
    return int(Decimal(text)) if value.is_integer() else value


def _titled(text):
    title = re.search(r"<title[^>]*>\s*(.*?)\s*</title>", text, re.IGNORECASE | re.DOTALL)
    return ' (title "%s")' % title.group(1)[:100] if title else ""
