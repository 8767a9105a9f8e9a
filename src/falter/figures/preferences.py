"""The race: how near each act of a person is to its threshold, and where one gets there and is begun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from falter.figures.feelings import WIDTH
from falter.figures.look import FAINT, GRID, INK, LONGEST, coloured, dashed, subtitled, table
from falter.figures.sampling import Line
from falter.figures.times import clock_axis

HIGH: Final = 170
NAMED: Final = 6
"""Acts of a person that have a line with a name; the others are drawn in grey."""
LOWEST: Final = -0.5
"""Preferences farther below nothing than that are cut off."""
TOP: Final = 1.08


def preferences(
    person: str, lines: Sequence[Line], begun: Sequence[tuple[float, str]], lasting: Sequence[str], seconds: float
) -> Any | None:
    """The lines of one person; `begun` are the acts begun, (start of the step in s, name); `lasting` are names of what cannot be undone.

    None where nothing was ever open to him.
    """
    import altair

    if not lines:
        return None
    names = chosen(lines, [name for _, name in begun], lasting)
    rows = [
        {"t": t, "name": line.name, "run": run, "near": min(TOP, value)}
        for line in lines
        for run, part in enumerate(pieces(line, [t for t, name in begun if name == line.name]))
        for t, value in part
    ]
    x = altair.X("t:Q", title="story time (min:s)", scale=altair.Scale(domain=[0.0, seconds], nice=False), axis=clock_axis(seconds))
    least = max(LOWEST, min([0.0, *(value for line in lines for value in line.values if value == value)]))
    ends = altair.Scale(domain=[least, TOP], nice=False)
    y = altair.Y("near:Q", title="preference / threshold", scale=ends, axis=altair.Axis(values=[-0.5, 0, 0.5, 1], format=".1f"))
    key = altair.Legend(title=None, symbolType="stroke", symbolStrokeWidth=2.5, symbolSize=400, labelLimit=LONGEST)
    colour, dash = (
        kind("name:N", scale=scale(names), legend=key) for kind, scale in ((altair.Color, coloured), (altair.StrokeDash, dashed))
    )
    others = altair.Chart(table([row for row in rows if row["name"] not in names]))
    grey = others.mark_line(color=GRID, strokeWidth=1, clip=True).encode(x, y, detail=["name:N", "run:N"])
    own = altair.Chart(table([row for row in rows if row["name"] in names])).encode(x, y, colour, detail=["name:N", "run:N"])
    line = own.mark_line(strokeWidth=1.7, clip=True).encode(dash)
    one = altair.Chart(table([{"near": 1.0}])).mark_rule(color=INK, strokeWidth=1).encode(altair.Y("near:Q", scale=ends))
    dots = altair.Chart(table([{"t": t, "name": name, "near": 1.0} for t, name in begun if name in names]))
    done = dots.mark_point(filled=True, size=60, opacity=1.0, stroke="white", strokeWidth=0.8).encode(x, y, colour, tooltip=["name:N"])
    rest = altair.Chart(table([{"t": t, "near": 1.0} for t, name in begun if name not in names]))
    faint = rest.mark_point(filled=True, size=22, opacity=1.0, color=FAINT).encode(x, y)
    title = subtitled(
        f"What {person} weighs", "an act is begun where its preference reaches the threshold (dots); grey: all others that are open"
    )
    return altair.layer(grey, line, one, faint, done).properties(width=WIDTH, height=HIGH, title=title)


def chosen(lines: Sequence[Line], begun: Sequence[str], lasting: Sequence[str]) -> list[str]:
    """The acts that are named, in the order of the scene: what cannot be undone, the nearest first; then what was begun for the first time
    last; then what else came nearest."""
    nearest = sorted(lines, key=lambda line: -max(value for value in line.values if value == value))
    grave = [line.name for line in nearest if line.name in lasting]
    first = list(dict.fromkeys(begun))
    known = {line.name for line in lines}
    ranked = dict.fromkeys([*grave[: NAMED // 2], *reversed(first), *(line.name for line in nearest)])
    kept = [name for name in ranked if name in known][:NAMED]
    return [line.name for line in lines if line.name in kept]


def pieces(line: Line, begun: Sequence[float] = ()) -> list[list[tuple[float, float]]]:
    """The parts of a line between its gaps; each ends at 1 where the act is begun, before what it is at from then on.

    >>> pieces(Line("a", [0.0, 1.0, 2.0, 3.0], [1.0, float("nan"), 2.0, 3.0]))
    [[(0.0, 1.0)], [(2.0, 2.0), (3.0, 3.0)]]
    >>> pieces(Line("a", [0.0, 1.0, 2.0], [0.5, 0.75, 0.0]), [2.0])
    [[(0.0, 0.5), (1.0, 0.75), (2.0, 1.0)], [(2.0, 0.0)]]
    """
    points = [*((t, 1.0, True) for t in begun), *((t, value, False) for t, value in zip(line.times, line.values, strict=True))]
    found: list[list[tuple[float, float]]] = [[]]
    for t, value, last in sorted(points, key=lambda point: point[0]):
        if value == value:
            found[-1].append((t, value))
        if last or value != value:
            found.append([])
    return [part for part in found if part]
