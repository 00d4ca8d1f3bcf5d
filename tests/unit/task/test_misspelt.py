# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._task.misspelt import hinted, misspelt, nearest

MONS = {"hostname": {}, "ssh_port": {"type": "int"}}
SPEC = {"name": {}, "description": {}, "zstack_url": {}, "mons": {"options": MONS}, "meta": {"options": MONS}}


def test_arguments_that_are_no_options_at_any_depth():
    params = {"name": "x", "mons": [{"hostnam": "a"}, "text"], "meta": {"prt": 1}, "url": "http://a", 5: None}
    found = [(name, value) for name, value, _spec in misspelt(SPEC, params)]
    assert found == [("hostnam", "a"), ("prt", 1), ("url", "http://a"), ("5", None)]


@pytest.mark.parametrize(
    ("name", "option"), [("nmae", "name"), ("url", "zstack_url"), ("descripton", "description"), ("color", None)]
)
def test_the_nearest(name, option):
    assert nearest(name, list(SPEC)) == option


@pytest.mark.parametrize(
    ("params", "told"),
    [
        ({"name": "x"}, "."),
        ({"color": "x"}, "."),
        ({"nmae": "x"}, ". Did you mean name?"),
        ({"nmae": "x", "color": "x"}, ". Did you mean name?"),
        ({"mons": [{"ssh_prot": 1}], "nmae": "x"}, ". Did you mean ssh_port (ssh_prot), name (nmae)?"),
    ],
)
def test_what_is_told(params, told):
    assert hinted("It is none.", SPEC, params) == f"It is none{told}"
    assert hinted("It is none", SPEC, params) == f"It is none{told}".rstrip(".")
