# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quickstart as a newcomer runs it, on a simulator it starts and on a node that is there."""

from __future__ import annotations

import contextlib
import json
import re
import shlex
import sqlite3
import subprocess
import sys

import pytest
import yaml
from nodes import PROFILES, ROOT, Node, start_simulator

PLAYBOOKS = ROOT / "playbooks"
EXAMPLE = yaml.safe_load((PLAYBOOKS / "vars" / "lab.yml").read_text())
SECOND_RUN = "The first run changed {} objects, the second none."
REPAIRED = "The third run repaired the drift"
# Where no node is: whoever asks it anything fails for another reason than the one expected.
NOBODY = {"ZSTACK_URL": "http://127.0.0.1:9"}


@pytest.fixture
def own_simulator(play, tmp_path):
    """Variables that keep the role's simulator below tmp_path; it is stopped at the end."""
    variables = {"simulator_dir": str(tmp_path / "simulator"), "simulator_python": sys.executable}
    yield variables
    stopped = play(PLAYBOOKS / "simulator.yml", dict(variables, simulator_state="stopped"))
    assert stopped.code == 0, stopped.text


@pytest.fixture
def lab(tmp_path):
    """``lab(change)``: the path of a copy of the example lab, after ``change(lab)``."""

    def write(change):
        copy = dict(yaml.safe_load(yaml.safe_dump(EXAMPLE)), lab_host_password="password")
        change(copy)
        path = tmp_path / "my lab.yml"
        path.write_text(yaml.safe_dump(copy))
        return path

    return write


def said(text):
    """The message of the failure that ended a play."""
    return json.loads(re.search(r"^fatal: \[localhost\]: FAILED! => (\{.*)$", text, re.MULTILINE)[1])["msg"]


def content(path):
    """Every row of a simulator's data file as (table, its columns and values), without what a login leaves there."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            (name, tuple(zip(row.keys(), row, strict=True)))
            for name in set(names) - {"session", "job", "meta"}
            for row in connection.execute(f'SELECT * FROM "{name}"')
        }


def changes(node):
    """The APIs called that are no reads; the version is asked for with a verb that looks like a change."""
    return {entry["api"] for entry in node.requests() if entry["method"] != "GET"} - {"GetVersion"}


def summary(text):
    """The lines of the last task's name, which stand in the output as they are."""
    return text[text.rindex("TASK [ZStack") :].splitlines()


@pytest.mark.parametrize("profile", PROFILES)
def test_on_the_simulator(play, own_simulator, profile):
    done = play(PLAYBOOKS / "quickstart.yml", dict(own_simulator, simulator_profile=profile))
    assert done.code == 0, done.text
    drift = (
        '-    "description": "Do not touch",',
        '+    "description": "General purpose",',
        '-    "state": "Disabled",',
    )
    for text in (SECOND_RUN.format(7), REPAIRED, *drift):
        assert text in done.text
    assert "WARNING" not in done.text, done.text
    head, *hosts = summary(done.text)[:5]
    assert f"ZStack {profile}" in head and "(simulated)" in head
    assert [line.split()[0] for line in hosts] == ["gpu-01", "gpu-02", "kvm-01", "kvm-02"]
    assert all(line.endswith("Connected") for line in hosts)


def test_again(play, own_simulator, lab):
    """Run again it changes nothing, with ZSTACK_URL as the summary advises too; a changed line is the whole diff."""
    first = play(PLAYBOOKS / "quickstart.yml", own_simulator)
    url = re.search(r"export ZSTACK_URL=(\S+) ZSTACK_PASSWORD=password$", first.text, re.MULTILINE)[1]
    again = play(PLAYBOOKS / "quickstart.yml", own_simulator, environment={"ZSTACK_URL": url})
    assert again.code == 0, again.text
    assert SECOND_RUN.format(0) in again.text and REPAIRED in again.text

    changed = lab(lambda lab: lab["lab_clusters"][1].update(description="Other cards"))
    other = play(PLAYBOOKS / "quickstart.yml", dict(own_simulator, lab=str(changed)))
    assert other.code == 0, other.text
    diff = [line for line in other.text[: other.text.index("Second run")].splitlines() if re.match(r"[-+] ", line)]
    assert diff == ['-    "description": "Hosts with graphics cards",', '+    "description": "Other cards",']


def test_the_commands_it_prints(play, own_simulator, lab, tmp_path):
    """What the summary advises can be pasted into a shell as it stands, whatever the lab is called."""
    mine = lab(lambda lab: (
        lab["lab_clusters"][0].update(name="some of mine"),
        [host.update(cluster="some of mine") for host in lab["lab_hosts"] if host["cluster"] == "compute"],
    ))  # fmt: skip
    done = play(PLAYBOOKS / "quickstart.yml", dict(own_simulator, lab=str(mine)))
    assert done.code == 0, done.text
    lines = summary(done.text)[:-1]
    commands = [line.strip() for line in lines[lines.index("Next:") + 1 :] if line.startswith("  ")]
    programs = ["export", "export", "ansible", "ansible", "ansible-doc", "ansible-playbook"]
    assert [shlex.split(line)[0] for line in commands] == programs
    stop = f"{commands.pop()} -e simulator_dir={own_simulator['simulator_dir']}"
    outputs = []
    for last in (*commands[2:], stop):
        script = "\n".join([*commands[:2], last])
        ran = subprocess.run(["sh", "-ec", script], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, (script, ran.stdout, ran.stderr)
        outputs.append(ran.stdout)
    assert "kvm-01" in outputs[0] and '+    "state": "Maintenance"' in outputs[1] and "changed=" in outputs[-1]


def test_a_node_that_is_there(play, lab, tmp_path):
    """On a node that is there only what the lab names is made or changed: every other row stays as it was, and so does
    what the lab does not say about those it names."""
    data = tmp_path / "data"
    process, url = start_simulator("5.2", "--data", str(data))
    node = Node(url, "5.2")
    try:
        node.control("POST", "seed", {"zones": [{"name": "lab", "state": "Disabled", "clusters": [
            {"name": "compute", "description": "Do not touch", "state": "Disabled", "architecture": "x86_64",
             "hosts": [{"name": "kvm-01", "managementIp": "192.0.2.11", "state": "Disabled", "vms": [{"n": 2}]}]},
            {"name": "gpu", "description": "Old"},
        ]}, {"name": "other", "description": "Do not touch"}]})  # fmt: skip
        before = content(data)

        def mine(lab):
            lab["lab_zones"] = [{"name": "lab"}]
            lab["lab_clusters"][0] = {"name": "compute", "zone": "lab"}
            lab["lab_hosts"] = lab["lab_hosts"][:2]

        done = play(
            PLAYBOOKS / "quickstart.yml",
            {"lab": str(lab(mine))},
            environment={"ZSTACK_URL": url, "ZSTACK_PASSWORD": "password"},
        )
        assert done.code == 0, done.text
        assert SECOND_RUN.format(2) in done.text and REPAIRED not in done.text
        assert "(simulated)" not in done.text and "simulator_state" not in done.text
        after = content(data)
        changed, made = before - after, after - before
        assert [(table, dict(row)["description"]) for table, row in changed] == [("cluster", "Old")]
        assert {(table, dict(row).get("name")) for table, row in made} == {
            ("cluster", "gpu"), ("host", "kvm-02"), ("resource", None),
        }  # fmt: skip
        assert changes(node) == {"LogInByAccount", "UpdateCluster", "AddKVMHost"}
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_a_node_that_is_there_is_asked_first(fresh, play, lab):
    """Check mode on a node that is there shows what would be made, and sends nothing."""
    environment = {"ZSTACK_URL": fresh.url, "ZSTACK_PASSWORD": "password"}
    done = play(PLAYBOOKS / "quickstart.yml", {"lab": str(lab(lambda lab: None))}, ["--check"], environment)
    assert done.code == 0, done.text
    assert '+    "management_ip": "192.0.2.11",' in done.text
    assert changes(fresh) == {"LogInByAccount"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda lab: lab.pop("lab_host_password"), "missing required arguments: lab_host_password"),
        (lambda lab: lab.update(lab_host=lab.pop("lab_hosts")), "missing required arguments: lab_hosts"),
        (lambda lab: lab["lab_hosts"][1].pop("management_ip"), "management_ip found in lab_hosts"),
        (lambda lab: lab["lab_clusters"][0].update(descripton="x"), "lab_clusters.descripton"),
        (lambda lab: lab["lab_zones"][0].update(state="off"), "present, enabled, disabled"),
        (lambda lab: lab.update(lab_zones="lab"), "lab_zones"),
    ],
)
def test_a_lab_with_a_mistake(play, lab, change, reason):
    """A mistake in the lab is said in one line, before the node is asked for anything."""
    path = lab(change)
    done = play(PLAYBOOKS / "quickstart.yml", {"lab": str(path)}, environment=NOBODY)
    assert done.code != 0
    assert reason in said(done.text) and str(path) in said(done.text)


def test_no_lab(play, own_simulator, tmp_path):
    """A lab file that is not there, and none for a node that is there: one line, and nothing is made."""
    missing = play(PLAYBOOKS / "quickstart.yml", dict(own_simulator, lab="nowhere.yml"))
    assert missing.code != 0 and "There is no lab file" in said(missing.text) and "/nowhere.yml" in said(missing.text)
    assert not (tmp_path / "simulator").exists()

    example = play(PLAYBOOKS / "quickstart.yml", own_simulator, environment=NOBODY)
    assert example.code != 0 and "name the lab" in said(example.text) and NOBODY["ZSTACK_URL"] in said(example.text)


def test_check_mode_starts_no_simulator(play, own_simulator, tmp_path):
    done = play(PLAYBOOKS / "quickstart.yml", own_simulator, ["--check"])
    assert done.code != 0 and "without --check first" in said(done.text)
    assert not (tmp_path / "simulator").exists()
