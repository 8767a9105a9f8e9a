"""What can be wondered: acts of which one at most is meant, and things that something done could tell of."""

from __future__ import annotations

from falter.diagnostics.source import Path
from falter.model.people import Person, Wonder
from falter.model.words import TIES
from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report

MOST = 3
"""Acts of one person that another can wonder about."""


def check_wonders(cast: Cast, report: Report) -> None:
    """Every person's wonders about each other person."""
    for p, person in enumerate(cast.scene.people):
        for w, wonder in enumerate(person.wonders):
            path: Path = ("people", p, "wonders", w)
            if wonder.about == "means" and wonder.person:
                _exclusive(report, person, w, path)
            if wonder.about != "fact" and wonder.person in cast.people:
                _observable(cast, report, person, wonder, path)


def _exclusive(report: Report, person: Person, w: int, path: Path) -> None:
    """Of the acts that one may mean, one at most is meant: no more than three, and odds of no more than 1 in all."""
    wonder = person.wonders[w]
    about: dict[tuple[str | None, str | None], float] = {}
    for other in person.wonders[: w + 1]:
        if other.about == "means" and other.person == wonder.person:
            about.setdefault((other.move, other.target), other.strength)
    before = {**about}
    before.pop((wonder.move, wonder.target), None)
    if len(about) > MOST >= len(before):
        report.add("FAL3304", path, ["wonders"], id=person.id, person=wonder.person or "")
    elif sum(about.values()) > 1.0 + 1e-9 and sum(before.values()) <= 1.0 + 1e-9:
        report.add("FAL3301", path, ["wonders"], id=person.id, person=wonder.person or "", sum=f"{sum(about.values()):g}")


def _observable(cast: Cast, report: Report, person: Person, wonder: Wonder, path: Path) -> None:
    """Is there anything the other may do, and others can see, that tells of it?"""
    if wonder.about == "means":
        wanted = [each for each in cast.moves.get(wonder.move or "", ()) if wonder.person in (each.move.who or cast.ids)]
        if wanted and all(each.move.inner for each in wanted):
            report.add("FAL3302", path, ["wonders"], id=person.id, person=wonder.person or "", what=f"means to {wonder.move}")
        return
    if wonder.tie in TIES and TIES[wonder.tie].motive is None:
        report.add("FAL3302", path, ["wonders"], id=person.id, person=wonder.person or "", what=f"{wonder.tie} `{wonder.other}`")
