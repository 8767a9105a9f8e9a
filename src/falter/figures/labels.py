"""Names beside the ends of lines, in place of a box of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from falter.figures.look import INK, LONGEST, coloured, table

APART: Final = 14
"""Least distance of two labels, in pixels."""
LEAD: Final = 24
"""Where a label's leading line ends, in pixels from the edge."""


def led_to(ends: Mapping[str, float], names: list[str], size: tuple[int, int], most: float) -> list[Any]:
    """The names of lines that end at these heights, from 0 to `most`, of a panel of this size in pixels: each stands beside its line, moved
    where two would lie on each other, with a stroke that leads to it. `names` give the colours."""
    import altair

    wide, high = size
    ordered = sorted(ends, key=lambda name: ends[name])
    places = apart([ends[name] / most * high for name in ordered], APART, high)
    rows = [{"y": ends[name], "place": place / high * most, "name": name} for name, place in zip(ordered, places, strict=True)]
    drawn = altair.Chart(table(rows))
    place = altair.Y("place:Q", scale=altair.Scale(domain=[0.0, most], nice=False))
    text = drawn.mark_text(align="left", fontSize=12, color=INK, limit=LONGEST).encode(
        place, altair.Text("name:N"), x=altair.value(wide + LEAD + 5)
    )
    colour = altair.Color("name:N", scale=coloured(names), legend=None)
    stroke = drawn.mark_rule(strokeWidth=1.2).encode(altair.Y("y:Q"), altair.Y2("place:Q"), colour)
    return [text, stroke.encode(x=altair.value(wide + 5), x2=altair.value(wide + LEAD))]


def apart(places: Sequence[float], least: float, room: float) -> list[float]:
    """Places in rising order, moved as little as need be so that any two are `least` apart, from 0 to `room` if there is so much room.

    >>> apart([0.0, 4.0, 50.0], 10.0, 100.0)
    [0.0, 10.0, 50.0]
    >>> apart([95.0, 99.0], 10.0, 100.0)
    [90.0, 100.0]
    """
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + least) if moved else place)
    top = room
    for index in range(len(moved) - 1, -1, -1):
        moved[index] = min(moved[index], top)
        top = moved[index] - least
    return moved
