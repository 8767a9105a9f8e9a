"""How long: for each of some groups of performances, twenty dots at the quantiles of a time, stacked where they would touch.

Dots can be counted: of twenty, four beyond a minute say that one performance in five takes longer (Kay et al. 2016).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy
from numpy.typing import NDArray

from falter.figures.look import FAINT, GRID, INK, LONGEST, PALETTE, table

WIDTH: Final = 460
HIGH: Final = 66
"""Pixels that a stack may be high; dots of a higher one lie over each other, like coins."""
LOW: Final = 26
"""Pixels that a row has at least."""
ROOM: Final = 12
"""Pixels between a row's highest stack and the row above."""
DOT: Final = 10.0
"""Diameter of a dot, in pixels."""
DOTS: Final = 20
TICKS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400)
"""s between the labels of an axis of story time."""
MOST_TICKS: Final = 9
CLOCK: Final = "floor(datum.value / 60) + ':' + format(datum.value % 60, '02')"
"""Labels of an axis of story time, in minutes and seconds."""


class Group(NamedTuple):
    """Some performances by what they have in common, and a time of each, in s."""

    name: str
    seconds: NDArray[numpy.float64]
    said: str
    """What stands at the end of its row."""


def quantile_dots(seconds: NDArray[numpy.float64]) -> list[float]:
    """The middles of twenty equal parts of some times; of fewer than twenty, the times themselves.

    >>> quantile_dots(numpy.array([3.0, 1.0]))
    [1.0, 3.0]
    >>> quantile_dots(numpy.arange(201.0))[:3]
    [5.0, 15.0, 25.0]
    """
    if len(seconds) <= DOTS:
        return [float(value) for value in numpy.sort(seconds)]
    return [float(value) for value in numpy.quantile(seconds, (numpy.arange(DOTS) + 0.5) / DOTS)]


def stacked(dots: Sequence[float], width: float) -> list[tuple[float, int]]:
    """Dots in rising order, each with how many it stands on: those nearer than `width` to the first of a stack go on it, in its middle.

    >>> stacked([1.0, 1.2, 5.0], 0.5)
    [(1.1, 0), (1.1, 1), (5.0, 0)]
    """
    stacks: list[list[float]] = []
    for dot in dots:
        if stacks and dot - stacks[-1][0] < width:
            stacks[-1].append(dot)
        else:
            stacks.append([dot])
    return [((stack[0] + stack[-1]) / 2.0, height) for stack in stacks for height in range(len(stack))]


def dots(groups: Sequence[Group], title: Any, axis: str) -> Any:
    """A row of dots a group, in the order given; the half that took longer is paler, so that the median is where the shade changes."""
    import altair

    middles = [quantile_dots(one.seconds) for one in groups]
    edge = max(1.03 * max(row[-1] for row in middles), 1.0)
    placed = [stacked(row, edge * DOT / WIDTH) for row in middles]
    step = min(DOT, HIGH / max(height + 1 for row in placed for _, height in row))
    highs = [max(LOW, DOT + step * max(height for _, height in row) + ROOM) for row in placed]
    floors = [sum(highs[row + 1 :]) for row in range(len(groups))]
    points = [
        {"name": one.name, "at": at, "up": floor + DOT / 2.0 + 1.0 + step * height, "late": 2 * number >= len(row)}
        for one, row, floor in zip(groups, placed, floors, strict=True)
        for number, (at, height) in enumerate(row)
    ]
    lines = [{"name": one.name, "floor": floor, "said": one.said} for one, floor in zip(groups, floors, strict=True)]
    x = altair.X("at:Q", title=axis, scale=altair.Scale(domain=[0.0, edge], nice=False), axis=clock_axis(edge))
    scale = altair.Scale(domain=[0.0, sum(highs)], nice=False)
    floor = altair.Y("floor:Q", axis=None, scale=scale)
    row = altair.Chart(table(lines))
    base = row.mark_rule(color=GRID).encode(floor, x=altair.value(0), x2=altair.value(WIDTH))
    name = row.mark_text(align="right", fontSize=12, color=INK, dx=-10, dy=-8, limit=LONGEST).encode(
        floor, altair.Text("name:N"), x=altair.value(0)
    )
    said = row.mark_text(align="left", fontSize=11, color=FAINT, dx=8, dy=-8).encode(floor, altair.Text("said:N"), x=altair.value(WIDTH))
    dot = altair.Chart(table(points)).mark_circle(size=DOT * DOT * 0.85, opacity=1.0, stroke="white", strokeWidth=0.6)
    half = altair.Color("late:N", scale=altair.Scale(domain=[False, True], range=[PALETTE[0], PALETTE[3]]), legend=None)
    drawn = dot.encode(
        x, altair.Y("up:Q", axis=None, scale=scale), half, tooltip=[altair.Tooltip("name:N"), altair.Tooltip("at:Q", format=".1f")]
    )
    return altair.layer(base, drawn, name, said).properties(width=WIDTH, height=sum(highs), title=title)


def clock_axis(edge: float) -> Any:
    """An axis of story time from 0 to `edge` s, with labels where a clock has them."""
    import altair

    step = next((step for step in TICKS if edge / step <= MOST_TICKS), TICKS[-1])
    return altair.Axis(labelExpr=CLOCK, values=[step * k for k in range(int(edge / step) + 1)], labelFlush=False)
