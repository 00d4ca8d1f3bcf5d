#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_kvm_shell
short_description: Run a script on KVM hosts through ZStack
version_added: 0.2.0
description:
  - Runs a script as root on KVM hosts, through ZStack's agent there, and returns what it printed.
  - It runs each time and reports a change each time. For anything that Ansible's own modules can do over SSH, those are
    the better way.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  hosts:
    description: Names or uuids of the hosts.
    type: list
    elements: str
    required: true
  script:
    description: The script, run by the shell of the host.
    type: str
    required: true
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_kvm_host
"""

EXAMPLES = r"""
- name: How long the hosts are up
  zstack.cloud.zstack_kvm_shell:
    hosts: [kvm-01, kvm-02]
    script: uptime
  register: up
"""

RETURN = r"""
hosts:
  description:
    - What came of it on each host, in the order of their names. V(null) in check mode.
    - The task fails where the script failed on a host, and the result still has all hosts.
  returned: success, and failure of the script
  type: list
  elements: dict
  contains:
    name:
      description: Name of the host.
      type: str
      sample: kvm-01
    uuid:
      description: Uuid of the host.
      type: str
      sample: 8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e
    rc:
      description: Return code of the script. V(null) where the agent did not run it.
      type: int
      sample: 0
    stdout:
      description: What it printed.
      type: str
      sample: "up 7 days"
    stderr:
      description: What it printed to its standard error.
      type: str
      sample: ""
    error:
      description: Why the agent did not run it. V(null) where it did.
      type: str
      sample: null
# From here on generated from the declarations, by `make generate`.
candidates:
  description: The objects of one name, when a name was refused because several have it.
  returned: when a name is ambiguous
  type: list
  elements: dict
  contains:
    uuid:
      description: Uuid of the object.
      type: str
      sample: 8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e
    name:
      description: Its name.
      type: str
      sample: compute
    references:
      description: Names of what it refers to, by its kind. V(null) where there is none.
      type: dict
      sample: {zone: lab}
    created:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
error:
  description: What the node reported.
  returned: failure reported by the node
  type: dict
  contains:
    code:
      description: Code of the error.
      type: str
      sample: HOST.1000
    description:
      description: What the code stands for.
      type: str
      sample: failed to add the host
    details:
      description: What was wrong, in the node's language.
      type: str
      sample: cannot connect to the host
    causes:
      description: The errors behind it, the innermost last, each with the same keys.
      type: list
      elements: dict
      sample: [{code: SYS.1006, details: wrong password}]
api:
  description: The API that failed.
  returned: failure of an API
  type: str
  sample: KvmRunShell
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
ran:
  description: The APIs that were called, or would be in check mode. Empty where there was nothing to do.
  returned: success
  type: list
  elements: str
  sample: [KvmRunShell]
job_uuid:
  description: The job on the node that failed or did not end.
  returned: failure of a job
  type: str
  sample: 4b1d1a1f8d0b4f8f9f2a7d6a8c3e5f10
waited:
  description: Seconds that the task waited before it gave up.
  returned: when O(zstack_wait_timeout) was over
  type: float
  sample: 3600.0
outcome:
  description: V(unknown), where nobody can tell whether the API was carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: str
  sample: unknown
done:
  description: The APIs that had been carried out when a later step failed.
  returned: failure of a step
  type: list
  elements: str
  sample: [KvmRunShell]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [KvmRunShell]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [KvmRunShell]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.shell import KVM_SHELL
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import ActTask

task = ActTask(KVM_SHELL)


def main():
    task.main()


if __name__ == "__main__":
    main()
