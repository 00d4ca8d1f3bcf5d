# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Primary storages: what all types share, the shared file systems (NFS, shared mount point), and who uses how much.

Capacities belong to this file. Whatever takes room on a primary storage (volumes, snapshots, image caches) does so by
:func:`allocate` and :func:`release`, so that ``availableCapacity`` is always the total less what is in use.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, func, insert, select, update

from ...errors import ApiError, invalid, refused
from ...family import Family, Shaped
from ...jobs import NEVER
from ...store import Resource, link_table, number, ref, text
from ..compute.cluster import cluster
from ..compute.host import connected_hooks, host
from ..compute.zone import zone

FIDELITY = {
    "AddNfsPrimaryStorage": ("read", "the file system's size is the disk of the machine at the server's address"),
    "AddSharedMountPointPrimaryStorage": ("read", "the file system's size is the disk of the first host that has it"),
    "AttachPrimaryStorageToCluster": ("read", "the attachment is visible while the job runs"),
    "ChangePrimaryStorageState": ("read", None),
    "DeletePrimaryStorage": ("read", "a failed deletion restores the state in 2.3.1"),
    "DetachPrimaryStorageFromCluster": ("read", "fails where a Connected host of the cluster does not answer"),
    "GetPrimaryStorageAllocatorStrategies": ("approximated", "the names the manual lists"),
    "GetPrimaryStorageCapacity": ("read", "of several filters the narrowest counts"),
    "GetPrimaryStorageTypes": ("approximated", "the types that are simulated"),
    "QueryPrimaryStorage": ("read", "conditions on fields of sub-types are accepted"),
    "ReconnectPrimaryStorage": ("read", None),
    "SyncPrimaryStorageCapacity": (
        "approximated",
        "totals are read again from the machines; PS.1003 where no host can",
    ),
    "UpdatePrimaryStorage": ("read", None),
}

STATES = {"enable": "Enabled", "disable": "Disabled", "maintain": "Maintenance", "deleting": "Deleting"}
UNUSABLE = ("Disabled", "Maintenance", "Deleting")
NO_URL = "not used"  # the url of a storage that needs none
FORBIDDEN_FOLDERS = ("/dev", "/proc", "/sys")
CAPACITIES = ("totalCapacity", "availableCapacity", "totalPhysicalCapacity", "availablePhysicalCapacity")
NOTHING = dict.fromkeys((*CAPACITIES, "systemUsedCapacity"), 0)

primary_storage = Resource(
    "primary_storage", "PrimaryStorageVO", "org.zstack.header.storage.primary.PrimaryStorageInventory",
    ref("zoneUuid", "zone"), text("name", index=True), text("url"), text("description"), number("totalCapacity"),
    number("availableCapacity"), number("totalPhysicalCapacity"), number("availablePhysicalCapacity"),
    number("systemUsedCapacity"), text("type", index=True), text("state", values=STATES.values()),
    text("status", values=("Connecting", "Connected", "Disconnected")), text("mountPath"), text("fsid"),
)  # fmt: skip
primary_storage.view = primary_storage.subview(primary_storage.view.schema, hide=("fsid", "mons", "pools"))
primary_storage.system_tags += ["primaryStorage::gateway::cidr::*", "capability:*"]

attachment = link_table(
    "primary_storage_cluster", ref("primaryStorageUuid", "primary_storage", "CASCADE", primary_key=True),
    ref("clusterUuid", "cluster", "CASCADE", primary_key=True),
)  # fmt: skip
primary_storage.lists("attachedClusterUuids", attachment, "primaryStorageUuid", "clusterUuid")
primary_storage.relates("zone", "zone", own="zoneUuid")
primary_storage.relates("cluster", "cluster", through=(attachment, "primaryStorageUuid", "clusterUuid"))
primary_storage.relates("volume", "volume", theirs="primaryStorageUuid")
primary_storage.relates("volumeSnapshot", "volume_snapshot", theirs="primaryStorageUuid")
zone.relates("primaryStorage", "primary_storage", theirs="zoneUuid")
cluster.relates("primaryStorage", "primary_storage", through=(attachment, "clusterUuid", "primaryStorageUuid"))

# What takes room on a storage, under its own uuid; hostUuid on local storages, poolUuid on Ceph. The rows with a host
# are what QueryLocalStorageResourceRef shows.
usage = Resource(
    "primary_storage_usage", "LocalStorageResourceRefVO",
    "org.zstack.storage.primary.local.LocalStorageResourceRefInventory",
    text("resourceUuid"), ref("primaryStorageUuid", "primary_storage", "CASCADE"),
    ref("hostUuid", "host", "CASCADE"), number("size"), text("resourceType"), ref("poolUuid", "ceph_pool", "SET NULL"),
    registered=False,
)  # fmt: skip

image_cache = Resource(
    "image_cache", "ImageCacheVO", "org.zstack.header.storage.primary.ImageCacheInventory",
    number("id"), ref("primaryStorageUuid", "primary_storage", "CASCADE"), text("imageUuid", index=True),
    text("installUrl"), text("mediaType"), number("size"), text("md5sum"), text("state", values=("ready", "deleting")),
    registered=False,
)  # fmt: skip
image_cache.view = image_cache.subview(image_cache.view.schema, hide=("uuid",))

# What other families want to happen, in order of registration: detach(node, storage, cluster's uuid) before a detach
# (stop the VMs there; raise ApiError to hinder it), maintenance(node, storage) when a storage has entered maintenance
# (a generator, run in the background), url(node, storage) before an NFS storage's url changes (raise ApiError to hinder
# it).
detach_hooks = []
maintenance_hooks = []
url_hooks = []

family = Family()
family.query("QueryPrimaryStorage", primary_storage)


# -- kinds ------------------------------------------------------------------------------------------------------


class Kind:
    """How storages of one type behave. Registered in KINDS by type."""

    type = ""
    may_wait = False  # an add succeeds although no host can reach the storage yet

    def mount_path(self, _uuid: str, url: str) -> str:
        return url

    def check(self, _node, _msg) -> None:
        """Refuses an add before anything is made."""

    def check_url(self, _node, _row, _url) -> None:
        """Refuses a new url of the storage `row`."""

    def connect(self, node, row) -> int:
        """Reaches the storage and returns its total capacity, or raises what hinders it."""
        raise NotImplementedError

    def refresh(self, node, row) -> None:
        """Connects, and counts what is there and what of it is in use."""
        set_capacity(node, row["uuid"], self.connect(node, row))

    def attach(self, node, row, hosts) -> None:
        """Makes the storage known to the connected hosts of a cluster."""

    def detach(self, node, row, hosts) -> None:
        """Undoes an attachment, for all hosts of the cluster."""

    def host_joins(self, node, row, machine_host, machine) -> None:
        """A host of an attached cluster has connected."""

    def fits(self, _node, row, size, _host_uuid) -> bool:
        """Whether there is room for something new."""
        return row["availableCapacity"] >= size

    def place(self, _node, _row, _host_uuid, _purpose) -> dict:
        """Where within the storage something new goes: columns of its usage."""
        return {}

    def book(self, _node, _used, _amount) -> bool:
        """Counts bytes, less than nothing when they are given back, at the place within the storage; returns whether
        that place is a part of the storage now."""
        return True

    def path(self, node, row, resource_uuid, kind, used) -> str:
        """The install path of a volume (`kind` Root or Data), snapshot or image cache."""
        folder = {"Root": "rootVolumes", "Data": "dataVolumes", "Cache": "imagecache", "Snapshot": "snapshots"}[kind]
        return f"{row['mountPath']}/{folder}/{resource_uuid}/{resource_uuid}.qcow2"

    def inventory(self, node, uuid, clear=False) -> dict:
        """The storage as the replies of its type show it; `clear` leaves no password masked."""
        return primary_storage.inventory(node, uuid)


KINDS: dict[str, Kind] = {}


def kind_of(row) -> Kind:
    return KINDS[row["type"]]


def in_forbidden_folder(path: str) -> bool:
    return any(path == folder or path.startswith(folder + "/") for folder in FORBIDDEN_FOLDERS)


def hosts_of(node, uuid, status="Connected"):
    """The hosts of all clusters the storage is attached to."""
    homes = select(attachment.c.clusterUuid).where(attachment.c.primaryStorageUuid == uuid)
    return host.find(node, host.c.clusterUuid.in_(homes), status=status)


class SharedFileSystem(Kind):
    """Mounted at the same place on every host; nobody knows it before a host has it."""

    may_wait = True

    def capacity(self, node, row, hosts) -> int:
        return node.hardware.at(hosts[0]["managementIp"]).disk

    def connect(self, node, row) -> int:
        hosts = hosts_of(node, row["uuid"])
        if not hosts:
            raise ApiError("PS.1003", f"no Connected host can reach the primary storage[uuid:{row['uuid']}] yet")
        return self.capacity(node, row, hosts)

    def attach(self, node, row, hosts) -> None:
        if hosts:
            set_capacity(node, row["uuid"], self.capacity(node, row, hosts))
            primary_storage.update(node, row["uuid"], status="Connected")

    def host_joins(self, node, row, machine_host, machine) -> None:
        if row["status"] == "Disconnected":
            self.attach(node, row, [machine_host])


class Nfs(SharedFileSystem):
    type = "NFS"

    def mount_path(self, uuid, _url):
        return f"/opt/zstack/nfsprimarystorage/prim-{uuid}"

    def check(self, node, msg):
        self.check_url(node, {"uuid": None, "zoneUuid": msg["zoneUuid"]}, msg["url"])

    def check_url(self, node, row, url):
        if in_forbidden_folder(url.partition(":")[2] or url):
            raise invalid(f"the url[{url}] exports an invalid folder[/dev, /proc or /sys]")
        others = primary_storage.find(node, primary_storage.c.uuid.is_not(row["uuid"]), zoneUuid=row["zoneUuid"],
                                      type=self.type, url=url)  # fmt: skip
        if others:
            raise invalid(f"there has been a NFS primary storage having url[{url}] in zone[uuid:{row['zoneUuid']}]")

    def capacity(self, node, row, hosts):
        server = row["url"].partition(":")[0]
        problem = node.hardware.probe(server)
        if problem is not None:
            raise refused(f"unable to mount {row['url']}: the server does not answer")
        return node.hardware.at(server).disk


class SharedMountPoint(SharedFileSystem):
    type = "SharedMountPoint"

    def check(self, _node, msg):
        if in_forbidden_folder(msg["url"]):
            raise invalid(f"the url[{msg['url']}] is an invalid folder[/dev, /proc or /sys]")


KINDS |= {kind.type: kind() for kind in (Nfs, SharedMountPoint)}


# -- capacities -------------------------------------------------------------------------------------------------

_ps = primary_storage.table
_count = (
    update(_ps).where(_ps.c.uuid == bindparam("key"))
    .values(availableCapacity=_ps.c.availableCapacity - bindparam("amount"),
            availablePhysicalCapacity=_ps.c.availablePhysicalCapacity - bindparam("amount"))
)  # fmt: skip


_in_cluster = select(_ps).join(attachment, attachment.c.primaryStorageUuid == _ps.c.uuid).where(
    attachment.c.clusterUuid == bindparam("home")).order_by(_ps.c.createDate)  # fmt: skip
_total = update(_ps).where(_ps.c.uuid == bindparam("key")).values(
    totalCapacity=bindparam("total"), totalPhysicalCapacity=bindparam("total"),
    availableCapacity=bindparam("free"), availablePhysicalCapacity=bindparam("free"))  # fmt: skip


def in_cluster(node, cluster_uuid):
    """The storages attached to a cluster."""
    return [dict(row) for row in node.execute(_in_cluster, {"home": cluster_uuid}).mappings()]


def _book(node, row, used, amount):
    if kind_of(row).book(node, used, amount):
        node.execute(_count, {"key": row["uuid"], "amount": amount})


def allocate(node, storage_uuid, size, resource_uuid, resource_type="VolumeVO", host_uuid=None, purpose="Data"):
    """Takes `size` bytes on a primary storage for a resource; PS.1000 where there is no room.

    resource_uuid  of the volume, snapshot or image cache; it gives the room back by this uuid
    host_uuid      where on a local storage (needed there, ignored elsewhere)
    purpose        Root, Data or ImageCache: the kind of pool on Ceph
    """
    row, size = primary_storage.require(node, storage_uuid), int(size or 0)
    if not kind_of(row).fits(node, row, size, host_uuid):
        raise ApiError("PS.1000", f"primary storage[uuid:{storage_uuid}] has no room for {size} bytes")
    used = {"resourceUuid": resource_uuid, "resourceType": resource_type, "size": size, "hostUuid": None,
            "primaryStorageUuid": storage_uuid, "poolUuid": None,
            **kind_of(row).place(node, row, host_uuid, purpose)}  # fmt: skip
    usage.create(node, used, resource_uuid)
    _book(node, row, used, size)


def release(node, resource_uuid):
    """Gives back what a resource has taken; nothing where it has none."""
    used = usage.get(node, resource_uuid)
    if used is not None:
        _book(node, primary_storage.get(node, used["primaryStorageUuid"]), used, -used["size"])
        usage.delete(node, resource_uuid)


def resize(node, resource_uuid, size):
    """Takes or gives back the difference to a new size; PS.1000 where there is no room."""
    used = usage.require(node, resource_uuid)
    row, more = primary_storage.get(node, used["primaryStorageUuid"]), int(size) - used["size"]
    if more > 0 and not kind_of(row).fits(node, row, more, used["hostUuid"]):
        raise ApiError("PS.1000", f"primary storage[uuid:{row['uuid']}] has no room for {more} more bytes")
    _book(node, row, used, more)
    usage.update(node, resource_uuid, size=int(size))


def host_of(node, resource_uuid):
    """The uuid of the host on which a resource lies, None on a shared storage."""
    used = usage.get(node, resource_uuid)
    return used and used["hostUuid"]


def install_path(node, resource_uuid, kind):
    """Where a resource with room on a storage lies; `kind` Root, Data, Cache or Snapshot."""
    used = usage.require(node, resource_uuid)
    row = primary_storage.get(node, used["primaryStorageUuid"])
    return kind_of(row).path(node, row, resource_uuid, kind, used)


def candidates(node, cluster_uuid, size=0, host_uuid=None):
    """The storages of a cluster on which something new of `size` bytes can go, those with most room first; on local
    storages it must fit on the host."""
    rows = [row for row in in_cluster(node, cluster_uuid) if row["state"] == "Enabled" and row["status"] == "Connected"
            and kind_of(row).fits(node, row, size, host_uuid)]  # fmt: skip
    return sorted(rows, key=lambda row: -row["availableCapacity"])


def cache_image(node, storage_uuid, image_row, host_uuid=None):
    """Sees to it that an image is in the cache of a storage (on local storage: of the host)."""
    for cached in image_cache.find(node, primaryStorageUuid=storage_uuid, imageUuid=image_row["uuid"]):
        if host_of(node, cached["uuid"]) in (None, host_uuid):
            return
    uuid, size = node.uuid(), image_row["actualSize"] or image_row["size"] or 0
    allocate(node, storage_uuid, size, uuid, "ImageCacheVO", host_uuid, "ImageCache")
    last = node.execute(select(func.max(image_cache.c.id))).scalar()
    image_cache.create(node, {
        "id": (last or 0) + 1, "primaryStorageUuid": storage_uuid, "imageUuid": image_row["uuid"], "size": size,
        "installUrl": install_path(node, uuid, "Cache"), "mediaType": image_row["mediaType"],
        "md5sum": image_row["md5Sum"], "state": "ready",
    }, uuid)  # fmt: skip


def used_on(node, storage_uuid, *criteria) -> int:
    query = select(func.coalesce(func.sum(usage.c.size), 0))
    return node.execute(query.where(usage.c.primaryStorageUuid == storage_uuid, *criteria)).scalar_one()


def set_capacity(node, uuid, total, free=None):
    """Sets a storage's total and what is free of it: by default the total less all that is in use."""
    if free is None:
        free = total - used_on(node, uuid)
    node.execute(_total, {"key": uuid, "total": total, "free": free})


# -- life -------------------------------------------------------------------------------------------------------


def add(node, msg, type, prepare=None):
    """The steps of every add: a row that is Connecting, then Connected, or gone again.

    `prepare(uuid)` makes what belongs to the row (mons, pools) in the same step.
    """
    kind = KINDS[type]
    kind.check(node, msg)
    uuid = msg.get("resourceUuid") or node.uuid()
    url = msg.get("url") or NO_URL
    row = {
        **msg.picked("name", "description", "zoneUuid"), "url": url, "type": type, "state": "Enabled",
        "status": "Connecting", "mountPath": kind.mount_path(uuid, url), **NOTHING,
    }  # fmt: skip
    primary_storage.create(node, row, uuid)
    if prepare:
        prepare(uuid)
    yield
    try:
        _connect(node, uuid)
    except ApiError as error:
        if not (kind.may_wait and error.code == "PS.1003"):
            primary_storage.destroy(node, uuid, force=True)
            yield
            raise
        primary_storage.update(node, uuid, status="Disconnected")
    return {"inventory": kind.inventory(node, uuid)}


def _connect(node, uuid):
    row = primary_storage.require(node, uuid)
    kind_of(row).refresh(node, row)
    primary_storage.update(node, uuid, status="Connected")


@family.api("AddNfsPrimaryStorage", refs={"zoneUuid": zone}, creates=primary_storage)
def add_nfs(node, msg):
    return (yield from add(node, msg, "NFS"))


@family.api("AddSharedMountPointPrimaryStorage", refs={"zoneUuid": zone}, creates=primary_storage)
def add_shared_mount_point(node, msg):
    return (yield from add(node, msg, "SharedMountPoint"))


@family.api("UpdatePrimaryStorage", refs={"uuid": primary_storage})
def change(node, msg):
    uuid = msg["uuid"]
    row = primary_storage.get(node, uuid)
    changes = msg.picked("name", "description", "url")
    if node.old and row["type"] != "NFS":
        changes.pop("url", None)
    if "url" in changes:
        kind_of(row).check_url(node, row, changes["url"])
        for hook in url_hooks if row["type"] == "NFS" else ():
            hook(node, row)
    yield NEVER if not changes and not node.old else None
    primary_storage.update(node, uuid, **changes)
    return {"inventory": kind_of(row).inventory(node, uuid)}


@family.api("ChangePrimaryStorageState", refs={"uuid": primary_storage})
def change_state(node, msg):
    primary_storage.update(node, msg["uuid"], state=STATES[msg["stateEvent"]])
    if msg["stateEvent"] == "maintain":
        for hook in maintenance_hooks:
            node.background(hook(node, primary_storage.get(node, msg["uuid"])))
    return {"inventory": primary_storage.inventory(node, msg["uuid"])}


@family.api("ReconnectPrimaryStorage", refs={"uuid": primary_storage})
def reconnect(node, msg):
    uuid = msg["uuid"]
    primary_storage.update(node, uuid, status="Connecting")
    yield
    try:
        _connect(node, uuid)
    except ApiError:
        primary_storage.update(node, uuid, status="Disconnected")
        yield
        raise
    return {"inventory": kind_of(primary_storage.get(node, uuid)).inventory(node, uuid, clear=True)}


@family.api("SyncPrimaryStorageCapacity", refs={"primaryStorageUuid": primary_storage})
def sync_capacity(node, msg):
    uuid = msg["primaryStorageUuid"]
    row = primary_storage.get(node, uuid)
    kind_of(row).refresh(node, row)
    return {"inventory": primary_storage.inventory(node, uuid)}


# -- clusters ---------------------------------------------------------------------------------------------------


def attached(node, storage_uuid, cluster_uuid):
    here = select(attachment).where(attachment.c.primaryStorageUuid == storage_uuid,
                                    attachment.c.clusterUuid == cluster_uuid)  # fmt: skip
    return node.execute(here).first() is not None


def _detach(node, storage_uuid, cluster_uuid):
    node.execute(delete(attachment).where(attachment.c.primaryStorageUuid == storage_uuid,
                                          attachment.c.clusterUuid == cluster_uuid))  # fmt: skip


def _ask(node, hosts: Iterable[dict]):
    """Every host's agent must answer."""
    for each in hosts:
        problem = node.hardware.probe(each["managementIp"])
        if problem is not None:
            raise problem


def attach(node, row, cluster_uuid):
    """Makes an attachment known to the cluster's hosts; the row of the attachment is there already."""
    hosts = host.find(node, clusterUuid=cluster_uuid, status="Connected")
    _ask(node, hosts)
    kind_of(row).attach(node, row, hosts)


@family.api("AttachPrimaryStorageToCluster", refs={"clusterUuid": cluster, "primaryStorageUuid": primary_storage})
def attach_to_cluster(node, msg):
    uuid, home = msg["primaryStorageUuid"], cluster.get(node, msg["clusterUuid"])
    row = primary_storage.get(node, uuid)
    if attached(node, uuid, home["uuid"]):
        raise refused(f"primary storage[uuid:{uuid}] is attached to cluster[uuid:{home['uuid']}] already")
    if row["zoneUuid"] != home["zoneUuid"]:
        raise invalid(f"primary storage[uuid:{uuid}] and cluster[uuid:{home['uuid']}] are in different zones")
    if row["url"] != NO_URL and row["url"] in {other["url"] for other in in_cluster(node, home["uuid"])}:
        raise invalid(f"url[{row['url']}] is taken by another primary storage of cluster[uuid:{home['uuid']}]")
    node.execute(insert(attachment), {"primaryStorageUuid": uuid, "clusterUuid": home["uuid"]})
    yield
    try:
        attach(node, primary_storage.require(node, uuid), home["uuid"])
    except ApiError as error:
        _detach(node, uuid, home["uuid"])
        yield
        why = f"failed to attach primary storage[uuid:{uuid}] to cluster[uuid:{home['uuid']}]"
        raise ApiError("PS.1001", why, error) from error
    return {"inventory": kind_of(row).inventory(node, uuid)}


@family.api("DetachPrimaryStorageFromCluster", refs={"clusterUuid": cluster, "primaryStorageUuid": primary_storage})
def detach_from_cluster(node, msg):
    uuid, home = msg["primaryStorageUuid"], msg["clusterUuid"]
    if not attached(node, uuid, home):
        raise invalid(f"primary storage[uuid:{uuid}] is not attached to cluster[uuid:{home}]")
    yield
    row = primary_storage.require(node, uuid)
    hosts = host.find(node, clusterUuid=home)
    try:
        _ask(node, [each for each in hosts if each["status"] == "Connected"])
        for hook in detach_hooks:
            hook(node, row, home)
    except ApiError as error:
        why = f"failed to detach primary storage[uuid:{uuid}] from cluster[uuid:{home}]"
        raise ApiError("PS.1002", why, error) from error
    kind_of(row).detach(node, row, hosts)
    _detach(node, uuid, home)
    return {"inventory": kind_of(row).inventory(node, uuid)}


def _host_connected(node, row, machine):
    for storage in in_cluster(node, row["clusterUuid"]):
        kind_of(storage).host_joins(node, storage, row, machine)


connected_hooks.append(_host_connected)


# -- deletion ---------------------------------------------------------------------------------------------------


@family.api("DeletePrimaryStorage", refs={"uuid": Shaped(primary_storage)})
def remove(node, msg):
    uuid, force = msg["uuid"], msg.force
    row = primary_storage.get(node, uuid)
    if row is None:
        return
    homes = primary_storage.members_of(node, "attachedClusterUuids", [uuid])[uuid]
    if homes:
        raise refused(f"primary storage[uuid:{uuid}] is attached to clusters{homes}: detach it first")
    primary_storage.update(node, uuid, state="Deleting")
    yield
    problem = attempt(node, primary_storage.destroy, node, uuid, force)
    if problem is not None:
        if node.old:
            primary_storage.update(node, uuid, state=row["state"])
        yield
        raise problem


def attempt(node, function, *args):
    """Calls a function in a savepoint; returns the ApiError that has undone it, None when all went well."""
    try:
        with node.store.connection.begin_nested():
            function(*args)
    except ApiError as error:
        return error
    return None


@zone.on_delete(order=20)
def zone_goes(node, row, force):
    for child in primary_storage.find(node, zoneUuid=row["uuid"]):
        primary_storage.destroy(node, child["uuid"], force)


# -- readings ---------------------------------------------------------------------------------------------------


@family.api("GetPrimaryStorageCapacity",
            refs={"zoneUuids": zone, "clusterUuids": cluster, "primaryStorageUuids": primary_storage})  # fmt: skip
def capacity(node, msg):
    if msg.get("primaryStorageUuids"):
        chosen = _ps.c.uuid.in_(msg["primaryStorageUuids"])
    elif msg.get("clusterUuids"):
        here = select(attachment.c.primaryStorageUuid).where(attachment.c.clusterUuid.in_(msg["clusterUuids"]))
        chosen = _ps.c.uuid.in_(here)
    elif msg.get("zoneUuids"):
        chosen = _ps.c.zoneUuid.in_(msg["zoneUuids"])
    elif msg.get("all"):
        chosen = True
    else:
        raise invalid("zoneUuids, clusterUuids or primaryStorageUuids must have at least one value, or all be true")
    sums = select(*(func.coalesce(func.sum(_ps.c[name]), 0).label(name) for name in CAPACITIES)).where(chosen)
    return dict(node.execute(sums).mappings().one())


@family.api("GetPrimaryStorageAllocatorStrategies")
def allocator_strategies(_node, _msg):
    return {"strategies": ["DefaultPrimaryStorageAllocationStrategy", "LocalStorageAllocatorStrategy"]}


@family.api("GetPrimaryStorageTypes")
def types(_node, _msg):
    return {"types": ["LocalStorage", "NFS", "SharedMountPoint", "Ceph"]}


# -- seeds ------------------------------------------------------------------------------------------------------


@family.seed("primaryStorages", primary_storage, within=["zones", "clusters"], named_by=["zoneUuid"],
             clusterUuids=list[str], monUrls=list[str], pools=dict[str, str], totalCapacity=int)  # fmt: skip
def seed(node, fields, parents):
    """A storage of `type` (LocalStorage) in its zone, attached to the cluster it is nested in or to `clusterUuids`.

    `totalCapacity` is that of a shared storage (a local one has its hosts' disks); for Ceph `monUrls`, and `pools` as
    ``{"Root": name, "Data": name, "ImageCache": name}``.
    """
    fields = dict(fields)
    homes = fields.pop("clusterUuids", [parents["clusters"]["uuid"]] if "clusters" in parents else [])
    type, uuid = fields.setdefault("type", "LocalStorage"), fields.get("uuid") or node.uuid()
    pools, mons = fields.pop("pools", None), fields.pop("monUrls", None)
    url = fields.setdefault("url", {"Ceph": NO_URL, "NFS": f"192.0.2.20:/{uuid}"}.get(type, f"/{uuid}"))
    total = fields.pop("totalCapacity", None)
    row = {
        "name": "primary storage", "state": "Enabled", "status": "Connected", **NOTHING,
        "zoneUuid": parents.get("zones", {}).get("uuid"), "mountPath": KINDS[type].mount_path(uuid, url), **fields,
    }  # fmt: skip
    primary_storage.create(node, row, uuid)
    if type == "Ceph":
        count = len(primary_storage.find(node, type=type))
        KINDS[type].prepare(node, uuid, mons or [f"root:password@192.0.4.{count & 255}"], pools or {})
        KINDS[type].refresh(node, primary_storage.get(node, uuid))
    for home in homes:
        node.execute(insert(attachment), {"primaryStorageUuid": uuid, "clusterUuid": home})
        if row["status"] == "Connected":
            attach(node, primary_storage.get(node, uuid), home)
    if total is not None and type != "LocalStorage":
        set_capacity(node, uuid, total)
    return primary_storage.get(node, uuid)
