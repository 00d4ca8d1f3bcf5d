#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_session
short_description: Log in to a ZStack management node, and out
version_added: 0.1.0
description:
  - All tasks share one session for each endpoint and identity, and open it when they need it. This module opens it
    ahead of time, which also checks address and password, or ends it.
  - ZStack keeps a session for two hours, and at most 500 for an identity.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  state:
    description:
      - V(present) logs in unless the shared session is open.
      - V(absent) ends the shared session, or the one of O(zstack_session_uuid).
    type: str
    choices: [present, absent]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
"""

EXAMPLES = r"""
- name: Check address and password before anything else
  zstack.cloud.zstack_session:

- name: Leave no session behind
  zstack.cloud.zstack_session:
    state: absent
"""

RETURN = r"""
session:
  description: What is known of the node and the session; never the session's uuid, which is a secret.
  returned: success
  type: dict
  contains:
    url:
      description: Address of the API.
      type: str
      sample: http://zstack.example.org:8080/zstack/v1
    identity:
      description: How tasks prove who they are, one of C(account), C(user), C(access_key) and C(session).
      type: str
      sample: account
    open:
      description: Whether a session is open after the task. Always V(false) with an access key, which needs none.
      type: bool
      sample: true
    version:
      description: Version of the node. V(null) after O(state=absent).
      type: str
      sample: 5.2.0
    generation:
      description: The generation of APIs that the collection uses with it. V(null) after O(state=absent).
      type: str
      sample: "5.2"
# From here on generated from the declarations, by `make generate`.
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
  sample: QueryZone
http_status:
  description: Status of the HTTP answer that told of the failure.
  returned: failure of an API
  type: int
  sample: 503
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
"""

from ansible_collections.zstack.cloud.plugins.module_utils._task.session import SessionTask

task = SessionTask()


def main():
    task.main()


if __name__ == "__main__":
    main()
