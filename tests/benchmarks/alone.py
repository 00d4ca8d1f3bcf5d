# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run a topology in this process and print what came of it and what it cost; its options are JSON at standard input."""

from __future__ import annotations

import json
import resource
import sys
import time

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import Context
from ansible_collections.zstack.cloud.plugins.module_utils._task.topology import TopologyTask

options, task = json.load(sys.stdin), TopologyTask()
started, used = time.perf_counter(), time.process_time()
params = ArgumentSpecValidator(task.argument_spec()).validate(options).validated_parameters
result = task.run(params, Context(check_mode=False))
told = {
    "seconds": time.perf_counter() - started,
    "cpu": time.process_time() - used,
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "changed": result["changed"],
    "counts": result["topology"]["counts"],
}
print(json.dumps(told))
