"""A performance that one wants to see, and how rare it is: the runs of a seed one after the other, and if none is so, runs under tilts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

from falter.explore.intervals import LEVEL, Share, never_more_than, wilson
from falter.explore.nudging import ROUND, tilts_for
from falter.explore.rarity import Estimate, estimated
from falter.explore.sampling import Sampler
from falter.explore.tasks import TASK, Done, Task, Told, perform_tasks
from falter.explore.tilting import Tilts, called, end_of, rows_of
from falter.explore.wanted import Wanted
from falter.performance.perform import perform
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.tables import Tables

FEWEST: Final = 1000
"""Runs under tilts that are taken at least to tell how probable something is."""
LIKELY: Final = 0.5
"""Plain runs as wanted to be expected in as many again, for them to be looked through."""


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
    """The first such run, or under tilts the likeliest; None where none was found."""
    share: Share
    """How probable it is, with its interval; if none was found, from 0 to what it is under."""
    tilts: Tilts = field(default_factory=dict)
    """The tilts of luck that the run has, by the row of the act; none where it is a performance like any other."""
    pushed: bool = False
    """Whether luck was tilted, as is done where no plain run is as wanted, and nothing must be."""
    estimate: Estimate | None = None
    """What runs under tilts told, where there had to be any and tilts were found."""
    level: float = LEVEL

    @property
    def never_bound(self) -> float:
        """The probability that it is under where no run has it."""
        return never_more_than(self.runs, self.level)

    def perform(self) -> Trace:
        """The performance that was found, with its trace. Raises LookupError where none was."""
        if self.run is None:
            raise LookupError(f"none of {self.runs} performances has {self.wanted.text}")
        end = end_of(self.wanted.settled, float(self.tables.packed.tf[at.K_DT]))
        return perform(self.tables, self.seed, self.run, interventions=rows_of(self.tilts, end) if self.tilts else ())

    def record(self) -> dict[str, Any]:
        """As plain values."""
        found: dict[str, Any] = {"find": self.wanted.text, "scene": self.tables.scene.title, "runs": self.runs, "hits": self.hits}
        found |= {"seed": self.seed, "run": self.run}
        found["tilts"] = {name: list(tilt) for name, tilt in called(self.tilts, self.tables).items()}
        found["until"] = self.wanted.settled if self.tilts else None
        one = self.estimate
        found["tilted"] = one and {"runs": one.runs, "hits": one.hits, "effective": one.effective, "told": one.share is not None}
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

    def look(self, tables: Tables, wanted: Wanted, seed: int, first: int, runs: int, jobs: int, told: Told) -> None:
        """Look through runs `first` to `first + runs − 1`."""
        size = min(TASK, -(-runs // jobs))
        tasks = [Task(tables, seed, at, min(size, first + runs - at)) for at in range(first, first + runs, size)]
        for done in perform_tasks(tasks, jobs, told):
            self.add(done, wanted)

    def add(self, done: Done, wanted: Wanted) -> None:
        """Look through what a task gave."""
        such = done.runs.run[wanted.among(done.runs, done.beats)].tolist()
        self.runs += int((done.runs.met == 1).sum())
        self.hits += len(such)
        self.first = min([*such[:1], *([] if self.first is None else [self.first])], default=None)


def search(tables: Tables, wanted: Wanted, seed: int, runs: int, jobs: int, told: Told) -> Found:
    """Look through runs 0 to `runs − 1` of a seed, all of them, so that the share is what it is; where none is so, tilt people's luck
    (`explore.nudging`), and tell from as many runs again how probable it is. Raises SearchInterrupted."""
    tally = Tally()
    try:
        tally.look(tables, wanted, seed, 0, runs, jobs, told)
        found = _found(tables, wanted, seed, tally)
        return found if found.hits or tables.scene.musts else _tilted(found, Sampler(tables, wanted, seed, runs, jobs, told))
    except KeyboardInterrupt:
        raise SearchInterrupted(_found(tables, wanted, seed, tally) if tally.runs else None) from None


def _found(tables: Tables, wanted: Wanted, seed: int, tally: Tally) -> Found:
    share = wilson(tally.hits, tally.runs)
    if not tally.hits:
        share = share._replace(high=never_more_than(tally.runs))
    return Found(
        tables, seed, wanted, tally.runs, tally.hits, tally.first, share if tally.hits else share._replace(high=never_more_than(tally.runs))
    )


def _tilted(found: Found, sampler: Sampler) -> Found:
    """What runs under tilts tell. Where as many plain runs again may well have one as wanted, they are looked through, and it is shown."""
    tilts = tilts_for(sampler, max(ROUND, found.runs // 8))
    found = replace(found, pushed=True)
    if tilts is None:
        return found
    one = estimated(sampler, tilts, max(FEWEST, found.runs), found.level)
    found = replace(found, run=one.run, tilts=tilts if one.tilted else {}, estimate=one, share=one.share or found.share)
    if one.share is None or one.share.share * found.runs < LIKELY:
        return found
    tally = Tally()
    tally.look(sampler.tables, sampler.wanted, sampler.seed, sampler.next, found.runs, sampler.jobs, sampler.told)
    return found if tally.first is None else replace(found, run=tally.first, tilts={})
