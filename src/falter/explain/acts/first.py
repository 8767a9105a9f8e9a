"""What a cause of an act is, by its kind: a motive, a memory, a deadline, a lie, a misreading, somebody's act, the author, luck."""

from __future__ import annotations

from typing import Final

from falter.explain.acts.why import Part, Why
from falter.explain.quality import family_of, quality
from falter.explain.standing import Cause
from falter.performance.trace import Trace

AUTHORS: Final = {"theta0": "author theta0", "tempo": "author tempo"}
NAMED: Final = {
    "recalls": "memory {what}",
    "arrives": "arrival {who}",
    "notices": "notice {whom}",
    "happens": "happening {what}",
    "later": "later {what}",
    "slips": "slip {who} {what}",
}


def first(why: Why) -> str:
    """What the weightiest cause is: where nothing decided, that it was asked of the performance, or luck."""
    causes = why.causes()
    return named(why, causes[0][0], causes[0][1]) if causes else "asked for" if why.asked_for else "luck"


def named(why: Why, part: Part | None, cause: Cause) -> str:
    """What a cause is, by its kind and the names of the scene: `motive cherish BEN`, `misreading BEN means to strike`."""
    if part is not None:
        return {"chance": "luck", "start": "author leans"}.get(part.kind, f"motive {part.label}")
    kind, index = cause
    if kind == "deadline":
        return f"deadline {why.trace.tables.labels['motive'][index].label}"
    if kind in AUTHORS:
        return AUTHORS[kind]
    return _named(why, cause)


def _named(why: Why, cause: Cause) -> str:
    kind, index = cause
    what = quality(why.trace, cause, why.event.who, why.step)
    if kind == "act":
        event = why.trace.events[index]
        return f"{what or 'act'} {event.who} {event.move}"
    if kind == "incident":
        one = why.trace.incidents[index]
        told = NAMED.get(one.kind, one.kind).format(who=one.who, whom=one.whom or "", what=(one.what or "").split(" ")[-1])
        return " ".join(told.split())
    return f"{what} {reading_of(why.trace, cause)}"


def reading_of(trace: Trace, cause: Cause) -> str:
    """What a reading takes somebody to mean or to feel."""
    kind, index = cause
    if kind == "face":
        return " ".join(family_of(trace, index)[1:])
    return trace.tables.labels["wonder"][index].label
