# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The client of a ZStack management node: HTTP, sessions, jobs and queries.

PRIVATE: serves this collection only and may change in any release. It knows no resource and imports nothing of
Ansible. Only the names below are for the other layers.
"""

from __future__ import annotations

from .client import Client
from .errors import (
    ApiError,
    AuthenticationFailed,
    ConditionError,
    ConnectionFailed,
    ConnectionLost,
    DependencyMissing,
    HttpError,
    JobForgotten,
    JobTimeout,
    SettingsError,
    TlsFailed,
    UnexpectedAnswer,
    WaitTimeout,
    ZStackError,
)
from .queries import Condition, exactly, parse_condition, where
from .settings import Settings

__all__ = [
    "ApiError",
    "AuthenticationFailed",
    "Client",
    "Condition",
    "ConditionError",
    "ConnectionFailed",
    "ConnectionLost",
    "DependencyMissing",
    "HttpError",
    "JobForgotten",
    "JobTimeout",
    "Settings",
    "SettingsError",
    "TlsFailed",
    "UnexpectedAnswer",
    "WaitTimeout",
    "ZStackError",
    "exactly",
    "parse_condition",
    "where",
]
