# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every declaration of a resource promises the engine, and the inventories of both generations."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils import _resources as resources
from ansible_collections.zstack.cloud.plugins.module_utils._api.catalog import APIS
from ansible_collections.zstack.cloud.plugins.module_utils._api.declaration import GENERATIONS
from ansible_collections.zstack.cloud.plugins.module_utils._resources.resource import Resource

FILES = sorted(path.stem for path in Path(resources.__file__).parent.glob("[a-z]*.py"))
DECLARED = {
    f"{file}.{name}": value
    for file in FILES
    for name, value in vars(import_module(f"{resources.__name__}.{file}")).items()
    if isinstance(value, Resource)
}
MANAGED = [(label, generation) for label in DECLARED for generation in GENERATIONS if DECLARED[label].create]

#: Fields of the node's inventories, in both generations and in 5.2 only.
INVENTORIES = {
    "zone.ZONE": ("uuid name description state type createDate lastOpDate", "isDefault"),
    "cluster.CLUSTER": (
        "uuid name description state hypervisorType type zoneUuid createDate lastOpDate",
        "architecture",
    ),
    "host.KVM_HOST": (
        "uuid name description managementIp hypervisorType state status zoneUuid clusterUuid totalCpuCapacity "
        "availableCpuCapacity cpuSockets cpuNum totalMemoryCapacity availableMemoryCapacity username sshPort "
        "createDate lastOpDate",
        "architecture osDistribution osRelease osVersion ipmiAddress ipmiUsername ipmiPort ipmiPowerStatus cpuStatus "
        "memoryStatus diskStatus nicStatus gpuStatus powerSupplyStatus fanStatus raidStatus temperatureStatus",
    ),
    "storage.PRIMARY_STORAGE": (
        "uuid name url description totalCapacity availableCapacity totalPhysicalCapacity availablePhysicalCapacity "
        "systemUsedCapacity type state status mountPath zoneUuid attachedClusterUuids createDate lastOpDate",
        "",
    ),
    "storage.BACKUP_STORAGE": (
        "uuid name url description totalCapacity availableCapacity type state status attachedZoneUuids "
        "createDate lastOpDate",
        "",
    ),
}


@pytest.mark.parametrize("label", INVENTORIES)
def test_inventories_have_the_fields_of_the_node(label):
    both, new = (set(fields.split()) for fields in INVENTORIES[label])
    resource = DECLARED[label]
    assert sorted(resource.inventory_of("2.3.1")) == sorted(both)
    assert sorted(resource.inventory_of("5.2")) == sorted(both | new)


def exists(api, generation):
    return api.only in (None, generation)


@pytest.mark.parametrize("label", DECLARED)
def test_apis_are_those_of_the_catalog(label):
    resource = DECLARED[label]
    used = [resource.query, resource.create, resource.delete, resource.change_state, resource.reconnect]
    used += [api for f in resource.fields for api in f.update]
    used += [api for a in resource.attachments for api in (a.add, a.remove, a.of.query)]
    used += [kind.query for kind in resource.cascade]
    for api in filter(None, used):
        assert APIS[api.name] is api


@pytest.mark.parametrize(("label", "generation"), MANAGED)
def test_every_field_can_be_sent_where_it_is_said_to_be(label, generation):
    resource = DECLARED[label]
    if not exists(resource.create, generation):
        return
    created = resource.create.parameters(generation)
    for f in resource.available(generation):
        if f.sent:
            assert f.api in created, f.option
        for api in f.update:
            assert exists(api, generation), f.option
            assert f.api in api.parameters(generation), f"{f.option} by {api.name}"
            assert "uuid" in api.parameters(generation)
        if not f.secret:
            assert f.api in resource.inventory_of(generation), f"{f.option} cannot be compared"
        if f.within:
            assert resource.field(f.within).ref, f"{f.option} is looked for within {f.within}"
            options = [g.option for g in resource.fields]
            assert options.index(f.within) < options.index(f.option), "what narrows down comes first"
            assert resource.field(f.within).api in f.ref.inventory
    sent = {f.api for f in resource.available(generation) if f.sent}
    assert {p.name for p in created.values() if p.required} <= sent, "a mandatory parameter without an option"


@pytest.mark.parametrize(("label", "generation"), MANAGED)
def test_fields_of_one_generation_are_marked_so(label, generation):
    """What is not marked exists in both, so that the engine refuses by the option's name, not the API's."""
    resource = DECLARED[label]
    for f in resource.fields:
        if f.only:
            other = next(g for g in GENERATIONS if g != f.only)
            assert f.api not in resource.create.parameters(other)


@pytest.mark.parametrize(("label", "generation"), MANAGED)
def test_choices_are_those_of_the_api(label, generation):
    resource = DECLARED[label]
    for f in resource.available("5.2"):
        parameter = resource.create.parameter(f.api, "5.2")
        if parameter and f.sent:
            assert set(f.choices) == set(parameter.choices), f.option


@pytest.mark.parametrize("label", DECLARED)
def test_secrets_are_in_no_inventory(label):
    resource = DECLARED[label]
    for f in resource.fields:
        if any(word in f.option for word in ("password", "secret")):
            assert f.secret
        if f.secret:
            assert all(f.api not in resource.inventory_of(g) for g in GENERATIONS)


@pytest.mark.parametrize(("label", "generation"), MANAGED)
def test_states_are_reached_by_events_that_the_node_knows(label, generation):
    resource = DECLARED[label]
    for state, event in resource.states.items():
        assert state not in ("present", "absent")
        request = resource.change_state.request(generation, {"uuid": "u", "stateEvent": event.event})
        assert request.is_async
        assert set(event.needs) <= set(resource.inventory_of(generation))
    for fields in (resource.created, resource.busy, *resource.leaving.values()):
        known = {f for g in ("2.3.1", "5.2") for f in resource.inventory_of(g)}
        assert set(fields) <= known | {"type"}
    assert set(resource.leaving) & {"Enabled", "Disabled"} == set()
    assert {"state"} <= set(resource.created) if resource.states else True


@pytest.mark.parametrize(("label", "generation"), MANAGED)
def test_attachments_and_deletion_can_be_sent(label, generation):
    resource = DECLARED[label]
    assert resource.delete.request(generation, {"uuid": "u", "deleteMode": "Enforcing"}).method == "DELETE"
    for a in resource.attachments:
        for api in (a.add, a.remove):
            assert api.request(generation, {a.own: "own", a.other: "other"}).body in (None, {"params": {}})
        assert a.field in a.of.inventory_of(generation)


@pytest.mark.parametrize("label", DECLARED)
def test_names_of_options_are_told_apart(label):
    resource = DECLARED[label]
    options = [f.option for f in resource.fields] + [a.option for a in resource.attachments]
    assert len(options) == len(set(options))
    assert not set(options) & {"uuid", "state", "cascade", "force", "reconnect", "update_password"}
    assert not resource.key or resource.field(resource.key).sent
    assert "uuid" in resource.inventory


def test_a_resource_knows_what_it_takes_along():
    labels = {label: [kind.label for kind in DECLARED[label].cascade] for label, _generation in MANAGED}
    assert labels["zone.ZONE"] == ["clusters", "hosts", "VM instances", "primary storages"]
    assert labels["cluster.CLUSTER"] == ["hosts", "VM instances"]
    assert labels["host.KVM_HOST"] == ["VM instances"]
