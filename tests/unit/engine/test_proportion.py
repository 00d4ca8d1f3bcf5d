# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a node or a user writes, looking at it takes time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api import secrets
from ansible_collections.zstack.cloud.plugins.module_utils._client import queries, transport
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import Secrets
from ansible_collections.zstack.cloud.plugins.module_utils._engine import render
from ansible_collections.zstack.cloud.plugins.module_utils._resources import words
from ansible_collections.zstack.cloud.plugins.module_utils._task import api

#: What long texts are made of: whatever one of the patterns repeats, or begins with.
PIECES = ["@", "a", " ", "a:", "a@", "a:b@", "::", "\\u", "\\ud800", "<title", "-", "A", "aA", "\n", "1,", "é", "/a"]
PIECES += ["{a}", "=", "a=>", "\\", "'", '"']
LENGTH = 50_000
READERS = {
    "hide": Secrets("pass-phrase").hide,
    "mask": secrets.mask,
    "shown text": lambda text: secrets.shown_text("url", text),
    "secret texts": secrets.secret_texts,
    "secret name": secrets.is_secret.__wrapped__,
    "secret tag": secrets.is_secret_tag,
    "date": render.date,
    "snake": words.snake.__wrapped__,
    "camel": words.camel.__wrapped__,
    "split": queries.split,
    "exactly": lambda text: queries.exactly("name", text),
    "surrogates": lambda text: transport._SURROGATES.sub("", text),
    "controls": lambda text: transport._CONTROLS.sub("", text),
    "path": lambda text: api._PATH.fullmatch("/" + text),
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_in_proportion(reader):
    for piece in PIECES:
        text = piece * (LENGTH // len(piece))
        for long in (text, f"Jan {text}!", f" x:{text}@h "):
            begin = time.monotonic()
            reader(long)
            assert time.monotonic() - begin < 1, (piece, long[:4])
