# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Snapshots of volumes, and the trees they form."""

from __future__ import annotations

from ..store import Resource, flag, number, ref, text
from . import Family
from .zone import STATES

tree = Resource(
    "volume_snapshot_tree", "VolumeSnapshotTreeVO", "org.zstack.header.storage.snapshot.VolumeSnapshotTreeInventory",
    ref("volumeUuid", "volume", "CASCADE"), flag("current"), text("status", since="5.2"),
)  # fmt: skip
snapshot = Resource(
    "volume_snapshot", "VolumeSnapshotVO", "org.zstack.header.storage.snapshot.VolumeSnapshotInventory",
    text("name", index=True), text("description"), text("type"), ref("volumeUuid", "volume"),
    ref("treeUuid", "volume_snapshot_tree"), ref("parentUuid", "volume_snapshot"),
    text("primaryStorageUuid", index=True), text("primaryStorageInstallPath"), text("volumeType"), text("format"),
    flag("latest"), number("size"), number("distance", since="5.2"), text("state", values=STATES.values()),
    text("status", values=("Creating", "Ready", "Deleting", "Deleted")), text("groupUuid", since="5.2"),
)  # fmt: skip
snapshot.relates("volume", "volume", own="volumeUuid")
snapshot.relates("tree", "volume_snapshot_tree", own="treeUuid")
snapshot.relates("primaryStorage", "primary_storage", own="primaryStorageUuid")
tree.relates("volume", "volume", own="volumeUuid")
tree.relates("snapshot", "volume_snapshot", theirs="treeUuid")

family = Family()
