# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The uuids of objects that do not exist yet.

They are computed from what tells the object from others: whoever creates the same object, in another fork, playbook or
controller or after being killed, asks for the same uuid, and the node's own uniqueness lets one of them through. A uuid
that something else holds (a renamed object, one in a recycle bin) leads to the next of a fixed series.
"""

from __future__ import annotations

import re
import uuid

from .._api.declaration import P
from .errors import Refused

#: Shown in check mode for the uuid of what does not exist yet; later tasks understand it.
PREDICTED_UUID = "0" * 32

_REFERENCE = P("reference", blank=False)
_FORM = re.compile("[0-9a-f]{32}")
_NAMESPACE = uuid.UUID("6f2d7c1e-3b0a-5c55-9d43-8a7e52c0f1b6")


def planned_uuid(kind, identity, number=0):
    """The uuid for the object of this ``kind`` that ``identity``, its (field, value) pairs, tells from others."""
    parts = [kind, *(f"{field}={value}" for field, value in sorted(identity)), str(number)]
    return uuid.uuid5(_NAMESPACE, "\x1f".join(parts)).hex


def assumed_uuid(kind, name):
    """The uuid of an object of which nothing but its name is known."""
    return uuid.uuid5(_NAMESPACE, f"assumed\x1f{kind}\x1f{name}").hex


def is_uuid(value):
    return bool(_FORM.fullmatch(value))


def checked_uuid(value, option="uuid"):
    """``value`` as a uuid; refuses what no object can have."""
    value = value.strip()
    if not is_uuid(value):
        raise Refused(f"{option}: {value!r} is no uuid; give its 32 lower-case hexadecimal digits, without dashes")
    return value


def checked_reference(value, option):
    """``value``, a name or a uuid, without the blanks around it; refuses what nothing can be called."""
    wrong = _REFERENCE.complaint(value)
    if wrong:
        raise Refused(f"{option} {wrong}")
    return value.strip()
