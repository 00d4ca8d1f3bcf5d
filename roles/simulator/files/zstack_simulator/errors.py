# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two kinds of refusal: the REST shell's bare text and the node's error object."""

from __future__ import annotations

from typing import Any

DESCRIPTIONS = {
    "SYS.1000": "An internal error happened in system",
    "SYS.1001": "A message or an operation has timed out",
    "SYS.1002": "Unable to create a resource",
    "SYS.1003": "Unable to find a resource",
    "SYS.1004": "Unable to delete a resource",
    "SYS.1005": "Unable to change the state of a resource",
    "SYS.1006": "An operation was refused or has failed",
    "SYS.1007": "One or more API arguments are invalid",
    "SYS.1013": "A capability is not supported",
    "SYS.1014": "A function is not implemented",
    "SYS.1015": "An HTTP error happened",
    "SYS.1016": "An IO error happened",
    "SYS.1017": "The operation has been cancelled",
    "ID.1000": "Authentication failed",
    "ID.1001": "Invalid session",
    "ID.1002": "Permission denied",
    "ID.1003": "Quota exceeded",
    "ID.1006": "Too many sessions",
    "HOST.1000": "Unable to add a host",
    "HOST.1001": "Unable to put a host into maintenance",
    "HOST.1002": "Unable to reconnect a host",
    "HOST.1003": "Unable to connect to a host",
    "HOST_ALLOCATION.1000": "No host is available",
    "HOST_ALLOCATION.1001": "No host is available",
    "PS.1000": "Unable to allocate primary storage",
    "PS.1001": "Unable to attach a primary storage",
    "PS.1002": "Unable to detach a primary storage",
    "PS.1003": "The primary storage is disconnected",
    "BS.1001": "Unable to attach a backup storage",
    "BS.1002": "Unable to detach a backup storage",
    "BS.1003": "Unable to allocate backup storage",
    "VM.1010": "The VM is in a state that does not allow the operation",
    "TAG.1000": "Invalid tag",
}


class ApiError(Exception):
    """A functional error: HTTP 503 (or a failed job) with ``{"error": {...}}``.

    ``cause`` is another ApiError and holds the reason behind a family's wrapping code.
    """

    def __init__(self, code: str, details: str, cause: ApiError | None = None, **more: Any) -> None:
        super().__init__(f"{code}: {details}")
        self.code, self.details, self.cause, self.more = code, details, cause, more

    def as_dict(self, modern: bool) -> dict[str, Any]:
        """The error object; ``modern`` adds what 5.2 adds."""
        description = DESCRIPTIONS.get(self.code, self.code)
        error = {"code": self.code, "description": description, "details": self.details[:4096]}
        if modern:
            error |= {"location": "zstack_simulator", "cost": "0ms"}
        if self.cause is not None:
            error["cause"] = self.cause.as_dict(modern)
        return error | self.more


class ShellError(Exception):
    """A refusal by the REST shell: an HTTP status with bare text, before any message exists."""

    def __init__(self, status: int, text: str = "") -> None:
        super().__init__(f"{status} {text}")
        self.status, self.text = status, text


class NotSimulated(ShellError):
    """The node knows the API, the simulator does not: said loudly, never a fake success."""

    def __init__(self, what: str) -> None:
        super().__init__(501, f"not simulated: {what}")


def internal(details: str) -> ApiError:
    return ApiError("SYS.1000", details)


def not_found(kind: str, uuid: str) -> ApiError:
    return ApiError("SYS.1003", f"invalid value: {kind} [uuid:{uuid}] does not exist")


def refused(details: str) -> ApiError:
    return ApiError("SYS.1006", details)


def invalid(details: str) -> ApiError:
    return ApiError("SYS.1007", details)
