"""A performance performed again and watched: what a trace leaves out is seen that way."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any, Final

from falter.diagnostics.fault import Faults
from falter.diagnostics.page import page
from falter.diagnostics.render import render
from falter.diagnostics.source import Source
from falter.performance.perform import Watch, perform
from falter.performance.trace import Trace
from falter.tables.tables import Tables
from falter.version import __version__

AT_ONCE: Final = 1 << 18
"""Cells that are compared at once."""


class NotTheSameError(ValueError):
    """A kept performance does not come out again: nothing can be said of how it came about. `faults` say so, `fix` what to do."""

    def __init__(self, trace: Trace) -> None:
        self.faults = Faults(Source("the performance", ""))
        self.faults.add("FAL5014", None, title=trace.scene.title, seed=trace.seed, version=__version__)
        self.fix = page("FAL5014").fix
        super().__init__(render(self.faults).rstrip("\n"))


def watched_again(trace: Trace, watch: Callable[[Tables], Watch]) -> None:
    """Perform it again, and show `watch` every state. Raises NotTheSameError where it does not come out the same to the last bit."""
    again = perform(trace.tables, trace.seed, trace.run, trace.luck, trace.interventions, watch=watch)
    if not (_alike(again.ints, trace.ints) and _alike(again.floats, trace.floats)):
        raise NotTheSameError(trace)


def _alike(one: array[Any], other: array[Any]) -> bool:
    """Are they the same to the last bit? A part at a time, as bytes: cell by cell takes longer than to perform it."""
    parts = range(0, len(one), AT_ONCE)
    first, second = memoryview(one), memoryview(other)
    return len(one) == len(other) and all(first[k : k + AT_ONCE].tobytes() == second[k : k + AT_ONCE].tobytes() for k in parts)
