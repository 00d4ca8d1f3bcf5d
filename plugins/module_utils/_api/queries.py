# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Queries that several families of resources need, of what none of them manages."""

from __future__ import annotations

from .declaration import query

QUERY_DISK_OFFERING = query("DiskOffering", "/disk-offerings")
QUERY_IMAGE = query("Image", "/images")
QUERY_INSTANCE_OFFERING = query("InstanceOffering", "/instance-offerings")
QUERY_L3_NETWORK = query("L3Network", "/l3-networks")
QUERY_VM_INSTANCE = query("VmInstance", "/vm-instances")
QUERY_VOLUME = query("Volume", "/volumes")
QUERY_VOLUME_SNAPSHOT = query("VolumeSnapshot", "/volume-snapshots")
