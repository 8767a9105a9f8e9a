"""Why somebody did not do something, told; and as plain values."""

from __future__ import annotations

from typing import Any, Final

from falter.explain.why_told import Place, part_record, parts_told
from falter.explain.whynot import WhyNot
from falter.explain.wording import Wording
from falter.narrate.timeline import clock

STOPPED: Final = {
    "": "; of that",
    "frozen": "; but there was no moving, for one who stood frozen. Of that",
    "taken": "; but what it is done with, hands or voice, was not free. Of that",
}


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
    nearest = {"t": one.nearest.t, "preference": one.nearest.preference, "threshold": one.nearest.threshold} if one.nearest else None
    shut = one.shut if one.open == 0.0 else None
    return {
        "act": one.label,
        "open": one.open,
        "shut": shut,
        "nearest": nearest,
        "stopped": one.stopped or None,
        "parts": [part_record(part) for part in one.parts],
    }
