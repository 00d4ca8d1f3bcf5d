# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from ansible_collections.zstack.cloud.plugins.plugin_utils.in_worker import InWorker, task_of


class ActionModule(InWorker):
    """Runs the module of this file's name; the other modules' action plugins are links to this file."""

    # Imported here, in the process from which the workers are forked.
    module_task = task_of(__name__)
