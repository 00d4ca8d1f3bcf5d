# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Zones."""

from __future__ import annotations

import re

from .declaration import DELETE_MODE, DESCRIPTION, RESOURCE_UUID, TAG_UUIDS, UUID, Api, P, query

ZONE_NAME = (
    re.compile(r'^(?! )[\u4e00-\u9fa5a-zA-Z0-9\-_.():+" ]*(?<! )$'),
    'letters, digits, CJK characters, blanks inside and any of -_.():+"',
)

CREATE_ZONE = Api(
    "CreateZone",
    "POST",
    "/zones",
    P("name", required=True, only="2.3.1", most=255),
    P("name", required=True, only="5.2", pattern=ZONE_NAME, most=255),
    DESCRIPTION,
    RESOURCE_UUID,
    P("isDefault", "bool", only="5.2"),
    TAG_UUIDS,
)
DELETE_ZONE = Api("DeleteZone", "DELETE", "/zones/{uuid}", UUID, DELETE_MODE)
QUERY_ZONE = query("Zone", "/zones")
UPDATE_ZONE = Api(
    "UpdateZone",
    "PUT",
    "/zones/{uuid}/actions",
    P("name", only="2.3.1", most=255),
    P("name", only="5.2", pattern=ZONE_NAME, most=255),
    DESCRIPTION,
    UUID,
    P("isDefault", "bool", only="5.2"),
)
CHANGE_ZONE_STATE = Api(
    "ChangeZoneState",
    "PUT",
    "/zones/{uuid}/actions",
    UUID,
    P("stateEvent", required=True, choices=("enable", "disable")),
)
