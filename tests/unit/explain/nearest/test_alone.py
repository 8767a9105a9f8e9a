"""One strength by itself: how much it tells, and where to begin to look."""

from __future__ import annotations

import numpy
import pytest

from falter.explain.nearest.alone import Axis, sure_share
from falter.explain.nearest.trials import Count

WRITTEN = Count(200, 1000, 1000)


def axis(**shares: int) -> Axis:
    """Of 1,000 at each offset, in hundredths: `axis(p25=800)` is .25 up with 800, `m25` the same down."""
    offsets = [float(name[1:]) / 100.0 * (-1.0 if name[0] == "m" else 1.0) for name in shares]
    return Axis(0, numpy.array(offsets), tuple(Count(hits, 1000, 1000) for hits in shares.values()), WRITTEN)


def test_it_is_looked_for_between_the_points_it_lies_between() -> None:
    """From .2 to .8 a half is halfway, in log odds too; behind a point with .3 it is nearer to that with .8."""
    assert axis(p25=800).towards(0.5) == pytest.approx(0.125, abs=1e-3)
    assert axis(p25=300, p75=800).towards(0.5) == pytest.approx(0.25 + 0.5 * 0.8473 / (0.8473 + 1.3863), abs=1e-3)
    assert axis(m25=800, p25=100).towards(0.5) == pytest.approx(-0.125, abs=1e-3)


def test_the_nearest_point_that_reaches_it_counts() -> None:
    assert axis(m100=900, p25=800).towards(0.5) == pytest.approx(0.125, abs=1e-3)


def test_what_may_reach_it_is_looked_at_and_what_cannot_is_not() -> None:
    """Of 1,000 the standard deviation is .016: .49 may be a half, .4 may not."""
    assert axis(m25=400, p25=490).towards(0.5) == 0.25
    assert axis(m25=400, p25=400).towards(0.5) is None


def test_a_slope_is_that_of_the_better_side_near_by() -> None:
    """From .2 to .8 the log odds climb by 2.77: over .25, 11 a unit; the end, though higher, is too far off to tell."""
    assert axis(m25=100, p25=800, p75=990).slope == pytest.approx(2.0 * 1.3863 / 0.25, rel=0.01)
    assert axis(m25=800, p25=100).slope < 0.0


def test_a_short_way_to_an_end_is_no_steep_one() -> None:
    """.05 of the way with a gain of luck's size is not taken for twenty times as much."""
    assert axis(p5=230).slope == pytest.approx(axis(p25=230).slope)


def test_one_of_one_is_less_sure_than_nine_of_ten_and_none_of_one_than_none_of_many() -> None:
    assert sure_share(Count(1, 1)) < sure_share(Count(9, 10)) < sure_share(Count(900, 1000)) < 0.9
    assert sure_share(Count(900, 1000)) == pytest.approx(0.9 - 0.3 / 1000**0.5, abs=5e-4)
    assert sure_share(Count(0, 10)) == 0.0
