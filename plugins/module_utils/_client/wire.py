# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reading an answer from a connection: within its time by the clock, within a size, and to its very end.

The timeouts of sockets are for each wait for data, so an answer that drips outlasts them all; and Python takes the end
of a connection for the end of a head. Needs the library requests.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import ssl
import time
import zlib
from functools import cache

try:
    import urllib3
    from requests.adapters import HTTPAdapter
except ImportError:  # said in words before any of this is used, see transport.py
    urllib3, HTTPAdapter = None, object

# A page of 1,000 VMs has a few MB, the list of a million uuids has 44.
LARGEST = 64 * 2**20
_PIECE = 2**18


class BadAnswer(Exception):
    """The answer was read to its end and is not usable: too large, or encoded as nobody asked for."""


class _Bounded(io.RawIOBase):
    """A socket's stream that ends when the time that the socket had in the beginning is over."""

    def __init__(self, sock, stream):
        self._sock = sock
        self._stream = stream
        self._end = time.monotonic() + sock.gettimeout()
        self.ended = False
        self._drained = False

    def readable(self):
        return True

    def readinto(self, buffer):
        if self._drained:
            return None
        left = self._end - time.monotonic()
        if left <= 0:
            raise socket.timeout("timed out")
        self._sock.settimeout(left)
        try:
            size = self._stream.readinto(buffer)
        except ssl.SSLError as error:
            # Not the handshake: the request has left, and may have arrived.
            raise ConnectionResetError(str(error)) from error
        self.ended = not size
        return size

    def drain(self):
        """Read nothing more."""
        self._drained = True

    def cut(self):
        """End the connection, for whoever finds it in the pool."""
        with contextlib.suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)

    def close(self):
        super().close()
        self._stream.close()


class _Reader(io.BufferedReader):
    """Does not leave what follows an answer to the next one on the same connection."""

    def close(self):
        if not self.closed:
            self.raw.drain()
            if self.peek(1):
                self.raw.cut()
        super().close()


class _Answer(http.client.HTTPResponse):
    def __init__(self, sock, *args, **kwargs):
        super().__init__(sock, *args, **kwargs)
        self.fp = _Reader(_Bounded(sock, self.fp.detach()))

    def begin(self):
        stream = self.fp.raw
        super().begin()
        if stream.ended:
            raise http.client.RemoteDisconnected("the head of the answer is incomplete")


@cache
def _ours(pool):
    """The class of connection pools, with connections whose answers are ours."""
    connection = type("Connection", (pool.ConnectionCls,), {"response_class": _Answer})
    return type("Pool", (pool,), {"ConnectionCls": connection})


# Made before workers are forked.
def _pools():
    return urllib3.poolmanager.pool_classes_by_scheme if urllib3 else {}


_OURS = {name: _ours(pool) for name, pool in _pools().items()}


class Adapter(HTTPAdapter):
    """requests' connections, proxies and certificates, without what a session of requests adds to each request."""

    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _OURS

    def proxy_manager_for(self, proxy, **kwargs):
        known = proxy in self.proxy_manager
        manager = super().proxy_manager_for(proxy, **kwargs)
        if not known:
            pools = manager.pool_classes_by_scheme
            manager.pool_classes_by_scheme = {name: _ours(pool) for name, pool in pools.items()}
        return manager

    def build_response(self, req, resp):
        return resp


def read(answer, end):
    """The content of urllib3's answer, decoded until `end` (monotonic); raises BadAnswer and what urllib3 raises."""
    content = bytearray()
    while len(content) <= LARGEST:
        piece = answer.read(_PIECE, decode_content=False)
        if not piece:
            break
        content += piece
    else:
        answer.close()
        raise BadAnswer("it has more than %d MB" % (LARGEST >> 20))
    length = answer.headers.get("Content-Length", "")
    if length.isdigit() and len(content) < int(length):
        raise BadAnswer("it has %d of %s bytes" % (len(content), length))
    if not content and not length.isdigit() and "Transfer-Encoding" not in answer.headers:
        raise BadAnswer("it has no body and does not say so")
    encoding = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding == "identity":
        return bytes(content)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise BadAnswer("it is encoded as nobody asked for")
    decoder, decoded = zlib.decompressobj(zlib.MAX_WBITS | 32), bytearray()
    while not decoder.eof:
        try:
            piece = decoder.decompress(content, _PIECE)
        except zlib.error as error:
            raise BadAnswer("it cannot be decompressed") from error
        content = decoder.unconsumed_tail
        decoded += piece
        if len(decoded) > LARGEST or not (piece or decoder.eof):
            raise BadAnswer("it is compressed and incomplete, or has more than %d MB" % (LARGEST >> 20))
        if time.monotonic() > end:
            raise socket.timeout("timed out")
    return bytes(decoded)
