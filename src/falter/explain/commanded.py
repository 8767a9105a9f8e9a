"""Whether an act was asked of a performance, and so was decided by nobody in it."""

from __future__ import annotations

from falter.explain.changes.parting import act_row_of
from falter.kernel.interventions import ACT, ACT_WHEN
from falter.performance.event import Event
from falter.performance.trace import Trace


def commanded(trace: Trace, event: Event) -> bool:
    """Was the act asked for in the step in which it was begun; or the first since it was, for as soon as it could be?"""
    act, step = act_row_of(trace, event), trace.begun_in(event)
    asked = [one for one in trace.interventions if one.what == act and one.step <= step]
    if any(one.kind == ACT and one.step == step for one in asked):
        return True
    due = max((one for one in asked if one.kind == ACT_WHEN), key=lambda one: one.step, default=None)
    if due is None or due.person < 0:
        return False
    earlier = (one for one in trace.events[: event.index] if act_row_of(trace, one) == act)
    return all(trace.begun_in(one) < due.step for one in earlier)
