# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read once for a whole cloud is known when it was read, and not before."""

from __future__ import annotations

import pytest

from ansible_collections.zstack.cloud.plugins.module_utils._client.errors import ConnectionLost
from ansible_collections.zstack.cloud.plugins.module_utils._engine.whole import Whole

from ..conftest import Node
from .invented import QUERY_VALVE, A, C, valve_of

ROWS = {"Valve": [{"uuid": C, "name": "v1", "basinUuid": A}], "UserTag": [{"uuid": A, "tag": "hot", "resourceUuid": C}]}
READS = {
    "tags": lambda observer: observer.tags(C),
    "tagged": lambda observer: observer.tagged("hot"),
    "everything": lambda observer: observer.everything(QUERY_VALVE, "basinUuid", "name").get(A),
    "any of": lambda observer: observer.any_of(QUERY_VALVE, "basinUuid", (), [A]),
    "all": lambda observer: observer.all(valve_of()),
    "rows": lambda observer: observer.rows(valve_of(), [("name", "v1")]),
}


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_a_reading_that_is_lost_is_not_taken_for_nothing(read):
    """Others of the same cloud ask for it, too: they would tag what is tagged, and take along what nobody named."""
    node = Node(**ROWS)
    node.tables["QueryUserTag"][0]["resourceType"] = "ValveVO"
    for name in list(node.tables):
        node.answers[name] = ConnectionLost("away")
    observer = Whole(node)
    for _asker in range(2):
        with pytest.raises(ConnectionLost):
            read(observer)
    node.answers.clear()
    assert read(observer)
    asked = len(node.asked)
    assert read(observer) and len(node.asked) == asked
