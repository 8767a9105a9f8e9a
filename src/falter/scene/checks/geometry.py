"""Marks and metres: where the marks of a place are, whether they can be there, and how far people stand apart."""

from __future__ import annotations

from math import hypot
from typing import Final

from falter.model.scene import Mark, Place
from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report

ARM: Final = 0.4
"""Metres: nobody walks nearer to another than that."""


def check_geometry(cast: Cast, report: Report) -> None:
    """Marks without a distance, measured from themselves or in a ring, and distances that no room has."""
    place = cast.scene.place
    if place is None:
        return
    for i, mark in enumerate(place.marks):
        path = ("place", "marks", i)
        known = [reach for reach in mark.reaches if reach.mark in cast.marks]
        if any(reach.mark == mark.id for reach in mark.reaches):
            report.add("FAL2704", path, [mark.id], ["from"], id=mark.id, first=place.marks[0].id)
        elif mark.reaches and i == 0:
            report.add("FAL2703", path, [mark.id], ["mark"], id=mark.id, other=mark.reaches[0].mark)
        elif not mark.reaches and i > 0:
            report.add("FAL2702", path, [mark.id], ["mark"], id=mark.id, first=place.marks[0].id)
        elif len(mark.reaches) > 2:
            report.add("FAL2706", path, [mark.id], ["mark"], id=mark.id, count=len(mark.reaches))
        elif mark.id not in cast.spots and len(known) == len(mark.reaches):
            _ring_or_triangle(cast, report, i)


def _ring_or_triangle(cast: Cast, report: Report, i: int) -> None:
    assert cast.scene.place is not None
    mark, spots = cast.scene.place.marks[i], cast.spots
    path = ("place", "marks", i)
    if not all(reach.mark in spots for reach in mark.reaches):
        if _ringed(cast.scene.place, mark):
            report.add("FAL2705", path, [mark.id], ["mark"], id=mark.id, first=cast.marks[0])
        return
    a, b = mark.reaches
    between = hypot(spots[a.mark][0] - spots[b.mark][0], spots[a.mark][1] - spots[b.mark][1])
    least, most = abs(a.metres - b.metres), a.metres + b.metres
    report.add(
        "FAL2701", path, [f"{b.metres:g} m"], [mark.id], id=mark.id, a=a.mark, b=b.mark, between=f"{between:g}",
        da=f"{a.metres:g}", db=f"{b.metres:g}", most=f"{between + a.metres:g}", least=f"{abs(between - a.metres):g}",
        reason=f"the two together come to {most:g} m" if most < between else f"they differ by {least:g} m",
    )  # fmt: skip


def _ringed(place: Place, mark: Mark) -> bool:
    """Does following the distances from a mark lead back to it?"""
    reaches = {each.id: [reach.mark for reach in each.reaches] for each in place.marks}
    seen: set[str] = set()
    todo = list(reaches[mark.id])
    while todo:
        at = todo.pop()
        if at == mark.id:
            return True
        if at not in seen:
            seen.add(at)
            todo += reaches.get(at, [])
    return False


def apart(cast: Cast, a: str, b: str) -> float | None:
    """Metres between two people at the start, None where the scene does not say it plainly."""
    one, two = cast.people.get(a), cast.people.get(b)
    if one is None or two is None:
        return None
    for person, other in ((one, two), (two, one)):
        if person.beside == other.id:
            return person.apart
    p, q = cast.spots.get(one.at or ""), cast.spots.get(two.at or "")
    return None if p is None or q is None else hypot(p[0] - q[0], p[1] - q[1])
