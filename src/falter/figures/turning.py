"""How likely each ending was from every moment of a performance on: a line an ending over story time, with the moments where it turned."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any, Final, NamedTuple

from falter.figures.feelings import WIDTH
from falter.figures.labels import led_to
from falter.figures.look import FAINT, INK, coloured, dashed, dressed, table, titled
from falter.figures.times import clock_axis

HIGH: Final = 240
BANDS: Final = 2
"""Lines, from the first on, that have their intervals drawn."""
ROW: Final = 16
"""Pixels of a line of the key."""
LETTERS: Final = 100
"""Of a line of the key."""
NEAR: Final = 12.0
"""Pixels between two numbers above the lines; of nearer ones the later stands higher."""
LEVELS: Final = 3


class Line(NamedTuple):
    """An ending: of each moment the time in s, its chance, and the interval of it."""

    name: str
    points: Sequence[tuple[float, float, float, float]]


class Mark(NamedTuple):
    """A turning point: when, and what came about."""

    t: float
    said: str


def turning(title: str, below: str, seconds: float, lines: Sequence[Line], marks: Sequence[Mark]) -> Any:
    """The lines, the first two with their intervals, each named where it ends; turning points numbered, and told beneath."""
    import altair

    names = [line.name for line in lines]
    rows = [{"t": t, "share": share, "low": low, "high": high, "name": line.name} for line in lines for t, share, low, high in line.points]
    scale = altair.Scale(domain=[0.0, 1.0])
    x = altair.X("t:Q", title="story time (min:s)", scale=altair.Scale(domain=[0.0, seconds], nice=False), axis=clock_axis(seconds))
    y = altair.Y("share:Q", title="chance from there on", scale=scale, axis=altair.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".0%"))
    colour = altair.Color("name:N", scale=coloured(names), legend=None)
    drawn = altair.Chart(table(rows), width=WIDTH, height=HIGH).encode(x, colour)
    banded = altair.Chart(table([row for row in rows if row["name"] in names[:BANDS]]))
    band = banded.mark_area(opacity=0.15).encode(x, altair.Y("low:Q", scale=scale), altair.Y2("high:Q"), colour)
    line = drawn.mark_line(strokeWidth=1.8).encode(y, altair.StrokeDash("name:N", scale=dashed(names), legend=None))
    ends = {one.name: one.points[-1][1] for one in lines}
    panel = altair.layer(band, line, *_numbered(marks, seconds), *led_to(ends, names, (WIDTH, HIGH), 1.0))
    both = altair.vconcat(panel, _key(marks), spacing=12) if marks else panel
    return dressed(both.properties(title=titled(title, below)))


def _numbered(marks: Sequence[Mark], seconds: float) -> list[Any]:
    """A rule at each turning point, and its number above."""
    import altair

    if not marks:
        return []
    rows, level, last = [], 0, -NEAR
    for number, mark in enumerate(marks, 1):
        place = mark.t / seconds * WIDTH
        level = (level + 1) % LEVELS if place - last < NEAR else 0
        last = place
        rows.append({"t": mark.t, "number": str(number), "up": -8 - 11 * level})
    drawn = altair.Chart(table(rows)).encode(altair.X("t:Q"))
    rule = drawn.mark_rule(color=FAINT, strokeWidth=1, strokeDash=[2, 2])
    number = drawn.mark_text(fontSize=11, fontWeight="bold", color=INK).encode(altair.Text("number:N"), altair.Y("up:Q", scale=None))
    return [rule, number]


def _key(marks: Sequence[Mark]) -> Any:
    """What the numbers stand for."""
    import altair

    said = [line for number, mark in enumerate(marks, 1) for line in wrap(f"{number}\u2002{mark.said}", LETTERS)]
    rows = [{"line": line, "said": text} for line, text in enumerate(said)]
    place = altair.Y("line:Q", axis=None, scale=altair.Scale(domain=[-0.5, len(rows) - 0.5], reverse=True, nice=False))
    text = altair.Chart(table(rows), width=WIDTH, height=ROW * len(rows)).mark_text(align="left", fontSize=11, color=INK, limit=WIDTH + 120)
    return text.encode(place, altair.Text("said:N"), x=altair.value(0))
