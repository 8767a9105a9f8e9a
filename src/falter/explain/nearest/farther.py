"""Where no strength is enough by itself: from the one that helps most on, the next that helps most besides, and so forth.

Forward selection, as of variables in a regression (Efroymson 1960): what a strength tells may be another matter once the first is moved.
"""

from __future__ import annotations

from typing import Final

import numpy

from falter.explain.nearest.alone import Axis, strides, sure_share
from falter.explain.nearest.ground import Ground
from falter.explain.nearest.looking import point_of
from falter.explain.nearest.trials import Count, Trials
from falter.explore.records import Numbers

ROUNDS: Final = 2
"""Strengths that are added to the first."""
AGAIN: Final = 4
"""Points of a round that are performed again, with as many performances in all as the round began with."""

Move = tuple[int, float]
"""A strength's column, and how far it is moved."""


def farther(trials: Trials, ground: Ground, own: list[Axis], share: float, runs: int) -> list[Move]:
    """A few strengths and how far each is moved: to a share if they lead there, else as near as they come."""
    options = [((axis.column, float(offset)), count) for axis in own for offset, count in zip(axis.offsets, axis.counts, strict=True)]
    first, count = max(options, key=lambda option: sure_share(option[1]))
    moves = [first]
    for _ in range(ROUNDS):
        if count.share >= share:
            break
        move, more = _besides(trials, ground, moves, runs // ROUNDS)
        if sure_share(more) <= count.share:
            break
        moves, count = [*moves, move], more
    return moves


def moved(ground: Ground, moves: list[Move]) -> Numbers:
    """The scene with these strengths moved."""
    return point_of(ground, [column for column, _ in moves], numpy.array([offset for _, offset in moves]))


def _besides(trials: Trials, ground: Ground, moves: list[Move], runs: int) -> tuple[Move, Count]:
    """Of all that may be moved besides, what helps most: all of it performed a few times, the best of that again."""
    taken = {column for column, _ in moves}
    options = [(k, offset) for k in range(len(ground.free)) if k not in taken for offset in strides(ground, k)]
    if not options:
        return moves[-1], Count()
    each = max(1, runs // (2 * len(options)))
    counts = trials.more(ground, [moved(ground, [*moves, one]) for one in options], each, compared=True)
    best = sorted(range(len(options)), key=lambda k: -sure_share(counts[k]))[:AGAIN]
    again = trials.more(ground, [moved(ground, [*moves, options[k]]) for k in best], max(1, runs // (2 * AGAIN)), compared=True)
    which = max(range(len(best)), key=lambda k: sure_share(again[k]))
    return options[best[which]], again[which]
