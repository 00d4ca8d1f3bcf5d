# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trouble made on purpose: rules that say which calls go wrong, and how."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypedDict

from .checks import Range
from .errors import ApiError

Action = Literal["refuse", "fail", "drop", "drop-after", "delay", "stuck", "forget", "expire-session"]
Count = Annotated[int, Range(1)]


class _Coded(TypedDict):
    code: str


class Cause(_Coded, total=False):
    """An error behind an error."""

    details: str
    cause: Cause | None


@dataclass
class Rule:
    """One fault.

    api          name of the API, `*` for all, `api-jobs` for polls
    do           refuse          answer `status` (502) with the bare `text`, do nothing
                 fail            the error object `code`, `details`, `cause` {code, details, cause}, after validation
                 drop            close the connection unanswered before anything is done
                 drop-after      do it, then close the connection unanswered
                 delay           wait `seconds` first
                 stuck           the job stays in progress for ever
                 forget          the job runs, and is then unknown
                 expire-session  the caller's session is gone
    nth          only the n-th matching call; probability: of each; times: how often at most

    `id` (its number, to remove it by), `seen` and `fired` are the simulator's.
    """

    do: Action
    api: str = "*"
    nth: Count | None = None
    probability: Annotated[float, Range(0, 1)] | None = None
    times: Count | None = None
    seconds: Annotated[float, Range(0)] = 1.0
    status: Annotated[int, Range(200, 599)] = 502
    text: str = "Bad Gateway"
    code: str = "SYS.1006"
    details: str = "a fault set by the control API"
    cause: Cause | None = None
    id: int = field(default=0, init=False)
    seen: int = field(default=0, init=False)
    fired: int = field(default=0, init=False)

    def error(self) -> ApiError:
        def build(facts: Cause | None) -> ApiError | None:
            return facts and ApiError(facts["code"], facts.get("details", ""), build(facts.get("cause")))

        return ApiError(self.code, self.details, build(self.cause))


class Faults:
    """The rules in force."""

    def __init__(self, random_seed: int | None) -> None:
        self.rules: list[Rule] = []
        self.random = random.Random(random_seed)
        self._ids = itertools.count(1)

    def add(self, rules: list[Rule]) -> None:
        for rule in rules:
            rule.id = next(self._ids)
        self.rules += rules

    def remove(self, rule_id: int) -> None:
        """Takes one rule away; LookupError when it is not there."""
        found = next((rule for rule in self.rules if rule.id == rule_id), None)
        if found is None:
            raise LookupError(f"no fault has the id {rule_id}")
        self.rules.remove(found)

    def strike(self, api: str) -> dict[str, Rule]:
        """The rules that hit this call, by action."""
        hit = {}
        for rule in self.rules:
            if rule.api not in ("*", api):
                continue
            rule.seen += 1
            if rule.nth is not None and rule.seen != rule.nth:
                continue
            if rule.times is not None and rule.fired >= rule.times:
                continue
            if rule.probability is not None and self.random.random() >= rule.probability:
                continue
            rule.fired += 1
            hit[rule.do] = rule
        return hit
