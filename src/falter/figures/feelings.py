"""Felt against shown: a row for each of a person's strongest feelings, the line what he feels, the filled shape what shows of it.

Of one feeling, likewise, a row for each channel.
"""

from __future__ import annotations

from typing import Any, Final

from falter.figures.look import FAINT, GRID, INK, PALETTE, subtitled, table
from falter.figures.sampling import Line
from falter.figures.times import clock_axis

WIDTH: Final = 520
ROW: Final = 44
"""Pixels from 0 to 1."""
GAP: Final = 14
ROWS: Final = 4
"""Feelings of a person that are drawn."""
LEAST: Final = 0.1
"""A feeling that is never felt or shown so strongly is not drawn."""


def feelings(person: str, found: dict[str, tuple[Line, Line]], seconds: float) -> Any | None:
    """The rows of one person, the strongest feeling first; None where there is none."""
    peaks = {name: max(*felt.values, *shown.values) for name, (felt, shown) in found.items()}
    names = sorted((name for name, peak in peaks.items() if peak >= LEAST), key=lambda name: -peaks[name])[:ROWS]
    title = subtitled(f"What {person} feels and shows", "line: felt; filled: shown, on the channel that shows it most")
    return rows_of({name: found[name] for name in names}, seconds, title) if names else None


def channels(person: str, emotion: str, found: dict[str, tuple[Line, Line]], seconds: float) -> Any:
    """How one feeling of a person shows on each channel."""
    title = subtitled(f"How {emotion} shows on {person}", "line: would show, were nothing held down, played up or covered; filled: shows")
    return rows_of(found, seconds, title)


def rows_of(found: dict[str, tuple[Line, Line]], seconds: float, title: Any) -> Any:
    """A row each: the first as a line, the second as a filled shape."""
    import altair

    names = list(found)
    high = (ROW + GAP) * len(names)
    floors = {name: high - (ROW + GAP) * (number + 1) for number, name in enumerate(names)}
    points = [
        {"t": t, "name": name, "floor": floors[name], "felt": floors[name] + ROW * f, "shown": floors[name] + ROW * s, "own": f, "out": s}
        for name in names
        for t, f, s in zip(found[name][0].times, found[name][0].values, found[name][1].values, strict=True)
    ]
    scale = altair.Scale(domain=[0.0, high], nice=False)
    x = altair.X("t:Q", title="story time (min:s)", scale=altair.Scale(domain=[0.0, seconds], nice=False), axis=clock_axis(seconds))
    drawn = altair.Chart(table(points)).encode(x, detail="name:N")
    shape = drawn.mark_area(color=PALETTE[3], opacity=0.75).encode(altair.Y("shown:Q", axis=None, scale=scale), altair.Y2("floor:Q"))
    line = drawn.mark_line(color=PALETTE[0], strokeWidth=1.6).encode(altair.Y("felt:Q", axis=None, scale=scale))
    rows = altair.Chart(table([{"name": name, "floor": floor, "top": floor + ROW} for name, floor in floors.items()]))
    floor, top = altair.Y("floor:Q", axis=None, scale=scale), altair.Y("top:Q", axis=None, scale=scale)
    edges = [rows.mark_rule(color=GRID).encode(y, x=altair.value(0), x2=altair.value(WIDTH)) for y in (floor, top)]
    name = rows.mark_text(align="right", dx=-22, dy=-ROW / 2, fontSize=12, color=INK).encode(
        floor, altair.Text("name:N"), x=altair.value(0)
    )
    ends = [
        rows.mark_text(align="right", dx=-6, fontSize=9, color=FAINT).encode(y, text=altair.value(said), x=altair.value(0))
        for y, said in ((floor, "0"), (top, "1"))
    ]
    return altair.layer(*edges, shape, line, name, *ends).properties(width=WIDTH, height=high, title=title)
