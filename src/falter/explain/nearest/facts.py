"""Facts that may be left out: what somebody remembers. An order or a promise is left out where its strength is moved to nothing.

A memory left out never comes back: what hangs on its coming back never is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from falter.diagnostics.source import Places
from falter.explain.nearest.ground import Fact, Ground
from falter.explore.tuning import Free
from falter.model.people import Person
from falter.model.scene import Scene
from falter.tables.memories import MIDDLING


def facts_of(scene: Scene) -> list[Fact]:
    """Every memory of a scene's people; one whose feelings are only named counts them as the engine does."""
    return [fact for person in scene.people for fact in _memories(person)]


def left_out(scene: Scene, places: Places, free: Sequence[Free], facts: Sequence[Fact]) -> Ground:
    """The scene without some facts, and the strengths that are left."""
    lines = {fact.line for fact in facts}
    gone = {name for fact in facts for name in fact.strengths}
    people = tuple(_without(person, lines) for person in scene.people)
    return Ground(scene.model_copy(update={"people": people}), places, tuple(one for one in free if one.name not in gone), tuple(facts))


def _memories(person: Person) -> Iterator[Fact]:
    for memory in person.memories:
        feels = [MIDDLING if felt.strength is None else felt.strength for felt in memory.feels]
        names = tuple(f"{person.id}.remembers.{memory.id}.{felt.emotion}".replace(" ", "-") for felt in memory.feels)
        yield Fact(f"{person.id} remembers {memory.id}", names, sqrt(sum(one**2 for one in feels)))


def _without(person: Person, lines: set[str]) -> Person:
    memories = tuple(one for one in person.memories if f"{person.id} remembers {one.id}" not in lines)
    return person.model_copy(update={"memories": memories})
