"""Who wrote a number of the state: steps done over again in plain mode, each write to some cells caught with the calls it was made from.

The engine says itself, in this way, what moved a feeling or a belief, by how much, and on what occasion: no equation stands here, and
a step done over again leaves the state that the performance has. Knows the kernel's functions by name and nothing of people.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection
from types import FrameType
from typing import Any, Final, NamedTuple

from falter.explain.again import NotTheSameError
from falter.kernel.run import advance
from falter.numeric.mode import Floats, Ints
from falter.performance.perform import intervention_rows, ready_advance
from falter.performance.trace import Trace
from falter.tables.rows import floats_of, ints_of

OUTERMOST: Final = "step"
PLAIN: Final = (int, float, bool)

Calls = dict[str, dict[str, Any]]
"""The functions that a write was made from, innermost first, as `appraise.judge`, each with its plain arguments and values."""


class Write(NamedTuple):
    """One write to a cell of the state's floats."""

    cell: int
    before: float
    after: float
    calls: Calls

    @property
    def by(self) -> str:
        """The function that wrote, as `appraise.add_feeling`."""
        return next(iter(self.calls))


class Caught(array):  # type: ignore[type-arg]  # 3.11 has no array[float] to stand for it
    """The state's floats; writes to some cells are noted."""

    cells: Collection[int] = ()
    writes: list[Write]

    def __setitem__(self, cell: Any, value: Any) -> None:
        if cell in self.cells:
            self.writes.append(Write(cell, self[cell], value, calls_of(sys._getframe(1))))
        super().__setitem__(cell, value)


def calls_of(frame: FrameType | None) -> Calls:
    """The calls around a frame, out to the step."""
    found: Calls = {}
    while frame is not None and frame.f_code.co_name != OUTERMOST:
        module = frame.f_globals["__name__"].rpartition(".")[2]
        values = {name: value for name, value in frame.f_locals.items() if isinstance(value, PLAIN)}
        found.setdefault(f"{module}.{frame.f_code.co_name}", values)
        frame = frame.f_back
    return found


class DoneOver(NamedTuple):
    """A step done over again: the state it leaves, and the writes that were asked for, in the order made."""

    ints: array[int]
    floats: array[float]
    writes: list[Write]


def done_over(trace: Trace, si: Ints, sf: Floats, index: int, cells: Collection[int]) -> DoneOver:
    """The `index`-th step of a performance done over again from the state before it, with the writes to these cells noted."""
    ints, floats = array("q"), Caught("d")
    ints.frombytes(si.tobytes())
    floats.frombytes(sf.tobytes())
    floats.cells, floats.writes = cells, []
    packed, (ii, i_f) = trace.tables.packed, intervention_rows(trace.interventions)
    state: Any = floats
    advance(packed.ti, packed.tf, packed.tu, memoryview(ints), state, ii, i_f, trace.seed, trace.run, trace.luck, index, 1)
    return DoneOver(ints, floats, floats.writes)


def written(trace: Trace, cells: Collection[int], steps: Collection[int]) -> dict[int, list[Write]]:
    """The writes to some cells in some steps of a performance, by step, in the order made. Performs it again, up to the last.

    Raises NotTheSameError where that is not the performance.
    """
    go, packed, (ii, i_f) = ready_advance(), trace.tables.packed, intervention_rows(trace.interventions)
    si, sf = ints_of(packed.si.tobytes()), floats_of(packed.sf.tobytes())
    index, found, wanted = 0, {}, frozenset(cells)
    for step in sorted(steps):
        index = go(packed.ti, packed.tf, packed.tu, si, sf, ii, i_f, trace.seed, trace.run, trace.luck, index, step - index)
        done = done_over(trace, si, sf, step, wanted)
        if done.floats[: packed.sf_traced].tobytes() != trace.sf(step).tobytes():
            raise NotTheSameError(trace)
        found[step] = done.writes
    return found
