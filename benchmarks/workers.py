"""How much faster two workers are than one: as threads, and as processes. 1 if two threads are not 1.8 times as fast.

Run with `python benchmarks/workers.py [SCENE]` on a machine with two idle cores: this is wall time, and others' work shows in it. One, two
threads and two processes take turns, round by round; the ratio is that of the fastest rounds, its spread that of the ratios round by round.
Beside it stands the processor time of a performance with two threads over that with one: what two cost each other whoever else is there.
Processes are started, and have their tables, before the clock runs.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.kernel import tables
from falter.explore.far import Errand, marks, performed, sealed
from falter.explore.tasks import perform_tasks, tasks_of

ROUNDS = 7
SECONDS = 2.0
"""s that a round of one worker should last."""
LEAST = 1.8


class Took(NamedTuple):
    """s of wall time, and of processor time of this process."""

    wall: float
    processor: float


def threads(made: object, runs: int, jobs: int) -> Took:
    """Runs performed by so many threads."""
    wall, processor = time.perf_counter(), time.process_time()
    for _ in perform_tasks(tasks_of(made, 1, runs, -(-runs // jobs)), jobs, lambda _count: None):  # type: ignore[arg-type]
        pass
    return Took(time.perf_counter() - wall, time.process_time() - processor)


def processes(pool: ProcessPoolExecutor, sheet: bytes, runs: int) -> float:
    """Runs performed by two processes, half of them each, s."""
    wall = time.perf_counter()
    half = runs // 2
    list(pool.map(performed, [Errand(sheet, 1, first, half, (), marks()) for first in (0, half)]))
    return time.perf_counter() - wall


def main(name: str) -> int:
    """Measure, print, and judge."""
    made = tables(name)
    threads(made, 64, 1)
    runs = 2 * max(16, int(64 * SECONDS / threads(made, 64, 1).wall / 2))
    sheet = sealed(made)
    one: list[Took] = []
    two: list[Took] = []
    apart: list[float] = []
    with ProcessPoolExecutor(2) as pool:
        processes(pool, sheet, 64)
        for _ in range(ROUNDS):
            one.append(threads(made, runs, 1))
            two.append(threads(made, runs, 2))
            apart.append(processes(pool, sheet, runs))
    best = min(took.wall for took in one)
    ratio = best / min(took.wall for took in two)
    beside = best / min(apart)
    spread = statistics.quantiles([a.wall / b.wall for a, b in zip(one, two, strict=True)], n=4)
    dearer = min(took.processor for took in two) / min(took.processor for took in one)
    print(f"{name}: {runs} performances a round, {ROUNDS} rounds, {runs / best:.0f}/s with one; load {os.getloadavg()[0]:.1f}")
    print(f"two threads: {ratio:.2f} times one (round by round {spread[0]:.2f}–{spread[2]:.2f}); processor time of each {dearer:.3f} times")
    print(f"two processes: {beside:.2f} times one thread")
    return 0 if ratio >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "the-generals-office"))
