"""Rows for facts and who holds what of them at the start: what is known, wondered, or known to be known."""

from __future__ import annotations

from typing import Final

from falter.model.people import Person
from falter.model.scene import Fact, Scene
from falter.tables.names import Names
from falter.tables.rows import Row, Rows

CERTAIN: Final = 0.99
"""Odds of what somebody knows: ours."""
NO_OPINION: Final = 0.5


def add_facts(rows: Rows, names: Names, scene: Scene) -> None:
    """A row for each fact, and one for what each person takes each to hold of it."""
    facts = sorted(scene.facts, key=lambda fact: fact.id)
    for fact in facts:
        rows.add("fact", Row(fact.id), SO=int(fact.true))
    for one in names.people:
        for other in names.people:
            for fact in facts:
                odds, firm = _own(one, fact) if one is other else _others(one, other, fact)
                rows.add("belief", Row(f"{one.id} of {other.id} {fact.id}"), ODDS=odds, FIRM=int(firm))


def _own(person: Person, fact: Fact) -> tuple[float, bool]:
    """Odds a person comes in with, and whether he knows how it stands; who knows that another knows, knows it too."""
    if fact.id in person.knows or any(known.fact == fact.id for known in person.knows_of):
        return (CERTAIN if fact.true else 1.0 - CERTAIN), True
    wondered = next((wonder for wonder in person.wonders if wonder.about == "fact" and wonder.fact == fact.id), None)
    return (wondered.strength if wondered else NO_OPINION), False


def _others(one: Person, other: Person, fact: Fact) -> tuple[float, bool]:
    known = any(known.fact == fact.id and known.person == other.id for known in one.knows_of)
    return (CERTAIN if fact.true else 1.0 - CERTAIN) if known else NO_OPINION, False
