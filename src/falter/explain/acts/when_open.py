"""When an act was open in a performance, and what was open at one moment of it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from typing import NamedTuple

from falter.explore.looking import MoveLines
from falter.performance.trace import Trace
from falter.tables import columns as at


class Span(NamedTuple):
    """From when until when, in s."""

    begin: float
    end: float


def open_at(trace: Trace, act: int, step: int) -> bool:
    """Was the act of a row open in a step?"""
    return step < trace.steps and trace.si(step)[trace.tables.packed.ti[at.SI_ACT] + act * at.SI_ACT_SIZE + at.ACT_OPEN] == 1


def open_spans(trace: Trace, acts: Collection[int]) -> list[Span]:
    """When any of some acts was open."""
    spans = []
    for is_open, steps in groupby(range(trace.steps), key=lambda step: any(open_at(trace, act, step) for act in acts)):
        if is_open:
            found = list(steps)
            spans.append(Span(found[0] * trace.dt, min(trace.seconds, (found[-1] + 1) * trace.dt)))
    return spans


def open_then(trace: Trace, step: int) -> list[str]:
    """The scene's own acts that were open in a step, by their labels."""
    of_act = MoveLines.of(trace.tables).of_act
    rows = enumerate(trace.tables.labels["act"])
    return [row.label for act, row in rows if of_act[act] >= 0 and open_at(trace, act, step)]
