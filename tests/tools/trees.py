# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random trees of a topology, as strategies of hypothesis.

All are taken from one small world, so that two of them have much in common. What cannot be changed later follows from
what tells an object, so that any tree can follow any other.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

#: Whether everything that is random is tried at length (``make topology``), or a part that is the same in each run.
LONG = bool(os.environ.get("TOPOLOGY_LONG"))
SECRET = "swordfish"
#: Names that ZStack compares as equal, and others.
NAMES = ("lab", "LAB", "b c", "中")
TAGS = ("gpu", "env::test", "a b")
_TEXT = st.sampled_from(["", "first", "second", "=a>b"])
_ENABLING = ("enabled", "disabled")


def examples(short, long):
    """How many examples to try in the short form, and in the long one."""
    return settings(
        max_examples=long if LONG else short,
        derandomize=not LONG,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
        print_blob=True,
    )


def _some(items):
    return st.lists(st.sampled_from(list(items)), unique=True)


class _World:
    def __init__(self, draw, generation, whole):
        self.draw = draw
        self.generation = generation
        self.whole = whole  # whether each option that can be changed is given

    def options(self, **strategies):
        """Each option or, unless all are wanted, some of them."""
        given = {}
        for option, strategy in {"user_tags": _some(TAGS), **strategies}.items():
            if self.whole or self.draw(st.booleans()):
                given[option] = self.draw(strategy)
        return given

    def state(self, *states):
        return st.sampled_from(states)

    def listed(self, make, *of):
        return [make(each) for each in self.draw(_some(of))]

    # -- objects ------------------------------------------------------------------------------------------------------

    def zone(self, name):
        at = NAMES.index(name)
        zone = {"name": name, **self.options(description=_TEXT, state=self.state(*_ENABLING))}
        zone["clusters"] = self.listed(lambda each: self.cluster(at, each), "k", "K")
        # In a zone two clusters of hosts, and one of bare metal.
        clusters = [cluster["name"] for cluster in zone["clusters"]]
        for key, names in (("local", "l"), ("nfs", "nN"), ("smp", "sS")):
            storages = self.listed(lambda each, key=key: self.storage(key, at, each, clusters), *names)
            zone[f"{key}_primary_storages"] = storages
        zone["ceph_primary_storages"] = self.listed(lambda each: self.ceph(at, each, clusters), "ceph")
        if self.generation == "5.2" and self.draw(st.booleans()):
            self.metal(at, zone)
        return zone

    def cluster(self, zone, name):
        cluster = {"name": name, "hypervisor_type": "KVM"}
        cluster.update(self.options(description=_TEXT, state=self.state(*_ENABLING)))
        names = iter(self.draw(st.permutations(["h1", "H1", "h2"])))
        place = f"{zone}.{'kK'.index(name)}"
        cluster["hosts"] = self.listed(lambda each: self.host(f"10.{place}.{each}", next(names)), 1, 2, 3)
        return cluster

    def host(self, address, name):
        host = {"name": name, "management_ip": address, "username": "root", "password": SECRET}
        return {**host, **self.options(description=_TEXT, state=self.state(*_ENABLING, "maintenance"))}

    def storage(self, key, zone, name, clusters):
        url = {"local": f"/local/{name}", "nfs": f"10.9.{zone}.9:/{ord(name)}", "smp": f"/smp/{ord(name)}"}[key]
        return {"name": f"{key}-{name}", "url": url, **self.storage_options(clusters)}

    def storage_options(self, clusters):
        states = self.state(*_ENABLING, "maintenance")
        return self.options(description=_TEXT, state=states, clusters=_some(clusters) if clusters else st.just([]))

    def ceph(self, zone, name, clusters):
        mons = [
            {"hostname": f"10.8.{zone}.{n}", "ssh_username": "root", "ssh_password": SECRET, "mon_port": 6789 + n}
            for n in self.draw(st.lists(st.sampled_from([1, 2, 3]), unique=True, min_size=1))
        ]
        types = ("Data",) if self.generation == "2.3.1" else ("Root", "Data")
        pools = [
            {"pool_name": f"{type.lower()}-{n}", "type": type, **self.options(description=_TEXT)}
            for type in types
            for n in self.draw(_some([1, 2]))
        ]
        return {"name": name, "mons": mons, "ceph_pools": pools, **self.storage_options(clusters)}

    def metal(self, at, zone):
        """A cluster of bare metal with what its chassis need."""
        chassis = self.listed(lambda n: self.chassis(f"10.7.{at}.{n}", f"box{n}", *_ENABLING), 1, 2)
        metal = {"name": "metal", "hypervisor_type": "baremetal", "type": "baremetal", "chassis": chassis}
        zone["clusters"].append({**metal, **self.options(description=_TEXT, state=self.state(*_ENABLING))})
        pxe = {"name": "pxe", "hostname": f"10.6.{at}.1", "ssh_username": "root", "ssh_password": SECRET}
        pxe.update({"storage_path": "/pxe", "dhcp_interface": "eth1", "clusters": ["metal"]})
        zone["pxe_servers"] = [{**pxe, **self.options(description=_TEXT)}]

    def chassis(self, address, name, *states):
        chassis = {"name": name, "ipmi_address": address, "ipmi_username": "ADMIN", "ipmi_password": SECRET}
        return {**chassis, **self.options(description=_TEXT, **({"state": self.state(*states)} if states else {}))}

    def fleet(self):
        """The bare metal of 2.3.1, which is in no zone."""
        return {
            "pxe_servers": [{"name": "pxe", "dhcp_interface": "eth1", **self.options(description=_TEXT)}],
            "chassis": self.listed(self.box, 1, 2, 3),
        }

    def box(self, n):
        chassis = self.chassis(f"10.7.0.{n}", f"box{n}")
        if self.draw(st.booleans()):
            nics = [{"mac": f"52:54:00:00:00:0{n}", "pxe": True}]
            chassis["host_configs"] = [{"password": SECRET, "nics": nics, **self.options()}]
            chassis["state"] = self.draw(self.state("provisioned", "unprovisioned"))
        return chassis

    def offering(self, n):
        return {"name": f"gpu{n}", "vendor_id": "10de", "device_id": f"1eb{n}", **self.options()}


@st.composite
def trees(draw, generation, whole=False):
    """A tree; ``whole``: one that says all that can be changed."""
    world = _World(draw, generation, whole)
    tree = {"zones": world.listed(world.zone, *NAMES), "pci_offerings": world.listed(world.offering, 1, 2)}
    if generation == "2.3.1" and draw(st.booleans()):
        tree.update(world.fleet())
    return tree


@st.composite
def shuffled(draw, value):
    """The same tree with its keys and lists in another order."""
    if isinstance(value, dict):
        return {key: draw(shuffled(value[key])) for key in draw(st.permutations(list(value)))}
    if isinstance(value, list):
        return [draw(shuffled(item)) for item in draw(st.permutations(value))]
    return value
