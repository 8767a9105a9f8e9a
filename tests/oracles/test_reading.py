"""What a reader makes of delay, against Bayes' rule by brute force.

ACTOR may harm or spare WATCHER, who wonders how ACTOR loves them. 10,000 performances for each level of the tie that WATCHER reckons with
give the true chances of doing either at each time; with WATCHER's prior they give the posterior mean of the tie that a reader would
come to who knew the whole law of the race. WATCHER's filter, using all of the information in delay (`delay_weight` 1), must come near.

The filter is an approximation: a Gaussian for each preference, looked at once a second. Stated tolerance, on the scale of the tie
from 0 to 1: .015 while nothing is done; .08 once something is, for a prompt act weighs a little too little with a Gaussian of which a part
already lies beyond the threshold. Chance adds less than .015 (4 standard errors, by the counts in the rarest window). ACTOR stands 300 m
off when the chances are taken, so that no feeling is kept up by nearness: a reader does not reckon with feelings.
"""

from __future__ import annotations

from functools import cache
from math import comb
from typing import NamedTuple

import numpy
import pytest
from numpy.typing import NDArray

from falter.performance import Intervention, perform
from falter.performance.batch import perform_batch
from falter.tables import columns as at
from tests.performing import float_at, row_of, tables_of, without

Numbers = NDArray[numpy.float64]

LEVELS = (0.0, 0.25, 0.5, 0.75, 1.0)
DELAYS = (2.0, 5.0, 10.0, 15.0)
RUNS = 10_000
WINDOW = 0.75
"""s to either side of a delay in which acts are counted."""
ISOLATED = without("coping", "nearness", "new episodes", "ties that move", "touch", "ambient mood", "freezing", "prospects felt", "mood")
"""What is read is a race and a tie: nothing else moves the one who is watched, so that simulation and filter are of the same thing."""
SCENE = """falter 1
scene The Watch
set live_weight 0
set display_weight 0
set delay_weight 1
set act_weight 1
set lapse 0
set latency 0
place a field
  mark wall
  mark door, {gap} m from wall
ACTOR "the one who may", they
  at wall
  hates WATCHER: .5
  loves WATCHER: {love}, hidden
WATCHER "the one who watches", they
  at door
  wonders how ACTOR loves WATCHER: {prior}
ACTOR may harm "strikes out" on WATCHER, once, harms WATCHER, takes 1 s, lands at 1 s
ACTOR may spare "turns away" on WATCHER, once, spares WATCHER, takes 1 s, lands at 1 s
closes 0 s after harm or 0 s after spare or at 30 s
"""


class Law(NamedTuple):
    """When either was done, in s, and which; never is infinite."""

    times: Numbers
    harms: NDArray[numpy.bool_]

    def still(self, t: float) -> float:
        """The share that has done nothing by t."""
        return float((self.times > t).mean())

    def rate(self, t: float, harm: bool) -> float:
        """Harms (or mercies) about t, of all runs, per s."""
        about = (abs(self.times - t) <= WINDOW) & (self.harms == harm)
        return float(about.mean()) / (2.0 * WINDOW)


@cache
def law(love: float) -> Law:
    tables = tables_of(SCENE.format(gap=300, love=love, prior=0.5) + ISOLATED, capacity=4)
    batch = perform_batch(tables, 9, 0, RUNS)
    acted = numpy.diff(batch.starts) > 0
    first = batch.starts[:-1][acted]
    times, harms = numpy.full(RUNS, numpy.inf), numpy.zeros(RUNS, bool)
    times[acted] = batch.moments[first, at.EVENT_T]
    harms[acted] = batch.acts[first, at.EVENT_ACT] == row_of(tables, "act", "ACTOR harm WATCHER")
    return Law(times, harms)


def true_care(prior: float, act: str | None, t: float) -> float:
    """By Bayes' rule over the levels, from a binomial prior with this mean."""
    weights = [comb(4, k) * prior**k * (1.0 - prior) ** (4 - k) for k in range(5)]
    chances = [law(love).still(t) if act is None else law(love).rate(t, act == "harm") for love in LEVELS]
    return float(numpy.average(LEVELS, weights=numpy.array(weights) * chances))


def read_care(prior: float, act: str | None, t: float) -> float:
    """What WATCHER, 2 m off, makes of it."""
    tables = tables_of(SCENE.format(gap=2, love=0.5, prior=prior) + ISOLATED)
    actor, step = tables.names.person["ACTOR"], round(t / 0.1)
    rows = [Intervention(index, 1, actor, -1) for index in range(step + 5)]
    if act:
        rows[step] = Intervention(step, 1, actor, row_of(tables, "act", f"ACTOR {act} WATCHER"))
    return float_at(perform(tables, 1, interventions=rows), step, "read", "WATCHER reads ACTOR", "CARE")


@pytest.mark.parametrize("act", [None, "harm", "spare"])
@pytest.mark.parametrize("prior", [0.3, 0.5, 0.7])
def test_a_reader_comes_near_to_bayes_rule(act: str | None, prior: float) -> None:
    pairs = [(read_care(prior, act, t), true_care(prior, act, t)) for t in DELAYS]
    print(f"prior {prior}, {act}:", ", ".join(f"{t:g} s {read:.3f} ({true:.3f})" for t, (read, true) in zip(DELAYS, pairs, strict=True)))
    assert max(abs(read - true) for read, true in pairs) < (0.015 if act is None else 0.08)
