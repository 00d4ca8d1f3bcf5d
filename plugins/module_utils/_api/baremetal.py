# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bare metal: PXE servers, chassis, host configurations, provisioning, power, console."""

from __future__ import annotations

from .declaration import DELETE_MODE, DESCRIPTION, RESOURCE_UUID, TAG_UUIDS, UUID, Api, P, query

QUERY_BAREMETAL_HARDWARE_INFO = query("BaremetalHardwareInfo", "/baremetal/hardwareinfo", only="2.3.1")
CREATE_BAREMETAL_HOST_CFG = Api(
    "CreateBaremetalHostCfg",
    "POST",
    "/baremetal/hostcfg",
    P("chassisUuid", required=True),
    P("password", most=255, blank=False, secret=True),
    P("vnc", "bool"),
    P("unattended", "bool"),
    P("cloneIso", "bool"),
    P("cfgItems", "map", required=True, blank=False),
    RESOURCE_UUID,
    only="2.3.1",
)
DELETE_BAREMETAL_HOST_CFG = Api(
    "DeleteBaremetalHostCfg", "DELETE", "/baremetal/hostcfg/{uuid}", UUID, DELETE_MODE, only="2.3.1"
)
QUERY_BAREMETAL_HOST_CFG = query("BaremetalHostCfg", "/baremetal/hostcfg", only="2.3.1")
CREATE_BAREMETAL_CHASSIS = Api(
    "CreateBaremetalChassis",
    "POST",
    "/baremetal/chassis",
    P("name", required=True, most=255, blank=False),
    DESCRIPTION,
    P("ipmiAddress", required=True),
    P("ipmiPort", only="2.3.1"),
    P("ipmiPort", "int", only="5.2", range=(1, 65535)),
    P("ipmiUsername", required=True, most=255),
    P("ipmiPassword", required=True, most=255, secret=True),
    RESOURCE_UUID,
    P("clusterUuid", required=True, only="5.2"),
    TAG_UUIDS,
)
DELETE_BAREMETAL_CHASSIS = Api("DeleteBaremetalChassis", "DELETE", "/baremetal/chassis/{uuid}", UUID, DELETE_MODE)
QUERY_BAREMETAL_CHASSIS = query("BaremetalChassis", "/baremetal/chassis")
UPDATE_BAREMETAL_CHASSIS = Api(
    "UpdateBaremetalChassis",
    "PUT",
    "/baremetal/chassis/{uuid}/actions",
    UUID,
    P("name", most=255, blank=False),
    DESCRIPTION,
    P("ipmiAddress"),
    P("ipmiPort", only="2.3.1"),
    P("ipmiPort", "int", only="5.2", range=(1, 65535)),
    P("ipmiUsername", most=255),
    P("ipmiPassword", most=255, secret=True),
    P("status", only="2.3.1", choices=("Unprovisioned", "Provisioning", "Provisioned")),
)
PROVISION_BAREMETAL_HOST = Api(
    "ProvisionBaremetalHost",
    "PUT",
    "/baremetal/chassis/{chassisUuid}/actions",
    P("chassisUuid", required=True),
    only="2.3.1",
)
POWER_STATUS_BAREMETAL_HOST = Api(
    "PowerStatusBaremetalHost",
    "PUT",
    "/baremetal/chassis/{chassisUuid}/actions",
    P("chassisUuid", required=True),
    only="2.3.1",
    returns=("status",),
    reads=True,
)
POWER_ON_BAREMETAL_HOST = Api(
    "PowerOnBaremetalHost",
    "PUT",
    "/baremetal/chassis/{chassisUuid}/actions",
    P("chassisUuid", required=True),
    only="2.3.1",
    returns=(),
)
POWER_OFF_BAREMETAL_HOST = Api(
    "PowerOffBaremetalHost",
    "PUT",
    "/baremetal/chassis/{chassisUuid}/actions",
    P("chassisUuid", required=True),
    only="2.3.1",
    returns=(),
)
POWER_RESET_BAREMETAL_HOST = Api(
    "PowerResetBaremetalHost",
    "PUT",
    "/baremetal/chassis/{chassisUuid}/actions",
    P("chassisUuid", required=True),
    only="2.3.1",
    returns=(),
)
REQUEST_BAREMETAL_CONSOLE_ACCESS = Api(
    "RequestBaremetalConsoleAccess", "POST", "/baremetal/consoles", P("chassisUuid", required=True), only="2.3.1"
)
CREATE_BAREMETAL_PXE_SERVER = Api(
    "CreateBaremetalPxeServer",
    "POST",
    "/baremetal/pxeserver",
    P("name", required=True, most=255, blank=False),
    DESCRIPTION,
    P("dhcpInterface", required=True, most=128, blank=False),
    P("dhcpRangeBegin"),
    P("dhcpRangeEnd"),
    P("dhcpRangeNetmask"),
    P("zoneUuid", required=True, only="5.2"),
    P("hostname", required=True, only="5.2", most=255),
    P("sshUsername", required=True, only="5.2", most=255),
    P("sshPassword", required=True, only="5.2", most=255, secret=True),
    P("sshPort", "int", only="5.2", range=(1, 65535)),
    P("storagePath", required=True, only="5.2", most=2048),
    P("resourceUuid", only="5.2"),
    TAG_UUIDS,
    moved={"5.2": ("POST", "/baremetal/pxeservers")},
)
DELETE_BAREMETAL_PXE_SERVER = Api(
    "DeleteBaremetalPxeServer",
    "DELETE",
    "/baremetal/pxeserver/{uuid}",
    UUID,
    DELETE_MODE,
    moved={"5.2": ("DELETE", "/baremetal/pxeservers/{uuid}")},
)
QUERY_BAREMETAL_PXE_SERVER = query(
    "BaremetalPxeServer", "/baremetal/pxeserver", moved={"5.2": ("GET", "/baremetal/pxeservers")}
)
UPDATE_BAREMETAL_PXE_SERVER = Api(
    "UpdateBaremetalPxeServer",
    "PUT",
    "/baremetal/pxeserver/{uuid}/actions",
    UUID,
    P("name", most=255, blank=False),
    DESCRIPTION,
    P("dhcpRangeBegin"),
    P("dhcpRangeEnd"),
    P("dhcpRangeNetmask"),
    moved={"5.2": ("PUT", "/baremetal/pxeservers/{uuid}/actions")},
)
START_BAREMETAL_PXE_SERVER = Api(
    "StartBaremetalPxeServer",
    "PUT",
    "/baremetal/pxeserver/{uuid}/actions",
    UUID,
    moved={"5.2": ("PUT", "/baremetal/pxeservers/{uuid}/actions")},
    returns={"5.2": ("inventory",)},
)
STOP_BAREMETAL_PXE_SERVER = Api(
    "StopBaremetalPxeServer",
    "PUT",
    "/baremetal/pxeserver/{uuid}/actions",
    UUID,
    moved={"5.2": ("PUT", "/baremetal/pxeservers/{uuid}/actions")},
    returns={"5.2": ("inventory",)},
)
RECONNECT_BAREMETAL_PXE_SERVER = Api(
    "ReconnectBaremetalPxeServer", "PUT", "/baremetal/pxeservers/{uuid}/actions", UUID, only="5.2"
)
ATTACH_BAREMETAL_PXE_SERVER_TO_CLUSTER = Api(
    "AttachBaremetalPxeServerToCluster",
    "POST",
    "/clusters/{clusterUuid}/pxeservers/{pxeServerUuid}",
    P("pxeServerUuid", required=True),
    P("clusterUuid", required=True),
    only="5.2",
)
DETACH_BAREMETAL_PXE_SERVER_FROM_CLUSTER = Api(
    "DetachBaremetalPxeServerFromCluster",
    "DELETE",
    "/clusters/{clusterUuid}/pxeservers/{pxeServerUuid}",
    P("pxeServerUuid", required=True),
    P("clusterUuid", required=True),
    only="5.2",
    returns=("inventory",),
)
CHANGE_BAREMETAL_CHASSIS_STATE = Api(
    "ChangeBaremetalChassisState",
    "PUT",
    "/baremetal/chassis/{uuid}/actions",
    UUID,
    P("stateEvent", required=True, choices=("enable", "disable")),
    only="5.2",
)
INSPECT_BAREMETAL_CHASSIS = Api("InspectBaremetalChassis", "PUT", "/baremetal/chassis/{uuid}/actions", UUID, only="5.2")
GET_BAREMETAL_CHASSIS_POWER_STATUS = Api(
    "GetBaremetalChassisPowerStatus",
    "GET",
    "/baremetal/chassis/{uuid}/powerstatus",
    UUID,
    only="5.2",
    returns=("status",),
)


def _power(act):
    return Api(
        act + "BaremetalChassis",
        "PUT",
        "/baremetal/chassis/{chassisUuid}/actions",
        P("chassisUuid", required=True),
        only="5.2",
        returns=(),
    )


POWER_ON_BAREMETAL_CHASSIS = _power("PowerOn")
POWER_OFF_BAREMETAL_CHASSIS = _power("PowerOff")
POWER_RESET_BAREMETAL_CHASSIS = _power("PowerReset")
