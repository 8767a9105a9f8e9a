"""Facts: what a person knows and wonders goes together, and a move says one thing of each."""

from __future__ import annotations

from falter.scene.checks.cast import Cast
from falter.scene.checks.report import Report
from falter.scene.checks.walk import means


def check_facts(cast: Cast, report: Report) -> None:
    """Nobody wonders about what he knows, or knows what he is said to know twice over; no move both tells and denies."""
    for i, person in enumerate(cast.scene.people):
        known = {*person.knows, *(each.fact for each in person.knows_of)}
        for w, wonder in enumerate(person.wonders):
            if wonder.about == "fact" and wonder.fact in known:
                report.add("FAL3402", ("people", i, "wonders", w), [wonder.fact or ""], ["if"], id=person.id, fact=wonder.fact)
        for k, each in enumerate(person.knows_of):
            if each.person == person.id:
                report.add("FAL3405", ("people", i, "knows_of", k), id=person.id, fact=each.fact)
    for made in cast.made:
        for meant in means(made.move, "denies"):
            if meant.object in made.move.tells:
                report.add("FAL3403", made.path, [meant.object or ""], ("may", made.move.id, "denies"), id=made.move.id, fact=meant.object)
