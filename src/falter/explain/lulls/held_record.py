"""Why nothing happened, as plain values."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from falter.explain.acts.why import Part
from falter.explain.lulls.held import End, HeldAct, HeldBack, Verdict
from falter.explain.lulls.longest import Lull
from falter.explain.performed import OfPerformance, which
from falter.model.record import Record
from falter.performance.trace import Trace


class PullRecord(Record):
    """What one motive gave an act in the stretch, or luck, rivals, a head start; in √s."""

    kind: str
    label: str
    path: Annotated[tuple[str | int, ...], Field(description="where in the scene it is written; empty for what is nowhere")]
    gave: Annotated[float, Field(description="in √s; below 0, it pulled away from it")]


class HeldActRecord(Record):
    """An act that was open, in √s: `began`, what the pulls gave, `forgotten`, `set_back` and `capped` add up to `ended`."""

    act: str
    lasting: bool
    nearest: Annotated[float, Field(description="share of its threshold that it came to at most")]
    t: Annotated[float, Field(description="when that was, in s")]
    conflict: Annotated[float, Field(description="how torn he was over it, on the average, in [0, 1)")]
    blocked: Annotated[float, Field(description="share of the time in which hands or voice were not free for it")]
    threshold: Annotated[float, Field(description="at that time, in √s")]
    since: Annotated[float, Field(description="from when on it is followed, in s: the beginning of the lull, or when it opened")]
    began: Annotated[float, Field(description="the preference at that time, in √s; 0 where it opened in the lull")]
    ended: Annotated[float, Field(description="the preference at the end, in √s")]
    pulls: tuple[PullRecord, ...]
    forgotten: Annotated[float, Field(description="what leaked away, in √s")]
    set_back: Annotated[float, Field(description="what was taken at once, by an act of his own or by freezing, in √s")]
    capped: Annotated[float, Field(description="what was cut off while hands or voice were not free, in √s")]
    end: Annotated[End | None, Field(description="how it came to end the lull")]
    rose: Annotated[float | None, Field(description="since when it rose to being done, in s, where it was carried there")]
    carried: Annotated[tuple[PullRecord, ...], Field(description="what the pulls gave in that rise")]


class HeldBackRecord(Record):
    """One person who was there."""

    who: str
    verdict: Annotated[Verdict, Field(description="what held him back")]
    frozen: Annotated[float, Field(description="share of the time in which he stood frozen")]
    waits_for: str | None
    owes: str | None
    inward: Annotated[tuple[int, ...], Field(description="what he did inwardly, by its place among the acts")]
    acts: Annotated[tuple[HeldActRecord, ...], Field(description="what came nearest; what he was most torn over, if that is another")]


class LullRecord(OfPerformance):
    """Why nobody did anything for a while, from `begun` to `ended`, in s."""

    kind: Literal["why nothing"]
    begun: Annotated[float, Field(description="in s")]
    ended: Annotated[float, Field(description="in s")]
    act: Annotated[int | None, Field(description="the act that ended it, by its place among the acts")]
    people: tuple[HeldBackRecord, ...]


def record(trace: Trace, lull: Lull, people: tuple[HeldBack, ...]) -> dict[str, Any]:
    """As plain values."""
    return LullRecord(
        kind="why nothing",
        **which(trace),
        begun=lull.begun,
        ended=lull.ended,
        act=lull.by[1] if lull.by and lull.by[0] == "act" else None,
        people=tuple(_person(one) for one in people),
    ).model_dump(mode="json")


def _person(one: HeldBack) -> HeldBackRecord:
    return HeldBackRecord(
        who=one.person,
        verdict=one.verdict,
        frozen=one.frozen,
        waits_for=one.waits_for,
        owes=one.owes,
        inward=one.inward,
        acts=tuple(_act(act) for act in one.acts),
    )


def _act(act: HeldAct) -> HeldActRecord:
    return HeldActRecord(
        act=act.label,
        lasting=act.lasting,
        nearest=act.nearest,
        t=act.t,
        conflict=act.conflict,
        blocked=act.blocked,
        threshold=act.threshold,
        since=act.since,
        began=act.began,
        ended=act.ended,
        pulls=_pulls(act.parts),
        forgotten=act.forgotten,
        set_back=act.set_back,
        capped=act.capped,
        end=act.end,
        rose=act.rose,
        carried=_pulls(act.carried),
    )


def _pulls(parts: tuple[Part, ...]) -> tuple[PullRecord, ...]:
    return tuple(PullRecord(kind=part.kind, label=part.label, path=part.path, gave=part.share) for part in parts)
