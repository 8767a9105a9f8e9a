"""How probable something rare is, from runs under tilts: weighted, with an interval, or the word that it cannot be told."""

from __future__ import annotations

from math import exp
from typing import Final, NamedTuple

import numpy

from falter.explore.intervals import Share, z_of
from falter.explore.records import Flags, Numbers
from falter.explore.sampling import Sample, Sampler, effective, log_weights
from falter.explore.tilting import Tilts

PLAIN: Final = 0.1
"""Share of the runs that are left plain: no weight exceeds ten, whatever the tilts miss (a defensive mixture: Hesterberg 1995)."""
ENOUGH: Final = 100.0
"""Effective runs that an interval needs; with fewer it would promise too much."""


class Estimate(NamedTuple):
    """Of runs under tilts and plain ones: the probability with its interval, None where they do not tell; how many of them were as wanted,
    and what those amount to in runs of equal weight; the run that is likeliest without the tilts, and whether it had them."""

    share: Share | None
    runs: int
    hits: int
    effective: float
    run: int | None
    tilted: bool


def estimated(sampler: Sampler, tilts: Tilts, runs: int, level: float) -> Estimate:
    """The probability of what is wanted under the plain scene, from `runs` new runs.

    Its interval is that of a mean, carried over to the logarithm, so that it stays above 0.
    """
    plain = max(1, round(PLAIN * runs))
    samples = [sampler.draw(tilts, runs - plain), sampler.draw({}, plain)]
    logs = log_weights(samples, sampler.dt)
    hits = numpy.concatenate([sample.hits for sample in samples])
    log = numpy.concatenate(logs)
    run, tilted = _likeliest(samples, log, hits)
    found = effective(log[hits])
    share = _share(numpy.where(hits, numpy.exp(log), 0.0), level) if found >= ENOUGH else None
    return Estimate(share, runs, int(hits.sum()), found, run, tilted)


def _share(weights: Numbers, level: float) -> Share:
    mean = float(weights.mean())
    error = float(weights.std(ddof=1)) / len(weights) ** 0.5 / mean
    return Share(mean, mean * exp(-z_of(level) * error), min(1.0, mean * exp(z_of(level) * error)))


def _likeliest(samples: list[Sample], log: Numbers, hits: Flags) -> tuple[int | None, bool]:
    """The run as wanted that weighs most."""
    if not hits.any():
        return None, False
    best = int(numpy.where(hits, log, -numpy.inf).argmax())
    pushed = len(samples[0].hits)
    return (samples[0].first + best, True) if best < pushed else (samples[1].first + best - pushed, False)
