# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The coverage table: which APIs are simulated, and how faithfully.

``python -m zstack_simulator.coverage FILE`` rewrites the table between the two markers in a Markdown file;
without a file it prints it. What is known of an API stands in its family's ``FIDELITY``:
``{"CreateZone": ("read" | "inferred" | "approximated", "known divergence" or None)}``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from . import families
from .catalog import PROFILES, Catalog

BEGIN, END = "<!-- coverage: begin -->", "<!-- coverage: end -->"
GRADES = ("read", "inferred", "approximated")


def chapters() -> dict[str, list[str]]:
    """The APIs of the manual's hardware part, by chapter."""
    return json.loads((Path(__file__).parent / "data" / "manual.json").read_text("utf-8"))


def fidelity() -> dict[str, tuple[str, str | None]]:
    """Grade and known divergence of every simulated API."""
    found: dict[str, tuple[str, str | None]] = {}
    for module in families.modules():
        found |= getattr(module, "FIDELITY", {})
    return found


def served() -> dict[str, set[str]]:
    """The names of the simulated APIs of each profile."""
    family, names = families.load(), {}
    for profile in PROFILES:
        apis = Catalog(profile).apis.values()
        names[profile] = {api.name for api in apis if api.name in (family.queries if api.is_query else family.handlers)}
    return names


def table() -> str:
    """The whole section in Markdown."""
    known, have, manual = fidelity(), served(), chapters()
    named = [name for names in manual.values() for name in names]
    others = sorted(set().union(*have.values()) - set(named))
    grades = Counter(known[name][0] for name in named)
    lines = [
        f"{len(named)} APIs of the manual are simulated: "
        + ", ".join(f"{sum(name in have[profile] for name in named)} in {profile}" for profile in PROFILES)
        + "; " + ", ".join(f"{grades[grade]} {grade}" for grade in GRADES)
        + f". {len(others)} more stand around them.",
    ]  # fmt: skip
    for title, names in [*manual.items(), ("What these need around them", others)]:
        lines += ["", f"### {title}", "", f"| API | {' | '.join(PROFILES)} | fidelity | known divergences |",
                  f"| --- | {'--- | ' * len(PROFILES)}--- | --- |"]  # fmt: skip
        for name in names:
            grade, divergence = known[name]
            marks = " | ".join("yes" if name in have[profile] else "-" for profile in PROFILES)
            lines.append(f"| {name} | {marks} | {grade} | {(divergence or '').replace('|', chr(92) + '|')} |")
    return "\n".join(lines)


def rewritten(text: str) -> str:
    """A document with the table of today between its markers."""
    head, begin, rest = text.partition(BEGIN)
    _old, end, tail = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the markers {BEGIN} and {END} are missing")
    return f"{head}{BEGIN}\n{table()}\n{END}{tail}"


def main(argv: list[str]) -> int:
    if not argv:
        print(table())
        return 0
    path = Path(argv[0])
    path.write_text(rewritten(path.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
