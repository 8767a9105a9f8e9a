"""The stretches of a performance in which nobody did anything that could be seen or heard, and what ended each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from falter.explain.acts.causes import Cause
from falter.performance.trace import Trace

LEAST: Final = 3.0
"""s: less than this is a pause, as there is between any two acts."""
ROUNDED: Final = 0.05
"""s: by as much a time that is told may be off."""
BREAKING: Final = frozenset(("happens", "arrives", "later"))
"""Kinds of incident that end a lull, beside acts."""


@dataclass(frozen=True)
class Lull:
    """A stretch in which nothing was done, from the end of what was done before; times in s."""

    begun: float
    ended: float
    by: Cause | None
    """What ended it; None for the close."""

    @property
    def seconds(self) -> float:
        """How long it lasted."""
        return self.ended - self.begun


def lulls(trace: Trace, least: float = LEAST) -> tuple[Lull, ...]:
    """Every lull of a performance of at least so many s, in order of time. What is done inwardly breaks none."""
    found, over = [], 0.0
    for begun, ended, cause in sorted(_breaks(trace), key=lambda one: one[0]):
        if begun - over >= least:
            found.append(Lull(over, begun, cause))
        over = max(over, ended)
    if trace.seconds - over >= least:
        found.append(Lull(over, trace.seconds, None))
    return tuple(found)


def between(trace: Trace, begun: float, ended: float) -> list[Cause]:
    """What was begun after one time and before another, or was still being done then, in order."""
    breaks = sorted(_breaks(trace), key=lambda one: one[0])
    return [cause for t, over, cause in breaks if t < ended and (t > begun or over > begun + ROUNDED)]


def _breaks(trace: Trace) -> Iterator[tuple[float, float, Cause]]:
    """What can be seen or heard: when it begins, when it is over."""
    yield from ((event.t, event.ends, ("act", event.index)) for event in trace.events if not event.inner)
    yield from ((one.t, one.t, ("incident", one.index)) for one in trace.incidents if one.kind in BREAKING)
