# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is a secret where no declaration says so: in replies, in tags, in URLs, and in what nobody declared.

PRIVATE to zstack.cloud, like all of module_utils: it may change in any release.

Parameters of requests are marked at their declaration (``P(..., secret=True)``, ``Api.secrets``); everything else that
asks what may be shown asks here. Every function takes time in proportion to its text, whoever wrote that text.
"""

from __future__ import annotations

import re
from functools import lru_cache

HIDDEN = "********"

_NAME = re.compile(
    r"passw|passphrase|secrete?$|(?:private|priv|auth|app|sm3|sm4)key$|sessionuuid$|psk$|^certificate$"
    r"|[a-z0-9]token$"  # the plain ``token`` of a console is what its reader asked for
)
_TAG = re.compile("passw|secret|token|privatekey|userdata")
_TAG_NAME = re.compile(r"[^:=\s]*")
_PUNCTUATION = re.compile("[^a-z0-9]+")
_WORD = re.compile(r"\S+")
# user: as in user:password@host, but not the scheme of a URL. It begins where a name can begin, and nowhere within.
_USER = re.compile(r"(?<![\w.+-])[\w.+-]*:(?!//)")
_HOST = re.compile(r"[\w\[]")


@lru_cache(maxsize=4096)
def is_secret(name):
    """Whether a field called ``name`` (in any spelling) carries a secret."""
    return bool(_NAME.search(_PUNCTUATION.sub("", name.lower())))


def is_secret_tag(tag):
    """Whether the tag, such as ``consolePassword::...`` or somebody's ``password=...``, carries one."""
    name = _TAG_NAME.match(tag).group()
    return name != tag and bool(_TAG.search(_PUNCTUATION.sub("", name.lower())))


def shown_items(mapping):
    """The (key, value) pairs of an object of a reply that may be shown, their values as they are."""
    # The uuid of a session is all that it takes to act as its owner.
    session = "userUuid" in mapping and "expiredDate" in mapping
    return [(k, v) for k, v in mapping.items() if not is_secret(str(k)) and not (session and k == "uuid")]


def shown_text(key, text):
    """The value ``text`` of the field ``key`` less its secrets: credentials in a URL, the value of a tag."""
    if "::" in text and is_secret_tag(text):
        return text.partition("::")[0] + "::" + HIDDEN
    if "@" in text and key.lower().endswith(("url", "urls")):
        # What follows the colon tells an NFS export (host:/path@x) from credentials.
        found = _credentials(text)
        return "".join(
            text[begin:end] for begin, end in _rest(text, [c for c in found if text[c[1]] != "/"], whole=True)
        )
    return text


def mask(text):
    """A message without the passwords of user:password@host, wherever they stand in it."""
    if "@" not in text:
        return text
    return HIDDEN.join(text[begin:end] for begin, end in _rest(text, _credentials(text)))


def secret_texts(value, secret=False):
    """The texts that must not be shown of a body or reply, at any depth; all of its texts with ``secret``."""
    found, waiting = set(), [(value, secret)]
    while waiting:
        item, secret = waiting.pop()
        if isinstance(item, dict):
            waiting.extend((v, secret or is_secret(str(k))) for k, v in item.items())
        elif isinstance(item, (list, tuple, set)):
            waiting.extend((v, secret) for v in item)
        elif item is not None and not isinstance(item, bool):
            text = str(item)
            if secret:
                found.add(text)
            if is_secret_tag(text):
                found.add(text.partition("::")[2])
            found.update(text[begin:end] for _user, begin, end in _credentials(text))
    return found - {""}


def _credentials(text):
    """(begin of the user, begin of the password, its end) of each user:password@host in ``text``."""
    found = []
    for match in _WORD.finditer(text) if "@" in text else ():
        word, begin = match.group(), match.start()
        # The password may itself contain @: it reaches to the last one that a host follows.
        end = word.rfind("@")
        while end > 0 and not _HOST.match(word, end + 1):
            end = word.rfind("@", 0, end)
        user = _USER.search(word, 0, end) if end > 0 else None
        if user and user.end() < end:
            found.append((begin + user.start(), begin + user.end(), begin + end))
    return found


def _rest(text, credentials, whole=False):
    """The (begin, end) of what remains of ``text`` without the passwords, or without ``whole`` user:password@."""
    begin = 0
    for user, password, end in credentials:
        yield begin, user if whole else password
        begin = end + 1 if whole else end
    yield begin, len(text)
