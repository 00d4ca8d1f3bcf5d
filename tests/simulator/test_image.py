# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Images and ISOs on backup storages."""

from __future__ import annotations

import pytest

GIB = 1 << 30
URL = "http://images.example.com/centos.qcow2"


@pytest.fixture
def stores(cloud):
    """Two image stores."""
    cloud.control("POST", "seed", {"zones": [{"backupStorages": [{"name": "bs{i}", "n": 2}]}]})
    return cloud.rows("/backup-storage", sort="+name")


def add(cloud, stores, **params):
    params = {"name": "centos", "url": URL, "format": "qcow2", **params}
    return cloud.create("/images", backupStorageUuids=[store["uuid"] for store in stores], **params)


def free(cloud, store):
    return cloud.rows("/backup-storage", f"uuid={store['uuid']}")[0]["availableCapacity"]


def test_image(cloud, stores):
    """manners B, ImageInventory: a new image, its refs, and the room it takes on each backup storage."""
    image = add(cloud, stores)
    wanted = {"name": "centos", "url": URL, "mediaType": "RootVolumeTemplate", "format": "qcow2", "type": "zstack",
              "state": "Enabled", "status": "Ready", "size": 10 * GIB, "actualSize": GIB, "system": False}  # fmt: skip
    assert wanted.items() <= image.items()
    assert image.get("architecture") == (None if cloud.old else "x86_64")
    assert {ref["backupStorageUuid"] for ref in image["backupStorageRefs"]} == {store["uuid"] for store in stores}
    for ref in image["backupStorageRefs"]:
        assert ref["status"] == "Ready" and ref["installPath"].startswith("zstore://") and "uuid" not in ref
    for store in stores:
        assert free(cloud, store) == store["availableCapacity"] - GIB
    assert cloud.rows("/images", "backupStorage.name=bs1", "backupStorageRefs.status=Ready") == [image]


def test_image_while_it_is_added(cloud, stores):
    """manners 5, common: an image is visible, Downloading, while the job runs."""
    cloud.control("PUT", "latency", {"mode": "polls", "value": 2})
    store = stores[0]
    job = cloud.submit("POST", "/images", {"params": {"name": "i", "url": URL, "format": "qcow2",
                                                      "backupStorageUuids": [store["uuid"]]}})  # fmt: skip
    image = cloud.rows("/images")[0]
    assert (image["status"], image["backupStorageRefs"][0]["status"]) == ("Downloading", "Downloading")
    assert cloud.wait(job)["inventory"]["status"] == "Ready"


def test_iso(cloud, stores):
    """manners 5.11: an ISO's format is iso, whatever is asked for."""
    iso = add(cloud, stores[:1], mediaType="ISO")
    assert (iso["format"], iso["size"]) == ("iso", iso["actualSize"])


def test_impossible_images(cloud, stores, fails, new_uuid):
    """manners 4: bad urls, formats and media types are SYS.1007, unknown storages SYS.1003, unusable ones SYS.1006."""
    fails("SYS.1007", add, cloud, stores, url="images.example.com/x")
    fails("SYS.1007", add, cloud, stores, format="vhd")
    fails("SYS.1007", add, cloud, stores, mediaType="CD")
    fails("SYS.1007", add, cloud, [])
    fails("SYS.1003", add, cloud, [{"uuid": new_uuid()}])
    cloud.act(f"/backup-storage/{stores[0]['uuid']}", "changeBackupStorageState", stateEvent="disable")
    fails("SYS.1006", add, cloud, stores)
    assert cloud.rows("/images") == []


def test_no_room(cloud, fails):
    """manners 4: an image that does not fit is not made (BS.1003)."""
    cloud.control("POST", "seed", {"zones": [{"backupStorages": [{"totalCapacity": GIB // 2}]}]})
    store = cloud.rows("/backup-storage")[0]
    fails(["SYS.1006", "BS.1003"], add, cloud, [store])
    assert cloud.rows("/images") == [] and free(cloud, store) == store["availableCapacity"]


def test_update(cloud, stores, new_uuid, fails):
    """manners 5, common: update and state change."""
    path = f"/images/{add(cloud, stores)['uuid']}"
    changed = cloud.act(path, "updateImage", name="n", guestOsType="CentOS 7", platform="Linux")
    assert (changed["name"], changed["guestOsType"], changed["platform"]) == ("n", "CentOS 7", "Linux")
    assert cloud.act(path, "changeImageState", stateEvent="disable")["state"] == "Disabled"
    fails("SYS.1003", cloud.act, f"/images/{new_uuid()}", "updateImage", name="n")


def test_deletion(cloud, stores, fails):
    """manners 5.6: a deleted image stays, Deleted, until it is recovered or expunged; expunging frees the room."""
    image = add(cloud, stores)
    path = f"/images/{image['uuid']}"
    fails("SYS.1006", cloud.act, path, "expungeImage")
    fails("SYS.1006", cloud.act, path, "recoverImage")
    cloud.job("DELETE", path)
    gone = cloud.rows("/images")[0]
    assert {gone["status"], *(ref["status"] for ref in gone["backupStorageRefs"])} == {"Deleted"}
    assert cloud.act(path, "recoverImage")["status"] == "Ready"
    cloud.job("DELETE", path)
    cloud.act(path, "expungeImage")
    assert cloud.rows("/images") == []
    assert [free(cloud, store) for store in stores] == [store["availableCapacity"] for store in stores]
    cloud.job("DELETE", path)


def test_deletion_on_one_storage(cloud, stores):
    """manners 5.6: an image deleted on one of its storages is still Ready."""
    image, first = add(cloud, stores), stores[0]["uuid"]
    path = f"/images/{image['uuid']}"
    cloud.job("DELETE", f"{path}?backupStorageUuids={first}")
    assert cloud.rows("/images")[0]["status"] == "Ready"
    cloud.act(path, "expungeImage", backupStorageUuids=[first])
    assert [ref["backupStorageUuid"] for ref in cloud.rows("/images")[0]["backupStorageRefs"]] == [stores[1]["uuid"]]


def test_images_of_a_deleted_storage(cloud, stores):
    """manners 5.6: images lose a deleted backup storage; those that live nowhere else go."""
    add(cloud, stores)
    add(cloud, stores[:1], name="only here")
    cloud.job("DELETE", f"/backup-storage/{stores[0]['uuid']}")
    left = cloud.rows("/images")
    assert [image["name"] for image in left] == ["centos"] and len(left[0]["backupStorageRefs"]) == 1


@pytest.mark.profile("5.2")
def test_system_tags_of_images(cloud, stores):
    """manners B, ImageInventory: 5.2 shows an image's system tags, where it has any."""
    image = add(cloud, stores)
    assert "systemTags" not in image
    cloud.create("/system-tags", resourceType="ImageVO", resourceUuid=image["uuid"], tag="bootMode::UEFI")
    assert cloud.rows("/images")[0]["systemTags"] == ["bootMode::UEFI"]
