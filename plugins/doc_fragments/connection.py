# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re


class ModuleDocFragment:
    """Where the management node is and who asks; shared by all modules and plugins of the collection."""

    DOCUMENTATION = r"""
options:
  zstack_url:
    description:
      - Address of the management node, for instance V(http://zstack.example.org:8080).
      - The environment variable E(ZSTACK_URL) is used when the option is not given.
    type: str
    required: true
  zstack_account:
    description:
      - Account to log in with. The hardware APIs need the account V(admin) or another administrator.
      - The environment variable E(ZSTACK_ACCOUNT) is used when the option is not given.
    type: str
    default: admin
  zstack_password:
    description:
      - Password of the account, or of O(zstack_user). It is hashed before it leaves.
      - The environment variable E(ZSTACK_PASSWORD) is used when the option is not given.
    type: str
  zstack_user:
    description:
      - User of the account, where not the account itself logs in.
      - The environment variable E(ZSTACK_USER) is used when the option is not given.
    type: str
  zstack_access_key_id:
    description:
      - Id of an access key, which signs each request instead of a login. ZStack 5 only.
      - The environment variable E(ZSTACK_ACCESS_KEY_ID) is used when the option is not given.
    type: str
  zstack_access_key_secret:
    description:
      - Secret of O(zstack_access_key_id).
      - The environment variable E(ZSTACK_ACCESS_KEY_SECRET) is used when the option is not given.
    type: str
  zstack_session_uuid:
    description:
      - A session that was opened elsewhere. It is used as it is and never renewed.
      - The environment variable E(ZSTACK_SESSION_UUID) is used when the option is not given.
    type: str
  zstack_validate_certs:
    description:
      - Whether the certificate of an V(https) node is checked.
      - The environment variable E(ZSTACK_VALIDATE_CERTS) is used when the option is not given.
    type: bool
    default: true
  zstack_ca_path:
    description:
      - File or directory with the certificates of the authorities to trust.
      - The environment variable E(ZSTACK_CA_PATH) is used when the option is not given.
    type: path
  zstack_proxy:
    description:
      - Proxy through which the node is reached, for instance V(http://proxy.example.org:3128).
        The proxy variables of the environment are not looked at.
      - The environment variable E(ZSTACK_PROXY) is used when the option is not given.
    type: str
  zstack_timeout:
    description:
      - Seconds, by the clock, that one HTTP request may take from the connection to the end of the answer.
      - The environment variable E(ZSTACK_TIMEOUT) is used when the option is not given.
    type: float
    default: 30
  zstack_retries:
    description:
      - How often a request is tried again after a connection failed or an answer came damaged, where that is safe.
        A change is never carried out twice.
      - The environment variable E(ZSTACK_RETRIES) is used when the option is not given.
    type: int
    default: 3
  zstack_session_dir:
    description:
      - Directory, readable by its owner only, in which the session is kept that all tasks share.
        The default is C(~/.ansible/zstack).
      - The environment variable E(ZSTACK_SESSION_DIR) is used when the option is not given.
    type: path
  zstack_wait_timeout:
    description:
      - Seconds, by the clock, that all jobs and waits of the task may take together. Whatever happens, the task ends
        O(zstack_timeout) seconds after them.
      - The environment variable E(ZSTACK_WAIT_TIMEOUT) is used when the option is not given.
    type: float
    default: 3600
requirements:
  - python >= 3.9
  - requests
notes:
  - ZStack 2.3.1 and 5.2 are supported; which one it talks to, the collection finds out by itself.
  - One session is opened for each endpoint and identity and shared by all tasks, forks and plays.
    M(zstack.cloud.zstack_session) ends it.
  - With a local connection the module runs inside the Ansible worker, which is many times faster than a process of
    its own.
    With C(async), C(become), another connection, or the variable C(zstack_in_process) set to V(false) it runs as an
    ordinary module, and reports the progress of long waits only at their end.
"""


# The same for plugins, which read the environment and variables by themselves, and need no url for what comes out of a
# cache. Made of the above, outside the class: linters take what is assigned in it for YAML as it stands.
ModuleDocFragment.PLUGIN = (
    re.sub(
        r"\n +- The environment variable E\((ZSTACK_\w+)\) is used when the option is not given\.(?=\n)",
        lambda found: f"\n    env:\n      - name: {found[1]}\n    vars:\n      - name: {found[1].lower()}",
        ModuleDocFragment.DOCUMENTATION,
    )
    .replace("    required: true\n", "")
    .partition("  - With a local connection")[0]
)
