# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan is a pure function: what is wanted and what is there in, steps with before and after out."""

from __future__ import annotations

import copy
from itertools import count

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import Refused
from ansible_collections.zstack.cloud.plugins.module_utils._engine.plan import (
    PREDICTED_UUID,
    Desired,
    Plan,
    Step,
    equal,
    plan_absent,
    plan_present,
)
from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.host import KVM_HOST
from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE

HOST = {
    "uuid": "e" * 32,
    "name": "kvm-1",
    "managementIp": "10.0.0.1",
    "clusterUuid": "c" * 32,
    "zoneUuid": "a" * 32,
    "hypervisorType": "KVM",
    "state": "Enabled",
    "status": "Connected",
    "username": "root",
    "sshPort": 22,
}
LAB = {"uuid": "a" * 32, "name": "lab", "state": "Enabled", "type": "zstack"}


def host_plan(fields=None, current=None, generation="5.2", **desired):
    return plan_present(KVM_HOST, Desired(fields=fields or {}, **desired), dict(HOST, **current or {}), generation)


def zone_plan(fields=None, current=None, generation="5.2", **desired):
    return plan_present(ZONE, Desired(fields=fields or {}, **desired), dict(LAB, **current or {}), generation)


def sent(plan):
    return [(step.label, {k: v for k, v in step.params.items() if k != "uuid"}) for step in plan.ordered()]


# Fields


def test_nothing_wanted_nothing_planned():
    assert host_plan() == Plan(inventory=HOST)
    assert host_plan().changed is False


def test_the_plan_leaves_its_arguments_alone():
    current = dict(HOST, attached=["x"])
    desired = Desired(state="disabled", fields={"name": "x", "description": "y"})
    before = copy.deepcopy((current, desired))
    plan_present(KVM_HOST, desired, current, "5.2")
    assert (current, desired) == before


def test_a_creation_sends_everything_at_once():
    fields = {"name": "x", "management_ip": "i", "zone": "a", "cluster": "c", "username": "root", "password": "s3cret"}
    desired = Desired(fields=fields, shown={"cluster": "compute"})
    plan = plan_present(KVM_HOST, desired, None, "5.2", new_uuid="u" * 32)
    (step,) = plan.steps
    assert (step.label, step.uuid, step.until) == ("AddKVMHost", "u" * 32, {})
    assert step.params == {
        "resourceUuid": "u" * 32,
        "name": "x",
        "managementIp": "i",
        "clusterUuid": "c",
        "username": "root",
        "password": "s3cret",
    }
    assert plan.before == {}
    assert plan.after == {"name": "x", "management_ip": "i", "cluster": "compute", "username": "root"}
    assert plan.inventory["zoneUuid"] == "a" and plan.inventory["sshPort"] == 22
    assert "password" not in plan.inventory


def test_a_predicted_creation_sends_no_uuid():
    plan = plan_present(ZONE, Desired(fields={"name": "x"}), None, "5.2")
    assert plan.steps[0].params == {"name": "x"}
    assert plan.inventory["uuid"] == PREDICTED_UUID


@pytest.mark.parametrize(
    ("fields", "apis"),
    [
        ({"name": "x"}, ["UpdateHost"]),
        ({"name": "x", "description": "y", "management_ip": "i"}, ["UpdateHost"]),
        ({"ssh_port": 2222}, ["UpdateKVMHost"]),
        ({"name": "x", "management_ip": "i", "ssh_port": 2222}, ["UpdateKVMHost"]),
        ({"username": "jo", "description": "y"}, ["UpdateKVMHost"]),
        ({"name": "kvm-1", "ssh_port": 22, "management_ip": "10.0.0.1"}, []),
    ],
)
def test_as_few_apis_as_serve(fields, apis):
    plan = host_plan(fields)
    assert [label for label, params in sent(plan)] == apis
    api_fields = {"management_ip": "managementIp", "ssh_port": "sshPort"}
    for _label, params in sent(plan):
        assert params == {api_fields.get(k, k): v for k, v in fields.items()}


def test_only_what_differs_is_sent_and_both_sides_are_shown():
    plan = host_plan({"name": "kvm-1", "description": "new", "management_ip": "10.0.0.1"})
    assert sent(plan) == [("UpdateHost", {"description": "new"})]
    assert plan.before == {"name": "kvm-1", "description": None, "management_ip": "10.0.0.1"}
    assert plan.after == {"name": "kvm-1", "description": "new", "management_ip": "10.0.0.1"}


@pytest.mark.parametrize(
    ("now", "wanted", "same"),
    [
        ("x", "x", True),
        ("x", "x\n", True),
        ("x ", " x", True),
        ("x", "X", False),
        (None, "", True),
        ("", "", True),
        ("  ", "", True),
        (None, " ", True),
        ("x", "", False),
        (None, False, True),
        (False, False, True),
        (None, True, False),
        (True, False, False),
        (22, 22, True),
        (22.0, 22, True),
        (None, 22, False),
        (0, "", False),
        (623, "623", True),
    ],
)
def test_equal_as_the_node_sees_it(now, wanted, same):
    assert equal(now, wanted) is same


@pytest.mark.parametrize("field", ["cluster", "zone"])
def test_create_only_names_both_values_and_the_object(field):
    with pytest.raises(Refused) as caught:
        host_plan({field: "9" * 32}, shown={field: "other"})
    now = HOST[field + "Uuid"]
    for part in (field, repr(now), "'other'", "'kvm-1'", HOST["uuid"], "at creation only"):
        assert part in caught.value.message


def test_a_field_of_another_generation_is_left_out():
    assert sent(zone_plan({"is_default": True}, generation="5.2")) == [("UpdateZone", {"isDefault": True})]
    assert sent(zone_plan({"is_default": True}, generation="2.3.1")) == []


# Secrets


def test_a_secret_is_sent_on_creation_and_else_only_always():
    fields = {"password": "s3cret", "name": "kvm-1"}
    assert host_plan(fields).steps == ()
    plan = host_plan(fields, update_secrets=True)
    assert sent(plan) == [("UpdateKVMHost", {"password": "s3cret"})]
    assert plan.changed is True
    assert "s3cret" not in repr((plan.before, plan.after, plan.inventory, plan.warnings))
    plan = host_plan(dict(fields, name="x"), update_secrets=True)
    assert sent(plan) == [("UpdateKVMHost", {"name": "x", "password": "s3cret"})]
    assert host_plan({"name": "kvm-1"}, update_secrets=True).steps == ()


# States


@pytest.mark.parametrize(
    ("now", "wanted", "sends"),
    [
        ("Enabled", "present", None),
        ("Enabled", "enabled", None),
        ("Disabled", "disabled", None),
        ("Maintenance", "maintenance", None),
        ("Maintenance", "present", None),
        ("Enabled", "disabled", ("disable", {"state": ("Disabled",)})),
        ("Disabled", "enabled", ("enable", {"state": ("Enabled",)})),
        ("Enabled", "maintenance", ("maintain", {"state": ("Maintenance",)})),
        ("Disabled", "maintenance", ("maintain", {"state": ("Maintenance",)})),
        ("PreMaintenance", "maintenance", ("maintain", {"state": ("Maintenance",)})),
        ("Maintenance", "enabled", ("enable", {"state": ("Enabled",), "status": ("Connected",)})),
        ("Maintenance", "disabled", ("disable", {"state": ("Disabled",), "status": ("Connected",)})),
        ("PreMaintenance", "enabled", ("enable", {"state": ("Enabled",), "status": ("Connected",)})),
    ],
)
def test_states_and_what_is_waited_for(now, wanted, sends):
    plan = host_plan(current={"state": now}, state=wanted)
    if sends is None:
        assert plan.steps == ()
        assert plan.before == plan.after == ({} if wanted == "present" else {"state": now})
        return
    (step,) = plan.steps
    assert (step.label, step.params["stateEvent"]) == ("ChangeHostState", sends[0])
    assert step.until == sends[1]
    assert (plan.before["state"], plan.after["state"]) == (now, sends[1]["state"][0])
    assert plan.inventory["state"] == plan.after["state"]


def test_leaving_maintenance_predicts_the_connection():
    plan = host_plan(current={"state": "Maintenance", "status": "Disconnected"}, state="enabled")
    assert plan.inventory["status"] == "Connected"


def test_maintenance_needs_a_connected_host():
    with pytest.raises(Refused) as caught:
        host_plan(current={"status": "Disconnected"}, state="maintenance")
    for part in ("state: maintenance", "status Connected", "is Disconnected", "reconnect: if_disconnected"):
        assert part in caught.value.message
    host_plan(current={"status": "Disconnected"}, state="disabled")
    plan = host_plan(current={"status": "Disconnected"}, state="maintenance", reconnect="if_disconnected")
    assert [label for label, params in sent(plan)] == ["ReconnectHost", "ChangeHostState"]


def test_a_busy_host_is_waited_for_first():
    plan = host_plan({"description": "x"}, current={"status": "Connecting"}, state="maintenance")
    assert [step.label for step in plan.ordered()] == [
        "waiting for status Connected or Disconnected",
        "UpdateHost",
        "ChangeHostState",
    ]
    assert plan.steps[0].until == {"status": ("Connected", "Disconnected")}
    assert host_plan({"name": "kvm-1"}, current={"status": "Connecting"}, state="enabled").steps == ()


# Reconnecting


@pytest.mark.parametrize(
    ("mode", "status", "fields", "reconnects"),
    [
        ("never", "Connected", {}, False),
        ("never", "Disconnected", {"ssh_port": 1}, False),
        ("if_disconnected", "Connected", {}, False),
        ("if_disconnected", "Connected", {"description": "x"}, False),
        ("if_disconnected", "Disconnected", {}, True),
        ("if_disconnected", "Connected", {"management_ip": "i"}, True),
        ("if_disconnected", "Connected", {"ssh_port": 1}, True),
        ("always", "Connected", {}, True),
        ("always", "Disconnected", {"name": "x"}, True),
    ],
)
def test_when_a_host_is_reconnected(mode, status, fields, reconnects):
    plan = host_plan(fields, current={"status": status}, reconnect=mode)
    labels = [label for label, params in sent(plan)]
    assert ("ReconnectHost" in labels) is reconnects
    if reconnects:
        assert labels[-1] == "ReconnectHost", "after what it is to bring into use"
        assert plan.steps[-1].until == {"status": ("Connected",)}
        assert (plan.before["status"], plan.after["status"]) == (status, "Connected")
    assert bool(plan.warnings) is (mode == "never" and "ssh_port" in fields)


def test_what_is_saved_but_not_in_use_is_told_by_option():
    plan = host_plan({"ssh_port": 1, "username": "jo", "name": "x"})
    assert plan.warnings == ("username, ssh_port: saved, and in use after the next reconnection, see reconnect",)


@pytest.mark.parametrize("now", ["PreMaintenance", "Maintenance"])
def test_no_reconnection_in_maintenance(now):
    """The node refuses it there, and reconnects by itself when the host leaves."""
    plan = host_plan(current={"state": now}, reconnect="always")
    assert plan.steps == () and now in plan.warnings[0]
    plan = host_plan(current={"state": now}, reconnect="always", state="maintenance")
    assert "ReconnectHost" not in [s.label for s in plan.steps] and now in plan.warnings[0]
    plan = host_plan(current={"state": now}, reconnect="always", state="enabled")
    assert [s.label for s in plan.steps] == ["ChangeHostState"] and plan.warnings == ()


# Attachments


def attach_plan(wanted, now):
    desired = Desired(attachments={"primary_storages": wanted})
    cluster = {"uuid": "c" * 32, "name": "compute", "state": "Enabled"}
    return plan_present(CLUSTER, desired, cluster, "5.2", {"primary_storages": now})


def test_attachments_are_a_set():
    plan = attach_plan({"2": "smp", "3": "ceph"}, {"1": "nfs", "3": "ceph"})
    assert [(s.label, s.params) for s in plan.ordered()] == [
        ("DetachPrimaryStorageFromCluster", {"clusterUuid": "c" * 32, "primaryStorageUuid": "1"}),
        ("AttachPrimaryStorageToCluster", {"clusterUuid": "c" * 32, "primaryStorageUuid": "2"}),
    ]
    assert plan.before == {"primary_storages": ["ceph", "nfs"]}
    assert plan.after == {"primary_storages": ["ceph", "smp"]}
    assert attach_plan({"1": "x", "2": "y"}, {"2": "y", "1": "x"}).steps == ()
    assert len(attach_plan({}, {"2": "y", "1": "x"}).steps) == 2
    cluster = {"uuid": "c" * 32, "name": "compute", "state": "Enabled"}
    plan = plan_present(CLUSTER, Desired(), cluster, "5.2", {"primary_storages": {"1": "x"}})
    assert plan == Plan(inventory=cluster)


# Absence


def test_absent():
    assert plan_absent(ZONE, Desired(), None) == Plan()
    plan = plan_absent(KVM_HOST, Desired(), dict(HOST, password="s3cret"))
    assert [(s.label, s.params) for s in plan.steps] == [("DeleteHost", {"uuid": HOST["uuid"]})]
    assert plan.before["management_ip"] == "10.0.0.1" and plan.before["uuid"] == HOST["uuid"]
    assert "s3cret" not in repr(plan.before)
    assert plan.after == {} and plan.inventory is None and plan.changed
    forced = plan_absent(ZONE, Desired(force=True), LAB)
    assert forced.steps[0].params == {"uuid": LAB["uuid"], "deleteMode": "Enforcing"}


# The graph


def test_steps_on_one_object_follow_each_other():
    plan = host_plan({"description": "x", "ssh_port": 1}, state="maintenance", reconnect="always", after=("zone",))
    assert plan.steps[0].after == ("zone",)
    assert [step.after for step in plan.steps[1:]] == [(step.id,) for step in plan.steps[:-1]]
    assert len({step.id for step in plan.steps}) == len(plan.steps) == 3


def test_steps_are_ordered_by_what_they_depend_on():
    steps = [
        Step(i, ZONE, "u", after=after) for i, after in (("c", ("b",)), ("b", ("a", "elsewhere")), ("a", ()), ("d", ()))
    ]
    order = [step.id for step in Plan(steps=tuple(steps)).ordered()]
    assert sorted(order) == ["a", "b", "c", "d"]
    assert order.index("a") < order.index("b") < order.index("c")


def test_plans_join_into_one():
    zone = plan_present(ZONE, Desired(fields={"name": "z"}), None, "5.2", new_uuid="a" * 32)
    fields = {"name": "c", "zone": "a" * 32, "hypervisor_type": "KVM"}
    desired = Desired(state="disabled", fields=fields, after=(zone.steps[-1].id,))
    cluster = plan_present(CLUSTER, desired, None, "5.2", new_uuid="c" * 32)
    host = host_plan({"ssh_port": 1})
    joined = Plan.joined([cluster, host, zone])
    labels = [step.label for step in joined.ordered()]
    assert sorted(labels) == ["ChangeClusterState", "CreateCluster", "CreateZone", "UpdateKVMHost"]
    assert labels.index("CreateZone") < labels.index("CreateCluster") < labels.index("ChangeClusterState")
    assert joined.before == {"objects": [cluster.before, host.before, zone.before]}
    assert joined.after == {"objects": [cluster.after, host.after, zone.after]}
    assert joined.warnings == host.warnings
    assert joined.changed and not Plan.joined([]).changed


def test_waiting_alone_is_no_change():
    assert Plan(steps=(Step("a", ZONE, "u", until={"state": ("Enabled",)}),)).changed is False


# What is planned is what comes about

TEXT = st.sampled_from(["", " ", "x", " x ", "y\n", "ä"])
NAME = st.sampled_from(["x", " x", "y z"])


def subset(**fields):
    return st.fixed_dictionaries({}, optional=fields)


WANTED = {
    ZONE: (subset(name=NAME, description=TEXT, is_default=st.booleans()), {"name": "x"}),
    CLUSTER: (
        subset(name=NAME, description=TEXT, zone=st.just("a" * 32), hypervisor_type=st.just("KVM")),
        {"name": "x", "zone": "a" * 32, "hypervisor_type": "KVM"},
    ),
    KVM_HOST: (
        subset(
            name=NAME,
            description=TEXT,
            management_ip=st.sampled_from(["10.0.0.1", "10.0.0.9"]),
            cluster=st.just("c" * 32),
            username=st.sampled_from(["root", "jo"]),
            password=st.just("s3cret"),
            ssh_port=st.sampled_from([22, 2222]),
        ),
        {"name": "x", "management_ip": "10.0.0.8", "cluster": "c" * 32, "username": "root", "password": "s3cret"},
    ),
}
UUIDS = count(1)
ROWS = {ZONE: "Zone", CLUSTER: "Cluster", KVM_HOST: "Host"}
HELD = {"Zone": ("backup_storages", "BackupStorage", "attachedZoneUuids")}
HELD["Cluster"] = ("primary_storages", "PrimaryStorage", "attachedClusterUuids")


@given(data=st.data(), generation=st.sampled_from(["2.3.1", "5.2"]), resource=st.sampled_from(list(WANTED)))
@settings(max_examples=300, deadline=None)
def test_a_plan_carried_out_leaves_nothing_to_plan(client_class, data, generation, resource):
    client = client_class(
        generation,
        Zone=[dict(LAB, description=data.draw(TEXT))],
        Cluster=[
            {
                "uuid": "c" * 32,
                "name": "x",
                "zoneUuid": "a" * 32,
                "hypervisorType": "KVM",
                "state": "Disabled",
                "type": "zstack",
            }
        ],
        Host=[
            dict(
                HOST,
                state=data.draw(st.sampled_from(["Enabled", "Disabled", "PreMaintenance", "Maintenance"])),
                status=data.draw(st.sampled_from(["Connected", "Disconnected", "Connecting"])),
            )
        ],
        PrimaryStorage=[
            {"uuid": u, "attachedClusterUuids": data.draw(st.sampled_from([[], ["c" * 32]]))} for u in "123"
        ],
        BackupStorage=[{"uuid": u, "attachedZoneUuids": data.draw(st.sampled_from([[], ["a" * 32]]))} for u in "45"],
    )
    table = ROWS[resource]
    current = data.draw(st.sampled_from([client.rows(table)[0], None]), "current")
    fields, needed = WANTED[resource]
    fields = data.draw(fields, "fields") if current else {**needed, **data.draw(fields, "fields")}
    if generation == "2.3.1":
        fields.pop("is_default", None)
    attachments = {}
    if table in HELD and data.draw(st.booleans()):
        option, holder, _column = HELD[table]
        attachments = {
            option: {u: u for u in data.draw(st.sets(st.sampled_from([r["uuid"] for r in client.rows(holder)])))}
        }
    desired = Desired(
        state=data.draw(st.sampled_from(["present", *resource.states]), "state"),
        fields=fields,
        attachments=attachments,
        reconnect=data.draw(st.sampled_from(["never", "if_disconnected"]), "reconnect"),
    )

    def attached(uuid):
        option, holder, column = HELD.get(table, ("", "", ""))
        return {option: {r["uuid"]: r["uuid"] for r in client.rows(holder) if uuid in r[column]}} if option else {}

    uuid = current["uuid"] if current else "%032x" % next(UUIDS)
    try:
        plan = plan_present(resource, desired, current and dict(current), generation, attached(uuid), uuid)
    except Refused as refused:
        event("refused")
        assert "status Connected" in refused.message and desired.state == "maintenance"
        return
    for step in plan.ordered():
        row = client.row(uuid)
        if step.api:
            client.call(step.api, step.params)
        elif row["status"] == "Connecting":
            row["status"] = "Connected"
        row = client.row(uuid)
        while client.later:
            client.later.pop()()
        assert all(row[k] in values for k, values in step.until.items())
    row = client.row(uuid)
    event(f"{len(plan.steps)} steps")

    again = plan_present(resource, desired, dict(row), generation, attached(uuid))
    assert again.steps == ()
    assert again.before == again.after
    for option, after in again.after.items():
        assert equal(plan.after.get(option, after), after), "the diff has told what came about"
    for field in resource.fields:
        if field.option in plan.after:
            assert equal(row.get(field.api), plan.inventory.get(field.api))
    assert (row["state"], row.get("status")) == (plan.inventory["state"], plan.inventory.get("status"))


@pytest.mark.parametrize(("generation", "steps"), [("5.2", ["enable"]), ("2.3.1", ["enable", "reconnect"])])
def test_a_host_leaving_maintenance_is_reconnected_where_it_is_not_by_itself(generation, steps):
    plan = host_plan({"ssh_port": 2222}, {"state": "Maintenance"}, generation, state="enabled", reconnect="always")
    assert [step.id.rpartition(":")[2] for step in plan.ordered()] == ["UpdateKVMHost", *steps]
    assert plan.inventory["status"] == "Connected" and plan.inventory["state"] == "Enabled"
    assert not plan.warnings


def test_steps_follow_an_object_whose_uuid_the_node_chose():
    step = Step("attach", CLUSTER, "p" * 32, None, {"clusterUuid": "p" * 32, "primaryStorageUuid": "s" * 32, "n": 1})
    moved = step.renamed({"p" * 32: "r" * 32})
    assert moved.uuid == "r" * 32
    assert moved.params == {"clusterUuid": "r" * 32, "primaryStorageUuid": "s" * 32, "n": 1}
