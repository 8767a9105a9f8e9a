"""Candidates held to fresh performances: what was chosen for one luck must hold with another.

One that falls short is pushed as much farther as it fell short, and held to other fresh performances; never is one of several chosen by how
it did in those: where none holds, what came nearest is held to others again.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from falter.explain.nearest.alone import log_odds
from falter.explain.nearest.closest import Region, closest, rounded
from falter.explain.nearest.found import Alternative
from falter.explain.nearest.ground import Ground
from falter.explain.nearest.looking import Candidate, Goal, width_about
from falter.explain.nearest.surface import logit
from falter.explain.nearest.trials import Count, counted
from falter.explore.intervals import Share, wilson
from falter.explore.records import Numbers
from falter.explore.tasks import Told

PUSHES: Final = 3
"""How often a candidate may be pushed."""
FARTHER: Final = 1.25
"""How much farther one goes where the surface does not say how far."""
LEAST: Final = 0.02
"""Log odds that are lacking at least, by how luck has it, where it is not likely enough."""


class Held(NamedTuple):
    """A candidate as it was last held to fresh performances, and what they say of it."""

    candidate: Candidate
    found: Alternative
    holds: bool

    @property
    def share(self) -> float:
        """Of those performances, the part as wanted."""
        return self.found.share.share


class Fresh:
    """Performances that no search has seen: those of the next seed."""

    def __init__(self, goal: str, share: float, seed: int, runs: int, jobs: int, told: Told) -> None:
        self.goal, self.share, self.runs = goal, share, runs
        self.seed = (seed + 1) % 2**64
        self.jobs, self.told = jobs, told

    def count(self, ground: Ground, point: Numbers, which: int) -> Count:
        """The `which`-th lot of fresh performances."""
        return counted(self.goal, ground, [point.tolist()], self.seed, [which * self.runs], self.runs, self.jobs, self.told)[0]

    def held(self, one: Candidate, goal: Goal) -> Held:
        """A candidate, pushed if need be, with what fresh performances say of it, and whether it holds."""
        for pushed in range(PUSHES + 1):
            count = self.count(one.ground, one.point, pushed)
            held = self._held(one, count, pushed)
            lacking = logit(self.share) - log_odds(count)
            farther = _pushed(one, max(LEAST, lacking), goal) if one.reaches and not held.holds and pushed < PUSHES else None
            if farther is None:
                return held
            one = farther
        raise AssertionError("the last push returns")

    def once_more(self, held: Held) -> Held:
        """The same by a lot that no candidate has been held to."""
        one = held.candidate
        return self._held(one, self.count(one.ground, one.point, PUSHES + 1), held.found.tried)

    def _held(self, one: Candidate, count: Count, pushed: int) -> Held:
        found = _alternative(one, count, pushed)
        return Held(one, found, found.share.share >= self.share)


def share_of(count: Count) -> Share:
    """A count as a share with its interval."""
    return wilson(count.hits, count.of)


def _pushed(one: Candidate, by: float, goal: Goal) -> Candidate | None:
    """The nearest point that the surface has for more likely by so many log odds; where it has none about, a quarter farther on. None where
    that is no farther."""
    if not one.columns:
        return None
    aim = float(one.surface.log_odds(one.offset[None])[0]) + by
    offset = closest(one.surface, one.ground, one.columns, aim, Region(one.offset, width_about(one.offset)), goal.seed)
    offset = rounded(one.ground, one.columns, FARTHER * one.offset) if offset is None else offset
    farther = Candidate(one.ground, one.columns, offset, one.surface, True)
    return farther if farther.way > one.way else None


def _alternative(one: Candidate, count: Count, pushed: int) -> Alternative:
    values = one.ground.changed(one.point)
    written = {free.name: free.value for free in one.ground.free if free.name in values}
    lines = tuple(fact.line for fact in one.ground.without)
    return Alternative(values, written, lines, one.way, share_of(count), count.of, pushed)
