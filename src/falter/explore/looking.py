"""A sample of performances looked into while they go on: what was ever open, what stood in the way, what came of itself, what was said.

The very same performances as those of an ensemble: between two refreshes the compiled look counts, and the state is left as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import numpy

from falter.diagnostics.source import Path
from falter.explore.expecting import move_paths
from falter.explore.lines import at_path
from falter.explore.records import Integers
from falter.explore.tasks import Told
from falter.kernel import barriers
from falter.numeric.cache import compiled
from falter.numeric.mode import Floats, Ints
from falter.numeric.native import passed
from falter.performance.perform import BUFFER_FULL, Intervention, compiled_advance, intervention_rows
from falter.performance.trace import KINDS
from falter.tables import columns as at
from falter.tables.compile import compile_scene
from falter.tables.tables import Tables

NEVER_OPENED = -1.0
"""Stands for the time since which an act is open, where it never was."""


@dataclass(frozen=True)
class MoveLines:
    """The lines of a scene's own moves and wordings, by their paths, and which of them each act and each row of wording is of."""

    moves: tuple[Path, ...]
    wordings: tuple[Path, ...]
    of_act: Integers
    """−1 for what is no move of the scene's own."""
    of_wording: Integers

    @staticmethod
    def of(tables: Tables) -> MoveLines:
        """Those of a scene."""
        moves = {path: k for k, path in enumerate(move_paths(tables.scene))}
        spoken = [(*path, "wordings", k) for path in moves for k in range(len(at_path(tables.scene, path).wordings))]
        wordings = {path: k for k, path in enumerate(spoken)}
        of_act = numpy.array([moves.get(row.path, -1) for row in tables.labels.get("act", ())], numpy.int64)
        of_wording = numpy.array([wordings.get(row.path, -1) for row in tables.labels.get("wording", ())], numpy.int64)
        return MoveLines(tuple(moves), tuple(wordings), of_act, of_wording)


@dataclass
class Looked:
    """What the looks at some runs found; arrays have a row an act, a wording, an atom or a line of words."""

    runs: int
    acts: Integers
    """Looks, by the columns of `kernel.barriers`."""
    wordings: Integers
    atoms: Integers
    lines: Integers
    ever_open: Integers
    """Runs in which each move, as `MoveLines` has them, was open to somebody at some time."""
    ever_next: Integers
    """Runs in which each wording was done, or was at some look the one its act would be done in; likewise."""
    ever_held: Integers
    """Runs in which the condition of each line of words held at some look."""
    befell: Counter[tuple[str, int]] = field(default_factory=Counter)
    """Runs in which each kind of incident befell somebody, by kind and row of what it is about; of arrivals, of who it is."""
    done: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    """How often each act took effect, by act, wording, and how often that wording was used before."""

    def __add__(self, other: Looked) -> Looked:
        arrays = {name: getattr(self, name) + getattr(other, name) for name in ARRAYS}
        return Looked(runs=self.runs + other.runs, befell=self.befell + other.befell, done=self.done + other.done, **arrays)


ARRAYS = ("acts", "wordings", "atoms", "lines", "ever_open", "ever_next", "ever_held")


def looked_into(
    tables: Tables, seed: int, runs: Sequence[int], jobs: int, told: Told, luck: int = 0, interventions: Sequence[Intervention] = ()
) -> Looked:
    """These runs of a scene under a seed, looked into; the same for any number of `jobs`."""
    advance, note = compiled_advance(), compiled(barriers.note_barriers, barriers.SIGNATURE)
    lines = MoveLines.of(tables)

    def one(run: int) -> Looked:
        found, wider = None, tables
        while found is None:
            found = _look_into(advance, note, wider, lines, (seed, run, luck), interventions)
            wider = compile_scene(tables.scene, tables.places, 2 * wider.capacity) if found is None else wider
        told(1)
        return found

    with ThreadPoolExecutor(jobs) as pool:
        return sum(pool.map(one, runs), _nothing(tables, lines))


def looked_at(tables: Tables, si: Ints, sf: Floats) -> Looked:
    """One look at one state of a run."""
    block, packed = counters(tables), tables.packed
    barriers.note_barriers(packed.ti, packed.tf, si, sf, block.data)
    lines = MoveLines.of(tables)
    return _found(tables, lines, block, numpy.array(si), numpy.array(sf), numpy.zeros(len(lines.of_act), bool))


def _nothing(tables: Tables, lines: MoveLines) -> Looked:
    """What no look finds."""
    empty = numpy.array(tables.packed.si)
    empty[int(tables.packed.ti[at.SI_RUN]) + at.RUN_EVENTS] = 0
    never = numpy.zeros(len(lines.of_act), bool)
    found = _found(tables, lines, counters(tables), empty, numpy.array(tables.packed.sf), never)
    return replace(found, runs=0)


def counters(tables: Tables) -> Integers:
    """The block that a look counts in, its head and its lines filled."""
    labels = tables.labels
    sizes = [len(labels.get(name, ())) for name in ("act", "wording", "atom")]
    wide = (barriers.ACT_COUNTERS, barriers.WORDING_COUNTERS, barriers.ATOM_COUNTERS)
    starts = [barriers.HEAD]
    for size, columns in zip(sizes, wide, strict=True):
        starts.append(starts[-1] + size * columns)
    lines = list(tables.narrated.items())
    block = numpy.zeros(starts[-1] + len(lines) * barriers.LINE_COUNTERS, numpy.int64)
    block[: barriers.HEAD] = [*starts, len(lines)]
    for row, ((person, _), (first, end)) in enumerate(lines):
        cell = starts[-1] + row * barriers.LINE_COUNTERS
        block[cell : cell + 3] = first, end, tables.names.person.get(person, -1)
    return block


def _look_into(
    advance: Any, note: Any, tables: Tables, lines: MoveLines, chance: tuple[int, int, int], interventions: Sequence[Intervention]
) -> Looked | None:
    """One run; None where there was no room for all that was done in it."""
    packed = tables.packed
    ti, tf, tu, si, sf = (numpy.array(block) for block in packed[:5])
    since = sf[int(ti[at.SF_ACT]) + at.ACT_SINCE :: at.SF_ACT_SIZE][: len(tables.labels["act"])]
    since[:] = NEVER_OPENED  # read of open acts alone, and set when they open
    block, cells = counters(tables), int(ti[at.SI_RUN])
    every = int(ti[int(ti[at.TI_RUN]) + at.RUN_EVERY])
    looking = _prepared(note, ti, tf, si, sf, block)
    index, rows = 0, intervention_rows(interventions)
    while si[cells + at.RUN_STATUS] == 0:
        index = advance(ti, tf, tu, si, sf, *rows, *chance, index, every)
        looking()
    return None if si[cells + at.RUN_STATUS] == BUFFER_FULL else _found(tables, lines, block, si, sf, since >= 0.0)


def _prepared(note: Any, *blocks: Any) -> Callable[[], None]:
    """The compiled look at these blocks, which stay where they are."""
    parts = [part for block, kind in zip(blocks, note.kinds, strict=True) for part in passed(block, kind)]
    return lambda: note.call(*parts)


def _found(tables: Tables, of: MoveLines, block: Integers, si: Integers, sf: Any, opened: Any) -> Looked:
    starts = [*block[:4].tolist(), len(block)]
    wide = (barriers.ACT_COUNTERS, barriers.WORDING_COUNTERS, barriers.ATOM_COUNTERS, barriers.LINE_COUNTERS)
    acts, wordings, atoms, lines = (block[a:b].reshape(-1, size) for (a, b), size in zip(pairwise(starts), wide, strict=True))
    ever_open = _by_line(of.of_act, opened, len(of.moves))
    begun = numpy.isin(numpy.arange(len(wordings)), _begun(tables, si)[:, at.EVENT_WORDING])
    ever_next = _by_line(of.of_wording, (wordings[:, barriers.WORDING_NEXT] > 0) | begun, len(of.wordings))
    ever_held = (lines[:, barriers.LINE_HELD] > 0).astype(numpy.int64)
    return Looked(1, acts, wordings, atoms, lines, ever_open, ever_next, ever_held, _befell(tables, si), _done(tables, si, sf))


def _by_line(of: Integers, flags: Any, count: int) -> Integers:
    """1 for each line that any row of is flagged."""
    found = numpy.zeros(count, numpy.int64)
    found[of[flags & (of >= 0)]] = 1
    return found


def _rows(tables: Tables, block: Any, start: int, wide: int, used: int) -> Any:
    first = int(tables.packed.ti[start])
    return block[first : first + used * wide].reshape(-1, wide)


def _befell(tables: Tables, si: Integers) -> Counter[tuple[str, int]]:
    used = int(si[int(tables.packed.ti[at.SI_RUN]) + at.RUN_INCIDENTS])
    rows = _rows(tables, si, at.SI_INCIDENT, at.SI_INCIDENT_SIZE, used)
    kinds = ((KINDS[row[at.INCIDENT_KIND]], row) for row in rows)
    return Counter({(kind, int(row[at.INCIDENT_WHO if kind == "arrives" else at.INCIDENT_WHAT])) for kind, row in kinds})


def _begun(tables: Tables, si: Integers) -> Integers:
    """The rows of all acts that were begun."""
    found: Integers = _rows(tables, si, at.SI_EVENT, at.SI_EVENT_SIZE, int(si[int(tables.packed.ti[at.SI_RUN]) + at.RUN_EVENTS]))
    return found


def _done(tables: Tables, si: Integers, sf: Any) -> Counter[tuple[int, int, int]]:
    ints, close = _begun(tables, si), sf[int(tables.packed.ti[at.SF_RUN]) + at.RUN_T]
    lands = _rows(tables, sf, at.SF_EVENT, at.SF_EVENT_SIZE, len(ints))[:, at.EVENT_LANDS]
    done = ints[(ints[:, at.EVENT_CUT] == 0) & (lands <= close)]
    return Counter(map(tuple, done[:, [at.EVENT_ACT, at.EVENT_WORDING, at.EVENT_USE]].tolist()))
