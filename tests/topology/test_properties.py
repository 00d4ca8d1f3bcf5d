# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds of every tree, on random ones."""

from __future__ import annotations

from collections import Counter

from clouds import HISTORY, differences, secrets_for, states, worked
from hypothesis import given
from hypothesis import strategies as st
from trees import examples, shuffled, trees


@given(data=st.data())
@examples(15, 300)
def test_what_is_applied_is_there_until_it_goes(cloud, data):
    """Apply, and nothing is left to do; absent, and nothing is left."""
    cloud.reset()
    before = cloud.rows()
    foretold(cloud, data.draw(trees(cloud.generation)))
    foretold(cloud, {}, state="absent")
    assert differences(before, cloud.rows()) == ""


def foretold(cloud, tree, **options):
    """Make it so, as check mode says."""
    predicted = worked(cloud.apply(tree, check=True, **options))
    made = cloud.make(tree, **options)
    assert list(predicted) == list(made)
    assert {**predicted, "objects": known(predicted)} == {**made, "objects": known(made)}


def known(result):
    """The objects of a result, less the uuids that nobody knows before."""
    return [{key: value for key, value in each.items() if key != "uuid"} for each in result["objects"]]


@given(data=st.data())
@examples(8, 150)
def test_an_edit_is_as_good_as_a_new_cloud(cloud, data):
    """What a tree leaves behind goes with prune: managed; the second alone makes the same cloud."""
    first, second = (data.draw(trees(cloud.generation, whole=True)) for _unused in range(2))
    cloud.reset()
    cloud.make(first)
    foretold(cloud, second, prune="managed")
    edited = cloud.rows()
    cloud.reset()
    cloud.make(second)
    assert differences(edited, cloud.rows(), HISTORY) == ""


@given(data=st.data())
@examples(8, 150)
def test_the_order_of_keys_and_lists_is_nothing(cloud, data):
    tree = data.draw(trees(cloud.generation))
    cloud.reset()
    cloud.make(tree)
    made = cloud.rows()
    cloud.reset()
    cloud.make(data.draw(shuffled(tree)))
    assert differences(made, cloud.rows()) == ""


@given(data=st.data())
@examples(8, 150)
def test_what_is_exported_is_what_is_there(cloud, data):
    """On the same cloud no change, by one read a kind; on an empty one the same, with the secrets that it names."""
    cloud.reset()
    cloud.make(data.draw(trees(cloud.generation)))
    made, exported, begin = cloud.rows(), cloud.export(), cloud.last()
    again = worked(cloud.apply(exported["topology"]))
    assert not again["changed"], states(again)
    asked = Counter((call["api"], call["query"]) for call in cloud.log(begin))
    assert set(asked.values()) <= {1}, asked
    cloud.reset()
    cloud.make(exported["topology"], secrets=secrets_for(exported["missing_secrets"]))
    assert differences(made, cloud.rows()) == ""
    assert cloud.export() == exported
