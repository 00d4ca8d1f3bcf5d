# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a node can do: strategies and types."""

from __future__ import annotations

from .._api import backup_storage, host, primary_storage
from .words import Listing

CAPABILITIES = (
    Listing("hypervisor_types", host.GET_HYPERVISOR_TYPES, "hypervisorTypes"),
    Listing("host_allocator_strategies", host.GET_HOST_ALLOCATOR_STRATEGIES, "strategies"),
    Listing("primary_storage_types", primary_storage.GET_PRIMARY_STORAGE_TYPES, "types"),
    Listing(
        "primary_storage_allocator_strategies",
        primary_storage.GET_PRIMARY_STORAGE_ALLOCATOR_STRATEGIES,
        "strategies",
    ),
    Listing("backup_storage_types", backup_storage.GET_BACKUP_STORAGE_TYPES, "types"),
)
