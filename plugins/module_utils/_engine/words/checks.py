# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check: options that are right each by itself, and which the node would refuse together."""

from __future__ import annotations

from ..errors import Refused
from .behaviour import Behaviour


class Checks(Behaviour):
    def check(self, words, draft):
        for word in words if draft.state != "absent" else ():
            wrong = list(word.refuses(draft.values)) if draft.knows(word) else []
            if wrong:
                raise Refused("; ".join(wrong))
