"""A performance that one wants to see, and how rare it is: first the runs of a seed, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from falter.explore.intervals import LEVEL, Share, never_more_than, wilson
from falter.explore.tasks import TASK, Done, Told, perform_tasks, tasks_of
from falter.explore.wanted import Wanted
from falter.performance.perform import perform
from falter.performance.trace import Trace
from falter.tables.tables import Tables


@dataclass(frozen=True)
class Found:
    """What a search came to: how many of how many runs were as wanted, and the first of them."""

    tables: Tables
    seed: int
    wanted: Wanted
    runs: int
    """Runs that count: of a scene that says what must be, those that meet it."""
    hits: int
    run: int | None
    """The first such run; None where none was found."""
    share: Share
    """How probable it is, with its interval."""
    level: float = LEVEL

    @property
    def never_bound(self) -> float:
        """The probability that it is under where no run has it."""
        return never_more_than(self.runs, self.level)

    def perform(self) -> Trace:
        """The performance that was found, with its trace. Raises LookupError where none was."""
        if self.run is None:
            raise LookupError(f"none of {self.runs} performances has {self.wanted.text}")
        return perform(self.tables, self.seed, self.run)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        found = {"find": self.wanted.text, "runs": self.runs, "hits": self.hits, "seed": self.seed, "run": self.run}
        return {**found, "level": self.level, **self.share._asdict()}


class SearchInterrupted(KeyboardInterrupt):
    """Somebody has had enough; `found` is what there is by then, None where not one run was performed."""

    def __init__(self, found: Found | None) -> None:
        super().__init__()
        self.found = found


@dataclass
class Tally:
    """Runs looked through so far."""

    runs: int = 0
    hits: int = 0
    first: int | None = None

    def add(self, done: Done, wanted: Wanted) -> None:
        """Look through what a task gave."""
        such = done.runs.run[wanted.among(done.runs, done.beats)].tolist()
        self.runs += int((done.runs.met == 1).sum())
        self.hits += len(such)
        self.first = min([*such[:1], *([] if self.first is None else [self.first])], default=None)


def search(tables: Tables, wanted: Wanted, seed: int, runs: int, jobs: int, told: Told) -> Found:
    """Look through runs 0 to `runs − 1` of a seed, all of them, so that the share is what it is. Raises SearchInterrupted."""
    tally = Tally()
    try:
        for done in perform_tasks(tasks_of(tables, seed, runs, min(TASK, -(-runs // jobs))), jobs, told):
            tally.add(done, wanted)
    except KeyboardInterrupt:
        raise SearchInterrupted(_found(tables, wanted, seed, tally) if tally.runs else None) from None
    return _found(tables, wanted, seed, tally)


def _found(tables: Tables, wanted: Wanted, seed: int, tally: Tally) -> Found:
    return Found(tables, seed, wanted, tally.runs, tally.hits, tally.first, wilson(tally.hits, tally.runs))
