# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What many resources have in common."""

from __future__ import annotations

from .._api.queries import QUERY_VM_INSTANCE
from .words import Event, Stops

#: The deletion mode in which the node goes on when it cannot clean up behind the object.
FORCED = {"deleteMode": "Enforcing"}

#: Of what connects: until then it is being added, or reconnects.
SETTLED = {"status": ("Connected", "Disconnected")}

RUNNING = ("state=Running",)


def enabling(api, **more):
    """The states enabled and disabled, reached by the stateEvent of ``api``."""
    return (
        Event("enabled", api, {"stateEvent": "enable"}, {"state": ("Enabled",)}, **more),
        Event("disabled", api, {"stateEvent": "disable"}, {"state": ("Disabled",)}, **more),
    )


#: What runs from a primary storage stops with it.
STORAGE_USERS = Stops(QUERY_VM_INSTANCE, "allVolumes.primaryStorageUuid", RUNNING)


def not_among(draft, option):
    """Why what an act is about cannot go where the option says: ZStack has named the places to which it can."""
    [wanted], places = draft.rows[option], draft.asked["inventories"]
    if wanted["uuid"] in {place["uuid"] for place in places}:
        return None
    names = ", ".join(sorted(str(place.get("name")) for place in places)) or "nothing"
    return (
        f"{option}: {draft.title} cannot move to {wanted.get('name')!r}, which is {wanted.get('state')} and "
        f"{wanted.get('status')}; ZStack names what it can move to: {names}"
    )
