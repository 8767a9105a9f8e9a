"""Many performances in hand: the shares of their endings, their times, their acts, and any one of them again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy

from falter.explore.intervals import LEVEL, Change, Share, never_more_than, newcombe, wilson
from falter.explore.records import MUTUAL, NOTHING, Beats, Counts, Flags, Integers, Labels, Numbers, Runs
from falter.explore.varying import Point
from falter.performance.batch import names_of
from falter.performance.perform import Intervention, perform
from falter.performance.trace import Trace
from falter.tables.tables import Tables

if TYPE_CHECKING:
    import pandas
    import xarray
    from polars import DataFrame

    from falter.explore.causation import Causation
    from falter.explore.coverage import Coverage
    from falter.explore.decisive import Driver

QUARTERS = (0.25, 0.5, 0.75)


class Times(NamedTuple):
    """Of so many runs, the quartiles of a time, in s; None where there is no run."""

    runs: int
    lower: float | None
    median: float | None
    upper: float | None


class Performed(NamedTuple):
    """One act in many runs: in how many it was done at all, and how often it was done in all."""

    act: str
    runs: Share
    times: int


@dataclass(frozen=True)
class Ensemble:
    """Runs of one scene under one seed, at one point of what was varied.

    Of a scene that says what must be, only runs that meet it count; `passed_over` is how many do not.
    """

    tables: Tables
    seed: int
    runs: Runs
    counts: Counts
    acted: Beats | None = None
    """The acts of all runs; None where they went to a file."""
    point: Point = ()
    level: float = LEVEL
    """How often the intervals hold the true share."""
    interventions: tuple[Intervention, ...] = ()
    """What was done to each of the runs from outside."""

    @cached_property
    def labels(self) -> Labels:
        """The names of acts."""
        return Labels(self.tables)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of endings, in the scene's order; `undecided` last."""
        return names_of(self.tables)

    @cached_property
    def counted(self) -> Flags:
        """Which runs count."""
        return numpy.asarray(self.runs.met == 1)

    @cached_property
    def came_to(self) -> Integers:
        """The row of each run's ending; `NOTHING` where it does not meet what the scene says must be, and so has come to none."""
        return numpy.where(self.counted, self.runs.ending.astype(numpy.int64), NOTHING)

    @property
    def passed_over(self) -> int:
        """Runs that do not meet what the scene says must be."""
        return len(self.runs) - int(self.counted.sum())

    def __len__(self) -> int:
        return int(self.counted.sum())

    def endings(self) -> dict[str, Share]:
        """The share of each ending, with its interval; those of the scene that no run came to as well."""
        counts = numpy.bincount(self.runs.ending[self.counted], minlength=len(self.names))
        return {name: wilson(int(counts[code]), len(self), self.level) for code, name in enumerate(self.names) if self._named(code, counts)}

    def seconds(self) -> dict[str, Times]:
        """How long the performances of each ending lasted."""
        return {name: times_of(self.runs.seconds[of]) for name, of in self._by_ending().items()}

    def deeds(self) -> dict[str, Times]:
        """When the first act that cannot be undone began, by the act."""
        return {self.labels.acts[code]: times_of(self.runs.deed_t[of]) for code, of in self._by_deed().items()}

    def hesitation(self) -> dict[str, Times]:
        """For how long that act had been open, or he had done nothing, before it began; by the act."""
        return {self.labels.acts[code]: times_of(self.runs.hesitation[of]) for code, of in self._by_deed().items()}

    def knew(self) -> dict[str, Share]:
        """In how many runs each thing wondered was taken to be so at the end, and in how many each of the two knew that the other knew."""
        knew = self.runs.knew[self.counted]
        found = {}
        for column, about in enumerate(self.labels.wonders):
            found[about] = wilson(int((knew[:, column] > 0).sum()), len(self), self.level)
            found[f"{about}, and each knows of the other"] = wilson(int((knew[:, column] == MUTUAL).sum()), len(self), self.level)
        return {about: share for about, share in found.items() if share.share > 0.0 or "," not in about}

    def performed(self) -> list[Performed]:
        """Every act of the scene, in how many runs it was begun, and how often in all; in the scene's order."""
        pairs = zip(self.labels.acts, self.counts.runs.tolist(), self.counts.times.tolist(), strict=True)
        return [Performed(act, wilson(runs, len(self), self.level), times) for act, runs, times in pairs]

    def never(self) -> list[str]:
        """Acts of the scene's own moves that no run has."""
        return [one.act for one, own in zip(self.performed(), self.labels.authored, strict=True) if own and one.times == 0]

    @property
    def never_bound(self) -> float:
        """The share of performances that something seen in no run is under."""
        return never_more_than(len(self), self.level)

    def compare(self, other: Ensemble) -> dict[str, Change]:
        """By how much each ending's share is another in `other`, with its interval; the two taken as drawn apart."""
        mine, theirs = self.endings(), other.endings()
        none, no = wilson(0, len(self), self.level), wilson(0, len(other), self.level)
        return {name: newcombe(mine.get(name, none), theirs.get(name, no)) for name in (mine | theirs)}

    def drivers(self, ending: str) -> list[Driver]:
        """Acts that the ending's chance differs after, by when they are begun; what goes together, not what follows from what."""
        from falter.explore.decisive import drivers

        return drivers(self, ending)

    def without(self, act: str, jobs: int = 1) -> Ensemble:
        """The same runs with the same luck, in which this act is never open. Raises NoSuchActError."""
        from falter.explore.decisive import without

        return without(self, act, jobs)

    def causation(self, act: str, ending: str, jobs: int = 1) -> Causation:
        """Was an act necessary for an ending, was it sufficient: the probabilities of causation, every run performed once more with it shut
        where it was done, and done where it was not. Raises NoSuchActError, and ValueError for an ending that there is not."""
        from falter.explore.causation import causation

        return causation(self, act, ending, jobs)

    def paired(self, other: Ensemble, ending: str) -> Change:
        """By how much an ending's share is another in `other`, which has the same runs: each is set against its like."""
        from falter.explore.decisive import paired_change

        return paired_change(self, other, ending)

    def to_polars(self) -> DataFrame:
        """The table of runs: a row a run, those that do not meet what must be among them."""
        from falter.explore.exports import runs_table

        return runs_table(self)

    def beats(self) -> DataFrame:
        """The table of beats: a row an act. Raises ValueError where they went to a file."""
        from falter.explore.exports import beats_table

        return beats_table(self)

    def to_pandas(self) -> pandas.DataFrame:
        """The table of runs for pandas, where that is installed."""
        from falter.explore.exports import as_pandas

        return as_pandas(self.to_polars())

    def to_xarray(self) -> xarray.Dataset:
        """The table of runs as arrays along `run`, where xarray is installed."""
        from falter.explore.exports import as_arrays

        return as_arrays([self], self.tables.scene)

    def to_parquet(self, path: str | Path) -> None:
        """Write the table of runs and, beside it, that of beats, as `--out` does. Raises WriteError."""
        from falter.explore.exports import write_tables

        write_tables([self], self.tables.scene, Path(path))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The table of runs for whatever reads Arrow streams."""
        return self.to_polars().__arrow_c_stream__(requested_schema)

    def coverage(self, looks: int = 300, tellings: int = 40) -> Coverage:
        """Of every line of the scene, in what share of the runs it was performed or told, and why not; from the first `looks` runs looked
        into once more, and the first `tellings` told. Raises ValueError where the acts went to a file."""
        from falter.explore.coverage import coverage

        return coverage(self, looks, tellings, 1, lambda _count: None)

    def run(self, number: int) -> Trace:
        """The very same performance, with its trace. Raises IndexError for a run that is not here."""
        if number not in self.runs.run:
            raise IndexError(f"run must be one of the {len(self.runs)} from {self.runs.run[0]} on; got {number}")
        return perform(self.tables, self.seed, number, interventions=self.interventions)

    def plot(self, kind: str = "all") -> Any:
        """A chart (Altair): `endings`, `branches`, `hesitation`, `times`, `knew`, or `all` below each other. Raises ValueError for
        another kind, NothingToDrawError for what it has nothing of."""
        from falter.explore.plots import plot

        return plot(self, kind)

    def _repr_html_(self) -> str:
        """The endings, for a notebook."""
        from falter.explore.notebook import ensemble_html

        return ensemble_html(self)

    def _named(self, code: int, counts: Integers) -> bool:
        """Is an ending told of: the scene's own always, what has no name only where it occurs."""
        return bool(code < len(self.tables.scene.endings) or counts[code])

    def _by_ending(self) -> dict[str, Flags]:
        return {name: self.counted & (self.runs.ending == code) for code, name in enumerate(self.names) if name in self.endings()}

    def _by_deed(self) -> dict[int, Flags]:
        found = numpy.unique(self.runs.deed[self.counted])
        return {int(code): self.counted & (self.runs.deed == code) for code in found if code != NOTHING}


def times_of(seconds: Numbers) -> Times:
    """Quartiles of some times.

    >>> times_of(numpy.array([1.0, 2.0, 3.0]))
    Times(runs=3, lower=1.5, median=2.0, upper=2.5)
    """
    if not len(seconds):
        return Times(0, None, None, None)
    lower, median, upper = (float(value) for value in numpy.quantile(seconds, QUARTERS))
    return Times(len(seconds), lower, median, upper)
