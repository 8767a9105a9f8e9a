"""When an act was open in a performance, and what kept it shut at one moment of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

import numpy

from falter.explain.again import watched_again
from falter.explore.blocking import Why
from falter.explore.looking import Looked, MoveLines, looked_at
from falter.numeric.mode import Floats, Ints
from falter.performance.perform import Watch
from falter.performance.trace import Trace
from falter.tables import columns as at
from falter.tables.tables import Tables


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
            spans.append(Span(found[0] * trace.dt, (found[-1] + 1) * trace.dt))
    return spans


def open_then(trace: Trace, step: int) -> list[str]:
    """The scene's own acts that were open in a step, by their labels."""
    of_act = MoveLines.of(trace.tables).of_act
    rows = enumerate(trace.tables.labels["act"])
    return [row.label for act, row in rows if of_act[act] >= 0 and open_at(trace, act, step)]


def shut_by(trace: Trace, act: int, step: int) -> str:
    """What kept the act of a row shut in a step: what bounds it from outside, or the condition that did not hold, as the scene has it."""
    lines = MoveLines.of(trace.tables)
    if lines.of_act[act] < 0:
        return "it is a way of coping that was not called for"
    only = replace(lines, of_act=numpy.where(numpy.arange(len(lines.of_act)) == act, lines.of_act, -1))
    reason = Why(trace.tables, only, _looked(trace, step)).shut(trace.tables.labels["act"][act].path)
    return reason.replace(" never held", " did not hold")


def _looked(trace: Trace, step: int) -> Looked:
    """A look at the whole state after a step, workings that a trace leaves out among them: it is performed again for that."""
    found: list[Looked] = []

    def watch(tables: Tables) -> Watch:
        steps = iter(range(trace.steps))

        def seen(si: Ints, sf: Floats) -> None:
            if next(steps) == step:
                found.append(looked_at(tables, si, sf))

        return seen

    watched_again(trace, watch)
    return found[-1]
