# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """Options that info modules share."""

    DOCUMENTATION = r"""
options:
  filters:
    description:
      - Conditions in ZStack's query language, all of which must hold. The node applies them.
      - The operators are C(=), C(!=), C(>), C(>=), C(<), C(<=), C(?=) (one of a comma-separated list), C(!?=),
        C(~=) (SQL LIKE with C(%) and C(_)), C(!~=), C(is null) and C(not null). Comparison ignores upper and lower
        case.
      - Fields are those of the result, and with a dot those of related resources, for instance V(zone.name=lab).
        Tags are C(__userTag__) and C(__systemTag__). Dates are written V(2026-01-31 00:00:00).
    type: list
    elements: str
    default: []
  fields:
    description:
      - Only these fields of each row. The node leaves out the others, which makes large answers small.
    type: list
    elements: str
  sort:
    description:
      - A field to sort by, with V(-) before it in descending order, for instance V(-create_date).
        By default rows are in the order of their names.
    type: str
  limit:
    description: At most this many rows.
    type: int
  query:
    description:
      - A JMESPath expression over the list of rows. What it gives is returned as RV(result).
      - Needs the Python library C(jmespath).
    type: str
"""
