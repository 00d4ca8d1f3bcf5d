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

OPTIONS = {"strict": False, "use_extra_vars": False, "leading_separator": True}


class Reference(BaseInventoryPlugin, Constructable):
    NAME = "reference"
    options = OPTIONS

    def get_option(self, option, hostvars=None):
        return self.options[option]


class Composing(Composer, Reference):
    NAME = "composing"


def plugin(kind, extra_vars=None, **options):
    made = kind()
    made.options = {**OPTIONS, **options}
    made.parse(InventoryData(), DataLoader(), "source")
    made._vars = extra_vars or {}
    if kind is Composing:
        made._prepare()
    return made


def construct(made, hosts, variables, compose, groups, keyed):
    """All that can be seen of the inventory afterwards, and the error that ended it, if one did."""
    inventory, strict, error = made.inventory, made.options["strict"], None
    for name, own in hosts.items():
        inventory.add_host(name)
        for key, value in own.items():
            inventory.set_variable(name, key, value)
    try:
        for name in hosts:
            made._set_composite_vars(compose, inventory.get_host(name).get_vars(), name, strict)
            made._add_host_to_composed_groups(groups, variables, name, strict)
            made._add_host_to_keyed_groups(keyed, variables, name, strict)
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
    shared=st.just({}) | variables,
    compose=st.dictionaries(st.sampled_from(["a", "b", "new", "ansible_host"]), expressions, max_size=3),
    groups=st.dictionaries(st.sampled_from(["g", "a group"]), expressions, max_size=2),
    keyed=keyed_groups,
    strict=st.booleans(),
    leading=st.booleans(),
    extra=st.just({}) | variables,
    use_extra=st.booleans(),
)
@example([{"a": {"b": "c"}}], {}, {}, {}, [{"key": trusted("a.b"), "parent_group": "p"}], False, True, {}, False)
@example(
    [{"a": [None, "", "x"]}], {}, {}, {}, [{"key": trusted("a"), "default_value": "none"}], False, False, {}, False
)
@example(
    [{"a": "x"}, {"a": "y"}],
    {},
    {},
    {},
    [{"key": trusted("a"), "parent_group": trusted("p_{{ a }}")}],
    False,
    True,
    {},
    False,
)
@example([{"a": None}], {}, {}, {}, [{"key": trusted("a"), "default_value": "none"}], True, False, {}, False)
def test_results_are_those_of_constructable(pool, shared, compose, groups, keyed, strict, leading, extra, use_extra):
    hosts = {f"h{n}": pool[n % len(pool)] for n in range(4)}
    options = {"strict": strict, "leading_separator": leading, "use_extra_vars": use_extra, "extra_vars": extra}
    outcomes = [
        construct(plugin(kind, **options), hosts, shared, compose, groups, keyed) for kind in (Reference, Composing)
    ]
    assert outcomes[1] == outcomes[0]


def _engine_runs(monkeypatch, hosts, compose, keyed):
    """How often the template engine was asked for an expression."""
    made, runs = plugin(Composing), []
    ask = Constructable._compose
    monkeypatch.setattr(Constructable, "_compose", lambda self, *args: runs.append(args[0]) or ask(self, *args))
    construct(made, hosts, {}, compose, {}, keyed)
    return runs


def test_paths_need_no_engine(monkeypatch):
    hosts = {f"h{n}": {"a": {"b": f"v{n % 3}"}, "ip": f"192.0.2.{n}", "nics": [{"ip": "::1"}]} for n in range(9)}
    compose = {"ansible_host": trusted("ip"), "second": trusted("nics.0.ip"), "none": trusted("a.missing")}
    keyed = [{"key": trusted("a.b"), "prefix": "p"}, {"key": trusted("a")}, {"key": trusted("a.missing")}]
    assert _engine_runs(monkeypatch, hosts, compose, keyed) == []


def test_a_name_nobody_knows_is_asked_for_once(monkeypatch):
    hosts = {f"h{n}": {"a": "v"} for n in range(9)}
    assert _engine_runs(monkeypatch, hosts, {"x": trusted("missing")}, [{"key": trusted("missing")}]) == ["missing"]


def test_group_names_are_sanitized_once(monkeypatch):
    sanitized = []
    monkeypatch.setattr(
        Composing, "_sanitize_group_name", staticmethod(lambda name: sanitized.append(name) or name.replace("-", "_"))
    )
    hosts = {f"h{n}": {"a": f"v-{n % 2}"} for n in range(10)}
    made = plugin(Composing)
    construct(made, hosts, {}, {}, {"all-of-them": trusted("a is defined")}, [{"key": trusted("a")}])
    assert sorted(sanitized) == ["_v-0", "_v-1", "all-of-them"]
    assert len(made.inventory.groups["_v_0"].hosts) == 5


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
