"""What turned it: whether the chances would have changed as they did without what was done, or without its taking effect."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from falter.explain.changes.parting import act_row_of
from falter.explain.turning.moments import EDGE, Moment
from falter.kernel.interventions import BAR, DROP
from falter.performance.event import Event
from falter.performance.onward import Standing, standings
from falter.performance.perform import Intervention
from falter.performance.trace import Trace
from falter.tables import columns as at


class Suspect(NamedTuple):
    """Something that may have turned it, and what takes just that away: shut to its doer from when it was begun, or from the moment on
    where it is still to come; or, begun before the moment before, cut off before it takes effect."""

    event: Event
    taken: Intervention


def suspects_of(trace: Trace, moments: Sequence[Moment], number: int) -> list[Suspect]:
    """What was begun between a moment and the one before it and makes the moment; what had been begun and took effect then; and what makes
    the moment after it, which somebody was about to do."""
    since, until = moments[number - 1].step, moments[number].step
    begun = [beat for beat in moments[number].beats if isinstance(beat, Event)]
    landed = [one for one in trace.events if one not in begun and not one.cut and trace.begun_in(one) < since <= _lands(trace, one) < until]
    next_ = moments[number + 1].beats if number + 1 < len(moments) else ()
    coming = [beat for beat in next_ if isinstance(beat, Event) and trace.begun_in(beat) >= until]
    return [
        *(Suspect(one, _bar(trace, one, trace.begun_in(one))) for one in begun),
        *(Suspect(one, Intervention(since, DROP, 0, one.index)) for one in landed),
        *(Suspect(one, _bar(trace, one, until)) for one in coming),
    ]


def without(trace: Trace, suspect: Suspect, step: int) -> Standing:
    """How the performance would have stood after a step, had that been taken away."""
    interventions = (*trace.interventions, suspect.taken)
    return standings(trace.tables, trace.seed, trace.run, [step], trace.luck, interventions)[0]


def _lands(trace: Trace, event: Event) -> int:
    """The step in which it takes effect."""
    return ceil(event.lands / trace.dt - EDGE)


def _bar(trace: Trace, event: Event, step: int) -> Intervention:
    """The act shut from a step on."""
    row, ti = act_row_of(trace, event), trace.tables.packed.ti
    return Intervention(step, BAR, ti[ti[at.TI_ACT] + row * at.TI_ACT_SIZE + at.ACT_OWNER], row)
