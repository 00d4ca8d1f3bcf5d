# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

import pytest

from ansible_collections.zstack.cloud.plugins.plugin_utils._in_worker import native


class Text(str):
    pass


class Whole(int):
    pass


class Part(float):
    pass


class Items(list):
    pass


class Pairs(dict):
    pass


class LazyPairs(Mapping):
    """Makes its values when they are asked for, as the containers of newer versions of Ansible do."""

    def __getitem__(self, key):
        return Text("made " + key)

    def __iter__(self):
        return iter([Text("a")])

    def __len__(self):
        return 1


class Vaulted(Sequence):
    """As older versions hold a vaulted value: a sequence of characters that is no str."""

    def __getitem__(self, index):
        return "s3cret"[index]

    def __len__(self):
        return 6

    def __str__(self):
        return "s3cret"


def types(value):
    if isinstance(value, dict):
        return {type(value)}.union(*(types(k) | types(v) for k, v in value.items()))
    return {type(value)}.union(*map(types, value)) if isinstance(value, list) else {type(value)}


def test_native_leaves_builtin_types_only():
    value = Pairs(
        {Text("k"): Items([Text("x"), Whole(1), Part(1.5), True, None, (Text("t"),), LazyPairs(), Vaulted(), b"b"])}
    )
    made = native(value)
    assert made == {"k": ["x", 1, 1.5, True, None, ["t"], {"a": "made a"}, "s3cret", b"b"]}
    assert types(made) == {dict, list, str, int, float, bool, type(None), bytes}


def test_keys_are_those_that_an_ordinary_module_gets():
    day = datetime.date(2026, 1, 2)
    made = native({2: {1.5: "a"}, None: "b", True: [{day: "c"}], "e": "e"})
    assert made == {"2": {"1.5": "a"}, "null": "b", "true": [{"2026-01-02": "c"}], "e": "e"}


def test_native_strips_the_tags_of_this_version_of_ansible():
    datatag = pytest.importorskip("ansible._internal._datatag._tags")
    origin = datatag.Origin(path="/play.yml")
    value = {
        origin.tag("k"): origin.tag(
            [origin.tag("v"), origin.tag(1), origin.tag(1.5), origin.tag({"a": origin.tag("b")})]
        )
    }
    assert types(value) - {dict, list, str, int, float}
    made = native(origin.tag(value))
    assert made == {"k": ["v", 1, 1.5, {"a": "b"}]}
    assert types(made) == {dict, list, str, int, float}
