"""A few strengths moved together: CMA-ES (Hansen & Ostermeier 2001) about the edge of what is asked for, and then what all of it tells.

Each point is performed few times, and what it is worth is not its own count but the surface's, fitted to every point tried so far, as
in the surrogate-assisted form of Hansen (2019): how far it is to it, and a penalty for what it lacks.
"""

from __future__ import annotations

from typing import Final

import numpy

from falter.explain.nearest.alone import Axis
from falter.explain.nearest.ground import Ground
from falter.explain.nearest.looking import Candidate, Goal, point_of, polished, settled, surface_about
from falter.explain.nearest.trials import Trials
from falter.explore.records import Numbers

SPREAD: Final = 0.35
"""How widely points are drawn at first, in parts of how far off the first guess is."""
PENALTY: Final = 2.0
"""What lacking log odds count, in parts of the way that gaining them takes."""
SEARCHED: Final = 0.35
"""The part of what it may cost that CMA-ES has; the rest is for polishing."""
EACH: Final = 50
"""Performances of a point of CMA-ES."""
GROWING: Final = (2, 3, 4)


def together(trials: Trials, ground: Ground, columns: list[int], start: Numbers, lacking: float, goal: Goal, runs: int) -> Candidate:
    """The nearest point of a few strengths moved together, from a first guess; `lacking` is what the scene as written lacks in log odds."""
    about = _searched(trials, ground, columns, start, lacking, goal, int(SEARCHED * runs))
    left = int((1.0 - SEARCHED) * runs)
    return polished(trials, ground, columns, about, goal, [max(1, left * part // (5 * sum(GROWING))) for part in GROWING])


def first_guess(ground: Ground, strong: list[Axis], lacking: float) -> Numbers:
    """Where log odds straight in every strength would be enough, at the nearest: moved in proportion to their slopes."""
    slopes = numpy.array([one.slope for one in strong])
    guess = slopes * lacking / max(float(slopes @ slopes), 1e-12)
    columns = [one.column for one in strong]
    start, units = ground.written[columns], ground.units[columns]
    return numpy.clip(guess, (ground.least[columns] - start) / units, (ground.most[columns] - start) / units)


def _searched(trials: Trials, ground: Ground, columns: list[int], start: Numbers, lacking: float, goal: Goal, runs: int) -> Numbers:
    """Where CMA-ES comes to; the first guess where there is not enough for two generations."""
    from cmaes import CMA

    size = float(numpy.sqrt((start**2).sum()))
    low = (ground.least[columns] - ground.written[columns]) / ground.units[columns]
    high = (ground.most[columns] - ground.written[columns]) / ground.units[columns]
    strategy = CMA(mean=start, sigma=SPREAD * size, bounds=numpy.column_stack([low, high]), seed=goal.seed % 2**32)
    price, about = PENALTY * size / lacking, start
    for _ in range(runs // (EACH * strategy.population_size)):
        asked = [strategy.ask() for _ in range(strategy.population_size)]
        trials.more(ground, [point_of(ground, columns, one) for one in asked], EACH)
        surface = surface_about(trials, ground, columns, about)
        ways = [float(numpy.sqrt((one**2).sum())) for one in asked]
        lacks = numpy.maximum(0.0, goal.aim - surface.log_odds(numpy.array(asked)))
        strategy.tell([(one, way + price * float(lack)) for one, way, lack in zip(asked, ways, lacks, strict=True)])
        about = settled(trials, ground, columns, about, goal).offset
        if strategy.should_stop():
            break
    return about
