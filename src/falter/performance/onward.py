"""Performances that go on from one state of a performance, each with other luck: what might have come of it from there.

To the last bit what a session forked at that step does. Knows nothing of what is asked of it: turning points are one use.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy

from falter.performance.batch import ENDING, MET, OUTCOMES, STEPS, Chunk, Integers, Numbers, Start, perform_each
from falter.performance.perform import BUFFER_FULL, GOING_ON, Intervention, compiled_advance, intervention_rows
from falter.tables import columns as at
from falter.tables.blocking import roomier
from falter.tables.rows import floats_of, ints_of
from falter.tables.tables import Tables

AT_ONCE: Final = 64
"""Continuations a worker performs before it takes the next ones."""
Told = Callable[[int], None]
"""Is told how many more have been performed."""


@dataclass(frozen=True)
class Standing:
    """How a performance stood after so many steps: all that it takes to go on from there."""

    tables: Tables
    seed: int
    run: int
    luck: int
    """That it came so far with, in [0, 2³²)."""
    interventions: tuple[Intervention, ...]
    start: Start

    @property
    def t(self) -> float:
        """Story time, in s."""
        return self.start.step * self.tables.packed.tf[at.K_DT]

    @property
    def closed(self) -> bool:
        """Is it over?"""
        status = self.tables.packed.ti[at.SI_RUN] + at.RUN_STATUS
        return bool(ints_of(self.start.ints)[status] != GOING_ON)

    def roomier(self) -> Standing:
        """The same with room for twice as many acts and incidents."""
        tables = roomier(self.tables)
        return standings(tables, self.seed, self.run, [self.start.step], self.luck, self.interventions)[0]


@dataclass(frozen=True)
class Onward:
    """What came of a standing; arrays have a row for each luck. A performance that was over already stays as it was."""

    standing: Standing
    lucks: tuple[int, ...]
    endings: Integers
    """Row of the ending in the scene; `len(scene.endings)` where none held."""
    seconds: Numbers
    """Story time at the close, in s, from the start of the performance."""
    steps: Integers
    met: Integers
    """1 where all was done that the scene says must be."""


def standings(
    tables: Tables, seed: int, run: int, steps: Sequence[int], luck: int = 0, interventions: Sequence[Intervention] = ()
) -> tuple[Standing, ...]:
    """How run `run` of a seed stood after each of so many steps, or when it closed, if that was before. One performance, compiled."""
    while True:
        found = _stood(tables, seed, run, sorted(set(steps)), luck, tuple(interventions))
        if found is not None:
            return tuple(found[step] for step in steps)
        tables = roomier(tables)


def _stood(
    tables: Tables, seed: int, run: int, steps: Sequence[int], luck: int, interventions: tuple[Intervention, ...]
) -> dict[int, Standing] | None:
    """By the steps asked for; None where there is too little room."""
    packed, advance = tables.packed, compiled_advance()
    si, sf = ints_of(packed.si.tobytes()), floats_of(packed.sf.tobytes())
    ii, i_f = intervention_rows(interventions)
    index, found = 0, {}
    for step in steps:
        index = advance(packed.ti, packed.tf, packed.tu, si, sf, ii, i_f, seed, run, luck, index, step - index) if step > index else index
        if si[packed.ti[at.SI_RUN] + at.RUN_STATUS] == BUFFER_FULL:
            return None
        found[step] = Standing(tables, seed, run, luck, interventions, Start(index, si.tobytes(), sf.tobytes()))
    return found


def perform_onward(ahead: Sequence[tuple[Standing, Sequence[int]]], *, workers: int = 1, told: Told = lambda _count: None) -> list[Onward]:
    """Each standing gone on from with each of its lucks, in [0, 2³²), compiled; the same for any number of workers.

    (Seed, run, luck, step, other luck) say all: the draws from that step on are those of the other luck.
    """
    compiled_advance()
    parts = [(one, tuple(lucks[k : k + AT_ONCE])) for one, lucks in ahead for k in range(0, len(lucks), AT_ONCE)]

    def part(each: tuple[Standing, tuple[int, ...]]) -> Chunk:
        made = _perform_part(*each)
        told(len(each[1]))
        return made

    if workers == 1:
        done = iter([part(each) for each in parts])
    else:
        with ThreadPoolExecutor(workers) as pool:
            begun = [pool.submit(part, each) for each in parts]
            try:
                done = iter([one.result() for one in begun])
            finally:
                for one in begun:
                    one.cancel()
    return [_onward(one, tuple(lucks), [next(done) for _ in range(0, len(lucks), AT_ONCE)]) for one, lucks in ahead]


def _perform_part(standing: Standing, lucks: tuple[int, ...]) -> Chunk:
    """Some lucks; where more acts were done than there is room for, the room is doubled and they are performed anew."""
    while True:
        which = [(standing.run, luck) for luck in lucks]
        chunk = perform_each(standing.tables, standing.seed, which, standing.interventions, False, standing.start)
        if not chunk.full:
            return chunk
        standing = standing.roomier()


def _onward(standing: Standing, lucks: tuple[int, ...], chunks: list[Chunk]) -> Onward:
    outcomes = numpy.concatenate([numpy.zeros((0, OUTCOMES), numpy.int64), *(chunk.outcomes for chunk in chunks)])
    times = numpy.concatenate([numpy.zeros(0), *(chunk.times for chunk in chunks)])
    return Onward(standing, lucks, outcomes[:, ENDING].copy(), times, outcomes[:, STEPS].copy(), outcomes[:, MET].copy())
