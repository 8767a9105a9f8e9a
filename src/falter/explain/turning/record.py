"""Turning points as plain values."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from falter.explain.beat_words import told_of
from falter.explain.performed import OfPerformance, which
from falter.explain.turning.points import Turn, TurningPoints
from falter.explain.turning.told import LIKELY, SURE, named
from falter.model.record import Record
from falter.performance.event import Event


class ShareRecord(Record):
    """A share, with its interval; all in [0, 1]."""

    share: Annotated[float, Field(description="of continuations, in [0, 1]")]
    low: Annotated[float, Field(description="of Wilson's interval, in [0, 1]")]
    high: Annotated[float, Field(description="of the same")]


class BeatRecord(Record):
    """What was done, or befell."""

    act: Annotated[int | None, Field(description="its place among the performance's acts, from 0; null for what is none")]
    incident: Annotated[int | None, Field(description="its place among what befell people")]
    told: str


class MomentRecord(Record):
    """A moment of the performance, and how likely each ending was from there on."""

    t: Annotated[
        float,
        Field(description="in s: when what it is named by was begun, of a silence its end; the chances are those from `step` on"),
    ]
    step: Annotated[int, Field(description="steps taken by then: what was done has taken effect, or the next thing is about to be begun")]
    beats: tuple[BeatRecord, ...]
    runs: Annotated[int, Field(description="continuations that count: those that meet what the scene says must be")]
    chances: dict[str, ShareRecord]


class SwingRecord(Record):
    """By how much an ending's chance changed, with an interval that holds for all changes looked at together."""

    ending: str
    before: Annotated[float, Field(description="the chance at the moment before, in [0, 1]")]
    after: Annotated[float, Field(description="the chance at this moment, in [0, 1]")]
    low: Annotated[float, Field(description="of the interval of the change, after less before, in [−1, 1]")]
    high: Annotated[float, Field(description="of the same")]
    without: Annotated[ShareRecord | None, Field(description="the chance then, had what turned it not been done, or not taken effect")]


class TurnRecord(Record):
    """A moment at which the chances changed, clear of luck."""

    moment: Annotated[int, Field(description="its place among the moments, from 0")]
    t: Annotated[float, Field(description="in s, as the moment has it")]
    told: str
    done: Annotated[int | None, Field(description="the act that turned it, by its place among the performance's acts; null where none did")]
    coming: Annotated[
        int | None, Field(description="where none did, the act that was about to be done and bore on it, in the same way; else null")
    ]
    swings: Annotated[tuple[SwingRecord, ...], Field(description="the largest first")]


class TurningRecord(OfPerformance):
    """How likely each ending was from every moment of a performance on, and where that turned. Times are in s."""

    kind: Literal["turning points"]
    ending: str
    seconds: Annotated[float, Field(description="how long it is, in s")]
    runs: Annotated[int, Field(description="continuations from either side of a change that was looked at again")]
    level: Annotated[float, Field(description="how often an interval holds the true share; those of changes hold together so often")]
    likely_from: Annotated[
        float | None,
        Field(description="from when on the chance of its ending, as it was counted at each moment, was never below one half again"),
    ]
    sure_from: Annotated[
        float | None, Field(description="the same for 0.95; null where only the close settled it; both of counts, without an interval")
    ]
    moments: tuple[MomentRecord, ...]
    turns: tuple[TurnRecord, ...]


def record(found: TurningPoints) -> dict[str, Any]:
    """As plain values."""
    trace = found.trace
    return TurningRecord(
        kind="turning points",
        **which(trace),
        ending=trace.ending,
        seconds=trace.seconds,
        runs=found.runs,
        level=found.level,
        likely_from=found.for_good(LIKELY),
        sure_from=found.for_good(SURE),
        moments=tuple(_moment_record(found, number) for number in range(len(found.moments))),
        turns=tuple(_turn_record(found, turn) for turn in found.turns),
    ).model_dump(mode="json")


def _moment_record(found: TurningPoints, number: int) -> MomentRecord:
    moment, codes = found.moments[number], found.codes(number)
    beats = tuple(
        BeatRecord(
            act=one.index if isinstance(one, Event) else None,
            incident=None if isinstance(one, Event) else one.index,
            told=told_of(found.trace, [one]),
        )
        for one in moment.beats
    )
    chances = {name: ShareRecord(**share._asdict()) for name, share in found.chances(number).items()}
    return MomentRecord(t=moment.t, step=moment.step, beats=beats, runs=int((codes >= 0).sum()), chances=chances)


def _turn_record(found: TurningPoints, turn: Turn) -> TurnRecord:
    swings = tuple(
        SwingRecord(
            ending=one.ending,
            before=one.before.share,
            after=one.after.share,
            low=one.change.low,
            high=one.change.high,
            without=ShareRecord(**turn.without[one.ending]._asdict()) if turn.done else None,
        )
        for one in turn.swings
    )
    done, coming = (one.index if one else None for one in (turn.done, turn.coming))
    return TurnRecord(moment=turn.number, t=turn.moment.t, told=named(found, turn), done=done, coming=coming, swings=swings)
