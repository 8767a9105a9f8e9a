"""The filter's log-likelihood of having done nothing, against the race itself by brute force, with two to six acts open.

ACTOR may do two, four or six things to WATCHER, all with the hands. At each level of the tie that WATCHER reckons with, 10,000
performances of the very race give the share that has done nothing by 15 s. The log of the ratio of two neighbouring levels' shares must be
the filter's (`delay_weight` 1) within .1, and four standard errors of that log: √(1/one + 1/other − 2/runs), at most .06, since
levels at which fewer than 500 are still there are left out. Seed 5. A false alarm is rarer than one in 10,000.

ACTOR stands 300 m off when the shares are taken, so that no feeling is kept up by nearness: a reader does not reckon with feelings.
"""

from __future__ import annotations

from itertools import pairwise
from math import log, sqrt

import numpy
import pytest

from falter.performance import Intervention, perform
from falter.performance.batch import perform_batch
from falter.tables import columns as at
from tests.performing import tables_of, without

LEVELS = (0.0, 0.25, 0.5, 0.75, 1.0)
RUNS = 10_000
FEWEST = 500
AFTER = 15.0
WITHIN = 0.1
ACTS = ("harms", "spares", "insults", "praises", "comforts", "threatens")
ISOLATED = without("coping", "nearness", "new episodes", "ties that move", "touch", "ambient mood", "freezing", "prospects felt", "mood")
"""Nothing but the race moves the one who is watched."""
SCENE = """falter 1
scene The Watch
set live_weight 0
set display_weight 0
set delay_weight 1
set act_weight 1
set lapse 0
set latency 0
set leak {leak}
set theta0 2.6
place a field
  mark wall
  mark door, {gap} m from wall
ACTOR "the one who may", they
  at wall
  hates WATCHER: .5
  loves WATCHER: {love}, hidden
WATCHER "the one who watches", they
  at door
  wonders how ACTOR loves WATCHER: .5
"""


def scene(n: int, leak: float, gap: float, love: float) -> str:
    """The scene with the first n acts."""
    moves = [f'ACTOR may do-{word} "moves" on WATCHER, once, {word} WATCHER, uses hands, takes 1 s, lands at 1 s' for word in ACTS[:n]]
    closes = " or ".join(f"0 s after do-{word}" for word in ACTS[:n])
    return SCENE.format(leak=leak, gap=gap, love=love) + ISOLATED + "\n".join(moves) + f"\ncloses {closes} or at 18 s\n"


def still_there(n: int, leak: float, love: float) -> int:
    """How many have done nothing by 15 s."""
    batch = perform_batch(tables_of(scene(n, leak, 300, love), capacity=4), 5, 0, RUNS)
    acted = numpy.diff(batch.starts) > 0
    return RUNS - int((batch.moments[batch.starts[:-1][acted], at.EVENT_T] <= AFTER).sum())


def reckoned(n: int, leak: float) -> list[float]:
    """WATCHER's log-likelihood of that, 2 m off, at each level."""
    tables = tables_of(scene(n, leak, 2, 0.5))
    step = round(AFTER / 0.1)
    rows = [Intervention(index, 1, tables.names.person["ACTOR"], -1) for index in range(step + 5)]
    state = perform(tables, 1, interventions=rows).sf(step)
    base = tables.packed.ti[at.SF_CELL]
    return [state[base + cell * at.SF_CELL_SIZE + at.CELL_LOGL] for cell in range(len(LEVELS))]


@pytest.mark.parametrize("leak", [0.1, 0.4])
@pytest.mark.parametrize("n", [2, 4, 6])
def test_the_log_ratio_of_neighbouring_levels_is_that_of_the_race(n: int, leak: float) -> None:
    counts = [still_there(n, leak, love) for love in LEVELS]
    told = reckoned(n, leak)
    compared = 0
    for (one, before), (other, after) in pairwise(zip(counts, told, strict=True)):
        if min(one, other) < FEWEST:
            continue
        compared += 1
        error = sqrt(1 / one + 1 / other - 2 / RUNS)
        print(f"n {n}, leak {leak}: true {log(other / one):+.2f} ± {error:.2f}, read {after - before:+.2f}")
        assert abs(after - before - log(other / one)) < WITHIN + 4.0 * error
    assert compared >= 2
