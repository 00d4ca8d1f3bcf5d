# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lookup in a play: with its connection in variables, pages to the end, and what it says when it fails."""

from __future__ import annotations

import pytest

LOOKUP = "query('zstack.cloud.zstack_query', "


@pytest.mark.smoke
def test_in_variables_and_templates(fresh, play):
    fresh.control("POST", "seed", {"zones": [{"name": "z", "clusters": [{"name": "c", "hosts": [{"n": 1100}]}]}]})
    fresh.control("POST", "seed", {"zones": [{"name": "{{ 6 * 7 }}"}]})
    variables = {
        "zstack_url": "{{ 'http' ~ address }}",
        "address": fresh.url.removeprefix("http"),
        "zstack_password": "password",
        "hosts_up": "{{ " + LOOKUP + "'host', filters=['status=Connected'], fields=['management_ip']) }}",
    }
    checks = [
        "hosts_up | length == 1100",
        "hosts_up[0].keys() | list == ['management_ip']",
        LOOKUP + "'host', query='length(@)') == [1100]",
        LOOKUP + "'zone', query='[].name') | sort == ['z', '{' ~ '{ 6 * 7 }}']",
        LOOKUP + "'Cluster', 'zone', filters=['name?=c,z']) | map(attribute='name') | list == ['c', 'z']",
    ]
    tasks = [{"ansible.builtin.assert": {"that": checks}}]
    done = play([{"hosts": "localhost", "gather_facts": False, "tasks": tasks}], variables)
    assert done.code == 0, done.text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("'zonne'", "unknown resource 'zonne': did you mean Zone?"),
        ("'zone', filters=['color=red']", "QueryZone failed: SYS.100"),
        ("'zone', filters=['stat=Enabled']", "there is no field 'stat', did you mean state?"),
        ("'zone', fields=['nmae']", "there is no field 'nmae', did you mean name?"),
        ("'zone', filter=['state=Enabled']", "unknown option 'filter': did you mean filters?"),
        ("'zone', query='[?'", "is not a JMESPath expression"),
        ("'zone', zstack_password='wrong'", "LogInByAccount failed: ID.1000"),
    ],
)
def test_what_is_wrong_is_told(fresh, play, arguments, message):
    tasks = [{"ansible.builtin.debug": {"msg": "{{ " + LOOKUP + arguments + ") }}"}}]
    environment = {"ZSTACK_URL": fresh.url, "ZSTACK_PASSWORD": "password"}
    done = play([{"hosts": "localhost", "gather_facts": False, "tasks": tasks}], environment=environment)
    assert done.code == 2 and message in done.text


def test_sessions_that_cannot_be_shared_are_closed(fresh, play, tmp_path):
    fresh.control("POST", "expire-session")
    fresh.control("PUT", "limits", {"sessions": 1})
    look = LOOKUP + "'zone', errors='{}', zstack_session_dir='{}')"
    tasks = [
        {"ansible.builtin.debug": {"msg": "{{ " + look.format(errors, tmp_path / "play.yml") + " }}"}}
        for errors in ("ignore", "strict", "strict")
    ]
    # One reading that fails, two that work: each session is closed before the next login.
    fresh.control("POST", "faults", {"api": "QueryZone", "do": "fail", "code": "SYS.1006", "nth": 1})
    environment = {"ZSTACK_URL": fresh.url, "ZSTACK_PASSWORD": "password"}
    done = play([{"hosts": "localhost", "gather_facts": False, "tasks": tasks}], environment=environment)
    assert done.code == 0 and "it was refused" not in done.text, done.text
    assert [entry["status"] for entry in fresh.requests() if entry["api"] == "LogInByAccount"] == [200] * 3
