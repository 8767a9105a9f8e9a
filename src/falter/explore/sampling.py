"""Runs under tilts, drawn as a search needs them, and what they weigh under the plain scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from falter.explore.records import Flags, Numbers
from falter.explore.tasks import Task, Told, perform_tasks
from falter.explore.tilting import Tilts, end_of, log_ratio, rows_of
from falter.explore.wanted import Wanted
from falter.tables import columns as at
from falter.tables.tables import Tables


@dataclass(frozen=True)
class Sample:
    """Runs from `first` on under tilts: which were as wanted, and the sums of their luck (`Batch.tilting`)."""

    tilts: Tilts
    first: int
    hits: Flags
    sums: Numbers

    @property
    def share(self) -> float:
        """The share that was as wanted."""
        return float(self.hits.mean())


@dataclass
class Sampler:
    """Performs runs of a scene under a seed, none twice: the next ones have numbers from `next` on."""

    tables: Tables
    wanted: Wanted
    seed: int
    next: int
    jobs: int
    told: Told

    @property
    def dt(self) -> float:
        """Length of a step, in s."""
        return float(self.tables.packed.tf[at.K_DT])

    def draw(self, tilts: Tilts, count: int) -> Sample:
        """So many runs under tilts."""
        first, rows = self.next, rows_of(tilts, end_of(self.wanted.settled, self.dt))
        self.next += count
        size = -(-count // self.jobs)
        tasks = [Task(self.tables, self.seed, at, min(size, first + count - at), rows) for at in range(first, first + count, size)]
        done = sorted(perform_tasks(tasks, self.jobs, self.told), key=lambda one: one.task.first)
        hits = numpy.concatenate([self.wanted.among(one.runs, one.beats) for one in done])
        return Sample(tilts, first, hits, numpy.concatenate([one.tilting for one in done]))


def log_weights(samples: Sequence[Sample], dt: float) -> list[Numbers]:
    """Of each run of each sample, the logarithm of what it stands for under the plain scene: the balance heuristic (Veach & Guibas 1995),
    1 over the mean of its likelihood ratios under the tilts of all samples, each as often as it was drawn from. With a plain sample among
    them no weight exceeds 1 over its share."""
    total = sum(len(sample.hits) for sample in samples)
    weights = []
    for sample in samples:
        ratios = [numpy.log(len(other.hits) / total) + log_ratio(sample.sums, other.tilts, dt) for other in samples]
        weights.append(-numpy.logaddexp.reduce(numpy.array(ratios), axis=0))
    return weights


def effective(log: Numbers) -> float:
    """How many runs of equal weight tell as much as these: (Σw)² / Σw² (Kish 1965).

    >>> effective(numpy.log(numpy.array([1.0, 1.0, 1.0])))
    3.0
    """
    if not len(log):
        return 0.0
    weights = numpy.exp(log - log.max())
    return float(weights.sum() ** 2 / (weights * weights).sum())
