"""A batch as columns: a row a run, and a row an act. The two long tidy tables that everything about many performances is read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Final

import numpy
from numpy.typing import NDArray

from falter.performance.batch import Batch
from falter.performance.trace import KINDS
from falter.tables import columns as at
from falter.tables.tables import Tables

Integers = NDArray[numpy.int64]
Numbers = NDArray[numpy.float64]
Flags = NDArray[numpy.bool_]
NOTHING = -1
EVEN = 0.5
"""Odds from which something is taken to be so."""
MUTUAL = 2
NARROW: Final = {"ending": numpy.int16, "acts": numpy.int32, "deed": numpy.int32, "met": numpy.int8, "knew": numpy.int8}
"""How wide the codes of runs are kept: of many runs it is these rows that take the memory."""


@dataclass(frozen=True)
class Runs:
    """A row a run. Codes index the names of `Labels`; −1 is nothing. Times in s of story time."""

    run: Integers
    ending: Integers
    seconds: Numbers
    acts: Integers
    """How many acts were begun."""
    deed: Integers
    """The first act that took effect and cannot be undone, by its row among the acts of the scene."""
    deed_t: Numbers
    """When it began; not a number where there was none."""
    hesitation: Numbers
    """s for which it had been open, or since his last act if that is later; not a number where there was none."""
    met: Integers
    """1 where all was done that the scene says must be."""
    knew: Integers
    """Of each thing wondered, by column: 1 where it was taken to be so at the end, 2 where each of the two knew that the other knew."""

    def __len__(self) -> int:
        return len(self.run)


@dataclass(frozen=True)
class Beats:
    """A row an act, by run and then by time of its beginning."""

    run: Integers
    act: Integers
    t: Numbers
    lands: Numbers
    waited: Numbers
    cut: Integers
    wording: Integers

    def __len__(self) -> int:
        return len(self.run)


@dataclass(frozen=True)
class Counts:
    """Of each act of the scene, by row: in how many runs it was begun, and how often in all."""

    runs: Integers
    times: Integers

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.runs + other.runs, self.times + other.times)


@dataclass(frozen=True)
class Labels:
    """What the codes are called: of endings, and of acts by doer, move and whom it is done to."""

    tables: Tables

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """`KYLO strike HUX`, by row."""
        return tuple(row.label for row in self.tables.labels["act"])

    @cached_property
    def wonders(self) -> tuple[str, ...]:
        """`HUX: KYLO means to strike`, by row."""
        names, ti = self.tables.names, self.tables.packed.ti
        readers = (ti[ti[at.TI_WONDER] + row * at.TI_WONDER_SIZE + at.WONDER_READER] for row in _wonders(self.tables))
        return tuple(f"{names.people[who].id}: {row.label}" for who, row in zip(readers, self.tables.labels["wonder"], strict=True))

    @cached_property
    def lasting(self) -> Flags:
        """Which acts cannot be undone, by row."""
        return numpy.asarray(_of_each_act(self.tables, at.ACT_LASTING) == 1)

    @cached_property
    def authored(self) -> Flags:
        """Which acts are of a move of the scene's own, by row; the others are ways of coping that anybody has."""
        own = {move.id for move in self.tables.scene.all_moves()}
        return numpy.array([self.tables.names.moves[row].id in own for row in _of_each_act(self.tables, at.ACT_MOVE)])

    @cached_property
    def wordings(self) -> Integers:
        """The row of each act's first wording."""
        return _of_each_act(self.tables, at.ACT_WORDINGS)

    @cached_property
    def doer(self) -> Integers:
        """Whose act each is, by row of the scene's people."""
        return _of_each_act(self.tables, at.ACT_OWNER)


def runs_of(batch: Batch) -> Runs:
    """The runs of a batch, in their order."""
    count = len(batch)
    rows = numpy.repeat(numpy.arange(count), numpy.diff(batch.starts))
    cut = cut_off(batch, rows)
    decisive = Labels(batch.tables).lasting[batch.acts[:, at.EVENT_ACT]] & ~cut
    found, first = numpy.unique(rows[decisive], return_index=True)
    events = numpy.flatnonzero(decisive)[first]
    deed = numpy.full(count, NOTHING)
    deed_t, hesitation = numpy.full(count, numpy.nan), numpy.full(count, numpy.nan)
    deed[found] = batch.acts[events, at.EVENT_ACT]
    deed_t[found] = batch.moments[events, at.EVENT_T]
    hesitation[found] = batch.moments[events, at.EVENT_WAITED]
    run = numpy.arange(batch.first, batch.first + count)
    runs = Runs(run, batch.endings, batch.seconds, numpy.diff(batch.starts), deed, deed_t, hesitation, batch.met, knew_of(batch))
    return replace(runs, **{name: getattr(runs, name).astype(kind) for name, kind in NARROW.items()})


def knew_of(batch: Batch) -> Integers:
    """What each run left the people thinking: by the last time something wondered passed even odds or fell back, else by the start."""
    tables = batch.tables
    starts = [tables.packed.tf[tables.packed.ti[at.TF_WONDER] + row * at.TF_WONDER_SIZE + at.WONDER_START] for row in _wonders(tables)]
    knew = numpy.tile(numpy.array([int(start >= EVEN) for start in starts], numpy.int64), (len(batch), 1))
    rows = numpy.repeat(numpy.arange(len(batch)), numpy.diff(batch.befell_starts))
    kind, what = batch.befell[:, at.INCIDENT_KIND], batch.befell[:, at.INCIDENT_WHAT]
    turned, shared = kind == KINDS.index("realises"), kind == KINDS.index("both know")
    knew[rows[turned], what[turned]] = batch.amounts[turned, at.INCIDENT_AMOUNT] >= EVEN  # of several for one cell, the last stays
    both = numpy.zeros_like(knew)
    both[rows[shared], what[shared]] = 1
    knew[(knew == 1) & (both == 1)] = MUTUAL
    return knew


def _wonders(tables: Tables) -> range:
    return range(len(tables.labels["wonder"]))


def beats_of(batch: Batch) -> Beats:
    """The acts of a batch, run after run."""
    acts, moments = batch.acts, batch.moments
    rows = numpy.repeat(numpy.arange(len(batch)), numpy.diff(batch.starts))
    return Beats(
        batch.first + rows,
        acts[:, at.EVENT_ACT],
        numpy.minimum(moments[:, at.EVENT_T], batch.seconds[rows]),
        moments[:, at.EVENT_LANDS],
        moments[:, at.EVENT_WAITED],
        cut_off(batch, rows).astype(numpy.int64),
        acts[:, at.EVENT_WORDING] - Labels(batch.tables).wordings[acts[:, at.EVENT_ACT]],
    )


def counts_of(batch: Batch) -> Counts:
    """How often each act was begun, in runs that meet what must be."""
    rows = numpy.repeat(numpy.arange(len(batch)), numpy.diff(batch.starts))
    counted = batch.met[rows] == 1
    acts, rows = batch.acts[counted, at.EVENT_ACT], rows[counted]
    count = len(batch.tables.labels["act"])
    once = numpy.unique(rows * count + acts) % max(count, 1)
    return Counts(numpy.bincount(once, minlength=count), numpy.bincount(acts, minlength=count))


def cut_off(batch: Batch, rows: Integers) -> Flags:
    """Of each act, was it stopped before it took effect, by another or by the close? `rows` is the run of each."""
    return numpy.asarray((batch.acts[:, at.EVENT_CUT] == 1) | (batch.moments[:, at.EVENT_LANDS] > batch.seconds[rows]))


def joined_runs(parts: Sequence[Runs]) -> Runs:
    """Parts one after the other."""
    return Runs(*_joined(parts, Runs))


def joined_beats(parts: Sequence[Beats]) -> Beats:
    """Parts one after the other."""
    return Beats(*_joined(parts, Beats))


def _joined(parts: Sequence[Any], kind: type) -> list[Any]:
    names = [one.name for one in fields(kind)]
    if len(parts) == 1:
        return [getattr(parts[0], name) for name in names]
    return [numpy.concatenate([getattr(part, name) for part in parts]) if parts else numpy.zeros(0, numpy.int64) for name in names]


def _of_each_act(tables: Tables, column: int) -> Integers:
    """One column of the table of acts."""
    base, count = tables.packed.ti[at.TI_ACT], len(tables.labels["act"])
    return numpy.array([tables.packed.ti[base + row * at.TI_ACT_SIZE + column] for row in range(count)], numpy.int64)
