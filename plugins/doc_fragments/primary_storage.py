# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """Options that the modules for primary storages share."""

    DOCUMENTATION = r"""
options:
  description:
    description: Description of the primary storage. An empty text clears it.
    type: str
  clusters:
    description:
      - Names or uuids of the clusters that it is attached to, all of them in its zone. Exactly these will be.
      - Detaching stops the VM instances of the cluster that run from it, which is refused unless O(stop_vms=true).
      - An empty list detaches it from all. Without the option nothing is attached or detached.
    type: list
    elements: str
  state:
    description:
      - V(present) leaves an existing primary storage in the state it is in, and a new one is enabled.
      - V(disabled) has no new volume put on it, what is there goes on.
      - V(maintenance) stops the VM instances that run from it, which is refused unless O(stop_vms=true), and ends when
        they have stopped.
      - V(enabled) and V(disabled) bring it out of maintenance too.
      - V(absent) deletes it, and what ZStack knows of its volumes and their snapshots with it. It must not be attached
        to any cluster then. A deletion that would do one or the other is refused unless O(cascade=true).
    type: str
    choices: [present, absent, enabled, disabled, maintenance]
    default: present
"""
