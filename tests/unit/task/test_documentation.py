# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the modules say about themselves is what they do."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml

import ansible_collections
from ansible_collections.zstack.cloud.plugins.module_utils._task.connection import CONNECTION

COLLECTION = Path(__file__).parents[3]
PACKAGE = "ansible_collections.zstack.cloud.plugins."
NAMES = sorted(path.stem for path in (COLLECTION / "plugins" / "modules").glob("zstack_*.py"))
MODULES = {name: import_module(PACKAGE + "modules." + name) for name in NAMES}


@pytest.fixture(scope="session")
def documented():
    """documented(name): what ``ansible-doc`` shows of a module, with the fragments that Ansible itself finds."""
    done = subprocess.run(
        [sys.executable, "-m", "ansible.cli.doc", "--json", *("zstack.cloud." + name for name in NAMES)],
        env={**os.environ, "ANSIBLE_COLLECTIONS_PATH": str(Path(ansible_collections.__path__[0]).parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    modules = json.loads(done.stdout)
    return lambda name: modules["zstack.cloud." + name]["doc"]


@pytest.mark.parametrize("name", NAMES)
def test_the_documented_options_are_the_accepted_ones(name, documented):
    options = documented(name)["options"]
    spec = MODULES[name].task.argument_spec()
    assert set(options) == set(spec)
    for option, accepted in spec.items():
        text = options[option]
        assert text["description"]
        assert text["type"] == accepted["type"], option
        assert text.get("default") == accepted.get("default"), option
        assert text.get("required", False) == accepted.get("required", False), option
        assert text.get("elements") == accepted.get("elements"), option
        assert sorted(text.get("choices", [])) == sorted(accepted.get("choices", [])), option


@pytest.mark.parametrize("name", NAMES)
def test_secrets_are_marked(name):
    for option, accepted in MODULES[name].task.argument_spec().items():
        if any(word in option for word in ("password", "secret", "session_uuid")):
            assert accepted["no_log"] is (option != "update_password"), option


@pytest.mark.parametrize("option", CONNECTION)
def test_the_documentation_names_the_environment_variable(option, documented):
    text = documented("zstack_session")["options"][option]["description"]
    assert f"E({option.upper()})" in " ".join(text)
    assert CONNECTION[option]["fallback"][1] == [option.upper()]


@pytest.mark.parametrize("name", NAMES)
def test_a_module_is_complete(name, documented):
    text = documented(name)
    assert {"action_group", "check_mode", "diff_mode"} <= set(text["attributes"])
    assert yaml.safe_load(MODULES[name].EXAMPLES) and yaml.safe_load(MODULES[name].RETURN)
    runtime = yaml.safe_load((COLLECTION / "meta" / "runtime.yml").read_text(encoding="utf-8"))
    assert name in runtime["action_groups"]["zstack"]
    assert (COLLECTION / "plugins" / "action" / f"{name}.py").exists()


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_are_valid_tasks(name):
    spec = MODULES[name].task.argument_spec()
    for example in yaml.safe_load(MODULES[name].EXAMPLES):
        assert example["name"]
        arguments = example.get("zstack.cloud." + name)
        if "zstack.cloud." + name in example:
            assert set(arguments or {}) <= set(spec)
            for option, value in (arguments or {}).items():
                choices = spec[option].get("choices")
                assert not choices or set(value if isinstance(value, list) else [value]) <= set(choices)


@pytest.mark.parametrize("name", NAMES)
def test_a_module_is_hardly_anything_but_its_documentation(name):
    source = Path(MODULES[name].__file__).read_text(encoding="utf-8")
    prose = [
        number
        for block in ast.parse(source).body
        if isinstance(block, ast.Assign) and block.targets[0].id in ("DOCUMENTATION", "EXAMPLES", "RETURN")
        for number in range(block.lineno, block.end_lineno + 1)
    ]
    lines = [line for number, line in enumerate(source.splitlines(), 1) if number not in prose]
    code = [line for line in lines if line.strip() and not line.startswith("#")]
    assert len(code) <= (10 if name.endswith("_info") else 12)
