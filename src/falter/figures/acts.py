"""What was done, and when: a row a person, a mark for each act, the most telling ones named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from falter.figures.feelings import WIDTH
from falter.figures.look import GRID, INK, LONGEST, PALETTE, subtitled, table
from falter.figures.times import clock_axis

ROW: Final = 46
LETTER: Final = 5.6
"""Pixels of a letter of a label, about."""


class Mark(NamedTuple):
    """One act: when it was begun, in s, who did what, in which words; `inner` if nobody else can see it, `weight` how telling it is."""

    t: float
    who: str
    what: str
    words: str
    inner: bool
    weight: int


def acts(people: Sequence[str], marks: Sequence[Mark], seconds: float) -> Any:
    """The rows; what would not fit between its neighbours keeps its mark and loses its name."""
    import altair

    high = ROW * len(people)
    floors = {name: high - ROW * (number + 1) + 14 for number, name in enumerate(people)}
    rows = [{**mark._asdict(), "y": floors[mark.who] - (7 if mark.inner else 0)} for mark in marks if mark.who in floors]
    named = [
        {"t": mark.t, "y": floors[who] + 10 + 11 * lane, "what": mark.what}
        for who in people
        for mark, lane in placed([mark for mark in marks if mark.who == who and not mark.inner], seconds)
    ]
    scale = altair.Scale(domain=[0.0, high], nice=False)
    x = altair.X("t:Q", title="story time (min:s)", scale=altair.Scale(domain=[0.0, seconds], nice=False), axis=clock_axis(seconds))
    y = altair.Y("y:Q", axis=None, scale=scale)
    base = altair.Chart(table([{"y": floor, "name": name} for name, floor in floors.items()]))
    rule = base.mark_rule(color=GRID).encode(y, x=altair.value(0), x2=altair.value(WIDTH))
    name = base.mark_text(align="right", dx=-10, fontSize=12, color=INK, limit=LONGEST).encode(y, altair.Text("name:N"), x=altair.value(0))
    hover = [altair.Tooltip("what:N"), altair.Tooltip("words:N"), altair.Tooltip("t:Q", format=".1f")]
    dots = altair.Chart(table([row for row in rows if not row["inner"]])).mark_point(filled=True, size=42, opacity=1.0, color=PALETTE[0])
    small = altair.Chart(table([row for row in rows if row["inner"]])).mark_tick(thickness=1, size=5, color=PALETTE[3], orient="vertical")
    text = altair.Chart(table(named)).mark_text(align="left", dx=-3, fontSize=10, color=INK).encode(x, y, altair.Text("what:N"))
    title = subtitled("What is done", "dots: acts; strokes beneath: what is done in the mind alone")
    layers = (rule, small.encode(x, y, tooltip=hover), dots.encode(x, y, tooltip=hover), text, name)
    return altair.layer(*layers).properties(width=WIDTH, height=high, title=title)


def placed(marks: Sequence[Mark], seconds: float) -> list[tuple[Mark, int]]:
    """The acts whose names fit, each in one of two lanes: the most telling first, of those alike the earlier."""
    taken: list[list[tuple[float, float]]] = [[], []]
    found = []
    for mark in sorted(marks, key=lambda mark: (-mark.weight, mark.t)):
        start = mark.t / seconds * WIDTH
        end = start + LETTER * len(mark.what) + 4.0
        for lane, spans in enumerate(taken):
            if all(end < one or start > other for one, other in spans):
                spans.append((start, end))
                found.append((mark, lane))
                break
    return found
