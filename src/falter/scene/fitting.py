"""What of a cast fits one scene: who is in it, which cues of a memory there are in it, and what its words mean by a thing's name."""

from __future__ import annotations

from typing import Any

from falter.model.conditions import Atom
from falter.model.people import Person
from falter.model.record import Record
from falter.model.scene import Scene
from falter.model.words import CUES, FELT_WORDS


def fitted(scene: Scene, people: frozenset[str], things: frozenset[str]) -> Scene:
    """The scene once it is joined; `people` and `things` are those of casts."""
    fit = tuple(_woken(_away(person, scene), scene) if person.id in people else person for person in scene.people)
    whole = scene.model_copy(update={"people": fit})
    if not things:
        return whole
    made: Scene = _of_things(whole, things)
    return made


def _away(person: Person, scene: Scene) -> Person:
    """Whoever of a cast is put nowhere is not in this scene, if it has places to be put."""
    nowhere = person.at is None and person.beside is None and scene.place is not None and bool(scene.place.marks)
    return person.model_copy(update={"away": True}) if nowhere else person


def _woken(person: Person, scene: Scene) -> Person:
    """A cast's memories, woken by those of their cues that there are in this scene."""
    marks = scene.place.marks if scene.place else ()
    known = {*CUES, *FELT_WORDS, *(move.id for move in scene.all_moves()), *(mark.id for mark in marks)}
    known |= {name for each in scene.people for name in (each.id, *(covering.thing for covering in each.wears))}
    memories = [each.model_copy(update={"woken": tuple(cue for cue in each.woken if cue in known)}) for each in person.memories]
    return person.model_copy(update={"memories": tuple(memories)})


def _of_things(value: Any, things: frozenset[str]) -> Any:
    """The same with `near LETTER` understood of the thing, which the reader of the scene alone could not know."""
    if isinstance(value, Atom):
        if value.word == "near" and value.person in things:
            return value.model_copy(update={"person": None, "name": value.person})
        return value
    if isinstance(value, tuple):
        return tuple(_of_things(each, things) for each in value)
    if not isinstance(value, Record):
        return value
    changed = {name: made for name, old in value if (made := _of_things(old, things)) is not old and made != old}
    return value.model_copy(update=changed) if changed else value
