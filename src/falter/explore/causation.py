"""Was it necessary, was it sufficient: the two probabilities of causation of an act for an ending (Pearl 2009, ch. 9), by intervention.

What would have been is not estimated here from what goes together: it is performed, run by run, with the same luck. Of a run in which the
act was done, the other world is the same up to the moment it was begun, where it is shut instead; of one in which it was not, the world in
which it is done as soon as it can be. Where the act was done, the world with it is the run itself, and likewise without: so over all runs
the world with it is put together of two, the act at its own time and the act at its earliest, and no one intervention brings it about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy

from falter.explore.decisive import Firsts, code_of
from falter.explore.ensemble import Ensemble
from falter.explore.intervals import Share, wilson
from falter.explore.pooled import in_order
from falter.explore.records import NOTHING, Flags, Integers
from falter.explore.tasks import Told
from falter.kernel.interventions import ACT_WHEN, BAR
from falter.performance.batch import ENDING, EVENTS, MET, perform_each
from falter.performance.perform import Intervention, compiled_advance
from falter.tables import columns as at
from falter.tables.act_names import row_called
from falter.tables.blocking import roomier
from falter.tables.tables import Tables

AT_ONCE: Final = 32
"""Runs a worker performs before it takes the next ones."""
EDGE: Final = 1e-6
"""Part of a step by which a time may have been rounded."""


class Worlds(NamedTuple):
    """Of each run that counts: was the act done, did it end so, would it in the world that differs in this act, and could it be done?"""

    done: Flags
    ended: Flags
    otherwise: Flags
    possible: Flags
    met: Flags
    """Is that world what must be? If not, it has come to no ending."""


@dataclass(frozen=True)
class Causation:
    """What an act had to do with an ending, over many performances. Runs in which it could never be done count in `necessary` alone."""

    scene: str
    """Its title."""
    act: str
    ending: str
    seed: int
    worlds: Worlds
    level: float

    @property
    def runs(self) -> int:
        """Performances that count."""
        return len(self.worlds.done)

    @property
    def impossible(self) -> int:
        """Runs in which it was not done, and could not be at any time."""
        return int((~self.worlds.possible).sum())

    @property
    def unmet(self) -> int:
        """Runs whose other world is not what must be."""
        return int((~self.worlds.met).sum())

    @property
    def necessary(self) -> Share:
        """Of the runs in which it was done and that ended so, the share that would not have, had it been shut when it was begun."""
        return self._share(self.worlds.done & self.worlds.ended, ~self.worlds.otherwise)

    @property
    def sufficient(self) -> Share:
        """Of the runs in which it was not done, that did not end so, the share that would have, had it been done as soon as it could."""
        return self._share(~self.worlds.done & ~self.worlds.ended & self.worlds.possible, self.worlds.otherwise)

    @property
    def both(self) -> Share:
        """The share of all runs that end so with it, and do not without it."""
        return self._share(self.worlds.possible, self._with_it & ~self._without_it)

    @property
    def against(self) -> Share:
        """The share of all runs that end so without it, and do not with it."""
        return self._share(self.worlds.possible, self._without_it & ~self._with_it)

    @property
    def _with_it(self) -> Flags:
        """Of each run in which it could be done, whether it ends so where it is."""
        return numpy.where(self.worlds.done, self.worlds.ended, self.worlds.otherwise)

    @property
    def _without_it(self) -> Flags:
        """Of each run, whether it ends so where it is not."""
        return numpy.where(self.worlds.done, self.worlds.otherwise, self.worlds.ended)

    def _share(self, among: Flags, those: Flags) -> Share:
        return wilson(int((among & those).sum()), int(among.sum()), self.level)

    def told(self) -> str:
        """Both probabilities with their intervals, and of how many runs they are; for a terminal."""
        from falter.explore.causation_told import told

        return told(self)

    def record(self) -> dict[str, Any]:
        """As plain values."""
        from falter.explore.causation_told import record

        return record(self)

    def __repr__(self) -> str:
        return (
            f"<Causation of {self.ending!r} by {self.act!r}: necessary {self.necessary.share:.2f}, sufficient {self.sufficient.share:.2f}>"
        )

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.told())}</pre>"


def causation(ensemble: Ensemble, act: str, ending: str, jobs: int = 1, told: Told = lambda _count: None) -> Causation:
    """Whether an act was necessary for an ending, and whether it was sufficient: every run that counts is performed once more.

    Raises NoSuchActError, and ValueError for an ending that is none of the scene's and where the beats went to a file.
    """
    row, code = row_called(ensemble.labels.acts, act), code_of(ensemble, ending)
    if ensemble.acted is None:
        raise ValueError("causation() needs an exploration without a file to write to: the beats went there")
    compiled_advance()
    begun = Firsts(ensemble.acted, ensemble.runs.run, len(ensemble.labels.acts)).of(row)[ensemble.counted]
    numbers, ended = ensemble.runs.run[ensemble.counted], ensemble.came_to[ensemble.counted] == code
    done, dt = numpy.isfinite(begun), float(ensemble.tables.packed.tf[at.K_DT])
    steps = numpy.where(done, numpy.floor(numpy.where(done, begun, 0.0) / dt + EDGE), 0).astype(numpy.int64)

    def again(part: Part) -> tuple[Integers, Flags]:
        found = _otherwise(ensemble.tables, ensemble.seed, part, row)
        told(len(part.runs))
        return found

    came, possible = numpy.full(len(numbers), NOTHING), numpy.ones(len(numbers), bool)
    parts = list(_parts(ensemble.tables, row, numbers, done, steps))
    for part, (endings, was_done) in zip(parts, in_order(again, parts, jobs), strict=True):
        came[part.places] = endings
        possible[part.places] = part.barred | was_done
    worlds = Worlds(done, ended, (came == code) & possible, possible, (came != NOTHING) | ~possible)
    return Causation(ensemble.tables.scene.title, ensemble.labels.acts[row], ending, ensemble.seed, worlds, ensemble.level)


class Part(NamedTuple):
    """Runs that are performed again with the same done to them."""

    places: Sequence[int]
    runs: Sequence[int]
    barred: bool
    intervention: Intervention


def _parts(tables: Tables, row: int, numbers: Integers, done: Flags, steps: Integers) -> Iterator[Part]:
    """Each run with the act by itself, shut when it was begun there; those without it together, where it is done as soon as it can be."""
    doer = int(tables.packed.ti[tables.packed.ti[at.TI_ACT] + row * at.TI_ACT_SIZE + at.ACT_OWNER])
    for place in numpy.flatnonzero(done).tolist():
        yield Part([place], [int(numbers[place])], True, Intervention(int(steps[place]), BAR, doer, row))
    without = numpy.flatnonzero(~done).tolist()
    for first in range(0, len(without), AT_ONCE):
        places = without[first : first + AT_ONCE]
        yield Part(places, [int(numbers[place]) for place in places], False, Intervention(0, ACT_WHEN, doer, row))


def _otherwise(tables: Tables, seed: int, part: Part, row: int) -> tuple[Integers, Flags]:
    """The same; of one that came just as a step ended, which has it in hand when it is shut in the next, shut in that step."""
    came, was_done = _performed(tables, seed, part, row)
    if not part.barred or not was_done.any():
        return came, was_done
    shut = part.intervention
    return _performed(tables, seed, part._replace(intervention=shut._replace(step=shut.step - 1)), row)


def _performed(tables: Tables, seed: int, part: Part, row: int) -> tuple[Integers, Flags]:
    """What each came to, `NOTHING` where that is not what must be; and whether the act was done in it."""
    while True:
        chunk = perform_each(tables, seed, [(run, 0) for run in part.runs], [part.intervention], True)
        if not chunk.full:
            break
        tables = roomier(tables)
    ends = numpy.cumsum(chunk.outcomes[:, EVENTS])
    acts = numpy.split(chunk.acts[:, at.EVENT_ACT], ends[:-1])
    came = numpy.where(chunk.outcomes[:, MET] == 1, chunk.outcomes[:, ENDING], NOTHING)
    return came, numpy.array([bool((each == row).any()) for each in acts])
