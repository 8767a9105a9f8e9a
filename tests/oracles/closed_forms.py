"""Closed forms that deliberation must match in its limits: diffusion between two boundaries, and a race to one each.

Conventions: noise 1 (evidence/√s); boundaries at 0 and `a`, so `a` is the whole gap (2θ); the start is at `w·a`, measured from
the lower boundary; drift `v` (evidence/s) leads to the upper. Times are decision times, in s, without non-decision time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy
from numpy.typing import ArrayLike, NDArray
from scipy import special

Numbers = NDArray[numpy.float64]

NODES, WEIGHTS = numpy.polynomial.legendre.leggauss(16)


def upper_share(v: float, a: float, w: float = 0.5) -> float:
    """P(upper) = (1 − e^{−2vaw}) / (1 − e^{−2va}); w where v = 0.

    >>> upper_share(0.0, 2.0, 0.25), round(upper_share(1.0, 2.0), 6) == round(1 / (1 + math.exp(-2.0)), 6)
    (0.25, True)
    """
    if v == 0.0:
        return w
    if v < 0.0:
        return 1.0 - upper_share(-v, a, 1.0 - w)
    return math.expm1(-2.0 * v * a * w) / math.expm1(-2.0 * v * a)


def mean_time(v: float, a: float, w: float = 0.5) -> float:
    """(a·P(upper) − wa) / v, of all decisions; near v = 0 its own series, whose first term is a²w(1 − w)."""
    z = w * a
    if abs(v * a) > 1e-4:
        return (a * upper_share(v, a, w) - z) / v
    first = 2.0 * z * z / 3.0 - a * z + a * a / 3.0
    second = -(z**3) / 3.0 + 2.0 * z * z * a / 3.0 - z * a * a / 3.0
    return z * ((a - z) + v * first + v * v * second)


def variance_time(v: float, a: float) -> float:
    """Variance of decision time, w = ½ (Wagenmakers, van der Maas & Grasman 2007, equation 6 with s = 1); v ≠ 0."""
    y = -v * a
    e = math.exp(y)
    return a / (2.0 * v**3) * (2.0 * y * e - e * e + 1.0) / (e + 1.0) ** 2


def small_time_terms(u: float, error: float) -> int:
    """How many terms the small-time series needs (Navarro & Fuss 2009, equation 10); u = t/a²."""
    if 2.0 * math.sqrt(2.0 * math.pi * u) * error >= 1.0:
        return 2
    needed = 2.0 + math.sqrt(-2.0 * u * math.log(2.0 * error * math.sqrt(2.0 * math.pi * u)))
    return math.ceil(max(needed, math.sqrt(u) + 1.0))


def large_time_terms(u: float, error: float) -> int:
    """How many terms the large-time series needs (Navarro & Fuss 2009, equation 11); u = t/a²."""
    least = 1.0 / (math.pi * math.sqrt(u))
    if math.pi * u * error >= 1.0:
        return math.ceil(least)
    return math.ceil(max(least, math.sqrt(-2.0 * math.log(math.pi * u * error) / (math.pi**2 * u))))


def small_time_series(u: float, w: float, terms: int) -> float:
    """g(u) = (2πu³)^{−½} Σ (w + 2k) e^{−(w+2k)²/(2u)}, `terms` of them about k = 0."""
    ks = numpy.arange(-((terms - 1) // 2), math.ceil((terms - 1) / 2) + 1)
    x = w + 2.0 * ks
    return float((x * numpy.exp(-x * x / (2.0 * u))).sum() / math.sqrt(2.0 * math.pi * u**3))


def large_time_series(u: float, w: float, terms: int) -> float:
    """g(u) = π Σ k e^{−k²π²u/2} sin(kπw), k = 1 … `terms`."""
    ks = numpy.arange(1, terms + 1)
    return float(math.pi * (ks * numpy.exp(-(ks**2) * math.pi**2 * u / 2.0) * numpy.sin(ks * math.pi * w)).sum())


def standard_density(u: float, w: float, error: float = 1e-10) -> float:
    """First-passage density at 0 of a driftless diffusion between 0 and 1 from w, by the series that needs fewer terms."""
    if u <= 0.0:
        return 0.0
    small, large = small_time_terms(u, error), large_time_terms(u, error)
    return small_time_series(u, w, small) if small < large else large_time_series(u, w, large)


def density(t: float, v: float, a: float, w: float = 0.5, *, upper: bool, error: float = 1e-10) -> float:
    """First-passage density at one boundary, 1/s: a⁻² e^{−vaw − v²t/2} g(t/a²) at the lower; it integrates to that boundary's share."""
    if upper:
        v, w = -v, 1.0 - w
    return math.exp(-v * a * w - v * v * t / 2.0) * standard_density(t / a**2, w, error) / a**2


def cdf(times: ArrayLike, v: float, a: float, w: float = 0.5, *, upper: bool) -> Numbers:
    """P(decided by t, at this boundary), at each of some ascending times: the density integrated from each to the next."""
    ends = numpy.asarray(times, dtype=float)
    edges = numpy.concatenate([a * a * min(w, 1.0 - w) ** 2 * 2.0 ** numpy.arange(-8, 6), numpy.arange(0.0, ends[-1], a * a / 50.0)])
    edges.sort()
    starts = numpy.concatenate([[0.0], ends[:-1]])
    parts = [_integral(low, high, edges, v, a, w, upper) for low, high in zip(starts, ends, strict=True)]
    return numpy.cumsum(parts)


def _integral(low: float, high: float, edges: Numbers, v: float, a: float, w: float, upper: bool) -> float:
    inside = edges[(edges > low) & (edges < high)]
    total = 0.0
    for start, end in pairwise([low, *inside, high]):
        half = (end - start) / 2.0
        total += half * sum(
            weight * density(start + half * (1.0 + node), v, a, w, upper=upper) for node, weight in zip(NODES, WEIGHTS, strict=True)
        )
    return total


class Ez(NamedTuple):
    """Drift (evidence/s), boundary gap (evidence), non-decision time (s)."""

    v: float
    a: float
    t0: float


def ez(share: float, variance: float, mean: float) -> Ez:
    """The EZ equations with noise 1 (Wagenmakers, van der Maas & Grasman 2007).

    `share` correct (not 0, ½ or 1), variance (s²) and mean (s) of response times.
    """
    odds = special.logit(share)
    x = odds * (odds * share**2 - odds * share + share - 0.5) / variance
    v = math.copysign(x**0.25, share - 0.5)
    a = float(odds) / v
    return Ez(v, a, mean - a / (2.0 * v) * math.tanh(v * a / 2.0))


def race_density(t: ArrayLike, v: float, b: float) -> Numbers:
    """First passage to one boundary b > 0 (inverse Gaussian): b/√(2πt³) · e^{−(b−vt)²/(2t)}, 1/s; 0 at t ≤ 0."""
    times = numpy.asarray(t, dtype=float)
    safe = numpy.where(times > 0.0, times, 1.0)
    value = b / numpy.sqrt(2.0 * math.pi * safe**3) * numpy.exp(-((b - v * safe) ** 2) / (2.0 * safe))
    return numpy.where(times > 0.0, value, 0.0)


def race_cdf(t: ArrayLike, v: float, b: float) -> Numbers:
    """P(passed by t): Φ((vt − b)/√t) + e^{2vb} Φ(−(vt + b)/√t); ends at e^{2vb} < 1 where v < 0."""
    times = numpy.asarray(t, dtype=float)
    safe = numpy.where(times > 0.0, times, 1.0)
    root = numpy.sqrt(safe)
    far = numpy.exp(2.0 * v * b + special.log_ndtr(-(v * safe + b) / root))
    return numpy.where(times > 0.0, special.ndtr((v * safe - b) / root) + far, 0.0)


def race_win_density(t: ArrayLike, drifts: Sequence[float], b: float, winner: int) -> Numbers:
    """Density of the time at which one racer is first of n: f_i Π_{j≠i} (1 − F_j)."""
    value = race_density(t, drifts[winner], b)
    for j, drift in enumerate(drifts):
        if j != winner:
            value = value * (1.0 - race_cdf(t, drift, b))
    return value
