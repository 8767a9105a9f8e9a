"""Perform a scene once and keep its trace: compiled, where code of just this engine is at hand; else in plain mode. The same to the bit."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple

from falter.kernel.run import SIGNATURE, advance
from falter.numeric.cache import compiled, ready
from falter.numeric.mode import Floats, Ints
from falter.numeric.native import Native
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.blocking import roomier
from falter.tables.rows import floats_of, ints_of
from falter.tables.tables import Tables

GOING_ON = 0
BUFFER_FULL = 2


class Intervention(NamedTuple):
    """One row for the step: `kind` 1 act, 2 drop event, 3 tilt, 4 left cold, 5 quiet, 6 act as soon as it can be, 7 bar, 8 mute, from step
    `step` on or in it, as `kernel.interventions` says; person, and what, an act, event or motive, by row number."""

    step: int
    kind: int
    person: int
    what: int
    amount: float = 0.0


def compiled_advance() -> Native:
    """`kernel.run.advance`, compiled, or found in the cache."""
    return compiled(advance, SIGNATURE)


def ready_advance() -> Callable[..., int]:
    """`kernel.run.advance`: compiled, if that has been done for just this engine before; else as it is. Never compiles."""
    return ready(advance, SIGNATURE) or advance


def steps_of(tables: Tables) -> int:
    """More steps than a performance can take."""
    return int(tables.packed.tf[tables.packed.ti[at.TF_RUN] + at.RUN_LIMIT] / tables.packed.tf[at.K_DT]) + 2


Watch = Callable[[Ints, Floats], None]
"""Is shown the whole state after each step, and may not change it."""


def perform(
    tables: Tables,
    seed: int = 0,
    run: int = 0,
    luck: int = 0,
    interventions: Sequence[Intervention] = (),
    *,
    plain: bool = False,
    watch: Callable[[Tables], Watch] | None = None,
) -> Trace:
    """The performance of run `run` under a seed, with its trace: the same to the last bit as run `run` of a batch.

    `seed` and `run` in [0, 2⁶⁴), `luck` in [0, 2³²). Where there is no room for another act or incident, the room is doubled and it is
    performed anew. `plain` keeps to plain mode, which makes no difference but of time. `watch` makes what is shown the state after each
    step, with the workings that a trace leaves out; where a performance is begun anew, it is made anew.
    """
    go = advance if plain else ready_advance()
    while True:
        trace = _perform(go, tables, seed, run, luck, interventions, watch(tables) if watch else None)
        if trace is not None:
            return trace
        tables = roomier(tables)


def _perform(
    go: Callable[..., int], tables: Tables, seed: int, run: int, luck: int, interventions: Sequence[Intervention], watch: Watch | None
) -> Trace | None:
    packed = tables.packed
    si, sf = ints_of(packed.si.tobytes()), floats_of(packed.sf.tobytes())
    ii, i_f = intervention_rows(interventions)
    ints, floats = array("q"), array("d")
    status = packed.ti[at.SI_RUN] + at.RUN_STATUS
    index = 0
    while si[status] == GOING_ON:
        index = go(packed.ti, packed.tf, packed.tu, si, sf, ii, i_f, seed, run, luck, index, 1)
        ints.frombytes(si[: packed.si_traced].cast("B"))
        floats.frombytes(sf[: packed.sf_traced].cast("B"))
        if watch:
            watch(si, sf)
    if si[status] == BUFFER_FULL:
        return None
    return Trace(
        tables, seed, run, luck, index, ints, floats, array("q", si[packed.si_traced :]), array("d", sf[packed.sf_traced :]), interventions
    )


def intervention_rows(interventions: Sequence[Intervention]) -> tuple[Ints, Floats]:
    """The table the step looks through: a count, then four integers a row; and an amount a row."""
    cells = [len(interventions)]
    for row in interventions:
        cells += (row.step, row.kind, row.person, row.what)
    amounts = array("d", [row.amount for row in interventions] or [0.0])
    return ints_of(array("q", cells).tobytes()), floats_of(amounts.tobytes())
