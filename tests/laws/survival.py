"""Times to an event, some of them cut short: survival by Kaplan & Meier (1958), its median with a bootstrap error, hazards in bins."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy
from numpy.typing import NDArray

Numbers = NDArray[numpy.float64]
Flags = NDArray[numpy.bool_]


class Estimate(NamedTuple):
    """A number and its standard error."""

    value: float
    error: float


def survival(times: Numbers, seen: Flags) -> tuple[Numbers, Numbers]:
    """Distinct times at which something happened, and the share still waiting after each; `seen` is false where the time is only a bound.

    >>> at, left = survival(numpy.array([1.0, 2.0, 2.0, 3.0]), numpy.array([True, True, False, True]))
    >>> at.tolist(), left.tolist()
    ([1.0, 2.0, 3.0], [0.75, 0.5, 0.0])
    """
    at, happened = numpy.unique(times[seen], return_counts=True)
    waiting = len(times) - numpy.searchsorted(numpy.sort(times), at)
    return at, numpy.cumprod(1.0 - happened / waiting)


def median(times: Numbers, seen: Flags) -> float:
    """The first time by which half have gone; infinite if half never go."""
    at, left = survival(times, seen)
    gone = numpy.flatnonzero(left <= 0.5)
    return float(at[gone[0]]) if len(gone) else float("inf")


def median_with_error(times: Numbers, seen: Flags, resamples: int = 200, seed: int = 0) -> Estimate:
    """The median, and the standard deviation of the medians of resampled runs."""
    chance = numpy.random.default_rng(seed)
    picks = chance.integers(0, len(times), (resamples, len(times)))
    return Estimate(median(times, seen), float(numpy.std([median(times[pick], seen[pick]) for pick in picks])))


def hazards(times: Numbers, seen: Flags, edges: Numbers) -> list[Estimate]:
    """In each bin, events over time at risk, per s, with the error of a Poisson count."""
    found = []
    for low, high in pairwise(edges):
        events = int((seen & (times > low) & (times <= high)).sum())
        at_risk = float(numpy.clip(times - low, 0.0, high - low).sum())
        found.append(Estimate(events / at_risk, numpy.sqrt(max(events, 1)) / at_risk))
    return found
