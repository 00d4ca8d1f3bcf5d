# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""User tags and system tags of any resource."""

from __future__ import annotations

from .declaration import DELETE_MODE, UUID, Api, P, query

_OF = (P("resourceType", required=True), P("resourceUuid", required=True), P("tag", required=True))

CREATE_USER_TAG = Api("CreateUserTag", "POST", "/user-tags", *_OF)
QUERY_USER_TAG = query("UserTag", "/user-tags")
CREATE_SYSTEM_TAG = Api("CreateSystemTag", "POST", "/system-tags", *_OF)
UPDATE_SYSTEM_TAG = Api("UpdateSystemTag", "PUT", "/system-tags/{uuid}/actions", UUID, P("tag", required=True))
QUERY_SYSTEM_TAG = query("SystemTag", "/system-tags")
DELETE_TAG = Api("DeleteTag", "DELETE", "/tags/{uuid}", UUID, DELETE_MODE)
