# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """What every module of the collection supports."""

    DOCUMENTATION = r"""
attributes:
  action_group:
    description: Use C(group/zstack.cloud.zstack) in C(module_defaults) to set the options of the connection once.
    support: full
    membership:
      - zstack.cloud.zstack
  check_mode:
    description: Can run in C(check_mode) and return what it would have changed, without changing anything.
    support: full
  diff_mode:
    description: Returns what has changed, or would change in C(check_mode), in diff mode.
    support: full
"""

    # Not INFO: Ansible would take `attributes.info` for the fragment in the file info.py.
    INFO_MODULE = r"""
attributes:
  action_group:
    description: Use C(group/zstack.cloud.zstack) in C(module_defaults) to set the options of the connection once.
    support: full
    membership:
      - zstack.cloud.zstack
  check_mode:
    description: Changes nothing, so it does the same in C(check_mode).
    support: full
  diff_mode:
    description: Changes nothing, so there is no difference to show.
    support: N/A
"""
