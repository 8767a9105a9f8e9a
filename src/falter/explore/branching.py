"""How stories branch: the few acts that endings differ most by, in the order in which each run had them first.

What goes together is told here, not what follows from what; `decisive` asks more narrowly.
"""

from __future__ import annotations

from collections import Counter
from statistics import NormalDist
from typing import Final

import numpy

from falter.explore.decisive import Firsts, asked_for
from falter.explore.ensemble import Ensemble
from falter.explore.records import Flags, Integers

MOST_ACTS: Final = 5
DEPTH: Final = 3
"""Acts of a run that are told; what comes later is left out."""
RARE: Final = 0.03
"""An act that fewer of the runs have, or fewer have not, divides nothing that could be seen."""
CHANCE: Final = 0.001
"""How often an act would be taken that has nothing to do with the ending."""

Way = tuple[tuple[str, ...], str]
"""The acts that a run had, in their order, and its ending."""


def ways(one: Ensemble) -> Counter[Way]:
    """How many runs went each way until it was settled. Raises ValueError where the beats went to a file."""
    if one.acted is None or (not len(one.acted) and one.runs.acts.any()):
        raise ValueError("branches are drawn from what was done, and that went to a file")
    begun = Firsts(one.acted, one.runs.run, len(one.labels.acts))
    first = numpy.stack([begun.of(act) for act in range(len(one.labels.acts))])[:, one.counted]
    settling = settling_of(one)
    if settling.any():
        first[first > first[settling].min(axis=0)] = numpy.inf
    endings = one.runs.ending[one.counted]
    rows = telling(numpy.isfinite(first), endings, one.labels.authored & ~settling)
    order = numpy.argsort(first[rows], axis=0, kind="stable")
    had = numpy.isfinite(first[rows]).sum(axis=0)
    names = [one.labels.acts[row] for row in rows]
    found: Counter[Way] = Counter()
    for run, ending in enumerate(endings.tolist()):
        found[tuple(names[row] for row in order[: min(int(had[run]), DEPTH), run]), one.names[ending]] += 1
    return found


def settling_of(one: Ensemble) -> Flags:
    """Acts with which a story is at its end: what cannot be undone, and what an ending itself asks for. What is done after is left out."""
    return numpy.asarray(one.labels.lasting | numpy.any([asked_for(one, name) for name in one.endings()], axis=0))


def telling(had: Flags, endings: Integers, among: Flags) -> list[int]:
    """The acts that tell most of the ending, each beyond what those before it tell, as long as that is more than chance."""
    share = had.mean(axis=1) if had.shape[1] else numpy.zeros(len(had))
    candidates = set(numpy.flatnonzero(among & (share >= RARE) & (share <= 1.0 - RARE)).tolist())
    strata, found = numpy.zeros(had.shape[1], numpy.int64), list[int]()
    while candidates and len(found) < MOST_ACTS:
        gains = {row: gain(had[row], endings, strata) for row in sorted(candidates)}
        row = max(gains, key=lambda row: gains[row][0])
        told, freedoms = gains[row]
        if told <= chi_square(freedoms, CHANCE):
            break
        found.append(row)
        candidates.discard(row)
        strata = 2 * strata + had[row]
    return sorted(found)


def gain(had: Flags, endings: Integers, strata: Integers) -> tuple[float, int]:
    """What having an act tells of the ending beyond the strata: the likelihood-ratio statistic 2 N I(act; ending | strata), in nats, and
    its degrees of freedom. By chance alone it is as a chi-square of so many (Wilks 1938)."""
    total, freedoms = 0.0, 0
    for stratum in numpy.unique(strata):
        inside = strata == stratum
        _, codes = numpy.unique(endings[inside], return_inverse=True)
        table = numpy.zeros((2, int(codes.max()) + 1))
        numpy.add.at(table, (had[inside].astype(int), codes), 1.0)
        expected = table.sum(axis=1, keepdims=True) * table.sum(axis=0, keepdims=True) / table.sum()
        filled = table > 0.0
        total += 2.0 * float((table[filled] * numpy.log(table[filled] / expected[filled])).sum())
        freedoms += (table.shape[1] - 1) * (int(filled.any(axis=1).sum()) - 1)
    return total, freedoms


def chi_square(freedoms: int, beyond: float) -> float:
    """The value that a chi-square is beyond with this probability, by Wilson & Hilferty (1931); 0 for no degree of freedom.

    >>> round(chi_square(1, 0.05), 1), round(chi_square(10, 0.001), 1)
    (3.7, 29.8)
    """
    if not freedoms:
        return 0.0
    part = 2.0 / (9.0 * freedoms)
    return float(freedoms * (1.0 - part + NormalDist().inv_cdf(1.0 - beyond) * part**0.5) ** 3)
