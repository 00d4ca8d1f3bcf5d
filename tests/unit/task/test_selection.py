# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._api.zone import QUERY_ZONE
from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ApiError
from ansible_collections.zstack.cloud.plugins.module_utils._task.selection import SELECTION, count, select

PARAMS = {**dict.fromkeys(SELECTION), "filters": ["color=red"]}


class Complaining:
    """A client of a node that refuses every query."""

    def query(self, *args, **paging):
        raise ApiError({"code": "SYS.1007", "details": "no field color"}, api="QueryZone")

    count = query


@pytest.mark.parametrize("known", [(), ("name", "state"), ("color", "name")])
@pytest.mark.parametrize("ask", [lambda known: select(Complaining(), QUERY_ZONE, [], PARAMS, known=known),
                                 lambda known: count(Complaining(), QUERY_ZONE, PARAMS, known)])  # fmt: skip
def test_no_failure_is_its_own_cause(ask, known):
    """Ansible follows causes to their end."""
    with pytest.raises(Exception, match="no field color") as caught:
        ask(known)
    seen, error = [], caught.value
    while error is not None:
        assert error not in seen
        seen.append(error)
        error = error.__cause__
