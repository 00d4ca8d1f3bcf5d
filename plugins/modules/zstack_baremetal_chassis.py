#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_baremetal_chassis
short_description: Manage bare metal chassis
version_added: 0.2.0
description:
  - Adds servers that ZStack controls through IPMI, changes and deletes them, and has them provisioned (ZStack 2.3.1).
  - ZStack logs in to the IPMI whenever it is added or changed, and refuses what does not answer.
  - Adding a chassis needs a PXE server that is started, in ZStack 5.2 one that is attached to O(cluster).
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  ipmi_address:
    description:
      - IPv4 address of its IPMI. No two chassis share address and port, so a chassis is found by them unless O(uuid) is
        given.
      - Together with O(uuid) it is the new address.
      - Needed to add a chassis.
    type: str
  ipmi_port:
    description:
      - Port of its IPMI, 1 to 65535.
      - Together with O(ipmi_address) it tells the chassis, and is 623 if it is left out. Otherwise it is the new port.
    type: int
  ipmi_username:
    description: User of its IPMI. Needed to add a chassis.
    type: str
  ipmi_password:
    description:
      - Password of its IPMI. Needed to add a chassis.
      - It is never shown and never compared; see O(update_password).
    type: str
  name:
    description:
      - Name of the chassis. Finds it where neither O(uuid) nor O(ipmi_address) is given, otherwise it is the new name.
      - Needed to add a chassis.
    type: str
  description:
    description: Description of the chassis. An empty text clears it.
    type: str
  zone:
    description: Name or uuid of the zone in which O(cluster) and O(name) are looked for. Cannot be changed.
      ZStack 5.2 only.
    type: str
  cluster:
    description: Name or uuid of the cluster, whose hypervisor is C(baremetal). Needed to add a chassis. Cannot be
      changed. ZStack 5.2 only.
    type: str
  state:
    description:
      - V(present) leaves an existing chassis as it is.
      - V(provisioned) boots the chassis from the PXE server to install what its host configuration says, see
        M(zstack.cloud.zstack_baremetal_host_config), and ends when it is installed. A chassis that is provisioned
        already is left alone; to install it anew, bring it to V(unprovisioned) first, which changes nothing on the
        chassis itself. Both are for ZStack 2.3.1.
      - V(enabled) and V(disabled) say whether an instance may be put on it, in ZStack 5.2.
      - V(absent) deletes the chassis. ZStack 2.3.1 deletes its host configuration with it, which is refused unless
        O(cascade=true).
    type: str
    choices: [present, absent, enabled, disabled, provisioned, unprovisioned]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.cascade
  - zstack.cloud.state.force
  - zstack.cloud.state.tags
  - zstack.cloud.state.secrets
seealso:
  - module: zstack.cloud.zstack_baremetal_chassis_info
  - module: zstack.cloud.zstack_baremetal_host_config
  - module: zstack.cloud.zstack_baremetal_power
"""

EXAMPLES = r"""
- name: A chassis in ZStack 2.3.1
  zstack.cloud.zstack_baremetal_chassis:
    name: rack4-node7
    ipmi_address: 192.0.2.207
    ipmi_username: ADMIN
    ipmi_password: "{{ vault_ipmi_password }}"

- name: A chassis in ZStack 5.2
  zstack.cloud.zstack_baremetal_chassis:
    name: rack4-node7
    cluster: metal
    ipmi_address: 192.0.2.207
    ipmi_username: ADMIN
    ipmi_password: "{{ vault_ipmi_password }}"

- name: Install it, within two hours
  zstack.cloud.zstack_baremetal_chassis:
    ipmi_address: 192.0.2.207
    state: provisioned
    zstack_wait_timeout: 7200

- name: Have it installed anew by the next task that wants it provisioned
  zstack.cloud.zstack_baremetal_chassis:
    ipmi_address: 192.0.2.207
    state: unprovisioned

- name: Another password
  zstack.cloud.zstack_baremetal_chassis:
    ipmi_address: 192.0.2.207
    ipmi_password: "{{ vault_ipmi_password }}"
    update_password: always
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
chassis:
  description: The chassis as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the chassis. All zeros in check mode for a chassis that does not exist yet.
      type: str
      sample: 2ab9027c54d6555c901a9cce0c3d7f5e
    name:
      description: Name of the chassis.
      type: str
      sample: rack4-node7
    description:
      description: Description of the chassis. V(null) without one.
      type: str
      sample: Rack 4
    ipmi_address:
      description: Address of its IPMI.
      type: str
      sample: 192.0.2.207
    ipmi_port:
      description: Port of its IPMI.
      type: int
      sample: 623
    ipmi_username:
      description: User of its IPMI.
      type: str
      sample: ADMIN
    status:
      description: How far it has come. In ZStack 2.3.1 V(Unprovisioned), V(Provisioning) or V(Provisioned), in ZStack
        5.2 V(HWInfoUnknown), V(PxeBooting), V(PxeBootFailed), V(Available), V(Allocated) or V(Rebooting).
      type: str
      sample: Unprovisioned
    zone_uuid:
      description: Uuid of its zone. ZStack 5.2 only.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    zone_name:
      description: Name of its zone. ZStack 5.2 only.
      type: str
      sample: lab
    cluster_uuid:
      description: Uuid of its bare metal cluster. ZStack 5.2 only.
      type: str
      sample: da90bc87c2ae5f84a3d3157c24f037be
    cluster_name:
      description: Name of its bare metal cluster. ZStack 5.2 only.
      type: str
      sample: compute
    pxe_server_uuid:
      description: Uuid of the PXE server that boots it. ZStack 5.2 only.
      type: str
      sample: 71fd23d8fd095e10a3b82a04220144a4
    state:
      description: Whether an instance may be put on it. V(Enabled) or V(Disabled). ZStack 5.2 only.
      type: str
      sample: Enabled
    hardware_infos:
      description: What an inspection found, one dictionary each. ZStack 5.2 only.
      type: list
      elements: dict
      contains:
        uuid:
          description: Uuid of the entry.
          type: str
          sample: 0b021e61c5265c4e93259ae1381348ba
        chassis_uuid:
          description: Uuid of the chassis.
          type: str
          sample: 2ab9027c54d6555c901a9cce0c3d7f5e
        type:
          description: What it tells of.
          type: str
          sample: basic
        content:
          description: What was found, as JSON.
          type: str
          sample: '{"cpuNum": 48, "memorySize": 270582939648}'
        create_date:
          description: When it was created, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
        last_op_date:
          description: When it was last changed, in the node's time zone.
          type: str
          sample: '2026-01-31 09:30:00'
    create_date:
      description: When it was created, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    last_op_date:
      description: When it was last changed, in the node's time zone.
      type: str
      sample: '2026-01-31 09:30:00'
    user_tags:
      description: The tags that users gave it. Only where O(user_tags) is given.
      type: list
      elements: str
      sample: ['rack::7']
deleted_with_it:
  description: How many dependent objects a deletion took along, or would in check mode, by kind.
  returned: when O(state=absent) and O(cascade=true) and there were any
  type: dict
  sample: {host configurations: 2}
dependents:
  description: How many objects stand in the way of a deletion, by kind.
  returned: when a deletion was refused without O(cascade=true)
  type: dict
  sample: {host configurations: 2}
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
  sample: UpdateBaremetalChassis
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
done:
  description: The APIs that had been carried out when a later step failed.
  returned: failure of a step
  type: list
  elements: str
  sample: [UpdateBaremetalChassis]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [ChangeBaremetalChassisState]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [ChangeBaremetalChassisState]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.baremetal import CHASSIS
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(CHASSIS)


def main():
    task.main()


if __name__ == "__main__":
    main()
