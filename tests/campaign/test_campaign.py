# Copyright: (c) 2026, zstack.cloud contributors
# GNU General Public License v3.0 or later (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever befalls a task and its connection, nothing is doubled, lost or told wrongly.

Each test draws from all operations of a generation, and for each of them from what can go wrong, all kinds alike. The
environment variable CAMPAIGN_FAULTS says how many faults a generation, all tests together; CAMPAIGN_DRAW begins another
series.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from itertools import islice

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as begun
from hypothesis import strategies as st
from nodes import start_node
from scenarios import GENERATIONS, PACKAGE

from .faults import KINDS, Fault
from .operations import PLUGINS, Ground, Kill, Operation, operations, prepare
from .witness import WRONGS

FAULTS = int(os.environ.get("CAMPAIGN_FAULTS", "150"))
DRAW = os.environ.get("CAMPAIGN_DRAW", "1")
#: Most of a campaign is waiting: so many processes, each with a simulator of its own, share the work.
SHARES = 4
#: Faults in an operation at least: to bring the cloud to where it begins takes as long as several of them.
FEWEST = 3


@dataclass
class Report:
    """How often each kind was tried, in how many operations, and (which of WRONGS, text) pairs of what went wrong."""

    tried: Counter = field(default_factory=Counter)
    operations: int = 0
    wrong: list = field(default_factory=list)

    def add(self, other):
        self.tried += other.tried
        self.operations += other.operations
        self.wrong += other.wrong

    def __str__(self):
        counts = Counter(what for what, _text in self.wrong)
        table = ", ".join(f"{counts[what]} {what}" for what in WRONGS)
        return f"{sum(self.tried.values())} faults of {len(self.tried)} kinds in {self.operations} operations: {table}"


@pytest.fixture(scope="module", params=GENERATIONS)
def nodes(request, tmp_path_factory):
    """(node, the folder with its data file) for each share of the work."""
    folders = [tmp_path_factory.mktemp("node") for _share in range(SHARES)]
    started = [start_node(request.param, "--data", str(folder / "data")) for folder in folders]
    yield [(replace(node, process=None), folder) for node, folder in zip(started, folders, strict=True)]
    for node in started:
        node.stop()


def share(work, part, chosen, place, mine):
    """One process's share of the operations that are chosen and of a part of all faults; a Report."""
    node, folder = place
    prepare(folder)
    ground, report = Ground(node, folder), Report()
    every = list(operations(node.name, chosen))
    random.Random(f"{node.name} {DRAW}").shuffle(every)
    number = round(FAULTS * part)
    every = every[: max(1, number // FEWEST)]
    each = round(number / len(every))
    for which in every[mine::SHARES]:
        operation = Operation(ground, *which)
        try:
            operation.reach()
            report.operations += operation.sound
            rng = random.Random(f"{node.name} {DRAW} {which}")
            for kind, wrong in work(operation, rng, each) if operation.sound else ():
                report.tried[kind] += 1
                report.wrong += [(what, f"{operation.name}: {text}") for what, text in wrong]
        except Exception:
            # A defect of the campaign: it must not look as if nothing had been found.
            report.wrong.append(("traceback", f"{operation.name}: {traceback.format_exc()}"))
    ground.proxy.stop()
    return report


def campaign(nodes, work, part, chosen=None):
    """All shares of a part of the faults at once; fails with all that went wrong."""
    report = Report()
    with ProcessPoolExecutor(SHARES, multiprocessing.get_context("fork")) as pool:
        for found in pool.map(partial(share, work, part, chosen), nodes, range(SHARES)):
            report.add(found)
    print(f"\n{nodes[0][0].name}: {report}")
    assert not report.wrong, f"{report}\n" + "\n".join(f"{what}: {text}" for what, text in report.wrong)


def proved(operation, faults):
    for fault, how in faults:
        wrong = operation.prove(fault, **how)
        yield fault.kind, [(what, f"{fault}{how or ''}: {text}") for what, text in wrong]


def drawn(operation, rng, kinds):
    """(fault, how the task is played) pairs without end; the kinds come in turn."""
    while True:
        for kind in rng.sample(kinds, len(kinds)):
            # What a session is told of depends on who has one already.
            plain = operation.what == "zstack_session"
            how = {} if plain else rng.choice([{}, {}, {}, {"fresh": True}, {"shared": False}])
            exchange = rng.choice(operation.login if how else operation.exchanges)
            places = KINDS[kind].places(exchange)
            if places:
                yield Fault(kind, exchange.number, rng.choice(places), rng.choice([1, 1, 1, 2, 3, 5, 1000])), how


def of_all_kinds(operation, rng, each):
    kinds = [name for name, kind in KINDS.items() if not kind.lies]
    return proved(operation, islice(drawn(operation, rng, kinds), each))


def test_faults_of_all_kinds(nodes):
    campaign(nodes, of_all_kinds, 0.5)


def of_wrong_types(operation, rng, each):
    return proved(operation, islice(drawn(operation, rng, ["field"]), each))


def test_values_of_wrong_types_in_replies(nodes):
    campaign(nodes, of_wrong_types, 0.15)


#: What makes, changes and deletes.
CUT = {"zstack_zone": ("create", "delete"), "zstack_kvm_host": ("create",), "zstack_ceph_primary_storage": ("create",)}


def at_every_byte(operation, rng, each):
    places = [(e.number, at) for e in operation.exchanges for at in range(len(e.reply))]
    chosen = places if each >= len(places) else rng.sample(places, each)
    return proved(operation, ((Fault(rng.choice(["cut", "reset"]), *place), {}) for place in chosen))


def test_replies_that_are_cut_at_every_byte(nodes):
    campaign(nodes, at_every_byte, 0.15, CUT)


def interrupted(operation, rng, each):
    for _number in range(each):
        if rng.random() < 0.5:
            kill = Kill(rng.choice(operation.exchanges).number, rng.choice(Kill.MOMENTS))
            kind, wrong = f"killed {kill.moment}", operation.interrupt(kill_at=kill)
        else:
            seconds = rng.choice([0, 0.05, 0.2, 0.5])
            kind, wrong = "out of time", operation.interrupt(seconds)
        yield kind, [(what, f"{kind}, {kill if kind != 'out of time' else seconds}: {text}") for what, text in wrong]


def test_run_again_while_the_job_still_runs(nodes):
    campaign(nodes, interrupted, 0.1)


#: Whatever YAML, a template or an inventory may give for an option.
_SCALARS = st.one_of(
    st.sampled_from([None, "", " ", "\0", "\ud800", "nan", "-1", "x" * 300, "a,b", "{{ x }}", "%s%n", 10**30, -0.0]),
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.datetimes() | st.binary(max_size=5),
    st.text(st.characters(exclude_characters="/~", exclude_categories=()), max_size=20),
)
ODD = st.recursive(
    _SCALARS | st.sets(st.integers(), max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.integers() | st.text(max_size=9), inner, max_size=3),
)


def _paths(value, path=()):
    """Every place in the arguments."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from _paths(item, (*path, key))


def _with(args, changes):
    args = deepcopy(args)
    for path, value in sorted(changes.items(), key=lambda change: -len(change[0])):
        holder = args
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = value
    return args


def with_odd_options(operation, rng, each):
    if operation.what in PLUGINS:
        return ()
    told = []
    options = [(name,) for name in import_module(PACKAGE + operation.what).task.argument_spec()]
    places = [*_paths(operation.args)] * 3 + options + [("no_option",)]

    @begun(rng.random())
    @settings(
        max_examples=each, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=HealthCheck
    )
    @given(st.dictionaries(st.sampled_from(places), ODD, min_size=1, max_size=3))
    def try_out(changes):
        told.append(
            ("odd options", [(w, f"{changes}: {t}") for w, t in operation.endure(_with(operation.args, changes))])
        )

    try_out()
    return told


def test_options_of_any_value(nodes):
    campaign(nodes, with_odd_options, 0.1)
