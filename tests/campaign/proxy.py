# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A proxy between client and node that knows nothing but bytes, and does to them what a fault says."""

from __future__ import annotations

import contextlib
import re
import socket
import struct
import threading
from urllib.parse import urlsplit

_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)
#: How long something may be held back at most, in seconds: longer than a client waits.
HELD = 3


class Gone(Exception):
    """The other end has closed the connection."""


class Exchange:
    """A request that came in: what a fault may do with it. ``reply`` is the node's, all bytes of it, once forwarded."""

    def __init__(self, proxy, client, number, request):
        self._proxy = proxy
        self._client = client
        self.number = number
        self.request = request
        self.method, self.path = request.split(b" ", 2)[:2]
        self.reply = None
        self.struck = False  # whether anything was done to it
        self.open = True

    def forward(self):
        """The node's reply to the request as it came."""
        self.reply = self._proxy.ask(self.request)
        return self.reply

    def control(self, path):
        """Something befalls the node itself, as the simulator's control API has it."""
        self._proxy.ask(b"POST /simulator/%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n" % path)

    def forward_later(self, seconds):
        """Let the request arrive after a while, whoever still waits for it."""
        self._proxy.later(seconds, self.request)

    def forward_cut(self, size):
        """Let the node get no more than the beginning of the request."""
        with contextlib.suppress(OSError), self._proxy.connection() as node:
            node.sendall(self.request[:size])

    def send(self, data):
        self._client.sendall(data)

    def wait(self, seconds):
        """Hold everything back; not longer than anybody waits."""
        if self._proxy.over.wait(seconds):
            raise Gone

    def close(self):
        """End the connection as a well-behaved server does."""
        self.open = False

    def reset(self):
        """End the connection as a crash does."""
        self.open = False
        self._client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


class Proxy:
    """Listens on 127.0.0.1 in front of the node at ``url``; `begin` starts a run of its own count of exchanges."""

    def __init__(self, url):
        parts = urlsplit(url)
        self._node = (parts.hostname, parts.port)
        self._server = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._timers = []
        self.over = threading.Event()
        self.url = "http://127.0.0.1:%d" % self._server.getsockname()[1]
        self.begin()
        threading.Thread(target=self._accept, daemon=True).start()

    def begin(self, fault=None):
        """From now on, ``fault(number)`` gives what is done to an exchange: a function of it, or None."""
        self.settle()
        with self._lock:
            self.exchanges = []
            self.over = threading.Event()
            self._fault = fault or (lambda number: None)

    def settle(self):
        """Lets go what is held back, and waits for what is still to arrive."""
        self.over.set()
        for timer in self._timers:
            timer.join()
        self._timers = []

    def stop(self):
        self.settle()
        self._server.close()

    def later(self, seconds, request):
        timer = threading.Timer(seconds, self.ask, [request])
        self._timers.append(timer)
        timer.start()

    def connection(self):
        connection = socket.create_connection(self._node, timeout=HELD + 5)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def ask(self, request):
        with self.connection() as node:
            node.sendall(request)
            return _message(node, b"")[0]

    def _accept(self):
        while True:
            try:
                client, _address = self._server.accept()
            except OSError:
                return
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=[client], daemon=True).start()

    def _serve(self, client):
        rest = b""
        with client, contextlib.suppress(Gone, OSError):
            while True:
                request, rest = _message(client, rest)
                with self._lock:
                    exchange = Exchange(self, client, len(self.exchanges), request)
                    self.exchanges.append(exchange)
                    act = self._fault(exchange.number)
                    exchange.struck = act is not None
                if act:
                    act(exchange)
                else:
                    exchange.send(exchange.forward())
                if not exchange.open:
                    return


def _message(connection, rest):
    """(the bytes of one request or reply, those after it)."""
    while b"\r\n\r\n" not in rest:
        rest += _more(connection)
    head = rest.index(b"\r\n\r\n") + 4
    length = _LENGTH.search(rest, 0, head)
    size = head + (int(length.group(1)) if length else 0)
    while len(rest) < size:
        rest += _more(connection)
    return rest[:size], rest[size:]


def _more(connection):
    data = connection.recv(65536)
    if not data:
        raise Gone
    return data
