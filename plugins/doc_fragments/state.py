# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """Options that state modules share."""

    DOCUMENTATION = r"""
options:
  uuid:
    description:
      - Uuid of the object. It goes before every other way to find it, so that the name can be changed.
      - An object with this uuid must exist, unless O(state=absent).
    type: str
"""

    CASCADE = r"""
options:
  cascade:
    description:
      - Whether O(state=absent) may delete what depends on the object with it, and detach the object first where ZStack
        does not delete what is attached.
        By default such a deletion is refused, and the message lists what would go.
    type: bool
    default: false
"""

    FORCE = r"""
options:
  force:
    description:
      - Whether O(state=absent) goes on when the node cannot clean up behind the object, for instance on a host that
        is gone.
        This is ZStack's deletion mode V(Enforcing).
    type: bool
    default: false
"""

    TAGS = r"""
options:
  user_tags:
    description:
      - User tags of the object. Exactly these will be, other user tags are taken away.
      - An empty list takes all away. Without the option nothing is tagged or untagged.
      - Inventories group by them.
    type: list
    elements: str
"""

    STOPS = r"""
options:
  stop_vms:
    description:
      - Whether the task may stop VM instances that run.
        By default what would stop some is refused, and the message lists them with the reasons.
      - They stay stopped afterwards.
    type: bool
    default: false
"""

    SECRETS = r"""
options:
  update_password:
    description:
      - V(on_create) sends the password only with a new object, V(always) every time, since a password cannot be
        compared.
        The task then reports a change every time.
    type: str
    choices: [always, on_create]
    default: on_create
"""

    RECONNECT = r"""
options:
  reconnect:
    description:
      - When ZStack is told to connect anew to an existing object.
      - V(never) does not; a changed address or password is then saved and used at the next reconnection,
        of which a warning tells.
      - V(if_disconnected) does when the status is C(Disconnected), or when this task changed the address or what is
        needed
        to log in.
      - V(always) does each time, and the task reports a change each time.
    type: str
    choices: [never, if_disconnected, always]
    default: never
"""
