"""What people wonder, over time: the odds of each thing, with the line that they are even at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from falter.figures.feelings import WIDTH
from falter.figures.labels import led_to
from falter.figures.look import FAINT, coloured, dashed, subtitled, table
from falter.figures.sampling import Line
from falter.figures.times import clock_axis

HIGH: Final = 190
NAMED: Final = 7


def beliefs(lines: Sequence[Line], seconds: float) -> Any | None:
    """A line each, named where it ends; of many, those that moved most. None where nobody wonders anything."""
    import altair

    if not lines:
        return None
    moved = sorted(lines, key=lambda line: min(line.values) - max(line.values))[:NAMED]
    kept = [line for line in lines if line in moved]
    names = [line.name for line in kept]
    rows = [{"t": t, "odds": value, "name": line.name} for line in kept for t, value in zip(line.times, line.values, strict=True)]
    x = altair.X("t:Q", title="story time (min:s)", scale=altair.Scale(domain=[0.0, seconds], nice=False), axis=clock_axis(seconds))
    y = altair.Y(
        "odds:Q", title="held for so", scale=altair.Scale(domain=[0.0, 1.0]), axis=altair.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".0%")
    )
    colour = altair.Color("name:N", scale=coloured(names), legend=None)
    drawn = altair.Chart(table(rows), width=WIDTH, height=HIGH).encode(x, y, colour)
    line = drawn.mark_line(strokeWidth=1.8).encode(altair.StrokeDash("name:N", scale=dashed(names), legend=None))
    even = altair.Chart(table([{"odds": 0.5}])).mark_rule(color=FAINT, strokeWidth=1).encode(altair.Y("odds:Q"))
    ends = {one.name: one.values[-1] for one in kept}
    more = f"; the {NAMED} that move most, of {len(lines)}" if len(lines) > NAMED else ""
    title = subtitled("What is believed", f"A: x, how surely A holds x; B on A: x, how surely B takes A to hold it{more}")
    return altair.layer(even, line, *led_to(ends, names, (WIDTH, HIGH), 1.0), title=title)
