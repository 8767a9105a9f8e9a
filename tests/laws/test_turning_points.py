"""Turning points over many performances: a martingale in the whole scene too, and what is named turns it with other luck as well."""

from __future__ import annotations

import numpy
import pytest

from falter.explain.turning.points import changed, turning_points
from falter.performance import perform
from falter.performance.batch import names_of
from falter.performance.onward import perform_onward, standings
from tests.performing import whole_scene

FAR = 4.0
"""Standard errors: a normal figure is farther off in 6 of 100,000 trials."""


@pytest.mark.slow
def test_in_the_office_what_will_be_is_on_average_what_is() -> None:
    """40 performances, six moments of each, 2 x 20 continuations, seed 31, the ending *killed*: the mean change from each moment to the
    next is 0, the squared changes add up to p(1 - p); within 4 standard errors from the 40 performances, false alarm 4 in 10,000."""
    tables, performances, lucks = whole_scene("the-generals-office"), 40, 20
    killed, steps = names_of(tables).index("killed"), [0, 300, 900, 1800, 3000, 100_000]
    ahead = [one for run in range(performances) for one in standings(tables, 31, run, steps)]
    chance = []
    for first in (1, 1 + lucks):
        ended = perform_onward([(one, range(first, first + lucks)) for one in ahead], workers=2)
        chance.append(numpy.array([(one.endings == killed).mean() for one in ended]).reshape(performances, len(steps)))
    changes = [numpy.diff(each, axis=1) for each in chance]
    mean = 0.5 * (changes[0] + changes[1])
    assert (numpy.abs(mean.mean(axis=0)) <= FAR * mean.std(axis=0, ddof=1) / performances**0.5 + 1e-12).all()
    squared, start = (changes[0] * changes[1]).sum(axis=1), float(numpy.mean([each[:, 0].mean() for each in chance]))
    error = squared.std(ddof=1) / performances**0.5
    print(f"killed from the start: {start:.2f}; squares {squared.mean():.3f}, p(1 - p) {start * (1.0 - start):.3f}, error {error:.3f}")
    assert abs(squared.mean() - start * (1.0 - start)) <= FAR * error


@pytest.mark.slow
def test_what_is_named_as_a_turn_turns_it_with_other_luck_too() -> None:
    """Six performances of each of two scenes, 120 continuations; each turn told is counted again with 300 other lucks. In one of twenty
    performances one may be told that is none: of the turns told at most one in ten goes the other way, and together they are seven tenths
    as large at least; what is told only where it is clear is told a little too large."""
    told, again = [], []
    for name in ("a-proposal", "the-broken-vase"):
        tables = whole_scene(name)
        for run in range(6):
            trace = perform(tables, 8, run)
            points = turning_points(trace, 120, 2)
            for turn in points.turns:
                sides = standings(tables, 8, run, [points.moments[turn.number - 1].step, turn.moment.step])
                before, after = (one.endings for one in perform_onward([(side, range(5001, 5301)) for side in sides], workers=2))
                code = points.names.index(turn.swings[0].ending)
                told.append(turn.swings[0].change.change)
                again.append(changed(before, after, code, apart=False).change)
    way = numpy.sign(told)
    other, size = int((numpy.array(again) * way <= 0.0).sum()), float((numpy.array(again) * way).sum() / numpy.abs(told).sum())
    print(f"{len(told)} turns told; {other} go the other way with other luck; {size:.2f} times as large")
    assert len(told) >= 12
    assert other <= 0.1 * len(told)
    assert size >= 0.7
