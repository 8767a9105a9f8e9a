"""What there is to be said of a cause beyond what it was: that it was a lie, and believed; that it was overheard; that it was misread."""

from __future__ import annotations

from falter.explain.standing import Cause
from falter.kernel.reading import FAINT, felt_of
from falter.kernel.telling import odds_of
from falter.model.words import EMOTIONS, FAMILIES
from falter.performance.event import Event
from falter.performance.trace import Trace
from falter.tables import columns as at

SO = 0.5
"""Odds, or a tie, of this or more is taken to be so."""


def quality(trace: Trace, cause: Cause, person: str, step: int | None = None) -> str:
    """`lie`, `overheard`, `misreading`, `reading`, or nothing; of a reading, at the end of that step, the last if none is said."""
    kind, index = cause
    if kind == "act":
        return _of_act(trace, trace.events[index], person)
    at_step = trace.steps - 1 if step is None else step
    if kind in ("reading", "doubt"):
        return "reading" if rightly(trace, index, at_step, kind == "doubt") else "misreading"
    if kind == "face":
        _, actor, family = family_of(trace, index)
        strength = felt_of(
            trace.tables.packed.ti, trace.tables.packed.tf, trace.sf(at_step), trace.tables.names.person[actor], _row(family)
        )
        return "misreading" if strength < FAINT else "reading"
    return ""


def _row(family: str) -> int:
    return list(FAMILIES).index(family)


def _of_act(trace: Trace, event: Event, person: str) -> str:
    step = landing(trace, event)
    with_it = [one for one in trace.incidents if abs(one.t - step * trace.dt) < 0.5 * trace.dt]
    for one in with_it:
        if (
            one.kind == "lies"
            and one.who == event.who
            and one.what is not None
            and person != event.who
            and _believed(trace, one.what, person, event, step)
        ):
            return "lie"
    return "overheard" if any(one.kind == "overhears" and one.who == person and one.whom == event.who for one in with_it) else ""


def _believed(trace: Trace, fact: str, person: str, event: Event, step: int) -> bool:
    """Does he hold it now as it was told him, by one who holds the opposite for likelier?"""
    names, ti = trace.tables.names, trace.tables.packed.ti
    one, liar, row = names.person[person], names.person[event.who], names.facts[fact]
    own, held = (odds_of(ti, trace.sf(step), who, who, row) for who in (one, liar))
    return person in event.heard_by and (own >= SO) != (held >= SO)


def landing(trace: Trace, event: Event) -> int:
    """The step in which an act took effect."""
    return min(trace.steps - 1, int(event.lands / trace.dt - 1e-9) + 1)


def rightly(trace: Trace, wonder: int, step: int, doubted: bool) -> bool:
    """Is what was wondered as it is taken to be: an intent to be there, a tie to be what it is thought at the end of a step, or not so?"""
    ti, tf = trace.tables.packed.ti, trace.tables.packed.tf
    row = ti[at.TI_WONDER] + wonder * at.TI_WONDER_SIZE
    if ti[row + at.WONDER_INTENT] > 0:
        return means_to(trace, ti[row + at.WONDER_ACTOR], ti[row + at.WONDER_MOVE]) != doubted
    thought = trace.sf(step)[ti[at.SF_WONDER] + wonder * at.SF_WONDER_SIZE + at.WONDER_HELD]
    return (thought >= SO and not doubted) == (tf[ti[at.TF_WONDER] + wonder * at.TF_WONDER_SIZE + at.WONDER_TRUE] >= SO)


def means_to(trace: Trace, person: int, move: int) -> bool:
    """Was he ordered to do it, or does he want to, or has he promised?"""
    ti, tf = trace.tables.packed.ti, trace.tables.packed.tf
    base = ti[at.TI_PERSON] + person * at.TI_PERSON_SIZE
    mine = range(ti[base + at.PERSON_MOTIVES], ti[base + at.PERSON_MOTIVES_END])
    about = (motive for motive in mine if ti[ti[at.TI_MOTIVE] + motive * at.TI_MOTIVE_SIZE + at.MOTIVE_MOVE] == move)
    return any(tf[ti[at.TF_MOTIVE] + motive * at.TF_MOTIVE_SIZE + at.MOTIVE_W0] > 0.0 for motive in about)


def family_of(trace: Trace, index: int) -> tuple[str, str, str]:
    """Who looks at whom, and the family of feeling that is read there."""
    ti, tf = trace.tables.packed.ti, trace.tables.packed.tf
    glance, emotion = divmod(index, len(EMOTIONS))
    row = ti[at.TI_GLANCE] + glance * at.TI_GLANCE_SIZE
    looks = ti[at.TF_EMOTION] + emotion * at.TF_EMOTION_SIZE + at.EMOTION_LOOKS
    most = max(range(len(FAMILIES)), key=lambda family: tf[looks + family])
    people = trace.tables.names.people
    return people[ti[row + at.GLANCE_READER]].id, people[ti[row + at.GLANCE_ACTOR]].id, list(FAMILIES)[most]
