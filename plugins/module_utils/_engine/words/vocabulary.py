# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words of a declaration mean: a file a word, in the order in which they are planned.

Each is a subclass of Behaviour. A new word is a class in ``_resources/words.py``, a file here and a line below;
``__init__.py`` is empty, as sanity of older cores wants it.
"""

from __future__ import annotations

from ..._resources.words import Attachments, Check, Dependents, Event, Field, Parts, Reading, Reconnect, Tags
from . import attachments, checks, dependents, events, fields, parts, readings, reconnect, tags

WORDS = {
    Check: checks.Checks(),
    Field: fields.Fields(),
    Parts: parts.OwnedParts(),
    Reconnect: reconnect.Reconnection(),
    Event: events.Events(),
    Reading: readings.Readings(),
    Attachments: attachments.Joined(),
    Tags: tags.UserTags(),
    Dependents: dependents.TakenAlong(),
}
