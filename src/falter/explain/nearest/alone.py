"""Each strength alone: which of them matter, and how far each must be moved by itself."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Final

import numpy

from falter.explain.nearest.ground import Ground
from falter.explain.nearest.looking import Candidate, Goal, point_of, polished
from falter.explain.nearest.surface import HALF, logit
from falter.explain.nearest.trials import Count, Trials
from falter.explore.intervals import wilson
from falter.explore.records import Numbers

STRIDE: Final = 0.25
"""How far a strength is first moved to either side, besides to its ends."""
LIKELY: Final = 1.5
"""Standard deviations that a share may lie under what is asked for, and be looked at again."""
AGAIN: Final = 8
"""Strengths whose first points are performed again, more often."""
DEVIATION: Final = 2.0 * NormalDist().cdf(1.0) - 1.0
"""The level of an interval that reaches a standard deviation to either side."""
GROWING: Final = (1, 2, 3, 4)
"""Parts of what it may cost to look along one strength, by round."""


@dataclass(frozen=True)
class Axis:
    """One strength by itself: how the log odds differ where it is moved, point by point."""

    column: int
    offsets: Numbers
    counts: tuple[Count, ...]
    written: Count

    def gains(self) -> Numbers:
        """At each point, what moving it gains in log odds."""
        return numpy.array([log_odds(one) - log_odds(self.written) for one in self.counts])

    @property
    def sure(self) -> float:
        """What it gains in log odds up to a stride off, a standard deviation of that taken off: what strengths are ranked by."""
        near = numpy.abs(self.offsets) <= STRIDE + 1e-9
        return float(((self.gains() - numpy.array([_doubt(one) for one in self.counts])) * near).max())

    @property
    def slope(self) -> float:
        """Log odds a unit of way, towards the better side, as they are up to a stride off; signed as the strength is moved."""
        near = numpy.abs(self.offsets) <= STRIDE + 1e-9
        slopes = self.gains() / numpy.maximum(numpy.abs(self.offsets), STRIDE) * near
        best = int(slopes.argmax())
        return float(slopes[best] * numpy.sign(self.offsets[best]))

    def towards(self, share: float) -> float | None:
        """Where to begin to look for a share: between the nearest point that reaches it and the one before; at the most likely one where
        none reaches it and one may; None where none may."""
        order = numpy.argsort(numpy.abs(self.offsets))
        for k in order:
            if self.counts[k].share >= share:
                return float(self.offsets[k]) * self._part(int(k), share)
        hopeful = [k for k in order if _may_reach(self.counts[k], share)]
        return float(self.offsets[max(hopeful, key=lambda k: self.counts[k].share)]) if hopeful else None

    def _part(self, k: int, share: float) -> float:
        """How far on the way to a point that reaches a share it may be reached, log odds taken for straight between two points."""
        same = [n for n in range(len(self.offsets)) if 0.0 < self.offsets[n] / self.offsets[k] < 1.0]
        before = max(same, key=lambda n: abs(self.offsets[n]), default=None)
        start, low = (0.0, log_odds(self.written)) if before is None else (float(self.offsets[before]), log_odds(self.counts[before]))
        high = max(log_odds(self.counts[k]), low + 1e-6)
        part = min(1.0, max(0.1, (logit(share) - low) / (high - low)))
        return (start + part * (float(self.offsets[k]) - start)) / float(self.offsets[k])


def log_odds(count: Count) -> float:
    """Of a share, also where it is none or all (Haldane 1956)."""
    return logit((count.hits + HALF) / (count.of + 2.0 * HALF))


def axes(trials: Trials, ground: Ground, first: int, again: int) -> list[Axis]:
    """Every strength moved by itself, by a stride and to its ends, `first` times each; those that tell most `again` times more."""
    moved = [(k, offset) for k in range(len(ground.free)) for offset in strides(ground, k)]
    trials.more(ground, [_moved(ground, *one) for one in moved], first, compared=True)
    found = _gathered(ground, trials, moved)
    best = sorted(found, key=lambda one: -float(one.gains().max()))[:AGAIN]
    more = [(one.column, float(offset)) for one in best for offset in one.offsets[numpy.argsort(-one.gains())[:2]]]
    if again and more:
        trials.more(ground, [_moved(ground, *one) for one in more], again, compared=True)
    return _gathered(ground, trials, moved)


def reached_alone(trials: Trials, ground: Ground, axis: Axis, share: float, goal: Goal, runs: int) -> Candidate | None:
    """How far one strength must be moved by itself; None where that leads nowhere near."""
    start = axis.towards(share)
    if start is None:
        return None
    rounds = [max(1, runs * part // (3 * sum(GROWING))) for part in GROWING]
    return polished(trials, ground, [axis.column], numpy.array([start]), goal, rounds)


def strides(ground: Ground, column: int) -> list[float]:
    """A stride to either side, and both ends."""
    at, unit = ground.written[column], ground.units[column]
    low, high = (ground.least[column] - at) / unit, (ground.most[column] - at) / unit
    return [one for one in sorted({low, max(low, -STRIDE), min(high, STRIDE), high}) if one]


def _gathered(ground: Ground, trials: Trials, moved: list[tuple[int, float]]) -> list[Axis]:
    """What has been counted along each strength."""
    counts = trials.on(ground).counts
    written = counts[tuple(ground.written.tolist())]
    found = []
    for column in dict.fromkeys(k for k, _ in moved):
        offsets = [offset for k, offset in moved if k == column]
        own = tuple(counts[tuple(_moved(ground, column, offset).tolist())] for offset in offsets)
        found.append(Axis(column, numpy.array(offsets), own, written))
    return found


def _moved(ground: Ground, column: int, offset: float) -> Numbers:
    """The scene as written with one strength moved."""
    return point_of(ground, [column], numpy.array([offset]))


def sure_share(count: Count) -> float:
    """A share at the lower end of its interval, a standard deviation wide to either side (Wilson 1927)."""
    return wilson(count.hits, count.of, DEVIATION).low


def _doubt(count: Count) -> float:
    """The standard deviation of log odds (Haldane 1956)."""
    return sqrt(1.0 / (count.hits + HALF) + 1.0 / (count.of - count.hits + HALF))


def _may_reach(count: Count, share: float) -> bool:
    return count.share + LIKELY * sqrt(share * (1.0 - share) / max(1, count.of)) >= share
