"""Laws 1 and 2: hesitation peaks where the motives balance; attachment lowers kills, pressure raises them.

One who is ordered to kill and loves the one he is to kill; he may strike or spare. 1,500 performances a point, the same
1,500 lucks at every point, seed 3. Hesitation is the Kaplan–Meier median of the time to the first act, errors by 200 resamples.
Comparisons ask for 3 standard errors of a difference of independent samples (shared luck makes the true error smaller): false
alarm at most .0013 a comparison. From one end of a strength to the other, half of all fates must turn.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy
import pytest

from falter.performance.batch import perform_batch
from falter.tables import columns as at
from tests.laws.survival import Estimate, median_with_error
from tests.performing import tables_of

RUNS = 1_500
ERRORS = 3.0
LEVELS = [round(0.1 * step, 1) for step in range(11)]
SCENE = """falter 1
scene The Order
place a room
  mark door
  mark desk, 1 m from door
SNOKE "the leader", he, away
KYLO "the knight", he
  at door
  loves HUX: {love}
  ordered by SNOKE to strike HUX: {order}
HUX "the general", he
  at desk
KYLO may strike "strikes" on HUX, needs within 1.5 m, once, kills, takes 1 s, lands at 1 s
KYLO may spare "spares him" on HUX, once, spares HUX, defies SNOKE, takes 1 s, lands at 1 s
closes 0 s after strike or 0 s after spare or at 10 min
"""


class Point(NamedTuple):
    """At one strength of love and order: the share of kills, and how long he hesitates, in s."""

    kills: Estimate
    waits: Estimate


@cache
def point(love: float, order: float) -> Point:
    tables = tables_of(SCENE.format(love=love, order=order), capacity=4)
    batch = perform_batch(tables, 3, 0, RUNS)
    acted = numpy.diff(batch.starts) > 0
    first = batch.starts[:-1][acted]
    strikes = [label.label == "KYLO strike HUX" for label in tables.labels["act"]]
    kills = numpy.array(strikes)[batch.acts[first, at.EVENT_ACT]].sum() / RUNS
    times = batch.seconds.copy()
    times[acted] = batch.moments[first, at.EVENT_T]
    return Point(Estimate(float(kills), float(numpy.sqrt(max(kills * (1 - kills), 1 / RUNS) / RUNS))), median_with_error(times, acted))


def tell(points: list[Point]) -> None:
    print("kills", [f"{found.kills.value:.3f}" for found in points])
    print("waits", [f"{found.waits.value:.1f}±{found.waits.error:.1f}" for found in points])


def surely_above(one: Estimate, other: Estimate) -> bool:
    return one.value - other.value > ERRORS * float(numpy.hypot(one.error, other.error))


def assert_one_peak(points: list[Point]) -> int:
    """The longest wait lies inside, surely above both ends; on either side no wait is surely above one nearer to the peak."""
    waits = [found.waits for found in points]
    peak = max(range(len(waits)), key=lambda index: waits[index].value)
    assert 0 < peak < len(waits) - 1
    assert surely_above(waits[peak], waits[0])
    assert surely_above(waits[peak], waits[-1])
    assert not any(surely_above(waits[k], waits[k + 1]) for k in range(peak))
    assert not any(surely_above(waits[k + 1], waits[k]) for k in range(peak, len(waits) - 1))
    return peak


@pytest.fixture(scope="module")
def by_love() -> list[Point]:
    """Love from 0 to 1, the order at .7."""
    return [point(love, 0.7) for love in LEVELS]


@pytest.fixture(scope="module")
def by_order() -> list[Point]:
    """The order from 0 to 1, love at .4."""
    return [point(0.4, order) for order in LEVELS]


def test_more_love_means_fewer_kills(by_love: list[Point]) -> None:
    tell(by_love)
    kills = [found.kills for found in by_love]
    assert kills[0].value - kills[-1].value > 0.5
    assert not any(surely_above(later, earlier) for earlier, later in pairwise(kills))


def test_a_stronger_order_means_more_kills(by_order: list[Point]) -> None:
    tell(by_order)
    kills = [found.kills for found in by_order]
    assert kills[-1].value - kills[0].value > 0.5
    assert not any(surely_above(earlier, later) for earlier, later in pairwise(kills))


def test_hesitation_has_one_peak_in_love_where_the_motives_balance(by_love: list[Point]) -> None:
    """The peak is where neither act is surely the likelier: kills between .15 and .85."""
    peak = assert_one_peak(by_love)
    ends = max(by_love[0].waits.value, by_love[-1].waits.value)
    print(f"peak at love {LEVELS[peak]}: {by_love[peak].waits.value:.1f} s, {by_love[peak].waits.value / ends:.1f} times the longer end")
    assert 0.15 < by_love[peak].kills.value < 0.85


def test_hesitation_has_one_peak_in_the_order(by_order: list[Point]) -> None:
    peak = assert_one_peak(by_order)
    print(f"peak at order {LEVELS[peak]}: {by_order[peak].waits.value:.1f} s, kills {by_order[peak].kills.value:.2f}")
