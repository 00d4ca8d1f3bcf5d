# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workers are forked for each task: what each of them would do anew is done before, in the process they come from."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from ansible_collections.zstack.cloud import plugins

#: As a strategy does: it loads the action plugin, and forks. The second worker finds the session of the first.
WORKERS = """
import json, os, re, sys
sys.path.insert(0, sys.argv[1])
from ansible_collections.zstack.cloud.plugins.action import zstack_zone

action = object.__new__(zstack_zone.ActionModule)
action._task = type("Task", (), {"args": json.loads(sys.argv[2]), "check_mode": False})
action._play_context = type("Context", (), {"remote_addr": "localhost"})

def work():
    if os.fork():
        return os.wait()
    compiler = re._compiler if hasattr(re, "_compiler") else __import__("sre_compile")
    compiled, compile, known = [], compiler.compile, set(sys.modules)
    compiler.compile = lambda pattern, flags=0: compiled.append(str(pattern)) or compile(pattern, flags)
    result = action._call(action.module_task)
    done = {"compiled": compiled, "imported": sorted(set(sys.modules) - known), "changed": result.get("changed")}
    os.write(1, json.dumps(done).encode() + b"\\n")
    os._exit(0)

work()
work()
"""


def test_a_worker_imports_and_compiles_nothing(fresh, tmp_path):
    fresh.control("POST", "seed", {"zones": [{"name": "lab"}]})
    arguments = {"name": "lab", "zstack_url": fresh.url, "zstack_password": "password"}
    arguments["zstack_session_dir"] = str(tmp_path / "sessions")
    root = Path(next(iter(plugins.__path__))).parents[2].parent
    done = subprocess.run(
        [sys.executable, "-c", WORKERS, str(root), json.dumps(arguments)],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    _first, second = map(json.loads, done.stdout.splitlines())
    assert second == {"changed": False, "compiled": [], "imported": []}
