#!/usr/bin/python
# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: zstack_topology
short_description: A whole cloud as one desired state
version_added: 0.2.0
description:
  - Makes a cloud what a tree says, in the words of the other modules. An object's options are those of its own module,
    its place in the tree says what it is in, and everything else refers by name.
  - The cloud is read once a kind, whatever its size. What must change becomes one plan, whose steps run side by side as
    far as they do not depend on each other.
  - Everything that is refused is told at once, by its place in the tree, before anything is done.
  - A step that fails stops only what depends on it. Run again, it goes on where it stopped.
author:
  - zstack.cloud contributors (@zstack-cloud)
extends_documentation_fragment:
  - zstack.cloud.attributes
  - zstack.cloud.connection
seealso:
  - module: zstack.cloud.zstack_topology_info
options:
  name:
    description: Name of the topology. What it makes or adopts carries the user tag C(ansible::topology::NAME).
    type: str
    required: true
  state:
    description:
      - V(present) makes the cloud what the tree says.
      - V(absent) deletes what carries the topology's tag, children first; the tree is not looked at.
    type: str
    choices: [present, absent]
    default: present
  prune:
    description:
      - What becomes of objects that the tree does not name. V(none) leaves them alone, V(managed) deletes those that
        carry the topology's tag, V(all) deletes whatever is within the zones of the tree.
    type: str
    choices: [none, managed, all]
    default: none
  cascade:
    description:
      - Whether a deletion may take along what is not deleted by itself, VM instances for instance.
        By default it is refused, and the message lists what would go.
    type: bool
    default: false
  parallelism:
    description: At most this many jobs run on the node at once.
    type: int
    default: 32
  secrets:
    description:
      - Secrets of objects that the tree leaves out, such as one that M(zstack.cloud.zstack_topology_info) made.
      - A dictionary by key of the tree, and within it by name of the object or V(*) for all. What has no name goes by
        that of what it is in. Secrets of parts, such as monitors, are a dictionary by their option and within it by
        what tells them, or V(*).
    type: dict
  graph:
    description: Whether to return the tree as a Mermaid flowchart in which what changes is marked.
    type: bool
    default: false
  plan_file:
    description:
      - A file to write the plan to, in check mode too, as JSON without secrets. An absolute path, since a relative one
        depends on how the module runs.
      - It is a list of steps in an order in which they can run, each with its C(id), the C(path) and C(name) of its
        object, its C(api) and C(params), what is waited for (C(until)), and the steps that come first (C(after)).
    type: path
  # From here on generated from the declarations, by `make generate`.
  backup_storages:
    description: The backup storages, see M(zstack.cloud.zstack_backup_storage).
    type: list
    elements: dict
    suboptions:
      state:
        description: ['C(present) leaves an existing backup storage in the state it is in, and a new one is enabled.',
          C(disabled) has no new image put on it.]
        type: str
        choices: [present, enabled, disabled]
        default: present
      name:
        description: [Name of the backup storage., ZStack allows several of one name. A name that fits several is
          refused and the message lists them.]
        type: str
      description:
        description: [Description of the backup storage. An empty text clears it.]
        type: str
      reconnect:
        description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed address
          or password is then saved and used at the next reconnection, of which a warning tells.', 'C(if_disconnected)
          does when the status is C(Disconnected), or when this task changed the address or what is needed to log in.',
          'C(always) does each time, and the task reports a change each time.']
        type: str
        choices: [never, if_disconnected, always]
        default: never
      zones:
        description: [Names or uuids of the zones that it is attached to. Exactly these will be., An empty list detaches
          it from all. Without the option nothing is attached or detached.]
        type: list
        elements: str
      user_tags:
        description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty list
          takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
        type: list
        elements: str
  chassis:
    description: The chassis, see M(zstack.cloud.zstack_baremetal_chassis).
    type: list
    elements: dict
    suboptions:
      state:
        description: [C(present) leaves an existing chassis as it is., 'C(provisioned) boots the chassis from the PXE
          server to install what its host configuration says, see M(zstack.cloud.zstack_baremetal_host_config), and ends
          when it is installed. A chassis that is provisioned already is left alone; to install it anew, bring it to
          C(unprovisioned) first, which changes nothing on the chassis itself. Both are for ZStack 2.3.1.', 'C(enabled)
          and C(disabled) say whether an instance may be put on it, in ZStack 5.2.']
        type: str
        choices: [present, enabled, disabled, provisioned, unprovisioned]
        default: present
      name:
        description: ['Name of the chassis. Finds it where neither C(uuid) nor C(ipmi_address) is given, otherwise it is
          the new name.', Needed to add a chassis.]
        type: str
      description:
        description: [Description of the chassis. An empty text clears it.]
        type: str
      zone:
        description: [Name or uuid of the zone in which C(cluster) and C(name) are looked for. Cannot be changed. ZStack
          5.2 only.]
        type: str
      cluster:
        description: ['Name or uuid of the cluster, whose hypervisor is C(baremetal). Needed to add a chassis. Cannot be
          changed. ZStack 5.2 only.']
        type: str
      ipmi_address:
        description: ['IPv4 address of its IPMI. No two chassis share address and port, so a chassis is found by them
          unless C(uuid) is given.', Together with C(uuid) it is the new address., Needed to add a chassis.]
        type: str
      ipmi_port:
        description: ['Port of its IPMI, 1 to 65535.', 'Together with C(ipmi_address) it tells the chassis, and is 623
          if it is left out. Otherwise it is the new port.']
        type: int
      ipmi_username:
        description: [User of its IPMI. Needed to add a chassis.]
        type: str
      ipmi_password:
        description: [Password of its IPMI. Needed to add a chassis., It is never shown and never compared; see
          C(update_password).]
        type: str
      update_password:
        description: ['C(on_create) sends the password only with a new object, C(always) every time, since a password
          cannot be compared. The task then reports a change every time.']
        type: str
        choices: [always, on_create]
        default: on_create
      user_tags:
        description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty list
          takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
        type: list
        elements: str
      host_configs:
        description: The host configs, see M(zstack.cloud.zstack_baremetal_host_config).
        type: list
        elements: dict
        suboptions:
          state:
            description: [C(present) creates it where the chassis has none.]
            type: str
            choices: [present]
            default: present
          password:
            description: ['Password of root on what is installed. It is sent with a new host configuration, never shown
              and never compared.']
            type: str
          vnc:
            description: ['Whether the installation can be watched over VNC, see
              M(zstack.cloud.zstack_baremetal_console). ZStack says yes without it. Cannot be changed.']
            type: bool
          unattended:
            description: [Whether the installation asks nothing. ZStack says yes without it. Cannot be changed.]
            type: bool
          clone_iso:
            description: [Whether the whole installation medium is copied to the chassis. ZStack says no without it.
              Cannot be changed.]
            type: bool
          nics:
            description: [The network interfaces. Needed to create a host configuration. Cannot be changed., 'Exactly
              one has C(nics[].pxe=true), the one that the chassis boots from.']
            type: list
            elements: dict
            suboptions:
              mac:
                description: [MAC address. No two host configurations share one.]
                type: str
                required: true
              ip:
                description: ['IPv4 address. It goes together with C(nics[].netmask). No two host configurations share
                  one, and no chassis may have it for its IPMI.']
                type: str
              netmask:
                description: [Netmask of the address.]
                type: str
              gateway:
                description: ['Gateway, in the network of C(nics[].ip).']
                type: str
              dns:
                description: [Name server.]
                type: str
              pxe:
                description: [Whether the chassis boots from it.]
                type: bool
                default: false
          bonds:
            description: [The bonds of network interfaces. Cannot be changed.]
            type: list
            elements: dict
            suboptions:
              name:
                description: ['Name of the bond, 255 characters at most.']
                type: str
                required: true
              slaves:
                description: [MAC addresses of the network interfaces that it joins. None of them is in C(nics) or
                  another bond.]
                type: list
                elements: str
                required: true
              mode:
                description: ['Mode of the bond, as Linux numbers them. C(4) is LACP.']
                type: int
                choices: [0, 1, 2, 3, 4, 5, 6]
                default: 4
              ip:
                description: ['IPv4 address. It goes together with C(bonds[].netmask).']
                type: str
              netmask:
                description: [Netmask of the address.]
                type: str
              gateway:
                description: ['Gateway, in the network of C(bonds[].ip).']
                type: str
              dns:
                description: [Name server.]
                type: str
          user_tags:
            description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty
              list takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
            type: list
            elements: str
  pxe_servers:
    description: The pxe servers, see M(zstack.cloud.zstack_baremetal_pxe_server).
    type: list
    elements: dict
    suboptions:
      state:
        description: ['C(present) leaves an existing PXE server as it is, and a new one is started.', 'Chassis need one
          that is C(started). ZStack 2.3.1 shows that in its status, ZStack 5.2 in its state.']
        type: str
        choices: [present, started, stopped]
        default: present
      name:
        description: [Name of the PXE server. Needed to create one., In ZStack 5.2 it finds the PXE server where neither
          C(uuid) nor C(hostname) is given. Otherwise it is the new name.]
        type: str
      description:
        description: [Description of the PXE server. An empty text clears it.]
        type: str
      zone:
        description: ['Name or uuid of the zone. Needed to create a PXE server, and narrows down where C(name) is looked
          for. Cannot be changed.', ZStack 5.2 only.]
        type: str
      hostname:
        description: ['Address or host name of the machine that it runs on. No two PXE servers share one, so a PXE
          server is found by it unless C(uuid) is given.', Needed to create a PXE server. Cannot be changed., ZStack 5.2
          only.]
        type: str
      ssh_username:
        description: [User of the SSH connection to that machine. Needed to create a PXE server. Cannot be changed.
          ZStack 5.2 only.]
        type: str
      ssh_password:
        description: ['Password of the SSH connection. Needed to create a PXE server, and used for nothing else, since
          ZStack has no way to change it.', ZStack 5.2 only.]
        type: str
      ssh_port:
        description: ['Port of the SSH connection, 1 to 65535. A new PXE server gets 22 without it. Cannot be changed.
          ZStack 5.2 only.']
        type: int
      storage_path:
        description: ['Folder on that machine in which it keeps what chassis boot, an absolute path. Needed to create a
          PXE server. Cannot be changed. ZStack 5.2 only.']
        type: str
      dhcp_interface:
        description: ['Network interface on which it answers DHCP, which must have an IP address. Needed to create a PXE
          server. Cannot be changed.']
        type: str
      dhcp_range_begin:
        description: [First address that it gives out. It goes together with C(dhcp_range_end); both are in the network
          of C(dhcp_interface)., Without a range it gives out all addresses of that network.]
        type: str
      dhcp_range_end:
        description: [Last address that it gives out.]
        type: str
      dhcp_range_netmask:
        description: ['Netmask of the range, which must be that of C(dhcp_interface).']
        type: str
      reconnect:
        description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed address
          or password is then saved and used at the next reconnection, of which a warning tells.', 'C(if_disconnected)
          does when the status is C(Disconnected), or when this task changed the address or what is needed to log in.',
          'C(always) does each time, and the task reports a change each time.']
        type: str
        choices: [never, if_disconnected, always]
        default: never
      clusters:
        description: ['Names or uuids of the bare metal clusters, in the zone of the PXE server, that it serves. Exactly
          these will be, the others are detached. A cluster has one PXE server at most.', An empty list detaches all.
          Without the option nothing is attached or detached., ZStack 5.2 only.]
        type: list
        elements: str
      user_tags:
        description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty list
          takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
        type: list
        elements: str
  ceph_backup_storages:
    description: The backup storages, see M(zstack.cloud.zstack_ceph_backup_storage).
    type: list
    elements: dict
    suboptions:
      state:
        description: ['C(present) leaves an existing backup storage in the state it is in, and a new one is enabled.',
          C(disabled) has no new image put on it.]
        type: str
        choices: [present, enabled, disabled]
        default: present
      name:
        description: [Name of the backup storage., ZStack allows several of one name. A name that fits several is
          refused and the message lists them.]
        type: str
      description:
        description: [Description of the backup storage. An empty text clears it.]
        type: str
      pool_name:
        description: ['The pool for images, which must exist in Ceph. Without it ZStack creates one.', Cannot be
          changed.]
        type: str
      import_images:
        description: [Whether ZStack takes over the images that the pool has when the storage is added. Needs
          C(pool_name)., Not compared.]
        type: bool
      mons:
        description: ['The monitors by which ZStack reaches Ceph. Exactly these will be, the others are removed. Needed
          to add a storage.', 'A monitor is told from others by its C(mons[].hostname), and belongs to one backup
          storage only. It may serve a primary storage beside.']
        type: list
        elements: dict
        suboptions:
          hostname:
            description: [IPv4 address or host name.]
            type: str
            required: true
          ssh_username:
            description: ['User of the SSH connection. Needed for a new monitor. It cannot hold a C(:) then.']
            type: str
          ssh_password:
            description: [Password of the SSH connection. Needed for a new monitor., 'ZStack would cut off the password
              of a new monitor at the first C(:), so such a password is refused.', It cannot be compared; see
              C(update_password).]
            type: str
          ssh_port:
            description: ['Port of the SSH connection, 1 to 65535. ZStack takes 22 without it.']
            type: int
          mon_port:
            description: ['Port of the monitor, 1 to 65535. ZStack takes 6789 without it.']
            type: int
      update_password:
        description: ['C(on_create) sends the password only with a new object, C(always) every time, since a password
          cannot be compared. The task then reports a change every time.']
        type: str
        choices: [always, on_create]
        default: on_create
      reconnect:
        description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed address
          or password is then saved and used at the next reconnection, of which a warning tells.', 'C(if_disconnected)
          does when the status is C(Disconnected), or when this task changed the address or what is needed to log in.',
          'C(always) does each time, and the task reports a change each time.']
        type: str
        choices: [never, if_disconnected, always]
        default: never
      zones:
        description: [Names or uuids of the zones that it is attached to. Exactly these will be., An empty list detaches
          it from all. Without the option nothing is attached or detached.]
        type: list
        elements: str
      user_tags:
        description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty list
          takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
        type: list
        elements: str
  fusionstor_backup_storages:
    description: The backup storages, see M(zstack.cloud.zstack_fusionstor_backup_storage).
    type: list
    elements: dict
    suboptions:
      state:
        description: ['C(present) leaves an existing backup storage in the state it is in, and a new one is enabled.',
          C(disabled) has no new image put on it.]
        type: str
        choices: [present, enabled, disabled]
        default: present
      name:
        description: [Name of the backup storage., ZStack allows several of one name. A name that fits several is
          refused and the message lists them.]
        type: str
      description:
        description: [Description of the backup storage. An empty text clears it.]
        type: str
      pool_name:
        description: ['The pool for images, which must exist in Fusionstor. Without it ZStack creates one.', Cannot be
          changed.]
        type: str
      import_images:
        description: [Whether ZStack takes over the images that the pool has when the storage is added. Needs
          C(pool_name)., Not compared.]
        type: bool
      mons:
        description: ['The monitors by which ZStack reaches Fusionstor. Exactly these will be, the others are removed.
          Needed to add a storage.', 'A monitor is told from others by its C(mons[].hostname), and belongs to one backup
          storage only.']
        type: list
        elements: dict
        suboptions:
          hostname:
            description: [IPv4 address or host name.]
            type: str
            required: true
          ssh_username:
            description: ['User of the SSH connection. Needed for a new monitor. It cannot hold a C(:) then.']
            type: str
          ssh_password:
            description: [Password of the SSH connection. Needed for a new monitor., 'ZStack would cut off the password
              of a new monitor at the first C(:), so such a password is refused.', It cannot be compared; see
              C(update_password).]
            type: str
          ssh_port:
            description: ['Port of the SSH connection, 1 to 65535. ZStack takes 22 without it.']
            type: int
          mon_port:
            description: ['Port of the monitor, 1 to 65535. ZStack takes 7777 without it.']
            type: int
      update_password:
        description: ['C(on_create) sends the password only with a new object, C(always) every time, since a password
          cannot be compared. The task then reports a change every time.']
        type: str
        choices: [always, on_create]
        default: on_create
      reconnect:
        description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed address
          or password is then saved and used at the next reconnection, of which a warning tells.', 'C(if_disconnected)
          does when the status is C(Disconnected), or when this task changed the address or what is needed to log in.',
          'C(always) does each time, and the task reports a change each time.']
        type: str
        choices: [never, if_disconnected, always]
        default: never
      zones:
        description: [Names or uuids of the zones that it is attached to. Exactly these will be., An empty list detaches
          it from all. Without the option nothing is attached or detached.]
        type: list
        elements: str
      user_tags:
        description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty list
          takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
        type: list
        elements: str
  imagestore_backup_storages:
    description: The backup storages, see M(zstack.cloud.zstack_imagestore_backup_storage).
    type: list
    elements: dict
    suboptions:
      state:
        description: ['C(present) leaves an existing backup storage in the state it is in, and a new one is enabled.',
          C(disabled) has no new image put on it.]
        type: str
        choices: [present, enabled, disabled]
        default: present
      name:
        description: [Name of the backup storage., ZStack allows several of one name. A name that fits several is
          refused and the message lists them.]
        type: str
      description:
        description: [Description of the backup storage. An empty text clears it.]
        type: str
      hostname:
        description: [IPv4 address or host name by which the management node reaches the server. Needed to add one.,
          'The storage is found by it before it is found by C(name), since ZStack has a server only once.']
        type: str
      username:
        description: [User of the SSH connection. Needed to add a storage.]
        type: str
      password:
        description: [Password of the SSH connection. Needed to add a storage., It cannot be compared; see
          C(update_password).]
        type: str
      ssh_port:
        description: ['Port of the SSH connection, 1 to 65535. ZStack takes 22 without it.']
        type: int
      url:
        description: ['Folder of the server in which images lie, an absolute path not in C(/dev), C(/proc) or C(/sys).
          Needed to add a storage.', Cannot be changed.]
        type: str
      import_images:
        description: [Whether ZStack takes over the images that the folder has when the storage is added. Not compared.]
        type: bool
      update_password:
        description: ['C(on_create) sends the password only with a new object, C(always) every time, since a password
          cannot be compared. The task then reports a change every time.']
        type: str
        choices: [always, on_create]
        default: on_create
      reconnect:
        description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed address
          or password is then saved and used at the next reconnection, of which a warning tells.', 'C(if_disconnected)
          does when the status is C(Disconnected), or when this task changed the address or what is needed to log in.',
          'C(always) does each time, and the task reports a change each time.']
        type: str
        choices: [never, if_disconnected, always]
        default: never
      zones:
        description: [Names or uuids of the zones that it is attached to. Exactly these will be., An empty list detaches
          it from all. Without the option nothing is attached or detached.]
        type: list
        elements: str
      user_tags:
        description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty list
          takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
        type: list
        elements: str
  pci_offerings:
    description: The pci offerings, see M(zstack.cloud.zstack_pci_offering).
    type: list
    elements: dict
    suboptions:
      state:
        description: [See the module.]
        type: str
        choices: [present]
        default: present
      name:
        description: [Name of the offering., ZStack allows several offerings of one name. A name that fits several is
          refused and the message lists them., Cannot be changed.]
        type: str
      description:
        description: [Description of the offering. Cannot be changed.]
        type: str
      type:
        description: [Kind of the devices. ZStack takes that of the matching ones without it. Cannot be changed., ZStack
          2.3.1 only.]
        type: str
        choices: [GPU_Video, GPU_Audio, Generic]
      vendor_id:
        description: ['Vendor of the devices, one to four hexadecimal digits. Put them in quotes, YAML reads some as
          numbers.', Needed to create an offering. Cannot be changed.]
        type: str
      device_id:
        description: ['Kind of device, one to four hexadecimal digits. Needed to create an offering. Cannot be
          changed.']
        type: str
      subvendor_id:
        description: ['Vendor of the board, one to four hexadecimal digits. Without it any fits. Cannot be changed.']
        type: str
      subdevice_id:
        description: ['Kind of board, one to four hexadecimal digits. Without it any fits. Cannot be changed.']
        type: str
      ram_size:
        description: [Memory of the devices. Without it any fits. Cannot be changed., ZStack 5.2 only.]
        type: str
      user_tags:
        description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty list
          takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
        type: list
        elements: str
  zones:
    description: The zones, see M(zstack.cloud.zstack_zone).
    type: list
    elements: dict
    suboptions:
      state:
        description: ['C(present) leaves an existing zone enabled or disabled as it is, and a new one is enabled.',
          C(disabled) and C(enabled) reach the clusters and hosts of the zone too.]
        type: str
        choices: [present, enabled, disabled]
        default: present
      name:
        description: [Name of the zone., ZStack allows several zones of one name. A name that fits several is refused
          and the message lists them.]
        type: str
      description:
        description: [Description of the zone. An empty text clears it.]
        type: str
      is_default:
        description: [Whether this is the default zone. ZStack takes the mark from the other zones when it is set here.,
          ZStack 5.2 only.]
        type: bool
      backup_storages:
        description: ['Names or uuids of the backup storages attached to the zone. Exactly these will be, the others are
          detached.', An empty list detaches all. Without the option nothing is attached or detached.]
        type: list
        elements: str
      user_tags:
        description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty list
          takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
        type: list
        elements: str
      pxe_servers:
        description: The pxe servers, see M(zstack.cloud.zstack_baremetal_pxe_server).
        type: list
        elements: dict
        suboptions:
          state:
            description: ['C(present) leaves an existing PXE server as it is, and a new one is started.', 'Chassis need
              one that is C(started). ZStack 2.3.1 shows that in its status, ZStack 5.2 in its state.']
            type: str
            choices: [present, started, stopped]
            default: present
          name:
            description: [Name of the PXE server. Needed to create one., In ZStack 5.2 it finds the PXE server where
              neither C(uuid) nor C(hostname) is given. Otherwise it is the new name.]
            type: str
          description:
            description: [Description of the PXE server. An empty text clears it.]
            type: str
          hostname:
            description: ['Address or host name of the machine that it runs on. No two PXE servers share one, so a PXE
              server is found by it unless C(uuid) is given.', Needed to create a PXE server. Cannot be changed., ZStack
              5.2 only.]
            type: str
          ssh_username:
            description: [User of the SSH connection to that machine. Needed to create a PXE server. Cannot be changed.
              ZStack 5.2 only.]
            type: str
          ssh_password:
            description: ['Password of the SSH connection. Needed to create a PXE server, and used for nothing else,
              since ZStack has no way to change it.', ZStack 5.2 only.]
            type: str
          ssh_port:
            description: ['Port of the SSH connection, 1 to 65535. A new PXE server gets 22 without it. Cannot be
              changed. ZStack 5.2 only.']
            type: int
          storage_path:
            description: ['Folder on that machine in which it keeps what chassis boot, an absolute path. Needed to
              create a PXE server. Cannot be changed. ZStack 5.2 only.']
            type: str
          dhcp_interface:
            description: ['Network interface on which it answers DHCP, which must have an IP address. Needed to create a
              PXE server. Cannot be changed.']
            type: str
          dhcp_range_begin:
            description: [First address that it gives out. It goes together with C(dhcp_range_end); both are in the
              network of C(dhcp_interface)., Without a range it gives out all addresses of that network.]
            type: str
          dhcp_range_end:
            description: [Last address that it gives out.]
            type: str
          dhcp_range_netmask:
            description: ['Netmask of the range, which must be that of C(dhcp_interface).']
            type: str
          reconnect:
            description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed
              address or password is then saved and used at the next reconnection, of which a warning tells.',
              'C(if_disconnected) does when the status is C(Disconnected), or when this task changed the address or what
              is needed to log in.', 'C(always) does each time, and the task reports a change each time.']
            type: str
            choices: [never, if_disconnected, always]
            default: never
          clusters:
            description: ['Names or uuids of the bare metal clusters, in the zone of the PXE server, that it serves.
              Exactly these will be, the others are detached. A cluster has one PXE server at most.', An empty list
              detaches all. Without the option nothing is attached or detached., ZStack 5.2 only.]
            type: list
            elements: str
          user_tags:
            description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty
              list takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
            type: list
            elements: str
      ceph_primary_storages:
        description: The primary storages, see M(zstack.cloud.zstack_ceph_primary_storage).
        type: list
        elements: dict
        suboptions:
          state:
            description: ['C(present) leaves an existing primary storage in the state it is in, and a new one is
              enabled.', 'C(disabled) has no new volume put on it, what is there goes on.', 'C(maintenance) stops the VM
              instances that run from it, which is refused unless C(stop_vms=true), and ends when they have stopped.',
              C(enabled) and C(disabled) bring it out of maintenance too.]
            type: str
            choices: [present, enabled, disabled, maintenance]
            default: present
          root_volume_pool_name:
            description: ['The pool for root volumes, which must exist in Ceph. Without it ZStack creates one.', Set
              when the storage is added. More pools are for M(zstack.cloud.zstack_ceph_pool).]
            type: str
          data_volume_pool_name:
            description: ['The pool for data volumes, as C(root_volume_pool_name).']
            type: str
          image_cache_pool_name:
            description: ['The pool for cached images, as C(root_volume_pool_name).']
            type: str
          name:
            description: [Name of the primary storage., ZStack allows several of one name. A name that fits several is
              refused and the message lists them.]
            type: str
          description:
            description: [Description of the primary storage. An empty text clears it.]
            type: str
          mons:
            description: ['The monitors by which ZStack reaches Ceph. Exactly these will be, the others are removed.
              Needed to add a storage.', 'A monitor is told from others by its C(mons[].hostname), and belongs to one
              storage only.']
            type: list
            elements: dict
            suboptions:
              hostname:
                description: [IPv4 address or host name.]
                type: str
                required: true
              ssh_username:
                description: ['User of the SSH connection. Needed for a new monitor. It cannot hold a C(:) then.']
                type: str
              ssh_password:
                description: [Password of the SSH connection. Needed for a new monitor., 'ZStack would cut off the
                  password of a new monitor at the first C(:), so such a password is refused.', It cannot be compared;
                  see C(update_password).]
                type: str
              ssh_port:
                description: ['Port of the SSH connection, 1 to 65535. ZStack takes 22 without it.']
                type: int
              mon_port:
                description: ['Port of the monitor, 1 to 65535. ZStack takes 6789 without it.']
                type: int
          update_password:
            description: ['C(on_create) sends the password only with a new object, C(always) every time, since a
              password cannot be compared. The task then reports a change every time.']
            type: str
            choices: [always, on_create]
            default: on_create
          reconnect:
            description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed
              address or password is then saved and used at the next reconnection, of which a warning tells.',
              'C(if_disconnected) does when the status is C(Disconnected), or when this task changed the address or what
              is needed to log in.', 'C(always) does each time, and the task reports a change each time.']
            type: str
            choices: [never, if_disconnected, always]
            default: never
          stop_vms:
            description: ['Whether the task may stop VM instances that run. By default what would stop some is refused,
              and the message lists them with the reasons.', They stay stopped afterwards.]
            type: bool
            default: false
          clusters:
            description: ['Names or uuids of the clusters that it is attached to, all of them in its zone. Exactly these
              will be.', 'Detaching stops the VM instances of the cluster that run from it, which is refused unless
              C(stop_vms=true).', An empty list detaches it from all. Without the option nothing is attached or
              detached.]
            type: list
            elements: str
          user_tags:
            description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty
              list takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
            type: list
            elements: str
          ceph_pools:
            description: The ceph pools, see M(zstack.cloud.zstack_ceph_pool).
            type: list
            elements: dict
            suboptions:
              state:
                description: [Whether the pool is registered with the primary storage.]
                type: str
                choices: [present]
                default: present
              pool_name:
                description: [Name of the pool in Ceph. Together with C(primary_storage) and C(type) it tells a pool
                  from others., Needed to register a pool. Cannot be changed.]
                type: str
              type:
                description: ['What is put into the pool, root volumes or data volumes. A pool of Ceph can be registered
                  once for each.', 'ZStack 2.3.1 registers pools for C(Data) only, C(Root) needs ZStack 5.2.', Needed to
                  register a pool. Cannot be changed.]
                type: str
                choices: [Root, Data]
              alias_name:
                description: [Another name for people. An empty text clears it.]
                type: str
              description:
                description: [Description of the pool. An empty text clears it.]
                type: str
              is_create:
                description: [Whether ZStack creates the pool in Ceph. Otherwise it must be there already., 'Used when
                  the pool is registered, and not looked at later.']
                type: bool
              user_tags:
                description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                  empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                  them.]
                type: list
                elements: str
          ft_vms:
            description: The ft vms, see M(zstack.cloud.zstack_ft_vm).
            type: list
            elements: dict
            suboptions:
              state:
                description: [See the module.]
                type: str
                choices: [present]
                default: present
              name:
                description: [Name of the VM instance., ZStack allows several VM instances of one name. A name that fits
                  several is refused and the message lists them.]
                type: str
              description:
                description: [Description of the VM instance. An empty text clears it.]
                type: str
              zone:
                description: [Name or uuid of the zone to create it in. It narrows down where C(name) and the other
                  references are looked for., Cannot be changed.]
                type: str
              cluster:
                description: [Name or uuid of the cluster to create it in. Without it ZStack chooses one. Cannot be
                  changed.]
                type: str
              host:
                description: [Name or uuid of the host on which its first half begins. It matters at creation only.]
                type: str
              image:
                description: [Name or uuid of the image. Needed to create a VM instance. Cannot be changed.]
                type: str
              instance_offering:
                description: ['Name or uuid of the instance offering, which says how many CPUs and how much memory it
                  has. To create a VM instance give this, or C(cpu_num) and C(memory_size).', Cannot be changed.]
                type: str
              cpu_num:
                description: [Number of its CPUs. Cannot be changed.]
                type: int
              memory_size:
                description: [Its memory in bytes. Cannot be changed.]
                type: int
              reserved_memory_size:
                description: [Memory in bytes that its host keeps for it. Cannot be changed.]
                type: int
              l3_networks:
                description: ['Names or uuids of the L3 networks that it is on. Needed to create a VM instance, and
                  matters at creation only.']
                type: list
                elements: str
              default_l3_network:
                description: [Name or uuid of that L3 network of which it has its default route and DNS. Cannot be
                  changed.]
                type: str
              data_disk_offerings:
                description: ['Names or uuids of disk offerings, for a data volume each. They matter at creation only.']
                type: list
                elements: str
              root_volume_system_tags:
                description: [System tags of its root volume. They matter at creation only.]
                type: list
                elements: str
              data_volume_system_tags:
                description: [System tags of its data volumes. They matter at creation only.]
                type: list
                elements: str
              user_tags:
                description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                  empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                  them.]
                type: list
                elements: str
      clusters:
        description: The clusters, see M(zstack.cloud.zstack_cluster).
        type: list
        elements: dict
        suboptions:
          state:
            description: ['C(present) leaves an existing cluster enabled or disabled as it is, and a new one is
              enabled.', 'C(disabled) and C(enabled) reach the hosts of the cluster too, except those in maintenance.']
            type: str
            choices: [present, enabled, disabled]
            default: present
          name:
            description: [Name of the cluster., ZStack allows several clusters of one name. A name that fits several is
              refused and the message lists them.]
            type: str
          description:
            description: [Description of the cluster. An empty text clears it.]
            type: str
          hypervisor_type:
            description: [Hypervisor of the hosts. Needed to create a cluster. Cannot be changed., 'C(baremetal),
              C(baremetal2) and C(xdragon) need ZStack 5.2.']
            type: str
            choices: [KVM, Simulator, baremetal, baremetal2, xdragon]
          type:
            description: [Type of the cluster. ZStack chooses C(zstack) without it. Cannot be changed., C(baremetal) and
              C(baremetal2) need ZStack 5.2 and the C(hypervisor_type) of that name.]
            type: str
            choices: [zstack, baremetal, baremetal2]
          architecture:
            description: [CPU architecture of the hosts. Without it ZStack learns it from the first host. Cannot be
              changed., ZStack 5.2 only.]
            type: str
            choices: [x86_64, aarch64, mips64el, loongarch64]
          primary_storages:
            description: ['Names or uuids of the primary storages attached to the cluster. Exactly these will be, the
              others are detached.', 'Detaching stops the VM instances of the cluster that run from a storage, which is
              refused unless C(stop_vms=true).', An empty list detaches all. Without the option nothing is attached or
              detached.]
            type: list
            elements: str
          stop_vms:
            description: ['Whether the task may stop VM instances that run. By default what would stop some is refused,
              and the message lists them with the reasons.', They stay stopped afterwards.]
            type: bool
            default: false
          user_tags:
            description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty
              list takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
            type: list
            elements: str
          chassis:
            description: The chassis, see M(zstack.cloud.zstack_baremetal_chassis).
            type: list
            elements: dict
            suboptions:
              state:
                description: [C(present) leaves an existing chassis as it is., 'C(provisioned) boots the chassis from
                  the PXE server to install what its host configuration says, see
                  M(zstack.cloud.zstack_baremetal_host_config), and ends when it is installed. A chassis that is
                  provisioned already is left alone; to install it anew, bring it to C(unprovisioned) first, which
                  changes nothing on the chassis itself. Both are for ZStack 2.3.1.', 'C(enabled) and C(disabled) say
                  whether an instance may be put on it, in ZStack 5.2.']
                type: str
                choices: [present, enabled, disabled, provisioned, unprovisioned]
                default: present
              name:
                description: ['Name of the chassis. Finds it where neither C(uuid) nor C(ipmi_address) is given,
                  otherwise it is the new name.', Needed to add a chassis.]
                type: str
              description:
                description: [Description of the chassis. An empty text clears it.]
                type: str
              zone:
                description: [Name or uuid of the zone in which C(cluster) and C(name) are looked for. Cannot be
                  changed. ZStack 5.2 only.]
                type: str
              ipmi_address:
                description: ['IPv4 address of its IPMI. No two chassis share address and port, so a chassis is found by
                  them unless C(uuid) is given.', Together with C(uuid) it is the new address., Needed to add a
                  chassis.]
                type: str
              ipmi_port:
                description: ['Port of its IPMI, 1 to 65535.', 'Together with C(ipmi_address) it tells the chassis, and
                  is 623 if it is left out. Otherwise it is the new port.']
                type: int
              ipmi_username:
                description: [User of its IPMI. Needed to add a chassis.]
                type: str
              ipmi_password:
                description: [Password of its IPMI. Needed to add a chassis., It is never shown and never compared; see
                  C(update_password).]
                type: str
              update_password:
                description: ['C(on_create) sends the password only with a new object, C(always) every time, since a
                  password cannot be compared. The task then reports a change every time.']
                type: str
                choices: [always, on_create]
                default: on_create
              user_tags:
                description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                  empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                  them.]
                type: list
                elements: str
              host_configs:
                description: The host configs, see M(zstack.cloud.zstack_baremetal_host_config).
                type: list
                elements: dict
                suboptions:
                  state:
                    description: [C(present) creates it where the chassis has none.]
                    type: str
                    choices: [present]
                    default: present
                  password:
                    description: ['Password of root on what is installed. It is sent with a new host configuration,
                      never shown and never compared.']
                    type: str
                  vnc:
                    description: ['Whether the installation can be watched over VNC, see
                      M(zstack.cloud.zstack_baremetal_console). ZStack says yes without it. Cannot be changed.']
                    type: bool
                  unattended:
                    description: [Whether the installation asks nothing. ZStack says yes without it. Cannot be changed.]
                    type: bool
                  clone_iso:
                    description: [Whether the whole installation medium is copied to the chassis. ZStack says no without
                      it. Cannot be changed.]
                    type: bool
                  nics:
                    description: [The network interfaces. Needed to create a host configuration. Cannot be changed.,
                      'Exactly one has C(nics[].pxe=true), the one that the chassis boots from.']
                    type: list
                    elements: dict
                    suboptions:
                      mac:
                        description: [MAC address. No two host configurations share one.]
                        type: str
                        required: true
                      ip:
                        description: ['IPv4 address. It goes together with C(nics[].netmask). No two host configurations
                          share one, and no chassis may have it for its IPMI.']
                        type: str
                      netmask:
                        description: [Netmask of the address.]
                        type: str
                      gateway:
                        description: ['Gateway, in the network of C(nics[].ip).']
                        type: str
                      dns:
                        description: [Name server.]
                        type: str
                      pxe:
                        description: [Whether the chassis boots from it.]
                        type: bool
                        default: false
                  bonds:
                    description: [The bonds of network interfaces. Cannot be changed.]
                    type: list
                    elements: dict
                    suboptions:
                      name:
                        description: ['Name of the bond, 255 characters at most.']
                        type: str
                        required: true
                      slaves:
                        description: [MAC addresses of the network interfaces that it joins. None of them is in C(nics)
                          or another bond.]
                        type: list
                        elements: str
                        required: true
                      mode:
                        description: ['Mode of the bond, as Linux numbers them. C(4) is LACP.']
                        type: int
                        choices: [0, 1, 2, 3, 4, 5, 6]
                        default: 4
                      ip:
                        description: ['IPv4 address. It goes together with C(bonds[].netmask).']
                        type: str
                      netmask:
                        description: [Netmask of the address.]
                        type: str
                      gateway:
                        description: ['Gateway, in the network of C(bonds[].ip).']
                        type: str
                      dns:
                        description: [Name server.]
                        type: str
                  user_tags:
                    description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                      empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                      them.]
                    type: list
                    elements: str
          ft_vms:
            description: The ft vms, see M(zstack.cloud.zstack_ft_vm).
            type: list
            elements: dict
            suboptions:
              state:
                description: [See the module.]
                type: str
                choices: [present]
                default: present
              name:
                description: [Name of the VM instance., ZStack allows several VM instances of one name. A name that fits
                  several is refused and the message lists them.]
                type: str
              description:
                description: [Description of the VM instance. An empty text clears it.]
                type: str
              zone:
                description: [Name or uuid of the zone to create it in. It narrows down where C(name) and the other
                  references are looked for., Cannot be changed.]
                type: str
              host:
                description: [Name or uuid of the host on which its first half begins. It matters at creation only.]
                type: str
              image:
                description: [Name or uuid of the image. Needed to create a VM instance. Cannot be changed.]
                type: str
              instance_offering:
                description: ['Name or uuid of the instance offering, which says how many CPUs and how much memory it
                  has. To create a VM instance give this, or C(cpu_num) and C(memory_size).', Cannot be changed.]
                type: str
              cpu_num:
                description: [Number of its CPUs. Cannot be changed.]
                type: int
              memory_size:
                description: [Its memory in bytes. Cannot be changed.]
                type: int
              reserved_memory_size:
                description: [Memory in bytes that its host keeps for it. Cannot be changed.]
                type: int
              l3_networks:
                description: ['Names or uuids of the L3 networks that it is on. Needed to create a VM instance, and
                  matters at creation only.']
                type: list
                elements: str
              default_l3_network:
                description: [Name or uuid of that L3 network of which it has its default route and DNS. Cannot be
                  changed.]
                type: str
              data_disk_offerings:
                description: ['Names or uuids of disk offerings, for a data volume each. They matter at creation only.']
                type: list
                elements: str
              primary_storage_for_root_volume:
                description: [Name or uuid of the primary storage of its root volume. It matters at creation only.]
                type: str
              root_volume_system_tags:
                description: [System tags of its root volume. They matter at creation only.]
                type: list
                elements: str
              data_volume_system_tags:
                description: [System tags of its data volumes. They matter at creation only.]
                type: list
                elements: str
              user_tags:
                description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                  empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                  them.]
                type: list
                elements: str
          hosts:
            description: The hosts, see M(zstack.cloud.zstack_kvm_host).
            type: list
            elements: dict
            suboptions:
              state:
                description: ['C(present) leaves an existing host in the state it is in, and a new one is enabled.',
                  'C(maintenance) moves its VM instances away and ends when the host is in maintenance. Only a connected
                  host can be brought there. VM instances that cannot move, for instance those on local storage or with
                  a PCI device, would be stopped, which is refused unless C(stop_vms=true).', C(enabled) and C(disabled)
                  bring a host out of maintenance too and end when it is connected again.]
                type: str
                choices: [present, enabled, disabled, maintenance]
                default: present
              name:
                description: ['Name of the host. Finds the host where neither C(uuid) nor C(management_ip) is given,
                  otherwise it is the new name.', Needed to add a host.]
                type: str
              description:
                description: [Description of the host. An empty text clears it.]
                type: str
              management_ip:
                description: ['Address, or host name, by which the management node reaches the host. No two hosts share
                  one, so a host is found by it unless C(uuid) is given.', Together with C(uuid) it is the new address.,
                  Needed to add a host.]
                type: str
              zone:
                description: [Name or uuid of the zone in which C(cluster) and C(name) are looked for. Cannot be
                  changed.]
                type: str
              username:
                description: [User of the SSH connection. Needed to add a host.]
                type: str
              password:
                description: [Password of the SSH connection. Needed to add a host., 'ZStack does not tell it, so it
                  cannot be compared; see C(update_password).']
                type: str
              ssh_port:
                description: ['Port of the SSH connection, 1 to 65535. A new host gets 22 without it.']
                type: int
              update_password:
                description: ['C(on_create) sends the password only with a new object, C(always) every time, since a
                  password cannot be compared. The task then reports a change every time.']
                type: str
                choices: [always, on_create]
                default: on_create
              reconnect:
                description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed
                  address or password is then saved and used at the next reconnection, of which a warning tells.',
                  'C(if_disconnected) does when the status is C(Disconnected), or when this task changed the address or
                  what is needed to log in.', 'C(always) does each time, and the task reports a change each time.']
                type: str
                choices: [never, if_disconnected, always]
                default: never
              stop_vms:
                description: ['Whether the task may stop VM instances that run. By default what would stop some is
                  refused, and the message lists them with the reasons.', They stay stopped afterwards.]
                type: bool
                default: false
              iommu:
                description: ['Whether the host hands devices over to VM instances (IOMMU). It must be, before PCI
                  devices can be attached.', The kernel follows with the next boot of the host.]
                type: str
                choices: [enabled, disabled]
              user_tags:
                description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                  empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                  them.]
                type: list
                elements: str
              ft_vms:
                description: The ft vms, see M(zstack.cloud.zstack_ft_vm).
                type: list
                elements: dict
                suboptions:
                  state:
                    description: [See the module.]
                    type: str
                    choices: [present]
                    default: present
                  name:
                    description: [Name of the VM instance., ZStack allows several VM instances of one name. A name that
                      fits several is refused and the message lists them.]
                    type: str
                  description:
                    description: [Description of the VM instance. An empty text clears it.]
                    type: str
                  zone:
                    description: [Name or uuid of the zone to create it in. It narrows down where C(name) and the other
                      references are looked for., Cannot be changed.]
                    type: str
                  cluster:
                    description: [Name or uuid of the cluster to create it in. Without it ZStack chooses one. Cannot be
                      changed.]
                    type: str
                  image:
                    description: [Name or uuid of the image. Needed to create a VM instance. Cannot be changed.]
                    type: str
                  instance_offering:
                    description: ['Name or uuid of the instance offering, which says how many CPUs and how much memory
                      it has. To create a VM instance give this, or C(cpu_num) and C(memory_size).', Cannot be changed.]
                    type: str
                  cpu_num:
                    description: [Number of its CPUs. Cannot be changed.]
                    type: int
                  memory_size:
                    description: [Its memory in bytes. Cannot be changed.]
                    type: int
                  reserved_memory_size:
                    description: [Memory in bytes that its host keeps for it. Cannot be changed.]
                    type: int
                  l3_networks:
                    description: ['Names or uuids of the L3 networks that it is on. Needed to create a VM instance, and
                      matters at creation only.']
                    type: list
                    elements: str
                  default_l3_network:
                    description: [Name or uuid of that L3 network of which it has its default route and DNS. Cannot be
                      changed.]
                    type: str
                  data_disk_offerings:
                    description: ['Names or uuids of disk offerings, for a data volume each. They matter at creation
                      only.']
                    type: list
                    elements: str
                  primary_storage_for_root_volume:
                    description: [Name or uuid of the primary storage of its root volume. It matters at creation only.]
                    type: str
                  root_volume_system_tags:
                    description: [System tags of its root volume. They matter at creation only.]
                    type: list
                    elements: str
                  data_volume_system_tags:
                    description: [System tags of its data volumes. They matter at creation only.]
                    type: list
                    elements: str
                  user_tags:
                    description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                      empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                      them.]
                    type: list
                    elements: str
              pci_devices:
                description: The pci devices, see M(zstack.cloud.zstack_pci_device).
                type: list
                elements: dict
                suboptions:
                  state:
                    description: [C(present) leaves the device enabled or disabled as it is. A disabled one is given to
                      no VM instance.]
                    type: str
                    choices: [present, enabled, disabled]
                    default: present
                  pci_device_address:
                    description: ['Address of the device on its host, such as C(0000:3b:00.0).']
                    type: str
                  name:
                    description: [Name of the device., ZStack 5.2 only.]
                    type: str
                  description:
                    description: [Description of the device. An empty text clears it.]
                    type: str
                  meta_data:
                    description: [Conditions on the machine that gets the device. Exactly these will be. An empty list
                      takes all away.]
                    type: list
                    elements: dict
                    suboptions:
                      key:
                        description: [Name of the property.]
                        type: str
                        required: true
                      op:
                        description: [How it is compared.]
                        type: str
                        choices: [Equal, Unequal]
                        required: true
                      value:
                        description: [Value of the property.]
                        type: str
                        required: true
                  user_tags:
                    description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                      empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                      them.]
                    type: list
                    elements: str
              usb_devices:
                description: The usb devices, see M(zstack.cloud.zstack_usb_device).
                type: list
                elements: dict
                suboptions:
                  state:
                    description: [C(present) leaves the device enabled or disabled as it is., C(disabled) keeps it from
                      being given to a VM instance. ZStack refuses that while one has it.]
                    type: str
                    choices: [present, enabled, disabled]
                    default: present
                  bus_num:
                    description: ['Number of its bus on the host, three digits in quotes.']
                    type: str
                  dev_num:
                    description: ['Number of the device on its bus, three digits in quotes. It changes when it is
                      plugged in anew.']
                    type: str
                  id_vendor:
                    description: ['Vendor, four hexadecimal digits. Put them in quotes, YAML reads some as numbers.']
                    type: str
                  id_product:
                    description: ['Product, four hexadecimal digits.']
                    type: str
                  i_serial:
                    description: ['Serial number, for one of several devices of a kind.']
                    type: str
                  name:
                    description: [Name of the device.]
                    type: str
                  description:
                    description: [Description of the device. An empty text clears it.]
                    type: str
                  user_tags:
                    description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                      empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                      them.]
                    type: list
                    elements: str
      ft_vms:
        description: The ft vms, see M(zstack.cloud.zstack_ft_vm).
        type: list
        elements: dict
        suboptions:
          state:
            description: [See the module.]
            type: str
            choices: [present]
            default: present
          name:
            description: [Name of the VM instance., ZStack allows several VM instances of one name. A name that fits
              several is refused and the message lists them.]
            type: str
          description:
            description: [Description of the VM instance. An empty text clears it.]
            type: str
          cluster:
            description: [Name or uuid of the cluster to create it in. Without it ZStack chooses one. Cannot be
              changed.]
            type: str
          host:
            description: [Name or uuid of the host on which its first half begins. It matters at creation only.]
            type: str
          image:
            description: [Name or uuid of the image. Needed to create a VM instance. Cannot be changed.]
            type: str
          instance_offering:
            description: ['Name or uuid of the instance offering, which says how many CPUs and how much memory it has.
              To create a VM instance give this, or C(cpu_num) and C(memory_size).', Cannot be changed.]
            type: str
          cpu_num:
            description: [Number of its CPUs. Cannot be changed.]
            type: int
          memory_size:
            description: [Its memory in bytes. Cannot be changed.]
            type: int
          reserved_memory_size:
            description: [Memory in bytes that its host keeps for it. Cannot be changed.]
            type: int
          l3_networks:
            description: ['Names or uuids of the L3 networks that it is on. Needed to create a VM instance, and matters
              at creation only.']
            type: list
            elements: str
          default_l3_network:
            description: [Name or uuid of that L3 network of which it has its default route and DNS. Cannot be changed.]
            type: str
          data_disk_offerings:
            description: ['Names or uuids of disk offerings, for a data volume each. They matter at creation only.']
            type: list
            elements: str
          primary_storage_for_root_volume:
            description: [Name or uuid of the primary storage of its root volume. It matters at creation only.]
            type: str
          root_volume_system_tags:
            description: [System tags of its root volume. They matter at creation only.]
            type: list
            elements: str
          data_volume_system_tags:
            description: [System tags of its data volumes. They matter at creation only.]
            type: list
            elements: str
          user_tags:
            description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty
              list takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
            type: list
            elements: str
      local_primary_storages:
        description: The primary storages, see M(zstack.cloud.zstack_local_primary_storage).
        type: list
        elements: dict
        suboptions:
          state:
            description: ['C(present) leaves an existing primary storage in the state it is in, and a new one is
              enabled.', 'C(disabled) has no new volume put on it, what is there goes on.', 'C(maintenance) stops the VM
              instances that run from it, which is refused unless C(stop_vms=true), and ends when they have stopped.',
              C(enabled) and C(disabled) bring it out of maintenance too.]
            type: str
            choices: [present, enabled, disabled, maintenance]
            default: present
          url:
            description: ['Absolute path of the folder, on each host, that holds the volumes. It cannot be in C(/dev),
              C(/proc) or C(/sys).', Needed to add a storage. Cannot be changed.]
            type: str
          name:
            description: [Name of the primary storage., ZStack allows several of one name. A name that fits several is
              refused and the message lists them.]
            type: str
          description:
            description: [Description of the primary storage. An empty text clears it.]
            type: str
          reconnect:
            description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed
              address or password is then saved and used at the next reconnection, of which a warning tells.',
              'C(if_disconnected) does when the status is C(Disconnected), or when this task changed the address or what
              is needed to log in.', 'C(always) does each time, and the task reports a change each time.']
            type: str
            choices: [never, if_disconnected, always]
            default: never
          stop_vms:
            description: ['Whether the task may stop VM instances that run. By default what would stop some is refused,
              and the message lists them with the reasons.', They stay stopped afterwards.]
            type: bool
            default: false
          clusters:
            description: ['Names or uuids of the clusters that it is attached to, all of them in its zone. Exactly these
              will be.', 'Detaching stops the VM instances of the cluster that run from it, which is refused unless
              C(stop_vms=true).', An empty list detaches it from all. Without the option nothing is attached or
              detached.]
            type: list
            elements: str
          user_tags:
            description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty
              list takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
            type: list
            elements: str
          ft_vms:
            description: The ft vms, see M(zstack.cloud.zstack_ft_vm).
            type: list
            elements: dict
            suboptions:
              state:
                description: [See the module.]
                type: str
                choices: [present]
                default: present
              name:
                description: [Name of the VM instance., ZStack allows several VM instances of one name. A name that fits
                  several is refused and the message lists them.]
                type: str
              description:
                description: [Description of the VM instance. An empty text clears it.]
                type: str
              zone:
                description: [Name or uuid of the zone to create it in. It narrows down where C(name) and the other
                  references are looked for., Cannot be changed.]
                type: str
              cluster:
                description: [Name or uuid of the cluster to create it in. Without it ZStack chooses one. Cannot be
                  changed.]
                type: str
              host:
                description: [Name or uuid of the host on which its first half begins. It matters at creation only.]
                type: str
              image:
                description: [Name or uuid of the image. Needed to create a VM instance. Cannot be changed.]
                type: str
              instance_offering:
                description: ['Name or uuid of the instance offering, which says how many CPUs and how much memory it
                  has. To create a VM instance give this, or C(cpu_num) and C(memory_size).', Cannot be changed.]
                type: str
              cpu_num:
                description: [Number of its CPUs. Cannot be changed.]
                type: int
              memory_size:
                description: [Its memory in bytes. Cannot be changed.]
                type: int
              reserved_memory_size:
                description: [Memory in bytes that its host keeps for it. Cannot be changed.]
                type: int
              l3_networks:
                description: ['Names or uuids of the L3 networks that it is on. Needed to create a VM instance, and
                  matters at creation only.']
                type: list
                elements: str
              default_l3_network:
                description: [Name or uuid of that L3 network of which it has its default route and DNS. Cannot be
                  changed.]
                type: str
              data_disk_offerings:
                description: ['Names or uuids of disk offerings, for a data volume each. They matter at creation only.']
                type: list
                elements: str
              root_volume_system_tags:
                description: [System tags of its root volume. They matter at creation only.]
                type: list
                elements: str
              data_volume_system_tags:
                description: [System tags of its data volumes. They matter at creation only.]
                type: list
                elements: str
              user_tags:
                description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                  empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                  them.]
                type: list
                elements: str
      nfs_primary_storages:
        description: The primary storages, see M(zstack.cloud.zstack_nfs_primary_storage).
        type: list
        elements: dict
        suboptions:
          state:
            description: ['C(present) leaves an existing primary storage in the state it is in, and a new one is
              enabled.', 'C(disabled) has no new volume put on it, what is there goes on.', 'C(maintenance) stops the VM
              instances that run from it, which is refused unless C(stop_vms=true), and ends when they have stopped.',
              C(enabled) and C(disabled) bring it out of maintenance too.]
            type: str
            choices: [present, enabled, disabled, maintenance]
            default: present
          url:
            description: ['The export, as C(192.0.2.30:/export/vms). ZStack has each once in a zone, so a storage is
              found by it where neither C(uuid) nor C(name) is given.', 'Needed to add a storage. Another one can be
              given while no VM instance runs from the storage, for instance when the server has moved.']
            type: str
          name:
            description: [Name of the primary storage., ZStack allows several of one name. A name that fits several is
              refused and the message lists them.]
            type: str
          description:
            description: [Description of the primary storage. An empty text clears it.]
            type: str
          reconnect:
            description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed
              address or password is then saved and used at the next reconnection, of which a warning tells.',
              'C(if_disconnected) does when the status is C(Disconnected), or when this task changed the address or what
              is needed to log in.', 'C(always) does each time, and the task reports a change each time.']
            type: str
            choices: [never, if_disconnected, always]
            default: never
          stop_vms:
            description: ['Whether the task may stop VM instances that run. By default what would stop some is refused,
              and the message lists them with the reasons.', They stay stopped afterwards.]
            type: bool
            default: false
          clusters:
            description: ['Names or uuids of the clusters that it is attached to, all of them in its zone. Exactly these
              will be.', 'Detaching stops the VM instances of the cluster that run from it, which is refused unless
              C(stop_vms=true).', An empty list detaches it from all. Without the option nothing is attached or
              detached.]
            type: list
            elements: str
          user_tags:
            description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty
              list takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
            type: list
            elements: str
          ft_vms:
            description: The ft vms, see M(zstack.cloud.zstack_ft_vm).
            type: list
            elements: dict
            suboptions:
              state:
                description: [See the module.]
                type: str
                choices: [present]
                default: present
              name:
                description: [Name of the VM instance., ZStack allows several VM instances of one name. A name that fits
                  several is refused and the message lists them.]
                type: str
              description:
                description: [Description of the VM instance. An empty text clears it.]
                type: str
              zone:
                description: [Name or uuid of the zone to create it in. It narrows down where C(name) and the other
                  references are looked for., Cannot be changed.]
                type: str
              cluster:
                description: [Name or uuid of the cluster to create it in. Without it ZStack chooses one. Cannot be
                  changed.]
                type: str
              host:
                description: [Name or uuid of the host on which its first half begins. It matters at creation only.]
                type: str
              image:
                description: [Name or uuid of the image. Needed to create a VM instance. Cannot be changed.]
                type: str
              instance_offering:
                description: ['Name or uuid of the instance offering, which says how many CPUs and how much memory it
                  has. To create a VM instance give this, or C(cpu_num) and C(memory_size).', Cannot be changed.]
                type: str
              cpu_num:
                description: [Number of its CPUs. Cannot be changed.]
                type: int
              memory_size:
                description: [Its memory in bytes. Cannot be changed.]
                type: int
              reserved_memory_size:
                description: [Memory in bytes that its host keeps for it. Cannot be changed.]
                type: int
              l3_networks:
                description: ['Names or uuids of the L3 networks that it is on. Needed to create a VM instance, and
                  matters at creation only.']
                type: list
                elements: str
              default_l3_network:
                description: [Name or uuid of that L3 network of which it has its default route and DNS. Cannot be
                  changed.]
                type: str
              data_disk_offerings:
                description: ['Names or uuids of disk offerings, for a data volume each. They matter at creation only.']
                type: list
                elements: str
              root_volume_system_tags:
                description: [System tags of its root volume. They matter at creation only.]
                type: list
                elements: str
              data_volume_system_tags:
                description: [System tags of its data volumes. They matter at creation only.]
                type: list
                elements: str
              user_tags:
                description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                  empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                  them.]
                type: list
                elements: str
      primary_storages:
        description: The primary storages, see M(zstack.cloud.zstack_primary_storage).
        type: list
        elements: dict
        suboptions:
          state:
            description: ['C(present) leaves an existing primary storage in the state it is in, and a new one is
              enabled.', 'C(disabled) has no new volume put on it, what is there goes on.', 'C(maintenance) stops the VM
              instances that run from it, which is refused unless C(stop_vms=true), and ends when they have stopped.',
              C(enabled) and C(disabled) bring it out of maintenance too.]
            type: str
            choices: [present, enabled, disabled, maintenance]
            default: present
          name:
            description: [Name of the primary storage., ZStack allows several of one name. A name that fits several is
              refused and the message lists them.]
            type: str
          description:
            description: [Description of the primary storage. An empty text clears it.]
            type: str
          reconnect:
            description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed
              address or password is then saved and used at the next reconnection, of which a warning tells.',
              'C(if_disconnected) does when the status is C(Disconnected), or when this task changed the address or what
              is needed to log in.', 'C(always) does each time, and the task reports a change each time.']
            type: str
            choices: [never, if_disconnected, always]
            default: never
          stop_vms:
            description: ['Whether the task may stop VM instances that run. By default what would stop some is refused,
              and the message lists them with the reasons.', They stay stopped afterwards.]
            type: bool
            default: false
          clusters:
            description: ['Names or uuids of the clusters that it is attached to, all of them in its zone. Exactly these
              will be.', 'Detaching stops the VM instances of the cluster that run from it, which is refused unless
              C(stop_vms=true).', An empty list detaches it from all. Without the option nothing is attached or
              detached.]
            type: list
            elements: str
          user_tags:
            description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty
              list takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
            type: list
            elements: str
          ft_vms:
            description: The ft vms, see M(zstack.cloud.zstack_ft_vm).
            type: list
            elements: dict
            suboptions:
              state:
                description: [See the module.]
                type: str
                choices: [present]
                default: present
              name:
                description: [Name of the VM instance., ZStack allows several VM instances of one name. A name that fits
                  several is refused and the message lists them.]
                type: str
              description:
                description: [Description of the VM instance. An empty text clears it.]
                type: str
              zone:
                description: [Name or uuid of the zone to create it in. It narrows down where C(name) and the other
                  references are looked for., Cannot be changed.]
                type: str
              cluster:
                description: [Name or uuid of the cluster to create it in. Without it ZStack chooses one. Cannot be
                  changed.]
                type: str
              host:
                description: [Name or uuid of the host on which its first half begins. It matters at creation only.]
                type: str
              image:
                description: [Name or uuid of the image. Needed to create a VM instance. Cannot be changed.]
                type: str
              instance_offering:
                description: ['Name or uuid of the instance offering, which says how many CPUs and how much memory it
                  has. To create a VM instance give this, or C(cpu_num) and C(memory_size).', Cannot be changed.]
                type: str
              cpu_num:
                description: [Number of its CPUs. Cannot be changed.]
                type: int
              memory_size:
                description: [Its memory in bytes. Cannot be changed.]
                type: int
              reserved_memory_size:
                description: [Memory in bytes that its host keeps for it. Cannot be changed.]
                type: int
              l3_networks:
                description: ['Names or uuids of the L3 networks that it is on. Needed to create a VM instance, and
                  matters at creation only.']
                type: list
                elements: str
              default_l3_network:
                description: [Name or uuid of that L3 network of which it has its default route and DNS. Cannot be
                  changed.]
                type: str
              data_disk_offerings:
                description: ['Names or uuids of disk offerings, for a data volume each. They matter at creation only.']
                type: list
                elements: str
              root_volume_system_tags:
                description: [System tags of its root volume. They matter at creation only.]
                type: list
                elements: str
              data_volume_system_tags:
                description: [System tags of its data volumes. They matter at creation only.]
                type: list
                elements: str
              user_tags:
                description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                  empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                  them.]
                type: list
                elements: str
      smp_primary_storages:
        description: The primary storages, see M(zstack.cloud.zstack_smp_primary_storage).
        type: list
        elements: dict
        suboptions:
          state:
            description: ['C(present) leaves an existing primary storage in the state it is in, and a new one is
              enabled.', 'C(disabled) has no new volume put on it, what is there goes on.', 'C(maintenance) stops the VM
              instances that run from it, which is refused unless C(stop_vms=true), and ends when they have stopped.',
              C(enabled) and C(disabled) bring it out of maintenance too.]
            type: str
            choices: [present, enabled, disabled, maintenance]
            default: present
          url:
            description: ['Folder at which the hosts have the shared file system mounted. It cannot be in C(/dev),
              C(/proc) or C(/sys).', Needed to add a storage. Cannot be changed.]
            type: str
          name:
            description: [Name of the primary storage., ZStack allows several of one name. A name that fits several is
              refused and the message lists them.]
            type: str
          description:
            description: [Description of the primary storage. An empty text clears it.]
            type: str
          reconnect:
            description: [When ZStack is told to connect anew to an existing object., 'C(never) does not; a changed
              address or password is then saved and used at the next reconnection, of which a warning tells.',
              'C(if_disconnected) does when the status is C(Disconnected), or when this task changed the address or what
              is needed to log in.', 'C(always) does each time, and the task reports a change each time.']
            type: str
            choices: [never, if_disconnected, always]
            default: never
          stop_vms:
            description: ['Whether the task may stop VM instances that run. By default what would stop some is refused,
              and the message lists them with the reasons.', They stay stopped afterwards.]
            type: bool
            default: false
          clusters:
            description: ['Names or uuids of the clusters that it is attached to, all of them in its zone. Exactly these
              will be.', 'Detaching stops the VM instances of the cluster that run from it, which is refused unless
              C(stop_vms=true).', An empty list detaches it from all. Without the option nothing is attached or
              detached.]
            type: list
            elements: str
          user_tags:
            description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An empty
              list takes all away. Without the option nothing is tagged or untagged., Inventories group by them.]
            type: list
            elements: str
          ft_vms:
            description: The ft vms, see M(zstack.cloud.zstack_ft_vm).
            type: list
            elements: dict
            suboptions:
              state:
                description: [See the module.]
                type: str
                choices: [present]
                default: present
              name:
                description: [Name of the VM instance., ZStack allows several VM instances of one name. A name that fits
                  several is refused and the message lists them.]
                type: str
              description:
                description: [Description of the VM instance. An empty text clears it.]
                type: str
              zone:
                description: [Name or uuid of the zone to create it in. It narrows down where C(name) and the other
                  references are looked for., Cannot be changed.]
                type: str
              cluster:
                description: [Name or uuid of the cluster to create it in. Without it ZStack chooses one. Cannot be
                  changed.]
                type: str
              host:
                description: [Name or uuid of the host on which its first half begins. It matters at creation only.]
                type: str
              image:
                description: [Name or uuid of the image. Needed to create a VM instance. Cannot be changed.]
                type: str
              instance_offering:
                description: ['Name or uuid of the instance offering, which says how many CPUs and how much memory it
                  has. To create a VM instance give this, or C(cpu_num) and C(memory_size).', Cannot be changed.]
                type: str
              cpu_num:
                description: [Number of its CPUs. Cannot be changed.]
                type: int
              memory_size:
                description: [Its memory in bytes. Cannot be changed.]
                type: int
              reserved_memory_size:
                description: [Memory in bytes that its host keeps for it. Cannot be changed.]
                type: int
              l3_networks:
                description: ['Names or uuids of the L3 networks that it is on. Needed to create a VM instance, and
                  matters at creation only.']
                type: list
                elements: str
              default_l3_network:
                description: [Name or uuid of that L3 network of which it has its default route and DNS. Cannot be
                  changed.]
                type: str
              data_disk_offerings:
                description: ['Names or uuids of disk offerings, for a data volume each. They matter at creation only.']
                type: list
                elements: str
              root_volume_system_tags:
                description: [System tags of its root volume. They matter at creation only.]
                type: list
                elements: str
              data_volume_system_tags:
                description: [System tags of its data volumes. They matter at creation only.]
                type: list
                elements: str
              user_tags:
                description: ['User tags of the object. Exactly these will be, other user tags are taken away.', An
                  empty list takes all away. Without the option nothing is tagged or untagged., Inventories group by
                  them.]
                type: list
                elements: str
"""

EXAMPLES = r"""
- name: A lab
  zstack.cloud.zstack_topology:
    name: lab
    zones:
      - name: lab
        clusters:
          - name: compute
            hypervisor_type: KVM
            hosts:
              - {name: kvm-01, management_ip: 192.0.2.11, username: root, password: "{{ vault_kvm_password }}"}
              - {name: kvm-02, management_ip: 192.0.2.12, username: root, password: "{{ vault_kvm_password }}"}

- name: The lab without its second host, which is deleted
  zstack.cloud.zstack_topology:
    name: lab
    prune: managed
    zones:
      - name: lab
        clusters:
          - name: compute
            hypervisor_type: KVM
            hosts:
              - {name: kvm-01, management_ip: 192.0.2.11, username: root, password: "{{ vault_kvm_password }}"}

- name: All that the topology made goes
  zstack.cloud.zstack_topology:
    name: lab
    state: absent
"""

RETURN = r"""
topology:
  description: The topology as a whole.
  returned: success, and failure of some of it
  type: dict
  contains:
    name:
      description: Its name.
      type: str
      sample: lab
    counts:
      description: How many of its objects are in which of the states of RV(objects).
      type: dict
      sample: {created: 4, unchanged: 20}
objects:
  description: Every object of the tree, and those that are deleted.
  returned: success, and failure of some of it
  type: list
  elements: dict
  contains:
    path:
      description: Its place in the tree.
      type: str
      sample: zones[0].clusters[0].hosts[1]
    kind:
      description: Its key in the tree.
      type: str
      sample: hosts
    name:
      description: Its name, or what tells it otherwise.
      type: str
      sample: kvm-02
    uuid:
      description: Its uuid, all zeros in check mode for one that does not exist yet.
      type: str
      sample: 8ae8dd0a5ef34a39a1a6b9dc4f5f8c9e
    state:
      description: What became of it, in check mode what would. V(created), V(changed), V(deleted), V(unchanged),
        V(failed), or V(blocked) where something failed on which it depends. V(unknown) in check mode for a device of a
        host that does not exist yet.
      type: str
      sample: created
    error:
      description: Why it failed, with the keys of a failed task of its own module and the step. V(null) otherwise.
      type: dict
      sample: {msg: "AddKVMHost failed: ...", step: AddKVMHost}
    deleted_with_it:
      description: Names of what its deletion takes along and is not deleted by itself, by kind. V(null) without any.
      type: dict
      sample: {VM instances: [web-1]}
refused:
  description: All that was refused, before anything was done.
  returned: when something is refused
  type: list
  elements: dict
  contains:
    path:
      description: Place in the tree.
      type: str
      sample: zones[0].clusters[0].hosts[1]
    name:
      description: Its name, or what tells it otherwise.
      type: str
      sample: kvm-02
    msg:
      description: Why, and what would be right.
      type: str
      sample: "ssh_port is 70000, expected 1 to 65535 (ZStack 5.2)"
graph:
  description: The tree as a Mermaid flowchart.
  returned: when O(graph=true)
  type: str
  sample: "flowchart LR"
"""

from ansible_collections.zstack.cloud.plugins.module_utils._task.topology import TopologyTask

task = TopologyTask()


def main():
    task.main()


if __name__ == "__main__":
    main()
