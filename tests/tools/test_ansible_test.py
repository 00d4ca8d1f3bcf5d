# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The repository under ansible-test, as its contributors run it; sanity of what is shipped is in test_tarball.py."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from ansible_test import ansible_test
from environments import ROOT, ends, environment, run, version_for
from nodes import Node, start_node


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tracked and new files at the place that ansible-test wants: .../ansible_collections/zstack/cloud."""
    folder = tmp_path_factory.mktemp("checkout") / "ansible_collections" / "zstack" / "cloud"
    for name in run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        source, target = ROOT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target, follow_symlinks=False)
    return folder


@pytest.fixture
def node() -> Iterator[Node]:
    node = start_node("5.2")
    try:
        yield node
    finally:
        node.stop()


@pytest.mark.parametrize("core", ends()[-1:])
def test_sanity_of_the_tests(core: str, checkout: Path) -> None:
    ansible_test(environment("user", core), checkout, "sanity", "tests/")


@pytest.mark.parametrize("core", ends()[:1])
def test_units(core: str, checkout: Path) -> None:
    """All are found and imported; of running them one by one, each in a process of its own, a part is enough."""
    units = ["units", "--venv", "--python", version_for(core), "--num-workers", "1"]
    ansible_test(environment("user", core), checkout, *units, "--collect-only")
    assert " passed" in ansible_test(environment("user", core), checkout, *units, "tests/unit/lookup/")


@pytest.mark.parametrize("core", ends())
def test_integration(core: str, checkout: Path, node: Node) -> None:
    (checkout / "tests" / "integration" / "integration_config.yml").write_text(yaml.safe_dump(node.variables))
    ansible_test(environment("user", core), checkout, "integration")
