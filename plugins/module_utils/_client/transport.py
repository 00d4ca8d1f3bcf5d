# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""One HTTP request to the node and the reading of its answer, whatever stands in between."""

from __future__ import annotations

import json
import math
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
from urllib.parse import quote, urlencode, urlsplit

from .._api.secrets import HIDDEN, is_secret, is_secret_tag
from .._api.shapes import misshapen
from .errors import (
    ApiError,
    ConnectionFailed,
    ConnectionLost,
    DependencyMissing,
    HttpError,
    TlsFailed,
    UnexpectedAnswer,
)
from .queries import split

try:
    import requests
    import urllib3
    from requests import exceptions as trouble

    from . import wire
except ImportError:
    requests = None

# A request of the named API; `returns`: the keys that a reply of status 200 must have, "inventories.uuid" for one of
# each row. Declarations make their own.
Call = namedtuple("Call", "api method path query body returns", defaults=((), None, ()))
# status: 200 or 202. body: the reply's JSON object, {} for an empty one.
Reply = namedtuple("Reply", "status body")

_POOL_SIZE = 8
_HEADERS = {"Accept": "*/*", "Accept-Encoding": "gzip", "User-Agent": "zstack.cloud"}
_FIRST_PAUSE = 0.2  # seconds before the first repetition; doubled for each further one
# A single-API path does not look at the verb: this GET would delete the storage.
_DELETES_ON_GET = re.compile(r"/primary-storage/[0-9a-fA-F]{32}")
_DEEPEST = 50
_QUOTABLE = 10_000  # bytes at the beginning of an answer that a message may quote of
# Halves of surrogate pairs: JSON has them, no terminal and no file. The first alternative spares whole pairs.
_SURROGATES = re.compile(r"(\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\[^u])|\\u[dD][89a-fA-F]..")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")


class Transport:
    """A pool of connections to one node; may be used by several threads of one process.

    end: the moment, in monotonic seconds, after which no request may last, None for no such limit. trace(message):
    told of every request, if given.
    """

    def __init__(self, settings, secrets, trace=None):
        if requests is None:
            raise DependencyMissing(
                "The Python library requests is missing on %s for %s. Install it there "
                "(python -m pip install requests), or run the task on a host and with an interpreter that has it "
                "(see ansible_python_interpreter)." % (platform.node(), sys.executable)
            )
        self.end = None
        self._settings = settings
        self._secrets = secrets
        self.trace = trace
        self._node = settings.url[: -len("/zstack/v1")]
        self._adapter = wire.Adapter(pool_connections=1, pool_maxsize=_POOL_SIZE)
        # Neither the environment's proxies nor .netrc, see Settings.
        self._proxies = {"http": settings.proxy, "https": settings.proxy} if settings.proxy else {}
        self._verify = settings.validate_certs
        if not settings.validate_certs:
            # The user has asked for it; a warning on standard error with each request would not help.
            urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        elif settings.ca_path:
            self._verify = os.path.expanduser(settings.ca_path)

    def close(self):
        self._adapter.close()

    def send(self, call, headers=dict, pairs=(), repeatable=False, retries=None, timeout=None, returns=None):
        """Send the Call and return its Reply.

        A request that did not reach the node, or one that is starting, is sent again, up to `retries` times (default:
        the settings') with growing pauses; one whose answer is missing, or is none that this API can give, only if it
        is `repeatable`. headers(): those of one sending. pairs: more for the query string. timeout: seconds for the
        whole of one exchange. returns: instead of the call's own. Raises ConnectionFailed, ConnectionLost
        (UnexpectedAnswer is one), HttpError, ApiError.
        """
        retries = self._settings.retries if retries is None else retries
        returns = call.returns if returns is None else returns
        tried = 0
        while True:
            try:
                return self._send_once(call, headers(), pairs, timeout or self._settings.timeout, returns)
            except (ConnectionFailed, ConnectionLost, ApiError) as error:
                if isinstance(error, ConnectionLost):
                    # What has delivered a damaged answer delivers no other one, though it looks whole.
                    self._adapter.close()
                again = error.is_starting if isinstance(error, ApiError) else repeatable
                again = error.transient if isinstance(error, ConnectionFailed) else again
                pause = self.pause_before(tried + 1)
                if tried >= retries or not again or self.left() <= pause:
                    raise
            tried += 1
            time.sleep(pause)

    @staticmethod
    def pause_before(repetition):
        """Seconds before the first, second ... repetition of a request that did not arrive."""
        return _FIRST_PAUSE * 2 ** (repetition - 1) * random.uniform(0.75, 1.25)

    def left(self):
        """Seconds until `end`."""
        return float("inf") if self.end is None else self.end - time.monotonic()

    def _send_once(self, call, headers, pairs, timeout, returns):
        if call.method == "GET" and _DELETES_ON_GET.fullmatch(call.path):
            raise ValueError("GET %s would delete the primary storage: query with a condition on uuid" % call.path)
        timeout = min(timeout, self.left())
        if timeout <= 0:
            message = "The time of the task (zstack_wait_timeout and one zstack_timeout) was over before %s was sent."
            raise ConnectionFailed(message % call.api, transient=False, api=call.api)
        request = requests.PreparedRequest()
        request.method, request.url = call.method, self._settings.url + call.path
        pairs = [*call.query, *pairs]
        if pairs:
            request.url += "?" + urlencode(pairs, quote_via=quote, safe="")
        request.headers = dict(headers, **_HEADERS)
        if call.body is not None:
            request.body = json.dumps(call.body).encode("utf-8")
            request.headers.update({"Content-Type": "application/json", "Content-Length": str(len(request.body))})
        begin = time.monotonic()
        status = "no answer"
        try:
            total = urllib3.Timeout(total=timeout)
            answer = self._adapter.send(request, True, total, self._verify, None, self._proxies)
            status = answer.status
            content = wire.read(answer, begin + timeout)
        except wire.BadAnswer as error:
            raise self._unexpected(call.api, status, str(error)) from error
        except (trouble.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise self._explain(error, call.api, timeout) from error
        finally:
            if self.trace:
                self._tell(call, pairs, request, status, time.monotonic() - begin)
        return self._decode(status, answer.headers, content, call.api, returns)

    def _tell(self, call, pairs, request, status, seconds):
        job = request.headers.get("X-Job-UUID")
        path = urlsplit(request.url).path
        if pairs:
            shown = [(name, self._secrets.hide(_discreet(str(value)))) for name, value in pairs]
            path += "?" + urlencode(shown, quote_via=quote, safe="*")
        line = "%s: %s %s: %s, %d ms" % (call.api, request.method, path, status, seconds * 1000)
        self.trace(self._secrets.hide(line) + (", job " + job if job else ""))

    def _explain(self, error, api, timeout):
        """The error of ours for what requests says; decides whether the request can have reached the node."""
        chain = _causes(error)
        # Complaints of the HTTP libraries quote what came, which may be a session.
        reason = self._secrets.hide(str(chain[-1]) if isinstance(chain[-1], OSError) else type(chain[-1]).__name__)
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

    def _decode(self, status, headers, content, api, returns):
        body = _json_object(content)
        facts = {"api": api, "http_status": status}
        error = body.get("error") if body else None
        if status in (200, 202):
            wrong = _complaint(body, returns if status == 200 else ())
            if not wrong:
                return Reply(status, body)
        elif isinstance(error, dict) and isinstance(error.get("code"), str):
            raise ApiError(error, hide=self._secrets.hide, **facts)
        # Its secrets are hidden before it is cut, or a part of one would be shown.
        text = content[:_QUOTABLE].decode("utf-8", "replace").strip()
        if status == 407:
            raise ConnectionFailed(
                "The proxy for %s demands a login: give zstack_proxy as http://user:password@host:port." % self._node,
                transient=False,
                **facts,
            )
        if status in (502, 503, 504):
            raise ConnectionLost(
                "Something before the management node answered %s with HTTP %d%s: is the node behind the proxy running?"
                % (api, status, self._titled(text)),
                **facts,
            )
        if 300 <= status < 400:
            target = self._secrets.hide(headers.get("Location") or "elsewhere")[:500]
            target = target.partition("?")[0].partition("/zstack/")[0]
            raise UnexpectedAnswer(
                "%s redirects to %s: give that as zstack_url if it is the node, else look for a proxy in between."
                % (self._node, target),
                **facts,
            )
        if text[:9].lower().startswith(("<!doctype", "<html", "<?xml")):
            raise UnexpectedAnswer(
                "%s answered with an HTML page%s, not with the ZStack API: is a proxy or the port of the web interface "
                "in between? The API listens on http://<node>:8080." % (self._node, self._titled(text)),
                **facts,
            )
        if status < 400 or (status == 404 and not text):
            raise self._unexpected(api, status, wrong if status in (200, 202) else "the node never answers so")
        # The node refuses in plain text; JSON is an answer to something, perhaps a session.
        said = self._secrets.hide(_CONTROLS.sub(" ", "" if body else text))[:500] or "without a reason"
        advice = " Check this machine's clock: access keys allow 15 minutes of difference." if status == 403 else ""
        raise HttpError("The management node refused %s with HTTP %d: %s.%s" % (api, status, said, advice), **facts)

    def _unexpected(self, api, status, wrong):
        return UnexpectedAnswer(
            "The answer of %s to %s is damaged or not the management node's: %s." % (self._node, api, wrong),
            api=api,
            http_status=status,
        )

    def _titled(self, text):
        """The title of an HTML page, for messages."""
        lower = text.lower()
        begin = lower.find(">", lower.find("<title")) + 1
        end = lower.find("</title", begin)
        if "<title" not in lower or not begin or end < 0:
            return ""
        return ' (title "%s")' % self._secrets.hide(" ".join(_CONTROLS.sub(" ", text[begin:end]).split()))[:100]


def _discreet(condition):
    """A condition of a query without a value that its field, or the name of the tag, says is a secret."""
    parts = split(condition)
    secret = parts and (is_secret(parts.field) or is_secret_tag(parts.value))
    return parts._replace(value=HIDDEN).text if secret else condition


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


def _json_object(content):
    """The JSON object in an answer's content, {} for an empty one, None for anything else."""
    if not content.strip():
        return {}
    try:
        text = content.decode("utf-8")
        if "\\u" in text:
            text = _SURROGATES.sub(lambda found: found.group(1) or "\\ufffd", text)
        value = json.loads(text, parse_float=_number, parse_constant=_number)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and not _too_deep(value) else None


def _too_deep(value):
    """Whether it is nested deeper than any reply of the node: whoever walks it must not run out of stack."""
    level = [value]
    for _depth in range(_DEEPEST):
        level = [
            v for item in level for v in (item.values() if isinstance(item, dict) else item) if type(v) in (dict, list)
        ]
        if not level:
            return False
    return True


def _misshapen(value):
    """The name of a field, at any depth, that is not what it must be, or None."""
    level = [value]
    while level:
        objects = [item for item in level if isinstance(item, dict)]
        wrong = next(filter(None, map(misshapen, objects)), None)
        if wrong:
            return wrong
        level = [
            v for item in level for v in (item.values() if isinstance(item, dict) else item) if type(v) in (dict, list)
        ]
    return None


def _number(text):
    """A JSON number with a point or exponent: an int where it is integral, as the node writes 1.0 and 8.589934592E9."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("%s is no JSON" % text)
    return int(Decimal(text)) if value.is_integer() else value


def _complaint(body, returns):
    """What is wrong with the body of a success, as the end of a sentence; None where nothing is."""
    if body is None:
        return "it is not JSON, or no object"
    if "error" in body:
        return "it is a success with an error in it"
    for key in returns:
        if "." not in key and body.get(key) is None:
            return "it has no %s" % key
    rows = body["inventories"] if "inventories" in returns else [body["inventory"]] if "inventory" in returns else []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return "what should be objects is none"
    if "inventories.uuid" in returns and not all(row.get("uuid") for row in rows):
        return "it has an object without a uuid"
    wrong = _misshapen(body)
    if wrong:
        return "%s is not what it must be" % wrong
    total = body.get("total", 0) if "total" in returns else 0
    if not isinstance(total, int) or isinstance(total, bool) or total < 0:
        return "it has a total that is no number"
    return None
