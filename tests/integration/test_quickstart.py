# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quickstart as a newcomer runs it, on a simulator it starts and on a node that is there."""

from __future__ import annotations

import contextlib
import re
import shlex
import sqlite3

import pytest
import yaml
from nodes import PROFILES, Node, start_node, start_simulator
from shipped import NOBODY, PLAYBOOKS, advice, followed, said, summary

EXAMPLE = yaml.safe_load((PLAYBOOKS / "vars" / "small.yml").read_text())
SECOND_RUN = "The first run changed {} objects, the second none."
REPAIRED = "The drift is repaired"


@pytest.fixture
def lab(tmp_path):
    """``lab(change)``: the path of a copy of the example lab, after ``change(its clusters, the whole)``."""

    def write(change):
        copy = dict(yaml.safe_load(yaml.safe_dump(EXAMPLE)), lab_host_password="password")
        change(copy["topology"]["zones"][0]["clusters"], copy)
        path = tmp_path / "my lab.yml"
        path.write_text(yaml.safe_dump(copy))
        return path

    return write


@pytest.fixture(scope="module")
def there():
    """A node that is there, of which the plays know the address only."""
    node = start_node("5.2")
    yield node
    node.stop()


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


@pytest.mark.parametrize("profile", PROFILES)
def test_on_the_simulator(play, own_simulator, profile):
    done = play(PLAYBOOKS / "quickstart.yml", dict(own_simulator, simulator_profile=profile))
    assert done.code == 0, done.text
    found = ['-    description: "Do not touch"', '+    description: "General purpose"', '-    state: "Disabled"']
    repaired = [
        '-    "description": "Do not touch",',
        '+    "description": "General purpose",',
        '-    "state": "Disabled",',
    ]
    for text in (SECOND_RUN.format(7), REPAIRED, *found, *repaired):
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

    changed = lab(lambda clusters, _lab: clusters[1].update(description="Other cards"))
    other = play(PLAYBOOKS / "quickstart.yml", dict(own_simulator, lab=str(changed)))
    assert other.code == 0, other.text
    diff = [line for line in other.text[: other.text.index("Second run")].splitlines() if re.match(r"[-+] ", line)]
    assert diff == ['-    description: "Hosts with graphics cards"', '+    description: "Other cards"']


def test_the_commands_it_prints(play, own_simulator, lab, tmp_path):
    """What the summary advises can be pasted into a shell as it stands, whatever the lab is called."""
    mine = lab(lambda clusters, _lab: clusters[0].update(name="some of mine"))
    done = play(PLAYBOOKS / "quickstart.yml", dict(own_simulator, lab=str(mine)))
    assert done.code == 0, done.text
    printed = advice(done.text)
    programs = ["export", "export", "ansible", "ansible", "ansible-doc", "ansible-playbook", "ansible-playbook"]
    assert [shlex.split(line)[0] for line in printed] == programs
    outputs = list(followed(printed, own_simulator, tmp_path))
    assert "kvm-01" in outputs[0] and '+    "state": "Maintenance"' in outputs[1]
    assert "clusters[some of mine]" in outputs[3] and "changed=" in outputs[4]


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

        def mine(clusters, lab):
            del lab["topology"]["zones"][0]["description"], clusters[0]["description"], clusters[0]["state"]
            del clusters[1]["hosts"]

        done = play(
            PLAYBOOKS / "quickstart.yml",
            {"lab": str(lab(mine))},
            environment={"ZSTACK_URL": url, "ZSTACK_PASSWORD": "password"},
        )
        assert done.code == 0, done.text
        # What is there and named is adopted: it is tagged, and the diff tells it.
        assert SECOND_RUN.format(5) in done.text and REPAIRED not in done.text
        assert done.text.count('+    topologies: ["lab"]') == 4
        assert "(simulated)" not in done.text and "simulator_state" not in done.text
        after = content(data)
        changed, made = before - after, after - before
        assert [(table, dict(row)["description"]) for table, row in changed] == [("cluster", "Old")]
        rows = [(table, dict(row)) for table, row in made]
        assert {(table, row.get("name")) for table, row in rows if table != "tag"} == {
            ("cluster", "gpu"), ("host", "kvm-02"), ("resource", None),
        }  # fmt: skip
        tags = [row for table, row in rows if table == "tag"]
        assert {row["tag"] for row in tags} == {"ansible::topology::lab"} and len(tags) == 5
        assert changes(node) == {"LogInByAccount", "UpdateCluster", "AddKVMHost", "CreateUserTag"}
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_a_node_that_is_there_is_asked_first(fresh, play, lab):
    """Check mode on a node that is there shows what would be made, and sends nothing."""
    environment = {"ZSTACK_URL": fresh.url, "ZSTACK_PASSWORD": "password"}
    done = play(PLAYBOOKS / "quickstart.yml", {"lab": str(lab(lambda _clusters, _lab: None))}, ["--check"], environment)
    assert done.code == 0, done.text
    assert '+    management_ip: "192.0.2.11"' in done.text
    assert changes(fresh) == {"LogInByAccount"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda _clusters, lab: lab["topology"].pop("secrets"), "password is needed to create"),
        (lambda _clusters, lab: lab.update(topologi=lab.pop("topology")), "needs a dictionary `topology`"),
        (lambda _clusters, lab: lab["topology"].pop("name"), "with a `name`"),
        (lambda clusters, _lab: clusters[0]["hosts"][1].pop("management_ip"), "clusters[0].hosts[1]"),
        (lambda clusters, _lab: clusters[0].update(descripton="x"), "zones.clusters.descripton"),
        (lambda clusters, _lab: clusters[0].update(state="off"), "present, enabled, disabled"),
        (lambda _clusters, lab: lab["topology"].update(zones="lab"), "zones"),
    ],
)
def test_a_lab_with_a_mistake(play, there, lab, change, reason):
    """A mistake in the lab is said in one line, before anything is made."""
    environment = {"ZSTACK_URL": there.url, "ZSTACK_PASSWORD": "password"}
    path = lab(change)
    done = play(PLAYBOOKS / "quickstart.yml", {"lab": str(path)}, environment=environment)
    assert done.code != 0
    assert reason in said(done.text) and str(path) in done.text
    assert changes(there) <= {"LogInByAccount"}


def test_no_lab(play, own_simulator, tmp_path):
    """A lab file that is not there, and none for a node that is there: one line, and nothing is made."""
    missing = play(PLAYBOOKS / "quickstart.yml", dict(own_simulator, lab="nowhere.yml"))
    assert missing.code != 0
    for part in ("There is no lab file", "/nowhere.yml", "bare_metal, gpu, small"):
        assert part in said(missing.text)
    assert not (tmp_path / "simulator").exists()

    example = play(PLAYBOOKS / "quickstart.yml", own_simulator, environment=NOBODY)
    assert example.code != 0 and "name the lab" in said(example.text) and NOBODY["ZSTACK_URL"] in said(example.text)


def test_check_mode_starts_no_simulator(play, own_simulator, tmp_path):
    done = play(PLAYBOOKS / "quickstart.yml", own_simulator, ["--check"])
    assert done.code != 0 and "without --check first" in said(done.text)
    assert not (tmp_path / "simulator").exists()
