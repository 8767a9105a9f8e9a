"""Looking for the nearest point that reaches what is asked for: among a few strengths of one ground, by performing near it and fitting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy

from falter.explain.nearest.closest import Region, closest, highest
from falter.explain.nearest.ground import Ground
from falter.explain.nearest.surface import Surface, fitted
from falter.explain.nearest.trials import Trials
from falter.explore.records import Numbers

WIDTH: Final = 0.12
"""How far about a point counts tell of it, at least; in units of way."""
WIDER: Final = 0.6
"""And in parts of how far off the point is."""
RADIAL: Final = (0.85, 1.0, 1.15)
"""Where on the way to a point it is performed, so that the surface knows how steep it is there."""


@dataclass(frozen=True)
class Goal:
    """What is asked for, in log odds, and a seed for directions."""

    aim: float
    seed: int


@dataclass(frozen=True)
class Candidate:
    """A point of a ground that moves some strengths; with what the search thinks of it."""

    ground: Ground
    columns: list[int]
    offset: Numbers
    """Of the strengths in these columns, in units."""
    surface: Surface
    reaches: bool
    """Does it reach what was asked for, as far as the search can tell?"""

    @property
    def point(self) -> Numbers:
        """All strengths of the ground."""
        return point_of(self.ground, self.columns, self.offset)

    @property
    def way(self) -> float:
        """How far it is from the scene as it is written."""
        return self.ground.way(self.point)

    @property
    def share(self) -> float:
        """How likely the search takes it to be."""
        return self.surface.share(self.offset)

    @property
    def kind(self) -> frozenset[str]:
        """What it changes: strengths by name, facts by line."""
        return frozenset([*self.ground.changed(self.point), *(fact.line for fact in self.ground.without)])


def point_of(ground: Ground, columns: list[int], offset: Numbers) -> Numbers:
    """All strengths of a ground, those of some columns moved so far; hundredths stay hundredths."""
    point = ground.written.copy()
    point[columns] = numpy.clip(
        numpy.round(point[columns] + offset * ground.units[columns], 9), ground.least[columns], ground.most[columns]
    )
    return point


def width_about(offset: Numbers) -> float:
    """How far about a point counts are taken to tell of it."""
    return max(WIDTH, WIDER * float(numpy.sqrt((offset**2).sum())))


def surface_about(trials: Trials, ground: Ground, columns: list[int], offset: Numbers) -> Surface:
    """What all points tried tell of a point, of which nothing is moved but strengths of these columns."""
    offsets, hits, of = trials.on(ground).arrays()
    others = numpy.delete(offsets, columns, axis=1)
    own = (others == 0.0).all(axis=1)
    return fitted(offsets[own][:, columns], hits[own], of[own], offset, width_about(offset))


def polished(trials: Trials, ground: Ground, columns: list[int], start: Numbers, goal: Goal, rounds: Sequence[int]) -> Candidate:
    """From a point on, the nearest one: each round performs near the best point known, so many times a place, and fits anew."""
    offset = start
    for number, runs in enumerate(rounds):
        trials.more(ground, [point_of(ground, columns, one) for one in _near(offset, goal.seed + number)], runs)
        found = settled(trials, ground, columns, offset, goal)
        offset = found.offset
    return settled(trials, ground, columns, offset, goal)


def settled(trials: Trials, ground: Ground, columns: list[int], about: Numbers, goal: Goal) -> Candidate:
    """The nearest point that the surface about one has, or its highest where none reaches what is asked for."""
    surface, region = surface_about(trials, ground, columns, about), Region(about, width_about(about))
    if not columns:
        return Candidate(ground, columns, about, surface, bool(surface.log_odds(about[None])[0] >= goal.aim))
    found = closest(surface, ground, columns, goal.aim, region, goal.seed)
    offset = highest(surface, ground, columns, region, goal.seed) if found is None else found
    return Candidate(ground, columns, offset, surface, found is not None)


def _near(offset: Numbers, seed: int) -> list[Numbers]:
    """Places to perform: before, at and beyond a point, and where there are several strengths to two sides of it."""
    places = [offset * part for part in RADIAL]
    if len(offset) > 1:
        size = float(numpy.sqrt((offset**2).sum()))
        side = numpy.random.default_rng(seed).normal(size=len(offset))
        side -= offset * float(side @ offset) / max(size**2, 1e-12)
        side *= 0.3 * max(size, WIDTH) / max(float(numpy.sqrt((side**2).sum())), 1e-12)
        places += [offset + side, offset - side]
    return places
