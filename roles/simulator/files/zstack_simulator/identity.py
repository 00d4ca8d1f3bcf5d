# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions and access keys: who calls, and whether he may."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Column, Float, String, Table, delete, insert, select, update

from .errors import ApiError, ShellError, internal
from .store import DATE, Inventory, Resource, Row, java_date, metadata, ref, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .node import Node

ADMIN_UUID = "36c27e8ff05c4780bf6d2fa65700f22e"
CLOCK_SKEW = 15 * 60
WRITE_BACK = 60  # a sliding expiry reaches the table when it has moved this many seconds

session_table = Table(
    "session", metadata,
    Column("uuid", String, primary_key=True), Column("account", String), Column("user", String),
    Column("created", Float), Column("expires", Float),
)  # fmt: skip

account = Resource(
    "account", "AccountVO", "org.zstack.header.identity.AccountInventory",
    text("name", unique=True), text("description"), text("type", values=("SystemAdmin", "Normal")),
    text("password", secret=True),
)  # fmt: skip
user = Resource(
    "user", "UserVO", "org.zstack.header.identity.UserInventory",
    ref("accountUuid", "account"), text("name"), text("description"), text("password", secret=True),
)  # fmt: skip
access_key = Resource(
    "accesskey", "AccessKeyVO", "org.zstack.accessKey.AccessKeyInventory",
    text("description"), ref("accountUuid", "account"), text("userUuid"), text("AccessKeyID", unique=True),
    text("AccessKeySecret"), text("state", values=("Enabled", "Disabled")),
)  # fmt: skip
account.relates("user", "user", theirs="accountUuid")
user.relates("account", "account", own="accountUuid")


@dataclass
class Session:
    """A login; times are seconds since the epoch on the node's clock."""

    uuid: str
    account: str
    user: str
    created: float
    expires: float
    written: float = 0

    @property
    def is_admin(self) -> bool:
        return self.account == ADMIN_UUID

    def inventory(self, node: Node) -> Row:
        shown = {"uuid": self.uuid, "accountUuid": self.account, "userUuid": self.user}
        if not node.old:
            shown |= {"noSessionEvaluation": False} | ({"userType": "user"} if self.user != self.account else {})
        for name, at in (("expiredDate", self.expires), ("createDate", self.created)):
            shown[name] = java_date(datetime.fromtimestamp(at).strftime(DATE))
        return Inventory("org.zstack.header.identity.SessionInventory", shown)


class Identity:
    """All live sessions: kept in memory, written through so that they outlive a restart."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.sessions: dict[str, Session] = {}

    def load(self) -> None:
        rows = self.node.execute(select(session_table))
        self.sessions = {row.uuid: Session(row.uuid, row.account, row.user, row.created, row.expires, row.expires)
                         for row in rows}  # fmt: skip

    def open(self, account_uuid: str, user_uuid: str) -> Session:
        now = self.node.time()
        for session in [s for s in self.sessions.values() if s.expires <= now]:
            self.close(session.uuid)
        if sum(session.user == user_uuid for session in self.sessions.values()) >= self.node.limits.sessions:
            details = f"login sessions hit the limit of {self.node.limits.sessions} for one user"
            raise internal(details) if self.node.old else ApiError("ID.1006", details)
        expires = now + self.node.limits.sessionSeconds
        session = Session(self.node.uuid(), account_uuid, user_uuid, now, expires, expires)
        row = {"uuid": session.uuid, "account": account_uuid, "user": user_uuid, "created": now, "expires": expires}
        self.node.execute(insert(session_table), row)
        self.sessions[session.uuid] = session
        return session

    def close(self, uuid: str) -> None:
        if self.sessions.pop(uuid, None):
            self.node.execute(delete(session_table).where(session_table.c.uuid == uuid))

    def close_all(self, account_uuid: str | None = None, user_uuid: str | None = None) -> None:
        """Ends the sessions of an account, of a user, or all."""
        for session in list(self.sessions.values()):
            if account_uuid in (None, session.account) and user_uuid in (None, session.user):
                self.close(session.uuid)

    def is_live(self, uuid: str | None) -> bool:
        session = self.sessions.get(uuid or "")
        return session is not None and session.expires > self.node.time()

    def extend(self, session: Session, expires: float) -> None:
        session.expires = expires
        if abs(expires - session.written) >= WRITE_BACK:
            session.written = expires
            self.node.execute(update(session_table).where(session_table.c.uuid == session.uuid).values(expires=expires))

    def check(self, uuid: str | None) -> Session:
        """The session of a call, or ID.1001. On 5.2 every call moves its end."""
        if not self.is_live(uuid):
            raise ApiError("ID.1001", "the session has expired or does not exist")
        session = self.sessions[uuid]
        if not self.node.old:
            self.extend(session, max(session.expires, self.node.time() + self.node.limits.sessionSeconds))
        return session

    # The Authorization header

    def authorize(self, headers: Mapping[str, str], method: str, path: str) -> str | Session | None:
        """What the Authorization header stands for: a session uuid still to be checked, or the session an access key
        signs for (None: a wrong signature). A missing or unreadable header is the shell's 400."""
        header = headers.get("authorization")
        if header is None:
            raise ShellError(400, "missing header 'Authorization'")
        scheme, blank, credentials = header.partition(" ")
        if blank and scheme == "OAuth":
            return credentials.strip()
        if blank and scheme == "ZStack" and not self.node.old:
            return self._signed(credentials.strip(), headers.get("date"), method, path)
        raise ShellError(400, "the Authorization header is invalid: 'OAuth <session uuid>' is expected")

    def _signed(self, credentials: str, date: str | None, method: str, path: str) -> Session | None:
        key_id, colon, signature = credentials.partition(":")
        if not colon:
            raise ShellError(400, "invalid Authorization: 'ZStack <access key id>:<signature>' is expected")
        if self._skew(date) > CLOCK_SKEW:
            raise ShellError(403, "the request's Date differs from the node's clock by more than 15 minutes")
        found = access_key.find(self.node, access_key.c.AccessKeyID == key_id)
        key = found[0] if found and found[0]["AccessKeyID"] == key_id else None
        if key is None or key["state"] != "Enabled":
            return None
        signed = f"{method}\n{date}\n/v1{path}".encode()
        digest = hmac.new(key["AccessKeySecret"].encode(), signed, hashlib.sha1).digest()
        if not hmac.compare_digest(base64.b64encode(digest), signature.encode()):
            return None
        now = self.node.time()
        return Session(key["uuid"], key["accountUuid"], key["userUuid"], now, now + self.node.limits.sessionSeconds)

    def _skew(self, date: str | None) -> float:
        """Seconds between a Date header and now. Its zone is ignored, so its clock may be UTC's or the node's own."""
        if date is None:
            raise ShellError(400, "missing header 'Date'")
        try:
            wall = datetime.strptime(" ".join(date.split()[:5]), "%a, %d %b %Y %H:%M:%S")
        except ValueError:
            raise ShellError(400, "the Date header must look like 'EEE, dd MMM yyyy HH:mm:ss z'") from None
        now = self.node.time()
        clocks = datetime.fromtimestamp(now), datetime.utcfromtimestamp(now)
        return min(abs((wall - clock).total_seconds()) for clock in clocks)
