"""Many performances of one scene, compiled: how each ended, when, and what was done in it.

Knows nothing of what a batch is for: sweeps, tuning and tests all ask it the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy
from numpy.typing import NDArray

from falter.kernel.interventions import TILT
from falter.model.scene import Scene
from falter.performance.event import Event, Incident
from falter.performance.perform import BUFFER_FULL, Intervention, compiled_advance, intervention_rows, perform, steps_of
from falter.performance.trace import CLOSED, UNDECIDED, Trace, event_of, incident_of
from falter.tables import columns as at
from falter.tables.blocking import roomier
from falter.tables.tables import Tables

Integers = NDArray[numpy.int64]
Numbers = NDArray[numpy.float64]

MOST_AT_ONCE: Final = 256
"""Runs a worker performs before it takes the next ones."""
OUTCOMES: Final = 6
"""Columns of a row of outcomes."""
ENDING, STATUS, STEPS, EVENTS, INCIDENTS, MET = range(OUTCOMES)
"""What they hold, a run a row: the ending's row in the scene, why it stopped, how many of each, and 1 where what must be was done."""


@dataclass(frozen=True)
class Batch:
    """Runs `first` to `first + count − 1` of a scene under a seed; arrays have a row a run.

    `acts` and `moments` hold the event rows of all runs one after the other, those of run k from `starts[k]` to
    `starts[k + 1]`; their columns are those of the layout's event section (`EVENT_ACT` … and `EVENT_T` …). `befell` and
    `amounts` hold the incident rows likewise, by `befell_starts`. Empty where `keep` was false.
    """

    tables: Tables
    seed: int
    first: int
    luck: int
    interventions: tuple[Intervention, ...]
    endings: Integers
    """Row of the ending in the scene; `len(scene.endings)` where none held."""
    seconds: Numbers
    """Story time at the close, in s."""
    steps: Integers
    met: Integers
    """1 where all was done that the scene says must be."""
    starts: Integers
    acts: Integers
    moments: Numbers
    befell_starts: Integers
    befell: Integers
    amounts: Numbers
    tilting: Numbers
    """Of each run, of each act, the columns of the layout's tilting section at the end; no rows where no luck was tilted."""

    def __len__(self) -> int:
        return len(self.endings)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the codes of `endings` are called."""
        return names_of(self.tables)

    def ending(self, run: int) -> str:
        """The ending's name; `run` counts from 0 within the batch."""
        return self.names[int(self.endings[run])]

    def shares(self) -> dict[str, float]:
        """The share of runs that came to each ending."""
        counts = numpy.bincount(self.endings, minlength=len(self.names))
        return {name: float(count) / max(1, len(self)) for name, count in zip(self.names, counts, strict=True)}

    def events(self, run: int) -> tuple[Event, ...]:
        """The acts of one run, read out of the arrays when asked for. Raises ValueError where they were not kept."""
        begin, end = int(self.starts[run]), int(self.starts[run + 1])
        if end > len(self.acts):
            raise ValueError("events() needs a batch performed with keep=True")
        ints, floats, seconds = self.acts[begin:end].tolist(), self.moments[begin:end].tolist(), float(self.seconds[run])
        return tuple(event_of(self.tables, ints[row], floats[row], row, seconds) for row in range(end - begin))

    def incidents(self, run: int) -> tuple[Incident, ...]:
        """What befell people in one run, read out of the arrays when asked for. Raises ValueError where it was not kept."""
        begin, end = int(self.befell_starts[run]), int(self.befell_starts[run + 1])
        if end > len(self.befell):
            raise ValueError("incidents() needs a batch performed with keep=True")
        ints, floats = self.befell[begin:end].tolist(), self.amounts[begin:end].tolist()
        return tuple(incident_of(self.tables, ints[row], floats[row], row) for row in range(end - begin))

    def trace(self, run: int) -> Trace:
        """The very same performance anew, with its trace."""
        return perform(self.tables, self.seed, self.first + run, self.luck, self.interventions)


def names_of(tables: Tables) -> tuple[str, ...]:
    """What the codes of endings are called, in the scene's order."""
    return endings_of(tables.scene)


def endings_of(scene: Scene) -> tuple[str, ...]:
    """The endings a scene can have, in its order; last that none of them holds."""
    return (*(ending.name for ending in scene.endings), UNDECIDED) if scene.endings else (CLOSED,)


def perform_batch(
    tables: Tables,
    seed: int,
    first: int,
    count: int,
    luck: int = 0,
    *,
    interventions: Sequence[Intervention] = (),
    keep: bool = True,
    workers: int = 1,
) -> Batch:
    """Runs `first` to `first + count − 1`, compiled; each is the same to the last bit as performed alone, for any number of workers.

    `seed` in [0, 2⁶⁴), `first + count` in [0, 2⁶³), `luck` in [0, 2³²), `workers` at least 1: threads, since compiled code
    holds no lock. `keep` false leaves the events out. Raises ValueError for a number out of its range.
    """
    _must_lie("seed", seed, 0, 2**64 - 1)
    _must_lie("first", first, 0, 2**63 - 1)
    _must_lie("count", count, 0, 2**63 - 1 - first)
    _must_lie("luck", luck, 0, 2**32 - 1)
    _must_lie("workers", workers, 1, 1024)
    if count:
        compiled_advance()
    spans = [(start, min(MOST_AT_ONCE, first + count - start)) for start in range(first, first + count, MOST_AT_ONCE)]

    def chunk(span: tuple[int, int]) -> Chunk:
        return _perform_chunk(tables, seed, *span, luck, interventions, keep)

    if workers == 1:
        chunks = [chunk(span) for span in spans]
    else:
        with ThreadPoolExecutor(workers) as pool:
            chunks = list(pool.map(chunk, spans))
    return _joined(tables, seed, first, luck, tuple(interventions), chunks)


def _must_lie(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise ValueError(f"{name} of perform_batch() must be in [{least}, {most}]; got {value}")


class Start(NamedTuple):
    """The whole state after so many steps, where a performance goes on from."""

    step: int
    ints: bytes
    floats: bytes


@dataclass(frozen=True)
class Chunk:
    """What some runs gave: (ending, status, steps, events, incidents, met) a run, times, and the event and incident rows in use."""

    outcomes: Integers
    times: Numbers
    acts: Integers
    moments: Numbers
    befell: Integers
    amounts: Numbers
    tilting: Numbers

    @property
    def full(self) -> bool:
        """Were there more acts or incidents in any of them than there is room for?"""
        return bool((self.outcomes[:, STATUS] == BUFFER_FULL).any())


def _perform_chunk(
    tables: Tables, seed: int, first: int, count: int, luck: int, interventions: Sequence[Intervention], keep: bool
) -> Chunk:
    """Some runs; where more acts were done than there is room for, the room is doubled and they are performed anew."""
    which = [(first + k, luck) for k in range(count)]
    while True:
        chunk = perform_each(tables, seed, which, interventions, keep)
        if not chunk.full:
            return chunk
        tables = roomier(tables)


def perform_each(
    tables: Tables,
    seed: int,
    which: Sequence[tuple[int, int]],
    interventions: Sequence[Intervention],
    keep: bool,
    start: Start | None = None,
) -> Chunk:
    """Each (run, luck) one after the other, from the beginning or from a state, with the room that there is."""
    packed = tables.packed
    ti, tf, tu, si, sf = (numpy.array(block) for block in packed[:5])
    begun = start.step if start else 0
    start_si = numpy.frombuffer(start.ints, numpy.int64) if start else si.copy()
    start_sf = numpy.frombuffer(start.floats, numpy.float64) if start else sf.copy()
    ints, floats = si.data, sf.data
    sections = (
        (ints, int(ti[at.SI_EVENT]), at.SI_EVENT_SIZE),
        (floats, int(ti[at.SF_EVENT]), at.SF_EVENT_SIZE),
        (ints, int(ti[at.SI_INCIDENT]), at.SI_INCIDENT_SIZE),
        (floats, int(ti[at.SF_INCIDENT]), at.SF_INCIDENT_SIZE),
    )
    parts: tuple[list[bytes], ...] = ([], [], [], [])
    advance, most = compiled_advance().on(ti, tf, tu, si, sf, *intervention_rows(interventions)), steps_of(tables)
    outcomes, times = [], []
    row, clock = si[int(ti[at.SI_RUN]) :][: at.SI_RUN_SIZE], sf[int(ti[at.SF_RUN]) + at.RUN_T :]
    tilts = sf[int(ti[at.SF_TILTING]) :][: int(ti[at.N_TILTING]) * at.SF_TILTING_SIZE]
    tilted = any(row.kind == TILT for row in interventions)
    tilting = numpy.zeros((len(which) if tilted else 0, int(ti[at.N_TILTING]), at.SF_TILTING_SIZE))
    for k, (number, luck) in enumerate(which):
        si[:], sf[:] = start_si, start_sf
        steps = advance(seed, number, luck, begun, most)
        run = row.tolist()
        events, incidents = run[at.RUN_EVENTS], run[at.RUN_INCIDENTS]
        outcomes.append((run[at.RUN_ENDING], run[at.RUN_STATUS], steps, events, incidents, run[at.RUN_MET]))
        times.append(clock.item(0))
        if tilted:
            tilting[k] = tilts.reshape(-1, at.SF_TILTING_SIZE)
        if keep:
            for part, (block, begin, wide), used in zip(parts, sections, (events, events, incidents, incidents), strict=True):
                if used:
                    part.append(block[begin : begin + used * wide].tobytes())
    ended = numpy.array(outcomes, numpy.int64).reshape(-1, OUTCOMES)
    kept = [
        numpy.frombuffer(b"".join(part), block.format).reshape(-1, wide) for part, (block, _, wide) in zip(parts, sections, strict=True)
    ]
    return Chunk(ended, numpy.array(times), kept[0], kept[1], kept[2], kept[3], tilting)


def _joined(tables: Tables, seed: int, first: int, luck: int, interventions: tuple[Intervention, ...], chunks: list[Chunk]) -> Batch:
    outcomes = numpy.concatenate([numpy.zeros((0, OUTCOMES), numpy.int64), *(chunk.outcomes for chunk in chunks)])
    return Batch(
        tables,
        seed,
        first,
        luck,
        interventions,
        endings=outcomes[:, ENDING].copy(),
        seconds=numpy.concatenate([numpy.zeros(0), *(chunk.times for chunk in chunks)]),
        steps=outcomes[:, STEPS].copy(),
        met=outcomes[:, MET].copy(),
        starts=numpy.concatenate([numpy.zeros(1, numpy.int64), numpy.cumsum(outcomes[:, EVENTS])]),
        acts=numpy.concatenate([numpy.zeros((0, at.SI_EVENT_SIZE), numpy.int64), *(chunk.acts for chunk in chunks)]),
        moments=numpy.concatenate([numpy.zeros((0, at.SF_EVENT_SIZE)), *(chunk.moments for chunk in chunks)]),
        befell_starts=numpy.concatenate([numpy.zeros(1, numpy.int64), numpy.cumsum(outcomes[:, INCIDENTS])]),
        befell=numpy.concatenate([numpy.zeros((0, at.SI_INCIDENT_SIZE), numpy.int64), *(chunk.befell for chunk in chunks)]),
        amounts=numpy.concatenate([numpy.zeros((0, at.SF_INCIDENT_SIZE)), *(chunk.amounts for chunk in chunks)]),
        tilting=numpy.concatenate([numpy.zeros((0, len(tables.labels["act"]), at.SF_TILTING_SIZE)), *(chunk.tilting for chunk in chunks)]),
    )
