"""Points drawn over the ranges of what is varied, and a scene performed at each a few times: what effects are estimated from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy

from falter.diagnostics.source import Places
from falter.diagnostics.unfit import UnfitError
from falter.explore.extras import needed
from falter.explore.pooled import in_order
from falter.explore.records import Flags, Numbers
from falter.explore.tasks import Told
from falter.explore.varying import Varied, VaryError
from falter.model.scene import Scene
from falter.performance.batch import perform_batch
from falter.performance.perform import compiled_advance
from falter.tables.patching import tables_at
from falter.tables.tables import Tables

RUNS: Final = 16
"""Performances at a point. For as many in all, indices were least uncertain with 8 to 16 (decisions/drivers.md)."""
BLOCKS: Final = 256
"""Blocks where nothing is said."""
LEAST: Final = 64
"""Blocks under which the intervals hold less often than they say."""


class Range(NamedTuple):
    """A quantity, and the range it is drawn from evenly."""

    name: str
    low: float
    high: float


@dataclass(frozen=True)
class Design:
    """Blocks of points: A, then A with one quantity at a time from B, then B. Blocks × points × quantities, each in its range."""

    ranges: tuple[Range, ...]
    points: Numbers

    @property
    def bases(self) -> Numbers:
        """Each block's A and B, as parts of the ranges, in [0, 1]."""
        low, high = numpy.array([[one.low, one.high] for one in self.ranges]).T
        return numpy.asarray((self.points[:, [0, -1]] - low) / (high - low))


class Stopped(KeyboardInterrupt):
    """Somebody has had enough; `came` is what whole blocks there are by then."""

    def __init__(self, came: Flags) -> None:
        super().__init__()
        self.came = came


def ranges_of(varieds: Sequence[Varied]) -> tuple[Range, ...]:
    """From the least to the greatest of the values asked for. Raises VaryError where there is one only."""
    for one in varieds:
        if len(set(one.values)) < 2:
            raise VaryError(f"needs a range to draw from; got `{one.name}={one.values[0]:g}`", f"write it as in `{one.name}=0..1`")
    return tuple(Range(one.name, min(one.values), max(one.values)) for one in varieds)


def blocks_for(runs: int, quantities: int) -> int:
    """As many blocks as so many performances are enough for: a power of two, which is what Sobol's sequence spreads most evenly.

    Raises UnfitError where they are not enough for `LEAST`.

    >>> blocks_for(20_480, 3)
    256
    """
    fitting = runs // (RUNS * (quantities + 2))
    if fitting < LEAST:
        what = "one quantity" if quantities == 1 else f"{quantities} quantities"
        raise UnfitError(
            f"must be {LEAST * RUNS * (quantities + 2)} or more to vary {what}; got {runs}", "ask for so many, or leave it out", "runs"
        )
    return 1 << (fitting.bit_length() - 1)


def design_of(ranges: Sequence[Range], blocks: int, seed: int) -> Design:
    """Blocks by Sobol's scrambled sequence, as SALib draws them. Raises MissingExtraError."""
    sampling = needed("SALib.sample.sobol", "drivers over what is varied")
    problem = {"num_vars": len(ranges), "names": [one.name for one in ranges], "bounds": [[one.low, one.high] for one in ranges]}
    rows = sampling.sample(problem, blocks, calc_second_order=False, seed=numpy.random.default_rng(seed))
    return Design(tuple(ranges), rows.reshape(blocks, len(ranges) + 2, len(ranges)))


def perform_design(scene: Scene, places: Places, design: Design, ending: int, seed: int, jobs: int, told: Told) -> Flags:
    """Whether the ending with this code came, by block, point and performance; of a scene that says what must be, and all that was done.

    Block j takes runs 2jn to 2jn + n − 1 at all its points but the last, and the n after them there. Interrupted, it raises Stopped.
    """
    compiled_advance()
    blocks, width, quantities = design.points.shape
    tables = tables_at(scene, places, [one.name for one in design.ranges], design.points.reshape(-1, quantities))
    came = numpy.zeros((blocks * width, RUNS), bool)

    def perform(each: tuple[int, Tables]) -> Flags:
        block, point = divmod(each[0], width)
        batch = perform_batch(each[1], seed, (2 * block + (point == width - 1)) * RUNS, RUNS, keep=False)
        told(RUNS)
        return numpy.asarray((batch.endings == ending) & (batch.met == 1))

    done = 0
    try:
        for found in in_order(perform, enumerate(tables), jobs):
            came[done] = found
            done += 1
    except KeyboardInterrupt:
        raise Stopped(came.reshape(blocks, width, RUNS)[: done // width]) from None
    return came.reshape(blocks, width, RUNS)
