# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from ansible_collections.zstack.cloud.plugins.plugin_utils._in_worker import InWorker


class ActionModule(InWorker):
    """Runs the module of this file's name inside the worker."""
