# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is released: the built tarball, as users install it and reviewers check it, on the oldest and the newest core.

Nothing of the checkout is within reach, and neither our settings of the tools nor the simulator's packages are.
"""

from __future__ import annotations

import json
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from ansible_test import ansible_test
from environments import ROOT, ends, environment, foreign, pythons, run

SHIPPED = {
    *("CHANGELOG.rst", "FILES.json", "LICENSE", "MANIFEST.json", "README.md", "requirements.txt"),
    *("changelogs", "docs", "extensions", "meta", "playbooks", "plugins", "roles", "tests"),
}
DOCUMENTED = {"module": "modules", "inventory": "inventory", "lookup": "lookup"}


@pytest.fixture(scope="session")
def tarball(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tarball")
    run(Path(sys.executable).parent / "ansible-galaxy", "collection", "build", "--output-path", folder, ROOT)
    [path] = folder.glob("zstack-cloud-*.tar.gz")
    return path


@pytest.fixture(scope="session", params=ends())
def core(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def venv(core: str) -> Path:
    return environment("user", core)


@pytest.fixture
def unpacked(tarball: Path, tmp_path: Path) -> Path:
    """The collection in an ansible_collections of its own, for tools that write beside what they read."""
    folder = tmp_path / "ansible_collections" / "zstack" / "cloud"
    with tarfile.open(tarball) as archive:
        # Older patch releases of Python, as that of Debian 12, have no filters.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _folder: member)
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def user(venv: Path, tarball: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment variables of a user who has just installed the collection into an empty home."""
    home = tmp_path_factory.mktemp("home")
    quiet = dict.fromkeys(("ANSIBLE_LOCALHOST_WARNING", "ANSIBLE_INVENTORY_UNPARSED_WARNING"), "false")
    variables = foreign(venv, home, **quiet)
    run(venv / "bin" / "ansible-galaxy", "collection", "install", "--offline", tarball, env=variables)
    return variables


@pytest.fixture(scope="session")
def lab(venv: Path, user: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What the quickstart said; its simulator keeps running."""
    folder = tmp_path_factory.mktemp("lab")
    play = venv / "bin" / "ansible-playbook"
    try:
        yield run(play, "zstack.cloud.quickstart", cwd=folder, env=user)
    finally:
        run(play, "zstack.cloud.simulator", "-e", "simulator_state=stopped", cwd=folder, env=user)


def test_it_holds_what_users_need(tarball: Path) -> None:
    assert tarball.stat().st_size < 2_000_000
    with tarfile.open(tarball) as archive:
        names = archive.getnames()
        texts = {name: archive.extractfile(name).read() for name in names if name.endswith((".yml", ".yaml"))}
    assert {name.split("/")[0] for name in names} <= SHIPPED
    # Sanity asks it which Pythons the modules are for.
    assert [name for name in names if name.startswith("tests/")] == ["tests/config.yml"]
    # Reviewers allow no exemption from their rules.
    assert not [name for name, text in texts.items() if b"# noqa" in text]


def test_ansible_lint(venv: Path, unpacked: Path, tmp_path: Path) -> None:
    collections = str(unpacked.parents[2])
    variables = foreign(venv, tmp_path / "home", ANSIBLE_COLLECTIONS_PATH=collections)
    command = [venv / "bin" / "ansible-lint", "--offline", "--profile", "production", "--strict"]
    run(*command, cwd=unpacked, env=variables)


def test_importer(venv: Path, tarball: Path, tmp_path: Path) -> None:
    variables = foreign(venv, tmp_path / "home", GALAXY_IMPORTER_RUN_FLAKE8="true")
    told = run(venv / "bin" / "python", "-m", "galaxy_importer.main", tarball, cwd=tmp_path, env=variables)
    assert "Importer processing completed successfully" in told, told
    for linter in ("flake8", "ansible-lint"):
        assert re.search(f"^Linting .* via {linter}", told, re.M), told
    problems = [line for line in told.splitlines() if line.startswith(("WARNING", "ERROR", "CRITICAL"))]
    assert not problems, "\n".join(problems)


def test_sanity(core: str, venv: Path, unpacked: Path) -> None:
    """Imports, most of its time, on the oldest and the newest Python alone; all that is found compiles."""
    told = ansible_test(venv, unpacked, "sanity", "--allow-disabled", "--skip-test", "import")
    for python in pythons(core):
        told += ansible_test(venv, unpacked, "sanity", "--test", "import", "--target-python", python)
    missing = re.findall(r"^WARNING: (Skipping sanity test.*|Required program.*)$", told, re.M)
    # Not every machine has every Python; compile says so.
    assert not [each for each in missing if not re.search("on Python .* because it could not be found", each)], told
    assert not list(unpacked.glob("tests/sanity/ignore*")), "sanity has to pass without ignore entries"


@pytest.mark.parametrize("core", ends()[-1:], indirect=True)
def test_collection_docs(venv: Path, unpacked: Path, tmp_path: Path) -> None:
    """What antsibull-docs, and so Galaxy, makes of the documentation; the core has hardly a part in it."""
    variables = foreign(venv, tmp_path / "home")
    run(venv / "bin" / "antsibull-docs", "lint-collection-docs", "--plugin-docs", ".", cwd=unpacked, env=variables)


@pytest.mark.parametrize("kind", DOCUMENTED)
def test_every_plugin_is_documented(kind: str, venv: Path, user: dict[str, str], unpacked: Path) -> None:
    files = (unpacked / "plugins" / DOCUMENTED[kind]).glob("*.py")
    names = sorted(f"zstack.cloud.{path.stem}" for path in files if not path.stem.startswith("_"))
    assert names
    command = [venv / "bin" / "ansible-doc", "--type", kind]
    listed = json.loads(run(*command, "--list", "--json", "zstack.cloud", env=user))
    assert sorted(listed) == names
    assert all(listed.values()), listed
    told = run(*command, *names, env=user)
    assert not re.search(r"warning|error", told[:1000], re.I), told


def test_quickstart(lab: str) -> None:
    assert "failed=0" in lab
    assert "WARNING" not in lab and "Traceback" not in lab, lab


@pytest.mark.usefixtures("lab")
def test_inventory(venv: Path, user: dict[str, str], tmp_path: Path) -> None:
    source = tmp_path / "zstack_hosts.yml"
    source.write_text("plugin: zstack.cloud.zstack_hosts\n")
    ready = Path(user["HOME"]) / ".local" / "state" / "zstack-simulator" / "ready.json"
    node = {"ZSTACK_URL": json.loads(ready.read_text())["url"], "ZSTACK_PASSWORD": "password"}
    told = run(venv / "bin" / "ansible-inventory", "-i", source, "--list", env=user | node)
    listed = json.loads(told)
    assert len(listed["_meta"]["hostvars"]) == 4, told
