# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The images that primary storages keep because root volumes build on them, and their clean-up."""

from __future__ import annotations

from sqlalchemy import insert, select

from ...family import Family
from ...store import link_table, ref
from .image import image
from .primary_storage import image_cache, primary_storage, release
from .volume import volume

FIDELITY = {
    "CleanUpImageCacheOnPrimaryStorage": (
        "approximated",
        "force drops the caches of images that still exist too, never one that a volume builds on",
    ),
    "QueryImageCache": ("approximated", "md5sum is that of the image"),
}

# Volumes that build on the cache of an image which is gone.
orphan = link_table("image_cache_orphan", ref("cacheUuid", "image_cache", "CASCADE"),
                    ref("volumeUuid", "volume", "CASCADE"))  # fmt: skip

family = Family()
family.query("QueryImageCache", image_cache)


def _users(node, cached):
    """The volumes that build on a cache while its image exists."""
    return volume.find(node, primaryStorageUuid=cached["primaryStorageUuid"], rootImageUuid=cached["imageUuid"])


@image.on_delete(order=0)
def image_goes(node, row, _force):
    for cached in image_cache.find(node, imageUuid=row["uuid"]):
        for user in _users(node, cached):
            node.execute(insert(orphan), {"cacheUuid": cached["uuid"], "volumeUuid": user["uuid"]})


@family.api("CleanUpImageCacheOnPrimaryStorage", refs={"uuid": primary_storage})
def clean(node, msg):
    for cached in image_cache.find(node, primaryStorageUuid=msg["uuid"]):
        original = image.get(node, cached["imageUuid"])
        wanted = original is not None and original["status"] != "Deleted" and not msg.get("force")
        used = select(orphan).where(orphan.c.cacheUuid == cached["uuid"])
        if not wanted and not _users(node, cached) and node.execute(used).first() is None:
            release(node, cached["uuid"])
            image_cache.delete(node, cached["uuid"])
