"""What brought a memory back: the cue that pulled most as it came, and where that was an act, which."""

from __future__ import annotations

from typing import NamedTuple

from falter.explain.standing import ITSELF, Cause
from falter.kernel.memory import presence_of
from falter.mind.memory import association
from falter.model.words import WAKERS
from falter.performance.event import Event, Incident
from falter.performance.trace import Trace
from falter.tables import columns as at

LEAST = 0.1
"""Activation below which a cue did not bring it back: it came of itself (ours)."""
HEARD = frozenset(("voice", "touch", "move"))
"""Cues that are acts, and are in mind for some time after."""


class Cue(NamedTuple):
    """What brought it back; `kind` "" where it came of itself."""

    kind: str
    """One of `model.words.WAKERS`."""
    about: str
    """Whom or what it is, by its name in the scene: a person, an emotion, a mark, a covering, a move."""
    cause: Cause
    """The act that it was."""


def cue_of(trace: Trace, incident: Incident) -> Cue:
    """What brought a memory back, as an incident says it did."""
    packed, step = trace.tables.packed, round(incident.t / trace.dt)
    ti, tf, before = packed.ti, packed.tf, max(0, step - 1)
    memory = [row.label for row in trace.tables.labels["memory"]].index(incident.what or "")
    row, best, most = ti[at.TI_MEMORY] + memory * at.TI_MEMORY_SIZE, -1, LEAST
    for waker in range(ti[row + at.MEMORY_WAKERS], ti[row + at.MEMORY_WAKERS_END]):
        there = presence_of(ti, tf, trace.si(before), trace.sf(before), ti[row + at.MEMORY_OWNER], memory, waker)
        fan = tf[ti[at.TF_WAKER] + waker * at.TF_WAKER_SIZE + at.WAKER_FAN]
        pull = tf[at.K_CUE_WEIGHT] * there * association(tf[at.K_CUE_STRENGTH], fan)
        if pull > most:
            best, most = waker, pull
    if best < 0:
        return Cue("", "", ITSELF)
    kind = list(WAKERS)[ti[ti[at.TI_WAKER] + best * at.TI_WAKER_SIZE + at.WAKER_KIND]]
    about = trace.tables.labels["waker"][best].label
    whom = incident.whom or ""
    name = about if kind not in ("near", "voice", "touch") else whom
    done = [event for event in trace.events if event.lands <= incident.t and _is(event, kind, name, incident.who)] if kind in HEARD else []
    return Cue(kind, name, ("act", max(done, key=lambda event: event.lands).index) if done else ITSELF)


def _is(event: Event, kind: str, about: str, who: str) -> bool:
    """May the act be the voice, the touch or the move that was the cue?"""
    if who not in event.heard_by:
        return False
    if kind == "move":
        return event.move == about
    return event.who != who and about in ("", event.who) if kind == "voice" else who in (event.who, event.to)
