# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is composed without the template engine is what Constructable makes of it."""

from __future__ import annotations

import os
import re

import pytest
from ansible.inventory.data import InventoryData
from ansible.parsing.dataloader import DataLoader
from ansible.plugins.inventory import BaseInventoryPlugin, Constructable
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ansible_collections.zstack.cloud.plugins.plugin_utils._compose import Composer, parse

try:
    from ansible.template import trust_as_template as trusted
except ImportError:  # before ansible-core 2.19 every string is trusted
    trusted = str

OPTIONS = {"strict": False, "use_extra_vars": False, "leading_separator": True, "keyed_groups": []}


class Reference(BaseInventoryPlugin, Constructable):
    NAME = "reference"
    options = OPTIONS

    def get_option(self, option, hostvars=None):
        return self.options[option]


class Composing(Composer, Reference):
    NAME = "composing"

    def _fails(self, what, host, error):
        self.failed.append((what, host, error))


def plugin(kind, extra_vars=None, **options):
    made = kind()
    made.options = {**OPTIONS, **options}
    made.parse(InventoryData(), DataLoader(), "source")
    made._vars = extra_vars or {}
    if kind is Composing:
        made.failed = []
        made._prepare()
    return made


def by_constructable(made, host, compose, groups):
    """What Constructable makes of a host, each expression by itself."""
    strict = made.options["strict"]
    made._set_composite_vars(compose, host.get_vars(), host.name, strict)
    made._add_host_to_composed_groups(groups, {}, host.name, strict)
    for keyed in made.options["keyed_groups"]:
        try:
            made._add_host_to_keyed_groups([keyed], {}, host.name, strict)
        except Exception:
            # Some of what is wrong with an entry it tells even if not strict: an inventory goes on then.
            if strict:
                raise


def by_composer(made, host, compose, groups):
    made.compose_variables(compose, host)
    made.join_groups(groups, host)
    made.join_keyed_groups(host)


def construct(make, made, hosts, compose, groups):
    """All that can be seen of the inventory afterwards, and the error that ended it, if one did."""
    inventory, error = made.inventory, None
    for name, own in hosts.items():
        inventory.add_host(name)
        for key, value in own.items():
            inventory.set_variable(name, key, value)
    try:
        for name in hosts:
            make(made, inventory.get_host(name), compose, groups)
    except Exception as reason:
        # What is said of a template that refers to itself depends on the depth of the stack.
        error = type(reason), without_addresses(str(reason))[:60]
    groups = {
        name: (hosts_of(group), sorted(g.name for g in group.child_groups)) for name, group in inventory.groups.items()
    }
    joined = {name: [g.name for g in host.groups] for name, host in inventory.hosts.items()}
    # Where a method is in memory may have become part of a group's name.
    return (
        error,
        without_addresses(repr(groups)),
        without_addresses(repr(joined)),
        {name: typed(host.vars) for name, host in inventory.hosts.items()},
    )


def hosts_of(group):
    return [host.name for host in group.get_hosts()]


def typed(value):
    """The value with the types that a user can tell apart."""
    if isinstance(value, dict):
        return {str(k): typed(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [typed(item) for item in value]
    kind = next((t for t in (bool, int, float, str) if isinstance(value, t)), type(value))
    return kind.__name__, without_addresses(value) if kind is str else value


def without_addresses(text):
    """A method as a text shows where it is in memory."""
    return re.sub(r"0x[0-9a-f]+", "0x", text)


# Few of each, so that they meet: variables and methods, names of Jinja2, of the engine and of Ansible.
NAMES = ["a", "b", "c", "items", "real", "upper", "true", "none", "self", "loop", "range", "omit", "_u", "group_names"]
STEPS = ["a", "b", "items", "real", "upper", "count", "_u", "0", "1", "00", "-1"]
TEXTS = [
    "",
    "a",
    "b",
    "web-1",
    "ä ö",
    "x.y:z",
    "True",
    "None",
    "[1, 2]",
    "{'a': 1}",
    "1.10",
    "#jinja2: x",
    "a\n",
    "{{ a }}",
]

scalars = st.sampled_from([None, True, False, 0, 1, -5, 2.0, 0.5, *TEXTS]) | st.sampled_from(
    [trusted("{{ b }}"), trusted("{{ a.b }}"), trusted("{% broken"), trusted("plain")]
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES + TEXTS), inner, max_size=4),
    max_leaves=6,
)
paths = st.builds(
    lambda name, steps, blank: blank + ".".join([name, *steps]) + blank,
    st.sampled_from(NAMES + ["missing", "inventory_hostname"]),
    st.lists(st.sampled_from(STEPS), max_size=2),
    st.sampled_from(["", "", "", " "]),
)
expressions = (paths | st.sampled_from(["a ~ b", "a | default('d')", "[a, b]", "1 +", ""])).map(trusted)
variables = st.dictionaries(st.sampled_from(NAMES[:-1]), values, min_size=1, max_size=6)
keyed_groups = st.lists(
    st.fixed_dictionaries(
        {"key": expressions},
        optional={
            "prefix": st.sampled_from(["", "p", "p q"]),
            "separator": st.sampled_from(["", "-", "__"]),
            "default_value": st.sampled_from(["", "none"]),
            "trailing_separator": st.booleans(),
            "parent_group": st.sampled_from(["", "all of them", "{{ a }}", "p_{{ b }}", "{{ missing }}"]).map(trusted),
        },
    )
    | st.sampled_from([{}, "a", {"prefix": "p"}]),
    max_size=3,
)


@settings(max_examples=int(os.environ.get("EXAMPLES", "150")), deadline=None)
@given(
    pool=st.lists(variables, min_size=1, max_size=2),
    compose=st.dictionaries(st.sampled_from(["a", "b", "new", "ansible_host"]), expressions, max_size=3),
    groups=st.dictionaries(st.sampled_from(["g", "a group"]), expressions, max_size=2),
    keyed=keyed_groups,
    strict=st.booleans(),
    leading=st.booleans(),
    extra=st.just({}) | variables,
    use_extra=st.booleans(),
)
@example([{"a": {"b": "c"}}], {}, {}, [{"key": trusted("a.b"), "parent_group": "p"}], False, True, {}, False)
@example([{"a": [None, "", "x"]}], {}, {}, [{"key": trusted("a"), "default_value": "none"}], False, False, {}, False)
@example(
    [{"a": "x"}, {"a": "y"}],
    {},
    {},
    [{"key": trusted("a"), "parent_group": trusted("p_{{ a }}")}],
    False,
    True,
    {},
    False,
)
@example([{"a": None}], {}, {}, [{"key": trusted("a"), "default_value": "none"}], True, False, {}, False)
def test_results_are_those_of_constructable(pool, compose, groups, keyed, strict, leading, extra, use_extra):
    hosts = {f"h{n}": pool[n % len(pool)] for n in range(4)}
    options = {
        "strict": strict,
        "leading_separator": leading,
        "use_extra_vars": use_extra,
        "keyed_groups": keyed,
        "extra_vars": extra,
    }
    reference = construct(by_constructable, plugin(Reference, **options), hosts, compose, groups)
    assert construct(by_composer, plugin(Composing, **options), hosts, compose, groups) == reference


def _engine_runs(monkeypatch, hosts, compose, keyed):
    """How often the template engine was asked for an expression."""
    made, runs = plugin(Composing, keyed_groups=keyed), []
    ask = Constructable._compose
    monkeypatch.setattr(Constructable, "_compose", lambda self, *args: runs.append(args[0]) or ask(self, *args))
    construct(by_composer, made, hosts, compose, {})
    return runs


def test_paths_need_no_engine(monkeypatch):
    hosts = {f"h{n}": {"a": {"b": f"v{n % 3}"}, "ip": f"192.0.2.{n}", "nics": [{"ip": "::1"}]} for n in range(9)}
    compose = {"ansible_host": trusted("ip"), "second": trusted("nics.0.ip"), "none": trusted("a.missing")}
    keyed = [{"key": trusted("a.b"), "prefix": "p"}, {"key": trusted("a")}, {"key": trusted("a.missing")}]
    # Constructable makes the groups for each value, of which each of the two keys has three.
    assert _engine_runs(monkeypatch, hosts, compose, keyed) == ["a.b", "a"] * 3


def test_a_name_nobody_knows_is_asked_for_once(monkeypatch):
    hosts = {f"h{n}": {"a": "v"} for n in range(9)}
    assert _engine_runs(monkeypatch, hosts, {"x": trusted("missing")}, [{"key": trusted("missing")}]) == ["missing"]


def test_an_expression_is_evaluated_once_a_host(monkeypatch):
    hosts = {f"h{n}": {"a": f"v{n % 3}"} for n in range(9)}
    keyed = [{"key": trusted("a | upper")}, {"key": trusted("missing | default('')")}, {"key": trusted("1 / 0")}]
    runs = _engine_runs(monkeypatch, hosts, {"x": trusted("a ~ a")}, keyed)
    assert runs == ["a ~ a", *(entry["key"] for entry in keyed)] * 9


def test_what_fails_is_told_and_what_is_empty_is_not():
    keyed = [
        {"key": trusted(key)}
        for key in ("1 / 0", "missing.path", "a", "empty", "missing | default('')", "none", "[]", "number")
    ]
    made = plugin(Composing, keyed_groups=keyed)
    hosts = {"h": {"a": "v", "empty": "", "number": 5}}
    _error, groups, _joined, _variables = construct(by_composer, made, hosts, {"x": trusted("2 / 0")}, {"g": "3 / 0"})
    told = [what for what, host, _reason in made.failed]
    assert told == [
        "no value of 2 / 0",
        "groups: no group by 3 / 0",
        *(f"keyed_groups: no group by {key}" for key in ("1 / 0", "missing.path", "number")),
    ]
    assert [type(reason).__name__ for _what, _host, reason in made.failed][3] == "AnsibleUndefinedVariable"
    assert "'_v'" in groups


@pytest.mark.parametrize(
    ("expression", "path"),
    [
        ("a", ("a",)),
        (" a.b_1.0 ", ("a", "b_1", 0)),
        ("a.b | upper", None),
        ("a['b']", None),
        ("a._b", None),
        ("a.00", None),
        ("true", None),
        ("self.x", None),
        (5, None),
        ("", None),
    ],
)
def test_what_is_a_path(expression, path):
    assert parse(expression) == path
