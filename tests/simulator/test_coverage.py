# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All 123 APIs: simulated where a generation has them, unknown where it lacks them, tested, and listed in the docs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from zstack_simulator import coverage, families
from zstack_simulator.catalog import PROFILES, Catalog
from zstack_simulator.control import Control
from zstack_simulator.faults import Action

DOCS = Path(__file__).resolve().parents[2] / "docs" / "simulator.md"
NAMED = [name for names in coverage.chapters().values() for name in names]
UUID = "0123456789ab4def8123456789abcdef"

# What a generation lacks of the manual.
LACKING = {
    "2.3.1": {"AttachMdevDeviceToVm", "FlattenVmInstance", "CreateFaultToleranceVmInstance"},
    "5.2": {
        "QueryBaremetalHardwareInfo", "CreateBaremetalHostCfg", "DeleteBaremetalHostCfg", "QueryBaremetalHostCfg",
        "ProvisionBaremetalHost", "PowerStatusBaremetalHost", "PowerOnBaremetalHost", "PowerOffBaremetalHost",
        "PowerResetBaremetalHost", "RequestBaremetalConsoleAccess", "AddFusionstorBackupStorage",
        "QueryFusionstorBackupStorage", "UpdateFusionstorBackupStorageMon", "AddMonToFusionstorBackupStorage",
        "RemoveMonFromFusionstorBackupStorage",
    },
}  # fmt: skip

# Files whose tests call APIs without saying what they ought to do.
BLIND = {"test_robustness.py", "test_stateful.py"}


def test_123():
    """The manual's hardware part has 123 APIs, each once."""
    assert len(NAMED) == len(set(NAMED)) == 123


@pytest.mark.parametrize("profile", PROFILES)
def test_all_are_simulated(profile):
    """manners 7: a profile simulates all it has, and has all but what the generation lacks."""
    assert set(NAMED) - Catalog(profile).apis.keys() == LACKING[profile]
    assert set(NAMED) - coverage.served()[profile] == LACKING[profile]


# How the other generation's node sees such a call: mostly an unknown path. Where other actions live at the path, an
# unknown action; where the path reads as that of a resource's uuid, a wrong verb, or a query that finds nothing.
SEEN_AS = {
    **dict.fromkeys((
        "FlattenVmInstance", "ProvisionBaremetalHost", "PowerStatusBaremetalHost", "PowerOnBaremetalHost",
        "PowerOffBaremetalHost", "PowerResetBaremetalHost",
    ), 400),
    "CreateFaultToleranceVmInstance": 500, "AddFusionstorBackupStorage": 500, "QueryFusionstorBackupStorage": 200,
}  # fmt: skip


def test_what_a_generation_lacks_is_unknown(cloud):
    """manners 7 and 1.11: what a generation lacks is not executed, and answered as anything it does not know."""
    other = Catalog(next(profile for profile in PROFILES if profile != cloud.profile))
    for name in LACKING[cloud.profile]:
        api = other.apis[name]
        answer = cloud.raw(api.method, re.sub(r"{\w+}", UUID, api.path), {api.key: {}} if api.key else None)
        assert (name, answer.status_code) == (name, SEEN_AS.get(name, 404)) and "not simulated" not in answer.text
        assert answer.status_code != 200 or answer.json()["inventories"] == []


def test_every_simulated_api_says_how_faithful_it_is():
    """The families' FIDELITY names every simulated API, and nothing else, with a known grade."""
    known, served = coverage.fidelity(), coverage.served()
    assert known.keys() == set().union(*served.values())
    assert {grade for grade, _divergence in known.values()} <= set(coverage.GRADES)
    assert all(divergence for grade, divergence in known.values() if grade == "approximated"), "says how"


def test_table_in_the_docs_is_current():
    """``python -m zstack_simulator.coverage docs/simulator.md`` would change nothing."""
    text = DOCS.read_text("utf-8")
    assert coverage.rewritten(text) == text
    assert text.count("| yes |") > 123


def test_docs_name_every_seed_control_and_fault(cloud):
    """The guide lists what there is, and its seed document works as it stands in both generations."""
    text = DOCS.read_text("utf-8")
    words = set(re.findall(r"`([\w-]+)`", text))
    kinds = families.load().seeds
    table = re.search(r"\| within \| seeds \|\n.*?\n\n", text, re.DOTALL)[0]
    listed = {row[0]: set(re.findall(r"`(\w+)`", row[1])) for row in re.findall(r"^\| (.+) \| (.+) \|$", table, re.M)}
    for place in {name for kind in kinds.values() for name in kind.within}:
        assert listed[f"`{place}`"] == {name for name, kind in kinds.items() if place in kind.within}, place
    assert listed["the document"] == {name for name, kind in kinds.items() if kind.alone} | {"machines"}
    controls = [name for name in vars(Control) if re.match("(get|post|put|delete)_", name)]
    assert {name.partition("_")[2].replace("_", "-") for name in controls} <= words
    assert set(get_args(Action)) <= words
    document = json.loads(re.search(r"```json\n(.*?)```", text, re.DOTALL)[1])
    made = cloud.control("POST", "seed", document)
    assert (made["hosts"], made["vms"], made["pciDevices"]) == (3, 6, 3)
    assert cloud.names("/hosts", "cluster.name=compute", "cpuNum=64", sort="name") == ["kvm-1", "kvm-2", "kvm-3"]


@pytest.mark.last
@pytest.mark.parametrize("profile", PROFILES)
def test_every_api_has_a_conformance_test(succeeded, profile):
    """Each of the 123 was called with success by a conformance test, in each profile that has it."""
    here = {path.name for path in Path(__file__).parent.glob("test_*.py")} - BLIND - {"test_program.py", "test_zql.py"}
    run = {name for _profile, name in succeeded}
    if missing := here - run - {Path(__file__).name}:
        pytest.skip(f"needs the whole of tests/simulator, without: {', '.join(sorted(missing))}")
    called = set()
    for (known, name), names in succeeded.items():
        called |= names if known == profile and name not in BLIND else set()
    assert set(NAMED) - LACKING[profile] - called == set()
