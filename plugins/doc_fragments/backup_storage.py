# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """Options that the modules for backup storages share."""

    DOCUMENTATION = r"""
options:
  description:
    description: Description of the backup storage. An empty text clears it.
    type: str
  zones:
    description:
      - Names or uuids of the zones that it is attached to. Exactly these will be.
      - An empty list detaches it from all. Without the option nothing is attached or detached.
    type: list
    elements: str
  state:
    description:
      - V(present) leaves an existing backup storage in the state it is in, and a new one is enabled.
      - V(disabled) has no new image put on it.
      - V(absent) deletes it, attached or not, and takes it away from its images; those that lie nowhere else are
        deleted. While there are any that is refused, unless O(cascade=true).
    type: str
    choices: [present, absent, enabled, disabled]
    default: present
"""
