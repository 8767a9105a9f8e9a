"""An ensemble that is made larger until it says enough: the runs that are there stay, and only the others are performed."""

from __future__ import annotations

from falter.explore.ensemble import Ensemble
from falter.explore.sweep import ensemble
from falter.explore.tasks import TASK, Done, Task, Told, perform_tasks
from falter.tables.tables import Tables


class Growing:
    """Runs 0 and on of a scene under a seed, as many as have been asked for so far."""

    def __init__(self, tables: Tables, seed: int, jobs: int, told: Told) -> None:
        self.tables = tables
        self.seed = seed
        self.jobs = jobs
        self.told = told
        self._done: list[Done] = []

    def upto(self, runs: int) -> Ensemble:
        """The ensemble of the first `runs` runs; at least as many as were asked for before."""
        first = sum(one.count for one in self._done)
        size = max(1, min(TASK, -(-(runs - first) // self.jobs)))
        tasks = [Task(self.tables, self.seed, at, min(size, runs - at)) for at in range(first, runs, size)]
        self._done += perform_tasks(tasks, self.jobs, self.told)
        return ensemble(self.tables, self.seed, self._done)
