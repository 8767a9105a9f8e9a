"""What came of an act without each of the things that spoke for it, told; and as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from falter.explain.acts.why import Why
from falter.explain.acts.why_told import WeightRecord, WhyRecord, record, weight_record
from falter.explain.agreeing import agreeing
from falter.explain.changes.parting import Parting, the_same_act
from falter.explain.changes.removing import Effect, Without
from falter.explain.performed import OfPerformance, which
from falter.explain.standing import ITSELF
from falter.explain.wording import Wording
from falter.narrate.timeline import span

FIRST: Final = 4
"""Causes that are taken away where one does not say how many."""


class WithoutRecord(OfPerformance):
    """An act of a performance, and what came of it without one of the things that spoke for it, under the same luck. Times are in s."""

    kind: Literal["without"]
    t: Annotated[float, Field(description="when it was begun")]
    who: str
    move: str
    to: str | None
    cause: Annotated[WeightRecord, Field(description="what was taken away")]
    effect: Annotated[Effect, Field(description="`about the same`: no more than a second apart; `all the same`: at the same time")]
    by: Annotated[float | None, Field(description="by how much later it was begun; below 0, sooner; null where it was not")]
    came_to: Annotated[float | None, Field(description="where it was not: the most that had gathered about then, of what it takes")]
    ending: str
    ending_as_written: str


class WhyTestedRecord(OfPerformance):
    """Why an act was done, and what came of it without each of the first things that spoke for it."""

    kind: Literal["why tested"]
    why: WhyRecord
    without: tuple[WithoutRecord, ...]


@dataclass(frozen=True)
class TakenAway:
    """An act, and what came of it without each of the first things that spoke for it, by itself, under the same luck."""

    why: Why
    without: tuple[Without, ...]

    def told(self) -> str:
        """A line for each."""
        return each_told(self.without)

    def record(self, everything: bool = False) -> dict[str, Any]:
        """As plain values; what was behind the causes only if everything is asked for."""
        why = WhyRecord.model_validate(record(self.why, everything))
        without = tuple(map(without_record, self.without))
        return WhyTestedRecord(kind="why tested", **which(self.why.trace), why=why, without=without).model_dump(mode="json")

    def __repr__(self) -> str:
        causes = "1 cause" if len(self.without) == 1 else f"{len(self.without)} causes"
        return f"<TakenAway {causes} of {self.why.event.who} {self.why.event.move}>"

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.told())}</pre>"


def each_told(tested: Sequence[Without]) -> str:
    """What came without each of the causes, and which it was."""
    if not tested:
        return "Nothing that spoke for it can be taken away.\n"
    wide = max(len(came(one)) for one in tested)
    lines = (f"  {came(one):<{wide}}  {taken(one)}{both_true(one)}\n" for one in tested)
    return "".join(["Had it been otherwise, with the same luck:\n", *lines])


def told(one: Without) -> str:
    """`not at all, at most 41 % of the way; and it ends struck, without his love of Girl`."""
    return f"{came(one)}, {taken(one)}{both_true(one)}"


def both_true(one: Without) -> str:
    """How what spoke for the act as it was begun can have delayed it: other things had gone otherwise first; if none had, it was against it
    before. "" where it did not.
    """
    if one.effect != "sooner" or one.share <= 0.0:
        return ""
    first = Parting(one.why.trace, one.trace).first
    itself = first is not None and the_same_act(first[1], one.why.event)
    return " (it had held it back before it spoke for it)" if itself else " (for other things went otherwise before that)"


def taken(one: Without) -> str:
    """What was taken away: `without his love of Girl`."""
    return agreeing(_taken(one), one.why.trace.scene)


def _taken(one: Without) -> str:
    wording = Wording(one.why.trace, one.why.event.who)
    if one.cause == ITSELF and one.part is not None:
        return f"without {wording.motive(one.part)}"
    if one.cause[0] == "act":
        return f"had this been cut short: {wording.cause(one.cause)}"
    if one.cause[0] == "incident":
        return f"had it left {wording.pronouns['him']} cold: {wording.cause(one.cause)}"
    return f"but for this: {wording.cause(one.cause)}"


def came(one: Without) -> str:
    """What came then: when it is done, and how it ends, if otherwise."""
    return f"{_came(one)}{_ending(one)}"


def _came(one: Without) -> str:
    """When it is done then."""
    if one.by is None:
        near = 100.0 * one.missed.share if one.missed and one.missed.open else 0.0
        return f"not at all, at most {near:.0f} % of the way" if near >= 1.0 else "not at all"
    if one.effect == "all the same":
        return "just the same"
    if one.effect == "about the same":
        return "hardly otherwise"
    return f"{span(abs(one.by))} {one.effect}"


def _ending(one: Without) -> str:
    return "" if one.trace.ending == one.why.trace.ending else f"; and it ends {one.trace.ending}"


def without_record(one: Without) -> WithoutRecord:
    """As plain values."""
    event = one.why.event
    return WithoutRecord(
        kind="without",
        **which(one.why.trace),
        t=event.t,
        who=event.who,
        move=event.move,
        to=event.to,
        cause=weight_record(one.part, one.cause, one.share),
        effect=one.effect,
        by=one.by,
        came_to=one.missed.share if one.missed else None,
        ending=one.trace.ending,
        ending_as_written=one.why.trace.ending,
    )
