"""Many performances as written, and each of them again with something changed, under the same luck: which end otherwise, and how."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy

from falter.explain.changes.otherwise import PATIENCE, AsIf, OtherwiseError, asked_for, rows_of
from falter.explore.ensemble import Ensemble
from falter.explore.intervals import Change, Share, paired, wilson
from falter.explore.records import NOTHING, Flags, Integers
from falter.performance.perform import Intervention
from falter.scene.leaving import Shorter
from falter.tables import columns as at
from falter.tables.tables import Tables

if TYPE_CHECKING:
    from polars import DataFrame


UNMET: Final = "without what must be"
"""What stands for the ending of a performance that the change keeps from meeting what the scene says must be."""


class Ending(NamedTuple):
    """An ending: its share as written, its share with the change, and by how much that is more, run against run."""

    name: str
    written: Share
    changed: Share
    change: Change


class Flip(NamedTuple):
    """Performances that end otherwise: how they end as written, how with the change, how many."""

    written: str
    changed: str
    runs: int


@dataclass(frozen=True)
class WhatIfMany:
    """Performances of a scene as written, and the same runs with something changed. Only runs that both have are compared, and that meet
    what the scene says must be as written; where an act was to be done, those in which it could be."""

    written: Ensemble
    changed: Ensemble
    change: str
    """In words."""
    as_if: tuple[AsIf, ...] = ()
    gone: Shorter | None = None

    @cached_property
    def runs(self) -> Integers:
        """The numbers of the runs that both have, and that count as written."""
        return numpy.intersect1d(self.written.runs.run[self.written.counted], self.changed.runs.run)

    @cached_property
    def done(self) -> Flags:
        """In which of them every act was done that was to be."""
        found = numpy.ones(len(self.runs), bool)
        for one in self.as_if:
            found &= numpy.isin(self.runs, self._begun(one))
        return found

    @cached_property
    def compared(self) -> Integers:
        """The runs that are compared."""
        return self.runs[self.done]

    @property
    def flipped(self) -> Share:
        """The share of them that ends otherwise."""
        return wilson(sum(one.runs for one in self.flips()), len(self.compared), self.written.level)

    def endings(self) -> list[Ending]:
        """Each ending, the scene's own first and in its order; last, where any came to none, `UNMET`."""
        names = dict.fromkeys([*self.written.endings(), *self.changed.endings(), *self._ends[1]])
        return [self._ending(name, *(numpy.array([one == name for one in ends], bool) for ends in self._ends)) for name in names]

    def flips(self) -> list[Flip]:
        """From what to what performances turned, the most frequent first."""
        pairs = Counter((one, other) for one, other in zip(*self._ends, strict=True) if one != other)
        return [Flip(*ends, runs) for ends, runs in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))]

    def told(self) -> str:
        """What became of them, for a person at a terminal."""
        from falter.explain.changes.many_told import told

        return told(self)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        from falter.explain.changes.many_told import record

        return record(self)

    def to_polars(self) -> DataFrame:
        """A row a run that is compared: how it ends and how long it lasts as written, and with the change, in s."""
        import polars

        lasts = (one.runs.seconds[numpy.searchsorted(one.runs.run, self.compared)] for one in (self.written, self.changed))
        endings, seconds = zip(("as_written", "changed"), self._ends, strict=True), zip(("as_written", "changed"), lasts, strict=True)
        columns: dict[str, Any] = {"run": self.compared}
        columns |= {f"ending_{which}": polars.Series(ends, dtype=polars.Categorical) for which, ends in endings}
        return polars.DataFrame(columns | {f"seconds_{which}": last for which, last in seconds})

    def _repr_html_(self) -> str:
        from falter.explain.changes.many_told import html

        return html(self)

    @cached_property
    def _ends(self) -> tuple[list[str], list[str]]:
        """Of each run compared, how it ends as written and with the change."""
        return self._ends_of(self.written), self._ends_of(self.changed)

    def _ends_of(self, one: Ensemble) -> list[str]:
        codes = one.came_to[numpy.searchsorted(one.runs.run, self.compared)].tolist()
        return [UNMET if code == NOTHING else one.names[code] for code in codes]

    def _ending(self, name: str, mine: Flags, theirs: Flags) -> Ending:
        both, neither = int((mine & theirs).sum()), int((~mine & ~theirs).sum())
        change = paired(both, int((~mine & theirs).sum()), int((mine & ~theirs).sum()), neither, self.written.level)
        written, changed = (wilson(int(each.sum()), len(each), self.written.level) for each in (mine, theirs))
        return Ending(name, written, changed, change)

    def _begun(self, one: AsIf) -> Integers:
        """The runs in which an act was begun when it was asked for."""
        acted, dt = self.changed.acted, self.changed.tables.packed.tf[at.K_DT]
        if acted is None:
            return numpy.zeros(0, numpy.int64)
        late = acted.t - one.t
        return numpy.asarray(acted.run[(acted.act == the_row(self.changed.tables, one)) & (late > -dt) & (late <= PATIENCE + dt)])


def the_row(tables: Tables, one: AsIf) -> int:
    """The row of an act that is to be done. Raises OtherwiseError for one that is for several people and does not say for whom."""
    rows = rows_of(tables, one.act)
    if len(rows) > 1:
        labels = ", ".join(f"`{tables.labels['act'][row].label}`" for row in rows)
        raise OtherwiseError(f"may be for several people: `{one.act}`", f"write one of {labels}")
    return rows[0]


def rows_for(tables: Tables, as_if: tuple[AsIf, ...]) -> tuple[Intervention, ...]:
    """What has these acts done in every run in which they can be. Raises OtherwiseError."""
    dt = tables.packed.tf[at.K_DT]
    return tuple(row for one in as_if for row in asked_for(tables, the_row(tables, one), round(one.t / dt), dt))
