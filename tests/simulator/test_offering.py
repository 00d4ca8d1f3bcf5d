# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Instance and disk offerings."""

from __future__ import annotations

import pytest

GIB = 1 << 30


@pytest.fixture
def made(cloud):
    """One offering of each kind, by the path of its kind."""
    return {
        "/instance-offerings": cloud.create("/instance-offerings", name="small", cpuNum=2, memorySize=4 * GIB),
        "/disk-offerings": cloud.create("/disk-offerings", name="disk", diskSize=20 * GIB),
    }


KINDS = {"/instance-offerings": "InstanceOffering", "/disk-offerings": "DiskOffering"}


def test_instance_offering(cloud, made):
    """manners B, InstanceOfferingInventory: defaults of a new instance offering."""
    row = made["/instance-offerings"]
    wanted = {"name": "small", "cpuNum": 2, "cpuSpeed": 0, "memorySize": 4 * GIB, "type": "UserVm", "sortKey": 0,
              "state": "Enabled", "allocatorStrategy": "LastHostPreferredAllocatorStrategy"}  # fmt: skip
    assert wanted.items() <= row.items()
    assert ("reservedMemorySize" in row) != cloud.old
    assert cloud.rows("/instance-offerings", "cpuNum>=2", "name=SMALL") == [row]


def test_disk_offering(cloud, made):
    """manners B, DiskOfferingInventory: defaults of a new disk offering."""
    wanted = {"name": "disk", "diskSize": 20 * GIB, "type": "zstack", "sortKey": 0, "state": "Enabled",
              "allocatorStrategy": "DefaultPrimaryStorageAllocationStrategy"}  # fmt: skip
    assert wanted.items() <= made["/disk-offerings"].items()
    assert cloud.rows("/disk-offerings", "diskSize>1") == [made["/disk-offerings"]]


@pytest.mark.parametrize("path", KINDS)
def test_life(cloud, made, path, new_uuid, fails):
    """manners 5, common: update, state events that can be repeated, a deletion of what is gone."""
    uuid, action = made[path]["uuid"], KINDS[path]
    assert cloud.act(f"{path}/{uuid}", f"update{action}", name="other")["name"] == "other"
    for event, state in (("disable", "Disabled"), ("disable", "Disabled"), ("enable", "Enabled")):
        assert cloud.act(f"{path}/{uuid}", f"change{action}State", stateEvent=event)["state"] == state
    fails("SYS.1007", cloud.act, f"{path}/{uuid}", f"change{action}State", stateEvent="maintain")
    fails("SYS.1003", cloud.act, f"{path}/{new_uuid()}", f"update{action}", name="x")
    for _again in range(2):
        cloud.job("DELETE", f"{path}/{uuid}")
    assert cloud.rows(path) == []


def test_limits(cloud, fails):
    """manners 4: sizes that are missing or out of range are SYS.1007."""
    fails("SYS.1007", cloud.create, "/instance-offerings", name="x", cpuNum=0, memorySize=1)
    fails("SYS.1007", cloud.create, "/instance-offerings", name="x", cpuNum=1)
    fails("SYS.1007", cloud.create, "/disk-offerings", name="x")


def test_tags_at_creation(cloud):
    """manners 6: userTags given beside params are attached to what is made."""
    row = cloud.create("/disk-offerings", {"userTags": ["fast"]}, name="disk", diskSize=1)
    assert cloud.rows("/disk-offerings", "__userTag__=fast") == [row]
