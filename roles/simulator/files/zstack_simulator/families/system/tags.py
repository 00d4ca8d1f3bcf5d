# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""System tags, user tags, and the tag patterns of 5.2."""

from __future__ import annotations

import re

from ...errors import ApiError, invalid, not_found
from ...family import Family
from ...store import RESOURCES, Inventory, error_of, resource_of, tag, tag_pattern

FIDELITY = {
    "CreateSystemTag": ("read", "known formats are those of the simulated families"),
    "CreateSystemTags": ("read", "as CreateSystemTag"),
    "CreateUserTag": ("read", "5.2 makes no tag pattern of it"),
    "UpdateSystemTag": ("approximated", "any system tag can be updated"),
    "DeleteTag": ("read", None),
    "QuerySystemTag": ("read", None),
    "QueryUserTag": ("read", None),
    "CreateTag": ("inferred", None),
    "UpdateTag": ("inferred", "a simple tag's new value reaches the resources that have it"),
    "QueryTag": ("inferred", None),
    "AttachTagToResources": ("inferred", "a resource that has the tag already fails alone, with SYS.1006"),
    "DetachTagFromResources": ("inferred", "resources without the tag are ignored"),
}

system_tag = tag.subview("org.zstack.header.tag.SystemTagInventory", ("tagPatternUuid", "tagPattern"),
                         tag.c.type == "System")  # fmt: skip
user_tag = tag.subview("org.zstack.header.tag.UserTagInventory", ("inherent",), tag.c.type == "User")

tag.relates("tagPattern", "tag_pattern", own="tagPatternUuid")

family = Family()
family.query("QuerySystemTag", system_tag, everyone=True)
family.query("QueryUserTag", user_tag, everyone=True)
family.query("QueryTag", tag_pattern, everyone=True)


@tag.computes("tagPattern")
def show_pattern(node, rows):
    keys = {row["tagPatternUuid"] for row in rows} - {None}
    patterns = tag_pattern.find(node, tag_pattern.c.uuid.in_(keys)) if keys else []
    shown = {each["uuid"]: each for each in tag_pattern.inventories(node, patterns)}
    return [{"tagPattern": shown.get(row["tagPatternUuid"])} for row in rows]


def _tagged(node, msg):
    """The resource a tag is meant for."""
    if not any(r.vo == msg["resourceType"] and r.registered for r in RESOURCES.values()):
        raise invalid(f"no resource type found for {msg['resourceType']}")
    resource = resource_of(node, msg["resourceUuid"])
    if resource is None or resource.vo != msg["resourceType"]:
        raise not_found(msg["resourceType"], msg["resourceUuid"])
    return resource


def _system_tags(node, msg, values):
    resource = _tagged(node, msg)
    node.check_tags(resource, values)
    return [node.add_tag(resource, msg["resourceUuid"], value, "System") for value in dict.fromkeys(values)]


@family.api("CreateSystemTag", everyone=True)
def create_system_tag(node, msg):
    return {"inventory": tag.inventory(node, *_system_tags(node, msg, [msg["tag"]]), system_tag)}


@family.api("CreateSystemTags", everyone=True)
def create_system_tags(node, msg):
    return {"inventories": [tag.inventory(node, uuid, system_tag) for uuid in _system_tags(node, msg, msg["tags"])]}


@family.api("CreateUserTag", everyone=True)
def create_user_tag(node, msg):
    uuid = node.add_tag(_tagged(node, msg), msg["resourceUuid"], msg["tag"], "User")
    return {"inventory": tag.inventory(node, uuid, user_tag)}


@family.api("UpdateSystemTag", refs={"uuid": tag}, everyone=True)
def update_system_tag(node, msg):
    tag.update(node, msg["uuid"], tag=msg["tag"])
    return {"inventory": tag.inventory(node, msg["uuid"], system_tag)}


@family.api("DeleteTag", everyone=True)
def delete_tag(node, msg):
    """Of a single tag, or of a pattern with all its tags; nothing there is nothing to do."""
    tag_pattern.destroy(node, msg["uuid"])
    tag.delete(node, msg["uuid"])


# -- patterns -------------------------------------------------------------------------------------------------------


@family.api("CreateTag", creates=tag_pattern, everyone=True)
def create(node, msg):
    row = msg.picked("name", "value", "description", "color", "type")
    return {"inventory": tag_pattern.inventory(node, tag_pattern.create(node, row, msg.get("resourceUuid")))}


@family.api("UpdateTag", refs={"uuid": tag_pattern}, everyone=True)
def update(node, msg):
    changes = msg.picked("name", "value", "description", "color")
    tag_pattern.update(node, msg["uuid"], **changes)
    if "value" in changes and tag_pattern.get(node, msg["uuid"])["type"] == "simple":
        for row in tag.find(node, tagPatternUuid=msg["uuid"]):
            tag.update(node, row["uuid"], tag=changes["value"])
    return {"inventory": tag_pattern.inventory(node, msg["uuid"])}


@family.api("AttachTagToResources", refs={"tagUuid": tag_pattern}, everyone=True)
def attach(node, msg):
    """Each resource succeeds or fails by itself."""
    pattern = tag_pattern.get(node, msg["tagUuid"])
    tokens = msg.get("tokens", {})
    missing = set(re.findall(r"{(\w+)}", pattern["value"])) - tokens.keys() if pattern["type"] == "withToken" else ()
    if missing:
        raise invalid(f"the tag needs values of {', '.join(sorted(missing))}")
    value = re.sub(r"{(\w+)}", lambda m: str(tokens.get(m[1], m[0])), pattern["value"])
    return {"results": [_attach_one(node, pattern["uuid"], uuid, value) for uuid in msg["resourceUuids"]]}


ATTACHED = "org.zstack.tag2.AttachTagResult"


def _attach_one(node, pattern, uuid, value):
    resource, problem = resource_of(node, uuid), None
    if resource is None:
        problem = not_found("ResourceVO", uuid)
    elif tag.find(node, resourceUuid=uuid, tagPatternUuid=pattern):
        problem = ApiError("SYS.1006", f"the resource[uuid:{uuid}] has the tag[uuid:{pattern}] already")
    if problem is not None:
        return Inventory(ATTACHED, {"success": False, "error": error_of(problem, node)})
    made = node.add_tag(resource, uuid, value, "User", tagPatternUuid=pattern)
    return Inventory(ATTACHED, {"success": True, "inventory": tag.inventory(node, made, user_tag)})


@family.api("DetachTagFromResources", refs={"tagUuid": tag_pattern}, everyone=True)
def detach(node, msg):
    for row in tag.find(node, tag.c.resourceUuid.in_(msg["resourceUuids"]), tagPatternUuid=msg["tagUuid"]):
        tag.delete(node, row["uuid"])


@tag_pattern.on_delete(order=10)
def pattern_goes(node, row, _force):
    for each in tag.find(node, tagPatternUuid=row["uuid"]):
        tag.delete(node, each["uuid"])
