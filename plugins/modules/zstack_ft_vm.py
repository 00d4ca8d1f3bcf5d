#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_ft_vm
short_description: Manage fault-tolerant VM instances
version_added: 0.2.0
description:
  - Creates, renames and destroys fault-tolerant VM instances. ZStack 5.2 only.
  - Such a one consists of two on different hosts. One does the work, the other takes over when that is lost.
  - Fault tolerance must be switched on in the node's global settings, with a network for it.
author:
  - zstack.cloud contributors (@zstack-cloud)
options:
  name:
    description:
      - Name of the VM instance. Together with O(uuid) it is the new name.
      - ZStack allows several VM instances of one name. A name that fits several is refused and the message lists them.
    type: str
  description:
    description: Description of the VM instance. An empty text clears it.
    type: str
  zone:
    description:
      - Name or uuid of the zone to create it in. It narrows down where O(name) and the other references are looked for.
      - Cannot be changed.
    type: str
  cluster:
    description: Name or uuid of the cluster to create it in. Without it ZStack chooses one. Cannot be changed.
    type: str
  host:
    description: Name or uuid of the host on which its first half begins. It matters at creation only.
    type: str
  image:
    description: Name or uuid of the image. Needed to create a VM instance. Cannot be changed.
    type: str
  instance_offering:
    description:
      - Name or uuid of the instance offering, which says how many CPUs and how much memory it has. To create a VM
        instance give this, or O(cpu_num) and O(memory_size).
      - Cannot be changed.
    type: str
  cpu_num:
    description: Number of its CPUs. Cannot be changed.
    type: int
  memory_size:
    description: Its memory in bytes. Cannot be changed.
    type: int
  reserved_memory_size:
    description: Memory in bytes that its host keeps for it. Cannot be changed.
    type: int
  l3_networks:
    description:
      - Names or uuids of the L3 networks that it is on. Needed to create a VM instance, and matters at creation only.
    type: list
    elements: str
  default_l3_network:
    description: Name or uuid of that L3 network of which it has its default route and DNS. Cannot be changed.
    type: str
  data_disk_offerings:
    description: Names or uuids of disk offerings, for a data volume each. They matter at creation only.
    type: list
    elements: str
  primary_storage_for_root_volume:
    description: Name or uuid of the primary storage of its root volume. It matters at creation only.
    type: str
  root_volume_system_tags:
    description: System tags of its root volume. They matter at creation only.
    type: list
    elements: str
  data_volume_system_tags:
    description: System tags of its data volumes. They matter at creation only.
    type: list
    elements: str
  state:
    description:
      - V(absent) destroys the VM instance. ZStack keeps it in its recycle bin for a while. The module treats what is
        there as gone.
    type: str
    choices: [present, absent]
    default: present
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
  - zstack.cloud.state
  - zstack.cloud.state.tags
seealso:
  - module: zstack.cloud.zstack_ft_vm_info
"""

EXAMPLES = r"""
- name: A VM instance that survives the loss of a host
  zstack.cloud.zstack_ft_vm:
    name: ledger
    image: centos-7
    instance_offering: medium
    l3_networks: [office]

- name: It is needed no more
  zstack.cloud.zstack_ft_vm:
    name: old-ledger
    state: absent
"""

RETURN = r"""
# From here on generated from the declarations, by `make generate`.
ft_vm:
  description: The FT VM as it is after the task, or would be in check mode. V(null) after O(state=absent).
  returned: success
  type: dict
  contains:
    uuid:
      description: Uuid of the FT VM. All zeros in check mode for a FT VM that does not exist yet.
      type: str
      sample: 72ab84dde2705969a1235c32a046189d
    name:
      description: Name of the FT VM.
      type: str
      sample: web-1
    description:
      description: Description of the FT VM. V(null) without one.
      type: str
      sample: First web server
    state:
      description: What it is doing. V(Created), V(Starting), V(Running), V(Stopping), V(Stopped), V(Rebooting),
        V(Destroying), V(Destroyed), V(Migrating), V(Expunging), V(Pausing), V(Paused), V(Resuming), V(VolumeMigrating),
        V(VolumeRecovering), V(Error), V(NoState), V(Unknown) or V(Crashed).
      type: str
      sample: Running
    type:
      description: Type of the VM instance.
      type: str
      sample: FaultToleranceVmGroup
    platform:
      description: Family of its operating system. V(Linux), V(Windows), V(Other), V(Paravirtualization) or
        V(WindowsVirtio).
      type: str
      sample: Linux
    hypervisor_type:
      description: Hypervisor. V(null) before it was first started.
      type: str
      sample: KVM
    zone_uuid:
      description: Uuid of its zone.
      type: str
      sample: 6149c10f02ab561f927b376890695573
    zone_name:
      description: Name of its zone.
      type: str
      sample: lab
    cluster_uuid:
      description: Uuid of its cluster. V(null) before it was first started.
      type: str
      sample: da90bc87c2ae5f84a3d3157c24f037be
    cluster_name:
      description: Name of its cluster. V(null) before it was first started.
      type: str
      sample: compute
    host_uuid:
      description: Uuid of the host that it runs on. V(null) when it runs on none.
      type: str
      sample: 598a08e7d21c52dfad5ee709be4ed296
    host_name:
      description: Name of the host that it runs on. V(null) when it runs on none.
      type: str
      sample: kvm-01
    last_host_uuid:
      description: Uuid of the host that it ran on before. V(null) before it was first started.
      type: str
      sample: c61e5f29da005f3794ea9463c6084415
    image_uuid:
      description: Uuid of the image that it was made from. V(null) when it was made from none.
      type: str
      sample: 61b81d2f879e5ad49ec900b0d1ca932b
    instance_offering_uuid:
      description: Uuid of the instance offering by which it was made. V(null) when it was made without one.
      type: str
      sample: 1eebc62cd1b05d9b8514a338305824a6
    root_volume_uuid:
      description: Uuid of the volume that it boots from.
      type: str
      sample: 23ff899def975cecb666c1513594de7b
    default_l3_network_uuid:
      description: Uuid of the L3 network of its default route. V(null) without one.
      type: str
      sample: 64b0e051107951b38ccac4333e392d6f
    cpu_num:
      description: Virtual CPUs.
      type: int
      sample: 4
    cpu_speed:
      description: Always 0. V(null) when it is not told.
      type: int
      sample: 0
    memory_size:
      description: Memory in bytes.
      type: int
      sample: 8589934592
    allocator_strategy:
      description: How its host is chosen. V(null) when it was not told.
      type: str
      sample: LeastVmPreferredHostAllocatorStrategy
    vm_nics:
      description: Its network interfaces, one dictionary each.
      type: list
      elements: dict
      contains:
        uuid:
          description: Uuid of the network interface.
          type: str
          sample: 010cbf4d1b0b505a83c454646eae6810
        l3_network_uuid:
          description: Uuid of its L3 network.
          type: str
          sample: 776f7d86360b5c40af139310ee6338ef
        ip:
          description: IP address. V(null) when it has none.
          type: str
          sample: 203.0.113.21
        mac:
          description: MAC address.
          type: str
          sample: fa:7b:3c:51:20:00
        netmask:
          description: Netmask of the address. V(null) without an address.
          type: str
          sample: 255.255.255.0
        gateway:
          description: Gateway. V(null) without one.
          type: str
          sample: 203.0.113.1
        device_id:
          description: Place among the interfaces of the VM instance.
          type: int
          sample: 0
    all_volumes:
      description: Its volumes, one dictionary each.
      type: list
      elements: dict
      contains:
        uuid:
          description: Uuid of the volume.
          type: str
          sample: 88004f77aa905827a5e58777beab349e
        name:
          description: Name of the volume.
          type: str
          sample: ROOT-for-web-1
        type:
          description: Whether a VM instance boots from it. V(Root) or V(Data).
          type: str
          sample: Root
        size:
          description: Virtual size in bytes.
          type: int
          sample: 42949672960
        actual_size:
          description: Bytes that it takes up. V(null) when it is not known.
          type: int
          sample: 2147483648
        format:
          description: Format on the storage. V(null) before it was first attached.
          type: str
          sample: qcow2
        primary_storage_uuid:
          description: Uuid of the primary storage that it lies on. V(null) before it was first attached.
          type: str
          sample: ad6f1933791e562a9f5673f8babfe7e7
        install_path:
          description: Where it lies, as the storage addresses it. V(null) before it was first attached.
          type: str
          sample: /zstack_ps/rootVolumes/acct-36c2/vol-5a8b/5a8b.qcow2
        disk_offering_uuid:
          description: Uuid of the disk offering by which it was made. V(null) when it was made without one.
          type: str
          sample: fd9b0bec83b756fca12a5c9b9bc22af2
        root_image_uuid:
          description: Uuid of the image that it was made from. V(null) when it was made from none.
          type: str
          sample: dfcdfc27b1b85be39dfd7e16592ee447
        device_id:
          description: Place among the volumes of its VM instance, 0 for the root volume. V(null) when it is attached to
            none.
          type: int
          sample: 0
        state:
          description: Whether it may be attached. V(Enabled) or V(Disabled).
          type: str
          sample: Enabled
        status:
          description: How far it has come; C(NotInstantiated) has no space on a storage yet. V(Creating),
            V(NotInstantiated), V(Ready), V(Deleted) or V(Migrating).
          type: str
          sample: Creating
        is_shareable:
          description: Whether several VM instances may have it at once.
          type: bool
          sample: false
    internal_id:
      description: Number of the VM instance that ZStack itself counts by. V(null) where ZStack does not tell it.
      type: int
      sample: 17
    architecture:
      description: CPU architecture.
      type: str
      sample: x86_64
    reserved_memory_size:
      description: Memory that it is sure to get, in bytes. V(null) when it is not told.
      type: int
      sample: 0
    vm_cd_roms:
      description: Its CD drives, one dictionary each.
      type: list
      elements: dict
      contains:
        uuid:
          description: Uuid of the CD drive.
          type: str
          sample: cc0320225b8c5892ae6fd6b827e48d9d
        name:
          description: Name of the CD drive.
          type: str
          sample: vm-cdrom-0
        device_id:
          description: Place among the drives of the VM instance.
          type: int
          sample: 0
        iso_uuid:
          description: Uuid of the image in it. V(null) when it is empty.
          type: str
          sample: 0561dac299e851d792624c8124ab15dd
    guest_os_type:
      description: Its operating system. V(null) when it was not told.
      type: str
      sample: CentOS 7
    primary_vm_instance_uuid:
      description: Uuid of the VM instance that does the work.
      type: str
      sample: 89f9d4d585e5597bba4f8ff4d37ca6b3
    secondary_vm_instance_uuid:
      description: Uuid of the VM instance that stands by. V(null) while there is none.
      type: str
      sample: b07871db490e553395b2e4c759a530f8
    status:
      description: Whether the other would take over, as C(Protected) says.
      type: str
      sample: Protected
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
  sample: UpdateVmInstance
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
  sample: [UpdateVmInstance]
not_done:
  description: What was left undone, the failed step first.
  returned: failure of a step
  type: list
  elements: str
  sample: [UpdateVmInstance]
unknown:
  description: The APIs of which nobody can tell whether they were carried out.
  returned: when the node forgot a job, or was not to be reached after it began
  type: list
  elements: str
  sample: [UpdateVmInstance]
"""

from ansible_collections.zstack.cloud.plugins.module_utils._resources.ft_vm import FT_VM
from ansible_collections.zstack.cloud.plugins.module_utils._task.tasks import StateTask

task = StateTask(FT_VM)


def main():
    task.main()


if __name__ == "__main__":
    main()
