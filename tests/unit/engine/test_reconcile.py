# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import JobForgotten, WaitTimeout, ZStackError
from ansible_collections.zstack.cloud.plugins.module_utils._engine.apply import apply
from ansible_collections.zstack.cloud.plugins.module_utils._engine.errors import (
    Ambiguous,
    NotFound,
    Refused,
    StepFailed,
)
from ansible_collections.zstack.cloud.plugins.module_utils._engine.plan import PREDICTED_UUID
from ansible_collections.zstack.cloud.plugins.module_utils._engine.reconcile import Wish, reconcile
from ansible_collections.zstack.cloud.plugins.module_utils._resources.cluster import CLUSTER
from ansible_collections.zstack.cloud.plugins.module_utils._resources.host import KVM_HOST
from ansible_collections.zstack.cloud.plugins.module_utils._resources.zone import ZONE

LAB, UPPER = "a" * 32, "b" * 32
COMPUTE, OTHER_COMPUTE = "c" * 32, "d" * 32
NFS, SMP, CEPH = "1" * 32, "2" * 32, "3" * 32
KVM_1, KVM_2 = "e" * 32, "f" * 32

CLUSTER_VALUES = {"name": "compute", "zone": "lab", "hypervisor_type": "KVM"}
HOST_VALUES = {"name": "kvm-1", "management_ip": "10.0.0.1", "zone": "lab", "cluster": "compute"}
NEW_HOST = dict(HOST_VALUES, name="kvm-9", management_ip="10.0.0.9", username="root", password="s3cret")


def run(client, resource, values, check_mode=False, wait_timeout=60, **wish):
    return reconcile(client, Wish(resource, values, **wish), check_mode, wait_timeout)


def both_ways(client, resource, values, **wish):
    """The result; after asserting what every state module promises of check mode, diff and the second run."""
    predicted = run(client, resource, values, check_mode=True, **wish)
    assert client.calls == [], "check mode changes nothing"
    result = run(client, resource, values, **wish)
    assert predicted["changed"] == result["changed"] == bool(client.calls)
    assert predicted["diff"] == result["diff"]
    assert set(predicted) == set(result)
    if result[resource.name]:
        assert set(predicted[resource.name]) == set(result[resource.name])
    client.calls.clear()
    again = run(client, resource, values, **wish)
    assert again["changed"] is False and client.calls == []
    assert again["diff"]["before"] == again["diff"]["after"]
    return result


# Creating


def test_a_zone_is_created_under_a_uuid_of_ours(cloud):
    result = run(cloud, ZONE, {"name": " new ", "description": "x"})
    ((name, params),) = cloud.calls
    assert name == "CreateZone"
    # The node refuses what is not shaped like a version 4 uuid without dashes.
    assert re.fullmatch("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}", params.pop("resourceUuid"))
    assert params == {"name": "new", "description": "x"}
    assert result["changed"] is True
    zone = result["zone"]
    assert (zone["name"], zone["state"], zone["create_date"]) == ("new", "Enabled", "2017-11-04 01:02:03")
    assert ("is_default" in zone) == (cloud.generation == "5.2")
    assert result["diff"] == {"before": {}, "after": {"name": "new", "description": "x"}}


def test_creation_is_predicted(cloud):
    both_ways(
        cloud, ZONE, {"name": "new", "description": ""}, state="disabled", attachments={"backup_storages": ["images"]}
    )
    cluster = both_ways(
        cloud, CLUSTER, dict(CLUSTER_VALUES, name="new"), attachments={"primary_storages": ["smp", NFS]}
    )
    assert cluster["diff"]["after"] == {
        "name": "new",
        "zone": "lab",
        "hypervisor_type": "KVM",
        "primary_storages": ["nfs", "smp"],
    }
    host = both_ways(cloud, KVM_HOST, NEW_HOST, state="maintenance")
    assert host["host"]["state"] == "Maintenance"
    assert "s3cret" not in repr(host)
    assert "password" not in repr(host)


def test_creation_tells_all_that_it_lacks(cloud):
    with pytest.raises(Refused, match="cluster and username and password are needed to create this host"):
        run(cloud, KVM_HOST, {"name": "x", "management_ip": "10.0.0.9"})
    with pytest.raises(Refused, match=r"^zone is needed to create this cluster"):
        run(cloud, CLUSTER, {"name": "x", "hypervisor_type": "KVM"})
    assert cloud.calls == []


# Finding


def test_a_name_is_compared_exactly(cloud):
    assert run(cloud, ZONE, {"name": "Lab"})["zone"]["uuid"] == UPPER
    assert run(cloud, ZONE, {"name": "lab"})["zone"]["uuid"] == LAB
    assert run(cloud, ZONE, {"name": "LAB"})["changed"] is True


@pytest.mark.parametrize("name", ["a=b", "50%", "a_b", "it's", "a>=b", 'say "x"', "back\\slash"])
def test_a_name_that_the_query_language_cannot_say_is_still_found_exactly(client_class, name):
    like = re.sub(r"[\W_]", "x", name)
    rows = [{"uuid": c * 32, "name": n, "state": "Enabled"} for c, n in (("1", name), ("2", like))]
    result = run(client_class("2.3.1", Zone=rows), ZONE, {"name": name})
    assert (result["changed"], result["zone"]["uuid"]) == (False, "1" * 32)


def test_a_name_that_several_have_is_refused_with_the_candidates(cloud):
    with pytest.raises(Ambiguous) as caught:
        run(cloud, CLUSTER, {"name": "compute"}, state="absent")
    result = caught.value.as_result()
    assert [c["uuid"] for c in result["candidates"]] == [COMPUTE, OTHER_COMPUTE]
    assert [c["zone_uuid"] for c in result["candidates"]] == [LAB, UPPER]
    assert all("zone " + c["zone"] in result["msg"] for c in result["candidates"])
    assert {c["created"] for c in result["candidates"]} == {"2017-11-04 01:02:03"}
    assert COMPUTE in result["msg"] and "Give the uuid" in result["msg"]
    assert cloud.calls == []


@pytest.mark.parametrize("zone", ["Lab", UPPER])
def test_the_scope_settles_which_one_is_meant(cloud, zone):
    result = run(cloud, CLUSTER, {"name": "compute", "zone": zone, "description": "x"})
    assert cloud.calls == [("UpdateCluster", {"uuid": OTHER_COMPUTE, "description": "x"})]
    assert result["cluster"]["uuid"] == OTHER_COMPUTE


def test_a_reference_is_looked_for_within_its_scope(cloud):
    run(cloud, KVM_HOST, dict(NEW_HOST, zone="Lab"))
    assert cloud.row(cloud.calls[0][1]["resourceUuid"])["clusterUuid"] == OTHER_COMPUTE
    with pytest.raises(Ambiguous, match=r"^cluster: 2 clusters are named 'compute'"):
        run(cloud, KVM_HOST, {k: v for k, v in NEW_HOST.items() if k != "zone"})


def test_a_uuid_outside_the_scope_is_not_taken(cloud):
    with pytest.raises(
        NotFound, match=f"cluster: there is no cluster with name or uuid '{OTHER_COMPUTE}' in zone 'lab'"
    ):
        run(cloud, KVM_HOST, dict(NEW_HOST, cluster=OTHER_COMPUTE))
    assert cloud.calls == []


def test_a_name_that_looks_like_a_uuid_is_found_as_a_name(cloud):
    cloud.rows("Zone").append({"uuid": "9" * 32, "name": "8" * 32, "state": "Enabled"})
    run(cloud, CLUSTER, dict(CLUSTER_VALUES, name="new", zone="8" * 32))
    assert cloud.calls[0][1]["zoneUuid"] == "9" * 32


def test_a_missing_reference_is_refused(cloud):
    with pytest.raises(NotFound, match=r"^zone: there is no zone with name or uuid 'gone'") as caught:
        run(cloud, CLUSTER, dict(CLUSTER_VALUES, zone="gone"))
    assert "upper and lower case" in caught.value.message
    with pytest.raises(NotFound, match=r"^primary_storages: there is no primary storage with name or uuid 'gone'"):
        run(cloud, CLUSTER, CLUSTER_VALUES, attachments={"primary_storages": ["gone"]})
    assert cloud.calls == []


def test_a_uuid_goes_before_the_name(cloud):
    result = both_ways(cloud, ZONE, {"name": "renamed"}, uuid=LAB)
    assert result["zone"]["uuid"] == LAB
    assert result["diff"] == {"before": {"name": "lab"}, "after": {"name": "renamed"}}


def test_an_unknown_uuid_is_refused_and_says_how_to_create(cloud):
    with pytest.raises(NotFound, match="leave uuid out"):
        run(cloud, ZONE, {"name": "x"}, uuid="9" * 32)
    with pytest.raises(NotFound):
        run(cloud, ZONE, {"name": "x"}, uuid=PREDICTED_UUID)
    assert cloud.calls == []


@pytest.mark.parametrize(
    ("resource", "values"),
    [(ZONE, {}), (ZONE, {"name": ""}), (ZONE, {"name": "  "}), (KVM_HOST, {"management_ip": " "})],
)
@pytest.mark.parametrize("state", ["present", "absent"])
def test_what_names_nothing_is_refused_before_anything_is_asked(cloud, resource, values, state):
    with pytest.raises(Refused) as caught:
        run(cloud, resource, values, state=state)
    assert caught.type is Refused
    assert "name" in caught.value.message or "management_ip" in caught.value.message
    assert "empty" in caught.value.message
    assert cloud.asked == []


# Changing


def test_only_what_differs_is_sent(cloud):
    run(cloud, KVM_HOST, dict(HOST_VALUES, ssh_port=2222, username="root", description=""))
    assert cloud.calls == [("UpdateKVMHost", {"uuid": KVM_1, "sshPort": 2222})]


def test_changes_are_predicted(cloud):
    values = dict(HOST_VALUES, name="renamed", description="x", ssh_port=2222)
    result = both_ways(cloud, KVM_HOST, values, state="disabled")
    assert result["diff"]["before"] == {
        "name": "kvm-1",
        "description": None,
        "management_ip": "10.0.0.1",
        "zone": "lab",
        "cluster": "compute",
        "ssh_port": 22,
        "state": "Enabled",
    }
    assert result["diff"]["after"]["state"] == "Disabled"


def test_a_flag_that_the_node_leaves_out_is_false(cloud_52):
    result = both_ways(cloud_52, ZONE, {"name": "lab", "is_default": False, "description": "x"})
    assert result["diff"]["after"] == {"name": "lab", "is_default": False, "description": "x"}


def test_what_is_set_at_creation_only_is_refused_with_both_values(cloud):
    with pytest.raises(Refused) as caught:
        run(cloud, CLUSTER, {"name": "new", "zone": "Lab", "hypervisor_type": "KVM"}, uuid=COMPUTE)
    for part in ("zone", LAB, "'Lab'", "'compute'", COMPUTE):
        assert part in caught.value.message
    with pytest.raises(
        Refused, match=r"hypervisor_type of cluster 'compute' .* is 'KVM', the task asks for 'Simulator'"
    ):
        run(cloud, CLUSTER, dict(CLUSTER_VALUES, hypervisor_type="Simulator"))
    assert cloud.calls == []


def test_values_are_checked_before_anything_is_asked(cloud):
    for resource, values, option in (
        (ZONE, {"name": "x" * 256}, "name"),
        (ZONE, {"name": "x", "description": "x" * 2049}, "description"),
        (KVM_HOST, dict(NEW_HOST, ssh_port=65536), "ssh_port"),
        (KVM_HOST, dict(NEW_HOST, password="s3cret" * 99), "password"),
        (KVM_HOST, dict(NEW_HOST, username=""), "username"),
    ):
        with pytest.raises(Refused, match=f"^{option} .*ZStack {re.escape(cloud.generation)}") as caught:
            run(cloud, resource, values)
        assert "s3cret" not in caught.value.message
    assert cloud.asked == []


def test_what_the_generation_does_not_know_is_refused(client_class):
    old = client_class("2.3.1")
    with pytest.raises(Refused, match=r"is_default: ZStack 2.3.1 does not know it, ZStack 5.2 does"):
        run(old, ZONE, {"name": "x", "is_default": True})
    with pytest.raises(Refused, match="hypervisor_type is 'baremetal', expected one of KVM, Simulator"):
        run(old, CLUSTER, dict(CLUSTER_VALUES, hypervisor_type="baremetal"))
    assert old.asked == []


def test_a_password_is_sent_to_an_existing_host_only_when_it_is_asked_for(cloud):
    values = dict(HOST_VALUES, password="s3cret")
    assert run(cloud, KVM_HOST, values)["changed"] is False
    result = run(cloud, KVM_HOST, values, update_password="always")
    assert cloud.calls == [("UpdateKVMHost", {"uuid": KVM_1, "password": "s3cret"})]
    assert result["changed"] is True
    assert result["diff"]["before"] == result["diff"]["after"]
    assert "password: saved, and in use after the next reconnection" in result["warnings"][0]
    assert "s3cret" not in repr(result)


def test_a_host_at_another_address_under_a_name_that_exists_is_refused(cloud):
    with pytest.raises(Refused) as caught:
        run(cloud, KVM_HOST, dict(NEW_HOST, name="kvm-1"))
    for part in ("10.0.0.9", "10.0.0.1", "'kvm-1'", KVM_1, "management_ip"):
        assert part in caught.value.message
    assert cloud.calls == []
    run(cloud, KVM_HOST, {"name": "kvm-1", "management_ip": "10.0.0.9"}, uuid=KVM_1)
    assert cloud.calls == [("UpdateHost", {"uuid": KVM_1, "managementIp": "10.0.0.9"})]


def test_attachments_are_exactly_what_is_given(cloud):
    result = both_ways(cloud, CLUSTER, CLUSTER_VALUES, attachments={"primary_storages": ["smp", CEPH, "ceph"]})
    assert result["diff"]["before"]["primary_storages"] == ["ceph", "nfs"]
    assert result["diff"]["after"]["primary_storages"] == ["ceph", "smp"]
    assert [COMPUTE in cloud.row(uuid)["attachedClusterUuids"] for uuid in (NFS, SMP, CEPH)] == [False, True, True]
    assert OTHER_COMPUTE in cloud.row(CEPH)["attachedClusterUuids"]


def test_an_empty_list_detaches_all_and_none_leaves_all(cloud):
    assert "primary_storages" not in run(cloud, CLUSTER, CLUSTER_VALUES)["diff"]["before"]
    assert cloud.calls == []
    both_ways(cloud, CLUSTER, CLUSTER_VALUES, attachments={"primary_storages": []})
    assert not any(COMPUTE in row["attachedClusterUuids"] for row in cloud.rows("PrimaryStorage"))


def test_leaving_maintenance_waits_until_the_host_is_connected(cloud):
    cloud.row(KVM_1)["state"] = "Maintenance"
    result = both_ways(cloud, KVM_HOST, HOST_VALUES, state="disabled")
    assert (result["host"]["state"], result["host"]["status"]) == ("Disabled", "Connected")


def test_one_query_suffices_where_nothing_is_referred_to(cloud):
    run(cloud, ZONE, {"name": "lab"})
    assert len(cloud.asked) == 1
    cloud.asked.clear()
    run(cloud, KVM_HOST, {"management_ip": "10.0.0.1"})
    assert cloud.asked == [("QueryHost", ["managementIp=10.0.0.1", "hypervisorType=KVM"])]


# Check mode of a play whose earlier tasks have changed nothing


def test_check_mode_assumes_what_an_earlier_task_would_have_made(cloud):
    values = dict(NEW_HOST, zone="new zone", cluster="compute")
    result = run(cloud, KVM_HOST, values, check_mode=True)
    assert result["changed"] is True
    assert (result["host"]["zone_uuid"], result["host"]["cluster_uuid"]) == (PREDICTED_UUID, PREDICTED_UUID)
    assert result["diff"]["after"]["cluster"] == "compute"
    assert [w.split(" ")[0] for w in result["warnings"]] == ["zone:", "cluster:"], "no cluster is in a zone to come"


def test_check_mode_takes_the_predicted_uuid_of_an_earlier_task(cloud):
    zone = run(cloud, ZONE, {"name": "new"}, check_mode=True)["zone"]
    assert zone["uuid"] == PREDICTED_UUID
    cluster = run(cloud, CLUSTER, dict(CLUSTER_VALUES, zone=zone["uuid"]), check_mode=True)
    assert cluster["changed"] is True
    assert cluster["cluster"]["zone_uuid"] == PREDICTED_UUID
    assert "warnings" not in cluster


def test_check_mode_goes_on_with_an_object_known_by_its_predicted_uuid(cloud):
    values = dict(CLUSTER_VALUES, description="x")
    result = run(cloud, CLUSTER, values, uuid=PREDICTED_UUID, state="disabled", check_mode=True)
    assert result["changed"] is True
    assert result["cluster"]["state"] == "Disabled"
    assert result["diff"]["after"] == dict(CLUSTER_VALUES, description="x", state="Disabled")
    assert "does not exist yet" in result["warnings"][0]


# Deleting


def test_deletion_is_predicted(cloud):
    result = both_ways(cloud, KVM_HOST, {"management_ip": "10.0.0.2"}, state="absent")
    assert result["host"] is None
    assert result["diff"]["after"] == {}
    assert result["diff"]["before"]["management_ip"] == "10.0.0.2"
    assert cloud.row(KVM_2) is None


def test_deleting_with_force(cloud):
    run(cloud, KVM_HOST, {}, uuid=KVM_2, state="absent", force=True)
    assert cloud.calls == [("DeleteHost", {"uuid": KVM_2, "deleteMode": "Enforcing"})]


@pytest.mark.parametrize("check_mode", [True, False])
def test_a_deletion_that_takes_others_along_is_refused_with_the_list(cloud, check_mode):
    cloud.tables["QueryVmInstance"] = [
        {"uuid": f"{i:032}", "name": f"vm-{i}", "clusterUuid": COMPUTE, "zoneUuid": LAB, "hostUuid": KVM_1}
        for i in range(12)
    ]
    with pytest.raises(Refused) as caught:
        run(cloud, ZONE, {"name": "lab"}, state="absent", check_mode=check_mode)
    result = caught.value.as_result()
    assert result["dependents"] == {"clusters": 1, "hosts": 2, "VM instances": 12, "primary storages": 3}
    assert "hosts (kvm-1, kvm-2)" in result["msg"]
    assert "vm-9, ... 12 in all)" in result["msg"] and "vm-10" not in result["msg"]
    assert "cascade: true" in result["msg"]
    assert cloud.calls == []
    allowed = run(cloud, ZONE, {"name": "lab"}, state="absent", cascade=True, check_mode=check_mode)
    assert allowed["deleted_with_it"] == result["dependents"]
    assert (cloud.row(LAB) is None) is not check_mode


@pytest.mark.parametrize("check_mode", [True, False])
@pytest.mark.parametrize(
    ("resource", "values", "uuid"),
    [
        (ZONE, {"name": "gone"}, ""),
        (ZONE, {}, "9" * 32),
        (CLUSTER, {"name": "compute", "zone": "gone"}, ""),
        (KVM_HOST, {"name": "kvm-1", "zone": "lab", "cluster": "gone"}, ""),
        (KVM_HOST, {"management_ip": "10.0.0.9", "cluster": "gone"}, ""),
    ],
)
def test_what_is_gone_is_absent(cloud, resource, values, uuid, check_mode):
    result = run(cloud, resource, values, uuid=uuid, state="absent", check_mode=check_mode)
    assert result == {"changed": False, resource.name: None, "diff": {"before": {}, "after": {}}}
    assert cloud.calls == []


@pytest.mark.parametrize("identity", [{"uuid": KVM_2}, {"key": " 10.0.0.2 "}])
def test_what_is_identified_is_deleted_even_if_its_surroundings_are_misnamed(cloud, identity):
    values = {"name": "kvm-2", "cluster": "gone"}
    if "key" in identity:
        values["management_ip"] = identity["key"]
    assert run(cloud, KVM_HOST, values, uuid=identity.get("uuid", ""), state="absent")["changed"] is True
    assert cloud.row(KVM_2) is None


# Failing


def test_a_failure_in_the_middle_tells_how_far_it_came(cloud, refused_by_node):
    cloud.fail["ChangeHostState"] = refused_by_node("ChangeHostState", "HOST.1001", "no room for its VM instances")
    with pytest.raises(StepFailed) as caught:
        run(cloud, KVM_HOST, dict(HOST_VALUES, description="x"), state="maintenance")
    result = caught.value.as_result()
    assert (result["changed"], result["done"], result["not_done"]) == (True, ["UpdateHost"], ["ChangeHostState"])
    assert (result["error"]["code"], result["api"]) == ("HOST.1001", "ChangeHostState")
    assert "no room for its VM instances. Before that, UpdateHost had succeeded." in result["msg"]


def test_a_failure_of_the_first_step_has_changed_nothing(cloud, refused_by_node):
    cloud.fail["CreateZone"] = refused_by_node("CreateZone")
    with pytest.raises(StepFailed) as caught:
        run(cloud, ZONE, {"name": "new"}, state="disabled")
    result = caught.value.as_result()
    assert (result["changed"], result["done"]) == (False, [])
    assert result["not_done"] == ["CreateZone", "ChangeZoneState"]
    assert "Before that" not in result["msg"]


def test_a_wait_in_vain_tells_that_its_api_was_carried_out(cloud):
    cloud.row(KVM_1)["state"] = "Maintenance"
    cloud.change_state = lambda name, row, event: row.update(state="Enabled", status="Disconnected")
    with pytest.raises(StepFailed) as caught:
        run(cloud, KVM_HOST, HOST_VALUES, state="enabled")
    result = caught.value.as_result()
    assert (result["changed"], result["done"]) == (True, ["ChangeHostState"])
    assert result["not_done"] == ["waiting for status Connected and state Enabled"]


def test_waiting_alone_has_changed_nothing(cloud, refused_by_node):
    cloud.row(KVM_1)["status"] = "Connecting"
    cloud.later.append(lambda: cloud.row(KVM_1).update(status="Connected"))
    cloud.fail["UpdateHost"] = refused_by_node("UpdateHost")
    with pytest.raises(StepFailed) as caught:
        run(cloud, KVM_HOST, dict(HOST_VALUES, description="x"))
    assert (caught.value.as_result()["changed"], caught.value.as_result()["done"]) == (False, [])


def test_all_steps_share_one_deadline(cloud, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(apply.__globals__["time"], "monotonic", lambda: now[0])
    cloud.carry_out = slow(cloud, now, 4)
    result = run(cloud, KVM_HOST, dict(HOST_VALUES, description="x", ssh_port=1), state="disabled", wait_timeout=10)
    assert result["changed"] is True
    assert [seconds for what, seconds in cloud.waits] == [10, 6, 2]


def test_nothing_is_begun_after_the_deadline(cloud, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(apply.__globals__["time"], "monotonic", lambda: now[0])
    cloud.carry_out = slow(cloud, now, 11)
    with pytest.raises(StepFailed) as caught:
        run(cloud, ZONE, {"name": "new"}, state="disabled", wait_timeout=10)
    assert [name for name, params in cloud.calls] == ["CreateZone"]
    result = caught.value.as_result()
    assert (result["done"], result["not_done"]) == (["CreateZone"], ["ChangeZoneState"])
    assert isinstance(caught.value.__cause__, WaitTimeout)
    assert "10 s" in result["msg"] and "zstack_wait_timeout" in result["msg"]


def slow(client, now, seconds):
    carry_out = client.carry_out

    def carry_out_slowly(name, params):
        now[0] += seconds
        carry_out(name, params)

    return carry_out_slowly


FORGOTTEN = JobForgotten("The outcome is unknown.")


def test_a_forgotten_creation_that_came_about_is_a_success(cloud):
    cloud.fail_after["CreateZone"] = FORGOTTEN
    result = run(cloud, ZONE, {"name": "new"}, state="disabled")
    assert (result["changed"], result["zone"]["state"]) == (True, "Disabled")


def test_a_forgotten_creation_that_did_not_come_about_is_a_failure(cloud):
    cloud.fail["CreateZone"] = FORGOTTEN
    with pytest.raises(StepFailed, match="outcome is unknown"):
        run(cloud, ZONE, {"name": "new"})


@pytest.mark.parametrize("comes", [True, False])
def test_a_forgotten_creation_still_under_way_is_waited_for(cloud, comes):
    """A host is seen as Connecting while it is added, and vanishes when that fails."""
    created = cloud.created
    cloud.created = lambda what, params: dict(created(what, params), status="Connecting")

    def end():
        row = next(r for r in cloud.rows("Host") if r["status"] == "Connecting")
        row.update(status="Connected") if comes else cloud.rows("Host").remove(row)

    cloud.later.append(end)
    cloud.fail_after["AddKVMHost"] = FORGOTTEN
    if comes:
        assert run(cloud, KVM_HOST, NEW_HOST)["host"]["status"] == "Connected"
    else:
        with pytest.raises(StepFailed, match="outcome is unknown"):
            run(cloud, KVM_HOST, NEW_HOST)


def test_a_forgotten_deletion_is_told_by_looking(cloud):
    cloud.fail_after["DeleteHost"] = FORGOTTEN
    assert run(cloud, KVM_HOST, {}, uuid=KVM_1, state="absent")["changed"] is True
    cloud.fail["DeleteHost"] = FORGOTTEN
    with pytest.raises(StepFailed, match="outcome is unknown"):
        run(cloud, KVM_HOST, {}, uuid=KVM_2, state="absent")


def test_a_forgotten_change_of_state_is_told_by_the_wait(cloud):
    cloud.fail_after["ChangeHostState"] = FORGOTTEN
    assert run(cloud, KVM_HOST, HOST_VALUES, state="maintenance")["host"]["state"] == "Maintenance"


def test_a_forgotten_update_is_a_failure(cloud):
    cloud.fail_after["UpdateHost"] = FORGOTTEN
    with pytest.raises(StepFailed, match="outcome is unknown"):
        run(cloud, KVM_HOST, dict(HOST_VALUES, description="x"))


def test_what_vanished_meanwhile_is_told_as_a_change(cloud):
    carry_out = cloud.carry_out

    def and_gone(name, params):
        carry_out(name, params)
        cloud.rows("Zone").clear()

    cloud.carry_out = and_gone
    with pytest.raises(Refused, match="someone else deleted it") as caught:
        run(cloud, ZONE, {"name": "lab", "description": "x"})
    assert caught.value.as_result()["changed"] is True


def test_a_new_object_whose_uuid_the_node_chose_is_read_under_that(cloud, monkeypatch):
    chosen = "9" * 32

    def call(api, params, *, wait_timeout=None):
        reply = type(cloud).call(cloud, api, params, wait_timeout=wait_timeout)
        if api.name != "CreateZone":
            return reply
        row = next(row for row in cloud.rows("Zone") if row["uuid"] == params["resourceUuid"])
        row["uuid"] = chosen
        return {"inventory": dict(row)}

    monkeypatch.setattr(cloud, "call", call)
    result = reconcile(cloud, Wish(ZONE, {"name": "new"}, state="disabled"), False, 60)
    assert result["zone"]["uuid"] == chosen and result["zone"]["state"] == "Disabled"


def test_a_failure_to_read_afterwards_tells_what_was_done(cloud, monkeypatch):
    def query(api, conditions=(), **paging):
        if cloud.calls:
            raise ZStackError("gone")
        return type(cloud).query(cloud, api, conditions, **paging)

    monkeypatch.setattr(cloud, "query", query)
    with pytest.raises(StepFailed) as failure:
        reconcile(cloud, Wish(ZONE, {"name": "new"}), False, 60)
    assert failure.value.as_result()["changed"] and failure.value.as_result()["done"] == ["CreateZone"]
