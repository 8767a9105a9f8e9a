"""Runs performed in tasks of `TASK`, each in calls short enough to be interrupted; the same runs whatever the number of workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from time import perf_counter
from typing import Final

import numpy

from falter.explore.records import Beats, Counts, Numbers, Runs, beats_of, counts_of, joined_beats, joined_runs, runs_of
from falter.performance.batch import MOST_AT_ONCE, perform_batch
from falter.performance.perform import Intervention, compiled_advance
from falter.tables.columns import SF_TILTING_SIZE
from falter.tables.tables import Tables

TASK: Final = 16_384
"""Runs of a task: the unit that is kept, resumed, and sent to another machine."""
CALL: Final = 0.5
"""s that one compiled call should last: an interrupt is answered after at most about that long."""
FIRST_CALL: Final = 8

Told = Callable[[int], None]
"""Is told how many more runs have been performed."""


@dataclass(frozen=True)
class Task:
    """Runs `first` to `first + count − 1` of a scene under a seed."""

    tables: Tables
    seed: int
    first: int
    count: int
    interventions: tuple[Intervention, ...] = ()


@dataclass(frozen=True)
class Done:
    """What a task gave: all its runs, or the first of them where it was stopped."""

    task: Task
    runs: Runs
    beats: Beats
    counts: Counts
    tilting: Numbers = field(default_factory=lambda: numpy.zeros((0, 0, SF_TILTING_SIZE)))
    """As `Batch` has it."""

    @property
    def count(self) -> int:
        """How many of its runs were performed."""
        return len(self.runs)


@dataclass
class Pace:
    """How many runs a compiled call should have, so that it lasts `CALL` s: learnt from the calls before."""

    size: int = FIRST_CALL

    def learn(self, count: int, seconds: float) -> None:
        """A call of `count` runs took so long; the size at most doubles."""
        fitting = count * CALL / max(seconds, 1e-6)
        self.size = max(1, min(MOST_AT_ONCE, 2 * self.size, int(fitting)))


@dataclass
class Stop:
    """Set by whoever was interrupted; tasks look at it between calls."""

    asked: bool = field(default=False)


def tasks_of(tables: Tables, seed: int, runs: int, size: int = TASK, interventions: tuple[Intervention, ...] = ()) -> list[Task]:
    """All runs of an ensemble, in order."""
    return [Task(tables, seed, first, min(size, runs - first), interventions) for first in range(0, runs, size)]


def perform_task(task: Task, pace: Pace, stop: Stop, told: Told) -> Done:
    """One task, in calls of a pace, until its end or until it is to stop."""
    batches: list[tuple[Runs, Beats, Counts]] = []
    acts = len(task.tables.labels["act"])
    tilting = [numpy.zeros((0, acts, SF_TILTING_SIZE))]
    at, end = task.first, task.first + task.count
    while at < end and not stop.asked:
        count = min(pace.size, end - at)
        began = perf_counter()
        batch = perform_batch(task.tables, task.seed, at, count, interventions=task.interventions)
        pace.learn(count, perf_counter() - began)
        batches.append((runs_of(batch), beats_of(batch), counts_of(batch)))
        tilting.append(batch.tilting)
        at += count
        told(count)
    runs, beats, counts = zip(*batches, strict=True) if batches else ((), (), ())
    nothing = Counts(numpy.zeros(acts, numpy.int64), numpy.zeros(acts, numpy.int64))
    return Done(task, joined_runs(runs), joined_beats(beats), sum(counts, nothing), numpy.concatenate(tilting))


def perform_tasks(tasks: Sequence[Task], jobs: int, told: Told) -> Iterator[Done]:
    """The tasks as they are done, by `jobs` threads; compiled code holds no lock.

    Interrupted, it gives what was done so far, and then raises KeyboardInterrupt: within about the time of one call. The first one of a
    machine and engine version waits for the step to be compiled.
    """
    compiled_advance()
    pace, stop = Pace(), Stop()
    with ThreadPoolExecutor(jobs) as pool:
        waiting = {pool.submit(perform_task, task, pace, stop, told) for task in tasks}
        try:
            while waiting:
                over, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in over)
        except KeyboardInterrupt:
            stop.asked = True
            yield from (done for done in (future.result() for future in waiting if not future.cancel()) if done.count)
            raise
        finally:
            stop.asked = True
