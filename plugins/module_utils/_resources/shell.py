# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripts that ZStack runs on KVM hosts."""

from __future__ import annotations

from .._api.host import KVM_RUN_SHELL
from .host import KVM_HOST
from .words import Action, Field


def _by_host(reply, draft):
    """What the script returned and printed on each host, in the order of their names."""
    names = {row["uuid"]: row.get("name") for row in draft.rows["hosts"]}
    told = []
    for uuid, ran in sorted(reply["inventory"].items(), key=lambda item: (names.get(item[0]) or "", item[0])):
        error = ran.get("errorCode") or {}
        host = {
            "name": names.get(uuid),
            "uuid": uuid,
            "rc": ran.get("returnCode"),
            "stdout": ran.get("stdout"),
            "stderr": ran.get("stderr"),
            "error": error.get("details") or error.get("description"),
        }
        told.append(host)
    return told


def _failed(told):
    bad = []
    for ran in told or ():
        if ran["error"] or ran["rc"]:
            why = ran["error"] or f"return code {ran['rc']}: {(ran['stderr'] or '').strip()[:200]}"
            bad.append(f"{ran['name'] or ran['uuid']} ({why})")
    return f"the script failed on {', '.join(bad)}" if bad else None


KVM_SHELL = Action(
    name="kvm_shell",
    api=KVM_RUN_SHELL,
    fields=(
        Field("hosts", api="hostUuids", type="list", ref=KVM_HOST, required=True),
        Field("script", required=True),
    ),
    result="hosts",
    tells=_by_host,
    failed=_failed,
)
