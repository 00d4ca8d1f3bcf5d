# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What really happened on the node, and whether a task told the truth about it.

The witness does not ask the node: it reads the simulator's data file and its log. What a task has to tell is known from
the same task without any fault.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import hashlib
import html
import json
import re
import sqlite3
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import unquote_plus

from promises import call_of

#: An account's password in which every encoding changes something.
PASSWORD = "p\"a's\\s é<&%+=>/ 密"
DIGEST = hashlib.sha512(PASSWORD.encode()).hexdigest()
#: What can come of a run that must not: the columns of the table that a campaign ends with.
WRONGS = ("doubled", "lost", "false ok", "false changed", "told as not done", "traceback", "hang", "secret", "session")
#: Tables that say nothing about the cloud.
_ASIDE = ("job", "session", "resource", "meta")
#: What differs from one run to another although nothing is wrong.
_FLEETING = re.compile("uuid$|[dD]ate$|[Tt]ime$|token|internalId|internalName|mac$|password|^id$")
_UUID = re.compile("[0-9a-f]{32}")
_RUNS_OF_BASE64 = re.compile("[A-Za-z0-9+/]{8,}")


@dataclass
class Run:
    """What a task returned or raised, and what came of it."""

    result: dict
    error: BaseException = None
    seconds: float = 0.0
    told: list = field(default_factory=list)  # notices
    executed: Counter = None
    store: dict = None

    @property
    def failed(self):
        return self.error is not None or bool(self.result.get("failed"))


class Witness:
    """Looks behind a Node of tests/tools, whose data file is at ``path``."""

    def __init__(self, node, path):
        self.node = node
        self._file = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
        self._file.row_factory = sqlite3.Row
        tables = self._file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self._tables = [name for (name,) in tables if name not in _ASIDE]
        self._last = 0

    def rows(self, table):
        return [dict(row) for row in self._file.execute(f'SELECT * FROM "{table}"')]

    def sessions(self):
        return {row["uuid"] for row in self.rows("session")}

    def store(self, expected=None):
        """{table: rows} without what is fleeting, uuids replaced by what they mean.

        What the node does in the background is given a moment to become what is expected.
        """
        for _look in range(30):
            found = {table: self.rows(table) for table in self._tables}
            names = {
                row["uuid"]: f"<{table} {_UUID.sub('?', row.get('name') or row.get('tag') or '')}>"
                for table, rows in found.items()
                for row in rows
                if row.get("uuid")
            }
            store = {table: sorted((named(row, names) for row in rows), key=repr) for table, rows in found.items()}
            if expected is None or store == expected:
                break
            time.sleep(0.01)
        return store

    def mark(self):
        """From here on `executed` counts."""
        self._last = self.node.control("GET", f"requests?since={self._last}")["last"]

    def executed(self):
        """How often each changing API was carried out since the mark; waits for jobs that are under way."""
        for _look in range(100):
            log = self.node.control("GET", f"requests?since={self._last}")["requests"]
            calls = [call_of(entry, self.node.name) for entry in log if "/api-jobs/" not in entry["path"]]
            calls = [call for call in calls if call.api and call.writes and not call.of_session]
            if all(call.outcome is not None for call in calls):
                break
            time.sleep(0.01)
        return Counter(call.api for call in calls if call.outcome == 200)


def named(value, names, key=""):
    """A row, or a result, with names instead of uuids and without what is fleeting."""
    if isinstance(value, dict):
        return {k: named(v, names, k) for k, v in sorted(value.items()) if not _FLEETING.search(k) or v in names}
    if isinstance(value, list):
        inner = [named(item, names) for item in value]
        return sorted(inner, key=repr) if key.endswith("s") else inner
    return _UUID.sub(lambda found: names.get(found.group(), "<?>"), value) if isinstance(value, str) else value


def doubled(store, *others):
    """What there is more than once, and more often than in any other store."""

    def count(rows):
        telling = ("name", "tag", "managementIp", "zoneUuid", "resourceUuid", "hostname")
        return Counter(repr(row if "name" not in row else [row.get(name) for name in telling]) for row in rows)

    for table, rows in store.items():
        allowed = [count(other[table]) for other in others]
        for key, number in count(rows).items():
            if number > max(1, *(each[key] for each in allowed)):
                yield f"{number} times {table} {key}"


def _base64_in(text):
    """What stands in the text in base64, from whichever place it begins."""
    for found in _RUNS_OF_BASE64.findall(text):
        for begin in range(4):
            piece = found[begin : begin + (len(found) - begin) // 4 * 4]
            yield base64.b64decode(piece).decode("utf-8", "replace")


def readings(text, depth=2):
    """The text, and what it says to those who decode it: JSON, repr, URLs, HTML, base64, one in another."""
    yield text
    if not depth:
        return
    decoded = {unquote_plus(text), html.unescape(text), "\n".join(_base64_in(text))}
    for escaped in (text, text.encode("utf-8").decode("latin-1")):
        try:
            plain = codecs.decode(escaped.encode("latin-1", "backslashreplace"), "unicode_escape")
            decoded |= {plain, plain.encode("latin-1", "replace").decode("utf-8", "replace")}
        except (ValueError, binascii.Error):
            continue
    for other in decoded - {text, ""}:
        yield from readings(other.encode("utf-8", "replace").decode("utf-8"), depth - 1)


def leaks(shown, secrets):
    """The secrets that can be read in a text."""
    texts = list(readings(shown))
    return [secret for secret in secrets if any(secret in text for text in texts)]


def verdict(run, reference, before, secrets, bound, lies=False):
    """(which of WRONGS, text) pairs: what is wrong with a run.

    reference: the Run without fault; before: the store as it was; bound: seconds; lies: whether replies said what was
    not so, so that nobody could tell the truth.
    """
    if run.seconds > bound:
        yield "hang", f"it took {run.seconds:.1f} s, more than {bound:.1f}"
    elif run.error is not None:
        yield "traceback", f"{type(run.error).__name__}: {run.error}"
    if run.error is not None:
        return
    try:
        shown = json.dumps(run.result, allow_nan=False) + repr(run.result) + repr(run.told)
        shown.encode()
    except (TypeError, ValueError) as error:
        yield "traceback", f"the result cannot be shown: {error}"
        return
    for secret in leaks(shown, secrets):
        yield "secret", f"{secret!r} is shown: {run.result}"
    if run.failed and not run.result.get("msg"):
        yield "traceback", f"no message: {run.result}"
    if lies:
        return
    for text in doubled(run.store, before, reference.store):
        yield "doubled", text
    yield from _of_a_failure(run, before) if run.failed else _of_a_success(run, reference)


def _of_a_success(run, reference):
    if run.store != reference.store:
        yield "false ok", "the cloud is not as it should be: " + difference(run.store, reference.store)
    if bool(run.result.get("changed")) != bool(reference.result.get("changed")):
        yield "false changed", f"changed is {run.result.get('changed')}"
    told, true = (named({**r.result, "warnings": 0, "diff": 0, "waited": 0}, {}) for r in (run, reference))
    if told != true:
        yield "false ok", "the result differs: " + difference(told, true)


def _of_a_failure(run, before):
    result = run.result
    done, unknown = set(result.get("done", ())), set(result.get("unknown", ()))
    errors = [each.get("error") or {} for each in result.get("objects", ())]
    doubtful = bool(unknown) or "unknown" in [each.get("outcome") for each in (result, *errors)]
    untold = set(run.executed) - done - unknown
    if untold and ("done" in result or not (doubtful or "objects" in result)):
        yield "told as not done", f"{sorted(untold)}: {result}"
    if untrue := {each for each in done if not each.startswith("waiting")} - set(run.executed):
        yield "false changed", f"told as done, but not carried out: {sorted(untrue)}: {result}"
    if run.store != before and not result.get("changed") and not doubtful:
        yield "told as not done", f"{difference(run.store, before)}: {result}"
    if result.get("changed") and not run.executed:
        yield "false changed", f"nothing was carried out: {result}"


def difference(one, other):
    keys = [key for key in {**one, **other} if one.get(key) != other.get(key)]
    return "; ".join(f"{key}: {one.get(key)!r:.400} instead of {other.get(key)!r:.400}" for key in keys)
