# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Listing: what an API lists about something."""

from __future__ import annotations

from .._client.queries import where
from . import identity
from .render import plain, rows_out
from .sketch import Sketch
from .words.fields import option


def options(listing):
    """The argument spec."""
    return {f.option: option(f) for f in listing.fields}


class Asking(Sketch):
    """Reads one listing; there is nothing to plan. ``beside``: one of the same task, whose lookups are this one's."""

    name = ""

    def __init__(self, listing, values, observer, beside=None):
        super().__init__(listing, values, observer)
        if beside:
            self.fields, self.rows, self.found = beside.fields, beside.rows, beside.found

    def rows_told(self):
        """The rows as results have them."""
        word, client = self.resource, self.observer.client
        self.refuse_wrong(word.fields, word.api)
        identity.resolve(self)
        if self.assumed:
            return []  # of what check mode only assumes there is nothing yet
        self.look_at(word.looks)
        if word.apt and not word.apt(self):
            return []
        params = self.params(word.fields, word.api)
        if word.query:
            rows = {f.api: f.row for f in word.fields}
            found = client.query(word.query, [where(rows[name], "=", value) for name, value in params.items()])
        else:
            found = client.call(word.api, params).get(word.key) or []
        if word.resource:
            told = rows_out(word.resource, found, word.resource.inventory_of(self.generation), self.observer)
            return sorted(told, key=lambda row: (str(row.get("name") or ""), *map(str, row.values())))
        return [plain(item) if isinstance(item, dict) else item for item in found]
