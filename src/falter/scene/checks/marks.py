"""Where the marks of a place are, as far as their distances can be true."""

from __future__ import annotations

from math import hypot, sqrt
from typing import Final

from falter.model.scene import Mark, Place

SLACK: Final = 0.05
"""Metres by which three distances may miss each other: a writer measures with the eye."""

Spot = tuple[float, float]
"""A point of the floor, in m."""


def located(place: Place) -> dict[str, Spot]:
    """Where the marks are, in m from the first: with one distance straight on, with two where the circles meet; the impossible left out."""
    spots: dict[str, Spot] = {}
    if place.marks:
        spots[place.marks[0].id] = (0.0, 0.0)
    left = [mark for mark in place.marks if mark.reaches]
    while left:
        later = []
        for mark in left:
            spot = _spot(mark, spots) if all(reach.mark in spots for reach in mark.reaches[:2]) else None
            if spot is None or mark.id in spots:
                later.append(mark)
            else:
                spots[mark.id] = spot
        if len(later) == len(left):
            break
        left = later
    return spots


def _spot(mark: Mark, spots: dict[str, Spot]) -> Spot | None:
    a = mark.reaches[0]
    ax, ay = spots[a.mark]
    if len(mark.reaches) == 1:
        return ax + a.metres, ay
    b = mark.reaches[1]
    dx, dy = spots[b.mark][0] - ax, spots[b.mark][1] - ay
    between = hypot(dx, dy)
    if a.metres + b.metres < between - SLACK or abs(a.metres - b.metres) > between + SLACK or between == 0.0:
        return None
    along = (a.metres**2 - b.metres**2 + between**2) / (2 * between)
    aside = sqrt(max(0.0, a.metres**2 - along**2))
    return ax + (along * dx - aside * dy) / between, ay + (along * dy + aside * dx) / between
