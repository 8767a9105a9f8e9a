"""The performance as a table, a line an act: when, who, what, to whom, in what words, why, and who else knew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from falter.narrate.script import plain_words, wording_of

if TYPE_CHECKING:
    from falter.narrate.performed import Performed
    from falter.performance.event import Event

HEADINGS = ("time", "who", "act", "to", "words", "why", "perceived by")
TIME: Final = re.compile(r"(?:(?P<minutes>[0-9]+):)?(?P<seconds>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*s?")


def timeline(trace: Performed) -> str:
    """Every act in order of its beginning, in columns; the last line is the ending.

    In brackets stands a motive that an act does not serve, where all it does is to go less against it than what else was open.
    """
    rows = [_row(trace, event) for event in sorted(trace.events, key=lambda event: (event.t, event.index))]
    widths = [max(len(row[column]) for row in [HEADINGS, *rows]) for column in range(len(HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in [HEADINGS, *rows]]
    return "\n".join([*lines, f"{clock(trace.seconds)}  ends {trace.ending}"])


def clock(seconds: float) -> str:
    """Story time in minutes, seconds and tenths.

    >>> clock(72.35)
    '1:12.4'
    """
    tenths = int(seconds * 10 + 0.5 + 1e-6)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


def seconds_of(text: str) -> float | None:
    """A time as one types it, `1:52.3`, `112`, `112 s`, in s; None for what is no time from 0 on.

    >>> seconds_of("1:52.5"), seconds_of("7 s"), seconds_of("soon"), seconds_of("1:-5"), seconds_of("1:60")
    (112.5, 7.0, None, None, None)
    """
    read = TIME.fullmatch(text.strip())
    if read is None or (read["minutes"] and float(read["seconds"]) >= 60.0):
        return None
    return 60.0 * int(read["minutes"] or 0) + float(read["seconds"])


def span(seconds: float) -> str:
    """A length of time: `14 s`, `2:05`.

    >>> span(14.2), span(125.0)
    ('14 s', '2:05 min')
    """
    return f"{seconds:.0f} s" if seconds < 100.0 else f"{clock(seconds).split('.')[0]} min"


def _row(trace: Performed, event: Event) -> tuple[str, ...]:
    wording = wording_of(trace.scene, event)
    text = plain_words(trace.scene, event, trace.seed)
    words = f"“{text}”" if wording.kind == "says" else text
    words = words if len(words) <= 60 else words[:59].rstrip() + "…"
    notes = [*(["inner"] if event.inner else []), *(["cut off"] if event.cut else []), *(["late"] if event.late else [])]
    act = event.move + (f" ({', '.join(notes)})" if notes else "")
    others = ", ".join(person for person in event.heard_by if person != event.who) or "nobody"
    cause = event.cause if event.serves or not event.cause else f"({event.cause})"
    why = f"{cause}{' + ' if cause else ''}author {event.author:.2f}" if event.author >= 0.005 else cause
    return clock(event.t), event.who, act, event.to or "", words, why, others
