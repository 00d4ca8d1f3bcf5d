# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bare metal: PXE servers, chassis, their power and consoles, and in 2.3.1 what is installed on them."""

from __future__ import annotations

import json
from contextlib import suppress

from .._api import baremetal as api
from .addresses import no_address, no_nics, no_range
from .cluster import CLUSTER
from .common import FORCED, enabling
from .resource import Resource
from .words import Action, Attachments, Check, Dependents, Event, Field, Form, Reading, Reconnect, Related, Tags
from .zone import ZONE

# -- PXE servers -------------------------------------------------------------------------------------------------------

_RANGE = ("dhcp_range_begin", "dhcp_range_end", "dhcp_range_netmask")


def _storage_path(values):
    path = values.get("storage_path")
    if path is not None and not path.strip().startswith("/"):
        yield f"storage_path is {path!r}, expected an absolute path"


PXE_SERVER = Resource(
    name="pxe_server",
    query=api.QUERY_BAREMETAL_PXE_SERVER,
    create=api.CREATE_BAREMETAL_PXE_SERVER,
    delete=api.DELETE_BAREMETAL_PXE_SERVER,
    forced=FORCED,
    identity={"2.3.1": ((),), "5.2": (("hostname",), ("name", "zone"))},
    inventory=(
        *("uuid", "name", "description", "dhcpInterface", "dhcpRangeBegin", "dhcpRangeEnd", "dhcpRangeNetmask"),
        *("status", "createDate", "lastOpDate"),
    ),
    inventory_by={
        "5.2": (
            *("zoneUuid", "hostname", "sshUsername", "sshPort", "storagePath", "dhcpInterfaceAddress", "state"),
            *("totalCapacity", "availableCapacity", "attachedClusterUuids"),
        )
    },
    created_by={
        "2.3.1": {"status": "Running"},
        "5.2": {"state": "Enabled", "status": "Connected", "sshPort": 22, "attachedClusterUuids": []},
    },
    words=(
        Field("name", update=(api.UPDATE_BAREMETAL_PXE_SERVER,)),
        Field("description", update=(api.UPDATE_BAREMETAL_PXE_SERVER,)),
        Field("zone", api="zoneUuid", ref=ZONE, only="5.2"),
        Field("hostname", only="5.2"),
        Field("ssh_username", only="5.2"),
        Field("ssh_password", only="5.2"),
        Field("ssh_port", type="int", only="5.2"),
        Field("storage_path", only="5.2"),
        Field("dhcp_interface"),
        *(Field(option, update=(api.UPDATE_BAREMETAL_PXE_SERVER,), beside=_RANGE) for option in _RANGE),
        Check(lambda values: no_range(values, *_RANGE)),
        Check(_storage_path),
        Reconnect(
            api.RECONNECT_BAREMETAL_PXE_SERVER,
            due={"status": ("Disconnected",)},
            until={"status": ("Connected",)},
            only="5.2",
        ),
        Event("started", api.START_BAREMETAL_PXE_SERVER, shows={"status": ("Running",)}, only="2.3.1"),
        Event("started", api.START_BAREMETAL_PXE_SERVER, shows={"state": ("Enabled",)}, only="5.2"),
        Event("stopped", api.STOP_BAREMETAL_PXE_SERVER, shows={"status": ("Stopped",)}, only="2.3.1"),
        Event("stopped", api.STOP_BAREMETAL_PXE_SERVER, shows={"state": ("Disabled",)}, only="5.2"),
        Attachments(
            "clusters",
            of=CLUSTER,
            own="attachedClusterUuids",
            within="zoneUuid",
            add=api.ATTACH_BAREMETAL_PXE_SERVER_TO_CLUSTER,
            remove=api.DETACH_BAREMETAL_PXE_SERVER_FROM_CLUSTER,
            this="pxeServerUuid",
            other="clusterUuid",
            only="5.2",
        ),
        Tags("BaremetalPxeServerVO"),
    ),
)


# -- chassis -----------------------------------------------------------------------------------------------------------


def _ipmi(values):
    port = values.get("ipmi_port")
    # 2.3.1 takes the port as text and says nothing of its range.
    if port is not None and not 1 <= port <= 65535:
        yield f"ipmi_port is {port}, expected 1 to 65535"
    yield from no_address(values, "ipmi_address")


_UPDATED = (api.UPDATE_BAREMETAL_CHASSIS,)

CHASSIS = Resource(
    name="chassis",
    plural="chassis",
    query=api.QUERY_BAREMETAL_CHASSIS,
    create=api.CREATE_BAREMETAL_CHASSIS,
    delete=api.DELETE_BAREMETAL_CHASSIS,
    forced=FORCED,
    identity={
        "2.3.1": (("ipmi_address", "ipmi_port"), ("name",)),
        "5.2": (("ipmi_address", "ipmi_port"), ("name", "cluster", "zone")),
    },
    inventory=(
        *("uuid", "name", "description", "ipmiAddress", "ipmiPort", "ipmiUsername", "status"),
        *("createDate", "lastOpDate"),
    ),
    inventory_by={"5.2": ("zoneUuid", "clusterUuid", "pxeServerUuid", "state", "hardwareInfos")},
    created_by={
        "2.3.1": {"status": "Unprovisioned"},
        "5.2": {"state": "Enabled", "status": "HWInfoUnknown", "hardwareInfos": []},
    },
    follows=(PXE_SERVER,),
    words=(
        Field("name", update=_UPDATED),
        Field("description", update=_UPDATED),
        Field("zone", api="zoneUuid", ref=ZONE, sent=False, derived="cluster", only="5.2"),
        Field("cluster", api="clusterUuid", ref=CLUSTER, within="zone", only="5.2"),
        Field("ipmi_address", update=_UPDATED),
        Field("ipmi_port", type="int", update=_UPDATED, usual=623),
        Field("ipmi_username", update=_UPDATED),
        Field("ipmi_password", update=_UPDATED),
        Check(_ipmi),
        *enabling(api.CHANGE_BAREMETAL_CHASSIS_STATE, only="5.2"),
        Event(
            "provisioned",
            api.PROVISION_BAREMETAL_HOST,
            shows={"status": ("Provisioned",)},
            through={"status": ("Provisioning",)},
            only="2.3.1",
        ),
        Event(
            "unprovisioned",
            api.UPDATE_BAREMETAL_CHASSIS,
            {"status": "Unprovisioned"},
            shows={"status": ("Unprovisioned",)},
            only="2.3.1",
        ),
        Tags("BaremetalChassisVO"),
        Dependents("host configurations", api.QUERY_BAREMETAL_HOST_CFG, "chassisUuid", named="uuid", only="2.3.1"),
    ),
)


# -- host configurations (2.3.1) ---------------------------------------------------------------------------------------


def _lower(text):
    return text.strip().lower()


def _split(text):
    if isinstance(text, list):
        return text
    return [mac.strip() for mac in text.split(",") if mac.strip()] if text is not None else None


_ADDRESS = (Field("ip"), Field("netmask"), Field("gateway"), Field("dns"))

HOST_CONFIG = Resource(
    name="host_config",
    query=api.QUERY_BAREMETAL_HOST_CFG,
    create=api.CREATE_BAREMETAL_HOST_CFG,
    delete=api.DELETE_BAREMETAL_HOST_CFG,
    forced=FORCED,
    identity=(("chassis",),),
    inventory=(
        *("uuid", "chassisUuid", "vnc", "unattended", "cloneIso", "nicCfgs", "bondings"),
        *("createDate", "lastOpDate"),
    ),
    created={"vnc": True, "unattended": True, "cloneIso": False, "nicCfgs": [], "bondings": []},
    words=(
        Field("chassis", api="chassisUuid", ref=CHASSIS, precedes=("provisioned",)),
        Field("password"),
        Field("vnc", type="bool"),
        Field("unattended", type="bool"),
        Field("clone_iso", type="bool"),
        Field(
            "nics",
            api="cfgItems.nicCfgs",
            row="nicCfgs",
            type="list",
            needed=True,
            options=(
                Field("mac", required=True, spelling=_lower),
                *_ADDRESS,
                # The manual's samples have texts throughout.
                Field(
                    "pxe",
                    type="bool",
                    default=False,
                    form=Form(lambda pxe: "TRUE" if pxe else "FALSE", lambda pxe: str(pxe).lower() == "true"),
                ),
            ),
        ),
        Field(
            "bonds",
            api="cfgItems.bondings",
            row="bondings",
            type="list",
            options=(
                Field("name", required=True),
                Field(
                    "slaves",
                    type="list",
                    required=True,
                    form=Form(",".join, _split, ",".join),
                    spelling=_lower,
                ),
                Field(
                    "mode",
                    type="int",
                    choices=tuple(range(7)),
                    default=4,
                    form=Form(str, lambda mode: mode if mode is None else int(mode), str),
                ),
                *_ADDRESS,
            ),
        ),
        Check(lambda values: no_nics(values.get("nics"), values.get("bonds"))),
        Tags("BaremetalHostCfgVO"),
    ),
    only="2.3.1",
)


# -- power -------------------------------------------------------------------------------------------------------------

_WORDS = {"on": "on", "off": "off"}


def _switching(value, old, new, **more):
    """The state in both generations, which have APIs of their own for it."""
    return Event(value, old, only="2.3.1", **more), Event(value, new, only="5.2", **more)


#: The power as each generation tells it.
_POWER_READINGS = (
    Reading("power", api.POWER_STATUS_BAREMETAL_HOST, "status", values=_WORDS, only="2.3.1"),
    Reading("power", api.GET_BAREMETAL_CHASSIS_POWER_STATUS, "status", values=_WORDS, only="5.2"),
)

POWER = Resource(
    name="chassis",
    plural="chassis",
    query=api.QUERY_BAREMETAL_CHASSIS,
    identity=(("chassis",),),
    inventory=(*CHASSIS.inventory, "power"),
    inventory_by=CHASSIS.inventory_by,
    words=(
        Field("chassis", api="uuid", ref=CHASSIS, required=True),
        *_POWER_READINGS,
        *_switching("on", api.POWER_ON_BAREMETAL_HOST, api.POWER_ON_BAREMETAL_CHASSIS, shows={"power": ("on",)}),
        *_switching("off", api.POWER_OFF_BAREMETAL_HOST, api.POWER_OFF_BAREMETAL_CHASSIS, shows={"power": ("off",)}),
        *_switching(
            "reset",
            api.POWER_RESET_BAREMETAL_HOST,
            api.POWER_RESET_BAREMETAL_CHASSIS,
            shows={"power": ("on",)},
            always=True,
        ),
    ),
)


# -- consoles (2.3.1) --------------------------------------------------------------------------------------------------


def _console(reply, draft):
    """The proxy, and the address in its token ``<chassis>: <address>:<port>``."""
    proxy = reply["inventory"]
    token = proxy.get("token")
    _chassis, colon, address = (token or "").partition(": ")
    return {
        "uuid": proxy.get("uuid"),
        "chassis_uuid": proxy.get("chassisUuid"),
        "token": token,
        "address": address.strip() if colon else None,
    }


CONSOLE = Action(
    name="console",
    api=api.REQUEST_BAREMETAL_CONSOLE_ACCESS,
    fields=(Field("chassis", api="chassisUuid", ref=CHASSIS, required=True),),
    result="console",
    tells=_console,
    only="2.3.1",
)


# -- hardware ----------------------------------------------------------------------------------------------------------


def _found(row):
    """One entry of what was found in a chassis; its content is JSON, as a rule."""
    content = row.get("content")
    with suppress(ValueError):
        content = json.loads(content or "")
    return {"type": row.get("type"), "content": content}


#: What can be told of chassis beside their rows.
CHASSIS_GATHER = (
    Related("hardware", api.QUERY_BAREMETAL_HARDWARE_INFO, "chassisUuid", row="hardwareInfos", tells=_found),
    *_POWER_READINGS,
)
