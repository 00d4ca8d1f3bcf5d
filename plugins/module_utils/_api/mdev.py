# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mediated devices."""

from __future__ import annotations

from .declaration import Api, P

ATTACH_MDEV_DEVICE_TO_VM = Api(
    "AttachMdevDeviceToVm",
    "POST",
    "/mdev-devices/{mdevDeviceUuid}/vm-instances/{vmInstanceUuid}",
    P("mdevDeviceUuid", required=True),
    P("vmInstanceUuid", required=True),
    only="5.2",
)
