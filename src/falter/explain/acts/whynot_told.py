"""Why somebody did not do something, told; and as plain values."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, cast

from pydantic import Field

from falter.explain.acts.authored import never_of
from falter.explain.acts.heading import paragraph, took_so_much
from falter.explain.acts.why_told import PartRecord, part_record, parts_told
from falter.explain.acts.whynot import WhyNot
from falter.explain.wording import Place, Wording
from falter.model.record import Record
from falter.narrate.timeline import clock

STOPPED: Final = {
    "": "",
    "frozen": "; but there was no moving, for one who stood frozen",
    "taken": "; but what it is done with, hands or voice, was not free",
}


class NearestApproachRecord(Record):
    """When an act came nearest to being done."""

    t: float
    preference: float
    threshold: float


class WhyNotRecord(Record):
    """Why an act was not done. Times are in s; shares are of the threshold, and add up to how near it came."""

    kind: Literal["why not"]
    act: Annotated[str, Field(description="who, which move, and to whom")]
    open: Annotated[float, Field(description="for how long it was open to do")]
    shut: Annotated[str | None, Field(description="what kept it shut, where it was never open")]
    shut_by: Annotated[tuple[str | int, ...] | None, Field(description="where in the scene that is written, if not on the move's own line")]
    ahead: Annotated[str | None, Field(description="what its doer was nearer to doing when it came nearest")]
    nearest: NearestApproachRecord | None
    stopped: Annotated[Literal["frozen", "taken"] | None, Field(description="what stopped it where enough had gathered")]
    parts: tuple[PartRecord, ...]


def told(one: WhyNot, place: Place, everything: bool = False) -> str:
    """That it was not done; what kept it shut, or how near it came and what held it back."""
    line = place(one.trace.tables.labels["act"][one.act].path)
    head = f"{one.label} was not done{f' ({line})' if line else ''}"
    if one.open == 0.0:
        return f"{head}\n\nIt was never open: {_shut(one, place)}.\n"
    if one.nearest is None:
        return f"{head}\n\nIt was open for {one.open:.1f} s in all, too short to be weighed.\n"
    wording = Wording(one.trace, one.label.split(" ")[0])
    came = f"It was open for {clock(one.open)} of {clock(one.trace.seconds)}, and came nearest at {clock(one.nearest.t)}"
    nearer = f" {_was(wording)} nearer then to something else, {one.ahead.replace('-', ' ')}." if one.ahead and not one.stopped else ""
    took = [] if one.taken is None else list(took_so_much(one.taken, one.trace, wording, place))
    gathered = paragraph(
        [
            f"{came}, to {100.0 * one.share:.0f} % of what it takes{STOPPED[one.stopped]}.{nearer}",
            *took,
            *_closed(one, place),
            "In parts of that:",
        ]
    )
    return "\n".join([head, "", *gathered, "", *parts_told(one.parts, wording, place, everything)]) + "\n"


def _closed(one: WhyNot, place: Place) -> list[str]:
    """That the author's `never` closed it, and when."""
    who, move = one.label.split(" ")[:2]
    for barred in one.trace.incidents:
        if barred.kind == "barred" and (barred.who, barred.what) == (who, move):
            line = place(never_of(one.trace, barred))
            return [f"From {clock(barred.t)} on the author had closed it{f' ({line})' if line else ''}."]
    return []


def _was(wording: Wording) -> str:
    he = wording.pronouns["he"]
    return f"{he.capitalize()} {'were' if he == 'they' else 'was'}"


def _shut(one: WhyNot, place: Place) -> str:
    """What kept it shut, with the line of that where it is another than the move's."""
    line = place(one.shut.path) if one.shut.path else ""
    return f"{one.shut.words}{f' ({line})' if line else ''}"


def record(one: WhyNot) -> dict[str, Any]:
    """As plain values: shares of the threshold, which add up to how near it came."""
    came = one.nearest
    return WhyNotRecord(
        kind="why not",
        act=one.label,
        open=one.open,
        shut=one.shut.words if one.open == 0.0 else None,
        shut_by=one.shut.path if one.open == 0.0 and one.shut.path else None,
        ahead=one.ahead or None,
        nearest=NearestApproachRecord(t=came.t, preference=came.preference, threshold=came.threshold) if came else None,
        stopped=cast("Literal['frozen', 'taken'] | None", one.stopped or None),
        parts=tuple(part_record(part) for part in one.parts),
    ).model_dump(mode="json")
