# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The topology playbook as a user runs it, with each lab of the collection."""

from __future__ import annotations

import json
import re

import pytest
from shipped import NOBODY, PLAYBOOKS, advice, followed, said, summary

TOPOLOGY = PLAYBOOKS / "topology.yml"
#: What becomes of each kind of a lab at first.
LABS = {
    "small": {"clusters": "2 created", "hosts": "4 created", "zones": "1 created"},
    "gpu": {
        "ceph_backup_storages": "1 created",
        "ceph_pools": "2 created",
        "ceph_primary_storages": "1 created",
        "clusters": "2 created",
        "hosts": "3 created",
        "pci_devices": "2 changed",
        "pci_offerings": "2 created",
        "zones": "1 created",
    },
    "bare_metal": {"chassis": "2 created", "host_configs": "2 created", "pxe_servers": "1 created"},
}


def became(text):
    """{kind: what became of its objects}, as the summary tells."""
    return dict(re.findall(r"^  (\w+) +(\d+ .*)$", "\n".join(summary(text)).partition("Next:")[0], re.MULTILINE))


def all_are(state, lab):
    return {kind: f"{told.split()[0]} {state}" for kind, told in LABS[lab].items()}


@pytest.mark.parametrize("lab", LABS)
def test_a_lab(play, own_simulator, tmp_path, lab):
    """Made, unchanged, predicted to go and gone; the commands that it prints can be followed."""
    files = {"topology_plan_file": str(tmp_path / "plan.json"), "topology_graph_file": str(tmp_path / "lab.mmd")}
    variables = dict(own_simulator, lab=lab)
    first = play(TOPOLOGY, {**variables, **files})
    assert first.code == 0, first.text
    assert "WARNING" not in first.text, first.text
    assert became(first.text) == LABS[lab]
    assert json.loads((tmp_path / "plan.json").read_text())
    assert (tmp_path / "lab.mmd").read_text().startswith("flowchart")

    *exports, check, prune, absent, export, stop = advice(first.text)
    checked, gone = map(became, followed([*exports, check, absent], own_simulator, tmp_path))
    assert checked == all_are("unchanged", lab)
    # What is in a host is found, not made.
    assert gone == {kind: told for kind, told in all_are("deleted", lab).items() if kind != "pci_devices"}
    if lab == "small":
        pruned, exported, stopped = followed([*exports, prune, export, stop], own_simulator, tmp_path)
        assert became(pruned) == checked and "kvm-01" in exported and "changed=" in stopped


def test_growth_prune_and_absence(play, own_simulator, tmp_path):
    """A host less in the lab stays until it is pruned, and all of it goes when it is absent."""
    mine = tmp_path / "mine.yml"
    text = (PLAYBOOKS / "vars" / "small.yml").read_text()
    mine.write_text(text)
    play(TOPOLOGY, dict(own_simulator, lab=str(mine)))
    mine.write_text(re.sub(r".*kvm-02.*\n", "", text))
    left = play(TOPOLOGY, dict(own_simulator, lab=str(mine)))
    assert became(left.text)["hosts"] == "3 unchanged"
    pruned = play(TOPOLOGY, dict(own_simulator, lab=str(mine), topology_prune="managed"))
    assert became(pruned.text)["hosts"] == "1 deleted, 3 unchanged"
    gone = play(TOPOLOGY, dict(own_simulator, lab=str(mine), topology_state="absent"))
    assert became(gone.text) == {"clusters": "2 deleted", "hosts": "3 deleted", "zones": "1 deleted"}


def test_check_mode_asks_the_simulator_that_the_lab_wants(play, own_simulator):
    """Not the one that runs for another lab."""
    play(TOPOLOGY, own_simulator)
    other = play(TOPOLOGY, dict(own_simulator, lab="bare_metal"), ["--check"])
    assert other.code != 0 and "without --check first" in said(other.text)
    same = play(TOPOLOGY, own_simulator, ["--check"])
    assert same.code == 0 and became(same.text) == all_are("unchanged", "small")


def test_no_lab(play, own_simulator, tmp_path):
    missing = play(TOPOLOGY, dict(own_simulator, lab="gpus"))
    assert missing.code != 0 and "bare_metal, gpu, small" in said(missing.text)
    example = play(TOPOLOGY, own_simulator, environment=NOBODY)
    assert example.code != 0 and "name the lab" in said(example.text)
    assert not (tmp_path / "simulator").exists()
