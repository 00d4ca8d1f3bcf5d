# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The monitors by which ZStack reaches a storage such as Ceph."""

from __future__ import annotations

from .words import Field, Parts


def _url(mon):
    """A monitor as the node wants it: ``user:password@host:sshPort/?monPort=port``; what is not given it decides."""
    ssh = f":{mon['ssh_port']}" if mon.get("ssh_port") else ""
    port = f"/?monPort={mon['mon_port']}" if mon.get("mon_port") else ""
    return f"{mon['ssh_username'].strip()}:{mon['ssh_password']}@{mon['hostname'].strip()}{ssh}{port}"


def _refuses(mon):
    # The node divides the URL at every colon before the last @ and takes the first two pieces.
    for option in ("ssh_username", "ssh_password"):
        if ":" in mon[option]:
            return f"its {option} has a ':', at which ZStack would cut it off; give the user another one without"
    return None


def mons(add, remove, update, mon_port):
    """The word for monitors: the APIs that add, remove and update them, and the port that the node takes by default."""
    return Parts(
        "mons",
        title="monitor",
        row="mons",
        key="hostname",
        key_row="hostname",
        fields=(
            Field("hostname"),
            Field("ssh_username", stale=True),
            Field("ssh_password", stale=True),
            Field("ssh_port", type="int", stale=True),
            Field("mon_port", type="int", stale=True),
        ),
        needs=("ssh_username", "ssh_password"),
        created={"sshPort": 22, "monPort": mon_port, "status": "Connected"},
        sent=_url,
        refuses=_refuses,
        adds="monUrls",
        add=add,
        remove=remove,
        removes="monHostnames",
        update=update,
        id="monUuid",
    )
