"""Points tried: performed, counted, and added up.

Points that are to be compared are given the same luck. Elsewhere each has luck of its own: how likely something is must be known there, and
not how two points differ, and the error of a luck that all shared would be the same at all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy

from falter.explain.nearest.ground import Ground
from falter.explore.pooled import in_order
from falter.explore.records import Numbers, beats_of, runs_of
from falter.explore.tasks import Told
from falter.explore.wanted import wanted
from falter.performance.batch import perform_batch
from falter.performance.perform import compiled_advance
from falter.tables.patching import tables_at
from falter.tables.tables import Tables

CALL: Final = 50
"""Performances of one call, so that threads share a point and an interrupt is soon heard."""


class Count(NamedTuple):
    """How many of so many performances were as wanted."""

    hits: int = 0
    of: int = 0
    runs: int = 0
    """All that were performed: of a scene that says what must be, more than count."""

    def plus(self, other: Count) -> Count:
        """Both together."""
        return Count(self.hits + other.hits, self.of + other.of, self.runs + other.runs)

    @property
    def share(self) -> float:
        """The share that was as wanted; of none, none."""
        return self.hits / self.of if self.of else 0.0


@dataclass
class Tried:
    """What has been counted on one ground, point by point, in the order they were first tried."""

    ground: Ground
    counts: dict[tuple[float, ...], Count] = field(default_factory=dict)

    def arrays(self) -> tuple[Numbers, Numbers, Numbers]:
        """The points' offsets, a row each, how many performances were as wanted, and of how many."""
        points = numpy.array(list(self.counts)).reshape(len(self.counts), len(self.ground.free))
        hits, of = (numpy.array([one[k] for one in self.counts.values()], float) for k in range(2))
        return self.ground.offsets(points), hits, of


@dataclass
class Trials:
    """Performs points of grounds under one seed, and adds up what that has cost."""

    goal: str
    seed: int
    jobs: int
    told: Told
    performed: int = 0
    next: int = 0
    """The first run that no point has had."""
    tried: dict[tuple[str, ...], Tried] = field(default_factory=dict)

    def on(self, ground: Ground) -> Tried:
        """What has been counted on a ground."""
        return self.tried.setdefault(tuple(fact.line for fact in ground.without), Tried(ground))

    def more(self, ground: Ground, points: Sequence[Numbers], runs: int, *, compared: bool = False) -> list[Count]:
        """So many performances more at each point, none of which it has had; the same ones for all that are compared."""
        counts = self.on(ground).counts
        keys = list(dict.fromkeys(tuple(point.tolist()) for point in points))
        firsts = [self.next + (0 if compared else k * runs) for k in range(len(keys))]
        self.next = firsts[-1] + runs
        for key, count in zip(keys, counted(self.goal, ground, keys, self.seed, firsts, runs, self.jobs, self.told), strict=True):
            counts[key] = counts.get(key, Count()).plus(count)
            self.performed += count.runs
        return [counts[tuple(point.tolist())] for point in points]


def counted(
    goal: str, ground: Ground, points: Sequence[Sequence[float]], seed: int, firsts: Sequence[int], runs: int, jobs: int, told: Told
) -> list[Count]:
    """Of each point, so many runs from a first one on; the same whatever `jobs`."""
    compiled_advance()
    values = numpy.array(points).reshape(len(points), len(ground.free))
    tables = list(tables_at(ground.scene, ground.places, ground.names, values))
    calls = [(k, first + at, min(CALL, runs - at)) for k, first in enumerate(firsts) for at in range(0, runs, CALL)]

    def perform(call: tuple[int, int, int]) -> tuple[int, Count]:
        return call[0], _count(goal, tables[call[0]], seed, *call[1:])

    found = [Count()] * len(points)
    for k, count in in_order(perform, calls, jobs):
        found[k] = found[k].plus(count)
        told(count.runs)
    return found


def _count(goal: str, tables: Tables, seed: int, first: int, runs: int) -> Count:
    """Runs that count, and of them those as wanted: of a scene that says what must be, those that meet it count."""
    batch = perform_batch(tables, seed, first, runs)
    asked = wanted(goal, tables)
    return Count(int(asked.among(runs_of(batch), beats_of(batch)).sum()), int((batch.met == 1).sum()), runs)
