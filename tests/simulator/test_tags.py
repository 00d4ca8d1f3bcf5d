# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""System tags, user tags, tag patterns."""

from __future__ import annotations

import pytest

ZONE = "ZoneVO"


def tags(cloud, kind="user", *conditions):
    return sorted(row["tag"] for row in cloud.rows(f"/{kind}-tags", *conditions))


def test_user_tags(cloud, fails, new_uuid):
    """manners 3.2: tags. CreateUserTag, QueryUserTag, DeleteTag; a tag goes with its resource."""
    zone = cloud.zone()
    made = cloud.create("/user-tags", resourceType=ZONE, resourceUuid=zone["uuid"], tag="blue")
    assert (made["type"], made["resourceType"], "inherent" in made) == ("User", ZONE, False)
    cloud.create("/user-tags", resourceType=ZONE, resourceUuid=zone["uuid"], tag="prod")
    assert tags(cloud, "user", f"resourceUuid={zone['uuid']}") == ["blue", "prod"]
    cloud.job("DELETE", f"/tags/{made['uuid']}")
    assert tags(cloud) == ["prod"]
    cloud.job("DELETE", f"/tags/{made['uuid']}")
    fails("SYS.1003", cloud.create, "/user-tags", resourceType=ZONE, resourceUuid=new_uuid(), tag="x")
    fails("SYS.1003", cloud.create, "/user-tags", resourceType="HostVO", resourceUuid=zone["uuid"], tag="x")
    fails("SYS.1007", cloud.create, "/user-tags", resourceType="NoVO", resourceUuid=zone["uuid"], tag="x")
    cloud.job("DELETE", f"/zones/{zone['uuid']}")
    assert tags(cloud) == []


def test_system_tags(cloud, fails):
    """manners 6: system tags. CreateSystemTag, UpdateSystemTag, QuerySystemTag; the format must be a known one."""
    zone = cloud.zone()
    made = cloud.create("/system-tags", resourceType=ZONE, resourceUuid=zone["uuid"], tag="host::reservedMemory::1G")
    assert (made["type"], made["inherent"]) == ("System", False)
    changed = cloud.act(f"/system-tags/{made['uuid']}", "updateSystemTag", tag="host::reservedMemory::2G")
    assert changed["tag"] == "host::reservedMemory::2G" and tags(cloud, "system") == [changed["tag"]]
    fails("SYS.1007", cloud.create, "/system-tags", resourceType=ZONE, resourceUuid=zone["uuid"], tag="nonsense")
    assert tags(cloud, "system", "tag~=host::%", "inherent=false") == [changed["tag"]]


@pytest.mark.profile("5.2")
def test_several_system_tags_at_once(cloud, fails):
    """manners 6: system tags. CreateSystemTags of 5.2 makes all or none."""
    zone = cloud.zone()
    path, known = f"/system-tags/{zone['uuid']}/tags", "host::reservedMemory::1G"
    fails("SYS.1007", cloud.job, "POST", path, {"params": {"resourceType": ZONE, "tags": [known, "nonsense"]}})
    assert tags(cloud, "system") == []
    made = cloud.job("POST", path, {"params": {"resourceType": ZONE, "tags": [known, known]}})["inventories"]
    assert [row["tag"] for row in made] == [known]


@pytest.mark.profile("5.2")
def test_tag_patterns(cloud, fails, new_uuid):
    """manners 3.2, 6: CreateTag, AttachTagToResources, DetachTagFromResources, QueryTag, UpdateTag, `__tagUuid__`."""
    one, two, three = (cloud.zone(name) for name in ("one", "two", "three"))
    made = cloud.create("/tags", name="prod", value="prod", color="#ff0000")
    assert (made["type"], made["color"]) == ("simple", "#ff0000")
    uuid = made["uuid"]
    body = {"params": {"resourceUuids": [one["uuid"], two["uuid"], new_uuid()]}}
    done = cloud.job("POST", f"/tags/{uuid}/resources", body)["results"]
    assert [each["success"] for each in done] == [True, True, False]
    assert done[0]["inventory"]["tagPattern"]["uuid"] == uuid == done[0]["inventory"]["tagPatternUuid"]
    assert done[2]["error"]["code"] == "SYS.1003"
    assert not cloud.job("POST", f"/tags/{uuid}/resources", body)["results"][0]["success"]
    assert sorted(cloud.names("/zones", f"__tagUuid__={uuid}")) == ["one", "two"]
    assert cloud.names("/zones", f"__tagUuid__!={uuid}") == ["three"]
    assert tags(cloud, "user", "tagPattern.color=#FF0000") == ["prod", "prod"]
    cloud.job("DELETE", f"/tags/{uuid}/resources?resourceUuids={one['uuid']}&resourceUuids={three['uuid']}")
    assert cloud.names("/zones", f"__tagUuid__={uuid}") == ["two"]
    cloud.act(f"/tags/{uuid}", "updateTag", name="production", value="production")
    assert cloud.names("/zones", "__userTag__=production") == ["two"]
    assert cloud.names("/tags", "name=production") == ["production"]
    cloud.job("DELETE", f"/tags/{uuid}")
    assert cloud.rows("/tags") == [] and tags(cloud) == []


@pytest.mark.profile("5.2")
def test_patterns_with_tokens(cloud, fails):
    """manners 6: tags. A pattern's blanks are filled in when it is attached; none may be left."""
    zone = cloud.zone()
    uuid = cloud.create("/tags", name="rack", value="rack::{row}::{place}", type="withToken")["uuid"]
    params = {"resourceUuids": [zone["uuid"]]}
    fails("SYS.1007", cloud.job, "POST", f"/tags/{uuid}/resources", {"params": params | {"tokens": {"row": "7"}}})
    params["tokens"] = {"row": "7", "place": "b"}
    cloud.job("POST", f"/tags/{uuid}/resources", {"params": params})
    assert tags(cloud) == ["rack::7::b"]


@pytest.mark.profile("5.2")
def test_tag_uuids_at_creation(cloud, fails, new_uuid):
    """manners 6: tagUuids. Patterns are attached when a resource is made; an unknown one makes nothing."""
    uuid = cloud.create("/tags", name="prod", value="prod")["uuid"]
    cloud.zone("tagged", tagUuids=[uuid, uuid])
    assert cloud.names("/zones", f"__tagUuid__={uuid}", "__userTag__=prod") == ["tagged"]
    fails("SYS.1003", cloud.zone, "other", tagUuids=[new_uuid()])
    assert cloud.names("/zones") == ["tagged"]


@pytest.mark.profile("2.3.1")
def test_no_patterns_in_the_old_generation(cloud):
    """manners 7: tag patterns and `__tagUuid__` are unknown to 2.3.1."""
    assert cloud.raw("GET", "/tags").status_code == 404
    assert cloud.raw("GET", "/zones?q=__tagUuid__=x").json()["error"]["code"] == "SYS.1007"


def test_seeded_tags(cloud):
    """Seeds: `userTags` and `systemTags` of any item, numbered as its other texts."""
    seed = {
        "zones": [{"name": "z{i}", "n": 2, "userTags": ["n::{i}", "all"], "systemTags": ["host::reservedMemory::1G"]}]
    }
    cloud.control("POST", "seed", seed)
    assert cloud.names("/zones", "__userTag__=n::2") == ["z2"]
    assert sorted(cloud.names("/zones", "__userTag__=all", "__systemTag__~=host%")) == ["z1", "z2"]
