# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The data file: it is of one generation, version and seed, and one process has it at a time."""

from __future__ import annotations

import contextlib
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from . import seeds
from .store import layout, metadata


@contextlib.contextmanager
def claimed(path: str) -> Iterator[None]:
    """Keeps other simulators from the file meanwhile; ValueError when one has it."""
    # SQLite has its locks on other bytes of its own, so everybody may still read what is in the file.
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise ValueError(f"{path} is in use by another simulator") from None
    try:
        yield
    finally:
        os.close(descriptor)


def examine(path: str, profile: str, seed: Any) -> None:
    """ValueError, in one line, unless the file is still to be made or can be gone on with as `profile`; with a seed
    only if the file was begun with the same."""
    file = Path(path)
    if not file.absolute().parent.is_dir():
        raise ValueError(f"{path}: there is no directory {file.absolute().parent}")
    if not file.exists() or file.stat().st_size == 0:
        return
    try:
        with closing(sqlite3.connect(path)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            meta = dict(connection.execute("SELECT name, value FROM meta")) if "meta" in tables else {}
    except sqlite3.Error as problem:
        raise ValueError(f"{path} is no data file of a simulator: {problem}") from None
    if not meta and tables <= metadata.tables.keys():
        return  # its making was cut short
    if "layout" not in meta:
        raise ValueError(f"{path} is no data file of a simulator, but a database of something else")
    if meta["profile"] != profile:
        raise ValueError(f"{path} belongs to profile {meta['profile']}, not {profile}")
    if meta["layout"] != layout():
        raise ValueError(f"{path} was made by another version of the simulator")
    if seed is not None and meta.get("seed") != seeds.mark(seed):
        raise ValueError(f"{path} was begun with another seed: remove it, or go on with it without --seed")
