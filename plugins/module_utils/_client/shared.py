# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A dict of plain facts that the processes of one user share through a small file."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import stat
import time

# More than the facts ever have.
_LARGEST = 10000


class SharedFacts:
    """Facts in `directory` (mode 0700) under `key` (file mode 0600), with a lock beside them.

    Where the directory cannot be used safely `shared` is False and the facts are kept in memory only.
    """

    def __init__(self, directory, key):
        self._path = os.path.join(directory, key + ".json")
        self._lock = os.path.join(directory, key + ".lock")
        self._memory = {}
        self.shared = _is_ours(directory)

    def read(self):
        """The facts; {} where there are none, or none that can be trusted."""
        if not self.shared:
            return self._memory
        try:
            # Should it be a pipe, its other end is not waited for.
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
            with open(os.open(self._path, flags), encoding="utf-8") as file:
                info = os.fstat(file.fileno())
                if info.st_uid != os.geteuid() or info.st_mode & 0o077 or not stat.S_ISREG(info.st_mode):
                    return {}
                facts = json.loads(file.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        return facts if isinstance(facts, dict) else {}

    def write(self, facts):
        """Replace the facts in one step: a reader sees the old ones or the new ones."""
        self._memory = facts
        if not self.shared:
            return
        draft = "%s.%d" % (self._path, os.getpid())
        try:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(draft)
            with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                json.dump(facts, file)
            os.replace(draft, self._path)
        except OSError:
            self.shared = False

    def remove(self):
        """Forget the facts, for all processes."""
        self._memory = {}
        with contextlib.suppress(OSError):
            os.unlink(self._path)

    @contextlib.contextmanager
    def locked(self, seconds):
        """Hold the lock; after `seconds` in vain go on without it. Without locks go on with facts of our own."""
        deadline = time.monotonic() + seconds
        handle = None
        try:
            if self.shared:
                handle = os.open(self._lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
            while handle is not None:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        # Who holds it is no login of ours. What is written now spares others the same wait.
                        break
                    time.sleep(0.02)
        except OSError:
            self.shared = False
        try:
            yield
        finally:
            if handle is not None:
                os.close(handle)


def _is_ours(directory):
    """Whether the directory exists, or could be made, and nobody else can put files into it."""
    try:
        _make(directory)
        info = os.stat(directory)
    except (OSError, ValueError):
        return False
    return info.st_uid == os.geteuid() and not info.st_mode & 0o022 and os.access(directory, os.W_OK | os.X_OK)


def _make(directory):
    """Make it and what is missing above it for ourselves alone, whatever the umask allows others."""
    if os.path.isdir(directory):
        return
    above = os.path.dirname(directory.rstrip("/"))
    if above != directory:
        _make(above)
    with contextlib.suppress(FileExistsError):
        os.mkdir(directory, 0o700)
