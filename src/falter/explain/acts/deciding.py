"""What an explanation says beside the shares, as plain values: the first cause, what opened the act, what it took, the author's part."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from falter.explain.acts.authored import authored
from falter.explain.acts.cause_record import CauseRecord, cause_if_any
from falter.explain.acts.first import first
from falter.explain.acts.why import Why
from falter.model.record import Record
from falter.scene.checks.walk import phrase


class OpenedRecord(Record):
    """What gave way last, so that the act could be done."""

    t: Annotated[float, Field(description="when it opened, in s")]
    word: Annotated[str, Field(description="a condition word, or what else stood in the way")]
    condition: Annotated[str | None, Field(description="the condition as the scene has it")]
    path: Annotated[tuple[str | int, ...], Field(description="where in the scene the condition is written; empty for what is nowhere")]
    cause: Annotated[CauseRecord | None, Field(description="what let it; null where time went by")]
    followed: Annotated[bool, Field(description="the act followed closely on it")]


class FactorRecord(Record):
    """What raised or lowered the threshold."""

    kind: Annotated[str, Field(description="`lasting`, `torn`, `deadline`, `tempo`, `theta0`")]
    times: Annotated[float, Field(description="the threshold over what it would be without this: above 1 raised it, below 1 lowered it")]
    given_up: Annotated[float, Field(description="share of what it would have taken that this took off, in [0, 1); 0 for what raised it")]
    motive: Annotated[str | None, Field(description="whose deadline it was")]


class AuthoredRecord(Record):
    """Something that the author decided."""

    kind: Literal["leans", "theta0", "tempo", "never", "must"]
    path: Annotated[tuple[str | int, ...], Field(description="where in the scene it is written; empty for what is nowhere")]
    amount: Annotated[float, Field(description="share of the preference; times as much; how near what was closed had been; passed over")]
    move: str


class DecidingRecord(Record):
    """What an act turned on."""

    first: Annotated[
        str, Field(description="kind and name of the first cause: `motive cherish HUX`, `luck`, `asked for` (of the performance)")
    ]
    opened: Annotated[OpenedRecord | None, Field(description="null where it was open from the beginning")]
    undiminished: Annotated[float | None, Field(description="the threshold without what lowered it, in √s")]
    factors: tuple[FactorRecord, ...]
    author: tuple[AuthoredRecord, ...]


def deciding_record(why: Why) -> DecidingRecord:
    """As plain values."""
    taken, labels = why.taken, why.trace.tables.labels["motive"]
    given = taken.given_up() if taken else {}
    return DecidingRecord(
        first=first(why),
        opened=_opened(why),
        undiminished=taken.undiminished if taken else None,
        factors=tuple(
            FactorRecord(
                kind=factor.cause[0],
                times=factor.times,
                given_up=given.get(factor.cause, 0.0),
                motive=labels[factor.cause[1]].label if factor.cause[0] == "deadline" else None,
            )
            for factor in (taken.factors if taken else ())
        ),
        author=tuple(AuthoredRecord(kind=one.kind, path=one.path, amount=one.amount, move=one.move) for one in authored(why)),
    )


def _opened(why: Why) -> OpenedRecord | None:
    opened = why.opened
    if opened is None:
        return None
    gate, cause = opened.gate, opened.cause
    return OpenedRecord(
        t=opened.t,
        word=gate.word,
        condition=phrase(gate.atom) if gate.atom else None,
        path=gate.path,
        cause=cause_if_any(cause),
        followed=why.followed_on,
    )
