# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Routing, verbs, parameters, statuses and bodies."""

from __future__ import annotations

import pytest


def is_text(answer, status):
    return answer.status_code == status and not answer.text.startswith("{")


def test_unknown_path(cloud):
    """manners 1.1: addressing. Unknown, misspelt and slash-ended paths are 404 with bare text."""
    for path in ("/nothing", "/Zones", "/zones/", "/zones/x/actions/"):
        assert is_text(cloud.raw("GET", path), 404)


def test_exact_path_wins(cloud):
    """manners 1.1: addressing. /hosts/hypervisor-types is not a host's uuid."""
    assert "KVM" in cloud.sync("GET", "/hosts/hypervisor-types")["hypervisorTypes"]


@pytest.mark.parametrize("data", ["{", "[1]", "\xff", '"text"', "[" * 100000])
def test_malformed_body(cloud, data):
    """manners 1.2: processing order. What is no JSON object is 500 text, before Authorization is looked at."""
    answer = cloud.raw("POST", "/zones", data=data.encode("latin-1"), headers={"Authorization": None})
    assert is_text(answer, 500)
    assert "Traceback" not in answer.text


def test_put_needs_a_known_action(cloud, new_uuid):
    """manners 1.3: verb and action. Unknown action 400, no body 500 and empty, action before Authorization."""
    path = f"/zones/{new_uuid()}/actions"
    assert is_text(cloud.raw("PUT", path, {"updatezone": {}}, headers={"Authorization": None}), 400)
    answer = cloud.raw("PUT", path)
    assert (answer.status_code, answer.content) == (500, b"")


def test_wrong_verb_on_a_path_with_several_apis(cloud, new_uuid):
    """manners 1.3: verb and action. 500 text; HEAD is 405."""
    assert is_text(cloud.raw("DELETE", "/zones"), 500)
    assert cloud.raw("HEAD", "/zones").status_code == 405
    assert is_text(cloud.raw("POST", f"/zones/{new_uuid()}", {"params": {}}), 500)


def test_wrong_verb_on_a_path_with_one_api_is_executed(cloud, fails):
    """manners 1.3: verb and action. GET on /hosts/kvm submits an AddKVMHost that lacks its fields."""
    fails("SYS.1007", cloud.job, "GET", "/hosts/kvm")
    assert cloud.raw("GET", "/hosts/kvm?name=x").status_code == 202
    log = cloud.control("GET", "requests?api=AddKVMHost")["requests"]
    assert all(entry["wrongVerb"] for entry in log)


def test_missing_and_wrong_authorization(cloud):
    """manners 1.5: Authorization. Missing or another scheme is 400 text; garbage behind OAuth is ID.1001."""
    for header in (None, "Basic abc", "Bearer abc", cloud.session, f"oauth {cloud.session}"):
        assert is_text(cloud.raw("GET", "/zones", headers={"Authorization": header}), 400)
    answer = cloud.raw("GET", "/zones", headers={"Authorization": "OAuth garbage"})
    assert answer.status_code == 503 and answer.json()["error"]["code"] == "ID.1001"


def test_errors_of_asynchronous_calls_come_with_the_job(cloud, fails):
    """manners 1.11: statuses. A dead session is 202 first, then the job's 503."""
    fails("ID.1001", cloud.job, "POST", "/zones", {"params": {"name": "z"}}, headers={"Authorization": "OAuth dead"})


def test_fields_are_checked_before_the_session(cloud, fails):
    """manners 1.11: statuses. A bad field and a dead session together report the field."""
    dead = {"Authorization": "OAuth dead"}
    fails("SYS.1007", cloud.job, "POST", "/zones", {"params": {}}, headers=dead)
    body = {"params": {"name": "c", "hypervisorType": "KVM", "zoneUuid": "0" * 32}}
    fails("SYS.1003", cloud.job, "POST", "/clusters", body, headers=dead)


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({}, "name is mandatory"),
        ({"name": None}, "null is absent"),
        ({"name": "x" * 256}, "too long"),
        ({"name": "z", "description": "x" * 2049}, "too long"),
        ({"name": "z", "resourceUuid": "0" * 32}, "no RFC 4122 shape"),
        ({"name": "z", "resourceUuid": "6f1d8a0e-54a4-4f6e-8d1f-6c9ad6d7e2b1"}, "dashes"),
    ],
)
def test_field_checks(cloud, fails, params, why):
    """manners 4 and 6: missing, too long and ill-formed fields are SYS.1007."""
    fails("SYS.1007", cloud.job, "POST", "/zones", {"params": params})


def test_enum_and_range(cloud, fails):
    """manners 4: enum and range are SYS.1007; the bounds themselves are fine."""
    zone = cloud.zone()
    fails("SYS.1007", cloud.act, f"/zones/{zone['uuid']}", "changeZoneState", stateEvent="Enable")
    cluster = cloud.cluster(zone)
    for port in (0, 65536):
        fails("SYS.1007", cloud.host, cluster, sshPort=port)
    assert cloud.host(cluster, sshPort=65535)["sshPort"] == 65535


@pytest.mark.profile("5.2")
def test_zone_name_pattern(cloud, fails):
    """manners 5.1: zone. 5.2 restricts the characters of a zone's name."""
    fails("SYS.1007", cloud.zone, "a/b")
    assert cloud.zone("区域 (a):1+b_.-")["name"] == "区域 (a):1+b_.-"


def test_strings_are_trimmed(cloud):
    """manners 4: strings are trimmed before validation, and stay so."""
    assert cloud.zone("  z  ", description="text\n")["description"] == "text"
    assert cloud.names("/zones") == ["z"]


def test_type_mismatch(cloud):
    """manners 1.3: type traps. A list of params or a string of tags is 500; a wrong primitive 400 where checked."""
    assert is_text(cloud.raw("POST", "/zones", {"params": []}), 500)
    assert is_text(cloud.raw("POST", "/zones", {"params": {"name": "z"}, "systemTags": "a"}), 500)
    answer = cloud.raw("POST", "/hosts/kvm", {"params": {"sshPort": "abc"}})
    assert is_text(answer, 500 if cloud.old else 400)


def test_unknown_fields_are_ignored(cloud):
    """manners 1.3: unknown keys beside and inside params are ignored."""
    assert cloud.job("POST", "/zones", {"params": {"name": "z", "colour": 1}, "more": 2})["inventory"]["name"] == "z"


def test_path_variable_wins_over_the_body(cloud):
    """manners 1.1: addressing. The uuid of the path overrides that of the body."""
    one, two = cloud.zone("one"), cloud.zone("two")
    cloud.act(f"/zones/{one['uuid']}", "updateZone", uuid=two["uuid"], name="changed")
    assert sorted(cloud.names("/zones")) == ["changed", "two"]


def test_delete_mode(cloud, fails):
    """manners 1.4: query string. deleteMode is read there only, and must be one of two."""
    zone = cloud.zone()
    fails("SYS.1000", cloud.job, "DELETE", f"/zones/{zone['uuid']}?deleteMode=Perhaps")
    cloud.job("DELETE", f"/zones/{zone['uuid']}", {"deleteMode": "Perhaps"})
    assert cloud.rows("/zones") == []


def test_empty_results(cloud):
    """manners 0 and 1.8: a success without payload is {} in 5.2, zero bytes in 2.3.1."""
    answer = cloud.poll(cloud.submit("DELETE", f"/zones/{cloud.zone()['uuid']}"))
    assert (answer.status_code, answer.content) == (200, b"" if cloud.old else b"{}")


def test_response_headers(cloud):
    """manners 1.6: headers. No Content-Type; a session cookie nobody needs."""
    answer = cloud.raw("GET", "/zones")
    assert "Content-Type" not in answer.headers
    assert cloud.http.cookies.get("JSESSIONID")


def test_html_is_escaped_in_results_not_in_sync_errors(cloud):
    """manners 1.12: JSON. = < > & ' are escaped in results and job errors."""
    zone = cloud.zone("a", description="<b> & 'c' = d")
    answer = cloud.raw("GET", f"/zones/{zone['uuid']}")
    assert r"\u003cb\u003e \u0026 \u0027c\u0027 \u003d d" in answer.text
    assert answer.json()["inventories"][0]["description"] == "<b> & 'c' = d"


def test_error_object(cloud, fails):
    """manners 4: errors. 5.2 adds location and cost."""
    error = fails("SYS.1007", cloud.job, "POST", "/zones", {})
    assert {"code", "description", "details"} <= error.keys()
    assert ("location" in error) is (not cloud.old)


def test_not_simulated_is_said_loudly(cloud):
    """An API the node knows and the simulator does not is 501, never a fake success."""
    assert is_text(cloud.raw("GET", "/accounts/quotas"), 501)


def test_api_of_the_other_generation(cloud):
    """manners 7: an API that a generation lacks is an unknown path."""
    lacking = "/baremetal/pxeservers" if cloud.old else "/baremetal/pxeserver"
    assert is_text(cloud.raw("GET", lacking), 404)


def test_dropped_connections_do_not_hurt(cloud):
    """A client that goes away in mid-request leaves a node that answers."""
    import socket

    host, port = cloud.base.removeprefix("http://").split(":")
    for text in (b"POST /zstack/v1/zones HTTP/1.1\r\nContent-Length: 100\r\n\r\n{", b"\x00\xff garbage\r\n\r\n"):
        with socket.create_connection((host, int(port))) as broken:
            broken.sendall(text)
    assert cloud.rows("/zones") == []
