"""Times that may be cut short: the Kaplan–Meier estimate of a median, with its standard error from resampling."""

from __future__ import annotations

from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

Numbers = NDArray[numpy.float64]
Flags = NDArray[numpy.bool_]


def median(times: Numbers, happened: Flags) -> float:
    """Kaplan & Meier (1958): the time by which half have had it happen; those cut short count while they were watched. inf if never.

    >>> median(numpy.array([1.0, 2.0, 3.0, 4.0]), numpy.array([True, True, True, False]))
    2.0
    """
    order = numpy.lexsort((~happened, times))
    left, when = happened[order], times[order]
    watched = numpy.arange(len(when), 0, -1)
    staying = numpy.cumprod(1.0 - left / watched)
    reached = numpy.flatnonzero(staying <= 0.5 + 1e-12)
    return float(when[reached[0]]) if len(reached) else float("inf")


def standard_error(times: Numbers, happened: Flags, samples: int = 200, seed: int = 1) -> float:
    """Standard error of that median over bootstrap samples (Efron 1981)."""
    draw = numpy.random.default_rng(seed)
    picks = (draw.integers(0, len(times), len(times)) for _ in range(samples))
    return float(numpy.std([median(times[pick], happened[pick]) for pick in picks]))


def times_to(rows: Sequence[tuple[float | None, float | None, float]]) -> tuple[Numbers, Flags]:
    """From (start, done, close) a run, in s, to waiting times and whether they ended in the deed; runs that never started are left out."""
    started = [(start, done, close) for start, done, close in rows if start is not None and (done is None or done >= start)]
    times = [(close if done is None else done) - start for start, done, close in started]
    return numpy.array(times), numpy.array([done is not None for _, done, _ in started])
