# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""System tags and user tags."""

from __future__ import annotations

from sqlalchemy import select

from ..errors import invalid, not_found
from ..store import RESOURCES, resource_table, tag
from . import Family

system_tag = tag.subview("org.zstack.header.tag.SystemTagInventory", ("tagPatternUuid",), tag.c.type == "System")
user_tag = tag.subview("org.zstack.header.tag.UserTagInventory", ("inherent",), tag.c.type == "User")

family = Family()
family.query("QuerySystemTag", system_tag, everyone=True)
family.query("QueryUserTag", user_tag, everyone=True)


def _tagged(node, msg):
    """The resource a tag is meant for."""
    resource = next((r for r in RESOURCES.values() if r.vo == msg["resourceType"] and r.registered), None)
    if resource is None:
        raise invalid(f"no resource type found for {msg['resourceType']}")
    vo = node.execute(select(resource_table.c.type).where(resource_table.c.uuid == msg["resourceUuid"])).scalar()
    if vo != resource.vo:
        raise not_found(resource.vo, msg["resourceUuid"])
    return resource


@family.api("CreateSystemTag", everyone=True)
def create_system_tag(node, msg):
    resource = _tagged(node, msg)
    node.check_tags(resource, [msg["tag"]])
    uuid = node.add_tag(resource, msg["resourceUuid"], msg["tag"], "System")
    return {"inventory": tag.inventory(node, uuid, system_tag)}


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
    tag.delete(node, msg["uuid"])
