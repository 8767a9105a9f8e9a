"""Shares with their intervals."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

LEVEL = 0.95
"""How often an interval made this way holds the true share."""


class Share(NamedTuple):
    """A share of runs, with the interval it may lie in; all in [0, 1]."""

    share: float
    low: float
    high: float


class Change(NamedTuple):
    """A difference of two shares, with its interval; all in [−1, 1]."""

    change: float
    low: float
    high: float


def z_of(level: float) -> float:
    """How many standard deviations a two-sided interval of this level reaches. Raises ValueError for a level outside ]0, 1[.

    >>> round(z_of(0.95), 3)
    1.96
    """
    if not 0.0 < level < 1.0:
        raise ValueError(f"level must lie between 0 and 1; got {level}")
    return NormalDist().inv_cdf(0.5 + 0.5 * level)


def wilson(count: float, of: float, level: float = LEVEL) -> Share:
    """`count` of `of` runs as a share with its interval by Wilson (1927); of no runs, everything from 0 to 1.

    Weighted runs count as so many as would leave the share as uncertain (Kish 1965): neither number need be whole.

    >>> [round(part, 4) for part in wilson(81, 263)]
    [0.308, 0.2553, 0.3662]
    >>> wilson(0, 0)
    Share(share=0.0, low=0.0, high=1.0)
    """
    if not 0 <= count <= of:
        raise ValueError(f"count must lie between 0 and {of}; got {count}")
    if of == 0:
        return Share(0.0, 0.0, 1.0)
    z2 = z_of(level) ** 2
    share = count / of
    middle = (count + 0.5 * z2) / (of + z2)
    half = sqrt(z2 * (count * (of - count) / of + 0.25 * z2)) / (of + z2)
    return Share(share, max(0.0, middle - half) if count else 0.0, min(1.0, middle + half) if count < of else 1.0)


def newcombe(one: Share, other: Share, together: float = 0.0) -> Change:
    """Other less one, of two shares: the hybrid score interval, method 10 of Newcombe (1998).

    `together` is the correlation of the two, 0 where they were counted apart (Zou & Donner 2008).

    >>> [round(part, 4) for part in newcombe(wilson(48, 80), wilson(56, 70))]
    [0.2, 0.0524, 0.3339]
    """
    change = other.share - one.share
    down, up = other.share - other.low, other.high - other.share
    under, over = one.share - one.low, one.high - one.share
    low = change - sqrt(max(0.0, down**2 + over**2 - 2.0 * together * down * over))
    high = change + sqrt(max(0.0, up**2 + under**2 - 2.0 * together * up * under))
    return Change(change, low, high)


def paired(both: int, other: int, one: int, neither: int, level: float = LEVEL) -> Change:
    """Other less one, of two shares of the same runs, counted by what each run was in either: method 10 of Newcombe (1998b).

    >>> [round(part, 3) for part in paired(1, 1, 7, 12)]
    [-0.286, -0.507, -0.026]
    """
    of = both + other + one + neither
    first, second = both + one, both + other
    margins = first * (of - first) * second * (of - second)
    alike = float(both * neither - other * one)
    alike = max(0.0, alike - 0.5 * of) if alike > 0.0 else alike
    phi = alike / sqrt(margins) if margins else 0.0
    return newcombe(wilson(first, of, level), wilson(second, of, level), phi)


def never_more_than(of: int, level: float = LEVEL) -> float:
    """The share that something not seen in `of` runs is under, at this level: `1 − (1 − level)^(1/n)`; the exact binomial bound.

    >>> round(never_more_than(50_000), 6)
    6e-05
    """
    return 1.0 - (1.0 - level) ** (1.0 / of) if of else 1.0
