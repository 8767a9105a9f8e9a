"""Why somebody did not do something, told; and as plain values."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, cast

from pydantic import Field

from falter.explain.why_told import PartRecord, part_record, parts_told
from falter.explain.whynot import WhyNot
from falter.explain.wording import Place, Wording
from falter.model.record import Record
from falter.narrate.timeline import clock

STOPPED: Final = {
    "": "; of that",
    "frozen": "; but there was no moving, for one who stood frozen. Of that",
    "taken": "; but what it is done with, hands or voice, was not free. Of that",
}


class NearestRecord(Record):
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
    nearest: NearestRecord | None
    stopped: Annotated[Literal["frozen", "taken"] | None, Field(description="what stopped it where enough had gathered")]
    parts: tuple[PartRecord, ...]


def told(one: WhyNot, place: Place, everything: bool = False) -> str:
    """That it was not done; what kept it shut, or how near it came and what held it back."""
    line = place(one.trace.tables.labels["act"][one.act].path)
    head = f"{one.label} was not done{f' ({line})' if line else ''}"
    if one.open == 0.0:
        return f"{head}\n\nIt was never open: {one.shut}.\n"
    if one.nearest is None:
        return f"{head}\n\nIt was open for {one.open:.1f} s in all, too short to be weighed.\n"
    wording = Wording(one.trace, one.label.split(" ")[0])
    came = f"It was open for {clock(one.open)} of {clock(one.trace.seconds)}, and came nearest at {clock(one.nearest.t)}"
    gathered = f"{came}, to {100.0 * one.share:.0f} % of what it takes{STOPPED[one.stopped]}:"
    return "\n".join([head, "", gathered, "", *parts_told(one.parts, wording, place, everything)]) + "\n"


def record(one: WhyNot) -> dict[str, Any]:
    """As plain values: shares of the threshold, which add up to how near it came."""
    came = one.nearest
    return WhyNotRecord(
        kind="why not",
        act=one.label,
        open=one.open,
        shut=one.shut if one.open == 0.0 else None,
        nearest=NearestRecord(t=came.t, preference=came.preference, threshold=came.threshold) if came else None,
        stopped=cast("Literal['frozen', 'taken'] | None", one.stopped or None),
        parts=tuple(part_record(part) for part in one.parts),
    ).model_dump(mode="json")
