# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where devices are."""

from __future__ import annotations

from .cluster import CLUSTER
from .host import HOST
from .vm import VM
from .zone import ZONE

#: By what info modules narrow down the devices of hosts.
PLACES = {
    "zone": (ZONE, "host.zoneUuid"),
    "cluster": (CLUSTER, "host.clusterUuid"),
    "host": (HOST, "hostUuid"),
    "vm": (VM, "vmInstanceUuid"),
}
