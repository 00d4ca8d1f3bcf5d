#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_api
short_description: Call an API of ZStack by its name
version_added: 0.1.0
description:
  - Calls one API with its own parameters and waits for its job to end. It is there for what no other module does.
  - The collection knows all APIs of ZStack 2.3.1 and 5.2, with path, verb and parameters, and refuses what the node
    would refuse, everything that is wrong at once. The page C(docs/apis.md) of the collection lists them.
  - It cannot know whether an API changes anything, so every API reports a change but those that only read, whatever
    their verb.
  - Queries are read page by page to the end, unless O(params) has C(limit).
  - An API that only starts a long job, as C(SubmitLongJob) does, returns when the node has accepted that. RV(reply) has
    its uuid, C(QueryLongJob) tells what becomes of it.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  name:
    description: Name of the API, for instance V(KvmRunShell).
    type: str
    required: true
  params:
    description:
      - Parameters of the API, named as ZStack does. C(systemTags) and C(userTags) are taken here too.
      - Secrets are refused here, since parameters are shown in logs. They go to O(secret_params).
    type: dict
    default: {}
  secret_params:
    description: Further parameters, which are never shown.
    type: dict
    default: {}
  raw:
    description:
      - Return RV(reply) as the node gives it, with its own names and dates. Otherwise it has the form of all other
        modules, with names in snake_case and dates as V(2026-01-31 09:30:00). Secrets are left out of both.
    type: bool
    default: false
  method:
    description:
      - The verb of an API that the collection does not know, with O(path). Its parameters are not checked.
      - The parameters of a V(PUT) go under the key that follows from O(name), those of a V(POST) under C(params).
      - Another verb than those that the collection knows at a path is refused, since ZStack does not always look at the
        verb and might, for instance, carry out a deletion.
    type: str
    choices: [GET, POST, PUT, DELETE]
  path:
    description:
      - The path of an API that the collection does not know, below C(/zstack/v1). Variables in braces are taken from
        O(params).
    type: str
attributes:
  diff_mode:
    support: none
    description: An API does not tell what it changes.
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
"""

EXAMPLES = r"""
- name: Kernel of two hosts
  zstack.cloud.zstack_api:
    name: KvmRunShell
    params:
      hostUuids:
        - 0f2f4c1a6b1e4c0f9c0a4a3a2b1c0d9e
        - 1a2b3c4d5e6f4a1b8c9d0e1f2a3b4c5d
      script: uname -r

- name: Other credentials of an ImageStore backup storage
  zstack.cloud.zstack_api:
    name: UpdateImageStoreBackupStorage
    params:
      uuid: 5a8b1c7d2e3f4a5b8c9d0e1f2a3b4c5d
      username: root
    secret_params:
      password: "{{ vault_imagestore_password }}"

- name: The disk offerings, largest first
  zstack.cloud.zstack_api:
    name: QueryDiskOffering
    params:
      q: [state=Enabled]
      sort: -diskSize

- name: An API that the collection does not know
  zstack.cloud.zstack_api:
    name: UpdateZone
    method: PUT
    path: /zones/{uuid}/actions
    params:
      uuid: 8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e
      description: The laboratory
"""

RETURN = r"""
reply:
  description: The reply of the API, or of its job, without secrets. Empty in check mode if it would change something.
  returned: success
  type: dict
  sample: {"inventory": {"uuid": "8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e", "create_date": "2026-01-31 09:30:00"}}
request:
  description: What was sent, or would be in check mode.
  returned: success
  type: dict
  contains:
    method:
      description: HTTP method.
      type: str
      sample: PUT
    path:
      description: Path below the node's API.
      type: str
      sample: /hosts/kvm/actions
    params:
      description: The parameters, those of O(secret_params) masked.
      type: dict
      sample: {"script": "uname -r"}
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

from ansible_collections.zstack.cloud.plugins.module_utils._task.api import ApiTask

task = ApiTask()


def main():
    task.main()


if __name__ == "__main__":
    main()
