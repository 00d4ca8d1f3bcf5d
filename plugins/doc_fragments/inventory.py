# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """Options that the inventory plugins share."""

    DOCUMENTATION = r"""
options:
  filters:
    description:
      - Conditions in ZStack's query language, all of which must hold. The node applies them, so that nothing else is
        read.
      - The operators are C(=), C(!=), C(>), C(>=), C(<), C(<=), C(?=) (one of a comma-separated list), C(!?=), C(~=)
        (SQL LIKE with C(%) and C(_)), C(!~=), C(is null) and C(not null). Comparison ignores upper and lower case.
      - Fields are those of the variables without their prefix, and with a dot those of related resources, for
        instance V(cluster.name=compute). Tags are C(__userTag__) and C(__systemTag__).
    type: list
    elements: str
    default: []
  include_filters:
    description:
      - Jinja2 expressions over the variables of a host, such as O(compose) takes. A host is added if one of them
        holds.
      - They are evaluated before the host is added. C(inventory_hostname) can be used in them.
      - A host for which an expression fails is left out, which a warning says.
    type: list
    elements: str
    default: []
  exclude_filters:
    description: As O(include_filters), but a host is left out if one of them holds.
    type: list
    elements: str
    default: []
  hostnames:
    description:
      - Jinja2 expressions over the variables of a host (V(zstack_name), V(zstack_tags.fqdn)), or templates (V({{
        zstack_name }}.example.org)). The first that has a value is the name of the host.
      - Without it the name of the resource, else its uuid.
    type: list
    elements: str
    default: []
  duplicates:
    description:
      - What to do about several hosts of one name, since names are not unique in ZStack.
      - With V(suffix) all of them get the beginning of their uuid added, with V(first) only the oldest is added, and
        with V(fail) it is an error.
    type: str
    choices: [fail, first, suffix]
    default: suffix
  hostvars_prefix:
    description: What the names of the variables begin with.
    type: str
    default: zstack_
  builtin_groups:
    description:
      - The groups that are made without O(keyed_groups). V(zone) makes groups C(zone_<name>), V(cluster)
        C(cluster_<name>), V(state) C(state_<state>), V(status) C(status_<status>) and V(hypervisor)
        C(hypervisor_<type>), as far as the hosts have these fields.
      - V(user_tag) makes C(tag_<tag>) and V(system_tag) C(system_tag_<tag>) if O(gather) has V(tags). A tag
        C(app::web::v2) makes the group C(tag_app_web_v2) in C(tag_app_web) in C(tag_app).
      - Characters that are not allowed in the names of groups become underscores.
    type: list
    elements: str
    choices: [zone, cluster, state, status, hypervisor, user_tag, system_tag]
    default: [zone, cluster, state, status, hypervisor, user_tag, system_tag]
  names:
    description:
      - What has its name beside its uuid in the variables, such as C(host_name) beside C(host_uuid), also within NICs,
        volumes, devices and storages.
      - Each kind that occurs takes a request. V(zone) and V(cluster) are read for O(builtin_groups), too.
    type: list
    elements: str
    choices: [baremetal_pxe_server, cluster, disk_offering, host, image, instance_offering, l3_network, primary_storage,
              vm_instance, zone]
    default: [baremetal_pxe_server, cluster, disk_offering, host, image, instance_offering, l3_network, primary_storage,
              vm_instance, zone]
  strict:
    description:
      - If V(true), whatever is wrong with a single host or expression ends the inventory with an error. If V(false),
        the rest of the inventory stands, and a warning says what was left out.
      - That some hosts lack a variable that others have is said with C(-v) only.
    type: bool
    default: false
requirements:
  - python >= 3.10
notes:
  - With O(cache=true) and an inventory in the cache, no request is sent, and neither an address nor credentials are
    needed. All that O(compose), O(groups), O(keyed_groups), O(hostnames) and the like say is applied to what comes
    out of the cache, so that changing them needs no refresh. What the cache holds is read anew when O(filters),
    O(gather), O(names) or O(zstack_url) change.
  - Where O(compose) and O(keyed_groups) hold the name of a variable or a dotted path, the template engine is not
    needed, which makes large inventories many times faster than other expressions.
"""
