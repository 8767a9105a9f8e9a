"""Why somebody did not do something, told; and as plain values."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, cast

from pydantic import Field

from falter.diagnostics.nearest import listed
from falter.explain.acts.authored import never_of
from falter.explain.acts.heading import took_so_much
from falter.explain.acts.why_told import PartRecord, part_record, parts_told
from falter.explain.acts.whynot import WhyNot
from falter.explain.agreeing import agreeing
from falter.explain.paragraph import paragraph
from falter.explain.performed import OfPerformance, which
from falter.explain.wording import Place, Wording
from falter.model.record import Record
from falter.narrate.timeline import clock, span

FEW: Final = 4
"""Times at which it was open, and others that were not done, that are told."""
STOPPED: Final = {
    "": "",
    "frozen": "; but there was no moving, for one who stood frozen",
    "taken": "; but what it is done with, hands or voice, was not free",
}


class NearestApproachRecord(Record):
    """When an act came nearest to being done."""

    t: Annotated[float, Field(description="when that was, in s")]
    preference: Annotated[float, Field(description="at that time, in √s")]
    threshold: Annotated[float, Field(description="at that time, in √s")]


class WhyNotRecord(OfPerformance):
    """Why an act was not done. Times are in s; shares are of the threshold, and add up to how near it came."""

    kind: Literal["why not"]
    act: Annotated[str, Field(description="who, which move, and to whom")]
    at: Annotated[float | None, Field(description="the time asked about; null where it is about the whole performance")]
    others: Annotated[tuple[str, ...], Field(description="what else fits the question and was not done, by the same words")]
    open: Annotated[float, Field(description="for how long it was open to do")]
    shut: Annotated[str | None, Field(description="what kept it shut, where it was never open")]
    shut_by: Annotated[tuple[str | int, ...] | None, Field(description="where in the scene that is written, if not on the move's own line")]
    ahead: Annotated[str | None, Field(description="what its doer was nearer to doing when it came nearest")]
    nearest: NearestApproachRecord | None
    stopped: Annotated[Literal["frozen", "taken"] | None, Field(description="what stopped it where enough had gathered")]
    parts: tuple[PartRecord, ...]


def told(one: WhyNot, place: Place, everything: bool = False) -> str:
    """That it was not done; what kept it shut, or how near it came and what held it back."""
    parts = ["", *parts_told(one.parts, wording_of(one), place, everything)] if came_near(one) else []
    return agreeing("\n".join([*above(one, place), *parts]) + "\n", one.trace.scene)


def wording_of(one: WhyNot) -> Wording:
    """What everything is called, of who might have done it."""
    return Wording(one.trace, one.label.split(" ")[0])


def came_near(one: WhyNot) -> bool:
    """Is there anything to tell of how near it came?"""
    return one.nearest is not None and one.open > 0.0 and (one.at is None or one.open_then)


def above(one: WhyNot, place: Place) -> list[str]:
    """That it was not done, and why, in sentences: what stands above its parts, in lines; an empty one parts it from the sentences."""
    line = place(one.trace.tables.labels["act"][one.act].path)
    when = "" if one.at is None else f" at {clock(one.at)}"
    nor = f", nor was {listed(one.others, FEW)}" if one.others else ""
    head = f"{one.label} was not done{when}{f' ({line})' if line else ''}{nor}"
    return [head, "", *paragraph(_sentences(one, place))]


def _sentences(one: WhyNot, place: Place) -> list[str]:
    if one.at is not None and not one.open_then:
        return [f"It was not open then: {_shut(one, place)}.", _spans(one)]
    if one.open == 0.0:
        return [f"It was never open: {_shut(one, place)}."]
    if one.nearest is None:
        short = f"It was open for {one.open:.1f} s in all, too short to be weighed." if one.at is None else "It had only just come open."
        return [short]
    wording = wording_of(one)
    took = [] if one.taken is None else took_so_much(one.taken, one.trace, wording, place)
    return [_came(one, one.nearest.t, wording), *took, *_closed(one, place), "In parts of what it takes:"]


def _came(one: WhyNot, t: float, wording: Wording) -> str:
    """How near it came, and when; what stopped it, or what he was nearer to."""
    came = f"It was open for {span(one.open)} of {span(one.trace.seconds)}, and came nearest at {clock(t)}, to"
    nearer = f" {_was(wording)} nearer then to something else, {one.ahead.replace('-', ' ')}." if one.ahead and not one.stopped else ""
    return f"{came if one.at is None else 'It stood at'} {_share(one.share)}{STOPPED[one.stopped]}.{nearer}"


def _closed(one: WhyNot, place: Place) -> list[str]:
    """That the author's `never` closed it, and when."""
    who, move = one.label.split(" ")[:2]
    for barred in one.trace.incidents:
        if barred.kind == "barred" and (barred.who, barred.what) == (who, move):
            line = place(never_of(one.trace, barred))
            return [f"From {clock(barred.t)} on the author had closed it{f' ({line})' if line else ''}."]
    return []


def _share(share: float) -> str:
    """`43 % of what it takes`; below nothing, with what that means."""
    told = f"{100.0 * share:.0f} % of what it takes".replace("-", "−")
    return told if share >= 0.0 else f"{told}, for more spoke against it than for it"


def _spans(one: WhyNot) -> str:
    """When it was open, the first times of all."""
    if not one.spans:
        return "It never was."
    told = ", ".join(f"{clock(span.begin)}–{clock(span.end)}" for span in one.spans[:FEW])
    return f"It was at {told}{f' and {len(one.spans) - FEW} times more' if len(one.spans) > FEW else ''}."


def _was(wording: Wording) -> str:
    he = wording.pronouns["he"]
    return f"{he.capitalize()} {'were' if he == 'they' else 'was'}"


def _shut(one: WhyNot, place: Place) -> str:
    """What kept it shut, with the line of that where it is another than the move's."""
    line = place(one.shut.path) if one.shut.path else ""
    return f"{one.shut.words}{f' ({line})' if line else ''}"


def record(one: WhyNot) -> dict[str, Any]:
    """As plain values: shares of the threshold, which add up to how near it came."""
    came, closed = one.nearest, one.open == 0.0 or (one.at is not None and not one.open_then)
    return WhyNotRecord(
        kind="why not",
        **which(one.trace),
        act=one.label,
        at=one.at,
        others=one.others,
        open=one.open,
        shut=one.shut.words if closed else None,
        shut_by=one.shut.path if closed and one.shut.path else None,
        ahead=one.ahead or None,
        nearest=NearestApproachRecord(t=came.t, preference=came.preference, threshold=came.threshold) if came else None,
        stopped=cast("Literal['frozen', 'taken'] | None", one.stopped or None),
        parts=tuple(part_record(part) for part in one.parts),
    ).model_dump(mode="json")
