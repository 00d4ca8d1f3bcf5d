# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What clients read that make objects of replies: classes of all that is nested, concrete classes, hidden fields."""

from __future__ import annotations

import itertools

import pytest

from zstack_simulator import coverage
from zstack_simulator.catalog import Catalog

OLD = pytest.mark.profile("2.3.1")
NEW = pytest.mark.profile("5.2")
WANTED = {"X-JSON-Schema": "true"}

# Short names of what a whole cloud holds; the rest of a class's name is its package.
LAB = {
    "pciDeviceOfferings": [{"name": "gpu", "vendorId": "10de", "deviceId": "1eb8"}],
    "zones": [{
        "name": "lab",
        "backupStorages": [{"name": "images", "images": [{"name": "centos"}]},
                           {"name": "bs-ceph", "type": "Ceph", "monUrls": ["root:pw@10.8.0.9"]},
                           {"name": "sftp", "type": "SftpBackupStorage"}],
        "clusters": [{
            "name": "compute",
            "primaryStorages": [{"name": "local"},
                                {"name": "ps-ceph", "type": "Ceph", "monUrls": ["root:pw@10.8.0.1"]}],
            "l2Networks": [{"name": "l2", "l3Networks": [{"name": "l3", "ipRanges": [{}]}]}],
            "hosts": [{
                "name": "kvm-1", "managementIp": "10.1.0.1",
                "pciDevices": [{"vendorId": "10de", "deviceId": "1eb8", "metaData": "k:Equal:v"}],
                "vms": [{"name": "vm", "volumes": [{"name": "data", "snapshots": [{"name": "s1"}, {"name": "s2"}]}]}],
            }],
        }],
    }],
}  # fmt: skip
PACKAGES = {
    "vmNics": "org.zstack.header.vm.VmNicInventory", "allVolumes": "org.zstack.header.volume.VolumeInventory",
    "usedIps": "org.zstack.header.network.l3.UsedIpInventory",
    "ipRanges": "org.zstack.header.network.l3.IpRangeInventory",
    "networkServices": "org.zstack.header.network.service.NetworkServiceL3NetworkRefInventory",
    "backupStorageRefs": "org.zstack.header.image.ImageBackupStorageRefInventory",
    "matchedPciDevices": "org.zstack.pciDevice.PciDevicePciDeviceOfferingRefInventory",
    "matchedPciDeviceOfferingRef": "org.zstack.pciDevice.PciDevicePciDeviceOfferingRefInventory",
    "mdevSpecRefs": "org.zstack.pciDevice.specification.mdev.PciDeviceMdevSpecRefInventory",
    "metaData": "org.zstack.pciDevice.PciDeviceMetaData",
    "metaDataEntries": "org.zstack.pciDevice.PciDeviceMetaDataEntry",
    "vmCdRoms": "org.zstack.header.vm.cdrom.VmCdRomInventory",
    "tree": "org.zstack.header.storage.snapshot.VolumeSnapshotTree$SnapshotLeafInventory",
    "children": "org.zstack.header.storage.snapshot.VolumeSnapshotTree$SnapshotLeafInventory",
}  # fmt: skip


def objects(value, path=""):
    """(path, object) of every object below a value, as the classes name them: ``inventories[0].mons[1]``."""
    if isinstance(value, dict):
        yield path, value
        for name, item in value.items():
            yield from objects(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from objects(item, f"{path}[{index}]")


def classes(reply):
    """The classes of a reply, after a look whether every object has one and nothing else has."""
    schema = reply["schema"]
    body = {name: value for name, value in reply.items() if name != "schema"}
    assert schema.keys() == {path for path, _value in objects(body) if path}
    return schema


@pytest.fixture
def lab(cloud):
    cloud.control("POST", "seed", LAB)
    return cloud


NESTED = {
    "/vm-instances": {"vmNics", "allVolumes"}, "/l3-networks": {"ipRanges"}, "/images": {"backupStorageRefs"},
    "/pci-device/pci-devices": {"matchedPciDeviceOfferingRef", "metaData", "metaDataEntries"},
    "/pci-device/pci-device-offerings": {"matchedPciDevices"}, "/volume-snapshots/trees": {"tree", "children"},
}  # fmt: skip


@pytest.mark.parametrize("path", NESTED)
def test_nested_classes(lab, path):
    """manners E1: a query tells the class of every row and of everything in it."""
    schema = classes(lab.query(path))
    named = {where.rpartition(".")[2].partition("[")[0]: name for where, name in schema.items() if "." in where}
    assert named.keys() >= NESTED[path]
    assert {name: kind for name, kind in named.items() if name in PACKAGES} == {
        name: PACKAGES[name] for name in named if name in PACKAGES}  # fmt: skip


def test_every_query_tells_all_classes(lab):
    """manners E1: whatever is queried, no object in a reply is without its class."""
    metal = {"baremetalChassis": [{"inspected": True, **({"baremetalHostCfgs": [{}]} if lab.old else {})}],
             "baremetalPxeServers": [{}]}  # fmt: skip
    metal = metal if lab.old else {"zones": [{"clusters": [{
        "hypervisorType": "baremetal", "type": "baremetal", **metal}]}]}  # fmt: skip
    lab.control("POST", "seed", metal)
    apis, seen = Catalog(lab.profile).apis, 0
    for name in sorted(coverage.served()[lab.profile] & {api.name for api in apis.values() if api.is_query}):
        reply = lab.query(apis[name].path)
        assert (name, bool(classes(reply))) == (name, bool(reply["inventories"]))
        seen += bool(reply["inventories"])
    assert seen >= 25


@NEW
def test_nested_classes_of_modern_rows(lab):
    """manners E1: also two steps down, and where 5.2 alone has the list."""
    device = lab.rows("/pci-device/pci-devices")[0]
    lab.control("POST", "seed", {"zones": [{"clusters": [{"hosts": [{"managementIp": "10.1.0.2", "pciDevices": [
        {"mdevSpecs": [{"name": "a"}]}]}]}]}]})  # fmt: skip
    schema = classes(lab.query("/pci-device/pci-devices", f"uuid!={device['uuid']}"))
    assert schema["inventories[0].mdevSpecRefs[0]"] == PACKAGES["mdevSpecRefs"]
    assert classes(lab.query("/vm-instances"))["inventories[0].vmNics[0].usedIps[0]"] == PACKAGES["usedIps"]


@pytest.mark.parametrize(("path", "mon"), [
    ("/primary-storage/ceph", "org.zstack.storage.ceph.primary.CephPrimaryStorageMonInventory"),
    ("/backup-storage/ceph", "org.zstack.storage.ceph.backup.CephBackupStorageMonInventory"),
])  # fmt: skip
def test_nested_classes_of_ceph(lab, path, mon):
    """manners E1: monitors and pools, in queries and in results."""
    schema = classes(lab.query(path))
    assert schema["inventories[0].mons[0]"] == mon
    uuid = lab.rows(path)[0]["uuid"]
    job = lab.submit("POST", f"{path}/{uuid}/mons", {"params": {"monUrls": ["root:pw@10.8.1.1"]}})
    lab.wait(job)
    schema = classes(lab.sync("GET", f"/api-jobs/{job}", headers=WANTED))
    assert schema["inventory.mons[1]"] == mon
    if "primary" in path:
        assert schema["inventory.pools[2]"] == "org.zstack.storage.ceph.primary.CephPrimaryStoragePoolInventory"


def test_classes_where_asked_for(lab, cloud):
    """manners E1: replies that are no queries have them where X-JSON-Schema asks, and only there."""
    login = {"logInByAccount": {"accountName": "admin", "password": "b109f3bb"}}
    assert "schema" not in cloud.raw("PUT", "/accounts/login", login, headers=WANTED).json()  # an error
    ps = lab.rows("/primary-storage", "type=LocalStorage")[0]["uuid"]
    session = "org.zstack.header.identity.SessionInventory"
    disk = "org.zstack.storage.primary.local.APIGetLocalStorageHostDiskCapacityReply$HostDiskCapacity"
    l3 = lab.rows("/l3-networks")[0]["uuid"]
    for method, path, where, name in (
        ("GET", f"/primary-storage/local-storage/{ps}/capacities", "inventories[0]", disk),
        ("GET", f"/l3-networks/{l3}/ip/free?limit=1", "inventories[0]", "org.zstack.header.network.l3.FreeIpInventory"),
    ):
        assert "schema" not in lab.sync(method, path)
        assert classes(lab.sync(method, path, headers=WANTED)) == {where: name}
    from_login = cloud.raw("PUT", "/accounts/login", _credentials(), headers={"Authorization": None, **WANTED}).json()
    assert classes(from_login) == {"inventory": session}
    host = lab.rows("/hosts")[0]["uuid"]
    job = lab.submit("PUT", "/hosts/kvm/actions", {"kvmRunShell": {"hostUuids": [host], "script": "echo x"}})
    lab.wait(job)
    shell = "org.zstack.kvm.APIKvmRunShellEvent$ShellResult"
    assert lab.sync("GET", f"/api-jobs/{job}", headers=WANTED)["schema"] == {f"inventory.{host}": shell}
    lab.control("POST", "seed", {"machines": {"10.1.0.1": {"reachable": False}}})
    job = lab.submit("PUT", "/hosts/kvm/actions", {"kvmRunShell": {"hostUuids": [host], "script": "echo x"}})
    lab.wait(job)
    schema = lab.sync("GET", f"/api-jobs/{job}", headers=WANTED)["schema"]
    assert schema[f"inventory.{host}.errorCode"] == "org.zstack.header.errorcode.ErrorCode"


def _credentials():
    digest = ("b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb9"
              "80b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86")  # fmt: skip
    return {"logInByAccount": {"accountName": "admin", "password": digest}}


@OLD
def test_old_names_of_bare_metal(cloud):
    """manners E4: 2.3.1 has other packages for bare metal."""
    cloud.control("POST", "seed", {"baremetalPxeServers": [{}], "baremetalChassis": [{"baremetalHostCfgs": [
        {"cfgItems": {"nicCfgs": [{"mac": "52:54:00:00:00:01", "pxe": True}],
                      "bondings": [{"name": "b", "slaves": "52:54:00:00:00:02"}]}}]}]})  # fmt: skip
    package = "org.zstack.header.baremetal"
    assert classes(cloud.query("/baremetal/chassis")) == {
        "inventories[0]": f"{package}.power.BaremetalChassisInventory"
    }
    assert classes(cloud.query("/baremetal/hostcfg")) == {
        "inventories[0]": f"{package}.host.BaremetalHostCfgInventory",
        "inventories[0].nicCfgs[0]": f"{package}.host.niccfg.BaremetalHostNicCfgInventory",
        "inventories[0].bondings[0]": f"{package}.host.bonding.BaremetalHostBondingInventory",
    }


@NEW
def test_names_of_bare_metal(cloud):
    """manners E4: 5.2 keeps the packages of its own."""
    cloud.control("POST", "seed", {"zones": [{"clusters": [{
        "hypervisorType": "baremetal", "type": "baremetal", "baremetalPxeServers": [{}],
        "baremetalChassis": [{"inspected": True}]}]}]})  # fmt: skip
    schema = classes(cloud.query("/baremetal/chassis"))
    assert schema["inventories[0]"] == "org.zstack.header.baremetal.chassis.BaremetalChassisInventory"
    hardware = "org.zstack.header.baremetal.chassis.BaremetalHardwareInfoInventory"
    assert schema["inventories[0].hardwareInfos[0]"] == hardware


# -- concrete classes -------------------------------------------------------------------------------------------------


def _class(cloud, method, path, body=None):
    job = cloud.submit(method, path, body)
    result = cloud.wait(job)
    return cloud.sync("GET", f"/api-jobs/{job}", headers=WANTED)["schema"]["inventory"], result["inventory"]


def test_classes_of_hosts(lab):
    """manners E7: a reconnect answers with the KVM host, a state change with a host."""
    host = lab.rows("/hosts")[0]["uuid"]
    name, shown = _class(lab, "PUT", f"/hosts/{host}/actions", {"reconnectHost": {}})
    assert (name, shown["username"]) == ("org.zstack.kvm.KVMHostInventory", "root")
    assert ("osVersion" in shown) is (not lab.old)
    name, shown = _class(lab, "PUT", f"/hosts/{host}/actions", {"changeHostState": {"stateEvent": "disable"}})
    assert name == "org.zstack.header.host.HostInventory" and "username" not in shown


CONCRETE = {
    "images": "org.zstack.storage.backup.imagestore.ImageStoreBackupStorageInventory",
    "sftp": "org.zstack.storage.backup.sftp.SftpBackupStorageInventory",
    "bs-ceph": "org.zstack.header.storage.backup.BackupStorageInventory",
}


@pytest.mark.parametrize("storage", CONCRETE)
def test_classes_of_backup_storages(lab, storage):
    """manners E8: image stores and Sftp servers show what they are in the replies of all types, Ceph does not."""
    row = lab.rows("/backup-storage", f"name={storage}")[0]
    zone, uuid = lab.zone("other")["uuid"], row["uuid"]
    for method, path, body in (
        ("POST", f"/zones/{zone}/backup-storage/{uuid}", {"params": {}}),
        ("DELETE", f"/zones/{zone}/backup-storage/{uuid}", None),
        ("PUT", f"/backup-storage/{uuid}/actions", {"changeBackupStorageState": {"stateEvent": "disable"}}),
        ("PUT", f"/backup-storage/{uuid}/actions", {"updateBackupStorage": {"description": "d"}}),
        ("PUT", f"/backup-storage/{uuid}/actions", {"reconnectBackupStorage": {}}),
    ):
        name, shown = _class(lab, method, path, body)
        assert name == CONCRETE[storage]
        assert ("hostname" in shown) is (storage != "bs-ceph") and "mons" not in shown
    if storage == "bs-ceph":
        name, shown = _class(
            lab, "POST", f"/backup-storage/ceph/{uuid}/mons", {"params": {"monUrls": ["r:p@10.8.2.1"]}}
        )
        assert name == "org.zstack.storage.ceph.backup.CephBackupStorageInventory" and len(shown["mons"]) == 2


# -- fields that no documentation shows, and small ones ---------------------------------------------------------------


def test_hidden_fields(lab):
    """manners E9: hidden fields are sent in results and in nested rows; in the rows of queries by 2.3.1 alone."""
    vm = lab.rows("/vm-instances")[0]
    updated = lab.act(f"/vm-instances/{vm['uuid']}", "updateVmInstance", description="d")
    assert isinstance(updated["internalId"], int) and ("internalId" in vm) is lab.old
    nic = lab.rows("/vm-instances/nics")[0]
    assert len(updated["vmNics"][0]["usedIpUuid"]) == len(vm["vmNics"][0]["usedIpUuid"]) == 32
    assert ("usedIpUuid" in nic) is lab.old
    image = lab.rows("/images")[0]
    assert isinstance(image["backupStorageRefs"][0]["id"], int) and "uuid" not in image["backupStorageRefs"][0]
    seen = [lab.rows("/vm-instances", f"uuid={vm['uuid']}", fields="uuid")[0].keys() for _again in range(2)]
    assert seen == [{"uuid"}, {"uuid"}]


@pytest.mark.parametrize("name", ["internalId", "ipmiPassword", "password"])
def test_hidden_fields_are_asked_for_in_vain(lab, fails, name):
    """manners E9: what is hidden is no field of a condition or of `fields`."""
    path = "/vm-instances" if name == "internalId" else "/baremetal/chassis" if name == "ipmiPassword" else "/hosts"
    fails("SYS.1007" if lab.old else "SYS.1000", lab.rows, path, f"{name}=1")
    fails("SYS.1007" if lab.old else "SYS.1000", lab.rows, path, fields=name)


def test_sessions(cloud):
    """manners E9 and E10: 5.2 tells whether a session is evaluated, and the type of users, not of accounts."""
    cloud.create("/accounts/users", name="eve", password="b109f3bb")
    body = {"logInByUser": {"accountName": "admin", "userName": "eve", "password": "b109f3bb"}}
    user = cloud.sync("PUT", "/accounts/users/login", body)["inventory"]
    account = cloud.sync("PUT", "/accounts/login", _credentials())["inventory"]
    if cloud.old:
        assert not {"noSessionEvaluation", "userType"} & (user.keys() | account.keys())
    else:
        assert (account["noSessionEvaluation"], user["userType"]) == (False, "user") and "userType" not in account


def test_ipmi_of_hosts(cloud):
    """manners E11: a host that has connected has an IPMI port and no IPMI yet, in 5.2."""
    known = {name: value for name, value in cloud.host().items() if name.startswith("ipmi")}
    assert known == ({} if cloud.old else {"ipmiPort": 623, "ipmiPowerStatus": "UN_CONFIGURED"})


def test_small_fields(lab):
    """manners E12 to E14."""
    vm, l3 = lab.rows("/vm-instances")[0], lab.rows("/l3-networks")[0]
    made = lab.create("/l3-networks", name="n", type="L3BasicNetwork", l2NetworkUuid=l3["l2NetworkUuid"])
    if lab.old:
        assert "isolated" not in l3
    else:
        assert l3["isolated"] is made["isolated"] is False
        used = vm["vmNics"][0]["usedIps"][0]
        assert used["ipInBinary"] == [(byte ^ 128) - 128 for byte in map(int, used["ip"].split("."))]
    root = next(each for each in vm["allVolumes"] if each["type"] == "Root")
    assert root["description"] == f"Root volume for VM[uuid:{vm['uuid']}]"
    assert lab.rows("/primary-storage/ceph")[0]["mountPath"] == "Ceph"
    types = lab.sync("GET", "/hosts/hypervisor-types")["hypervisorTypes"]
    assert "Simulator" not in types and "KVM" in types


@pytest.mark.parametrize(("name", "codes"), [("nothing", "SYS.1007"), ("nothing:x", "SYS.1000"), (":x", "SYS.1000")])
def test_filter_names(cloud, fails, name, codes):
    """manners E15: 5.2 checks filterName, 2.3.1 does not know it."""
    if cloud.old:
        assert cloud.rows("/zones", filterName=name) == []
    else:
        fails(codes, cloud.rows, "/zones", filterName=name)


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/zstack/api/"), ("POST", "/zstack/api"), ("GET", "/zstack/api/result/0123456789ab4def8123456789abcdef")],
)
def test_old_api(cloud, method, path):
    """manners E16: the message API is there on a node; the simulator says that it lacks it."""
    answer = cloud.http.request(method, cloud.base + path, json={"org.zstack.header.zone.APIQueryZoneMsg": {}})
    assert answer.status_code == 501 and answer.text.startswith("not simulated: ") and path in answer.text
    assert cloud.http.post(f"{cloud.base}/zstack/other").status_code == 404


# -- where a VM's root volume goes, and what MDEV devices are ---------------------------------------------------------


@pytest.mark.parametrize("order", list(itertools.permutations(["local", "ceph"])))
def test_storage_that_fits_the_image(cloud, order):
    """manners E5: a VM's root volume goes to a storage that can take the image, wherever there is more room."""
    kinds = {"local": {"name": "local", "type": "LocalStorage"},
             "ceph": {"name": "ceph", "type": "Ceph", "monUrls": ["root:pw@10.8.0.1"]}}  # fmt: skip
    cloud.control("POST", "seed", {
        "machines": {"10.8.0.1": {"disk": 1 << 50 if order[0] == "ceph" else 1 << 41}},
        "zones": [{"name": "z", "backupStorages": [
            {"name": "sftp", "type": "SftpBackupStorage", "images": [{"name": "for local"}]},
            {"name": "pool", "type": "Ceph", "monUrls": ["root:pw@10.8.0.7"], "images": [{"name": "for ceph"}]},
        ], "clusters": [{"name": "c", "primaryStorages": [kinds[name] for name in order],
                         "l2Networks": [{"l3Networks": [{"ipRanges": [{}]}]}], "hosts": [{}]}]}],
        "instanceOfferings": [{"name": "small"}],
    })  # fmt: skip
    common = {"instanceOfferingUuid": cloud.rows("/instance-offerings")[0]["uuid"],
              "l3NetworkUuids": [cloud.rows("/l3-networks")[0]["uuid"]]}  # fmt: skip
    for kind in order:
        image = cloud.rows("/images", f"name=for {kind}")[0]["uuid"]
        vm = cloud.create("/vm-instances", name=kind, imageUuid=image, **common)
        home = cloud.rows("/primary-storage", f"uuid={vm['allVolumes'][0]['primaryStorageUuid']}")[0]
        assert home["name"] == kind


@NEW
def test_types_of_mdev_devices(cloud):
    """manners E6: a GPU's type or that of a controller, whatever the PCI device is called."""
    known = {"GPU_Video_Controller", "GPU_Processing_Accelerators", "GPU_3D_Controller", "SE_Controller"}
    facts = [{"vendorId": "10de", "deviceId": "1eb8"}, {"type": "GPU_Processing_Accelerators"}, {"type": "Custom"}, {}]
    devices = [{**each, "mdevSpecs": [{"name": f"s{index}"}], "mdevDevices": [{"spec": f"s{index}"}]}
               for index, each in enumerate(facts)]  # fmt: skip
    cloud.control("POST", "seed", {"zones": [{"clusters": [{"hosts": [{"pciDevices": devices}]}]}]})
    types = [row["type"] for row in cloud.rows("/mdev-devices", sort="name")]
    assert types == ["GPU_Video_Controller", "GPU_Processing_Accelerators", "GPU_Video_Controller", "GPU_3D_Controller"]
    assert {row["type"] for row in cloud.rows("/mdev-device-specs")} <= known
    wrong = {
        "zones": [{"clusters": [{"hosts": [{"pciDevices": [{"mdevSpecs": [{"name": "s", "type": "Generic"}]}]}]}]}]
    }
    answer = cloud.http.post(f"{cloud.base}/simulator/seed", json=wrong)
    assert answer.status_code == 400 and "SE_Controller" in answer.json()["error"]


# -- what labs call around their networks -----------------------------------------------------------------------------


def test_network_services(lab, fails, new_uuid):
    """manners E17: a fresh node's providers; services of an L3 network are attached once each."""
    providers = {row["type"]: row for row in lab.rows("/network-services/providers")}
    flat = providers["Flat"]
    assert {"DHCP", "Userdata"} <= set(flat["networkServiceTypes"]) and providers["SecurityGroup"]
    l3 = lab.rows("/l3-networks")[0]
    assert l3["networkServices"] == [] and l3["l2NetworkUuid"] in flat["attachedL2NetworkUuids"]
    path = f"/l3-networks/{l3['uuid']}/network-services"

    def attach(services):
        return lab.job("POST", path, {"params": {"networkServices": services}})["inventory"]

    wanted = {flat["uuid"]: ["DHCP", "Userdata"], providers["SecurityGroup"]["uuid"]: ["SecurityGroup"]}
    shown = attach(wanted)["networkServices"]
    assert {(each["networkServiceProviderUuid"], each["networkServiceType"]) for each in shown} == {
        (uuid, name) for uuid, names in wanted.items() for name in names}  # fmt: skip
    assert {each["l3NetworkUuid"] for each in shown} == {l3["uuid"]}
    assert classes(lab.query("/l3-networks"))["inventories[0].networkServices[2]"] == PACKAGES["networkServices"]
    fails("SYS.1006", attach, {flat["uuid"]: ["DHCP"]})
    for services in ({}, {flat["uuid"]: []}, {flat["uuid"]: ["SecurityGroup"]}, {new_uuid(): ["DHCP"]}):
        fails("SYS.1007", attach, services)
    assert len(lab.rows("/l3-networks/network-services/refs", f"l3NetworkUuid={l3['uuid']}")) == 3
    assert lab.rows("/l3-networks", "networkServices.networkServiceType=DHCP")[0]["uuid"] == l3["uuid"]
    types = lab.sync("GET", "/network-services/types")["types"]
    assert flat["uuid"] in types["DHCP"]
    left = lab.job("DELETE", f"{path}?networkServices.{flat['uuid']}=DHCP")["inventory"]["networkServices"]
    assert {each["networkServiceType"] for each in left} == {"Userdata", "SecurityGroup"}


def test_virtual_router_offerings(lab):
    """manners E17: an offering of its own type, which instance offerings show without what is its own."""
    l3, zone, image = (lab.rows(path)[0]["uuid"] for path in ("/l3-networks", "/zones", "/images"))
    common = {"zoneUuid": zone, "managementNetworkUuid": l3, "imageUuid": image, "cpuNum": 2, "memorySize": 1 << 30}
    first = lab.create("/instance-offerings/virtual-routers", name="a", isDefault=True, **common)
    second = lab.create("/instance-offerings/virtual-routers", name="b", isDefault=True, **common)
    assert (first["type"], first["managementNetworkUuid"], first["publicNetworkUuid"]) == ("VirtualRouter", l3, l3)
    rows = {row["name"]: row for row in lab.rows("/instance-offerings/virtual-routers")}
    assert (rows["a"]["isDefault"], rows["b"]["isDefault"]) == (False, True) and second == rows["b"]
    assert "managementNetworkUuid" not in lab.rows("/instance-offerings", "name=a")[0]
    path = f"/instance-offerings/virtual-routers/{first['uuid']}"
    assert lab.act(path, "updateVirtualRouterOffering", isDefault=True)["isDefault"] is True
    assert lab.names("/instance-offerings/virtual-routers", "isDefault=true") == ["a"]
