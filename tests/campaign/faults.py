# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can befall a request and its reply on the way: every kind, and every place where it can.

None of them makes a reply that the node could have given in its place: such a lie nobody can see. Only ``field`` does,
which puts values of wrong types into replies; what a task makes of them need not be right, but must be orderly.
"""

from __future__ import annotations

import base64
import gzip
import html
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from .proxy import HELD

#: Seconds between two bytes of what drips.
DRIP = 0.1
#: {name: Kind}
KINDS = {}


@dataclass(frozen=True)
class Kind:
    """``act(exchange, place)``, and ``places(exchange)``, where it can happen.

    lies: see above. debris: what was under way stays for ever as it was.
    """

    act: Callable
    places: Callable
    lies: bool = False
    debris: bool = False


@dataclass(frozen=True)
class Fault:
    """A kind at a place of the n-th exchange of a run, and of so many exchanges after it."""

    kind: str
    number: int
    place: Any = None
    times: int = 1

    def __call__(self, number):
        if self.number <= number < self.number + self.times:
            return partial(KINDS[self.kind].act, place=self.place)
        return None

    def __str__(self):
        return f"{self.kind} at {self.place!r} of exchange {self.number}, {self.times} times"


def kind(places=None, name=None, **facts):
    """Register a function as a Kind; ``places`` may be a list."""
    find = places if callable(places) else lambda exchange: places or [None]

    def register(act):
        KINDS[name or act.__name__.replace("_", " ")] = Kind(act, find, **facts)
        return act

    return register


def _bytes(exchange):
    return range(len(exchange.reply))


# -- the connection ---------------------------------------------------------------------------------------------------


@kind(_bytes)
def cut(exchange, place):
    exchange.send(exchange.forward()[:place])
    exchange.close()


@kind(_bytes)
def reset(exchange, place):
    exchange.send(exchange.forward()[:place])
    exchange.reset()


@kind()
def lost_request(exchange, place):
    exchange.close()


@kind(lambda exchange: range(len(exchange.request)))
def cut_request(exchange, place):
    exchange.forward_cut(place)
    exchange.close()


@kind([0.01, 0.1, 0.5, 1.0])
def late_request(exchange, place):
    """The client sees the connection end, and the node gets the request all the same, after a while."""
    exchange.forward_later(place)
    exchange.close()


@kind([0.01, 0.1, 0.3])
def late_reply(exchange, place):
    exchange.forward()
    exchange.wait(place)
    exchange.send(exchange.reply)


@kind([True, False])
def silence(exchange, place):
    if place:
        exchange.forward()
    exchange.wait(HELD)
    exchange.close()


@kind(_bytes)
def drip(exchange, place):
    reply = exchange.forward()
    exchange.send(reply[:place])
    for at in range(place, len(reply)):
        exchange.wait(DRIP)
        exchange.send(reply[at : at + 1])


@kind()
def pieces(exchange, place):
    """Every byte for itself, but at once: nothing is wrong with that."""
    for byte in exchange.forward():
        exchange.send(bytes([byte]))


@kind()
def reply_twice(exchange, place):
    exchange.send(exchange.forward() * 2)


@kind([0, 1])
def request_twice(exchange, place):
    """As proxies do that try again: the node gets the request twice, the client one of the two replies."""
    exchange.send([exchange.forward(), exchange.forward()][place])


# -- the node ---------------------------------------------------------------------------------------------------------


@kind()
def unknown_to_a_proxy(exchange, place):
    exchange.send(Reply(b"", b"", b"no route").made(b"404 Not Found"))


@kind()
def session_expires(exchange, place):
    exchange.control(b"expire-session")
    exchange.send(exchange.forward())


@kind([False, True], debris=True)
def node_restarts(exchange, place):
    """Jobs in progress stay so for ever."""
    if place:
        exchange.forward()
    exchange.control(b"restart")
    exchange.close()


#: How the node may spell what it quotes.
SPELLINGS = {
    "as it is": str,
    "in JSON": json.dumps,
    "repr": repr,
    "in a URL": quote,
    "in HTML": html.escape,
    "in base64": lambda text: base64.b64encode(text.encode()).decode(),
    "as JSON in JSON": lambda text: json.dumps(json.dumps(text, ensure_ascii=False)),
}


@kind(lambda exchange: [] if b"/api-jobs/" in exchange.path else list(SPELLINGS))
def refusal_that_quotes_the_request(exchange, place):
    """Nothing is carried out, and all that was sent is told."""
    if b"/api-jobs/" in exchange.path:
        return exchange.send(exchange.forward())
    head, _blank, body = exchange.request.decode().partition("\r\n\r\n")
    said = [body, *head.split("\r\n")]
    with suppress(ValueError, KeyError, AttributeError):
        said.insert(0, " ".join(map(str, json.loads(body).popitem()[1].values())))
    error = {"code": "SYS.1006", "details": "; ".join(SPELLINGS[place](text) for text in said if text)}
    exchange.send(Reply(b"", b"", json.dumps({"error": error}).encode()).made(b"503 Refused"))


# -- what the reply says ----------------------------------------------------------------------------------------------


class Reply:
    """The parts of a reply; `made` puts them together again, with others in the place of some."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @classmethod
    def of(cls, data):
        head, _separator, body = data.partition(b"\r\n\r\n")
        status, _separator, headers = head.partition(b"\r\n")
        return cls(status, headers, body)

    def made(self, status=None, body=None, length=None, headers=None, more=()):
        status = b"HTTP/1.1 " + status if status else self.status
        body = self.body if body is None else body
        lines = [line for line in (self.headers if headers is None else headers).split(b"\r\n") if line]
        lines = [line for line in lines if not line.lower().startswith(b"content-length:")]
        length = b"content-length: %d" % (len(body) if length is None else length)
        return b"\r\n".join([status, *lines, *more, length, b"", body])


def rewritten(name, change, places=None, ends=False, **facts):
    """A kind that sends what ``change(reply, place)`` makes of the Reply."""

    @kind(places, name, **facts)
    def act(exchange, place):
        exchange.send(change(Reply.of(exchange.forward()), place))
        if ends:
            exchange.close()


PAGE = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body>...</body></html>"
STARTING = b'{"error": {"code": "SYS.1010", "description": "not ready"}}'
for _name, _status, _text, *_more in (
    ("redirect", b"302 Found", b"", b"location: https://portal.example.org/login?back=1"),
    ("redirect to nowhere", b"301 Moved", b"", b"location: http://[:x"),
    ("redirect without place", b"307 Temporary Redirect", b""),
    ("no content", b"204 No Content", b""),
    ("created", b"201 Created", b'{"inventory": {}}'),
    ("gateway", b"502 Bad Gateway", PAGE),
    ("gateway in JSON", b"503 Service Unavailable", b'{"error": "no healthy upstream"}'),
    ("gateway timeout", b"504 Gateway Timeout", b""),
    ("page", b"200 OK", PAGE),
    ("page not found", b"404 Not Found", PAGE),
    ("not found", b"404 Not Found", b""),
    ("too many", b"429 Too Many Requests", b"slow down"),
    ("forbidden", b"403 Forbidden", PAGE),
    ("text", b"200 OK", b"OK"),
    ("internal error", b"500 Internal Server Error", b"upstream reset"),
    ("bad request", b"400 Bad Request", b"malformed"),
    ("node is starting", b"503 Service Unavailable", STARTING),
):
    rewritten(
        _name,
        lambda reply, place, facts=(_status, _text, _more): reply.made(facts[0], facts[1], headers=b"", more=facts[2]),
    )


def _inside(exchange):
    return range(1, len(Reply.of(exchange.reply).body))


def _lines(exchange):
    return range(Reply.of(exchange.reply).headers.count(b"\r\n") + 1)


def _without_line(reply, place):
    """Without its length, a body goes to the end of the connection."""
    lines = reply.headers.split(b"\r\n")
    return b"\r\n".join([reply.status, *lines[:place], *lines[place + 1 :], b"", reply.body])


def _nonsense(reply, place):
    """Three bytes of the head are something else; not those of the status, which would make it another one."""
    data = reply.made()
    place = 0 if 9 - 3 < place < 12 else place
    return data[:place] + b"\x00\xff\x1b" + data[place + 3 :]


def _emptied(text):
    """Another body where something is returned."""
    return lambda reply, place: reply.made(body=text if len(reply.body) > 2 else None)


def _told_nothing(reply, place):
    told = reply.status.split()[1] == b"200" and len(reply.body) > 2
    return reply.made(body=b'{"inventories": null, "inventory": null}' if told else None)


def _chunks(end):
    def change(reply, place):
        headers = re.sub(rb"(?i)content-length:[^\r]*", b"transfer-encoding: chunked", reply.headers)
        pieces = [reply.body[at : at + 7] for at in range(0, len(reply.body), 7)]
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
        return b"\r\n".join([reply.status, headers, b"", chunks]) + end

    return change


def _length(reply, place):
    return re.sub(rb"(?i)(content-length:)[^\r]*", rb"\1 " + place, reply.made())


def _zipped(content=None, cut=None):
    return lambda reply, place: reply.made(
        body=(content or gzip.compress(reply.body))[: place - 20 if cut else None], more=[b"content-encoding: gzip"]
    )


_FAILURES = [b"400 Bad", b"418 Teapot", b"500 Internal", b"502 Bad"]
_FILLER = b"X-Filler: y\r\n"
rewritten("failure with the body of the reply", lambda reply, place: reply.made(place), _FAILURES)
rewritten("null", lambda reply, _: reply.made(body=b"null"))
rewritten("list", lambda reply, _: reply.made(body=b"[" + reply.body + b"]"))
rewritten("number", lambda reply, _: reply.made(body=b"0"))
rewritten("truncated body", lambda reply, place: reply.made(body=reply.body[:place]), _inside)
rewritten("body and more", lambda reply, _: reply.made(body=reply.body + b"}"))
rewritten("body twice", lambda reply, _: reply.made(body=(reply.body.strip() or b"{}") * 2))
rewritten("another encoding", lambda reply, _: reply.made(body=reply.body.decode().encode("utf-16")))
rewritten("not even text", lambda reply, _: reply.made(body=b"\xff\xfe\x00" + reply.body))
rewritten("nested", lambda reply, _: reply.made(body=b'{"a":' * 2000 + (reply.body or b"1") + b"}" * 2000))
rewritten("an error beside it", lambda reply, _: reply.made(body=STARTING[:-1] + b", " + (reply.body[1:] or b"}")))
rewritten("null where something is returned", _told_nothing)
rewritten("nothing where something is returned", _emptied(b""))
rewritten("empty object where something is returned", _emptied(b"{}"))
rewritten("gzip that is none", lambda reply, _: reply.made(more=[b"content-encoding: gzip"]))
rewritten("gzip that is cut", _zipped(cut=True), range(20))
rewritten("gzip", _zipped())  # nothing is wrong with that
rewritten("gzip of a flood", _zipped(gzip.compress(b" " * 2**27)))
rewritten("an encoding of its own", lambda reply, _: reply.made(more=[b"content-encoding: br"]))
rewritten("chunks", _chunks(b"0\r\n\r\n"))  # nothing is wrong with that
rewritten("chunks without end", _chunks(b""), ends=True)
rewritten("chunks of nonsense", _chunks(b"xyz\r\n"), ends=True)
rewritten("short length", lambda reply, place: reply.made(length=place), _inside, ends=True)
rewritten("long length", lambda reply, _: reply.made(length=100_000), ends=True)
rewritten("length that is none", _length, [b"-1", b"many", b"1e3", b"99999999999999999999"], ends=True)
rewritten("lost line", _without_line, _lines, ends=True)
rewritten("no head", lambda reply, _: reply.body or b"\r\n", ends=True)
rewritten("head of nonsense", _nonsense, lambda exchange: range(0, exchange.reply.index(b"\r\n\r\n"), 3), ends=True)
rewritten("head without end", lambda reply, _: reply.status + b"\r\n" + _FILLER * 90)
rewritten("head of many lines", lambda reply, _: reply.status + b"\r\n" + _FILLER * 5000 + b"\r\n", ends=True)
rewritten("another protocol", lambda reply, _: b"SSH-2.0-OpenSSH_9.2p1\r\n", ends=True)
rewritten("not yet, and then the reply", lambda reply, _: b"HTTP/1.1 100 Continue\r\n\r\n" * 3 + reply.made())

# -- values of wrong types --------------------------------------------------------------------------------------------

_VALUES = [None, 5, -1, 1.5, 10**30, True, "", "x", "\0", "\u200b\x1b[2J", "é" * 3000, [], ["x"], [None], {}, {"a": []}]
#: As they stand in JSON; Python has no such values as the last ones, or writes them otherwise.
WRONG = [*map(json.dumps, _VALUES), "1e999", "NaN", '"\\ud800"', "1.0", "-0", "[" * 40 + "]" * 40]


def _fields(exchange):
    """Every field of the reply, at any depth, with every wrong value."""
    try:
        waiting = [((), json.loads(Reply.of(exchange.reply).body))]
    except ValueError:
        return []
    paths = []
    while waiting:
        path, value = waiting.pop()
        paths.append(path)
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += [((*path, key), part) for key, part in inner]
    return [(path, text) for path in paths if path for text in WRONG]


def _with_field(reply, place):
    path, text = place
    told = json.loads(reply.body) if reply.body else {}
    holder = told
    try:
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = "\ue000"
    except (LookupError, TypeError):
        return reply.made()  # another reply than the one the place was found in
    return reply.made(body=json.dumps(told).replace('"\\ue000"', text).encode())


rewritten("field", _with_field, _fields, lies=True)
