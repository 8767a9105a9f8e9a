"""The point nearest to the scene as it is written at which a surface reaches what is asked for, with strengths one could write."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy

from falter.explain.nearest.ground import STEP, Ground
from falter.explain.nearest.surface import Surface
from falter.explore.records import Flags, Numbers

RAYS: Final = 500
"""Directions looked along in each round, where there are more than two to look along."""
NARROWER: Final = (1.0, 0.3, 0.1, 0.03)
"""How widely each round's directions are spread about the best of the round before."""
STEPS: Final = 100
"""Places looked at along a direction."""
OUTWARD: Final = 5
"""Steps farther out that are tried where no rounding of a point reaches it."""


@dataclass(frozen=True)
class Region:
    """Where a surface is to be believed: no farther from a point than so."""

    around: Numbers
    width: float

    def holds(self, places: Numbers) -> Flags:
        """Which places are in it."""
        return numpy.asarray(((places - self.around) ** 2).sum(axis=-1) <= self.width**2)


def closest(surface: Surface, ground: Ground, columns: list[int], aim: float, region: Region, seed: int) -> Numbers | None:
    """How far the strengths in these columns are moved at the nearest point of a region where the surface reaches `aim`, log odds; None
    where it does so nowhere. No performance is needed, so that all directions can be looked along."""
    best: Numbers | None = None
    draws = numpy.random.default_rng(seed)
    for spread in NARROWER if len(columns) > 1 else (1.0,):
        about = region.around if best is None else best
        rays = _rays(len(columns), about, spread, draws)
        found = _along(surface, rays, _ends(ground, columns), aim, region)
        if found is not None and (best is None or _size(found) < _size(best)):
            best = found
    return None if best is None else written(surface, ground, columns, best, aim)


def highest(surface: Surface, ground: Ground, columns: list[int], region: Region, seed: int) -> Numbers:
    """Where in a region the surface is highest: where to go on from when nothing in it reaches what is asked for."""
    draws = numpy.random.default_rng(seed)
    rays = _rays(len(columns), numpy.zeros(len(columns)), 1.0, draws)
    places = region.around + rays[:, None, :] * numpy.linspace(0.25, 1.0, 4)[None, :, None] * region.width
    places = numpy.clip(places, *_ends(ground, columns)).reshape(-1, len(columns))
    return rounded(ground, columns, places[int(surface.log_odds(places).argmax())])


def written(surface: Surface, ground: Ground, columns: list[int], offset: Numbers, aim: float) -> Numbers:
    """The nearest point about this one whose strengths are hundredths, at which the surface still reaches the aim."""
    unit = STEP / ground.units[columns] if len(columns) else numpy.zeros(0)
    start, (low, high) = ground.written[columns] / ground.units[columns], _ends(ground, columns)
    for farther in range(OUTWARD):
        at = (start + offset * (1.0 + 0.02 * farther)) / unit
        corners = numpy.array(list(product(*((numpy.floor(one), numpy.floor(one) + 1.0) for one in at)))) * unit - start
        corners = numpy.clip(corners, low, high)
        reaching = corners[surface.log_odds(corners) >= aim]
        if len(reaching):
            return numpy.asarray(reaching[int((reaching**2).sum(axis=1).argmin())])
    return rounded(ground, columns, offset * (1.0 + 0.02 * OUTWARD))


def rounded(ground: Ground, columns: list[int], offset: Numbers) -> Numbers:
    """A point near, whose strengths are hundredths and within their ranges."""
    units, start = ground.units[columns], ground.written[columns]
    values = numpy.clip(numpy.round((start + offset * units) / STEP) * STEP, ground.least[columns], ground.most[columns])
    return numpy.asarray((values - start) / units)


def _ends(ground: Ground, columns: list[int]) -> tuple[Numbers, Numbers]:
    start, units = ground.written[columns], ground.units[columns]
    return (ground.least[columns] - start) / units, (ground.most[columns] - start) / units


def _rays(count: int, about: Numbers, spread: float, draws: numpy.random.Generator) -> Numbers:
    """Directions of length 1: all there are of one strength, else drawn about one, or evenly."""
    if count == 1:
        return numpy.array([[-1.0], [1.0]])
    rays = draws.normal(size=(RAYS, count))
    rays /= numpy.linalg.norm(rays, axis=1, keepdims=True)
    if _size(about) > 0.0:
        rays = about / _size(about) + spread * rays
        rays /= numpy.linalg.norm(rays, axis=1, keepdims=True)
    return numpy.vstack([rays, numpy.eye(count), -numpy.eye(count)])


def _along(surface: Surface, rays: Numbers, ends: tuple[Numbers, Numbers], aim: float, region: Region) -> Numbers | None:
    """The nearest place along all rays that reaches the aim; where a strength comes to its end it stays there."""
    ways = numpy.linspace(0.0, _size(region.around) + region.width, STEPS + 1)[1:]
    places = numpy.clip(rays[:, None, :] * ways[None, :, None], *ends)
    reaching = (surface.log_odds(places.reshape(-1, rays.shape[1])) >= aim).reshape(len(rays), STEPS) & region.holds(places)
    if not reaching.any():
        return None
    sizes = numpy.where(reaching, (places**2).sum(axis=-1), numpy.inf)
    return numpy.asarray(places.reshape(-1, rays.shape[1])[int(sizes.argmin())])


def _size(offset: Numbers) -> float:
    return float(numpy.sqrt((offset**2).sum()))
