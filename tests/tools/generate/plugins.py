# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The action plugins, and the action group in ``meta/runtime.yml``: one and one line a module."""

from __future__ import annotations

import re

from .house import ROOT, Differs

# Equal files, neither redirects nor links: with a redirect the module_defaults of one module apply to all of them,
# since it resolves to the plugin's own name, and documentation tools read a link as an alias of a module.
ACTION = '''\
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from ansible_collections.zstack.cloud.plugins.plugin_utils._in_worker import InWorker


class ActionModule(InWorker):
    """Runs the module of this file's name inside the worker."""
'''
RUNTIME = ROOT / "meta" / "runtime.yml"
_GROUP = re.compile(r"(?<=^  zstack:\n)(?:    - .*\n)*", re.MULTILINE)


def files(modules):
    folder = ROOT / "plugins" / "action"
    found = dict.fromkeys(folder.glob("*.py"))
    found.update({folder / f"{name}.py": ACTION for name in modules})
    text = RUNTIME.read_text(encoding="utf-8")
    if not _GROUP.search(text):
        raise Differs("meta/runtime.yml has no action group `zstack`")
    found[RUNTIME] = _GROUP.sub("".join(f"    - {name}\n" for name in modules), text, count=1)
    return found
