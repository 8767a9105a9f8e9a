"""What a scene says of somebody whom a used file opens, put together with what stands there: the scene has the last word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from falter.model.people import Person

_OPENS: Final = ("called", "once", "pronoun", "count")
"""What only the line says that opens a person."""
_WHERE: Final = ("away", "arrives", "at", "beside", "apart")
"""What goes together: who is put somewhere else is put there wholly."""
_SAME: Final[dict[str, Callable[[Any], object]]] = {
    "wears": lambda each: each.thing,
    "moods": lambda each: each.emotion,
    "ties": lambda each: (each.word, each.person),
    "orders": lambda each: (each.by, each.move, each.target, each.keeps),
    "norms": lambda each: each.meaning,
    "wants": lambda each: (each.move, each.target),
    "promises": lambda each: (each.move, each.target),
    "powers": lambda each: each.word,
    "knows": lambda each: each,
    "knows_of": lambda each: each,
    "wonders": lambda each: each.model_copy(update={"strength": 0.0}),
    "hides": lambda each: each,
    "shows": lambda each: each.emotion,
}
"""Of a list, what two lines must share for the scene's to stand in the other's place; other lists are put one behind the other."""

Kept = dict[tuple[str, int], int]
"""For what is kept of the used lists: the list and the place in it, and its place in the list of both."""


def is_bare(person: Person) -> bool:
    """Is nothing said of the person that only an opening line says?"""
    return all(getattr(person, name) == Person.model_fields[name].default for name in _OPENS)


def added(opened: Person, own: Person) -> tuple[Person, Kept]:
    """Somebody as a used file opens him, with what the scene adds; and what is kept of the lists there."""
    changed: dict[str, Any] = {}
    kept: Kept = {}
    placed = own.at is not None or own.beside is not None or own.away
    ruled = {rule.emotion for rule in own.shows} | set(own.hides)
    for name in Person.model_fields:
        mine, theirs = getattr(own, name), getattr(opened, name)
        if name in _WHERE:
            changed[name] = mine if placed else theirs
        elif isinstance(theirs, tuple) and isinstance(mine, tuple) and name != "copes":
            same = _SAME.get(name)
            taken = {same(each) for each in mine} if same else set()
            rest = [at for at, each in enumerate(theirs) if not (same and same(each) in taken) and not _ruled(name, each, ruled)]
            kept |= {(name, at): len(mine) + i for i, at in enumerate(rest)}
            changed[name] = (*mine, *(theirs[at] for at in rest))
        elif name != "id" and mine == Person.model_fields[name].default:
            changed[name] = theirs
    return own.model_copy(update=changed), kept


def _ruled(name: str, each: Any, ruled: set[str]) -> bool:
    """Does the scene have a rule of its own for the display of this feeling?"""
    return (name == "hides" and each in ruled) or (name == "shows" and each.emotion in ruled)
