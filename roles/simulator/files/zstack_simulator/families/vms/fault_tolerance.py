# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fault-tolerant VMs of 5.2: a group of a primary and a secondary VM."""

from __future__ import annotations

from ...errors import ApiError, invalid
from ...family import Family
from ..compute.host import host
from .creation import CREATION_REFS, build, check_image, plan
from .placement import hosts_for, no_host, refused_by
from .vm import FT_GROUP, ft_group, members, settle, vm

family = Family()
family.query("QueryFaultToleranceVm", ft_group, everyone=True)

FIDELITY = {
    "CreateFaultToleranceVmInstance": ("approximated", "fault tolerance is always switched on; the group and the "
                                       "secondary VM have no volumes and NICs of their own"),
    **dict.fromkeys(("QueryFaultToleranceVm", "GetFaultToleranceVms"), ("inferred", None)),
}  # fmt: skip


@family.api("CreateFaultToleranceVmInstance", refs=CREATION_REFS, everyone=True)
def create_ft(node, msg):
    if (msg.get("instanceOfferingUuid") is None) == (msg.get("cpuNum") is None or msg.get("memorySize") is None):
        raise invalid("either instanceOfferingUuid or cpuNum and memorySize must be given")
    if check_image(node, msg)["mediaType"] != "RootVolumeTemplate":
        raise invalid(f"image[uuid:{msg['imageUuid']}] is not a RootVolumeTemplate")
    node.check_tags(vm, msg.get("systemTags", ()))
    row, spec = plan(node, msg)
    name = row["name"]
    primary = vm.create(node, {**row, "name": f"{name}-primary", "state": "Starting", "spec": spec})
    shadow = {**spec, "rootDiskOfferingUuid": None, "dataDisks": [], "l3NetworkUuids": [], "defaultL3NetworkUuid": None,
              "hostUuid": None}  # fmt: skip
    secondary = vm.create(node, {**row, "name": f"{name}-secondary", "type": "ShadowVmInstance", "spec": shadow,
                                 "state": "Starting"})  # fmt: skip
    group = vm.create(node, {**row, "type": FT_GROUP, "state": "Starting", "ftPrimaryUuid": primary,
                             "ftSecondaryUuid": secondary}, msg.get("resourceUuid"))  # fmt: skip
    yield
    try:
        build(node, primary, spec)
        built = vm.get(node, primary)
        homes = hosts_for(node, {**built, "lastHostUuid": None}, host.c.uuid != built["hostUuid"])
        if not homes:
            raise no_host("the secondary needs another host than the primary")
        settle(node, secondary, homes[0], "Running")
        vm.update(node, secondary, rootVolumeUuid=built["rootVolumeUuid"])
    except ApiError as error:
        vm.destroy(node, group, force=True)
        yield
        raise refused_by("create", name, error) from error
    vm.update(node, group, state="Running", rootVolumeUuid=built["rootVolumeUuid"], clusterUuid=built["clusterUuid"],
              defaultL3NetworkUuid=built["defaultL3NetworkUuid"])  # fmt: skip
    for key, kind in (("systemTags", "System"), ("userTags", "User")):
        for value in dict.fromkeys(msg.get(key, ())):
            node.add_tag(vm, group, value, kind)
    return {
        "primaryVmInventory": vm.inventory(node, primary), "secondaryVmInventory": vm.inventory(node, secondary),
        "faultToleranceVmGroupInventory": vm.inventory(node, group, ft_group),
    }  # fmt: skip


@family.api("GetFaultToleranceVms", everyone=True)
def ft_members(node, msg):
    group = vm.require(node, msg["faultToleranceVmUuid"])
    if group["type"] != FT_GROUP:
        raise invalid(f"vm[uuid:{group['uuid']}] is not fault-tolerant")
    primary, secondary = vm.inventories(node, members(node, group))
    return {"primaryVmInventory": primary, "secondaryVmInventory": secondary}
