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
  - The collection knows path, verb and parameters in each generation of ZStack, and refuses what the node would refuse.
  - It cannot know whether an API changes anything, so every API but queries and other reads reports a change.
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
"""

RETURN = r"""
reply:
  description: The reply of the API, or of its job, as the node gives it but without secrets. Empty in check mode if
    it would change something.
  returned: success
  type: dict
  sample: {"inventory": {"uuid": "8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e", "name": "lab"}}
request:
  description: What was sent, or would be in check mode, without its parameters.
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
"""

from ansible_collections.zstack.cloud.plugins.module_utils._api.catalog import api_named
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import Refused
from ansible_collections.zstack.cloud.plugins.module_utils._engine.render import without_secrets
from ansible_collections.zstack.cloud.plugins.module_utils._task import Task


class ApiTask(Task):
    def options(self):
        return {
            "name": {"type": "str", "required": True},
            "params": {"type": "dict", "default": {}},
            "secret_params": {"type": "dict", "default": {}, "no_log": True},
        }

    def misplaced_secrets(self, params):
        given = params.get("params")
        return [super().misplaced_secrets(params), _secret(given) if isinstance(given, dict) else None]

    def act(self, client, params, context):
        api = api_named(params["name"])
        for name in _secret(params["params"]):
            raise Refused(f"params: {name} is a secret, give it under secret_params")
        values = dict(params["params"], **params["secret_params"])
        request = api.request(client.generation, values)
        changes = request.method != "GET"
        reply = {} if changes and context.check_mode else client.call(api, values)
        return {
            "changed": changes,
            "request": {"method": request.method, "path": request.path},
            "reply": without_secrets(reply),
        }


def _secret(params):
    """Those of the parameters that are secrets."""
    return {name: value for name, value in params.items() if "password" in name.lower() or name == "monUrls"}


task = ApiTask()


def main():
    task.main()


if __name__ == "__main__":
    main()
