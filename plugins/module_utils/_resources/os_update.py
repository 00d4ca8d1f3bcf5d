# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Updates of the operating system of hosts."""

from __future__ import annotations

from .._api.cluster import UPDATE_CLUSTER_OS
from .._api.host import QUERY_HOST
from .cluster import CLUSTER
from .host import HOST
from .long_job import LONG_JOB
from .words import Action, Field


def _refuses(draft):
    cluster = draft.row
    if cluster.get("hypervisorType") != "KVM":
        return f"cluster: {draft.title} is of hypervisor type {cluster.get('hypervisorType')}; only KVM can be updated"
    wrong = [
        f"{host.get('name')} ({host.get('state')}, {host.get('status')})"
        for host in sorted(draft.found["hosts"], key=lambda host: str(host.get("name")))
        if host.get("state") == "PreMaintenance" or host.get("status") != "Connected"
    ]
    if wrong:
        return (
            f"cluster: all hosts of {draft.title} must be Connected, and none on its way into maintenance; "
            f"these are not so: {', '.join(wrong)}"
        )
    return None


CLUSTER_OS_UPDATE = Action(
    name="cluster_os_update",
    api=UPDATE_CLUSTER_OS,
    fields=(
        Field("cluster", api="uuid", row="clusterUuid", ref=CLUSTER, required=True),
        Field("host", api="hostUuid", ref=HOST, within="cluster", only="5.2"),
        Field("exclude_packages", type="list", only="5.2"),
        Field("update_packages", type="list", only="5.2"),
        Field("release_version", only="5.2"),
        Field("force", type="bool", only="5.2"),
    ),
    subject="cluster",
    looks={"hosts": (QUERY_HOST, lambda draft: [("clusterUuid", "=", draft.uuid)])},
    refuses=_refuses,
    follows=LONG_JOB,
)
