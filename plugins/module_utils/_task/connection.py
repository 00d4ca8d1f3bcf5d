# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The options of the connection, and the client that they describe."""

from __future__ import annotations

import os

from ansible.module_utils.basic import env_fallback

from .._api.declaration import DeclarationError
from .._client.client import Client
from .._client.errors import ZStackError
from .._client.settings import Settings
from .._engine.errors import EngineError

#: Every failure that is told to the user as it is; anything else is a defect and shows its traceback.
FAILURES = (ZStackError, DeclarationError, EngineError)

#: A task seldom talks to more than two clouds; more clients than that are not kept.
_KEPT = 4


def _option(name, type="str", **spec):
    """A connection option: zstack_url and ZSTACK_URL, and so on."""
    return {"zstack_" + name: dict(spec, type=type, fallback=(env_fallback, ["ZSTACK_" + name.upper()]))}


CONNECTION = {
    **_option("url", required=True),
    **_option("account", default="admin"),
    **_option("password", no_log=True),
    **_option("user"),
    **_option("access_key_id", no_log=False),
    **_option("access_key_secret", no_log=True),
    **_option("session_uuid", no_log=True),
    **_option("validate_certs", "bool", default=True),
    **_option("ca_path", "path"),
    **_option("proxy", no_log=True),  # it may carry a password
    **_option("timeout", "float", default=30),
    **_option("retries", "int", default=3),
    **_option("session_dir", "path"),
    **_option("wait_timeout", "float", default=3600),
}

_clients = {}


def client_for(params, notify=None, trace=None):
    """The client for these connection options, kept in the process: the items of a loop share its connections.

    ``notify(message)`` and ``trace(message)`` are told of long waits and of every request.
    """
    values = {name.removeprefix("zstack_"): params[name] for name in CONNECTION}
    key = (os.getpid(),) + tuple(sorted((k, v) for k, v in values.items() if v is not None))
    client = _clients.pop(key, None) or Client(Settings(**values))
    client.listen(notify, trace)  # it may have been a lookup's in the same process
    _clients[key] = client  # the last used is the last to go
    while len(_clients) > _KEPT:
        _clients.pop(next(iter(_clients)))
    return client
