"""One level further down: what was behind the causes of an act. An act had its own first cause, a memory its cue, a reading what
was shown."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from falter.explain.acts.cause_record import CauseRecord, cause_if_any, cause_record
from falter.explain.acts.first import first
from falter.explain.acts.recalled import cue_of
from falter.explain.acts.summary import of_itself, undecided
from falter.explain.acts.why import Why, whys
from falter.explain.standing import ITSELF, Cause
from falter.explain.wording import Wording
from falter.model.record import Record
from falter.performance.trace import Trace
from falter.tables import columns as at

SHIFT = 0.05
"""Change of odds, or of a tie expected, that one act must make at least to be named as what made one think so (ours)."""
CUES = {
    "near": "brought on by being near {about}",
    "voice": "brought on by {about}'s voice",
    "touch": "brought on by a touch",
    "person": "brought on by {about} being there",
    "emotion": "brought on by {about}",
    "mark": "brought on by the place, the {about}",
    "move": "brought on by what was done",
    "covering": "brought on by the {about}",
    "": "it came of itself",
}


class Deeper(NamedTuple):
    """What was behind one cause."""

    cause: Cause
    kind: Literal["act", "cue", "shown"]
    what: str
    """Of an act, what its own first cause was (`first`); of a memory, the kind of cue and what it was; of a reading, nothing."""
    by: Cause
    """The act that was the cue, or that showed it."""
    told: str


class DeeperRecord(Record):
    """What was behind one cause."""

    kind: Annotated[Literal["act", "cue", "shown"], Field(description="an act's own first cause; a memory's cue; what was shown")]
    cause: Annotated[CauseRecord, Field(description="one of `causes`")]
    what: str
    by: Annotated[CauseRecord | None, Field(description="what was behind that; null where nothing was")]


def deeper(why: Why, wording: Wording) -> tuple[Deeper, ...]:
    """What was behind each thing that brought an act about, the weightiest first. Performs it again to see."""
    causes = [cause for _, cause, _ in why.causes() if cause != ITSELF]
    acts = [why.trace.events[index] for kind, index in causes if kind == "act"]
    own = {one.event.index: one for one in whys(why.trace, acts)} if acts else {}
    found = (_of_act(own[cause[1]], cause) if cause[0] == "act" else _of_other(why.trace, cause, wording) for cause in causes)
    return tuple(one for one in found if one is not None)


def deeper_record(one: Deeper) -> DeeperRecord:
    """As plain values."""
    return DeeperRecord(kind=one.kind, cause=cause_record(one.cause), what=one.what, by=cause_if_any(one.by))


def _of_act(own: Why, cause: Cause) -> Deeper:
    """An act by another, or one of his own: its first cause."""
    wording = Wording(own.trace, own.event.who, own.step)
    found = own.causes()
    if not found:
        return Deeper(cause, "act", first(own), ITSELF, undecided(own))
    part, by, _ = found[0]
    return Deeper(cause, "act", first(own), by, f"first of all {of_itself(part, wording) if part else wording.cause(by)}")


def _of_other(trace: Trace, cause: Cause, wording: Wording) -> Deeper | None:
    kind, index = cause
    if kind == "incident" and trace.incidents[index].kind == "recalls":
        cue = cue_of(trace, trace.incidents[index])
        said = f": {wording.cause(cue.cause)}" if cue.cause != ITSELF else ""
        about = wording.names.get(cue.about, cue.about)
        return Deeper(cause, "cue", f"{cue.kind} {cue.about}".strip(), cue.cause, CUES[cue.kind].format(about=about) + said)
    if kind in ("reading", "doubt"):
        by = shown_by(trace, index, wording.step if wording.step is not None else trace.steps - 1, kind == "doubt")
        told = f"most of all by this: {wording.cause(by)}" if by != ITSELF else f"as {wording.pronouns['he']} had thought from the start"
        return Deeper(cause, "shown", "", by, told)
    brought = trace.incidents[index].cause if kind == "incident" else None
    return Deeper(cause, "shown", "", ("act", brought), wording.cause(("act", brought))) if brought is not None else None


def shown_by(trace: Trace, wonder: int, until: int, doubt: bool) -> Cause:
    """The act of the one read that moved most what was thought of him; ITSELF where none moved it much."""
    ti = trace.tables.packed.ti
    cell = ti[at.SF_WONDER] + wonder * at.SF_WONDER_SIZE + at.WONDER_NOW
    actor = trace.tables.names.people[ti[ti[at.TI_WONDER] + wonder * at.TI_WONDER_SIZE + at.WONDER_ACTOR]].id
    best, most = ITSELF, SHIFT
    for event in trace.events:
        if event.who != actor:
            continue
        step = trace.begun_in(event)
        if 0 < step <= until:
            moved = trace.sf(min(step + 1, trace.steps - 1))[cell] - trace.sf(step - 1)[cell]
            if (-moved if doubt else moved) > most:
                best, most = ("act", event.index), abs(moved)
    return best
