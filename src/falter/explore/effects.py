"""How much of an ending's chance each varied quantity decides: Sobol's first and total effects of a probability that is known from a few
performances a point only.

The chance of an ending at a point θ is f(θ); what is counted there is f with the luck of n performances on top. Luck would be taken for an
effect of every quantity. So of every square its expected luck is taken off again, estimated at the point itself; and a point and those
it is compared with have the same luck, which takes most of it out before. Knows nothing of scenes: a row of counts a point.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy

from falter.explore.intervals import LEVEL, Share, z_of
from falter.explore.records import Flags, Numbers


@dataclass(frozen=True)
class Effects:
    """What decides an ending, over all that is varied. Shares of variance; an effect that is none may come out a little under 0."""

    blocks: int
    share: Share
    """The ending's share, over all points."""
    decided: Share
    """What part of the ending is decided by what is varied, the rest being luck: V(f) of V(f) + E(f(1 − f))."""
    first: tuple[Share, ...]
    """By each quantity alone: the part of V(f) that would go if it were fixed."""
    total: tuple[Share, ...]
    """By each with all others: the part of V(f) that would stay if all others were fixed."""
    low: tuple[Share, ...]
    """The ending's share where the quantity is in the lowest third of its range."""
    high: tuple[Share, ...]
    """And in the highest."""

    @property
    def told(self) -> bool:
        """Does anything varied decide anything that can be told from luck? If not, the effects mean nothing."""
        return self.decided.low > 0.0


def effects(came: Flags, bases: Numbers, level: float = LEVEL) -> Effects:
    """Effects from a design of blocks: `came` says for each block, point and performance whether the ending came.

    The points of a block are A, then A with one quantity at a time from B, then B; all but B have the same luck, blocks have luck of their
    own. `bases` holds each block's A and B in [0, 1], (blocks, 2, quantities). With y_A and y_B the shares of n performances, m their mean
    and w(·) unbiased estimates of luck's variance:

        V = ½·mean((y_A − m)² − w(y_A) + (y_B − m)² − w(y_B)),             w(y) = y(1 − y)/(n − 1)
        first = mean((y_B − m)(y_i − y_A)) / V                              (Saltelli et al. 2010, table 2 b)
        total = ½·mean((y_A − y_i)² − w(y_A − y_i)) / V                     (Jansen 1999), w being that of paired differences

    Intervals are by the delta method over blocks. Raises ValueError for under two performances a point.
    """
    runs = came.shape[2]
    if runs < 2:
        raise ValueError(f"effects() needs two performances a point or more, to tell luck; got {runs}")
    y = came.mean(axis=2)
    own, other, swapped = y[:, 0], y[:, -1], y[:, 1:-1].T
    mean = 0.5 * float(own.mean() + other.mean())
    varied = 0.5 * ((own - mean) ** 2 - luck(own, runs) + (other - mean) ** 2 - luck(other, runs))
    alone = (other - mean) * (swapped - own)
    differ = came[:, :1].astype(float) - came[:, 1:-1]
    within = (differ**2).sum(axis=2) - runs * differ.mean(axis=2) ** 2
    with_others = 0.5 * ((own - swapped) ** 2 - (within / (runs - 1) / runs).T)
    whole = 0.5 * (own * (1.0 - own) + other * (1.0 - other)) * runs / (runs - 1) + varied
    points = numpy.concatenate([bases[:, 0], bases[:, 1]])
    counted = numpy.concatenate([own, other])
    return Effects(
        blocks=len(came),
        share=_mean(0.5 * (own + other), level),
        decided=_ratio(varied, whole, level),
        first=tuple(_ratio(each, varied, level) for each in alone),
        total=tuple(_ratio(each, varied, level) for each in with_others),
        low=tuple(_mean(counted[column < 1.0 / 3.0], level) for column in points.T),
        high=tuple(_mean(counted[column >= 2.0 / 3.0], level) for column in points.T),
    )


def luck(shares: Numbers, runs: int) -> Numbers:
    """The variance that luck gives a share of so many runs, estimated without bias from that share.

    >>> luck(numpy.array([0.5, 1.0]), 5).tolist()
    [0.0625, 0.0]
    """
    return numpy.asarray(shares * (1.0 - shares) / (runs - 1))


def _ratio(part: Numbers, whole: Numbers, level: float) -> Share:
    """mean(part) / mean(whole), with its interval by the delta method; where the whole is not above 0, everything is possible."""
    of = float(whole.mean())
    if of <= 0.0:
        return Share(0.0, -1.0, 1.0)
    share = float(part.mean()) / of
    half = z_of(level) * float((part - share * whole).std()) / of / sqrt(len(part))
    return Share(share, share - half, share + half)


def _mean(shares: Numbers, level: float) -> Share:
    if len(shares) < 2:
        return Share(float(shares.mean()) if len(shares) else 0.0, 0.0, 1.0)
    share, half = float(shares.mean()), z_of(level) * float(shares.std(ddof=1)) / sqrt(len(shares))
    return Share(share, max(0.0, share - half), min(1.0, share + half))
